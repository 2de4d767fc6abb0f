/**
 * Personal numbers in a text, already starred out: what a check may see and show of them. Finding and starring is
 * base/mask's; here the starred runs are told apart by their length, and cards are kept only with a right check digit.
 */
import { isCardNumber, maskPersonal } from '#base/mask'
import { halfWidth } from '#base/text'

export interface PersonalNumber {
  readonly kind: 'identity' | 'card' | 'mobile'
  /** Starred. */
  readonly masked: string
  /** Words before it on its line, without digits of other numbers. */
  readonly before: string
  /** Equal for runs of the same number: two numbers may look alike once starred. */
  readonly number: number
}

/** What base/mask leaves of each kind. */
const STARRED: readonly (readonly [PersonalNumber['kind'], RegExp])[] = [
  ['identity', /(?<![\d*])\d{3}\*{3}[ -]?\*{8}[ -]?\*{2}[\dXx]{2}/g],
  ['identity', /(?<![\d*])\d{3}\*{10}\d{2}(?![\d*])/g],
  ['card', /(?<![\d*])\*(?:[ -]?\*){7,14}(?:[ -]?\d){4}/g],
  ['mobile', /(?<![\d*])\d{3}[ -]?\*{4}[ -]?\d{4}/g],
]

/** By kind, then in order of appearance. Numbers that the page itself has starred out are none. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  const masked = maskPersonal(text)
  if (masked === text) return []
  const plain = halfWidth(masked)
  const numbers = new Map<string, number>()
  const numberOf = (printed: string): number => {
    const digits = printed.replace(/[^\dXx]/g, '').toUpperCase()
    const known = numbers.get(digits) ?? numbers.size
    numbers.set(digits, known)
    return known
  }
  return STARRED.flatMap(([kind, pattern]) =>
    [...plain.matchAll(pattern)].flatMap((run): PersonalNumber[] => {
      const printed = halfWidth(text.slice(run.index, run.index + run[0].length))
      if (printed.includes('*')) return []
      if (kind === 'card' && !isCardNumber(printed.replace(/\D/g, ''))) return []
      const line = plain.slice(plain.lastIndexOf('\n', run.index) + 1, run.index)
      const before = (/[^\d*]*$/.exec(line)?.[0] ?? '').trim()
      return [{ kind, masked: run[0], before, number: numberOf(printed) }]
    }),
  )
}
