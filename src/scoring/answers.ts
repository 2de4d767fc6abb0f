/**
 * Yes-no and tier rules: the answer a portal's worst finding gives, combined over portals. A proposal, an unsure or a
 * missing finding leaves the whole worth open.
 */
import { compare, exactText, type Rational, same, ZERO } from '#base/rational'
import type { Answer } from '#model/criterion'
import type { ScoreInput } from '#model/scorecard'
import type { PortalEvidence, Reading } from './evidence.ts'
import {
  collect,
  combine,
  decisionOf,
  figureText,
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
  points,
  type Rule,
  settled,
  unfit,
  weightText,
} from './rule.ts'

function answerText(rule: Rule, answer: Answer): string {
  const score = exactText(points(rule, answer.worth))
  return rule.criterion.share === null ? score : `${figureText(rule, answer.worth)} = ${score}`
}

export function priceAnswers(
  context: PricingContext,
  rule: Rule,
  answers: readonly Answer[],
  input: ScoreInput | undefined,
): PricedCriterion {
  const prices = answers.flatMap((stands) => stands.when.map((ref) => ({ ref, stands })))
  const evidence = collect(context, prices)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  const lost = (earned: Rational) => compare(earned, rule.weight) < 0
  if (input) {
    const { value } = input
    const answer = value.kind === 'answer' ? answers.find((a) => a.id === value.answer) : undefined
    if (!answer) return unfit(rule, value)
    return settled(rule, {
      earned: points(rule, answer.worth),
      state: personState(rule),
      arithmetic: answerText(rule, answer),
      because: input.reason,
      findings,
      decision: decisionOf(input, answer.label),
      result: answer.label,
      charged: {
        sure: lost(points(rule, answer.worth)) ? chargedBy(rule, readings, () => true) : [],
        maybe: [],
      },
    })
  }
  if (prices.length === 0) return open(rule, '需人工评定')
  if (context.facts.portals.length === 0) return open(rule, NO_PORTAL)
  const value = (reading: Reading<Answer>): Rational | null => {
    if (reading.force !== 'certain' || reading.stands === null) return null
    const earned = points(rule, reading.stands.worth)
    return context.spared.has(reading.finding.identity) ? rule.weight : earned
  }
  const spans = evidence.flatMap((e) => answerSpan(rule, e, value) ?? [])
  const span = combine(spans, rule.portals)
  if (span === null) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  if (same(span.low, span.high)) {
    const deciding = readings.filter((r) => {
      const v = value(r)
      return v !== null && same(v, span.low)
    })
    const spared = deciding.some((r) => context.spared.has(r.finding.identity))
    const first = deciding[0]?.stands
    return settled(rule, {
      earned: span.low,
      state: deciding.some((r) => r.reviewed) ? 'reviewed' : 'machine',
      arithmetic:
        spared || !first ? `${weightText(rule)} = ${exactText(span.low)}` : answerText(rule, first),
      because: spared
        ? `${grounds(deciding.map((r) => r.because))}（同一问题已在其他指标扣分，此处不重复扣分）`
        : grounds(deciding.map((r) => r.because)),
      findings,
      result: first?.label ?? null,
      decision: findingDecision(deciding),
      charged: {
        sure: lost(span.low) ? chargedBy(rule, readings, (r) => r.force === 'certain') : [],
        maybe: [],
      },
    })
  }
  const proposals = readings.flatMap((r) => (r.force === 'open' || !r.stands ? [] : [r.stands]))
  const worst = proposals.reduce<Answer | null>(
    (a, b) => (a === null || b.worth < a.worth ? b : a),
    null,
  )
  return open(rule, openGrounds(evidence), {
    earned: span,
    ask: firstAsk(rule, readings),
    findings,
    proposal: worst?.label ?? null,
    decision: findingDecision(readings),
    charged: {
      sure: lost(span.high) ? chargedBy(rule, readings, (r) => r.force === 'certain') : [],
      maybe: chargedBy(rule, readings, () => true),
    },
  })
}

/** One portal: the worst of its readings counts; null when nothing applies to it. */
function answerSpan(
  rule: Rule,
  evidence: PortalEvidence<Answer>,
  value: (reading: Reading<Answer>) => Rational | null,
): Interval | null {
  const whole: Interval = { low: ZERO, high: rule.weight }
  const spans = evidence.readings
    .filter((r) => r.force !== 'neutral' && r.force !== 'aside')
    .map((r) => {
      const v = value(r)
      return v === null ? whole : { low: v, high: v }
    })
  return combine([...spans, ...evidence.silent.map(() => whole)], 'worst')
}

/** Identities of findings that stand for less than the full worth. */
function chargedBy(
  rule: Rule,
  readings: readonly Reading<Answer>[],
  which: (reading: Reading<Answer>) => boolean,
): readonly string[] {
  if (rule.criterion.unlessChargedElsewhere) return []
  return readings
    .filter((r) => r.force !== 'neutral' && which(r))
    .filter((r) => r.stands === null || compare(points(rule, r.stands.worth), rule.weight) < 0)
    .map((r) => r.finding.identity)
}
