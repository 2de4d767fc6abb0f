/** Every row of the issued tables that a crawl can decide or help to decide is reached by its scheme, or says why not. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isReached, measurableRows, unprovenRules } from '../../bench/coverage.ts'

const rows = measurableRows()
const named = (some: typeof rows): readonly string[] =>
  some.map(({ scheme, row, criterion }) => `${scheme} ${row}#${criterion ?? 'all'}`)

it('knows every labelled row', () => {
  expect(rows.length).toBeGreaterThan(200)
  expect(named(rows.filter(({ states }) => states.length === 0))).toEqual([])
})

it('reaches each row or gives the reason, and gives none where it is reached', () => {
  expect(named(rows.filter((row) => !isReached(row) && row.because === null))).toEqual([])
  expect(named(rows.filter((row) => isReached(row) && row.because !== null))).toEqual([])
})

it('counts a row as decided only when machines decide all of it', () => {
  const [row] = rows
  if (!row) throw new Error('no row')
  expect(isReached({ ...row, class: 'full', states: ['machine', 'assisted'] })).toBe(false)
  expect(isReached({ ...row, class: 'full', states: ['machine'] })).toBe(true)
  expect(isReached({ ...row, class: 'assisted', states: ['manual'] })).toBe(false)
  expect(isReached({ ...row, class: 'assisted', states: ['manual', 'assisted'] })).toBe(true)
})

it('has seen every machine rule pass and fail on the golden portals, or says why none can', () => {
  expect(unprovenRules().filter(({ because }) => because === null)).toEqual([])
  const told = readFileSync('bench/labels/unproven.tsv', 'utf8').trim().split('\n').length - 1
  expect(unprovenRules()).toHaveLength(told)
})
