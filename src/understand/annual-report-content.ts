/**
 * An annual report's parts and three tables from its text and grids, whether they stood on a page or in a file. Reads what
 * is printed: blanks stay blank, and a row whose cells cannot be told apart is left out rather than guessed. Sums and
 * lateness are checks' business.
 */
import { halfWidth, squash } from '#base/text'
import type { ReportCell, ReportPart, ReportPlace, ReportRow } from '#model/annual-report'
import type { TextTable } from '#model/attachment'
import type { Span } from '#model/page'
import {
  DISPUTE_CELLS,
  PROACTIVE_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
} from './annual-report-form.ts'

export interface ReportSource {
  /** Address of the page or file. */
  readonly url: string
  readonly source: 'html' | 'attachment'
  readonly text: string
  readonly tables: readonly TextTable[]
  /** In step with `tables`; absent for files. */
  readonly rowSpans?: readonly (readonly Span[])[]
  readonly truncated: boolean
}

export interface ReportTables {
  readonly proactive: readonly ReportRow[] | null
  readonly requests: readonly ReportRow[] | null
  readonly disputes: { readonly cells: readonly ReportCell[]; readonly place: ReportPlace } | null
}

const NUMERALS = '一二三四五六'
const HEADING = /^(?:([一二三四五六])\s*[、.．]|第([一二三四五六])部分[、.．:：\s]?)\s*(.{2,40})$/
/** Sentences, and the numbered rows of 表三. */
const NO_HEADING = /[。；]$|^本年新|^上年结|^本年度办|^结转下/
const REQUEST_SIGN = /本年新收/
const DISPUTE_SIGN = /结果维持|维持结果/
const PROACTIVE_SIGN = /本年制发|现行有效|处理决定数量|收费金额|公开总数量/
const HAN = /\p{Script=Han}/u
/** A figure with its unit or sign (本年增/减: `+2`, `增2`, `减1`), in a cell that is meant for a figure. */
const FIGURE = /^([-+增减]?[\d.,]+)(?:件|份|条|项|个|宗|起|次|万元)?$/
const NONE_WORD = /^[无空缺零]$/
/** First years of the two forms. */
export const FORM_2021 = 2021

/** Six numbered headings in rising order; a heading that comes back (a table of contents) begins anew. */
export function reportParts({ text, url }: ReportSource): readonly ReportPart[] {
  const parts: { number: number; title: string; place: ReportPlace; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const found = HEADING.exec(line.trim())
    const number = found === null ? 0 : NUMERALS.indexOf(found[1] ?? found[2] ?? '') + 1
    const title = found?.[3] ?? ''
    const last = parts.at(-1)
    if (number > 0 && !NO_HEADING.test(title)) {
      if (number === 1 && parts.every((part) => part.lines.join('') === '')) parts.length = 0
      if (number === (parts.at(-1)?.number ?? 0) + 1) {
        const place = { url, at: null, quote: line.trim() }
        parts.push({ number, title: title.trim(), place, lines: [] })
        continue
      }
    }
    if (last !== undefined && line.trim() !== '') last.lines.push(line.trim())
  }
  return parts.map(({ lines, ...part }) => ({ ...part, text: lines.join('\n') }))
}

export function reportTables(given: ReportSource, year: number): ReportTables {
  const tables = gridsOf(given)
  return {
    proactive: proactiveIn(tables, year),
    requests: requestsIn(tables),
    disputes: disputesIn(tables),
  }
}

/** A number as printed, with full-width digits, thousands marks and a unit; anything else has no value. */
function cellOf(printed: string): ReportCell {
  const found = FIGURE.exec(halfWidth(printed).replace(/\s/g, ''))?.[1] ?? ''
  const figure = found
    .replace(/,/g, '')
    .replace(/^[+增]/, '')
    .replace(/^减/, '-')
  return { value: /^-?\d+(\.\d+)?$/.test(figure) ? Number(figure) : null, printed }
}

/** Words in a cell where only a figure belongs: the cell is a label or a heading. */
function isWorded(cell: string): boolean {
  const plain = halfWidth(cell).replace(/\s/g, '')
  return HAN.test(plain) && !FIGURE.test(plain) && !NONE_WORD.test(plain)
}

interface Row {
  readonly cells: readonly string[]
  readonly place: ReportPlace
}
type Grid = readonly Row[]

function gridsOf(given: ReportSource): readonly Grid[] {
  const { url, source, tables, rowSpans } = given
  const grids = tables.map((table, t) => {
    const width = widthOf(table)
    return table.map((row, r) => {
      const cells = row.slice(0, width).filter((cell) => cell !== null)
      const at = rowSpans?.[t]?.[r] ?? null
      return { cells, place: { url, at, quote: squash(cells.join(' ')) } }
    })
  })
  return source === 'html' || tables.length > 0 ? grids : [linesAsGrid(given)]
}

/** Columns up to the last one in which anything stands: editors leave an empty one at the end of every row. */
function widthOf(table: TextTable): number {
  const [first = []] = table
  if (table.some((row) => row.length !== first.length)) return Number.POSITIVE_INFINITY
  const filled = table.map((row) => row.findLastIndex((cell) => (cell ?? '').trim() !== '') + 1)
  return Math.max(...filled)
}

/** Files without a grid (PDF, DOC): a line is a row, its tabs part the cells; a label may stand over several lines. */
function linesAsGrid({ url, text }: ReportSource): Grid {
  const rows: Row[] = []
  let label = ''
  for (const line of text.split('\n')) {
    const place = { url, at: null, quote: squash(line) }
    // Numbers stand apart by spaces where columns are narrow.
    const found = /^(.*?)((?:[\t ]+-?[\d,.]+|^-?[\d,.]+)+)$/.exec(line)
    const numbers = (found?.[2] ?? '')
      .trim()
      .split(/[\t ]+/)
      .filter((one) => one !== '')
    if (numbers.length === 0 || (found?.[1] ?? '').length > 80) {
      label = line.includes('\t') ? '' : label + line
      rows.push({ cells: line.split('\t'), place })
      continue
    }
    const own = (found?.[1] ?? '').replace(/\t/g, '')
    rows.push({ cells: [`${label}${own}`.slice(-120), ...numbers], place })
    label = ''
  }
  return rows
}

const wordsOf = ({ cells }: Row): string =>
  cells
    .filter((cell) => isWorded(cell))
    .join('')
    .replace(/[\s“”"'、，]/g, '')

/** Words over the last `count` cells: the nearest row above that has words in all of them. */
function headsOver(grid: Grid, at: number, count: number): readonly string[] {
  for (let r = at - 1; r >= Math.max(0, at - 6); r--) {
    const row = grid[r]?.cells ?? []
    const heads = row.slice(-count).map(squash)
    if (row.length > count && heads.length === count && heads.every(isWorded)) return heads
    if (row.some(isWorded) && !row.some((cell) => FIGURE.test(squash(cell)))) return []
  }
  return []
}

function proactiveIn(grids: readonly Grid[], year: number): readonly ReportRow[] | null {
  const rows: ReportRow[] = []
  for (const grid of grids) {
    if (!grid.some((row) => PROACTIVE_SIGN.test(wordsOf(row)))) continue
    for (const [r, row] of grid.entries()) {
      for (const [at, cell] of row.cells.entries()) {
        const name = cell.replace(/[\s\d.、（）()]/g, '')
        const form = PROACTIVE_ROWS.find((one) => one.sign.test(name))
        if (form === undefined || rows.some((known) => known.key === form.key)) continue
        const rest = row.cells.slice(at + 1)
        const cells = year >= FORM_2021 ? rest.slice(0, form.cells) : rest
        if (cells.length < (year >= FORM_2021 ? form.cells : 1) || cells.some(isWorded)) continue
        const heads = headsOver(grid, r, cells.length)
        rows.push({ key: form.key, label: cell, cells: cells.map(cellOf), heads, place: row.place })
        break
      }
    }
  }
  return rows.length === 0 ? null : rows
}

/** The figures of a row of 表三, or null where they cannot be told from blank cells of the label. */
function requestCells({ cells }: Row): readonly string[] | null {
  const label = cells.findLastIndex(isWorded)
  const rest = cells.slice(label + 1)
  const spare = rest.slice(0, -REQUEST_COLUMNS)
  if (label < 0 || rest.length < REQUEST_COLUMNS || spare.some((cell) => cell.trim() !== ''))
    return null
  return rest.slice(-REQUEST_COLUMNS)
}

function requestsIn(grids: readonly Grid[]): readonly ReportRow[] | null {
  const start = grids.findIndex((one) => one.some((row) => REQUEST_SIGN.test(wordsOf(row))))
  if (start < 0) return null
  const rows: ReportRow[] = []
  let next = 0
  // A table that a page break cuts in two goes on in the following grids.
  for (const grid of grids.slice(start)) {
    for (const row of grid) {
      const cells = requestCells(row)
      const label = wordsOf(row)
      const at = REQUEST_ROWS.findIndex((form, k) => k >= next && form.sign.test(label))
      const form = REQUEST_ROWS[at]
      if (cells === null || form === undefined) continue
      next = at + 1
      rows.push({ key: form.key, label, cells: cells.map(cellOf), heads: [], place: row.place })
    }
    if (next >= REQUEST_ROWS.length) break
  }
  return rows.length === 0 ? null : rows
}

function disputesIn(grids: readonly Grid[]): ReportTables['disputes'] {
  for (const grid of grids) {
    const head = grid.findIndex((row) => DISPUTE_SIGN.test(wordsOf(row)))
    if (head < 0) continue
    const row = grid
      .slice(head + 1)
      .find(
        ({ cells }) => cells.length >= DISPUTE_CELLS && !cells.slice(-DISPUTE_CELLS).some(isWorded),
      )
    if (row === undefined) continue
    return { cells: row.cells.slice(-DISPUTE_CELLS).map(cellOf), place: row.place }
  }
  return null
}
