/**
 * How much of a scheme can be settled by whom. Counts printed weight inside the total; it promises nothing about any
 * agency's score, and a missing rule stays a share of its own.
 */
import { plus, type Rational, toNumber, ZERO } from '#base/rational'
import type { Criterion, Indicator, Scheme, SchemeCoverage } from '#model/scheme'
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
