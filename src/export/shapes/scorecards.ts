/**
 * `scorecards/1`: the priced tree of every agency (contract §7). Scoring already speaks this shape; here it is
 * declared for the outside, checked, and its free text masked.
 */
import { z } from 'zod'
import { maskPersonal } from '#base/mask'
import type { CriterionScore, OutsideScore, Scorecard, Scorecards } from '#model/scorecard'
import { civilDay, instant } from './parts.ts'

const range = z
  .tuple([z.number(), z.number()])
  .describe('[lowest, highest] still possible; without meaning where maxScore is null')
const score = z.number().nullable()
const texts = z.array(z.string())

/** A person's word on a line. */
export const lineDecision = z.object({
  outcome: z.string(),
  by: z.string(),
  at: instant.nullable(),
  reason: z.string(),
  method: z.string().optional().describe('Way of scoring it belongs to'),
})

const criterion = z.object({
  id: z.string(),
  share: score,
  maxScore: score,
  kind: z.string(),
  summary: z.string(),
  origin: z.enum(['source', 'local']),
  reason: z
    .string()
    .nullish()
    .describe(
      'Why the rule, or the part of it that is ours (a cap, a split of shared points), is local',
    ),
  state: z.enum(['machine', 'reviewed', 'manual', 'open', 'not-applicable', 'not-ruled']),
  settled: z.number().describe('Certain so far; equals score once settled'),
  score,
  range,
  arithmetic: z.string(),
  because: z.string(),
  ask: z.string().nullable(),
  findings: texts,
  proposal: z.string().nullable(),
  decision: lineDecision.nullable(),
  result: z.string().nullish().describe('The answer in words; the only result without points'),
  drawn: z
    .object({ seed: z.string().nullable(), names: texts })
    .nullish()
    .describe('What was drawn; seed null for draws made elsewhere'),
})
/** A line outside the total, with the path of its indicator. */
export const outsideLine = criterion.extend({ path: texts })

const indicator = z.object({
  id: z.string(),
  path: texts.describe('Printed level names, leaf last'),
  maxScore: score,
  settled: z.number(),
  range,
  score,
  state: z.enum(['settled', 'part', 'open', 'not-applicable', 'not-ruled']),
  criteria: z.array(criterion),
  zeroed: z.object({ id: z.string(), because: z.string() }).nullable(),
  openZeroNotes: z.array(z.object({ id: z.string(), label: z.string() })),
})

/** One card of scorecards/1. */
export const card = z.object({
  agency: z.object({ id: z.string(), name: z.string(), group: z.string().nullable() }),
  maxScore: score,
  settled: z
    .number()
    .describe(
      'Sum of what is certain; where maxScore is null (no points printed) 0 and without meaning',
    ),
  range,
  score: score.describe('A number only when every criterion is settled'),
  machine: z.object({ score: z.number(), maxScore: z.number() }),
  notApplicable: z.number(),
  notRuled: z.number(),
  converted: z.object({ score: z.number(), rule: z.string(), range: range.optional() }).nullable(),
  grade: z.string().nullable(),
  gradeBecause: z.string().optional(),
  measured: z.boolean().optional().describe('Something of the agency was measured or judged'),
  vetoes: texts,
  bonus: z.number(),
  deductions: z.number(),
  rank: z.int().nullable(),
  indicators: z.array(indicator),
  outside: z.object({
    bonus: z.array(outsideLine),
    deductions: z.array(outsideLine),
    vetoes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        effect: z.string(),
        state: z.enum(['holds', 'cleared', 'open']),
        because: z.string(),
        findings: texts,
      }),
    ),
    external: z.array(outsideLine),
  }),
})

export const scorecards1 = z.object({
  mingcha: z.literal('scorecards/1'),
  scheme: z.object({ id: z.string(), edition: z.string(), title: z.string() }),
  strict: z.boolean().describe('Local rules were left out'),
  asOf: civilDay,
  computedAt: instant,
  codeVersion: z.string(),
  cards: z.array(card),
})
export type Scorecards1 = z.infer<typeof scorecards1>

/** Throws ZodError when scoring broke the published shape: our fault, never the user's. */
export function toScorecards1(scorecards: Scorecards): Scorecards1 {
  return scorecards1.parse({ ...scorecards, cards: scorecards.cards.map(maskedCard) })
}

/** A card whose free text may leave the house. */
export function maskedCard(one: Scorecard): Scorecard {
  return {
    ...one,
    indicators: one.indicators.map((line) => ({
      ...line,
      criteria: line.criteria.map(maskedLine),
      zeroed: line.zeroed && { ...line.zeroed, because: maskPersonal(line.zeroed.because) },
    })),
    outside: {
      bonus: one.outside.bonus.map(maskedLine),
      deductions: one.outside.deductions.map(maskedLine),
      vetoes: one.outside.vetoes.map((veto) => ({
        ...veto,
        because: maskPersonal(veto.because),
      })),
      external: one.outside.external.map(maskedLine),
    },
  }
}

/** A line whose free text may leave the house. */
export function maskedLine<C extends CriterionScore | OutsideScore>(line: C): C {
  return {
    ...line,
    because: maskPersonal(line.because),
    decision: line.decision && { ...line.decision, reason: maskPersonal(line.decision.reason) },
  }
}
