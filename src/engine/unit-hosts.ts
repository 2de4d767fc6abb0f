/** Addresses of units' own sites, told by their hosts alone; and units that have two of them in use. */
import type { LinkVisit, PageView, Place, SiteView } from '#model/site-view'
import { withoutPlace } from './bodies.ts'
import { isGovernment } from './searched.ts'

/** `.政务` as it stands in an address. */
export const GOVERNMENT = /(^|\.)(gov\.cn|xn--zfr164b)$/

/** Departments that governments have by law. Offices of other words (林业局, 供电局, 邮政局) may be enterprises. */
export const DEPARTMENT =
  /(?:发展和?改革|教育(?:和?体育)?|科学技术|科技|工业和信息化|经济和信息化|公安|民政|司法|财政|人力资源(?:和|与)?社会保障|自然资源(?:和规划)?|生态环境|住房(?:和|与)?城乡建设|交通运输|水利|水务|农业农村|商务|文化(?:和|与|、|旅游|体育|广电|广播电视|新闻出版)+|招商(?:引资)?|投资促进|卫生健康|退役军人事务|应急管理|审计|市场监督管理|统计|医疗保障|信访|城市管理|行政审批服务)(?:局|委|委员会)$/

/** The name somebody registered: songling.gov.cn of zjj.songling.gov.cn. */
export function registered(host: string): string {
  return /[^.]+\.(?:(?:gov|com|net|org|ac|edu|mil)\.cn|[^.]+)$/.exec(host)?.[0] ?? host
}

/** An address that did not answer may lead on to the unit's own domain, unless its name is nobody's any more. */
export function mayLead(visit: LinkVisit | null, isFound: boolean): boolean {
  if (visit?.state === 'stored') return visit.status >= 400 || visit.movedTo !== undefined
  return visit?.reason !== 'dns' || !isFound
}

/** The entry of a host, and no page of some platform's. */
export function isRoot(url: string): boolean {
  const { pathname, search, port } = new URL(url)
  return /^\/(?:(?:index|default)\.\w+)?$/.test(pathname) && search === '' && port === ''
}

export function hostname(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

export interface TwiceHosted {
  readonly name: string
  readonly hosts: readonly string[]
  readonly places: readonly Place[]
}

/** Departments of the portal's own level by whose name its pages lead to two sites under names that only governments have. */
export function twiceHosted(site: SiteView): readonly TwiceHosted[] {
  const level = /([市县区旗])人民政府$/.exec(site.agency.name)?.[1]
  if (level === undefined) return []
  const live = new Set(
    site.links.flatMap(({ url, visit }) =>
      visit?.state === 'stored' && !mayLead(visit, true) ? [url] : [],
    ),
  )
  const found = new Map<string, Map<string, Place>>()
  for (const { page } of site.pages)
    for (const { url, text, at, area } of page.links) {
      const name = text.trim()
      if (area === 'list' || !name.startsWith(level) || !DEPARTMENT.test(name)) continue
      if (!live.has(url) || !isRoot(url) || !GOVERNMENT.test(hostname(url))) continue
      const hosts = found.get(name) ?? new Map<string, Place>()
      const own = registered(hostname(url))
      if (![...hosts.keys()].some((host) => registered(host) === own))
        hosts.set(hostname(url), { url: page.url, at, quote: text })
      found.set(name, hosts)
    }
  return [...found].flatMap(([name, hosts]) =>
    hosts.size > 1 ? [{ name, hosts: [...hosts.keys()], places: [...hosts.values()] }] : [],
  )
}

/** The place in the agency's name: 云岭 of 云岭市住房和城乡建设局; null where the name shows none. */
export function placeOfAgency(name: string): string | null {
  const zone = ZONE.exec(name)?.[1]
  if (zone !== undefined) return zone
  return (
    /^(?:[\u4e00-\u9fa5]{2,8}?[省市州])?([\u4e00-\u9fa5]{2,8}?)(?:自治)?[省市县区旗州]/.exec(
      name,
    )?.[1] ?? null
  )
}

/** 青屿 of 青屿经济技术开发区, with or without its committee. */
const ZONE =
  /^(?:[\u4e00-\u9fa5]{2,8}?[省市州县])?([\u4e00-\u9fa5]{2,6}?)(?:国家级|省级|综合|经济|高新|技术|产业|工业|旅游|保税|循环|现代|农业|生态|临港|空港)+(?:开发区|园区|示范区|试验区|保税区|新区|区|园)(?:管理委员会|管委会)?$/

/** Pages and blocks of a department's own units. */
export const OF_OWN = /^[局委厅]?(?:直属|下属|所属|二级)(?:事业)?(?:单位|机构)(?:网站)?$/
const UNIT = /(?:[局站所院队馆处]|中心|总站|支队)(?:[（(]?(?:门户)?网站[）)]?)?$/
/** Bodies that are no organs' arms, and have sites of their own. */
const APART = /医院|学校|大学|学院|公司|集团|银行|协会|学会|日报/

/** Entries of other sites by whose words a department's own unit has one: on pages of its units, or called after what the department does. */
export function unitsApart(site: SiteView, lists: readonly PageView[]): readonly Place[] {
  const place = placeOfAgency(site.agency.name)
  const home = hostname(site.home?.capture.finalUrl ?? '')
  if (place === null || isGovernment(site) || !GOVERNMENT.test(home)) return []
  const own = withoutPlace(site.agency.name).replace(/(?:局|厅|委员会|委|办公室)$/, '')
  const ours = new Set(site.columns.map((column) => hostname(column.url)))
  const found = new Map<string, Place>()
  for (const view of new Set([...(site.home === null ? [] : [site.home]), ...lists]))
    for (const { url, text, at, area } of view.page.links) {
      const [host, name] = [hostname(url), text.trim()]
      const isOther = /^https?:/.test(url) && host !== home && !ours.has(host) && isRoot(url)
      if (!isOther || area === 'footer' || found.has(host) || APART.test(name)) continue
      const unit = withoutPlace(name)
      const isArm =
        name.startsWith(place) &&
        GOVERNMENT.test(host) &&
        !DEPARTMENT.test(name) &&
        [...own].some((letter) => unit.includes(letter))
      const isListed = OF_OWN.test(view.page.title?.trim() ?? '')
      if (UNIT.test(name) && (isArm || (isListed && GOVERNMENT.test(host))))
        found.set(host, { url: view.page.url, at, quote: text })
    }
  return [...found.values()]
}

const OLD =
  /(?:旧版|老版|原版)(?:网站|官网|门户)?(?:入口)?[）)]?$|^(?:返回|进入)?(?:旧|老)(?:版|网站|官网)(?:网站|入口)?$/

/** Links to the former site on another host, where one answers. */
export function oldSites(site: SiteView): readonly Place[] {
  const home = hostname(site.home?.capture.finalUrl ?? '')
  const live = new Map(site.links.map(({ url, visit }) => [url, visit]))
  const found = new Map<string, Place>()
  for (const { page } of site.pages)
    for (const { url, text, at, area } of page.links) {
      const host = hostname(url)
      if (area === 'list' || !OLD.test(text.trim()) || host === home || found.has(host)) continue
      const visit = live.get(url) ?? null
      // Of another registered name the home page's door is told as a second domain.
      if (!isRoot(url) || registered(host) !== registered(home)) continue
      if (visit?.state === 'stored' && visit.status < 400 && visit.movedTo === undefined)
        found.set(host, { url: page.url, at, quote: text })
    }
  return [...found.values()]
}
