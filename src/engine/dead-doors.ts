/**
 * What stands behind the door to a function of disclosure on request: why an address is no flow chart, no progress query, no
 * filling in online. Only what its page plainly says counts; a page that a script fills, a frame or a picture may be anything.
 */
import { putOff } from '#base/put-off'
import { clip, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { PageView, Place, SiteView } from '#model/site-view'
import { isGone } from './coverage.ts'
import { saysError } from './failed-files.ts'
import { isNameOnly, isReadWhole } from './hollow-pages.ts'
import { OUT_OF_SERVICE_NEXT, outOfService } from './out-of-service.ts'

export type Door = '流程图' | '申请须知' | '进度查询' | '在线填报'

/** Why an address is no such function; null where it may be one. */
export function whyDead(site: SiteView, from: string, url: string, door: Door): string | null {
  const key = placeKey(url)
  const home = site.home === null ? '' : placeKey(site.home.page.url)
  if (key === home && placeKey(from) !== home && !url.includes('#')) return '只通向网站首页'
  const target = site.links.find((one) => placeKey(one.url) === key)
  const visits = [target?.visit ?? null, target?.firstVisit ?? null]
  if (visits.every((visit) => visit !== null && isGone(visit))) return '两次访问都打不开'
  const view = site.pageAt(url)
  if (view === null || view.page.blocked !== null || view.page.needsBrowser.value) return null
  const { page } = view
  if (page.frames.length > 0) return null
  if (door !== '流程图' && door !== '申请须知' && isUsed(view)) {
    const closed = closedWay(view)
    return closed === null ? null : `打开后写着“${clip(closed, 40)}”`
  }
  if (page.writingBox != null) return null
  if ((page.pictures ?? []).some(({ inBody }) => inBody)) return null
  if (door === '流程图' && (page.gonePictures ?? []).some(({ inBody }) => inBody) && isScant(view))
    return '打开后图片显示不出来'
  const hasFiles = page.attachments.length > 0
  if (!hasFiles) {
    if (saysError(view)) return '打开后只有出错提示'
    if (page.bareBody === true || (door === '流程图' && isNameOnly(site, view)))
      return '打开后没有内容'
    const quote = page.underConstruction?.quote
    const words =
      quote === undefined ? halted(view) : lineOf(site, { url, at: null, quote }) || quote
    if (words !== null) return `打开后只写着“${clip(words, 40)}”`
  }
  if (door === '申请须知') return null
  if (door === '流程图') return hasFiles ? null : whyNoChart(view)
  if (!isPlain(site, from, view)) return null
  if (door === '在线填报') return whyOffline(view) ?? whyNothing(view, '填写')
  return hasFiles ? null : (whyByPhone(view) ?? whyNothing(view, '查询'))
}

/** There is something to be written or chosen on it. */
function isUsed({ page }: PageView): boolean {
  return page.writingBox != null || page.fillable === true || page.kind.value === 'form'
}

/** Nothing but its name, a line and pictures that do not show. */
function isScant(view: PageView): boolean {
  const own = ownLines(view)
  return own.join('').length <= FEW_WORDS && !own.some((line) => STEPS.test(line))
}

/** Ways to somewhere else, told in words, and what is done with them. */
const WAYS =
  /https?:|www\.|@|\w\.(?:gov|com|org|net|cn)\b|网址|小程序|公众号|APP|扫[码描]|二维码|系统|平台|点击|登录|注册|邮[件箱]|微信/i

/** A page to fill in or to ask on without a box to write in, a table of answers, a link or an address: there is nothing to be used. */
function whyNothing(view: PageView, what: '填写' | '查询'): string | null {
  const { lists, tables = [] } = view.page
  const said = ownLines(view).join('\n')
  const isSaid = said.length > FEW_WORDS || WAYS.test(said) || BY_PHONE.test(said)
  if (isSaid || tables.length > 0 || lists.some(({ subject }) => subject)) return null
  return `打开后没有可以${what}的地方`
}

/** The words of a function on the column's pages, behind which there is nothing: an empty link, or the bare words. */
export function whyWordsOnly(
  site: SiteView,
  views: readonly PageView[],
  place: Place,
  words: RegExp,
  door: Door,
): { readonly why: string; readonly place: Place } | null {
  if (views.some((view) => !isReadWhole(view) || view.page.frames.length > 0)) return null
  if (door !== '流程图' && views.some(isUsed)) return null
  const named = views.flatMap(({ page }) =>
    (page.bareEntries ?? [])
      .filter(({ text }) => words.test(text) || text === '')
      .map((entry) => ({ ...entry, url: page.url })),
  )
  // What a script may open, or a tab shows.
  if (named.some(({ inert, panel }) => inert !== true || panel !== undefined)) return null
  if (door === '流程图') {
    const gone = views.some(({ page }) =>
      (page.gonePictures ?? []).some(
        ({ inBody, alt, caption }) => inBody && words.test(alt ?? caption ?? place.quote),
      ),
    )
    if (gone && !views.some(drawsChart)) return { why: '的图片显示不出来', place }
    if (views.some((view) => drawsChart(view) || tellsSteps(view))) return null
  }
  const empty = named.find(({ text }) => text !== '')
  if (empty !== undefined) {
    const { url, at, text } = empty
    return { why: '是空链接，点了没有反应', place: { url, at, quote: text } }
  }
  return isBareName(site, place, words) ? { why: '只有字样，没有链接', place } : null
}

/** A name alone on its line or in a row of names, with neither a door beside it nor a text below it. */
function isBareName(site: SiteView, place: Place, words: RegExp): boolean {
  const page = place.at === null ? site.pageAt(place.url)?.page : undefined
  if (page === undefined) return false
  const lines = page.text.excerpt.split('\n')
  const at = lines.findIndex((line) => line.includes(place.quote.replace(/…$/, '')))
  const line = lines[at] ?? ''
  const next = lines.slice(at + 1).find((one) => one.trim() !== '') ?? ''
  const parts = line.split(/[\s|｜>》]+/).filter((part) => words.test(part))
  if (parts.length === 0 || parts.some((part) => part.length > LONGEST_NAME)) return false
  if (/[，。；]/.test(line) || next.length > LONGEST_NEXT || /[，。；]/.test(next)) return false
  return !page.links.some(
    ({ area, text }) =>
      (area === 'main' || area === 'list' || area === 'other') &&
      (text === '' || parts.some((part) => part.includes(text)) || DOOR.test(text)),
  )
}

const LONGEST_NEXT = 24
/** What leads on without saying where. */
const DOOR = /点击|点此|点这|此处|这里|进入|入口|填写|提交|登录/

/** 依申请公开申请进度查询：, with what follows it. */
const LONGEST_NAME = 14
const CHART_STEPS = 3

/** Pictures, files of that name, or arrows between words. */
function drawsChart({ page }: PageView): boolean {
  return (
    page.attachments.some(({ title }) => /流程|程序|步骤|图/.test(title)) ||
    (page.pictures ?? []).some(({ inBody }) => inBody) ||
    /→|⇒|->/.test(page.text.excerpt)
  )
}

/** Several steps in its text. */
function tellsSteps({ page }: PageView): boolean {
  const lines = page.text.excerpt.split('\n').filter((line) => STEPS.test(line))
  return lines.length >= CHART_STEPS || lines.some((line) => /流程如下/.test(line))
}

/** The line of the page's text in which the words stand; empty where they stand elsewhere. */
export function lineOf(site: SiteView, { url, at, quote }: Place): string {
  const lines = at === null ? (site.pageAt(url)?.page.text.excerpt.split('\n') ?? []) : []
  return lines.find((line) => line.includes(quote.replace(/…$/, ''))) ?? ''
}

const FEW_WORDS = 60

/** A row of a menu or a foot, whatever stands beside its links. */
const LEAST_ROW = 3

function isMenuRow(line: string, links: ReadonlySet<string>): boolean {
  const words = line.split(/[\s|｜]+/)
  const led = words.filter((word) => links.has(word)).length
  return led === words.length || (words.length >= LEAST_ROW && led * 2 > words.length)
}

/** Lines of its own: neither its title nor what a menu repeats. */
function ownLines({ page }: PageView): readonly string[] {
  const links = new Set(['', ...page.links.map(({ text }) => squash(text))])
  const title = squash(page.title ?? '')
  return page.text.excerpt
    .split('\n')
    .map(squash)
    .filter((line) => line !== title && !isMenuRow(line, links))
}

/** Beside the menu's links the page says nothing else. */
function halted(view: PageView): string | null {
  const own = ownLines(view)
  if (own.join('').length > FEW_WORDS) return null
  return own.find((line) => outOfService(line) !== null) ?? putOff(own.join(''))
}

/** The way itself, by which it is said to be closed. */
const WAY =
  /(?:网上|在线|线上|网络|互联网|电子)(?:申请|申报|填报|提交|受理|渠道|通道|平台|系统)|(?:进度|结果|状态)?查询(?:功能|服务|系统|平台)|[本该](?:系统|平台|功能|渠道|通道|服务)/
const OPEN_AGAIN = /恢复(?:使用|正常|开放|服务|运行|访问)|已(?:经)?(?:升级)?完成|重新(?:开通|上线)/
/** Closed for some days or hours. */
const FOR_A_TIME = /期间|\d\s*[日时点:：]/

/** The sentence that says that the way of this page is closed, whatever boxes stand beside it; null where none does. */
export function closedWay({ page }: PageView): string | null {
  if (OPEN_AGAIN.test(page.text.excerpt)) return null
  const said = page.text.excerpt.split(/[。；;！!\n]/).find((sentence) => {
    const at = sentence.search(WAY)
    const isClosed = at >= 0 && OUT_OF_SERVICE_NEXT.test(sentence.slice(at))
    return isClosed && !FOR_A_TIME.test(sentence)
  })
  return said === undefined ? null : squash(said)
}

/** Steps told in words are a chart too. */
const STEPS =
  /→|⇒|->|步骤|环节|提[交出]|填写|登记|受理|审[查核批]|征求|补正|答复|告知|办结|归档|流程如下|[①②③④]/

/** 请到政务服务中心查看: a page so named that shows no chart and tells no step. */
function whyNoChart(view: PageView): string | null {
  const own = ownLines(view)
  const said = own.filter((line) => !/^[（(]?[^，。；]{0,16}(?:流程|程序)图?[)）]?$/.test(line))
  if (!isReadWhole(view) || own.join('').length > FEW_WORDS) return null
  if (said.some((line) => STEPS.test(line))) return null
  return said.length === 0 ? '打开后没有内容' : `打开后只写着“${clip(said.join(''), 40)}”`
}

/** Ways that are online, by whatever they are called. */
const ONLINE_TOO =
  /(?:在线|网上|线上|系统|平台|点击|登录|注册|电子邮[件箱]|邮箱|E-?mail|微信|小程序|二维码|扫码)/i
const BY_PHONE = /致电|拨打|来电|电话/
const TO_KNOW = /查询|了解|咨询|询问/

/** 可致电某某了解办理进度: a door to the query behind which nothing can be asked. */
function whyByPhone(view: PageView): string | null {
  const said = ownLines(view).join('\n')
  return said.length <= FEW_WORDS &&
    BY_PHONE.test(said) &&
    TO_KNOW.test(said) &&
    !ONLINE_TOO.test(said)
    ? '打开后只让打电话询问'
    : null
}

/** 请下载申请表填写后到某某室提交: a door to filling in online behind which the form is to be carried there on paper. */
const ON_PAPER =
  /(?:下载|打印|领取)[^。；;\n]{0,20}(?:申请)?表[^。；;\n]{0,24}(?:(?<![得达遇])到|前往|至|送|交|寄)[^。；;\n]{0,24}(?:提交|递交|交|办理|申请|[室楼窗]口?|办公室)/

function whyOffline(view: PageView): string | null {
  const said = ownLines(view).join('\n')
  return ON_PAPER.test(said) && !ONLINE_TOO.test(said)
    ? '打开后只让下载表格、到现场提交或邮寄'
    : null
}

/** Read whole, and no more behind it than a form to download; what the page it is reached from links too is a menu. */
function isPlain(site: SiteView, from: string, view: PageView): boolean {
  const { attachments, links } = view.page
  const menu = new Set((site.pageAt(from)?.page.links ?? []).map(({ url }) => placeKey(url)))
  const doors = [
    ...attachments.map((file) => file.title),
    ...links
      .filter(({ area, url }) => (area === 'main' || area === 'list') && !menu.has(placeKey(url)))
      .map((link) => link.text),
  ]
  return isReadWhole(view) && doors.every((words) => /表|下载/.test(words))
}
