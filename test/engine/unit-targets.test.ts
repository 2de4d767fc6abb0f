/** Which source labels name a unit of a table of targets. */
import { describe, expect, it } from 'vitest'
import { isOfSource, isTitledBy, unitTargets } from '#engine/unit-targets'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

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

describe('分阶段的任务数', () => {
  const read = (head: string) =>
    unitTargets(
      new SiteViewBuilder()
        .page('/rw.html', {
          kind: 'article',
          title: '关于下达2026年网站供稿任务的通知',
          words: ['各单位信息发布任务如下。'],
          tables: [
            [
              ['序号', '单位', '全年任务（条）', head],
              ['1', '示例县财政局', '8', '6'],
              ['2', '示例县民政局', '8', '6'],
            ],
          ],
        })
        .build(),
    ).flatMap(({ targets }) => targets.map(({ until, target }) => [until, target]))

  it.each([
    ['其中：10月31日前应完成（条）', '2026-10-31'],
    ['截至10月底任务（条）', '2026-10-31'],
    ['2026年9月30日前目标（篇）', '2026-09-30'],
    ['前三季度应完成（条）', '2026-09-30'],
    ['上半年任务数（条）', '2026-06-30'],
  ])('%s', (head, until) => {
    expect(read(head).slice(0, 2)).toEqual([
      ['2026-12-31', 8],
      [until, 6],
    ])
  })

  it.each(['三季度任务（条）', '每月任务（条）', '10月已完成（条）'])(
    '各段自己的数不算：%s',
    (head) => {
      expect(read(head).map(([until]) => until)).toEqual(['2026-12-31', '2026-12-31'])
    },
  )
})
