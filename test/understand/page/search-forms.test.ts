/** Boxes that search a site: what a browser would send, per family and oddity, and what is no search of the site. */
import { describe, expect, it } from 'vitest'
import { quoteStands } from '#engine/quote'
import type { SearchForm } from '#model/page-search'
import { readBytes, readText } from './read.ts'

const HOME = 'http://www.example.gov.cn/'
const home = (body: string, head = ''): string =>
  `<html><head><title>示例县人民政府</title>${head}</head><body><div class="top">${body}</div><ul><li><a href="/xw/">新闻</a></li></ul></body></html>`
const read = (body: string, head = ''): readonly SearchForm[] =>
  readText(home(body, head), { url: HOME, homeUrl: HOME }).searchForms ?? []
const script = (code: string): string => `<script>${code}</script>`

interface Case {
  readonly name: string
  readonly body: string
  /** Method, action, field, what is sent along, charset, scripted. */
  readonly sends: readonly [
    method: string,
    action: string | null,
    field: string,
    fixed: string,
    charset: string,
    scripted: boolean,
  ]
}

const CASES: readonly Case[] = [
  {
    name: 'a plain form',
    body: '<form action="/search.jspx" target="_blank"><input name="q" type="text"><input type="image" src="a.gif" value="提交"></form>',
    sends: ['get', `${HOME}search.jspx`, 'q', '', 'utf-8', false],
  },
  {
    name: 'TRS WAS on another port, with its channel, checked by a script',
    body: '<form action="http://was.example.gov.cn:8083/was5/web/search" method="get" onsubmit="return checkInput();"><input name="searchword" type="text" placeholder="请输入关键词"><input type="hidden" name="channelid" value="265496"><input type="submit" value="搜索"></form>',
    sends: [
      'get',
      'http://was.example.gov.cn:8083/was5/web/search',
      'searchword',
      'channelid=265496',
      'utf-8',
      true,
    ],
  },
  {
    name: 'TRS hy /so/s by POST',
    body: '<form action="/so/s" method="post" id="searchform"><input type="text" id="qt" name="qt"><input type="submit" value=""></form>',
    sends: ['post', `${HOME}so/s`, 'qt', '', 'utf-8', false],
  },
  {
    name: 'Hanweb jsearch with fields sent along',
    body: '<form id="search-form" action="http://search.example.gov.cn/jrobotfront/search.do" method="get"><input id="webid" name="websiteid" type="hidden" value="330000"><input name="p" type="hidden" value="1"><input type="text" name="q" value="请输入关键字" onclick="this.value=\'\'"></form>',
    sends: [
      'get',
      'http://search.example.gov.cn/jrobotfront/search.do',
      'q',
      'websiteid=330000&p=1',
      'utf-8',
      true,
    ],
  },
  {
    name: 'Lonsun: the query of the action is dropped, as browsers do; options and ticks are sent',
    body: '<form action="/site/search/114?flag=false" method="get"><input type="hidden" name="siteId" value="114"><select name="range"><option value="all">全部</option><option value="title" selected>标题</option></select><input type="radio" name="sort" value="rel" checked><input type="radio" name="sort" value="time"><input name="keywords" type="text"><input name="input" type="submit" value="搜索"></form>',
    sends: [
      'get',
      `${HOME}site/search/114`,
      'keywords',
      'siteId=114&range=title&sort=rel',
      'utf-8',
      false,
    ],
  },
  {
    name: 'VSB posts with hidden fields',
    body: '<form action="search.jsp?wbtreeid=1048" method="post" onsubmit="return sub()"><input type="hidden" name="Find" value="find"><input type="hidden" name="INTEXT2" value=""><font>站内搜索：</font><input size="22" name="INTEXT"><input type="image" src="s.gif"></form>',
    sends: ['post', `${HOME}search.jsp`, 'INTEXT', 'Find=find&INTEXT2=', 'utf-8', true],
  },
  {
    name: 'an accept-charset of its own',
    body: '<form action="/search.asp" accept-charset="gbk"><input name="keyword"><input type="submit" value="搜索"></form>',
    sends: ['get', `${HOME}search.asp`, 'keyword', '', 'gb18030', false],
  },
  {
    name: 'no action and a plain button: the page itself',
    body: '<form><input name="wd" type="search"><button>搜索</button></form>',
    sends: ['get', HOME, 'wd', '', 'utf-8', false],
  },
  {
    name: 'no action and a script: nobody can tell',
    body: '<form action="#" method="get"><input type="text" name="searchwordTxt" placeholder="请输入关键字"><span onclick="was_search();"></span></form>',
    sends: ['get', null, '', '', 'utf-8', true],
  },
  {
    name: 'Kaipu: a script builds the address, with something behind the words',
    body: `<input id="kw" class="search-txt">${script("function go(){ window.open('http://so.kaipuyun.cn/s?siteCode=4200000001&searchWord=' + encodeURIComponent($('#kw').val()) + '&column=all'); }")}`,
    sends: [
      'get',
      'http://so.kaipuyun.cn/s',
      'searchWord',
      'siteCode=4200000001&column=all',
      'utf-8',
      true,
    ],
  },
  {
    name: 'a script without encoding sends in the page’s charset',
    body: `<input id="q">${script('location.href = "/so/search?siteCode=4211&qt=" + q;')}`,
    sends: ['get', `${HOME}so/search`, 'qt', 'siteCode=4211', 'utf-8', true],
  },
  {
    name: 'escape() writes in a way of its own',
    body: script("function s(){window.open('/site/Search.aspx?key=' + escape(keyname), 't')}"),
    sends: ['get', null, '', '', 'utf-8', true],
  },
  {
    name: 'a box without a form and without a script that can be read',
    body: '<div class="search"><input type="text" id="searchKey" placeholder="请输入关键词"><i onclick="doSearch()"></i></div>',
    sends: ['get', null, '', '', 'utf-8', true],
  },
  {
    name: 'a link to a page of its own',
    body: '<a href="/ssjg/">站内搜索</a>',
    sends: ['get', `${HOME}ssjg/`, '', '', 'utf-8', true],
  },
]

describe('a box that searches the site', () => {
  it.each(CASES)('$name', ({ body, sends }) => {
    const [form] = read(body)
    if (form === undefined) throw new Error('no form read')
    const { method, action, field, fixed, charset, scripted } = form
    const along = fixed.map((pair) => pair.join('=')).join('&')
    expect([method, action, field, along, charset, scripted]).toEqual(sends)
    expect(quoteStands(home(body), form.at, form.quote)).toBe(true)
  })

  it('a GBK page sends GBK', () => {
    const html = home(
      '<form action="/s.asp"><input name="keyword"><input type="submit" value="搜索"></form>',
    )
    const bytes = Buffer.from(html.replace('示例县人民政府', 'x'), 'latin1')
    const gbk = Buffer.concat([Buffer.from([0xca, 0xbe, 0xc0, 0xfd, 0xcf, 0xd8]), bytes])
    const page = readBytes(gbk, { url: HOME, homeUrl: HOME, contentType: 'text/html; charset=gbk' })
    expect(page.charset.name).toBe('gb18030')
    expect(page.searchForms?.[0]?.charset).toBe('gb18030')
  })

  it('is read on the home page and on search pages only', () => {
    const form = '<form action="/s"><input name="q"><input type="submit" value="搜索"></form>'
    const article = `<html><head><title>关于做好工作的通知</title></head><body>${form}<h1>关于做好工作的通知</h1><p>发布时间：2023-05-06</p><p>${'各单位要认真落实。'.repeat(40)}</p></body></html>`
    const inner = readText(article, { url: `${HOME}xw/1.html`, homeUrl: HOME })
    expect(inner.searchForms).toBeUndefined()
    const results = article.replace('<title>关于做好工作的通知', '<title>站内搜索')
    expect(readText(results, { url: `${HOME}s.html`, homeUrl: HOME }).searchForms).toHaveLength(1)
  })
})

describe('no search of the site', () => {
  it.each([
    [
      'a query by number',
      '<form action="/infogate/view.html"><input id="code" name="code" placeholder="请输入您的查询编号"><input type="submit" value="查询"></form>',
    ],
    [
      'progress of a request',
      '<form action="/system/progress" method="post"><p>申请进度查询，请输入受理编号：<input name="bh">查询码：<input name="cxm"><input type="submit" value="查询"></p></form>',
    ],
    [
      'a login',
      '<form action="/search/login"><input name="keyword"><input type="password" name="p"></form>',
    ],
    [
      'mail',
      '<form action="//mail.example.gov.cn/login" method="post"><input name="user"><input type="submit" value="登录"></form>',
    ],
    [
      'a library catalogue',
      '<form action="http://lib.example.gov.cn/opac/search/"><input name="q" class="search-text"><input type="submit" value="搜索"></form>',
    ],
    [
      'a letter',
      '<form action="/letter/save"><input name="title"><textarea name="content"></textarea><input type="submit" value="提交信件"></form>',
    ],
    [
      'an address in a comment',
      script(
        "function go(){\n  // window.open('/search/index.html?searchWord=' + word)\n  alert(1)\n}",
      ),
    ],
    ['a script that asks for a count', script("$.get('/search/hits?id=' + articleId, show)")],
  ])('%s', (_name, body) => {
    expect(read(body)).toEqual([])
  })
})
