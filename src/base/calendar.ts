/**
 * Working days: Monday to Friday, minus State Council holidays, plus moved working days (调休). Tables come from
 * data/calendar by year; a year without a table answers null, never a guess (domain-rules J).
 */
import { addDays, weekday } from './day.ts'

export interface YearTable {
  readonly year: number
  /** Days off that the yearly notice names (weekdays among them count). */
  readonly off: readonly string[]
  /** Weekend days that the notice makes working days. */
  readonly work: readonly string[]
}

/** `null` answers mean "no calendar for that year". */
export interface WorkCalendar {
  isWorkingDay(day: string): boolean | null
  /** Working days after `from` up to and including `to` (the start day is not counted). */
  workingDaysBetween(from: string, to: string): number | null
}

export function workCalendar(tables: readonly YearTable[]): WorkCalendar {
  const years = new Map(tables.map((t) => [t.year, { off: new Set(t.off), work: new Set(t.work) }]))
  const isWorkingDay = (day: string): boolean | null => {
    const table = years.get(Number(day.slice(0, 4)))
    if (!table) return null
    if (table.work.has(day)) return true
    if (table.off.has(day)) return false
    const wd = weekday(day)
    return wd !== 0 && wd !== 6
  }
  return {
    isWorkingDay,
    workingDaysBetween(from, to) {
      if (to < from) return null
      let count = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
        const working = isWorkingDay(day)
        if (working === null) return null
        if (working) count += 1
      }
      return count
    },
  }
}
