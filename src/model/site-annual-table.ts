/**
 * What a website annual table (政府网站工作年度报表, 国办函〔2018〕12号) says, field by field. Its form was not read in the
 * original, so fields go by the words that real tables print.
 */
import type { ReportPlace } from './annual-report.ts'

export interface AnnualTableField {
  /** Key of the field (`messages.received` …, see understand/site-annual-table-form). */
  readonly key: string
  /** Words printed for it. */
  readonly label: string
  /** Null where nothing, or no plain number, is printed. */
  readonly value: number | null
  readonly printed: string
  readonly place: ReportPlace
}

/** What tells which site the table is of. */
export interface AnnualTableMark {
  readonly value: string
  readonly place: ReportPlace
}

export interface AnnualTableContent {
  readonly source: 'html' | 'attachment'
  readonly fields: readonly AnnualTableField[]
  readonly siteCode: AnnualTableMark | null
  /** Host of the home page (首页网址) and digits of the ICP filing that it prints. */
  readonly home?: AnnualTableMark | null
  readonly icp?: AnnualTableMark | null
  /** Who it says has filled it in or runs the site (填报单位, 主办单位, 网站名称), where that is plainly another body. */
  readonly foreign?: AnnualTableMark | null
  /** Day on which it says that it was filled in. */
  readonly filledOn?: AnnualTableMark | null
  /** What the form was to be filled in with, left standing: ××, 待填. */
  readonly leftovers?: readonly AnnualTableMark[]
}
