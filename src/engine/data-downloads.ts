/**
 * What a visitor gets who takes a data set: data, or something in its place (a page that says it failed, a login, a head
 * without rows), and whether the page of a set offers anything to take at all. Dead addresses are told where links are.
 */
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import type { Page } from '#model/page'
import {
  hiddenByScript,
  type LinkTarget,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'
import type { Element } from './elements.ts'
import { isTorn, saysFailed } from './failed-files.ts'
import { holdsMore, isReadWhole } from './hollow-pages.ts'
import type { Member } from './members.ts'
import { lineAbove } from './renewals.ts'
import { headsSets } from './set-rows.ts'

/** Addresses of files that may hold data. */
export const DATA_FILE = /\.(?:csv|xlsx?|json|xml|rdf|zip|rar|7z|txt)(?:$|\?)/i

/** What a visitor gets who follows `target` from a set's page, Chinese; null where it may be data. */
export function insteadOfData(site: SiteView, from: Page, target: LinkTarget): string | null {
  if (saysFailed(site, target)) return '网页提示，不是文件'
  const page = site.pageAt(target.url)?.page
  if (page === undefined) return null
  const { kind, file, title } = page
  if (kind.value !== 'file') {
    const isLogin = title !== null && LOGIN.test(title.trim()) && page.lists.length === 0
    if (isLogin) return FOR_SOME.test(from.text.excerpt) ? null : '登录页'
    return isPlainPage(site, target) ? '网页，不是文件' : null
  }
  if (file?.state === 'empty') return '空文件'
  if (isTorn(site, target)) return '残缺的文件，打不开'
  const other = NO_DATA[file?.kind ?? '']
  if (other !== undefined && DATA_TEXT.test(target.url)) return `打开是${other}，不是数据文件`
  if (other !== undefined && saysDataAlone(site, from))
    return `打开是${other}，写明的格式是${formatsSaid(from).join('、')}`
  const unlike = unlikeSaid(site, from)
  if (unlike !== null) return unlike
  // Rows of a text file are its lines: the first names the columns.
  const rows = /\.csv(?:$|\?)/i.test(target.url) && file?.state === 'text' && !file.truncated
  return rows && file.text.split('\n').filter((line) => line.trim() !== '').length === 1
    ? '只有表头，没有数据'
    : null
}

const DATA_TEXT = /\.(?:csv|xlsx?|json|xml|rdf)(?:$|\?)/i
const NO_DATA: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word文档',
  docx: 'Word文档',
  picture: '图片',
}

/** The address of a data file answers with a page of the portal that shows no data either. */
function isPlainPage(site: SiteView, { url, visit }: LinkTarget): boolean {
  const view = site.pageAt(url)
  if (view === null || !DATA_TEXT.test(url) || visit?.state !== 'stored') return false
  if (visit.status >= 400 || visit.blocked !== null || view.page.blocked !== null) return false
  const { attachments, frames, tables = [], pictures = [], links, template } = view.page
  const shows = attachments.length + frames.length + tables.length > 0
  const isOurs = template !== '' && links.some((link) => link.area === 'nav')
  return isOurs && !shows && !pictures.some(({ inBody }) => inBody) && hiddenByScript(view) === null
}

const FORMAT_SAID =
  /^[ \t]*(?:数据|文件|下载|资源)?格式[ \t]*[:：\s]?[ \t]*([A-Za-z、，,/|\s和及]{3,40})(?=\n|$)/m
const FAMILY: Readonly<Record<string, string>> = {
  XLS: 'XLS',
  XLSX: 'XLS',
  ET: 'XLS',
  EXCEL: 'XLS',
  CSV: 'CSV',
  JSON: 'JSON',
  XML: 'XML',
  RDF: 'RDF',
}

const formatsSaid = ({ text }: Page): readonly string[] =>
  FORMAT_SAID.exec(text.excerpt)?.[1]
    ?.toUpperCase()
    .match(/[A-Z]+/g) ?? []

/** Formats of data, and no file of data among those that it hands out. */
function saysDataAlone(site: SiteView, page: Page): boolean {
  const said = formatsSaid(page)
  const given = site.links.some(
    ({ url, from }) =>
      DATA_FILE.test(url) && from.some((link) => link.url === page.url && link.area !== 'nav'),
  )
  return said.length > 0 && said.every((word) => FAMILY[word] !== undefined) && !given
}

export const familyOf = (word: string): string | undefined => FAMILY[word]

/** 数据格式：XLSX, and nothing but CSV is handed out. Packages may hold anything, an interface answers as it is asked. */
function unlikeSaid(site: SiteView, page: Page): string | null {
  const words = formatsSaid(page)
  const said = words.map((word) => FAMILY[word])
  const given = site.links
    .filter(({ from }) => from.some(({ url, area }) => url === page.url && area !== 'nav'))
    .flatMap(({ url }) => DATA_FILE.exec(url)?.[0].replace(/[.?]/g, '').toUpperCase() ?? [])
  const kinds = given.map((one) => FAMILY[one])
  if (said.length === 0 || kinds.length === 0) return null
  if ([...said, ...kinds].includes(undefined) || kinds.some((one) => said.includes(one)))
    return null
  return `提供的是${[...new Set(given)].join('、')}，写明的格式是${words.join('、')}`
}

const LOGIN = /^(?:用户|会员|统一|统一身份|个人|账号)*(?:登录|登陆)(?:页面?|系统|认证)?$/

/** Says itself that not everybody may have it at once. */
const FOR_SOME = /登[录陆]|注册|有条件|申请/

/** Words of a page by which data may be had, be it for the asking, and no counter of downloads. */
const MAY_BE_HAD = /下载(?!次?数|量|人次|\s*[:：]?\s*\d)|接口|API|获取|导出|申请|有条件|联系/i

/** The page of a set was read whole, and neither its words nor its links lead to data. */
export function offersNothing(site: SiteView, view: PageView): boolean {
  const { page } = view
  const leads = ({ url, isAttachment, from }: LinkTarget): boolean =>
    (isAttachment || DATA_FILE.test(url)) && from.some((link) => link.url === page.url)
  const home = site.home?.page === page ? undefined : site.home?.page
  const tools = new Set(
    (home?.bareEntries ?? []).map(({ text }) => text).filter((one) => one !== ''),
  )
  const dead = deadDoors(page)
  const words = [...dead].reduce((rest, door) => rest.replaceAll(door, ''), page.text.excerpt)
  return (
    !site.links.some(leads) &&
    isReadWhole(view) &&
    !holdsMore(view) &&
    // Printed where it stands; what lists the sets is no data of theirs.
    (page.tables ?? []).every((table) => isDescription(table) || isListOfSets(table)) &&
    // A door of the home page too (无障碍浏览, 长者版) is a tool of the template.
    (page.bareEntries ?? []).every(({ text }) => tools.has(text) || dead.has(text)) &&
    !MAY_BE_HAD.test(words) &&
    !page.links.some(
      ({ url, text, area }) =>
        !dead.has(text.trim()) &&
        area !== 'nav' &&
        area !== 'footer' &&
        (DATA_FILE.test(url) || MAY_BE_HAD.test(text)),
    )
  )
}

/** Buttons of a download that lead nowhere: to the page itself, or with nothing behind them that could act. */
function deadDoors({ url, links, bareEntries = [] }: Page): ReadonlySet<string> {
  const self = links.filter(
    (link) => !link.url.includes('#') && placeKey(link.url) === placeKey(url),
  )
  const inert = bareEntries.filter((one) => one.inert === true)
  const words = [...self, ...inert].map(({ text }) => text.trim())
  return new Set(words.filter((text) => text !== '' && MAY_BE_HAD.test(text)))
}

/** 更新周期 | 每季度: what is told of the set, row by row, and no rows of it. */
const DESCRIBES =
  /^(?:数据集?|资源|目录)?(?:名称|标题|简介|描述|摘要|说明|格式|领域|主题|分类|来源|量|更新\S{0,6}|提供\S{0,6})$|^(?:最[近后新]|发布|更新|浏览|访问|下载|调用|开放|所属|提供|数据|联系)\S{0,8}$/
const LEAST_DESCRIBED = 2
const MOST_CELLS = 4

/** 数据集 | 更新周期 | 更新时间: a list of sets, none of which it holds. */
function isListOfSets([head = []]: NonNullable<Page['tables']>[number]): boolean {
  const cells = head.map((cell) => (cell ?? '').replace(/[\s:：]/g, ''))
  return headsSets(cells) && cells.some((cell) => OF_RENEWAL.test(cell))
}
const OF_RENEWAL = /更新|周期|格式|浏览|下载/

function isDescription(table: NonNullable<Page['tables']>[number]): boolean {
  const heads = table.map((row) => (row[0] ?? '').replace(/[\s:：]/g, ''))
  const told = heads.filter((head) => DESCRIBES.test(head)).length
  return (
    told >= LEAST_DESCRIBED &&
    told * 2 > heads.length &&
    table.every((row) => row.length <= MOST_CELLS)
  )
}

const WITHHELD = /(?:暂不|暂未|暂无|不)(?:提供|开放|支持|可)?(?:数据)?下载|暂不开放/
/** Another way to them, or why not everybody may have them. */
const INSTEAD = /接口|API|申请|有条件|受限|隐私|个人信息|秘密|涉密/i
/** 开放属性：有条件开放 */
const CONDITIONAL = /开放(?:属性|类型|方式|条件|级别)[\s:：]*(?:有条件|受限|依申请|不予|部分)/
/** 数据下载：请到窗口拷贝: whoever wants it must come. */
const AT_COUNTER =
  /(?:到|至|前往)[^，。；\s]{0,10}(?:窗口|大厅|现场|科室|办公室)[^，。；\s]{0,6}(?:拷贝|复制|领取|索取)|如[需要][^，。；\s]{0,8}请?(?:与|向|同|联系|致电|拨打)[^，。；\s]{2,16}/
const OF_DOWNLOAD = /^(?:数据)?(?:下载|获取)(?:方式|地址|途径)?(?:[\s:：]|$)/
const ONLINE = /接口(?:地址|文档|说明)|API|(?:点击|在线|网上|直接)下载/i

/** The line under the label of the download sends to a counter, and the page itself hands out nothing. */
function isAtCounter({ attachments, links, text }: PageView['page'], lines: string[]): boolean {
  const line = lines.at(-1) ?? ''
  const label = lines.slice(0, -1).findLast((one) => one !== '') ?? ''
  return (
    AT_COUNTER.test(line) &&
    (OF_DOWNLOAD.test(line) || OF_DOWNLOAD.test(label)) &&
    attachments.length === 0 &&
    !ONLINE.test(text.excerpt) &&
    !links.some(
      (link) => DATA_FILE.test(link.url) || (link.area !== 'nav' && /下载|导出/.test(link.text)),
    )
  )
}

/** Sets of which the pages say that they cannot be had, with the line that says so; an interface may stand in the place. */
export function withheldOn(
  views: readonly PageView[],
): readonly { readonly name: string; readonly place: Place }[] {
  const found = new Map<string, Place>()
  for (const { page } of new Set(views)) {
    const lines = page.text.excerpt.split('\n').map((line) => line.trim())
    for (const [i, line] of lines.entries()) {
      if (isAtCounter(page, lines.slice(0, i + 1)))
        found.set(clip(page.title ?? line, 30), { url: page.url, at: page.text.at, quote: line })
      if (WITHHELD.test(line) && !INSTEAD.test(line) && !CONDITIONAL.test(page.text.excerpt)) {
        const name = line.length > 20 ? line : (lineAbove(lines.slice(0, i).join('\n')) ?? line)
        found.set(clip(name, 30), { url: page.url, at: page.text.at, quote: clip(line, 80) })
      }
    }
  }
  return [...found].map(([name, place]) => ({ name, place }))
}

/** 数据格式 XLSX、CSV */
const FORMAT_LABEL = /^(?:数据|文件|下载|资源)?格式[ \t]*[:：\s][ \t]*\S/m
const LEAST_LABELLED = 2

/** What files are in need not be said beside them; where most of the sets say it behind a label, the others lack it. */
export function owedBeside(element: Element, sets: readonly Member[]): Element {
  const labelled = sets.filter(({ view }) => FORMAT_LABEL.test(view.page.text.excerpt))
  const most = labelled.length >= LEAST_LABELLED && labelled.length * 3 >= sets.length * 2
  return most ? { ...element, onPage: true } : element
}
