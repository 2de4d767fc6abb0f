/** Every outcome of `reports/site-annual-table-late` from a small site that gives it. */
import { siteAnnualTableLate } from '#checks/reports/site-annual-table-late'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '2023年政府网站工作年度报表'

function withTable(
  day: string | null,
  more: { onHome?: boolean; home?: SiteViewBuilder } = {},
): SiteViewBuilder {
  const site = (more.home ?? new SiteViewBuilder()).page('/bb/2023.html', {
    title: S,
    kind: 'article',
  })
  return site.with({
    siteAnnualTables: [
      {
        year: 2023,
        title: S,
        url: at('/bb/2023.html'),
        publishedOn: day === null ? null : { value: day, sureness: 0.95, because: '印在页面上' },
        onHome: more.onHome === true ? site.cite('/', '网站年度报表入口') : null,
        place: site.cite('/bb/2023.html', S),
      },
    ],
  })
}

/** In time and on the home page, each of them. */
function withYears(...years: number[]): SiteViewBuilder {
  const site = new SiteViewBuilder()
  const siteAnnualTables = years.map((year) => {
    const title = `${year}年政府网站工作年度报表`
    site.page(`/bb/${year}.html`, { title, kind: 'article' })
    const publishedOn = { value: `${year + 1}-01-20`, sureness: 0.95, because: '印在页面上' }
    const place = site.cite(`/bb/${year}.html`, title)
    return { year, title, url: at(`/bb/${year}.html`), publishedOn, onHome: place, place }
  })
  return site.with({ siteAnnualTables })
}

/** Tables of these years, each of its day. */
function withDays(...days: readonly (readonly [year: number, day: string])[]): SiteViewBuilder {
  const site = withYears(...days.map(([year]) => year))
  const { siteAnnualTables } = site.build()
  return site.with({
    siteAnnualTables: siteAnnualTables.map((table, i) => ({
      ...table,
      publishedOn: { value: days[i]?.[1] ?? '', sureness: 0.95, because: '印在页面上' },
    })),
  })
}

function inDirectory(): SiteViewBuilder {
  const site = new SiteViewBuilder()
  return site.with({ portal: { ...site.build().portal, homeUrl: at('/lyj/index.html') } })
}

const ENTRY = '年度报表首页入口'
/** A column that holds the table of the year before last, and a home page. */
function withColumn(home = new SiteViewBuilder()): SiteViewBuilder {
  const title = '2022年政府网站工作年度报表'
  const site = home
    .page('/bb/2022.html', { title, kind: 'article' })
    .column('网站年度报表', '/bb/', {
      topic: 'siteAnnualTable',
      unlinked: true,
      items: [[title, '2023-01-20', '/bb/2022.html']],
    })
  const publishedOn = { value: '2023-01-20', sureness: 0.95, because: '印在页面上' }
  const place = site.cite('/bb/2022.html', title)
  return site.with({
    siteAnnualTables: [
      { year: 2022, title, url: at('/bb/2022.html'), publishedOn, onHome: null, place },
    ],
  })
}

testCheck(siteAnnualTableLate, {
  'no-entry': {
    shows: 'the table is missing, and nothing on the home page leads to those of other years',
    site: withColumn(),
    expect: { [S]: 'missing', [ENTRY]: 'no-entry' },
  },
  'on-time': [
    {
      shows: 'earlier ones moved here together, or long after',
      site: withDays(
        [2023, '2024-01-20'],
        [2022, '2023-09-01'],
        [2021, '2023-09-01'],
        [2020, '2022-05-06'],
      ),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'years long ago of which only some are kept',
      site: withYears(2023, 2022, 2018),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'tables of before they were owed: one in the spring, and a year without any',
      site: withDays(
        [2023, '2024-01-20'],
        [2022, '2023-01-20'],
        [2017, '2018-01-20'],
        [2015, '2016-04-11'],
      ),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'a link called by another name, to where all units of the county have theirs',
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({
          links: [['政府网站年报', 'https://www.example-county.gov.cn/nb/', 'footer']],
        }),
      }),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'in time and linked from the home page',
      site: withTable('2024-01-31', { onHome: true }),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'put up in the last days of its year',
      site: withTable('2023-12-28', { onHome: true }),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'the home page links to the column that holds it',
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({ links: [['年度报表', '/bb/', 'footer']] }).column(
          '年度报表',
          '/bb/',
          {
            topic: 'siteAnnualTable',
          },
        ),
      }),
      expect: { [S]: 'on-time' },
    },
    {
      shows: "the page in the home page's frame links to it",
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({ frames: ['/main.html'] }).page('/main.html', {
          title: '首页',
          links: [['网站年度报表', '/bb/2023.html', 'main']],
        }),
      }),
      expect: { [S]: 'on-time' },
    },
    {
      shows: 'a picture without words on the home page links to it',
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({ links: [['', '/bb/2023.html', 'main']] }),
      }),
      expect: { [S]: 'on-time' },
    },
  ],
  late: [
    {
      shows: 'six days late',
      site: withTable('2024-02-06', { onHome: true }),
      expect: { [S]: 'late' },
      facts: { [S]: { days: 6 } },
    },
    {
      shows: 'an earlier one that came late, among others that came in time',
      site: withDays([2023, '2024-01-20'], [2022, '2023-02-26'], [2021, '2022-01-18']),
      expect: { [S]: 'on-time', '2022年政府网站工作年度报表': 'late' },
    },
  ],
  missing: [
    ...(['网站年度报表', '政府网站年报'] as const).map((words) => ({
      shows: `the home page leads to those of other years: ${words}`,
      site: withColumn(new SiteViewBuilder({ links: [[words, '/bb/', 'nav']] })),
      expect: { [S]: 'missing' as const },
    })),
    { shows: 'no table', site: new SiteViewBuilder(), expect: { [S]: 'missing' } },
    {
      shows: 'one year left out between others',
      site: withYears(2023, 2021, 2020),
      expect: { [S]: 'on-time', '2022年政府网站工作年度报表': 'missing' },
    },
    {
      shows: 'a bureau’s directory on the city’s portal',
      site: inDirectory(),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'an entry that may be it',
      site: new SiteViewBuilder().column('信息公开', '/gk/', {
        items: [['2023年度报表', '2024-01-20']],
      }),
      expect: { [S]: 'missing' },
      softened: true,
    },
    {
      shows: 'an entry that only a script opens',
      site: new SiteViewBuilder().bareEntry('网站年度报表', 'siteAnnualTable'),
      expect: { [S]: 'missing' },
      softened: true,
    },
  ],
  'prominence-unclear': {
    shows: 'the home page leads to a column of reports that lists it among others',
    site: withTable('2024-01-20', {
      home: new SiteViewBuilder({ links: [['年度报告', '/nb/']] }).column('年度报告', '/nb/', {
        topic: 'ogiAnnualReports',
        items: [[S, '2024-01-20', '/bb/2023.html']],
      }),
    }),
    expect: { [S]: 'prominence-unclear' },
    facts: { [S]: { column: '年度报告' } },
  },
  'not-prominent': [
    {
      shows: 'in time, but nothing on the home page leads there',
      site: withTable('2024-01-20', { home: new SiteViewBuilder().column('工作动态', '/dt/') }),
      expect: { [S]: 'not-prominent' },
    },
    ...['关于报送2023年度政府网站年度报表的通知', '县财政局完成年度财务报表编报'].map((title) => ({
      shows: `news of tables is no way to it: ${title}`,
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({ links: [[title, '/dt/1.html', 'list']] }).column(
          '工作动态',
          '/dt/',
        ),
      }),
      expect: { [S]: 'not-prominent' } as const,
    })),
    {
      shows: 'a frame of the home page that was not read may lead there',
      site: withTable('2024-01-20', {
        home: new SiteViewBuilder({ frames: ['/main.html'] }).column('工作动态', '/dt/'),
      }),
      expect: { [S]: 'not-prominent' },
      softened: true,
    },
  ],
  'date-unknown': [
    { shows: 'no day printed', site: withTable(null), expect: { [S]: 'date-unknown' } },
    {
      shows: 'a day after the as-of day',
      site: withTable('2024-06-01'),
      expect: { [S]: 'date-unknown' },
    },
  ],
  'not-owed': {
    shows: 'before the first table was due',
    site: new SiteViewBuilder().with({ asOf: '2018-01-20' }),
    expect: { 政府网站工作年度报表: 'not-owed' },
  },
})
