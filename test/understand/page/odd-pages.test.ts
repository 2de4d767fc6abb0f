/**
 * Odd pages of every kind, one habit each, written for these tests: hidden tabs, pinned rows, lists beside an empty column,
 * labels in cells, errors in the site's own frame, texts without a day, and how sure their kinds are.
 */
import { describe, expect, it } from 'vitest'
import { type Page, subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const MENU = `<div class="nav">${Array.from({ length: 32 }, (_, i) => `<a href="/m${i}/">栏目${i}</a>`).join('')}</div>`
const trail = (...steps: readonly string[]) =>
  `<div class="position">您的位置：<a href="/">首页</a>${steps.map((step) => ` &gt; <a href="#">${step}</a>`).join('')}</div>`
const FOOT = '<div class="footer"><p>主办单位：临江县人民政府　示ICP备12345678号</p></div>'

function page(title: string, inside: string, url = 'http://www.example.gov.cn/lm/', meta = '') {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title>${meta}</head><body>${MENU}${inside}${FOOT}</body></html>`,
    { url },
  )
}
const rows = (count: number, year = 2026, of = '补助发放') =>
  Array.from(
    { length: count },
    (_, i) =>
      `<li><a href="/a/${year}${i}.html">关于做好第${i + 1}次${of}工作的通知</a><span>${year}-03-0${i + 1}</span></li>`,
  ).join('')
const titles = (read: Page) => subjectItems(read).map((item) => item.title)
const kind = ({ kind }: Page) => [kind.value, kind.sureness >= 0.9]

describe('lists', () => {
  it('the panels of hidden tabs are other columns’ lists', () => {
    const read = page(
      '县政府文件',
      `${trail('政策', '县政府文件')}<div class="tabs"><a>县政府文件</a><a>办公室文件</a></div>
      <div><ul class="pane">${rows(4)}</ul><ul class="pane" style="display:none">${rows(6, 2027, '值班')}</ul></div>`,
    )
    expect(titles(read)).toHaveLength(4)
    expect(kind(read)).toEqual(['listing', true])
  })

  it('pinned rows belong to the list, and their mark is no part of the title', () => {
    const row = (cls: string, mark: string, i: number) =>
      `<div class="${cls}"><a href="/a/${i}.html">${mark}关于第${i}号公告的说明</a><span>2026-03-0${i}</span></div>`
    const read = page(
      '公告公示',
      `${trail('公告公示')}<div class="box">${row('row top', '<b>[置顶]</b>', 1)}${row('row top', '【置顶】', 2)}${[3, 4, 5].map((i) => row('row', '', i)).join('')}</div>`,
    )
    expect(titles(read)).toHaveLength(5)
    expect(titles(read)[0]).toBe('关于第1号公告的说明')
    expect(titles(read)[1]).toBe('关于第2号公告的说明')
  })

  it('the box beside an empty column, under another column’s name, is not its list', () => {
    const read = page(
      '意见征集',
      `${trail('互动交流', '意见征集')}<div class="side"><h3>通知公告</h3><ul>${rows(5)}</ul></div><div class="r"><h2>意见征集</h2><p>暂无信息</p></div>`,
    )
    expect(titles(read)).toEqual([])
    expect(kind(read)).toEqual(['listing', true])
  })

  it('lists of a home page whose days have no year are its items too', () => {
    const read = page(
      '临江县人民政府',
      `<div><h3>要闻</h3><ul>${rows(5)}</ul></div><div><h3>乡镇</h3><ul>${rows(3).replaceAll('2026-', '').replaceAll('/a/', '/b/')}</ul></div>`,
      'http://www.example.gov.cn/',
    )
    expect(titles(read)).toHaveLength(8)
    expect(kind(read)).toEqual(['home', true])
  })

  it('boxes in the sidebar do not make a home page of a blog’s archive', () => {
    const read = page(
      '工作动态 | 某县林业局',
      `<h1>分类：工作动态</h1><div>${[1, 2, 3, 4].map((i) => `<article><h2><a href="/p/${i}">县林业局开展第${i}次专项检查</a></h2><time>2026年3月${i}日</time></article>`).join('')}</div>
      <aside><h3>通知公告</h3><ul>${rows(3)}</ul></aside>`,
      'http://www.example.gov.cn/category/gzdt',
    )
    expect(read.kind.value).toBe('listing')
    expect(titles(read)).toHaveLength(4)
    expect(read.title).toBe('工作动态')
  })

  it('a row of boxes with a hidden tooltip and two days: the head says which is which', () => {
    const read = page(
      '财政信息',
      `${trail('政府信息公开', '财政信息')}<div class="list"><div class="h"><b>财政信息</b><span>共有 3 条信息</span></div>
      <div class="row head"><span>索引号</span><span>信息名称</span><span>生成日期</span><span>发布日期</span></div>
      ${[1, 2, 3].map((i) => `<div class="row"><span>0151/2026-0${i}</span><span><a href="/o/${i}.html">第${i}批衔接资金安排公告</a><div style="display:none"><p>生成日期：2026-11-0${i}</p><p>发布日期：2026-11-1${i}</p></div></span><span>2026-11-0${i}</span><span>2026-11-1${i}</span></div>`).join('')}</div>`,
    )
    expect(subjectItems(read).map((item) => item.publishedOn?.value)).toEqual([
      '2026-11-11',
      '2026-11-12',
      '2026-11-13',
    ])
    expect([read.kind.value, read.publishedOn]).toEqual(['listing', null])
  })

  it('a grid of pictures, three entries to a table row', () => {
    const cell = (i: number) =>
      `<td><a href="/v/${i}.html"><img src="/v/${i}.jpg"></a><br><a href="/v/${i}.html">第${i}集皮影与泥塑</a><br><font>2026.10.1${i}</font></td>`
    const read = page(
      '视频中心',
      `${trail('视频中心')}<table><tr>${[1, 2, 3].map(cell).join('')}</tr><tr>${[4, 5, 6].map(cell).join('')}</tr></table>`,
    )
    expect(titles(read)).toHaveLength(6)
  })

  it('one list cut in blocks whose classes differ but for the first', () => {
    const read = page(
      '公告通知',
      `${trail('公告通知')}<div><ul class="list a">${rows(4)}</ul><ul class="list a b">${rows(4, 2025)}</ul></div>`,
    )
    expect(titles(read)).toHaveLength(8)
  })

  it('the year that heads a block is no part of the first entry’s day', () => {
    const block = (year: number) =>
      `<h3>${year}年</h3><ul>${[12, 11, 10].map((month) => `<li><em>${month}-05</em> <a href="/c/${year}${month}.html">关于某公司违法排放案的第${month}号处罚决定</a></li>`).join('')}</ul>`
    const read = page('行政处罚', `${trail('行政处罚')}<div>${block(2026)}${block(2025)}</div>`)
    expect(subjectItems(read).map((item) => item.publishedOn?.value)).toEqual([
      '2026-12-05',
      '2026-11-05',
      '2026-10-05',
      '2025-12-05',
      '2025-11-05',
      '2025-10-05',
    ])
  })

  it('boxes that a row of tabs names one by one are lists of their own', () => {
    const read = page(
      '新闻中心',
      `${trail('新闻中心')}<div><div class="hd"><a href="/x/">县内要闻</a><a href="/y/">部门动态</a></div><div class="bd"><ul class="list a">${rows(4)}</ul><ul class="list b">${rows(4, 2025)}</ul></div></div>`,
    )
    expect(read.lists.map((list) => [list.heading, list.items.length])).toEqual([
      ['县内要闻', 4],
      ['部门动态', 4],
    ])
  })

  it('a menu that shows the latest news in passing stays a menu', () => {
    const menu = `<div class="navbox">${Array.from({ length: 30 }, (_, i) => `<a href="/n${i}/">栏目${i}</a>`).join('')}<ul>${rows(3, 2027)}</ul></div>`
    const read = page('工作动态', `${menu}${trail('工作动态')}<div><ul>${rows(3)}</ul></div>`)
    expect(subjectItems(read).map((item) => item.publishedOn?.value.slice(0, 4))).toEqual([
      '2026',
      '2026',
      '2026',
    ])
  })

  it('a box with dated entries is no menu, whatever its class is called; a source printed with an entry is the entry’s', () => {
    const entry = (i: number) =>
      `<ul class="xxgk_navli"><li>2026-11-0${i}</li><li><a href="/o/${i}.html">第${i}座水库除险加固项目招标公告</a></li><li><p>信息来源：县发改委</p></li></ul>`
    const read = page(
      '重大项目',
      `${trail('政府信息公开', '重大项目')}<div class="xxgk_navli_wrap">${[1, 2, 3, 4].map(entry).join('')}</div>`,
    )
    expect(titles(read)).toHaveLength(4)
    expect(read.source).toBeNull()
  })

  it('a leading entry in a box of its own is the first of the list', () => {
    const read = page(
      '头条新闻',
      `${trail('头条新闻')}<div><div class="lead"><a href="/a/0.html"><img src="/0.jpg"></a><div><h3><a href="/a/0.html">全省现场会在我县召开</a></h3><p>2026-11-20</p></div></div><ul>${rows(4)}</ul></div>`,
    )
    expect(titles(read)).toHaveLength(5)
    expect(titles(read)[0]).toBe('全省现场会在我县召开')
  })

  it('a trail that ends open does not swallow the list below it', () => {
    const read = page(
      '乡务公示 - 某乡',
      `<div class="col-left"><div class="crumbs"><a href="/">首页</a> &gt; <a href="#">信息公开</a> &gt; </div><h4>乡务公示</h4><ul>${rows(6)}</ul></div>`,
    )
    expect(titles(read)).toHaveLength(6)
    expect(read.trail).toEqual(['首页', '信息公开', '乡务公示'])
  })

  it('a trail whose separators are left to the style sheet', () => {
    const read = page(
      '县政府文件',
      `<ol class="breadcrumb"><li><a href="/">首页</a></li><li><a href="/zc/">政策</a></li><li class="active">县政府文件</li></ol><ul>${rows(3)}</ul>`,
    )
    expect(read.trail).toEqual(['首页', '政策', '县政府文件'])
  })

  it('首页之后的各级没有链接，只用连字符隔开', () => {
    const trailOf = (steps: string) =>
      readText(
        `<title>通知</title><div>您所在的位置：<a href="/">首页</a>-${steps}</div><h3>通知</h3><p>${'正文内容如下。'.repeat(20)}</p>`,
      ).trail
    expect(trailOf('政务公开-通知公告-通知')).toEqual(['首页', '政务公开', '通知公告', '通知'])
    expect(trailOf('COVID-19防控')).toEqual(['首页', 'COVID-19防控'])
  })
})

describe('kinds of pages that print no day', () => {
  it.each([
    [
      'a guide with a title of its own',
      '最低生活保障对象认定 - 某街道',
      `${trail('办事服务', '办事指南')}<h2>最低生活保障对象认定</h2>${P.repeat(5)}`,
      ['article', true],
    ],
    [
      'a column whose page is a text',
      '主要职责 - 某局',
      `${trail('机构概况', '主要职责')}<h2>主要职责</h2>${P.repeat(5)}`,
      ['other', true],
    ],
    [
      'a few entries under another name below a text',
      '李某某 - 某县',
      `${trail('领导之窗', '县长')}<div><h2>李某某</h2>${P.repeat(5)}<h3>领导活动</h3><ul>${rows(3)}</ul></div>`,
      ['article', false],
    ],
    [
      'an error in the site’s own frame',
      '页面未找到-某局',
      '<div class="err"><h2>抱歉，您访问的页面不存在</h2><p>5秒后自动返回 <a href="/">网站首页</a></p></div>',
      ['error', true],
    ],
    [
      'an empty list with its paging',
      '审计信息_某市',
      `${trail('政府信息公开', '审计信息')}<h2>审计信息</h2><ul></ul><div>共0条 <a>首页</a> <a>下一页</a></div>`,
      ['listing', true],
    ],
    [
      'under construction',
      '数据开放|某局',
      `${trail('数据开放')}<p>栏目正在建设中，敬请期待……</p>`,
      ['listing', true],
    ],
    [
      'titles of laws without days',
      '法律法规 - 某局',
      `${trail('政务公开', '法律法规')}<ul>${Array.from({ length: 6 }, (_, i) => `<li><a href="/f/${i}.html">中华人民共和国第${i}号监督管理条例</a></li>`).join('')}</ul>`,
      ['listing', true],
    ],
    [
      'short names without days are the column’s where trail and <title> agree',
      '法律法规 - 某局',
      `${trail('政务公开', '法律法规')}<ul>${Array.from({ length: 6 }, (_, i) => `<li><a href="/f/${i}.html">第${i}类监督管理法规</a></li>`).join('')}</ul>`,
      ['listing', true],
    ],
    [
      'short names without days may be a menu where they do not',
      '某局',
      `${trail('政务公开', '法律法规')}<ul>${Array.from({ length: 6 }, (_, i) => `<li><a href="/f/${i}.html">第${i}类监督管理法规</a></li>`).join('')}</ul>`,
      ['listing', false],
    ],
    [
      'cards of the column’s own',
      '领导信息 - 某局',
      `${trail('机构概况', '领导信息')}<h2>领导信息</h2>${Array.from({ length: 5 }, (_, i) => `<div class="card"><a href="/l/${i}.html"><b>李某${i}</b></a></div>`).join('')}`,
      ['directory', true],
    ],
    [
      'a form to write in',
      '县长信箱 - 某县',
      `${trail('互动交流', '县长信箱')}<form><input name="name"><input name="tel"><input name="mail"><input name="title"><textarea name="body"></textarea></form>`,
      ['form', true],
    ],
  ] as const)('%s', (_name, title, inside, expected) => {
    expect(kind(page(title, inside))).toEqual(expected)
  })

  it('a page that asks whether to leave the site', () => {
    const read = readText(
      '<html><head><title>正在跳转</title></head><body><p>您访问的链接即将离开“某局”网站，是否继续？</p><a href="http://a.example.com/">继续</a></body></html>',
    )
    expect(kind(read)).toEqual(['other', true])
  })

  it('an answer that finds nothing is no empty column', () => {
    const read = page(
      '关于补贴的咨询',
      `${trail('互动交流', '来信选登')}<h2>关于补贴的咨询</h2><p>您好，经查询，暂无相关信息，请留意后续公告。</p>`,
    )
    expect(read.kind.because).not.toContain('没有内容')
  })

  it.each([
    '“/”应用程序中的服务器错误。',
    'HTTP Status 500 - Internal Server Error',
    'java.lang.NullPointerException',
  ])('a server’s own error: %s', (words) => {
    const html = `<html><head><title>出错</title></head><body><h1>${words}</h1><pre>${'at com.example.Page.load(Page.java:12)\n'.repeat(40)}</pre></body></html>`
    expect(kind(readText(html))).toEqual(['error', true])
  })

  it.each([
    ['对不起，该信息已被管理员删除！', 'error'],
    ['该稿件已撤稿', 'error'],
    ['该文章未审核通过，暂时无法浏览。', 'error'],
    ['该信息未审核的项目，由县发改局另行公布。', 'article'],
    ['抱歉，您查看的文章不存在', 'error'],
    ['该信息已被管理员删除的，可向县政务公开办查询原文。', 'article'],
    ['本信息已被国务院办公厅转发。', 'article'],
  ])('an article of which its title and tags are left: %s', (words, kind) => {
    const read = readText(
      `<html><head><title>造林现场会召开</title><meta name="ArticleTitle" content="造林现场会召开"><meta name="PubDate" content="2026-10-13 08:00"></head><body><div class="nav"><a href="/">首页</a></div>${trail('要闻')}<h1>造林现场会召开</h1><div class="info">发布日期：2026年10月13日 08:00</div><div class="article_con" id="zoom"><p>${words}</p></div></body></html>`,
    )
    expect(read.kind.value).toBe(kind)
  })

  it('an article that tells of missing pages is no error', () => {
    const read = page(
      '关于网站改版的公告',
      `${trail('通知公告')}<h1>关于网站改版的公告</h1><div>发布时间：2026-03-02</div><p>抱歉，您访问的页面不存在时，请从首页进入新栏目查找。</p>`,
    )
    expect(read.kind.value).toBe('article')
  })
})

describe('days, titles and footers', () => {
  it('label and day written by one script above the text', () => {
    const written = (code: string) =>
      page(
        '空气质量通报',
        `${trail('环境质量')}<h1>空气质量通报</h1><div><script>${code}</script></div>${P.repeat(4)}`,
      ).publishedOn
    expect(
      written(
        "var t='2026-07-14 09:30:00';document.write('<span>发布时间：'+t.substring(0,10)+'</span>')",
      ),
    ).toMatchObject({ value: '2026-07-14', sureness: 0.92 })
    expect(written("var t='2026-07-14';document.write('<span>'+t+'</span>')")).toBeNull()
  })

  it('a day at the end of the trail’s line, right above the title; nowhere else', () => {
    const at = (end: string, between = '') =>
      page(
        '稻花鱼抢鲜上市_某镇',
        `<div class="place">当前位置：<a href="/">主页</a>&gt;<a href="/dt/">镇务动态</a>&gt; 正文 ${end}</div>${between}<h2>稻花鱼抢鲜上市</h2>${P.repeat(4)}`,
      ).publishedOn?.value ?? null
    expect(at('2025-8-3')).toBe('2025-08-03')
    expect(at('2025年8月3日')).toBeNull()
    expect(at('2025-8-3', `<p>${'搜索热词与站内公告'.repeat(4)}</p>`)).toBeNull()
  })

  it('the tag of a page whose tags name another page’s title is not its source', () => {
    const tags = (title: string) =>
      `<meta name="ArticleTitle" content="${title}"><meta name="ContentSource" content="市生态环境局">`
    const source = (title: string) =>
      page(
        '关于开展房屋安全排查的通知',
        `${trail('通知')}<h1>关于开展房屋安全排查的通知</h1>${P.repeat(4)}`,
        undefined,
        tags(title),
      ).source
    expect(source('关于开展房屋安全排查的通知')).toBe('市生态环境局')
    expect(source('全市空气质量状况通报')).toBeNull()
  })

  it('what stands behind the source is not part of it', () => {
    const read = page(
      '守井人',
      `${trail('视频')}<h1>戈壁滩上的守井人</h1><p>2026-08-21　来源：市融媒体中心　时长 04:37</p>${P}`,
    )
    expect(read.source).toBe('市融媒体中心')
  })

  it('a bare day and buttons below a title that <title> does not give', () => {
    const read = page(
      '柳林镇人民政府',
      `<p>【 首页 → 政务公开 → 通知 】</p><table><tr><td>关于开展春季动物防疫工作的通知</td></tr><tr><td>[2009-04-08] 〖 关闭窗口 〗</td></tr></table>${P.repeat(3)}<p>二○○九年四月七日</p>`,
      'http://www.example.gov.cn/news/n1.htm',
    )
    expect([read.title, read.publishedOn?.value]).toEqual([
      '关于开展春季动物防疫工作的通知',
      '2009-04-08',
    ])
  })

  it('only a blank parts the site’s name from the page’s', () => {
    const read = page(
      '某市农业农村局 主要职责',
      `${trail('机构概况', '主要职责')}${P.repeat(4)}`,
      undefined,
      '<meta name="SiteName" content="某市农业农村局">',
    )
    expect(read.title).toBe('主要职责')
  })

  it('the home page of a name and a motto', () => {
    const read = page(
      '某县林业局 – 绿水青山就是金山银山',
      `<ul>${rows(3)}</ul>`,
      'http://a.gov.cn/',
    )
    expect(read.title).toBe('某县林业局')
  })

  it('labels in cells of their own, and 主办单位名称', () => {
    const foot = (inside: string) =>
      readText(
        `<html><head><title>某局</title></head><body>${MENU}${P.repeat(9)}<footer>${inside}</footer></body></html>`,
      ).footer
    const cells = foot(
      '<dl><dt>主办</dt><dd>国家水土保持总局办公厅</dd><dt>承办</dt><dd>总局信息中心</dd><dt>备案</dt><dd>京ICP备06041177号-1</dd><dt>标识码</dt><dd>bm41000003</dd></dl>',
    )
    expect([cells.sponsor?.value, cells.operator?.value, cells.siteCode?.value]).toEqual([
      '国家水土保持总局办公厅',
      '总局信息中心',
      'bm41000003',
    ])
    const named = foot('<p>主办单位名称：<b>某市应急管理局</b></p><p>赣ICP备19006113号-1</p>')
    expect(named.sponsor?.value).toBe('某市应急管理局')
  })
})

it('a menu below the trail whose rows begin with the same mark is no part of the trail', () => {
  const body = (menu: string) =>
    readText(
      `<html><head><title>公开指南</title></head><body><table><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/gk/">政府信息公开</a> &gt;&gt; <a href="/zn/">公开指南</a></td></tr>
      <tr><td><table>${menu}</table></td><td><p>${'为方便公众获取政府信息，编制本指南。'.repeat(6)}</p></td></tr></table></body></html>`,
      { url: 'http://www.example.gov.cn/zn/' },
    ).trail
  const row = (name: string) => `<tr><td>&gt;&nbsp;<a href="/${name}/">${name}</a></td></tr>`
  expect(body(row('法定主动公开内容') + row('公开指南') + row('公开年报'))).toEqual([
    '首页',
    '政府信息公开',
    '公开指南',
  ])
  // A last step on a line of its own goes on.
  expect(body(row('正文'))).toEqual(['首页', '政府信息公开', '公开指南', '正文'])
})

describe('a table near the foot', () => {
  it('承办单位 at the head of a column is none of the foot below it', () => {
    const read = page(
      '重大行政决策事项目录',
      `${trail('决策')}<h1>重大行政决策事项目录</h1><div class="content"><table><tr><th>决策事项</th><th>承办单位</th>
      <th>完成时间</th></tr><tr><td>供水管理办法</td><td>县水利局</td><td>2026年5月</td></tr></table></div>`,
    )
    expect(read.text.excerpt).toContain('供水管理办法')
    expect(read.footer.sponsor?.value).toBe('临江县人民政府')
  })

  it('nor of one that no element is named for; cells of two a row are that foot', () => {
    const rows = (body: string) =>
      readText(
        `<html><head><title>目录</title></head><body><table><tr><td>${trail('决策')}</td></tr></table><h1>重大行政决策事项目录</h1>
        <table border="1"><tr><th>序号</th><th>事项</th><th>承办单位</th><th>时间</th></tr>
        <tr><td>1</td><td>供水管理办法</td><td>县水利局</td><td>5月</td></tr></table>${body}</body></html>`,
        { url: 'http://www.example.gov.cn/a/1.htm' },
      )
    const line = rows(
      '<table><tr><td>主办：临江县人民政府　网站标识码：4290060012</td></tr></table>',
    )
    expect(line.text.excerpt).toContain('供水管理办法')
    expect(line.footer.sponsor?.value).toBe('临江县人民政府')
    const cells = rows(
      '<table><tr><td>主办单位</td><td>临江县人民政府</td></tr><tr><td>网站标识码</td><td>4290060012</td></tr></table>',
    )
    expect(cells.text.excerpt).toContain('供水管理办法')
    expect(cells.text.excerpt).not.toContain('4290060012')
  })

  it('联系我们 with nothing but 主办单位, 地址, 电话 is no foot; a blank column above the same line is', () => {
    const lines = '<p>主办单位：临江县人民政府办公室</p><p>地址：临江县东湖路6号</p>'
    const foot = '<div class="footer"><p>承办单位：县数据局</p><p>网站标识码：4290060012</p></div>'
    const of = (name: string) =>
      readText(
        `<html><head><title>${name}</title></head><body><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/a/">${name}</a></div><h2>${name}</h2>${lines}${foot}</body></html>`,
        { url: 'http://www.example.gov.cn/a/' },
      )
    expect(of('联系我们').text.excerpt).toContain('东湖路6号')
    expect(of('联系我们').footer.sponsor).toBeNull()
    expect(of('通知公告').text.excerpt).not.toContain('东湖路6号')
    expect(of('通知公告').footer.sponsor?.value).toBe('临江县人民政府办公室')
  })
})
