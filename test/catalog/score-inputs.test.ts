/** What people enter for scoring: values that fit their rule, and faults named by row. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadScoreInputs } from '#catalog/inputs/score-inputs'
import type { InputValue } from '#model/scorecard'
import { workedScheme } from '../scoring/samples.ts'

const dir = mkdtempSync(join(tmpdir(), 'inputs-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const scheme = workedScheme()
const registry = {
  agencies: [{ id: 'A1', name: '甲局', group: null, attributes: [] }],
  portals: [],
}

function load(rows: readonly string[], head = '单位,条目,值,录入人,日期,理由') {
  const file = join(dir, 'inputs.csv')
  writeFileSync(file, [head, ...rows].join('\n'))
  return loadScoreInputs(file, scheme, registry)
}

describe('values', () => {
  const good: readonly (readonly [string, string, InputValue])[] = [
    ['replies#1', '五日内', { kind: 'answer', answer: 'within-5' }],
    ['replies#1', 'within-1', { kind: 'answer', answer: 'within-1' }],
    ['columns#3', '不符合', { kind: 'answer', answer: 'unmet' }],
    ['documents#1', '２/3', { kind: 'ratio', part: 2, whole: 3 }],
    ['documents#3', '12', { kind: 'value', value: 12 }],
    ['upkeep#3', '2', { kind: 'events', counts: { missed: 2 } }],
    [
      'exposure#1',
      '中央曝光=1、省级曝光=2',
      { kind: 'events', counts: { central: 1, provincial: 2 } },
    ],
    ['exposure#1', '0', { kind: 'events', counts: { central: 0 } }],
    ['judged#1', '3.5', { kind: 'score', score: 3.5 }],
    ['documents#3', '2.5分', { kind: 'score', score: 2.5 }],
    ['enforcement', '不适用', { kind: 'not-applicable' }],
    ['fake', '否', { kind: 'holds', holds: false }],
    ['fraud', '是', { kind: 'holds', holds: true }],
  ]
  for (const [target, text, value] of good)
    it(`${target} ${text}`, () => {
      expect(load([`甲局,${target},${text},张三,2024-03-01,现场核实`])).toEqual([
        {
          scheme: 'worked-example',
          agencyId: 'A1',
          target,
          value,
          by: '张三',
          at: '2024-03-01T00:00:00+08:00',
          reason: '现场核实',
        },
      ])
    })

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['replies#1', '十日内', /“一日内”、“五日内”、“都不符合”之一/],
    ['documents#1', '2/4', /应抽查 3 份，写的是 4 份/],
    ['documents#1', '4/3', /符合数\/抽查数/],
    ['documents#3', '-1', /不小于 0/],
    // Only where the rule is ours may points be given instead.
    ['documents#3', '3.5分', /应在 0 至 3 之间/],
    ['replies#1', '1分', /之一/],
    ['exposure#1', '3', /事件=次数/],
    ['exposure#1', '外媒=1', /事件有“中央曝光（50%）”、“省级曝光（10%）”/],
    ['judged#1', '4.5', /应在 0 至 4 之间/],
    ['columns#rest', '1', /原文没有印出，不能录入得分/],
    ['enforcement', '3', /只能写“适用”或“不适用”/],
    ['fake', '也许', /“是”或“否”/],
    ['columns#9', '符合', /没有条目“columns#9”/],
  ]
  for (const [target, text, message] of bad)
    it(`refuses ${target} ${text}`, () => {
      expect(() => load([`甲局,${target},${text},张三,,现场核实`])).toThrow(message)
    })
})

describe('files', () => {
  it('takes nothing when one row is bad, and names every bad row', () => {
    const rows = [
      '甲局,fake,否,张三,,核实',
      '戊局,fake,否,张三,,核实',
      '甲局,fake,否,,,核实',
      '甲局,fake,否,张三,昨天,核实',
      '甲局,fake,是,张三,,核实',
    ]
    expect(() => load(rows)).toThrow(/第 6 行：同一单位的条目 fake 在第 2 行已经写过/)
    expect(() => load(rows)).toThrow(/有 4 处需要改正，一行也没有采用/)
    expect(() => load(rows)).toThrow(/第 3 行.*“戊局”不在名录里/)
    expect(() => load(rows)).toThrow(/录入人和理由都要写明/)
    expect(() => load(rows)).toThrow(/日期“昨天”写法不对/)
  })

  it('refuses rows of another scheme', () => {
    const head = '体系,单位,条目,值,录入人,理由'
    expect(() => load(['other-2024,甲局,fake,否,张三,核实'], head)).toThrow(/属于体系“other-2024”/)
  })

  it('names missing columns', () => {
    expect(() => load(['甲局,fake,否'], '单位,条目,值')).toThrow(/缺少“录入人、理由”列/)
  })

  it('reads YAML lists too', () => {
    const file = join(dir, 'inputs.yaml')
    writeFileSync(
      file,
      '- { scheme: worked-example, agencyId: A1, target: "judged#1", value: 2, by: 李四, reason: 现场 }\n',
    )
    expect(loadScoreInputs(file, scheme, registry)).toMatchObject([
      { agencyId: 'A1', target: 'judged#1', value: { kind: 'score', score: 2 }, at: null },
    ])
  })
})
