/** Fast forms of text agree with what they say, sign by sign. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareForm, halfWidth, squash, standsInOrder } from '#base/text'

const SIGNS = [' ', '  ', '\n', '\t', '\u3000', '\u00a0', '\u200b', '\ufeff', '\u2028', '\u1680']
const text = fc.array(
  fc.oneof(
    fc.constantFrom(...SIGNS, '公开', 'Ａ１：', 'a', '～', '😀'),
    fc.string({ unit: 'binary' }),
  ),
  { maxLength: 400 },
)

describe('text', () => {
  it('squash: every run of white space is one blank, none at the ends; signs without width part nothing', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        const shown = given.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
        const wanted = shown.replace(/[\s\u00a0\u3000]+/g, ' ').trim()
        expect(squash(given)).toBe(wanted)
        expect(squash(given)).toBe(wanted)
      }),
    )
  })

  it('compareForm: half width, small letters, neither white space nor punctuation nor symbols', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        const wanted = halfWidth(given)
          .toLowerCase()
          .replace(/[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
          .replace(/[\p{P}\p{S}]/gu, '')
        expect(compareForm(given)).toBe(wanted)
      }),
    )
  })

  it('standsInOrder: every character, in the order of the longer name', () => {
    expect(standsInOrder('发改委', '发展和改革委员会')).toBe(true)
    expect(standsInOrder('委改发', '发展和改革委员会')).toBe(false)
    expect(standsInOrder('发改局', '发展和改革委员会')).toBe(false)
  })

  it('halfWidth: full-width signs become ordinary ones, all else stays', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join('')
        const wanted = given
          .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
          .replace(/\u3000/g, ' ')
        expect(halfWidth(given)).toBe(wanted)
      }),
    )
  })
})
