/**
 * The embedded Chromium (@sparticuz/chromium, a headless shell for x64 Linux): unpacked once into a private
 * cache folder of ours, checked by hash at every start, run with its own libraries by launch environment.
 * The package's own launcher is not used: it writes to the shared temp folder and trusts what lies there.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'
import { AppError } from '#base/errors'
import type { FoundBrowser } from './find.ts'

const PACKAGE = '@sparticuz/chromium'

interface Manifest {
  readonly version: string
  readonly sha256: string
}

function packageRoot(): string | null {
  const require = createRequire(import.meta.url)
  for (const folder of require.resolve.paths(PACKAGE) ?? []) {
    const root = join(folder, PACKAGE)
    if (existsSync(join(root, 'package.json'))) return root
  }
  return null
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function unpackTar(archive: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true, mode: 0o700 })
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract(into))
}

async function readManifest(path: string): Promise<Manifest | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const { version, sha256 } = value as Record<string, unknown>
    return typeof version === 'string' && typeof sha256 === 'string' ? { version, sha256 } : null
  } catch {
    return null
  }
}

/**
 * Unpacks on first use (about 2 s, 200 MB) and verifies afterwards. A folder that another user owns or whose
 * browser no longer has the hash noted at unpacking is thrown away and unpacked again.
 * @throws AppError `browser-missing` where the package is absent or the machine is not x64 Linux
 */
export async function unpackEmbedded(cacheDir: string): Promise<FoundBrowser> {
  const root = packageRoot()
  if (process.platform !== 'linux' || process.arch !== 'x64' || root === null) {
    throw new AppError(
      'browser-missing',
      root === null
        ? '没有找到浏览器：系统里没有 Chromium/Chrome/Edge，内置浏览器也没有安装。请安装 chromium，或运行 npm ci（不带 --omit=optional）'
        : `没有找到浏览器：内置浏览器只支持 x64 Linux（本机 ${process.platform} ${process.arch}）。请安装 Chrome、Edge 或 Chromium`,
    )
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const home = join(cacheDir, `chromium-${version}`)
  const path = join(home, 'chromium')
  const manifestPath = join(home, 'manifest.json')
  const manifest = await readManifest(manifestPath)
  const ours =
    manifest?.version === version &&
    existsSync(path) &&
    (process.getuid === undefined || (await stat(home)).uid === process.getuid()) &&
    (await hashFile(path)) === manifest.sha256
  if (!ours) {
    const fresh = `${home}.${process.pid}`
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { recursive: true, mode: 0o700 })
    const bin = join(root, 'bin')
    await pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(fresh, 'chromium'), { mode: 0o700 }),
    )
    await chmod(join(fresh, 'chromium'), 0o700)
    await unpackTar(join(bin, 'al2023.tar.br'), join(fresh, 'libraries'))
    await unpackTar(join(bin, 'fonts.tar.br'), join(fresh, 'fonts'))
    const noted: Manifest = { version, sha256: await hashFile(join(fresh, 'chromium')) }
    await writeFile(join(fresh, 'manifest.json'), JSON.stringify(noted))
    // A rename makes two processes that unpack at once harmless: one of them wins whole.
    await rm(home, { recursive: true, force: true })
    await mkdir(dirname(home), { recursive: true })
    await rename(fresh, home)
  }
  const libraries = join(home, 'libraries')
  return {
    path,
    found: 'embedded',
    env: {
      LD_LIBRARY_PATH: [join(libraries, 'lib'), libraries, process.env.LD_LIBRARY_PATH]
        .filter((part) => part !== undefined && part !== '')
        .join(':'),
    },
  }
}

/** Latin fonts that come with the embedded browser; empty where it is not unpacked. */
export function embeddedFontFolders(browserPath: string): readonly string[] {
  const folder = join(dirname(browserPath), 'fonts')
  return existsSync(folder) ? [folder] : []
}
