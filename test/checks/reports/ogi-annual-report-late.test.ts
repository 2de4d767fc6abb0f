/** Every outcome of `reports/ogi-annual-report-late` from a small site that gives it. */
import { ogiAnnualReportLate } from '#checks/reports/ogi-annual-report-late'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const column = (site: SiteViewBuilder = new SiteViewBuilder(), coverage?: string) =>
  site.column('政府信息公开年报', '/nb/', {
    topic: 'ogiAnnualReports',
    ...(coverage === undefined ? {} : { coverage }),
  })
const of = (year: number) => `${year}年政府信息公开工作年度报告`
const one = { years: 1 }

/** Reports of other units on a government's portal, put up on the days given. */
const units = (...days: readonly (readonly [string, string])[]) =>
  days.reduce(
    (made, [unit, day]) =>
      made.report(2023, day, `${unit}2023年政府信息公开工作年度报告`, { collected: true }),
    column()
      .with({
        asOf: '2024-06-20',
        agency: { id: 'g', name: '示例县人民政府', group: null, attributes: [] },
      })
      .report(2023, '2024-03-15', '示例县人民政府2023年政府信息公开工作年度报告'),
  )
/** A government's column that holds last year's own report and this year's of these units. */
const gathered = (...names: readonly string[]) =>
  names.reduce(
    (made, name) =>
      made.report(2023, '2024-01-15', `${name}2023年政府信息公开工作年度报告`, { collected: true }),
    new SiteViewBuilder()
      .with({
        asOf: '2024-06-20',
        agency: { id: 'g', name: '示例县人民政府', group: null, attributes: [] },
      })
      .column('政府信息公开年报', '/nb/', {
        topic: 'ogiAnnualReports',
        items: names.map(
          (name, i) =>
            [`${name}2023年政府信息公开工作年度报告`, '2024-01-15', `/nb/u${i}.html`] as const,
        ),
      })
      .report(2022, '2023-03-15', '示例县人民政府2022年政府信息公开工作年度报告'),
  )
const UNITS = '2023年各单位年报 发布时间'

/** What a county gathered of its towns and bureaus: those of 2023 beside those of 2022. */
const twoYears = (last: readonly string[], now: readonly string[]) => {
  const made = units(...now.map((unit, i) => [unit, `2024-01-1${i}`] as const))
  for (const unit of last)
    made.report(2022, '2023-01-12', `${unit}2022年政府信息公开工作年度报告`, { collected: true })
  return made
}
const SHORT = ['东河镇', '西山镇', '北桥街道']
const AT_WORK = { items: [['南门镇开展防汛演练', '2024-06-02', '/dt/1.html']] } as const
const TOWNS = ['示例县东河镇人民政府', '示例县西山镇人民政府', '示例县北桥街道办事处']
const GATHERED = '2023年各单位年报 有无'
const three = { ...one, years: 3 }

/** Towns with reports of three years; one unit has only those of the years named. */
const threeYears = (unit: string, years: readonly number[], again?: string) => {
  const made = column().with({
    asOf: '2024-06-20',
    agency: { id: 'g', name: '示例县人民政府', group: null, attributes: [] },
  })
  for (const year of [2021, 2022, 2023]) {
    made.report(
      year,
      `${year + 1}-03-2${year % 10}`,
      `示例县人民政府${year}年政府信息公开工作年度报告`,
    )
    for (const [i, name] of [...TOWNS, ...(years.includes(year) ? [unit] : [])].entries())
      made.report(year, `${year + 1}-01-1${i}`, `${name}${year}年政府信息公开工作年度报告`, {
        collected: true,
      })
  }
  if (again !== undefined) made.report(2023, '2024-01-18', again, { collected: true })
  return made
}
const ALL_ON_TIME = { [of(2021)]: 'on-time', [of(2022)]: 'on-time', [of(2023)]: 'on-time' } as const

/** Own reports of three years, and the column in which those listed stand. */
const kept = (listed: readonly (readonly [title: string, path: string])[], coverage?: string) =>
  new SiteViewBuilder()
    .report(2021, '2022-01-15')
    .report(2022, '2023-01-15')
    .report(2023, '2024-01-15')
    .column('政府信息公开年报', '/nb/', {
      topic: 'ogiAnnualReports',
      items: listed.map(([title, path]) => [title, '2024-01-15', path] as const),
      ...(coverage === undefined ? {} : { coverage }),
    })
const EARLIER = [
  ['2022年政府信息公开工作年度报告', '/zfxxgk/nb/2022-1.html'],
  ['2021年政府信息公开工作年度报告', '/zfxxgk/nb/2021-0.html'],
] as const

testCheck(ogiAnnualReportLate, {
  'units-missing': [
    {
      shows: 'a town that the list of towns still names',
      site: twoYears([...TOWNS, '示例县南门镇人民政府'], TOWNS).page('/xz/', {
        links: ['东河镇', '西山镇', '北桥街道', '南门镇'].map(
          (name, i) => [name, `/xz/${i}/`, 'main'] as const,
        ),
      }),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-missing' },
    },
    {
      shows: 'a bureau that has those of the years before and after',
      site: threeYears('示例县交通运输局', [2021, 2023]),
      params: three,
      expect: { ...ALL_ON_TIME, '2022年各单位年报 有无': 'units-missing' },
      facts: { '2022年各单位年报 有无': { count: 1, names: '示例县交通运输局' } },
    },
    {
      shows: 'the same further back than the years that are judged whole',
      site: threeYears('示例县交通运输局', [2021, 2023]),
      params: one,
      expect: { [of(2023)]: 'on-time', '2022年各单位年报 有无': 'units-missing' },
    },
    {
      shows: 'a street that had one last year, beside towns that have both',
      site: twoYears([...TOWNS, '示例县南门街道办事处'], TOWNS).column('工作动态', '/dt/', {
        items: [['南门街道开展防汛演练', '2024-06-02', '/dt/1.html']],
      }),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-missing' },
      facts: { [GATHERED]: { checked: 4, count: 1, names: '示例县南门街道办事处' } },
    },
    {
      shows: 'towns that their reports call by the bare name',
      site: twoYears([...SHORT, '南门镇'], SHORT).column('工作动态', '/dt/', AT_WORK),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-missing' },
      facts: { [GATHERED]: { checked: 4, count: 1, names: '南门镇' } },
    },
  ],
  'units-unfound': [
    {
      shows: 'a list of towns leaves it out',
      site: twoYears([...TOWNS, '示例县南门镇人民政府'], TOWNS).page('/xz/', {
        links: TOWNS.map((name, i) => [name, `/xz/${i}/`, 'main'] as const),
      }),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-unfound' },
    },
    {
      shows: 'a town of which nothing is heard any more: two towns may have become one',
      site: twoYears([...TOWNS, '示例县南门镇人民政府'], TOWNS),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-unfound' },
    },
    {
      shows: 'a bureau, which a reform may have dissolved',
      site: twoYears([...TOWNS, '示例县乡村振兴局'], TOWNS),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-unfound' },
    },
    {
      shows: 'a bureau whose namesakes of the city and the province alone are spoken of',
      site: twoYears([...TOWNS, '示例县林业局'], TOWNS).column('工作动态', '/dt/', {
        items: [
          ['市林业局来示例县调研', '2024-06-02', '/dt/1.html'],
          ['国家林业局发布公告', '2024-06-03', '/dt/2.html'],
        ],
      }),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-unfound' },
    },
    {
      shows: 'a town while another is new: it may go by that name',
      site: twoYears([...TOWNS, '示例县南门镇人民政府'], [...TOWNS, '示例县南门街道办事处']),
      params: one,
      expect: { [of(2023)]: 'on-time', [GATHERED]: 'units-unfound' },
    },
  ],
  misplaced: {
    shows: 'the column keeps those of the years before, this one stands elsewhere',
    site: kept(EARLIER),
    params: one,
    expect: { [of(2023)]: 'on-time', '2023年年报 所在栏目': 'misplaced' },
  },
  'units-late': {
    shows: 'one bureau weeks behind the others; a town has until the end of March',
    site: units(
      ['县林业局', '2024-01-12'],
      ['县粮储局', '2024-01-30'],
      ['县残联', '2024-01-22'],
      ['县审计局', '2024-02-27'],
      ['东河镇人民政府', '2024-03-05'],
    ),
    params: one,
    expect: { [of(2023)]: 'on-time', [UNITS]: 'units-late' },
    facts: { [UNITS]: { checked: 5, count: 1 } },
  },
  'units-together': [
    {
      shows: 'most came late: they may have been gathered',
      site: units(
        ['县林业局', '2024-02-12'],
        ['县粮储局', '2024-02-14'],
        ['县审计局', '2024-01-27'],
      ),
      params: one,
      expect: { [of(2023)]: 'on-time', [UNITS]: 'units-together' },
    },
    {
      shows: 'three on one day',
      site: units(
        ...['林业局', '审计局', '粮储局'].map((unit) => [`县${unit}`, '2024-02-06'] as const),
        ...['残联', '司法局', '统计局', '商务局', '档案局', '信访局'].map(
          (unit, i) => [`县${unit}`, `2024-01-1${i}`] as const,
        ),
      ),
      params: one,
      expect: { [of(2023)]: 'on-time', [UNITS]: 'units-together' },
    },
  ],
  'on-time': [
    ...(
      [
        ['put up with another when the portal moved', '2022-03-10', '2022-03-20'],
        ['put up years later', '2023-06-10', '2021-01-20'],
        ['in time', '2022-01-20', '2021-01-20'],
      ] as const
    ).map(([shows, day, other]) => ({
      shows: `a report of years ago: ${shows}`,
      site: column()
        .report(2023, '2024-01-12')
        .report(2022, '2023-01-12')
        .report(2021, day)
        .report(2020, other),
      params: one,
      expect: { [of(2023)]: 'on-time' as const },
    })),
    {
      shows: 'one that has two of the year after: a title may tell the wrong year',
      site: threeYears(
        '示例县交通运输局',
        [2021, 2023],
        '示例县交通运输局2023年政府信息公开工作年度报告',
      ),
      params: three,
      expect: ALL_ON_TIME,
    },
    {
      shows: 'one that was founded last year',
      site: threeYears('示例县数据局', [2023]),
      params: three,
      expect: ALL_ON_TIME,
    },
    ...(
      [
        kept([['2023年政府信息公开工作年度报告', '/zfxxgk/nb/2023-2.html'], ...EARLIER]),
        kept([['2023年政府信息公开工作年度报告', '/nb/tiao.html'], ...EARLIER]),
        kept(EARLIER.slice(1)),
        kept(EARLIER, '只读了第一页'),
        // Its entry tells no year, and leads to another copy of it.
        kept([['示例市林业局政府信息公开工作年度报告', '/nb/tiao.html'], ...EARLIER]),
      ] as const
    ).map((site, index) => ({
      shows: `in its column, or nobody knows where that keeps them (${index})`,
      site,
      params: one,
      expect: { [of(2023)]: 'on-time' } as const,
    })),
    ...(
      [
        ['this year by its whole name', '示例县南门镇人民政府'],
        ['in a column of its own without a name', null],
      ] as const
    ).map(([shows, now]) => ({
      shows: `a town whose report is there, ${shows}`,
      site: twoYears(SHORT, now === null ? SHORT : [...SHORT, now])
        .report(2022, '2023-01-12', '南门镇2022年政府信息公开工作年度报告', {
          collected: true,
          url: 'http://lyj.example.gov.cn/nm/2022.html',
        })
        .column('工作动态', '/dt/', AT_WORK)
        .column('政府信息公开年报', '/nm/nb/', {
          items: [
            ['南门镇2022年政府信息公开工作年度报告', '2023-01-12', '/nm/2022.html'],
            ...(now === null
              ? [['2023年政府信息公开年报', '2024-01-12', '/nm/2023.html'] as const]
              : []),
          ],
        }),
      params: one,
      expect: { [of(2023)]: 'on-time' as const },
    })),
    {
      shows: 'most of last year’s units are not gathered yet: nothing is told of them',
      site: twoYears([...TOWNS, '县甲局', '县乙局', '县丙局', '县丁局'], TOWNS),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    {
      shows: 'years before the first report that stands here are no gap',
      site: column().report(2023, '2024-01-31').report(2022, '2023-01-12'),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    {
      shows: 'a report put up again, and two reports alone, tell nothing of the others',
      site: units(
        ['县林业局', '2024-01-12'],
        ['县粮储局', '2024-01-13'],
        ['县审计局（更正）', '2024-04-27'],
      ),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    ...[
      ['示例县人民政府网', '示例县2023年政府信息公开工作年度报告'],
      ['示例区政府', '示例区2023年政府信息公开工作年度报告'],
      ['示例建设兵团第一师示例市', '第一师示例市2023年政府信息公开工作年度报告'],
      ['示例县人民政府办公室', '示例县人民政府2023年政府信息公开工作年度报告'],
    ].map(([name = '', title = '']) => ({
      shows: `a government's report, of ${name}`,
      site: column()
        .with({ asOf: '2024-04-20', agency: { id: 'g', name, group: null, attributes: [] } })
        .report(2023, '2024-03-15', title),
      params: one,
      expect: { [of(2023)]: 'on-time' } as const,
    })),
    {
      shows: 'three due years, each on or before its last day',
      site: column()
        .report(2023, '2024-01-31')
        .report(2022, '2023-01-12')
        .report(2021, '2022-01-30'),
      expect: { [of(2023)]: 'on-time', [of(2022)]: 'on-time', [of(2021)]: 'on-time' },
    },
    {
      shows: 'a town has until the end of March, by whatever name it is registered',
      site: column()
        .with({
          asOf: '2024-06-01',
          agency: { id: 'a1', name: '示例县东镇', group: null, attributes: [] },
        })
        .report(2023, '2024-03-01', '2023年政府信息公开工作年度报告'),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    {
      shows: 'the report of 2018 had until the end of March',
      site: column().with({ asOf: '2019-06-01' }).report(2018, '2019-03-29'),
      params: one,
      expect: { [of(2018)]: 'on-time' },
    },
    {
      shows: 'before its deadline the last year is not owed yet',
      site: column().with({ asOf: '2024-01-31' }).report(2022, '2023-01-30'),
      params: one,
      expect: { [of(2022)]: 'on-time' },
    },
    {
      shows: 'a government has until the end of March',
      site: column()
        .with({
          asOf: '2024-04-20',
          agency: { id: 'g', name: '示例县人民政府', group: null, attributes: [] },
        })
        .report(2023, '2024-03-28', '示例县人民政府2023年政府信息公开工作年度报告'),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    {
      shows: 'the next year’s report that bears this year in its title stands for no late one',
      site: column()
        .report(2023, '2024-01-16', '2023年度政府信息公开工作报告')
        .report(2023, '2025-01-14', undefined, {
          page: { words: ['本报告的统计期限为2024年1月1日至2024年12月31日。'] },
        }),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
    {
      shows: 'a subordinate’s late report does not count against the agency',
      site: column()
        .report(2023, '2024-01-20')
        .report(2023, '2024-03-01', '示例林场2023年政府信息公开工作年度报告'),
      params: one,
      expect: { [of(2023)]: 'on-time' },
    },
  ],
  late: [
    {
      shows: 'a report of years ago that came in March, between two that came in time',
      site: column()
        .report(2023, '2024-01-12')
        .report(2022, '2023-01-12')
        .report(2021, '2022-03-10'),
      params: one,
      expect: { [of(2023)]: 'on-time', [of(2021)]: 'late' },
      facts: { [of(2021)]: { deadline: '2022-01-31' } },
    },
    {
      shows: 'the report of 2019 was the first that had only until the end of January',
      site: column().with({ asOf: '2020-06-01' }).report(2019, '2020-02-10'),
      params: one,
      expect: { [of(2019)]: 'late' },
    },
    {
      shows: 'two titles that name nobody, both late',
      site: column()
        .report(2023, '2024-02-03', '甲单位2023年年度报告')
        .report(2023, '2024-02-09', '2023年度政务公开年度报告'),
      params: one,
      expect: { [of(2023)]: 'late' },
    },
    {
      shows: 'three days after the last day',
      site: column().report(2023, '2024-02-03'),
      params: one,
      expect: { [of(2023)]: 'late' },
      facts: { [of(2023)]: { days: 3, deadline: '2024-01-31' } },
    },
    {
      shows: 'whose report it is, is not sure',
      site: column()
        .report(2023, '2024-02-03', '甲单位2023年年度报告')
        .report(2023, '2024-02-09', '乙单位2023年年度报告')
        .report(2023, '2024-02-19', '丙单位2023年年度报告'),
      params: one,
      expect: { [of(2023)]: 'late' },
      softened: true,
    },
  ],
  missing: [
    {
      shows: 'an entry of the year that leads to the report of the year before',
      site: column()
        .report(2022, '2023-01-12')
        .column('年报', '/nb2/', {
          topic: 'ogiAnnualReports',
          items: [[of(2023), '2024-01-12', '/nb2/1.html']],
        })
        .page('/nb2/1.html', { kind: 'article', title: of(2022), publishedOn: '2023-01-12' }),
      params: one,
      expect: { [of(2023)]: 'missing' },
    },
    {
      shows: 'a year left out between two older ones, beyond the years looked back',
      site: column()
        .report(2023, '2024-01-31')
        .report(2021, '2022-01-12')
        .report(2017, '2018-03-12'),
      params: one,
      expect: { [of(2023)]: 'on-time', [of(2022)]: 'missing' },
    },
    {
      shows: 'a body that was founded after the year',
      site: column()
        .report(2023, '2024-01-12')
        .column('机构职能', '/jg/', {
          topic: 'institution',
          words: ['示例市林业局于2023年2月组建。'],
        }),
      params: { years: 2 },
      expect: { [of(2023)]: 'on-time', [of(2022)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a gap between two reports: whoever reported before was there',
      site: column()
        .report(2023, '2024-01-12')
        .report(2021, '2022-01-19')
        .column('工作动态', '/dt/', {
          topic: 'news',
          items: Array.from(
            { length: 12 },
            (_, i) => [`造林动态${i}`, '2023-06-01', `/dt/${i}.html`] as const,
          ),
        }),
      params: { years: 2 },
      expect: { [of(2023)]: 'on-time', [of(2022)]: 'missing' },
    },
    {
      shows: 'all but two of a dozen entries are younger: the portal may be too',
      site: column()
        .report(2023, '2024-01-12')
        .column('工作动态', '/dt/', {
          topic: 'news',
          items: Array.from(
            { length: 12 },
            (_, i) =>
              [`造林动态${i}`, i < 2 ? '2019-05-20' : '2023-06-01', `/dt/${i}.html`] as const,
          ),
        }),
      params: { years: 2 },
      expect: { [of(2023)]: 'on-time', [of(2022)]: 'missing' },
      softened: true,
    },
    {
      shows: 'beside the reports of a county’s towns and offices its own is missing',
      site: gathered('梅岭乡', '县教体局', '县委宣传部'),
      params: one,
      expect: { [of(2023)]: 'missing' },
    },
    {
      shows: 'the county’s office may have reported for it',
      site: gathered('梅岭乡', '县政府办公室'),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'the column says that the reports are put up on the county’s portal',
      site: new SiteViewBuilder().column('政府信息公开年报', '/nb/', {
        topic: 'ogiAnnualReports',
        items: [['2023年起本局年报在县政府门户网站统一发布', '2024-01-05', '/nb/1.html']],
      }),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'the report of the year stands under a former name',
      site: column().report(
        2023,
        '2024-01-12',
        '示例市林业和园林局2023年政府信息公开工作年度报告',
        {
          collected: true,
        },
      ),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a report column read whole without that year',
      site: column().report(2022, '2023-01-12'),
      params: { years: 2 },
      expect: { [of(2023)]: 'missing', [of(2022)]: 'on-time' },
    },
    {
      shows: 'a disclosure column that could not be opened may hold it',
      site: column().bareEntry('政府信息公开', 'ogi'),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a report column whose page was not read may hold it',
      site: new SiteViewBuilder().column('政府信息公开年报', '/xxgk/town/nb/', {
        topic: 'ogiAnnualReports',
        unread: true,
      }),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'so may a platform whose page was not read',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/town/', {
        topic: 'ogi',
        unread: true,
      }),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a column that may be another one does not stand for the whole portal',
      site: new SiteViewBuilder()
        .column('年度报告', '/nb/', { topic: 'ogiAnnualReports', topicSureness: 0.6 })
        .with({ coverage: 'partial', coverageBecause: '达到页数上限' }),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'an entry that may be it',
      site: new SiteViewBuilder()
        .column('年报', '/nb/', {
          topic: 'ogiAnnualReports',
          items: [['市林业局2023年信息公开情况报告', '2024-01-20']],
        })
        .report(2022, '2023-01-12'),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a column of which we recognised nothing',
      site: new SiteViewBuilder().column('年报', '/nb/', {
        topic: 'ogiAnnualReports',
        items: [['二〇二三年度', '2024-01-20']],
      }),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
    {
      shows: 'a report column read in part',
      site: column(new SiteViewBuilder(), '第二页没有读'),
      params: one,
      expect: { [of(2023)]: 'missing' },
      softened: true,
    },
  ],
  'date-unknown': [
    {
      shows: 'two years’ reports bear one day: the site was moved',
      site: column().report(2023, '2024-03-01').report(2022, '2024-03-01'),
      params: { years: 2 },
      expect: { [of(2023)]: 'date-unknown', [of(2022)]: 'date-unknown' },
    },
    {
      shows: 'a corrected report was put up before',
      site: column().report(2023, '2024-02-25', `示例市林业局${of(2023)}（更正）`),
      params: one,
      expect: { [of(2023)]: 'date-unknown' },
    },
    {
      shows: 'the report put up when it was due bears the year it was put up in',
      site: column().report(2024, '2024-01-20'),
      params: one,
      expect: { [of(2023)]: 'date-unknown' },
    },
    {
      shows: 'a second report of 2022 put up when that of 2023 was due',
      site: column().report(2022, '2023-01-18').report(2022, '2024-01-20'),
      params: one,
      expect: { [of(2023)]: 'date-unknown' },
    },
    {
      shows: 'no day printed',
      site: column().report(2023, null),
      params: one,
      expect: { [of(2023)]: 'date-unknown' },
    },
    {
      shows: 'a day within the year reported cannot be the day of publication',
      site: column().report(2023, '2023-06-01'),
      params: one,
      expect: { [of(2023)]: 'date-unknown' },
    },
  ],
  elsewhere: {
    shows: 'the column leads to the city platform',
    site: new SiteViewBuilder().column('年报', 'https://www.example-city.gov.cn/nb/', {
      topic: 'ogiAnnualReports',
      kindOfColumn: 'external',
    }),
    params: one,
    expect: { [of(2023)]: 'elsewhere' },
  },
})
