/**
 * An annual report's parts and three tables from its text and grids, whether they stood on a page or in a file. Reads what
 * is printed: blanks stay blank, and a row whose cells cannot be told apart is left out rather than guessed. Sums and
 * lateness are checks' business.
 */
import { HAN_NUMBER, hanNumber } from '#base/han-numbers'
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
const NO_HEADING = /[。；]$|^本年(?:新|度办|$)|^上年(?:结|$)|^结转/
/** The parts' own titles, for reports whose headings bear no numbers, other ones or wrong ones. */
const TITLES: readonly RegExp[] = [
  /^(?:\d{4}年)?(?:(?:政府信息公开|政务公开)(?:工作)?)?(?:总体|基本)(?:工作)?情况$/,
  /^(?:本?行政机关)?(?:本年度)?主动公开(?:政府|政务)?信息的?情况$/,
  /^(?:本?行政机关)?收到和处理(?:政府)?信息公开申请的?情况$/,
  /^(?:因?政府信息公开(?:工作)?)?(?:被?(?:申请|提起))?行政复议[、和及]?(?:被?提起)?行政诉讼的?情况$/,
  /^(?:政府信息公开(?:工作)?)?存在的?(?:主要)?问题(?:[及和与、](?:下一步)?(?:改进|整改)的?(?:情况|措施|意见)?)?$/,
  /^其他需要(?:报告|说明)的?(?:其他)?(?:事项|情况)$/,
]
const NUMBERING = /^(?:第?[一二三四五六七八九十]+(?:部分|章|节)?\s*[、.．:：]?|\d+\s*[、.．])\s*/
const REQUEST_SIGN = /本年新收/
/** In narrow columns of a file each word stands over two lines, those over several columns do not. */
const DISPUTE_SIGN = /结果维持|维持结果|未经复议直接起诉|复议后起诉/
const PROACTIVE_SIGN = /本年制发|现行有效|处理决定数量|收费金额|公开总数量/
const HAN = /\p{Script=Han}/u
/** A figure with its unit or sign (本年增/减: `+2`, `增2`, `减1`), in a cell that is meant for a figure. */
const FIGURE = /^([-+增减]?[\d.,]+)(?:件|份|条|项|个|宗|起|次|万元)?$/
/** The same in Chinese numerals: 三十五件. */
const WRITTEN = new RegExp(`^(${HAN_NUMBER})(?:件|份|条|项|个|宗|起|次)?$`)
/** A line of a file that ends with figures, or dashes for none; narrow columns stand apart by a blank only. */
const FIGURES_BEHIND =
  /^(.*?)((?:[\t ]+(?:[-+增减]?\d[\d,.]*|[-—–/／])(?=[\t ]|$)|^(?:-?\d[\d,.]*|[-—–/／])(?=[\t ]|$))+)$/
const NONE_WORD = /^[无空缺零]$/
/** Characters of a heading with its number. */
const LONGEST_TITLE = 40
/** First years of the two forms. */
export const FORM_2021 = 2021

interface PartLines {
  readonly number: number
  readonly title: string
  readonly place: ReportPlace
  readonly lines: string[]
}

/** By the printed numbers, or by the titles where more of the six are told by those. */
export function reportParts(given: ReportSource): readonly ReportPart[] {
  const numbered = numberedParts(given)
  const titled = titledParts(given)
  const parts = titled.length > numbered.length ? titled : numbered
  return parts.map(({ lines, ...part }) => ({ ...part, text: lines.join('\n') }))
}

/** Six numbered headings in rising order; a heading that comes back (a table of contents) begins anew. */
function numberedParts({ text, url }: ReportSource): PartLines[] {
  const parts: PartLines[] = []
  for (const line of text.split('\n')) {
    const found = HEADING.exec(line.trim())
    const number = found === null ? 0 : NUMERALS.indexOf(found[1] ?? found[2] ?? '') + 1
    const title = found?.[3] ?? ''
    const last = parts.at(-1)
    if (number > 0 && !NO_HEADING.test(title)) {
      // Words may stand between a table of contents and the first heading.
      if (number === 1 && parts.slice(0, -1).every((part) => part.lines.length === 0))
        parts.length = 0
      if (number === (parts.at(-1)?.number ?? 0) + 1) {
        const place = { url, at: null, quote: line.trim() }
        parts.push({ number, title: title.trim(), place, lines: [] })
        continue
      }
    }
    if (last !== undefined && line.trim() !== '') last.lines.push(line.trim())
  }
  return parts
}

/** Lines that are a part's title, in whatever order; one that comes back after others began is a table of contents. */
function titledParts({ text, url }: ReportSource): PartLines[] {
  const parts: PartLines[] = []
  for (const printed of text.split('\n')) {
    const line = printed.trim()
    const title = line.length > LONGEST_TITLE ? '' : line.replace(NUMBERING, '').replace(/\s/g, '')
    const number = TITLES.findIndex((one) => one.test(title)) + 1
    const known = parts.find((part) => part.number === number)
    if (
      known !== undefined &&
      parts.slice(0, -1).every((part) => part.lines.length === 0) &&
      known !== parts.at(-1)
    )
      parts.length = 0
    if (number > 0 && (known === undefined || parts.length === 0))
      parts.push({ number, title, place: { url, at: null, quote: line }, lines: [] })
    else if (line !== '') parts.at(-1)?.lines.push(line)
  }
  return parts
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
  const written = WRITTEN.exec(printed.replace(/\s/g, ''))?.[1]
  if (written !== undefined) return { value: hanNumber(written), printed }
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
  return HAN.test(plain) && ![FIGURE, NONE_WORD, WRITTEN].some((one) => one.test(plain))
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
    const found = FIGURES_BEHIND.exec(line)
    const numbers = (found?.[2] ?? '')
      .trim()
      .split(/[\t ]+/)
      .filter((one) => one !== '')
    // Dashes alone are figures only where they fill a row of the form.
    if (!numbers.some((one) => /\d/.test(one)) && numbers.length < REQUEST_COLUMNS)
      numbers.length = 0
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

const plainOf = (words: string): string => words.replace(/[\s“”"'、，]/g, '')
const wordsOf = ({ cells }: Row): string => plainOf(cells.filter((cell) => isWorded(cell)).join(''))

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
  return rows.length === 0 ? turnedRequests(grids.slice(start)) : rows
}

/** The columns of 表三 in order. */
const APPLICANTS = [/自然人/, /企业/, /科研/, /公益/, /法律服务/, /其他/, /总计/] as const
/** Fewer of the form's 25 rows side by side are other words. */
const LEAST_TURNED = 15

/** 表三 turned: applicants down the side, what became of their requests over the columns. */
function turnedRequests(grids: readonly Grid[]): readonly ReportRow[] | null {
  for (const grid of grids) {
    const at = grid.findIndex((row) => row.cells.filter(isWorded).length >= LEAST_TURNED)
    const labels = grid[at]?.cells ?? []
    const place = grid[at]?.place
    const first = labels.findIndex((cell) => REQUEST_SIGN.test(plainOf(cell)))
    const count = labels.length - first
    const people = grid.slice(at + 1).filter(({ cells }) => cells.length > count)
    const named = people.every(({ cells }, k) =>
      APPLICANTS[k]?.test(cells.slice(0, -count).filter(isWorded).at(-1) ?? ''),
    )
    if (first < 0 || place === undefined || people.length !== REQUEST_COLUMNS || !named) continue
    const rows: ReportRow[] = []
    let next = 0
    for (const [c, label] of labels.slice(first).entries()) {
      const figures = people.map(({ cells }) => cells.slice(-count)[c] ?? '')
      const is = REQUEST_ROWS.findIndex((form, k) => k >= next && form.sign.test(plainOf(label)))
      const form = REQUEST_ROWS[is]
      if (form === undefined || figures.some(isWorded)) continue
      next = is + 1
      rows.push({ key: form.key, label, cells: figures.map(cellOf), heads: [], place })
    }
    if (rows.length >= LEAST_TURNED) return rows
  }
  return null
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
    if (row !== undefined)
      return { cells: row.cells.slice(-DISPUTE_CELLS).map(cellOf), place: row.place }
    const upright = uprightDisputes(grid)
    if (upright !== null) return upright
  }
  return null
}

/** Rows of 表四 where it stands upright, with the five results each. */
const DISPUTE_ROWS = [/^(?:一)?行政复议$/, /直接起诉$/, /复议后起诉$/] as const
const RESULTS = DISPUTE_CELLS / DISPUTE_ROWS.length

function uprightDisputes(grid: Grid): ReportTables['disputes'] {
  const rows = DISPUTE_ROWS.map((sign) =>
    grid.find(({ cells }) => {
      const label = cells.slice(0, -RESULTS).filter(isWorded).at(-1) ?? ''
      return sign.test(label.replace(/\s/g, '')) && !cells.slice(-RESULTS).some(isWorded)
    }),
  )
  const [first] = rows
  if (first === undefined || rows.includes(undefined)) return null
  const cells = rows.flatMap((row) => (row?.cells ?? []).slice(-RESULTS).map(cellOf))
  return { cells, place: first.place }
}
