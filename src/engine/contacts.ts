/**
 * Telephones and addresses as a page tells them, in a form in which two pages can be compared. Whose they are, and which
 * must agree, is the check's business.
 */
import type { Labels } from '#base/labels'
import { halfWidth } from '#base/text'
import { COMPLAINT_PHONE, labelOr } from './elements.ts'

const PHONE = /(?<![\d-])(?:\(?0\d{2,3}\)?[-—－ ]?)?([2-9]\d{2,3} ?\d{4})(?![\d.])/g
/** A number for faxes alone; 电话/传真 is a telephone too. */
const FAX = /(?<![话机/、]\s?)传\s*真(?:号码)?\s*[:：]?\s*[\d()\-—－ ]{7,20}/g
/** What tells one address from another: street and number, or a building. */
const CORE =
  /([\u4e00-\u9fff]{1,12}(?:路|街|道|巷|大道|镇|村|大厦|广场|中心))[^\d]{0,6}(\d+(?:-\d+)?)?\s*号?/

/** What a text says, each value with the words as they stand there. */
export type ContactReader = (text: string) => readonly (readonly [value: string, quote: string])[]

/** Digits without the area code, from lines that speak of telephones. */
export function phoneReader(labels: Labels): ContactReader {
  const onLine = labelOr(labels, ['telephone', 'consulting'], /咨询|传真/)
  const above = new RegExp(`${labelOr(labels, ['telephone']).source}[\\s:：]*$`)
  return (text) => {
    const lines = text.split('\n')
    return lines.flatMap((line, index) =>
      onLine.test(line) || above.test(lines[index - 1] ?? '')
        ? [...halfWidth(line).replace(COMPLAINT_PHONE, '').replace(FAX, '').matchAll(PHONE)].map(
            (found) => [(found[1] ?? '').replace(' ', ''), found[0].trim()] as const,
          )
        : [],
    )
  }
}

export function addressReader(labels: Labels): ContactReader {
  const behind = new RegExp(
    `${labelOr(labels, ['address']).source}(?:为|是|在)?\\s*[:：]?\\s*([^\\n，,；;。、\\t]{5,50})`,
    'g',
  )
  return (text) =>
    [...text.matchAll(behind)].flatMap((found) => {
      // 人民路12号　电话：…: the next label ends it.
      const value = (found[1] ?? '').trim().replace(/\s+\S{2,6}[:：].*$/, '')
      return CORE.test(value) ? [[value, value] as const] : []
    })
}

/** The same street with the same number, or one says less than the other. */
export function sameAddress(a: string, b: string): boolean {
  const [one, other] = [coreOf(a), coreOf(b)]
  const streets = one.street.endsWith(other.street) || other.street.endsWith(one.street)
  const numbers = one.number === '' || other.number === '' || one.number === other.number
  return streets && numbers
}

function coreOf(address: string): { readonly street: string; readonly number: string } {
  const plain = halfWidth(address)
    .replace(/\s/g, '')
    .replace(/^.*?[市县区旗](?=.{2,}(?:路|街|道|巷))/, '')
  const found = CORE.exec(plain)
  return { street: found?.[1] ?? plain, number: found?.[2] ?? '' }
}

/** A street with its number: enough to say that another one is another place. */
export function isFullAddress(address: string): boolean {
  const { street, number } = coreOf(address)
  return /[路街道巷]/.test(street) && number !== ''
}

/** 3318026 and 3318062: two neighbouring digits changed places, as happens to one number written twice. */
function isSlipOf(a: string, b: string): boolean {
  if (a.length !== b.length || !/^\d{7,}$/.test(a) || !/^\d{7,}$/.test(b)) return false
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  if (at < 0 || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false
  return a.slice(at + 2) === b.slice(at + 2)
}

/** An office's name without the place and in one form: 某县人民政府办公室 and 县政府办公室 are one. */
export function plainName(name: string): string {
  return name
    .replace(/\s/g, '')
    .replace(/^[\u4e00-\u9fff]{0,8}?[省市县区旗州镇乡](?=[\u4e00-\u9fff]{3})/, '')
    .replace('人民政府', '政府')
}

/** A line that is a unit's name: here another's block begins. */
export const UNIT_LINE =
  /^[\u4e00-\u9fff（）()]{2,24}(?:[局委办厅镇乡]|委员会|办公室|中心|街道|政府|办事处)$/

/** 政府办公室政务公开科: an office and one of its sections. */
export const SECTION_NAME =
  /^(.*(?:办公[室厅]|[局委厅院]|委员会|中心|政府|街道|办事处))([\u4e00-\u9fff]{2,8}[科股处室])$/

/** A number and one that it is a slip of; null where there is none, or where both are told on one side: then they are two lines. */
export function slipAmong<T extends { readonly value: string }>(
  told: readonly T[],
  known: readonly T[],
): readonly [T, T] | null {
  const has = (some: readonly T[], { value }: T): boolean => some.some((one) => one.value === value)
  for (const one of told) {
    const other = known.find(({ value }) => isSlipOf(one.value, value))
    if (other !== undefined && !has(told, other) && !has(known, one)) return [one, other]
  }
  return null
}

/** Of more values than these one cannot tell which is meant. */
const FEW_VALUES = 2

interface Voices<T> {
  readonly column: readonly T[]
  readonly guide: readonly T[]
  readonly institution: readonly T[]
}

/** The one of three places that says other values than the two others, which agree; null where they do not, or where it says many. */
export function outvoted<T extends { readonly value: string }>(
  { column, guide, institution }: Voices<T>,
  same: (a: string, b: string) => boolean,
): { readonly odd: 'column' | 'guide'; readonly one: T; readonly others: readonly [T, T] } | null {
  const shared = (some: readonly T[], more: readonly T[]): readonly [T, T] | null => {
    for (const one of some) {
      const other = more.find(({ value }) => same(one.value, value))
      if (other !== undefined) return [one, other]
    }
    return null
  }
  const few = (some: readonly T[]): boolean =>
    new Set(some.map(({ value }) => value)).size <= FEW_VALUES
  const votes = [
    ['column', column, guide, institution],
    ['guide', guide, column, institution],
  ] as const
  for (const [odd, said, second, third] of votes) {
    const [one] = said
    const others = shared(second, third)
    if (one === undefined || others === null || !few(said)) continue
    if (shared(said, second) === null && shared(said, third) === null) return { odd, one, others }
  }
  return null
}
