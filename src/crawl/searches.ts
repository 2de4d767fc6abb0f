/**
 * The portal's own search, asked for titles: once a run, after everything else, one GET a title and nothing repeated (the
 * next title shows whether a fault lasts). The titles enter the frontier together, and from then on the table says what
 * became of them; nothing on a page of results is followed. Which titles and where is understand's to choose.
 */
import { isSearchAddress, searchAddressAt } from '#base/search-query'
import type { Capture, UrlState } from '#model/capture'
import type { Page } from '#model/page'
import type { Frontier, FrontierRow } from '#model/ports'
import { recogniseBlock } from './block-signs.ts'
import { type Answered, type HttpClient, headerOf } from './http-client.ts'
import { failedCapture, type Recorder, storedCapture } from './recorder.ts'
import type { Scope } from './scope.ts'

interface Parts {
  /** Addresses (base/search-query) to ask; null: this run searches for nothing. */
  readonly plan: (() => readonly string[]) | null
  readonly frontier: Frontier
  readonly client: HttpClient
  readonly recorder: Recorder
  readonly scope: Scope
  readonly run: string
  readonly maxBytes: number
  readonly signal: AbortSignal
  read(visit: Answered): { readonly page: Page | null; readonly remarks: readonly string[] }
  giveBack(url: string): void
  onVisit(bytes: number): void
}

/** What is no page needs no more than its head. */
const MAX_BINARY_BYTES = 64 * 1024

export class Searches {
  readonly #p: Parts
  #begun = false

  constructor(parts: Parts) {
    this.#p = parts
  }

  /** Brings the searches to the queue; true when there were some. A resumed run whose table has them brings none. */
  begin(): boolean {
    const { plan, frontier } = this.#p
    if (this.#begun || plan === null) return false
    this.#begun = true
    for (const { url } of frontier.rows()) if (isSearchAddress(url)) return false
    const entries = plan().map((url) => ({ url, purpose: 'rest', depth: 1, from: null }) as const)
    return frontier.add(entries) > 0
  }

  /** Robots allow it. */
  async ask(row: FrontierRow, asked: string): Promise<void> {
    const { client, recorder, run, scope, signal, maxBytes } = this.#p
    if (!scope.ownsHost(asked))
      return this.#settle(row, null, null, 'out-of-scope', '不在本站主机上，未搜索')
    const visit = await client.visit({
      url: asked,
      maxBytes,
      maxBinaryBytes: MAX_BINARY_BYTES,
      signal,
    })
    if (signal.aborted && visit.state === 'failed') return this.#p.giveBack(row.url)
    this.#p.onVisit(visit.received)
    const id = recorder.captureId(row.url, visit)
    const record = await recorder.archive(id, visit)
    if (visit.state === 'failed') {
      const capture = failedCapture(id, run, row.url, visit)
      return this.#settle(row, capture, null, 'failed', visit.detail)
    }
    const answer = { ...visit, finalUrl: searchAddressAt(visit.finalUrl, row.url) }
    const contentType = headerOf(visit.headers, 'content-type')
    const sign = recogniseBlock({ status: visit.status, contentType, body: visit.body })
    const own = scope.ownsHost(visit.finalUrl)
    const good = visit.status >= 200 && visit.status < 300 && own && sign === null
    const { page, remarks } = good ? this.#p.read(answer) : { page: null, remarks: [] }
    const blocked = sign ?? page?.blocked ?? null
    const kept = { ...answer, remarks: [...visit.remarks, ...remarks] }
    const capture = storedCapture(id, run, row.url, kept, blocked, record)
    const words = `HTTP ${visit.status}${own ? '' : `（转到站外 ${visit.finalUrl}）`}`
    const state = blocked === null ? 'fetched' : 'blocked'
    return this.#settle(row, capture, blocked ? null : page, state, blocked?.because ?? words)
  }

  #settle(
    { url, depth }: FrontierRow,
    capture: Capture | null,
    page: Page | null,
    state: UrlState,
    reason: string,
  ): Promise<void> {
    const saved = capture === null ? null : { capture, page, depth }
    return this.#p.recorder.push(saved, (frontier, id) =>
      frontier.settle(url, state, `站内搜索：${reason}`, capture === null ? null : id),
    )
  }
}
