/**
 * Figures that the text of an annual report states (`ReportCount`) and what its tables have for them, in every sense that the
 * words may mean. Null where the table was not read whole: nothing is known then.
 */
import type { AnnualReportContent, ReportCountKey, ReportRow } from '#model/annual-report'
import type { YearReport } from './annual-reports.ts'
import type { SumReading } from './report-sums.ts'

export const COUNTED: Readonly<Record<ReportCountKey, string>> = {
  new: '新收申请',
  carriedOver: '上年结转',
  reviews: '行政复议',
  lawsuits: '行政诉讼',
  granted: '予以公开',
  partlyGranted: '部分公开',
  carriedForward: '结转下年度',
  people: '自然人申请',
  bodies: '法人或其他组织申请',
  handled: '办结申请',
  refused: '不予公开',
  unavailable: '无法提供',
  unprocessed: '不予处理',
  made: '制发规范性文件',
  inForce: '现行有效规范性文件',
  licensing: '行政许可',
  penalties: '行政处罚',
  compulsion: '行政强制',
  fees: '行政事业性收费（万元）',
}

/** Told of the requests that the text counts: they say nothing where it counts others than the table. */
export const OF_RECEIVED: ReadonlySet<ReportCountKey> = new Set([
  'granted',
  'partlyGranted',
  'carriedForward',
  'people',
  'bodies',
  'handled',
  'refused',
  'unavailable',
  'unprocessed',
])

export interface ReportSums {
  readonly requests: SumReading
  readonly disputes: SumReading
}

export interface Printed {
  readonly where: string
  /** First the plain one, then others that the words may mean. */
  readonly values: readonly number[]
  /** It counts more than the text may tell of: no less than that. */
  readonly atLeast?: true
}

export function printedAs(one: YearReport, sums: ReportSums, key: ReportCountKey): Printed | null {
  const of = (row: string): number => rowOf(one, row)?.cells.at(-1)?.value ?? 0
  if (key === 'new' || key === 'carriedOver') {
    if (sums.requests.state !== 'read') return null
    // A total that was not filled in, though its row was, says nothing against the text.
    const cells = rowOf(one, key)?.cells ?? []
    if (cells.at(-1)?.value === null && cells.some(({ value }) => (value ?? 0) !== 0)) return null
    if (key === 'carriedOver') return { where: '表三上年结转总计', values: [of('carriedOver')] }
    const values = [of('new'), of('new') + of('carriedOver'), of('total')]
    return { where: '表三本年新收总计', values }
  }
  const printed = PROACTIVE[key]
  if (printed !== undefined) return ofProactive(one, printed)
  if (OF_RECEIVED.has(key)) return ofReceived(one, sums, key)
  const cells = one.report.content?.disputes ?? []
  if (sums.disputes.state !== 'read') return null
  const at = (index: number): number => cells[index]?.value ?? 0
  if (key === 'reviews') return { where: '表四行政复议总计', values: [at(4)] }
  // A part of the lawsuits may be meant, no lawsuit at all may not.
  const either = [at(9), at(14)].filter((value) => value > 0)
  return { where: '表四行政诉讼总计', values: [at(9) + at(14), ...either] }
}

const WHERE: Readonly<Partial<Record<ReportCountKey, string>>> = {
  granted: '表三予以公开总计',
  partlyGranted: '表三部分公开总计',
  carriedForward: '表三结转下年度总计',
  people: '表三本年新收自然人',
  bodies: '表三本年新收法人或其他组织合计',
  handled: '表三办理结果总计',
  refused: '表三不予公开各项总计',
  unavailable: '表三无法提供各项总计',
  unprocessed: '表三不予处理各项总计',
}
/** Rows of 表三 that a kind of result adds up. */
const RESULTS: Readonly<Partial<Record<ReportCountKey, readonly string[]>>> = {
  refused: [
    ...['stateSecret', 'forbiddenByLaw', 'threeSafeties', 'thirdParty', 'internalMatters'],
    ...['processInformation', 'enforcementFiles', 'administrativeQueries'],
  ],
  unavailable: ['notHeld', 'needsMaking', 'stillUnclear'],
  unprocessed: ['complaints', 'repeated', 'publications', 'excessive', 'confirmations'],
}
const NATURAL = 0

/** What 表三 has of the requests received: by result, by applicant. */
function ofReceived(one: YearReport, sums: ReportSums, key: ReportCountKey): Printed | null {
  if (sums.requests.state !== 'read') return null
  const cellsOf = (row: string): readonly number[] =>
    (rowOf(one, row)?.cells ?? []).map(({ value }) => value ?? 0)
  const where = WHERE[key] ?? ''
  if (key === 'people' || key === 'bodies') {
    const by = (row: string): number =>
      cellsOf(row)
        .slice(0, -1)
        .filter((_, at) => (at === NATURAL) === (key === 'people'))
        .reduce((sum, value) => sum + value, 0)
    return { where, values: [by('new'), by('new') + by('carriedOver'), by('total')] }
  }
  const whole = (row: string): number => {
    const cells = cellsOf(row)
    return Math.max(
      cells.at(-1) ?? 0,
      cells.slice(0, -1).reduce((sum, value) => sum + value, 0),
    )
  }
  const rows = RESULTS[key]
  if (rows !== undefined) return { where, values: resultsOf(rows, whole) }
  const also = key === 'granted' ? [whole('granted') + whole('partlyGranted')] : []
  if (key === 'handled') return { where, values: handled(whole) }
  if (key === 'carriedForward') return { where, values: [whole(key)] }
  // The text may count this year's requests alone, the table counts those that came over too.
  const over = Array.from({ length: whole('carriedOver') }, (_, at) => whole(key) - at - 1)
  return { where, values: [whole(key), ...also, ...over] }
}

/** 办结 may leave out what was only closed (撤回, 逾期不补正), and what came over from the year before. */
function handled(whole: (row: string) => number): readonly number[] {
  const closed = ['notCorrected', 'feesNotPaid', 'otherHandled'].map(whole)
  const less = whole('carriedOver') + closed.reduce((sum, one) => sum + one, 0)
  return Array.from({ length: less + 1 }, (_, at) => whole('total') - at)
}

/** By its kind alone, or with those that offices count to it; what came over may be left out. */
function resultsOf(rows: readonly string[], whole: (row: string) => number): readonly number[] {
  const sum = (some: readonly string[]): number => some.reduce((all, row) => all + whole(row), 0)
  const own = sum(rows)
  const wider = Object.values(RESULTS).map((other) => (other === rows ? own : own + sum(other)))
  const every = sum(Object.values(RESULTS).flat())
  const over = Array.from({ length: whole('carriedOver') }, (_, at) => own - at - 1)
  return [own, ...wider, every, ...over]
}

/** A place's government counts in its table what all of its offices made, and in its text perhaps its own. */
const OF_PLACE = /[省市县区旗州]人民政府(?!办)/

interface Column {
  readonly row: string
  /** Which of its figures, counted from the left. */
  readonly at: number
  /** The words over it. */
  readonly head: RegExp
  readonly where: string
}

const PROACTIVE: Readonly<Partial<Record<ReportCountKey, Column>>> = {
  made: {
    row: 'normativeDocuments',
    at: 0,
    head: /制发|新制作/,
    where: '表二行政规范性文件本年制发件数',
  },
  inForce: {
    row: 'normativeDocuments',
    at: 2,
    head: /现行有效/,
    where: '表二行政规范性文件现行有效件数',
  },
  licensing: { row: 'licensing', at: 0, head: /处理决定/, where: '表二行政许可处理决定数量' },
  penalties: { row: 'penalties', at: 0, head: /处理决定/, where: '表二行政处罚处理决定数量' },
  compulsion: { row: 'compulsion', at: 0, head: /处理决定/, where: '表二行政强制处理决定数量' },
  fees: { row: 'fees', at: 0, head: /收费金额/, where: '表二行政事业性收费金额' },
}

/** What 表二 has of papers, decisions and fees of the year. */
function ofProactive(
  { report: { title, content } }: YearReport,
  { row, at, head, where }: Column,
): Printed | null {
  const found = content?.proactive?.find((one) => one.key === row)
  const value = found?.cells[at]?.value ?? null
  const isNamed = head.test(found?.heads[at] ?? '')
  if (value === null || !isNamed) return null
  return { where, values: [value], ...(OF_PLACE.test(title) ? { atLeast: true } : {}) }
}

export function rowOf({ report }: YearReport, key: string): ReportRow | undefined {
  return report.content?.requests?.find((row) => row.key === key)
}

/** Tables that end before their last row, or tell of reviews and not of lawsuits: `text` holds no word of the rest. */
export function halvesLacking(
  { source, requests, states }: AnnualReportContent,
  text: string,
): string[] {
  if (source !== 'html') return []
  const keys = (requests ?? []).map(({ key }) => key)
  const ends = ['new', 'carriedOver', 'total'].every((key) => keys.includes(key))
  return [
    ...(ends && !keys.includes('carriedForward') && !/结转(?:至|到)?下/.test(text)
      ? ['申请办理情况表的“结转下年度继续办理”一行']
      : []),
    ...(states.disputes === 'missing' && /结果维持/.test(text) && !/起诉/.test(text)
      ? ['复议诉讼情况表的行政诉讼部分']
      : []),
  ]
}
