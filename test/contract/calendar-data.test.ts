/** Our holiday tables against chinese-days, from which they were first taken: a slip in a later edit shows, day by day. */
import { isWorkday } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { workCalendar } from '#base/calendar'
import { addDays } from '#base/day'
import { loadCalendar } from '#catalog/calendar'
import { ROOT } from './project.ts'

const tables = loadCalendar(`${ROOT}data/calendar`)

describe('data/calendar', () => {
  test('covers 2018 to 2026 without a gap', () => {
    const years = tables.map((table) => table.year).sort()
    expect(years.slice(0, 9)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  // The library is silent about years it does not know, so only those it ships are compared.
  test.each(tables.filter((table) => table.year <= 2026))('$year', ({ year }) => {
    const calendar = workCalendar(tables)
    const other: string[] = []
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (calendar.isWorkingDay(day) !== isWorkday(day)) other.push(day)
    }
    expect(other).toEqual([])
  })
})
