/** CSV as spreadsheets in Chinese offices open it: BOM, CRLF, no cell that starts a formula. */
import { stringify } from 'csv-stringify/sync'

/** A number stays a number; text that starts with = + - @ gets a leading apostrophe. */
export type CsvCell = string | number

const OPTIONS = { record_delimiter: '\r\n', escape_formulas: true } as const

/** First line of a file, with the byte order mark. */
export function csvHead(names: readonly string[]): string {
  return `\ufeff${csvRow(names)}`
}

export function csvRow(cells: readonly CsvCell[]): string {
  return stringify([[...cells]], OPTIONS)
}
