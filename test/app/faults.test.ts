/**
 * Faults of the way are never held against the site, nor do they let anything pass: whole scans of a demonstration
 * portal through the fault proxy, compared finding by finding with an undisturbed one.
 */
import dns from 'node:dns'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLANS } from '../../fixtures/portals/plan.ts'
import { type ServedDemo, serveDemoPortals } from '../../fixtures/portals/serve.ts'
import { type Ran, runHere } from '../support/command.ts'
import { type Fault, faultProxy } from '../support/fault-proxy.ts'

interface Line {
  readonly check: string
  readonly subject: string
  readonly verdict: string
  readonly message: string
}

const PLAN = PLANS.find((plan) => plan.id === 'water')
const HOME = PLAN?.homePath ?? '/'
const URL_ = `http://${PLAN?.host}${HOME}`
let folder: string
let demo: ServedDemo
/** `check subject` → verdict of the undisturbed scan. */
let calm: ReadonlyMap<string, string>
let scans = 0

/** Every connection of the scan goes to `port` of this machine. */
async function scan(port: number): Promise<{ ran: Ran; lines: readonly Line[] }> {
  scans += 1
  const base = ['--db', join(folder, `${scans}.db`), '--archive', join(folder, `a${scans}`)]
  const ran = await runHere([
    ...['scan', '--url', URL_, '--as-of', demo.asOf, '--delay-ms', '0', '--no-browser'],
    ...demo.resolve.flatMap((one) => ['--resolve', one.replace(/\d+$/, String(port))]),
    ...['--config', join(folder, 'c.yaml'), ...base],
  ])
  const { stdout } = await runHere(['export', 'findings', ...base])
  const lines = stdout.split('\n').filter((line) => line.includes('"finding/1"'))
  return { ran, lines: lines.map((line) => JSON.parse(line) as Line) }
}

const keyOf = ({ check, subject }: Line): string => `${check} ${subject}`
const failsOf = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => line.verdict === 'fail')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-app-faults-'))
  writeFileSync(join(folder, 'c.yaml'), 'budget:\n  timeoutMs: 500\nretryDelaysMs: [1]\n')
  demo = await serveDemoPortals()
  const { ran, lines } = await scan(portOf(demo))
  expect(ran.code).toBe(0)
  expect(failsOf(lines).length).toBeGreaterThan(10)
  calm = new Map(lines.map((line) => [keyOf(line), line.verdict]))
})
afterAll(async () => {
  await demo?.close()
  rmSync(folder, { recursive: true, force: true })
})

function portOf({ resolve }: ServedDemo): number {
  return Number(resolve[0]?.split(':').at(-1))
}

const isList = (path: string): boolean => path.endsWith('/') && path !== HOME
const everyOther = (path: string): boolean =>
  path !== HOME && [...path].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 2 === 0
const everything = (): boolean => true

test.each<[Fault, string, (path: string) => boolean]>([
  ['truncate', '全部', everything],
  ['truncate', '半数', everyOther],
  ['short-length', '全部', everything],
  ['short-length', '半数', everyOther],
  ['half-gzip', '列表', isList],
  ['half-gzip', '全部', everything],
  ['spoilt-gzip', '列表', isList],
  ['reset', '列表', isList],
  ['mute', '半数', everyOther],
])('%s（%s）', async (fault, _where, hit) => {
  const proxy = await faultProxy(portOf(demo), (path) => (hit(path) ? fault : 'pass'))
  const { ran, lines } = await scan(proxy.port)
  await proxy.close()
  expect(proxy.done.get(fault)).toBeGreaterThan(5)
  expect([0, 3], ran.stderr).toContain(ran.code)
  const accused = failsOf(lines).filter((line) => calm.get(keyOf(line)) !== 'fail')
  expect(accused.map((line) => line.message)).toEqual([])
  const passed = lines.filter(
    (line) => line.verdict === 'pass' && ['fail', 'unsure'].includes(calm.get(keyOf(line)) ?? ''),
  )
  expect(passed.map((line) => line.message)).toEqual([])
})

test.each<Fault>(['long-length', 'false-gzip', 'strange-coding'])(
  '%s on every answer: all came, so nothing else is said of the site than without it',
  async (fault) => {
    const proxy = await faultProxy(portOf(demo), () => fault)
    const { ran, lines } = await scan(proxy.port)
    await proxy.close()
    expect(ran.code).toBe(0)
    const accused = failsOf(lines).filter((line) => calm.get(keyOf(line)) !== 'fail')
    expect(accused.map((line) => line.message)).toEqual([])
    if (fault !== 'long-length') {
      expect(new Map(lines.map((line) => [keyOf(line), line.verdict]))).toEqual(calm)
    }
  },
)

test.each<[Fault, RegExp]>([
  ['reset', /中断了连接/],
  ['mute', /超时/],
  ['spoilt-gzip', /没有测到/],
])('%s on the home page: nothing is measured, and why is said', async (fault, words) => {
  const proxy = await faultProxy(portOf(demo), (path) => (path === HOME ? fault : 'pass'))
  const { ran, lines } = await scan(proxy.port)
  await proxy.close()
  expect(ran.code).toBe(4)
  expect(`${ran.stdout}${ran.stderr}`).toMatch(words)
  expect(failsOf(lines)).toEqual([])
})

test('names that do not resolve: nothing is measured, and nothing is said of the site', async () => {
  const real = dns.lookup
  dns.lookup = ((_name: string, _options: object, done: (error: Error) => void) =>
    done(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }))) as never
  const base = ['--db', join(folder, 'dns.db'), '--archive', join(folder, 'dns')]
  try {
    const ran = await runHere([
      ...['scan', '--url', 'http://portal.example.gov.cn/', '--no-browser'],
      ...['--delay-ms', '0'],
      ...['--config', join(folder, 'c.yaml'), ...base],
    ])
    expect(ran.code).toBe(4)
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/域名|解析/)
  } finally {
    dns.lookup = real
  }
  const { stdout } = await runHere(['export', 'findings', ...base])
  expect(stdout).not.toContain('"verdict":"fail"')
})
