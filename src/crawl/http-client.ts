/**
 * Visits one address over HTTP: follows redirects itself, undoes content coding under a cap, and says in a closed
 * list of reasons why nothing came back. Never throws for trouble of a site. Politeness, retries and what a status
 * means are the caller's.
 */
import { decodeContent } from '#base/content-coding'
import { sha256 } from '#base/hash'
import { normalizeUrl } from '#base/url'
import type { FailReason } from '#model/capture'
import type { Clock } from '#model/ports'
import type { ResolveRule } from './address-guard.ts'
import { Connections, ExchangeStopped, type RawResponse } from './connection.ts'

type Pairs = readonly (readonly [string, string])[]

export interface HttpClientOptions {
  readonly userAgent: string
  readonly allowPrivate: boolean
  readonly resolve: readonly ResolveRule[]
  /** Limit for connecting, for headers and for silence within a body; a whole visit may take three times as long. */
  readonly timeoutMs: number
  readonly clock: Clock
}

export interface VisitRequest {
  readonly url: string
  readonly method?: 'GET' | 'HEAD'
  /** A list query: sent as POST; a redirect is taken as its answer. */
  readonly post?: {
    readonly body: Uint8Array
    readonly contentType: string
    readonly referer: string
  }
  /** Cap on the received and on the decoded body. */
  readonly maxBytes: number
  /** Smaller cap for answers whose Content-Type names no text. */
  readonly maxBinaryBytes?: number
  readonly signal?: AbortSignal
  /** Conditions for the first address of the chain (If-None-Match …). */
  readonly conditions?: Pairs
}

/** One request and its answer, as it went over the wire. */
export interface Hop {
  readonly url: string
  readonly at: number
  readonly requestLine: string
  readonly requestHeaders: Pairs
  readonly requestBody?: Uint8Array
  readonly statusLine: string
  readonly response: RawResponse
}

export interface Answered {
  readonly state: 'answered'
  readonly at: number
  /** All hops, the last is the answer. */
  readonly hops: readonly Hop[]
  readonly finalUrl: string
  /** Addresses passed on the way, without `finalUrl`. */
  readonly redirects: readonly string[]
  readonly status: number
  readonly headers: Pairs
  /** After content decoding, at most `maxBytes`. */
  readonly body: Uint8Array
  readonly sha256: string
  /** Some of the body is missing: a cap, or the server (or what lies between) broke off or spoilt it. */
  readonly truncated: boolean
  /** The decoded body was cut by the cap. */
  readonly decodedCapped: boolean
  readonly remoteAddress: string | null
  readonly remarks: readonly string[]
  /** Bytes received, all hops. */
  readonly received: number
}

export interface NotAnswered {
  readonly state: 'failed'
  readonly at: number
  readonly hops: readonly Hop[]
  readonly reason: FailReason
  /** Chinese, for people: what happened, with the technical code. */
  readonly detail: string
  readonly received: number
}

export type Visit = Answered | NotAnswered

/** Remark on an answer that went on sending until the time for the visit was over. */
export const OUT_OF_TIME = 'time-cap'

const MAX_REDIRECTS = 10
const REDIRECTS = new Set([301, 302, 303, 307, 308])

const REASONS: readonly (readonly [RegExp, FailReason, string])[] = [
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'dns', '域名解析失败'],
  [/^ECONNREFUSED$/, 'refused', '连接被拒绝'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EHOSTDOWN)$/, 'refused', '主机或网络不可达'],
  [/^EPRIVATE$/, 'private-address', ''],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout', '连接超时'],
  [/^UND_ERR_HEADERS_TIMEOUT$/, 'timeout', '等待响应头超时'],
  [/^UND_ERR_BODY_TIMEOUT$/, 'timeout', '正文传输停滞超时'],
  [
    /^ERR_SSL_.*(HANDSHAKE_FAILURE|UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY)/,
    'unsupported',
    '没有双方都支持的加密方式，可能只支持国密（SM2）算法，本程序和普通浏览器都不支持，不等于网站无法访问',
  ],
  [/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_|UNABLE_)/, 'tls', 'TLS 握手失败'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, 'reset', '连接被对方中断'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'protocol', '响应头过大'],
  [/^(HPE|UND_ERR_RES|UND_ERR_INVALID|UND_ERR_INFO)/, 'protocol', '响应不合 HTTP 协议'],
]

/** Our own resources, not the site: must not be booked as the site's failure. */
const OURS = /^(EMFILE|ENFILE|ENOMEM|ENOBUFS)$/

function explain(error: unknown): { reason: FailReason; detail: string } {
  if (error instanceof ExchangeStopped) {
    return error.why === 'aborted'
      ? { reason: 'interrupted', detail: '本次运行被中断' }
      : { reason: 'timeout', detail: '整个访问超过总时限' }
  }
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const { code: given, name } = (inner ?? {}) as { code?: unknown; name?: unknown }
  const code = String(given ?? (name === 'HTTPParserError' ? 'HPE' : ''))
  const message = inner instanceof Error ? inner.message : String(inner)
  if (OURS.test(code)) return { reason: 'interrupted', detail: `本机资源不足（${code}）` }
  for (const [pattern, reason, words] of REASONS) {
    if (!pattern.test(code)) continue
    return { reason, detail: words === '' ? message : `${words}（${code}: ${firstLine(message)}）` }
  }
  return {
    reason: 'protocol',
    detail: `无法识别的网络错误（${code || '无代码'}: ${firstLine(message)}）`,
  }
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200)

export function headerOf(headers: Pairs, name: string): string | null {
  for (const [key, value] of headers) if (key.toLowerCase() === name) return value
  return null
}

function capFor(request: VisitRequest, headers: Pairs): number {
  const type = headerOf(headers, 'content-type')
  if (
    request.maxBinaryBytes === undefined ||
    type === null ||
    /text|html|xml|json|script/i.test(type)
  ) {
    return request.maxBytes
  }
  return Math.min(request.maxBytes, request.maxBinaryBytes)
}

/** Header bytes beyond ASCII (GBK or UTF-8 paths in Location) are kept as they are, percent-encoded. */
function redirectTarget(location: string, base: string): string | null {
  const ascii = location.replace(
    /[\u0080-\u00ff]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  let absolute: URL
  try {
    absolute = new URL(ascii.trim(), base)
  } catch {
    return null
  }
  return normalizeUrl(absolute.href)
}

/** Cookies set on the way of one visit, by host; sent only when a redirect turns in a circle without them. */
class ChainCookies {
  readonly #byHost = new Map<string, Map<string, string>>()
  #sending = false

  note(host: string, headers: Pairs): void {
    for (const [name, value] of headers) {
      if (name.toLowerCase() !== 'set-cookie') continue
      const pair = /^\s*([^=;\s]+)=([^;]*)/.exec(value)
      if (pair?.[1] === undefined) continue
      const jar = this.#byHost.get(host) ?? new Map<string, string>()
      jar.set(pair[1], (pair[2] ?? '').trim())
      this.#byHost.set(host, jar)
    }
  }

  /** True once: there are cookies that were not sent yet. */
  startSending(): boolean {
    if (this.#sending || this.#byHost.size === 0) return false
    this.#sending = true
    return true
  }

  header(host: string): readonly (readonly [string, string])[] {
    const jar = this.#sending ? this.#byHost.get(host) : undefined
    if (!jar) return []
    return [['cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; ')]]
  }
}

export class HttpClient {
  readonly #options: HttpClientOptions
  readonly #connections: Connections

  constructor(options: HttpClientOptions) {
    this.#options = options
    this.#connections = new Connections(options)
  }

  async visit(request: VisitRequest): Promise<Visit> {
    const stop = new AbortController()
    const total = setTimeout(
      () => stop.abort(new ExchangeStopped('total')),
      this.#options.timeoutMs * 3,
    )
    const onAbort = (): void => stop.abort(new ExchangeStopped('aborted'))
    if (request.signal?.aborted) onAbort()
    request.signal?.addEventListener('abort', onAbort, { once: true })
    try {
      return await this.#chain(request, stop.signal)
    } finally {
      clearTimeout(total)
      request.signal?.removeEventListener('abort', onAbort)
    }
  }

  async #chain(request: VisitRequest, stop: AbortSignal): Promise<Visit> {
    const at = this.#options.clock.now()
    const hops: Hop[] = []
    const seen = new Set<string>()
    const cookies = new ChainCookies()
    const remarks = new Set<string>()
    const received = (): number => hops.reduce((sum, hop) => sum + hop.response.body.length, 0)
    const fail = (reason: FailReason, detail: string): NotAnswered => ({
      state: 'failed',
      at,
      hops,
      reason,
      detail,
      received: received(),
    })
    let url = request.url
    for (;;) {
      if (seen.has(url)) {
        if (!cookies.startSending()) return fail('loop', `重定向绕圈，回到 ${url}`)
        remarks.add('cookie-redirect')
        seen.clear()
      }
      seen.add(url)
      let hop: Hop
      try {
        hop = await this.#hop(url, request, cookies, stop)
      } catch (error) {
        const { reason, detail } = explain(stop.aborted ? stop.reason : error)
        return fail(reason, url === request.url ? detail : `重定向到 ${url} 后：${detail}`)
      }
      hops.push(hop)
      const { response } = hop
      if (response.legacyTls) remarks.add('legacy-tls')
      if (response.lenient) remarks.add('lenient-http')
      if (response.certificateError) remarks.add(`bad-certificate:${response.certificateError}`)
      cookies.note(new URL(url).host, response.headers)
      const location =
        request.post === undefined && REDIRECTS.has(response.status)
          ? headerOf(response.headers, 'location')
          : null
      if (location === null || location.trim() === '') {
        return this.#answer(request, at, hops, hop, remarks, received())
      }
      const target = redirectTarget(location, url)
      if (target === null)
        return fail('unsupported', `重定向到无法访问的地址：${location.slice(0, 200)}`)
      if (hops.length > MAX_REDIRECTS) return fail('loop', `重定向超过 ${MAX_REDIRECTS} 次`)
      url = target
    }
  }

  async #hop(
    url: string,
    request: VisitRequest,
    cookies: ChainCookies,
    stop: AbortSignal,
  ): Promise<Hop> {
    const target = new URL(url)
    const { post } = request
    const method = post ? 'POST' : (request.method ?? 'GET')
    const requestHeaders: Pairs = [
      ['host', target.host],
      ['user-agent', this.#options.userAgent],
      ['accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
      ['accept-language', 'zh-CN,zh;q=0.9,en;q=0.5'],
      ['accept-encoding', 'gzip, deflate, br'],
      ...(url === request.url ? (request.conditions ?? []) : []),
      ...cookies.header(target.host),
      ...(post
        ? [
            ['referer', post.referer] as const,
            ['content-type', post.contentType] as const,
            ['content-length', String(post.body.length)] as const,
          ]
        : []),
    ]
    const at = this.#options.clock.now()
    const response = await this.#connections.exchange(
      target,
      { method, headers: requestHeaders, body: post?.body ?? null },
      (headers) => capFor(request, headers),
      stop,
    )
    return {
      url,
      at,
      requestLine: `${method} ${target.pathname}${target.search} HTTP/1.1`,
      requestHeaders: [...requestHeaders, ['connection', 'keep-alive']],
      ...(post ? { requestBody: post.body } : {}),
      statusLine: `HTTP/1.1 ${response.status} ${response.statusText}`,
      response,
    }
  }

  async #answer(
    request: VisitRequest,
    at: number,
    hops: readonly Hop[],
    last: Hop,
    remarks: Set<string>,
    received: number,
  ): Promise<Answered> {
    const { response } = last
    const decoded = await decodeContent(
      response.body,
      headerOf(response.headers, 'content-encoding'),
      request.maxBytes,
    )
    if (decoded.damaged && !response.truncated && !response.cutShort) {
      remarks.add('bad-content-encoding')
    }
    if (decoded.capped) remarks.add('decoded-size-cap')
    if (response.outOfTime) remarks.add(OUT_OF_TIME)
    if (response.cutShort) remarks.add('content-length-mismatch')
    return {
      state: 'answered',
      at,
      hops,
      finalUrl: last.url,
      redirects: hops.slice(0, -1).map((hop) => hop.url),
      status: response.status,
      headers: response.headers,
      body: decoded.body,
      sha256: sha256(decoded.body),
      truncated: response.truncated || response.cutShort || decoded.capped || decoded.partial,
      decodedCapped: decoded.capped,
      remoteAddress: response.remoteAddress,
      remarks: [...remarks],
      received,
    }
  }

  close(): Promise<void> {
    return this.#connections.close()
  }
}
