/**
 * Exact drafts → finished cards of plain numbers: the one place where fractions become doubles, and where the states of
 * criteria become those of indicators and of the card.
 */
import { type Rational, sum, toNumber, ZERO } from '#base/rational'
import type { Indicator } from '#model/scheme'
import type {
  CriterionScore,
  IndicatorScore,
  IndicatorState,
  OutsideScore,
  Scorecard,
  ScoreRange,
} from '#model/scorecard'
import type { AgencyDraft, IndicatorDraft } from './agency.ts'
import type { PricedCriterion } from './rule.ts'
import { addTotals, certain, indicatorTotal, outsideOf, type Total } from './totals.ts'

const SETTLED: ReadonlySet<string> = new Set(['machine', 'reviewed', 'manual'])

/** Something of the agency was measured or judged. */
export function measured(indicators: readonly IndicatorDraft[]): boolean {
  return indicators.some((d) => d.criteria.some((c) => SETTLED.has(c.state)))
}

function weightWhere(draft: AgencyDraft, which: (criterion: PricedCriterion) => boolean): Rational {
  return sum(draft.indicators.flatMap((d) => d.criteria.filter(which).map((c) => c.worth ?? ZERO)))
}

export function rangeOf(total: { low: Rational; high: Rational }): ScoreRange {
  return [toNumber(total.low), toNumber(total.high)]
}

/** What of a rule is ours, in words; null where all of it is printed. `split`: why its points are a share of ours. */
function localReason({ criterion }: PricedCriterion, split: string | null): string | null {
  const capped =
    'cap' in criterion && criterion.cap === 'local'
      ? '原文没有印出封顶，以本条分值为限（本地规定）'
      : null
  const own = criterion.origin === 'local' ? criterion.reason : null
  const all = [own, capped, split].filter((part) => part !== null)
  return all.length === 0 ? null : all.join('；')
}

/** Why the points of an indicator that prints none, or less than its parts, are ours. */
function splitOf({ scheme }: AgencyDraft, { path, maxScore, capped }: Indicator): string | null {
  if (capped !== undefined) return `各条合计超过本指标分值的，以分值为限（本地规定）：${capped}`
  if (maxScore !== null) return null
  const pool = scheme.pools.find((one) => one.path.every((name, i) => path[i] === name))
  return pool?.origin === 'local' ? pool.reason : null
}

function criterionScore(c: PricedCriterion, split: string | null = null): CriterionScore {
  return {
    id: c.criterion.id,
    share: c.criterion.share,
    maxScore: c.worth === null ? null : toNumber(c.worth),
    kind: c.criterion.kind,
    summary: c.criterion.summary,
    origin: c.criterion.origin,
    reason: localReason(c, split),
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

function indicatorScore(draft: IndicatorDraft, split: string | null): IndicatorScore {
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
    criteria: draft.criteria.map((c) => criterionScore(c, split)),
    zeroed: draft.zeroed,
    openZeroNotes: draft.openZeroNotes,
  }
}

export function outsideScores(drafts: readonly IndicatorDraft[]): readonly OutsideScore[] {
  return drafts.flatMap(({ indicator, criteria }) =>
    criteria.map((c) => ({ ...criterionScore(c), path: indicator.path })),
  )
}

/** The card without grade. */
export function cardOf(
  draft: AgencyDraft,
  total: Total,
  conversion: Total | null,
  rank: number | null,
): Scorecard {
  const { agency } = draft.facts
  const byMachine = draft.indicators.flatMap((d) => d.criteria).filter((c) => c.state === 'machine')
  const indicators = draft.indicators.map((d) => indicatorScore(d, splitOf(draft, d.indicator)))
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
    converted: converted(conversion),
    grade: null,
    vetoes: draft.vetoes.filter((v) => v.state === 'holds').map((v) => v.label),
    bonus: toNumber(addTotals(draft.bonus.map(indicatorTotal)).settled),
    deductions: toNumber(addTotals(draft.deductions.map(indicatorTotal)).settled),
    rank,
    measured: measured(draft.indicators),
    indicators,
    outside: {
      bonus: outsideScores(draft.bonus),
      deductions: outsideScores(draft.deductions),
      vetoes: draft.vetoes,
      external: outsideScores(draft.external),
    },
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
