/** The fast ways of UTF-8 beside the plain ones: the same text and bytes. */
import { describe, expect, it } from 'vitest'
import { passingUtf8, utf8Text } from '#base/utf8'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('utf8Text', () => {
  it.each(['', 'a', '政务公开 2024', '\u{1f600}<p>', 'a\0b', 'x'.repeat(70_000)])(
    'reads what TextDecoder reads of %j',
    (text) => {
      expect(utf8Text(bytes(text))).toBe(text)
    },
  )
  it('drops a BOM at the start only', () => {
    expect(utf8Text(bytes('\ufeff甲\ufeff'))).toBe('甲\ufeff')
    expect(utf8Text(bytes('\ufeff'))).toBe('')
  })
  it.each([
    ['GBK', [0xd6, 0xd0]],
    ['a character cut off', [0x61, 0xe4, 0xb8]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong form', [0xc0, 0x80]],
  ])('has no text for %s', (_, raw) => {
    expect(utf8Text(Uint8Array.from(raw))).toBeNull()
  })
})

describe('passingUtf8', () => {
  it.each(['', '政务公开', '中'.repeat(200_000), '\ud800 lone', 'x'.repeat(6_000_000)])(
    'gives the bytes that Buffer gives (case %#)',
    (text) => {
      expect(passingUtf8(text).equals(Buffer.from(text))).toBe(true)
    },
  )
  it('gives bytes that pass with the next call', () => {
    const first = passingUtf8('甲甲')
    passingUtf8('乙乙')
    expect(first.toString()).toBe('乙乙')
  })
})
