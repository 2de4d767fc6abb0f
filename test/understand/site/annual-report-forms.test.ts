/** Annual reports as offices put them up: headings without the form's numbers, narrow columns of PDF and OFD, several pages, web pages named .doc. */
import { describe, expect, it } from 'vitest'
import { joinSources } from '#understand/annual-report-sources'
import { HEADS } from '../../support/report-content.ts'
import { article, html, list, miniSite } from './mini-site.ts'

const read = (text: string, year = 2022) => {
  const url = 'http://www.lanhe.example/nb.pdf'
  const found = joinSources(
    [{ url, source: 'attachment', text, tables: [], truncated: false }],
    year,
    new Set(),
  )
  if (found === null) throw new Error('没有读到')
  return found
}
const numbersOf = (text: string) => read(text).parts.map((part) => part.number)
const body = (heads: readonly string[]) =>
  heads.map((head) => `${head}\n情况如下文所述。`).join('\n')

describe('六个部分的标题', () => {
  it.each([
    ['没有序号', HEADS],
    ['阿拉伯数字', HEADS.map((head, at) => `${at + 1}.${head}`)],
    ['序号写错', HEADS.map((head, at) => `${'一三三四四五'.charAt(at)}、${head}`)],
    ['第几部分', HEADS.map((head, at) => `第${'一二三四五六'.charAt(at)}部分 ${head}`)],
  ])('%s', (_, heads) => {
    expect(numbersOf(body(heads))).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('没有序号的目录在前：以后面的正文为准', () => {
    const parts = read(`${HEADS.join('\n')}\n统计期限如下。\n${body(HEADS)}`).parts
    expect(parts.map((part) => part.text)).toEqual(HEADS.map(() => '情况如下文所述。'))
  })

  it('有序号的目录后面先有一段话：目录不算', () => {
    const numbered = HEADS.map((head, at) => `${'一二三四五六'.charAt(at)}、${head}`)
    const parts = read(`${numbered.join('\n')}\n根据条例编制。\n${body(numbered)}`).parts
    expect(parts.map((part) => part.text)).toEqual(HEADS.map(() => '情况如下文所述。'))
  })

  it('部分里的小标题与部分同名：不另起一个部分', () => {
    const text = body([...HEADS.slice(0, 4), `${HEADS[4]}\n存在的主要问题\n形式偏少。`])
    expect(read(text).parts.map((part) => part.number)).toEqual([1, 2, 3, 4, 5])
    expect(read(text).parts[4]?.text).toContain('形式偏少')
  })

  it('表三的“一、本年”被换行拆开：不是第一部分', () => {
    const text = '一、本年\n新收政府信息公开申请数量\n二、上年\n结转政府信息公开申请数量'
    expect(numbersOf(`${body(HEADS.slice(0, 2))}\n${text}`)).toEqual([1, 2])
  })
})

describe('一行一行的表格', () => {
  it('窄列里表四的表头上下两行，只有上一级的字连着', () => {
    const text = [
      '一、总体情况',
      '行政复议\t行政诉讼',
      '未经复议直接起诉\t复议后起诉',
      '结果\t结果\t其他\t尚未\t总计',
      '维持\t纠正\t结果\t审结',
      '1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t2\t2',
    ].join('\n')
    expect(read(text).disputes?.map((cell) => cell.value)).toEqual([
      1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2,
    ])
  })

  it('表四竖着排：三行五格', () => {
    const text = [
      '一、总体情况',
      '结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      '行政复议\t1\t0\t0\t1\t2',
      '行政诉讼\t未经复议直接起诉\t0\t0\t0\t0\t0',
      '复议后起诉\t0\t1\t0\t0\t1',
    ].join('\n')
    expect(read(text).disputes?.map((cell) => cell.value)).toEqual([
      1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1,
    ])
    const short = text.replace('\n复议后起诉\t0\t1\t0\t0\t1', '')
    expect(read(short).disputes).toBeNull()
  })

  it('2019 年格式的增减带正负号；整行短横是没有填', () => {
    const text = [
      '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
      '行政处罚\t60\t+3\t27',
      '行政强制\t7\t-1\t0',
      '一、本年新收政府信息公开申请数量\t3\t-\t-\t-\t-\t-\t3',
      '二、上年结转',
      '-\t-\t-\t-\t-\t-\t-',
    ].join('\n')
    const found = read(text, 2020)
    expect(found.proactive?.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [60, 3, 27],
      [7, -1, 0],
    ])
    expect(found.requests?.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [3, null, null, null, null, null, 3],
      [null, null, null, null, null, null, null],
    ])
  })
})

describe('报告在网站上的样子', () => {
  const trail = [['/xxgk/nb/', '政府信息公开年报']] as const
  const title = '蓝河市林业局2022年政府信息公开工作年度报告'
  const part = (at: number) =>
    `<p>${'一二三四五六'.charAt(at)}、${HEADS[at]}</p><p>情况如下文。</p>`
  const parts = (from: number, to: number) =>
    HEADS.slice(from, to)
      .map((_, k) => part(from + k))
      .join('')
  const site = (first: string, more: Readonly<Record<string, string>>) =>
    miniSite({
      '/': html({ body: '<p>欢迎</p>' }),
      '/xxgk/nb/': html({
        heading: '政府信息公开年报',
        trail,
        body: list([['/xxgk/nb/t1.html', title, '2023-01-10']]),
      }),
      '/xxgk/nb/t1.html': article(title, '2023-01-10', first, trail),
      ...more,
    })

  it('一篇分成两页：是一份报告，六个部分都在', () => {
    const next = '<p><a href="t1.html">1</a> <a href="t1_1.html">2</a></p>'
    const view = site(`${parts(0, 2)}${next}`, {
      '/xxgk/nb/t1_1.html': article(title, '2023-01-10', `${parts(2, 6)}${next}`, trail),
    })
    expect(view.annualReports.map((report) => report.url)).toEqual([
      'http://www.lanhe.example/xxgk/nb/t1.html',
    ])
    expect(view.annualReports[0]?.content?.parts.map((one) => one.number)).toEqual([
      1, 2, 3, 4, 5, 6,
    ])
  })

  it('叫 .doc 的网页照样读；文件打不开只给错误页：说没有读到', () => {
    const link = `<p>详见附件：<a href="nb2022.doc">${title}.doc</a></p>`
    const read = (body: string) =>
      site(link, { '/xxgk/nb/nb2022.doc': html({ body }) }).annualReports[0]
    const found = read(`<div>${parts(0, 6)}</div>`)
    expect(found?.content).toMatchObject({ source: 'attachment' })
    expect(found?.content?.parts).toHaveLength(6)
    expect(read('<p>对不起，您访问的页面不存在，请返回首页。</p>')).toMatchObject({
      unread: [expect.stringContaining('打开是网页')],
    })
  })

  it('只有一张表是图片：说的是那一张', () => {
    const table =
      '<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>3</td></tr></table>'
    const text = `${parts(0, 2)}${table}${part(2)}<p><img src="b3.png"></p>${parts(3, 6)}`
    expect(
      site(text.replace('申请情况</p><p>情况如下文。</p>', '申请情况</p>'), {}).annualReports[0]
        ?.content?.states,
    ).toEqual({ proactive: 'read', requests: 'picture', disputes: 'missing' })
  })
})
