/** Which source labels name a unit of a table of targets. */
import { describe, expect, it } from 'vitest'
import { isOfSource, isTitledBy } from '#engine/unit-targets'

describe('isOfSource', () => {
  it.each([
    ['示例县白洋镇人民政府', '白洋镇'],
    ['教育局', '县教育局'],
    ['县卫健局', '示例县卫生健康局'],
    ['住建局', '县住房和城乡建设局'],
    ['示例县人社局', '人力资源和社会保障局'],
    ['市场监管局', '县市场监督管理局'],
  ])('%s signs for %s', (source, unit) => expect(isOfSource(source, unit)).toBe(true))

  it.each([
    ['农业农村局', '林业局'],
    ['水利局', '县城市管理局'],
    ['白洋镇', '白沙镇'],
  ])('%s does not sign for %s', (source, unit) => expect(isOfSource(source, unit)).toBe(false))
})

it.each([
  ['白洋镇：院坝会开到家门口', '白洋镇人民政府', true],
  ['白洋镇人民政府召开推进会', '白洋镇', true],
  ['县领导到白洋镇调研', '白洋镇', false],
  ['白沙镇：植树', '白洋镇', false],
])('“%s” begins with %s: %s', (title, unit, expected) =>
  expect(isTitledBy(title, unit)).toBe(expected),
)
