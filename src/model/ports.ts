/** What rooms need of each other, as interfaces. `app` wires implementations; rooms never import each other. */
import type { AccountStore } from './account.ts'
import type { Capture, RecordRef, StoredCapture, UrlPurpose, UrlState } from './capture.ts'
import type { CheckState, Finding, FindingView } from './finding.ts'
import type { KeptPage } from './kept-page.ts'
import type { CivilDay, Page, PageKind } from './page.ts'
import type { Agency, Portal, Registry } from './portal.ts'
import type { Probe } from './probe.ts'
import type { Decision } from './review.ts'
import type { Run, RunState } from './run.ts'

/** Monotone-enough wall clock; tests pass a fake. */
export interface Clock {
  now(): number
}

/** `understand` implements it; `crawl` asks it for links, paging, shell and block signs. Never throws. */
export interface PageReader {
  read(input: PageInput): Page
}

export interface PageInput {
  /** Address the page is judged under (final address). */
  readonly url: string
  /** Body after content decoding, before charset decoding. */
  readonly body: Uint8Array
  readonly contentType: string | null
  readonly status: number
  readonly truncated: boolean
  /** The portal's entry address when known: tells home from inner pages. */
  readonly homeUrl: string | null
}

export interface FrontierEntry {
  readonly url: string
  readonly purpose: UrlPurpose
  readonly depth: number
  /** Page the address was found on; null for entries. */
  readonly from: string | null
}

export interface FrontierRow extends FrontierEntry {
  readonly host: string
  readonly state: UrlState
  readonly reason: string | null
  readonly capture: string | null
  readonly attempts: number
  /** How many steps of a list's paging led to it; null or absent: no paging named it. */
  readonly pagingStep?: number | null
}

/** The frontier of one run: a table, the only truth about what was visited and why not. */
export interface Frontier {
  /** Adds addresses not seen before in this run; returns how many were new. Never lowers a priority. */
  add(entries: readonly FrontierEntry[]): number
  /** Records an address as not to be visited (out-of-scope, robots, trap …). */
  refuse(entries: readonly FrontierEntry[], state: UrlState, reason: string): void
  /** Takes the best queued address whose host is not in `busyHosts` and whose `readyAt` has come; marks it active. */
  take(now: number, busyHosts: ReadonlySet<string>): FrontierRow | null
  /** Final state of an address, with its capture. */
  settle(url: string, state: UrlState, reason: string | null, capture: string | null): void
  /** Back to the queue (transient failure), not before `readyAt`. */
  putBack(url: string, readyAt: number, reason: string): void
  /** Keeps that the paging of a list named this address, so many steps away; unknown addresses are left alone. */
  notePaging(url: string, step: number): void
  /** Does all that `work` asks of this frontier in one transaction; none where it changes nothing. */
  together(work: () => void): void
  /** Active rows of a killed process return to the queue. Returns how many. */
  recover(): number
  /** Everything still queued ends in `state` (budget). Returns how many. */
  close(state: UrlState, reason: string): number
  countByState(): Readonly<Record<string, number>>
  /** Row of one address; null where it never entered. */
  at(url: string): FrontierRow | null
  /** In the order they were added. */
  rows(): IterableIterator<FrontierRow>
  /** Hash of the main text that an address with a query brought, of all that were read in this run. */
  queriedTexts(): IterableIterator<{ readonly url: string; readonly textHash: string }>
  /** Queued addresses, put-back ones included; active ones are not counted. */
  pending(): number
  /** Has it queued addresses of this host? */
  waitsFor(host: string): boolean
}

/** What a run saw of one address, in short. */
export interface EarlierVisit {
  readonly row: FrontierRow
  /** Null where nothing was stored. */
  readonly seen: {
    readonly capture: string
    readonly at: number
    readonly finalUrl: string
    readonly status: number
    readonly truncated: boolean
    readonly blocked: boolean
    /** Of the page reading; null where there is none. */
    readonly kind: PageKind | null
    readonly textHash: string | null
  } | null
}

/** A finished run as a later one looks back at it. */
export interface EarlierRun {
  visits(): IterableIterator<EarlierVisit>
  capture(id: string): Capture | null
  page(captureId: string): Page | null
  /**
   * Copies a capture of it, with its page reading, into `run` as `id`; instant and record stay those of the visit.
   * `withFaults`: the visits of the address before it that brought an error too.
   */
  carry(captureId: string, run: string, id: string, depth: number, withFaults: boolean): void
}

export interface Store extends AccountStore {
  readonly location: string
  close(): void
  saveRegistry(registry: Registry): void
  registry(): Registry
  portal(id: string): { portal: Portal; agency: Agency } | null

  startRun(run: Run): void
  endRun(id: string, state: RunState, finishedAt: number, note: string | null): void
  run(id: string): Run | null
  /** Newest first. */
  runs(filter?: { portalId?: string; state?: RunState }): readonly Run[]
  /** Latest finished run whose own as-of day (the day of the visit unless told otherwise) is not after `asOf`. */
  latestRun(portalId: string, asOf?: CivilDay): Run | null
  frontier(run: string): Frontier
  earlierRun(run: string): EarlierRun

  /** One transaction: captures, pages and frontier facts of a batch. */
  saveCaptures(batch: readonly { capture: Capture; page: KeptPage | null; depth: number }[]): void
  captures(run: string): IterableIterator<Capture>
  capture(id: string): Capture | null
  pages(run: string): IterableIterator<{ capture: StoredCapture; page: Page; depth: number }>
  /** Replaces the page readings of a run (offline re-reading). */
  savePages(run: string, pages: Iterable<{ captureId: string; page: Page; depth: number }>): void

  /** Columns and items of a finished run; keeps first-seen times of items across runs. */
  saveSite(run: string, site: SiteFacts): void
  firstSeen(portalId: string): ReadonlyMap<string, CivilDay>

  saveFindings(run: string, findings: readonly Finding[], states: readonly CheckState[]): void
  findings(filter?: FindingFilter): IterableIterator<FindingView>
  checkStates(run: string): readonly CheckState[]

  appendDecision(decision: Decision): void
  decisions(identities?: readonly string[]): ReadonlyMap<string, Decision>
  /** All decisions on one identity, oldest first. */
  decisionHistory(identity: string): readonly Decision[]

  /** Inserts or replaces by run, kind and address. */
  saveProbes(probes: readonly Probe[]): void
  probes(run: string): readonly Probe[]
  /** Notes the pictures of a finding's evidence, one entry per evidence in its order. */
  saveScreenshots(findingId: string, screenshots: readonly (string | null)[]): void

  /** Where this portal's runs have archived this body (hex sha256 of its raw bytes); null when never. */
  seenBody(run: string, digest: string): SeenBody | null
  /** Notes bodies that a run has archived whole; the newest place of a body stands. */
  saveBodies(run: string, bodies: readonly SeenBody[]): void

  saveScorecard(card: StoredScorecard): void
  scorecards(filter: { schemeId: string; asOf?: CivilDay }): readonly StoredScorecard[]
}

export interface FindingFilter {
  readonly runs?: readonly string[]
  readonly portalId?: string
  readonly agencyId?: string
  readonly check?: string
  readonly verdicts?: readonly string[]
  readonly id?: string
}

/** What is kept of a site view as rows. */
export interface SiteFacts {
  readonly portalId: string
  readonly seenOn: CivilDay
  readonly columns: readonly {
    readonly id: string
    readonly name: string
    readonly topic: string | null
    readonly url: string
    readonly parent: string | null
    readonly newest: CivilDay | null
    readonly items: number
    readonly coverage: string
  }[]
  readonly items: readonly {
    readonly url: string
    readonly title: string
    readonly column: string
    readonly publishedOn: CivilDay | null
  }[]
}

export interface StoredScorecard {
  readonly schemeId: string
  readonly edition: string
  readonly agencyId: string
  readonly asOf: CivilDay
  readonly computedAt: number
  readonly codeVersion: string
  /** scorecards/1 card as JSON text. */
  readonly json: string
}

/** One exchange as it went over the wire, for the archive. */
export interface Exchange {
  readonly captureId: string
  readonly run: string
  /** Address of this hop. */
  readonly url: string
  readonly at: number
  readonly remoteAddress: string | null
  readonly requestLine: string
  readonly requestHeaders: readonly (readonly [string, string])[]
  /** Of a POST. */
  readonly requestBody?: Uint8Array
  readonly statusLine: string
  readonly responseHeaders: readonly (readonly [string, string])[]
  /** Body as received, before content decoding. */
  readonly rawBody: Uint8Array
  /** sha256 of `rawBody`, where the caller has it already. */
  readonly rawSha256?: string
  readonly truncated: boolean
  /** Bytes kept after content decoding, where a cap cut the decoded body; `read` gives back as many. */
  readonly decodedBytes?: number
}

export interface ArchivedBody {
  readonly url: string
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  /** After content decoding. */
  readonly body: Uint8Array
}

/** A body kept whole in some response record, which later records may refer to instead of keeping it again. */
export interface SeenBody {
  /** Hex sha256 of the raw body (before content decoding). */
  readonly digest: string
  readonly ref: RecordRef
  readonly recordId: string
  readonly url: string
  /** Instant of that exchange, epoch milliseconds. */
  readonly at: number
}

/** Bodies known to be archived; the archive asks it before it keeps one. */
export type BodyIndex = Pick<Store, 'seenBody' | 'saveBodies'>

/** One record as it lies in the archive, to be taken out whole. */
export interface RawRecord {
  readonly ref: RecordRef
  /** `response`, `revisit` or `request`. */
  readonly type: string
  readonly url: string
  /** WARC-Date as written, ISO 8601 UTC. */
  readonly date: string
  /** `sha256:` and hex; null for requests. */
  readonly payloadDigest: string | null
  /** Of the HTTP answer; null for requests. */
  readonly status: number | null
  readonly contentType: string | null
  /** What a request by POST sent; null for all else. */
  readonly posted: string | null
  /** The gzip member, byte for byte. */
  readonly member: Uint8Array
}

/** Appends exchanges durably and reads them back. */
export interface Archive {
  /** Appends one response record (with its request); returns where it lies. */
  append(exchange: Exchange): Promise<RecordRef>
  /** A record that only refers to an earlier body gives back that body. */
  read(ref: RecordRef): Promise<ArchivedBody>
  /** The response (or revisit) record with its request; behind a revisit, the exchange it refers to as well. */
  records(ref: RecordRef): Promise<readonly RawRecord[]>
  /** Makes everything appended so far durable. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** A request the browser makes; whoever serves it decides what the network is (live client or archive). */
export interface BrowserRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  /** `Document`, `Script`, `XHR` … as DevTools names it. */
  readonly type: string
  /** True for the page's own main document (and its redirects). */
  readonly main: boolean
}

export interface ServedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  /** After content decoding. */
  readonly body: Uint8Array
}

/** The browser has no network of its own: every request is answered by this function; null refuses it. */
export type ServeRequest = (request: BrowserRequest) => Promise<ServedResponse | null>

/** A script run in every frame: `source` is evaluated first, then `expression`; its JSON value comes back. */
export interface FrameScript {
  readonly source: string
  readonly expression: string
}

export interface RenderRequest {
  readonly url: string
  readonly serve: ServeRequest
  readonly timeoutMs: number
  /** Rest before the page counts as done, milliseconds; default 400. Less where nothing comes from a network. */
  readonly quietMs?: number
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly scripts?: readonly FrameScript[]
  /** `page`: full page up to a safe height. `mark`: frames the element carrying `data-mingcha-mark`. */
  readonly screenshot?: { readonly area: 'viewport' | 'page'; readonly mark: boolean }
  readonly signal?: AbortSignal
}

export interface RenderedPage {
  readonly url: string
  /** Status of the main document; null when none came. */
  readonly status: number | null
  /** The DOM as rendered, main frame first, each with its own address. */
  readonly frames: readonly { readonly url: string; readonly html: string }[]
  /** Per script, per frame. */
  readonly results: readonly (readonly { readonly frame: string; readonly value: unknown }[])[]
  readonly screenshot: {
    readonly jpeg: Uint8Array
    readonly width: number
    readonly height: number
    /** The marked element was found and framed. */
    readonly marked: boolean
    /** The page was taller than the safe height. */
    readonly cut: boolean
  } | null
  readonly requests: number
  readonly refused: number
  /** Chinese remarks: 超时, 弹窗, 崩溃 … */
  readonly remarks: readonly string[]
}

/** What a browser can say of itself before anything it shows counts as evidence. */
export interface BrowserState {
  /** Product and version, e.g. `HeadlessChrome/147.0.7727.0`. */
  readonly version: string
  readonly found: 'configured' | 'system' | 'embedded'
  readonly path: string
  /** `box` or `blank`: Chinese cannot be shown, screenshots must not count as evidence. */
  readonly chinese: 'real' | 'box' | 'blank'
}

export interface Browser {
  readonly state: BrowserState
  /** Rejects with AppError `browser-*` only for our own faults; the site's trouble is in the result. */
  render(request: RenderRequest): Promise<RenderedPage>
  close(): Promise<void>
}
