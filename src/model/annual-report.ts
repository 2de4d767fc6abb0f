/**
 * What a government-information annual report says, part by part and cell by cell (国办公开办函〔2021〕30号; the years 2019 and
 * 2020 use the form of 〔2019〕60号). Cells keep what is printed: a blank stays a blank and is no zero.
 */

export interface ReportCell {
  /** Null where nothing, or no number, is printed. */
  readonly value: number | null
  readonly printed: string
}

export interface ReportRow {
  /** Key of the row (`new`, `granted` …, see understand/annual-report-form). */
  readonly key: string
  /** The row's own words. */
  readonly label: string
  readonly cells: readonly ReportCell[]
}

export interface ReportPart {
  /** 1–6, by the printed number. */
  readonly number: number
  readonly title: string
  readonly text: string
}

export interface AnnualReportContent {
  /** Where the tables were read. */
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
}
