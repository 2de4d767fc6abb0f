/**
 * Things owed by a day (9月10日前): the day comes from a person, or from a finding that carries it as a fact. A day that no
 * finding is sure of leaves the rule open; what is not found is never taken for not done.
 */
import { isDay } from '#base/day'
import { exactText, ZERO } from '#base/rational'
import type { DeadlineCriterion } from '#model/criterion'
import type { CivilDay } from '#model/page'
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
  type PricedCriterion,
  type PricingContext,
  personState,
  points,
  type Rule,
  settled,
  unfit,
} from './rule.ts'

export function priceDeadline(
  context: PricingContext,
  rule: Rule,
  criterion: DeadlineCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  if (!input)
    return criterion.when.length === 0
      ? open(rule, '需人工核定')
      : foundDay(context, rule, criterion)
  const { value } = input
  const person = { state: personState(rule), because: input.reason } as const
  if (value.kind === 'answer' && value.answer === 'none')
    return settled(rule, {
      ...person,
      earned: ZERO,
      arithmetic: '未完成：0',
      result: '未完成',
      decision: decisionOf(input, '未完成'),
    })
  if (value.kind !== 'date') return unfit(rule, value)
  return settled(rule, {
    ...person,
    ...ofDay(rule, criterion, value.day),
    decision: decisionOf(input, value.day),
  })
}

/** What a day earns: the best of the dates it keeps. */
function ofDay(rule: Rule, criterion: DeadlineCriterion, day: CivilDay) {
  const kept = criterion.dues.filter((due) => day <= due.by)
  const worth = kept.reduce((most, due) => Math.max(most, due.worth), 0)
  const label = kept.find((due) => due.worth === worth)?.label ?? '已过期限'
  const earned = points(rule, worth)
  const sum = worth === 0 || rule.criterion.share === null ? '' : ` = ${exactText(earned)}`
  return {
    earned,
    arithmetic: `${day}，${label}：${worth === 0 ? '0' : figureText(rule, worth)}${sum}`,
    result: `${day}，${label}`,
  }
}

/** The day that the findings of the agency's portals give. */
function foundDay(
  context: PricingContext,
  rule: Rule,
  criterion: DeadlineCriterion,
): PricedCriterion {
  const evidence = collect(
    context,
    criterion.when.map((ref) => ({ ref, stands: true as const })),
  )
  if (evidence.length === 0) return open(rule, NO_PORTAL)
  const readings = evidence.flatMap((e) => e.readings)
  const findings = idsOf(evidence)
  if (readings.length > 0 && readings.every((r) => r.force === 'neutral'))
    return notApplicable(rule, grounds(readings.map((r) => r.because)), findings)
  const day = dayOver(rule, evidence, criterion.fact)
  if (day === null) {
    const proposed = earliest(readings, criterion.fact, ['certain', 'proposal'])
    return open(rule, openGrounds(evidence), {
      findings,
      ask: firstAsk(rule, readings),
      proposal: proposed === null ? null : ofDay(rule, criterion, proposed).result,
    })
  }
  return settled(rule, {
    ...ofDay(rule, criterion, day),
    state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
    because: grounds(readings.filter((r) => r.force === 'certain').map((r) => r.because)),
    findings,
    decision: findingDecision(readings),
  })
}

/** Done anywhere is done where the rule takes the best portal; else the last portal counts, and each has to be known. */
function dayOver(
  rule: Rule,
  evidence: readonly PortalEvidence<true>[],
  fact: string,
): CivilDay | null {
  const days = evidence.map((e) => earliest(e.readings, fact, ['certain']))
  const known = days.filter((day) => day !== null).sort()
  if (evidence.length === 1 || rule.portals === 'any' || rule.portals === 'best')
    return known[0] ?? null
  if (rule.portals === 'unruled') return new Set(days).size === 1 ? (days[0] ?? null) : null
  return known.length === days.length ? (known.at(-1) ?? null) : null
}

function earliest(
  readings: readonly Reading<true>[],
  fact: string,
  forces: readonly Reading<true>['force'][],
): CivilDay | null {
  const days = readings
    .filter((r) => r.stands !== null && forces.includes(r.force))
    .map((r) => r.finding.facts[fact])
    .filter((day) => typeof day === 'string' && isDay(day))
  return (days.sort()[0] as CivilDay | undefined) ?? null
}
