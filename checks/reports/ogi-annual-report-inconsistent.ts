/**
 * Do the figures of an annual report agree with one another: the sums of its tables, what was carried over from the
 * report of the year before, the figures that its text states? Only tables read whole are judged; a table that could
 * not be read is asked about once. Blanks count as 0 and are `ogi-annual-report-incomplete`'s business.
 */
import { halfWidth } from '#base/text'
import {
  APPLICANTS,
  COUNTED,
  citePage,
  collectedBefore,
  collectedByYear,
  defineCheck,
  disputeSums,
  formReports,
  listed,
  nameOf,
  OF_RECEIVED,
  olderReports,
  type Printed,
  printedAs,
  type ReportSums,
  requestSums,
  rowOf,
  type SumFault,
  type SumReading,
  sureOfMany,
  textsOf,
  titleYearDoubt,
  YEARS_BACK,
  type YearReport,
} from '#engine/define-check'
import type { ReportCount, ReportCountKey, ReportRow } from '#model/annual-report'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

const FORM =
  '国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》（2019、2020年度用〔2019〕60号）'

export const ogiAnnualReportInconsistent = defineCheck({
  id: 'reports/ogi-annual-report-inconsistent',
  revision: 17,
  title: '政府信息公开年度报告的数据是否一致',
  question: '年度报告表格的合计、与上一年度的结转、正文与表格的数字是否对得上？',
  basis: [
    {
      document: FORM,
      clause: '第三部分表格“第一项加第二项之和，等于第三项加第四项之和”及各合计栏（表样二手）',
    },
  ],
  needs: ['home'],
  params: {
    ...YEARS_BACK,
    maxListed: {
      default: 5,
      meaning: '说明里最多写出几处不一致，其余只计数',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    consistent: { verdict: 'pass', message: '{subject}：核对了 {checked} 处，都对得上' },
    inconsistent: {
      verdict: 'fail',
      message: '{subject}：核对 {checked} 处，有 {count} 处对不上：{faults}',
      ask: '请对照原文核对所列数字，是否确实对不上（机构合并、口径调整并有说明的除外）？',
    },
    'not-comparable': { verdict: 'not-applicable', message: '{subject}：无从核对，{reason}' },
    unreadable: {
      verdict: 'unsure',
      message: '{subject}：表格没有读全，{reason}',
      ask: '请人工核对这份报告表格的合计关系：一加二是否等于三加四，各行各列的总计是否等于分项之和？',
    },
  },
  example:
    '表三自然人一列：本年新收12加上年结转3得15，办理结果总计14加结转0得14：表内勾稽 inconsistent。',
  *run(site, { params }) {
    const latest = formReports(site, params.years)
    const reports = formReports(site, Number.POSITIVE_INFINITY)
    if (reports.length === 0 && site.home !== null) {
      yield {
        outcome: 'not-comparable',
        subject: '政府信息公开年报',
        facts: { reason: '没有读到年度报告' },
        evidence: [citePage(site.home)],
      }
      return
    }
    for (const report of latest) yield* ofYear(site, report, reports, params.maxListed)
    // The sums of table three and four are those of the older form too.
    for (const report of olderReports(site, params.years, true))
      for (const answer of ofYear(site, report, reports, params.maxListed))
        if (answer.outcome === 'inconsistent') yield answer
    yield* ofOthers(site, params.maxListed)
  },
})

function* ofYear(
  site: SiteView,
  report: YearReport,
  reports: readonly YearReport[],
  maxListed: number,
): Generator<Observation<Outcome>> {
  const own = sumsOf(report)
  yield ofTables(report, own, maxListed)
  const before = reports.find((one) => one.year === report.year - 1)
  const doubted = isDoubted(site, report, before)
  yield doubted
    ? notComparable(report, `${report.year}年年报 结转`, '报告的年份存疑')
    : ofCarryOver(report, own, before, before === undefined ? undefined : sumsOf(before), maxListed)
  yield ofText(report, own, maxListed)
}

/** A title that its day of publication bears out stands, though a sentence was left with another year; figures of another period are others. */
function isDoubted(site: SiteView, ...reports: readonly (YearReport | undefined)[]): boolean {
  return reports.some((one) => {
    if (one === undefined) return false
    const doubt = titleYearDoubt(one.report, textsOf(site, one.report.url))
    const published = one.report.publishedOn?.value.slice(0, 4)
    return (
      doubt !== null &&
      (doubt.sure || doubt.ofPeriod === true || published !== String(one.year + 1))
    )
  })
}

/** Reports of other units that the portal gathers, year by year; of the older ones only what does not agree. */
function* ofOthers(site: SiteView, maxListed: number): Generator<Observation<Outcome>> {
  for (const [at, reports] of collectedByYear(site, true).entries()) {
    const answer = ofUnits(site, reports, maxListed)
    if (answer !== null && (at === 0 || answer.outcome === 'inconsistent')) yield answer
  }
}

/** The reports of a year: table against table and text, and what was carried over; the faults of all in one finding. */
function ofUnits(
  site: SiteView,
  reports: readonly YearReport[],
  maxListed: number,
): Observation<Outcome> | null {
  const read = reports.flatMap((one) => {
    const sums = sumsOf(one)
    const before = collectedBefore(site, one)
    const isClear =
      before !== null && !isDoubted(site, one, before) && ![one, before].some(isExplained)
    const found = [
      ofTables(one, sums, maxListed),
      ...(isClear ? [ofCarryOver(one, sums, before, sumsOf(before), maxListed)] : []),
      ofText(one, sums, maxListed),
    ]
    const done = found.filter(({ outcome }) => /consistent$/.test(outcome))
    return done.length === 0 ? [] : [{ one, done }]
  })
  const [first] = read
  if (first === undefined) return null
  const bad = read.flatMap(({ one, done }) =>
    done.filter(({ outcome }) => outcome === 'inconsistent').map((found) => ({ one, found })),
  )
  const figure = (name: string, found: Observation<Outcome>): number =>
    Number(found.facts?.[name] ?? 0)
  return {
    outcome: bad.length > 0 ? 'inconsistent' : 'consistent',
    subject: `${first.one.year}年各单位年报 数据`,
    facts: {
      checked: read
        .flatMap(({ done }) => done)
        .reduce((sum, one) => sum + figure('checked', one), 0),
      count: bad.reduce((sum, { found }) => sum + figure('count', found), 0),
      faults: listed(
        bad.map(({ one, found }) => `“${one.report.title}”${found.facts?.faults ?? ''}`),
        maxListed,
      ),
      title: (bad[0]?.one ?? first.one).report.title,
    },
    measure: { value: bad.length, unit: 'count' },
    evidence:
      bad.length > 0
        ? bad.flatMap(({ found }) => found.evidence.slice(0, 2)).slice(0, 10)
        : read.slice(0, 3).map(({ one }) => one.report.place),
    pages: bad.map(({ one }) => one.report.url),
    sureness: sureOfMany(new Set(bad.map(({ one }) => one)).size, read.length),
  }
}

type Outcome = 'consistent' | 'inconsistent' | 'not-comparable' | 'unreadable'

const NONE: SumReading = { state: 'none' }

function sumsOf({ report: { content } }: YearReport): ReportSums {
  return content === undefined
    ? { requests: NONE, disputes: NONE }
    : { requests: requestSums(content), disputes: disputeSums(content) }
}

function ofTables(one: YearReport, sums: ReportSums, maxListed: number): Observation<Outcome> {
  const subject = `${one.year}年年报 表内勾稽`
  const readings = [sums.requests, sums.disputes]
  const read = readings.filter((reading) => reading.state === 'read')
  const faults = read.flatMap((reading) => reading.faults)
  const checked = read.reduce((sum, reading) => sum + reading.checked, 0)
  // A fault found outweighs what could not be read.
  if (faults.length > 0) return inconsistent(one, subject, checked, faults, maxListed)
  const impossible = impossibleIn(one)
  if (impossible.length > 0) return inconsistent(one, subject, 0, impossible, maxListed)
  const unread = readings.find((reading) => reading.state === 'unreadable')
  if (unread !== undefined)
    return {
      outcome: 'unreadable',
      subject,
      facts: { reason: unread.because, title: one.report.title },
      evidence: [one.report.place],
    }
  if (read.length === 0) return notComparable(one, subject, whyNoTables(one))
  return consistent(one, subject, checked)
}

/** A number of cases below nothing or with a fraction, or left as the template has it; in a file a stroke may be the line of a table. */
const IMPOSSIBLE = /^(?:[-−－]\d+|\d+\.\d*[1-9]\d*|[XxＸ×✕*?？_]{1,4})$/
/** Amounts of money have fractions. */
const OF_MONEY: ReadonlySet<string> = new Set(['fees', 'procurement'])

function impossibleIn({ year, report: { content } }: YearReport): readonly SumFault[] {
  if (content?.source !== 'html') return []
  const asked = (content.requests ?? []).filter(({ cells }) => cells.length === APPLICANTS.length)
  // Up to 2020 the form asked by how much they had become more or fewer.
  const told = (year >= FORM_OF_TODAY ? (content.proactive ?? []) : []).filter(
    ({ key }) => !OF_MONEY.has(key),
  )
  const faults = [...asked, ...told].flatMap((row) =>
    row.cells.flatMap(({ printed }, at): SumFault[] => {
      const isOf = IMPOSSIBLE.test(halfWidth(printed).replace(/\s/g, ''))
      const table = asked.includes(row) ? '表三' : '表二'
      const column = asked.includes(row) ? APPLICANTS[at] : (row.heads[at] ?? '')
      const figures = `${table}“${nameOf(row.label)}”一行“${column}”写着“${printed.trim()}”，不会是件数`
      return isOf ? [{ figures, place: row.place }] : []
    }),
  )
  return [...faults, ...told.flatMap(stockImpossible)]
}

const FORM_OF_TODAY = 2021

/** Of what was made in the year and not repealed all is in force at its end. */
function stockImpossible({ cells, heads, label, place }: ReportRow): readonly SumFault[] {
  const [made, repealed, valid] = cells.map(({ value }) => value)
  const named = /制发/.test(heads[0] ?? '') && /废止/.test(heads[1] ?? '')
  if (!named || cells.length !== 3 || made == null || repealed == null || valid == null) return []
  if (made - repealed <= valid) return []
  const figures = `表二“${nameOf(label)}”一行本年制发 ${made}、废止 ${repealed}，现行有效只有 ${valid}`
  return [{ figures, place }]
}

/** 四 of the year before is 二 of this one, applicant by applicant. */
function ofCarryOver(
  one: YearReport,
  sums: ReportSums,
  before: YearReport | undefined,
  sumsBefore: ReportSums | undefined,
  maxListed: number,
): Observation<Outcome> {
  const subject = `${one.year}年年报 结转`
  if (before === undefined) return notComparable(one, subject, `没有读到${one.year - 1}年度的报告`)
  const forward = rowOf(before, 'carriedForward')
  const over = rowOf(one, 'carriedOver')
  const whole = sums.requests.state === 'read' && sumsBefore?.requests.state === 'read'
  if (!whole || forward === undefined || over === undefined)
    return notComparable(one, subject, '两个年度的表三没有都读全')
  const faults = APPLICANTS.flatMap((applicant, at): SumFault[] => {
    const [left, right] = [forward.cells[at]?.value ?? 0, over.cells[at]?.value ?? 0]
    if (left === right) return []
    const figures = `“${applicant}”${before.year}年报告结转下年度 ${left}，${one.year}年报告上年结转 ${right}`
    return [{ figures, place: over.place }]
  })
  if (faults.length === 0) return consistent(one, subject, APPLICANTS.length)
  const said = inconsistent(one, subject, APPLICANTS.length, faults, maxListed)
  const explained = [one, before].some(isExplained)
  return {
    ...said,
    evidence: [...said.evidence, before.report.place],
    sureness: Math.min(one.sureness, before.sureness, explained ? 0.7 : 1),
  }
}

/** The text may say why the figures of two years differ. */
const EXPLAINS =
  /机构改革|职能(划转|调整|整合)|(?:机构|单位|部门|职能|申请|两局)[^，。]{0,6}(?:合并|撤销)|合并(?:统计|计算|组建|成立|为)|统计口径|(?:数据|数字|年报|报告)[^，。]{0,8}(?:更正|修正|调整)|更正(?:为|说明|上年|数据)/

function isExplained({ report: { content } }: YearReport): boolean {
  return content?.parts.some((part) => EXPLAINS.test(part.text)) ?? false
}

/** What the text states against the table; a figure that the table has in any sense it may mean is no fault. */
function ofText(one: YearReport, sums: ReportSums, maxListed: number): Observation<Outcome> {
  const subject = `${one.year}年年报 文表一致`
  const counts = (one.report.content?.counts ?? []).filter(({ place }) =>
    tellsItsOwn(one, place.quote),
  )
  const faults: SumFault[] = []
  let checked = 0
  for (const key of Object.keys(COUNTED) as ReportCountKey[]) {
    if (OF_RECEIVED.has(key) && faults.length > 0) continue
    const stated = counts.filter((count) => count.key === key)
    const printed = printedAs(one, sums, key)
    if (stated.length === 0 || printed === null) continue
    checked += 1
    // 新收 says which of the figures it means; what came in is not what was done with, unless it says so.
    const meant = ({ place: { quote } }: ReportCount): readonly number[] => {
      if (key !== 'new' || /[办理复]/.test(quote)) return printed.values
      return printed.values.slice(0, quote.includes('新收') ? 1 : 2)
    }
    const agrees = (count: ReportCount): boolean =>
      meant(count).includes(count.value) ||
      (printed.atLeast === true && count.value < (printed.values[0] ?? 0))
    // Each part speaks for itself: what one says rightly another may say wrongly.
    const wrong = [...new Set(stated.map(({ part }) => part))].flatMap((part) => {
      const own = stated.filter((count) => count.part === part)
      return own.some(agrees) ? [] : own.slice(0, 1)
    })
    faults.push(...wrong.slice(0, 1).map((count) => faultOf(count, printed)))
  }
  const fees = feesContradicted(one)
  faults.push(...fees)
  if (checked + fees.length === 0)
    return notComparable(
      one,
      subject,
      counts.length === 0 ? '正文没有写明全年的件数' : '对应的表格没有读全',
    )
  if (faults.length === 0) return consistent(one, subject, checked)
  return inconsistent(one, subject, checked + fees.length, faults, maxListed)
}

/** What a whole county or district received is what its government's report counts, not what an office's or a township's does. */
function tellsItsOwn({ report: { title, content } }: YearReport, quote: string): boolean {
  const place = /全([县区旗])/.exec(quote)?.[1]
  if (place === undefined) return true
  const apart = content?.parts.some(({ text }) => /本级|[县区旗]政府办/.test(text)) ?? true
  return new RegExp(`${place}(?:人民)?政府(?!办)`).test(title) && !apart
}

/** 收取信息处理费400元 in one place, 未收取信息处理费 in another. */
const CHARGED =
  /(?<!未|没有|不|无)(?:收取|征收|收到)(?:了)?信息处理费(?:共|共计|合计)?\s*[\d.,]*[1-9][\d.,]*\s*万?元/
const UNCHARGED =
  /(?:未|没有|无)(?:收取|征收|产生|发生)?(?:过)?(?:任何)?信息处理费|信息处理费(?:为|共)?\s*0\s*元/

function feesContradicted({ report: { content } }: YearReport): readonly SumFault[] {
  const said = (sign: RegExp) =>
    (content?.parts ?? []).flatMap((part) => {
      const words = sign.exec(halfWidth(part.text))?.[0]
      return words === undefined ? [] : [{ words, place: { ...part.place, quote: words } }]
    })
  const [[charged], [none]] = [said(CHARGED), said(UNCHARGED)]
  if (charged === undefined || none === undefined) return []
  const figures = `正文一处写“${charged.words}”，另一处写“${none.words}”`
  return [{ figures, place: charged.place }]
}

function faultOf(count: ReportCount, { where, values }: Printed): SumFault {
  const figures = `正文写${COUNTED[count.key]} ${count.value}，${where}为 ${values[0] ?? 0}`
  return { figures, place: count.place }
}

function whyNoTables({ report }: YearReport): string {
  if (report.tables === 'picture') return '表格是图片'
  const [unread] = report.unread ?? []
  return unread ?? '没有读到表格'
}

function consistent(one: YearReport, subject: string, checked: number): Observation<Outcome> {
  return {
    outcome: 'consistent',
    subject,
    facts: { checked, title: one.report.title },
    measure: { value: 0, unit: 'count' },
    evidence: [one.report.place],
    sureness: one.sureness,
  }
}

function inconsistent(
  one: YearReport,
  subject: string,
  checked: number,
  faults: readonly SumFault[],
  maxListed: number,
): Observation<Outcome> {
  const shown = faults.slice(0, maxListed).map(({ figures }) => figures)
  return {
    outcome: 'inconsistent',
    subject,
    facts: {
      checked,
      count: faults.length,
      faults: shown.join('；') + (faults.length > shown.length ? '……' : ''),
      title: one.report.title,
      source: one.report.content?.source ?? null,
    },
    measure: { value: faults.length, unit: 'count' },
    evidence: [one.report.place, ...faults.flatMap(({ place }) => place ?? []).slice(0, maxListed)],
    sureness: one.sureness,
  }
}

function notComparable(one: YearReport, subject: string, reason: string): Observation<Outcome> {
  return {
    outcome: 'not-comparable',
    subject,
    facts: { reason, title: listed([one.report.title]) },
    evidence: [one.report.place],
  }
}
