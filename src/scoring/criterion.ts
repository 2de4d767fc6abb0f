/**
 * Prices one criterion: findings and a person's input → an interval of score with its arithmetic in words. Decides the
 * formula of every criterion kind; what is not settled stays an interval. Values that need all peers (标杆法) are
 * handed on to settle.ts. All figures are exact.
 */
import {
  compare,
  exactText,
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
import type { Answer, CountedEvent, Criterion, Indicator, PriceRef } from '#model/scheme'
import type { InputValue, ScoreInput } from '#model/scorecard'
import { gather, type PortalEvidence, type Price, type Reading } from './evidence.ts'
import {
  askOf,
  combine,
  decisionOf,
  figureText,
  findingDecision,
  grounds,
  type Interval,
  idsOf,
  notApplicable,
  open,
  type PricedCriterion,
  type PricingContext,
  personState,
  points,
  type Rule,
  ruleOf,
  settled,
  unfit,
  weightText,
} from './rule.ts'

/** Prices a criterion for one agency. Total: unfit inputs leave it open and say so. */
export function priceCriterion(
  context: PricingContext,
  indicator: Indicator,
  criterion: Criterion,
): PricedCriterion {
  const rule = ruleOf(indicator, criterion)
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

const NO_PORTAL = '该单位没有登记网站'

/** All readings of an agency's portals for a rule's prices. */
function collect<T>(context: PricingContext, prices: readonly Price<T>[]): PortalEvidence<T>[] {
  if (prices.length === 0) return []
  return context.facts.portals.map((portal) => gather(context.scheme, prices, portal))
}

function openGrounds<T>(evidence: readonly PortalEvidence<T>[]): string {
  const said = grounds(
    evidence.flatMap((e) => [
      ...e.readings
        .filter((r) => r.force === 'open' || r.force === 'proposal')
        .map((r) => r.because),
      ...e.silent.map((s) => s.reason),
    ]),
  )
  return said === '' ? '检查结果没有给出数值' : said
}

function firstAsk<T>(rule: Rule, readings: readonly Reading<T>[]): string {
  const asked = readings.find((r) => r.force !== 'certain' && r.ask)?.ask
  return rule.criterion.ask ?? asked ?? askOf(rule.criterion)
}

// ── yes-no and tiers ────────────────────────────────────────────────────────────────────────────────────────────

function answerText(rule: Rule, answer: Answer): string {
  const score = exactText(points(rule, answer.worth))
  return rule.criterion.share === null ? score : `${figureText(rule, answer.worth)} = ${score}`
}

function priceAnswers(
  context: PricingContext,
  rule: Rule,
  answers: readonly Answer[],
  input: ScoreInput | undefined,
): PricedCriterion {
  const prices = answers.flatMap((stands) => stands.when.map((ref) => ({ ref, stands })))
  const evidence = collect(context, prices)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  if (input) {
    const { value } = input
    const answer = value.kind === 'answer' ? answers.find((a) => a.id === value.answer) : undefined
    if (!answer) return unfit(rule, value)
    const lost = compare(points(rule, answer.worth), rule.weight) < 0
    return settled(rule, {
      earned: points(rule, answer.worth),
      state: personState(rule),
      arithmetic: answerText(rule, answer),
      because: input.reason,
      findings,
      decision: decisionOf(input, answer.label),
      charged: { sure: lost ? chargedBy(rule, readings, () => true) : [], maybe: [] },
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
  const span = combine(spans, rule.criterion.portals)
  if (span === null) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const charged = {
    sure: chargedBy(rule, readings, (r) => r.force === 'certain'),
    maybe: chargedBy(rule, readings, (r) => r.force === 'proposal' || r.force === 'open'),
  }
  if (rule.priced && same(span.low, span.high)) {
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
      decision: findingDecision(deciding),
      charged,
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
    charged,
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
    .filter((r) => r.force !== 'neutral')
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

// ── counted events ──────────────────────────────────────────────────────────────────────────────────────────────

interface Tally {
  /** How often each event certainly happened, by event id. */
  readonly counts: ReadonlyMap<string, number>
  readonly low: Rational
  readonly high: Rational
}

function lossOf(rule: Rule, events: readonly CountedEvent[], counts: ReadonlyMap<string, number>) {
  return events.reduce(
    (loss, event) =>
      plus(loss, times(points(rule, event.each), rational(counts.get(event.id) ?? 0))),
    ZERO,
  )
}

function eventsText(
  rule: Rule,
  events: readonly CountedEvent[],
  counts: ReadonlyMap<string, number>,
  score: Rational,
): string {
  const terms = events
    .filter((event) => (counts.get(event.id) ?? 0) > 0)
    .map((event) => `${counts.get(event.id) ?? 0} × ${figureText(rule, event.each)}`)
  const over = compare(lossOf(rule, events, counts), rule.weight) > 0
  const end = `= ${exactText(score)}${over ? '（扣完为止）' : ''}`
  if (rule.deduction)
    return terms.length === 0 ? '未发生，不扣分' : `−(${terms.join(' + ')}) ${end}`
  return [weightText(rule), ...terms].join(' − ').concat(' ', end)
}

function priceEvents(
  context: PricingContext,
  rule: Rule,
  events: readonly CountedEvent[],
  localCap: boolean,
  input: ScoreInput | undefined,
): PricedCriterion {
  const prices = events.flatMap((stands) => stands.when.map((ref) => ({ ref, stands })))
  const evidence = collect(context, prices)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  const close = (
    counts: ReadonlyMap<string, number>,
    rest: Partial<PricedCriterion>,
    because: string,
  ) => {
    const loss = lossOf(rule, events, counts)
    const earned = minus(rule.weight, least(loss, rule.weight))
    if (context.strict && localCap && compare(loss, rule.weight) > 0)
      return open(rule, '累计扣分超过本项分值；封顶为本地规定，严格口径不采用', {
        earned: { low: minus(rule.weight, loss), high: ZERO },
        findings,
      })
    const score = rule.deduction ? minus(earned, rule.weight) : earned
    return settled(rule, {
      state: 'machine',
      ...rest,
      earned,
      arithmetic: eventsText(rule, events, counts, score),
      because,
      findings,
    })
  }
  if (input) {
    if (input.value.kind !== 'events') return unfit(rule, input.value)
    const counts = new Map(Object.entries(input.value.counts).map(([k, n]) => [k, Math.max(0, n)]))
    if ([...counts.keys()].some((id) => !events.some((e) => e.id === id)))
      return unfit(rule, input.value)
    const told = events.map((e) => `${e.label} ${counts.get(e.id) ?? 0} 次`).join('，')
    return close(
      counts,
      { state: personState(rule), decision: decisionOf(input, told) },
      input.reason,
    )
  }
  if (prices.length === 0) return open(rule, '需人工核定')
  if (context.facts.portals.length === 0) return open(rule, NO_PORTAL)
  const tallies = evidence.flatMap((e) => tally(context, rule, events, e) ?? [])
  const total = addUp(rule, tallies)
  if (total === null) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const sure = readings.filter((r) => r.force === 'certain' && r.stands !== null)
  const charged = rule.criterion.unlessChargedElsewhere
    ? { sure: [], maybe: [] }
    : {
        sure: sure.map((r) => r.finding.identity),
        maybe: readings.filter((r) => mayCost(r)).map((r) => r.finding.identity),
      }
  if (rule.priced && (same(total.low, total.high) || compare(total.low, rule.weight) >= 0))
    return close(
      total.counts,
      {
        state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
        decision: findingDecision(readings),
        charged,
      },
      sure.length === 0 ? '没有发现扣分情形' : grounds(sure.map((r) => r.because)),
    )
  return open(rule, openGrounds(evidence), {
    earned: {
      low: minus(rule.weight, least(total.high, rule.weight)),
      high: minus(rule.weight, least(total.low, rule.weight)),
    },
    ask: firstAsk(rule, readings),
    findings,
    charged,
  })
}

/** Undecided readings that could still turn out to be an event; a settled answer of another kind is none. */
function mayCost(reading: Reading<CountedEvent>): boolean {
  if (reading.force === 'proposal') return true
  return reading.force === 'open' && reading.verdict !== 'pass' && reading.verdict !== 'fail'
}

function tally(
  context: PricingContext,
  rule: Rule,
  events: readonly CountedEvent[],
  evidence: PortalEvidence<CountedEvent>,
): Tally | null {
  const live = evidence.readings.filter((r) => r.force !== 'neutral')
  if (live.length === 0 && evidence.silent.length === 0) return null
  const counts = new Map<string, number>()
  let possible = ZERO
  for (const reading of live) {
    if (context.spared.has(reading.finding.identity)) continue
    if (reading.force === 'certain' && reading.stands)
      counts.set(reading.stands.id, (counts.get(reading.stands.id) ?? 0) + 1)
    else if (mayCost(reading))
      possible = plus(
        possible,
        (reading.stands ? [reading.stands] : events)
          .map((event) => points(rule, event.each))
          .reduce(greatest, ZERO),
      )
  }
  const low = lossOf(rule, events, counts)
  const high = evidence.silent.length > 0 ? plus(low, rule.weight) : plus(low, possible)
  return { counts, low, high }
}

function addUp(rule: Rule, tallies: readonly Tally[]): Tally | null {
  const [first, ...rest] = tallies
  if (!first) return null
  const kindest = rule.criterion.portals === 'any' || rule.criterion.portals === 'best'
  return rest.reduce((a, b) => {
    if (rule.criterion.portals === 'sum') {
      const counts = new Map(a.counts)
      for (const [id, n] of b.counts) counts.set(id, (counts.get(id) ?? 0) + n)
      return { counts, low: plus(a.low, b.low), high: plus(a.high, b.high) }
    }
    const order = compare(a.low, b.low)
    const chosen = order === 0 || order < 0 === kindest ? a : b
    const pick = kindest ? least : greatest
    return { counts: chosen.counts, low: chosen.low, high: pick(a.high, b.high) }
  }, first)
}

// ── measures ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Settled measure of each portal a rule applies to (the least of its readings); null where it is unknown. */
function measures(evidence: readonly PortalEvidence<true>[]): readonly (Rational | null)[] {
  return evidence
    .filter((e) => e.silent.length > 0 || e.readings.some((r) => r.force !== 'neutral'))
    .map((e) => {
      const live = e.readings.filter((r) => r.force !== 'neutral')
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
function measured(
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
  const { portals } = rule.criterion
  const join = portals === 'sum' ? plus : portals === 'any' || portals === 'best' ? greatest : least
  return known.reduce(join)
}

function priceRatio(
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

function priceBenchmark(
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
