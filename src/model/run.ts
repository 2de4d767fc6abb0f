/** A run: one visit of one portal, at one time, with a purpose. */
import type { CivilDay } from './page.ts'

export type RunPurpose = 'nightly' | 'census' | 'spot-check' | 'self-check' | 'recheck'

/** `interrupted` can be resumed; `failed` means our own error stopped it. */
export type RunState = 'running' | 'interrupted' | 'finished' | 'failed'

/** Bounds of a run. Everything has one; what they cut off is recorded, never lost silently. */
export interface Budget {
  readonly maxPages: number
  readonly maxMinutes: number
  readonly maxBytesPerBody: number
  readonly maxTotalBytes: number
  readonly delayMs: number
  readonly perHostParallel: number
  readonly timeoutMs: number
  /** External link targets probed at most. */
  readonly maxExternalProbes: number
}

export interface Run {
  readonly id: string
  readonly portalId: string
  readonly purpose: RunPurpose
  readonly state: RunState
  readonly asOf: CivilDay
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly budget: Budget
  /** Chinese note on why it ended as it did. */
  readonly note: string | null
  readonly codeVersion: string
}
