/**
 * Habits of pages as they stand in the wild, one each, written for these tests: days that only a style sheet parts from a
 * counter or from their heading, tabs of other columns, answers of a search, feet with a telephone number and two sponsors,
 * pages in traditional characters, and trails that end with the page's day.
 */
import { describe, expect, it } from 'vitest'
import { type Page, subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const MENU = `<div class="nav">${Array.from({ length: 12 }, (_, i) => `<a href="/m${i}/">栏目${i}</a>`).join('')}</div>`
const TRAIL =
  '<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/gk/">政务公开</a> &gt; <a href="/gk/lm/">公示公告</a></div>'
const FOOT = '<div class="footer"><p>主办单位：临江县人民政府　示ICP备12345678号</p></div>'

function page(
  title: string,
  inside: string,
  foot = FOOT,
  url = 'http://www.example.gov.cn/gk/lm/',
) {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${MENU}${inside}${foot}</body></html>`,
    { url },
  )
}
const days = (read: Page) => subjectItems(read).map((item) => item.publishedOn?.value ?? null)
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const title = (i: number) => `关于做好第${i}次补助发放工作的通知`

describe('days of entries', () => {
  it('a counter in an element of its own right behind the day', () => {
    const cards = numbers(6)
      .map(
        (i) =>
          `<div class="card"><a href="/a/${i}.html"><img src="${i}.jpg"></a><h3><a href="/a/${i}.html">${title(i)}</a></h3><p>第${i}次补助发放即将开始。<a href="/a/${i}.html">[详细]</a></p><div><i></i>2026.10.1${i}<span class="see"><i></i>51${i}</span></div></div>`,
      )
      .join('')
    const read = page('公示公告', `${TRAIL}<div class="cards">${cards}</div>`)
    expect(read.kind.value).toBe('listing')
    expect(days(read)).toEqual(numbers(6).map((i) => `2026-10-1${i}`))
  })

  it('digits that no element parts from the day are no day', () => {
    const rows = numbers(3)
      .map((i) => `<li><a href="/a/${i}.html">${title(i)}</a><span>2026.10.1${i}511</span></li>`)
      .join('')
    expect(days(page('公示公告', `${TRAIL}<ul>${rows}</ul>`)).some((day) => day !== null)).toBe(
      false,
    )
  })

  it('month and year below the day', () => {
    const rows = numbers(3)
      .map(
        (i) =>
          `<li><div><p>2${i}</p><p>10月 2026</p></div><a href="/a/${i}.html">${title(i)}</a></li>`,
      )
      .join('')
    expect(days(page('公示公告', `${TRAIL}<ul>${rows}</ul>`))).toEqual([
      '2026-10-21',
      '2026-10-22',
      '2026-10-23',
    ])
  })

  it.each([
    ['dt', 'dd', '日'],
    ['dt', 'dd', ''],
  ])('the month heads the days of its entries (%s, %s, “%s”)', (head, row, mark) => {
    const months = [9, 8]
      .map(
        (month) =>
          `<dl><${head}>2026年${month}月</${head}>${[30, 22, 8].map((day) => `<${row}><span>${day}${mark}</span><a href="/a/${month}${day}.html">${title(day)}</a></${row}>`).join('')}</dl>`,
      )
      .join('')
    expect(days(page('大事记', `${TRAIL}<h2>大事记</h2>${months}`))).toEqual([
      '2026-09-30',
      '2026-09-22',
      '2026-09-08',
      '2026-08-30',
      '2026-08-22',
      '2026-08-08',
    ])
  })

  it('a letter is public from the day of its answer', () => {
    const rows = numbers(4)
      .map(
        (i) =>
          `<tr><td><a href="/x/${i}.html">${title(i)}</a></td><td>2026-10-0${i}</td><td>2026-10-1${i}</td></tr>`,
      )
      .join('')
    const table = (heads: string) =>
      days(page('县长信箱', `${TRAIL}<table><tr>${heads}</tr>${rows}</table>`))
    expect(table('<th>标题</th><th>来信日期</th><th>回复日期</th>')[0]).toBe('2026-10-11')
    expect(table('<th>标题</th><th>发布日期</th><th>截止日期</th>')[0]).toBe('2026-10-01')
    expect(table('<th>标题</th><th>发布日期</th><th>考试日期</th>')[0]).toBe('2026-10-01')
    expect(table('<th>标题</th><th>举办日期</th><th>发布日期</th>')[0]).toBe('2026-10-11')
  })
})

describe('kinds', () => {
  const box = (names: readonly string[], hidden: boolean) =>
    names
      .map(
        (name, k) =>
          `<ul${k > 0 && hidden ? ' style="display:none"' : ''}>${numbers(3)
            .map(
              (i) =>
                `<li><a href="/${k}/${i}.html">${name}${title(i)}</a><i>2026-10-1${i}</i></li>`,
            )
            .join('')}<a href="/gk/${k}/">更多</a></ul>`,
      )
      .join('')
  const tabs = (names: readonly string[]) =>
    `<div><div class="hd">${names.map((name, k) => `<a href="/gk/${k}/">${name}</a>`).join('')}</div><div class="bd">${box(names, true)}</div></div>`

  it('tabs that show the latest of three columns are an overview', () => {
    const names = ['通知公告', '政策文件', '政策解读']
    const trail =
      '<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/gk/">政务公开</a></div>'
    expect(page('政务公开', `${trail}${tabs(names)}`).kind.value).toBe('directory')
  })

  it('tabs of which the first is the column itself are its list', () => {
    expect(
      page('公示公告', `${TRAIL}${tabs(['公示公告', '政策文件', '政策解读'])}`).kind.value,
    ).toBe('listing')
  })

  it('the answer of a search is no article, though its entries print source and day', () => {
    const found = numbers(3)
      .map(
        (i) =>
          `<div class="res"><h3><a href="/a/${i}.html">${title(i)}</a></h3><p>本次补助共${i}项，请符合条件的群众及时申请……</p><span>来源：县民政局 发布时间：2026-10-1${i}</span></div>`,
      )
      .join('')
    const read = page('搜索：补助', `<p>为您找到相关结果约 3 条</p>${found}`)
    expect(read.kind.value).toBe('listing')
    expect(read.publishedOn).toBeNull()
    expect(days(read)).toHaveLength(3)
  })

  it('a leader’s page is one, whatever activities stand below without a heading', () => {
    const acts = numbers(3)
      .map((i) => `<li><a href="/a/${i}.html">向某某${title(i)}</a><span>2026-10-1${i}</span></li>`)
      .join('')
    const read = page(
      '向长明_领导之窗',
      `<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/ld/">领导之窗</a> &gt; 向长明</div><strong>向长明</strong><span>副县长</span><div><p>向长明，男，1974年3月生。</p><p>分管农业农村、乡村振兴、水利、林业、粮食储备等方面工作，协助县长负责防汛抗旱工作。</p></div><div><ul>${acts}</ul></div>`,
    )
    expect(read.kind.value).toBe('article')
    expect(read.publishedOn).toBeNull()
  })

  it('a guide in a frame without a trail', () => {
    const read = page('临江县信息公开指南', `<h3>临江县信息公开指南</h3><div>${P.repeat(4)}</div>`)
    expect(read.kind).toMatchObject({ value: 'article', sureness: 0.9 })
  })
})

describe('trails', () => {
  const article = (trail: string) =>
    page(
      '县领导调研秋粮收购工作',
      `${trail}<h1>县领导调研秋粮收购工作</h1><div>来源：县融媒体中心</div><div class="text">${P.repeat(3)}</div>`,
    )

  it('the day at the end of the line is no step, and is the page’s', () => {
    const read = article(
      '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/xw/">要闻</a> <em>2026/10/14 17:22</em></div>',
    )
    expect(read.trail).toEqual(['首页', '要闻'])
    expect(read.publishedOn?.value).toBe('2026-10-14')
  })

  it.each([
    ['hyphens', '<div class="cur"><a href="/">首页</a>-<a href="/xw/">要闻</a></div>'],
    ['arrows', '<div class="cur"><a href="/">首页</a>-&gt;<a href="/xw/">要闻</a></div>'],
  ])('%s between the steps', (_name, trail) => {
    expect(article(trail).trail).toEqual(['首页', '要闻'])
  })

  it('links in the foot with hyphens between are none', () => {
    const read = page(
      '县情概况',
      `<div>${P.repeat(3)}</div>`,
      '<p><a href="/">首页</a>-<a href="/l/">联系我们</a></p>',
    )
    expect(read.trail).toEqual([])
  })

  it('English steps', () => {
    const read = page(
      'County news',
      `<div class="crumb"><a href="/en/">Home</a> / <a href="/en/news/">News</a></div><h1>County opens a new library</h1>${P}`,
    )
    expect(read.trail).toEqual(['Home', 'News'])
  })
})

describe('dates and sources of articles', () => {
  it('a box of day and month before the title', () => {
    const read = page(
      '县图书馆新馆开放',
      `${TRAIL}<div><div class="datebox"><strong>19</strong><span>2026.10</span></div><div><h1>县图书馆新馆开放</h1><p>来源：临江报</p></div><div>${P.repeat(3)}</div></div>`,
    )
    expect(read.publishedOn?.value).toBe('2026-10-19')
  })

  it('labels in elements of their own, without a mark', () => {
    const read = page(
      '县图书馆新馆开放',
      `${TRAIL}<h1>县图书馆新馆开放</h1><ul><li><label>发布日期</label><em>2026-09-24</em></li><li><label>信息来源</label><em>临江县林业局</em></li></ul><div>${P.repeat(3)}</div>`,
    )
    expect(read.source).toBe('临江县林业局')
    expect(read.publishedOn?.value).toBe('2026-09-24')
  })

  it('来源 within a sentence is no label', () => {
    const read = page(
      '县图书馆新馆开放',
      `${TRAIL}<h1>县图书馆新馆开放</h1><div>2026-09-24</div><div><p>新馆藏书<b>来源</b>广泛，读者可以免费借阅。</p>${P.repeat(3)}</div>`,
    )
    expect(read.source).toBeNull()
  })

  it('traditional characters', () => {
    const read = readText(
      `<html><head><meta charset="utf-8"><title>灣區嘉年華揭幕 - 臨江新區</title></head><body><div class="loc">當前位置：<a href="/">首頁</a> &gt; <a href="/xw/">新聞動態</a></div><h1>灣區嘉年華揭幕</h1><div>發佈時間：2026年10月16日　來源：臨江融媒</div><div><p>2026年灣區體育嘉年華將於11月8日至15日在臨江新區舉行，設龍舟、帆船、匹克球等十一個項目，報名截止日期為十月底。</p></div><div class="foot"><p>主辦單位：臨江新區綜合部　網站標識碼：4404000101　粵ICP備17012345號-1</p></div></body></html>`,
      { url: 'http://www.example.gov.cn/hk/1.html' },
    )
    expect(read.publishedOn?.value).toBe('2026-10-16')
    expect(read.source).toBe('臨江融媒')
    expect(read.trail).toEqual(['首頁', '新聞動態'])
    expect(read.footer.sponsor?.value).toBe('臨江新區綜合部')
    expect(read.footer.siteCode?.value).toBe('4404000101')
    expect(read.footer.icpNumber?.value).toBe('粵ICP備17012345號-1')
  })
})

describe('the foot', () => {
  const foot = (inside: string) =>
    page('县情概况', P.repeat(3), `<div class="foot">${inside}</div>`).footer

  it('a telephone number goes before an address', () => {
    const { contact } = foot(
      '<p>主办：临江县人民政府　地址：临江县人民路66号　电话：0578-3021188　<a href="/l/">联系我们</a></p>',
    )
    expect(contact).toMatchObject({ where: 'visible' })
    expect(contact?.value).toContain('0578-3021188')
  })

  it('an address counts where no number stands', () => {
    expect(foot('<p>主办：临江县人民政府　地址：临江县人民路66号</p>').contact?.value).toContain(
      '66号',
    )
  })

  it('the foot that a script writes goes before a number in the text', () => {
    const read = page(
      '办事指南',
      `${TRAIL}<table><tr><td>办理条件</td><td>按规定</td></tr><tr><td>联系电话</td><td>0571-83788120</td></tr></table>`,
      '<script>document.write("<p>主办单位：临江县交通局　地址：临江县滨江大道188号</p>")</script>',
    )
    expect(read.footer.contact).toMatchObject({ where: 'markup' })
    expect(read.footer.contact?.value).toContain('滨江大道')
  })

  it('committee and government are one sponsor', () => {
    expect(
      foot('<p>主办：中共松陂镇委员会　松陂镇人民政府　　地址：兴业街1号</p>').sponsor?.value,
    ).toBe('中共松陂镇委员会 松陂镇人民政府')
  })
})

describe('paging of two pages', () => {
  const rows = numbers(6)
    .map((i) => `<li><a href="/show/${i}.html">${title(i)}</a><span>2026-10-1${i}</span></li>`)
    .join('')
  const urls = (pager: string, url: string) =>
    page('公示公告', `${TRAIL}<ul>${rows}</ul><div>${pager}</div>`, FOOT, url).paging?.urls ?? null

  it.each([
    ['http://www.example.gov.cn/list/12/1.html', '/list/12/2.html'],
    ['http://www.example.gov.cn/gk/index.html', '/gk/index_1.html'],
    ['http://www.example.gov.cn/gk/', '/gk/index_2.html'],
    ['http://www.example.gov.cn/gk/tzgg.htm', '/gk/tzgg/1.htm'],
  ])('%s leads to %s', (url, second) => {
    expect(urls(`<span>1</span><a href="${second}">2</a>`, url)).toEqual([
      `http://www.example.gov.cn${second}`,
    ])
  })

  it('a lone 2 that leads elsewhere is no page of the list', () => {
    expect(
      urls('<a href="/other/2.html">2</a>', 'http://www.example.gov.cn/list/12/1.html'),
    ).toBeNull()
  })
})
