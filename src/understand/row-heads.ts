/**
 * Dates that a heading and the rows below it print in parts: the year or the month once, above, and the rest in each
 * row. What the rows are is for `lists.ts`.
 */
import { makeDay } from '#base/day'
import type { DateHit } from './dates.ts'
import { ROW_TAGS } from './list-records.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

const YEAR_ABOVE = /^((?:19|20)\d{2}) ?年?\s*\n\s*(1[0-2]|0?[1-9])[-./月](3[01]|[12]\d|0?[1-9])日?$/
const MONTH_ABOVE =
  /^((?:19|20)\d{2}) ?[-./年] ?(1[0-2]|0?[1-9])月?\s*\n\s*(3[01]|[12]\d|0?[1-9])日?$/
/** The day that a row begins with. */
const DAY = /^\s*(3[01]|[12]\d|0?[1-9])日?(?![\d\-./月])/

export function rowOf(el: El | null): El | null {
  for (let up = el; up; up = up.parent) if (ROW_TAGS.has(up.tag)) return up
  return null
}

/**
 * The hit itself; or, where a heading's end and the first row's beginning were read as one date (`2026年` above `11-12`,
 * `2026年9月` above `30日`), the row's own part of it, and the days that the rows beside it begin with.
 */
export function rowDays(tree: PageTree, hit: DateHit): readonly DateHit[] {
  const text = tree.flat.slice(hit.from, hit.to)
  if (!text.includes('\n')) return [hit]
  const year = YEAR_ABOVE.exec(text)
  const month = year === null ? MONTH_ABOVE.exec(text) : null
  if (year === null && month === null) return [hit]
  const from = hit.from + text.search(/[^\s][^\n]*$/)
  const row = rowOf(tree.elementAt(from, hit.to))
  if (row === rowOf(tree.elementAt(hit.from, hit.from + 4))) return [hit]
  if (year !== null)
    return [{ ...hit, day: null, monthDay: [Number(year[2]), Number(year[3])], from }]
  if (row === null || month === null) return [hit]
  return [{ ...hit, from }, ...daysBeside(tree, row, Number(month[1]), Number(month[2]))]
}

function daysBeside(tree: PageTree, first: El, year: number, month: number): DateHit[] {
  const days: DateHit[] = []
  const rows = first.parent === null ? [] : childrenOf(tree, first.parent)
  for (const row of rows.slice(rows.indexOf(first) + 1)) {
    if (row.tag !== first.tag) break
    const words = tree.flat.slice(row.from, Math.min(row.to, row.from + 8))
    const found = DAY.exec(words)
    const to = row.from + (found?.[0].length ?? 0)
    const day = found && makeDay(year, month, Number(found[1]))
    if (!day || !(words.includes('日') || tree.isEdge(to))) break
    const from = to - (found?.[0].trimStart().length ?? 0)
    days.push({ day, monthDay: null, from, to, timed: false, alone: true })
  }
  return days
}
