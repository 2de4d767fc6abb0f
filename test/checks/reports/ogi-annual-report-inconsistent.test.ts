/** Every outcome of `reports/ogi-annual-report-inconsistent` from a small site that gives it. */
import { ogiAnnualReportInconsistent } from '#checks/reports/ogi-annual-report-inconsistent'
import type { AnnualReportContent } from '#model/annual-report'
import { testCheck } from '../../support/check-kit.ts'
import {
  type Cell,
  cell,
  counted,
  LABELS,
  parts,
  reportContent,
  requestRows,
} from '../../support/report-content.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

/** A government's report: its table counts what all of its offices made. */
const ofPlace = (told: number, all: number) =>
  new SiteViewBuilder().report(2023, '2024-01-20', '示例县人民政府2023年政府信息公开工作年度报告', {
    content: reportContent({ counts: [counted('made', told)], proactive: made(all) }),
  })

const titled = (year: number) => `示例市林业局${year}年政府信息公开工作年度报告`
const with2023 = (
  change: Partial<AnnualReportContent> = {},
  site: SiteViewBuilder = new SiteViewBuilder(),
) => site.report(2023, '2024-01-20', titled(2023), { content: reportContent(change) })
/** A report whose text tells of the whole county (or of what else is named). */
const ofCounty = (name: string, text: string, whole = '全县') =>
  new SiteViewBuilder().report(2023, '2024-01-20', `${name}2023年政府信息公开工作年度报告`, {
    content: reportContent({
      counts: [counted('new', 15, `${whole}新收到政府信息公开申请15件`)],
      parts: parts({ 1: text }),
    }),
  })
const and2022 = (change: Partial<AnnualReportContent> = {}) =>
  new SiteViewBuilder().report(2022, '2023-01-20', titled(2022), {
    content: reportContent(change),
  })

const [TABLES, OVER, TEXT] = ['2023年年报 表内勾稽', '2023年年报 结转', '2023年年报 文表一致']
const OTHERS = '2023年各单位年报 数据'
const one = { years: 1 }
const forward1 = requestRows({
  new: [9, 2, 0, 0, 0, 0, 11],
  carriedForward: [1, 0, 0, 0, 0, 0, 1],
})
/** The form of 2019: (六)其他处理 is one row. */
const { notCorrected: _1, feesNotPaid: _2, ...FORMER } = LABELS
const former = { ...FORMER, otherHandled: '（六）其他处理' }
const zeros: readonly Cell[] = [0, 0, 0, 0, 0, 0, 0]
const blanks: readonly Cell[] = ['', '-', '/', '—', '无', '', '']

/** 表二 with so many documents made in the year. */
const made = (count: number) => {
  const label = '行政规范性文件'
  const [cells, heads] = [
    [count, 0, 20].map(cell),
    ['本年制发件数', '本年废止件数', '现行有效件数'],
  ]
  const place = { url: 'http://www.example.gov.cn/nb/2023-0.html', at: null, quote: label }
  return [{ key: 'normativeDocuments', label, cells, heads, place }]
}

const decided = made(2).map((row) => ({
  ...row,
  key: 'licensing',
  cells: [cell(15)],
  heads: ['本年处理决定数量'],
}))

const OWN = {
  [TABLES]: 'consistent',
  [OVER]: 'not-comparable',
  [TEXT]: 'not-comparable',
} as const
const of = (unit: string, year: number, change: Partial<AnnualReportContent> = {}) =>
  [
    year,
    `${year + 1}-01-20`,
    `示例市${unit}${year}年政府信息公开工作年度报告`,
    { content: reportContent(change), collected: true },
  ] as const

/** Two years that agree, before those an older one that does not. */
const older = (form: AnnualReportContent['form']) =>
  with2023(
    {},
    new SiteViewBuilder().report(
      form === '2019' ? 2020 : 2021,
      '2022-01-20',
      titled(form === '2019' ? 2020 : 2021),
      {
        content: reportContent({
          form,
          requests: requestRows({ new: [9, 2, 0, 0, 0, 0, 12] }),
        }),
      },
    ),
  )

testCheck(ogiAnnualReportInconsistent, {
  consistent: [
    {
      shows: 'an older one in the form before that agrees is not spoken of',
      site: with2023(
        {},
        new SiteViewBuilder().report(2020, '2021-01-20', titled(2020), {
          content: reportContent({ form: '2019' }),
        }),
      ),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'reports of other units; those of earlier years that agree are not spoken of',
      site: with2023()
        .report(...of('水务局', 2023, { counts: [counted('new', 12)] }))
        .report(...of('水务局', 2022, { requests: forward1 })),
      params: one,
      expect: { ...OWN, [OTHERS]: 'consistent' },
    },
    {
      shows: 'what a unit carried over is not compared: merged, two of one name, another unit',
      site: with2023()
        .report(
          ...of('水务局', 2023, { parts: parts({ 1: '机构改革后，我局接收了移民局的申请。' }) }),
        )
        .report(...of('水务局', 2022))
        .report(...of('园林局', 2023))
        .report(...of('园林局', 2022))
        .report(...of('园林局', 2022))
        .report(...of('教育局', 2023))
        .report(...of('体育局', 2022)),
      params: one,
      expect: { ...OWN, [OTHERS]: 'consistent' },
    },
    ...(
      [
        [counted('new', 12), counted('granted', 10), counted('carriedForward', 2)],
        [counted('new', 12), counted('people', 10), counted('bodies', 2)],
        // Of all that was handled, with what came over from the year before.
        [counted('new', 12), counted('people', 11)],
        // Of the year's own alone: the table has one more that came over.
        [counted('new', 12), counted('granted', 9)],
        [counted('new', 12), counted('handled', 11)],
        [counted('new', 12), counted('handled', 10)],
      ] as const
    ).map((counts) => ({
      shows: 'what the text tells of the requests is what the table has',
      site: with2023({ counts: [...counts] }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' } as const,
    })),
    {
      shows: 'sums, carry-over and text agree',
      site: with2023(
        { counts: [counted('new', 12), counted('reviews', 1), counted('lawsuits', 2)] },
        and2022({ requests: forward1 }),
      ),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'consistent', [TEXT]: 'consistent' },
      facts: { [TABLES]: { checked: 42 }, [TEXT]: { checked: 3 } },
    },
    {
      shows: 'blanks, dashes and strokes count as 0',
      site: with2023({
        requests: requestRows({ stateSecret: blanks, excessive: blanks }),
        disputes: ['/', '', '-', '0', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].map(cell),
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'the form of 2019 has one row for other handling',
      site: new SiteViewBuilder().report(2020, '2021-01-20', titled(2020), {
        content: reportContent({
          form: '2019',
          requests: requestRows({ repeated: zeros, otherHandled: [1, 0, 0, 0, 0, 0, 1] }, former),
        }),
      }),
      params: one,
      expect: {
        '2020年年报 表内勾稽': 'consistent',
        '2020年年报 结转': 'not-comparable',
        '2020年年报 文表一致': 'not-comparable',
      },
    },
    {
      shows: 'a figure in the text that counts those carried over too is no fault',
      site: with2023({ counts: [counted('new', 13)] }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' },
    },
    {
      shows: 'what a government made by itself, beside all that its offices made',
      site: ofPlace(3, 12),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' },
    },
    {
      shows: 'as many documents made in the text as in the table',
      site: with2023({ counts: [counted('made', 2)], proactive: made(2) }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' },
    },
    {
      shows: 'totals of rows and results left blank are blanks, not wrong sums',
      site: with2023({
        requests: requestRows({
          new: [10, 2, 0, 0, 0, 0, ''],
          granted: [8, 2, 0, 0, 0, 0, ''],
          repeated: [1, 0, 0, 0, 0, 0, '/'],
          total: [9, 2, 0, 0, 0, 0, ''],
        }),
        disputes: [1, 0, 0, 0, '', 0, 0, 0, 0, 0, 0, 1, 0, 1, 2].map(cell),
        counts: [counted('new', 12)],
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'of several figures in the text one is the table’s',
      site: with2023({ counts: [counted('new', 5), counted('new', 12)] }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' },
    },
    {
      shows: 'a processing fee that is told twice, and decisions as the table has them',
      site: with2023({
        counts: [counted('licensing', 15)],
        proactive: decided,
        parts: parts({ 1: '收取信息处理费400元。', 6: '收取信息处理费400元，未收取其他费用。' }),
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'consistent' },
    },
  ],
  inconsistent: [
    ...(
      [
        [counted('new', 12), counted('granted', 11)],
        [counted('new', 12), counted('partlyGranted', 1)],
        [counted('new', 12), counted('carriedForward', 5)],
        [counted('new', 12), counted('people', 12)],
        [counted('new', 12), counted('bodies', 3)],
        [counted('new', 12), counted('handled', 12)],
        [counted('new', 12), counted('refused', 2)],
        [counted('new', 12), counted('unprocessed', 3)],
        [counted('new', 12), { ...counted('new', 20), part: 6 }],
      ] as const
    ).map((counts) => ({
      shows: `the text tells of the requests what the table does not: ${counts[1].key}`,
      site: with2023({ counts: [...counts] }),
      params: one,
      expect: {
        [TABLES]: 'consistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'inconsistent',
      } as const,
    })),
    {
      shows: 'more documents made in the text than in the table',
      site: with2023({ counts: [counted('made', 3)], proactive: made(2) }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'more in a government’s text than all of its offices made',
      site: ofPlace(13, 12),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'a decision more in the text than in the table',
      site: with2023({ counts: [counted('licensing', 16)], proactive: decided }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'a fee charged in one place, and none in another',
      site: with2023({
        parts: parts({ 1: '收取信息处理费400元。', 6: '本年度未收取信息处理费。' }),
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'more made than repealed and in force together',
      site: with2023({ proactive: made(25) }),
      params: one,
      expect: { [TABLES]: 'inconsistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    ...(['-2', '3.5', 'XX'] as const).map((printed) => ({
      shows: `no number of cases: ${printed}`,
      site: with2023({ requests: requestRows({ notHeld: [printed, 0, 0, 0, 0, 0, printed] }) }),
      params: one,
      expect: {
        [TABLES]: 'inconsistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'not-comparable',
      } as const,
    })),
    {
      shows:
        'a report older than those looked at, in the form of today: only what is wrong is told',
      site: older('2021'),
      params: one,
      expect: {
        [TABLES]: 'consistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'not-comparable',
        '2021年年报 表内勾稽': 'inconsistent',
      },
    },
    {
      shows: 'one in the form before, whose sums are the same',
      site: older('2019'),
      params: one,
      expect: {
        [TABLES]: 'consistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'not-comparable',
        '2020年年报 表内勾稽': 'inconsistent',
      },
    },
    {
      shows: 'an older report of another unit, and what one carried over from the year before',
      site: with2023()
        .report(...of('水务局', 2023))
        .report(...of('水务局', 2022, { counts: [counted('new', 19)] })),
      params: one,
      expect: {
        ...{ ...OWN, [OTHERS]: 'inconsistent' },
        '2022年各单位年报 数据': 'inconsistent',
      },
      facts: {
        [OTHERS]: {
          count: 2,
          faults:
            '“示例市水务局2023年政府信息公开工作年度报告”“自然人”2022年报告结转下年度 2，2023年报告上年结转 1；“总计”2022年报告结转下年度 2，2023年报告上年结转 1',
        },
        '2022年各单位年报 数据': { count: 1 },
      },
    },
    {
      shows: 'as a question where most of many units’ reports do not agree',
      site: ['水务局', '民政局', '教育局', '财政局', '司法局', '统计局'].reduce(
        (site, unit) => site.report(...of(unit, 2023, { counts: [counted('new', 19)] })),
        with2023(),
      ),
      params: one,
      expect: { ...OWN, [OTHERS]: 'inconsistent' },
      softened: true,
    },
    {
      shows: 'a report of another unit in the older form',
      site: with2023()
        .report(...of('水务局', 2023))
        .report(...of('水务局', 2020, { form: '2019', counts: [counted('new', 19)] })),
      params: one,
      expect: {
        ...{ ...OWN, [OTHERS]: 'consistent' },
        '2020年各单位年报 数据': 'inconsistent',
      },
    },
    {
      shows: 'the text of another unit’s report says more requests than its table',
      site: with2023()
        .report(2023, '2024-01-20', '示例市水务局2023年政府信息公开工作年度报告', {
          content: reportContent({ counts: [counted('new', 19)] }),
          collected: true,
        })
        .report(2023, '2024-01-20', '示例市园林局2023年政府信息公开工作年度报告', {
          content: reportContent(),
          collected: true,
        }),
      params: one,
      expect: {
        [TABLES]: 'consistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'not-comparable',
        [OTHERS]: 'inconsistent',
      },
      facts: {
        [OTHERS]: {
          count: 1,
          faults:
            '“示例市水务局2023年政府信息公开工作年度报告”正文写新收申请 19，表三本年新收总计为 12',
        },
      },
    },
    {
      shows: 'one plus two is not three plus four, for one applicant and in total',
      site: with2023({ requests: requestRows({ carriedForward: [1, 0, 0, 0, 0, 0, 1] }) }),
      params: one,
      expect: { [TABLES]: 'inconsistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: {
        [TABLES]: {
          count: 2,
          faults:
            '表三“自然人”一列：本年新收 10 加上年结转 1 得 11，办理结果总计 9 加结转下年度 1 得 10；表三“总计”一列：本年新收 12 加上年结转 1 得 13，办理结果总计 11 加结转下年度 1 得 12',
        },
      },
    },
    {
      shows: 'the column of totals, where those of single rows are left blank',
      site: with2023({
        requests: requestRows({
          granted: [8, 2, 0, 0, 0, 0, ''],
          repeated: [1, 0, 0, 0, 0, 0, ''],
          total: [9, 2, 0, 0, 0, 0, 14],
        }),
      }),
      params: one,
      expect: { [TABLES]: 'inconsistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: { [TABLES]: { count: 3 } },
    },
    {
      shows: 'a row whose applicants do not add up',
      site: with2023({ requests: requestRows({ granted: [8, 1, 1, 0, 0, 1, 10] }) }),
      params: one,
      expect: { [TABLES]: 'inconsistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'the results of the lawsuits do not add up',
      site: with2023({
        disputes: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 3].map(cell),
      }),
      params: one,
      expect: { [TABLES]: 'inconsistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: { [TABLES]: { count: 1, faults: '表四“复议后起诉”：四种结果合计 2，总计 3' } },
    },
    {
      shows:
        'the same, though a sentence was left from the year before: the day bears out the title',
      site: and2022().report(2023, '2024-01-20', titled(2023), {
        content: reportContent(),
        page: { words: ['2022年共收到政府信息公开申请7件，全部办结。'] },
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'inconsistent', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'last year carried 2 forward, this year carried 1 over',
      site: with2023({}, and2022()),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'inconsistent', [TEXT]: 'not-comparable' },
      facts: {
        [OVER]: {
          count: 2,
          faults:
            '“自然人”2022年报告结转下年度 2，2023年报告上年结转 1；“总计”2022年报告结转下年度 2，2023年报告上年结转 1',
        },
      },
    },
    {
      shows: 'carried over by another kind of applicant than it was carried forward',
      site: with2023(
        {},
        and2022({
          requests: requestRows({
            new: [10, 1, 0, 0, 0, 0, 11],
            total: [9, 2, 0, 0, 0, 0, 11],
            carriedForward: [0, 1, 0, 0, 0, 0, 1],
            granted: [8, 2, 0, 0, 0, 0, 10],
            carriedOver: [-0, 2, 0, 0, 0, 0, 2],
          }),
        }),
      ),
      params: one,
      expect: {
        '2022年年报 表内勾稽': 'inconsistent',
        [TABLES]: 'consistent',
        [OVER]: 'inconsistent',
        [TEXT]: 'not-comparable',
      },
    },
    {
      shows: 'the report of a county’s government says of the whole county 15, its table 12',
      site: ofCounty('示例县人民政府', '县政府网站公开信息30条。'),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'what a whole district received, in the report of its government',
      site: ofCounty('示例市南城区人民政府', '区政府网站公开信息30条。', '全区'),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'the text says 15, the table 12',
      site: with2023({ counts: [counted('new', 15), counted('lawsuits', 0)] }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
      facts: {
        [TEXT]: {
          count: 2,
          faults:
            '正文写新收申请 15，表三本年新收总计为 12；正文写行政诉讼 0，表四行政诉讼总计为 2',
        },
      },
    },
    {
      shows: '新收 means what came in this year, not with what was carried over',
      site: with2023({ counts: [counted('new', 13, '全年新收申请13件')] }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'inconsistent' },
    },
    {
      shows: 'columns put together, words corrected: nothing that explains a figure',
      site: with2023(
        { parts: parts({ 1: '优化专栏层级，合并重复栏目3个，更正错别字。' }) },
        and2022(),
      ),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'inconsistent', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'a merger that the text tells of may explain the carry-over',
      site: with2023({ parts: parts({ 1: '因机构改革，原两局的申请合并统计。' }) }, and2022()),
      params: one,
      softened: true,
      expect: { [TABLES]: 'consistent', [OVER]: 'inconsistent', [TEXT]: 'not-comparable' },
    },
  ],
  'not-comparable': [
    ...(
      [
        ['an office’s', '示例县水务局', '公开信息30条。'],
        ['a township’s', '示例县青石乡人民政府', '公开信息30条。'],
        ['that tells the government’s own apart', '示例县人民政府', '县本级收到12件。'],
      ] as const
    ).map(([whose, name, text]) => ({
      shows: `what the whole county received, in a report ${whose}`,
      site: ofCounty(name, text),
      params: one,
      expect: {
        [TABLES]: 'consistent',
        [OVER]: 'not-comparable',
        [TEXT]: 'not-comparable',
      } as const,
    })),
    {
      shows:
        'a report whose title and text name different years is not held against the year before',
      site: and2022().report(2023, '2024-01-20', titled(2023), {
        content: reportContent(),
        page: { words: ['统计期限为2022年1月1日至2022年12月31日。'] },
      }),
      params: one,
      expect: { [TABLES]: 'consistent', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: { [OVER]: { reason: '报告的年份存疑' } },
    },
    {
      shows: 'a report as a picture',
      site: new SiteViewBuilder().report(2023, '2024-01-20', titled(2023), { tables: 'picture' }),
      params: one,
      expect: { [TABLES]: 'not-comparable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: { [TABLES]: { reason: '表格是图片' } },
    },
    {
      shows: 'no report',
      site: new SiteViewBuilder(),
      expect: { 政府信息公开年报: 'not-comparable' },
    },
  ],
  unreadable: [
    {
      shows: 'a stroke before a figure in a file may be a line of the table',
      site: with2023({
        source: 'attachment',
        requests: requestRows({ notHeld: ['-2', 0, 0, 0, 0, 0, '-2'] }),
      }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'a row is missing from what was read',
      site: with2023({ requests: requestRows({ notHeld: null, total: [1, 1, 1, 1, 1, 1, 1] }) }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
      facts: { [TABLES]: { reason: '表三只读出 24 行，应为 25 行' } },
    },
    {
      shows: 'two rows of the later form are missing, and its last is not the one of the former',
      site: with2023({ requests: requestRows({ notCorrected: null, feesNotPaid: null }) }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'six cells in a row, words in a cell',
      site: with2023({ requests: requestRows({ notHeld: [0, 0, 0, 0, 0, 0] }) }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'fourteen cells of disputes',
      site: with2023({ disputes: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 2].map(cell) }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
    {
      shows: 'a table in which most sums fail was shifted in reading',
      site: with2023({
        requests: requestRows({
          new: [0, 10, 2, 0, 0, 0, 0],
          carriedOver: [0, 1, 0, 0, 0, 0, 0],
          granted: [0, 8, 2, 0, 0, 0, 0],
          repeated: [0, 1, 0, 0, 0, 0, 0],
          total: [0, 9, 0, 0, 0, 0, 2],
          carriedForward: [0, 5, 0, 0, 0, 0, 0],
        }),
      }),
      params: one,
      expect: { [TABLES]: 'unreadable', [OVER]: 'not-comparable', [TEXT]: 'not-comparable' },
    },
  ],
})
