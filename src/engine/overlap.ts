/**
 * How much of one text stands in another: the share of its runs of characters that the other holds too. Blanks and
 * punctuation do not count. A short run catches common phrases, a long one only what was copied.
 */
import { compareForm } from '#base/text'

/** Characters of one run. */
const RUN = 12

/** Share (0–1) of `part`'s runs that occur in `whole`; null where `part` has fewer than `least` characters. */
export function overlapOf(part: string, whole: string, least: number): number | null {
  const text = compareForm(part)
  if (text.length < Math.max(least, RUN)) return null
  const known = runsOf(compareForm(whole))
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
