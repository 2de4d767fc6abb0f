/**
 * How many items did the portal publish in the year, without duplicates and plain reposts? A figure for schemes with a
 * target; without a target it only counts, and measures each unit against the table of targets that the portal itself
 * prints. Items are those of the columns, by the day printed; the source label of an item's page tells reposts and units.
 * What was not read is not counted, and then no shortfall is claimed. Pieces put up twice in one column are named.
 */
import { daysBetween } from '#base/day'
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  isOfSource,
  isSameText,
  isTitledBy,
  listed,
  partly,
  type Repeated,
  type Rests,
  repeatedSince,
  SERIES,
  type UnitTarget,
  type UnitTargets,
  unitsOf,
  unitTargets,
  unreadSince,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, PageView, Place, SiteView } from '#model/site-view'

export const itemsShort = defineCheck({
  id: 'volume/items-short',
  revision: 14,
  title: '年度信息发布量',
  question: '本年度（至监测日）发布了多少条信息（不计重复和转载），是否达到目标？',
  basis: [
    {
      document: '大英县2018年政务公开考核办法',
      clause: '完成政府信息目标任务情况：各单位20–240条，每少1条扣0.3分，每超10条加0.2分',
    },
  ],
  needs: ['columns'],
  params: {
    target: {
      default: 0,
      meaning: '本年度应发布的条数；0表示没有目标，只计数',
      source: '由考核方案按单位设定（大英县2018年为20–240条）',
      verified: true,
    },
    year: {
      default: 0,
      meaning: '统计哪一年；0表示监测日所在年',
      source: '由考核方案设定',
      verified: true,
    },
    behindPercent: {
      default: 50,
      meaning:
        '分单位的任务还没有到期、时间已过半时，读到的条数低于按时间进度应完成数的百分之几就提问；0表示不问',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    met: {
      verdict: 'pass',
      message:
        '{year}年发布 {count} 条，达到目标 {target} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计）',
    },
    counted: {
      verdict: 'pass',
      message:
        '{year}年读到 {count} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计），{goal}。按来源：{units}',
    },
    'counted-before': {
      verdict: 'pass',
      message:
        '上一年（{year}年）读到 {count} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计）。按来源：{units}',
    },
    'units-met': {
      verdict: 'pass',
      message: '“{table}”给 {count} 个单位定的{year}年发布任务，到期的都已完成',
    },
    'units-running': {
      verdict: 'not-applicable',
      message: '“{table}”给 {count} 个单位定了{year}年发布任务，还没有到期',
    },
    'units-behind': {
      verdict: 'unsure',
      message:
        '“{table}”给 {total} 个单位定了{year}年发布任务，还没有到期；按时间进度，{count} 个单位按来源读到的不到应完成数的一半：{names}',
      ask: '所列单位实际发布了多少条（含其他平台、没有标明来源的），能否按期完成任务？',
    },
    'unit-short': {
      verdict: 'fail',
      message:
        '{unit}：“{table}”要求截至{until}发布 {target} 条，{column}按来源只读到 {count} 条，少 {lacking} 条（重复 {duplicates} 条不计）',
      claimsAbsence: true,
      ask: '该单位实际发布了多少条（含没有标明来源的）？',
    },
    'units-doubtful': {
      verdict: 'unsure',
      message:
        '“{table}”给各单位定了{year}年发布任务，没有写明按哪个栏目统计；全站按来源读到的，{count} 个单位没有达到：{names}',
      ask: '所列单位实际发布了多少条（含其他平台、没有标明来源的），是否完成任务？',
    },
    repeated: {
      verdict: 'fail',
      message: '有 {count} 条信息在同一栏目里重复发布（同题同文），发布量只计一次：{names}',
      ask: '所列两个页面的正文是否完全相同？',
    },
    'repeated-notices': {
      verdict: 'unsure',
      message: '有 {count} 件公告在同一栏目里发布了不止一次（同题同文）：{names}',
      ask: '所列公告是按规定多次公告，还是重复发布？',
    },
    short: {
      verdict: 'fail',
      message:
        '{year}年发布 {count} 条，目标 {target} 条，少 {lacking} 条（转载 {reposts} 条、重复 {duplicates} 条不计）',
      claimsAbsence: true,
      ask: '该单位本年度实际发布了多少条（含没有读到的栏目和其他平台）？',
    },
  },
  example: '目标120条，读到2018年的98条，另有转载14条：2018年发布量 short，少22条。',
  *run(site, { asOf, params }) {
    const first = site.home ?? site.pages[0]
    if (first === undefined) return
    const asked = params.year === 0 ? Number(asOf.slice(0, 4)) : params.year
    const { target } = params
    const year = countIn(site, asked, asOf, first)
    const count = year.measure.value
    const tables = unitTargets(site)
    const goal =
      tables.length > 0
        ? '网站公布了分单位的任务，按单位另行核对'
        : '没有设目标，网站上也没有读到分单位的任务表'
    yield {
      ...year,
      outcome: target === 0 ? 'counted' : count >= target ? 'met' : 'short',
      facts: { ...year.facts, target, goal, lacking: Math.max(0, target - count) },
    }
    // A year still running says little of a unit: the last whole one is what is mostly assessed.
    const before = countIn(site, asked - 1, asOf, first)
    if (params.year === 0 && before.measure.value > 0)
      yield { ...before, outcome: 'counted-before' }
    for (const table of tables) yield* unitsAgainst(site, table, asOf, params.behindPercent)
    yield* repeats(site, `${asked - 1}-01-01`)
  },
})

/** What is said three times by rule (挂失、清算、拍卖), or told again as long as it holds. */
const NOTICE = /公告|公示|通告|通知|声明|启事|提示|预告|预报|预警/
/** A notice to those whom it concerns, or of who was chosen, is given once: word for word again, it was put up twice. */
const GIVEN_ONCE =
  /(?:的通知|(?:名单|对象|人员|企业|结果|情况|项目)的?公示)(?:[（(]第?\d+号[)）])?$/
/** Reminders, and what the law has repeated. */
const AGAIN =
  /遗失|挂失|作废|清算|注销|债权|拍卖|出让|转让|招标|招租|招募|招聘|送达|催|缴|参保|报名|申报|认领|停[水电气]|断网|限行|管制|禁|防火|防汛|提醒|征集|征求|延期|再次|第[二三四两]次|复审|年检|年报/

function* repeats(
  site: SiteView,
  since: CivilDay,
): Iterable<Observation<'repeated' | 'repeated-notices'>> {
  const all = repeatedSince(site, since)
  const notices = all.filter(
    ({ title }) => NOTICE.test(title) && (!GIVEN_ONCE.test(title) || AGAIN.test(title)),
  )
  const news = all.filter((one) => !notices.includes(one))
  if (news.length > 0) yield { outcome: 'repeated', subject: '重复发布', ...naming(news) }
  if (notices.length > 0)
    yield { outcome: 'repeated-notices', subject: '多次发布的公告', ...naming(notices) }
}

function naming(repeated: readonly Repeated[]) {
  const names = repeated.map(({ title, column, entries }) => {
    const days = entries.map(({ day }) => day).join('、')
    return `“${title}”（${column.name}，${days}）`
  })
  return {
    facts: { count: repeated.length, names: listed(names, 5) },
    measure: { value: repeated.length, unit: 'count' as const },
    evidence: repeated.slice(0, 5).flatMap(({ entries }) => entries.map(({ place }) => place)),
    pages: repeated.flatMap(({ entries }) => entries.flatMap(({ url }) => url ?? [])),
  }
}

type OfUnits = Observation<
  'units-met' | 'units-running' | 'units-behind' | 'unit-short' | 'units-doubtful'
>

/** Each unit of a table against the latest of its targets that is due. */
function* unitsAgainst(
  site: SiteView,
  table: UnitTargets,
  asOf: CivilDay,
  percent: number,
): Iterable<OfUnits> {
  const { title, year, column } = table
  const facts = { table: title, year: String(year) }
  const subject = `${year}年各单位任务（${title}）`
  const due = table.targets.filter(({ until }) => until < asOf)
  const evidence = table.targets.slice(0, 5).map(({ place }) => place)
  const named = new Set(table.targets.map(({ unit }) => unit))
  const tree = new ColumnTree(site)
  const columns = column === null ? site.columns : [column, ...tree.descendants(column)]
  if (due.length === 0) {
    const behind = [...named].flatMap((unit) => {
      const own = table.targets.filter((one) => one.unit === unit)
      const [next] = own.sort((one, other) => one.until.localeCompare(other.until))
      const read = next === undefined ? null : countOf(site, columns, next)
      return read === null || !isBehind(read, asOf, percent) ? [] : [read]
    })
    if (behind.length > 0)
      yield namedOf('units-behind', subject, { ...facts, total: named.size }, behind)
    else
      yield { outcome: 'units-running', subject, facts: { ...facts, count: named.size }, evidence }
    return
  }
  const read = [...named].flatMap((unit) => {
    const own = due.filter((one) => one.unit === unit)
    const [last] = own.sort((one, other) => other.until.localeCompare(one.until))
    return last === undefined ? [] : [countOf(site, columns, last)]
  })
  const short = read.filter(({ count, last }) => count < last.target)
  if (short.length === 0)
    yield { outcome: 'units-met', subject, facts: { ...facts, count: named.size }, evidence }
  else if (column !== null) for (const one of short) yield shortOf(site, column, facts, one)
  else {
    // Where the others' sources show that they did what was asked, half of it and less is no matter of how it is counted.
    const met = read.length - short.length
    const odd = short.filter(({ count, last }) => count * 2 <= last.target)
    const isOdd = met >= MET && odd.length * MET <= met
    for (const one of isOdd ? odd : []) yield shortOf(site, null, facts, one)
    const rest = isOdd ? short.filter((one) => !odd.includes(one)) : short
    if (rest.length > 0) yield namedOf('units-doubtful', subject, facts, rest)
  }
}

/** So many units that reached their targets, beside each that is far from it. */
const MET = 3

interface UnitCount {
  readonly last: UnitTarget
  readonly count: number
  readonly duplicates: number
  /** Entries of that time that name no source. */
  readonly unsigned: number
  readonly rests: Rests
  readonly places: readonly Place[]
}

function countOf(site: SiteView, columns: readonly Column[], last: UnitTarget): UnitCount {
  const year = Number(last.until.slice(0, 4))
  const places: Place[] = []
  let duplicates = 0
  let unsigned = 0
  for (const entries of byTitle(site, columns, year, last.until).values()) {
    const { kept, repeated } = eachOnce(site, entries)
    const isOwn = ({ item }: Entry): boolean =>
      isOfSource(sourceOf(site, item) ?? '', last.unit) || isTitledBy(item.title, last.unit)
    places.push(...kept.filter(isOwn).map(({ item }) => item.place))
    duplicates += repeated.filter(isOwn).length
    unsigned += kept.filter((one) => !isOwn(one) && sourceOf(site, one.item) === null).length
  }
  const rests = unreadSince(site, columns, `${year}-01-01`)
  return { last, count: places.length, duplicates, unsigned, rests, places }
}

function shortOf(
  site: SiteView,
  column: Column | null,
  facts: { readonly table: string; readonly year: string },
  { last, count, duplicates, unsigned, rests, places }: UnitCount,
): OfUnits {
  const { unit, target, until } = last
  const lacking = target - count
  const where = column === null ? '全站' : `“${column.name}”栏目`
  const shown = places.length > 0 || column === null ? places.slice(0, 4) : citeColumn(site, column)
  return {
    outcome: 'unit-short',
    subject: `${facts.year}年任务：${unit}`,
    facts: { ...facts, unit, until, target, count, lacking, duplicates, column: where },
    measure: { value: count, unit: 'count' },
    evidence: [last.place, ...shown],
    coverage: unsigned >= lacking ? partly(`${where}有 ${unsigned} 条没有读到来源`) : rests,
  }
}

/** Past half of its time, with less than that share of what the time gone would have brought, unsigned entries included. */
function isBehind({ last, count, unsigned }: UnitCount, asOf: CivilDay, percent: number): boolean {
  const first: CivilDay = `${Number(last.until.slice(0, 4))}-01-01`
  const gone = daysBetween(first, asOf) / daysBetween(first, last.until)
  return gone >= 0.5 && count + unsigned < (last.target * gone * percent) / 100
}

function namedOf<O extends 'units-doubtful' | 'units-behind'>(
  outcome: O,
  subject: string,
  facts: Readonly<Record<string, string | number>>,
  units: readonly UnitCount[],
): Observation<O> {
  const names = units.map(({ last, count }) => `${last.unit}（${count}/${last.target}）`)
  return {
    outcome,
    subject,
    facts: { ...facts, count: units.length, names: listed(names, 8) },
    evidence: units.slice(0, 5).map(({ last }) => last.place),
  }
}

/** What stands in the columns by the day of one year, each piece once, reposts apart; by column and by source label. */
function countIn(site: SiteView, year: number, asOf: CivilDay, first: PageView) {
  const counted: Place[] = []
  const byColumn = new Map<string, number>()
  const bySource = new Map<string, number>()
  let reposts = 0
  let duplicates = 0
  for (const entries of byTitle(site, site.columns, year, asOf).values()) {
    const { kept, repeated } = eachOnce(site, entries)
    duplicates += repeated.length
    for (const { item, column } of kept) {
      if (isRepost(site, item)) reposts += 1
      else {
        counted.push(item.place)
        byColumn.set(column.name, (byColumn.get(column.name) ?? 0) + 1)
        const source = sourceOf(site, item) ?? '未注明'
        bySource.set(source, (bySource.get(source) ?? 0) + 1)
      }
    }
  }
  const rests = unreadSince(site, site.columns, `${year}-01-01`)
  return {
    subject: `${year}年发布量`,
    facts: {
      year: String(year),
      count: counted.length,
      reposts,
      duplicates,
      complete: rests.value === 'complete',
      columns: ranked(byColumn),
      units: ranked(bySource),
    },
    measure: { value: counted.length, unit: 'count' },
    evidence: counted.length > 0 ? counted.slice(0, 5) : [citePage(first)],
    coverage: rests,
  } as const
}

/** 办公室 120、规划科 30: most first. */
function ranked(numbers: ReadonlyMap<string, number>): string {
  return listed(
    [...numbers].sort((a, b) => b[1] - a[1]).map(([name, number]) => `${name} ${number}`),
    30,
  )
}

interface Entry {
  readonly day: CivilDay
  readonly item: ColumnItem
  readonly column: Column
}

/** The year's entries up to a day, by title; the same address in another column is the same entry. */
function byTitle(
  site: SiteView,
  columns: readonly Column[],
  year: number,
  until: CivilDay,
): Map<string, Entry[]> {
  const titles = new Map<string, Entry[]>()
  const urls = new Set<string>()
  for (const column of columns)
    for (const item of column.items) {
      const day = dayOfItem(site, item)?.day
      if (day === undefined || !day.startsWith(`${year}-`) || day > until) continue
      const key = item.url === null ? `${column.id} ${item.title}` : placeKey(item.url)
      if (urls.has(key)) continue
      urls.add(key)
      const title = compareForm(item.title)
      const same = titles.get(title)
      if (same) same.push({ day, item, column })
      else titles.set(title, [{ day, item, column }])
    }
  return titles
}

/** Days within which one title under two addresses is the same piece put up twice. */
const SOON = 7

/** Entries of one title, each piece once: what is left of them repeats one that was kept. */
function eachOnce(site: SiteView, entries: readonly Entry[]) {
  const isSeries = new Set(entries.map(({ day }) => day)).size >= SERIES
  const kept: Entry[] = []
  const repeated: Entry[] = []
  for (const entry of entries) {
    const again = kept.some((other) => isRepeated(site, entry, other, isSeries))
    if (again) repeated.push(entry)
    else kept.push(entry)
  }
  return { kept, repeated }
}

/** Two entries of one title that are one piece: of one day, of one wording, or soon after one another and of no series. */
function isRepeated(site: SiteView, one: Entry, other: Entry, isSeries: boolean): boolean {
  if (one.day === other.day) return true
  const [view, known] = [one, other].map(({ item }) =>
    item.url === null ? null : site.pageAt(item.url),
  )
  if (view && known && isSameText(view, known, isSeries)) return true
  return !isSeries && Math.abs(daysBetween(one.day, other.day)) <= SOON
}

/** Sources that are surely another's: papers, agencies, portals. A unit's own sections sign in many ways. */
const OUTSIDE =
  /日报|晚报|时报|都市报|新闻|新华|人民网|央视|光明|电视台|广播|客户端|公众号|转载|政府网|人民政府|[省部委]$|厅$|(?:[省部厅]|国家[\u4e00-\u9fff]{2,10}委)(?:官方|门户)?(?:网站|官网|网)$|^(?:[\u4e00-\u9fff]{2,3})?省.+[局委办会]$|^国家.+局(?:官方|门户)?(?:网站|官网|网)?$/

/** The unit that its page names as source. */
function sourceOf(site: SiteView, item: ColumnItem): string | null {
  return item.url === null ? null : (site.pageAt(item.url)?.page.source ?? null)
}

/** Its page names another source. */
function isRepost(site: SiteView, item: ColumnItem): boolean {
  const from = compareForm(sourceOf(site, item) ?? '')
  if (!OUTSIDE.test(from)) return false
  const own = [site.agency, site.portal, ...unitsOf(site)]
  const names = own.map(({ name }) => compareForm(name))
  return !names.some((name) => name !== '' && (name.includes(from) || from.includes(name)))
}
