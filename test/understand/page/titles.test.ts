/** Titles and footers in the forms that content systems print them in; written for these tests, none copied. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const BODY = `<div class="content">${P.repeat(3)}</div>`
const page = (title: string, inside: string, head = ''): string =>
  `<html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${inside}</body></html>`

describe('标题', () => {
  it('公文表头的标题一格，网页标题在后面另加了文号', () => {
    const html = page(
      '某部关于修改部分规章的决定(某部令第17号)',
      `<table><tr><td>发文机关：</td><td>某部</td><td>成文日期：</td><td>2022年12月12日</td></tr><tr><td>标题：</td><td colspan="3">某部关于修改部分规章的决定</td></tr><tr><td>发文字号：</td><td>某部令第17号</td><td>发布日期：</td><td>2022年12月30日</td></tr></table>${BODY}`,
    )
    expect(readText(html).title).toBe('某部关于修改部分规章的决定')
  })

  it('页头的站名排成标题的样子，不是本页的标题', () => {
    const html = page(
      '采矿权延续登记-办事指南-某市自然资源局',
      `<table><tr><td><font class="bt">某市自然资源局</font></td></tr></table><table><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/zn/">办事指南</a></td></tr></table><table><tr><td>事项名称</td><td>采矿权延续登记</td></tr><tr><td>设定依据</td><td>《矿产资源法》第四十条，以及本省实施办法的有关规定</td></tr><tr><td>申报材料</td><td>申请书、身份证明、权属证明、设计方案</td></tr></table>`,
      '<meta name="SiteName" content="某市自然资源局">',
    )
    expect(readText(html).title).toBe('采矿权延续登记')
  })

  it('官方标签的标题删短了，页面上没有印，取印出的全称', () => {
    const short = '县政府关于深化“证照分离”改革的通知'
    const html = page(
      `${short}_某县人民政府`,
      `<div>当前位置：<a href="/">首页</a> &gt; <a href="/a/">通知</a></div><div class="h">县政府关于深化“证照分离”改革<br>激发市场主体活力的通知</div><div><span>来源：县政府办</span> <span>发布时间：2021-06-04</span></div>${BODY}`,
      `<meta name="ArticleTitle" content="${short}">`,
    )
    expect(readText(html).title).toBe('县政府关于深化“证照分离”改革激发市场主体活力的通知')
  })

  it('正文上方的标题比网页标题全', () => {
    const html = page(
      '政府信息公开指南_某县人民政府',
      `<div class="left"><ul><li><a href="/a/">政府信息公开指南</a></li><li><a href="/b/">政府信息公开制度</a></li></ul></div><div class="right"><h2>某县人民政府信息公开指南</h2>${BODY}</div>`,
    )
    const found = readText(html)
    expect(found.title).toBe('某县人民政府信息公开指南')
    expect(found.publishedOn).toBeNull()
  })
})

describe('数据表', () => {
  it.each([
    ['2026年4月', '1765'],
    ['2026年9月', '受理298件，办结296件'],
  ])('“更新时间”上面的一行数字不是标题：%s', (month, count) => {
    const html = page(
      '办件统计_某县人民政府',
      `<div>当前位置：<a href="/">首页</a> &gt; <a href="/b/">办事服务</a></div><h2>办件统计</h2><table><tr><td>2026年10月</td><td>${count}</td></tr><tr><td>${month}</td><td>${count}</td></tr></table><p>更新时间：2026-06-05</p><div class="foot">主办单位：某县人民政府</div>`,
    )
    expect(readText(html).title).toBe('办件统计')
  })
})

describe('页脚', () => {
  it('页脚自己写了主办单位，正文里再说一次的（联系我们）是正文', () => {
    const html = (foot: string): string =>
      page(
        '联系我们_某县人民政府',
        `<div>当前位置：<a href="/">首页</a> &gt; <a href="/l/">联系我们</a></div><div class="main"><h2>联系我们</h2><p>主办单位：某县人民政府；承办单位：某县人民政府办公室；电话：0700-1234567；地址：某县人民路1号。</p></div>${foot}`,
      )
    const told = readText(
      html('<div class="foot"><p>主办：某县人民政府　电话：0700-1234567</p></div>'),
    )
    expect(told.text.excerpt).toContain('承办单位：某县人民政府办公室')
    expect(told.footer.sponsor).toMatchObject({ value: '某县人民政府' })
    const bare = readText(html(''))
    expect(bare.footer.sponsor).toMatchObject({ value: '某县人民政府' })
  })

  it('表格里的主办单位；空着的一格不取下一格的标签', () => {
    const foot = (cells: string): string =>
      page('通知', `<h1>通知</h1>${BODY}<div class="footer"><table>${cells}</table></div>`)
    const told = readText(
      foot(
        '<tr><td>主办：</td><td>某县人民政府</td></tr><tr><td>备案号：</td><td>冀ICP备05012345号</td></tr>',
      ),
    )
    expect(told.footer.sponsor).toMatchObject({ value: '某县人民政府', where: 'visible' })
    const blank = readText(
      foot(
        '<tr><td>主办：</td><td></td><td>承办：</td><td>某县信息中心</td></tr><tr><td>冀ICP备05012345号</td></tr>',
      ),
    )
    expect(blank.footer.sponsor).toBeNull()
  })
})
