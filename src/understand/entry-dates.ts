/**
 * Which of a page's dates belong to the entries of its lists. Cheap for any nesting: ranges are counted, not walked.
 */
import type { Span } from '#model/page'
import type { DateHit } from './dates.ts'
import type { FoundList } from './lists.ts'
import type { PageTree } from './tree.ts'

/** Tells the dates of list entries from the page's own; counts what opens and closes before, so nesting costs nothing. */
export function entryTest(
  tree: PageTree,
  lists: readonly FoundList[],
): (hit: Pick<DateHit, 'from' | 'to'>) => boolean {
  const alone = (list: FoundList): boolean => list.dated < 2 && list.card !== true
  const beside = new Set(lists.flatMap((list) => (alone(list) ? [] : list.dateStarts)))
  const items = lists.flatMap((list) =>
    alone(list) && !/^(ul|ol|table|tbody|record)$/.test(list.container.tag) && !isEntry(tree, list)
      ? []
      : list.items.filter((item) => !alone(list) || !isWholeText(tree, item.at)),
  )
  const starts = new Int32Array(items.length)
  const ends = new Int32Array(items.length)
  for (const [i, { at }] of items.entries()) {
    starts[i] = at[0]
    ends[i] = at[1]
  }
  starts.sort()
  ends.sort()
  const inside = (at: number): boolean => countUpTo(starts, at) > countUpTo(ends, at)
  return (hit) => beside.has(hit.from) || inside(tree.sourceSpan(hit.from, hit.to)[0])
}

/** The only entry is a row of cells (`<dl><dt>title</dt><dd>day</dd></dl>`): no article prints its own day so. */
function isEntry(tree: PageTree, { items }: FoundList): boolean {
  const [start] = items[0]?.at ?? []
  return (
    items.length === 1 && tree.els.some((el) => el.start === start && /^(?:dl|ul|ol)$/.test(el.tag))
  )
}

/** A row as long as this is the page itself, laid out in a table. */
const ROW_TEXT = 400
/** No markup of so many characters holds as much text. */
const ROW_MARKUP = 800

function isWholeText(tree: PageTree, [from, to]: Span): boolean {
  if (to - from < ROW_MARKUP) return false
  const row = tree.els.find((el) => el.start === from)
  return row !== undefined && row.to - row.from > ROW_TEXT
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: Int32Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
