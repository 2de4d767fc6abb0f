/**
 * Portals written by another hand, kept as what their servers answered: one JSON line an answer, packed, so that they can
 * be scanned again on any machine. Recording asks the author's server for all that a scan asks and all that its pages
 * link or show; what was never asked answers as a name that nobody gave did. It judges nothing.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { type LoopbackAnswer, listenOnLoopback } from '../fixtures/portals/loopback.ts'
import { runMingcha } from './run-mingcha.ts'

export interface UnseenSet {
  /** What the register lists: name of the unit, host of its portal. */
  readonly portals: readonly (readonly [unit: string, host: string])[]
  /** All hosts that are served, those of the portals among them. */
  readonly hosts: readonly string[]
  /** Civil day to judge by. */
  readonly asOf: string
}

export interface FoundLine {
  readonly check: string
  readonly outcome?: string
  readonly verdict?: string
  readonly subject?: string
  readonly message?: string
  readonly pages?: readonly string[]
  readonly evidence?: readonly { readonly url: string; readonly quote: string | null }[]
}

interface Kept {
  readonly key: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Answer = (key: string) => LoopbackAnswer | Promise<LoopbackAnswer>

/** No page has this name: how a host answers for what is not there. */
const NOBODY = '/mingcha-nobody-7f3a.html'
const KEPT_HEADERS = ['content-type', 'location', 'last-modified', 'content-disposition']
const MAX_ASKED = 6000

/** Findings of one scan of the set, as `export findings` writes them. */
export async function scanSet(set: UnseenSet, answer: Answer): Promise<readonly FoundLine[]> {
  const work = mkdtempSync(join(tmpdir(), 'mingcha-unseen-'))
  const server = await listenOnLoopback(({ host, path, query }) => answer(`${host}${path}${query}`))
  const place = ['--db', join(work, 'm.db'), '--archive', join(work, 'archive'), '--quiet']
  const [register, out] = [join(work, 'portals.csv'), join(work, 'findings.jsonl')]
  const rows = set.portals.map(([unit, host]) => `${unit},${unit},http://${host}/`)
  writeFileSync(register, ['单位,网站名称,首页', ...rows, ''].join('\n'))
  try {
    const { exitCode, stderr } = await runMingcha([
      ...['scan', '--portals', register, '--as-of', set.asOf, '--allow-private', '--no-browser'],
      ...['--delay-ms', '0', '--max-pages', '2000', ...place],
      ...set.hosts.flatMap((host) => ['--resolve', `${host}:80:127.0.0.1:${server.port}`]),
    ])
    if (exitCode !== 0 && exitCode !== 3) throw new Error(`scan ${exitCode}\n${stderr}`)
    const done = await runMingcha([
      'export',
      'findings',
      '--format',
      'jsonl',
      '--out',
      out,
      ...place,
    ])
    if (done.exitCode !== 0) throw new Error(`export ${done.exitCode}\n${done.stderr}`)
    return readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FoundLine)
  } finally {
    await server.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** Asks the author's server at `port` for everything and keeps it in `file`. Returns how many answers. */
export async function record(set: UnseenSet, port: number, file: string): Promise<number> {
  const kept = new Map<string, LoopbackAnswer>()
  const ask = async (key: string): Promise<LoopbackAnswer> => {
    const before = kept.get(key)
    if (before !== undefined) return before
    const reply = await fetchFrom(port, key)
    kept.set(key, reply)
    return reply
  }
  for (const host of set.hosts) await ask(host + NOBODY)
  await scanSet(set, ask)
  const queue = [...kept.keys()]
  for (let key = queue.pop(); key !== undefined && kept.size < MAX_ASKED; key = queue.pop())
    for (const next of addressesIn(key, await ask(key), set.hosts))
      if (!kept.has(next)) {
        await ask(next)
        queue.push(next)
      }
  const rows = [...kept].map(
    ([key, { status, headers, body }]): Kept => ({
      ...{ key, status, headers },
      body: Buffer.from(body).toString('latin1'),
    }),
  )
  const lines = [set, ...rows.sort((a, b) => (a.key < b.key ? -1 : 1))].map((row) =>
    JSON.stringify(row),
  )
  // Pages of one template lie further apart than gzip looks back.
  const window = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }
  writeFileSync(file, brotliCompressSync(lines.join('\n'), { params: window }))
  return rows.length
}

/** A set as it was recorded, and what its servers answer. Throws when the file is no such record. */
export function readSet(file: string): {
  readonly set: UnseenSet
  readonly answer: Answer
  /** Its web pages that are there, by host and path. */
  readonly pages: () => (readonly [key: string, answer: LoopbackAnswer])[]
} {
  const [head = '', ...lines] = brotliDecompressSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
  const kept = new Map(
    lines.map((line) => {
      const row = JSON.parse(line) as Kept
      return [row.key, row] as const
    }),
  )
  const given = ({ status, headers, body }: Kept): LoopbackAnswer => ({
    ...{ status, headers },
    body: Buffer.from(body, 'latin1'),
  })
  const answer: Answer = (key) => {
    const row = kept.get(key) ?? kept.get(`${key.slice(0, key.indexOf('/'))}${NOBODY}`)
    if (row === undefined) throw new Error(`${file} 里没有 ${key}`)
    return given(row)
  }
  const pages = () =>
    [...kept.values()]
      .filter(({ status, headers }) => status === 200 && /html/.test(headers['content-type'] ?? ''))
      .map((row) => [row.key, given(row)] as const)
  return { set: JSON.parse(head) as UnseenSet, answer, pages }
}

function fetchFrom(port: number, key: string): Promise<LoopbackAnswer> {
  const slash = key.indexOf('/')
  return new Promise((resolve, reject) => {
    const asked = get(
      { host: '127.0.0.1', port, path: key.slice(slash), headers: { host: key.slice(0, slash) } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const headers = KEPT_HEADERS.flatMap((name) => {
            const value = response.headers[name]
            return typeof value === 'string' ? [[name, value] as const] : []
          })
          resolve({
            status: response.statusCode ?? 500,
            headers: Object.fromEntries(headers),
            body: Buffer.concat(chunks),
          })
        })
      },
    )
    asked.setTimeout(20_000, () => asked.destroy(new Error(`${key} 没有答复`)))
    asked.on('error', reject)
  })
}

/** Keys of what a page links or shows on the set's own hosts; the markup's bytes are ASCII wherever an address stands. */
function addressesIn(
  key: string,
  { headers, body }: LoopbackAnswer,
  hosts: readonly string[],
): string[] {
  const found: string[] = headers.location === undefined ? [] : [headers.location]
  if (/html|xml|script/i.test(headers['content-type'] ?? ''))
    for (const hit of Buffer.from(body)
      .toString('utf8')
      .matchAll(/(?:href|src|data|action)\s*=\s*["']?([^"'\s>]+)/gi))
      found.push(hit[1] ?? '')
  return found.flatMap((address) => {
    if (!URL.canParse(address, `http://${key}`)) return []
    const { protocol, host, pathname, search } = new URL(address, `http://${key}`)
    return protocol === 'http:' && hosts.includes(host) ? [`${host}${pathname}${search}`] : []
  })
}
