/**
 * Home addresses that only send visitors on by their markup or script are followed like a redirect, so that the page
 * behind them is the home page that was asked for. What such a page is, is told by its emptiness.
 */
import type { Page } from '#model/page'
import type { Answered, HttpClient } from './http-client.ts'

export interface FrontParts {
  readonly client: HttpClient
  readonly maxBytes: number
  readonly maxBinaryBytes: number
  readonly signal: AbortSignal
  onReceived(bytes: number): void
  /** Null where the answer is no page. */
  read(visit: Answered): Page | null
}

/** A page that only sends its visitors on is small and says next to nothing. */
const STUB_BYTES = 16 * 1024
const STUB_TEXT = 120
const MAX_REFRESHES = 2

/** The visit of the page behind, with all hops; `first` itself where it sends nobody on or the way fails. */
export async function followFront(first: Answered, parts: FrontParts): Promise<Answered> {
  const { client, maxBytes, maxBinaryBytes, signal } = parts
  let visit = first
  for (let step = 0; step < MAX_REFRESHES; step += 1) {
    const target = sentOnTo(visit, parts)
    if (target === null) return visit
    const next = await client.visit({ url: target, maxBytes, maxBinaryBytes, signal })
    parts.onReceived(next.received)
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
function sentOnTo(visit: Answered, { read }: FrontParts): string | null {
  if (visit.status !== 200 || visit.body.length > STUB_BYTES) return null
  const page = read(visit)
  if (!page || page.blocked || page.text.length > STUB_TEXT) return null
  const sent = page.links.find((link) => link.how === 'refresh')
  const passed = [visit.finalUrl, ...visit.redirects]
  return sent && !passed.includes(sent.url) ? sent.url : null
}
