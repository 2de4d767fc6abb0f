/** Tables on a terminal: Chinese takes two cells, columns stand below each other. */
import { expect, test } from 'vitest'
import { aligned, cellsOf, cutTo } from '#app/cells'

test('columns begin in the same cell whatever is written before them', () => {
  const lines = aligned([
    ['名次', '单位', '已定得分'],
    [1, '青禾市统计局', 7.45],
    ['—', 'ABC', ''],
  ])
  expect(lines).toEqual([
    '名次  单位          已定得分',
    '1     青禾市统计局  7.45',
    '—     ABC           ',
  ])
})

test('rows may have fewer cells than others, and nothing is padded behind the last', () => {
  expect(
    aligned([
      ['甲', '管理员'],
      ['某某某', '复核', '已停用'],
    ]),
  ).toEqual(['甲      管理员', '某某某  复核    已停用'])
  expect(aligned([])).toEqual([])
})

test('a cut never takes more cells than there are', () => {
  for (const cells of [0, 1, 2, 3, 7]) {
    const cut = cutTo('a政务b公开𠮷字', cells)
    expect(cellsOf(cut)).toBeLessThanOrEqual(cells)
    expect('a政务b公开𠮷字'.startsWith(cut)).toBe(true)
  }
  expect(cutTo('政务公开', 8)).toBe('政务公开')
})
