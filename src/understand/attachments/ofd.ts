/**
 * OFD (GB/T 33190): a ZIP of XML in which text stands as `TextCode` with its place. Gives the lines of each page in order
 * of height; pages whose glyphs have no text behind them say so by being empty.
 */
import { Parser } from 'htmlparser2'
import type { AttachmentText } from '#model/attachment'
import { readText } from './result.ts'
import type { OpenZip, ZipEntry } from './zip.ts'

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

const CONTENT = /(?:^|\/)Pages?\/Page_?(\d+)\/Content\.xml$/i

const MAX_PAGES = 2000

export function isOfd(zip: OpenZip): boolean {
  return zip.entries.some((entry) => /(^|\/)OFD\.xml$/i.test(entry.name))
}

export async function readOfd(zip: OpenZip): Promise<AttachmentText> {
  const lines: string[] = []
  for (const entry of await pagesOf(zip)) {
    const xml = new TextDecoder().decode(await entry.bytes())
    lines.push(...linesOf(piecesOf(xml)), '')
  }
  return readText('ofd', lines.join('\n'))
}

/** Pages in the order of Document.xml, which says where each lies; by their number where it is missing. */
async function pagesOf(zip: OpenZip): Promise<readonly ZipEntry[]> {
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]))
  const told: ZipEntry[] = []
  for (const document of zip.entries.filter(({ name }) => /(^|\/)Document\.xml$/i.test(name))) {
    const folder = document.name.slice(0, document.name.lastIndexOf('/') + 1)
    const xml = new TextDecoder().decode(await document.bytes())
    for (const [, at = ''] of xml.matchAll(
      /<(?:\w{1,20}:)?Page\s[^<>]{0,200}?BaseLoc="([^"<>]{1,200})"/g,
    )) {
      const page = byName.get(
        at.startsWith('/') ? at.slice(1) : `${folder}${at.replace(/^\.\//, '')}`,
      )
      if (page && told.length < MAX_PAGES) told.push(page)
    }
  }
  if (told.length > 0) return told
  return zip.entries
    .map((entry) => ({ entry, number: Number(CONTENT.exec(entry.name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number)
    .map(({ entry }) => entry)
}

function piecesOf(xml: string): Piece[] {
  const pieces: Piece[] = []
  let left = 0
  let top = 0
  let size = 4
  let at: { x: number; y: number } | null = null
  let text = ''
  const parser = new Parser(
    {
      onopentag(name, attrs) {
        if (name.endsWith('TextObject')) {
          const [x = 0, y = 0] = (attrs.Boundary ?? '').split(/\s+/).map(Number)
          left = x
          top = y
          size = Number(attrs.Size ?? 4) || 4
        } else if (name.endsWith('TextCode')) {
          at = { x: left + (Number(attrs.X ?? 0) || 0), y: top + (Number(attrs.Y ?? 0) || 0) }
          text = ''
        }
      },
      ontext(data) {
        if (at !== null) text += data
      },
      onclosetag(name) {
        if (at === null || !name.endsWith('TextCode')) return
        if (text.trim() !== '') pieces.push({ text, ...at, size })
        at = null
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return pieces
}

/** Millimetres, from the top. */
function linesOf(pieces: readonly Piece[]): string[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const first = rows.at(-1)?.[0]
    if (first && Math.abs(first.y - piece.y) <= Math.max(first.size, piece.size) * 0.4)
      rows.at(-1)?.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    let line = ''
    let end = Number.NaN
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      line += `${piece.x - end > piece.size ? '\t' : ''}${piece.text}`
      // Chinese glyphs are as wide as the size says.
      end = piece.x + piece.text.length * piece.size
    }
    return line
  })
}
