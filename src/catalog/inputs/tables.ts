/**
 * Users' tables (CSV, XLSX/XLS, YAML lists) as rows of named text cells, each with the place it stands for messages.
 * Knows encodings, delimiters and merged cells; what the columns mean is the caller's affair.
 */
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { read as readWorkbook, SSF, utils } from '@e965/xlsx'
import { type CsvError, parse as parseCsv } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { AppError } from '#base/errors'
import { halfWidth } from '#base/text'
import { readYamlFile } from '../yaml-file.ts'

export interface TableCell {
  readonly text: string
  /** The workbook held a number, so leading zeros may be lost. */
  readonly numeric: boolean
}

export interface TableRow {
  /** "第 3 行", or "第 3 行第 5 列" where the format has it. */
  readonly where: string
  /** By head as the file writes it. Empty cells are left out. */
  readonly cells: ReadonlyMap<string, TableCell>
}

export interface Table {
  readonly file: string
  /** Heads in file order, normalised: half width, no blanks, no remarks in brackets, no asterisks. */
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
  /** Where each head's column stands ("D 列", "第 4 列"), for messages about one cell; empty for YAML. */
  readonly columns: ReadonlyMap<string, string>
}

const MAX_BYTES = 50_000_000

/** @throws AppError file-missing, file-invalid */
export function readTable(file: string): Table {
  const type = extname(file).toLowerCase()
  if (type === '.yaml' || type === '.yml') return readYamlTable(file)
  const bytes = readBytes(file)
  if (type === '.xlsx' || type === '.xls') return readSheet(file, bytes)
  if (type === '.csv' || type === '.tsv' || type === '.txt') return readCsv(file, bytes)
  throw invalid(file, `不支持的文件类型“${type || '无扩展名'}”。请用 .csv、.xlsx 或 .yaml 文件。`)
}

function readBytes(file: string): Buffer {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new AppError('file-missing', `文件 ${file} 不存在或读不到。请检查路径与权限。`, {
      cause,
      context: { file },
    })
  }
  if (bytes.length > MAX_BYTES)
    throw invalid(file, '文件超过 50 MB，不像是名录。请检查是否选错了文件。')
  return bytes
}

/** UTF-8 (with or without mark), UTF-16 with mark, else the GBK family. */
function decode(file: string, bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = iconv.decode(bytes, 'gb18030')
    if (text.includes('\ufffd') || text.includes('\0')) {
      throw invalid(file, '文件既不是 UTF-8 也不是 GBK 文字。请用表格软件另存为“CSV UTF-8”。')
    }
    return text
  }
}

function readCsv(file: string, bytes: Buffer): Table {
  const text = decode(file, bytes).replace(/^\ufeff/, '')
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [',', '\t', ';'].reduce((best, candidate) =>
    firstLine.split(candidate).length > firstLine.split(best).length ? candidate : best,
  )
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parseCsv(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as typeof records
  } catch (cause) {
    const at = (cause as CsvError & { lines?: number }).lines
    throw invalid(
      file,
      `第 ${at ?? '?'} 行附近引号不成对，无法分列。请检查该行的英文双引号（内容里的双引号要写两遍）。`,
      cause,
    )
  }
  const [head, ...body] = records
  return tableOf(
    file,
    head?.record ?? [],
    body.map(({ record, info }) => ({
      where: `第 ${info.lines} 行`,
      values: record.map((value) => ({ text: value, numeric: false })),
    })),
    (index) => `第 ${index + 1} 列`,
  )
}

function readSheet(file: string, bytes: Buffer): Table {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const ole = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (!zip && !ole) {
    throw invalid(file, '扩展名是 Excel，内容却不是 Excel 工作簿。请用表格软件重新另存为 .xlsx。')
  }
  let rows: { row: number; values: TableCell[] }[]
  let left = 0
  try {
    const book = readWorkbook(bytes, { type: 'buffer', sheets: 0, cellNF: true })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    rows = sheet ? sheetRows(sheet) : []
    left = sheet?.['!ref'] ? utils.decode_range(sheet['!ref']).s.c : 0
  } catch (cause) {
    throw invalid(
      file,
      'Excel 工作簿打不开（已损坏或有密码）。请重新另存为没有密码的 .xlsx。',
      cause,
    )
  }
  const headAt = rows.findIndex((row) => row.values.filter((cell) => cell.text !== '').length >= 2)
  const head = rows[headAt]
  return tableOf(
    file,
    head?.values.map((cell) => cell.text) ?? [],
    rows.slice(headAt + 1).map(({ row, values }) => ({ where: `第 ${row} 行`, values })),
    (index) => ` ${utils.encode_col(left + index)} 列`,
  )
}

type Sheet = ReturnType<typeof readWorkbook>['Sheets'][string]

function sheetRows(sheet: Sheet): { row: number; values: TableCell[] }[] {
  if (!sheet['!ref']) return []
  const range = utils.decode_range(sheet['!ref'])
  const owner = new Map<string, string>()
  for (const merge of sheet['!merges'] ?? []) {
    const from = utils.encode_cell(merge.s)
    for (let r = merge.s.r; r <= Math.min(merge.e.r, range.e.r); r += 1) {
      for (let c = merge.s.c; c <= Math.min(merge.e.c, range.e.c); c += 1) {
        owner.set(utils.encode_cell({ r, c }), from)
      }
    }
  }
  const rows: { row: number; values: TableCell[] }[] = []
  for (let r = range.s.r; r <= range.e.r; r += 1) {
    const values: TableCell[] = []
    for (let c = range.s.c; c <= range.e.c; c += 1) {
      const name = utils.encode_cell({ r, c })
      const cell = sheet[owner.get(name) ?? name] as WrittenCell | undefined
      const numeric = cell?.t === 'n'
      const text = cell === undefined ? '' : cellText(cell)
      values.push({ text: text.trim(), numeric })
    }
    rows.push({ row: r + 1, values })
  }
  return rows
}

interface WrittenCell {
  readonly t: string
  readonly v?: unknown
  readonly w?: string
  /** Number format. */
  readonly z?: string
}

/** What a person sees in the cell: days and percentages are numbers to a workbook, but not to who typed them. */
function cellText({ t, v, w, z }: WrittenCell): string {
  if (t !== 'n' || typeof v !== 'number') return w ?? String(v ?? '')
  if (z !== undefined && SSF.is_date(z)) {
    const { y, m, d } = SSF.parse_date_code(v)
    const two = (n: number) => String(n).padStart(2, '0')
    return y === undefined ? String(v) : `${y}-${two(m)}-${two(d)}`
  }
  // The last digits of sums such as 0.1 + 0.2 are no one's.
  if (z?.includes('%')) return `${Number((v * 100).toPrecision(12))}%`
  return String(Number(v.toPrecision(15)))
}

const yamlCell = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
])
const yamlRows = z.array(z.record(z.string(), yamlCell))

/** A list of rows, at the top or under `portals`; list values count as `;`-separated text. */
function readYamlTable(file: string): Table {
  const { value, locate } = readYamlFile(
    file,
    z.union([yamlRows, z.strictObject({ portals: yamlRows })], {
      error: '应为网站的列表（每项一组字段），或 portals: 下的列表',
    }),
  )
  const prefix = Array.isArray(value) ? [] : ['portals']
  const list = Array.isArray(value) ? value : value.portals
  const heads: string[] = []
  const rows = list.map((entry, index) => {
    const cells = new Map<string, TableCell>()
    for (const [key, cell] of Object.entries(entry)) {
      const head = headForm(key)
      if (!heads.includes(head)) heads.push(head)
      const text = Array.isArray(cell) ? cell.join(';') : String(cell ?? '').trim()
      if (text !== '') cells.set(head, { text, numeric: typeof cell === 'number' })
    }
    const at = locate([...prefix, index])
    return { where: at.startsWith(file) ? at.slice(file.length).trim() : at, cells }
  })
  return { file, heads, rows, columns: new Map() }
}

function tableOf(
  file: string,
  head: readonly string[],
  body: readonly { where: string; values: readonly TableCell[] }[],
  place: (index: number) => string,
): Table {
  const heads = head.map(headForm)
  if (heads.every((name) => name === ''))
    throw invalid(file, '文件是空的，没有表头。请补上表头和内容。')
  const twice = heads.find((name, i) => name !== '' && heads.indexOf(name) !== i)
  if (twice !== undefined) throw invalid(file, `表头“${twice}”出现了两次。请删去一列。`)
  const rows: TableRow[] = []
  for (const { where, values } of body) {
    const cells = new Map<string, TableCell>()
    for (const [i, cell] of values.entries()) {
      if (cell.text === '') continue
      const name = heads[i]
      if (name === undefined) {
        throw invalid(file, `${where}比表头多出一列（“${cell.text}”）。请检查该行是否多了分隔符。`)
      }
      if (name !== '') cells.set(name, cell)
    }
    if (cells.size > 0) rows.push({ where, cells })
  }
  const columns = new Map(heads.map((name, i) => [name, place(i)]))
  return { file, heads: heads.filter((name) => name !== ''), rows, columns }
}

function headForm(head: string): string {
  return halfWidth(head)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s*\u200b\ufeff]+/g, '')
}

function invalid(file: string, what: string, cause?: unknown): AppError {
  return new AppError('file-invalid', `${file}：${what}`, { cause, context: { file } })
}
