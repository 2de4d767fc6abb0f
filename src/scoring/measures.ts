/**
 * Rules that price a number: ratios of a sample, and own values for 标杆法 (whose peers settle.ts compares).
 */
import {
  exactText,
  greatest,
  least,
  over,
  plus,
  type Rational,
  rational,
  times,
  ZERO,
} from '#base/rational'
import type { PriceRef } from '#model/criterion'
import type { ScoreInput } from '#model/scorecard'
import type { PortalEvidence } from './evidence.ts'
import {
  collect,
  decisionOf,
  findingDecision,
  grounds,
  idsOf,
  NO_PORTAL,
  notApplicable,
  open,
  openGrounds,
  type PricedCriterion,
  type PricingContext,
  personState,
  type Rule,
  settled,
  unfit,
  weightText,
} from './rule.ts'

/** Settled measure of each portal a rule applies to (the least of its readings); null where it is unknown. */
function measures(evidence: readonly PortalEvidence<true>[]): readonly (Rational | null)[] {
  return evidence
    .filter((e) => e.silent.length > 0 || e.readings.some((r) => r.force !== 'neutral'))
    .map((e) => {
      const live = e.readings.filter((r) => r.force !== 'neutral' && r.force !== 'aside')
      const values = live.flatMap((r) => {
        const value = r.force === 'certain' ? r.finding.measure?.value : undefined
        return value !== undefined && Number.isFinite(value)
          ? [greatest(rational(value), ZERO)]
          : []
      })
      if (e.silent.length > 0 || values.length < live.length) return null
      return values.reduce<Rational | null>((a, b) => (a === null ? b : least(a, b)), null)
    })
}

/** What the findings measure: one value over all portals, unknown, or nothing the rule applies to. */
export function measured(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
): { evidence: readonly PortalEvidence<true>[]; value: Rational | null; applies: boolean } {
  const evidence = collect(
    context,
    when.map((ref) => ({ ref, stands: true as const })),
  )
  const values = measures(evidence)
  return {
    evidence,
    value: combineValues(rule, values),
    applies: evidence.length === 0 || values.length > 0,
  }
}

function combineValues(rule: Rule, values: readonly (Rational | null)[]): Rational | null {
  const known = values.filter((v) => v !== null)
  if (known.length === 0 || known.length < values.length) return null
  const { portals } = rule
  if (portals === 'unruled') return known.length === 1 ? (known[0] ?? null) : null
  const join = portals === 'sum' ? plus : portals === 'any' || portals === 'best' ? greatest : least
  return known.reduce(join)
}

export function priceRatio(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
  input: ScoreInput | undefined,
): PricedCriterion {
  if (input) {
    const { value } = input
    if (value.kind !== 'ratio') return unfit(rule, value)
    if (value.whole <= 0) return open(rule, '抽样数为 0，无法计算比例')
    const part = least(greatest(rational(value.part), ZERO), rational(value.whole))
    const earned = times(over(part, rational(value.whole)), rule.weight)
    return settled(rule, {
      earned,
      state: personState(rule),
      arithmetic: `${exactText(part)} ÷ ${value.whole} × ${weightText(rule)} = ${exactText(earned)}`,
      because: input.reason,
      decision: decisionOf(input, `${value.part}/${value.whole}`),
    })
  }
  const { evidence, value, applies } = measured(context, rule, when)
  if (evidence.length === 0) return open(rule, when.length === 0 ? '需人工抽查' : NO_PORTAL)
  const findings = idsOf(evidence)
  const readings = evidence.flatMap((e) => e.readings)
  if (!applies) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  if (value === null) return open(rule, openGrounds(evidence), { findings })
  const part = least(value, rational(1))
  const earned = times(part, rule.weight)
  return settled(rule, {
    earned,
    state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
    arithmetic: `${exactText(part)} × ${weightText(rule)} = ${exactText(earned)}`,
    because: grounds(readings.map((r) => r.because)),
    findings,
    decision: findingDecision(readings),
  })
}

export function priceBenchmark(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
  input: ScoreInput | undefined,
): PricedCriterion {
  if (input) {
    if (input.value.kind !== 'value') return unfit(rule, input.value)
    return open(rule, input.reason, {
      decision: decisionOf(input, String(input.value.value)),
      benchmark: {
        value: greatest(rational(input.value.value), ZERO),
        state: personState(rule),
      },
    })
  }
  const { evidence, value, applies } = measured(context, rule, when)
  const readings = evidence.flatMap((e) => e.readings)
  if (!applies) return notApplicable(rule, grounds(readings.map((r) => r.because)), idsOf(evidence))
  const reviewed = readings.some((r) => r.reviewed)
  const because = value === null ? '本单位数值未知' : grounds(readings.map((r) => r.because))
  return open(rule, because, {
    findings: idsOf(evidence),
    benchmark: { value, state: reviewed ? 'reviewed' : 'machine' },
  })
}
