/**
 * How many online interviews (在线访谈) were published in the last year? A figure for schemes; a portal without any is
 * asked about, since interviews are often held on the portal of the level above; a town's owes none by any scheme. A column
 * of them that has stood still for more than a year is one that is no longer kept.
 */
import { addDays, daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  dayOfItem,
  defineCheck,
  hollowWords,
  isTown,
  listed,
  ownPart,
  searchedForDocument,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, SiteView } from '#model/site-view'

const SUBJECT = '在线访谈'
/** Announcements of an interview are none. */
const AHEAD = /预告|公告$|通知$|征集.{0,8}问题/

export const interviewsFew = defineCheck({
  id: 'interaction/interviews-few',
  revision: 6,
  title: '一年内开展了几期在线访谈',
  question: '监测日前一年内，网站发布了几期在线访谈？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause: '在线访谈：参加市政府门户网站在线访谈，60%（部门80%）；列入年度计划而未参加的不得分',
    },
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '加分：在线访谈每年不少于6期（二手，未核对原文）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['interviews'],
      meaning: '按在线访谈判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    withinDays: {
      default: 365,
      meaning: '只计监测日前多少天内的访谈',
      source: '国办秘函〔2019〕19号（按年计，二手）',
      verified: false,
    },
    dueDays: {
      default: 30,
      meaning: '访谈发布多少天后，页面仍只写着整理中、敬请期待的，判为没有内容',
      source: '本工具的默认值，可调',
      verified: false,
    },
    deadDays: {
      default: 365,
      meaning: '在线访谈栏目最新一期距监测日超过几天，不再提问，直接判为长期不更新',
      source:
        '国办秘函〔2019〕19号“应更新长期未更新”没有写天数；按其他栏目一年的通行口径（二手），可调',
      verified: false,
    },
  },
  outcomes: {
    counted: { verdict: 'pass', message: '监测日前 {within} 天内有 {count} 期在线访谈：{names}' },
    hollow: {
      verdict: 'fail',
      message: '有 {count} 期在线访谈发布 {days} 天以上，打开后没有访谈内容：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列访谈，是否确实没有文字、视频或回放？',
    },
    town: {
      verdict: 'not-applicable',
      message: '没有读到在线访谈；“{agency}”是乡镇或街道，没有一个方案要求它举办',
    },
    lapsed: {
      verdict: 'fail',
      message: '“{column}”最新一期为 {newest}（“{title}”），距监测日 {days} 天，已长期不更新',
      claimsAbsence: true,
      ask: '“{column}”在 {newest} 之后是否还有访谈，停办的话栏目是否应当撤下？',
    },
    none: {
      verdict: 'unsure',
      message: '没有读到监测日前 {within} 天内的在线访谈（{reason}）',
      ask: '本单位一年内在本网站或上级政府门户网站参加了几期在线访谈？',
    },
  },
  example: '“在线访谈”栏目2023年发布了3期：counted，3期。',
  *run(portal, { params, asOf }) {
    const site = ownPart(portal)
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    const from = addDays(asOf, -params.withinDays)
    const items = new Map<string, ColumnItem>()
    for (const column of columns)
      for (const item of column.items) {
        const day = dayOfItem(site, item)?.day
        if (day === undefined || day < from || day > asOf || AHEAD.test(item.title)) continue
        items.set(item.url ?? item.title, item)
      }
    const found = [...items.values()]
    yield* unfilled(site, found, addDays(asOf, -params.dueDays), params.dueDays)
    const facts = { within: params.withinDays, count: found.length }
    const [column] = columns
    if (found.length > 0)
      yield {
        outcome: 'counted',
        subject: SUBJECT,
        facts: {
          ...facts,
          names: listed(
            found.map(({ title }) => `“${clip(title, 30)}”`),
            4,
          ),
        },
        measure: { value: found.length, unit: 'count' },
        evidence: found.slice(0, 10).map(({ place }) => place),
      }
    else {
      const last = lastOf(site, columns, asOf)
      if (last !== null && last.days > params.deadDays) {
        const { item, column: dead, day, days } = last
        yield {
          outcome: 'lapsed',
          subject: SUBJECT,
          facts: { ...facts, column: dead.name, newest: day, title: clip(item.title, 30), days },
          measure: { value: days, unit: 'days' },
          evidence: [item.place],
          sureness: dead.topic?.sureness ?? 1,
          coverage: searchedForDocument(site, columns),
        }
        return
      }
      const where = site.home ?? site.pages[0]
      const reason =
        column === undefined
          ? '没有识别出在线访谈栏目'
          : column.kind === 'local'
            ? (column.coverageBecause ?? `“${column.name}”近期没有更新`)
            : `“${column.name}”指向站外`
      if (column === undefined && where !== undefined && isTown(site))
        yield {
          outcome: 'town',
          subject: SUBJECT,
          facts: { ...facts, agency: site.agency.name },
          evidence: [citePage(where)],
        }
      else if (column !== undefined || where !== undefined)
        yield {
          outcome: 'none',
          subject: SUBJECT,
          facts: { ...facts, reason },
          evidence:
            column !== undefined ? citeColumn(site, column) : where ? [citePage(where)] : [],
        }
    }
  },
})

/** What stands in the place of an interview that was never put up. */
const TO_COME =
  /(?:整理|编辑|制作|上传|更新|建设)中|正在(?:整理|编辑|制作|上传|更新)|敬请(?:期待|关注)|即将(?:上线|发布|推出)|暂无(?:内容|数据|信息)/

/** Entries of some age whose page, read whole, holds nothing but that something is to come. */
function* unfilled(
  site: SiteView,
  items: readonly ColumnItem[],
  until: string,
  days: number,
): Generator<Observation<'hollow'>> {
  const hollow = items.flatMap(({ url, title }) => {
    const view = url === null ? null : site.pageAt(url)
    const words = url === null ? null : hollowWords(site, url, title)
    const day = view?.page.publishedOn?.value
    if (view === null || words === null || !TO_COME.test(words)) return []
    return day !== undefined && day <= until ? [{ title, view }] : []
  })
  if (hollow.length === 0) return
  yield {
    outcome: 'hollow',
    subject: '没有内容的访谈',
    facts: {
      days,
      count: hollow.length,
      names: listed(hollow.map(({ title }) => `“${clip(title, 30)}”`)),
    },
    measure: { value: hollow.length, unit: 'count' },
    evidence: hollow.slice(0, 5).map(({ view }) => citePage(view)),
    pages: hollow.map(({ view }) => view.page.url),
    coverage: WHOLE,
  }
}

interface Last {
  readonly item: ColumnItem
  readonly column: Column
  readonly day: string
  readonly days: number
}

/** The newest entry up to the day; null where a column leads outside, or an entry shows no day. */
function lastOf(site: SiteView, columns: readonly Column[], asOf: string): Last | null {
  let last: Last | null = null
  for (const column of columns) {
    if (column.kind !== 'local') return null
    for (const item of column.items) {
      const day = dayOfItem(site, item)?.day
      if (day === undefined || day > asOf) return null
      if (last === null || day > last.day)
        last = { item, column, day, days: daysBetween(day, asOf) }
    }
  }
  return last
}
