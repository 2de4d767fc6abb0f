/** Lists in shapes that break the one-row-one-entry rule: paging rows, periods, cards in tables, issues, lists in parts. */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const trail = (name: string): string =>
  `<title>${name}</title><p>当前位置：<a href="/">首页</a> &gt; <a href="./">${name}</a></p>`
const titles = (html: string): readonly string[] =>
  subjectItems(readText(html)).map((item) => item.title)

describe('what is no entry', () => {
  it('keeps the paging row out, though 1/20 looks like a day', () => {
    const rows = [5, 4, 3]
      .map(
        (n) =>
          `<tr><td><a href="../info/9/${n}.htm">关于第${n}批项目申报的通知</a></td><td>2023-12-0${n}</td></tr>`,
      )
      .join('')
    const pager =
      '<tr><td colspan="2">首页 上页 <a href="tzgg/19.htm">下页</a> <a href="tzgg/1.htm">尾页</a> 共300条&nbsp; 1/20</td></tr>'
    expect(titles(`${trail('通知公告')}<table>${rows}${pager}</table>`)).toHaveLength(3)
  })
})

describe('a column of one card', () => {
  const card =
    '<div class="cards"><div class="card"><div class="dt"><b>19</b><span>2026-03</span></div><div class="tx"><a href="./202603/t1.html">某省水利厅现行有效规范性文件目录</a><p>某省水利厅……</p></div></div></div>'
  const crumbs = (steps: string): string =>
    `<html><head><title>文件清理</title></head><body><ol class="breadcrumb"><li>当前位置：</li>${steps}</ol>`
  const AT = 'http://www.example.gov.cn/zw/ql/'
  const SLASHED =
    '<li><a href="/">首页</a></li><li>/ <a href="/zw/">政务</a></li><li>/ 文件清理</li>'
  const STYLED = '<li><a href="/">首页</a></li><li><a href="/zw/">政务</a></li><li>文件清理</li>'

  it.each([
    ['steps behind slashes', SLASHED],
    ['steps that only a style sheet parts', STYLED],
  ])('under its own name: %s', (_name, steps) => {
    const page = readText(`${crumbs(steps)}<main><h3>文件清理</h3>${card}</main>`, { url: AT })
    expect(page.trail).toEqual(['首页', '政务', '文件清理'])
    expect(page.kind.value).toBe('listing')
    expect(subjectItems(page).map(({ title, publishedOn }) => [title, publishedOn?.value])).toEqual(
      [['某省水利厅现行有效规范性文件目录', '2026-03-19']],
    )
  })

  it('a text between the name and the day is an article with a link', () => {
    const page = readText(
      `${crumbs(SLASHED)}<main><h3>文件清理</h3><p>厅机关各处室：</p>${card}</main>`,
      { url: AT },
    )
    expect(subjectItems(page)).toEqual([])
  })
})

describe('a column of one row', () => {
  const AT = 'http://www.example.gov.cn/zw/ql/'
  const read = (row: string) =>
    readText(
      `<html><head><title>文件清理</title></head><body><div class="bread">位置：<a href="/">首页</a> / <a href="/zw/">政务</a> / <a href="/zw/ql/">文件清理</a></div><aside><a href="/zw/gf/">规范性文件</a><a href="/zw/ql/">文件清理</a></aside><section><div class="tit"><span>文件清理</span></div><div class="list">${row}</div></section></body></html>`,
      { url: AT },
    )

  it('the day beside the menu is the entry’s, not the page’s', () => {
    const page = read(
      '<dl><dt><b>14</b><i>2026-08</i></dt><dd><a href="/zw/ql/202608/t1.html">某区2026年规范性文件清理结果</a></dd></dl>',
    )
    expect(page.kind.value).toBe('listing')
    expect(page.publishedOn).toBeNull()
    expect(subjectItems(page).map(({ title, publishedOn }) => [title, publishedOn?.value])).toEqual(
      [['某区2026年规范性文件清理结果', '2026-08-14']],
    )
  })

  it('a day of its own under the title of a text stays the text’s', () => {
    const page = read(`<p>2026-08-14</p><p>${'现将清理结果公布如下，请遵照执行。'.repeat(6)}</p>`)
    expect(page.publishedOn?.value).toBe('2026-08-14')
  })
})

describe('the clock in the head', () => {
  const head = (clock: string): string =>
    `<table><tr><td>${clock}　<a href="/wza.htm">无障碍阅读</a></td><td>站内检索</td></tr></table>`
  const body =
    '<table><tr><td><b>抽查结果</b></td></tr><tr><td>对不起，暂无内容！</td></tr></table>'

  it.each(['2026年11月28日 星期六', '2026-11-28（周六）', '星期六 2026年11月28日'])(
    '%s beside one link is no list',
    (clock) => {
      expect(titles(`${head(clock)}${trail('抽查结果')}${body}`)).toEqual([])
    },
  )

  it('weekdays beside the days of several entries leave a list', () => {
    const rows = [5, 4]
      .map((n) => `<li><a href="${n}.htm">第${n}期值班安排公布</a> 2026-11-0${n} 星期四</li>`)
      .join('')
    expect(titles(`${trail('值班安排')}<ul>${rows}</ul>`)).toHaveLength(2)
  })
})

describe('one entry, one day', () => {
  it('takes the first day of a period, with a second link beside the title', () => {
    const item = (n: number) =>
      `<div class="zj"><h4><a href="a${n}.html">关于某办法（草案）${n}公开征求意见的公告</a></h4><p>征集时间：2023-1${n}-01 至 2023-1${n}-28</p><a href="f${n}.html">查看反馈</a></div>`
    const page = readText(
      `${trail('意见征集')}<div class="list">${[2, 1, 0].map(item).join('')}</div>`,
    )
    expect(subjectItems(page).map((one) => one.publishedOn?.value)).toEqual([
      '2023-12-01',
      '2023-11-01',
      '2023-10-01',
    ])
  })
})

describe('the only row of a list', () => {
  const row = (cells: string): string =>
    `<html><head><title>行政处罚-某县</title><meta name="ColumnName" content="行政处罚"></head><body><div class="top"><a href="/">某县人民政府</a></div><div class="gk"><div class="left"><ul><li><a href="/a/">机构职能</a></li><li><a href="/b/">领导之窗</a></li></ul></div><div class="right"><div class="gk_h"><h2>行政处罚</h2></div><div class="gk_list"><div class="gk_navli"><ul>${cells}</ul></div></div></div></div><div class="footer"><p>主办：某县人民政府办公室</p></div></body></html>`
  const link =
    '<li class="mc"><a href="show/1.html">某县市场监督管理局行政处罚决定信息（2025年第3批）</a></li>'

  it('is one entry where number, title and day are items of a list of its own', () => {
    const page = readText(row(`<li>1</li>${link}<li class="rq">2025-08-11</li>`))
    expect(subjectItems(page).map((one) => [one.title, one.publishedOn?.value])).toEqual([
      ['某县市场监督管理局行政处罚决定信息（2025年第3批）', '2025-08-11'],
    ])
  })

  it('is none where the day is labelled: that is the page’s own', () => {
    expect(titles(row(`${link}<li>发布日期：2025-08-11</li>`))).toEqual([])
  })
})

describe('rows that lead on by themselves', () => {
  const rows = (row: (n: number) => string): string =>
    `${trail('通知公告')}<div class="list">${[1, 2, 3, 4].map(row).join('')}</div>`
  const title = (n: number): string => `关于第${n}批项目申报工作的通知`
  const read = (html: string) =>
    subjectItems(readText(html)).map((one) => [one.title, one.url, one.publishedOn?.value ?? null])
  const wanted = [1, 2, 3, 4].map((n) => [
    title(n),
    `http://www.example.gov.cn/art/${n}.html`,
    `2023-12-0${n}`,
  ])

  it.each([
    [
      'rows of a table',
      `<table>${[1, 2, 3, 4].map((n) => `<tr onclick="window.open('/art/${n}.html')"><td>${n}</td><td>${title(n)}</td><td>2023-12-0${n}</td></tr>`).join('')}</table>`,
    ],
    [
      'items of a list',
      `<ul>${[1, 2, 3, 4].map((n) => `<li onclick="javascript:location.href='/art/${n}.html'"><span class="t">${title(n)}</span><span class="d">2023-12-0${n}</span></li>`).join('')}</ul>`,
    ],
    [
      'items whose words stand in no element of their own',
      `<ul>${[1, 2, 3, 4].map((n) => `<li onclick="openDetail('/art/${n}.html')">${title(n)}<em>2023-12-0${n}</em></li>`).join('')}</ul>`,
    ],
    [
      'boxes with their address as data',
      [1, 2, 3, 4]
        .map(
          (n) =>
            `<div class="item" data-href="/art/${n}.html"><h4>${title(n)}</h4><p>2023-12-0${n}</p></div>`,
        )
        .join(''),
    ],
    [
      'rows around a link that says nothing',
      `<ul>${[1, 2, 3, 4].map((n) => `<li onclick="window.open('/art/${n}.html')"><a href="javascript:void(0)">${title(n)}</a><span>2023-12-0${n}</span></li>`).join('')}</ul>`,
    ],
  ])('%s', (_, html) => {
    expect(read(`${trail('通知公告')}<div class="list">${html}</div>`)).toEqual(wanted)
  })

  it('a row whose handler computes its address leads nowhere', () => {
    const found = read(
      rows(
        (n) =>
          `<li onclick="toDetail(${n})"><a href="javascript:;">${title(n)}</a><span>2023-12-0${n}</span></li>`,
      ),
    )
    expect(found.map(([, url]) => url)).toEqual([null, null, null, null])
  })

  it('a link inside keeps its own address', () => {
    const found = read(
      rows(
        (n) =>
          `<li onclick="window.open('/other/${n}.html')"><a href="/art/${n}.html">${title(n)}</a><span>2023-12-0${n}</span></li>`,
      ),
    )
    expect(found).toEqual(wanted)
  })

  it('and is followed', () => {
    const html = `<div class="item" data-href="/art/1.html"><h4>${title(1)}</h4></div>`
    expect(readText(html).links.map(({ url }) => url)).toEqual([wanted[0]?.[1]])
  })
})

describe('undated entries', () => {
  const card = (n: number): string =>
    `<td><a href="p${n}.html"><img src="p${n}.jpg"></a><div><a href="p${n}.html">全县举行第${n}次应急演练活动</a></div></td>`

  it('counts every picture of a table, several to a row', () => {
    const rows = [0, 3].map((k) => `<tr>${[k, k + 1, k + 2].map(card).join('')}</tr>`).join('')
    expect(titles(`${trail('图片新闻')}<table>${rows}</table>`)).toHaveLength(6)
  })

  it('counts a row once where its cells are title and organ', () => {
    const rows = [1, 2, 3, 4, 5]
      .map(
        (n) =>
          `<tr><td><a href="g${n}.html">取水许可第${n}类办事指南</a></td><td><a href="/org/swj.html">县水务局行政审批股室</a></td></tr>`,
      )
      .join('')
    expect(titles(`${trail('办事指南')}<table>${rows}</table>`)).toHaveLength(5)
  })

  it('reads the issues of a gazette under their years', () => {
    const year = (y: number) =>
      `<dl><dt>${y}年</dt>${[1, 2, 3].map((n) => `<dd><a href="/gb/${y}/${n}.pdf">第${n}期</a></dd>`).join('')}</dl>`
    expect(titles(`${trail('政府公报')}<div>${year(2023)}${year(2022)}</div>`)).toHaveLength(6)
  })
})

describe('pictures with plain captions', () => {
  const cell = (n: number): string =>
    `<td><a href="c${n}.htm"><img src="p${n}.jpg"></a><br>县里召开第${n}次防汛抗旱工作会议<br>2023-12-0${n}</td>`

  it('titles an entry by the words beside its picture', () => {
    const rows = [1, 4].map((k) => `<tr>${[k, k + 1, k + 2].map(cell).join('')}</tr>`).join('')
    const items = subjectItems(readText(`${trail('图片报道')}<table>${rows}</table>`))
    expect(items).toHaveLength(6)
    expect(items[0]).toMatchObject({
      title: '县里召开第1次防汛抗旱工作会议',
      publishedOn: { value: '2023-12-01' },
    })
  })

  it('keeps one entry where picture and title both lead to it', () => {
    const box = (n: number): string =>
      `<li><a href="c${n}.htm"><img src="p${n}.jpg"></a><p><a href="c${n}.htm">全县第${n}届运动会开幕式隆重举行</a></p><em>2023-12-0${n}</em></li>`
    expect(titles(`${trail('图片新闻')}<ul>${[1, 2, 3].map(box).join('')}</ul>`)).toEqual(
      [1, 2, 3].map((n) => `全县第${n}届运动会开幕式隆重举行`),
    )
  })
})

describe('undated lists beside a box', () => {
  const box = `<div class="zx"><div>最新信息</div><ul>${[1, 2, 3, 4, 5]
    .map((n) => `<li><a href="/news/${n}.html">全市召开第${n}次老旧小区改造工作推进会</a></li>`)
    .join('')}</ul></div>`
  const laws = ['建筑法', '城市房地产管理法', '招标投标法', '安全生产法', '行政许可法', '消防法']
    .map((name, n) => `<li><a href="${n}.html">中华人民共和国${name}</a></li>`)
    .join('')

  it('takes the shorter list under the name of the column', () => {
    const page = `${trail('法律法规')}${box}<div class="nr"><div>法律法规</div><ul>${laws}</ul></div>`
    expect(titles(page)).toHaveLength(6)
    expect(titles(page)[0]).toBe('中华人民共和国建筑法')
  })
})

describe('a list in parts', () => {
  const part = (name: string, month: number, link = false): string =>
    `<h3>${link ? `<a href="/${month}/">${name}</a>` : name}</h3><ul class="l">${[3, 2, 1]
      .map(
        (n) =>
          `<li><a href="a${month}${n}.html">对第${n}号建议的答复</a><b>2023-${month}-0${n}</b></li>`,
      )
      .join('')}</ul>`

  it('takes both lists under plain headings', () => {
    const page = readText(
      `${trail('建议提案办理')}<div>${part('人大代表建议', 10)}${part('政协提案', 11)}</div>`,
    )
    expect(subjectItems(page)).toHaveLength(6)
  })

  it('takes pinned entries in a block of their own with the list right below, and no other block', () => {
    const row = (n: number, day: string): string =>
      `<li><a href="t${n}.html">关于第${n}号桥梁限行的公告</a><span>${day}</span></li>`
    const rows = [1, 2, 3].map((n) => row(n, `2023-11-2${9 - n}`)).join('')
    const page = (box: string): string =>
      `${trail('通知公告')}<div class="main"><h2>通知公告</h2><ul class="${box}">${row(8, '2023-01-05')}${row(9, '2023-02-06')}</ul><ul>${rows}</ul></div>`
    expect(subjectItems(readText(page('top')))).toHaveLength(5)
    expect(subjectItems(readText(page('zd-list')))).toHaveLength(5)
    expect(subjectItems(readText(page('hot')))).toHaveLength(3)
  })

  it.each([
    ['days over year and month', '<p class="day">20</p><p class="ym">2023-11</p>', ''],
    ['month over day, the year in the address', '<b>11月</b><i>20</i>', '/zw/202311/t20231120_'],
    ['month and day, the year in the address', '<b>11-20</b>', '/zw/202311/t20231120_'],
  ])('dates entries by %s', (_name, day, path) => {
    const rows = [1, 2, 3].map(
      (n) => `<li><div>${day}</div><a href="${path}${n}.html">江河县召开第${n}次推进会</a></li>`,
    )
    const items = subjectItems(readText(`${trail('工作动态')}<ul>${rows.join('')}</ul>`))
    expect(items.map(({ publishedOn }) => publishedOn?.value)).toEqual([
      '2023-11-20',
      '2023-11-20',
      '2023-11-20',
    ])
  })

  it('leaves lists under linked headings and boxes of other things to themselves', () => {
    for (const other of [part('政协提案', 11, true), part('相关链接', 11)])
      expect(titles(`${trail('人大代表建议')}<div>${part('列表', 10)}${other}</div>`)).toHaveLength(
        3,
      )
  })
})
