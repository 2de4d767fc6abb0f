/** What people decide. Decisions are appended, never edited; the latest one on an identity holds. */
export interface Decision {
  readonly id: string
  /** Finding identity (portal, check, subject): survives re-crawls. */
  readonly identity: string
  /** Outcome the person holds true, or `exempt`. */
  readonly outcome: string
  readonly reason: string
  readonly by: string
  /** Instant, epoch milliseconds. */
  readonly at: number
  /** The finding the person looked at. */
  readonly findingId: string
}
