/** Civil days are those of the Gregorian calendar. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDay, makeDay } from '#base/day'

it('knows exactly the days that the calendar has', () => {
  const part = (max: number) => fc.integer({ min: -1, max })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), part(14), part(33), (year, month, day) => {
      const pad = (value: number, size: number): string => String(value).padStart(size, '0')
      const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
      const at = Date.parse(`${text}T00:00:00.000Z`)
      const real = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
      expect(makeDay(year, month, day)).toBe(real ? text : null)
      expect(isDay(text)).toBe(real)
    }),
  )
  expect([makeDay(2000, 2, 29), makeDay(1900, 2, 29), makeDay(2023, 1.5, 1)]).toEqual([
    '2000-02-29',
    null,
    null,
  ])
})
