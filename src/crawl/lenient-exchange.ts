/**
 * One exchange with Node's own client and its forgiving parser, for servers whose headers a strict parser refuses
 * though every browser shows their pages. Used once, after a strict attempt failed, and remarked. Same connector, so
 * the same guard and the same remarks about address and certificate.
 */
import { Agent, request } from 'node:http'
import type { Duplex } from 'node:stream'
import type { buildConnector } from 'undici'
import type { BodyCap } from './connection.ts'

type Pairs = readonly (readonly [string, string])[]

export interface LenientAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: [string, string][]
  readonly body: Buffer
  readonly truncated: boolean
  readonly cutShort: boolean
}

export function lenientExchange(
  connector: buildConnector.connector,
  url: URL,
  method: 'GET' | 'HEAD',
  headers: Pairs,
  capFor: BodyCap,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<LenientAnswer> {
  return new Promise((resolve, reject) => {
    const connection = (_options: unknown, done: (error: Error | null, socket: Duplex) => void) => {
      const { hostname, host, protocol, port } = url
      // Typed as always handing over a socket; with an error none is looked at.
      connector({ hostname, host, protocol, port }, (error, socket) =>
        done(error, socket as Duplex),
      )
      return undefined
    }
    const asking = request({
      method,
      path: url.pathname + url.search,
      headers: headers.flat(),
      insecureHTTPParser: true,
      maxHeaderSize: 65_536,
      // Node asks the agent, not the request, for its connection.
      agent: Object.assign(new Agent(), { createConnection: connection }),
      timeout: timeoutMs,
      signal: stop,
    })
    asking.on('timeout', () =>
      asking.destroy(Object.assign(new Error('timeout'), { code: 'UND_ERR_HEADERS_TIMEOUT' })),
    )
    asking.on('error', (error) => reject(stop.aborted ? stop.reason : error))
    asking.on('response', (response) => {
      const pairs: [string, string][] = []
      const raw = response.rawHeaders
      for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? ''])
      const maxBytes = capFor(pairs)
      const chunks: Buffer[] = []
      let size = 0
      let truncated = false
      const finish = (cutShort: boolean): void =>
        resolve({
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? '',
          headers: pairs,
          body: Buffer.concat(chunks, size),
          truncated,
          cutShort,
        })
      response.on('data', (chunk: Buffer) => {
        if (truncated) return
        const room = maxBytes - size
        chunks.push(chunk.subarray(0, room))
        size += Math.min(room, chunk.length)
        if (chunk.length <= room) return
        truncated = true
        finish(false)
        asking.destroy()
      })
      response.on('end', () => finish(false))
      response.on('error', (error) => (stop.aborted ? reject(error) : finish(true)))
    })
    asking.end()
  })
}
