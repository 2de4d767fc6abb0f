/**
 * The publication day of one page: what a careful evaluator would call it. Weighs what the page prints (a labelled
 * date, a date in the line under the title), the official PubDate tag and the address; the visible wins. Dates of
 * signing, taking effect, generation, deadlines, events and the visit never count; when nothing says clearly,
 * there is none: a false date is worse than a missing one.
 */
import { daysBetween } from '#base/day'
import type { Labels } from '#base/labels'
import type { CivilDay, DateConflict, PlacedReading } from '#model/page'
import {
  type DateLabel,
  INFO_WORDS,
  isDateBox,
  LINE_REACH,
  labelBefore,
  nearInfo,
} from './date-labels.ts'
import { type DateHit, dayIn, dayInUrl } from './dates.ts'
import { isOfCard, isOfRecord, isOfRow } from './days-of-others.ts'
import type { Regions } from './regions.ts'
import { scriptedDay } from './scripted-day.ts'
import { type MetaReading, tagValue } from './tags.ts'
import type { PageTree } from './tree.ts'

/** What stands around a date that belongs to something else. */
const ELSEWHERE = /今天是|现在是|当前时间|截至|有效期|届满|星期[一二三四五六日天]\s*$/
/** What a page prints before the day it was generated. */
const MADE = /(?:页面|网页|静态页)(?:自动)?生成(?:时间|日期|于)? ?[：:]? ?$/
/** May as well name the day of signing or a period; a clearer label beside it wins. */
const AMBIGUOUS = /^(?:发文|颁布|公示|文件公开|公文)/
/** The day of a rule's promulgation, where the page prints beside it when it was put here. */
const PROMULGATED = /^公布/
/** A count under the title, in whatever script: `Views: 120`. */
const COUNTER = /^[^\u4e00-\u9fff\d:：]{1,24}[:：]\s*\d+$/
/** A line of date and source is no sentence. */
const SENTENCE = /[。；！？]/
const RUNS_ON = /^\s?，\s?(?!来源|作者|发布|浏览|点击|阅读)[\u4e00-\u9fff]/
/** How the names of offices and papers end. */
const OFFICE = /^[\u4e00-\u9fff]{1,22}(?:[处科局办室部委院所站网报社台厅馆会]|中心|政府)$/
const PLACE_AHEAD = /^[^\n]{0,24}\n\s*(?:发布)?地\s?点/
const EVENT_AHEAD = /^[\s\S]{0,30}(地\s?点|会\s?场|开标|报名)/

/** Labels that make a line right under the title the line of date and source. */
const INFO_LABELS: ReadonlySet<DateLabel> = new Set(['published', 'plain', 'updated'])
/** Rank of a date behind a label that can only mean publication. */
const CLEAR_LABEL = 92
/** Rank of one behind a label that may also mean a rule's promulgation. */
const NEXT_LABEL = 90
/** Rank from which a date is printed as pages print the day of publication: a plain label or the line of the source. */
const PRINTED_AS_SUCH = 80

interface Candidate {
  readonly hit: DateHit
  readonly rank: number
  readonly because: string
  /** The day of the last change stands where pages print that of publication. */
  readonly updated?: boolean
  /** Its label may name the day of signing. */
  readonly ambiguous?: true
  readonly promulgated?: true
}

export interface DateSources {
  readonly tree: PageTree
  readonly regions: Regions
  readonly meta: MetaReading
  readonly labels: Labels
  /** The date belongs to an entry of a list, see `entryTest`. */
  readonly inEntry: (hit: DateHit) => boolean
  readonly hits: readonly DateHit[]
  /** Range of the printed title in the running text, when it was found. */
  readonly titleAt: readonly [from: number, to: number] | null
  readonly url: string
}

export interface PublishedOn {
  readonly on: PlacedReading<CivilDay> | null
  /** Dates that speak against it, each from another source. */
  readonly conflicts: readonly DateConflict[]
}

/** Days apart from which two dates are no slip of a day around midnight. */
const SLIP = 1

export function readPublishedOn(sources: DateSources): PublishedOn {
  const found = weighed(sources)
  const conflicts = conflictsWith(sources, found?.value ?? null)
  if (found === null || conflicts.length === 0) return { on: found, conflicts }
  // A second printed day of publication leaves it open which is meant; a tag or an address is only a template's word.
  const printed = conflicts.some((one) => one.from === 'printed')
  const sureness = printed
    ? Math.min(found.sureness, 0.8)
    : Math.min(found.sureness, 0.94) - 0.02 * conflicts.length
  const because = `${found.because}；${conflicts.map((one) => one.because).join('；')}`
  return { on: { ...found, sureness: Math.round(sureness * 100) / 100, because }, conflicts }
}

/** What else on the page names another day of publication; for a page without one, what was not taken for it. */
function conflictsWith(sources: DateSources, day: CivilDay | null): readonly DateConflict[] {
  const { tree, meta, url } = sources
  const conflicts: DateConflict[] = []
  const tag = meta.tags.find((one) => one.name === 'PubDate')
  const official = tag === undefined ? null : dayIn(tag.content)
  if (tag !== undefined && official !== null && official !== day) {
    const made = isStamp(sources, official)
    const gap = day === null ? null : daysBetween(day, official)
    if (gap === null || Math.abs(gap) > SLIP || made) {
      const what = made ? '是网页生成时间' : day === null ? '没有其他依据' : '与之不同'
      const because = `PubDate 标签为 ${official}，${what}`
      conflicts.push({
        from: 'tag',
        value: official,
        ...(made ? { generated: true } : {}),
        because,
        at: tag.at,
        quote: tag.content,
      })
    }
  }
  if (day === null) return conflicts
  const inUrl = dayInUrl(url).day
  if (inUrl !== null && Math.abs(daysBetween(day, inUrl)) > SLIP)
    conflicts.push({
      from: 'address',
      value: inUrl,
      because: `地址中的日期为 ${inUrl}`,
      at: null,
      quote: inUrl,
    })
  const other = otherPrinted(sources, day)
  if (other !== null) {
    const at = tree.sourceSpan(other.from, other.to)
    const quote = tree.flat.slice(other.from, other.to)
    const because = `页面另印有发布日期 ${other.day}`
    conflicts.push({ from: 'printed', value: other.day ?? '', because, at, quote })
  }
  return conflicts
}

/** The day the file was made: a generator's stamp says so, or the page prints it as such. */
function isStamp({ meta, hits, tree }: DateSources, day: CivilDay): boolean {
  return (
    meta.stamps.some((stamp) => dayIn(stamp) === day) ||
    hits.some(
      (hit) => hit.day === day && MADE.test(tree.flat.slice(Math.max(0, hit.from - 16), hit.from)),
    )
  )
}

/** Another day printed as a day of publication is. */
function otherPrinted(sources: DateSources, day: CivilDay): DateHit | null {
  for (const hit of sources.hits) {
    if (hit.day === null || hit.day === day) continue
    const candidate = judge(sources, hit)
    if (candidate === null || candidate.rank < PRINTED_AS_SUCH) continue
    // A rule is promulgated before it is put here, which another label says.
    if (candidate.promulgated === true && (hit.day ?? '') < day) continue
    return hit
  }
  return null
}

function weighed(sources: DateSources): PlacedReading<CivilDay> | null {
  const visible = bestVisible(sources)
  const urlDay = dayInUrl(sources.url)
  const pubDate = tagValue(sources.meta, 'PubDate')
  const official = pubDate === null ? null : dayIn(pubDate)
  // A weak reading yields to a tag that the address or the text bears out.
  if (visible && visible.rank < 70 && official !== null && official !== visible.hit.day) {
    const tagged = fromTag(sources, official, urlDay)
    if (tagged && (visible.rank < 60 || tagged.sureness >= 0.9)) return tagged
  }
  if (visible?.hit.day) {
    const { day } = visible.hit
    const witness =
      official === day
        ? ' PubDate 标签'
        : urlDay.day === day
          ? '地址中的日期'
          : sources.meta.otherDates.some((one) => dayIn(one) === day)
            ? '页面其他日期标签'
            : null
    // Of the two days, the change is the later: an earlier one in the address may well be that of publication.
    const changed = visible.updated === true && (urlDay.day === null || urlDay.day === day)
    const base = visible.rank >= 80 ? 0.95 : visible.rank >= 60 ? (changed ? 0.92 : 0.88) : 0.75
    return {
      value: day,
      sureness: witness === null ? base : 0.99,
      because: witness === null ? visible.because : `${visible.because}，与${witness}一致`,
      at: sources.tree.sourceSpan(visible.hit.from, visible.hit.to),
    }
  }
  if (official === null) return scriptedDay(sources, urlDay.day)
  return fromTag(sources, official, urlDay)
}

/** PubDate alone: trusted unless it is the time the file was generated or the page itself contradicts it. */
function fromTag(
  sources: DateSources,
  official: CivilDay,
  urlDay: { readonly day: string | null; readonly month: string | null },
): PlacedReading<CivilDay> | null {
  const { meta, hits, tree, regions } = sources
  const tag = meta.tags.find((one) => one.name === 'PubDate')
  const at = tag?.at ?? null
  const nearUrl =
    (urlDay.day !== null && Math.abs(daysBetween(urlDay.day, official)) <= 3) ||
    (urlDay.day === null && urlDay.month === official.slice(0, 7))
  if (nearUrl) {
    return {
      value: official,
      sureness: 0.9,
      because: 'PubDate 标签，与地址中的日期相符；页面未印日期',
      at,
    }
  }
  if (isStamp(sources, official)) return null
  if (urlDay.day !== null) return null
  const inText = hits
    .filter((hit) => hit.day !== null && hit.from < regions.footer[0])
    .map((hit) => hit.day ?? '')
    .filter((day) => day <= official)
    .sort()
  const latest = inText[inText.length - 1]
  if (latest !== undefined && daysBetween(latest, official) > 120) return null
  // A page that shows no text at all (script-written) cannot contradict its tag.
  const bare = tree.flat.length < 200
  const sureness = latest !== undefined ? 0.75 : bare ? 0.6 : 0.65
  return { value: official, sureness, because: '仅有 PubDate 标签；页面未印日期', at }
}

/** How clearly the page prints a publication date: 0 none, 80 and more a label or the line under a title. */
export function printedDateRank(sources: DateSources): number {
  return bestVisible(sources)?.rank ?? 0
}

function bestVisible(sources: DateSources): Candidate | null {
  let best: Candidate | null = null
  let changed: Candidate | null = null
  for (const hit of sources.hits) {
    if (hit.day === null) continue
    const candidate = judge(sources, hit)
    if (!candidate) continue
    // Among equals the first wins.
    if (!best || candidate.rank > best.rank) best = candidate
    if (candidate.updated === true) changed ??= candidate
  }
  // 发文日期 beside 更新时间 is the day of signing.
  const isSigned = best?.ambiguous === true && (changed?.hit.day ?? '') >= (best.hit.day ?? '')
  return isSigned ? changed : best
}

/** What was said of a date under the title then known: the kind of the page and its day both ask. */
const JUDGED = new WeakMap<DateHit, Pick<DateSources, 'titleAt'> & { said: Candidate | null }>()

function judge(sources: DateSources, hit: DateHit): Candidate | null {
  const known = JUDGED.get(hit)
  if (known !== undefined && known.titleAt === sources.titleAt) return known.said
  const said = judged(sources, hit)
  JUDGED.set(hit, { titleAt: sources.titleAt, said })
  return said
}

function judged(sources: DateSources, hit: DateHit): Candidate | null {
  const { tree, regions, titleAt } = sources
  const { flat } = tree
  const el = tree.elementAt(hit.from, hit.to)
  if (!el) return null
  const region = regions.of(el)
  if (region === 'trail') return behindTrail(sources, hit)
  if (region === 'footer' || region === 'nav') return null
  if (sources.inEntry(hit) || isOfCard(sources, el, hit) || isOfRow(sources, el, hit)) return null
  const [lineFrom, lineEnd] = lineAround(flat, hit)
  const line = flat.slice(lineFrom, lineEnd < 0 ? flat.length : lineEnd)
  if (ELSEWHERE.test(flat.slice(Math.max(lineFrom, hit.from - 16), hit.from))) return null
  if (
    /^ *(?:起|至|止|前|之前|以前|～|~|到|开始|(?:施行|实施)(?![日时]))/.test(
      flat.slice(hit.to, hit.to + 5),
    )
  )
    return null
  const label = labelBefore(tree, hit.from, sources.labels)
  // A long title with a comma may itself look like the first paragraph.
  const beforeBody =
    hit.from < regions.bodyStart ||
    (label !== null && INFO_LABELS.has(label.kind) && isUnderTitle(sources, hit))
  const inBody = regions.main !== null && hit.from >= regions.bodyStart && hit.to <= regions.main.to
  const hiddenCost = el.hidden ? 15 : 0
  const side = region === 'side' || region === 'head' ? 25 : 0
  if (label) {
    if (label.kind === 'other') return null
    if (label.kind === 'published') {
      // 发布时间 of a press conference: its hour and place follow.
      if (PLACE_AHEAD.test(flat.slice(hit.to, hit.to + 40)) && !INFO_WORDS.test(line)) return null
      // In the line of source and clicks it names the page's own day.
      const ambiguous = AMBIGUOUS.test(label.text) && !(beforeBody && INFO_WORDS.test(line))
      const promulgated = PROMULGATED.test(label.text) && !INFO_WORDS.test(line)
      const clear = ambiguous ? 72 : promulgated ? NEXT_LABEL : CLEAR_LABEL
      const rank = (inBody && !beforeBody ? 62 : clear) - hiddenCost - side
      return {
        hit,
        rank,
        because: `标签“${label.text}”`,
        ...(ambiguous ? { ambiguous: true } : {}),
        ...(promulgated ? { promulgated: true } : {}),
      }
    }
    const info = INFO_WORDS.test(line) || nearInfo(flat, lineFrom, lineEnd)
    if (label.kind === 'plain') {
      if (!INFO_WORDS.test(line) && EVENT_AHEAD.test(flat.slice(hit.to, hit.to + 60))) return null
      if (inBody && !beforeBody && !info) return null
      const near = titleAt !== null && hit.from >= titleAt[1] && hit.from - titleAt[1] < 120
      if (!beforeBody && !info && !near) return null
      return {
        hit,
        rank: (info || near ? 85 : 70) - hiddenCost - side,
        because: `标签“${label.text}”`,
      }
    }
    if (inBody && !beforeBody) return null
    // In the line of author and source, or right under the title, it is the only day that the page gives itself.
    const own = INFO_WORDS.test(line) || isUnderTitle(sources, hit)
    const rank = (own ? 60 : 45) - hiddenCost - side
    return { hit, rank, because: `标签“${label.text}”（页面未印发布日期）`, updated: own }
  }
  if (isOfRecord(tree, el, hit)) return null
  return unlabelled(sources, hit, line, lineFrom, beforeBody, hiddenCost + side)
}

/** Range of the line that holds a date; the end is -1 where the text ends. Cut where the line is endless. */
function lineAround(flat: string, hit: DateHit): [from: number, end: number] {
  const least = Math.max(0, hit.from - LINE_REACH)
  const before = flat.slice(least, hit.from).lastIndexOf('\n')
  const most = hit.to + LINE_REACH
  const behind = flat.slice(hit.to, most).indexOf('\n')
  const end = behind >= 0 ? hit.to + behind : most < flat.length ? most : -1
  return [least + before + 1, end]
}

/** Nothing but blanks, one short name or counter stands between the title and the line of this date. */
function isUnderTitle({ tree, titleAt }: DateSources, hit: DateHit): boolean {
  if (titleAt === null || hit.from < titleAt[1]) return false
  const [lineFrom] = lineAround(tree.flat, hit)
  const between = tree.flat.slice(titleAt[1], Math.max(titleAt[1], lineFrom)).trim()
  return between.length <= 24 && !between.includes('\n') && !/[。；，！]/.test(between)
}

/** `当前位置：首页 > 动态 > 正文 2025-8-3`, and right below it the title: some systems print the day there and nowhere else. */
function behindTrail({ tree, titleAt, regions }: DateSources, hit: DateHit): Candidate | null {
  const below = titleAt !== null && titleAt[0] >= hit.to && titleAt[0] - hit.to <= 20
  const ends = /^[\s\])）】]*(?:\n|$)/.test(tree.flat.slice(hit.to, hit.to + 6))
  if (!below || !ends || !hit.alone || !isNumeric(tree.flat, hit) || regions.main === null)
    return null
  return { hit, rank: 66, because: '当前位置一行末尾、标题上方的日期' }
}

const DAY_OVER_MONTH = /^\d{1,2}\s?(?:19|20)\d\d[-./年]/

/** A box named for its date right above the title of the text, nothing between: `<div class="post-date">12 2026-10</div><h1>`. */
function aboveTitle({ tree, titleAt, regions }: DateSources, hit: DateHit): boolean {
  if (titleAt === null || hit.to > titleAt[0] || regions.main === null) return false
  const gap = tree.flat.slice(hit.to, titleAt[0])
  if (gap.length > 4 || gap.trim() !== '') return false
  // The day set large over month and year is a box by its looks.
  return isDateBox(tree, hit) || DAY_OVER_MONTH.test(tree.flat.slice(hit.from, hit.to))
}

/** `2023-12-05`, as systems print days; people sign in words (2023年12月5日). */
function isNumeric(flat: string, hit: DateHit): boolean {
  return /^[\d\s:：./-]+$/.test(flat.slice(hit.from, hit.to))
}

/** A date without a label counts only in the line under the title. */
function unlabelled(
  sources: DateSources,
  hit: DateHit,
  line: string,
  lineFrom: number,
  beforeBody: boolean,
  cost: number,
): Candidate | null {
  const { tree, titleAt } = sources
  if (!hit.alone || line.length > 160) return null
  const { flat } = tree
  // `2020年2月20日，县长……分享了经验。` tells of an event, whatever words of the info line stand in it.
  const rest = line.slice(0, hit.from - lineFrom) + line.slice(hit.to - lineFrom)
  const info =
    INFO_WORDS.test(rest) && !SENTENCE.test(rest) && !RUNS_ON.test(flat.slice(hit.to, hit.to + 6))
  const words = rest.replace(/[\s\p{P}\p{S}]/gu, '')
  // `县融媒体中心　2023-03-20 08:00`: the source needs no label; a signature is dated in words (2023年3月20日).
  const office =
    words.length <= 24 && OFFICE.test(words) && !/[年月]/.test(flat.slice(hit.from, hit.to))
  const author = words.length <= 24 && /^(?:由|by)\s*\S/i.test(rest.trim())
  const boxed = isDateBox(tree, hit)
  const counted = COUNTER.test(rest.trim())
  const bare = words.length <= 4 || office || author || boxed || counted
  const below = titleAt !== null && hit.from >= titleAt[1] && hit.from - titleAt[1] <= 160
  if (words === '' && aboveTitle(sources, hit))
    return { hit, rank: 66 - cost, because: '标题正上方单独一格的日期' }
  if (info && (below || beforeBody || titleAt === null)) {
    return { hit, rank: 80 - cost, because: '标题下方与来源等并列的日期' }
  }
  // `（2019年2月17日）` under a title is the day of the speech or the signing, which have no clock.
  const signed =
    (/[（(]\s*$/.test(flat.slice(lineFrom, hit.from)) && !hit.timed) ||
    /[一二三四五六七八九]/.test(flat.slice(hit.from, hit.to))
  // Sentences between the title and the date: it closes the text, as a signature does.
  const closes = titleAt !== null && /[。；！]/.test(flat.slice(titleAt[1], hit.from))
  if (bare && below && beforeBody && !signed && !closes) {
    const [, lineEnd] = lineAround(flat, hit)
    const next = nearInfo(flat, lineFrom, lineEnd)
    const close = isUnderTitle(sources, hit) && (boxed || hit.timed || next || isNumeric(flat, hit))
    return {
      hit,
      rank: (close ? 82 : next ? 78 : hit.timed ? 74 : 66) - cost,
      because: close ? '标题正下方单独一行的日期' : '标题下方单独一行的日期',
    }
  }
  return null
}
