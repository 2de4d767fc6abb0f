/**
 * Exact fractions over BigInt: 2/3 × 15 % has no decimal, and rankings must not turn on the last bit of a double.
 * Always in lowest terms with a positive denominator, so equal values have equal fields.
 */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Numerator and denominator → lowest terms. Throws RangeError on a zero denominator. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('fraction with denominator 0')
  const g = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / g, d: d / g }
}

export const ZERO: Rational = { n: 0n, d: 1n }

/**
 * The decimal a number prints as (0.15 → 15/100), not its binary neighbour. Throws RangeError on NaN and infinities.
 */
export function rational(value: number): Rational {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n }
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a decimal: ${value}`)
  const [, sign = '', whole = '0', part = '', exponent = '0'] = match
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n)
  const scale = Number(exponent) - part.length
  return scale >= 0
    ? fraction(digits * 10n ** BigInt(scale), 1n)
    : fraction(digits, 10n ** BigInt(-scale))
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function minus(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.n, a.d * b.d)
}

/** Throws RangeError when `b` is 0. */
export function over(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n)
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

/** Negative, 0 or positive as a <, = or > b. */
export function compare(a: Rational, b: Rational): number {
  if (a.d === b.d) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function same(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = plus(total, value)
  return total
}

/** Nearest double. */
export function toNumber(a: Rational): number {
  return Number(a.n) / Number(a.d)
}

/** Exact decimal where there is one (0.9), else the fraction (2/3). */
export function exactText(a: Rational): string {
  let rest = a.d
  let places = 0
  while (rest % 10n === 0n) {
    rest /= 10n
    places += 1
  }
  while (rest % 2n === 0n || rest % 5n === 0n) {
    rest /= rest % 2n === 0n ? 2n : 5n
    places += 1
  }
  if (rest !== 1n) return `${a.n}/${a.d}`
  const scaled = (a.n * 10n ** BigInt(places)) / a.d
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const part = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${scaled < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
}
