/**
 * Word and Excel files, old (OLE) and new (zipped XML); WPS and ET files are mostly the old kinds under other names.
 * Documents give their text with tabs between cells, newer ones their tables too; sheets give one table each.
 */
import { CFB, read as readBook, set_cptable, utils, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import mammoth from 'mammoth'
import WordExtractor from 'word-extractor'
import type { AttachmentKind, AttachmentText, TextTable } from '#model/attachment'
import { decodeBody } from '../charset.ts'
import { parseTree } from '../tree.ts'
import { tablesIn } from './html-tables.ts'
import { isEncryptedOle } from './kinds.ts'
import { nothing, readText } from './result.ts'

// Without code pages the Chinese of older workbooks is garbage.
set_cptable(codePages)

const LOCKED = /password|encrypt/i
/** Bit of the Word header that says the text is encrypted. */
const WORD_LOCKED = 0x0100
/** First byte of an OLE file. */
const OLE_START = 0xd0
const NAMES_IN_HTML: Readonly<Record<string, string>> = { tbl: 'table', tc: 'td' }
const MAX_SHEETS = 60
const MAX_MERGES = 2000
const MAX_SPAN = 100

export async function readDoc(bytes: Uint8Array): Promise<AttachmentText> {
  if (bytes[0] !== OLE_START) return readWordXml(bytes)
  if (isEncryptedOle(bytes) || isLocked(bytes)) return nothing('doc', 'encrypted', '文档有打开密码')
  const document = await new WordExtractor().extract(Buffer.from(bytes))
  const parts = [document.getBody(), document.getTextboxes(), document.getFootnotes()]
  return readText('doc', parts.join('\n'))
}

/** Word 2003's XML: its paragraphs and tables under the names that web pages give them. */
function readWordXml(bytes: Uint8Array): AttachmentText {
  const { text } = decodeBody(bytes, 'text/xml')
  const body = text.slice(Math.max(0, text.indexOf('<w:body')))
  const html = body
    .replace(/<w:(binData|instrText|delText)\b[^>]*>[^<]*/g, '')
    .replace(/<(\/?)w:(p|tbl|tr|tc)(?=[\s>/])/g, (_, close: string, name: string) => {
      return `<${close}${NAMES_IN_HTML[name] ?? name}`
    })
  const tree = parseTree(html)
  return readText('doc', tree.flat, tablesIn(tree))
}

export async function readDocx(bytes: Uint8Array): Promise<AttachmentText> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  const tree = parseTree(value)
  return readText('docx', tree.flat, tablesIn(tree))
}

export function readSheets(kind: AttachmentKind, bytes: Uint8Array): AttachmentText {
  if (isEncryptedOle(bytes)) return nothing('xlsx', 'encrypted', '工作簿有打开密码')
  try {
    const book = readBook(bytes, { type: 'array', dense: true, cellStyles: false })
    const tables = book.SheetNames.slice(0, MAX_SHEETS).flatMap((name) => {
      const sheet = book.Sheets[name]
      if (sheet === undefined) return []
      const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '' })
      return rows.length === 0 ? [] : [withoutCovered(sheet, rows)]
    })
    return readText(
      kind,
      tables.map((rows) => rows.map((row) => row.join('\t')).join('\n')).join('\n\n'),
      tables,
    )
  } catch (error) {
    if (error instanceof Error && LOCKED.test(error.message))
      return nothing(kind, 'encrypted', '工作簿有打开密码')
    throw error
  }
}

/** Cells that a merged cell covers are null, not blank. */
function withoutCovered(sheet: WorkSheet, rows: readonly (readonly unknown[])[]): TextTable {
  const start = utils.decode_range(sheet['!ref'] ?? 'A1').s
  const covered = new Set<string>()
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, MAX_MERGES)) {
    for (let row = s.r; row <= Math.min(e.r, s.r + MAX_SPAN); row++) {
      for (let column = s.c; column <= Math.min(e.c, s.c + MAX_SPAN); column++) {
        if (row !== s.r || column !== s.c) covered.add(`${row - start.r} ${column - start.c}`)
      }
    }
  }
  return rows.map((row, r) =>
    row.map((cell, c) => (covered.has(`${r} ${c}`) ? null : String(cell ?? ''))),
  )
}

/** The header of the Word stream says whether its text is encrypted. */
function isLocked(bytes: Uint8Array): boolean {
  const stream = CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), '/WordDocument')
  const header = stream === null ? undefined : Buffer.from(stream.content as Uint8Array)
  return header !== undefined && header.length > 12 && (header.readUInt16LE(10) & WORD_LOCKED) !== 0
}
