/**
 * Days on which decisions and replies were made, where the page prints them as offices do and not in a field table: a
 * table of decisions with a column of days (several on one page), a label before a day, or the day below a letter's
 * signature. Rows whose days do not fit the head are left alone; whose decisions they are is the check's business.
 */

import { addDays, makeDay } from '#base/day'
import { hanNumber } from '#base/han-numbers'
import { type Labels, oncePerLabels, wholeLabel, wordsWithin } from '#base/labels'
import type { CivilDay } from '#model/page'

export interface DecisionDay {
  /** Words of the row or line. */
  readonly words: string
  readonly signed: CivilDay
  /** Printed beside it, else null. */
  readonly published: CivilDay | null
}

const DAY = /(20\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?/g
const DATED_HEAD = /日期|时间|有效期|期限|期至/
const OFFICE = '(?:局|委|委员会|办公室|[大支中]队|中心|站|所)'
const PUBLISHED_HEAD = /公示|公开|发布|公布/
const ISSUER_HEAD = /(?:许可|处罚|决定|审批|发证)(?:机关|部门|单位)/
/** The last lines of a letter: its writer, and the day. */
const SIGNATURE_LINES = 4

const patternsOf = oncePerLabels((labels) => ({
  head: new RegExp(`^${wholeLabel(labels, 'decidedOn')}$`),
  label: new RegExp(`${wordsWithin(labels, 'decidedOn', 'letterSignedOn')}\\s*[:：]?\\s*$`),
}))

const WRITTEN_DAY =
  /(?:[〇零○ＯO一二三四五六七八九]{4})\s*年\s*[一二三四五六七八九十]{1,2}\s*月\s*[一二三四五六七八九十]{1,3}\s*日/g

/** 二〇二六年六月三十日 as people read it elsewhere: 2026年6月30日. */
function inDigits(text: string): string {
  return text.replace(WRITTEN_DAY, (day) =>
    day.replace(/[^\s年月日]+/g, (part) => String(hanNumber(part) ?? part)),
  )
}

/**
 * Rows of tables of decisions. `named`: words that a row must hold where the table says who decided; `level`: how the offices
 * of the place are called for short (县 of 县水利局).
 */
export function decisionRows(
  labels: Labels,
  text: string,
  named: readonly string[],
  level: string,
): readonly DecisionDay[] {
  const { head: signedHead } = patternsOf(labels)
  const lines = inDigits(text).split('\n')
  const office = new RegExp(`(?:^|\\s)${level}[\\u4e00-\\u9fff]{2,14}${OFFICE}(?:\\s|$)`)
  const found: DecisionDay[] = []
  let head: readonly string[] | null = null
  for (const line of lines) {
    const days = daysIn(line)
    if (days.length === 0) {
      const columns = line.trim().split(/\s+/)
      if (columns.length >= 3 && columns.some((one) => signedHead.test(one))) head = columns
      continue
    }
    if (head === null) continue
    const dated = head.filter((one) => DATED_HEAD.test(one))
    const [signedAt, publishedAt] = [signedHead, PUBLISHED_HEAD].map((sign) =>
      dated.findIndex((one) => sign.test(one)),
    )
    const signed = days[signedAt ?? -1]
    if (days.length !== dated.length || signed === undefined) continue
    const says = head.some((one) => ISSUER_HEAD.test(one))
    const isOwn =
      named.some((name) => name !== '' && line.includes(name)) ||
      (level !== '' && office.test(line))
    if (says && !isOwn) continue
    found.push({ words: line.trim(), signed, published: days[publishedAt ?? -1] ?? null })
  }
  return found
}

/** The day a single decision or letter was made; null where none is printed or two labels differ. */
export function dayMade(labels: Labels, written: string, isLetter: boolean): CivilDay | null {
  const { label } = patternsOf(labels)
  const text = inDigits(written)
  const labelled = [...text.matchAll(DAY)].filter((one) =>
    label.test(text.slice(Math.max(0, one.index - 16), one.index)),
  )
  const days = new Set(labelled.flatMap((one) => civil(one) ?? []))
  if (days.size > 0) return days.size === 1 ? ([...days][0] ?? null) : null
  if (!isLetter) return null
  const last = text.trimEnd().split('\n').slice(-SIGNATURE_LINES)
  for (const line of last) {
    const [only] = daysIn(line)
    const rest = line.replace(DAY, '').trim()
    // Nothing but the day, or the office before it.
    if (only !== undefined && /^[\p{Script=Han}（）()\s]{0,30}$/u.test(rest)) return only
  }
  return null
}

const MONTH_DAY = '(?:(20\\d{2})\\s*年\\s*)?(1[0-2]|0?[1-9])\\s*月\\s*(3[01]|[12]\\d|0?[1-9])\\s*日'
/** 会议时间：2026年8月3日 */
const HELD_LABEL = new RegExp(`(?:会议|召开)(?:时间|日期)\\s*[:：]\\s*${MONTH_DAY}`, 'g')
/** 8月3日下午，县长李某主持召开县政府第12次常务会议: the first words of a report. */
const HELD_SAID = new RegExp(
  `(?:^|\\n)\\s*${MONTH_DAY}(?:上午|下午|晚上?)?[，,]?[^。\\n]{0,30}(?:主持)?召开[^。\\n]{0,30}(?:会议|常务会|办公会|全会)`,
)

/**
 * The day on which the meeting that a page tells of was held; null where none, or several, are printed, or nothing says that
 * it decided. Without a year it is the last such day before the page was published.
 */
export function dayMet(text: string, published: CivilDay): CivilDay | null {
  if (!DECIDED.test(text)) return null
  const labelled = [...text.matchAll(HELD_LABEL)]
  const said = labelled.length > 0 ? labelled : [HELD_SAID.exec(text)]
  const days = new Set(
    said.flatMap((found) => (found === null ? [] : (dayBefore(found, published) ?? []))),
  )
  return days.size === 1 ? ([...days][0] ?? null) : null
}

/** 11月2日，社会事务局举行…: the first words of a report, and nothing that began or goes on then. */
const HAPPENED = new RegExp(
  `(?:^|\\n)[\\s\\u3000]*${MONTH_DAY}(?:[上下]午|中午|晚上?|凌晨|清晨)?[，,]`,
)
/** Where a report begins, behind its title and what stands below it. */
const FIRST_WORDS = 500

/** The day of what a report tells of, where its text begins with it; null where it does not. */
export function dayHappened(text: string, published: CivilDay): CivilDay | null {
  const found = HAPPENED.exec(text.slice(0, FIRST_WORDS))
  return found === null ? null : dayBefore(found, published)
}

const ADJUSTED = new RegExp(
  [
    `(?:清单|目录)[^。；\\n\\d]{0,12}(?:于|在)?\\s*${MONTH_DAY}\\s*(?:已|经)?(?:再次|重新)?(?:完成)?(?:动态)?(?:调整|修订|变更)`,
    `(?:调整|修订|变更)(?:完成)?(?:时间|日期)\\s*[:：]\\s*${MONTH_DAY}`,
  ].join('|'),
  'g',
)

/** The last day before its page came out on which a list of powers was adjusted, as the page itself says; null where it does not. */
export function dayAdjusted(text: string, published: CivilDay): CivilDay | null {
  const days = [...text.matchAll(ADJUSTED)].flatMap(([whole, ...parts]) => {
    const told = parts[1] === undefined ? parts.slice(3) : parts
    return dayBefore([whole, ...told] as RegExpMatchArray, published) ?? []
  })
  // What was adjusted since may have been put into a page that was there.
  return days.some((day) => day > published) ? null : (days.sort().at(-1) ?? null)
}

const DECIDED = /审议|研究|通过|决定|议定|讨论/

/** Without its year a day may be of any: it is believed where the page came out soon after it. */
const SOON_DAYS = 120

function dayBefore([, year, month, day]: RegExpMatchArray, published: CivilDay): CivilDay | null {
  if (year !== undefined) return makeDay(Number(year), Number(month), Number(day))
  const printed = Number(published.slice(0, 4))
  const days = [printed, printed - 1].map((one) => makeDay(one, Number(month), Number(day)))
  return (
    days.find((one) => one !== null && one <= published && published <= addDays(one, SOON_DAYS)) ??
    null
  )
}

/** The day below the signature of one of these offices at the end of a paper; null where another or nobody signed. */
export function daySigned(text: string, offices: readonly string[]): CivilDay | null {
  const last = inDigits(text).trimEnd().split('\n').slice(-SIGNATURE_LINES)
  for (const [at, line] of last.entries()) {
    const [only, second] = daysIn(line)
    if (only === undefined || second !== undefined) continue
    const beside = line.replace(DAY, '').trim()
    const writer = beside === '' ? (last[at - 1] ?? '').trim() : beside
    if (offices.includes(writer.replace(/\s/g, ''))) return only
  }
  return null
}

function daysIn(line: string): CivilDay[] {
  return [...line.matchAll(DAY)].flatMap((one) => civil(one) ?? [])
}

function civil([, year, month, day]: RegExpMatchArray): CivilDay | null {
  return makeDay(Number(year), Number(month), Number(day))
}
