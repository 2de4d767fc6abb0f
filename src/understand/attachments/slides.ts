/**
 * Slides, old (OLE records, [MS-PPT] 2.3) and new (zipped XML): the words on each slide, slide after slide. Masters and
 * layouts hold only the words of the template (单击此处编辑标题) and are left out; DPS files are the old kind.
 */
import { CFB } from '@e965/xlsx'
import { Parser } from 'htmlparser2'
import type { AttachmentText } from '#model/attachment'
import { isEncryptedOle } from './kinds.ts'
import { nothing, readText } from './result.ts'
import type { OpenZip } from './zip.ts'

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/i

export function isSlides(zip: OpenZip): boolean {
  return zip.entries.some(({ name }) => name === 'ppt/presentation.xml' || SLIDE.test(name))
}

export async function readPptx(zip: OpenZip): Promise<AttachmentText> {
  const slides = zip.entries
    .map((entry) => ({ entry, number: Number(SLIDE.exec(entry.name)?.[1] ?? Number.NaN) }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number)
  const texts: string[] = []
  for (const { entry } of slides)
    texts.push(slideText(new TextDecoder().decode(await entry.bytes())))
  return readText('pptx', texts.join('\n\n'))
}

/** Paragraphs as lines, cells of a row parted by tabs. */
function slideText(xml: string): string {
  let out = ''
  let inText = false
  let inCell = false
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'a:t') inText = true
        else if (name === 'a:br') out += '\n'
        else if (name === 'a:tc') inCell = true
      },
      ontext(data) {
        if (inText) out += data
      },
      onclosetag(name) {
        if (name === 'a:t') inText = false
        else if (name === 'a:p') out += inCell ? ' ' : '\n'
        else if (name === 'a:tc') {
          inCell = false
          out += '\t'
        } else if (name === 'a:tr') out += '\n'
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return out
}

/** Record types of [MS-PPT] 2.13.24. */
const TEXT_CHARS = 0x0fa0
const TEXT_BYTES = 0x0fa8
const MASTER = 0x03f8
const LIST_WITH_TEXT = 0x0ff0
const SLIDE_LIST = 0
/** Version of a record that holds other records. */
const CONTAINER = 0xf
const HEADER = 8
/** Containers nested deeper, or more records than this, are a file made to exhaust us. */
const MAX_DEPTH = 24
const MAX_RECORDS = 500_000

export function readPpt(bytes: Uint8Array): AttachmentText {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  if (isEncryptedOle(bytes) || CFB.find(file, '/EncryptedSummary') !== null)
    return nothing('ppt', 'encrypted', '演示文稿有打开密码')
  const stream = CFB.find(file, '/PowerPoint Document')
  if (stream === null) return nothing('ppt', 'unreadable', '没有演示文稿的内容流')
  const lines: string[] = []
  collect(Buffer.from(stream.content as Uint8Array), lines)
  return readText('ppt', lines.join('\n'))
}

/** Text atoms in the order of the stream: the outline of the slides first, then the boxes drawn on each. */
function collect(stream: Buffer, lines: string[]): void {
  const ends: number[] = []
  let at = 0
  for (let count = 0; at + HEADER <= stream.length && count < MAX_RECORDS; count++) {
    while (ends.length > 0 && at >= (ends.at(-1) ?? 0)) ends.pop()
    const head = stream.readUInt16LE(at)
    const type = stream.readUInt16LE(at + 2)
    const start = at + HEADER
    const end = Math.min(start + stream.readUInt32LE(at + 4), stream.length)
    const template = type === MASTER || (type === LIST_WITH_TEXT && head >> 4 !== SLIDE_LIST)
    if ((head & 0xf) === CONTAINER && !template && ends.length < MAX_DEPTH) {
      ends.push(end)
      at = start
      continue
    }
    if (type === TEXT_CHARS) lines.push(stream.toString('utf16le', start, end))
    else if (type === TEXT_BYTES) lines.push(stream.toString('latin1', start, end))
    at = end
  }
}
