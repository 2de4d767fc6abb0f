/** What a whole site says of columns that no name settles: proposals for a person, and lists that another body hands out. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

type Row = readonly [string, string, string]

function siteWith(columns: readonly { path: string; name: string; rows: readonly Row[] }[]) {
  const menu = [...MENU, ...columns.map(({ path, name }) => [path, name] as const)]
  return miniSite({
    '/': html({ menu, body: list(news(6, '2023-12-05')) }),
    ...Object.fromEntries(
      columns.map(({ path, name, rows }) => [
        path,
        html({ menu, heading: name, trail: [[path, name]], body: list(rows) }),
      ]),
    ),
  })
}

describe('名称不能定的栏目', () => {
  const own = (path: string) => news(4, '2023-12-01', path)
  const view = siteWith([
    { path: '/gsgg/', name: '林海风云', rows: own('/gsgg/') },
    { path: '/a1/', name: '政策的文件', rows: own('/a1/') },
    { path: '/a2/', name: '护林人的歌', rows: own('/a2/') },
    { path: '/a3/', name: '公示公告', rows: own('/a3/') },
    { path: '/a4/', name: '数据', rows: own('/a4/') },
  ])
  const proposed = new Map(view.unknownColumns.map((one) => [one.name, one.proposedTopic]))

  it('网址、名字像的给建议，一点不像的不给，能定的不在其中', () => {
    expect(proposed.get('林海风云')).toBe('notices')
    expect(proposed.get('政策的文件')).toBe('policyDocuments')
    expect(proposed.has('护林人的歌')).toBe(false)
    expect(proposed.has('公示公告')).toBe(false)
    expect(view.columns.find(({ name }) => name === '护林人的歌')?.topic).toBeNull()
  })

  it('一词多义的给最可能的一个，栏目仍在，主题不算数', () => {
    expect(proposed.get('数据')).toBe('statistics')
    expect(view.columnsOf('statistics')).toEqual([])
    expect(view.unknownColumns.every(({ url }) => url.startsWith('http://www.lanhe'))).toBe(true)
  })
})

describe('上级统一下发的列表', () => {
  const shared = (host: string, title: (n: number) => string): readonly Row[] =>
    [1, 2, 3, 4, 5].map((n) => [`http://${host}/art/2023/12/${n}.html`, title(n), `2023-12-0${n}`])
  const upper = (n: number) => `全省第${n}次重点工作调度会召开`
  const topicOf = (rows: readonly Row[]) => {
    const view = siteWith([{ path: '/yw/', name: '今日要闻', rows }])
    return view.columns.find(({ name }) => name === '今日要闻')?.topic ?? null
  }

  it('条目都在别的政府网站、标题不提本地：不算本单位动态，并写明', () => {
    const topic = topicOf(shared('www.qingyuan.gov.cn', upper))
    expect(topic).toMatchObject({ value: 'news' })
    expect(topic?.sureness).toBeLessThan(0.5)
    expect(topic?.because).toContain('www.qingyuan.gov.cn')
  })

  it.each([
    ['标题提到本地', shared('www.qingyuan.gov.cn', (n) => `蓝河第${n}次护林防火巡查`)],
    ['在公众号上', shared('mp.weixin.qq.com', upper)],
    ['有一条是本站的', [...shared('www.qingyuan.gov.cn', upper), ...news(1, '2023-12-08', '/yw/')]],
    ['太少', shared('www.qingyuan.gov.cn', upper).slice(0, 2)],
  ])('%s：仍是本单位动态', (_, rows) => {
    expect(topicOf(rows)?.sureness).toBeGreaterThanOrEqual(0.8)
  })
})
