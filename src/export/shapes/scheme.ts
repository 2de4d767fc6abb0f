/**
 * `scheme/1`: an indicator scheme as data for the outside (contract §8): printed names and figures exactly, each rule
 * with who can settle it and which check outcomes price it, and the weight that each kind of settling covers.
 */
import { z } from 'zod'
import type { Applicability, Criterion, Indicator, Scheme, SchemeCoverage } from '#model/scheme'
import { civilDay } from './parts.ts'

const score = z.number().nullable()
const texts = z.array(z.string())

const criterion = z.object({
  id: z.string(),
  kind: z.enum(['yes-no', 'tiers', 'ratio', 'benchmark', 'deduct-each', 'judgement', 'not-ruled']),
  share: score.describe('Share of the indicator, as printed'),
  maxScore: score.describe('Worth in points, printed or computed from the share'),
  state: z.enum(['machine', 'assisted', 'manual', 'not-ruled']),
  origin: z.enum(['source', 'local']),
  reason: z.string().nullable().describe('Why a local rule is ours'),
  checks: texts.describe('group/name#outcome'),
  summary: z.string(),
})

const indicator = z.object({
  id: z.string(),
  path: texts.describe('Printed level names, leaf last'),
  maxScore: score.describe('Printed figure'),
  method: z.string().nullable(),
  appliesTo: z.string(),
  scope: z.string().nullable(),
  note: z.string().nullable(),
  criteria: z.array(criterion),
  zeroWhen: texts,
})

export const scheme1 = z.object({
  mingcha: z.literal('scheme/1'),
  id: z.string(),
  edition: z.string(),
  title: z.string(),
  source: z.object({
    documentNumber: z.string().nullable(),
    title: z.string(),
    issued: civilDay.nullable(),
    annex: z.string().nullable(),
  }),
  maxScore: score,
  groups: z.array(z.object({ id: z.string(), name: z.string(), agencies: texts })),
  indicators: z.array(indicator),
  outside: z.object({
    bonus: z.array(indicator),
    deductions: z.array(indicator),
    vetoes: z.array(z.object({ id: z.string(), label: z.string(), effect: z.string() })),
  }),
  warnings: texts,
  coverage: z
    .object({
      machine: z.number(),
      assisted: z.number(),
      manual: z.number(),
      notRuled: z.number(),
    })
    .describe('Weight inside the total by how it can be settled'),
})
export type Scheme1 = z.infer<typeof scheme1>
