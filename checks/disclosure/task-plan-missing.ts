/**
 * Is this year's plan for openness work (政务公开工作要点、任务分工) published, and when? Told by title, with the day for schemes that
 * set a date. No general rule asks every agency for one, so an absence is a question, unless the agency published one the
 * year before.
 */
import { clip } from '#base/text'
import {
  asPortal,
  behindPlatform,
  dayOfItem,
  defineCheck,
  itemsTitled,
  lookedAtHome,
  ownPart,
  partly,
  type Rests,
  searchedIn,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

const SUBJECT = '政务公开任务分工'

const TITLE =
  /(政务|信息)公开.{0,14}(要点|任务分工|任务分解|责任分解|任务清单|工作安排|工作方案|工作计划|实施方案)/
/** What comes every year: 方案 may be that of one undertaking. */
const YEARLY = /要点|任务|责任分解|工作(?:安排|计划)/
/** Whose plan it is, before the year. */
const MAKER = /^(?:关于)?(?:转发|印发)?([\u4e00-\u9fff]{1,8}?(?:省|市|自治[区州]|县|区|旗|国务院))/
/** Plans of others that are only passed on or explained, and what came of a plan. */
const BESIDE = /解读|落实情况|完成情况|总结|培训|考核|评估|基层政务公开标准化/

export const taskPlanMissing = defineCheck({
  id: 'disclosure/task-plan-missing',
  revision: 7,
  title: '年度政务公开任务分工是否公开',
  question: '本年度政务公开工作要点或任务分工方案是否公开，是哪一天公开的？',
  basis: [
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '附件2、附件3 工作保障：制定年度政务公开工作任务分工方案，9月10日前公开',
    },
    {
      document: '双鸭山市政府信息公开工作考核制度（双政公开办发〔2019〕5号）',
      clause: '第五条 1.1.4、2.1.4：是否制定年度政务公开工作要点、实施方案或工作安排',
    },
  ],
  needs: ['columns'],
  params: {
    due: {
      default: '09-10',
      meaning: '当年最迟公开日（月-日）；这一天之前没有的，看上一年的',
      source: '三河2018年考核指标 工作保障',
      verified: true,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '{year}年的公开于 {day}：“{words}”' },
    late: {
      verdict: 'unsure',
      message: '{year}年的公开于 {day}，晚于 {due}：“{words}”',
      ask: '本地对任务分工方案的公开日期有没有要求，“{words}”（{day}）是否算按期？',
    },
    undated: {
      verdict: 'unsure',
      message: '有“{words}”，没有读出公开日期',
      ask: '“{words}”是哪一天公开的？',
    },
    missing: {
      verdict: 'unsure',
      message: '没有找到{year}年的政务公开工作要点或任务分工（找过各栏目的标题）',
      ask: '{year}年的政务公开工作要点或任务分工方案公开在哪里，或者没有公开？',
    },
    lapsed: {
      verdict: 'fail',
      message: '没有{year}年的政务公开工作要点或任务分工，最近的是{last}年的：“{words}”（{day}）',
      claimsAbsence: true,
      ask: '{year}年的政务公开工作要点或任务分工方案公开在哪里，或者没有公开？',
    },
    'no-platform': {
      verdict: 'not-applicable',
      message: '没有识别出政府信息公开的栏目，无从判断',
    },
  },
  example: '某局“2023年政务公开工作任务分工方案”发布于2023-06-12：published，2023-06-12。',
  *run(site, { params, asOf }) {
    yield judge(ownPart(site), asOf, params.due)
  },
})

type Outcome = 'published' | 'late' | 'undated' | 'missing' | 'lapsed' | 'no-platform'

function judge(site: SiteView, asOf: string, due: string): Observation<Outcome> {
  const platform = ['ogi', 'ogiCatalogue', 'ogiProgress', 'openGovernment'].some(
    (topic) => site.columnsOf(topic).length > 0,
  )
  if (!platform) return { outcome: 'no-platform', subject: SUBJECT, evidence: lookedAtHome(site) }
  const thisYear = Number(asOf.slice(0, 4))
  const plans = itemsTitled(site, TITLE)
    .filter(({ item }) => !BESIDE.test(item.title))
    .map((one) => ({ ...one, day: dayOfItem(site, one.item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
  // A plan before its date is early, not missing.
  const years = asOf.slice(5) > due ? [thisYear] : [thisYear, thisYear - 1]
  const found = years
    .flatMap((year) => plans.filter(({ item, day }) => yearOf(item.title, day) === year))
    .sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1))
  const year = years.at(-1) ?? thisYear
  const best = found.find(({ item, day }) => yearOf(item.title, day) === years[0]) ?? found[0]
  if (best === undefined) {
    const coverage = behindPlatform(site) ?? asPortal(site)
    const before = plans.find(
      ({ item, day }) =>
        day !== null && yearOf(item.title, day) === year - 1 && isOwnYearly(site, item.title),
    )
    if (before === undefined)
      return {
        outcome: 'missing',
        subject: SUBJECT,
        facts: { year },
        evidence: lookedAtHome(site),
        coverage,
      }
    const words = clip(before.item.title, 60)
    return {
      outcome: 'lapsed',
      subject: SUBJECT,
      facts: { year, last: year - 1, day: before.day, words },
      evidence: [before.item.place],
      coverage: likeIn(site, year) ?? searchedIn(site, [before.column]),
    }
  }
  const words = clip(best.item.title, 60)
  const of = yearOf(best.item.title, best.day) ?? year
  const evidence = [best.item.place]
  if (best.day === null) return { outcome: 'undated', subject: SUBJECT, facts: { words }, evidence }
  const limit = `${of}-${due}`
  return {
    outcome: best.day <= limit ? 'published' : 'late',
    subject: SUBJECT,
    facts: { year: of, day: best.day, due: limit, words, publishedOn: best.day },
    evidence,
  }
}

/** The plan of a superior that was passed on says nothing of what this agency publishes every year. */
function isOwnYearly({ agency }: SiteView, title: string): boolean {
  const maker = MAKER.exec(title)?.[1]
  return YEARLY.test(title) && (maker === undefined || agency.name.includes(maker))
}

/** Words of an entry that may be the plan under another name. */
const LIKE = /公开.{0,20}(?:任务|要点|安排|计划|分工|重点)|(?:任务|要点|安排|计划|分工).{0,20}公开/
const NO_PLAN = /主题日|宣传|活动|招[聘录考]|预算|决算/

/** An entry of the year that may be the plan after all, or one whose year nobody knows. */
function likeIn(site: SiteView, year: number): Rests | null {
  const like = itemsTitled(site, LIKE).find(({ item: { title }, item }) => {
    const of = yearOf(title, dayOfItem(site, item)?.day ?? null)
    return (of === null || of === year) && !BESIDE.test(title) && !NO_PLAN.test(title)
  })
  return like === undefined ? null : partly(`“${clip(like.item.title, 40)}”可能就是`)
}

/** Year that a plan is for: named, else that of its day. */
function yearOf(title: string, day: string | null): number | null {
  const named = /(20\d\d)\s*年/.exec(title)?.[1] ?? day?.slice(0, 4)
  return named === undefined ? null : Number(named)
}
