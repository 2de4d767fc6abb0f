/** Every outcome of `freshness/series-broken` from a small site that gives it; judged on 2024-03-20. */
import { seriesBroken } from '#checks/freshness/series-broken'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

type Row = readonly [string, string]
const SUBJECT = '逐期公布的内容'
const site = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('示例栏目', '/gk/', { items })
const reports = (...years: readonly number[]): readonly Row[] =>
  years.map((year) => [`${year}年示例市政府工作报告`, `${year}-01-12`])
const water = (...months: readonly number[]): readonly Row[] =>
  months.map((month) => [
    `2023年${month}月示例市地表水质量月报`,
    `2023-${String(month + 1).padStart(2, '0')}-10`,
  ])
const TRAFFIC: readonly Row[] = [
  ['2022年第四季度农机安全形势通报', '2023-01-12'],
  ['2023年第一季度农机安全形势通报', '2023-04-12'],
  ['2023年第二季度农机安全形势通报', '2023-07-12'],
]
const RHYTHM = '按月、按季公布的内容'
const ASKED = '按季公布的内容'
/** In a column of the topic, judged on 2024-03-20. */
const figures = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('统计信息', '/tjxx/', { items, topic: 'statistics' })
const aid = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('社会救助', '/shjz/', { items, topic: 'socialAssistance' })
const GDP: readonly Row[] = [
  ['2022年三季度主要经济指标', '2022-10-28'],
  ['2022年四季度主要经济指标', '2023-01-28'],
  ['2023年一季度主要经济指标', '2023-04-28'],
]
const DOLE: readonly Row[] = [
  ['2023年一季度低保资金发放情况', '2023-04-10'],
  ['2023年第二季度低保资金发放情况', '2023-07-10'],
]
const BULLETIN: Row = ['示例市2022年国民经济和社会发展统计公报', '2023-06-30']
const kept = { [SUBJECT]: 'kept' } as const

/** Plans of inspections and what else stands beside them, in their column. */
const inspected = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('双随机一公开', '/ssj/', { items, topic: 'randomInspection' })
const PLAN: Row = ['2022年度“双随机、一公开”抽查工作计划', '2022-03-10']
const RESULT: Row = ['2023年第四季度双随机抽查结果公示', '2024-01-08']

testCheck(seriesBroken, {
  broken: [
    {
      shows: 'last year’s plan of inspections, and results of this one',
      site: inspected(RESULT, PLAN),
      expect: { [SUBJECT]: 'broken' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: 'reports of two years running, and none of this one long after its day',
      site: site(...reports(2021, 2022)),
      expect: { [SUBJECT]: 'broken' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: 'one report that calls itself monthly, more than a year old',
      site: site(['2022年12月空气质量月报', '2023-01-10']),
      expect: { [SUBJECT]: 'broken' },
    },
    {
      shows: 'figures of enforcement come no more; the year before the day counts',
      site: site(
        ['示例市林业局2020年度行政执法统计年报', '2021-01-20'],
        ['示例市林业局2021年度行政执法统计年报', '2022-01-24'],
      ),
      expect: { [SUBJECT]: 'broken' },
    },
    {
      shows: 'one edition of what is owed every year, long past, in a column that is kept up',
      site: site(
        ['示例市林业局2019年行政执法统计年度报告', '2020-01-24'],
        ['林业行政处罚决定公示（2024年第2号）', '2024-02-13'],
      ),
      expect: { [SUBJECT]: 'broken' },
    },
    {
      shows: 'five months, and then nothing for half a year',
      site: site(...water(4, 5, 6, 7, 8)),
      expect: { [SUBJECT]: 'broken' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: 'the state of safety, month after month, and then no more',
      site: site(
        ...[4, 5, 6, 7, 8].map(
          (month): Row => [`示例市2023年${month}月安全生产形势分析`, `2023-0${month + 1}-10`],
        ),
      ),
      expect: { [SUBJECT]: 'broken' },
    },
    {
      shows: 'three quarters of figures, and then only the yearly bulletin',
      site: figures(...GDP, BULLETIN),
      expect: { [SUBJECT]: 'broken' },
      facts: {
        [SUBJECT]: {
          names: '2023年第二季度的没有，上一期是“2023年一季度主要经济指标”（2023-04-28）',
        },
      },
    },
    {
      shows: 'quarters by their months, half-years among them',
      site: figures(
        ['2022年1—6月主要经济指标', '2022-07-28'],
        ['2022年前三季度主要经济指标', '2022-10-28'],
        ['2022年全年主要经济指标', '2023-01-28'],
        ['2023年1至3月主要经济指标', '2023-04-28'],
        BULLETIN,
      ),
      expect: { [SUBJECT]: 'broken' },
    },
    {
      shows: 'two quarters of aid, and the whole column silent since',
      site: aid(...DOLE, ['特困人员供养名单（2023年二季度）', '2023-07-14']),
      expect: { [SUBJECT]: 'broken' },
    },
  ],
  'rhythm-unclear': [
    {
      shows: 'reports of a kind that no source names, quarter after quarter, beside other news',
      site: site(...TRAFFIC, ['一则新的通报', '2024-03-01']),
      expect: { [RHYTHM]: 'rhythm-unclear' },
      facts: {
        [RHYTHM]: {
          names: '2023年第三季度的没有，上一期是“2023年第二季度农机安全形势通报”（2023-07-12）',
        },
      },
    },
    {
      shows: 'a kind that is looked for by months, by quarters',
      site: site(
        ['2023年第二季度安全生产形势通报', '2023-07-12'],
        ['2023年第一季度安全生产形势通报', '2023-04-12'],
        ['2022年第四季度安全生产形势通报', '2023-01-12'],
        ['一则新的通报', '2024-03-01'],
      ),
      expect: { [RHYTHM]: 'rhythm-unclear' },
    },
    {
      shows: 'the same month after month',
      site: site(
        ...[2, 3, 4, 5, 6, 7].map(
          (month): Row => [`2023年${month}月信访办理情况通报`, `2023-0${month + 1}-08`],
        ),
        ['一则新的通报', '2024-03-01'],
      ),
      expect: { [RHYTHM]: 'rhythm-unclear' },
    },
  ],
  'quarter-unclear': [
    {
      shows: 'one quarter alone, in a column where the sources want every one',
      site: aid(
        ['2023年第一季度社会救助人次、资金支出和人均水平公告', '2023-04-14'],
        ['2023年三季度城乡低保对象名单公示', '2023-10-28'],
        ['社会救助通讯地址和投诉举报电话', '2024-02-25'],
        ['养老服务扶持补贴和老年人补贴发放公告', '2024-02-26'],
      ),
      expect: { [ASKED]: 'quarter-unclear' },
    },
    {
      shows: 'three quarters, beside a column that leads elsewhere',
      site: figures(...GDP, BULLETIN).column('数据发布', 'http://tj.example.cn/', {
        topic: 'statistics',
        kindOfColumn: 'external',
      }),
      expect: { [ASKED]: 'quarter-unclear' },
    },
  ],
  kept: [
    ...(
      [
        ['goes on under another name', '2023年前三季度农机安全分析', '2023-10-20'],
        ['handed over', '农机安全形势通报改由省厅统一发布', '2023-10-20'],
      ] as const
    ).map(([shows, title, day]) => ({
      shows: `reports of no named kind: ${shows}`,
      site: site(...TRAFFIC, [title, day], ['一则新的通报', '2024-03-01']),
      expect: kept,
    })),
    {
      shows: 'two of them are no habit, and what is late by a month is not yet missing',
      site: site(...TRAFFIC.slice(1), ['2023年第四季度矿山检查情况', '2024-01-10']).column(
        '矿山',
        '/ks/',
        {
          items: [
            ['2023年第四季度矿山检查通报', '2024-01-10'],
            ['2023年第三季度矿山检查通报', '2023-10-10'],
            ['2023年第二季度矿山检查通报', '2023-07-10'],
          ],
        },
      ),
      expect: kept,
    },
    ...[
      inspected(RESULT, ['2023年度双随机抽查任务安排', '2023-04-01'], PLAN),
      inspected(RESULT, ['2023年度“双随机、一公开”抽查事项清单', '2023-04-01'], PLAN),
      inspected(RESULT, ['关于开展2023年“双随机、一公开”监管工作的通知', '2023-04-01'], PLAN),
      inspected(PLAN),
      inspected(['抽查结果公示', '2024-01-08'], PLAN),
      site(RESULT, PLAN),
    ].map((built, index) => ({
      shows: `a plan in other words, no results without one, or no column of inspections (${index})`,
      site: built,
      expect: kept,
    })),
    ...(
      [
        ['the half-year stands for its second quarter', '2023年上半年主要经济指标', '2023-12-28'],
        ['figures of the half-year by its months', '2023年1—6月全市经济运行情况', '2023-12-28'],
        ['three quarters in one', '2023年前三季度全市居民收入', '2023-12-28'],
        ['monthly from now on', '2023年5月全市物价', '2023-12-28'],
        ['renamed, without its quarter', '全市经济运行简况：主要指标', '2023-12-28'],
        ['handed over', '关于主要经济指标改由市统计局统一发布的公告', '2023-06-20'],
      ] as const
    ).map(([shows, title, day]) => ({
      shows: `quarters: ${shows}`,
      site: figures(...GDP, [title, day]),
      expect: kept,
    })),
    {
      shows: 'the later quarter stands in another column',
      site: figures(...GDP, BULLETIN).column('数据解读', '/sjjd/', {
        items: [['2023年四季度主要经济指标', '2024-01-28']],
      }),
      expect: kept,
    },
    {
      shows: 'the next quarter is not long overdue',
      site: figures(
        ['2023年一季度主要经济指标', '2023-04-28'],
        ['2023年二季度主要经济指标', '2023-07-28'],
        ['2023年三季度主要经济指标', '2023-10-28'],
      ),
      expect: kept,
    },
    {
      shows: 'the second and the third of each year only, the year before too',
      site: figures(
        ['2022年二季度主要经济指标', '2022-07-28'],
        ['2022年三季度主要经济指标', '2022-08-28'],
        ['2023年二季度主要经济指标', '2023-05-28'],
        ['2023年三季度主要经济指标', '2023-06-28'],
      ),
      expect: kept,
    },
    {
      shows: 'quarters of another place that were passed on',
      site: figures(...GDP.map(([title, day]): Row => [`示范省${title}`, day]), BULLETIN),
      expect: kept,
    },
    {
      shows: 'aid of a later month under other words',
      site: aid(...DOLE, ['2023年11月城乡低保金发放公示', '2023-12-10']),
      expect: kept,
    },
    {
      shows: 'aid under the words of those in need',
      site: aid(...DOLE, ['困难群众补助资金三季度发放明细表', '2023-10-12']),
      expect: kept,
    },
    {
      shows: 'figures that go on month after month in another column',
      site: figures(...GDP, BULLETIN).column('统计数据', '/tjsj/', {
        topic: 'statistics',
        items: [['2023年10月主要经济指标数据', '2023-11-20']],
      }),
      expect: kept,
    },
    {
      shows: 'given up long ago, quarter by quarter',
      site: figures(...GDP.map(([title, day]): Row => [title, day.replace(/^202/, '201')])),
      expect: kept,
    },
    {
      shows: 'quarters in a column of no such topic',
      site: site(...GDP),
      expect: kept,
    },
    {
      shows: 'meetings about safety come when they are called',
      site: site(
        ...[4, 5, 6, 7, 8].map(
          (month): Row => [`示例市召开2023年${month}月安全生产例会`, `2023-0${month + 1}-10`],
        ),
      ),
      expect: kept,
    },
    {
      shows: 'the next one is not due yet',
      site: site(
        ['2022年示例市政府工作报告', '2022-01-12'],
        ['2023年示例市政府工作报告', '2023-02-12'],
      ),
      expect: kept,
    },
    { shows: 'one year alone is no habit', site: site(...reports(2022)), expect: kept },
    {
      shows: 'a year is missing between them: no habit either',
      site: site(...reports(2020, 2022)),
      expect: kept,
    },
    {
      shows: 'this year’s under another title',
      site: site(...reports(2021, 2022), ['政府工作报告（2023年1月）', '2023-01-15']),
      expect: kept,
    },
    {
      shows: 'given up long ago',
      site: site(...reports(2018, 2019)),
      expect: kept,
    },
    ...(
      [
        ['its year in Chinese numerals', '示例市政府工作报告（二〇二三年一月）'],
        [
          'titled by the session, without a year',
          '在示例市第五届人民代表大会第三次会议上的政府工作报告',
        ],
        ['cut by the list', '2023年示例市政府工…'],
      ] as const
    ).map(([shows, title]) => ({
      shows: `this year’s, ${shows}`,
      site: site(...reports(2021, 2022), [title, '2023-01-15']),
      expect: kept,
    })),
    {
      shows: 'the same report under the words of another year’s form',
      site: site(
        ['示例市林业局2020年法治政府建设年度报告', '2021-01-20'],
        ['示例市林业局2021年法治政府建设年度报告', '2022-01-20'],
        ['示例市林业局关于2022年度推进依法行政工作情况的报告', '2023-01-16'],
      ),
      expect: kept,
    },
    {
      shows: 'reports of a bureau that was dissolved since, gathered here',
      site: site(
        ['示例县乡村振兴局2020年法治政府建设情况报告', '2021-01-20'],
        ['示例县乡村振兴局2021年法治政府建设情况报告', '2022-01-20'],
      ),
      expect: kept,
    },
    {
      shows: 'bulletins of the province above, which were only passed on',
      site: site(
        ['2020年示范省生态环境状况公报', '2021-06-05'],
        ['2021年示范省生态环境状况公报', '2022-06-05'],
      ),
      expect: kept,
    },
    {
      shows: 'months that became quarters',
      site: site(...water(4, 5, 6, 7, 8), ['2023年第四季度示例市地表水质量公报', '2024-01-12']),
      expect: kept,
    },
    {
      shows: 'it says that another office publishes them from now on',
      site: site(...water(4, 5, 6, 7, 8), [
        '关于地表水质量信息改由生态环境厅统一发布的公告',
        '2023-10-08',
      ]),
      expect: kept,
    },
    {
      shows: 'water of bathing beaches is tested in summer',
      site: site(
        ...[6, 7, 8, 9].map(
          (month): Row => [
            `2023年${month}月示例市海水浴场水质监测周报汇总`,
            `2023-${String(month + 1).padStart(2, '0')}-05`,
          ],
        ),
      ),
      expect: kept,
    },
    {
      shows: 'a season whose months were left out the year before too',
      site: site(
        ...[2022, 2023].flatMap((year) =>
          [4, 5, 6, 7, 8].map(
            (month): Row => [
              `${year}年${month}月示例市地表水质量月报`,
              `${year}-${String(month + 1).padStart(2, '0')}-10`,
            ],
          ),
        ),
      ),
      expect: kept,
    },
    {
      shows: 'notices that come back every year are owed by nobody',
      site: site(['2021年春节放假通知', '2021-01-20'], ['2022年春节放假通知', '2022-01-20']),
      expect: kept,
    },
    {
      shows: 'what explains the reports is none',
      site: site(
        ['图解2021年示例市政府工作报告', '2021-01-20'],
        ['图解2022年示例市政府工作报告', '2022-01-20'],
      ),
      expect: kept,
    },
    ...(
      [
        ['figures of enforcement in a column that stands still as a whole', []],
        [
          'later figures by another name',
          [
            ['2022年度执法数据公示', '2023-01-20'],
            ['林业行政处罚决定公示（2024年第2号）', '2024-02-13'],
          ],
        ],
      ] as const
    ).map(([shows, rows]) => ({
      shows,
      site: site(['示例市林业局2019年行政执法统计年度报告', '2020-01-24'], ...rows),
      expect: kept,
    })),
    {
      shows: 'one report of a government’s work is no habit',
      site: site(
        ['2019年示例市政府工作报告', '2019-01-12'],
        ['林业行政处罚决定公示（2024年第2号）', '2024-02-13'],
      ),
      expect: kept,
    },
    {
      shows: 'one report of a month that is not said to be monthly',
      site: site(['2022年12月空气质量状况', '2023-01-10']),
      expect: kept,
    },
    {
      shows: 'monthly reports that go on by another name',
      site: site(['2022年12月空气质量月报', '2023-01-10'], ['城区空气监测数据', '2024-02-10']),
      expect: kept,
    },
    { shows: 'three months are no habit', site: site(...water(4, 5, 6)), expect: kept },
    {
      shows: 'the last month came lately',
      site: site(...water(7, 8, 9, 10), ['2023年12月示例市地表水质量月报', '2024-01-12']),
      expect: kept,
    },
  ],
})
