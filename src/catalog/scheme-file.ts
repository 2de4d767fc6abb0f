/**
 * The file format of a scheme: what an official writes in `data/schemes/<id>/` (scheme.yaml, indicators.yaml,
 * outside.yaml). Only shapes are decided here; what the figures and references mean together is checked in schemes.ts.
 * The published JSON Schemas for editors are derived from these types.
 */
import { z } from 'zod'

const text = z.string().trim().min(1)
const ident = z.string().regex(/^[a-z][a-z0-9-]*$/, '编号用小写字母、数字和连字符')
const positive = z.number().positive()
/** 30% as printed; becomes the decimal 0.3. */
const percent = z
  .string()
  .regex(/^\d+(\.\d+)?%$/, '百分比写作 30%')
  .transform((written) => Number(`${written.slice(0, -1)}e-2`))

const checkOutcome = z
  .string()
  .regex(
    /^[a-z-]+\/[a-z0-9-]+#[a-z0-9-]+$/,
    '检查结果写作 组/名称#结果，如 freshness/column-stale#stale',
  )

/** An outcome that prices a rule; the long form narrows it to some findings or says whether it settles the rule. */
const price = z.union([
  checkOutcome,
  z.strictObject({
    outcome: checkOutcome,
    where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    settles: z.boolean().optional(),
  }),
])
const prices = z.array(price).default([])
export type PriceEntry = z.output<typeof price>

const rule = {
  /** 评分细则中的序号；整格只有一条时不写。 */
  item: z.int().positive().optional(),
  summary: text,
  share: percent.optional(),
  points: positive.optional(),
  state: z.enum(['machine', 'assisted', 'manual']),
  origin: z.enum(['source', 'local']).default('source'),
  reason: text.optional(),
  ask: text.optional(),
  portals: z.enum(['any', 'all', 'best', 'worst', 'sum']).optional(),
  notTwice: z.boolean().default(false),
}
const amount = { share: percent.optional(), points: positive.optional() }

const criterion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no'), ...rule, met: prices, unmet: prices }),
  z.strictObject({
    kind: z.literal('tiers'),
    ...rule,
    tiers: z.array(z.strictObject({ id: ident, label: text, ...amount, when: prices })).min(1),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    ...rule,
    of: text,
    sample: z.int().positive().optional(),
    when: prices,
  }),
  z.strictObject({ kind: z.literal('benchmark'), ...rule, of: text, when: prices }),
  z.strictObject({
    kind: z.literal('deduct-each'),
    ...rule,
    cap: z.enum(['source', 'local']),
    events: z.array(z.strictObject({ id: ident, label: text, ...amount, when: prices })).min(1),
  }),
  z.strictObject({ kind: z.literal('judgement'), ...rule }),
])
export type CriterionEntry = z.output<typeof criterion>

const zeroNote = z.strictObject({ id: ident, label: text, when: prices })

const indicator = z.strictObject({
  id: ident,
  path: z.array(text).min(1),
  weight: z.number().nullable(),
  row: z.int().positive(),
  method: text.optional(),
  scope: text.optional(),
  note: text.optional(),
  appliesTo: z
    .union([
      z.strictObject({ agencies: z.array(text).min(1), open: z.boolean().default(false) }),
      z.strictObject({ attributes: z.array(text).min(1) }),
    ])
    .optional(),
  /** 评分细则原文没有印全。 */
  cut: z.boolean().default(false),
  criteria: z.array(criterion).default([]),
  zeroWhen: z.array(zeroNote).default([]),
})
export type IndicatorEntry = z.output<typeof indicator>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 2023-12-05')

export const headSchema = z.strictObject({
  id: ident,
  edition: text,
  title: text,
  source: z.strictObject({
    documentNumber: text.nullable(),
    title: text,
    issued: day.nullable(),
    annex: text.nullable(),
  }),
  maxScore: positive.nullable(),
  groups: z.array(z.strictObject({ id: ident, name: text, agencies: z.array(text).default([]) })),
  levels: z.array(z.strictObject({ path: z.array(text).min(1), weight: z.number() })).default([]),
  /** How several portals of one agency combine where a rule does not say. */
  portals: z.enum(['any', 'all', 'best', 'worst']).default('worst'),
  /** Whether the source prints that; rules with `portals` of their own are taken as printed. */
  portalsOrigin: z.enum(['source', 'local']).default('local'),
  remarks: z.array(text).default([]),
})
export type SchemeHead = z.output<typeof headSchema>

export const indicatorsSchema = z.strictObject({ indicators: z.array(indicator).min(1) })

export const outsideSchema = z.strictObject({
  bonus: z.array(indicator).default([]),
  deductions: z.array(indicator).default([]),
  vetoes: z
    .array(
      z.strictObject({
        id: ident,
        label: text,
        effect: text,
        row: z.int().positive(),
        when: prices,
      }),
    )
    .default([]),
})
export type OutsideEntry = z.output<typeof outsideSchema>

/** JSON Schemas of the three files, for editors and `docs/schema`. */
export function schemeFileJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'scheme-file.schema.json': z.toJSONSchema(headSchema, { io: 'input' }),
    'scheme-indicators-file.schema.json': z.toJSONSchema(indicatorsSchema, { io: 'input' }),
    'scheme-outside-file.schema.json': z.toJSONSchema(outsideSchema, { io: 'input' }),
  }
}
