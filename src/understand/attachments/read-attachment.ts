/**
 * One file → its text. Sniffs the kind, hands the bytes to the reader of that kind and turns every failure into a state:
 * a file that we cannot read says nothing about the portal. Time and memory are bounded by who calls (a worker).
 */
import type { ArchivedFile, AttachmentText } from '#model/attachment'
import { decodeBody } from '../charset.ts'
import { parseTree } from '../tree.ts'
import { tablesIn } from './html-tables.ts'
import { kindOfBytes } from './kinds.ts'
import { isOfd, readOfd } from './ofd.ts'
import { readPdf } from './pdf.ts'
import { asEmpty, nothing, readText } from './result.ts'
import { readRtf } from './rtf.ts'
import { type OpenZip, openZip, ZipLimit } from './zip.ts'

/** Larger files are not opened; the largest disclosure documents met are a third of it. */
const MAX_BYTES = 48 * 1024 * 1024
/** What file managers leave in archives; and folders. */
const BY_SYSTEM = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|\/$/i
/** How the library says that the package's directory, written last, is not there. */
const NO_END = /end of central directory record signature not found/i
/** Files read inside one archive. */
const MAX_INSIDE = 40

export interface AttachmentOptions {
  /** Folder of pdf.js' packed CMaps, with trailing slash. */
  readonly cmaps: string
}

/** Never rejects. */
export async function readAttachment(
  bytes: Uint8Array,
  options: AttachmentOptions,
): Promise<AttachmentText> {
  const kind = kindOfBytes(bytes)
  if (bytes.length > MAX_BYTES)
    return nothing(kind, 'too-large', `文件有 ${Math.round(bytes.length / 1e6)} MB，超过上限`)
  try {
    return await readKnown(bytes, options, 0)
  } catch (error) {
    if (error instanceof ZipLimit) return nothing(kind, 'too-large', error.message)
    const why = error instanceof Error ? error.message : String(error)
    if (kind === 'zip' && NO_END.test(why))
      return nothing(kind, 'torn', '文件残缺：开头是压缩包（docx、xlsx 也是），末尾的目录却没有')
    if (kind === 'pdf' && !hasEnd(bytes))
      return nothing(kind, 'torn', '文件残缺：开头是 PDF，末尾的结束标记却没有')
    return nothing(kind, 'unreadable', `按文件头认作 ${kind}，但打不开：${why.slice(0, 120)}`)
  }
}

/** The marks with which a PDF ends; a few bytes of rubbish may stand behind them. */
const PDF_END = ['%%EOF', 'startxref']
const END_WITHIN = 2048

function hasEnd(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-END_WITHIN))
  return PDF_END.some((mark) => end.includes(mark))
}

async function readKnown(
  bytes: Uint8Array,
  options: AttachmentOptions,
  depth: number,
): Promise<AttachmentText> {
  const kind = kindOfBytes(bytes)
  switch (kind) {
    case 'pdf':
      return readPdf(bytes, options.cmaps)
    case 'doc':
      return (await import('./office.ts')).readDoc(bytes)
    case 'xls':
      return (await import('./office.ts')).readSheets('xls', bytes)
    case 'zip':
      return readZip(bytes, options, depth)
    case 'html': {
      const tree = parseTree(decodeBody(bytes, 'text/html').text)
      return readText('html', tree.flat, tablesIn(tree))
    }
    case 'text':
      return asEmpty(readText('text', decodeBody(bytes, 'text/plain').text))
    case 'rtf':
      return readRtf(bytes)
    case 'ppt':
      return (await import('./slides.ts')).readPpt(bytes)
    case 'picture':
      return nothing(kind, 'no-text-layer', '附件是图片')
    case 'docx':
    case 'xlsx':
    case 'pptx':
    case 'ofd':
    case 'archive':
    case 'unknown': {
      const { isEncryptedOle } = await import('./kinds.ts')
      return isEncryptedOle(bytes)
        ? nothing(kind, 'encrypted', '文件有打开密码')
        : nothing(kind, 'unreadable', `不支持的文件类型（${kind}）`)
    }
  }
}

async function readZip(
  bytes: Uint8Array,
  options: AttachmentOptions,
  depth: number,
): Promise<AttachmentText> {
  const zip = await openZip(bytes)
  try {
    const names = new Set(zip.entries.map((entry) => entry.name))
    if (isOfd(zip)) return await readOfd(zip)
    if (names.has('word/document.xml')) {
      await weigh(zip)
      return orEmpty(await (await import('./office.ts')).readDocx(bytes), zip)
    }
    if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) {
      await weigh(zip)
      return orEmpty((await import('./office.ts')).readSheets('xlsx', bytes), zip)
    }
    const slides = await import('./slides.ts')
    if (slides.isSlides(zip)) return await slides.readPptx(zip)
    if (depth > 0) return nothing('zip', 'unreadable', '压缩包里还有压缩包，不再展开')
    return await readInside(zip, options)
  } finally {
    zip.close()
  }
}

/** Inflates once under the limits: the libraries that read the package have none. */
async function weigh(zip: OpenZip): Promise<void> {
  for (const entry of zip.entries) {
    if (/\.(xml|rels|bin)$/i.test(entry.name)) await entry.bytes()
  }
}

/** Parts of a package that show something without holding a word, and the marks of text of its own. */
const SHOWN_PART = /\/(?:media|drawings|charts|chartsheets|embeddings|diagrams|ink|activeX)\//i
const WORD_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/i
const WORD_SHOWS =
  /<(?:\w{1,8}:)?(?:drawing|pict|object|altChunk|oMath|sym|AlternateContent)\b|<(?:\w{1,8}:)?t(?:\s[^<>]{0,80})?>\s{0,80}[^\s<]/

/** A package without text is empty when it holds no picture, drawing or embedded thing, nor text that a reader missed. */
async function orEmpty(found: AttachmentText, zip: OpenZip): Promise<AttachmentText> {
  if (found.state === 'text' || zip.entries.some(({ name }) => SHOWN_PART.test(name))) return found
  for (const entry of zip.entries) {
    if (!WORD_PART.test(entry.name)) continue
    if (WORD_SHOWS.test(new TextDecoder().decode(await entry.bytes()))) return found
  }
  return asEmpty(found)
}

async function readInside(zip: OpenZip, options: AttachmentOptions): Promise<AttachmentText> {
  if (zip.entries.length > 0 && zip.entries.every((entry) => entry.encrypted))
    return nothing('zip', 'encrypted', '压缩包有密码')
  const parts: AttachmentText[] = []
  const texts: string[] = []
  const inside: ArchivedFile[] = []
  const files = zip.entries.filter((entry) => !BY_SYSTEM.test(entry.name))
  let unread = Math.max(0, files.length - MAX_INSIDE)
  for (const entry of files.slice(0, MAX_INSIDE)) {
    const { name } = entry
    if (entry.encrypted) {
      inside.push({ name, tables: null })
      unread += 1
      continue
    }
    const bytes = await entry.bytes()
    try {
      const part = await readKnown(bytes, options, 1)
      parts.push(part)
      inside.push({ name, tables: part.state === 'text' ? part.tables.length : null })
      if (part.state === 'text') texts.push(`【${name}】\n${part.text}`)
      else if (part.kind !== 'picture' && part.state !== 'empty') unread += 1
    } catch (error) {
      if (error instanceof ZipLimit) throw error
      // One broken file leaves the others readable.
      inside.push({ name, tables: null })
      unread += 1
    }
  }
  if (texts.length === 0) {
    if (unread === 0 && parts.every((part) => part.state === 'empty'))
      return nothing('zip', 'empty', '压缩包里没有文件，或者文件都是空的')
    return parts.some((part) => part.state === 'no-text-layer')
      ? nothing('zip', 'no-text-layer', '压缩包里只有图片')
      : nothing('zip', 'unreadable', '压缩包里没有读得出文字的文件')
  }
  const tables = parts.flatMap((part) => part.tables)
  const whole: AttachmentText = { ...readText('zip', texts.join('\n\n'), tables), inside }
  // Absence must not be claimed from what is a part of the archive only.
  return unread === 0
    ? whole
    : { ...whole, because: `${whole.because}；另有 ${unread} 个文件没有读出`, truncated: true }
}
