/** Annual reports in the official forms, in every habit of exporting tables: each cell read, each sum judged. */
import { describe, expect, it } from 'vitest'
import { disputeSums, requestSums } from '#engine/report-sums'
import type { AnnualReportContent } from '#model/annual-report'
import { joinSources } from '#understand/annual-report-sources'
import {
  DISPUTES,
  type Form,
  HABITS,
  type Habit,
  PROACTIVE,
  REQUESTS,
  reportHtml,
  rowsOf,
} from '../../support/report-html.ts'
import { readText } from '../page/read.ts'

function contentOf(html: string, year: number): AnnualReportContent {
  const page = readText(html)
  const { url, text, tables = [], tableRows: rowSpans = [] } = page
  const source = { url, source: 'html' as const, text: text.excerpt, tables, rowSpans }
  const content = joinSources([{ ...source, truncated: false }], year, new Set())
  if (content === null) throw new Error('没有读到')
  return content
}

const FORMS = ['2019', '2021'] as const
const yearOf = (form: Form): number => (form === '2019' ? 2020 : 2022)
const zeros = [0, 0, 0, 0, 0, 0, 0]
const CASES = FORMS.flatMap((form) => HABITS.map((habit) => [form, habit] as const))

describe.each(CASES)('%s年格式 · %s', (form: Form, habit: Habit) => {
  const content = contentOf(reportHtml(form, habit), yearOf(form))
  // What is printed as nothing, a dash or a stroke stays without a value.
  const shown = (value: number): number | null => (habit === 'blanks' && value === 0 ? null : value)

  it('六个部分，三张表', () => {
    expect(content.parts.map((part) => part.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(content.states).toEqual({ proactive: 'read', requests: 'read', disputes: 'read' })
  })

  it('表二的行和数', () => {
    expect(content.proactive?.map((row) => row.cells.map((one) => one.value))).toEqual(
      PROACTIVE[form].map(([, values]) => values.map((value) => shown(Number(value)))),
    )
  })

  it('表三的行和数', () => {
    expect(content.requests?.map((row) => row.key)).toEqual(rowsOf(form).map(([key]) => key))
    expect(content.requests?.map((row) => row.cells.map((one) => one.value))).toEqual(
      rowsOf(form).map(([key]) => (REQUESTS[key] ?? zeros).map(shown)),
    )
  })

  it('表四的数', () => {
    expect(content.disputes?.map((one) => one.value)).toEqual(DISPUTES.map(shown))
  })

  it('勾稽对得上；改一个数就对不上', () => {
    expect(requestSums(content)).toMatchObject({ state: 'read', faults: [] })
    expect(disputeSums(content)).toMatchObject({ state: 'read', faults: [] })
    const wrong = reportHtml(form, habit, { carriedOver: [4, 0, 0, 0, 0, 0, 3] })
    expect(requestSums(contentOf(wrong, yearOf(form)))).toMatchObject({
      state: 'read',
      faults: [
        { figures: expect.stringContaining('六类申请人合计 4，总计 3') },
        { figures: expect.stringContaining('本年新收 1012 加上年结转 4 得 1016') },
      ],
    })
  })
})
