/**
 * Tables of a page or of a document turned into HTML, as a grid: a cell that spans several rows or columns stands where
 * it begins and leaves null in the cells it covers, so that a blank cell is told from a covered one.
 */
import { squash } from '#base/text'
import type { TextTable } from '#model/attachment'
import type { Span } from '#model/page'
import type { El, PageTree } from '../tree.ts'

const MAX_SPAN = 60
const MAX_ROWS = 2000
const MAX_TABLES = 100

export interface PlacedTable {
  readonly el: El
  readonly table: TextTable
  /** The cells themselves, in step with `table`; null where another one covers the place. */
  readonly cells: readonly (readonly (El | null)[])[]
  /** Source span of each row. */
  readonly rows: readonly Span[]
}

/** Innermost tables first read as what they are; a table that only holds tables is layout and left out. */
export function placedTablesIn(tree: PageTree): readonly PlacedTable[] {
  const tables: PlacedTable[] = []
  for (const el of tree.els) {
    if (el.tag !== 'table' || tables.length === MAX_TABLES) continue
    const grid = gridOf(tree, el)
    if (grid.table.length > 0 && grid.table.some((row) => row.length > 1)) tables.push(grid)
  }
  return tables
}

export function tablesIn(tree: PageTree): readonly TextTable[] {
  return placedTablesIn(tree).map(({ table }) => table)
}

function gridOf(tree: PageTree, table: El): PlacedTable {
  const rows: Span[] = []
  const grid: (string | null)[][] = []
  const els: (El | null)[][] = []
  const taken: boolean[][] = []
  let row = -1
  let column = 0
  for (let i = table.i + 1; i < table.last; i++) {
    const el = tree.els[i]
    if (el === undefined) break
    if (el.tag === 'table') {
      // A table inside speaks for itself.
      i = el.last - 1
      continue
    }
    if (el.tag === 'tr') {
      row += 1
      column = 0
      if (row >= MAX_ROWS) break
      rows.push([el.start, el.end])
      continue
    }
    if ((el.tag !== 'td' && el.tag !== 'th') || row < 0) continue
    while (taken[row]?.[column]) column += 1
    const wide = span(el.attrs.colspan)
    const high = span(el.attrs.rowspan)
    const text = holdsTable(tree, el) ? '' : squash(tree.flat.slice(el.from, el.to))
    for (let down = 0; down < high; down++) {
      for (let right = 0; right < wide; right++) {
        const begins = down === 0 && right === 0
        put(grid, row + down, column + right, begins ? text : null)
        put(els, row + down, column + right, begins ? el : null)
        const marks = taken[row + down] ?? []
        taken[row + down] = marks
        marks[column + right] = true
      }
    }
    column += wide
  }
  // Spans may reach below the last row.
  const kept = whole(grid.slice(0, row + 1))
  const cells = whole(els.slice(0, row + 1))
  return { el: table, table: kept, cells, rows: rows.slice(0, kept.length) }
}

function put<T>(grid: T[][], row: number, column: number, what: T): void {
  while (grid.length <= row) grid.push([])
  const cells = grid[row]
  if (cells !== undefined) cells[column] = what
}

function whole<T>(grid: readonly (readonly T[])[]): readonly (readonly (T | null)[])[] {
  return grid.map((row) => Array.from(row, (cell) => cell ?? null))
}

function holdsTable(tree: PageTree, cell: El): boolean {
  for (let i = cell.i + 1; i < cell.last; i++) if (tree.els[i]?.tag === 'table') return true
  return false
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(number) ? Math.min(MAX_SPAN, Math.max(1, number)) : 1
}
