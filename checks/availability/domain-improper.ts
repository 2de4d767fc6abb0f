/**
 * Does the site stand under a government domain (`.gov.cn`, `.政务`), and do its columns stay there? Addresses that
 * are reserved for tests or are mere numbers are not judged. Whether a body must have a government domain depends on
 * its kind: a site that carries a site code, or whose agency is by its name a government or its arm, is charged, any other is
 * asked about; so are units of the same place to whose sites under commercial domains the home page leads. Departments that
 * every government has (教育局) and towns must have one: an address that answers, or whose name is nobody's any more, is told.
 */
import { squash } from '#base/text'
import {
  citePage,
  DEPARTMENT,
  defineCheck,
  GOVERNMENT,
  hostname,
  isRoot,
  listed,
  mayLead,
  OF_OWN,
  oldSites,
  placeOfAgency,
  registered,
  shownAtHome,
  twiceHosted,
  unitsApart,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

/** RFC 2606 and RFC 6761 names, numbers, names without a dot. */
const RESERVED =
  /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local)$|^[\d.]+$|^\[|^[^.]+$/

export const domainImproper = defineCheck({
  id: 'availability/domain-improper',
  revision: 18,
  title: '网站域名是否规范',
  question: '网站是否使用“.gov.cn”或“.政务”域名，栏目有没有设在其他域名下？',
  basis: [
    {
      document: '《国务院办公厅关于加强政府网站域名管理的通知》国办函〔2018〕55号',
      clause:
        '政府网站使用“.gov.cn”“.政务”域名，不承担行政职能的事业单位原则上不使用（二手，文号未核对）',
    },
  ],
  needs: ['home'],
  params: {},
  outcomes: {
    government: { verdict: 'pass', message: '首页域名为 {host}，是政府网站域名' },
    'other-domain': {
      verdict: 'fail',
      message: '首页标有网站标识码 {code}，域名却是 {host}，不是“.gov.cn”或“.政务”',
      ask: '该网站是否属于政府网站，域名是否经过批准？',
    },
    'organ-elsewhere': {
      verdict: 'fail',
      message: '首页域名为 {host}，不是“.gov.cn”或“.政务”；{agency}是行政机关或政府的派出机关',
      ask: '该网站是否就是{agency}的政府网站，域名是否经过批准？',
    },
    'kind-unknown': {
      verdict: 'unsure',
      message: '首页域名为 {host}，不是“.gov.cn”或“.政务”',
      ask: '该单位是行政机关还是不承担行政职能的事业单位？',
    },
    'columns-outside': {
      verdict: 'unsure',
      message: '有 {count} 个栏目设在非政府域名下：{names}',
      ask: '所列栏目是不是本单位自建、应当迁回的栏目？',
    },
    'several-hosts': {
      verdict: 'unsure',
      message: '站内栏目分设在另外 {count} 个域名下：{names}',
      ask: '所列域名是不是本单位或下属单位自建、应当迁回或整合的子站？',
    },
    'units-outside': {
      verdict: 'unsure',
      message: '首页、栏目页或网站群页面链接的 {count} 个本地单位网站不在政府网站域名下：{names}',
      ask: '所列单位是不是本单位或下属单位，应不应当使用“.gov.cn”域名或并入本网站？',
    },
    'organs-outside': {
      verdict: 'fail',
      message:
        '首页、栏目页或网站群页面链接的 {count} 个本地政府部门网站不在政府网站域名下：{names}',
      ask: '所列网站是不是该部门自己的网站，是否已经停用或迁到“.gov.cn”域名？',
    },
    'second-domain': {
      verdict: 'fail',
      message: '首页的“{name}”指向本单位在另一个域名下的网站（{other}），本网站的域名是 {host}',
      ask: '所列网站是不是本单位的，是否已经停用或注销？',
    },
    'unit-domains': {
      verdict: 'fail',
      message: '有 {count} 个单位的网站有两个在用的政府域名：{names}',
      ask: '所列域名是不是同一个单位的网站，哪一个应当注销？',
    },
    'units-apart': {
      verdict: 'unsure',
      message: '有 {count} 个下属单位另设网站，没有并入本网站：{names}',
      ask: '所列网站是不是下属单位自建的，应不应当并入本网站（集约化）？',
    },
    'old-site': {
      verdict: 'unsure',
      message: '页面还链接着 {count} 个打得开的旧版网站：{names}',
      ask: '所列旧版网站是否还在运行，应不应当关停或归档？',
    },
    'test-address': { verdict: 'not-applicable', message: '{host} 不是正式的网站域名，不判断' },
  },
  example: '某局首页标着网站标识码，地址却是 www.some-bureau.com：首页域名 other-domain。',
  *run(site) {
    const { home } = site
    if (home === null) return
    const host = hostname(home.capture.finalUrl)
    const evidence = [citePage(home)]
    const subject = '首页域名'
    if (RESERVED.test(host)) {
      yield { outcome: 'test-address', subject, facts: { host }, evidence }
      return
    }
    const code = home.page.footer.siteCode
    if (GOVERNMENT.test(host)) yield { outcome: 'government', subject, facts: { host }, evidence }
    else if (code?.where === 'visible')
      yield {
        outcome: 'other-domain',
        subject,
        facts: { host, code: code.value },
        evidence: [{ url: home.page.url, at: code.at, quote: code.quote ?? code.value }],
      }
    else if (SURE_ORGAN.test(site.agency.name.trim()))
      yield {
        outcome: 'organ-elsewhere',
        subject,
        facts: { host, agency: site.agency.name.trim() },
        evidence,
      }
    else yield { outcome: 'kind-unknown', subject, facts: { host }, evidence }
    yield* outsideColumns(site)
    yield* otherHosts(site, host)
    yield* unitsOutside(site)
    yield* asked(site, 'units-apart', '下属单位网站', unitsApart(site, linkPages(site)))
    yield* asked(site, 'old-site', '旧版网站', oldSites(site))
    const twice = twiceHosted(site)
    if (twice.length > 0)
      yield {
        outcome: 'unit-domains',
        subject: '一个单位两个域名',
        facts: {
          count: twice.length,
          names: listed(twice.map(({ name, hosts }) => `${name}（${hosts.join('、')}）`)),
        },
        measure: { value: twice.length, unit: 'count' },
        evidence: twice.flatMap(({ places }) => places).slice(0, 10),
      }
    if (GOVERNMENT.test(host)) yield* secondDomains(site, host)
  },
})

/** What a home page calls the unit's own other or former site. */
const OWN_OTHER =
  /^(?:返回|进入|访问)?(?:本[局委办厅站网区县市镇乡]|我[局委办厅站]|[省市县区]?[局委办厅])?(?:旧版|老版|原|旧|老)(?:网站|官网|门户|版网站)(?:入口)?$|^(?:返回|进入)?旧版$|^(?:本站|网站)?(?:备用|第二)(?:域名|网址|网站|入口)$|^(?:本[局委办厅站区县市镇乡]|我[局委办厅站]|[省市县区]?[局委办厅])?(?:官方|门户|政府)?(?:网站|官网)(?:旧版|老版|旧|老)$/

/** 示例市民政局（旧版网站）: the unit by its own name. */
function isFormerSite(site: SiteView, words: string): boolean {
  const name = /^(.{3,20}?)[（(]?(?:旧版|老版|原)(?:网站|官网|门户)?[）)]?$/.exec(words)?.[1]
  return name !== undefined && shortened(site.agency.name).endsWith(shortened(name))
}

/** As offices shorten themselves: 高新技术产业开发区管理委员会 → 高新区管委会. */
function shortened(name: string): string {
  return squash(name)
    .replace('管理委员会', '管委会')
    .replace(/高新技术产业(?:开发|园)区/, '高新区')
    .replace(/经济技术开发区/, '经开区')
    .replace(/人民政府$/, '')
}

/** One unit, one site: a former or second one under a name registered besides that the home page still offers. */
function* secondDomains(site: SiteView, host: string): Generator<Observation<'second-domain'>> {
  const told = new Set<string>()
  for (const { page } of shownAtHome(site))
    for (const { url, text, at } of page.links) {
      const other = hostname(url)
      const words = text.trim()
      const isOther = registered(other) !== registered(host) && !RESERVED.test(other)
      // 某县.某市.gov.cn: a name below its superior's, as a place had before it took one of its own.
      const isLent = GOVERNMENT.test(other) && other.replace(/^www\./, '') !== registered(other)
      if (!isOther || isLent || told.has(other) || !isRoot(url)) continue
      // 本局网站（旧版）, 厅旧版网站（办文系统）
      const bare = [words.replace(/[（()）\s]/g, ''), words.replace(/[（(][^（）()]*[）)]|\s/g, '')]
      if (!isFormerSite(site, words) && !bare.some((one) => OWN_OTHER.test(one))) continue
      told.add(other)
      yield {
        outcome: 'second-domain',
        subject: `另一个域名：${other}`,
        facts: { name: text.trim(), other, host },
        evidence: [{ url: page.url, at, quote: text }],
      }
    }
}

function* asked<O extends string>(
  site: SiteView,
  ...[outcome, subject, places]: readonly [O, string, readonly Place[]]
): Generator<Observation<O>> {
  if (places.length === 0) return
  const linksOn = (url: string) => site.pageAt(url)?.page.links ?? []
  const hostOf = ({ url, at }: Place): string =>
    hostname(linksOn(url).find((one) => one.at[0] === at?.[0])?.url ?? '')
  yield {
    outcome,
    subject,
    facts: {
      count: places.length,
      names: listed(places.map((place) => `${place.quote}（${hostOf(place)}）`)),
    },
    measure: { value: places.length, unit: 'count' },
    evidence: places.slice(0, 10),
  }
}

/** An account (官方微博) is opened where its medium is. */
const MEDIUM = /微博|微信|公众号|抖音|快手|头条|视频号|客户端/

function* outsideColumns(site: SiteView): Generator<Observation<'columns-outside'>> {
  const outside = site.columns.filter((column) => {
    const host = hostname(column.url)
    if (MEDIUM.test(column.name)) return false
    return column.kind === 'external' && !GOVERNMENT.test(host) && !RESERVED.test(host)
  })
  const places = outside
    .flatMap((column) => column.linkedFrom.slice(0, 1))
    .filter((place) => site.pageAt(place.url) !== null)
  if (places.length === 0) return
  yield {
    outcome: 'columns-outside',
    subject: '栏目域名',
    facts: {
      count: outside.length,
      names: listed(outside.map((column) => `${column.name}（${hostname(column.url)}）`)),
    },
    measure: { value: outside.length, unit: 'count' },
    evidence: places.slice(0, 10),
  }
}

/** Subsites: hosts other than the home page's on which columns of the portal stand; `www.` makes no other host. */
function* otherHosts(site: SiteView, home: string): Generator<Observation<'several-hosts'>> {
  const bare = (host: string): string => host.replace(/^www\./, '')
  const hosts = new Map<string, Place>()
  for (const { kind, url, linkedFrom } of site.columns) {
    const host = hostname(url)
    const place = linkedFrom.find((one) => site.pageAt(one.url) !== null)
    if (kind !== 'local' || host === '' || RESERVED.test(host) || place === undefined) continue
    // A folder on the superior's site is no site of the unit's own.
    if (bare(home).endsWith(`.${bare(host)}`)) continue
    if (bare(host) !== bare(home) && !hosts.has(host)) hosts.set(host, place)
  }
  if (hosts.size === 0) return
  yield {
    outcome: 'several-hosts',
    subject: '子站域名',
    facts: { count: hosts.size, names: listed([...hosts.keys()]) },
    measure: { value: hosts.size, unit: 'count' },
    evidence: [...hosts.values()].slice(0, 10),
  }
}

/** A government, or what it sends out to govern a sub-district or a zone (派出机关): no public institution. */
const SURE_ORGAN = /人民政府$|街道办事处$|(?:开发区|高新区|示范区|保税区)(?:管理委员会|管委会)$/

/** A public address by its mere number, which is no government's domain either. */
const NUMBERED =
  /^(?!(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.)\d{1,3}(?:\.\d{1,3}){3}$/

/** Organs and their offices; schools, hospitals, firms and the press are bound to no government domain. */
const OF_ORGAN =
  /(?:局|委|委员会|办|办公室|厅|处|中心|站|所|大队|支队|人民政府|管委会|镇|乡|街道(?:办事处)?)(?:官方?网站?|网站|门户网站|网)?$/
const NO_ORGAN =
  /公司|集团|医院|学校|大学|学院|银行|信用社|日报|晚报|电视|广播|传媒|新闻|论坛|协会|学会|商会/

/** 县教育局: of this county, and not 市场监管总局. */
const OF_HERE = /^(?:市(?!场|民(?!政局|宗)|政(?!府|务))|县(?!域)|区(?!块|域)|旗)/

const TOWN =
  /(?:(?<![古小特色])镇|(?<![水家老之故梦])乡|街道|(?:高新|经开|开发|示范|保税|园|新)区|^[\u4e00-\u9fff]{2,3}[县区旗])$/
const TOWN_OFFICE = /[镇乡]人民政府$|街道办事处$/
/** Whoever may register: what schools, associations and firms also use. */
const COMMERCIAL = /(?<!\.(?:edu|org|mil|ac|gov))\.(?:com|net|cn|cc|top|vip|xyz|info)$/

interface OutsideUnit {
  readonly name: string
  readonly place: Place
  readonly sure: boolean
}

/** 部门网站, 网站群: a page of the portal that is there to lead to the sites of its units. */
const LINK_PAGE =
  /^(?:[\u4e00-\u9fff]{0,8})(?:部门|单位|县区|区县|乡镇|政府)网站(?:群|导航|链接|大全)?$|^网站(?:群|导航|链接)$|^友情链接$/

/** 市直单位网站名录: the same as a page of its own, wherever it is filed. */
const LINK_LIST =
  /^(?:下属|直属|所属|二级)单位$|(?:部门|单位|县区|区县|乡镇|政府)(?:官方|门户)?网站(?:群|名录|名单|目录|一览表?|列表|导航)$/

function linkPages(site: SiteView): readonly PageView[] {
  const doors = (site.home?.page.links ?? []).filter(({ text }) => LINK_PAGE.test(text.trim()))
  const lists = site.pages.filter(({ page }) => LINK_LIST.test(squash(page.title ?? '')))
  return [...new Set([...doors.flatMap(({ url }) => site.pageAt(url) ?? []), ...lists])].filter(
    (view) => view !== site.home,
  )
}

/** 部门乡镇公开导航: a page that leads to units; only what it heads as their sites is judged. */
function guidePages(site: SiteView, others: readonly PageView[]): PageView[] {
  return (site.home?.page.links ?? [])
    .filter(({ text }) => /(?:部门|单位|乡镇|镇街|街道).{0,6}导航$/.test(text.trim()))
    .flatMap(({ url }) => site.pageAt(url) ?? [])
    .filter((view) => !others.includes(view))
}

/** What says no more than that it is a site: the unit stands before it on its line. */
const ANY_SITE = /^(?:官方?|门户|政府|政务|单位)?(?:网站?|官网|主页)(?:[（(]?[一二三12][）)]?)?$/

/** 市文化和旅游局：门户网站、政务网: whose site a link is. */
function nameOf(page: Page, words: string): string {
  if (!ANY_SITE.test(words)) return words
  const line = page.text.excerpt.split('\n').find((one) => one.includes(words)) ?? ''
  const unit = /^\s*([^：:\s]{2,20})\s*[：:]/.exec(line)?.[1]
  return unit !== undefined && OF_ORGAN.test(unit) ? unit : words
}

/** （招商局官网）, （网站）, 门户网站: what says behind a name that it is a site. */
const SITE_OF =
  /[（(]?(?:官方|门户|(?<!人民)政府|政务)*(?:网站|官网)[）)]?$|(?<=政府|办事处|[局委])网$/
const WHOSE = /[（(]([^（）()]{2,16}?)(?:官方|门户)?(?:网站|官网|主办|主管|承办)[）)]$/
/** Words that say themselves that the link leads to a unit's site. */
const SAYS_SITE =
  /(?:网站|官网)(?:[（(][^（）()]*[）)])?$|网[（(][^（）()]{2,16}(?:主办|主管|承办)[）)]$/

/** The unit that the words name, without what says that it is a site. */
function unitIn(words: string): string {
  return WHOSE.exec(words)?.[1] ?? words.replace(SITE_OF, '')
}

/** A second site of a zone or a government, by what it is for (白浪旅游网); whose it is the words leave open. */
const PROMOTION = /^(?:招商|招商引资|投资促进|投资服务|招商投资)网$/
const OF_PLACE = /^(?!新闻|文明|信息港|房|在线)[\u4e00-\u9fff]{2,6}网$/

/** 云岭市河长制工作平台: whose it is the words leave open. */
const PLATFORM = /(?:工作|管理|服务|监管|信息|公示|政务|业务|查询)(?:平台|系统)$/

/** 街道网站, 部门网站 above a row of names. */
const SITES =
  /^(?:各)?(?:市|县|区|直属|下属|所属)?(?:部门|单位|乡镇|镇街|镇乡|街道|县区|区县)(?:政府|门户)?(?:网站|子站)(?:群|链接|导航)?$/
/** 县（区）, 局属单位 before names, or on the line above them. */
const UNITS =
  /^(?:各)?(?:[市县区局厅委]|直属|下属|所属|下设)?(?:[属直])?(?:部门|单位|机构|乡镇|镇街|镇乡|街道|县区|区县|县市区|园区|(?:县|市|区)[（(][县市区、]+[）)])[：:]?$/
const MAX_ROWS = 40
const MAX_ROW = 60

/** A heading above the words says that what it gathers are sites of units; a long line or another heading ends it. */
function isHeaded(page: Page, words: string, byUnits: boolean): boolean {
  const lines = page.text.excerpt.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => line.split(/[\s：:|｜、]+/).includes(words))
  const labels = [lines[at]?.split(/[\s：:]+/)[0] ?? '', lines[at - 1] ?? '']
  if (byUnits && at >= 0 && labels.some((label) => UNITS.test(label))) return true
  for (let row = at - 1; row >= 0 && at - row <= MAX_ROWS; row -= 1) {
    const line = lines[row] ?? ''
    if (SITES.test(line)) return true
    if (line.length > MAX_ROW || OTHER_HEADING.test(line)) return false
  }
  return false
}

const OTHER_HEADING = /链接|专题|专栏|媒体|导航|友情|新闻|动态|公告|服务|互动/

const COLUMN_PAGE: ReadonlySet<string> = new Set(['listing', 'directory'])
/** Shorter names of columns begin other words. */
const LEAST_UNIT = 3

/** Sites of units of the same place that the home page, its page of such links, or a column page by words that say so, leads to under other domains. */
function* unitsOutside(site: SiteView): Generator<Observation<'units-outside' | 'organs-outside'>> {
  const place = placeOfAgency(site.agency.name)
  if (place === null) return
  const columns = new Set(site.columns.map((column) => hostname(column.url)))
  const visits = new Map(site.links.map((target) => [target.url, target.visit]))
  const found = new Map<string, OutsideUnit>()
  // Where no name outside is found, the fault may be ours.
  const isFound = site.links.some(({ internal, visit }) => !internal && visit?.state === 'stored')
  const whole = [...shownAtHome(site), ...linkPages(site)]
  const guides = new Set(guidePages(site, whole))
  const inner = new Set(
    site.pages.filter(
      (view) => COLUMN_PAGE.has(view.page.kind.value) && !whole.includes(view) && !guides.has(view),
    ),
  )
  const own = site.columns.map(({ name }) => name).filter((name) => name.length >= LEAST_UNIT)
  for (const view of [...whole, ...guides, ...inner])
    for (const { url, text, at } of view.page.links) {
      const { page } = view
      const host = hostname(url)
      if (GOVERNMENT.test(host) || columns.has(host) || !/^https?:/.test(url)) continue
      const name = nameOf(page, text.trim())
      const unit = unitIn(name)
      const rest = name.replace(place, '')
      const promotes =
        isRoot(url) && (PROMOTION.test(rest) || (name.startsWith(place) && OF_PLACE.test(rest)))
      const isPlatform =
        whole.includes(view) &&
        name.startsWith(place) &&
        PLATFORM.test(name) &&
        COMMERCIAL.test(host)
      const isOurs = OF_ORGAN.test(unit) || TOWN.test(unit) || promotes || isPlatform
      if (!isOurs || NO_ORGAN.test(name)) continue
      const ofOwn = OF_OWN.test(squash(page.title ?? ''))
      const headed = ofOwn || isHeaded(page, text.trim(), !guides.has(view))
      const saysSite = headed || SAYS_SITE.test(text.trim())
      if ((inner.has(view) && !saysSite) || (guides.has(view) && !headed)) continue
      const isPlace = TOWN.test(unit) && (headed || name.startsWith(place))
      if (!isPlace && !promotes && !isPlatform && !OF_ORGAN.test(unit)) continue
      if (RESERVED.test(host) && !(NUMBERED.test(host) && saysSite)) continue
      // A town that has a column of its own on the portal.
      const named =
        headed || name.startsWith(place) || own.some((column) => unit.startsWith(column))
      if (!named && !OF_HERE.test(unit) && !promotes) continue
      const visit = visits.get(url) ?? null
      const movedTo = visit?.state === 'stored' ? (visit.movedTo ?? '') : ''
      if (GOVERNMENT.test(movedTo)) continue
      const before = found.get(host)
      // A host of two units is a platform of somebody's.
      const alone = before === undefined || before.name === name
      const organ = DEPARTMENT.test(unit) || TOWN_OFFICE.test(unit) || isPlace
      // A county's page may lead to 市教育局, an office of its superior.
      const ofHere = named || site.agency.name.includes(unit.charAt(0))
      const sure =
        organ && ofHere && !mayLead(visit, isFound) && COMMERCIAL.test(host) && isRoot(url)
      if (before === undefined)
        found.set(host, { name, place: { url: page.url, at, quote: text }, sure })
      else if (!alone) found.set(host, { ...before, sure: false })
    }
  const all = [...found]
  for (const [outcome, subject, units] of [
    ['organs-outside', '部门网站域名', all.filter(([, { sure }]) => sure)],
    ['units-outside', '单位网站域名', all.filter(([, { sure }]) => !sure)],
  ] as const)
    if (units.length > 0)
      yield {
        outcome,
        subject,
        facts: {
          count: units.length,
          names: listed(units.map(([host, { name }]) => `${name}（${host}）`)),
        },
        measure: { value: units.length, unit: 'count' },
        evidence: units.slice(0, 10).map(([, one]) => one.place),
      }
}
