/**
 * Did a paper that is owed year after year, month after month, or quarter after quarter, stop coming? Told by the portal's
 * own rhythm: editions of two years running (four months, three quarters; two where all its column fell silent; one plan of
 * inspections beside results of a later year) stand in its lists, and the next one does not, long after it was to be
 * expected. Fewer quarters are asked about, where the sources print that they are owed. Columns that stand still as a whole are `freshness/column-stale`'s; reports of disclosure, website tables, budgets, plans and
 * catalogues have checks of their own.
 */
import { clip } from '#base/text'
import {
  asPortal,
  brokenRhythms,
  brokenSeries,
  ColumnTree,
  citePage,
  defineCheck,
  isKept,
  type Kind,
  LIST_PERIODS,
  listed,
  type Overdue,
  type OverdueQuarter,
  OWN_PERIODS,
  overdueMonths,
  overdueQuarters,
  overdueYears,
  type QuarterlyKind,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

/** Papers that governments and their departments owe every year. */
const YEARLY: readonly Kind[] = [
  { named: /政府工作报告/, like: /政府工作报告/ },
  {
    named:
      /行政执法(?:总体)?(?:情况)?统计(?:年报|年度报告|数据)|年度?行政执法(?:总体)?(?:数据|情况|统计)/,
    like: /执法.{0,10}(?:统计|数据|年报|报告)/,
    owed: true,
  },
  {
    named: /教育(?:事业)?(?:发展)?统计(?:数据|公报|资料)/,
    like: /教育.{0,10}(?:统计|数据|公报|概况)/,
  },
  {
    named: /法治政府建设(?:情况|工作|年度)?(?:年度)?报告/,
    like: /(?:法治政府|依法行政|法治建设).{0,16}(?:报告|总结|情况)/,
  },
  {
    named: /(?:环境|水资源|水土保持|生态环境)(?:状况|质量)?公报/,
    like: /(?:环境|水资源|水土保持).{0,8}(?:公报|状况|质量)/,
  },
]
/** Whom to inspect at random is planned for every year: one plan is enough where the results of a later year stand beside it. */
const PLANNED: Kind = {
  named: /(?:双随机|随机抽查)[^，。；]*(?:计划|方案)/,
  like: /(?:双随机|随机|抽查|检查).{0,30}(?:计划|方案|安排|任务|事项清单|要点|工作的通知)/,
  owed: true,
}
/** What is measured in air and water, and the state of safety, month after month; figures of the economy are `freshness/column-stale`'s. */
const MONTHLY: readonly Kind[] = [
  {
    named: /安全生产(?:形势|事故|情况)?(?:分析|统计|通报|月报)/,
    like: /安全生产.{0,8}(?:分析|统计|通报|月报)/,
  },
  {
    named: /空气[\u4e00-\u9fff]{0,8}(?:质量|状况|监测|月报)/,
    like: /(?:空气|大气).{0,8}(?:质量|状况|监测|月报|公报|报告)/,
  },
  {
    named: /(?:饮用水|水源地?)[\u4e00-\u9fff]{0,8}(?:质量|状况|监测|月报|水质)/,
    like: /(?:饮用水|水源).{0,8}(?:质量|状况|监测|月报|水质|公报|报告)/,
  },
  {
    named:
      /(?:水环境|地表水)[\u4e00-\u9fff]{0,8}(?:质量|状况|监测|月报)|水质[\u4e00-\u9fff]{0,4}(?:月报|监测|状况)/,
    like: /(?:水环境|地表水|水质).{0,8}(?:质量|状况|监测|月报|公报|报告)/,
  },
]
/** Figures that the sources want every quarter, in the columns that they belong to. */
const QUARTERLY: readonly QuarterlyKind[] = [
  {
    topic: 'statistics',
    named:
      /(?:经济|统计)(?!公报|年鉴)[\u4e00-\u9fff]{0,6}(?:指标|数据|情况|形势|快报|月报|季报|运行)|主要指标|生产总值/,
    like: /经济(?!和社会发展)[\u4e00-\u9fff]{0,6}(?:指标|数据|情况|形势|快报|月报|季报|运行|开局|态势)|(?:统计|经济)(?:月报|季报|快报|数据|信息)|主要指标|生产总值|GDP/,
  },
  {
    topic: 'socialAssistance',
    named:
      /^(?!.*(?:名单|对象|家庭|名册)).*(?:救助|低保|最低生活保障|特困|供养).{0,12}(?:资金|人次|人数|支出|发放|水平|情况|统计|数据)/,
    like: /^(?!.*(?:名单|对象|家庭|名册)).*(?:救助|低保|最低生活保障|特困|供养|困难群众|民政).{0,16}(?:资金|金额|人次|人数|支出|发放|水平|情况|统计|数据|改由|移至|不再|统一)/,
  },
]
/** Papers about the paper. */
const BESIDE = /解读|图解|一图|征求意见|会议(?!上)|培训|分工|重点工作|责任分解|任务/

export const seriesBroken = defineCheck({
  id: 'freshness/series-broken',
  revision: 11,
  title: '逐年、逐季、逐月公布的内容是否中断',
  question:
    '过去每年、每季度、每月都公布的工作报告、年报、公报、监测数据，有没有到期没有接着公布的？',
  basis: [
    {
      document: '双鸭山市政府信息公开工作考核制度（双政公开办发〔2019〕5号）',
      clause: '第五条 1.3.1 基础信息公开：政府工作报告等',
    },
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '平台评估指标：行政执法统计年度报告；义务教育：教育统计数据',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause:
        '附件2 双随机、一公开；重点领域：空气质量、水质、环境监测信息；重要经济指标（按月或按季）、社会救助（按季度）',
    },
  ],
  needs: ['columns'],
  params: {
    graceDays: {
      default: 60,
      meaning: '逐年公布的，比上一年的日子晚多少天才算到期未公布',
      source: '本工具的默认值，可调',
      verified: false,
    },
    graceMonthDays: {
      default: 90,
      meaning: '逐月公布的，过了下一期应出的日子多少天才算中断',
      source: '本工具的默认值，可调',
      verified: false,
    },
    fewMonthDays: {
      default: 365,
      meaning: '自称“月报”而读到的不足四期的，过了下一期应出的日子多少天才算中断',
      source: '2015年普查“其他应更新栏目一年”口径（二手）；本工具的默认值，可调',
      verified: false,
    },
    graceQuarterDays: {
      default: 120,
      meaning: '逐季公布的，过了下一期应出的日子多少天才算中断（再下一季的也已到期，另加近一个月）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    leastQuarters: {
      default: 3,
      meaning:
        '连着公布了几个季度才算逐季公布（此后整个栏目没有新内容的，少一个也算；再少的只提问）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    longDays: {
      default: 730,
      meaning: '中断超过多少天的是早已停办的，不再提',
      source: '本工具的默认值，可调（行政执法统计年报每年都要公布，所在栏目仍在更新的不算停办）',
      verified: false,
    },
  },
  outcomes: {
    kept: { verdict: 'pass', message: '没有读到逐年、逐季、逐月公布而到期中断的内容' },
    broken: {
      verdict: 'fail',
      message: '{count} 种逐年、逐季、逐月公布的内容到期没有接着公布：{names}',
      claimsAbsence: true,
      ask: '所列内容的下一期是否公布在别处，或者改了名称、不再编制？',
    },
    'quarter-unclear': {
      verdict: 'unsure',
      message: '应按季度公布的内容，没有读到后面季度的：{names}',
      ask: '所列内容后面几个季度的是否公布在别处，或者并入了别的内容？',
    },
    'rhythm-unclear': {
      verdict: 'unsure',
      message: '一直逐月、逐季公布的内容，到期没有接着公布：{names}',
      ask: '所列内容是否仍应按期公布，后面几期是否公布在别处？',
    },
  },
  example:
    '“2024年某市政府工作报告”“2025年某市政府工作报告”都在每年1月公布，2026年11月还没有2026年的：broken。',
  *run(site, { params, asOf }) {
    const { graceDays, graceMonthDays, fewMonthDays, graceQuarterDays, leastQuarters } = params
    // What is owed by a general rule ends with its column alone.
    const isSaid = ({ days, last, owed }: Overdue): boolean =>
      (days <= params.longDays || (owed === true && isInUse(site, last, asOf))) &&
      !BESIDE.test(last.title)
    const quarters = overdueQuarters(site, QUARTERLY, asOf).filter(
      (one) => one.days > graceQuarterDays && isSaid(one) && !isOfColumn(site, one, asOf),
    )
    const isHabit = ({ running, silent, elsewhere }: OverdueQuarter): boolean =>
      !elsewhere && running >= (silent ? leastQuarters - 1 : leastQuarters)
    const found = [
      ...overdueYears(site, YEARLY, asOf).filter((one) => one.days > graceDays && isSaid(one)),
      ...overdueYears(site, [PLANNED], asOf).filter(
        (one) => one.days > graceDays && isSaid(one) && goesOnWithout(site, one, asOf),
      ),
      ...overdueMonths(site, MONTHLY, asOf).filter(
        (one) => one.days > (one.few ? fewMonthDays : graceMonthDays) && isSaid(one),
      ),
      ...quarters.filter(isHabit),
    ]
    const asked = quarters.filter((one) => !isHabit(one))
    const odd = brokenRhythms(site, asOf, {
      month: graceMonthDays,
      quarter: graceQuarterDays,
    }).filter((one) => !isOfKind(one.last.title) && isSaid(one) && !isOfColumn(site, one, asOf))
    if (asked.length > 0) yield question('quarter-unclear', '按季公布的内容', asked)
    if (odd.length > 0) yield question('rhythm-unclear', '按月、按季公布的内容', odd)
    if (found.length > 0 || asked.length + odd.length === 0) yield answer(site, found)
  },
})

/** Of a kind that was looked for by name, by the months or the quarters that it comes in. */
const isOfKind = (title: string): boolean =>
  (/季度|半年/.test(title) ? QUARTERLY : [...MONTHLY, ...QUARTERLY]).some(({ named }) =>
    named.test(title),
  )

/** Its column lives: papers of the year that has no plan stand in it. */
function goesOnWithout(site: SiteView, { last, missing }: Overdue, asOf: string): boolean {
  return site.columns
    .filter(({ items, topic }) => topic?.value === 'randomInspection' && items.includes(last))
    .some(
      (column) =>
        isKept(site, [column], LIST_PERIODS.otherMaxAgeDays.default, asOf) &&
        column.items.some(({ title }) =>
          yearsIn(title).some((year) => year >= Number.parseInt(missing, 10)),
        ),
    )
}

const yearsIn = (title: string): readonly number[] =>
  (title.match(/20\d\d(?=\D|$)/g) ?? []).map(Number)

/** Its column is said, or asked about, by `freshness/column-stale`: it came to its end as a whole. */
function isOfColumn(site: SiteView, { last }: Overdue, asOf: string): boolean {
  const tree = new ColumnTree(site)
  const { seriesTopics, seriesMaxAgeDays, seriesAskDays, servedMaxAgeDays, yearlyMaxAgeDays } =
    OWN_PERIODS
  const { bulletinTopics, bulletinMaxAgeDays } = OWN_PERIODS
  const ages = {
    topics: seriesTopics.default,
    told: seriesMaxAgeDays.default,
    asked: seriesAskDays.default,
    served: servedMaxAgeDays.default,
    yearly: yearlyMaxAgeDays.default,
    bulletins: bulletinTopics.default,
    bulletin: bulletinMaxAgeDays.default,
  }
  return site.columns
    .filter(({ items }) => items.includes(last))
    .some(
      (column) =>
        brokenSeries(site, tree, column, ages, asOf) !== null ||
        !isKept(site, [column], LIST_PERIODS.otherMaxAgeDays.default, asOf),
    )
}

/** Among the entries of a column that is kept up. */
function isInUse(site: SiteView, last: Overdue['last'], asOf: string): boolean {
  const own = site.columns.filter(({ items }) => items.includes(last))
  return own.some((column) => isKept(site, [column], LIST_PERIODS.otherMaxAgeDays.default, asOf))
}

const lastOf = ({ last, lastDay, missing }: Overdue): string =>
  `${missing}的没有，上一期是“${clip(last.title, 40)}”（${lastDay}）`

/** So few quarters that they may have been no habit, or another column may go on with them. */
function question<O extends 'quarter-unclear' | 'rhythm-unclear'>(
  outcome: O,
  subject: string,
  asked: readonly Overdue[],
): Observation<O> {
  return {
    outcome,
    subject,
    facts: { count: asked.length, names: listed(asked.map(lastOf), 5) },
    measure: { value: asked.length, unit: 'count' },
    evidence: asked.map(({ last }) => last.place),
  }
}

function answer(site: SiteView, found: readonly Overdue[]): Observation<'kept' | 'broken'> {
  const where = site.home ?? site.pages[0]
  if (found.length === 0)
    return {
      outcome: 'kept',
      subject: '逐期公布的内容',
      evidence: where === undefined ? [] : [citePage(where)],
    }
  return {
    outcome: 'broken',
    subject: '逐期公布的内容',
    facts: {
      count: found.length,
      names: listed(found.map(lastOf), 5),
    },
    measure: { value: found.length, unit: 'count' },
    evidence: found.slice(0, 8).map(({ last }) => last.place),
    coverage: asPortal(site),
  }
}
