/** What a person supposes of a scheme to see what the scores would be: other figures, other edges, parts left out. */
import type { Applicability } from './criterion.ts'

export interface Supposition {
  /** New printed figures, by indicator id (negative for deductions). */
  readonly weights: Readonly<Record<string, number>>
  /** New lower edges, by grade id. */
  readonly grades: Readonly<Record<string, number>>
  /** New quotas (0–1), by grade id. */
  readonly quotas: Readonly<Record<string, number>>
  readonly appliesTo: Readonly<Record<string, Applicability>>
  /** Zeroing notes, voiding conditions and vetoes that do not count, by id. */
  readonly without: readonly string[]
  /** Local rules left out: all, or these criteria. */
  readonly withoutLocal: 'all' | readonly string[]
}

export interface CompositeSupposition extends Pick<Supposition, 'grades' | 'quotas'> {
  /** New shares (0–1), by part id; the shares must still make the same whole. */
  readonly shares: Readonly<Record<string, number>>
  /** All local rules of the parts' schemes and local shares left out, or the local shares of these parts. */
  readonly withoutLocal: 'all' | readonly string[]
  /** Suppositions about the schemes of the parts, by scheme id. */
  readonly schemes: Readonly<Record<string, Supposition>>
}
