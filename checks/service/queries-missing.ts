/**
 * Which query services does the portal offer (…查询)? Entries by name on the home page and the service columns, counted.
 * One that says itself that it does not work is told. Whether they hold the unit's own data, as the schemes want, is for a
 * person: asked where all entries lead to the province.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import {
  citePage,
  countedEntries,
  defineCheck,
  holdsMore,
  isReadWhole,
  isTown,
  leadsNowhere,
  listed,
  type NamedEntry,
  namedEntries,
  noEntries,
  outOfService,
  outOfServicePage,
  WHOLE,
} from '#engine/define-check'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'

const SUBJECT = '查询服务'
const QUERY = /^[\u4e00-\u9fff\w（）()、]{2,20}查询(?:系统|平台|服务|入口)?$/
/** Searching the site itself, asking after one's own letter or application. */
const OTHER =
  /(?:信件|来信|留言|诉求|投诉|申请|进度|状态|结果|密码|编号|站内|高级|综合|内容|全文|文件|公文|信息公开|公开信息|依申请公开|政策|目录|文章|新闻|栏目|关键词|标题|我要|我的|点击|立即|如何|怎么|怎样)查询|^(?:查看|进入|打开|前往|更多|全部|所有)?(?:便民|公共|信息|在线|网上|综合|数据)?查询(?:系统|服务|平台|入口)?$/

export const queriesMissing = defineCheck({
  id: 'service/queries-missing',
  revision: 13,
  title: '提供哪些查询服务',
  question: '首页和办事服务栏目提供了哪些查询服务（证照、名录、办件等）？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause:
        '查询服务：提供本地区（本单位）专属查询服务的情况；仅链接到省政务服务网、不含本地数据的不得分；附录4',
    },
  ],
  needs: ['home'],
  params: {
    topics: {
      default: ['serviceGuide', 'service'],
      meaning: '除首页外还要看的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    offered: {
      verdict: 'pass',
      message: '有 {count} 项查询服务入口（其中 {outside} 项指向站外）：{names}',
    },
    suspended: {
      verdict: 'fail',
      message: '有 {count} 项查询服务打开后写着不能用：{names}',
      ask: '所列查询是否确实不能用，什么时候恢复？',
    },
    astray: {
      verdict: 'fail',
      message: '有 {count} 项查询服务的入口打开的是别的页面：{names}',
      ask: '所列入口打开后是否确实不是所写的查询？',
    },
    'asks-nothing': {
      verdict: 'fail',
      message: '有 {count} 项查询服务打开后没有可以查询的地方，也没有可查的内容：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列查询，是否确实没有输入框、列表和查询的入口？',
    },
    'province-only': {
      verdict: 'unsure',
      message: '查询服务只有通往省、市政务服务网的入口（{names}），本站没有自己的查询',
      ask: '所列入口打开后能不能查到本地区、本单位的数据？',
    },
    unseen: {
      verdict: 'unsure',
      message: '首页和办事服务栏目没有读到查询服务入口',
      ask: '网站是否提供含有本地区、本单位数据的查询服务？',
    },
    town: {
      verdict: 'not-applicable',
      message: '没有读到查询服务入口；“{agency}”是乡镇或街道，没有一个方案要求它提供',
    },
    external: {
      verdict: 'not-applicable',
      message: '没有读到查询服务入口，办事服务在站外（{target}）',
    },
  },
  example: '首页“便民查询”有婚姻登记预约查询、社会组织查询、地名查询：offered，3项。',
  *run(site, { params }) {
    if (site.home === null) return
    const isQuery = (name: string): boolean => QUERY.test(name) && !OTHER.test(name)
    const known = namedEntries(site, params.topics, isQuery)
    const names = new Set(known.map(({ name }) => name))
    const named = [...known, ...gathered(site, isQuery).filter(({ name }) => !names.has(name))]
    const shut = [...shutBehind(site, named), ...shutOnPage(site)]
    if (shut.length > 0) yield shutOf(shut)
    const astray = named.flatMap((one) => astrayOf(site, one))
    if (astray.length > 0)
      yield { ...uselessOf(astray), outcome: 'astray', subject: '通往别处的查询服务' }
    const idle = named.flatMap((one) => idleOf(site, one))
    if (idle.length > 0)
      yield {
        ...uselessOf(idle),
        outcome: 'asks-nothing',
        subject: '查不了的查询服务',
        coverage: WHOLE,
      }
    const useless = new Set([...shut, ...astray, ...idle].map(({ name }) => name))
    const found = named.filter(
      (one) => !useless.has(one.name) && (one.url === null || !leadsNowhere(site, one.url)),
    )
    if (found.length === 0) found.push(...queriesElsewhere(site), ...queriesAsked(site))
    if (found.length === 0) {
      const none = noEntries(site, site.home, params.topics, SUBJECT)
      yield none.outcome === 'unseen' && isTown(site)
        ? { ...none, outcome: 'town', facts: { agency: site.agency.name } }
        : none
      return
    }
    const { facts, ...counted } = countedEntries(found)
    const outside = found.filter((entry) => leadsOut(site, entry)).length
    const outcome = found.every((entry) => isOfNetwork(site, entry)) ? 'province-only' : 'offered'
    yield { ...counted, outcome, subject: SUBJECT, facts: { ...facts, outside } }
  },
})

interface Shut {
  readonly name: string
  readonly said: string
  readonly place: Place
}

function shutOf(shut: readonly Shut[]) {
  const told = shut.map(({ name, said, place }) => ({ name, said: `写着“${said}”`, place }))
  return { ...uselessOf(told), outcome: 'suspended' as const, subject: '不能用的查询服务' }
}

function uselessOf(found: readonly Shut[]) {
  return {
    facts: {
      count: found.length,
      names: listed(
        found.map(({ name, said }) => `“${name}”${said}`),
        5,
      ),
    },
    measure: { value: found.length, unit: 'count' as const },
    evidence: found.slice(0, 6).map(({ place }) => place),
  }
}

/** Its door opens the home page, or a column of another name. */
function astrayOf(site: SiteView, { name, url, place }: NamedEntry): readonly Shut[] {
  if (url === null || url.includes('#') || url.includes('?')) return []
  const key = placeKey(url)
  if (site.home !== null && placeKey(site.home.page.url) === key)
    return [{ name, said: '打开的是首页', place }]
  const view = site.pageAt(url)
  const column = site.columns.find((one) => placeKey(one.url) === key)
  if (view === null || column === undefined || isAbout(name, column, view)) return []
  return [{ name, said: `打开的是“${column.name}”`, place }]
}

/** Something of its name, or of any query, stands on the page or over it. */
function isAbout(name: string, column: Column, view: PageView): boolean {
  const { page } = view
  const words = compareForm(name.replace(/查询|系统|平台|服务|入口|信息|在线|网上|便民/g, ''))
  const told = compareForm(
    [column.name, ...column.trail, page.title ?? '', page.text.excerpt].join(' '),
  )
  const pairs = [...words].slice(1).map((letter, at) => `${words[at] ?? ''}${letter}`)
  const links = page.links.filter(({ area }) => area === 'main' || area === 'list')
  return (
    page.fillable === true ||
    page.frames.length > 0 ||
    page.writingBox != null ||
    /查询|搜索|检索/.test(`${column.name}${page.title ?? ''}${page.text.excerpt}`) ||
    pairs.some((pair) => told.includes(pair) || links.some(({ text }) => text.includes(pair))) ||
    hiddenByScript(view) !== null
  )
}

/** Longer texts may be what is looked for. */
const MOST_IDLE = 300

/** A sentence about the query, and no answer of it. */
const INTRODUCES = /查询|服务|提供|方便|便民|便利|开通|推出|功能|欢迎/
const sentencesOf = (excerpt: string, name: string): readonly string[] =>
  excerpt
    .replaceAll(name, '')
    .split(/[。；;\n]/)
    .filter((one) => /[\u4e00-\u9fff]/.test(one))

/** A page of its own that asks for nothing and shows nothing: no box, list, table, file, picture or door. */
function idleOf(site: SiteView, { name, url }: NamedEntry): readonly Shut[] {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || view === site.home || outOfServicePage(view) !== null) return []
  const { page } = view
  const { text, tables = [], lists, bareEntries = [], kind } = page
  const doors = page.links.filter(({ area, text: words }) => area === 'main' && words.trim() !== '')
  const shows =
    page.fillable === true ||
    page.writingBox != null ||
    page.searchForms !== undefined ||
    tables.length + lists.length + bareEntries.length + doors.length > 0
  const isIdle =
    /^(?:article|other)$/.test(kind.value) &&
    !shows &&
    text.length > 0 &&
    text.length <= MOST_IDLE &&
    sentencesOf(text.excerpt, name).every((one) => INTRODUCES.test(one)) &&
    !/\d|[—→]|输入|选择|填写|电话|拨打|窗口|扫码|二维码|公众号|小程序|APP|下载|登录|点击/i.test(
      text.excerpt,
    ) &&
    isReadWhole(view) &&
    !holdsMore(view)
  return isIdle ? [{ name, said: '打开只有一段介绍', place: citePage(view) }] : []
}

function shutBehind(site: SiteView, found: readonly NamedEntry[]): readonly Shut[] {
  return found.flatMap(({ name, url }) => {
    const view = url === null ? null : site.pageAt(url)
    const said = view === null ? null : outOfServicePage(view)
    return view === null || said === null
      ? []
      : [{ name, said, place: { url: view.page.url, at: null, quote: said } }]
  })
}

/** Longer lines tell more than that. */
const MOST_SAID = 20

/** On a page that gathers queries, a name over nothing but a line that it does not work. */
function shutOnPage(site: SiteView): readonly Shut[] {
  return site.columns.flatMap(({ name: column, url }) => {
    const page = GATHERS.test(column.trim()) ? site.pageAt(url)?.page : undefined
    const lines = (page?.text.excerpt ?? '').split('\n').map((line) => line.trim())
    return lines.flatMap((name, index) => {
      const below = lines[index + 1] ?? ''
      const said = below.length > MOST_SAID ? null : outOfService(below)
      return page === undefined || said === null || !QUERY.test(name) || OTHER.test(name)
        ? []
        : [{ name, said, place: { url: page.url, at: null, quote: said } }]
    })
  })
}

/** Entries on the pages of columns that no lexicon knows as services (便民气象, 经办服务): those that lead out of the portal. */
function queriesElsewhere(site: SiteView): NamedEntry[] {
  const found = new Map<string, NamedEntry>()
  for (const { url, internal, from } of site.links)
    for (const link of internal ? [] : from) {
      const name = link.text.trim()
      const kind = site.pageAt(link.url)?.page.kind.value ?? 'article'
      if (kind === 'article' || !QUERY.test(name) || OTHER.test(name) || found.has(name)) continue
      found.set(name, { name, url, place: { url: link.url, at: link.at, quote: link.text } })
    }
  return [...found.values()]
}

/** A column that gathers queries: its page asks for what is to be found, each in a box of its own. */
const GATHERS = /^(?:便民|公共|信息|生活|服务|政务|我要)*查询(?:服务|大厅|专区|中心)?$|^查询服务$/
const ASKED = /(?:^|[\s\n])([\u4e00-\u9fff]{2,14}查询)(?=$|[\s\n（(：:])/g

/** Its links. */
function gathered(site: SiteView, isQuery: (name: string) => boolean): readonly NamedEntry[] {
  const pages = site.columns.flatMap(({ name, url }) =>
    GATHERS.test(name.trim()) ? (site.pageAt(url)?.page ?? []) : [],
  )
  const found = pages.flatMap((page) =>
    page.links.flatMap(({ area, text, url, at }) => {
      const name = text.trim()
      const isOwn = area !== 'nav' && area !== 'footer' && isQuery(name)
      return isOwn ? [{ name, url, place: { url: page.url, at, quote: text } }] : []
    }),
  )
  return [...new Map(found.map((one) => [one.name, one])).values()]
}

/** Names of the boxes on such a page: 中小学学区查询, 公交线路查询. */
function queriesAsked(site: SiteView): NamedEntry[] {
  const found = new Map<string, NamedEntry>()
  for (const { name: column, url } of site.columns) {
    const page = GATHERS.test(column.trim()) ? site.pageAt(url)?.page : undefined
    for (const [, name = ''] of page?.text.excerpt.matchAll(ASKED) ?? [])
      if (page !== undefined && QUERY.test(name) && !OTHER.test(name))
        found.set(name, {
          name,
          url: null,
          place: { url: page.url, at: page.text.at, quote: name },
        })
  }
  return [...found.values()]
}

/** 仅链接到省政务服务网: the network's own front, named or addressed as such. */
function isOfNetwork(site: SiteView, entry: NamedEntry): boolean {
  return leadsOut(site, entry) && /政务服务(?:网|平台)/.test(entry.name)
}

function leadsOut(site: SiteView, { url }: NamedEntry): boolean {
  return site.links.some((target) => target.url === url && !target.internal)
}
