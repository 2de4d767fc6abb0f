/**
 * Shapes of markup that content systems leave on real pages, one each: days in dots, in English and as periods, labels of
 * document tables, trails that end open above a list, names with 技术 in them.
 */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const FOOT = '<div class="footer"><p>主办单位：临江县人民政府　示ICP备12345678号</p></div>'
const TRAIL =
  '<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/gk/">公开</a> &gt; 动态</div>'
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function page(inside: string, foot = FOOT, url = 'http://www.example.gov.cn/gk/dt/') {
  return readText(
    `<html><head><meta charset="utf-8"><title>动态</title></head><body>${inside}${foot}</body></html>`,
    { url },
  )
}
const days = (read: ReturnType<typeof page>) =>
  subjectItems(read).map((item) => item.publishedOn?.value ?? null)

describe('days of list entries', () => {
  it('month and day parted by a dot, the year from the address', () => {
    const rows = numbers(6).map(
      (i) =>
        `<dl><dt><a href="./202611/t2026110${i}_9${i}.html">第${i}次全县工作调度会召开</a></dt><dd>11.0${i}</dd></dl>`,
    )
    const read = page(`${TRAIL}<div>${rows.join('')}</div>`)
    expect(days(read)).toEqual(numbers(6).map((i) => `2026-11-0${i}`))
  })

  it('a number with a dot is no day', () => {
    const rows = numbers(6).map(
      (i) => `<li><a href="/p/202611/${i}.html">第${i}号地块成交单价为 11.0${i} 万元</a></li>`,
    )
    expect(days(page(`${TRAIL}<ul>${rows.join('')}</ul>`)).filter((day) => day !== null)).toEqual(
      [],
    )
  })

  it('English months right behind the title, parted by the style sheet alone', () => {
    const rows = numbers(5).map(
      (i) =>
        `<li><a href="/n/${i}.html">District reports progress on project ${i} this autumn</a><span>Nov 0${i}, 2026</span></li>`,
    )
    expect(days(page(`<ul>${rows.join('')}</ul>`))).toEqual(numbers(5).map((i) => `2026-11-0${i}`))
  })

  it('of a period the first day, and less sure', () => {
    const rows = numbers(5).map(
      (i) =>
        `<tr><td><a href="/z/${i}.html">关于第${i}号管理办法公开征求意见的公告</a></td><td>2026-11-0${i}至2026-12-0${i}</td><td>已结束</td></tr>`,
    )
    const read = page(
      `${TRAIL}<table><tr><th>主题</th><th>征集时间</th><th>状态</th></tr>${rows.join('')}</table>`,
    )
    expect(days(read)).toEqual(numbers(5).map((i) => `2026-11-0${i}`))
    expect(subjectItems(read)[0]?.publishedOn?.sureness).toBe(0.8)
  })

  it('where the day of publication stands beside a period, that counts', () => {
    const rows = numbers(5).map(
      (i) =>
        `<tr><td><a href="/z/${i}.html">关于第${i}号管理办法公开征求意见的公告</a></td><td>2026-11-0${i}至2026-12-0${i}</td><td>2026-10-3${i % 2}</td></tr>`,
    )
    expect(days(page(`${TRAIL}<table>${rows.join('')}</table>`))[0]).toBe('2026-10-31')
  })
})

describe('days beside other days', () => {
  it('of a list of penalties the day of 公示, not of the decision', () => {
    const rows = numbers(4).map(
      (i) =>
        `<tr><td><a href="/cf/${i}.html">临市监处罚〔2026〕${i}号</a></td><td>某餐饮店</td><td>2026-11-0${i}</td><td>2026-11-1${i}</td></tr>`,
    )
    const read = page(
      `${TRAIL}<table><tr><td>文号</td><td>当事人</td><td>处罚决定日期</td><td>公示日期</td></tr>${rows.join('')}</table>`,
    )
    expect(days(read)).toEqual(numbers(4).map((i) => `2026-11-1${i}`))
  })

  it('titles that end with 决定 or 实施 are no labels', () => {
    const ends = [
      '关于废止部分规范性文件的决定',
      '临江县供水管理办法正式实施',
      '关于两件规章废止失效',
    ]
    const rows = ends.map(
      (title, i) => `<li><a href="/w/${i}.html">${title}</a><span>2026-11-0${i + 1}</span></li>`,
    )
    expect(days(page(`${TRAIL}<ul>${rows.join('')}</ul>`))).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
    ])
  })

  it('the year from an address that is a time stamp', () => {
    const rows = numbers(5).map(
      (i) =>
        `<li><a href="/n/2026110${i}093011${i}.html">第${i}次全县工作调度会召开</a><span>11-0${i}</span></li>`,
    )
    expect(days(page(`${TRAIL}<ul>${rows.join('')}</ul>`))).toEqual(
      numbers(5).map((i) => `2026-11-0${i}`),
    )
  })

  const above = (box: string) =>
    readText(
      `<title>县交警大队开展夜查行动</title><div class="wz"><a href="/">首页</a> › <a href="/jw/">警务动态</a></div><article>${box}<h1>县交警大队开展夜查行动</h1><div>作者：交警大队　围观：331</div><div>${P.repeat(4)}</div></article>${FOOT}`,
      { url: 'http://www.example.gov.cn/jw/9911.html' },
    )

  it('a box of day and month right above the title, parted by the style sheet alone', () => {
    const read = above('<div class="post-date"><span>12</span><span>2026-10</span></div>')
    expect([read.publishedOn?.value, (read.publishedOn?.sureness ?? 1) < 0.9]).toEqual([
      '2026-10-12',
      true,
    ])
  })

  it('in brackets under the title a time stamp is the day of publication, a day alone is not', () => {
    const under = (day: string) =>
      readText(
        `<title>假期政务服务不打烊</title><div class="wz">当前位置：<a href="/">首页</a> &gt; 新闻</div><div><h1>假期政务服务不打烊</h1><h5>（${day}）</h5></div><div>${P.repeat(4)}</div>${FOOT}`,
        { url: 'http://www.example.gov.cn/a/88123.html' },
      ).publishedOn?.value ?? null
    expect([under('2026-10-01 08:00:00'), under('2026年10月1日')]).toEqual(['2026-10-01', null])
  })

  it('any other date above the title is none of the text’s', () => {
    expect(above('<div>2026-10-12</div>').publishedOn).toBeNull()
  })
})

describe('document tables', () => {
  const table = (cells: string) =>
    page(
      `${TRAIL}<table>${cells}</table><h1>临江县供水管理办法</h1>${P.repeat(4)}`,
      FOOT,
      'http://www.example.gov.cn/show.action?key=1',
    )

  it('the day of uploading, not that of the document', () => {
    const read = table(
      '<tr><td>索 引 号</td><td>20261102-189</td><td>发 文 日 期</td><td>2026-10-29</td></tr><tr><td>文 号</td><td>临政发〔2026〕9号</td><td>上 载 日 期</td><td>2026-11-02</td></tr>',
    )
    expect(read.publishedOn?.value).toBe('2026-11-02')
    expect(read.document?.publishedOn).toBe('2026-11-02')
  })

  it('发布机关 names the issuer', () => {
    const read = table(
      '<tr><td>索引号：</td><td>63000/2026-00218</td></tr><tr><td>发布机关：</td><td>临江县水务局</td></tr><tr><td>文号：</td><td>临水〔2026〕9号</td></tr>',
    )
    expect(read.document?.issuer).toBe('临江县水务局')
  })
})

describe('labels in square brackets', () => {
  const read = (rows: readonly string[]) =>
    page(
      `${TRAIL}<h1>临江县供水管理办法</h1>${rows.map((row) => `<p>${row}</p>`).join('')}${P.repeat(4)}`,
      FOOT,
      'http://www.example.gov.cn/show.action?key=1',
    ).document
  const ROWS = [
    '<strong>[索引号]</strong> 004361207/2025-01216',
    '<strong>[发布机构]</strong> 临江县水务局',
    '<strong>[生成日期]</strong> 2025/09/03',
    '[文号] 临水〔2025〕3号 [公开日期] 2025/09/05',
  ]

  it('are read with their values', () => {
    expect(read(ROWS)).toMatchObject({
      indexNumber: '004361207/2025-01216',
      issuer: '临江县水务局',
      signedOn: '2025-09-03',
      documentNumber: '临水〔2025〕3号',
      publishedOn: '2025-09-05',
      validity: null,
    })
  })

  it('a bracket that holds more than a known label holds none', () => {
    expect(read(['[字号 大 中 小]', '[打印本文 索引号]', '[关闭 有效性]'])).toBeFalsy()
  })
})

describe('tables of decisions', () => {
  const heads = ['行政相对人名称', '许可内容', '许可决定书文号', '许可决定日期', '许可机关']
  const decision = (n: number) => [
    `临江县第${n}养老协会`,
    '社会团体成立登记',
    `临民许准〔2026〕${n}号`,
    `2026-05-1${n}`,
    '临江县民政局',
  ]
  const read = (...rows: readonly (readonly string[])[]) =>
    page(
      `${TRAIL}<h1>成立登记行政许可决定</h1><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      FOOT,
      'http://www.example.gov.cn/show.action?key=1',
    ).document

  it('the party in the first cell of the next row is not the issuer', () => {
    expect(read(heads, decision(1))).toMatchObject({
      issuer: '临江县民政局',
      signedOn: '2026-05-11',
      documentNumber: '临民许准〔2026〕1号',
    })
    const short = ['当事人', '处罚内容', '决定日期', '处罚机关']
    expect(
      read(short, ['临江县砂石厂', '罚款', '2026-05-11', '临江县水务局'])?.issuer ?? null,
    ).not.toBe('临江县砂石厂')
  })

  it('of several decisions none speaks for the page', () => {
    expect(read(heads, decision(1), decision(2))?.issuer ?? null).toBeNull()
  })
})

describe('names', () => {
  it('a trail that ends open right above a list ends with its box', () => {
    const rows = numbers(5).map(
      (i) =>
        `<li><b>[<a href="/ly/">林业新闻</a>]</b><a href="/ly/${i}.html">第${i}次林区巡护检查工作结束</a><span>2026-11-0${i}</span></li>`,
    )
    const read = page(
      `<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> &gt; <a href="/ly/">林业新闻</a> &gt; </div><ul>${rows.join('')}</ul>`,
    )
    expect(read.trail).toEqual(['主页', '林业新闻'])
    expect(read.title).toBe('林业新闻')
  })

  it('科学技术局 is not cut at 技术', () => {
    const foot = '<div class="footer"><p>主办：临江市科学技术局　技术支持：某某公司</p></div>'
    expect(page(P, foot).footer.sponsor?.value).toBe('临江市科学技术局')
    const joined = '<div class="footer"><p>主办：临江市科学技术局技术支持：某某公司</p></div>'
    expect(page(P, joined).footer.sponsor?.value).toBe('临江市科学技术局')
  })

  it('nor is 经济技术开发区', () => {
    const zone = '主办单位：临江经济技术开发区管理委员会办公室'
    const foot = `<div class="footer"><p>${zone}　技术开发：某某公司</p></div>`
    expect(page(P, foot).footer.sponsor?.value).toBe('临江经济技术开发区管理委员会办公室')
    const joined = `<div class="footer"><p>${zone}技术开发：某某公司</p></div>`
    expect(page(P, joined).footer.sponsor?.value).toBe('临江经济技术开发区管理委员会办公室')
  })

  it.each([
    ['<script id="_jiucuo_" sitecode="9912340017" src="/a.js"></script>', 'sitecode="9912340017"'],
    [
      "<script sitecode='bm99000017' src='http://x.cn/a.js' id='_jiucuo_'></script>",
      "sitecode='bm99000017'",
    ],
    ['<script id="_jiucuo_" src="/a.js"></script><p sitecode="9912340017">', 'id="_jiucuo_'],
  ])('the box’s own script names the site that is reported: %s', (script, quote) => {
    const { footer } = page(P, `<div class="footer"><p>主办：临江市林业局</p>${script}</div>`)
    expect(footer.errorReportBox).toMatchObject({ where: 'markup', quote })
  })
})

describe('words that only a style sheet or a script parts', () => {
  it('the source ends where the next element begins with a label', () => {
    const read = page(
      `${TRAIL}<h1>关于公示专项资金拟支持项目的公告</h1><div><span>来源：县商务局规财科</span><span>类型：原创</span><span>2026-09-30 10:22</span></div><div>${P.repeat(4)}</div>`,
      FOOT,
      'http://www.example.gov.cn/gk/20260900553311.shtml',
    )
    expect([read.source, read.publishedOn?.value]).toEqual(['县商务局规财科', '2026-09-30'])
  })

  it('a template that the browser fills in needs one', () => {
    const read = page(
      `${TRAIL}<ul><li v-for="one in list"><a :href="one.url">{{one.title}}</a><span>{{one.day}}</span></li></ul><script src="/app.js"></script>`,
    )
    expect(read.needsBrowser.value).toBe(true)
  })

  it('party committee and government sponsor together', () => {
    const foot =
      '<div class="footer"><p>中共临江县委 临江县人民政府主办 示ICP备12345678号</p></div>'
    expect(page(P, foot).sponsorPhrase?.value).toBe('中共临江县委 临江县人民政府')
  })

  it('the whole printed title where <title> has what stands in its marks', () => {
    const read = readText(
      `<title>临江县人民政府常务会议议事规则-临江县人民政府</title><div class="wz">当前位置：<a href="/">首页</a> &gt; 县政府文件</div><table><tr><td><b>索引号</b></td><td>115/2026-1121</td><td><b>发文机关</b></td><td>临江县人民政府</td></tr><tr><td><b>文号</b></td><td>临政发〔2026〕12号</td><td><b>发布日期</b></td><td>2026年11月21日</td></tr></table><div><h3>临江县人民政府关于印发《临江县人民政府常务会议议事规则》的通知</h3>${P.repeat(4)}</div>${FOOT}`,
      { url: 'http://www.example.gov.cn/info/egovinfo/1007/2026-1121001.htm' },
    )
    expect(read.title).toBe('临江县人民政府关于印发《临江县人民政府常务会议议事规则》的通知')
  })
})

describe('kinds and titles', () => {
  const rowsOf = (count: number) =>
    numbers(count)
      .map(
        (i) =>
          `<li><a href="/hd/${count}${i}.html">何维民到第${i}个乡镇调研重点工作</a><span>2026-11-0${i}</span></li>`,
      )
      .join('')
  const kind = ({ kind }: ReturnType<typeof page>) => [kind.value, kind.sureness >= 0.9]
  const block = (name: string, at: number) =>
    `<div><h3><a href="/gk/${at}/">${name}</a></h3><ul>${numbers(4)
      .map(
        (i) =>
          `<li><a href="/gk/${at}/${i}.html">${name}第${i}期情况公布</a><span>2026-11-0${i}</span></li>`,
      )
      .join('')}</ul></div>`

  it('boxes that each show the latest of another column are an overview of columns', () => {
    const names = ['人事任免', '规划计划', '财政信息', '统计信息']
    const read = page(`${TRAIL}${names.map((name, i) => block(name, i)).join('')}`)
    expect(kind(read)).toEqual(['directory', true])
    expect(read.lists.map((list) => list.moreUrl)).toEqual(
      names.map((_, i) => `http://www.example.gov.cn/gk/${i}/`),
    )
  })

  it('a list of the page’s own among boxes stays a list', () => {
    const read = page(
      `${TRAIL}<div><h3>动态</h3><ul>${numbers(9)
        .map(
          (i) =>
            `<li><a href="./${i}.html">第${i}次全县工作调度会召开</a><span>2026-11-0${i}</span></li>`,
        )
        .join('')}</ul></div>${block('人事任免', 1)}${block('规划计划', 2)}`,
    )
    expect(kind(read)).toEqual(['listing', true])
    expect(subjectItems(read)).toHaveLength(9)
  })

  it('tiles with a summary under the name are entries, not titles', () => {
    const tiles = ['概况', '历史沿革', '行政区划', '自然资源', '民俗古迹', '交通指南']
      .map(
        (name, i) =>
          `<li><a href="/zj/${i}/"><img src="${i}.jpg"><h4>${name}</h4><p>境内山水相依，物产丰饶，历来为四方商旅往来之地，文化底蕴深厚。</p></a></li>`,
      )
      .join('')
    const read = readText(
      `<title>走进临江</title><div class="wz">您的位置：<a href="/">首页</a> &gt; 走进临江</div><ul>${tiles}</ul>${FOOT}`,
      { url: 'http://www.example.gov.cn/zj/' },
    )
    expect(kind(read)).toEqual(['directory', true])
  })

  it('a guide under the name of its column is a text', () => {
    const read = readText(
      `<title>政府信息公开指南</title><div class="wz">当前位置：<a href="/">首页</a> &gt; 政府信息公开 &gt; 政府信息公开指南</div><div><h3>政府信息公开指南</h3>${P.repeat(5)}</div>${FOOT}`,
      { url: 'http://www.example.gov.cn/gkzn/' },
    )
    expect([...kind(read), read.publishedOn]).toEqual(['article', false, null])
  })

  const LEADER = (names: readonly string[]) =>
    readText(
      `<title>领导之窗-临江县人民政府</title><div class="wz"><a href="/">首页</a>&gt;<a href="/gk/">政务公开</a>&gt;<a href="/ld/">领导之窗</a></div><div>${names.map((name) => `<h2>${name}</h2><p>县委副书记、县长</p><h4>工作分工</h4>${P.repeat(2)}<h4>个人简历</h4><p>1993.09—1997.07 某大学学习</p>`).join('')}</div>${FOOT}`,
      { url: 'http://www.example.gov.cn/ld/hwm/' },
    )

  it('the page of one leader bears his name', () => {
    const read = LEADER(['何维民'])
    expect([read.title, ...kind(read)]).toEqual(['何维民', 'article', false])
  })

  it('what a leader did of late is not what his page lists', () => {
    const read = readText(
      `<title>何维民-临江县人民政府</title><div class="wz"><a href="/">首页</a> / <a href="/ld/">领导之窗</a> / <span>县长</span></div><div><h2>何维民</h2><p>县委副书记、县长</p><h3>工作分工</h3><p>领导县政府全面工作，负责审计方面的工作，分管县审计局。</p></div><div><h3>领导活动</h3><ul>${rowsOf(6)}</ul></div><div><h3>重要讲话</h3><ul>${rowsOf(3)}</ul></div>${FOOT}`,
      { url: 'http://www.example.gov.cn/ld/xz/hwm/index.shtml' },
    )
    expect([read.title, ...kind(read), read.publishedOn]).toEqual([
      '何维民',
      'article',
      false,
      null,
    ])
  })

  it('a page of several leaders does not', () => {
    expect(['何维民', '李向东']).not.toContain(LEADER(['何维民', '李向东']).title)
  })

  it('the page of one letter has the letter’s title, and no day of publication', () => {
    const read = readText(
      `<title>信件详情-临江县人民政府</title><div class="wz">当前位置：<a href="/">首页</a> &gt; 互动交流 &gt; 信件回复</div><table><tr><th>信件标题</th><td>幸福小区何时通气</td></tr><tr><th>来信时间</th><td>2026-11-03 09:12</td><th>回复时间</th><td>2026-11-06 16:40</td></tr><tr><th>来信内容</th><td>您好，请问幸福小区什么时候能用上天然气？</td></tr><tr><th>回复单位</th><td>县住建局</td></tr></table>${FOOT}`,
      { url: 'http://www.example.gov.cn/xj/detail?id=8' },
    )
    expect([read.kind.value, read.title, read.publishedOn]).toEqual([
      'article',
      '幸福小区何时通气',
      null,
    ])
  })

  it('what is to be read before writing is not the form’s title', () => {
    const read = readText(
      `<title>县长信箱-临江县人民政府</title><div class="wz">当前位置：<a href="/">首页</a> &gt; 我要写信</div><h3>写信须知</h3><p>一、一事一件，请勿重复提交；二、来信请留真实姓名和联系方式；三、涉法涉诉事项不予受理。</p><form><input name="a"><input name="b"><input name="c"><textarea name="d"></textarea></form>${FOOT}`,
      { url: 'http://www.example.gov.cn/xx/main.action' },
    )
    expect([read.kind.value, read.title]).toEqual(['form', '县长信箱'])
  })
})
