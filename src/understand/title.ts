/**
 * The full title of a page as the page itself gives it. The official tag, the
 * printed heading and `<title>` are weighed against each other; an anchor's cut text is never used here.
 */
import { compareForm, squash } from '#base/text'
import type { PageKind } from '#model/page'
import { mayBeIn } from './comparable.ts'
import { headSegments } from './head-segments.ts'
import { centredOpening } from './opening-lines.ts'
import { personIn, personNamed } from './person-names.ts'
import type { Regions } from './regions.ts'
import { saysMissing } from './signs.ts'
import { articleTitleOf, type MetaReading, tagValue } from './tags.ts'
import {
  aboveBody,
  aboveInfo,
  brokenLines,
  endOfCell,
  headings,
  isBodyLike,
  joined,
  printedAt,
} from './title-lines.ts'
import type { El, PageTree } from './tree.ts'
import { textOf } from './tree.ts'

export interface TitleReading {
  readonly title: string | null
  /** Where it is printed, in the running text. */
  readonly at: readonly [from: number, to: number] | null
}

export const SITE_WORD =
  /(政府|门户|网站|官网|委员会|政务|信息网|[省市县区]$|[局厅部委办]$|在线|频道|首页|网$)/
export const SITE_END =
  /(?:政府|门户|网站|官网|委员会|办事处|信息网|在线|[省市县区局厅部委办院网])$/
const BARE_WORDS =
  /^(正文|首页|详情|详细内容|内容|列表|无标题文档|untitled.*|文章页|细览|概览|.{0,4}页面|index|home)$/i
/** Before the site's name in the `<title>` of old home pages. */
const WELCOME = /^[=＝*\s]*欢迎(?:您?光临|您?访问|您?来到)/
const SEARCH = /^(?:站内|全站|全文)?(?:搜索|检索)$/
const INNER = /^(正文|详情|内容|详细页?|浏览文章|文章正文|阅读)$/

/** `listName`: what the page's own list is headed, where it has one. */
export function readTitle(
  tree: PageTree,
  regions: Regions,
  meta: MetaReading,
  kind: PageKind,
  listName: string | null = null,
): TitleReading {
  const parts = headSegments(tree.headTitle)
  const site = tagValue(meta, 'SiteName') ?? siteIn(parts)
  const segments = parts.map((part) => withoutSite(part, site, regions))
  // `某某网--搜索`: neither half names the page, the whole does.
  if (kind === 'listing' && segments.length === 2 && segments.some((part) => SEARCH.test(part)))
    return { title: squash(tree.headTitle ?? ''), at: null }
  if (kind === 'home') return { title: homeTitle(segments, tree.headTitle), at: null }
  const official = articleTitleOf(meta)
  if (official !== null && kind !== 'listing') {
    const title = completed(tree, regions, official, segments)
    const at = printedAt(tree, regions, title)
    const fuller = at === null ? aboveInfo(tree, regions) : null
    if (fuller !== null && shareStart(tree.flat.slice(...fuller), title))
      return { title: joined(tree.flat.slice(...fuller)), at: fuller }
    // A tag that neither the page nor `<title>` repeats may be a template's leftover: the line above date and source is the title then.
    const head = compareForm(tree.headTitle ?? '')
    if (at !== null || head === '' || head.includes(compareForm(title))) return { title, at }
    const repeated = lineOfHead(tree, regions, site)
    if (repeated !== null || fuller === null) return repeated ?? { title, at }
    return { title: joined(tree.flat.slice(...fuller)), at: fuller }
  }
  const fromHead = bestSegment(segments, site, regions, tree)
  const lines = headings(tree, regions)
  if (kind === 'error') {
    const said = lines.find((el) => saysMissing([textOf(tree, el)]) !== null)
    if (said) return { title: textOf(tree, said), at: [said.from, said.to] }
  }
  if (kind === 'listing' || kind === 'directory') {
    return listingTitle(tree, regions, meta, listName ?? fromHead, lines)
  }
  // Old systems give every page the site's or the column's name as `<title>`: then what is printed right above the
  // line of date and source is the title.
  const ofSite = fromHead === null || isSite(fromHead, site) || SITE_END.test(fromHead)
  if (ofSite || fromHead === lastStep(regions)) {
    const printed = aboveInfo(tree, regions)
    if (printed) return { title: joined(tree.flat.slice(...printed)), at: printed }
  }
  if (ofSite) {
    const own = aboveBody(tree, regions, lines)
    if (own && /^h[1-3]$/.test(own.tag) && isOwnTitle(textOf(tree, own), site))
      return { title: textOf(tree, own), at: [own.from, own.to] }
  }
  const repeated = lineOfHead(tree, regions, site)
  if (repeated) return repeated
  for (const el of lines) {
    const text = textOf(tree, el)
    if (matchesHead(text, tree.headTitle, site)) return { title: text, at: [el.from, el.to] }
  }
  const opening =
    regions.trail === null && lines.length === 0 ? centredOpening(tree, regions.main) : null
  if (opening && isFuller(tree.flat.slice(...opening), fromHead))
    return { title: joined(tree.flat.slice(...opening)), at: opening }
  const person =
    fromHead === lastStep(regions) ? personIn(tree, lines) : personNamed(tree, lines, fromHead)
  if (person) return { title: textOf(tree, person), at: [person.from, person.to] }
  const above = aboveInfo(tree, regions)
  if (above) return { title: joined(tree.flat.slice(...above)), at: above }
  if (fromHead !== null) {
    const whole =
      wordsAround(tree, aboveBody(tree, regions, lines), fromHead) ??
      aboutLine(tree, regions, fromHead)
    if (whole) return whole
    const at = printedAt(tree, regions, fromHead)
    if (at && !isSite(fromHead, site)) return { title: fromHead, at }
  }
  const main = aboveBody(tree, regions, lines)
  // The site's sign, set like a heading, names no page.
  const sign = main !== null && fromHead !== null && isSite(textOf(tree, main), site)
  if (main && !sign) return { title: textOf(tree, main), at: [main.from, main.to] }
  if (fromHead !== null && !isSite(fromHead, site)) return { title: fromHead, at: null }
  const tail = lastStep(regions)
  return { title: tail, at: tail === null ? null : printedAt(tree, regions, tail) }
}

/** The longest printed line or cell that `<title>` repeats whole: the title, however the rest is joined to it. */
function lineOfHead(tree: PageTree, regions: Regions, site: string | null): TitleReading | null {
  const head = compareForm(tree.headTitle ?? '')
  if (head.length < 6) return null
  const { flat } = tree
  let best: TitleReading | null = null
  let size = Math.max(7, Math.floor(head.length * 0.3))
  for (let from = 0; from < flat.length; ) {
    const to = endOfCell(flat, from)
    if (to - from > size && to - from < 300 && mayBeIn(flat, from, to, head)) {
      const own = compareForm(flat.slice(from, to))
      if (own.length > size && head.includes(own)) {
        const el = tree.elementAt(from, to)
        if (el && el.tag !== 'a' && !el.hidden && isBodyLike(regions, el) && !isSite(own, site)) {
          best = wholeHeading(tree, el, head) ?? {
            title: squash(flat.slice(from, to)),
            at: [from, to],
          }
          size = own.length
        }
      }
    }
    from = to + 1
  }
  return best
}

/** A line that is part of a heading broken by <br>: the heading, where `<title>` repeats all of it. */
function wholeHeading(tree: PageTree, el: El, head: string): TitleReading | null {
  if (!brokenLines(tree, el)) return null
  const title = joined(tree.flat.slice(el.from, el.to))
  return head.includes(compareForm(title)) ? { title, at: [el.from, el.to] } : null
}

/** A tag cut by the system is completed from the printed heading or `<title>`. */
function completed(
  tree: PageTree,
  regions: Regions,
  official: string,
  segments: readonly string[],
): string {
  const stem = compareForm(official)
  const head = segments.find(
    (part) => compareForm(part).startsWith(stem) && part.length > official.length,
  )
  if (head && printedAt(tree, regions, head)) return head
  return squash(official)
}

/** Two wordings of one title: a tag is often shortened by hand. */
function shareStart(printed: string, official: string): boolean {
  const short = compareForm(official).slice(0, 8)
  return short.length === 8 && compareForm(printed).startsWith(short)
}

function matchesHead(text: string, headTitle: string | null, site: string | null): boolean {
  if (headTitle === null || text.length < 5 || isSite(text, site)) return false
  const head = compareForm(headTitle)
  const own = compareForm(text)
  return own.length >= 4 && head.includes(own) && own.length >= Math.min(8, head.length * 0.2)
}

/** `栏目 - 某县人民政府`: without the tag, `<title>` says whose site it is. */
function siteIn(parts: readonly string[]): string | null {
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined
  return last !== undefined && /(?:人民政府|管理委员会|政府网|网站)$/.test(last) ? last : null
}

/** The site's own name, or a part of it that `<title>` was split into. */
function isSite(text: string, site: string | null): boolean {
  if (site === null) return false
  const own = compareForm(text)
  const name = compareForm(site)
  return own === name || (own.length >= 4 && (name.startsWith(own) || name.endsWith(own)))
}

/** `某局 政务公开 主要职责`: only blanks part the site's name and the steps of the trail from the page's. */
function withoutSite(segment: string, site: string | null, { trail }: Regions): string {
  if (site === null || !segment.includes(' ')) return segment
  const [first, ...rest] = segment.split(' ')
  const last = rest[rest.length - 1]
  if (first === site) {
    while (rest.length > 1 && trail?.texts.includes(rest[0] ?? '')) rest.shift()
    return rest.join(' ')
  }
  return last === site ? segment.slice(0, -site.length).trim() : segment
}

/** The segment of `<title>` that names the page: not the site, not the column when a longer one stands there. */
function bestSegment(
  segments: readonly string[],
  site: string | null,
  regions: Regions,
  tree: PageTree,
): string | null {
  const steps = new Set((regions.trail?.texts ?? []).slice(0, -1).map(compareForm))
  const usable = segments.filter((part) => !BARE_WORDS.test(part) && !isSite(part, site))
  const inner = usable.filter((part) => !steps.has(compareForm(part)))
  const first = (inner.length > 0 ? inner : usable)[0]
  if (first === undefined) return null
  // `某街道办事处--班子成员`: the site's name stands first, and the trail ends as the other half says.
  const second = SITE_END.test(first) && usable.length === 2 ? usable[1] : undefined
  if (second !== undefined && second === lastStep(regions)) return second
  // No trail, and the footer says whose site it is.
  if (
    second !== undefined &&
    regions.trail === null &&
    tree.flat.includes(first, regions.footer[0])
  )
    return second
  const longest =
    [...(inner.length > 0 ? inner : usable)].sort((a, b) => b.length - a.length)[0] ?? first
  // `站名 栏目 标题` written backwards: the long segment is the title.
  if (SITE_WORD.test(first) && longest.length > first.length * 1.5 && !SITE_WORD.test(longest))
    return longest
  return first
}

function homeTitle(segments: readonly string[], headTitle: string | null): string | null {
  // `某县林业局 – 绿水青山就是金山银山`: a name and a motto.
  const names = segments.filter((part) => SITE_END.test(part))
  if (segments.length === 2 && names.length === 1 && names[0] === segments[0])
    return names[0] ?? null
  if (segments.length !== 1 || headTitle === null || BARE_WORDS.test(headTitle)) return null
  const [whole = ''] = segments
  const name = whole.replace(WELCOME, '').replace(/[!！=＝*\s]+$/, '')
  return SITE_END.test(name) ? name : whole
}

function listingTitle(
  tree: PageTree,
  regions: Regions,
  meta: MetaReading,
  fromHead: string | null,
  lines: readonly El[],
): TitleReading {
  const step = lastStep(regions)
  const column = tagValue(meta, 'ColumnName')
  const site = tagValue(meta, 'SiteName')
  for (const name of [step, fromHead, column]) {
    if (name === null || isSite(name, site) || BARE_WORDS.test(name)) continue
    const at = printedAt(tree, regions, name)
    if (name === step || at || name === fromHead) return { title: name, at }
  }
  const heading = lines.find((el) => /^h[1-3]$/.test(el.tag) && el.linked === 0)
  return heading
    ? { title: textOf(tree, heading), at: [heading.from, heading.to] }
    : { title: null, at: null }
}

/** Last step of the trail that names a place (正文 and the like are no names). */
function lastStep(regions: Regions): string | null {
  const steps = (regions.trail?.texts ?? []).filter(
    (step) => !INNER.test(step) && !BARE_WORDS.test(step),
  )
  const last = steps[steps.length - 1]
  return last !== undefined && last.length <= 60 ? last : null
}

/** 关于印发《某某规则》的通知, where `<title>` has only what is in the marks. */
const ABOUT = /《[^》]+》.{0,12}的(?:通知|公告|通告|决定|批复|意见|函)$/

const ISSUES = /关于(?:印发|公布|发布|颁布).{4,80}的(?:通知|公告|通告|决定)$/

/** The heading of the text where `<title>` has only a part: `信息公开指南` of `某县信息公开指南`. */
function wordsAround(tree: PageTree, heading: El | null, fromHead: string): TitleReading | null {
  if (heading === null) return null
  const text = textOf(tree, heading)
  const end = compareForm(fromHead)
  const own = compareForm(text)
  const about = end.length >= 6 && ABOUT.test(text) && text.length <= 120 && own.includes(end)
  const fits = about || (end.length >= 4 && text.length <= 80 && own.endsWith(end))
  return fits ? { title: text, at: [heading.from, heading.to] } : null
}

/** Longest title. */
const MAX_TITLE = 120

/** The printed words hold what `<title>` says, or `<title>` says nothing of the page. */
function isFuller(printed: string, fromHead: string | null): boolean {
  const own = compareForm(printed)
  if (own.length < 5) return false
  return fromHead === null || SITE_END.test(fromHead) || own.includes(compareForm(fromHead))
}

/** A heading as long as titles are, which is no office's or site's name. */
function isOwnTitle(text: string, site: string | null): boolean {
  return text.length >= 8 && text.length <= MAX_TITLE && !isSite(text, site) && !SITE_END.test(text)
}

/** 某县人民政府关于印发某某办法的通知 as a line above the text, where `<title>` has only 某某办法. */
function aboutLine(tree: PageTree, regions: Regions, fromHead: string): TitleReading | null {
  const inner = compareForm(fromHead)
  if (inner.length < 6) return null
  const { flat } = tree
  const start = regions.trail && regions.trail.el.to < regions.bodyStart ? regions.trail.el.to : 0
  let found: TitleReading | null = null
  for (let from = start; from < regions.bodyStart; ) {
    const to = endOfCell(flat, from)
    const line = to - from <= MAX_TITLE ? flat.slice(from, to) : ''
    if (ISSUES.test(line) && compareForm(line).includes(inner)) {
      const el = tree.elementAt(from, to)
      if (el && el.linked === 0 && isBodyLike(regions, el))
        found = { title: squash(line), at: [from, to] }
    }
    from = to + 1
  }
  return found
}
