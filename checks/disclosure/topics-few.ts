/**
 * How many special topics (专题专栏) does the portal keep, and is any of them kept up? Counts them for the benchmark; asks
 * where none or no living one was found; topics that all stood still for a year and a half, none of them marked as ended,
 * are not kept up. Which of them serve the year's key work is for a person.
 */

import { daysBetween } from '#base/day'
import { squash } from '#base/text'
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  leadsNowhere,
  listed,
  ownPart,
  searchedForDocument,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

const SUBJECT = '专题专栏'
const TOPIC = 'features'
/** Names of single topics. */
const OWN = /(专题|专栏)$/
/** Ended: kept for reading, not counted. */
const ENDED = /归档|已结束|历史|往年/

export const topicsFew = defineCheck({
  id: 'disclosure/topics-few',
  revision: 11,
  title: '专题专栏的数量和更新',
  question: '网站开设了几个专题专栏，近期有没有更新？',
  basis: [
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause:
        '绩效评估方案附件1 中心工作宣传：专栏的开设数量（标杆法）；附件2 专题专栏：策划设计专题专栏并及时更新',
    },
  ],
  needs: ['columns'],
  params: {
    maxAgeDays: {
      default: 180,
      meaning: '最新的一条距监测日超过几天，请人核对专题是否还在更新',
      source: '原文只写“及时更新”；本工具的默认值，可调',
      verified: false,
    },
    endedDays: {
      default: 365,
      meaning:
        '别的专题还在更新，而某个专题最新一条距监测日超过几天又没有标明归档的，请人核对是否已经结束',
      source:
        '国办发〔2017〕47号：专题结束后标明归档（未核对原文）；原文没有写天数，本工具的默认值，可调',
      verified: false,
    },
    deadDays: {
      default: 540,
      meaning: '所有没有归档的专题最新一条距监测日都超过几天，不再提问，直接判为长期不更新',
      source: '原文只写“及时更新”；本工具的默认值（一年半），可调',
      verified: false,
    },
  },
  outcomes: {
    counted: {
      verdict: 'pass',
      message: '开设 {count} 个专题专栏（{names}），另有 {ended} 个已归档，{newest}',
      claimsAbsence: true,
      ask: '没有读到的地方还有没有专题专栏？',
    },
    stale: {
      verdict: 'unsure',
      message: '开设 {count} 个专题专栏，另有 {ended} 个已归档（{names}），{age}',
      ask: '围绕本年度重点工作的专题是哪几个，是否及时更新？',
    },
    dormant: {
      verdict: 'fail',
      message:
        '开设的 {count} 个专题专栏（{names}）都长期没有更新，也没有标明归档，{age}；另有 {ended} 个已归档',
      claimsAbsence: true,
      ask: '所列专题是否还有更新，已结束的是否应当归档？',
    },
    unmarked: {
      verdict: 'unsure',
      message: '有 {count} 个专题长期没有更新，也没有标明归档：{names}',
      ask: '所列专题是否已经结束，结束的是否应当标明归档？',
    },
    none: {
      verdict: 'unsure',
      message: '没有数到专题专栏（{reason}）',
      ask: '网站有没有专题专栏，开设了几个？',
    },
  },
  example: '某县“专题专栏”下有12个专题，其中2个已归档，最新一条为3天前：counted，10。',
  *run(portal, { params, asOf }) {
    const site = ownPart(portal)
    const columns = site.columnsOf(TOPIC)
    const all = topicsOf(site, columns)
    const topics = all.filter(({ name, url }) => !ENDED.test(name) && !saysEnded(site, url))
    const [column] = columns
    const home = site.home ?? site.pages[0]
    if (home === undefined) return
    if (all.length === 0) {
      const reason =
        column === undefined
          ? '没有识别出专题专栏的栏目'
          : column.kind === 'external'
            ? `“${squash(column.name)}”指向站外`
            : `“${squash(column.name)}”里没有读到专题`
      yield {
        outcome: 'none',
        subject: SUBJECT,
        facts: { reason },
        measure: { value: 0, unit: 'count' },
        evidence: column === undefined ? [citePage(home)] : citeColumn(site, column),
      }
      return
    }
    const living = topics.length > 0
    const day = (living ? topics : all)
      .flatMap((topic) => topic.days)
      .filter((one) => one <= asOf)
      .sort()
      .at(-1)
    const days = day === undefined ? null : daysBetween(day, asOf)
    const dead =
      columns.length > 0 &&
      days !== null &&
      days > params.deadDays &&
      topics.every((topic) => topic.days.length > 0) &&
      searchedForDocument(site, columns).value === 'complete'
    const stale = !living || (days !== null && days > params.maxAgeDays)
    yield {
      outcome: living && dead ? 'dormant' : stale ? 'stale' : 'counted',
      subject: SUBJECT,
      facts: {
        count: topics.length,
        names: listed((living ? topics : all).map((topic) => topic.name)),
        ended: all.length - topics.length,
        complete: columns.every(({ coverage }) => coverage === 'complete'),
        newest: day === undefined ? '没有读到各专题的日期' : `最新一条为 ${day}`,
        age: days === null ? '没有读到日期' : `最新一条为 ${day}，距监测日 ${days} 天`,
      },
      measure: { value: topics.length, unit: 'count' },
      evidence: (living ? topics : all).map((topic) => topic.place).slice(0, 10),
    }
    if (living && !stale) yield* unmarked(topics, asOf, params.endedDays)
  },
})

/** Of topics that stand beside living ones, those that ended long ago by their days and do not say so. */
function* unmarked(
  topics: readonly Topic[],
  asOf: string,
  limit: number,
): Generator<Observation<'unmarked'>> {
  const ended = topics.flatMap((topic) => {
    const newest = topic.days
      .filter((day) => day <= asOf)
      .sort()
      .at(-1)
    return newest !== undefined && daysBetween(newest, asOf) > limit ? [{ topic, newest }] : []
  })
  if (ended.length === 0) return
  yield {
    outcome: 'unmarked',
    subject: '没有归档的专题',
    facts: {
      count: ended.length,
      names: listed(ended.map(({ topic, newest }) => `${topic.name}（最新一条 ${newest}）`)),
    },
    measure: { value: ended.length, unit: 'count' },
    evidence: ended.map(({ topic }) => topic.place).slice(0, 10),
  }
}

/** The topic's own page says over its entries that it is closed. */
const CLOSED =
  /^[【[（(]?(?:本?专[题栏])?已(?:经)?归档[】\]）)]?|^(?:本|该|此)专[题栏][^。，,；;]{0,8}已(?:经)?(?:结束|归档|停止更新|停更)|^(?:本|该|此)专[题栏][^。，,；;]{0,8}不再更新/

function saysEnded(site: SiteView, url: string): boolean {
  const page = site.pageAt(url)?.page
  if (page === undefined) return false
  const titles = new Set(page.lists.flatMap(({ items }) => items.map(({ title }) => squash(title))))
  return page.text.excerpt
    .split('\n')
    .map(squash)
    .some((line) => CLOSED.test(line) && !titles.has(line))
}

interface Topic {
  readonly url: string
  readonly name: string
  readonly place: Place
  /** Days of its entries as far as they were read. */
  readonly days: readonly string[]
}

/** Entries and sub-columns of the features' columns, each address once. */
function topicsOf(site: SiteView, columns: readonly Column[]): readonly Topic[] {
  const tree = new ColumnTree(site)
  const found = new Map<string, Topic>()
  // A name over nothing is no topic that is kept; that it is blank or gone is told by others.
  const empty = new Set(site.columns.filter((one) => one.empty).map(({ url }) => placeKey(url)))
  const add = (url: string, topic: Omit<Topic, 'url'>): void => {
    if (!found.has(placeKey(url)) && !empty.has(placeKey(url)) && !leadsNowhere(site, url))
      found.set(placeKey(url), { ...topic, url })
  }
  for (const column of columns) {
    for (const child of tree.descendants(column)) {
      const inner = tree.ancestors(child).some((one) => one !== column && !columns.includes(one))
      const [place] = citeColumn(site, child)
      if (place && !inner && !columns.includes(child))
        add(child.url, { name: child.name, place, days: daysIn(site, tree, child) })
    }
    for (const item of column.items) {
      if (item.url === null) continue
      // News of the topics, listed on the same page, carries days; a topic's own entry does not.
      const day = dayOfItem(site, item)?.day
      if (day === undefined || CALLED.test(item.title))
        add(item.url, { name: item.title, place: item.place, days: daysOf(site, item.url, day) })
    }
  }
  // A page of a few names, one a paragraph, is no list; its links are the topics all the same.
  if (found.size === 0)
    for (const column of columns)
      for (const link of namedLinks(site, column))
        add(link.url, {
          name: link.text,
          place: { url: column.url, at: link.at, quote: link.text },
          days: [site.pageAt(link.url)].flatMap((view) => (view === null ? [] : listDays(view))),
        })
  // A special topic of its own, entered from the home page.
  for (const column of site.columns) {
    const [place] = citeColumn(site, column)
    if (column.topic === null && column.kind === 'local' && OWN.test(column.name) && place)
      add(column.url, { name: column.name, place, days: daysIn(site, tree, column) })
  }
  return [...found.values()]
}

/** A feature that is one page has the day it was put up; of one with entries only theirs tell how it is kept. */
function daysOf(site: SiteView, url: string, day: string | undefined): readonly string[] {
  const view = site.pageAt(url)
  if (view === null || day === undefined) return []
  const days = listDays(view)
  return view.page.kind.value === 'article' && days.length === 0 ? [day] : days
}

const listDays = ({ page }: PageView): readonly string[] =>
  page.lists.flatMap(({ items }) => items.flatMap(({ publishedOn }) => publishedOn?.value ?? []))

/** 优化营商环境专题, 第五次全国经济普查专题（已归档）: a feature by its own name, whatever day it was put up. */
const CALLED = /(?:专题|专栏)(?:网站|专栏)?(?:[（(【[][^（()）】\]]{1,8}[）)】\]])?$/

/** Links with words in the body of a column's own page that lead on within the portal, and to no column beside it. */
function namedLinks(site: SiteView, column: Column): readonly PageView['page']['links'][number][] {
  const view = site.pageAt(column.url)
  if (view === null || column.kind !== 'local') return []
  const menus = new Set(
    view.page.links
      .filter(({ area }) => area !== 'main' && area !== 'other')
      .map(({ url }) => placeKey(url)),
  )
  return view.page.links.filter(
    ({ area, text, url }) =>
      (area === 'main' || area === 'other') &&
      /\p{Script=Han}{3}/u.test(text) &&
      !menus.has(placeKey(url)) &&
      !BUTTON.test(squash(text)) &&
      site.pageAt(url) !== null,
  )
}

const BUTTON = /^(?:打印|关闭|返回|收藏|分享|更多|下载|字号|跳[到至过转]|回到)/

function daysIn(site: SiteView, tree: ColumnTree, column: Column): readonly string[] {
  return [column, ...tree.descendants(column)].flatMap((one) => [
    ...(one.newest === null ? [] : [one.newest.value]),
    ...one.items.flatMap((item) => dayOfItem(site, item)?.day ?? []),
  ])
}
