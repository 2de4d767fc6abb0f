/** Every outcome of `disclosure/entries-hollow` from a small site that gives it. */
import { entriesHollow } from '#checks/disclosure/entries-hollow'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const SUBJECT = '公开条目的内容'
const TITLE = '示例市林业局权力清单'
const COLUMN = { topic: 'powerList', items: [[TITLE, '2026-04-20', '/qd/1.html']] } as const

function entry(page: PageSpec): SiteViewBuilder {
  return new SiteViewBuilder()
    .column('权责清单', '/qd/', COLUMN)
    .page('/qd/1.html', { kind: 'article', title: TITLE, ...page })
}

const MEETING = '县政府召开第57次常务会议'
const meeting = (...words: readonly string[]): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('会议公开', '/hy/', {
      topic: 'meetings',
      items: [[MEETING, '2026-04-20', '/hy/1.html']],
    })
    .page('/hy/1.html', { kind: 'article', title: MEETING, words })

const news = (page: PageSpec): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('工作动态', '/dt/', {
      topic: 'news',
      items: [['林长巡林', '2026-04-20', '/dt/1.html']],
    })
    .page('/dt/1.html', { kind: 'article', title: '林长巡林', ...page })

const SUMS = '公开内容的合计'
const budgets = (units: string, ...words: readonly string[]): SiteViewBuilder =>
  [...units].reduce(
    (site, unit, at) =>
      site.page(`/ys/${at}.html`, { kind: 'article', title: `${unit}局2026年部门预算`, words }),
    new SiteViewBuilder().column('财政预决算', '/ys/', {
      topic: 'budget',
      items: [...units].map((name, at) => [
        `${name}局2026年部门预算`,
        '2026-02-20',
        `/ys/${at}.html`,
      ]),
    }),
  )
const budget = (...words: readonly string[]): SiteViewBuilder => budgets('甲', ...words)
const UNEQUAL =
  '“三公”经费合计40万元，其中：因公出国（境）费0万元，公务接待费16万元，公务用车购置及运行费30万元。'
const PAID = [
  ['1', '张三', '1000'],
  ['2', '李四', '500.5'],
]
const payments = (
  words: readonly string[],
  table: readonly (readonly string[])[],
): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('惠农补贴', '/bt/', {
      topic: 'subsidies',
      items: [
        ['补贴发放（第一批）', '2026-02-20', '/bt/1.html'],
        ['补贴发放（第二批）', '2026-03-20', '/bt/2.html'],
      ],
    })
    .page('/bt/1.html', { kind: 'article', title: '补贴发放（第一批）', words, tables: [table] })
    .page('/bt/2.html', {
      kind: 'article',
      title: '补贴发放（第二批）',
      words: ['第二批已发放到户到人，收款人已签字。'],
    })

const FINED = '违法事实：超限运输。处罚结果：罚款2000元。'
const BARE = '当事人：示例餐饮店。作出决定日期：2026年4月30日。'
const penalties = (...words: readonly string[]): SiteViewBuilder =>
  words.reduce(
    (site, one, i) =>
      site.page(`/cf/${i}.html`, {
        kind: 'article',
        title: `示林罚决字〔2026〕第${i + 1}号`,
        words: [one],
      }),
    new SiteViewBuilder().column('行政处罚', '/cf/', {
      topic: 'penalties',
      items: words.map((_, i) => [`示林罚决字〔2026〕第${i + 1}号`, '2026-05-08', `/cf/${i}.html`]),
    }),
  )

/** Decisions of a fortnight each in one table. */
const batches = (...tables: readonly (readonly string[])[]): SiteViewBuilder =>
  tables.reduce(
    (site, words, i) =>
      site.page(`/cf/${i}.html`, {
        kind: 'article',
        title: `行政处罚决定公示（第${i + 1}期）`,
        words,
      }),
    new SiteViewBuilder().column('行政处罚', '/cf/', {
      topic: 'penalties',
      items: tables.map((_, i) => [
        `行政处罚决定公示（第${i + 1}期）`,
        '2026-05-08',
        `/cf/${i}.html`,
      ]),
    }),
  )
const HEAD = '当事人 决定书文号 违法事实 处罚内容 决定日期'
const ROW = '示例餐饮店 示林罚〔2026〕1号 占用林地 罚款500元 2026-05-01'
const TABLE = [HEAD, ROW]

const filed = (name: string, topic: string, ...titles: readonly string[]): SiteViewBuilder =>
  new SiteViewBuilder().column(name, '/lm/', {
    topic,
    items: titles.map((title, i) => [title, '2026-05-08', `/lm/${i}.html`]),
  })
const LISTED = ['一', '二', '三', '四', '五', '六']
/** Six decisions made alike; the last one as given. */
const alike = (
  topic: string,
  common: readonly (readonly [string, string])[],
  last: PageSpec,
): SiteViewBuilder =>
  LISTED.reduce(
    (site, n, i) =>
      site.page(`/xk/${i}.html`, {
        kind: 'article',
        title: `许可决定${n}`,
        words: ['准予从事林木种子生产经营活动，有效期三年。'],
        ...(i === LISTED.length - 1 ? last : { labelled: common }),
      }),
    new SiteViewBuilder().column('公示信息', '/xk/', {
      topic,
      items: LISTED.map((n, i) => [`许可决定${n}`, '2026-05-08', `/xk/${i}.html`]),
    }),
  )
const PERMIT = [
  ['许可机关', '示例市林业局'],
  ['许可决定日期', '2026-05-01'],
  ['许可依据', '种子法第三十三条'],
] as const
const permit = (label: string, value: string | null): PageSpec => ({
  labelled: PERMIT.flatMap(([one, said]) =>
    one !== label ? [[one, said] as const] : value === null ? [] : [[one, value] as const],
  ),
})
const filledAlike = { [SUBJECT]: 'filled' } as const
const SENT = '招聘岗位、条件和报名表详见附件。'

const WHOLE_DECISION = [
  '当事人：示例运输公司',
  '违法事实：超限运输',
  '处罚依据：《公路法》第五十条',
  '处罚结果：罚款贰仟元',
]
/** Three decisions, the last of which says only `lines` besides whom it is about. */
const lined = (
  lines: readonly string[],
  {
    topic = 'penalties',
    title = '示林罚决字〔2026〕',
    right = WHOLE_DECISION,
    who = '当事人：示例运输公司',
  } = {},
): SiteViewBuilder =>
  [right, right, [who, ...(topic === 'penalties' ? ['违法事实：超限运输'] : []), ...lines]].reduce(
    (site, words, i) =>
      site.page(`/jd/${i}.html`, { kind: 'article', title: `${title}第${i + 1}号`, words }),
    new SiteViewBuilder().column('决定', '/jd/', {
      topic,
      items: [0, 1, 2].map((i) => [`${title}第${i + 1}号`, '2026-05-08', `/jd/${i}.html`]),
    }),
  )

testCheck(entriesHollow, {
  announced: [
    {
      shows: 'a heading over nothing; a cell; words that a list follows; a bare head',
      site: entry({
        words: ['权力清单如下，共有若干项，由各科室分别实施。'],
        voids: [
          ['section', '三、办理时限'],
          ['cell', '林木采伐许可', '设定依据'],
          ['list', '拟聘用人员名单如下'],
          ['table', '序号'],
        ],
      }),
      expect: {
        [SUBJECT]: 'filled',
        '公开条目：标题下的内容': 'announced',
        '公开条目：空着的一格': 'announced',
        '公开条目：所称的名单和表': 'announced',
        '公开条目：表格的内容': 'announced',
      },
    },
    {
      shows: 'an annex that is nowhere',
      site: entry({
        words: ['经研究，现面向社会公开招聘工作人员若干名。', SENT],
        voids: [['file', SENT]],
      }),
      expect: { [SUBJECT]: 'filled', '公开条目：所称的附件': 'announced' },
    },
  ],
  'field-blank': [
    {
      shows: 'a label over nothing that five others fill; a stroke where every paper has a value',
      site: alike('licensing', PERMIT, permit('许可机关', '')),
      expect: { ...filledAlike, '公示信息：许可机关': 'field-blank' },
      facts: { '公示信息：许可机关': { filled: 5, count: 1 } },
    },
    {
      shows: 'a stroke where every paper has a value, in a column of any kind',
      site: alike('news', PERMIT, permit('许可决定日期', '—')),
      expect: { ...filledAlike, '公示信息：许可决定日期': 'field-blank' },
    },
  ],
  'field-absent': {
    shows: 'a label that five others print',
    site: alike('news', PERMIT, permit('许可依据', null)),
    expect: { ...filledAlike, '公示信息：缺少的要素': 'field-absent' },
  },
  'element-lacking': [
    {
      shows: 'a permit without the grounds that five others print, or over nothing',
      site: alike('licensing', PERMIT, permit('许可依据', null)),
      expect: { ...filledAlike, '公示信息：许可依据': 'element-lacking' },
      facts: { '公示信息：许可依据': { filled: 5, count: 1 } },
    },
  ],
  'sums-wrong': [
    {
      shows: 'in words: the three are more than the whole',
      site: budget(UNEQUAL),
      expect: { [SUBJECT]: 'filled', [SUMS]: 'sums-wrong' },
    },
    {
      shows: 'in the table; over a table of as many rows as the words say',
      site: payments(['共发放2户1600元。'], [['序号', '姓名', '补贴金额（元）'], ...PAID]).page(
        '/bt/2.html',
        {
          kind: 'article',
          title: '补贴发放（第二批）',
          words: ['现将第二批补贴发放情况公布如下。', '合计 1700'],
          tables: [[['序号', '姓名', '补贴金额（元）'], ...PAID, ['合计', '', '1700']]],
        },
      ),
      expect: { [SUBJECT]: 'filled', [SUMS]: 'sums-wrong' },
      facts: { [SUMS]: { count: 2 } },
    },
    {
      shows: 'as a question where most papers of a column do not add up',
      site: budgets('甲乙丙丁戊', UNEQUAL),
      expect: { [SUBJECT]: 'filled', [`${SUMS}：财政预决算`]: 'sums-wrong' },
      softened: true,
    },
  ],
  misplaced: [
    {
      shows: 'the life of the office, and nothing else, where plans belong',
      site: filed('规划计划', 'planning', '局工会举办趣味运动会', '局机关开展主题党日活动'),
      expect: { [SUBJECT]: 'none-read', '栏目内容：规划计划': 'misplaced' },
      facts: { '栏目内容：规划计划': { all: 2, count: 2 } },
    },
    {
      shows: 'news of what was held, in place of who was appointed',
      site: filed('人事任免', 'personnel', '我市召开经济形势分析会', '市领导赴乡镇调研农业生产'),
      expect: { [SUBJECT]: 'none-read', '栏目内容：人事任免': 'misplaced' },
    },
    {
      shows: 'one of them beside what belongs there',
      site: filed('统计信息', 'statistics', '2026年一季度经济运行情况', '职工篮球赛圆满落幕'),
      expect: { [SUBJECT]: 'none-read', '栏目内容：统计信息': 'misplaced' },
      facts: { '栏目内容：统计信息': { all: 2, count: 1 } },
    },
  ],
  'result-unsaid': [
    ...(
      [
        ['依据', '处罚结果：罚款2000元'],
        ['金额', '处罚依据：《公路法》第五十条', '处罚结果：罚款'],
      ] as const
    ).map(([what, ...lines]) => ({
      shows: `of three decisions one does not tell the ${what}`,
      site: lined(lines),
      expect: {
        [SUBJECT]: 'filled',
        [`行政处罚决定：${what}`]: 'result-unsaid',
      } as const,
    })),
    {
      shows: 'of three permits one does not tell what for',
      site: lined(['许可机关：示例市林业局'], {
        topic: 'licensing',
        title: '示林许决字〔2026〕',
        right: ['申请人：示例木材公司', '许可内容：林木采伐', '许可机关：示例市林业局'],
        who: '申请人：示例木材公司',
      }),
      expect: { [SUBJECT]: 'filled', '行政许可决定：内容': 'result-unsaid' },
    },
    {
      shows: 'a decision that names who and when, among others that say what was imposed',
      site: penalties(
        FINED,
        '经查，当事人未按规定备案，决定予以警告。',
        `${BARE}不服本决定的，可申请复议。`,
      ),
      expect: { [SUBJECT]: 'filled', 行政处罚决定: 'result-unsaid' },
      facts: { 行政处罚决定: { checked: 3, count: 1 } },
    },
    {
      shows: 'tables of decisions: of one nothing stands in the column, another has none',
      site: batches(
        TABLE,
        TABLE,
        TABLE,
        [HEAD, '示例商行 示林罚〔2026〕2号 占用林地 2026-05-01'],
        ['当事人 决定书文号 违法事实 决定日期', '示例商行 示林罚〔2026〕2号 占用林地 2026-05-01'],
      ),
      expect: { [SUBJECT]: 'filled', 行政处罚决定: 'result-unsaid' },
      facts: { 行政处罚决定: { checked: 5, count: 2 } },
    },
    {
      shows: 'a table without what was done',
      site: batches(TABLE, TABLE, [
        '当事人 决定书文号 处罚内容 决定日期',
        '示例商行 示林罚〔2026〕2号 没收违法所得800元 2026-05-01',
      ]),
      expect: { [SUBJECT]: 'filled', '行政处罚决定：违法事实': 'result-unsaid' },
      facts: { '行政处罚决定：违法事实': { what: '违法的事实', count: 1 } },
    },
  ],
  filled: [
    ...[
      '依据《中华人民共和国种子法》第三十三条，准予许可。',
      '根据有关规定，决定依据：种子管理规定。',
    ].map((words) => ({
      shows: `what is not behind its label stands in the text: ${words}`,
      site: alike('licensing', PERMIT, { ...permit('许可依据', null), words: [words] }),
      expect: filledAlike,
    })),
    ...[
      ['处罚依据：公路法第五十条', '处罚结果：警告'],
      ['依据公路法第五十条的规定，处罚结果：罚款人民币2,000.00元'],
      ['处罚依据：《公路法》第五十条', '处罚结果：不予罚款'],
    ].map((lines) => ({
      shows: `basis and amount in other words, or none due: ${lines.join()}`,
      site: lined(lines),
      expect: { [SUBJECT]: 'filled' } as const,
    })),
    ...[
      '各单位申报名单和推荐表见附件。\n附件\n推荐名单\n张某某，示例镇林业站；李某某，示例镇农业站；王某某，示例街道办事处。',
      '请将修改意见附件于五月底前报送，逾期视为没有意见，联系电话另行通知。',
      '现将考察对象公示如下：张某某，女，示例市林业局干部，拟任副局长。',
      '会议听取了三项汇报（其余内容略）。',
    ].map((words) => ({
      shows: `nothing is promised and missing: ${words}`,
      site: entry({ words: words.split('\n') }),
      expect: { [SUBJECT]: 'filled' } as const,
    })),
    {
      shows: 'no number on a paper may be in order, and other makes of page print other labels',
      site: alike('licensing', [...PERMIT, ['备注', '无']], {
        labelled: [...PERMIT, ['备注', '']],
      }),
      expect: filledAlike,
    },
    {
      shows: 'what no fewer than two of six lack is no slip; a page made in another way',
      site: alike('licensing', PERMIT, { labelled: [['听证时间', '']] }),
      expect: filledAlike,
    },
    {
      shows: 'sums that hold, and words about another list than the one on the page',
      site: payments(['两批共发放5户4600元。'], [['序号', '姓名', '补贴金额（元）'], ...PAID]),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'tables of decisions that say all; none was made; what was done in words of its own',
      site: batches(
        TABLE,
        TABLE,
        ['本期未作出行政处罚决定。'],
        ['当事人：王某。示林罚〔2026〕3号。沿街摆卖，罚款50元。'],
        ['当事人 决定书文号 案由 处罚结果', '某店 示林罚〔2026〕4号 店外经营 警告'],
      ),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'a meeting by its number, and what it passed',
      site: new SiteViewBuilder()
        .column('会议公开', '/hy/', {
          topic: 'meetings',
          items: [['县政府第97次常务会议', '2026-04-20', '/hy/1.html']],
        })
        .page('/hy/1.html', {
          kind: 'article',
          title: '县政府第97次常务会议',
          words: ['4月18日召开县政府第97次常务会议，通过供暖方案。'],
        }),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'an answer to a proposal is judged elsewhere',
      site: new SiteViewBuilder()
        .column('通知公告', '/tz/', {
          topic: 'notices',
          items: [['对政协第7号提案的答复', '2026-04-20', '/tz/1.html']],
        })
        .page('/tz/1.html', {
          kind: 'article',
          title: '对政协第7号提案的答复',
          words: ['详见附件。'],
        }),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'the annex is told of in passing',
      site: entry({ words: ['有关事项见附件的规定另行公布，自五月起施行。'] }),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'decisions that say it each in its words, one that none was imposed',
      site: penalties(FINED, '决定没收违法所得。', '经复核，决定不予处罚。', '责令停产停业三日。'),
      expect: { [SUBJECT]: 'filled' },
    },
    ...[
      '处以伍仟圆整。',
      '暂停执业三个月。',
      '处罚种类和依据：训诫。',
      '决定注销其许可证。',
      '收缴非法财物。',
    ].map((words) => ({
      shows: `what was imposed in rarer words: ${words}`,
      site: penalties(FINED, FINED, words),
      expect: { [SUBJECT]: 'filled' } as const,
    })),
    {
      shows: 'too few to tell how decisions are told here',
      site: penalties(FINED, BARE),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'a meeting and, in a line, what it dealt with',
      site: meeting('4月18日，县政府召开第57次常务会议，研究防汛工作。'),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'a line in brackets that says something, and one that leaves out a part',
      site: meeting('（会议研究了防汛工作）', '（其他内容略）'),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'a line that says something',
      site: entry({ words: ['现公布林木采伐许可等12项权力。'] }),
      expect: { [SUBJECT]: 'filled' },
    },
    ...(
      [
        ['2025年度行政处罚情况（无）', ''],
        ['2025年第三季度未发生行政事业性收费', ''],
        ['2025年10月行政许可0件', '无'],
        ['行政强制结果', '无'],
        ['任命张某某为示例市林业局副局长', ''],
      ] as const
    ).map(([title, words]) => ({
      shows: `the title says it all, or that there is none: ${title}`,
      site: new SiteViewBuilder()
        .column('权责清单', '/qd/', {
          topic: 'powerList',
          items: [[title, '2026-04-20', '/qd/1.html']],
        })
        .page('/qd/1.html', { kind: 'article', title, words: [words] }),
      expect: { [SUBJECT]: 'filled' } as const,
    })),
    {
      shows: 'a sentence behind the source, on its line',
      site: entry({ words: ['来源：示例省应急管理厅。举报电话12350。'] }),
      expect: { [SUBJECT]: 'filled' },
    },
    {
      shows: 'that there is none is said',
      site: entry({ words: ['本单位无此项内容。'] }),
      expect: { [SUBJECT]: 'filled' },
    },
  ],
  hollow: [
    ...[
      '现将2026年残疾人两项补贴发放对象、标准和金额公示如下：\n（名单和金额略）',
      '现将全市涉企行政事业性收费目录清单公布如下：',
      '现将拟救助对象名单公示如下。\n（名单从略）',
      '现将抽查结果予以公布，名单附后。',
    ].map((words) => ({
      shows: `what was to be told is not on the page: ${words}`,
      site: entry({ words: words.split('\n') }),
      expect: { [SUBJECT]: 'hollow' } as const,
    })),
    {
      shows: 'a column of one sentence that sends elsewhere, below a menu in one line',
      site: new SiteViewBuilder()
        .column('行政许可', '/xk/', { topic: 'licensing' })
        .column('机构职能', '/jg/')
        .column('行政事业性收费', '/sf/', {
          topic: 'fees',
          words: ['行政许可 机构职能', '请到市财政局二楼查询。'],
          links: [
            ['行政许可', '/xk/', 'main'],
            ['机构职能', '/jg/', 'main'],
          ],
        }),
      expect: { [SUBJECT]: 'hollow' },
    },
    ...['收费目录清单请到市财政局二楼查询。', '请关注各公共企事业单位官方网站。'].map((words) => ({
      shows: `a column of one sentence that sends elsewhere: ${words}`,
      site: new SiteViewBuilder().column('行政事业性收费', '/sf/', {
        topic: 'fees',
        words: [words],
      }),
      expect: { [SUBJECT]: 'hollow' } as const,
      facts: { [SUBJECT]: { names: `“行政事业性收费”（${words}）` } },
    })),
    {
      shows: 'what it is for stands in a file, and there is none',
      site: entry({ words: ['权力清单共计312项，见附件。'] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'a page of its title alone, which reads as no article, in a column of decisions',
      site: new SiteViewBuilder()
        .column('重大决策预公开', '/jc/', {
          topic: 'majorDecisions',
          items: [['2026年度重大行政决策事项目录', '2026-03-20', '/jc/1.html']],
        })
        .page('/jc/1.html', { kind: 'other', title: '2026年度重大行政决策事项目录', words: [] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'that a meeting was held, which its title says too',
      site: meeting(MEETING, '2026年4月18日，县政府召开第57次常务会议。'),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'news with nothing beneath the title',
      site: news({ words: [] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    ...[[TITLE], ['附件：']].map((words) => ({
      shows: 'the title once more, or the word before a file that is not there',
      site: entry({ above: [TITLE], words }),
      expect: { [SUBJECT]: 'hollow' } as const,
    })),
    {
      shows: 'a notice with nothing beneath its title; one whose text is a picture is none',
      site: new SiteViewBuilder()
        .column('通知公告', '/tz/', {
          topic: 'notices',
          items: [
            ['关于医保集中参保的通告', '2026-04-20', '/tz/1.html'],
            ['关于停水的通告', '2026-04-19', '/tz/2.html'],
          ],
        })
        .page('/tz/1.html', { kind: 'article', title: '关于医保集中参保的通告', words: [] })
        .page('/tz/2.html', {
          kind: 'article',
          title: '关于停水的通告',
          words: [],
          pictures: [{ inBody: null }],
        }),
      expect: { [SUBJECT]: 'hollow' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: '详见附件 and no file',
      site: entry({ words: ['详见附件。'] }),
      expect: { [SUBJECT]: 'hollow' },
      facts: { [SUBJECT]: { count: 1 } },
    },
    {
      shows: 'the name of the column above the title is none of its words',
      site: entry({ above: ['首页', '权责清单'], words: ['权责清单', '详见附件'] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'the menu beside the title is none of its words either',
      site: entry({
        links: [['行政许可', '/xk/', 'nav']],
        words: ['行政许可', '内容略'],
      }),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'left out',
      site: entry({ words: ['会议内容略。'] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    {
      shows: 'the source alone',
      site: entry({ words: ['来源：示例省应急管理厅。'] }),
      expect: { [SUBJECT]: 'hollow' },
    },
    { shows: 'a title and nothing', site: entry({ words: [] }), expect: { [SUBJECT]: 'hollow' } },
  ],
  'half-read': {
    shows: 'one entry has its text, another was not had',
    site: entry({ words: ['本机关行使下列行政权力，共一百二十三项，按类别公布在本页。'] }).column(
      '行政许可',
      '/xk/',
      { topic: 'licensing', items: [['许可决定', '2024-01-02', '/xk/none.html']] },
    ),
    expect: { [SUBJECT]: 'half-read' },
  },
  'none-read': [
    ...(
      [
        ['规划计划', 'planning', ['2026年党建工作要点', '机关党支部2026年学习计划']],
        ['政府采购', 'procurement', ['职工运动会服装采购成交公告', '食堂食材询价公告']],
        ['应急管理', 'emergency', ['我县举办消防演练', '县领导检查防汛备汛']],
        ['重大项目', 'majorProjects', ['大桥改造工程举行开工仪式']],
        ['预算公开', 'budget', ['工会经费收支情况', '2026年部门预算']],
        ['人事任免', 'personnel', ['关于文艺演出活动的公告', '任前公示']],
        ['义务教育', 'education', ['实验小学举办运动会', '校园读书活动开展']],
        ['会议公开', 'meetings', ['县委理论学习中心组召开会议', '县政府常务会议']],
        ['统计信息', 'statistics', ['全县开展第五次人口普查', '县域旅游接待情况']],
      ] as const
    ).map(([name, topic, titles]) => ({
      shows: `what may stand in ${topic}`,
      site: filed(name, topic, ...titles),
      expect: { [SUBJECT]: 'none-read' } as const,
    })),
    ...(
      [
        [
          'says something besides',
          [
            '收费项目：林权证工本费，标准每本5元，依据省价费〔2004〕12号。',
            '疑问请到市财政局二楼查询。',
          ],
        ],
        ['says that there is none', ['本单位无行政事业性收费。']],
      ] as const
    ).map(([shows, words]) => ({
      shows: `a column without entries that ${shows}`,
      site: new SiteViewBuilder().column('行政事业性收费', '/sf/', { topic: 'fees', words }),
      expect: { [SUBJECT]: 'none-read' } as const,
    })),
    {
      shows: 'an annex that is offered, or that a link below the text leads to',
      site: entry({
        words: ['经研究，现公开招聘。', SENT],
        voids: [['file', SENT]],
        attachments: [['报名表', '/a.doc']],
      }).page('/qd/', {
        kind: 'article',
        title: '权责清单',
        words: ['经研究，现公开招聘。', SENT],
        voids: [['file', SENT]],
        links: [['申报指南.pdf', 'http://192.168.10.8/oa/file/view', 'other']],
      }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'a column that sends elsewhere by a link',
      site: new SiteViewBuilder().column('行政事业性收费', '/sf/', {
        topic: 'fees',
        words: ['收费目录清单请到市财政局网站查询。'],
        links: [['市财政局', '/czj/', 'main']],
      }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'a script opens the file',
      site: entry({ words: ['共计312项，见附件。'], bare: ['附件：清单.xlsx'] }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'news shown by a film',
      site: news({ words: [], pictures: [{ inBody: '/dt/1.mp4' }] }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'the file is there',
      site: entry({ words: ['详见附件'], attachments: [['权力清单', '/qd/1.doc']] }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'a picture, a link, a frame or a script may show it',
      site: entry({ words: [], pictures: [{ inBody: '/qd/1.png' }] }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'a link leads to it',
      site: entry({ words: ['请点击查看'], links: [['请点击查看', '/qd/list.html', 'main']] }),
      expect: { [SUBJECT]: 'none-read' },
    },
    {
      shows: 'a script writes it',
      site: entry({ words: [], needsBrowser: '正文由脚本写出' }),
      expect: { [SUBJECT]: 'none-read' },
    },
  ],
})
