/** Every outcome of `disclosure/budget-missing` from a small site that gives it; judged on 2024-03-20. */
import { budgetMissing } from '#checks/disclosure/budget-missing'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

type Row = readonly [string, string, string]
const column = (...items: readonly Row[]): SiteViewBuilder =>
  new SiteViewBuilder().column('财政预决算', '/ys/', { topic: 'budget', items })
const BUDGET: Row = ['示例市林业局2023年部门预算公开', '2023-02-20', '/ys/1.html']
const ACCOUNTS: Row = ['示例市林业局2022年度部门决算', '2023-09-20', '/ys/2.html']

/** A county that put up the budget and accounts of its departments, and of itself those of earlier years. */
const county = (...items: readonly Row[]): SiteViewBuilder =>
  column(
    ['示例县林业局2023年部门预算公开', '2023-02-20', '/ys/1.html'],
    ['示例县林业局2022年度部门决算', '2023-09-20', '/ys/2.html'],
    ...items,
  ).with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
const OF_2022: Row = ['示例县2022年县本级财政预算', '2022-02-20', '/ys/5.html']

const own = (word: string, year: number): Row => [
  `示例县${year}年政府${word}公开`,
  `${word === '预算' ? year : year + 1}-02-20`,
  `/ys/z${word === '预算' ? 1 : 2}${year}.html`,
]
const ofDepartments = (...years: readonly number[]): readonly Row[] =>
  years.flatMap((year) =>
    ['县林业局', '县水利局'].map(
      (unit, i): Row => [
        `${unit}${year}年部门预算公开`,
        `${year}-02-2${i}`,
        `/ys/b${i}${year}.html`,
      ],
    ),
  )

const DUE = { '2023年部门预算': 'published', '2022年度部门决算': 'published' } as const
const paper = (unit: string, year: number, word = '预算'): Row => [
  `${unit}${year}年部门${word}公开`,
  `${year}-02-20`,
  `/ys/${encodeURIComponent(unit)}${year}${word === '预算' ? 1 : 2}.html`,
]

const BLOCKED = {
  coverage: 'partial',
  coverageBecause: '1 个栏目没有读到：被网站防护拦截',
} as const

testCheck(budgetMissing, {
  'units-missing': [
    {
      shows: 'a page elsewhere that was not read hides none of a series',
      site: county(
        ...['示例县水利局', '示例县财政局'].flatMap((unit) => [
          paper(unit, 2022),
          paper(unit, 2023),
        ]),
        paper('示例县民政局', 2022),
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ).with(BLOCKED),
      expect: { ...DUE, '2023年各单位预算': 'units-missing' },
    },
    {
      shows: 'of three departments one put up the year before and not this one',
      site: county(
        paper('示例县林业局', 2022),
        ...['示例县水利局', '示例县财政局'].flatMap((unit) => [
          paper(unit, 2022),
          paper(unit, 2023),
        ]),
        paper('示例县民政局', 2022),
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: { ...DUE, '2023年各单位预算': 'units-missing' },
      facts: { '2023年各单位预算': { having: 3, names: '示例县民政局' } },
    },
    {
      shows:
        'three put up the accounts of the year before last, a fourth has those after it and a budget',
      site: county(
        ...['示例县林业局', '示例县水利局', '示例县财政局', '示例县民政局'].flatMap((unit) => [
          paper(unit, 2022),
          paper(unit, 2023),
          paper(unit, 2022, '决算'),
        ]),
        ...['示例县林业局', '示例县水利局', '示例县财政局'].map((unit) =>
          paper(unit, 2021, '决算'),
        ),
        paper('示例县民政局', 2021),
      ),
      expect: { ...DUE, '2021年各单位决算': 'units-missing' },
      facts: { '2021年各单位决算': { having: 3, names: '示例县民政局', known: '前后公开过' } },
    },
    {
      shows: 'its budget of that year is no final account of it',
      site: county(
        paper('示例县林业局', 2021, '决算'),
        ...['示例县水利局', '示例县财政局'].flatMap((unit) => [
          paper(unit, 2021, '决算'),
          paper(unit, 2022, '决算'),
        ]),
        paper('示例县民政局', 2021, '决算'),
        paper('示例县民政局', 2022, '预算'),
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: { ...DUE, '2022年各单位决算': 'units-missing' },
      facts: { '2022年各单位决算': { having: 3, names: '示例县民政局' } },
    },
    {
      shows: 'a town of two characters',
      site: county(
        ...['水利局', '财政局', '云山镇'].flatMap((unit) => [paper(unit, 2022)]),
        ...['水利局', '财政局'].map((unit) => paper(unit, 2023)),
        ['云山镇开展河道清理', '2024-01-20', '/xw/1.html'],
      ),
      expect: { ...DUE, '2023年各单位预算': 'units-missing' },
      facts: { '2023年各单位预算': { names: '云山镇' } },
    },
    {
      shows: 'accounts in the year after and no budget beside them, where the others have both',
      site: county(
        ...['县水利局', '县财政局', '县农业农村局'].flatMap((unit) => [
          paper(unit, 2022, '决算'),
          paper(unit, 2023),
        ]),
        paper('县民政局', 2022, '决算'),
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: { ...DUE, '2023年各单位预算': 'units-missing' },
      facts: { '2023年各单位预算': { names: '县民政局' } },
    },
    {
      shows: 'a budget of this year and no accounts of the last, in which it was at work',
      site: county(
        ...['县水利局', '县财政局', '县农业农村局'].flatMap((unit) => [
          paper(unit, 2022, '决算'),
          paper(unit, 2023),
        ]),
        paper('县民政局', 2023),
        ['县民政局走访慰问困难群众', '2022-01-20', '/xw/1.html'],
        ['县民政局开展冬季送温暖活动', '2024-01-20', '/xw/2.html'],
      ),
      expect: { ...DUE, '2022年各单位决算': 'units-missing' },
      facts: { '2022年各单位决算': { names: '县民政局' } },
    },
  ],
  'units-unfound': [
    {
      shows: 'a bureau of which nothing is heard any more may have been merged into another',
      site: county(
        paper('示例县林业局', 2022),
        ...['示例县水利局', '示例县农业农村局'].flatMap((unit) => [
          paper(unit, 2022),
          paper(unit, 2023),
        ]),
        paper('示例县乡村振兴局', 2022),
        ['关于撤销县乡村振兴局、职责划入县农业农村局的通知', '2024-01-20', '/xw/1.html'],
      ),
      expect: { ...DUE, '2023年各单位预算': 'units-unfound' },
    },
  ],
  hollow: [
    {
      shows: 'a title, and behind it a page with nothing on it',
      site: column(BUDGET, ACCOUNTS).page('/ys/2.html', {
        kind: 'article',
        title: ACCOUNTS[0],
        words: ['发布日期：2023-09-20 来源：示例市林业局 点击量：0'],
      }),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'hollow' },
    },
  ],
  published: [
    {
      shows: 'the year in Chinese numerals',
      site: county(
        ...['县水利局', '县财政局'].flatMap((unit) => [paper(unit, 2022), paper(unit, 2023)]),
        paper('县民政局', 2022),
        ['县民政局二〇二三年度部门预算', '2023-02-20', '/ys/mz.html'],
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: DUE,
    },
    {
      shows: 'a bureau founded this year has a budget and no accounts of the last',
      site: county(
        ...['县水利局', '县财政局', '县农业农村局'].flatMap((unit) => [
          paper(unit, 2022, '决算'),
          paper(unit, 2023),
        ]),
        paper('县数据局', 2023),
        ['县数据局揭牌', '2023-06-20', '/xw/1.html'],
      ),
      expect: DUE,
    },
    {
      shows: 'a unit below a department has accounts of its own, its budget is the department’s',
      site: county(
        ...['县水利局', '县财政局', '县农业农村局'].flatMap((unit) => [
          paper(unit, 2022, '决算'),
          paper(unit, 2023),
        ]),
        ['县林业局防火办公室2022年度单位决算', '2023-09-20', '/ys/fh.html'],
        ['县公安局交警大队2022年度部门决算', '2023-09-20', '/ys/jj.html'],
        ['县公安局交警大队开展夜查', '2024-01-20', '/xw/1.html'],
        ['县林业局防火办公室开展巡查', '2024-01-20', '/xw/2.html'],
      ),
      expect: DUE,
    },
    {
      shows: 'institutions put up budgets only, and are as many as the departments',
      site: county(
        ...['县水利局', '县财政局', '县农业农村局'].flatMap((unit) => [
          paper(unit, 2022, '决算'),
          paper(unit, 2023),
        ]),
        ...['县文化馆', '县图书馆'].map((unit) => paper(unit, 2023)),
        ['县文化馆举办书画展', '2022-01-20', '/xw/1.html'],
        ['县文化馆举办书画展', '2024-01-20', '/xw/2.html'],
      ),
      expect: DUE,
    },
    {
      shows: 'most lack it, or one alone is there: nothing is told of units',
      site: county(
        ...['示例县水利局', '示例县财政局', '示例县民政局'].map((unit) => paper(unit, 2022)),
      ),
      expect: DUE,
    },
    {
      shows: 'a bureau by its short name the year before, in full this year',
      site: county(
        ...['示例县水利局', '示例县财政局'].flatMap((unit) => [
          paper(unit, 2022),
          paper(unit, 2023),
        ]),
        paper('县卫健局', 2022),
        paper('示例县卫生健康局', 2023),
        ['县卫健局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: DUE,
    },
    ...['2023年示例县民政局部门预算', '示例县民政局部门预算信息公开（2023年）'].map((title) => ({
      shows: `the same unit’s paper under another form of title: ${title}`,
      site: county(
        ...['示例县水利局', '示例县财政局'].map((unit) => paper(unit, 2023)),
        paper('示例县民政局', 2022),
        [title, '2023-02-20', '/ys/mz.html'],
        ['县民政局走访慰问困难群众', '2024-01-20', '/xw/1.html'],
      ),
      expect: DUE,
    })),
    {
      shows: 'a unit of which nothing shows that it was there the year before last',
      site: county(
        ...['示例县林业局', '示例县水利局', '示例县财政局', '示例县民政局'].flatMap((unit) => [
          paper(unit, 2023),
          paper(unit, 2022, '决算'),
        ]),
        ...['示例县林业局', '示例县水利局', '示例县财政局'].map((unit) =>
          paper(unit, 2021, '决算'),
        ),
      ),
      expect: DUE,
    },
    {
      shows: 'a unit written with and without its county is one',
      site: county(
        paper('示例县水利局', 2023),
        paper('县水利局', 2022),
        paper('示例县财政局', 2023),
      ),
      expect: DUE,
    },
    {
      shows:
        'a file, a picture or a line that leads on is something; so is the same paper elsewhere',
      site: column(BUDGET, ACCOUNTS, [
        '示例市林业局2022年度部门决算公开',
        '2023-09-21',
        '/ys/3.html',
      ])
        .page('/ys/1.html', {
          kind: 'article',
          title: BUDGET[0],
          words: [],
          attachments: [['预算公开表', '/ys/1.pdf']],
        })
        .page('/ys/2.html', { kind: 'article', title: ACCOUNTS[0], words: [] }),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'published' },
    },
    {
      shows: 'a department’s own is cited, not the government’s above it',
      site: column(own('预算', 2023), own('预算', 2022), BUDGET, ACCOUNTS).with({
        agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
      }),
      expect: { ...DUE, '2023年政府预算': 'published' },
      facts: {
        '2023年部门预算': { words: BUDGET[0] },
        '2023年政府预算': { words: '示例县2023年政府预算公开' },
      },
    },
    {
      shows: 'a city that is called for a town, beside a paper of a town of its own',
      site: county(
        ['景德镇市2022年政府预算公开', '2022-02-20', '/ys/j1.html'],
        ['景德镇市云山镇2023年政府预算', '2023-02-20', '/ys/j2.html'],
        ['景德镇市2023年政府预算公开', '2023-02-20', '/ys/j3.html'],
      ),
      expect: { ...DUE, '2023年政府预算': 'published' },
      facts: { '2023年政府预算': { words: '景德镇市2023年政府预算公开' } },
    },
    {
      shows: 'departments were never put up here apart from the government’s own',
      site: column(own('预算', 2023), own('预算', 2022), ACCOUNTS).with({
        agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
      }),
      expect: {
        '2023年部门预算': 'published',
        '2022年度部门决算': 'published',
        '2023年政府预算': 'published',
      },
    },
    {
      shows:
        'the government’s own stands in the report to the congress; accounts it never put up here are not asked',
      site: county(OF_2022, [
        '关于示例县2022年预算执行情况和2023年预算草案的报告',
        '2023-02-10',
        '/ys/6.html',
      ]),
      expect: {
        '2023年部门预算': 'published',
        '2022年度部门决算': 'published',
        '2023年政府预算': 'published',
      },
    },
    {
      shows: 'what is joined to a budget does not unmake it; an audit office has one too',
      site: column(
        ['示例市审计局2023年部门预算及绩效目标公开', '2023-02-20', '/ys/1.html'],
        ['示例市审计局2022年度部门决算（含绩效自评）公开', '2023-09-20', '/ys/2.html'],
      ),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'published' },
    },
    {
      shows: 'a report on last year’s budget and this year’s draft',
      site: column(
        [
          '关于示例县2022年财政预算执行情况和2023年财政预算（草案）的报告',
          '2023-02-20',
          '/ys/1.html',
        ],
        ACCOUNTS,
      ),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'published' },
    },
    {
      shows: 'in March the papers of the year before are due',
      site: column(BUDGET, ACCOUNTS),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'published' },
    },
    {
      shows: 'years in Chinese numerals; the kind said by the column alone',
      site: column(['示例市林业局二〇二三年部门预算', '2023-02-20', '/ys/1.html']).column(
        '部门决算',
        '/ys/js/',
        { parent: '财政预决算', items: [['2022年度公开情况', '2023-09-20', '/ys/js/1.html']] },
      ),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'published' },
    },
  ],
  missing: [
    {
      shows: 'the accounts of one year are left out among those of the years around it',
      site: column(BUDGET, ACCOUNTS, ['示例市林业局2020年度部门决算', '2021-09-20', '/ys/6.html']),
      expect: { ...DUE, '2021年度部门决算': 'missing' },
    },
    {
      shows: 'the government’s own budget of the year before last, and none of the year between',
      site: county(own('预算', 2023), own('预算', 2021)),
      expect: {
        '2023年部门预算': 'published',
        '2022年度部门决算': 'published',
        '2023年政府预算': 'published',
        '2022年政府预算': 'missing',
      },
    },
    {
      shows: 'of this year there is only a note on the “三公” expenses',
      site: column(ACCOUNTS, [
        '示例市林业局2023年“三公”经费预算情况说明',
        '2023-02-20',
        '/ys/1.html',
      ]),
      expect: { '2023年部门预算': 'missing', '2022年度部门决算': 'published' },
    },
    {
      shows: 'a town’s paper of the year is not the government’s, which put up its own before',
      site: county(OF_2022, ['示例县云山镇人民政府2023年政府预算', '2023-02-20', '/ys/t.html']),
      expect: { ...DUE, '2023年政府预算': 'missing' },
    },
    {
      shows:
        'the government’s own of the year is none of the departments’, which stood beside it before',
      site: county(
        OF_2022,
        own('预算', 2024),
        own('预算', 2023),
        ...ofDepartments(2023, 2022),
      ).with({ asOf: '2024-06-20' }),
      expect: {
        '2024年部门预算': 'missing',
        '2022年度部门决算': 'published',
      },
    },
    {
      shows: 'the same under a title that names the public expenses besides',
      site: county(['示例县2022年财政预算及“三公”经费公开', '2022-02-20', '/ys/z.html']),
      expect: {
        '2023年部门预算': 'published',
        '2022年度部门决算': 'published',
        '2023年政府预算': 'missing',
      },
    },
    {
      shows: 'the government’s own budget of last year, and none of this year',
      site: county(OF_2022),
      expect: {
        '2023年部门预算': 'published',
        '2022年度部门决算': 'published',
        '2023年政府预算': 'missing',
      },
    },
    {
      shows: 'both under one name for the year: the budget is there, the accounts may be',
      site: column(['示例市林业局2023年度预决算公开', '2023-09-20', '/ys/1.html']),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
      softened: true,
    },
    {
      shows: 'the column says that they are put up on the city’s platform',
      site: column(
        ['自2022年起，预决算统一在市预决算公开平台公开', '2022-03-01', '/ys/1.html'],
        ['示例市林业局2023年部门预算', '2023-02-20', '/ys/2.html'],
      ),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
      softened: true,
    },
    {
      shows: 'an office founded after the year of the accounts',
      site: column(BUDGET).column('机构职能', '/jg/', {
        topic: 'institution',
        words: ['本局于2023年1月挂牌成立，负责全市造林绿化工作。'],
      }),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
      softened: true,
    },
    {
      shows: 'revenue and expenditure of some months are no budget',
      site: column(['示例市2023年1—8月一般公共预算收支情况', '2023-09-05', '/ys/3.html'], ACCOUNTS),
      expect: { '2023年部门预算': 'missing', '2022年度部门决算': 'published' },
    },

    {
      shows: 'the accounts of a station below the bureau are not the bureau’s',
      site: column(BUDGET, ['示例市种苗站2022年度单位决算', '2023-09-20', '/ys/2.html']),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
    },
    {
      shows: 'older accounts, and a paper about how the accounts were audited',
      site: column(
        BUDGET,
        ['示例市林业局2021年度部门决算', '2022-09-20', '/ys/2.html'],
        ['2022年度决算审计情况', '2023-09-20', '/ys/3.html'],
      ),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
    },
    {
      shows: 'list pages that were not read leave it open',
      site: new SiteViewBuilder().column('财政预决算', '/ys/', {
        topic: 'budget',
        items: [BUDGET],
        paging: ['/ys/index_1.html'],
      }),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
      softened: true,
    },
    {
      shows:
        'a budget filed among the annual reports, no column of its own: the accounts may be anywhere',
      site: new SiteViewBuilder().column('年度报告', '/nb/', {
        topic: 'ogiAnnualReports',
        items: [BUDGET],
      }),
      expect: { '2023年部门预算': 'published', '2022年度部门决算': 'missing' },
      softened: true,
    },
  ],
  'year-unsaid': {
    shows: 'a title without a year, put up in the right one',
    site: column(BUDGET, ['部门决算公开', '2023-09-20', '/ys/2.html']),
    expect: { '2023年部门预算': 'published', '2022年度部门决算': 'year-unsaid' },
  },
  elsewhere: {
    shows: 'the finance bureau’s platform',
    site: new SiteViewBuilder().column('财政预决算', 'http://cz.example/', {
      topic: 'budget',
      kindOfColumn: 'external',
    }),
    expect: { 财政预决算: 'elsewhere' },
  },
  'no-column': {
    shows: 'no such column',
    site: new SiteViewBuilder().column('动态', '/dt/', {
      topic: 'news',
      items: [['县人大审查部门预算执行情况', '2023-08-01', '/dt/1.html']],
    }),
    expect: { 财政预决算: 'no-column' },
  },
})
