/** Healthy portals in unusual words and structures: what stands there is read, whatever holds it. */
import { describe, expect, it } from 'vitest'
import { isPersonName } from '#understand/person-names'
import { readText } from '../page/read.ts'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

const home = (menu = MENU) => html({ menu, body: list(news(6, '2023-12-05')) })

describe('一个页面加选项卡的平台', () => {
  const entries = (title: string, path: string) =>
    `<ul>${[1, 2, 3].map((n) => `<li><a href="${path}${n}.html">${title}${n}</a><span>2023-11-0${n}</span></li>`).join('')}</ul>`
  const tabs = [
    [
      't0',
      '政府信息公开指南',
      '<p>本指南载明信息的分类、编排体系、获取方式和工作机构的名称、地址、电话。</p>',
    ],
    ['t1', '政府信息公开制度', entries('信息公开审查制度', '/zd/')],
    ['t2', '双公示·处罚', entries('行政处罚决定公示', '/cf/')],
    [
      't3',
      '县长之窗',
      '<dl><dt>县长</dt><dd>工作分工：主持县政府全面工作</dd></dl><ul><li><a href="/ld/1.html">罗启明</a></li></ul>',
    ],
    ['t4', '晒账本', entries('2023年部门预算公开', '/ys/')],
  ] as const
  const view = miniSite({
    '/': home(),
    '/xxgk/': html({
      heading: '政府信息公开',
      trail: [['/xxgk/', '政府信息公开']],
      body: `<ul class="tabs">${tabs.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join('')}</ul>${tabs.map(([id, name, body]) => `<div class="pane" id="${id}"><h3>${name}</h3>${body}</div>`).join('')}`,
    }),
  })
  const column = (name: string) => view.columns.find((one) => one.name === name)

  it('每个选项卡是一个栏目，条目是它那一格里的', () => {
    expect(column('政府信息公开指南')?.topic?.value).toBe('ogiGuide')
    expect(column('政府信息公开制度')?.items.map(({ title }) => title)).toEqual([
      '信息公开审查制度1',
      '信息公开审查制度2',
      '信息公开审查制度3',
    ])
    expect(column('晒账本')?.topic?.value).toBe('budget')
    expect(column('政府信息公开制度')?.parent).toBe(column('政府信息公开')?.id)
    expect(view.bareEntries.map(({ text }) => text)).not.toContain('政府信息公开制度')
  })

  it('领导只在领导那一格里找', () => {
    expect(view.leaders.map(({ name }) => name)).not.toContain('双公示·处罚')
    expect(isPersonName('双公示·处罚')).toBe(false)
    expect(isPersonName('买买提·艾力')).toBe(true)
  })
})

it.each([
  [
    '折叠框',
    (name: string, body: string) => `<details><summary>${name}</summary>${body}</details>`,
    '',
  ],
  [
    '按钮',
    (name: string, body: string) =>
      `<section id="p${name.length}"><h3>${name}</h3>${body}</section>`,
    ['政府信息公开指南', '信息公开制度', '领导之窗']
      .map((name) => `<button type="button" data-target="#p${name.length}">${name}</button>`)
      .join(''),
  ],
] as const)('平台是一个页面，各部分在%s里', (_, part, before) => {
  const view = miniSite({
    '/': home(),
    '/xxgk/': html({
      heading: '政府信息公开',
      trail: [['/xxgk/', '政府信息公开']],
      body: `${before}${part('政府信息公开指南', '<p>本指南载明信息的分类、编排体系、获取方式和工作机构的地址、电话。</p>')}${part('信息公开制度', list(news(4, '2023-11-01', '/zd/')))}${part('领导之窗', '<p>局长：罗启明</p>')}`,
    }),
  })
  const topics = view.columns.map(({ topic }) => topic?.value)
  expect(topics).toContain('ogiGuide')
  expect(topics).toContain('leaders')
  const rules = view.columns.find(({ topic }) => topic?.value === 'ogiRules')
  expect(rules?.items).toHaveLength(4)
})

it('“法定主动公开内容”页只列出下级栏目，下级各页也都列着：不是空白栏目', () => {
  const below = ['行政许可', '行政处罚', '财政预决算', '人事信息'].map(
    (name, n) => [`/gk/${n}/`, name] as const,
  )
  const tree = `<div class="tree"><ul>${below.map(([path, name]) => `<li><a href="${path}">${name}</a></li>`).join('')}</ul></div>`
  const menu = [...MENU, ['/fdzdgknr/', '法定主动公开内容'] as const]
  const view = miniSite({
    '/': home(menu),
    '/fdzdgknr/': html({ menu, heading: '法定主动公开内容', body: tree }),
    ...Object.fromEntries(
      below.map(([path, name]) => [
        path,
        html({ menu, heading: name, body: `${tree}${list(news(6, '2023-12-01', path))}` }),
      ]),
    ),
  })
  expect(view.columns.find(({ name }) => name === '法定主动公开内容')?.empty).toBe(false)
})

describe('留言的问和答', () => {
  const board = [...MENU, ['/xx/', '有问必答'] as const]
  const asked = (body: string) =>
    miniSite({
      '/': html({ menu: board, body: '<p>欢迎</p>' }),
      '/xx/': html({ menu: board, heading: '有问必答', trail: [['/xx/', '有问必答']], body }),
    }).messages.map(({ askedOn, answeredOn }) => [askedOn, answeredOn])
  const both = [['2023-11-02', '2023-11-06']]

  it.each([
    '<div><b>网友提问</b> <small>2023-11-02</small><p>路灯何时修好？</p></div><div><b>官方答复</b> <small>2023-11-06</small><p>已修复。</p></div>',
    '<dl><dt>问：路灯何时修好？（2023年11月2日）</dt><dd>答：您好，已修复。（2023年11月6日）</dd></dl>',
    '<details><summary>路灯　来件时间：２０２３年１１月２日</summary><p>来件内容：何时修好</p><p>反馈时间：２０２３年１１月６日</p></details>',
    '<table><tr><td>诉求时间</td><td>2023/11/02</td><td>办复时间</td><td>2023/11/06</td></tr></table>',
  ])('%s', (body) => {
    expect(asked(body)).toEqual(both)
  })

  it('问句末尾括号里的日期没有答句接着，不算已答', () => {
    expect(
      asked('<p>问：路灯何时修好？（2023年11月2日）</p><p>编者注（2023年11月6日）</p>'),
    ).toEqual([['2023-11-02', null]])
  })
})

it('按月分成几段的列表，是一个列表', () => {
  const month = (name: string, day: string, title: string, path: string) =>
    `<h5>${name}</h5><ul><li><i>${day}</i><a href="${path}">${title}</a></li></ul>`
  const view = miniSite({
    '/': home(),
    '/jc/': html({
      heading: '决策预公开',
      trail: [['/jc/', '决策预公开']],
      body: `<div class="nrq">${month('2023年10月', '12日', '《某某办法》意见征集情况反馈', '/jc/1.html')}${month('2023年8月', '24日', '关于《某某办法》公开征求意见的公告', '/jc/2.html')}${month('2023年3月', '27日', '蓝河市林业局2023年度重大行政决策事项目录', '/jc/3.html')}</div>`,
    }),
  })
  const column = view.columns.find(({ name }) => name === '决策预公开')
  expect(column?.items.map(({ publishedOn }) => publishedOn?.value)).toEqual([
    '2023-10-12',
    '2023-08-24',
    '2023-03-27',
  ])
})

describe('一页之内', () => {
  const foot = (words: string) =>
    readText(`<body><p>正文</p><div class="footer">${words}</div></body>`).footer

  it('页脚：电话紧接号码，网站主办另起一格', () => {
    expect(
      foot('<span>枫溪县政府主办</span> <span>滨河大道66号 电话0873-6221001</span>').contact?.value,
    ).toBe('电话0873-6221001')
    expect(
      foot(
        '<dl><dt>版权所有</dt><dd>石鼓镇</dd><dt>网站主办</dt><dd>石鼓镇人民政府</dd><dt>ICP备案</dt><dd>示ICP备12345678号</dd></dl>',
      ).sponsor?.value,
    ).toBe('石鼓镇人民政府')
  })

  it('站名一字一框', () => {
    const name = '枫溪县人民政府'
    const page = readText(
      `<head><meta name="SiteName" content="${name}"><title>今日枫溪-${name}</title></head><body><div class="top"><div class="logo"><span>${[...name].join('</span><span>')}</span></div></div><h1>今日枫溪</h1></body>`,
    )
    expect(page.headName?.value).toBe(name)
  })

  it('整页排在一格里，题下的日期仍是这一页的', () => {
    const text = '各单位要提高认识，压实责任，按照要求逐项抓好落实，确保各项任务按期完成。'.repeat(
      12,
    )
    const page = readText(
      `<head><meta name="ArticleTitle" content="关于规范资金使用的通知"><title>关于规范资金使用的通知</title></head><body><table><tr><td><center>关于规范资金使用的通知</center><table><tr><td>2023.10.21</td><td>信息来源：某局</td></tr></table><div id="vsb_content"><p>${text}</p><p>附件：<a href="/a.docx">配套表格.docx</a></p><p>相关解读：<a href="/j.html">《资金使用》解读</a></p></div></td></tr></table></body>`,
    )
    expect(page.publishedOn?.value).toBe('2023-10-21')
    expect(page.publishedOn?.sureness).toBeGreaterThan(0.8)
  })

  it('短文分在几格里，每格有自己的小题', () => {
    const page = readText(
      '<body><main><div><b>副局长　苏晓峰</b></div><div><u>简介</u>男，汉族，1969年3月生，大学学历，历任科员、副科长、科长、副处长等职，现任副局长。</div><div><u>主要职责</u>分管工程质量安全监督</div></main></body>',
    )
    expect(page.text.excerpt).toContain('分管工程质量安全监督')
  })

  it('指南表横着写，用别的词', () => {
    const heads = [
      '服务事项',
      '法律依据',
      '申办资格',
      '申报资料',
      '办事窗口地址',
      '窗口工作时间',
      '咨询电话',
      '办理程序',
    ]
    const cells = (words: readonly string[], tag: string) =>
      `<tr>${words.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`
    const page = readText(
      `<head><title>老年优待证办理</title></head><body><h1>老年优待证办理办事指南</h1><table>${cells(heads, 'th')}${cells(['老年优待证办理', '某条例第二条', '年满六十周岁', '身份证', '石鼓街1号', '工作日9:00—17:00', '0873-6551001', '申请、受理、发证'], 'td')}</table></body>`,
    )
    expect(page.guideElements).toHaveLength(8)
  })
})
