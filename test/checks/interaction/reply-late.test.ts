/** Every outcome of `interaction/reply-late` from a small site that gives it. */
import { replyLate } from '#checks/interaction/reply-late'
import type { PublicMessage } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

type Told = readonly [
  title: string,
  asked: string | null,
  answered: string | null,
  state?: PublicMessage['state'],
]

function board(
  messages: readonly Told[],
  more: ColumnSpec = {},
  before = new SiteViewBuilder(),
): SiteViewBuilder {
  const site = before.column('咨询投诉', '/zx/', { topic: 'inquiries', ...more })
  return site.with({
    messages: messages.map(([title, askedOn, answeredOn, state]) => ({
      title,
      askedOn,
      answeredOn,
      state: state ?? (answeredOn === null ? null : 'answered'),
      seenOn: '2024-03-20',
      place: site.cite('/zx/', `${title} ${askedOn} ${answeredOn ?? '—'}`),
    })),
  })
}

const FINE: Told = ['苗木补贴咨询', '2024-03-01', '2024-03-12']
const ALL = { 最久未答复: 'answered', 办理统计: 'not-shown' } as const

testCheck(replyLate, {
  'on-time': [
    {
      shows: 'seven working days are still in time; one open for five is not late yet',
      site: board([FINE, ['林区道路', '2024-03-13', null, 'unanswered']]),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
      facts: { 留言答复时限: { checked: 1, count: 0 } },
    },
    {
      shows: 'an answer dated before its question is nobody’s delay',
      site: board([FINE, ['日期印反', '2024-02-10', '2024-01-02']]),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
      facts: { 留言答复时限: { checked: 1 } },
    },
    {
      shows: 'a late answer of two years ago is out of the period',
      site: board([FINE, ['旧留言', '2022-01-02', '2022-06-02']]),
      years: [2022, 2023, 2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
    },
  ],
  overdue: [
    {
      shows: 'eight working days',
      site: board([FINE, ['退耕还林', '2024-03-01', '2024-03-13']]),
      years: [2024],
      expect: { 留言答复时限: 'overdue', ...ALL },
      facts: { 留言答复时限: { checked: 2, count: 1 } },
    },
    {
      shows: 'one still open after its time counts too',
      site: board([['退耕还林', '2024-02-01', null, 'unanswered']]),
      years: [2024],
      expect: { 留言答复时限: 'overdue', ...ALL },
    },
    {
      shows: 'the local limit of five',
      site: board([FINE]),
      years: [2024],
      params: { maxWorkingDays: 5 },
      expect: { 留言答复时限: 'overdue', ...ALL },
    },
  ],
  answered: {
    shows: 'two months are no veto',
    site: board([['退耕还林', '2024-01-20', null, 'unanswered'], FINE]),
    years: [2024],
    expect: { 留言答复时限: 'overdue', ...ALL },
  },
  unanswered: {
    shows: 'open for four months',
    site: board([['退耕还林', '2023-11-20', null, 'unanswered'], FINE]),
    years: [2023, 2024],
    expect: { 留言答复时限: 'overdue', 最久未答复: 'unanswered', 办理统计: 'not-shown' },
    facts: { 最久未答复: { count: 1, days: 121 } },
  },
  'answer-unprinted': {
    shows: 'an empty cell without a state is asked about',
    site: board([['退耕还林', '2023-11-20', null, 'blank'], FINE]),
    years: [2024],
    expect: { 留言答复时限: 'on-time', 最久未答复: 'answer-unprinted', 办理统计: 'not-shown' },
  },
  shown: [
    {
      shows: 'counts in words on the board',
      site: board([FINE], { words: ['本年收到留言 120 件，办结 118 件'] }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'shown' },
    },
    {
      shows: 'counts above letters that read like one text',
      site: board([FINE], { words: ['本年度来信406件，已答复402件'] }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'shown' },
    },
    {
      shows: 'on the column’s own page, which prints the day of its last change as articles do',
      site: board([FINE], { kind: 'article', words: ['今年共收到来信46件，已回复45件。'] }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'shown' },
    },
    {
      shows: 'counts of letters received',
      site: board([FINE], { words: ['2024年共收信37封，回复37封'] }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'shown' },
    },
    {
      shows: 'a column of its own',
      site: board([FINE]).column('留言统计', '/zx/tj/', { parent: '咨询投诉' }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'shown' },
    },
  ],
  'not-shown': [
    {
      shows: 'figures of permits and certificates below the services count no letters',
      site: board([FINE])
        .column('政务服务', '/fw/')
        .column('办件统计', '/fw/tj/', { parent: '政务服务' }),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
    },
    {
      shows: 'messages without figures',
      site: board([FINE]),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
    },
    {
      shows: 'the column with the letters is named, not one whose page is gone',
      site: board(
        [FINE],
        { items: [['苗木补贴咨询', '2024-03-01']] },
        new SiteViewBuilder().column('网上信访', '/xf/', {
          topic: 'inquiries',
          unread: true,
          coverage: '栏目页返回状态 404',
        }),
      ),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
      facts: { 办理统计: { column: '咨询投诉' } },
    },
  ],
  'dates-hidden': [
    {
      shows: 'the city’s platform',
      site: new SiteViewBuilder().column('市长信箱', 'https://www.example-city.gov.cn/xx/', {
        topic: 'inquiries',
        kindOfColumn: 'external',
      }),
      expect: { 留言答复时限: 'dates-hidden' },
    },
    {
      shows: 'only the day of asking is printed: one question, and no figures asked for on top',
      site: board([]),
      expect: { 留言答复时限: 'dates-hidden' },
    },
    {
      shows: 'a year without a calendar is not guessed',
      site: board([FINE]),
      expect: { 留言答复时限: 'dates-hidden', ...ALL },
      facts: { 留言答复时限: { reason: '留言日期落在没有工作日历的年份' } },
    },
  ],
  'no-messages': {
    shows: 'no board',
    site: new SiteViewBuilder().column('通知公告', '/tz/', { topic: 'notices' }),
    expect: { 留言答复时限: 'no-messages' },
  },
})
