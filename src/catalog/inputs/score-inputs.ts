/**
 * What people enter for scoring (`--inputs`, `--what-if`): one entry an agency and target. Every target and value is
 * checked against the scheme and the registry here, so that scoring never meets one it cannot use.
 */
import { z } from 'zod'
import { isDay } from '#base/day'
import { AppError } from '#base/errors'
import type { Registry } from '#model/portal'
import type { Criterion, Scheme } from '#model/scheme'
import type { InputValue, ScoreInput } from '#model/scorecard'
import { readYamlFile } from '../yaml-file.ts'

const entry = z.strictObject({
  /** Agency id or name. */
  agency: z.string().min(1),
  /** Id of a criterion, indicator, zeroing note or veto. */
  target: z.string().min(1),
  answer: z.string().optional(),
  score: z.number().optional(),
  part: z.number().min(0).optional(),
  whole: z.number().positive().optional(),
  value: z.number().min(0).optional(),
  events: z.record(z.string(), z.int().min(0)).optional(),
  holds: z.boolean().optional(),
  notApplicable: z.literal(true).optional(),
  by: z.string().min(1),
  at: z.string().refine(isDay, '应为 2023-12-31 这样的日期').optional(),
  reason: z.string().min(1),
})
type Entry = z.infer<typeof entry>
const fileSchema = z.strictObject({ inputs: z.array(entry) })

/** @throws AppError file-missing, file-invalid (file, line, column, mend) */
export function loadScoreInputs(file: string, scheme: Scheme, registry: Registry): ScoreInput[] {
  const { value, locate } = readYamlFile(file, fileSchema)
  const seen = new Set<string>()
  return value.inputs.map((one, index) => {
    const fail = (field: string, what: string): never => {
      throw new AppError('file-invalid', `${locate(['inputs', index, field])}：${what}`, {
        context: { file },
      })
    }
    const agency = registry.agencies.find((a) => a.id === one.agency || a.name === one.agency)
    if (!agency) return fail('agency', `名录里没有单位“${one.agency}”。请改正名称或编码。`)
    const key = `${agency.id}\0${one.target}`
    if (seen.has(key)) fail('target', `“${one.agency}”的“${one.target}”写了两次。请删去一条。`)
    seen.add(key)
    const input = enteredValue(one, (what) => fail('target', what))
    const wrong = mismatch(scheme, one.target, input)
    if (wrong !== null) fail('target', wrong)
    return {
      scheme: scheme.id,
      agencyId: agency.id,
      target: one.target,
      value: input,
      by: one.by,
      at: one.at ?? null,
      reason: one.reason,
    }
  })
}

function enteredValue(one: Entry, fail: (what: string) => never): InputValue {
  const given: InputValue[] = []
  if (one.answer !== undefined) given.push({ kind: 'answer', answer: one.answer })
  if (one.score !== undefined) given.push({ kind: 'score', score: one.score })
  if (one.part !== undefined || one.whole !== undefined) {
    if (one.part === undefined || one.whole === undefined || one.part > one.whole) {
      return fail('part 与 whole 要一起写，且 part 不大于 whole。请改正。')
    }
    given.push({ kind: 'ratio', part: one.part, whole: one.whole })
  }
  if (one.value !== undefined) given.push({ kind: 'value', value: one.value })
  if (one.events !== undefined) given.push({ kind: 'events', counts: one.events })
  if (one.holds !== undefined) given.push({ kind: 'holds', holds: one.holds })
  if (one.notApplicable !== undefined) given.push({ kind: 'not-applicable' })
  const [value, ...more] = given
  if (value === undefined || more.length > 0) {
    return fail(
      `“${one.target}”要写且只写一种结果：answer、score、part 与 whole、value、events、holds、notApplicable。`,
    )
  }
  return value
}

/** Why the value does not fit its target (Chinese); null when it does. */
function mismatch(scheme: Scheme, target: string, value: InputValue): string | null {
  const indicators = [...scheme.indicators, ...scheme.outside.bonus, ...scheme.outside.deductions]
  const criterion = indicators.flatMap((i) => i.criteria).find((c) => c.id === target)
  if (criterion) return criterionMismatch(criterion, value)
  const notes = [...indicators.flatMap((i) => i.zeroWhen), ...scheme.outside.vetoes]
  if (notes.some((note) => note.id === target)) {
    return value.kind === 'holds' ? null : `“${target}”只能写 holds: true 或 false。请改正。`
  }
  if (indicators.some((i) => i.id === target)) {
    return value.kind === 'not-applicable'
      ? null
      : `“${target}”是整项指标，只能写 notApplicable: true；其余请写到它的测评要点。`
  }
  return `指标体系 ${scheme.id} 里没有“${target}”。用 mingcha schemes show ${scheme.id} --json 查看编号。`
}

function criterionMismatch(criterion: Criterion, value: InputValue): string | null {
  if (value.kind === 'not-applicable') return null
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers': {
      const known = criterion.answers.map((answer) => answer.id)
      if (value.kind !== 'answer') return `“${criterion.id}”要写 answer：${known.join('、')} 之一。`
      return known.includes(value.answer)
        ? null
        : `“${criterion.id}”没有答案“${value.answer}”，只能是 ${known.join('、')} 之一。`
    }
    case 'ratio':
      return value.kind === 'ratio' ? null : `“${criterion.id}”要写 part 与 whole。`
    case 'benchmark':
      return value.kind === 'value' ? null : `“${criterion.id}”要写 value（${criterion.of}）。`
    case 'deduct-each': {
      const known = criterion.events.map((event) => event.id)
      if (value.kind !== 'events')
        return `“${criterion.id}”要写 events：${known.join('、')} 各几次。`
      const strange = Object.keys(value.counts).find((id) => !known.includes(id))
      return strange === undefined
        ? null
        : `“${criterion.id}”没有“${strange}”这种情形，只有 ${known.join('、')}。`
    }
    case 'judgement':
    case 'not-ruled':
      return value.kind === 'score' ? null : `“${criterion.id}”要写 score（所得分数）。`
  }
}
