/** A menu of sister columns written like a list is no content of an empty column; the columns below one are. */
import { expect, it } from 'vitest'
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
