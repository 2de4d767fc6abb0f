/**
 * Launches Chromium and keeps a small pool of pages. The browser has no network: every request is answered by
 * the caller's `serve` (live through our own client, or offline from the archive), so private-address guard,
 * politeness, `--resolve` and evidence are decided in one place. Rendering itself is `render.ts`.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { type Browser as Chromium, chromium, type Page as Tab } from 'playwright'
import { AppError } from '#base/errors'
import type { Browser, BrowserState, RenderedPage, RenderRequest } from '#model/ports'
import { embeddedFontFolders } from './embedded.ts'
import { type FoundBrowser, findBrowser } from './find.ts'
import { fontEnvironment, GLYPH_TEST, isGlyphResult } from './fonts.ts'
import { openTab, type RenderOutcome, renderIn, type Workplace } from './render.ts'

export interface BrowserOptions {
  /** Path from the configuration; null finds one. */
  readonly path?: string | null
  /** Private folder for the unpacked browser and the font cache; default `~/.cache/mingcha`. */
  readonly cacheDir?: string
  /** False skips system browsers. */
  readonly system?: boolean
  /** Pages at once; two fill two cores, four only add memory. */
  readonly pages?: number
  /** Navigations per tab before it is replaced: a tab kept for 100 grows past 1 GB. */
  readonly recycleAfter?: number
}

/** Flags of our own: no background traffic, no proxy detours, no direct network at all. */
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--mute-audio',
  '--hide-scrollbars',
  '--lang=zh-CN',
  '--font-render-hinting=none',
  // Frames of other hosts stay in the tab's process, so that one interception sees all of their requests.
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,Translate,OptimizationHints,MediaRouter',
  '--js-flags=--max-old-space-size=512',
  // Nothing may leave past the interception: names do not resolve, and the proxy is a closed door.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

class PooledBrowser implements Browser {
  readonly state: BrowserState
  readonly #start: () => Promise<Chromium>
  #chromium: Chromium
  /** Under way after the browser died: two pages that lost it wait for the same new one. */
  #restarting: Promise<Chromium> | null = null
  readonly #queue: PQueue
  readonly #idle: Workplace[] = []
  readonly #recycleAfter: number
  #closed = false

  constructor(
    chromium: Chromium,
    start: () => Promise<Chromium>,
    state: BrowserState,
    pages: number,
    recycleAfter: number,
  ) {
    this.#chromium = chromium
    this.#start = start
    this.state = state
    this.#queue = new PQueue({ concurrency: pages })
    this.#recycleAfter = recycleAfter
  }

  async render(request: RenderRequest): Promise<RenderedPage> {
    if (this.#closed) throw new AppError('browser-failed', '浏览器已经关闭')
    const result = await this.#queue.add(() => this.#renderOnce(request))
    return result
  }

  async #renderOnce(request: RenderRequest): Promise<RenderedPage> {
    for (let attempt = 1; ; attempt += 1) {
      if (request.signal?.aborted) {
        throw new AppError('interrupted', `已中断，${request.url} 没有渲染`)
      }
      const chromium = await this.#living()
      // The second try is for a new tab: whatever took the first one may have taken the idle ones too.
      const idle = attempt === 1 ? this.#idle.pop() : undefined
      const place = idle ?? (await unlessDead(chromium, openTab(chromium)))
      const done = place && (await unlessDead(chromium, renderIn(place, request)))
      const outcome = done ?? DEAD
      if (place !== null && chromium.isConnected()) {
        place.used += 1
        const keep = outcome.kind === 'done' && !outcome.dirty && place.used < this.#recycleAfter
        if (keep) this.#idle.push(place)
        else await unlessDead(chromium, closeQuietly(place.tab))
      }
      if (outcome.kind === 'done') return outcome.page
      if (attempt === 2) {
        throw new AppError(
          'browser-failed',
          `浏览器渲染 ${request.url} 时两次崩溃：${outcome.because}。可能内存不足；该页未渲染`,
        )
      }
    }
  }

  /** The browser, a new one where it died; the tabs that a dead one left idle go with it. */
  async #living(): Promise<Chromium> {
    if (this.#chromium.isConnected()) return this.#chromium
    this.#restarting ??= this.#restart().finally(() => {
      this.#restarting = null
    })
    return this.#restarting
  }

  async #restart(): Promise<Chromium> {
    this.#idle.length = 0
    this.#chromium = await this.#start()
    return this.#chromium
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#queue.clear()
    await this.#chromium.close().catch(() => undefined)
  }
}

const DEAD: RenderOutcome = { kind: 'broken', because: '浏览器进程已退出' }

/** What `work` gives, or null once the browser has died: some calls to a dead one neither end nor fail. */
async function unlessDead<T>(chromium: Chromium, work: Promise<T>): Promise<T | null> {
  let onDeath = (): void => undefined
  const death = new Promise<null>((resolve) => {
    onDeath = () => resolve(null)
    chromium.once('disconnected', onDeath)
  })
  // It may have died before anybody listened.
  if (!chromium.isConnected()) onDeath()
  try {
    return await Promise.race([work, death])
  } catch (error) {
    if (chromium.isConnected()) throw error
    return null
  } finally {
    chromium.off('disconnected', onDeath)
    work.catch(() => undefined)
  }
}

async function closeQuietly(tab: Tab): Promise<void> {
  await tab
    .context()
    .close()
    .catch(() => undefined)
}

async function selfTest(chromium: Chromium): Promise<BrowserState['chinese']> {
  const tab = await chromium.newPage()
  try {
    const value: unknown = await tab.evaluate(GLYPH_TEST)
    return isGlyphResult(value) ? value : 'blank'
  } finally {
    await tab.close()
  }
}

function startWith(found: FoundBrowser, fontEnv: Readonly<Record<string, string>>) {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const root = process.getuid?.() === 0
  return async (): Promise<Chromium> => {
    try {
      return await chromium.launch({
        executablePath: found.path,
        ignoreDefaultArgs: ['--enable-automation'],
        args: root ? [...FLAGS, '--no-sandbox'] : FLAGS,
        chromiumSandbox: !root,
        env: { ...Object.fromEntries(inherited), ...found.env, ...fontEnv },
        timeout: 30_000,
      })
    } catch (cause) {
      throw new AppError(
        'browser-failed',
        `浏览器 ${found.path} 启动失败：${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}。运行 mingcha doctor 看缺什么`,
        { cause },
      )
    }
  }
}

/**
 * Finds, launches and tests a browser.
 * @throws AppError `browser-missing` | `browser-failed`
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const cacheDir = options.cacheDir ?? join(homedir(), '.cache', 'mingcha')
  const found = await findBrowser({
    configured: options.path ?? null,
    cacheDir,
    system: options.system ?? true,
  })
  const fontEnv = await fontEnvironment(cacheDir, embeddedFontFolders(found.path))
  const start = startWith(found, fontEnv)
  const running = await start()
  const state: BrowserState = {
    version: running.version(),
    found: found.found,
    path: found.path,
    chinese: await selfTest(running),
  }
  return new PooledBrowser(running, start, state, options.pages ?? 2, options.recycleAfter ?? 20)
}
