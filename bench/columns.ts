/**
 * Columns and annual reports of the mirrored sites against labels read by a person (bench/labels): scans each site as a
 * user would and compares `site-view/1`. The half of the labels that rules may be tuned on and the half set aside are
 * shown apart; `npm run bench:columns -- --misses` lists every miss of the tuning half only. Judges the reading, not sites.
 */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Calibration } from './calibration.ts'
import { labelled, type Row } from './labels.ts'
import { mirroredSites, SITES_ABSENT } from './site-server.ts'
import { type SiteViewShape, scanSite } from './sites.ts'

type Half = 'tune' | 'aside'

interface Measure {
  readonly what: string
  /** Share that issue 5 asks for. */
  readonly bar: number
}

const MEASURES = {
  recall: { what: '栏目召回', bar: 0.97 },
  precision: { what: '类别精确率（确信度 > 0.8）', bar: 0.98 },
  topic: { what: '类别正确率', bar: 0.95 },
  newest: { what: '最新日期', bar: 0.98 },
  items: { what: '首页条数', bar: 0.95 },
  empty: { what: '空栏目', bar: 0.95 },
  accused: { what: '说是空栏目的确实空', bar: 1 },
  reports: { what: '年度报告的年份', bar: 1 },
} as const satisfies Readonly<Record<string, Measure>>
type Key = keyof typeof MEASURES

/** A topic less sure than this is a proposal, not a reading. */
const TOPIC_BAR = 0.5

class Tally {
  readonly #pairs = new Map<string, [right: number, all: number]>()
  readonly misses: string[] = []
  readonly calibration = new Calibration()

  note(half: Half, key: Key, right: boolean, miss: string): void {
    const pair = this.#pairs.get(`${half} ${key}`) ?? [0, 0]
    this.#pairs.set(`${half} ${key}`, [pair[0] + (right ? 1 : 0), pair[1] + 1])
    // Misses of the half set aside stay unread, or it would be tuned on.
    if (!right && half === 'tune') this.misses.push(`${MEASURES[key].what} · ${miss}`)
  }

  shown(half: Half, key: Key): string {
    const [right, all] = this.#pairs.get(`${half} ${key}`) ?? [0, 0]
    if (all === 0) return '无'
    const met = right / all >= MEASURES[key].bar ? '达标' : '未达标'
    return `${right}/${all}（${((100 * right) / all).toFixed(1)}%，${met}）`
  }
}

function halfOf(row: Row): Half {
  const hash = createHash('sha256').update(`${row.site}/${row.path}`).digest('hex')
  return Number.parseInt(hash.charAt(0), 16) < 8 ? 'tune' : 'aside'
}

/** One address however it is written: without scheme and index page. */
function keyOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/(index\.html|default\.shtml)$/, '/')
}

function compareColumn(tally: Tally, row: Row, key: string, view: SiteViewShape): void {
  const half = halfOf(row)
  const name = `${row.site} ${row.path} ${row.name}`
  const column = view.columns.find((one) => keyOf(one.url) === key)
  tally.note(half, 'recall', column !== undefined, name)
  if (column === undefined) return
  const topic =
    column.topic !== null && column.topic.sureness >= TOPIC_BAR ? column.topic.value : '-'
  if (row.topic !== '?') {
    const miss = `${name}：应为 ${row.topic}，得到 ${topic} ${column.topic?.sureness ?? ''}`
    tally.note(half, 'topic', topic === row.topic, miss)
    if (column.topic !== null)
      tally.calibration.note('栏目类别', column.topic.sureness, column.topic.value === row.topic)
    if ((column.topic?.sureness ?? 0) > 0.8)
      tally.note(half, 'precision', topic === row.topic, miss)
  }
  const { state, items, newest } = row
  if (state === 'dated' || state === 'undated' || state === 'empty') {
    const got = column.newest?.value ?? '-'
    tally.note(half, 'newest', got === newest, `${name}：应为 ${newest}，得到 ${got}`)
    const count = String(column.items.firstPage)
    tally.note(half, 'items', count === items, `${name}：应为 ${items}，得到 ${count}`)
  }
  if (column.empty && state !== '?')
    tally.note(half, 'accused', state === 'empty', `${name}：${state}`)
  if (state !== '?' && state !== 'container')
    tally.note(half, 'empty', column.empty === (state === 'empty'), `${name}：${state}`)
}

/** Both ways: every labelled report read with its year, and nothing else read as one. */
function compareReports(
  tally: Tally,
  rows: readonly Row[],
  keyFor: (row: Row) => string,
  view: SiteViewShape,
): void {
  const read = [
    ...view.annualReports.map((one) => ({ ...one, kind: 'ogi' })),
    ...view.siteAnnualTables.map((one) => ({ ...one, kind: 'site' })),
  ]
  const labelled = new Set(rows.map(keyFor))
  for (const row of rows) {
    const found = read.find((one) => keyOf(one.url) === keyFor(row) && one.kind === row.kind)
    const miss = `${row.path}：应为 ${row.year}，得到 ${found?.year ?? '无'}`
    tally.note(halfOf(row), 'reports', String(found?.year) === row.year, miss)
  }
  for (const one of read) {
    if (!labelled.has(keyOf(one.url)))
      tally.note('tune', 'reports', false, `多认：${one.kind} ${one.year} ${one.url}`)
  }
}

/** Markdown for docs/accuracy.md; without the mirrors, one line saying so. */
export async function columnsReport(withMisses = false): Promise<string> {
  const sites = mirroredSites()
  if (!sites) return SITES_ABSENT
  const tally = new Tally()
  const columns = labelled('columns.tsv')
  const reports = labelled('reports.tsv')
  for (const site of sites) {
    const { view } = await scanSite(site.folder)
    const keyFor = (row: Row): string =>
      keyOf(`${site.origin.replace(/\/$/, '')}${site.mount}${row.path}`)
    const own = (rows: readonly Row[]): Row[] => rows.filter((row) => row.site === site.folder)
    for (const row of own(columns)) compareColumn(tally, row, keyFor(row), view)
    compareReports(tally, own(reports), keyFor, view)
  }
  const lines = [
    `标注栏目 ${columns.length} 个、年度报告与年度报表 ${reports.length} 份（bench/labels，先标注后调整；一半留作验收，不看其错项）。`,
    '',
    '| 项目 | 要求 | 调整用的一半 | 留出的一半 |',
    '|---|---|---|---|',
  ]
  for (const key of Object.keys(MEASURES) as Key[]) {
    const { what, bar } = MEASURES[key]
    lines.push(
      `| ${what} | ≥ ${bar * 100}% | ${tally.shown('tune', key)} | ${tally.shown('aside', key)} |`,
    )
  }
  lines.push(
    '',
    '栏目类别的确信度与正确率（两半合计；低于 0.5 的只作建议）：',
    '',
    tally.calibration.report(),
  )
  if (withMisses) lines.push('', ...tally.misses.map((miss) => `- ${miss}`))
  return lines.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(await columnsReport(process.argv.includes('--misses')))
