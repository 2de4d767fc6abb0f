/**
 * Columns that exist and hold nothing: blank ones, and those whose page says itself that it is not made yet. Whether a
 * column owes updates is for `freshness/column-stale`.
 */
import type { Observation } from '#model/check'
import type { CivilDay, PageKind } from '#model/page'
import type { Column, Place, SiteView } from '#model/site-view'
import { type ColumnTree, isArchived, leadsFurther } from './columns.ts'

type Blank = Omit<Observation<'empty' | 'under-construction'>, 'subject'>

/** 专题专栏: what gathers features, and no feature itself. */
const FEATURES = /^(?:热点|重点|网站|政务)?(?:专题|专栏)(?:专栏|专题|集锦|报道|汇总)?$/

/** Kinds of page of which emptiness is no question. */
const NO_LIST: ReadonlySet<PageKind> = new Set(['error', 'form', 'file', 'home'])

/** Blank and under-construction hold for any column of the portal's own, whatever its topic. */
export function blankness(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  evidence: readonly Place[],
): Blank | null {
  const view = site.pageAt(column.url)
  if (column.kind !== 'local' || view === null || NO_LIST.has(view.page.kind.value)) return null
  const below = tree.descendants(column)
  if (column.items.length > 0 || below.length > 0) return null
  const words = view.page.underConstruction
  if (column.underConstruction && words !== null)
    return {
      outcome: 'under-construction',
      facts: { words: words.quote, url: column.url },
      evidence: [{ url: view.page.url, at: words.at, quote: words.quote }],
    }
  if (!column.empty || leadsFurther(view, column)) return null
  return {
    outcome: 'empty',
    facts: { url: column.url },
    evidence,
    coverage: { value: column.coverage, because: column.coverageBecause },
  }
}

/** Features owe no update, but one that says itself that it is not made yet, or the column of them all without any, is blank. */
export function blankFeature(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  evidence: readonly Place[],
  asOf: CivilDay,
): Blank | null {
  if (isArchived(tree, column, asOf)) return null
  const blank = blankness(site, tree, column, evidence)
  const whole = FEATURES.test(column.name.trim())
  return blank?.outcome === 'under-construction' || whole ? blank : null
}
