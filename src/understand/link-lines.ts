/**
 * Lists without rows: a main text whose lines are nothing but links, numbered or not, set apart by line breaks or
 * paragraphs. Only when (but for a heading) every line is one, so that no text with links in it is taken for a list.
 */
import { squash } from '#base/text'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

const NUMBER = /^\d{1,3}[.、．]\s*/
/** Unnumbered lines count as titles when they are this long on average. */
const TITLE_LENGTH = 6
/** Where no main text stands out, a menu could be meant: only long ones count. */
const LONG_TITLE = 10
const MAX_LINES = 300
const MAX_HEADING = 20

/** Title links of the list in order, and the element that holds them; null when the main text is anything else. */
export function findLinkLines(
  tree: PageTree,
  regions: Regions,
  links: readonly El[],
): { container: El; links: readonly El[] } | null {
  const { main } = regions
  const [start, end] = main ? [main.from, main.to] : bodyRange(regions)
  const inside = links.filter((link) => link.from >= start && link.to <= end)
  const found: El[] = []
  let numbered = 0
  let position = start
  let next = 0
  let heading = false
  for (const line of tree.flat.slice(start, end).split('\n')) {
    const from = position
    position = from + line.length + 1
    const text = squash(line)
    if (text === '') continue
    while ((inside[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1
    const link = inside[next]
    if (link !== undefined && isLinkLine(tree, link, text) && link.to <= from + line.length) {
      if (regions.of(link) !== 'body' || found.length === MAX_LINES) return null
      found.push(link)
      if (NUMBER.test(text)) numbered += 1
    } else if (found.length === 0 && !heading && text.length <= MAX_HEADING) heading = true
    else return null
  }
  if (found.length < 2) return null
  const size = found.reduce((sum, link) => sum + link.to - link.from, 0) / found.length
  const telling = numbered === found.length || size >= (main ? TITLE_LENGTH : LONG_TITLE)
  const container = telling ? (main ?? holderOf(found)) : null
  return container === null ? null : { container, links: found }
}

function isLinkLine(tree: PageTree, link: El, line: string): boolean {
  const title = wordsOf(tree, link)
  return title !== '' && (line === title || line.replace(NUMBER, '') === title)
}

/** Smallest element around all of them. */
function holderOf(links: readonly El[]): El | null {
  const last = links.at(-1)
  let el = links[0]?.parent ?? null
  while (el !== null && last !== undefined && el.last <= last.i) el = el.parent
  return el
}
