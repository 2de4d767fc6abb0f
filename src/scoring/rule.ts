/**
 * One criterion as scoring works with it: its exact worth, the interval it can still take, and the ends every formula
 * shares (open, settled, not applicable). Decides how figures and signs are written; the formulas are in criterion.ts.
 */

import type { WorkCalendar } from '#base/calendar'
import { instantText } from '#base/day'
import {
  compare,
  exactText,
  greatest,
  least,
  minus,
  negate,
  type Rational,
  rational,
  same,
  times,
  ZERO,
} from '#base/rational'
import type { Criterion, Origin, PortalRule } from '#model/criterion'
import type { CivilDay } from '#model/page'
import type { Scheme } from '#model/scheme'
import type {
  AgencyFacts,
  CardDecision,
  CriterionState,
  DrawnSample,
  InputValue,
  ScoreInput,
} from '#model/scorecard'
import { gather, type PortalEvidence, type Price, type Reading } from './evidence.ts'

export interface Interval {
  readonly low: Rational
  readonly high: Rational
}

/** A criterion with its exact interval; negative for deductions. */
export interface PricedCriterion extends Interval {
  readonly criterion: Criterion
  /** Full worth in points, negative for deductions; null in schemes without points. */
  readonly worth: Rational | null
  readonly state: CriterionState
  readonly arithmetic: string
  readonly because: string
  readonly ask: string | null
  readonly findings: readonly string[]
  readonly proposal: string | null
  readonly decision: CardDecision | null
  /** Identities of findings that cost score here, or may once a person decides. */
  readonly charged: { readonly sure: readonly string[]; readonly maybe: readonly string[] }
  /** Own value of a 标杆法 criterion waiting for its peers; null when the own value is unknown. */
  readonly benchmark: { readonly value: Rational | null; readonly state: CriterionState } | null
  /** The answer itself, in words; the only result where no points are printed. */
  readonly result: string | null
  /** Names drawn for this line and the seed of the draw (null: drawn elsewhere). */
  readonly drawn: DrawnSample | null
}

export interface PricingContext {
  readonly scheme: Scheme
  readonly facts: AgencyFacts
  readonly strict: boolean
  /** Local criteria left out although scoring is not strict (what-if). */
  readonly localOff: ReadonlySet<string>
  /** Day the scoring is made for: chooses rules in force, ends windows where the scheme names no monitoring day. */
  readonly asOf: CivilDay
  readonly calendar: WorkCalendar
  readonly seed: string
  /** Identities of findings charged elsewhere: 不重复扣分. */
  readonly spared: ReadonlySet<string>
}

/** Everything a formula needs to know of its criterion. */
export interface Rule {
  readonly criterion: Criterion
  /** Unsigned maxScore of the indicator. */
  readonly base: Rational
  /** Unsigned full worth. */
  readonly weight: Rational
  readonly deduction: boolean
  readonly priced: boolean
  /** How portals combine; `unruled`: nobody printed it and strict scoring takes no rule of ours. */
  readonly portals: PortalRule | 'unruled'
}

export type Settled = Pick<PricedCriterion, 'state' | 'arithmetic' | 'because'> &
  Partial<PricedCriterion> & { readonly earned: Rational }

const ONE = rational(1)

export const NO_CHARGE = { sure: [], maybe: [] }

/** Printed figure (share of the indicator, or points) → points. */
export function points(rule: Rule, figure: number): Rational {
  const value = rational(figure)
  return rule.criterion.share === null ? value : times(value, rule.base)
}

/** Printed figure as it enters the arithmetic: "30% × 3", or "0.8" for printed points. */
export function figureText(rule: Rule, figure: number): string {
  return rule.criterion.share === null
    ? exactText(rational(figure))
    : `${exactText(times(rational(figure), rational(100)))}% × ${exactText(rule.base)}`
}

export function weightText(rule: Rule): string {
  let text = weightTexts.get(rule)
  if (text === undefined) {
    text = figureText(rule, rule.criterion.share ?? rule.criterion.maxScore ?? 0)
    weightTexts.set(rule, text)
  }
  return text
}

/** Rules and their words are the same for all agencies of a cohort, pools apart: the last one of each is kept. */
const weightTexts = new WeakMap<Rule, string>()
const lastRules = new WeakMap<
  Criterion,
  { readonly max: Rational | null; readonly strict: boolean; readonly rule: Rule }
>()

/**
 * `max` is the indicator's signed figure for the agency at hand (its part of a pool where rows print none), or null in
 * schemes without points; there every rule weighs 1 inside, so that answers compare, and nothing outside.
 */
export function ruleOf(max: Rational | null, criterion: Criterion, strict = false): Rule {
  const last = lastRules.get(criterion)
  if (last && last.strict === strict && alike(last.max, max)) return last.rule
  const rule = makeRule(max, criterion, strict)
  lastRules.set(criterion, { max, strict, rule })
  return rule
}

function alike(a: Rational | null, b: Rational | null): boolean {
  return a === null || b === null ? a === b : same(a, b)
}

function makeRule(max: Rational | null, criterion: Criterion, strict: boolean): Rule {
  const deduction = max !== null && compare(max, ZERO) < 0
  const base = max === null ? ONE : deduction ? negate(max) : max
  const figure = criterion.share ?? criterion.maxScore
  const unsigned = figure === null ? ONE : rational(Math.abs(figure))
  const weight = criterion.share === null ? unsigned : times(unsigned, base)
  const portals = strict && criterion.portalsOrigin === 'local' ? 'unruled' : criterion.portals
  return { criterion, base, weight, deduction, priced: max !== null && figure !== null, portals }
}

export function shift(rule: Rule, earned: Rational): Rational {
  return rule.deduction ? minus(earned, rule.weight) : earned
}

export function bounded(rule: Rule, earned: Rational): Rational {
  return least(greatest(earned, ZERO), rule.weight)
}

/** Deductions beyond the part, where only a local rule stops at its worth and local rules are left out. */
export function overdrawn(
  { strict }: PricingContext,
  rule: Rule,
  cap: Origin,
  loss: Rational,
): boolean {
  return strict && cap === 'local' && compare(loss, rule.weight) > 0
}

export function signedWorth(rule: Rule): Rational | null {
  if (!rule.priced) return null
  return rule.deduction ? negate(rule.weight) : rule.weight
}

export function spanText(low: Rational, high: Rational): string {
  return `待定：${exactText(low)} 至 ${exactText(high)}`
}

/** What to ask a person about a criterion. */
export function askOf(criterion: Criterion): string {
  return criterion.ask ?? `请人工核实：${criterion.summary}`
}

export function open(
  rule: Rule,
  because: string,
  more: Partial<PricedCriterion> & { earned?: Interval } = {},
): PricedCriterion {
  const { earned, ...rest } = more
  const low = shift(rule, earned?.low ?? ZERO)
  const high = shift(rule, earned?.high ?? rule.weight)
  return {
    criterion: rule.criterion,
    worth: signedWorth(rule),
    state: 'open',
    low,
    high,
    arithmetic: spanText(low, high),
    because,
    ask: askOf(rule.criterion),
    findings: [],
    proposal: null,
    decision: null,
    charged: NO_CHARGE,
    benchmark: null,
    result: null,
    drawn: null,
    ...rest,
  }
}

export function settled(rule: Rule, { earned, ...rest }: Settled): PricedCriterion {
  const score = shift(rule, bounded(rule, earned))
  return { ...open(rule, rest.because), ...rest, low: score, high: score, ask: null }
}

export function notApplicable(
  rule: Rule,
  because: string,
  findings: readonly string[] = [],
): PricedCriterion {
  return {
    ...open(rule, because, { findings }),
    state: 'not-applicable',
    low: ZERO,
    high: ZERO,
    arithmetic: '不适用，不计分',
    ask: null,
  }
}

export function decisionOf(input: ScoreInput, outcome: string): CardDecision {
  const { by, at, reason, method } = input
  return { outcome, by, at, reason, ...(method === undefined ? {} : { method }) }
}

export function personState(rule: Rule): CriterionState {
  return rule.criterion.state === 'manual' ? 'manual' : 'reviewed'
}

export function unfit(rule: Rule, value: InputValue): PricedCriterion {
  return open(
    rule,
    `录入的值（${value.kind}）与本条的计分方式（${rule.criterion.kind}）不符，未采用`,
  )
}

/** Distinct grounds, at most three, with the count of the rest. */
export function grounds(lines: readonly string[]): string {
  const distinct = [...new Set(lines)]
  const shown = distinct.slice(0, 3).join('；')
  return distinct.length > 3 ? `${shown}；等共 ${distinct.length} 处` : shown
}

export function idsOf<T>(evidence: readonly PortalEvidence<T>[]): readonly string[] {
  return evidence.flatMap((e) => e.readings.map((r) => r.finding.id)).sort()
}

export function findingDecision<T>(readings: readonly Reading<T>[]): CardDecision | null {
  const decision = readings.find((r) => r.reviewed)?.finding.decision
  if (!decision) return null
  return {
    outcome: decision.outcome,
    by: decision.by,
    at: instantText(decision.at),
    reason: decision.reason,
  }
}

/** Portals' intervals of earned score → the agency's. `sum` is meaningless for earned score and counts as worst. */
export function combine(spans: readonly Interval[], portals: Rule['portals']): Interval | null {
  const [first, ...rest] = spans
  if (!first) return null
  if (portals === 'unruled')
    return rest.reduce(
      (a, b) => ({ low: least(a.low, b.low), high: greatest(a.high, b.high) }),
      first,
    )
  const pick = portals === 'any' || portals === 'best' ? greatest : least
  return rest.reduce((a, b) => ({ low: pick(a.low, b.low), high: pick(a.high, b.high) }), first)
}

export const NO_PORTAL = '该单位没有登记网站'

/** All readings of an agency's portals for a rule's prices. */
export function collect<T>(
  context: PricingContext,
  prices: readonly Price<T>[],
): PortalEvidence<T>[] {
  if (prices.length === 0) return []
  return context.facts.portals.map((portal) => gather(context, prices, portal))
}

export function openGrounds<T>(evidence: readonly PortalEvidence<T>[]): string {
  const said = grounds(
    evidence.flatMap((e) => [
      ...e.readings
        .filter((r) => r.force === 'open' || r.force === 'proposal')
        .map((r) => r.because),
      ...e.silent.map((s) => s.reason),
    ]),
  )
  if (said !== '') return said
  return evidence.length > 1
    ? '几个网站的结果不同，原文没有规定怎么合并，严格口径不采用本地规定'
    : '检查结果没有给出数值'
}

export function firstAsk<T>(rule: Rule, readings: readonly Reading<T>[]): string {
  const asked = readings.find((r) => r.force !== 'certain' && r.ask)?.ask
  return rule.criterion.ask ?? asked ?? askOf(rule.criterion)
}
