/** `scan/1` and `rerun/1`: how each run of a command ended (`mingcha scan|rerun --json`); findings are exported apart. */
import { z } from 'zod'
import { civilDay, count, verdict } from './parts.ts'
import { scorecards1 } from './scorecards.ts'

const judgement = z.object({
  verdicts: z.record(z.string(), count).describe('Findings by verdict'),
  pages: z.object({
    fetched: count,
    rendered: count,
    blocked: count,
    failed: count,
    notVisited: z.record(z.string(), count),
  }),
  unmeasured: z.array(z.object({ check: z.string(), reason: z.string() })),
  trouble: z.string().nullable().describe('Why the home page could not be measured'),
})

const scanned = z.object({
  run: z.string(),
  portal: z.object({ id: z.string(), name: z.string(), url: z.string() }),
  asOf: civilDay,
  resumed: z.boolean(),
})

export const scan1 = z.object({
  mingcha: z.literal('scan/1'),
  runs: z.array(
    z.discriminatedUnion('state', [
      scanned.extend({ state: z.literal('finished'), ...judgement.shape }),
      scanned.extend({ state: z.literal('interrupted') }),
      scanned.extend({ state: z.literal('failed'), error: z.string() }),
    ]),
  ),
  scores: z.array(scorecards1).describe('One per scheme asked for'),
})

const answer = z.object({ outcome: z.string(), verdict })

const movement = z.object({
  check: z.string(),
  revision: z
    .object({ before: z.int().nullable(), after: z.int().nullable() })
    .describe('Null where that side has no finding of this check'),
  new: count,
  gone: count,
  changed: count,
  same: count,
  restated: count.describe('Of the same ones: on other facts, figures or evidence'),
  moved: z.array(
    z.object({
      identity: z.string(),
      subject: z.string(),
      before: answer.nullable().describe('Null: new'),
      after: answer.nullable().describe('Null: gone'),
    }),
  ),
})

export const rerun1 = z.object({
  mingcha: z.literal('rerun/1'),
  runs: z.array(
    z.object({
      run: z.string(),
      asOf: civilDay,
      ...judgement.shape,
      changes: z.array(movement).describe('Checks whose findings or revision moved'),
    }),
  ),
})
