/**
 * From which day on a silence is no question any more, for columns that nothing obliges to print something every so often:
 * results, meetings and letters. Told by the column's own rhythm, month after month up to its last entry, or where it is
 * silent for far longer than a year. The days are the check's parameters.
 */
import { daysBetween } from '#base/day'
import type { CivilDay } from '#model/page'
import type { Column, SiteView } from '#model/site-view'
import { goesOn, isMoved, tellsMeetings } from './cadence.ts'
import { dayOfItem } from './columns.ts'
import { livesByItsOwn, type Period } from './periods.ts'

/** Days after which the silence of such columns is told. */
export interface Standstill {
  readonly letterStaleDays: number
  readonly yearlyTopics: readonly string[]
  readonly yearlyMaxAgeDays: number
  readonly longMaxAgeDays: number
}

/** What was paid out this year is owed again next year; a policy of subsidies is not. */
const PAID = /发放|兑付|公示|明细|花名册|名单/

export function paysOut(branch: readonly Column[]): boolean {
  return branch.some(({ items }) => items.some(({ title }) => PAID.test(title)))
}

/** 执法主体, 流程图: what is told beforehand holds until a law changes. */
const BEFOREHAND =
  /事前|主体|依据|人员|流程|程序|清单|目录|裁量|基准|制度|职[责权]|权限|救济|监督方式|指南|标准|文书|格式/

/** Columns of results that also tell what holds beforehand. */
const OF_RESULTS = /^(?:enforcement|licensing|penalties)$/

function isStanding({ name, topic, items }: Column): boolean {
  if (!OF_RESULTS.test(topic?.value ?? '')) return false
  return BEFOREHAND.test(name) || items.every(({ title }) => BEFOREHAND.test(title))
}

/** 来信统计: how many came and were answered is counted every year, be it none. */
function isOfFigures({ name, items }: Column): boolean {
  const tells = (words: string): boolean => /统计|通报|[年季月]报/.test(words)
  return tells(name) && items.every(({ title }) => tells(title) || /情况/.test(title))
}

/** Rules of relief and of subsidies stand for years. */
const OF_PAYMENTS: ReadonlySet<string> = new Set(['subsidies', 'socialAssistance'])

/** What makes a rhythm: so many days within so long before the newest, none further apart. */
interface Rhythm {
  readonly least: number
  readonly within: number
  readonly apart: number
}
const STEADY: Rhythm = { least: 4, within: 365, apart: 122 }
const MEETING: Rhythm = { least: 2, within: 183, apart: 92 }
const ANSWERING: Rhythm = { least: 4, within: 122, apart: 45 }

/** Days after which the silence is told; never, where it may well be that there is nothing to print. */
export function toldAfter(
  site: SiteView,
  branch: readonly [Column, ...Column[]],
  { group, days }: Period,
  params: Standstill,
): number {
  const [column] = branch
  const topic = column.topic?.value ?? ''
  const never = Number.POSITIVE_INFINITY
  if (group !== 'event' && group !== 'letters') return never
  const printed = daysIn(site, branch)
  const [newest] = printed
  if (newest === undefined || isMoved(site, column, newest)) return never
  if (group === 'letters') {
    if (cameSteadily(site, branch, ANSWERING)) return params.letterStaleDays
    return isOfFigures(column) ? Math.max(days, STEADY.within) : never
  }
  if (topic === 'meetings' && tellsMeetings(column) && cameSteadily(site, branch, MEETING))
    return days
  if ((OF_PAYMENTS.has(topic) && !paysOut(branch)) || isStanding(column)) return never
  if (cameSteadily(site, branch, STEADY)) return Math.max(days, STEADY.within)
  const isOften = params.yearlyTopics.includes(topic) || printed.length > 1
  return isOften ? params.yearlyMaxAgeDays : params.longMaxAgeDays
}

/** Days of the entries, newest first, each once. */
function daysIn(site: SiteView, branch: readonly Column[]): readonly CivilDay[] {
  const days = branch.flatMap(({ items }) =>
    items.flatMap((one) => dayOfItem(site, one)?.day ?? []),
  )
  return [...new Set(days)].filter((day) => day <= site.asOf).sort((a, b) => (a < b ? 1 : -1))
}

/** Entries looked at for the column's own rhythm, and within how many days they must have come. */
const LATEST = 5
const WITHIN = 365

/**
 * Silent for more than twice as long as between any of its latest entries, of which there are `least`; and nothing says that
 * they come elsewhere now, or goes on there under their name.
 */
export function isOutOfRhythm(
  site: SiteView,
  branch: readonly [Column, ...Column[]],
  least: number,
): boolean {
  const all = daysIn(site, branch)
  const [newest] = all
  if (newest === undefined || isMoved(site, branch[0], newest)) return false
  const last = all.slice(0, LATEST).filter((day) => daysBetween(day, newest) <= WITHIN)
  const gaps = last.slice(1).map((day, i) => daysBetween(day, last[i] ?? day))
  const isLong = daysBetween(newest, site.asOf) > 2 * Math.max(0, ...gaps)
  return (
    last.length >= least &&
    isLong &&
    !goesOn(
      site,
      branch.flatMap(({ items }) => items),
      newest,
    )
  )
}

/** So many days within so long before the newest, none further apart than that. */
export function cameSteadily(
  site: SiteView,
  branch: readonly Column[],
  { least, within, apart }: Rhythm,
): boolean {
  const all = daysIn(site, branch)
  const [newest] = all
  if (newest === undefined) return false
  const last = all.filter((day) => daysBetween(day, newest) <= within)
  return (
    last.length >= least &&
    last.every((day, i) => i === 0 || daysBetween(day, last[i - 1] ?? day) <= apart)
  )
}

/** Topics less sure than this only raise questions. */
const SURE = 0.8

/** 通知公告 or 政策文件 by its name, wherever the menu hangs it: which columns count as 一级栏目 is for a person. */
export function isOfNotices({ name, topic }: Column): boolean {
  if (topic === null || topic.sureness < SURE) return false
  return topic.value === 'notices'
    ? /通知|公告|通告/.test(name)
    : topic.value === 'policyDocuments' && /^[\u4e00-\u9fff]{0,6}(?:政策|政府|政务)文件$/.test(name)
}

/** 法规规章: laws change when their makers change them; no office owes a new one every year. */
export function isOfLaws({ name }: Column, period: Period | null): boolean {
  return (
    period?.group === 'notice' &&
    /法律|法规|规章|条例/.test(name) &&
    !/政策|文件|公文|制度|解读|动态|公告/.test(name)
  )
}

/** So many days make a rhythm. */
const LEAST_OF_RHYTHM = 3

/** Days after which a column that the period of its class still takes for kept up is told to stand still, or is asked about. */
export interface Silence {
  readonly lowerNoticeMaxAgeDays: number
  readonly halfYearTopics: readonly string[]
  readonly eventAskDays: number
}

/**
 * Notices below another column, and what follows events: silent for longer than the sources give notices and replies, against
 * the column's own rhythm. `told` is the limit that is over; null where it is a question, or nothing is odd.
 */
export function silenceOf(
  site: SiteView,
  branch: readonly [Column, ...Column[]],
  period: Period,
  age: number,
  params: Silence,
): { readonly told: number | null; readonly asked: boolean } {
  const [column] = branch
  const topic = column.topic?.value ?? ''
  const isLower = topic === 'notices' && column.parent !== null && isOfNotices(column)
  const limit = isLower
    ? params.lowerNoticeMaxAgeDays
    : livesByItsOwn(period, column.topic?.value)
      ? params.eventAskDays
      : Number.POSITIVE_INFINITY
  if (age <= limit || !isOutOfRhythm(site, branch, LEAST_OF_RHYTHM))
    return { told: null, asked: false }
  const owes =
    isLower || ((column.topic?.sureness ?? 0) >= SURE && params.halfYearTopics.includes(topic))
  return { told: owes ? limit : null, asked: true }
}
