/**
 * The same site in other dress (bench/mutations): latest lists of other columns on every page, menus in place of
 * breadcrumbs, short days that the articles bear out.
 */
import { describe, expect, it } from 'vitest'
import { article, html, list, miniSite, news } from './mini-site.ts'

const NAMES = [
  ['/rsxx/', '人事信息'],
  ['/ghjh/', '规划计划'],
  ['/hygk/', '会议公开'],
  ['/zcjd/', '政策解读'],
  ['/tjxx/', '统计信息'],
] as const

describe('到处都有的列表', () => {
  const box = `<div><h3>通知公告</h3>${list(news(5, '2023-12-05', '/tzgg/'))}</div>`
  const view = miniSite({
    '/': html({ menu: [['/tzgg/', '通知公告'], ...NAMES], body: list(news(6, '2023-12-05')) }),
    '/tzgg/': html({
      heading: '通知公告',
      trail: [['/tzgg/', '通知公告']],
      body: `<h3>通知公告</h3>${list(news(8, '2023-12-05', '/tzgg/'))}`,
    }),
    ...Object.fromEntries(
      NAMES.map(([path, name], i) => [
        path,
        html({
          heading: name,
          trail: [[path, name]],
          body: `${box}<div>${i < 3 ? list(news(2, '2022-03-05', path)) : i === 3 ? '<p>本栏目正在建设中，敬请期待！</p>' : ''}</div>`,
        }),
      ]),
    ),
  })
  const newest = (name: string) => view.columns.find((one) => one.name === name)?.newest?.value

  it('是它自己栏目的条目，不是别的栏目的', () => {
    expect(newest('通知公告')).toBe('2023-12-05')
    expect(newest('人事信息')).toBe('2022-03-05')
    expect(newest('会议公开')).toBe('2022-03-05')
  })

  it('别无条目的栏目仍是空的', () => {
    const empty = view.columns.find(({ name }) => name === '统计信息')
    expect([empty?.items.length, empty?.newest]).toEqual([0, null])
  })

  it('写着正在建设中的栏目仍是建设中', () => {
    const built = view.columns.find(({ name }) => name === '政策解读')
    expect([built?.underConstruction, built?.empty]).toEqual([true, true])
  })
})

it('没有面包屑，地址也不分层：由引出它的那一页看上级', () => {
  const menu = [
    ['/col/col1001/', '新闻中心'],
    ['/col/col1009/', '通知公告'],
  ] as const
  const view = miniSite({
    '/': html({ menu, body: list(news(6, '2023-12-05')) }),
    '/col/col1001/': html({
      menu,
      heading: '新闻中心',
      body: '<ul><li><a href="/col/col1002/">乡镇动态</a></li><li><a href="/col/col1003/">部门动态</a></li></ul>',
    }),
    '/col/col1002/': html({ menu, heading: '乡镇动态', body: list(news(8, '2023-11-12', '/a/')) }),
    '/col/col1003/': html({ menu, heading: '部门动态', body: list(news(8, '2023-12-05', '/b/')) }),
  })
  const column = (name: string) => view.columns.find((one) => one.name === name)
  expect(column('乡镇动态')?.parent).toBe(column('新闻中心')?.id)
  expect(column('新闻中心')?.parent).toBeNull()
})

it('列表只印两位年份，内容页印着同一天：日子就定了', () => {
  const path = '/tzgg/a1.html'
  const view = miniSite({
    '/': html({ body: list(news(6, '2023-12-05')) }),
    '/tzgg/': html({
      heading: '通知公告',
      trail: [['/tzgg/', '通知公告']],
      body: `<ul><li><a href="${path}">关于开展安全检查的通知</a><span>23-11-20</span></li><li><a href="/tzgg/a2.html">关于做好值班工作的通知</a><span>23-11-02</span></li></ul>`,
    }),
    [path]: article(
      '关于开展安全检查的通知',
      '2023-11-20',
      '各单位要认真开展安全检查，及时报送情况。',
    ),
  })
  const items = view.columns.find(({ name }) => name === '通知公告')?.items ?? []
  const [first, second] = items.map(({ publishedOn }) => publishedOn)
  expect(first?.value).toBe('2023-11-20')
  expect(first?.sureness).toBeGreaterThan(0.9)
  expect(first?.because).toContain('与内容页所印一致')
  expect(second?.sureness).toBeLessThan(0.8)
})

describe('空白栏目的写法', () => {
  const HEAD =
    '<table><thead><tr><th>序号</th><th>信息名称</th><th>发布日期</th></tr></thead><tbody></tbody></table>'
  const emptyOf = (body: string) =>
    miniSite({
      '/': html({ body: list(news(6, '2023-12-05')) }),
      '/tzgg/': html({ heading: '通知公告', trail: [['/tzgg/', '通知公告']], body }),
    }).columns.find(({ name }) => name === '通知公告')?.empty

  it.each([
    ['只有表头', HEAD],
    ['写着暂未发布', '<p style="text-align:center">本栏目暂未发布信息</p>'],
    ['“暂无数据”画成图片', '<div><img src="/images/nodata.png" alt="暂无数据"/></div>'],
  ])('%s：空白', (_, body) => {
    expect(emptyOf(body)).toBe(true)
  })

  it.each([
    [
      '表头下面有行',
      HEAD.replace('<tbody>', '<tbody><tr><td>1</td><td>停水通知</td><td>2023-12-01</td></tr>'),
    ],
    ['本身是图', '<div><img src="/images/tz.png" alt="停水范围示意图"/></div>'],
    [
      '尚未发布的说明之外另有内容',
      '<p>2023年的预算尚未公开相关信息，2022年的见县财政局网站财政预决算栏目，查阅电话1234567，工作日上午八时至十二时，下午二时半至五时半。</p>',
    ],
  ])('%s：不是', (_, body) => {
    expect(emptyOf(body)).not.toBe(true)
  })
})
