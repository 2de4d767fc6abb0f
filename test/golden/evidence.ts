/**
 * The answers of the golden run that prove rules: settled ones, with no more of their facts than the schemes select by,
 * so that one line stands for all alike. `GOLDEN_EVIDENCE=write npx vitest run test/golden/golden.test.ts` keeps them.
 */
import { allSchemes } from '#app/scoring-run'
import { pricesOf } from '#model/criterion'
import type { GoldenAnswer } from '#scoring/coverage'

interface Line {
  readonly check: string
  readonly outcome: string
  readonly verdict: string
  readonly subject: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly measure?: { readonly value: number } | null
  readonly downgraded: unknown
}

export function goldenAnswers(lines: readonly Line[]): GoldenAnswer[] {
  const refs = allSchemes()
    .flatMap(({ indicators, outside: { bonus, deductions } }) => [
      ...indicators,
      ...bonus,
      ...deductions,
    ])
    .flatMap((one) => one.criteria.flatMap(pricesOf))
  const asked = new Set(refs.map((ref) => ref.check))
  const measured = new Set(refs.flatMap((ref) => (ref.above === undefined ? [] : [ref.check])))
  const subjects = new Set(refs.flatMap((ref) => ref.where?.subject ?? []))
  const keys = [...new Set(refs.flatMap((ref) => Object.keys(ref.where ?? {})))].sort()
  const kept = new Map<string, GoldenAnswer>()
  for (const line of lines) {
    const { check, outcome, verdict, subject, facts, measure, downgraded } = line
    if (!asked.has(check) || downgraded || (verdict !== 'pass' && verdict !== 'fail')) continue
    const told = keys.flatMap((key) => {
      const value = facts[key]
      const plain = ['string', 'number', 'boolean'].includes(typeof value)
      return plain ? [[key, value as string | number | boolean] as const] : []
    })
    const answer: GoldenAnswer = {
      check,
      outcome,
      verdict,
      // A subject that no rule asks for is like any other.
      subject: subjects.has(subject) ? subject : '',
      facts: Object.fromEntries(told),
      measure: measured.has(check) ? (measure?.value ?? null) : null,
    }
    kept.set(JSON.stringify(answer), answer)
  }
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer)
}
