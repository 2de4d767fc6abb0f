/**
 * An annual report's parts and three tables from its text and grids, whether they stood on a page or in a file. Reads what
 * is printed: blanks stay blank, and a row whose cells cannot be told apart is left out rather than guessed. Sums and
 * lateness are checks' business.
 */
import { halfWidth } from '#base/text'
import type { AnnualReportContent, ReportCell, ReportPart, ReportRow } from '#model/annual-report'
import type { TextTable } from '#model/attachment'
import {
  DISPUTE_CELLS,
  PROACTIVE_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
} from './annual-report-form.ts'

export interface ReportSource {
  readonly year: number
  readonly source: 'html' | 'attachment'
  readonly text: string
  readonly tables: readonly TextTable[]
}

const NUMERALS = '一二三四五六'
const HEADING = /^([一二三四五六])\s*[、.．]\s*(.{2,40})$/
/** Sentences, and the numbered rows of 表三. */
const NO_HEADING = /[。；]$|本年新收|上年结转|办理结果|结转下年/
const REQUEST_SIGN = /本年新收/
const DISPUTE_SIGN = /结果维持|维持结果/
const PROACTIVE_SIGN = /本年制发|现行有效|处理决定数量|收费金额|公开总数量/
const HAN = /\p{Script=Han}/u
/** First years of the two forms. */
const FORM_2021 = 2021
const FORM_2019 = 2019

export function readReportContent(given: ReportSource): AnnualReportContent {
  const tables = [...given.tables.map(withoutCovered), ...linesAsTable(given)]
  return {
    source: given.source,
    form: given.year >= FORM_2021 ? '2021' : given.year >= FORM_2019 ? '2019' : 'none',
    parts: partsIn(given.text),
    proactive: proactiveIn(tables, given.year),
    requests: requestsIn(tables),
    disputes: disputesIn(tables),
  }
}

/** A number as printed, with full-width digits and thousands marks; anything else has no value. */
export function cellOf(printed: string): ReportCell {
  const plain = halfWidth(printed).replace(/[,\s]/g, '')
  return { value: /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null, printed }
}

/** Six numbered headings in rising order; a heading that comes back (a table of contents) begins anew. */
function partsIn(text: string): readonly ReportPart[] {
  const parts: { number: number; title: string; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const found = HEADING.exec(line.trim())
    const number = found === null ? 0 : NUMERALS.indexOf(found[1] ?? '') + 1
    const title = found?.[2] ?? ''
    const last = parts.at(-1)
    if (number > 0 && !NO_HEADING.test(title)) {
      if (number === 1 && parts.every((part) => part.lines.join('') === '')) parts.length = 0
      if (number === (parts.at(-1)?.number ?? 0) + 1) {
        parts.push({ number, title: title.trim(), lines: [] })
        continue
      }
    }
    if (last !== undefined && line.trim() !== '') last.lines.push(line.trim())
  }
  return parts.map(({ number, title, lines }) => ({ number, title, text: lines.join('\n') }))
}

type Row = readonly string[]

function withoutCovered(table: TextTable): readonly Row[] {
  return table.map((row) => row.filter((cell) => cell !== null))
}

/** Files without a grid (PDF, DOC): a line is a row, its tabs part the cells; a label may stand over several lines. */
function linesAsTable({ source, text, tables }: ReportSource): readonly (readonly Row[])[] {
  if (source === 'html' || tables.length > 0) return []
  const rows: Row[] = []
  let label = ''
  for (const line of text.split('\n')) {
    // Numbers stand apart by spaces where columns are narrow.
    const found = /^(.*?)((?:[\t ]+-?[\d,.]+|^-?[\d,.]+)+)$/.exec(line)
    const numbers = (found?.[2] ?? '')
      .trim()
      .split(/[\t ]+/)
      .filter((one) => one !== '')
    if (numbers.length === 0 || (found?.[1] ?? '').length > 80) {
      label = line.includes('\t') ? '' : label + line
      rows.push(line.split('\t'))
      continue
    }
    const own = (found?.[1] ?? '').replace(/\t/g, '')
    rows.push([`${label}${own}`.slice(-120), ...numbers])
    label = ''
  }
  return [rows]
}

const wordsOf = (row: Row): string =>
  row
    .filter((cell) => HAN.test(cell))
    .join('')
    .replace(/[\s“”"'、，]/g, '')

function proactiveIn(
  tables: readonly (readonly Row[])[],
  year: number,
): readonly ReportRow[] | null {
  const rows: ReportRow[] = []
  for (const table of tables) {
    if (!table.some((row) => PROACTIVE_SIGN.test(wordsOf(row)))) continue
    for (const row of table) {
      for (const [at, cell] of row.entries()) {
        const name = cell.replace(/[\s\d.、（）()]/g, '')
        const form = PROACTIVE_ROWS.find((one) => one.sign.test(name))
        if (form === undefined || rows.some((known) => known.key === form.key)) continue
        const rest = row.slice(at + 1)
        const cells = year >= FORM_2021 ? rest.slice(0, form.cells) : rest
        if (
          cells.length < (year >= FORM_2021 ? form.cells : 1) ||
          cells.some((one) => HAN.test(one))
        )
          continue
        rows.push({ key: form.key, label: cell, cells: cells.map(cellOf) })
        break
      }
    }
  }
  return rows.length === 0 ? null : rows
}

function requestsIn(tables: readonly (readonly Row[])[]): readonly ReportRow[] | null {
  const table = tables.find((one) => one.some((row) => REQUEST_SIGN.test(wordsOf(row))))
  if (table === undefined) return null
  const rows: ReportRow[] = []
  let next = 0
  for (const row of table) {
    const cells = row.slice(-REQUEST_COLUMNS)
    const label = wordsOf(row)
    if (row.length <= REQUEST_COLUMNS || cells.some((cell) => HAN.test(cell))) continue
    const at = REQUEST_ROWS.findIndex((form, k) => k >= next && form.sign.test(label))
    const form = REQUEST_ROWS[at]
    if (form === undefined) continue
    next = at + 1
    rows.push({ key: form.key, label, cells: cells.map(cellOf) })
  }
  return rows.length === 0 ? null : rows
}

function disputesIn(tables: readonly (readonly Row[])[]): readonly ReportCell[] | null {
  for (const table of tables) {
    const head = table.findIndex((row) => DISPUTE_SIGN.test(wordsOf(row)))
    if (head < 0) continue
    const row = table
      .slice(head + 1)
      .find(
        (one) =>
          one.length >= DISPUTE_CELLS && !one.slice(-DISPUTE_CELLS).some((cell) => HAN.test(cell)),
      )
    if (row !== undefined) return row.slice(-DISPUTE_CELLS).map(cellOf)
  }
  return null
}
