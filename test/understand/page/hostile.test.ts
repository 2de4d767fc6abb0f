/** Hostile, broken and absurd pages: reading never throws, never hangs, and stays within its bounds of time and memory. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page, Span } from '#model/page'
import { DEAREST, HURTING } from './hurting-pages.ts'
import { fixtureText, readBytes, readText } from './read.ts'

const NAMES = [
  'hanweb-listing',
  'generated-pubdate',
  'policy-document',
  'two-line-dates',
  'yearless-home',
  'table-listing',
]

function spans(page: Page): Span[] {
  return [
    ...page.links.filter((link) => link.how !== 'paging').map((link) => link.at),
    ...page.officialTags.map((tag) => tag.at),
    ...page.lists.flatMap((list) => [list.at, ...list.items.map((item) => item.at)]),
    ...page.attachments.map((file) => file.at),
    ...Object.values(page.footer).flatMap((value) => (value ? [value.at] : [])),
  ]
}

function sound(page: Page, length: number): void {
  for (const [start, end] of spans(page)) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(length)
  }
  // "本程序读不懂此页" would mean that a reader threw.
  expect(page.kind.because).not.toContain('本程序')
}

describe('a binary labelled HTML', () => {
  /** Every byte value, evenly and without order, but hardly a zero in the first thousand. */
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => ((i * 7919) ^ (i >> 3)) % 255 || 1)

  it('is a file, with or without zeros', () => {
    expect(readBytes(noise).kind).toMatchObject({ value: 'file', because: '内容为二进制' })
  })

  it('text with stray control characters, GBK and ISO-2022 escapes is still a page', () => {
    const title = '<title>关于\u0007印发\u0003方案的\u0008通知\u0001</title>'
    expect(readText(`<html>${title}${'<p>正文内容</p>'.repeat(40)}`).kind.value).not.toBe('file')
    const gbk = Buffer.from([
      0xd4, 0xc6, 0xc4, 0xcf, 0x1b, 0x24, 0x42, 0x1b, 0x28, 0x42, 0x0e, 0x0f,
    ])
    expect(readBytes(gbk).kind.value).not.toBe('file')
  })
})

describe('any bytes', () => {
  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const page = readBytes(bytes)
        expect(page.kind.because).not.toContain('本程序')
      }),
      { numRuns: 200 },
    )
  })

  it('pages cut anywhere, with noise inserted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.nat(4000),
        fc.nat(4000),
        fc.string({ maxLength: 40, unit: 'grapheme' }),
        (name, at, cut, noise) => {
          const text = fixtureText(name)
          const html = (text.slice(0, at) + noise + text.slice(at)).slice(0, cut)
          sound(readText(html), html.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('random trees of real tags and words', () => {
    const word = fc.constantFrom(
      '发布时间：',
      '2023-12-05',
      '来源：',
      '更多',
      '首页 > ',
      '标识码',
      'ICP备',
      '主办单位：',
      '05',
      '2023-12',
      '当前位置：',
      '浏览',
      '\n',
      '&nbsp;',
      '&#20013;',
      '正文',
    )
    const tag = fc.constantFrom(
      'div',
      'li',
      'ul',
      'a',
      'td',
      'tr',
      'table',
      'p',
      'span',
      'h1',
      'script',
      'title',
      'option',
      'iframe',
    )
    const piece = fc.oneof(
      word,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        '<a href="x.html">关于印发方案的通知</a>',
        '<a href="javascript:;" onclick="window.open(\'',
        '<meta name="PubDate" content="2023',
        '<!--',
        '-->',
        '<![CDATA[',
        '<script type="text/xml"><record>',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const html = pieces.join('')
        sound(readText(html), html.length)
      }),
      { numRuns: 400 },
    )
  })
})

describe('pages made to hurt', () => {
  const within = (html: string): void => {
    const before = process.cpuUsage()
    sound(readText(html), html.length)
    const used = process.cpuUsage(before)
    // A guard against exponential and quadratic work, not a speed figure: a page may cost 2 s, and CI is slow and shared.
    expect((used.user + used.system) / 1e6).toBeLessThan(8)
  }
  it.each(Object.entries(HURTING))('%s', (_name, made) => within(made()))
  it('hundreds of thousands of levels, kept or not: the page is read as far as it makes sense, and said to be cut', () => {
    for (const open of ['<table><tr><td>', '<i class="jiucuo">']) {
      const html = open.repeat(4_000_000 / open.length)
      within(html)
      expect(readText(html).truncated).toBe(true)
    }
  })
  it('a million elements', () => {
    const html = `<html><body><p>${'<br>'.repeat(1_000_000)}</p></body></html>`
    within(html)
    expect(readText(html).truncated).toBe(true)
  })
  it('dot leaders before a page number, in an entry whose title attribute is longer', () => {
    const title = `总则和各章${'的内容'.repeat(60)}`
    const entry = `<li><a href="/t.html" title="${title}">第一章 总则${'.'.repeat(80)} 12</a><span>2024-01-02</span></li>`
    within(`<ul>${entry.repeat(3)}</ul>`)
  })
  it.each(['<', '</', '<!--'])('a record of a list of nothing but %s', (part) => {
    const before = process.cpuUsage()
    const title = part.repeat(1_000_000 / part.length)
    readText(`{"records":[{"title":"${title}","url":"/a","date":"2024-01-01"}]}`, {
      url: 'http://www.example.gov.cn/gkmlpt/api/all/1?page=1',
      contentType: 'application/json',
    })
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
  })
  it('a long page of people is not cut', () => {
    const row =
      '<tr><td>1</td><td>某村</td><td>2023-12-05</td><td><a href="a.html">公告</a></td></tr>'
    const html = `<html><body><table>${row.repeat(20_000)}</table></body></html>`
    expect(readText(html).truncated).toBe(false)
  })
})

describe('memory', () => {
  const child = fileURLToPath(new URL('./peak-memory.ts', import.meta.url))
  /** Megabytes that reading the page added to a process that had read one before, at its peak. */
  const peakOf = (name: string): number => {
    const ran = spawnSync(process.execPath, ['--import', 'tsx', child, name], { encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    return Number(JSON.parse(ran.stdout))
  }

  // Of a process of its own each: a peak cannot be taken back. The garbage collector is left to itself, as in a run.
  it.each(DEAREST)('%s: at most 300 MB', (name) => {
    const megabytes = peakOf(name)
    expect(megabytes).toBeGreaterThan(0)
    expect(megabytes).toBeLessThan(300)
  })

  it('the measure sees memory that is held', () => {
    expect(peakOf('held:320')).toBeGreaterThan(300)
  })
})
