/**
 * OFD (GB/T 33190): a ZIP of XML in which text stands as `TextCode` with its place. Gives the lines of each page in order
 * of height; pages whose glyphs have no text behind them say so by being empty.
 */
import { Parser } from 'htmlparser2'
import type { AttachmentText } from '#model/attachment'
import { readText } from './result.ts'
import type { OpenZip } from './zip.ts'

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

const CONTENT = /(?:^|\/)Pages?\/Page_?(\d+)\/Content\.xml$/i

export function isOfd(zip: OpenZip): boolean {
  return zip.entries.some((entry) => /(^|\/)OFD\.xml$/i.test(entry.name))
}

export async function readOfd(zip: OpenZip): Promise<AttachmentText> {
  const pages = zip.entries
    .map((entry) => ({ entry, number: Number(CONTENT.exec(entry.name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number)
  const lines: string[] = []
  for (const { entry } of pages) {
    const xml = new TextDecoder().decode(await entry.bytes())
    lines.push(...linesOf(piecesOf(xml)), '')
  }
  return readText('ofd', lines.join('\n'))
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
