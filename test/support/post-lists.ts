/** Loopback servers whose lists go on only by POST: ASP.NET pages with their pagers, a form with a page number, an Epoint platform. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Route } from './loopback.ts'

export interface Posted {
  readonly path: string
  readonly contentType: string
  readonly body: string
}

const SIZE = 5

const row = (n: number): string =>
  `<li><a href="/doc/2023/t202311${String((n % 28) + 1).padStart(2, '0')}_${n}.html">关于第${n}号事项的通知</a><span>2023-11-${String((n % 28) + 1).padStart(2, '0')}</span></li>`

export const frame = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><div class="nav"><a href="/">首页</a> <a href="/list.aspx?id=5">通知公告</a> <a href="/dynamic/zwgk/govInfoPub.html?categorynum=003001">政策文件</a> <a href="/list.jsp?colid=12">公示</a> <a href="/gg/gg.html">公告</a> <a href="/col/col9/index.html">规范性文件</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; ${title}</div>${body}</body></html>`

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, body: string, type = 'text/html; charset=utf-8'): void {
  response.writeHead(200, { 'content-type': type })
  response.end(body)
}

interface Pager {
  readonly pages: number
  /** Further inputs of the form. */
  readonly inputs?: string
  /** The server shows page 1 whatever is posted. */
  readonly stuck?: boolean
  readonly action?: string
  /** Words that each page's VIEWSTATE carries. */
  readonly carried?: string
}

/** A GridView: three numbers at a time, then `…`; each page's VIEWSTATE is its own and must come back. */
export function gridPage(
  posted: Posted[],
  { pages, inputs = '', stuck, action, carried = '' }: Pager,
): Route {
  const stateOf = (page: number): string =>
    Buffer.from(`state=${page};${carried}+/`).toString('base64')
  const show = (page: number): string => {
    const from = Math.floor((page - 1) / 3) * 3 + 1
    const numbers = [from, from + 1, from + 2].filter((n) => n <= pages)
    const link = (n: number, words: string): string =>
      `<a href="javascript:__doPostBack(&#39;ctl00$GridView1&#39;,&#39;Page$${n}&#39;)">${words}</a>`
    const pager = [
      ...(from > 1 ? [link(from - 1, '...')] : []),
      ...numbers.map((n) => (n === page ? `<span>${n}</span>` : link(n, String(n)))),
      ...(from + 3 <= pages ? [link(from + 3, '...')] : []),
    ].join(' ')
    const items = Array.from({ length: SIZE }, (_, k) => row((page - 1) * SIZE + k + 1)).join('')
    return frame(
      '通知公告',
      `<form method="post" action="${action ?? './list.aspx?id=5'}" id="aspnetForm"><div><input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" value="${stateOf(page)}"><input type="hidden" name="__EVENTVALIDATION" value="ok&amp;${page}"></div><input type="text" name="txtKey" value=""><input type="submit" name="btnSearch" value="搜索"><input type="submit" name="btnDelete" value="删除">${inputs}<h2>通知公告</h2><ul class="list">${items}</ul><div>共 ${pages} 页 ${pager}</div></form>`,
    )
  }
  return (request, response) => {
    if (request.method !== 'POST') {
      send(response, show(1))
      return
    }
    void bodyOf(request).then((body) => {
      posted.push({
        path: request.url ?? '',
        contentType: request.headers['content-type'] ?? '',
        body,
      })
      const fields = new URLSearchParams(body)
      const wanted = Number(/^Page\$(\d+)$/.exec(fields.get('__EVENTARGUMENT') ?? '')?.[1])
      const state = Array.from({ length: pages }, (_, k) => k + 1).find(
        (page) => fields.get('__VIEWSTATE') === stateOf(page),
      )
      // As ASP.NET validates events: only what the page with that state offered.
      const from = Math.floor(((state ?? 0) - 1) / 3) * 3 + 1
      const offered = wanted >= from - 1 && wanted <= from + 3 && wanted !== state
      if (!offered || fields.get('__EVENTVALIDATION') !== `ok&${state}`) {
        response.writeHead(500, { 'content-type': 'text/html' })
        response.end('<html><body>Invalid postback</body></html>')
        return
      }
      send(response, show(stuck ? 1 : wanted))
    })
  }
}

/** A pager of buttons only: 下一页 posts its own name, and the page's VIEWSTATE says what comes next. */
export function nextButtonPage(posted: Posted[], pages: number): Route {
  const show = (page: number): string =>
    frame(
      '通知公告',
      `<form method="post" action="list.aspx?id=5"><input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" value="at-${page}"><h2>通知公告</h2><ul class="list">${Array.from({ length: SIZE }, (_, k) => row((page - 1) * SIZE + k + 1)).join('')}</ul><a href="javascript:__doPostBack('lbtnPrev','')">上一页</a> ${page < pages ? `<a href="javascript:__doPostBack('lbtnNext','')">下一页</a>` : '<a disabled="disabled">下一页</a>'} <a href="javascript:__doPostBack('lbtnDelete','')">删除</a></form>`,
    )
  return (request, response) => {
    if (request.method !== 'POST') {
      send(response, show(1))
      return
    }
    void bodyOf(request).then((body) => {
      const contentType = request.headers['content-type'] ?? ''
      posted.push({ path: request.url ?? '', contentType, body })
      const fields = new URLSearchParams(body)
      const at = Number(/^at-(\d+)$/.exec(fields.get('__VIEWSTATE') ?? '')?.[1])
      send(response, show(fields.get('__EVENTTARGET') === 'lbtnNext' ? at + 1 : at))
    })
  }
}

/** A JSP list whose form takes the number of the page; GET shows the first whatever is asked. */
export function fieldPage(posted: Posted[], pages: number): Route {
  const show = (page: number): string =>
    frame(
      '通知公告',
      `<form name="f" method="post" action="list.jsp"><input type="hidden" name="colid" value="12"><input type="hidden" name="cpage" value="${page}"><input type="text" name="key" value=""><h2>通知公告</h2><ul class="list">${Array.from({ length: SIZE }, (_, k) => row((page - 1) * SIZE + k + 1)).join('')}</ul>共 ${pages} 页 <a href="javascript:goPage(${page + 1})">下一页</a> <a href="javascript:goPage(${pages})">尾页</a></form><script>function goPage(n){document.f.cpage.value=n;document.f.submit();}</script>`,
    )
  return (request, response) => {
    if (request.method !== 'POST') {
      send(response, show(1))
      return
    }
    void bodyOf(request).then((body) => {
      const contentType = request.headers['content-type'] ?? ''
      posted.push({ path: request.url ?? '', contentType, body })
      send(response, show(Number(new URLSearchParams(body).get('cpage'))))
    })
  }
}

export const TRUECMS_PAGE = '/gg/gg.html'

/** A TrueCMS list: its endpoint answers only those who come from the list's page. */
export function trueCmsRoutes(total: number): Readonly<Record<string, Route>> {
  const items = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, k) => row(from + k))
  return {
    [TRUECMS_PAGE]: frame(
      '通知公告',
      `<h2>通知公告</h2><ul class="list">${items(1, 10).join('')}</ul><script>$('#l').jpage({totalRecord:${total},proxyUrl:'/truecms/messageController/getMessage.do',perPage:10,groupSize:3,ajaxParam:{columnId:'5f0397-04d7'}})</script>`,
    ),
    '*': (request, response) => {
      const asked = new URL(request.url ?? '', 'http://x/')
      const isList = asked.pathname === '/truecms/messageController/getMessage.do'
      if (!isList || !request.headers.referer?.endsWith(TRUECMS_PAGE)) {
        response.writeHead(isList ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
        response.end(frame('文件', '<p>正文</p>'))
        return
      }
      const [from, to] = ['startrecord', 'endrecord'].map((name) =>
        Number(asked.searchParams.get(name)),
      )
      const records = items(from ?? 1, to ?? 1).map((one) => `<record><![CDATA[${one}]]></record>`)
      const result = `<datastore><totalrecord>${total}</totalrecord><recordset>${records.join('')}</recordset></datastore>`
      send(response, JSON.stringify({ result }), 'text/javascript;charset=UTF-8')
    },
  }
}

/** A column of Hanweb's disclosure module: its list is loaded by script, part by part. */
export function disclosureRoutes(parts: number): Readonly<Record<string, Route>> {
  const part = (n: number): string =>
    `<ul>${Array.from({ length: SIZE }, (_, k) => row((n - 1) * SIZE + k + 1)).join('')}</ul><div>第&nbsp;${n}&nbsp;页/共&nbsp;${parts}&nbsp;页</div>`
  const at = (n: number): string =>
    `/module/xxgk/search.jsp?standardXxgk=1&infotypeId=A0212&jdid=122&divid=div4&area=1122M&currpage=${n}`
  return {
    '/col/col9/index.html': frame(
      '规范性文件',
      `<div id="div4"></div><script>loadDynamic('/module/xxgk/search.jsp?standardXxgk=1&infotypeId=A0212&vc_title=&vc_number=&area=1122M', 'div4', '0','0','950','122','','');</script>`,
    ),
    ...Object.fromEntries(Array.from({ length: parts }, (_, k) => [at(k + 1), part(k + 1)])),
  }
}

export const EPOINT_PAGE = '/dynamic/zwgk/govInfoPub.html?categorynum=003001'
export const EPOINT_ENDPOINT = '/EWB-FRONT/rest/lightfrontaction/getgovinfolist'

/** Routes of an Epoint list of `total` entries: shell, script, endpoint. */
export function epointRoutes(
  posted: Posted[],
  total: number,
  script = '/js/webBuilderCommon.js',
): Readonly<Record<string, Route>> {
  return {
    [EPOINT_PAGE]: frame(
      '政策文件',
      `<div class="ewb-list" id="list"></div><script src="${script}"></script><script src="/js/govInfoPub.js"></script>`,
    ),
    '/js/webBuilderCommon.js': {
      headers: { 'content-type': 'application/javascript' },
      body: 'var siteInfo = {"siteGuid":"11111111-2222-3333-4444-555555555555","projectName":"/EWB-FRONT","webVersion":"5.0"}\nif (!window.webbuilder) {}',
    },
    [EPOINT_ENDPOINT]: (request, response) => {
      void bodyOf(request).then((body) => {
        posted.push({
          path: request.url ?? '',
          contentType: request.headers['content-type'] ?? '',
          body,
        })
        const asked = JSON.parse(body) as { pageIndex: number; pageSize: number }
        const from = asked.pageIndex * asked.pageSize
        const data = Array.from({ length: Math.max(0, Math.min(asked.pageSize, total - from)) })
        const records = data.map((_, k) => {
          const n = from + k + 1
          return {
            title: `政策文件第${n}号`,
            infourl: `/zwgk/003001/20231${String((n % 2) + 1)}0${String((n % 9) + 1)}/${n}.html`,
            infodate: `2023-1${(n % 2) + 1}-0${(n % 9) + 1}`,
          }
        })
        send(
          response,
          JSON.stringify({ custom: { data: records, total }, status: { code: 200 } }),
          'application/json;charset=UTF-8',
        )
      })
    },
  }
}
