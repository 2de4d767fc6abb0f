/**
 * What one column shows: its items over all list pages, frames and year folders, the newest date with its place, how
 * dates are printed, whether it is empty, and whether enough was read to say so (coverage). Which columns exist is
 * column-drafts', what they are called topics'.
 */
import { daysBetween } from '#base/day'
import { isColumnIntro, putOff } from '#base/put-off'
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay, PageItem, Reading } from '#model/page'
import {
  type Column,
  type ColumnItem,
  type Coverage,
  hiddenByScript,
  type PageView,
  type Place,
} from '#model/site-view'
import { selfColumnNames, selfNames, trailNames } from './column-names.ts'
import type { ColumnDraft } from './draft-joins.ts'
import { bodyLinks, type OwnContent } from './own-content.ts'
import { saysBuilding } from './signs.ts'
import { isBlank, isReadable, type SiteIndex } from './site-index.ts'
import { captureTrouble, whyNotVisited } from './troubles.ts'

export interface ColumnContent {
  readonly items: readonly ColumnItem[]
  readonly firstPageItems: number
  readonly newest: Column['newest']
  readonly dates: Column['dates']
  readonly empty: boolean
  readonly underConstruction: boolean
  readonly coverage: Coverage
  readonly coverageBecause: string | null
  readonly pagingBecause: string | null
  readonly place: Place
}

export interface ContentInput {
  readonly draft: ColumnDraft
  readonly kind: Column['kind']
  /** Addresses of list pages 2 … n. */
  readonly furtherPages: readonly string[]
  /** Year folders under the column (2023年度), whose items are the column's own. */
  readonly folders: readonly ColumnDraft[]
  readonly hasChildren: boolean
  /** Addresses of the columns beside it, as `placeKey` has them. */
  readonly siblings: ReadonlySet<string>
  /** The question put to this column needs every list page (a report of an early year), not only the newest. */
  readonly needsAllPages: boolean
}

/** Own text shorter than this says nothing (a stray word or number). */
const OWN_TEXT = 4
/** Sureness from which an article's own date speaks against its list, and what is left to the list's then. */
const FIRM = 0.8
const DISPUTED = 0.85
/** Days apart that a midnight explains. */
const SLIP = 1
/** A head and a foot are no longer. */
const SHORT_TEXT = 200
/** What is said around 正在建设中 on a page that says nothing else. */
const POLITE =
  /(?:敬请|请)(?:期待|关注|谅解|稍候|稍后|等待)[^，。！\n]{0,4}|(?:感谢|谢谢)[^。！\n]{0,12}|给[您你][^。！\n]{0,12}不便|[\s，,。.！!…、~～]+/g
/** Short pages that only say that nothing is there. */
const NOTHING =
  /(暂无|没有|尚无|暂时没有|未)(?:找到|查到|查询到|检索到)?(?:您?(?:要找|所需)的)?(相关|任何|更多|更新|符合条件的)?的?(数据|内容|信息|记录|文章|资料)|(?:暂无|尚无|暂时没有)(?:相关|任何)?(?:专题|专栏|公告|公示|通知|文件|动态|新闻|图片|视频)(?=[\s。！!]|$)|共\s*0\s*(?:页[\s，,/]*0\s*)?条|共\s*0\s*页|(?:暂未|尚未|还未|从未|还?没有|暂时没有)(?:发布|公开|上传|录入|添加)过?(?:任何|相关)?的?(?:数据|内容|信息|记录|文章|资料)/
/** The head of a table without a row below it. */
const HEADS =
  /^(?:(?:序号|编号|索引号|标题|名称|题名|内容概述|信息名称|文件名称|信息标题|文号|发文字号|发布机构|公开机构|责任部门|来源|发布日期|发布时间|公开日期|公开时间|生成日期|成文日期|更新时间|日期|时间|操作|下载|查看|备注|点击数|浏览次数|附件)[\s|]*){2,}$/

/** 序号 before other heads: whatever they are, rows were to stand below. */
const COUNTED_HEADS = /^(?:序号|编号)(?:\s[\u4e00-\u9fff（）()/、]{2,14}){2,}$/
/** 共 26 条信息，每页 15 条: of a list that is not there. */
const COUNT =
  /^(?:共|总共|合计)\s*(?:有\s*)?\d+\s*[条篇项个](?:信息|记录|数据|内容)?[\s，,。/]*(?:(?:每页|当前|第)[^\n]{0,20})?$/

export function readColumn(index: SiteIndex, own: OwnContent, input: ContentInput): ColumnContent {
  const { draft } = input
  const view = draft.isSection ? null : draft.view
  if (view === null || input.kind === 'external' || !isReadable(view)) {
    return unread(index, input, view)
  }
  const { page } = view
  const frames = framesOf(index, view)
  const paging = page.paging?.because ?? null
  const firstLists = [view, ...frames.read].flatMap((one) => listedItems(index, own, one))
  const further = input.furtherPages.map((url) => ({ url, view: index.viewAt(url) }))
  const folders = input.folders.flatMap((folder) => (folder.view === null ? [] : [folder.view]))
  const furtherItems = [
    ...further.flatMap((one) => (one.view === null ? [] : [one.view])),
    ...folders,
  ]
    .filter(isReadable)
    .flatMap((one) => listedItems(index, own, one))
  const listed = mergeItems(index, [...firstLists, ...furtherItems])
  const items = isMenu(listed, page.url, input.siblings) ? [] : listed
  const printed = [...firstLists, ...furtherItems].some(({ item }) => item.publishedOn !== null)
  const scripted = hiddenByScript(view)
  const names = [draft.name, ...draft.otherNames, ...trailNames(view)]
  const shows = showsOf(own, view, names, input.siblings)
  const bare =
    items.length === 0 &&
    page.attachments.length === 0 &&
    !input.hasChildren &&
    input.folders.length === 0 &&
    frames.read.length === 0

  const gaps = [
    page.truncated ? '页面只收到一部分（过大，或传输中断）' : null,
    items.length === 0 && scripted !== null ? `栏目内容由脚本生成，没有读到（${scripted}）` : null,
    items.length === 0 && frames.unread.length > 0
      ? `${frames.unread.length === frames.blank ? '内嵌的页面是空白的' : '内嵌框架未读取'}：${frames.unread[0]}`
      : null,
    bare && shows === 'unknown' ? '没有认出栏目的正文区' : null,
    input.needsAllPages ? missingPages(index, page.paging, further) : null,
    input.needsAllPages && input.folders.some((folder) => folder.view === null)
      ? '年度子目录未读取'
      : null,
  ].filter((gap) => gap !== null)
  const settled = gaps.length === 0
  // A page without anything in the frame that is to show the column may be a fault of the moment: asked about.
  const isFramed = gaps.length === 1 && frames.blank > 0 && frames.blank === frames.unread.length
  return {
    items,
    firstPageItems: items.length === 0 ? 0 : mergeItems(index, firstLists).length,
    newest: newestOf(index, items, further.length > 0 ? paging : null),
    dates: printed ? 'printed' : items.length > 0 && scripted !== null ? 'script' : 'none',
    empty: (settled || isFramed) && bare && shows === 'nothing',
    underConstruction: page.underConstruction !== null && items.length === 0,
    coverage: settled ? 'complete' : 'partial',
    coverageBecause: settled ? null : gaps.join('；'),
    pagingBecause: paging,
    place: placeOf(view, draft.name),
  }
}

/** What an empty column seems to list are the columns beside it, where their menu is written like a list. */
function isMenu(
  items: readonly ColumnItem[],
  page: string,
  siblings: ReadonlySet<string>,
): boolean {
  const here = placeKey(page)
  return (
    items.length > 0 &&
    items.every(({ url, publishedOn }) => {
      const key = url === null ? '' : placeKey(url)
      return publishedOn === null && (key === here || siblings.has(key))
    })
  )
}

/**
 * Does the page show something of its own? `nothing` is claimed where the page says so (暂无数据) or where a list page
 * carries no line and no link that other pages lack; a query form or a page of pictures is no empty column, and a list
 * page of which no text at all was recognised is not known, unless other pages of its template show text there. A page
 * of head, trail and foot only is empty where other pages of its folder show text.
 */
function showsOf(
  own: OwnContent,
  view: PageView,
  names: readonly string[],
  siblings: ReadonlySet<string>,
): 'something' | 'nothing' | 'unknown' {
  const { page } = view
  if (page.kind.value === 'form' || page.writingBox != null) return 'something'
  const title = page.title ?? ''
  const lines = own
    .lines(view, [...names, title])
    .filter((line) => !COUNT.test(line) && !isColumnIntro(line))
  const said = lines.join(' ')
  // Beside the columns next to it (their menu, where other pages have it elsewhere) the page leads nowhere.
  const here = placeKey(page.url)
  const leads = own
    .links(view)
    .map(({ url }) => placeKey(url))
    .some((key) => key !== here && !siblings.has(key))
  // 暂无数据 may be drawn.
  const none =
    NOTHING.test(page.text.excerpt) ||
    HEADS.test(said) ||
    COUNTED_HEADS.test(said) ||
    (own.pictures(view) < 2 &&
      (page.pictures ?? []).some(({ alt, inBody }) => inBody && saysNone(alt ?? '')))
  const later =
    (own.pictures(view) < 2 && saysBuilding(lines)) ||
    (own.pictures(view) === 0 && putOff(lines.join('')))
  if (said.length < 60 && !leads && (none || later)) return 'nothing'
  const quote = page.underConstruction?.quote
  const beside = quote === undefined ? said : said.replace(quote, '').replace(POLITE, '')
  const pictures = own.pictures(view)
  const menu = isMenuAlone(view, siblings)
  // A menu names the page itself too; what leads to its neighbours alone may be a way in.
  const isMenu =
    menu && page.bareBody === true && bodyLinks(view).some(({ url }) => placeKey(url) === here)
  const entries =
    (isMenu ? 0 : own.links(view).length) +
    own.bareEntries(view, page.bareBody === true ? names : []) +
    // 正在建设 is often said beside a picture that says it again.
    (quote === undefined || pictures > 1 ? pictures : 0)
  if (beside.length >= OWN_TEXT || entries > 0) return 'something'
  if (quote !== undefined) return 'nothing'
  const kind = page.kind.value
  const unclear = kind === 'other' && page.text.length > 0 && page.text.length < SHORT_TEXT
  if ((kind === 'other' || kind === 'directory') && own.leadsUnlikeItsFolder(view, siblings))
    return 'something'
  // Sentences on many pages may be one text under several columns as well as a notice of the template.
  if (unclear && own.isFurniture(view)) return own.saysSentences(view) ? 'unknown' : 'nothing'
  const shownElse = own.folderShowsText(view) || menu
  if (kind === 'other' && page.bareBody === true && shownElse) return 'nothing'
  // Without a trail only its name says that it is the column's page.
  if (kind === 'other' && page.plainBody === true && names.includes(title)) return 'nothing'
  if (kind !== 'listing' && kind !== 'directory') return 'something'
  return page.text.length > 0 || own.siblingsShowText(view) ? 'nothing' : 'unknown'
}

/** 暂无数据, 栏目建设中, drawn. */
const saysNone = (words: string): boolean => NOTHING.test(words) || putOff(words) !== null

/** All that its body leads to are the columns beside it and itself, or several of them: their menu, where every column has a folder of its own. */
function isMenuAlone(view: PageView, siblings: ReadonlySet<string>): boolean {
  const here = placeKey(view.page.url)
  const all = new Set(bodyLinks(view).map(({ url }) => placeKey(url)))
  const others = [...all].filter((key) => key !== here)
  return others.length > (all.has(here) ? 0 : 1) && others.every((key) => siblings.has(key))
}

/** A column whose own page says nothing: external, by script only, not fetched, blocked or broken. */
function unread(index: SiteIndex, input: ContentInput, view: PageView | null): ColumnContent {
  const { draft, kind } = input
  const linked = draft.linkedFrom[0]
  return {
    items: [],
    firstPageItems: 0,
    newest: null,
    dates: 'none',
    empty: false,
    underConstruction: false,
    coverage: draft.isSection ? 'complete' : 'partial',
    coverageBecause: draft.isSection ? null : whyUnread(index, draft, kind, view),
    pagingBecause: null,
    place:
      draft.isSection && linked
        ? linked
        : view
          ? placeOf(view, draft.name)
          : { url: draft.url, at: null, quote: draft.name },
  }
}

function whyUnread(
  index: SiteIndex,
  draft: ColumnDraft,
  kind: Column['kind'],
  view: PageView | null,
): string {
  if (kind === 'external') return '链接指向站外，本次不读取站外内容'
  if (view !== null) return captureTrouble(view) ?? '栏目页没有可读的内容'
  return whyNotVisited(index, draft.url)
}

function missingPages(
  index: SiteIndex,
  paging: PageView['page']['paging'],
  further: readonly { url: string; view: PageView | null }[],
): string | null {
  const unread = further.filter((one) => one.view === null || !isReadable(one.view))
  const first = unread[0]
  const how = paging?.because === undefined ? '' : `；翻页：${paging.because}`
  if (first !== undefined)
    return `列表还有 ${unread.length} 页未读取（${whyNotVisited(index, first.url)}${how}）`
  const pages = paging?.pages ?? null
  if (pages !== null && pages > further.length + 1) {
    return `列表共 ${pages} 页，只读到 ${further.length + 1} 页${how}`
  }
  return null
}

interface Listed {
  readonly view: PageView
  readonly item: PageItem
}

/** The page's own list; where none was marked as such, its own links to article pages. */
function listedItems(index: SiteIndex, own: OwnContent, view: PageView): readonly Listed[] {
  const marked = view.page.lists
    .filter((list) => list.subject)
    .flatMap((list) => own.withoutMenu(list.items).map((item) => ({ view, item })))
  const kind = view.page.kind.value
  if (marked.length > 0 || !['listing', 'directory', 'other'].includes(kind)) return marked
  return own
    .links(view)
    .filter((link) => {
      const target = index.viewAt(link.url)
      // Two or three words may be a menu's: what they lead to says whether it stands here.
      if (kind === 'other' && squash(link.text).length < 4) return false
      if (target !== null && isEntryOf(view, target)) return true
      return kind !== 'other' && squash(link.text).length >= 4 && isArticle(target, link.text)
    })
    .map((link) => ({
      view,
      item: {
        title: link.title ?? squash(link.text),
        url: link.url,
        publishedOn: null,
        at: link.at,
      },
    }))
}

/** A list of one line or card looks like no list: what it leads to says itself that it stands in this column. */
function isEntryOf(column: PageView, target: PageView): boolean {
  if (!isReadable(target) || target === column) return false
  const kind = target.page.kind.value
  if (kind !== 'article' && !(kind === 'other' && (target.page.guideElements ?? null) !== null))
    return false
  const called = selfColumnNames(column)
  // A title may be the site's own name, which every breadcrumb may end with.
  const names = new Set((called.length > 0 ? called : selfNames(column)).map(compareForm))
  return selfColumnNames(target).some((name) => names.has(compareForm(name)))
}

/** Not a column that is one text (政府信息公开指南): it goes by the name it is linked by. */
function isArticle(view: PageView | null, linked: string): boolean {
  if (view === null || !isReadable(view) || view.page.kind.value !== 'article') return false
  const form = compareForm(linked)
  return !selfColumnNames(view).some((name) => compareForm(name) === form)
}

/** Same-portal frames: read ones give their lists to the page that shows them; `blank`: unread ones that answered with nothing. */
function framesOf(
  index: SiteIndex,
  view: PageView,
): { read: readonly PageView[]; unread: readonly string[]; blank: number } {
  const read: PageView[] = []
  const unread: string[] = []
  let blank = 0
  for (const url of view.page.frames) {
    if (!index.isInternal(url)) continue
    const frame = index.viewAt(url)
    if (frame !== null && frame !== view && isReadable(frame)) read.push(frame)
    else if (frame !== view) {
      unread.push(url)
      if (frame !== null && frame.capture.status === 200 && isBlank(frame)) blank += 1
    }
  }
  return { read, unread, blank }
}

/** One item per article (or per title, where it has no address), in list order; dated readings win over undated. */
export function mergeItems(index: SiteIndex, listed: readonly Listed[]): readonly ColumnItem[] {
  const merged = new Map<string, ColumnItem>()
  for (const { view, item } of listed) {
    const key = item.url === null ? `title:${item.title}` : index.keyOf(item.url)
    const known = merged.get(key)
    if (known !== undefined && (known.publishedOn !== null || item.publishedOn === null)) continue
    const publishedOn = againstArticle(index, item) ?? dateFromArticle(index, item.url)
    merged.set(key, {
      title: item.title,
      url: item.url,
      publishedOn,
      firstSeen: item.url === null ? null : firstSeen(index, item.url),
      place: { url: view.page.url, at: item.at, quote: item.title },
    })
  }
  return [...merged.values()]
}

function firstSeen(index: SiteIndex, url: string): CivilDay | null {
  return index.firstSeen.get(url) ?? index.firstSeen.get(placeKey(url)) ?? null
}

/** The printed day: less certain where the article itself prints another one, and it says which; surer where it prints the same. */
function againstArticle(index: SiteIndex, item: PageItem): Reading<CivilDay> | null {
  const listed = item.publishedOn
  const article = listed === null || item.url === null ? null : index.viewAt(item.url)
  const own = article !== null && isReadable(article) ? article.page.publishedOn : null
  if (listed === null || own === null || own.sureness < FIRM) return listed
  if (listed.value === own.value && listed.sureness < own.sureness)
    return {
      value: listed.value,
      sureness: own.sureness,
      because: `${listed.because}，与内容页所印一致（${own.because}）`,
    }
  if (Math.abs(daysBetween(listed.value, own.value)) <= SLIP) return listed
  return {
    value: listed.value,
    sureness: Math.min(listed.sureness, DISPUTED),
    because: `${listed.because}；内容页所印为 ${own.value}（${own.because}）`,
  }
}

function dateFromArticle(index: SiteIndex, url: string | null): Reading<CivilDay> | null {
  const article = url === null ? null : index.viewAt(url)
  const on = article?.page.publishedOn
  if (article === null || on === null || on === undefined || !isReadable(article)) return null
  return {
    value: on.value,
    sureness: on.sureness,
    because: `列表未印日期，取自文章页（${on.because}）`,
  }
}

/** `paging`: how the list's further pages were found, where it has any. */
export function newestOf(
  index: SiteIndex,
  items: readonly ColumnItem[],
  paging: string | null,
): Column['newest'] {
  let best: { item: ColumnItem; on: Reading<CivilDay> } | null = null
  let future = 0
  for (const item of items) {
    const on = item.publishedOn
    if (on === null) continue
    // A day after the visit is a misprint or a plan, not a publication.
    if (on.value > index.lastPossibleDay) future += 1
    else if (best === null || on.value > best.on.value) best = { item, on }
  }
  if (best === null) return null
  const note =
    (future > 0 ? `；另有 ${future} 条日期晚于采集日，未计` : '') +
    (paging === null ? '' : `；翻页：${paging}`)
  return {
    value: best.on.value,
    because: `${best.on.because}${note}`,
    place: best.item.place,
  }
}

/** A quote that really stands on the page: the column's name only where the page prints it. */
function placeOf(view: PageView, name: string): Place {
  const { page } = view
  const { url } = page
  const form = compareForm(name)
  const printed = [page.headTitle, page.title, ...page.trail]
  if (printed.some((text) => text !== null && compareForm(text).includes(form))) {
    return { url, at: null, quote: name }
  }
  const item = page.lists.find((one) => one.subject)?.items[0]
  if (item) return { url, at: item.at, quote: item.title }
  return { url, at: null, quote: page.headTitle ?? page.title ?? `HTTP ${view.capture.status}` }
}
