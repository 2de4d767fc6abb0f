/** The only POSTs that a crawl makes: further parts of lists, and what keeps them narrow. */
import { beforeEach, describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import type { FrontierRow } from '#model/ports'
import { createPageReader } from '#understand/page-reader'
import { pagerFields } from '#understand/pager-form'
import { crawlKit } from '../support/crawl-kit.ts'
import { type Loopback, loopback } from '../support/loopback.ts'
import {
  disclosureRoutes,
  EPOINT_ENDPOINT,
  EPOINT_PAGE,
  epointRoutes,
  fieldPage,
  frame,
  gridPage,
  nextButtonPage,
  type Posted,
  trueCmsRoutes,
} from '../support/post-lists.ts'

const kit = crawlKit()
let posted: Posted[]
beforeEach(() => {
  posted = []
})

const serve = (routes: Parameters<typeof loopback>[0]): Promise<Loopback> =>
  kit.site({ '/': frame('示例局', '<p>欢迎</p>'), ...routes })

interface Session {
  readonly resume?: boolean
  /** Stops after this many flushes. */
  readonly stopAfter?: number
  readonly maxPages?: number
}

async function crawl(server: Loopback, session: Session = {}) {
  const stop = new AbortController()
  let flushes = 0
  const { report, rows } = await kit.crawl(`${server.origin}/`, {
    budget: session.maxPages ? { maxPages: session.maxPages } : {},
    options: { resume: session.resume ?? false, retryDelaysMs: [1] },
    reader: createPageReader(ownLabels()),
    deps: { lists: { captureAt: (id) => kit.store.capture(id), pagerFields } },
    signal: stop.signal,
    onProgress() {
      flushes += 1
      if (flushes === session.stopAfter) stop.abort()
    },
  })
  const queries = [...rows.values()].filter((row) => row.url.includes('#mingcha-post:'))
  return { report, queries }
}

const titles = (): string[] =>
  [...kit.store.pages('run')]
    .filter(({ page }) => page.url.includes('#mingcha-post:'))
    .flatMap(({ page }) => page.lists.flatMap((list) => list.items.map((item) => item.title)))

const reasons = (rows: readonly FrontierRow[]): (string | null)[] => rows.map((row) => row.reason)

describe('an ASP.NET pager', () => {
  it('is turned to the end with the state of the page that shows the link, and nothing else is sent', async () => {
    const server = await serve({ '/list.aspx?id=5': gridPage(posted, { pages: 7 }) })
    const { queries } = await crawl(server)
    expect(queries.map((row) => row.url).sort()).toEqual(
      [2, 3, 4, 5, 6, 7].map(
        (n) =>
          `${server.origin}/list.aspx?id=5#mingcha-post:postback:target=ctl00$GridView1&argument=Page$${n}`,
      ),
    )
    expect(queries.every((row) => row.state === 'fetched')).toBe(true)
    expect(new Set(titles())).toEqual(
      new Set(Array.from({ length: 30 }, (_, k) => `关于第${k + 6}号事项的通知`)),
    )
    expect(posted).toHaveLength(6)
    for (const { path, contentType, body } of posted) {
      expect(path).toBe('/list.aspx?id=5')
      expect(contentType).toBe('application/x-www-form-urlencoded')
      expect([...new URLSearchParams(body).keys()]).toEqual([
        '__EVENTTARGET',
        '__EVENTARGUMENT',
        '__VIEWSTATE',
        '__EVENTVALIDATION',
      ])
    }
  })

  it('is archived with its request and body, under the address really asked, and read back', async () => {
    const server = await serve({ '/list.aspx?id=5': gridPage(posted, { pages: 2 }) })
    const { queries } = await crawl(server)
    const [row] = queries
    const capture = kit.store.capture(row?.capture ?? '')
    if (capture?.state !== 'stored' || capture.record === null) throw new Error('not stored')
    expect(capture).toMatchObject({ finalUrl: row?.url, remarks: ['list-query'] })
    const records = await kit.archive.records(capture.record)
    expect(records.map((one) => [one.type, one.url])).toEqual([
      ['response', `${server.origin}/list.aspx?id=5`],
      ['request', `${server.origin}/list.aspx?id=5`],
    ])
    const { gunzipSync } = await import('node:zlib')
    const request = gunzipSync(records[1]?.member ?? Buffer.alloc(0)).toString()
    expect(request).toContain('POST /list.aspx?id=5 HTTP/1.1\r\n')
    expect(request).toContain(`\r\n\r\n${posted[0]?.body}\r\n\r\n`)
    const { body } = await kit.archive.read(capture.record)
    const again = createPageReader(ownLabels()).read({
      url: capture.finalUrl,
      body,
      contentType: 'text/html',
      status: 200,
      truncated: false,
      homeUrl: `${server.origin}/`,
    })
    const kept = [...kit.store.pages('run')].find((one) => one.capture.id === capture.id)
    expect(again.lists).toEqual(kept?.page.lists)
  })

  it.each([
    ['a password could be given', { inputs: '<input type="password" name="pwd">' }],
    ['a file could be given', { inputs: '<input type="file" name="f">' }],
    ['it posts elsewhere', { action: '/save.aspx' }],
  ])('is not posted where %s; the list says so', async (_, more) => {
    const server = await serve({ '/list.aspx?id=5': gridPage(posted, { pages: 3, ...more }) })
    const { queries } = await crawl(server)
    expect(posted).toEqual([])
    expect(queries).toEqual([])
    const list = [...kit.store.pages('run')].find(({ page }) => page.url.endsWith('list.aspx?id=5'))
    expect(list?.page.paging).toMatchObject({
      pages: 3,
      urls: [],
      because: expect.stringContaining('不宜代为提交'),
    })
  })

  it.each([
    ['a search', `<a href="javascript:__doPostBack('btnSearch','')">搜索</a>`],
    ['a deletion', `<a href="javascript:__doPostBack('GridView1','Delete$2')">2</a>`],
    ['a button with a number', `<a href="javascript:__doPostBack('lnkVote','2')">2</a>`],
    [
      'a button that is called a pager',
      `<a href="javascript:__doPostBack('btnDelPager','2')">2</a>`,
    ],
    ['a link with page in its name', `<a href="javascript:__doPostBack('lnkHomepage','2')">2</a>`],
    ['a pager’s name on other words', `<a href="javascript:__doPostBack('Pager1','2')">投票</a>`],
  ])('is no pager: %s', async (_, link) => {
    const form = (body: string): string =>
      `<form method="post" action="list.aspx?id=5"><input type="hidden" name="__VIEWSTATE" value="x">${body}</form>`
    const server = await serve({ '/list.aspx?id=5': frame('通知公告', form(link.repeat(3))) })
    await crawl(server)
    expect(server.seen.filter((line) => line.startsWith('POST'))).toEqual([])
  })

  it('that does not turn brings no page, and the list knows', async () => {
    const server = await serve({ '/list.aspx?id=5': gridPage(posted, { pages: 2, stuck: true }) })
    const { queries } = await crawl(server)
    expect(posted).toHaveLength(1)
    expect(titles()).toEqual([])
    const capture = kit.store.capture(queries[0]?.capture ?? '')
    expect(capture).toMatchObject({ remarks: ['list-query', 'list-not-turned'] })
    expect(reasons(queries)).toEqual(['HTTP 200，提交翻页后仍是同一页'])
  })

  it('goes on after an interrupt', async () => {
    const server = await serve({ '/list.aspx?id=5': gridPage(posted, { pages: 7 }) })
    const first = await crawl(server, { stopAfter: 1 })
    expect(first.report.state).toBe('interrupted')
    const { report, queries } = await crawl(server, { resume: true })
    expect(report.state).toBe('finished')
    expect(queries).toHaveLength(6)
    expect(queries.every((row) => row.state === 'fetched')).toBe(true)
    expect(new Set(titles()).size).toBe(30)
  })
})

describe('an ASP.NET pager of buttons', () => {
  it('is turned from page to page by its 下一页 alone', async () => {
    const server = await serve({ '/list.aspx?id=5': nextButtonPage(posted, 4) })
    const { queries } = await crawl(server)
    expect(queries.map((row) => row.url)).toEqual(
      [2, 3, 4].map(
        (n) =>
          `${server.origin}/list.aspx?id=5#mingcha-post:postback:target=lbtnNext&argument=&step=${n}`,
      ),
    )
    expect(queries.every((row) => row.state === 'fetched')).toBe(true)
    expect(new Set(titles()).size).toBe(15)
    expect(posted.map(({ body }) => new URLSearchParams(body).get('__VIEWSTATE'))).toEqual([
      'at-1',
      'at-2',
      'at-3',
    ])
    for (const { body } of posted)
      expect(new URLSearchParams(body).get('__EVENTTARGET')).toBe('lbtnNext')
  })

  it('goes on after an interrupt, and ends at the cap of a list', async () => {
    const server = await serve({ '/list.aspx?id=5': nextButtonPage(posted, 500) })
    const maxPages = 2_000
    const cut = await crawl(server, { stopAfter: 2, maxPages })
    expect(cut.report.state).toBe('interrupted')
    const { report, queries } = await crawl(server, { resume: true, maxPages })
    expect(report.state).toBe('finished')
    expect(queries.filter((row) => row.state === 'fetched')).toHaveLength(100)
    expect(reasons(queries.filter((row) => row.state === 'budget'))).toEqual([
      '列表查询（POST）数已达上限',
    ])
  })
})

it('a form with a page number is posted for every page, with its hidden fields and nothing else', async () => {
  const server = await serve({ '/list.jsp?colid=12': fieldPage(posted, 4) })
  const { queries } = await crawl(server)
  expect(queries.map((row) => row.state)).toEqual(['fetched', 'fetched', 'fetched'])
  expect(new Set(titles())).toEqual(
    new Set(Array.from({ length: 15 }, (_, k) => `关于第${k + 6}号事项的通知`)),
  )
  expect(posted.map(({ body }) => body).sort()).toEqual([
    'cpage=2&colid=12',
    'cpage=3&colid=12',
    'cpage=4&colid=12',
  ])
})

describe('list endpoints that a GET asks', () => {
  const listed = (): Set<string> =>
    new Set(
      [...kit.store.pages('run')].flatMap(({ page }) =>
        page.lists.flatMap((list) => list.items.map((item) => item.title)),
      ),
    )

  it('TrueCMS, which answers only those who come from the list', async () => {
    const server = await serve(trueCmsRoutes(34))
    await crawl(server)
    expect(listed().size).toBe(34)
    expect(server.seen.filter((line) => line.includes('getMessage.do'))).toHaveLength(3)
  })

  it('the disclosure module of Hanweb', async () => {
    const server = await serve(disclosureRoutes(3))
    await crawl(server)
    expect(listed().size).toBe(15)
    expect(server.seen.filter((line) => line.startsWith('POST'))).toEqual([])
  })
})

describe('an Epoint list', () => {
  it('is asked part by part with what its own script names', async () => {
    const server = await serve(epointRoutes(posted, 45))
    const { queries } = await crawl(server)
    expect(queries).toHaveLength(3)
    expect(queries.every((row) => row.state === 'fetched')).toBe(true)
    expect(new Set(titles()).size).toBe(45)
    expect(
      posted.map(({ body }) => JSON.parse(body)).sort((a, b) => a.pageIndex - b.pageIndex),
    ).toEqual(
      [0, 1, 2].map((pageIndex) => ({
        siteGuid: '11111111-2222-3333-4444-555555555555',
        deptcode: '',
        categorynum: '003001',
        pageIndex,
        pageSize: 20,
      })),
    )
    expect(server.seen.filter((line) => line.endsWith('webBuilderCommon.js'))).toHaveLength(1)
    const script = [...kit.store.frontier('run').rows()].find((row) => row.url.endsWith('.js'))
    expect(script).toMatchObject({ state: 'fetched', reason: '列表接口的脚本' })
  })

  it('of an older edition names its site in another script', async () => {
    const routes = epointRoutes(posted, 5, '/js/ajaxReq.js')
    const server = await serve({
      ...routes,
      '/js/ajaxReq.js': `var p={"siteGuid":"11111111-2222-3333-4444-555555555555"};function l(){ajax("/EWB-FRONT/rest/lightfrontaction/getgovinfolist",p)}`,
    })
    await crawl(server)
    expect(new Set(titles()).size).toBe(5)
  })

  it('keeps to robots.txt', async () => {
    const server = await serve({
      ...epointRoutes(posted, 45),
      '/robots.txt': {
        body: 'User-agent: *\nDisallow: /EWB-FRONT/\n',
        headers: { 'content-type': 'text/plain' },
      },
    })
    const { queries } = await crawl(server)
    expect(posted).toEqual([])
    expect(queries.map((row) => row.state)).toEqual(['robots'])
  })

  it('of another host is not asked', async () => {
    const other = await loopback(epointRoutes(posted, 45))
    kit.closing.push(other)
    const server = await serve(epointRoutes(posted, 45, `${other.origin}/js/webBuilderCommon.js`))
    const { queries } = await crawl(server)
    expect(queries).toEqual([])
    expect(other.seen.filter((line) => line.startsWith('POST'))).toEqual([])
  })

  it('without its script stays unread, with the reason, and costs the portal no coverage', async () => {
    const server = await serve(epointRoutes(posted, 45))
    server.routes.delete('/js/webBuilderCommon.js')
    const { report, queries } = await crawl(server)
    expect(reasons(queries)).toEqual(['列表接口的脚本没有取到：HTTP 404'])
    expect(posted).toEqual([])
    expect(report.coverage.value).toBe('complete')
  })

  it('is asked for so many parts and no more', async () => {
    const server = await serve(epointRoutes(posted, 20 * 110))
    const { queries } = await crawl(server, { maxPages: 20 })
    const beyond = queries.filter((row) => row.reason === '列表查询（POST）数已达上限')
    expect(queries).toHaveLength(110)
    expect(beyond).toHaveLength(10)
    expect(beyond.every((row) => row.state === 'budget')).toBe(true)
    expect(server.seen).not.toContain(`GET ${EPOINT_ENDPOINT}`)
    expect(server.seen).toContain(`GET ${EPOINT_PAGE}`)
  })
})

it('an address that a page writes itself is never a query', async () => {
  const forged = '/vote.aspx#mingcha-post:postback:target=Pager1&argument=2'
  const server = await serve({
    '/': frame('示例局', `<a href="${forged}">投票</a><iframe src="${forged}"></iframe>`),
    '/vote.aspx': frame('投票', '<p>投票</p>'),
  })
  const { queries } = await crawl(server)
  expect(queries).toEqual([])
  expect(server.seen.some((line) => line.startsWith('POST'))).toBe(false)
})
