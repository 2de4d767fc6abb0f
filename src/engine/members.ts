/**
 * Columns whose entries are of one sort (the units of a government, its data sets): which of them lack what the others
 * print in the same place? A member is an entry with its own page, or a labelled block or a table's row on one page that lists them all.
 * Only a place that was read whole, and that hides nothing in files or pictures, speaks for itself. What is owed by each
 * member, and by which members, is the check's business.
 */
import { squash } from '#base/text'
import { type Column, hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { ColumnTree, entriesOf } from './columns.ts'
import { type Element, mayBePictured, says, wordsOn } from './elements.ts'

/** One of the sort: `view` is its own page, or the page whose block `words` is. */
export interface Member {
  readonly name: string
  readonly view: PageView
  /** Its block or row on a page that it shares with others; absent where the page is its own. */
  readonly words?: string
  /** One of many rows or lines that are made alike: what it alone lacks is a hole. */
  readonly formed?: 'row' | 'line'
}

/** One element, printed by some members and not by others. */
export interface UnevenElement {
  readonly element: string
  readonly printing: readonly Member[]
  /** Read whole, and it does not stand there. */
  readonly lacking: readonly Member[]
  /** Not found either, but their place may hide it. */
  readonly doubtful: readonly Member[]
}

/** Entries of the columns and of those below them that have an own page, by their names. */
export function membersOf(
  site: SiteView,
  columns: readonly Column[],
  isMember: (name: string) => boolean,
): readonly Member[] {
  const tree = new ColumnTree(site)
  const all = new Set(columns.flatMap((column) => [column, ...tree.descendants(column)]))
  const members = new Map<string, Member>()
  for (const column of all)
    for (const { title, url } of entriesOf(site, column)) {
      const name = squash(title)
      const view = url === null || !isMember(name) ? null : site.pageAt(url)
      if (view !== null && isServedPage(view) && !members.has(view.page.url))
        members.set(view.page.url, { name, view })
    }
  return [...members.values()]
}

/** Blocks of one page that each begin with a labelled name (机构名称：…); `label` captures the name. */
export function blocksOn(view: PageView, label: RegExp): readonly Member[] {
  const blocks: { name: string; lines: string[] }[] = []
  for (const line of view.page.text.excerpt.split('\n')) {
    const name = label.exec(line)?.[1]
    if (name !== undefined) blocks.push({ name: squash(name), lines: [line] })
    else blocks.at(-1)?.lines.push(line)
  }
  return blocks.map(({ name, lines }) => ({ name, view, words: lines.join('\n') }))
}

/** Lines of one page that each begin with a name (first group), one below the other. */
export function linesOn(view: PageView, name: RegExp): readonly (readonly Member[])[] {
  const runs: Member[][] = [[]]
  for (const line of view.page.text.excerpt.split('\n')) {
    const found = name.exec(line)?.[1]
    if (found === undefined) runs.push([])
    else runs.at(-1)?.push({ name: squash(found), view, words: line, formed: 'line' })
  }
  return runs.filter((run) => new Set(run.map((one) => one.name)).size === run.length)
}

/** Rows above a table's head: a title, a day. */
const MAX_ABOVE = 3
/** Columns that a head of units must have beside the name. */
const LEAST_HEADS = 2

/**
 * Rows of the page's tables whose head has one column for the name and others for what is said of it (科室, 负责人, 电话).
 * The words of a row are its cells behind their heads: only here an empty cell is known as one.
 */
export function rowsOn(view: PageView, name: RegExp, told: RegExp): readonly (readonly Member[])[] {
  return (view.page.tables ?? []).flatMap((table) => {
    const plain = (cell: string | null): string => (cell ?? '').replace(/[\s:：]/g, '')
    const heads = table.slice(0, MAX_ABOVE).map((row) => row.map(plain))
    const at = heads.findIndex(
      (row) =>
        row.filter((cell) => name.test(cell)).length === 1 &&
        row.filter((cell) => told.test(cell)).length >= LEAST_HEADS,
    )
    const head = heads[at]
    if (head === undefined) return []
    const named = head.findIndex((cell) => name.test(cell))
    const above: (string | null)[] = []
    const rows = table.slice(at + 1).flatMap((row): Member[] => {
      // A cell that reaches down says the same of every row that it covers.
      for (const [i, cell] of row.entries()) if (cell !== null) above[i] = cell
      const own = squash(row[named] ?? '')
      const words = head.flatMap((title, i) => {
        const cell = squash(above[i] ?? '')
        return cell === '' ? [] : [`${title}：${cell}`]
      })
      return own === '' ? [] : [{ name: own, view, words: words.join('\n'), formed: 'row' }]
    })
    return [rows]
  })
}

/** Elements that at least `least` members print and some do not. */
export function unevenAmong(
  site: SiteView,
  members: readonly Member[],
  elements: readonly Element[],
  least: number,
): readonly UnevenElement[] {
  return elements.flatMap((element) => {
    const prints = ({ view, words }: Member): boolean =>
      words === undefined
        ? !isLabelBlank(view, element) &&
          pagesOf(site, view).some((one) => wordsOn(one, element, site) !== null)
        : says(words, element)
    const printing = members.filter(prints)
    const silent = members.filter((member) => !prints(member))
    if (silent.length === 0 || printing.length < least) return []
    const lacking = silent.filter(({ view }) =>
      pagesOf(site, view).every((one) => saysAll(site, one, element)),
    )
    const doubtful = silent.filter((member) => !lacking.includes(member))
    return [{ element: element.name, printing, lacking, doubtful }]
  })
}

function isServedPage({ page, capture }: PageView): boolean {
  const kind = page.kind.value
  return capture.status < 400 && page.blocked === null && kind !== 'error' && kind !== 'file'
}

/** Its label stands on the page, and nothing behind it in any of its places. */
function isLabelBlank({ page }: PageView, { valued, within }: Element): boolean {
  const own = (page.labelled ?? []).filter(({ label }) => within.test(`${label}：`))
  return valued === true && own.length > 0 && own.every(({ value }) => value === '')
}

/** Its page and what this parts into tabs or pages of their own: pages below it by their trails. */
function pagesOf(site: SiteView, view: PageView): readonly PageView[] {
  const name = squash(view.page.title ?? '')
  const behind = view.page.links.flatMap(({ area, url }) => {
    const page = area === 'nav' || area === 'trail' || area === 'footer' ? null : site.pageAt(url)
    const isBelow =
      page !== null && name !== '' && page.page.trail.some((step) => squash(step) === name)
    return isBelow && page !== view ? [page] : []
  })
  return [view, ...new Set(behind)]
}

/** Nothing of the page that may say it lies outside of the words that were read. */
function saysAll(site: SiteView, view: PageView, element: Element): boolean {
  const { page } = view
  if (page.truncated || page.frames.length > 0 || hiddenByScript(view) !== null) return false
  if (page.text.length === 0 || page.text.length > page.text.excerpt.length) return false
  if (element.onPage === true) return true
  return page.attachments.length === 0 && !mayBePictured(site, view, element)
}
