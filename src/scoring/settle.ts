/**
 * From exact drafts of a cohort to finished scorecards: benchmarks (标杆法) against the best peer, sums, intervals,
 * ranks, and the one conversion to plain numbers. Sorting and ties are deterministic.
 */
import { compare, exactText, greatest, over, type Rational, times, ZERO } from '#base/rational'
import type { Scorecard } from '#model/scorecard'
import type { AgencyDraft, IndicatorDraft } from './agency.ts'
import { cardOf, measured } from './card.ts'
import { type Bars, type Graded, gradeCohort } from './grades.ts'
import { type PricedCriterion, ruleOf, weightText } from './rule.ts'
import { isPointless } from './tally.ts'
import {
  addSums,
  conversionOf,
  outsideOf,
  type Sums,
  sumsOf,
  type Total,
  totalOfSums,
} from './totals.ts'

export interface SettleOptions {
  /** Every agency the benchmarks compare is among the drafts; false keeps benchmarks open. */
  readonly cohortComplete: boolean
}

/** One agency after its peers are known, still exact. */
export interface Standing {
  readonly draft: AgencyDraft
  readonly sums: Sums
  readonly total: Total
  /** The total as a percentage of what applies, where the scheme says so. */
  readonly conversion: Total | null
  /** Something of it was measured or judged. */
  readonly measured: boolean
}

/** Benchmarks compared and everything added up; best first, agencies of which nothing was measured last. */
export function standings(
  drafts: readonly AgencyDraft[],
  options: SettleOptions,
): readonly Standing[] {
  const peers: Peers = new Map()
  for (const draft of drafts) notePeers(peers, draft)
  return drafts
    .map((draft) => standingOf(draft, peers, options))
    .sort(
      (a, b) =>
        Number(b.measured) - Number(a.measured) ||
        byResult(a, b) ||
        (a.draft.facts.agency.id < b.draft.facts.agency.id ? -1 : 1),
    )
}

function filled(
  d: IndicatorDraft,
  peers: Peers,
  { cohortComplete }: SettleOptions,
): IndicatorDraft {
  if (d.criteria.every((c) => c.benchmark === null)) return d
  const criteria = d.criteria.map((c) =>
    c.benchmark === null ? c : againstPeers(d, c, peers, cohortComplete),
  )
  return { ...d, criteria }
}

function standingOf(draft: AgencyDraft, peers: Peers, options: SettleOptions): Standing {
  const fill = (d: IndicatorDraft) => filled(d, peers, options)
  const full = {
    ...draft,
    indicators: draft.indicators.map(fill),
    bonus: draft.bonus.map(fill),
    deductions: draft.deductions.map(fill),
    external: draft.external.map(fill),
  }
  const sums = sumsOf(full.indicators, outsideOf(full))
  return {
    draft: full,
    sums,
    total: totalOfSums(sums),
    conversion: conversionOf(full, sums),
    measured: measured(full.indicators),
  }
}

/** A total and, where rows that do not apply are made up for, the percentage that stands in its place. */
interface Outcome {
  readonly total: Total
  readonly conversion?: Total | null
}

/** What grades, ranks and composites go by: agencies asked fewer rows are compared by the converted total. */
export function resultOf({ total, conversion }: Outcome): Total {
  return conversion ?? total
}

/** Best first: what is certain, then what is possible. */
export function byResult(one: Outcome, other: Outcome): number {
  const [a, b] = [resultOf(one), resultOf(other)]
  return compare(b.settled, a.settled) || compare(b.high, a.high)
}

/** 1 for the best of rows sorted by `byResult`; equal results share a rank. */
export function ranksOf(rows: readonly Outcome[]): readonly number[] {
  const ranks: number[] = []
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const ties = before !== undefined && byResult(before, row) === 0
    ranks.push(ties ? (ranks[i - 1] ?? i) : i + 1)
  })
  return ranks
}

/** Scorecards of the cohort, best first; agencies of which nothing was measured come last, without rank. */
export function settle(
  drafts: readonly AgencyDraft[],
  options: SettleOptions,
): readonly Scorecard[] {
  return cardsOf(standings(drafts, options), options)
}

/** Cards of a cohort whose standings are known. */
export function cardsOf(rows: readonly Standing[], options: SettleOptions): readonly Scorecard[] {
  const places = placesOf(rows.map(footingOf), rows[0]?.draft ?? null, options)
  return rows.map((row) => placed(row, places))
}

/**
 * The same for cohorts that do not fit in memory: `drafts` is run through twice (places, then cards) and the cards come
 * in its order. Both runs must give the same agencies.
 */
export function* settleStream(
  drafts: () => Iterable<AgencyDraft>,
  options: SettleOptions,
): Generator<Scorecard> {
  const peers: Peers = new Map()
  const sketches: Sketch[] = []
  for (const draft of drafts()) {
    notePeers(peers, draft)
    sketches.push(sketchOf(draft))
  }
  const footings = sketches.map((sketch) => footingOfSketch(sketch, peers, options))
  const places = placesOf(footings.sort(byPlace), sketches[0] ?? null, options)
  sketches.length = 0
  for (const draft of drafts()) {
    yield placed(standingOf(draft, peers, options), places)
  }
}

/** A draft with everything added up that no peer can change: small enough to keep for every agency. */
interface Sketch extends Bars, Pick<AgencyDraft, 'scheme' | 'strict'> {
  readonly id: string
  readonly measured: boolean
  readonly sums: Sums
  readonly inside: readonly IndicatorDraft[]
  readonly outside: readonly IndicatorDraft[]
}

function sketchOf(draft: AgencyDraft): Sketch {
  const waits = (d: IndicatorDraft) => d.criteria.some((c) => c.benchmark !== null)
  const outside = outsideOf(draft)
  return {
    scheme: draft.scheme,
    strict: draft.strict,
    id: draft.facts.agency.id,
    measured: measured(draft.indicators),
    sums: sumsOf(
      draft.indicators.filter((d) => !waits(d)),
      outside.filter((d) => !waits(d)),
    ),
    inside: draft.indicators.filter(waits),
    outside: outside.filter(waits),
    ...barsOf(draft),
  }
}

function footingOfSketch(sketch: Sketch, peers: Peers, options: SettleOptions): Footing {
  const inside = sketch.inside.map((d) => filled(d, peers, options))
  const outside = sketch.outside.map((d) => filled(d, peers, options))
  const sums = addSums(sketch.sums, sumsOf(inside, outside))
  return {
    id: sketch.id,
    measured: sketch.measured || measured(inside),
    total: totalOfSums(sums),
    conversion: conversionOf(sketch, sums),
    barred: sketch.barred,
    mayBar: sketch.mayBar,
  }
}

/** What of a standing its place among the others depends on. */
interface Footing extends Bars {
  readonly id: string
  readonly measured: boolean
  readonly total: Total
  readonly conversion: Total | null
}

function footingOf({ draft, total, conversion, measured }: Standing): Footing {
  return { id: draft.facts.agency.id, measured, total, conversion, ...barsOf(draft) }
}

function byPlace(a: Footing, b: Footing): number {
  return Number(b.measured) - Number(a.measured) || byResult(a, b) || (a.id < b.id ? -1 : 1)
}

interface Place {
  readonly rank: number | null
  readonly graded: Graded | null
}

/** Rank and grade of sorted footings, by agency id. */
function placesOf(
  footings: readonly Footing[],
  first: Pick<AgencyDraft, 'scheme' | 'strict'> | null,
  { cohortComplete }: SettleOptions,
): ReadonlyMap<string, Place> {
  const ranks = ranksOf(footings)
  const pointless = first === null || isPointless(first.scheme)
  const grades = pointless ? [] : first.scheme.grades
  const graded =
    grades.length === 0
      ? []
      : gradeCohort(
          grades,
          footings.map((footing) => ({
            ...resultOf(footing),
            barred: footing.barred,
            mayBar: footing.mayBar,
          })),
          { complete: cohortComplete, strict: first?.strict ?? false },
        )
  return new Map(
    footings.map(({ id, measured }, i) => [
      id,
      {
        rank: measured && !pointless ? (ranks[i] ?? null) : null,
        graded: graded[i] ?? null,
      },
    ]),
  )
}

function placed(standing: Standing, places: ReadonlyMap<string, Place>): Scorecard {
  const { draft, total, conversion } = standing
  const place = places.get(draft.facts.agency.id)
  const card = cardOf(draft, total, conversion, place?.rank ?? null)
  if (!place?.graded) return card
  return { ...card, grade: place.graded.grade, gradeBecause: place.graded.because }
}

/** Grades that a veto bars, and those an unanswered one may. */
function barsOf({ scheme, vetoes }: AgencyDraft): Bars {
  const barred = (state: 'holds' | 'open') =>
    new Map(
      scheme.outside.vetoes
        .filter((veto) => vetoes.some((v) => v.id === veto.id && v.state === state))
        .flatMap((veto) => (veto.bars ?? []).map((id) => [id, veto.label] as const)),
    )
  return { barred: barred('holds'), mayBar: barred('open') }
}

// ── benchmarks ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a benchmark needs to know of all agencies it applies to, by criterion id. */
type Peers = Map<string, { best: Rational; unknown: boolean }>

function notePeers(peers: Peers, draft: AgencyDraft): void {
  for (const { criteria } of [...draft.indicators, ...outsideOf(draft)])
    for (const c of criteria)
      if (c.criterion.kind === 'benchmark' && c.state === 'open') {
        const known = peers.get(c.criterion.id) ?? { best: ZERO, unknown: false }
        const value = c.benchmark?.value ?? null
        if (value === null) known.unknown = true
        else known.best = greatest(known.best, value)
        peers.set(c.criterion.id, known)
      }
}

function againstPeers(
  { max }: IndicatorDraft,
  c: PricedCriterion,
  peers: Peers,
  complete: boolean,
): PricedCriterion {
  const own = c.benchmark?.value ?? null
  if (c.benchmark === null || own === null) return c
  const { best: peak, unknown } = peers.get(c.criterion.id) ?? { best: own, unknown: true }
  const best = greatest(peak, own)
  const rule = ruleOf(max, c.criterion)
  if (best.n === 0n || own.n === 0n) {
    const why = best.n === 0n && complete ? '同组最高值为 0，不作除法' : '本单位数值为 0'
    return {
      ...c,
      state: c.benchmark.state,
      low: ZERO,
      high: ZERO,
      arithmetic: `0 × ${weightText(rule)} = 0`,
      because: `${c.because}；${why}`,
      ask: null,
    }
  }
  const earned = times(over(own, best), rule.weight)
  const text = `${exactText(own)} ÷ ${exactText(best)} × ${weightText(rule)}`
  if (!complete || unknown)
    return {
      ...c,
      low: ZERO,
      high: earned,
      arithmetic: `${text}，至多 ${exactText(earned)}`,
      because: `${c.because}；同组还有单位的数值未知，最高值未定`,
    }
  return {
    ...c,
    state: c.benchmark.state,
    low: earned,
    high: earned,
    arithmetic: `${text} = ${exactText(earned)}`,
    ask: null,
  }
}
