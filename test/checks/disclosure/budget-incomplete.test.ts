/** Every outcome of `disclosure/budget-incomplete` from a small site that gives it. */
import { budgetIncomplete } from '#checks/disclosure/budget-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const TITLE = '示例市林业局2025年部门决算'
const SUBJECT = '2025年决算'
const FILLER = '林业管护、造林补助等项目按进度支付，资金使用符合规定，绩效目标基本完成。'.repeat(6)
const text = (body: string, year: string): string[] => [
  `第一部分 ${body}概况`,
  `第二部分 ${body}${year}年部门决算情况说明`,
  `${year}年收入总计1286万元，支出总计1286万元，${year}年财政拨款收支平衡。`,
  FILLER,
]
const SANGONG = '“三公”经费12万元，其中公务接待费2万元。机关运行经费35万元，政府采购支出8万元。'
const OLD_TRIPS = [
  '2024年一般公共预算“三公”经费支出表',
  '2024年“三公”经费预算12万元。机关运行经费35万元，政府采购支出8万元。',
]
const LATE = `2025年决算 公开时间：${TITLE}`
const GLOSSARY = '机关运行经费：指为保障单位运行用于购买货物和服务的各项资金。'
const STATEMENT = [
  ...text('示例市林业局', '2025'),
  '“三公”经费12万元，其中公务接待费2万元。',
  GLOSSARY,
]
const TABLES = { attachments: [['部门决算公开表.xlsx', '/ys/1.xlsx']] } as const

/** One paper in the budget column; the bench looks from 2026. */
function paper(page: PageSpec, title = TITLE, agency?: string): SiteViewBuilder {
  const site = new SiteViewBuilder()
    .column('财政预决算', '/ys/', { topic: 'budget', items: [[title, '2026-08-20', '/ys/1.html']] })
    .page('/ys/1.html', { kind: 'article', title, ...page })
    .with({ asOf: '2026-11-28' })
  return agency === undefined
    ? site
    : site.with({ agency: { id: 'a', name: agency, group: null, attributes: [] } })
}

/** What a county gathers of its departments: two papers, the second with the words given. */
const ofUnits = (
  title: string,
  words: readonly string[],
  attachments: PageSpec['attachments'] = [],
): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('财政预决算', '/ys/', {
      topic: 'budget',
      items: [
        ['示例县水利局2026年部门预算公开', '2026-02-20', '/ys/1.html'],
        [title, '2026-02-21', '/ys/2.html'],
      ],
    })
    .page('/ys/1.html', {
      kind: 'article',
      title: '示例县水利局2026年部门预算公开',
      words: [...text('示例县水利局', '2026'), SANGONG],
    })
    .page('/ys/2.html', { kind: 'article', title, words: [...words, SANGONG], attachments })
    .with({
      asOf: '2026-11-28',
      agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
    })

const OF_UNITS = '各单位预决算 “三公”经费'

/** What a county gathers: a paper a department, what it says, and its tables in a file, read but for those not named. */
function gathered(
  said: Readonly<Record<string, readonly string[]>>,
  read: readonly string[] = Object.keys(said),
  more: NonNullable<PageSpec['items']> = [],
): SiteViewBuilder {
  const names = Object.keys(said)
  const titleOf = (name: string): string => `示例县${name}局2026年部门预算公开`
  const site = new SiteViewBuilder()
    .column('财政预决算', '/ys/', {
      topic: 'budget',
      items: [
        ...names.map((name, n) => [titleOf(name), '2026-02-20', `/ys/${n}.html`] as const),
        ...more,
      ],
    })
    .with({
      asOf: '2026-11-28',
      agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
    })
  for (const [n, name] of names.entries()) {
    site.page(`/ys/${n}.html`, {
      kind: 'article',
      title: titleOf(name),
      words: [...text(`示例县${name}局`, '2026'), ...(said[name] ?? [])],
      attachments: [['部门预算公开表.xlsx', `/ys/${n}.xlsx`]],
    })
    if (read.includes(name)) site.page(`/ys/${n}.xlsx`, { kind: 'file', fileText: '收支总表' })
  }
  return site
}

const SHORT = [
  '一、部门基本情况。二、收支总体情况：收入总计6917万元，支出总计与收入总计持平。',
  '三、支出按功能分类列示到项级，基本支出按经济分类列示到款级。五、政府采购、机关运行经费说明见附表。',
]
/** Final accounts of few words with a small table, beside the budgets of these years, which tell all. */
const short = (years: readonly number[], file = '收入合计8475 支出合计8208', words = SHORT) => {
  const titleOf = (year: number): string => `示例市林业局${year}年部门预算`
  const site = years.reduce(
    (built, year) =>
      built.page(`/ys/${year}.html`, {
        kind: 'article',
        title: titleOf(year),
        words: [...text('示例市林业局', String(year)), SANGONG],
      }),
    paper({ words, ...TABLES }),
  )
  return site.page('/ys/1.xlsx', { kind: 'file', fileText: file }).column('部门预算', '/ys/bm/', {
    topic: 'budget',
    items: years.map((year) => [titleOf(year), `${year}-02-20`, `/ys/${year}.html`] as const),
  })
}
const BUDGETS = { '2024年预算': 'whole', '2025年预算': 'whole' } as const

testCheck(budgetIncomplete, {
  'units-other-year': {
    shows:
      'a department’s budget whose words are all of last year, a file beside them that was not read',
    site: ofUnits('示例县林业局2026年部门预算公开', text('示例县林业局', '2025'), [
      ['部门预算公开表.xlsx', '/ys/2.xlsx'],
    ]),
    expect: { '各单位预决算 年度（待核）': 'units-other-year' },
    facts: { '各单位预决算 年度（待核）': { count: 1 } },
  },
  whole: [
    {
      shows: 'a short one whose table tells of it',
      site: short([2024, 2025], '收入合计8475 支出合计8208 公务接待费0'),
      expect: { ...BUDGETS, [SUBJECT]: 'whole' },
    },
    {
      shows: 'a short one of which not all was read',
      site: short([2024, 2025], ''),
      expect: BUDGETS,
    },
    {
      shows: 'a short one with one other paper beside it',
      site: short([2025]),
      expect: { '2025年预算': 'whole' },
    },
    {
      shows: 'its year, its body and the 三公 are there',
      site: paper({ words: [...text('示例市林业局', '2025'), SANGONG] }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'the text is of the office that became this one, of which the site speaks elsewhere',
      site: paper(
        { words: [...text('示例市行政审批局', '2025'), SANGONG] },
        '2025年部门决算',
        '示例市数据局',
      ).column('工作动态', '/dt/', {
        items: [['示例市行政审批局2025年政务服务工作会议召开', '2025-03-01', '/dt/1.html']],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'accounts called after the year in which they were put up',
      site: new SiteViewBuilder()
        .column('财政预决算', '/ys/', {
          topic: 'budget',
          items: [['2026年部门决算公开', '2026-08-20', '/ys/1.html']],
        })
        .page('/ys/1.html', {
          kind: 'article',
          title: '2026年部门决算公开',
          words: [...text('示例市林业局', '2025'), SANGONG],
        })
        .with({ asOf: '2026-11-28' }),
      expect: { '2026年决算': 'whole' },
    },
    {
      shows: 'all of it stands in a file; the year before is compared with',
      site: paper({ words: ['见附件'], attachments: [['部门决算', '/ys/1.doc']] }).page(
        '/ys/1.doc',
        {
          fileText: [...text('示例市林业局', '2025'), '比2024年减少2%。', SANGONG].join('\n'),
        },
      ),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'the 三公 of the year have an entry of their own',
      site: paper({
        words: [...text('示例市林业局', '2025'), '机关运行经费35万元。'],
      }).column('三公经费', '/ys/sg/', {
        topic: 'budget',
        items: [['2025年“三公”经费支出情况', '2026-08-20', '/ys/sg/1.html']],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows:
        'a station has no 机关运行经费 to tell of; a government’s own is told of all its offices',
      site: paper(
        {
          words: [...text('示例县水文站', '2025'), '“三公”经费2万元。'],
        },
        '示例县水文站2025年单位决算',
        '示例县水文站',
      ),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'nor has an institution that is called a bureau, by its own word',
      site: paper(
        {
          words: [
            '本单位为县交通运输局所属公益一类事业单位，负责全县公路养护。',
            ...text('示例县公路管理局', '2025'),
            '“三公”经费2万元。',
          ],
        },
        '示例县公路管理局2025年单位决算',
        '示例县公路管理局',
      ),
      expect: { [SUBJECT]: 'whole' },
    },
    ...['示例市公路管理局系市交通运输局下属事业单位。', '单位性质：公益一类事业单位'].map(
      (words) => ({
        shows: `nor one that says so otherwise: ${words}`,
        site: paper(
          { words: [words, ...text('示例市公路管理局', '2025'), '“三公”经费2万元。'] },
          '示例市公路管理局2025年单位决算',
          '示例市公路管理局',
        ),
        expect: { [SUBJECT]: 'whole' } as const,
      }),
    ),
    {
      shows: 'a paper that calls its year 本年, and last year’s figures what it is measured by',
      site: paper(
        {
          words: [
            '本年收入预算1286万元，比2024年预算增加20万元；本年支出预算1286万元，较2024年预算增加20万元。',
            FILLER,
            SANGONG,
          ],
        },
        '示例市林业局2025年部门预算',
      ),
      expect: { '2025年预算': 'whole' },
    },
    {
      shows: 'figures behind the word 指标 are told',
      site: paper({
        words: [
          ...text('示例市林业局', '2025'),
          '“三公”经费控制指标12万元。',
          '机关运行经费35万元。',
        ],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows:
        'late by its page, but put up together with that of the year before, or put up once more',
      site: new SiteViewBuilder()
        .column('财政预决算', '/ys/', {
          topic: 'budget',
          items: [
            [TITLE, '2026-10-20', '/ys/1.html'],
            ['示例市林业局2024年部门决算', '2026-10-20', '/ys/2.html'],
            ['示例市林业局2025年部门预算（更正）', '2025-10-20', '/ys/3.html'],
          ],
        })
        .page('/ys/1.html', {
          kind: 'article',
          title: TITLE,
          words: ['经市财政局2026年7月10日批复。', ...text('示例市林业局', '2025'), SANGONG],
        })
        .page('/ys/2.html', {
          kind: 'article',
          title: '示例市林业局2024年部门决算',
          words: ['经市财政局2025年7月10日批复。', ...text('示例市林业局', '2024'), SANGONG],
        })
        .page('/ys/3.html', {
          kind: 'article',
          title: '示例市林业局2025年部门预算（更正）',
          words: ['经市财政局2025年2月10日批复。', ...text('示例市林业局', '2025'), SANGONG],
        })
        .with({ asOf: '2026-11-28' }),
      expect: { [SUBJECT]: 'whole', '2024年决算': 'whole', '2025年预算': 'whole' },
    },
    ...[
      '2026年8月5日，市财政局批复了本部门决算。',
      '决算草案2026年7月1日经市人大常委会批准。',
      '2025年预算经市财政局2025年2月10日批复。',
    ].map((words) => ({
      shows: `nothing late: ${words}`,
      site: paper({ words: [words, ...text('示例市林业局', '2025'), SANGONG] }),
      expect: { [SUBJECT]: 'whole' } as const,
    })),
    {
      shows: 'short, all of it',
      site: paper({
        words: [
          '2025年部门决算：收入总计1286万元，支出总计1286万元，其中基本支出960万元、项目支出326万元，比上年减少。',
          SANGONG,
        ],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'the “三公” of last year beside those of this, or what they are measured by',
      site: paper({
        words: [
          ...text('示例市林业局', '2025'),
          ...OLD_TRIPS,
          '2025年度“三公”经费决算10万元，比2024年度“三公”经费减少2万元。',
        ],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'words that speak of 我局 name no other body',
      site: paper({
        words: ['现将我局2025年部门决算公开如下。', ...text('本局', '2025'), SANGONG],
      }),
      expect: { [SUBJECT]: 'whole' },
    },
    {
      shows: 'a body that was renamed, one letter of its name kept',
      site: paper({ words: [...text('示例市林草局', '2025'), SANGONG] }),
      expect: { [SUBJECT]: 'whole' },
    },
  ],
  'other-year': [
    {
      shows: 'one heading over the tables is of the year before, and no other year is said',
      site: paper(
        {
          words: [
            '第一部分 单位概况。',
            '第二部分 2024年度决算表。收入总计1286万元，支出总计1286万元。',
            FILLER,
          ],
        },
        '示例市民政局2025年部门决算',
        '示例市人民政府',
      ),
      expect: { '各单位预决算 年度': 'other-year' },
    },
    {
      shows: 'the text under the title of 2025 is that of 2024',
      site: paper({ words: [...text('示例市林业局', '2024'), SANGONG] }),
      expect: { [SUBJECT]: 'other-year' },
      facts: { [SUBJECT]: { said: '2024年' } },
    },
    {
      shows: 'so it is on the page, its tables in a file with its sign that was not read',
      site: paper({
        words: [...text('示例市林业局', '2024'), '2024年机关运行经费35万元。', SANGONG],
        attachments: [['示例市林业局2025年部门决算公开表.xlsx', '/ys/1.xlsx']],
        pictures: [{ inBody: '示例市林业局2025年部门决算公开表.xlsx' }],
      }),
      expect: { [SUBJECT]: 'other-year' },
    },
    {
      shows: 'a paper of one of the departments that a government gathers',
      site: paper(
        { words: text('示例市民政局', '2024') },
        '示例市民政局2025年部门决算',
        '示例市人民政府',
      ),
      expect: { '各单位预决算 年度': 'other-year' },
    },
  ],
  'other-body': [
    {
      shows: 'the text of another office',
      site: paper({ words: [...text('示例市民政局', '2025'), SANGONG] }),
      expect: { [SUBJECT]: 'other-body' },
      facts: { [SUBJECT]: { said: '示例市民政局' } },
    },
    {
      shows: 'among those that a county gathers, one that speaks for another of them',
      site: gathered({ 水利: [SANGONG], 林业: [SANGONG] }).page('/ys/1.html', {
        kind: 'article',
        title: '示例县林业局2026年部门预算公开',
        words: ['示例县水利局是县政府工作部门。', ...text('示例县水利局', '2026'), SANGONG],
      }),
      expect: { '各单位预决算 单位': 'other-body' },
      facts: { '各单位预决算 单位': { said: '示例县水利局' } },
    },
  ],
  'part-other-year': [
    {
      shows: 'the “三公” of last year, in their table and beneath it, in a budget of this year',
      site: paper({ words: [...text('示例市林业局', '2025'), ...OLD_TRIPS] }),
      expect: { [SUBJECT]: 'part-other-year' },
      facts: { [SUBJECT]: { said: '2024年', names: '“三公”经费' } },
    },
    {
      shows: 'so it is in one of those that a county gathers',
      site: gathered({
        水利: [SANGONG],
        林业: OLD_TRIPS.map((one) => one.replace('2024', '2025')),
      }),
      expect: { '各单位预决算 分项年度': 'part-other-year' },
    },
  ],
  'units-unsaid': {
    shows: 'one of many says nothing of its purchases',
    site: gathered({
      ...{ 水利: [SANGONG], 林业: [SANGONG], 民政: [SANGONG], 教育: [SANGONG] },
      财政: ['“三公”经费12万元。', '机关运行经费35万元。'],
    }),
    expect: { '各单位预决算 政府采购': 'units-unsaid' },
  },
  bare: {
    shows: 'one sentence, and nothing else',
    site: paper({ words: ['2025年度部门决算已经批准，现予公开。'] }),
    expect: { [SUBJECT]: 'bare' },
  },
  'items-missing': [
    {
      shows: 'the government’s own note on its “三公” expenses tells nothing of a department’s',
      site: gathered(
        { 水利: [SANGONG], 林业: [SANGONG], 民政: ['机关运行经费35万元。'] },
        undefined,
        [['示例县人民政府2026年“三公”经费预算情况说明', '2026-02-20', '/ys/9.html']],
      ),
      expect: { [OF_UNITS]: 'items-missing' },
      facts: { [OF_UNITS]: { words: '示例县民政局2026年部门预算公开' } },
    },
    {
      shows:
        'one of the departments whose paper and tables say nothing of it, beside others that do',
      site: gathered({ 水利: [SANGONG], 林业: [SANGONG], 民政: ['机关运行经费35万元。'] }),
      expect: { [OF_UNITS]: 'items-missing' },
      facts: { [OF_UNITS]: { words: '示例县民政局2026年部门预算公开' } },
    },
    {
      shows: 'nothing of the 三公 in a text that was read whole',
      site: paper({ words: [...text('示例市林业局', '2025'), '机关运行经费35万元。'] }),
      expect: { [SUBJECT]: 'items-missing' },
      facts: { [SUBJECT]: { names: '“三公”经费、政府采购' } },
    },
    {
      shows: 'a short one with a small table, where the other papers of the body tell all',
      site: short([2024, 2025]),
      expect: { ...BUDGETS, [SUBJECT]: 'items-missing' },
      facts: { [SUBJECT]: { names: '“三公”经费' } },
    },
    {
      shows: 'a short one that tells of income and spending only',
      site: paper({
        words: [
          '2025年部门决算：收入总计1286万元，支出总计1286万元，其中基本支出960万元、项目支出326万元，比上年减少2%。',
          '部门职责、机构设置与上年相同，人员编制没有变化，年末在职人员共48人。',
        ],
      }),
      expect: { [SUBJECT]: 'items-missing' },
    },
    {
      shows:
        'the statement stands on the page, the running costs in its glossary alone, and tables in a file',
      site: paper({ words: STATEMENT, ...TABLES }).page('/ys/1.xlsx', {
        kind: 'file',
        fileText: '2025年收入支出决算总表',
      }),
      expect: { [SUBJECT]: 'items-missing' },
      facts: { [SUBJECT]: { names: '机关运行经费、政府采购' } },
    },
  ],
  late: [
    {
      shows: 'approved in July, put up on 20 August',
      site: paper({
        words: [
          '本部门决算经市财政局2026年7月10日批复。',
          ...text('示例市林业局', '2025'),
          SANGONG,
        ],
      }),
      expect: { [SUBJECT]: 'whole', [LATE]: 'late' },
      facts: { [LATE]: { days: 41, said: '财政局2026年7月10日批复' } },
    },
  ],
  pictured: {
    shows: 'pictures only',
    site: paper({
      words: ['部门决算'],
      pictures: [{ inBody: '/ys/1.png' }, { inBody: '/ys/2.png' }],
    }),
    expect: { [SUBJECT]: 'pictured' },
  },
  'not-read': [
    {
      shows: 'a department’s tables that were not read',
      site: gathered({ 水利: [SANGONG], 林业: [SANGONG], 民政: ['机关运行经费35万元。'] }, [
        '水利',
        '林业',
      ]),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'departments whose papers mostly leave it to another place',
      site: gathered({ 水利: [], 林业: [SANGONG], 民政: [] }),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a summary of all of them stands beside',
      site: gathered(
        { 水利: [SANGONG], 林业: [SANGONG], 民政: [] },
        ['水利', '林业', '民政'],
        [['示例县2026年“三公”经费预算汇总', '2026-02-22', '/ys/s.html']],
      ),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'budgets of departments that tell of their years, and of the year before beside it',
      site: ofUnits('示例县林业局2026年部门预算公开', [
        ...text('示例县林业局', '2025'),
        '比2026年预算数减少3万元。',
      ]),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a department’s accounts called after the year in which they were put up',
      site: ofUnits('示例县林业局2026年部门决算公开', text('示例县林业局', '2025')),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a file that was not read may hold all of it',
      site: paper({ words: text('示例市林业局', '2025'), attachments: [['附表', '/ys/1.xls']] }),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'of tables that were not read nothing is said that they may hold',
      site: paper({ words: STATEMENT, ...TABLES }),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a report in a file beside the page may tell of them',
      site: paper({
        words: [...text('示例市林业局', '2025'), '“三公”经费12万元，其中公务接待费2万元。'],
        attachments: [['部门决算说明.docx', '/ys/1.docx']],
      }),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'it says where it is put up, or that the superior does it',
      site: paper({ words: ['本单位决算随主管部门公开，不单独公开。'] }),
      expect: { 财政预决算: 'not-read' },
    },
    ...[
      '我单位部门决算涉及国家秘密，依法不予公开。',
      '我单位财务由示例市教育局统一核算，纳入示例市教育局部门决算编报。',
      '我单位2026年1月新组建，没有2025年度部门决算。',
      '本单位2025年度决算并入示例市林业局决算。',
    ].map((words) => ({
      shows: `why there is none here: ${words}`,
      site: paper({ words: [words] }),
      expect: { 财政预决算: 'not-read' } as const,
    })),
    ...['示例市2025年社会保险基金本级决算', '示例市本级2025年国有资本经营决算'].map((title) => ({
      shows: `a part of a government’s accounts: ${title}`,
      site: paper({ words: text('示例市', '2025') }, title, '示例市人民政府'),
      expect: { 财政预决算: 'not-read' } as const,
    })),
    {
      shows: 'of institutions beside organs nothing is asked, nor where few tell it',
      site: gathered({
        ...{ 水利: [SANGONG], 林业: [SANGONG], 民政: ['“三公”经费12万元。'] },
        公路管理: ['本单位为公益一类事业单位。', '“三公”经费12万元。'],
      }),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a government gathers those of its departments',
      site: paper(
        { words: text('示例市民政局', '2025') },
        '示例市民政局2025年部门决算',
        '示例市人民政府',
      ),
      expect: { 财政预决算: 'not-read' },
    },
    {
      shows: 'a report on how the budget was carried out is no paper, nor is one of long ago',
      site: paper({ words: text('示例市林业局', '2025') }, '2025年上半年预算执行情况').column(
        '往年',
        '/ys/old/',
        { topic: 'budget', items: [['示例市林业局2019年部门决算', '2020-08-20', '/ys/2.html']] },
      ),
      expect: { 财政预决算: 'not-read' },
    },
  ],
})
