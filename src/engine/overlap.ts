/**
 * How much of one text stands in another: the share of its runs of characters that the other holds too. Blanks,
 * punctuation and the numbers of articles do not count. A short run catches common phrases, a long one only what was copied.
 */
import { compareForm } from '#base/text'

/** Characters of one run. */
const RUN = 12

/** Numbers of articles and points at the head of a line, and （一） in brackets anywhere: left out, they make nobody's own words. */
const NUMBERS =
  /(?<=^|\n)[ \t\u3000]*(?:第[一二三四五六七八九十百零\d]{1,5}[条章节款]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d))|[（(][一二三四五六七八九十]{1,3}[)）]/g

const formOf = (text: string): string => compareForm(text.replace(NUMBERS, ''))

/** Share (0–1) of `part`'s runs that occur in `whole`; null where `part` has fewer than `least` characters. */
export function overlapOf(part: string, whole: string, least: number): number | null {
  const text = formOf(part)
  if (text.length < Math.max(least, RUN)) return null
  const known = runsOf(formOf(whole))
  let shared = 0
  const count = text.length - RUN + 1
  for (let at = 0; at < count; at++) if (known.has(text.slice(at, at + RUN))) shared += 1
  return shared / count
}

function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= text.length; at++) runs.add(text.slice(at, at + RUN))
  return runs
}
