/**
 * All issued tables, then Shuangyashan, Daying and the national inspection against the source: every leaf with its printed figure, level totals, unit lists and oddities, copied from the
 * printed documents by hand and never from our files.
 */
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadLexicon } from '#catalog/lexicon'
import { checks } from '#checks/index'
import type { PriceRef } from '#model/criterion'
import type { InputValue } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { settle, settleStream } from '#scoring/settle'
import { facts } from '../scoring/samples.ts'
import {
  allCriteria,
  composites,
  everythingFulfilled,
  indicatorOf,
  levelsOf,
  oddities,
  schemeOf,
  schemes,
} from './issued-tables.ts'

test('every issued table is there', () => {
  expect(schemes.map((s) => [s.id, s.indicators.length, s.maxScore])).toEqual([
    ['daying-2018', 16, 100],
    ['luan-2018-pilot', 34, 100],
    ['luzhou-2020-inspection', 21, 120],
    ['national-2019-inspection', 21, 100],
    ['sanhe-2018-departments', 52, 100],
    ['sanhe-2018-towns', 30, 100],
    ['shuangyashan-2019-counties', 12, null],
    ['shuangyashan-2019-departments', 12, null],
    ['suizhou-2023-daily-counties', 8, 100],
    ['suizhou-2023-daily-departments', 4, 100],
    // 19 rows of their own and 22 fields, of which 15 are drawn
    ['suizhou-2023-platform-counties', 20, 100],
    ['suizhou-2023-platform-departments', 19, 100],
    ['suizhou-2023-website-counties', 42, 100],
    ['suizhou-2023-website-departments', 31, 100],
  ])
  expect(composites.map((c) => c.id)).toEqual(['luan-2018', 'suizhou-2023-openness'])
})

describe.each(schemes)('$id', (scheme) => {
  it('prints no contradiction except the one Sanhe prints in both tables', () => {
    const sanhe = [
      expect.stringContaining(
        '“公开平台和载体建设 > 平台读网检查”印出 2，各部分只有 1，余下的没有细则，按本地规定计',
      ),
    ]
    const unprinted = [
      expect.stringMatching(
        /^“重点领域信息公开”印 15 分，其下 15 行没有印分值，余下的 10 分由.*本地规定/,
      ),
    ]
    expect(oddities(scheme)).toEqual(
      scheme.id.startsWith('sanhe')
        ? [...sanhe, ...(scheme.id.endsWith('departments') ? unprinted : [])]
        : [],
    )
  })

  it('names a reason for every local rule and a question for every human one', () => {
    for (const c of allCriteria(scheme)) {
      if (c.origin === 'local') expect(c.reason).toBeTruthy()
      if (c.state === 'manual' || c.state === 'assisted') expect(c.ask).toBeTruthy()
      expect(c.summary.length).toBeLessThan(90)
    }
  })

  it('narrows findings only by columns and elements that the lexicon and the check know', () => {
    const lexicon = loadLexicon(join(import.meta.dirname, '../../data/lexicon'))
    const refs = allCriteria(scheme)
      .flatMap((c): readonly { readonly when: readonly PriceRef[] }[] =>
        'answers' in c ? c.answers : 'events' in c ? c.events : [],
      )
      .flatMap((priced) => priced.when)
    const defaults = (ref: PriceRef) => {
      const { params } = checks.find((check) => check.id === ref.check) ?? {}
      const own = Object.values(params ?? {}).flatMap((param) => param.default)
      return own.map((value) => lexicon.topics.find((t) => t.id === value)?.name ?? value)
    }
    for (const ref of refs) {
      const { subject, element } = ref.where ?? {}
      if (ref.check === 'disclosure/required-columns') expect(defaults(ref)).toContain(subject)
      if (element !== undefined) expect(defaults(ref)).toContain(element)
    }
  })

  it('scores an agency of which nothing is known: open, from 0 or less to the total', () => {
    const name = scheme.groups[0]?.agencies[0] ?? '某单位'
    const options = { strict: false, cohortComplete: true }
    const [card] = settle([scoreAgency(scheme, facts(scheme, name, []), options)], options)
    if (!card) throw new Error('no card')
    if (scheme.maxScore === null) expect([card.score, card.rank]).toEqual([null, null])
    else {
      const bonus = scheme.outside.bonus.reduce((sum, row) => sum + (row.maxScore ?? 0), 0)
      expect(card.range?.[1]).toBeGreaterThan(0)
      expect(card.range?.[1]).toBeLessThanOrEqual(scheme.maxScore + bonus)
    }
  })
})

describe('Shuangyashan 2019', () => {
  const counties = schemeOf('shuangyashan-2019-counties')
  const departments = schemeOf('shuangyashan-2019-departments')

  it('names the five ways of assessing as article 6 prints them', () => {
    for (const scheme of [counties, departments])
      expect(scheme.methods.map((one) => one.label)).toEqual([
        '日常监督',
        '查阅相关资料',
        '实地检查',
        '年底综合评测',
        '第三方评估',
      ])
  })

  it('has twelve rows in each list and no points anywhere', () => {
    for (const scheme of [counties, departments]) {
      expect(scheme.indicators.every((i) => i.maxScore === null)).toBe(true)
      expect(allCriteria(scheme).every((c) => c.maxScore === null && c.share === null)).toBe(true)
      const names = scheme.indicators.map((i) => i.path[0])
      const counts = [...new Set(names)].map((n) => [n, names.filter((m) => m === n).length])
      expect(counts).toEqual([
        ['保障监督机制情况', 4],
        ['公开平台（渠道）建设情况', 3],
        ['主动公开情况', 2],
        ['依申请公开情况', 3],
      ])
    }
  })

  it('names twelve elements of the website and of basic disclosure', () => {
    expect(indicatorOf(counties, 'website').criteria).toHaveLength(12)
    expect(indicatorOf(departments, 'website').criteria).toHaveLength(12)
    expect(indicatorOf(counties, 'basic').criteria).toHaveLength(12)
    expect(indicatorOf(departments, 'basic').criteria).toHaveLength(4)
    expect(indicatorOf(counties, 'key-areas').criteria).toHaveLength(7)
    expect(indicatorOf(departments, 'key-areas').criteria).toHaveLength(8)
  })

  it('chooses 15 or 20 working days for answers by the day of the law', () => {
    const [lag] = indicatorOf(counties, 'replies').criteria
    expect(lag?.kind === 'scale' && lag.steps.map((s) => [s.limit, s.from, s.until])).toEqual([
      [15, null, '2019-05-14'],
      [20, '2019-05-15', null],
    ])
  })
})

describe('Daying 2018', () => {
  const scheme = schemeOf('daying-2018')
  const options = { strict: false, cohortComplete: false }

  it('has the printed leaves: 6, 15 and 79', () => {
    expect(scheme.indicators.map((i) => i.maxScore)).toEqual([
      2, 2, 2, 6, 3, 6, 25, 2, 5, 5, 2, 25, 2, 5, 6, 2,
    ])
    expect(scheme.levels.map((l) => l.maxScore)).toEqual([6, 15, 79])
  })

  it('gives 64 units a target, 12360 in all', () => {
    const targets = scheme.targets[0]?.values ?? {}
    expect(Object.keys(targets)).toHaveLength(64)
    expect(Object.keys(targets)).toEqual(scheme.groups[0]?.agencies)
    expect(Object.values(targets).reduce((sum, n) => sum + n, 0)).toBe(12360)
    const some = ['政府办', '信访局', '档案局', '供销社', '台办', '通仙乡'].map((n) => targets[n])
    expect(some).toEqual([240, 70, 30, 90, 20, 210])
  })

  it('prints at most +4 and −30 outside, and a doubled deduction for four lead bodies', () => {
    expect(scheme.outside.bonus.map((i) => i.maxScore)).toEqual([4])
    expect(scheme.outside.deductions.map((i) => i.maxScore)).toEqual([-6, -8, -8, -8])
    const doubled = scheme.outside.external.flatMap((i) =>
      i.criteria.flatMap((c) => (c.kind === 'lead-penalty' ? [c.factor] : [])),
    )
    expect(doubled).toEqual([2, 2, 2, 2])
  })

  it('takes 0.3 for every missing item and adds 0.2 for every ten above', () => {
    const card = (name: string, amount: number, lost = false) => {
      const input = {
        'targets#1': { kind: 'value', value: amount },
        'lost-lawsuit': { kind: 'holds', holds: lost },
      } as const
      return settle([scoreAgency(scheme, facts(scheme, name, [], input), options)], options)[0]
    }
    const score = (name: string, amount: number, lost = false) =>
      card(name, amount, lost)?.indicators.find((i) => i.id === 'targets')?.score
    // 25 − 20 × 0.3; 25 − 240 × 0.3 is below 0; the target reached.
    expect(score('档案局', 10)).toBe(19)
    expect(score('政府办', 0)).toBe(0)
    expect(score('政府办', 240)).toBe(25)
    // A lawsuit lost wipes the block, whatever its rows gave.
    expect(score('政府办', 240, true)).toBe(0)
    // 65 above 240: six tens, 6 × 0.2; 205 above: 20 tens, 4 at most.
    expect(card('政府办', 305)?.outside.bonus[0]?.score).toBe(1.2)
    expect(card('政府办', 445)?.outside.bonus[0]?.score).toBe(4)
  })
})

describe('the national inspection and its localised example', () => {
  const national = schemeOf('national-2019-inspection')
  const local = schemeOf('luzhou-2020-inspection')

  it('keeps what was read: 100 + 30 with 25 on services and 60; 120 + 40 and 72', () => {
    expect(levelsOf(national)).toEqual({ 办事服务: 25, 加分指标: 30 })
    expect(national.grades.map((g) => g.from)).toEqual([60, null])
    expect([local.maxScore, levelsOf(local)]).toEqual([120, { 加分指标: 40 }])
    expect(local.grades.map((g) => g.from)).toEqual([72, null])
    expect(national.cadences.map((c) => c.days)).toEqual([14, 180, 365])
  })

  it('prices with unverified figures only as local rules; read deductions are 2 and 3', () => {
    const read = allCriteria(national).filter((c) => c.origin === 'source')
    expect(read.map((c) => [c.id, c.kind === 'deduct-each' && c.events[0]?.each])).toEqual([
      ['service-statistics#1', 2],
      ['published-letters#1', 3],
    ])
    for (const c of [...allCriteria(national), ...allCriteria(local)])
      if (c.origin === 'local') expect(c.reason).toMatch(/^未经核实，可调/)
  })

  it('bars a pass by nine vetoes, none of which a machine settles alone', () => {
    expect(national.outside.vetoes).toHaveLength(9)
    for (const veto of national.outside.vetoes) {
      expect(veto.bars).toEqual(['qualified'])
      expect(veto.when.every((ref) => !ref.settles)).toBe(true)
    }
  })
})

describe('an agency that fulfils everything earns all that has a rule', () => {
  const attributes = schemes.flatMap((scheme) => scheme.attributes.map((one) => one.id))
  const options = { strict: false, cohortComplete: true }

  // Scheme, agency, what it earns: total and bonus, less rows not its own and parts without a printed rule.
  test.each([
    // 100 and 4 for more than 200 items over the target.
    ['daying-2018', '政府办', 104],
    ['luan-2018-pilot', '某县', 100],
    ['national-2019-inspection', '某门户', 130],
    ['luzhou-2020-inspection', '某门户', 160],
    // 13 + 15 + 11 + 11 + 10 + 12 + 21 + 7 and, for 市统计局, no catalog of enterprises (2).
    ['sanhe-2018-departments', '市统计局', 98],
    ['sanhe-2018-towns', '燕郊镇', 100],
    // 机场办 is not asked 28 points.
    ['sanhe-2018-towns', '机场办', 72],
    ['suizhou-2023-daily-counties', '随县', 100],
    ['suizhou-2023-daily-departments', '市教育局', 110],
    ['suizhou-2023-platform-counties', '广水市', 100],
    // 市教育局 is named for 公共企事业单位 (2), not for 重大建设项目 (2) and 惠民惠农惠企政策 (4).
    ['suizhou-2023-platform-departments', '市教育局', 94],
    // 100 − 56.05, and of the bonus half of 2.
    ['suizhou-2023-website-counties', '随县', 44.95],
    // 100 − 53.55; of the bonus 20% of 8 and 50% of 2.
    ['suizhou-2023-website-departments', '市生态环境局', 49.05],
  ] as const)('%s, %s: %d', (id, name, expected) => {
    const scheme = schemeOf(id)
    const inputs = everythingFulfilled(scheme, name)
    const own: Record<string, InputValue> = {
      ...inputs,
      // Lists that end in 等 and do not name the agency: decided by a person.
      ...(id === 'sanhe-2018-departments' && {
        'public-enterprise-catalog': { kind: 'not-applicable' },
        'key-finance-risk': { kind: 'not-applicable' },
      }),
    }
    const agency = facts(scheme, name, [], own, attributes)
    const [card] = settle([scoreAgency(scheme, agency, options)], options)
    expect(card?.settled).toBeCloseTo(expected, 9)
    const bonus = card?.bonus ?? 0
    const whole = (scheme.maxScore ?? 0) - (card?.notApplicable ?? 0) - (card?.notRuled ?? 0)
    expect(card?.settled).toBeCloseTo(whole + bonus, 9)
  })

  it('gives the point of 平台读网检查 that no rule reaches by our rule, which strict scoring leaves out', () => {
    for (const [id, name] of [
      ['sanhe-2018-departments', '市统计局'],
      ['sanhe-2018-towns', '机场办'],
    ] as const) {
      const scheme = schemeOf(id)
      const agency = facts(scheme, name, [], everythingFulfilled(scheme, name))
      const lineOf = (strict: boolean) => {
        const [card] = settle([scoreAgency(scheme, agency, { strict })], options)
        return card?.indicators
          .flatMap((one) => one.criteria)
          .find((c) => c.id === 'site-check#rest')
      }
      expect(lineOf(false)).toMatchObject({ score: 1, origin: 'local', state: 'manual' })
      expect(lineOf(false)?.reason).toContain('按两条得分的同一比例计')
      expect(lineOf(true)).toMatchObject({ score: null, range: [0, 1], state: 'not-ruled' })
    }
  })

  it('converts what is left of the Sanhe table for 机场办, strictly: 71 to 72 of 72, 优秀 either way', () => {
    const scheme = schemeOf('sanhe-2018-towns')
    const agency = facts(scheme, '机场办', [], everythingFulfilled(scheme, '机场办'))
    const [card] = settle([scoreAgency(scheme, agency, { ...options, strict: true })], options)
    expect(card?.notApplicable).toBe(28)
    expect(card?.converted?.range?.[0]).toBeCloseTo((71 / 72) * 100, 9)
    expect(card?.converted?.range?.[1]).toBe(100)
    expect(card?.grade).toBe('优秀')
  })

  it('ranks by the converted total: 71 of 72 stands before 94 of 100', () => {
    const scheme = schemeOf('sanhe-2018-towns')
    const less = { ...everythingFulfilled(scheme, '燕郊镇') }
    const drafts = [
      facts(scheme, '燕郊镇', [], { ...less, 'task-plan': { kind: 'not-applicable' } }),
      facts(scheme, '机场办', [], {
        ...everythingFulfilled(scheme, '机场办'),
        // One of the two parts of 平台读网检查: 1 of 2.
        'site-check#2': { kind: 'answer', answer: 'unmet' },
      }),
      facts(scheme, '高楼镇', [], { ...less, 'budget#1': { kind: 'score', score: 0 } }),
    ].map((one) => scoreAgency(scheme, one, options))
    const cards = settle(drafts, options)
    const converted = cards.map((card) => card.converted?.score ?? 0)
    expect(converted).toEqual([...converted].sort((a, b) => b - a))
    expect(cards.map((card) => card.rank)).toEqual([1, 2, 3])
    // By points alone 机场办 (71) would come last.
    expect(cards.map((card) => card.agency.name)).toEqual(['燕郊镇', '机场办', '高楼镇'])
    const streamed = [...settleStream(() => drafts, options)]
    expect(streamed.find((card) => card.agency.name === '机场办')?.rank).toBe(2)
  })

  it('says on the line what of a rule is ours: a conversion, a cap, a split of shared points', () => {
    const scheme = schemeOf('sanhe-2018-departments')
    const [card] = settle([scoreAgency(scheme, facts(scheme, '市财政局', []), options)], options)
    const lines = new Map(
      card?.indicators.flatMap((one) => one.criteria.map((c) => [c.id, c.reason] as const)),
    )
    expect(lines.get('decision#1')).toContain('没有写明部分超期')
    expect(lines.get('message-handling#1')).toContain('没有印出封顶')
    expect(lines.get('key-fiscal#1')).toContain('平分')
    expect(lines.get('budget#1')).toBeNull()
  })
})
