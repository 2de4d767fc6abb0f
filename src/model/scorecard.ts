/**
 * Scorecards: the priced tree of one agency under one scheme, as it goes to the outside (contract §7, `scorecards/1`).
 * All numbers are finished doubles (computed exactly, converted once). Unknown is an interval: `settled` sums what is
 * certain, `range` is [lowest, highest] still possible, and lowest ≤ settled ≤ highest always holds.
 */

import type { CriterionKind, Origin } from './criterion.ts'
import type { CheckState, FindingView } from './finding.ts'
import type { CivilDay } from './page.ts'
import type { Agency } from './portal.ts'

/** How a criterion stands on a card; `machine`, `reviewed` and `manual` are settled. */
export type CriterionState =
  | 'machine'
  | 'reviewed'
  | 'manual'
  | 'open'
  | 'not-applicable'
  | 'not-ruled'

export type IndicatorState = 'settled' | 'part' | 'open' | 'not-applicable' | 'not-ruled'

export type ScoreRange = readonly [lowest: number, highest: number]

/** A person's word on a criterion or a finding, as shown on the card. */
export interface CardDecision {
  readonly outcome: string
  readonly by: string
  /** Instant, ISO 8601 with offset; null when the input file names none. */
  readonly at: string | null
  readonly reason: string
  /** Way of scoring it belongs to (自查、核查……). */
  readonly method?: string
}

export interface CriterionScore {
  readonly id: string
  /** Share of the indicator (0–1) where the source prints one. */
  readonly share: number | null
  /** Full worth in points (negative: a deduction); null in schemes without points. */
  readonly maxScore: number | null
  readonly kind: CriterionKind
  readonly summary: string
  readonly origin: Origin
  /** Why the rule, or the part of it that is ours (a cap, a split of shared points), is local; null: all is printed. */
  readonly reason?: string | null
  readonly state: CriterionState
  /** What is certain: earned at least, or lost at least (deductions). Equals `score` once settled. */
  readonly settled: number
  /** The score once settled, else null. */
  readonly score: number | null
  readonly range: ScoreRange
  /** How the score came about, "30% × 3 = 0.9"; for open criteria what is still possible. */
  readonly arithmetic: string
  /** Chinese grounds. */
  readonly because: string
  /** The question to a person; null when nothing is open. */
  readonly ask: string | null
  /** Ids of the findings that were looked at. */
  readonly findings: readonly string[]
  /** What the machine proposes where a person must decide: an answer's label, or null. */
  readonly proposal: string | null
  readonly decision: CardDecision | null
  /** The answer in words (符合, 发现 2 处); the only result where no points are printed. */
  readonly result?: string | null
  readonly drawn?: DrawnSample | null
}

/** What was drawn; `seed` null when the draw was made elsewhere and came with the inputs. */
export interface DrawnSample {
  readonly seed: string | null
  readonly names: readonly string[]
}

export interface IndicatorScore {
  readonly id: string
  readonly path: readonly string[]
  readonly maxScore: number | null
  readonly settled: number
  readonly range: ScoreRange
  readonly score: number | null
  readonly state: IndicatorState
  readonly criteria: readonly CriterionScore[]
  /** The zeroing note that wiped this indicator. */
  readonly zeroed: { readonly id: string; readonly because: string } | null
  /** Zeroing notes nobody has answered yet; they keep the lowest score at 0. */
  readonly openZeroNotes: readonly { readonly id: string; readonly label: string }[]
}

/** An item outside the total: a criterion with the path of the indicator it belongs to. */
export interface OutsideScore extends CriterionScore {
  readonly path: readonly string[]
}

export interface VetoScore {
  readonly id: string
  readonly label: string
  readonly effect: string
  readonly state: 'holds' | 'cleared' | 'open'
  readonly because: string
  readonly findings: readonly string[]
}

export interface Scorecard {
  readonly agency: { readonly id: string; readonly name: string; readonly group: string | null }
  readonly maxScore: number | null
  readonly settled: number
  readonly range: ScoreRange
  readonly score: number | null
  readonly machine: { readonly score: number; readonly maxScore: number }
  /** Weight that does not apply to this agency. */
  readonly notApplicable: number
  /** Weight whose rule is missing in the source. */
  readonly notRuled: number
  readonly converted: {
    readonly score: number
    readonly rule: string
    readonly range?: ScoreRange
  } | null
  readonly grade: string | null
  /** Why this grade, or why none yet; absent in schemes without grades. */
  readonly gradeBecause?: string
  /** Something of the agency was measured or judged. */
  readonly measured?: boolean
  readonly vetoes: readonly string[]
  readonly bonus: number
  /** Sum of settled deductions, 0 or negative. */
  readonly deductions: number
  /** 1 is best; equal results share a rank; null when nothing of the agency was measured. */
  readonly rank: number | null
  readonly indicators: readonly IndicatorScore[]
  readonly outside: {
    readonly bonus: readonly OutsideScore[]
    readonly deductions: readonly OutsideScore[]
    readonly vetoes: readonly VetoScore[]
    readonly external: readonly OutsideScore[]
  }
}

export interface CompositePartScore {
  readonly id: string
  readonly label: string
  /** Scheme the agency was scored under; null when it has no result there. */
  readonly scheme: string | null
  readonly method: string | null
  readonly share: number
  /** Weighted. */
  readonly settled: number
  readonly range: ScoreRange
  readonly arithmetic: string
}

/** One agency under a composite: weighted parts less what is taken off afterwards. */
export interface CompositeCard {
  readonly agency: { readonly id: string; readonly name: string; readonly group: string | null }
  readonly maxScore: number
  readonly settled: number
  readonly range: ScoreRange
  readonly score: number | null
  readonly grade: string | null
  readonly gradeBecause?: string
  readonly rank: number | null
  readonly parts: readonly CompositePartScore[]
  readonly external: readonly OutsideScore[]
}

/** The document `scorecards/1`. */
export interface Scorecards {
  readonly mingcha: 'scorecards/1'
  readonly scheme: { readonly id: string; readonly edition: string; readonly title: string }
  readonly strict: boolean
  readonly asOf: CivilDay
  /** Instant, ISO 8601 with offset. */
  readonly computedAt: string
  readonly codeVersion: string
  readonly cards: readonly Scorecard[]
}

/** The document `composites/1`. */
export interface Composites {
  readonly mingcha: 'composites/1'
  readonly composite: { readonly id: string; readonly edition: string; readonly title: string }
  readonly strict: boolean
  readonly asOf: CivilDay
  /** Instant, ISO 8601 with offset. */
  readonly computedAt: string
  readonly codeVersion: string
  readonly cards: readonly CompositeCard[]
}

/** What a person enters for one criterion, zeroing note or indicator of one agency (`--inputs`). */
export type InputValue =
  /** The answer of a yes-no or tiers criterion, by its id. */
  | { readonly kind: 'answer'; readonly answer: string }
  /** Points given by judgement, within the criterion's worth. */
  | { readonly kind: 'score'; readonly score: number }
  /** Part of whole (ratio). */
  | { readonly kind: 'ratio'; readonly part: number; readonly whole: number }
  /** Own value (benchmark). */
  | { readonly kind: 'value'; readonly value: number }
  /** How often each event happened (deduct-each), by event id; events left out happened 0 times. */
  | { readonly kind: 'events'; readonly counts: Readonly<Record<string, number>> }
  /** A zeroing note or veto holds or does not. */
  | { readonly kind: 'holds'; readonly holds: boolean }
  /** First and last day of a lag; `extended` when an extension was approved. */
  | {
      readonly kind: 'dates'
      readonly from: CivilDay
      readonly to: CivilDay
      readonly extended: boolean
    }
  /** Day something was done (deadline). */
  | { readonly kind: 'date'; readonly day: CivilDay }
  /** Fulfilment of each item, 0 to 1, by item name or checklist row id. */
  | { readonly kind: 'items'; readonly items: Readonly<Record<string, number>> }
  /** Checks passed in each month, by YYYY-MM; months left out passed none. */
  | { readonly kind: 'series'; readonly passed: Readonly<Record<string, number>> }
  /** The indicator applies to this agency (lists that end in 等). */
  | { readonly kind: 'applies' }
  /** The criterion or indicator does not apply to this agency. */
  | { readonly kind: 'not-applicable' }

export interface ScoreInput {
  readonly scheme: string
  readonly agencyId: string
  /** Criterion, indicator, zeroing note or veto id. */
  readonly target: string
  readonly value: InputValue
  readonly by: string
  readonly at: string | null
  readonly reason: string
  /** Way of scoring it belongs to (自查、核查……), a method id of the scheme. Absent: it counts under every method. */
  readonly method?: string
}

/** What scoring is given of one portal: the findings of the run chosen, and the checks that could not run. */
export interface PortalFindings {
  readonly portalId: string
  readonly findings: readonly FindingView[]
  readonly states: readonly CheckState[]
  /** Titles of checks by id: people are told of a check by its title; absent, by its id. */
  readonly titles?: ReadonlyMap<string, string>
}

/** Everything one agency is scored from. `portals` has one entry per portal of the agency, scanned or not. */
export interface AgencyFacts {
  readonly agency: Agency
  readonly portals: readonly PortalFindings[]
  readonly inputs: readonly ScoreInput[]
}
