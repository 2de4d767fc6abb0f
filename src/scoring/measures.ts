/**
 * Amounts that findings give: a measure, or findings counted one by one; and the rules that price them at once, ratios of
 * a sample and own values for 标杆法 (whose peers settle.ts compares).
 */
import {
  exactText,
  greatest,
  least,
  over,
  plus,
  type Rational,
  rational,
  same,
  times,
  ZERO,
} from '#base/rational'
import type { Measure } from '#model/check'
import type { CountedAnswers, PriceRef, RatioCriterion } from '#model/criterion'
import type { ScoreInput } from '#model/scorecard'
import type { PortalEvidence, Reading } from './evidence.ts'
import {
  collect,
  combine,
  decisionOf,
  findingDecision,
  firstAsk,
  grounds,
  type Interval,
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

const HUNDRED = rational(100)

/** What findings say of an amount: the amount that is certain, or the one they propose to a person. */
export interface Measured {
  readonly evidence: readonly PortalEvidence<true>[]
  /** Null: not known for certain. */
  readonly value: Rational | null
  /** Where `value` is null: what it would be if a person took the findings as they are; null: unknown too. */
  readonly proposed: Rational | null
  readonly applies: boolean
}

/**
 * One value over all findings and portals. `unit`: the unit the rule counts in, null when any will do. Of several
 * findings of one portal the worst counts: the least, or the greatest where `lessIsBetter` (a lag).
 */
export function measured(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
  { unit = null, lessIsBetter = false }: { unit?: string | null; lessIsBetter?: boolean } = {},
): Measured {
  const evidence = collect(
    context,
    when.map((ref) => ({ ref, stands: true as const })),
  )
  const applying = evidence.filter(
    (e) => e.silent.length > 0 || e.readings.some((r) => r.force !== 'neutral'),
  )
  const [better, worse] = lessIsBetter ? [least, greatest] : [greatest, least]
  const altogether = (believed: (reading: Reading<true>) => boolean) =>
    combineValues(
      rule,
      applying.map((e) => portalValue(e, unit, worse, believed)),
      better,
      worse,
    )
  const value = altogether((r) => r.force === 'certain')
  return {
    evidence,
    value,
    proposed: value ?? altogether((r) => r.stands === true),
    applies: evidence.length === 0 || applying.length > 0,
  }
}

type Pick2 = (a: Rational, b: Rational) => Rational

function portalValue(
  { readings, silent }: PortalEvidence<true>,
  unit: string | null,
  worse: Pick2,
  believed: (reading: Reading<true>) => boolean,
): Rational | null {
  const live = readings.filter((r) => r.force !== 'neutral' && r.force !== 'aside')
  const values = live.flatMap((r) => (believed(r) ? (amountIn(unit, r.finding.measure) ?? []) : []))
  if (silent.length > 0 || values.length < live.length) return null
  return values.length === 0 ? null : values.reduce(worse)
}

/** A measure in the unit of a rule; null when it is none, or of another unit. A share fills a rule in %. */
function amountIn(unit: string | null, measure: Measure | null): Rational | null {
  if (measure === null || !Number.isFinite(measure.value)) return null
  const value = greatest(rational(measure.value), ZERO)
  if (unit === '%') return measure.unit === 'share' ? times(value, HUNDRED) : null
  if (unit === '工作日') return measure.unit === 'working-days' ? value : null
  if (unit === '天') return measure.unit === 'days' ? value : null
  return value
}

function combineValues(
  rule: Rule,
  values: readonly (Rational | null)[],
  better: Pick2,
  worse: Pick2,
): Rational | null {
  const known = values.filter((v) => v !== null)
  if (known.length === 0 || known.length < values.length) return null
  const { portals } = rule
  if (portals === 'unruled') return known.length === 1 ? (known[0] ?? null) : null
  return known.reduce(
    portals === 'sum' ? plus : portals === 'any' || portals === 'best' ? better : worse,
  )
}

// ── findings counted one by one ─────────────────────────────────────────────────────────────────────────────────

/** How many of the findings counted are met: surely at least, possibly at most, of how many. */
export interface Counted {
  readonly met: number
  readonly most: number
  readonly whole: number
}

/**
 * Findings of a rule counted per portal; a finding nobody decided may be met or not. Null for a portal that nothing
 * applies to; `whole` 0 for one whose checks said nothing.
 */
export function countedOf(
  context: PricingContext,
  { met, unmet }: CountedAnswers,
): { evidence: readonly PortalEvidence<boolean>[]; counts: readonly Counted[] } {
  const evidence = collect(context, [
    ...met.map((ref) => ({ ref, stands: true })),
    ...unmet.map((ref) => ({ ref, stands: false })),
  ])
  const counts = evidence.flatMap(({ readings, silent }): Counted[] => {
    if (silent.length > 0) return [{ met: 0, most: 0, whole: 0 }]
    const live = readings.filter((r) => r.force !== 'neutral' && r.force !== 'aside')
    if (live.length === 0) return []
    const sure = (answer: boolean) =>
      live.filter((r) => r.force === 'certain' && r.stands === answer).length
    return [{ met: sure(true), most: live.length - sure(false), whole: live.length }]
  })
  return { evidence, counts }
}

/** Share of the counted that is met, at least and at most; all is possible where nothing was counted. */
export function shareOf({ met, most, whole }: Counted): Interval {
  if (whole === 0) return { low: ZERO, high: rational(1) }
  return { low: over(rational(met), rational(whole)), high: over(rational(most), rational(whole)) }
}

/** "2 处符合，1 处不符合": what the findings say, those only proposed to a person included. */
export function countText(evidence: readonly PortalEvidence<boolean>[]): string {
  const live = evidence
    .flatMap((e) => e.readings)
    .filter((r) => r.force !== 'neutral' && r.force !== 'aside')
  const times = (answer: boolean | null) => live.filter((r) => r.stands === answer).length
  const open = times(null)
  const parts = [`${times(true)} 处符合`, `${times(false)} 处不符合`]
  return [...parts, ...(open > 0 ? [`${open} 处待核实`] : [])].join('，')
}

function priceCounted(
  context: PricingContext,
  rule: Rule,
  counted: CountedAnswers,
): PricedCriterion {
  const { evidence, counts } = countedOf(context, counted)
  if (evidence.length === 0) return open(rule, NO_PORTAL)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  const span = combine(counts.map(shareOf), rule.portals)
  if (span === null) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const unmet = (which: (reading: Reading<boolean>) => boolean) =>
    rule.criterion.unlessChargedElsewhere
      ? []
      : readings.filter((r) => r.stands === false && which(r)).map((r) => r.finding.identity)
  const charged = {
    sure: unmet((r) => r.force === 'certain'),
    maybe: unmet((r) => r.force === 'proposal'),
  }
  const earned = { low: times(span.low, rule.weight), high: times(span.high, rule.weight) }
  if (!same(span.low, span.high))
    return open(rule, openGrounds(evidence), {
      earned,
      findings,
      charged,
      proposal: readings.length === 0 ? null : countText(evidence),
      ask: firstAsk(rule, readings),
      decision: findingDecision(readings),
    })
  const chosen = counts.find((one) => same(shareOf(one).low, span.low))
  const share = chosen ? `${chosen.met} ÷ ${chosen.whole}` : exactText(span.low)
  return settled(rule, {
    earned: earned.low,
    state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
    arithmetic: `${share} × ${weightText(rule)} = ${exactText(earned.low)}`,
    because: grounds(readings.map((r) => r.because)),
    findings,
    charged,
    result: countText(evidence),
    decision: findingDecision(readings),
  })
}

export function priceRatio(
  context: PricingContext,
  rule: Rule,
  { when, counted }: Pick<RatioCriterion, 'when' | 'counted'>,
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
  if (counted !== null) return priceCounted(context, rule, counted)
  const { evidence, value, proposed, applies } = measured(context, rule, when)
  if (evidence.length === 0) return open(rule, when.length === 0 ? '需人工抽查' : NO_PORTAL)
  const findings = idsOf(evidence)
  const readings = evidence.flatMap((e) => e.readings)
  if (!applies) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const part = least(value ?? proposed ?? ZERO, rational(1))
  const earned = times(part, rule.weight)
  if (value === null)
    return open(rule, openGrounds(evidence), {
      findings,
      proposal: proposed === null ? null : `测得 ${exactText(times(part, HUNDRED))}%`,
    })
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
