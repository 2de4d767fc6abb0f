/**
 * Rules (细则) as values: the closed list of ways in which outcomes, counts, days and people's answers become score, with
 * the check outcomes that price each. What a rule earns is scoring's; the tables rules stand in are scheme.ts'. Figures
 * are decimals exactly as printed (a share of 30% is 0.3).
 */
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
  /** Counts only findings whose fact (a civil day) lies in the window before the monitoring time, or in the span. */
  readonly within?: EvidenceWindow
  /** Counts only findings whose measure exceeds this (a cadence in days); a smaller one is another case. */
  readonly above?: number
}

/** `months: null` stands for the scheme's whole span; windows end at the monitoring time, never at "today". */
export interface EvidenceWindow {
  /** Name of the fact holding the day. */
  readonly fact: string
  readonly months: number | null
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
  /** Who this part is asked of, where it is narrower than the indicator (主城区不查……). Absent: as the indicator. */
  readonly appliesTo?: Applicability
  /** Conditions under which this part alone earns nothing. */
  readonly voidWhen?: readonly ZeroNote[]
  /** Check outcomes whose findings are laid beside the question to a person; they never settle anything. */
  readonly hints?: readonly PriceRef[]
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
  /** It counts at most so often (a named fault with one fixed deduction). Absent: without limit. */
  readonly most?: number
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

/** Findings counted one by one, each one subject (a document, a column): the share of those met is the amount. */
export interface CountedAnswers {
  readonly met: readonly PriceRef[]
  readonly unmet: readonly PriceRef[]
}

/** Part ÷ whole of a sample or count (抽查 3 份). */
export interface RatioCriterion extends CriterionBase {
  readonly kind: 'ratio'
  /** What is counted, in Chinese. */
  readonly of: string
  /** Sample size printed, or null when all are counted. */
  readonly sample: number | null
  /** Outcomes whose measure is the share itself. */
  readonly when: readonly PriceRef[]
  /** Outcomes counted instead of a measure; null where there is one, or none. */
  readonly counted: CountedAnswers | null
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

/** A printed step of a scale. `from` and `until` (both included) say on which days it is the rule in force. */
export interface ScaleStep {
  readonly id: string
  readonly label: string
  /** At least or at most so much, edge included. */
  readonly limit: number
  readonly worth: number
  readonly from: CivilDay | null
  readonly until: CivilDay | null
}

/**
 * A number (share, count, lag in days) against printed steps; the best step it reaches counts, nothing between.
 * `unit` 工作日 and 天 may also be entered as two dates; working days come from the State Council's calendar. With
 * `counted` the number is the share of findings met in the unit %, or how many are met in any other.
 */
export interface ScaleCriterion extends CriterionBase {
  readonly kind: 'scale'
  readonly of: string
  readonly unit: string
  readonly direction: 'at-least' | 'at-most'
  readonly steps: readonly ScaleStep[]
  /** Where no step is reached: nothing is earned, or the source says nothing and it stays open below the least step. */
  readonly otherwise: 'zero' | 'open'
  /** Units added to every limit when an approved extension is entered (15 + 15 working days); 0 when there is none. */
  readonly extension: number
  readonly when: readonly PriceRef[]
  /** Outcomes counted instead of a measure; null where there is one, or none. */
  readonly counted: CountedAnswers | null
}

/** Done by a day (local time, day included); a later day may be worth less. Never done is worth nothing. */
export interface DeadlineCriterion extends CriterionBase {
  readonly kind: 'deadline'
  readonly of: string
  /** Findings that tell when it was done; none: only a person knows. */
  readonly when: readonly PriceRef[]
  /** Name of the fact (a civil day) they carry it in. */
  readonly fact: string
  readonly dues: readonly {
    readonly id: string
    readonly label: string
    readonly by: CivilDay
    readonly worth: number
  }[]
}

/** So much for every event, up to the full worth (每开设一个得2分，最多6分). */
export interface AwardEachCriterion extends CriterionBase {
  readonly kind: 'award-each'
  readonly events: readonly CountedEvent[]
  readonly cap: Origin
}

/** Full worth less `each` for every unit the agency stays under its own target; never below 0. */
export interface TargetCriterion extends CriterionBase {
  readonly kind: 'target'
  readonly of: string
  /** Id of a target table of the scheme. */
  readonly target: string
  readonly each: number
  readonly cap: Origin
  readonly when: readonly PriceRef[]
}

/** `each` for every whole `per` units over the agency's target, up to the full worth. */
export interface OverTargetCriterion extends CriterionBase {
  readonly kind: 'over-target'
  readonly of: string
  readonly target: string
  readonly per: number
  readonly each: number
  /** Criterion whose entered value serves here too, so that one count is entered once; null for its own. */
  readonly valueOf: string | null
  readonly when: readonly PriceRef[]
}

/** Repeated spot checks: `times` a month over the months from `from` to `to`; part of those passed. */
export interface SeriesCriterion extends CriterionBase {
  readonly kind: 'series'
  readonly of: string
  readonly times: number
  /** First and last month, YYYY-MM. */
  readonly from: string
  readonly to: string
}

/** Equal items judged one by one: rows of a checklist, or `take` of the names drawn with a seed. */
export interface ItemsCriterion extends CriterionBase {
  readonly kind: 'items'
  readonly of: string
  /** Checklist whose rows of this agency are the items; null when `names` are. */
  readonly checklist: string | null
  /** Items to draw from; empty when they are known only to the assessor and come with the inputs. */
  readonly names: readonly string[]
  /** How many are drawn; null: all. */
  readonly take: number | null
  /** One draw for the whole cohort or one for each agency. */
  readonly draw: 'cohort' | 'agency'
  /** An agency without rows: left open (not printed) or not applicable. */
  readonly noRows: 'open' | 'not-applicable'
  /** Outcomes that say of an item that it is done: full where all findings are such, and a person's question else. */
  readonly when: readonly PriceRef[]
}

/** A deduction the lead body suffers itself: `factor` times what was entered (若市上扣分，双倍扣减). */
export interface LeadPenaltyCriterion extends CriterionBase {
  readonly kind: 'lead-penalty'
  readonly of: string
  readonly factor: number
}

/** A person gives a score between 0 and the full worth against a described aim. */
export interface JudgementCriterion extends CriterionBase {
  readonly kind: 'judgement'
}

/**
 * What the printed parts of an indicator do not reach (2 printed against 0.5 + 0.5), earned in the proportion in which
 * those parts are: always a rule of ours, and not ruled where local rules are left out.
 */
export interface RestCriterion extends CriterionBase {
  readonly kind: 'rest'
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
  | RestCriterion
  | ScaleCriterion
  | DeadlineCriterion
  | AwardEachCriterion
  | TargetCriterion
  | OverTargetCriterion
  | SeriesCriterion
  | ItemsCriterion
  | LeadPenaltyCriterion

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
  /** `base` (groups or names or attributes; empty: all), then `also` added and `except` taken out, by exact name. */
  | {
      readonly kind: 'scope'
      readonly groups: readonly string[]
      readonly names: readonly string[]
      readonly attributes: readonly string[]
      readonly also: readonly string[]
      readonly except: readonly string[]
      readonly open: boolean
    }

/** A rule whose conversion into score is ours: a person may give points (5分) instead of answering in its terms. */
export function givesPoints({ kind, origin, maxScore, share }: Criterion): boolean {
  const written = kind === 'judgement' || kind === 'lead-penalty' || kind === 'rest'
  return origin === 'local' && !written && (maxScore !== null || share !== null)
}

/** Every check outcome a criterion names: those that price it and those only laid beside its question. */
export function outcomesOf(criterion: Criterion): readonly PriceRef[] {
  return [...pricesOf(criterion), ...(criterion.hints ?? [])]
}

/** Every check outcome that prices a criterion, the conditions that void it included. */
export function pricesOf(criterion: Criterion): readonly PriceRef[] {
  const voids = (criterion.voidWhen ?? []).flatMap((note) => note.when)
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers':
      return [...criterion.answers.flatMap((answer) => answer.when), ...voids]
    case 'deduct-each':
    case 'award-each':
      return [...criterion.events.flatMap((event) => event.when), ...voids]
    case 'ratio':
    case 'scale': {
      const { when, counted } = criterion
      return [...when, ...(counted?.met ?? []), ...(counted?.unmet ?? []), ...voids]
    }
    case 'benchmark':
    case 'target':
    case 'over-target':
    case 'deadline':
    case 'items':
      return [...criterion.when, ...voids]
    case 'judgement':
    case 'series':
    case 'lead-penalty':
    case 'not-ruled':
    case 'rest':
      return voids
  }
}

/** Who is assessed, in the words of a table cell. */
export function applicabilityText(appliesTo: Applicability): string {
  switch (appliesTo.kind) {
    case 'all':
      return '全部单位'
    case 'agencies':
      return appliesTo.names.join('、') + (appliesTo.open ? '等' : '')
    case 'attribute':
      return `具备以下任一属性的单位：${appliesTo.anyOf.join('、')}`
    case 'scope':
      return scopeText(appliesTo)
  }
}

function scopeText(scope: Extract<Applicability, { kind: 'scope' }>): string {
  const base = [
    ...scope.groups,
    ...scope.names,
    ...(scope.attributes.length > 0 ? [`具备${scope.attributes.join('或')}的单位`] : []),
  ].join('、')
  const also = scope.also.length > 0 ? `，另加${scope.also.join('、')}` : ''
  const except = scope.except.length > 0 ? `，${scope.except.join('、')}除外` : ''
  return `${base === '' ? '全部单位' : base}${scope.open ? '等' : ''}${also}${except}`
}
