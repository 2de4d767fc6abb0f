/**
 * Was the government-information annual report (政府信息公开工作年度报告) of each due year published in time? One
 * finding per year; of years further back only those are told that surely came late. What the report contains is another
 * question.
 */
import { daysBetween } from '#base/day'
import { clip } from '#base/text'
import {
  asPortal,
  astrayReport,
  behindPlatform,
  citeColumn,
  citePage,
  collectedByYear,
  creditedReports,
  deadlineOf,
  defineCheck,
  dueYears,
  elsewhereSaid,
  entryLike,
  gapYears,
  isAtWork,
  isGoneColumn,
  isGovernment,
  isListedUnit,
  isPutUpAgain,
  isPutUpApart,
  isRead,
  listed,
  misnamedReport,
  noneSaid,
  ownPart,
  partly,
  type Rests,
  tooYoungFor,
  unitOfReport,
  unitsWithout,
  WHOLE,
  whyNotFirst,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

const TOPIC = 'ogiAnnualReports'
/** First year whose report fell under the revised Regulations (in force since 2019-05-15). */
const REVISED_SINCE = 2019

export const ogiAnnualReportLate = defineCheck({
  id: 'reports/ogi-annual-report-late',
  revision: 16,
  title: '政府信息公开工作年度报告是否按时发布',
  question: '近几年的政府信息公开工作年度报告是否都有，是否在规定日期前发布？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第四十九条、第五十条',
    },
    {
      document:
        '国务院办公厅政府信息与政务公开办公室《政府信息公开工作年度报告格式》国办公开办函〔2021〕30号',
      clause: '按年度编制、在年报栏目发布',
    },
  ],
  needs: ['home'],
  params: {
    years: {
      default: 3,
      meaning: '从最近一个已到期的年度往回看几个年度（更早的只说确定晚发的）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    departmentDeadline: {
      default: '01-31',
      meaning: '政府部门发布上一年度报告的最后一天（月-日）',
      source: '条例第四十九条（条文未核对原文）；各地有更早的规定，可调',
      verified: false,
    },
    governmentDeadline: {
      default: '03-31',
      meaning: '一级人民政府发布上一年度报告的最后一天（月-日）',
      source: '条例第四十九条（条文未核对原文）；各地有更早的规定，可调',
      verified: false,
    },
    formerDeadline: {
      default: '03-31',
      meaning: '2018年度及以前的报告的最后一天（月-日）',
      source: '2019-05-15修订前的条例（二手）',
      verified: false,
    },
  },
  outcomes: {
    'on-time': { verdict: 'pass', message: '{subject}于 {published} 发布，期限为 {deadline}' },
    late: {
      verdict: 'fail',
      message: '{subject}于 {published} 发布，晚于期限 {deadline} {days} 天',
      ask: '该报告的实际发布日期是否晚于期限（网站迁移后补发的不算）？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到{subject}（期限 {deadline}）',
      claimsAbsence: true,
      ask: '请在年报栏目和网站上查找，是否确实没有这一年度的报告？',
    },
    'units-missing': {
      verdict: 'fail',
      message:
        '{subject}：上一年度有报告的 {checked} 个单位中，有 {count} 个没有找到这一年的：{names}',
      claimsAbsence: true,
      ask: '所列单位是否已经撤并、改名，或者报告公开在别处？',
    },
    'units-unfound': {
      verdict: 'unsure',
      message:
        '{subject}：上一年度有报告的 {checked} 个单位中，有 {count} 个没有找到这一年的：{names}',
      ask: '所列单位是已经撤并、改名，还是没有公开这一年的报告？',
    },
    misplaced: {
      verdict: 'fail',
      message: '“{title}”没有放在年报栏目里（栏目里有其他 {others} 个年度的），而在{url}',
      claimsAbsence: true,
      ask: '年报栏目“{column}”里是否确实没有这一年度的报告？',
    },
    'date-unknown': {
      verdict: 'unsure',
      message: '有{subject}，但不能确定发布日期：{reason}',
      ask: '该报告是哪一天发布的？',
    },
    'units-late': {
      verdict: 'fail',
      message: '{subject}：{checked} 份中有 {count} 份晚于期限，其余的都按时：{names}',
      ask: '所列单位的报告是不是在本网站首次发布，发布日期是否晚于期限？',
    },
    'units-together': {
      verdict: 'unsure',
      message: '{subject}：{checked} 份中有 {count} 份晚于期限：{names}',
      ask: '所列报告是按时发布以后再汇集到这里的，还是确实晚发？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '年报栏目指向站外（{target}），没有读到{subject}',
      ask: '站外页面上有没有本单位这一年度的报告，是哪一天发布的？',
    },
  },
  example: '监测日 2021-05-31，某局 2020 年度报告印着 2021-02-03：late，晚 3 天。',
  *run(site, { asOf, params }) {
    const deadline = (year: number): string => deadlineOf(year, lastDay(year, params, site))
    const due = dueYears(asOf, params.years, deadline)
    const gaps = gapYears(site, due.at(-1) ?? REVISED_SINCE, REVISED_SINCE)
    const judgeOf = (year: number): Observation<Outcome> =>
      judge(site, year, deadline(year), params.governmentDeadline, asOf)
    for (const year of [...due, ...gaps])
      yield* [judgeOf(year), misplacedOf(site, year)].filter((found) => found !== null)
    yield* longLate(site, [...due, ...gaps], judgeOf)
    // Those of units may come with the government's own.
    const gathered = dueYears(asOf, params.years, (year) =>
      deadlineOf(year, params.governmentDeadline),
    ).filter((year) => year >= REVISED_SINCE)
    // Further back only years that a unit left out between others.
    const older = collectedByYear(site)
      .map(([one]) => one?.year ?? 0)
      .filter((year) => year < (gathered.at(-1) ?? 0))
    for (const [back, year] of [...gathered, ...older].entries()) {
      const units = back < gathered.length ? unitsLate(site, year, params, asOf) : null
      const without = unitsMissing(site, year, params, back > 0)
      yield* [units, without].filter((found) => found !== null)
    }
  },
})

interface Deadlines {
  readonly departmentDeadline: string
  readonly governmentDeadline: string
  readonly formerDeadline: string
}

/** Month and day by which the report of a year is due. */
function lastDay(year: number, params: Deadlines, site: SiteView): string {
  if (year < REVISED_SINCE) return params.formerDeadline
  return ofGovernment(site) ? params.governmentDeadline : params.departmentDeadline
}

function ofGovernment(site: SiteView): boolean {
  const { attributes, name } = site.agency
  return (
    attributes.some((attribute) => attribute.includes('一级政府')) ||
    isGovernment(site) ||
    name.endsWith('街道办事处')
  )
}

type Outcome = 'on-time' | 'late' | 'missing' | 'date-unknown' | 'elsewhere'

/** A government's report on the portal of its office: 某县2023年政府信息公开工作年度报告. */
const OF_GOVERNMENT = /(?:政府|[省市县区旗州盟镇乡])\s*(?:20\d\d|二[〇○零])/
function judge(
  site: SiteView,
  year: number,
  ownDeadline: string,
  governmentDeadline: string,
  asOf: string,
): Observation<Outcome> {
  const subject = `${year}年政府信息公开工作年度报告`
  const own = creditedReports(site, year)
  if (own.reports.length === 0) return judgeAbsence(ownPart(site), subject, ownDeadline, year)
  const ofGovernment = own.reports.every(({ title }) => OF_GOVERNMENT.test(title))
  const later = deadlineOf(year, governmentDeadline)
  const deadline = ofGovernment && later > ownDeadline ? later : ownDeadline
  const dated = own.reports
    .flatMap((report) => {
      const reading = report.publishedOn
      return reading === null ? [] : [{ report, day: reading.value, sureness: reading.sureness }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const plausible = dated.find((one) => one.day > `${year}-12-31` && one.day <= asOf)
  if (plausible === undefined) {
    const shown = dated[0]
    return {
      outcome: 'date-unknown',
      subject,
      facts: {
        reason: shown
          ? `页面日期 ${shown.day} 不在 ${year + 1} 年初与监测日之间`
          : '页面上没有发布日期',
      },
      evidence: own.reports.slice(0, 2).map((report) => report.place),
    }
  }
  const late = plausible.day > deadline
  const doubt = late ? whyNotFirst(site, year, plausible.report, plausible.day) : null
  if (doubt !== null)
    return {
      outcome: 'date-unknown',
      subject,
      facts: { reason: doubt },
      evidence: [plausible.report.place],
    }
  // Whose report it is does not matter where each of two candidates gives the same answer.
  const agree =
    own.titles <= 2 &&
    dated.every(({ day }) => day <= `${year}-12-31` || day > asOf || day > deadline === late)
  return {
    outcome: late ? 'late' : 'on-time',
    subject,
    facts: {
      published: plausible.day,
      deadline,
      title: plausible.report.title,
      url: plausible.report.url,
      ...(late ? { days: daysBetween(deadline, plausible.day) } : {}),
    },
    ...(late
      ? { measure: { value: daysBetween(deadline, plausible.day), unit: 'days' as const } }
      : {}),
    evidence: [plausible.report.place],
    pages: [plausible.report.url],
    sureness: agree ? plausible.sureness : Math.min(plausible.sureness, own.sureness),
  }
}

/** Of reports further back only those that surely came late: put up in their own year, apart from all others. */
function* longLate(
  site: SiteView,
  years: readonly number[],
  judgeOf: (year: number) => Observation<Outcome>,
): Generator<Observation<Outcome>> {
  const older = new Set(site.annualReports.map(({ year }) => year))
  for (const year of [...older].sort((a, b) => b - a)) {
    if (year < REVISED_SINCE || year >= Math.max(...years) || years.includes(year)) continue
    const answer = judgeOf(year)
    const day = String(answer.facts?.published ?? '')
    const isSure = (answer.sureness ?? 1) >= 0.8 && day.startsWith(String(year + 1))
    if (answer.outcome === 'late' && isSure && isPutUpApart(site, year, day)) yield answer
  }
}

/** The report of the year, where the column keeps those of other years and not this one. */
function misplacedOf(site: SiteView, year: number): Observation<'misplaced'> | null {
  const astray = astrayReport(site, TOPIC, year)
  if (astray === null) return null
  const { report, column, others } = astray
  return {
    outcome: 'misplaced',
    subject: `${year}年年报 所在栏目`,
    facts: { title: report.title, column: column.name, others, url: report.url },
    evidence: [report.place, ...citeColumn(site, column)],
    pages: [report.url],
    coverage: WHOLE,
  }
}

/** Fewest reports of units that show when reports are put up here. */
const LEAST_UNITS = 3
/** Reports put up on one day were gathered from somewhere. */
const TOGETHER = 3

/**
 * The reports of other units that the portal gathers, of one year. A few that are late among many in time were
 * late; where most are, or several came on one day, the portal may have gathered them later. Null where none is late.
 */
function unitsLate(
  site: SiteView,
  year: number,
  params: Deadlines,
  asOf: string,
): Observation<'units-late' | 'units-together'> | null {
  const dated = site.collectedReports.flatMap((report) => {
    const day = report.publishedOn?.value ?? ''
    const isOf = report.year === year && day > `${year}-12-31` && day <= asOf
    const due = OF_GOVERNMENT.test(report.title)
      ? params.governmentDeadline
      : params.departmentDeadline
    return isOf && !isPutUpAgain(report)
      ? [{ report, day, isLate: day > deadlineOf(year, due) }]
      : []
  })
  const late = dated.filter(({ isLate }) => isLate)
  if (late.length === 0 || dated.length < LEAST_UNITS) return null
  // Also beside those of other years: put up when the portal moved.
  const days = site.collectedReports.map(({ publishedOn }) => publishedOn?.value)
  const together = late.some(({ day }) => days.filter((one) => one === day).length >= TOGETHER)
  const isFew = late.length * 3 <= dated.length
  return {
    outcome: isFew && !together ? 'units-late' : 'units-together',
    subject: `${year}年各单位年报 发布时间`,
    facts: {
      checked: dated.length,
      count: late.length,
      names: listed(
        late.map(({ report, day }) => `“${clip(report.title, 36)}”${day}发布`),
        4,
      ),
    },
    measure: { value: late.length, unit: 'count' },
    evidence: late.slice(0, 8).map(({ report }) => report.place),
    pages: late.map(({ report }) => report.url),
  }
}

/** Units whose report of the year before stands here and none of this one; `isGap`: while that of the year after does. */
function unitsMissing(
  site: SiteView,
  year: number,
  params: Deadlines,
  isGap: boolean,
): Observation<'units-missing' | 'units-unfound'> | null {
  const gap = unitsWithout(site, year, isGap)
  if (gap === null) return null
  const columns = site.columnsOf(TOPIC, 0.8).filter((one) => one.kind === 'local')
  const cut = columns.find(({ coverage }) => coverage === 'partial')
  // Towns are merged and bureaus dissolved: a unit that is still spoken of after the day owes its report.
  const by = deadlineOf(year, params.governmentDeadline)
  const atWork = gap.without.filter(
    ({ title }) =>
      isGap ||
      isAtWork(site, unitOfReport(title) ?? title, by) ||
      isListedUnit(site, unitOfReport(title) ?? title, gap.both),
  )
  const isTold = atWork.length > 0 && (isGap || gap.fresh === 0)
  const told = isTold ? atWork : gap.without
  const names = told.map(({ title }) => unitOfReport(title) ?? title)
  return {
    outcome: isTold ? 'units-missing' : 'units-unfound',
    subject: `${year}年各单位年报 有无`,
    facts: { checked: gap.checked, count: told.length, names: listed(names, 4) },
    measure: { value: told.length, unit: 'count' },
    evidence: told.slice(0, 8).map(({ place }) => place),
    pages: columns.map(({ url }) => url),
    coverage:
      cut === undefined ? asPortal(site) : partly(cut.coverageBecause ?? '年报栏目没有读全'),
  }
}

function judgeAbsence(
  site: SiteView,
  subject: string,
  deadline: string,
  year: number,
): Observation<Outcome> {
  const columns = site.columnsOf(TOPIC, 0.8)
  const read = columns.filter((one) => one.kind === 'local' && site.pageAt(one.url) !== null)
  const external = columns.find((column) => column.kind === 'external')
  if (read.length === 0 && external)
    return {
      outcome: 'elsewhere',
      subject,
      facts: { target: external.url },
      evidence: citeColumn(site, external),
    }
  const misnamed = misnamedReport(site, year)
  if (misnamed !== undefined)
    return {
      outcome: 'date-unknown',
      subject,
      facts: {
        reason: `“${clip(misnamed.title, 60)}”发布于 ${misnamed.publishedOn?.value}，可能就是这一年度的，标题写错了年份`,
      },
      evidence: [misnamed.place],
    }
  return {
    outcome: 'missing',
    subject,
    facts: { deadline },
    evidence: read.length > 0 ? read.flatMap((one) => [...citeColumn(site, one)]) : lookedAt(site),
    coverage: coverageOf(site, read, year),
  }
}

/** A report column read whole is enough to say that a year is not in it; without one the whole portal counts. */
function coverageOf(site: SiteView, read: readonly Column[], year: number): Rests {
  const items = read.flatMap((column) => column.items)
  const columns = site.columnsOf(TOPIC, 0.8)
  const said =
    noneSaid(site, columns, '年度报告|年报', `${year}-01-01`) ?? elsewhereSaid(site, columns)
  if (said !== null) return partly(`“${clip(said.quote, 40)}”`)
  const former = site.collectedReports.filter((one) => one.year === year)
  const [before] = former
  if (before !== undefined && former.length <= 2 && !isGovernment(site))
    return partly(`“${clip(before.title, 40)}”可能是改名、合并以前的`)
  const young = tooYoungFor(site, year)
  if (young !== null) return partly(young)
  const like = entryLike(site, items, year)
  if (like !== undefined) return partly(`“${clip(like.title, 40)}”可能就是`)
  if (items.length > 0 && site.annualReports.length === 0)
    return partly(`年报栏目有 ${items.length} 条内容，一份年度报告也没有认出`)
  const shut = site.bareEntries.find((entry) => entry.topic === TOPIC || entry.topic === 'ogi')
  if (shut !== undefined) return partly(`“${shut.text}”的入口没有可读的地址，报告可能在其中`)
  const cut = read.find((column) => column.coverage === 'partial')
  if (read.length > 0 && cut === undefined) return WHOLE
  if (cut !== undefined) return partly(cut.coverageBecause ?? `“${cut.name}”没有读全`)
  const behind = site
    .columnsOf(TOPIC, 0.8)
    .find((column) => !isRead(site, column.url) && !isGoneColumn(site, column))
  if (behind !== undefined) return partly(`“${behind.name}”没有读到`)
  return behindPlatform(site) ?? asPortal(site)
}

function lookedAt(site: SiteView): Place[] {
  const views = [
    site.home,
    site
      .columnsOf('ogi')
      .map((one) => site.pageAt(one.url))
      .find(Boolean),
  ]
  return views.filter((view): view is PageView => Boolean(view)).map(citePage)
}
