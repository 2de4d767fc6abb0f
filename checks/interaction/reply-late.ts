/**
 * Are public messages answered in time? Working days from asking to answering per message, the oldest one still
 * unanswered, and whether the board tells its figures, and such as can be. Only days behind labels of asking and answering
 * count. A section of interaction with no way to ask but reports and petitions has no channel. How good an answer is, and a
 * test question, are for a person.
 */
import { addDays, addMonths, daysBetween } from '#base/day'
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import {
  type AskedMessage,
  answersNothing,
  answerTo,
  citeColumn,
  citePage,
  copiedAnswers,
  defineCheck,
  formlessInquiries,
  hollowWords,
  inquiryColumns,
  isAnswerBlank,
  listed,
  messageName,
  messagePlaces,
  messagesAsked,
  oddCount,
  reportsAlone,
  searchedForColumn,
  seenUntil,
  viewsOf,
  WHOLE,
  waitedUntil,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

const LIMIT = '留言答复时限'
const OLDEST = '最久未答复'
const FIGURES = '办理统计'
const ANSWERS = '答复内容'
const ORDER = '提问与答复日期'
/** 收到留言 120 件，办结 118 件; or a page or link that says so in its name. */
const COUNTED =
  /(?:收到|收信|收件|受理|来信|来件|信件|留言|诉求|办件|咨询)(?:总)?(?:数|量)?[^\n。]{0,12}?\d+\s*(?:件|条|封)|(?:办结|答复|回复)(?:率|数|量|总数)[^\n。]{0,8}\d|(?:来信|留言|收信|信件)(?:总|件)?(?:数|量)\s?[：:]\s?\d/
const COUNTED_NAME =
  /(?:留言|信件|来信|办信|办理|办件|互动|受理|答复|回复)(?:情况)?(?:数据)?统计|统计数据/

/** 办件统计 below 政务服务 counts permits and certificates, no letters. */
const OF_SERVICES = /^(?:政务|服务)?(?:办理|办件|受理)/
const SERVICES = /服务|办事/

export const replyLate = defineCheck({
  id: 'interaction/reply-late',
  revision: 25,
  title: '公众留言是否按时答复',
  question: '公开的留言从提问到答复用了几个工作日，有没有长期未答复的，是否公布办理统计？',
  basis: [
    {
      document: '三河市2018年政务公开考核指标（三政办〔2018〕244号）',
      clause: '网民留言办理：7个工作日内办结，每逾期1件扣0.5分',
    },
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause:
        '单项否决·互动回应差：没有网上咨询建言渠道（信访、纪检举报不算），或一年内有效留言超过3个月未答复；统计数据公开（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    maxWorkingDays: {
      default: 7,
      meaning: '从提问到答复最多几个工作日（提问当日不计）',
      source: '三政办〔2018〕244号（7个工作日）；随州市2023年方案为5个工作日',
      verified: true,
    },
    vetoMonths: {
      default: 3,
      meaning: '超过几个月未答复按长期未答复判断',
      source: '国办秘函〔2019〕19号 单项否决·互动回应差',
      verified: true,
    },
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内提出的留言',
      source: '国办秘函〔2019〕19号（1年内）',
      verified: true,
    },
  },
  outcomes: {
    'on-time': {
      verdict: 'pass',
      message: '读到答复日期的 {checked} 条留言都在 {limit} 个工作日内答复',
    },
    overdue: {
      verdict: 'fail',
      message: '读到日期的 {checked} 条留言中有 {count} 条超过 {limit} 个工作日：{names}',
      ask: '所列留言的提问和答复日期是否如此，是否属于应当答复的有效留言？',
    },
    answered: {
      verdict: 'pass',
      message: '没有读到超过 {months} 个月仍标为未答复的留言',
    },
    unanswered: {
      verdict: 'fail',
      message: '有 {count} 条留言超过 {months} 个月仍标为未答复，最久的 {days} 天：{names}',
      ask: '所列留言是否为有效留言，是否确实没有答复？',
    },
    'answer-unprinted': {
      verdict: 'unsure',
      message: '有 {count} 条超过 {months} 个月的留言没有印答复日期，也没有印办理状态：{names}',
      ask: '所列留言是否已经答复？',
    },
    'form-missing': {
      verdict: 'fail',
      message: '“{column}”写着“{words}”，网站上没有能在线提交咨询、留言的表单',
      claimsAbsence: true,
      ask: '网站上是否确实没有能在线提交咨询、留言的入口（信访举报除外）？',
    },
    'channel-missing': {
      verdict: 'fail',
      message: '“{section}”里只有“{door}”，没有网上咨询、建言的渠道（信访、纪检举报不算）',
      claimsAbsence: true,
      ask: '网站上是否确实没有能在线咨询、建言的入口（信箱、留言板等）？',
    },
    'answered-first': {
      verdict: 'fail',
      message: '有 {count} 条留言的答复日期早于提问日期：{names}',
      ask: '所列留言的提问、答复日期哪一个写错了？',
    },
    'days-crossed': {
      verdict: 'unsure',
      message: '读到日期的留言中有 {count} 条的答复日期早于提问日期：{names}',
      ask: '这些留言印的是提问日期还是上网日期，从提问到答复用了几个工作日？',
    },
    'answer-blank': {
      verdict: 'fail',
      message: '有 {count} 条留言标着已答复，答复内容却是空的：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列留言，答复内容是否确实是空的？',
    },
    'handed-on': {
      verdict: 'unsure',
      message: '有 {count} 条留言的答复只说收到、重视或已转办，没有答复内容：{names}',
      ask: '所列留言后来有没有实质性的答复？',
    },
    'answers-copied': {
      verdict: 'unsure',
      message: '有 {count} 条说不同事情的留言，答复一字不差：{names}',
      ask: '所列留言的答复是否答了各自的问题？',
    },
    'rate-impossible': {
      verdict: 'fail',
      message: '留言办理统计写着“{words}”，超过100%',
      ask: '这一统计数据是否写错？',
    },
    'counts-crossed': {
      verdict: 'unsure',
      message: '留言办理统计写着“{words}”，办结的比收到的多',
      ask: '办结数是否含以前收到的留言，还是哪个数写错了？',
    },
    shown: { verdict: 'pass', message: '公布了留言办理统计：{words}' },
    'not-shown': {
      verdict: 'unsure',
      message: '“{column}”没有读到留言办理统计（收到、办结数量）',
      ask: '互动交流栏目是否公布留言的收到和办结数量（图表、脚本生成的也算）？',
    },
    'dates-hidden': {
      verdict: 'unsure',
      message: '“{column}”的答复用时没有算出：{reason}',
      ask: '请抽看近期留言，从提问到答复用了几个工作日，有没有超过三个月未答复的？',
    },
    'no-messages': { verdict: 'not-applicable', message: '没有识别出公众留言类栏目' },
  },
  example: '提问时间 2024-01-02，答复时间 2024-01-22，相隔14个工作日：留言答复时限 overdue。',
  *run(site, { params, asOf, calendar }) {
    const columns = inquiryColumns(site)
    const from = addDays(asOf, -params.withinDays)
    // A column's front that shows the latest of several columns is no letter, whatever days stand on it.
    const names = new Set(site.columns.map(({ name }) => name))
    const fronts = new Set(site.columns.map(({ url }) => placeKey(url)))
    const recent = messagesAsked(site, from, asOf).filter(
      ({ title, place }) => !(names.has(title) && fronts.has(placeKey(place.url))),
    )
    const [column] = columns
    if (column === undefined && recent.length === 0) {
      const where = site.home ?? site.pages[0]
      const alone = reportsAlone(site)
      if (alone !== null)
        yield {
          outcome: 'channel-missing',
          subject: '在线咨询渠道',
          facts: { section: alone.section.name, door: alone.door.name },
          evidence: [alone.section, alone.door].flatMap((one) => [...citeColumn(site, one)]),
          coverage: searchedForColumn(site),
        }
      else if (where !== undefined)
        yield { outcome: 'no-messages', subject: LIMIT, evidence: [citePage(where)] }
      return
    }
    const told = formlessInquiries(site)
    if (told !== null)
      yield {
        outcome: 'form-missing',
        subject: '在线咨询渠道',
        facts: {
          column: site.pageAt(told.url)?.page.title ?? column?.name ?? '互动交流',
          words: told.quote,
        },
        evidence: [told],
        coverage: searchedForColumn(site),
      }
    const timed = recent.flatMap((message) => {
      const until = waitedUntil(message, asOf)
      const days = until === null ? null : calendar.workingDaysBetween(message.askedOn, until)
      // A message still open within its time says nothing yet.
      const open = message.answeredOn === null && days !== null && days <= params.maxWorkingDays
      return days === null || open ? [] : [{ message, days }]
    })
    const late = timed.filter(({ days }) => days > params.maxWorkingDays)
    if (timed.length === 0)
      yield hidden(
        site,
        columns,
        recent,
        recent.some((one) => one.answeredOn !== null),
      )
    else
      yield {
        outcome: late.length > 0 ? 'overdue' : 'on-time',
        subject: LIMIT,
        facts: {
          checked: timed.length,
          count: late.length,
          limit: params.maxWorkingDays,
          names: listed(
            late.map(({ message, days }) => `${messageName(message)}（${days}个工作日）`),
            4,
          ),
        },
        measure: { value: late.length, unit: 'count' },
        evidence: messagePlaces((late.length > 0 ? late : timed).map(({ message }) => message)),
      }
    const crossed = crossedOf(recent)
    if (crossed !== null) yield crossed
    yield* emptyOf(
      'answer-blank',
      `${ANSWERS}：空白`,
      recent.filter((one) => isAnswerBlank(site, one)),
    )
    yield* emptyOf(
      'handed-on',
      ANSWERS,
      recent.filter((one) => answersNothing(answerTo(site, one))),
    )
    const copied = copiedAnswers(site, recent)
    if (copied.length > 1) yield* emptyOf('answers-copied', `${ANSWERS}：雷同`, copied)
    if (recent.length > 0) yield oldest(recent, asOf, params.vetoMonths)
    // A column whose page was not read (a dead entry) says nothing; one that lists letters says most.
    const locals = columns.filter(({ kind }) => kind === 'local')
    const local =
      locals.find(({ items }) => items.length > 0) ??
      locals.find(({ url }) => site.pageAt(url) !== null) ??
      locals[0]
    const counted = local === undefined ? null : figures(site, columns, local)
    // Where no message was read, one question is enough.
    if (counted !== null && (counted.outcome === 'shown' || recent.length > 0)) yield counted
    if (local !== undefined) yield* impossible(site, columns)
  },
})

type Outcome =
  | 'answered'
  | 'unanswered'
  | 'answer-unprinted'
  | 'shown'
  | 'not-shown'
  | 'dates-hidden'

/** Messages whose answer says nothing. */
function* emptyOf<O extends string>(
  outcome: O,
  subject: string,
  messages: readonly AskedMessage[],
): Generator<Observation<O>> {
  if (messages.length === 0) return
  yield {
    outcome,
    subject,
    facts: { count: messages.length, names: listed(messages.map(messageName), 4) },
    measure: { value: messages.length, unit: 'count' },
    evidence: messagePlaces(messages),
    coverage: WHOLE,
  }
}

const PLAIN_DAY = /^(?:发布|公开|上网|更新)?(?:时间|日期)\s*[:：]/

/** Answered before it was asked: a day is wrong. Where most are so, the days printed may be those of something else. */
function crossedOf(
  messages: readonly AskedMessage[],
): Observation<'answered-first' | 'days-crossed'> | null {
  const answered = messages.filter(({ answeredOn }) => answeredOn !== null)
  const crossed = answered.filter(({ askedOn, answeredOn }) => (answeredOn ?? askedOn) < askedOn)
  // 时间：… above a letter may be that of putting it up.
  const plain = crossed.filter(({ place }) => PLAIN_DAY.test(place.quote))
  if (crossed.length === 0) return null
  return {
    outcome:
      plain.length === 0 && crossed.length * 2 <= answered.length
        ? 'answered-first'
        : 'days-crossed',
    subject: ORDER,
    facts: { count: crossed.length, names: listed(crossed.map(messageName), 4) },
    measure: { value: crossed.length, unit: 'count' },
    evidence: messagePlaces(crossed),
  }
}

/** 办结率 120%, or more answered than received: on the columns of messages, and those that say in their name that they count. */
function* impossible(
  site: SiteView,
  columns: readonly Column[],
): Generator<Observation<'rate-impossible' | 'counts-crossed'>> {
  const counting = site.columns.filter(({ name }) => COUNTED_NAME.test(name))
  const pages = [...new Set([...columns, ...counting])]
    .flatMap((column) => [column.url, ...column.items.map((item) => item.url)])
    .flatMap((url) => (url === null ? [] : (site.pageAt(url)?.page ?? [])))
  const odd = oddCount(pages)
  if (odd === null) return
  const { kind, url, words } = odd
  yield {
    outcome: kind === 'rate' ? 'rate-impossible' : 'counts-crossed',
    subject: kind === 'rate' ? '办理统计：比率' : '办理统计：数量',
    facts: { words },
    evidence: [{ url, at: null, quote: words }],
  }
}

function oldest(
  messages: readonly AskedMessage[],
  asOf: string,
  months: number,
): Observation<Outcome> {
  const old = messages
    .filter(
      (one) => one.answeredOn === null && one.askedOn < addMonths(seenUntil(one, asOf), -months),
    )
    .sort((a, b) => (a.askedOn < b.askedOn ? -1 : 1))
  const open = old.filter(({ state }) => state === 'unanswered')
  const blank = old.filter(({ state }) => state === 'blank')
  const shown = open.length > 0 ? open : blank
  const [first] = shown
  const days = first === undefined ? 0 : daysBetween(first.askedOn, seenUntil(first, asOf))
  return {
    outcome: open.length > 0 ? 'unanswered' : blank.length > 0 ? 'answer-unprinted' : 'answered',
    subject: OLDEST,
    facts: { count: shown.length, months, days, names: listed(shown.map(messageName), 4) },
    ...(open.length > 0 || blank.length === 0 ? { measure: { value: days, unit: 'days' } } : {}),
    evidence: messagePlaces(shown.length > 0 ? shown : messages),
  }
}

function hidden(
  site: SiteView,
  columns: readonly Column[],
  recent: readonly AskedMessage[],
  answered: boolean,
): Observation<Outcome> {
  const column = columns.find(({ kind }) => kind === 'local') ?? columns[0]
  const reason =
    recent.length > 0
      ? answered
        ? '留言日期落在没有工作日历的年份'
        : '只印了提问日期，没有印答复日期'
      : column === undefined || column.kind === 'local'
        ? (column?.coverageBecause ?? '没有读到印有提问日期的近期留言')
        : `栏目指向站外（${column.url}）`
  return {
    outcome: 'dates-hidden',
    subject: LIMIT,
    facts: { column: column?.name ?? '留言', reason },
    evidence:
      recent.length > 0 || column === undefined ? messagePlaces(recent) : citeColumn(site, column),
  }
}

/** Letters with their answers, one below the other, read like one text. */
function isBoard({ page }: PageView): boolean {
  return (page.messages ?? []).length > 1
}

function figures(site: SiteView, columns: readonly Column[], local: Column): Observation<Outcome> {
  const own = new Set(columns.map(({ url }) => placeKey(url)))
  for (const view of new Set(columns.flatMap((column) => viewsOf(site, column)))) {
    // A letter's own text counts nothing; the column's page does, whatever it is taken for.
    const isLetter = view.page.kind.value === 'article' && !own.has(placeKey(view.page.url))
    const counted = COUNTED.exec(view.page.text.excerpt)?.[0]
    const link = view.page.links.find(
      ({ area, text }) => area !== 'nav' && area !== 'footer' && COUNTED_NAME.test(text),
    )
    const place: Place | null =
      counted !== undefined && (!isLetter || isBoard(view))
        ? { url: view.page.url, at: null, quote: clip(counted, 60) }
        : link === undefined
          ? null
          : { url: view.page.url, at: link.at, quote: link.text }
    if (place !== null)
      return {
        outcome: 'shown',
        subject: FIGURES,
        facts: { words: place.quote },
        evidence: [place],
      }
  }
  // 统计数据 is also what statisticians publish.
  const named = site.columns.find(
    ({ name, topic, trail }) =>
      COUNTED_NAME.test(name) &&
      topic?.value !== 'statistics' &&
      topic?.value !== 'openData' &&
      !(OF_SERVICES.test(name) && trail.slice(0, -1).some((above) => SERVICES.test(above))),
  )
  // A page so called that was read whole and holds no figure shows none.
  const said = named === undefined ? null : hollowWords(site, named.url, named.name)
  const isBare = said !== null && said !== '' && !/\d/.test(said)
  return {
    outcome: named === undefined || isBare ? 'not-shown' : 'shown',
    subject: FIGURES,
    facts:
      named === undefined || isBare ? { column: (named ?? local).name } : { words: named.name },
    evidence: citeColumn(site, named ?? local),
  }
}
