/** Tabs over nothing, tables that name rows and say nothing of them; and what only looks like it. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const voids = (body: string): readonly string[] =>
  (
    readText(`<html><head><title>统计信息-某市某局</title></head><body>
    <div class="nav"><a href="/">首页</a><a href="/a/">公开</a></div><div class="position">当前位置：首页 &gt; 公开 &gt; 统计信息</div>
    <div class="main"><h2>统计信息</h2>${body}</div><div class="footer">主办单位：某市某局</div></body></html>`)
      .voids ?? []
  ).map(({ kind, name, quote }) => [kind, name, quote].join('|'))

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

describe('tabs', () => {
  it.each([
    [
      'both over nothing',
      '<div class="hd"><span>月度数据</span><span>年度数据</span></div><div class="bd"><div></div><div></div></div>',
      ['pane|月度数据|月度数据', 'pane|年度数据|年度数据'],
    ],
    [
      'the last of three',
      '<ul class="tabs"><li><a href="#">决策草案</a></li><li><a href="#">意见反馈</a></li><li><a href="#">结果公布</a></li></ul><div class="con"><div class="item"><p>草案全文见此。</p></div><div class="item"><p>收到两条意见。</p></div><div class="item"><ul></ul></div></div>',
      ['pane|结果公布|结果公布'],
    ],
  ])('%s', (_, body, expected) => {
    expect(voids(body)).toEqual(expected)
  })

  it.each([
    [
      'boxes that a script finds by their names',
      '<div class="hd"><span>月度数据</span><span>年度数据</span></div><div class="bd"><div id="m"></div><div id="y"></div></div>',
    ],
    [
      'boxes that a script fills',
      '<div class="hd"><span>月度数据</span><span>年度数据</span></div><div class="bd"><div></div><div></div></div><script>$(".bd div").eq(0).load("/m.html")</script>',
    ],
    [
      'a menu that leads elsewhere, above two lines that are drawn',
      '<ul><li><a href="/m/">月度数据</a></li><li><a href="/y/">年度数据</a></li></ul><div class="bd"><div></div><div></div></div>',
    ],
    [
      'boxes that a style sheet draws icons on',
      '<div class="hd"><span>月度数据</span><span>年度数据</span></div><div class="bd"><div class="icon1"></div><div class="icon2"></div></div>',
    ],
    [
      'boxes with a picture each',
      '<div class="hd"><span>月度数据</span><span>年度数据</span></div><div class="bd"><div><img src="/m.png"></div><div><img src="/y.png"></div></div>',
    ],
  ])('are left alone: %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })
})

describe('an element of a catalogue that most rows leave blank', () => {
  const table = (...basis: readonly string[]): string =>
    `<table>${row('公开事项', '公开内容', '公开依据', '公开主体')}${basis.map((one, i) => row(`事项${i}`, '办理结果', one, '县民政局')).join('')}</table>`

  it('is told; one blank or a mark for the same is not', () => {
    expect(voids(table('条例', '', '', ''))).toEqual(['column|公开依据|公开依据'])
    expect(voids(table('条例', '〃', '〃', ''))).toEqual([])
    expect(voids(table('条例', '条例', '', ''))).toEqual([])
    expect(
      voids(table('条例', '', '', '').replaceAll('<td></td>', '<td><img src="/a.png"></td>')),
    ).toEqual([])
  })
})

describe('rows that are named and say nothing', () => {
  it.each([
    [
      'all of them',
      `<table>${row('村名', '公开内容')}${row('石桥村', '')}${row('杨畈村', '')}</table>`,
      ['table|村名、公开内容|村名'],
    ],
    [
      'one among many',
      `<table>${row('科室', '职责', '电话')}${['综合', '法规', '畜牧', '农机'].map((one) => row(`${one}科`, '负责有关工作', '6120011')).join('')}${row('种植科', '', '')}</table>`,
      ['cell|职责|种植科'],
    ],
  ])('%s', (_, body, expected) => {
    expect(voids(body)).toEqual(expected)
  })

  it.each([
    [
      'a heading of the rows below it',
      `<table>${row('科室', '职责', '电话')}${row('局机关', '', '')}${['综合', '法规', '畜牧', '农机'].map((one) => row(`${one}科`, '负责有关工作', '6120011')).join('')}</table>`,
    ],
    [
      'a form to be filled in',
      `<p>附件：登记表</p><table>${row('村名', '公开内容')}${row('石桥村', '')}${row('杨畈村', '')}</table>`,
    ],
    [
      'names that lead to what is said of them',
      `<table>${row('村名', '公开内容')}${row('<a href="/1.html">石桥村</a>', '')}${row('<a href="/2.html">杨畈村</a>', '')}</table>`,
    ],
  ])('are left alone: %s', (_, body) => {
    expect(voids(body)).toEqual([])
  })
})

it('a telephone number beneath a heading is no day on which the page was put up', () => {
  const parts = ['主要职责', '办公地址', '联系电话']
  const said = ['负责有关工作。', '建设路5号', '0736-5531013']
  expect(
    voids(parts.map((one, i) => `<h4>${'一二三'[i]}、${one}</h4><p>${said[i]}</p>`).join('')),
  ).toEqual([])
})
