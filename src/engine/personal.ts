/**
 * Personal numbers in a text, already starred out: what a check may see and show of them. Finding and starring is
 * base/mask's; here the starred runs are told apart by their length, and cards are kept only with a right check digit.
 */
import { isCardNumber, maskPersonal } from '#base/mask'
import { halfWidth } from '#base/text'
import type { CivilDay, Page } from '#model/page'

export interface PersonalNumber {
  readonly kind: 'identity' | 'card' | 'mobile'
  /** Starred. */
  readonly masked: string
  /** Words before it on its line, without digits of other numbers. */
  readonly before: string
  /** Birth day that an identity number of the second generation tells; null of all others. */
  readonly born: CivilDay | null
  /** Where it stands in the text. */
  readonly at: number
  /** Equal for runs of the same number: two numbers may look alike once starred. */
  readonly number: number
}

/** What may part the characters of one number: base/mask says when. */
const GAP = '[\\s|.·_\\-\\u00ad\\u200b-\\u200d\\u2060\\ufeff]{0,3}'
/** What base/mask leaves of each kind. */
const STARRED: readonly (readonly [PersonalNumber['kind'], RegExp])[] = [
  [
    'identity',
    new RegExp(
      `(?<![\\d*])\\d(?:${GAP}\\d){2}(?:${GAP}\\*){13}(?:${GAP}[\\dXx]){2}(?![\\d*])`,
      'g',
    ),
  ],
  ['identity', /(?<![\d*])\d{3}\*{10}\d{2}(?![\d*])/g],
  ['card', /(?<![\d*])\*(?:[ -]?\*){7,14}(?:[ -]?\d){4}/g],
  [
    'mobile',
    new RegExp(`(?<![\\d*])\\d(?:${GAP}\\d){2}(?:${GAP}\\*){4}(?:${GAP}\\d){4}(?![\\d*])`, 'g'),
  ],
]
/** Gaps that are no part of how a number is shown. */
const UNSHOWN = /[\t\n|\u00ad\u200b-\u200d\u2060\ufeff]+|(?<=[\d*]) (?=[\d*](?: |$))/g

/** Words before a number that is nobody's: a project's or a batch's own, or one that shows how to fill in a form. */
const OF_A_THING =
  /(?:(?<!身份|身份证|证件|公民)(?:编号|编码)|代码|单号|批号|序列号|条码|[示样范]例|例如|如)[:：为是（("“\s]*$/
/** No citizen's number is given out by a province itself. */
const OF_A_PROVINCE = /^\d{2}0000/

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
      if (kind === 'identity' && (OF_A_THING.test(before) || OF_A_PROVINCE.test(printed))) return []
      const digits = printed.replace(/[^\dXx]/g, '')
      const born =
        kind === 'identity' && digits.length === 18
          ? `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
          : null
      return [
        {
          kind,
          masked: run[0].replace(UNSHOWN, ''),
          before,
          born,
          at: run.index,
          number: numberOf(printed),
        },
      ]
    }),
  )
}

const LONG_RUN = /\d{15}|[\uff10-\uff19]{15}/
/** In an address only behind a word that says whose number it is: articles are numbered too. */
const NAMED_IN_ADDRESS =
  /(?:身份证|sfz(?:hm?)?|id_?card(?:no)?|id_?no|zjhm)[^\d/&]{0,6}(\d{17}[\dXx])(?!\d)/i

/**
 * Words of a page outside of its text, where readers do not look: the names of files and pictures, what shows up under the
 * pointer, the address of a link.
 */
export function besideText({ links, attachments, pictures, title }: Page): readonly string[] {
  const inAddress = (url: string | null): string | null => {
    if (url === null || !LONG_RUN.test(url)) return null
    const [, number] = NAMED_IN_ADDRESS.exec(decoded(url)) ?? []
    return number === undefined ? null : `身份证号：${number}`
  }
  return [
    title,
    ...links.flatMap((link) => [link.text, link.title, inAddress(link.url)]),
    ...attachments.map((file) => file.title),
    ...(pictures ?? []).flatMap(({ alt, caption, url }) => [alt, caption, inAddress(url)]),
  ].filter((words): words is string => words !== null && LONG_RUN.test(words))
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
