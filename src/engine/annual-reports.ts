/**
 * Annual reports as checks need them: which of those found for a year is the agency's own, the best read copy of it, its
 * prose without headings and table labels, how much of one text already stands in another, and which years and units are
 * left out between others. Judges nothing.
 */
import { compareForm, standsInOrder } from '#base/text'
import type { AnnualReportContent } from '#model/annual-report'
import type { AnnualReport, SiteView } from '#model/site-view'
import { titleYearDoubt } from './report-years.ts'
import { textsOf } from './searched.ts'

/** Parameter of the checks that read the reports which are there, newest first. */
export const YEARS_BACK = {
  years: {
    default: 3,
    meaning: '从最近一份报告往回看几个年度',
    source: '本工具的默认值，可调',
    verified: false,
  },
}

export interface OwnReports {
  readonly reports: readonly AnnualReport[]
  /** Below 1 where several titles name nobody we know. */
  readonly sureness: number
  /** Different titles. */
  readonly titles: number
}

/**
 * The agency's own reports of a year. A portal also collects those of others: titles naming the agency come first;
 * where several different titles name nobody we know, it is not sure whose they are.
 */
export function ownReports(site: SiteView, year: number): OwnReports {
  return ownAmong(
    site,
    site.annualReports.filter((report) => report.year === year),
  )
}

/** The same without those that surely tell of another year than their title says: they stand for that year's report. */
export function creditedReports(site: SiteView, year: number): OwnReports {
  const credited = site.annualReports.filter(
    (report) =>
      report.year === year && titleYearDoubt(report, textsOf(site, report.url))?.sure !== true,
  )
  return ownAmong(site, credited)
}

function ownAmong(site: SiteView, all: readonly AnnualReport[]): OwnReports {
  const name = compareForm(site.agency.name)
  const named = all.filter((report) => name !== '' && compareForm(report.title).includes(name))
  if (named.length > 0) return { reports: named, sureness: 1, titles: 1 }
  const titles = new Set(
    all.map((report) => compareForm(report.title).replace(/图片版|超链版|图解/g, '')),
  )
  return { reports: all, sureness: titles.size > 1 ? 0.7 : 1, titles: titles.size }
}

/** Reports of other units that the portal gathers by year, latest first; of those before the latest the ones in the form of today, or in any (`all`). */
export function collectedByYear(site: SiteView, all = false): readonly (readonly YearReport[])[] {
  const years = [...new Set(site.collectedReports.map((report) => report.year))]
  const latest = Math.max(FORMS_SINCE, ...years)
  return years
    .filter((year) => year === latest || year >= (all ? FORMS_SINCE : FORM_OF_TODAY))
    .sort((a, b) => b - a)
    .map((year) =>
      site.collectedReports
        .filter((report) => report.year === year)
        .map((report) => ({ year, report, sureness: 1 })),
    )
    .filter((reports) => reports.length > 0)
}

/** The one report of the same unit of the year before; null where there is none, or more than one may be it. */
export function collectedBefore(site: SiteView, { year, report }: YearReport): YearReport | null {
  const unit = unitOfReport(report.title)
  const same = site.collectedReports.filter(
    (one) => one.year === year - 1 && unit !== null && unitOfReport(one.title) === unit,
  )
  const [before] = same
  return before === undefined || same.length > 1
    ? null
    : { year: year - 1, report: before, sureness: 1 }
}

const ORGAN = '(?:局|委员会|委|办公室|厅|人民政府|办事处|管委会|中心|支队|大队|院)'
/** `现公布某市某局2022年政府信息公开工作年度报告`: whose report the text says it is. */
const REPORT_OF = new RegExp(
  `\\p{Script=Han}{3,30}(?:${ORGAN}|(?<![乡城全各])[镇乡]|街道)(?=20\\d{2}年度?政府信息公开(?:工作)?(?:年度报告|年报))`,
  'gu',
)
/** 小圩镇2024年…: a town is told by its name alone; 城乡, 各乡镇 are none. */
const TITLE_OF = new RegExp(
  `^(\\p{Script=Han}{3,30}${ORGAN}|(?!.*各)\\p{Script=Han}{1,30}(?:(?<![乡城全])[镇乡]|街道))20\\d{2}年`,
  'u',
)
/** Everything up to here is no name. */
const UP_TO_NAME = /^.*(?:公布|发布|公开|编制|编写|形成|撰写|汇总|将|由|为|是|了)/
const NO_ONE_UNIT = /各|所属|下属|本|我|全/

/** Whose report a title says it is, in comparable form; null where it names nobody before the year. */
export function unitOfReport(title: string): string | null {
  return TITLE_OF.exec(compareForm(title))?.[1] ?? null
}

export interface NamedUnit {
  readonly title: string
  readonly text: string
  readonly quote: string
}

/**
 * Another unit that the text takes itself for, though the title names this one: a report copied with its name. Null where
 * the text names this one too, by its name or a short form of it, or nobody.
 */
export function otherUnitNamed(title: string, texts: readonly string[]): NamedUnit | null {
  const own = TITLE_OF.exec(compareForm(title))?.[1]
  if (own === undefined) return null
  const named = texts.flatMap((text) =>
    // The title says nothing about its text.
    [...text.replaceAll(title, '').matchAll(REPORT_OF)].map(([quote]) => ({
      quote,
      unit: quote.replace(UP_TO_NAME, ''),
    })),
  )
  const isOther = ({ unit }: { readonly unit: string }): boolean =>
    unit.length >= 3 && !NO_ONE_UNIT.test(unit) && !isShortFor(unit, own) && isOfLevel(unit, own)
  const other =
    named.some(({ unit }) => isShortFor(unit, own)) || named.length === 0
      ? texts.flatMap(subjectsOf).find(isOther)
      : named.find(isOther)
  return other === undefined ? null : { title: own, text: other.unit, quote: other.quote }
}

/**
 * `2025年，某市水利局认真…` at the head of a line, or after its heading (（一）主动公开。2025年，某县…): who the text says did its year's
 * work. A superior's efforts may be told so too.
 */
const SUBJECT =
  /^(?:[（(]?[一二三四五1-5][）)、.．]?(?:[\u4e00-\u9fff]{2,12}[。：:])?)?\s*20\d{2}年(?:度|以来)?[，,]?(\p{Script=Han}{2,24}?(?:局|(?<![乡城全])镇(?:人民政府)?|(?<![乡城全])乡(?:人民政府)?|街道(?:办事处)?|[县区市旗](?:人民)?政府)|\p{Script=Han}{2,4}[县旗])(?=(?:按照|认真|坚持|深入|严格|全面|积极|切实|高度|紧紧|围绕|始终|持续|主动公开|通过|共|以[\u4e00-\u9fff]{2,12}为))/gmu

function subjectsOf(text: string): { readonly unit: string; readonly quote: string }[] {
  return [...text.matchAll(SUBJECT)].map(([quote, unit = '']) => ({ unit, quote }))
}

/** 信江县 in the report of 云亭县人民政府: of another level it is a superior, or one of its own units. */
const LEVEL = /([县区市旗镇乡])(?:(?:人民)?政府)?$/
function isOfLevel(unit: string, own: string): boolean {
  const level = LEVEL.exec(unit)?.[1]
  return level === undefined || /[镇乡]/.test(level) || level === LEVEL.exec(own)?.[1]
}

/** `市发改委` of `云岭市发展和改革委员会`, either way round. */
function isShortFor(a: string, b: string): boolean {
  return a.length <= b.length ? standsInOrder(a, b) : standsInOrder(b, a)
}

/** Two reports' titles name two units, neither a short form of the other. */
export function unitsDiffer(a: string, b: string): boolean {
  const [one, other] = [a, b].map((title) => TITLE_OF.exec(compareForm(title))?.[1])
  return one !== undefined && other !== undefined && !isShortFor(one, other)
}

/**
 * A text in comparable form without the name of the unit that the title names, in full or by its place alone (青石镇): what
 * one unit copied from another is the same but for it.
 */
export function withoutUnit(text: string, title: string): string {
  const own = TITLE_OF.exec(compareForm(title))?.[1]
  const form = compareForm(text)
  if (own === undefined) return form
  const place = own.replace(/(?:人民)?政府(?:办公室)?$|办事处$/, '')
  const whole = form.replaceAll(own, '')
  return place.length >= LEAST_PLACE ? whole.replaceAll(place, '') : whole
}

const LEAST_PLACE = 3

export interface YearReport {
  readonly year: number
  readonly report: AnnualReport
  readonly sureness: number
}

/** First year whose report follows the forms (国办公开办函〔2019〕60号). */
const FORMS_SINCE = 2019

/** Own reports of the latest `years` years that have one and follow the forms, latest first; the best read copy of each. */
export function formReports(site: SiteView, years: number): readonly YearReport[] {
  return latestReports(site, years, FORMS_SINCE)
}

/** First year whose report follows the form of today (国办公开办函〔2021〕30号). */
const FORM_OF_TODAY = 2021

/** Own reports in the form of today, or in any (`all`), older than the latest `years`: of them only what is wrong is told. */
export function olderReports(site: SiteView, years: number, all = false): readonly YearReport[] {
  const since = all ? FORMS_SINCE : FORM_OF_TODAY
  return latestReports(site, Number.POSITIVE_INFINITY, since).slice(years)
}

/**
 * Own reports whose title surely bears another year than they tell of, as of the year that they tell of: beside one that
 * bears its year rightly they would be read by nobody.
 */
export function misdatedReports(site: SiteView): readonly YearReport[] {
  const titled = new Set(site.annualReports.map((report) => report.year))
  return site.annualReports.flatMap((report): YearReport[] => {
    const year = Number(report.publishedOn?.value.slice(0, 4)) - 1
    if (!(year >= FORM_OF_TODAY) || titled.has(year)) return []
    const { reports } = creditedReports(site, report.year)
    const isRead = reports.length === 0 || reports.includes(report)
    if (isRead || !ownReports(site, report.year).reports.includes(report)) return []
    titled.add(year)
    return [{ year, report, sureness: 1 }]
  })
}

/** The same, with those written freely before the forms. */
export function latestReports(site: SiteView, years: number, since = 0): readonly YearReport[] {
  const found = new Set(site.annualReports.map((report) => report.year))
  return [...found]
    .filter((year) => year >= since)
    .sort((a, b) => b - a)
    .slice(0, Math.max(0, years))
    .flatMap((year): YearReport[] => {
      const credited = creditedReports(site, year)
      const { reports, sureness } = credited.reports.length > 0 ? credited : ownReports(site, year)
      const [best] = [...reports].sort((a, b) => readness(b) - readness(a))
      return best === undefined ? [] : [{ year, report: best, sureness }]
    })
}

/** How much of a copy was read: tables before parts before nothing. */
function readness({ content }: AnnualReport): number {
  if (content === undefined) return 0
  const tables = [content.requests, content.proactive, content.disputes]
  return tables.filter((table) => table !== null).length * 10 + content.parts.length
}

/** Parts whose text is prose in every form: 总体情况, 问题及改进, 其他事项. */
const PROSE_PARTS = [1, 5, 6]
const SENTENCE = /[，。；！]/
const LEAST_LINE = 12
/** What every report says: by which law and notice it is made, of what it consists, whom to ask. */
const BOILERPLATE =
  /^根据.{0,6}《|现将|现编制|本(?:年度)?(?:报告|年报)|电子邮箱|联系电话|邮编|没有(?:发生|收到)|未(?:发生|收到)/

/** Sentences of the report's own making: no headings, no table labels. '' where its parts were not told apart. */
export function reportProse(content: AnnualReportContent): string {
  return content.parts
    .filter((part) => PROSE_PARTS.includes(part.number))
    .flatMap((part) => part.text.split('\n'))
    .filter((line) => line.length >= LEAST_LINE && SENTENCE.test(line))
    .join('\n')
}

/** The same of a report written freely before the forms: all that its page says, without what every report says. */
export function freeProse(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.length >= LEAST_LINE && SENTENCE.test(line) && !BOILERPLATE.test(line))
    .join('\n')
}

const SHINGLE = 6

/** Runs of six characters, figures all alike: a report copied with new figures is copied. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const plain = compareForm(text).replace(/\d+/g, '0')
  const runs = new Set<string>()
  for (let at = 0; at + SHINGLE <= plain.length; at += 1) runs.add(plain.slice(at, at + SHINGLE))
  return runs
}

/** Share (0–1) of `runs` that stand in `other` too; 0 for an empty text. */
export function shareIn(runs: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (runs.size === 0) return 0
  let common = 0
  for (const run of runs) if (other.has(run)) common += 1
  return common / runs.size
}

/** Years before `first` without a report, with one of an earlier year since `since`, latest first. */
export function gapYears(site: SiteView, first: number, since: number): readonly number[] {
  const years = new Set(site.annualReports.map((report) => report.year))
  const oldest = Math.min(...[...years].filter((year) => year >= since), first)
  const between = Array.from({ length: Math.max(0, first - oldest) }, (_, at) => first - 1 - at)
  return between.filter((year) => !years.has(year))
}

/** Years whose website table is not there though those of the year before and after are, latest first. */
export function gapTables(site: SiteView): readonly number[] {
  const years = new Set(site.siteAnnualTables.map((table) => table.year))
  return [...years]
    .map((year) => year - 1)
    .filter((year) => !years.has(year) && years.has(year - 1))
    .sort((a, b) => b - a)
}
