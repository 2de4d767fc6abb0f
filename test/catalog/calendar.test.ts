/** The holiday tables as shipped, against an independent table and the known trap; and faults in users' files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chineseDays from 'chinese-days'
import { afterEach, describe, expect, it } from 'vitest'
import { workCalendar } from '#base/calendar'
import { addDays } from '#base/day'
import { loadCalendar } from '#catalog/calendar'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function calendarOf(name: string, text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-calendar-'))
  dirs.push(dir)
  writeFileSync(join(dir, name), text)
  return dir
}

const YEAR = 'year: 2030\nsource: 测试\noff:\n  元旦: [2030-01-01]\nwork: [2030-01-05]\n'

describe('随附放假安排', () => {
  const tables = loadCalendar('data/calendar')
  const calendar = workCalendar(tables)

  it('2018—2026 年各一份', () => {
    expect(tables.map((table) => table.year)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ])
  })

  it('与另一来源逐日一致；2024 年除夕只是鼓励休息，仍是工作日', () => {
    const differing: string[] = []
    for (let day = '2018-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      if (calendar.isWorkingDay(day) !== chineseDays.isWorkday(day)) differing.push(day)
    }
    expect(differing).toEqual([])
    expect(calendar.isWorkingDay('2024-02-09')).toBe(true)
  })

  it('没有安排的年份不猜', () => {
    expect(calendar.isWorkingDay('2027-10-01')).toBeNull()
    expect(calendar.workingDaysBetween('2026-12-30', '2027-01-04')).toBeNull()
  })

  it('跨春节数工作日', () => {
    expect(calendar.workingDaysBetween('2025-01-24', '2025-02-10')).toBe(7)
  })
})

describe('用户加一年', () => {
  it('文件好就读进来', () => {
    expect(loadCalendar(calendarOf('2030.yaml', YEAR))).toEqual([
      { year: 2030, off: ['2030-01-01'], work: ['2030-01-05'] },
    ])
  })

  it.each([
    ['文件名与年份不符', '2031.yaml', YEAR, /文件名与年份/],
    [
      '日期不存在',
      '2030.yaml',
      YEAR.replace('2030-01-01', '2030-02-30'),
      /2030\.yaml 第 4 行第 \d+ 列/,
    ],
    ['日期属于别的年', '2030.yaml', YEAR.replace('2030-01-01', '2029-12-31'), /2029-12-31/],
    ['调休日不是周末', '2030.yaml', YEAR.replace('2030-01-05', '2030-01-07'), /不是周六、周日/],
    ['同一天又休又上', '2030.yaml', YEAR.replace('[2030-01-01]', '[2030-01-05]'), /同时列为/],
    ['多写了字段', '2030.yaml', `${YEAR}note: x\n`, /note/],
  ])('%s：报出文件、位置和改法', (_, name, text, message) => {
    expect(() => loadCalendar(calendarOf(name, text))).toThrow(message)
  })
})
