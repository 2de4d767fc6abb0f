/**
 * Results counted instead of added up: what a table that prints no points amounts to. Such a table has findings and
 * answers, never a sum, so its cards are summed up by how many rules were answered and how.
 */
import type { Scheme } from '#model/scheme'
import type { Scorecard } from '#model/scorecard'

/** Numbers of rules (细则) of one card. */
export interface Tally {
  readonly settled: number
  readonly open: number
  readonly notApplicable: number
  readonly notRuled: number
  /** Answers of the settled rules with how many gave each, most frequent first. */
  readonly results: readonly (readonly [result: string, count: number])[]
}

/** A table that prints no points at all: nothing of it may be shown as a number of points, a rank or a grade. */
export function isPointless({ maxScore }: Pick<Scheme | Scorecard, 'maxScore'>): boolean {
  return maxScore === null
}

export function tallyOf(card: Pick<Scorecard, 'indicators'>): Tally {
  const lines = card.indicators.flatMap((one) => one.criteria)
  const of = (state: string) => lines.filter((line) => line.state === state).length
  const results = new Map<string, number>()
  let settled = 0
  for (const line of lines) {
    if (!['machine', 'reviewed', 'manual'].includes(line.state)) continue
    settled += 1
    const name = line.result ?? '已定'
    results.set(name, (results.get(name) ?? 0) + 1)
  }
  return {
    settled,
    open: of('open'),
    notApplicable: of('not-applicable'),
    notRuled: of('not-ruled'),
    results: [...results].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
  }
}

/** "符合 9、不符合 1"; "—" while nothing is settled. */
export function resultsText({ results }: Tally): string {
  return results.length === 0 ? '—' : results.map(([name, n]) => `${name} ${n}`).join('、')
}

/** How many rules of a scheme can be settled by whom: coverage of a table without points. */
export function rulesByState({ indicators }: Pick<Scheme, 'indicators'>): {
  readonly machine: number
  readonly assisted: number
  readonly manual: number
  readonly notRuled: number
} {
  const rules = indicators.flatMap((one) => one.criteria)
  const of = (state: string) => rules.filter((rule) => rule.state === state).length
  return {
    machine: of('machine'),
    assisted: of('assisted'),
    manual: of('manual'),
    notRuled: of('not-ruled'),
  }
}
