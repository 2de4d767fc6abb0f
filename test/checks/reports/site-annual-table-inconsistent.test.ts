/** Every outcome of `reports/site-annual-table-inconsistent` from a small site that gives it. */
import { siteAnnualTableInconsistent } from '#checks/reports/site-annual-table-inconsistent'
import type { AnnualTableContent } from '#model/site-annual-table'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

const place = { url: at('/'), at: null, quote: '报表' }
type Figures = Readonly<Record<string, number | null>>
const HEALTHY: Figures = {
  users: 800,
  visits: 5200,
  'published.total': 320,
  'published.overview': 4,
  'published.news': 210,
  'published.catalogue': 106,
  'services.total': 36,
  'services.online': 30,
  'handled.total': 500,
  'handled.people': 450,
  'handled.bodies': 50,
  'messages.received': 35,
  'messages.answered': 33,
  'security.found': 3,
  'security.mended': 3,
}

/** A year of its own: every figure so many times as large. */
const grown = (times: number): Figures =>
  Object.fromEntries(Object.entries(HEALTHY).map(([key, value]) => [key, (value ?? 0) * times]))

interface More {
  readonly foreign?: string
  readonly filledOn?: string
  readonly leftovers?: readonly string[]
  readonly code?: string
  readonly codes?: Readonly<Record<number, string>>
  readonly words?: readonly string[]
  readonly home?: string
  readonly icp?: string
  readonly printed?: string
}

function tables(years: Readonly<Record<number, Figures | null>>, more: More = {}) {
  const { code = '9912340007', words, home, icp, foreign, filledOn, leftovers = [] } = more
  const site = new SiteViewBuilder({
    footer: { siteCode: '9912340007', icpNumber: '示ICP备12345678号-1' },
  })
  const siteAnnualTables = Object.entries(years).map(([year, figures]) => {
    const title = `${year}年政府网站工作年度报表`
    site.page(`/bb/${year}.html`, { kind: 'article', title, words: words ?? ['表'.repeat(80)] })
    const content: AnnualTableContent | null = figures && {
      source: 'html',
      fields: Object.entries(figures).map(([key, value]) => ({
        key,
        label: key,
        value,
        printed: String(value ?? more.printed ?? '约三百'),
        place,
      })),
      siteCode: { value: more.codes?.[Number(year)] ?? code, place },
      home: home === undefined ? null : { value: home, place },
      icp: icp === undefined ? null : { value: icp, place },
      foreign: foreign === undefined ? null : { value: foreign, place },
      filledOn: filledOn === undefined ? null : { value: filledOn, place },
      leftovers: leftovers.map((value) => ({ value, place })),
    }
    return {
      year: Number(year),
      title,
      url: at(`/bb/${year}.html`),
      publishedOn: null,
      onHome: null,
      place: site.cite(`/bb/${year}.html`, title),
      ...(content === null ? {} : { content }),
    }
  })
  return site.with({ siteAnnualTables })
}
const S = '2023年网站报表'
const with2023 = (change: Figures, more: More = {}) =>
  tables({ 2023: { ...HEALTHY, ...change } }, more)
const UNFILLED = Object.fromEntries(Object.keys(HEALTHY).map((key) => [key, null]))

/** Of a site so small that its figures may come twice. */
const SMALL: Figures = {
  ...{ users: 60, visits: 90, 'messages.received': 35, 'messages.answered': 33 },
  ...{ 'published.total': 90, 'published.overview': 4, 'published.news': 60 },
  ...{ 'handled.total': 90, 'handled.people': 70, 'handled.bodies': 20 },
}

testCheck(siteAnnualTableInconsistent, {
  'parts-below': [
    {
      shows: 'materials, products and comments are fewer than all that interprets',
      site: with2023({
        'interpretation.total': 45,
        'interpretation.materials': 14,
        'interpretation.products': 11,
        'interpretation.comments': 5,
      }),
      expect: { [S]: 'parts-below' },
      facts: { [S]: { sum: 30, total: 45 } },
    },
    {
      shows: 'the kinds of news need not add up to the total',
      site: with2023({ 'published.catalogue': 50 }),
      expect: { [S]: 'parts-below' },
      facts: { [S]: { sum: 264, total: 320 } },
    },
    {
      shows: 'nor did they the year before',
      site: tables({
        2023: { ...HEALTHY, 'published.catalogue': 50 },
        2022: { ...grown(2), 'published.catalogue': 50 },
      }),
      expect: { [S]: 'parts-below', '2022年网站报表': 'parts-below' },
    },
  ],
  unfilled: [
    {
      shows: 'one figure left out among those that are there',
      site: tables(
        { 2023: { ...HEALTHY, 'security.found': null, 'security.mended': 2 } },
        { printed: '' },
      ),
      expect: { [S]: 'unfilled' },
      facts: { [S]: { count: 1, names: 'security.found是空格' } },
    },
    {
      shows: 'nobody is named as having filled it in; who answers for it stands on the next line',
      site: tables(
        { 2023: HEALTHY },
        { words: ['填报单位：', '网站名称', '单位负责人：', '张立', '联系电话 0855 审核人：'] },
      ),
      expect: { [S]: 'unfilled' },
      facts: { [S]: { count: 2, names: '填报单位没有填、审核人没有填' } },
    },
    {
      shows: 'what the form was to be filled in with',
      site: with2023({}, { leftovers: ['XX县人民政府', '××'] }),
      expect: { [S]: 'unfilled' },
      facts: { [S]: { count: 2 } },
    },
  ],
  blank: ['', '—', '/']
    .map((printed) => ({
      shows: `labels and nothing behind them: ${printed}`,
      site: tables({ 2023: UNFILLED }, { printed }),
      expect: { [S]: 'blank' } as const,
    }))
    .concat({
      shows: 'nothing but noughts, visits among them',
      site: tables({ 2023: grown(0) }),
      expect: { [S]: 'blank' } as const,
    }),
  void: [
    {
      shows: 'a title over nothing',
      site: tables({ 2023: null }, { words: [] }),
      expect: { [S]: 'void' },
    },
  ],
  'year-wrong': [
    ...[
      '政府网站工作年度报表（2022年度）',
      '（2022年度）',
      '2022年度政府网站年报表',
      '填报年度：2022年',
      '2022年青溪县水务局政府网站工作年度报表',
    ].map((words) => ({
      shows: `the table itself names the year before: ${words}`,
      site: with2023({}, { words: [words, '表'.repeat(80)] }),
      expect: { [S]: 'year-wrong' } as const,
    })),
    {
      shows: 'filled in before the year was over',
      site: with2023({}, { filledOn: '2023-01-12' }),
      expect: { [S]: 'year-wrong' },
    },
  ],
  'other-body': [
    {
      shows: 'filled in by an office of another county',
      site: with2023({}, { foreign: '白河县人民政府办公室' }),
      expect: { [S]: 'other-body' },
    },
    {
      shows: 'home page and filing are another site’s',
      site: with2023({}, { home: 'www.qita.gov.cn', icp: '87654321' }),
      expect: { [S]: 'other-body' },
    },
  ],
  'other-site': [
    {
      shows: 'another site’s home page',
      site: with2023({}, { home: 'www.qita.gov.cn' }),
      expect: { [S]: 'other-site' },
    },
    {
      shows: 'another filing',
      site: with2023({}, { icp: '87654321' }),
      expect: { [S]: 'other-site' },
    },
  ],
  consistent: [
    {
      shows: 'its own home page, filing and year; years of other things',
      site: with2023(
        {},
        {
          home: 'example.gov.cn',
          icp: '12345678',
          filledOn: '2024-01-10',
          words: [
            '政府网站工作年度报表（2023年度）',
            '填报日期：2024年1月10日',
            '统计期间：2023年1月1日至12月31日',
            '表'.repeat(80),
            '上一篇：2022年度政府网站工作年度报表',
          ],
        },
      ),
      expect: { [S]: 'consistent' },
    },
    {
      shows: 'filled in before the last days of December; the tables before and after it',
      site: with2023(
        {},
        {
          filledOn: '2023-12-28',
          words: ['上一篇：2022年度政府网站工作年度报表', '表'.repeat(80)],
        },
      ),
      expect: { [S]: 'consistent' },
    },
    {
      shows: 'nothing was asked and nothing came of it',
      site: with2023({
        ...{ 'polls.held': 0, 'polls.received': 0, 'polls.published': 0 },
        ...{ 'interviews.held': 2, 'interviews.asked': 9, 'interviews.answered': 9 },
      }),
      expect: { [S]: 'consistent' },
    },
    {
      shows: 'most of it is what it was, visits and all that is put up are not',
      site: tables({
        2023: {
          ...HEALTHY,
          visits: 6100,
          users: 910,
          'published.news': 160,
          'published.total': 270,
        },
        2022: HEALTHY,
      }),
      expect: { [S]: 'consistent', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'services and accounts stay what they were, the rest does not',
      site: tables({
        2023: { ...HEALTHY, registered: 4100 },
        2022: { ...grown(2), 'services.total': 36, 'services.online': 30, registered: 4100 },
      }),
      expect: { [S]: 'consistent', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'the code that the site had before it got today’s',
      site: tables(
        { 2023: HEALTHY, 2022: grown(2), 2021: grown(3), 2020: grown(4) },
        { codes: { 2021: '9912340001', 2020: '9912340001' } },
      ),
      expect: { [S]: 'consistent', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'a figure written in words is not compared',
      site: with2023({ 'messages.received': null }),
      expect: { [S]: 'consistent' },
    },
  ],
  inconsistent: [
    {
      shows: 'the kinds of news made up the total the year before',
      site: tables({ 2023: { ...HEALTHY, 'published.catalogue': 50 }, 2022: grown(2) }),
      expect: { [S]: 'inconsistent', '2022年网站报表': 'consistent' },
      facts: { [S]: { count: 1 } },
    },
    {
      shows: 'more answered than received',
      site: with2023({ 'messages.answered': 48 }),
      expect: { [S]: 'inconsistent' },
      facts: { [S]: { count: 1, faults: 'messages.answered 48 大于messages.received 35' } },
    },
    {
      shows: 'each class within the total, all three together more',
      site: with2023({ 'published.total': 310 }),
      expect: { [S]: 'inconsistent' },
    },
    ...(
      [
        [{ 'polls.held': 3, 'polls.published': 5 }, 'polls.published 5 大于polls.held 3'],
        [{ 'polls.held': 0, 'polls.received': 12 }, '征集调查期数为0，polls.received却是 12'],
        [
          { 'interviews.asked': 3, 'interviews.answered': 5 },
          'interviews.answered 5 大于interviews.asked 3',
        ],
        [{ 'features.kept': 3, 'features.opened': 5 }, 'features.opened 5 大于features.kept 3'],
        [{ 'published.overview': -4 }, 'published.overview -4 是负数'],
        [
          {
            'interpretation.total': 45,
            'interpretation.materials': 24,
            'interpretation.products': 21,
            'interpretation.comments': 5,
          },
          '解读材料、解读产品、媒体评论合计 50，大于解读信息interpretation.total 45',
        ],
      ] as const
    ).map(([change, faults]) => ({
      shows: faults,
      site: with2023(change),
      expect: { [S]: 'inconsistent' } as const,
      facts: { [S]: { faults } },
    })),
    {
      shows: 'people and bodies are not the total',
      site: with2023({ 'handled.bodies': 60 }),
      expect: { [S]: 'inconsistent' },
      facts: { [S]: { faults: '自然人办件量 450 加法人办件量 60 得 510，办件总数 500' } },
    },
    {
      shows: 'another site’s code',
      site: with2023({}, { code: '9912340001' }),
      expect: { [S]: 'inconsistent' },
    },
    {
      shows: 'an old table with a fault; another that is as it should be is not spoken of',
      site: tables({
        ...{ 2023: HEALTHY, 2022: grown(2), 2021: grown(3) },
        2020: { ...grown(4), 'messages.answered': 148 },
      }),
      expect: {
        ...{ [S]: 'consistent', '2022年网站报表': 'consistent' },
        '2020年网站报表': 'inconsistent',
      },
    },
    {
      shows: 'two figures of the code changed places, in the oldest table that there is',
      site: tables(
        { 2023: HEALTHY, 2022: grown(2), 2021: grown(3) },
        { codes: { 2021: '9912340070' } },
      ),
      expect: {
        ...{ [S]: 'consistent', '2022年网站报表': 'consistent' },
        '2021年网站报表': 'inconsistent',
      },
    },
    {
      shows:
        'the same other code in the tables of all years: one wrong code of the foot, told once',
      site: tables({ 2023: HEALTHY, 2022: grown(2), 2021: grown(3) }, { code: '9912340070' }),
      expect: { [S]: 'inconsistent', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'an old table with another code between those that have today’s',
      site: tables(
        { 2023: HEALTHY, 2022: grown(2), 2021: grown(3), 2020: grown(4) },
        { codes: { 2021: '9912340001' } },
      ),
      expect: {
        ...{ [S]: 'consistent', '2022年网站报表': 'consistent' },
        '2021年网站报表': 'inconsistent',
      },
    },
  ],
  copied: [
    {
      shows: 'figures too large to come twice',
      site: tables({ 2023: HEALTHY, 2022: HEALTHY }),
      expect: { [S]: 'copied', '2022年网站报表': 'consistent' },
      facts: { [S]: { large: 7 } },
    },
    {
      shows: 'all but the visits are last year’s',
      site: tables({ 2023: { ...HEALTHY, visits: 6100 }, 2022: HEALTHY }),
      expect: { [S]: 'copied', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'those of the year before last',
      site: tables({ 2023: HEALTHY, 2022: grown(2), 2021: HEALTHY }),
      expect: { [S]: 'copied', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'a table of years ago, which no later year puts right',
      site: tables({
        2023: grown(4),
        2022: grown(3),
        2020: HEALTHY,
        2019: HEALTHY,
      }),
      expect: { [S]: 'consistent', '2022年网站报表': 'consistent', '2020年网站报表': 'copied' },
    },
  ],
  unchanged: {
    shows: 'last year’s figures once more',
    site: tables({ 2023: SMALL, 2022: SMALL }),
    expect: { [S]: 'unchanged', '2022年网站报表': 'consistent' },
  },
  unreadable: {
    shows: 'the newest is a picture, an older one too',
    site: tables({ 2023: null, 2022: null }),
    expect: { [S]: 'unreadable' },
  },
  'none-read': [
    { shows: 'no table', site: tables({}), expect: { 网站报表: 'none-read' } },
    {
      shows: 'its file was not fetched',
      site: tables({ 2023: null }).page('/bb/2023.html', {
        kind: 'article',
        title: '2023年政府网站工作年度报表',
        attachments: [['年度报表', '/bb/2023.xls']],
      }),
      expect: { 网站报表: 'none-read' },
    },
  ],
})
