/**
 * One visit of one address. Trouble on the site's side is data, not an exception: a capture is `stored`
 * (something answered and was archived, whatever its status) or `failed` with a reason from a closed list.
 */
import { isSearchAddress } from '#base/query-address'

export type Via = 'http' | 'browser'

/** Why nothing could be stored. `budget`, `robots`, `interrupted` and `private-address` are ours, never the site's fault. */
export type FailReason =
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'refused'
  | 'reset'
  | 'protocol'
  | 'too-large'
  | 'loop'
  | 'blocked'
  | 'robots'
  | 'budget'
  | 'private-address'
  | 'unsupported'
  | 'interrupted'

/** A protection that kept us out, recognised by status or body ("challenge-412"); never evaded, never counted as absence. */
export interface BlockSign {
  readonly by: string
  readonly because: string
}

/** Where a record lies in the archive. */
export interface RecordRef {
  readonly file: string
  readonly offset: number
  readonly length: number
  /**
   * Hex sha256 of the exchange's last member: the head of the run's chain so far (every record names the digest of
   * the one before). Kept in the store, away from the files, it pins everything written up to here.
   */
  readonly head?: string
}

interface CaptureBase {
  readonly id: string
  readonly run: string
  /** Normalised address asked for. */
  readonly url: string
  /** Instant, epoch milliseconds. */
  readonly at: number
  readonly via: Via
}

export interface StoredCapture extends CaptureBase {
  readonly state: 'stored'
  readonly finalUrl: string
  /** Addresses passed on the way, first to last, without `finalUrl`. */
  readonly redirects: readonly string[]
  readonly status: number
  /** Raw header pairs as received (names in the server's case). */
  readonly headers: readonly (readonly [string, string])[]
  /** Hash of the body after content decoding (gzip), before charset decoding. */
  readonly sha256: string
  readonly bytes: number
  readonly remoteAddress: string | null
  /** The size cap cut the body. */
  readonly truncated: boolean
  readonly blocked: BlockSign | null
  /** Remarks about transport: 'legacy-tls', 'bad-certificate', 'content-length-mismatch' … */
  readonly remarks: readonly string[]
  readonly record: RecordRef | null
}

export interface FailedCapture extends CaptureBase {
  readonly state: 'failed'
  readonly reason: FailReason
  readonly detail: string
}

export type Capture = StoredCapture | FailedCapture

/** Begins the path of addresses that cannot exist, asked for to learn how a host answers them. */
export const NOTHING_PATH = '/mingcha-no-such-page-'

/** An address of our own making, which no page links to. */
export function isNothingProbe(url: string): boolean {
  return url.includes(NOTHING_PATH)
}

/**
 * An address that only we ask for: robots.txt, a sitemap file it leads to, an invented one, a title searched for. None is a
 * page of the portal, so none counts against its budget or its coverage. `from`: where it was found.
 */
export function isOursToAsk({ url, from }: { url: string; from: string | null }): boolean {
  if (isNothingProbe(url) || isSearchAddress(url)) return true
  return [url, from].some((one) => one?.endsWith('/robots.txt') === true)
}

/** Remark on what was fetched only as a part of a rendered page (style sheet, script, data). */
export const PAGE_PART = 'page-part'

/** Begins the remark on a rendered page that did not get all it asked for, or did not come to rest. */
export const PARTLY_RENDERED = '内容可能不全'

/** A rendered page of which something may be missing through us or the way: absence must not be claimed from it. */
export function isPartlyRendered(capture: StoredCapture): boolean {
  return capture.remarks.some((remark) => remark.startsWith(PARTLY_RENDERED))
}

/** State of an address in a run's frontier; every address ends in a final one with a reason. */
export type UrlState =
  | 'queued'
  | 'active'
  | 'fetched'
  | 'unchanged'
  | 'blocked'
  | 'failed'
  | 'out-of-scope'
  | 'robots'
  | 'budget'
  | 'trap'
  | 'duplicate'

/** Why an address is visited; the order of this list is the order of visiting. */
export const URL_PURPOSES = [
  'home',
  'navigation',
  'listing',
  'required-document',
  // A file with names of persons, wanted whole; a bounded number of them a run.
  'name-list',
  'item',
  // A file whose text a rule judges, wanted whole; a bounded number of them a run, and none of the portal's pages.
  'paper',
  'attachment',
  'link-probe',
  'rest',
] as const
export type UrlPurpose = (typeof URL_PURPOSES)[number]
