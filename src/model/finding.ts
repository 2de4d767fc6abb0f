/** Findings: what a check answered about one subject in one run, with evidence. Shape follows contract §6. */
import type { Facts, Measure, ParamValue, Verdict } from './check.ts'
import type { Decision } from './review.ts'

export interface Evidence {
  readonly url: string
  readonly capture: string
  /** Instant, epoch milliseconds. */
  readonly capturedAt: number
  /** `char=START,END` in the decoded text (UTF-16 units), `page`, or `status`. */
  readonly locator: string
  readonly quote: string
  readonly sha256: string
  readonly screenshot: string | null
}

/**
 * Fact of a finding that asks nothing itself: identity of the finding whose question stands for it. It passes nothing:
 * what it is asked for stays open until that question or the finding itself is decided.
 */
export const ASKED_WITH = 'askedWith'

/**
 * Fact of a finding that says nothing of a site which owes nothing, though something was left unread or unsure: nobody is
 * asked on its account, but a scheme's line that prices what it looked for stays open for the evaluator.
 */
export const LEFT_OPEN = 'leftOpen'

export interface Finding {
  /** hash(run, check, subject) */
  readonly id: string
  /** hash(portal, check, subject): the same finding across runs. */
  readonly identity: string
  readonly run: string
  readonly at: number
  readonly agencyId: string
  readonly portalId: string
  readonly check: string
  readonly revision: number
  readonly params: Readonly<Record<string, ParamValue>>
  readonly outcome: string
  readonly verdict: Verdict
  readonly subject: string
  readonly message: string
  /** The question for a person, when the verdict is unsure. */
  readonly ask: string | null
  readonly facts: Facts
  readonly measure: Measure | null
  /** The runner softened a verdict to unsure; the outcome stays, and is never priced until a person decides. */
  readonly downgraded: { readonly from: Verdict; readonly because: string } | null
  readonly pages: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** How a finding stands against the run before (same identity). */
export type FindingState = 'new' | 'persisting' | 'resolved' | 'reopened'

/** What people read for a state, everywhere. */
export const FINDING_STATE_NAMES: Readonly<Record<FindingState, string>> = {
  new: '新发现',
  persisting: '仍存在',
  resolved: '已消除',
  reopened: '再次出现',
}

/** A finding as people see it: with its latest decision and its history. */
export interface FindingView extends Finding {
  readonly decision: Decision | null
  /** Instant the identity was first seen. */
  readonly firstSeen: number
  readonly state: FindingState
}

/** A check that could not run or broke, per run and portal. */
export interface CheckState {
  readonly run: string
  readonly portalId: string
  readonly check: string
  readonly state: 'done' | 'not-checked' | 'error'
  readonly reason: string | null
}
