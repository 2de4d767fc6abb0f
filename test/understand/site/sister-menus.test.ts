/** A menu of sister columns written like a list is no content of an empty column; the columns below one are. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

it('列出的只是并列栏目的菜单，写着共0条：空白；列出的是下级栏目：不是', () => {
  const side = (paths: readonly (readonly [string, string])[]) =>
    `<table>${paths.map(([path, name]) => `<tr><td><a href="${path}">${name}</a></td></tr>`).join('')}</table>`
  const above: readonly (readonly [string, string])[] = [['/gk/', '法定公开']]
  const menu = side([
    ['/gk/zn/', '政府信息公开指南'],
    ['/gk/zd/', '政府信息公开制度'],
    ['/gk/nb/', '政府信息公开年报'],
  ])
  const at = (path: string, heading: string, body: string) =>
    html({ heading, trail: [...above, [path, heading]], body: `${menu}${body}` })
  const view = miniSite({
    '/': html({ menu: [...MENU, ...above], body: '<p>欢迎</p>' }),
    '/gk/': html({ heading: '法定公开', trail: above, body: menu }),
    '/gk/zn/': at(
      '/gk/zn/',
      '政府信息公开指南',
      '<p>本机关主动公开的信息按类别编排，公众可以到下列地点查阅。</p>',
    ),
    '/gk/zd/': at('/gk/zd/', '政府信息公开制度', '<div>共0条　1/1</div>'),
    '/gk/nb/': at('/gk/nb/', '政府信息公开年报', list(news(3, '2023-12-05', '/gk/nb/'))),
  })
  const of = (name: string) => view.columns.find((one) => one.name === name)
  expect(of('政府信息公开制度')).toMatchObject({ empty: true, items: [] })
  expect(of('法定公开')?.empty).toBe(false)
})

it.each([
  ['菜单和自己的名称，后面什么也没有', '<table></table>', true],
  ['名称后面有一句话', '<p>见各单位栏目</p>', false],
  ['名称后面有一篇文件', '<a href="/gk/zd/1.html">政府信息公开保密审查办法</a>', false],
])('带项目符号的并列菜单，%s', (_, body, empty) => {
  const side: readonly (readonly [string, string])[] = [
    ['/c_61/Index.aspx', '政府信息公开指南'],
    ['/c_77/Index.aspx', '政府信息公开制度'],
    ['/c_105/Index.aspx', '政府信息公开年报'],
  ]
  const menu = `<table class="left"><tr><th>信息公开专栏</th></tr>${side.map(([path, name]) => `<tr><td>◇ <a href="${path}">${name}</a></td></tr>`).join('')}</table>`
  const above: readonly (readonly [string, string])[] = [['/gk/', '信息公开专栏']]
  const at = (path: string, name: string, inner: string) =>
    `<html><head><title>${name}-蓝河市林业局</title></head><body><table><tr><td><a href="/">首页</a></td><td><a href="/gk/">信息公开专栏</a></td></tr></table>
<table><tr><td class="pos">您的位置：<a href="/">首页</a> &gt;&gt; <a href="/gk/">信息公开专栏</a> &gt;&gt; <a href="${path}">${name}</a></td></tr></table>
<table><tr><td><table><tr><td>${menu}</td><td><div class="lmmc">${name}</div>${inner}</td></tr></table></td></tr></table>
<div class="footer"><p>网站标识码：4201000009</p></div></body></html>`
  const view = miniSite({
    '/': html({ menu: [...MENU, ...above], body: '<p>欢迎</p>' }),
    '/gk/': html({ menu: [...MENU, ...above], trail: above, body: menu }),
    '/c_61/Index.aspx': at(
      '/c_61/Index.aspx',
      '政府信息公开指南',
      '<p>公众可以到下列地点查阅公开的信息。</p>',
    ),
    '/c_77/Index.aspx': at('/c_77/Index.aspx', '政府信息公开制度', body),
    '/c_105/Index.aspx': at(
      '/c_105/Index.aspx',
      '政府信息公开年报',
      list(news(3, '2023-12-05', '/gk/nb/')),
    ),
  })
  expect(view.columns.find(({ name }) => name === '政府信息公开制度')?.empty).toBe(empty)
})

describe('a column without a trail, beside a box of the latest news that every page carries', () => {
  const latest = `<div class="r"><h3>最新发布</h3><ul>${news(6, '2023-12-01', '/yw/')
    .map(([path, title, day]) => `<li><a href="${path}">${title}</a><span>${day}</span></li>`)
    .join('')}</ul></div>`
  const page = (heading: string, body: string) =>
    `<html><head><title>${heading}-蓝河市林业局</title></head><body><div class="nav">${MENU.map(([path, name]) => `<a href="${path}">${name}</a>`).join(' ')}</div>
<div class="main"><div class="l"><h2>${heading}</h2>${body}</div>${latest}</div><div class="footer"><p>主办单位：蓝河市林业局　网站标识码：4201000009</p></div></body></html>`
  const shown = list(news(3, '2023-12-05', '/gk/nb/'))
  const emptyWith = (body: string): boolean | undefined => {
    const home = page(
      '蓝河市林业局',
      '<a href="/gk/zk/">招考录用</a><a href="/gk/nb/">人事信息</a>',
    )
    const view = miniSite({
      '/': home,
      '/gk/zk/': page('招考录用', body),
      '/gk/nb/': page('人事信息', shown),
      '/gk/qt/': page('其他', shown),
    })
    return view.columns.find(({ name }) => name === '招考录用')?.empty
  }

  it('一条也没有：空白', () => {
    expect(emptyWith('<ul class="list"></ul>')).toBe(true)
  })

  it.each([
    ['一句话', '<p>招聘信息见市人社局网站</p>'],
    ['一个自己的条目', '<ul><li><a href="/gk/zk/1.html">公开招聘公告</a></li></ul>'],
    ['一张图', '<img src="/gk/zk/lc.png">'],
    ['一个查询框', '<form action="/q"><input name="k"><input type="submit" value="查询"></form>'],
    ['一个框架', '<iframe src="/zk.html"></iframe>'],
    ['由脚本写的一处', '<div id="box"></div>'],
  ])('有%s：不说空白', (_, body) => {
    expect(emptyWith(body)).toBe(false)
  })
})
