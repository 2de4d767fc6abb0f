/**
 * One HTTP exchange over one connection, on undici's Client: raw header bytes, raw body up to a cap, the address
 * really connected to, the state of the certificate. Keeps idle connections per origin for reuse. Redirects,
 * content coding and the meaning of errors are http-client's.
 */
import { constants } from 'node:crypto'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import { buildConnector, Client, type Dispatcher } from 'undici'
import {
  guardedLookup,
  isPrivateAddress,
  PrivateAddressError,
  type ResolveRule,
} from './address-guard.ts'
import { lenientExchange } from './lenient-exchange.ts'

export interface ConnectionOptions {
  readonly allowPrivate: boolean
  readonly resolve: readonly ResolveRule[]
  /** Connect, header and idle-body limit, milliseconds. */
  readonly timeoutMs: number
}

export interface RawResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** A cap of ours stopped reading: of bytes, or of time. */
  readonly truncated: boolean
  /** It was the time allowed for the whole visit. */
  readonly outOfTime?: boolean
  /** The server closed before the announced end of the body. */
  readonly cutShort: boolean
  readonly remoteAddress: string | null
  /** OpenSSL code of a certificate that does not hold (self-signed, expired, wrong name …). */
  readonly certificateError: string | null
  readonly legacyTls: boolean
  /** Only a forgiving parser could read the answer. */
  readonly lenient: boolean
}

/** Thrown into an exchange that is given up: `total` after its time is over, `aborted` when the run is stopped. */
export class ExchangeStopped extends Error {
  readonly why: 'total' | 'aborted'
  constructor(why: 'total' | 'aborted') {
    super(why)
    this.name = 'ExchangeStopped'
    this.why = why
  }
}

export interface RawRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly headers: readonly (readonly [string, string])[]
  /** Of a POST, else null. */
  readonly body: Uint8Array | null
}

/** Bytes of the body to read at most, decided when the response headers are known. */
export type BodyCap = (headers: readonly (readonly [string, string])[]) => number

class EnoughRead extends Error {}

/** Servers of old make: TLS 1.0, short keys, old renegotiation. Tried once, and remarked, when a modern handshake fails. */
const LEGACY_TLS = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const

const MAX_IDLE = 64

/** What a connector learns about the connection it made. */
interface Wire {
  remoteAddress: string | null
  certificateError: string | null
  /** The connection has carried a request before; the server may have closed it meanwhile. */
  used: boolean
}

interface Slot extends Wire {
  readonly origin: string
  readonly legacy: boolean
  readonly client: Client
}

function connectorFor(
  wire: () => Wire,
  legacy: boolean,
  options: ConnectionOptions,
): buildConnector.connector {
  const connect = buildConnector({
    timeout: Math.min(options.timeoutMs, 10_000),
    // A reused TLS session skips the check of the name in the certificate.
    maxCachedSessions: 0,
    rejectUnauthorized: false,
    ...(options.allowPrivate ? {} : { lookup: guardedLookup }),
    ...(legacy ? LEGACY_TLS : {}),
  })
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80))
    const rule = options.resolve.find((r) => r.host === host.toLowerCase() && r.port === port)
    if (!rule && !options.allowPrivate && isPrivateAddress(host)) {
      callback(new PrivateAddressError(host, host), null)
      return
    }
    const servername = isIP(host) === 0 ? host : undefined
    const to = rule
      ? { ...target, hostname: rule.address, port: String(rule.toPort) }
      : { ...target, hostname: host }
    connect({ ...to, ...(servername === undefined ? {} : { servername }) }, (...args) => {
      const [error, socket] = args
      if (error !== null) {
        callback(error, null)
        return
      }
      const state = wire()
      state.remoteAddress = socket.remoteAddress ?? null
      state.used = false
      if (socket instanceof TLSSocket) {
        const why: unknown = socket.authorized ? null : socket.authorizationError
        state.certificateError =
          why === null ? null : ((why as { code?: string } | null)?.code ?? String(why))
      }
      callback(null, socket)
    })
  }
}

/** Connections of one crawl. `exchange` never follows redirects. */
export class Connections {
  readonly #options: ConnectionOptions
  readonly #idle = new Map<string, Slot[]>()
  readonly #legacyOrigins = new Set<string>()
  #idleCount = 0
  #closed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  #open(origin: string, legacy: boolean): Slot {
    const holder: { slot?: Slot } = {}
    const slotOf = (): Slot => {
      if (!holder.slot) throw new Error('connection before its slot')
      return holder.slot
    }
    const client = new Client(origin, {
      connect: connectorFor(slotOf, legacy, this.#options),
      headersTimeout: this.#options.timeoutMs,
      bodyTimeout: this.#options.timeoutMs,
      keepAliveTimeout: 5_000,
      pipelining: 1,
      maxHeaderSize: 65_536,
    })
    const slot: Slot = {
      origin,
      legacy,
      client,
      remoteAddress: null,
      certificateError: null,
      used: false,
    }
    holder.slot = slot
    return slot
  }

  #acquire(origin: string, legacy: boolean): Slot {
    const list = this.#idle.get(origin)
    const slot = list?.findLast((s) => s.legacy === legacy)
    if (!list || !slot) return this.#open(origin, legacy)
    list.splice(list.indexOf(slot), 1)
    if (list.length === 0) this.#idle.delete(origin)
    this.#idleCount -= 1
    return slot
  }

  #release(slot: Slot): void {
    slot.used = true
    if (this.#closed) {
      void slot.client.destroy()
      return
    }
    const list = this.#idle.get(slot.origin)
    if (list) list.push(slot)
    else this.#idle.set(slot.origin, [slot])
    this.#idleCount += 1
    if (this.#idleCount <= MAX_IDLE) return
    const oldest = this.#idle.values().next().value?.[0]
    if (oldest) void this.#acquire(oldest.origin, oldest.legacy).client.destroy()
  }

  /**
   * Sends one request and reads the body up to what `capFor` allows. Rejects with undici's or the socket's error,
   * PrivateAddressError or ExchangeStopped.
   */
  async exchange(
    url: URL,
    asked: RawRequest,
    capFor: BodyCap,
    stop: AbortSignal,
  ): Promise<RawResponse> {
    const { origin } = url
    const legacy = this.#legacyOrigins.has(origin)
    try {
      return await this.#once(this.#acquire(origin, legacy), url, asked, capFor, stop)
    } catch (error) {
      if (stop.aborted || legacy || url.protocol !== 'https:' || !isTlsError(error)) throw error
      const answer = await this.#once(this.#open(origin, true), url, asked, capFor, stop)
      this.#legacyOrigins.add(origin)
      return answer
    }
  }

  async #once(
    slot: Slot,
    url: URL,
    asked: RawRequest,
    capFor: BodyCap,
    stop: AbortSignal,
  ): Promise<RawResponse> {
    const reused = slot.used
    try {
      const answer = await send(slot, url, asked, capFor, stop)
      if (answer.truncated || answer.cutShort) void slot.client.destroy()
      else this.#release(slot)
      return answer
    } catch (error) {
      void slot.client.destroy()
      // A kept connection that the server had closed meanwhile says nothing about the address: ask anew.
      if (reused && slot.used && isClosedByPeer(error) && !stop.aborted) {
        return this.#once(this.#open(slot.origin, slot.legacy), url, asked, capFor, stop)
      }
      if (isProtocolError(error) && asked.method !== 'POST' && !stop.aborted) {
        return this.#leniently(slot.legacy, url, asked, capFor, stop)
      }
      throw error
    }
  }

  async #leniently(
    legacy: boolean,
    url: URL,
    asked: RawRequest,
    capFor: BodyCap,
    stop: AbortSignal,
  ): Promise<RawResponse> {
    const state: Wire = { remoteAddress: null, certificateError: null, used: false }
    const connector = connectorFor(() => state, legacy, this.#options)
    const { timeoutMs } = this.#options
    const close = [...asked.headers, ['connection', 'close'] as const]
    const method = asked.method === 'HEAD' ? 'HEAD' : 'GET'
    const answer = await lenientExchange(connector, url, method, close, capFor, timeoutMs, stop)
    const { remoteAddress, certificateError } = state
    return { ...answer, remoteAddress, certificateError, legacyTls: legacy, lenient: true }
  }

  async close(): Promise<void> {
    this.#closed = true
    const slots = [...this.#idle.values()].flat()
    this.#idle.clear()
    await Promise.all(slots.map((slot) => slot.client.destroy()))
  }
}

function isTlsError(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')
}

function isProtocolError(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return name === 'HTTPParserError' || String(code ?? '').startsWith('HPE_')
}

function isClosedByPeer(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE'
}

function rawPairs(raw: Dispatcher.DispatchController['rawHeaders']): [string, string][] {
  const pairs: [string, string][] = []
  if (!Array.isArray(raw)) return pairs
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([latin1(raw[i]), latin1(raw[i + 1])])
  return pairs
}

function latin1(value: Buffer | string | undefined): string {
  return typeof value === 'string' ? value : (value?.toString('latin1') ?? '')
}

function send(
  slot: Slot,
  url: URL,
  asked: RawRequest,
  capFor: BodyCap,
  stop: AbortSignal,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    let head: { status: number; statusText: string; headers: [string, string][] } | null = null
    let abort: ((reason: Error) => void) | null = null
    const chunks: Buffer[] = []
    let size = 0
    let maxBytes = 0
    const onStop = (): void => {
      const reason = stop.reason instanceof Error ? stop.reason : new ExchangeStopped('aborted')
      if (abort) abort(reason)
      // Not connected yet: nothing to abort gracefully.
      else void slot.client.destroy(reason)
    }
    const finish = (cut: { truncated: boolean; cutShort: boolean; outOfTime?: boolean }): void => {
      stop.removeEventListener('abort', onStop)
      if (!head) return
      resolve({
        ...head,
        body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size),
        ...cut,
        remoteAddress: slot.remoteAddress,
        certificateError: slot.certificateError,
        legacyTls: slot.legacy,
        lenient: false,
      })
    }
    if (stop.aborted) {
      reject(stop.reason)
      return
    }
    stop.addEventListener('abort', onStop, { once: true })
    slot.client.dispatch(
      {
        path: url.pathname + url.search,
        method: asked.method,
        headers: asked.headers.flat(),
        body: asked.body,
        // A dead server must not keep a kept-alive body waiting beyond its own announcement.
        reset: false,
      },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason)
        },
        onResponseStart(controller, status, _headers, statusText) {
          if (status < 200) return
          head = { status, statusText: statusText ?? '', headers: rawPairs(controller.rawHeaders) }
          maxBytes = capFor(head.headers)
        },
        onResponseData(controller, chunk) {
          const room = maxBytes - size
          if (chunk.length <= room) {
            chunks.push(chunk)
            size += chunk.length
            return
          }
          if (room > 0) chunks.push(chunk.subarray(0, room))
          size = maxBytes
          controller.abort(new EnoughRead())
        },
        onResponseEnd() {
          finish({ truncated: false, cutShort: false })
        },
        onResponseError(_controller, error) {
          if (error instanceof EnoughRead) finish({ truncated: true, cutShort: false })
          // An answer that never ends: what came is read, as with one that is too large.
          else if (head && size > 0 && error instanceof ExchangeStopped && error.why === 'total')
            finish({ truncated: true, cutShort: false, outOfTime: true })
          else if (head && size > 0 && endedEarly(error))
            finish({ truncated: false, cutShort: true })
          else {
            stop.removeEventListener('abort', onStop)
            reject(error)
          }
        },
      },
    )
  })
}

/** The peer closed in the middle of a body, or sent another length than it announced. */
function endedEarly(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return isClosedByPeer(error) || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
}
