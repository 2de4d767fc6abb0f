/**
 * Leaders that a table tells of under a head of its own (姓名, 职务, 分工), by rows or turned round. Only here an empty cell is
 * known as one: in running text it leaves no trace.
 */
import { type Labels, wholeLabel } from '#base/labels'
import { squash } from '#base/text'
import type { TextTable } from '#model/attachment'
import { isPersonName } from './person-names.ts'

/** `hasPost`, `hasDuties`: the table has cells for them, so that null means an empty one. */
export interface TabledLeader {
  readonly name: string
  readonly post: string | null
  readonly duties: string | null
  readonly hasPost: boolean
  readonly hasDuties: boolean
}

/** Heads of the columns of such a table. */
export interface LeaderHeads {
  readonly name: RegExp
  readonly post: RegExp
  readonly duties: RegExp
}

export function headsOf(labels: Labels): LeaderHeads {
  return {
    name: /^(?:领导)?姓名$/,
    post: new RegExp(`^${wholeLabel(labels, 'post')}$`),
    // 分管领域及联系单位
    duties: new RegExp(`^${wholeLabel(labels, 'duties')}`),
  }
}

/** A sign put where nothing is to be said. */
const BLANK = /^[-—–－_/\\／\s]*$/
/** What may be a name where all others are, and says no vacancy. */
const RARE = /^(?!.*(?:空缺|暂缺|缺员|待定|待补|合计|小计|备注))[\p{Script=Han}·]{2,4}$/u
/** Rows above the head: a title, a day. */
const MAX_ABOVE = 3
const MAX_HEADS = 10

export function tabledLeaders(
  known: LeaderHeads,
  tables: readonly TextTable[],
): readonly TabledLeader[] {
  return tables.flatMap((table) => {
    const found = byRows(known, table)
    return found.length > 0 ? found : byRows(known, turned(table))
  })
}

function byRows(known: LeaderHeads, table: TextTable): readonly TabledLeader[] {
  const at = table
    .slice(0, MAX_ABOVE)
    .findIndex((row) => row.some((cell) => known.name.test(plain(cell))))
  const heads = (table[at] ?? []).map(plain)
  const name = heads.findIndex((head) => known.name.test(head))
  const post = heads.findIndex((head) => known.post.test(head))
  const duties = heads.findIndex((head) => known.duties.test(head))
  // Two persons a row, or a table of fields: read as text.
  const plainHead = heads.filter((head) => known.name.test(head)).length === 1
  if (at < 0 || !plainHead || heads.length > MAX_HEADS || (post < 0 && duties < 0)) return []
  const rows = table.slice(at + 1).map((row, i) => ({
    name: nameOf(row[name] ?? null),
    post: post < 0 ? null : cellOf(table, at + 1 + i, post),
    duties: duties < 0 ? null : cellOf(table, at + 1 + i, duties),
  }))
  const named = rows.filter((row) => row.name !== '')
  const persons = named.filter((row) => isPersonName(row.name))
  if (persons.length * 2 < named.length) return []
  // Among persons, a name of a rare surname is one too.
  return named
    .filter((row) => isPersonName(row.name) || (row.post !== null && RARE.test(row.name)))
    .map((row) => ({ ...row, hasPost: post >= 0, hasDuties: duties >= 0 }))
}

function turned(table: TextTable): TextTable {
  const width = Math.max(0, ...table.map((row) => row.length))
  return Array.from({ length: width }, (_, c) => table.map((row) => row[c] ?? null))
}

function plain(cell: string | null): string {
  return (cell ?? '').replace(/[\s:：]/g, '')
}

/** 王　海, 苏映雪（女，回族）, 程远山同志. */
function nameOf(cell: string | null): string {
  return plain(cell)
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/同志$/, '')
}

/** A cell that reaches down from above says the same of every row that it covers. */
function cellOf(table: TextTable, row: number, column: number): string | null {
  let from = row
  while (
    from > 0 &&
    (table[from]?.[column] ?? null) === null &&
    column < (table[from]?.length ?? 0)
  )
    from -= 1
  const value = squash(table[from]?.[column] ?? '')
  return BLANK.test(value) ? null : value.slice(0, 300)
}
