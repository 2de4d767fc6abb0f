/**
 * Serves one mirrored site of ../shared/sites on loopback, as its manifest says where it stood: bytes as they are,
 * HTML without a charset in the header so that the page's own <meta> decides. It judges nothing. What the mirror
 * lacks says nothing about the site, so a missing file answers 421 (the product reads it as "not judgeable"), never
 * 404. Run by itself it prints the scan command and stays up: `npx tsx bench/site-server.ts jl-forestry-trs`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LoopbackAnswer, listenOnLoopback } from '../fixtures/portals/loopback.ts'

/** Where the mirrored sites lie beside the checkout; `MINGCHA_SITES` names another folder. */
export const SITES_DIR =
  process.env.MINGCHA_SITES ?? fileURLToPath(new URL('../../shared/sites', import.meta.url))

export interface MirroredSite {
  readonly folder: string
  /** Address the site lived at, with trailing slash. */
  readonly origin: string
  readonly mount: string
  readonly entry?: string
  /** Civil day to judge by. */
  readonly asOf: string
  readonly cms: string
  readonly cannotJudge: readonly string[]
}

export interface ServedSite {
  readonly site: MirroredSite
  readonly port: number
  /** Always http: the mirrors are served without TLS even where the site had it. */
  readonly origin: string
  readonly homeUrl: string
  readonly asOf: string
  /** Value for `--resolve`. */
  readonly resolve: string
  close(): Promise<void>
}

/** The manifest's sites, or null when ../shared is not on this machine. */
export function mirroredSites(): readonly MirroredSite[] | null {
  const manifest = join(SITES_DIR, 'manifest.json')
  if (!existsSync(manifest)) return null
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { sites: MirroredSite[] }).sites
}

/** Said when the mirrors are absent; the benches print it and stop. */
export const SITES_ABSENT = `没有找到镜像站点目录 ${SITES_DIR}（它不随项目分发）：本项测量跳过。可用环境变量 MINGCHA_SITES 指定。`

/** Serves `folder` on a free loopback port until `close()`. Throws when the folder is not in the manifest. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const sites = mirroredSites()
  if (!sites) throw new Error(SITES_ABSENT)
  const site = sites.find((candidate) => candidate.folder === folder)
  if (!site)
    throw new Error(`清单里没有站点 ${folder}；现有：${sites.map((s) => s.folder).join('、')}`)
  const root = join(SITES_DIR, folder)
  const host = new URL(site.origin).hostname
  const server = await listenOnLoopback((request) =>
    request.host === host ? answer(root, site, request.path) : lacking(),
  )
  const origin = `http://${host}`
  return {
    site,
    port: server.port,
    origin,
    homeUrl: `${origin}${site.mount}${site.entry ?? ''}`,
    asOf: site.asOf,
    resolve: `${host}:80:127.0.0.1:${server.port}`,
    close: server.close,
  }
}

async function answer(root: string, site: MirroredSite, rawPath: string): Promise<LoopbackAnswer> {
  // Absent in the mirrors, and harmless to deny: no robots rules, no feed of addresses.
  if (rawPath === '/robots.txt' || rawPath === '/sitemap.xml') return plain(404, 'not found')
  const path = decodePath(rawPath)
  if (!path.startsWith(site.mount)) return lacking()
  const file = normalize(join(root, path.slice(site.mount.length)))
  if (file !== root && !file.startsWith(root + sep)) return lacking()
  const found = locate(file, site.entry ?? 'index.html')
  if (found === null) return lacking()
  if (found === 'folder') return { ...plain(301, ''), headers: { location: `${rawPath}/` } }
  return { status: 200, headers: typeHeader(found), body: await readFile(found) }

  function locate(candidate: string, index: string): string | 'folder' | null {
    if (!existsSync(candidate)) return null
    if (!statSync(candidate).isDirectory()) return candidate
    const indexFile = join(candidate, index)
    if (!existsSync(indexFile)) return null
    return path.endsWith('/') ? indexFile : 'folder'
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.shtml': 'text/html',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.xml': 'text/xml',
  '.txt': 'text/plain',
}

function typeHeader(file: string): Record<string, string> {
  return { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' }
}

function lacking(): LoopbackAnswer {
  const reply = plain(421, 'not in this mirror: says nothing about the site')
  return { ...reply, headers: { ...reply.headers, 'x-mirror': 'lacks-this-file' } }
}

function plain(status: number, text: string): LoopbackAnswer {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(text),
  }
}

async function main(): Promise<void> {
  const folder = process.argv[2]
  const sites = mirroredSites()
  if (!sites) {
    console.error(SITES_ABSENT)
    return
  }
  if (folder === undefined) {
    console.error(
      `用法：npx tsx bench/site-server.ts <站点>；现有：${sites.map((s) => s.folder).join('、')}`,
    )
    process.exitCode = 2
    return
  }
  const served = await serveSite(folder)
  console.log(
    `node bin/mingcha.mjs scan --url ${served.homeUrl} --resolve ${served.resolve} --allow-private --as-of ${served.asOf} --delay-ms 5 --no-browser`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
