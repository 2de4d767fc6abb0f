/**
 * What a government-information annual report says, part by part and cell by cell (国办公开办函〔2021〕30号; the years 2019 and
 * 2020 use the form of 〔2019〕60号). Cells keep what is printed: a blank stays a blank and is no zero.
 */

import type { Span } from './page.ts'

/** Where something of the report stands; `url` is the page's or the attached file's address. */
export interface ReportPlace {
  readonly url: string
  /** Null in files and in running text: the quote is looked for anywhere. */
  readonly at: Span | null
  readonly quote: string
}

export interface ReportCell {
  /** Null where nothing, or no number, is printed (`''`, `/`, `无`). A unit behind the figure (`3件`) is no hindrance. */
  readonly value: number | null
  readonly printed: string
}

export interface ReportRow {
  /** Key of the row (`new`, `granted` …, see understand/annual-report-form). */
  readonly key: string
  /** The row's own words. */
  readonly label: string
  readonly cells: readonly ReportCell[]
  /** Words printed over the cells (`本年制发件数`), where their number fits; else empty. */
  readonly heads: readonly string[]
  /** Quotes the row, label and cells. */
  readonly place: ReportPlace
}

export interface ReportPart {
  /** 1–6, by the printed number, or by the title where the numbers are missing or wrong. */
  readonly number: number
  readonly title: string
  /** Below the heading; lines of a table that stands there are part of it. */
  readonly text: string
  /** Quotes the heading. */
  readonly place: ReportPlace
}

/** What a number in the running text counts: requests newly received or carried over, what became of them, who made them, reviews (复议), lawsuits (诉讼), documents made (规范性文件), decisions and fees. */
export type ReportCountKey =
  | 'new'
  | 'carriedOver'
  | 'reviews'
  | 'lawsuits'
  | 'granted'
  | 'partlyGranted'
  | 'carriedForward'
  | 'people'
  | 'bodies'
  | 'handled'
  | 'refused'
  | 'unavailable'
  | 'unprocessed'
  | 'made'
  | 'inForce'
  | 'licensing'
  | 'penalties'
  | 'compulsion'
  | 'fees'

/** A figure the running text states for the year as a whole. */
export interface ReportCount {
  readonly key: ReportCountKey
  /** 0 where the text says that there was none. */
  readonly value: number
  /** Part it stands in; null outside the six. */
  readonly part: number | null
  /** Quotes the clause. */
  readonly place: ReportPlace
}

/** `picture`: not read, and pictures stand where tables belong; `missing`: not among what was read. */
export type ReportTableState = 'read' | 'picture' | 'missing'

export interface AnnualReportContent {
  /** Where the tables were read; the text, where there are none. */
  readonly source: 'html' | 'attachment'
  /** Form by the year reported; `none`: years before the forms. */
  readonly form: '2021' | '2019' | 'none'
  readonly parts: readonly ReportPart[]
  /** 表二 主动公开: one row each of 规章, 规范性文件, 许可, 处罚, 强制, 收费 (采购 in the older form); null when not found. */
  readonly proactive: readonly ReportRow[] | null
  /** 表三 申请: up to 25 rows of seven cells (自然人, five kinds of organisation, 总计). */
  readonly requests: readonly ReportRow[] | null
  /** 表四 复议诉讼: 15 cells, five each of 复议, 未经复议直接起诉, 复议后起诉. */
  readonly disputes: readonly ReportCell[] | null
  readonly disputesPlace: ReportPlace | null
  readonly states: Readonly<Record<'proactive' | 'requests' | 'disputes', ReportTableState>>
  readonly counts: readonly ReportCount[]
  /** The text was cut at a cap: what is not here may still be printed. */
  readonly truncated: boolean
}
