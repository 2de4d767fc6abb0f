/** Places inside a page, and the links that lead to them. */
import type { Span } from './page.ts'

/** A place inside the page that a link may lead to: its name, and the words that stand there. */
export interface PageAnchor {
  readonly id: string
  readonly words: string
}

/** A link to a place inside a page, which is told by no address in normal form. */
export interface HashLink {
  readonly url: string
  readonly hash: string
  readonly text: string
  readonly at: Span
}
