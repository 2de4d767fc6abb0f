/**
 * Has anything new appeared on the home page within the period? A home page that is only navigation is judged by the
 * second-level pages. Single columns are freshness/column-stale's question.
 */
import { daysBetween } from '#base/day'
import { hostOf, placeKey } from '#base/url'
import { citePage, dayOfItem, defineCheck, isDeadTarget } from '#engine/define-check'
import type { Observation } from '#model/check'
import { type PageItem, subjectItems } from '#model/page'
import type { PageView, Place, SiteView } from '#model/site-view'

const SUBJECT = '首页'

export const homeStale = defineCheck({
  id: 'freshness/home-stale',
  revision: 6,
  title: '首页是否及时更新',
  question: '首页（只有导航的，看二级页面）在规定时间内有没有新内容？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '单项否决“首页不更新”：监测时间点前2周内首页无信息更新；首页仅为导航的看所有二级页面',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {
    maxAgeDays: {
      default: 14,
      meaning: '首页最新一条信息距监测日最多几天',
      source: '国办秘函〔2019〕19号 单项否决“首页不更新”',
      verified: true,
    },
  },
  outcomes: {
    fresh: { verdict: 'pass', message: '{where}最新一条为 {newest}，距监测日 {days} 天' },
    stale: {
      verdict: 'fail',
      message: '首页最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '首页上有没有晚于所列日期的新内容（图片、滚动、脚本写出的也算）？',
    },
    'second-level-stale': {
      verdict: 'fail',
      message: '首页只有导航，二级页面最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '二级页面上有没有晚于所列日期的新内容？',
    },
    undated: {
      verdict: 'unsure',
      message: '首页有内容条目，但没有可见的日期（按2015年普查口径视为未更新）',
      ask: '首页内容的实际发布日期是哪天？两周内有没有更新？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '首页的内容没有读到：{reason}',
      ask: '请在浏览器中打开首页，两周内有没有新内容？',
    },
  },
  example: '监测日 2024-03-20，首页各列表最新一条印着 2024-02-28：stale，21 天。',
  *run(site, { asOf, params }) {
    const { home } = site
    if (home === null) return
    const limit = params.maxAgeDays
    const items = subjectItems(home.page)
    const newest = withArticles(site, home, newestOf(site, home, items, asOf), asOf)
    if (newest.best !== null) {
      const fresh = daysBetween(newest.best.day, asOf) <= limit
      yield judged(newest, asOf, limit, fresh ? 'fresh' : 'stale', SUBJECT, home)
      return
    }
    if (items.length > 0) {
      const first = items[0]
      yield {
        outcome: 'undated',
        subject: SUBJECT,
        evidence: first ? [placeOf(home, first)] : [citePage(home)],
      }
      return
    }
    const second = secondLevel(site, home, asOf)
    if (second.best === null) {
      yield {
        outcome: 'unreadable',
        subject: SUBJECT,
        facts: {
          reason: home.page.needsBrowser.value
            ? home.page.needsBrowser.because
            : '首页没有带日期的条目，二级页面也没有',
        },
        evidence: [citePage(home)],
      }
      return
    }
    const fresh = daysBetween(second.best.day, asOf) <= limit
    yield judged(second, asOf, limit, fresh ? 'fresh' : 'second-level-stale', '二级页面', home)
  },
})

interface Newest {
  readonly best: { day: string; place: Place; sureness: number } | null
  /** Entries whose day could not be told: any of them may be newer. */
  readonly unknown: number
  /** Second-level pages that could not be read. */
  readonly unread: number
}

function newestOf(
  site: SiteView,
  view: PageView,
  items: readonly PageItem[],
  asOf: string,
): Newest {
  let best: Newest['best'] = null
  let unknown = 0
  for (const item of items) {
    const known = dayOfItem(site, item)
    if (known === null) unknown += 1
    else if (known.day <= asOf && (best === null || known.day > best.day))
      best = { ...known, place: placeOf(view, item) }
  }
  return { best, unknown, unread: 0 }
}

/** Title-like links are longer than menu words. */
const TITLE_LENGTH = 8

/**
 * Entries that the home page shows without a day count by the day of their article; those whose article was not read
 * may be newer than all that is known.
 */
function withArticles(site: SiteView, home: PageView, known: Newest, asOf: string): Newest {
  if (known.best === null) return known
  let { best, unknown } = known
  const columns = new Set(site.columns.map((column) => placeKey(column.url)))
  const listed = new Set(
    subjectItems(home.page).flatMap((item) => (item.url === null ? [] : [placeKey(item.url)])),
  )
  const targets = new Map(site.links.map((target) => [placeKey(target.url), target]))
  const seen = new Set<string>()
  for (const link of home.page.links) {
    const key = placeKey(link.url)
    const title = link.title ?? link.text
    if (link.area === 'nav' || link.area === 'footer' || link.area === 'trail') continue
    if (link.how !== 'href' || seen.has(key) || key === placeKey(home.page.url)) continue
    if (columns.has(key) || listed.has(key) || hostOf(link.url) !== hostOf(home.page.url)) continue
    const article = site.pageAt(link.url)
    // Short words are those of menus, unless they lead to an article; a picture without words may lead to one.
    const isArticle = article?.page.kind.value === 'article'
    if (title.length < TITLE_LENGTH && title !== '' && !isArticle) continue
    seen.add(key)
    const reading = article?.page.publishedOn ?? null
    // What is not there is no newer entry.
    if (article === null) unknown += isDeadTarget(targets.get(key)) ? 0 : 1
    else if (reading !== null && reading.value <= asOf && reading.value > best.day) {
      best = { day: reading.value, place: citePage(article), sureness: reading.sureness }
    }
  }
  return { ...known, best, unknown }
}

/**
 * Newest over the pages one step from the home page. A page that the home page links to may have been met on another
 * one first (the platform's front is visited beside it), which gave it a greater depth.
 */
function secondLevel(site: SiteView, home: PageView, asOf: string): Newest {
  const linked = new Set(home.page.links.map((link) => site.pageAt(link.url)?.page.url))
  let best: Newest['best'] = null
  let unknown = 0
  for (const view of site.pages) {
    if (view.depth !== 1 && !linked.has(view.page.url)) continue
    const here = newestOf(site, view, subjectItems(view.page), asOf)
    unknown += here.unknown
    if (here.best !== null && (best === null || here.best.day > best.day)) best = here.best
  }
  const unread = site.columns.filter(
    (column) => column.parent === null && column.kind === 'local' && !site.pageAt(column.url),
  ).length
  return { best, unknown, unread }
}

function judged(
  newest: Newest,
  asOf: string,
  limit: number,
  outcome: 'fresh' | 'stale' | 'second-level-stale',
  where: string,
  home: PageView,
): Observation<'fresh' | 'stale' | 'second-level-stale'> {
  const best = newest.best
  const days = best === null ? 0 : daysBetween(best.day, asOf)
  const gaps = [
    newest.unknown > 0 ? `有 ${newest.unknown} 条没有读出日期` : '',
    newest.unread > 0 ? `有 ${newest.unread} 个二级页面没有读到` : '',
  ].filter((text) => text !== '')
  return {
    outcome,
    subject: SUBJECT,
    facts: { where, newest: best?.day ?? '', days, limit },
    measure: { value: days, unit: 'days' },
    evidence: best === null ? [citePage(home)] : [best.place],
    sureness: best?.sureness ?? 1,
    coverage: {
      value: gaps.length > 0 ? 'partial' : 'complete',
      because: gaps.length > 0 ? gaps.join('，') : null,
    },
  }
}

function placeOf(view: PageView, item: PageItem): Place {
  return { url: view.page.url, at: item.at, quote: item.title }
}
