/**
 * When a call for comments (意见征集、征求意见、问卷) ends, in the words of its page: a labelled last day, the end of a
 * period, a day before which opinions are wanted, or only that it is over or running. Days without a year are not
 * guessed.
 */
import { makeDay } from '#base/day'
import { clip } from '#base/text'
import type { ClosingDay } from '#model/page'
import { type DateHit, findDates } from './dates.ts'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

/** Whether the page is such a call at all, or an entry of one, is told by these. */
const CALL = /征集|征求|征询|听取|问卷|调查/
const LAST =
  /(?:截止|截至|结束|终止)(?:时 ?间|日 ?期|日)(?:为|是|到|至|于)?[\s:：]{0,4}$|(?:征集|征求意见|公示|调查|反馈|意见|活动|公开征求)(?:意见)?(?:的)?(?:时 ?间)?(?:截止|截至|结束)(?:时 ?间|日 ?期)?(?:为|是|到|至|于)?[\s:：]{0,4}$/
/** `截止2023年8月1日`, in a call for opinions; 截至 alone tells of figures. */
const BARE_LAST = /(?:^|[，。；、,;\s])截止(?:到|至|于)?[\s:：]{0,2}$/
const PERIOD =
  /(?:征集|征求|征询|公示|调查|反馈|活动|公开)(?:意见)?(?:的)?(?:起止)?(?:时 ?间|日 ?期|期限|期间|期)?(?:为|是)?[\s:：]{0,4}(?:自|从)?$/
/** `…公开征求意见，时间为2026年5月11日至…`: nothing before the word says what time it is, but the clause before it does. */
const BARE_PERIOD =
  /(?:征集|征求|征询|公示|听取|问卷|反馈)[^。；;\n]{0,60}[，,、：:（(\s](?:起止)?(?:时 ?间|期限)(?:为|是)?[\s:：]{0,4}(?:自|从)?$/
const UNTIL = /^(?:\s*(?:\d{1,2}[:：时]\d{0,2}分?)?\s*)(?:之?前|以前|截止|为止)/
const WANTED = /反馈|提出|提交|发送|寄|送|回复|参与|填写|发至|报送/
const OVER = /(?:征集|调查|活动|状态)?[\s:：]{0,3}(?:已结束|已截止|已过期|征集结束|调查结束)/
const RUNNING = /(?:征集|调查|活动|状态)?[\s:：]{0,3}(?:进行中|征集中|正在进行|未结束)/

export function readClosing(tree: PageTree, regions: Regions): ClosingDay | null {
  const [from, to] = bodyRange(regions)
  const text = tree.flat.slice(from, to)
  if (!CALL.test(text)) return null
  // A linked day belongs to the page behind the link: lists beside the text name other calls with their ends.
  const isLinked = (hit: DateHit): boolean => {
    for (
      let el = tree.elementAt(from + hit.from, from + hit.to) ?? null;
      el !== null;
      el = el.parent
    )
      if (el.tag === 'a') return true
    return false
  }
  const day = closingDay(text, isLinked)
  const over = OVER.exec(text)
  const running = RUNNING.exec(text)
  const state = over && !running ? 'closed' : running && !over ? 'open' : null
  const words = day ?? (state === null ? null : (over ?? running))
  if (words === null) return null
  const [start, end] =
    'index' in words ? [words.index, words.index + words[0].length] : [words.start, words.hit.to]
  return {
    day: 'index' in words ? null : words.hit.day,
    state,
    quote: clip(text.slice(start, end), 80),
    at: tree.sourceSpan(from + start, from + end),
  }
}

/** `2026年6月22日至7月22日`, `…6月1日-30日`: the year, or year and month, of the first day hold for the last. */
const SHORT_END =
  /^\s*(?:起)?\s*(?:至|到|—|-|–|~|～|―|－){1,2}\s*(?:(1[0-2]|0?[1-9])\s*(?:月|[-./])\s*)?(3[01]|[12]\d|0?[1-9])\s*(?:日|(?=[。，；,;）)\s]|$))/

function endOfPeriod(text: string, first: DateHit): DateHit | null {
  const end = SHORT_END.exec(text.slice(first.to, first.to + 30))
  const parts = /^(\d{4})-(\d\d)-/.exec(first.day ?? '')
  if (end === null || parts === null) return null
  const [year, month] = [Number(parts[1]), Number(parts[2])]
  const last = Number(end[1] ?? month)
  const day = makeDay(last < month ? year + 1 : year, last, Number(end[2]))
  if (day === null || day < (first.day ?? '')) return null
  return { ...first, day, monthDay: null, from: first.from, to: first.to + end[0].length }
}

interface Found {
  readonly hit: DateHit
  /** Where the words before the day begin. */
  readonly start: number
}

/** Where the words begin that make the day the first of a period; null where nothing does. */
function periodBefore(text: string, { from }: DateHit): number | null {
  const near = text.slice(Math.max(0, from - 24), from)
  const named = PERIOD.exec(near)
  if (named !== null) return from - (near.length - named.index)
  const bare = BARE_PERIOD.exec(text.slice(Math.max(0, from - 100), from))
  const word =
    bare === null ? -1 : near.search(/(?:起止)?(?:时 ?间|期限)(?:为|是)?[\s:：]{0,4}(?:自|从)?$/)
  return word < 0 ? null : from - (near.length - word)
}

/** The latest of the days that the text names as the end. */
function closingDay(text: string, isLinked: (hit: DateHit) => boolean): Found | null {
  const hits = findDates(text).filter((hit) => hit.day !== null && !isLinked(hit))
  const found: Found[] = []
  hits.forEach((hit, index) => {
    const before = text.slice(Math.max(0, hit.from - 24), hit.from)
    const last = LAST.exec(before) ?? BARE_LAST.exec(before)
    if (last !== null) {
      found.push({ hit, start: hit.from - (before.length - last.index) })
      return
    }
    const sentence = /[^。；;\n]*/.exec(text.slice(hit.to, hit.to + 80))?.[0] ?? ''
    const ahead = before.split(/[。；;\n]/).at(-1) ?? ''
    if (UNTIL.test(sentence) && WANTED.test(ahead + sentence)) {
      found.push({ hit, start: hit.from })
      return
    }
    const own = periodBefore(text, hit)
    const spoken = own === null ? null : endOfPeriod(text, hit)
    if (spoken !== null) {
      found.push({ hit: spoken, start: own ?? hit.from })
      return
    }
    const first = hits[index - 1]
    if (first === undefined) return
    const between = text.slice(first.to, hit.from)
    if (!/^\s*(?:起)?\s*(?:至|到|—|-|–|~|～|―){1,2}\s*$/.test(between)) return
    const period = periodBefore(text, first)
    if (period !== null) found.push({ hit, start: period })
  })
  return found.reduce<Found | null>(
    (best, one) => (best === null || (one.hit.day ?? '') > (best.hit.day ?? '') ? one : best),
    null,
  )
}
