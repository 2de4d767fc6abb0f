/**
 * Are public messages answered in time? Working days from asking to answering per message, the oldest one still
 * unanswered, and whether the board tells its figures (whether such can be: figures-implausible). Only days behind labels of asking and answering
 * count. A section of interaction with no way to ask but reports and petitions has no channel. How good an answer is, and a
 * test question, are for a person.
 */
import { addDays, addMonths, daysBetween } from '#base/day'
import { placeKey } from '#base/url'
import {
  type AskedMessage,
  citeColumn,
  citePage,
  copiedAnswers,
  crossedDays,
  defineCheck,
  formlessInquiries,
  hollowAnswers,
  inquiryColumns,
  isAnswerBlank,
  isWithdrawn,
  letterFigures,
  listed,
  messageName,
  messagePlaces,
  messagesAsked,
  overTerm,
  promisesFile,
  reportsAlone,
  searchedForColumn,
  seenUntil,
  WHOLE,
  waitedUntil,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

const LIMIT = '留言答复时限'
const OLDEST = '最久未答复'
const FIGURES = '办理统计'
const ANSWERS = '答复内容'
const ORDER = '提问与答复日期'
export const replyLate = defineCheck({
  id: 'interaction/reply-late',
  revision: 29,
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
      message: '读到答复日期的 {checked} 条留言都在 {limit} 个工作日（写明延长的除外）内答复',
    },
    overdue: {
      verdict: 'fail',
      message: '读到日期的 {checked} 条留言中有 {count} 条超过 {limit} 个工作日：{names}',
      ask: '所列留言的提问和答复日期是否如此，是否属于应当答复的有效留言？',
    },
    extended: {
      verdict: 'unsure',
      message: '有 {count} 条留言没有在通常时限内答复，页面写着延期办理：{names}',
      ask: '所列留言是否经批准延长、在原时限内告知了来信人，并在延长后的时限内答复？',
    },
    answered: {
      verdict: 'pass',
      message: '没有读到超过 {months} 个月仍未答复的留言',
    },
    unanswered: {
      verdict: 'fail',
      message: '有 {count} 条留言超过 {months} 个月仍未答复，最久的 {days} 天：{names}',
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
    'answer-unattached': {
      verdict: 'fail',
      message: '有 {count} 条留言的答复要人看附件，页面上却没有附件：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列留言，答复里说的附件是否确实没有？',
    },
    'handed-off': {
      verdict: 'fail',
      message: '有 {count} 条留言标着办结，答复却只说收到或已转办，没有办理结果：{names}',
      ask: '所列留言是否另有实质性的答复？',
    },
    'handed-on': {
      verdict: 'unsure',
      message: '有 {count} 条留言的答复只说收到、重视、已转办或请另行咨询，没有答复内容：{names}',
      ask: '所列留言后来有没有实质性的答复？',
    },
    'answers-copied': {
      verdict: 'unsure',
      message: '有 {count} 条说不同事情的留言，答复一字不差：{names}',
      ask: '所列留言的答复是否答了各自的问题？',
    },
    shown: { verdict: 'pass', message: '公布了留言办理统计：{words}' },
    'figures-empty': {
      verdict: 'fail',
      message: '“{column}”里没有留言办理的统计数字，只写着“{said}”',
      claimsAbsence: true,
      ask: '“{column}”是否确实没有收到、办结等统计数字？',
    },
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
      (one) =>
        !(names.has(one.title) && fronts.has(placeKey(one.place.url))) && !isWithdrawn(site, one),
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
    const { late, extended } = overTerm(site, timed, params.maxWorkingDays)
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
    const givenMore = extended.map(({ message }) => message)
    yield* emptyOf('extended', `${LIMIT}：延期`, givenMore)
    const crossed = crossedOf(recent)
    if (crossed !== null) yield crossed
    yield* emptyOf(
      'answer-blank',
      `${ANSWERS}：空白`,
      recent.filter((one) => isAnswerBlank(site, one)),
    )
    yield* emptyOf(
      'answer-unattached',
      `${ANSWERS}：附件`,
      recent.filter((one) => promisesFile(site, one)),
    )
    const { closed, open } = hollowAnswers(site, recent)
    yield* emptyOf('handed-off', `${ANSWERS}：转办`, closed)
    yield* emptyOf('handed-on', ANSWERS, open)
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
  },
})

type Outcome =
  | 'answered'
  | 'unanswered'
  | 'answer-unprinted'
  | 'shown'
  | 'not-shown'
  | 'figures-empty'
  | 'dates-hidden'

/** Messages of which one thing is to be told: their answer says nothing, they were given more time. */
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

/** Answered before it was asked: a day is wrong. Where most are so, the days printed may be those of something else. */
function crossedOf(
  messages: readonly AskedMessage[],
): Observation<'answered-first' | 'days-crossed'> | null {
  const { crossed, sure } = crossedDays(messages)
  if (crossed.length === 0) return null
  return {
    outcome: sure ? 'answered-first' : 'days-crossed',
    subject: ORDER,
    facts: { count: crossed.length, names: listed(crossed.map(messageName), 4) },
    measure: { value: crossed.length, unit: 'count' },
    evidence: messagePlaces(crossed),
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

function figures(site: SiteView, columns: readonly Column[], local: Column): Observation<Outcome> {
  const { shown, bare } = letterFigures(site, columns)
  if (shown !== null)
    return {
      outcome: 'shown',
      subject: FIGURES,
      facts: { words: shown.quote },
      evidence: [shown],
    }
  if (bare !== null)
    return {
      outcome: 'figures-empty',
      subject: FIGURES,
      facts: { column: bare.name, said: bare.said },
      evidence: [bare.place],
      coverage: WHOLE,
    }
  return {
    outcome: 'not-shown',
    subject: FIGURES,
    facts: { column: local.name },
    evidence: citeColumn(site, local),
  }
}
