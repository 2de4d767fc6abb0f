/**
 * Days that stand on a page but are those of other pages to which it leads: in a card that is one link, in the row of a list
 * that has one entry.
 */
import type { DateHit } from './dates.ts'
import { firstChildren } from './list-dates.ts'
import { targetOf } from './targets.ts'
import { type El, type PageTree, textOf } from './tree.ts'

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

/** Rows, cells of a row and entries from which on a table or list is one of records, each with its own day. */
const RECORDS = { rows: 3, cells: 3, entries: 3 }

/** The day is told of one record among several: a row under the head of a table, an entry of a chronicle. */
export function isOfRecord(tree: PageTree, from: El, hit: DateHit): boolean {
  let row: El | null = from
  for (
    let climb = 0;
    row !== null && row.tag !== 'tr' && row.tag !== 'li';
    climb++, row = row.parent
  )
    if (climb > 3) return false
  if (row?.parent == null) return false
  if (row.to - row.from > LONGEST_RECORD) return false
  const few = firstChildren(tree, row.parent, MOST_LOOKED)
  if (row.tag === 'li') {
    const beside = `${tree.flat.slice(row.from, hit.from)}${tree.flat.slice(hit.to, row.to)}`
    const entries = few.filter((one) => hanIn(textOf(tree, one).slice(0, LONGEST_RECORD)) > 0)
    return hanIn(beside) > 1 && entries.length >= RECORDS.entries
  }
  const rows = few.filter(({ tag }) => tag === 'tr')
  const cells = firstChildren(tree, row, MOST_LOOKED).filter((cell) => textOf(tree, cell) !== '')
  return rows.length >= RECORDS.rows && cells.length >= RECORDS.cells && rows[0] !== row
}

/** Longer rows and entries are no records of one thing; so many of them show what a table or list is. */
const LONGEST_RECORD = 2000
const MOST_LOOKED = 12

const hanIn = (words: string): number => (words.match(/[\u4e00-\u9fff]/g) ?? []).length

function isSamePage(one: string, other: string): boolean {
  return one.replace(/#.*$/, '') === other.replace(/#.*$/, '')
}
