/**
 * Where the yearly reports on disclosure are kept: one that stands beside its column, one that bears another year's name,
 * entries that may be one. Whose reports count is `annual-reports`' business, what is owed the check's.
 */
import { daysBetween } from '#base/day'
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { AnnualReport, Column, ColumnItem, SiteView } from '#model/site-view'
import { creditedReports } from './annual-reports.ts'
import { dayOfItem, hasUnreadPages } from './columns.ts'
import { branchOf, isGovernment } from './searched.ts'

/** Other years in the column that show that it is where the reports are kept. */
const LEAST_KEPT = 2

interface AstrayReport {
  readonly report: AnnualReport
  readonly column: Column
  /** Years whose reports the column keeps. */
  readonly others: number
}

/** The report of the year, where its column was read whole, keeps those of other years, and nothing like this one. */
export function astrayReport(site: SiteView, topic: string, year: number): AstrayReport | null {
  const columns = branchOf(site, [topic])
  const [column] = columns
  const whole = columns.every(
    (one) =>
      one.kind === 'local' &&
      one.coverage === 'complete' &&
      site.pageAt(one.url) !== null &&
      !hasUnreadPages(site, one),
  )
  const { reports: own } = creditedReports(site, year)
  const [report] = own
  if (column === undefined || report === undefined || !whole) return null
  const items = columns.flatMap((one) => one.items)
  const kept = new Set(
    [
      ...columns.map(({ url }) => url),
      ...items.map(({ url }) => url ?? ''),
      ...columns.flatMap(({ url }) => site.pageAt(url)?.page.links.map((link) => link.url) ?? []),
    ].map(placeKey),
  )
  const others = site.annualReports.filter(
    (one) => one.year !== year && kept.has(placeKey(one.url)),
  )
  const isKept = own.some(({ url }) => kept.has(placeKey(url)))
  const years = new Set(others.map((one) => one.year))
  if (isKept || years.size < LEAST_KEPT) return null
  if (items.some((item) => mayBeReport(site, item, year))) return null
  return { report, column, others: years.size }
}

/** An entry that may be the report: by its year, or without one by the day on which it was put up. */
function mayBeReport(site: SiteView, item: ColumnItem, year: number): boolean {
  if (isOfUnit(item.title)) return false
  if (isLikeReport(item.title, year)) return true
  const isYearless = !/20\d\d/.test(item.title) && /报告|年报/.test(item.title)
  return isYearless && dayOfItem(site, item)?.day.startsWith(`${year + 1}-`) === true
}

/**
 * A report whose title can hardly be right and which was put up when that of `year` was due: titled with the year it was
 * put up in, or with a year whose report another page already is.
 */
export function misnamedReport(site: SiteView, year: number): AnnualReport | undefined {
  const put = site.annualReports.filter(({ publishedOn }) =>
    publishedOn?.value.startsWith(`${year + 1}-`),
  )
  return put.find((report) => {
    if (report.year === year + 1) return (report.publishedOn?.value ?? '') < `${year + 1}-12-20`
    return site.annualReports.some(
      (one) =>
        one.year === report.year &&
        one.url !== report.url &&
        one.publishedOn !== null &&
        one.publishedOn.value <= `${year}-12-31`,
    )
  })
}

/** A department or a town by the name before the year: a government's report bears the place's name, or its office's. */
function isOfUnit(title: string): boolean {
  const name = /^(.{2,30}?)(?:关于)?20\d{2}年/.exec(compareForm(title))?.[1] ?? ''
  return (
    /(?:[局部乡镇]|街道(?:办事处|办)?|中心|(?<!管理)委员会|[镇乡]人民政府)$/.test(name) &&
    !/政府办|办公室|管委会/.test(name)
  )
}

/** An entry that names the year and a report, and is none of the other yearly papers kept beside it. */
export function isLikeReport(title: string, year: number): boolean {
  if (!title.includes(String(year)) || !/报告|年报|总结/.test(title)) return false
  if (/报表|网站(?:工作)?年/.test(title)) return false
  return (
    /信息公开|政务公开/.test(title) ||
    !/网站|预算|决算|法治|依法行政|工作(?:报告|总结)$/.test(title)
  )
}

/** An entry that may be the report of a year; one that leads to the report of another year, put up before this one was over, is not. */
export function entryLike(
  site: SiteView,
  items: readonly ColumnItem[],
  year: number,
): ColumnItem | undefined {
  const isAnothers = ({ url }: ColumnItem): boolean => {
    const page = url === null ? undefined : site.pageAt(url)?.page
    const [title, day] = [page?.title ?? '', page?.publishedOn?.value]
    const isOfOther = /20\d\d/.test(title) && !title.includes(String(year))
    return isOfOther && day !== undefined && day < `${year}-12-01`
  }
  return items.find(
    (item) =>
      isLikeReport(item.title, year) &&
      !(isGovernment(site) && isOfUnit(item.title)) &&
      !isAnothers(item),
  )
}

const AGAIN = /更正|修[订正改]|更新|重新|重发|补充|替换/

/** Put up once more: its day is not that of the first. */
export const isPutUpAgain = ({ title }: Pick<AnnualReport, 'title'>): boolean => AGAIN.test(title)

/** Why the printed day may not be that on which the report was first put up; null where nothing says so. */
export function whyNotFirst(
  site: SiteView,
  year: number,
  report: AnnualReport,
  day: string,
): string | null {
  if (isPutUpAgain(report)) return `标题写明不是第一次发布（印着 ${day}）`
  const together = site.annualReports.find(
    (one) => one.year !== year && one.publishedOn?.value === day,
  )
  return together === undefined
    ? null
    : `与${together.year}年度的报告印着同一天（${day}），可能是网站迁移时一起补发的`
}

/** Reports put up within so many days of one another may have been put up together, when the portal moved. */
const APART_DAYS = 30

export function isPutUpApart(site: SiteView, year: number, day: string): boolean {
  return site.annualReports.every(
    ({ year: other, publishedOn }) =>
      other === year ||
      publishedOn === null ||
      Math.abs(daysBetween(publishedOn.value, day)) > APART_DAYS,
  )
}
