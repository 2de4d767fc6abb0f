/** `checks/1`: the list of checks as data (contract §8), for people who wire schemes to them. */
import { z } from 'zod'
import type { Check } from '#model/check'
import { paramValue, verdict } from './parts.ts'

export const checks1 = z.object({
  mingcha: z.literal('checks/1'),
  checks: z.array(
    z.object({
      id: z.string(),
      revision: z.int().min(1),
      title: z.string(),
      question: z.string(),
      basis: z.array(z.object({ document: z.string(), clause: z.string() })),
      needs: z.array(z.string()),
      params: z.record(
        z.string(),
        z.object({
          default: paramValue,
          meaning: z.string(),
          source: z.string(),
          verified: z
            .boolean()
            .describe('false: the value is second-hand, confirm before relying on it'),
        }),
      ),
      outcomes: z.record(
        z.string(),
        z.object({
          verdict,
          message: z.string(),
          ask: z.string().nullable(),
          claimsAbsence: z.boolean(),
        }),
      ),
    }),
  ),
})
export type Checks1 = z.infer<typeof checks1>

export function toChecks1(checks: readonly Check[]): Checks1 {
  return {
    mingcha: 'checks/1',
    checks: checks.map((check) => ({
      id: check.id,
      revision: check.revision,
      title: check.title,
      question: check.question,
      basis: check.basis.map(({ document, clause }) => ({ document, clause })),
      needs: [...check.needs],
      params: Object.fromEntries(
        Object.entries(check.params).map(([name, spec]) => [
          name,
          {
            default: typeof spec.default === 'object' ? [...spec.default] : spec.default,
            meaning: spec.meaning,
            source: spec.source,
            verified: spec.verified,
          },
        ]),
      ),
      outcomes: Object.fromEntries(
        Object.entries(check.outcomes).map(([name, spec]) => [
          name,
          {
            verdict: spec.verdict,
            message: spec.message,
            ask: spec.ask ?? null,
            claimsAbsence: spec.claimsAbsence === true,
          },
        ]),
      ),
    })),
  }
}
