/**
 * When a call for comments (意见征集、征求意见、问卷) ends, in the words of its page: a labelled last day, the end of a
 * period, a day before which opinions are wanted, a number of days from its publication, or only that it is over or running.
 * A day without a year is the first one after the page was put up, where a label names it; others are not guessed.
 */
import { addDays, addMonths, daysBetween, makeDay } from '#base/day'
import { HAN_NUMBER, hanNumber } from '#base/han-numbers'
import { clip } from '#base/text'
import type { ClosingDay } from '#model/closing-day'
import type { CivilDay } from '#model/page'
import { type DateHit, findDates } from './dates.ts'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

/** Whether the page is such a call at all, or an entry of one, is told by these. */
const CALL = /征集|征求|征询|听取|问卷|调查/
const LAST =
  /(?:截止|截至|结束|终止)(?:时 ?间|日 ?期|日)(?:为|是|到|至|于)?[\s:：]{0,4}$|(?:征集|征求意见|公示|调查|反馈|意见|活动|公开征求)(?:意见)?(?:的)?(?:时 ?间)?(?:截止|截至|结束)(?:时 ?间|日 ?期)?(?:为|是|到|至|于)?[\s:：]{0,4}$/
/** `截止2023年8月1日`, in a call for opinions; 截至 alone tells of figures. `即日起至…`. */
const BARE_LAST =
  /(?:^|[，。；、,;\s])截止(?:到|至|于)?[\s:：]{0,2}$|(?:即日|今日|(?:发布|公布|公告|公示)之日)(?:起|开始)?[，,]?\s?(?:至|到|—|-|~)\s?$/
const PERIOD =
  /(?:征集|征求|征询|公示|调查|反馈|活动|公开)(?:意见)?(?:的)?(?:起止)?(?:时 ?间|日 ?期|期限|期间|期)?(?:为|是)?[\s:：]{0,4}(?:自|从)?$|(?:^|[^\p{Script=Han}])(?:起[止讫]|始末|开放)(?:时 ?间|日 ?期)(?:为|是)?[\s:：]{0,4}(?:自|从)?$/u
/** `…公开征求意见，时间为2026年5月11日至…`: nothing before the word says what time it is, but the clause before it does. */
const BARE_PERIOD =
  /(?:征集|征求|征询|公示|听取|问卷|反馈)[^。；;\n]{0,60}[，,、：:（(\s](?:起止)?(?:时 ?间|期限)(?:为|是)?[\s:：]{0,4}(?:自|从)?$/
/** `公示期30天，自2023年6月1日起至…`. */
const COUNTED_PERIOD =
  /(?:公示|征集|征求意见|意见|反馈|公开)(?:时间|期限|期)?(?:为|共|是)?\s?\d{1,3}\s?个?(?:工作)?[日天][，,、（(：:\s]*(?:自|从|即)$/
/** 30, 三十, 10（十）; 日, 天, 工作日, 个月 (5月 is May, 一月内 a month). */
const SPAN = `(\\d{1,3}|${HAN_NUMBER})\\s?(?:[（(](?:${HAN_NUMBER}|\\d{1,3})[)）])?\\s?(?:个?(?=[工自日天])|个(?=月)|(?=月[之以]?内))(工作日|自然日|日|天|月)`
/** `自本公告发布之日起30日内`, `即日起一个月内`, `自2026年5月6日起20个工作日内`. */
const FROM_NOW = new RegExp(
  `(?:自|从)?(?:(?:本|此|该)?(?:公告|公示|通知|通告|信息|征求意见稿|启事)?(?:发布|公布|公示|公告|刊登|发出|挂网|登载|登报|见报|印发)之日|即日|今日|(20\\d{2})\\s?[年.\\-/]\\s?(\\d{1,2})\\s?[月.\\-/]\\s?(\\d{1,2})\\s?日?)(?:起|开始|后|之后)?[，,（(\\s]?(?:的?(?:公示|征求意见|征集)?(?:时间|期限|期)?(?:为|共)?)${SPAN}(?:之?内|以内)?`,
)
/** `征求意见期限为30日`, `公示期：7个工作日`, `意见征集为期一个月`: begins with the page. */
const LASTS = new RegExp(
  `(?:(?:征集|征求|征询|公示|反馈|听取|调查)(?:公众|社会)?(?:意见|建议)*的?(?:时 ?间|期限|周期|期)(?:为期|为|是|共计?)?|(?:征集|征求意见|公示|调查|活动)为期|为期)[\\s:：]{0,3}${SPAN}(?![^。；;\\n]{0,3}[自从前])`,
)
const UNTIL = /^(?:\s*(?:\d{1,2}[:：时]\d{0,2}分?)?\s*)(?:之?前|以前|截止|为止)/
const WANTED = /反馈|提出|提交|发送|寄|送|回复|参与|填写|发至|报送/
const OVER = /(?:征集|调查|活动|状态)?[\s:：]{0,3}(?:已结束|已截止|已过期|征集结束|调查结束)/
const RUNNING = /(?:征集|调查|活动|状态)?[\s:：]{0,3}(?:进行中|征集中|正在进行|未结束)/

/** `publishedOn`: of a day without its year, or a number of days from now on, it is the beginning. */
export function readClosing(
  tree: PageTree,
  regions: Regions,
  publishedOn: CivilDay | null,
): ClosingDay | null {
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
  const day = closingDay(text, isLinked, publishedOn) ?? countedFrom(text, publishedOn)
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

/** Weeks of five working days, and the rest of the last one. */
const WEEKS = 7 / 5

/** The end of a number of days that begins with the page itself, or with a day that is named. */
function countedFrom(text: string, publishedOn: CivilDay | null): Found | null {
  const named = FROM_NOW.exec(text)
  const match = named ?? LASTS.exec(text)
  if (match === null) return null
  const [year, month, date] = named === null ? [] : match.slice(1, 4)
  const begins =
    year === undefined ? publishedOn : makeDay(Number(year), Number(month), Number(date))
  const [number, unit] = match.slice(named === null ? 1 : 4)
  const days = number === undefined ? null : /\d/.test(number) ? Number(number) : hanNumber(number)
  if (begins === null || days === null) return null
  const [from, to] = [match.index, match.index + match[0].length]
  const ahead = text
    .slice(Math.max(0, from - 60), from)
    .split(/[。；;\n]/)
    .at(-1)
  const [behind] = text.slice(to, to + 60).split(/[。；;\n]/)
  const said = `${ahead}${match[0]}${behind}`
  if (!CALL.test(said) && (named === null || !WANTED.test(said))) return null
  const day =
    unit === '月'
      ? addMonths(begins, days)
      : addDays(begins, unit === '工作日' ? Math.ceil(days * WEEKS) + 2 : days)
  return { hit: { day, monthDay: null, from, to, timed: false, alone: false }, start: from }
}

/** `6月30日`, no year before it. */
const NO_YEAR = /(?<![\d年])(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日/g

/** A period begins about the day on which the page was put up. */
const MOST_APART = 31

/** The first such day that does not come before the page itself, where the words around make it the last. */
function* withoutYear(text: string, publishedOn: CivilDay): Generator<Found> {
  for (const match of text.matchAll(NO_YEAR)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const before = text.slice(Math.max(0, from - 24), from)
    const last = LAST.exec(before) ?? BARE_LAST.exec(before)
    const year = Number(publishedOn.slice(0, 4))
    // 征求意见时间：6月1日至7月3日.
    const first = makeDay(year, Number(match[1]), Number(match[2]))
    const hit = { day: first, monthDay: null, from, to, timed: false, alone: false }
    const opens = first === null || last !== null ? null : periodBefore(text, hit)
    const isFar = first === null || Math.abs(daysBetween(publishedOn, first)) > MOST_APART
    const end = opens === null || isFar ? null : endOfPeriod(text, hit)
    if (end !== null) {
      yield { hit: end, start: opens ?? from }
      continue
    }
    const sentence = /[^。；;\n]*/.exec(text.slice(to, to + 80))?.[0] ?? ''
    const ahead = before.split(/[。；;\n]/).at(-1) ?? ''
    if (last === null && !(UNTIL.test(sentence) && WANTED.test(ahead + sentence))) continue
    const day = [year, year + 1]
      .map((one) => makeDay(one, Number(match[1]), Number(match[2])))
      .find((one) => one !== null && one >= publishedOn)
    if (day === undefined || day === null) continue
    const start = last === null ? from : from - (before.length - last.index)
    yield { hit: { day, monthDay: null, from, to, timed: false, alone: false }, start }
  }
}

interface Found {
  readonly hit: DateHit
  /** Where the words before the day begin. */
  readonly start: number
}

/** Where the words begin that make the day the first of a period; null where nothing does. */
function periodBefore(text: string, { from }: DateHit): number | null {
  const near = text.slice(Math.max(0, from - 24), from)
  const named = PERIOD.exec(near) ?? COUNTED_PERIOD.exec(near)
  if (named !== null) return from - (near.length - named.index)
  const bare = BARE_PERIOD.exec(text.slice(Math.max(0, from - 100), from))
  const word =
    bare === null ? -1 : near.search(/(?:起止)?(?:时 ?间|期限)(?:为|是)?[\s:：]{0,4}(?:自|从)?$/)
  return word < 0 ? null : from - (near.length - word)
}

/** The latest of the days that the text names as the end. */
function closingDay(
  text: string,
  isLinked: (hit: DateHit) => boolean,
  publishedOn: CivilDay | null,
): Found | null {
  const hits = findDates(text).filter((hit) => hit.day !== null && !isLinked(hit))
  const found: Found[] = (publishedOn === null ? [] : [...withoutYear(text, publishedOn)]).filter(
    ({ hit }) => !isLinked(hit),
  )
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
