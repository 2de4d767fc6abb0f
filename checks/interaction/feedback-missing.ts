/**
 * Does the notice of a call for comments say when and how to answer, and is the result published after it closed? A share over the calls that ended in the period and
 * some time ago. Of the results, those that tell no figure at all, or figures that exclude each other. A result that names
 * no call leaves those calls open that it may belong to, and no others; how well opinions were treated is for a person.
 */
import { addDays } from '#base/day'
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  holdsMore,
  isGoneColumn,
  isReadWhole,
  listed,
  noticesLacking,
  partly,
  periodsReversed,
  saidRunning,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Consultation, PageView, Place, SiteView } from '#model/site-view'

const SUBJECT = '征集结果反馈'
const TOPICS = ['consultation', 'majorDecisions']

export const feedbackMissing = defineCheck({
  id: 'interaction/feedback-missing',
  revision: 12,
  title: '意见征集是否写明时间和方式，结束后是否公布结果',
  question: '意见征集的公告是否写明起止时间和提交意见的方式，结束后是否公布征集结果和采纳情况？',
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
    published: {
      verdict: 'pass',
      message: '监测日前 {within} 天内结束、已过 {grace} 天的 {closed} 期征集都公布了结果',
    },
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
    'says-nothing': {
      verdict: 'fail',
      message: '有 {count} 个结果反馈没有写收到多少意见、有没有采纳：{names}',
      ask: '所列反馈（含附件、图片）是否确实没有写征集结果和采纳情况？',
    },
    'figures-conflict': {
      verdict: 'fail',
      message: '有 {count} 个结果反馈采纳、未采纳的意见加起来比收到的多：{names}',
      ask: '所列反馈的数字是否写错，两个数是不是同一口径？',
    },
    'before-end': {
      verdict: 'unsure',
      message: '有 {count} 期征集还没有截止就公布了结果：{names}',
      ask: '所列结果是阶段性的通报，还是日期写错、提前结束了征集？',
    },
    'after-end': {
      verdict: 'unsure',
      message: '有 {count} 期征集发布时已经过了截止日期：{names}',
      ask: '所列征集是事后补发、迁移的，还是发布晚了，公众没有时间提意见？',
    },
    'period-missing': {
      verdict: 'fail',
      message: '有 {count} 期征集的公告没有写明征集的时间：{names}',
      claimsAbsence: true,
      ask: '所列公告（含附件）是否确实没有写明征集的起止时间？',
    },
    'period-reversed': {
      verdict: 'fail',
      message: '有 {count} 期征集的截止日期早于开始日期：{names}',
      ask: '所列征集的起止日期哪一个写错了？',
    },
    'way-missing': {
      verdict: 'fail',
      message:
        '有 {count} 期征集的公告没有写明提交意见的任何方式（在线、邮箱、信函、电话等）：{names}',
      claimsAbsence: true,
      ask: '所列公告（含附件）是否确实没有写明怎样提交意见？',
    },
    'said-running': {
      verdict: 'fail',
      message: '有 {count} 期征集写着正在征集，所印的截止日期却已过去：{names}',
      ask: '所列征集是否已经结束，状态是否应当改正？',
    },
    'open-only': {
      verdict: 'not-applicable',
      message: '没有读到监测日前 {within} 天内截止、且截止满 {grace} 天的征集',
    },
    'no-consultations': { verdict: 'not-applicable', message: '没有读到意见征集' },
  },
  example: '《林地管理办法》征求意见 2023-07-01 截止，到次年三月没有反馈页：missing。',
  *run(site, { params, asOf }) {
    yield* notices(site, addDays(asOf, -params.withinDays), asOf)
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
    yield* oddities(site, addDays(asOf, -params.withinDays))
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

type NoticeOutcome = 'period-missing' | 'period-reversed' | 'way-missing' | 'said-running'

/** What the notices of calls owe to whoever would answer. */
function* notices(
  site: SiteView,
  from: string,
  asOf: string,
): Generator<Observation<NoticeOutcome>> {
  const lacking = noticesLacking(site, from)
  const titled = ({ call, place }: { call: Consultation; place: Place }): Told => ({
    name: `“${clip(call.title, 36)}”`,
    place,
  })
  yield* told('period-missing', '征集公告：时间', lacking['no-period'].map(titled))
  yield* told('way-missing', '征集公告：方式', lacking['no-way'].map(titled))
  const reversed = periodsReversed(site).map((one) => ({
    name: `“${clip(one.call.title, 36)}”（${one.said}）`,
    place: one.place,
  }))
  yield* told('period-reversed', '征集公告：起止日期', reversed)
  const running = saidRunning(site, TOPICS[0] ?? '', asOf).map(({ quote, place }) => ({
    name: `“${clip(quote, 60)}”`,
    place,
  }))
  yield* told('said-running', '征集状态', running)
}

interface Told {
  readonly name: string
  readonly place: Place
}

function* told<O extends string>(
  outcome: O,
  subject: string,
  found: readonly Told[],
): Generator<Observation<O>> {
  if (found.length === 0) return
  yield {
    outcome,
    subject,
    facts: {
      count: found.length,
      names: listed(
        found.map(({ name }) => name),
        4,
      ),
    },
    measure: { value: found.length, unit: 'count' },
    evidence: found.slice(0, 5).map(({ place }) => place),
    coverage: WHOLE,
  }
}

/** What a result tells: how many opinions came, or none, and what became of them. */
const TELLS =
  /\d+\s*(?:余)?(?:条|件|份|人|票|个|次|封|位|家)|(?:未|没有|无)(?:人|任何|公众|社会)?[^。\n]{0,8}(?:收到|收集|征集|提出|反馈|意见|建议|异议)|采纳|吸纳|采用|参考|[一二三四五六七八九十百]+(?:条|件|份)|占比|[%％]|(?:表示|一致|均|普遍)[^。\n]{0,4}(?:同意|赞成|赞同|支持|认可)/
/** 意见采纳情况将于近期公布: what is promised is not told; nor does a title that speaks of 采纳情况 tell any. */
const PROMISED =
  /[^，。；\n\d]*(?:将[于在]?|近期|即将|后续|另行|稍后|待)[^，。；\n\d]{0,20}(?:公布|公开|发布|公示|反馈|通知|公告)[^，。；\n\d]*/g
const TAKEN_UP = /(?:予以|已经?|全部|部分|均|拟|逐一)[^，。；]{0,6}(?:采纳|吸纳|采用)/
const NAMED =
  /(?:意见|建议)?(?:征集|征求|收集|采纳|吸纳|采用)*(?:及[^。，\n]{0,8})?(?:采纳|吸纳|采用)(?:的)?情况/g

/** Longer texts say more than that all went well. */
const MOST_HOLLOW = 200
const RECEIVED =
  /(?:收到|收集到?|征集到?|征得)[^\d\n。；]{0,16}(?:意见|建议|留言)?[^\d\n。；]{0,8}(\d+)\s*(条|件|个)/g
/** What else came, in the same breath. */
const MORE = /^(?:[、，,和及与][^\d，。；、\n采吸其]{1,12}\d+\s*(?:条|件|个|封|份|次|人次))+/
const TAKEN = /(?<!未|不予|不)(?:采纳|吸纳)[^\d\n。；，,]{0,8}(\d+)\s*(条|件|个)/g

function resultOf(site: SiteView, { feedback, url }: Consultation): PageView | null {
  // Printed below the call itself, its words are not told from the call's.
  return feedback === null || feedback.url === url ? null : site.pageAt(feedback.url)
}

function saysNothing(view: PageView): boolean {
  const { kind, text, title } = view.page
  const isShort = text.length > 0 && text.length <= MOST_HOLLOW
  if (kind.value !== 'article' || !isShort || !isReadWhole(view) || holdsMore(view)) return false
  const said = `${title ?? ''} ${text.excerpt}`
    .replace(PROMISED, (clause) => (TAKEN_UP.test(clause) ? clause : ''))
    .replace(NAMED, '')
  return !TELLS.test(said)
}

const REFUSED =
  /(?:未|不予?|暂不|没有)(?:予以?)?(?:采纳|吸纳)[^\d\n。；，,]{0,8}(\d+)\s*(条|件|个)/g

/** The one number received, and those taken up and refused, of the same sort; null where the text counts otherwise. */
function conflictIn({ page }: PageView): string | null {
  const [received, taken, refused] = [RECEIVED, TAKEN, REFUSED].map((form) => [
    ...page.text.excerpt.matchAll(form),
  ])
  const parts = [...(taken ?? []), ...(refused ?? [])]
  const [one, again] = received ?? []
  if (one === undefined || again !== undefined || parts.length === 0) return null
  if ((taken?.length ?? 0) > 1 || (refused?.length ?? 0) > 1) return null
  const sum = parts.reduce((total, [, number]) => total + Number(number), 0)
  // 网上留言17条、来函2件: all of it was received.
  const [more = ''] = MORE.exec(page.text.excerpt.slice(one.index + one[0].length)) ?? []
  const came = [...more.matchAll(/\d+/g)].reduce((all, [count]) => all + Number(count), 0)
  if (parts.some(([, , unit]) => unit !== one[2]) || sum <= Number(one[1]) + came) return null
  const named = parts.map(([words]) => words.replace(/\s/g, '')).join('、')
  return `收到${one[1]}${one[2]}，${named}`
}

function* oddities(
  site: SiteView,
  from: string,
): Generator<Observation<'says-nothing' | 'figures-conflict' | 'before-end' | 'after-end'>> {
  const calls = site.consultations.filter(({ closesOn }) => closesOn !== null && closesOn >= from)
  const results = calls.flatMap((call) => {
    const view = resultOf(site, call)
    return view === null ? [] : [{ call, view, named: `“${clip(view.page.title ?? '', 36)}”` }]
  })
  const hollow = results.filter(({ view }) => saysNothing(view))
  if (hollow.length > 0)
    yield {
      outcome: 'says-nothing',
      subject: `${SUBJECT}：内容`,
      facts: {
        count: hollow.length,
        names: listed(
          hollow.map(({ named }) => named),
          4,
        ),
      },
      evidence: hollow.slice(0, 5).map(({ view }) => citePage(view)),
      coverage: WHOLE,
    }
  const wrong = results.flatMap((one) => {
    const words = conflictIn(one.view)
    return words === null ? [] : [{ ...one, words }]
  })
  if (wrong.length > 0)
    yield {
      outcome: 'figures-conflict',
      subject: `${SUBJECT}：数字`,
      facts: {
        count: wrong.length,
        names: listed(
          wrong.map(({ named, words }) => `${named}${words}`),
          4,
        ),
      },
      evidence: wrong.slice(0, 5).map(({ view }) => citePage(view)),
    }
  const early = results.filter(({ call, view }) => {
    const day = view.page.publishedOn?.value
    return day !== undefined && day < (call.closesOn ?? day) && day >= (call.publishedOn ?? day)
  })
  if (early.length > 0)
    yield {
      outcome: 'before-end',
      subject: `${SUBJECT}：早于截止`,
      facts: { count: early.length, names: namesOf(early.map(({ call }) => call)) },
      evidence: early.slice(0, 5).map(({ call }) => call.place),
    }
  const late = calls.filter(
    ({ closesOn, publishedOn }) => publishedOn !== null && publishedOn > (closesOn ?? publishedOn),
  )
  if (late.length > 0)
    yield {
      outcome: 'after-end',
      subject: '征集期限',
      facts: { count: late.length, names: namesOf(late) },
      evidence: late.slice(0, 5).map(({ place }) => place),
    }
}

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
