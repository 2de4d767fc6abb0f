/**
 * What changed between two editions of a scheme, line by line, in words an official can check against the two notices.
 * Indicators are matched by id, then by their printed path; nothing is matched loosely.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Indicator, Scheme } from '#model/scheme'
import {
  headStatements,
  indicatorStatements,
  indicatorText,
  type Statement,
} from './scheme-lines.ts'

export interface SchemeChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Indicator path, or the part of the scheme. */
  readonly where: string
  /** What it was and what it is; null where there is none. */
  readonly before: string | null
  readonly after: string | null
}

export function diffSchemes(before: Scheme, after: Scheme): readonly SchemeChange[] {
  const changes = [...compared(headStatements(before, after), headStatements(after, before))]
  const earlier = allOf(before)
  const byId = new Map(earlier.map((one) => [one.id, one]))
  const taken = new Set<string>()
  for (const now of allOf(after)) {
    const was =
      byId.get(now.id) ?? earlier.find((one) => isDeepStrictEqual(one.path, now.path)) ?? null
    if (was === null || taken.has(was.id)) {
      const where = now.path.join(' > ')
      changes.push({ kind: 'added', where, before: null, after: indicatorText(now) })
      continue
    }
    taken.add(was.id)
    changes.push(...compared(indicatorStatements(was, now), indicatorStatements(now, was)))
  }
  for (const was of earlier)
    if (!taken.has(was.id)) {
      const where = was.path.join(' > ')
      changes.push({ kind: 'removed', where, before: indicatorText(was), after: null })
    }
  return changes
}

function allOf({ indicators, outside }: Scheme): readonly Indicator[] {
  return [...indicators, ...outside.bonus, ...outside.deductions, ...outside.external]
}

function compared(before: readonly Statement[], after: readonly Statement[]): SchemeChange[] {
  const [was, is] = [before, after].map((list) => new Map(list.map((one) => [one.key, one])))
  return [...new Set([...before, ...after].map((one) => one.key))].flatMap(
    (key): SchemeChange[] => {
      const [a, b] = [was?.get(key) ?? null, is?.get(key) ?? null]
      if (a === null)
        return b ? [{ kind: 'added', where: b.where, before: null, after: b.words }] : []
      if (b === null) return [{ kind: 'removed', where: a.where, before: a.words, after: null }]
      if (a.words !== b.words)
        return [{ kind: 'changed', where: b.where, before: a.words, after: b.words }]
      // The same words under another printed name; an indicator's own name is a statement of its own.
      const renamed = a.where !== b.where && !b.where.includes('：')
      return renamed ? [{ kind: 'changed', where: b.where, before: a.where, after: b.where }] : []
    },
  )
}
