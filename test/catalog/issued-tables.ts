/** What the tests of issued tables share: the loaded tables, their rows by id, and figures in the printed form. */
import { join } from 'node:path'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import type { Criterion, Indicator, Scheme } from '#model/scheme'

const ROOT = join(import.meta.dirname, '../../data/schemes')
export const schemes = loadSchemes(ROOT, { checks })
export const composites = loadComposites(ROOT, schemes, { checks })

export function schemeOf(id: string): Scheme {
  const found = schemes.find((one) => one.id === id)
  if (!found) throw new Error(`no scheme ${id}`)
  return found
}

export function indicatorOf(scheme: Scheme, id: string): Indicator {
  const { bonus, deductions, external } = scheme.outside
  const found = [...scheme.indicators, ...bonus, ...deductions, ...external].find(
    (one) => one.id === id,
  )
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

/** Figures of the parts of one leaf: points, or shares of it. */
export function parts(scheme: Scheme, id: string): readonly (number | null)[] {
  return indicatorOf(scheme, id).criteria.map((c) => c.maxScore ?? c.share)
}

/** Last name and figure of every row. */
export function leaves(
  rows: readonly Indicator[],
): readonly (readonly [string | undefined, number | null])[] {
  return rows.map((row) => [row.path.at(-1), row.maxScore])
}

/** `名称 分值` pairs as printed, one table row after the other. */
export function printed(text: string): readonly (readonly [string, number | null])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', figure = ''] = line.trim().split(' ')
      return [name, figure === '—' ? null : Number(figure)]
    })
}

export function levelsOf(scheme: Scheme): Readonly<Record<string, number>> {
  return Object.fromEntries(scheme.levels.map((level) => [level.path.join('>'), level.maxScore]))
}

export function allCriteria(scheme: Scheme): readonly Criterion[] {
  const { bonus, deductions, external } = scheme.outside
  return [...scheme.indicators, ...bonus, ...deductions, ...external].flatMap((i) => i.criteria)
}

/** What the validator finds odd beyond the remarks that the file itself makes. */
export function oddities(scheme: Scheme): readonly string[] {
  return scheme.warnings.filter((line) => /^“|^总分为/.test(line))
}
