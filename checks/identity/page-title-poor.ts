/**
 * Does every page's `<title>` tell which page it is? One finding per page kind: titles left empty or as the editor
 * made them (无标题文档), or one and the same title on different columns or articles; among pages that say what they are, those
 * that bear the site's name alone, another page's or column's title, or a body's of another place. A kind with several of
 * these faults gets a finding each. Further pages of one list may share a title; pages drawn by scripts, or whose scripts set it, are left out.
 */

import { squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  citePage,
  defineCheck,
  holdsVariable,
  isHomeOfOthers,
  isTemplateText,
  listed,
  type OddTitle,
  oddTitles,
  siteNames,
  titlesOfBodies,
  titleWords,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import { type Column, hiddenByScript, type PageView, type SiteView } from '#model/site-view'

/** What editors write before anybody gives a title; what templates leave in any place (网站名称, {title}) is told by base. */
const UNTITLED =
  /^(?:无标题(?:文档|页面?|网页)?|未命名(?:文档|页面|网页)?|新建(?:文档|页面|网页|文本文档)|(?:网页|文档|页面)标题|untitled(?: (?:document|page))?|(?:new|html) ?(?:page|document)|document|title|insert title here|测试(?:页面?|标题|文章)?|(?:页面|网页|文章)(?:名称|标题)|(?:请输入|这里是|此处填写?)(?:页面|网页|文章)?标题|新页面|index|default|detail|<%.{1,40}%>|详情|正文|详细(?:内容|信息)|(?:文章|信息|新闻|内容)(?:详情|查看|浏览|阅读)|(?:查看|浏览|阅读|显示)(?:文章|信息|新闻|内容|详情|全文)|(?:文章|信息|新闻|通用|默认|公共)?(?:内容|详情|详细|细览|正文|概览|列表|栏目|终极|文章)(?:页面?|模板)|(?:详情|细览|概览|列表|内容)页(?:面)?模板)[ \d-]*$/i

/** What servers, word processors and systems call what nobody named; letters of another encoding. */
const DEFAULTS =
  /^(?:welcome to nginx!?|iis windows server|apache.{0,30}|microsoft word - .{0,60}|文档\s?\d+|频道(?:名称|标题)|(?:网站)?首页模板|网站群(?:内容)?管理系统|[\w-]{1,40}\.(?:s?html?|aspx?|jsp|php)|(?=.*[\u00c0-\u00ff]{4})[^\p{Script=Han}]+)$/iu
/** These may be the name of a list. */
const LISTS = /^(?:更多|(?:栏目|文章|信息|新闻)列表)$/

/** 【公告】 is poor, but somebody's own. */
const isUntitled = (title: string): boolean =>
  UNTITLED.test(title) ||
  DEFAULTS.test(title) ||
  holdsVariable(title) ||
  (isTemplateText(title) && !title.startsWith('【'))

/** Beside the site's name the title says no more: 新闻详情-某市交通运输局. */
function isLeft({ page }: PageView, names: readonly string[]): boolean {
  const rest = titleWords(squash(page.headTitle ?? ''), names)
  const own = [page.title ?? '', ...page.trail].map(squash).filter((one) => !NAMELESS.test(one))
  if (rest === '' || own.includes(rest)) return false
  return isUntitled(rest) || NAMELESS.test(rest) || LISTS.test(rest)
}

/** Of the home page these name no site. */
const NAMELESS =
  /^(?:网站|本站)?(?:首\s*页|主\s*页)$|^(?:index|home|default|main)(?: ?page)?$|^欢迎(?:您|光临|访问|来到)*[!！.。]*$/i

export const pageTitlePoor = defineCheck({
  id: 'identity/page-title-poor',
  revision: 15,
  title: '网页标题是否规范',
  question: '首页、栏目页、内容页的网页标题是否写明，不同页面是否各有标题？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '附件《网页设计规范》：网页标题（未核对原文）',
    },
  ],
  needs: ['home'],
  params: {
    minPages: {
      default: 5,
      meaning: '同类页面至少几个才判断标题是否雷同',
      source: '本工具的默认值，可调',
      verified: false,
    },
    maxSameShare: {
      default: 0.5,
      meaning: '同类页面中标题完全相同的超过这一比例，判为雷同',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minTelling: {
      default: 10,
      meaning: '同类页面至少有几个标题写明了自己，才判个别没有写明的',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minTellingShare: {
      default: 0.8,
      meaning: '同类页面中标题写明了自己的达到这一比例，才判个别没有写明的',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    telling: {
      verdict: 'pass',
      message: '{checked} 个{subject}都有网页标题，且各不相同或基本不同',
    },
    empty: {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {count} 个没有网页标题',
      ask: '在浏览器中打开所列页面，标签页上是否确实没有标题？',
    },
    placeholder: {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {count} 个的网页标题是“{words}”，没有改成实际标题',
      ask: '在浏览器中打开所列页面，标签页上的标题是否就是所列文字？',
    },
    same: {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {count} 个的网页标题都是“{words}”',
      ask: '在浏览器中打开所列页面，标签页上的标题是否都一样？',
    },
    'site-only': {
      verdict: 'fail',
      message:
        '{checked} 个{kind}中有 {count} 个的网页标题只是网站名称“{words}”，没有写栏目或文章的名称',
      ask: '在浏览器中打开所列页面，标签页上的标题是否只有网站名称？',
    },
    misnamed: {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {count} 个的网页标题写的不是本页：{names}',
      ask: '在浏览器中打开所列页面，标签页上的标题是否写成了别的栏目、别的页面？',
    },
    foreign: {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {count} 个的网页标题写的是别处的单位：{names}',
      ask: '在浏览器中打开所列页面，标签页上写的是不是别处单位的名称？',
    },
    'not-judged': { verdict: 'not-applicable', message: '没有可以判断的{subject}' },
  },
  example: '某局所有内容页的网页标题都是“某某市林业局”：内容页 same。',
  *run(site, { params }) {
    const groups = groupsOf(site)
    for (const [subject, views] of groups) yield* judge(site, subject, views, params)
    const judged = new Set(groups.flatMap(([, views]) => views))
    const rest = site.pages.filter((view) => !judged.has(view) && isOther(view))
    // What else there is has little in common: only titles that nobody gave are told.
    for (const poor of judge(site, '其他页面', rest, { ...params, maxSameShare: 1 }))
      if (poor.outcome === 'placeholder' || poor.outcome === 'empty') yield poor
  },
})

/** 关于我们, 联系我们, a form: pages with the portal's menu that are neither a column nor an article. */
function isOther({ page, capture }: PageView): boolean {
  return (
    capture.status === 200 &&
    page.blocked === null &&
    page.file === undefined &&
    !page.truncated &&
    page.kind.value !== 'error' &&
    page.kind.value !== 'home' &&
    page.links.filter(({ area }) => area === 'nav').length >= LEAST_MENU
  )
}

/** Pages with fewer links in a menu may be frames and dialogues, whose titles nobody sees. */
const LEAST_MENU = 4

function groupsOf(site: SiteView): readonly (readonly [string, readonly PageView[]])[] {
  const framed = new Set(site.pages.flatMap((view) => view.page.frames.map(placeKey)))
  const home = site.home === null ? [] : [site.home]
  const homes = new Set(home)
  const usable = (view: PageView): boolean =>
    !homes.has(view) &&
    view.page.template !== '' &&
    view.page.blocked === null &&
    view.page.kind.sureness >= 0.7 &&
    hiddenByScript(view) === null &&
    view.page.scriptedTitle === undefined &&
    !view.page.truncated &&
    !framed.has(placeKey(view.page.url))
  const columnPages = new Set(
    site.columns
      .filter((column) => column.kind === 'local')
      .flatMap((column) => site.pageAt(column.url) ?? []),
  )
  const articles = site.pages.filter(
    (view) => view.page.kind.value === 'article' && !columnPages.has(view),
  )
  return [
    [
      '首页',
      home.filter((view) => hiddenByScript(view) === null && view.page.scriptedTitle === undefined),
    ],
    ['栏目页', [...columnPages].filter((view) => view.page.kind.value !== 'error' && usable(view))],
    ['内容页', articles.filter(usable)],
  ]
}

type Fault = 'empty' | 'placeholder' | 'same' | 'site-only' | 'misnamed' | 'foreign'

interface Params {
  readonly minPages: number
  readonly maxSameShare: number
  readonly minTelling: number
  readonly minTellingShare: number
}

/** What the finding of a further fault of the same pages is called. */
const FURTHER: Readonly<Record<Fault, string>> = {
  empty: '没有标题',
  placeholder: '模板标题',
  same: '标题雷同',
  'site-only': '只有网站名',
  misnamed: '别处的标题',
  foreign: '别的单位的标题',
}

function* judge(
  site: SiteView,
  kind: string,
  views: readonly PageView[],
  params: Params,
): Iterable<Observation<Fault | 'telling' | 'not-judged'>> {
  const checked = views.length
  const first = views[0] ?? site.home ?? site.pages[0]
  if (checked === 0) {
    const evidence = first === undefined ? [] : [citePage(first)]
    yield { outcome: 'not-judged', subject: kind, evidence }
    return
  }
  const faults = faultsOf(site, kind, views, params)
  for (const [at, [outcome, found]] of faults.entries())
    yield {
      outcome,
      subject: at === 0 ? kind : `${kind}：${FURTHER[outcome]}`,
      facts: {
        kind,
        checked,
        count: found.length,
        words: found[0] === undefined ? '' : titleOf(found[0]),
        names: listed(found.map((view) => `“${calledOn(view)}”的标题是“${titleOf(view)}”`)),
        urls: found.slice(0, 20).map((view) => view.page.url),
      },
      measure: { value: found.length / checked, unit: 'share' },
      evidence: found.slice(0, 5).map(citePage),
      pages: found.map((view) => view.page.url),
    }
  if (faults.length === 0)
    yield {
      outcome: 'telling',
      subject: kind,
      facts: { checked, words: listed(views.slice(0, 2).map(titleOf)) },
      measure: { value: 0, unit: 'share' },
      evidence: views.slice(0, 2).map(citePage),
    }
}

const calledOn = (view: PageView): string =>
  view.page.kind.value === 'article' ? squash(view.page.title ?? '') : placeOf(view)

const titleOf = (view: PageView): string => squash(view.page.headTitle ?? '')

function faultsOf(
  site: SiteView,
  kind: string,
  views: readonly PageView[],
  params: Params,
): readonly (readonly [Fault, readonly PageView[]])[] {
  const without = views.filter((view) => titleOf(view) === '')
  const names = siteNames(site)
  const untitled = views.filter(
    (view) =>
      (titleOf(view) !== '' && isUntitled(titleOf(view))) ||
      // 首页 says as little of a column or an article; copies of the home page are none.
      ((view === site.home || kind === '栏目页' || kind === '内容页') &&
        NAMELESS.test(titleOf(view))) ||
      (view !== site.home && isLeft(view, names)),
  )
  const poor = new Set([...without, ...untitled])
  const byTitle = new Map<string, PageView[]>()
  for (const view of views)
    if (!poor.has(view)) byTitle.set(titleOf(view), [...(byTitle.get(titleOf(view)) ?? []), view])
  const common = [...byTitle.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const enough = views.length >= params.minPages
  const most = enough && common.length / views.length > params.maxSameShare ? common : []
  const apart = kind !== '内容页' ? [] : ofTemplate(site, byTitle, params.minPages)
  const same =
    most.length > 0
      ? most
      : apart.length > 0 || kind !== '内容页'
        ? apart
        : ofColumn(byTitle, params.minPages)
  const named = enough && same.length === 0 ? siteOnly(site, kind, byTitle) : []
  const odd =
    same.length > 0 || kind === '其他页面' || kind === '首页'
      ? new Map()
      : oddTitles(
          site,
          kind,
          views.filter((view) => !poor.has(view)),
          params,
        )
  const oddly = (...ways: readonly OddTitle[]): readonly PageView[] =>
    [...odd].filter(([, way]) => ways.includes(way)).map(([view]) => view)
  const wrong = same.length === 0 && kind === '栏目页' ? misnamed(site, views) : []
  const others =
    kind === '首页'
      ? views.filter(isHomeOfOthers)
      : kind === '其他页面'
        ? []
        : titlesOfBodies(site, views)
  const all = [
    ['empty', without],
    ['placeholder', untitled],
    ['same', same],
    ['site-only', [...new Set([...named, ...oddly('site-only')])]],
    ['misnamed', [...new Set([...wrong, ...oddly('of-column', 'of-other')])]],
    ['foreign', others],
  ] as const
  return all.filter(([, found]) => found.length > 0)
}

/** Articles of one template: one title on all of them, and it says neither what they are nor where they stand; of the site's own `siteOnly` tells. */
function ofTemplate(
  site: SiteView,
  byTitle: ReadonlyMap<string, readonly PageView[]>,
  least: number,
): readonly PageView[] {
  const found = [...byTitle].find(([title, views]) => {
    const own = new Set(
      views.map(({ page }) => squash(page.title ?? '')).filter((one) => one !== ''),
    )
    const said = [...own, ...views.flatMap(({ page }) => page.trail.map(squash))]
    const isTheirs = said.some(
      (words) => words !== '' && (title.includes(words) || words.includes(title)),
    )
    const isSites = site.home !== null && title === titleOf(site.home)
    return views.length >= least && own.size >= least && !isTheirs && !isSites
  })
  return found?.[1] ?? []
}

/** Of a portal whose articles bear their own titles, those of one column that bear nothing but its name. */
function ofColumn(
  byTitle: ReadonlyMap<string, readonly PageView[]>,
  least: number,
): readonly PageView[] {
  const all = [...byTitle.values()].flat()
  const own = ({ page }: PageView): string => squash(page.title ?? '')
  const isTelling = (view: PageView): boolean =>
    own(view) !== '' && titleOf(view).includes(own(view).slice(0, LEAST_OWN))
  const found = [...byTitle].find(
    ([title, views]) =>
      new Set(views.map(own)).size >= least &&
      views.every((view) => !isTelling(view) && view.page.trail.map(squash).includes(title)) &&
      all.filter((view) => !views.includes(view)).length >= views.length,
  )
  const others = all.filter((view) => found?.[1].includes(view) !== true)
  return others.filter(isTelling).length >= others.length * TELLING_SHARE ? (found?.[1] ?? []) : []
}

/** Titles are often cut: so much of it shows whose it is. */
const LEAST_OWN = 8
/** So many of the others say what they are. */
const TELLING_SHARE = 0.9

/** One may be the site's own entrance under another address. */
const LEAST_SITE_ONLY = 2

/** Several that bear the home page's title, where most say what they are. */
function siteOnly(
  site: SiteView,
  kind: string,
  byTitle: ReadonlyMap<string, readonly PageView[]>,
): readonly PageView[] {
  if (site.home === null || (kind !== '栏目页' && kind !== '内容页')) return []
  const title = titleOf(site.home)
  const found = (byTitle.get(title) ?? []).filter(
    ({ page }) => page.kind.value !== 'home' && squash(page.title ?? '') !== title,
  )
  return found.length >= LEAST_SITE_ONLY ? found : []
}

/** The last of its 当前位置 line: what the page itself says it is. */
const placeOf = ({ page }: PageView): string => squash(page.trail.at(-1) ?? '')

/** 通知公告-某局 on the page of 招考录用: menu and place line call it one thing, its title is that of a column beside it. */
function misnamed(site: SiteView, views: readonly PageView[]): readonly PageView[] {
  const pages = new Map(
    site.columns.flatMap((column) => {
      const view = column.kind === 'local' ? site.pageAt(column.url) : null
      return view === null ? [] : [[view, column] as const]
    }),
  )
  const isBelow = (column: Column, other: Column): boolean =>
    column.parent === other.id || column.trail.slice(0, -1).includes(other.name)
  return views.filter((view) => {
    const column = pages.get(view)
    if (column === undefined) return false
    const [title, place, name] = [titleOf(view), placeOf(view), squash(column.name)]
    const first = /^([\p{L}\p{N}]{3,}?)[-_—–|｜]/u.exec(title)?.[1]
    if (first === undefined || name !== place || title.includes(name)) return false
    // A title may be that of the column above.
    if (view.page.trail.some((above) => squash(above).includes(first))) return false
    // Nor is it wrong to open on the first list below, or to call oneself as the column above that a short trail leaves out.
    return [...pages].some(
      ([other, beside]) =>
        other !== view &&
        squash(beside.name) === first &&
        titleOf(other) === title &&
        !isBelow(column, beside) &&
        !isBelow(beside, column),
    )
  })
}
