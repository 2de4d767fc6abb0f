/**
 * Schemes (指标体系) as values: indicators with their printed level names and figures, and the tables around them. The
 * rules under each indicator are criterion.ts'. A scheme holds policy; checks hold none. `catalog/schemes` reads and
 * validates the files, `scoring` prices. All figures are decimals exactly as printed; scoring computes with exact
 * rationals, so nothing here may already be rounded.
 */
import type { Verdict } from './check.ts'
import type { Applicability, Criterion, Origin, PriceRef, RuleRef, ZeroNote } from './criterion.ts'
import type { CivilDay } from './page.ts'

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
  /** Why parts printed with more than the indicator earn no more than its figure: a local rule. Absent: they fit. */
  readonly capped?: string
  /** Body that scores this row (牵头单位), as printed. */
  readonly lead?: string
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
  /** Grades of the scheme it bars. Absent: the effect is words only. */
  readonly bars?: readonly string[]
}

export interface SchemeGroup {
  readonly id: string
  readonly name: string
  /** Names as printed; empty when the source prints no list. */
  readonly agencies: readonly string[]
  /** Number of units the source prints, where it does. */
  readonly count?: number
}

/** A property of units that rows depend on (具有行政执法职能); an agency of the registry carries its id. */
export interface SchemeAttribute {
  readonly id: string
  readonly label: string
}

/** A way of scoring the same table (自查、核查、专家评议). Inputs carry its id; a composite may weigh it. */
export interface SchemeMethod {
  readonly id: string
  readonly label: string
  readonly due: CivilDay | null
}

/** Points printed on a level only; what its rows do not print is shared equally among those that apply to an agency. */
export interface PointPool {
  readonly path: readonly string[]
  readonly maxScore: number
  readonly origin: Origin
  readonly reason: string | null
}

/** Where rows do not apply, the result is earned ÷ applicable × 100. */
export interface Conversion {
  readonly origin: Origin
  readonly reason: string | null
}

/** A grade by its lower edge (included) or by a quota of the cohort, best first; the last one may have neither. */
export interface Grade {
  readonly id: string
  readonly label: string
  readonly from: number | null
  /** Share of the cohort at most; null when the source does not print it. */
  readonly quota: number | null
  readonly byQuota: boolean
  readonly origin: Origin
}

/** A number every agency has to reach, by exact name. */
export interface TargetTable {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly values: Readonly<Record<string, number>>
}

/** An appendix naming what each department owes. */
export interface Checklist {
  readonly id: string
  readonly title: string
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    /** Departments that owe it, as printed. */
    readonly agencies: readonly string[]
    /** What is to be published, in short words; null where the source holds only a field name. */
    readonly detail: string | null
  }[]
}

/** How often a type of column must change, in days; prices refer to it. */
export interface Cadence {
  readonly id: string
  readonly label: string
  readonly days: number
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
    /** Taken off (or added) afterwards by results obtained elsewhere. */
    readonly external: readonly Indicator[]
  }
  readonly attributes: readonly SchemeAttribute[]
  readonly methods: readonly SchemeMethod[]
  readonly pools: readonly PointPool[]
  readonly conversion: Conversion | null
  readonly grades: readonly Grade[]
  readonly targets: readonly TargetTable[]
  readonly checklists: readonly Checklist[]
  readonly cadences: readonly Cadence[]
  /** Days the assessment covers; null when not printed. */
  readonly span: { readonly from: CivilDay; readonly to: CivilDay } | null
  /** Day the windows before the monitoring time end on; null: the as-of day. */
  readonly monitoredOn: CivilDay | null
  /** Verdict of every outcome of every check this scheme refers to, keyed `group/name#outcome`. Filled by the loader. */
  readonly verdicts: Readonly<Record<string, Verdict>>
  /** What the validator found odd but could load (Chinese): contradictions in print, missing lists. */
  readonly warnings: readonly string[]
}

/** One weighted part of a composite: the scheme an agency's group is scored under, or one method over one table. */
export interface CompositePart {
  readonly id: string
  readonly label: string
  /** The first of these schemes one of whose groups holds the agency. */
  readonly schemes: readonly string[]
  readonly method: string | null
  readonly share: number
  readonly origin: Origin
  readonly reason: string | null
}

/** A result made of other results (加权汇总). Parts enter uncapped: a part of 110 enters its share with 110. */
export interface Composite {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly source: SchemeSource
  readonly maxScore: number
  readonly parts: readonly CompositePart[]
  /** Taken off after weighting. */
  readonly external: readonly Indicator[]
  readonly grades: readonly Grade[]
  readonly warnings: readonly string[]
}

/** Least and highest score a person may give for a judged rule, in points. */
export function judgedBounds(
  scheme: Scheme,
  indicator: Indicator,
  criterion: Criterion,
): readonly [number, number] {
  const external = scheme.outside.external.includes(indicator)
  const pool = scheme.pools.find((p) => p.path.every((name, i) => indicator.path[i] === name))
  const max = indicator.maxScore ?? (external ? -(scheme.maxScore ?? 0) : (pool?.maxScore ?? 0))
  const worth =
    criterion.share === null
      ? (criterion.maxScore ?? 0)
      : Number((criterion.share * Math.abs(max)).toFixed(9))
  return max < 0 ? [-worth, 0] : [0, worth]
}
