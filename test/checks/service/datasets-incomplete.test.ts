/** Every outcome of `service/datasets-incomplete` from a small site that gives it. */
import { datasetsIncomplete } from '#checks/service/datasets-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const FULL = [
  '数据集：苗圃名录。数据格式：xlsx。更新周期：每年。下载量：120次。',
  '本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护并定期更新。',
]
const ITEMS = [
  ['苗圃名录', '2024-01-10', '/sj/1.html'],
  ['古树名木名录', '2024-01-12', '/sj/2.html'],
] as const

function data(words: readonly string[], more: ColumnSpec = {}): SiteViewBuilder {
  return new SiteViewBuilder()
    .page('/sj/1.html', { title: '苗圃名录', kind: 'article' })
    .page('/sj/2.html', { title: '古树名木名录', kind: 'article' })
    .column('数据开放', '/sj/', { topic: 'openData', items: ITEMS, words, ...more })
}
const file = (visits: readonly number[], empty?: true) =>
  data(FULL).target('/sj/mp.xlsx', visits, {
    from: '/sj/1.html',
    text: '苗圃名录.xlsx',
    attachment: true,
    ...(empty ? { empty } : {}),
  })

const ALL = {
  数据集数量: 'present',
  数据下载: 'present',
  数据格式: 'present',
  更新周期: 'present',
  使用统计: 'present',
} as const

testCheck(datasetsIncomplete, {
  present: [
    {
      shows: 'two sets with all that is owed',
      site: file([200]),
      expect: ALL,
      facts: { 数据集数量: { words: '2 个' } },
    },
    {
      shows: 'a download button that a script serves',
      site: data(FULL, { links: [['下载', '/api/down?id=1', 'main']] }),
      expect: ALL,
    },
  ],
  missing: [
    {
      shows: 'no download, no cycle, no usage',
      site: data([
        '数据格式：xlsx。本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护。',
      ]),
      expect: { ...ALL, 数据下载: 'missing', 更新周期: 'missing', 使用统计: 'missing' },
    },
    {
      shows: 'a column that may not be one of open data',
      site: data(FULL, { topicSureness: 0.6 }),
      softened: true,
      expect: { ...ALL, 数据下载: 'missing' },
    },
  ],
  broken: [
    {
      shows: 'a file that is gone twice',
      site: file([404, 404]),
      expect: { ...ALL, 数据下载: 'broken' },
    },
    {
      shows: 'a file without a byte',
      site: file([200], true),
      expect: { ...ALL, 数据下载: 'broken' },
    },
  ],
  elsewhere: {
    shows: 'the provincial data platform',
    site: new SiteViewBuilder().column('数据开放', 'https://data.example-province.gov.cn/', {
      topic: 'openData',
      kindOfColumn: 'external',
    }),
    expect: { 数据集数量: 'elsewhere' },
  },
  unread: {
    shows: 'a page without words or entries',
    site: new SiteViewBuilder().column('数据开放', '/sj/', { topic: 'openData' }),
    expect: { 数据集数量: 'unread' },
  },
  'no-column': {
    shows: 'no data column',
    site: new SiteViewBuilder().column('通知公告', '/tz/'),
    expect: { 数据集数量: 'no-column' },
  },
})
