/** Remarks on registries that do not hold what a scheme names. */
import { expect, it } from 'vitest'
import { registryRemarks } from '#catalog/registry-fit'
import { workedScheme } from '../scoring/samples.ts'

const scheme = workedScheme()
const agency = (name: string, attributes: readonly string[] = []) => ({
  id: name,
  name,
  group: '各局',
  attributes,
})

it('says nothing of a registry that fits', () => {
  const agencies = [agency('甲局', ['执法']), agency('乙局'), agency('丙局')]
  expect(registryRemarks(scheme, { agencies, portals: [] })).toEqual([])
})

it('names units that are missing or written otherwise, and attributes nobody carries', () => {
  const agencies = [agency('甲 局'), agency('乙局'), agency('丙局')]
  const remarks = registryRemarks(scheme, { agencies, portals: [] })
  expect(remarks[0]).toContain('1 个单位名录里没有（名称要一字不差）：甲局')
  expect(remarks[1]).toContain('执法（具有行政执法职能）')
  expect(remarks[2]).toContain('印发的名单里没有：甲 局')
})

it('names attributes of the registry that the scheme does not declare', () => {
  const agencies = [agency('甲局', ['执法', '行政执法']), agency('乙局'), agency('丙局')]
  expect(registryRemarks(scheme, { agencies, portals: [] })).toEqual([
    expect.stringContaining('没有声明的属性 行政执法；如是笔误请改成 执法 之一'),
  ])
})

it('names units that stand in a group whose printed list does not have them', () => {
  const towns = [{ id: 'towns', name: '各镇', agencies: ['燕郊镇'] }]
  const under = { ...scheme, groups: towns }
  const unit = (name: string) => ({ ...agency(name, ['执法']), group: '各镇' })
  const remarks = (names: readonly string[]) =>
    registryRemarks(under, {
      agencies: [
        ...['甲局', '乙局', '丙局'].map((name) => agency(name, ['执法'])),
        ...names.map(unit),
      ],
      portals: [],
    })
  // Named by a rule alone, 甲局, 乙局 and 丙局 are in no group of the table and are left out by name.
  const left = expect.stringContaining(
    '另有 3 个单位不属于本体系的分组（各镇），没有参加计分：甲局',
  )
  expect(remarks(['燕郊镇'])).toEqual([left])
  expect(remarks(['燕郊镇', '燕郊镇政府'])).toEqual([
    left,
    expect.stringContaining('1 个单位列在本体系的分组，但印发的名单里没有：燕郊镇政府'),
  ])
})

it('says that everyone is scored where no unit stands in a group of the scheme', () => {
  const agencies = ['丁局', '戊局'].map((name) => ({ ...agency(name, ['执法']), group: '各镇' }))
  const [first] = registryRemarks(scheme, { agencies, portals: [] })
  expect(first).toContain('没有一个单位属于本体系的分组（各局），因此 2 个单位全部参加计分')
})
