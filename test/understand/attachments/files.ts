/** Small files of each kind, made byte by byte in our own words: no real document is copied. */
import { crc32, deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'

export interface ZipPart {
  readonly name: string | Uint8Array
  readonly data: Uint8Array | string
  /** General purpose flags; 0x800 says that the name is UTF-8. */
  readonly flags?: number
  /** Sizes that the header claims instead of the true ones. */
  readonly claims?: number
  /** Stored packed. */
  readonly packed?: boolean
}

/** A ZIP, its parts as they are unless asked to be packed. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  let offset = 0
  for (const { name, data, flags = 0x800, claims, packed = false } of parts) {
    const content = Buffer.from(data)
    const bytes = packed ? deflateRawSync(content) : content
    const label = Buffer.from(name)
    const size = claims ?? bytes.length
    // Encryption puts twelve bytes before the data.
    const plain = packed ? content.length : flags & 1 ? size - 12 : size
    const method = packed ? 8 : 0
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(size, 18)
    local.writeUInt32LE(plain, 22)
    local.writeUInt16LE(label.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(flags, 8)
    head.writeUInt16LE(method, 10)
    head.writeUInt32LE(crc32(content), 16)
    head.writeUInt32LE(size, 20)
    head.writeUInt32LE(plain, 24)
    head.writeUInt16LE(label.length, 28)
    head.writeUInt32LE(offset, 42)
    locals.push(local, label, bytes)
    heads.push(head, label)
    offset += local.length + label.length + bytes.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

export function docxOf(text: string, table: readonly (readonly string[])[]): Uint8Array {
  const rows = table
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')
  const body = `<w:document ${W}><w:body>${paragraph(text)}<w:tbl>${rows}</w:tbl></w:body></w:document>`
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: body },
  ])
}

export function sheetOf(
  rows: readonly (readonly (string | number)[])[],
  bookType: 'xls' | 'xlsx',
): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '表')
  return write(book, { type: 'buffer', bookType }) as Uint8Array
}

/** A Word 97 file of one piece: header, text, piece table. */
export function docOf(text: string, flags = 0): Uint8Array {
  const body = Buffer.from(text, 'utf16le')
  const stream = Buffer.alloc(0x600 + body.length + 512)
  stream.writeUInt16LE(0xa5ec, 0)
  stream.writeUInt16LE(0x00c1, 2)
  stream.writeUInt16LE(0x0200 | flags, 0x0a)
  stream.writeUInt32LE(text.length, 0x4c)
  body.copy(stream, 0x600)
  const clx = Buffer.alloc(5 + 8 + 8)
  clx.writeUInt8(2, 0)
  clx.writeUInt32LE(16, 1)
  clx.writeUInt32LE(text.length, 9)
  clx.writeUInt32LE(0x600, 15)
  stream.writeUInt32LE(0, 0x1a2)
  stream.writeUInt32LE(clx.length, 0x1a6)
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', stream)
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat([clx, Buffer.alloc(4096)]))
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

type OfdLine = readonly [x: number, y: number, text: string]

export function ofdOf(lines: readonly OfdLine[]): Uint8Array {
  return zipOf([
    { name: 'OFD.xml', data: '<ofd:OFD/>' },
    { name: 'Doc_0/Pages/Page_0/Content.xml', data: ofdPage(lines) },
  ])
}

/** As writers of OFD lay it out: the document names its pages and templates, wherever they lie. */
export function ofdOfPages(pages: readonly (readonly OfdLine[])[]): Uint8Array {
  const named = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/P${90 - i}.xml"/>`)
  return zipOf([
    {
      name: 'OFD.xml',
      data: '<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    },
    {
      name: 'Doc_0/Document.xml',
      data: `<ofd:Document><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${named.join('')}</ofd:Pages></ofd:Document>`,
    },
    { name: 'Doc_0/Tpls/Tpl_0/Content.xml', data: ofdPage([[20, 5, '版式模板']]) },
    ...pages.map((lines, i) => ({ name: `Doc_0/Pages/P${90 - i}.xml`, data: ofdPage(lines) })),
  ])
}

function ofdPage(lines: readonly OfdLine[]): string {
  const objects = lines
    .map(
      ([x, y, text], i) =>
        `<ofd:TextObject ID="${i}" Boundary="${x} ${y} 100 6" Size="4"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`,
    )
    .join('')
  return `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`
}

/** One page; `font` names a Chinese font that is not embedded, so that its code map is needed. */
export function pdfOf(hex: string): Uint8Array {
  const content = `BT /F1 14 Tf 72 700 Td <${hex}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = text.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

/** Slides as zipped XML; each slide a list of paragraphs, cells of a table row parted by tabs. */
export function pptxOf(slides: readonly (readonly string[])[]): Uint8Array {
  const ns = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
  const run = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
  const line = (text: string) =>
    text.includes('\t')
      ? `<a:tbl><a:tr>${text
          .split('\t')
          .map((cell) => `<a:tc><a:txBody>${run(cell)}</a:txBody></a:tc>`)
          .join('')}</a:tr></a:tbl>`
      : run(text)
  return zipOf([
    { name: 'ppt/presentation.xml', data: '<p:presentation/>' },
    { name: 'ppt/slideMasters/slideMaster1.xml', data: `<m ${ns}>${run('单击此处编辑标题')}</m>` },
    // The archive names slide 10 before slide 2.
    ...slides.map((lines, i) => ({
      name: `ppt/slides/slide${slides.length - i}.xml`,
      data: `<p:sld ${ns}>${(slides[slides.length - 1 - i] ?? lines).map(line).join('')}</p:sld>`,
    })),
  ])
}

/** A record of the old slide files: version and instance, type, length, content. */
function record(head: number, type: number, content: Buffer): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(head, 0)
  bytes.writeUInt16LE(type, 2)
  bytes.writeUInt32LE(content.length, 4)
  return Buffer.concat([bytes, content])
}

/** A PowerPoint 97 file: a master that must not be read, the outline of the slides, a box drawn on one of them. */
export function pptOf(outline: readonly string[], box: string): Uint8Array {
  const chars = (text: string) => record(0, 0x0fa0, Buffer.from(text, 'utf16le'))
  const document = record(
    0xf,
    0x03e8,
    Buffer.concat([
      record(0xf, 0x0ff0, Buffer.concat(outline.map(chars))),
      record(0x1f, 0x0ff0, chars('单击此处编辑母版标题')),
    ]),
  )
  const master = record(0xf, 0x03f8, chars('单击此处编辑母版文本'))
  const drawn = record(
    0xf,
    0x040c,
    record(0xf, 0xf00d, record(0, 0x0fa8, Buffer.from(box, 'latin1'))),
  )
  const file = CFB.utils.cfb_new()
  const stream = Buffer.concat([document, master, record(0xf, 0x03ee, drawn), Buffer.alloc(4096)])
  CFB.utils.cfb_add(file, '/PowerPoint Document', stream)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}
