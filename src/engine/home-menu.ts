/**
 * Which columns stand in the portal's menu? Told by the region of the home page's links, or, where old table layouts have
 * none, by other pages that carry the same link. What the menu owes to a site map is the check's business.
 */
import { placeKey } from '#base/url'
import type { Page } from '#model/page'
import type { Column, SiteView } from '#model/site-view'

/** A menu that no region tells (old table layouts) stands on other pages too; a door of the home page's body does not. */
export function menuTest(site: SiteView): (column: Column) => boolean {
  const home = site.home?.page
  const doors = new Map<string, { area: string }[]>()
  for (const link of home?.links ?? []) {
    const key = placeKey(link.url)
    doors.set(key, [...(doors.get(key) ?? []), link])
  }
  const others = site.pages
    .filter(({ page }) => page.url !== home?.url && page.kind.value !== 'error')
    .map(({ page }) => ({ page, own: placeKey(page.url) }))
  // One look at the links of all pages, however many columns are asked about.
  let carriers: ReadonlyMap<string, number> | null = null
  return (column) => {
    const key = placeKey(column.url)
    const own = doors.get(key) ?? []
    if (own.length === 0 || own.some(({ area }) => area === 'nav')) return true
    carriers ??= carriersOf(others)
    const rest = others.filter((one) => one.own !== key).length
    return rest < LEAST_OTHERS || (carriers.get(key) ?? 0) >= rest * MENU_SHARE
  }
}

/** How many other pages link to a place outside of their trail. */
function carriersOf(
  pages: readonly { readonly page: Page; readonly own: string }[],
): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { page, own } of pages) {
    const links = page.links.filter(({ area }) => area !== 'trail')
    for (const key of new Set(links.map(({ url }) => placeKey(url))))
      if (key !== own) count.set(key, (count.get(key) ?? 0) + 1)
  }
  return count
}

/** On so few other pages a menu cannot be told from a door; on so many of them only a menu stands. */
const LEAST_OTHERS = 5
const MENU_SHARE = 0.2
