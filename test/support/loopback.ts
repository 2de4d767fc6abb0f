/**
 * Loopback servers for tests: plain HTTP by routes, raw TCP for misbehaving answers, HTTPS with any TLS settings.
 * Each listens on a free port of 127.0.0.1 and counts what it was asked.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array
}

export type Route = Reply | string | ((request: IncomingMessage, response: ServerResponse) => void)

export interface Loopback {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Requests in order: `GET /path`. */
  readonly seen: string[]
  readonly routes: Map<string, Route>
  /** Most requests that were being answered at the same time. */
  peak(): number
  close(): Promise<void>
}

function reply(route: Route | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') {
    route(request, response)
    return
  }
  const answer: Reply =
    route === undefined
      ? { status: 404, body: 'not here' }
      : typeof route === 'string'
        ? { body: route }
        : route
  const body = Buffer.from(answer.body ?? '')
  response.writeHead(answer.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.length),
    ...answer.headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function listening(
  server: Server,
  scheme: string,
  routes: Map<string, Route>,
): Promise<Loopback> {
  const seen: string[] = []
  let active = 0
  let peak = 0
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    seen.push(`${request.method} ${request.url}`)
    active += 1
    peak = Math.max(peak, active)
    response.on('close', () => {
      active -= 1
    })
    const path = request.url ?? '/'
    reply(routes.get(path) ?? routes.get('*'), request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `${scheme}://127.0.0.1:${port}`,
    seen,
    routes,
    peak: () => peak,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** HTTP server by exact path and query; `*` answers the rest, else 404. */
export function loopback(routes: Readonly<Record<string, Route>> = {}): Promise<Loopback> {
  return listening(createServer(), 'http', new Map(Object.entries(routes)))
}

export function tlsLoopback(
  options: ServerOptions,
  routes: Readonly<Record<string, Route>> = {},
): Promise<Loopback> {
  return listening(createHttpsServer(options), 'https', new Map(Object.entries(routes)))
}

/** TCP server: `talk` gets each connection once the client has sent something. */
export async function rawLoopback(
  talk: (socket: Socket, received: string) => void,
): Promise<{ port: number; origin: string; connections: () => number; close(): Promise<void> }> {
  const open = new Set<Socket>()
  let connections = 0
  const server = createTcpServer((socket) => {
    connections += 1
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    socket.on('data', (data) => talk(socket, data.toString('latin1')))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of open) socket.destroy()
        server.close(() => done())
      }),
  }
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function deadPort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => server.close(() => done()))
  return port
}
