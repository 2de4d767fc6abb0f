/**
 * The portal's own search as a page shows it: the box that asks, and the page that answers. What to ask and what the
 * answer is worth, understand/search-plan and service/search-fruitless say.
 */
import type { PlacedWords, Span } from './page.ts'

/** A box that searches the site, as far as the page's own markup and inline scripts tell what it sends. */
export interface SearchForm {
  /** Absolute address that takes the words, without query; null where only a script that we cannot read knows it. */
  readonly action: string | null
  readonly method: 'get' | 'post'
  /** Name of the field that takes the words; '' where `action` is null. */
  readonly field: string
  /** What is sent along, in order. */
  readonly fixed: readonly (readonly [name: string, value: string])[]
  readonly charset: 'utf-8' | 'gb18030'
  /** `link`: a link named 搜索 that leads to a page of its own. */
  readonly how: 'form' | 'script' | 'link'
  /** A script has a say in what is sent. */
  readonly scripted: boolean
  readonly quote: string
  readonly at: Span
}

/** The first page of results of the portal's own search for one title (base/query-address). */
export interface SearchAnswer {
  /** The page says back the words that were searched for: they arrived whole. */
  readonly echoed: boolean
  /** Links outside menus and foot with words as long as a title, in order. */
  readonly hits: number
  /** The entry that was looked for; `rank` counts from 1 among `hits`. */
  readonly found: (PlacedWords & { readonly rank: number; readonly by: 'title' | 'address' }) | null
  /** Words that say that there is nothing (没有找到, 共 0 条), where the visitor sees them. */
  readonly none: PlacedWords | null
  /** No script of the page could write results into it. */
  readonly plain?: true
  /** Number of results as printed. */
  readonly count: (PlacedWords & { readonly value: number }) | null
  /** Ways to sort (相关度、时间), kinds of results (政策、服务 …), help with words, results put together with others. */
  readonly sorts: readonly PlacedWords[]
  readonly facets: readonly PlacedWords[]
  readonly helps: readonly PlacedWords[]
  readonly gathers: readonly PlacedWords[]
}
