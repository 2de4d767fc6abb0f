/**
 * Lists whose entries print no day: the largest run of like rows with title links in the page's body, rows of cards or
 * pictures in a layout table, issues of a gazette under their years, lines that are links. Dated lists are `lists.ts`'.
 */
import { FILE_ADDRESS } from '#base/file-names'
import { squash } from '#base/text'
import { findLinkLines } from './link-lines.ts'
import { isIssue, linksIn, type RecordHit, ROW_TAGS } from './list-records.ts'
import type { Regions } from './regions.ts'
import { childrenOf, type El, type PageTree, wordsOf } from './tree.ts'

export interface UndatedEntries {
  readonly container: El
  readonly records: RecordHit[]
}

/** Titles of cards are at least so long on average; menus in a table are shorter. */
const CARD_TITLE = 8

/** Runs that may be the page's list, largest first. `taken`: boxes of lists already found. */
export function undatedEntries(
  tree: PageTree,
  regions: Regions,
  links: readonly El[],
  taken: readonly El[],
): readonly UndatedEntries[] {
  const rows = new Map<El, RecordHit[]>()
  for (const link of links) {
    if (regions.of(link) !== 'body') continue
    if (taken.some((box) => link.i >= box.i && link.i < box.last)) continue
    const row = rowOf(link) ?? coverOf(tree, link)
    if (!row?.parent) continue
    const known = rows.get(row.parent)
    const record = { el: row, link, container: row.parent, hit: null }
    if (!known) rows.set(row.parent, [record])
    else if (known[known.length - 1]?.el !== row) known.push(record)
  }
  const found: { size: number; container: El; records: RecordHit[] }[] = []
  for (const records of [...rows.values(), ...issueRuns(tree, [...rows.values()])]) {
    const size = records.reduce((sum, one) => sum + firstLine(tree, one), 0)
    const container = records[0]?.container
    if (container && size / records.length >= leastTitle(tree, records))
      found.push({ size, container, records: cardsOf(tree, links, records) ?? records })
  }
  if (found.length > 0) return found.sort((a, b) => b.size - a.size)
  const lines = findLinkLines(tree, regions, links)
  if (lines === null || taken.includes(lines.container)) return []
  const records = lines.links.map((link) => ({
    el: link,
    link,
    container: lines.container,
    hit: null,
  }))
  return [{ container: lines.container, records }]
}

function rowOf(link: El): El | null {
  let row: El | null = ROW_TAGS.has(link.tag) ? link : link.parent
  for (let climb = 0; row && climb < 4 && !ROW_TAGS.has(row.tag); climb++) row = row.parent
  return row && ROW_TAGS.has(row.tag) ? row : null
}

/** The cover of a gazette's issue in a box of its own: `<div><a><img></a><p>2026年第3期</p></div>`. */
function coverOf(tree: PageTree, link: El): El | null {
  let box = link.parent
  for (let climb = 0; box && climb < 3; climb++, box = box.parent) {
    if (box.last - box.i > 12 || box.tag === 'body') return null
    if (isIssue(squash(tree.flat.slice(box.from, box.to)))) return box
  }
  return null
}

/** What an entry is called: the words of its link, or those beside its picture. */
function nameOf(tree: PageTree, { link, el }: RecordHit): string {
  return link.to > link.from ? wordsOf(tree, link) : squash(tree.flat.slice(el.from, el.to))
}

/** Length of a link's first line: below the name of a tile may stand a summary. */
function firstLine(tree: PageTree, { link, el }: RecordHit): number {
  const { from, to } = link.to > link.from ? link : el
  const text = tree.flat.slice(from, to).trim()
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}

/** Few rows are a list only when they read like titles: menus are few and short. */
function leastTitle(tree: PageTree, records: readonly RecordHit[]): number {
  if (records.length >= 3 && records.every((one) => isIssue(nameOf(tree, one)))) return 1
  // Rows of files to take along are no menu.
  if (records.length >= 2 && records.every(({ link }) => FILE_ADDRESS.test(link.attrs.href ?? '')))
    return 4
  if (records.length >= 5) return 8
  return records.length >= 2 ? 11 : Number.POSITIVE_INFINITY
}

/** Issues are often listed in one box a year: the boxes side by side are one list. */
function issueRuns(tree: PageTree, boxes: readonly RecordHit[][]): RecordHit[][] {
  const runs = new Map<El, RecordHit[]>()
  for (const records of boxes) {
    const parent = records[0]?.container.parent
    if (!parent || !records.every((one) => isIssue(nameOf(tree, one)))) continue
    runs.set(parent, [...(runs.get(parent) ?? []), ...records])
  }
  return [...runs.values()]
}

/**
 * Pictures or cards in a layout table, several to a row: every cell is an entry. Null where the cells of a row differ in
 * make (title, organ, 办理), or repeat down the table.
 */
function cardsOf(
  tree: PageTree,
  links: readonly El[],
  rows: readonly RecordHit[],
): RecordHit[] | null {
  const cards: RecordHit[] = []
  const targets = new Set<string>()
  let shape: string | null = null
  for (const row of rows) {
    if (row.el.tag !== 'tr') return null
    let inRow = 0
    for (const cell of childrenOf(tree, row.el)) {
      const inside = linksIn(links, cell)
      const link = inside.reduce<El | undefined>(
        (most, one) =>
          most !== undefined && wordsOf(tree, most).length >= wordsOf(tree, one).length
            ? most
            : one,
        undefined,
      )
      if (link === undefined) {
        if (squash(tree.flat.slice(cell.from, cell.to)) !== '') return null
        continue
      }
      const make = makeOf(tree, cell)
      shape ??= make
      const target = link.attrs.href ?? ''
      if (make !== shape || targets.has(target)) return null
      targets.add(target)
      cards.push({ el: cell, link, container: row.container, hit: null })
      inRow += 1
    }
    if (inRow === 0) return null
  }
  if (cards.length <= rows.length) return null
  const size = cards.reduce((sum, { link }) => sum + wordsOf(tree, link).length, 0)
  const pictured = shape?.includes('img') === true
  const short = pictured || cards.every(({ link }) => FILE_ADDRESS.test(link.attrs.href ?? ''))
  return size / cards.length >= (short ? CARD_TITLE / 2 : CARD_TITLE) ? cards : null
}

/** The elements of a cell in order: cells of one make print alike. */
function makeOf(tree: PageTree, cell: El): string {
  const tags: string[] = []
  for (let i = cell.i + 1; i < cell.last && tags.length < 12; i++) {
    const tag = tree.els[i]?.tag
    if (tag !== undefined && tag !== 'br') tags.push(tag)
  }
  return tags.join(' ')
}
