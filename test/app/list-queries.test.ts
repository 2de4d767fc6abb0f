/** Lists that only a POST brings, from scan to evidence pack: read whole, judged again offline, packed with the request. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere } from '../support/command.ts'
import { type Loopback, loopback } from '../support/loopback.ts'
import { epointRoutes, frame, gridPage, type Posted } from '../support/post-lists.ts'
import { unzip } from '../support/unzip.ts'

let folder: string
let base: string[]
let server: Loopback
const posted: Posted[] = []
const MOBILE = '13800138000'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-post-'))
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
  server = await loopback({
    '/': frame('示例市某局', `<p>${'示例市某局政务公开。'.repeat(20)}</p>`),
    '/list.aspx?id=5': gridPage(posted, { pages: 4, carried: `联系电话${MOBILE}` }),
    ...epointRoutes(posted, 45),
  })
  const ran = await runHere([
    ...['scan', '--url', `${server.origin}/`, '--allow-private', '--no-browser'],
    ...['--delay-ms', '0', '--max-pages', '40', '--as-of', '2023-12-31', ...base],
  ])
  expect([0, 3]).toContain(ran.code)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Column {
  readonly name: string
  readonly url: string
  readonly items: { readonly firstPage: number; readonly known: number }
  readonly newest: { readonly value: string; readonly because: string } | null
  readonly pagingBecause: string | null
}

test('columns hold the entries of all parts, each column once, and say what their paging rests on', async () => {
  const out = join(folder, 'view.json')
  expect((await runHere(['export', 'site-view', '--out', out, ...base])).code).toBe(0)
  const { columns } = JSON.parse(readFileSync(out, 'utf8')) as { columns: Column[] }
  const named = (name: string): Column[] => columns.filter((column) => column.name === name)
  expect(named('通知公告')).toMatchObject([
    { url: `${server.origin}/list.aspx?id=5`, items: { firstPage: 5, known: 20 } },
  ])
  expect(named('政策文件')).toMatchObject([{ items: { known: 45 } }])
  for (const name of ['通知公告', '政策文件']) {
    expect(named(name)[0]?.pagingBecause).toContain('未见过真实样本')
    expect(named(name)[0]?.newest?.because).toContain('；翻页：')
  }
})

const findings = async (): Promise<Record<string, unknown>[]> => {
  const ran = await runHere(['export', 'findings', ...base])
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.mingcha === 'finding/1')
    .map(({ at: _at, run: _run, state: _state, firstSeen: _first, ...rest }) => rest)
}

test('judging again with the server gone gives the same findings', async () => {
  const before = await findings()
  expect(before.length).toBeGreaterThan(5)
  const asked = server.seen.length
  expect((await runHere(['rerun', '--latest', ...base])).code).not.toBe(1)
  expect(await findings()).toEqual(before)
  expect(server.seen).toHaveLength(asked)
})

test('a pack that cites such a part has its request with the body, and an index that finds it', async () => {
  const cited = (await findings()).find((one) =>
    (one.evidence as { url: string }[]).some((place) => place.url.includes('post:epoint')),
  )
  if (!cited) throw new Error('no finding cites a part that a POST brought')
  const out = join(folder, 'pack.wacz')
  const ran = await runHere([
    ...['export', 'evidence', '--finding', String(cited.id), '--out', out, ...base],
  ])
  expect(ran.code).toBe(0)
  const files = await unzip(readFileSync(out))
  const index = files.get('indexes/index.cdxj')?.bytes.toString() ?? ''
  const line = index.split('\n').find((one) => one.includes('__wb_method=post'))
  expect(line).toBeDefined()
  const row = JSON.parse(line?.slice(line.indexOf('{')) ?? '{}') as Record<string, string>
  expect(row.method).toBe('POST')
  expect(row.requestBody).toMatch(/pageIndex=\d/)
  expect(row.url).not.toContain('#')
})

test('a page whose state carries personal data stays out of a careful pack, with its parts', async () => {
  const cited = (await findings()).find((one) =>
    (one.evidence as { url: string }[]).every((place) => place.url.includes('/list.aspx?id=5')),
  )
  if (!cited) throw new Error('no finding cites the list alone')
  const args = ['export', 'evidence', '--finding', String(cited.id), ...base]
  const careful = await runHere([...args, '--out', join(folder, 'careful.wacz')])
  expect(careful.code).not.toBe(0)
  expect(careful.stderr).toContain('含未遮盖的个人信息')
  expect(
    (await runHere([...args, '--out', join(folder, 'open.wacz'), '--with-personal-data'])).code,
  ).toBe(0)
})

test('the next night asks for the parts again, never with conditions, and reads as many entries', async () => {
  const before = posted.length
  const ran = await runHere([
    ...['scan', '--url', `${server.origin}/`, '--allow-private', '--no-browser'],
    ...['--purpose', 'nightly', '--delay-ms', '0', '--max-pages', '40', '--as-of', '2024-01-01'],
    ...base,
  ])
  expect([0, 3]).toContain(ran.code)
  expect(posted.length - before).toBe(before)
  const out = join(folder, 'night.json')
  expect((await runHere(['export', 'site-view', '--out', out, ...base])).code).toBe(0)
  const { columns } = JSON.parse(readFileSync(out, 'utf8')) as { columns: Column[] }
  const known = (name: string) => columns.find((column) => column.name === name)?.items.known
  expect([known('通知公告'), known('政策文件')]).toEqual([20, 45])
})
