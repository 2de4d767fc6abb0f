/**
 * Prices one criterion: findings and a person's input → an interval of score with its arithmetic in words. Decides which
 * formula applies and what comes before all formulas (missing rule text, not applicable, strict scoring).
 */
import { exactText, minus, rational } from '#base/rational'
import type { Criterion, Indicator } from '#model/scheme'
import type { InputValue, ScoreInput } from '#model/scorecard'
import { priceAnswers } from './answers.ts'
import { priceEvents } from './events.ts'
import { priceBenchmark, priceRatio } from './measures.ts'
import {
  decisionOf,
  notApplicable,
  open,
  type PricedCriterion,
  type PricingContext,
  personState,
  type Rule,
  ruleOf,
  settled,
  unfit,
} from './rule.ts'

/** Prices a criterion for one agency. Total: unfit inputs leave it open and say so. */
export function priceCriterion(
  context: PricingContext,
  indicator: Indicator,
  criterion: Criterion,
): PricedCriterion {
  const rule = ruleOf(indicator, criterion, context.strict)
  if (criterion.kind === 'not-ruled')
    return {
      ...open(rule, '原文没有印出这一部分的评分细则，既不给满分也不给零分'),
      state: 'not-ruled',
      ask: null,
    }
  const input = context.facts.inputs.findLast((i) => i.target === criterion.id)
  if (input && !allFinite(input.value)) return unfit(rule, input.value)
  if (input?.value.kind === 'not-applicable')
    return { ...notApplicable(rule, input.reason), decision: decisionOf(input, '不适用') }
  // A person's answer needs no rule of ours, except where the formula itself is ours.
  if (context.strict && criterion.origin === 'local' && (!input || criterion.kind === 'benchmark'))
    return open(rule, `计分办法为本地规定（${criterion.reason ?? ''}），严格口径不采用`)
  return finish(context, rule, criterion, input)
}

function allFinite(value: InputValue): boolean {
  const numbers = value.kind === 'events' ? Object.values(value.counts) : Object.values(value)
  return numbers.every((n) => typeof n !== 'number' || Number.isFinite(n))
}

function finish(
  context: PricingContext,
  rule: Rule,
  criterion: Exclude<Criterion, { kind: 'not-ruled' }>,
  input: ScoreInput | undefined,
): PricedCriterion {
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers':
      return priceAnswers(context, rule, criterion.answers, input)
    case 'deduct-each':
      return priceEvents(context, rule, criterion.events, criterion.cap === 'local', input)
    case 'ratio':
      return priceRatio(context, rule, criterion.when, input)
    case 'benchmark':
      return priceBenchmark(context, rule, criterion.when, input)
    case 'judgement':
      return input ? judged(rule, input) : open(rule, '需人工评定')
  }
}

function judged(rule: Rule, input: ScoreInput): PricedCriterion {
  if (input.value.kind !== 'score') return unfit(rule, input.value)
  const given = rational(Math.abs(input.value.score))
  const earned = rule.deduction ? minus(rule.weight, given) : given
  const top = exactText(rule.weight)
  return settled(rule, {
    earned,
    state: personState(rule),
    arithmetic: `评定 ${input.value.score}（${rule.deduction ? '至多扣' : '满分'} ${top}）`,
    because: input.reason,
    decision: decisionOf(input, String(input.value.score)),
  })
}
