/**
 * Bytes → text. Decides by evidence in the bytes before believing a label, because headers of government sites
 * are often wrong: BOM, then (nearly) valid UTF-8, then header, then meta, then a guess; the GB family is always
 * read as gb18030 (its labels hide four-byte characters). Says which rule decided; judges nothing else.
 */

export interface Decoded {
  readonly text: string
  /** Canonical name: utf-8, gb18030, big5, utf-16le … */
  readonly name: string
  /** Chinese: the rule that decided. */
  readonly because: string
}

const GB_FAMILY = /^(gb2312|gbk|gb18030|x-gbk|gb_2312(-80)?|csgb2312|hz-gb-2312|cp936|ms936)$/
/** Server defaults that say nothing about a Chinese page. */
const EMPTY_LABELS = /^(iso-8859-1|latin-?1|us-ascii|ascii|windows-1252|x-user-defined)$/
/** A meta declaration must stand near the start of the document. */
const PRESCAN_BYTES = 4096

function canonical(label: string): string | null {
  const name = label.trim().toLowerCase()
  if (GB_FAMILY.test(name)) return 'gb18030'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function headerLabel(contentType: string | null): string | null {
  const found = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(contentType ?? '')
  return found?.[1] ?? null
}

function metaLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES))
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

/** Decodes a body; `contentType` is the header value or null. Never throws. */
export function decodeBody(bytes: Uint8Array, contentType: string | null): Decoded {
  const bom = byBom(bytes)
  if (bom)
    return { text: new TextDecoder(bom).decode(bytes), name: bom, because: '字节顺序标记（BOM）' }
  try {
    // `stream` forgives a character cut off by the size cap at the very end.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    const wide = headerLabel(contentType) ?? metaLabel(bytes)
    const declared = wide === null ? null : canonical(wide)
    if (declared === null || !declared.startsWith('utf-16') || !text.includes('\0')) {
      return { text, name: 'utf-8', because: '字节是严格有效的 UTF-8' }
    }
  } catch {
    // not strictly valid: go on with the other rules
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  // A UTF-8 page with a few broken characters; GB bytes never look like this.
  if (countWide(utf8) > 10 * countReplacements(utf8)) {
    return { text: utf8, name: 'utf-8', because: '字节几乎全部是有效的 UTF-8' }
  }
  return byLabels(bytes, contentType)
}

const UNLABELLED = '没有可用的声明，按 gb18030 读'
/** Ordinary simplified text has next to no such bytes, Big5 about four in ten. */
const BIG5_TRAILS = 0.15

/** Share of two-byte characters whose second byte is ASCII or just above it (0x40–0x7E). */
function shareOfLowTrails(bytes: Uint8Array): number {
  let pairs = 0
  let low = 0
  for (let i = 0; i + 1 < bytes.length; i += 1) {
    if ((bytes[i] ?? 0) < 0x81) continue
    i += 1
    const trail = bytes[i] ?? 0
    pairs += 1
    if (trail >= 0x40 && trail <= 0x7e) low += 1
  }
  return pairs === 0 ? 0 : low / pairs
}

function byLabels(bytes: Uint8Array, contentType: string | null): Decoded {
  const candidates: { name: string; because: string }[] = []
  const add = (label: string | null, because: string): void => {
    if (label === null || EMPTY_LABELS.test(label.toLowerCase())) return
    const name = canonical(label)
    if (name !== null && !candidates.some((c) => c.name === name))
      candidates.push({ name, because })
  }
  add(headerLabel(contentType), '响应头声明的编码')
  add(metaLabel(bytes), 'meta 声明的编码')
  add('gb18030', UNLABELLED)
  let best: (Decoded & { readonly bad: number }) | null = null
  for (const { name, because } of candidates) {
    const text = new TextDecoder(name).decode(bytes)
    const bad = countReplacements(text)
    if (best === null || bad < best.bad) best = { text, name, because, bad }
    if (bad === 0) break
  }
  // Labels decide for Big5; without one its bytes mostly pass for rare characters of the GB family.
  if (best?.because === UNLABELLED && shareOfLowTrails(bytes) > BIG5_TRAILS) {
    best = { ...best, because: `${UNLABELLED}；字节也像 Big5，文字可能读错，把握低` }
  }
  return best
    ? { text: best.text, name: best.name, because: best.because }
    : { text: '', name: 'utf-8', because: '空内容' }
}
