/**
 * Masks personal data in text that leaves the house: resident identity numbers, mobile numbers and bank cards
 * (个人信息保护法 article 28 and 政府信息公开条例 article 15 are why). Masked text keeps its length, so that a
 * locator still points at the same characters. It leaves public identifiers alone: unified credit codes, site
 * codes, filing numbers, index numbers; and it knows nothing of names or addresses.
 */
import { isDay } from './day.ts'
import { halfWidth } from './text.ts'

/** GB 11643-1999: weights of the first 17 digits and the check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

/** First digits of GB/T 2260 province codes in use (with Hong Kong, Macao and Taiwan residents' 81–83). */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** True for a resident identity number: known province, real birth day, right check character. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/i.test(text) || !PROVINCES.test(text)) return false
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (birth < '1900' || birth >= '2100' || !isDay(birth)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return CHECKS[sum % 11] === text.slice(17).toUpperCase()
}

/** The number of the first generation: no century, no check digit, so only a real birth day behind its label counts. */
function isFormerIdentity(text: string): boolean {
  return (
    /^\d{15}$/.test(text) &&
    PROVINCES.test(text) &&
    isDay(`19${text.slice(6, 8)}-${text.slice(8, 10)}-${text.slice(10, 12)}`)
  )
}

/** Labels before a run of digits that make it a public identifier, whatever its digits look like. */
const PUBLIC_LABEL =
  /(信用代码|组织机构代码|标识码|备案号?|网安备|索引号|文号|(?<!身份)证书?编号|许可证?号?|登记证?号?|项目代码|流水号|订单号|受理号)[^0-9\n]{0,6}$/
const CARD_LABEL =
  /(银行卡号?|储蓄卡号?|社保卡号?|卡号|银行账号|银行帐号|账号|帐号|账户|帐户)[^0-9\n]{0,12}$/

/** The same words as a cell of a table's head: the numbers stand in the rows below, far from it. */
const CARD_HEAD =
  /(?<=^|[\t\n |,，;"])[\p{Script=Han}]{0,6}(?:卡号|银行账号|银行帐号|一卡通(?:账号|号码|号)?|存折账号|账号|帐号)(?=[\t\n\r |,，;"]|$)/gu
const IDENTITY_HEAD =
  /(?<=^|[\t\n |,，;"])[\p{Script=Han}]{0,6}(?:身份证(?:号码|号)?|身份号码|证件号码?)(?=[\t\n\r |,，;"]|$)/gu
/** Characters of a table's rows that its head speaks for. */
const TABLE_REACH = 20_000

/** Sixteen to nineteen digits with a right check digit (ISO/IEC 7812-1, Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const IDENTITY_LABEL = /(身份证|身份号码|证件号)[^0-9\n]{0,12}$/

/** Each with single blanks or hyphens where people write them, and never inside a longer word or number. */
/** A pupil's number (学籍号) is the identity number behind a letter. */
const IDENTITY =
  /(?:(?<![0-9A-Za-z])|(?<=(?<![0-9A-Za-z])[GL]))\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g
/** Characters that nobody sees, and those that set a number apart in groups. */
const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const APART = `[ .·_\\-\\u00a0\\u2002-\\u200a${UNSEEN}]`
/** The same in other groups, or broken over two lines: counts behind its label or under its head, or where only unseen characters part it. */
const GROUPED = new RegExp(
  `(?<![0-9A-Za-z]|\\d${APART})\\d(?:(?:${APART}{0,2}|\\n)\\d){16}(?:${APART}{0,2}|\\n)[\\dXx](?![0-9A-Za-z])`,
  'g',
)
/** One character to a cell or box. */
const SPELT =
  /(?<![0-9A-Za-z]|\d[\s|]{1,3})\d(?:[\s|]{1,3}\d){16}[\s|]{1,3}[\dXx](?![0-9A-Za-z]|[\s|]{1,3}\d(?!\d))/g
const FORMER = /(?<![0-9A-Za-z])\d{15}(?![0-9A-Za-z])/g
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z])1[${UNSEEN}]?[3-9][${UNSEEN}]?\\d(?:${APART}?\\d{4}${APART}?\\d{4}|\\d${APART}\\d{3}${APART}\\d{4}|(?:[${UNSEEN}]?\\d){8})(?![0-9A-Za-z])`,
  'g',
)
const CARD = /(?<![0-9A-Za-z])\d(?:[ -]?\d){11,39}(?![0-9A-Za-z])/g
/** Digits of the longest card. */
const LONGEST_CARD = 19

/** Replaces digits and X by `*`, keeping the first `head` and last `tail` of them and all separators. */
function starred(run: string, head: number, tail: number): string {
  const total = bare(run).length
  let seen = 0
  return run.replace(/[0-9Xx]/g, (c) => {
    seen += 1
    return seen <= head || seen > total - tail ? c : '*'
  })
}

function bare(run: string): string {
  return run.replace(/[^0-9Xx]/g, '')
}

/** 390 6217 0027 6000 0123 456: the amount of the cell before, and a card in groups; starred is the card alone. */
function cardInside(run: string): string | null {
  const groups = [...run.matchAll(/\d+/g)]
  const cards = groups.flatMap((first, at) =>
    groups.slice(at).flatMap((last) => {
      const [from, to] = [first.index, last.index + last[0].length]
      // A card begins with a group of four; what begins with fewer runs into it.
      const isWhole = first[0].length >= LEAST_GROUP && isCardNumber(bare(run.slice(from, to)))
      return isWhole ? [{ from, to }] : []
    }),
  )
  const card = cards.reduce<(typeof cards)[number] | null>(
    (best, one) => (best === null || one.to - one.from > best.to - best.from ? one : best),
    null,
  )
  if (card === null) return null
  const { from, to } = card
  return run.slice(0, from) + starred(run.slice(from, to), 0, 4) + run.slice(to)
}
const LEAST_GROUP = 4

const ONLY_UNSEEN = new RegExp(`^[0-9Xx${UNSEEN}]+$`)

/** Whether a place stands in the rows under such a head; heads are looked for when a number first asks. */
function underHeads(text: string): (head: RegExp, at: number) => boolean {
  const found = new Map<RegExp, readonly number[]>()
  return (head, at) => {
    const known = found.get(head) ?? [...halfWidth(text).matchAll(head)].map((match) => match.index)
    found.set(head, known)
    return known.some((start) => start < at && at - start <= TABLE_REACH)
  }
}

/**
 * The text with personal numbers starred out, same length in UTF-16 units. Identity numbers keep 3 + 2 digits,
 * mobiles 3 + 4, bank cards (behind a label that names one, or under one in a table's head) the last 4. Full-width digits count as digits.
 */
export function maskPersonal(text: string): string {
  let result = text
  const cover = (
    pattern: RegExp,
    decide: (run: string, before: string, at: number) => string | null,
  ) => {
    const plain = halfWidth(result)
    let masked = ''
    let from = 0
    for (const match of plain.matchAll(pattern)) {
      const run = match[0]
      const before = plain.slice(Math.max(0, match.index - 24), match.index)
      const covered = PUBLIC_LABEL.test(before) ? null : decide(run, before, match.index)
      if (covered === null) continue
      masked += result.slice(from, match.index) + covered
      from = match.index + run.length
    }
    result = masked + result.slice(from)
  }
  cover(IDENTITY, (run) => (isIdentityNumber(bare(run)) ? starred(run, 3, 2) : null))
  const isUnder = underHeads(text)
  cover(SPELT, (run) => (isIdentityNumber(bare(run)) ? starred(run, 3, 2) : null))
  cover(GROUPED, (run, before, at) =>
    isIdentityNumber(bare(run)) &&
    run.split('\n').length <= 2 &&
    (ONLY_UNSEEN.test(run) || IDENTITY_LABEL.test(before) || isUnder(IDENTITY_HEAD, at))
      ? starred(run, 3, 2)
      : null,
  )
  cover(FORMER, (run, before, at) =>
    isFormerIdentity(run) && (IDENTITY_LABEL.test(before) || isUnder(IDENTITY_HEAD, at))
      ? starred(run, 3, 2)
      : null,
  )
  cover(CARD, (run, before, at) => {
    const isOne = bare(run).length <= LONGEST_CARD
    if (isOne && CARD_LABEL.test(before)) return starred(run, 0, 4)
    if (!isUnder(CARD_HEAD, at)) return null
    return isOne && !/^\d{1,3}[ -]/.test(run) && isCardNumber(bare(run))
      ? starred(run, 0, 4)
      : cardInside(run)
  })
  cover(MOBILE, (run) => starred(run, 3, 4))
  return result
}
