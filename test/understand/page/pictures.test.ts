/** Pictures that are no links: code pictures with their words, pictures in place of tables, and what is left out. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const page = (body: string) =>
  readText(`<html><head><title>蓝河市林业局</title></head><body>
    <div class="nav"><a href="/a/">首页</a><a href="/b/">政务公开</a></div>${body}
    <div class="footer">主办单位：蓝河市林业局</div></body></html>`).pictures ?? []

describe('没有链接的图片', () => {
  it.each(['data-src', 'data-original', 'lay-src'])('滚动到了才换上的图片：%s', (name) => {
    const [found] = page(
      `<div><img src="/i/loading.gif" ${name}="/i/ewm.png" alt="蓝河林业微信公众号二维码"></div>`,
    )
    expect(found?.url).toBe('http://www.example.gov.cn/i/ewm.png')
  })

  it('视频、音频记下地址，写在里面的 source 也算', () => {
    const found =
      page(`<div class="TRS_Editor"><p>视频解读如下：<video src="./a.mp4" controls></video></p>
      <video controls><source src="b.mp4" type="video/mp4">请换浏览器</video><audio src="/c.mp3"></audio></div>`)
    expect(found.map(({ played, url }) => [played, url?.split('/').at(-1)])).toEqual([
      [true, 'a.mp4'],
      [true, 'b.mp4'],
      [true, 'c.mp3'],
    ])
  })

  it('替代文字、旁边的文字都留下', () => {
    const found = page(`<div class="codes">
      <div><img src="/i/1.png" alt="官方微信二维码"></div>
      <dl><dt><img src="/i/2.png"></dt><dd>扫一扫关注政务微博</dd></dl></div>`)
    expect(found.map((one) => [one.alt, one.caption])).toEqual([
      ['官方微信二维码', null],
      [null, '扫一扫关注政务微博'],
    ])
  })

  it('并排的几张各取自己下面的一行', () => {
    const found = page(
      '<div><img src="a.png"><p>微信公众号</p><img src="b.png"><p>政务微博</p></div>',
    )
    expect(found.map((one) => one.caption)).toEqual(['微信公众号', '政务微博'])
  })

  it('有地址的链接里的图片是链接，不在此列', () => {
    expect(page('<a href="http://weibo.com/x"><img src="w.png" alt="微博"></a>')).toEqual([])
    expect(page('<a href="javascript:;"><img src="w.png" alt="微博"></a>')).toHaveLength(1)
  })

  it('说明是账号二维码的才是，图标、别的二维码、分享用的不是', () => {
    const found = page(`<div>
      <div><img src="/i/1.png" alt="蓝河林业微信公众号二维码"></div>
      <div><img src="/i/ewm2.png"><p>蓝河林业客户端</p></div>
      <div><img src="/i/wx_icon.png"><p>微信公众号：蓝河林业</p></div>
      <div><img src="/i/4.png" alt="投诉二维码"></div>
      <div><img src="/i/5.png" alt="扫码分享到微信"></div></div>`)
    expect(found.map((one) => one.code === true)).toEqual([true, true, false, false, false])
  })

  it('正文以外没有文字的图片，只凭文件名像二维码时留下', () => {
    const found = page(
      '<div class="footer"><img src="/images/ewm_wx.jpg"><img src="/images/bg1.jpg"></div>',
    )
    expect(found).toEqual([expect.objectContaining({ alt: null, caption: null })])
    expect(found[0]?.url).toBe('http://www.example.gov.cn/images/ewm_wx.jpg')
  })

  it('正文里的图片以前一行为说明', () => {
    const long = '本机关按照条例要求做好政府信息公开工作，全年主动公开信息一百余条。'.repeat(12)
    const found = page(`<div class="crumb">当前位置：<a href="/">首页</a> &gt; 年报</div>
      <div class="content"><p>${long}</p><p>二、主动公开政府信息情况</p><p><img src="t2.png"></p><p>${long}</p></div>`)
    expect(found).toEqual([
      expect.objectContaining({ caption: '二、主动公开政府信息情况', inBody: true }),
    ])
  })

  it('数量有上限，写进页面的图片没有地址', () => {
    const many = '<p><img src="data:image/png;base64,AAAA" alt="微信公众号"></p>'.repeat(500)
    const found = page(many)
    expect(found.length).toBeLessThanOrEqual(120)
    expect(found[0]?.url).toBeNull()
  })
})

it('a picture in a foot that no class names is not of the body', () => {
  const page = readText(
    `<html><head><title>取水许可</title></head><body><div>当前位置：<a href="/">首页</a> &gt; <a href="/zn/">办事指南</a> &gt; 正文</div>
    <div><h2>取水许可</h2><div>时间：2023年11月5日 来源：政务中心</div><p>${'取水许可由水行政主管部门受理，申请人应当提交申请书和取水方案。'.repeat(4)}</p></div>
    <div><p>主办单位：某县人民政府办公室</p><p>网站标识码：9912340001 ICP备11008742号</p><div><img src="/i/wx.png" alt="某县发布微信二维码"></div></div></body></html>`,
    { url: 'http://www.example.gov.cn/zn/1.html' },
  )
  expect(page.pictures?.map((one) => [one.alt, one.inBody])).toEqual([
    ['某县发布微信二维码', false],
  ])
})

it('每行前面的小图标不是正文的图片，单独一张没有文字的还是', () => {
  const row = (at: number) =>
    `<tr><td><img src="/i/d.gif" alt=""> <a href="/zn/${at}.html">办事指南第${at}项</a></td></tr>`
  const trail = '<div class="crumb">当前位置：<a href="/">首页</a> &gt; 指南</div>'
  const marked = page(
    `${trail}<table>${[1, 2, 3].map(row).join('')}</table><p><img src="/i/lc.png"></p>`,
  )
  expect(marked.map((one) => one.url)).toEqual(['http://www.example.gov.cn/i/lc.png'])
  const dot = page(`${trail}<table>${row(1).replace('d.gif', 'dot.gif')}</table>`)
  expect(dot).toEqual([])
})
