/** What the evaluators' application is given by `app`; it opens no file and no database of its own. */
import type { Check } from '#model/check'
import type { CivilDay, Span } from '#model/page'
import type { Archive, Clock, Store } from '#model/ports'
import type { Scheme } from '#model/scheme'
import type { Scorecards } from '#model/scorecard'

export interface ShownPage {
  /** Harmless HTML written anew (understand/safe-page). */
  readonly html: string
  readonly marked: boolean
  readonly context: {
    readonly before: string
    readonly cited: string
    readonly after: string
  } | null
}

export interface ReviewDeps {
  readonly store: Store
  readonly archive: Pick<Archive, 'read'>
  readonly checks: readonly Check[]
  readonly schemes: readonly Scheme[]
  /** Scores now, from the stored findings and decisions. `null`: as of the newest run. */
  scorecards(schemeId: string, asOf: CivilDay | null): Scorecards
  showPage(input: {
    readonly body: Uint8Array
    readonly contentType: string | null
    readonly url: string
    readonly at: Span | null
  }): ShownPage
  /** A stored picture by its name; null when there is none. */
  screenshot(name: string): Promise<Uint8Array | null>
  /** An error of our own while answering `where`; the page says that the terminal has it. */
  onFault(error: unknown, where: string): void
  readonly clock: Clock
  readonly version: string
  /** At least 32 characters, kept between starts. */
  readonly sessionSecret: string
}
