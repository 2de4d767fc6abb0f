/** Files of every kind read as text, by their bytes and not their names; failures are states, never exceptions. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readAttachment } from '#understand/attachments/read-attachment'
import { docOf, docxOf, ofdOf, ofdOfPages, pdfOf, pptOf, pptxOf, sheetOf, zipOf } from './files.ts'

const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
const options = { cmaps: `${join(dirname(packageFile), 'cmaps')}/` }
const read = (bytes: Uint8Array) => readAttachment(bytes, options)

describe('各类文件', () => {
  it('PDF：未嵌入的中文字体靠 CMap 读出', async () => {
    const hex = iconv.encode('政府信息公开年度报告', 'gbk').toString('hex')
    const found = await read(pdfOf(hex))
    expect(found).toMatchObject({ kind: 'pdf', state: 'text', text: '政府信息公开年度报告' })
  })

  it('部首码位的字（⼯⼈⺠⻅）还原成常用字：PDF 由字形反查编码时常有', async () => {
    const found = await read(docxOf('⼀、⼈⺠政府⼯作，意⻅⻓期有效', [['⾏政许可', '⽆']]))
    expect(found.text).toContain('一、人民政府工作，意见长期有效')
    expect(found.tables).toEqual([[['行政许可', '无']]])
  })

  it('PDF 没有文字层：说没有，不说是空的', async () => {
    expect(await read(pdfOf(''))).toMatchObject({ kind: 'pdf', state: 'no-text-layer', text: '' })
  })

  it('空的 DOCX、XLSX、文本：说是空的；有图片、文本框或数字的不算', async () => {
    expect(await read(docxOf('', []))).toMatchObject({ kind: 'docx', state: 'empty', text: '' })
    expect(await read(docxOf('', [['', '']]))).toMatchObject({ kind: 'docx', state: 'empty' })
    expect((await read(docxOf('</w:t></w:r><w:altChunk/><w:r><w:t>', []))).state).toBe(
      'no-text-layer',
    )
    for (const rows of [[], [['', '']]])
      expect(await read(sheetOf(rows, 'xlsx'))).toMatchObject({ kind: 'xlsx', state: 'empty' })
    expect(await read(sheetOf([[0]], 'xlsx'))).toMatchObject({ state: 'text', text: '0' })
    // Pictures of the old kinds are out of our sight.
    const old = await read(sheetOf([], 'xls'))
    expect([old.state, old.because]).toEqual([
      'no-text-layer',
      expect.stringContaining('可能是空文件'),
    ])
    expect((await read(Buffer.from(' \r\n'))).state).toBe('empty')
    const zipped = zipOf([{ name: 'a.docx', data: docxOf('', []) }])
    expect(await read(zipped)).toMatchObject({ kind: 'zip', state: 'empty' })
  })

  it('DOCX 只有前一半：末尾的目录没有，说是残缺', async () => {
    const whole = docxOf('政府信息公开申请表', [])
    const torn = await read(whole.subarray(0, whole.length >> 1))
    expect(torn).toMatchObject({ kind: 'zip', state: 'torn', text: '' })
  })

  it('PDF 只有前一半：没有结束标记，说是残缺', async () => {
    const whole = pdfOf('REPORT')
    const torn = await read(whole.subarray(0, whole.length >> 2))
    expect(torn).toMatchObject({ kind: 'pdf', state: 'torn', text: '' })
  })

  it('RTF：数字写的字、代码页写的字、单元格和段落；字体名不算', async () => {
    const gbk = [...iconv.encode('补助', 'gbk')].map((byte) => `\\'${byte.toString(16)}`).join('')
    const source = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}{\\*\\generator x}\\u23388?\\u21517?\\cell ${gbk}\\cell\\row \\{1\\}\\par 完}`
    const found = await read(Buffer.from(source, 'latin1'))
    expect(found).toMatchObject({ kind: 'rtf', state: 'text' })
    expect(found.text.split('\n').slice(0, 2)).toEqual(['孜名\t补助', '{1}'])
  })

  it('RTF：双字节字的后一个字节不转义，直接写作字母或括号', async () => {
    // 镕 is E9 46, and 46 is written `F`; 誠 is D5 5C, and 5C is written `\\\\`.
    const source = "{\\rtf1\\ansi\\ansicpg936 \\'e9F\\'d5\\\\\\'bb\\'a7F}"
    expect((await read(Buffer.from(source, 'latin1'))).text).toBe('镕誠户F')
  })

  it('DOCX 的文字和表格', async () => {
    const found = await read(
      docxOf('一、总体情况', [
        ['行政许可', '15'],
        ['行政处罚', ''],
      ]),
    )
    expect(found).toMatchObject({ kind: 'docx', state: 'text' })
    expect(found.text).toContain('一、总体情况')
    expect(found.tables).toEqual([
      [
        ['行政许可', '15'],
        ['行政处罚', ''],
      ],
    ])
  })

  it('DOC（WPS 同此）', async () => {
    const found = await read(docOf('蓝河市林业局年度报告\r行政许可\u000715\u0007\u0007'))
    expect(found).toMatchObject({ kind: 'doc', state: 'text' })
    expect(found.text).toContain('蓝河市林业局年度报告')
    expect(found.text).toMatch(/行政许可\t15/)
  })

  it.each(['xls', 'xlsx'] as const)('%s 的每张表', async (type) => {
    const found = await read(
      sheetOf(
        [
          ['项目', '数量'],
          ['行政许可', 15],
          ['行政强制', ''],
        ],
        type,
      ),
    )
    expect(found).toMatchObject({ kind: type, state: 'text' })
    expect(found.tables[0]?.slice(0, 2)).toEqual([
      ['项目', '数量'],
      ['行政许可', '15'],
    ])
  })

  it('PPTX：一页一页，表格按格分开，母版的字不算', async () => {
    const found = await read(pptxOf([['政策图解', '一、背景'], ['对象\t标准'], ['咨询电话']]))
    expect(found).toMatchObject({ kind: 'pptx', state: 'text' })
    expect(found.text.split('\n').filter((line) => line !== '')).toEqual([
      '政策图解',
      '一、背景',
      '对象\t标准',
      '咨询电话',
    ])
  })

  it('PPT（DPS 同此）：大纲和画在页上的字，母版的字不算', async () => {
    const found = await read(pptOf(['政策图解\r一、背景', '二、内容'], 'Tel 12345'))
    expect(found).toMatchObject({ kind: 'ppt', state: 'text' })
    expect(found.text.split('\n')).toEqual(['政策图解', '一、背景', '二、内容', 'Tel 12345'])
  })

  it('OFD：按位置成行', async () => {
    const found = await read(
      ofdOf([
        [20, 40, '二、主动公开'],
        [20, 20, '一、总体情况'],
        [80, 40, '15'],
      ]),
    )
    expect(found).toMatchObject({
      kind: 'ofd',
      state: 'text',
      text: '一、总体情况\n二、主动公开\t15',
    })
  })

  it('OFD：几页的次序和位置由 Document.xml 说，模板页的字不算', async () => {
    const found = await read(ofdOfPages([[[20, 30, '第一页']], [[20, 30, '第二页']]]))
    expect(found).toMatchObject({ kind: 'ofd', state: 'text', text: '第一页\n\n第二页' })
  })

  it('扩展名是 .xls 的网页表格', async () => {
    const html =
      '<html><table><tr><td rowspan=2>收费</td><td>金额</td></tr><tr><td>3.5</td></tr></table></html>'
    const found = await read(Buffer.from(html))
    expect(found).toMatchObject({
      kind: 'html',
      state: 'text',
      tables: [
        [
          ['收费', '金额'],
          [null, '3.5'],
        ],
      ],
    })
  })

  it('Office 2003 的 XML 格式：表格分格，文档分段', async () => {
    const sheet =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="Number">300</Data></Cell></Row></Table></Worksheet></Workbook>'
    expect(await read(Buffer.from(sheet))).toMatchObject({
      kind: 'xls',
      tables: [[['姓名', '300']]],
    })
    const word =
      '<?xml version="1.0" encoding="UTF-8"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p w:x="1"><w:r><w:t>第一条</w:t></w:r></w:p><w:p><w:r><w:binData w:name="a">QUJD</w:binData><w:t>第二条 A&amp;B</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:wordDocument>'
    const found = await read(Buffer.from(word))
    expect(found).toMatchObject({ kind: 'doc', state: 'text', tables: [[['甲', '乙']]] })
    expect(found.text).toMatch(/^第一条\n第二条 A&B\n/)
  })

  it('单个文件网页（MHT）不把编码当作文字；TIFF 是图片', async () => {
    const mail =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n\r\nPGh0bWw+\r\n--b--'
    expect(await read(Buffer.from(mail))).toMatchObject({ state: 'unreadable', text: '' })
    expect(await read(Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]))).toMatchObject({
      kind: 'picture',
      state: 'no-text-layer',
    })
  })

  it('ZIP：有没读出的文件时说出几个，不当作读全了', async () => {
    const inner = zipOf([{ name: 'b.txt', data: '里层' }])
    const found = await read(
      zipOf([
        { name: 'a.txt', data: '外层' },
        { name: '里.zip', data: inner },
        { name: '__MACOSX/._a.txt', data: new Uint8Array([0, 5, 22, 7]) },
      ]),
    )
    expect(found).toMatchObject({ state: 'text', truncated: true })
    expect(found.because).toContain('另有 1 个文件没有读出')
    const whole = await read(zipOf([{ name: 'a.txt', data: '外层' }]))
    expect(whole.truncated).toBe(false)
  })

  it('ZIP：里面的文件逐个读，GB18030 文件名', async () => {
    const name = iconv.encode('附件1.txt', 'gb18030')
    const found = await read(
      zipOf([
        { name, data: '本年新收3件', flags: 0 },
        { name: 'a.bin', data: new Uint8Array([0, 1, 2, 3]) },
      ]),
    )
    expect(found).toMatchObject({ kind: 'zip', state: 'text', text: '【附件1.txt】\n本年新收3件' })
  })
})

describe('读不了的，各有说法', () => {
  it('图片、RAR、坏文件', async () => {
    expect((await read(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).state).toBe('no-text-layer')
    expect((await read(Buffer.from('Rar!\u001a\u0007'))).state).toBe('unreadable')
    expect((await read(Buffer.from('%PDF-1.4 broken\n%%EOF'))).state).toBe('unreadable')
    // Cut off before its index.
    expect((await read(Buffer.from('%PDF-1.4 broken'))).state).toBe('torn')
    expect((await read(new Uint8Array())).state).toBe('unreadable')
  })

  it('有密码的压缩包和文档', async () => {
    expect((await read(zipOf([{ name: 'a.txt', data: 'x'.repeat(20), flags: 0x801 }]))).state).toBe(
      'encrypted',
    )
    expect((await read(docOf('密', 0x0100))).state).toBe('encrypted')
  })

  it('声称过大的压缩包不解开', async () => {
    const found = await read(zipOf([{ name: 'a.txt', data: 'x', claims: 900_000_000 }]))
    expect(found.state).toBe('too-large')
  })

  it('压缩比异常的、里面文件太多的压缩包不解开；压缩包里的压缩包不再展开', async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024)
    const bomb = await read(zipOf([{ name: 'a.txt', data: zeros, packed: true }]))
    expect(bomb).toMatchObject({ state: 'too-large', because: '压缩比异常' })
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.txt`, data: 'x' }))
    expect((await read(zipOf(many))).because).toContain('超过 2000 个文件')
    const inner = zipOf([{ name: 'b.txt', data: '里面的文字' }])
    const nested = await read(
      zipOf([
        { name: 'b.zip', data: inner },
        { name: 'a.txt', data: '外面的文字', packed: true },
      ]),
    )
    expect(nested.text).toBe('【a.txt】\n外面的文字')
  })

  it('任何字节都不抛错', async () => {
    const heads = [
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '<html>',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 600 }),
        async (head, rest) => {
          const found = await read(Buffer.concat([Buffer.from(head, 'latin1'), rest]))
          expect(found.because).not.toBe('')
        },
      ),
      { numRuns: 60 },
    )
  })
})
