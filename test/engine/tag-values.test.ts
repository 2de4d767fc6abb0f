/** Site tags of single pages against what nearly all pages of the portal say. */
import { describe, expect, it } from 'vitest'
import { wrongValues } from '#engine/tag-values'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const PAGES = Array.from({ length: 30 }, (_, i) => i)

/** Thirty articles whose SiteDomain is this host, and one with another. */
const slipped = (host: string): readonly string[] => {
  const made = PAGES.reduce(
    (site, i) =>
      site.page(`/dt/${i}.html`, {
        kind: 'article',
        title: `巡山护林第${i + 1}期`,
        tags: { SiteDomain: i === 0 ? 'www.shili.gov.cn' : host },
      }),
    new SiteViewBuilder(),
  )
  return wrongValues(made.build(), (view, name) => {
    const tag = view.page.officialTags.find((one) => one.name === name)
    return tag === undefined || tag.content === '' ? null : tag
  }).map(({ tag, bad }) => `${tag} ${bad.length}`)
}

describe('SiteDomain of a single page', () => {
  it('is a slip where all others name the portal, and none where all others name a host that is not', () => {
    expect(slipped('lyj.example.gov.cn')).toEqual(['SiteDomain 1'])
    expect(slipped('www.atxlyj.cn')).toEqual([])
  })
})
