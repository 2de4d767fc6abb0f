/**
 * What the demonstration portals are known to bring about, read from their expectations: the evidence by which
 * `schemes show --coverage` believes that a rule is measured. Without the files nothing counts as proven.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { GoldenEvidence } from '#scoring/coverage'
import { DATA_DIR } from './rooms.ts'

const FOLDER = join(DATA_DIR, '../fixtures/portals/expected')

const expectation = z.looseObject({
  findings: z.array(
    z.looseObject({
      check: z.string(),
      outcome: z.string(),
      subject: z.string(),
      verdict: z.string(),
    }),
  ),
  passes: z.array(z.looseObject({ check: z.string() })),
  clean: z.array(z.string()),
})

export function goldenEvidence(): GoldenEvidence {
  let names: string[]
  try {
    names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  } catch {
    return { passed: new Set(), failed: [] }
  }
  const read = names.map((name) =>
    expectation.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))),
  )
  return {
    passed: new Set(read.flatMap((one) => [...one.clean, ...one.passes.map((p) => p.check)])),
    failed: read.flatMap((one) => one.findings.filter((f) => f.verdict === 'fail')),
  }
}
