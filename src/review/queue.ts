/**
 * The queue of findings that people work through: one line a finding, the filters of the query string, the order, and which
 * comes next.
 */
import type { Verdict } from '#model/check'
import type { FindingView } from '#model/finding'
import type { Decision } from '#model/review'
import type { Run } from '#model/run'
import type { ReviewDeps } from './deps.ts'

export interface Query {
  readonly [key: string]: string | undefined
}

/** The last finished run of each portal. */
export function latestRuns(deps: ReviewDeps): ReadonlyMap<string, Run> {
  const latest = new Map<string, Run>()
  for (const run of deps.store.runs({ state: 'finished' })) {
    if (!latest.has(run.portalId)) latest.set(run.portalId, run)
  }
  return latest
}

/** A finding in one line, for lists. */
export interface FindingLine {
  readonly id: string
  readonly check: string
  readonly checkTitle: string
  readonly subject: string
  readonly message: string
  readonly verdict: FindingView['verdict']
  readonly outcome: string
  readonly state: FindingView['state']
  readonly at: number
  readonly agencyName: string
  readonly portalName: string
  readonly decision: Decision | null
  readonly decided: Verdict | 'exempt' | null
}

/** What a person's decision makes of a finding. */
export function decidedOn({ checks }: ReviewDeps, finding: FindingView): Verdict | 'exempt' | null {
  const { decision, check, verdict } = finding
  if (decision === null || decision.outcome === 'exempt') return decision && 'exempt'
  const found = checks.find(({ id }) => id === check)
  return found?.outcomes[decision.outcome]?.verdict ?? verdict
}

export function liner(deps: ReviewDeps): (finding: FindingView) => FindingLine {
  const registry = deps.store.registry()
  const agencies = new Map(registry.agencies.map((one) => [one.id, one.name]))
  const portals = new Map(registry.portals.map((one) => [one.id, one.name]))
  const titles = new Map(deps.checks.map((check) => [check.id, check.title]))
  return (finding) => ({
    id: finding.id,
    check: finding.check,
    checkTitle: titles.get(finding.check) ?? finding.check,
    subject: finding.subject,
    message: finding.message,
    verdict: finding.verdict,
    outcome: finding.outcome,
    state: finding.state,
    at: finding.at,
    agencyName: agencies.get(finding.agencyId) ?? finding.agencyId,
    portalName: portals.get(finding.portalId) ?? finding.portalId,
    decision: finding.decision,
    decided: decidedOn(deps, finding),
  })
}

const PAGE_SIZE = 50

/**
 * Findings of the latest runs by filters of the query string. Default: failing and unsure, undecided. `kept` stays among
 * them when it has just been decided, so that what follows it is still the next.
 */
export function queueOf(deps: ReviewDeps, query: Query, kept: string | null = null) {
  const filter = {
    verdict: query.verdict ?? 'open',
    check: query.check ?? '',
    agency: query.agency ?? '',
    portal: query.portal ?? '',
    decided: query.decided ?? 'no',
    q: (query.q ?? '').trim(),
  }
  const runs = [...latestRuns(deps).values()].map((run) => run.id)
  const verdicts =
    filter.verdict === 'open'
      ? ['fail', 'unsure']
      : filter.verdict === 'all'
        ? null
        : [filter.verdict]
  const line = liner(deps)
  const matching: FindingLine[] = []
  const checks = new Map<string, number>()
  if (runs.length > 0) {
    for (const finding of deps.store.findings({ runs, ...(verdicts ? { verdicts } : {}) })) {
      if (filter.decided === 'no' && finding.decision !== null && finding.id !== kept) continue
      if (filter.decided === 'yes' && finding.decision === null) continue
      if (filter.agency !== '' && finding.agencyId !== filter.agency) continue
      if (filter.portal !== '' && finding.portalId !== filter.portal) continue
      if (filter.q !== '' && !`${finding.subject} ${finding.message}`.includes(filter.q)) continue
      checks.set(finding.check, (checks.get(finding.check) ?? 0) + 1)
      if (filter.check !== '' && finding.check !== filter.check) continue
      matching.push(line(finding))
    }
  }
  const rank = { fail: 0, unsure: 1, pass: 2, 'not-applicable': 3 }
  matching.sort((a, b) => rank[a.verdict] - rank[b.verdict])
  return { filter, matching, checks }
}

export function queueView(deps: ReviewDeps, query: Query) {
  const { filter, matching, checks } = queueOf(deps, query)
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1))
  const registry = deps.store.registry()
  return {
    view: 'queue' as const,
    filter,
    total: matching.length,
    page,
    pages,
    rows: matching.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    checks: deps.checks
      .filter((check) => checks.has(check.id))
      .map((check) => ({ id: check.id, title: check.title, count: checks.get(check.id) ?? 0 })),
    agencies: registry.agencies.map(({ id, name }) => ({ id, name })),
  }
}
export type QueueView = ReturnType<typeof queueView>
