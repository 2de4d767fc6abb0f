/**
 * Finds printed dates in running text, in the shapes that government pages use. Says what day a text names and
 * whether it stands by itself (as a printed date does) or inside a sentence; what the day means is decided elsewhere.
 */

import { makeDay } from '#base/day'
import { hanNumber } from '#base/han-numbers'
import { halfWidth } from '#base/text'

export interface DateHit {
  /** Null when the year is not printed (`12-05`): `monthDay` then says what is. */
  readonly day: string | null
  readonly monthDay: readonly [month: number, day: number] | null
  /** The last two digits of the year where no more are printed (`26/11/18`). */
  readonly shortYear?: number
  /** Range in the searched text, time of day included. */
  readonly from: number
  readonly to: number
  /** A clock time is printed with it. */
  readonly timed: boolean
  /** Nothing but blanks, brackets and separators touches it. */
  readonly alone: boolean
}

const CLOCK =
  '(?:[ T日]{0,3}\\d{1,2}(?:[:：时点]\\d{1,2}(?:分(?!享)(?:\\d{1,2}秒)?|[:：]\\d{1,2}秒?)?|[时点](?!\\d)))?'
/** Cells that only a style sheet parts run together: `2026-11-012026-11-11`, or a counter behind the day (see RUNS_ON). */
const FULL = new RegExp(
  `(?:(?<!\\d|\\d\\.)|(?<=\\d[-/.]\\d\\d))((?:19|20)\\d{2}) ?(?:[-－—–./]{1,2}|年)\\s?(1[0-2]|0?[1-9]) ?(?:[-－—–./]|月) ?(3[01]|[12]\\d|0?[1-9])(?:(?!\\d)|(?<=\\d\\d))(?:日|号)?(${CLOCK})`,
  'g',
)
/** Digits right behind a day that are no further digits of it: a clock, or the next day. */
const RUNS_ON = /^(?:\d{2}:\d{2}|(?:19|20)\d{2}[-/.]\d)/
const DIGITS = '〇○ＯO零一二三四五六七八九'
const WRITTEN = new RegExp(
  `([一二][${DIGITS}]{3}) ?年 ?([一二三四五六七八九十元]{1,3}) ?月 ?([一二三四五六七八九十廿卅]{1,4}) ?日`,
  'g',
)
/** Day first, month and year on the next line: `05\n2023-12`, `05\n12月 2023`. */
const DAY_FIRST =
  /(?<![\d.\-/年月])(3[01]|[12]\d|0?[1-9])日?[ \n\t]{1,2}(?:((?:19|20)\d{2}) ?[-./年] ?(1[0-2]|0?[1-9])月?(?![\d\-./日])|(1[0-2]|0?[1-9])月[ ,，\n]{0,2}((?:19|20)\d{2})(?![\d\-./年]))/g
/** The same in two elements that only a style sheet puts on lines: `<b>05</b><i>2023-12</i>`. */
const DAY_FIRST_RUN =
  /(?<![\d.\-/年月])(3[01]|[12]\d|0[1-9])((?:19|20)\d{2})[-./年](1[0-2]|0[1-9])月?(?![\d\-./日])/g
/** Month and year first, day on the next line: `2023-12\n05`, `2023年12月\n05`. */
const DAY_LAST =
  /(?<!\d|\d\.)((?:19|20)\d{2}) ?[-./年] ?(1[0-2]|0?[1-9])月?[ \n\t]{1,2}(3[01]|[12]\d|0?[1-9])日?(?![\d:：\-./年月])/g
/** Month and day first, year below: `12-05\n2023`, be it an element of its own (`<i>12-05<b>2023`); `2023年` heads the next block. */
const YEAR_LAST =
  /(?<![\d.\-/年])(1[0-2]|0?[1-9])[-./月](3[01]|[12]\d|0[1-9])日?[ \n\t]{0,2}((?:19|20)\d{2})(?![\d\-./年])/g
/** Year, then month and day on the next line (`2021 --\n06-09` is covered by FULL's doubled separators). */
const YEAR_FIRST =
  /(?<!\d|\d\.)((?:19|20)\d{2})年?[- ]{0,3}[ \n\t](1[0-2]|0?[1-9])[-./月](3[01]|[12]\d|0?[1-9])日?(?![\d\-./:])/g
/** `发布日期：20190220`: eight digits are a date only behind a label. */
const COMPACT = /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g
const DATE_LABEL = /(?:时间|日期) ?[：:] ?$/
/** `发布时间：26-04-28`: behind a label two digits are a year. */
const LABELLED_SHORT =
  /([0-3]\d)(?<=(?:时间|日期) ?[：:] ?\d\d)([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![\d\-./:年])/g
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const ENGLISH = new RegExp(
  `(?:(${MONTHS})[a-z]{0,6}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})|(\\d{1,2}) (${MONTHS})[a-z]{0,6}\\.?,? ((?:19|20)\\d{2}))\\b`,
  'gi',
)
const YEARLESS =
  /(?<![\d.\-/年:])(1[0-2]|0?[1-9])(?:[-/]|月)(3[01]|[12]\d|0?[1-9])日?(?![\d\-./:年])/g

/** `26/11/18`, `26-11-18`: the year first, as everywhere in China. */
const SHORT_YEAR =
  /(?<![\d.\-/年:])([0-3]\d)([-/.])(1[0-2]|0[1-9])\2(3[01]|[12]\d|0[1-9])(?![\d\-./:年])/g

/** `11.24` in a cell of its own; within other text it is a number. */
const DOTTED = /(?<![\d.\-/年:])(0[1-9]|1[0-2])\.(3[01]|[12]\d|0[1-9])(?![\d\-./:年%])/g
/** The first day of a period (`2026-11-17至2026-12-17`) stands as alone as a day does. */
const PERIOD = /^ ?[至到] ?(?:19|20)\d{2}[-/.年]/

const BEFORE = /[\s[（(【《|｜:：>»*·●•—―,，;；-]$/
const AFTER = /^[\s\])）】》|｜<«·,，;；—-]/

/** 元, 五, 十二, 廿一 → number, or null. */
const writtenNumber = (text: string): number | null => (text === '元' ? 1 : hanNumber(text))

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function monthOf(name: string): number {
  return MONTHS.split('|').findIndex((m) => m.toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

/** Says whether an element begins or ends at a position: a date in an element of its own stands alone too. */
export type EdgeTest = (position: number) => boolean
const NO_EDGE: EdgeTest = () => false

const NONE: readonly RegExpExecArray[] = []

/** All matches of a global pattern; mostly none: `matchAll` copies the pattern each time. */
function allOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let found: RegExpExecArray[] | null = null
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (found === null) found = [match]
    else found.push(match)
  }
  return found ?? NONE
}

/** All dates of a text, in order, without overlaps. Line breaks count as blanks. */
export function findDates(text: string, edge: EdgeTest = NO_EDGE): DateHit[] {
  // Almost all text has no digit or date word: skip the patterns.
  const plain = halfWidth(text)
  if (plain.length !== text.length) return []
  const hits: DateHit[] = []
  let covered: Uint8Array | null = null
  const add = (from: number, to: number, day: string | null, timed: boolean): void => {
    if (day === null) return
    covered ??= new Uint8Array(plain.length)
    if (covered[from] === 1 || covered[to - 1] === 1) return
    covered.fill(1, from, to)
    hits.push({ day, monthDay: null, from, to, timed, alone: isAlone(plain, from, to, edge) })
  }
  const num = (value: string | undefined): number => Number(value ?? 0)
  for (const m of allOf(FULL, plain)) {
    const to = m.index + m[0].length
    const timed = (m[4] ?? '') !== ''
    const further = !timed && isDigit(plain, to) && !RUNS_ON.test(plain.slice(to, to + 6))
    // `2026.10.26<span>511</span>`: the counter has an element of its own.
    if (further && !edge(to)) continue
    add(m.index, to, makeDay(num(m[1]), num(m[2]), num(m[3])), timed)
  }
  for (const m of allOf(WRITTEN, plain)) {
    const parts = [hanNumber(m[1] ?? ''), writtenNumber(m[2] ?? ''), writtenNumber(m[3] ?? '')]
    const [y, mo, d] = parts
    if (y && mo && d) add(m.index, m.index + m[0].length, makeDay(y, mo, d), false)
  }
  for (const m of allOf(YEAR_FIRST, plain)) {
    add(m.index, m.index + m[0].length, makeDay(num(m[1]), num(m[2]), num(m[3])), false)
  }
  for (const m of allOf(DAY_FIRST, plain)) {
    const day = makeDay(num(m[2] ?? m[5]), num(m[3] ?? m[4]), num(m[1]))
    add(m.index, m.index + m[0].length, day, false)
  }
  for (const m of allOf(DAY_FIRST_RUN, plain)) {
    if (!edge(m.index + 2)) continue
    add(m.index, m.index + m[0].length, makeDay(num(m[2]), num(m[3]), num(m[1])), false)
  }
  for (const m of allOf(DAY_LAST, plain)) {
    add(m.index, m.index + m[0].length, makeDay(num(m[1]), num(m[2]), num(m[3])), false)
  }
  for (const m of allOf(YEAR_LAST, plain)) {
    const year = m.index + m[0].length - 4
    if (isDigit(plain, year - 1) && !edge(year)) continue
    add(m.index, m.index + m[0].length, makeDay(num(m[3]), num(m[1]), num(m[2])), false)
  }
  for (const m of allOf(COMPACT, plain)) {
    if (!DATE_LABEL.test(plain.slice(Math.max(0, m.index - 6), m.index))) continue
    add(m.index, m.index + m[0].length, makeDay(num(m[1]), num(m[2]), num(m[3])), false)
  }
  for (const m of allOf(LABELLED_SHORT, plain)) {
    add(m.index, m.index + m[0].length, makeDay(2000 + num(m[1]), num(m[3]), num(m[4])), false)
  }
  for (const m of allOf(ENGLISH, plain)) {
    // Only a style sheet may part it from the words before: `autumn<span>Nov 20, 2026`.
    if (/\w/.test(plain.charAt(m.index - 1)) && !edge(m.index)) continue
    const month = monthOf(m[1] ?? m[5] ?? '')
    add(m.index, m.index + m[0].length, makeDay(num(m[3] ?? m[6]), month, num(m[2] ?? m[4])), false)
  }
  return hits.sort((a, b) => a.from - b.from)
}

/** Dates without a whole year that stand alone (`[12-05]`, `12月5日`, `26/12/05`), for lists that print no more. */
export function findYearless(text: string, edge: EdgeTest = NO_EDGE): DateHit[] {
  const plain = halfWidth(text)
  if (plain.length !== text.length) return []
  const hits: DateHit[] = []
  for (const m of allOf(YEARLESS, plain)) {
    const from = m.index
    const to = from + m[0].length
    if (!isAlone(plain, from, to, edge)) continue
    const monthDay = [Number(m[1]), Number(m[2])] as const
    hits.push({ day: null, monthDay, from, to, timed: false, alone: true })
  }
  for (const m of allOf(DOTTED, plain)) {
    const from = m.index
    const to = from + m[0].length
    const ends = /^[\])）】]?(?:[\n\t]|$)/.test(plain.slice(to, to + 2)) || edge(to)
    if (!ends || !beginsCell(plain, from, edge)) continue
    const monthDay = [Number(m[1]), Number(m[2])] as const
    hits.push({ day: null, monthDay, from, to, timed: false, alone: true })
  }
  for (const m of allOf(SHORT_YEAR, plain)) {
    const from = m.index
    const to = from + m[0].length
    if (!isAlone(plain, from, to, edge) || !beginsCell(plain, from, edge)) continue
    const monthDay = [Number(m[3]), Number(m[4])] as const
    const shortYear = Number(m[1])
    hits.push({ day: null, monthDay, shortYear, from, to, timed: false, alone: true })
  }
  return hits
}

/** First date of a meta value or attribute, compact `20230605` included. */
export function dayIn(value: string): string | null {
  const hit = findDates(value)[0]
  if (hit?.day) return hit.day
  const compact = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?(?!\d)/.exec(value)
  return compact ? makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null
}

/** Day named by an address: `t20230605_…`, `20230605093011.html`, `/2023/6/5/`, `/2023-06/05/`; month only gives `YYYY-MM`. */
export function dayInUrl(url: string): {
  readonly day: string | null
  readonly month: string | null
} {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '')
  const compact =
    /(?<![\da-z])t?((?:19|20)\d{2})(\d{2})(\d{2})(?:(?:[01]\d|2[0-3])(?:[0-5]\d){2}\d{0,3})?(?!\d)/i.exec(
      path,
    )
  if (compact) {
    const day = makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
    if (day) return { day, month: day.slice(0, 7) }
  }
  // Without marks between them both have two digits: /202311/ and /2023/11/ are months.
  const slashed =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/)/.exec(path) ??
    /\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=\/)/.exec(path)
  if (slashed) {
    const day = makeDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
    if (day) return { day, month: day.slice(0, 7) }
  }
  const monthly = /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[1-9](?=\/))\//.exec(path)
  if (monthly) return { day: null, month: `${monthly[1]}-${(monthly[2] ?? '').padStart(2, '0')}` }
  return { day: null, month: null }
}

/** `2024年1月8日，市长主持……`: a sentence begins, wherever the date stands. */
const SENTENCE = /^[日号][，,] ?[\u4e00-\u9fff]/

/** So short a date counts only where a cell or element begins with it; behind a title (教材目录(13-08-30)) it belongs to that. */
function beginsCell(text: string, from: number, edge: EdgeTest): boolean {
  const at = /[[（(【]/.test(text.charAt(from - 1)) ? from - 1 : from
  return at === 0 || /[\n\t]/.test(text.charAt(at - 1)) || edge(at)
}

function isAlone(text: string, from: number, to: number, edge: EdgeTest): boolean {
  if (SENTENCE.test(text.slice(to - 1, to + 3))) return false
  const before = from === 0 || BEFORE.test(text.charAt(from - 1)) || edge(from)
  const after =
    to >= text.length ||
    AFTER.test(text.slice(to, to + 1)) ||
    edge(to) ||
    PERIOD.test(text.slice(to, to + 10))
  return before && after
}
