/** What must hold of every scorecard, whatever the findings, decisions and inputs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputValue, Scorecard } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { criteriaOf, type FindingSpec, facts, workedScheme } from './samples.ts'

const scheme = workedScheme()
const names = ['甲局', '乙局', '丙局']

const columnOutcomes = ['present', 'missing', 'unclear', 'none']
const staleOutcomes = ['fresh', 'stale', 'empty', 'undated']
const decided = fc.option(fc.constantFrom('exempt', 'nonsense'), { nil: undefined, freq: 5 })
const softened = fc.option(fc.constant('没有读全'), { nil: undefined, freq: 4 })

function specOf(check: string, outcomes: readonly string[], measured: boolean) {
  return fc
    .record({
      outcome: fc.constantFrom(...outcomes),
      verdictOf: fc.option(fc.constantFrom(...outcomes), { nil: undefined, freq: 4 }),
      other: decided,
      downgraded: softened,
      measure: fc.integer({ min: 0, max: 400 }).map((n) => n / 100),
    })
    .map(({ outcome, verdictOf, other, downgraded, measure }): FindingSpec => {
      const decision = verdictOf ?? other
      return {
        check,
        outcome,
        ...(decision === undefined ? {} : { decided: decision }),
        ...(downgraded === undefined ? {} : { downgraded }),
        ...(measured ? { measure } : {}),
      }
    })
}

const portal = fc
  .tuple(
    fc.array(specOf('sample/column-missing', columnOutcomes, false), { maxLength: 1 }),
    fc.array(specOf('sample/share-low', ['measured', 'unread'], true), { maxLength: 2 }),
    fc.array(specOf('sample/count-low', ['counted', 'unread'], true), { maxLength: 2 }),
    fc.array(specOf('sample/column-stale', staleOutcomes, false), { maxLength: 5 }),
  )
  .map(([a, ...rest]) => [
    ...a,
    ...rest.flatMap((list) => list.map((s, i) => ({ ...s, subject: `栏目${i}` }))),
  ])

/** Values of every kind, most of them unfit for the target they are aimed at. */
const value: fc.Arbitrary<InputValue> = fc.oneof(
  fc
    .constantFrom('met', 'unmet', 'within-1', 'within-5', 'none')
    .map((answer): InputValue => ({ kind: 'answer', answer })),
  fc.integer({ min: -20, max: 20 }).map((n): InputValue => ({ kind: 'score', score: n / 4 })),
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map(([part, whole]): InputValue => ({ kind: 'ratio', part, whole })),
  fc.integer({ min: -1, max: 9 }).map((n): InputValue => ({ kind: 'value', value: n })),
  fc
    .tuple(fc.constantFrom('empty', 'missed', 'central', 'provincial'), fc.nat({ max: 12 }))
    .map(([id, n]): InputValue => ({ kind: 'events', counts: { [id]: n } })),
  fc.boolean().map((holds): InputValue => ({ kind: 'holds', holds })),
  fc.constant<InputValue>({ kind: 'not-applicable' }),
)
const targets = [
  ...scheme.indicators.flatMap((i) => [i.id, ...i.criteria.map((c) => c.id)]),
  'exposure#1',
  'praise#1',
  'fake',
  'fraud',
]
const inputs = fc.dictionary(fc.constantFrom(...targets), value, { maxKeys: 8 })

const agency = fc.record({
  portals: fc.array(portal, { maxLength: 3 }),
  inputs,
  attributes: fc.subarray(['执法']),
})
const cohort = fc.tuple(agency, agency, agency)
type Cohort = typeof cohort extends fc.Arbitrary<infer T> ? T : never

function cardsOf(
  members: Cohort,
  strict = false,
  cohortComplete = true,
  table = scheme,
): readonly Scorecard[] {
  const drafts = members.map((m, i) =>
    scoreAgency(table, facts(table, names[i] ?? '', m.portals, m.inputs, m.attributes), {
      strict,
    }),
  )
  return settle(drafts, { cohortComplete })
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('every scorecard', () => {
  it('keeps settled within range and every score within its worth', () => {
    fc.assert(
      fc.property(cohort, fc.boolean(), (members, complete) => {
        for (const card of cardsOf(members, false, complete)) {
          const [low, high] = card.range
          expect(low).toBeLessThanOrEqual(card.settled + 1e-9)
          expect(card.settled).toBeLessThanOrEqual(high + 1e-9)
          for (const c of criteriaOf(card).values()) {
            const worth = c.maxScore ?? 0
            const [least, most] = worth < 0 ? [worth, 0] : [0, worth]
            expect(c.range[0]).toBeGreaterThanOrEqual(least - 1e-9)
            expect(c.range[1]).toBeLessThanOrEqual(most + 1e-9)
            expect(c.range[0]).toBeLessThanOrEqual(c.settled + 1e-9)
            expect(c.settled).toBeLessThanOrEqual(c.range[1] + 1e-9)
            if (c.score !== null) expect(c.range).toEqual([c.score, c.score])
            // Certain is what cannot be lost any more, or what is lost for sure.
            expect(c.settled).toBe(worth < 0 ? c.range[1] : c.range[0])
            expect(c.because).not.toBe('')
          }
        }
      }),
    )
  })

  it('adds up: criteria to indicators, indicators and the outside to the card', () => {
    fc.assert(
      fc.property(cohort, (members) => {
        for (const card of cardsOf(members)) {
          for (const i of card.indicators) {
            expect(near(i.settled, sum(i.criteria.map((c) => c.settled)))).toBe(true)
            expect(near(i.range[1], sum(i.criteria.map((c) => c.range[1])))).toBe(true)
            if (i.score !== null)
              expect(
                i.criteria.every((c) => c.score !== null || c.state === 'not-applicable'),
              ).toBe(true)
            const low = sum(i.criteria.map((c) => c.range[0]))
            const wiped = i.openZeroNotes.length > 0 ? Math.min(0, low) : low
            expect(near(i.range[0], wiped)).toBe(true)
          }
          const outside = [...card.outside.bonus, ...card.outside.deductions]
          const all = [...card.indicators.map((i) => i.settled), ...outside.map((c) => c.settled)]
          expect(near(card.settled, sum(all))).toBe(true)
          expect(near(card.bonus + card.deductions, sum(outside.map((c) => c.settled)))).toBe(true)
        }
      }),
    )
  })

  it('only widens under strict scoring', () => {
    fc.assert(
      fc.property(cohort, (members) => {
        const strict = new Map(cardsOf(members, true).map((card) => [card.agency.id, card]))
        for (const card of cardsOf(members)) {
          const wide = strict.get(card.agency.id)
          if (!wide) throw new Error('no card')
          const lines = criteriaOf(wide)
          for (const c of criteriaOf(card).values()) {
            const other = lines.get(c.id)
            expect(other?.range[0]).toBeLessThanOrEqual(c.range[0] + 1e-9)
            expect(other?.range[1]).toBeGreaterThanOrEqual(c.range[1] - 1e-9)
          }
          expect(wide.range[0]).toBeLessThanOrEqual(wide.settled + 1e-9)
          expect(wide.settled).toBeLessThanOrEqual(wide.range[1] + 1e-9)
        }
      }),
    )
  })

  it('never settles what is not ruled, softened or not scanned', () => {
    fc.assert(
      fc.property(cohort, (members) => {
        for (const card of cardsOf(members)) {
          const zeroed = new Set(card.indicators.filter((i) => i.zeroed).map((i) => i.id))
          for (const i of card.indicators)
            for (const c of i.criteria) {
              if (c.kind === 'not-ruled' && !zeroed.has(i.id) && c.state !== 'not-applicable') {
                expect(c.state).toBe('not-ruled')
                expect(c.range).toEqual([0, c.maxScore])
              }
              if (c.state === 'machine' && !zeroed.has(i.id)) expect(c.findings).not.toEqual([])
            }
        }
      }),
    )
  })

  it('never takes a softened measure for certain before a person has decided', () => {
    fc.assert(
      fc.property(cohort, ([first, ...others]) => {
        const portals = first.portals.slice(0, 1)
        const soft = new Set(
          portals
            .flat()
            .flatMap((spec) =>
              spec.downgraded !== undefined && spec.decided === undefined
                ? [`f:${names[0]}0/${spec.check}/${spec.subject ?? '首页'}`]
                : [],
            ),
        )
        const cards = cardsOf([{ ...first, portals }, ...others])
        const card = cards.find((one) => one.agency.name === names[0])
        for (const i of card?.indicators ?? [])
          for (const c of i.criteria)
            if (c.kind === 'ratio' && c.state === 'machine' && i.zeroed === null)
              expect(c.findings.filter((id) => soft.has(id))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('does not change when portals, findings or peers are put in another order', () => {
    fc.assert(
      fc.property(cohort, (members) => {
        const straight = cardsOf(members)
        const drafts = members
          .map((m, i) => {
            const own = facts(scheme, names[i] ?? '', m.portals, m.inputs, m.attributes)
            const portals = own.portals
              .map((p) => ({ ...p, findings: [...p.findings].reverse() }))
              .reverse()
            return scoreAgency(scheme, { ...own, portals }, { strict: false })
          })
          .reverse()
        const turned = settle(drafts, { cohortComplete: true })
        const bare = (cards: readonly Scorecard[]) =>
          cards.map((c) => ({
            name: c.agency.name,
            rank: c.rank,
            settled: c.settled,
            range: c.range,
            states: [...criteriaOf(c).values()].map((x) => [x.id, x.state, x.range]),
          }))
        expect(bare(turned)).toEqual(bare(straight))
      }),
    )
  })

  it('never loses by a better outcome', () => {
    const order = ['missing', 'unclear', 'present']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 2 }),
        (outcomes, at) => {
          const score = (list: readonly string[]) => {
            const portals = list.map((outcome) => [{ check: 'sample/column-missing', outcome }])
            const [card] = settle(
              [scoreAgency(scheme, facts(scheme, '甲局', portals), { strict: false })],
              { cohortComplete: true },
            )
            return card?.range ?? [0, 0]
          }
          const i = at % outcomes.length
          const better = outcomes.map((o, j) => (j === i ? 'present' : o))
          const [low, high] = score(outcomes)
          const [betterLow, betterHigh] = score(better)
          expect(betterLow).toBeGreaterThanOrEqual(low)
          expect(betterHigh).toBeGreaterThanOrEqual(high)
        },
      ),
    )
  })

  it('never loses by one finding that turns out well, whatever else there is', () => {
    const well: Readonly<Record<string, string>> = {
      missing: 'present',
      unclear: 'present',
      stale: 'fresh',
      empty: 'fresh',
      undated: 'fresh',
    }
    fc.assert(
      fc.property(cohort, fc.nat(), (members, at) => {
        const [first, ...others] = members
        const open = first.portals.flatMap((list, p) =>
          list.flatMap((spec, n) => (well[spec.outcome] && !spec.decided ? [{ p, n }] : [])),
        )
        const chosen = open[at % open.length]
        if (!chosen) return
        const portals = first.portals.map((list, p) =>
          list.map((spec, n) => {
            if (p !== chosen.p || n !== chosen.n) return spec
            const { downgraded: _, ...plain } = spec
            return { ...plain, outcome: well[spec.outcome] ?? spec.outcome }
          }),
        )
        const rangeOf = (one: Cohort[0]) =>
          cardsOf([one, ...others] as Cohort).find((c) => c.agency.name === names[0])?.range ?? [
            0, 0,
          ]
        const [before, after] = [rangeOf(first), rangeOf({ ...first, portals })]
        expect(after[0]).toBeGreaterThanOrEqual(before[0] - 1e-9)
        expect(after[1]).toBeGreaterThanOrEqual(before[1] - 1e-9)
      }),
      { numRuns: 400 },
    )
  })

  it('stays within 0 and the total, and what stands outside it', () => {
    const { bonus, deductions } = scheme.outside
    const most = (scheme.maxScore ?? 0) + sum(bonus.map((i) => i.maxScore ?? 0))
    const least = sum(deductions.map((i) => i.maxScore ?? 0))
    fc.assert(
      fc.property(cohort, (members) => {
        for (const card of cardsOf(members)) {
          expect(card.range[0]).toBeGreaterThanOrEqual(least - 1e-9)
          expect(card.range[1]).toBeLessThanOrEqual(most + 1e-9)
          expect(card.bonus).toBeGreaterThanOrEqual(0)
          expect(card.deductions).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('counts what does not apply neither as earned nor as lost', () => {
    fc.assert(
      fc.property(cohort, (members) => {
        for (const card of cardsOf(members))
          for (const c of criteriaOf(card).values())
            if (c.state === 'not-applicable') {
              expect(c.range).toEqual([0, 0])
              expect(c.score).toBeNull()
            }
      }),
    )
  })

  it('leaves what does not apply out of a percentage, and what stands outside on top of it', () => {
    const converting = { ...scheme, conversion: { origin: 'source', reason: null } as const }
    fc.assert(
      fc.property(cohort, (members) => {
        for (const card of cardsOf(members, false, true, converting)) {
          const lines = card.indicators.flatMap((i) => i.criteria)
          const asked = lines.filter((c) => c.state !== 'not-applicable')
          const applicable = sum(asked.map((c) => c.maxScore ?? 0))
          const earned = sum(card.indicators.map((i) => i.settled))
          const { bonus, deductions, external } = card.outside
          const beside = sum([...bonus, ...deductions, ...external].map((c) => c.settled))
          if (applicable === 0) expect(card.converted).toBeNull()
          else expect(card.converted?.score).toBeCloseTo((earned / applicable) * 100 + beside, 9)
        }
      }),
    )
  })
})

describe('benchmarks', () => {
  const counted = (...values: readonly (number | null)[]) =>
    values.map((measure, i) =>
      scoreAgency(
        scheme,
        facts(scheme, names[i] ?? '', [
          measure === null ? [] : [{ check: 'sample/count-low', outcome: 'counted', measure }],
        ]),
        { strict: false },
      ),
    )
  const line = (cards: readonly Scorecard[], name: string) => {
    const card = cards.find((c) => c.agency.name === name)
    return card && criteriaOf(card).get('documents#3')
  }

  it('compares with the best peer', () => {
    const cards = settle(counted(12, 40, 0), { cohortComplete: true })
    expect(line(cards, '甲局')).toMatchObject({
      score: 0.9,
      arithmetic: '12 ÷ 40 × 50% × 6 = 0.9',
      state: 'machine',
    })
    expect(line(cards, '乙局')).toMatchObject({ score: 3 })
    expect(line(cards, '丙局')).toMatchObject({ score: 0 })
  })

  it('does not divide when the best is 0', () => {
    const cards = settle(counted(0, 0, 0), { cohortComplete: true })
    for (const name of names) expect(line(cards, name)).toMatchObject({ score: 0, range: [0, 0] })
    expect(line(cards, '甲局')?.because).toContain('不作除法')
  })

  it('is free of scale: counting all peers in another unit changes nobody’s share', () => {
    const values = fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.nat({ max: 500 }))
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (own, factor) => {
        const sharesOf = (list: readonly number[]) => {
          const cards = settle(counted(...list), { cohortComplete: true })
          return names.map((name) => line(cards, name)?.score)
        }
        const plain = sharesOf(own)
        expect(sharesOf(own.map((value) => value * factor))).toEqual(plain)
        const best = Math.max(...own)
        plain.forEach((share, i) => {
          expect(share).toBeCloseTo(best === 0 ? 0 : ((own[i] ?? 0) / best) * 3, 9)
        })
      }),
    )
  })

  it('stays open while a peer is unknown, bounded by the best known', () => {
    const cards = settle(counted(12, 40, null), { cohortComplete: true })
    expect(line(cards, '甲局')).toMatchObject({ score: null, state: 'open', range: [0, 0.9] })
    expect(line(cards, '丙局')).toMatchObject({ score: null, range: [0, 3] })
    const alone = settle(counted(12), { cohortComplete: false })
    expect(line(alone, '甲局')).toMatchObject({ state: 'open', range: [0, 3] })
  })

  it('lets an agency that the rule does not apply to out of the comparison', () => {
    const own = facts(
      scheme,
      '乙局',
      [[{ check: 'sample/count-low', outcome: 'counted', measure: 400 }]],
      { documents: { kind: 'not-applicable' } },
    )
    const drafts = [...counted(12), scoreAgency(scheme, own, { strict: false })]
    expect(line(settle(drafts, { cohortComplete: true }), '甲局')).toMatchObject({ score: 3 })
  })

  it('adds the values of several portals where the rule says so', () => {
    const many = facts(scheme, '甲局', [
      [{ check: 'sample/count-low', outcome: 'counted', measure: 5 }],
      [{ check: 'sample/count-low', outcome: 'counted', measure: 7 }],
    ])
    const drafts = [
      scoreAgency(scheme, many, { strict: false }),
      ...counted(24).map((d) => ({
        ...d,
        facts: { ...d.facts, agency: { ...d.facts.agency, id: '乙局', name: '乙局' } },
      })),
    ]
    expect(line(settle(drafts, { cohortComplete: true }), '甲局')).toMatchObject({
      arithmetic: '12 ÷ 24 × 50% × 6 = 1.5',
    })
  })
})

describe('ranks', () => {
  it('goes by settled, then highest; ties share; the unmeasured have none', () => {
    const present = [{ check: 'sample/column-missing', outcome: 'present' }]
    const missing = [{ check: 'sample/column-missing', outcome: 'missing' }]
    const draft = (name: string, portals: readonly (readonly FindingSpec[])[]) =>
      scoreAgency(scheme, facts(scheme, name, portals), { strict: false })
    const cards = settle(
      [
        draft('丁局', [[]]),
        draft('丙局', [missing]),
        draft('乙局', [present]),
        draft('甲局', [present]),
      ],
      { cohortComplete: true },
    )
    expect(cards.map((c) => [c.agency.name, c.rank])).toEqual([
      ['乙局', 1],
      ['甲局', 1],
      ['丙局', 3],
      ['丁局', null],
    ])
  })
})

describe('vetoes', () => {
  it('bar by a person’s word only, and leave the number alone', () => {
    const score = (holds: boolean | null) => {
      const own = facts(
        scheme,
        '甲局',
        [[]],
        holds === null ? {} : { fraud: { kind: 'holds', holds } },
      )
      const [card] = settle([scoreAgency(scheme, own, { strict: false })], { cohortComplete: true })
      return card
    }
    expect(score(null)?.outside.vetoes[0]?.state).toBe('open')
    expect(score(true)?.vetoes).toEqual(['材料造假'])
    expect(score(false)?.vetoes).toEqual([])
    expect(score(true)?.range).toEqual(score(null)?.range)
  })
})
