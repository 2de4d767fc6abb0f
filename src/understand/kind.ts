/**
 * What sort of page this is, with grounds, and which of its lists is its own subject. Weighs the address, official
 * tags, lists, trail and text; the address alone decides only for the portal's entry.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { PageKind, Reading } from '#model/page'
import {
  ARTICLE_URL,
  form,
  reading,
  saidTwice,
  type UndatedFacts,
  undatedKind,
} from './kind-undated.ts'
import {
  isAside,
  isNamedElse,
  isPaged,
  type ListingFacts,
  listingSigns,
  namesOf,
} from './listing-signs.ts'
import type { FoundList } from './lists.ts'
import { isPersonName } from './person-names.ts'
import { errorWords, saysRemoved } from './signs.ts'
import { articleTitleOf, tagValue } from './tags.ts'
import { targetOf } from './targets.ts'
import type { El, PageTree } from './tree.ts'

export interface KindFacts extends UndatedFacts {
  readonly homeUrl: string | null
  readonly status: number
  /** See `printedDateRank`. */
  readonly printedDate: number
  /** The place belongs to an entry of a list, see `entryTest`. */
  readonly inEntry: (place: { readonly from: number; readonly to: number }) => boolean
}

const FORM_TITLE =
  /(申请表|登记表|报名表|样表|审批表|申报表|备案表|信息表|推荐表|汇总表|意见表)(（[^）]{0,20}）)?$/

/** Rank from which a date is printed as pages print their own, see `printedDateRank`. */
const PRINTED_AS_SUCH = 80
/** Characters from which unlinked words are a text. */
const TEXT_LENGTH = 100
/** A day printed as the page's own. */
const PUBLISHED =
  /(?:发布|公布|发表|信息|更新)(?:日期|时间)\s*[:：]\s*(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}/

export function readKind(facts: KindFacts): Reading<PageKind> {
  const { tree, regions, meta, lists, url, homeUrl, status } = facts
  if (status >= 400) return reading('error', 1, `状态码 ${status}`)
  const words = errorWords(tree)
  // An article that tells of missing pages prints its day of publication; an answer to nothing has none.
  // Nor has it a list of dated entries, one of which may be about missing pages or a road that is called 404.
  const dates = (): boolean => PUBLISHED.test(tree.flat) || facts.printedDate >= PRINTED_AS_SUCH
  if (words !== null && !dates() && !lists.some(({ dated }) => dated > 1))
    return reading('error', 0.9, `页面文字为错误提示“${words}”`)
  const names = namesOf(facts)
  const own = lists.filter(
    (list) =>
      !list.elsewhere &&
      (list.region === 'body' || (list.region === 'side' && !isNamedElse(list, names))),
  )
  const dated = own.filter(
    (list) => list.dated >= 2 || (list.dated === 1 && list.items.length === 1),
  )
  const datedItems = dated.reduce((sum, list) => sum + list.dated, 0)
  const articleTitle = articleTitleOn(meta, datedItems)
  const search = /搜索|检索|search/i.test(tree.headTitle ?? '')
  if (isEntry(url, homeUrl) && articleTitle === null && !search) {
    const shows = regions.trail === null && (own.length >= 2 || facts.bodyLinks >= 10)
    const sure = homeUrl !== null ? 0.98 : shows ? 0.95 : 0.85
    return reading('home', sure, '地址是网站入口')
  }
  const formTitle = FORM_TITLE.test(articleTitle ?? tree.headTitle?.split(/ ?[-_—|] ?/)[0] ?? '')
  if (formTitle && facts.mainLength < 600)
    return reading('form', 0.8, '标题为申请表、登记表一类，正文很短')
  // The title and the day of what was there are left.
  const { main } = regions
  const removed = main === null ? null : saysRemoved(tree.flat.slice(main.from, main.to))
  if (removed !== null) return reading('error', 0.9, `正文只有“${removed}”`)
  if (articleTitle !== null) return reading('article', 0.97, '有 ArticleTitle 标签')
  const groups = dated.filter((list) => list.dated >= 2 && list.region === 'body')
  const big = groups.filter((list) => list.dated >= 3)
  // Its own tags say that it is a column, and its boxes lead on to others.
  const tagged = regions.trail === null && tagValue(meta, 'ColumnName') !== null
  const ofBoxes = tagged ? columnBlocks(facts, dated) : 0
  if (ofBoxes > 0) return overviewOf(ofBoxes)
  if (
    regions.trail === null &&
    (groups.length >= 3 || big.length >= 2) &&
    facts.mainLength < 1500
  ) {
    return reading('home', 0.8, `无当前位置，有 ${groups.length} 组带日期的列表`)
  }
  // A page looked at on its own: the folder of a platform that names itself, and nothing above it.
  if (
    homeUrl === null &&
    regions.trail === null &&
    isPlatform(url, tree.headTitle) &&
    datedItems > 0
  )
    return reading('home', 0.75, '地址是一级目录，网页标题是平台或网站的名称，没有当前位置')
  const trailEnds = regions.trail?.texts[regions.trail.texts.length - 1] ?? ''
  if (/^(网站|站点|本站)(地图|导航)$/.test(trailEnds)) return reading('directory', 0.9, '网站地图')
  if (isLeader(facts) && dated.every((list) => list.heading === null || isNamedElse(list, names)))
    return reading('article', 0.78, '以人名为题，有分工、简历；列表是这位领导的活动')
  const info = infoLine(facts)
  const linkedShare = mainListShare(facts, dated)
  // One template for all pages ends the trail of lists so too.
  const says = /^(正文|内容|详情|详细信息?)$/.test(trailEnds)
  const listed = says && !info && (datedItems >= LISTED || (own.length > 0 && endsAtItself(facts)))
  const saysArticle = says && !listed
  // Boxes that show other columns stand beside a text that prints its day or source, however many rows they have.
  const others = info && dated.every((list) => isNamedElse(list, names))
  const beside = others && (facts.mainLength >= TEXT_LENGTH || isOwnNotice(facts, trailEnds))
  if (datedItems > 0 && !saysArticle && !beside && linkedShare && (!info || datedItems >= 8)) {
    // Some would call it a list of all that its boxes show.
    const blocks = columnBlocks(facts, dated)
    if (!info && blocks > 0) return overviewOf(blocks)
    // A search's rows stand under how many there are.
    if (info || search || !dated.every((list) => isAside(facts, list)))
      return listing(facts, dated, datedItems)
    return undatedKind(facts, own)
  }
  if (
    info &&
    (facts.mainLength > 40 || facts.printedDate >= 60 || saysArticle || ARTICLE_URL.test(url))
  ) {
    return reading(
      'article',
      ARTICLE_URL.test(url) ? 0.95 : 0.92,
      '标题下有发布时间或来源，后接正文',
    )
  }
  if (saysArticle) {
    const asks = form(facts)
    if (asks !== null && asks.value === 'form' && asks.sureness >= 0.9) return asks
    const twice = facts.title.at !== null && saidTwice(facts, compareForm(facts.title.title ?? '-'))
    return reading('article', twice ? 0.92 : 0.8, '当前位置以“正文”结尾')
  }
  return undatedKind(facts, own)
}

/** Dated entries that fill a page's body are its list, whatever its trail says. */
const LISTED = 5

/** The last step of the trail that leads on leads to this very page. */
function endsAtItself({ tree, regions, url }: KindFacts): boolean {
  const trail = regions.trail?.el
  if (trail === undefined) return false
  const steps = tree.tagged('a').filter(({ i }) => i > trail.i && i < trail.last)
  const last = steps.at(-1)
  const target = last === undefined ? null : targetOf(last, url)
  return target !== null && placeKey(target.url) === placeKey(url)
}

function overviewOf(blocks: number): Reading<PageKind> {
  return reading('directory', 0.9, `正文区为 ${blocks} 个下级栏目的近期内容，各有“更多”入口`)
}

const DUTIES = /工作分工|个人(?:简历|简介)|工作简历|主持[^，。]{0,16}全面工作|分管/

/** A leader's own page: his name is its title, and what he is in charge of stands below. */
function isLeader({ tree, title: { title, at } }: KindFacts): boolean {
  if (title === null || at === null || !isPersonName(title)) return false
  const duties = DUTIES.exec(tree.flat.slice(at[1]))
  return duties !== null && duties.index < LEADER_REACH
}

/** Furthest behind his name that a leader's page comes to his duties. */
const LEADER_REACH = 1200

/** Fewer boxes may stand beside a list of the page's own, unless the body is an overview of entries otherwise. */
const LEAST_BLOCKS = 3
const OVERVIEW_ENTRIES = 6

/** How many boxes the body consists of, where each shows the latest of another column and leads on to it; else 0. */
function columnBlocks(facts: KindFacts, dated: readonly FoundList[]): number {
  const boxes = dated.filter((list) => list.region === 'body')
  // Tabs of other columns: only the first one's box is shown, and each leads on.
  const shown = boxes.filter((list) => !list.container.hidden || list.moreUrl !== null)
  if (shown.every(({ container }) => container.hidden)) return 0
  const headings = new Set(shown.map((list) => compareForm(list.heading ?? '')))
  const goals = new Set(shown.map((list) => placeKey(list.moreUrl ?? facts.url)))
  const own = namesOf(facts)
  const apart =
    shown.length >= (facts.bodyLinks >= OVERVIEW_ENTRIES ? 2 : LEAST_BLOCKS) &&
    headings.size === shown.length &&
    goals.size === shown.length &&
    !goals.has(placeKey(facts.url)) &&
    shown.every(({ heading }) => heading !== null && !own.has(compareForm(heading)))
  return apart ? shown.length : 0
}

/** A notice of one sentence: under a title that is not the column's name, its day is printed as pages print their own. */
function isOwnNotice({ title, printedDate }: KindFacts, column: string): boolean {
  const own = title.at === null ? '' : compareForm(title.title ?? '')
  return printedDate >= PRINTED_AS_SUCH && own.length >= 4 && own !== compareForm(column)
}

/** Many dated rows are a list whatever else stands there; few are one when the page also names itself as lists do. */
function listing(facts: KindFacts, dated: readonly FoundList[], count: number): Reading<PageKind> {
  if (dated.every(({ container }) => container.tag === 'script')) {
    const sure = dated.length === 1 && dated.every((list) => listingSigns(facts, list).named)
    const said = `列表写在页面脚本的数据里（${count} 条带日期），由脚本显示`
    return reading('listing', sure ? 0.92 : 0.8, said)
  }
  const because = `正文区为带日期的列表（${count} 条）`
  const [only] = dated
  if (count >= 5) return reading('listing', isFront(facts, dated) ? 0.8 : 0.95, because)
  const base = count >= 2 ? 0.85 : 0.7
  if (only === undefined || dated.length > 1 || only.dated < only.items.length)
    return reading('listing', base, because)
  const { named, paged, whole } = listingSigns(facts, only)
  const all = whole || (named && holdsAll(facts, only))
  if (!all || !(named || paged)) {
    const bare = whole && isOnlyOne(facts, only)
    return reading('listing', bare ? 0.9 : base, bare ? `${because}，此外别无他物` : because)
  }
  const grounds = [named ? '栏目名称前后一致' : null, paged ? '有翻页' : null]
  const said = `${because}，${grounds.filter((one) => one !== null).join('，')}，别无正文`
  if (count === 1) return reading('listing', named && paged ? 0.9 : 0.8, said)
  return reading('listing', named && paged ? 0.95 : 0.92, said)
}

/** Rows below which a list may be a box beside something else. */
const LEAST_ALONE = 3
/** Longest title, excerpt and day of one row together. */
const LONGEST_ROW = 160
/** Unlinked words that a heading, counters and paging make up. */
const FEW_WORDS = 40

/** The rows print excerpts, and next to nothing stands in the body beside them. */
function holdsAll({ mainLength }: KindFacts, { container, items }: FoundList): boolean {
  const size = container.to - container.from
  const rows = items.length >= LEAST_ALONE && size <= items.length * LONGEST_ROW
  return rows && mainLength - (size - container.linked) <= FEW_WORDS
}

/** Under a trail, the page has these rows and no other list. */
function isOnlyOne({ regions, lists }: KindFacts, { items }: FoundList): boolean {
  return regions.trail !== null && lists.length === 1 && items.length >= LEAST_ALONE
}

/** Nothing says whose list it is, and others stand beside it or lead on elsewhere: as may the front of a site within the site. */
function isFront(facts: KindFacts, dated: readonly FoundList[]): boolean {
  const { regions, lists } = facts
  if (regions.trail !== null || dated.some((list) => isPaged(facts, list))) return false
  const body = lists.filter((list) => list.region === 'body' && !list.elsewhere)
  const own = namesOf(facts)
  const named = body.some(({ heading }) => heading !== null && own.has(compareForm(heading)))
  return !named && (body.length > 1 || body.some(({ moreUrl }) => moreUrl !== null))
}

function isEntry(url: string, homeUrl: string | null): boolean {
  if (homeUrl !== null && placeKey(url) === placeKey(homeUrl)) return true
  try {
    const { pathname, search } = new URL(url)
    return search === '' && /^\/((index|default|home|main)(\.\w{2,5})?)?$/i.test(pathname)
  } catch {
    return false
  }
}

/** Names of sites and platforms, as a whole `<title>` gives them. */
const PLATFORM_NAME = /^[^-_—|]{3,30}(?:平台|门户|网站|官网|专网)$/

function isPlatform(url: string, headTitle: string | null): boolean {
  if (headTitle === null || !PLATFORM_NAME.test(headTitle)) return false
  try {
    const { pathname, search } = new URL(url)
    return search === '' && /^\/[\w-]+\/((index|default)\.\w{2,5})?$/i.test(pathname)
  } catch {
    return false
  }
}

/** A publication date or a source is printed as articles print them. */
function infoLine({ tree, regions, printedDate, inEntry }: KindFacts): boolean {
  if (printedDate >= 60) return true
  const start = regions.trail && regions.trail.el.to < regions.bodyStart ? regions.trail.el.to : 0
  const from = Math.max(start, regions.bodyStart - 2500)
  const label = /来 ?源 ?[：:]/.exec(tree.flat.slice(from, regions.bodyStart))
  // Entries of a search's answer print their own sources.
  return label !== null && !inEntry({ from: from + label.index, to: from + label.index + 1 })
}

/** The dated lists outweigh the paragraphs. */
function mainListShare(facts: KindFacts, dated: readonly FoundList[]): boolean {
  const listText = dated
    .filter((list) => list.region === 'body')
    .reduce((sum, list) => sum + list.items.reduce((n, item) => n + item.title.length, 0), 0)
  if (listText === 0) return false
  const main = facts.regions.main
  const inside =
    main !== null &&
    dated.some((list) => list.container.i >= main.i && list.container.i < main.last)
  return inside || listText >= facts.mainLength * 0.6
}

/** Marks the page's own lists: all dated ones on a home page, the one that fills the body of a listing. */
export function subjectLists(
  kind: PageKind,
  lists: readonly FoundList[],
  facts: ListingFacts,
): ReadonlySet<FoundList> {
  if (kind === 'home') return new Set(lists.filter((list) => list.marked > 0))
  if (kind !== 'listing' && kind !== 'directory') return new Set()
  const at = (region: string): FoundList[] =>
    lists.filter((list) => list.region === region && !list.elsewhere)
  const own = at('body')
  const names = namesOf(facts)
  const all = own.length > 0 ? own : at('side').filter((list) => !isNamedElse(list, names))
  // The panels of other tabs are other columns' lists; where nothing is shown, a script shows the list later.
  const shown = all.filter((list) => !list.container.hidden)
  const able = shown.length > 0 ? shown : all
  // Where one list bears the column's name, longer ones under other names are boxes beside it.
  const named = able.filter((list) => names.has(compareForm(list.heading ?? '')))
  const pool = named.length > 0 ? named : able
  let best: FoundList | null = null
  const weight = (list: FoundList): number => list.dated * 2 + list.items.length
  for (const list of pool) if (!best || weight(list) > weight(best)) best = list
  if (best === null) return new Set()
  return new Set(
    named.length > 0
      ? partsOf(facts.tree, able, best, isNextMonth)
      : partsOf(facts.tree, pool, best, isNextPart),
  )
}

/** Headings of boxes that are no part of the column's list. */
const NO_PART = /相关|链接|推荐|下载|附件|热|点击|排行/

/** Entries put together by the month: the months are one list. */
const MONTH = /^20\d\d ?[年.\-/] ?(?:\d{1,2} ?月?(?:份)?)?$|^\d{1,2} ?月份?$/

/**
 * The lists one below the other of which `best` is one: alike in make, each under a plain heading without a link (人大
 * 代表建议, then 政协提案). A linked heading leads to a column of its own.
 */
function partsOf(
  tree: PageTree,
  pool: readonly FoundList[],
  best: FoundList,
  isNext: typeof isNextPart,
): FoundList[] {
  const inOrder = [...pool].sort((a, b) => a.container.i - b.container.i)
  const at = inOrder.indexOf(best)
  let first = at
  while (first > 0 && isNext(tree, inOrder[first - 1], inOrder[first])) first -= 1
  let last = at
  while (isNext(tree, inOrder[last], inOrder[last + 1])) last += 1
  return inOrder.slice(first, last + 1)
}

function isAlike(above: FoundList, below: FoundList): boolean {
  const { container: a } = above
  const { container: b } = below
  return (
    (a.parent === b.parent || inLikeBoxes(a.parent, b.parent)) &&
    isMadeAs(a, b) &&
    a.last <= b.i &&
    above.dated > 0 === below.dated > 0
  )
}

function isMadeAs(a: El, b: El): boolean {
  return a.tag === b.tag && (a.attrs.class ?? '') === (b.attrs.class ?? '')
}

/** `<div><h3>人大建议</h3><ul>…</ul></div><div><h3>政协提案</h3><ul>…</ul></div>` */
function inLikeBoxes(a: El | null, b: El | null): boolean {
  return a !== null && b !== null && a.parent === b.parent && isMadeAs(a, b)
}

/** Nothing but the name of a month between them. */
function isNextMonth(
  tree: PageTree,
  above: FoundList | undefined,
  below: FoundList | undefined,
): boolean {
  if (above === undefined || below === undefined || !isAlike(above, below)) return false
  return MONTH.test(tree.flat.slice(above.container.to, below.container.from).trim())
}

function isNextPart(
  tree: PageTree,
  above: FoundList | undefined,
  below: FoundList | undefined,
): boolean {
  if (above === undefined || below === undefined || !isAlike(above, below)) return false
  if (isNextMonth(tree, above, below)) return true
  const { container: a } = above
  const { container: b } = below
  if (below.heading === null || above.heading === null) return false
  if (NO_PART.test(below.heading) || NO_PART.test(above.heading)) return false
  if (below.moreUrl !== null || above.moreUrl !== null) return false
  // Nothing but the heading stands between, and it leads nowhere.
  const between = compareForm(tree.flat.slice(a.to, b.from))
  if (between !== compareForm(below.heading)) return false
  return !tree.els.slice(a.last, b.i).some((el) => el.tag === 'a')
}

/** Dated entries that make a page titled like its column the column's list. */
const FEWEST_ENTRIES = 2

/** ArticleTitle where it names an article: on a list it may repeat what the column or the site is called. */
function articleTitleOn(meta: KindFacts['meta'], datedItems: number): string | null {
  const title = articleTitleOf(meta)
  if (title === null || datedItems < FEWEST_ENTRIES) return title
  const form = compareForm(title)
  const names = [tagValue(meta, 'ColumnName'), tagValue(meta, 'SiteName')]
  return names.some((name) => name !== null && compareForm(name) === form) ? null : title
}
