/**
 * Finds the lists of a page: runs of entries of one shape, each a link with (usually) a printed date, together with
 * the heading and 更多 link that go with them. Works from the printed dates outwards, so it needs no class names.
 * Which list is the page's own subject is decided in `kind.ts`.
 */
import { makeDay } from '#base/day'
import { compareForm, squash } from '#base/text'
import type { PageItem, PageList, Reading } from '#model/page'
import type { DateHit } from './dates.ts'
import { endsPeriod, isOfPeriod, itemDay } from './item-days.ts'
import { isOtherDate, isUnfit, PUBLISHED_LABEL } from './list-dates.ts'
import { headingOf } from './list-headings.ts'
import {
  isIssue,
  isTitle,
  isYearOfFile,
  LIST_TAGS,
  linksIn,
  type RecordHit,
  ROW_TAGS,
  recordOf,
} from './list-records.ts'
import { isCaptioned } from './picture-entries.ts'
import type { Region, Regions } from './regions.ts'
import { rowDoors } from './row-doors.ts'
import { rowDays, rowOf } from './row-heads.ts'
import { scriptList } from './script-lists.ts'
import { targetOf } from './targets.ts'
import { childrenOf, type El, type PageTree, wordsOf } from './tree.ts'
import { undatedEntries } from './undated-lists.ts'

export interface FoundList extends Omit<PageList, 'subject' | 'elsewhere'> {
  readonly container: El
  readonly region: Region
  readonly dated: number
  /** Entries that print a date, days without a year included. */
  readonly marked: number
  /** Where the dates of its entries begin, in flat text: they may stand outside the entry's own element (dt and dd). */
  readonly dateStarts: readonly number[]
  /** The only entry of the page's own column, in a box of its own. */
  readonly card?: true | undefined
  /** Its heading says that it shows other columns' items (最新发布, 热点推荐): never the page's own subject. */
  readonly elsewhere: boolean
}

interface Group {
  readonly container: El
  readonly records: RecordHit[]
}

/** Rows of page numbers at a list's end are no entries. */
const PAGER = /(?:上|下|前|后|尾|末|首)一?页|共 ?\d+ ?[页条]/
/** Headings of the boxes that repeat on every page beside or below its own content. */
const ELSEWHERE =
  /^(?:最新|热门|热点|精彩|推荐|相关|近期|猜你|排行)(?:发布|信息|动态|更新|文章|新闻|公开|推荐|阅读|浏览|点击|关注|链接|内容|文件|资讯|标签|下载|附件|喜欢)*(?:排行榜?)?$|(?:点击|浏览|阅读)(?:量)?排行榜?$/
const COUNTER = /(?:阅读|浏览|点击|访问)(?:次数|量|数)?/

/** What is printed before the title of a pinned, new or pictured entry. */
const MARK =
  /^[[【(（<〖]\s*(?:置顶|顶|热|荐|推荐|新|最新|图|图文|视频|new|hot|top)\s*[\]】)）>〗]\s*/i
/** Undated runs looked at for the page's own list. */
const MOST_RUNS = 4
/** Printed before the day of the visit. */
const TODAY = /(?:今天|今日|现在|当前时间|系统时间)(?:是|为)? ?[：:]? ?$/
/** Beside the day of the visit, where nothing says 今天是. */
const WEEKDAY = '[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?'
const WEEKDAY_AFTER = new RegExp(`^[\\s,，]{0,3}${WEEKDAY}`)
const WEEKDAY_BEFORE = new RegExp(`(?:^|\\s)${WEEKDAY}[\\s,，]{0,3}$`)
/** Furthest that title and date of a lone entry stand apart, in characters. */
const LONE_GAP = 100

export function findLists(
  tree: PageTree,
  regions: Regions,
  base: string,
  full: readonly DateHit[],
  yearless: readonly DateHit[],
): FoundList[] {
  // A step of the trail is never an entry: in nested layout tables it may be the link next to the page's own date.
  const doors = rowDoors(tree, base)
  const anchors = tree.tagged('a')
  const leading =
    doors.size === 0 ? anchors : [...anchors, ...doors].sort((one, other) => one.i - other.i)
  const links = leading.filter(
    (el) =>
      (el.to > el.from ? isTitle(tree, el) : isCaptioned(tree, el)) && regions.of(el) !== 'trail',
  )
  const hits = full.flatMap((hit) =>
    hit.alone && !endsPeriod(tree.flat, hit) ? rowDays(tree, hit) : [],
  )
  for (const hit of yearless) {
    if (!full.some((other) => hit.from < other.to && hit.to > other.from)) hits.push(hit)
  }
  hits.sort((a, b) => a.from - b.from)
  const records = new Map<El, RecordHit>()
  const byEl = new Map<El, RecordHit>()
  for (const hit of hits) {
    const record = recordOf(tree, links, hits, hit)
    if (TODAY.test(tree.flat.slice(Math.max(0, hit.from - 12), hit.from))) continue
    // What a tooltip repeats of its entry stands hidden under the entry's own link.
    if (!record || (isHidden(tree, hit) && !record.link.hidden)) continue
    // One entry may print two dates; the table head or the label tells which is the publication date.
    const known = byEl.get(record.el)
    if (known && !LIST_TAGS.has(record.el.tag)) {
      const better = { ...known, hit }
      if (isUnfit(tree, known) && !isUnfit(tree, better)) {
        records.set(known.link, better)
        byEl.set(record.el, better)
      }
      continue
    }
    const prior = records.get(record.link)
    // A day in the row of the layout around it (a notice that runs by) gives way to the one in the entry's own row.
    const closer = prior?.hit && isIn(hit, record.el) && !isIn(prior.hit, record.el)
    if (prior && !closer && !(isUnfit(tree, prior) && !isUnfit(tree, record))) continue
    byEl.set(record.el, record)
    records.set(record.link, record)
  }
  const groups = new Map<string, Group>()
  for (const record of records.values()) {
    const key = `${record.container.i} ${shapeOf(record.el)}`
    const group = groups.get(key)
    if (group) group.records.push(record)
    else groups.set(key, { container: record.container, records: [record] })
  }
  const lists: FoundList[] = []
  const joined = joinLeads(tree, mergeTwins(tree, regions, base, [...groups.values()]))
  for (const group of joined.map((one) => rowOfCells(tree, one))) {
    const only = group.records.length < 2 ? group.records[0] : undefined
    const card = only !== undefined && isOwnCard(tree, regions, only)
    if (only && !card && !ROW_TAGS.has(only.el.tag) && only.el.tag !== 'dl' && only.el.tag !== 'ul')
      continue
    // A date and a link with a text between them are an article and its attachment.
    if (only?.hit && apart(only.link, only.hit) > LONE_GAP) continue
    if (only?.hit && isInfoAbove(tree, only.hit, only.link)) continue
    if (only?.hit && isClock(tree, only.hit)) continue
    if (only && isLayoutRow(tree, only.el, regions.main)) continue
    const list = toList(tree, regions, base, group, links)
    lists.push(card ? { ...list, card } : list)
  }
  if (!lists.some((list) => list.region === 'body' && !list.elsewhere && list.dated > 0)) {
    const taken = lists.map((list) => list.container)
    const runs = undatedEntries(tree, regions, links, taken).slice(0, MOST_RUNS)
    const undated = ownOf(
      runs.map((run) => toList(tree, regions, base, run, links)),
      regions,
    )
    const scripted = scriptList(tree, base)
    if (undated) lists.push(undated)
    if (scripted) lists.push(scripted)
  }
  return lists.sort((a, b) => a.at[0] - b.at[0])
}

/** Shorter words under a name and a day are a button. */
const LEAST_CARD = 6

/**
 * The only entry of a column shown as a card: day and linked title in one box, and above it (in that box, where menus stand
 * beside it) nothing but the name that the trail ends with.
 */
function isOwnCard(tree: PageTree, { trail }: Regions, { el, link, hit }: RecordHit): boolean {
  const name = compareForm(trail?.texts.at(-1) ?? '')
  if (trail === null || hit === null || name === '' || el.i < trail.el.last) return false
  if (hit.from < el.from || hit.to > el.to || el.to - el.from > 300) return false
  const first = Math.min(hit.from, link.from)
  const above = [trail.el.to, el.from].map((from) => compareForm(tree.flat.slice(from, first)))
  const title = compareForm(tree.flat.slice(link.from, link.to))
  return above.includes(name) && title !== name && title.length >= LEAST_CARD
}

/** A day with its weekday beside a single link tells today in the head of the page: `2026年11月28日 星期六　无障碍浏览`. */
function isClock(tree: PageTree, { from, to }: DateHit): boolean {
  const before = tree.flat.slice(Math.max(0, from - 8), from)
  return WEEKDAY_AFTER.test(tree.flat.slice(to, to + 9)) || WEEKDAY_BEFORE.test(before)
}

/** The undated list under the column's own name; else the largest that is no box of other things (最新信息). */
function ownOf(lists: readonly FoundList[], { trail }: Regions): FoundList | undefined {
  const name = compareForm(trail?.texts.at(-1) ?? '')
  const named = lists.find((list) => name !== '' && compareForm(list.heading ?? '') === name)
  return named ?? lists.find((list) => !list.elsewhere) ?? lists[0]
}

/**
 * A row whose cells are the items of a list of its own (number, title, day), and the only one: nothing beside it tells that
 * it is a row, so it was grown to the box of all rows. A labelled day (发布日期：) is no cell.
 */
function rowOfCells(tree: PageTree, group: Group): Group {
  const [only, further] = group.records
  if (!only?.hit || further || ROW_TAGS.has(only.el.tag) || only.hit.from < only.link.to)
    return group
  const cell = rowOf(tree.elementAt(only.hit.from, only.hit.to))
  const row = cell?.parent ?? null
  if (cell === null || row === null || !/^(?:ul|ol|dl)$/.test(row.tag)) return group
  const holds = only.link.i > row.i && only.link.i < row.last && only.link.i < cell.i
  const before = tree.flat.slice(cell.from, only.hit.from)
  if (!holds || !/^[\s[【（(]*$/.test(before)) return group
  // The box it was grown to stands for the list: the nearest one may well be named after its cells.
  return { container: only.el, records: [{ ...only, el: row, container: only.el }] }
}

/** The date stands in a line of label and counter (发布时间 … 阅读次数) that ends before the link: it is the page's own. */
function isInfoAbove(tree: PageTree, hit: DateHit, link: El): boolean {
  if (hit.to > link.from) return false
  const between = tree.flat.slice(hit.to, link.from)
  const label = tree.flat.slice(Math.max(0, hit.from - 14), hit.from)
  return between.includes('\n') && (PUBLISHED_LABEL.test(label) || COUNTER.test(between))
}

/** A row with tables in it that holds the page's text beside a menu lays out the page: menu and day make no entry. */
function isLayoutRow(tree: PageTree, row: El, main: El | null): boolean {
  if (main === null || row.tag !== 'tr' || main.i <= row.i || main.i >= row.last) return false
  return tree.els.slice(row.i + 1, row.last).some((el) => el.tag === 'table')
}

function isIn(hit: DateHit, { from, to }: El): boolean {
  return hit.from >= from && hit.to <= to
}

function apart(link: El, hit: DateHit): number {
  return Math.max(0, link.from - hit.to, hit.from - link.to)
}

/** Entries of one list look alike: same tag, and where the tag says little the same first class; the others mark single rows (`row top`). */
function shapeOf(el: El): string {
  return ROW_TAGS.has(el.tag) ? el.tag : `${el.tag}.${firstClass(el)}`
}

function firstClass(el: El): string {
  return (el.attrs.class ?? '').trim().split(/\s+/)[0] ?? ''
}

/** Class of a block that holds the pinned entries (置顶) right above the others. */
const PINNED = /(?:^|[-_])(?:top|zhiding|zd|sticky|pinned)(?:list|box)?(?:$|[-_])/i

/** Nothing, or the year that heads the next block (2023年). */
function isGap(between: string): boolean {
  return between.trim() === '' || (between.length < 20 && YEAR_HEAD.test(between))
}

const YEAR_HEAD = /(?:^|\n)\s*((?:19|20)\d{2}) ?年?度?\s*$/

/** The year printed right above the block in which an entry stands. */
function yearAbove(tree: PageTree, container: El): string | null {
  const above = tree.flat.slice(Math.max(0, container.from - 12), container.from)
  return YEAR_HEAD.exec(above)?.[1] ?? null
}

/** Lists cut into several blocks of the same shape (five rows and a gap) are one list. */
function mergeTwins(
  tree: PageTree,
  regions: Regions,
  base: string,
  groups: readonly Group[],
): Group[] {
  const nameOf = (box: El): string | null => headingOf(tree, regions, box, base).heading
  const sameName = (one: El, other: El): boolean => {
    const [a, b] = [nameOf(one), nameOf(other)]
    return a === null || b === null || a === b
  }
  const merged: Group[] = []
  for (const group of groups) {
    const last = merged[merged.length - 1]
    const before = last?.records[last.records.length - 1]?.container
    const here = group.container
    const twin =
      before !== undefined &&
      before !== here &&
      before.parent === here.parent &&
      before.tag === here.tag &&
      // The panel of another tab.
      before.hidden === here.hidden &&
      /^(ul|ol|tbody|table|dl|record)$/.test(here.tag) &&
      (firstClass(before) === firstClass(here) || PINNED.test(firstClass(before))) &&
      (before.attrs.id ?? '') === (here.attrs.id ?? '') &&
      isGap(tree.flat.slice(before.to, here.from)) &&
      // A row of tabs above gives each box a name of its own.
      sameName(before, here)
    if (twin && last) last.records.push(...group.records)
    else merged.push({ container: here, records: [...group.records] })
  }
  return merged
}

/** A leading entry printed larger than the others, in a box of its own right before theirs, is the first of the list. */
function joinLeads(tree: PageTree, groups: readonly Group[]): Group[] {
  const joined: Group[] = []
  for (const group of groups) {
    const last = joined[joined.length - 1]
    const lead = last?.records.length === 1 ? last.records[0] : undefined
    const leads =
      lead !== undefined &&
      group.records.length >= 3 &&
      group.container.parent === lead.container &&
      group.container.i >= lead.el.last &&
      tree.flat.slice(lead.el.to, group.container.from).trim() === ''
    if (leads && last) joined[joined.length - 1] = { ...group, records: [lead, ...group.records] }
    else joined.push(group)
  }
  return joined
}

function isHidden(tree: PageTree, hit: DateHit): boolean {
  return tree.elementAt(hit.from, hit.to)?.hidden === true
}

function toList(
  tree: PageTree,
  regions: Regions,
  base: string,
  { container, records: group }: Group,
  links: readonly El[],
): FoundList {
  const items: PageItem[] = []
  const urls = new Set<string>()
  const entries: RecordHit[] = [...group]
  if (group.length >= 2 || LIST_TAGS.has(container.tag)) {
    const shape = group[0] ? shapeOf(group[0].el) : ''
    const known = new Set(group.map((record) => record.el))
    for (const child of childrenOf(tree, container)) {
      if (shapeOf(child) !== shape || known.has(child) || child.to - child.from > 600) continue
      if (PAGER.test(tree.flat.slice(child.from, child.to))) continue
      if (child.i < (group[0]?.el.i ?? 0) && isHeadRow(tree, child)) continue
      const link = linksIn(links, child)[0]
      if (link) entries.push({ el: child, link, container, hit: null })
    }
  }
  entries.sort((a, b) => a.el.i - b.el.i)
  const onlyOther = group.every((record) => record.hit !== null && isOtherDate(tree, record.hit))
  for (const entry of entries) {
    if (entry.hit) {
      const url = addressOf(tree, entry, base)
      if (url) urls.add(url)
    }
  }
  for (const entry of entries) {
    const url = addressOf(tree, entry, base)
    if (!entry.hit && url !== null && urls.has(url)) continue
    if (url !== null) urls.add(url)
    const title = itemTitle(tree, entry)
    if (title === '') continue
    const publishedOn = entry.hit ? dayOf(tree, entry, url, onlyOther) : null
    items.push({ title, url, publishedOn, at: [entry.el.start, entry.el.end] })
  }
  const first = LIST_TAGS.has(container.tag) ? undefined : entries[0]?.el
  const around = headingOf(tree, regions, container, base, first)
  return {
    ...around,
    elsewhere: ELSEWHERE.test(around.heading ?? ''),
    items,
    at: [container.start, container.end],
    container,
    region: regions.of(container),
    dated: items.filter((item) => item.publishedOn !== null).length,
    marked: entries.filter((entry) => entry.hit !== null).length,
    dateStarts: entries.flatMap((entry) => (entry.hit === null ? [] : [entry.hit.from])),
  }
}

/** A first row that names the list and leads to the whole of it (工作动态　更多). */
function isHeadRow(tree: PageTree, row: El): boolean {
  return tree.els
    .slice(row.i, row.last)
    .some(
      (el) => el.tag === 'a' && /^[[【(（<《]?(?:查看)?(?:更多|more|>>|»)/i.test(wordsOf(tree, el)),
    )
}

/** Elements of one entry that are looked at for its address. */
const MAX_ENTRY = 30

/** Where the words of an entry lead nowhere (`#`), its picture may. */
function addressOf(tree: PageTree, { link, el }: RecordHit, base: string): string | null {
  const own = targetOf(link, base)?.url ?? null
  if (own !== null || el.last - el.i > MAX_ENTRY || !/^#?$/.test(link.attrs.href ?? '')) return own
  for (const one of tree.els.slice(el.i + 1, el.last)) {
    if (one.tag !== 'a' || one.to > one.from) continue
    const url = targetOf(one, base)?.url ?? null
    if (url !== null) return url
  }
  return null
}

function itemTitle(tree: PageTree, entry: RecordHit): string {
  const { link, hit } = entry
  // A picture's title stands beside it in the entry's box.
  const { from, to } = link.to > link.from ? link : entry.el
  let text = tree.flat.slice(from, to)
  if (hit && hit.from >= from && hit.to <= to) {
    text = `${tree.flat.slice(from, hit.from)}\n${tree.flat.slice(hit.to, to)}`
  }
  const line =
    text
      .split('\n')
      .map((one) =>
        squash(one)
          .replace(MARK, '')
          .replace(/^[·•●■◆▪>»\-–—\s[\]()（）【】]+|[\s[(（【]+$/g, ''),
      )
      .find(
        (one) =>
          /[\u4e00-\u9fff]{2}|[A-Za-z]{3}/.test(one) || isIssue(one) || isYearOfFile(link, one),
      ) ?? ''
  const full = squash(link.attrs.title ?? '')
  if (full.length > line.length) {
    const stem = compareForm(line)
    if (compareForm(full).startsWith(stem.slice(0, 12))) return full
  }
  return line
}

/** A row that prints only a signing date has no publication date; a list that prints nothing else is taken by it. */
function dayOf(
  tree: PageTree,
  { hit, container }: RecordHit,
  url: string | null,
  onlyOther: boolean,
): Reading<string> | null {
  if (hit === null) return null
  const day = itemDay(hit, url) ?? dayOfYear(hit, yearAbove(tree, container))
  if (day === null || !isOtherDate(tree, hit)) return day
  if (!onlyOther) return null
  return isOfPeriod(tree.flat, hit)
    ? { value: day.value, sureness: 0.8, because: '列表只印起止日期，取起始日' }
    : { value: day.value, sureness: 0.6, because: '列表只印成文（生效）一类日期' }
}

function dayOfYear({ monthDay }: DateHit, year: string | null): Reading<string> | null {
  if (year === null || monthDay === null) return null
  const value = makeDay(Number(year), ...monthDay)
  return value === null
    ? null
    : { value, sureness: 0.8, because: `列表只印月日，年份取自上方的“${year}年”` }
}
