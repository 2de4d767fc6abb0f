/** Loopback servers whose lists go on only by POST: an ASP.NET page with its pager, and an Epoint platform. */
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
  `<html><head><title>${title}</title></head><body><div class="nav"><a href="/">首页</a> <a href="/list.aspx?id=5">通知公告</a> <a href="/dynamic/zwgk/govInfoPub.html?categorynum=003001">政策文件</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; ${title}</div>${body}</body></html>`

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
