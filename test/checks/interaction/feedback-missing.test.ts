/** Every outcome of `interaction/feedback-missing` from a small site that gives it. */
import { feedbackMissing } from '#checks/interaction/feedback-missing'
import type { Consultation } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import {
  at,
  type ColumnSpec,
  type PageSpec,
  SiteViewBuilder,
} from '../../support/site-view-builder.ts'

const S = '征集结果反馈'
type Told = readonly [
  title: string,
  closes: string | null,
  feedback?: string | undefined,
  alone?: true,
]

function calls(
  told: readonly Told[],
  others: readonly string[] = [],
  more: ColumnSpec = {},
): SiteViewBuilder {
  const site = new SiteViewBuilder().column('意见征集', '/zj/', { topic: 'consultation', ...more })
  return site.with({
    consultations: told.map(
      ([title, closesOn, feedback, alone], index): Consultation => ({
        title,
        url: at(`/zj/${index}.html`),
        publishedOn: null,
        closesOn,
        state: closesOn === null ? 'unknown' : closesOn < '2024-03-20' ? 'closed' : 'open',
        draft: false,
        feedback: feedback === undefined ? null : site.cite('/zj/', feedback),
        otherFeedback: (alone ? [] : others).map((words) => site.cite('/zj/', words)),
        place: site.cite('/zj/', `${title}截止${closesOn ?? ''}`),
      }),
    ),
  })
}

/** A call that ended on 2023-11-01, with the page of its result. */
function answered(words: string, on = '2023-11-20', called: string | null = null): SiteViewBuilder {
  const site = calls([['林地管理办法', '2023-11-01']]).page('/zj/r.html', {
    kind: 'article',
    title: '林地管理办法征求意见情况的反馈',
    publishedOn: on,
    words: [words],
  })
  const feedback = { url: at('/zj/r.html'), at: null, quote: '林地管理办法征求意见情况的反馈' }
  return site.with({
    consultations: [
      {
        title: '林地管理办法',
        url: at('/zj/0.html'),
        publishedOn: called,
        closesOn: '2023-11-01',
        state: 'closed',
        draft: false,
        feedback,
        otherFeedback: [],
        place: site.cite('/zj/', '林地管理办法截止2023-11-01'),
      },
    ],
  })
}
const FINE = '共收到意见12条，采纳7条。'

/** One call on a page of its own of its own. */
function notice(words: string, more: PageSpec = {}, call: Partial<Consultation> = {}) {
  const title = '关于《养犬管理规定（征求意见稿）》公开征求意见的公告'
  const site = calls([]).page('/zj/9.html', {
    kind: 'article',
    title,
    words: [words],
    ...more,
  })
  return site.with({
    consultations: [
      {
        title,
        url: at('/zj/9.html'),
        publishedOn: '2024-02-01',
        closesOn: null,
        state: 'unknown',
        draft: true,
        feedback: null,
        otherFeedback: [],
        place: site.cite('/zj/9.html', title),
        ...call,
      },
    ],
  })
}
const DRAFT = { attachments: [['养犬管理规定（征求意见稿）.docx', '/zj/9.docx']] } as const

testCheck(feedbackMissing, {
  'period-missing': {
    shows: 'a notice that names a way and no time',
    site: notice('现公开征求意见，欢迎提出宝贵意见。意见请发送至 a@example.gov.cn。', {
      ...DRAFT,
      links: [['在线提交', '/xx/', 'main']],
    }),
    expect: { [S]: 'open-only', '征集公告：时间': 'period-missing' },
  },
  'way-missing': {
    shows: 'a notice that names a time and no way',
    site: notice('现公开征求意见，征求意见时间为2024年2月1日至3月2日。', DRAFT, {
      closesOn: '2024-03-02',
      state: 'closed',
    }),
    expect: { [S]: 'open-only', '征集公告：方式': 'way-missing' },
  },
  'period-reversed': {
    shows: 'the end before the beginning',
    site: notice('征求意见时间：2024年3月30日至2024年3月1日，电话0700-1234567。'),
    expect: { [S]: 'open-only', '征集公告：起止日期': 'period-reversed' },
  },
  'said-running': [
    {
      shows: 'the page of a call says that it runs',
      site: notice(
        '征集时间：2023-09-01至2023-09-30\n状态：征集中\n电话0700-1234567',
        {},
        { publishedOn: '2023-09-01', closesOn: '2023-09-30' },
      ),
      expect: { [S]: 'missing', 征集状态: 'said-running' },
    },
    {
      shows: 'a row of the list calls running what has ended',
      site: new SiteViewBuilder().column('意见征集', '/zj/', {
        topic: 'consultation',
        words: ['停车收费办法 2023-09-01 至 2023-09-30 征集中'],
      }),
      expect: { [S]: 'no-consultations', 征集状态: 'said-running' },
    },
    ...[
      ['主题 开始时间 截止时间 状态', '停车收费办法 2023-09-01 2023-09-30 进行中'],
      ['[征集中] 停车收费办法 截止日期：2023-09-30'],
    ].map((words) => ({
      shows: `days in cells of their own: ${words.at(-1)}`,
      site: new SiteViewBuilder().column('意见征集', '/zj/', { topic: 'consultation', words }),
      expect: { [S]: 'no-consultations', 征集状态: 'said-running' } as const,
    })),
  ],

  'says-nothing': [
    '征求意见期间，社会反响良好，感谢大家的支持。',
    '征集活动已结束，意见采纳情况将于近期公布，敬请关注。',
    '现将意见采纳情况反馈如下。',
  ].map((words) => ({
    shows: `all went well, it says, or will be told, and no more: ${words}`,
    site: answered(words),
    expect: { [S]: 'published', [`${S}：内容`]: 'says-nothing' } as const,
  })),
  'figures-conflict': [
    '共收到意见建议12条，采纳15条。',
    '共收到意见建议12条，其中采纳8条、未采纳6条。',
    '期间收到反馈意见12条，采纳8条；不予采纳5条，理由见附表。',
  ].map((words) => ({
    shows: `more taken up and refused than came: ${words}`,
    site: answered(words),
    expect: { [S]: 'published' as const, [`${S}：数字`]: 'figures-conflict' as const },
  })),
  'before-end': {
    shows: 'a result while the call was still open',
    site: answered(FINE, '2023-10-20'),
    expect: { [S]: 'published', [`${S}：早于截止`]: 'before-end' },
  },
  'after-end': {
    shows: 'a call put up when its time was over',
    site: answered(FINE, '2023-11-20', '2023-11-10'),
    expect: { [S]: 'published', 征集期限: 'after-end' },
  },
  published: [
    ...[
      '征集期内收到网上留言17条、来函2件，采纳11条。未采纳8条，主要是要求不限户籍。',
      '截至期满，未收到意见建议。',
      '共收到意见建议12条，采纳7条，未采纳5条。',
      '共收到12份来函，涉及意见20条，采纳15条。',
      '共收到意见建议12条，采纳7条，部分采纳3条，未采纳5条。',
      '公众意见均已吸纳。',
      '所提意见将予以采纳并向社会公布。',
      '征求意见期间，各方均表示同意。',
      '社会公众对草案普遍表示赞成，不作修改。',
    ].map((words) => ({
      shows: `a result that says so: ${words}`,
      site: answered(words, '2023-11-20', '2023-10-01'),
      expect: { [S]: 'published' } as const,
    })),
    {
      shows: 'each closed call has its result',
      site: calls([
        ['林地管理办法', '2023-11-01', '林地管理办法采纳情况'],
        ['湿地保护规划', '2024-04-30'],
      ]),
      expect: { [S]: 'published' },
      facts: { [S]: { closed: 1 } },
    },
  ],
  missing: [
    {
      shows: 'a dead link to surveys holds no result',
      site: calls([['林地管理办法', '2023-11-01']])
        .column('网上调查', '/dc/', { topic: 'consultation', unread: true, coverage: 'HTTP 404' })
        .target('/dc/', [404, 404], { text: '网上调查' }),
      expect: { [S]: 'missing' },
    },

    {
      shows: 'a result that names no call may be that of one, and surely not of the other',
      site: calls(
        [
          ['湿地保护规划', '2023-12-01'],
          ['古树名木管理办法', '2023-12-20', undefined, true],
        ],
        ['2023年征集结果反馈'],
      ),
      expect: { [S]: 'missing', [`${S}：待核`]: 'unmatched' },
      facts: { [S]: { closed: 2, count: 1 }, [`${S}：待核`]: { count: 1, others: 1 } },
    },
    {
      shows: 'one of two has none',
      site: calls([
        ['林地管理办法', '2023-11-01', '林地管理办法采纳情况'],
        ['湿地保护规划', '2023-12-01'],
      ]),
      expect: { [S]: 'missing' },
      facts: { [S]: { closed: 2, count: 1 } },
    },
    {
      shows: 'part of the column leads outside',
      site: calls([['湿地保护规划', '2023-12-01']]).column(
        '网上调查',
        'https://www.example-city.gov.cn/dc/',
        {
          topic: 'consultation',
          kindOfColumn: 'external',
        },
      ),
      softened: true,
      expect: { [S]: 'missing' },
    },
    {
      shows: 'the column was not seen whole',
      site: calls([['湿地保护规划', '2023-12-01']], [], { coverage: '达到页数上限' }),
      softened: true,
      expect: { [S]: 'missing' },
    },
  ],
  unmatched: {
    shows: 'a result that names no call may be its',
    site: calls([['湿地保护规划', '2023-12-01']], ['2023年征集结果反馈']),
    expect: { [S]: 'unmatched' },
    facts: { [S]: { others: 1 } },
  },
  'open-only': [
    ...[
      '现公开征求意见，意见请于2024年3月2日前发送至 a@example.gov.cn。',
      '现公开征求意见，请在公告发布后30日内书面寄送县司法局。',
    ].map((words) => ({
      shows: `time and way are told: ${words}`,
      site: notice(words, DRAFT),
      expect: { [S]: 'open-only' as const },
    })),
    {
      shows: 'the notice itself is a file, which may tell both',
      site: notice('现公开征求意见。', { attachments: [['公告.pdf', '/zj/9.pdf']] }),
      expect: { [S]: 'open-only' },
    },
    {
      shows: 'a result of the call tells neither any more',
      site: notice('现将意见采纳的有关内容公布。', DRAFT, { title: '征求意见采纳情况' }),
      expect: { [S]: 'open-only' },
    },
    {
      shows: 'still open',
      site: calls([['湿地保护规划', '2024-04-30']]),
      expect: { [S]: 'open-only' },
    },
    {
      shows: 'closed for three weeks only, closed two years ago, without a last day',
      site: calls([
        ['湿地保护规划', '2024-02-28'],
        ['旧规划', '2022-02-28'],
        ['没有期限的征集', null],
      ]),
      expect: { [S]: 'open-only' },
    },
  ],
  'no-consultations': [
    { shows: 'a column without calls', site: calls([]), expect: { [S]: 'no-consultations' } },
    {
      shows: 'still running, as the list was seen; ended, and said so',
      site: calls([], [], {
        words: [
          '停车收费 2023-11-01 至 2023-11-30 征集中',
          '公墓收费 2023-09-01 至 2023-09-30 已结束',
        ],
      }),
      expect: { [S]: 'no-consultations' },
    },
  ],
})
