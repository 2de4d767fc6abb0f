/**
 * Which links of a page are the items of its list: whatever column their words could name, they lead to articles. Lists
 * of sub-columns are told by the names of their rows. Columns themselves are drafted in `column-drafts.ts`.
 */
import type { PageLink } from '#model/page'
import type { PageView } from '#model/site-view'
import type { SiteIndex } from './site-index.ts'

/** Of this many undated entries at least half are named like columns where a list is one of sub-columns. */
const SUB_COLUMNS = 2

/**
 * What a page lists as its items: a dated row, or a row of a list page most of whose rows bear no column's name (临时救助
 * among 办事指南, 某市2023年财政决算 among budgets). Such a link is an item, whatever column its words could name.
 */
export function entryKeys(
  index: SiteIndex,
  view: PageView,
  words: { isColumnNamed(name: string): boolean },
): ReadonlySet<string> {
  const keys = new Set<string>()
  const { page } = view
  for (const list of page.lists) {
    const named = list.items.filter((item) => words.isColumnNamed(item.title)).length
    const lists =
      page.kind.value === 'listing' && list.subject && named * SUB_COLUMNS < list.items.length
    for (const { url, publishedOn } of list.items)
      if (url !== null && (lists || publishedOn !== null)) keys.add(index.keyOf(url))
  }
  return keys
}

/** Targets of one text on one page from which it is the same button in every row. */
const REFRAIN = 3

/** Texts that lead to a place of each organ (指南, 目录, 年报, 预算 in a table of departments) name no column of the portal. */
export function repeatedTexts(links: readonly PageLink[]): ReadonlySet<string> {
  const targets = new Map<string, Set<string>>()
  for (const { text, url, area } of links) {
    if (area === 'nav' || area === 'trail') continue
    const known = targets.get(text) ?? new Set<string>()
    known.add(url)
    targets.set(text, known)
  }
  return new Set([...targets].flatMap(([text, urls]) => (urls.size >= REFRAIN ? [text] : [])))
}
