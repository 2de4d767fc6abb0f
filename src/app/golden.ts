/**
 * What the demonstration portals are known to bring about: the answers of their golden run, kept beside their plan
 * (fixtures/portals/evidence.jsonl, held true by test/golden). By it `schemes show --coverage` believes that a rule is
 * measured. Without the file nothing counts as proven.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { GoldenAnswer } from '#scoring/coverage'
import { DATA_DIR } from './rooms.ts'

export const GOLDEN_EVIDENCE = join(DATA_DIR, '../fixtures/portals/evidence.jsonl')

const answer = z.object({
  check: z.string(),
  outcome: z.string(),
  verdict: z.enum(['pass', 'fail']),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  measure: z.number().nullable(),
})

export function goldenEvidence(): readonly GoldenAnswer[] {
  let text: string
  try {
    text = readFileSync(GOLDEN_EVIDENCE, 'utf8')
  } catch {
    return []
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => answer.parse(JSON.parse(line)))
}
