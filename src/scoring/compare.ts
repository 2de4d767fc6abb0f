/**
 * Two sets of cards side by side: who moves, by how much, who crosses a grade, and which lines did it. Serves what-if
 * runs and corrections of published results; and how firm ranks are when weights waver.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  compare,
  minus,
  over,
  plus,
  type Rational,
  rational,
  sum,
  times,
  ZERO,
} from '#base/rational'
import type {
  CardDecision,
  CompositeCard,
  IndicatorScore,
  Scorecard,
  ScoreRange,
  VetoScore,
} from '#model/scorecard'
import { resultOf, type Standing } from './settle.ts'
import { isPointless } from './tally.ts'
import { applicableWorth, outsideOf, settledRow } from './totals.ts'

/** A result as far as comparing goes; null where the agency has none. */
export interface Footprint {
  /** Null in tables without points, as is the range. */
  readonly settled: number | null
  readonly range: ScoreRange | null
  /** The percentage that ranks and grades go by where rows that do not apply are made up for; else null. */
  readonly converted: { readonly score: number; readonly range: ScoreRange } | null
  readonly rank: number | null
  readonly grade: string | null
}

/** One line of a card on one side of a comparison, with what it rests on. */
export interface LineSide {
  /** Null where the line has no points (tables without points, vetoes). */
  readonly range: ScoreRange | null
  readonly state: string
  readonly arithmetic: string
  readonly because: string
  readonly decision: CardDecision | null
  /** Ids of findings; those of another run differ even where they say the same. */
  readonly findings: readonly string[]
}

export interface LineChange {
  /** Criterion, veto or part; lines of a composite's parts are `part/criterion`. */
  readonly id: string
  readonly path: readonly string[]
  readonly before: LineSide | null
  readonly after: LineSide | null
}

export interface Move {
  readonly agency: { readonly id: string; readonly name: string }
  readonly before: Footprint | null
  readonly after: Footprint | null
  /** After less before, of what is settled (converted where the result is); null where one side is missing or no points are. */
  readonly by: number | null
  readonly lines: readonly LineChange[]
}

/** A result with its lines, whatever kind of card it stands on. */
export interface Comparable extends Footprint {
  readonly agency: { readonly id: string; readonly name: string }
  readonly lines: ReadonlyMap<string, Line>
}

type Line = LineSide & { readonly path: readonly string[] }

/** Every agency that stands differently, greatest move first. */
export function compareCards(
  before: readonly Scorecard[],
  after: readonly Scorecard[],
): readonly Move[] {
  return compareResults(before.map(comparable), after.map(comparable))
}

/** The same for composites, each with the cards of its parts by part id. */
export function compareComposites(
  before: CompositeResult,
  after: CompositeResult,
): readonly Move[] {
  return compareResults(
    before.cards.map((card) => comparableComposite(card, before.parts)),
    after.cards.map((card) => comparableComposite(card, after.parts)),
  )
}

export interface CompositeResult {
  readonly cards: readonly CompositeCard[]
  readonly parts: Readonly<Record<string, readonly Scorecard[]>>
}

function compareResults(
  before: readonly Comparable[],
  after: readonly Comparable[],
): readonly Move[] {
  const old = new Map(before.map((one) => [one.agency.id, one]))
  const now = new Map(after.map((one) => [one.agency.id, one]))
  const moves: Move[] = []
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(id), now.get(id)]
    const agency = (is ?? was)?.agency
    if (!agency) continue
    const lines = changedLines(was?.lines, is?.lines)
    const [a, b] = [footprint(was), footprint(is)]
    if (lines.length === 0 && isDeepStrictEqual(a, b)) continue
    const [from, to] = [resultIn(a), resultIn(b)]
    const by = from === null || to === null ? null : Number((to - from).toFixed(9))
    moves.push({ agency: { id, name: agency.name }, before: a, after: b, by, lines })
  }
  return moves.sort(
    (a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0) || (a.agency.id < b.agency.id ? -1 : 1),
  )
}

/** What ranks go by. */
function resultIn(one: Footprint | null): number | null {
  return one?.converted?.score ?? one?.settled ?? null
}

function footprint(one: Footprint | undefined): Footprint | null {
  if (!one) return null
  const { settled, range, converted, rank, grade } = one
  return { settled, range, converted, rank, grade }
}

function comparable(card: Scorecard): Comparable {
  const { agency, converted, rank, grade } = card
  const pointless = isPointless(card)
  const whole = converted
    ? { score: converted.score, range: converted.range ?? [converted.score, converted.score] }
    : null
  const settled = pointless ? null : card.settled
  const range = pointless ? null : card.range
  return { agency, settled, range, converted: whole, rank, grade, lines: linesOf(card) }
}

function linesOf(card: Scorecard): ReadonlyMap<string, Line> {
  const inside = card.indicators.flatMap((i) => i.criteria.map((c) => ({ ...c, path: i.path })))
  const { bonus, deductions, external, vetoes } = card.outside
  const notes = card.indicators.flatMap(noteLines)
  return new Map([
    ...notes,
    ...[...inside, ...bonus, ...deductions, ...external].map((c) => [c.id, lineOf(c)] as const),
    ...vetoes.map((veto) => [veto.id, vetoLine(veto)] as const),
  ])
}

function lineOf(line: Line & { readonly maxScore?: number | null }): Line {
  const { path, state, arithmetic, because, decision, findings } = line
  const range = line.maxScore === null ? null : line.range
  return { path, range, state, arithmetic, because, decision, findings }
}

/** 不得分情形 of an indicator, held or not yet answered: they move its range though no criterion moves. */
function noteLines({ id, path, range, maxScore, openZeroNotes, zeroed }: IndicatorScore) {
  const plain = { range: maxScore === null ? null : range, decision: null, findings: [] }
  const open = openZeroNotes.map((note): [string, Line] => {
    const because = '尚未核实，可能使该指标不得分'
    const shown = { path: [...path, note.label], arithmetic: because, because }
    return [`${id}/${note.id}`, { ...plain, ...shown, state: 'open' }]
  })
  if (zeroed === null) return open
  const { because } = zeroed
  const shown = { path, arithmetic: '该指标不得分', because, state: 'holds' }
  return [...open, [`${id}/${zeroed.id}`, { ...plain, ...shown }] as [string, Line]]
}

const VETO_WORDS = { holds: '成立', cleared: '不成立', open: '尚未核实' } as const

function vetoLine({ label, effect, state, because, findings }: VetoScore): Line {
  const path = ['一票否决', label]
  const arithmetic = `${VETO_WORDS[state]}（${effect}）`
  return { path, range: null, state, arithmetic, because, decision: null, findings }
}

function comparableComposite(card: CompositeCard, parts: CompositeResult['parts']): Comparable {
  const { agency, settled, range, rank, grade } = card
  const lines = new Map<string, Line>()
  for (const part of card.parts) {
    const { id, label, scheme, arithmetic } = part
    const plain = { state: 'part', decision: null, findings: [] }
    const because = scheme === null ? '没有结果' : `体系 ${scheme}`
    lines.set(id, { path: [label], range: part.range, arithmetic, because, ...plain })
    const own = parts[id]?.find((one) => one.agency.id === agency.id)
    if (own)
      for (const [line, value] of linesOf(own))
        lines.set(`${id}/${line}`, { ...value, path: [label, ...value.path] })
  }
  for (const one of card.external) lines.set(one.id, lineOf(one))
  return { agency, settled, range, converted: null, rank, grade, lines }
}

const NO_LINES: ReadonlyMap<string, Line> = new Map()

/** Lines whose score, arithmetic, grounds or decision differ; ids of findings alone are no difference. */
function changedLines(old = NO_LINES, now = NO_LINES): LineChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    if (a && b && isDeepStrictEqual({ ...a, findings: [] }, { ...b, findings: [] })) return []
    return [{ id, path: (b ?? a)?.path ?? [], before: sideOf(a), after: sideOf(b) }]
  })
}

function sideOf(line: Line | undefined): LineSide | null {
  if (!line) return null
  const { path: _, ...side } = line
  return side
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
 * its weight, so its sum does, and what of it applies where the result is a percentage of that; agencies of which
 * nothing was measured are left out.
 */
export function rankStability(rows: readonly Standing[], share = 0.1): readonly RankStability[] {
  // Without points there are no ranks to waver.
  const measured = rows.filter((row) => row.measured && !isPointless(row.draft.scheme))
  const parts = measured.map(partsOf)
  const ranks = placesIn(measured.map((row) => resultOf(row).settled))
  const best = [...ranks]
  const worst = [...ranks]
  const tenth = over(rational(share * 1000), rational(1000))
  const columns = parts[0]?.length ?? 0
  for (let at = 0; at < columns; at += 1)
    for (const factor of [tenth, times(tenth, rational(-1))]) {
      const wavered = measured.map((row, i) => {
        const part = parts[i]?.[at]
        return part ? wavering(row, part, factor) : resultOf(row).settled
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

/** Ranks of a composite when the share of one part at a time wavers. */
export function compositeStability(
  cards: readonly CompositeCard[],
  share = 0.1,
): readonly RankStability[] {
  const ranked = cards.filter((card) => card.rank !== null)
  const whole = (card: CompositeCard) =>
    plus(
      sum(card.parts.map((part) => near(part.settled))),
      sum(card.external.map((one) => near(one.settled))),
    )
  const ids = new Set(ranked.flatMap((card) => card.parts.map((part) => part.id)))
  const ways = [...ids].flatMap((id) =>
    [share, -share].map((factor) => (card: CompositeCard) => {
      const part = card.parts.find((one) => one.id === id)
      return plus(whole(card), times(near(part?.settled ?? 0), near(factor)))
    }),
  )
  const places = [whole, ...ways].map((way) => placesIn(ranked.map(way)))
  return ranked.map(({ agency: { id, name } }, i) => {
    const own = places.map((list) => list[i] ?? 0)
    const agency = { id, name }
    return { agency, rank: own[0] ?? 0, best: Math.min(...own), worst: Math.max(...own) }
  })
}

/** A finished double as the decimal it stands for: cards hold no fractions. */
function near(value: number): Rational {
  return rational(Number(value.toFixed(9)))
}

/** What one indicator gives and what of it applies, inside the table or outside it. */
interface WaveringPart {
  readonly settled: Rational
  readonly worth: Rational
  readonly inside: boolean
}

function partsOf({ draft }: Standing): readonly WaveringPart[] {
  return [
    ...draft.indicators.map((d) => ({ ...settledRow(d), inside: true })),
    ...outsideOf(draft).map((d) => ({ ...settledRow(d), inside: false })),
  ]
}

/** The result with one part `factor` heavier or lighter. */
function wavering(
  row: Standing,
  { settled, worth, inside }: WaveringPart,
  factor: Rational,
): Rational {
  const more = times(settled, factor)
  if (row.conversion === null || !inside) return plus(resultOf(row).settled, more)
  const whole = plus(applicableWorth(row.sums), times(worth, factor))
  const earned = plus(minus(row.total.settled, row.sums.outside.settled), more)
  const percent = whole.n === 0n ? ZERO : times(over(earned, whole), rational(100))
  return plus(percent, row.sums.outside.settled)
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
