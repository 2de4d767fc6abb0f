/** Paging of the common systems, each from a small page in its manner, and the data answers their endpoints give. */
import { describe, expect, it } from 'vitest'
import { subjectItems } from '#model/page'
import { readText } from './read.ts'

const rows = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, k) =>
      `<li><a href="/art/2023/5/${1 + k}/art_1_${from + k}.html" title="第${from + k}号公告">第${from + k}号公告</a><span>2023-05-${String(1 + k).padStart(2, '0')}</span></li>`,
  ).join('')
const list = (more: string): string =>
  `<html><head><title>通知公告</title></head><body><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="./">通知公告</a></div><h2>通知公告</h2><ul class="list">${rows(1, 8)}</ul>${more}</body></html>`

describe('numbered links that count no pages', () => {
  const at = (body: string) => readText(list(body), { url: 'http://www.example.gov.cn/nb/' })
  const links = (...numbers: readonly number[]): string =>
    `<div class="box">${numbers.map((n) => `<a href="/nb/${n}/">${n}</a>`).join('')}</div>`

  it('years of a year folder', () => {
    const page = at(links(2025, 2024, 2023))
    expect(page.paging).toBeNull()
    expect(page.links.filter(({ how }) => how === 'paging')).toEqual([])
  })

  it('issues, and days of a month that has begun', () => {
    expect(at(links(20, 19, 18)).paging).toBeNull()
    expect(at(links(11, 12, 13)).paging).toBeNull()
  })

  it('years beside a pager leave the pager what it is', () => {
    const pager =
      '<a href="/nb/index_2.html">2</a><a href="/nb/index_3.html">3</a><a href="/nb/index_2.html">下一页</a>'
    const { paging } = at(links(2025, 2024) + pager)
    expect(paging?.urls).toEqual([2, 3].map((n) => `http://www.example.gov.cn/nb/index_${n}.html`))
  })

  it('a pager of two thousand pages is one', () => {
    const pager = [1, 2, 3, 1999, 2000]
      .map((n) => `<a href="/nb/index_${n}.html">${n}</a>`)
      .join('')
    expect(at(pager).paging?.pages).toBe(2000)
  })
})

describe('paging', () => {
  it('TRS createPageHTML', () => {
    const { paging } = readText(list('<script>createPageHTML(12, 0, "index", "shtml");</script>'), {
      url: 'http://www.example.gov.cn/tzgg/',
    })
    expect(paging).toMatchObject({
      pages: 12,
      style: 'trs',
      next: 'http://www.example.gov.cn/tzgg/index_1.shtml',
    })
    expect(paging?.urls.at(-1)).toBe('http://www.example.gov.cn/tzgg/index_11.shtml')
    expect(paging?.because).toBe('TRS 翻页脚本 createPageHTML（读过真实样本）')
  })

  it('Hanweb proxy endpoint, with every number the script names', () => {
    const script = `<script>$('#1').jpage({perPage:15,totalRecord:50,proxyUrl:'/module/web/jpage/dataproxy.jsp',params:{col:1,appid:1,webid:3148,path:'/',columnid:1229,unitid:'4567'}})</script>`
    const { paging } = readText(list(script), {
      url: 'http://www.example.gov.cn/col/col1229/index.html',
    })
    expect(paging).toMatchObject({ pages: 4, style: 'hanweb' })
    expect(paging?.because).toContain('未见过真实样本')
    expect(paging?.urls).toEqual(
      [2, 3, 4].map(
        (page) =>
          `http://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=${page}&webid=3148&appid=1&columnid=1229&unitid=4567&perpage=15`,
      ),
    )
  })

  it('TrueCMS: the proxy of a jpage list, part by part', () => {
    const script = `<script>$('#msgList').jpage({dataStore:initData,totalRecord:23,proxyUrl:'/TrueCMS/messageController/getMessage.do',perPage:10,groupSize:3,ajaxParam:{columnId:'593f0397-04d7-44c3-8339-240a77a793ce'}})</script>`
    const { paging } = readText(list(script), { url: 'http://www.example.gov.cn/gg/gg.html' })
    expect(paging).toMatchObject({ pages: 3, style: 'truecms' })
    expect(paging?.because).toBe('TrueCMS 列表接口（按公开说明编写，未见过真实样本）')
    expect(paging?.urls).toEqual(
      [
        [11, 20],
        [21, 23],
      ].map(
        ([from, to]) =>
          `http://www.example.gov.cn/TrueCMS/messageController/getMessage.do?columnId=593f0397-04d7-44c3-8339-240a77a793ce&contentTemplate=&perpage=10&endrecord=${to}&startrecord=${from}`,
      ),
    )
  })

  it.each([
    [
      'a whole address',
      `loadDynamic('/module/xxgk/search.jsp?standardXxgk=1&infotypeId=A0212&vc_title=&vc_number=&area=11220100M', 'div4', '0','0','950','122','','');`,
      'standardXxgk=1&infotypeId=A0212&jdid=122&divid=div4&area=11220100M',
    ],
    [
      'an address put together',
      `function funload(a,b,c){loadDynamic('/module/xxgk/search.jsp?infotypeId='+a+'&vc_title='+encodeURI(b)+'&area=', 'div1500', 'Z2401','0','950','7','','')}`,
      'infotypeId=Z2401&jdid=7&divid=div1500&area=',
    ],
  ])('Hanweb disclosure module by %s', (_, code, query) => {
    const { paging } = readText(list(`<script>${code}</script>`), {
      url: 'http://www.example.gov.cn/col/col1/index.html',
    })
    expect(paging?.urls).toEqual([
      `http://www.example.gov.cn/module/xxgk/search.jsp?${query}&currpage=1`,
    ])
    expect(paging?.because).toBe('大汉信息公开目录检索接口（按公开说明编写，未见过真实样本）')
  })

  it('Hanweb disclosure module that names neither unit nor branch is no list of the column', () => {
    const code = `<script>loadDynamic('/module/xxgk/search.jsp?infotypeId=&area=','div4','0','0','950','1','','')</script>`
    const { paging } = readText(list(code), {
      url: 'http://www.example.gov.cn/col/col1/index.html',
    })
    expect(paging).toBeNull()
  })

  it('Hanweb disclosure module: an answer tells how many parts there are', () => {
    const at = (n: number): string =>
      `http://www.example.gov.cn/module/xxgk/search.jsp?infotypeId=A02&jdid=1&divid=div4&area=&currpage=${n}`
    const answer = `<ul>${rows(1, 6)}</ul><div>第&nbsp;1&nbsp;页/共&nbsp;4&nbsp;页 <a href="javascript:void(0)" onclick="queryArticleByCondition(this,'x')">下一页</a></div>`
    const first = readText(answer, { url: at(1) })
    expect(first.paging).toMatchObject({ pages: 4, next: at(2), urls: [at(2), at(3), at(4)] })
    expect(subjectItems(first)).toHaveLength(6)
    expect(readText(answer, { url: at(2) }).paging?.urls ?? []).toEqual([])
  })

  it('TRS list service: the first part as the script has it, the others by its answer', () => {
    const query = 'index=i1&type=t1&filter[CHANNELID]=64803&pageNumber=3&pageSize=10'
    const html = (address: string): string =>
      list(`<script>var u = "${address}"; $.getJSON(u)</script>`)
    const first =
      'http://www.example.gov.cn/igs/front/search/list.html?index=i1&type=t1&filter[CHANNELID]=64803&pageSize=10&pageNumber=1'
    const { paging } = readText(html(`/igs/front/search/list.html?${query}`), {
      url: 'http://www.example.gov.cn/zwgk/zcwj/',
    })
    expect(paging?.urls).toEqual([first])
    expect(paging?.because).toBe('TRS 列表服务 igs/front/search（按公开说明编写，未见过真实样本）')
    // Without a channel it searches everything.
    const search = html('/igs/front/search/list.html?index=i1&type=t1&pageNumber=1&pageSize=10')
    expect(readText(search, { url: 'http://www.example.gov.cn/so/' }).paging).toBeNull()

    const content = [1, 2, 3].map((n) => ({
      DOCTITLE: `第${n}号文件`,
      DOCPUBURL: `http://www.example.gov.cn/zwgk/zcwj/t2026020${n}_${n}.html`,
      PUBDATE: `2026-02-0${n} 10:00:00`,
      DOCCONTENT: '正文'.repeat(5_000),
    }))
    const answer = readText(JSON.stringify({ page: { total: 23, totalPages: 3, content } }), {
      url: first,
      contentType: 'application/json',
    })
    expect(subjectItems(answer).map((item) => [item.title, item.publishedOn?.value])).toEqual([
      ['第1号文件', '2026-02-01'],
      ['第2号文件', '2026-02-02'],
      ['第3号文件', '2026-02-03'],
    ])
    expect(answer.paging?.urls).toEqual([2, 3].map((n) => first.replace(/1$/, String(n))))
  })

  it('eportal pagers lead on by the address in their script', () => {
    const { paging } = readText(
      list(
        `<a onclick="queryArticleByCondition(this,'/fgw/zc/be842d3c-2.shtml')" tagname="2">2</a><a onclick="queryArticleByCondition(this,'/fgw/zc/be842d3c-3.shtml')">3</a><a onclick="queryArticleByCondition(this,'/fgw/zc/be842d3c-2.shtml')">下一页</a><a onclick="queryArticleByCondition(this,'/fgw/zc/be842d3c-7.shtml')">尾页</a>`,
      ),
      { url: 'http://www.example.gov.cn/fgw/zc/index.shtml' },
    )
    expect(paging).toMatchObject({ pages: 7 })
    expect(paging?.urls).toEqual(
      [2, 3, 4, 5, 6, 7].map((n) => `http://www.example.gov.cn/fgw/zc/be842d3c-${n}.shtml`),
    )
  })

  const form = (more: string, name = 'cpage'): string =>
    list(
      `<form name="f" method="post" action="list.jsp"><input type="hidden" name="colid" value="12"><input type="hidden" name="${name}" value="1">${more}</form><script>function goPage(n){document.f.${name}.value=n;document.f.submit();}</script>`,
    )
  const LIST_JSP = 'http://www.example.gov.cn/list.jsp?colid=12'
  const pager = `<a href="javascript:goPage(2)">2</a> <a href="javascript:goPage(3)">3</a> <a href="#" onclick="goPage('5')">尾页</a>`

  it('a form whose page number a script sets', () => {
    const { paging } = readText(form(pager), { url: LIST_JSP })
    expect(paging).toMatchObject({ pages: 5, style: 'field' })
    expect(paging?.urls).toEqual(
      [2, 3, 4, 5].map((n) => `${LIST_JSP}#mingcha-post:field:name=cpage&number=${n}`),
    )
    expect(paging?.because).toContain('表单页码字段翻页')
  })

  it.each([
    ['the form posts to another page', form(pager).replace('list.jsp', 'save.jsp')],
    ['a password could be given', form(`${pager}<input type="password" name="p">`)],
    ['the field is no page number', form(pager, 'voteid')],
    ['the links are no pager', form('<a href="javascript:goPage(2)">投票</a>')],
    ['the function is called an action', form(pager).replaceAll('goPage', 'delPage')],
    ['it is sent by GET', form(pager).replace('method="post"', '')],
  ])('no pager by form where %s', (_, html) => {
    const { paging } = readText(html, { url: LIST_JSP })
    expect(paging?.urls ?? []).toEqual([])
  })

  it('jpaas build/unit', () => {
    const unit = `<div url="/api-gateway/jpaas-publish-server/front/page/build/unit" querydata="{'parseType':'bulidstatic','webId':'w1','tplSetId':'t1','pageType':'column','tagId':'list','pageId':'p1'}"></div><div class="pagination" rows="15" count="31"></div>`
    const { paging } = readText(list(unit), { url: 'http://www.example.gov.cn/col/a/' })
    expect(paging).toMatchObject({ pages: 3, style: 'jpaas' })
    const second = new URL(paging?.urls.find((url) => url.includes('%22pageNo%22%3A2')) ?? '')
    expect(second.searchParams.get('webId')).toBe('w1')
    expect(JSON.parse(second.searchParams.get('paramJson') ?? '')).toEqual({
      pageNo: 2,
      pageSize: 15,
    })
  })

  it('gkmlpt: one address a directory', () => {
    const { paging } = readText(
      `<html><head><title>信息公开目录</title></head><body><div id="app"></div><script>window._CONFIG = {"SID":"200123","TREE":[{"id":721,"name":"机构职能"},{"id":722,"name":"政策文件"}]}</script></body></html>`,
      { url: 'http://www.example.gov.cn/gkmlpt/index' },
    )
    expect(paging?.urls).toEqual([
      'http://www.example.gov.cn/gkmlpt/api/all/721?page=1&sid=200123',
      'http://www.example.gov.cn/gkmlpt/api/all/722?page=1&sid=200123',
    ])
  })

  it('ASP.NET postback: tells the number, gives no address, and says why', () => {
    const links = [1, 2, 3, 4]
      .map((n) => `<a href="javascript:__doPostBack('GridView1','Page$${n}')">${n}</a>`)
      .join(' ')
    const { paging } = readText(list(links), { url: 'http://www.example.gov.cn/List.aspx?id=5' })
    expect(paging).toMatchObject({ pages: 4, next: null, urls: [], style: 'postback' })
    expect(paging?.because).toContain('只能提交表单')
  })

  it('ASP.NET postback in a form that only pages: an address a part, page 1 left out', () => {
    const link = (n: number): string =>
      `<a href="javascript:__doPostBack('Pager1','${n}')">${n}</a>`
    const form = `<form method="post" action="List.aspx?id=5"><input type="hidden" name="__VIEWSTATE" value="s">${[1, 2, 3].map(link).join('')}</form>`
    const url = 'http://www.example.gov.cn/List.aspx?id=5'
    const { paging } = readText(list(form), { url })
    const parts = [2, 3].map((n) => `${url}#mingcha-post:postback:target=Pager1&argument=${n}`)
    expect(paging).toMatchObject({ pages: 3, next: null, urls: parts, style: 'postback' })
    expect(paging?.because).toBe(
      'ASP.NET 表单翻页（__doPostBack）（按公开说明编写，未见过真实样本）',
    )
    // On a further part the same addresses come out, so that each is asked for once.
    expect(readText(list(form), { url: parts[0] ?? '' }).paging?.urls).toEqual(parts)
  })

  it('Epoint: the first part, with the script that names the site', () => {
    const url =
      'http://www.example.gov.cn/dynamic/zwgk/govInfoPub.html?categorynum=003001&deptcode=A1'
    const shell = (src: string): string =>
      `<html><head><title>政策文件</title></head><body><div id="list"></div><script src="${src}"></script></body></html>`
    const { paging } = readText(shell('/js/webBuilderCommon.js'), { url })
    expect(paging?.urls).toEqual([
      `${url}#mingcha-post:epoint:script=http://www.example.gov.cn/js/webBuilderCommon.js&category=003001&department=A1&pageSize=20&pageIndex=0`,
    ])
    expect(readText(shell('/js/jquery.js'), { url }).paging).toBeNull()
  })

  it.each([
    ['page=N', '?page=2', '?page=3', '?page=9', 'page=N 的翻页链接（读过'],
    [
      'VSB descending folders',
      'tzgg/59.htm',
      'tzgg/58.htm',
      'tzgg/1.htm',
      '博达 VSB 倒序页码（读过真实样本',
    ],
    [
      'VSB parameters',
      '?a165823p=2&a165823t=9',
      '?a165823p=3&a165823t=9',
      '?a165823p=9&a165823t=9',
      '博达 VSB 参数翻页（按公开说明编写，未见过真实样本',
    ],
    [
      'VSB PAGENUM',
      '?urltype=tree.TreeTempUrl&wbtreeid=1015&PAGENUM=2',
      '?urltype=tree.TreeTempUrl&wbtreeid=1015&PAGENUM=3',
      '?urltype=tree.TreeTempUrl&wbtreeid=1015&PAGENUM=9',
      '博达 VSB 参数翻页（按公开',
    ],
    ['Lonsun page_n', 'page_2.html', 'page_3.html', 'page_9.html', '龙讯 page_N 翻页（按公开'],
    [
      'UCAP suffix',
      'common_list_2.shtml',
      'common_list_3.shtml',
      'common_list_9.shtml',
      '_N 的翻页链接（UCAP 等）（按公开',
    ],
  ])('%s', (_name, second, third, last, grounds) => {
    const controls = `<div><span>1</span> <a href="${second}">2</a> <a href="${third}">3</a> <a href="${second}">下一页</a> <a href="${last}">尾页</a></div>`
    const url = 'http://www.example.gov.cn/xxgk/tzgg.htm'
    const { paging } = readText(list(controls), { url })
    const at = (href: string): string => new URL(href, url).href
    expect(paging?.next).toBe(at(second))
    expect(paging?.urls).toEqual(expect.arrayContaining([at(second), at(third), at(last)]))
    expect(paging?.because).toContain(grounds)
  })
})

describe('answers of list endpoints', () => {
  it('Hanweb XML: records in CDATA, spans in the text as received, next group', () => {
    const xml = `<?xml version='1.0' encoding='utf-8'?><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=3&columnid=1229&unitid=4567"></a>]]></nextgroup><recordset>${[9, 10, 11].map((n) => `<record><![CDATA[${rows(n, 1)}]]></record>`).join('')}</recordset></datastore>`
    const page = readText(xml, {
      url: 'http://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=2&columnid=1229&unitid=4567',
      contentType: 'text/xml; charset=utf-8',
    })
    const items = page.lists.flatMap((one) => one.items)
    expect(items.map((item) => item.title)).toEqual(['第9号公告', '第10号公告', '第11号公告'])
    expect(items.every((item) => item.publishedOn?.value === '2023-05-01')).toBe(true)
    const first = items[0]
    expect(xml.slice(...(first?.at ?? [0, 0]))).toContain('第9号公告')
    expect(page.paging?.next).toContain('dataproxy.jsp?page=3')
  })

  it('jpaas JSON: markup inside a string', () => {
    const json = JSON.stringify({
      code: 200,
      data: { html: `<ul class="list">${rows(1, 4)}</ul>`, count: 31 },
    })
    const page = readText(json, {
      url: 'http://www.example.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?webId=1',
      contentType: 'application/json;charset=UTF-8',
    })
    const items = page.lists.flatMap((one) => one.items)
    expect(items.map((item) => item.url)).toContain(
      'http://www.example.gov.cn/art/2023/5/2/art_1_2.html',
    )
    expect(items).toHaveLength(4)
    expect(json.slice(...(items[1]?.at ?? [0, 0]))).toContain('第2号公告')
  })

  it.each([
    ['JSON', ''],
    ['JSONP', 'jQuery17_1'],
  ])('TrueCMS %s: XML inside a string', (_, callback) => {
    const records = Array.from(
      { length: 4 },
      (_, k) => `<record><![CDATA[${rows(k + 1, 1)}]]></record>`,
    ).join('')
    const data = JSON.stringify({
      result: `<datastore><totalrecord>40</totalrecord><recordset>${records}</recordset></datastore>`,
    })
    const text = callback === '' ? data : `${callback}(${data});`
    const page = readText(text, {
      url: 'http://www.example.gov.cn/truecms/messageController/getMessage.do?columnId=a&startrecord=11',
      contentType: 'text/javascript;charset=UTF-8',
    })
    const items = page.lists.flatMap((one) => one.items)
    expect(items.map((item) => item.title)).toEqual([
      '第1号公告',
      '第2号公告',
      '第3号公告',
      '第4号公告',
    ])
    expect(text.slice(...(items[1]?.at ?? [0, 0]))).toContain('第2号公告')
  })

  it('JSONP of plain records', () => {
    const articles = [1, 2].map((n) => ({
      title: `第${n}号文件`,
      url: `http://www.example.gov.cn/gkmlpt/content/0/508/post_${n}.html`,
    }))
    const page = readText(`cb(${JSON.stringify({ classify: { post_count: 2 }, articles })})`, {
      url: 'http://www.example.gov.cn/gkmlpt/api/all/721?page=1&sid=1',
      contentType: 'application/javascript',
    })
    expect(subjectItems(page).map((item) => item.title)).toEqual(['第1号文件', '第2号文件'])
  })

  it('gkmlpt JSON: plain records', () => {
    const articles = [1, 2, 3].map((n) => ({
      id: n,
      title: `第${n}号文件`,
      url: `http://www.example.gov.cn/gkmlpt/content/0/508/post_${n}.html`,
      created_at: 1_684_000_000 + n,
      display_publish_time: 1_684_000_000 + n * 86_400,
    }))
    const page = readText(JSON.stringify({ classify: { post_count: 3 }, articles }), {
      url: 'http://www.example.gov.cn/gkmlpt/api/all/721?page=1&sid=1',
      contentType: 'application/json',
    })
    expect(page.kind.value).toBe('listing')
    expect(subjectItems(page).map((item) => [item.title, item.publishedOn?.value])).toEqual([
      ['第1号文件', '2023-05-15'],
      ['第2号文件', '2023-05-16'],
      ['第3号文件', '2023-05-17'],
    ])
  })

  it('gkmlpt JSON: further pages from the number of records, only where the first page lacks some', () => {
    const articles = Array.from({ length: 10 }, (_, n) => ({
      title: `第${n}号文件`,
      url: `http://www.example.gov.cn/gkmlpt/content/0/508/post_${n}.html`,
    }))
    const read = (total: number, number: number) =>
      readText(JSON.stringify({ classify: { id: 721, post_count: total }, articles }), {
        url: `http://www.example.gov.cn/gkmlpt/api/all/721?page=${number}&sid=9`,
        contentType: 'application/json',
      }).paging
    expect(read(24, 1)).toMatchObject({
      pages: 3,
      next: 'http://www.example.gov.cn/gkmlpt/api/all/721?page=2&sid=9',
      urls: [2, 3].map((n) => `http://www.example.gov.cn/gkmlpt/api/all/721?page=${n}&sid=9`),
    })
    expect(read(10, 1)).toBeNull()
    expect(read(24, 2)).toBeNull()
  })

  it('any other JSON is a file, whatever it holds', () => {
    const page = readText('{"title":"x","url":"/a.html"}', { contentType: 'application/json' })
    expect(page.kind.value).toBe('file')
  })
})
