/** `freshness/column-stale` where the entries themselves tell the rhythm, or no day at all; judged on 2024-03-20. */
import { expect, it } from 'vitest'
import { columnStale } from '#checks/freshness/column-stale'
import { runOn } from '../support/check-kit.ts'
import { monthlyReports, undatedNews } from '../support/rhythm-sites.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const outcomes = (builder: SiteViewBuilder) =>
  Object.fromEntries(
    runOn(columnStale, builder.build(), builder).findings.map((found) => [
      found.subject,
      `${found.outcome} ${found.facts.limit ?? ''}`.trim(),
    ]),
  )

it.each([
  ['no day anywhere', undatedNews([]), 'dateless 14'],
  ['a day in the text of one page', undatedNews(['2024年3月1日，局长带队检查']), 'undated 14'],
  ['a day in Chinese figures', undatedNews(['二〇二四年三月一日']), 'undated 14'],
  ['a label that a script may fill', undatedNews(['发布时间：']), 'undated 14'],
  ['a page that was not read', undatedNews([], 4), 'undated 14'],
  ['pictures beside the entries', undatedNews([], 5, ['1', '2', '3', '4', '5']), 'undated 14'],
])('news without days: %s', (_, builder, want) => {
  expect(outcomes(builder)).toEqual({ 动态: want })
})

it('reports of every month that come no more are stale after two quarters', () => {
  expect(outcomes(monthlyReports('2023-09-01'))).toEqual({ 统计信息: 'stale 200' })
  expect(outcomes(monthlyReports('2023-09-02'))).toEqual({ 统计信息: 'quiet 122' })
})

it('a series whose last entry says that another office publishes it from now on is over', () => {
  const builder = monthlyReports('2023-09-01', '关于林业统计数据改由市统计局统一发布的公告')
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365' })
})

it('months that go on in a column beside answer for both', () => {
  const builder = monthlyReports('2023-09-01').column('统计数据', '/tjsj/', {
    topic: 'statistics',
    items: [['2024年1月林业统计月报', '2024-03-01']],
  })
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365', 统计数据: 'fresh 365' })
})

it('a bulletin of the year among days of meetings has no such rhythm', () => {
  const builder = new SiteViewBuilder().column('统计信息', '/tj/', {
    topic: 'statistics',
    items: [
      ['2022年林业统计公报', '2023-06-01'],
      ['8月3日召开统计工作会', '2022-08-03'],
      ['7月3日召开统计工作会', '2022-07-03'],
      ['6月3日召开统计工作会', '2022-06-03'],
      ['5月3日召开统计工作会', '2022-05-03'],
    ],
  })
  expect(outcomes(builder)).toEqual({ 统计信息: 'fresh 365' })
})

const monthly = (name: string, topic: string | null, last: number, printed = true) =>
  new SiteViewBuilder().column(name, '/tj/', {
    ...(topic === null ? {} : { topic }),
    items: [0, 1, 2, 3, 4].map((back) => {
      const month = last - back > 0 ? last - back : last - back + 12
      const year = last - back > 0 ? 2023 : 2022
      const day = `${year}-${String(month).padStart(2, '0')}-25`
      return [`${year}年${month}月${name}情况`, printed ? day : null] as const
    }),
  })

const served = (...items: readonly (readonly [string, string])[]) =>
  new SiteViewBuilder().column('办件统计', '/tj/', { items })

it.each([
  [
    'of a topic whose rhythm the sources print',
    monthly('社会救助', 'socialAssistance', 8),
    'stale 200',
  ],
  [
    'told by the months of their titles alone',
    monthly('社会救助', 'socialAssistance', 8, false),
    'stale 200',
  ],
  ['of no topic whose rhythm is printed', monthly('工作简报', null, 8), 'none-owed'],
  ['of what was served, after a quarter', monthly('办件统计', null, 12), 'none-owed'],
  ['of what was served, after four months', monthly('办件统计', null, 11), 'stale 92'],
  [
    'of what was served that shows but two months, both long past',
    served(['2023年9月办件统计', '2023-10-08'], ['2023年8月办件统计', '2023-09-08']),
    'stale 92',
  ],
  [
    'of what was served, the last month of which came lately',
    served(['2024年1月办件统计', '2024-02-05'], ['2023年12月办件统计', '2024-01-05']),
    'none-owed',
  ],
  [
    'of notices how what is served is counted',
    served(['关于做好办件统计的通知', '2022-10-08'], ['办件统计口径说明', '2022-09-08']),
    'none-owed',
  ],
])('a series %s', (_, builder, want) => {
  expect(Object.values(outcomes(builder))).toEqual([want])
})

it('a series that goes on in another column is none that ended', () => {
  const builder = monthly('社会救助', 'socialAssistance', 8).column('民政', '/mz/', {
    items: [['2024年2月社会救助情况', '2024-03-05']],
  })
  expect(Object.values(outcomes(builder))).toEqual(['none-owed'])
})
