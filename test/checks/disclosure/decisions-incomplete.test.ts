/** Every outcome of `disclosure/decisions-incomplete` from a small site that gives it; judged on 2024-03-20. */
import { decisionsIncomplete } from '#checks/disclosure/decisions-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { at, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

type Row = readonly [string, string, string?]
const CALL: Row = ['关于《示例县绿化办法（草案）》公开征求意见的公告', '2024-02-01', '/jc/1.html']
const LIST: Row = ['2024年度重大行政决策事项目录', '2024-02-20', '/jc/2.html']
const DONE = { 决策草案与说明: 'complete', 决策事项目录: 'complete' } as const

const column = (items: readonly Row[], explained = true): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items })
    .page('/jc/1.html', {
      kind: 'article',
      title: CALL[0],
      attachments: [
        ['办法（草案）.doc', '/jc/1.doc'],
        ...(explained ? ([['起草说明.doc', '/jc/2.doc']] as const) : []),
      ],
    })

const county = (builder: SiteViewBuilder): SiteViewBuilder =>
  builder.with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })

/** What came of this year's list, as its page tells it, beside a list of last year. */
const told = (words: readonly string[], more: PageSpec = {}): SiteViewBuilder => {
  const title = '2024年重大行政决策事项目录情况公开'
  return column([
    CALL,
    ['2023年度重大行政决策事项目录', '2023-02-20'],
    [title, '2024-03-01', '/jc/8.html'],
  ]).page('/jc/8.html', { kind: 'article', title, words, ...more })
}

/** A call in another column under a title that names its paper. */
const elsewhere = (title: string, file = '办法（征求意见稿）.docx'): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items: [LIST] })
    .column('意见征集', '/zj/', {
      topic: 'consultation',
      items: [[title, '2024-02-01', '/zj/1.html']],
    })
    .page('/zj/1.html', {
      kind: 'article',
      title,
      attachments: [
        [file, '/zj/1.docx'],
        ['起草说明.docx', '/zj/2.docx'],
      ],
    })

const PARKS = '关于公开征求《示例县公园管理办法（征求意见稿）》意见的公告'
/** The column's own call is in order; another stands where opinions are gathered. */
const beside = (page: PageSpec): SiteViewBuilder =>
  column([CALL, LIST])
    .column('意见征集', '/zj/', {
      topic: 'consultation',
      items: [[PARKS, '2024-02-05', '/zj/1.html']],
    })
    .page('/zj/1.html', { kind: 'article', title: PARKS, ...page })
const ASKED = '县城管局起草了该办法，现面向社会公开征求意见，请于3月30日前提出。'

/** Without a column for decisions: the call where opinions are gathered. */
const called = (page: PageSpec): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('意见征集', '/zj/', {
      topic: 'consultation',
      items: [[PARKS, '2024-02-05', '/zj/1.html']],
    })
    .page('/zj/1.html', { kind: 'article', title: PARKS, ...page })

const FARES = '关于征求《示例县公交票价调整方案（草案）》意见的公告'
/** A call of `days` days that says `words`. */
const open = (days: number, words: string, file = false, title = FARES): SiteViewBuilder => {
  const site = column([CALL, LIST]).page('/jc/5.html', {
    kind: 'article',
    title,
    words: [words],
    ...(file ? { attachments: [['起草说明.doc', '/jc/5.doc']] as const } : {}),
  })
  const closesOn = `2024-02-${String(days).padStart(2, '0')}`
  const call = {
    title,
    url: at('/jc/5.html'),
    publishedOn: '2024-02-01',
    closesOn,
    state: 'closed',
    draft: true,
    feedback: null,
    otherFeedback: [],
    place: { url: at('/jc/5.html'), at: null, quote: title },
  } as const
  return site.with({ consultations: [call] })
}
const SAYS_MAJOR = '本方案系2024年度重大行政决策事项，现向社会公开征求意见。'

testCheck(decisionsIncomplete, {
  'hasty-filed': {
    shows: 'a week for a call that only its column calls a major decision',
    site: open(7, '现向社会公开征求意见。').column('决策草案', '/jc/ca/', {
      topic: 'majorDecisions',
      items: [[FARES, '2024-02-01', '/jc/5.html']],
    }),
    expect: { ...DONE, 决策草案与说明: 'missing', '征求意见期限（待核）': 'hasty-filed' },
  },
  hasty: [
    {
      shows: 'a week for what is called a major decision, and no word of why',
      site: open(7, SAYS_MAJOR),
      expect: { ...DONE, 征求意见期限: 'hasty' },
      facts: { 征求意见期限: { count: 1 } },
    },
    {
      shows:
        'a week for what the year’s list names; an article of the draft that grants more time is no reason',
      site: open(7, '')
        .page('/jc/5.html', {
          kind: 'article',
          title: FARES,
          words: ['现向社会公开征求意见。', '第七条 情况紧急的，可以延长十日。'],
        })
        .page('/jc/2.html', {
          kind: 'article',
          title: LIST[0],
          words: ['一、示例县公交票价调整方案 县交通局 2024年6月'],
        }),
      expect: { ...DONE, 征求意见期限: 'hasty' },
    },
  ],
  complete: [
    {
      shows: 'what came of a call, its title cut in the list',
      site: column([CALL, LIST])
        .column('意见征集', '/zj/', {
          topic: 'consultation',
          items: [['《示例县公园管理办法（征求意见稿）》征求意见结…', '2024-02-05', '/zj/1.html']],
        })
        .page('/zj/1.html', {
          kind: 'article',
          title: '《示例县公园管理办法（征求意见稿）》征求意见结果公告',
          words: ['收到意见3条，采纳2条。'],
        }),
      expect: DONE,
    },
    {
      shows: 'a draft of a few articles in the call itself; its form elsewhere under a short name',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [
            [
              '关于《示例县网络预约出租汽车管理办法（草案）》征求意见的公告',
              '2024-02-01',
              '/jc/1.html',
            ],
            LIST,
          ],
        })
        .page('/jc/1.html', {
          kind: 'article',
          title: '关于《示例县网络预约出租汽车管理办法（草案）》征求意见的公告',
          words: [
            '现公开征求意见。',
            `第一条　为规范经营行为，保障乘客合法权益，制定本办法。${'本县境内的经营活动适用本办法。'.repeat(4)}`,
            `第二条　经营者应当取得许可，驾驶员应当持证上岗，车辆应当定期检验。${'违者依法处理。'.repeat(6)}`,
          ],
        })
        .column('意见征集', '/zj/', {
          topic: 'consultation',
          items: [['《网约车管理办法》意见征集', '2024-02-01', '/zj/1.html']],
        })
        .page('/zj/1.html', {
          kind: 'article',
          title: '《网约车管理办法》意见征集',
          words: ['起止时间：2024-02-01至2024-03-01'],
        }),
      expect: DONE,
    },

    {
      shows: 'a week for what the year’s list does not name',
      site: open(7, '现向社会公开征求意见。').page('/jc/2.html', {
        kind: 'article',
        title: LIST[0],
        words: ['一、示例县公园管理办法 县城管局 2024年6月'],
      }),
      expect: DONE,
    },
    ...(
      [
        ['numbered on its page', { words: ['一、编制本县国土空间规划。二、建设高中。'] }],
        ['in a file', { words: ['现予公开。'], attachments: [['目录.xlsx', '/jc/8.xlsx']] }],
      ] as const
    ).map(([shows, { words, ...more }]) => ({
      shows: `how it stands with this year’s list, the matters ${shows}`,
      site: told(words, more),
      expect: DONE,
    })),
    {
      shows: 'a call beside those of the column, its draft behind a link',
      site: beside({ words: [ASKED], links: [['公园管理办法', '/zj/2.html', 'main']] }),
      expect: DONE,
    },
    {
      shows: 'a call beside those of the column, its draft attached',
      site: beside({ words: [ASKED], attachments: [['办法.docx', '/zj/1.docx']] }),
      expect: DONE,
    },
    ...[
      '关于公开征集2024年度重大行政决策事项建议的公告',
      '关于征求2024年度重大行政决策事项目录意见的公告',
    ].map((title) => ({
      shows: `what is to be decided is asked, no decision: ${title}`,
      site: open(7, '请提出拟列入2024年度重大行政决策事项目录的建议。', false, title),
      expect: DONE,
    })),
    ...(
      [
        ['a month', 29, `${SAYS_MAJOR}2月29日至3月2日另行受理来信。`],
        ['why it had to be quick', 7, `${SAYS_MAJOR}因情况紧急，期限缩短为7日。`],
        ['no major decision', 7, '本方案不属于重大行政决策事项，征求意见7日。'],
        ['only the column is called so', 7, '请登录“重大行政决策预公开”栏目提出意见。'],
        ['a hearing', 7, `${SAYS_MAJOR}并于2月8日举行听证会。`],
        ['put off once', 7, `${SAYS_MAJOR}现将征求意见期限延长至公告所列日期。`],
        ['the draft speaks of such decisions', 7, '第五条 健全重大行政决策程序，落实公众参与。'],
        [
          'the rule by which calls are made',
          7,
          '按照《重大行政决策程序暂行条例》的要求公开征求意见。',
        ],
        ['a draft of rules on them', 7, '《示例县重大行政决策程序规定（征求意见稿）》全文如下。'],
        ['it tells of a month itself', 7, `${SAYS_MAJOR}征求意见时间：2024年1月2日至2月2日。`],
        ['so many days, told', 7, `${SAYS_MAJOR}公开征求意见30日。`],
      ] as const
    ).map(([shows, days, words]) => ({
      shows: `no fault of a short call: ${shows}`,
      site: open(days === 29 ? 29 : days, words),
      params: days === 29 ? { leastDays: 29 } : {},
      expect: DONE,
    })),
    {
      shows: 'the draft written out below the notice, under a heading of its own',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items: [CALL, LIST] })
        .page('/jc/1.html', {
          kind: 'article',
          title: CALL[0],
          words: [
            '现就办法公开征求意见，起草说明：近年绿化投入分散，需要统一标准。',
            '附件：征求意见稿全文',
            '本县绿化坚持因地制宜。',
          ],
        }),
      expect: DONE,
    },
    ...['关于《示例县停车场管理办法》公开征求意见的公告', '公开征集对《示例县绿化规划》的意见'].map(
      (title) => ({
        shows: `a draft put up in another column, which its title does not call one: ${title}`,
        site: elsewhere(title),
        expect: DONE,
      }),
    ),
    { shows: 'draft, explanation and this year’s list', site: column([CALL, LIST]), expect: DONE },
    ...['决策计划', '决策事项一览表', '决策项目名录'].map((name) => ({
      shows: `the list by another name: ${name}`,
      site: column([CALL, [`示例县2024年度重大行政${name}`, '2024-02-20', '/jc/2.html']]),
      expect: DONE,
    })),
    {
      shows: 'an entry that is itself the explanation is no call',
      site: column([
        CALL,
        LIST,
        ['关于《示例县绿化办法（草案）》的说明', '2024-02-01', '/jc/9.html'],
      ]),
      expect: DONE,
    },
    {
      shows: 'the explanation stands as an entry of its own, its page unread',
      site: county(
        column(
          [
            CALL,
            LIST,
            ['《示例县绿化办法（征求意见稿）》', '2024-02-01', '/jc/8.html'],
            ['《示例县绿化办法（草案）》起草说明', '2024-02-01', '/jc/9.html'],
          ],
          false,
        ),
      ),
      expect: DONE,
      facts: { 决策草案与说明: { words: '近 365 天 1 件征求意见，都有草案和说明' } },
    },
    {
      shows: 'an office’s own draft needs no explanation',
      site: column([CALL, LIST], false),
      expect: DONE,
      facts: { 决策草案与说明: { words: '近 365 天 1 件征求意见，都有草案' } },
    },
    {
      shows: 'notice, draft and explanation as three entries without quotation marks',
      site: column(
        [
          ['关于公开征求示例县绿化规划意见的公告', '2024-02-01', '/jc/5.html'],
          ['示例县绿化规划（草案）', '2024-02-01', '/jc/6.html'],
          ['关于示例县绿化规划（草案）的说明', '2024-02-01', '/jc/7.html'],
          LIST,
        ],
        false,
      ).page('/jc/5.html', { kind: 'article', title: '关于公开征求示例县绿化规划意见的公告' }),
      expect: DONE,
    },
    {
      shows: 'draft and explanation written into the call',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items: [CALL, LIST] })
        .page('/jc/1.html', {
          kind: 'article',
          title: CALL[0],
          words: ['草案全文：整株补助三百元，移栽补助一百元。', '起草说明：全县有古树两千株。'],
        }),
      expect: DONE,
    },
    {
      shows: 'the draft is put up among other calls for opinions',
      site: column([LIST]).column('意见征集', '/yj/', {
        topic: 'consultation',
        items: [CALL, ['关于征求停车位使用意见的公告', '2024-02-01']],
      }),
      expect: DONE,
    },
  ],
  incomplete: [
    {
      shows: 'a short call that counts its points may be the plan itself',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items: [CALL, LIST] })
        .page('/jc/1.html', {
          kind: 'article',
          title: CALL[0],
          words: ['现公开征求意见。一、整株补助三百元。二、移栽补助一百元。'],
        }),
      expect: { ...DONE, 决策草案与说明: 'incomplete' },
    },
    ...[
      '正文：第一章总则，适用范围；第二章管理要求。',
      '附：草案主要内容包括建设、保护等章节。',
    ].map((words) => ({
      shows: `a short call that holds the draft or says what is in it: ${words}`,
      site: county(
        new SiteViewBuilder()
          .column('重大决策预公开', '/jc/', { topic: 'majorDecisions', items: [CALL, LIST] })
          .page('/jc/1.html', {
            kind: 'article',
            title: CALL[0],
            words: ['现公布征求意见，请发至邮箱。', words],
          }),
      ),
      expect: { ...DONE, 决策草案与说明: 'incomplete' } as const,
    })),
    {
      shows: 'a government’s draft without explanation',
      site: county(column([CALL, LIST], false)),
      expect: { ...DONE, 决策草案与说明: 'incomplete' },
    },
    {
      shows: 'the explanation of another draft',
      site: county(
        column(
          [CALL, LIST, ['《示例县停车办法（草案）》起草说明', '2024-02-01', '/jc/9.html']],
          false,
        ),
      ),
      expect: { ...DONE, 决策草案与说明: 'incomplete' },
    },
    {
      shows: 'last year’s list; a call of two years ago',
      site: column([
        ['关于《旧办法（草案）》公开征求意见的公告', '2022-02-01'],
        ['2023年度重大行政决策事项目录', '2023-02-20'],
      ]),
      expect: { 决策草案与说明: 'incomplete', 决策事项目录: 'incomplete' },
    },
    {
      shows: 'a few sentences about this year’s list, which name no matter',
      site: told(['本县目录情况是今年的一项重点工作，相关事项经集体研究确定。']),
      expect: { ...DONE, 决策事项目录: 'incomplete' },
    },
    {
      shows: 'the call’s page was not read',
      site: new SiteViewBuilder().column('重大决策预公开', '/jc/', {
        topic: 'majorDecisions',
        items: [CALL, LIST],
      }),
      expect: { ...DONE, 决策草案与说明: 'incomplete' },
    },
  ],
  missing: [
    {
      shows: 'without a column for decisions, a call for comment on a draft that is nowhere',
      site: called({ words: [ASKED] }),
      expect: { 重大决策预公开: 'no-column', 决策草案与说明: 'missing' },
    },
    {
      shows: 'a call beside those of the column: a form to answer in, and no draft',
      site: beside({ words: [ASKED], links: [['我要提意见', '/zj/form.html', 'main']] }),
      expect: { ...DONE, 决策草案与说明: 'missing' },
    },
    {
      shows: 'a call about a matter in the column for opinions puts up no paper',
      site: elsewhere('关于公园开放时间的意见征集'),
      expect: { 决策草案与说明: 'missing', 决策事项目录: 'complete' },
    },
    ...[
      '现就有关办法公开征求意见。征集时间：2024-02-01至2024-03-01。公众可通过以下方式提出意见：1．信函寄至示例县府前路1号（邮编000000）；2．电话：0000-1234567；3．在线填写下方表单。',
      '现公开征求社会各界意见，请于3月1日前反馈。\n征求意见稿全文见县林业局公告栏。',
      '现将有关事项公告如下：\n一、征集时间：2024年2月1日至3月1日。\n二、反馈方式：请将意见发送至邮箱。\n三、联系人：张某，电话1234567。',
    ].map((words) => ({
      shows: `however it tells where to answer, no draft: ${words}`,
      site: beside({
        kind: 'article',
        title: PARKS,
        words: words.split('\n'),
        links: [['关于《示例县公园管理办法》征求意见情况的反馈', '/zj/fk.html', 'main']],
      }),
      expect: { ...DONE, 决策草案与说明: 'missing' } as const,
    })),
    {
      shows: 'a bare announcement, its matter between 征求 and 意见',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [
            ['关于公开征求示例县集中供热价格调整方案意见的公告', '2024-02-01', '/jc/1.html'],
            LIST,
          ],
        })
        .page('/jc/1.html', {
          kind: 'article',
          title: '关于公开征求示例县集中供热价格调整方案意见的公告',
          words: ['县发展改革局拟调整集中供热价格，现公开征求意见，请于3月30日前将意见发至邮箱。'],
        }),
      expect: { ...DONE, 决策草案与说明: 'missing' },
    },
    {
      shows: 'a bare announcement, and 决策草案 in the menu beside it',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [['关于集中供热方案公开征求意见的公告', '2024-02-01', '/jc/1.html'], LIST],
        })
        .page('/jc/1.html', {
          kind: 'article',
          title: '关于集中供热方案公开征求意见的公告',
          words: ['现就集中供热方案公开征求意见，可在下方填写意见。'],
          links: [['决策草案征求意见', '/jc/ca/', 'nav']],
        }),
      expect: { ...DONE, 决策草案与说明: 'missing' },
    },
    {
      shows: 'a bare announcement of a draft that another list shows again',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [
            ['关于《示例县燃气规定（征求意见稿）》征求意见的公告', '2024-02-01', '/jc/1.html'],
            LIST,
          ],
        })
        .column('意见征集', '/yj/', {
          topic: 'consultation',
          items: [
            ['关于《示例县燃气规定（征求意见稿）》征求意见的公告', '2024-02-01', '/jc/1.html'],
          ],
        })
        .page('/jc/1.html', {
          kind: 'article',
          title: '关于《示例县燃气规定（征求意见稿）》征求意见的公告',
          words: ['我局起草了《示例县燃气规定（征求意见稿）》，现公开征求意见，可来信来电。'],
        }),
      expect: { ...DONE, 决策草案与说明: 'missing' },
    },
    {
      shows: 'a bare announcement; what came of it names the draft and holds none',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [
            ['关于征求《示例县管线管理办法（征求意见稿）》意见的公告', '2024-01-02', '/jc/1.html'],
            ['《示例县管线管理办法（征求意见稿）》意见征集结果', '2024-02-20', '/jc/2.html'],
            LIST,
          ],
        })
        .page('/jc/1.html', {
          kind: 'article',
          title: '关于征求《示例县管线管理办法（征求意见稿）》意见的公告',
          words: ['现就《示例县管线管理办法（征求意见稿）》及起草说明向社会征求意见。'],
          links: [['《示例县管线管理办法（征求意见稿）》意见征集结果', '/jc/2.html', 'other']],
        })
        .page('/jc/2.html', {
          kind: 'article',
          title: '《示例县管线管理办法（征求意见稿）》意见征集结果',
          words: ['共收到意见九条，采纳四条。'],
        }),
      expect: { ...DONE, 决策草案与说明: 'missing' },
    },
    {
      shows: 'the list of the year before and none of this, late in the year',
      site: column([
        ['关于《示例县绿化办法（草案）》公开征求意见的公告', '2024-09-01', '/jc/1.html'],
        ['示例县2023年度重大行政决策事项目录', '2023-03-20', '/jc/2.html'],
      ]).with({ asOf: '2024-11-20' }),
      expect: { ...DONE, 决策事项目录: 'missing' },
    },
    {
      shows: 'no list; what came of an older call is no call',
      site: county(column([CALL, ['《绿化办法》征求意见采纳情况反馈', '2024-03-01']])),
      expect: { ...DONE, 决策事项目录: 'missing' },
    },
    {
      shows: 'list pages that were not read',
      site: county(
        new SiteViewBuilder().column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [['关于重大决策程序的学习会', '2024-02-01']],
          paging: ['/jc/index_1.html'],
        }),
      ),
      expect: { 决策草案与说明: 'missing', 决策事项目录: 'missing' },
      softened: true,
    },
  ],
  'not-owed': {
    shows: 'an office opens its drafts; the list of decisions is the government’s',
    site: column([CALL]),
    expect: { ...DONE, 决策事项目录: 'not-owed' },
  },
  'none-said': [
    {
      shows: 'an entry says that the year has no such decisions',
      site: column([['关于2024年度无重大行政决策事项的说明', '2024-02-20', '/jc/9.html']]),
      expect: { 决策草案与说明: 'none-said', 决策事项目录: 'none-said' },
    },
    {
      shows: 'the column’s own page says so',
      site: new SiteViewBuilder().column('重大决策预公开', '/jc/', {
        topic: 'majorDecisions',
        words: ['经研究，2024年度我局没有重大行政决策事项。'],
      }),
      expect: { 决策草案与说明: 'none-said', 决策事项目录: 'none-said' },
    },
  ],
  'no-column': [
    {
      shows: 'calls for opinions alone are interaction’s',
      site: new SiteViewBuilder().column('意见征集', '/yj/', {
        topic: 'consultation',
        items: [['关于征求停车位使用意见的公告', '2024-02-01']],
      }),
      expect: { 重大决策预公开: 'no-column' },
    },
    {
      shows: 'a draft is put up elsewhere, in a file',
      site: called({ words: [ASKED], attachments: [['办法.docx', '/zj/1.docx']] }),
      expect: { 重大决策预公开: 'no-column' },
    },
  ],
})
