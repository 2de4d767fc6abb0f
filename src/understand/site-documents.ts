/**
 * Every document the portal shows, once: list entries joined with the article pages behind them, with the columns they
 * stand in. Shared by the readings that look for one kind of document (annual reports, website annual tables).
 */
import { compareForm } from '#base/text'
import type { CivilDay, Reading } from '#model/page'
import type { Column, PageView, Place } from '#model/site-view'
import { trailNames } from './column-names.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

export interface SiteDocument {
  readonly title: string
  readonly url: string
  readonly publishedOn: Reading<CivilDay> | null
  /** The article page; null when only a list names it. */
  readonly view: PageView | null
  /** Where it is best cited: its own page, else the list entry. */
  readonly place: Place
  /** Names of columns and breadcrumbs it stands under. */
  readonly under: readonly string[]
  /** Topics of the columns that list it. */
  readonly topics: ReadonlySet<string>
}

interface Gathered {
  url: string
  title: string
  listed: { on: Reading<CivilDay> | null; place: Place } | null
  view: PageView | null
  readonly under: Set<string>
  readonly topics: Set<string>
}

export function siteDocuments(
  index: SiteIndex,
  columns: readonly Column[],
): readonly SiteDocument[] {
  const all = new Map<string, Gathered>()
  const at = (url: string): Gathered => {
    const key = index.keyOf(url)
    const known = all.get(key)
    if (known !== undefined) return known
    const made: Gathered = {
      url,
      title: '',
      listed: null,
      view: null,
      under: new Set(),
      topics: new Set(),
    }
    all.set(key, made)
    return made
  }
  for (const column of columns) {
    for (const item of column.items) {
      if (item.url === null) continue
      const entry = at(item.url)
      if (item.title.length > entry.title.length) entry.title = item.title
      if (entry.listed === null || (entry.listed.on === null && item.publishedOn !== null)) {
        entry.listed = { on: item.publishedOn, place: item.place }
      }
      for (const name of [...column.trail, column.name]) entry.under.add(name)
      if (column.topic !== null && column.topic.sureness >= 0.5)
        entry.topics.add(column.topic.value)
    }
  }
  for (const view of index.allViews) {
    const kind = view.page.kind.value
    for (const list of view.page.lists) {
      for (const item of list.items) {
        if (item.url === null) continue
        const entry = at(item.url)
        if (item.title.length > entry.title.length) entry.title = item.title
        if (entry.listed === null) {
          entry.listed = {
            on: item.publishedOn,
            place: { url: view.page.url, at: item.at, quote: item.title },
          }
        }
      }
    }
    if (!isReadable(view) || (kind !== 'article' && kind !== 'file' && kind !== 'other')) continue
    const entry = at(view.page.url)
    entry.view = view
    entry.url = view.page.url
    for (const name of trailNames(view)) entry.under.add(name)
  }
  const site = compareForm(index.home?.page.headTitle ?? '')
  return [...all.values()].map((entry) => settle(entry, site))
}

/** `site`: what the home page calls itself; a page of which no better title was read is known by its entry. */
function settle(entry: Gathered, site: string): SiteDocument {
  const { view, listed } = entry
  const own = view?.page.title ?? null
  const bare = own === null || own.length < 4 || compareForm(own) === site
  const title = bare && (own === null || entry.title !== '') ? entry.title : own
  return {
    title,
    url: entry.url,
    publishedOn: dateOf(view?.page.publishedOn ?? null, listed?.on ?? null),
    view,
    place:
      view !== null
        ? { url: view.page.url, at: view.page.text.at, quote: title }
        : (listed?.place ?? { url: entry.url, at: null, quote: title }),
    under: [...entry.under],
    topics: entry.topics,
  }
}

/** The article's own date speaks; the list's stands in for it, and a difference is said. */
function dateOf(
  own: Reading<CivilDay> | null,
  listed: Reading<CivilDay> | null,
): Reading<CivilDay> | null {
  if (own === null) return listed
  const differs = listed !== null && listed.value !== own.value
  return {
    value: own.value,
    sureness: own.sureness,
    because: differs ? `${own.because}；列表印的是 ${listed.value}` : own.because,
  }
}
