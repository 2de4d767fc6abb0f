/**
 * Bytes → text. Decides by evidence in the bytes before believing a label, because headers of government sites
 * are often wrong: BOM, then (nearly) valid UTF-8, then header, then meta, then a guess by the frequency of
 * characters, then gb18030; the GB family is always read as gb18030 (its labels hide four-byte characters). Says which
 * rule decided; judges nothing else.
 */
import { utf8Text } from '#base/utf8'
import { guessChinese } from './charset-guess.ts'

export interface Decoded {
  readonly text: string
  /** Canonical name: utf-8, gb18030, big5, utf-16le … */
  readonly name: string
  /** Chinese: the rule that decided. */
  readonly because: string
  /** The declaration that browsers follow, where the bytes speak clearly against it. */
  readonly contradicted?: { readonly label: string; readonly where: '响应头' | 'meta' }
}

const GB_FAMILY = /^(gbk|gb18030|x-gbk|gb_?2312(-80)?|csgb2312|hz-gb-2312|cp936|ms936)$/
/** Server defaults that say nothing about a Chinese page. */
const EMPTY_LABELS = /^(iso-8859-1|latin-?1|us-ascii|ascii|windows-1252|x-user-defined)$/
/** A meta declaration must stand near the start of the document. */
const PRESCAN_BYTES = 4096

/** What labels mean, once asked: a portal has two or three of them. */
const known = new Map<string, string | null>()
const MAX_KNOWN = 500

function canonical(label: string): string | null {
  const before = known.get(label)
  if (before !== undefined) return before
  const name = asEncoding(label.trim().toLowerCase())
  if (known.size < MAX_KNOWN) known.set(label, name)
  return name
}

function asEncoding(name: string): string | null {
  if (GB_FAMILY.test(name)) return 'gb18030'
  try {
    const { encoding } = new TextDecoder(name)
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

/** What header and page declare, as written. */
interface Labels {
  readonly header: string | null
  readonly meta: string | null
}

function headerLabel(contentType: string | null): string | null {
  const found = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(contentType ?? '')
  return found?.[1] ?? null
}

function metaLabel(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, PRESCAN_BYTES)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, size).toString('latin1')
  const found =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head) ??
    /<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)
  return found?.[1] ?? null
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

function countWide(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f && code !== 0xfffd) count += 1
  }
  return count
}

function byBom(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Without a UTF-8 character cut off by the size cap at the very end (`stream` would forgive it, at twice the cost). */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0x80 && byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needs > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** Decodes a body; `contentType` is the header value or null. Never throws. */
export function decodeBody(bytes: Uint8Array, contentType: string | null): Decoded {
  const labels = { header: headerLabel(contentType), meta: metaLabel(bytes) }
  const decoded = decide(bytes, labels)
  const contradicted = contradictedBy(decoded, bytes, labels)
  return contradicted === null ? decoded : { ...decoded, contradicted }
}

/** Chinese characters that a clear reading must hold before a declaration is called wrong. */
const CLEAR_CHINESE = /(?:[\u4e00-\u9fff][\s\S]*?){3}/

/** Browsers believe a BOM, then the header, then the meta element, and read nothing else into the bytes. */
function contradictedBy(
  { name, because, text }: Decoded,
  bytes: Uint8Array,
  { header, meta }: Labels,
): NonNullable<Decoded['contradicted']> | null {
  if (byBom(bytes) !== null || because.includes(UNSURE)) return null
  // A name that nobody knows is no declaration.
  const where = header !== null && canonical(header) !== null ? '响应头' : 'meta'
  const label = where === 'meta' ? meta : header
  const declared = label === null ? null : canonical(label)
  if (label === null || declared === null || declared === name) return null
  return CLEAR_CHINESE.test(text) ? { label, where } : null
}

function decide(bytes: Uint8Array, labels: Labels): Decoded {
  const bom = byBom(bytes)
  if (bom)
    return { text: new TextDecoder(bom).decode(bytes), name: bom, because: '字节顺序标记（BOM）' }
  const text = utf8Text(wholeCharacters(bytes))
  if (text !== null) {
    const wide = labels.header ?? labels.meta
    const declared = wide === null ? null : canonical(wide)
    if (declared === null || !declared.startsWith('utf-16') || !text.includes('\0')) {
      return { text, name: 'utf-8', because: '字节是严格有效的 UTF-8' }
    }
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  // A UTF-8 page with a few broken characters; GB bytes never look like this.
  if (countWide(utf8) > 10 * countReplacements(utf8)) {
    return { text: utf8, name: 'utf-8', because: '字节几乎全部是有效的 UTF-8' }
  }
  return byLabels(bytes, labels)
}

const UNLABELLED = '没有可用的声明，按 gb18030 读'
const UNSURE = '把握低'

/** Rule for bytes without a usable label: by frequency where that says something, else gb18030. */
function unlabelled(bytes: Uint8Array): { name: string; because: string } {
  const guess = guessChinese(bytes)
  if (guess === null)
    return { name: 'gb18030', because: `${UNLABELLED}；字频不足以判断，${UNSURE}` }
  if (guess.name === 'gb18030') return { name: guess.name, because: `${UNLABELLED}（字频相符）` }
  // Big5 needs a label: without one its bytes mostly pass for rare characters of the GB family.
  return { name: guess.name, because: `没有可用的声明，按字频推定为 Big5，文字可能读错，${UNSURE}` }
}

interface Candidate {
  readonly name: string
  readonly because: string
}

/** Labels first, then the guess, then gb18030: of those tried, the first with the fewest broken characters. */
function* candidates(bytes: Uint8Array, { header, meta }: Labels): Generator<Candidate> {
  const labels = [
    [header, '响应头声明的编码'],
    [meta, 'meta 声明的编码'],
  ] as const
  for (const [label, because] of labels) {
    if (label === null || EMPTY_LABELS.test(label.toLowerCase())) continue
    const name = canonical(label)
    if (name !== null) yield { name, because }
  }
  yield unlabelled(bytes)
  yield { name: 'gb18030', because: UNLABELLED }
}

function byLabels(bytes: Uint8Array, labels: Labels): Decoded {
  let best = null as (Decoded & { readonly bad: number }) | null
  for (const { name, because } of candidates(bytes, labels)) {
    if (best?.name === name) continue
    const text = new TextDecoder(name).decode(bytes)
    const bad = countReplacements(text)
    if (best === null || bad < best.bad) best = { text, name, because, bad }
    if (bad === 0) break
  }
  return best
    ? { text: best.text, name: best.name, because: best.because }
    : { text: '', name: 'utf-8', because: '空内容' }
}
