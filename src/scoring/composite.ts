/**
 * Results made of results: weighted parts (70 % platform, 30 % daily work) or weighted methods over one table, less
 * what is taken off afterwards. Parts enter as they are, over 100 too; what a part leaves open stays open in the whole.
 */
import { exactText, rational, times, toNumber, ZERO } from '#base/rational'
import type { Composite, CompositePart, Scheme } from '#model/scheme'
import type { AgencyFacts, CompositeCard, CompositePartScore } from '#model/scorecard'
import { type ScoreOptions, scoreAgency } from './agency.ts'
import { outsideScores, rangeOf } from './card.ts'
import { gradeCohort } from './grades.ts'
import { byResult, ranksOf, resultOf, type Standing } from './settle.ts'
import { addTotals, indicatorTotal, type Total } from './totals.ts'

/** An agency with its standing in each part, by part id; a part without one is unknown. */
export interface CompositeMember {
  /** `inputs` may hold inputs whose scheme is the composite (external items). */
  readonly facts: AgencyFacts
  readonly parts: ReadonlyMap<string, Standing>
}

/**
 * The scheme of a part an agency is scored under: the first whose groups hold it. Where there is only one it serves
 * agencies of no group too, and with `everyone` those of other groups.
 */
export function schemeOfPart(
  part: CompositePart,
  schemes: readonly Scheme[],
  agency: AgencyFacts['agency'],
  everyone: boolean,
): Scheme | null {
  const own = part.schemes.flatMap((id) => schemes.find((one) => one.id === id) ?? [])
  const holds = (scheme: Scheme) =>
    scheme.groups.some(
      (g) => g.agencies.includes(agency.name) || agency.group === g.id || agency.group === g.name,
    )
  const [only, ...others] = own
  const anyone = everyone || agency.group === null || only?.groups.length === 0
  return own.find(holds) ?? (only && others.length === 0 && anyone ? only : null)
}

/** Cards of the cohort, best first. */
export function settleComposite(
  composite: Composite,
  members: readonly CompositeMember[],
  options: ScoreOptions & { readonly cohortComplete: boolean },
): readonly CompositeCard[] {
  const shell = compositeScheme(composite)
  const rows = members
    .map((member) => {
      const draft = scoreAgency(shell, member.facts, options)
      const parts = composite.parts.map((part) => partTotal(composite, part, member, options))
      const total = addTotals([...parts, ...draft.external.map(indicatorTotal)])
      return { member, draft, parts, total }
    })
    .sort(
      (a, b) =>
        Number(measured(b.member)) - Number(measured(a.member)) ||
        byResult(a, b) ||
        (a.member.facts.agency.id < b.member.facts.agency.id ? -1 : 1),
    )
  const ranks = ranksOf(rows)
  const none = { barred: new Map<string, string>(), mayBar: new Map<string, string>() }
  const graded =
    composite.grades.length === 0
      ? []
      : gradeCohort(
          composite.grades,
          rows.map(({ total }) => ({ ...total, ...none })),
          { complete: options.cohortComplete, strict: options.strict },
        )
  return rows.map(({ member, draft, parts, total }, i) => {
    const { id, name, group } = member.facts.agency
    const external = outsideScores(draft.external)
    const closed = total.low.n === total.high.n && total.low.d === total.high.d
    return {
      agency: { id, name, group },
      maxScore: composite.maxScore,
      settled: toNumber(total.settled),
      range: rangeOf(total),
      score: closed ? toNumber(total.settled) : null,
      grade: graded[i]?.grade ?? null,
      ...(graded[i] ? { gradeBecause: graded[i].because } : {}),
      rank: measured(member) ? (ranks[i] ?? null) : null,
      parts: composite.parts.map((part, at) => scoreOf(part, member, parts[at])),
      external,
    }
  })
}

function measured({ parts }: CompositeMember): boolean {
  return [...parts.values()].some((standing) => standing.measured)
}

/** A part's weighted interval. Without a standing, or with a local weight that is left out, all is possible. */
function partTotal(
  composite: Composite,
  part: CompositePart,
  member: CompositeMember,
  { strict, localOff }: ScoreOptions,
): Total {
  const standing = member.parts.get(part.id)
  const share = rational(part.share)
  const off = part.origin === 'local' && (strict || localOff?.has(part.id))
  if (!standing || off)
    return { settled: ZERO, low: ZERO, high: times(share, rational(composite.maxScore)) }
  const { settled, low, high } = resultOf(standing)
  return { settled: times(share, settled), low: times(share, low), high: times(share, high) }
}

function scoreOf(
  part: CompositePart,
  { parts }: CompositeMember,
  weighted: Total | undefined,
): CompositePartScore {
  const standing = parts.get(part.id)
  const total = weighted ?? { settled: ZERO, low: ZERO, high: ZERO }
  const percent = `${exactText(times(rational(part.share), rational(100)))}%`
  const arithmetic = standing
    ? `${exactText(resultOf(standing).settled)} × ${percent} = ${exactText(total.settled)}`
    : `没有结果，待定：0 至 ${exactText(total.high)}`
  return {
    id: part.id,
    label: part.label,
    scheme: standing?.draft.scheme.id ?? null,
    method: part.method,
    share: part.share,
    settled: toNumber(total.settled),
    range: rangeOf(total),
    arithmetic,
  }
}

/** The composite as a scheme of nothing but its external items, so that they are priced like any other rule. */
export function compositeScheme(composite: Composite): Scheme {
  const { id, edition, title, source, maxScore, external, grades } = composite
  return {
    id,
    edition,
    title,
    source,
    maxScore,
    groups: [],
    levels: [],
    indicators: [],
    outside: { bonus: [], deductions: [], vetoes: [], external },
    attributes: [],
    methods: [],
    pools: [],
    conversion: null,
    grades,
    targets: [],
    checklists: [],
    cadences: [],
    span: null,
    monitoredOn: null,
    verdicts: {},
    warnings: [],
  }
}
