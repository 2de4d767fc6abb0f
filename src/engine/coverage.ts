/**
 * How a check says what its answer rests on: whole, or in part and why. Also the doors of a page that we could not
 * open, behind which anything may lie. Softening itself is the runner's.
 */
import type { LinkVisit, PageView, SiteView } from '#model/site-view'

export interface Rests {
  readonly value: 'complete' | 'partial'
  readonly because: string | null
}

export const WHOLE: Rests = { value: 'complete', because: null }

export function partly(because: string): Rests {
  return { value: 'partial', because }
}

/** The portal's own coverage. */
export function asPortal(site: SiteView): Rests {
  return { value: site.coverage, because: site.coverageBecause }
}

/** Picture entries of a page without words that lead where nothing was read. */
export function wordlessDoors(site: SiteView, view: PageView): number {
  const links = view.page.links.filter(
    (link) =>
      link.how === 'href' && `${link.text}${link.title ?? ''}` === '' && !site.pageAt(link.url),
  )
  const bare = (view.page.bareEntries ?? []).filter((entry) => entry.text === '')
  return links.length + bare.length
}

/** Not there, said by the server itself (404, 410) and not by a protection. */
export function isGone(visit: LinkVisit): boolean {
  return (
    visit.state === 'stored' &&
    visit.blocked === null &&
    (visit.status === 404 || visit.status === 410)
  )
}
