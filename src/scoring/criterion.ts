/**
 * Prices one criterion: findings and a person's input → an interval of score with its arithmetic in words. Decides which
 * formula applies and what comes before all formulas (missing rule text, not applicable, strict scoring).
 */
import { exactText, least, minus, type Rational, rational, times, ZERO } from '#base/rational'
import {
  type Criterion,
  givesPoints,
  type LeadPenaltyCriterion,
  outcomesOf,
} from '#model/criterion'
import type { InputValue, ScoreInput } from '#model/scorecard'
import { priceOverTarget, priceScale, priceTarget } from './amounts.ts'
import { priceAnswers } from './answers.ts'
import { appliesTo } from './applies.ts'
import { priceDeadline } from './deadlines.ts'
import { priceEvents } from './events.ts'
import type { Reading } from './evidence.ts'
import { priceItems, priceSeries } from './items.ts'
import { priceBenchmark, priceRatio } from './measures.ts'
import {
  collect,
  decisionOf,
  grounds,
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

/**
 * Prices a criterion for one agency. Total: unfit inputs leave it open and say so. `max` is the indicator's signed
 * figure for this agency, null in schemes without points.
 */
export function priceCriterion(
  context: PricingContext,
  max: Rational | null,
  criterion: Criterion,
): PricedCriterion {
  const rule = ruleOf(max, criterion, context.strict)
  const priced = withHints(context, priceRule(context, rule, criterion))
  if (rule.priced) return priced
  return { ...priced, low: ZERO, high: ZERO, arithmetic: priced.result ?? '不计分' }
}

/** Findings that settle nothing, laid beside what a person decides or has decided. */
function withHints(context: PricingContext, priced: PricedCriterion): PricedCriterion {
  // Where a person's word stands, what the checks found stays visible beside it.
  const overruled = priced.decision !== null && priced.findings.length === 0
  const hints = overruled ? outcomesOf(priced.criterion) : (priced.criterion.hints ?? [])
  if (hints.length === 0 || priced.state === 'not-applicable') return priced
  const evidence = collect(
    context,
    hints.map((ref) => ({ ref, stands: true as const })),
  )
  const told = evidence.flatMap((e) => e.readings).filter((r) => r.stands !== null)
  const findings = [...new Set([...priced.findings, ...told.map((r) => r.finding.id)])].sort()
  if (priced.state !== 'open') return { ...priced, findings }
  if (told.length === 0) {
    const silent = grounds(evidence.flatMap((e) => e.silent.map((one) => one.reason)))
    const why = silent === '' ? '检查没有发现可供参考的情况' : `没有检查结果可供参考：${silent}`
    return { ...priced, because: `${priced.because}；${why}` }
  }
  return {
    ...priced,
    findings,
    because: `${priced.because}；检查所见：${grounds(told.map((r) => r.because))}`,
    proposal: priced.proposal ?? hintText(told),
  }
}

function hintText(told: readonly Reading<true>[]): string {
  const times = (verdict: string) => told.filter((r) => r.verdict === verdict).length
  const [good, bad] = [times('pass'), times('fail')]
  const rest = told.length - good - bad
  const parts = [
    ...(good > 0 ? [`${good} 处符合`] : []),
    ...(bad > 0 ? [`${bad} 处有问题`] : []),
    ...(rest > 0 ? [`${rest} 处待核实`] : []),
  ]
  return `${parts.join('，')}（供评定参考）`
}

function priceRule(context: PricingContext, rule: Rule, criterion: Criterion): PricedCriterion {
  const off = context.strict || context.localOff.has(criterion.id)
  if (criterion.kind === 'not-ruled' || (criterion.kind === 'rest' && off))
    return {
      ...open(rule, '原文没有印出这一部分的评分细则，既不给满分也不给零分'),
      state: 'not-ruled',
      ask: null,
    }
  const input = context.facts.inputs.findLast((i) => i.target === criterion.id)
  if (input && !allFinite(input.value)) return unfit(rule, input.value)
  if (input?.value.kind === 'not-applicable')
    return { ...notApplicable(rule, input.reason), decision: decisionOf(input, '不适用') }
  const asked = appliesTo(context, criterion.appliesTo)
  if (asked === 'no') return notApplicable(rule, '本条不适用于该单位')
  if (asked === 'unknown' && !input)
    return open(rule, '名单以“等”结尾，没有列出该单位', { ask: '本条是否适用于该单位？' })
  // Where the conversion is ours alone, the source leaves the points to whoever assesses: their word stands, strictly too.
  if (input?.value.kind === 'score' && givesPoints(criterion)) return judged(rule, input)
  // A person's answer needs no rule of ours, except where the formula itself is ours.
  if (off && criterion.origin === 'local' && (!input || FORMULA.has(criterion.kind)))
    return open(
      rule,
      `计分办法为本地规定（${criterion.reason ?? ''}），${context.strict ? '严格口径' : '本次试算'}不采用`,
    )
  return finish(context, rule, criterion, input)
}

/** Kinds whose input is a quantity that only the formula turns into score. */
const FORMULA: ReadonlySet<string> = new Set([
  'benchmark',
  'target',
  'over-target',
  'series',
  'lead-penalty',
])

function allFinite(value: InputValue): boolean {
  const numbers = numbersOf(value)
  return numbers.every((n) => typeof n !== 'number' || Number.isFinite(n))
}

function numbersOf(value: InputValue): readonly unknown[] {
  if (value.kind === 'events') return Object.values(value.counts)
  if (value.kind === 'items') return Object.values(value.items)
  return value.kind === 'series' ? Object.values(value.passed) : Object.values(value)
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
    case 'award-each':
      return priceEvents(context, rule, criterion, input)
    case 'scale':
      return priceScale(context, rule, criterion, input)
    case 'deadline':
      return priceDeadline(context, rule, criterion, input)
    case 'target':
      return priceTarget(context, rule, criterion, input)
    case 'over-target':
      return priceOverTarget(context, rule, criterion, input)
    case 'series':
      return priceSeries(rule, criterion, input)
    case 'items':
      return priceItems(context, rule, criterion, input)
    case 'lead-penalty':
      return input ? leadPenalty(rule, criterion, input) : open(rule, '需录入上级扣分')
    case 'ratio':
      return priceRatio(context, rule, criterion, input)
    case 'benchmark':
      return priceBenchmark(context, rule, criterion.when, input)
    case 'rest':
      return open(rule, '随本指标的其他细则计分')
    case 'judgement':
      return input ? judged(rule, input) : open(rule, '需人工评定')
  }
}

/** 双倍扣减: the lead body loses a multiple of what the level above took off. */
function leadPenalty(
  rule: Rule,
  criterion: LeadPenaltyCriterion,
  input: ScoreInput,
): PricedCriterion {
  if (input.value.kind !== 'score') return unfit(rule, input.value)
  const given = rational(Math.abs(input.value.score))
  const lost = least(times(given, rational(criterion.factor)), rule.weight)
  return settled(rule, {
    earned: minus(rule.weight, lost),
    state: personState(rule),
    arithmetic: `−(${exactText(given)} × ${criterion.factor}) = ${exactText(minus(ZERO, lost))}`,
    because: input.reason,
    decision: decisionOf(input, String(input.value.score)),
  })
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
