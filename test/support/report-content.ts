/**
 * Contents of annual reports for tests of checks: a healthy report of 2021's form with figures that agree, in which a
 * test changes what it is about.
 */
import type {
  AnnualReportContent,
  ReportCell,
  ReportCount,
  ReportPart,
  ReportPlace,
  ReportRow,
} from '#model/annual-report'

const place = (quote: string): ReportPlace => ({
  url: 'http://lyj.example.gov.cn/',
  at: null,
  quote,
})

/** A number is a figure, a text is printed as it is. */
export type Cell = number | string

export function cell(given: Cell): ReportCell {
  if (typeof given === 'number') return { value: given, printed: String(given) }
  return { value: /^\d+$/.test(given) ? Number(given) : null, printed: given }
}

export const LABELS: Readonly<Record<string, string>> = {
  new: '一本年新收政府信息公开申请数量',
  carriedOver: '二上年结转政府信息公开申请数量',
  granted: '三本年度办理结果（一）予以公开',
  partlyGranted: '（二）部分公开（区分处理的只计这一情形不计其他情形）',
  stateSecret: '（三）不予公开1.属于国家秘密',
  forbiddenByLaw: '2.其他法律行政法规禁止公开',
  threeSafeties: '3.危及三安全一稳定',
  thirdParty: '4.保护第三方合法权益',
  internalMatters: '5.属于三类内部管理事务信息',
  processInformation: '6.属于四类过程性信息',
  enforcementFiles: '7.属于行政执法案卷',
  administrativeQueries: '8.属于行政查询事项',
  notHeld: '（四）无法提供1.本机关不掌握相关政府信息',
  needsMaking: '2.没有现成信息需要另行制作',
  stillUnclear: '3.补正后申请内容仍不明确',
  complaints: '（五）不予处理1.信访举报投诉类申请',
  repeated: '2.重复申请',
  publications: '3.要求提供公开出版物',
  excessive: '4.无正当理由大量反复申请',
  confirmations: '5.要求行政机关确认或重新出具已获取信息',
  notCorrected: '（六）其他处理1.申请人无正当理由逾期不补正',
  feesNotPaid: '2.申请人逾期未按收费通知要求缴纳费用',
  otherHandled: '3.其他',
  total: '（七）总计',
  carriedForward: '四结转下年度继续办理',
}

/** 表三 with 12 new, 1 over, 10 granted, 1 repeated, 2 forward, most by natural persons; `changed` rows replace. */
export function requestRows(
  changed: Readonly<Record<string, readonly Cell[] | null>> = {},
  labels: Readonly<Record<string, string>> = LABELS,
): ReportRow[] {
  const figures: Readonly<Record<string, readonly Cell[]>> = {
    new: [10, 2, 0, 0, 0, 0, 12],
    carriedOver: [1, 0, 0, 0, 0, 0, 1],
    granted: [8, 2, 0, 0, 0, 0, 10],
    repeated: [1, 0, 0, 0, 0, 0, 1],
    total: [9, 2, 0, 0, 0, 0, 11],
    carriedForward: [2, 0, 0, 0, 0, 0, 2],
  }
  return Object.entries(labels).flatMap(([key, label]): ReportRow[] => {
    const given = key in changed ? changed[key] : figures[key]
    if (given === null) return []
    const cells = (given ?? [0, 0, 0, 0, 0, 0, 0]).map(cell)
    return [{ key, label, cells, heads: [], place: place(label) }]
  })
}

export const HEADS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]

/** Six parts; `texts` by number replace the healthy ones, null leaves the part out. */
/** What the first part must cover. */
const COVERED = '主动公开信息，依规办理申请，管理好信息，建好平台，开展考核评议。'

export function parts(texts: Readonly<Record<number, string | null>> = {}): ReportPart[] {
  return HEADS.flatMap((title, at): ReportPart[] => {
    const given = texts[at + 1]
    if (given === null) return []
    const text =
      given ?? `本机关认真落实条例，${title}如下所述，详见各项说明。${at === 0 ? COVERED : ''}`
    return [{ number: at + 1, title, text, place: place(title) }]
  })
}

export function counted(
  key: ReportCount['key'],
  value: number,
  words = `${key}${value}件`,
): ReportCount {
  return { key, value, part: 1, place: place(words) }
}

export function reportContent(change: Partial<AnnualReportContent> = {}): AnnualReportContent {
  const proactive = [
    ['规章', [0, 0, 0]],
    ['行政规范性文件', [2, 1, 9]],
    ['行政许可', [15]],
  ] as const
  return {
    source: 'html',
    form: '2021',
    parts: parts(),
    proactive: proactive.map(([label, cells]) => ({
      key: label,
      label,
      cells: cells.map(cell),
      heads: [],
      place: place(label),
    })),
    requests: requestRows(),
    disputes: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2].map(cell),
    disputesPlace: place('行政复议'),
    states: { proactive: 'read', requests: 'read', disputes: 'read' },
    counts: [],
    truncated: false,
    ...change,
  }
}
