/** Every outcome of `service/datasets-incomplete` from a small site that gives it. */
import { datasetsIncomplete } from '#checks/service/datasets-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const FULL = [
  '数据集：苗圃名录。数据格式：xlsx。更新周期：每年。下载量：120次。',
  '本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护并定期更新。',
]
const ITEMS = [
  ['苗圃名录', '2024-01-10', '/sj/1.html'],
  ['古树名木名录', '2024-01-12', '/sj/2.html'],
] as const

function data(words: readonly string[], more: ColumnSpec = {}): SiteViewBuilder {
  return new SiteViewBuilder()
    .page('/sj/1.html', { title: '苗圃名录', kind: 'article' })
    .page('/sj/2.html', { title: '古树名木名录', kind: 'article' })
    .column('数据开放', '/sj/', { topic: 'openData', items: ITEMS, words, ...more })
}
const file = (visits: readonly number[], empty?: true) =>
  data(FULL).target('/sj/mp.xlsx', visits, {
    from: '/sj/1.html',
    text: '苗圃名录.xlsx',
    attachment: true,
    ...(empty ? { empty } : {}),
  })

/** Two sets with a page each: the first prints all, the second what is given. */
function uneven(
  second: PageSpec,
  list: readonly string[] = [],
  offered = true,
  home: PageSpec = {},
): SiteViewBuilder {
  const own = { kind: 'article' } as const
  return new SiteViewBuilder(home)
    .page('/sj/1.html', { title: '苗圃名录', ...own, words: FULL })
    .page('/sj/2.html', { title: '古树名木名录', ...own, ...second })
    .column('数据开放', '/sj/', { topic: 'openData', items: ITEMS, words: list })
    .target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录.xlsx', attachment: true })
    .target('/sj/gs.xlsx', [200], {
      from: offered ? '/sj/2.html' : '/sj/1.html',
      text: '古树.xlsx',
      attachment: true,
    })
}

/** The page of a set that tells of it and offers nothing. */
const BARE: PageSpec = { words: ['古树名木名录', '更新周期：每年。下载量：12次。'] }

const ALL = {
  数据集数量: 'present',
  数据下载: 'present',
  数据格式: 'present',
  更新周期: 'present',
  使用统计: 'present',
} as const

/** One set's page as given; its list says what all owe. */
const sets = (words: readonly string[], more: PageSpec = {}): SiteViewBuilder =>
  data(FULL)
    .page('/sj/1.html', { title: '苗圃名录', kind: 'article', words, ...more })
    .target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录.xlsx', attachment: true })
const CARD = '数据格式：xlsx 下载量：120次 '

/** Three sets that print cycle and use; their formats as given, beside a file each. */
const formats = (...lines: readonly (readonly string[])[]): SiteViewBuilder =>
  lines.reduce(
    (built, words, at) =>
      built
        .page(`/sj/${at}.html`, {
          title: `名录${at}`,
          kind: 'article',
          words: ['更新周期：每年', '下载量：120次', ...words, FULL[1] ?? ''],
          attachments: [['下载', `/sj/${at}.xlsx`]],
        })
        .target(`/sj/${at}.xlsx`, [200], {
          from: `/sj/${at}.html`,
          text: '下载',
          attachment: true,
        }),
    new SiteViewBuilder().column('数据开放', '/sj/', {
      topic: 'openData',
      items: lines.map((_, at) => [`名录${at}`, '2024-03-01', `/sj/${at}.html`] as const),
    }),
  )
const XLSX = ['数据格式 XLSX、CSV']

/** Sets that one table lists, each row as given: name, format, use. */
const listedSets = (rows: readonly (readonly string[])[], more: ColumnSpec = {}): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('数据开放', '/sj/', {
      topic: 'openData',
      words: ['数据格式 更新周期 使用情况', ...rows.map((row) => row.join(' ')), '下载'],
      tables: [
        [
          ['数据集名称', '数据格式', '更新周期', '使用情况', '下载'],
          ...rows.map(([name = '', format = '', use = '']) => [name, format, '每年', use, '下载']),
        ],
      ],
      attachments: [['下载', '/sj/mp.csv']],
      ...more,
    })
    .target('/sj/mp.csv', [200], { from: '/sj/', text: '下载', attachment: true })
const USED = '下载 21 次'
const TWO = [
  ['苗圃名录', 'CSV', USED],
  ['林场名录', 'XLSX', USED],
] as const

/** Rows of sets with their formats and the file that each hands out. */
const rowFiles = (...rows: readonly (readonly [string, string])[]): SiteViewBuilder =>
  rows.reduce(
    (built, [, url]) => built.target(url, [200], { from: '/sj/', text: '下载', attachment: true }),
    new SiteViewBuilder().column('数据开放', '/sj/', {
      topic: 'openData',
      words: [...FULL, '下载'],
      items: ITEMS,
      links: rows.map(([, url]) => ['下载', url, 'main'] as const),
      tables: [
        [
          ['数据集名称', '更新周期', '格式', '下载量'],
          ...rows.map(([format], at) => [`名录${at}`, '每年', format, '12']),
        ],
      ],
    }),
  )

const described = (...told: readonly string[]): SiteViewBuilder =>
  formats(...told.map((words) => ['数据格式 XLSX', ...words.split('\n'), '提供部门：林业局']))

testCheck(datasetsIncomplete, {
  undescribed: [
    ...['数据描述：', '数据描述', '数据描述：暂无'].map((words) => ({
      shows: `nothing behind the label of one: ${words}`,
      site: described('数据描述：全县苗圃的名称和地址', '数据描述：全县林场的名称和地址', words),
      expect: { ...ALL, 数据说明: 'undescribed' } as const,
      facts: { 数据说明: { count: 1, names: '名录2' } },
    })),
    {
      shows: 'an empty cell',
      site: new SiteViewBuilder()
        .column('数据开放', '/sj/', {
          topic: 'openData',
          words: ['数据集名称 简介 更新周期 格式 下载量', '古树名录', ...FULL, '下载'],
          tables: [
            [
              ['数据集名称', '简介', '更新周期', '格式'],
              ['苗圃名录', '全县苗圃', '每年', 'CSV'],
              ['林场名录', '全县林场', '每年', 'CSV'],
              ['古树名录', '', '每年', 'CSV'],
            ],
          ],
          attachments: [['下载', '/sj/mp.csv']],
        })
        .target('/sj/mp.csv', [200], { from: '/sj/', text: '下载', attachment: true }),
      expect: { ...ALL, 数据说明: 'undescribed' },
      facts: { 数据说明: { names: '古树名录' } },
    },
  ],
  overdue: [
    {
      shows: 'monthly, it says, and last renewed ten months ago',
      site: sets(['苗圃名录', `${CARD}更新频率：每月 最近更新：2023-05-30`]),
      expect: { ...ALL, 按期更新: 'overdue' },
      facts: { 按期更新: { count: 1, names: '“苗圃名录”（每月，2023-05-30更新）' } },
    },
    {
      shows: 'the rows of one set’s own table, each in a line of its own',
      site: sets([
        '苗圃名录',
        '数据格式 xlsx',
        '更新周期 每月',
        '更新时间 2023-05-30',
        '下载量：120次',
      ]),
      expect: { ...ALL, 按期更新: 'overdue' },
      facts: { 按期更新: { count: 1, names: '“苗圃名录”（每月，2023-05-30更新）' } },
    },
    {
      shows: 'rows of a table, of which one is late and one is not',
      site: sets(['苗圃名录 林业局 季度 2022年6月1日 xlsx', CARD], {
        tables: [
          [
            ['数据集名称', '提供单位', '更新周期', '更新时间', '格式'],
            ['苗圃名录', '林业局', '季度', '2022年6月1日', 'xlsx'],
            ['古树名录', '林业局', '每年', '2023-06-01', 'xlsx'],
          ],
        ],
      }),
      expect: { ...ALL, 按期更新: 'overdue' },
      facts: { 按期更新: { count: 1, names: '“苗圃名录”（季度，2022-06-01更新）' } },
    },
  ],
  'not-data': [
    {
      shows: 'a row whose file is of another family than it says',
      site: rowFiles(['CSV', '/sj/a.csv'], ['XLSX', '/sj/b.xls'], ['CSV', '/sj/c.xlsx']),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { names: '“名录2”提供的是XLSX，写明的格式是CSV' } },
    },
    {
      shows: 'a page that asks to log in, where a download is offered',
      site: sets(['苗圃名录', `${CARD}更新周期：每年`])
        .page('/login.html', { title: '用户登录', kind: 'form' })
        .target('/login.html', [200, 200], { from: '/sj/1.html', text: '下载数据' }),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { names: '“苗圃名录”登录页' } },
    },
    {
      shows: 'a table of which only the head is there; one with rows is data',
      site: sets(['苗圃名录', `${CARD}更新周期：每年`])
        .page('/sj/a.csv', { kind: 'file', fileText: '名称,地址\n' })
        .page('/sj/b.csv', { kind: 'file', fileText: '名称,地址\n一圃,城北\n' })
        .target('/sj/a.csv', [200, 200], { from: '/sj/1.html', text: '下载CSV', attachment: true })
        .target('/sj/b.csv', [200, 200], { from: '/sj/2.html', text: '下载CSV', attachment: true }),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { count: 1, names: '“苗圃名录”只有表头，没有数据' } },
    },
    {
      shows: 'a package without its end',
      site: sets(['苗圃名录', `${CARD}更新周期：每年`])
        .page('/sj/a.zip', { kind: 'file', torn: true })
        .target('/sj/a.zip', [200, 200], { from: '/sj/1.html', text: '下载', attachment: true }),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { names: '“苗圃名录”残缺的文件，打不开' } },
    },
    {
      shows: 'another format than the page says; the other set keeps its word',
      site: data(FULL)
        .page('/sj/1.html', {
          title: '苗圃名录',
          kind: 'article',
          words: ['数据格式：XLSX', '更新周期：每年', '下载量：120次'],
        })
        .page('/sj/a.csv', { kind: 'file', fileText: '名称,地址\n一圃,城北\n' })
        .target('/sj/a.csv', [200, 200], {
          from: '/sj/1.html',
          text: '下载CSV',
          attachment: true,
          area: 'main',
        }),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { names: '“苗圃名录”提供的是CSV，写明的格式是XLSX' } },
    },
    {
      shows: 'a page of the portal at the address of the file',
      site: sets(['苗圃名录', `${CARD}更新周期：每年`])
        .page('/sj/a.csv', {
          kind: 'other',
          title: '首页',
          words: ['欢迎访问'],
          links: [['首页', '/', 'nav']],
        })
        .target('/sj/a.csv', [200, 200], { from: '/sj/1.html', text: '下载CSV', attachment: true }),
      expect: { ...ALL, 下载内容: 'not-data' },
      facts: { 下载内容: { names: '“苗圃名录”网页，不是文件' } },
    },
  ],
  undownloadable: [
    {
      shows: 'the page of one set offers nothing, that of the other a file',
      site: uneven(BARE, [], false),
      expect: { ...ALL, 数据集下载: 'undownloadable' },
      facts: { 数据集下载: { count: 1, names: '古树名木名录' } },
    },
    {
      shows: 'a table that only describes the set, and a link in the foot',
      site: uneven(
        {
          ...BARE,
          links: [['联系我们', '/lx.html', 'footer']],
          tables: [
            [
              ['数据集名称', '古树名木名录'],
              ['更新周期', '每年'],
              ['提供单位', '示例市林业局'],
            ],
          ],
        },
        [],
        false,
      ),
      expect: { ...ALL, 数据集下载: 'undownloadable' },
    },
    {
      shows: 'the list of the sets, a table, holds no data of theirs',
      site: uneven(BARE, [], false)
        .page('/sj/ml.html', {
          kind: 'listing',
          title: '数据目录',
          tables: [
            [
              ['数据集', '更新周期', '更新时间'],
              ['苗圃名录', '每年', '2024-01-10'],
            ],
          ],
        })
        .column('数据目录', '/sj/ml.html', { parent: '数据开放', items: ITEMS }),
      expect: { ...ALL, 数据集下载: 'undownloadable' },
    },
    {
      shows: 'beside the tools that the home page has too, and an article with a file of its own',
      site: uneven({ ...BARE, bare: ['长者版'] }, [], false, { bare: ['长者版'] })
        .column('数据发布', '/sj/fb/', {
          parent: '数据开放',
          items: [['造林面积一图读懂', '2024-01-15', '/sj/fb/1.html']],
        })
        .page('/sj/fb/1.html', {
          title: '造林面积一图读懂',
          kind: 'article',
          attachments: [['造林面积.pdf', '/sj/fb/1.pdf']],
        }),
      expect: { ...ALL, 数据集下载: 'undownloadable', 数据集数量: 'present' },
    },
  ],
  withheld: [
    {
      shows: 'a telephone in the place of the download',
      site: sets([
        `${CARD}更新周期：每年`,
        '数据下载：如需数据请与市林业局联系，电话0700-1234567。',
      ]),
      expect: { ...ALL, 下载限制: 'withheld' },
    },
    {
      shows: 'a copy is to be fetched at the counter',
      site: sets([`${CARD}更新周期：每年`, '数据下载', '请到窗口拷贝']),
      expect: { ...ALL, 下载限制: 'withheld' },
      facts: { 下载限制: { count: 1, names: '苗圃名录' } },
    },
    {
      shows:
        'a set that says itself that it cannot be had; one with an interface in its stead is let pass',
      site: sets([
        '苗圃名录',
        `${CARD}更新周期：每年`,
        '暂不提供下载',
        '墒情数据：暂不提供下载，可调用API接口',
      ]),
      expect: { ...ALL, 下载限制: 'withheld' },
      facts: { 下载限制: { count: 1 } },
    },
  ],
  present: [
    {
      shows: 'rows that hand out what they say, by another name of it or one of several',
      site: rowFiles(['XLS', '/sj/a.xlsx'], ['CSV、XLSX', '/sj/b.csv'], ['EXCEL', '/sj/c.xls']),
      expect: ALL,
    },
    {
      shows: 'figures of use side by side, without marks',
      site: data([
        '数据集：苗圃名录。数据格式：xlsx。更新频度：每月。',
        '浏览820　下载133　接口调用41',
      ]).target('/sj/mp.xlsx', [200], {
        from: '/sj/1.html',
        text: '苗圃名录.xlsx',
        attachment: true,
      }),
      expect: ALL,
    },
    ...[formats(XLSX, XLSX, ['XLSX下载']), formats(XLSX, ['CSV下载'], []), formats(XLSX, [])].map(
      (site) => ({ shows: 'a format by the name of the file, or by few', site, expect: ALL }),
    ),
    {
      shows: 'the rows of the set stand where it is told of',
      site: uneven(
        {
          ...BARE,
          tables: [
            [
              ['编号', '树种', '地点'],
              ['1', '银杏', '城关镇'],
              ['2', '香樟', '石桥镇'],
            ],
          ],
        },
        [],
        false,
      ),
      expect: ALL,
    },
    ...[
      { words: ['数据下载', '在线下载，也可到窗口拷贝'] },
      { words: ['数据说明', '如需其他数据请与市林业局联系'] },
      { words: ['数据下载', '请到窗口拷贝', '接口地址'] },
      { words: ['办理方式', '请到窗口领取'] },
      { words: ['暂不提供下载，可提交申请获取'] },
      { words: ['开放属性：有条件开放', '暂不提供下载'] },
      {
        words: ['数据下载', '请到窗口拷贝'],
        attachments: [['苗圃名录.xlsx', '/sj/mp.xlsx']] as const,
      },
    ].map(({ words, ...more }) => ({
      shows: `the counter beside another way: ${words.join(' ')}`,
      site: sets([`${CARD}更新周期：每年`, ...words], more),
      expect: ALL,
    })),
    {
      shows: 'no use yet, or none to be counted, is said',
      site: listedSets([...TWO, ['古树名录', 'CSV', '暂无'], ['湿地接口', '接口', '/']]),
      expect: ALL,
    },
    {
      shows: 'the set’s own page says what its row does not',
      site: listedSets([...TWO, ['古树名木名录', '', USED]], {
        items: [['古树名木名录', '2024-01-12', '/sj/2.html']],
      }).page('/sj/2.html', { title: '古树名木名录', kind: 'article', words: ['数据格式：xlsx'] }),
      expect: ALL,
    },
    {
      shows: 'as many rows leave it empty as print it',
      site: listedSets([...TWO, ['古树名录', '', USED], ['湿地名录', '', USED]]),
      expect: ALL,
    },
    {
      shows: 'a set of which a script’s button may hand out the data',
      site: uneven({ ...BARE, bare: ['取走'] }, [], false, { bare: ['长者版'] }),
      expect: ALL,
    },
    ...(
      [
        ['to be applied for', { words: [...FULL, '开放属性：有条件开放，请联系市数据局申请。'] }],
        [
          'printed as a table',
          {
            words: FULL,
            tables: [
              [
                ['名称', '数量'],
                ['古树', '12'],
              ],
            ],
          },
        ],
      ] satisfies readonly (readonly [string, PageSpec])[]
    ).map(([shows, second]) => ({
      shows: `a set without a download: ${shows}`,
      site: uneven(second, [], false),
      expect: ALL,
    })),
    ...['登录注册后可下载。', '开放属性：有条件开放'].map((words) => ({
      shows: `a set for those who register, as its page says: ${words}`,
      site: sets(['苗圃名录', `${CARD}更新周期：每年`, words])
        .page('/login.html', { title: '用户登录', kind: 'form' })
        .target('/login.html', [200, 200], { from: '/sj/1.html', text: '下载数据' }),
      expect: ALL,
    })),
    {
      shows: 'two sets with all that is owed',
      site: file([200]),
      expect: ALL,
      facts: { 数据集数量: { words: '2 个' } },
    },
    {
      shows: 'cells of a row, which the text keeps as words with a blank between them',
      site: data([
        '下载格式 CSV 周期 每月',
        '下载量 132 本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护。',
      ]).target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录', attachment: true }),
      expect: ALL,
    },
    {
      shows: 'a card in one line, its figure behind the day of its last change',
      site: data([
        '数据格式：xlsx 更新周期：每年 更新时间：2024-01-10 访问量：980',
        '本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护。',
      ]).target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录', attachment: true }),
      expect: ALL,
    },
    ...[['【访问量】980'], ['【已下载】132'], ['点击次数', '980']].map((figures) => ({
      shows: `figures of use as a box prints them: ${figures.join(' | ')}`,
      site: data([
        '发布于：2024-01-10　供稿：某局　点击量：0',
        '数据格式：xlsx 更新周期：每年，本栏目提供全市林业公共数据，欢迎社会各界依法开发利用。',
        ...figures,
      ]).target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录', attachment: true }),
      expect: ALL,
    })),
    {
      shows: 'a chart among the sets owes no cycle',
      site: uneven({ title: '图解：古树名木', words: ['图中列出全市古树名木的分布。'] }),
      expect: ALL,
    },
    {
      shows: 'a button of one format, and figures in a column under one head',
      site: data([
        '名称 文件类型 更新频次 访问/下载',
        '苗圃名录 Excel 半年 320/15',
        '批量下载',
        '本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护并定期更新。',
      ]),
      expect: ALL,
    },
    {
      shows: 'an interface in place of files, its figures parted by a bar',
      site: data(
        [
          '返回格式：JSON。更新周期：每日。',
          '访问 33 | 下载 9',
          '本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护并定期更新。',
        ],
        { links: [['接口申请', '/api/1', 'main']] },
      ),
      expect: ALL,
    },
    {
      shows: 'a download button that a script serves',
      site: data(FULL, { links: [['下载', '/api/down?id=1', 'main']] }),
      expect: ALL,
    },
  ],
  missing: [
    {
      shows: 'a table names three sets, and offers none of them',
      site: data(
        [
          '数据集名称\t提供单位',
          '苗圃名录\t林业科',
          '古树名木名录\t林业科',
          '护林站\t防火科',
          '共三项',
        ],
        { items: [] },
      ),
      expect: {
        数据集数量: 'present',
        数据下载: 'missing',
        数据格式: 'missing',
        更新周期: 'missing',
        使用统计: 'missing',
      },
      facts: { 数据集数量: { words: '3 个' } },
    },
    {
      shows: 'sets that the column links without days are its sets; none says its cycle',
      site: new SiteViewBuilder()
        .page('/sj/1.html', {
          title: '苗圃名录',
          kind: 'article',
          above: ['数据开放'],
          words: [
            '文件格式：xlsx。下载量：120次。访问量：900次。',
            '本数据集由市林业局负责维护，欢迎社会各界依法开发利用，使用中有问题可以联系我们。',
          ],
        })
        .column('数据开放', '/sj/', {
          topic: 'openData',
          links: [['苗圃名录', '/sj/1.html', 'main']],
        })
        .target('/sj/1.csv', [200], { from: '/sj/1.html', text: '下载', attachment: true }),
      expect: {
        数据集数量: 'present',
        数据下载: 'present',
        数据格式: 'present',
        更新周期: 'missing',
        使用统计: 'present',
      },
    },

    {
      shows: 'no download, no cycle, no usage',
      site: data([
        '数据格式：xlsx。本栏目提供全市林业公共数据，欢迎社会各界依法开发利用，数据由市林业局负责维护。',
      ]),
      expect: { ...ALL, 数据下载: 'missing', 更新周期: 'missing', 使用统计: 'missing' },
    },
    {
      shows:
        "the clicks beside day and source are the template's, and 周期 in a running text is no cycle",
      site: data([
        '发布时间：2024-01-12　来源：某局　点击量：0',
        '数据格式：xlsx。本数据覆盖一个完整的生长周期，供各单位查用，欢迎社会各界依法开发利用。',
      ]).target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '苗圃名录', attachment: true }),
      expect: { ...ALL, 更新周期: 'missing', 使用统计: 'missing' },
    },
    {
      shows: 'a button 下载数据 is no figure of use',
      site: data([
        '数据格式：xlsx。更新频率：每半年。',
        '下载数据 调用数据接口 使用数据前请阅读协议。',
      ]).target('/sj/mp.xlsx', [200], { from: '/sj/1.html', text: '下载数据', attachment: true }),
      expect: { ...ALL, 使用统计: 'missing' },
    },
    {
      shows: 'a column that may not be one of open data',
      site: data(FULL, { topicSureness: 0.6 }),
      softened: true,
      expect: { ...ALL, 数据下载: 'missing' },
    },
  ],
  uneven: [
    {
      shows: 'the format that all other sets print behind a label',
      site: formats(XLSX, XLSX, []),
      expect: { ...ALL, 数据格式: 'uneven' },
      facts: { 数据格式: { count: 1, names: '名录2' } },
    },
    {
      shows: 'a row without a format, in a table that heads its sets with no more than 名称',
      site: listedSets([...TWO, ['古树名录', '', USED]], {
        tables: [
          [
            ['名称', '格式', '更新周期', '下载次数', ''],
            ...[...TWO, ['古树名录', '', '7']].map(([name = '', format = '', use = '']) => [
              ...[name, format, '每年', use, '下载'],
            ]),
          ],
        ],
      }),
      expect: { ...ALL, 数据格式: 'uneven' },
      facts: { 数据格式: { total: 3, count: 1, names: '古树名录' } },
    },
    {
      shows: 'a row of the list without a format, and one with a dash for its use',
      site: listedSets([...TWO, ['古树名录', '', USED], ['湿地名录', 'CSV', '—']]),
      expect: { ...ALL, 数据格式: 'uneven', 使用统计: 'uneven' },
      facts: {
        数据格式: { total: 4, count: 1, names: '古树名录' },
        使用统计: { total: 4, count: 1, names: '湿地名录' },
      },
    },
    {
      shows: 'one of two sets prints no cycle on its page',
      site: uneven({ words: ['数据格式：xlsx。下载量：7次。'] }),
      expect: { ...ALL, 更新周期: 'uneven' },
      facts: { 更新周期: { total: 2, count: 1, names: '古树名木名录' } },
    },
    {
      shows: 'the usage figures of one set are not printed either',
      site: uneven({ words: ['文件格式：csv。各项字段和取值说明见下表。'] }),
      expect: { ...ALL, 更新周期: 'uneven', 使用统计: 'uneven' },
    },
    {
      shows: 'a page that names its data set and says nothing more of it',
      site: uneven({ words: ['数据集名称：古树名木名录', '提供单位：示例市林业局'] }),
      expect: { ...ALL, 更新周期: 'uneven', 使用统计: 'uneven' },
    },
  ],
  'uneven-unclear': [
    {
      shows: 'a picture on the page may be what stands in the empty cell',
      site: listedSets([...TWO, ['古树名录', '', USED]], { pictures: [{ inBody: null }] }),
      expect: { ...ALL, 数据格式: 'uneven-unclear' },
    },
    {
      shows: 'the set has a page of its own, which does not say it either',
      site: listedSets([...TWO, ['古树名木名录', '', USED]], {
        items: [['古树名木名录', '2024-01-12', '/sj/2.html']],
      }).page('/sj/2.html', { title: '古树名木名录', kind: 'article' }),
      expect: { ...ALL, 数据格式: 'uneven-unclear' },
    },
    {
      shows: 'a page of which a script writes a part',
      site: uneven({ words: ['下载量：7次。'], needsBrowser: '正文由脚本写出' }),
      expect: { ...ALL, 更新周期: 'uneven-unclear' },
    },
    {
      shows: 'the list prints cycles too',
      site: uneven({ words: ['下载量：7次。'] }, [
        '本栏目数据的更新频率见各数据集说明，按季度维护。',
      ]),
      expect: { ...ALL, 更新周期: 'uneven-unclear' },
    },
  ],
  broken: [
    {
      shows: 'a file that is gone twice',
      site: file([404, 404]),
      expect: { ...ALL, 数据下载: 'broken' },
      facts: { 数据下载: { names: '苗圃名录.xlsx（两次访问都不存在）' } },
    },
    {
      shows: 'a file without a byte',
      site: file([200], true),
      expect: { ...ALL, 数据下载: 'broken' },
      facts: { 数据下载: { names: '苗圃名录.xlsx（空文件）' } },
    },
  ],
  elsewhere: {
    shows: 'the provincial data platform',
    site: new SiteViewBuilder().column('数据开放', 'https://data.example-province.gov.cn/', {
      topic: 'openData',
      kindOfColumn: 'external',
    }),
    expect: { 数据集数量: 'elsewhere' },
  },
  unread: {
    shows: 'a page without words or entries',
    site: new SiteViewBuilder().column('数据开放', '/sj/', { topic: 'openData' }),
    expect: { 数据集数量: 'unread' },
  },
  'no-column': {
    shows: 'no data column',
    site: new SiteViewBuilder().column('通知公告', '/tz/'),
    expect: { 数据集数量: 'no-column' },
  },
})
