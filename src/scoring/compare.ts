/**
 * Two sets of cards side by side: who moves, by how much, who crosses a grade, and which lines did it. Serves what-if
 * runs and corrections of published results; and how firm ranks are when weights waver.
 */
import { compare, over, plus, type Rational, rational, times } from '#base/rational'
import type { CriterionScore, Scorecard, ScoreRange } from '#model/scorecard'
import type { Standing } from './settle.ts'
import { indicatorTotal, outsideOf } from './totals.ts'

/** A result as far as comparing goes; null where the agency has none. */
export interface Footprint {
  readonly settled: number
  readonly range: ScoreRange
  readonly rank: number | null
  readonly grade: string | null
}

export interface LineChange {
  readonly id: string
  readonly path: readonly string[]
  readonly before: { readonly range: ScoreRange; readonly arithmetic: string } | null
  readonly after: { readonly range: ScoreRange; readonly arithmetic: string } | null
}

export interface Move {
  readonly agency: { readonly id: string; readonly name: string }
  readonly before: Footprint | null
  readonly after: Footprint | null
  /** After less before, of what is settled; null where one side is missing. */
  readonly by: number | null
  readonly lines: readonly LineChange[]
}

/** Every agency that stands differently, greatest move first. */
export function compareCards(
  before: readonly Scorecard[],
  after: readonly Scorecard[],
): readonly Move[] {
  const old = new Map(before.map((card) => [card.agency.id, card]))
  const now = new Map(after.map((card) => [card.agency.id, card]))
  const moves: Move[] = []
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(id), now.get(id)]
    const agency = (is ?? was)?.agency
    if (!agency) continue
    const lines = changedLines(was, is)
    const [a, b] = [footprint(was), footprint(is)]
    if (lines.length === 0 && JSON.stringify(a) === JSON.stringify(b)) continue
    const by = a && b ? Number((b.settled - a.settled).toFixed(9)) : null
    moves.push({ agency: { id, name: agency.name }, before: a, after: b, by, lines })
  }
  return moves.sort(
    (a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0) || (a.agency.id < b.agency.id ? -1 : 1),
  )
}

function footprint(card: Scorecard | undefined): Footprint | null {
  if (!card) return null
  return { settled: card.settled, range: card.range, rank: card.rank, grade: card.grade }
}

type Line = CriterionScore & { readonly path: readonly string[] }

function linesOf(card: Scorecard | undefined): ReadonlyMap<string, Line> {
  if (!card) return new Map()
  const inside = card.indicators.flatMap((i) => i.criteria.map((c) => ({ ...c, path: i.path })))
  const { bonus, deductions, external } = card.outside
  return new Map([...inside, ...bonus, ...deductions, ...external].map((line) => [line.id, line]))
}

function changedLines(was: Scorecard | undefined, is: Scorecard | undefined): LineChange[] {
  const [old, now] = [linesOf(was), linesOf(is)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    const same =
      a && b && a.state === b.state && a.range[0] === b.range[0] && a.range[1] === b.range[1]
    if (same) return []
    const shown = (line: Line | undefined) =>
      line ? { range: line.range, arithmetic: line.arithmetic } : null
    return [{ id, path: (b ?? a)?.path ?? [], before: shown(a), after: shown(b) }]
  })
}

export interface RankStability {
  readonly agency: { readonly id: string; readonly name: string }
  readonly rank: number
  /** Best and worst rank when any one weight is raised or lowered. */
  readonly best: number
  readonly worst: number
}

/**
 * Ranks when the weight of one indicator at a time wavers by `share` (0.1: ±10 %). All within an indicator scales with
 * its weight, so its sum does; agencies of which nothing was measured are left out.
 */
export function rankStability(rows: readonly Standing[], share = 0.1): readonly RankStability[] {
  const measured = rows.filter((row) => row.measured)
  const parts = measured.map(({ draft }) =>
    [...draft.indicators, ...outsideOf(draft)].map((d) => indicatorTotal(d).settled),
  )
  const totals = measured.map((row) => row.total.settled)
  const ranks = placesIn(totals)
  const best = [...ranks]
  const worst = [...ranks]
  const tenth = over(rational(share * 1000), rational(1000))
  const columns = parts[0]?.length ?? 0
  for (let at = 0; at < columns; at += 1)
    for (const factor of [tenth, times(tenth, rational(-1))]) {
      const wavered = totals.map((total, i) => {
        const part = parts[i]?.[at]
        return part === undefined ? total : plus(total, times(part, factor))
      })
      placesIn(wavered).forEach((rank, i) => {
        best[i] = Math.min(best[i] ?? rank, rank)
        worst[i] = Math.max(worst[i] ?? rank, rank)
      })
    }
  return measured.map(({ draft }, i) => {
    const { id, name } = draft.facts.agency
    const rank = ranks[i] ?? 0
    return { agency: { id, name }, rank, best: best[i] ?? rank, worst: worst[i] ?? rank }
  })
}

/** 1 for the highest; equal totals share. */
function placesIn(totals: readonly Rational[]): number[] {
  const order = totals.map((total, i) => ({ total, i })).sort((a, b) => compare(b.total, a.total))
  const places: number[] = []
  let place = 0
  order.forEach(({ total, i }, n) => {
    const before = order[n - 1]
    if (!before || compare(before.total, total) !== 0) place = n + 1
    places[i] = place
  })
  return places
}
