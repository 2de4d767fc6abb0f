/**
 * Which Chromium runs: the configured path, then a system browser, then the embedded npm package. Decides the
 * file and the launch environment only; launching is `launch.ts`. The parent's environment is never changed.
 */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { AppError } from '#base/errors'
import type { BrowserState } from '#model/ports'
import { unpackEmbedded } from './embedded.ts'

export interface FoundBrowser {
  readonly path: string
  readonly found: BrowserState['found']
  /** Extra environment for the browser process only. */
  readonly env: Readonly<Record<string, string>>
}

/** Headless shells first: the same pages cost about half the processor time of a full browser. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
] as const

const FIXED_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
] as const

async function runnable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param options.configured path from the configuration; an unusable one is an error, never silently skipped
 * @param options.system false leaves out step 2 (tests of the embedded browser)
 * @throws AppError `browser-missing` with the mend
 */
export async function findBrowser(options: {
  readonly configured: string | null
  readonly cacheDir: string
  readonly system: boolean
}): Promise<FoundBrowser> {
  if (options.configured !== null) {
    if (await runnable(options.configured)) {
      return { path: options.configured, found: 'configured', env: {} }
    }
    throw new AppError(
      'browser-missing',
      `配置的浏览器 ${options.configured} 不存在或不可执行：请改正 mingcha.yaml 的 browser.path，或删去该行以自动寻找`,
    )
  }
  if (options.system) {
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
    for (const name of SYSTEM_NAMES) {
      for (const folder of folders) {
        const path = join(folder, name)
        if (await runnable(path)) return { path, found: 'system', env: {} }
      }
    }
    for (const path of FIXED_PATHS) {
      if (await runnable(path)) return { path, found: 'system', env: {} }
    }
  }
  return unpackEmbedded(options.cacheDir)
}
