/**
 * Rules on an amount or a day: printed steps, deadlines, targets with shortfall and surplus. The amount comes from a
 * person or from what checks measured; a year without a holiday table leaves a lag in working days open.
 */
import { daysBetween } from '#base/day'
import {
  compare,
  exactText,
  fraction,
  greatest,
  least,
  minus,
  over,
  plus,
  type Rational,
  rational,
  same,
  times,
  ZERO,
} from '#base/rational'
import type {
  OverTargetCriterion,
  PriceRef,
  ScaleCriterion,
  ScaleStep,
  TargetCriterion,
} from '#model/criterion'
import type { CivilDay } from '#model/page'
import type { CardDecision, CriterionState, InputValue, ScoreInput } from '#model/scorecard'
import { countedOf, countText, measured, shareOf } from './measures.ts'
import {
  combine,
  decisionOf,
  figureText,
  findingDecision,
  firstAsk,
  grounds,
  idsOf,
  NO_PORTAL,
  notApplicable,
  open,
  openGrounds,
  overdrawn,
  type PricedCriterion,
  type PricingContext,
  personState,
  points,
  type Rule,
  settled,
  unfit,
  weightText,
} from './rule.ts'

const HUNDRED = rational(100)

/** An amount with where it comes from. */
interface Amount {
  readonly value: Rational
  readonly state: CriterionState
  readonly because: string
  readonly findings: readonly string[]
  readonly decision: CardDecision | null
}

type Formula = (amount: Amount) => PricedCriterion

/**
 * What checks measured, priced by the rule's formula. An amount that is not certain leaves the rule open, with what the
 * formula would give laid before the person who decides.
 */
function priceMeasured(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
  formula: Formula,
  scale: { readonly unit?: string; readonly lessIsBetter?: boolean } = {},
): PricedCriterion {
  if (when.length === 0) return open(rule, '需人工核定')
  const { evidence, value, proposed, applies } = measured(context, rule, when, scale)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  if (evidence.length === 0) return open(rule, NO_PORTAL)
  if (!applies) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const amountOf = (found: Rational): Amount => ({
    value: found,
    state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
    because: grounds(readings.map((r) => r.because)),
    findings,
    decision: findingDecision(readings),
  })
  if (value !== null) return formula(amountOf(value))
  return open(rule, openGrounds(evidence), {
    findings,
    ask: firstAsk(rule, readings),
    proposal: proposed === null ? null : formula(amountOf(proposed)).arithmetic,
  })
}

function enteredAmount(rule: Rule, input: ScoreInput, value: Rational, told: string): Amount {
  return {
    value: greatest(value, ZERO),
    state: personState(rule),
    because: input.reason,
    findings: [],
    decision: decisionOf(input, told),
  }
}

function close(
  rule: Rule,
  amount: Omit<Amount, 'value'>,
  earned: Rational,
  arithmetic: string,
  result: string,
): PricedCriterion {
  const { state, because, findings, decision } = amount
  return settled(rule, { earned, state, because, findings, decision, arithmetic, result })
}

function stepText(rule: Rule, worth: number): string {
  const score = exactText(points(rule, worth))
  return rule.criterion.share === null ? score : `${figureText(rule, worth)} = ${score}`
}

// ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function priceScale(
  context: PricingContext,
  rule: Rule,
  criterion: ScaleCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  if (!input && criterion.counted !== null) return countedOnScale(context, rule, criterion)
  if (!input)
    return priceMeasured(
      context,
      rule,
      criterion.when,
      (amount) => onScale(rule, criterion, amount, context.asOf, 0),
      { unit: criterion.unit, lessIsBetter: criterion.direction === 'at-most' },
    )
  const { value } = input
  switch (value.kind) {
    case 'answer': {
      const step = criterion.steps.find((s) => s.id === value.answer)
      if (!step && value.answer !== 'none') return unfit(rule, value)
      const label = step?.label ?? NO_STEP
      const amount = enteredAmount(rule, input, ZERO, label)
      if (!step) return missed(rule, criterion, amount, NO_STEP)
      return close(rule, amount, points(rule, step.worth), stepText(rule, step.worth), label)
    }
    case 'value':
      return onScale(
        rule,
        criterion,
        enteredAmount(rule, input, rational(value.value), `${value.value}${criterion.unit}`),
        context.asOf,
        0,
      )
    case 'dates': {
      const lag = lagOf(context, criterion.unit, value)
      if (typeof lag === 'string') return open(rule, lag)
      const told = `${value.from} 至 ${value.to}，${lag}${criterion.unit}`
      return onScale(
        rule,
        criterion,
        enteredAmount(rule, input, rational(lag), told),
        value.from,
        value.extended ? criterion.extension : 0,
      )
    }
    default:
      return unfit(rule, value)
  }
}

/** Findings counted one by one against the steps; what is undecided may reach a better step. */
function countedOnScale(
  context: PricingContext,
  rule: Rule,
  criterion: ScaleCriterion,
): PricedCriterion {
  if (criterion.counted === null) return open(rule, '需人工核定')
  const { evidence, counts } = countedOf(context, criterion.counted)
  if (evidence.length === 0) return open(rule, NO_PORTAL)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  const amount = {
    state: readings.some((r) => r.reviewed) ? ('reviewed' as const) : ('machine' as const),
    because: grounds(readings.map((r) => r.because)),
    findings,
    decision: findingDecision(readings),
  }
  const ends = counts.map((one): readonly PricedCriterion[] => {
    if (one.whole === 0) return [open(rule, openGrounds(evidence))]
    const share = shareOf(one)
    const values =
      criterion.unit === '%'
        ? [times(share.low, HUNDRED), times(share.high, HUNDRED)]
        : [rational(one.met), rational(one.most)]
    return values.map((value) => onScale(rule, criterion, { ...amount, value }, context.asOf, 0))
  })
  const spans = ends.map((both) => ({
    low: both.map((c) => c.low).reduce(least),
    high: both.map((c) => c.high).reduce(greatest),
  }))
  const span = combine(spans, rule.portals)
  if (span === null) return notApplicable(rule, amount.because, findings)
  const told = countText(evidence)
  const settling = ends.flat().find((c) => c.state !== 'open' && same(c.low, span.low))
  if (same(span.low, span.high) && settling) return { ...settling, result: told }
  return open(
    rule,
    counts.some((c) => c.met < c.most || c.whole === 0) ? openGrounds(evidence) : amount.because,
    {
      earned: span,
      findings,
      proposal: readings.length === 0 ? null : told,
      ask: firstAsk(rule, readings),
      decision: amount.decision,
    },
  )
}

/** Length of the lag in the scale's unit, or why it is unknown. */
function lagOf(
  { calendar }: PricingContext,
  unit: string,
  { from, to }: Extract<InputValue, { kind: 'dates' }>,
): number | string {
  if (to < from) return `录入的日期 ${to} 早于 ${from}，未采用`
  if (unit === '天') return daysBetween(from, to)
  if (unit !== '工作日') return `本条按“${unit}”计，不能录入日期，未采用`
  const days = calendar.workingDaysBetween(from, to)
  return days ?? `没有 ${from} 至 ${to} 所在年份的放假安排，工作日数无法计算`
}

function onScale(
  rule: Rule,
  criterion: ScaleCriterion,
  amount: Amount,
  day: CivilDay,
  extension: number,
): PricedCriterion {
  const inForce = criterion.steps.filter(
    (s) => (s.from === null || day >= s.from) && (s.until === null || day <= s.until),
  )
  if (inForce.length === 0) return open(rule, `没有 ${day} 适用的档次`)
  const reached = inForce.filter((step) => {
    const order = compare(amount.value, rational(step.limit + extension))
    return criterion.direction === 'at-least' ? order >= 0 : order <= 0
  })
  const said = `${exactText(amount.value)}${criterion.unit}`
  const best = reached.reduce<ScaleStep | null>(
    (a, b) => (a === null || b.worth > a.worth ? b : a),
    null,
  )
  if (best === null) return missed(rule, criterion, amount, said, inForce)
  const longer = extension > 0 ? `（经批准延长 ${extension}${criterion.unit}）` : ''
  return close(
    rule,
    amount,
    points(rule, best.worth),
    `${said}，${best.label}${longer}：${stepText(rule, best.worth)}`,
    `${said}，${best.label}`,
  )
}

const NO_STEP = '都未达到'

/** No step reached: nothing, or unknown below the least step where the source says nothing. */
function missed(
  rule: Rule,
  criterion: ScaleCriterion,
  amount: Amount,
  said: string,
  steps = criterion.steps,
): PricedCriterion {
  // "16工作日" alone would read as an answer in time; where no points are printed it is all there is to read.
  const all = said === NO_STEP ? said : `${said}，${NO_STEP}`
  if (criterion.otherwise === 'zero') return close(rule, amount, ZERO, `${said}：0`, all)
  const worths = steps.map((step) => points(rule, step.worth))
  return open(rule, `${said}，各档都未达到，原文没有写这时如何计分；${amount.because}`, {
    earned: { low: ZERO, high: worths.reduce(least, rule.weight) },
    findings: amount.findings,
    decision: amount.decision,
  })
}

// ── targets ─────────────────────────────────────────────────────────────────────────────────────────────────────

function targetOf({ scheme, facts }: PricingContext, id: string): number | null {
  return scheme.targets.find((table) => table.id === id)?.values[facts.agency.name] ?? null
}

const NO_TARGET = '目标数表里没有该单位，无法计算'

function priceAmount(
  context: PricingContext,
  rule: Rule,
  when: readonly PriceRef[],
  input: ScoreInput | undefined,
  formula: Formula,
): PricedCriterion {
  if (!input) return priceMeasured(context, rule, when, formula)
  if (input.value.kind !== 'value') return unfit(rule, input.value)
  const { value } = input.value
  return formula(enteredAmount(rule, input, rational(value), String(value)))
}

export function priceTarget(
  context: PricingContext,
  rule: Rule,
  criterion: TargetCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  const target = targetOf(context, criterion.target)
  if (target === null) return open(rule, NO_TARGET)
  return priceAmount(context, rule, criterion.when, input, (amount) =>
    shortOf(context, rule, criterion, target, amount),
  )
}

function shortOf(
  context: PricingContext,
  rule: Rule,
  criterion: TargetCriterion,
  target: number,
  amount: Amount,
): PricedCriterion {
  const short = greatest(minus(rational(target), amount.value), ZERO)
  const loss = times(short, points(rule, criterion.each))
  const text = `目标 ${target}，实际 ${exactText(amount.value)}：${weightText(rule)} − ${exactText(short)} × ${figureText(rule, criterion.each)}`
  if (overdrawn(context, rule, criterion.cap, loss))
    return open(rule, '累计扣分超过本项分值；扣完为止是本地规定，严格口径不采用', {
      earned: { low: minus(rule.weight, loss), high: ZERO },
    })
  const earned = minus(rule.weight, least(loss, rule.weight))
  const end = compare(loss, rule.weight) > 0 ? '（扣完为止）' : ''
  return close(
    rule,
    amount,
    earned,
    `${text} = ${exactText(earned)}${end}`,
    exactText(amount.value),
  )
}

export function priceOverTarget(
  context: PricingContext,
  rule: Rule,
  criterion: OverTargetCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  const target = targetOf(context, criterion.target)
  if (target === null) return open(rule, NO_TARGET)
  const shared = context.facts.inputs.findLast((i) => i.target === criterion.valueOf)
  return priceAmount(context, rule, criterion.when, input ?? shared, (amount) =>
    beyondOf(rule, criterion, target, amount),
  )
}

function beyondOf(
  rule: Rule,
  criterion: OverTargetCriterion,
  target: number,
  amount: Amount,
): PricedCriterion {
  const beyond = greatest(minus(amount.value, rational(target)), ZERO)
  const steps = whole(over(beyond, rational(criterion.per)))
  const gain = times(steps, points(rule, criterion.each))
  const earned = least(gain, rule.weight)
  const end = compare(gain, rule.weight) > 0 ? `，至多 ${exactText(rule.weight)}` : ''
  return close(
    rule,
    amount,
    earned,
    `超 ${exactText(beyond)}，每满 ${criterion.per}：${exactText(steps)} × ${figureText(rule, criterion.each)} = ${exactText(earned)}${end}`,
    `超 ${exactText(plus(beyond, ZERO))}`,
  )
}

/** Whole part of a fraction that is not negative. */
function whole({ n, d }: Rational): Rational {
  return fraction(n / d, 1n)
}
