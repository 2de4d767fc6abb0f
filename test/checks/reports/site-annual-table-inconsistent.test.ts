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

interface More {
  readonly code?: string
  readonly codes?: Readonly<Record<number, string>>
  readonly words?: readonly string[]
  readonly home?: string
  readonly icp?: string
  readonly printed?: string
}

function tables(years: Readonly<Record<number, Figures | null>>, more: More = {}) {
  const { code = '9912340007', words, home, icp } = more
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

/** Figures that do not come twice by chance. */
const LARGER = { ...HEALTHY, visits: 52_000, users: 8_100, 'published.total': 1320 }

testCheck(siteAnnualTableInconsistent, {
  'parts-over': {
    shows: 'each class within the total, all three together more',
    site: with2023({ 'published.total': 310 }),
    expect: { [S]: 'parts-over' },
    facts: { [S]: { sum: 320, total: 310 } },
  },
  blank: ['', '—', '/'].map((printed) => ({
    shows: `labels and nothing behind them: ${printed}`,
    site: tables({ 2023: UNFILLED }, { printed }),
    expect: { [S]: 'blank' } as const,
  })),
  void: [
    {
      shows: 'a title over nothing',
      site: tables({ 2023: null }, { words: [] }),
      expect: { [S]: 'void' },
    },
  ],
  'year-wrong': {
    shows: 'the heading of the table names the year before',
    site: with2023({}, { words: ['政府网站工作年度报表（2022年度）', '表'.repeat(80)] }),
    expect: { [S]: 'year-wrong' },
  },
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
          words: ['政府网站工作年度报表（2023年度）', '填报日期：2024年1月10日', '表'.repeat(80)],
        },
      ),
      expect: { [S]: 'consistent' },
    },
    {
      shows: 'parts within totals, and the kinds of news need not add up to the total',
      site: with2023({ 'published.catalogue': 50 }),
      expect: { [S]: 'consistent' },
      facts: { [S]: { checked: 11 } },
    },
    {
      shows: 'the code that the site had before it got today’s',
      site: tables(
        { 2023: HEALTHY, 2022: { ...HEALTHY, visits: 6100 }, 2021: HEALTHY, 2020: HEALTHY },
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
      shows: 'more answered than received',
      site: with2023({ 'messages.answered': 48 }),
      expect: { [S]: 'inconsistent' },
      facts: { [S]: { count: 1, faults: 'messages.answered 48 大于messages.received 35' } },
    },
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
        ...{ 2023: HEALTHY, 2022: { ...HEALTHY, visits: 6100 }, 2021: HEALTHY },
        2020: { ...HEALTHY, 'messages.answered': 48 },
      }),
      expect: {
        ...{ [S]: 'consistent', '2022年网站报表': 'consistent' },
        '2020年网站报表': 'inconsistent',
      },
    },
    {
      shows: 'two figures of the code changed places, in the oldest table that there is',
      site: tables(
        { 2023: HEALTHY, 2022: { ...HEALTHY, visits: 6100 }, 2021: HEALTHY },
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
      site: tables(
        { 2023: HEALTHY, 2022: { ...HEALTHY, visits: 6100 }, 2021: HEALTHY },
        { code: '9912340070' },
      ),
      expect: { [S]: 'inconsistent', '2022年网站报表': 'consistent' },
    },
    {
      shows: 'an old table with another code between those that have today’s',
      site: tables(
        { 2023: HEALTHY, 2022: { ...HEALTHY, visits: 6100 }, 2021: HEALTHY, 2020: HEALTHY },
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
      site: tables({ 2023: LARGER, 2022: LARGER }),
      expect: { [S]: 'copied', '2022年网站报表': 'consistent' },
      facts: { [S]: { large: 3 } },
    },
    {
      shows: 'a table of years ago, which no later year puts right',
      site: tables({
        2023: { ...HEALTHY, visits: 91_000 },
        2022: { ...HEALTHY, visits: 80_000 },
        2020: LARGER,
        2019: LARGER,
      }),
      expect: { [S]: 'consistent', '2022年网站报表': 'consistent', '2020年网站报表': 'copied' },
    },
  ],
  unchanged: {
    shows: 'last year’s figures once more',
    site: tables({ 2023: HEALTHY, 2022: HEALTHY }),
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
