/** Ctrl-C and kill -9 in the middle of a scan: what was visited stays, and --resume finishes the rest. */
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '#store/sqlite-store'
import { type Running, runCommand, startCommand } from '../support/command.ts'
import { type LoopbackPortal, servePortal } from '../support/loopback-portal.ts'

const ARTICLES = 60
let folder: string
let portal: LoopbackPortal
let base: string[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-stop-'))
  portal = await servePortal(ARTICLES, 20)
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'a'), '--resolve', portal.resolve]
})
afterEach(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

const scan = (more: readonly string[] = []): string[] => [
  'scan',
  '--no-browser',
  '--url',
  portal.homeUrl,
  '--as-of',
  '2023-12-01',
  '--delay-ms',
  '0',
  ...more,
  ...base,
]

/** Waits for a state of the running scan, however slow the machine. */
async function until(
  holds: () => boolean | Promise<boolean>,
  { child, stderr }: Running,
): Promise<void> {
  while (!(await holds())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`scan ended too early: ${stderr()}`)
    await setTimeout(20)
  }
}

/** Waits until the portal has been asked for `count` addresses. */
const askedFor = (count: number, running: Running): Promise<void> =>
  until(() => portal.asked.length >= count, running)

/** Waits until the database holds `count` captures: what a kill must not lose. */
const saved = (count: number, running: Running): Promise<void> =>
  until(async () => {
    const store = await openStore(join(folder, 'm.db'), { mustExist: true })
    const [run] = store.runs()
    const kept = run === undefined ? 0 : [...store.captures(run.id)].length
    store.close()
    return kept >= count
  }, running)

const articlesAsked = (): string[] => portal.asked.filter((path) => path.startsWith('/tzgg/a'))

async function expectAllVisited(): Promise<void> {
  const store = await openStore(join(folder, 'm.db'))
  const runs = store.runs()
  expect(runs.map((run) => run.state)).toEqual(['finished'])
  const run = runs[0]?.id ?? ''
  const rows = [...store.frontier(run).rows()].filter((row) => row.url.includes('/tzgg/a'))
  expect(rows).toHaveLength(ARTICLES)
  expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['fetched']))
  expect([...store.pages(run)].filter(({ page }) => page.url.includes('/tzgg/a'))).toHaveLength(
    ARTICLES,
  )
  expect(store.checkStates(run).length).toBeGreaterThan(0)
  store.close()
}

test('Ctrl-C stops, saves and says how to go on; --resume visits only what is left', async () => {
  const running = startCommand(scan())
  await askedFor(20, running)
  portal.hold()
  running.child.kill('SIGINT')
  const ran = await running.ended
  portal.release()
  expect(ran.code).toBe(130)
  expect(ran.stderr).toMatch(/正在停止并保存/)
  expect(ran.stderr).toMatch(/--resume 继续/)
  const store = await openStore(join(folder, 'm.db'))
  const [run] = store.runs()
  expect(run?.state).toBe('interrupted')
  const kept = [...store.captures(run?.id ?? '')].length
  expect(kept).toBeGreaterThan(10)
  store.close()
  const first = articlesAsked().length
  expect(first).toBeLessThan(ARTICLES)

  const resumed = await runCommand(['scan', '--resume', '--no-browser', '--delay-ms', '0', ...base])
  expect(resumed.stderr).toContain('从中断处继续')
  expect([0, 3]).toContain(resumed.code)
  await expectAllVisited()
  // Nothing that was kept is fetched again; at most the few addresses in hand at the stop are.
  expect(articlesAsked().length).toBeLessThanOrEqual(ARTICLES + 10)
})

test('Ctrl-C does not wait for a server that never answers', async () => {
  const mute = createServer(() => undefined)
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const { port } = mute.address() as AddressInfo
  const running = startCommand([
    'scan',
    '--url',
    'http://mute.example.gov.cn/',
    '--resolve',
    `mute.example.gov.cn:80:127.0.0.1:${port}`,
    ...base.slice(0, 4),
  ])
  await once(mute, 'request')
  running.child.kill('SIGINT')
  const ran = await running.ended
  // Of itself: stopped by force after its time of grace it would have other last words.
  expect(ran.stderr).toContain('已中断，已访问的部分已保存。用同样的命令加 --resume 继续。')
  expect(ran.stderr).not.toContain('已保存的内容完好')
  mute.closeAllConnections()
  mute.close()
  expect(ran.code).toBe(130)
  const store = await openStore(join(folder, 'm.db'))
  expect(store.runs().map((run) => run.state)).toEqual(['interrupted'])
  store.close()
})

test('Ctrl-C before the command has begun says so, and that nothing was changed', async () => {
  // At the first moment at which the program listens: long before its libraries are there.
  const early = `process.once('newListener', (event) => event === 'SIGINT' && setImmediate(() => process.kill(process.pid, 'SIGINT')))`
  const preload = `--import data:text/javascript,${encodeURIComponent(early)}`
  const ran = await runCommand(scan(), { env: { NODE_OPTIONS: preload } })
  expect(ran.stderr).toBe('已中断：命令还没有开始，没有改动任何内容。\n')
  expect(ran.code).toBe(130)
  expect(portal.asked).toEqual([])
  expect(existsSync(join(folder, 'm.db'))).toBe(false)
})

test('SIGTERM counts as Ctrl-C, and a second scan with --resume of a finished portal begins anew', async () => {
  const running = startCommand(scan())
  await askedFor(10, running)
  portal.hold()
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(130)
  portal.release()
  const resumed = await runCommand(scan(['--resume']))
  expect([0, 3]).toContain(resumed.code)
  expect(resumed.stderr).not.toContain('没有被中断的扫描')
  const anew = await runCommand(scan(['--resume']))
  expect([0, 3]).toContain(anew.code)
  expect(anew.stderr).toContain(
    '没有被中断的扫描可以继续，开始新的扫描（用途 self-check（自查），以 2023-12-01 为准判断',
  )
  expect(anew.stderr).toContain('：开始访问 ')
  const nothing = await runCommand(['scan', '--resume', ...base])
  expect(nothing.code).toBe(2)
  expect(nothing.stderr).toContain('没有被中断的扫描可以继续')
})

test('a second scan into the same database is told who holds it, since when, and what to do', async () => {
  const running = startCommand(scan())
  await askedFor(5, running)
  // However long the second takes to start, the first is not done by then.
  portal.hold()
  const second = await runCommand(scan())
  portal.release()
  expect(second.code).toBe(1)
  expect(second.stdout).toBe('')
  expect(second.stderr).toContain(`进程号 ${running.child.pid}，`)
  expect(second.stderr).toMatch(/\d{4}-\d{2}-\d{2}T[\d:.]+\+08:00 起，扫描/)
  expect(second.stderr).toContain('请等它结束，或用 --db 换一个数据库')
  // The first one noticed nothing.
  expect([0, 3]).toContain((await running.ended).code)
  await expectAllVisited()
})

test('kill -9: the next scan takes the run for interrupted and finishes it with every page', async () => {
  const running = startCommand(scan())
  await askedFor(30, running)
  portal.hold()
  await saved(10, running)
  running.child.kill('SIGKILL')
  expect((await running.ended).signal).toBe('SIGKILL')
  portal.release()
  const resumed = await runCommand(scan(['--resume']))
  expect([0, 3]).toContain(resumed.code)
  expect(resumed.stderr).toContain('从中断处继续')
  await expectAllVisited()
  const findings = await runCommand(['export', 'findings', ...base.slice(0, 4)])
  expect(findings.stdout).toContain('"finding/1"')
})

test('a scan of several portals stopped in the middle leaves finished ones alone on --resume', async () => {
  const quick = await servePortal(2)
  const host = 'quick.example.gov.cn'
  const more = ['--url', `http://${host}/`, '--resolve', `${host}:80:127.0.0.1:${quick.port}`]
  const running = startCommand(scan(more))
  await askedFor(5, running)
  portal.hold()
  await until(() => running.stderr().includes(`${host}：完成`), running)
  running.child.kill('SIGINT')
  expect((await running.ended).code).toBe(130)
  portal.release()
  const asked = quick.asked.length
  const resumed = await runCommand(scan([...more, '--resume']))
  await quick.close()
  expect([0, 3]).toContain(resumed.code)
  expect(resumed.stderr).toContain(`${host}：上次已完成，跳过`)
  expect(quick.asked.length).toBe(asked)
})
