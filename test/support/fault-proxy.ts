/**
 * A TCP proxy on loopback that spoils what passes through it: a server stays honest behind it. Which connection is
 * spoiled, and how, is the test's choice; everything else passes untouched.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

export type Fault =
  | 'pass'
  /** The connection is reset as soon as a request came. */
  | 'reset'
  /** The answer is cut in the middle and the connection closed. */
  | 'truncate'
  /** The announced length is doubled; the body stays as it is. */
  | 'long-length'
  /** The announced length is half of the body, which is sent whole all the same. */
  | 'short-length'
  /** The answer claims to be gzip; the bytes are not. */
  | 'false-gzip'
  /** Gzip in truth, cut in its middle, with the length announced that is sent. */
  | 'half-gzip'
  /** Gzip in truth, with a stretch of its bytes spoilt. */
  | 'spoilt-gzip'
  /** Names a coding that nobody knows; the bytes are plain. */
  | 'strange-coding'
  /** Accepts, reads, and never answers. */
  | 'mute'

export interface FaultProxy {
  readonly port: number
  readonly origin: string
  /** Faults committed so far, by kind. */
  readonly done: Map<Fault, number>
  close(): Promise<void>
}

/** `choose` gets the path of each request's first line. One request a connection: the proxy closes after each. */
export async function faultProxy(
  target: number,
  choose: (path: string) => Fault,
): Promise<FaultProxy> {
  const open = new Set<Socket>()
  const done = new Map<Fault, number>()
  const server = createServer((client) => {
    open.add(client)
    client.on('close', () => open.delete(client))
    client.on('error', () => undefined)
    client.once('data', (request) => {
      const path = request.toString('latin1').split(' ')[1] ?? ''
      const fault = choose(path)
      done.set(fault, (done.get(fault) ?? 0) + 1)
      if (fault === 'mute') return
      if (fault === 'reset') {
        client.resetAndDestroy()
        return
      }
      const upstream = connect(target, '127.0.0.1')
      const chunks: Buffer[] = []
      upstream.on('error', () => client.destroy())
      upstream.on('data', (chunk) => chunks.push(chunk))
      upstream.on('end', () => client.end(spoil(Buffer.concat(chunks), fault)))
      upstream.write(
        request.toString('latin1').replace(/connection: [^\r]*/i, 'connection: close'),
        'latin1',
      )
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    done,
    close: () =>
      new Promise<void>((closed) => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }
}

function spoil(answer: Buffer, fault: Fault): Buffer {
  const text = answer.toString('latin1')
  const split = text.indexOf('\r\n\r\n') + 4
  const head = text.slice(0, split)
  const body = text.slice(split)
  if (fault === 'truncate')
    return Buffer.from(head + body.slice(0, Math.floor(body.length / 2)), 'latin1')
  if (fault === 'long-length') {
    const longer = head.replace(
      /content-length: (\d+)/i,
      (_all, size: string) => `content-length: ${Number(size) * 2}`,
    )
    return Buffer.from(longer + body, 'latin1')
  }
  if (fault === 'short-length') {
    const shorter = head.replace(
      /content-length: (\d+)/i,
      (_all, size: string) => `content-length: ${Math.floor(Number(size) / 2)}`,
    )
    return Buffer.from(shorter + body, 'latin1')
  }
  if (fault === 'false-gzip') return coded(head, 'gzip', answer.subarray(split))
  if (fault === 'strange-coding') return coded(head, 'x-secret', answer.subarray(split))
  if (fault === 'half-gzip' || fault === 'spoilt-gzip') {
    const zipped = gzipSync(answer.subarray(split))
    const middle = Math.floor(zipped.length / 2)
    if (fault === 'half-gzip') return coded(head, 'gzip', zipped.subarray(0, middle))
    return coded(head, 'gzip', zipped.fill(0, middle, Math.min(middle + 40, zipped.length - 8)))
  }
  return answer
}

/** The answer with this body under this coding, its length announced as it is. */
function coded(head: string, coding: string, body: Buffer): Buffer {
  const fields = head
    .replace(/content-length: \d+/i, `content-length: ${body.length}`)
    .replace('\r\n', `\r\ncontent-encoding: ${coding}\r\n`)
  return Buffer.concat([Buffer.from(fields, 'latin1'), body])
}
