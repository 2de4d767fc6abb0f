/**
 * Per-event deductions and awards: counts settled events, bounds those still possible, and never takes or gives more
 * than the part is worth.
 */
import {
  compare,
  exactText,
  greatest,
  least,
  minus,
  plus,
  type Rational,
  rational,
  same,
  times,
  ZERO,
} from '#base/rational'
import type { AwardEachCriterion, CountedEvent, DeductEachCriterion } from '#model/criterion'
import type { ScoreInput } from '#model/scorecard'
import type { PortalEvidence, Reading } from './evidence.ts'
import {
  collect,
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

interface Tally {
  /** How often each event certainly happened, by event id. */
  readonly counts: ReadonlyMap<string, number>
  readonly low: Rational
  readonly high: Rational
}

function lossOf(rule: Rule, events: readonly CountedEvent[], counts: ReadonlyMap<string, number>) {
  return events.reduce(
    (loss, event) => plus(loss, times(points(rule, event.each), rational(counted(event, counts)))),
    ZERO,
  )
}

function counted(event: CountedEvent, counts: ReadonlyMap<string, number>): number {
  const count = counts.get(event.id) ?? 0
  return event.most === undefined ? count : Math.min(count, event.most)
}

function eventsText(
  rule: Rule,
  events: readonly CountedEvent[],
  counts: ReadonlyMap<string, number>,
  score: Rational,
): string {
  const terms = events
    .filter((event) => counted(event, counts) > 0)
    .map((event) => `${counted(event, counts)} × ${figureText(rule, event.each)}`)
  const over = compare(lossOf(rule, events, counts), rule.weight) > 0
  if (rule.criterion.kind === 'award-each') {
    const most = over ? `，至多 ${exactText(rule.weight)}` : ''
    return terms.length === 0
      ? '没有可加分的，0'
      : `${terms.join(' + ')} = ${exactText(score)}${most}`
  }
  const end = `= ${exactText(score)}${over ? '（扣完为止）' : ''}`
  if (rule.deduction)
    return terms.length === 0 ? '未发生，不扣分' : `−(${terms.join(' + ')}) ${end}`
  return [weightText(rule), ...terms].join(' − ').concat(' ', end)
}

export function priceEvents(
  context: PricingContext,
  rule: Rule,
  criterion: DeductEachCriterion | AwardEachCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  const { events } = criterion
  const award = criterion.kind === 'award-each'
  /** Sum over events → what is earned of the part. */
  const earnedBy = (total: Rational) => {
    const within = least(total, rule.weight)
    return award ? within : minus(rule.weight, within)
  }
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
    const earned = earnedBy(loss)
    if (overdrawn(context, rule, criterion.cap, loss))
      return open(
        rule,
        `累计${award ? '加分' : '扣分'}超过本项分值；封顶为本地规定，严格口径不采用`,
        {
          earned: award
            ? { low: rule.weight, high: loss }
            : { low: minus(rule.weight, loss), high: ZERO },
          findings,
        },
      )
    const times = events.reduce((n, event) => n + counted(event, counts), 0)
    const score = rule.deduction ? minus(earned, rule.weight) : earned
    return settled(rule, {
      state: 'machine',
      ...rest,
      earned,
      arithmetic: eventsText(rule, events, counts, score),
      result: times === 0 ? '没有发生' : `发生 ${times} 次`,
      because,
      findings,
    })
  }
  const notTwice = rule.criterion.unlessChargedElsewhere
  if (input) {
    if (input.value.kind !== 'events') return unfit(rule, input.value)
    const counts = new Map(Object.entries(input.value.counts).map(([k, n]) => [k, Math.max(0, n)]))
    if ([...counts.keys()].some((id) => !events.some((e) => e.id === id)))
      return unfit(rule, input.value)
    const told = events.map((e) => `${e.label} ${counts.get(e.id) ?? 0} 次`).join('，')
    const blamed = lossOf(rule, events, counts).n > 0n ? readings.filter((r) => r.stands) : []
    const sure = notTwice || award ? [] : blamed.map((r) => r.finding.identity)
    return close(
      counts,
      {
        state: personState(rule),
        decision: decisionOf(input, told),
        charged: { sure, maybe: [] },
      },
      input.reason,
    )
  }
  if (prices.length === 0) return open(rule, '需人工核定')
  if (context.facts.portals.length === 0) return open(rule, NO_PORTAL)
  const tallies = evidence.flatMap((e) => tally(context, rule, events, e) ?? [])
  const total = addUp(rule, criterion, tallies)
  if (total === null) return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const sure = readings.filter((r) => r.force === 'certain' && r.stands !== null)
  const charged =
    notTwice || award
      ? { sure: [], maybe: [] }
      : {
          sure: sure.map((r) => r.finding.identity),
          maybe: readings.filter((r) => mayCost(r)).map((r) => r.finding.identity),
        }
  if (same(total.low, total.high) || compare(total.low, rule.weight) >= 0)
    return close(
      total.counts,
      {
        state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
        decision: findingDecision(readings),
        charged,
      },
      sure.length === 0
        ? `没有发现${award ? '加分' : '扣分'}情形`
        : grounds(sure.map((r) => r.because)),
    )
  return open(rule, openGrounds(evidence), {
    earned: award
      ? { low: earnedBy(total.low), high: earnedBy(total.high) }
      : { low: earnedBy(total.high), high: earnedBy(total.low) },
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
    if (reading.force === 'aside' || context.spared.has(reading.finding.identity)) continue
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

function addUp(
  rule: Rule,
  { kind, events }: DeductEachCriterion | AwardEachCriterion,
  tallies: readonly Tally[],
): Tally | null {
  const [first, ...rest] = tallies
  if (!first) return null
  const { portals } = rule
  const lenient = portals === 'any' || portals === 'best'
  const fewest = portals === 'unruled' || lenient === (kind === 'deduct-each')
  return rest.reduce((a, b) => {
    if (portals === 'sum') {
      const counts = new Map(a.counts)
      for (const [id, n] of b.counts) counts.set(id, (counts.get(id) ?? 0) + n)
      // Summed anew: an event that counts at most once counts once over all portals.
      const low = lossOf(rule, events, counts)
      const possible = plus(minus(a.high, a.low), minus(b.high, b.low))
      return { counts, low, high: plus(low, possible) }
    }
    const order = compare(a.low, b.low)
    const chosen = order === 0 || order < 0 === fewest ? a : b
    const pick = portals === 'unruled' ? plus : fewest ? least : greatest
    return { counts: chosen.counts, low: chosen.low, high: pick(a.high, b.high) }
  }, first)
}
