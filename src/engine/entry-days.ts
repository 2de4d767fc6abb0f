/**
 * Days that a list and the page it leads to both print, side by side. What it means that they differ is the check's.
 */
import { dayOf } from '#base/day'
import type { CivilDay } from '#model/page'
import type { ColumnItem, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'

interface DayPair {
  readonly url: string
  readonly item: ColumnItem
  readonly listed: CivilDay
  readonly own: CivilDay
  /** The page was fetched on the day that it prints, or is judged by that day. */
  readonly onVisit: boolean
  /** The page's address holds the day of the list: so old it is. */
  readonly byAddress: boolean
  /** Both name one day of different years, and the page's address or tag bears out the list. */
  readonly yearOff: boolean
}

const SURE = 0.8
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
      const onVisit = own.value === dayOf(view.capture.at) || own.value === site.asOf
      const listed = item.publishedOn.value
      const byAddress = (view.page.dateConflicts ?? []).some(
        ({ from, value }) => from === 'address' && value === listed,
      )
      const yearOff =
        own.value !== listed &&
        own.value.slice(4) === listed.slice(4) &&
        (view.page.dateConflicts ?? []).some(({ value }) => value === listed)
      if (!seen.has(url))
        seen.set(url, { url, item, listed, own: own.value, onVisit, byAddress, yearOff })
    }
  }
  return [...seen.values()]
}

const PUBLISHED =
  /发布(?:日期|时间)\s*[:：]\s*((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/g

/** 发布时间：2027-02-03 in so many words is what readers are told, whatever the tag says. */
export function tellsPublished(text: string, day: CivilDay): boolean {
  return [...text.matchAll(PUBLISHED)].some(
    ([, year = '', month = '', date = '']) =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` === day,
  )
}
