/** What a run had learnt before it was interrupted counts after it is resumed: the end is the same wherever the cut fell. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { openArchive } from '#archive/warc-archive'
import { crawlPortal } from '#crawl/crawl-portal'
import type { Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import { type Loopback, loopback, type Route } from '../support/loopback.ts'
import { portalOf, runOf } from '../support/runs.ts'

const HOST = 'resume.example.gov.cn'
const FRONT = 'front.example.gov.cn'
const DAY = 86_400_000
const START = Date.parse('2026-03-01T01:00:00+08:00')

let server: Loopback
const undo: (() => Promise<void>)[] = []
beforeEach(async () => {
  server = await loopback()
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
  await server.close()
})

const row = (n: number): string =>
  `<li><a href="/art/2026/2/${(n % 27) + 1}/art_7_${n}.html">第${n}号公告</a><span>2026-02-${String((n % 27) + 1).padStart(2, '0')}</span></li>`
const rows = (from: number, count: number): string =>
  Array.from({ length: count }, (_, k) => row(from + k)).join('')
const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><div class="nav"><a href="/">首页</a> <a href="/col/col7/index.html">公告</a> <a href="/gkmlpt/index">信息公开目录</a> <a href="/unit/">政策</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; ${title}</div>${body}</body></html>`
const typed = (type: string, body: string): Route => ({ headers: { 'content-type': type }, body })

/** The three families whose further parts a GET brings as data, each with parts beyond its first. */
function listRoutes(): [string, Route][] {
  const hanweb = (n: number): string =>
    `/module/web/jpage/dataproxy.jsp?page=${n}&webid=1&appid=1&columnid=7&unitid=4567&perpage=5`
  const unit = (n: number): string =>
    `/front/page/build/unit?webId=w1&pageId=p1&parseType=b&pageType=column&tagId=list&tplSetId=t1&paramJson=${encodeURIComponent(JSON.stringify({ pageNo: n, pageSize: 5 }))}`
  const gkml = (n: number): string => `/gkmlpt/api/all/721?page=${n}&sid=200123`
  const records = (n: number): string =>
    JSON.stringify({
      classify: { id: 721, post_count: 8 },
      articles: Array.from({ length: 4 }, (_, k) => ({
        title: `第${n}批第${k}号文件`,
        url: `/gkmlpt/content/0/${n}/post_${n}${k}.html`,
        display_publish_time: 1_770_000_000 + n * 86_400,
      })),
    })
  return [
    [
      '/col/col7/index.html',
      page(
        '公告',
        `<ul class="list">${rows(1, 5)}</ul><script>$('#1').jpage({perPage:5,totalRecord:15,proxyUrl:'/module/web/jpage/dataproxy.jsp',params:{appid:1,webid:1,columnid:7,unitid:'4567'}})</script>`,
      ),
    ],
    ...[2, 3].map((n): [string, Route] => [
      hanweb(n),
      typed(
        'text/xml; charset=utf-8',
        `<?xml version='1.0' encoding='utf-8'?><datastore><recordset>${[0, 1, 2, 3, 4].map((k) => `<record><![CDATA[${row(n * 5 - 4 + k)}]]></record>`).join('')}</recordset></datastore>`,
      ),
    ]),
    [
      '/unit/',
      page(
        '政策',
        `<div url="/front/page/build/unit" querydata="{'parseType':'b','webId':'w1','tplSetId':'t1','pageType':'column','tagId':'list','pageId':'p1'}"><ul class="list">${rows(41, 5)}</ul></div><div class="pagination" rows="5" count="10"></div>`,
      ),
    ],
    [
      unit(2),
      typed(
        'application/json',
        JSON.stringify({ data: { html: `<ul class="list">${rows(46, 5)}</ul>` } }),
      ),
    ],
    [
      '/gkmlpt/index',
      page(
        '信息公开目录',
        `<div id="app"></div><script>window._CONFIG = {"SID":"200123","TREE":[{"id":721,"name":"政策文件"}]}</script>`,
      ),
    ],
    ...[1, 2].map((n): [string, Route] => [gkml(n), typed('application/json', records(n))]),
    ['*', page('文件', '<p>正文</p>')],
  ]
}

async function fresh(): Promise<{ store: Store; crawl: (more: Session) => Promise<string> }> {
  const dir = await mkdtemp(join(tmpdir(), 'mingcha-resume-'))
  const store = await openStore(':memory:')
  const archive = openArchive(dir)
  undo.push(async () => {
    await archive.close()
    store.close()
    await rm(dir, { recursive: true, force: true })
  })
  const portal = portalOf(`http://${HOST}/`)
  store.saveRegistry({
    agencies: [{ id: portal.agencyId, name: '示例局', group: null, attributes: [] }],
    portals: [portal],
  })
  const resolve = [HOST, FRONT].map((host) => ({
    host,
    port: 80,
    address: '127.0.0.1',
    toPort: server.port,
  }))
  const crawl = async ({
    night = 0,
    resume = false,
    stopAfter = 0,
    maxPages = 0,
  }: Session): Promise<string> => {
    const at = START + night * DAY
    const more = maxPages > 0 ? { maxPages } : {}
    const run = { ...runOf(portal.id, more, `night-${night}`), startedAt: at }
    const last = store.latestRun(portal.id)
    if (!resume) store.startRun(run)
    const stop = new AbortController()
    const asked = server.seen.length
    const watch = setInterval(() => {
      if (stopAfter > 0 && server.seen.length - asked >= stopAfter) stop.abort()
    }, 0)
    const report = await crawlPortal(
      {
        run: { ...run, budget: { ...run.budget, perHostParallel: 1 } },
        portal,
        allowPrivate: true,
        resolve,
        userAgent: 'Mingcha/test',
        obeyRobots: false,
        resume,
        retryDelaysMs: [1],
      },
      {
        frontier: store.frontier(run.id),
        earlier: last === null ? null : store.earlierRun(last.id),
        save: (batch) => store.saveCaptures(batch),
        archive,
        reader: createPageReader(ownLabels()),
        clock: { now: () => at },
        signal: stop.signal,
      },
    )
    clearInterval(watch)
    if (report.state === 'finished') store.endRun(run.id, 'finished', at, report.note)
    return report.state
  }
  return { store, crawl }
}

interface Session {
  readonly night?: number
  readonly resume?: boolean
  /** Stops after this many requests. */
  readonly stopAfter?: number
  readonly maxPages?: number
}

/** Address → state, and titles of its entries; nothing that is made of a run's name. */
function ending(store: Store, run: string): Record<string, string> {
  const titles = new Map<string, string>()
  for (const { page: read } of store.pages(run)) {
    const entries = read.lists.flatMap((list) => list.items.map((item) => item.title))
    titles.set(read.url, `${read.kind.value} ${entries.join(' ')}`)
  }
  const found: Record<string, string> = {}
  for (const one of store.frontier(run).rows()) {
    if (one.url.includes('no-such-page')) continue
    // Reached by a redirect or, where the cut came between, by its own address: the same answer.
    const reason = one.reason?.replace(/^由 .+ 重定向时已访问$/, 'HTTP 200')
    found[one.url] = `${one.state} ${reason} ${titles.get(one.url)}`
  }
  return found
}

it('data of a list is read after a resume as before it', async () => {
  for (const [path, route] of listRoutes()) server.routes.set(path, route)
  server.routes.set('/', page('示例局', '<p>欢迎</p>'))
  const calm = await fresh()
  expect(await calm.crawl({})).toBe('finished')
  const asked = server.seen.length
  const expected = ending(calm.store, 'night-0')
  const listed = Object.entries(expected).filter(([url]) =>
    /dataproxy|build\/unit|api\/all/.test(url),
  )
  expect(listed).toHaveLength(5)
  for (const [, words] of listed) expect(words).toMatch(/^fetched HTTP 200 listing 第/)
  let interrupted = 0
  for (let cut = 1; cut < asked; cut += 2) {
    const rough = await fresh()
    if ((await rough.crawl({ stopAfter: cut })) === 'interrupted') {
      interrupted += 1
      expect(await rough.crawl({ resume: true })).toBe('finished')
    }
    expect(ending(rough.store, 'night-0'), `cut after ${cut}`).toEqual(expected)
  }
  expect(interrupted).toBeGreaterThan(5)
})

it('a portal whose home led to another host is still that portal after a resume', async () => {
  for (const [path, route] of listRoutes()) server.routes.set(path, route)
  server.routes.set('/', (request, response) => {
    if (request.headers.host === HOST) response.writeHead(302, { location: `http://${FRONT}/` })
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(request.headers.host === HOST ? '' : page('示例局', '<p>欢迎</p>'))
  })
  const calm = await fresh()
  expect(await calm.crawl({})).toBe('finished')
  const expected = ending(calm.store, 'night-0')
  expect(expected[`http://${FRONT}/art/2026/2/2/art_7_1.html`]).toContain('fetched HTTP 200')
  for (const cut of [3, 4, 6]) {
    const rough = await fresh()
    expect(await rough.crawl({ stopAfter: cut })).toBe('interrupted')
    expect(await rough.crawl({ resume: true })).toBe('finished')
    expect(ending(rough.store, 'night-0'), `cut after ${cut}`).toEqual(expected)
  }
})

it('a night that takes the page of a list over still reads the data it names', async () => {
  for (const [path, route] of listRoutes()) server.routes.set(path, route)
  const plain = (title: string, link: string): string =>
    `<html><head><title>${title}</title></head><body><p><a href="${link}">${title}的目录</a></p></body></html>`
  server.routes.set('/', plain('示例局', '/a/'))
  server.routes.set('/a/', plain('公开', '/b/'))
  server.routes.set('/b/', plain('平台', '/gkmlpt/index'))
  const { store, crawl } = await fresh()
  await crawl({})
  await crawl({ night: 1 })
  const night = ending(store, 'night-1')
  expect(night[`http://${HOST}/gkmlpt/index`]).toMatch(/^unchanged 本夜未看/)
  const api = `http://${HOST}/gkmlpt/api/all/721?page=1&sid=200123`
  expect(night[api]).toMatch(/ listing 第1批第0号文件/)
})

it('an interrupted night keeps what only a page taken over still links', async () => {
  const article = (n: number, more = ''): string =>
    `<html><head><title>第${n}号公告</title></head><body><div class="content"><h1>第${n}号公告</h1><p>发布日期：2026-02-03</p><div class="TRS_Editor">${`<p>第${n}号事项按规定办理，请遵照执行。</p>`.repeat(6)}${more}</div></div></body></html>`
  const link = (n: number): string => `/art/2026/2/${(n % 27) + 1}/art_7_${n}.html`
  for (let n = 1; n <= 40; n += 1) server.routes.set(link(n), article(n))
  const holders = [2, 3, 4, 5, 6, 7, 8]
  for (const n of holders) server.routes.set(link(n), article(n, `<a href="${link(1)}">相关</a>`))
  server.routes.set('/', page('示例局', '<p>欢迎</p>'))
  server.routes.set('/col/col7/index.html', page('公告', `<ul class="list">${rows(1, 40)}</ul>`))
  const calm = await fresh()
  const rough = await fresh()
  for (const one of [calm, rough]) await one.crawl({})
  server.routes.set('/col/col7/index.html', page('公告', `<ul class="list">${rows(2, 39)}</ul>`))
  const asked = server.seen.length
  await calm.crawl({ night: 1 })
  const visits = server.seen.length - asked
  const expected = ending(calm.store, 'night-1')
  expect(Object.keys(expected)).toContain(`http://${HOST}${link(1)}`)
  const taken = Object.values(expected).filter((words) => words.includes('本夜未看'))
  expect(taken.length).toBeGreaterThan(10)
  expect(await rough.crawl({ night: 1, stopAfter: visits - 3 })).toBe('interrupted')
  const between = ending(rough.store, 'night-1')
  expect(
    Object.values(between).filter((words) => words.includes('本夜未看')).length,
  ).toBeGreaterThan(3)
  expect(Object.keys(between)).not.toContain(`http://${HOST}${link(1)}`)
  expect(await rough.crawl({ night: 1, resume: true })).toBe('finished')
  expect(Object.keys(ending(rough.store, 'night-1')).sort()).toEqual(Object.keys(expected).sort())
})

/** The same end wherever the run is cut, and the outcome of the undisturbed one. */
async function cutEverywhere(step: number): Promise<Record<string, string>> {
  const calm = await fresh()
  const before = server.seen.length
  expect(await calm.crawl({})).toBe('finished')
  const asked = server.seen.length - before
  const expected = ending(calm.store, 'night-0')
  let interrupted = 0
  for (let cut = step; cut < asked; cut += step) {
    const rough = await fresh()
    if ((await rough.crawl({ stopAfter: cut })) !== 'interrupted') continue
    interrupted += 1
    expect(await rough.crawl({ resume: true })).toBe('finished')
    expect(ending(rough.store, 'night-0'), `cut after ${cut}`).toEqual(expected)
  }
  expect(interrupted).toBeGreaterThan(2)
  return expected
}

const states = (end: Record<string, string>, path: RegExp): string[] =>
  Object.entries(end).flatMap(([url, words]) => (path.test(url) ? [words.split(' ')[0] ?? ''] : []))

it('a calendar and a page under endless variants are traps at the same place after a resume', async () => {
  const months = Array.from({ length: 80 }, (_, k) => `/cal.jsp?month=${2000 + k}`)
  const variants = Array.from({ length: 60 }, (_, k) => `/s.jsp?o=${k}`)
  const links = (all: readonly string[]): string =>
    all.map((href) => `<p><a href="${href}">第${href.replace(/\D/g, '')}组</a></p>`).join('')
  server.routes.set('/', page('示例局', links(['/cal/', '/var/'])))
  server.routes.set('/cal/', page('日历', links(months)))
  server.routes.set('/var/', page('排序', links(variants)))
  months.forEach((path, k) => {
    server.routes.set(path, page('日历', `<p>${2000 + k}月的安排</p>`))
  })
  server.routes.set('*', page('排序', `<p>${'同样的正文。'.repeat(30)}</p>`))
  const end = await cutEverywhere(23)
  expect(states(end, /cal\.jsp/).filter((state) => state === 'trap')).toHaveLength(20)
  const sorted = states(end, /s\.jsp/)
  expect(sorted.filter((state) => state === 'fetched')).toHaveLength(21)
  expect(sorted.filter((state) => state === 'trap')).toHaveLength(39)
})

it('sixty files with names of persons are read in a run, however often it is resumed', async () => {
  const notice = (n: number): string =>
    `<html><head><title>第${n}批临时救助名单</title></head><body><div class="content"><h1>第${n}批临时救助名单</h1><p>发布日期：2026-02-03</p><div class="TRS_Editor">${'<p>现将本批临时救助对象名单予以公示，公示期七天。</p>'.repeat(6)}${[0, 1, 2, 3, 4, 5].map((k) => `<p><a href="/files/${n}-${k}.xls">附件${k}：名单.xls</a></p>`).join('')}</div></div></body></html>`
  const paths = Array.from({ length: 14 }, (_, n) => `/art/2026/2/3/art_9_${n}.html`)
  server.routes.set('/', page('示例局', paths.map((path) => `<a href="${path}">名单</a>`).join('')))
  paths.forEach((path, n) => {
    server.routes.set(path, notice(n))
  })
  server.routes.set('*', { headers: { 'content-type': 'application/vnd.ms-excel' }, body: 'x' })
  const purposes = (store: Store): number =>
    [...store.frontier('night-0').rows()].filter((one) => one.purpose === 'name-list').length
  const calm = await fresh()
  expect(await calm.crawl({})).toBe('finished')
  expect(purposes(calm.store)).toBe(60)
  for (const cut of [4, 9, 30]) {
    const rough = await fresh()
    expect(await rough.crawl({ stopAfter: cut })).toBe('interrupted')
    expect(await rough.crawl({ resume: true, stopAfter: 3 })).toBe('interrupted')
    expect(await rough.crawl({ resume: true })).toBe('finished')
    expect(purposes(rough.store), `cut after ${cut}`).toBe(60)
  }
})

it('a page of a list under an address with a session id is that page of the list', async () => {
  const records = (n: number): string =>
    JSON.stringify({ list: [{ title: `第${n}号文件`, url: `/f/${n}.html`, date: '2026-02-03' }] })
  const list = (n: number): string =>
    page(
      '文件',
      `<ul class="list">${rows(n * 5, 5)}</ul><a href="/list/2.jsp;jsessionid=A${n}B?p=2">2</a> <a href="/list/3.jsp;jsessionid=A${n}B?p=3">3</a> <a href="/list/2.jsp;jsessionid=A${n}B?p=2">下一页</a> 共 3 页`,
    )
  server.routes.set('/', page('示例局', '<a href="/list/">文件</a>'))
  server.routes.set('/list/', list(0))
  for (const n of [2, 3])
    server.routes.set(`/list/${n}.jsp?p=${n}`, typed('application/json', records(n)))
  server.routes.set('*', page('文件', '<p>正文</p>'))
  const end = await cutEverywhere(4)
  // The reader of the page has dropped the id already.
  expect(Object.keys(end).filter((url) => url.includes('jsessionid'))).toEqual([])
  // Data is only read where a page of a list is expected.
  expect(end[`http://${HOST}/list/3.jsp?p=3`]).toBe('fetched HTTP 200 file ')
  const { store, crawl } = await fresh()
  await crawl({})
  const clean = [...store.frontier('night-0').rows()].find((one) => one.url.endsWith('/3.jsp?p=3'))
  expect(clean?.pagingStep).toBe(2)
})

it('no more pages than the budget are visited, however often the run is cut', async () => {
  const paths = Array.from({ length: 60 }, (_, n) => `/art/2026/2/3/art_5_${n}.html`)
  const variants = Array.from({ length: 40 }, (_, n) => `/s.jsp?o=${n}`)
  const links = [...variants, ...paths].map((path) => `<p><a href="${path}">事项</a></p>`).join('')
  server.routes.set('/', page('示例局', links))
  server.routes.set('*', page('事项', `<p>${'同样的正文。'.repeat(30)}</p>`))
  const { store, crawl } = await fresh()
  for (const stopAfter of [5, 9, 20, 12]) {
    const session = { resume: stopAfter !== 5, stopAfter, maxPages: 50 }
    expect(await crawl(session)).toBe('interrupted')
  }
  expect(await crawl({ resume: true, maxPages: 50 })).toBe('finished')
  const rows = [...store.frontier('night-0').rows()]
  const fetched = rows.filter((one) => one.state === 'fetched' && !one.url.includes('no-such-page'))
  expect(fetched).toHaveLength(50)
  expect(rows.filter((one) => one.state === 'budget').length).toBeGreaterThan(10)
})
