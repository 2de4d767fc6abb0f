/**
 * Keeps what was visited, in an order that a kill at any moment cannot harm: archive, then store, then the
 * frontier's final state. Batches all three. A capture without its settled row is visited again on resume; a
 * settled row without its capture cannot exist.
 */
import { shortId } from '#base/hash'
import type { BlockSign, Capture, RecordRef, StoredCapture } from '#model/capture'
import { type KeptPage, keepPage } from '#model/kept-page'
import type { Page } from '#model/page'
import type { Archive, Frontier } from '#model/ports'
import type { Answered, Hop, NotAnswered, Visit } from './http-client.ts'

/** A capture with what was read of it; `null`: no page. */
export interface SavedCapture<Reading = Page> {
  readonly capture: Capture
  readonly page: Reading | null
  readonly depth: number
}

/** What becomes of the row once its capture is stored. */
export type Ending = (frontier: Frontier, captureId: string) => void

const BATCH = 40
const FLUSH_MS = 1_000

export class Recorder {
  readonly #run: string
  readonly #archive: Archive
  readonly #frontier: Frontier
  readonly #save: (batch: readonly SavedCapture<KeptPage>[]) => void
  readonly #onFlush: () => void
  #batch: { saved: SavedCapture<KeptPage> | null; end: Ending | null }[] = []
  #timer: NodeJS.Timeout | null = null
  #flushing: Promise<void> = Promise.resolve()
  #fault: unknown = null
  #serial = 0
  #ended = 0

  constructor(
    run: string,
    archive: Archive,
    frontier: Frontier,
    save: (batch: readonly SavedCapture<KeptPage>[]) => void,
    onFlush: () => void,
  ) {
    this.#run = run
    this.#archive = archive
    this.#frontier = frontier
    this.#save = save
    this.#onFlush = onFlush
  }

  /** Addresses whose outcome was made durable in this session, second visits counted anew. */
  get ended(): number {
    return this.#ended
  }

  /** A new id for the capture of this visit; two visits within one millisecond differ by their number. */
  captureId(url: string, visit: Visit): string {
    this.#serial += 1
    return shortId(this.#run, url, String(visit.at), String(this.#serial))
  }

  /** Archives every hop; the last one's place is the capture's record. */
  async archive(captureId: string, visit: Visit): Promise<RecordRef | null> {
    let last: RecordRef | null = null
    for (const hop of visit.hops) {
      const final = visit.state === 'answered' && hop === visit.hops.at(-1)
      last = await this.#append(captureId, hop, final ? visit : null)
    }
    return visit.state === 'answered' ? last : null
  }

  #append(captureId: string, hop: Hop, answer: Answered | null): Promise<RecordRef> {
    const cut = hop.response.truncated || hop.response.cutShort
    return this.#archive.append({
      captureId,
      run: this.#run,
      url: hop.url,
      at: hop.at,
      remoteAddress: hop.response.remoteAddress,
      requestLine: hop.requestLine,
      requestHeaders: hop.requestHeaders,
      ...(hop.requestBody ? { requestBody: hop.requestBody } : {}),
      statusLine: hop.statusLine,
      responseHeaders: hop.response.headers,
      rawBody: hop.response.body,
      truncated: cut,
      ...(answer?.decodedCapped ? { decodedBytes: answer.body.length } : {}),
      // Without content coding the body is the raw body.
      ...(answer?.body === hop.response.body ? { rawSha256: answer.sha256 } : {}),
    })
  }

  /** Queues a capture for the store, with what becomes of its row; flushes when enough has gathered. */
  async push(saved: SavedCapture | null, end: Ending | null): Promise<void> {
    this.#batch.push({
      saved: saved && { ...saved, page: saved.page && keepPage(saved.page) },
      end,
    })
    if (this.#batch.length >= BATCH) {
      await this.flush()
      return
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.flush().catch(() => undefined)
    }, FLUSH_MS)
  }

  /** Makes all that was pushed durable. Rejects with our own error (disk full, database), now and ever after. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.catch(() => undefined).then(() => this.#flush())
    return this.#flushing
  }

  async #flush(): Promise<void> {
    if (this.#fault !== null) throw this.#fault
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const batch = this.#batch
    if (batch.length === 0) return
    this.#batch = []
    try {
      await this.#archive.sync()
      // In one transaction: a kill between the two would have every page of the batch fetched and stored again.
      this.#frontier.together(() => {
        this.#save(batch.flatMap((entry) => (entry.saved ? [entry.saved] : [])))
        for (const { saved, end } of batch) end?.(this.#frontier, saved?.capture.id ?? '')
      })
      this.#ended += batch.filter(({ end }) => end !== null).length
    } catch (fault) {
      this.#fault = fault
      throw fault
    }
    this.#onFlush()
  }
}

/** The capture of an answered visit. */
export function storedCapture(
  id: string,
  run: string,
  url: string,
  visit: Answered,
  blocked: BlockSign | null,
  record: RecordRef | null,
): StoredCapture {
  return {
    state: 'stored',
    id,
    run,
    url,
    at: visit.at,
    via: 'http',
    finalUrl: visit.finalUrl,
    redirects: visit.redirects,
    status: visit.status,
    headers: visit.headers,
    sha256: visit.sha256,
    bytes: visit.body.length,
    remoteAddress: visit.remoteAddress,
    truncated: visit.truncated,
    blocked,
    remarks: visit.remarks,
    record,
  }
}

/** The capture of a visit that brought nothing. */
export function failedCapture(id: string, run: string, url: string, visit: NotAnswered): Capture {
  return {
    state: 'failed',
    id,
    run,
    url,
    at: visit.at,
    via: 'http',
    reason: visit.reason,
    detail: visit.detail,
  }
}
