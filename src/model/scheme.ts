/**
 * Schemes (指标体系) as values: indicators with their printed level names and figures, and under each the rules that
 * turn outcomes into score. A scheme holds policy; checks hold none. `catalog/schemes` reads and validates the files,
 * `scoring` prices. All figures are decimals exactly as printed (a share of 30% is 0.3); scoring computes with exact
 * rationals, so nothing here may already be rounded.
 */
import type { Verdict } from './check.ts'
import type { CivilDay } from './page.ts'

/** Where a rule or figure stands in its source. `row` counts the indicator rows of the table from 1. */
export interface RuleRef {
  readonly document: string
  readonly annex: string | null
  readonly row: number | null
  /** Number of the sub-rule within the row's cell (评分细则), or null for the whole cell. */
  readonly item: number | null
}

/** `source`: printed. `local`: our own addition; always with a reason, and left out by strict scoring. */
export type Origin = 'source' | 'local'

/** How a rule can be settled: by checks alone, by a person with machine findings, by a person alone, or not at all. */
export type CriterionMode = 'machine' | 'assisted' | 'manual' | 'not-ruled'

/** One check outcome that prices a criterion, `group/name#outcome`, optionally only for findings with these facts. */
export interface PriceRef {
  readonly check: string
  readonly outcome: string
  /** Facts (or `subject`) a finding must carry to count here, e.g. `{ topic: 'news' }`. */
  readonly where: Readonly<Record<string, string | number | boolean>> | null
  /** False: the finding is only a proposal, the criterion stays open until a person decides. */
  readonly settles: boolean
}

/**
 * How several portals of one agency combine. `any` = `best`, `all` = `worst` for answers (the wording differs, the
 * arithmetic does not); `sum` adds counts and values before pricing.
 */
export type PortalRule = 'any' | 'all' | 'best' | 'worst' | 'sum'

interface CriterionBase {
  /** `indicator#n`, unique in the scheme. */
  readonly id: string
  /** The rule in short words of our own (Chinese). */
  readonly summary: string
  /** Share of the indicator's maxScore, as printed; null when points are printed instead. */
  readonly share: number | null
  /** Points printed for this part; null when a share is printed. Exactly one of both is given. */
  readonly maxScore: number | null
  readonly state: CriterionMode
  readonly origin: Origin
  /** Why the rule is ours (origin local); null for printed ones. */
  readonly reason: string | null
  readonly ref: RuleRef
  /** What a person must judge or enter; null for machine rules. */
  readonly ask: string | null
  readonly portals: PortalRule
  /** `local`: the source does not say how portals combine, so strict scoring keeps all ways open. Absent: printed. */
  readonly portalsOrigin?: Origin
  /** 不重复扣分: findings that already cost score elsewhere in the scheme cost nothing here. */
  readonly unlessChargedElsewhere: boolean
}

/** One answer with its worth, in the unit of the criterion's own figure (share of the indicator, or points). */
export interface Answer {
  readonly id: string
  readonly label: string
  readonly worth: number
  readonly when: readonly PriceRef[]
}

/** One kind of counted event (发现1个扣5%); `each` in the unit of the criterion's own figure. */
export interface CountedEvent {
  readonly id: string
  readonly label: string
  readonly each: number
  readonly when: readonly PriceRef[]
}

/** The rule holds or not; nothing between. Answers are `met` (full worth) and `unmet` (0). */
export interface YesNoCriterion extends CriterionBase {
  readonly kind: 'yes-no'
  readonly answers: readonly Answer[]
}

/** Described levels (档次), discrete. */
export interface TiersCriterion extends CriterionBase {
  readonly kind: 'tiers'
  readonly answers: readonly Answer[]
}

/** Part ÷ whole of a sample or count (抽查 3 份). */
export interface RatioCriterion extends CriterionBase {
  readonly kind: 'ratio'
  /** What is counted, in Chinese. */
  readonly of: string
  /** Sample size printed, or null when all are counted. */
  readonly sample: number | null
  readonly when: readonly PriceRef[]
}

/** 标杆法: own value ÷ best value of the cohort. */
export interface BenchmarkCriterion extends CriterionBase {
  readonly kind: 'benchmark'
  /** What is measured, in Chinese. */
  readonly of: string
  readonly when: readonly PriceRef[]
}

/** Full worth less a deduction for every event, never below `floor` = 0 of the part. */
export interface DeductEachCriterion extends CriterionBase {
  readonly kind: 'deduct-each'
  readonly events: readonly CountedEvent[]
  /** Whether the source prints the bound (共20%) or it is our natural one. */
  readonly cap: Origin
}

/** A person gives a score between 0 and the full worth against a described aim. */
export interface JudgementCriterion extends CriterionBase {
  readonly kind: 'judgement'
}

/** The rule text is missing in the source: never full, never zero. */
export interface NotRuledCriterion extends CriterionBase {
  readonly kind: 'not-ruled'
}

/** Closed union; a new mechanic is a new member, and every switch over `kind` then fails to compile until it is handled. */
export type Criterion =
  | YesNoCriterion
  | TiersCriterion
  | RatioCriterion
  | BenchmarkCriterion
  | DeductEachCriterion
  | JudgementCriterion
  | NotRuledCriterion

export type CriterionKind = Criterion['kind']

/** 该指标不得分: wipes the whole indicator when it holds. Held by a finding (`when`) or by a person's input under `id`. */
export interface ZeroNote {
  readonly id: string
  readonly label: string
  readonly when: readonly PriceRef[]
  readonly ref: RuleRef
}

/** Who is assessed on an indicator. `open`: the printed list ends in 等, so an unnamed agency is an open question. */
export type Applicability =
  | { readonly kind: 'all' }
  | { readonly kind: 'agencies'; readonly names: readonly string[]; readonly open: boolean }
  | { readonly kind: 'attribute'; readonly anyOf: readonly string[] }

export interface Indicator {
  /** Short English id, unique in the scheme. */
  readonly id: string
  /** Printed level names, leaf last; "——" levels are left out. */
  readonly path: readonly string[]
  /** Printed figure (权重/分值); negative for deductions; null in schemes without points. */
  readonly maxScore: number | null
  readonly method: string | null
  readonly appliesTo: Applicability
  /** 评估数据采集范围, or a hint where the content list stands; null when not printed. */
  readonly scope: string | null
  readonly ref: RuleRef
  /** Remarks on the source's text (truncated name, misprint), in Chinese. */
  readonly note: string | null
  readonly criteria: readonly Criterion[]
  readonly zeroWhen: readonly ZeroNote[]
}

/** A printed figure of an upper level, checked against the sum below it. */
export interface LevelFigure {
  readonly path: readonly string[]
  readonly maxScore: number
}

/** 一票否决: bars a grade, leaves the number. */
export interface Veto {
  readonly id: string
  readonly label: string
  readonly effect: string
  readonly when: readonly PriceRef[]
  readonly ref: RuleRef
}

export interface SchemeGroup {
  readonly id: string
  readonly name: string
  /** Names as printed; empty when the source prints no list. */
  readonly agencies: readonly string[]
}

export interface SchemeSource {
  /** 发文字号; null where the source text has lost it. */
  readonly documentNumber: string | null
  readonly title: string
  readonly issued: CivilDay | null
  readonly annex: string | null
}

export interface SchemeCoverage {
  /** Weights (same unit as maxScore) of the indicators inside the total, by how they can be settled. */
  readonly machine: number
  readonly assisted: number
  readonly manual: number
  readonly notRuled: number
}

export interface Scheme {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly source: SchemeSource
  /** Total of the indicators inside the table; null in schemes without points. */
  readonly maxScore: number | null
  readonly groups: readonly SchemeGroup[]
  readonly levels: readonly LevelFigure[]
  readonly indicators: readonly Indicator[]
  readonly outside: {
    readonly bonus: readonly Indicator[]
    readonly deductions: readonly Indicator[]
    readonly vetoes: readonly Veto[]
  }
  /** Verdict of every outcome of every check this scheme refers to, keyed `group/name#outcome`. Filled by the loader. */
  readonly verdicts: Readonly<Record<string, Verdict>>
  /** What the validator found odd but could load (Chinese): contradictions in print, missing lists. */
  readonly warnings: readonly string[]
}
