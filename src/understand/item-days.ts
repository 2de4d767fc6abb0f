/**
 * The day of one list entry as the entry prints it: whole, with a two-digit year, or month and day completed from the year
 * that its own address names. Which printed date is the entry's is decided in `lists.ts`.
 */
import { makeDay } from '#base/day'
import type { Reading } from '#model/page'
import { type DateHit, dayInUrl } from './dates.ts'

/** `26/11/18`: read as year, month, day, unless the entry's address names another year. */
function shortDay(
  { monthDay }: DateHit,
  shortYear: number,
  url: string | null,
): Reading<string> | null {
  const value = monthDay === null ? null : makeDay(2000 + shortYear, ...monthDay)
  if (value === null) return null
  const fromUrl = url === null ? { day: null, month: null } : dayInUrl(url)
  const month = fromUrl.day?.slice(0, 7) ?? fromUrl.month
  if (month === null || month === undefined)
    return { value, sureness: 0.75, because: '列表所印日期的年份只有两位' }
  if (month.slice(0, 4) !== value.slice(0, 4)) return null
  return { value, sureness: 0.9, because: '列表所印日期的年份只有两位，与链接地址相符' }
}

const TO = '[至到~～—–]{1,2}|(?<= )-(?= )'
const GOES_ON = new RegExp(`^ ?(?:${TO}) ?(?:(?:19|20)\\d{2} ?[-/.年]|\\d{1,2}[-/.月])`)
const CAME_FROM = new RegExp(`\\d日?(?: \\d{1,2}:\\d{2}(?::\\d{2})?)? ?(?:${TO}) ?$`)

/** One end of a period (征集时间 2026-11-17至2026-12-17). */
export function isOfPeriod(text: string, hit: DateHit): boolean {
  return GOES_ON.test(text.slice(hit.to, hit.to + 12)) || endsPeriod(text, hit)
}

/** The later end: a period is one date of its entry, the first day. */
export function endsPeriod(text: string, { from }: DateHit): boolean {
  return CAME_FROM.test(text.slice(Math.max(0, from - 16), from))
}

/** Null when neither the entry nor its address gives a year. */
export function itemDay(hit: DateHit, url: string | null): Reading<string> | null {
  if (hit.day !== null) return { value: hit.day, sureness: 0.98, because: '列表所印日期' }
  if (hit.shortYear !== undefined) return shortDay(hit, hit.shortYear, url)
  const fromUrl = url === null ? { day: null, month: null } : dayInUrl(url)
  const year = (fromUrl.day ?? fromUrl.month)?.slice(0, 4)
  if (!year || !hit.monthDay) return null
  const [month, day] = hit.monthDay
  const urlMonth = Number((fromUrl.month ?? '').slice(5, 7))
  if (Math.abs(urlMonth - month) > 1) return null
  const value = makeDay(Number(year), month, day)
  return value ? { value, sureness: 0.85, because: '列表只印月日，年份取自链接地址' } : null
}
