/**
 * Ways for a check to point at what it saw: a whole page, a column, a list of names in a sentence. Chooses the place
 * that can be found again in the archive; says nothing about what the place means.
 */
import { clip, squash } from '#base/text'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

/** A page as a whole, quoted by its title (absence cites the page looked at). */
export function citePage(view: PageView): Place {
  const { page } = view
  const words = [page.headTitle, page.title, page.text.excerpt.slice(0, 40)]
    .map((text) => clip(text ?? '', 80))
    .find((text) => text !== '')
  return { url: page.url, at: null, quote: words ?? `HTTP ${view.capture.status}` }
}

/** The column's own page when it was read, else where the portal links to it, else the home page. */
export function citeColumn(site: SiteView, column: Column): readonly Place[] {
  if (site.pageAt(column.place.url) !== null && column.place.quote.trim() !== '')
    return [column.place]
  const links = column.linkedFrom.filter(
    (place) => site.pageAt(place.url) !== null && place.quote.trim() !== '',
  )
  const first = links[0]
  if (first !== undefined) return [first]
  return site.home === null ? [] : [citePage(site.home)]
}

/** Names for a message: the first `most`, then how many there are in all. */
export function listed(names: readonly string[], most = 6): string {
  const flat = names.map(squash)
  if (flat.length <= most) return flat.join('、')
  return `${flat.slice(0, most).join('、')}等${flat.length}个`
}
