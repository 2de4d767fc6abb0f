/**
 * Rows that lead on by themselves: `<tr onclick="window.open('…')">`, `<li onclick=…>`, `<div data-href="…">`, with no link
 * inside that says where it goes. The words that name the row are given its address, so that lists read them like links.
 * Only literal addresses count (targets.ts); a row whose handler computes one stays without.
 */
import { isTitle } from './list-records.ts'
import { targetOf } from './targets.ts'
import { childrenOf, type El, type PageTree, wordsOf } from './tree.ts'

/** Elements that wrap more than this are no row. */
const MAX_INSIDE = 40
/** What opens a page for its own sake beside the row's title (收藏, 分享) has a handler of its own. */
const LEADS: ReadonlySet<string> = new Set(['a', 'area', 'input', 'button'])
/** A child that holds so much of the row's words names it. */
const MOST_WORDS = 0.5
/** A day beside the title. */
const DAY = /^[\s[(（]*(?:19|20)?\d{2}\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2}日?)?[\s\])）]*$/

/** The elements whose words name such rows, in document order; links inside them without an address of their own get the row's. */
export function rowDoors(tree: PageTree, base: string): ReadonlySet<El> {
  const doors = new Set<El>()
  let last: El | null = null
  // Innermost first where one row's handler is repeated on its cells.
  for (let i = tree.acting.length - 1; i >= 0; i--) {
    const el = tree.acting[i]
    if (el === undefined) continue
    if (LEADS.has(el.tag) || el.last - el.i > MAX_INSIDE) continue
    if (last !== null && last.i > el.i && last.i < el.last) continue
    const target = targetOf(el, base)
    if (target === null) continue
    const inside = tree.els.slice(el.i + 1, el.last).filter((one) => LEADS.has(one.tag))
    if (inside.some((one) => targetOf(one, base) !== null)) continue
    last = el
    const names = inside.filter(
      (one) => one.tag === 'a' && one.attrs.onclick === undefined && isTitle(tree, one),
    )
    const named = names.length > 0 ? names : [titleIn(tree, el)]
    for (const one of named) {
      one.target = target
      if (one.tag !== 'a' && isTitle(tree, one)) doors.add(one)
    }
  }
  return doors
}

/** The innermost element that holds the words of the row but for its number, its day and its source. */
function titleIn(tree: PageTree, row: El): El {
  let at = row
  for (let deep = 0; deep < 4; deep++) {
    const children = childrenOf(tree, at).filter((one) => !DAY.test(wordsOf(tree, one)))
    const [longest] = children.sort((a, b) => wordsOf(tree, b).length - wordsOf(tree, a).length)
    if (longest === undefined) return at
    if (wordsOf(tree, longest).length < wordsOf(tree, at).length * MOST_WORDS) return at
    at = longest
  }
  return at
}
