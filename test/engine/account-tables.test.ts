/** Accounts on a page of accounts whose entry leads nowhere, as real markup shows them. */
import { describe, expect, it } from 'vitest'
import { accountRows, idleAccounts } from '#engine/define-check'
import { html, miniSite } from '../understand/site/mini-site.ts'

const idleOn = (body: string, heading = '政务新媒体名录') => {
  const site = miniSite({
    '/': html({ body: '<p>欢迎</p>', menu: [['/xmt/', '政务新媒体']] }),
    '/xmt/': html({ heading, trail: [['/xmt/', '政务新媒体']], body }),
  })
  const view = site.pageAt('http://www.lanhe.example/xmt/')
  return view === null ? null : idleAccounts(view, accountRows(view)).map(({ words }) => words)
}

const table = (...rows: readonly string[]) =>
  `<table><tr><th>账号名称</th><th>类型</th><th>主办单位</th><th>访问方式</th></tr>${rows
    .map((row) => `<tr><td>${row.split('|').join('</td><td>')}</td></tr>`)
    .join('')}</table>`
const REST = [
  '蓝河发布|微信公众号|蓝河市政府办公室|微信号：lanhefabu <img src="/i/q1.png" alt="二维码">',
  '健康蓝河|微信公众号|市卫生健康委员会|<img src="/i/q2.png" alt="健康蓝河二维码">',
  '蓝河教育|抖音|市教育局|<a href="https://www.douyin.com/user/1">进入</a>',
] as const

describe('账号一览表里的空入口', () => {
  it.each([
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;">点击进入</a>',
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="#" target="_blank">访问</a>',
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:void(0)">查看主页</a>',
    '<a href="#">蓝河发布</a>|新浪微博|蓝河市政府办公室|',
    '蓝河发布|今日头条|蓝河市政府办公室|<a href="">打开</a>',
  ])('%s', (row) => {
    expect(idleOn(table(row, ...REST))).toHaveLength(1)
  })

  it.each([
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;">扫码关注<img src="/i/q9.png" alt="蓝河发布二维码"></a><img src="/i/q8.png" alt="二维码">',
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;">点击进入</a> @蓝河发布',
    '蓝河发布|微信公众号|蓝河市政府办公室|<a href="javascript:;">查看</a>微信号：lanhe2020',
    '蓝河发布|新浪微博（已注销）|蓝河市政府办公室|<a href="javascript:;">点击进入</a>',
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;" class="wb" data-url="1">点击进入</a>',
    '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;" onclick="showCode(1)">点击进入</a>',
    '蓝河发布|新浪微博|蓝河市政府办公室|https://weibo.com/lanhe',
  ])('还有别的办法找到的不算：%s', (row) => {
    expect(idleOn(table(row, ...REST))).toEqual([])
  })

  it('哪一行都没有入口的，不是这一行的差错', () => {
    const rows = ['甲|微博|某局|<a href="javascript:;">进入</a>', '乙|微博|某委|', '丙|微博|某办|']
    expect(idleOn(table(...rows))).toEqual([])
  })
})

describe('卡片、列表里的空入口', () => {
  const card = (name: string, door: string) =>
    `<li><h4>${name}</h4><p>运营单位：某单位</p>${door}</li>`
  const others =
    card('蓝河教育抖音号', '<a href="https://www.douyin.com/user/1">进入账号</a>') +
    card('蓝河文旅微博', '<a href="https://weibo.com/u/5512345678">进入账号</a>')

  it.each([
    card('蓝河发布微博', '<a href="javascript:;">进入账号</a>'),
    card('蓝河发布', '<a href="#">官方微博</a>'),
    card('蓝河发布微博', '<a href="#">点击进入微博</a>') +
      card('蓝河教体', '<img src="/i/q3.png" alt="蓝河教体微信二维码">'),
  ])('%s', (one) => {
    expect(
      idleOn(`<ul>${others}${one}</ul>${'<p>以上账号由各单位负责运营。</p>'.repeat(8)}`),
    ).toHaveLength(1)
  })

  it.each([
    card('蓝河发布微信', '<a href="javascript:;">点击查看</a><img src="/i/q1.png" alt="二维码">'),
    card('蓝河发布', '<a href="javascript:;">收藏</a>'),
  ])('旁边有码的、不是入口的不算：%s', (one) => {
    expect(
      idleOn(`<ul>${others}${one}</ul>${'<p>以上账号由各单位负责运营。</p>'.repeat(8)}`),
    ).toEqual([])
  })

  it('检查通报里的不算', () => {
    const row = '蓝河发布|新浪微博|蓝河市政府办公室|<a href="javascript:;">点击进入</a>'
    expect(idleOn(table(row, ...REST), '关于政务新媒体检查情况的通报')).toEqual([])
  })
})
