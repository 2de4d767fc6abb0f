/**
 * Days that stand on a page but are those of other pages to which it leads: in a card that is one link, in the row of a list
 * that has one entry.
 */
import type { DateHit } from './dates.ts'
import { targetOf } from './targets.ts'
import type { El, PageTree } from './tree.ts'

interface Where {
  readonly tree: PageTree
  readonly url: string
}

/** A card's title and label have more characters; a permalink on the day has none. */
const CARD_WORDS = 8

/** The date stands beside a title inside a link to another page (a card): it is that page's. */
export function isOfCard({ url, tree }: Where, from: El, hit: DateHit): boolean {
  let el: El | null = from
  for (let climb = 0; el !== null && climb < 6; climb++, el = el.parent) {
    if (el.tag !== 'a') continue
    const beside = `${tree.flat.slice(el.from, hit.from)}${tree.flat.slice(hit.to, el.to)}`
    if (hanIn(beside) < CARD_WORDS) return false
    const target = targetOf(el, url)
    return target !== null && /^https?:/.test(target.url) && !isSamePage(target.url, url)
  }
  return false
}

/** Elements that hold one row of a list. */
const ROWS = new Set(['li', 'dl'])

/** The day stands in a list's row whose only other words are one link to another page: a list of one entry. */
export function isOfRow({ url, tree }: Where, from: El, hit: DateHit): boolean {
  let row: El | null = from
  for (let climb = 0; row !== null && !ROWS.has(row.tag); climb++, row = row.parent)
    if (climb > 3) return false
  if (row === null) return false
  const inRow = tree.els.slice(row.i, row.last).filter(({ tag }) => tag === 'a')
  const [link] = inRow
  if (link === undefined || inRow.length > 1) return false
  const words = tree.flat.slice(link.from, link.to)
  const rest = `${tree.flat.slice(row.from, hit.from)}${tree.flat.slice(hit.to, row.to)}`
  if (rest.replace(words, '').trim() !== '' || hanIn(words) < CARD_WORDS) return false
  const target = targetOf(link, url)
  return target !== null && /^https?:/.test(target.url) && !isSamePage(target.url, url)
}

const hanIn = (words: string): number => (words.match(/[\u4e00-\u9fff]/g) ?? []).length

function isSamePage(one: string, other: string): boolean {
  return one.replace(/#.*$/, '') === other.replace(/#.*$/, '')
}
