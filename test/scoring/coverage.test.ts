/** A rule counts as measured only when a golden portal has passed and failed through it. */
import { expect, it } from 'vitest'
import { isProven, provenCoverage } from '#scoring/coverage'
import { workedScheme } from './samples.ts'

const scheme = workedScheme()
const column = scheme.indicators[0]?.criteria[0]
const passed = new Set(['sample/column-missing'])
const failed = [{ check: 'sample/column-missing', outcome: 'missing', subject: '首页' }]

it('needs a pass and a fail', () => {
  if (!column) throw new Error('no criterion')
  expect(isProven(column, { passed, failed })).toBe(true)
  expect(isProven(column, { passed, failed: [] })).toBe(false)
  expect(isProven(column, { passed: new Set(), failed })).toBe(false)
})

it('needs a fail of an outcome the rule prices', () => {
  if (!column) throw new Error('no criterion')
  const other = [{ check: 'sample/column-missing', outcome: 'unclear', subject: '首页' }]
  expect(isProven(column, { passed, failed: other })).toBe(false)
})

it('adds up per indicator, machine rules only', () => {
  // 两条机器细则各 25% × 4；第三条由人决定
  expect(provenCoverage(scheme, { passed, failed }).get('columns')).toBe(2)
  expect(provenCoverage(scheme, { passed: new Set(), failed: [] }).get('columns')).toBe(0)
})
