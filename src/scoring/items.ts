/**
 * Rules over several equal items: rows of a department's checklist, names drawn by seed, monthly spot checks. Decides
 * which items an agency owes and what those nobody has judged yet still leave possible.
 */
import { sha256 } from '#base/hash'
import { exactText, least, over, plus, rational, sum, times, ZERO } from '#base/rational'
import type { ItemsCriterion, SeriesCriterion } from '#model/criterion'
import type { DrawnSample, ScoreInput } from '#model/scorecard'
import {
  collect,
  decisionOf,
  findingDecision,
  grounds,
  idsOf,
  notApplicable,
  open,
  type PricedCriterion,
  type PricingContext,
  personState,
  type Rule,
  settled,
  unfit,
  weightText,
} from './rule.ts'

/**
 * `take` of the names, the same for the same seed whatever their order: names are sorted by the hash of seed and name.
 * Returned in the order given.
 */
export function drawSample(
  seed: string,
  names: readonly string[],
  take: number,
): readonly string[] {
  const drawn = new Set(
    [...names]
      .map((name) => ({ name, key: sha256(`${seed}\0${name}`) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, take)
      .map(({ name }) => name),
  )
  return names.filter((name) => drawn.has(name))
}

interface Item {
  readonly id: string
  readonly label: string
}

/** Items of the agency, or null when only the assessor knows them. */
function itemsOf(
  { scheme, facts }: Pick<PricingContext, 'scheme' | 'facts'>,
  criterion: ItemsCriterion,
): Item[] | null {
  if (criterion.checklist !== null) {
    const list = scheme.checklists.find((one) => one.id === criterion.checklist)
    return (list?.rows ?? [])
      .filter((row) => row.agencies.includes(facts.agency.name))
      .map(({ id, label }) => ({ id, label }))
  }
  return criterion.names.length === 0
    ? null
    : criterion.names.map((name) => ({ id: name, label: name }))
}

/**
 * Names an agency is judged on under a seed, for workbooks and shown draws; null when only the assessor knows them.
 */
export function namesAsked(
  context: Pick<PricingContext, 'scheme' | 'facts' | 'seed'>,
  criterion: ItemsCriterion,
): readonly string[] | null {
  const known = itemsOf(context, criterion)
  if (known === null) return null
  return (pick(context, criterion, known, [])?.items ?? []).map((item) => item.label)
}

export function priceItems(
  context: PricingContext,
  rule: Rule,
  criterion: ItemsCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  const known = itemsOf(context, criterion)
  if (known?.length === 0) {
    const because = '附录没有列出该单位'
    return criterion.noRows === 'not-applicable'
      ? notApplicable(rule, because)
      : open(rule, `${because}，原文没有写明如何计分`)
  }
  const done = input ? null : allDone(context, rule, criterion)
  if (done !== null) return done
  if (input?.value.kind === 'ratio') return byRatio(rule, criterion, known, input)
  if (input && input.value.kind !== 'items') return unfit(rule, input.value)
  const given = input?.value.kind === 'items' ? input.value.items : {}
  const picked = pick(context, criterion, known, Object.keys(given))
  if (picked === null) return input ? unfit(rule, input.value) : open(rule, '需人工抽取并评定')
  const { items, drawn } = picked
  const judged = items.flatMap((item) => {
    const part = given[item.id] ?? given[item.label]
    return part === undefined ? [] : [least(rational(Math.max(0, part)), rational(1))]
  })
  const each = over(rule.weight, rational(items.length))
  const low = times(sum(judged), each)
  const missing = items.length - judged.length
  const text = `${judged.length === 0 ? '0' : exactText(sum(judged))} ÷ ${items.length} × ${weightText(rule)}`
  if (missing > 0)
    return open(
      rule,
      `${items.length} 条中 ${missing} 条尚未评定${input ? `；${input.reason}` : ''}`,
      {
        earned: { low, high: plus(low, times(each, rational(missing))) },
        ask: `${criterion.ask ?? criterion.of}（${items.map((i) => i.label).join('、')}）`,
        drawn,
      },
    )
  return settled(rule, {
    earned: low,
    state: personState(rule),
    arithmetic: `${text} = ${exactText(low)}`,
    because: input?.reason ?? '',
    decision: input ? decisionOf(input, `${exactText(sum(judged))}/${items.length}`) : null,
    drawn,
  })
}

/** Every finding about the items says that they are done; null where one does not, or nothing was said. */
function allDone(
  context: PricingContext,
  rule: Rule,
  { when, take }: ItemsCriterion,
): PricedCriterion | null {
  if (take !== null) return null
  const evidence = collect(
    context,
    when.map((ref) => ({ ref, stands: true as const })),
  )
  const whole = evidence.map(({ readings, silent }) => {
    const live = readings.filter((r) => r.force !== 'neutral' && r.force !== 'aside')
    return silent.length === 0 && live.length > 0 && live.every((r) => r.force === 'certain')
  })
  const enough = rule.portals === 'any' || rule.portals === 'best' ? 'some' : 'every'
  if (whole.length === 0 || !whole[enough]((one) => one)) return null
  const readings = evidence.flatMap((e) => e.readings).filter((r) => r.force === 'certain')
  return settled(rule, {
    earned: rule.weight,
    state: readings.some((r) => r.reviewed) ? 'reviewed' : 'machine',
    arithmetic: `${weightText(rule)} = ${exactText(rule.weight)}`,
    because: grounds(readings.map((r) => r.because)),
    findings: idsOf(evidence),
    decision: findingDecision(readings),
    result: '各条都已做到',
  })
}

/** The items that count: all, our draw, or the draw the inputs were made with. Null when the inputs fit neither. */
function pick(
  { seed, facts }: Pick<PricingContext, 'seed' | 'facts'>,
  criterion: ItemsCriterion,
  known: readonly Item[] | null,
  given: readonly string[],
): { items: readonly Item[]; drawn: DrawnSample | null } | null {
  const { take } = criterion
  if (known === null) {
    if (given.length === 0 || (take !== null && given.length > take)) return null
    // Names not given yet still count: the missing ones have no name.
    const blanks = Array.from({ length: (take ?? given.length) - given.length }, (_, i) => ({
      id: `\0${i}`,
      label: '（未录入）',
    }))
    const items = given.map((name) => ({ id: name, label: name }))
    return { items: [...items, ...blanks], drawn: { seed: null, names: given } }
  }
  const chosen = (name: string) => known.filter((item) => item.id === name || item.label === name)
  if (given.some((name) => chosen(name).length !== 1)) return null
  if (take === null || take >= known.length) return { items: known, drawn: null }
  const key = `${seed}/${criterion.id}${criterion.draw === 'agency' ? `/${facts.agency.id}` : ''}`
  const ids = known.map((item) => item.id)
  const ours = new Set(drawSample(key, ids, take))
  const own = given.flatMap(chosen)
  if (own.every((item) => ours.has(item.id))) {
    const items = known.filter((item) => ours.has(item.id))
    return { items, drawn: { seed: key, names: items.map((item) => item.label) } }
  }
  if (own.length !== take) return null
  return { items: own, drawn: { seed: null, names: own.map((item) => item.label) } }
}

function byRatio(
  rule: Rule,
  criterion: ItemsCriterion,
  known: readonly Item[] | null,
  input: ScoreInput,
): PricedCriterion {
  if (input.value.kind !== 'ratio') return unfit(rule, input.value)
  const { part, whole } = input.value
  const owed = criterion.take ?? known?.length ?? whole
  if (
    whole <= 0 ||
    part < 0 ||
    part > whole ||
    (known !== null && whole !== Math.min(owed, known.length))
  )
    return open(rule, `录入 ${part}/${whole}，与应评的 ${owed} 条不符，未采用`)
  const earned = times(over(rational(part), rational(whole)), rule.weight)
  return settled(rule, {
    earned,
    state: personState(rule),
    arithmetic: `${part} ÷ ${whole} × ${weightText(rule)} = ${exactText(earned)}`,
    because: input.reason,
    decision: decisionOf(input, `${part}/${whole}`),
  })
}

/** Months from first to last, YYYY-MM, both included. */
export function monthsOf(from: string, to: string): readonly string[] {
  const months: string[] = []
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  for (let n = number(from); n <= number(to); n += 1)
    months.push(`${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
  return months
}

export function priceSeries(
  rule: Rule,
  criterion: SeriesCriterion,
  input: ScoreInput | undefined,
): PricedCriterion {
  if (!input) return open(rule, '需人工抽查')
  if (input.value.kind !== 'series') return unfit(rule, input.value)
  const { passed } = input.value
  const months = monthsOf(criterion.from, criterion.to)
  const owed = months.length * criterion.times
  if (owed === 0 || Object.keys(passed).some((month) => !months.includes(month)))
    return unfit(rule, input.value)
  const kept = months.reduce(
    (n, month) =>
      plus(n, least(rational(Math.max(0, passed[month] ?? 0)), rational(criterion.times))),
    ZERO,
  )
  const earned = times(over(kept, rational(owed)), rule.weight)
  return settled(rule, {
    earned,
    state: personState(rule),
    arithmetic: `${months.length} 个月 × ${criterion.times} 次，通过 ${exactText(kept)} 次：${exactText(kept)} ÷ ${owed} × ${weightText(rule)} = ${exactText(earned)}`,
    because: input.reason,
    decision: decisionOf(input, `${exactText(kept)}/${owed}`),
  })
}
