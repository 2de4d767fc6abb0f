/** Columns of `freshness/column-stale` whose days nobody sees, though the PubDate tags of their pages hold them. */
import { describe, expect, it } from 'vitest'
import { columnStale } from '#checks/freshness/column-stale'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

interface Spec {
  readonly name?: string
  readonly topic?: string | null
  readonly parent?: string
  /** Of the other articles, so many print no day either. */
  readonly alsoHidden?: number
  readonly words?: readonly string[]
  readonly listed?: string | null
}

/** 在线访谈 with two pages of the portal's one make, beside thirty articles that print their day. */
function portal({
  name = '在线访谈',
  topic = 'interviews',
  parent,
  ...spec
}: Spec = {}): SiteViewBuilder {
  const site = new SiteViewBuilder()
  const news = Array.from({ length: 30 }, (_, i) => `/dt/${i}.html`)
  news.forEach((path, i) => {
    const hidden = i < (spec.alsoHidden ?? 0)
    const tags = hidden ? { tags: { PubDate: '2024-03-01' } } : {}
    site.page(path, { kind: 'article', title: `动态${i}`, publishedOn: '2024-03-01', ...tags })
  })
  for (const path of ['/ft/1.html', '/ft/2.html'])
    site.page(path, {
      kind: 'article',
      title: `局长谈林业${path}`,
      publishedOn: '2024-03-01',
      tags: { PubDate: '2024-03-01' },
      words: spec.words ?? ['主持人：各位网友好。'],
    })
  return site
    .column('工作动态', '/dt/', {
      topic: 'news',
      items: news.map((path, i) => [`动态${i}`, '2024-03-01', path] as const),
    })
    .column(name, '/ft/', {
      ...(topic === null ? {} : { topic }),
      ...(parent === undefined ? {} : { parent }),
      items: [
        ['局长谈林业一', spec.listed ?? null, '/ft/1.html'],
        ['局长谈林业二', spec.listed ?? null, '/ft/2.html'],
      ],
    })
}

const outcomesOf = (site: SiteViewBuilder): readonly string[] =>
  runOn(columnStale, site.build(), site)
    .findings.filter(({ subject }) => subject !== '工作动态')
    .map(({ outcome }) => outcome)

describe('days that only the PubDate tag holds', () => {
  it('are not seen, where all other pages of the make print theirs', () => {
    expect(outcomesOf(portal())).toContain('dateless')
  })

  it('are not seen in a list of no known kind among the news', () => {
    const spec = { name: '媒体看林业', topic: null, parent: '工作动态' } as const
    expect(outcomesOf(portal(spec))).toContain('dateless')
  })

  it.each<[string, Spec]>([
    ['a list of no known kind elsewhere may hold what stands', { name: '林业风光', topic: null }],
    ['the list prints them', { listed: '2024-03-01' }],
    ['other pages of the make print none either', { alsoHidden: 3 }],
    ['the text tells a day', { words: ['时间：2024年3月1日', '主持人：各位网友好。'] }],
    ['what stands has no day', { topic: 'overview', name: '走进林业' }],
    ['what is looked up has none', { name: '政策问答查询', topic: 'inquiries' }],
  ])('%s: not told', (_, spec) => {
    expect(outcomesOf(portal(spec))).not.toContain('dateless')
  })
})
