/** ArticleTitle tags that several articles share. */
import { expect, it } from 'vitest'
import { titlesOfOthers } from '#engine/tag-titles'
import type { OfficialTag } from '#model/page'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const badOf = (rows: readonly (readonly [title: string, tag: string])[]): readonly string[] => {
  const site = new SiteViewBuilder()
  for (const [i, [title, tag]] of rows.entries())
    site.page(`/${i}.html`, { kind: 'article', title, tags: { ArticleTitle: tag } })
  const tagged = site.build().pages.flatMap((view) => {
    const tag = view.page.officialTags.find(({ name }) => name === 'ArticleTitle')
    return tag === undefined ? [] : [{ view, tag: tag as OfficialTag }]
  })
  return titlesOfOthers(tagged, []).map(({ view }) => view.page.title ?? '')
}

const RIGHT = Array.from({ length: 10 }, (_, i) => [`护林工作会议第${i}次召开`, ''] as const).map(
  ([title]) => [title, title] as const,
)

it('one short name in the tags of articles that are called otherwise', () =>
  expect(
    badOf([...RIGHT, ['全民阅读活动周开幕', '本区新闻'], ['安全生产大检查启动', '本区新闻']]),
  ).toEqual(['全民阅读活动周开幕', '安全生产大检查启动']))

it('what the titles themselves begin with, and one article on two pages, is none', () =>
  expect(
    badOf([
      ...RIGHT,
      ['林业局公告：采伐许可办理时间调整', '林业局公告'],
      ['林业局公告：苗木检疫窗口迁址', '林业局公告'],
    ]),
  ).toEqual([]))
