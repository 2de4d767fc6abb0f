/**
 * What the printed parts of an indicator do not reach, where a local rule gives it in the proportion in which those
 * parts are earned (印出 2 分，细则只有 0.5 + 0.5). Follows the other lines; decides nothing by itself.
 */
import { exactText, minus, over, type Rational, sum, times, ZERO } from '#base/rational'
import type { CriterionState } from '#model/scorecard'
import {
  notApplicable,
  open,
  type PricedCriterion,
  type Rule,
  ruleOf,
  settled,
  weightText,
} from './rule.ts'

/** The lines of an indicator with the one that follows the others filled in. Without such a line: as they are. */
export function withRest(
  max: Rational | null,
  criteria: readonly PricedCriterion[],
): readonly PricedCriterion[] {
  const waits = (c: PricedCriterion) => c.criterion.kind === 'rest' && c.state !== 'not-ruled'
  if (!criteria.some(waits)) return criteria
  const others = criteria.filter((c) => c.criterion.kind !== 'rest')
  return criteria.map((c) => (waits(c) ? following(ruleOf(max, c.criterion), others) : c))
}

function following(rule: Rule, others: readonly PricedCriterion[]): PricedCriterion {
  const asked = others.filter((c) => c.state !== 'not-applicable' && c.worth !== null)
  const whole = sum(asked.map(({ worth }) => worth ?? ZERO))
  if (whole.n === 0n) return notApplicable(rule, '本指标的其他细则都不适用')
  // Of a deduction what is left is what counts, as in every other rule.
  const kept = (end: 'low' | 'high') => {
    const total = sum(asked.map((c) => c[end]))
    const part = rule.deduction ? minus(total, whole) : total
    return over(part, rule.deduction ? minus(ZERO, whole) : whole)
  }
  const [low, high] = [kept('low'), kept('high')]
  const findings = [...new Set(asked.flatMap((c) => c.findings))].sort()
  const earned = { low: times(low, rule.weight), high: times(high, rule.weight) }
  const state = stateOf(asked)
  if (state === 'open')
    return open(rule, '本指标的其他细则还没有定下', {
      earned,
      findings,
      ask: '请先定下本指标的其他细则',
    })
  const got = exactText(sum(asked.map((c) => c.low)))
  return settled(rule, {
    earned: earned.low,
    state,
    arithmetic: `${got} ÷ ${exactText(whole)} × ${weightText(rule)} = ${exactText(earned.low)}`,
    because: '按本指标其他细则得分的同一比例计',
    findings,
  })
}

/** A person's word anywhere makes it a person's; anything open leaves it open. */
function stateOf(asked: readonly PricedCriterion[]): CriterionState {
  const states = new Set(asked.map((c) => c.state))
  if (states.has('open') || states.has('not-ruled')) return 'open'
  if (states.has('manual')) return 'manual'
  return states.has('reviewed') ? 'reviewed' : 'machine'
}
