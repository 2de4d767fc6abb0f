/**
 * Where a check looked for something that the whole portal might hold, and how sure it can be that it is not there:
 * doors that we could not open may lead to it. Shared by every check that says "the portal has no such thing".
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  type Column,
  type ColumnItem,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'
import { citeColumn, citePage } from './cite.ts'
import { ColumnTree, hasUnreadPages } from './columns.ts'
import {
  isGone,
  outside,
  partly,
  type Rests,
  shownAtHome,
  unseenAtHome,
  WHOLE,
  wordlessDoors,
} from './coverage.ts'

/** Readings this sure name the disclosure platform. */
const SURE = 0.8

/** The page was read, and is neither an error nor a protection's. */
export function isRead(site: SiteView, url: string): boolean {
  const view = site.pageAt(url)
  return view !== null && view.page.kind.value !== 'error' && view.page.blocked === null
}

/** Doors of the home page that we could not open may lead to a column: then its absence is not sure. */
export function searchedForColumn(site: SiteView): Rests {
  const platform = site.bareEntries.find((entry) => entry.topic === 'ogi')
  if (platform) return partly(`“${platform.text}”的入口没有可读的地址，栏目可能在其中`)
  const unseen = unseenAtHome(site)
  if (unseen !== null) return partly(`${unseen}，栏目可能在其中`)
  const pictures = shownAtHome(site).reduce((sum, view) => sum + wordlessDoors(site, view), 0)
  if (pictures > 0) return partly(`首页有 ${pictures} 个没有文字的图片入口没有读到去处`)
  return behindPlatform(site) ?? WHOLE
}

/**
 * A column shows itself by its entry on the home page or in the disclosure columns, visited or not; null where these were
 * read. All of them may stand behind 政务公开 on the host of a superior.
 */
export function behindPlatform(site: SiteView): Rests | null {
  const shut = ['ogi', 'openGovernment', 'ogiCatalogue']
    .flatMap((topic) => site.columnsOf(topic, SURE))
    .find((column) => !isRead(site, column.url))
  if (shut === undefined) return null
  const because = `“${shut.name}”没有读到，栏目可能在其中`
  return shut.kind === 'external' ? outside(shut, because) : partly(because)
}

/**
 * A document may also stand deep in the columns given (with all below them): every list of theirs must have been read to
 * its end, and so must every other column that may hold documents.
 */
export function searchedForDocument(site: SiteView, columns: readonly Column[]): Rests {
  const within = searchedIn(site, columns)
  if (within.value === 'partial') return within
  const gap = gapElsewhere(site)
  return gap === null ? searchedForColumn(site) : partly(gap)
}

/**
 * One of a series (a year's paper, one unit's among those of all) whose others stand in these columns stands there or nowhere:
 * what else of the portal was not read hides none of it.
 */
export function searchedIn(site: SiteView, columns: readonly Column[]): Rests {
  const tree = new ColumnTree(site)
  const all = new Set(columns.flatMap((column) => [column, ...tree.descendants(column)]))
  for (const column of all) {
    if (column.kind !== 'local')
      return outside(column, `“${squash(column.name)}”指向站外，没有检查`)
    if (column.coverage === 'partial')
      return partly(column.coverageBecause ?? `“${squash(column.name)}”没有读全`)
    if (!isRead(site, column.url)) return partly(`“${squash(column.name)}”没有读到`)
    if (hasUnreadPages(site, column)) return partly(`“${squash(column.name)}”还有没有读到的列表页`)
  }
  return WHOLE
}

/** Topics whose columns may hold any document of the agency. */
const HOLDERS: ReadonlySet<string> = new Set([
  ...['openGovernment', 'ogi', 'ogiCatalogue', 'ogiRules', 'ogiProgress', 'grassrootsDisclosure'],
  ...['policy', 'policyDocuments', 'normativeDocuments', 'documentClearance', 'governmentRules'],
  ...['notices', 'standardCatalogue', 'majorDecisions', 'consultation', 'proposals', 'workReport'],
])

/** Maps, mail, search, other dresses of the site: no document stands only there. */
const HOLDS_NONE =
  /地图|邮箱|搜索|检索|登[录陆]|注册|客户端|APP|小程序|微信|微博|天气|无障碍|适老|关怀|长者|繁体|英文|English|手机版|移动版/i

/**
 * Why a document may stand where the portal was not read; null when all that was not read is columns whose topic is
 * known and holds other things (a blocked 数据开放 hides no list of decisions).
 */
function gapElsewhere(site: SiteView): string | null {
  if (site.coverage === 'complete') return null
  const because = site.coverageBecause ?? '覆盖不完整'
  const { home, counts } = site
  if (home === null || home.page.truncated || hiddenByScript(home) !== null) return because
  if (['budget', 'queued', 'active'].some((state) => (counts.notVisited[state] ?? 0) > 0))
    return because
  const gone = new Set(
    site.links.flatMap(({ url, visit }) =>
      visit !== null && isGone(visit) ? [placeKey(url)] : [],
    ),
  )
  const shut = site.columns.filter(
    ({ kind, coverage, url }) =>
      kind === 'local' && coverage === 'partial' && !gone.has(placeKey(url)),
  )
  const other = ({ name, topic }: Column): boolean =>
    HOLDS_NONE.test(name) || (topic !== null && topic.sureness >= SURE && !HOLDERS.has(topic.value))
  return shut.length > 0 && shut.every(other) ? null : because
}

/** The portal is a folder of another site, which may hold for all its parts what this one lacks (`what`, Chinese). */
export function partOfAnother(site: SiteView, what: string): Rests | null {
  const path = URL.canParse(site.portal.homeUrl) ? new URL(site.portal.homeUrl).pathname : '/'
  const steps = path
    .split('/')
    .filter((step) => step !== '' && !/^(index|default|home)\./i.test(step))
  return steps.length > 0 ? partly(`这是另一网站下的一个目录，${what}可能由主站公布`) : null
}

/** Where an absence was looked for: the home page and the disclosure column. */
export function lookedAtHome(site: SiteView): readonly Place[] {
  const views = [site.home, platformOf(site)].filter((view): view is PageView => view !== null)
  const byUrl = new Map(views.map((view) => [view.page.url, citePage(view)]))
  return [...byUrl.values()]
}

/** Page of the disclosure platform (政府信息公开专栏) as far as it was read. */
export function platformOf(site: SiteView): PageView | null {
  const own = site.portal.platformUrl === null ? null : site.pageAt(site.portal.platformUrl)
  if (own !== null) return own
  const column = platformColumns(site).find((one) => site.pageAt(one.url) !== null)
  if (column !== undefined) return site.pageAt(column.url)
  return site.columnsOf('ogi', 0).length > 0 ? null : channelOf(site)
}

/** Columns of the platform's kind, without those below another that are not called so (学校信息公开 in 法定主动公开内容). */
export function platformColumns(site: SiteView, least?: number): readonly Column[] {
  const all = site.columnsOf('ogi', least)
  const isBelow = (one: Column): boolean =>
    all.some((other) => other !== one && one.trail.slice(0, -1).includes(other.name))
  return all.filter((one) => PLATFORM.test(one.name.trim()) || !isBelow(one))
}

const PLATFORM = /^政府信息公开(?:平台|专栏|专区|网)?$/
const SECTIONS = ['ogiGuide', 'ogiRules', 'ogiCatalogue', 'ogiAnnualReports']
/** A channel that links fewer of the sections may only point at the platform. */
const LEAST_SECTIONS = 2

/** 政务公开 in the menu that is the platform: it or the home page's entry to it says 政府信息公开, and its page leads to the sections. */
function channelOf(site: SiteView): PageView | null {
  for (const { url } of site.columnsOf('openGovernment', SURE)) {
    const view = isRead(site, url) ? site.pageAt(url) : null
    if (view === null) continue
    const { page, capture } = view
    const own = new Set([placeKey(page.url), placeKey(capture.url), placeKey(url)])
    const names = [
      page.title,
      page.headTitle?.split(/[-_—|]/)[0],
      page.officialTags.find(({ name }) => name === 'ColumnName')?.content,
      ...(site.home?.page.links ?? []).flatMap((one) =>
        own.has(placeKey(one.url)) ? [one.text] : [],
      ),
    ]
    if (!names.some((name) => name != null && PLATFORM.test(compareForm(name)))) continue
    const doors = new Set(page.links.map((one) => placeKey(one.url)))
    const held = SECTIONS.filter((topic) =>
      site.columnsOf(topic).some((one) => doors.has(placeKey(one.url))),
    )
    if (held.length >= LEAST_SECTIONS) return view
  }
  return null
}

/**
 * A heading of exactly this name on the platform's page with an entry right below it: the section stands on the page itself.
 * A bare word (a label, a menu of scripts) is no heading.
 */
export function headedOnPlatform(site: SiteView, name: string): Place | null {
  const page = platformOf(site)?.page
  if (page === undefined) return null
  const lines = page.text.excerpt.split('\n')
  const wanted = compareForm(name)
  const at = lines.findIndex((line) => compareForm(line) === wanted)
  const below = at < 0 ? '' : (lines[at + 1] ?? '').replace(/^[\s·•◆■>-]+/, '').trim()
  if (below.length < 4) return null
  const entries = page.links.some(
    ({ text, title }) =>
      text.length > 3 && (below.startsWith(text) || (title ?? '').startsWith(below)),
  )
  return entries ? { url: page.url, at: page.text.at, quote: squash(lines[at] ?? name) } : null
}

/** Local columns of these topics with all that stands below them, each once. */
export function branchOf(site: SiteView, topics: readonly string[]): readonly Column[] {
  const tree = new ColumnTree(site)
  const columns = topics.flatMap((topic) => site.columnsOf(topic))
  const all = columns.flatMap((column) => [column, ...tree.descendants(column)])
  return [...new Set(all)].filter((column) => column.kind === 'local')
}

/** Where it stands that a branch of columns is not there: at an outside column of the topics, else the first page read. */
export function placeOfNone(site: SiteView, topics: readonly string[]): readonly Place[] {
  const [column] = topics.flatMap((topic) => site.columnsOf(topic))
  const home = site.home ?? site.pages[0]
  if (column !== undefined) return citeColumn(site, column)
  return home === undefined ? [] : [citePage(home)]
}

/** An entry of a column, with the column it stands in. */
export interface TitledItem {
  readonly item: ColumnItem
  readonly column: Column
}

/** Entries whose title matches, of these columns (default: all), each title and address once. */
export function itemsTitled(
  site: SiteView,
  title: RegExp,
  columns: readonly Column[] = site.columns,
): readonly TitledItem[] {
  const found = new Map<string, TitledItem>()
  for (const column of columns)
    for (const item of column.items) {
      const key = `${compareForm(item.title)} ${item.url}`
      if (title.test(item.title) && !found.has(key)) found.set(key, { item, column })
    }
  return [...found.values()]
}

const GOVERNMENT =
  /(?:人民政府|(?<=[省市县区旗州盟镇乡])政府|管理委员会|管委会|开发区|高新区|园区|新区)(?:门户|政府|官方)?(?:网站?|官网)?$|^\p{Script=Han}{1,20}[省市县区旗州盟镇乡]$/u
const NO_PLACE = /(?:风景|名胜|保护|旅游|灌)区$|市场监督/

/** A government or the committee of a zone, not a department: by the name it bears. */
export function isGovernment(site: SiteView): boolean {
  const governs = (name: string): boolean =>
    GOVERNMENT.test(name.trim()) && !NO_PLACE.test(name.trim())
  const { name } = site.agency
  // A part of a government's site may bear its name; who is assessed says what it is itself.
  return governs(name) || (!OFFICE.test(name.trim()) && governs(site.portal.name))
}

/** What ends the name of an office, never of a government. */
const OFFICE = /(?:[局厅委署院处]|(?<!管理)委员会|办公室|办事处|中心|[分支总]队)$/

/** The government of a province: what counties and towns must publish of each field is not its own to publish. */
export function isProvince({ agency }: SiteView): boolean {
  return /^[\u4e00-\u9fff]{2,7}(?:省|自治区)(?:人民政府)?(?:办公厅)?$/.test(agency.name.trim())
}

/** A town or a street: its pages are few, often a part of the county's site. */
export function isTown(site: SiteView): boolean {
  return /(?:[镇乡]|街道)(?:(?:人民)?政府|办事处)?$/.test(site.agency.name.trim())
}

/** Counties, districts and what lies below them, of which alone 基层政务公开 speaks. */
export function isGrassroots(site: SiteView): boolean {
  return isTown(site) || /[县区旗](?:人民)?政府$/.test(site.agency.name.trim())
}

/**
 * A hospital, a school or a company on an address of its own, to which no site code was given: a site, but none of the
 * government's, which alone are counted and coded.
 */
export function isPublicBody({ agency, portal }: SiteView): boolean {
  return (
    /(?:医院|卫生院|保健院|学校|[中小]学|幼儿园|学院|大学|公司|集团)$/.test(agency.name.trim()) &&
    (portal.siteCode ?? '') === '' &&
    !/\.gov\.cn(?:[:/]|$)/.test(portal.homeUrl)
  )
}

/** Texts of the page at an address: what it says itself and what its attached files say, as far as they were read. */
export function textsOf(site: SiteView, url: string): readonly string[] {
  const view = site.pageAt(url)
  if (view === null) return []
  const files = view.page.attachments.map((file) => site.pageAt(file.url)?.page.file?.text ?? '')
  return [view.page.text.excerpt, view.page.file?.text ?? '', ...files].filter(
    (text) => text !== '',
  )
}
