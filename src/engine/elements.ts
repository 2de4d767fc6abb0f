/**
 * Does a column say what it must? Looks for named elements (an address, a telephone number, a flow chart) in the texts
 * that belong to a column: its own page, its sub-columns and the pages of its entries. What may stand in pictures,
 * attachments or unread pages is never called missing. Which elements are owed is the check's business.
 */
import { firstSaid } from '#base/label-value'
import { type LabelId, type Labels, standingLabel, wordsWithin } from '#base/labels'
import { clip, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { Observation } from '#model/check'
import type { Attachment, PageLink, PagePicture } from '#model/page'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { citeColumn, citePage, listed } from './cite.ts'
import { ColumnTree, entriesOf } from './columns.ts'
import { isGoneColumn, partly, type Rests, WHOLE } from './coverage.ts'
import { isNameOnly } from './hollow-pages.ts'
import { furnitureOf } from './page-lines.ts'

/** One thing owed. `within`: words that show it; the words matched are the quote. */
export interface Element {
  readonly name: string
  readonly within: RegExp
  /** Words of a link or a file that show it; default: the same. */
  readonly linked?: RegExp
  /** Something to use on the page itself: never inside a file or a picture. */
  readonly onPage?: true
  /** A value behind a label: a label with nothing behind it, or with what stands for nothing (—, 暂无), is none. */
  readonly valued?: true
  /** Words that stand for another thing, taken out before looking (whom to complain to is not whom to ask). */
  readonly except?: RegExp
  /** What follows the words where they speak of a thing that is not to be had (暂停使用). */
  readonly unless?: RegExp
  /** Pictures that never show it, whatever is on them: any, or such as draw a procedure (流程图). */
  readonly notIn?: 'pictures' | 'charts'
}

/** The same as a check writes it down: families of labels, and what shows it without one. */
export interface OwedElement extends Omit<Element, 'within'> {
  readonly labels?: readonly LabelId[]
  readonly within?: RegExp
}

/** Elements with the words of their labels. */
export function labelledElements(
  labels: Labels,
  owed: readonly OwedElement[],
  names: readonly string[] = owed.map(({ name }) => name),
): readonly Element[] {
  return owed
    .filter(({ name }) => names.includes(name))
    .map(({ labels: ids = [], within, ...rest }) => ({
      ...rest,
      within: labelOr(labels, ids, within),
    }))
}

/** Words of these families, bare ones where they stand as labels, or what the expression finds. */
export function labelOr(labels: Labels, ids: readonly LabelId[], other?: RegExp): RegExp {
  const sources = [wordsWithin(labels, ...ids), standingLabel(labels, ...ids)]
  const own = other === undefined ? [] : [other.source]
  return new RegExp(`(?:${[...sources, ...own].join('|')})`, other?.flags)
}

/** Where an office sits, with a label or without one. */
export const OFFICE_ADDRESS: Omit<OwedElement, 'name'> = {
  valued: true,
  notIn: 'charts',
  labels: ['address'],
  // 可到上述办公地址当面提交: where that is was to be said above.
  unless: /\s*(?:当面|现场|直接|提交|递交|提出|邮寄|寄送|前往|领取|查阅|咨询|办理)/,
  within:
    /(?:政府|机关|办公[楼室]?|办事处|委员会|本?[局厅院中心站])(?:现)?(?:位于|坐落)|(?:位于|坐落)[^。；\n]{0,30}(?:[路街巷道][\u4e00-\u9fff]{0,6}\d|\d+\s*号|大楼|大厦|办公楼)|(?:路|街|街道|大道|巷|道|弄|里|村|园|大厦|大楼|广场|中心|号院)\s*(?:甲|乙|[东西南北中]段?)?\s*[\d０-９一二三四五六七八九十百]{1,6}\s*(?:号|弄|幢|栋|座|楼|层)/,
}
/** What both guides, to disclosure and to requests, and an institution's page owe of the office that keeps them. */
export const OFFICE_HOURS: OwedElement = {
  name: '办公时间',
  valued: true,
  notIn: 'charts',
  labels: ['officeHours'],
  // The title of an entry in a list, and the day it was published.
  unless: /\s*(?:19|20)\d{2}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?\s*$/,
  within:
    /[夏冬](?:令时|季)|\d{1,2}[:：点时]\d{0,2}分?\s*[-－—–~～至到]{1,2}\s*(?:[上下中]午)?\d{1,2}[:：点时]|工作日(?:上午|[\s:：（(]?\d)|(?:周|星期)一\s*(?:至|到|[-－—~～])[^\n]{0,30}(?:\d\s*[:：点时]|[一二三四五六七八九十]点)|[早朝][八九]晚[五六]/,
}
export const TELEPHONE: OwedElement = {
  name: '联系电话',
  valued: true,
  notIn: 'charts',
  labels: ['telephone'],
  within:
    /\btel\b|联系方式\s*[:：]?\s*[（(]?\d|(?:拨打?|致电|咨询)[^\n\d]{0,4}[（(]?0?\d{3}|(?<!(?:传\s*真|\bfax\b)[^\n\d电]{0,8})(?<!\d)(?:[（(]0\d{2,3}[)）]\s*|0\d{2,3}\s*[-－—–]?\s*)\d{7,8}(?!\d)/i,
}

/** The number of those who hear complaints, printed as theirs alone. */
export const COMPLAINT_PHONE =
  /(?<!(?:咨询|联系|服务|受理)[、及和与/（(]{0,2})(?:投诉|举报|监督(?!管理))[^。；\n\d电]{0,12}电话(?:号码)?\s*[:：为]?\s*[\d（()）\-—－ ]{7,20}/g

/** Entries' pages read for one column: a guide has one, a list of all decisions many. */
const MOST_VIEWS = 60
/** Shorter texts say nothing themselves: what they are about stands in a file or a picture. */
const LEAST_TEXT = 40

/** Pages that belong to a column, nearest first: its own, its sub-columns', its entries'. */
export function viewsOf(site: SiteView, column: Column): readonly PageView[] {
  const columns = [column, ...new ColumnTree(site).descendants(column)]
  const urls = [
    ...columns.map((one) => one.url),
    ...columns.flatMap((one) => entriesOf(site, one).map(({ url }) => url ?? '')),
  ]
  const views = new Map<string, PageView>()
  for (const url of urls) {
    const view = url === '' ? null : site.pageAt(url)
    if (view === null || view.page.blocked !== null || view.page.kind.value === 'error') continue
    for (const part of [view, ...view.page.frames.map((frame) => site.pageAt(frame))])
      if (part !== null) views.set(part.page.url, part)
    if (views.size >= MOST_VIEWS) break
  }
  return [...views.values()]
}

/** First place on these pages where the words stand: text, words of a link, an attachment, a tab over a part of the page. */
function findWords(
  views: readonly PageView[],
  element: Element,
  doors: Doors = NO_DOORS,
): Place | null {
  const { within: words, linked = words } = element
  const closed = element.valued === true ? doors.all : doors.others
  const beside = element.valued === true ? doors.beside : NO_DOORS.beside
  for (const view of views) {
    const { page } = view
    const said = saidIn(ownText(page, closed, beside, doors.menu), element)
    if (said !== null) return { url: page.url, at: null, quote: said }
    const link = [...page.links, ...page.attachments.map((file) => ({ ...file, text: file.title }))]
      .filter((one) => !('area' in one) || (isOwnLink(one, page) && !beside.has(placeKey(one.url))))
      .filter((one) => page.text.at !== null || !doors.menu.has(squash(one.text)))
      .find((one) => linked.test(one.text))
    if (link) return { url: page.url, at: link.at, quote: link.text }
    const tab = page.bareEntries?.find((one) => one.panel !== undefined && linked.test(one.text))
    if (tab) return { url: page.url, at: tab.at, quote: tab.text }
    for (const { caption, alt, at } of page.pictures ?? []) {
      const shown = [caption, alt].find((one) => one !== null && words.test(one)) ?? null
      if (shown !== null) return { url: page.url, at, quote: shown }
    }
  }
  return null
}

/**
 * Buttons below the text of a column's page stand outside it, in no menu and no foot; on other pages such links lead anywhere.
 * The latest of other columns, beside it on every page, are none of its own.
 */
function isOwnLink({ area, at }: PageLink, { kind, lists }: PageView['page']): boolean {
  const here =
    area === 'main' || area === 'list' || (area === 'other' && WITHOUT_MAIN.has(kind.value))
  return here && !lists.some((list) => isOthers(list) && at[0] >= list.at[0] && at[1] <= list.at[1])
}

/** Pages of a few entries or words, on which no main text is told from the rest. */
const WITHOUT_MAIN: ReadonlySet<string> = new Set(['other', 'directory'])

/** 相关下载, 相关附件 belong to the page beside whose text they stand. */
function isOthers({ elsewhere, heading }: PageView['page']['lists'][number]): boolean {
  return elsewhere === true && !/相关|下载|附件/.test(heading ?? '')
}

/** The page's text without the rows of lists that show other columns on every page. */
function ownText(
  { text, title, lists, links }: PageView['page'],
  doors: ReadonlySet<string> = NO_DOORS.all,
  beside: ReadonlySet<string> = NO_DOORS.beside,
  names: ReadonlySet<string> = NO_DOORS.menu,
): string {
  const rows = lists.flatMap((list) => (isOthers(list) ? list.items.map(({ title }) => title) : []))
  const isRow = (line: string): boolean => rows.some((title) => line.includes(title))
  const isMenu = (url: string, area: string): boolean =>
    beside.has(placeKey(url)) ||
    (text.at === null && (area === 'nav' || area === 'trail') && doors.has(placeKey(url)))
  const menu = new Set(
    doors.size + beside.size > 0
      ? links.flatMap((link) => (isMenu(link.url, link.area) ? [squash(link.text)] : []))
      : [],
  )
  if (text.at !== null) menu.delete(squash(title ?? ''))
  else for (const name of names) menu.add(name)
  const entries = new Set(links.map((link) => squash(link.text)))
  // 联系我们 may print the office's own address on the line of whom to call about the site.
  const lines = CONTACT.test(title ?? '')
    ? text.excerpt.replace(ADDRESS_BESIDE, '\n')
    : text.excerpt
  return lines
    .split('\n')
    .filter(
      (line) => !isRow(line) && !menu.has(line) && !KEEPER.test(line) && !isMenuRow(line, entries),
    )
    .join('\n')
}

/** 机构职能 领导之窗 规划信息: a menu in one line of the text. */
function isMenuRow(line: string, names: ReadonlySet<string>): boolean {
  const cells = line.trim().split(/[\s|｜]+/)
  return cells.length >= LEAST_ENTRIES && cells.every((cell) => names.has(cell))
}
const LEAST_ENTRIES = 3

/** Addresses of the portal's columns: all, and those that are not looked at. On a page without a main text the menus are read with it. */
interface Doors {
  readonly all: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  /** All but the sub-columns of those looked at: their names in a list are no words of it, wherever the list stands. */
  readonly beside: ReadonlySet<string>
  /** Names of columns that are not looked at, which many columns' pages print: a menu, wherever it stands. */
  readonly menu: ReadonlySet<string>
}
const NO_DOORS: Doors = { all: new Set(), others: new Set(), beside: new Set(), menu: new Set() }

function doorsOf(site: SiteView, columns: readonly Column[]): Doors {
  const tree = new ColumnTree(site)
  const own = new Set(columns.flatMap((column) => [column, ...tree.descendants(column)]))
  const keys = (some: readonly Column[]): ReadonlySet<string> =>
    new Set(some.map(({ url }) => placeKey(url)))
  return {
    all: keys(site.columns),
    others: keys(site.columns.filter((one) => !own.has(one))),
    beside: keys(site.columns.filter((one) => !own.has(one) || columns.includes(one))),
    menu: new Set(
      site.columns.flatMap((one) => {
        const name = squash(one.name)
        return !own.has(one) && furnitureOf(site).has(name) ? [name] : []
      }),
    ),
  }
}

/** A foot read with the text of a short page: whom to call about the site itself is nobody's office. */
const KEEPER =
  /(?:网站|系统|平台|技术)(?:建设|运行|运营|日常)?(?:维护|运维|支持|保障)(?:单位|联系|咨询)?电话/

const CONTACT = /联系(?:我们|方式)/
const ADDRESS_BESIDE = /[ \u3000\t，,；;|]+(?=(?:办公|单位|联系)?地址\s?[:：])/g

/** Whether a text shows the element. */
export function says(text: string, element: Element): boolean {
  return saidIn(text, element) !== null
}

/** The words in a text with a little of what follows them; null where it does not say them. */
function saidIn(text: string, { within, valued, unless, except }: Element): string | null {
  const lines = (except === undefined ? text : text.replace(except, '')).split('\n')
  if (valued === true) {
    const words =
      unless === undefined
        ? within
        : new RegExp(`(?:${within.source})(?!${unless.source})`, within.flags)
    const said = firstSaid(lines, words)
    return said === null ? null : clip(around(said.line, said.index, said.found))
  }
  for (const line of lines) {
    const found = within.exec(line)
    if (found === null) continue
    if (unless?.test(line.slice(found.index + found[0].length)) === true) continue
    return clip(around(line, found.index, found[0]))
  }
  return null
}

/** First place in the texts of the files that these pages attach. */
function wordsInFiles(site: SiteView, views: readonly PageView[], element: Element): Place | null {
  for (const { url, title } of views.flatMap((view) => view.page.attachments)) {
    // In a blank form 邮政编码 is asked of the applicant.
    if (BLANK_FORM.test(title)) continue
    const file = site.pageAt(url)?.page.file
    if (file?.state !== 'text') continue
    const said = saidIn(file.text, element)
    if (said !== null) return { url, at: null, quote: said }
  }
  return null
}

/** Where one page, or a file that it attaches (`site`), shows the element, or null. */
export function wordsOn(view: PageView, element: Element, site?: SiteView): Place | null {
  const place = findWords([view], element)
  return place ?? (site === undefined ? null : wordsInFiles(site, [view], element))
}

/** The words matched with a little of what follows them, for a reader. */
function around(line: string, start: number, words: string): string {
  return line.slice(start, Math.max(start + words.length, start + 60))
}

type Answer = Observation<'present' | 'missing' | 'elsewhere' | 'unread' | 'no-column'>

/**
 * One observation an element, subject `{prefix}：{name}`; a single one with the prefix as subject where the columns lead
 * outside (`elsewhere`, facts `target`), say nothing that could be read (`unread`, fact `reason`) or are none (`no-column`).
 * Facts: `element`, `column`, and `words` when present. `others`: pages that tell of somebody else; `portal`:
 * the whole of which `site` is one body's part, whose menus stand on the pages too.
 */
export function* judgeElements(
  site: SiteView,
  columns: readonly Column[],
  elements: readonly Element[],
  prefix: string,
  others: ReadonlySet<PageView> = new Set(),
  portal: SiteView = site,
): Generator<Answer> {
  const own = columns.filter((column) => column.kind === 'local')
  // A dead link beside the column that is there hides nothing of it.
  const there = own.filter((column) => !isGoneColumn(site, column))
  const local = there.length > 0 ? there : own
  const [first] = columns
  if (first === undefined) {
    const seen = site.home ?? site.pages[0]
    if (seen !== undefined)
      yield { outcome: 'no-column', subject: prefix, evidence: [citePage(seen)] }
    return
  }
  const name = listed([...new Set(columns.map((column) => column.name))], 3)
  const evidence = columns.flatMap((column) => [...citeColumn(site, column)]).slice(0, 3)
  const views = [...new Set(local.flatMap((column) => viewsOf(site, column)))].filter(
    (view) => !others.has(view),
  )
  if (local.length === 0) {
    yield {
      outcome: 'elsewhere',
      subject: prefix,
      facts: { column: name, target: first.url },
      evidence,
    }
    return
  }
  if (!views.some((view) => view.page.text.length >= LEAST_TEXT)) {
    const reason = local.find((column) => column.coverageBecause !== null)?.coverageBecause
    yield {
      outcome: 'unread',
      subject: prefix,
      facts: { column: name, reason: reason ?? '页面上没有读到文字，内容可能在附件或图片里' },
      evidence,
    }
    return
  }
  const onPage = pagesRead(site, local, views)
  const doors = doorsOf(portal, columns)
  // What is used on a page may have no words but its name.
  const telling = views.filter((view) => !isNameOnly(site, view))
  const places = elements.map(
    (element) =>
      findWords(element.onPage ? views : telling, element, doors) ??
      (element.onPage ? null : wordsInFiles(site, views, element)),
  )
  // Where words tell most of what is owed, the rest is owed in words too and no chart stands for it.
  const told = places.filter((place) => place !== null).length * 2 >= elements.length
  for (const [i, element] of elements.entries()) {
    const place = places[i] ?? null
    const subject = `${prefix}：${element.name}`
    const facts = { element: element.name, column: name }
    if (place !== null)
      yield {
        outcome: 'present',
        subject,
        facts: { ...facts, words: clip(place.quote, 60) },
        evidence: [place],
      }
    else
      yield {
        outcome: 'missing',
        subject,
        facts,
        evidence: views.slice(0, 3).map(citePage),
        coverage: (element.onPage ? null : hiddenBy(site, views, element, told)) ?? onPage,
      }
  }
}

/** A code to scan leads to an account, a portrait shows a face: neither says anything of the column. */
const SAYS_NOTHING = /二维码|扫一扫|公众号|微信|微博|照片|头像|肖像|证件照|工作照|标准照/

/** How an application goes on, step by step; where the office sits and when it is open stands in its text. */
const CHART = /流程|(?:程序|步骤)(?:示意)?图/

/** Pictures on which what is owed may be written. On a page that names the leaders, wordless ones and their names are portraits. */
function mayTell(picture: PagePicture, names: readonly string[]): boolean {
  const words = wordsOf(picture)
  if (!picture.inBody || SAYS_NOTHING.test(words)) return false
  const isPortrait = words === '' || names.some((name) => words.includes(name))
  return !(names.length > 0 && isPortrait)
}

const wordsOf = ({ alt, caption }: PagePicture): string => `${alt ?? ''} ${caption ?? ''}`.trim()

/** Pictures of the page on which what is owed may be written. */
function tellingPictures(site: SiteView, { page }: PageView): readonly PagePicture[] {
  // They are named on it, or it leads to a page for each.
  const led = new Set([page.url, ...page.links.map(({ url }) => url)])
  const names = site.leaders.filter(({ place }) => led.has(place.url)).map(({ name }) => name)
  return (page.pictures ?? []).filter((picture) => mayTell(picture, names))
}

/** Whether a picture stands on the page on which the element may be written. */
export function mayBePictured(site: SiteView, view: PageView, { notIn }: Element): boolean {
  if (notIn === 'pictures') return false
  const pictures = tellingPictures(site, view)
  if (notIn === undefined) return pictures.length > 0
  // 依申请公开流程图: a page that is named so shows nothing else.
  const named = CHART.test(view.page.title ?? '')
  return pictures.some((one) => !CHART.test(wordsOf(one)) && !(named && wordsOf(one) === ''))
}

/** Blank forms are for what their reader has to say. */
const BLANK_FORM = /申请(?:登记)?[表书]|登记表|样表/
const SAYS_MORE = /流程|指南|须知|说明|[及和、与]/

/** A file that was not read may hold what is owed, unless it is a blank form. */
function mayHold(site: SiteView, { url, title }: Attachment): boolean {
  if (BLANK_FORM.test(title) && !SAYS_MORE.test(title)) return false
  const file = site.pageAt(url)?.page.file
  return file?.state !== 'text' || file.truncated
}

/** What hides an element on these pages from a reader of texts: files that were not read, pictures; null where nothing does. */
function hiddenBy(
  site: SiteView,
  views: readonly PageView[],
  element: Element,
  told: boolean,
): Rests | null {
  if (views.some((view) => view.page.attachments.some((file) => mayHold(site, file))))
    return partly('内容可能在附件里')
  const { notIn, ...rest } = element
  const sought = notIn === 'charts' && !told ? rest : element
  return views.some((view) => mayBePictured(site, view, sought)) ? partly('内容可能在图片里') : null
}

/** Whether the pages themselves were read whole. */
function pagesRead(site: SiteView, columns: readonly Column[], views: readonly PageView[]): Rests {
  if (columns.some((column) => column.coverage === 'partial'))
    return partly(
      columns.find((column) => column.coverageBecause !== null)?.coverageBecause ?? '栏目没有看全',
    )
  if (views.some((view) => view.page.text.length > view.page.text.excerpt.length))
    return partly('文字过长，只读了前一部分')
  const unread = columns
    .flatMap((column) => [
      ...column.items.map((item) => item.url),
      ...new ColumnTree(site).descendants(column).map((below) => below.url),
    ])
    .filter((url) => url !== null && site.pageAt(url) === null).length
  if (unread > 0) return partly(`栏目下有 ${unread} 个页面没有读到`)
  return site.coverage === 'complete' ? WHOLE : partly(site.coverageBecause ?? '覆盖不完整')
}
