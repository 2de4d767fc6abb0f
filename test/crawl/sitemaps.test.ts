/** Sitemap files as they come: XML, an index, plain lines; and files made to keep a reader busy. */
import { describe, expect, it } from 'vitest'
import { readSitemapFile } from '#crawl/sitemaps'

const HOME = 'http://www.example.gov.cn/sitemap.xml'
const read = (text: string) => readSitemapFile(Buffer.from(text), HOME)
const A = 'http://www.example.gov.cn/a.html'
const B = 'http://www.example.gov.cn/b.html?x=1&y=2'

describe('a sitemap file', () => {
  it.each([
    [
      'XML',
      `<urlset><url><loc>\n ${A}\n</loc></url><url><loc><![CDATA[ ${B.replace('&', '&amp;')} ]]></loc></url></urlset>`,
    ],
    ['lines', `${A}\r\n  ${B}  \r\n\r\nno address\r\n`],
  ])('names its pages: %s', (_, text) => {
    expect(read(text)).toEqual({ sitemaps: [], pages: [A, B] })
  })

  it('that is an index names further files', () => {
    expect(read(`<sitemapindex><sitemap><loc>${A}</loc></sitemap></sitemapindex>`)).toEqual({
      sitemaps: [A],
      pages: [],
    })
  })

  it.each([
    ['blank lines', '\n'.repeat(1_000_000)],
    ['blanks in an entry', `<urlset><loc>${' '.repeat(1_000_000)}</loc>`],
    ['one endless address', `http://${'a'.repeat(1_000_000)} x`],
  ])('of nothing but %s is read in no time', (_, text) => {
    const began = process.cpuUsage().user
    expect(read(text)).toEqual({ sitemaps: [], pages: [] })
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(5)
  })
})
