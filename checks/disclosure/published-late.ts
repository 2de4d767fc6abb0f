/**
 * Were policy documents, replies to proposals, decisions and lists of powers put up in time after they were signed? Measures
 * working days between the two days printed on each document's page. Only the unit's own documents are charged; those of others
 * (reposts) and those that name nobody are put to a person, and so are news that came long after what they tell of. What was
 * never published is invisible here.
 */
import type { WorkCalendar } from '#base/calendar'
import { addDays } from '#base/day'
import { clip, squash } from '#base/text'
import {
  citePage,
  contradictsTable,
  type DatedPaper,
  dayAdjusted,
  dayHappened,
  dayMade,
  dayMet,
  defineCheck,
  documentsOf,
  isNormative,
  isOfDepartment,
  isReposted,
  issuerOf,
  isUnitsOwn,
  listed,
  movedTogether,
  paperRows,
  paperSignedBelow,
  paperTold,
  type SiteDocument,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Place, SiteView } from '#model/site-view'

export const publishedLate = defineCheck({
  id: 'disclosure/published-late',
  revision: 21,
  title: '政策文件是否及时公开',
  question: '政策文件从成文到发布，是否超过规定的工作日？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十六条：自形成或者变更之日起20个工作日内及时公开（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['policyDocuments', 'normativeDocuments'],
      meaning: '按政策文件判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxWorkingDays: {
      default: 20,
      meaning: '成文到发布最多几个工作日',
      source: '政府信息公开条例第二十六条（二手）；地方有更短的要求（如三河7个），可按地方方案设定',
      verified: false,
    },
    replyTopics: {
      default: ['proposals'],
      meaning: '建议提案复文的栏目类别',
      source: '三河2018年考核指标 建议提案办理结果：复文后15个工作日',
      verified: true,
    },
    replyMaxWorkingDays: {
      default: 20,
      meaning: '建议提案复文成文到公开最多几个工作日',
      source: '政府信息公开条例第二十六条（二手）；三河为15个，可按地方方案设定',
      verified: false,
    },
    decisionTopics: {
      default: ['licensing', 'penalties'],
      meaning: '许可、处罚决定的栏目类别',
      source: '三河2018年考核指标 行政许可、行政处罚等信用信息：7个工作日',
      verified: true,
    },
    decisionMaxWorkingDays: {
      default: 7,
      meaning: '许可、处罚决定作出到公开最多几个工作日',
      source:
        '三河2018年考核指标 行政许可、行政处罚等信用信息：7个工作日（全国“双公示”同此，二手）',
      verified: false,
    },
    meetingTopics: {
      default: ['majorDecisions', 'meetings'],
      meaning: '重大决策和会议文件的栏目类别',
      source: '三河2018年考核指标 决策公开：10个工作日',
      verified: true,
    },
    meetingMaxWorkingDays: {
      default: 20,
      meaning: '重大决策和会议文件成文到公开最多几个工作日',
      source: '政府信息公开条例第二十六条（二手）；三河为10个，可按地方方案设定',
      verified: false,
    },
    powerTopics: {
      default: ['powerList'],
      meaning: '权责清单的栏目类别（页面写明调整日期的）',
      source: '三河2018年考核指标 权责清单：调整后20个工作日',
      verified: true,
    },
    normativeLocalDays: {
      default: 7,
      meaning: '规范性文件印发到公开，一些地方规定的工作日数：在条例期限内而超过它的只提问',
      source: '三河2018年考核指标 规范性文件公开：7个工作日',
      verified: true,
    },
    replyLocalDays: {
      default: 15,
      meaning: '建议提案复文，一些地方规定的工作日数（同上）',
      source: '三河2018年考核指标 建议提案办理结果：15个工作日',
      verified: true,
    },
    meetingLocalDays: {
      default: 10,
      meaning: '重大决策和会议文件，一些地方规定的工作日数（同上）',
      source: '三河2018年考核指标 决策公开：10个工作日',
      verified: true,
    },
    newsTopics: {
      default: ['news'],
      meaning: '动态信息的栏目类别（正文开头写明事情在哪一天的）',
      source: '大英2018年信息发布任务：动态信息当天',
      verified: true,
    },
    newsAskDays: {
      default: 10,
      meaning: '动态信息比所写的事情晚发布超过几天才提问',
      source: '大英2018年信息发布任务：动态信息当天、政策信息同周；宽限为本工具的默认值，可调',
      verified: false,
    },
    reversedWithinDays: {
      default: 1095,
      meaning: '发布早于成文的，看监测日前多少天内发布的文件',
      source: '本工具的默认值，可调',
      verified: false,
    },
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内发布的文件（更早的可能是网站迁移时补录的）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    'on-time': {
      verdict: 'pass',
      message: '{subject}：{checked} 份都在 {limit} 个工作日内发布，最长 {longest} 个',
    },
    late: {
      verdict: 'fail',
      message: '{subject}：{checked} 份中有 {late} 份超过 {limit} 个工作日（{names}）',
      ask: '所列文件的成文日期和发布日期是否如此？',
    },
    'late-of-others': {
      verdict: 'unsure',
      message: '{subject}：{checked} 份中有 {late} 份超过 {limit} 个工作日（{names}）',
      ask: '所列文件是不是本机关制发的？转载的上级文件不计。',
    },
    'over-local': {
      verdict: 'unsure',
      message: '有 {count} 份在条例的期限内发布，但超过一些地方规定的较短期限：{names}',
      ask: '本地对这几类文件的公开，有没有规定比条例（20个工作日）更短的期限？有的，所列文件是否逾期？',
    },
    backfilled: {
      verdict: 'unsure',
      message: '{subject}：有 {count} 份文件都在 {day} 一天发布，成文在一年以前：{names}',
      ask: '所列文件是网站迁移、改版时补发的，还是当时没有公开？',
    },
    'dates-contrary': {
      verdict: 'fail',
      message: '有 {count} 份文件的要素表自相矛盾，发布日期早于成文日期：{names}',
      ask: '所列文件的两个日期哪一个印错了？',
    },
    'dates-reversed': {
      verdict: 'unsure',
      message: '有 {count} 份文件的发布日期早于成文日期：{names}',
      ask: '所列文件的两个日期哪一个印错了？',
    },
    'news-late': {
      verdict: 'unsure',
      message: '有 {count} 条动态在所写的事情过去 {limit} 天以后才发布：{names}',
      ask: '所列动态是不是拖了很久才发布，还是事后的综述、回顾？本地要不要求动态信息当天发布？',
    },
    'not-computable': {
      verdict: 'unsure',
      message: '{subject}：{checked} 份的日期落在没有工作日历的年份，无法计算工作日',
      ask: '所列文件从成文到发布有几个工作日？',
    },
    'none-dated': {
      verdict: 'not-applicable',
      message: '没有读到既印成文日期又印发布日期的近期文件',
    },
  },
  example: '某办法成文日期 2023-03-01，发布日期 2023-05-08，相隔45个工作日：本机关文件 late。',
  *run(site, { params, asOf, calendar, labels }) {
    const from = addDays(asOf, -params.withinDays)
    const printedOf = (topics: readonly string[], since: string): readonly DatedPaper[] =>
      documentsOf(site, topics).flatMap((document): DatedPaper[] => {
        const { signed, published } = document
        if (signed === null || published === null || published < since || published > asOf)
          return []
        return [{ document, signed, published }]
      })
    const datedOf = (topics: readonly string[]): readonly DatedPaper[] => printedOf(topics, from)
    const isTimely = ({ signed, published }: DatedPaper): boolean =>
      published >= from &&
      published <= asOf &&
      signed <= published &&
      addDays(signed, 365) > published
    const signedPapers = documentsOf(site, params.topics).flatMap((one) =>
      paperSignedBelow(site, one),
    )
    const policy = [...datedOf(params.topics), ...signedPapers.filter(isTimely)]
    const toldBy = (one: SiteDocument, isLetter: boolean): readonly DatedPaper[] =>
      paperTold(one, (text) => dayMade(labels, text, isLetter))
    const lettersOf = (topics: readonly string[]): readonly DatedPaper[] =>
      documentsOf(site, topics).flatMap((one) => toldBy(one, LETTER.test(one.title)))
    const rowsOf = (topics: readonly string[]): readonly DatedPaper[] =>
      documentsOf(site, topics).flatMap((one) => [
        ...paperRows(labels, site, one),
        ...toldBy(one, false),
      ])
    const toldOf = (topics: readonly string[], dayIn: typeof dayMet): readonly DatedPaper[] =>
      documentsOf(site, topics).flatMap((one) =>
        paperTold(one, (text, published) => dayIn(`${one.title}\n${text}`, published)),
      )
    const approvals = documentsOf(site, [APPROVING])
      .filter(({ title }) => APPROVAL.test(squash(title)))
      .flatMap((one) => toldBy(one, false))
    const kinds = [
      [
        '建议提案复文',
        params.replyMaxWorkingDays,
        params.replyLocalDays,
        [...datedOf(params.replyTopics), ...lettersOf(params.replyTopics).filter(isTimely)],
      ],
      [
        '许可处罚决定',
        params.decisionMaxWorkingDays,
        params.decisionMaxWorkingDays,
        [
          ...datedOf(params.decisionTopics),
          ...[...rowsOf(params.decisionTopics), ...approvals].filter(isTimely),
        ],
      ],
      [
        '决策和会议文件',
        params.meetingMaxWorkingDays,
        params.meetingLocalDays,
        [
          ...datedOf(params.meetingTopics),
          ...toldOf(params.meetingTopics, dayMet).filter(isTimely),
        ],
      ],
      [
        '权责清单',
        params.maxWorkingDays,
        params.maxWorkingDays,
        toldOf(params.powerTopics, dayAdjusted).filter(isTimely),
      ],
    ] as const
    const since = addDays(asOf, -params.reversedWithinDays)
    const printed = [
      params.topics,
      params.replyTopics,
      params.decisionTopics,
      params.meetingTopics,
    ].flatMap((topics) => printedOf(topics, since))
    const reversed = printed
      .concat(policy.filter(({ signedBy }) => signedBy !== undefined))
      .filter(({ published, signed }) => published < signed)
    const news = toldOf(params.newsTopics, dayHappened).filter(isTimely)
    yield* slowNews(news, params.newsAskDays)
    const dated = [...policy, ...kinds.flatMap(([, , , all]) => all)]
    const first = site.home ?? site.pages[0]
    if (dated.length === 0 && reversed.length === 0) {
      if (first !== undefined)
        yield { outcome: 'none-dated', subject: '政策文件', evidence: [citePage(first)] }
      return
    }
    const isTabled = contradictsTable(printed)
    for (const tabled of [true, false]) {
      const some = reversed.filter((one) => isTabled(one) === tabled)
      if (some.length === 0) continue
      yield {
        outcome: tabled ? 'dates-contrary' : 'dates-reversed',
        subject: tabled ? '日期先后：要素表' : '日期先后',
        facts: { count: some.length, names: listed(some.map(nameOf), 4) },
        measure: { value: some.length, unit: 'count' },
        evidence: some.slice(0, 5).map(placeOf),
      }
    }
    const moved = movedTogether(dated)
    const [day] = moved
    if (day !== undefined)
      yield {
        outcome: 'backfilled',
        subject: '集中补发',
        facts: { count: moved.length, day: day.published, names: listed(moved.map(nameOf), 4) },
        measure: { value: moved.length, unit: 'count' },
        evidence: moved.slice(0, 5).map(placeOf),
      }
    const isForward = (one: DatedPaper): boolean =>
      one.published >= one.signed && !moved.includes(one) && !AGAIN.test(one.document.title)
    const isOwn = (one: DatedPaper): boolean =>
      one.signedBy === 'own' || issuerOf(site, one.document) === 'own'
    const slow: Slow[] = []
    for (const [subject, limit, local, all] of kinds) {
      const own = all.filter(
        (one) =>
          isForward(one) &&
          (namesNobody(site, one) || isOwn(one) || isOfDepartment(site, one.document)),
      )
      if (own.length > 0) yield judge(subject, 'late', own, calendar, limit)
      slow.push(...slowAmong(own, calendar, local, limit))
    }
    const forward = policy.filter(isForward)
    const own = forward.filter(isOwn)
    const isUnits = (one: DatedPaper): boolean => !isOwn(one) && isUnitsOwn(site, one.document)
    const others = forward.filter(
      (one) => !isOwn(one) && !isUnits(one) && !isReposted(one.document),
    )
    for (const [subject, outcome, some] of [
      ['本机关文件', 'late', own],
      ['各单位文件', 'late', forward.filter(isUnits)],
      ['其他机关或未标明机关的文件', 'late-of-others', others],
    ] as const)
      if (some.length > 0) yield judge(subject, outcome, some, calendar, params.maxWorkingDays)
    const normative = own.filter(({ document }) => isNormative(document))
    slow.push(...slowAmong(normative, calendar, params.normativeLocalDays, params.maxWorkingDays))
    if (slow.length > 0)
      yield {
        outcome: 'over-local',
        subject: '较短的期限',
        facts: {
          count: slow.length,
          names: listed(
            slow.map((one) => `${nameOf(one)}相隔${one.days}个（${one.local}个）`),
            4,
          ),
        },
        evidence: slow.slice(0, 5).map(placeOf),
      }
  },
})

/** What others wrote comes when they have written it. */
const BY_OTHERS = /新华|人民(?:网|日报)|日报|晚报|[省央]|国务院|中国|转载/

function* slowNews(
  news: readonly DatedPaper[],
  limit: number,
): Generator<Observation<'news-late'>> {
  const late = news.filter(
    ({ document, signed, published }) =>
      addDays(signed, limit) < published &&
      !isReposted(document) &&
      !BY_OTHERS.test(document.view.page.source ?? ''),
  )
  if (late.length === 0) return
  const names = late.map(
    ({ document, signed, published }) =>
      `“${clip(document.title, 30)}”写的是${signed}的事、${published}发布`,
  )
  yield {
    outcome: 'news-late',
    subject: '动态信息',
    facts: { count: late.length, limit, names: listed(names, 4) },
    measure: { value: late.length, unit: 'count' },
    evidence: late.slice(0, 5).map(placeOf),
    pages: late.map(({ document }) => document.view.page.url),
  }
}

/** Put up once more: its day is not that of the first. */
const AGAIN = /[（(【](?:更正|修[订正]|重新发布|重发|补充)[\u4e00-\u9fff]{0,4}[）)】]/

type Slow = DatedPaper & { readonly days: number; readonly local: number }

/** Within what the Regulation grants, later than what some places grant. */
function slowAmong(
  documents: readonly DatedPaper[],
  calendar: WorkCalendar,
  local: number,
  limit: number,
): readonly Slow[] {
  return documents.flatMap((one): Slow[] => {
    const days = calendar.workingDaysBetween(one.signed, one.published)
    return days !== null && days > local && days <= limit ? [{ ...one, days, local }] : []
  })
}

/** A page that names nobody else: what stands in these columns is the unit's. */
function namesNobody(site: SiteView, { document }: DatedPaper): boolean {
  return issuerOf(site, document) === 'unknown' && !isReposted(document)
}

/** Letters in answer to a proposal end with the day on which they were signed. */
const LETTER = /答复|复函|的函|回复/

/** Approvals of projects by what they do to the environment are permits, though they stand in columns of their own. */
const APPROVING = 'environment'
const APPROVAL =
  /环境影响(?:报告[书表]|评价(?:文件)?)(?:的)?(?:批复|审批决定|审批意见)(?:的公[告示])?$/

function judge(
  subject: string,
  lateOutcome: 'late' | 'late-of-others',
  documents: readonly DatedPaper[],
  calendar: WorkCalendar,
  limit: number,
): Observation<'on-time' | 'late' | 'late-of-others' | 'not-computable'> {
  const counted = documents.flatMap((one) => {
    const days = calendar.workingDaysBetween(one.signed, one.published)
    return days === null ? [] : [{ ...one, days }]
  })
  const late = counted.filter(({ days }) => days > limit)
  const [longest] = [...counted].sort((a, b) => b.days - a.days)
  if (longest === undefined)
    return {
      outcome: 'not-computable',
      subject,
      facts: { checked: documents.length },
      evidence: documents.slice(0, 3).map(placeOf),
    }
  return {
    outcome: late.length > 0 ? lateOutcome : 'on-time',
    subject,
    facts: {
      checked: counted.length,
      late: late.length,
      limit,
      longest: longest.days,
      names: listed(
        late.map((one) => `${nameOf(one)}相隔${one.days}个`),
        4,
      ),
    },
    measure: { value: longest.days, unit: 'working-days' },
    evidence: (late.length > 0 ? late : [longest]).slice(0, 10).map(placeOf),
  }
}

function nameOf({ document, signed, published, read }: DatedPaper): string {
  return `“${clip(read ?? document.title, 30)}”${signed}成文、${published}发布`
}

const placeOf = ({ document }: DatedPaper): Place => citePage(document.view)
