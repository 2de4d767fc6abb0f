/**
 * `scheme/1`: an indicator scheme as data for the outside (contract §8): printed names and figures exactly, each rule
 * with who can settle it and which check outcomes price it, and the weight that each kind of settling covers.
 */
import { z } from 'zod'
import { rational, times, toNumber } from '#base/rational'
import { applicabilityText, type Criterion, outcomesOf } from '#model/criterion'
import type { Composite, Indicator, Scheme, SchemeCoverage } from '#model/scheme'
import { civilDay } from './parts.ts'

const score = z.number().nullable()
const texts = z.array(z.string())

const criterion = z.object({
  id: z.string(),
  kind: z.enum([
    'yes-no',
    'tiers',
    'ratio',
    'benchmark',
    'deduct-each',
    'judgement',
    'not-ruled',
    'rest',
    'scale',
    'deadline',
    'award-each',
    'target',
    'over-target',
    'series',
    'items',
    'lead-penalty',
  ]),
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

/** `schemes/1`: which schemes there are (`mingcha schemes list --json`). */
export const schemes1 = z.object({
  mingcha: z.literal('schemes/1'),
  schemes: z.array(scheme1.pick({ id: true, edition: true, title: true, maxScore: true })),
})

/** `composite/1`: a result made of schemes by weight (`mingcha schemes show COMPOSITE --json`). */
export const composite1 = z.object({
  mingcha: z.literal('composite/1'),
  id: z.string(),
  edition: z.string(),
  title: z.string(),
  source: scheme1.shape.source,
  maxScore: z.number(),
  parts: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      schemes: texts.describe('The first one whose groups hold the agency'),
      method: z.string().nullable(),
      share: z.number(),
      origin: z.enum(['source', 'local']),
      reason: z.string().nullable(),
    }),
  ),
  external: z.array(indicator).describe('Taken off after weighting'),
  warnings: texts,
})

export function toComposite1(composite: Composite): z.infer<typeof composite1> {
  const { id, edition, title, source, maxScore, parts, external, warnings } = composite
  return composite1.parse({
    mingcha: 'composite/1',
    ...{ id, edition, title, source, maxScore, parts, warnings },
    external: external.map(indicatorOf),
  })
}

/** `coverage` is what scoring counts over the scheme; the shape only shows it. */
export function toScheme1(scheme: Scheme, coverage: SchemeCoverage): Scheme1 {
  return {
    mingcha: 'scheme/1',
    id: scheme.id,
    edition: scheme.edition,
    title: scheme.title,
    source: {
      documentNumber: scheme.source.documentNumber,
      title: scheme.source.title,
      issued: scheme.source.issued,
      annex: scheme.source.annex,
    },
    maxScore: scheme.maxScore,
    groups: scheme.groups.map(({ id, name, agencies }) => ({ id, name, agencies: [...agencies] })),
    indicators: scheme.indicators.map(indicatorOf),
    outside: {
      bonus: scheme.outside.bonus.map(indicatorOf),
      deductions: scheme.outside.deductions.map(indicatorOf),
      vetoes: scheme.outside.vetoes.map(({ id, label, effect }) => ({ id, label, effect })),
    },
    warnings: [...scheme.warnings],
    coverage: {
      machine: coverage.machine,
      assisted: coverage.assisted,
      manual: coverage.manual,
      notRuled: coverage.notRuled,
    },
  }
}

function indicatorOf(indicator: Indicator): Scheme1['indicators'][number] {
  return {
    id: indicator.id,
    path: [...indicator.path],
    maxScore: indicator.maxScore,
    method: indicator.method,
    appliesTo: applicabilityText(indicator.appliesTo),
    scope: indicator.scope,
    note: indicator.note,
    criteria: indicator.criteria.map((one) => ({
      id: one.id,
      kind: one.kind,
      share: one.share,
      maxScore: worthOf(one, indicator.maxScore),
      state: one.state,
      origin: one.origin,
      reason: one.reason,
      checks: [...new Set(outcomesOf(one).map(({ check, outcome }) => `${check}#${outcome}`))],
      summary: one.summary,
    })),
    zeroWhen: indicator.zeroWhen.map((note) => note.label),
  }
}

/** Points of a criterion: printed, or its share of the indicator's figure, exact (30% of 3 is 0.9). */
function worthOf(criterion: Criterion, indicatorMax: number | null): number | null {
  if (criterion.maxScore !== null) return criterion.maxScore
  if (criterion.share === null || indicatorMax === null) return null
  return toNumber(times(rational(criterion.share), rational(indicatorMax)))
}
