/** Files made to hang or swell: each costs at most its thread's time and memory, is said to be what it is, and the next is read. */
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { createAttachmentReader } from '#app/attachments'
import type { AttachmentText } from '#model/attachment'
import { docOf, docxOf, ofdOf, pdfOf, sheetOf, zipOf } from '../understand/attachments/files.ts'

const reader = createAttachmentReader({
  timeoutMs: 15_000,
  heapMegabytes: 512,
  swellMegabytes: 768,
})
afterAll(() => reader.close())

const MEGABYTE = 2 ** 20
const DOCX_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const DOCX_RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const text = (words: string): Uint8Array => Buffer.from(words)

/** A workbook of one sheet with this XML. */
function bookOf(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    '[Content_Types].xml': text(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': text(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  })
}

/** A PDF whose page content is this compressed stream; `claims` is the length it states. */
function pdfWith(stream: Buffer, claims = stream.length): Uint8Array {
  const head =
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>\nendobj\n' +
    `4 0 obj\n<< /Length ${claims} /Filter /FlateDecode >>\nstream\n`
  const tail = '\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF'
  return Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from(tail, 'latin1')])
}

const nested = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels)

const HOSTILE: readonly (readonly [
  string,
  () => Uint8Array,
  readonly AttachmentText['state'][],
])[] = [
  ['压缩包炸弹', () => zipSync({ 'a.txt': new Uint8Array(64 * MEGABYTE) }), ['too-large']],
  [
    'DOCX 里的炸弹',
    () =>
      zipSync({
        '[Content_Types].xml': text(DOCX_TYPES),
        '_rels/.rels': text(DOCX_RELS),
        'word/document.xml': new Uint8Array(64 * MEGABYTE).fill(0x20),
      }),
    ['too-large'],
  ],
  [
    'DOCX 五万层',
    () =>
      zipSync({
        '[Content_Types].xml': text(DOCX_TYPES),
        '_rels/.rels': text(DOCX_RELS),
        'word/document.xml': text(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(17_000)}${'</w:tc></w:tr></w:tbl>'.repeat(17_000)}</w:body></w:document>`,
        ),
      }),
    ['unreadable', 'no-text-layer'],
  ],
  [
    '工作表声称有一百七十亿个单元格',
    () =>
      bookOf(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:XFD1048575"/></mergeCells>',
      ),
    ['text'],
  ],
  [
    'PDF 内容流炸弹',
    () => pdfWith(deflateSync(Buffer.alloc(128 * MEGABYTE, 0x20))),
    ['no-text-layer', 'unreadable'],
  ],
  [
    'PDF 声称 1 GB',
    () => pdfWith(deflateSync(text('BT ET')), 2 ** 30),
    ['no-text-layer', 'unreadable'],
  ],
  [
    'PDF 数组五万层',
    () =>
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n${'['.repeat(50_000)}\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF`,
      ),
    ['unreadable'],
  ],
  ['压缩包声称 1 GB', () => zipOf([{ name: 'a.txt', data: 'x', claims: 2 ** 30 }]), ['too-large']],
  [
    '压缩包套压缩包',
    () => zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'd.txt': text('深') }) }) }),
    ['unreadable'],
  ],
  [
    '压缩包三千个文件',
    () => zipOf(Array.from({ length: 3000 }, (_, i) => ({ name: `${i}.txt`, data: '' }))),
    ['too-large'],
  ],
  [
    'OFD 五万层',
    () =>
      zipSync({
        'OFD.xml': text('<ofd/>'),
        'Doc_0/Pages/Page_0/Content.xml': text(nested(50_000)),
      }),
    ['no-text-layer'],
  ],
  ['网页表格五万层', () => text(`<html>${'<table><tr><td>'.repeat(17_000)}深`), ['text']],
]

describe('撑不爆、拖不垮', () => {
  it.each(HOSTILE)(
    '%s',
    async (_name, make, states) => {
      const body = make()
      const before = process.memoryUsage.rss()
      const found = await reader.read(body)
      expect(states, found.because).toContain(found.state)
      expect(found.because).not.toBe('')
      expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(900)
      expect((await reader.read(text('本年新收3件'))).state).toBe('text')
    },
    40_000,
  )

  it('内存涨过上限：线程停下，说出原因', async () => {
    const tight = createAttachmentReader({
      timeoutMs: 15_000,
      heapMegabytes: 512,
      swellMegabytes: 40,
    })
    const found = await tight.read(pdfWith(deflateSync(Buffer.alloc(200 * MEGABYTE, 0x20))))
    expect(found).toMatchObject({ state: 'unreadable' })
    expect(found.because).toContain('内存')
    await tight.close()
  })

  it('每种文件从中间截断、改坏几个字节，都有个说法', async () => {
    const rows = [
      ['项目', '数量'],
      ['行政许可', 15],
    ]
    const files = [
      pdfOf('d5fe'),
      docxOf('一、总体情况', [['行政许可', '15']]),
      docOf('年度报告'),
      sheetOf(rows, 'xls'),
      sheetOf(rows, 'xlsx'),
      ofdOf([[20, 40, '一']]),
      zipSync({ 'a.txt': text('甲') }),
    ]
    for (const file of files) {
      for (const share of [0.3, 0.6, 0.95]) {
        const cut = await reader.read(file.slice(0, Math.floor(file.length * share)))
        const spoilt = Buffer.from(file)
        for (let at = 40; at < spoilt.length; at += Math.ceil(spoilt.length * share) / 4)
          spoilt[Math.floor(at)] = 0xff
        for (const found of [cut, await reader.read(spoilt)]) expect(found.because).not.toBe('')
      }
    }
  })
})
