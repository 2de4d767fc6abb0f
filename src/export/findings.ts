/**
 * Findings as files: JSONL for programs, CSV for people. Both are streams of text, so that a database of any size
 * is exported in constant memory; writing to a path is `output`'s work, choosing findings is the store's.
 */
import { dayOf } from '#base/day'
import { VERDICT_NAMES } from '#model/check'
import { type CheckState, FINDING_STATE_NAMES, type FindingView } from '#model/finding'
import type { Agency, Portal } from '#model/portal'
import { csvHead, csvRow } from './csv.ts'
import { toCheckState1, toFinding1 } from './shapes/finding.ts'

/** Whose finding it is. Throws when the portal is not known: a finding without an owner is a fault of ours. */
export type OwnerOf = (portalId: string) => { readonly portal: Portal; readonly agency: Agency }

/** One JSON document a line: all findings, then the checks that could not answer. */
export function* findingsJsonl(
  findings: Iterable<FindingView>,
  states: Iterable<CheckState>,
  ownerOf: OwnerOf,
): Generator<string> {
  for (const finding of findings) {
    const { agency, portal } = ownerOf(finding.portalId)
    yield `${JSON.stringify(toFinding1(finding, agency, portal))}\n`
  }
  for (const state of states) {
    const line = toCheckState1(state)
    if (line !== null) yield `${JSON.stringify(line)}\n`
  }
}

const HEAD = [
  '单位',
  '网站',
  '网站标识码',
  '检查项',
  '结论',
  '结果代码',
  '对象',
  '说明',
  '待确认问题',
  '页面地址',
  '依据原文',
  '采集时间',
  '首次发现日',
  '状态',
  '人工认定',
  '认定理由',
  '发现编号',
] as const

/** Findings as CSV: UTF-8 with BOM, CRLF, cells that a spreadsheet would run as formulas made harmless. */
export function* findingsCsv(
  findings: Iterable<FindingView>,
  ownerOf: OwnerOf,
  checkTitle: (check: string) => string,
): Generator<string> {
  yield csvHead(HEAD)
  for (const view of findings) {
    const { agency, portal } = ownerOf(view.portalId)
    const finding = toFinding1(view, agency, portal)
    const first = finding.evidence[0]
    yield csvRow([
      agency.name,
      portal.name,
      portal.siteCode ?? '',
      checkTitle(finding.check),
      VERDICT_NAMES[finding.verdict],
      finding.outcome,
      finding.subject,
      finding.message,
      finding.ask ?? '',
      pageCell(finding.pages),
      first?.quote ?? '',
      first?.capturedAt ?? '',
      dayOf(view.firstSeen),
      FINDING_STATE_NAMES[finding.state],
      finding.decision?.outcome ?? '',
      finding.decision?.reason ?? '',
      finding.id,
    ])
  }
}

/** A spreadsheet cell holds 32,767 characters: the JSONL has every page, the cell the first ones and the count. */
const PAGES_SHOWN = 20

function pageCell(pages: readonly string[]): string {
  const shown = pages.slice(0, PAGES_SHOWN).join('\n')
  return pages.length <= PAGES_SHOWN ? shown : `${shown}\n等共 ${pages.length} 个页面`
}
