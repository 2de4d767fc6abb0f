/**
 * Fonts for the browser: a fontconfig file of our own that adds a Chinese font from an optional npm package to
 * whatever the system has, and the self-test that compares glyphs before any screenshot may count as evidence.
 * Without a Chinese font Chromium paints boxes or nothing, and a picture would accuse a page falsely.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BrowserState } from '#model/ports'

const FONT_PACKAGE = '@expo-google-fonts/noto-sans-sc'
/** Regular and bold only: the package carries nine weights of 10 MB. */
const WEIGHTS = ['400Regular', '700Bold'] as const

function chineseFontFolders(): readonly string[] {
  const require = createRequire(import.meta.url)
  for (const folder of require.resolve.paths(FONT_PACKAGE) ?? []) {
    const root = join(folder, FONT_PACKAGE)
    if (existsSync(root)) return WEIGHTS.map((weight) => join(root, weight)).filter(existsSync)
  }
  return []
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Writes the fontconfig file and returns the environment that names it. Linux only; elsewhere empty. */
export async function fontEnvironment(
  cacheDir: string,
  extraFolders: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {}
  const folders = [...extraFolders, ...chineseFontFolders()]
  const cache = join(cacheDir, 'fontconfig')
  await mkdir(cache, { recursive: true, mode: 0o700 })
  const file = join(cache, 'fonts.conf')
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
${folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`).join('\n')}
  <cachedir>${escapeXml(cache)}</cachedir>
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: file }
}

/**
 * Runs in the page: paints two different Chinese characters and one unassigned code point. Two characters that
 * look alike, or like the unassigned one, are boxes; no ink at all is blank.
 */
export const GLYPH_TEST = `(() => {
  const paint = (text) => {
    const canvas = document.createElement('canvas')
    canvas.width = 48
    canvas.height = 48
    const context = canvas.getContext('2d')
    context.font = '32px sans-serif'
    context.fillText(text, 4, 38)
    const data = context.getImageData(0, 0, 48, 48).data
    let ink = 0
    let key = ''
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] > 64) ink += 1
      key += data[i] > 64 ? '1' : '0'
    }
    return { ink, key }
  }
  const first = paint('政')
  const second = paint('府')
  const unassigned = paint('\\u{0378}')
  if (first.ink === 0 || second.ink === 0) return 'blank'
  if (first.key === second.key || first.key === unassigned.key) return 'box'
  return 'real'
})()`

export function isGlyphResult(value: unknown): value is BrowserState['chinese'] {
  return value === 'real' || value === 'box' || value === 'blank'
}
