/** Ways in which pages of old and new systems say where they lead: each must yield its address, and how it was found. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const URL = 'http://www.example.gov.cn/xxgk/index.html'
const TARGET = 'http://www.example.gov.cn/xxgk/tzgg/t1.html'
const body = (inner: string, head = ''): string =>
  `<html><head><title>信息公开</title>${head}</head><body>${inner}</body></html>`
const found = (html: string, target = TARGET): string | undefined =>
  readText(html, { url: URL }).links.find((link) => link.url === target)?.how

describe('where a page leads', () => {
  it('words of the line stand by a file whose link says nothing', () => {
    const { attachments } = readText(
      body(
        '<h2>依申请公开</h2><p>政府信息公开申请表（公民）：<a href="/f/1.doc">点击下载</a></p><table><tr><td>流程图</td><td><a href="/f/2.pdf">下载</a></td></tr></table><p><a href="/f/3.doc">附件</a></p><p>见<a href="/f/4.doc">申请须知</a></p>',
      ),
      { url: URL },
    )
    expect(attachments.map(({ row }) => row?.quote)).toEqual([
      '政府信息公开申请表（公民）：点击下载',
      '流程图 下载',
      undefined,
      undefined,
    ])
  })

  it('a file on the writer’s own disk leads nowhere, and is told as such', () => {
    const { bareEntries } = readText(
      body(
        '<a href="file:///C:/Users/wang/Desktop/1.docx">关于开展林木种苗质量检查的通知附件一览表.docx</a><a href="D:\\\\附件\\\\2.xls">汇总表</a><a href="javascript:;">更多</a>',
      ),
      { url: URL },
    )
    expect(bareEntries?.map(({ text, onDisk }) => [text, onDisk])).toEqual([
      ['关于开展林木种苗质量检查的通知附件一览表.docx', true],
      ['汇总表', true],
      ['更多', undefined],
    ])
  })

  it('a picture on the writer’s disk, and a scheme that there is none of are told', () => {
    const { bareEntries, pictures } = readText(
      body(
        '<div class="content"><p>近日召开会议，部署下一步工作，要求各单位抓好落实。</p><img src="file:///C:/Temp/wps1.jpg"><a href="htp://www.a.gov.cn/">报道全文</a><a href="http：//www.a.gov.cn/">全文</a></div>',
      ),
      { url: URL },
    )
    expect(pictures?.map(({ onDisk }) => onDisk)).toContain('file:///C:/Temp/wps1.jpg')
    expect(bareEntries?.filter(({ misspelt }) => misspelt).map(({ text }) => text)).toEqual([
      '报道全文',
    ])
  })

  it('a link that leads nowhere is told from one that a script may answer', () => {
    const { bareEntries } = readText(
      body(
        '<a href="javascript:void(0)">采伐申请表</a><a href="javascript:;" id="dl">登记表</a><a href="#" onclick="down(3)">承诺书</a><li onclick="f()"><a href="#">样表</a></li>',
      ),
      { url: URL },
    )
    expect(bareEntries?.filter(({ inert }) => inert).map(({ text }) => text)).toEqual([
      '采伐申请表',
    ])
  })

  it.each([
    ['plain relative', body('<a href="tzgg/t1.html">公告</a>')],
    ['dot relative', body('<a href="./tzgg/t1.html">公告</a>')],
    ['parent relative', body('<a href="../xxgk/tzgg/t1.html">公告</a>')],
    ['<base>', body('<a href="t1.html">公告</a>', '<base href="/xxgk/tzgg/">')],
    ['blanks and line breaks in the address', body('<a href=" tzgg/t1.html\n">公告</a>')],
    ['picture map', body('<map><area href="tzgg/t1.html" alt="公告"></map>')],
  ])('href: %s', (_name, html) => {
    expect(found(html)).toBe('href')
  })

  it.each([
    ['javascript:window.open', `<a href="javascript:window.open('tzgg/t1.html')">公告</a>`],
    ['javascript:location', `<a href="javascript:location.href='tzgg/t1.html'">公告</a>`],
    ['javascript:openUrl', `<a href="javascript:openUrl('/xxgk/tzgg/t1.html')">公告</a>`],
    [
      'onclick window.open with options',
      `<a href="#" onclick="window.open('tzgg/t1.html','_blank','width=800');return false">公告</a>`,
    ],
    [
      'onclick on a row',
      `<table><tr onclick="location.href='tzgg/t1.html'"><td>公告</td></tr></table>`,
    ],
    [
      'onclick location.assign',
      `<span onclick="window.location.assign('tzgg/t1.html')">公告</span>`,
    ],
    [
      'javascript:void(0) with onclick',
      `<a href="javascript:void(0)" onclick="window.open('/xxgk/tzgg/t1.html')">公告</a>`,
    ],
    [
      'a choice of a row of friends’ sites',
      `<select onchange="window.open(this.value)"><option value="">友情链接</option><option value="${TARGET}">公告</option></select>`,
    ],
    [
      'a choice of the portal’s own places',
      `<select onchange="if(this.value)location.href=this.value"><option value="/xxgk/tzgg/t1.html">公告</option></select>`,
    ],
    [
      'written by document.write',
      `<script>document.write('<a href="tzgg/t1.html">公告</a>')</script>`,
    ],
  ])('script: %s', (_name, inner) => {
    expect(found(body(inner))).toBe('script')
  })

  it.each([
    ['meta refresh', body('', '<meta http-equiv="refresh" content="0; url=tzgg/t1.html">')],
    [
      'meta refresh with quotes and capitals',
      body('', `<META HTTP-EQUIV="Refresh" CONTENT="1;URL='tzgg/t1.html'">`),
    ],
    ['location.href', body('<script>location.href="tzgg/t1.html"</script>')],
    ['window.location.replace', body('<script>window.location.replace("tzgg/t1.html");</script>')],
    ['top.location', body('<script>top.location = "tzgg/t1.html"</script>')],
    [
      'document.location',
      body('<script type="text/javascript">document.location=\'tzgg/t1.html\';</script>'),
    ],
    ['self.location.href', body('<script>self.location.href = "tzgg/t1.html"</script>')],
    [
      'after a short wait',
      body('<script>setTimeout("location.href=\'tzgg/t1.html\'", 0)</script>'),
    ],
  ])('sent on by itself: %s', (_name, html) => {
    expect(found(html)).toBe('refresh')
  })

  it.each([
    ['if (isMobile) { location.href = "tzgg/t1.html" }'],
    ['if(/Android|iPhone/i.test(navigator.userAgent)) location.href="tzgg/t1.html"'],
    [
      'function a(){}; if (navigator.platform.indexOf("Win") < 0) { var u = 1; location.href = "tzgg/t1.html"; }',
    ],
    ['window.screen.width < 768 && location.replace("tzgg/t1.html")'],
    ['if (top != self) { top.location = "tzgg/t1.html" }'],
  ])('where only another visitor is sent, no one here is: %s', (code) => {
    expect(found(body(`<script>${code}</script>`))).toBeUndefined()
  })

  it.each([
    ['if (isMobile) { location.href = "/m/" } else { location.href = "tzgg/t1.html" }'],
    ['if (isMobile) { location.href = "/m/" } location.href = "tzgg/t1.html"'],
    ['var url = "x"; if (url) { location.href = "tzgg/t1.html" }'],
  ])('where everyone else is sent on, that address: %s', (code) => {
    expect(found(body(`<script>${code}</script>`))).toBe('refresh')
  })

  it.each([
    [
      'frameset',
      '<html><head><title>x</title></head><frameset cols="20%,80%"><frame src="left.html"><frame src="tzgg/t1.html"></frameset></html>',
    ],
    ['iframe', body('<h1>公告</h1><iframe src="tzgg/t1.html"></iframe>')],
  ])('part of the page: %s', (_name, html) => {
    const page = readText(html, { url: URL })
    expect(page.frames).toContain(TARGET)
  })

  it('frames of other hosts are no part of the page', () => {
    const page = readText(body('<iframe src="http://map.example.com/x"></iframe>'), { url: URL })
    expect(page.frames).toEqual([])
  })

  it.each([
    ['pdf.js viewer', '<a href="/pdfjs/web/viewer.html?file=/xxgk/files/a.pdf">查看</a>'],
    [
      'viewer with an encoded address',
      '<a href="/web/viewer.html?file=%2Fxxgk%2Ffiles%2Fa.pdf">查看</a>',
    ],
    ['viewer in a frame', '<iframe src="/pdfjs/web/viewer.html?file=/xxgk/files/a.pdf"></iframe>'],
    ['window.open of a file', `<a href="#" onclick="window.open('files/a.pdf')">附件</a>`],
    ['embedded', '<embed src="files/a.pdf" type="application/pdf">'],
    ['object', '<object data="files/a.pdf" type="application/pdf"></object>'],
  ])('files behind viewers: %s', (_name, inner) => {
    const page = readText(
      body(`<div class="content"><h1>公告</h1><p>发布日期：2023-05-01</p>${inner}</div>`),
      { url: URL },
    )
    const files = page.attachments.map((file) => file.url)
    expect(files).toContain('http://www.example.gov.cn/xxgk/files/a.pdf')
  })

  it('a download address without an extension has the type that its words name', () => {
    const page = readText(
      body(
        '<div class="content"><h1>公告</h1><p>发布日期：2023-05-01</p><p>附件【<a href="/system/download.jsp?owner=12&amp;wbfileid=34">补贴名册.xlsx</a>】</p><p><a href="/system/download.jsp?owner=12&amp;wbfileid=35">附件二</a></p></div>',
      ),
      { url: URL },
    )
    expect(page.attachments.map((file) => file.type)).toEqual(['xlsx', ''])
  })

  it.each([
    ['address put together', `<script>location.href = base + "/t1.html"</script>`],
    ['only inside a function', `<script>function go(){ location.href = "tzgg/t1.html" }</script>`],
  ])('what is not said is not guessed: %s', (_name, inner) => {
    expect(
      readText(body(inner), { url: URL }).links.filter((link) => link.how === 'refresh'),
    ).toEqual([])
  })
})

it('the number of a decision is a field too, though its page prints three fields only', () => {
  const page = readText(
    body(
      '<div class="content"><h1>行政处罚决定</h1><p>时间：2023年5月9日 来源：某局</p><table><tr><td>行政处罚决定书文号</td><td>某罚〔2023〕41号</td></tr><tr><td>处罚决定日期</td><td>2023-05-01</td></tr><tr><td>处罚机关</td><td>某县市场监督管理局</td></tr></table></div>',
    ),
    { url: URL },
  )
  expect(page.document).toMatchObject({
    documentNumber: '某罚〔2023〕41号',
    signedOn: '2023-05-01',
    issuer: '某县市场监督管理局',
  })
})

describe('正文是一张表', () => {
  const row = (...cells: string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

  it('一行的字数压过别的行，表头也是正文', () => {
    const table = `<table>${row('序号', '事项名称', '公开依据', '公开时间')}${row('1', '出生登记', '《户口登记条例》第七条，出生后一个月以内申报登记，由户主向户口登记机关办理。', '即时公开')}</table>`
    const page = readText(body(`<div class="nav"><a href="/">首页</a></div><div>${table}</div>`))
    expect(page.text.excerpt.split('\n')[0]).toBe('序号 事项名称 公开依据 公开时间')
  })

  const DUTY = '本局负责全县公路建设养护、道路运输管理和交通安全监督，组织实施行业规划。'
  it('一行一项的表，说得最多的一行不是全部正文', () => {
    const table = `<table>${row('机构职能', DUTY)}${row('办公地址', '迎宾大道166号')}${row('联系方式', '0700-1234567')}${row('负责人姓名', '何青山')}</table>`
    const page = readText(body(`<div class="v_news_content">${table}</div>`))
    expect(page.text.excerpt.split('\n')).toHaveLength(4)
    expect(page.text.excerpt).toContain('负责人姓名 何青山')
  })

  it('排版的表：左边的菜单不是正文', () => {
    const menu = ['单位简介', '内设机构', '领导介绍'].map((name) => `<a href="/x/">${name}</a>`)
    const table = `<table>${row(menu[0] ?? '', DUTY.repeat(3))}${row(menu[1] ?? '', '')}${row(menu[2] ?? '', '')}</table>`
    expect(readText(body(`<div>${table}</div>`)).text.excerpt).not.toContain('领导介绍')
  })
})

describe('rows of tables', () => {
  const lines = (rows: string): string[] =>
    readText(body(`<h2>新媒体</h2><div class="content"><table>${rows}</table></div>`), {
      url: URL,
    }).text.excerpt.split('\n')
  const wrapped = (...cells: string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('\n')}</tr>`

  it('are one line whatever wraps the words of their cells', () => {
    const plain = [wrapped('账号', '最近更新'), wrapped('示例发布', '2024-03-08')].join('')
    for (const by of ['p', 'div', 'center', 'p><span'])
      expect(
        lines(plain.replace(/<td>(.*?)<\/td>/g, `<td>\n<${by}>$1</${by.split('><').at(-1)}></td>`)),
        by,
      ).toEqual(expect.arrayContaining(['账号 最近更新', '示例发布 2024-03-08']))
  })

  it('keep the lines of a cell that holds several, and what follows it apart', () => {
    expect(lines(wrapped('<p>甲</p><p>乙</p>', '<p>丙</p>', '<p>丁</p>'))).toEqual(
      expect.arrayContaining(['甲', '乙', '丙 丁']),
    )
  })

  it('a layout cell with a list of its own does not run into the text beside it', () => {
    expect(
      lines(wrapped('<ul><li>机构职能</li><li>领导信息</li></ul>', '<h1>公告</h1><p>正文。</p>')),
    ).toEqual(expect.arrayContaining(['领导信息', '公告', '正文。']))
  })
})
