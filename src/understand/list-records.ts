/**
 * Which entry of a list a printed date belongs to: the smallest element with a title link, grown to its row. Gathering
 * entries into lists is `lists.ts`.
 */
import { FILE_ADDRESS } from '#base/file-names'
import { squash } from '#base/text'
import type { DateHit } from './dates.ts'
import { MORE } from './list-headings.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

export interface RecordHit {
  readonly el: El
  readonly link: El
  readonly container: El
  readonly hit: DateHit | null
}

export const LIST_TAGS = new Set([
  'record',
  'ul',
  'ol',
  'tbody',
  'table',
  'dl',
  'body',
  'html',
  'form',
])
export const ROW_TAGS = new Set(['li', 'tr', 'dd'])
/** Buttons in the line of date and source under a title. */
const TOOL =
  /^[[【]?\s*(?:(?:我要)?打 ?印(?:本[页文]|文章|内容)?|(?:我要)?关 ?闭(?:窗口|本页|页面)?|返回(?:顶部|首页|上一页|列表)?|收藏(?:本[页文])?|分享到?|我要纠错|纠错|下载(?:本文)?|字号|浏览次数)\s*[\]】]?$/
const URL_LIKE = /^(https?:\/\/|www\.)\S*$/i
/** Steps of paging, also where the page count beside them (1/20) looks like a day. */
const PAGE_STEP =
  /^[<＜«‹\s]*(?:[上下前后首尾末]一?页|最[前后末]一?页|第 ?[\d一二三]+ ?页|(?:转|跳)(?:到|至).{0,6}|GO)[>＞»›\s]*$/i

/** 第7期, 2026年第7号（总第311号）: an issue of a gazette needs no longer title. */
const ISSUE =
  /^(?:(?:19|20)\d{2} ?年?)?第 ?[\d一二三四五六七八九十]{1,3} ?[期号](?: ?[（(]总.{1,8}[)）])?$/

export function isIssue(text: string): boolean {
  return ISSUE.test(text)
}

/** Links that can be the title of an entry. */
export function isTitle(tree: PageTree, el: El): boolean {
  const text = wordsOf(tree, el)
  if (text.length < 2 || URL_LIKE.test(text) || MORE.test(text) || TOOL.test(text)) return false
  if (PAGE_STEP.test(text)) return false
  return /[\u4e00-\u9fff]{2}|[A-Za-z]{4}/.test(text) || isIssue(text) || isYearOfFile(el, text)
}

const YEAR = /^(?:(?:19|20)\d{2}年?度?|\d{2}年度?)$/

/** 2024年 or 24年 names a file that is put up once a year; over a page it is the year's folder. */
export function isYearOfFile(link: El, text: string): boolean {
  return YEAR.test(text) && FILE_ADDRESS.test(link.attrs.href ?? '')
}

/** Index range of the links inside an element (links are in document order). */
export function linksIn(links: readonly El[], el: El): readonly El[] {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.i ?? 0) < el.i) low = middle + 1
    else high = middle
  }
  const found: El[] = []
  for (let k = low; k < links.length && found.length < 400; k++) {
    const link = links[k]
    if (!link || link.i >= el.last) break
    found.push(link)
  }
  return found
}

function hitsIn(hits: readonly DateHit[], el: El): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.from ?? 0) < el.from) low = middle + 1
    else high = middle
  }
  let count = 0
  for (let k = low; k < hits.length; k++) {
    const hit = hits[k]
    if (!hit || hit.from >= el.to) break
    count += 1
    if (count > 1) break
  }
  return count
}

/** The entry that a date belongs to: smallest element with a title link, grown to its row. */
export function recordOf(
  tree: PageTree,
  links: readonly El[],
  hits: readonly DateHit[],
  hit: DateHit,
): RecordHit | null {
  let el = tree.elementAt(hit.from, hit.to)
  for (let climb = 0; el && climb < 8; climb++, el = el.parent) {
    if (el.tag === 'body' || el.tag === 'html' || el.to - el.from > 4000) {
      return pairInside(tree, links, el, hit)
    }
    const inside = linksIn(links, el)
    const enclosing = climb === 0 ? enclosingLink(el) : null
    if (enclosing && isTitle(tree, enclosing)) return grow(links, hits, enclosing, enclosing, hit)
    if (inside.length === 0) continue
    const many = hitsIn(hits, el) > 1
    if (many && !ROW_TAGS.has(el.tag) && distinct(inside) > 1)
      return pairInside(tree, links, el, hit)
    const link = bestLink(tree, inside, hit)
    return link ? grow(links, hits, el, link, hit) : null
  }
  return null
}

function enclosingLink(el: El): El | null {
  let up: El | null = el
  for (let climb = 0; up && climb < 6; climb++, up = up.parent) if (up.tag === 'a') return up
  return null
}

function distinct(links: readonly El[]): number {
  return new Set(links.map((link) => link.attrs.href ?? String(link.i))).size
}

/** Grows a record to the outermost element that still holds only this entry. */
function grow(
  links: readonly El[],
  hits: readonly DateHit[],
  start: El,
  link: El,
  hit: DateHit,
): RecordHit | null {
  let el = start
  for (let climb = 0; climb < 5; climb++) {
    const up = el.parent
    if (!up || LIST_TAGS.has(up.tag) || ROW_TAGS.has(el.tag)) break
    if (up.tag === 'tr' && isGrid(links, hits, up)) {
      const table = up.parent
      return table ? { el, link, container: table, hit } : null
    }
    if (el.tag !== 'a' && !ROW_TAGS.has(up.tag)) {
      if (
        hitsIn(hits, up) > 1 ||
        distinct(linksIn(links, up)) > Math.max(1, distinct(linksIn(links, el)))
      )
        break
    }
    if (el.tag === 'a' && hitsIn(hits, up) > 1 && !ROW_TAGS.has(up.tag)) break
    el = up
  }
  if (el.tag === 'tr') el = rowBox(links, hits, el)
  return el.parent ? { el, link, container: el.parent, hit } : null
}

/** A row of pictures or cards: several cells with a title and a date each. */
function isGrid(links: readonly El[], hits: readonly DateHit[], row: El): boolean {
  const titles = linksIn(links, row)
  if (titles.length < 2 || hitsIn(hits, row) < 2) return false
  const cellOf = (el: El): El => {
    let up = el
    while (up.parent && up.parent !== row) up = up.parent
    return up
  }
  const cells = new Set(titles.map(cellOf))
  return [...cells].filter((cell) => hitsIn(hits, cell) > 0).length >= 2
}

/** Old layouts give every entry a table of its own: the entry is then the outermost box that repeats. */
function rowBox(links: readonly El[], hits: readonly DateHit[], row: El): El {
  let box = row
  for (let climb = 0; climb < 5; climb++) {
    const up: El | null = box.parent
    if (!up || up.tag === 'body') return row
    if (hitsIn(hits, up) > 1) {
      // A row around the entry's table is the entry, if nothing else to go to stands in it.
      const alone = box !== row && distinct(linksIn(links, box)) === 1
      return box.tag === 'tbody' || (box.tag === 'tr' && !alone) ? row : box
    }
    box = up
  }
  return row
}

/** Dates and links side by side in one element: the link on the same line, before or after, wins. */
function pairInside(tree: PageTree, links: readonly El[], el: El, hit: DateHit): RecordHit | null {
  // Links are in document order: the last one that ends before the date, and the one behind it.
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.from ?? 0) < hit.from) low = middle + 1
    else high = middle
  }
  const within = (link: El | undefined): El | null =>
    link && link.i > el.i && link.i < el.last && (link.to <= hit.from || link.from >= hit.to)
      ? link
      : null
  const before = within(links[low - 1])
  const after = within(links[low])
  const gap = (link: El | null): string | null => {
    if (!link) return null
    const text =
      link.to <= hit.from ? tree.flat.slice(link.to, hit.from) : tree.flat.slice(hit.to, link.from)
    return text.length > 80 || text.split('\n').length > 2 ? null : text
  }
  const gapBefore = gap(before)
  const gapAfter = gap(after)
  const lines = (text: string): number => text.split('\n').length
  // In a <dl> the day of a <dt> is that of the entry in the <dd> below it.
  const headed = tree.elementAt(hit.from, hit.to)?.tag === 'dt' && gapAfter !== null
  const useBefore =
    !headed &&
    gapBefore !== null &&
    (gapAfter === null || lines(gapBefore) <= lines(gapAfter) || gapAfter.length > 20)
  const link = useBefore ? before : gapAfter === null ? null : after
  return link ? { el: link, link, container: el, hit } : null
}

/** The first title link, unless it is a short category mark before a longer one. */
function bestLink(tree: PageTree, inside: readonly El[], hit: DateHit): El | null {
  const first = inside[0]
  if (!first) return null
  const size = (el: El): number => {
    const text = tree.flat.slice(el.from, el.to)
    const own = hit.from >= el.from && hit.to <= el.to ? hit.to - hit.from : 0
    return squash(text).length - own
  }
  let best = first
  for (const link of inside.slice(1, 4)) {
    if (size(best) < 10 && size(link) > 1.8 * size(best)) best = link
  }
  return best
}
