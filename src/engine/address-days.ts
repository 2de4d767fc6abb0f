/**
 * The day in a page's address against the one that it prints: an address made long after, or long before it on a portal
 * whose addresses otherwise bear the very day. What that means is the check's.
 */
import { addDays, daysBetween } from '#base/day'
import type { CivilDay } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

export interface AddressApart {
  readonly view: PageView
  readonly day: CivilDay
  readonly made: CivilDay
}

/** So many addresses bear the day that their page prints, and so many times as many as do not. */
const LEAST_AGREEING = 20
const AGREEING = 10

export function addressesApart(
  site: SiteView,
  least: number,
  within: number,
): { readonly later: readonly AddressApart[]; readonly earlier: readonly AddressApart[] } {
  const from = addDays(site.asOf, -within)
  let agreeing = 0
  const apart = site.pages.flatMap((view) => {
    const { publishedOn, dateConflicts = [], kind, url } = view.page
    const day = publishedOn?.value ?? null
    if (kind.value !== 'article' || day === null) return []
    if (url.replaceAll(/[-_/]/g, '').includes(day.replaceAll('-', ''))) agreeing += 1
    const made = dateConflicts.find((one) => one.from === 'address')?.value ?? ''
    return made < from || made > site.asOf ? [] : [{ view, day, made }]
  })
  const earlier = apart.filter(({ day, made }) => daysBetween(made, day) >= least)
  const isUsual = agreeing >= Math.max(LEAST_AGREEING, earlier.length * AGREEING)
  return {
    later: apart.filter(({ day, made }) => daysBetween(day, made) >= least),
    earlier: isUsual ? earlier : [],
  }
}
