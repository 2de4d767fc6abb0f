/** Every outcome of `disclosure/institution-incomplete` from a small site that gives it. */
import { institutionIncomplete } from '#checks/disclosure/institution-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const institution = { topic: 'institution', kind: 'article' } as const
const DUTIES = [
  '示例市林业局负责全市造林绿化和森林资源管理，组织实施生态修复。',
  '内设机构：办公室、造林科、资源科。',
  '办公地址：示例市林荫路1号，联系电话：0700-1234567',
]
/** The institution's duties, and a page of this name with the line of whom to call about the site. */
const contacts = (name: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('机构职能', '/jg/', { ...institution, words: DUTIES.slice(0, 2) })
    .column(name, '/lx/', {
      ...institution,
      title: name,
      words: ['网站运维电话：0700-3319876　电子邮箱：a@example.cn　地址：示例市林荫路58号'],
    })
/** The institution's column and the leaders', whose page shows these pictures. */
const withLeaders = (pictures: NonNullable<ColumnSpec['pictures']>): SiteViewBuilder => {
  const builder = new SiteViewBuilder()
    .column('机构职能', '/jg/', { ...institution, words: DUTIES })
    .column('领导信息', '/ld/', {
      topic: 'leaders',
      words: ['局长：何青山，主持全面工作'],
      pictures,
    })
  const place = builder.cite('/ld/', '何青山')
  return builder.with({ leaders: [{ name: '何青山', post: '局长', duties: null, place }] })
}
const REST = { '机构信息：机关职能': 'present', '机构信息：机构设置': 'present' } as const
const COMPLETE = {
  ...REST,
  '机构信息：办公地址': 'present',
  '机构信息：办公时间': 'present',
  '机构信息：联系方式': 'present',
  '机构信息：负责人姓名': 'present',
} as const

/** A bureau's own page as given beside that of a station below it, which says all. */
const withStation = (own: readonly string[], column = '直属单位'): SiteViewBuilder =>
  new SiteViewBuilder()
    .column('机构职能', '/jg/', { ...institution, words: own })
    .column('领导信息', '/ld/', { topic: 'leaders', words: ['局长：何青山，主持全面工作'] })
    .page('/zs/1.html', {
      kind: 'article',
      title: '示例市林木种苗站',
      words: [
        '负责种苗检验。',
        '地址：示例市林荫路9号',
        '电话：0700-7654321',
        '办公时间：周一至周五',
      ],
    })
    .column(column, '/zs/', {
      topic: 'institution',
      items: [['示例市林木种苗站', '2024-01-10', '/zs/1.html']],
    })
const UNITS = ['示例县人民政府办公室', '示例县教育局', '示例县水利局', '示例县林业局'] as const
const WHOLE_UNIT = ['主要职责：负责本行业管理。', '办公地址：人民路1号', '联系电话：0700-1234567']
/** The list of a government's (or another's) units: pages that say all, the last what is given. */
function units(last: PageSpec, name = '示例县人民政府'): SiteViewBuilder {
  const builder = new SiteViewBuilder().with({
    agency: { id: 'a1', name, group: null, attributes: [] },
  })
  const pages = UNITS.map((unit, i) => [unit, '2024-01-10', `/jg/${i}.html`] as const)
  for (const [unit, , path] of pages) {
    const spec = unit === '示例县林业局' ? last : { words: WHOLE_UNIT }
    builder.page(path, { kind: 'article', title: unit, ...spec })
  }
  const notice = ['关于调整机构设置的通知', '2024-01-09', '/jg/9.html'] as const
  return builder
    .page('/jg/9.html', { kind: 'article', title: notice[0], words: ['负责落实。局长签发。'] })
    .column('机构设置', '/jg/', { topic: 'institution', items: [...pages, notice] })
}
const BLOCK = (unit: string, lines: readonly string[]) => [`机构名称：${unit}`, ...lines]
/** The same on one page, in blocks. */
const blocks = (last: readonly string[], agency = '示例县人民政府') =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: agency, group: null, attributes: [] } })
    .column('机构设置', '/jg/', {
      ...institution,
      words: UNITS.flatMap((unit) => BLOCK(unit, unit === '示例县林业局' ? last : WHOLE_UNIT)),
    })
/** A government's own page, and those of three towns on branches of their own: two say all, the last what is given. */
const TASKS = '负责本辖区经济社会管理工作，组织实施国民经济和社会发展规划，内设党政办公室等机构。'
const branches = (last: string, more: PageSpec = {}): SiteViewBuilder => {
  const whole = '联系电话：0700-1234567，办公时间：工作日8:30-12:00'
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
    .column('机构职能', '/jg/', { ...institution, words: [TASKS, whole] })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries())
    builder
      .column(town, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: town })
      .column('机构职能', `/${i}/jg/`, {
        ...institution,
        parent: town,
        words: [TASKS, town === '青石岭镇' ? last : whole],
        ...(town === '青石岭镇' ? more : {}),
      })
  return builder
}
/** The same beside the portal's menu, which names its leaders; the last town's page leads on by this entry of its own. */
const besideMenu = (own: PageSpec['links'] = []): SiteViewBuilder => {
  const menu = [['县政府领导', '/ld/', 'other']] as const
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
    .column('县政府领导', '/ld/', { topic: 'leaders', words: ['县长：王海'], links: menu })
    .column('机构职能', '/jg/', { ...institution, words: [TASKS, '负责人：王海'], links: menu })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries())
    builder
      .column(town, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: town })
      .column('机构职能', `/${i}/jg/`, {
        ...institution,
        kind: 'other',
        body: true,
        parent: town,
        words: [TASKS, i === 2 ? '联系电话：0700-1234567' : '负责人姓名：董华'],
        links: [...menu, ...(i === 2 ? own : [])],
      })
  return builder
}
const HOURS = { elements: ['办公时间'] }
const CONTACT = { elements: ['办公地址', '联系方式'] }
const TOLD = { '机构信息：办公地址': 'present', '机构信息：联系方式': 'present' } as const

/** The same in the rows of a table, the last with this chief; the text says nothing of divisions. */
const tabled = (chief: string | null, agency = '示例镇人民政府') =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: agency, group: null, attributes: [] } })
    .column('机构职能', '/jg/', {
      ...institution,
      words: [
        '站所名称\t工作职责\t办公地点\t站长\t咨询电话',
        '镇人民政府负责辖区管理，镇长何青山。',
      ],
      tables: [
        [
          ['示例镇站所一览表', null, null, null, null],
          ['站所名称', '工作职责', '办公地点', '负责 人', '咨询电话'],
          ['财政所', '承担财政管理', '东楼一层', '邓林', '0700-1234561'],
          ['林业站', '承担护林管理', null, '苏映雪', '0700-1234562'],
          ['水利站', '承担水利管理', '西楼二层', '程远山', '0700-1234563'],
          ['司法所', '承担普法管理', '西楼三层', chief, '0700-1234564'],
        ],
      ],
    })

/** Departments with their divisions, and a last unit with what is given. */
function divided(last: string, words: readonly string[] = []): SiteViewBuilder {
  const builder = new SiteViewBuilder().with({
    agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] },
  })
  const names = ['示例县教育局', '示例县水利局', '示例县财政局', last]
  const pages = names.map((unit, i) => [unit, '2024-01-10', `/jg/${i}.html`] as const)
  for (const [unit, , path] of pages) {
    const own = unit === last ? words : ['内设机构：综合股、业务股。']
    builder.page(path, { kind: 'article', title: unit, words: [...WHOLE_UNIT, ...own] })
  }
  return builder.column('机构设置', '/jg/', { topic: 'institution', items: pages })
}
const DIVISIONS = { elements: ['机构设置'] }

const CARES =
  '负责全县有关领域的行政管理和公共服务，推进基础设施建设，拟订发展规划并组织实施，承办上级交办的其他事项。'
/** Three bureaus with branches of their own, of which the last says `words`. */
const bureaus = (...words: readonly string[]): SiteViewBuilder => {
  const whole = ['内设机构：办公室、业务股、法规股', '负责人姓名：王海']
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
    .column('机构职能', '/jg/', { ...institution, words: [CARES, ...whole] })
  for (const [i, name] of ['县水利局', '县民政局', '县林业局'].entries())
    builder
      .column(name, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: name })
      .column('机构职能', `/${i}/jg/`, {
        ...institution,
        parent: name,
        words: [CARES, ...(name === '县林业局' ? words : whole)],
      })
  return builder
}
const OF_BUREAUS = { elements: ['机构设置', '负责人姓名'] }
const OWN_TOLD = { '机构信息：机构设置': 'present', '机构信息：负责人姓名': 'present' } as const

const headed = (...words: readonly string[]): SiteViewBuilder =>
  new SiteViewBuilder().column('机构职能', '/jg/', { ...institution, words: [...DUTIES, ...words] })
const HEAD = { elements: ['办公地址', '负责人姓名'] }
const ADDRESSED = { '机构信息：办公地址': 'present' } as const

testCheck(institutionIncomplete, {
  unnamed: [
    '市政府领导全市经济社会发展和城乡建设工作。',
    '设局长1名，副局长3名。',
    '局领导',
    '主任、副主任',
  ].map((words) => ({
    shows: `a word for those who lead names nobody: ${words}`,
    site: headed(words),
    params: HEAD,
    expect: { ...ADDRESSED, '机构信息：负责人姓名': 'unnamed' as const },
  })),
  'unit-other': {
    shows: 'the page of a bureau begins with what another one is, under its own title',
    site: units({ words: [...WHOLE_UNIT, '示例县水利局是主管水行政的县政府工作部门。'] }),
    params: CONTACT,
    expect: { ...TOLD, '机构信息：示例县林业局': 'unit-other' },
    facts: { '机构信息：示例县林业局': { said: '示例县水利局' } },
  },
  'unit-lacking': [
    {
      shows: 'one of three bureaus with branches of their own prints no divisions',
      site: bureaus('负责人姓名：邓林'),
      params: OF_BUREAUS,
      expect: { ...OWN_TOLD, 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { names: '“县林业局”缺内设机构' } },
    },
    {
      shows: 'behind the label of the head’s name stands the next label',
      site: bureaus('内设机构：办公室、造林股', '负责人姓名：', '传真：0700-1234567'),
      params: OF_BUREAUS,
      expect: { ...OWN_TOLD, 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { names: '“县林业局”缺负责人姓名' } },
    },
    {
      shows: 'one of three towns with branches of their own prints no hours',
      site: branches('联系电话：0700-1234567'),
      params: HOURS,
      expect: { '机构信息：办公时间': 'present', 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { units: 3, count: 1, names: '“青石岭镇”缺办公时间' } },
    },
    {
      shows: 'the portal’s menu beside the text names its leaders, and nobody of the town',
      site: besideMenu(),
      params: { elements: ['负责人姓名'] },
      expect: { '机构信息：负责人姓名': 'present', 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { units: 3, count: 1, names: '“青石岭镇”缺负责人姓名' } },
    },
    {
      shows: 'an empty cell in the table of the offices',
      site: tabled(''),
      params: { elements: ['机构设置', '负责人姓名'] },
      expect: {
        '机构信息：机构设置': 'present',
        '机构信息：负责人姓名': 'present',
        各单位信息: 'unit-lacking',
      },
      facts: { 各单位信息: { units: 4, names: '“司法所”缺负责人姓名' } },
    },
    {
      shows: 'the page of one department prints neither address nor telephone',
      site: units({ words: ['主要职责：负责全县造林绿化。', '负责人：邓林（局长）'] }),
      params: CONTACT,
      expect: { ...TOLD, 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { units: 4, count: 1, names: '“示例县林业局”缺办公地址、联系方式' } },
    },
    {
      shows: 'whom to call about the site is no unit’s telephone',
      site: units({
        words: [
          '主要职责：负责全县造林绿化。',
          '办公地址：林荫路1号',
          '网站维护电话：0700-7654321',
        ],
      }),
      params: CONTACT,
      expect: { ...TOLD, 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { names: '“示例县林业局”缺联系方式' } },
    },
    {
      shows: 'the block of one department on a page of all prints no telephone',
      site: blocks(['主要职责：负责全县造林绿化。', '办公地址：林荫路1号']),
      params: CONTACT,
      expect: { ...TOLD, 各单位信息: 'unit-lacking' },
      facts: { 各单位信息: { names: '“示例县林业局”缺联系方式' } },
    },
  ],
  'unit-unclear': [
    {
      shows: 'divisions in words of its own',
      site: bureaus('负责人姓名：邓林', '全局下设造林、防火两个小组。'),
      params: OF_BUREAUS,
      expect: { ...OWN_TOLD, '各单位信息：待核': 'unit-unclear' },
    },
    {
      shows: 'on a branch of its own a file may tell',
      site: branches('联系电话：0700-1234567', { attachments: [['机构简介', '/2/jj.doc']] }),
      params: HOURS,
      expect: { '机构信息：办公时间': 'present', '各单位信息：待核': 'unit-unclear' },
    },
    {
      shows: 'a department that tells no divisions beside others that do',
      site: divided('示例县林业局'),
      params: DIVISIONS,
      expect: { '机构信息：机构设置': 'present', '各单位信息：待核': 'unit-unclear' },
      facts: { '各单位信息：待核': { names: '“示例县林业局”缺内设机构' } },
    },
    {
      shows: 'an empty cell in the table of a department',
      site: tabled('', '示例县水利局'),
      params: { elements: ['负责人姓名'] },
      expect: { '机构信息：负责人姓名': 'present', '各单位信息：待核': 'unit-unclear' },
    },
    {
      shows: 'a file, or another office, may tell',
      site: units({
        words: ['主要职责：负责全县造林绿化。', '负责人：邓林'],
        attachments: [['机构简介', '/jg/jj.doc']],
      }),
      params: CONTACT,
      expect: { ...TOLD, '各单位信息：待核': 'unit-unclear' },
    },
    {
      shows: 'a unit that shares its office',
      site: units({
        words: ['主要职责：负责全县造林绿化。', '负责人：邓林。与农业农村局合署办公'],
      }),
      params: CONTACT,
      expect: { ...TOLD, '各单位信息：待核': 'unit-unclear' },
    },
    {
      shows: 'units below a department',
      site: units({ words: ['主要职责：负责全县造林绿化。', '负责人：邓林'] }, '示例县林业局'),
      params: CONTACT,
      expect: { ...TOLD, '各单位信息：待核': 'unit-unclear' },
    },
  ],
  present: [
    {
      shows: 'a town whose page leads to its leaders',
      site: besideMenu([['镇领导', '/2/ld.html', 'other']]),
      params: { elements: ['负责人姓名'] },
      expect: { '机构信息：负责人姓名': 'present' },
    },
    {
      shows: 'what a department’s entry in the list leaves out stands in its own columns',
      site: units({ words: ['主要职责：负责全县造林绿化。', '负责人：邓林（局长）'] })
        .column('县林业局', '/ly/')
        .column('公开指南', '/ly/zn/', { topic: 'ogiGuide', parent: '县林业局' })
        .column('机构职能', '/ly/jg/', {
          ...institution,
          parent: '县林业局',
          words: [...WHOLE_UNIT, '承担全县造林绿化、森林防火和林地管理工作，指导乡镇林业站。'],
        }),
      params: CONTACT,
      expect: TOLD,
    },
    {
      shows: 'the address on the line of whom to call about the site, on the page of contacts',
      site: contacts('联系我们'),
      params: { elements: ['办公地址'] },
      expect: { '机构信息：办公地址': 'present' },
    },
    ...[
      '局长：何青山',
      '党组书记、局长 何青山',
      '何青山　党组书记、局长',
      '何青山，局党组书记、局长，主持全面工作。',
      '主任 何 平',
      '负责人：何青山',
    ].map((words) => ({
      shows: `a person beside the post: ${words}`,
      site: headed(words),
      params: HEAD,
      expect: { ...ADDRESSED, '机构信息：负责人姓名': 'present' as const },
    })),
    {
      shows: 'divisions of the bureau itself tell of it',
      site: withStation(DUTIES, '内设机构'),
      expect: COMPLETE,
    },
    {
      shows: 'a town among departments may have no divisions',
      site: divided('示例县林荫镇'),
      params: DIVISIONS,
      expect: { '机构信息：机构设置': 'present' },
    },
    {
      shows: 'a department that says it by the names of its divisions',
      site: divided('示例县林业局', ['造林科', '资源科']),
      params: DIVISIONS,
      expect: { '机构信息：机构设置': 'present' },
    },
    {
      shows: 'divisions below their heading, each with its duties',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [DUTIES[0] ?? '', '内设机构', '综合科：负责文电、会务。'],
      }),
      params: { elements: ['机构设置'] },
      expect: { '机构信息：机构设置': 'present' },
    },
    {
      shows: 'the rows of a table of offices are the divisions, and a cell may reach down over two',
      site: tabled('高原'),
      params: { elements: ['机构设置', '办公地址', '负责人姓名'] },
      expect: {
        '机构信息：机构设置': 'present',
        '机构信息：办公地址': 'present',
        '机构信息：负责人姓名': 'present',
      },
    },
    {
      shows: 'an office that lies somewhere has an address',
      site: new SiteViewBuilder().column('机构设置', '/jg/', {
        ...institution,
        words: ['镇政府位于石河村，承担辖区经济社会管理工作。', '便民中心坐落于林荫路旁8号。'],
      }),
      params: { elements: ['办公地址'] },
      expect: { '机构信息：办公地址': 'present' },
    },
    {
      shows: 'address, hours, telephone and functions without their labels',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [
          '区政府行使下列职权：执行上级国家行政机关的决定和命令；管理本区经济、教育工作。',
          '示例区之江路88号　0570-8881234　邮编990000',
          '上午8:30～12:00　下午13:30～17:00',
        ],
      }),
      params: { elements: ['机关职能', '办公地址', '办公时间', '联系方式'] },
      expect: {
        '机构信息：机关职能': 'present',
        '机构信息：办公地址': 'present',
        '机构信息：办公时间': 'present',
        '机构信息：联系方式': 'present',
      },
    },
    {
      shows: 'hours of summer and winter',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [...DUTIES, '上下班：夏令时早八点上班，冬令时早八点半上班，节假日除外。'],
      }),
      params: { elements: ['办公时间'] },
      expect: { '机构信息：办公时间': 'present' },
    },
    {
      shows: 'all units print what is owed; the notice in their list is no unit',
      site: units({ words: WHOLE_UNIT }),
      params: CONTACT,
      expect: TOLD,
    },
    {
      shows: 'a unit of which only the name is shown owes nothing here',
      site: units({ words: ['示例县林业局'] }),
      params: CONTACT,
      expect: TOLD,
    },
    {
      shows: 'where it sits and its sections, without the words for them',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [
          '示例市林业局负责全市造林绿化，本局设在示例市林荫路66号，工作日9：00到12：00对外服务。',
          '造林科',
          '造林绿化规划；联系电话：0700-1234567；局长何青山。',
        ],
      }),
      expect: COMPLETE,
    },
    {
      shows: 'a government tells its departments under a heading of their own',
      site: new SiteViewBuilder().column('机构概况', '/jg/', {
        ...institution,
        words: [
          '县政府的主要职责：执行上级决定，管理全县行政工作。',
          '工作部门',
          '县教育局 学府路12号',
        ],
      }),
      params: { elements: ['机关职能', '机构设置'] },
      expect: REST,
    },
    {
      shows: 'hours told in a sentence',
      site: new SiteViewBuilder()
        .column('机构职能', '/jg/', {
          ...institution,
          words: [...DUTIES, '周一到周五早八点半至十二点对外接待（节假日除外），节日有人值班。'],
        })
        .column('领导信息', '/ld/', { topic: 'leaders', words: ['局长：何青山，主持全面工作'] }),
      expect: COMPLETE,
    },
    {
      shows: 'facts parted among institution, leaders and contacts',
      site: new SiteViewBuilder()
        .column('机构职能', '/jg/', { ...institution, words: DUTIES })
        .column('领导信息', '/ld/', { topic: 'leaders', words: ['局长：何青山，主持全面工作'] })
        .column('联系我们', '/lx/', { kind: 'article', words: ['办公时间：9:00至17:00'] }),
      expect: COMPLETE,
    },
  ],
  missing: [
    {
      shows: 'what only a town prints on its own branch is not the county’s',
      site: new SiteViewBuilder()
        .with({ agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } })
        .column('机构职能', '/jg/', {
          ...institution,
          words: [
            '县政府负责全县经济管理工作，组织实施国民经济和社会发展规划，办公地址：示例县人民路1号',
          ],
        })
        .column('云山镇', '/ys/')
        .column('公开指南', '/ys/zn/', { topic: 'ogiGuide', parent: '云山镇' })
        .column('机构职能', '/ys/jg/', {
          ...institution,
          parent: '云山镇',
          words: ['办公时间：8:30-12:00，镇长：何青山'],
        }),
      params: { elements: ['办公时间', '负责人姓名'] },
      expect: { '机构信息：办公时间': 'missing', '机构信息：负责人姓名': 'missing' },
    },
    {
      shows: 'the address of the site’s keeper, read with the foot of a page of duties',
      site: contacts('林业概况'),
      params: { elements: ['办公地址'] },
      expect: { '机构信息：办公地址': 'missing' },
    },
    {
      shows: 'the menu names the leaders’ column, read with a page that has no text of its own',
      site: headed().column('局领导', '/ld/', {
        topic: 'leaders',
        kind: 'directory',
        words: ['局领导', '人事信息', '本栏目按规定公开有关信息，请选择左侧的子栏目查看内容。'],
        links: [['局领导', '/ld/', 'nav']],
      }),
      params: HEAD,
      expect: { ...ADDRESSED, '机构信息：负责人姓名': 'missing' },
    },
    {
      shows: 'a page named for the duties that tells where the office sits',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        title: '机构职能',
        words: ['机构职能', '办公地址：示例市林荫路1号，联系电话：0700-1234567'],
      }),
      params: { elements: ['机关职能'] },
      expect: { '机构信息：机关职能': 'missing' },
    },
    {
      shows:
        'the menu names the column of the duties, read with a page that has no text of its own',
      site: new SiteViewBuilder()
        .column('机构职能', '/jg/', { ...institution, words: DUTIES.slice(1) })
        .column('领导信息', '/ld/', {
          topic: 'leaders',
          kind: 'directory',
          words: ['机构职能', '领导信息', '局长：何青山，主持全面工作'],
          links: [['机构职能', '/jg/', 'nav']],
        }),
      params: { elements: ['机关职能'] },
      expect: { '机构信息：机关职能': 'missing' },
    },
    {
      shows: 'a page named for the duties that holds nothing else',
      site: new SiteViewBuilder()
        .column('机构职能', '/jg/', { ...institution, title: '机构职能', words: ['机构职能'] })
        .column('联系我们', '/lx/', { ...institution, words: DUTIES.slice(1) }),
      params: { elements: ['机关职能'] },
      expect: { '机构信息：机关职能': 'missing' },
    },
    {
      shows: 'office hours that only a subordinate station prints',
      site: withStation(DUTIES),
      expect: { ...COMPLETE, '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'the heading of the divisions, and below it at once the address',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [
          DUTIES[0] ?? '',
          '二、内设机构',
          '办公地址：示例市林荫路1号，联系电话：0700-1234567',
        ],
      }),
      params: { elements: ['机构设置'] },
      expect: { '机构信息：机构设置': 'missing' },
    },
    {
      shows: 'where a town lies is no office, and who answers for it is no duty',
      site: new SiteViewBuilder().column('机构设置', '/jg/', {
        ...institution,
        words: [
          '石河镇位于示例县东部，总面积146平方公里，辖11个行政村。',
          '负责人：何青山',
          '联系电话：0700-1234567，办公时间：8:30-12:00',
        ],
      }),
      params: { elements: ['机关职能', '办公地址', '联系方式'] },
      expect: {
        '机构信息：机关职能': 'missing',
        '机构信息：办公地址': 'missing',
        '机构信息：联系方式': 'present',
      },
    },
    {
      shows: 'leaders that an office only works for, and a box for letters, name nobody',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [
          ...DUTIES,
          '办公室协助市政府领导组织会议决定事项的实施，处理领导交办的事项。',
          '来信请投局长信箱。',
        ],
      }),
      params: { elements: ['办公地址', '负责人姓名'] },
      expect: { '机构信息：办公地址': 'present', '机构信息：负责人姓名': 'missing' },
    },
    {
      shows: 'no hours anywhere',
      site: new SiteViewBuilder().column('机构职能', '/jg/', { ...institution, words: DUTIES }),
      params: { elements: ['办公地址', '办公时间'] },
      expect: { '机构信息：办公地址': 'present', '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'the title of an entry with its day is no hours',
      site: new SiteViewBuilder().column('机构职能', '/jg/', {
        ...institution,
        words: [...DUTIES, '档案馆查档窗口开放时间 2024年09月16日'],
      }),
      params: { elements: ['办公地址', '办公时间'] },
      expect: { '机构信息：办公地址': 'present', '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'what leaders have charge of is no list of the divisions',
      site: new SiteViewBuilder()
        .column('机构概况', '/jg/', {
          ...institution,
          words: ['负责全市造林绿化、森林防火和资源管理等各项工作，拟订行业规划并组织实施。'],
        })
        .column('局领导', '/ld/', {
          topic: 'leaders',
          words: ['何青山 局长 主持全面工作，分管办公室、人事科', '邓林 副局长', '分管资源管理科'],
        }),
      params: { elements: ['机构设置'] },
      expect: { '机构信息：机构设置': 'missing' },
    },
    {
      shows: 'departments that it only directs are none of its own',
      site: new SiteViewBuilder().column('机构概况', '/jg/', {
        ...institution,
        words: ['负责指导县政府工作部门和乡镇站所开展造林绿化、森林防火和资源管理等各项工作。'],
      }),
      params: { elements: ['机构设置'] },
      expect: { '机构信息：机构设置': 'missing' },
    },
    {
      shows: 'portraits of the leaders hide no hours',
      site: withLeaders([{ inBody: null }, { inBody: '何青山' }, { inBody: '局长照片' }]),
      params: { elements: ['办公时间'] },
      expect: { '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'a picture with other words may say it',
      site: withLeaders([{ inBody: '机构概况图' }]),
      params: { elements: ['办公时间'] },
      expect: { '机构信息：办公时间': 'missing' },
      softened: true,
    },
  ],
  elsewhere: {
    shows: 'the column leads away',
    site: new SiteViewBuilder().column('机构职能', 'http://city.example/jg/', {
      ...institution,
      kindOfColumn: 'external',
    }),
    expect: { 机构信息: 'elsewhere' },
  },
  unread: {
    shows: 'a column whose page was not read',
    site: new SiteViewBuilder().column('机构职能', '/jg/', { ...institution, unread: true }),
    expect: { 机构信息: 'unread' },
  },
  'no-column': [
    {
      shows: 'nothing about the institution',
      site: new SiteViewBuilder().column('动态', '/dt/'),
      expect: { 机构信息: 'no-column' },
    },
    {
      shows: 'who leads it, and no column of what it is',
      site: new SiteViewBuilder().column('局领导', '/ld/', {
        topic: 'leaders',
        kind: 'article',
        words: ['邓林，局长，主持全面工作。李木，副局长，分管造林科、资源科。'],
      }),
      expect: { 机构信息: 'no-column' },
    },
  ],
})
