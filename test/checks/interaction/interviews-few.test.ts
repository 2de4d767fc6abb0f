/** Every outcome of `interaction/interviews-few` from a small site that gives it. */
import { interviewsFew } from '#checks/interaction/interviews-few'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '在线访谈'

/** One interview of a day with this page. */
const held = (day: string, words: string, more: PageSpec = {}): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('在线访谈', '/ft/', {
      topic: 'interviews',
      items: [['局长谈造林绿化', day, '/ft/1.html']],
    })
    .page('/ft/1.html', {
      kind: 'article',
      title: '局长谈造林绿化',
      publishedOn: day,
      words: [words],
      ...more,
    })
const TO_COME = '本期访谈内容正在整理中，敬请期待。'

/** A notice of a talk, and the entries beside it. */
const announced = (
  words: string,
  day = '2023-11-20',
  others: readonly (readonly [string, string, string])[] = [],
  title = '【访谈预告】县教育局谈秋季学期开学准备',
): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('在线访谈', '/ft/', {
      topic: 'interviews',
      items: [[title, day, '/ft/1.html'], ...others],
    })
    .page('/ft/1.html', { kind: 'article', title, publishedOn: day, words: [words] })
const NOTICE =
  '访谈时间：2023年11月25日 15:00\n访谈嘉宾：县教育局局长 周明远\n届时欢迎广大网友踊跃提问。'

testCheck(interviewsFew, {
  unheld: [
    {
      shows: 'told ahead, and nothing since',
      site: announced(NOTICE),
      expect: { [S]: 'none', 只有预告的访谈: 'unheld' },
    },
    {
      shows: 'the talk beside it is about another matter',
      site: announced(NOTICE, '2023-11-20', [
        ['县农业农村局谈粮食生产', '2023-12-02', '/ft/2.html'],
      ]),
      expect: { [S]: 'counted', 只有预告的访谈: 'unheld' },
    },
  ],
  hollow: [
    TO_COME,
    '',
    '访谈实录整理后公布。',
    '访谈简介\n围绕造林绿化，解读补助政策，回应林农关切。\n文字实录\n文字实录整理中，敬请期待',
    '视频转换中',
    '访谈时间：2023年11月28日 15:00 嘉宾：县林业局局长',
    '本期主题：造林绿化 主持人：小李',
    '县林业局局长将于11月28日下午做客政府网在线访谈，就造林绿化工作与网友在线交流，欢迎广大网友踊跃参与、提前留言提问。',
  ].map((words) => ({
    shows: `months after it was held nothing stands there: ${words}`,
    site: held('2023-12-01', words),
    expect: { [S]: 'none', 没有内容的访谈: 'hollow' } as const,
  })),
  counted: [
    {
      shows: 'a notice whose talk stands beside it',
      site: announced(NOTICE, '2023-11-20', [
        ['县教育局做客谈开学准备工作', '2023-11-26', '/ft/2.html'],
      ]),
      expect: { [S]: 'counted' },
    },
    {
      shows: 'a record under its head',
      site: held(
        '2023-12-01',
        '文字实录\n主持人：今年造林多少亩，分布在哪些乡镇，群众怎么参与？\n嘉宾：今年全县计划造林两万亩，主要分布在北部的六个乡镇，群众可以到村里报名，义务植树的树苗由县里统一提供，成活后按每亩三百元补助，视频正在整理。',
      ),
      expect: { [S]: 'counted' },
    },
    ...[
      {
        shows: 'the notice of a talk of last week',
        site: held('2024-03-15', '局长将于近日做客访谈。'),
      },
      {
        shows: 'the questions and answers in short',
        site: held(
          '2023-12-01',
          '主持人：明年造林多少？嘉宾：定于明年春天举办植树活动，造林两万亩。',
        ),
      },
      {
        shows: 'a film behind a link',
        site: held('2023-12-01', '访谈时间：2023年11月28日', {
          links: [['点击观看', '/v/1.html', 'main']],
        }),
      },
      {
        shows: 'a report of the talk',
        site: held(
          '2023-12-01',
          '日前，县林业局局长做客在线访谈，将于明年开展的造林任务作了介绍。',
        ),
      },
    ].map((one) => ({ ...one, expect: { [S]: 'counted' } as const })),
    ...[
      { shows: 'last week’s may still be written up', site: held('2024-03-15', TO_COME) },
      {
        shows: 'the film stands beside the words',
        site: held('2023-12-01', '文字实录正在整理中。', { frames: ['/v/1.html'] }),
      },
      {
        shows: 'a talk about what is to come',
        site: held('2023-12-01', '主持人：何时完工？局长：正在制作方案，敬请期待。'.repeat(4)),
      },
    ].map((one) => ({ ...one, expect: { [S]: 'counted' } as const })),
    {
      shows: 'two of the last year; an announcement and an old one do not count',
      site: new SiteViewBuilder().column('在线访谈', '/ft/', {
        topic: 'interviews',
        items: [
          ['局长谈造林绿化', '2024-02-01', '/ft/1.html'],
          ['访谈预告：春季防火', '2024-01-20', '/ft/2.html'],
          ['副局长谈湿地保护', '2023-06-01', '/ft/3.html'],
          ['局长谈林长制', '2022-06-01', '/ft/4.html'],
        ],
      }),
      expect: { [S]: 'counted' },
      facts: { [S]: { count: 2 } },
    },
  ],
  town: {
    shows: 'no scheme asks a town for one',
    site: new SiteViewBuilder()
      .column('通知公告', '/tz/')
      .with({ agency: { id: 'a', name: '示例镇人民政府', group: null, attributes: [] } }),
    expect: { [S]: 'town' },
  },
  lapsed: [
    {
      shows: 'the column’s newest is older than a year',
      site: new SiteViewBuilder().column('在线访谈', '/ft/', {
        topic: 'interviews',
        items: [
          ['局长谈林长制', '2021-06-01', '/ft/4.html'],
          ['局长谈防火', '2020-06-01', '/ft/3.html'],
        ],
      }),
      expect: { [S]: 'lapsed' },
      facts: { [S]: { newest: '2021-06-01' } },
    },
    {
      shows: 'further list pages were not read',
      site: new SiteViewBuilder().column('在线访谈', '/ft/', {
        topic: 'interviews',
        items: [['局长谈林长制', '2021-06-01', '/ft/4.html']],
        paging: ['/ft/2.html'],
      }),
      softened: true,
      expect: { [S]: 'lapsed' },
    },
  ],
  none: [
    {
      shows: 'a notice of a talk to come',
      site: announced(NOTICE, '2024-03-15'),
      expect: { [S]: 'none' },
    },
    {
      shows: 'a town that has set up the column keeps it empty',
      site: new SiteViewBuilder()
        .column('在线访谈', '/ft/', { topic: 'interviews' })
        .with({ agency: { id: 'a', name: '示例镇人民政府', group: null, attributes: [] } }),
      expect: { [S]: 'none' },
    },
    {
      shows: 'nothing for years, but one entry shows no day',
      site: new SiteViewBuilder().column('在线访谈', '/ft/', {
        topic: 'interviews',
        items: [
          ['局长谈湿地', null, '/ft/5.html'],
          ['局长谈林长制', '2021-06-01', '/ft/4.html'],
        ],
      }),
      expect: { [S]: 'none' },
    },
    {
      shows: 'on the city’s portal',
      site: new SiteViewBuilder().column('在线访谈', 'https://www.example-city.gov.cn/ft/', {
        topic: 'interviews',
        kindOfColumn: 'external',
      }),
      expect: { [S]: 'none' },
      facts: { [S]: { reason: '“在线访谈”指向站外' } },
    },
    {
      shows: 'no column',
      site: new SiteViewBuilder().column('通知公告', '/tz/'),
      expect: { [S]: 'none' },
    },
  ],
})
