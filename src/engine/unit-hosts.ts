/** Addresses of units' own sites, told by their hosts alone; and units that have two of them in use. */
import type { LinkVisit, Place, SiteView } from '#model/site-view'

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
