/**
 * Our holiday tables against two packages made by different hands (chinese-days, from which they were first taken, and
 * chinese-workday, typed off the yearly notices), on every day. Where one of them differs, the day is listed here with
 * the notice that decides it, so that a slip in a later edit cannot hide behind a known difference.
 */
import { isWorkday as chineseDays } from 'chinese-days'
import { isWorkday as chineseWorkday } from 'chinese-workday'
import { describe, expect, test } from 'vitest'
import { workCalendar } from '#base/calendar'
import { addDays } from '#base/day'
import { loadCalendar } from '#catalog/calendar'
import { ROOT } from './project.ts'

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]
const tables = loadCalendar(`${ROOT}data/calendar`)
const calendar = workCalendar(tables)

/** Days on which chinese-workday 1.16.1 is wrong, and what the notice says. */
const EXPLAINED: Readonly<Record<string, string>> = {
  '2018-01-01': '国办发明电〔2017〕12号：元旦1月1日放假（该包漏列）',
  '2020-01-31': '国办发明电〔2020〕1号：春节假期延长至2月2日（该包只录了2019年的通知）',
  '2020-02-01': '国办发明电〔2020〕1号：春节假期延长至2月2日（该包只录了2019年的通知）',
  '2023-01-03': '国办发明电〔2022〕16号：元旦放假到1月2日，3日（周二）上班（该包多列）',
}

function differing(year: number, other: (day: string) => boolean): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (calendar.isWorkingDay(day) !== other(day)) days.push(day)
  return days
}

describe('data/calendar', () => {
  test('covers 2018 to 2026 without a gap', () => {
    const years = tables.map((table) => table.year).sort()
    expect(years.slice(0, YEARS.length)).toEqual(YEARS)
  })

  // The packages are silent about years they do not know, so only those they ship are compared.
  test.each(YEARS)('%i agrees with chinese-days on every day', (year) => {
    expect(differing(year, chineseDays)).toEqual([])
  })

  test.each(YEARS)('%i agrees with chinese-workday but for the days explained', (year) => {
    const explained = Object.keys(EXPLAINED).filter((day) => day.startsWith(`${year}-`))
    expect(differing(year, chineseWorkday)).toEqual(explained)
  })

  test('a year without a table is unknown, whatever the packages would guess', () => {
    const year = Math.max(...tables.map((table) => table.year)) + 1
    const day = `${year}-03-03`
    expect(calendar.isWorkingDay(day)).toBeNull()
    expect(calendar.workingDaysBetween(`${year - 1}-12-28`, day)).toBeNull()
  })
})
