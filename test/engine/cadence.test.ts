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
  expect(outcomes(monthlyReports('2023-09-02'))).toEqual({ 统计信息: 'fresh 365' })
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
