/** One page read as a whole: kind, title, trail, tags, footer, document fields, attachments. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fixtureText, readBytes, readFixture, readText } from './read.ts'

describe('charset', () => {
  const html =
    '<html><head><meta charset="gb2312"><title>㐀𠮷镕：通知公告列表页</title></head><body>朱镕基同志，喆，囍，€</body></html>'
  const gb = iconv.encode(html, 'gb18030')

  it.each([
    ['meta', gb, 'text/html', 'gb18030', /meta/],
    [
      'header',
      iconv.encode(html.replace('gb2312', ''), 'gb18030'),
      'text/html; charset="GBK"',
      'gb18030',
      /响应头/,
    ],
    [
      'no label at all',
      iconv.encode(html.replace('gb2312', ''), 'gb18030'),
      null,
      'gb18030',
      /gb18030/,
    ],
    ['latin-1 default header', gb, 'text/html; charset=ISO-8859-1', 'gb18030', /meta/],
    ['false utf-8 header', gb, 'text/html; charset=utf-8', 'gb18030', /meta/],
    ['two labels in one header', gb, 'text/html; charset=utf-8,gbk', 'gb18030', /meta/],
    ['utf-8 under a gb2312 meta', Buffer.from(html), 'text/html', 'utf-8', /UTF-8/],
    ['utf-16 with BOM', Buffer.from(`\ufeff${html}`, 'utf16le'), null, 'utf-16le', /BOM/],
  ])('%s', (_name, body, contentType, name, because) => {
    const page = readBytes(body, { contentType })
    expect(page.headTitle).toBe('㐀𠮷镕：通知公告列表页')
    expect(page.charset.name).toBe(name)
    expect(page.charset.because).toMatch(because)
  })

  it('one broken character does not turn a UTF-8 page into GB', () => {
    const body = Buffer.concat([
      Buffer.from(html),
      Buffer.from([0xe5, 0x20]),
      Buffer.from('后面的文字'),
    ])
    expect(readBytes(body).charset.name).toBe('utf-8')
  })

  it('reads a GBK listing like its UTF-8 twin', () => {
    const twin = readFixture('table-listing')
    const page = readBytes(iconv.encode(fixtureText('table-listing'), 'gbk'))
    expect(page.charset.name).toBe('gb18030')
    expect(page.lists).toEqual(twin.lists)
    expect(page.textHash).toBe(twin.textHash)
  })
})

describe('fields set apart by bold words alone', () => {
  const row = (name: string, value: string) => `<li><b>${name}</b>${value}</li>`
  const fields = (rows: readonly string[]) =>
    readText(
      `<html><head><title>通知</title></head><body><h1>关于印发办法的通知</h1><ul>${rows.join('')}</ul><p>${'各单位应当遵照执行。'.repeat(20)}</p></body></html>`,
    ).document

  it('are read up to the next of them', () => {
    const all = [
      row('索 引 号', '11330805/2026-00016'),
      row('发布机构', '某区人民政府'),
      `<li><span>成文日期</span>2026年10月9日 <span>有 效 性</span>有效</li>`,
      row('文　　号', '某政发〔2026〕22号'),
    ]
    expect(fields(all)).toMatchObject({
      indexNumber: '11330805/2026-00016',
      issuer: '某区人民政府',
      signedOn: '2026-10-09',
      validity: '有效',
      documentNumber: '某政发〔2026〕22号',
    })
  })

  it('one bold word of these is no table', () => {
    expect(fields([row('分类', '全部'), row('关于', '我们')])).toBeNull()
  })
})

describe('a document with a field table', () => {
  const page = readFixture('policy-document')

  it('reads the fields under their printed labels', () => {
    expect(page.document).toEqual({
      indexNumber: 'LJ010-2024-00031',
      topic: '交通运输',
      issuer: '临江县人民政府办公室',
      signedOn: '2024-03-05',
      publishedOn: '2024-03-29',
      title: null,
      documentNumber: '临政办发〔2024〕7号',
      keywords: null,
      validity: '有效',
    })
    expect(page.publishedOn?.value).toBe('2024-03-29')
  })

  it('finds attachments behind viewers and window.open', () => {
    expect(page.attachments.map((file) => [file.url, file.type, file.title])).toEqual([
      ['http://www.example.gov.cn/upload/202403/fj1.pdf', 'pdf', '农村公路养护办法'],
      ['http://www.example.gov.cn/upload/202403/fj2.docx', 'docx', '申请表'],
    ])
  })

  it('reads the trail without the words around it', () => {
    expect(page.trail).toEqual(['首页', '政务公开', '规范性文件', '正文'])
  })

  it('reads sponsor and operator', () => {
    expect(page.footer.sponsor?.value).toBe('临江县人民政府办公室')
    expect(page.footer.operator?.value).toBe('临江县大数据中心')
    expect(page.footer.siteCode).toBeNull()
  })
})

describe('footer and head', () => {
  it('reads the party mark in words where its link has some', () => {
    const mark = (inside: string) =>
      readText(
        `<html><body><p>正文</p><div class="footer">主办：蓝河市林业局 <a href="http://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF0123456789ABCDEF">${inside}</a></div></body></html>`,
      ).footer.partyGovMark
    expect(mark('党政机关网站标识')).toMatchObject({ value: '党政机关网站标识', where: 'visible' })
    expect(mark('<img src="red.png">')).toMatchObject({
      where: 'markup',
      pictured: true,
      quote: 'bszs.conac.cn',
    })
    for (const unseen of [
      '<img src="red.png" style="display:none">',
      '<img src="dot.gif" width="1" height="1">',
      '',
    ]) {
      expect(mark(unseen)?.where).toBe('markup')
      expect(mark(unseen)?.pictured).toBeUndefined()
    }
  })

  it('takes a linked picture for the error-report box and a picture button for the accessibility entry', () => {
    const seen = (inside: string) =>
      readText(
        `<html><body><p>正文</p><div class="footer">主办：蓝河市林业局 ${inside}</div></body></html>`,
      )
    const box = 'http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9900000001'
    expect(seen(`<a href="${box}"><img src="jc.png"></a>`).footer.errorReportBox?.pictured).toBe(
      true,
    )
    const written = seen(`<script src="http://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>`)
    expect(written.footer.errorReportBox?.where).toBe('markup')
    expect(written.footer.errorReportBox?.pictured).toBeUndefined()
    expect(
      seen('<a href="javascript:wza()"><img src="wza.gif" alt="无障碍浏览"></a>').accessibilityEntry
        ?.where,
    ).toBe('visible')
    expect(seen('<img src="wza.gif" alt="无障碍浏览">').accessibilityEntry?.where).toBe('markup')
  })

  it('takes a picture at the top for the name when the whole title says the same', () => {
    const page = (title: string) =>
      readText(
        `<html><head><title>${title}</title></head><body><img src="/top.gif" alt="蓝河市林业局"><p>您现在的位置：首页 &gt;&gt; 通知</p><p>${'正文内容如下。'.repeat(20)}</p></body></html>`,
        { homeUrl: 'http://www.example.gov.cn/' },
      )
    expect(page('蓝河市林业局').headName?.value).toBe('蓝河市林业局')
    expect(page('关于植树的通知').headName).toBeNull()
  })

  it('takes the whole name above the text for it, whatever box it stands in; a step of the trail is none', () => {
    const page = (top: string, trail: string) =>
      readText(
        `<html><head><title>通知--蓝河市林业局</title><meta name="SiteName" content="蓝河市林业局"></head><body>${top}<div class="pos">当前位置：<a href="/">首页</a> &gt; ${trail}</div><p>${'正文内容如下。'.repeat(20)}</p></body></html>`,
        { homeUrl: 'http://www.example.gov.cn/' },
      )
    expect(page('<div id="x1"><a href="/">蓝河市林业局</a></div>', '通知').headName?.value).toBe(
      '蓝河市林业局',
    )
    expect(page('', '<a href="/ly/">蓝河市林业局</a> &gt; 通知').headName).toBeNull()
    expect(page('<div class="logo2"><a href="/">返回首页</a></div>', '通知').headName).toBeNull()
  })

  it('takes the first line of an old page without any head for the name, where it is the whole name', () => {
    const page = (banner: string, title = '蓝河市林业局') => {
      const html = `<html><head><meta charset="gbk"><title>${title}</title></head><body><table><tr><td><font size="6">${banner}</font></td></tr><tr><td><a href="/a/">工作动态</a></td></tr></table><p>您现在的位置：首页 &gt;&gt; 通知</p><p>${'正文内容如下。'.repeat(20)}</p></body></html>`
      const body = iconv.encode(html, 'gb18030')
      return readBytes(body, { homeUrl: 'http://www.example.gov.cn/' })
    }
    expect(page('蓝河市林业局').headName?.value).toBe('蓝河市林业局')
    expect(page('蓝河市林业局', '通知-蓝河市林业局').headName?.value).toBe('蓝河市林业局')
    expect(page('欢迎访问').headName).toBeNull()
    expect(page('蓝河市人民政府').headName).toBeNull()
    expect(page('关于植树的通知', '关于植树的通知').headName).toBeNull()
  })

  it('takes a heading of the head for the name where neither tag nor title was filled in', () => {
    const page = (head: string, site = '网站名称') =>
      readText(
        `<html><head><title>无标题文档</title><meta name="SiteName" content="${site}"></head><body>${head}<ul id="menu"><li><a href="/a/">工作动态</a></li></ul><div id="path">当前位置：<a href="/">首页</a> / <a href="/a/">工作动态</a></div><h3>工作动态</h3><p>${'正文内容如下。'.repeat(20)}</p></body></html>`,
        { homeUrl: 'http://www.example.gov.cn/' },
      )
    const head = '<div id="top"><h1>蓝河县石桥镇人民政府</h1></div>'
    expect(page(head).headName?.value).toBe('蓝河县石桥镇人民政府')
    expect(page('<div id="top"><h1>欢迎访问</h1></div>').headName).toBeNull()
    expect(page(head, '蓝河市林业局').headName).toBeNull()
  })

  it('gives no template to answers of list endpoints', () => {
    const xml =
      '<datastore><recordset><record><![CDATA[<li><a href="/art/2024/3/8/art_1_2.html">通知</a><span>2024-03-08</span></li>]]></record></recordset></datastore>'
    const at = 'http://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=2&columnid=1'
    expect(readText(xml, { url: at, contentType: 'text/xml' }).template).toBe('')
  })

  it('tells visible marks from marks in scripts and attributes', () => {
    const { footer, headName } = readFixture('hanweb-listing')
    expect(footer.siteCode).toMatchObject({ value: '5399990012', where: 'visible' })
    expect(footer.icpNumber).toMatchObject({ value: '滇ICP备12345678号-2', where: 'visible' })
    expect(footer.policeFilingNumber).toMatchObject({
      value: '滇公网安备53999902000123号',
      where: 'visible',
    })
    expect(footer.partyGovMark).toMatchObject({ where: 'markup', pictured: true })
    expect(footer.errorReportBox?.where).toBe('markup')
    expect(footer.sitemap?.value).toBe('http://www.example.gov.cn/map.html')
    expect(headName).toMatchObject({ value: '云岭县水务局', how: 'alt' })
  })

  it('a label with no code behind it does not take the number of the filing that follows', () => {
    const { footer } = readText('<p>正文</p><div>网站标识码：　鄂ICP备2023000105号-1</div>')
    expect(footer.siteCode).toBeNull()
    expect(footer.icpNumber?.value).toBe('鄂ICP备2023000105号-1')
  })

  it('a footer written by script is markup, a commented-out mark is nothing', () => {
    const { footer } = readText(
      `<p>正文</p><script>document.write('<p>网站标识码：bm12340001 京ICP备05000001号</p>')</script>
       <!-- <script id="_jiucuo_" sitecode="1"></script> 主办单位：某某局 -->`,
    )
    expect(footer.siteCode).toMatchObject({ value: 'bm12340001', where: 'markup' })
    expect(footer.icpNumber?.where).toBe('markup')
    expect(footer.errorReportBox).toBeNull()
    expect(footer.sponsor).toBeNull()
  })

  it.each([
    ['主办：某县人民政府办公室　承办：某县大数据中心', '某县人民政府办公室', undefined],
    ['主办单位： 某县人民政府办公室', '某县人民政府办公室', undefined],
    ['<i>主 办 单 位：</i>某县人民政府办公室', '某县人民政府办公室', undefined],
    ['<td>主办单位：某县人民政府</td><td>承办单位：某中心</td>', '某县人民政府', undefined],
    ['某县人民政府办公室主办 某县大数据中心承办', undefined, '某县人民政府办公室'],
    ['<i>主办方：</i>某某工程办公室', undefined, '某某工程办公室'],
    ['某县政府办公室主管 某县大数据中心承办', undefined, undefined],
    ['版权所有：某县人民政府', undefined, '版权所有：某县人民政府'],
    ['某县水利局 版权所有 地址：某路1号', undefined, '某县水利局 版权所有'],
    [
      'Copyright © 2020-2026 某县交通运输局 All Rights Reserved',
      undefined,
      'Copyright © 2020-2026 某县交通运输局',
    ],
    ['主办：某县人民政府 版权所有：某县大数据中心', '某县人民政府', undefined],
    ['版权所有 未经许可不得转载', undefined, undefined],
    [
      '建设管理单位：某市数据局（某市政务服务管理局）',
      undefined,
      '建设管理单位：某市数据局（某市政务服务管理局）',
    ],
    ['网站主管：某市人民政府办公室', undefined, '网站主管：某市人民政府办公室'],
    ['技术支持：某某信息公司', undefined, undefined],
  ])('the sponsor’s field and other words for it: %s', (foot, field, phrase) => {
    const page = readText(
      `<p>正文</p><div class="footer"><table><tr>${foot}</tr></table><p>示ICP备12345678号</p></div>`,
    )
    expect(page.footer.sponsor?.value).toBe(field)
    expect(page.sponsorPhrase?.value).toBe(phrase)
  })

  it.each(['联系方式：0000-7788990', '政务热线：0000-12345678', 'Tel: 0000-7788990'])(
    'a number behind another label is a contact: %s',
    (foot) => {
      const page = readText(
        `<p>正文</p><div class="footer"><p>${foot}</p><p>示ICP备12345678号</p></div>`,
      )
      expect(page.footer.contact?.where).toBe('visible')
    },
  )

  it('a sponsor of an event in the text is not the sponsor of the site', () => {
    const text =
      '<p>主办单位：市教育局。活动由各学校承办，欢迎广大师生踊跃参加，具体安排见附件，请按时报送材料。</p>'.repeat(
        8,
      )
    const { footer } = readText(`<div>${text}</div><div class="footer">版权所有：某某网</div>`)
    expect(footer.sponsor).toBeNull()
  })

  it('spans point at what they name', () => {
    const html = fixtureText('hanweb-listing')
    const { footer } = readText(html)
    const at = footer.siteCode?.at
    expect(at && html.slice(at[0], at[1])).toContain('5399990012')
  })
})

describe('official tags', () => {
  it('reads names in any case and keeps empty contents', () => {
    const page = readText(
      '<head><META NAME="sitename" CONTENT="某局"><meta name=pubdate content="2023-01-02"><meta name="ColumnType" content=""></head>',
    )
    expect(page.officialTags.map((tag) => [tag.name, tag.content])).toEqual([
      ['SiteName', '某局'],
      ['ColumnType', ''],
      ['PubDate', '2023-01-02'],
    ])
  })
  it('of a tag written twice the one with content counts', () => {
    const page = readText('<meta name="Keywords" content=""><meta name="keywords" content="政务">')
    expect(page.officialTags).toMatchObject([{ name: 'Keywords', content: '政务' }])
  })
})

describe('title', () => {
  it('completes a tag that the system cut', () => {
    expect(readFixture('generated-pubdate').title).toBe(
      '市民委召开重点工作调度会研究部署下一阶段民族团结进步创建各项任务并听取各科室情况汇报',
    )
  })
  it('a page titled with the site name alone shows its title above the date', () => {
    const page =
      readText(`<title>某某县林业局</title><div>当前位置：首页&gt;动态</div><div>全县春季造林现场会召开</div>
      <div>来源：县林业局 时间：2023-03-01 10:00</div><p>${'会议要求，各乡镇要抢抓时机，落实责任。'.repeat(5)}</p>`)
    expect(page.title).toBe('全县春季造林现场会召开')
    expect(page.source).toBe('县林业局')
  })
  it('a page of search results is named by the whole of its title line', () => {
    const rows = [1, 2, 3].map(
      (n) => `<li><a href="/${n}.html">全县工作会议第${n}次召开</a> 2023-12-0${n}</li>`,
    )
    const page = readText(`<title>某某网--搜索</title><body><ul>${rows.join('')}</ul></body>`)
    expect(page).toMatchObject({ kind: { value: 'listing' }, title: '某某网--搜索' })
  })

  it('the folder of a platform that names itself is a home page, unless the portal’s own is known', () => {
    const rows = [1, 2, 3].map(
      (n) => `<li><a href="/${n}.html">关于道路照明的诉求第${n}件</a> 2023-12-0${n}</li>`,
    )
    const html = `<title>某市政府诉求平台</title><body><ul>${rows.join('')}</ul></body>`
    const url = 'http://www.example.gov.cn/sqpt/'
    expect(readText(html, { url })).toMatchObject({
      kind: { value: 'home' },
      title: '某市政府诉求平台',
    })
    const within = readText(html, { url, homeUrl: 'http://www.example.gov.cn/' })
    expect(within.kind.value).toBe('listing')
    expect(readText(html, { url: 'http://www.example.gov.cn/a/b/' }).kind.value).toBe('listing')
  })

  it('is less sure of a list on what may be the front of a site within the site', () => {
    const rows = (name: string): string =>
      [1, 2, 3, 4, 5, 6]
        .map((i) => `<li><a href="${i}.html">${name}方面的第${i}条工作消息</a> 2026-03-0${i}</li>`)
        .join('')
    const page = (inner: string): string =>
      `<html><head><title>远程教育中心</title></head><body>${inner}</body></html>`
    const news = `<div class="n"><ul>${rows('新闻')}</ul></div>`
    const front = `<div class="n"><h3>新闻动态</h3><a href="xwdt/">更多</a><ul>${rows('新闻')}</ul></div>`
    expect(readText(page(front)).kind).toMatchObject({ value: 'listing', sureness: 0.8 })
    expect(readText(page(news)).kind).toMatchObject({ value: 'listing', sureness: 0.95 })
    const trail = '<div>当前位置：<a href="/">首页</a> &gt; 新闻动态</div>'
    expect(readText(page(`${trail}${front}`)).kind).toMatchObject({ sureness: 0.95 })
  })

  it('a listing is named by its trail', () => {
    expect(readFixture('hanweb-listing').title).toBe('通知公告')
  })
})

describe('signs about the whole page', () => {
  it('a shell needs a browser, a challenge is blocked', () => {
    expect(readFixture('vue-shell').needsBrowser.value).toBe(true)
    expect(readFixture('challenge', { status: 412 }).blocked?.by).toBe('challenge-412')
    expect(readFixture('hanweb-listing').blocked).toBeNull()
    expect(readFixture('hanweb-listing').needsBrowser.value).toBe(false)
  })
  it('one record that the page’s script prints is an entry, and its day not the page’s own', () => {
    const page = readText(
      '<title>清理结果</title><div>当前位置：<a href="/">首页</a> &gt; <a href="/col/col1/index.html">清理结果</a></div><h3>清理结果</h3><script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/art/2024/3/8/art_1_2.html">关于公布清理结果的决定</a><span class="bt_time">2024-03-08</span></li>]]></record></recordset></datastore></script>',
      { url: 'http://www.example.gov.cn/col/col1/index.html' },
    )
    expect(page.kind.value).toBe('listing')
    expect(page.publishedOn).toBeNull()
    expect(page.lists.flatMap(({ items }) => items.map(({ title }) => title))).toEqual([
      '关于公布清理结果的决定',
    ])
  })
  it('a letter’s labels in brackets name its days', () => {
    const page = readText(
      '<title>来信选编</title><meta name="ArticleTitle" content="如何申请入学"><h1>如何申请入学</h1><div class="content"><p>【来信日期】2023-08-17</p><p>【来信内容】外地户籍的孩子如何申请入学，需要哪些材料？</p><p>【答复单位】教育局</p><p>【答复日期】2023-08-24</p><p>【答复内容】您好，请携带居住证到辖区学校登记，材料以学校公告为准。</p></div>',
    )
    expect(page.messages).toMatchObject([
      { askedOn: '2023-08-17', answeredOn: '2023-08-24', state: 'answered' },
    ])
  })
  it('one term with its day is an entry, too', () => {
    const page = readText(
      '<title>目录_某局</title><div>首页 / <a href="/list.aspx?cid=3">政务公开</a> / <a href="/list.aspx?cid=4">主动公开目录</a></div><div class="list"><h2>主动公开目录</h2><dl><dt><a href="/show.aspx?id=9">某局主动公开基本目录（2024年）</a></dt><dd>[2024.03.08]</dd></dl></div>',
      { url: 'http://www.example.gov.cn/list.aspx?cid=4' },
    )
    expect(page.kind.value).toBe('listing')
    expect(page.publishedOn).toBeNull()
  })
  it('an error text under status 200 is an error page', () => {
    expect(readText('<title>404</title><p>您访问的页面不存在或已删除</p>').kind.value).toBe('error')
  })
  it.each([
    [
      'a road that is called 404',
      '<ul><li><a href="1.html">S404省道改线通告</a><b>11-09</b></li></ul>',
      'other',
    ],
    [
      'a list one of whose entries tells of missing pages',
      '<ul><li><a href="1.html">关于部分页面不存在的说明</a><b>2023-11-09</b></li><li><a href="2.html">放假通知</a><b>2023-11-01</b></li></ul>',
      'listing',
    ],
    ['404 with words', '<h1>错误 404</h1><p>返回首页</p>', 'error'],
    [
      'what a visitor may meet elsewhere, quoted',
      '<h1>网站声明</h1><p>如页面提示“找不到网页”或“内容已删除”，请联系管理员。</p>',
      'other',
    ],
    [
      'said of itself, and what to do then',
      '<p>当前页面不存在，如有疑问请联系管理员。</p>',
      'error',
    ],
    [
      'closed by its host',
      '<h2>网站已关闭</h2><p>该网站因未备案或欠费已被服务商暂停，请联系网站管理员。</p>',
      'error',
    ],
    [
      'closed by whoever keeps it, who says where it went',
      '<p>本网站已停止更新，请访问县政府门户网站。</p>',
      'other',
    ],
    [
      'deleted or not there',
      '<p>您要找的页面已经被删除或者不存在。<a href="/">返回首页</a></p>',
      'error',
    ],
    [
      'what was deleted is told of another thing',
      '<p>您要找的材料清单已经更新，旧版停止使用。</p>',
      'other',
    ],
    ['withdrawn', '<h1>提示</h1><p>该信息已下线</p>', 'error'],
    ['called with wrong parameters', '<p>参数错误，没有该文章</p>', 'error'],
    [
      'said in a window only, and back',
      '<script>alert("该信息不存在！");history.back();</script>',
      'error',
    ],
    ['a window that says something else', '<script>alert("欢迎光临");</script>', 'other'],
    ['HTTP404', '<h1>HTTP404</h1><p>返回首页</p>', 'error'],
  ])('few words with 404 or 不存在 in them: %s', (_, body, kind) => {
    const page = readText(`<title>列表</title>${body}`)
    if (kind === 'other') expect(page.kind.value).not.toBe('error')
    else expect(page.kind.value).toBe(kind)
  })
  it('an article that tells of missing pages is none', () => {
    const told = readText(
      '<title>说明</title><h1>关于网站部分页面不存在问题的情况说明</h1><p>发布日期：2023-11-16</p><p>旧链接提示“您访问的页面不存在”，现已恢复。</p>',
    )
    expect(told.kind.value).toBe('article')
  })
  it('text files and rich text are files, whatever type they are sent under', () => {
    const kind = (url: string, body: string, contentType: string | null) =>
      readText(body, { url: `http://www.example.gov.cn/f/${url}`, contentType }).kind.value
    expect(kind('1.csv', '序号,姓名', null)).toBe('file')
    expect(kind('1.txt', '序号 姓名', 'text/plain')).toBe('file')
    expect(kind('1.doc', '{\\rtf1 x}', null)).toBe('file')
    expect(kind('1.txt', '<html><body>登录</body></html>', 'text/plain')).not.toBe('file')
  })
  it('permit and penalty tables name the day of the decision', () => {
    const page = readText(
      '<title>许可</title><h1>建房许可</h1><p>发布日期：2023-09-28</p><table><tr><td>许可决定日期</td><td>2023年7月31日</td></tr><tr><td>许可机关</td><td>示例镇人民政府</td></tr></table>',
    )
    expect(page.document).toMatchObject({ signedOn: '2023-07-31', issuer: '示例镇人民政府' })
  })
  it('under construction, in so many words', () => {
    const page = readText(
      '<title>互动</title><p>当前位置：首页 &gt; 互动</p><div>栏目正在建设中，敬请期待！</div>',
    )
    expect(page.underConstruction?.quote).toContain('建设中')
    expect(readFixture('policy-document').underConstruction).toBeNull()
  })
  it.each([
    ['本栏目内容正在整理，即将上线', '本栏目内容正在整理'],
    ['该栏目正在升级改造，敬请关注。', '该栏目正在升级改造'],
    ['老旧小区正在升级改造，预计年底完工', null],
    ['该页面资料正在录入', '该页面资料正在录入'],
    ['本功能即将开通，请稍后再来', '本功能即将开通'],
    ['县城夜间公交即将开通，市民出行更方便', null],
    ['该栏目正在维护升级，给您带来不便敬请谅解。', '该栏目正在维护升级'],
    ['建设中...', '建设中.'],
    ['城区排水管网正在维护升级，请市民注意绕行', null],
  ])('under construction in other words: %s', (words, quote) => {
    const page = readText(`<title>互动</title><p>当前位置：首页 &gt; 互动</p><div>${words}</div>`)
    expect(page.underConstruction?.quote ?? null).toBe(quote)
  })

  it('one function of a page that says much else is not the page', () => {
    const words =
      '受理机构：某县林业局办公室，林荫路1号。可以当面提交，也可以邮寄，自收到申请之日起二十个工作日内答复。'
    const page = (more: string) =>
      readText(
        `<div class="list_box"><h3>依申请公开</h3>${more}<p>在线申请功能维护中，暂停使用。</p></div>`,
      )
    expect(page(`<p>${words}</p><p>${words}</p>`).underConstruction).toBeNull()
    expect(page('').underConstruction).not.toBeNull()
  })
  it('a bridge that is being built is no page under construction', () => {
    const built = (words: string) =>
      readText(
        `<title>项目</title><p>当前位置：首页 &gt; 项目</p><div><p>重点项目</p><p>${words}</p></div>`,
      ).underConstruction
    expect(built('青溪大桥正在建设中，预计年底完工，各标段工程内容进展顺利。')).toBeNull()
    expect(built('建设中……')).not.toBeNull()
    expect(built('资料整理中')).not.toBeNull()
    expect(built('本页内容正在更新中，请稍后再来')).not.toBeNull()
  })
  it('a title that a script writes', () => {
    const page = readText('<title></title><script>document.title = name + "-某局"</script><p>x</p>')
    expect(page.scriptedTitle).toBe(true)
    expect(
      readText('<title>x</title><script>if (document.title == "") f()</script>').scriptedTitle,
    ).toBeUndefined()
  })
  it('files and binaries labelled HTML are files', () => {
    expect(readBytes(Buffer.from('%PDF-1.4 …'), { contentType: 'text/html' }).kind.value).toBe(
      'file',
    )
    expect(readBytes(Buffer.from([0, 1, 2, 0, 0, 0, 0, 0, 9])).kind.value).toBe('file')
    expect(readBytes(Buffer.from('a,b'), { contentType: 'text/csv' }).kind.value).toBe('file')
  })
  it('counters and clocks do not change the hash, words do', () => {
    const at = (count: string, word: string): string =>
      readText(`<title>通知</title><div><p>浏览次数：${count}</p><p>${word.repeat(30)}</p></div>`)
        .textHash
    expect(at('15', '各单位，')).toBe(at('99', '各单位，'))
    expect(at('15', '各单位，')).not.toBe(at('15', '各部门，'))
  })
})

describe('main text and a long table', () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `<tr><td>${i + 1}</td><td>某镇某村</td><td>家庭人口三人，月补助金额五百元</td></tr>`,
  ).join('')
  const page = (around: string): string =>
    `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gs/">公示</a></div>
     <div class="art"><h1>关于救助对象名单的公示</h1><div>发布时间：2020-03-04 来源：民政局</div>
     <div class="con">${around}<div class="tab"><table>${rows}</table></div><p>某县民政局</p></div></div>`

  it('the sentences above the table are main text too', () => {
    const { text } = readText(page('<p>现将第一季度救助对象名单予以公示，如有异议请反映。</p>'))
    expect(text.excerpt).toMatch(/^现将第一季度救助对象名单予以公示/)
    expect(text.excerpt).toContain('60\t某镇某村'.replace('\t', ' '))
    expect(text.excerpt.endsWith('某县民政局')).toBe(true)
  })
  it('a table alone stays alone', () => {
    expect(readText(page('')).text.excerpt).toMatch(/^1 某镇某村/)
  })
})

describe('tables that are kept as such', () => {
  const kept = (...head: readonly string[]) =>
    readText(
      `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/jg/">机构设置</a></div><h1>机构设置</h1><table><tr>${head
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr><tr><td>司法所</td><td></td><td>0700-1234567</td></tr></table>`,
    ).tables

  it('units and what is said of them: an empty cell is seen', () => {
    expect(kept('站所', '负 责 人', '电话')).toEqual([
      [
        ['站所', '负责人', '电话'],
        ['司法所', '', '0700-1234567'],
      ],
    ])
    expect(kept('科室名称', '工作职责', '联系电话')).toHaveLength(1)
  })
  it('other tables are text', () => {
    expect(kept('品种', '产量', '产地')).toBeUndefined()
  })
})

describe('links', () => {
  const page = readText(
    `<div class="nav"><a href="/zwgk/">政务公开</a></div><p>当前位置：<a href="/">首页</a> &gt; <a href="/dt/">动态</a></p>
     <a href="javascript:void(0)" onclick="window.open('/win.html')">窗口</a><a href="#top">顶</a>
     <a href="javascript:;">空</a><a href="mailto:a@b.cn">信</a><a href="pic.html"><img alt="领导之窗"></a>
     <iframe src="list.jsp"></iframe><iframe src="http://other.example.com/x"></iframe>
     <script>document.write('<a href="./P020.pdf">报表.pdf</a>')</script>
     <meta http-equiv="refresh" content="0; url=/new/">`,
    { url: 'http://www.example.gov.cn/a/b.html' },
  )
  it('knows areas and ways', () => {
    const of = (text: string): unknown => {
      const link = page.links.find((one) => one.text === text)
      return link && [link.url.replace('http://www.example.gov.cn', ''), link.area, link.how]
    }
    expect(of('政务公开')).toEqual(['/zwgk/', 'nav', 'href'])
    expect(of('首页')).toEqual(['/', 'trail', 'href'])
    expect(of('窗口')).toEqual(['/win.html', 'other', 'script'])
    expect(of('领导之窗')).toEqual(['/a/pic.html', 'other', 'href'])
    expect(of('报表.pdf')).toEqual(['/a/P020.pdf', 'other', 'script'])
    expect(page.links.some((link) => link.how === 'refresh' && link.url.endsWith('/new/'))).toBe(
      true,
    )
    expect(page.links.some((link) => link.text === '空' || link.text === '信')).toBe(false)
  })
  it('frames are those of the same portal', () => {
    expect(page.frames).toEqual(['http://www.example.gov.cn/a/list.jsp'])
  })
})
