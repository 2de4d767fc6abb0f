/** Service guides: elements named in a table or in running text, and where the rest may still stand. */
import { expect, it } from 'vitest'
import { html, list, MENU, miniSite } from './mini-site.ts'

const WITH: readonly (readonly [string, string])[] = [...MENU, ['/bszn/', '办事指南']]
const guides = (title: string, body: string) =>
  miniSite({
    '/': html({ menu: WITH, body: '<p>欢迎</p>' }),
    '/bszn/': html({
      menu: WITH,
      heading: '办事指南',
      trail: [['/bszn/', '办事指南']],
      body: list([['/bszn/1.html', title, '2023-06-01']]),
    }),
    '/bszn/1.html': html({
      menu: WITH,
      heading: title,
      trail: [
        ['/bszn/', '办事指南'],
        ['/bszn/', '正文'],
      ],
      body,
    }),
  }).serviceGuides.map(({ missing, unread }) => [missing, unread])

const row = (name: string, value: string) => `<tr><td>${name}</td><td>${value}</td></tr>`
const TABLE = [
  row('事项名称', '林木采伐许可证核发'),
  row('设定依据', '《中华人民共和国森林法》第五十六条'),
  row('申请条件', '具有合法林权，采伐方案符合规定'),
  row('申请材料', '采伐申请表、林权证明、伐区调查设计文件'),
  row('办理地点', '市政务服务中心二楼林业窗口'),
  row('办公时间', '工作日上午8:30至12:00，下午14:30至17:30'),
  row('咨询电话', '0700-1234567'),
]

it('问句作标签', () => {
  const asked = [
    '1.哪些单位需要办理？在本市取水的单位。',
    '2.需要准备哪些材料？申请书。',
    '3.到哪里办理？政务大厅。',
    '4.办理时间？工作日。',
    '5.怎么办理？先申请，再受理。',
    '6.咨询电话：0700-1234567',
    '7.依据：水法。',
  ]
  expect(guides('取水许可办事指南', asked.map((line) => `<p>${line}</p>`).join(''))).toEqual([
    [[], null],
  ])
})

it('标签换了说法、放在方括号里；页面的信息时间不是办理时间', () => {
  const other = [
    '【事项名称】林木采伐',
    '【认定依据】森林法',
    '【认定条件】有林权',
    '【报送材料】申请表',
    '【受理窗口】二楼',
    '【咨询电话】0700-1',
    '【认定流程】申请—发证',
  ]
  const lines = (words: readonly string[]) => words.map((one) => `<p>${one}</p>`).join('')
  expect(guides('林木采伐许可', lines([...other, '【接待时段】每天上午']))).toEqual([[[], null]])
  expect(guides('林木采伐许可', lines([...other, '【信息时间】2023-06-01']))).toEqual([
    [['办理时间'], null],
  ])
})

it('要素栏里只写“详见窗口”“略”的没有写明；见附件、到窗口提交的写明了或不能断定', () => {
  const steps = row('办理流程', '申请、受理、审查、决定')
  const but = (name: string, value: string) => {
    const rows = [...TABLE, steps].map((one) =>
      one.includes(`<td>${name}`) ? row(name, value) : one,
    )
    return guides('林木采伐许可', `<table>${rows.join('')}</table>`)
  }
  expect(but('申请材料', '详见办事窗口')).toEqual([[['办理材料'], null]])
  expect(but('办理流程', '略')).toEqual([[['办理流程'], null]])
  expect(but('咨询电话', '0700-12')).toEqual([[['联系电话'], null]])
  expect(but('办公时间', '以窗口公示为准')).toEqual([[['办理时间'], null]])
  expect(but('申请材料', '详见附件')).toEqual([[[], null]])
  expect(but('办理流程', '到窗口提交申请，窗口受理后五日办结')).toEqual([[[], null]])
  expect(but('设定依据', '无')).toEqual([[[], null]])
})

it('别的栏里写“详见相关文件”，页上没有可打开的：缺的还是缺；写了到哪里看、有链接的，不能断定', () => {
  const beside = (value: string, more = '') => {
    const rows = TABLE.map((one) => (one.includes('<td>申请材料') ? row('申请材料', value) : one))
    return guides('林木采伐许可', `<table>${rows.join('')}</table>${more}`)
  }
  const lacks = [['办理流程'], null]
  expect(beside('详见相关文件')).toEqual([lacks])
  expect(beside('详见相关文件', '<p>办理流程：（待补充）</p>')).toEqual([lacks])
  const [[, elsewhere] = []] = beside('详见省政务服务网')
  expect(elsewhere).not.toBeNull()
  const [[, linked] = []] = beside('详见相关文件', '<p><a href="/wj/1.html">林木采伐规定</a></p>')
  expect(linked).not.toBeNull()
})

it('不到80字，但一行一个标签、写明内容的，是读全了的指南；只有一句话的不是', () => {
  const [short] = guides(
    '河道采砂许可',
    '<p>事项名称：河道采砂许可</p><p>申请条件：有合法场地</p><p>联系电话：0700-1234567</p>',
  )
  expect(short?.[1]).toBeNull()
  expect(short?.[0]).toContain('办理流程')
  const cells = guides(
    '河道采砂许可办事指南',
    `<table>${row('申请条件', '有合法场地')}${row('办理地点', '二楼')}${row('咨询电话', '0700-1234567')}</table>`,
  )
  expect(cells[0]?.[1]).toBeNull()
  expect(guides('河道采砂许可办事指南', '<p>联系电话：0700-1234567</p>')[0]?.[1]).toBe(
    '页面上的文字很少',
  )
  expect(guides('河道采砂许可办事指南', '<p>请到二楼窗口咨询办理。</p>')[0]?.[1]).toBe(
    '页面上的文字很少',
  )
})

it('标签后面什么也没有，不算写明', () => {
  const body = `<table>${TABLE.slice(0, 4).join('')}${row('办理地点', '')}${row('咨询电话', '——')}</table>`
  expect(guides('林木采伐许可', body)[0]?.[0]).toEqual([
    '办理地点',
    '办理时间',
    '联系电话',
    '办理流程',
  ])
})

it('一项也不缺', () => {
  expect(
    guides(
      '林木采伐许可',
      `<table>${[...TABLE, row('办理流程', '申请—受理—审查—决定')].join('')}</table>`,
    ),
  ).toEqual([[[], null]])
})

const PLAIN = [
  ['办什么', '医保登记'],
  ['凭什么办', '《社会保险法》'],
  ['谁能办', '本镇居民'],
  ['带什么', '身份证、户口簿'],
  ['到哪办', '便民服务中心3号窗口'],
  ['几时办', '周一至周五上午'],
  ['问谁', '0700-1234567'],
  ['怎么办', '递交—审核—办结'],
] as const

it('大白话的栏目名也算', () => {
  const body = `<table>${PLAIN.map(([name, value]) => row(name, value)).join('')}</table>`
  expect(guides('医保登记办事指南', body)).toEqual([[[], null]])
})

it('什么时候上班、有问题问谁也是大白话的栏目名', () => {
  const plain = PLAIN.map(([name, value]) =>
    name === '几时办'
      ? (['什么时候上班', value] as const)
      : name === '问谁'
        ? (['有问题问谁', value] as const)
        : ([name, value] as const),
  )
  const body = `<table>${plain.map(([name, value]) => row(name, value)).join('')}</table>`
  expect(guides('医保登记办事指南', body)).toEqual([[[], null]])
})

it('正文里顺口说的不算', () => {
  const body = `<table>${PLAIN.slice(0, 7)
    .map(([name, value]) => row(name, value))
    .join('')}</table><p>很多人不知道怎么办，可以来问。</p>`
  expect(guides('医保登记办事指南', body)).toEqual([[['办理流程'], null]])
})

it('缺办理流程', () => {
  expect(guides('林木采伐许可', `<table>${TABLE.join('')}</table>`)).toEqual([[['办理流程'], null]])
})

it('缺的可能在附件里', () => {
  expect(
    guides(
      '林木采伐许可',
      `<table>${TABLE.join('')}</table><p><a href="/files/lct.doc">流程.doc</a></p>`,
    ),
  ).toEqual([[['办理流程'], '内容可能在附件里']])
})

it('写成文字的指南，题名说明是指南', () => {
  expect(
    guides(
      '木材运输证办事指南',
      '<p>一、依据：按照森林法等法律依据办理。二、申请条件为合法来源木材。三、请到受理地点提交材料，需要提供资料清单所列材料。四、工作日受理，当场办理。咨询电话0700-1234567。办理程序为申请、审核、发证三个步骤，欢迎前来办理。</p>',
    ),
  ).toEqual([[[], null]])
})

it('服务栏目里的新闻不是指南', () => {
  expect(
    guides(
      '林业窗口服务再提速',
      '<p>近日，林业窗口优化办理流程，受到群众好评，办理时间大大缩短。</p>',
    ),
  ).toEqual([])
})

it('申办条件、申报资料是同样的要素；短而分格写的指南也判', () => {
  const rows = [
    row('服务事项', '高龄津贴'),
    row('法定依据', '《老年人权益保障法》'),
    row('申办条件', '年满六十周岁'),
    row('申报资料', '身份证'),
    row('咨询方式', '0700-1234567'),
  ]
  expect(guides('高龄津贴申领', `<table>${rows.join('')}</table>`)).toEqual([
    [['办理地点', '办理时间', '办理流程'], null],
  ])
})

it('同类指南之中，只写地点、时间、电话的一份也是指南；单位的联系页不是', () => {
  const WHERE = [
    row('服务地点', '镇便民服务中心一楼'),
    row('对外时间', '周一至周五8:30至17:00'),
    row('服务热线', '0700-7654321'),
  ]
  const among = (title: string, whole: number) => {
    const all = [title, ...['取水许可', '采砂许可', '养殖证核发'].slice(0, whole)]
    const page = (heading: string, rows: readonly string[]) =>
      html({
        menu: WITH,
        heading,
        trail: [
          ['/bszn/', '办事指南'],
          ['/bszn/', '正文'],
        ],
        body: `<table>${rows.join('')}</table>`,
      })
    const pages = all.map((one, i) => [`/bszn/${i}.html`, page(one, i === 0 ? WHERE : TABLE)])
    const entries = all.map((one, i): [string, string, string] => [
      `/bszn/${i}.html`,
      one,
      '2023-06-01',
    ])
    return miniSite({
      '/': html({ menu: WITH, body: '<p>欢迎</p>' }),
      '/bszn/': html({
        menu: WITH,
        heading: '办事指南',
        trail: [['/bszn/', '办事指南']],
        body: list(entries),
      }),
      ...Object.fromEntries(pages),
    }).serviceGuides.flatMap((guide) => (guide.title === title ? guide.missing : []))
  }
  expect(among('婚育证明', 3)).toEqual(['设定依据', '申请条件', '办理材料', '办理流程'])
  expect(among('婚育证明', 1)).toEqual([])
  for (const other of ['镇便民服务中心', '社保卡补领点搬迁的通知', '各村办事点联系方式'])
    expect(among(other, 3)).toEqual([])
})

it('“时间：”后面是发布日期的，不是办理时间', () => {
  const rows = TABLE.filter((one) => !one.includes('办公时间')).join('')
  const own = (line: string) =>
    guides('取水许可办事指南', `<div>${line}</div><table>${rows}</table>`)
  expect(own('时间：2023-06-01 09:30')).toEqual([[['办理时间', '办理流程'], null]])
  expect(own('时间：周一至周五')).toEqual([[['办理流程'], null]])
})

it('直接列在“办事服务”栏目下的指南也是指南；同列的场馆介绍、办事通知不是', () => {
  const menu = [...MENU, ['/bsfw/', '办事服务']] as const
  const entries = [
    ['林木采伐许可', TABLE],
    [
      '示例县文化馆',
      [
        row('地点', '示例路1号'),
        row('办理时间', '每天9时至17时'),
        row('咨询电话', '0700-1'),
        row('办理地点', '一楼'),
      ],
    ],
    ['关于办理林木采伐的通知', TABLE],
  ] as const
  const site = miniSite({
    '/': html({ menu, body: '<p>欢迎</p>' }),
    '/bsfw/': html({
      menu,
      heading: '办事服务',
      trail: [['/bsfw/', '办事服务']],
      body: list(entries.map(([title], i) => [`/bsfw/${i}.html`, title, '2023-06-01'])),
    }),
    ...Object.fromEntries(
      entries.map(([title, rows], i) => [
        `/bsfw/${i}.html`,
        html({
          menu,
          heading: title,
          trail: [['/bsfw/', '办事服务']],
          body: `<table>${rows.join('')}</table>`,
        }),
      ]),
    ),
  })
  expect(site.columns.find(({ name }) => name === '办事服务')?.topic?.value).toBe('service')
  expect(site.serviceGuides.map(({ title, missing }) => [title, missing])).toEqual([
    ['林木采伐许可', ['办理流程']],
  ])
})

it('附的只是空白申请表，缺的要素不会在里面；须知、说明一类的文件里会', () => {
  const with_ = (file: string, name: string) =>
    guides(
      '林木采伐许可',
      `<table>${TABLE.join('')}</table><p>表格下载：<a href="/files/${file}">${name}</a></p>`,
    )
  expect(with_('a.doc', '林木采伐申请表')).toEqual([[['办理流程'], null]])
  expect(with_('b.doc', '个人承诺书（样本）.doc')).toEqual([[['办理流程'], null]])
  expect(with_('c.doc', '林木采伐办事须知.doc')).toEqual([[['办理流程'], '内容可能在附件里']])
  expect(with_('d.doc', '申请表填写说明.doc')).toEqual([[['办理流程'], '内容可能在附件里']])
  expect(with_('e.doc', '点击下载')).toEqual([[['办理流程'], '内容可能在附件里']])
})

it('“办事服务”里分几处列出的事项，凭位置也认作指南；缺得多的与同类一起认', () => {
  const menu = [...MENU, ['/bsfw/', '办事服务']] as const
  const pages: readonly (readonly [string, readonly string[]])[] = [
    ['林木采伐许可', TABLE],
    ['取水许可', TABLE],
    ['养殖证核发', TABLE],
    ['农药经营许可', [...TABLE.slice(0, 1), ...TABLE.slice(4)]],
    ['文化馆开放须知', [row('办理地点', '一楼'), row('咨询电话', '0700-1234567')]],
  ]
  const link = (i: number) => `<li><a href="/bsfw/${i}.html">${pages[i]?.[0] ?? ''}</a></li>`
  const site = miniSite({
    '/': html({ menu, body: '<p>欢迎</p>' }),
    '/bsfw/': html({
      menu,
      heading: '办事服务',
      trail: [['/bsfw/', '办事服务']],
      body: `<h3>个人办事</h3><ul>${[0, 1].map(link).join('')}</ul><h3>法人办事</h3><ul>${[2, 3, 4].map(link).join('')}</ul>`,
    }),
    ...Object.fromEntries(
      pages.map(([title, rows], i) => [
        `/bsfw/${i}.html`,
        html({
          menu,
          heading: title,
          trail: [
            ['/bsfw/', '办事服务'],
            ['/bsfw/', '正文'],
          ],
          body: `<table>${rows.join('')}</table>`,
        }),
      ]),
    ),
  })
  expect(site.serviceGuides.map(({ title, missing }) => [title, missing])).toEqual([
    ['林木采伐许可', ['办理流程']],
    ['取水许可', ['办理流程']],
    ['养殖证核发', ['办理流程']],
    ['农药经营许可', ['设定依据', '申请条件', '办理材料', '办理流程']],
  ])
})

const PAIRS: readonly (readonly [string, string])[] = [
  ['设定依据', '《森林法》第五十六条'],
  ['申请条件', '具有合法林权'],
  ['办理材料', '采伐申请表、林权证明'],
  ['办理地点', '政务中心二楼林业窗口'],
  ['办理时间', '工作日上午8:30至12:00'],
  ['联系电话', '0700-1234567'],
  ['办理流程', '申请、受理、审查、决定'],
]
const tabbed = (pairs: typeof PAIRS) =>
  `<ul class="tab">${pairs.map(([name]) => `<li>${name}</li>`).join('')}</ul>${pairs.map(([, value]) => `<div>${value}</div>`).join('')}`
const headed = (pairs: typeof PAIRS) =>
  pairs.map(([name, value], i) => `<h3>${i + 1}、${name}</h3>${value}`).join('')
const without = (gone: string, value = '') =>
  PAIRS.map(([name, own]): readonly [string, string] => [name, name === gone ? value : own])

it('标签页：标签排成一行，内容在各自的面板里；空面板和“待定”是没有写', () => {
  expect(guides('林木采伐许可', tabbed(PAIRS))).toEqual([[[], null]])
  expect(guides('林木采伐许可', tabbed(without('办理材料')))).toEqual([[['办理材料'], null]])
  expect(guides('林木采伐许可', tabbed(without('办理地点', '待定')))).toEqual([
    [['办理地点'], null],
  ])
  expect(guides('林木采伐许可', tabbed(without('办理流程', '<img src="/l.png">')))).toEqual([
    [[], null],
  ])
})

it('一列标签、一列内容：空着的一格是没有写', () => {
  const columns = (pairs: typeof PAIRS) =>
    [0, 1]
      .map((at) => `<div>${pairs.map((pair) => `<div>${pair[at]}</div>`).join('')}</div>`)
      .join('')
  expect(guides('林木采伐许可', columns(PAIRS))).toEqual([[[], null]])
  expect(guides('林木采伐许可', columns(without('联系电话')))).toEqual([[['联系电话'], null]])
})

it('标题下的流程图只说流程：别的要素缺了就是缺了', () => {
  const chart = without('办理流程', '<p><img src="/l.png"></p>')
  expect(guides('林木采伐许可', headed(chart))).toEqual([[[], null]])
  expect(guides('林木采伐许可', headed(chart.filter(([name]) => name !== '申请条件')))).toEqual([
    [['申请条件'], null],
  ])
  expect(guides('林木采伐许可', headed(without('办理流程')))).toEqual([[['办理流程'], null]])
  expect(
    guides(
      '林木采伐许可',
      `<p><img src="/all.png"></p>${headed(PAIRS.filter(([name]) => name !== '申请条件'))}`,
    ),
  ).toEqual([[['申请条件'], '内容可能在图片里']])
})

it('各要素都有文字，后面的图不属于其中哪一个：缺的可能就在图里', () => {
  const lines = PAIRS.slice(0, 6).map(([name, value]) => `<p><b>${name}：</b>${value}</p>`)
  expect(guides('林木采伐许可', `${lines.join('')}<p><img src="/l.png"></p>`)).toEqual([
    [['办理流程'], '内容可能在图片里'],
  ])
})

it('标题本身是通往内容的链接：没有缺', () => {
  expect(
    guides(
      '林木采伐许可',
      `${headed(PAIRS.slice(0, 6))}<h3><a href="/bszn/lct.html">办理流程</a></h3>`,
    ),
  ).toEqual([[[], null]])
})

it('一张表列出各事项：每行是一份指南，空着的格子是没有写', () => {
  const names = ['事项名称', ...PAIRS.map(([name]) => name)]
  const line = (title: string, pairs: typeof PAIRS) =>
    `<tr>${[title, ...pairs.map(([, value]) => value)].map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  expect(
    guides(
      '办事指南一览',
      `<table><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr>${line('林木采伐', PAIRS)}${line('木材运输', without('申请条件'))}</table>`,
    ),
  ).toEqual([
    [[], null],
    [['申请条件'], null],
  ])
})

it('各要素用自己的说法（到哪里、问谁、怎么走）；别的一行按内容认', () => {
  const plain: readonly (readonly [string, string])[] = [
    ['办理事项', '动物防疫条件合格证核发'],
    ['根据', '《中华人民共和国动物防疫法》第二十五条'],
    ['前提', '选址距离和设施符合要求'],
    ['材料清单', '申请表、平面图'],
    ['到哪里', '市政务服务中心二楼'],
    ['几点', '工作日9:00—12:00'],
    ['打给', '0742-8278827'],
    ['怎么走', '申请→受理→审查→发证'],
  ]
  const table = (rows: typeof plain) =>
    `<table>${rows.map(([name, value]) => row(name, value)).join('')}</table>`
  expect(guides('动物防疫条件合格证核发', table(plain))).toEqual([[[], null]])
  // A number to complain to, and a law of fees, are none of them.
  const others: typeof plain = [
    ...plain.filter(([name]) => name !== '打给' && name !== '根据'),
    ['监督', '0742-8278000'],
    ['收费', '《收费管理办法》第三条'],
  ]
  expect(guides('动物防疫条件合格证核发', table(others))).toEqual([
    [['设定依据', '联系电话'], null],
  ])
})
