/** Every outcome of `disclosure/required-columns` from a small site that gives it. */
import { requiredColumns } from '#checks/disclosure/required-columns'
import { testCheck } from '../../support/check-kit.ts'
import { cell, reportContent } from '../../support/report-content.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const params = { topics: ['ogiGuide'], otherTopics: [] }
/** Owed in some places only. */
const told = { topics: [], otherTopics: ['ogiGuide'] }
const SUBJECT = '政府信息公开指南'
const guide = { topic: 'ogiGuide' } as const

function leadersBehindTab(): SiteViewBuilder {
  const site = new SiteViewBuilder().column('组织机构', '/jg/', {
    topic: 'institution',
    words: ['厅领导', '邓远山', '厅长'],
  })
  const place = site.cite('/jg/', '邓远山')
  return site
    .bareEntry('厅领导', 'leaders', '/jg/')
    .with({ leaders: [{ name: '邓远山', post: '厅长', duties: null, place }] })
}

const INQUIRIES = { topics: [], otherTopics: ['inquiries'] }
const GAPS = '条例列举的公开事项'
const NOTICES = { topics: ['notices'], otherTopics: [] }
const NO_FEES = {
  key: 'fees',
  label: '行政事业性收费',
  cells: [cell(0)],
  heads: [],
  place: { url: 'http://lyj.example.gov.cn/', at: null, quote: '行政事业性收费' },
}
const ITEMS: readonly (readonly [name: string, topic: string])[] = [
  ['规划信息', 'planning'],
  ['统计信息', 'statistics'],
  ['行政许可', 'licensing'],
  ['行政处罚', 'penalties'],
  ['收费目录', 'fees'],
  ['政府采购', 'procurement'],
  ['重大项目', 'majorProjects'],
  ['社会救助', 'socialAssistance'],
  ['应急管理', 'emergency'],
  ['双随机', 'randomInspection'],
  ['招考录用', 'recruitment'],
  ['建议提案办理', 'proposals'],
]

/** A portal with a column for each item of the Regulation but these. */
function portalOf(agency: string, ...without: string[]): SiteViewBuilder {
  const site = new SiteViewBuilder()
    .with({ agency: { id: 'a', name: agency, group: null, attributes: [] } })
    .column('政府信息公开', '/xxgk/', { topic: 'ogi' })
    .column('通知公告', '/tz/', { topic: 'notices' })
  for (const [name, topic] of ITEMS)
    if (!without.includes(name)) site.column(name, `/${topic}/`, { topic, parent: '政府信息公开' })
  return site
}

const BARE = ITEMS.map(([name]) => name)

testCheck(requiredColumns, {
  blank: [
    {
      shows: 'a column that holds nothing, owed or not',
      site: new SiteViewBuilder().column('公开指南', '/zn/', { ...guide, empty: true }),
      params,
      expect: { [SUBJECT]: 'blank' },
    },
    {
      shows: 'one that is not made yet, where only some places ask for it',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: ['栏目正在建设中'],
        underConstruction: '正在建设中',
      }),
      params: told,
      expect: { [SUBJECT]: 'blank' },
    },
  ],
  present: [
    {
      shows: 'a column with contents beside a blank one of its kind',
      site: new SiteViewBuilder()
        .column('公开指南', '/zn/', { ...guide, empty: true })
        .column('政府信息公开指南', '/zfxxgkzn/', { ...guide, words: ['为方便公众查询'] }),
      params,
      expect: { [SUBJECT]: 'present' },
      facts: { [SUBJECT]: { column: '政府信息公开指南' } },
    },
    {
      shows: 'no entries of its own, its columns below hold them',
      site: new SiteViewBuilder()
        .column('公开指南', '/zn/', { ...guide, empty: true })
        .column('市级指南', '/zn/s/', { parent: '公开指南', words: ['为方便公众查询'] }),
      params,
      expect: { [SUBJECT]: 'present' },
    },
    {
      shows: 'a county that has a column for each item of the Regulation',
      site: portalOf('示例县人民政府'),
      params: NOTICES,
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'what a county shows in wider columns, behind a tab, outside and among other entries',
      site: portalOf('示例县人民政府', ...BARE)
        .column('规划统计', '/gh/')
        .column('行政权力运行', '/ql/')
        .column('公共资源交易中心', 'http://ggzy.example-city.gov.cn/', {
          topic: 'publicResourceTrading',
          kindOfColumn: 'external',
        })
        .column('重点领域', '/zd/', {
          items: [
            ['2026年全县重点建设项目清单', '2026-03-02'],
            ['示例县涉企收费目录清单', '2026-03-01'],
            ['关于印发示例县防汛应急预案的通知', '2026-05-01'],
            ['示例县农村低保对象公示', '2026-05-11'],
            ['食品安全监督抽检结果', '2026-06-01'],
          ],
        })
        .column('人事信息', '/rs/', { topic: 'personnel' })
        .bareEntry('建议提案', 'proposals'),
      params: NOTICES,
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'an office need not have what a government has',
      site: portalOf('示例市档案局', ...BARE.slice(2)),
      params: NOTICES,
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'a town leaves statistics, purchases and recruitment to the county',
      site: portalOf(
        '示例县东河镇人民政府',
        ...BARE.filter((name) => !['规划信息', '社会救助', '应急管理'].includes(name)),
      ),
      params: NOTICES,
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'the committee of a zone is no whole government',
      site: portalOf('示例经济开发区管理委员会', ...BARE),
      params: NOTICES,
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'a column of another name whose entries are budgets and accounts',
      site: new SiteViewBuilder().column('财政账本', '/cz/', {
        items: [
          ['某局2026年部门预算', '2026-02-09'],
          ['某局2025年度部门决算', '2026-08-20'],
        ],
      }),
      params: { topics: ['budget'], otherTopics: [] },
      expect: { budget: 'present' },
      facts: { budget: { column: '财政账本' } },
    },
    {
      shows: 'notices under a name that nobody knows, by what its entries are',
      site: new SiteViewBuilder().column('坊间周知', '/zz/', {
        items: [
          ['关于门诊排班调整的公告', '2026-11-24'],
          ['关于开展疫苗接种的通告', '2026-11-09'],
          ['关于停车场改造的告示', '2026-09-16'],
        ],
      }),
      params: { topics: ['notices'], otherTopics: [] },
      expect: { 通知公告: 'present' },
    },
    ...['投诉举报', '纪检监察投诉举报', '书记信箱'].map((name) => ({
      shows: `complaints are taken under ${name}`,
      site: new SiteViewBuilder().column(name, '/ts/', { topic: 'inquiries' }),
      params: INQUIRIES,
      expect: { inquiries: 'present' as const },
    })),
    {
      shows: 'notices under the name of a trade',
      site: new SiteViewBuilder().column('涉税公告', '/gg/', {
        items: [
          ['关于申报期限的通告', '2026-11-20'],
          ['送达公告', '2026-11-10'],
        ],
      }),
      params: { topics: ['notices'], otherTopics: [] },
      expect: { 通知公告: 'present' },
    },
    {
      shows: 'a tab on the page of the institution, the leaders read there',
      site: leadersBehindTab(),
      params: { topics: ['leaders'], otherTopics: [] },
      expect: { 领导信息: 'present' },
      facts: { 领导信息: { column: '厅领导' } },
    },
    {
      shows: 'what a department calls 教育概况 holds its functions and divisions',
      site: new SiteViewBuilder().column('教育概况', '/gk/', {
        topic: 'overview',
        kind: 'article',
        words: ['主要职责：拟订全市教育事业发展规划。', '局机关科室：办公室、人事科。'],
      }),
      params: { topics: ['institution'], otherTopics: [] },
      expect: { institution: 'present' },
      facts: { institution: { column: '教育概况' } },
    },
    {
      shows: 'a column whose content is one static page',
      site: new SiteViewBuilder().column('信息公开指南', '/zn/', { ...guide, words: ['办公地址'] }),
      params,
      expect: { [SUBJECT]: 'present' },
      facts: { [SUBJECT]: { column: '信息公开指南' } },
    },
    {
      shows: 'one finding per topic of the list',
      site: new SiteViewBuilder()
        .column('公开指南', '/zn/', guide)
        .column('通知公告', '/tz/', { topic: 'notices' }),
      params: { topics: ['ogiGuide', 'notices'], otherTopics: [] },
      expect: { [SUBJECT]: 'present', 通知公告: 'present' },
    },
    {
      shows: 'policy documents that all stand under 规范性文件',
      site: new SiteViewBuilder().column('规范性文件', '/gfx/', { topic: 'normativeDocuments' }),
      params: { topics: ['policyDocuments'], otherTopics: [] },
      expect: { policyDocuments: 'present' },
      facts: { policyDocuments: { column: '规范性文件' } },
    },
    {
      shows: 'a readable column goes before one that leads outside',
      site: new SiteViewBuilder()
        .column('省指南', 'https://www.example-province.gov.cn/zn/', {
          ...guide,
          kindOfColumn: 'external',
        })
        .column('公开指南', '/zn/', guide),
      params,
      expect: { [SUBJECT]: 'present' },
    },
  ],
  external: {
    shows: 'only a link to the provincial platform',
    site: new SiteViewBuilder().column('公开指南', 'https://www.example-province.gov.cn/zn/', {
      ...guide,
      kindOfColumn: 'external',
    }),
    params,
    expect: { [SUBJECT]: 'external' },
  },
  'unsure-reading': [
    {
      shows: 'reports of what was done, at home, under a name of their own',
      site: new SiteViewBuilder().column('林海听涛', '/lh/', {
        items: [
          ['局领导到林场走访', '2026-11-25'],
          ['秋季造林全面铺开', '2026-11-20'],
          ['防火演练走进校园', '2026-11-12'],
        ],
      }),
      params: { topics: ['news'], otherTopics: [] },
      expect: { news: 'unsure-reading' },
      facts: { news: { candidates: '林海听涛' } },
    },
    {
      shows: 'pages that tell the lives and the work of leaders',
      site: new SiteViewBuilder().column('我们的队伍', '/dw/', {
        kind: 'article',
        title: '我们的队伍',
        words: ['王某某，男，汉族，1970年3月出生，中共党员，局长。', '分工：主持全面工作。'],
      }),
      params: { topics: ['leaders'], otherTopics: [] },
      expect: { 领导信息: 'unsure-reading' },
    },
    {
      shows: 'no column is called so, but a page holds what it is for',
      site: new SiteViewBuilder().column('我们是谁', '/us/', {
        kind: 'article',
        title: '示例市林业局',
        words: [
          '主要职责：负责全市林业工作。',
          '内设科室：办公室、资源科。',
          '办公地址：林荫路1号，办公时间：8:30—17:30，电话：0700-1234567。',
          '负责人：王某某（局长）',
        ],
      }),
      params: { topics: ['institution'], otherTopics: [] },
      expect: { institution: 'unsure-reading' },
      facts: { institution: { candidates: '示例市林业局' } },
    },
    {
      shows: 'budgets stand in another column',
      site: new SiteViewBuilder().column('其他', '/qt/', {
        items: [['示例市林业局2024年部门预算', '2024-02-10']],
      }),
      params: { topics: ['budget'], otherTopics: [] },
      expect: { budget: 'unsure-reading' },
    },
    {
      shows: 'a column that may be the one',
      site: new SiteViewBuilder().column('指引', '/zn/', { ...guide, topicSureness: 0.6 }),
      params,
      expect: { [SUBJECT]: 'unsure-reading' },
      facts: { [SUBJECT]: { candidates: '指引' } },
    },
    {
      shows: 'a navigation link of that name that no column was made of',
      site: new SiteViewBuilder({ words: ['政府信息公开指南（新）'] }).target('/x/', [200], {
        text: '政府信息公开指南（新）',
      }),
      params,
      expect: { [SUBJECT]: 'unsure-reading' },
    },
  ],
  unreadable: [
    {
      shows: 'the entry is there, the page failed',
      site: new SiteViewBuilder()
        .trouble('/zn/', '连接超时')
        .column('公开指南', '/zn/', { ...guide, unread: true }),
      params,
      expect: { [SUBJECT]: 'unreadable' },
      facts: { [SUBJECT]: { reason: '连接超时' } },
    },
    {
      shows: 'a menu entry that only a script opens',
      site: new SiteViewBuilder().bareEntry('公开指南', 'ogiGuide'),
      params,
      expect: { [SUBJECT]: 'unreadable' },
      facts: { [SUBJECT]: { column: '公开指南' } },
    },
  ],
  missing: [
    {
      shows: 'a county without anything on fees and recruitment, and with all the rest',
      site: portalOf('示例县人民政府', '收费目录', '招考录用'),
      params: NOTICES,
      expect: {
        通知公告: 'present',
        '行政事业性收费（第二十条第八项）': 'missing',
        '公务员招考录用（第二十条第十四项）': 'missing',
      },
    },
    {
      shows: 'who was appointed was not recruited',
      site: portalOf('示例县人民政府', '招考录用').column('人事任免', '/rm/', {
        topic: 'personnel',
        items: [['关于王海等同志任职的通知', '2026-10-01']],
      }),
      params: NOTICES,
      expect: { 通知公告: 'present', '公务员招考录用（第二十条第十四项）': 'missing' },
    },
    {
      shows: 'open data and news of a plan stand for neither statistics nor plans',
      site: portalOf('示例区人民政府', '规划信息', '统计信息')
        .column('数据开放', '/kf/', { topic: 'openData' })
        .column('动态', '/dt/', {
          topic: 'news',
          items: [['我区召开十五五规划编制工作座谈会', '2026-10-01']],
        }),
      params: NOTICES,
      expect: {
        通知公告: 'present',
        '规划信息（第二十条第三项）': 'missing',
        '统计信息（第二十条第四项）': 'missing',
      },
    },
    {
      shows: 'what the water works charge is no fee of the government',
      site: portalOf('示例县人民政府', '收费目录').column('公共企事业单位', '/qsy/', {
        topic: 'publicUtilities',
        items: [['自来水公司服务承诺、收费标准和停水公告', '2026-10-01']],
      }),
      params: NOTICES,
      expect: { 通知公告: 'present', '行政事业性收费（第二十条第八项）': 'missing' },
    },
    {
      shows: 'a letter about fees and a fair for jobs stand for neither',
      site: portalOf('示例县人民政府', '收费目录', '招考录用')
        .column('来信选登', '/lx/', {
          topic: 'inquiries',
          items: [['关于不动产登记收费目录的问题', '2026-10-01']],
        })
        .column('就业', '/jy/', {
          topic: 'employment',
          items: [
            ['招聘夜市活动岗位信息（第92场）', '2026-10-01'],
            ['关于景区停车收费的答复', '2026-10-02'],
          ],
        }),
      params: NOTICES,
      expect: {
        通知公告: 'present',
        '行政事业性收费（第二十条第八项）': 'missing',
        '公务员招考录用（第二十条第十四项）': 'missing',
      },
    },
    {
      shows: 'a column that only a town has is none of the county’s',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
        .column('通知公告', '/tz/', { topic: 'notices' })
        .column('云山镇', '/ys/')
        .column('政府信息公开指南', '/ys/zn/', { topic: 'ogiGuide', parent: '云山镇' }),
      params: { topics: ['ogiGuide'], otherTopics: [] },
      expect: { 政府信息公开指南: 'missing', 条例列举的公开事项: 'unlisted' },
    },
    {
      shows: 'a list of decisions is no news',
      site: new SiteViewBuilder().column('林海听涛', '/lh/', {
        items: [
          ['关于林木采伐的公告', '2026-11-25'],
          ['林地管理办法', '2026-11-20'],
          ['护林员名单', '2026-11-12'],
        ],
      }),
      params: { topics: ['news'], otherTopics: [] },
      expect: { news: 'missing' },
    },
    {
      shows: 'an overview of the place says nothing of the office',
      site: new SiteViewBuilder().column('走进示县', '/gk/', {
        topic: 'overview',
        kind: 'article',
        words: ['示县面积1842平方公里，辖4镇3乡。'],
      }),
      params: { topics: ['institution'], otherTopics: [] },
      expect: { institution: 'missing' },
    },
    {
      shows: 'no such column on the home page or in the disclosure column',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', { topic: 'ogi' }),
      params,
      expect: { [SUBJECT]: 'missing' },
    },
    {
      shows: 'a navigation written by script hides columns',
      site: new SiteViewBuilder({ needsBrowser: '导航由脚本写出' }),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'a frame of the home page that was not read may hold its entry',
      site: new SiteViewBuilder({ frames: ['/top.html'] }).column('人事信息', '/rs/'),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'a home page without any column (维护中) is not the usual one',
      site: new SiteViewBuilder(),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'the disclosure platform lies behind a script entry',
      site: new SiteViewBuilder().bareEntry('政府信息公开', 'ogi'),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'the disclosure platform lies outside',
      site: new SiteViewBuilder().column('政府信息公开', 'https://www.example-city.gov.cn/xxgk/', {
        topic: 'ogi',
        kindOfColumn: 'external',
      }),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'all disclosure lies outside, behind 政务公开',
      site: new SiteViewBuilder().column('政务公开', 'https://www.example-city.gov.cn/xxgk/', {
        topic: 'openGovernment',
        kindOfColumn: 'external',
      }),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
    {
      shows: 'a picture without words on the home page leads where we did not read',
      site: new SiteViewBuilder({ links: [['', 'https://www.example-city.gov.cn/']] }),
      params,
      expect: { [SUBJECT]: 'missing' },
      softened: true,
    },
  ],
  outside: {
    shows: 'a column that only some places ask for leads outside: nobody is asked',
    site: new SiteViewBuilder().column('公开指南', 'https://www.example-province.gov.cn/zn/', {
      ...guide,
      kindOfColumn: 'external',
    }),
    params: told,
    expect: { [SUBJECT]: 'outside' },
    facts: { [SUBJECT]: { leftOpen: true } },
  },
  absent: [
    {
      shows: 'it is not there, and all was seen',
      site: new SiteViewBuilder().column('政府信息公开', '/xxgk/', { topic: 'ogi' }),
      params: told,
      expect: { [SUBJECT]: 'absent' },
    },
    ...['纪检举报', '违纪违法线索举报'].map((name) => ({
      shows: `who reports officials (${name}) neither asks nor complains`,
      site: new SiteViewBuilder().column(name, '/jj/', { topic: 'inquiries' }),
      params: INQUIRIES,
      expect: { inquiries: 'absent' as const },
    })),
  ],
  unconfirmed: [
    {
      shows: 'not seen, and not all was',
      site: new SiteViewBuilder({ frames: ['/top.html'] }).column('人事信息', '/rs/'),
      params: told,
      expect: { [SUBJECT]: 'unconfirmed' },
    },
    {
      shows: 'a column that may be it',
      site: new SiteViewBuilder().column('指引', '/zn/', { ...guide, topicSureness: 0.6 }),
      params: told,
      expect: { [SUBJECT]: 'unconfirmed' },
      facts: { [SUBJECT]: { reason: '疑似的有指引' } },
    },
  ],
  unlisted: [
    {
      shows:
        'not all of the portal was read: what stands out among columns for all the rest is asked about',
      site: portalOf('示例县人民政府', '收费目录').with({
        coverage: 'partial',
        coverageBecause: '1 个栏目或重要页面没有读到：被网站防护拦截',
      }),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
    },
    {
      shows: 'one call for tenders among the notices is not what is to be put up on purchases',
      site: portalOf('示例市水利局', '政府采购').column('公告', '/gg/', {
        items: [['局机关物业服务招标公告', '2026-10-01']],
      }),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
      facts: { [GAPS]: { items: '政府集中采购（第二十条第九项）' } },
    },
    {
      shows: 'a county without anything on fees, recruitment and plans: one question for all',
      site: portalOf('示例县人民政府', '收费目录', '招考录用', '规划信息'),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
      facts: { [GAPS]: { count: 3 } },
    },
    {
      shows: 'a county without anything on fees, whose report says that it charged none',
      site: portalOf('示例县人民政府', '收费目录').report(2023, '2024-01-20', undefined, {
        content: reportContent({ proactive: [NO_FEES] }),
      }),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
      facts: { [GAPS]: { count: 1 } },
    },
    {
      shows: 'a town without plans for emergencies',
      site: portalOf(
        '示例县东河镇人民政府',
        ...BARE.filter((name) => !['规划信息', '社会救助'].includes(name)),
      ),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
      facts: { [GAPS]: { count: 1 } },
    },
    {
      shows: 'an office with a column for nearly all of them: the gap stands out',
      site: portalOf('示例市水利局', '行政处罚', '社会救助'),
      params: NOTICES,
      expect: { 通知公告: 'present', [GAPS]: 'unlisted' },
      facts: { [GAPS]: { items: '行政处罚（第二十条第六项）' } },
    },
  ],
})
