/**
 * Frozen results. A published result keeps everything it rests on (scheme and its digest, revisions of the checks,
 * version of the code, hashes of the evidence), is never changed, and is corrected only by a new version beside it that
 * says line by line what is different. Where it is kept is the caller's affair.
 */
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#base/errors'
import { sha256 } from '#base/hash'
import type { FindingView } from '#model/finding'
import type { Scheme } from '#model/scheme'
import type { Scorecards } from '#model/scorecard'
import { compareCards, type Move } from './compare.ts'

export interface Published {
  readonly mingcha: 'published/1'
  readonly version: number
  /** Version this one corrects; null for the first. */
  readonly corrects: number | null
  readonly reason: string | null
  readonly by: string
  /** Instant, ISO 8601 with offset. */
  readonly publishedAt: string
  readonly scheme: { readonly id: string; readonly edition: string; readonly sha256: string }
  readonly codeVersion: string
  /** Revision of every check a cited finding comes from. */
  readonly checks: Readonly<Record<string, number>>
  /** Hashes of the evidence of every cited finding, by finding id. */
  readonly evidence: Readonly<Record<string, readonly string[]>>
  readonly scorecards: Scorecards
  /** Line by line against the version corrected; null for the first. */
  readonly difference: readonly Move[] | null
}

export interface Publishing {
  readonly scorecards: Scorecards
  readonly scheme: Scheme
  /** Every finding the cards may cite, by id. */
  readonly findings: ReadonlyMap<string, FindingView>
  readonly previous: Published | null
  readonly by: string
  readonly reason: string | null
  readonly publishedAt: string
  /** Publish although vetoes or zeroing notes are unanswered. */
  readonly allowOpen: boolean
}

/**
 * The next version. @throws AppError 'publish-refused' while vetoes or zeroing notes are unanswered, where nothing
 * changed, or where a correction gives no reason
 */
export function publish(request: Publishing): Published {
  const { scorecards, scheme, findings, previous, by, reason, publishedAt } = request
  if (!request.allowOpen) refuseOpen(scorecards)
  const difference = previous ? compareCards(previous.scorecards.cards, scorecards.cards) : null
  const digest = sha256(JSON.stringify(scheme))
  const cited = [...citedIn(scorecards)].sort().flatMap((id) => findings.get(id) ?? [])
  const checks = Object.fromEntries(
    cited.map((finding) => [finding.check, finding.revision] as const).sort(),
  )
  const evidence = Object.fromEntries(
    cited.map((finding) => [finding.id, [...new Set(finding.evidence.map((e) => e.sha256))]]),
  )
  const ground = { scheme: digest, checks, evidence }
  if (previous) {
    const before = {
      scheme: previous.scheme.sha256,
      checks: previous.checks,
      evidence: previous.evidence,
    }
    if (difference?.length === 0 && isDeepStrictEqual(before, ground))
      throw new AppError(
        'publish-refused',
        `结果与已公布的第 ${previous.version} 版完全相同，没有可更正的内容。`,
      )
    if (reason === null)
      throw new AppError(
        'publish-refused',
        `这是对第 ${previous.version} 版的更正，请用 --reason 写明更正的理由。`,
      )
  }
  return {
    mingcha: 'published/1',
    version: (previous?.version ?? 0) + 1,
    corrects: previous?.version ?? null,
    reason,
    by,
    publishedAt,
    scheme: { id: scheme.id, edition: scheme.edition, sha256: digest },
    codeVersion: scorecards.codeVersion,
    checks,
    evidence,
    scorecards,
    difference,
  }
}

function refuseOpen({ cards }: Scorecards): void {
  const open = cards.flatMap((card) => {
    const labels = [
      ...card.outside.vetoes.filter((veto) => veto.state === 'open').map((veto) => veto.label),
      ...card.indicators.flatMap((one) => one.openZeroNotes.map((note) => note.label)),
    ]
    return labels.length === 0 ? [] : [`${card.agency.name}：${[...new Set(labels)].join('、')}`]
  })
  if (open.length === 0) return
  const more = open.length > 10 ? `\n……其余 ${open.length - 10} 个单位从略` : ''
  throw new AppError(
    'publish-refused',
    `有 ${open.length} 个单位的一票否决或不得分情形尚未核实，不能公布：\n${open.slice(0, 10).join('\n')}${more}\n请在录入表中写“是”或“否”；确需先行公布时加 --allow-open。`,
  )
}

function citedIn({ cards }: Scorecards): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const card of cards) {
    const { bonus, deductions, external, vetoes } = card.outside
    const lines = [...card.indicators.flatMap((one) => one.criteria), ...bonus, ...deductions]
    for (const line of [...lines, ...external, ...vetoes])
      for (const id of line.findings) ids.add(id)
  }
  return ids
}
