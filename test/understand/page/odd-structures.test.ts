/**
 * Structures of old and careless pages, one each, written for these tests: menus of a whole county hidden behind the foot,
 * entries in tables of their own, days of two-digit years, days above their entries, lines of date and source below the
 * text, and boxes that stand beside a column's own list.
 */
import { describe, expect, it } from 'vitest'
import { type Page, subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const MENU = `<div class="nav">${Array.from({ length: 32 }, (_, i) => `<a href="/m${i}/">栏目${i}</a>`).join('')}</div>`
const TRAIL =
  '<div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/lm/">公示公告</a></div>'
const FOOT = '<div class="footer"><p>主办单位：临江县人民政府　示ICP备12345678号</p></div>'

function page(title: string, inside: string, url = 'http://www.example.gov.cn/lm/', foot = FOOT) {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${MENU}${inside}${foot}</body></html>`,
    { url },
  )
}
const days = (read: Page) => subjectItems(read).map((item) => item.publishedOn?.value ?? null)
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const entry = (i: number) => `<a href="/a/${i}.html">关于做好第${i}次补助发放工作的通知</a>`

describe('the foot', () => {
  it('stands before the hidden menus of all sites of a county, however long they are', () => {
    const sites = numbers(150)
      .map((i) => `<a href="http://s${i}.gov.cn/">示例县第${i}号部门网站</a>`)
      .join('')
    const read = page(
      '公示公告',
      `${TRAIL}<ul>${numbers(5)
        .map((i) => `<li>${entry(i)}<span>2026-03-0${i}</span></li>`)
        .join('')}</ul>`,
      undefined,
      `<div class="bt"><p>主办：临江县人民政府办公室 维护：临江县融媒体中心</p><p>示例</p><p>京ICP备12345678号</p></div><div style="display:none"><dl><dd>${sites}</dd></dl></div>`,
    )
    expect(read.footer.sponsor?.value).toBe('临江县人民政府办公室')
    expect(read.footer.operator?.value).toBe('临江县融媒体中心')
  })

  it('only the style sheet parts one field from the next', () => {
    const { footer } = page(
      '公示公告',
      P.repeat(9),
      undefined,
      '<footer><span>主办单位：白河县财政局</span><span>皖ICP备17050260号-2</span><span>承办单位：白河县数据局</span><span>皖公网安备34182502377406号</span></footer>',
    )
    expect(footer.sponsor?.value).toBe('白河县财政局')
    expect(footer.operator?.value).toBe('白河县数据局')
  })
})

describe('lists', () => {
  it('a table for each entry inside the rows of another', () => {
    const rows = numbers(6)
      .map(
        (i) =>
          `<tr><td><table><tr><td><img src="d.gif"></td><td>${entry(i)}</td><td>(2023-12-${i})</td></tr></table></td></tr>`,
      )
      .join('')
    expect(days(page('水利局', `${TRAIL}<table>${rows}</table>`))).toHaveLength(6)
  })

  it('the day in a <dt> is that of the entry below it', () => {
    const rows = numbers(4)
      .map((i) => `<dt>2026-11-1${i}</dt><dd>${entry(i)}</dd>`)
      .join('')
    const read = page('公示公告', `${TRAIL}<dl>${rows}</dl>`)
    expect(days(read)).toEqual(['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14'])
    expect(subjectItems(read)[1]?.title).toContain('第2次')
  })

  it('the day of the decision within the title gives way to the labelled day in the next cell', () => {
    const rows = numbers(4)
      .map(
        (i) =>
          `<dl><dt><a href="/x/${i}.html">市监处罚〔2026〕${i}号行政处罚决定书（2026年10月${i}日）</a></dt><dd>发布时间：2026-11-0${i}</dd></dl>`,
      )
      .join('')
    expect(days(page('公示公告', `${TRAIL}<div>${rows}</div>`))[3]).toBe('2026-11-04')
  })

  it('years of two digits, borne out by the address or less sure; no part of a title', () => {
    const list = (of: (i: number) => string) =>
      page(
        '公示公告',
        `${TRAIL}<ul>${numbers(5)
          .map((i) => `<li>${of(i)}</li>`)
          .join('')}</ul>`,
      )
    const sure = (read: Page) => subjectItems(read)[0]?.publishedOn
    const plain = list((i) => `<span>26/11/1${i}</span>${entry(i)}`)
    expect(sure(plain)).toMatchObject({ value: '2026-11-11', sureness: 0.75 })
    const borne = list(
      (i) => `<span>26-11-1${i}</span><a href="/2/202611/${i}.htm">关于第${i}号公告的说明</a>`,
    )
    expect(sure(borne)).toMatchObject({ value: '2026-11-11', sureness: 0.9 })
    const other = list(
      (i) => `<span>11-10-1${i}</span><a href="/2/202611/${i}.htm">关于第${i}号公告的说明</a>`,
    )
    expect(sure(other)).toBeNull()
    const named = list((i) => `<a href="/a/${i}.html">第${i}批新生教材征订目录(13-08-30)</a>`)
    expect(days(named).every((day) => day === null)).toBe(true)
  })

  it('the day of the visit is no entry', () => {
    const read = page(
      '临江县人民政府',
      `<table><tr><td>今天是：2026年11月27日</td><td><a href="#">设为首页</a></td></tr></table><ul>${numbers(
        5,
      )
        .map((i) => `<li>${entry(i)}<span>2026-03-0${i}</span></li>`)
        .join('')}</ul>`,
      'http://www.example.gov.cn/',
    )
    expect(days(read)).toHaveLength(5)
  })

  it('the list that bears the column’s name, not a longer one beside it', () => {
    const box = (name: string, count: number, month: string) =>
      `<div><h3>${name}</h3><ul>${numbers(count)
        .map(
          (i) =>
            `<li><a href="/${month}/${i}.html">${name}第${i}号工作情况的说明</a><span>2026-${month}-0${i}</span></li>`,
        )
        .join('')}</ul></div>`
    const read = page('公示公告', `${TRAIL}${box('公示公告', 4, '10')}${box('政策文件', 9, '11')}`)
    expect(days(read)).toHaveLength(4)
    expect(days(read)[0]).toBe('2026-10-01')
  })

  it('a sidebar whose heading and entries stand in one box leaves an empty column empty', () => {
    const side = `<div class="side"><div class="tt"><span>最新公开</span></div>${numbers(9)
      .map((i) => `<p>·${entry(i)} <em>2026-11-0${i}</em></p>`)
      .join('')}</div>`
    const read = page('公示公告', `${TRAIL}<div class="list"><ul></ul></div>${side}`)
    expect(days(read)).toEqual([])
    expect(read.lists.map((list) => list.heading)).toEqual(['最新公开'])
  })
})

describe('articles', () => {
  it('the line of date and source below the text, in a box named like a foot', () => {
    const side = `<div class="side"><div class="tt">通知公告</div>${numbers(9)
      .map((i) => `<p>${entry(i)} <em>2026-11-0${i}</em></p>`)
      .join('')}</div>`
    const read = page(
      '临江县公开招聘食品检验辅助人员公告',
      `<div class="where"><a href="/">首页</a>→<a href="/zp/">招聘信息</a></div><div><h4>临江县公开招聘食品检验辅助人员公告</h4><div>${P.repeat(5)}<p>临江县市场监督管理局<br>2026年4月13日</p></div><div class="info_bottom">【发布时间：2026-04-16】 【来源：人事科】 【<a>打印</a>】</div></div>${side}`,
      'http://www.example.gov.cn/view.php?aid=3391',
    )
    expect(read.kind.value).toBe('article')
    expect(read.publishedOn?.value).toBe('2026-04-16')
    expect(read.source).toBe('人事科')
  })

  it('time and place of a conference, their labels spaced out', () => {
    const read = page(
      '临江县举行民生事业新闻发布会',
      `${TRAIL}<h2>临江县举行民生事业新闻发布会</h2><p><span>2026-11-04 08:00</span> <span>来源：临江发布</span></p><dl><dt>时　间</dt><dd>2026年11月3日（星期二）上午10:00</dd><dt>地　点</dt><dd>三楼新闻发布厅</dd></dl>${P.repeat(5)}`,
      'http://www.example.gov.cn/fbh/nr_3391.html',
    )
    expect(read.publishedOn?.value).toBe('2026-11-04')
  })

  it('a tag that neither page nor <title> repeats is not the title', () => {
    const read = readText(
      `<title>临江县人民政府</title><meta name="SiteName" content="武山县人民政府"><meta name="ArticleTitle" content="关于开展2019年度公示工作的通知">${MENU}${TRAIL}<div>临江县第三季度最低生活保障对象公示</div><div><span>日期：2026-10-12</span><span>来源：县民政局</span></div>${P.repeat(5)}${FOOT}`,
    )
    expect(read.title).toBe('临江县第三季度最低生活保障对象公示')
  })
})

describe('names of columns', () => {
  it('the trail ends with its own element, and the heading behind it is no part', () => {
    const read = page(
      '临江县人民政府 人事任免',
      `<h2><span>首页 / 人事信息 / 人事任免</span>人事任免</h2><ul>${numbers(5)
        .map((i) => `<li>${entry(i)}<span>2026-03-0${i}</span></li>`)
        .join('')}</ul>`,
    )
    expect([read.title, read.trail.at(-1)]).toEqual(['人事任免', '人事任免'])
  })

  it('the last step of a trail without separators may be no link', () => {
    const read = page(
      '公示公告',
      `<div class="lm-crumb"><a>首页</a><i></i><a>信息公开</a><i></i><span>公示公告</span></div><ul>${numbers(
        5,
      )
        .map((i) => `<li>${entry(i)}<span>2026-03-0${i}</span></li>`)
        .join('')}</ul>`,
    )
    expect(read.trail).toEqual(['首页', '信息公开', '公示公告'])
  })

  it('leaders with links of their own are entries of a directory', () => {
    const leaders = numbers(7)
      .map(
        (i) =>
          `<div><b>张某${i}</b><p>县政府副县长，分管第${i}方面工作。</p><a href="/l${i}/jl/">简历</a><a href="/l${i}/fg/">分工</a><a href="/l${i}/hd/">活动</a></div>`,
      )
      .join('')
    const read = page('公示公告', `${TRAIL}<h3>公示公告</h3>${leaders}`)
    expect([read.kind.value, read.kind.sureness]).toEqual(['directory', 0.75])
  })

  it('words of welcome are no part of the site’s name', () => {
    const read = page('==欢迎光临临江县人民政府==', P, 'http://www.example.gov.cn/')
    expect(read.title).toBe('临江县人民政府')
  })
})

describe('a text of a few words', () => {
  const aside = `<div class="right"><h3>最新发布</h3><ul>${numbers(6)
    .map((i) => `<li>${entry(i)}<span>2026-03-0${i}</span></li>`)
    .join('')}</ul></div>`
  const within = (box: string) =>
    page(
      '关于第36号提案的答复',
      `${TRAIL}<div class="main"><div class="left"><h1>关于第36号提案的答复</h1><div class="info">发布时间：2026-03-06</div>${box}</div>${aside}</div>`,
      'http://www.example.gov.cn/lm/t1.html',
    ).text.excerpt

  it.each(['class="TRS_Editor"', 'id="zoom"', 'id="vsb_content_2"', 'id="UCAP-CONTENT"'])(
    'is what stands in the system’s own box: %s',
    (attribute) => {
      expect(within(`<div ${attribute}><p>第36号提案已办结。</p></div>`)).toBe('第36号提案已办结。')
    },
  )

  it('is not told where there are two such boxes, or an empty one', () => {
    const two =
      '<div id="zoom"><p>已办结。</p></div><div class="TRS_Editor"><p>另见附件。</p></div>'
    expect(within(two)).toContain('最新发布')
    expect(within('<div id="zoom"></div><p>已办结。</p>')).toContain('已办结')
    expect(within('<div id="zoom"><p>查询：<a href="/a/">公积金查询</a></p></div>')).toContain(
      '最新发布',
    )
  })
})

describe('a text pasted into a table of one cell a row', () => {
  const long = (word: string) =>
    `<p>${`${word}工作按照年度要点逐项抓好落实，责任到人，按期完成。`.repeat(5)}</p>`
  const rows = (...cells: readonly string[]) =>
    `<table>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table>`

  it('is read to its last row', () => {
    const read = page('年度报告', `${TRAIL}${rows(long('公开'), long('审查'), long('培训'))}`)
    expect(read.text.excerpt).toContain('公开工作')
    expect(read.text.excerpt).toContain('培训工作')
  })

  it('does not take in rows of links below it', () => {
    const links = numbers(8).map(entry).join('')
    const read = page('年度报告', `${TRAIL}${rows('年度报告', long('公开'), links, links)}`)
    expect(read.text.excerpt).not.toContain('补助发放')
  })
})
