/** Whether what an entry of a map leads to is there: dead for sure, alive, or neither said. */
import type { LinkTarget, SitemapEntry, SiteView } from '#model/site-view'
import { isGoneTwice } from './coverage.ts'

/** Gone on two visits, or a page that says so under success. */
export function isDeadTarget(target: LinkTarget | undefined): boolean {
  if (target === undefined) return false
  const { visit } = target
  return (visit?.state === 'stored' && visit.missing === true) || isGoneTwice(target)
}

/** Gone, a page that says so or that it is still to be made, or one on which nothing stands: who follows an entry there finds nothing. */
export function leadsNowhere(site: SiteView, url: string): boolean {
  const page = site.pageAt(url)?.page
  return (
    page?.kind.value === 'error' ||
    page?.bareBody === true ||
    (page?.underConstruction ?? null) !== null ||
    isDeadTarget(site.links.find((target) => target.url === url))
  )
}

/** Where a page answers with success and says that there is none, as sure as that is read. */
export function deadSureness(
  site: SiteView,
  entries: readonly SitemapEntry[],
): { sureness?: number } {
  const read = entries.map(({ url }) => site.pageAt(url))
  if (!read.every((view) => view?.page.kind.value === 'error' && view.capture.status < 400))
    return {}
  return { sureness: Math.max(...read.map((view) => view?.page.kind.sureness ?? 0)) }
}

export function opensAt(site: SiteView, url: string): boolean {
  const view = site.pageAt(url)
  return (
    view !== null &&
    view.capture.status < 400 &&
    view.page.blocked === null &&
    view.page.kind.value !== 'error'
  )
}

/** A page that says that nothing is there is no live one, whatever its status. */
export function isLiveTarget(target: LinkTarget | undefined): boolean {
  const visit = target?.visit ?? null
  return (
    visit?.state === 'stored' &&
    visit.blocked === null &&
    visit.status < 400 &&
    visit.missing !== true
  )
}
