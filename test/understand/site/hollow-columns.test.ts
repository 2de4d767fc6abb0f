/** Columns of which only a count, a table's head, an introduction or a blank frame is there. */
import { expect, it } from 'vitest'
import { html, MENU, miniSite } from './mini-site.ts'

const NAMES = ['规划计划', '统计信息', '行政许可', '应急管理', '社会救助']
const side = `<div class="left"><h3>政府信息公开</h3><ul>${NAMES.map((one, i) => `<li><a href="/gk/c${i}/">${one}</a></li>`).join('')}</ul></div>`
const FRAME = '<iframe src="/gk/blank.html"></iframe>'

it.each([
  ['a count of what is not there', '<p>共 26 条信息，每页 15 条</p><ul></ul>', true],
  [
    'the head of a table',
    '<table><tr><th>序号</th><th>决定书文号</th><th>当事人</th><th>处罚事由</th></tr></table>',
    true,
  ],
  ['what the column is for', '<p>栏目简介：本栏目主要公开救助对象、标准、结果等信息。</p>', true],
  ['a blank page in a frame', FRAME, true],
  ['that there was none', '<p>经梳理，本级2026年度未作出行政强制决定，特此说明。</p>', false],
  [
    'an introduction and a text',
    '<p>本栏目主要公开救助对象、标准、结果等信息。</p><p>救助标准为每人每月七百元。</p>',
    false,
  ],
  [
    'a table with a row',
    '<table><tr><th>序号</th><th>决定书文号</th><th>当事人</th></tr><tr><td>1</td><td>某罚字1号</td><td>某公司</td></tr></table>',
    false,
  ],
])('%s: empty %s', (_, body, empty) => {
  const at = (i: number, inner: string): [string, string] => [
    `/gk/c${i}/`,
    html({
      heading: NAMES[i] ?? '',
      trail: [
        ['/gk/', '政府信息公开'],
        [`/gk/c${i}/`, NAMES[i] ?? ''],
      ],
      body: `${side}${inner}`,
    }),
  ]
  const text = (i: number): string =>
    `<p>${NAMES[i]}的内容，依照规定向社会公布，可以到现场查阅。</p>`
  const view = miniSite({
    '/': html({ menu: [...MENU, ['/gk/', '政府信息公开']], body: '<p>欢迎</p>' }),
    '/gk/': html({ heading: '政府信息公开', body: side }),
    ...Object.fromEntries([0, 1, 2, 3].map((i) => at(i, text(i)))),
    ...Object.fromEntries([at(4, body)]),
    '/gk/blank.html': '<html><head></head><body></body></html>',
  })
  const found = view.columns.find(({ name }) => name === NAMES[4])
  expect(found?.empty).toBe(empty)
  expect(found?.coverage).toBe(body === FRAME ? 'partial' : 'complete')
})
