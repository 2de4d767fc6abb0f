/**
 * What beside its rows speaks for a page being a list: it is named as a column by two places that agree, it has paging,
 * its address is one of lists, and the rows are all that its body holds. Few rows prove little alone; sureness is earned here.
 */
import { compareForm } from '#base/text'
import type { FoundList } from './lists.ts'
import type { Regions } from './regions.ts'
import { type MetaReading, tagValue } from './tags.ts'
import { headSegments } from './title.ts'
import type { PageTree } from './tree.ts'

export interface ListingFacts {
  readonly tree: PageTree
  readonly regions: Regions
  readonly meta: MetaReading
  /** Characters of unlinked text in the main element. */
  readonly mainLength: number
}

export interface ListingSigns {
  /** Two places of the page give the same short name of a column. */
  readonly named: boolean
  readonly paged: boolean
  /** The body holds little but the rows. */
  readonly whole: boolean
}

const PAGER = /(?:上|下|尾|末)一?页|共 ?\d+ ?[页条]|第 ?\d+ ?页/
/** Furthest behind its last row that a list's paging stands, in characters of running text. */
const PAGER_REACH = 400
/** Longest name of a column. */
const LONGEST_NAME = 16

export function listingSigns(facts: ListingFacts, list: FoundList): ListingSigns {
  const { tree, mainLength } = facts
  const { from, to } = list.container
  const text = list.items.reduce((sum, item) => sum + item.title.length, 0)
  return {
    named: isNamed(facts, list),
    paged: PAGER.test(tree.flat.slice(from, to + PAGER_REACH)),
    whole: mainLength <= Math.max(150, text),
  }
}

/** A trail's end, a heading, the first words of `<title>` and the tag are four places; chance makes no two of them agree. */
function isNamed({ tree, regions, meta }: ListingFacts, list: FoundList): boolean {
  const steps = regions.trail?.texts ?? []
  const places = [
    steps.length > 1 ? steps[steps.length - 1] : undefined,
    list.heading,
    headSegments(tree.headTitle)[0],
    tagValue(meta, 'ColumnName'),
  ]
  const names = places.flatMap((name) =>
    name !== null && name !== undefined && name.length >= 2 && name.length <= LONGEST_NAME
      ? [compareForm(name)]
      : [],
  )
  return new Set(names).size < names.length
}
