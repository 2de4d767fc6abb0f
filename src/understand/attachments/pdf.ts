/**
 * Text of a PDF, line by line with tabs at wide gaps. Chinese fonts that are not embedded need the CMaps (`cmaps`), or
 * their text is silently empty. A page that paints but says nothing is a scan: "no text layer", not "empty".
 */
import type { AttachmentText } from '#model/attachment'
import { MAX_TEXT, nothing, readText } from './result.ts'

const MAX_PAGES = 500

interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export async function readPdf(bytes: Uint8Array, cmaps: string): Promise<AttachmentText> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes the buffer over.
    data: new Uint8Array(bytes),
    cMapUrl: cmaps,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const lines: string[] = []
    let length = 0
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces: Piece[] = []
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue
        const [, , , size = 0, x = 0, y = 0] = item.transform as readonly number[]
        pieces.push({
          text: item.str,
          x,
          y,
          width: item.width,
          size: Math.abs(size) || item.height,
        })
      }
      for (const line of linesOf(pieces)) {
        lines.push(line)
        length += line.length
      }
      lines.push('')
      page.cleanup()
      if (length > MAX_TEXT) break
    }
    return readText('pdf', lines.join('\n'))
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return nothing('pdf', 'encrypted', 'PDF 有打开密码')
    throw error
  } finally {
    await task.destroy()
  }
}

/** Pieces of one height are one line, left to right; a gap wider than a character parts cells. */
function linesOf(pieces: readonly Piece[]): string[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - piece.y) <= Math.max(first.size, piece.size) * 0.4)
      row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    let line = ''
    let end = Number.NaN
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const gap = piece.x - end
      line += `${gap > piece.size ? '\t' : gap > piece.size * 0.25 ? ' ' : ''}${piece.text}`
      end = piece.x + piece.width
    }
    return line
  })
}
