/** The portal's own search is asked for few titles, once, politely, and nothing on its answer is followed. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { isSearchAddress, searchQueryOf } from '#base/query-address'
import type { FrontierRow } from '#model/ports'
import type { Budget } from '#model/run'
import { createPageReader } from '#understand/page-reader'
import { planSearches } from '#understand/search-plan'
import { crawlKit } from '../support/crawl-kit.ts'
import type { Loopback } from '../support/loopback.ts'
import { portalOf, runOf } from '../support/runs.ts'
import { FORM, NOTICES, resultsPage, searchSite } from '../support/search-site.ts'

const TITLE = NOTICES[1][0]
const kit = crawlKit()
const serve = kit.site

interface Session {
  readonly most?: number
  readonly resume?: boolean
  /** Aborts when the search is planned. */
  readonly stopAt?: (server: Loopback) => boolean
  readonly signal?: AbortSignal
  readonly budget?: Partial<Budget>
  readonly runId?: string
  readonly earlier?: string
}

async function crawl(server: Loopback, session: Session = {}) {
  const { most = 1, runId = 'run', earlier, budget } = session
  const portal = portalOf(`${server.origin}/`)
  const { asOf } = runOf(portal.id)
  const stop = new AbortController()
  const searches = (): readonly string[] => {
    const addresses = planSearches({ portal, asOf, pages: kit.store.pages(runId) }, most)
    if (session.stopAt?.(server)) stop.abort()
    return addresses
  }
  const { report, rows } = await kit.crawl(portal.homeUrl, {
    runId,
    options: { resume: session.resume ?? false, retryDelaysMs: [1] },
    reader: createPageReader(ownLabels()),
    deps: { searches, ...(earlier ? { earlier: kit.store.earlierRun(earlier) } : {}) },
    signal: session.signal ? AbortSignal.any([stop.signal, session.signal]) : stop.signal,
    ...(budget ? { budget } : {}),
  })
  const all = [...rows.values()]
  return { report, rows: all.filter(({ url }) => isSearchAddress(url)), all }
}

const asked = (server: Loopback): string[] => server.seen.filter((one) => one.includes('/search'))
const answers = (run = 'run') =>
  [...kit.store.pages(run)].filter(({ capture }) => isSearchAddress(capture.url))
const states = (rows: readonly FrontierRow[]): string[] => rows.map((row) => row.state)

describe('the portal’s own search', () => {
  it('is asked by GET for the whole title of an article that is neither new nor old, after everything else', async () => {
    const server = await serve(searchSite())
    server.routes.set(
      `/search?siteId=7&q=${encodeURIComponent(TITLE)}`,
      resultsPage(TITLE, [TITLE]),
    )
    const { rows, report } = await crawl(server)
    expect(server.seen.at(-1)).toBe(`GET /search?siteId=7&q=${encodeURIComponent(TITLE)}`)
    expect(asked(server)).toHaveLength(1)
    expect(rows.map((row) => [row.state, row.reason])).toEqual([['fetched', '站内搜索：HTTP 200']])
    expect(searchQueryOf(rows[0]?.url ?? '')).toMatchObject({
      kind: 'ownItem',
      title: TITLE,
      target: `${server.origin}/tzgg/t2025_1.html`,
      scripted: false,
    })
    expect(report.coverage).toEqual({ value: 'complete', because: null })
  })

  it('is archived under the address really asked, and read from the archive again', async () => {
    const server = await serve(searchSite())
    server.routes.set('*', resultsPage(TITLE, ['关于防汛工作的紧急通知', TITLE]))
    await crawl(server)
    const [answer] = answers()
    if (!answer || answer.capture.record === null) throw new Error('not kept')
    expect(answer.page.searchAnswer).toMatchObject({ found: { rank: 2 }, echoed: true })
    const { body } = await kit.archive.read(answer.capture.record)
    const again = createPageReader(ownLabels()).read({
      url: answer.capture.finalUrl,
      body,
      contentType: 'text/html; charset=utf-8',
      status: 200,
      truncated: false,
      homeUrl: `${server.origin}/`,
    })
    expect(again).toEqual(answer.page)
    const records = await kit.archive.records(answer.capture.record)
    expect(records[0]?.url).toBe(`${server.origin}/search?siteId=7&q=${encodeURIComponent(TITLE)}`)
  })

  it('is not crawled on from: neither results nor their further pages are visited', async () => {
    const server = await serve(searchSite())
    server.routes.set(
      `/search?siteId=7&q=${encodeURIComponent(TITLE)}`,
      `${resultsPage(TITLE, [TITLE])}<a href="/search?q=x&page=2">下一页</a>`,
    )
    const { all } = await crawl(server)
    expect(asked(server)).toHaveLength(1)
    expect(all.filter(({ url }) => url.includes('/go') || url.includes('page=2'))).toEqual([])
  })

  it('gets the words in the charset of its page', async () => {
    const routes = searchSite()
    const gbk = iconv.encode(String(routes['/']).replace('utf-8', 'gbk'), 'gbk')
    const server = await serve({
      ...routes,
      '/': { body: gbk, headers: { 'content-type': 'text/html; charset=gbk' } },
    })
    await crawl(server)
    const words = [...iconv.encode(TITLE, 'gbk')].map((byte) => byte.toString(16).toUpperCase())
    expect(asked(server)[0]).toBe(
      `GET /search?siteId=7&q=${words.map((hex) => `%${hex}`).join('')}`,
    )
  })

  it('is not asked where robots.txt forbids it', async () => {
    const server = await serve({
      ...searchSite(),
      '/robots.txt': {
        body: 'User-agent: *\nDisallow: /search',
        headers: { 'content-type': 'text/plain' },
      },
    })
    const { rows, report } = await crawl(server)
    expect(asked(server)).toEqual([])
    expect(rows[0]?.reason).toMatch(/^robots\.txt 不允许（.*\/search/)
    expect(states(rows)).toEqual(['robots'])
    expect(report.coverage.value).toBe('complete')
  })

  it.each([
    ['a POST', FORM.replace('<form ', '<form method="post" ')],
    ['another host', FORM.replace('/search', 'http://so.example.org/s')],
    ['a script alone', '<div class="search"><input id="searchKey"><i onclick="go()"></i></div>'],
    ['nothing', ''],
  ])('is not asked through %s', async (_name, box) => {
    const server = await serve(searchSite(box))
    const { rows } = await crawl(server)
    expect(rows).toEqual([])
    expect(asked(server)).toEqual([])
  })

  it('is asked for a second, older title where two are allowed', async () => {
    const server = await serve(searchSite())
    server.routes.set('*', resultsPage('', []))
    const { rows } = await crawl(server, { most: 2 })
    expect(
      rows.map(({ url }) => searchQueryOf(url)).map((query) => [query?.kind, query?.title]),
    ).toEqual([
      ['ownItem', TITLE],
      ['ownOther', NOTICES[2][0]],
    ])
    expect(asked(server)).toHaveLength(2)
  })

  it('is not asked when turned off', async () => {
    const server = await serve(searchSite())
    expect((await crawl(server, { most: 0 })).rows).toEqual([])
  })

  it('is asked once whatever it answers, and counts neither as a page nor against coverage', async () => {
    const server = await serve({ ...searchSite(), '/robots.txt': { status: 404 } })
    server.routes.set('*', { status: 500, body: 'broken' })
    const { rows, report } = await crawl(server, { budget: { maxPages: 20 } })
    expect(asked(server)).toHaveLength(1)
    expect(rows.map((row) => row.reason)).toEqual(['站内搜索：HTTP 500'])
    expect(report.coverage.value).toBe('complete')
  })

  it('is asked as every address is: a server that asks for patience gets it, and a protection is no answer', async () => {
    const at: number[] = []
    const server = await serve(searchSite())
    server.routes.set('*', (request, response) => {
      if (!request.url?.startsWith('/search')) {
        response.writeHead(404).end()
        return
      }
      at.push(Date.now())
      response.writeHead(at.length === 1 ? 503 : 412, { 'retry-after': '1' }).end('busy')
    })
    const { rows, report } = await crawl(server, { most: 2, budget: { perHostParallel: 1 } })
    const [first = 0, second = 0] = at.slice(-2)
    expect(second - first).toBeGreaterThanOrEqual(1_000)
    expect(states(rows)).toEqual(['fetched', 'blocked'])
    expect(rows[1]?.reason).toMatch(/^站内搜索：/)
    expect(report.coverage.value).toBe('complete')
  })

  it('that leads to another host is kept and not read', async () => {
    const other = await serve({ '*': resultsPage(TITLE, [TITLE]) })
    const server = await serve(searchSite())
    server.routes.set('*', { status: 302, headers: { location: `${other.origin}/results` } })
    const { rows } = await crawl(server)
    expect(rows.map((row) => row.reason)).toEqual([
      `站内搜索：HTTP 200（转到站外 ${other.origin}/results）`,
    ])
    expect(answers()).toEqual([])
  })
})

describe('a run that was cut off', () => {
  it('asks what it had chosen, and what was answered is not asked again', async () => {
    const server = await serve(searchSite())
    server.routes.set('*', resultsPage(TITLE, [TITLE]))
    const first = await crawl(server, { stopAt: () => true })
    expect(first.report.state).toBe('interrupted')
    expect(asked(server)).toEqual([])
    const second = await crawl(server, { resume: true })
    expect(second.report.state).toBe('finished')
    expect(states(second.rows)).toEqual(['fetched'])
    await crawl(server, { resume: true })
    expect(asked(server)).toHaveLength(1)
  })
})

it('a search that an interrupt cuts off is put back, and asked by the run that goes on', async () => {
  const stop = new AbortController()
  const server = await serve(searchSite())
  const results = `/search?siteId=7&q=${encodeURIComponent(TITLE)}`
  server.routes.set(results, () => stop.abort())
  const first = await crawl(server, { signal: stop.signal })
  expect([first.report.state, ...states(first.rows)]).toEqual(['interrupted', 'queued'])
  server.routes.set(results, resultsPage(TITLE, [TITLE]))
  const second = await crawl(server, { resume: true })
  expect([second.report.state, ...states(second.rows)]).toEqual(['finished', 'fetched'])
})

it('a nightly run asks anew and takes no page of results for one of the portal', async () => {
  const server = await serve(searchSite())
  server.routes.set('*', resultsPage(TITLE, [TITLE]))
  await crawl(server)
  kit.store.endRun('run', 'finished', 1, null)
  const night = await crawl(server, { runId: 'night', earlier: 'run' })
  expect(states(night.rows)).toEqual(['fetched'])
  expect(asked(server)).toHaveLength(2)
  expect(
    night.all.filter(({ url, state }) => url.includes('/search') && state !== 'fetched'),
  ).toEqual([])
})
