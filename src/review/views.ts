/**
 * View models: for every page one plain value, from which the HTML and its `.json` twin are both made. Reads the
 * store and the scorecards; decides what a page shows, not how.
 */
import { isDay } from '#base/day'
import { AppError } from '#base/errors'
import { maskPersonal } from '#base/mask'
import type { Check } from '#model/check'
import type { FindingView } from '#model/finding'
import type { CivilDay, Span } from '#model/page'
import type { Agency, Portal } from '#model/portal'
import type { Scheme } from '#model/scheme'
import type { IndicatorScore, Scorecard, Scorecards } from '#model/scorecard'
import { isPointless, type Tally, tallyOf } from '#scoring/tally'
import type { ReviewDeps } from './deps.ts'
import { decidedOn, type FindingLine, latestRuns, liner, type Query, queueOf } from './queue.ts'

export interface SchemeChoice {
  readonly id: string
  readonly title: string
}

/** Which scheme and day a page is about; both live in the query string. */
export interface Frame {
  readonly scheme: SchemeChoice & { readonly edition: string }
  readonly schemes: readonly SchemeChoice[]
  readonly asOf: CivilDay
}

const notFound = (what: string): AppError =>
  new AppError('unknown-id', `没有${what}：地址可能写错，或该内容已被清理`)

function chosen(
  deps: ReviewDeps,
  query: Query,
): { frame: Frame; cards: Scorecards; scheme: Scheme } {
  const scheme =
    query.scheme === undefined
      ? lastScored(deps)
      : deps.schemes.find((one) => one.id === query.scheme)
  if (!scheme) throw notFound(`编号为 ${query.scheme ?? '（空）'} 的指标体系`)
  const asOf = query.asOf ?? ''
  if (asOf !== '' && !isDay(asOf)) throw notFound(`日期“${asOf}”`)
  // The form sends an empty day when it was cleared: the newest run, as without one.
  const cards = deps.scorecards(scheme.id, asOf === '' ? null : asOf)
  return {
    scheme,
    cards,
    frame: {
      scheme: { id: scheme.id, title: scheme.title, edition: scheme.edition },
      schemes: deps.schemes.map(({ id, title }) => ({ id, title })),
      asOf: cards.asOf,
    },
  }
}

/** The scheme scored last is the one people here work with; before any score, the first. */
function lastScored(deps: ReviewDeps): Scheme | undefined {
  let last: { scheme: Scheme; at: number } | null = null
  for (const scheme of deps.schemes) {
    for (const card of deps.store.scorecards({ schemeId: scheme.id })) {
      if (last === null || card.computedAt > last.at) last = { scheme, at: card.computedAt }
    }
  }
  return last?.scheme ?? deps.schemes[0]
}

/** Findings a person should look at: failing or unsure, not yet decided. */
function isOpen(finding: FindingView): boolean {
  return (finding.verdict === 'fail' || finding.verdict === 'unsure') && finding.decision === null
}

export interface RankingRow {
  readonly agency: Scorecard['agency']
  readonly rank: number | null
  /** Null in tables without points, as are range and machine. */
  readonly settled: number | null
  readonly range: readonly [number, number] | null
  readonly machine: Scorecard['machine'] | null
  readonly maxScore: number | null
  readonly grade: string | null
  /** Rules answered and open; the only result of a table without points. */
  readonly tally: Tally
  readonly openFindings: number
}

export function rankingView(deps: ReviewDeps, query: Query) {
  const { frame, cards } = chosen(deps, query)
  const open = new Map<string, number>()
  const runs = [...latestRuns(deps).values()].map((run) => run.id)
  if (runs.length > 0) {
    for (const finding of deps.store.findings({ runs, verdicts: ['fail', 'unsure'] })) {
      if (isOpen(finding)) open.set(finding.agencyId, (open.get(finding.agencyId) ?? 0) + 1)
    }
  }
  const groups = [...new Set(cards.cards.map((card) => card.agency.group ?? ''))].filter(Boolean)
  const rows: RankingRow[] = cards.cards
    .filter(
      (card) =>
        query.group === undefined || query.group === '' || card.agency.group === query.group,
    )
    .map((card) => ({
      agency: card.agency,
      rank: card.rank,
      settled: isPointless(card) ? null : card.settled,
      range: isPointless(card) ? null : card.range,
      machine: isPointless(card) ? null : card.machine,
      maxScore: card.maxScore,
      grade: card.grade,
      tally: tallyOf(card),
      openFindings: open.get(card.agency.id) ?? 0,
    }))
    .sort(
      (a, b) =>
        (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
        a.agency.name.localeCompare(b.agency.name, 'zh'),
    )
  const sample = cards.cards[0]
  return {
    view: 'ranking' as const,
    frame,
    group: query.group ?? '',
    groups,
    rows,
    computedAt: cards.computedAt,
    notRuled: sample?.notRuled ?? 0,
    /** Units there are, but none that this scheme is for. */
    strangers: cards.cards.length === 0 && deps.store.registry().agencies.length > 0,
    pointless: sample !== undefined && isPointless(sample),
    graded: cards.cards.some((card) => card.gradeBecause !== undefined),
    maxScore: sample?.maxScore ?? null,
  }
}
export type RankingView = ReturnType<typeof rankingView>

function agencyOf(deps: ReviewDeps, id: string): { agency: Agency; portals: readonly Portal[] } {
  const registry = deps.store.registry()
  const agency = registry.agencies.find((one) => one.id === id)
  if (!agency) throw notFound(`编号为 ${id} 的单位`)
  return { agency, portals: registry.portals.filter((portal) => portal.agencyId === id) }
}

function cardOf(cards: Scorecards, agency: Agency): Scorecard {
  const card = cards.cards.find((one) => one.agency.id === agency.id)
  if (!card) throw notFound(`${agency.name}在该体系下的得分`)
  return card
}

export function agencyView(deps: ReviewDeps, id: string, query: Query) {
  const { frame, cards } = chosen(deps, query)
  const { agency, portals } = agencyOf(deps, id)
  const card = cardOf(cards, agency)
  const runs = latestRuns(deps)
  return {
    view: 'agency' as const,
    frame,
    agency,
    card,
    tally: tallyOf(card),
    pointless: isPointless(card),
    portals: portals.map((portal) => ({ portal, run: runs.get(portal.id) ?? null })),
  }
}
export type AgencyView = ReturnType<typeof agencyView>

export function indicatorView(
  deps: ReviewDeps,
  agencyId: string,
  indicatorId: string,
  query: Query,
) {
  const { frame, cards, scheme } = chosen(deps, query)
  const { agency } = agencyOf(deps, agencyId)
  const card = cardOf(cards, agency)
  const indicator = card.indicators.find((one) => one.id === indicatorId)
  const rule = scheme.indicators.find((one) => one.id === indicatorId)
  if (!indicator || !rule) throw notFound(`编号为 ${indicatorId} 的指标`)
  const line = liner(deps)
  const findings: Record<string, FindingLine> = {}
  for (const criterion of indicator.criteria) {
    for (const id of criterion.findings) {
      for (const finding of deps.store.findings({ id })) findings[id] = line(finding)
    }
  }
  const pointless = isPointless(card)
  return { view: 'indicator' as const, frame, agency, indicator, rule, findings, pointless }
}
export type IndicatorView = ReturnType<typeof indicatorView>

export function portalView(deps: ReviewDeps, id: string) {
  const found = deps.store.portal(id)
  if (!found) throw notFound(`编号为 ${id} 的网站`)
  const runs = deps.store.runs({ portalId: id })
  const run = runs.find((one) => one.state === 'finished') ?? runs[0] ?? null
  const byCheck = new Map<string, Record<string, number>>()
  if (run) {
    for (const finding of deps.store.findings({ runs: [run.id] })) {
      const counts = byCheck.get(finding.check) ?? {}
      counts[finding.verdict] = (counts[finding.verdict] ?? 0) + 1
      byCheck.set(finding.check, counts)
    }
  }
  return {
    view: 'portal' as const,
    ...found,
    run,
    runs: runs.slice(0, 20),
    addresses: run ? deps.store.frontier(run.id).countByState() : {},
    checks: deps.checks
      .filter((check) => byCheck.has(check.id))
      .map((check) => ({ id: check.id, title: check.title, counts: byCheck.get(check.id) ?? {} })),
    notChecked: (run ? deps.store.checkStates(run.id) : [])
      .filter((state) => state.state !== 'done')
      .map((state) => ({
        ...state,
        title: deps.checks.find(({ id }) => id === state.check)?.title ?? state.check,
      })),
  }
}
export type PortalView = ReturnType<typeof portalView>

export function portalsView(deps: ReviewDeps) {
  const registry = deps.store.registry()
  const runs = latestRuns(deps)
  const agencies = new Map(registry.agencies.map((one) => [one.id, one.name]))
  return {
    view: 'portals' as const,
    rows: registry.portals.map((portal) => ({
      portal,
      agencyName: agencies.get(portal.agencyId) ?? portal.agencyId,
      run: runs.get(portal.id) ?? null,
    })),
  }
}
export type PortalsView = ReturnType<typeof portalsView>

/** `char=START,END` → span; anything else cites the page as a whole. */
export function spanOf(locator: string): Span | null {
  const match = /^char=(\d+),(\d+)$/.exec(locator)
  return match ? [Number(match[1]), Number(match[2])] : null
}

interface PricedBy {
  readonly schemeId: string
  readonly indicator: Pick<IndicatorScore, 'id' | 'path'>
  readonly criterion: IndicatorScore['criteria'][number]
}

export async function findingView(deps: ReviewDeps, id: string, query: Query) {
  const [finding] = [...deps.store.findings({ id })]
  if (!finding) throw notFound(`编号为 ${id} 的发现`)
  const check = deps.checks.find((one) => one.id === finding.check) ?? null
  const place = deps.store.portal(finding.portalId)
  if (!place) throw notFound(`编号为 ${finding.portalId} 的网站`)
  const evidence = []
  for (const one of finding.evidence) {
    const at = spanOf(one.locator)
    evidence.push({
      ...one,
      quote: maskPersonal(one.quote),
      status: captureStatus(deps, one.capture),
      context: at ? await contextOf(deps, one.capture, at) : null,
    })
  }
  const { frame, cards } = chosen(deps, query)
  const card = cards.cards.find((one) => one.agency.id === finding.agencyId)
  const priced: PricedBy[] = []
  for (const indicator of card?.indicators ?? []) {
    for (const criterion of indicator.criteria) {
      if (criterion.findings.includes(id)) {
        priced.push({
          schemeId: frame.scheme.id,
          indicator: { id: indicator.id, path: indicator.path },
          criterion,
        })
      }
    }
  }
  const { matching } = queueOf(deps, query, id)
  const next = matching[matching.findIndex((row) => row.id === id) + 1]
  return {
    view: 'finding' as const,
    frame,
    finding,
    decided: decidedOn(deps, finding),
    check: check && describeCheck(check),
    ...place,
    evidence,
    priced,
    history: deps.store.decisionHistory(finding.identity),
    next: next?.id ?? null,
  }
}
export type FindingPageView = Awaited<ReturnType<typeof findingView>>

function captureStatus(deps: ReviewDeps, id: string): string {
  const capture = deps.store.capture(id)
  if (!capture) return '存档索引中没有这次访问'
  if (capture.state === 'failed') return `未取到（${capture.reason}）`
  return `HTTP ${capture.status}`
}

async function contextOf(deps: ReviewDeps, captureId: string, at: Span) {
  const shown = await showCapture(deps, captureId, at)
  if (!shown?.context) return null
  const { before, cited, after } = shown.context
  return { before: maskPersonal(before), cited: maskPersonal(cited), after: maskPersonal(after) }
}

/** The stored page behind a capture, made harmless; null when nothing was stored or the record cannot be read. */
export async function showCapture(deps: ReviewDeps, captureId: string, at: Span | null) {
  const capture = deps.store.capture(captureId)
  if (capture?.state !== 'stored' || capture.record === null) return null
  const body = await deps.archive.read(capture.record).catch(() => null)
  if (!body) return null
  const contentType =
    body.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null
  return deps.showPage({ body: body.body, contentType, url: capture.finalUrl, at })
}

function describeCheck(check: Check) {
  const { id, revision, title, question, basis, outcomes } = check
  return { id, revision, title, question, basis, outcomes, params: check.params }
}

export function checksView(deps: ReviewDeps) {
  return { view: 'checks' as const, checks: deps.checks.map(describeCheck) }
}
export type ChecksView = ReturnType<typeof checksView>

export function checkView(deps: ReviewDeps, id: string) {
  const check = deps.checks.find((one) => one.id === id)
  if (!check) throw notFound(`编号为 ${id} 的检查项`)
  return { view: 'check' as const, check: describeCheck(check) }
}
export type CheckView = ReturnType<typeof checkView>
