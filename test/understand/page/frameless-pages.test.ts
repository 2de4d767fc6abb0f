/**
 * Habits of old portals' pages, each written for these tests: texts saved from Word without a frame, systems that give
 * every page the site's name as `<title>`, names that are pictures, and days whose year has two digits behind a label.
 */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const TEXT =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const line = (text: string, where: string): string =>
  `<p class=MsoNormal align=${where} style='text-align:${where}'><span>${text}<o:p></o:p></span></p>`
const word = (inside: string, title = '　'): string =>
  `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><title>${title}</title></head><body><div class=Section1>${inside}</div></body></html>`

describe('a text saved from Word', () => {
  it('has the centred lines that it opens with for its title, and no day of publication', () => {
    const read = readText(
      word(
        `${line('白石镇人民政府文件', 'center')}${line('白政发〔2026〕3号', 'center')}${line('白石镇人民政府', 'center')}${line('2025年政府信息公开工作年度报告', 'center')}${line('&nbsp;', 'left')}${TEXT.repeat(6)}${line('2026年1月20日', 'right')}`,
      ),
    )
    expect(read.title).toBe('白石镇人民政府2025年政府信息公开工作年度报告')
    expect(read.kind).toMatchObject({ value: 'article', sureness: 0.9 })
    expect(read.publishedOn).toBeNull()
  })

  it('is fuller than the name of the place in <title>', () => {
    const opening = `${line('白石镇政府信息公开指南', 'center')}${line('（2024年6月修订）', 'center')}`
    const read = readText(word(`${opening}${TEXT.repeat(4)}`, '白石镇'))
    expect(read.title).toBe('白石镇政府信息公开指南')
    expect(read.kind.value).toBe('article')
  })

  it('whose lines are set otherwise opens with its text', () => {
    const read = readText(word(`${line('为做好有关工作，现通知如下', 'left')}${TEXT.repeat(6)}`))
    expect(read.title).toBeNull()
  })
})

describe('a list without a trail under the site’s name', () => {
  const rows = [1, 2, 3, 4, 5]
    .map(
      (i) =>
        `<tr><td><a href="/s.aspx?id=${i}">第${i}次业务会议召开情况</a></td><td>2026/11/${i} 0:00:00</td></tr>`,
    )
    .join('')
  const site = (heading: string): string =>
    `<html><head><title>白石市审计局</title></head><body><div id="menu"><a href="/">首页</a><a href="/l.aspx?c=3">审计动态</a><a href="/l.aspx?c=5">审计公告</a></div><form><div><span class="bt">${heading}</span></div><div><table>${rows}</table></div></form></body></html>`

  it('is named by its heading, which the menu has too', () => {
    const read = readText(site('审计动态'), { url: 'http://sjj.example.gov.cn/l.aspx?c=3' })
    expect(subjectItems(read)).toHaveLength(5)
    expect(read.title).toBe('审计动态')
  })

  it('not by any other heading', () => {
    const read = readText(site('最近更新'), { url: 'http://sjj.example.gov.cn/l.aspx?c=3' })
    expect(read.title).toBe('白石市审计局')
  })
})

describe('a landing page of two boxes', () => {
  const box = (name: string, more: string): string =>
    `<section><div><h3>${name}</h3><a href="/gk/${more}/">更多</a></div><ul>${[1, 2, 3].map((i) => `<li><a href="/gk/${more}/${i}.html">关于${name}有关事项的通知之${i}</a><time>2026-11-0${i}</time></li>`).join('')}</ul></section>`
  const entries = ['指南', '制度', '年报', '预决算', '行政许可', '行政处罚']
    .map((name, i) => `<a href="/gk/e${i}/">${name}</a>`)
    .join('')
  const page = (boxes: string, more: string): string =>
    `<html><head><title>政务公开_白石市人民政府</title></head><body><nav><a href="/">首页</a><a href="/gk/">政务公开</a></nav><div class="crumbs">当前位置：<a href="/">首页</a> &gt; 政务公开</div><main><div>${more}</div>${boxes}</main></body></html>`

  it('is an overview where it leads on to other columns besides', () => {
    const read = readText(page(box('最新政策', 'zc') + box('政策解读', 'jd'), entries), {
      url: 'http://www.example.gov.cn/gk/',
    })
    expect(read.kind.value).toBe('directory')
  })

  it('is an overview without a trail where its tags say that it is a column', () => {
    const tag = '<meta name="ColumnName" content="政务公开">'
    const boxes = box('最新政策', 'zc') + box('政策解读', 'jd')
    const read = readText(
      `<html><head><title>政务公开_白石市人民政府</title>${tag}</head><body><main><div>${entries}</div>${boxes}</main></body></html>`,
      { url: 'http://www.example.gov.cn/gk/' },
    )
    expect(read.kind.value).toBe('directory')
  })

  it('is a list where the boxes are all there is', () => {
    const read = readText(page(box('最新政策', 'zc') + box('政策解读', 'jd'), ''), {
      url: 'http://www.example.gov.cn/gk/',
    })
    expect(read.kind.value).toBe('listing')
  })
})

describe('the line of date and source', () => {
  const article = (info: string): string =>
    `<html><head><title>赴外地开展经贸交流_白石市人民政府</title></head><body><h1>赴外地开展经贸交流</h1><div class="ly">${info}</div><div>${TEXT.repeat(4)}</div></body></html>`

  it('may give the year in two digits behind its label', () => {
    const read = readText(article('发布时间：26-04-28 09:11　作者：办公室'))
    expect(read.publishedOn?.value).toBe('2026-04-28')
  })

  it('may name the source by a picture', () => {
    expect(
      readText(article('时间：2026-04-28　来源：<img src="/ly.png" alt="招商局">　<a>打印</a>'))
        .source,
    ).toBe('招商局')
    expect(
      readText(article('时间：2026-04-28　来源：<img src="/p.gif" alt="print.gif">　<a>打印</a>'))
        .source,
    ).toBeNull()
  })

  it('may run on into the share bar without a blank', () => {
    const info = '<em>来源：白石融媒</em><em>2026年10月9日 18:33</em><em>分享：微信</em>'
    expect(readText(article(info)).publishedOn).toMatchObject({ value: '2026-10-09' })
  })

  it('may part label and source by a bar, and end the source where another label begins', () => {
    expect(readText(article('来源｜白石日报　2026.11.05 07:40　阅读｜1.2万')).source).toBe(
      '白石日报',
    )
    const info = '添加时间：2026年6月20日 17:22　　来源：种植业科　　供稿人：王强'
    expect(readText(article(info)).source).toBe('种植业科')
  })

  it('in English ends its source where the next words begin', () => {
    const info =
      '<span>Updated: June 8, 2026 10:24</span> <span>Source: Baishi Daily</span> <span>Font size: A A</span>'
    expect(readText(article(info)).source).toBe('Baishi Daily')
  })
})

describe('a notice that runs by beside a list', () => {
  it('takes no day from the first entry, and is no entry itself', () => {
    const rows = [25, 18, 16, 11]
      .map(
        (day) =>
          `<tr><td>◆<a href="/n.asp?id=${day}">统计工作动态第${day}号简报印发</a> (2026-11-${day})</td></tr>`,
      )
      .join('')
    const read = readText(
      `<html><body><table><tr valign="top"><td><table><tr><td><marquee>直报系统11月30日停机维护。<br><div>2026-11-25</div></marquee></td></tr></table></td><td><table>${rows}</table></td></tr></table></body></html>`,
      { url: 'http://tjj.example.gov.cn/index.asp' },
    )
    expect(subjectItems(read).map((item) => item.publishedOn?.value)).toEqual([
      '2026-11-25',
      '2026-11-18',
      '2026-11-16',
      '2026-11-11',
    ])
  })
})

describe('a trail that ends open', () => {
  const open = (inside: string) =>
    readText(
      `<html><head><title>机构职责_白石县教育局</title></head><body><div class="nav"><a href="/">主页</a><a href="/jg/">机构概况</a></div><div class="pleft"><div class="place"><strong>当前位置:</strong> <a href="/">主页</a> > <a href="/jg/">机构概况</a> > <a href="/jg/zz/">机构职责</a> > </div>${inside}</div></body></html>`,
      { url: 'http://www.example.gov.cn/jg/zz/' },
    )

  it('does not take the first sentence below it for a step', () => {
    const read = open(`<div class="content">${TEXT.repeat(5)}</div>`)
    expect(read.trail).toEqual(['主页', '机构概况', '机构职责'])
    expect(read.title).toBe('机构职责')
    expect(read.text.excerpt).toContain('压实责任')
  })

  it('above 共0页0条 is that of an empty column', () => {
    const read = open(
      '<ul></ul><div class="pages">共 <strong>0</strong>页<strong>0</strong>条记录</div>',
    )
    expect(read.kind).toMatchObject({ value: 'listing' })
    expect(read.kind.because).toContain('没有内容')
  })
})

describe('an empty box that a script fills', () => {
  const page = (id: string) =>
    readText(
      `<html><body><div class="top"><div id="${id}"></div></div><script>document.getElementById("${id}").innerHTML=words()</script><div class="pos">当前位置：<a href="/">首页</a> &gt; 成人教育</div><div>尚无资料 共0条</div><div class="links">${[1, 2, 3].map((i) => `<a href="/l${i}/">白石市第${i}开放大学网站</a>`).join('')}</div></body></html>`,
    )

  it('is no content where it is a calendar', () => {
    expect(page('c_lunar122739').needsBrowser.value).toBe(false)
    expect(page('c_content122739').needsBrowser.value).toBe(true)
  })
})

describe('entries of pictures', () => {
  const column = (inside: string) =>
    readText(
      `<html><body><div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/gk/">公开</a> &gt; 政府公报</div>${inside}</body></html>`,
      { url: 'http://www.example.gov.cn/gk/gb/' },
    )

  it('covers of a gazette with the issue below them', () => {
    const covers = [3, 2, 1]
      .map(
        (i) =>
          `<div class="g"><a href="/gk/gb/${i}.html"><img src="/gb.jpg" alt="2026年第${i}期"></a><p>2026年第${i}期（总第${40 + i}期）</p></div>`,
      )
      .join('')
    const items = subjectItems(column(`<div>${covers}</div>`))
    expect(items.map(({ title }) => title)).toEqual([
      '2026年第3期（总第43期）',
      '2026年第2期（总第42期）',
      '2026年第1期（总第41期）',
    ])
  })

  it('files to take along, few as they are', () => {
    const files = ['信息公开申请表', '临时救助审批表', '农村宅基地申请表']
      .map((name, i) => `<li><a href="/f/${i}.doc">${name}</a></li>`)
      .join('')
    expect(subjectItems(column(`<ul>${files}</ul>`))).toHaveLength(3)
    const menu = files.replaceAll('.doc', '/')
    expect(subjectItems(column(`<ul>${menu}</ul>`))).toHaveLength(0)
  })

  it('whose words lead nowhere lead where their pictures do', () => {
    const videos = [12, 11, 10]
      .map(
        (i) =>
          `<div class="v"><a href="/v/${i}.html"><img src="/v.jpg"></a><h4><a href="#">白石新闻联播${i}日</a></h4><p>2026-10-${i}</p></div>`,
      )
      .join('')
    expect(subjectItems(column(`<div>${videos}</div>`)).map(({ url }) => url)).toEqual([
      'http://www.example.gov.cn/v/12.html',
      'http://www.example.gov.cn/v/11.html',
      'http://www.example.gov.cn/v/10.html',
    ])
  })
})

describe('what a page is called and what it is', () => {
  it('a heading of its own under the site’s name as <title>, which is printed elsewhere too', () => {
    const read = readText(
      `<html><head><title>白石省卫生健康委员会</title></head><body><h1>关于开展基层卫生人才培训的通知</h1><h3><span>2026-05-18 14：30</span><span>来源：白石省卫生健康委员会办公室</span></h3><div>${TEXT.repeat(5)}</div><p>白石省卫生健康委员会</p></body></html>`,
    )
    expect(read.title).toBe('关于开展基层卫生人才培训的通知')
    expect(read.publishedOn?.value).toBe('2026-05-18')
  })

  it('the printed title where <title> has only the rule that is issued', () => {
    const read = readText(
      `<html><head><title>白石县城市管理办法</title></head><body><div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/gf/">规范性文件</a></div><div class="wzbt">白石县人民政府关于印发白石县城市管理办法的通知</div><div>${TEXT.repeat(5)}</div></body></html>`,
    )
    expect(read.title).toBe('白石县人民政府关于印发白石县城市管理办法的通知')
  })

  it('a page to log in is no form of the unit’s', () => {
    const read = readText(
      '<html><head><title>统一身份认证</title></head><body><h2>用户登录</h2><form><input type="text" name="u"><input type="password" name="p"><input name="code"><button>登录</button></form><a href="/reg">注册</a></body></html>',
      { url: 'http://zwfw.example.gov.cn/login' },
    )
    expect(read.kind).toMatchObject({ value: 'other', sureness: 0.9 })
  })

  it('buttons to print and close are no entry that takes the day of the title’s cell', () => {
    const read = readText(
      `<html><head><title>白石河排水工程</title></head><body><div class="loc">您现在的位置：<a href="/">首页</a> &gt; <a href="/zb/">招标公告</a></div><table><tr><td align="center"><b>白石河排水工程</b><br>【信息时间：2026/11/10 阅读次数：】<a href="javascript:void(0)" onclick="window.print()">【我要打印】</a><a href="javascript:window.close()">【关闭】</a></td></tr><tr><td>${TEXT.repeat(5)}</td></tr></table></body></html>`,
    )
    expect(read.publishedOn?.value).toBe('2026-11-10')
  })
})

describe('fields and foot', () => {
  it('field labels 信息时效性 and 公开责任部门 are those of validity and issuer', () => {
    const fields = [
      '索引号',
      '4309-2026-00031',
      '公开责任部门',
      '白石市水务局',
      '成文日期',
      '2026-05-20',
      '信息时效性',
      '有效',
    ]
    const cells = fields
      .map((one, i) => (i % 2 === 0 ? `<li><em>${one}：</em>` : `<span>${one}</span></li>`))
      .join('')
    const { document } = readText(
      `<html><body><ul>${cells}</ul><h1>关于印发供水细则的通知</h1>${TEXT.repeat(4)}</body></html>`,
    )
    expect(document).toMatchObject({
      issuer: '白石市水务局',
      validity: '有效',
      signedOn: '2026-05-20',
    })
  })

  it('a picture in the foot may say whose site it is', () => {
    const { sponsorPhrase } = readText(
      `<html><body><h1>关于供水的通知</h1>${TEXT.repeat(4)}<div class="bot"><img src="/b.png" alt="白石市水务局主办"/><p>湘ICP备16002233号</p></div></body></html>`,
    )
    expect(sponsorPhrase).toMatchObject({ value: '白石市水务局', where: 'markup' })
  })
})

it.each([
  ['a bare table with its title on top', '', '', true],
  ['a link home above it', '<a href="/">首页</a>', '', undefined],
  ['a picture above it', '<img src="/top.jpg">', '', undefined],
  ['an empty box above it that a style sheet may draw', '<div></div>', '', undefined],
  ['a box with a name around it', '', ' class="top"', undefined],
  ['a script that may write a head', '<script src="/head.js"></script>', '', undefined],
])('a page without any head: %s', (_name, above, named, expected) => {
  const read = readText(
    `<html><head><title>老年证办理-白石镇人民政府</title><link href="css.css" rel=stylesheet></head><body topmargin=0>${above}<table width=1000${named}><tr><td valign=top><p align=center><font size=5><b>老年证办理</b></font></p><hr><div id=zoom>${TEXT}</div></td></tr></table></body></html>`,
  )
  expect(read.headless).toBe(expected)
})
