/**
 * The file format of one rule (细则): a closed list of kinds, each with its own fields. Shapes only; what references and
 * figures mean together is checked where schemes are built.
 */
import { z } from 'zod'
import { isDay } from '#base/day'

export const text = z.string().trim().min(1)
export const ident = z.string().regex(/^[a-z][a-z0-9-]*$/, '编号用小写字母、数字和连字符')
/** Beyond this a figure is a slip of the keyboard. */
export const MOST = 1_000_000
export const positive = z.number().positive().max(MOST)
export const origin = z.enum(['source', 'local']).default('source')
/** 30% as printed; becomes the decimal 0.3. */
export const percent = z
  .string()
  .regex(/^\d+(\.\d+)?%$/, '百分比写作 30%')
  .transform((written) => Number(`${written.slice(0, -1)}e-2`))
export const civilDay = z.string().refine(isDay, '日期写作 2023-12-05，且须是存在的日期')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作 2023-01')

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
    /** 只算时间窗内的：fact 是存放日期的事实名；months 为监测日前几个月，不写为考评期间。 */
    within: z.strictObject({ fact: text, months: z.int().positive().optional() }).optional(),
    /** 只算测得的数大于某个数的，或超过某类更新期限（cadence 编号）的。 */
    above: z.number().optional(),
    cadence: ident.optional(),
  }),
])
export const prices = z.array(price).default([])
export type PriceEntry = z.output<typeof price>

const scope = z.strictObject({
  groups: z.array(ident).default([]),
  agencies: z.array(text).default([]),
  attributes: z.array(text).default([]),
  also: z.array(text).default([]),
  except: z.array(text).default([]),
  open: z.boolean().default(false),
})
/** 不写 groups、agencies、attributes 即全部单位；also 另加，except 除外；名单以“等”结尾写 open: true。 */
export const appliesTo = scope.optional()
export type ScopeEntry = z.output<typeof scope>

export const zeroNote = z.strictObject({ id: ident, label: text, when: prices })

const rule = {
  /** 评分细则中的序号；整格只有一条时不写。 */
  item: z.int().positive().optional(),
  summary: text,
  share: percent.optional(),
  points: positive.optional(),
  state: z.enum(['machine', 'assisted', 'manual']),
  origin,
  reason: text.optional(),
  ask: text.optional(),
  portals: z.enum(['any', 'all', 'best', 'worst', 'sum']).optional(),
  notTwice: z.boolean().default(false),
  appliesTo,
  /** 只使本条不得分的情形。 */
  voidWhen: z.array(zeroNote).default([]),
  /** 列在问题旁边供人参考的检查结果，不定分（assisted）。 */
  hints: prices,
}
/** 逐个计数：一个结果算一个，符合的占几成（或几个）；与 when 只写一样。 */
const counted = { met: prices, unmet: prices }
const amount = { share: percent.optional(), points: positive.optional() }
const events = z
  .array(
    z.strictObject({
      id: ident,
      label: text,
      ...amount,
      when: prices,
      /** 至多计几次。 */
      most: z.int().positive().optional(),
    }),
  )
  .min(1)
const cap = z.enum(['source', 'local'])

export const criterion = z.discriminatedUnion('kind', [
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
    ...counted,
  }),
  z.strictObject({ kind: z.literal('benchmark'), ...rule, of: text, when: prices }),
  z.strictObject({ kind: z.literal('deduct-each'), ...rule, cap, events }),
  z.strictObject({ kind: z.literal('judgement'), ...rule }),
  z.strictObject({
    kind: z.literal('scale'),
    ...rule,
    of: text,
    unit: text,
    direction: z.enum(['at-least', 'at-most']),
    /** limit 含本数；from、until 为该档适用的起止日期（含当日）。 */
    steps: z
      .array(
        z.strictObject({
          id: ident,
          label: text,
          limit: z.number(),
          ...amount,
          from: civilDay.optional(),
          until: civilDay.optional(),
        }),
      )
      .min(1),
    /** 各档都没有达到时：zero 不得分；open 原文没有写，待定。 */
    otherwise: z.enum(['zero', 'open']).default('zero'),
    /** 经批准延长的，各档另加多少。 */
    extension: positive.optional(),
    when: prices,
    ...counted,
  }),
  z.strictObject({
    kind: z.literal('deadline'),
    ...rule,
    of: text,
    dues: z.array(z.strictObject({ id: ident, label: text, by: civilDay, ...amount })).min(1),
    /** 写明完成日期的检查结果；fact 是存放日期的事实名。 */
    when: prices,
    fact: text.default('publishedOn'),
  }),
  z.strictObject({ kind: z.literal('award-each'), ...rule, cap, events }),
  z.strictObject({
    kind: z.literal('target'),
    ...rule,
    of: text,
    /** scheme.yaml 里 targets 的编号。 */
    target: ident,
    /** 每少一个扣多少。 */
    each: z.strictObject(amount),
    cap,
    when: prices,
  }),
  z.strictObject({
    kind: z.literal('over-target'),
    ...rule,
    of: text,
    target: ident,
    /** 每超过多少个（取整）加一次。 */
    per: positive,
    each: z.strictObject(amount),
    /** 与哪一条用同一个录入值。 */
    valueOf: text.optional(),
    when: prices,
  }),
  z.strictObject({
    kind: z.literal('series'),
    ...rule,
    of: text,
    /** 每月几次。 */
    times: z.int().positive(),
    from: month,
    to: month,
  }),
  z.strictObject({
    kind: z.literal('items'),
    ...rule,
    of: text,
    /** checklists.yaml 里的编号；或用 names 列出可抽的名称；都不写则由录入时写明。 */
    checklist: ident.optional(),
    names: z.array(text).default([]),
    take: z.int().positive().optional(),
    draw: z.enum(['cohort', 'agency']).default('cohort'),
    noRows: z.enum(['open', 'not-applicable']).default('open'),
    /** 说明一条已做到的检查结果：本单位各条都是这样的得满分，其余的由人评定。 */
    when: prices,
  }),
  z.strictObject({
    kind: z.literal('lead-penalty'),
    ...rule,
    of: text,
    factor: positive,
  }),
])
export type CriterionEntry = z.output<typeof criterion>
