/** The first page of results for one title: found however it is printed, nothing found in so many words, or neither. */
import { describe, expect, it } from 'vitest'
import { queryAddress } from '#base/query-address'
import { quoteStands } from '#engine/quote'
import type { Page } from '#model/page'
import type { SearchAnswer } from '#model/page-search'
import { readText } from './read.ts'

const TITLE = '示例县2023年农村公路养护工程实施方案'
const TARGET = 'http://www.example.gov.cn/zwgk/202305/t20230506_1.html'
const URL_ = queryAddress({
  page: 'http://www.example.gov.cn/search?q=x',
  kind: 'ownItem',
  title: TITLE,
  target: TARGET,
  scripted: false,
})
const box = `<form action="/search"><input name="q" value="${TITLE}"><input type="submit" value="搜索"></form>`
const results = (body: string): string =>
  `<html><head><title>站内搜索</title></head><body><div class="nav"><a href="/">首页</a><a href="${TARGET}">${TITLE}</a></div>${box}<div class="result">${body}</div><div class="footer">主办：示例县人民政府办公室　网站标识码：4200000000</div></body></html>`
const others = ['关于做好防汛工作的通知', '示例县人民政府任免通知'].map(
  (title, i) => `<li><a href="/a/${i}.html">${title}</a> 2023-04-0${i + 1}</li>`,
)
const list = (first: string): string => `<ul><li>${first}</li>${others.join('')}</ul>`
const pageOf = (body: string): Page => readText(results(body), { url: URL_ })
function answerOf(body: string): SearchAnswer {
  const { searchAnswer } = pageOf(body)
  if (searchAnswer === undefined) throw new Error('not read')
  for (const one of [
    searchAnswer.found,
    searchAnswer.none,
    searchAnswer.count,
    ...searchAnswer.sorts,
    ...searchAnswer.facets,
    ...searchAnswer.helps,
    ...searchAnswer.gathers,
  ])
    if (one !== null) expect(quoteStands(results(body), one.at, one.quote)).toBe(true)
  return searchAnswer
}

describe('the entry is there', () => {
  it.each([
    ['as it is', `<a href="${TARGET}">${TITLE}</a>`, 1, 'title'],
    [
      'with marks on the words',
      `<a href="/go?id=1"><em>示例县</em>2023年<em>农村公路</em>养护工程实施方案</a>`,
      1,
      'title',
    ],
    [
      'cut, under a jump of the system',
      '<a href="/visit/link.do?id=9">示例县2023年农村公路养护工程…</a>',
      1,
      'title',
    ],
    [
      'whole only in the title attribute',
      `<a href="/x" title="${TITLE}">示例县2023年农村…</a>`,
      1,
      'title',
    ],
    ['with its kind before it', `<a href="/x">[政策文件] ${TITLE}</a>`, 1, 'title'],
    [
      'under another headline at its address',
      `<a href="${TARGET}">养护工程实施方案（全文）</a>`,
      1,
      'address',
    ],
  ])('%s', (_name, link, rank, by) => {
    const answer = answerOf(list(link))
    expect(answer.found).toMatchObject({ rank, by })
    expect(answer.echoed).toBe(true)
  })

  it('at its place among the results', () => {
    expect(
      answerOf(`<ul>${others.join('')}<li><a href="${TARGET}">${TITLE}</a></li></ul>`).found?.rank,
    ).toBe(3)
  })
})

describe('the entry is not there', () => {
  it.each([`《${TITLE}》政策解读`, `关于印发${TITLE}的通知`, `图解：${TITLE}`, TITLE.slice(0, 14)])(
    'what is about it, or begins alike, is another entry: %s',
    (words) => {
      expect(answerOf(list(`<a href="/b.html">${words}</a>`)).found).toBeNull()
    },
  )

  it('other titles, and the menu, are not it', () => {
    const answer = answerOf(list('<a href="/b.html">示例县2023年农村公路养护工程招标公告</a>'))
    expect(answer.found).toBeNull()
    expect(answer.none).toBeNull()
    expect(answer.hits).toBe(3)
  })

  it.each([
    '很抱歉，没有找到与您查询的内容相关的结果',
    '共找到相关信息 0 条',
    '搜索结果为空',
    '暂无相关数据',
    '找到约 0 条结果',
  ])('the page says so: %s', (words) => {
    const answer = answerOf(`<p>${words}</p>`)
    expect(answer.found).toBeNull()
    expect(answer.none).not.toBeNull()
  })

  it('words that a style hides say nothing', () => {
    expect(
      answerOf(
        `<p style="display:none">没有找到相关结果</p>${list('<a href="/c.html">关于安全生产的通知</a>')}`,
      ).none,
    ).toBeNull()
  })

  it('a figure that ends in 0 is not none', () => {
    const answer = answerOf(
      `<p>共找到 1,120 条结果</p>${list('<a href="/c.html">关于安全生产的通知</a>')}`,
    )
    expect(answer.none).toBeNull()
    expect(answer.count?.value).toBe(1120)
  })

  it('words that arrived garbled are not said back', () => {
    const html = results('<p>没有找到相关结果</p>')
      .replace(`value="${TITLE}"`, 'value="绀轰緥"')
      .replace(`>${TITLE}<`, '><')
    expect(readText(html, { url: URL_ }).searchAnswer?.echoed).toBe(false)
  })
})

it.each([
  ['no script at all', '', true],
  ['a library of its own name', '<script src="/script/jquery-3.5.1.min.js"></script>', true],
  ['a code of the site’s own', '<script src="/js/search.js"></script>', false],
  ['a library that writes pages', '<script src="/js/vue.min.js"></script>', false],
  ['a file that only begins like a library', '<script src="/js/jquery.list.js"></script>', false],
  [
    'a library that the page tells to fetch',
    '<script src="/js/jquery.js"></script><script>$.getJSON("/s.json",show)</script>',
    false,
  ],
])('what could write results into the page: %s', (_name, script, plain) => {
  expect(answerOf(`<p>没有找到相关结果</p>${script}`).plain === true).toBe(plain)
})

it('ways to sort, kinds, help and what is put together are quoted', () => {
  const answer = answerOf(
    `<div class="tabs"><a href="?c=1">全部</a><a href="?c=2">政策文件</a><a href="?c=3">政策解读(3)</a><a href="?c=4">办事服务</a></div><div><span>按相关度排序</span><span>按时间排序</span></div><dl><dt>相关搜索</dt></dl>${list(`<a href="${TARGET}">${TITLE}</a> <a href="/j.html">相关解读</a> <a href="/t.html">一图读懂</a>`)}`,
  )
  const words = (all: SearchAnswer['sorts']): string[] => all.map((one) => one.quote)
  expect(words(answer.sorts)).toEqual(['按相关度排序', '按时间排序'])
  expect(words(answer.facets)).toEqual(['全部', '政策文件', '政策解读(3)', '办事服务'])
  expect(words(answer.helps)).toEqual(['相关搜索'])
  expect(words(answer.gathers)).toEqual(['相关解读', '一图读懂'])
})

it('the site’s own menu, written as a table, shows no kinds of results', () => {
  const answer = answerOf(
    '<table><tr><td><a href="/bs/">政务服务</a></td><td><a href="/hd/">互动交流</a></td><td><a href="/zt/">专题</a></td></tr></table><p>没有找到相关结果</p>',
  )
  expect(answer.facets).toEqual([])
})

it('headlines and heads of tables are no such things', () => {
  const answer = answerOf(
    '<table><tr><th>标题</th><th>时间</th></tr><tr><td><a href="/1">拼音地名标准化工作推进会议召开</a></td><td>2023-01-02</td></tr></table>',
  )
  expect([answer.sorts, answer.facets, answer.helps, answer.gathers]).toEqual([[], [], [], []])
})

it('only pages of results that we asked for are read so', () => {
  expect(
    readText(results(''), { url: 'http://www.example.gov.cn/search?q=x' }).searchAnswer,
  ).toBeUndefined()
})
