/**
 * Papers of any kind that came month after month or quarter after quarter under one title and come no more, in a column that
 * goes on without them. No source need name the kind: the portal's own rhythm speaks, so that what follows is a question.
 */
import { addDays, daysBetween } from '#base/day'
import { compareForm, squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { goesOn, isMoved, namesPeriod, saysMoved } from './cadence.ts'
import { dayOfItem } from './columns.ts'
import { type Overdue, quarterOf } from './editions.ts'

/** 2026年6月, 2026年1-6月 */
const MONTH =
  /(20\d\d)年(?:1月?[-—–~～至到]+)?(1[0-2]|0?[1-9])月(?:份)?(?!\d|[上中下]旬|[底初末]|.{0,3}日)/
const OF_SEASON = /浴场|采暖|供暖|取暖|汛期|枯水|丰水|[夏冬秋春]季|节日|中秋|国庆|春节/
/** What is held when it is called. */
const HELD = /会议|例会|调度会|座谈会|视频会|培训|活动|召开|举办|举行/
const LEAST = { month: 5, quarter: 3 }
const STEP_DAYS = { month: 31, quarter: 92 }
/** Months of a year that may be told together (1-2月). */
const MOST_MONTHS = 12
const APART_DAYS = 20
/** Shorter, a title is no more than its period. */
const LEAST_NAME = 4

interface Edition {
  readonly item: ColumnItem
  readonly day: CivilDay
  /** Months or quarters since year 0. */
  readonly at: number
}

type Step = keyof typeof LEAST

/** `grace`: days by which the next one may be late. */
export function brokenRhythms(
  site: SiteView,
  asOf: CivilDay,
  grace: Readonly<Record<Step, number>>,
): readonly Overdue[] {
  const found = site.columns.flatMap((column) =>
    column.kind === 'local' ? [...brokenIn(site, column, asOf, grace)] : [],
  )
  // A column above shows the entries of those below it again.
  return [...new Map(found.map((one) => [one.last.url ?? one.last.title, one])).values()]
}

function* brokenIn(
  site: SiteView,
  column: Column,
  asOf: CivilDay,
  grace: Readonly<Record<Step, number>>,
): Generator<Overdue> {
  for (const [key, editions] of seriesIn(site, column, asOf)) {
    const step: Step = key.startsWith('month') ? 'month' : 'quarter'
    const [last] = editions
    if (last === undefined || running(editions, step) < LEAST[step]) continue
    if (isSeason(editions, step) || isMoved(site, column, last.day)) continue
    const days = daysBetween(addDays(last.day, STEP_DAYS[step]), asOf)
    const until = addDays(last.day, APART_DAYS)
    const isLater = ({ item, day }: { item: ColumnItem; day: CivilDay }): boolean =>
      (day > until && (namesPeriod(item.title) || quarterOf(squash(item.title)) !== null)) ||
      (day > last.day && saysMoved(item.title))
    const later = column.items.flatMap((item) => {
      const day = dayOfItem(site, item)?.day
      return day === undefined ? [] : [{ item, day }]
    })
    if (days <= grace[step] || later.some(isLater)) continue
    if (goesOn(site, [last.item], last.day)) continue
    yield { last: last.item, lastDay: last.day, missing: nameOf(last.at + 1, step), days }
  }
}

function seriesIn(
  site: SiteView,
  column: Column,
  asOf: CivilDay,
): ReadonlyMap<string, readonly Edition[]> {
  const found = new Map<string, Edition[]>()
  for (const item of column.items) {
    const title = squash(item.title)
    const told = OF_SEASON.test(title) || HELD.test(title) ? null : periodIn(title)
    const day = told === null ? undefined : dayOfItem(site, item)?.day
    if (told === null || day === undefined || day > asOf) continue
    const name = compareForm(told.pattern)
    if (name.length < LEAST_NAME) continue
    const key = `${told.step} ${name}`
    const editions = found.get(key) ?? []
    if (!editions.some(({ at }) => at === told.at)) editions.push({ item, day, at: told.at })
    found.set(key, editions)
  }
  for (const editions of found.values()) editions.sort((a, b) => b.at - a.at)
  return found
}

function periodIn(title: string): { step: Step; at: number; pattern: string } | null {
  const month = MONTH.exec(title)
  if (month !== null)
    return {
      step: 'month',
      at: Number(month[1]) * 12 + Number(month[2]) - 1,
      pattern: title.replace(month[0], ''),
    }
  const quarter = quarterOf(title)
  return quarter === null ? null : { step: 'quarter', ...quarter }
}

/** Months of the year up to the last, or quarters one after the other. */
function running(editions: readonly Edition[], step: Step): number {
  const all = new Set(editions.map(({ at }) => at))
  const last = Math.max(...all)
  if (step === 'month') return [...all].filter((at) => at > last - MOST_MONTHS).length
  const gap = [1, 2, 3].find((back) => !all.has(last - back))
  return gap ?? 4
}

/** The same month or quarter was left out the year before too. */
function isSeason(editions: readonly Edition[], step: Step): boolean {
  const all = editions.map(({ at }) => at)
  const before = Math.max(...all) + 1 - (step === 'month' ? 12 : 4)
  return Math.min(...all) < before && !all.includes(before)
}

const nameOf = (at: number, step: Step): string =>
  step === 'month'
    ? `${Math.floor(at / 12)}年${(at % 12) + 1}月`
    : `${Math.floor(at / 4)}年第${'一二三四'.charAt(at % 4)}季度`
