/** `freshness/column-stale` where a column exists and holds nothing; judged on 2024-03-20. */
import { expect, it } from 'vitest'
import { columnStale } from '#checks/freshness/column-stale'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const site = () => new SiteViewBuilder()
const outcomes = (builder: SiteViewBuilder) =>
  Object.fromEntries(
    runOn(columnStale, builder.build(), builder).findings.map((found) => [
      found.subject,
      found.outcome,
    ]),
  )

it('a feature that ended owes nothing, the column that gathers them does', () => {
  const builder = site()
    .column('专题专栏', '/zt/', { topic: 'features', empty: true })
    .column('抗击疫情', '/yq/', { topic: 'features', empty: true })
  expect(outcomes(builder)).toEqual({ 专题专栏: 'empty' })
})

it('a readable column with nothing in it', () => {
  const builder = site().column('规划信息', '/gh/', { topic: 'planning', empty: true })
  expect(outcomes(builder)).toEqual({ 规划信息: 'empty' })
})

it('columns of one name and path on two hosts stay two subjects', () => {
  const builder = site()
    .column('规划信息', '/gh/', { empty: true })
    .column('规划信息', 'http://gk.example.gov.cn/gh/', { empty: true })
    .column('规划信息', 'http://zw.example.gov.cn/gh/', { empty: true })
  expect(outcomes(builder)).toEqual({
    规划信息: 'empty',
    '规划信息（/gh/）': 'empty',
    '规划信息（http://zw.example.gov.cn/gh/）': 'empty',
  })
})

it('a page of links to what lies beneath it is no blank column', () => {
  const builder = site().column('信息公开', '/xxgk.html', {
    empty: true,
    links: [['公开指南', '/xxgk/zn.html', 'main']],
  })
  expect(outcomes(builder)).toEqual({ 应更新栏目: 'none-owed' })
})

it('a feature says itself that it is not made; blank ones and those of earlier years are left alone', () => {
  const builder = site()
    .column('专题专栏', '/zt/', { topic: 'features' })
    .column('森林防火', '/zt/fh/', { parent: '专题专栏', underConstruction: '敬请期待' })
    .column('古树名木', '/zt/gs/', { parent: '专题专栏', empty: true })
    .column('2020年植树节', '/zt/zs/', { parent: '专题专栏', underConstruction: '敬请期待' })
  expect(outcomes(builder)).toEqual({ 森林防火: 'under-construction' })
})

const tried = (title: string, words: string) =>
  site()
    .page('/cg/1.html', { kind: 'article', title, words: [words] })
    .column('政府采购', '/cg/', { items: [[title, '2024-01-05', '/cg/1.html']] })

it.each(['测试', '关于测试的测试', 'test123', '测试数据请勿点击', '这是一条测试信息', '111'])(
  'a column that holds but a trial of its template: %s',
  (title) => {
    expect(outcomes(tried(title, '测试'))).toEqual({ 政府采购: 'test-only' })
  },
)

it.each([
  ['测试仪器采购公告', '采购测试仪器'],
  [
    '测试',
    '县医院血糖测试仪器采购项目现已具备条件，按照规定公开招标，欢迎符合条件的供应商前来投标，联系电话见附件。',
  ],
  ['体能测试', '明日九时'],
])('and one that says something: %s', (title, words) => {
  expect(outcomes(tried(title, words))).toEqual({ 应更新栏目: 'none-owed' })
})

it('the map of the site holds what it leads to', () => {
  const builder = site().column('网站地图', '/dt/', { topic: 'sitemap', empty: true })
  const built = builder.build()
  const [{ place } = { place: { url: '', at: null, quote: '' } }] = built.columns
  const said = (names: readonly string[]) =>
    runOn(
      columnStale,
      { ...built, sitemap: { place, entries: names.map((text) => ({ text, url: '/a/', place })) } },
      builder,
    ).findings.map(({ outcome }) => outcome)
  expect(said(['要闻', '公告', '指南'])).toEqual(['none-owed'])
  expect(said([])).toEqual(['empty'])
})

/** 预决算, a page of which shows the entries of 2022 under its own address. */
const years = (path: string, more: Record<string, unknown> = {}, whole = '2024-02-06') =>
  site()
    .column('法定主动公开内容', '/fd/')
    .column('预决算', '/fd/yjs/', {
      topic: 'budget',
      parent: '法定主动公开内容',
      items: [
        ['2024年预算', whole, '/a/1.html'],
        ['2022年决算', '2023-01-09', '/a/2.html'],
        ['2022年预算', '2022-02-09', '/a/3.html'],
      ],
    })
    .column('预决算', path, {
      topic: 'budget',
      parent: '法定主动公开内容',
      items: [
        ['2022年决算', '2023-01-09', '/b/2.html'],
        ['2022年预算', '2022-02-09', '/b/3.html'],
      ],
      ...more,
    })

it.each([
  ['by its address', years('/fd/yjs/2022.html'), ['fresh']],
  ['by the query of its address', years('/fd/yjs/?year=2022'), ['fresh']],
  [
    'by the breadcrumb',
    years('/fd/nd_a.html', { links: [['预决算', '/fd/yjs/', 'trail']] }),
    ['fresh'],
  ],
  [
    'by its entries, all of which the column lists',
    years('/fd/nd_a.html', { items: [['2022年决算', '2023-01-09', '/a/2.html']] }),
    ['fresh'],
  ],
  ['no: another column of that name', years('/fd/nd_a.html'), ['fresh', 'stale']],
  [
    'no: the column itself is older',
    years(
      '/fd/yjs/2022.html',
      { items: [['2022年决算', '2023-02-09', '/b/2.html']] },
      '2022-12-01',
    ),
    ['stale', 'stale'],
  ],
])('the entries of one year of a column, %s', (_, builder, want) => {
  const { findings } = runOn(columnStale, builder.build(), builder)
  expect(findings.map(({ outcome }) => outcome)).toEqual(want)
})
