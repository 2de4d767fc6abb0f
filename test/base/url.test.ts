/** The quick way through common links must give what the URL parser gives. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resolveUrl } from '#base/url'

const piece = fc.constantFrom(
  '/',
  '.',
  '..',
  'a',
  'B1',
  '-',
  '_',
  '?',
  '=',
  '&',
  '%20',
  ' ',
  '//',
  '#x',
  '中',
  './',
  '../',
  't2023_1.html',
  'a.b/',
  'http://b.gov.cn/',
  'https://',
  '1.2.3',
  '0x1',
  ':80',
)
const bases = fc.constantFrom(
  'http://www.example.gov.cn/a/b.html',
  'https://example.gov.cn/',
  'http://example.gov.cn:8080/x/',
  'http://www.example.gov.cn',
  'http://www.example.gov.cn/a/b.c/d-e.shtml?id=3/4',
  'http://www.example.gov.cn/a/%E4%B8%AD/d.html',
)

it('resolves as the URL parser does', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), bases, (pieces, base) => {
      const href = `/${pieces.join('')}`
      const slow = URL.canParse(href.trim(), base) ? new URL(href.trim(), base) : null
      if (slow) slow.hash = ''
      expect(resolveUrl(href, base)).toBe(slow?.href ?? null)
    }),
    { numRuns: 3000 },
  )
})
