/**
 * Form of the records we write and read: WARC 1.1 (ISO 28500:2017), one gzip member per record. Decides header
 * fields and digests and finds member borders; where files lie and when they are made durable is warc-archive's.
 */
import { randomUUID } from 'node:crypto'
import { crc32, gzipSync, inflateRawSync } from 'node:zlib'
import { sha256 } from '#base/hash'
import type { RecordRef } from '#model/capture'
import type { Exchange, SeenBody } from '#model/ports'

type Pairs = readonly (readonly [string, string])[]

export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly block: Buffer
}

const CRLF2 = Buffer.from('\r\n\r\n')

/** Header values arrive as Latin-1 text of the raw bytes; a character beyond that can only come from us. */
function headBytes(firstLine: string, headers: Pairs): Buffer {
  let text = `${firstLine}\r\n`
  for (const [name, value] of headers) text += `${name}: ${value}\r\n`
  return Buffer.from(`${text}\r\n`, 'latin1')
}

/** Deflate's stored blocks hold no more. */
const STORED_BYTES = 0xffff
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/**
 * A gzip member whose content stands as it is. A request of some hundred bytes gains little from deflate, and setting
 * zlib up for it costs more than all the rest of archiving it.
 */
function storedMember(content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(1, 0)
  head.writeUInt16LE(content.length, 1)
  head.writeUInt16LE(content.length ^ 0xffff, 3)
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32(content), 0)
  tail.writeUInt32LE(content.length, 4)
  return Buffer.concat([GZIP_HEAD, head, content, tail])
}

/** `level`: zlib's, or 0 to keep short content as it is. */
function gzipMember(fields: Pairs, parts: readonly Uint8Array[], level: number): Buffer {
  let length = 0
  for (const part of parts) length += part.length
  let head = 'WARC/1.1\r\n'
  for (const [name, value] of fields) head += `${name}: ${value}\r\n`
  head += `Content-Length: ${length}\r\n\r\n`
  const content = Buffer.concat([Buffer.from(head, 'utf8'), ...parts, CRLF2])
  const stored = level === 0 && content.length <= STORED_BYTES
  return stored ? storedMember(content) : gzipSync(content, { level })
}

const recordId = (): string => `<urn:uuid:${randomUUID()}>`

/** The link of a record to the one before it in its run; nothing for the first. */
function chained(previous: string | null): Pairs {
  return previous === null ? [] : [['Mingcha-Previous-Digest', `sha256:${previous}`]]
}

/**
 * Member that opens every file: who wrote it, for which run (or from which). `previous`: digest of the run's last
 * member so far, null where there is none.
 */
export function warcinfoMember(
  file: string,
  run: string,
  software: string,
  at: number,
  previous: string | null,
): Buffer {
  const body = Buffer.from(
    `software: ${software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nisPartOf: ${run}\r\n`,
    'utf8',
  )
  return gzipMember(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', recordId()],
      ['WARC-Date', new Date(at).toISOString()],
      ['WARC-Filename', file],
      ['Content-Type', 'application/warc-fields'],
      ...chained(previous),
    ],
    [body],
    6,
  )
}

/** Already compressed bodies gain nothing from a second pass at full effort. */
function levelFor(headers: Pairs): number {
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (key === 'content-encoding' && value !== 'identity') return 1
    if (key === 'content-type' && /^(image|video|audio)\/|zip|pdf|rar/i.test(value)) return 1
  }
  return 3
}

/**
 * The transfer coding is already undone in `rawBody`, so its header must not mislead a reader: it is kept under
 * another name. Everything else stands as received.
 */
function storedHeaders(headers: Pairs): Pairs {
  return headers.map((pair) =>
    pair[0].toLowerCase() === 'transfer-encoding'
      ? (['X-Archive-Orig-Transfer-Encoding', pair[1]] as const)
      : pair,
  )
}

const REVISIT = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

function revisitFields({ ref, recordId, url, at }: SeenBody): Pairs {
  return [
    ['WARC-Profile', REVISIT],
    ['WARC-Refers-To', recordId],
    ['WARC-Refers-To-Target-URI', url],
    ['WARC-Refers-To-Date', new Date(at).toISOString()],
    ['Mingcha-Refers-To-Place', `${ref.offset} ${ref.length} ${ref.file}`],
  ]
}

/** Where the body of a revisit record lies; null when the record names no place of ours. */
export function placeReferredTo(record: WarcRecord): RecordRef | null {
  const match = /^(\d+) (\d+) (.+)$/.exec(record.headers.get('mingcha-refers-to-place') ?? '')
  if (!match?.[3]) return null
  return { file: match[3], offset: Number(match[1]), length: Number(match[2]) }
}

export interface ExchangeMembers {
  readonly response: Buffer
  readonly request: Buffer
  /** Digest of the request member: the chain's new head. */
  readonly head: string
  readonly recordId: string
}

/**
 * Response (or revisit) member and request member of one exchange, in this order. `digest`: hex sha256 of the raw
 * body; `previous`: the chain's head before; `seen`: where the same body is kept already.
 */
export function exchangeMembers(
  exchange: Exchange,
  digest: string,
  previous: string | null,
  seen: SeenBody | null,
): ExchangeMembers {
  const responseId = recordId()
  const head = headBytes(exchange.statusLine, storedHeaders(exchange.responseHeaders))
  const common: (readonly [string, string])[] = [
    ['WARC-Date', new Date(exchange.at).toISOString()],
    ['WARC-Target-URI', exchange.url],
  ]
  if (exchange.remoteAddress !== null) common.push(['WARC-IP-Address', exchange.remoteAddress])
  const fields: (readonly [string, string])[] = [
    ['WARC-Type', seen ? 'revisit' : 'response'],
    ['WARC-Record-ID', responseId],
    ...common,
    ['WARC-Payload-Digest', `sha256:${digest}`],
    ...(seen ? revisitFields(seen) : []),
    ['Content-Type', 'application/http; msgtype=response'],
    ['Mingcha-Capture', exchange.captureId],
    ...chained(previous),
  ]
  if (exchange.truncated) fields.push(['WARC-Truncated', 'length'])
  if (exchange.decodedBytes !== undefined) {
    fields.push(['Mingcha-Decoded-Bytes', String(exchange.decodedBytes)])
  }
  const response = seen
    ? gzipMember(fields, [head], 0)
    : gzipMember(fields, [head, exchange.rawBody], levelFor(exchange.responseHeaders))
  const request = gzipMember(
    [
      ['WARC-Type', 'request'],
      ['WARC-Record-ID', recordId()],
      ...common,
      ['WARC-Concurrent-To', responseId],
      ['Content-Type', 'application/http; msgtype=request'],
      ['Mingcha-Capture', exchange.captureId],
      ...chained(sha256(response)),
    ],
    [
      headBytes(exchange.requestLine, exchange.requestHeaders),
      ...(exchange.requestBody ? [exchange.requestBody] : []),
    ],
    0,
  )
  return { response, request, head: sha256(request), recordId: responseId }
}

/** Length of the gzip header at `at`, or null when the bytes are no (whole) gzip header. */
function gzipHeaderLength(data: Buffer, at: number): number | null {
  if (at + 10 > data.length || data[at] !== 0x1f || data[at + 1] !== 0x8b) return null
  const flags = data[at + 3] ?? 0
  let end = at + 10
  if (flags & 4) end += 2 + (end + 2 <= data.length ? data.readUInt16LE(end) : 0)
  for (const bit of [8, 16]) {
    if (!(flags & bit)) continue
    const zero = data.indexOf(0, end)
    if (zero === -1) return null
    end = zero + 1
  }
  if (flags & 2) end += 2
  return end <= data.length ? end - at : null
}

/**
 * The gzip member at `at` of `data`: its bytes and its length in the file. `null` when it does not end within
 * `data` or its check sum is wrong.
 */
export function readMember(data: Buffer, at: number): { content: Buffer; length: number } | null {
  const head = gzipHeaderLength(data, at)
  if (head === null) return null
  try {
    // With `info` zlib also tells how many input bytes the deflate stream took, which is the border we seek.
    const result = inflateRawSync(data.subarray(at + head), { info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    const end = at + head + result.engine.bytesWritten
    if (end + 8 > data.length) return null
    if (data.readUInt32LE(end) !== crc32(result.buffer)) return null
    return { content: result.buffer, length: end + 8 - at }
  } catch {
    return null
  }
}

/** Splits an unzipped member into its fields (lower-case names) and its block; null when it is no WARC record. */
export function parseRecord(content: Buffer): WarcRecord | null {
  const border = content.indexOf(CRLF2)
  if (border === -1) return null
  const lines = content.subarray(0, border).toString('utf8').split('\r\n')
  if (!/^WARC\/1\.[01]$/.test(lines[0] ?? '')) return null
  const headers = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  const start = border + CRLF2.length
  const length = Number(headers.get('content-length'))
  if (!Number.isInteger(length) || start + length > content.length) return null
  return { headers, block: content.subarray(start, start + length) }
}

/** Splits the HTTP message of a response record; null when it is none. */
export function parseResponse(
  block: Buffer,
): { status: number; headers: [string, string][]; body: Buffer } | null {
  const border = block.indexOf(CRLF2)
  if (border === -1) return null
  const lines = block.subarray(0, border).toString('latin1').split('\r\n')
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(lines[0] ?? '')?.[1]
  if (status === undefined) return null
  const headers = lines.slice(1).map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { status: Number(status), headers, body: block.subarray(border + CRLF2.length) }
}
