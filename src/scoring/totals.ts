/**
 * Sums of an agency's draft, exact: criteria to indicators, indicators and what stands outside to a total, and the
 * conversion to a percentage where rows do not apply.
 */
import {
  compare,
  least,
  over,
  plus,
  type Rational,
  rational,
  sum,
  times,
  ZERO,
} from '#base/rational'
import type { AgencyDraft, IndicatorDraft } from './agency.ts'
import type { PricedCriterion } from './rule.ts'

export interface Total {
  readonly settled: Rational
  readonly low: Rational
  readonly high: Rational
}

/** The end nearest 0 is certain: earned at least, lost at least. */
export function certain(c: PricedCriterion): Rational {
  return c.worth !== null && c.worth.n < 0n ? c.high : c.low
}

function criteriaTotal(criteria: readonly PricedCriterion[]): Total {
  return {
    settled: sum(criteria.map(certain)),
    low: sum(criteria.map((c) => c.low)),
    high: sum(criteria.map((c) => c.high)),
  }
}

/** Parts printed with more than their indicator (the loader warns) never earn more than the indicator's figure. */
function capped({ max }: IndicatorDraft, total: Total): Total {
  if (max === null || max.n < 0n) return total
  return {
    settled: least(total.settled, max),
    low: least(total.low, max),
    high: least(total.high, max),
  }
}

/** Sum of an indicator's criteria; an unanswered zeroing note may still wipe it. */
export function indicatorTotal(draft: IndicatorDraft): Total {
  const total = capped(draft, criteriaTotal(draft.criteria))
  return draft.openZeroNotes.length > 0 ? { ...total, low: least(total.low, ZERO) } : total
}

export function addTotals(totals: readonly Total[]): Total {
  return {
    settled: sum(totals.map((t) => t.settled)),
    low: sum(totals.map((t) => t.low)),
    high: sum(totals.map((t) => t.high)),
  }
}

export function outsideOf(draft: AgencyDraft): readonly IndicatorDraft[] {
  return [...draft.bonus, ...draft.deductions, ...draft.external]
}

const HUNDRED = rational(100)

/** An indicator, or several added up: what it gives and what of it applies. */
export interface Row {
  readonly total: Total
  readonly worth: Rational
}

/** An agency's sums as far as places and conversions need them; of the same size however large the scheme. */
export interface Sums {
  readonly sure: Row
  /** Rows that may not apply at all, one by one. */
  readonly doubtful: readonly Row[]
  readonly outside: Total
}

function rowOf(d: IndicatorDraft): Row {
  return {
    total: indicatorTotal(d),
    worth: sum(d.criteria.map((c) => (c.state === 'not-applicable' ? ZERO : (c.worth ?? ZERO)))),
  }
}

/** What of one indicator is certain and what of it applies. */
export function settledRow(d: IndicatorDraft): { settled: Rational; worth: Rational } {
  const { total, worth } = rowOf(d)
  return { settled: total.settled, worth }
}

/** What of the table applies to the agency, rows that may not apply counted in. */
export function applicableWorth({ sure, doubtful }: Sums): Rational {
  return plus(sure.worth, sum(doubtful.map((r) => r.worth)))
}

export function sumsOf(
  inside: readonly IndicatorDraft[],
  outside: readonly IndicatorDraft[],
): Sums {
  const sure = inside.filter((d) => d.applies !== 'unknown').map(rowOf)
  return {
    sure: { total: addTotals(sure.map((r) => r.total)), worth: sum(sure.map((r) => r.worth)) },
    doubtful: inside.filter((d) => d.applies === 'unknown').map(rowOf),
    outside: addTotals(outside.map(indicatorTotal)),
  }
}

export function addSums(a: Sums, b: Sums): Sums {
  return {
    sure: {
      total: addTotals([a.sure.total, b.sure.total]),
      worth: plus(a.sure.worth, b.sure.worth),
    },
    doubtful: [...a.doubtful, ...b.doubtful],
    outside: addTotals([a.outside, b.outside]),
  }
}

export function totalOfSums({ sure, doubtful, outside }: Sums): Total {
  return addTotals([sure.total, ...doubtful.map((r) => r.total), outside])
}

/** 得分 ÷ 适用分值 × 100 with what stands outside the table added as it is; null where there is no such rule. */
export function conversionOf(
  { scheme: { conversion, maxScore }, strict }: Pick<AgencyDraft, 'scheme' | 'strict'>,
  sums: Sums,
): Total | null {
  const { sure, doubtful, outside } = sums
  if (conversion === null || maxScore === null) return null
  if (strict && conversion.origin === 'local') return null
  const applicable = applicableWorth(sums)
  if (applicable.n === 0n) return null
  const inside = addTotals([sure.total, ...doubtful.map((r) => r.total)])
  const percent = (part: Rational, whole: Rational) => times(over(part, whole), HUNDRED)
  // A row that may not apply is left out of the best case where it would lower the quotient.
  let { high } = sure.total
  let whole = sure.worth
  const ratio = (r: Row) => (r.worth.n === 0n ? ZERO : over(r.total.high, r.worth))
  for (const r of [...doubtful].sort((a, b) => compare(ratio(b), ratio(a))))
    if (whole.n === 0n || compare(times(r.total.high, whole), times(high, r.worth)) > 0) {
      high = plus(high, r.total.high)
      whole = plus(whole, r.worth)
    }
  return {
    settled: plus(percent(inside.settled, applicable), outside.settled),
    low: plus(percent(inside.low, applicable), outside.low),
    high: plus(percent(high, whole), outside.high),
  }
}
