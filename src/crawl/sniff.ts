/** Is a body a page? Decides by the first bytes where they contradict the header: a PDF labelled HTML is none. */

/** First bytes of files that are served as HTML now and then (Latin-1 text). */
const MAGIC = [
  '%PDF',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  'GIF8',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'Rar!',
  '\u001f\u008b',
]

export function looksLikeHtml(contentType: string | null, body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 1024)).toString(
    'latin1',
  )
  if (MAGIC.some((magic) => start.startsWith(magic))) return false
  if (contentType !== null && /html/i.test(contentType)) return true
  if (contentType !== null && !/^text\/plain|octet-stream|^\s*$|xml/i.test(contentType))
    return false
  // UTF-16 pages carry a zero beside every character of their markup.
  const ascii = start.replaceAll('\0', '')
  return /<(?:!doctype html|html|head|body|meta|title|table|div|script)\b/i.test(ascii)
}
