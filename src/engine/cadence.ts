/**
 * What the entries of a column tell of its rhythm: that they came by months or quarters and come no more. How long is too
 * long is the check's parameter.
 */
import { addDays, daysBetween, makeDay } from '#base/day'
import { squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, Place, SiteView } from '#model/site-view'
import { citePage } from './cite.ts'
import { type ColumnTree, dayOfItem, isKept } from './columns.ts'
import { OF_PERSONS, quarterOf } from './editions.ts'
import { holdsMore, isReadWhole } from './hollow-pages.ts'

/** 2023年1-4月…情况, 4月份…, 一季度…; a day of a month is no period. */
const PERIOD =
  /(?:20\d\d年?)?(?:(?:1|一)[-—–~～至到])?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d|[一二三四五六七八九十]+[日号]|[底初末中上下])|[一二三四1-4]季度|上半年/
export const namesPeriod = (title: string): boolean => PERIOD.test(title)
/** Of the newest entries, so many are looked at, and so many must name periods of their own. */
const LOOKED_AT = 8
const LEAST_PERIODS = 4
/** Of figures that are owed by the quarter, beside those of the whole year. */
const LEAST_QUARTERS = 3
const OF_YEAR = /20\d\d年/

/** Entries that report month after month or quarter after quarter: by their titles, with days that differ. */
function comesByPeriods(
  site: SiteView,
  items: readonly ColumnItem[],
  least = LEAST_PERIODS,
): boolean {
  const newest = items
    .flatMap((item) => {
      const day = dayOrMonth(site, item)
      return day === null ? [] : [{ day, period: PERIOD.exec(item.title)?.[0] }]
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, LOOKED_AT)
  const named = newest.filter(({ period }) => period !== undefined)
  const months = new Set(named.map(({ day }) => day.slice(0, 7)))
  return months.size >= least && named.length * 3 >= newest.length * 2
}

/** Days after which a series that stands still is told, asked about, or told where it counts what was served. */
export interface SeriesAges {
  readonly topics: readonly string[]
  readonly told: number
  readonly asked: number
  readonly served: number
  readonly yearly: number
  /** Topics whose bulletins came month after month, and days after which their silence is told. */
  readonly bulletins: readonly string[]
  readonly bulletin: number
}

export interface BrokenSeries {
  readonly outcome: 'stale' | 'quiet'
  readonly newest: CivilDay
  readonly days: number
  readonly limit: number
  readonly place: Place
}

/** 办件统计: how many got what they came for, month after month. */
const SERVED = /^(?:办件|办事|事项办理|政务服务|服务事项)(?:情况|数据|量)?(?:统计|月报|通报)/
/** One a year, told by what it is. */
const YEARLY = /^(?:全[省市县区]|[\u4e00-\u9fff]{2,4}[省市县区])?统计(?:公报|年鉴)$/

/**
 * Reports that came month after month or quarter after quarter and come no more, here or elsewhere. Told where the sources
 * print how often (topics), asked about where the days alone tell the rhythm.
 */
export function brokenSeries(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  ages: SeriesAges,
  asOf: CivilDay,
): BrokenSeries | null {
  const branch = [column, ...tree.descendants(column)]
  const items = branch.flatMap((one) => one.items)
  const newest = newestReport(site, items, asOf)
  if (newest === null || column.kind !== 'local' || MOVED.test(newest.item.title)) return null
  const { day, item } = newest
  const days = daysBetween(day, asOf)
  const answer = (outcome: 'stale' | 'quiet', limit: number): BrokenSeries | null =>
    days > limit ? { outcome, newest: day, days, limit, place: item.place } : null
  const topic = column.topic?.value ?? ''
  const owed = ages.topics.includes(topic)
  const served = SERVED.test(column.name.trim())
  if (owed && YEARLY.test(column.name.trim())) return answer('stale', ages.yearly)
  const bulletin = ages.bulletins.includes(topic) && cameAsBulletins(site, items)
  const byPeriods = comesByPeriods(site, items)
  const begun = owed && beganMonthly(items)
  const quarterly = owed && listsByQuarter(items, item)
  // Figures of several kinds: where one goes on under its name, that tells of it.
  const apart = new Set(items.map(nameOf)).size === items.length
  const ofYear =
    owed && apart && OF_YEAR.test(item.title) && comesByPeriods(site, items, LEAST_QUARTERS)
  const monthly = byPeriods || begun || ofYear || cameMonthly(site, items)
  if (!bulletin && !served && !quarterly && !(owed && monthly)) return null
  if (goesOn(site, items, day) || isToldMoved(site, column, day)) return null
  // How often these are renewed is printed: their months need not show it. A quarter is told of after its end.
  if (served && namesQuarters(items)) return answer('stale', Math.max(ages.served, ages.asked))
  if (served) return byPeriods || namesMonths(items) ? answer('stale', ages.served) : null
  const above = tree.ancestors(column)
  const others = site.columns.filter(
    (one) =>
      one.topic?.value === topic && topic !== '' && !branch.includes(one) && !above.includes(one),
  )
  const alone = others.every((one) => one.kind === 'local' && !isKept(site, [one], ages.told, asOf))
  if (bulletin)
    return (alone ? answer('stale', ages.bulletin) : null) ?? answer('quiet', ages.asked)
  return (
    ((byPeriods || (owed && monthly)) && alone ? answer('stale', ages.told) : null) ??
    answer('quiet', (byPeriods || quarterly) && alone ? ages.asked : ages.told)
  )
}

/** Figures of what was served on a page of their own: month below month, or one to a line. */
export interface ServedFigures {
  readonly name: string
  readonly newest: CivilDay
  readonly days: number
  readonly place: Place
}

/**
 * 办件统计 as a table on a page (2026年5月 1820, or 2026年5月办件统计 above it): the last month that any of these pages tells of,
 * by the day that the page was renewed, else by the end of the next month. Null where a list of reports goes on, or something on them was not read.
 */
export function servedFigures(site: SiteView, asOf: CivilDay): ServedFigures | null {
  const lists = new Set(
    site.columns.flatMap(({ items, url }) => (items.length > 0 ? [placeKey(url)] : [])),
  )
  const named = new Map(
    site.columns.flatMap(({ name, url }) =>
      SERVED.test(name.trim()) ? [[placeKey(url), name.trim()] as const] : [],
    ),
  )
  const pages = site.pages.filter(({ page: { title, url } }) => {
    const key = placeKey(url)
    return (named.has(key) || SERVED.test((title ?? '').trim())) && !lists.has(key)
  })
  if (pages.some((view) => !isReadWhole(view) || holdsMore(view))) return null
  const told = pages.flatMap((view) => {
    const lines = [view.page.title ?? '', ...view.page.text.excerpt.split('\n')].map(squash)
    const last = lines
      .flatMap((line) => monthOf(line) ?? [])
      .sort()
      .at(-1)
    if (last === undefined) return []
    const renewed = lines.flatMap((line) => RENEWED.exec(line)?.slice(1) ?? [])
    const [year, month, date] = renewed.map(Number)
    const printed = renewed.length === 3 ? makeDay(year ?? 0, month ?? 0, date ?? 0) : null
    const day = view.page.publishedOn?.value ?? printed ?? addDays(last, MONTH_DAYS)
    // A month in its sentences may be a later one: 下期预计…, 截至….
    const later = lines.some((line) =>
      [...line.matchAll(ANY_MONTH)].some((one) => dayIn(one) > last),
    )
    return later ? [] : [{ view, newest: [day, last].sort().at(-1) ?? day }]
  })
  const [latest] = told.sort((a, b) => b.newest.localeCompare(a.newest))
  const goesOn = site.columns.some(
    ({ name, items }) => SERVED.test(name.trim()) && items.length > 0,
  )
  if (latest === undefined || goesOn) return null
  const { view, newest } = latest
  const name = named.get(placeKey(view.page.url)) ?? view.page.title ?? ''
  return { name, newest, days: daysBetween(newest, asOf), place: citePage(view) }
}

/** A row of a table (the month, and how many), the heading of a month's table, or the period that it names. */
const FIGURES_OF_MONTH = [
  /^(20\d\d)年(1[0-2]|0?[1-9])月份?[\s|]+\d/,
  /^[^。，]{0,12}?(20\d\d)年(?:1[-—–～~至到])?(1[0-2]|0?[1-9])月份?[^\d。，|]{0,12}(?:办件|办事|受理|办理|服务)[^。，|]{0,8}(?:统计|情况|数据|量|月报|通报)[^。，|]{0,4}$/,
  /^(?:统计|数据)(?:时间|周期|期间|月份|区间|截止时间)[:：\s|]*(20\d\d)年(?:1[-—–～~至到])?(1[0-2]|0?[1-9])月份?$/,
]
const ANY_MONTH = /(20\d\d)年(?:1[-—–～~至到])?(1[0-2]|0?[1-9])月(?!\s*\d{1,2}\s*日)/g
const RENEWED =
  /(?:更新|发布|统计|公布)(?:日期|时间)[:：\s|]*(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/

const dayIn = ([, year = '', month = '']: readonly string[]): CivilDay =>
  `${year}-${month.padStart(2, '0')}-28`

function monthOf(line: string): CivilDay | null {
  const found = FIGURES_OF_MONTH.flatMap((one) => one.exec(line) ?? [])
  return found.length < 3 ? null : dayIn(found)
}
const MONTH_DAYS = 31

/** The last entry says who publishes them from now on. */
const MOVED = /(?:改由|统一[由在到]?|移至|转至|不再|停止).{0,16}(?:发布|公布|公开|公示|更新)/

export const saysMoved = (title: string): boolean => MOVED.test(title)

/** Its last entry, or a later one of any list, says that they come elsewhere or no more. */
export function isMoved(site: SiteView, column: Column, newest: CivilDay): boolean {
  const last = column.items.filter((item) => dayOfItem(site, item)?.day === newest)
  return last.some(({ title }) => MOVED.test(title)) || isToldMoved(site, column, newest)
}

/** An entry of any list says after that day that what the column is called comes elsewhere, or no more. */
function isToldMoved(site: SiteView, { name }: Column, after: CivilDay): boolean {
  return site.columns.some(({ items }) =>
    items.some((item) => {
      if (!item.title.includes(name.trim()) || !MOVED.test(item.title)) return false
      return (dayOfItem(site, item)?.day ?? after) > after
    }),
  )
}

/** 2026年5月空气质量月报, 2026年1-5月…: where no day is printed, the month that it reports on, or its quarter's last. */
const REPORTED = /(20\d\d)年(?:1?\d[-—–～~至到])?(1[0-2]|0?[1-9])月(?!\d)/

function dayOrMonth(site: SiteView, item: ColumnItem): CivilDay | null {
  const day = dayOfItem(site, item)?.day
  if (day !== undefined) return day
  const [, year, month] = REPORTED.exec(item.title) ?? []
  if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, '0')}-28`
  const quarter = quarterOf(squash(item.title))?.at
  if (quarter === undefined) return null
  return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 3).padStart(2, '0')}-28`
}

/** The newest of the entries; null where one of them shows neither day nor month. */
function newestReport(site: SiteView, items: readonly ColumnItem[], asOf: CivilDay) {
  let newest: { readonly day: CivilDay; readonly item: ColumnItem } | null = null
  for (const item of items) {
    const day = dayOrMonth(site, item)
    if (day === null) return null
    if (day <= asOf && (newest === null || day > newest.day)) newest = { day, item }
  }
  return newest
}

/** 2026年6月办件统计, 2026年5月办件统计: each tells of a month of its own. */
function namesMonths(items: readonly ColumnItem[]): boolean {
  const months = items.map(({ title }) => REPORTED.exec(title)?.slice(1).join('-'))
  return items.length > 1 && !months.includes(undefined) && new Set(months).size === items.length
}

/** 2026年第一季度办件统计, 2025年第四季度办件统计. */
function namesQuarters(items: readonly ColumnItem[]): boolean {
  const quarters = items.map(({ title }) => quarterOf(squash(title))?.at)
  return (
    items.length > 1 && !quarters.includes(undefined) && new Set(quarters).size === items.length
  )
}

/** 2026年1月主要经济指标, 2026年1—2月主要经济指标: reports of one title for two months on end, however few there were. */
function beganMonthly(items: readonly ColumnItem[]): boolean {
  const months = new Set(
    items.flatMap((item) => {
      const [, year, month] = REPORTED.exec(item.title) ?? []
      return year === undefined ? [] : [`${nameOf(item)} ${Number(year) * 12 + Number(month)}`]
    }),
  )
  return [...months].some((one) => {
    const at = one.lastIndexOf(' ')
    return months.has(`${one.slice(0, at)} ${Number(one.slice(at + 1)) + 1}`)
  })
}

/** 2026年第二季度低保对象公示, with no figures of quarters beside it, which are a series by themselves. */
function listsByQuarter(items: readonly ColumnItem[], newest: ColumnItem): boolean {
  const quarters = items.filter(({ title }) => quarterOf(squash(title)) !== null)
  return quarters.includes(newest) && quarters.every(({ title }) => OF_PERSONS.test(title))
}

/** 第87次主任办公会议, 第12次常务会议: an office meets by its rules month after month, and not as events have it. */
const OF_OFFICE = /第[\d一二三四五六七八九十百]+次.{0,16}(?:常务|办公|[局委办厅]务)会/
const LEAST_MEETINGS = 2

/** A list of the meetings of an office, numbered one after the other. */
export function tellsMeetings({ items }: Column): boolean {
  return items.filter(({ title }) => OF_OFFICE.test(title)).length >= LEAST_MEETINGS
}

/** The newest entries came month after month up to the last. */
function cameMonthly(site: SiteView, items: readonly ColumnItem[]): boolean {
  const days = items.flatMap((item) => dayOfItem(site, item)?.day ?? [])
  const newest = [...new Set(days)].sort().slice(-LEAST_PERIODS)
  const months = new Set(newest.map((day) => day.slice(0, 7)))
  const gaps = newest.map((day, i) => daysBetween(newest[i - 1] ?? day, day))
  return months.size >= LEAST_PERIODS && gaps.every((gap) => gap <= MONTH_AND_MORE)
}

const MONTH_AND_MORE = 62

/** （2026年第9期）, 第12号, （第3批）, or the month that it tells of. */
const NUMBERED = /第\s*[\d一二三四五六七八九十百]{1,4}\s*[期号批]/
/** So many bulletins, one a month, are a rhythm of the column's own. */
const LEAST_BULLETINS = 5
const BULLETIN_GAP = 45

/** Numbered bulletins under one title, month after month up to the last, whatever else stands between them. */
function cameAsBulletins(site: SiteView, items: readonly ColumnItem[]): boolean {
  const series = new Map<string, CivilDay[]>()
  for (const item of items) {
    const day = dayOfItem(site, item)?.day
    if (day === undefined || !(NUMBERED.test(item.title) || PERIOD.test(item.title))) continue
    const name = nameOf(item)
    series.set(name, [...(series.get(name) ?? []), day])
  }
  return [...series.values()].some((days) => {
    const newest = [...new Set(days)].sort().slice(-LEAST_BULLETINS)
    const months = new Set(newest.map((day) => day.slice(0, 7)))
    return (
      months.size >= LEAST_BULLETINS &&
      newest.every((day, i) => daysBetween(newest[i - 1] ?? day, day) <= BULLETIN_GAP)
    )
  })
}

/** A title without its figures. */
const nameOf = ({ title }: ColumnItem): string =>
  title.replace(/[\d一二三四五六七八九十〇上下半前季度年月至到—–~～-]+/g, '')

/** A later report of the same title, its figures aside, stands in any other list. */
export function goesOn(site: SiteView, items: readonly ColumnItem[], after: CivilDay): boolean {
  const names = new Set(items.map(nameOf).filter((name) => name.length >= LEAST_TITLE))
  return site.columns.some((column) =>
    column.items.some((item) => {
      if (!names.has(nameOf(item))) return false
      const day = dayOrMonth(site, item)
      return day !== null && day > after
    }),
  )
}

const LEAST_TITLE = 4
