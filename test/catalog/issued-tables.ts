/** What the tests of issued tables share: the loaded tables, their rows by id, and figures in the printed form. */
import { join } from 'node:path'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import type { Criterion } from '#model/criterion'
import type { Indicator, Scheme } from '#model/scheme'
import type { InputValue } from '#model/scorecard'

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

/** What a person would enter for an agency that fulfils everything and suffers nothing. */
export function everythingFulfilled(scheme: Scheme, agency: string): Record<string, InputValue> {
  const { bonus, deductions, external } = scheme.outside
  const inside = [...scheme.indicators, ...bonus]
  const good = inside.flatMap((row) =>
    row.criteria.flatMap((c) => {
      const value = fulfilled(scheme, c, row.maxScore ?? poolShare(scheme, row), agency)
      return value === null ? [] : [[c.id, value] as const]
    }),
  )
  const harmless = [...deductions, ...external].flatMap((row) =>
    row.criteria.map((c): readonly [string, InputValue] => [
      c.id,
      c.kind === 'deduct-each' ? { kind: 'events', counts: {} } : { kind: 'score', score: 0 },
    ]),
  )
  const notes = inside.flatMap((row) => [
    ...row.zeroWhen,
    ...row.criteria.flatMap((c) => c.voidWhen ?? []),
  ])
  const cleared = notes.map(({ id }) => [id, { kind: 'holds', holds: false }] as const)
  return Object.fromEntries([...good, ...harmless, ...cleared])
}

/** A pool row may be worth the whole pool; judging clips at what it is worth to the agency. */
function poolShare(scheme: Scheme, row: Indicator): number {
  return scheme.pools.find((pool) => row.path[0] === pool.path[0])?.maxScore ?? 0
}

function fulfilled(
  scheme: Scheme,
  criterion: Criterion,
  worth: number,
  agency: string,
): InputValue | null {
  switch (criterion.kind) {
    case 'yes-no':
      return { kind: 'answer', answer: 'met' }
    case 'tiers': {
      const [best] = criterion.answers.toSorted((a, b) => b.worth - a.worth)
      return { kind: 'answer', answer: best?.id ?? '' }
    }
    case 'scale': {
      const [best] = criterion.steps.toSorted((a, b) => b.worth - a.worth)
      return { kind: 'value', value: best?.limit ?? 0 }
    }
    case 'deadline':
      return { kind: 'date', day: criterion.dues[0]?.by ?? '1970-01-01' }
    case 'ratio':
      return { kind: 'ratio', part: criterion.sample ?? 1, whole: criterion.sample ?? 1 }
    case 'benchmark':
      return { kind: 'value', value: 5 }
    case 'deduct-each':
      return { kind: 'events', counts: {} }
    case 'award-each': {
      const counts = Object.fromEntries(criterion.events.map((event) => [event.id, 1]))
      return { kind: 'events', counts }
    }
    case 'judgement':
      return { kind: 'score', score: criterion.maxScore ?? (criterion.share ?? 1) * worth }
    case 'target':
      return { kind: 'value', value: 1000 }
    case 'series': {
      const year = criterion.from.slice(0, 4)
      const months = Array.from(
        { length: 12 },
        (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`,
      )
      return { kind: 'series', passed: Object.fromEntries(months.map((m) => [m, criterion.times])) }
    }
    case 'items': {
      const list = scheme.checklists.find((one) => one.id === criterion.checklist)
      const own = list?.rows.filter((row) => row.agencies.includes(agency)).length
      const count = criterion.take ?? own ?? (criterion.names.length || 5)
      return { kind: 'ratio', part: count, whole: count }
    }
    default:
      return null
  }
}
