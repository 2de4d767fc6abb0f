/** Which findings may cost or earn, and what a card says where nothing may. */
import { describe, expect, it } from 'vitest'
import type { PortalFindings, Scorecard } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle } from '#scoring/settle'
import { criteriaOf, type FindingSpec, facts, workedScheme } from './samples.ts'

const scheme = workedScheme()

function lineOf(
  id: string,
  findings: readonly FindingSpec[],
  states: PortalFindings['states'] = [],
  inputs: Parameters<typeof facts>[3] = {},
) {
  const own = facts(scheme, '甲局', [findings], inputs)
  const portals = own.portals.map((portal) => ({ ...portal, states }))
  const cards: readonly Scorecard[] = settle(
    [scoreAgency(scheme, { ...own, portals }, { strict: false })],
    { cohortComplete: true },
  )
  const line = cards[0] && criteriaOf(cards[0]).get(id)
  if (!line) throw new Error(`no criterion ${id}`)
  return line
}

const state = (state: 'not-checked' | 'error' | 'done', reason: string | null) => [
  { run: 'run', portalId: '甲局0', check: 'sample/column-missing', state, reason },
]

describe('silence', () => {
  it('never passes, and says why the check could not run', () => {
    const line = lineOf('columns#1', [], state('not-checked', '首页被拦截'))
    expect(line).toMatchObject({ state: 'open', score: null, range: [0, 1] })
    expect(line.because).toContain('未能进行：首页被拦截')
    expect(line.ask).toBe('请人工核实：有栏目')
  })

  it('tells our own error apart', () => {
    expect(lineOf('columns#1', [], state('error', '除以零')).because).toContain('运行出错：除以零')
  })

  it('of a check that ran and found nothing is silence too', () => {
    const line = lineOf('columns#1', [], state('done', null))
    expect(line).toMatchObject({ state: 'open' })
    expect(line.because).toMatch(/检查“[^”]+”没有给出这一条的结果/)
  })
})

describe('a finding whose question another one asks', () => {
  const asking = { check: 'sample/column-missing', outcome: 'unclear', subject: '平台' }
  const put: FindingSpec = {
    check: 'sample/column-missing',
    outcome: 'none',
    subject: '栏目',
    facts: { askedWith: '甲局0/sample/column-missing/平台' },
  }

  it('is neither passed nor dropped: what it is asked for stays open', () => {
    expect(lineOf('columns#1', [put])).toMatchObject({ state: 'open', range: [0, 1] })
    const { askedWith: _, ...facts } = put.facts ?? {}
    expect(lineOf('columns#1', [{ ...put, facts }]).state).toBe('not-applicable')
  })

  it('left open for the evaluator of a line that asks for it', () => {
    const left = { ...put, facts: { leftOpen: true } }
    const line = lineOf('columns#1', [left])
    expect(line).toMatchObject({ state: 'open', range: [0, 1], score: null })
    expect(line.ask).not.toBeNull()
    expect(lineOf('columns#1', [{ ...left, decided: 'missing' }])).toMatchObject({
      state: 'reviewed',
      score: 0,
    })
  })

  it('is exempt with that one, and decided for itself where a person says so', () => {
    const exempt = lineOf('columns#1', [put, { ...asking, decided: 'exempt' }])
    expect(exempt.state).toBe('not-applicable')
    expect(exempt.because).toContain('豁免')
    const decided = lineOf('columns#1', [{ ...put, decided: 'missing' }])
    expect(decided).toMatchObject({ state: 'reviewed', score: 0 })
  })
})

describe('decisions', () => {
  it('settle a finding that was unsure', () => {
    const line = lineOf('columns#1', [
      { check: 'sample/column-missing', outcome: 'unclear', decided: 'missing' },
    ])
    expect(line).toMatchObject({
      state: 'reviewed',
      score: 0,
      decision: { outcome: 'missing', by: '评估员', at: '2023-11-15T06:13:20.000+08:00' },
    })
    expect(line.because).toContain('机器原判“unclear”')
  })

  it('with an outcome nobody knows leave it open', () => {
    const line = lineOf('columns#1', [
      { check: 'sample/column-missing', outcome: 'present', decided: 'nonsense' },
    ])
    expect(line).toMatchObject({ state: 'open', range: [0, 1] })
  })

  it('of “not applicable” take the criterion out', () => {
    const line = lineOf('columns#1', [
      { check: 'sample/column-missing', outcome: 'missing', decided: 'none' },
    ])
    expect(line).toMatchObject({ state: 'not-applicable', range: [0, 0], score: null })
  })

  it('on the finding do not stand in for the judgement of an assisted rule', () => {
    const line = lineOf('columns#3', [
      { check: 'sample/column-missing', outcome: 'unclear', decided: 'present' },
    ])
    expect(line).toMatchObject({ state: 'open', proposal: '符合', ask: '栏目是否合理？' })
  })

  it('on the criterion outweigh the machine, which stays visible', () => {
    const line = lineOf('columns#1', [{ check: 'sample/column-missing', outcome: 'missing' }], [], {
      'columns#1': { kind: 'answer', answer: 'met' },
    })
    expect(line).toMatchObject({ state: 'reviewed', score: 1, decision: { outcome: '符合' } })
    expect(line.findings).toHaveLength(1)
  })
})

describe('inputs that do not fit', () => {
  it('are refused in words and leave the criterion open', () => {
    for (const value of [
      { kind: 'score', score: 1 },
      { kind: 'answer', answer: 'maybe' },
      { kind: 'value', value: Number.NaN },
    ] as const) {
      const line = lineOf('replies#1', [], [], { 'replies#1': value })
      expect(line).toMatchObject({ state: 'open', range: [0, 1.5] })
      expect(line.because).toContain('未采用')
    }
  })

  it('cannot settle a rule that was never printed', () => {
    const line = lineOf('columns#rest', [], [], { 'columns#rest': { kind: 'score', score: 1 } })
    expect(line).toMatchObject({ state: 'not-ruled', range: [0, 1], score: null })
  })
})

describe('不重复扣分', () => {
  const empty = { check: 'sample/column-stale', outcome: 'empty', subject: '甲栏' }
  const stale = { check: 'sample/column-stale', outcome: 'stale', subject: '乙栏' }

  it('spares what another criterion charged, and only that', () => {
    expect(lineOf('upkeep#2', [empty])).toMatchObject({ score: 3 })
    expect(lineOf('upkeep#2', [empty]).because).toContain('不重复扣分')
    expect(lineOf('upkeep#2', [empty, stale])).toMatchObject({ score: 0 })
  })

  it('follows a person’s count in the other criterion', () => {
    const line = (count: number) =>
      lineOf('upkeep#2', [empty], [], {
        'upkeep#1': { kind: 'events', counts: { empty: count } },
      })
    expect(line(1)).toMatchObject({ score: 3 })
    expect(line(0)).toMatchObject({ score: 0 })
  })

  it('does not spare where the other indicator does not apply', () => {
    expect(
      lineOf('upkeep#2', [empty], [], { 'upkeep#1': { kind: 'not-applicable' } }),
    ).toMatchObject({ score: 0 })
  })
})
