/**
 * The shape of a check: one factual question with a closed list of answers. A check knows no scores, years of
 * schemes, indicator numbers or scheme names. `engine/define-check` builds these; `engine` runs them.
 */
import type { WorkCalendar } from '#base/calendar'
import type { Labels } from '#base/labels'
import type { ContentList } from './checklist.ts'
import type { CivilDay } from './page.ts'
import type { Place, SiteView } from './site-view.ts'
import type { WordingEntry } from './wording.ts'

export type Verdict = 'pass' | 'fail' | 'unsure' | 'not-applicable'

/** What people read for a verdict, everywhere. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  pass: '符合',
  fail: '不符合',
  unsure: '待人工核对',
  'not-applicable': '不适用',
}

/** Unit the runner needs before a check can run; unmet → the check is `not-checked` with the reason. */
export type Need = 'home' | 'columns' | 'links' | 'calendar' | 'accessibility' | 'ipv6'

export interface Basis {
  readonly document: string
  readonly clause: string
}

interface OutcomeBase {
  /** Chinese message with `{fact}` placeholders, filled from the observation's facts and subject. */
  readonly message: string
  /** The outcome says that something is not there: softened to unsure under partial coverage. */
  readonly claimsAbsence?: true
  /** What it asks about lies on another host (fact `target`): asked about once where that is the platform's. */
  readonly leadsOutside?: true
  /** The disclosure platform lies on another host (fact `target`): this question stands for all that is there. */
  readonly asksForPlatform?: true
}

/**
 * An `unsure` outcome carries the question for a person; any outcome may carry one for when it is softened. Placeholders
 * are filled as in the message.
 */
export type OutcomeSpec =
  | (OutcomeBase & { readonly verdict: 'unsure'; readonly ask: string })
  | (OutcomeBase & { readonly verdict: 'pass' | 'fail' | 'not-applicable'; readonly ask?: string })

export type ParamValue = number | string | boolean | readonly string[]

/** A parameter: unit in its name (`maxAgeDays`), default, source; `verified: false` marks second-hand values. */
export interface ParamSpec<V extends ParamValue = ParamValue> {
  readonly default: V
  readonly meaning: string
  readonly source: string
  readonly verified: boolean
}

export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface Measure {
  readonly value: number
  readonly unit: 'share' | 'count' | 'days' | 'working-days'
}

/** What a check saw of one subject. */
export interface Observation<O extends string = string> {
  readonly outcome: O
  /** What the finding is about: a column name, a document, 首页 …; unique per check within a run. */
  readonly subject: string
  readonly facts?: Facts
  readonly measure?: Measure
  /** At least one; an absence cites the places looked at. */
  readonly evidence: readonly Place[]
  /** Pages affected (template faults); defaults to the evidence pages. */
  readonly pages?: readonly string[]
  /** Lowest sureness among the readings used; below the runner's floor the outcome is softened. Default 1. */
  readonly sureness?: number
  /** Coverage of what this observation rests on; default: the portal's. */
  readonly coverage?: {
    readonly value: 'complete' | 'partial'
    readonly because: string | null
    /** It is partial for one thing only: what leads to this address, on another host, was not read. */
    readonly outside?: string
  }
}

/** Values a check is run with: the widened types of its defaults (`14` → number). */
export type ParamValues<P extends Readonly<Record<string, ParamSpec>>> = {
  readonly [K in keyof P]: P[K]['default'] extends number
    ? number
    : P[K]['default'] extends string
      ? string
      : P[K]['default'] extends boolean
        ? boolean
        : readonly string[]
}

/** A check with its types erased, as the registry and the runner hold it. */
export interface Check {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly question: string
  readonly basis: readonly Basis[]
  readonly scope: 'portal'
  readonly needs: readonly Need[]
  /**
   * What it asks about is often written by script: before it says that something is not there, or leaves that to a
   * person, the pages it would cite are shown in a browser, where the run has one.
   */
  readonly rendersFirst?: true
  readonly params: Readonly<Record<string, ParamSpec>>
  readonly outcomes: Readonly<Record<string, OutcomeSpec>>
  /** A made-up case in Chinese, for the check's page in docs/checks. */
  readonly example: string
  run(site: SiteView, context: CheckContext): Iterable<Observation>
}

export interface CheckContext<P = Readonly<Record<string, ParamValue>>> {
  readonly asOf: CivilDay
  readonly params: P
  readonly calendar: WorkCalendar
  /** Topics a required-columns style check may be given by data, with Chinese names. */
  readonly topicName: (topic: string) => string
  /** The table of mistaken expressions (用语表). */
  readonly wording: readonly WordingEntry[]
  /** Words by which pages label their fields (data/lexicon/labels.yaml). */
  readonly labels: Labels
  /** Content checklists of data/checklists. */
  readonly checklists: readonly ContentList[]
}
