/** What must hold of every card under every scheme that ships, whatever people enter. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendar } from '#base/calendar'
import { loadCalendar } from '#catalog/calendar'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import type { Criterion } from '#model/criterion'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts, InputValue, Scorecard } from '#model/scorecard'
import { type AgencyDraft, scoreAgency } from '#scoring/agency'
import { settle, settleStream } from '#scoring/settle'
import { suppose } from '#scoring/what-if'
import { criteriaOf } from './samples.ts'

const ROOT = join(import.meta.dirname, '../..')
const schemes = loadSchemes(join(ROOT, 'data/schemes'), { checks })
const calendar = workCalendar(loadCalendar(join(ROOT, 'data/calendar')))

const count = fc.nat({ max: 12 })
const day = fc.constantFrom('2018-06-01', '2018-09-10', '2018-12-31', '2023-12-12', '2023-03-01')

/** A value of the right kind for a criterion, or of none. */
function valueFor(criterion: Criterion): fc.Arbitrary<InputValue> {
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers':
      return fc
        .constantFrom(...criterion.answers.map((a) => a.id))
        .map((answer) => ({ kind: 'answer', answer }))
    case 'scale':
      return fc.oneof(
        count.map((value): InputValue => ({ kind: 'value', value: value * 10 })),
        fc.tuple(day, day, fc.boolean()).map(([a, b, extended]): InputValue => {
          const [from, to] = a < b ? [a, b] : [b, a]
          return { kind: 'dates', from, to, extended }
        }),
      )
    case 'deadline':
      return day.map((d) => ({ kind: 'date', day: d }))
    case 'benchmark':
    case 'target':
    case 'over-target':
      return count.map((value) => ({ kind: 'value', value: value * 40 }))
    case 'deduct-each':
    case 'award-each':
      return fc
        .array(count, { minLength: criterion.events.length, maxLength: criterion.events.length })
        .map((counts) => ({
          kind: 'events',
          counts: Object.fromEntries(criterion.events.map((e, i) => [e.id, counts[i] ?? 0])),
        }))
    case 'ratio':
    case 'items':
      return fc
        .tuple(count, count)
        .map(([a, b]) => ({ kind: 'ratio', part: Math.min(a, b), whole: Math.max(a, b) }))
    case 'series':
      return count.map((n) => ({ kind: 'series', passed: { [criterion.from]: n } }))
    case 'judgement':
    case 'lead-penalty':
    case 'not-ruled':
    case 'rest':
      return fc.integer({ min: -20, max: 20 }).map((n) => ({ kind: 'score', score: n / 4 }))
  }
}

const stray = fc.constantFrom<InputValue>(
  { kind: 'not-applicable' },
  { kind: 'applies' },
  { kind: 'holds', holds: true },
  { kind: 'holds', holds: false },
  { kind: 'items', items: { 无此条: 2 } },
)

function agencyOf(scheme: Scheme): fc.Arbitrary<AgencyFacts> {
  const { bonus, deductions, external, vetoes } = scheme.outside
  const all = [...scheme.indicators, ...bonus, ...deductions, ...external]
  const listed = [
    ...all.flatMap((i) => i.criteria.map((c) => ({ id: c.id, value: valueFor(c) }))),
    ...[...all, ...all.flatMap((i) => [...i.zeroWhen])].map((i) => ({ id: i.id, value: stray })),
    ...vetoes.map((v) => ({ id: v.id, value: stray })),
  ]
  // A note that zeroes a block stands with every indicator of it; people answer it once.
  const targets = [...new Map(listed.map((one) => [one.id, one])).values()]
  const names = [...scheme.groups.flatMap((g) => g.agencies), '名单以外的单位']
  const chosen = fc.subarray(targets)
  return fc
    .record({
      name: fc.constantFrom(...names),
      attributes: fc.subarray(scheme.attributes.map((a) => a.id)),
      entered: chosen.chain((list) =>
        fc.tuple(
          ...list.map(({ id, value }) =>
            fc
              .oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: stray })
              .map((v) => ({ id, value: v })),
          ),
        ),
      ),
    })
    .map(({ name, attributes, entered }) => ({
      agency: { id: name, name, group: scheme.groups[0]?.name ?? null, attributes },
      portals: [],
      inputs: entered.map(({ id, value }) => ({
        scheme: scheme.id,
        agencyId: name,
        target: id,
        value,
        by: '评估员',
        at: null,
        reason: '现场核实',
      })),
    }))
}

function cohortOf(scheme: Scheme): fc.Arbitrary<readonly AgencyFacts[]> {
  return fc.uniqueArray(agencyOf(scheme), {
    minLength: 1,
    maxLength: 3,
    selector: (facts) => facts.agency.id,
  })
}

function draftsOf(scheme: Scheme, cohort: readonly AgencyFacts[], strict: boolean): AgencyDraft[] {
  return cohort.map((facts) => scoreAgency(scheme, facts, { strict, calendar }))
}

const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9)
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** Bounds and sums of one card. */
function holdsTogether(scheme: Scheme, card: Scorecard, strict: boolean): void {
  const [low, high] = card.range
  expect(low).toBeLessThanOrEqual(card.settled + 1e-9)
  expect(card.settled).toBeLessThanOrEqual(high + 1e-9)
  for (const line of criteriaOf(card).values()) {
    const worth = line.maxScore ?? 0
    if (!strict) {
      expect(line.range[0]).toBeGreaterThanOrEqual(Math.min(0, worth) - 1e-9)
      expect(line.range[1]).toBeLessThanOrEqual(Math.max(0, worth) + 1e-9)
    }
    expect(line.range[0]).toBeLessThanOrEqual(line.range[1] + 1e-9)
    if (line.score !== null) expect(line.range).toEqual([line.score, line.score])
    if (line.state === 'not-applicable') expect(line.range).toEqual([0, 0])
  }
  const { bonus, deductions, external } = card.outside
  const outside = [...bonus, ...deductions, ...external]
  near(
    card.settled,
    total([...card.indicators.map((i) => i.settled), ...outside.map((c) => c.settled)]),
  )
  if (scheme.maxScore === null) {
    expect(card).toMatchObject({ score: null, rank: null, range: [0, 0] })
    return
  }
  if (!strict) {
    const over = total(bonus.map((c) => c.maxScore ?? 0))
    expect(high).toBeLessThanOrEqual(scheme.maxScore + over + 1e-9)
  }
  const worths = card.indicators.map((i) => i.maxScore ?? 0)
  near(total(worths), scheme.maxScore)
}

for (const scheme of schemes)
  describe(`cards of ${scheme.id}`, () => {
    const runs = { numRuns: 25 }
    it('stay within their bounds and add up', () => {
      fc.assert(
        fc.property(cohortOf(scheme), fc.boolean(), (cohort, strict) => {
          for (const card of settle(draftsOf(scheme, cohort, strict), { cohortComplete: true }))
            holdsTogether(scheme, card, strict)
        }),
        runs,
      )
    })

    it('do not depend on the order of agencies or inputs, nor on streaming', () => {
      fc.assert(
        fc.property(cohortOf(scheme), (cohort) => {
          const options = { cohortComplete: true }
          const cards = settle(draftsOf(scheme, cohort, false), options)
          const turned = [...cohort]
            .reverse()
            .map((facts) => ({ ...facts, inputs: [...facts.inputs].reverse() }))
          expect(settle(draftsOf(scheme, turned, false), options)).toEqual(cards)
          const byId = (a: Scorecard, b: Scorecard) => (a.agency.id < b.agency.id ? -1 : 1)
          const streamed = [...settleStream(() => draftsOf(scheme, turned, false), options)]
          expect(streamed.sort(byId)).toEqual([...cards].sort(byId))
        }),
        runs,
      )
    })

    it('never earn less by a better judgement', () => {
      const judged = scheme.indicators.flatMap((i) =>
        i.criteria.filter((c) => c.kind === 'judgement'),
      )
      const first = judged[0]
      if (!first) return
      fc.assert(
        fc.property(cohortOf(scheme), fc.nat({ max: 20 }), count, (cohort, points, more) => {
          const [facts] = cohort
          if (!facts) return
          const rangeWith = (score: number) => {
            const own = {
              scheme: scheme.id,
              agencyId: facts.agency.id,
              target: first.id,
              value: { kind: 'score', score } as const,
              by: '评估员',
              at: null,
              reason: '现场核实',
            }
            const [card] = settle(
              draftsOf(scheme, [{ ...facts, inputs: [...facts.inputs, own] }], false),
              { cohortComplete: true },
            )
            return card?.range ?? [0, 0]
          }
          const [low, high] = rangeWith(points / 4)
          const [betterLow, betterHigh] = rangeWith((points + more) / 4)
          expect(betterLow).toBeGreaterThanOrEqual(low - 1e-9)
          expect(betterHigh).toBeGreaterThanOrEqual(high - 1e-9)
        }),
        runs,
      )
    })

    it('scale with the weights of a supposition', () => {
      if (scheme.maxScore === null) return
      const weights = Object.fromEntries(
        scheme.indicators.flatMap((i) => (i.maxScore === null ? [] : [[i.id, i.maxScore * 2]])),
      )
      if (Object.keys(weights).length < scheme.indicators.length) return
      const nothing = { grades: {}, quotas: {}, appliesTo: {}, without: [], withoutLocal: [] }
      const doubled = suppose(scheme, { weights, ...nothing }).scheme
      near(doubled.maxScore ?? 0, scheme.maxScore * 2)
      for (const [i, indicator] of doubled.indicators.entries())
        near(indicator.maxScore ?? 0, (scheme.indicators[i]?.maxScore ?? 0) * 2)
    })
  })
