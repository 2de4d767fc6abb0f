/** What speaks against counting the entries of columns back to a day: lists that end before it, and entries without a day. */
import type { Column, SiteView } from '#model/site-view'
import { dayOfItem, hasUnreadPages } from './columns.ts'
import { asPortal, partly, type Rests } from './coverage.ts'

/** Lists not read down to the start of the year, and entries without a day, may hold more. */
export function unreadSince(site: SiteView, columns: readonly Column[], since: string): Rests {
  for (const column of columns) {
    if (column.kind !== 'local') continue
    const days = column.items.flatMap((item) => dayOfItem(site, item)?.day ?? [])
    if (days.length < column.items.length)
      return partly(`“${column.name}”有没有日期的条目，没有计入`)
    const whole = column.coverage === 'complete' && !hasUnreadPages(site, column)
    if (!whole && !days.some((day) => day < since)) return partly(`“${column.name}”没有读到年初`)
  }
  return asPortal(site)
}
