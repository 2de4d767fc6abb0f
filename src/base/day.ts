/**
 * Civil days in Asia/Shanghai as `YYYY-MM-DD` text. China has had one zone without daylight saving since 1991,
 * so a fixed +08:00 is exact for every date this project meets.
 */
const SHANGHAI_MS = 8 * 3600_000
const DAY_MS = 86_400_000

/** Instant (epoch ms) → civil day. */
export function dayOf(instantMs: number): string {
  return new Date(instantMs + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** Civil day → instant of its first millisecond. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_MS
}

/** Instant → ISO 8601 with +08:00. */
export function instantText(instantMs: number): string {
  return `${new Date(instantMs + SHANGHAI_MS).toISOString().slice(0, -1)}+08:00`
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return isCivil(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
}

/** Gregorian, years 0 to 9999. */
function isCivil(year: number, month: number, day: number): boolean {
  if (
    !Number.isInteger(month) ||
    !Number.isInteger(day) ||
    !(year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)
  )
    return false
  if (month !== 2)
    return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
  return day <= (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28)
}

/** Year, month, day numbers → civil day, or null when no such day exists. */
export function makeDay(year: number, month: number, day: number): string | null {
  if (!isCivil(year, month, day)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS)
}

export function addDays(day: string, count: number): string {
  return dayOf(startOfDay(day) + count * DAY_MS)
}

/** Same day of the month `count` months on; the last day where that month is shorter (31 Aug − 6 → 28/29 Feb). */
export function addMonths(day: string, count: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  for (let date = Number(day.slice(8, 10)); date > 28; date -= 1) {
    const made = makeDay(year, month, date)
    if (made !== null) return made
  }
  return makeDay(year, month, Math.min(28, Number(day.slice(8, 10)))) ?? day
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay()
}
