/** Every outcome of `interaction/figures-implausible` from a small site that gives it. */
import { figuresImplausible } from '#checks/interaction/figures-implausible'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const board = (more: ColumnSpec = {}): SiteViewBuilder =>
  new SiteViewBuilder().column('咨询投诉', '/zx/', { topic: 'inquiries', ...more })
/** A column of statistics, its page saying so much. */
const counted = (...words: readonly string[]): SiteViewBuilder =>
  board().column('留言统计', '/zx/tj/', { parent: '咨询投诉', words })
const RECENT = '2024年2月共收到来信30件，办结28件。'

testCheck(figuresImplausible, {
  'rate-impossible': {
    shows: 'more than all',
    site: board({ words: ['收到来信30件，办结36件，办结率120%。'] }),
    years: [2024],
    expect: { '办理统计：比率': 'rate-impossible' },
  },
  'share-wrong': {
    shows: 'the rate is not that of the counts beside it',
    site: board({ words: ['本年共收到来信200件，已办结180件，办结率98%。'] }),
    years: [2024],
    expect: { '办理统计：比率': 'share-wrong' },
  },
  'counts-crossed': [
    '今年以来共收到留言214件，办结231件，公开答复198件。',
    '来信总数：146 已答复：158',
    '留言146条（已回复158条）',
  ].map((words) => ({
    shows: `more letters settled than received: ${words}`,
    site: board({ words: [words] }),
    years: [2024],
    expect: { '办理统计：数量': 'counts-crossed' } as const,
  })),
  'counts-impossible': [
    '信箱开通以来收到来信146件。其中已答复158件。',
    '累计收到留言：134件 已办结139件',
    '9月收到来信18件。\n月份 收到（件） 办结（件）\n2023年9月 18 23\n注：办结数为当月收到信件中已办结的件数。',
  ].map((words) => ({
    shows: `more settled than received, of which they are: ${words}`,
    site: board({ words: words.split('\n') }),
    years: [2024],
    expect: { '办理统计：数量': 'counts-impossible' } as const,
  })),
  'shares-unequal': [
    ...[
      '2024年2月来信96件，其中咨询占45%，投诉占30%，建议占35%。',
      '2024年2月来信构成：咨询类52件（52%）、投诉类30件（30%）、求助类28件（28%）。',
      '2024年2月：咨询45%，投诉20%，其他15%',
    ].map((words) => ({
      shows: words,
      site: counted(words),
      years: [2024] as const,
      expect: { '办理统计：占比 留言统计': 'shares-unequal' } as const,
    })),
    {
      shows: 'in the words of a chart',
      site: board().column('留言统计', '/zx/tj/', {
        parent: '咨询投诉',
        words: [RECENT],
        pictures: [
          {
            inBody: '咨询占45%，投诉占30%，建议占35%',
            at: { alt: '咨询占45%，投诉占30%，建议占35%' },
          },
        ],
      }),
      years: [2024],
      expect: { '办理统计：占比 留言统计': 'shares-unequal' },
    },
  ],
  'sum-wrong': {
    shows: 'the row of totals',
    site: board().column('留言统计', '/zx/tj/', {
      parent: '咨询投诉',
      words: [
        '2024年2月',
        '类别 收到 办结',
        '咨询 51 51',
        '投诉 22 20',
        '建议 18 18',
        '合计 97 89',
      ],
      tables: [
        [
          ['类别', '收到', '办结'],
          ['咨询', '51', '51'],
          ['投诉', '22', '20'],
          ['建议', '18', '18'],
          ['合计', '97', '89'],
        ],
      ],
    }),
    years: [2024],
    expect: { '办理统计：合计 留言统计': 'sum-wrong' },
  },
  stopped: [
    ...[
      '2023年5月共收到来信30件，办结28件。',
      '2022年度留言办理情况：收到来信200件。',
      '2023年第二季度收到来信30件，办结28件。',
    ].map((words) => ({
      shows: words,
      site: counted(words),
      years: [2024] as const,
      expect: { '办理统计：更新': 'stopped' } as const,
    })),
    {
      shows: 'rows of months',
      site: counted('2023年信件受理统计', '月份 受理 办结', '1月 21 21', '2月 22 22', '5月 25 25'),
      years: [2024],
      expect: { '办理统计：更新': 'stopped' },
    },
    {
      shows: 'titles of entries',
      site: board().column('留言统计', '/zx/tj/', {
        parent: '咨询投诉',
        items: [['2023年5月留言办理情况', '/zx/tj/1.html', '2023-06-03']],
      }),
      years: [2024],
      expect: { '办理统计：更新': 'stopped' },
    },
  ],
  plausible: [
    ...[
      RECENT,
      '2023年度留言办理情况：收到来信200件，其中咨询占45.2%，投诉占30.1%，建议占24.6%。',
      '2024年2月：咨询45%，投诉20%，建议15%',
      '2024年2月：咨询60%（其中投诉30%），建议40%',
      '2024年2月：投诉办结率98%，咨询办结率99%，建议办结率97%',
      '本年共收到来信200件，已办结196件，办结率98%。',
      '本年共收到来信200件，已办结180件，按时办结率98%。',
      '本年共收到来信200件，已办结180件，其余未到期；办结率98%。',
      '2023年5月起开通信箱。更新时间：2024-03-01',
    ].map((words) => ({
      shows: words,
      site: counted(words),
      years: [2024] as const,
      expect: { 办理统计: 'plausible' } as const,
    })),
    {
      shows: 'months of last year beside those of this one',
      site: counted('2023年5月收到来信30件', '2024年2月收到来信20件'),
      years: [2024],
      expect: { 办理统计: 'plausible' },
    },
  ],
  unread: {
    shows: 'a column of letters that counts nothing',
    site: board(),
    years: [2024],
    expect: { 办理统计: 'unread' },
  },
})
