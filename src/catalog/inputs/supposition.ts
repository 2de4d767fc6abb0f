/**
 * The file of a supposition (`score --what-if`): a YAML mapping an official writes. A list or a table is not one; those
 * are inputs. Shapes only; whether the ids exist is found when the supposition is applied.
 */
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CompositeSupposition, Supposition } from '#model/supposition'
import { appliesTo, percent, text } from '../criterion-file.ts'
import { readYamlFile } from '../yaml-file.ts'

const numbers = z.record(z.string(), z.number()).default({})

const supposition = z.strictObject({
  /** 指标编号: 新的分值。 */
  weights: numbers,
  /** 等次编号: 新的下限。 */
  grades: numbers,
  /** 等次编号: 新的比例。 */
  quotas: z.record(z.string(), percent).default({}),
  /** 指标编号: 新的评估对象，写法同体系文件。 */
  appliesTo: z.record(z.string(), appliesTo).default({}),
  /** 不计的不得分情形、否决的编号。 */
  without: z.array(text).default([]),
  /** 不采用的本地规定：all，或细则编号。 */
  withoutLocal: z.union([z.literal('all'), z.array(text)]).default([]),
})

/** 汇总的试算：改各部分的比例、等次，或改部分所用体系（写法同上）。 */
const compositeSupposition = z.strictObject({
  /** 部分编号: 新的比例，合计不变。 */
  shares: z.record(z.string(), percent).default({}),
  grades: numbers,
  quotas: z.record(z.string(), percent).default({}),
  /** 不采用的本地规定：all，或部分编号（其比例是本地规定的）。 */
  withoutLocal: z.union([z.literal('all'), z.array(text)]).default([]),
  /** 体系编号: 对它的试算。 */
  schemes: z.record(z.string(), supposition).default({}),
})

/** True for a YAML mapping; lists, workbooks and CSV are inputs. Unreadable files are left to who reads them. */
export function isSupposition(file: string): boolean {
  if (!['.yaml', '.yml'].includes(extname(file).toLowerCase())) return false
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** @throws AppError file-missing, file-invalid */
export function loadSupposition(file: string): Supposition {
  return supposedFrom(readYamlFile(file, supposition).value)
}

/** @throws AppError file-missing, file-invalid */
export function loadCompositeSupposition(file: string): CompositeSupposition {
  const { value } = readYamlFile(file, compositeSupposition)
  const schemes = Object.entries(value.schemes).map(([id, one]) => [id, supposedFrom(one)] as const)
  return { ...value, schemes: Object.fromEntries(schemes) }
}

function supposedFrom(value: z.output<typeof supposition>): Supposition {
  const scopes = Object.entries(value.appliesTo).flatMap(([id, scope]) => {
    if (scope === undefined) return []
    const { groups, agencies: names, attributes, also, except, open } = scope
    return [[id, { kind: 'scope', groups, names, attributes, also, except, open }] as const]
  })
  return { ...value, appliesTo: Object.fromEntries(scopes) }
}
