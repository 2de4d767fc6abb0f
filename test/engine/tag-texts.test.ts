/** Texts that templates write into tags of many pages: what is told of a column, and what of nobody. */
import { describe, expect, it } from 'vitest'
import { sharedTexts } from '#engine/tag-texts'
import { type PageSpec, SiteViewBuilder } from '../support/site-view-builder.ts'

/** So many articles, each with its own title and day, and these tags. */
function articles(most: number, tagsOf: (at: number) => NonNullable<PageSpec['tags']>) {
  const site = new SiteViewBuilder()
  for (let at = 1; at <= most; at += 1)
    site.page(`/dt/${at}.html`, {
      kind: 'article',
      title: `动态第${at}篇`,
      publishedOn: `2023-12-${10 + at}`,
      tags: tagsOf(at),
    })
  return site.build().pages.filter(({ page }) => page.kind.value === 'article')
}

const shared = (views: ReturnType<typeof articles>, tag: string) => [
  ...sharedTexts(
    views,
    tag,
    ({ page }) => page.officialTags.find(({ name }) => name === tag) ?? null,
  ),
]

describe('标签里各页相同的文字', () => {
  it.each([
    ['ArticleTitle', '要闻', (at: number) => `动态第${at}篇`],
    ['PubDate', '2020-01-01 00:00', (at: number) => `2023-12-${10 + at} 09:30`],
  ])('一个栏目的文章都写着同一句：%s', (tag, text, own) => {
    const views = articles(12, (at) => ({ [tag]: at <= 5 ? text : own(at) }))
    expect(shared(views, tag)).toEqual([text])
  })

  it('四篇不算', () => {
    const views = articles(12, (at) => ({ ArticleTitle: at <= 4 ? '要闻' : `动态第${at}篇` }))
    expect(shared(views, 'ArticleTitle')).toEqual([])
  })

  it('标题都以它开头，是写短了的标题', () => {
    expect(
      shared(
        articles(6, () => ({ ArticleTitle: '动态' })),
        'ArticleTitle',
      ),
    ).toEqual([])
  })

  it('系统给多数页面写上生成的时间，不是哪个栏目写错', () => {
    const views = articles(12, (at) => ({ PubDate: at <= 8 ? '2023-12-09' : `2023-12-${10 + at}` }))
    expect(shared(views, 'PubDate')).toEqual([])
  })
})
