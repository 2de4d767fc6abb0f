/** Every outcome of `interaction/answer-entry-missing` from a small site that gives it. */
import { answerEntryMissing } from '#checks/interaction/answer-entry-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '智能问答入口'

const answering = (words: readonly string[], kind: 'other' | 'form' = 'other') =>
  new SiteViewBuilder({ links: [['智能问答', '/zn.html']] }).page('/zn.html', {
    kind,
    title: '智能问答',
    words,
  })

testCheck(answerEntryMissing, {
  suspended: [
    {
      shows: 'behind the entry nobody answers, it says',
      site: answering(['功能升级中，暂停服务。']),
      expect: { [S]: 'suspended' },
    },
    {
      shows: 'a store of answers on the home page does not stand for the robot that rests',
      site: new SiteViewBuilder({ links: [['政策问答库', '/wd/']] })
        .column('政策问答库', '/wd/', { items: [['低保申请需要哪些材料', '2026-11-19']] })
        .column('智能问答', '/zn/', { words: ['系统升级改造，自2026年3月起暂停服务。'] }),
      expect: { [S]: 'suspended' },
    },
  ],
  listed: [
    {
      shows: 'a store of questions and answers that is a list',
      site: new SiteViewBuilder({ links: [['政策问答库', '/wd/']] }).column('政策问答库', '/wd/', {
        items: [['低保申请需要哪些材料', '2026-11-19']],
      }),
      expect: { [S]: 'listed' },
      facts: { [S]: { count: 1 } },
    },
    {
      shows: 'one in which nothing stands',
      site: new SiteViewBuilder({ links: [['政策问答', '/wd/']] }).column('政策问答', '/wd/', {
        empty: true,
      }),
      expect: { [S]: 'listed' },
      facts: { [S]: { count: 0 } },
    },
  ],
  blank: [[], ['暂无内容']].map((words) => ({
    shows: `nothing stands where one should ask: ${words}`,
    site: answering(words),
    expect: { [S]: 'blank' } as const,
  })),
  dead: [500, 404].map((status) => ({
    shows: `the entry leads nowhere or its program breaks: ${status}`,
    site: new SiteViewBuilder({ links: [['智能问答', '/zn.html']] }).target(
      '/zn.html',
      [status, status],
      {
        text: '智能问答',
      },
    ),
    expect: { [S]: 'dead' } as const,
  })),
  present: [
    {
      shows: 'a page to ask on whose store of answers still grows',
      site: answering(['您好，我是智能客服。知识库持续完善中，请输入您的问题。']),
      expect: { [S]: 'present' },
    },
    ...['小禾问答', '问小林', '江城智答'].map((name) => ({
      shows: `a robot with a name of its own: ${name}`,
      site: new SiteViewBuilder({ links: [[name, '/robot/']] }),
      expect: { [S]: 'present' } as const,
    })),
    {
      shows: 'people rest at night, the robot does not',
      site: answering(['请输入您的问题。人工客服夜间暂停服务。']),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a form, whatever is said of its making',
      site: answering(['平台完善中，欢迎提问'], 'form'),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a link',
      site: new SiteViewBuilder({ links: [['智能问答', 'https://robot.example-city.gov.cn/']] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'an icon that a script opens',
      site: new SiteViewBuilder({ bare: ['智能客服'] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a picture with words',
      site: new SiteViewBuilder({ pictures: ['政策问答平台'] }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'the page itself: one box to write in',
      site: new SiteViewBuilder().page('/hd/zn.html', {
        kind: 'other',
        title: '智能问答',
        words: ['请输入您的问题'],
      }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a door to it on the page of all ways to write',
      site: new SiteViewBuilder().page('/hd/', {
        kind: 'directory',
        title: '互动交流',
        links: [['智能客服', 'https://robot.example-city.gov.cn/', 'main']],
      }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a store of answers whose page a script writes',
      site: new SiteViewBuilder({ links: [['政策问答库', '/wd/']] }).column('政策问答库', '/wd/', {
        items: [['低保申请需要哪些材料', '2026-11-19']],
        needsBrowser: '由脚本生成',
      }),
      expect: { [S]: 'present' },
    },
    {
      shows: 'a column',
      site: new SiteViewBuilder().column('政策问答', '/wd/'),
      expect: { [S]: 'present' },
    },
  ],
  town: {
    shows: 'no scheme asks a town for one',
    site: new SiteViewBuilder().with({
      agency: { id: 'a', name: '示例镇人民政府', group: null, attributes: [] },
    }),
    expect: { [S]: 'town' },
  },
  unseen: [
    {
      shows: 'questions often asked are no robot',
      site: new SiteViewBuilder({ links: [['常见问答', '/wd/']] }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'a headline about robots is no entry',
      site: new SiteViewBuilder({ links: [['我市举办首届工业机器人应用技能大赛', '/gz/1.html']] }),
      expect: { [S]: 'unseen' },
    },
    {
      shows: 'nor is an article about answering',
      site: new SiteViewBuilder()
        .page('/gz/2.html', { kind: 'article', title: '智能问答' })
        .page('/gz/', { kind: 'listing', links: [['智能问答上线运行', '/gz/3.html', 'list']] }),
      expect: { [S]: 'unseen' },
    },
  ],
})
