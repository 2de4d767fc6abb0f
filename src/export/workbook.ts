/**
 * Workbooks as Chinese offices expect them: one plain description of a sheet, written by exceljs. Kept behind this
 * adapter because exceljs is dormant. Traps it knows: values before merges (merging first loses them), and text that
 * looks like a formula stays text because only strings and numbers are ever written.
 */
import ExcelJS from 'exceljs'

export type Cell = string | number | null

export interface SheetColumn {
  /** Width in characters. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  readonly numberFormat?: string
}

export interface Sheet {
  readonly name: string
  readonly title?: string
  readonly columns: readonly SheetColumn[]
  /** Header rows, then body rows; every row as long as `columns`. */
  readonly head: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
  /** Ranges to merge, rows and columns counted from 1 over head and body (the title row is not counted). */
  readonly merges?: readonly {
    readonly top: number
    readonly left: number
    readonly bottom: number
    readonly right: number
  }[]
  /** Columns that stay in view when scrolling sideways. */
  readonly frozenColumns?: number
  /** Body rows (from 0) to set bold, e.g. totals. */
  readonly bold?: readonly number[]
  /** Body rows (from 0) before which a printed page ends. */
  readonly breaks?: readonly number[]
  /** What may be entered into cells of the body, with a hint shown when the cell is chosen. */
  readonly rules?: readonly CellRule[]
}

/** `row` counts body rows from 0, `column` columns from 0. */
export interface CellRule {
  readonly row: number
  readonly column: number
  readonly hint: string
  readonly allowed:
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'number'; readonly low: number; readonly high: number | null }
    | { readonly kind: 'text' }
}

const INK = 'FF1C2733'
const LINE = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
/** Excel's own limit for one cell. */
const MAX_CELL = 32_000
const BAD_NAME = /[\\/?*[\]:]/g

/** The workbook's bytes (XLSX). */
export async function workbookBytes(sheets: readonly Sheet[], created: Date): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Mingcha 明察'
  book.created = created
  const names = new Set<string>()
  for (const sheet of sheets) addSheet(book, sheet, uniqueName(sheet.name, names))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Excel allows 31 characters without \ / ? * [ ] : and no two alike. */
function uniqueName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(BAD_NAME, '－').slice(0, 28) || '表'
  let name = base
  for (let n = 2; taken.has(name); n += 1) name = `${base}${n}`
  taken.add(name)
  return name
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, name: string): void {
  const page = book.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
  const lead = sheet.title === undefined ? 0 : 1
  sheet.columns.forEach((column, index) => {
    page.getColumn(index + 1).width = column.width
  })
  if (sheet.title !== undefined) {
    const cell = page.getCell(1, 1)
    cell.value = sheet.title
    cell.font = { name: '微软雅黑', size: 14, bold: true, color: { argb: INK } }
    cell.alignment = { horizontal: 'center', vertical: 'middle' }
    page.getRow(1).height = 30
  }
  const head = sheet.head.length
  const bold = new Set(sheet.bold ?? [])
  for (const [index, row] of [...sheet.head, ...sheet.rows].entries()) {
    const isHead = index < head
    row.forEach((value, column) => {
      const cell = page.getCell(lead + index + 1, column + 1)
      cell.value = typeof value === 'string' ? value.slice(0, MAX_CELL) : value
      cell.border = BORDER
      cell.font = {
        name: '微软雅黑',
        size: 10,
        bold: isHead || bold.has(index - head),
        color: { argb: INK },
      }
      const spec = sheet.columns[column]
      cell.alignment = {
        horizontal: isHead ? 'center' : (spec?.align ?? 'left'),
        vertical: isHead ? 'middle' : 'top',
        wrapText: true,
      }
      if (isHead) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF1' } }
      else if (spec?.numberFormat !== undefined && typeof value === 'number')
        cell.numFmt = spec.numberFormat
    })
    page.getRow(lead + index + 1).height = rowHeight(row, sheet.columns)
  }
  for (const rule of sheet.rules ?? [])
    page.getCell(lead + head + rule.row + 1, rule.column + 1).dataValidation = validationOf(rule)
  for (const row of sheet.breaks ?? []) page.getRow(lead + head + row).addPageBreak()
  for (const merge of sheet.merges ?? []) {
    page.mergeCells(merge.top + lead, merge.left, merge.bottom + lead, merge.right)
    page.getCell(merge.top + lead, merge.left).alignment = {
      horizontal: merge.top <= head ? 'center' : 'left',
      vertical: 'middle',
      wrapText: true,
    }
  }
  if (lead === 1) page.mergeCells(1, 1, 1, sheet.columns.length)
  page.views = [{ state: 'frozen', ySplit: lead + head, xSplit: sheet.frozenColumns ?? 0 }]
  page.pageSetup.printTitlesRow = `1:${lead + head}`
}

/** Excel's limits: a list is at most 255 characters and cannot hold commas, a hint has 255 characters. */
function validationOf({ allowed, hint }: CellRule): ExcelJS.DataValidation {
  const shared = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: '填写方法',
    prompt: hint.slice(0, 250),
    showErrorMessage: true,
    errorTitle: '填写有误',
    error: hint.slice(0, 220),
  }
  if (allowed.kind === 'choice') {
    const list = allowed.values.join(',')
    const fits = list.length <= 250 && allowed.values.every((v) => !/[",]/.test(v))
    if (fits) return { ...shared, type: 'list', formulae: [`"${list}"`] }
  }
  if (allowed.kind === 'number') {
    const { low, high } = allowed
    // A warning, not a bar: 不适用 may be written too.
    const soft = { ...shared, errorStyle: 'warning' }
    return high === null
      ? { ...soft, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [low] }
      : { ...soft, type: 'decimal', operator: 'between', formulae: [low, high] }
  }
  return { ...shared, type: 'textLength', operator: 'greaterThanOrEqual', formulae: [0] }
}

const LINE_POINTS = 15
/** Excel refuses rows higher than 409 points. */
const MAX_POINTS = 400

/** Spreadsheets do not fit rows to wrapped text by themselves when a file is made by a program. */
function rowHeight(row: readonly Cell[], columns: readonly SheetColumn[]): number {
  let lines = 1
  const filled = row.filter((cell) => cell !== null && cell !== '').length
  row.forEach((cell, index) => {
    // The only text of a row is merged across: it needs one line.
    if (typeof cell !== 'string' || filled === 1) return
    const width = Math.max(4, (columns[index]?.width ?? 10) - 1)
    let needed = 0
    for (const line of cell.split('\n'))
      needed += Math.max(1, Math.ceil(displayWidth(line) / width))
    lines = Math.max(lines, needed)
  })
  return Math.min(MAX_POINTS, 6 + lines * LINE_POINTS)
}

/** Chinese characters are two columns wide. */
function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}
