/** CSV as spreadsheets in Chinese offices open it: BOM, CRLF, no cell that starts a formula. */
import { stringify } from 'csv-stringify/sync'

/** A number stays a number; text that starts with = + - @ gets a leading apostrophe. */
export type CsvCell = string | number

const OPTIONS = { record_delimiter: '\r\n', escape_formulas: true } as const

/** Control characters a page may carry into a quote; tab and line break stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** First line of a file, with the byte order mark. */
export function csvHead(names: readonly string[]): string {
  return `\ufeff${csvRow(names)}`
}

export function csvRow(cells: readonly CsvCell[]): string {
  const clean = cells.map((cell) => (typeof cell === 'string' ? cell.replace(CONTROL, '') : cell))
  return stringify([clean], OPTIONS)
}
