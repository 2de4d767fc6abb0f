/** A rule counts as measured only when a golden portal has passed and failed through it. */
import { expect, it } from 'vitest'
import type { Criterion, PriceRef } from '#model/criterion'
import { type GoldenAnswer, isProven, provenCoverage } from '#scoring/coverage'
import { workedScheme } from './samples.ts'

const scheme = workedScheme()
const column = scheme.indicators[0]?.criteria[0]
const answer = (outcome: string, verdict: 'pass' | 'fail', more: Partial<GoldenAnswer> = {}) => ({
  check: 'sample/column-missing',
  outcome,
  verdict,
  subject: '首页',
  facts: {},
  measure: null,
  ...more,
})
const pass = answer('present', 'pass')
const fail = answer('missing', 'fail')

it('needs a pass and a fail', () => {
  if (!column) throw new Error('no criterion')
  expect(isProven(column, [pass, fail])).toBe(true)
  expect(isProven(column, [pass])).toBe(false)
  expect(isProven(column, [fail])).toBe(false)
})

it('needs a fail of an outcome the rule prices', () => {
  if (!column) throw new Error('no criterion')
  expect(isProven(column, [pass, answer('unclear', 'fail')])).toBe(false)
})

it('needs answers that the rule selects: subject, topic, element and any other fact, and a cadence exceeded', () => {
  if (column?.kind !== 'yes-no') throw new Error('no yes-no criterion')
  const narrowed = (where: PriceRef['where'], above?: number): Criterion => ({
    ...column,
    answers: column.answers.map((one) => ({
      ...one,
      when: one.when.map((ref) => ({ ...ref, where, ...(above === undefined ? {} : { above }) })),
    })),
  })
  const news = { facts: { topic: 'news', element: 'phone' } }
  const own = [answer('present', 'pass', news), answer('missing', 'fail', news)]
  expect(isProven(narrowed({ topic: 'news', element: 'phone' }), own)).toBe(true)
  expect(isProven(narrowed({ topic: 'notices' }), own)).toBe(false)
  expect(isProven(narrowed({ topic: 'news', element: 'post' }), own)).toBe(false)
  expect(isProven(narrowed({ subject: '栏目' }), own)).toBe(false)
  // The year of an old edition is asked of portals of today as of those of its own.
  expect(isProven(narrowed({ topic: 'news', year: 2018 }), own)).toBe(true)
  // A pass of one topic and a fail of another prove neither.
  const mixed = [pass, answer('missing', 'fail', news)]
  expect(isProven(narrowed({ topic: 'news' }), mixed)).toBe(false)
  const late = (value: number) => [pass, answer('missing', 'fail', { measure: value })]
  expect(isProven(narrowed(null, 30), late(31))).toBe(true)
  expect(isProven(narrowed(null, 30), late(30))).toBe(false)
})

it('adds up per indicator, machine rules only', () => {
  // 两条机器细则各 25% × 4；第三条由人决定
  expect(provenCoverage(scheme, [pass, fail]).get('columns')).toBe(2)
  expect(provenCoverage(scheme, []).get('columns')).toBe(0)
})
