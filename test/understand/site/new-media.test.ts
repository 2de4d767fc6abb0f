/** New-media accounts and their doors on the home page. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

const home = (body: string, menu = MENU) => html({ menu, body })

describe('政务新媒体', () => {
  it('首页的微博、微信、客户端算，分享按钮和新闻标题不算', () => {
    const view = miniSite({
      '/': home(
        `<p><a href="https://weibo.com/lanhe">官方微博</a><a href="/app/">客户端下载</a><a href="http://service.weibo.com/share/share.php?url=x">分享到微博</a></p>${list(
          [
            ['/dt/1.html', '我局微信公众号关注人数突破十万', '2023-12-01'],
            ...news(5, '2023-11-30'),
          ],
        )}`,
      ),
    })
    expect(view.newMedia.map((one) => [one.kind, one.label])).toEqual([
      ['weibo', '官方微博'],
      ['app', '客户端下载'],
    ])
  })

  it('只有二维码图片、旁边写着账号的也算，分享用的不算', () => {
    const codes = `<div><img src="/i/a.png"><p>扫一扫关注蓝河林业微信公众号</p></div>
      <div><img src="/i/b.png" alt="政务微博"></div><div><img src="/i/c.png"><p>扫码分享到微信</p></div>`
    const view = miniSite({ '/': home(codes) })
    expect(view.newMedia.map((one) => [one.kind, one.label, one.code?.url])).toEqual([
      ['wechat', '扫一扫关注蓝河林业微信公众号', 'http://www.lanhe.example/i/a.png'],
      ['weibo', '政务微博', undefined],
    ])
  })
})

describe('首页只用文字写着账号', () => {
  const told = (body: string) =>
    miniSite({ '/': home(body) }).newMedia.map((one) => [one.kind, one.label])

  it.each([
    ['<p>抖音号：lanhe-linye</p>', 'other', '抖音号：lanhe-linye'],
    ['<h3>政务微信二维码</h3><ul><li><img src="/1.png"></li></ul>', 'wechat', '政务微信二维码'],
    ['<p>欢迎关注“蓝河林业”公众号</p><img src="/a.png">', 'wechat', '欢迎关注“蓝河林业”公众号'],
  ])('%s', (body, kind, label) => {
    expect(told(body)).toEqual([[kind, label]])
  })

  it.each(['<h3>微信</h3><p>没有图片</p>', '<p>分享到微信</p><img src="/a.png">'])(
    '不是账号：%s',
    (body) => {
      expect(told(body)).toEqual([])
    },
  )
})

describe('首页没有新媒体入口', () => {
  const contact = (link: string) =>
    miniSite({
      '/': home('<p>欢迎</p>'),
      '/dt/': html({ menu: MENU, heading: '联系我们', body: `<p>地址：学府路1号</p>${link}` }),
    }).newMedia.map((one) => [one.kind, one.label])

  it('内页上写明的账号也算，但不在首页', () => {
    expect(contact('<p><a href="http://weibo.com/lhly">政务微博：蓝河林业</a></p>')).toEqual([
      ['weibo', '政务微博：蓝河林业'],
    ])
  })

  it('内页上的账号二维码也算，分享用的、没有写明的图片不算', () => {
    expect(contact('<p><img src="/i/a.png" alt="蓝河林业微信公众号二维码"></p>')).toEqual([
      ['wechat', '蓝河林业微信公众号二维码'],
    ])
    expect(contact('<p><img src="/i/b.png" alt="微信工作会"></p>')).toEqual([])
  })

  it('作为文章发布的联系我们也算，页上写明账号、旁边的码没有文字的也算', () => {
    const article = (heading: string) =>
      miniSite({
        '/': home('<p>欢迎</p>'),
        '/lx.html': html({
          menu: MENU,
          heading,
          body: `<p>发布日期：2023-11-02</p><p>地址：学府路1号，邮编100000，电话010-00000000，欢迎来访来信。</p>
            <p>官方微信公众号：蓝河林业</p><p><img src="/i/ewm.jpg"></p>`,
        }),
      })
    const [contacts, news] = [article('联系我们'), article('植树活动开展')]
    expect(contacts.pages.map(({ page }) => page.kind.value)).toContain('article')
    expect(contacts.newMedia.map((one) => [one.kind, one.label])).toEqual([
      ['wechat', '官方微信公众号：蓝河林业'],
    ])
    expect(news.newMedia).toEqual([])
  })

  it('分享和没有写明的链接不算', () => {
    expect(
      contact(
        '<p><a href="http://service.weibo.com/share/share.php">分享到微博</a><a href="http://weibo.com/someone">更多</a></p>',
      ),
    ).toEqual([])
  })
})
