/** What people enter for scoring: values that fit their rule, and faults named by row. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
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
    expect(() => load(rows)).toThrow(/第 4 行第 4 列：要写明录入人/)
    expect(() => load(rows)).toThrow(/日期“昨天”写法不对/)
  })

  it('names everything wrong with a row, cell by cell', () => {
    const head = '体系,单位,条目,值,录入人,日期,理由,方法'
    const told = () => load(['worked-example,戊局,judged#1,100,,2023-02-30,,网测'], head)
    for (const place of [
      /有 6 处需要改正/,
      /第 2 行第 2 列：单位“戊局”不在名录里/,
      /第 2 行第 4 列：条目 judged#1 的得分应在/,
      /第 2 行第 5 列：要写明录入人/,
      /第 2 行第 6 列：日期“2023-02-30”写法不对，或没有这一天/,
      /第 2 行第 7 列：要写明理由/,
      /第 2 行第 8 列：体系 worked-example 没有评分方法“网测”/,
    ])
      expect(told).toThrow(place)
  })

  it('reads a workbook as people see it: days and percentages typed as such, texts for numbers', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('录入')
    sheet.addRow(['单位', '条目', '值', '录入人', '日期', '理由'])
    sheet.addRow(['甲局', 'judged#1', ' ２．５ ', '张三', new Date('2023-12-05T00:00:00Z'), '评审'])
    sheet.addRow([
      '乙局',
      'judged#1',
      { formula: '0.1+0.2', result: 0.1 + 0.2 },
      '张三',
      null,
      '评审',
    ])
    sheet.getCell('E2').numFmt = 'yyyy/m/d'
    const two = { ...registry.agencies[0], id: 'A2', name: '乙局', group: null, attributes: [] }
    const both = { ...registry, agencies: [...registry.agencies, two] }
    const file = join(dir, 'typed.xlsx')
    await book.xlsx.writeFile(file)
    expect(loadScoreInputs(file, scheme, both)).toMatchObject([
      { value: { kind: 'score', score: 2.5 }, at: '2023-12-05T00:00:00+08:00' },
      { value: { kind: 'score', score: 0.3 } },
    ])
    sheet.getCell('C3').value = 0.5
    sheet.getCell('C3').numFmt = '0%'
    await book.xlsx.writeFile(file)
    // Half a point is not half of all points: a percentage is no score.
    expect(() => loadScoreInputs(file, scheme, both)).toThrow(/第 3 行 C 列：.*得分数字/)
  })

  it('takes days as people write them, and only days that exist', () => {
    for (const day of [
      '2023-12-05',
      '2023-12-5',
      '2023/12/5',
      '２０２３年１２月５日',
      '2023.12.05',
    ])
      expect(load([`甲局,judged#1,2,张三,${day},评审`])).toMatchObject([
        { at: '2023-12-05T00:00:00+08:00' },
      ])
    for (const day of ['2023-13-05', '12-05', '2023-02-30', '20231205'])
      expect(() => load([`甲局,judged#1,2,张三,${day},评审`])).toThrow(/没有这一天/)
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
