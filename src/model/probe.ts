/**
 * What a live probe saw, kept like any other evidence and judged by checks later. A probe record is JSON of the
 * shape its kind names; the capture it rests on lies in the archive.
 */
import type { CivilDay, Page, Span } from './page.ts'

/** One element axe-core named: selector path, its outer markup (cut), and the frame it stands in. */
export interface AxeNode {
  readonly target: string
  readonly html: string
  readonly frame: string
  /** Place in the archived DOM text; null when it stands in an inner frame or could not be found again. */
  readonly at: Span | null
}

export interface AxeRuleResult {
  readonly rule: string
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical' | null
  /** Chinese help text of the rule. */
  readonly help: string
  readonly tags: readonly string[]
  readonly nodes: readonly AxeNode[]
  /** Nodes in all; `nodes` may be cut. */
  readonly count: number
}

/** axe-core on one rendered page, all frames together. */
export interface AxeReading {
  readonly engine: string
  /** Markup inside `<title>` of the rendered page; '' when it has none. */
  readonly title: string
  readonly violations: readonly AxeRuleResult[]
  /** axe's `incomplete`: a person must look. */
  readonly incomplete: readonly AxeRuleResult[]
  readonly passes: number
  /** Frames axe could not run in. */
  readonly framesUnread: readonly string[]
}

export interface RenderReading {
  readonly requests: number
  readonly refused: number
  readonly remarks: readonly string[]
  /** Why it was rendered (Chinese). */
  readonly because: string
  /** Entry to the accessible or elder-friendly version, as the rendered page shows it. */
  readonly accessibilityEntry: Page['accessibilityEntry']
}

/** What could be learnt of one host's IPv6. */
export interface Ipv6Reading {
  readonly host: string
  /** AAAA records; empty: the DNS says there are none; null: it could not be asked. */
  readonly addresses: readonly string[] | null
  /** Connected over IPv6 or not; null where this machine could not try, or its failure proves nothing. */
  readonly reached: boolean | null
  /** Chinese. */
  readonly because: string
}

/** What port 443 of a host showed whose portal is served over plain HTTP. */
export interface HttpsReading {
  readonly host: string
  /** A handshake came about and a certificate was shown. */
  readonly answered: boolean
  /** It is made out for the host. */
  readonly named: boolean
  /** Last day of the certificate. */
  readonly until: CivilDay | null
  /** It was over when it was shown. */
  readonly expired: boolean
  /** Chinese. */
  readonly because: string
}

export type Probe = {
  readonly run: string
  /** Address of the page probed. */
  readonly url: string
  /** Capture it rests on: the rendered page, or the home page's visit. */
  readonly capture: string
  readonly at: number
} & (
  | { readonly kind: 'axe'; readonly value: AxeReading }
  | { readonly kind: 'render'; readonly value: RenderReading }
  | { readonly kind: 'ipv6'; readonly value: Ipv6Reading }
  | { readonly kind: 'https'; readonly value: HttpsReading }
)
