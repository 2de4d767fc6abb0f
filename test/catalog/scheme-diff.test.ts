/** Differences between editions, composites and supposition files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { validateFolder } from '#catalog/composites'
import { isSupposition, loadSupposition } from '#catalog/inputs/supposition'
import { diffSchemes } from '#catalog/scheme-diff'
import { workedScheme } from '../scoring/samples.ts'

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
      before: '0.25',
      after: '0.3',
    })
    expect(changes.filter((c) => c.kind === 'added').map((c) => c.where)).toContain(
      '信息公开 > 新项',
    )
    expect(changes.filter((c) => c.kind === 'removed').map((c) => c.where)).toContain(
      second.path.join(' > '),
    )
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
    expect(problems.find((p) => p.level === 'warning')?.message).toContain('合计 0.6')
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
