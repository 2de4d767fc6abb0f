/**
 * Days of public letters that are printed otherwise than as a whole day: in the letter's number (信件编号 202608060153), and
 * as month and day on a page whose heading tells the year. What such a day is of, `messages.ts` says.
 */
import { makeDay } from '#base/day'
import { type DateHit, findDates } from './dates.ts'

export interface NumberDay {
  readonly day: string
  readonly from: number
  readonly to: number
}

const LETTER_NUMBER =
  /(?:信件|来信|留言|诉求|咨询|工单|受理|查询|登记|业务|办件|流水|邮件|提问)?(?:编号|单号|编码|序列号|流水号|查询码|查询号|受理号|信件号|工单号|号码)/
/** Day, then at least two digits that count the letters of it, a clock or both. */
const DATED = '[A-Za-z]{0,6}-?(20\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])-?\\d{2,12}(?!\\d)'
const NUMBERED = new RegExp(
  `${LETTER_NUMBER.source}\\s?[】\\])）]?[:：\\s|]{1,4}[【[（(]?(${DATED})`,
  'g',
)
const NUMBER_ALONE = new RegExp(`^\\s*[【[（(]?(?:No\\.?\\s?)?(${DATED})[】\\])）]?\\s*$`)
export const NUMBER_HEAD = new RegExp(`^(?:${LETTER_NUMBER.source})$`)
/** A page without such has no numbered letter. */
export const HAS_NUMBER = /[号码]\s?[】\])）]?[:：\s|]{1,4}[【[（(]?[A-Za-z]{0,6}-?20\d{8}/

/** The days that the numbers of letters begin with. */
export function numberDays(text: string): readonly NumberDay[] {
  return [...text.matchAll(NUMBERED)].flatMap((match) => {
    const day = makeDay(Number(match[2]), Number(match[3]), Number(match[4]))
    return day === null ? [] : [{ day, from: match.index, to: match.index + match[0].length }]
  })
}

/** The day that a number alone in its cell begins with. */
export function dayOfNumber(cell: string): string | null {
  const found = NUMBER_ALONE.exec(cell)
  return found === null ? null : makeDay(Number(found[2]), Number(found[3]), Number(found[4]))
}

/** So far a heading reaches. */
const HEADING = 240
const MONTH_DAY = /(?<![\d年\-/.．])(1[0-2]|0?[1-9]) ?月 ?(3[01]|[12]\d|0?[1-9]) ?[日号]/g

/** Days of a text; month and day count where its heading tells the year (2026年10月网友留言汇总), up to the end of what it tells of. */
export function daysUnderHeading(text: string): readonly DateHit[] {
  const whole = findDates(text)
  const heading = text.slice(0, HEADING)
  const [, year, month] =
    /(20\d{2})年(?:度)?(?:(1[0-2]|0?[1-9])月)?(?!\d{0,2}[月日])/.exec(heading) ?? []
  if (year === undefined) return whole
  const taken = (at: number): boolean => whole.some(({ from, to }) => from <= at && at < to)
  const rest = [...text.matchAll(MONTH_DAY)].flatMap((match): DateHit[] => {
    if (taken(match.index)) return []
    const [m, d] = [Number(match[1]), Number(match[2])]
    // Of a month's letters the answered may have been asked in the year before.
    const before = month !== undefined && m > Number(month) + 1 ? 1 : 0
    const day = makeDay(Number(year) - before, m, d)
    const to = match.index + match[0].length
    return day === null
      ? []
      : [{ day, monthDay: null, from: match.index, to, timed: false, alone: false }]
  })
  return rest.length === 0 ? whole : [...whole, ...rest].sort((a, b) => a.from - b.from)
}
