/**
 * HTTP content coding (gzip, deflate, br) undone with a bound on the output, so that a small body cannot grow
 * without end. Shared by the crawl (fresh bodies) and the archive (stored ones), so both give the same bytes.
 * Charset decoding is not done here.
 */
import { Readable } from 'node:stream'
import * as zlib from 'node:zlib'

export interface DecodedBody {
  readonly body: Uint8Array
  /** `maxBytes` cut the output. */
  readonly capped: boolean
  /** The body did not follow its declared coding (or stopped in mid-stream); what could be had is in `body`. */
  readonly damaged: boolean
  /** Damaged so that the rest of the body, or all that it says, is not in `body`. */
  readonly partial: boolean
}

type Step = 'gzip' | 'deflate' | 'deflate-raw' | 'br'

/** Codings of a Content-Encoding value in the order they were applied; null when one of them is unknown. */
function stepsOf(contentEncoding: string): Step[] | null {
  const steps: Step[] = []
  for (const part of contentEncoding.toLowerCase().split(',')) {
    const name = part.trim()
    if (name === '' || name === 'identity') continue
    if (name === 'gzip' || name === 'x-gzip') steps.push('gzip')
    else if (name === 'deflate') steps.push('deflate')
    else if (name === 'br') steps.push('br')
    else return null
  }
  return steps
}

const FLUSH = { finishFlush: zlib.constants.Z_SYNC_FLUSH }
const BROTLI_FLUSH = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }

/** Strict: a stream without its end is refused. */
function decodeSync(step: Step, input: Uint8Array, maxOutputLength: number): Buffer {
  if (step === 'gzip') return zlib.gunzipSync(input, { maxOutputLength })
  if (step === 'br') return zlib.brotliDecompressSync(input, { maxOutputLength })
  if (step === 'deflate') return zlib.inflateSync(input, { maxOutputLength })
  return zlib.inflateRawSync(input, { maxOutputLength })
}

function decoderOf(step: Step): NodeJS.ReadWriteStream {
  if (step === 'gzip') return zlib.createGunzip(FLUSH)
  if (step === 'br') return zlib.createBrotliDecompress(BROTLI_FLUSH)
  if (step === 'deflate') return zlib.createInflate(FLUSH)
  return zlib.createInflateRaw(FLUSH)
}

/** First `maxBytes` of what can be decoded, the end of the stream missing or not. */
async function decodePrefix(
  step: Step,
  input: Uint8Array,
  maxBytes: number,
): Promise<{ readonly body: Buffer; readonly capped: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  let capped = false
  const decoder = decoderOf(step)
  const source = Readable.from([input], { objectMode: false })
  try {
    source.pipe(decoder)
    for await (const chunk of decoder as AsyncIterable<Buffer>) {
      const room = maxBytes - size
      if (chunk.length > room) {
        chunks.push(chunk.subarray(0, room))
        size = maxBytes
        capped = true
        break
      }
      chunks.push(chunk)
      size += chunk.length
    }
  } catch {
    // What came before the damage is kept.
  } finally {
    source.destroy()
  }
  return { body: Buffer.concat(chunks, size), capped }
}

/** Beginnings of files that are what they are without any coding undone. */
const FILES = [
  '%PDF',
  'PK',
  '\xd0\xcf\x11\xe0',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc',
]

/** A known kind of file, or no sign of a compressed stream: text holds none of these control characters. */
function looksPlain(input: Uint8Array): boolean {
  const head = Buffer.from(input.subarray(0, 8)).toString('latin1')
  if (FILES.some((magic) => head.startsWith(magic))) return true
  return !input.subarray(0, 1024).some((byte) => byte < 9 || (byte > 13 && byte < 27))
}

async function decodeStep(step: Step, input: Uint8Array, maxBytes: number): Promise<DecodedBody> {
  if (input.length === 0) return { body: input, capped: false, damaged: false, partial: false }
  try {
    const body = decodeSync(step, input, maxBytes)
    return { body, capped: false, damaged: false, partial: false }
  } catch {
    const { body, capped } = await decodePrefix(step, input, maxBytes)
    if (capped) return { body, capped, damaged: false, partial: false }
    if (body.length > 0) return { body, capped, damaged: true, partial: true }
    // "deflate" is sent both with and without the zlib wrapper.
    if (step === 'deflate') return decodeStep('deflate-raw', input, maxBytes)
    // Declared but not applied: the bytes themselves are the body.
    return asItIs(input, maxBytes, true)
  }
}

function asItIs(raw: Uint8Array, maxBytes: number, damaged: boolean): DecodedBody {
  const capped = raw.length > maxBytes
  const body = capped ? raw.subarray(0, maxBytes) : raw
  return { body, capped, damaged, partial: damaged && !looksPlain(raw) }
}

/**
 * Undoes `contentEncoding` (header value; null for none). Never throws: an unknown coding or a body that does not
 * follow its header comes back as it is, with `damaged`. A body cut in mid-stream gives what can be decoded.
 */
export async function decodeContent(
  raw: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<DecodedBody> {
  const steps = contentEncoding === null ? [] : stepsOf(contentEncoding)
  if (steps === null || steps.length === 0) return asItIs(raw, maxBytes, steps === null)
  let whole: DecodedBody = { body: raw, capped: false, damaged: false, partial: false }
  for (const step of steps.reverse()) {
    const decoded = await decodeStep(step, whole.body, maxBytes)
    whole = {
      body: decoded.body,
      capped: whole.capped || decoded.capped,
      damaged: whole.damaged || decoded.damaged,
      partial: whole.partial || decoded.partial,
    }
  }
  return whole
}
