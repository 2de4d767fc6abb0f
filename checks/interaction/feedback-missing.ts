/**
 * Is the result of a call for comments published after it closed? A share over the calls that ended in the period and
 * some time ago. A result that names no call leaves those calls open that it may belong to, and no others; how well
 * opinions were treated is for a person.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  isGoneColumn,
  listed,
  partly,
} from '#engine/define-check'
import type { Consultation, SiteView } from '#model/site-view'

const SUBJECT = '征集结果反馈'
const TOPICS = ['consultation', 'majorDecisions']

export const feedbackMissing = defineCheck({
  id: 'interaction/feedback-missing',
  revision: 5,
  title: '征集结束后是否公布结果',
  question: '已经结束的意见征集，是否公布了征集结果和意见采纳情况？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause: '民意征集：渠道建设、内容维护、功能实现以及征集实效情况',
    },
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '互动交流：征集调查结束后公布结果（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    graceDays: {
      default: 30,
      meaning: '征集截止后多少天内公布结果',
      source: '各地通行做法（1个月），可按地方方案设定',
      verified: false,
    },
    withinDays: {
      default: 365,
      meaning: '只看监测日前多少天内截止的征集',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '已结束的 {closed} 期征集都公布了结果' },
    missing: {
      verdict: 'fail',
      message: '截止满 {grace} 天的 {closed} 期征集中有 {count} 期没有找到结果反馈：{names}',
      claimsAbsence: true,
      ask: '所列征集的结果或意见采纳情况是否在别处公布？',
    },
    unmatched: {
      verdict: 'unsure',
      message:
        '截止满 {grace} 天的 {closed} 期征集中有 {count} 期没有对应上结果（{names}），另有 {others} 个反馈页面说不清属于哪一期：{pages}',
      ask: '这些反馈页面是否就是所列征集的结果？',
    },
    'open-only': {
      verdict: 'not-applicable',
      message: '没有读到监测日前 {within} 天内截止、且截止满 {grace} 天的征集',
    },
    'no-consultations': { verdict: 'not-applicable', message: '没有读到意见征集' },
  },
  example: '《林地管理办法》征求意见 2023-07-01 截止，到次年三月没有反馈页：missing。',
  *run(site, { params, asOf }) {
    const [first] = site.consultations
    const facts = { grace: params.graceDays, within: params.withinDays }
    if (first === undefined) {
      const column = TOPICS.flatMap((topic) => site.columnsOf(topic))[0]
      const where = site.home ?? site.pages[0]
      if (where !== undefined)
        yield {
          outcome: 'no-consultations',
          subject: SUBJECT,
          evidence: column === undefined ? [citePage(where)] : citeColumn(site, column),
        }
      return
    }
    const closed = site.consultations.filter((one) =>
      endedWithin(one, addDays(asOf, -params.withinDays), addDays(asOf, -params.graceDays)),
    )
    if (closed.length === 0) {
      yield {
        outcome: 'open-only',
        subject: SUBJECT,
        facts,
        evidence: site.consultations.slice(0, 5).map(({ place }) => place),
      }
      return
    }
    const without = closed.filter(({ feedback }) => feedback === null)
    const sure = without.filter(({ otherFeedback }) => otherFeedback.length === 0)
    const open = without.filter(({ otherFeedback }) => otherFeedback.length > 0)
    const common = {
      measure: { value: 1 - without.length / closed.length, unit: 'share' as const },
      coverage: restsOf(site),
    }
    if (without.length === 0)
      yield {
        ...common,
        outcome: 'published',
        subject: SUBJECT,
        facts: { ...facts, closed: closed.length },
        evidence: closed
          .slice(0, 5)
          .flatMap(({ feedback }) => (feedback === null ? [] : [feedback])),
      }
    if (sure.length > 0)
      yield {
        ...common,
        outcome: 'missing',
        subject: SUBJECT,
        facts: { ...facts, closed: closed.length, count: sure.length, names: namesOf(sure) },
        evidence: sure.slice(0, 6).map(({ place }) => place),
      }
    if (open.length > 0) {
      const others = [
        ...new Map(
          open.flatMap(({ otherFeedback }) => otherFeedback.map((one) => [one.url, one] as const)),
        ).values(),
      ]
      yield {
        ...common,
        outcome: 'unmatched',
        subject: sure.length > 0 ? `${SUBJECT}：待核` : SUBJECT,
        facts: {
          ...facts,
          closed: closed.length,
          count: open.length,
          names: namesOf(open),
          others: others.length,
          pages: listed(
            others.map(({ quote }) => `“${clip(quote, 30)}”`),
            3,
          ),
        },
        evidence: [...open.slice(0, 6).map(({ place }) => place), ...others.slice(0, 3)],
      }
    }
  },
})

function namesOf(calls: readonly Consultation[]): string {
  return listed(
    calls.map(({ title, closesOn }) => `“${clip(title, 36)}”（${closesOn ?? ''}截止）`),
    4,
  )
}

/** Calls that only say 已结束 have no last day, so the time since is unknown. */
function endedWithin({ closesOn }: Consultation, from: string, to: string): boolean {
  return closesOn !== null && closesOn >= from && closesOn < to
}

/** A result may stand in any part of these columns that was not read. */
function restsOf(site: SiteView) {
  const columns = TOPICS.flatMap((topic) => site.columnsOf(topic)).filter(
    (column) => !isGoneColumn(site, column),
  )
  const outside = columns.find(({ kind }) => kind !== 'local')
  if (outside !== undefined) return partly(`“${outside.name}”指向站外，结果可能在那里`)
  const cut = columns.find(({ coverage }) => coverage === 'partial')
  if (cut !== undefined) return partly(cut.coverageBecause ?? '栏目没有看全')
  return { value: site.coverage, because: site.coverageBecause }
}
