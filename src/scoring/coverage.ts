/**
 * How much of a scheme can be settled by whom. Counts printed weight inside the total; it promises nothing about any
 * agency's score, and a missing rule stays a share of its own.
 */
import { plus, type Rational, toNumber, ZERO } from '#base/rational'
import { type Criterion, pricesOf } from '#model/criterion'
import type { Indicator, Scheme, SchemeCoverage } from '#model/scheme'
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

/** What golden portals have brought about: passes by check, fails by outcome and subject. */
export interface GoldenEvidence {
  readonly passed: ReadonlySet<string>
  readonly failed: readonly {
    readonly check: string
    readonly outcome: string
    readonly subject: string
  }[]
}

/** A golden portal has produced a pass and a fail through the criterion; only then it counts as measured. */
export function isProven(criterion: Criterion, golden: GoldenEvidence): boolean {
  const refs = pricesOf(criterion)
  return (
    refs.some((ref) => golden.passed.has(ref.check)) &&
    refs.some((ref) =>
      golden.failed.some(
        (one) =>
          one.check === ref.check &&
          one.outcome === ref.outcome &&
          (ref.where?.subject === undefined || ref.where.subject === one.subject),
      ),
    )
  )
}

/** The part of the machine's weight that golden portals have proven, per indicator id. */
export function provenCoverage(
  scheme: Scheme,
  golden: GoldenEvidence,
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
