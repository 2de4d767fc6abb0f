/** Differences between editions, composites and supposition files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { validateFolder } from '#catalog/composites'
import { isSupposition, loadSupposition } from '#catalog/inputs/supposition'
import { diffSchemes } from '#catalog/scheme-diff'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import { workedScheme } from '../scoring/samples.ts'

const DATA = join(import.meta.dirname, '../../data/schemes')
const CLOSED = new Set([
  'kind',
  'state',
  'origin',
  'portals',
  'portalsOrigin',
  'direction',
  'cap',
  'draw',
  'otherwise',
  'noRows',
])

const folder = mkdtempSync(join(tmpdir(), 'scheme-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the difference of two schemes', () => {
  const scheme = workedScheme()

  it('is nothing between a scheme and itself', () => {
    expect(diffSchemes(scheme, workedScheme())).toEqual([])
  })

  it('names what was added, removed and changed, by indicator and rule', () => {
    const [first, second, ...rest] = scheme.indicators
    if (!first || !second) throw new Error('no indicators')
    const later = {
      ...scheme,
      edition: '2',
      indicators: [
        {
          ...first,
          maxScore: 5,
          criteria: first.criteria.map((c, i) => (i === 0 ? { ...c, share: 0.3 } : c)),
        },
        { ...second, id: 'new-one', path: ['信息公开', '新项'] },
        ...rest,
      ],
    }
    const changes = diffSchemes(scheme, later)
    expect(changes).toContainEqual({ kind: 'changed', where: '版本', before: '1', after: '2' })
    const path = first.path.join(' > ')
    expect(changes).toContainEqual({
      kind: 'changed',
      where: `${path}：分值`,
      before: '4',
      after: '5',
    })
    expect(changes).toContainEqual({
      kind: 'changed',
      where: `${path}：细则 columns#1：比例`,
      before: '25%',
      after: '30%',
    })
    expect(changes.filter((c) => c.kind === 'added').map((c) => c.where)).toContain(
      '信息公开 > 新项',
    )
    expect(changes.filter((c) => c.kind === 'removed').map((c) => c.where)).toContain(
      second.path.join(' > '),
    )
  })
})

describe('the rows around the indicators', () => {
  const scheme = {
    ...workedScheme(),
    checklists: [
      {
        id: 'appendix-1',
        title: '附录1',
        rows: [
          { id: 'a', label: '项目审批', agencies: ['甲局'], detail: '审批结果' },
          { id: 'b', label: '招标投标', agencies: ['甲局', '乙局'], detail: null },
        ],
      },
    ],
    targets: [{ id: 'items', label: '目标任务', unit: '条', values: { 甲局: 20, 乙局: 30 } }],
  }
  const [list] = scheme.checklists
  const [first, second] = list?.rows ?? []
  if (!list || !first || !second) throw new Error('no rows')

  it('are compared one by one: a row of an appendix, a unit, a target', () => {
    const later = {
      ...scheme,
      groups: scheme.groups.map((group) => ({ ...group, agencies: [...group.agencies, '丁局'] })),
      checklists: [
        {
          ...list,
          rows: [
            { ...first, detail: '审批结果、项目清单' },
            { ...second, label: '招标、投标' },
            { id: 'c', label: '竣工', agencies: ['丙局'], detail: null },
          ],
        },
      ],
      targets: [{ id: 'items', label: '目标任务', unit: '条', values: { 甲局: 25, 乙局: 30 } }],
    }
    expect(diffSchemes(scheme, later)).toEqual([
      {
        kind: 'changed',
        where: '目标数 > 目标任务 > 甲局',
        before: '20 条',
        after: '25 条',
      },
      {
        kind: 'changed',
        where: '附录 > 附录1 > 项目审批',
        before: '审批结果；单位：甲局',
        after: '审批结果、项目清单；单位：甲局',
      },
      {
        kind: 'changed',
        where: '附录 > 附录1 > 招标、投标',
        before: '附录 > 附录1 > 招标投标',
        after: '附录 > 附录1 > 招标、投标',
      },
      { kind: 'added', where: '单位分组 > 各局 > 丁局', before: null, after: '列入' },
      {
        kind: 'added',
        where: '附录 > 附录1 > 竣工',
        before: null,
        after: '只有名称；单位：丙局',
      },
    ])
  })

  it('tell a whole appendix row by row with the units, since rows may share a name', () => {
    const without = { ...scheme, checklists: [] }
    expect(diffSchemes(without, scheme)).toContainEqual({
      kind: 'added',
      where: '附录 > 附录1',
      before: null,
      after: '2 行：项目审批（甲局）、招标投标（甲局、乙局）',
    })
  })

  it('leave no field of a rule out', () => {
    const ignored = new Set(['id', 'ref'])
    const changedBy = (one: unknown): unknown => {
      if (typeof one === 'number') return one / 2
      if (typeof one === 'string') return `${one}改`
      if (typeof one === 'boolean') return !one
      return Array.isArray(one) ? [] : one
    }
    for (const issued of loadSchemes(DATA, { checks }))
      for (const indicator of issued.indicators)
        for (const [n, criterion] of indicator.criteria.entries())
          for (const [field, value] of Object.entries(criterion)) {
            const fresh = changedBy(value)
            // Words of closed lists and empty values cannot be made up.
            if (ignored.has(field) || CLOSED.has(field) || isDeepStrictEqual(fresh, value)) continue
            const criteria = indicator.criteria.with(n, { ...criterion, [field]: fresh } as never)
            const was = { ...issued, indicators: [indicator] }
            const later = { ...issued, indicators: [{ ...indicator, criteria }] }
            expect(diffSchemes(was, later).length, `${criterion.id} ${field}`).toBeGreaterThan(0)
          }
  })
})

describe('a composite', () => {
  it('must name schemes that are there', () => {
    const dir = join(folder, 'whole')
    mkdirSync(dir)
    writeFileSync(
      join(dir, 'composite.yaml'),
      `id: whole
edition: "1"
title: 汇总
source: { documentNumber: null, title: 举例, issued: null, annex: null }
maxScore: 100
parts:
  - { id: a, label: 甲, share: 60%, schemes: [nowhere] }
`,
    )
    const problems = validateFolder(dir, { checks: [] })
    expect(problems.find((p) => p.level === 'error')?.message).toMatch(
      /第 7 行.*没有指标体系 nowhere/,
    )
    expect(problems.map((p) => p.message).join()).toMatch(/第 7 行.*各部分比例合计 60%，不是 100%/)
  })
})

describe('a supposition file', () => {
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  it('is told from inputs by being a mapping', () => {
    expect(isSupposition(written('w.yaml', 'weights: { a: 2 }\n'))).toBe(true)
    expect(isSupposition(written('i.yaml', '- { 单位: 甲局 }\n'))).toBe(false)
    expect(isSupposition(written('i.csv', '单位,条目\n'))).toBe(false)
  })

  it('reads weights, quotas and applicability, and names what it cannot read', () => {
    const file = written('q.yaml', 'quotas: { a: 20% }\nappliesTo: { b: { except: [甲局] } }\n')
    expect(loadSupposition(file)).toMatchObject({
      quotas: { a: 0.2 },
      appliesTo: { b: { kind: 'scope', except: ['甲局'] } },
    })
    expect(() => loadSupposition(written('x.yaml', 'weight: { a: 2 }\n'))).toThrow('第 1 行')
  })
})
