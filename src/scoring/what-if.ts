/**
 * A supposition about a scheme (other weights, other grade edges, other applicability, conditions dropped, local rules
 * left out) made into the scheme it would be. The scheme itself is never touched; nothing supposed is ever stored.
 */
import { AppError } from '#base/errors'
import { exactText, minus, over, plus, rational, same, sum, times, toNumber } from '#base/rational'
import type { Criterion } from '#model/criterion'
import type { Composite, CompositePart, Grade, Indicator, Scheme } from '#model/scheme'
import type { CompositeSupposition, Supposition } from '#model/supposition'

/** The supposed scheme, and the criteria whose local rule is off. @throws AppError 'file-invalid' for unknown ids */
export function suppose(
  scheme: Scheme,
  what: Supposition,
): { readonly scheme: Scheme; readonly localOff: ReadonlySet<string> } {
  const { bonus, deductions, external, vetoes } = scheme.outside
  const all = [...scheme.indicators, ...bonus, ...deductions, ...external]
  const criteria = all.flatMap((one) => one.criteria)
  const notes = [
    ...all.flatMap((one) => one.zeroWhen),
    ...criteria.flatMap((c) => c.voidWhen ?? []),
  ]
  const indicatorIds = all.map((one) => one.id)
  refuse(
    scheme,
    '指标',
    [...Object.keys(what.weights), ...Object.keys(what.appliesTo)],
    indicatorIds,
  )
  refusePointless(scheme, all, what)
  refuseFigures(all, what)
  refuse(
    scheme,
    '等次',
    [...Object.keys(what.grades), ...Object.keys(what.quotas)],
    scheme.grades.map((g) => g.id),
  )
  refuse(
    scheme,
    '不得分条款或否决',
    what.without,
    [...notes, ...vetoes].map((n) => n.id),
  )
  const local = criteria.filter((c) => c.origin === 'local').map((c) => c.id)
  if (what.withoutLocal !== 'all') refuse(scheme, '本地规定', what.withoutLocal, local)
  const change = (indicator: Indicator) => supposed(indicator, what)
  const indicators = scheme.indicators.map(change)
  const inside = Object.keys(what.weights).some((id) => scheme.indicators.some((i) => i.id === id))
  // Points that only a level prints are no indicator's; they stay in the total.
  const figures = (list: readonly Indicator[]) =>
    sum(list.map((one) => rational(one.maxScore ?? 0)))
  const more = minus(figures(indicators), figures(scheme.indicators))
  const maxScore =
    inside && scheme.maxScore !== null
      ? toNumber(plus(rational(scheme.maxScore), more))
      : scheme.maxScore
  return {
    scheme: {
      ...scheme,
      maxScore,
      indicators,
      grades: regraded(scheme.grades, what),
      outside: {
        bonus: bonus.map(change),
        deductions: deductions.map(change),
        external: external.map(change),
        vetoes: vetoes.filter((veto) => !what.without.includes(veto.id)),
      },
    },
    localOff: new Set(what.withoutLocal === 'all' ? local : what.withoutLocal),
  }
}

export interface SupposedComposite {
  readonly composite: Composite
  readonly schemes: readonly Scheme[]
  /** Criteria (and parts, under the composite's id) whose local rule is off, by scheme id. */
  readonly localOff: ReadonlyMap<string, ReadonlySet<string>>
}

/** The supposed composite with the supposed schemes of its parts. @throws AppError 'file-invalid' for unknown ids */
export function supposeComposite(
  composite: Composite,
  schemes: readonly Scheme[],
  what: CompositeSupposition,
): SupposedComposite {
  const { parts, grades } = composite
  const graded = [...Object.keys(what.grades), ...Object.keys(what.quotas)]
  const local = parts.filter((part) => part.origin === 'local').map((part) => part.id)
  const all = what.withoutLocal === 'all'
  refuse(composite, '部分', Object.keys(what.shares), idsOf(parts))
  refuse(composite, '等次', graded, idsOf(grades))
  refuse(composite, '部分的体系', Object.keys(what.schemes), idsOf(schemes))
  if (what.withoutLocal !== 'all') refuse(composite, '本地规定', what.withoutLocal, local)
  const supposedParts = parts.map((part) => ({
    ...part,
    share: what.shares[part.id] ?? part.share,
  }))
  const whole = (of: readonly CompositePart[]) => sum(of.map((part) => rational(part.share)))
  if (!same(whole(supposedParts), whole(parts)))
    throw new AppError(
      'file-invalid',
      `试算文件里各部分的比例合计是 ${exactText(times(whole(supposedParts), rational(100)))}%，应仍为 ${exactText(times(whole(parts), rational(100)))}%；把其他部分的比例也写上。`,
    )
  const supposedSchemes = schemes.map((scheme) => {
    const own = what.schemes[scheme.id] ?? NOTHING_SUPPOSED
    return suppose(scheme, all ? { ...own, withoutLocal: 'all' } : own)
  })
  return {
    composite: { ...composite, parts: supposedParts, grades: regraded(grades, what) },
    schemes: supposedSchemes.map((one) => one.scheme),
    localOff: new Map([
      ...supposedSchemes.map((one) => [one.scheme.id, one.localOff] as const),
      [composite.id, new Set(what.withoutLocal === 'all' ? local : what.withoutLocal)],
    ]),
  }
}

const NOTHING_SUPPOSED: Supposition = {
  weights: {},
  grades: {},
  quotas: {},
  appliesTo: {},
  without: [],
  withoutLocal: [],
}

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map((one) => one.id)
}

function regraded(
  grades: readonly Grade[],
  what: Pick<Supposition, 'grades' | 'quotas'>,
): readonly Grade[] {
  const changed = grades.map((grade) => ({
    ...grade,
    from: what.grades[grade.id] ?? grade.from,
    quota: what.quotas[grade.id] ?? grade.quota,
  }))
  const edges = changed.flatMap((grade) => (grade.from === null ? [] : [grade.from]))
  if (edges.some((edge, i) => i > 0 && edge >= (edges[i - 1] ?? 0)))
    throw new AppError(
      'file-invalid',
      `试算文件改后的等次下限是 ${edges.join('、')}，应从高到低逐等降低；把其他等次的下限也写上。`,
    )
  return changed
}

/** A deduction stays a deduction, and a slip of the keyboard is no supposition. */
function refuseFigures(all: readonly Indicator[], { weights, quotas }: Supposition): void {
  for (const { id, maxScore } of all) {
    const weight = weights[id]
    if (weight === undefined || maxScore === null) continue
    if (weight < 0 !== maxScore < 0 || Math.abs(weight) > MOST)
      throw new AppError(
        'file-invalid',
        `试算文件把 ${id} 的分值改成 ${weight}：原为 ${maxScore}，应仍为${maxScore < 0 ? '负数（扣分）' : '正数'}，且不超过 ${MOST}。`,
      )
  }
  const over = Object.entries(quotas).find(([, quota]) => quota > 1)
  if (over)
    throw new AppError('file-invalid', `试算文件里等次 ${over[0]} 的比例超过 100%，请改正。`)
}

const MOST = 1_000_000

/** A weight where none is printed would make points out of nothing (or twice, where a level shares its points out). */
function refusePointless(
  scheme: Scheme,
  all: readonly Indicator[],
  { weights }: Supposition,
): void {
  const bare = all.filter((one) => one.maxScore === null && weights[one.id] !== undefined)
  if (bare.length > 0)
    throw new AppError(
      'file-invalid',
      `试算文件改了 ${bare.map((one) => one.id).join('、')} 的分值，而体系 ${scheme.id} 的原文没有给${bare.length > 1 ? '它们' : '它'}印分值；请从 weights 里删去。`,
    )
}

function refuse(
  scheme: Pick<Scheme, 'id'>,
  what: string,
  asked: readonly string[],
  known: readonly string[],
): void {
  const lost = asked.filter((id) => !known.includes(id))
  if (lost.length > 0)
    throw new AppError(
      'file-invalid',
      `试算文件里的${what} ${lost.join('、')} 在体系 ${scheme.id} 中没有；用 mingcha schemes show ${scheme.id} 查看编号。`,
    )
}

function supposed(indicator: Indicator, what: Supposition): Indicator {
  const weight = what.weights[indicator.id]
  const keep = (note: { id: string }) => !what.without.includes(note.id)
  const criteria = indicator.criteria.map((c): Criterion => {
    const voidWhen = c.voidWhen?.filter(keep)
    const kept = voidWhen === undefined ? c : { ...c, voidWhen }
    return weight === undefined || indicator.maxScore === null
      ? kept
      : scaled(kept, weight, indicator.maxScore)
  })
  return {
    ...indicator,
    maxScore: weight ?? indicator.maxScore,
    appliesTo: what.appliesTo[indicator.id] ?? indicator.appliesTo,
    zeroWhen: indicator.zeroWhen.filter(keep),
    criteria,
  }
}

/** Points printed in a rule move with the indicator's weight; shares do so by themselves. */
function scaled(c: Criterion, weight: number, was: number): Criterion {
  if (c.maxScore === null || was === 0) return c
  const by = (points: number) =>
    toNumber(times(rational(points), over(rational(weight), rational(was))))
  const whole = { maxScore: by(c.maxScore) }
  switch (c.kind) {
    case 'yes-no':
    case 'tiers':
      return { ...c, ...whole, answers: c.answers.map((a) => ({ ...a, worth: by(a.worth) })) }
    case 'deduct-each':
    case 'award-each':
      return { ...c, ...whole, events: c.events.map((e) => ({ ...e, each: by(e.each) })) }
    case 'scale':
      return { ...c, ...whole, steps: c.steps.map((s) => ({ ...s, worth: by(s.worth) })) }
    case 'deadline':
      return { ...c, ...whole, dues: c.dues.map((d) => ({ ...d, worth: by(d.worth) })) }
    case 'target':
    case 'over-target':
      return { ...c, ...whole, each: by(c.each) }
    default:
      return { ...c, ...whole }
  }
}
