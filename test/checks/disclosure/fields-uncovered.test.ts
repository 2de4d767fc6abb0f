/** Every outcome of `disclosure/fields-uncovered` from a small site and small lists that give it. */
import { fieldsUncovered } from '#checks/disclosure/fields-uncovered'
import type { ContentList, ContentRow } from '#model/checklist'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const row = (more: Partial<ContentRow> = {}): ContentRow => ({
  id: 'tourism',
  label: '旅游',
  agencies: [],
  topics: [],
  columns: ['旅游'],
  everywhere: false,
  entries: false,
  contents: [
    { name: '旅游厕所建设情况', words: ['旅游厕所'] },
    { name: '旅游投诉', words: ['旅游 投诉'] },
  ],
  ...more,
})

const list = (scope: ContentList['scope'], rows: readonly ContentRow[]): ContentList => ({
  id: 'fields',
  short: '领域',
  title: '领域清单',
  source: { document: '文件', clause: '附录' },
  places: ['示例市'],
  scope,
  rows,
})

const column = [list('column', [row()])]
const named = (more: Partial<ContentRow> = {}): readonly ContentList[] => [
  list('named', [row({ agencies: ['林业局'], ...more })]),
]
const OWED = '领域：旅游'
/** 旅游 below the pages that introduce the county. */
const introduced = new SiteViewBuilder()
  .column('走进示例', '/zj/', { topic: 'overview', words: ['示例市位于'] })
  .column('旅游', '/zj/ly/', { parent: '走进示例', words: ['名山大川'] })

/** A link 旅游 off the portal, carried by the page of a column of this name. */
function themed(carrier: string): SiteViewBuilder {
  const builder = new SiteViewBuilder()
    .column(carrier, '/zt/', { words: ['旅游'] })
    .column('旅游', 'https://zwfw.example-province.gov.cn/ly/', { kindOfColumn: 'external' })
  const place = builder.cite('/zt/', '旅游')
  const { columns } = builder.build()
  return builder.with({
    columns: columns.map((one) =>
      one.kind === 'external' ? { ...one, linkedFrom: [place] } : one,
    ),
  })
}

/** 抽查: plan and results, of which the results are known by what their titles say. */
const checked = row({
  id: 'checks',
  label: '抽查',
  columns: ['双随机'],
  contents: [
    { name: '抽查计划', words: ['抽查计划'] },
    { name: '抽查对象', words: ['抽查对象'] },
    { name: '抽查结果', words: ['抽查 结果'], absence: { none: ['结果', '情况'], kin: [] } },
  ],
})
const CHECKED = '领域：抽查'
/** Plans of five years, known by the elder ones. */
const planned = row({
  id: 'plans',
  label: '规划',
  columns: ['规划'],
  contents: [
    {
      name: '“十四五”规划',
      words: ['十四五 规划'],
      absence: { none: ['十四五', '2025'], kin: ['十三五'] },
    },
  ],
})
const PLANNED = '领域：规划'
const TEXT = '这里是正文，共有二十多个字，读到了，没有图片，也没有别的什么文件。'

/** A column of entries whose pages all show words. */
function opened(name: string, titles: readonly string[], words = TEXT): SiteViewBuilder {
  const builder = new SiteViewBuilder().column(name, '/ly/', {
    items: titles.map((title, n) => [title, '2024-01-02', `/ly/${n}.html`] as const),
    words: [TEXT],
  })
  for (const [n, title] of titles.entries())
    builder.page(`/ly/${n}.html`, { kind: 'article', title, words: [words] })
  return builder
}
const PLAN_AND_OBJECTS = ['2024年抽查计划', '2024年抽查对象名单'] as const
const afar = (one: ContentRow, scope: ContentList['scope'] = 'column'): readonly ContentList[] => [
  { ...list(scope, [one]), places: ['别处市'] },
]

/** A column of recruitment; the bench looks on 2024-03-20. */
const recruits = (...items: readonly (readonly [string, string, string?])[]) =>
  new SiteViewBuilder().column('招考录用', '/zk/', { topic: 'recruitment', items })
const CALLED = ['示例市林业局所属事业单位2023年公开招聘工作人员公告', '2023-05-18'] as const
const ROUND = '招考录用：录用结果'

/** A call of this month, with these words on its page. */
const noticed = (words: readonly string[], more: PageSpec = {}): SiteViewBuilder => {
  const title = '示例市林业局公开招聘工作人员公告'
  return new SiteViewBuilder()
    .column('招考录用', '/zk/', {
      topic: 'recruitment',
      items: [[title, '2024-03-04', '/zk/1.html']],
    })
    .page('/zk/1.html', { kind: 'article', title, words, ...more })
}
const BARE = '面向社会公开招聘事业单位工作人员，报名时间3月10日至12日，报名地点县人才服务中心。'

/** A page with these lines behind an entry of a column of this topic. */
const tabled = (topic: string, title: string, words: readonly string[], more: PageSpec = {}) =>
  new SiteViewBuilder()
    .column('栏目', '/b/', { topic, items: [[title, '2024-03-04', '/b/1.html']] })
    .page('/b/1.html', { kind: 'article', title, words, ...more })
const FEES = '行政事业性收费目录清单'
const _FEE = ['序号 收费项目 收费标准 收费依据', '1 不动产登记费 80元/件 财税〔2016〕79号']
const DRAWN = '2024年双随机抽查结果公示'
const PAID = '2024年农机购置补贴发放公示'

/** A plan of last year, what its page says, and the list. */
const inspected = (plan: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('双随机一公开', '/ssj/', {
      topic: 'randomInspection',
      items: [
        ['2023年双随机抽查计划', '2023-02-10', '/ssj/1.html'],
        ['随机抽查事项清单', '2023-02-12', '/ssj/2.html'],
      ],
    })
    .page('/ssj/1.html', { kind: 'article', title: '2023年双随机抽查计划', words: [plan] })
    .page('/ssj/2.html', { kind: 'article', title: '随机抽查事项清单', words: ['抽查事项：餐饮'] })

/** A call of so long ago with the scores that followed, each with its page. */
const called = (day: string, words: string, scores = '2023-01-22'): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('招考录用', '/zk/', {
      topic: 'recruitment',
      items: [
        ['2022年事业单位公开招聘工作人员公告', day, '/zk/1.html'],
        ['2022年事业单位公开招聘笔试成绩', scores, '/zk/2.html'],
      ],
    })
    .page('/zk/1.html', {
      kind: 'article',
      title: '2022年事业单位公开招聘工作人员公告',
      words: [words],
    })
    .page('/zk/2.html', {
      kind: 'article',
      title: '2022年事业单位公开招聘笔试成绩',
      words: ['张某 81.5分，岗位条件见公告。'],
    })
const UNTOLD = '招考录用：没有录用结果'

/** Lists of payments of which two tell the rate, and one as given. */
const paidBy = (rows: readonly string[]): SiteViewBuilder => {
  const names = ['稻谷', '玉米', '油菜'] as const
  return names.reduce(
    (site, name, at) =>
      site.page(`/bt/${at}.html`, {
        kind: 'article',
        title: `2024年${name}补贴发放公示`,
        words:
          at === 2 ? rows : ['补贴标准为每亩100元。', '序号 姓名 面积 补贴金额', '1 张三 10 1000'],
      }),
    new SiteViewBuilder().column('惠农补贴', '/bt/', {
      topic: 'subsidies',
      items: names.map((name, at) => [`2024年${name}补贴发放公示`, '2024-01-02', `/bt/${at}.html`]),
    }),
  )
}

testCheck(fieldsUncovered, {
  'rounds-untold': [
    {
      shows: 'scores of more than a year ago, and nobody was taken',
      site: called('2022-11-18', '招聘护林员15名，须大专以上学历。'),
      checklists: column,
      expect: { 内容清单: 'no-rows', [UNTOLD]: 'rounds-untold' },
    },
  ],
  'inspections-lacking': {
    shows: 'a plan and a list of last year, and no result',
    site: inspected('上半年抽查餐饮单位。'),
    checklists: column,
    expect: { 内容清单: 'no-rows', '双随机抽查：抽查结果': 'inspections-lacking' },
  },
  'inspections-unlisted': [
    {
      shows:
        'a plan and a result, and no list of what may be inspected: the province may have printed it',
      site: new SiteViewBuilder()
        .column('双随机一公开', '/ssj/', {
          topic: 'randomInspection',
          items: [
            ['2023年双随机抽查计划', '2023-02-10', '/ssj/1.html'],
            ['2023年双随机抽查结果', '2023-11-12', '/ssj/2.html'],
          ],
        })
        .page('/ssj/1.html', {
          kind: 'article',
          title: '2023年双随机抽查计划',
          words: ['抽查餐饮'],
        })
        .page('/ssj/2.html', {
          kind: 'article',
          title: '2023年双随机抽查结果',
          words: ['未发现问题'],
        }),
      checklists: column,
      expect: { 内容清单: 'no-rows', '双随机抽查：随机抽查事项清单': 'inspections-unlisted' },
    },
  ],
  'table-uneven': {
    shows: 'payments without the rate that others tell',
    site: paidBy(['序号 姓名 面积 补贴金额', '1 张三 10 1000', '2 李四 5 500']),
    checklists: column,
    expect: { 内容清单: 'no-rows', '补贴发放：补贴的标准': 'table-uneven' },
    facts: { '补贴发放：补贴的标准': { count: 1 } },
  },
  'inspections-elsewhere': {
    shows: 'the plan names the platform on which results are put up',
    site: inspected('抽查结果通过国家企业信用信息公示系统公示。'),
    checklists: column,
    expect: { 内容清单: 'no-rows', '双随机抽查：抽查结果（另有平台）': 'inspections-elsewhere' },
  },
  'results-bare': {
    shows: 'a result that does not say what was found',
    site: tabled('randomInspection', DRAWN, ['我局对20家单位开展了抽查，抽查工作已全部完成。']),
    checklists: column,
    expect: { 内容清单: 'no-rows', '双随机抽查：查到的情况': 'results-bare' },
  },
  'table-lacks': [
    {
      shows: 'charges without what they rest on',
      site: tabled('fees', FEES, ['序号 收费项目 收费标准', '1 不动产登记费 80元/件']),
      checklists: column,
      expect: { 内容清单: 'no-rows', '行政事业性收费：收费依据': 'table-lacks' },
    },
    {
      shows: 'charges without how much they are, on the column’s own page',
      site: new SiteViewBuilder().column('行政事业性收费', '/b/', {
        topic: 'fees',
        words: ['部门 项目 依据', '教育 公办幼儿园保教费 湘发改价费〔2022〕'],
      }),
      checklists: column,
      expect: { 内容清单: 'no-rows', '行政事业性收费：收费标准': 'table-lacks' },
    },
    {
      shows: 'results of inspections without what was found',
      site: tabled('randomInspection', DRAWN, [
        '抽查对象 抽查主体 抽查内容 抽查方式',
        '甲公司 县林业局 木材台账 实地核查',
      ]),
      checklists: column,
      expect: { 内容清单: 'no-rows', '双随机抽查结果：抽查的结果': 'table-lacks' },
    },
    {
      shows: 'payments of which no amount is printed',
      site: tabled('subsidies', PAID, [
        '序号 单位名称 机具 补贴额（元）',
        '1 甲合作社 收割机',
        '2 乙合作社 收割机',
      ]),
      checklists: column,
      expect: { 内容清单: 'no-rows', '补贴发放：发放的金额': 'table-lacks' },
    },
  ],
  'notice-bare': {
    shows: 'a call that names neither posts nor numbers nor conditions, and no file',
    site: noticed([BARE]),
    checklists: column,
    expect: { 内容清单: 'no-rows', '招考录用：招聘公告': 'notice-bare' },
  },
  'rounds-open': [
    {
      shows: 'the call says that what comes of it is told elsewhere',
      site: called('2022-11-18', '招聘护林员15名。请登录示例省人事考试网查询录用结果。'),
      checklists: column,
      expect: { 内容清单: 'no-rows', [ROUND]: 'rounds-open' },
    },
    {
      shows: 'the scores are of a few months ago',
      site: called('2023-04-18', '招聘护林员15名。', '2023-11-22'),
      checklists: column,
      expect: { 内容清单: 'no-rows', [ROUND]: 'rounds-open' },
    },
    {
      shows:
        'a call of ten months ago with a step and no outcome; who was taken on in another round or year is none',
      site: recruits(
        CALLED,
        ['示例市林业局所属事业单位2023年公开招聘笔试成绩', '2023-06-22'],
        ['2023年公开选调公务员拟选调人员公示', '2023-11-17'],
        ['2022年事业单位公开招聘拟聘用人员公示', '2023-05-20'],
      ),
      checklists: column,
      expect: { 内容清单: 'no-rows', [ROUND]: 'rounds-open' },
      facts: {
        [ROUND]: {
          count: 1,
          names:
            '“示例市林业局所属事业单位2023年公开招聘工作人员公告”（2023-05-18，此后有“示例市林业局所属事业单位2023年公开招聘笔试成绩”）',
        },
      },
    },
  ],
  lacking: [
    {
      shows: 'no title of the column speaks of results, all its entries were read',
      site: opened('双随机', PLAN_AND_OBJECTS),
      checklists: [list('column', [checked])],
      expect: { [CHECKED]: 'lacking' },
      facts: { [CHECKED]: { absent: ['抽查结果'], count: 2, total: 3 } },
    },
    {
      shows: 'measured by a list from elsewhere as well',
      site: opened('双随机', PLAN_AND_OBJECTS),
      checklists: afar(checked),
      expect: { [CHECKED]: 'lacking' },
    },
    {
      shows: 'elder plans and no present one',
      site: opened('规划', ['示例市“十三五”发展规划']),
      checklists: [list('column', [planned])],
      expect: { [PLANNED]: 'lacking' },
    },
  ],
  'none-said': {
    shows: 'the portal says that there was none of it',
    site: opened('双随机', ['示例市林业局2024年无抽查计划、抽查对象']),
    checklists: afar(checked),
    expect: { [CHECKED]: 'none-said' },
  },
  elsewhere: [
    {
      shows: 'of a list from elsewhere what only a person could find is told and not asked',
      site: opened('旅游', ['旅游厕所分布']),
      checklists: afar(row()),
      expect: { [OWED]: 'elsewhere' },
    },
    {
      shows:
        'a town owes no list of others, a column that does not follow a list for counties neither',
      site: opened('双随机', ['2024年抽查计划', '食品抽查情况']).with({
        agency: { id: 'a', name: '示例镇人民政府', group: null, attributes: [] },
      }),
      checklists: afar(checked),
      expect: { [CHECKED]: 'elsewhere' },
    },
    {
      shows: 'a county’s column with little of the list in it',
      site: opened('双随机', ['2024年抽查计划']).with({
        agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
      }),
      checklists: afar(checked, 'government'),
      expect: { [CHECKED]: 'elsewhere' },
    },
  ],
  covered: [
    {
      shows: 'titles of the column and of its sub-column, words in any order',
      site: new SiteViewBuilder()
        .column('旅游信息', '/ly/', {
          items: [['全县旅游厕所建设进展', '2024-01-02', '/ly/1.html']],
        })
        .column('监管', '/ly/jg/', {
          parent: '旅游信息',
          items: [['投诉我县旅游企业的渠道', '2024-01-02', '/ly/2.html']],
        }),
      checklists: column,
      expect: { [OWED]: 'covered' },
      facts: {
        [OWED]: {
          found: ['旅游厕所建设情况：“全县旅游厕所建设进展”', '旅游投诉：“投诉我县旅游企业的渠道”'],
        },
      },
    },
    {
      shows: 'words in the text of an article, the name of a sub-column that holds something',
      site: new SiteViewBuilder()
        .column('旅游', '/ly/', { items: [['须知', '2024-01-02', '/ly/1.html']] })
        .page('/ly/1.html', { kind: 'article', title: '须知', words: ['旅游投诉电话：12345678'] })
        .column('旅游厕所', '/ly/cs/', { parent: '旅游', items: [['分布', '2024-01-02']] }),
      checklists: column,
      expect: { [OWED]: 'covered' },
    },
    {
      shows: 'query services: an entry is the content',
      site: new SiteViewBuilder().target('/cx/1', [200], { text: '旅游厕所查询' }),
      checklists: named({
        everywhere: true,
        entries: true,
        contents: [{ name: '旅游厕所查询', words: ['旅游厕所'] }],
      }),
      expect: { [OWED]: 'covered' },
    },
  ],
  partly: [
    {
      shows: 'who was taken on is asked about once, as a content of the list',
      site: recruits(CALLED),
      checklists: [
        list('column', [
          row({
            columns: ['招考录用'],
            contents: [
              { name: '招考公告', words: ['招聘 公告'] },
              { name: '录用结果', words: ['拟聘用'] },
            ],
          }),
        ]),
      ],
      expect: { [OWED]: 'partly' },
    },
    ...(
      [
        [
          'a title may be of it under another name',
          opened('双随机', [...PLAN_AND_OBJECTS, '检查情况']),
        ],
        [
          'an entry was not opened',
          opened('双随机', PLAN_AND_OBJECTS).column('双随机公示', '/ly/gs/', {
            parent: '双随机',
            items: [['公示', '2024-01-02', '/x.html']],
          }),
        ],
        ['a page that may be a picture', opened('双随机', PLAN_AND_OBJECTS, '见图')],
        [
          'it may stand elsewhere on the portal',
          opened('双随机', PLAN_AND_OBJECTS).target('/tz/1.html', [200], { text: '抽查结果通报' }),
        ],
        ['little of the list is there', opened('双随机', ['2024年抽查计划'])],
      ] as const
    ).map(([shows, site]) => ({
      shows,
      site,
      checklists: afar(checked),
      expect: { [CHECKED]: 'partly' } as const,
      facts: { [CHECKED]: { missing: ['抽查结果'] } },
    })),
    {
      shows: 'one of two found; the other is named in the question',
      site: new SiteViewBuilder().column('旅游', '/ly/', {
        items: [['旅游厕所分布', '2024-01-02', '/ly/1.html']],
      }),
      checklists: column,
      expect: { [OWED]: 'partly' },
      facts: { [OWED]: { missing: ['旅游投诉'], where: '“旅游”栏目及其下级栏目的标题和正文' } },
    },
    {
      shows: 'words that say that there is none are no content; a number is quoted whole',
      site: new SiteViewBuilder()
        .column('旅游', '/ly/', { items: [['说明', '2024-01-02', '/ly/1.html']] })
        .page('/ly/1.html', {
          kind: 'article',
          title: '说明',
          words: ['截至2026年度，本局没有收到旅游投诉。', '全县共建成2026座旅游厕所。'],
        }),
      checklists: column,
      expect: { [OWED]: 'partly' },
      facts: {
        [OWED]: {
          found: ['旅游厕所建设情况：“全县共建成2026座旅游厕所”'],
          missing: ['旅游投诉（网站写明没有：“2026年度，本局没有收到旅游投诉”）'],
        },
      },
    },
    {
      shows: 'an entry that leads to a column is no content',
      site: new SiteViewBuilder()
        .column('旅游', '/ly/', {
          items: [
            ['旅游厕所', '2024-01-02', '/ly/cs/'],
            ['旅游投诉处理结果', '2024-01-02', '/ly/1.html'],
          ],
        })
        .column('旅游厕所', '/ly/cs/', { parent: '旅游', empty: true }),
      checklists: column,
      expect: { [OWED]: 'partly' },
      facts: { [OWED]: { missing: ['旅游厕所建设情况'] } },
    },
    {
      shows: 'a named department without such a column: titles of the whole portal count',
      site: new SiteViewBuilder().column('工作动态', '/dt/', {
        items: [['我市新建旅游厕所十座', '2024-01-02', '/dt/1.html']],
      }),
      checklists: named(),
      expect: { [OWED]: 'partly' },
      facts: { [OWED]: { where: '全站各栏目的标题' } },
    },
    ...['示例市文化和旅游局', '市文旅局', '示例市文旅局'].map((name) => ({
      shows: `the list prints a short name, ${name} is meant`,
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a', name, group: null, attributes: [] } })
        .column('工作动态', '/dt/', {
          items: [['我市新建旅游厕所十座', '2024-01-02', '/dt/1.html']],
        }),
      checklists: [list('named', [row({ agencies: ['市文旅局'] })])],
      expect: { [OWED]: 'partly' as const },
    })),
  ],
  unseen: [
    {
      shows: 'no elder plan stands there either',
      site: opened('规划', ['2024年工作计划']),
      checklists: afar(planned),
      expect: { [PLANNED]: 'unseen' },
    },
    {
      shows: 'a field that the disclosure column leads out to',
      site: themed('重点领域'),
      checklists: column,
      expect: { [OWED]: 'unseen' },
    },
    {
      shows: 'the column holds other things',
      site: new SiteViewBuilder().column('旅游', '/ly/', { items: [['赏花', '2024-01-02']] }),
      checklists: column,
      expect: { [OWED]: 'unseen' },
    },
    {
      shows: 'the column leads outside',
      site: new SiteViewBuilder().column('旅游', 'http://ly.example/', {
        kindOfColumn: 'external',
      }),
      checklists: column,
      expect: { [OWED]: 'unseen' },
      facts: { [OWED]: { limits: '；没有看全：“旅游”指向站外（http://ly.example/），没有检查' } },
    },
    {
      shows: 'a broken entry of a query service is none',
      site: new SiteViewBuilder().target('/cx/1', [404, 404], { text: '旅游厕所查询' }),
      checklists: named({
        everywhere: true,
        entries: true,
        contents: [{ name: '旅游厕所查询', words: ['旅游厕所'] }],
      }),
      expect: { [OWED]: 'unseen' },
    },
  ],
  'no-rows': [
    {
      shows: 'whom payments are meant for, before the sums are',
      site: tabled('subsidies', '2024年农机购置拟补贴对象公示', [
        '序号 单位名称 机具 补贴类别',
        '1 甲合作社 收割机 累加补贴',
      ]),
      checklists: column,
      expect: { 内容清单: 'no-rows' },
    },
    ...(
      [
        ['how many', ['公开招聘工作人员15名。'], {}],
        ['conditions', [BARE, '报考条件：本科以上学历。'], {}],
        ['in a file', [BARE], { attachments: [['岗位表.xlsx', '/zk/1.xlsx']] }],
        ['where to read it', [BARE, '详见市人社局网站。'], {}],
      ] as const
    ).map(([shows, words, more]) => ({
      shows: `a call that tells ${shows}`,
      site: noticed(words, more),
      checklists: column,
      expect: { 内容清单: 'no-rows' } as const,
    })),
    {
      shows: 'no such column',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      checklists: column,
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'of that name below the pages that introduce the place',
      site: introduced,
      checklists: column,
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'a theme of services that leads to the platform is no field of disclosure',
      site: themed('主题服务'),
      checklists: column,
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'the column is blank, which freshness/column-stale tells',
      site: new SiteViewBuilder().column('旅游', '/ly/', { empty: true }),
      checklists: column,
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'an agency of the same short name elsewhere',
      site: new SiteViewBuilder().with({
        agency: { id: 'a2', name: '林业局', group: null, attributes: [] },
        portal: {
          id: 'p2',
          agencyId: 'a2',
          name: '林业局网站',
          siteCode: null,
          homeUrl: 'http://lyj.example.gov.cn/',
          platformUrl: null,
          extraUrls: [],
          tags: [],
        },
      }),
      checklists: [{ ...list('named', [row({ agencies: ['林业局'] })]), places: ['别处市'] }],
      expect: { 内容清单: 'no-rows' },
    },
    ...['示例市文化广播局', '示例县文化和旅游局', '示例市文旅局农家乐协会'].map((name) => ({
      shows: `the list prints the short name of another office than ${name}`,
      site: new SiteViewBuilder().with({
        agency: { id: 'a', name, group: null, attributes: [] },
      }),
      checklists: [list('named', [row({ agencies: ['市文旅局'] })])],
      expect: { 内容清单: 'no-rows' as const },
    })),
    {
      shows: 'a list for counties and towns, a province',
      site: new SiteViewBuilder()
        .column('旅游', '/ly/', { items: [['旅游厕所', '2024-01-02']] })
        .with({ agency: { id: 'a', name: '示例省人民政府', group: null, attributes: [] } }),
      checklists: [list('government', [row()])],
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'a list for governments, a department',
      site: new SiteViewBuilder().column('旅游', '/ly/', { items: [['旅游厕所', '2024-01-02']] }),
      checklists: [list('government', [row()])],
      expect: { 内容清单: 'no-rows' },
    },
    {
      shows: 'only another list is wanted',
      site: new SiteViewBuilder().column('旅游', '/ly/', { items: [['旅游厕所', '2024-01-02']] }),
      checklists: column,
      params: { lists: ['other'] },
      expect: { 内容清单: 'no-rows' },
    },
  ],
})
