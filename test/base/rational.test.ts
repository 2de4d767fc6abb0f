/** Exact fractions: lowest terms, decimals as printed, and the laws of arithmetic. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  exactText,
  fraction,
  minus,
  over,
  plus,
  rational,
  same,
  times,
  toNumber,
} from '#base/rational'

const decimals = fc
  .tuple(fc.integer({ min: -100000, max: 100000 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, places]) => Number((n / 10 ** places).toFixed(places)))

describe('rational', () => {
  it('reads the decimal a number prints as', () => {
    expect(rational(0.15)).toEqual({ n: 3n, d: 20n })
    expect(rational(-4)).toEqual({ n: -4n, d: 1n })
    expect(rational(1e-7)).toEqual({ n: 1n, d: 10_000_000n })
    expect(rational(1e21)).toEqual({ n: 10n ** 21n, d: 1n })
    expect(() => rational(Number.NaN)).toThrow(RangeError)
    expect(() => rational(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })

  it('keeps sums that doubles lose', () => {
    expect(same(plus(rational(0.1), rational(0.2)), rational(0.3))).toBe(true)
    expect(toNumber(times(fraction(2n, 3n), times(rational(0.15), rational(8))))).toBe(0.8)
  })

  it('refuses to divide by zero', () => {
    expect(() => over(rational(1), rational(0))).toThrow(RangeError)
  })

  it('prints decimals where there are any and fractions elsewhere', () => {
    expect(exactText(rational(0.9))).toBe('0.9')
    expect(exactText(rational(-2))).toBe('-2')
    expect(exactText(fraction(1n, 8n))).toBe('0.125')
    expect(exactText(fraction(-1n, 20n))).toBe('-0.05')
    expect(exactText(fraction(2n, 3n))).toBe('2/3')
    expect(exactText(rational(100))).toBe('100')
  })

  it('round-trips decimals through text and number', () => {
    fc.assert(
      fc.property(decimals, (x) => {
        expect(Number(exactText(rational(x)))).toBe(x === 0 ? 0 : x)
        expect(toNumber(rational(x))).toBe(x === 0 ? 0 : x)
      }),
    )
  })

  it('obeys the field laws', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (x, y, z) => {
        const [a, b, c] = [rational(x), rational(y), rational(z)]
        expect(same(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true)
        expect(same(minus(plus(a, b), b), a)).toBe(true)
        if (b.n !== 0n) expect(same(times(over(a, b), b), a)).toBe(true)
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
      }),
    )
  })
})
