/** What the same column of many bodies shows alike is theirs; what the pages beside a page lead to is the template's. */
import { expect, it } from 'vitest'
import { html, MENU, miniSite } from './mini-site.ts'

const BODIES = ['民政局', '水利局', '教育局', '卫健局', '林业局']
const FORM =
  '<form action="/cx"><p>申请编号：<input name="a"></p><p>密码：<input name="b"></p></form>'

it.each([
  ['各单位用同一张流程图', '流程图', '<p><img src="/lct.png" alt="流程图" width="900"></p>', false],
  ['各单位用同一个查询框', '进度查询', FORM, false],
  ['各单位都只有空表', '流程图', '<table></table>', true],
])('%s', (_, name, body, empty) => {
  const below = BODIES.flatMap((unit, i) => {
    const root = `/xxgk/u${i}/`
    const trail = [
      ['/xxgk/', '信息公开'],
      [root, `${unit}信息公开`],
    ] as const
    const menu = `<div class="left"><ul>${['公开指南', '公开制度', '公开年报', '公开目录', name].map((one, n) => `<li><a href="${root}c${n}/">${one}</a></li>`).join('')}</ul></div>`
    const at = (path: string, heading: string, inner: string) =>
      html({ heading, trail: [...trail, [path, heading]], body: `${menu}${inner}` })
    const text = (n: number) => `<p>${unit}的第${n}项内容，依照规定向社会公布，可以到现场查阅。</p>`
    return [
      [root, at(root, `${unit}信息公开`, text(9))],
      ...['公开指南', '公开制度', '公开年报', '公开目录'].map((one, n) => [
        `${root}c${n}/`,
        at(`${root}c${n}/`, one, text(n)),
      ]),
      [`${root}c4/`, at(`${root}c4/`, name, body)],
    ] as [string, string][]
  })
  const units = BODIES.map((unit, i) => `<li><a href="/xxgk/u${i}/">${unit}信息公开</a></li>`)
  const view = miniSite({
    '/': html({ menu: [...MENU, ['/xxgk/', '信息公开']], body: '<p>欢迎</p>' }),
    '/xxgk/': html({ heading: '信息公开', body: `<ul>${units.join('')}</ul>` }),
    ...Object.fromEntries(below),
  })
  const found = view.columns.filter((one) => one.name === name)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every((one) => one.empty === empty)).toBe(true)
})

it.each([
  ['导向另处的机构职能、局领导，旁边各页都不通向那里', '', false],
  [
    '同一目录各页都有的快捷入口',
    '<p><a href="/xxgk/c0/">机构职能</a> <a href="/xxgk/c1/">局领导</a></p>',
    true,
  ],
])('概况页只有两个链接：%s', (_, shared, empty) => {
  const trail = [['/xxgk/', '政府信息公开']] as const
  const names = ['机构职能', '局领导', '公开指南', '公开年报', '规划计划']
  const side = `<div class="left"><ul>${names.map((one, n) => `<li><a href="/xxgk/c${n}/">${one}</a></li>`).join('')}</ul></div>`
  const menu = [
    ['/', '首页'],
    ['/gk.htm', '机构概况'],
    ['/fg.htm', '政策法规'],
    ['/bf.htm', '便民服务'],
    ['/dj.htm', '党建园地'],
    ['/lx.htm', '联系我们'],
    ['/xxgk/', '政府信息公开'],
  ] as const
  const text = (n: number) =>
    `<p>第${n}项内容依照规定向社会公布，可以到现场查阅，也可以来电询问。</p>`
  const below = names.map((name, n) => [
    `/xxgk/c${n}/`,
    html({ menu, trail: [...trail, [`/xxgk/c${n}/`, name]], heading: name, body: side + text(n) }),
  ])
  const beside = menu
    .slice(2, 6)
    .map(([path, name], n) => [
      path,
      html({ menu, trail: [[path, name]], heading: name, body: shared + text(10 + n) }),
    ])
  const view = miniSite({
    '/': html({ menu, body: '<p>欢迎</p>' }),
    '/xxgk/': html({ menu, trail, heading: '政府信息公开', body: side }),
    '/gk.htm': html({
      menu,
      trail: [['/gk.htm', '机构概况']],
      heading: '机构概况',
      body: '<ul><li><a href="/xxgk/c0/">机构职能</a></li><li><a href="/xxgk/c1/">局领导</a></li></ul>',
    }),
    ...Object.fromEntries([...below, ...beside]),
  })
  expect(view.columns.find(({ name }) => name === '机构概况')?.empty).toBe(empty)
})
