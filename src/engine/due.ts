/** Yearly papers: the last day for the paper of a year, and the years that are due on a day. */
import { makeDay } from '#base/day'

/** Last day for the paper of `year`, which is put up the year after; `monthDay` is `MM-DD`. Throws on another form. */
export function deadlineOf(year: number, monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number)
  const deadline = makeDay(year + 1, month ?? 0, day ?? 0)
  if (deadline === null) throw new Error(`期限“${monthDay}”不是“月-日”`)
  return deadline
}

/** The `count` latest years whose deadline lies before the as-of day, latest first. */
export function dueYears(
  asOf: string,
  count: number,
  deadline: (year: number) => string,
): readonly number[] {
  const last = Number(asOf.slice(0, 4)) - 1
  const newest = deadline(last) < asOf ? last : last - 1
  return Array.from({ length: Math.max(0, count) }, (_, back) => newest - back)
}
