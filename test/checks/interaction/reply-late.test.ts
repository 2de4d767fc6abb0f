/** Every outcome of `interaction/reply-late` from a small site that gives it. */
import { replyLate } from '#checks/interaction/reply-late'
import type { PublicMessage } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

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

/** One letter on a page of its own, with the answer given. */
function letter(answer: string, more: PageSpec = {}): SiteViewBuilder {
  const words = `来信内容 请问补贴何时发放？\n答复内容 ${answer}`
  const told = [
    {
      title: '补贴',
      askedOn: '2024-03-01',
      answeredOn: '2024-03-05',
      state: 'answered' as const,
      unit: null,
      url: null,
      sure: true,
      at: [0, 1] as const,
      quote: '补贴',
    },
  ]
  const site = new SiteViewBuilder()
    .page('/zx/1.html', { kind: 'article', title: '补贴', words: [words], messages: told, ...more })
    .column('咨询投诉', '/zx/', { topic: 'inquiries' })
  return site.with({
    messages: [
      {
        title: '补贴',
        askedOn: '2024-03-01',
        answeredOn: '2024-03-05',
        state: 'answered',
        seenOn: '2024-03-20',
        place: site.cite('/zx/1.html', '补贴'),
      },
    ],
  })
}

/** One answered after thirteen working days, with what its page says. */
function slow(words: string, title = '老旧房屋权属'): SiteViewBuilder {
  const site = new SiteViewBuilder()
    .column('咨询投诉', '/zx/', { topic: 'inquiries' })
    .page('/zx/9.html', { kind: 'article', title, words: [words] })
  const days = { askedOn: '2024-03-01', answeredOn: '2024-03-20', seenOn: '2024-03-20' }
  const place = site.cite('/zx/9.html', title)
  const { url } = place
  return site.with({ messages: [{ title, state: 'answered', place, url, ...days }] })
}

/** Letters of these titles on pages of their own, all with one answer. */
function alike(titles: readonly string[]): SiteViewBuilder {
  const answer = '您好，县里正在编制改造计划，资金到位后将分批实施，请向所在镇政府了解进度。'
  const told = (title: string) => ({
    title,
    askedOn: '2024-03-01',
    answeredOn: '2024-03-05',
    state: 'answered' as const,
  })
  const site = titles.reduce(
    (builder, title, i) =>
      builder.page(`/zx/${i}.html`, {
        kind: 'article',
        title,
        words: [`来信内容：${title}\n答复内容：${answer}`],
        messages: [
          { ...told(title), unit: null, url: null, sure: true, at: [0, 1] as const, quote: title },
        ],
      }),
    new SiteViewBuilder(),
  )
  const listed = site.column('咨询投诉', '/zx/', { topic: 'inquiries' })
  return listed.with({
    messages: titles.map((title, i) => ({
      ...told(title),
      seenOn: '2024-03-20',
      place: listed.cite(`/zx/${i}.html`, title),
    })),
  })
}
const ON_TIME = { 留言答复时限: 'on-time', ...ALL } as const

/** A letter answered in time, and a call for opinions whose result came a month later, read as if it were one. */
function calledBeside(): SiteViewBuilder {
  const call = '公墓收费意见征集'
  const site = board([FINE])
    .column('意见征集', '/yj/', {
      topic: 'consultation',
      items: [[call, '2024-01-05', '/yj/1.html']],
    })
    .page('/yj/1.html', { kind: 'article', title: call, words: ['反馈（2024年2月20日）'] })
  const place = site.cite('/yj/1.html', call)
  const days = { askedOn: '2024-01-05', answeredOn: '2024-02-20', seenOn: '2024-03-20' }
  return site.with({
    messages: [...site.build().messages, { title: call, state: 'answered', place, ...days }],
  })
}

/** A letterbox whose page says this, and one more page that is given. */
const box = (
  words: string,
  more: Parameters<SiteViewBuilder['page']>[1] = {},
  home: Parameters<SiteViewBuilder['page']>[1] = {},
) =>
  new SiteViewBuilder(home)
    .column('县长信箱', '/xx/', { topic: 'inquiries', words: [words], kind: 'other' })
    .page('/xx/w.html', { kind: 'article', title: '写信须知', words: ['请写明姓名'], ...more })
const NONE_READ = { 留言答复时限: 'dates-hidden' } as const
/** A column of this name with telephones alone. */
const phones = (name: string) =>
  new SiteViewBuilder()
    .column(name, '/jb/', {
      topic: 'inquiries',
      words: ['电话：0700-2230000，来信请寄中街1号'],
      kind: 'other',
    })
    .page('/jb/w.html', { kind: 'article', title: '须知', words: ['请写明姓名'] })
const MAILS = '欢迎来信：xxx@example.gov.cn，来信请寄中街1号'

/** A section of interaction that holds this door and a call for opinions. */
const interaction = (name: string, home?: SiteViewBuilder): SiteViewBuilder =>
  (home ?? new SiteViewBuilder())
    .column('互动交流', '/hd/', { topic: 'interaction' })
    .column(name, '/hd/jb/', { topic: 'inquiries', parent: '互动交流', words: ['举报须知'] })
    .column('意见征集', '/hd/zj/', { topic: 'consultation', parent: '互动交流' })

testCheck(replyLate, {
  'channel-missing': ['纪检举报', '网上信访', '纪检监察举报'].map((name) => ({
    shows: `reports and petitions alone are no way to be advised, nor what deputies proposed: ${name}`,
    site: interaction(name).target('/jyta/', [200], { text: '建议提案' }),
    expect: { 在线咨询渠道: 'channel-missing' as const },
  })),
  'form-missing': [
    {
      shows:
        'the page where letters are written says that it is closed, beside the menu of its section',
      site: box('写信须知', {
        title: '我要写信',
        words: ['写信功能暂停使用，如有诉求请到政务服务大厅反映。'],
        links: [['我要写信', '/xx/w.html', 'main']],
      }),
      expect: { ...NONE_READ, 在线咨询渠道: 'form-missing' },
    },
    {
      shows: 'the only way to write is by mail',
      site: box(MAILS),
      expect: { ...NONE_READ, 在线咨询渠道: 'form-missing' },
    },
    {
      shows: 'the tools of every page, and the form of a call for opinions in the same section',
      site: box(MAILS, { bare: ['长者版'] }, { bare: ['长者版'] })
        .column('意见征集', '/zj/', {
          topic: 'consultation',
          items: [['关于停车收费方案征求意见的公告', '2024-02-10', '/zj/1.html']],
        })
        .page('/zj/1.html', { kind: 'form', title: '政民互动：征求意见' }),
      expect: { ...NONE_READ, 在线咨询渠道: 'form-missing' },
    },
  ],
  'answer-blank': [
    ...['', '\n满意度：未评价', '\n打印\n上一封：路灯不亮'].map((behind) => ({
      shows: `a day of answering, and nothing where the answer should be${behind}`,
      site: letter(behind),
      years: [2024] as const,
      expect: { ...ON_TIME, '答复内容：空白': 'answer-blank' } as const,
    })),
    {
      shows: 'the picture in the foot of every page is no answer',
      site: letter('', { pictures: ['扫一扫关注公众号'] }),
      years: [2024],
      expect: { ...ON_TIME, '答复内容：空白': 'answer-blank' },
    },
  ],
  'answered-first': {
    shows: 'an answer dated before its question is nobody’s delay, and a wrong day',
    site: board([FINE, ['日期印反', '2024-02-10', '2024-01-02']]),
    years: [2024],
    expect: { ...ON_TIME, 提问与答复日期: 'answered-first' },
    facts: { 留言答复时限: { checked: 1 } },
  },
  'days-crossed': [
    {
      shows: 'a bare 时间 may be that of putting the letter up',
      site: board([FINE, ['时间：路灯', '2024-02-10', '2024-02-02']]),
      years: [2024],
      expect: { ...ON_TIME, 提问与答复日期: 'days-crossed' },
    },
    {
      shows: 'where most answers come first, the days may be those of putting the letters up',
      site: board([FINE, ['甲', '2024-02-10', '2024-02-02'], ['乙', '2024-02-11', '2024-02-03']]),
      years: [2024],
      expect: { ...ON_TIME, 提问与答复日期: 'days-crossed' },
    },
  ],
  'handed-on': [
    '您好，您的来信已转交县农业农村局办理。',
    '您好，您反映的问题已收悉，感谢您对我们工作的关注与支持。',
    '来信已收到，我们将尽快核实处理，谢谢！',
    '您好，请拨打县农业农村局电话0711-8765123咨询。',
  ].map((answer) => ({
    shows: answer,
    site: letter(answer),
    years: [2024],
    expect: { ...ON_TIME, 答复内容: 'handed-on' } as const,
  })),
  'handed-off': {
    shows: 'printed as settled, and only handed on',
    site: letter('您好，您的来信已转交县农业农村局办理。', {
      words: [
        '办理状态：已办结',
        '来信内容 请问补贴何时发放？',
        '答复内容 您好，您的来信已转交县农业农村局办理。',
      ],
    }),
    years: [2024],
    expect: { ...ON_TIME, '答复内容：转办': 'handed-off' },
  },
  'answers-copied': {
    shows: 'one answer to letters on other matters',
    site: alike(['小区路灯不亮', '低保怎样申领', '公交站台破损']),
    years: [2024],
    expect: { ...ON_TIME, '答复内容：雷同': 'answers-copied' },
    facts: { '答复内容：雷同': { count: 3 } },
  },
  'figures-empty': {
    shows: 'a column so called that holds no figure',
    site: board([FINE]).column('留言统计', '/zx/tj/', {
      parent: '咨询投诉',
      words: ['统计数据整理后公布。'],
    }),
    years: [2024],
    expect: { 留言答复时限: 'on-time', 最久未答复: 'answered', 办理统计: 'figures-empty' },
  },
  'answer-unattached': [
    {
      shows: 'the answer sends to a file that is not there',
      site: letter('您好，补贴标准和办理流程详见附件。'),
      years: [2024],
      expect: { ...ON_TIME, '答复内容：附件': 'answer-unattached' },
    },
  ],
  'on-time': [
    ...[
      '答复内容：3月5日已先行回复：因需赴外省调取档案，经分管负责人批准延长至15个工作日。3月20日：档案已调取。',
      '答复内容：3月5日告知：需到市档案馆查档，经批准延长10个工作日。3月20日：已查到存根。',
    ].map((words) => ({
      shows: `within the longer term that it was given: ${words}`,
      site: slow(words),
      years: [2024] as const,
      expect: ON_TIME,
    })),
    {
      shows: 'what its writer took back is owed nothing',
      site: board([['路灯不亮', '2023-11-20', null, 'withdrawn'], FINE]),
      years: [2023, 2024],
      expect: ON_TIME,
    },
    ...[
      '您好，申报表已寄到您家，请按附件填写说明填写后寄回，需要三个工作日。',
      '您好，办理流程详见附件。\n附件：办理流程\n一、向村委会提出书面申请。',
      '您好，有关政策见《办法》附件2，您可以向镇里申请。',
    ].map((answer) => ({
      shows: `no file of the answer's own is missing: ${answer}`,
      site: letter(answer),
      years: [2024] as const,
      expect: ON_TIME,
    })),
    {
      shows: 'the file hangs on the answer by a link',
      site: letter('您好，办理流程详见附件。', { links: [['办理流程下载', '/f/9', 'main']] }),
      years: [2024],
      expect: ON_TIME,
    },
    {
      shows: 'a call for opinions with what came of it is no letter',
      site: calledBeside(),
      years: [2024],
      expect: ON_TIME,
    },
    {
      shows: 'one answer to letters on one matter',
      site: alike(['小区路灯不亮', '小区路灯何时修好']),
      years: [2024],
      expect: ON_TIME,
    },
    ...(
      [{ pictures: [{ inBody: '复函' }] }, { attachments: [['复函.pdf', '/zx/1.pdf']] }] as const
    ).map((more) => ({
      shows: 'the answer may stand in a picture or a file',
      site: letter('', more),
      years: [2024],
      expect: ON_TIME,
    })),
    {
      shows: 'the answer stands below its label',
      site: letter('\n您好，补贴每年三月发放。'),
      years: [2024],
      expect: ON_TIME,
    },
    {
      shows: 'fewer settled than received',
      site: board([FINE], { words: ['今年以来共收到留言231件，办结214件，其中上年收到231件。'] }),
      years: [2024],
      expect: { ...ON_TIME, 办理统计: 'shown' },
    },
    ...[
      '您好，您的来信已转交县农业农村局办理，现答复如下：补贴已于三月一日打入一卡通。',
      '您好，补贴每年三月发放。',
      '您反映的路灯已修复，感谢您的监督。',
    ].map((answer) => ({
      shows: `an answer that says something: ${answer}`,
      site: letter(answer),
      years: [2024],
      expect: ON_TIME,
    })),
    {
      shows:
        'the front of the column, whose lists print days of asking and answering, is no letter',
      site: board([
        FINE,
        ['咨询投诉', '2024-02-01', '2024-03-12'],
        ['咨询投诉', '2024-03-10', '2024-03-02'],
      ]),
      years: [2024],
      expect: ON_TIME,
      facts: { 留言答复时限: { checked: 1 } },
    },
    {
      shows: 'a growth is no rate',
      site: board([FINE], { words: ['收到来信30件，办结30件，办结率同比提高120%。'] }),
      years: [2024],
      expect: { ...ON_TIME, 办理统计: 'shown' },
    },
    {
      shows: 'all, and no more',
      site: board([FINE], { words: ['收到来信30件，办结30件，办结率100%。'] }),
      years: [2024],
      expect: { ...ON_TIME, 办理统计: 'shown' },
    },
    {
      shows: 'seven working days are still in time; one open for five is not late yet',
      site: board([FINE, ['林区道路', '2024-03-13', null, 'unanswered']]),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
      facts: { 留言答复时限: { checked: 1, count: 0 } },
    },
    {
      shows: 'a late answer of two years ago is out of the period',
      site: board([FINE, ['旧留言', '2022-01-02', '2022-06-02']]),
      years: [2022, 2023, 2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
    },
  ],
  overdue: [
    ...[
      '答复内容：3月5日已告知，经批准延长至10个工作日。3月20日：已查到存根。',
      '答复内容：已查到存根。\n需调查取证的，经批准可延长至15个工作日并告知来信人。',
      '来信内容：开发商延期交房怎么办？\n答复内容：已责成开发商按合同赔付。',
    ].map((words) => ({
      shows: `not within a longer term, or none was given to it: ${words}`,
      site: slow(words),
      years: [2024] as const,
      expect: { 留言答复时限: 'overdue', ...ALL } as const,
    })),
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
  extended: {
    shows: 'done late, by leave, and for how long is not told',
    site: slow('状态 办结（延期）\n答复内容：已到档案馆查到存根，请携带身份证到中心办理。'),
    years: [2024],
    expect: { ...ON_TIME, '留言答复时限：延期': 'extended' },
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
      shows: 'the front of several columns, whose days are those of different entries',
      site: board([FINE, ['互动交流', '2024-02-10', '2024-01-02']]).column('互动交流', '/hd/'),
      years: [2024],
      expect: { 留言答复时限: 'on-time', ...ALL },
    },
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
      shows: 'the line of the head of the office, which may print letters; a form it does not owe',
      site: phones('局长热线'),
      expect: NONE_READ,
    },
    {
      shows: 'a form to write in on a page beside it',
      site: box(MAILS, { kind: 'form' }),
      expect: NONE_READ,
    },
    {
      shows: 'a door of the home page that a script opens',
      site: box(MAILS, { bare: ['我要写信'] }, { bare: ['我要写信'] }),
      expect: NONE_READ,
    },
    {
      shows: 'a door to the platform of the province',
      site: box(MAILS).target('http://12345.example-province.gov.cn/', [200], {
        from: '/xx/',
        text: '我要写信',
      }),
      expect: NONE_READ,
    },
    {
      shows: 'a page that tells of no other way',
      site: box('本信箱受理群众来信'),
      expect: NONE_READ,
    },
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
  'no-messages': [
    {
      shows: 'a telephone line in the section may be a board',
      site: interaction('12345热线'),
      expect: { 留言答复时限: 'no-messages' },
    },
    {
      shows: 'reports beside a link to a letterbox elsewhere',
      site: interaction('纪检举报').target('/xx/', [200], { text: '县长信箱', external: true }),
      expect: { 留言答复时限: 'no-messages' },
    },
    ...['我要建议', '局长邮箱', '意见箱', '有问必答', '民生连线'].map((text) => ({
      shows: `reports beside a way to advise elsewhere: ${text}`,
      site: interaction('纪检举报').target('/xx/', [200], { text, external: true }),
      expect: { 留言答复时限: 'no-messages' } as const,
    })),
    {
      shows: 'reports beside a picture in the section that may be any door',
      site: new SiteViewBuilder()
        .page('/hd/', { kind: 'listing', title: '互动交流', links: [['', '/hd/xx', 'main']] })
        .column('互动交流', '/hd/', { topic: 'interaction' })
        .column('纪检举报', '/hd/jb/', { topic: 'inquiries', parent: '互动交流' }),
      expect: { 留言答复时限: 'no-messages' },
    },
    {
      shows: 'reports beside a door that a script opens',
      site: interaction('纪检举报', new SiteViewBuilder({ bare: ['我要咨询'] })),
      expect: { 留言答复时限: 'no-messages' },
    },
    {
      shows: 'no board',
      site: new SiteViewBuilder().column('通知公告', '/tz/', { topic: 'notices' }),
      expect: { 留言答复时限: 'no-messages' },
    },
    ...['举报电话', '12345热线', '纪检监察举报', '投诉电话', '网上信访'].map((name) => ({
      shows: `a line to ring, or a door for reports, is none: ${name}`,
      site: phones(name),
      expect: { 留言答复时限: 'no-messages' } as const,
    })),
  ],
})
