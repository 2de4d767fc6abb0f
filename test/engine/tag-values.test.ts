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

/** Seven columns of which one has this description; `below` lie under it. */
function described(name: string, words: string, below: readonly string[] = []): number {
  const others = ['通知公告', '政府信息公开', '市长信箱', '在线访谈', '工作动态', '政策文件']
  const all = [name, ...others.filter((one) => !below.includes(one))]
  const made = all.reduce(
    (site, one, i) =>
      site.column(one, `/c${i}/`, {
        kind: 'listing',
        title: one,
        tags: { ColumnDescription: one === name ? words : `${one}栏目` },
      }),
    new SiteViewBuilder(),
  )
  const whole = below.reduce(
    (site, one, i) => site.column(one, `/c0/b${i}/`, { kind: 'listing', parent: name, title: one }),
    made,
  )
  const filled = wrongValues(whole.build(), (view, tag) => {
    const found = view.page.officialTags.find((one) => one.name === tag)
    return found === undefined || found.content === '' ? null : found
  })
  return filled.filter(({ tag }) => tag === 'ColumnDescription').flatMap(({ bad }) => bad).length
}

describe('ColumnDescription of a column page', () => {
  it('is another page’s where it names another column and nothing of its own', () => {
    expect(described('统计数据', '通知公告')).toBe(1)
    expect(described('统计数据', '发布通知公告、市长信箱等')).toBe(1)
  })
  it('may name the columns below it', () => {
    expect(described('互动交流', '市长信箱、征集调查、在线访谈', ['市长信箱', '在线访谈'])).toBe(0)
    expect(described('互动交流', '市长信箱、征集调查、在线访谈')).toBe(1)
  })
  it('may say in other words what the page is called', () => {
    expect(described('乡镇之窗', '乡镇政府信息公开')).toBe(0)
    expect(described('县区农情', '县市区农业农村工作动态')).toBe(0)
  })
})
