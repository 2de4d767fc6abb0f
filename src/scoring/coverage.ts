/**
 * How much of a scheme can be settled by whom. Counts printed weight inside the total; it promises nothing about any
 * agency's score, and a missing rule stays a share of its own.
 */
import { plus, type Rational, toNumber, ZERO } from '#base/rational'
import { type Criterion, type PriceRef, pricesOf } from '#model/criterion'
import type { Indicator, Scheme, SchemeCoverage } from '#model/scheme'
import { carries } from './evidence.ts'
import { worthOf } from './pools.ts'
import { ruleOf } from './rule.ts'

export interface IndicatorCoverage extends SchemeCoverage {
  readonly id: string
  readonly path: readonly string[]
  readonly maxScore: number | null
}

/** Weights of the indicators inside the total; the four sum to the scheme's maxScore. */
export function schemeCoverage(scheme: Scheme): SchemeCoverage {
  return coverageOf(scheme, scheme.indicators, () => true)
}

/** The part of the coverage that rests on local rules, which strict scoring leaves to people. */
export function localCoverage(scheme: Scheme): SchemeCoverage {
  return coverageOf(scheme, scheme.indicators, (criterion) => criterion.origin === 'local')
}

/** The same per indicator, in the order of the table (`schemes show --coverage`). */
export function indicatorCoverage(scheme: Scheme): readonly IndicatorCoverage[] {
  return scheme.indicators.map((indicator) => ({
    id: indicator.id,
    path: indicator.path,
    maxScore: indicator.maxScore,
    ...coverageOf(scheme, [indicator], () => true),
  }))
}

/** One answer of a golden portal that settles something, with the facts that rules select by. */
export interface GoldenAnswer {
  readonly check: string
  readonly outcome: string
  readonly verdict: 'pass' | 'fail'
  readonly subject: string
  readonly facts: Readonly<Record<string, string | number | boolean>>
  /** Measured value; null where no rule goes by it. */
  readonly measure: number | null
}

/** A golden portal has produced a pass and a fail through the criterion; only then it counts as measured. */
export function isProven(criterion: Criterion, golden: readonly GoldenAnswer[]): boolean {
  const refs = pricesOf(criterion)
  const through = (verdict: GoldenAnswer['verdict']) =>
    refs.some((ref) =>
      golden.some(
        (one) =>
          one.check === ref.check &&
          one.verdict === verdict &&
          carries(one, timeless(ref.where)) &&
          (verdict === 'pass' || counts(one, ref)),
      ),
    )
  return through('pass') && through('fail')
}

/** The year of an edition is not another question: portals of today prove a rule on the reports of its own year. */
function timeless(where: PriceRef['where']): PriceRef['where'] {
  if (where === null) return null
  const { year: _, ...rest } = where
  return rest
}

/** A fail has to be one that the rule prices; a pass may be an answer that costs nothing. */
function counts({ outcome, measure }: GoldenAnswer, ref: PriceRef): boolean {
  return outcome === ref.outcome && (ref.above === undefined || (measure ?? 0) > ref.above)
}

/** The part of the machine's weight that golden portals have proven, per indicator id. */
export function provenCoverage(
  scheme: Scheme,
  golden: readonly GoldenAnswer[],
): ReadonlyMap<string, number> {
  return new Map(
    scheme.indicators.map((indicator) => [
      indicator.id,
      coverageOf(scheme, [indicator], (criterion) => isProven(criterion, golden)).machine,
    ]),
  )
}

function coverageOf(
  scheme: Scheme,
  indicators: readonly Indicator[],
  counts: (criterion: Criterion) => boolean,
): SchemeCoverage {
  const weights = new Map<Criterion['state'], Rational>()
  for (const indicator of indicators) {
    const { max } = worthOf(scheme, indicator, () => 'yes', false)
    for (const criterion of indicator.criteria.filter(counts)) {
      const { weight, priced } = ruleOf(max, criterion)
      if (!priced) continue
      weights.set(criterion.state, plus(weights.get(criterion.state) ?? ZERO, weight))
    }
  }
  const of = (mode: Criterion['state']) => toNumber(weights.get(mode) ?? ZERO)
  return {
    machine: of('machine'),
    assisted: of('assisted'),
    manual: of('manual'),
    notRuled: of('not-ruled'),
  }
}
