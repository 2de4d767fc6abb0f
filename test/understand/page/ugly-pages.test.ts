/**
 * Small ugly pages, each with one trap that portals really set: what a careful reader would say of date, title, source
 * and list. Written for these tests; none is copied from a portal.
 */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { type Given, readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const BODY = P.repeat(3)
const TITLE = '关于开展全县城镇燃气安全专项检查的通知'

/** A page whose `<title>` is the site's name alone, so that the print must speak. */
const bare = (inside: string, head = ''): string =>
  `<html><head><meta charset="utf-8"><title>临江县人民政府</title>${head}</head><body>${inside}</body></html>`
const CRUMB =
  '<div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>'
const article = (info: string, body = BODY, head = '', title = TITLE): string =>
  `<html><head><meta charset="utf-8"><title>${title}_临江县人民政府</title>${head}</head><body>${CRUMB}<h2>${title}</h2>${info}<div class="content">${body}</div></body></html>`

const dayOf = (html: string, given: Given = {}) => readText(html, given).publishedOn?.value ?? null

describe('发布日期', () => {
  it.each([
    ['全角冒号和全角空格', '<p>发布时间：　2023年12月05日　15:04</p>', '2023-12-05'],
    [
      '标签和日期分在两个单元格',
      '<table><tr><td>发布时间</td><td>2023-12-05</td></tr></table>',
      '2023-12-05',
    ],
    ['dt、dd', '<dl><dt>发布日期：</dt><dd>2023-12-05</dd></dl>', '2023-12-05'],
    ['标签里带空格实体', '<p>发&nbsp;布&nbsp;日&nbsp;期：2023-12-05</p>', '2023-12-05'],
    [
      '信息来源在前',
      '<p>信息来源：县住建局　时间：2023/12/05 09:10:11　点击数：<span>33</span></p>',
      '2023-12-05',
    ],
    ['方括号', '<p>[发布时间：2023-12-05] [来源：县住建局] [字号：大 中 小]</p>', '2023-12-05'],
    [
      '日期分三段标签',
      '<p>发布时间：<span>2023</span>-<span>12</span>-<span>05</span></p>',
      '2023-12-05',
    ],
    ['年月日分开写', '<p>发布时间：2023 年 12 月 5 日</p>', '2023-12-05'],
    ['斜杠不补零', '<p>日期：2023/1/5 来源：县住建局</p>', '2023-01-05'],
    ['时间在来源后面紧贴', '<p>来源：县住建局发布时间：2023-12-05浏览：12次</p>', '2023-12-05'],
    ['更新时间只此一个', '<p>更新时间：2023-12-05　来源：县住建局</p>', '2023-12-05'],
    [
      '脚本写的日期',
      "<p>发布时间：<script>document.write('2023-12-05 10:00:00'.substring(0,10));</script></p>",
      '2023-12-05',
    ],
  ])('%s', (_name, info, day) => {
    expect(dayOf(article(info))).toBe(day)
  })

  it.each([
    [
      '成文、发布、印发、实施都印了',
      '<table><tr><td>成文日期</td><td>2023-11-20</td><td>发布日期</td><td>2023-12-05</td></tr><tr><td>实施日期</td><td>2024-01-01</td><td>印发日期</td><td>2023-11-28</td></tr></table>',
      '2023-12-05',
    ],
    ['生成日期与发布日期', '<p>生成日期：2023-11-30　发布日期：2023-12-05</p>', '2023-12-05'],
    [
      '访问日的时钟与发布时间',
      '<div>今天是：2024年3月20日 星期三</div><p>发布时间：2023-12-05</p>',
      '2023-12-05',
    ],
    [
      '会议日期在标题下',
      '<p>（2023年11月30日县政府第12次常务会议通过）</p><p>发布时间：2023-12-05</p>',
      '2023-12-05',
    ],
    ['页面上只有会议日期', '<p>（2023年11月30日县政府第12次常务会议通过）</p>', null],
    ['只有截止日期', '<p>报名截止日期：2023-12-05</p>', null],
    ['只有公示期', '<p>公示期：2023-12-05至2023-12-11</p>', null],
    ['只有有效期', '<p>有效期至：2028-12-04</p>', null],
    ['只有实施日期', '<p>实施日期：2024-01-01</p>', null],
    ['只有印发日期', '<p>印发日期：2023-12-05</p>', null],
    ['只有开标时间', '<p>开标时间：2023-12-05 09:30</p>', null],
    ['只有访问日的时钟', '<div>现在时间：2024-03-20 10:10:10</div>', null],
    ['只有签发日期', '<p>签发日期：2023-12-05</p>', null],
  ])('别的日期：%s', (_name, info, day) => {
    expect(dayOf(article(info))).toBe(day)
  })

  it('只有地址里有日期：不算', () => {
    const url = 'http://www.example.gov.cn/tzgg/202312/t20231205_12.html'
    expect(dayOf(article(''), { url })).toBeNull()
  })

  it('标签为空、日期由外部脚本写出：取地址里的，把握不大', () => {
    const url = 'http://www.example.gov.cn/tzgg/202312/t20231205_12.html'
    const page = readText(article('<p>发布时间：<span id="d"></span> 浏览：<b></b></p>'), { url })
    expect(page.publishedOn?.value).toBe('2023-12-05')
    expect(page.publishedOn?.sureness).toBeLessThan(0.8)
  })

  it('PubDate 是生成时间、页面没有印日期：没有', () => {
    const head =
      '<meta name="ArticleTitle" content="关于开展全县城镇燃气安全专项检查的通知"><meta name="PubDate" content="2024-03-19 23:01"><meta name="Maketime" content="2024-03-19 23:01:12">'
    expect(dayOf(article('', BODY, head))).toBeNull()
  })

  it('落款和抄送里的日期不算', () => {
    const end =
      '<p style="text-align:right">临江县住房和城乡建设局</p><p style="text-align:right">2023年12月5日</p><p>临江县住建局办公室　2023年12月5日印发</p>'
    expect(dayOf(article('', BODY + end))).toBeNull()
  })

  it('上一篇、下一篇带着日期', () => {
    const ends =
      '<p>上一篇：<a href="/a.html">关于停水的通知</a> 2023-12-04</p><p>下一篇：<a href="/b.html">关于供暖的通知</a> 2023-12-06</p>'
    expect(dayOf(`${article('', BODY)}${ends}`)).toBeNull()
  })
})

describe('标题', () => {
  it.each([
    [
      '标题中间换行',
      bare(
        `${CRUMB}<h1>关于开展全县城镇燃气<br>安全专项检查的通知</h1><p>发布时间：2023-12-05</p><div>${BODY}</div>`,
      ),
      TITLE,
    ],
    [
      'h1 是站名，标题在 div 里',
      bare(
        `<h1>临江县人民政府</h1>${CRUMB}<div class="bt">${TITLE}</div><p>发布时间：2023-12-05 来源：县住建局</p><div>${BODY}</div>`,
      ),
      TITLE,
    ],
    [
      'h1 空着',
      bare(
        `<h1></h1>${CRUMB}<div style="font-size:24px">${TITLE}</div><p>发布时间：2023-12-05</p><div>${BODY}</div>`,
      ),
      TITLE,
    ],
    [
      '网页标题截断，页面上完整',
      `<html><head><title>关于开展全县城镇燃气安全专...</title></head><body>${CRUMB}<h1>${TITLE}</h1><p>发布时间：2023-12-05</p><div>${BODY}</div></body></html>`,
      TITLE,
    ],
    [
      '标签截断，页面上完整',
      article(
        '<p>发布时间：2023-12-05</p>',
        BODY,
        '<meta name="ArticleTitle" content="关于开展全县城镇燃气…">',
      ),
      TITLE,
    ],
    [
      '标题里有全角空格和实体',
      bare(
        `${CRUMB}<h2>临江县人民政府办公室&nbsp;关于做好防汛工作的通知</h2><p>发布时间：2023-12-05</p><div>${BODY}</div>`,
      ),
      '临江县人民政府办公室 关于做好防汛工作的通知',
    ],
    [
      '标题带书名号和括号',
      bare(
        `${CRUMB}<h2>《临江县养犬管理办法（试行）》政策解读</h2><p>来源：县司法局</p><div>${BODY}</div>`,
      ),
      '《临江县养犬管理办法（试行）》政策解读',
    ],
    [
      '网页标题先写站名',
      `<html><head><title>临江县人民政府-通知公告-${TITLE}</title></head><body>${CRUMB}<div>${TITLE}</div><p>发布时间：2023-12-05</p><div>${BODY}</div></body></html>`,
      TITLE,
    ],
    [
      '副标题一行',
      bare(
        `${CRUMB}<h1>凝心聚力谋发展</h1><h2>——全县经济工作会议侧记</h2><p>发布时间：2023-12-05</p><div>${BODY}</div>`,
      ),
      '凝心聚力谋发展',
    ],
  ])('%s', (_name, html, title) => {
    expect(readText(html).title?.replace(/\s+/g, ' ')).toBe(title)
  })
})

describe('来源', () => {
  it.each([
    ['来源：县住建局　作者：张明　浏览次数：12', '县住建局'],
    ['信息来源：县住建局 字号：大 中 小', '县住建局'],
    ['文章来源：县融媒体中心 | 发布时间：2023-12-05', '县融媒体中心'],
    ['来 源 ： 县住建局 打印本页', '县住建局'],
    ['【来源：县住建局】【字体：大 中 小】', '县住建局'],
    ['来源：<span>县住建局</span><span>发布时间：2023-12-05</span>', '县住建局'],
    ['<span>来源：</span><a href="/zjj/">县住建局</a>', '县住建局'],
    ['稿件来源：县住建局2023-12-05', '县住建局'],
    ['发布单位：县住建局　发布时间：2023-12-05', '县住建局'],
    ['供稿单位：县住建局 责任编辑：李华', '县住建局'],
    ['来源：县住建局、县应急管理局　阅读：3', '县住建局、县应急管理局'],
    ['来源：《临江日报》 编辑：李华', '《临江日报》'],
    ['来源：　作者：　浏览次数：12', null],
    ['来源：本站原创　浏览次数：12', '本站原创'],
    ['来源：　　评论：<a href="#c">0</a> 点击：12', null],
    ['<span>来源：</span></p><p>发文机构：县政府网站', null],
    [
      "<script>var ly='县融媒体中心';if(ly!=''){document.write('<span>来源：'+ly+'</span>')}</script>",
      '县融媒体中心',
    ],
    ['来源：<span>县融媒体中心</span>　更新时间：2023-12-05 10:33', '县融媒体中心'],
    ['发布时间：2023-12-05', null],
  ] as const)('%s', (info, source) => {
    expect(readText(article(`<p>${info}</p>`)).source).toBe(source)
  })

  it('文末单独一行的来源算', () => {
    const body = `${P.repeat(3)}<p style="text-align:right">（信息来源：县水务局）</p>`
    expect(readText(article('<p>发布时间：2023-12-05</p>', body)).source).toBe('县水务局')
    expect(readText(article('<p>来源：县融媒体中心</p>', body)).source).toBe('县融媒体中心')
  })

  it('正文里的“来源：”和文末的图片来源不算', () => {
    const body = `${P}<p>资金来源：县级财政。</p>${P}<p>数据来源：县统计局</p><p>图片来源：县摄影协会</p>`
    expect(readText(article('<p>发布时间：2023-12-05</p>', body)).source).toBeNull()
  })
})

const FOOT = '<p>示ICP备12345678号　示公网安备 99123402000001号</p>'
describe('底部', () => {
  const foot = (inside: string) =>
    readText(
      article('<p>发布时间：2023-12-05</p>', BODY.repeat(3)).replace(
        '</body>',
        `<div class="footer">${inside}</div></body>`,
      ),
    ).footer

  it.each([
    ['政府网站标识码：9912340007', '9912340007'],
    ['网站标识码 9912340007', '9912340007'],
    ['网站标识码：<b>bm19000001</b>', 'bm19000001'],
    ['网站标识码：BM19000001', 'bm19000001'],
    ['标识码：（9912340007）', '9912340007'],
    ['联系电话：0700-1234567', undefined],
  ])('标识码：%s', (inside, code) => {
    expect(foot(`<p>${inside}</p>${FOOT}`).siteCode?.value).toBe(code)
  })

  it.each([
    ['示例：京公网安备 11010202000001号', '京公网安备11010202000001号'],
    ['<img src="ga.png">京公网安备11010202000001号', '京公网安备11010202000001号'],
    ['公安机关备案号：11010202000001', '公安机关备案号：11010202000001'],
    ['公安备案11010202000001号', '公安备案11010202000001号'],
    ['公安备案号：京公网安备&nbsp;11010202000001 号', '京公网安备11010202000001号'],
    [
      '<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010202000001"><img src="ga.png"></a>',
      '11010202000001',
    ],
  ])('公安备案：%s', (inside, number) => {
    expect(foot(`<p>${inside}</p><p>京ICP备05000001号-1</p>`).policeFilingNumber?.value).toBe(
      number,
    )
  })

  it('标识码写在图片的替代文字里：算属性里的', () => {
    const { siteCode } = foot(`<img src="code.png" alt="网站标识码：9912340007">${FOOT}`)
    expect(siteCode).toMatchObject({ value: '9912340007', where: 'markup' })
  })

  it('脚本写出的底部', () => {
    const { sponsor, siteCode } = foot(
      `<script>document.write("<span>主办：临江县人民政府办公室</span>&nbsp;<span>网站标识码：9912340007</span>")</script>`,
    )
    expect(sponsor).toMatchObject({ value: '临江县人民政府办公室', where: 'markup' })
    expect(siteCode?.where).toBe('markup')
  })

  it('承办在另一个单元格', () => {
    const { sponsor, operator } = foot(
      `<table><tr><td>主办：临江县人民政府</td><td>承办：临江县大数据中心</td></tr></table>${FOOT}`,
    )
    expect([sponsor?.value, operator?.value]).toEqual(['临江县人民政府', '临江县大数据中心'])
  })
})

describe('列表', () => {
  const items = (html: string, given: Given = {}) =>
    subjectItems(readText(html, given)).map((item) => [item.title, item.publishedOn?.value ?? null])
  const trail = '<div class="position">当前位置：首页 &gt; 工作动态</div>'
  const listing = (inside: string) =>
    `<html><head><meta charset="utf-8"><title>工作动态_临江县人民政府</title></head><body>${trail}<div class="list">${inside}</div></body></html>`
  const names = [
    '全县河道清淤工作推进会召开',
    '住建局开展燃气安全宣传活动',
    '城区供水管网改造工程开工',
    '县领导调研老旧小区改造',
  ]

  it('日、年月分两块，日期在标题前', () => {
    const rows = names.map(
      (name, n) =>
        `<li><div class="date"><b>0${n + 1}</b><i>2023-12</i></div><a href="/d/${n}.html">${name}</a><p>近日，有关单位负责人到现场检查指导，提出具体要求。</p></li>`,
    )
    expect(items(listing(`<ul>${rows.join('')}</ul>`))).toEqual(
      names.map((name, n) => [name, `2023-12-0${n + 1}`]),
    )
  })

  it('年份省略、跨过新年：从地址里的年份补', () => {
    const rows = [
      ['01-03', '202401/t20240103_1.html'],
      ['12-28', '202312/t20231228_2.html'],
      ['12-05', '202312/t20231205_3.html'],
    ].map(([day, href], n) => `<li><span>[${day}]</span><a href="/dt/${href}">${names[n]}</a></li>`)
    expect(items(listing(`<ul>${rows.join('')}</ul>`)).map(([, day]) => day)).toEqual([
      '2024-01-03',
      '2023-12-28',
      '2023-12-05',
    ])
  })

  it('年份省略又没有别处可补：不猜', () => {
    const rows = names.map(
      (name, n) => `<li><a href="/dt/${n}.html">${name}</a><span>12-0${n + 1}</span></li>`,
    )
    expect(items(listing(`<ul>${rows.join('')}</ul>`)).every(([, day]) => day === null)).toBe(true)
  })

  it('置顶的旧条目和由旧到新的次序，照印的读', () => {
    const days = ['2021-05-06', '2023-12-01', '2023-12-02', '2023-12-03']
    const rows = names.map(
      (name, n) =>
        `<li>${n === 0 ? '<em>[置顶]</em>' : ''}<a href="/dt/${n}.html">${name}</a><span>${days[n]}</span></li>`,
    )
    expect(items(listing(`<ul>${rows.join('')}</ul>`))).toEqual(
      names.map((name, n) => [name, days[n]]),
    )
  })

  it('侧栏的热点推荐比正文列表还长', () => {
    const own = names
      .slice(0, 2)
      .map(
        (name, n) => `<li><a href="/dt/${n}.html">${name}</a><span>2023-12-0${n + 1}</span></li>`,
      )
    const side = Array.from(
      { length: 8 },
      (_, n) =>
        `<li><a href="/rd/${n}.html">全省重点工作推进情况通报第${n}期</a><span>2023-11-1${n}</span></li>`,
    )
    const html = listing(
      `<ul>${own.join('')}</ul></div><div class="right"><h3>热点推荐</h3><ul>${side.join('')}</ul>`,
    )
    expect(items(html)).toEqual(names.slice(0, 2).map((name, n) => [name, `2023-12-0${n + 1}`]))
  })

  it('表格列表：序号、名称、文号、日期各一列', () => {
    const rows = names.map(
      (name, n) =>
        `<tr><td>${n + 1}</td><td><a href="/wj/${n}.html">${name}</a></td><td>临政发〔2023〕${n + 1}号</td><td>2023-11-0${n + 1}</td></tr>`,
    )
    const html = listing(
      `<table><tr><th>序号</th><th>名称</th><th>文号</th><th>发布日期</th></tr>${rows.join('')}</table>`,
    )
    expect(items(html)).toEqual(names.map((name, n) => [name, `2023-11-0${n + 1}`]))
  })

  it('链接文字截断，title 里是全名', () => {
    const rows = names.map(
      (name, n) =>
        `<li><a href="/dt/${n}.html" title="${name}">${name.slice(0, 6)}...</a><span>2023-12-0${n + 1}</span></li>`,
    )
    expect(items(listing(`<ul>${rows.join('')}</ul>`)).map(([name]) => name)).toEqual(names)
  })

  it('onclick 里的地址', () => {
    const rows = names.map(
      (name, n) =>
        `<li><a href="javascript:void(0)" onclick="window.open('/dt/${n}.html')">${name}</a><span>2023-12-0${n + 1}</span></li>`,
    )
    expect(
      subjectItems(readText(listing(`<ul>${rows.join('')}</ul>`))).map((item) => item.url),
    ).toEqual(names.map((_, n) => `http://www.example.gov.cn/dt/${n}.html`))
  })

  it('标题里带着年份和月日，日期印在后面', () => {
    const rows = [1, 2, 3].map(
      (n) =>
        `<li><a href="/yb/${n}.html">临江县2023年${n}月份财政收支情况</a><span>2023-0${n + 1}-10</span></li>`,
    )
    expect(items(listing(`<ul>${rows.join('')}</ul>`)).map(([, day]) => day)).toEqual([
      '2023-02-10',
      '2023-03-10',
      '2023-04-10',
    ])
  })
})

describe('落款、生成时间与页脚', () => {
  it('正文很短的公告，落款日期不是发布日期', () => {
    const body =
      '<p>一、报名时间：2023年6月10日至15日。</p><p>二、笔试时间另行通知。</p><p>临江县教育局</p><p>2023年6月1日</p>'
    expect(dayOf(article('', body))).toBeNull()
    expect(dayOf(article('<p>2023-06-02</p>', body))).toBe('2023-06-02')
  })

  it('PubDate 标签与页面印出的生成时间是同一天，不当作发布日期，并说明', () => {
    const html = article(
      '',
      `${BODY}<p>页面生成时间：2026-11-27 11:30:15</p>`,
      '<meta name="PubDate" content="2026-11-27 11:30:15">',
    )
    const page = readText(html)
    expect(page.publishedOn).toBeNull()
    expect(page.dateConflicts?.map((one) => one.because).join()).toContain('网页生成时间')
  })

  it('页脚：主办承办在名称之后、全角备案号、图片里的标识码', () => {
    const foot = (words: string): string =>
      `${article('<p>发布时间：2023-12-05</p>')}<div class="footer">${words}</div>`
    const after = readText(
      foot('Copyright 2005-2021 临江县水利局 主办、临江县信息中心 承办 湘ICP备０５００１２３４号'),
    )
    expect(after.sponsorPhrase?.value).toBe('临江县水利局')
    expect(after.footer.operator?.value).toBe('临江县信息中心')
    expect(after.footer.icpNumber?.value).toBe('湘ICP备05001234号')
    const pictured = readText(
      foot('版权所有 网站标识码：<img src="/i/code.png" alt="4306030001"> 湘ICP备05001234号'),
    )
    expect(pictured.footer.siteCode).toMatchObject({ value: '4306030001', where: 'markup' })
    const other = readText(
      foot('版权所有 电话：<img src="/i/tel.png" alt="0730888888"> 湘ICP备05001234号'),
    )
    expect(other.footer.siteCode).toBeNull()
  })
})
