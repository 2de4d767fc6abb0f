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
})
