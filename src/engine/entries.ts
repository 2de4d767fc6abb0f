/**
 * Entries that a portal offers by name (a query, a theme of services): links, script entries and columns whose words fit,
 * on the home page and on the pages of given columns. Each name once; what lies behind them is not looked at.
 */
import { compareForm, squash } from '#base/text'
import type { PageView, Place, SiteView } from '#model/site-view'
import { citeColumn } from './cite.ts'
import { ColumnTree } from './columns.ts'
import { shownAtHome } from './coverage.ts'

export interface NamedEntry {
  readonly name: string
  /** Null where only a script opens it. */
  readonly url: string | null
  readonly place: Place
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
