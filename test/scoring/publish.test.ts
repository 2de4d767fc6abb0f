/** Suppositions, comparison and published versions, on the worked example. */
import { describe, expect, it } from 'vitest'
import type { Scorecards } from '#model/scorecard'
import type { Supposition } from '#model/supposition'
import { type ScoreOptions, scoreAgency } from '#scoring/agency'
import { compareCards, rankStability } from '#scoring/compare'
import { type Publishing, publish } from '#scoring/publish'
import { cardsOf, settle, standings } from '#scoring/settle'
import { suppose } from '#scoring/what-if'
import { facts, workedScheme } from './samples.ts'

const scheme = workedScheme()
const present = [{ check: 'sample/column-missing', outcome: 'present' }]
const missing = [{ check: 'sample/column-missing', outcome: 'missing' }]

const answered = {
  fake: { kind: 'holds', holds: false },
  fraud: { kind: 'holds', holds: false },
} as const
const cohort = [
  facts(scheme, '甲局', [present], { ...answered, 'judged#1': { kind: 'score', score: 1 } }),
  facts(scheme, '乙局', [missing], {
    ...answered,
    judged: { kind: 'applies' },
    'judged#1': { kind: 'score', score: 3 },
  }),
]
const complete = { cohortComplete: true }

function draftsOf(under = scheme, options: Partial<ScoreOptions> = {}) {
  return cohort.map((one) => scoreAgency(under, one, { strict: false, ...options }))
}

const NOTHING: Supposition = {
  weights: {},
  grades: {},
  quotas: {},
  appliesTo: {},
  without: [],
  withoutLocal: [],
}

describe('a supposition', () => {
  const cards = settle(draftsOf(), complete)
  const under = (what: Partial<Supposition>) => {
    const supposed = suppose(scheme, { ...NOTHING, ...what })
    const drafts = draftsOf(supposed.scheme, { localOff: supposed.localOff })
    return compareCards(cards, settle(drafts, complete))
  }

  it('of nothing moves nobody', () => {
    expect(under({})).toEqual([])
  })

  it('refuses weights of the other sign or beyond measure, and quotas over the whole', () => {
    for (const weights of [{ columns: -8 }, { columns: 1e300 }])
      expect(() => under({ weights })).toThrow(/应仍为正数/)
    const plain = { quota: null, byQuota: false, origin: 'source' } as const
    const grades = [
      { id: 'good', label: '良好', from: 80, ...plain },
      { id: 'fair', label: '一般', from: 60, ...plain },
    ]
    const graded = (what: Partial<Supposition>) =>
      suppose({ ...scheme, grades }, { ...NOTHING, ...what })
    expect(() => graded({ quotas: { good: 1.2 } })).toThrow(/超过 100%/)
    expect(() => graded({ grades: { good: 50 } })).toThrow(/50、60，应从高到低/)
    expect(graded({ grades: { good: 90 } }).scheme.grades[0]?.from).toBe(90)
  })

  it('of another weight moves every part of that indicator, and ranks', () => {
    // 甲局：两条各 25% × 4 = 2，外加评审 1；columns 加倍后多 2
    const moves = under({ weights: { columns: 8 } })
    expect(moves[0]).toMatchObject({ agency: { name: '甲局' }, by: 2 })
    expect(moves[0]?.lines.map((line) => line.id)).toContain('columns#1')
    expect(moves.find((m) => m.agency.name === '乙局')?.by).toBe(0)
  })

  it('of other applicability takes the row out for those it leaves out', () => {
    const scope = { groups: [], names: [], attributes: [], also: [], except: ['甲局'], open: false }
    const moves = under({ appliesTo: { columns: { kind: 'scope', ...scope } } })
    expect(moves[0]).toMatchObject({ agency: { name: '甲局' }, by: -2 })
    // 乙局 only gains the rank.
    expect(moves[1]).toMatchObject({ agency: { name: '乙局' }, by: 0, lines: [] })
  })

  it('refuses ids the scheme does not have', () => {
    expect(() => under({ weights: { nowhere: 3 } })).toThrow('指标 nowhere')
    expect(() => under({ without: ['nothing'] })).toThrow('nothing')
  })
})

describe('a result that is a percentage of what applies', () => {
  // 甲局 is not asked `upkeep` (10): the same points are more of less.
  const converting = { ...scheme, conversion: { origin: 'source', reason: null } } as const
  const spared = { ...(cohort[0] ?? facts(scheme, '甲局', [])) }
  const own = {
    ...spared,
    inputs: [
      ...spared.inputs,
      ...facts(scheme, '甲局', [], { upkeep: { kind: 'not-applicable' } }).inputs,
    ],
  }
  const rowsOf = (under: typeof converting) =>
    standings(
      [own, ...cohort.slice(1)].map((one) => scoreAgency(under, one, { strict: false })),
      complete,
    )

  it('is compared as such, with its line', () => {
    const before = cardsOf(rowsOf(converting), complete)
    const [card] = before
    const less = rowsOf({
      ...converting,
      indicators: converting.indicators.filter((one) => one.id !== 'judged'),
    })
    const move = compareCards(before, cardsOf(less, complete)).find((m) => m.agency.name === '甲局')
    expect(card?.converted?.score).toBeGreaterThan(card?.settled ?? 0)
    expect(move?.before?.converted).toEqual({
      score: card?.converted?.score,
      range: card?.converted?.range,
    })
    const after = move?.after?.converted?.score ?? 0
    expect(move?.by).toBeCloseTo(after - (card?.converted?.score ?? 0), 9)
    expect(move?.by).not.toBeCloseTo((move?.after?.settled ?? 0) - (move?.before?.settled ?? 0), 3)
  })

  it('wavers with what applies, not only with what is earned', () => {
    const rows = rowsOf(converting)
    const total = (name: string) => rows.find((row) => row.draft.facts.agency.name === name)
    // Hand: x and y of totals, applicable worths p and q; a tenth more of an unearned row lowers the percentage.
    const numbers = ['甲局', '乙局'].map((name) => {
      const row = total(name)
      const conversion = row?.conversion?.settled
      return conversion ? Number(conversion.n) / Number(conversion.d) : Number.NaN
    })
    const [a = 0, b = 0] = numbers
    expect(a).toBeGreaterThan(b)
    const found = rankStability(rows)
    expect(found.map((one) => [one.agency.name, one.rank])).toEqual([
      ['甲局', 1],
      ['乙局', 2],
    ])
    // 甲局 leads by more than a tenth of any row: its place is firm, though both have 3 points.
    for (const one of found) expect([one.best, one.worst]).toEqual([one.rank, one.rank])
  })
})

describe('rank stability', () => {
  it('tells how far a rank wavers with one weight by a tenth', () => {
    const rows = standings(draftsOf(), complete)
    const found = rankStability(rows)
    // 甲局 3 分、乙局 3 分：任何一个权重的浮动都会分出先后
    const totals = rows.map((row) => Number(row.total.settled.n) / Number(row.total.settled.d))
    expect(totals).toEqual([3, 3])
    for (const one of found) expect([one.best, one.worst]).toEqual([1, 2])
  })
})

function documentOf(cards: Scorecards['cards']): Scorecards {
  return {
    mingcha: 'scorecards/1',
    scheme: { id: scheme.id, edition: scheme.edition, title: scheme.title },
    strict: false,
    asOf: '2024-01-31',
    computedAt: '2024-02-01T08:00:00.000+08:00',
    codeVersion: '1.0.0',
    cards,
  }
}

function publishing(more: Partial<Publishing> = {}): Publishing {
  const found = cohort.flatMap((one) => one.portals.flatMap((portal) => portal.findings))
  return {
    scorecards: documentOf(settle(draftsOf(), complete)),
    scheme,
    findings: new Map(found.map((finding) => [finding.id, finding])),
    previous: null,
    by: '市政务公开办',
    reason: null,
    publishedAt: '2024-02-01T09:00:00.000+08:00',
    allowOpen: false,
    ...more,
  }
}

describe('publishing', () => {
  it('freezes what the result rests on', () => {
    const first = publish(publishing())
    expect(first).toMatchObject({ version: 1, corrects: null, difference: null })
    expect(first.checks).toEqual({ 'sample/column-missing': 1 })
    expect(Object.keys(first.evidence)).toHaveLength(2)
    expect(first.scheme.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is refused while a veto or zeroing note is unanswered, unless told otherwise', () => {
    const open = settle(
      [scoreAgency(scheme, facts(scheme, '甲局', [present]), { strict: false })],
      {
        cohortComplete: true,
      },
    )
    const request = publishing({ scorecards: documentOf(open) })
    expect(() => publish(request)).toThrow('材料造假')
    expect(publish({ ...request, allowOpen: true }).version).toBe(1)
  })

  it('corrects by a version beside the old one, with its reason and every line that differs', () => {
    const previous = publish(publishing())
    expect(() => publish(publishing({ previous }))).toThrow('完全相同')
    const changed = settle(
      cohort.map((one) =>
        scoreAgency(
          scheme,
          { ...one, portals: one.portals.map((p) => ({ ...p, findings: [] })) },
          { strict: false },
        ),
      ),
      complete,
    )
    const request = publishing({ previous, scorecards: documentOf(changed) })
    expect(() => publish(request)).toThrow('--reason')
    const second = publish({ ...request, reason: '重新扫描' })
    expect(second).toMatchObject({ version: 2, corrects: 1, reason: '重新扫描' })
    const lines = second.difference?.find((m) => m.agency.name === '甲局')?.lines ?? []
    expect(lines.find((line) => line.id === 'columns#1')).toMatchObject({
      before: { range: [1, 1], arithmetic: '25% × 4 = 1', findings: [expect.any(String)] },
      after: { range: [0, 1], state: 'open', findings: [] },
    })
    expect(previous.version).toBe(1)
  })

  it('lists a line whose score stays while the word it rests on changes', () => {
    const previous = publish(publishing())
    const [first, ...others] = cohort
    if (!first) throw new Error('no cohort')
    const again = first.inputs.map((one) =>
      one.target === 'judged#1' ? { ...one, by: '李四', reason: '复核后不变' } : one,
    )
    const cards = settle(
      [{ ...first, inputs: again }, ...others].map((one) =>
        scoreAgency(scheme, one, { strict: false }),
      ),
      complete,
    )
    const second = publish(
      publishing({ previous, scorecards: documentOf(cards), reason: '改由李四评定' }),
    )
    expect(second.difference).toMatchObject([
      {
        agency: { name: '甲局' },
        by: 0,
        lines: [
          {
            id: 'judged#1',
            before: { decision: { by: '评估员' } },
            after: { decision: { by: '李四', reason: '复核后不变' } },
          },
        ],
      },
    ])
  })

  it('lists an answered zeroing note and a veto, which no criterion shows', () => {
    const open = facts(scheme, '甲局', [present], { fake: { kind: 'holds', holds: false } })
    const cleared = facts(scheme, '甲局', [present], answered)
    const bare = facts(scheme, '甲局', [present], { fraud: { kind: 'holds', holds: false } })
    const cardFor = (one: typeof open) =>
      settle([scoreAgency(scheme, one, { strict: false })], complete)
    const linesBetween = (a: typeof open, b: typeof open) =>
      compareCards(cardFor(a), cardFor(b)).flatMap((move) => move.lines.map((line) => line.id))
    expect(linesBetween(open, cleared)).toEqual(['fraud'])
    expect(linesBetween(bare, cleared)).toEqual(['documents/fake'])
  })
})
