/**
 * UTF-8 text to bytes and back, by the ways that are fastest for Chinese: `TextDecoder` and `Buffer.from` take three to
 * six times as long for a page. Decides nothing about charsets.
 */
import { isUtf8, transcode } from 'node:buffer'

/** Text of bytes that are strictly valid UTF-8 (a BOM is dropped, as `TextDecoder` does); null for any others. */
export function utf8Text(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null
  const wide = transcode(bytes, 'utf8', 'ucs2')
  const bom = wide.length > 1 && wide.readUInt16LE(0) === 0xfeff
  return wide.toString('ucs2', bom ? 2 : 0)
}

/** Most bytes that one UTF-16 unit takes in UTF-8. */
const BYTES_PER_UNIT = 3
let scratch = Buffer.allocUnsafeSlow(1 << 18)

/** UTF-8 bytes of a text, valid until the next call: for those who hash, compress or write them at once. */
export function passingUtf8(text: string): Buffer {
  const most = text.length * BYTES_PER_UNIT
  if (most > scratch.length) {
    // A text beyond all pages gets bytes of its own, so that its size does not stay with us.
    if (most > 1 << 24) return Buffer.from(text)
    scratch = Buffer.allocUnsafeSlow(most)
  }
  return scratch.subarray(0, scratch.write(text, 0, 'utf8'))
}
