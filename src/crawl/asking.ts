/**
 * How an address of the portal is asked for, by what it is: how much of it is fetched, HEAD or GET, with which
 * conditions and Referer, or by the query that it stands for; and how what came is read as a page. The crawl's one way
 * to the HTTP client: what is asked for here can be interrupted, is capped, and counts against the run's bytes. Home
 * addresses that only send visitors on by their markup or script are followed like a redirect, so that the page behind
 * them is the home page that was asked for; what such a page is, is told by its emptiness. What an answer means for the
 * address is visitor's.
 */
import { isListPart, isSearchAddress, plainAddress, queryPart } from '#base/query-address'
import type { UrlPurpose } from '#model/capture'
import type { Page } from '#model/page'
import type { FrontierRow, PageReader } from '#model/ports'
import { type Answered, type HttpClient, headerOf, type Visit } from './http-client.ts'
import type { LinkSorter } from './links.ts'
import { LIST_QUERY, type ListPost } from './list-queries.ts'
import { looksLikeHtml } from './sniff.ts'

interface Parts {
  readonly client: HttpClient
  readonly reader: PageReader
  readonly links: LinkSorter
  readonly homeUrl: string
  readonly maxBytes: number
  readonly signal: AbortSignal
  onReceived(bytes: number): void
}

type Headers = readonly (readonly [string, string])[]

export interface Reading {
  /** Null where the answer is no page, or one that broke the reader. */
  readonly page: Page | null
  readonly remarks: readonly string[]
}

export const NOT_READ: Reading = { page: null, remarks: [] }

/** Link targets and attachments: enough to know their state. */
const PROBE_BYTES = 64 * 1024
/** Purposes whose files are read. */
const WHOLE: ReadonlySet<UrlPurpose> = new Set(['required-document', 'name-list', 'paper'])

/** A page that only sends its visitors on is small and says next to nothing. */
const STUB_BYTES = 16 * 1024
const STUB_TEXT = 120
const MAX_REFRESHES = 2

export class Asker {
  readonly #p: Parts

  constructor(parts: Parts) {
    this.#p = parts
  }

  /** The answer to the row's address; of a home page that only sends visitors on, the page behind it. */
  async get(row: FrontierRow, conditions: Headers): Promise<Visit> {
    if (row.purpose === 'link-probe') return this.#probe(row.url)
    if (isSearchAddress(row.url)) return this.#search(row.url)
    const cap = this.#p.maxBytes
    const visit = await this.#send({
      url: row.url,
      maxBytes: row.purpose === 'attachment' ? Math.min(PROBE_BYTES, cap) : cap,
      // Files whose text is asked for come whole; the byte budget of the run still counts them.
      ...(WHOLE.has(row.purpose) ? {} : { maxBinaryBytes: PROBE_BYTES }),
      conditions: [...conditions, ...this.#referer(row)],
    })
    return row.purpose === 'home' && visit.state === 'answered' ? this.#followed(visit) : visit
  }

  /** The answer to the query that the row stands for. */
  async post(row: FrontierRow, post: ListPost): Promise<Visit> {
    const visit = await this.#send({ url: post.url, post, maxBytes: this.#p.maxBytes })
    return visit.state === 'failed'
      ? visit
      : { ...visit, finalUrl: row.url, remarks: [...visit.remarks, LIST_QUERY] }
  }

  /** A file that only we ask for: robots.txt, a platform's script. */
  file(url: string, maxBytes: number): Promise<Visit> {
    return this.#send({ url, maxBytes })
  }

  /** A page that breaks the reader is kept unread and remarked; the run goes on. */
  read(visit: Answered): Reading {
    const contentType = headerOf(visit.headers, 'content-type')
    // What a list gave as its further pages may come as data.
    const asked = visit.hops[0]?.url ?? visit.finalUrl
    const listed = isListPart(visit.finalUrl) || this.#p.links.isPaging(asked)
    const data = listed && /json|xml|javascript|text/i.test(contentType ?? '')
    if (!data && !looksLikeHtml(contentType, visit.body)) return NOT_READ
    try {
      const page = this.#p.reader.read({
        url: visit.finalUrl,
        body: visit.body,
        contentType,
        status: visit.status,
        truncated: visit.truncated,
        homeUrl: this.#p.homeUrl,
      })
      return { page, remarks: [] }
    } catch (error) {
      const words = error instanceof Error ? error.message : ''
      return { page: null, remarks: [`reader-failed:${words}`] }
    }
  }

  async #send(request: Omit<Parameters<HttpClient['visit']>[0], 'signal'>): Promise<Visit> {
    const visit = await this.#p.client.visit({ ...request, signal: this.#p.signal })
    this.#p.onReceived(visit.received)
    return visit
  }

  /** Some list endpoints answer only those who come from the list's page, as its own script does. */
  #referer({ url, from }: FrontierRow): Headers {
    return from !== null && this.#p.links.isPaging(url) ? [['referer', plainAddress(from)]] : []
  }

  /** The page of results; wherever the search leads, it is an answer to that query. */
  async #search(url: string): Promise<Visit> {
    const maxBytes = this.#p.maxBytes
    const visit = await this.#send({
      url: plainAddress(url),
      maxBytes,
      maxBinaryBytes: PROBE_BYTES,
    })
    return visit.state === 'failed'
      ? visit
      : { ...visit, finalUrl: `${visit.finalUrl}${queryPart(url)}` }
  }

  /** HEAD first; what HEAD does not settle (many old servers refuse it) is asked again with GET. */
  async #probe(url: string): Promise<Visit> {
    const head = await this.#send({ url, method: 'HEAD', maxBytes: PROBE_BYTES })
    const settled =
      head.state === 'answered'
        ? head.status < 400
        : head.reason !== 'reset' && head.reason !== 'protocol'
    if (settled || this.#p.signal.aborted) return head
    return this.#send({ url, maxBytes: PROBE_BYTES })
  }

  /** The visit of the page behind, with all hops; `first` itself where it sends nobody on or the way fails. */
  async #followed(first: Answered): Promise<Answered> {
    const maxBytes = this.#p.maxBytes
    let visit = first
    for (let step = 0; step < MAX_REFRESHES; step += 1) {
      const target = this.#sentOnTo(visit)
      if (target === null) return visit
      const next = await this.#send({ url: target, maxBytes, maxBinaryBytes: PROBE_BYTES })
      if (next.state === 'failed' || next.status >= 400) return visit
      visit = {
        ...next,
        at: first.at,
        hops: [...visit.hops, ...next.hops],
        redirects: [...visit.redirects, visit.finalUrl, ...next.redirects],
        remarks: [...new Set([...visit.remarks, ...next.remarks, 'page-refresh'])],
      }
    }
    return visit
  }

  /** Where an otherwise empty page sends its visitors by itself. */
  #sentOnTo(visit: Answered): string | null {
    if (visit.status !== 200 || visit.body.length > STUB_BYTES) return null
    const { page } = this.read(visit)
    if (!page || page.blocked || page.text.length > STUB_TEXT) return null
    const sent = page.links.find((link) => link.how === 'refresh')
    const passed = [visit.finalUrl, ...visit.redirects]
    return sent && !passed.includes(sent.url) ? sent.url : null
  }
}
