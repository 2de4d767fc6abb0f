/**
 * The kind of a page that prints no day of publication and no dated list: an error in the site's own frame, a form, an
 * empty column, a list without days, a text with a title of its own (article), a column whose page is itself a text
 * (other), or an overview of entries (directory).
 */
import { FILE_ADDRESS } from '#base/file-names'
import type { Labels } from '#base/labels'
import { compareForm, squash } from '#base/text'
import type { PageKind, PageLink, Reading } from '#model/page'
import { readGuideElements } from './guide-elements.ts'
import { headSegments } from './head-segments.ts'
import { isAside, type ListingFacts, listingSigns, namesOf } from './listing-signs.ts'
import type { FoundList } from './lists.ts'
import { isPersonName } from './person-names.ts'
import type { Regions } from './regions.ts'
import { saysBuilding, saysFault, saysLeaving, saysMissing, saysNothing } from './signs.ts'
import { SITE_END, type TitleReading } from './title.ts'
import { type El, type PageTree, textOf } from './tree.ts'

export interface UndatedFacts extends ListingFacts {
  readonly labels: Labels
  readonly lists: readonly FoundList[]
  readonly url: string
  readonly links: number
  /** Links in the body: neither menu, trail nor footer. */
  readonly bodyLinks: number
  readonly entries: readonly PageLink[]
  /** The title as an article's would be read. */
  readonly title: TitleReading
  /** The page is that of one public message (来信、留言). */
  readonly letter: boolean
  /** Public messages that it prints. */
  readonly messages: number
}

/** Addresses that CMS families give to articles. */
export const ARTICLE_URL =
  /\/t(?:19|20)\d{6}_\d+\.|\/art_\d+_\d+|\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/|\/content_\d+|\/info\/\d+\/\d+\.|\/m?post_\d+|\/[0-9a-f]{32}\.s?html?|\/\d{7,}\.s?html?|[?&](?:article|news|info|content)_?id=/i
const LIST_URL =
  /\/(?:index|list|default|col|node|channel)?(?:_\d+)?\.s?html?$|\/$|\/col\/col\d+\/|list/i
const DOCUMENT_TITLE =
  /(通知|公告|公示|通告|通报|意见|方案|办法|规定|决定|批复|公报|报告|解读|条例|细则|讲话|致辞|纪要|声明|答记者问|令第?[\d一二三四五六七八九十]{0,5}号?)(（[^）]{1,20}）)?(?:$|[\s_|—-])/
/** Texts that a column of the same name consists of. */
const GUIDE_TITLE = /(?:指南|须知|章程|规定|办法|条例|细则)$/

/** Longest text of a page that says nothing but that there is nothing. */
const SCANT = 300
/** Shortest text that is one. */
const TEXT = 100
/** A few lines (an address and hours, whom to call) are the text of a page that is named as their column or title is. */
const FEW_LINES = 40

export function reading(value: PageKind, sureness: number, because: string): Reading<PageKind> {
  return { value, sureness, because }
}

/** Fewer labels stand on other pages too. */
const LEAST_GUIDE = 4

/** A service guide of a few short rows is no empty list, though its address is a column's. */
function shortGuide(
  { tree, regions, labels }: UndatedFacts,
  own: readonly FoundList[],
): Reading<PageKind> | null {
  if (regions.trail === null || own.length > 0) return null
  const found = readGuideElements(tree, regions, labels)
  const named = found === null || found.weak ? 0 : found.named.length
  return named >= LEAST_GUIDE ? reading('other', 0.75, '一份写明办理要素的办事指南') : null
}

/** No title above the text, no link in it: trail and `<title>` name the column whose page it is (问答, one page of all leaders). */
function columnText(facts: UndatedFacts, own: readonly FoundList[]): Reading<PageKind> | null {
  const { regions, mainLength, messages } = facts
  const steps = regions.trail?.texts ?? []
  const column = compareForm(steps[steps.length - 1] ?? '')
  const bare =
    own.length === 0 && ownEntries(facts) === 0 && messages === 0 && mainLength >= FEW_LINES
  const named =
    steps.length > 1 && column === compareForm(headSegments(facts.tree.headTitle)[0] ?? '')
  return bare && named ? reading('other', 0.9, '栏目页本身是一段文字，既无发布日期也无列表') : null
}

/** `lists`: those that are not other columns'. */
export function undatedKind(facts: UndatedFacts, lists: readonly FoundList[]): Reading<PageKind> {
  const own = lists.filter((list) => !isAside(facts, list))
  const { url, mainLength, regions } = facts
  return (
    scant(facts, own) ??
    form(facts) ??
    undatedList(facts, own) ??
    (facts.letter ? reading('article', 0.92, '一封来信及其办理情况') : null) ??
    text(facts, own) ??
    alone(facts, own) ??
    rowsBelow(facts, own) ??
    document(facts) ??
    (ARTICLE_URL.test(url) && mainLength > 80
      ? reading('article', 0.8, '地址为文章页样式，有正文')
      : null) ??
    overview(facts, own) ??
    shortGuide(facts, own) ??
    columnText(facts, own) ??
    (facts.messages > 1 && own.length === 0
      ? reading('other', 0.9, `一页印着 ${facts.messages} 封来信及其答复`)
      : null) ??
    sentence(facts) ??
    (mainLength < 60 && regions.trail !== null && LIST_URL.test(url)
      ? reading('listing', 0.55, '栏目地址，正文区没有内容')
      : reading('other', 0.5, '既无发布日期也无列表'))
  )
}

/** More links are a site's menu. */
const FEWEST_LINKS = 2

/** A sentence or two and nothing of a site around them: moved, closed, held off; whatever it is, it publishes nothing. */
function sentence(facts: UndatedFacts): Reading<PageKind> | null {
  const { tree, regions, links, lists } = facts
  const bare = regions.trail === null && links < FEWEST_LINKS && lists.length === 0
  if (!bare || tree.scripts.some(({ code }) => code.length > SCANT)) return null
  // Under a title of its own it is a short text.
  const own = facts.title.at === null ? '' : compareForm(facts.title.title ?? '')
  if (own.length >= FULL_TITLE && saidTwice(facts, own)) return null
  const lines = bodyLines(facts, SCANT / 2)
  const size = lines === null ? 0 : lines.join('').trim().length
  return size >= LEAST_SENTENCE && /[。！，,.!]/.test(lines?.join('') ?? '')
    ? reading('other', 0.9, '整页只有一两句话，没有网站的栏目和版式')
    : null
}

const LEAST_SENTENCE = 16

/** Furthest into a page that a server's own error begins. */
const FAULT_REACH = 800

/** Pages of few words, which say that there is nothing, or that one is about to leave. */
function scant(facts: UndatedFacts, own: readonly FoundList[]): Reading<PageKind> | null {
  // The server's own words, in no frame of the site's: hardly a link beside them.
  const first = facts.links <= 10 ? facts.tree.flat.slice(0, FAULT_REACH).split('\n') : []
  const fault = saysFault(first)
  if (fault !== null) return reading('error', 0.95, `服务器的出错信息“${fault}”`)
  const lines = bodyLines(facts, SCANT)
  if (lines === null) return null
  const missing = saysMissing(lines)
  if (missing !== null) return reading('error', 0.92, `正文区只有错误提示“${missing}”`)
  const leaving = regionsBare(facts) ? saysLeaving(lines) : null
  if (leaving !== null) return reading('other', 0.92, `离开本站的提示页：“${leaving}”`)
  if (own.some((list) => list.region === 'body' && list.items.length > 1)) return null
  const nothing = saysNothing(lines)
  if (nothing !== null) return reading('listing', 0.92, `栏目页写明没有内容：“${nothing}”`)
  const building = saysBuilding(lines)
  return building === null ? null : reading('listing', 0.9, `栏目页写明尚未建成：“${building}”`)
}

/** No trail and hardly a link: no page of a portal's frame. */
function regionsBare({ regions, links }: UndatedFacts): boolean {
  return regions.trail === null && links <= 10
}

/** Lines of the body, or null where they are more than `most` characters. */
function bodyLines({ tree, regions }: UndatedFacts, most: number): readonly string[] | null {
  const lines: string[] = []
  let size = 0
  for (let from = 0; from < regions.footer[0]; ) {
    let to = tree.flat.indexOf('\n', from)
    if (to < 0 || to > regions.footer[0]) to = regions.footer[0]
    const el = to > from ? tree.elementAt(from, to) : null
    if (el && !el.hidden && regions.of(el) === 'body' && el.linked < el.to - el.from) {
      size += to - from
      if (size > most) return null
      lines.push(tree.flat.slice(from, to))
    }
    from = to + 1
  }
  return lines
}

/** Boxes to fill in, or null: a form, or the door of one. */
export function form({
  tree,
  regions,
  mainLength,
  bodyLinks,
}: UndatedFacts): Reading<PageKind> | null {
  const inputs = tree.els.filter((el) => isField(el))
  // A box to write in, in the body: nobody searches with that.
  const writes = inputs.some((el) => el.tag === 'textarea' && regions.of(el) === 'body')
  // A letter box may be a title and a box for the text, and nothing else.
  const bare = writes && bodyLinks < 5 && mainLength < 200
  // A box for a password and hardly a word: one logs in here, and nothing is asked or applied for.
  const login = inputs.some((el) => /^password$/i.test(el.attrs.type ?? '') && !el.hidden)
  if (login && inputs.length <= 6 && mainLength < 200 && bodyLinks < 8)
    return reading('other', 0.9, '登录页：只有账号和密码的填写项')
  if (mainLength < 200 && bodyLinks < 5 && inputs.some((el) => asksNumber(tree, regions, el)))
    return reading('form', 0.9, '查询框：凭编号、查询码一类查询')
  if ((inputs.length < 4 && !bare) || mainLength >= 800) return null
  // With several entries beside the form the page may as well be the column's overview.
  return reading('form', writes && bodyLinks < 5 ? 0.92 : 0.75, `有 ${inputs.length} 个填写项`)
}

/** What only whoever applied or wrote can fill in; 标题, 文号, 索引号 search a list. */
const NUMBER_ASKED =
  /(?:查询|办件|申请|申报|受理|登记|信件|来信|回执|业务|办理)(?:码|编?号|编码|单号|密码)|受理号|流水号|身份证|证件号/
const MAX_ASKED = 200

/** A box of the body for the number of one's own case (进度查询): what it shows comes by asking. */
function asksNumber(tree: PageTree, regions: Regions, field: El): boolean {
  if (field.hidden || regions.of(field) !== 'body') return false
  let around: El | null = field.parent
  for (let climb = 0; around !== null && around.tag !== 'form' && climb < 2; climb++)
    around = around.parent
  if (around === null || around.to - around.from > MAX_ASKED) return false
  const { placeholder = '', title = '' } = field.attrs
  return NUMBER_ASKED.test(`${squash(textOf(tree, around))} ${placeholder} ${title}`)
}

function isField(el: El): boolean {
  if (el.tag === 'textarea') return true
  const type = (el.attrs.type ?? 'text').toLowerCase()
  return el.tag === 'input' && /^(text|tel|email|radio|checkbox|password)$/.test(type)
}

function undatedList(facts: UndatedFacts, own: readonly FoundList[]): Reading<PageKind> | null {
  const { mainLength } = facts
  const [most] = [...own].sort((a, b) => b.marked - a.marked)
  if (most !== undefined && most.marked >= 2 && mainLength < 1500) {
    const { named, paged, whole } = listingSigns(facts, most)
    const sure = whole && (named || paged) ? 0.92 : 0.8
    return reading('listing', sure, `正文区为只印月日的列表（${most.marked} 条）`)
  }
  const [longest] = [...own].sort((a, b) => b.items.length - a.items.length)
  const entries = longest?.items.length ?? 0
  if (longest === undefined || entries < 2) return null
  const { named, paged, whole } = listingSigns(facts, longest)
  // A text of its own, and beside it a menu of pages (指南 with the site's topics): the text is what the page is.
  const titles = longest.items.reduce((sum, item) => sum + item.title.length, 0)
  const outweighs = mainLength >= 2 * SCANT && mainLength > 4 * titles
  if (outweighs && !named && !paged && GUIDE_TITLE.test(facts.title.title ?? ''))
    return reading('article', facts.title.at === null ? 0.8 : 0.9, '指南、制度一类的正文，旁有菜单')
  const sure = whole && (named || (entries >= 5 && ofDocuments(facts, longest, named)))
  if (entries >= 5 && mainLength < 1500)
    return reading('listing', sure ? 0.92 : 0.75, `正文区为 ${entries} 条链接的列表，未印日期`)
  return mainLength < 60
    ? reading('listing', sure ? 0.9 : 0.65, `正文区只有 ${entries} 条链接，未印日期`)
    : null
}

/** Rows as long as the titles of documents are no menu; rows of files may be one text's attachments. */
function ofDocuments({ url }: UndatedFacts, { items }: FoundList, named: boolean): boolean {
  const length = items.reduce((sum, { title }) => sum + title.length, 0) / items.length
  const files = items.filter((item) => FILE_ADDRESS.test(item.url ?? ''))
  return files.length * 2 < items.length && length >= 12 && (named || LIST_URL.test(url))
}

/**
 * A text. With a printed title that is not the column's name it is a page in the column (办事指南, 规章): an article without a
 * day. Under the column's own name it is the column itself (机构职能, 联系我们).
 */
function text(facts: UndatedFacts, lists: readonly FoundList[]): Reading<PageKind> | null {
  const { title, at } = facts.title
  if (facts.mainLength < FEW_LINES || title === null || at === null) return null
  const names = namesOf(facts)
  const { regions } = facts
  const steps = regions.trail?.texts ?? []
  const own = compareForm(title)
  const column = compareForm(steps[steps.length - 1] ?? '')
  const person = isPersonName(title)
  // A text in no frame of the site's, as Word saves it.
  if (regionsBare(facts) && facts.bodyLinks <= 3) {
    const named = DOCUMENT_TITLE.test(title) || GUIDE_TITLE.test(title)
    if (named) return reading('article', 0.9, '整页只有一篇有标题的文字，未印发布日期')
  }
  if (regions.trail === null && GUIDE_TITLE.test(title) && saidTwice(facts, own))
    return reading('article', 0.9, '有标题的指南、制度一类的正文，未印发布日期')
  if (column === '' || (own.length < 4 && !person)) return null
  if (facts.mainLength < TEXT) {
    const lines = !person && own.length >= FULL_TITLE && own !== column && isBare(facts, lists)
    if (lines && saidTwice(facts, own))
      return reading('article', 0.9, '网页标题与印出的标题一致，下有几行文字，未印发布日期')
    if (lines && DOCUMENT_TITLE.test(title))
      return reading('article', 0.9, '标题为公文样式，下有几行文字，未印发布日期')
    return lines ? reading('article', 0.78, '有自己的标题，下有几行文字，未印发布日期') : null
  }
  // Short words between many links: entries of a directory (leaders with 简历, 分工), no text.
  const between = (regions.main?.linked ?? 0) > 0
  if (own === column && between && facts.bodyLinks >= 8 && facts.mainLength < facts.bodyLinks * 25)
    return reading('directory', 0.75, `以栏目为题，${facts.bodyLinks} 个链接之间只有简短文字`)
  // What a guide or a rule says is the text that the column is there for, not words about the column; some call either a column.
  if (own === column && GUIDE_TITLE.test(title))
    return reading('article', 0.85, '栏目只有一篇指南、制度一类的文字，未印发布日期')
  if (own === column) return reading('other', 0.9, '栏目页本身是一段文字，既无发布日期也无列表')
  const twice = names.has(own) || saidTwice(facts, own) || holdsHead(facts, own, column)
  // A leader's own page may as well count as a column of one text: see `letter` for what hangs on it.
  if (person) return reading('article', 0.78, '以人名为题的一段文字，未印发布日期')
  return reading('article', twice ? 0.9 : 0.8, '有自己的标题和正文，未印发布日期')
}

/** Shorter ones are as likely a column's name. */
const FULL_TITLE = 9

/** Neither rows of a list nor links nor letters: nothing but words. */
function isBare({ bodyLinks, messages }: UndatedFacts, lists: readonly FoundList[]): boolean {
  return lists.length === 0 && bodyLinks <= 1 && messages === 0
}

/** A document by its title. */
function document({ tree, title, mainLength }: UndatedFacts): Reading<PageKind> | null {
  if (mainLength <= 80) return null
  const { at } = title
  if (at !== null && DOCUMENT_TITLE.test(title.title ?? '')) {
    const rule = tree.flat.slice(at[1]).search(/第[一1] ?条/)
    return rule >= 0
      ? reading('article', 0.9, '标题为公文样式，下有条文，未印发布日期')
      : reading('article', 0.78, '标题为公文样式，有正文，未印发布日期')
  }
  return DOCUMENT_TITLE.test(tree.headTitle ?? '')
    ? reading('article', 0.7, '网页标题为公文样式，有正文，未印发布日期')
    : null
}

/** `<title>` shortens the printed title (身份证到期换领 for 居民身份证到期换领), and does not name the column. */
function holdsHead({ tree }: UndatedFacts, own: string, column: string): boolean {
  const head = compareForm(headSegments(tree.headTitle)[0] ?? '')
  return head.length >= 5 && head !== column && own.includes(head)
}

/** What a door to something else is called; `SITE_END` has the names of sites and bodies. */
const DOOR = /(?:平台|系统|中心|登录|登陆|专题|专栏|首页)$/
/** Links of a bare menu. */
const FEW_LINKS = 3

/** No trail, and `<title>` begins with just the title that is printed above the text: that text's own page. */
function alone(facts: UndatedFacts, lists: readonly FoundList[]): Reading<PageKind> | null {
  const { regions, tree, bodyLinks, messages } = facts
  const { title, at } = facts.title
  if (regions.trail !== null || title === null || at === null) return null
  if (lists.length > 0 || bodyLinks > FEW_LINKS || messages > 0) return null
  const own = compareForm(title)
  if (own.length < FULL_TITLE || SITE_END.test(title) || DOOR.test(title)) return null
  const same = compareForm(headSegments(tree.headTitle)[0] ?? '') === own
  return same && wordsBelow(facts, at[1]) >= FEW_LINES
    ? reading('article', 0.9, '网页标题就是印出的标题，下有正文，未印发布日期')
    : null
}

/** Fewer filled rows may be the heads of a table that a script fills. */
const LEAST_ROWS = 3

/** No paragraph stands out, but the rows of a table do, under a title that is not the column's (清单, 名单, 一览表). */
function rowsBelow(facts: UndatedFacts, lists: readonly FoundList[]): Reading<PageKind> | null {
  const { regions, tree } = facts
  const { title, at } = facts.title
  if (regions.trail === null || title === null || at === null || !isBare(facts, lists)) return null
  const { texts } = regions.trail
  const own = compareForm(title)
  const fits = own.length >= FULL_TITLE || DOCUMENT_TITLE.test(title)
  if (!fits || own === compareForm(texts[texts.length - 1] ?? '') || !saidTwice(facts, own))
    return null
  const rows = tree.tagged('tr').filter((el) => el.from >= at[1] && el.to - el.from > LEAST_ROWS)
  return rows.length >= LEAST_ROWS && wordsBelow(facts, at[1]) >= FEW_LINES
    ? reading('article', 0.9, '网页标题与印出的标题一致，下有表格，未印发布日期')
    : null
}

/** Characters between the title and the footer. */
function wordsBelow({ tree, regions }: UndatedFacts, from: number): number {
  return compareForm(tree.flat.slice(from, Math.max(from, regions.footer[0]))).length
}

/** `<title>` says the printed title too. */
export function saidTwice({ tree }: Pick<UndatedFacts, 'tree'>, own: string): boolean {
  return compareForm(tree.headTitle ?? '').includes(own)
}

function overview(facts: UndatedFacts, own: readonly FoundList[]): Reading<PageKind> | null {
  const { mainLength, regions } = facts
  const { title, at } = facts.title
  const entries = ownEntries(facts)
  // The column's own page with a handful of entries; more of them are a menu that other pages have too.
  const steps = regions.trail?.texts ?? []
  const column = steps.length > 1 && compareForm(steps[steps.length - 1] ?? '')
  const head = regions.trail === null && compareForm(headSegments(facts.tree.headTitle)[0] ?? '')
  const called = compareForm(title ?? '-')
  const few = entries >= 4 && entries <= MANY_ENTRIES
  const named = few && (column === called || (head === called && at !== null))
  if (mainLength < 200 && entries >= LEAST_LEADERS && leadsToPeople(facts))
    return reading('directory', 0.9, '正文区是几位领导的入口，没有正文')
  // Beside the menu of its neighbours the column shows nothing that leads on.
  const bare = entries < 2 && facts.bodyLinks > entries
  if (mainLength < 200 && facts.links >= 30 && !bare)
    return reading('directory', named ? 0.9 : 0.6, '以链接为主，无列表日期，无正文')
  if (mainLength < 60 && entries >= 6 && regions.trail !== null)
    return reading('directory', named ? 0.9 : 0.6, `正文区为 ${entries} 个栏目的入口，没有正文`)
  // As few rows may be an undated list too.
  if (column !== false && own.length === 0 && entries >= 2 && entries < 6 && onlyLinks(facts))
    return reading('directory', 0.75, `正文区只有 ${entries} 个下级栏目的入口`)
  return null
}

const MANY_ENTRIES = 24

/** Unlinked words of the body are no more than headings. */
function onlyLinks(facts: UndatedFacts): boolean {
  const lines = bodyLines(facts, FEW_LINES)
  const names = new Set((facts.regions.trail?.texts ?? []).map(compareForm))
  return lines?.every((line) => line.trim() === '' || names.has(compareForm(line))) ?? false
}

/**
 * Links of the body without the menu of the column's neighbours: rows alike, one of which has the column's own name.
 * Where the name heads the rows it is of another make than they.
 */
function ownEntries({ tree, regions, bodyLinks, entries }: UndatedFacts): number {
  const steps = regions.trail?.texts ?? []
  const column = steps.length > 1 ? compareForm(steps[steps.length - 1] ?? '') : ''
  if (column === '' || bodyLinks < 2) return bodyLinks
  const starts = new Set(entries.map(({ at }) => at[0]))
  const links = tree.tagged('a').filter((el) => el.to > el.from && starts.has(el.start))
  const self = links.find((el) => compareForm(textOf(tree, el)) === column)
  let row: El | null = self ?? null
  let box = row?.parent ?? null
  for (let climb = 0; row !== null && box !== null && climb < 4; climb++) {
    const around = box
    const menu = links.filter((el) => el.i > around.i && el.i < around.last)
    const alike = (el: El): boolean => el.parent === around && el.tag === row?.tag && el !== row
    if (menu.length >= 2) {
      const rows = tree.els.slice(around.i + 1, around.last).filter(alike)
      return rows.length > 0 ? bodyLinks - menu.length : bodyLinks
    }
    row = box
    box = box.parent
  }
  return bodyLinks
}

const LEAST_LEADERS = 3

/** Most links of the body are people's names. */
function leadsToPeople({ tree, regions, bodyLinks }: UndatedFacts): boolean {
  const named = tree.tagged('a').filter((el) => {
    const size = el.to - el.from
    return size > 1 && size < 8 && regions.of(el) === 'body' && isPersonName(textOf(tree, el))
  })
  return named.length >= LEAST_LEADERS && named.length * 2 > bodyLinks
}
