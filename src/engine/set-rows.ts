/**
 * Data sets that a table lists, a row each: which rows leave empty what the others print in the same column? An empty cell
 * is known as one only under its head. Where a script, a picture or the set's own page may say it, nothing is sure.
 */
import { squash } from '#base/text'
import { hiddenByScript, type PageView } from '#model/site-view'
import { type Element, says, wordsOn } from './elements.ts'
import { type Member, rowsOn } from './members.ts'
import { SETS } from './renewals.ts'

const OF_SETS = /数据|资源/
const TOLD = /更新|周期|格式|提供|部门|单位|下载|使用|浏览/

/** The head of a list of data sets; 名称 alone heads anything, and other heads say that the rows are sets. */
export function headsSets(cells: readonly string[]): boolean {
  return cells.some(
    (cell) => SETS.test(cell) && (OF_SETS.test(cell) || cells.some((one) => TOLD.test(one))),
  )
}

/** Rows below a head that names data sets: a table may list them without a link on any. */
export function rowsOfSets(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/))
  const head = lines.findIndex((cells) => cells.length > 1 && headsSets(cells))
  if (head < 0) return []
  const last = lines.findIndex((cells, i) => i > head && cells.length < 2)
  return lines.slice(head + 1, last < 0 ? undefined : last).map((cells) => cells.join(' '))
}

/** A cell with a dash says as little as an empty one; / says that there is no such thing, 暂无 that there is nothing yet. */
const EMPTY = /^[-—–－_\s]*$/
const LEAST_PRINTING = 2

export interface UnevenRows {
  readonly total: number
  readonly lacking: readonly Member[]
  /** Nothing but the cell could say it. */
  readonly sure: boolean
}

/** Rows of one table that lack what most rows print under one head; null where there are none. `own`: the sets' own pages. */
export function unevenRows(
  views: readonly PageView[],
  element: Element,
  own: readonly Member[],
): UnevenRows | null {
  for (const view of views)
    for (const rows of rowsOn(view, SETS, TOLD)) {
      const head = headOf(rows, element)
      if (head === null) continue
      const printing = rows.filter((row) => cellsOf(row).has(head))
      const lacking = rows.filter(
        (row) => !printing.includes(row) && printed(row, element).length === 0,
      )
      const owned = lacking.map(({ name }) => own.find((set) => squash(set.name) === name))
      const silent = lacking.filter((_, i) => {
        const page = owned[i]
        return page === undefined || wordsOn(page.view, element) === null
      })
      if (printing.length < LEAST_PRINTING || printing.length <= lacking.length) continue
      if (silent.length === 0) continue
      const sure = isPlain(view) && owned.every((page) => page === undefined)
      return { total: rows.length, lacking: silent, sure }
    }
  return null
}

/** Filled cells of a row by their heads. */
function cellsOf({ words = '' }: Member): ReadonlyMap<string, string> {
  return new Map(
    words.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
      const end = line.indexOf('：')
      const value = line.slice(end + 1)
      return end < 0 || EMPTY.test(value) ? [] : [[line.slice(0, end), value]]
    }),
  )
}

/** Heads under which the row prints the element. */
function printed(row: Member, element: Element): readonly string[] {
  return [...cellsOf(row)].flatMap(([head, value]) =>
    says(`${head}：${value}`, element) ? [head] : [],
  )
}

/** The one head under which every row that prints the element prints it; null where they differ. */
function headOf(rows: readonly Member[], element: Element): string | null {
  const [first, ...others] = rows
    .map((row) => printed(row, element))
    .filter((all) => all.length > 0)
  return first?.find((head) => others.every((all) => all.includes(head))) ?? null
}

/** All that the page says was read, and no picture stands in a cell. */
function isPlain(view: PageView): boolean {
  const { page } = view
  const pictured = (page.pictures ?? []).some(({ inBody }) => inBody)
  return !page.truncated && page.frames.length === 0 && !pictured && hiddenByScript(view) === null
}
