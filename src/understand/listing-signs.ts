/**
 * What beside its rows speaks for a page being a list: it is named as a column by two places that agree, it has paging,
 * its address is one of lists, and the rows are all that its body holds. Few rows prove little alone; sureness is earned here.
 */
import { compareForm } from '#base/text'
import { headSegments } from './head-segments.ts'
import type { FoundList } from './lists.ts'
import type { Regions } from './regions.ts'
import { type MetaReading, tagValue } from './tags.ts'
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
/** Unlinked text that dates, counters and paging make up. */
const SHORT = 150
/** Fewer rows than this may be a box beside something else. */
const FEW = 5
/** Longest name of a column. */
const LONGEST_NAME = 16
const LINE_ABOVE = 24

export function listingSigns(facts: ListingFacts, list: FoundList): ListingSigns {
  return {
    named: isNamed(facts, list),
    paged: isPaged(facts, list),
    whole: facts.mainLength <= Math.max(SHORT, titlesLength(list)),
  }
}

export function isPaged({ tree }: ListingFacts, { container }: FoundList): boolean {
  return PAGER.test(tree.flat.slice(container.from, container.to + PAGER_REACH))
}

function titlesLength(list: FoundList): number {
  return list.items.reduce((sum, item) => sum + item.title.length, 0)
}

/** A trail's end, a heading, the first words of `<title>` and the tag are four places; chance makes no two of them agree. */
function isNamed(facts: ListingFacts, list: FoundList): boolean {
  const places = placesOf(facts)
  const names = [...places, list.heading ?? lineAbove(facts, list, places[1])].flatMap(asName)
  return new Set(names).size < names.length && !isNamedElse(list, namesOf(facts))
}

/** A line right above the rows that says what `<title>` begins with, set as no heading. */
function lineAbove(
  { tree }: ListingFacts,
  { container }: FoundList,
  head?: string | null,
): string | null {
  if (!head || head.length > LONGEST_NAME) return null
  const above = tree.flat.slice(Math.max(0, container.from - LINE_ABOVE), container.from)
  return above.trimEnd().split('\n').at(-1)?.trim() === head ? head : null
}

/** Names of the column whose page this is, as `compareForm` has them. */
export function namesOf(facts: ListingFacts): ReadonlySet<string> {
  return new Set(placesOf(facts).flatMap(asName))
}

/** The heading gives the list to another column than the page's own. */
export function isNamedElse(list: FoundList, names: ReadonlySet<string>): boolean {
  return list.heading !== null && names.size > 0 && !names.has(compareForm(list.heading))
}

/** A few entries under a heading of their own beside a text (活动报道 of a leader) are not what the page is about. */
export function isAside(facts: ListingFacts, list: FoundList): boolean {
  return (
    list.items.length < FEW &&
    isNamedElse(list, namesOf(facts)) &&
    facts.mainLength > Math.max(SHORT, titlesLength(list))
  )
}

function placesOf({ tree, regions, meta }: ListingFacts): readonly (string | null | undefined)[] {
  const steps = regions.trail?.texts ?? []
  return [
    steps.length > 1 ? steps[steps.length - 1] : null,
    headSegments(tree.headTitle)[0],
    tagValue(meta, 'ColumnName'),
  ]
}

function asName(name: string | null | undefined): readonly string[] {
  const fits = name && name.length >= 2 && name.length <= LONGEST_NAME
  return fits ? [compareForm(name)] : []
}
