/**
 * 问题台账: what an office hands to the units for mending. Holds only what stands as a problem (failing, or decided to
 * be so by a person, and not exempted); open questions go to a second sheet, so that nobody is charged with a doubt.
 */
import { instantText } from '#base/day'
import { maskPersonal } from '#base/mask'
import { fillKnown } from '#base/text'
import type { Check, Verdict } from '#model/check'
import type { FindingView } from '#model/finding'
import { csvHead, csvRow } from './csv.ts'
import type { OwnerOf } from './findings.ts'
import type { Cell, Sheet } from './workbook.ts'

export const LEDGER_HEAD = [
  '序号',
  '单位',
  '网站',
  '指标',
  '检查项',
  '问题描述',
  '页面地址',
  '页面标题',
  '发现时间',
  '证据编号',
  '严重程度',
  '整改期限',
  '整改链接',
  '复核结果',
  '复核时间',
  '备注',
] as const

export interface LedgerInput {
  readonly findings: Iterable<FindingView>
  readonly ownerOf: OwnerOf
  readonly checks: readonly Check[]
  /** Names of the indicators that a finding prices, where a scheme was chosen; else []. */
  readonly indicatorsOf: (findingId: string) => readonly string[]
  /** Title of the page at an address, where it was read. */
  readonly pageTitle: (finding: FindingView, url: string) => string | null
}

interface Ledger {
  readonly problems: readonly (readonly Cell[])[]
  readonly questions: readonly (readonly Cell[])[]
}

/** The verdict that holds: a person's decision before the machine's finding. */
function standing(finding: FindingView, check: Check | undefined): Verdict | 'exempt' {
  const { decision } = finding
  if (decision === null) return finding.verdict
  if (decision.outcome === 'exempt') return 'exempt'
  return check?.outcomes[decision.outcome]?.verdict ?? finding.verdict
}

/** What is wrong, as the outcome that holds says it: a person's other outcome in its own words. */
function problemText(finding: FindingView, check: Check | undefined): string {
  const outcome = finding.decision?.outcome ?? finding.outcome
  const spec = outcome === finding.outcome ? undefined : check?.outcomes[outcome]
  return spec === undefined
    ? finding.message
    : fillKnown(spec.message, { subject: finding.subject, ...finding.facts })
}

export function ledgerOf(input: LedgerInput): Ledger {
  const checks = new Map(input.checks.map((check) => [check.id, check]))
  const problems: Cell[][] = []
  const questions: Cell[][] = []
  for (const finding of input.findings) {
    const check = checks.get(finding.check)
    const verdict = standing(finding, check)
    if (verdict !== 'fail' && verdict !== 'unsure') continue
    const rows = verdict === 'fail' ? problems : questions
    const { agency, portal } = input.ownerOf(finding.portalId)
    const url = finding.evidence[0]?.url ?? finding.pages[0] ?? ''
    const { decision } = finding
    const remarks = [
      finding.pages.length > 1 ? `共 ${finding.pages.length} 个页面` : '',
      verdict === 'unsure' ? (finding.ask ?? finding.downgraded?.because ?? '') : '',
      decision?.reason ?? '',
    ].filter((one) => one !== '')
    rows.push([
      rows.length + 1,
      agency.name,
      portal.name,
      input.indicatorsOf(finding.id).join('\n'),
      check?.title ?? finding.check,
      maskPersonal(problemText(finding, check)),
      url,
      maskPersonal(input.pageTitle(finding, url) ?? ''),
      instantText(finding.at).slice(0, 19).replace('T', ' '),
      finding.id.slice(0, 8),
      severity(finding),
      '',
      url,
      decision === null
        ? ''
        : decision.outcome === finding.outcome
          ? '属实'
          : `机器原判：${maskPersonal(finding.message)}`,
      decision === null ? '' : instantText(decision.at).slice(0, 19).replace('T', ' '),
      maskPersonal(remarks.join('；')),
    ])
  }
  return { problems, questions }
}

const AXE_IMPACT: Readonly<Record<string, string>> = {
  critical: '严重',
  serious: '较重',
  moderate: '一般',
  minor: '轻微',
}

/** Only where the finding itself says so; the sources grade faults by score, which the indicator column leads to. */
function severity(finding: FindingView): string {
  const { impact } = finding.facts
  return typeof impact === 'string' ? (AXE_IMPACT[impact] ?? '') : ''
}

export function ledgerSheets(input: LedgerInput, title: string): readonly Sheet[] {
  const { problems, questions } = ledgerOf(input)
  const widths = [6, 22, 22, 22, 18, 48, 40, 30, 19, 11, 9, 11, 40, 12, 19, 30]
  const columns = widths.map((width, i) => ({
    width,
    align: i === 0 ? ('center' as const) : ('left' as const),
  }))
  const common = { columns, head: [LEDGER_HEAD], frozenColumns: 3 }
  return [
    { ...common, name: '问题台账', title, rows: problems },
    { ...common, name: '待核实', title: `${title}：待人核实，尚不构成问题`, rows: questions },
  ]
}

/** Problems only; the questions are in the workbook. */
export function* ledgerCsv(input: LedgerInput): Generator<string> {
  yield csvHead(LEDGER_HEAD)
  for (const row of ledgerOf(input).problems) yield csvRow(row.map((cell) => cell ?? ''))
}
