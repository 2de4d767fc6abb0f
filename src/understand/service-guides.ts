/**
 * Service guides (办事指南) of the portal: pages under the service columns that name elements as labels, or whose title
 * says that they are one. A guide that may say the rest in a file, a picture or by script is kept, with that told.
 */
import type { Labels } from '#base/labels'
import { type Column, hiddenByScript, type PageView, type ServiceGuide } from '#model/site-view'
import { columnsUnder, viewsUnder } from './column-views.ts'
import { elementsInText, type FoundElements, GUIDE_ELEMENTS } from './guide-elements.ts'
import type { SiteIndex } from './site-index.ts'

const TOPICS = ['serviceGuide']
/** 办事服务: beside guides it may list the places and news of services, so its entries must say more to be one. */
const SECTION = ['service']
/** What tells how a service is got; places, hours and telephones are told of any house. */
const OF_PROCEDURE: ReadonlySet<string> = new Set(['设定依据', '申请条件', '办理材料', '办理流程'])
const LEAST_OF_PROCEDURE = 2
const NAMED = /(?:办事|服务|办理|申请|申报)指南(?:[（(].{0,20}[）)])?$/
/** A guide of running text says at least this much; shorter ones point to a file. */
const LEAST_TEXT = 80
/** A short page that names so many is no pointer to a file: it says in cells what it says. */
const LEAST_LABELLED = 4
/** Elements that a page with another title must name to be a guide. */
const LEAST_NAMED = 3
/** Guides beside a page that names few elements. */
const LEAST_FELLOWS = 2
/** Of a unit or a notice, no service. */
const NO_SERVICE =
  /(?:局|委|厅|科|股|站|所|院|校|室|中心|大厅|窗口|公司)(?:[（(].*[）)])?$|通知|公告|公示|通告|通报|启事|提示|提醒|调整|招聘|名单|名录|一览|目录|清单|电话|地址|地点|时间|联系|网点|分布|查询|[?？]/

export function readServiceGuides(
  index: SiteIndex,
  columns: readonly Column[],
  labels: Labels,
): readonly ServiceGuide[] {
  const under = new Set(viewsUnder(index, columnsUnder(columns, TOPICS)))
  for (const view of guidesOfSection(index, columns)) under.add(view)
  const views = [...under]
  const guides = views.filter(({ page }) => (page.guideElements ?? []).length >= LEAST_NAMED)
  const hinted = views.filter(({ page }) => page.guideHints !== undefined).length
  // Among guides of the same make, one that lacks half is one too.
  const makes = new Set(
    guides.length >= Math.max(LEAST_FELLOWS, hinted) ? guides.map(({ page }) => page.template) : [],
  )
  const found = views.flatMap((view): readonly ServiceGuide[] => {
    const { page } = view
    const rows = page.guideRows ?? []
    if (rows.length >= LEAST_FELLOWS)
      return rows.map(({ missing, quote, at }) => ({
        title: quote,
        url: page.url,
        missing,
        unread: null,
        place: { url: page.url, at, quote },
      }))
    const kind = page.kind.value
    const title = page.title ?? ''
    const filed = elementsFiled(index, page, labels)
    // A page that holds its file and nothing else looks like a list of one.
    const isOneFile = filed !== null && page.attachments.length === 1 && page.lists.length === 0
    if (!isOneFile && (kind === 'listing' || kind === 'directory')) return []
    if (kind === 'home') return []
    const isFiled = filed !== null
    const isOfFile = isFiled && !NO_SERVICE.test(title)
    const isFellow =
      page.guideHints !== undefined && makes.has(page.template) && !NO_SERVICE.test(title)
    const named = namedOf(page)
    const tells = isFellow || (page.guideElements ?? []).length >= LEAST_NAMED
    if (!tells && !NAMED.test(title) && !isOfFile) return []
    // The title of a guide is the name of its service.
    const missing = GUIDE_ELEMENTS.filter(
      (name) =>
        name !== '事项名称' && !named.includes(name) && filed?.named.includes(name) !== true,
    )
    const own = new Set([...ownOf(named, page.guideLoose), ...ownOf(filed?.named, filed?.loose)])
    const loose = GUIDE_ELEMENTS.filter(
      (name) => name !== '事项名称' && !missing.includes(name) && !own.has(name),
    )
    return [
      {
        title,
        url: page.url,
        missing,
        loose,
        unread: missing.length + loose.length === 0 ? null : unreadOf(view, isFiled),
        place: {
          url: page.url,
          at: null,
          quote: title === '' ? `HTTP ${view.capture.status}` : title,
        },
      },
    ]
  })
  return apart(found)
}

const ownOf = (named: readonly string[] = [], loose: readonly string[] = []): readonly string[] =>
  named.filter((name) => !loose.includes(name))

/** So many guides of a portal name an element by its own words, and as many as do not: what stands for it elsewhere is another. */
const LEAST_APART = 2

/** 办理时限 is no 办理时间 where the other guides print both. */
function apart(guides: readonly ServiceGuide[]): readonly ServiceGuide[] {
  const kept = (name: string): boolean => {
    const telling = guides.filter(({ missing }) => !missing.includes(name))
    const own = telling.filter(({ loose }) => loose?.includes(name) !== true).length
    return own >= Math.max(LEAST_APART, telling.length - own)
  }
  const strict = new Set(GUIDE_ELEMENTS.filter(kept))
  return guides.map(({ loose = [], ...guide }) => {
    const left = loose.filter((name) => !strict.has(name))
    const missing = GUIDE_ELEMENTS.filter(
      (name) => guide.missing.includes(name) || (loose.includes(name) && strict.has(name)),
    )
    // What may stand in a file tells nothing of a guide that lacks nothing.
    const unread = missing.length === 0 ? null : guide.unread
    return { ...guide, missing, unread, ...(left.length === 0 ? {} : { loose: left }) }
  })
}

/**
 * Pages of the section, in its lists or by their trail, that are guides by what they name; those that name few may be
 * fellows of others.
 */
function guidesOfSection(index: SiteIndex, columns: readonly Column[]): readonly PageView[] {
  return viewsUnder(index, columnsUnder(columns, SECTION)).filter(({ page }) => {
    const named = page.guideElements ?? []
    return (
      (page.guideHints !== undefined ||
        (named.length >= LEAST_NAMED &&
          (named.includes('事项名称') ||
            named.filter((name) => OF_PROCEDURE.has(name)).length >= LEAST_OF_PROCEDURE))) &&
      !NO_SERVICE.test(page.title ?? '')
    )
  })
}

function namedOf(page: PageView['page']): readonly string[] {
  return page.guideElements ?? page.guideHints ?? []
}

/** An empty form asks the applicant and tells nobody where, when and by what law. */
const BLANK_FORM =
  /(?:申请|申报|登记|审批|备案|报名|审核)表|(?:申请|承诺|委托)书|样表|样本|空白表格|表格下载|范[本例]|示范文本/
/** What else a file named like a form may say. */
const NOT_FORM = /指南|流程|须知|告知|说明|清单|目录|一览|材料/

function isBlankForm({ title, url }: PageView['page']['attachments'][number]): boolean {
  const named = title === '' ? url : title
  return BLANK_FORM.test(named) && !NOT_FORM.test(named)
}

/** A file that names so many elements is the guide, and what it lacks it does not say. */
const LEAST_FILED = 5

type Filed = Pick<FoundElements, 'named' | 'loose'>

/** What the guide's files name, where each was read whole and one of them is the guide; else null. */
function elementsFiled(
  index: SiteIndex,
  { attachments, frames }: PageView['page'],
  labels: Labels,
): Filed | null {
  const files = attachments.filter((file) => !isBlankForm(file))
  if (files.length === 0 || frames.length > 0) return null
  const found = files.map(({ url }) => {
    const file = index.viewAt(url)?.page.file
    return file?.state === 'text' && !file.truncated ? elementsInText(file.text, labels) : null
  })
  const read = found.flatMap((one) => one ?? [])
  if (read.length < files.length || !read.some(({ named }) => named.length >= LEAST_FILED))
    return null
  const own = read.flatMap(({ named, loose }) => ownOf(named, loose))
  return {
    named: read.flatMap(({ named }) => named),
    loose: read.flatMap(({ loose }) => loose).filter((name) => !own.includes(name)),
  }
}

const IN_FILE = /附件|附后|附表/
/** 详见 points to something else unless it says to which window, or nothing on the page leads to it (详见相关规定). */
const POINTS = /详见(?![^，,。；;\n]{0,8}(?:窗口|大厅|现场|柜台|前台|工作人员))/
const ADDRESS = /详见[^，,。；;\n]{0,30}(?:网|平台|系统|公众号|APP|小程序|二维码|https?:|www\.)/i

function leadsOn({ links, attachments, text }: PageView['page']): boolean {
  if (!POINTS.test(text.excerpt)) return false
  const forms = new Set(attachments.map(({ url }) => url))
  return (
    ADDRESS.test(text.excerpt) ||
    links.some(({ area, url }) => /^(?:main|other|list)$/.test(area) && !forms.has(url))
  )
}

function unreadOf(view: PageView, filed: boolean): string | null {
  const { page } = view
  const named = namedOf(page)
  if (page.truncated) return '页面过大，只读了前一部分'
  if (filed) return null
  if (page.attachments.some((file) => !isBlankForm(file)) || IN_FILE.test(page.text.excerpt))
    return '内容可能在附件里'
  if (leadsOn(page)) return '内容可能在所指的页面里'
  const own = page.guidePictured ?? []
  const loose = (page.pictures ?? []).filter(
    ({ inBody, at }) => inBody && !own.some((one) => one[0] <= at[0] && at[1] <= one[1]),
  )
  if (loose.length > 0) return '内容可能在图片里'
  if (page.frames.length > 0) return '内容可能在内嵌框架里'
  if (page.text.length < LEAST_TEXT && named.length < LEAST_LABELLED && !isInRows(view))
    return '页面上的文字很少'
  return hiddenByScript(view)
}

/** 办理地点：二楼3号窗口 */
const ROW = /^\s*(?:[\u4e00-\u9fff]\s?){2,8}[:：][\s\u3000]*[^\s:：—–-]/
/** Rows of which a short guide consists, and the part of its lines that they are. */
const LEAST_ROWS = 3
const MOST_LINES = 0.6

/**
 * It says in rows of label and value what it says, however little: lines with a colon, or cells that name elements and hold
 * no sentence. Nothing points to a file.
 */
function isInRows({ page }: PageView): boolean {
  const text = page.text.excerpt
  if (namedOf(page).length >= LEAST_NAMED && !text.includes('。')) return true
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.filter((line) => ROW.test(line)).length
  return rows >= LEAST_ROWS && rows >= lines.length * MOST_LINES
}
