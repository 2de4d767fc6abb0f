/**
 * Were many entries put up in the last days before the monitoring day, far more than the year before makes likely?
 * A one-sided Poisson test on entries per window, with its figure. It is always a question: campaigns and year-end
 * work look the same.
 */
import { addDays } from '#base/day'
import { placeKey } from '#base/url'
import {
  ColumnSubjects,
  ColumnTree,
  citePage,
  dayOfItem,
  defineCheck,
  hasUnreadPages,
  listed,
} from '#engine/define-check'
import type { Column, ColumnItem, SiteView } from '#model/site-view'

const YEAR = 365

export const burstPublished = defineCheck({
  id: 'freshness/burst-published',
  revision: 3,
  title: '监测前是否突击发布',
  question: '监测日前几天发布的条目，是否明显多于此前一年的正常节奏？',
  basis: [
    {
      document: '随州市2023年政务公开第三方评估（网站）指标',
      clause: '“突击发布/弄虚作假”该项不得分',
    },
    {
      document: '大英县2018年政务公开考核办法',
      clause: '信息发布任务应均衡完成（突击发布核减）（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    windowDays: {
      default: 10,
      meaning: '监测日前多少天算“监测前”',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minItems: {
      default: 15,
      meaning: '监测前至少发布几条才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    maxLikelihood: {
      default: 0.0001,
      meaning: '按此前节奏出现这么多条的概率低于此值才提问（泊松分布单侧）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    even: {
      verdict: 'pass',
      message:
        '监测前 {window} 天发布 {recent} 条，按此前一年的节奏预期 {expected} 条，没有明显突击',
    },
    burst: {
      verdict: 'unsure',
      message:
        '监测前 {window} 天发布 {recent} 条，按此前一年的节奏预期 {expected} 条（偶然出现的概率 {likelihood}），集中在：{columns}',
      ask: '这些条目是集中补发应付检查，还是确有集中工作？',
    },
    'not-comparable': {
      verdict: 'not-applicable',
      message: '有日期的条目没有读满此前一年，无从比较发布节奏',
    },
  },
  example: '此前一年平均每10天发布3条，监测前10天发布40条：发布节奏 burst，待人工核对。',
  *run(site, { asOf, params }) {
    const first = site.home ?? site.pages[0]
    if (first === undefined) return
    const subject = '发布节奏'
    const start = addDays(asOf, -params.windowDays)
    const since = addDays(asOf, -YEAR)
    const columns = site.columns.filter(
      (column) => reachesBack(site, column, since) && !isStamped(site, column, asOf),
    )
    const entries = withoutSeries(entriesOf(site, columns), start)
    const within = { start, since, asOf, days: params.windowDays }
    const isBurst = ({ recent, likelihood }: Rhythm): boolean =>
      recent.length >= params.minItems && likelihood < params.maxLikelihood
    const bursting = [...new Set(entries.map(({ column }) => column))].flatMap((column) => {
      const own = rhythmOf(
        entries.filter((one) => one.column === column),
        within,
      )
      return isBurst(own) ? [{ column, own }] : []
    })
    const rest = rhythmOf(
      entries.filter(({ column }) => !bursting.some((one) => one.column === column)),
      within,
    )
    const all = rhythmOf(entries, within)
    if (all.before === 0) {
      const facts = { window: params.windowDays, recent: all.recent.length, before: 0 }
      yield { outcome: 'not-comparable', subject, facts, evidence: [citePage(first)] }
      return
    }
    const subjects = new ColumnSubjects(site)
    for (const { column, own } of bursting)
      yield {
        outcome: 'burst',
        subject: `${subject}：${subjects.of(column)}`,
        ...figuresOf(own, within),
      }
    const isRush = isBurst(rest)
    const figures = figuresOf(rest, within)
    yield isRush
      ? { ...figures, outcome: 'burst', subject }
      : { ...figures, outcome: 'even', subject, evidence: [citePage(first)] }
  },
})

interface Within {
  readonly start: string
  readonly since: string
  readonly asOf: string
  readonly days: number
}

interface Rhythm {
  readonly recent: readonly Entry[]
  readonly before: number
  readonly expected: number
  readonly likelihood: number
}

/** What came in the window against what the year before lets expect; a list that held nothing may have got one. */
function rhythmOf(entries: readonly Entry[], { start, since, asOf, days }: Within): Rhythm {
  const recent = entries.filter(({ day }) => day > start && day <= asOf)
  const before = entries.filter(({ day }) => day > since && day <= start).length
  const expected = (Math.max(1, before) * days) / (YEAR - days)
  return { recent, before, expected, likelihood: atLeast(recent.length, expected) }
}

function figuresOf({ recent, before, expected, likelihood }: Rhythm, { days }: Within) {
  const counts = new Map<string, number>()
  for (const { column } of recent) counts.set(column.name, (counts.get(column.name) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  return {
    facts: {
      ...{ window: days, recent: recent.length, before },
      expected: Number(expected.toFixed(1)),
      likelihood: likelihood.toExponential(1),
      columns: listed(ranked.map(([name, count]) => `${name}（${count}条）`)),
    },
    measure: { value: recent.length / Math.max(1, recent.length + before), unit: 'share' as const },
    evidence: recent.slice(0, 10).map(({ item }) => item.place),
  }
}

interface Entry {
  readonly column: Column
  readonly item: ColumnItem
  readonly day: string
}

/** A list of which only the newest page was read tells nothing of the year before. */
function reachesBack(site: SiteView, column: Column, since: string): boolean {
  if (column.kind !== 'local') return false
  if (!hasUnreadPages(site, column) && column.coverage === 'complete') return true
  return column.items.some((item) => (dayOfItem(site, item)?.day ?? NEVER) <= since)
}

/** A list that prints the day of the visit beside every entry tells nothing of when they came. */
function isStamped(site: SiteView, { items }: Column, asOf: string): boolean {
  const days = items.flatMap((item) => dayOfItem(site, item)?.day ?? [])
  return days.length >= LEAST_STAMPED && days.every((day) => day === asOf)
}

const LEAST_STAMPED = 3

/** Later than any day: an undated entry reaches back to nothing. */
const NEVER = '9999-12-31'

/** Each entry once, in the lowest column that lists it: those above repeat what is below them. */
function entriesOf(site: SiteView, all: readonly Column[]): Entry[] {
  const tree = new ColumnTree(site)
  const depthOf = (column: Column): number => tree.ancestors(column).length
  const columns = [...all].sort((a, b) => depthOf(b) - depthOf(a))
  const seen = new Set<string>()
  const entries: Entry[] = []
  for (const column of columns)
    for (const item of column.items) {
      const read = dayOfItem(site, item)
      if (read === null || item.url === null || seen.has(placeKey(item.url))) continue
      seen.add(placeKey(item.url))
      entries.push({ column, item, day: read.day })
    }
  return entries
}

/** Days on which one title comes, its figures aside, in the window and before it, that make it a report of every day. */
const SERIES_DAYS = 6
/** Of such a report, at most so many come on one day. */
const SERIES_A_DAY = 2

/** Without prices, forecasts and bulletins that came day after day before the window too: they are no rush, however young. */
function withoutSeries(entries: readonly Entry[], start: string): Entry[] {
  const titleOf = ({ item }: Entry): string =>
    item.title.replace(/[\d一二三四五六七八九十〇]+/g, '')
  const days = new Map<string, string[]>()
  for (const entry of entries) {
    const all = days.get(titleOf(entry))
    if (all) all.push(entry.day)
    else days.set(titleOf(entry), [entry.day])
  }
  const series = new Set<string>()
  for (const [title, all] of days) {
    const within = new Set(all.filter((day) => day > start)).size
    const before = new Set(all.filter((day) => day <= start)).size
    const often = all.length <= (within + before) * SERIES_A_DAY
    if (within >= SERIES_DAYS && before >= SERIES_DAYS && often) series.add(title)
  }
  const others = entries.filter((entry) => !series.has(titleOf(entry)))
  // A site that prints nothing else is judged by that.
  return others.some(({ day }) => day <= start) ? others : [...entries]
}

/** P(X ≥ count) for a Poisson variable of this mean. */
function atLeast(count: number, mean: number): number {
  if (count <= 0) return 1
  // Summed from `count` upwards, so that small tails keep their digits.
  let term = Math.exp(-mean + count * Math.log(mean) - logFactorial(count))
  let sum = 0
  for (let k = count; term > 0 && (k < mean || term > sum * 1e-12); k += 1) {
    sum += term
    term *= mean / (k + 1)
  }
  return Math.min(1, sum)
}

function logFactorial(n: number): number {
  let sum = 0
  for (let k = 2; k <= n; k += 1) sum += Math.log(k)
  return sum
}
