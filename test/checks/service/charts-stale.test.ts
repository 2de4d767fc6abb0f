/** Every outcome of `service/charts-stale` from a small site that gives it. */
import { chartsStale } from '#checks/service/charts-stale'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '数据图解'
const data = (items: NonNullable<ColumnSpec['items']>, more: ColumnSpec = {}) =>
  new SiteViewBuilder().column('统计数据', '/tj/', { topic: 'statistics', items, ...more })

/** A month's data each, whose page is read. */
const months = (): NonNullable<ColumnSpec['items']> => [
  ['2023年11月数据', '2023-12-20', '/tj/1.html'],
  ['2023年12月数据', '2024-01-20', '/tj/2.html'],
  ['2024年1月数据', '2024-02-20', '/tj/3.html'],
]
const city = (items: NonNullable<ColumnSpec['items']>, first: PageSpec = {}): SiteViewBuilder => {
  const site = data(items).with({
    agency: { id: 'a1', name: '示例市人民政府', group: null, attributes: [] },
  })
  for (const [index, [title, , url]] of items.entries())
    site.page(url ?? '/', {
      kind: 'article',
      title,
      words: ['产值增长。'],
      ...(index === 0 ? first : {}),
    })
  return site
}

testCheck(chartsStale, {
  fresh: [
    {
      shows: 'a picture in the text of an entry, named as a chart',
      site: city(months(), { pictures: [{ inBody: '规模以上工业增加值增速柱状图' }] }),
      expect: { [S]: 'fresh' },
    },
    {
      shows: 'five months ago',
      site: data([
        ['一图读懂前三季度林业产值', '2023-10-20', '/tj/1.html'],
        ['2024年1月数据', '2024-02-20', '/tj/2.html'],
      ]),
      expect: { [S]: 'fresh' },
    },
  ],
  stale: [
    {
      shows: 'a column of charts, the words the other way round',
      site: data([]).column('图表数据', '/tz/', {
        items: [['上半年林业产值', '2023-08-10', '/tz/1.html']],
      }),
      expect: { [S]: 'stale' },
    },
    {
      shows: 'a column whose name says that its data are to be looked at',
      site: data([]).column('图看数据', '/tz/', {
        items: [['上半年林业产值', '2023-08-10', '/tz/1.html']],
      }),
      expect: { [S]: 'stale' },
    },
    {
      shows: 'charts in a column of their own beside an empty column of data',
      site: data([]).column('数据图解', '/tz/', {
        items: [['上半年林业产值', '2023-08-10', '/tz/1.html']],
      }),
      expect: { [S]: 'stale' },
    },

    {
      shows: 'seven months ago, although plain data are newer',
      site: data([
        ['一图读懂上半年林业产值', '2023-08-10', '/tj/1.html'],
        ['2024年1月数据', '2024-02-20', '/tj/2.html'],
      ]),
      expect: { [S]: 'stale' },
      facts: { [S]: { days: 223 } },
    },
    {
      shows: 'further list pages were not read',
      site: data([['一图读懂上半年林业产值', '2023-08-10', '/tj/1.html']], {
        paging: ['/tj/2.html'],
      }),
      softened: true,
      expect: { [S]: 'stale' },
    },
  ],
  department: {
    shows: 'a bureau owes none',
    site: data([['2024年1月数据', '2024-02-20', '/tj/2.html']]),
    expect: { [S]: 'department' },
  },
  absent: [
    {
      shows: 'every entry of these months was read: words and tables',
      site: city(months()),
      expect: { [S]: 'absent' },
      facts: { [S]: { count: 3 } },
    },
  ],
  unseen: [
    {
      shows: 'two entries tell nothing',
      site: city(months().slice(1)),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'one page shows a picture',
      site: city(months(), { pictures: [{ inBody: null }] }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'one page has a file',
      site: city(months(), { attachments: [['附件.pdf', '/tj/a.pdf']] }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'a chart of data stands among the interpretations',
      site: city(months()).column('政策解读', '/jd/', {
        topic: 'policyInterpretation',
        items: [['一图读懂上年经济运行', '2024-02-02', '/jd/1.html']],
      }),
      expect: { [S]: 'unseen' },
    },
  ],
  'no-column': {
    shows: 'no data column',
    site: new SiteViewBuilder().column('通知公告', '/tz/'),
    expect: { [S]: 'no-column' },
  },
})
