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
