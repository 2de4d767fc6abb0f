/** Numbers in Chinese numerals, in all the ways in which offices write them. */
import { expect, it } from 'vitest'
import { hanNumber } from '#base/han-numbers'

it.each([
  ['五', 5],
  ['十', 10],
  ['十二', 12],
  ['二十一', 21],
  ['廿一', 21],
  ['卅', 30],
  ['两百', 200],
  ['一百零二', 102],
  ['一千二百', 1200],
  ['三万五千', 35_000],
  ['二〇二五', 2025],
  ['二○二○', 2020],
  ['二ＯO五', 2005],
  ['二零二六', 2026],
])('%s', (written, number) => expect(hanNumber(written)).toBe(number))

it.each(['', '若干', '一万二万', '5', '十余'])('no number: %s', (written) =>
  expect(hanNumber(written)).toBeNull(),
)
