/** Every outcome of `reports/ogi-annual-report-implausible` from a small site that gives it. */
import { ogiAnnualReportImplausible } from '#checks/reports/ogi-annual-report-implausible'
import type { ReportRow } from '#model/annual-report'
import { testCheck } from '../../support/check-kit.ts'
import { type Cell, cell, parts, reportContent } from '../../support/report-content.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const titled = (year: number) => `示例市林业局${year}年政府信息公开工作年度报告`
const [YEAR, CHANGE] = ['2023年年报 年份', '2023年年报 逐年变化']
const one = { years: 1 }

const rowOf = (key: string, label: string, cells: readonly Cell[]): ReportRow => ({
  key,
  label,
  cells: cells.map(cell),
  heads: [],
  place: { url: 'http://lyj.example.gov.cn/', at: null, quote: label },
})
const proactive = (documents: readonly Cell[], licensing: Cell = 15): ReportRow[] => [
  rowOf('normativeDocuments', '行政规范性文件', documents),
  rowOf('licensing', '行政许可', [licensing]),
]
const two = (now: readonly ReportRow[], before: readonly ReportRow[]): SiteViewBuilder =>
  new SiteViewBuilder({ words: ['行政规范性文件', '行政许可'] })
    .report(2022, '2023-01-20', titled(2022), { content: reportContent({ proactive: before }) })
    .report(2023, '2024-01-20', titled(2023), { content: reportContent({ proactive: now }) })
const said = (words: string, day: string, year = 2023): SiteViewBuilder =>
  new SiteViewBuilder().report(year, day, titled(year), {
    content: reportContent(),
    page: { words: [words] },
  })
const period = (year: number) => `本报告统计期限为${year}年1月1日至${year}年12月31日。`

const until = (end: string) => `本报告所列数据的统计期限自2023年1月1日起至2023年${end}止。`

testCheck(ogiAnnualReportImplausible, {
  'period-short': [until('11月30日'), '报告中所列数据截至2023年10月底。'].map((words) => ({
    shows: `figures counted up to a day before the end: ${words}`,
    site: said(words, '2024-01-20'),
    params: one,
    expect: { [YEAR]: 'period-short', [CHANGE]: 'not-comparable' } as const,
  })),
  'signed-wrong': (
    [
      ['2023年1月15日', '2023年度还没有结束'],
      ['2024年2月1日', '晚于发布日期2024-01-20'],
      ['2025 年 1 月 18 日', '晚于发布日期2024-01-20'],
    ] as const
  ).map(([day, why]) => ({
    shows: `signed on a day that cannot be: ${day}`,
    site: said(`其他需要报告的事项：无。\n示例市林业局\n${day}`, '2024-01-20'),
    params: one,
    expect: {
      [YEAR]: 'plausible',
      [CHANGE]: 'not-comparable',
      '2023年年报 落款日期': 'signed-wrong',
    } as const,
    facts: { '2023年年报 落款日期': { why } },
  })),
  plausible: [
    {
      shows: 'the heading of its own year, and the report of the year before below it',
      site: said(`${titled(2023)}\n${period(2023)}\n${titled(2022)}`, '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'not-comparable' },
    },
    ...['2024年1月20日', '2023年12月29日', '成文于2023年1月15日，现予公布。'].map((day) => ({
      shows: `signed as it should be: ${day}`,
      site: said(`其他需要报告的事项：无。\n${day}`, '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'not-comparable' } as const,
    })),
    ...[
      '2022年收到申请5件；2023年收到申请7件，比2022年收到申请5件多2件。',
      '2022年收到政府信息公开申请5件。今年共收到政府信息公开申请7件。',
      '较2022年收到申请5件有所增加。',
      '2023年共收到申请7件，2022年12月收到的1件也已办结。',
      until('12月31日'),
      `${until('6月30日')}本局于2023年7月撤销。`,
      '2023年1月1日至2023年9月30日，发布信息120条。',
      '据统计，2023年1月1日至10月31日，门户网站发布信息120条。',
      '经统计，自2023年1月1日至6月30日累计培训两次。',
      '报告中所列数据截至2023年12月底。',
      '自2022年1月1日起至2023年12月31日开展专项整治。',
    ].map((words) => ({
      shows: `counted as far as can be: ${words}`,
      site: said(words, '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'not-comparable' } as const,
    })),
    {
      shows: 'documents in force follow on, decisions rise within reason',
      site: two(proactive([2, 1, 10], 40), proactive([1, 0, 9])),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'plausible' },
      facts: { [CHANGE]: { words: '与2022年度比较了 3 项，没有相差悬殊的' } },
    },
    {
      shows: 'small figures jump, nothing becomes something',
      site: two(proactive([0, 0, 9], 18), proactive([0, 0, 9], 1)),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'plausible' },
    },
    {
      shows: 'figures that were left blank',
      site: two(proactive([0, 0, ''], '/'), proactive([0, 0, 9], '/')),
      params: { ...one, minFigure: 1000 },
      expect: { [YEAR]: 'plausible', [CHANGE]: 'plausible' },
      facts: { [CHANGE]: { words: '与2022年度比较了 1 项，没有相差悬殊的' } },
    },
    {
      shows: 'the text names the year of the title, and quotes another one beside it',
      site: said(`${period(2023)}上年的统计期限为2022年1月1日至12月31日。`, '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'plausible', [CHANGE]: 'not-comparable' },
    },
  ],
  'year-wrong': [
    {
      shows: 'a heading over the text that was left from the year before',
      site: new SiteViewBuilder().report(2023, '2024-01-20', titled(2023), {
        content: reportContent(),
        page: { title: '政府信息公开年报', words: [titled(2022), period(2023)] },
      }),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'a period of two years',
      site: said('所列数据的统计期限自2022年1月1日起至2023年12月31日止。', '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'a first part that opens with the year before, and never speaks of its own',
      site: new SiteViewBuilder().report(2023, '2024-01-20', titled(2023), {
        content: reportContent({ parts: parts({ 1: '2022年，我局主动公开信息120条。' }) }),
      }),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'a long first part of two years before, though the fifth speaks of its own',
      site: new SiteViewBuilder().report(2023, '2024-01-20', titled(2023), {
        content: reportContent({
          parts: parts({
            1: `2021年，我局认真落实条例。${'主动公开各类信息，按期答复申请，规范平台栏目。'.repeat(5)}`,
            5: '2023年以来公开不够及时，下一步将加强培训。',
          }),
        }),
      }),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'the text tells of 2022 and it was put up when that year was due',
      site: said(period(2022), '2023-01-20'),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'the text says that its figures are of last year, the day fits the title',
      site: said(period(2022), '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'the requests it tells of are those of the year before',
      site: said(`${period(2023)}2022年，共新收到政府信息公开申请7件，办结7件。`, '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'year-wrong', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'the same in the report of another unit that the portal gathers',
      site: said(period(2023), '2024-01-20')
        .report(2023, '2024-01-21', '示例市水务局2023年政府信息公开工作年度报告', {
          collected: true,
          content: reportContent(),
          page: { words: [period(2022)] },
        })
        .report(2023, '2024-01-21', '示例市园林局2023年政府信息公开工作年度报告', {
          collected: true,
          content: reportContent(),
          page: { words: [period(2023)] },
        }),
      params: one,
      expect: {
        [YEAR]: 'plausible',
        [CHANGE]: 'not-comparable',
        '2023年各单位年报 年份': 'year-wrong',
      },
    },
    {
      shows: 'in one of its own of years ago; older ones that are right or doubtful are not told',
      site: [2022, 2021, 2020].reduce(
        (made, year) =>
          made.report(year, `${year + 1}-01-21`, titled(year), {
            content: reportContent(),
            page: {
              words: [
                year === 2020
                  ? '2019年1月1日至2019年12月31日公开30条。'
                  : period(year === 2021 ? 2020 : year),
              ],
            },
          }),
        said(period(2023), '2024-01-20'),
      ),
      params: one,
      expect: {
        [YEAR]: 'plausible',
        [CHANGE]: 'plausible',
        '2021年年报 年份': 'year-wrong',
      },
    },
    {
      shows: 'and in one of years ago, beside newer ones that are right',
      site: [2023, 2022, 2021].reduce(
        (made, year) =>
          made.report(year, `${year + 1}-01-21`, `示例市水务局${year}年政府信息公开工作年度报告`, {
            collected: true,
            content: reportContent(),
            page: { words: [`统计期限：${period(year === 2021 ? 2020 : year)}`] },
          }),
        said(period(2023), '2024-01-20'),
      ),
      params: one,
      expect: {
        [YEAR]: 'plausible',
        [CHANGE]: 'not-comparable',
        '2021年各单位年报 年份': 'year-wrong',
      },
    },
  ],
  'year-doubtful': [
    {
      shows: 'the text speaks of last year, not of its figures; the day fits the title',
      site: said('2022年1月1日至2022年12月31日共公开信息30条。', '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'year-doubtful', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'no period, and every sentence tells of the year before',
      site: said('2022年，本局认真落实条例，2022年共公开信息300条。', '2024-01-20'),
      params: one,
      expect: { [YEAR]: 'year-doubtful', [CHANGE]: 'not-comparable' },
    },
    {
      shows: 'put up before the year was over',
      site: said('情况如下。', '2023-01-20'),
      params: one,
      expect: { [YEAR]: 'year-doubtful', [CHANGE]: 'not-comparable' },
    },
  ],
  jumped: {
    shows: 'documents in force out of nothing, permits eight times as many',
    site: two(proactive([2, 1, 30], 120), proactive([1, 0, 9])),
    params: one,
    expect: { [YEAR]: 'plausible', '历年年报 逐年变化': 'jumped' },
    facts: {
      '历年年报 逐年变化': {
        count: 2,
        jumps:
          '2023年行政规范性文件上年现行有效 9，本年制发 2、废止 1，应为 10，写的是 30、2023年行政许可上年 15，本年 120',
      },
    },
  },
  'not-comparable': [
    {
      shows: 'no report',
      site: new SiteViewBuilder(),
      expect: { 政府信息公开年报: 'not-comparable' },
    },
  ],
})
