/** Every outcome of `disclosure/ogi-guide-incomplete` from a small site that gives it. */
import { ogiGuideIncomplete } from '#checks/disclosure/ogi-guide-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const guide = { topic: 'ogiGuide', kind: 'article' } as const
const WHOLE = [
  '本机关主动公开的信息分为以下几类，公众可在网站和政务大厅查阅。',
  '公开工作机构：示例市林业局办公室，地址：示例市林荫路1号',
  '办公时间：工作日9:00至17:00，联系电话：0700-1234567',
  '传 真：0700-1234568　邮 箱：ly@example.gov.cn',
]

/** A government's portal whose own guide gives no fax, beside the platform of another with one. */
const besides = (platform: string): SiteViewBuilder =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
    .column('政府信息公开指南', '/zn/', { ...guide, words: WHOLE.slice(0, 3) })
    .column('公开指南', '/pt/zn/', {
      ...guide,
      trail: ['首页', platform, '公开指南'],
      words: WHOLE,
    })

/** A government's whole guide, and those of three towns on their own branches: two whole ones, the last as given. */
const towns = (last: PageSpec, others: readonly string[] = WHOLE): SiteViewBuilder => {
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] } })
    .column('政府信息公开指南', '/zn/', { ...guide, words: WHOLE })
  for (const [i, town] of ['云山镇', '柳坝镇', '青石岭镇'].entries())
    builder.column(town, `/${i}/`).column('公开指南', `/${i}/zn/`, {
      ...guide,
      parent: town,
      ...(town === '青石岭镇' ? last : { words: others }),
    })
  return builder
}
/** The guides of a government and of its departments in one column; the last is given. */
const gathered = (last: readonly string[]): SiteViewBuilder => {
  const names = ['人民政府', '教育局', '民政局', '水利局'].map((one) => `示例县${one}信息公开指南`)
  const builder = new SiteViewBuilder().with({
    agency: { id: 'a', name: '示例县人民政府', group: null, attributes: [] },
  })
  for (const [i, title] of names.entries())
    builder.page(`/zn/${i}.html`, { kind: 'article', title, words: i === 3 ? last : WHOLE })
  return builder.column('信息公开指南', '/zn/', {
    topic: 'ogiGuide',
    items: names.map((name, i) => [name, '2024-01-02', `/zn/${i}.html`] as const),
  })
}
const CALLED = { elements: ['办公时间', '联系电话'] }
const OWN = { '公开指南：办公时间': 'present', '公开指南：联系电话': 'present' } as const

testCheck(ogiGuideIncomplete, {
  'units-missing': [
    {
      shows: 'the guide of one of three towns gives neither hours nor telephone',
      site: towns({ words: WHOLE.filter((line) => !line.includes('电话')) }),
      params: CALLED,
      expect: { ...OWN, 各单位的公开指南: 'units-missing' },
      facts: {
        各单位的公开指南: { judged: 3, count: 1, names: '“青石岭镇”缺办公时间、联系电话' },
      },
    },
    {
      shows: 'of guides that one column gathers a department’s gives no telephone',
      site: gathered([...WHOLE.slice(0, 2), '办公时间：工作日9:00至17:00']),
      params: CALLED,
      expect: { ...OWN, 各单位的公开指南: 'units-missing' },
      facts: { 各单位的公开指南: { judged: 3, count: 1, names: '“示例县水利局”缺联系电话' } },
    },
  ],
  'unit-other': {
    shows: 'a town’s guide that is another town’s, its name left in',
    site: towns({ words: ['示例县柳坝镇人民政府信息公开指南', ...WHOLE] }),
    params: CALLED,
    expect: { ...OWN, '公开指南：青石岭镇': 'unit-other' },
    facts: { '公开指南：青石岭镇': { said: '柳坝镇' } },
  },
  'units-unclear': [
    {
      shows: 'a file that was not read may hold what the page does not',
      site: towns({
        words: WHOLE.filter((line) => !line.includes('电话')),
        attachments: [['公开指南全文', '/2/zn.doc']],
      }),
      params: CALLED,
      expect: { ...OWN, '各单位的公开指南：待核': 'units-unclear' },
    },
    {
      shows: 'none of the towns prints a telephone: one question for all',
      site: towns({ words: [...WHOLE.slice(0, 2), '办公时间：工作日9:00至17:00'] }, [
        ...WHOLE.slice(0, 2),
        '办公时间：工作日9:00至17:00',
      ]),
      params: CALLED,
      expect: { ...OWN, '各单位的公开指南：待核': 'units-unclear' },
      facts: { '各单位的公开指南：待核': { count: 3 } },
    },
  ],
  'other-body': {
    shows: 'the guide of another office, its name left in',
    site: new SiteViewBuilder().column('公开指南', '/zn/', {
      ...guide,
      words: ['为方便公众获取示例市民政局政府信息，编制本指南。', '编制机关：示例市民政局'],
    }),
    params: { elements: [] },
    expect: { '公开指南：编制机关': 'other-body' },
    facts: { '公开指南：编制机关': { said: '示例市民政局' } },
  },
  present: [
    {
      shows: 'in prose how it is ordered and who takes it in',
      site: new SiteViewBuilder().column('政府信息公开指南', '/zn/', {
        ...guide,
        words: [
          '您可以在县政府门户网站找到我们公开的信息；信息按照《条例》第二十条的条目排列并编有索引号。',
          '可以提出申请。接收单位为桐石县人民政府办公室（政务公开股），星期一至星期五有人值守。',
        ],
      }),
      params: { elements: ['信息分类和编排', '机构名称'] },
      expect: { '公开指南：信息分类和编排': 'present', '公开指南：机构名称': 'present' },
    },
    {
      shows: 'guides gathered in one column, all of them whole',
      site: gathered(WHOLE),
      params: CALLED,
      expect: OWN,
    },
    {
      shows: 'a town’s guide that names its neighbour beside itself',
      site: towns({
        words: ['示例县青石岭镇人民政府信息公开指南，格式与柳坝镇政府信息公开指南相同。', ...WHOLE],
      }),
      params: CALLED,
      expect: OWN,
    },
    {
      shows: 'a town’s page that leads to the government’s own guide says nothing of its own',
      site: towns({
        words: [
          '青石岭镇政府信息公开申请由县人民政府办公室统一受理，分类和获取方式等详见县政府指南。',
        ],
        links: [['示例县人民政府信息公开指南', '/zn/', 'main']],
      }),
      params: CALLED,
      expect: OWN,
    },
    {
      shows: 'a town’s guide that stands on another site',
      site: towns({ words: WHOLE }).column('公开指南', 'http://qs.example.gov.cn/zn/', {
        topic: 'ogiGuide',
        kindOfColumn: 'external',
        parent: '云山镇',
      }),
      params: CALLED,
      expect: OWN,
    },
    {
      shows: 'the platform in whose name the government or its office stands is its own',
      site: besides('政府信息公开（示例县人民政府办公室）'),
      params: { elements: ['传真'] },
      expect: { '公开指南：传真': 'present' },
    },
    {
      shows: 'it calls itself 本机关; another body takes in requests and hears complaints',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '为方便公众获取本机关政府信息，编制本指南，信息分为三类。',
          '受理机构：示例市行政审批局。行政复议由示例市司法局负责。',
        ],
      }),
      params: { elements: ['信息分类和编排'] },
      expect: { '公开指南：信息分类和编排': 'present' },
    },
    ...(
      [
        ['信息分类和编排', '政府信息目录由索引号、名称、生成日期组成。'],
        ['机构名称', '本机关信息公开工作由局办公室负责。'],
        ['机构名称', '承办科室：综合科。'],
        ['机构名称', '公开机构\n单位名称：示例市林业局办公室；联系电话：0700-5550108。'],
        ['机构名称', '三、受理机构\n示例市林业局办公室'],
        ['机构名称', '三、受理机构\n办公地址：示例市林荫路1号示例市林业局办公室'],
        ['机构名称', '三、受理机构\n办公室（三楼）负责受理申请。'],
        ['办公地址', '某市行政中心5号楼3层。'],
        ['办公时间', '上班时间：8:00。'],
        ['办公时间', '夏季八点，冬季八点半。'],
        ['联系电话', '联系方式：0700-1234567。'],
        ['互联网联系方式', '官方网站：slj.example.gov.cn。'],
        ['获取方式', '申请人可以登录本网站获取。'],
        ['获取方式', '（二）获取途径：公告栏。'],
      ] as const
    ).map(([element, words]) => ({
      shows: `${element} in other words: ${words}`,
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '为方便公民、法人和其他组织依法获得本机关政府信息，特编制本指南，请各有关方知悉。',
          words,
        ],
      }),
      params: { elements: [element] },
      expect: { [`公开指南：${element}`]: 'present' as const },
    })),
    {
      shows: 'one number for both, and one behind the word 提交',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [...WHOLE.slice(0, 3), '传真、电话：0700-1234568', '也可传真提交至0700-1234569'],
      }),
      params: { elements: ['传真'] },
      expect: { '公开指南：传真': 'present' },
    },
    {
      shows: 'a telephone and a facsimile by other words',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [...WHOLE.slice(0, 2), '座机 0700-1234567', 'FAX 0700-1234568'],
      }),
      params: { elements: ['联系电话', '传真'] },
      expect: { '公开指南：联系电话': 'present', '公开指南：传真': 'present' },
    },
    {
      shows: 'where and when, without the words for them',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          ...WHOLE.slice(0, 1),
          '受理单位是办公室，在城中街1号县政府大院二楼；每周一至周五8:00-12:00（法定节假日除外）。',
        ],
      }),
      params: { elements: ['办公地址', '办公时间'] },
      expect: { '公开指南：办公地址': 'present', '公开指南：办公时间': 'present' },
    },
    {
      shows: 'all elements, labels spaced out',
      site: new SiteViewBuilder().column('公开指南', '/zn/', { ...guide, words: WHOLE }),
      expect: {
        '公开指南：信息分类和编排': 'present',
        '公开指南：获取方式': 'present',
        '公开指南：机构名称': 'present',
        '公开指南：办公地址': 'present',
        '公开指南：办公时间': 'present',
        '公开指南：联系电话': 'present',
        '公开指南：传真': 'present',
        '公开指南：互联网联系方式': 'present',
      },
    },
  ],
  missing: [
    {
      shows: 'the guide on the platform of a town, named in brackets, is the town’s',
      site: besides('政府信息公开（示例县云山镇人民政府）'),
      params: { elements: ['传真'] },
      expect: { '公开指南：传真': 'missing' },
    },
    {
      shows: 'a heading, and below it where the office sits but not which it is',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '三、依申请公开的受理机构',
          '办公地址：示例市林荫路1号',
          '联系电话：0700-1234567',
          '四、监督：可以向示例市人民政府办公室投诉举报。',
        ],
      }),
      params: { elements: ['机构名称', '联系电话'] },
      expect: { '公开指南：机构名称': 'missing', '公开指南：联系电话': 'present' },
    },
    {
      shows: 'the number of those who hear complaints is not the office’s',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '三、公开工作机构：示例市林业局办公室，办公地址：示例市林荫路1号，邮政编码：410000。',
          '七、监督救济：可以向上一级行政机关投诉、举报。监督电话：0700-1234567。',
        ],
      }),
      params: { elements: ['办公地址', '联系电话'] },
      expect: { '公开指南：办公地址': 'present', '公开指南：联系电话': 'missing' },
    },
    {
      shows: 'an address spoken of, and told nowhere',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '公开工作机构：示例市林业局办公室，联系电话：0700-1234567',
          '当面提交：申请人可到上述办公地址当面提交申请，本机关20个工作日内答复。',
        ],
      }),
      params: { elements: ['办公地址'] },
      expect: { '公开指南：办公地址': 'missing' },
    },
    {
      shows: 'a facsimile named as a channel, its number nowhere',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          ...WHOLE.slice(0, 3),
          '申请人可以当面提交，也可以邮寄、传真或者在线提交申请，本机关20个工作日内答复。',
        ],
      }),
      params: { elements: ['传真', '联系电话'] },
      expect: { '公开指南：传真': 'missing', '公开指南：联系电话': 'present' },
    },
    {
      shows: 'labels of the template with nothing behind them',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [...WHOLE.slice(0, 3), '传真：　　电子邮箱：——'],
      }),
      params: { elements: ['传真', '互联网联系方式', '联系电话'] },
      expect: {
        '公开指南：传真': 'missing',
        '公开指南：互联网联系方式': 'missing',
        '公开指南：联系电话': 'present',
      },
    },
    {
      shows: 'what a guide is made for is no way to get anything, a facsimile no telephone',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: [
          '为方便公民、法人和其他组织依法获取政府信息，编制本指南。',
          '公开工作机构：示例市林业局办公室，地址：示例市林荫路1号',
          '传真：0700-2234568',
        ],
      }),
      params: { elements: ['获取方式', '联系电话', '传真'] },
      expect: {
        '公开指南：获取方式': 'missing',
        '公开指南：联系电话': 'missing',
        '公开指南：传真': 'present',
      },
    },
    {
      shows: 'no facsimile',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: WHOLE.slice(0, 3),
      }),
      params: { elements: ['联系电话', '传真'] },
      expect: { '公开指南：联系电话': 'present', '公开指南：传真': 'missing' },
    },
    {
      shows: 'a guide that goes on in a file is asked about',
      site: new SiteViewBuilder().column('公开指南', '/zn/', {
        ...guide,
        words: WHOLE.slice(0, 3),
        attachments: [['公开指南全文', '/zn/zn.pdf']],
      }),
      params: { elements: ['传真'] },
      expect: { '公开指南：传真': 'missing' },
      softened: true,
    },
  ],
  elsewhere: {
    shows: 'the guide of the government portal',
    site: new SiteViewBuilder().column('公开指南', 'http://city.example/zn/', {
      ...guide,
      kindOfColumn: 'external',
    }),
    expect: { 公开指南: 'elsewhere' },
  },
  unread: {
    shows: 'a page with nothing but a picture',
    site: new SiteViewBuilder().column('公开指南', '/zn/', guide),
    expect: { 公开指南: 'unread' },
  },
  'no-column': {
    shows: 'no guide column',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 公开指南: 'no-column' },
  },
})
