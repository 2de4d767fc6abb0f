/** From which day on the silence of columns that follow events is told by `freshness/column-stale`, and when it stays a question. */
import { expect, it } from 'vitest'
import { columnStale } from '#checks/freshness/column-stale'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

type Items = readonly (readonly [title: string, day: string])[]

const outcomeOf = (name: string, topic: string, items: Items, note?: string): string => {
  const site = new SiteViewBuilder().column(name, '/a/', { topic, items })
  if (note !== undefined) site.column('要情', '/yq/', { items: [[note, '2024-01-08']] })
  const { findings } = runOn(columnStale, site.build(), site)
  const found = findings.find(({ subject }) => subject === name)
  return `${found?.outcome} ${found?.facts.limit}`
}

/** One entry a month up to a month of 2022 or 2023. */
const monthly = (title: string, year: number, last: number, count = 4): Items =>
  Array.from({ length: count }, (_, i) => [
    `${title}（${last - i}月）`,
    `${year}-${String(last - i).padStart(2, '0')}-12`,
  ])

it.each<[string, string, string, Items, string]>([
  ['figures of eight months ago', '数据发布', 'statistics', [['数据', '2023-07-20']], 'stale 183'],
  [
    'permits month after month, none for a year',
    '行政许可',
    'licensing',
    monthly('许可决定', 2022, 12),
    'stale 365',
  ],
  [
    'permits month after month, half a year ago',
    '行政许可',
    'licensing',
    monthly('许可决定', 2023, 9),
    'quiet 365',
  ],
  [
    'replies to rumours now and then, none for seven months',
    '回应关切',
    'publicResponse',
    [
      ['关于停水传闻的回应', '2023-08-08'],
      ['关于学位的回应', '2023-07-11'],
      ['关于大桥封闭的回应', '2023-05-23'],
    ],
    'stale 183',
  ],
  [
    'replies to rumours with gaps as long as this silence',
    '回应关切',
    'publicResponse',
    [
      ['关于停水传闻的回应', '2023-08-08'],
      ['关于学位的回应', '2023-02-11'],
      ['关于大桥封闭的回应', '2022-09-23'],
    ],
    'fresh 365',
  ],
  [
    'two replies are no rhythm',
    '舆情回应',
    'publicResponse',
    [
      ['关于停水传闻的回应', '2023-08-08'],
      ['关于学位的回应', '2023-07-11'],
    ],
    'fresh 365',
  ],
  [
    'bulletins quarter after quarter, none for two of them',
    '政府公报',
    'gazette',
    [
      ['2023年第2期', '2023-07-10'],
      ['2023年第1期', '2023-04-10'],
      ['2022年第4期', '2023-01-10'],
    ],
    'quiet 365',
  ],
  [
    'tenders month after month, none for seven months',
    '公共资源交易',
    'publicResourceTrading',
    monthly('成交公告', 2023, 8),
    'quiet 1095',
  ],
  [
    'interpretations month after month, none for seven months',
    '政策解读',
    'policyInterpretation',
    monthly('解读', 2023, 8),
    'quiet 365',
  ],
  [
    'two interpretations, none for seven months',
    '政策解读',
    'policyInterpretation',
    monthly('解读', 2023, 8, 2),
    'fresh 365',
  ],
  [
    'inspections twice a year, none for eight months',
    '双随机',
    'randomInspection',
    [
      ['抽查结果', '2023-07-10'],
      ['抽查结果二', '2023-01-20'],
      ['抽查结果三', '2022-07-20'],
    ],
    'fresh 365',
  ],
  [
    'two penalties, none for a year',
    '行政处罚',
    'penalties',
    [
      ['决定', '2023-02-01'],
      ['决定二', '2022-06-01'],
    ],
    'quiet 365',
  ],
  [
    'two penalties, none for a year and a half',
    '行政处罚',
    'penalties',
    [
      ['决定', '2022-08-01'],
      ['决定二', '2022-06-01'],
    ],
    'stale 545',
  ],
  ['one penalty of two years ago', '行政处罚', 'penalties', [['决定', '2022-03-01']], 'quiet 365'],
  [
    'permits told beforehand',
    '行政许可',
    'licensing',
    [
      ['许可事项目录', '2021-08-01'],
      ['许可办理流程', '2021-06-01'],
    ],
    'quiet 365',
  ],
  [
    'answers month after month, none for three',
    '来信选登',
    'repliedLetters',
    monthly('来信', 2023, 11),
    'stale 92',
  ],
  [
    'answers now and then, none for three',
    '来信选登',
    'repliedLetters',
    [
      ['来信', '2023-11-12'],
      ['来信二', '2023-06-12'],
    ],
    'quiet 62',
  ],
  [
    'letters counted by the half year, none for more than a year',
    '来信统计',
    'repliedLetters',
    [
      ['2022年上半年来信办理统计', '2022-07-08'],
      ['2021年来信办理统计', '2022-01-10'],
    ],
    'stale 365',
  ],
  [
    'letters counted once a year, of the year before',
    '来信统计',
    'repliedLetters',
    [
      ['2022年来信办理统计', '2023-04-08'],
      ['2021年来信办理统计', '2022-01-10'],
    ],
    'quiet 62',
  ],
  [
    'letters themselves, none for more than a year, now and then before',
    '来信选登',
    'repliedLetters',
    [
      ['来信', '2022-07-08'],
      ['来信二', '2022-01-10'],
    ],
    'quiet 62',
  ],
  [
    'what was done about rumours, two years ago',
    '回应关切',
    'publicResponse',
    monthly('回应', 2022, 8, 2),
    'stale 545',
  ],
])('%s', (_, name, topic, items, want) => {
  expect(outcomeOf(name, topic, items)).toBe(want)
})

it('what comes elsewhere by a notice of the portal is asked about', () => {
  const note = '关于行政许可信息改由省平台公示的说明'
  expect(outcomeOf('行政许可', 'licensing', monthly('许可决定', 2022, 12), note)).toBe('quiet 365')
})

/** Notices below another column, the newest of them seven months old. */
const notices = (name: string, days: readonly string[], topic = 'notices') =>
  new SiteViewBuilder()
    .column('新闻中心', '/xw/', { topic: 'news', items: [['植树', '2024-03-18']] })
    .column(name, '/xw/gs/', {
      topic,
      parent: '新闻中心',
      items: days.map((day, i) => [`关于第${'一二三四'[i]}项许可的公告`, day] as const),
    })

it.each([
  ['that came by the month', '公示公告', ['2023-08-20', '2023-08-02', '2023-07-17'], 'stale 183'],
  ['whose gaps are as long', '公示公告', ['2023-08-20', '2023-03-02', '2022-12-17'], 'quiet 365'],
  ['of which there were two', '通知公告', ['2023-08-20', '2023-08-02'], 'quiet 365'],
  ['that go on', '通知公告', ['2023-10-20', '2023-10-02', '2023-09-17'], 'fresh 365'],
  ['by another name', '拍卖信息', ['2023-08-20', '2023-08-02', '2023-07-17'], 'fresh 365'],
])('notices below another column, silent for half a year, %s', (_, name, days, want) => {
  const site = notices(name, days)
  const { findings } = runOn(columnStale, site.build(), site)
  const found = findings.find(({ subject }) => subject === name)
  expect(`${found?.outcome} ${found?.facts.limit}`).toBe(want)
})
