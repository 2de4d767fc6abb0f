/** The decision table for charsets: what header, meta and bytes say, who is believed, and that the rule is named. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readBytes } from './read.ts'

/** 镕囍€ are outside GB 2312, 㐀 and 𠮷 need four bytes in GB 18030. */
const RARE = '镕囍€㐀𠮷'
const PLAIN = '关于开展政务公开工作的通知，请各单位认真贯彻执行'
const page = (words: string, meta = ''): string =>
  `<html><head>${meta}<title>${words}</title></head><body><p>${words}</p></body></html>`
const gb = (words: string, meta = ''): Uint8Array => iconv.encode(page(words, meta), 'gb18030')
const utf8 = (words: string, meta = ''): Uint8Array => Buffer.from(page(words, meta))
const bom = (encoding: 'utf-16le' | 'utf-16be' | 'utf8', words: string): Uint8Array =>
  iconv.encode(page(words), encoding, { addBOM: true })
const broken = (): Uint8Array => {
  const bytes = Buffer.from(utf8(PLAIN.repeat(20)))
  bytes[bytes.indexOf(0xe5, 200) + 1] = 0x20
  return bytes
}

const META_GB = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
const META_UTF8 = '<meta charset="utf-8">'

interface Variant {
  readonly name: string
  readonly type: string | null
  readonly bytes: Uint8Array
  readonly words: string
  readonly charset: string
  readonly rule: RegExp
}

const VARIANTS: readonly Variant[] = [
  {
    name: '响应头 GBK',
    type: 'text/html; charset=GBK',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '响应头带引号 "gb2312"',
    type: 'text/html; charset="gb2312"',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '响应头 GB_2312-80',
    type: 'text/html; charset=GB_2312-80',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '响应头 GB2312-80',
    type: 'text/html; charset=GB2312-80',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '响应头 x-gbk',
    type: 'text/html;charset=x-gbk',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '无响应头编码，meta gb2312',
    type: 'text/html',
    bytes: gb(RARE, META_GB),
    words: RARE,
    charset: 'gb18030',
    rule: /meta/,
  },
  {
    name: '什么都没有声明',
    type: 'text/html',
    bytes: gb(PLAIN),
    words: PLAIN,
    charset: 'gb18030',
    rule: /没有可用的声明/,
  },
  {
    name: '没有 Content-Type',
    type: null,
    bytes: gb(PLAIN, META_GB),
    words: PLAIN,
    charset: 'gb18030',
    rule: /meta/,
  },
  {
    name: '服务器缺省的 ISO-8859-1',
    type: 'text/html; charset=ISO-8859-1',
    bytes: gb(RARE, META_GB),
    words: RARE,
    charset: 'gb18030',
    rule: /meta/,
  },
  {
    name: '假的 UTF-8 响应头，正文 GBK',
    type: 'text/html; charset=UTF-8',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /gb18030/,
  },
  {
    name: '假的 UTF-8 响应头和假的 meta',
    type: 'text/html; charset=UTF-8',
    bytes: gb(RARE, META_UTF8),
    words: RARE,
    charset: 'gb18030',
    rule: /gb18030/,
  },
  {
    name: '假的 GBK 响应头，正文 UTF-8',
    type: 'text/html; charset=gbk',
    bytes: utf8(RARE),
    words: RARE,
    charset: 'utf-8',
    rule: /严格有效/,
  },
  {
    name: '假的 meta gb2312，正文 UTF-8',
    type: 'text/html',
    bytes: utf8(RARE, META_GB),
    words: RARE,
    charset: 'utf-8',
    rule: /严格有效/,
  },
  {
    name: '两个编码 utf-8,gbk',
    type: 'text/html; charset=utf-8,gbk',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /gb18030/,
  },
  {
    name: '不认识的编码名',
    type: 'text/html; charset=zhongwen',
    bytes: gb(RARE, META_GB),
    words: RARE,
    charset: 'gb18030',
    rule: /meta/,
  },
  {
    name: '少见的别名 chinese',
    type: 'text/html; charset=chinese',
    bytes: gb(RARE),
    words: RARE,
    charset: 'gb18030',
    rule: /响应头/,
  },
  {
    name: '有效的 UTF-8',
    type: 'text/html; charset=utf-8',
    bytes: utf8(RARE),
    words: RARE,
    charset: 'utf-8',
    rule: /严格有效/,
  },
  {
    name: 'UTF-8 带 BOM，响应头说 GBK',
    type: 'text/html; charset=gbk',
    bytes: bom('utf8', RARE),
    words: RARE,
    charset: 'utf-8',
    rule: /BOM/,
  },
  {
    name: 'UTF-16LE 带 BOM',
    type: 'text/html',
    bytes: bom('utf-16le', RARE),
    words: RARE,
    charset: 'utf-16le',
    rule: /BOM/,
  },
  {
    name: 'UTF-16BE 带 BOM',
    type: 'text/html; charset=utf-8',
    bytes: bom('utf-16be', RARE),
    words: RARE,
    charset: 'utf-16be',
    rule: /BOM/,
  },
  {
    name: '声明了的 Big5',
    type: 'text/html; charset=big5',
    bytes: iconv.encode(page('縣政府公告事項說明'), 'big5'),
    words: '縣政府公告事項說明',
    charset: 'big5',
    rule: /响应头/,
  },
]

/** Some ordinary words in the true charset of the variant. */
const encodedLike = (variant: Variant | undefined): Uint8Array =>
  variant?.charset === 'big5'
    ? Buffer.alloc(0)
    : iconv.encode(`<p>${PLAIN}</p>`, variant?.charset ?? 'utf8')

it.each(VARIANTS)('$name', ({ type, bytes, words, charset, rule }) => {
  const read = readBytes(bytes, { contentType: type })
  expect(read.headTitle).toBe(words)
  expect(read.charset.name).toBe(charset)
  expect(read.charset.because).toMatch(rule)
})

it.each<[string, { label: string; where: string } | undefined]>([
  ['假的 UTF-8 响应头，正文 GBK', { label: 'UTF-8', where: '响应头' }],
  ['假的 UTF-8 响应头和假的 meta', { label: 'UTF-8', where: '响应头' }],
  ['假的 GBK 响应头，正文 UTF-8', { label: 'gbk', where: '响应头' }],
  ['假的 meta gb2312，正文 UTF-8', { label: 'gb2312', where: 'meta' }],
  ['服务器缺省的 ISO-8859-1', { label: 'ISO-8859-1', where: '响应头' }],
  ['两个编码 utf-8,gbk', { label: 'utf-8', where: '响应头' }],
  // Browsers believe the BOM, do not know the name, or find what is declared.
  ['UTF-8 带 BOM，响应头说 GBK', undefined],
  ['不认识的编码名', undefined],
  ['什么都没有声明', undefined],
  ['响应头 GB_2312-80', undefined],
  ['有效的 UTF-8', undefined],
  ['声明了的 Big5', undefined],
])('a wrong declaration is told: %s', (name, contradicted) => {
  const variant = VARIANTS.find((one) => one.name === name)
  const { bytes = utf8(PLAIN), type = null } = variant ?? {}
  // Five rare characters alone are too few to be sure of.
  const read = readBytes(Buffer.concat([bytes, encodedLike(variant)]), { contentType: type })
  expect(read.charset.contradicted).toEqual(contradicted)
})

it('a page without Chinese characters contradicts nothing', () => {
  const read = readBytes(Buffer.from('<html><body>ok</body></html>'), {
    contentType: 'text/html; charset=gbk',
  })
  expect(read.charset.contradicted).toBeUndefined()
})

it('a UTF-8 page with one broken character stays UTF-8', () => {
  const read = readBytes(broken(), { contentType: 'text/html' })
  expect(read.charset.name).toBe('utf-8')
  expect(read.charset.because).toContain('几乎')
})

describe('bytes without any label: by the frequency of characters', () => {
  const TRADITIONAL = '縣政府公告事項說明，請各機關單位依照規定辦理並公開相關資訊'
  const unlabelled = (bytes: Uint8Array) => readBytes(bytes, { contentType: 'text/html' })

  it('Big5 is found, and said to be doubtful', () => {
    const read = unlabelled(iconv.encode(page(TRADITIONAL), 'big5'))
    expect(read.headTitle).toBe(TRADITIONAL)
    expect(read.charset.name).toBe('big5')
    expect(read.charset.because).toMatch(/字频.*把握低/)
  })

  it('traditional characters in GBK stay GBK', () => {
    const read = unlabelled(gb(TRADITIONAL))
    expect(read.headTitle).toBe(TRADITIONAL)
    expect(read.charset.because).toContain('字频相符')
    expect(read.charset.because).not.toContain('把握低')
  })

  it('ordinary GBK text is sure', () => {
    const read = unlabelled(gb(PLAIN))
    expect(read.charset).toEqual({
      name: 'gb18030',
      because: '没有可用的声明，按 gb18030 读（字频相符）',
    })
  })

  it('eight bytes are no Japanese: GB, and said to be doubtful', () => {
    const read = unlabelled(gb('公告'))
    expect(read.headTitle).toBe('公告')
    expect(read.charset.name).toBe('gb18030')
    expect(read.charset.because).toContain('把握低')
  })

  it('a label still wins over frequency', () => {
    const type = 'text/html; charset=big5'
    const read = readBytes(iconv.encode(page(TRADITIONAL), 'big5'), { contentType: type })
    expect(read.charset.because).toContain('响应头')
  })
})
