/** Titles are chosen for a portal's own search from its own pages: which, in what order, where they are sent. */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { searchQueryOf } from '#base/query-address'
import type { StoredCapture } from '#model/capture'
import { createPageReader } from '#understand/page-reader'
import { planSearches } from '#understand/search-plan'

const ORIGIN = 'http://www.lanhe.gov.example'
const AS_OF = '2024-03-20'
const PORTAL = { homeUrl: `${ORIGIN}/`, platformUrl: null, extraUrls: [] }
const FORM = '<form action="/search"><input name="q"><input type="submit" value="搜索"></form>'

type Row = readonly [title: string, day: string, path?: string]
const frame = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`
const listOf = (rows: readonly Row[]): string =>
  `<ul>${rows.map(([title, day, path]) => `<li><a href="${path ?? `/a/${title}.html`}">${title}</a><span>${day}</span></li>`).join('')}</ul>`
const article = ([title, day]: Row): string =>
  frame(
    title,
    `<h1>${title}</h1><p>发布时间：${day}</p><p>${'各单位要认真组织实施，按时报送情况。'.repeat(14)}</p>`,
  )

function plan(pages: Readonly<Record<string, string>>, most = 9) {
  const reader = createPageReader(ownLabels())
  const read = Object.entries(pages).map(([path, html]) => {
    const url = new URL(path, ORIGIN).href
    const body = Buffer.from(html)
    const page = reader.read({
      url,
      body,
      contentType: 'text/html; charset=utf-8',
      status: 200,
      truncated: false,
      homeUrl: `${ORIGIN}/`,
    })
    return { page, capture: { url, finalUrl: url, status: 200 } as StoredCapture }
  })
  const addresses = planSearches({ portal: PORTAL, asOf: AS_OF, pages: read }, most)
  return addresses.map((address) => searchQueryOf(address))
}

function portal(rows: readonly Row[], home = FORM, more: Readonly<Record<string, string>> = {}) {
  return {
    '/': frame('兰河县人民政府', `${home}<ul><li><a href="/tzgg/">通知公告</a></li></ul>`),
    '/tzgg/': frame('通知公告', `<h2>通知公告</h2>${listOf(rows)}`),
    ...Object.fromEntries(rows.map((row) => [row[2] ?? `/a/${row[0]}.html`, article(row)])),
    ...more,
  }
}
const titles = (found: ReturnType<typeof plan>) => found.map((one) => [one?.kind, one?.title])

describe('an article of the portal', () => {
  it('is plain, neither new nor old; the second one is a season older', () => {
    const rows: Row[] = [
      ['兰河县防汛抗旱应急响应紧急通知', '2024-03-15'],
      ['兰河县“三夏”工作实施方案（试行）', '2024-03-01'],
      ['兰河县农村公路养护实施方案', '2024-02-20'],
      ['兰河县冬季森林防火工作方案', '2024-01-30'],
      ['兰河县秋季秸秆禁烧工作方案', '2023-11-02'],
      ['兰河县电子商务发展行动计划', '2021-05-06'],
    ]
    expect(titles(plan(portal(rows)))).toEqual([
      ['ownItem', '兰河县农村公路养护实施方案'],
      ['ownOther', '兰河县秋季秸秆禁烧工作方案'],
    ])
    expect(plan(portal(rows), 1)).toHaveLength(1)
    expect(plan(portal(rows), 0)).toEqual([])
  })

  it('bears its title alone, and the list that leads to it says the same', () => {
    const twice: Row[] = [
      ['兰河县农村公路养护实施方案', '2024-02-20'],
      ['兰河县农村公路养护实施方案', '2024-02-19', '/b/2.html'],
      ['兰河县冬季森林防火工作方案', '2024-01-30'],
    ]
    const site = portal(twice)
    const other = { ...site, '/tzgg/': site['/tzgg/'].replace('兰河县冬季森林防火', '冬季防火') }
    expect(titles(plan(site))).toEqual([['ownItem', '兰河县冬季森林防火工作方案']])
    expect(plan(other)).toEqual([])
  })
})

it('sites of units below the portal give a title and a service; platforms and other portals none', () => {
  const below = listOf([
    ['县教育局部署冬季校园安全工作', '2024-02-02', 'http://jyj.lanhe.gov.example/1.html'],
    ['全市重点项目集中开工仪式举行', '2024-02-03', 'http://www.upper.gov.example/2.html'],
    ['政务服务大厅春节值班安排公布', '2024-02-04', 'http://zwfw.lanhe.gov.example/3.html'],
  ])
  const services = `<div><a href="http://jyj.lanhe.gov.example/b.html">教师资格认定</a><a href="http://zwfw.lanhe.gov.example/c.html">居住证办理申领</a><a href="http://jyj.lanhe.gov.example/d.html">县教育局开展办学许可审核</a></div>`
  const found = plan(
    portal([['兰河县冬季森林防火工作方案', '2024-01-30']], FORM + below + services),
  )
  expect(titles(found)).toEqual([
    ['ownItem', '兰河县冬季森林防火工作方案'],
    ['lowerItem', '县教育局部署冬季校园安全工作'],
    ['lowerService', '教师资格认定'],
  ])
})

it('a service guide of the portal is searched for by its name', () => {
  const guide = frame(
    '林木采伐许可证核发',
    '<h1>林木采伐许可证核发</h1><p>发布时间：2019-05-06</p><table><tr><td>设定依据</td><td>森林法</td></tr><tr><td>申请条件</td><td>有林权证</td></tr><tr><td>申请材料</td><td>申请表</td></tr><tr><td>办理流程</td><td>受理、审查、发证</td></tr><tr><td>办理地点</td><td>政务大厅</td></tr></table><p>办事人应当按上述要求准备材料，到窗口办理。</p>',
  )
  const rows: Row[] = [
    ['兰河县冬季森林防火工作方案', '2024-01-30'],
    ['林木采伐许可证核发', '2019-05-06'],
  ]
  const site = { ...portal(rows), '/a/林木采伐许可证核发.html': guide }
  expect(titles(plan(site))).toContainEqual(['ownService', '林木采伐许可证核发'])
})

it('a plain form is preferred to what a script sends, and the portal’s hosts to any other', () => {
  const rows: Row[] = [['兰河县冬季森林防火工作方案', '2024-01-30']]
  const script = `<script>function s(){location.href='/so/s?qt=' + encodeURIComponent(w)}</script>`
  const outside = FORM.replace('/search', 'http://so.example.org/s')
  const asked = (home: string) => plan(portal(rows, home)).map((one) => one?.page.split('?')[0])
  expect(asked(outside + script + FORM)).toEqual([`${ORIGIN}/search`])
  expect(asked(outside + script)).toEqual([`${ORIGIN}/so/s`])
  expect(asked(outside)).toEqual([])
})
