/**
 * What a file is, by its bytes: the extension and the declared type are what the portal says, and often wrong (.doc that
 * is HTML, .xls that is a web table). Containers are told apart by what lies in them.
 */
import type { AttachmentKind } from '#model/attachment'

const SIGNS: readonly (readonly [AttachmentKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Storage names inside an OLE file, in UTF-16. WPS and ET use the same streams as Word and Excel. */
const OLE_STREAMS: readonly (readonly [AttachmentKind, string])[] = [
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['ppt', 'PowerPoint Document'],
]
/** Office 2003 also saved its files as plain XML, under the same extensions. */
const OFFICE_XML: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['xls', /<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/],
  ['doc', /<w:wordDocument[\s>]/],
]
/** A web page in one file (.mht): parts packed for mail. */
const MAIL_PARTS = /^(?:[\w-]+:[^\n]*\n)*?MIME-Version:[\s\S]{0,300}?multipart\/related/i
/** A PDF header may stand behind a few stray bytes. */
const PDF_WITHIN = 1024

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte)
}

export function kindOfBytes(bytes: Uint8Array): AttachmentKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN))
  if (head.includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, OLE)) return kindOfOle(bytes)
  for (const [kind, sign] of SIGNS) if (startsWith(bytes, sign)) return kind
  const xml = /^\W{0,8}<\?xml/.test(head) && OFFICE_XML.find(([, sign]) => sign.test(head))
  if (xml) return xml[0]
  if (MAIL_PARTS.test(head)) return 'archive'
  if (/<(!doctype html|html|head|body|table|meta|div|p)[\s>]/i.test(head)) return 'html'
  return looksLikeText(bytes) ? 'text' : 'unknown'
}

/** An encrypted workbook or document hides its streams behind `EncryptedPackage`. */
export function isEncryptedOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE) && indexOfName(bytes, 'EncryptedPackage')
}

function kindOfOle(bytes: Uint8Array): AttachmentKind {
  return OLE_STREAMS.find(([, name]) => indexOfName(bytes, name))?.[0] ?? 'unknown'
}

function indexOfName(bytes: Uint8Array, name: string): boolean {
  const wide = new Uint8Array(name.length * 2 + 2)
  for (let i = 0; i < name.length; i++) wide[i * 2] = name.charCodeAt(i)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wide))
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  if (head.length === 0) return false
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return wide || !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b))
}
