/**
 * Addresses: one normal form, so that the same page is never two frontier rows. Normal form: http(s) only,
 * lower-case host, no default port, no fragment, no user info, dot segments resolved.
 */
import { queryPart } from './query-address.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** Paths that are normal as they stand: no dot segments, nothing to encode, no fragment. */
const PLAIN_PATH = /^\/(?!\/)[\w/-]*(?:\.(?!\.)[\w-][\w/-]*)*(?:\?[\w=&.-]*)?$/
const PLAIN_URL = /^(https?:\/\/[a-z0-9.-]+)\/[\w/.-]*$/
/** No part of the host is a number: it is no IP address in any spelling. */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9-]*[a-z-][a-z0-9-]*(?:\.[a-z0-9-]*[a-z-][a-z0-9-]*)+$/
/** A file beside the page or below it, `./` before it or not. */
const PLAIN_NAME = /^(?:\.\/)?((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+(?:\?[\w=&.-]*)?)$/
const PLAIN_FOLDER = /^(https?:\/\/[a-z0-9.-]+\/(?:[\w-][\w.-]*\/)*)[\w.-]*(?:[?#]|$)/
/** Its port may be the default one, which is not written. */
const PLAIN_BASE = /^https?:\/\/[a-z0-9.-]+(?=\/)/
/** All links of a page have one base: what it is made of is kept. */
let lastBase = ''
let lastFolder: string | null = null
let lastSite: string | null = null

function knowBase(base: string): void {
  if (base === lastBase) return
  lastBase = base
  lastFolder = PLAIN_FOLDER.exec(base)?.[1] ?? null
  lastSite = PLAIN_BASE.exec(base)?.[0] ?? null
}

/** Links that follow each other mostly lead to one site. */
let lastOrigin = ''
let lastIsPlain = false

function isPlainOrigin(origin: string): boolean {
  if (origin !== lastOrigin) {
    lastOrigin = origin
    lastIsPlain = PLAIN_ORIGIN.test(origin)
  }
  return lastIsPlain
}

/** Absolute normal form of `href` seen on a page at `base`, or null when it is no http(s) address. */
export function resolveUrl(href: string, base: string): string | null {
  const text = href.trim()
  if (text === '' || text.startsWith('#')) return null
  // Most links of a page are plain: parsing each would be a tenth of what reading it costs.
  knowBase(base)
  if (PLAIN_PATH.test(text)) {
    if (lastSite !== null && !text.includes('/.')) return lastSite + text
  } else {
    const away = PLAIN_URL.exec(text)?.[1]
    if (away !== undefined && isPlainOrigin(away) && !text.includes('/.')) return text
    const beside = lastFolder === null ? undefined : PLAIN_NAME.exec(text)?.[1]
    if (beside !== undefined && lastFolder !== null) return lastFolder + beside
  }
  if (SCHEME.test(text) && !/^https?:/i.test(text)) return null
  let url: URL
  try {
    url = new URL(text, base)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  return url.href
}

/** Normal form of an absolute address, or null. */
export function normalizeUrl(text: string): string | null {
  return /^https?:\/\//i.test(text.trim()) ? resolveUrl(text, 'http://invalid.invalid/') : null
}

/** `host:port` as in the address (default ports dropped). */
export function hostOf(url: string): string {
  return new URL(url).host
}

/** Path with query, without host. */
export function pathOf(url: string): string {
  const parsed = new URL(url)
  return parsed.pathname + parsed.search
}

/** Path of an address in normal form whose path needs no decoding. */
const ADDRESS = /^https?:\/\/[a-z0-9.:-]+(\/[\w/.-]*)(?:[?#]|$)/

/** Lower-case file extension of the path without dot; '' when there is none. */
export function extensionOf(url: string): string {
  const path = ADDRESS.exec(url)?.[1] ?? new URL(url).pathname
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/**
 * Key under which two addresses count as the same place: scheme and a leading `www.` dropped, index file names
 * and the trailing slash dropped, session ids left out. For comparing, never for fetching. What stands for a query
 * (query-address) is a place of its own.
 */
export function placeKey(url: string): string {
  let parsed: URL
  try {
    parsed = new URL(withoutSession(url) ?? url)
  } catch {
    return url
  }
  const path = parsed.pathname
    .replace(/\/(index|default)\.(s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/+$/, '')
  return `${parsed.host.replace(/^www\./, '')}${path}${parsed.search}${queryPart(url)}`
}

/** A cheap first look. */
const MAY_HAVE_SESSION = /sess|;sid=/i
const SESSION_PATH = /;(?:jsessionid|phpsessid|sid)=[^/?#]*/gi
const SESSION_PARAM = /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id)$/i

/** The same address without a session id, or null when it carries none. The rest keeps its bytes. */
export function withoutSession(address: string): string | null {
  if (!MAY_HAVE_SESSION.test(address)) return null
  const cut = address.indexOf('?')
  const path = (cut === -1 ? address : address.slice(0, cut)).replace(SESSION_PATH, '')
  const params = cut === -1 ? [] : address.slice(cut + 1).split('&')
  const kept = params.filter((param) => !SESSION_PARAM.test(param.split('=')[0] ?? ''))
  const clean = kept.length === 0 ? path : `${path}?${kept.join('&')}`
  return clean.length === address.length || clean === address ? null : clean
}
