/**
 * kill -9 at fifty random moments of one scan, against an undisturbed one: `npm run bench:kills [-- KILLS SEED]`. The
 * same stored pages, the same findings, and at most what was in hand and one batch fetched twice a kill. Takes
 * minutes, so it is a bench; a handful of kills is in the tests. Exits 1 where a bar is missed.
 */
import { killedCrawl, moments } from '../test/support/killed-crawl.ts'

/** Visits to one host at a time, and captures written together. */
const IN_HAND = 2
const BATCH = 40

const kills = Number(process.argv[2] ?? 50)
const seed = Number(process.argv[3] ?? 7)
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('用法：npm run bench:kills [-- 次数 种子]，都是整数，次数至少为 1。')
  process.exit(2)
}
const size = Math.max(100, kills * 40)
const calm = await killedCrawl(size, [])
const rough = await killedCrawl(size, moments(kills, 110, seed))

function differing<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): number {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].filter((key) => a.get(key) !== b.get(key)).length
}
const lines = (from: readonly string[]) => new Map(from.map((line) => [line, true]))
// Missing pages are asked for twice by rule; only what is beyond the undisturbed run was lost to a kill.
const twice = rough.asked.length - calm.asked.length
const allowed = rough.kills * (IN_HAND + BATCH)
const rows: readonly (readonly [string, string, string, boolean])[] = [
  ['击杀次数（kill -9）', String(rough.kills), `= ${kills}`, rough.kills === kills],
  bar('地址结果', calm.rows.size, differing(calm.rows, rough.rows)),
  bar('存下的页面及其识别', calm.pages.size, differing(calm.pages, rough.pages)),
  bar(
    '检查结果（finding/1，除运行、时间、编号）',
    calm.findings.length,
    differing(lines(calm.findings), lines(rough.findings)),
  ),
  ['存档损坏', String(rough.damaged.length), '= 0', rough.damaged.length === 0],
  [
    '重复请求',
    `${twice}（平均每次 ${(twice / Math.max(1, rough.kills)).toFixed(1)}）`,
    `≤ ${allowed}（每次在途 ${IN_HAND} 加一批 ${BATCH}）`,
    twice <= allowed,
  ],
]
function bar(what: string, of: number, different: number) {
  return [what, `${of} 条中不同 ${different}`, '不同 = 0', of > 0 && different === 0] as const
}
process.stdout.write('| 项目 | 结果 | 要求 | 达到 |\n|---|---|---|---|\n')
for (const [what, got, wanted, met] of rows) {
  process.stdout.write(`| ${what} | ${got} | ${wanted} | ${met ? '是' : '否'} |\n`)
}
process.exit(rows.every(([, , , met]) => met) ? 0 : 1)
