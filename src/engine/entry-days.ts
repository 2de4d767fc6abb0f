/**
 * Days that a list and the page it leads to both print, side by side. What it means that they differ is the check's.
 */
import { addDays, dayOf, daysBetween } from '#base/day'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'

export interface DayPair {
  readonly url: string
  readonly column: Column
  readonly item: ColumnItem
  readonly listed: CivilDay
  readonly own: CivilDay
  /** The page was fetched on the day that it prints, or is judged by that day. */
  readonly onVisit: boolean
  /** The same of the day that the list prints. */
  readonly listedOnVisit: boolean
  /** The page's address holds the day of the list: so old it is. */
  readonly byAddress: boolean
  /** Both name one day of different years, and the page's address or tag bears out the list. */
  readonly yearOff: boolean
  /** The list prints what the page calls the day of signing. */
  readonly bySigning: boolean
  /** The page prints when it was changed (更新时间), and no other day. */
  readonly byChange: boolean
}

const SURE = 0.8
const CHANGED = /标签“[^”]*(?:更新|修改)/
const LETTERS: ReadonlySet<string> = new Set(['inquiries', 'repliedLetters'])

/** Each page once, whatever columns show it. */
export function dayPairs(site: SiteView): readonly DayPair[] {
  const seen = new Map<string, DayPair>()
  for (const column of new ColumnTree(site).distinct()) {
    // A list of letters prints when they were written, the page when they were answered.
    if (column.kind !== 'local' || LETTERS.has(column.topic?.value ?? '')) continue
    for (const item of column.items) {
      const view = item.url === null ? null : site.pageAt(item.url)
      const own = view?.page.kind.value === 'article' ? view.page.publishedOn : null
      if (view === null || own === null || own.sureness < SURE) continue
      if (item.publishedOn === null || item.publishedOn.sureness < SURE) continue
      const { url } = view.page
      const visits = [dayOf(view.capture.at), site.asOf]
      const listed = item.publishedOn.value
      const byAddress = (view.page.dateConflicts ?? []).some(
        ({ from, value }) => from === 'address' && value === listed,
      )
      const yearOff =
        own.value !== listed &&
        own.value.slice(4) === listed.slice(4) &&
        (view.page.dateConflicts ?? []).some(({ value }) => value === listed)
      if (!seen.has(url))
        seen.set(url, {
          ...{ url, column, item, listed, own: own.value, byAddress, yearOff },
          onVisit: visits.includes(own.value),
          listedOnVisit: visits.includes(listed),
          bySigning: view.page.document?.signedOn === listed,
          byChange: CHANGED.test(own.because ?? ''),
        })
    }
  }
  return [...seen.values()]
}

/** So many entries of a list that all bear the day of the visit, and most of whose pages print others, were dated by the template. */
const LEAST_STAMPED = 3
/** Pairs of the same list that agree, beside each that does not: a list that prints days of another kind agrees nowhere. */
const AGREEING = 4
const LEAST_AGREEING = 20
const LEAST_BESIDE = 2
/** Days of one text that lie nearer may be those of writing, of renewal and of release. */
const BEYOND_DOUBT = 30

/**
 * Of pairs that are so many days apart, those whose list prints the day of the visit for every entry, and those that are odd
 * beyond doubt: a year's slip, or far apart among entries of which the list and the pages say the very same day. What is left
 * may have been printed for a reason.
 */
export function contradicting(
  all: readonly DayPair[],
  least: number,
  asOf: CivilDay,
): { readonly stamped: readonly DayPair[]; readonly odd: readonly DayPair[] } {
  const gap = ({ listed, own }: DayPair): number => Math.abs(daysBetween(listed, own))
  const apart = all.filter((one) => gap(one) >= least)
  const isUsual = all.length - apart.length >= Math.max(LEAST_AGREEING, apart.length * AGREEING)
  const stamped: DayPair[] = []
  const odd: DayPair[] = []
  for (const column of new Set(apart.map((one) => one.column))) {
    const own = all.filter((one) => one.column === column)
    const bad = own.filter((one) => gap(one) >= least)
    const same = own.filter((one) => gap(one) === 0)
    const isStamped =
      own.length >= LEAST_STAMPED &&
      own.every((one) => one.listedOnVisit) &&
      bad.length * 2 > own.length
    // A day to come is none on which anything was put up.
    const agreeing = (one: DayPair): number =>
      one.listed > asOf ? LEAST_BESIDE : bad.length * AGREEING
    const isExact = (one: DayPair): boolean =>
      same.length + bad.length === own.length && same.length >= agreeing(one)
    if (isStamped) stamped.push(...bad)
    else if (isUsual)
      odd.push(
        ...bad.filter(
          (one) =>
            isOtherYear(one) ||
            (isExact(one) &&
              gap(one) > BEYOND_DOUBT &&
              !one.bySigning &&
              !one.byChange &&
              (!isPinned(one) || one.listed > asOf)),
        ),
      )
  }
  return { stamped, odd }
}

/** 2025-03-18 here, 2026-03-18 there. */
function isOtherYear({ listed, own }: DayPair): boolean {
  return listed !== own && listed.slice(4) === own.slice(4)
}

/** Put at the head of its list anew, with the day of that; never with one to come. */
function isPinned({ column, item, listed, own }: DayPair): boolean {
  return listed > own && column.items[0] === item
}

const PUBLISHED =
  /发布(?:日期|时间)\s*[:：]\s*((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/g

/** 发布时间：2027-02-03 in so many words is what readers are told, whatever the tag says. */
function tellsPublished(text: string, day: CivilDay): boolean {
  return [...text.matchAll(PUBLISHED)].some(
    ([, year = '', month = '', date = '']) =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` === day,
  )
}

const AHEAD_DAYS = 2 // Clocks and scheduled posts differ by a day.

/** The entry's own page calls the same day to come the day it was published; its tag says no other, or the page tells it in so many words. */
export function isStated(
  site: SiteView,
  item: ColumnItem,
  day: CivilDay,
  today: CivilDay,
): boolean {
  const page = item.url === null ? undefined : site.pageAt(item.url)?.page
  const own = page?.kind.value === 'article' ? page.publishedOn : null
  const tag = page?.officialTags.find(({ name }) => name.toLowerCase() === 'pubdate')?.content
  // Behind its label, be it above the text that is kept.
  const isLabelled = /“发布(?:时间|日期)”/.test(own?.because ?? '')
  const isTold = isLabelled || tellsPublished(page?.text.excerpt ?? '', day)
  const isOther = tag !== undefined && tag.trim() !== '' && !tag.trim().startsWith(day)
  if (isOther && !isTold) return false
  // A tag that says another day makes the printed one less sure, and no less printed.
  const isSure = isTold || (own?.sureness ?? 0) >= 0.9
  return own?.value === day && isSure && day >= addDays(today, AHEAD_DAYS)
}
