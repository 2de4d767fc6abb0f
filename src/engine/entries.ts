/**
 * Entries that a portal offers by name (a query, a theme of services): links, script entries and columns whose words fit,
 * on the home page and on the pages of given columns. Each name once; what lies behind them is not looked at.
 */
import { compareForm, squash } from '#base/text'
import type { PageView, Place, SiteView } from '#model/site-view'
import { citeColumn, citePage, listed } from './cite.ts'
import { ColumnTree } from './columns.ts'
import { shownAtHome } from './coverage.ts'

export interface NamedEntry {
  readonly name: string
  /** Null where only a script opens it. */
  readonly url: string | null
  readonly place: Place
}

/** Their count and their names, as facts and measure of a finding, with the places of the first ones. */
export function countedEntries(found: readonly Pick<NamedEntry, 'name' | 'place'>[]) {
  const names = listed(
    found.map(({ name }) => name),
    8,
  )
  return {
    facts: { count: found.length, names },
    measure: { value: found.length, unit: 'count' as const },
    evidence: found.slice(0, 12).map(({ place }) => place),
  }
}

/** Nothing of the kind was read: the services live outside, or they were not seen. */
export function noEntries(
  site: SiteView,
  home: PageView,
  topics: readonly string[],
  subject: string,
) {
  const outside = topics
    .flatMap((topic) => site.columnsOf(topic))
    .find(({ kind }) => kind === 'external')
  return outside === undefined
    ? { outcome: 'unseen' as const, subject, evidence: [citePage(home)] }
    : {
        outcome: 'external' as const,
        subject,
        facts: { target: outside.url },
        evidence: citeColumn(site, outside),
      }
}

/** Entries whose whole name `fits`, nearest to home first. */
export function namedEntries(
  site: SiteView,
  topics: readonly string[],
  fits: (name: string) => boolean,
): readonly NamedEntry[] {
  const tree = new ColumnTree(site)
  const columns = topics
    .flatMap((topic) => site.columnsOf(topic))
    .flatMap((column) => [column, ...tree.descendants(column)])
  const views = new Set<PageView>(shownAtHome(site))
  for (const column of columns) {
    const view = site.pageAt(column.url)
    if (view !== null && view.page.blocked === null) views.add(view)
  }
  const found = new Map<string, NamedEntry>()
  const add = (name: string, url: string | null, place: Place): void => {
    const words = squash(name)
    const key = compareForm(words)
    if (words !== '' && fits(words) && !found.has(key)) found.set(key, { name: words, url, place })
  }
  for (const { page } of views) {
    for (const link of page.links)
      add(link.text, link.url, { url: page.url, at: link.at, quote: link.text })
    for (const { text, at } of page.bareEntries ?? [])
      add(text, null, { url: page.url, at, quote: text })
  }
  for (const column of site.columns) {
    const [place] = citeColumn(site, column)
    if (place !== undefined) add(column.name, column.url, place)
  }
  return [...found.values()]
}
