/** Of which pages the tags of columns and texts are asked. */
import { describe, expect, it } from 'vitest'
import { owesTags } from '#engine/tag-owing'
import { HOME, type PageSpec, SiteViewBuilder } from '../support/site-view-builder.ts'

const SITE = { SiteName: '示例市林业局', SiteDomain: 'lyj.example.gov.cn' }

/** Whether a page is judged, to which the home page leads from this part of it. */
function owes(page: PageSpec, area: 'footer' | 'nav'): boolean {
  const site = new SiteViewBuilder({ links: [['手机版', '/m/', area]] }).page('/m/', page).build()
  const view = site.pageAt(`${HOME}m/`)
  return view !== null && owesTags(site, new Set())(view.page)
}

describe('pages set up beside the columns', () => {
  it.each(['listing', 'article'] as const)(
    'a %s at the foot of the home page owes none',
    (kind) => {
      expect(owes({ kind, title: '手机版', tags: SITE }, 'footer')).toBe(false)
    },
  )
  it('one of the menu does, and so does one with a tag of a column or a day of its own', () => {
    expect(owes({ kind: 'listing', title: '通知公告', tags: SITE }, 'nav')).toBe(true)
    const half = { ...SITE, ColumnName: '通知公告' }
    expect(owes({ kind: 'listing', title: '新媒体', tags: half }, 'footer')).toBe(true)
    const dated = { kind: 'article', title: '公告', tags: SITE, publishedOn: '2024-01-02' } as const
    expect(owes(dated, 'footer')).toBe(true)
  })
})

describe('guides of services', () => {
  const guides = (tags: readonly Readonly<Record<string, string>>[]): readonly boolean[] => {
    const made = tags.reduce(
      (site, one, i) =>
        site.page(`/g${i}.html`, {
          kind: 'article',
          title: `采伐许可第${i}类`,
          publishedOn: '2024-01-02',
          tags: { ...SITE, ColumnName: '办事指南', ...one },
        }),
      new SiteViewBuilder(),
    )
    const cited = tags.map((_, i) => {
      const place = made.cite(`/g${i}.html`, `采伐许可第${i}类`)
      return { title: '采伐许可', url: place.url, missing: [], unread: null, place }
    })
    const site = made.with({ serviceGuides: cited }).build()
    const owing = owesTags(site, new Set())
    return site.pages.filter(({ page }) => page.url.includes('/g')).map(({ page }) => owing(page))
  }
  it('owe no tags of a text where none of them has any', () => {
    expect(guides([{}, {}])).toEqual([false, false])
  })
  it('owe them where one has', () => {
    expect(guides([{}, { PubDate: '2024-01-02' }])).toEqual([true, true])
  })
})
