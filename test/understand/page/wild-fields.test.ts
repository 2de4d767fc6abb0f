/**
 * More habits of pages as they stand in the wild, one each, written for these tests: fields in a table of two rows, heads of
 * grids made of boxes, names with a bar behind the label, sites named by `<title>` alone, and notices of one sentence beside
 * the boxes of other columns.
 */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const P =
  '<p>各有关单位要提高认识，压实责任，按照年度工作要点逐项抓好落实，确保各项任务按期完成，取得实效。</p>'
const MENU = `<ul class="menu">${Array.from({ length: 12 }, (_, i) => `<li><a href="/m${i}/">栏目${i}</a></li>`).join('')}</ul>`
const TRAIL =
  '<div class="loc">您所在位置：<a href="/">首页</a> &gt; <a href="/gk/">政务公开</a> &gt; <a href="/gk/tz/">通知</a></div>'
const FOOT = '<div class="copyright">主办：临江县人民政府办公室　示ICP备12345678号</div>'

function page(title: string, inside: string, foot = FOOT, head = '') {
  return readText(
    `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${head}${MENU}${inside}${foot}</body></html>`,
    { url: 'http://www.example.gov.cn/gk/tz/73.html' },
  )
}
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const box = (name: string, count: number) =>
  `<div class="rbox"><h3>${name}</h3><ul>${numbers(count)
    .map(
      (i) =>
        `<li><a href="/${name}/${i}.html">${name}关于做好第${i}项年度重点工作的通知</a><span>2026-10-1${i}</span></li>`,
    )
    .join('')}</ul></div>`

describe('a table of heads and one row of values', () => {
  const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
    `<table><tr>${heads.map((one) => `<th>${one}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`
  const notice = (head: string) =>
    page(
      '临江县人民政府关于划定禁燃区的通告',
      `${TRAIL}${head}<h1>临江县人民政府关于划定禁燃区的通告</h1><div>${P.repeat(3)}</div>`,
    )

  it('the head above the day says which day it is', () => {
    const read = notice(
      table(
        ['索引号', '发文机关', '成文日期', '发布日期'],
        ['11372801/2026-00771', '临江县人民政府', '2026-09-01', '2026-09-04'],
      ),
    )
    expect(read.publishedOn?.value).toBe('2026-09-04')
    expect(read.document?.signedOn).toBe('2026-09-01')
  })

  it('no day of signing, and no row of many, is taken for it', () => {
    expect(notice(table(['索引号', '成文日期'], ['1137', '2026-09-01'])).publishedOn).toBeNull()
    const many = [1, 2].map((i) => [`第${i}批`, `2026-09-0${i}`])
    expect(notice(table(['批次', '发布日期'], ...many)).publishedOn).toBeNull()
  })
})

describe('grids of boxes', () => {
  const grid = (heads: readonly string[]) =>
    page(
      '通知-临江县人民政府',
      `${TRAIL}<div class="grid"><div class="gh">${heads.map((one) => `<span>${one}</span>`).join('')}</div>${numbers(
        3,
      )
        .map(
          (i) =>
            `<div class="gr"><span><a href="/x/${i}.html">关于调整第${i}项工作分工的通知</a></span><span>临政办〔2026〕${i}号</span><span>2026-09-0${i}</span><span>2026-09-1${i}</span></div>`,
        )
        .join('')}</div>`,
    )

  it.each([
    [['标题', '文号', '发文日期', '公开日期'], '2026-09-11'],
    [['标题', '文号', '发布日期', '实施日期'], '2026-09-01'],
  ])('%s', (heads, first) => {
    const read = grid(heads)
    expect(subjectItems(read)[0]?.publishedOn?.value).toBe(first)
    // The heads are not another column's name.
    expect(read.kind).toMatchObject({ value: 'listing', sureness: 0.92 })
  })
})

describe('a notice of one sentence', () => {
  const boxes = `${box('临江要闻', 6)}${box('政策文件', 5)}`

  it('prints its day under its title, whatever stands beside', () => {
    const read = page(
      '停水通知-临江县人民政府',
      `${TRAIL}<div class="t1">停水通知</div><div>发布时间：2026-10-16　来源：县水务公司</div><p>因管道抢修，10月17日停水，请提前储水。</p>${boxes}`,
    )
    expect(read.kind.value).toBe('article')
    expect(read.title).toBe('停水通知')
    expect(read.publishedOn?.value).toBe('2026-10-16')
  })

  it('a column under its own name stays a list', () => {
    const read = page(
      '通知-临江县人民政府',
      `${TRAIL}<h2>通知</h2><div>更新时间：2026-10-16</div>${boxes.replace('临江要闻', '通知')}`,
    )
    expect(read.kind.value).toBe('listing')
  })
})

describe('a column that is a text', () => {
  const faq = (title: string) =>
    page(
      `${title}-临江县政务服务`,
      `<div class="loc">您所在位置：<a href="/">首页</a> &gt; <a href="/fw/">服务</a> &gt; <a href="/fw/faq/">常见问题</a></div><div><dl><dt>公积金如何提取？</dt><dd>自2025年1月1日起，可在线办理，三个工作日到账。</dd></dl>${P.repeat(2)}</div>`,
    ).kind

  it('whose name trail and <title> say is sure to be one', () => {
    expect(faq('常见问题')).toMatchObject({ value: 'other', sureness: 0.9 })
    expect(faq('便民服务').sureness).toBeLessThan(0.9)
  })
})

describe('a day in a box named for it', () => {
  const sent = (time: string) =>
    page(
      '今日实行交通管制',
      `${TRAIL}<h3>今日实行交通管制</h3><div><span class="src">市公安局交警支队</span><span class="time">${time}</span></div><p>受大雾影响，今日六时起高速公路临江段实行临时交通管制，请提前绕行。</p>`,
    ).publishedOn?.value ?? null

  it.each([
    ['2026年10月30日 星期五 08:05', '2026-10-30'],
    ['2026-10-30 星期五', '2026-10-30'],
    ['2026年10月30日 星期五 广场集合', null],
  ])('%s', (time, day) => {
    expect(sent(time)).toBe(day)
  })
})

describe('names', () => {
  it('the site’s name in its head is no title of a page', () => {
    const read = page(
      '留言选登-临江县人民政府',
      `<div class="loc">您所在位置：<a href="/">首页</a> &gt; <a href="/hd/">互动</a> &gt; 留言选登</div><div>${P.repeat(4)}</div>`,
      FOOT,
      '<h1><a href="/">临江县人民政府</a></h1>',
    )
    expect(read.title).toBe('留言选登')
  })

  it('a bar between label and sponsor; a bar between links is none', () => {
    const sponsor = (foot: string) =>
      page('联系我们', P.repeat(3), `<footer>${foot}</footer>`).footer.sponsor?.value
    expect(sponsor('<p>主办单位 | 柏原省水利厅</p><p>标识码 | 4100000045</p>')).toBe('柏原省水利厅')
    expect(
      sponsor('<p>主办单位 | 联系我们 | 网站地图</p><p>标识码 | 4100000045</p>'),
    ).toBeUndefined()
  })
})
