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

function decodeSync(step: Step, input: Uint8Array, maxOutputLength: number): Buffer {
  if (step === 'gzip') return zlib.gunzipSync(input, { ...FLUSH, maxOutputLength })
  if (step === 'br') return zlib.brotliDecompressSync(input, { ...BROTLI_FLUSH, maxOutputLength })
  if (step === 'deflate') return zlib.inflateSync(input, { ...FLUSH, maxOutputLength })
  return zlib.inflateRawSync(input, { ...FLUSH, maxOutputLength })
}

function decoderOf(step: Step): NodeJS.ReadWriteStream {
  if (step === 'gzip') return zlib.createGunzip(FLUSH)
  if (step === 'br') return zlib.createBrotliDecompress(BROTLI_FLUSH)
  if (step === 'deflate') return zlib.createInflate(FLUSH)
  return zlib.createInflateRaw(FLUSH)
}

/** First `maxBytes` of the decoded stream, and whether it broke off or had more to give. */
async function decodePrefix(
  step: Step,
  input: Uint8Array,
  maxBytes: number,
): Promise<DecodedBody & { readonly produced: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  let capped = false
  let damaged = false
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
    damaged = true
  } finally {
    source.destroy()
  }
  return { body: Buffer.concat(chunks, size), capped, damaged, produced: size > 0 }
}

async function decodeStep(step: Step, input: Uint8Array, maxBytes: number): Promise<DecodedBody> {
  if (input.length === 0) return { body: input, capped: false, damaged: false }
  try {
    const body = decodeSync(step, input, maxBytes)
    return { body, capped: false, damaged: false }
  } catch {
    const prefix = await decodePrefix(step, input, maxBytes)
    if (prefix.produced || prefix.capped) return prefix
    // "deflate" is sent both with and without the zlib wrapper.
    if (step === 'deflate') return decodeStep('deflate-raw', input, maxBytes)
    // Declared but not applied: the bytes themselves are the body.
    return { body: input.subarray(0, maxBytes), capped: input.length > maxBytes, damaged: true }
  }
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
  if (steps === null || steps.length === 0) {
    const damaged = steps === null
    if (raw.length <= maxBytes) return { body: raw, capped: false, damaged }
    return { body: raw.subarray(0, maxBytes), capped: true, damaged }
  }
  let body = raw
  let capped = false
  let damaged = false
  for (const step of steps.reverse()) {
    const decoded = await decodeStep(step, body, maxBytes)
    body = decoded.body
    capped ||= decoded.capped
    damaged ||= decoded.damaged
  }
  return { body, capped, damaged }
}
