/**
 * The sums that the forms of an annual report must satisfy (国办公开办函〔2021〕30号 and 〔2019〕60号), asked only of tables that
 * were read whole: all rows, seven cells each, every cell a figure or blank. Anything else is `unreadable`, and so is a
 * table in which most sums fail, since a shifted reading looks just like that. Blanks count as 0; a total
 * left blank over figures is no wrong total, and its sum is not asked.
 */
import type { AnnualReportContent, ReportCell, ReportPlace, ReportRow } from '#model/annual-report'

/** One sum that does not hold; `figures` in Chinese with the figures. */
export interface SumFault {
  readonly figures: string
  readonly place: ReportPlace | null
}

export type SumReading =
  | { readonly state: 'none' }
  | { readonly state: 'unreadable'; readonly because: string }
  | { readonly state: 'read'; readonly checked: number; readonly faults: readonly SumFault[] }

export const APPLICANTS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
] as const
const COLUMNS = APPLICANTS.length

/** Rows of 表三 between 上年结转 and (七)总计. */
const HANDLED = [
  ...['granted', 'partlyGranted', 'stateSecret', 'forbiddenByLaw', 'threeSafeties'],
  ...['thirdParty', 'internalMatters', 'processInformation', 'enforcementFiles'],
  ...['administrativeQueries', 'notHeld', 'needsMaking', 'stillUnclear', 'complaints'],
  ...['repeated', 'publications', 'excessive', 'confirmations'],
  ...['notCorrected', 'feesNotPaid', 'otherHandled'],
]
/** Rows that the form of 2019 does not have: (六)其他处理 is one row there. */
const SINCE_2021 = new Set(['notCorrected', 'feesNotPaid'])
const KINDS = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const
const RESULTS = 5

/** Printed instead of a figure where there is none. */
const BLANK = /^[-—–－/／\\无空缺零]*$/

/** Nothing, a dash or a word for none: the form wants a 0 there. */
function isBlankCell({ value, printed }: ReportCell): boolean {
  return value === null && BLANK.test(printed.replace(/\s/g, ''))
}

/** Fewer noughts may be sums that a sheet wrote by itself. */
const LEAST_NOUGHTS = 3

/**
 * Rows with blank cells in a report that fills in its noughts: those of 表三 where that table does, those of the others where
 * any does. Noughts of totals prove nothing, a sheet writes them by itself.
 */
export function unfilledRows(content: AnnualReportContent): readonly BlankRow[] {
  const noughts = (rows: readonly ReportRow[] | null): number =>
    (rows ?? [])
      .filter(({ key }) => key !== 'total')
      .flatMap(({ cells }) => (cells.length === COLUMNS ? cells.slice(0, -1) : cells))
      .filter(({ value }) => value === 0).length
  const byTable = { requests: noughts(content.requests), others: noughts(content.proactive) }
  const asks = new Set(content.requests?.map(({ place }) => place) ?? [])
  const isFilled = ({ place }: BlankRow): boolean =>
    place !== null && asks.has(place)
      ? byTable.requests >= LEAST_NOUGHTS
      : Math.max(byTable.requests, byTable.others) >= LEAST_NOUGHTS
  return blankRows(content).filter(isFilled)
}

interface BlankRow {
  readonly name: string
  readonly count: number
  readonly place: ReportPlace | null
}

/** Rows with blank cells; a table that is blank from end to end is one entry. */
export function blankRows(content: AnnualReportContent): readonly BlankRow[] {
  const count = (cells: readonly ReportCell[]): number => cells.filter(isBlankCell).length
  const rows = [...(content.proactive ?? []), ...(content.requests ?? [])].map(
    ({ label, cells, place }): BlankRow => ({ name: nameOf(label), count: count(cells), place }),
  )
  const disputes = { name: '复议诉讼', place: content.disputesPlace }
  return [...rows, { ...disputes, count: count(content.disputes ?? []) }].filter(
    (row) => row.count > 0,
  )
}

const countOf = (cell: ReportCell | undefined): number => cell?.value ?? 0

/** Sums of 表三. */
export function requestSums(content: AnnualReportContent): SumReading {
  const { requests } = content
  if (requests === null) return { state: 'none' }
  const because = whyNotWhole(requests)
  if (because !== null) return { state: 'unreadable', because: `表三${because}` }
  const row = (key: string): ReportRow | undefined => requests.find((one) => one.key === key)
  const sums: Sum[] = []
  for (const { cells, label, place } of requests) {
    // A total that was not filled in is no wrong total: it is reported as a blank.
    if (isEmptyTotal(cells)) continue
    sums.push({
      name: `表三“${nameOf(label)}”一行`,
      left: [
        '六类申请人合计',
        cells.slice(0, COLUMNS - 1).reduce((sum, one) => sum + countOf(one), 0),
      ],
      right: ['总计', countOf(cells[COLUMNS - 1])],
      place,
    })
  }
  for (const [at, applicant] of APPLICANTS.entries()) {
    const figure = (key: string): number => {
      const cells = row(key)?.cells ?? []
      // Where only the rows' totals are left blank, the column of totals is the sum of what they would be.
      return at === COLUMNS - 1 && isEmptyTotal(cells)
        ? cells.slice(0, at).reduce((sum, one) => sum + countOf(one), 0)
        : countOf(cells[at])
    }
    const total = figure('total')
    if (isUnfilled(row('total')?.cells[at]) && HANDLED.some((key) => figure(key) !== 0)) continue
    sums.push({
      name: `表三“${applicant}”一列`,
      left: ['（一）至（六）各项合计', HANDLED.reduce((sum, key) => sum + figure(key), 0)],
      right: ['（七）总计', total],
      place: row('total')?.place ?? null,
    })
    sums.push({
      name: `表三“${applicant}”一列`,
      left: [
        `本年新收 ${figure('new')} 加上年结转 ${figure('carriedOver')}`,
        figure('new') + figure('carriedOver'),
      ],
      right: [
        `办理结果总计 ${total} 加结转下年度 ${figure('carriedForward')}`,
        total + figure('carriedForward'),
      ],
      place: row('new')?.place ?? null,
    })
  }
  return judged(sums, '表三')
}

/** Sums of 表四. */
export function disputeSums(content: AnnualReportContent): SumReading {
  const { disputes, disputesPlace } = content
  if (disputes === null) return { state: 'none' }
  const odd = disputes.find((cell) => !isFigure(cell))
  if (disputes.length !== KINDS.length * RESULTS)
    return { state: 'unreadable', because: `表四读到 ${disputes.length} 格，应为 15 格` }
  if (odd !== undefined)
    return { state: 'unreadable', because: `表四有一格写着“${odd.printed}”，不是数` }
  return judged(
    KINDS.flatMap((kind, at): Sum[] => {
      const cells = disputes.slice(at * RESULTS, (at + 1) * RESULTS)
      if (isEmptyTotal(cells)) return []
      return [
        {
          name: `表四“${kind}”`,
          left: [
            '四种结果合计',
            cells.slice(0, RESULTS - 1).reduce((sum, one) => sum + countOf(one), 0),
          ],
          right: ['总计', countOf(cells[RESULTS - 1])],
          place: disputesPlace,
        },
      ]
    }),
    '表四',
  )
}

/** Blank, though figures stand before it. */
function isEmptyTotal(cells: readonly ReportCell[]): boolean {
  return isUnfilled(cells.at(-1)) && cells.some((cell) => countOf(cell) !== 0)
}

const isUnfilled = (cell: ReportCell | undefined): boolean =>
  cell !== undefined && isBlankCell(cell)

interface Sum {
  readonly name: string
  readonly left: readonly [words: string, value: number]
  readonly right: readonly [words: string, value: number]
  readonly place: ReportPlace | null
}

/** With fewer failing sums than this a table is not doubted. */
const DOUBT_FROM = 4

function judged(sums: readonly Sum[], table: string): SumReading {
  // Two zeros prove nothing about the reading.
  const telling = sums.filter(({ left, right }) => left[1] !== 0 || right[1] !== 0)
  const failed = telling.filter(({ left, right }) => left[1] !== right[1])
  if (failed.length >= DOUBT_FROM && failed.length * 3 > telling.length * 2)
    return {
      state: 'unreadable',
      because: `${table}有 ${failed.length} 处合计对不上，多半是表格没有读对`,
    }
  return {
    state: 'read',
    checked: sums.length,
    faults: failed.map(({ name, left, right, place }) => ({
      figures: `${name}：${worded(left)}，${worded(right)}`,
      place,
    })),
  }
}

/** The figure behind its words, unless they end with figures of their own. */
function worded([words, value]: readonly [string, number]): string {
  return /\d$/.test(words) ? `${words} 得 ${value}` : `${words} ${value}`
}

function isFigure(cell: ReportCell): boolean {
  return (
    isBlankCell(cell) || (cell.value !== null && Number.isInteger(cell.value) && cell.value >= 0)
  )
}

function whyNotWhole(requests: readonly ReportRow[]): string | null {
  const keys = new Set(requests.map((row) => row.key))
  const wanted = ['new', 'carriedOver', ...HANDLED, 'total', 'carriedForward']
  const other = requests.find((row) => row.key === 'otherHandled')?.label ?? ''
  const missing = wanted.filter((key) => !keys.has(key))
  // The form of 2019, told by the words of its one row.
  const former = missing.every((key) => SINCE_2021.has(key)) && /其他处理$/.test(other)
  if (missing.length > 0 && !former) return `只读出 ${keys.size} 行，应为 ${wanted.length} 行`
  for (const { cells, label } of requests) {
    if (cells.length !== COLUMNS) return `“${nameOf(label)}”读到 ${cells.length} 格，应为 7 格`
    const odd = cells.find((cell) => !isFigure(cell))
    if (odd !== undefined) return `“${nameOf(label)}”有一格写着“${odd.printed}”，不是数`
  }
  return null
}

/** A row's words without those of the cells that span several rows, short enough for a message. */
export function nameOf(label: string): string {
  const own = label
    .replace(/^三本年度办理结果/, '')
    .replace(/^（[三四五六]）(不予公开|无法提供|不予处理|其他处理)(?=.)/, '')
  return own.length <= 24 ? own : `${own.slice(0, 23)}…`
}
