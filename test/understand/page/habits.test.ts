/**
 * Habits of page systems, one small page each, written in our own words: where each prints its title, day and source,
 * and what beside them only looks like a day of publication.
 */
import { describe, expect, it } from 'vitest'
import { type Page, subjectItems } from '#model/page'
import { readText } from './read.ts'

const TEXT =
  '<p>各单位要提高认识，压实责任，细化举措，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'.repeat(
    3,
  )
const TRAIL =
  '<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/dt/">工作动态</a></div>'

/** A page whose `<title>` is given, with whatever body. */
function page(title: string, body: string): Page {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
    { url: 'http://www.example.gov.cn/a/1.html' },
  )
}
const told = ({ kind, title, publishedOn, source }: Page) => [
  kind.value,
  title,
  publishedOn?.value ?? null,
  source,
]

describe('articles', () => {
  it.each([
    [
      'tables of the first ASP systems: the name of the site as <title>, 加入时间, a side list with days',
      page(
        '县政府网',
        `<table><tr><td>·<a href="?id=1">县城新区开工建设动员大会召开</a> 2008-10-01</td></tr>
        <tr><td>·<a href="?id=2">县政府召开第十次常务会议</a> 2008-10-02</td></tr></table>
        <table><tr><td align=center><b>我县举行夏季征兵工作会议</b></td></tr>
        <tr><td>加入时间：2008-11-5 9:15:25　点击数：328</td></tr><tr><td>${TEXT}</td></tr></table>`,
      ),
      ['article', '我县举行夏季征兵工作会议', '2008-11-05', null],
    ],
    [
      'tables within tables, the trail in one of them: its links are no entries beside the day',
      page(
        '河道清障完成_某市水利局',
        `<table><tr><td valign="top"><table><tr><td class="pos">您现在的位置：<a href="/">网站首页</a> &gt;&gt; <a href="/l?id=2">要闻</a> &gt;&gt; 正文</td></tr></table>
        <table><tr><td align="center"><h1>河道清障完成</h1></td></tr><tr><td align="center">发布日期：2023/11/05　信息来源：市水利局　浏览次数：</td></tr>
        <tr><td id="zoom">${TEXT}</td></tr></table></td></tr></table>`,
      ),
      ['article', '河道清障完成', '2023-11-05', '市水利局'],
    ],
    [
      'tables within tables, a menu beside the text: neither is an entry beside the day',
      page(
        '河道清障完成_某市水利局',
        `<table><tr><td width="200" valign="top"><table><tr><td><b>工作动态</b></td></tr><tr><td><a href="/l?id=2">局内要闻</a></td></tr><tr><td><a href="/l?id=3">县区水利</a></td></tr></table></td>
        <td valign="top"><table><tr><td class="pos">您现在的位置：<a href="/">网站首页</a> &gt;&gt; <a href="/l?id=2">要闻</a> &gt;&gt; 正文</td></tr></table>
        <table><tr><td align="center"><h1>河道清障完成</h1></td></tr><tr><td align="center">发布时间：2023-11-05　作者：办公室　点击：</td></tr>
        <tr><td id="zoom">${TEXT}</td></tr></table></td></tr></table>`,
      ),
      ['article', '河道清障完成', '2023-11-05', null],
    ],
    [
      'a form with the code of the site right above the foot: the foot begins below it',
      page(
        '网站工作年度报表_某市水利局',
        `<table><tr><td class="pos">您现在的位置：<a href="/">网站首页</a> &gt;&gt; <a href="/l?id=2">网站年报</a> &gt;&gt; 正文</td></tr></table>
        <table><tr><td><h1>某市水利局政府网站工作年度报表</h1></td></tr><tr><td>发布日期：2024/01/22　信息来源：市水利局</td></tr>
        <tr><td><table><tr><td>网站标识码</td><td>9912340026</td></tr><tr><td>网站总访问量（次）</td><td>182340</td></tr><tr><td>收到留言数量</td><td>46</td></tr></table></td></tr></table>
        <table><tr><td>主办单位：某市水利局 网站标识码：9912340026</td></tr></table>`,
      ),
      ['article', '某市水利局政府网站工作年度报表', '2024-01-22', '市水利局'],
    ],
    [
      'blogs: the day in a <time> of the article’s own header, the author behind it',
      page(
        '某乡开展防汛应急演练 – 某乡人民政府',
        `<header><a href="/">某乡人民政府</a></header><article><header class="entry-header">
        <h2>某乡开展防汛应急演练</h2><div><a href="/1/"><time>2020年8月19日</time></a> <span>由 <a href="/u">admin</a></span></div>
        </header>${TEXT}</article>`,
      ),
      ['article', '某乡开展防汛应急演练', '2020-08-19', null],
    ],
    [
      'a heading broken by <br>, repeated whole by <title>',
      page(
        '某市交通运输局2023年政府信息公开工作年度报告_年报_某市',
        `${TRAIL}<h1>某市交通运输局<br>2023年政府信息公开工作年度报告</h1><div>发布时间：2024年01月26日 来源：市交通运输局</div>${TEXT}`,
      ),
      ['article', '某市交通运输局2023年政府信息公开工作年度报告', '2024-01-26', '市交通运输局'],
    ],
    [
      'English editions',
      page(
        'City hosts kite festival',
        `<h1>City hosts kite festival</h1><div><span>Updated: May 18, 2023</span> <span>Source: City Daily</span></div>
        <p>The city opened its festival on April 20, 2023, with teams from more than thirty countries taking part.</p>`,
      ),
      ['article', 'City hosts kite festival', '2023-05-18', 'City Daily'],
    ],
    [
      'labels in elements of their own, below the text and without a blank between them',
      page(
        '关于对某项目拟批准的公示',
        `${TRAIL}<h1>关于对某项目拟批准的公示</h1>${TEXT}<p>公示期为2021年9月14日-2021年9月22日。</p>
        <div><span>发布人：管理员</span><span>发布日期：2021-09-14</span></div>`,
      ),
      ['article', '关于对某项目拟批准的公示', '2021-09-14', null],
    ],
    [
      'a plain label in the line of the counter, an event with a place right below',
      page(
        '关于举行听证会的公告',
        `${TRAIL}<h1>关于举行听证会的公告</h1><div><span>日期：2024-05-06</span><span>访问量：120</span></div>
        <p>听证会时间：2024年6月6日上午9时</p><p>地点：某宾馆</p>${TEXT}`,
      ),
      ['article', '关于举行听证会的公告', '2024-05-06', null],
    ],
    [
      'source and day under the title without any label',
      page(
        '春到茶山采茶忙',
        `${TRAIL}<h1>春到茶山采茶忙</h1><div>某县融媒体中心　2023-03-20 08:00:00</div>
        <p>3月18日，茶农在茶山采摘春茶。</p>`,
      ),
      ['article', '春到茶山采茶忙', '2023-03-20', null],
    ],
    [
      'sources whose own name holds 发布, and slashes between the parts of the line',
      page(
        '某区公园开园迎客',
        `${TRAIL}<h1>某区公园开园迎客</h1><div>日期：2021.05.01 / 来源：某区发布 / 编辑：李某</div>${TEXT}`,
      ),
      ['article', '某区公园开园迎客', '2021-05-01', '某区发布'],
    ],
    [
      'old tables: a notice that is only its heading, the line of the day, and an attachment below',
      page(
        '关于设备购买项目的补遗文件-某县',
        `<table><tr><td>关于设备购买项目的补遗文件</td></tr><tr><td><table><tr><td>文章来源：
         发布时间：2020-12-31 11:06:22　阅读次数：</td></tr></table></td></tr></table>
         <p><ul><li>附件【<a href="javascript:;">关于设备购买项目的公开招标文件（更正定稿）.doc</a>】已下载次</li></ul>`,
      ),
      ['article', '关于设备购买项目的补遗文件', '2020-12-31', null],
    ],
    [
      'a clock in words, and labels in brackets before their colons',
      page(
        '全县科技大会召开',
        `${TRAIL}<h1>全县科技大会召开</h1><div>2023年4月5日10时20分 [信息来源]：县科技局</div>${TEXT}`,
      ),
      ['article', '全县科技大会召开', '2023-04-05', '县科技局'],
    ],
    [
      'elements named for what they hold, side by side without blanks or labels',
      page(
        '全县科技大会召开',
        `${TRAIL}<h1>全县科技大会召开</h1><div><span class="date">2022-06-06</span><span class="src">某县融媒</span><span class="hits">1234</span></div>${TEXT}`,
      ),
      ['article', '全县科技大会召开', '2022-06-06', null],
    ],
  ])('%s', (_name, read, expected) => {
    expect(told(read)).toEqual(expected)
  })

  it('an office and a day in words under the title are a signature, not the source and its day', () => {
    const read = page(
      '关于停水的通告',
      `<h1>关于停水的通告</h1><p>某县人民政府</p><p>某县人民政府 2023年3月20日</p>${TEXT}`,
    )
    expect(read.publishedOn).toBeNull()
  })
  it('labels in lenticular brackets are labels of the field table', () => {
    const read = page(
      '某局关于开展专项整治的通知',
      `<table><tr><td>【索引号】</td><td>K12/2020-00001</td><td>【成文日期】</td><td>2020-03-05</td></tr>
      <tr><td>【发布机构】</td><td>某局</td><td>【发布日期】</td><td>2020-03-10</td></tr></table><h1>某局关于开展专项整治的通知</h1>${TEXT}`,
    )
    expect(read.document).toMatchObject({
      indexNumber: 'K12/2020-00001',
      issuer: '某局',
      signedOn: '2020-03-05',
      publishedOn: '2020-03-10',
    })
    expect(read.publishedOn?.value).toBe('2020-03-10')
  })
  it('更新时间 alone in the line of the author is taken; with less certainty where the address names another day', () => {
    const html = `<html><head><title>某县党建网</title></head><body><h1>关于表彰先进集体的决定</h1>
      <div>作者：佚名　点击数：3　更新时间：2011-1-20</div>${TEXT}</body></html>`
    const at = (url: string) => readText(html, { url }).publishedOn
    expect(at('http://www.example.gov.cn/a/1.html')).toMatchObject({
      value: '2011-01-20',
      sureness: 0.92,
    })
    const moved = at('http://www.example.gov.cn/a/t20100301_1.html')
    expect(moved?.value).toBe('2011-01-20')
    expect(moved?.sureness).toBeLessThan(0.9)
  })
  it.each([
    ['numbers right under the title are certain', '2023-12-05', '<div>2023-12-05</div>', true],
    ['an element named for it', '2023-12-05', '<p class="date">2023年12月5日</p>', true],
    ['in words it may be a signature', '2023-12-05', '<p>2023年12月5日</p>', false],
    ['behind sentences it closes them', null, '<p>现予公布。</p><p>2023-12-05</p>', null],
    [
      'two of them leave it open',
      '2023-12-05',
      '<div>2023-12-05</div><div>2023-12-09</div>',
      false,
    ],
  ])('a day alone under the title: %s', (_name, day, info, sure) => {
    const read = page('县城停水通告', `${TRAIL}<h1>县城停水通告</h1>${info}${TEXT}`).publishedOn
    expect(read?.value ?? null).toBe(day)
    expect(read === null ? null : read.sureness >= 0.9).toBe(sure)
  })
  it('a long title that reads like a first paragraph does not push the line of the day into the text', () => {
    const title =
      '县农业农村局对甲、乙、丙、丁四种农药采取管理措施，自公布之日起执行（2016年第2445号公告）'
    const read = page(
      `${title}-某县`,
      `${TRAIL}<div class="main"><div>${title}</div><div>发布时间：2016-09-13浏览次数：</div>${TEXT}<p>2016年9月7日</p></div>`,
    )
    expect(read.publishedOn).toMatchObject({ value: '2016-09-13', sureness: 0.95 })
  })
  it('a day that a script writes on the spot behind its label is certain', () => {
    const write = (code: string) =>
      page(
        '县城停水通告',
        `${TRAIL}<h1>县城停水通告</h1><p>发布时间：<script>${code}</script></p>${TEXT}`,
      ).publishedOn
    expect(write("document.write('2023-12-05')")?.sureness).toBeGreaterThanOrEqual(0.9)
    expect(write("var a='2023-12-05',b='2023-12-09';document.write(c?a:b)")?.sureness).toBeLessThan(
      0.9,
    )
  })
})

describe('lists', () => {
  it('the day of the entry, not the day its excerpt begins with', () => {
    const rows = [9, 8, 5]
      .map(
        (day, i) => `<li><h3><a href="${i}.html">市长主持召开第${i + 1}次专题会议</a></h3>
        <p>2024年1月${day - 2}日，市长主持召开专题会议，研究部署下一阶段重点工作。</p><span>2024-01-0${day}</span></li>`,
      )
      .join('')
    const days = subjectItems(page('要闻', `${TRAIL}<ul>${rows}</ul>`)).map(
      (item) => item.publishedOn?.value,
    )
    expect(days).toEqual(['2024-01-09', '2024-01-08', '2024-01-05'])
  })
  it('days without a year take it from the year that heads their block', () => {
    const block = (year: number) =>
      `<h3>${year}年</h3><ul>${[12, 11, 10].map((month) => `<li><a href="${year}${month}.html">县政府召开${month}月份常务会议</a><span>${month}-05</span></li>`).join('')}</ul>`
    const days = subjectItems(page('常务会议', `${TRAIL}${block(2023)}${block(2022)}`)).map(
      (item) => item.publishedOn?.value,
    )
    expect(days).toEqual(
      [2023, 2022].flatMap((year) => [12, 11, 10].map((month) => `${year}-${month}-05`)),
    )
  })
  it('a page of picture entries to its columns is a directory', () => {
    const names = [
      '机构职能',
      '领导信息',
      '规划信息',
      '统计信息',
      '行政许可',
      '权责清单',
      '应急管理',
    ]
    const cells = names.map(
      (name, i) => `<div><a href="/c${i}/"><img src="i.png">${name}</a></div>`,
    )
    expect(page('法定主动公开内容', `${TRAIL}${cells.join('')}`).kind.value).toBe('directory')
  })
})

describe('what belongs to another page or to a form', () => {
  it('the day in a card is that of the page it leads to', () => {
    const one = page(
      '政府采购|某局',
      `${TRAIL}<div class="cards"><a class="card" href="/cg/1.shtml"><h4>叫号系统升级成交公告</h4><p>经评审，确定成交供应商如下，现予公告，公告期为一个工作日…</p><small>发布时间：2026/10/12</small></a></div>`,
    )
    expect([one.kind.value, one.publishedOn]).toEqual(['other', null])
    // A permalink on the day alone is the article's own.
    const blog = page(
      '防汛演练',
      `${TRAIL}<article><h1>防汛演练</h1><a href="/2026/10/12/drill/"><time>2026-10-12</time></a>${TEXT}</article>`,
    )
    expect(blog.publishedOn?.value).toBe('2026-10-12')
  })

  it('codes and filings that the website annual table asks for are no foot', () => {
    const table = `<table><tr><td>填报单位</td><td>某局</td><td>政府网站标识码</td><td>4201000009</td></tr>
      <tr><td>ICP备案号</td><td>示ICP备12345678号</td><td>公安机关备案号</td><td>示公网安备 42010002000001号</td></tr>
      <tr><td>独立用户访问总量</td><td>4120</td><td>网站总访问量</td><td>9120</td></tr></table>`
    const read = (foot: string) =>
      page(
        '2025年度网站工作年度报表',
        `${TRAIL}<div class="con"><p>2025年度网站工作年度报表</p>${table}</div>${foot}`,
      )
    expect(read('<script src="/foot.js"></script>').tables).toHaveLength(1)
    const whole = read('<div>主办：某局 网站标识码：4201000009 示ICP备12345678号</div>')
    expect(whole.tables).toHaveLength(1)
    expect(whole.footer.sponsor?.value).toBe('某局')
  })

  it('a table under a head of its own is read with it', () => {
    const row = (i: number) =>
      `<tr><td>${i}</td><td>社会救助</td><td>办理条件、标准、流程</td><td>政府信息公开条例</td><td>自形成之日起20个工作日内</td></tr>`
    const { text } = page(
      '目录',
      `${TRAIL}<h1>公开事项目录</h1><div class="info">发布时间：2026-06-18</div><div><table><thead><tr><th>序号</th><th>公开事项</th><th>公开内容</th><th>公开依据</th><th>公开时限</th></tr></thead><tbody>${row(1)}${row(2)}${row(3)}</tbody></table></div>`,
    )
    expect(text.excerpt).toContain('公开依据')
  })
})

describe('fields under other labels', () => {
  it.each([
    [
      'labels in elements of their own, in list items',
      '<ul><li><b>索引号</b><span>0145/2026-04</span></li><li><b>公开机构</b><span>某省交通运输厅</span></li><li><b>生成日期</b><span>2026年10月14日</span></li><li><b>文件编号</b><span>某交规〔2026〕5号</span></li><li><b>时效</b><span>现行有效</span></li></ul>',
    ],
    [
      'labels in elements of their own, one after another',
      '<p><label>索引号</label>0145/2026-04<label>发布机关</label>某省交通运输厅<label>成文时间</label>2026-10-14<label>发文字号</label>某交规〔2026〕5号<label>有效性</label>现行有效</p>',
    ],
  ])('%s', (_name, fields) => {
    const { document } = page('通知_某厅', `${TRAIL}<h1>关于印发细则的通知</h1>${fields}${TEXT}`)
    expect(document).toMatchObject({
      indexNumber: '0145/2026-04',
      issuer: '某省交通运输厅',
      signedOn: '2026-10-14',
      documentNumber: '某交规〔2026〕5号',
      validity: '现行有效',
    })
  })

  it('a day of making may be that of the record, one of signing is the paper’s', () => {
    const under = (label: string, day = '2026-10-14') =>
      page(
        '通知_某厅',
        `${TRAIL}<h1>关于印发细则的通知</h1><table><tr><td>索引号</td><td>0145/2026-04</td><td>发布机构</td><td>某厅</td></tr><tr><td>${label}</td><td>${day}</td><td>发布日期</td><td>2026-10-02</td></tr></table>${TEXT}`,
      ).documentDoubts?.signedOn
    expect(under('生成日期')).toBe('生成日期：2026-10-14')
    expect(under('成文日期')).toBeUndefined()
    expect(under('生成日期', '')).toBeUndefined()
  })

  it('a paper that says it bears no number, and how long it is in force', () => {
    const { document } = page(
      '公报_某厅',
      `${TRAIL}<h1>水资源公报</h1><table><tr><td>索引号</td><td>0145/2026-04</td></tr><tr><td>发布机构</td><td>某省水利厅</td></tr><tr><td>文号</td><td>无</td></tr><tr><td>主题分类</td><td>无</td></tr><tr><td>有效期</td><td>2026-03-01至2031-02-28</td></tr></table>${TEXT}`,
    )
    expect(document).toMatchObject({
      documentNumber: '无',
      topic: null,
      validity: '2026-03-01至2031-02-28',
    })
  })

  it.each([
    ['主办单位 某市水利局 地址：河滨路1号', '某市水利局'],
    ['主办/承办：某市水利局　电话：0700-1234567', '某市水利局'],
  ])('a foot that says %s', (words, sponsor) => {
    const { footer } = page(
      '某市水利局',
      `${TEXT}<div class="footer"><p>${words}　网站识别码：9912340026　示ICP备12345678号　<a href="/m.html"><img src="m.png" alt="站内导航"></a></p></div>`,
    )
    expect(footer.sponsor?.value).toBe(sponsor)
    expect(footer.siteCode?.value).toBe('9912340026')
    expect(footer.sitemap).toMatchObject({ pictured: true, quote: '站内导航' })
  })

  it.each([
    [
      '<ul><li><b>索引号：</b>0145/2026-04</li><li><b>文号：</b>某交规〔2026〕5号</li><li><b>效力状态：</b><span></span></li></ul>',
      null,
    ],
    [
      '<ul><li><b>索引号：</b>0145/2026-04</li><li><b>效力状态：</b></li><li><b>文号：</b>某交规〔2026〕5号</li></ul>',
      null,
    ],
    [
      '<dl><dt>索引号：</dt><dd>0145/2026-04</dd><dt>文号：</dt><dd>某交规〔2026〕5号</dd><dt>效力状态：</dt><dd>废止</dd></dl>',
      '废止',
    ],
  ])('the last field is empty, and the heading below is no value of it: %s', (fields, validity) => {
    const { document } = page('养护办法_某厅', `${TRAIL}${fields}<h1>养护办法</h1>${TEXT}`)
    expect(document?.documentNumber).toBe('某交规〔2026〕5号')
    expect(document?.validity).toBe(validity)
  })

  it('an empty field of such labels stays empty', () => {
    const { document } = page(
      '通知_某厅',
      `${TRAIL}<h1>通知</h1><ul><li><b>索引号</b><span>0145/2026-04</span></li><li><b>发文机关</b><span></span></li><li><b>文号</b><span>某交规〔2026〕5号</span></li><li><b>有效性</b><span>有效</span></li></ul>${TEXT}`,
    )
    expect(document).toMatchObject({ indexNumber: '0145/2026-04', issuer: null })
  })

  it.each([
    '<i class="w" title="长者版">长者版</i>',
    '<b onclick="w()">无障碍</b>',
    '<input type="button" value="无障碍浏览">',
  ])('an entry that a script answers: %s', (entry) => {
    expect(page('某局', `<div>${entry}</div>${TEXT}`).accessibilityEntry?.where).toBe('visible')
  })

  it('the table of a town’s documents', () => {
    const { document } = page(
      '关于做好户厕改造的通知_某镇',
      `${TRAIL}<h1>关于做好户厕改造的通知</h1><table><tr><td>索取号</td><td>QT001/2024-00011</td><td>公文种类</td><td>通知</td></tr>
      <tr><td>制发单位</td><td>某镇人民政府</td><td>文 号</td><td>某政发〔2024〕3号</td></tr>
      <tr><td>签发时间</td><td>2024-01-03</td><td>公开时间</td><td>2024-01-08</td></tr></table>${TEXT}`,
    )
    expect(document).toMatchObject({
      indexNumber: 'QT001/2024-00011',
      issuer: '某镇人民政府',
      signedOn: '2024-01-03',
    })
  })

  it.each([
    ['a sentence', '某县人民政府办公室主办，有事请拨0700-8822000（工作时间）', '拨0700-8822000'],
    [
      'a list of terms',
      '<dl><dt>联系电话</dt><dd>(0700)6530 2211</dd></dl>',
      '联系电话 (0700)6530 2211',
    ],
    ['no telephone', '<p>技术维护：某公司 2024</p>', null],
  ])('the contact in the foot: %s', (_name, contact, words) => {
    const foot = `<div id="footer"><p>主办单位：某县人民政府办公室 网站标识码：1234560001</p>${contact}</div>`
    const read = page('某县人民政府', `<p>欢迎</p>${TEXT}${foot}`)
    expect(read.footer.contact?.value.trim() ?? null).toBe(words)
  })

  it.each([
    ['某市某局　主管主办', '某市某局'],
    ['某市某局 主管/主办 某市信息中心承办', '某市某局'],
  ])('whose site it is: %s', (words, name) => {
    const foot = `<table><tr><td><a href="/map.asp">站点导航</a></td></tr><tr><td>${words}<br>冀ICP备10023377号　政府网站标识码：1234560001</td></tr></table>`
    expect(page('某局', `${TEXT}${foot}`).sponsorPhrase?.value).toBe(name)
  })

  it('links that no visitor meets: left in a string or commented out', () => {
    const scripts = `<script>var old='<a href="/old/1.htm">旧菜单</a>';
      // document.write('<a href="/old/2.htm">旧版</a>')
      /* s = '<a href="/old/3.htm">旧版三</a>' */
      var menu='<a href="/new/1.htm">新菜单</a>'; document.write(menu);
      document.write('<a href="/new/2.htm">直接写出</a>')</script>`
    const read = page('某局', `${scripts}${TEXT}`)
    const written = read.links.filter(({ how }) => how === 'script')
    expect(written.map(({ text, unused }) => [text, unused === true])).toEqual([
      ['旧菜单', true],
      ['新菜单', false],
      ['直接写出', false],
    ])
  })

  it('kinds of media are no comments', () => {
    const script = `<script>xhr.setRequestHeader('Accept', '*/*'); f.accept = "image/*";
      /* 旧版 */ document.write('<a href="/new/3.htm">直接写出</a>')</script>`
    const links = page('某局', `${script}${TEXT}`).links.filter(({ how }) => how === 'script')
    expect(links.map(({ text }) => text)).toEqual(['直接写出'])
  })

  it('rows that count on are one text', () => {
    const rows = [
      '一、申请须知：填写申请表，附身份证明，写清要什么信息。',
      '二、<a href="/sqb.doc">政府信息公开申请表</a>',
      '三、当面提交或邮寄：某市某路236号七楼办公室，邮编123456，联系电话0700-69912399，工作日受理。',
    ]
      .map((row) => `<tr><td>${row}</td></tr>`)
      .join('')
    const read = page('依申请公开_某局', `${TRAIL}<table>${rows}</table>`)
    expect(read.text.excerpt).toContain('申请须知')
  })

  it('a guide of a few short rows at a column’s address is no empty list', () => {
    const rows = [
      ['政策依据', '《备案管理条例》'],
      ['申报条件', '符合产业政策'],
      ['申报流程', '网上申报'],
      ['咨询电话', '0700-6688015'],
    ]
      .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
      .join('')
    const html = `<html><head><meta charset="utf-8"><title>某区 投资项目备案</title></head><body>${TRAIL}<table>${rows}</table></body></html>`
    const read = readText(html, { url: 'http://www.example.gov.cn/col/col3566/index.html' })
    expect(read.kind.value).toBe('other')
    expect(read.guideElements).toEqual(['设定依据', '申请条件', '联系电话', '办理流程'])
  })

  it('a value that ends as the label of another element does', () => {
    const rows = [
      ['事项名称', '食品经营许可'],
      ['申请条件', '有固定场所'],
      ['申请材料', '申请书'],
      ['办理地点', '政务大厅2号窗口'],
    ]
      .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
      .join('')
    const html = `<html><head><meta charset="utf-8"><title>食品经营许可</title></head><body>${TRAIL}<table><tr><td>要素</td><td>内容</td></tr>${rows}</table></body></html>`
    expect(readText(html).guideElements).toEqual(['事项名称', '申请条件', '办理材料', '办理地点'])
  })

  it('a guide in plain words alone', () => {
    const rows = ['事项', '法律依据', '谁能办', '要带什么', '去哪里办', '问谁', '怎么办']
      .map((label) => `<dt>${label}</dt><dd>本区居民均可，详见窗口告知。</dd>`)
      .join('')
    const html = (labels: string) =>
      `<html><head><meta charset="utf-8"><title>小作坊登记 - 某区政府</title></head><body>${TRAIL}<h1>小作坊登记</h1><dl>${labels}</dl></body></html>`
    expect(readText(html(rows)).guideElements).toEqual([
      '事项名称',
      '设定依据',
      '申请条件',
      '办理材料',
      '办理地点',
      '联系电话',
      '办理流程',
    ])
    expect(readText(html('<dt>谁来管</dt><dd>出了事怎么办</dd>')).guideElements).toBeUndefined()
  })

  it('办事指南的标签后面空着，下一行就是下一个标签：没有写；内容在下一行的算写了', () => {
    const guide = (condition: string) =>
      readText(
        `<html><head><title>林木采伐许可_办事指南</title></head><body><div class="bszn"><h2>林木采伐许可</h2><p>事项名称：林木采伐许可</p><p>设定依据：《森林法》第五十六条</p><p>受理条件：</p>${condition}<p>申请材料：申请表、身份证明、林权证明和伐区调查设计文件</p><p>办理流程：受理、审查、决定、送达</p></div></body></html>`,
      ).guideElements
    expect(guide('')).not.toContain('申请条件')
    expect(guide('<p>权属清楚、没有争议的林木。</p>')).toContain('申请条件')
  })

  it('a map by another name', () => {
    const read = page('某局', `${TEXT}<div id="footer"><a href="/map.html">网站导图</a></div>`)
    expect(read.footer.sitemap?.quote).toBe('网站导图')
  })

  it('a box for letters is a form, a short text above a box for comments is not', () => {
    const box = '<form><input name="t"><textarea name="c"></textarea><button>提交</button></form>'
    expect(page('写信_某县', `${TRAIL}<div>${box}</div>`).kind.value).toBe('form')
    expect(page('公告_某县', `${TRAIL}<div>${TEXT}${TEXT}${box}</div>`).kind.value).not.toBe('form')
  })

  it('answers to tick and a button are a box for opinions, a search narrowed by ticking is none', () => {
    const box = (inside: string) =>
      page('网上调查_某县', `${TRAIL}<div>${TEXT}<form action="#">${inside}</form></div>`)
        .writingBox
    const ticks = '您是否满意<input type="radio" name="a">满意<input type="radio" name="a">不满意'
    expect(box(`${ticks}<input type="submit" value="提交">`)?.quote).toContain('您是否满意')
    expect(box(`${ticks}<button>投票</button>`)).toBeTruthy()
    expect(box(ticks)).toBeNull()
    const lines = '<label>姓名：<input type="text" name="f0"></label>'
    const opinion = '<label>意见内容：<input type="text" name="f1"></label>'
    expect(box(`${lines}${opinion}<input type="submit" value="提交">`)?.quote).toContain('意见内容')
    expect(box(`${lines}${opinion}`)).toBeNull()
    expect(box(`${lines}<label>编号：<input name="f1"></label><button>查询</button>`)).toBeNull()
    const scope = '<input type="radio" name="scope">标题<input type="radio" name="scope">正文'
    expect(box(`<input name="keyword">${scope}<input type="submit" value="确定">`)).toBeNull()
    expect(box(`<input name="w">${scope}<input type="submit" value="搜索">`)).toBeNull()
    expect(box(`<input name="w">${scope}<button>搜索</button>`)).toBeNull()
  })
})

describe('how sure a list of few rows is', () => {
  const rows = (count: number, day = '2024-01-0') =>
    Array.from(
      { length: count },
      (_, i) =>
        `<li><a href="${i}.html">关于做好第${i + 1}次补助发放工作的通知</a><span>${day}${i + 1}</span></li>`,
    ).join('')
  const list = (title: string, inside: string, trail = TRAIL) =>
    page(title, `${trail}<div class="main">${inside}</div>`).kind
  const PAGER = '<div class="page">共1页 <a href="#">上一页</a> <a href="#">下一页</a></div>'

  it.each([
    ['trail and <title> agree', list('工作动态_某县', `<ul>${rows(3)}</ul>`), 0.92],
    ['paging', list('某县', `<ul>${rows(3)}</ul>${PAGER}`), 0.92],
    ['both', list('工作动态_某县', `<ul>${rows(2)}</ul>${PAGER}`), 0.95],
    ['neither, but a trail and nothing else', list('某县', `<ul>${rows(3)}</ul>`), 0.9],
    ['neither, two rows', list('某县', `<ul>${rows(2)}</ul>`), 0.85],
    [
      'neither, another list beside it',
      list('某县', `<ul>${rows(3)}</ul><h3>热点</h3><ul>${rows(3)}</ul>`),
      0.85,
    ],
    ['one row, both', list('工作动态_某县', `<ul>${rows(1)}</ul>${PAGER}`), 0.9],
    ['one row, neither', list('某县', `<ul>${rows(1)}</ul>`), 0.7],
    ['month and day only', list('工作动态_某县', `<ul>${rows(3, '01-0')}</ul>`), 0.92],
  ])('%s', (_name, kind, sureness) => {
    expect(kind).toMatchObject({ value: 'listing', sureness })
  })

  it('a text beside the rows leaves it open', () => {
    const kind = list('工作动态_某县', `${TEXT}<ul>${rows(3)}</ul>`)
    expect(kind.sureness).toBeLessThan(0.9)
  })
})

it('leaders in a table each, all of one form: the text holds them all', () => {
  const card = (name: string, post: string, rest: string): string =>
    `<table border="1"><tr><td rowspan="3"><img src="/p.jpg" alt="${name}"></td><td>姓名：${name}</td></tr><tr><td>职务：${post}</td></tr><tr><td>${rest}</td></tr></table>`
  const { text } = page(
    '班子成员',
    `<table width="980"><tr><td><a href="/">首页</a> &gt; <a href="/bz/">班子成员</a></td></tr><tr><td>${card('韦青山', '局长', '分工：主持全面工作。')}${card('蓝海棠', '副局长', '简历：1976年生，研究生学历，2020年任现职。<br>分工：分管规划、用途管制和测绘工作，联系直属单位。')}${card('覃柏林', '副局长', '分工：分管执法监察工作。')}</td></tr></table>`,
  )
  for (const words of ['韦青山', '蓝海棠', '覃柏林', '分管执法监察'])
    expect(text.excerpt).toContain(words)
})

describe('ArticleTitle that names no article', () => {
  const rows = [1, 2, 3]
    .map((n) => `<li><a href="/t${n}.html">防火值班安排之${n}</a><span>2026-11-0${n}</span></li>`)
    .join('')
  const list = (title: string, url = 'http://www.example.gov.cn/zbap/') =>
    readText(
      `<title>值班安排-某市林业局</title><meta name="SiteName" content="某市林业局"><meta name="ColumnName" content="值班安排"><meta name="ArticleTitle" content="${title}"><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zbap/">值班安排</a></div><ul>${rows}</ul>`,
      { url },
    )
  it.each(['{title}', '请填写文章标题', '无', '-', '值班安排', '某市林业局'])(
    'a list stays one: %s',
    (title) => {
      const { kind, lists } = list(title)
      expect(kind.value).toBe('listing')
      expect(kind.sureness).toBeGreaterThan(0.9)
      expect(lists[0]?.items).toHaveLength(3)
    },
  )
  it('the home page stays one', () => {
    expect(list('$title$', 'http://www.example.gov.cn/').kind.value).toBe('home')
  })
  it('a title of its own makes an article', () => {
    expect(list('关于值班的通知').kind.value).toBe('article')
  })
})
