/**
 * The portal's own search as the run met it: the boxes on its pages, and the titles that were searched for with what
 * came back. Pages of results are no pages of the portal, so they are kept apart here; judging is a check's.
 */
import { SEARCH_KINDS, searchQueryOf } from '#base/query-address'
import { hostOf } from '#base/url'
import type { SearchEntry, SiteSearch, SiteSearches } from '#model/site-view'
import { ownHosts, usableForm } from './search-plan.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

/** Entries told of; templates repeat them. */
const MOST_ENTRIES = 8

export function readSearches(index: SiteIndex): SiteSearches {
  const own = ownHosts(index.portal)
  const entries: SearchEntry[] = []
  const seen = new Set<string>()
  for (const view of index.views) {
    if (!isReadable(view)) continue
    const { page } = view
    for (const form of page.searchForms ?? []) {
      const key = `${form.action} ${form.method} ${form.field} ${form.how}`
      if (seen.has(key) || entries.length >= MOST_ENTRIES) continue
      seen.add(key)
      const host = form.action === null ? null : hostOf(form.action)
      entries.push({
        form,
        outside: host !== null && !own.has(host.replace(/^www\./, '')) ? host : null,
        place: { url: page.url, at: form.at, quote: form.quote },
      })
    }
  }
  const forms = entries.map(({ form }) => form)
  return {
    entries,
    usable: usableForm(forms, index.portal) !== null,
    asked: askedOf(index.searches),
  }
}

function askedOf({ rows, captures, pages }: SiteIndex['searches']): readonly SiteSearch[] {
  const found = rows.flatMap((row): SiteSearch[] => {
    const query = searchQueryOf(row.url)
    if (query === null) return []
    const capture = captures.find(({ id }) => id === row.capture)
    return [
      {
        query,
        state: row.state,
        reason: row.reason ?? '',
        capture: capture?.state === 'stored' ? capture : null,
        page: pages.find((one) => one.capture.id === row.capture)?.page ?? null,
      },
    ]
  })
  const rank = (one: SiteSearch): number => SEARCH_KINDS.indexOf(one.query.kind)
  return found.sort((a, b) => rank(a) - rank(b))
}
