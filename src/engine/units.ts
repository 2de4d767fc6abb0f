/**
 * Whose column, whose page is it? On the portal of a government its towns and departments keep columns of their own beside
 * the government's (龙泉街道 > 依申请公开, 政府信息公开（某县教育局）), on a department's its subordinate units do. The one place that says which
 * body a column or a page belongs to: by the column that bears the body's name, by the breadcrumb, by the folder it lies in; and that
 * shows the portal without the others' (`ownPart`), or one of them alone (`partOf`). What a body owes is the checks' business.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { Column, PageView, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'
import { viewsOf } from './elements.ts'
import { isGovernment } from './searched.ts'

/** A body beside the portal's own, with columns of its own. */
export interface Unit {
  readonly name: string
  /** The column that bears its name. */
  readonly root: Column
  readonly columns: readonly Column[]
}

const BODY = '(?:[镇乡]|街道|[局委办]|委员会|办公室|中心)(?:政府|办事处)?'
const PLATFORM = '(?:政府)?(?:信息|政务)公开(?:专栏|平台|栏目)?'
const PLATFORM_AFTER = new RegExp(`${PLATFORM}$`)
/** A column that is a body's, by its name alone. */
const OF_BODY = new RegExp(`^([\\u4e00-\\u9fff]{1,14}?${BODY})(?:${PLATFORM})?$`)
/** 政府信息公开（某镇人民政府）: a body's platform; （公开办） may be the government's own. */
const IN_BRACKETS = new RegExp(
  `^${PLATFORM}[（(]([^（()）]{2,20}(?:[镇乡局委]|街道|委员会|中心)(?:人民政府|政府|办事处)?)[）)]$`,
)
/** What is called after the body whose it is. */
const NAMED_FOR = new RegExp(
  `^([\\u4e00-\\u9fff]{2,16}?${BODY})(?:${PLATFORM}(?:工作)?指南|依申请公开|${PLATFORM}申请)`,
)
/** The government itself and its own office. */
const GOVERNMENT =
  /(?:^|[省市县区旗州])政?府(?:办公[室厅]|办)?$|^[本我]|^[\u4e00-\u9fff]{0,10}(?:党政(?:综合)?|[省市县区旗州]委|管委会|管理委员会)(?:综合)?办公[室厅]$/
/** 新闻中心, 魅力城乡, 网上通办 end as bodies do. */
const NO_BODY =
  /^(?:政务|政府信息|信息)公开(?:工作)?办(?:公室)?$|^(?:新闻|服务|办事|政务|便民|互动|数据|信息|资料|下载|公开|资讯|文件|政策|媒体|个人|用户|帮助|公众|市民)+中心$|(?:城乡|乡镇|城镇|名镇|特色小镇|[家故回]乡|镇街道|各街道|[通我要网上可]办|[布格结全开新]局)$/
/** A town or a street, whatever else is a department or a centre. */
const TOWN = /(?:[镇乡]|街道)(?:(?:人民)?政府|办事处)?$/

/** What only a body with a platform of its own has, and what at least tells of one. */
const SECTIONS: ReadonlySet<string> = new Set([
  ...['ogiGuide', 'ogiRules', 'ogiCatalogue', 'ogiAnnualReports', 'disclosureRequest'],
])
const ABOUT: ReadonlySet<string> = new Set(['institution', 'leaders', 'budget'])
/** A short name alone (东岭镇, 县教育局) may be an entry of a list: so many of these below it make it a body's branch. */
const LEAST_SECTIONS = 1
const LEAST_ABOUT = 2

/** Columns of a department's subordinate units. */
const SUBORDINATE = /^(?:[局委厅]|本[局委厅])?(?:直属|下属|所属|二级|附属)(?:事业)?(?:单位|机构)$/

interface Named {
  readonly name: string
  readonly root: Column
}

interface Parts {
  readonly units: readonly Unit[]
  readonly ofColumn: ReadonlyMap<string, Unit>
  readonly ofPage: ReadonlyMap<PageView, Unit>
  /** Keys of the portal's own columns and of what they list. */
  readonly ownPlaces: ReadonlySet<string>
  /** Parts made of it, by whom they leave out. */
  readonly views: Map<(unit: Unit) => boolean, SiteView>
}

const known = new WeakMap<SiteView, Parts>()

function partsOf(site: SiteView): Parts {
  const made = known.get(site) ?? readParts(site)
  known.set(site, made)
  return made
}

/** Bodies with columns of their own beside the portal's, in the order of their columns. */
export function unitsOf(site: SiteView): readonly Unit[] {
  return partsOf(site).units
}

export function isTownUnit({ name }: Pick<Unit, 'name'>): boolean {
  return TOWN.test(name)
}

/** The portal as its own body fills it: without the columns, pages and people of `others` (default: all units). */
export function ownPart(site: SiteView, others: (unit: Unit) => boolean = isAny): SiteView {
  const { units, views } = partsOf(site)
  if (!units.some(others)) return site
  const made = views.get(others) ?? seenAs(site, (unit) => unit === undefined || !others(unit))
  views.set(others, made)
  return made
}

const isAny = (): boolean => true

/** The portal as one unit fills it. */
export function partOf(site: SiteView, unit: Unit): SiteView {
  const { ofPage, ownPlaces } = partsOf(site)
  const isOwn = (view: PageView): boolean =>
    ofPage.has(view) ? ofPage.get(view) === unit : !ownPlaces.has(placeKey(view.page.url))
  return {
    ...seenAs(site, (one) => one === unit),
    // A link to the government's guide does not make it the town's.
    pageAt: (url) => {
      const view = site.pageAt(url)
      return view !== null && isOwn(view) ? view : null
    },
  }
}

function seenAs(site: SiteView, belongs: (unit: Unit | undefined) => boolean): SiteView {
  const { ofColumn, ofPage } = partsOf(site)
  const columns = site.columns.filter(({ id }) => belongs(ofColumn.get(id)))
  const pages = site.pages.filter((view) => belongs(ofPage.get(view)))
  const isOn = ({ url }: { readonly url: string }): boolean => {
    const view = site.pageAt(url)
    return belongs(view === null ? undefined : ofPage.get(view))
  }
  return {
    ...site,
    columns,
    columnsOf: (topic, least) =>
      site.columnsOf(topic, least).filter(({ id }) => belongs(ofColumn.get(id))),
    pages,
    leaders: site.leadersIn?.(columns) ?? site.leaders.filter(({ place }) => isOn(place)),
    bareEntries: site.bareEntries.filter(({ place }) => isOn(place)),
    unknownColumns: site.unknownColumns.filter(isOn),
    links: site.links.flatMap((link) => {
      const from = link.from.filter(isOn)
      return from.length === 0 && link.from.length > 0 ? [] : [{ ...link, from }]
    }),
  }
}

function readParts(site: SiteView): Parts {
  const tree = new ColumnTree(site)
  const named = site.columns.flatMap((root): Named[] => {
    const name = isGovernment(site) ? bodyOf(site, tree, root) : subordinateOf(root)
    return name === null ? [] : [{ name, root }]
  })
  const roots = new Map(named.map((one) => [one.root.id, one]))
  const byName = new Map(named.map((one) => [compareForm(one.root.name), one]))
  const ofColumn = new Map<string, Unit>()
  const units = new Map<string, { name: string; root: Column; columns: Column[] }>()
  for (const column of site.columns) {
    const above = [column, ...tree.ancestors(column)]
    const root =
      above.map(({ id }) => roots.get(id)).find((one) => one !== undefined) ??
      column.trail
        .map((step) => byName.get(compareForm(step)) ?? platformCalled(site, step, column, byName))
        .find((one) => one !== null)
    if (root === undefined) continue
    const unit = units.get(root.name) ?? { ...root, columns: [] }
    unit.columns.push(column)
    units.set(root.name, unit)
    ofColumn.set(column.id, unit)
  }
  const all = [...units.values()]
  const ofPage = all.length === 0 ? new Map() : pagesOf(site, ofColumn, byName, units)
  const own = site.columns.filter(({ id }) => !ofColumn.has(id))
  const urls = own.flatMap(({ url, items }) => [url, ...items.map((item) => item.url ?? url)])
  const ownPlaces = new Set(urls.map(placeKey))
  return { units: all, ofColumn, ofPage, ownPlaces, views: new Map() }
}

/** A unit's platform that the trail of its column names, where it was not read as a column under that name. */
function platformCalled(
  site: SiteView,
  step: string,
  root: Column,
  byName: Map<string, Named>,
): Named | null {
  const name = isGovernment(site) ? IN_BRACKETS.exec(squash(step))?.[1] : undefined
  if (name === undefined || otherIn(site, name, OF_BODY) === null) return null
  const named = { name, root }
  byName.set(compareForm(step), named)
  return named
}

function subordinateOf({ name, kind }: Column): string | null {
  return kind === 'local' && SUBORDINATE.test(name) ? name : null
}

/** The other body by which a column is called, as it is called there: its branch, its platform, or an entry of a list. */
export function bodyNamed(site: SiteView, column: Column): string | null {
  const name = squash(column.name)
  const bracketed = IN_BRACKETS.exec(name)?.[1] ?? ''
  if (otherIn(site, bracketed, OF_BODY) !== null) return bracketed
  const bare = name.replace(/[（(][^（()）]*[）)]$/, '')
  const isBody = !NO_BODY.test(bare) && otherIn(site, bare, OF_BODY) !== null
  // 石桥镇人民政府信息公开: 政府 is the body's, not the platform's.
  const called = name.replace(PLATFORM_AFTER, '').replace(/人民$/, '人民政府')
  return isBody && column.kind === 'local' ? called : null
}

/** The body whose platform or branch this column is; null where it is the portal's own. */
function bodyOf(site: SiteView, tree: ColumnTree, column: Column): string | null {
  const titled = otherIn(site, squash(column.name), NAMED_FOR)
  const body = bodyNamed(site, column)
  if (titled !== null || body === null) return titled
  if (IN_BRACKETS.test(squash(column.name))) return body
  const topics = new Set(tree.descendants(column).map(({ topic }) => topic?.value ?? ''))
  const count = (some: ReadonlySet<string>): number =>
    [...topics].filter((topic) => some.has(topic)).length
  const isBranch = count(SECTIONS) >= LEAST_SECTIONS || count(ABOUT) >= LEAST_ABOUT
  return isBranch ? body : null
}

/** Pages of units: of their columns, by the breadcrumb, in a folder that is one unit's alone. */
function pagesOf(
  site: SiteView,
  ofColumn: ReadonlyMap<string, Unit>,
  byName: ReadonlyMap<string, Named>,
  units: ReadonlyMap<string, Unit>,
): ReadonlyMap<PageView, Unit> {
  const byUrl = new Map<string, Unit | undefined>()
  for (const { url, id } of site.columns) byUrl.set(placeKey(url), ofColumn.get(id))
  const folders = foldersOf(site, ofColumn, [...units.values()])
  const listed = listedBy(site, ofColumn)
  const found = new Map<PageView, Unit>()
  for (const view of [...site.pages, ...site.besidePages]) {
    const { url, trail } = view.page
    const key = placeKey(url)
    const step = trail.map((one) => byName.get(compareForm(one))).find((one) => one !== undefined)
    const unit = byUrl.has(key)
      ? byUrl.get(key)
      : step !== undefined
        ? units.get(step.name)
        : (listed.get(key) ?? folders.find(([folder]) => url.startsWith(folder))?.[1])
    if (unit !== undefined) found.set(view, unit)
  }
  return found
}

/** Entries that the columns of one unit list, and no other column. */
function listedBy(
  site: SiteView,
  ofColumn: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, Unit | undefined> {
  const listed = new Map<string, Unit | undefined>()
  for (const { id, items } of site.columns)
    for (const { url } of items) {
      const key = url === null ? '' : placeKey(url)
      const unit = ofColumn.get(id)
      listed.set(key, !listed.has(key) || listed.get(key) === unit ? unit : undefined)
    }
  return listed
}

/** Folders of the units' own columns in which no other column lies. */
function foldersOf(
  site: SiteView,
  ofColumn: ReadonlyMap<string, Unit>,
  units: readonly Unit[],
): readonly (readonly [folder: string, unit: Unit])[] {
  return units.flatMap((unit) => {
    if (!URL.canParse(unit.root.url)) return []
    const folder = new URL('.', unit.root.url).href
    const isApart =
      new URL(folder).pathname !== '/' &&
      site.columns.every(({ id, url }) => ofColumn.get(id) === unit || !url.startsWith(folder))
    return isApart ? [[folder, unit] as const] : []
  })
}

/** Pages titled as a unit's guide or way to apply (某县教育局政府信息公开指南), by the unit's name. */
export function titledForOthers(
  site: SiteView,
  views: readonly PageView[],
): readonly { readonly name: string; readonly view: PageView }[] {
  return (isGovernment(site) ? views : []).flatMap((view) => {
    const name = otherIn(site, view.page.title ?? '', NAMED_FOR)
    // 某县教育局政府信息公开指南: 政府 is the guide's.
    return name === null ? [] : [{ name: name.replace(/(?<=[局委办会室])政府$/, ''), view }]
  })
}

/** The body whose paper this is by its title, where another than the portal's own stands before what it is (`what`, an expression). */
export function bodyBefore(site: SiteView, title: string, what: string): string | null {
  const named = new RegExp(`^([\\u4e00-\\u9fff]{2,16}?${BODY})(?=${what})`)
  return isGovernment(site) ? otherIn(site, title, named) : null
}

/** Of a column's pages those titled as another body's (某县教育局政府信息公开指南 where all guides are gathered); none where only lists would be left. */
export function othersAmong(site: SiteView, views: readonly PageView[]): ReadonlySet<PageView> {
  const others = new Set(titledForOthers(site, views).map(({ view }) => view))
  const isLeft = views.some((view) => !others.has(view) && view.page.kind.value !== 'listing')
  return isLeft ? others : new Set()
}

/** What the own columns of these topics hold; `others`: pages in them that are another body's. */
export function ownPagesOf(
  site: SiteView,
  topics: readonly string[],
): {
  readonly columns: readonly Column[]
  readonly views: readonly PageView[]
  readonly others: ReadonlySet<PageView>
} {
  const own = ownPart(site)
  const columns = topics.flatMap((topic) => own.columnsOf(topic))
  const all = columns.flatMap((column) => viewsOf(own, column))
  const others = othersAmong(site, all)
  return { columns, others, views: all.filter((view) => !others.has(view)) }
}

/** The name of another body in the words, as far as the pattern (first group) finds one. */
function otherIn({ agency, portal }: SiteView, words: string, pattern: RegExp): string | null {
  const plain = (name: string): string => compareForm(name).replace('人民政府', '政府')
  const body = pattern.exec(plain(words))?.[1]
  if (body === undefined || GOVERNMENT.test(body)) return null
  const own = [agency.name, portal.name].map(plain)
  // 随州市 alone, as some portals are called, begins the name of each of its departments.
  const isOwn = (name: string): boolean =>
    name.includes(body) || (!/[省市县区旗州盟]$/.test(name) && body.includes(name))
  return own.some(isOwn) ? null : body
}
