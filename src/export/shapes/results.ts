/**
 * Shapes of what stands around scorecards: composites, suppositions, published versions and differences of schemes.
 * Scoring and the catalog already speak them; here they are declared for the outside.
 */
import { z } from 'zod'
import type { Composites } from '#model/scorecard'
import { civilDay, instant } from './parts.ts'
import { card, lineDecision, maskedLine, outsideLine, scorecards1 } from './scorecards.ts'

const range = z.tuple([z.number(), z.number()]).describe('[lowest, highest] still possible')
const score = z.number().nullable().describe('Null in tables without points')
const agency = z.object({ id: z.string(), name: z.string() })
const footprint = z
  .object({
    settled: score,
    range: range.nullable(),
    converted: z
      .object({ score: z.number(), range })
      .nullish()
      .describe('What ranks and grades go by where rows that do not apply are made up for'),
    rank: z.int().nullable(),
    grade: z.string().nullable(),
  })
  .nullable()
const side = z
  .object({
    range: range.nullable().describe('Null where the line has no points'),
    state: z.string().optional(),
    arithmetic: z.string(),
    because: z.string().optional(),
    decision: lineDecision.nullish(),
    findings: z.array(z.string()).optional(),
  })
  .nullable()
const move = z.object({
  agency,
  before: footprint,
  after: footprint,
  by: z
    .number()
    .nullable()
    .describe('After less before, of what is settled (converted where there is one)'),
  lines: z.array(
    z.object({ id: z.string(), path: z.array(z.string()), before: side, after: side }),
  ),
})

/** `score --what-if FILE --json` */
export const whatIf1 = z.object({
  mingcha: z.literal('what-if/1'),
  scheme: z.object({ id: z.string(), edition: z.string() }).describe('Scheme or composite'),
  asOf: civilDay,
  moves: z.array(move),
  stability: z
    .array(z.object({ agency, rank: z.int(), best: z.int(), worst: z.int() }))
    .describe('Ranks when any one weight (a part of a composite) wavers by 10 %'),
})

/** `score --scheme COMPOSITE --json` */
export const composites1 = z.object({
  mingcha: z.literal('composites/1'),
  composite: z.object({ id: z.string(), edition: z.string(), title: z.string() }),
  strict: z.boolean(),
  asOf: civilDay,
  computedAt: instant,
  codeVersion: z.string(),
  cards: z.array(
    z.object({
      agency: agency.extend({ group: z.string().nullable() }),
      maxScore: z.number(),
      settled: z.number(),
      range,
      score: z.number().nullable(),
      grade: z.string().nullable(),
      gradeBecause: z.string().optional(),
      rank: z.int().nullable(),
      parts: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          scheme: z.string().nullable(),
          method: z.string().nullable(),
          share: z.number(),
          settled: z.number().describe('Weighted'),
          range,
          arithmetic: z.string(),
        }),
      ),
      external: z.array(outsideLine),
    }),
  ),
})

/** Free text of what leaves the house masked; throws ZodError when scoring broke the published shape. */
export function toComposites1(composites: Composites): Composites {
  const cards = composites.cards.map((one) => ({
    ...one,
    external: one.external.map(maskedLine),
  }))
  composites1.parse({ ...composites, cards })
  return { ...composites, cards }
}

const digest = z.object({ id: z.string(), edition: z.string(), sha256: z.string() })
const version = {
  version: z.int().positive(),
  corrects: z.int().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  publishedAt: instant,
  codeVersion: z.string(),
  checks: z.record(z.string(), z.int()).describe('Revision by check id'),
  evidence: z.record(z.string(), z.array(z.string())).describe('sha256 by finding id'),
  difference: z.array(move).nullable().describe('Line by line against the version corrected'),
}

/** A file of `score --publish` */
export const published1 = z.object({
  mingcha: z.literal('published/1'),
  ...version,
  scheme: digest,
  scorecards: scorecards1,
})

/** A file of `score --scheme COMPOSITE --publish` */
export const publishedComposite1 = z.object({
  mingcha: z.literal('published-composite/1'),
  ...version,
  composite: digest,
  schemes: z.array(digest).describe('Schemes of the parts'),
  composites: composites1,
  parts: z.record(z.string(), z.array(card)).describe('Cards of every part, by part id'),
})

/** `schemes diff A B --json` */
export const schemeDiff1 = z.object({
  mingcha: z.literal('scheme-diff/1'),
  changes: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed']),
      where: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
