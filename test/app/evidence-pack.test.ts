/** An evidence pack opens, proves itself, holds exactly what the findings cite, and keeps personal data back. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { sha256 } from '#base/hash'
import { finding1 } from '#export/shapes/finding'
import { searchKey } from '#export/wacz'
import { runHere } from '../support/command.ts'
import { type Loopback, loopback } from '../support/loopback.ts'
import { type Unzipped, unzip } from '../support/unzip.ts'

const MOBILE = '13800138000'
let folder: string
let base: string[]
let server: Loopback
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-pack-'))
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
  const page = (title: string, body: string) =>
    `<html><head><title>${title}</title></head><body><h1>${title}</h1>${body}${'<p>青禾市某局政务公开栏目的普通文字。</p>'.repeat(20)}</body></html>`
  server = await loopback({
    '/': page('某局', '<a href="/a.html">甲</a> <a href="/b.html">乙</a> <a href="/c.html">丙</a>'),
    '/a.html': page('甲页', '<a href="/gone-a.html">附件甲</a>'),
    '/b.html': page('乙页', `联系人电话：138<b>0013</b>8000 <a href="/gone-b.html">附件乙</a>`),
    '/c.html': page('丙页', '没有人引用的一页'),
  })
  for (const day of ['2026-01-01', '2026-01-02']) {
    const ran = await runHere([
      ...['scan', '--url', `${server.origin}/`, '--allow-private', '--no-browser'],
      ...['--delay-ms', '0', '--as-of', day, ...base],
    ])
    expect([0, 3]).toContain(ran.code)
  }
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Cited {
  readonly id: string
  readonly check: string
  readonly evidence: readonly { readonly capture: string; readonly url: string }[]
}

async function findings(): Promise<Cited[]> {
  const ran = await runHere(['export', 'findings', ...base])
  const lines = ran.stdout.trim().split('\n')
  return lines
    .map((line) => JSON.parse(line))
    .filter((line) => line.mingcha === 'finding/1') as Cited[]
}

let packs = 0
async function pack(args: readonly string[]) {
  packs += 1
  const out = join(folder, `${packs}.wacz`)
  const ran = await runHere([
    'export',
    'evidence',
    '--format',
    'wacz',
    '--out',
    out,
    ...args,
    ...base,
  ])
  const files = existsSync(out) ? await unzip(readFileSync(out)) : null
  return { ran, files }
}

const textOf = (files: ReadonlyMap<string, Unzipped>, path: string): string =>
  files.get(path)?.bytes.toString() ?? ''

const rowsOf = (text: string): Record<string, string>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))))

/** Every WARC record as warcio sees it. */
async function warcOf(files: ReadonlyMap<string, Unzipped>) {
  const bytes = files.get('archive/evidence.warc.gz')?.bytes ?? Buffer.alloc(0)
  const stream = new ReadableStream({
    start(c) {
      c.enqueue(new Uint8Array(bytes))
      c.close()
    },
  })
  const records = []
  for await (const record of new WARCParser(stream)) {
    const body = Buffer.from(await record.readFully(true))
    const capture = record.warcHeaders.headers.get('Mingcha-Capture')
    records.push({ type: record.warcType, url: record.warcTargetURI, capture, body })
  }
  return records
}

test('the pack is a WACZ: stored, digests right, index and pages lead to the records', async () => {
  const { ran, files } = await pack(['--with-personal-data'])
  expect(ran).toMatchObject({ code: 0, stdout: '' })
  if (!files) throw new Error('no pack')
  expect([...files.values()].every(({ method }) => method === 0)).toBe(true)
  const manifest = JSON.parse(textOf(files, 'datapackage.json'))
  expect(manifest).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', leftOut: [] })
  const listed = manifest.resources as { path: string; hash: string; bytes: number }[]
  const meta = ['datapackage.json', 'datapackage-digest.json']
  expect([...listed.map((one) => one.path), ...meta].sort()).toEqual([...files.keys()].sort())
  for (const { path, hash, bytes } of listed) {
    const file = files.get(path)?.bytes ?? Buffer.alloc(0)
    expect([path, hash, bytes]).toEqual([path, `sha256:${sha256(file)}`, file.length])
  }
  expect(JSON.parse(textOf(files, 'datapackage-digest.json'))).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${sha256(textOf(files, 'datapackage.json'))}`,
  })

  const index = textOf(files, 'indexes/index.cdxj')
  const lines = index.trim().split('\n')
  expect(lines).toEqual([...lines].sort())
  const warc = files.get('archive/evidence.warc.gz')?.bytes ?? Buffer.alloc(0)
  const rows = rowsOf(index)
  for (const row of rows) {
    const [offset, length] = [Number(row.offset), Number(row.length)]
    const record = gunzipSync(warc.subarray(offset, offset + length)).toString()
    expect(record).toContain(`WARC-Target-URI: ${row.url}\r\n`)
    expect(record).toContain(`WARC-Payload-Digest: ${row.digest}\r\n`)
    expect(row.filename).toBe('evidence.warc.gz')
  }
  const [head, ...pages] = rowsOf(textOf(files, 'pages/pages.jsonl'))
  expect(head).toMatchObject({ format: 'json-pages-1.0' })
  expect(pages.length).toBeGreaterThan(1)
  const indexed = new Set(rows.map((row) => row.url))
  expect(pages.filter((page) => !indexed.has(page.url ?? ''))).toEqual([])
})

test('it holds what the findings cite, with bodies kept once and requests, and nothing else', async () => {
  const { files } = await pack(['--with-personal-data'])
  if (!files) throw new Error('no pack')
  const cited = new Set((await findings()).flatMap((one) => one.evidence.map((e) => e.capture)))
  const records = await warcOf(files)
  expect(records[0]?.type).toBe('warcinfo')
  const answers = records.filter((one) => one.type === 'response' || one.type === 'revisit')
  const held = new Set(answers.map((one) => one.capture))
  expect([...cited].filter((id) => !held.has(id))).toEqual([])
  // The second night kept no body twice: its records refer to those of the first, which are here too.
  const revisits = answers.filter((one) => one.type === 'revisit')
  expect(revisits.length).toBeGreaterThan(0)
  for (const revisit of revisits) {
    expect(answers.some((one) => one.type === 'response' && one.url === revisit.url)).toBe(true)
  }
  const beyond = answers.filter((one) => !cited.has(one.capture ?? ''))
  expect(beyond.every((one) => one.type === 'response')).toBe(true)
  expect(beyond.length).toBeLessThanOrEqual(revisits.length)
  expect(records.filter((one) => one.type === 'request')).toHaveLength(answers.length)
  expect(answers.some((one) => one.url?.endsWith('/c.html'))).toBe(false)
  const lines = textOf(files, 'findings/findings.jsonl').trim().split('\n')
  for (const line of lines) finding1.parse(JSON.parse(line))
  expect(lines).toHaveLength((await findings()).length)
})

test('one finding: its evidence only', async () => {
  const one = (await findings()).find((finding) =>
    finding.evidence.every((place) => place.url.endsWith('/a.html')),
  )
  if (!one) throw new Error('no finding cites /a.html alone')
  const { ran, files } = await pack(['--finding', one.id])
  expect(ran.code).toBe(0)
  if (!files) throw new Error('no pack')
  const urls = rowsOf(textOf(files, 'indexes/index.cdxj')).map((row) => row.url)
  expect(new Set(urls)).toEqual(new Set([`${server.origin}/a.html`]))
  expect(rowsOf(textOf(files, 'findings/findings.jsonl')).map((row) => row.id)).toEqual([one.id])
})

test('pages with personal data stay out and are named, unless asked for', async () => {
  const careful = await pack([])
  expect(careful.ran.code).toBe(0)
  expect(careful.ran.stderr).toContain('/b.html：含未遮盖的个人信息')
  expect(careful.ran.stderr).toContain('--with-personal-data')
  if (!careful.files) throw new Error('no pack')
  const urls = (await warcOf(careful.files)).map((one) => one.url)
  expect(urls).toContain(`${server.origin}/a.html`)
  expect(urls).not.toContain(`${server.origin}/b.html`)
  const manifest = JSON.parse(textOf(careful.files, 'datapackage.json'))
  expect(manifest.personalData).toBe(false)
  expect(manifest.leftOut).toContainEqual(
    expect.objectContaining({ url: `${server.origin}/b.html` }),
  )
  const open = await pack(['--with-personal-data'])
  if (!open.files) throw new Error('no pack')
  const bodies = (await warcOf(open.files)).map((one) => one.body.toString())
  expect(bodies.some((body) => body.includes('138<b>0013</b>8000'))).toBe(true)
  // What we write ourselves is masked either way.
  for (const [path, { bytes }] of open.files) {
    if (!path.startsWith('archive/')) expect(bytes.includes(MOBILE)).toBe(false)
  }
})

test('nothing left to give: refused, no file', async () => {
  const one = (await findings()).find((finding) =>
    finding.evidence.every((place) => place.url.endsWith('/b.html')),
  )
  const { ran, files } = await pack(['--finding', one?.id ?? ''])
  expect(ran.code).toBe(5)
  expect(ran.stderr).toContain('--with-personal-data')
  expect(files).toBeNull()
})

test.each([
  [['--finding', 'none'], 2, '没有检查结果 none'],
  [['--agency', 'none'], 2, '没有单位 none'],
])('%j is named', async (args, code, part) => {
  const { ran } = await pack(args)
  expect(ran.code).toBe(code)
  expect(ran.stderr).toContain(part)
})

test('a pack needs a file name; its options belong to it alone', async () => {
  const bare = await runHere(['export', 'evidence', '--with-personal-data', ...base])
  expect(bare).toMatchObject({ code: 2, stdout: '' })
  const other = await runHere(['export', 'findings', '--finding', 'x', ...base])
  expect(other).toMatchObject({ code: 2, stdout: '' })
})

test('search keys turn hosts round', () => {
  expect(searchKey('https://www.a.gov.cn/B/?z=1&a=2')).toBe('cn,gov,a)/b/?a=2&z=1')
  expect(searchKey('http://127.0.0.1:81/x')).toBe('127.0.0.1:81)/x')
  expect(searchKey('urn:dom:http://a.cn/')).toBe('urn:dom:http://a.cn/')
})

test('one of two agencies: the records, findings and pages of that agency only', async () => {
  const other = await loopback({
    '/': `<html><head><title>某县某局</title></head><body><h1>某县某局</h1><a href="/gone.html">旧页</a>${'<p>某县某局政务公开栏目的普通文字。</p>'.repeat(20)}</body></html>`,
  })
  const own = ['--db', join(folder, 'two.db'), '--archive', join(folder, 'two')]
  const registry = join(folder, 'two.csv')
  writeFileSync(
    registry,
    `单位,单位编码,网站名称,首页\n甲局,jia,甲局网站,${server.origin}/\n乙局,yi,乙局网站,${other.origin}/\n`,
  )
  const ran = await runHere([
    ...['scan', '--portals', registry, '--allow-private', '--no-browser', '--delay-ms', '0'],
    ...['--as-of', '2026-01-02', ...own],
  ])
  await other.close()
  expect([0, 3]).toContain(ran.code)
  const out = join(folder, 'yi.wacz')
  const args = ['export', 'evidence', '--agency', 'yi', '--out', out, ...own]
  expect((await runHere(args)).code).toBe(0)
  const files = await unzip(readFileSync(out))
  const lines = rowsOf(textOf(files, 'findings/findings.jsonl')) as unknown as (Cited & {
    readonly agency: { readonly id: string }
  })[]
  expect(lines.length).toBeGreaterThan(3)
  expect(new Set(lines.map((line) => line.agency.id))).toEqual(new Set(['yi']))
  const cited = new Set(lines.flatMap((line) => line.evidence.map((place) => place.capture)))
  const answers = (await warcOf(files)).filter((one) => one.type === 'response')
  expect(new Set(answers.map((one) => one.capture))).toEqual(cited)
  const urls = rowsOf(textOf(files, 'indexes/index.cdxj')).map((row) => row.url)
  expect(urls.every((url) => url?.startsWith(other.origin))).toBe(true)
})
