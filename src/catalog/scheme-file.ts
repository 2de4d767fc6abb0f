/**
 * The file format of a scheme: what an official writes in `data/schemes/<id>/` (scheme.yaml, indicators.yaml,
 * outside.yaml, checklists.yaml; or composite.yaml alone). Only shapes are decided here; what the figures and references
 * mean together is checked in schemes.ts. The published JSON Schemas for editors are derived from these types.
 */
import { z } from 'zod'
import {
  appliesTo,
  civilDay,
  criterion,
  ident,
  MOST,
  origin,
  percent,
  positive,
  prices,
  text,
  zeroNote,
} from './criterion-file.ts'

export type { CriterionEntry, PriceEntry, ScopeEntry } from './criterion-file.ts'

const indicator = z.strictObject({
  id: ident,
  path: z.array(text).min(1),
  weight: z.number().min(-MOST).max(MOST).nullable(),
  row: z.int().positive(),
  method: text.optional(),
  scope: text.optional(),
  note: text.optional(),
  /** 牵头（评分）单位。 */
  lead: text.optional(),
  appliesTo,
  /** 评分细则原文没有印全：没有印出的比例（70%）或分值；一条细则都没有印出的写 true。 */
  cut: z
    .union([
      z.literal(true),
      percent.transform((figure) => ({ unit: 'share' as const, figure })),
      positive.transform((figure) => ({ unit: 'points' as const, figure })),
    ])
    .optional(),
  /** 印出的细则不够印出的分值：余下多少分按各条得分的同一比例计（本地规定），及其理由。 */
  rest: z.strictObject({ points: positive, reason: text }).optional(),
  /** 印出的细则超过印出的分值：以印出的分值为限（本地规定），值是理由。 */
  capped: z.strictObject({ reason: text }).optional(),
  criteria: z.array(criterion).default([]),
  zeroWhen: z.array(zeroNote).default([]),
})
export type IndicatorEntry = z.output<typeof indicator>

const source = z.strictObject({
  documentNumber: text.nullable(),
  title: text,
  issued: civilDay.nullable(),
  annex: text.nullable(),
})

/** from 为下限（含本数）；quota 为比例，原文没有印出比例写 null；最末一等两样都可不写。 */
const grade = z.strictObject({
  id: ident,
  label: text,
  from: z.number().optional(),
  quota: percent.nullable().optional(),
  origin,
  reason: text.optional(),
})
export type GradeEntry = z.output<typeof grade>

const differs = z.strictObject({ reason: text })

export const headSchema = z.strictObject({
  id: ident,
  edition: text,
  title: text,
  source,
  maxScore: positive.nullable(),
  groups: z.array(
    z.strictObject({
      id: ident,
      name: text,
      agencies: z.array(text).default([]),
      /** 原文印出的单位个数。 */
      count: z.int().positive().optional(),
    }),
  ),
  levels: z
    .array(
      z.strictObject({
        path: z.array(text).min(1),
        weight: z.number().min(-MOST).max(MOST),
        /** 原文印出的与其下各行合计就不一致的：计分以各行为准（本地规定），值是理由。 */
        differs: differs.optional(),
      }),
    )
    .default([]),
  /** 原文印出的总分与各指标合计就不一致的：计分以各行为准（本地规定），值是理由。 */
  differs: differs.optional(),
  /** How several portals of one agency combine where a rule does not say. */
  portals: z.enum(['any', 'all', 'best', 'worst']).default('worst'),
  /** Whether the source prints that; rules with `portals` of their own are taken as printed. */
  portalsOrigin: z.enum(['source', 'local']).default('local'),
  remarks: z.array(text).default([]),
  attributes: z.array(z.strictObject({ id: text, label: text })).default([]),
  methods: z
    .array(z.strictObject({ id: ident, label: text, due: civilDay.optional() }))
    .default([]),
  /** 只在上级印出分值、各行没有分值：余下的由适用于该单位的各行平分（本地规定，要写 reason）。 */
  pools: z
    .array(
      z.strictObject({
        path: z.array(text).min(1),
        weight: positive,
        origin,
        reason: text.optional(),
      }),
    )
    .default([]),
  /** 得分 ÷ 适用分值 × 100。 */
  conversion: z.strictObject({ origin, reason: text.optional() }).optional(),
  grades: z.array(grade).default([]),
  targets: z
    .array(
      z.strictObject({
        id: ident,
        label: text,
        unit: text,
        /** 各单位目标数之和，核对用。 */
        sum: positive.optional(),
        values: z.record(z.string(), z.number().nonnegative()),
      }),
    )
    .default([]),
  cadences: z
    .array(z.strictObject({ id: ident, label: text, days: z.int().nonnegative() }))
    .default([]),
  span: z.strictObject({ from: civilDay, to: civilDay }).optional(),
  monitoredOn: civilDay.optional(),
})
export type SchemeHead = z.output<typeof headSchema>

export const indicatorsSchema = z.strictObject({ indicators: z.array(indicator).min(1) })

export const outsideSchema = z.strictObject({
  bonus: z.array(indicator).default([]),
  deductions: z.array(indicator).default([]),
  /** 事后按别处的结果扣减；没有印出限度的 weight 写 null。 */
  external: z.array(indicator).default([]),
  vetoes: z
    .array(
      z.strictObject({
        id: ident,
        label: text,
        effect: text,
        row: z.int().positive(),
        when: prices,
        /** 不得评为哪些等次（grades 的编号）。 */
        bars: z.array(ident).default([]),
      }),
    )
    .default([]),
  /** 使一整块不得分的情形：path 是该块的各级名称，alsoZeroes 是同时归零的其他指标。 */
  blockZero: z
    .array(
      z.strictObject({
        id: ident,
        label: text,
        row: z.int().positive(),
        path: z.array(text).min(1),
        alsoZeroes: z.array(ident).default([]),
        when: prices,
      }),
    )
    .default([]),
})
export type OutsideEntry = z.output<typeof outsideSchema>

export const checklistsSchema = z.strictObject({
  checklists: z
    .array(
      z.strictObject({
        id: ident,
        title: text,
        rows: z
          .array(
            z.strictObject({
              id: ident,
              label: text,
              agencies: z.array(text).min(1),
              detail: text.optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

export const compositeSchema = z.strictObject({
  id: ident,
  edition: text,
  title: text,
  source,
  maxScore: positive,
  parts: z
    .array(
      z.strictObject({
        id: ident,
        label: text,
        /** 按单位所在的组取其中一个体系。 */
        schemes: z.array(ident).min(1),
        /** 同一张表的一种评分方法（该体系 methods 的编号）。 */
        method: ident.optional(),
        share: percent,
        origin,
        reason: text.optional(),
      }),
    )
    .min(1),
  /** 原文印出的各部分比例合计不是 100%、或加权后不等于总分的：值是理由。 */
  differs: differs.optional(),
  external: z.array(indicator).default([]),
  grades: z.array(grade).default([]),
  remarks: z.array(text).default([]),
})

/** JSON Schemas of the files, for editors and `docs/schema`. */
export function schemeFileJsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'scheme-file.schema.json': z.toJSONSchema(headSchema, { io: 'input' }),
    'scheme-indicators-file.schema.json': z.toJSONSchema(indicatorsSchema, { io: 'input' }),
    'scheme-outside-file.schema.json': z.toJSONSchema(outsideSchema, { io: 'input' }),
    'scheme-checklists-file.schema.json': z.toJSONSchema(checklistsSchema, { io: 'input' }),
    'scheme-composite-file.schema.json': z.toJSONSchema(compositeSchema, { io: 'input' }),
  }
}
