/**
 * From exact drafts of a cohort to finished scorecards: benchmarks (标杆法) against the best peer, sums, intervals,
 * ranks, and the one conversion to plain numbers. Sorting and ties are deterministic.
 */
import {
  compare,
  exactText,
  greatest,
  least,
  over,
  plus,
  type Rational,
  rational,
  sum,
  times,
  toNumber,
  ZERO,
} from '#base/rational'
import type {
  CriterionScore,
  IndicatorScore,
  IndicatorState,
  OutsideScore,
  Scorecard,
  ScoreRange,
} from '#model/scorecard'
import type { AgencyDraft, IndicatorDraft } from './agency.ts'
import { type Bars, gradeCohort } from './grades.ts'
import { type PricedCriterion, ruleOf, weightText } from './rule.ts'

export interface SettleOptions {
  /** Every agency the benchmarks compare is among the drafts; false keeps benchmarks open. */
  readonly cohortComplete: boolean
}

export interface Total {
  readonly settled: Rational
  readonly low: Rational
  readonly high: Rational
}

/** One agency after its peers are known, still exact. */
export interface Standing {
  readonly draft: AgencyDraft
  readonly total: Total
  /** Something of it was measured or judged. */
  readonly measured: boolean
}

const SETTLED: ReadonlySet<string> = new Set(['machine', 'reviewed', 'manual'])

/** Benchmarks compared and everything added up; best first, agencies of which nothing was measured last. */
export function standings(
  drafts: readonly AgencyDraft[],
  options: SettleOptions,
): readonly Standing[] {
  const peers = peerValues(drafts)
  const rows = drafts.map((draft) => {
    const fill = (d: IndicatorDraft): IndicatorDraft => ({
      ...d,
      criteria: d.criteria.map((c) =>
        c.benchmark === null
          ? c
          : againstPeers(d, c, peers.get(c.criterion.id) ?? [], options.cohortComplete),
      ),
    })
    const full = {
      ...draft,
      indicators: draft.indicators.map(fill),
      bonus: draft.bonus.map(fill),
      deductions: draft.deductions.map(fill),
      external: draft.external.map(fill),
    }
    return { draft: full, total: totalOf(full), measured: measured(full) }
  })
  return rows.sort(
    (a, b) =>
      Number(b.measured) - Number(a.measured) ||
      byTotal(a, b) ||
      (a.draft.facts.agency.id < b.draft.facts.agency.id ? -1 : 1),
  )
}

/** Best first: what is certain, then what is possible. */
export function byTotal(a: { total: Total }, b: { total: Total }): number {
  return compare(b.total.settled, a.total.settled) || compare(b.total.high, a.total.high)
}

/** 1 for the best of rows sorted by `byTotal`; equal results share a rank. */
export function ranksOf(rows: readonly { readonly total: Total }[]): readonly number[] {
  const ranks: number[] = []
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const ties = before !== undefined && byTotal(before, row) === 0
    ranks.push(ties ? (ranks[i - 1] ?? i) : i + 1)
  })
  return ranks
}

/** Scorecards of the cohort, best first; agencies of which nothing was measured come last, without rank. */
export function settle(
  drafts: readonly AgencyDraft[],
  options: SettleOptions,
): readonly Scorecard[] {
  const rows = standings(drafts, options)
  const ranks = ranksOf(rows)
  const conversions = rows.map((row) => conversionOf(row.draft))
  const scheme = drafts[0]?.scheme
  const graded =
    scheme === undefined || scheme.grades.length === 0
      ? []
      : gradeCohort(
          scheme.grades,
          rows.map(({ draft, total }, i) => ({
            ...(conversions[i] ?? total),
            ...barsOf(draft),
          })),
          { complete: options.cohortComplete, strict: drafts.some((d) => d.strict) },
        )
  return rows.map((row, i) => ({
    ...cardOf(row, row.measured && scheme?.maxScore !== null ? (ranks[i] ?? null) : null),
    converted: converted(conversions[i] ?? null),
    ...(graded[i] ? { grade: graded[i].grade, gradeBecause: graded[i].because } : {}),
  }))
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

// ── conversion ──────────────────────────────────────────────────────────────────────────────────────────────────

const HUNDRED = rational(100)

/** 得分 ÷ 适用分值 × 100 with what stands outside the table added as it is; null where there is no such rule. */
function conversionOf(draft: AgencyDraft): Total | null {
  const { conversion, maxScore } = draft.scheme
  if (conversion === null || maxScore === null) return null
  if (draft.strict && conversion.origin === 'local') return null
  const row = (d: IndicatorDraft) => ({
    total: indicatorTotal(d),
    worth: sum(d.criteria.map((c) => (c.state === 'not-applicable' ? ZERO : (c.worth ?? ZERO)))),
  })
  const sure = draft.indicators.filter((d) => d.applies !== 'unknown').map(row)
  const doubtful = draft.indicators.filter((d) => d.applies === 'unknown').map(row)
  const add = (rows: readonly { worth: Rational }[]) => sum(rows.map((r) => r.worth))
  const applicable = plus(add(sure), add(doubtful))
  if (applicable.n === 0n) return null
  const inside = addTotals([...sure, ...doubtful].map((r) => r.total))
  const outside = addTotals(outsideOf(draft).map(indicatorTotal))
  const percent = (part: Rational, whole: Rational) => times(over(part, whole), HUNDRED)
  // A row that may not apply is left out of the best case where it would lower the quotient.
  let high = addTotals(sure.map((r) => r.total)).high
  let whole = add(sure)
  const ratio = (r: { total: Total; worth: Rational }) =>
    r.worth.n === 0n ? ZERO : over(r.total.high, r.worth)
  for (const r of [...doubtful].sort((a, b) => compare(ratio(b), ratio(a))))
    if (whole.n === 0n || compare(times(r.total.high, whole), times(high, r.worth)) > 0) {
      high = plus(high, r.total.high)
      whole = plus(whole, r.worth)
    }
  return {
    settled: plus(percent(inside.settled, applicable), outside.settled),
    low: plus(percent(inside.low, applicable), outside.low),
    high: plus(percent(high, whole), outside.high),
  }
}

function converted(total: Total | null): Scorecard['converted'] {
  if (total === null) return null
  return {
    score: toNumber(total.settled),
    rule: '得分 ÷ 适用分值 × 100',
    range: rangeOf(total),
  }
}

// ── benchmarks ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Own values of all agencies a benchmark applies to, by criterion id; null for a value not known. */
function peerValues(drafts: readonly AgencyDraft[]): Map<string, (Rational | null)[]> {
  const values = new Map<string, (Rational | null)[]>()
  for (const draft of drafts)
    for (const { criteria } of [...draft.indicators, ...outsideOf(draft)])
      for (const c of criteria)
        if (c.criterion.kind === 'benchmark' && c.state === 'open') {
          const list = values.get(c.criterion.id) ?? []
          list.push(c.benchmark?.value ?? null)
          values.set(c.criterion.id, list)
        }
  return values
}

function againstPeers(
  { max }: IndicatorDraft,
  c: PricedCriterion,
  peers: readonly (Rational | null)[],
  complete: boolean,
): PricedCriterion {
  const own = c.benchmark?.value ?? null
  if (c.benchmark === null || own === null) return c
  const rule = ruleOf(max, c.criterion)
  const best = peers.reduce<Rational>((a, b) => (b === null ? a : greatest(a, b)), own)
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
  if (!complete || peers.includes(null))
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

// ── sums ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The end nearest 0 is certain: earned at least, lost at least. */
function certain(c: PricedCriterion): Rational {
  return c.worth !== null && c.worth.n < 0n ? c.high : c.low
}

function criteriaTotal(criteria: readonly PricedCriterion[]): Total {
  return {
    settled: sum(criteria.map(certain)),
    low: sum(criteria.map((c) => c.low)),
    high: sum(criteria.map((c) => c.high)),
  }
}

/** Parts printed with more than their indicator (the loader warns) never earn more than the indicator's figure. */
function capped({ max }: IndicatorDraft, total: Total): Total {
  if (max === null || max.n < 0n) return total
  return {
    settled: least(total.settled, max),
    low: least(total.low, max),
    high: least(total.high, max),
  }
}

/** Sum of an indicator's criteria; an unanswered zeroing note may still wipe it. */
export function indicatorTotal(draft: IndicatorDraft): Total {
  const total = capped(draft, criteriaTotal(draft.criteria))
  return draft.openZeroNotes.length > 0 ? { ...total, low: ZERO } : total
}

export function addTotals(totals: readonly Total[]): Total {
  return {
    settled: sum(totals.map((t) => t.settled)),
    low: sum(totals.map((t) => t.low)),
    high: sum(totals.map((t) => t.high)),
  }
}

function totalOf(draft: AgencyDraft): Total {
  return addTotals([...draft.indicators, ...outsideOf(draft)].map(indicatorTotal))
}

function outsideOf(draft: AgencyDraft): readonly IndicatorDraft[] {
  return [...draft.bonus, ...draft.deductions, ...draft.external]
}

function measured(draft: AgencyDraft): boolean {
  return draft.indicators.some((d) => d.criteria.some((c) => SETTLED.has(c.state)))
}

function weightWhere(draft: AgencyDraft, which: (criterion: PricedCriterion) => boolean): Rational {
  return sum(draft.indicators.flatMap((d) => d.criteria.filter(which).map((c) => c.worth ?? ZERO)))
}

// ── plain numbers ───────────────────────────────────────────────────────────────────────────────────────────────

export function rangeOf(total: { low: Rational; high: Rational }): ScoreRange {
  return [toNumber(total.low), toNumber(total.high)]
}

function criterionScore(c: PricedCriterion): CriterionScore {
  return {
    id: c.criterion.id,
    share: c.criterion.share,
    maxScore: c.worth === null ? null : toNumber(c.worth),
    kind: c.criterion.kind,
    summary: c.criterion.summary,
    origin: c.criterion.origin,
    state: c.state,
    settled: toNumber(certain(c)),
    score: SETTLED.has(c.state) && c.worth !== null ? toNumber(c.low) : null,
    range: rangeOf(c),
    arithmetic: c.arithmetic,
    because: c.because,
    ask: c.ask,
    findings: c.findings,
    proposal: c.proposal,
    decision: c.decision,
    result: c.result,
    drawn: c.drawn,
  }
}

function indicatorState(draft: IndicatorDraft): IndicatorState {
  const states = draft.criteria.map((c) => c.state).filter((s) => s !== 'not-applicable')
  if (states.length === 0) return 'not-applicable'
  if (states.every((s) => s === 'not-ruled')) return 'not-ruled'
  const done = states.filter((s) => SETTLED.has(s)).length
  if (done === states.length && draft.openZeroNotes.length === 0) return 'settled'
  return done > 0 ? 'part' : 'open'
}

function indicatorScore(draft: IndicatorDraft): IndicatorScore {
  const total = indicatorTotal(draft)
  const state = indicatorState(draft)
  return {
    id: draft.indicator.id,
    path: draft.indicator.path,
    maxScore: draft.indicator.maxScore ?? (draft.max === null ? null : toNumber(draft.max)),
    settled: toNumber(total.settled),
    range: rangeOf(total),
    score: state === 'settled' && draft.max !== null ? toNumber(total.settled) : null,
    state,
    criteria: draft.criteria.map(criterionScore),
    zeroed: draft.zeroed,
    openZeroNotes: draft.openZeroNotes,
  }
}

export function outsideScores(drafts: readonly IndicatorDraft[]): readonly OutsideScore[] {
  return drafts.flatMap(({ indicator, criteria }) =>
    criteria.map((c) => ({ ...criterionScore(c), path: indicator.path })),
  )
}

function cardOf({ draft, total, measured }: Standing, rank: number | null): Scorecard {
  const { agency } = draft.facts
  const byMachine = draft.indicators.flatMap((d) => d.criteria).filter((c) => c.state === 'machine')
  const indicators = draft.indicators.map(indicatorScore)
  const everySettled = indicators.every(
    (i) => i.state === 'settled' || i.state === 'not-applicable',
  )
  const outsideSettled = outsideOf(draft).every((d) =>
    ['settled', 'not-applicable'].includes(indicatorState(d)),
  )
  return {
    agency: { id: agency.id, name: agency.name, group: agency.group },
    maxScore: draft.scheme.maxScore,
    settled: toNumber(total.settled),
    range: rangeOf(total),
    score:
      everySettled && outsideSettled && draft.scheme.maxScore !== null
        ? toNumber(total.settled)
        : null,
    machine: {
      score: toNumber(sum(byMachine.map((c) => c.low))),
      maxScore: toNumber(sum(byMachine.map((c) => c.worth ?? ZERO))),
    },
    notApplicable: toNumber(weightWhere(draft, (c) => c.state === 'not-applicable')),
    notRuled: toNumber(weightWhere(draft, (c) => c.state === 'not-ruled')),
    converted: null,
    grade: null,
    vetoes: draft.vetoes.filter((v) => v.state === 'holds').map((v) => v.label),
    bonus: toNumber(addTotals(draft.bonus.map(indicatorTotal)).settled),
    deductions: toNumber(addTotals(draft.deductions.map(indicatorTotal)).settled),
    rank,
    measured,
    indicators,
    outside: {
      bonus: outsideScores(draft.bonus),
      deductions: outsideScores(draft.deductions),
      vetoes: draft.vetoes,
      external: outsideScores(draft.external),
    },
  }
}
