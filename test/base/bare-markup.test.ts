/** Markup without tags and without what nobody sees: the same as the plain expressions give, however hostile the text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSilent, withoutTags } from '#base/bare-markup'

const piece = fc.constantFrom(
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<script>',
  '</script >',
  '<STYLE a="b">',
  '</style>',
  'scripts',
  '文字',
  ' ',
)
const markup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('markup without', () => {
  it('tags is what the expression gives', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(withoutTags(text, ' ')).toBe(text.replace(/<[^>]*>/g, ' '))
      }),
    )
  })

  it('silent parts is what the expression gives', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(withoutSilent(text, ['script', 'style'], ' ')).toBe(
          text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' '),
        )
      }),
    )
  })

  it.each(['<', '<!--', '<script>', '<style ', '</script'])(
    'is made in one pass: a megabyte of %s',
    (part) => {
      const text = part.repeat(1_000_000 / part.length)
      const began = process.cpuUsage().user
      withoutTags(withoutSilent(text, ['script', 'style', 'noscript']))
      expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(1_500)
    },
  )
})
