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
  holdsMore,
  hollowWords,
  isReadWhole,
  isTown,
  listed,
  ownPart,
  searchedForDocument,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'

const SUBJECT = '在线访谈'
/** Announcements of an interview are none. */
const AHEAD = /预告|公告$|通知$|征集.{0,8}问题|问题征集|敬请(?:期待|关注)|(?:计划|安排)表?$/

export const interviewsFew = defineCheck({
  id: 'interaction/interviews-few',
  revision: 8,
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
      message:
        '有 {count} 期在线访谈发布 {days} 天以上，打开后没有访谈内容（空白、只有预告或写着整理中）：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列访谈，是否确实没有文字、视频或回放？',
    },
    unheld: {
      verdict: 'fail',
      message:
        '有 {count} 期在线访谈只有预告，过了 {days} 天以上，没有找到访谈的文字、视频或回放：{names}',
      claimsAbsence: true,
      ask: '所列访谈是否已经举行，文字、视频或回放发布在哪里？',
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
    const empty = unfilledOf(site, [...items.values()], addDays(asOf, -params.dueDays))
    yield* unfilled(empty, params.dueDays)
    yield* unheld(site, columns, from, addDays(asOf, -params.dueDays), params.dueDays)
    const found = [...items.values()].filter((item) => empty.every((one) => one.item !== item))
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
  /(?:整理|编辑|制作|上传|更新|建设|转换|处理)中|正在(?:整理|编辑|制作|上传|更新)|(?:整理|编辑|制作|录制)(?:完成)?后[^。]{0,8}(?:公布|发布|上传|上线)|敬请(?:期待|关注)|即将(?:上线|发布|推出|公布|举行|举办|开始)|(?:稍后|近期|随后|另行)(?:公布|发布|上传|上线)|暂无|待(?:补充|上传|发布)/
/** When and with whom it is to be: the lines above an interview, nothing below them. */
const NOTICE_LINE =
  /(?:(?:访谈|直播|播出|活动|开始|录制)?(?:时间|日期)|(?:访谈|做客|特邀|本期)?嘉宾|主持人?|(?:访谈|本期)?主题|(?:访谈|直播)?(?:地点|地址|方式)|主办(?:单位)?|承办(?:单位)?|发布(?:时间|日期)?|来源)\s*[：:]\s*[^\s，。；]{0,40}(?:\s?\d{1,2}[:：]\d{2}(?:\s?[-—至~]\s?\d{1,2}[:：]\d{2})?)?/g
/** 县教育局局长将于3月5日做客…: told before it was held. */
const TOLD_AHEAD = /(?:将于|定于|拟于|将在)[^。\n]{0,40}(?:访谈|直播|做客|举行|举办|开展|走进)/
/** What was said in an interview, at some length. */
const SPOKEN =
  /主持人?\s*[：:]|嘉宾\s*[：:][^\n]{30}|网友[^\n]{0,8}[：:]|(?:^|\n)\s*[问答]\s*[：:]|回放|实录|刚刚|日前|近日/
const LONGEST_NOTICE = 400

interface Unfilled {
  readonly item: ColumnItem
  readonly view: PageView
}

/** Entries of some age whose page, read whole, holds nothing, or only when it was to be held or that something is to come. */
function unfilledOf(
  site: SiteView,
  items: readonly ColumnItem[],
  until: string,
): readonly Unfilled[] {
  return items.flatMap((item) => {
    const view = item.url === null ? null : site.pageAt(item.url)
    const day = view?.page.publishedOn?.value
    if (item.url === null || view === null || day === undefined || day > until) return []
    const words = hollowWords(site, item.url, item.title)
    const isBare =
      words !== null && (TO_COME.test(words) || words.replace(NOTICE_LINE, '').trim() === '')
    return isBare || isNotice(view) || isRecordBlank(view) ? [{ item, view }] : []
  })
}

/** 文字实录 over 整理中，敬请期待 and nothing else: whatever stands above it, what was said does not. */
const RECORD_HEAD =
  /(?:^|\n)[^\S\n]*(?:文字|图文|访谈|现场|视频|在线)?(?:实录|回放|直播|视频|内容|记录)\s*[：:]?\s*([^\n]{0,40})(?=\n|$)/g
const DIALOGUE = /(?:^|\n)\s*(?:主持人|嘉宾|网友|记者|[\u4e00-\u9fff]{2,4})\s*[：:][^\n]{16}/

function isRecordBlank(view: PageView): boolean {
  const { excerpt } = view.page.text
  if (!isReadWhole(view) || holdsMore(view) || DIALOGUE.test(below(excerpt))) return false
  const heads = [...excerpt.matchAll(RECORD_HEAD)].map(([, words = '']) => words.trim())
  return heads.length > 0 && heads.every((words) => TO_COME.test(words))
}

/** What stands under the first head of a record. */
function below(excerpt: string): string {
  const at = excerpt.search(RECORD_HEAD)
  return at < 0 ? excerpt : excerpt.slice(at)
}

interface Announced {
  readonly item: ColumnItem
  readonly view: PageView
}

/** 访谈预告 whose day is long past, and no later entry that may be the interview itself. */
function* unheld(
  site: SiteView,
  columns: readonly Column[],
  from: string,
  until: string,
  days: number,
): Generator<Observation<'unheld'>> {
  if (columns.some(({ kind }) => kind !== 'local')) return
  const items = columns.flatMap((column) => column.items)
  const found = items.flatMap((item): readonly Announced[] => {
    const day = dayOfItem(site, item)?.day
    const view = item.url === null ? null : site.pageAt(item.url)
    if (!AHEAD.test(item.title) || view === null || day === undefined) return []
    if (day < from || day > until || !isReadWhole(view) || holdsMore(view)) return []
    if (SPOKEN.test(view.page.text.excerpt.replace(NOTICE_LINE, ''))) return []
    return items.some((other) => mayFollow(other, item)) ? [] : [{ item, view }]
  })
  if (found.length === 0) return
  yield {
    outcome: 'unheld',
    subject: '只有预告的访谈',
    facts: {
      days,
      count: found.length,
      names: listed(found.map(({ item }) => `“${clip(item.title, 30)}”`)),
    },
    measure: { value: found.length, unit: 'count' },
    evidence: found.slice(0, 5).map(({ view }) => citePage(view)),
    pages: found.map(({ view }) => view.page.url),
    coverage: searchedForDocument(site, columns),
  }
}

const OF_ANY =
  /访谈|预告|在线|直播|预热|公告|关于|[县市区省]|[局委办]|局长|主任|[【】[\]（）()：:“”《》、，,。\s]|谈|走进|做客/g
/** Letters in a row that two titles about one interview share. */
const SHARED = 3

/** Another entry, no announcement, with words of the same matter. */
function mayFollow(other: ColumnItem, { title }: ColumnItem): boolean {
  if (AHEAD.test(other.title)) return false
  const [a, b] = [title.replace(OF_ANY, ' '), other.title.replace(OF_ANY, ' ')]
  return [...a].some((_, i) => {
    const piece = a.slice(i, i + SHARED)
    return piece.length === SHARED && !piece.includes(' ') && b.includes(piece)
  })
}

function isNotice(view: PageView): boolean {
  const { text } = view.page
  const isShort = text.length > 0 && text.length <= LONGEST_NOTICE
  if (!isShort || view.page.kind.value !== 'article' || !isReadWhole(view) || holdsMore(view))
    return false
  return TOLD_AHEAD.test(text.excerpt) && !SPOKEN.test(text.excerpt)
}

function* unfilled(hollow: readonly Unfilled[], days: number): Generator<Observation<'hollow'>> {
  if (hollow.length === 0) return
  yield {
    outcome: 'hollow',
    subject: '没有内容的访谈',
    facts: {
      days,
      count: hollow.length,
      names: listed(hollow.map(({ item }) => `“${clip(item.title, 30)}”`)),
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
