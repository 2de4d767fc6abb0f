/**
 * Tables that tell of one thing a row (charges, inspections, payments), as the running text of a page gives them, and what
 * neither their head nor the page beside them says. Pages with files or pictures, which may say it, are left alone. What a
 * table owes is for checks.
 */
import { squash } from '#base/text'
import type { Column, PageView, SiteView } from '#model/site-view'
import { ownPictures } from './budgets.ts'
import { isReadWhole } from './hollow-pages.ts'

export interface TableElement {
  readonly name: string
  /** Its head, as tables print it. */
  readonly head: RegExp
  /** What says it anywhere else on the page. */
  readonly said: RegExp
  /** Its cells hold figures: a head above none says nothing. */
  readonly figures?: true
  /** Owed only where so many other tables of the kind tell it, and most of them do. */
  readonly peers?: number
}

export interface TableKind {
  readonly subject: string
  readonly topics: readonly string[]
  /** Titles of the pages that hold such tables. */
  readonly title: RegExp
  /** Heads by which the table is known: each of them stands in it. */
  readonly heads: readonly RegExp[]
  readonly elements: readonly TableElement[]
  /** Its rows may stand in sheets that the page offers. */
  readonly filed?: true
}

export interface LackingTable {
  readonly title: string
  readonly view: PageView
  /** The head as printed. */
  readonly head: string
  readonly element: TableElement
}

/** Cells longer than this are no heads. */
const LONGEST_HEAD = 14
const LEAST_CELLS = 2

export function lackingTables(site: SiteView, kind: TableKind): readonly LackingTable[] {
  const columns = kind.topics.flatMap((topic) => site.columnsOf(topic))
  const read = pagesOf(site, columns).flatMap(({ title, view }) =>
    kind.title.test(title) ? (lacksOf(site, kind, title, view) ?? []) : [],
  )
  return read.flatMap(({ lacking }) =>
    lacking.filter(({ element }) => {
      const without = read.filter((one) => one.lacking.some((some) => some.element === element))
      const told = read.length - without.length
      // Of what lacks more than that, more is told.
      const isLess = lacking.some((one) => one.element.peers === undefined)
      if (element.peers === undefined) return true
      return !isLess && told >= Math.max(element.peers, without.length + 1)
    }),
  )
}

interface ReadTable {
  readonly lacking: readonly LackingTable[]
}

interface Titled {
  readonly title: string
  readonly view: PageView
}

/** The columns' own pages, and those behind their entries; each once. */
function pagesOf(site: SiteView, columns: readonly Column[]): readonly Titled[] {
  const all = columns.flatMap(({ name, url, items }) => [
    { title: name, url },
    ...items.map((item) => ({ title: item.title, url: item.url })),
  ])
  const pages = all.flatMap(({ title, url }): readonly Titled[] => {
    const view = url === null ? null : site.pageAt(url)
    return view === null ? [] : [{ title, view }]
  })
  return [...new Map(pages.map((one) => [one.view.page.url, one])).values()]
}

function lacksOf(
  site: SiteView,
  { heads, elements, filed }: TableKind,
  title: string,
  view: PageView,
): ReadTable | null {
  const { attachments, frames, links, text } = view.page
  const files = filed === true ? filedLines(site, view) : attachments.length > 0 ? null : []
  const hides = files === null || frames.length + ownPictures(site, view) > 0
  if (hides || view.page.kind.value === 'file' || !isReadWhole(view)) return null
  const lines = [...text.excerpt.split('\n'), ...files].map(squash)
  const entries = new Set(links.map((link) => squash(link.text)))
  // A menu in one line is no head.
  const isMenu = (line: string): boolean => line.split(' ').some((cell) => entries.has(cell))
  const headings = lines.flatMap((line, no) => (isHead(line, heads) && !isMenu(line) ? [no] : []))
  // Of several lines that may be one, that which has what is owed.
  const tells = (no: number): boolean =>
    (lines[no] ?? '').split(' ').some((cell) => elements.some((one) => one.head.test(cell)))
  const at = headings.find(tells) ?? headings[0] ?? -1
  const head = lines[at]
  const cells = head?.split(' ').length ?? 0
  const rows = lines
    .slice(at + 1)
    .filter((line) => Math.abs(line.split(' ').length - cells) <= MOST_OFF && !isMenu(line))
  if (head === undefined || rows.length === 0) return null
  const beside = [...lines.slice(Math.max(0, at - LINES_ABOVE), at), ...lines.slice(at + 1)]
  const lacking = elements.flatMap((element) => {
    const headed = head.split(' ').some((cell) => element.head.test(cell))
    const empty = headed && element.figures === true && !rows.some(hasFigure)
    const lacks = headed ? empty : !beside.some((line) => element.said.test(line))
    return lacks ? [{ title, view, head, element }] : []
  })
  return { lacking }
}

/** Lines of the sheets that the page offers, all of them read; null where one was not, or is no sheet. */
function filedLines(site: SiteView, { page }: PageView): readonly string[] | null {
  const files = page.attachments.map(({ url }) => site.pageAt(url)?.page.file)
  const isRead = files.every(
    (file) =>
      file !== undefined && file.state === 'text' && !file.truncated && /^xlsx?$/.test(file.kind),
  )
  return isRead ? files.flatMap((file) => file?.text.split('\n') ?? []) : null
}

/** A row may leave cells empty or part one by a blank. */
const MOST_OFF = 2

/** So many lines above a table may say for all its rows what it does not print. */
const LINES_ABOVE = 12

function isHead(line: string, heads: readonly RegExp[]): boolean {
  const cells = line.split(' ')
  return (
    cells.length >= LEAST_CELLS &&
    cells.every((cell) => cell.length <= LONGEST_HEAD && !/\d{2}|[，。；：]/.test(cell)) &&
    heads.every((sign) => cells.some((cell) => sign.test(cell)))
  )
}

/** A number of its own behind the first cell, which counts the rows; long ones are codes. */
function hasFigure(row: string): boolean {
  return row
    .split(' ')
    .slice(1)
    .some((cell) => /^[¥￥]?\d[\d,，.]{0,11}[万亿]?元?$/.test(cell))
}
