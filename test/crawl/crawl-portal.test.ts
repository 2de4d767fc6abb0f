/** The crawl from end to end on loopback servers, with the real store and archive and a small reader of links. */
import { describe, expect, it } from 'vitest'
import { HostPace } from '#crawl/hosts'
import type { Capture } from '#model/capture'
import type { Archive, Frontier, PageReader } from '#model/ports'
import { crawlKit, type Outcome, linkPage as page } from '../support/crawl-kit.ts'
import { linkReader } from '../support/link-reader.ts'
import { deadPort, rawLoopback } from '../support/loopback.ts'
import { portalOf, runOf } from '../support/runs.ts'

const kit = crawlKit()
const { site, crawl } = kit

const capturesOf = (outcome: Outcome, url: string): Capture[] =>
  outcome.captures.filter((capture) => capture.url === url)

describe('crawlPortal', () => {
  it('visits what the pages point to, home first, and leaves a state and a reason everywhere', async () => {
    const server = await site({
      '/': page('/col/', '/a1.html', '/file.pdf', 'http://127.0.0.1:1/out.html'),
      '/col/': page('/info/1001/2001.htm', '/col/index.html'),
      '/a1.html': page('/'),
      '/info/1001/2001.htm': '<html><body>正文</body></html>',
      '/file.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4 body' },
      '/robots.txt': {
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow:',
      },
    })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.report.state).toBe('finished')
    expect(server.seen[0]).toBe('GET /robots.txt')
    expect(server.seen[1]).toBe('GET /')
    for (const path of ['/', '/col/', '/a1.html', '/info/1001/2001.htm', '/file.pdf']) {
      expect(outcome.rows.get(server.origin + path)?.state, path).toBe('fetched')
    }
    expect(outcome.rows.get(`${server.origin}/col/index.html`)?.state).toBe('duplicate')
    expect(outcome.rows.get('http://127.0.0.1:1/out.html')?.state).toBe('failed')
    for (const row of outcome.rows.values()) {
      expect(['queued', 'active']).not.toContain(row.state)
      expect(row.reason, row.url).toBeTruthy()
    }
    const home = capturesOf(outcome, `${server.origin}/`)[0]
    expect(home).toMatchObject({ state: 'stored', status: 200, remoteAddress: '127.0.0.1' })
    if (home?.state !== 'stored' || !home.record) throw new Error('home not stored')
    expect(Buffer.from((await kit.archive.read(home.record)).body).toString()).toContain(
      '栏目 /col/',
    )
    expect([...kit.store.pages(home.run)].map((p) => p.page.url)).toContain(`${server.origin}/col/`)
  })

  it('claims a missing page only after a second visit, inside and outside', async () => {
    const other = await site({ '/there.html': 'ok' })
    const server = await site({
      '/': page(
        '/gone.html',
        '/late.html',
        `${other.origin}/not.html`,
        `${other.origin}/there.html`,
      ),
      '/late.html': { status: 404 },
    })
    let visits = 0
    server.routes.set('/late.html', (_request, response) => {
      visits += 1
      response.writeHead(visits === 1 ? 404 : 200, { 'content-type': 'text/html' })
      response.end(page('/found-late.html'))
    })
    const outcome = await crawl(`${server.origin}/`)
    const gone = capturesOf(outcome, `${server.origin}/gone.html`)
    expect(gone.map((c) => c.state === 'stored' && c.status)).toEqual([404, 404])
    expect(outcome.rows.get(`${server.origin}/gone.html`)?.reason).toContain('第二次访问')
    const late = capturesOf(outcome, `${server.origin}/late.html`)
    expect(late.map((c) => c.state === 'stored' && c.status)).toEqual([404, 200])
    expect(outcome.rows.get(`${server.origin}/found-late.html`)?.state).toBe('fetched')
    expect(capturesOf(outcome, `${other.origin}/not.html`)).toHaveLength(2)
    expect(outcome.rows.get(`${other.origin}/there.html`)?.reason).toBe('HTTP 200')
    expect(other.seen.filter((line) => line.includes('/there.html'))).toEqual(['HEAD /there.html'])
    // The second round comes when everything else is done.
    const order = server.seen.map((line) => line.split(' ')[1])
    expect(order.lastIndexOf('/gone.html')).toBeGreaterThan(order.indexOf('/late.html'))
  })

  it('visits the address of a file again that answered with a page', async () => {
    const server = await site({
      '/': page('/error.doc', '/real.doc', '/page.html'),
      '/error.doc': '<html><body>系统错误，文件读取失败</body></html>',
      '/real.doc': { status: 200, body: '%PDF-1.4 file', headers: { 'content-type': 'x/y' } },
      '/page.html': 'ok',
    })
    const outcome = await crawl(`${server.origin}/`)
    const visits = (path: string) => capturesOf(outcome, server.origin + path).length
    expect([visits('/error.doc'), visits('/real.doc'), visits('/page.html')]).toEqual([2, 1, 1])
  })

  it('asks each host once for a page that cannot exist and never calls it broken', async () => {
    const server = await site({
      '/': page('/a.html'),
      '/a.html': 'x',
      '*': { status: 200, body: '页面不存在' },
    })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.report.soft404).toHaveLength(1)
    const probe = outcome.report.soft404[0]
    expect(probe?.status).toBe(200)
    expect(outcome.rows.get(probe?.url ?? '')?.reason).toContain('不存在地址探测')
    expect(capturesOf(outcome, probe?.url ?? '')).toHaveLength(1)
  })

  it('records a protection and does not follow what stands on it', async () => {
    const server = await site({
      '/': page('/guarded.html', '/denied.html', '/waf.html'),
      '/guarded.html': {
        status: 412,
        body: '<script>$_ts=window["$_ts"];</script><a href="/behind.html">x</a>',
      },
      '/denied.html': { status: 403 },
      '/waf.html': '<html><body>您的访问请求可能存在安全威胁，已被拦截</body></html>',
    })
    const outcome = await crawl(`${server.origin}/`)
    for (const path of ['/guarded.html', '/denied.html', '/waf.html']) {
      expect(outcome.rows.get(server.origin + path)?.state, path).toBe('blocked')
      const visits = capturesOf(outcome, server.origin + path)
      expect(visits).toHaveLength(1)
      expect(visits[0]?.state === 'stored' && visits[0].blocked).toBeTruthy()
    }
    expect(outcome.rows.has(`${server.origin}/behind.html`)).toBe(false)
    expect(outcome.report.coverage.value).toBe('partial')
  })

  it('what Crawlee reports handled is what was stored, second visits and refusals included', async () => {
    const server = await site({
      '/': page('/a', '/gone', '/closed/x', '/flaky'),
      '/a': page(),
      '/flaky': { status: 503 },
      '/robots.txt': {
        body: 'User-agent: *\nDisallow: /closed/\n',
        headers: { 'content-type': 'text/plain' },
      },
    })
    const { report } = await crawl(`${server.origin}/`)
    const { handled, stored, lost } = report.reconciled
    expect(lost).toBe(0)
    // Beside what Crawlee handed out we asked for robots.txt ourselves.
    expect(stored).toBe(handled + 1)
    expect(handled).toBeGreaterThanOrEqual(7)
  })

  it('an address that was let go without an outcome is told, and held against nobody', async () => {
    const server = await site({ '/': page('/a', '/b'), '/a': page(), '/b': page() })
    const losing = (table: Frontier): Frontier => ({
      ...table,
      settle(url, state, reason, capture) {
        // Of `/b` only what the reconciliation itself says comes through.
        if (!url.endsWith('/b') || reason?.includes('本程序')) {
          table.settle(url, state, reason, capture)
        }
      },
    })
    const { report, rows } = await crawl(`${server.origin}/`, { frontier: losing })
    expect(report.reconciled.lost).toBe(1)
    expect(rows.get(`${server.origin}/b`)).toMatchObject({
      state: 'failed',
      reason: '访问已结束，却没有存下结果（本程序的问题，不是网站的）',
    })
    expect(report.note).toContain('有 1 个地址访问后没有存下结果')
    expect(report.coverage.value).toBe('partial')
  })

  it('retries what may pass, then visits once more at the end', async () => {
    const server = await site({ '/': page('/once.html', '/always.html') })
    let asked = 0
    server.routes.set('/once.html', (_request, response) => {
      asked += 1
      response
        .writeHead(asked === 1 ? 503 : 200, { 'content-type': 'text/html' })
        .end('<html>ok</html>')
    })
    server.routes.set('/always.html', { status: 500 })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.rows.get(`${server.origin}/once.html`)).toMatchObject({
      state: 'fetched',
      reason: 'HTTP 200',
    })
    expect(capturesOf(outcome, `${server.origin}/always.html`)).toHaveLength(4)
    expect(outcome.rows.get(`${server.origin}/always.html`)?.reason).toContain(
      'HTTP 500（第二次访问',
    )
  })

  it('keeps to robots.txt and says which rule', async () => {
    const server = await site({
      '/': page('/secret/a.html', '/open.html'),
      '/open.html': 'x',
      '/robots.txt': {
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow: /secret/',
      },
    })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.rows.get(`${server.origin}/secret/a.html`)).toMatchObject({
      state: 'robots',
      reason: 'robots.txt 不允许（Disallow: /secret/）',
    })
    expect(server.seen).not.toContain('GET /secret/a.html')
    expect(outcome.report.robots).toMatchObject([{ state: 'read', rules: 1 }])
    const free = await crawl(`${server.origin}/`, { runId: 'free', options: { obeyRobots: false } })
    expect(free.rows.get(`${server.origin}/secret/a.html`)?.reason).toContain('404')
    expect(free.report.note).toMatch(/^按设置（obeyRobots: false）没有遵守 robots\.txt/)
    expect(outcome.report.note).not.toContain('obeyRobots')
  })

  it.each([
    ['by status', 412, ''],
    ['by its words', 200, '<html><body>您的访问已被防火墙拦截</body></html>'],
  ])(
    'never takes a robots.txt or sitemap that a protection keeps %s for none',
    async (_, status, body) => {
      const server = await site({
        '/': page('/a.html'),
        '/a.html': 'a',
        '/robots.txt': { status, body },
        '/sitemap.xml': { status, body },
      })
      const { rows, captures, report } = await crawl(`${server.origin}/`)
      for (const name of ['robots.txt', 'sitemap.xml']) {
        const row = rows.get(`${server.origin}/${name}`)
        expect(row?.state).toBe('blocked')
        expect(row?.reason).toContain(`HTTP ${status}`)
        expect(row?.reason).not.toContain('没有')
        const capture = captures.find((one) => one.id === row?.capture)
        expect(capture?.state === 'stored' && capture.blocked?.because).toContain(`HTTP ${status}`)
      }
      expect(report.robots.map((fact) => fact.state)).toEqual(['unreadable'])
      expect(report.coverage.value).toBe('complete')
      expect(rows.get(`${server.origin}/a.html`)?.state).toBe('fetched')
    },
  )

  it('stops at the page budget and says so of every address left', async () => {
    const server = await site({ '*': 'x' })
    server.routes.set('/', page(...Array.from({ length: 30 }, (_, i) => `/p${i}.html`)))
    const outcome = await crawl(`${server.origin}/`, { budget: { maxPages: 10 } })
    const states = [...outcome.rows.values()].filter((row) => /\/p\d+\.html$/.test(row.url))
    expect(states.filter((row) => row.state === 'fetched')).toHaveLength(9)
    const left = states.filter((row) => row.state === 'budget')
    expect(left).toHaveLength(21)
    expect(left[0]?.reason).toBe('达到页数上限 10')
    expect(outcome.report.coverage.because).toContain('21 个地址因运行上限未访问')
  })

  it('stops at the time and byte budgets', async () => {
    const server = await site({ '*': 'x'.repeat(2000) })
    server.routes.set('/', page('/a.html', '/b.html', '/c.html'))
    const time = await crawl(`${server.origin}/`, { budget: { maxMinutes: 0 } })
    expect(time.rows.get(`${server.origin}/`)?.reason).toContain('时间上限')
    const bytes = await crawl(`${server.origin}/`, {
      runId: 'bytes',
      budget: { maxTotalBytes: 100 },
    })
    expect(bytes.rows.get(`${server.origin}/`)?.state).toBe('fetched')
    expect(bytes.rows.get(`${server.origin}/a.html`)?.reason).toContain('流量上限')
  })

  it('a second session after the browser has what the first one left of time and bytes', async () => {
    const server = await site({ '*': 'x' })
    server.routes.set('/', page('/a.html'))
    const at = (path: string): string => `${server.origin}${path}`
    const read = (body: string) =>
      linkReader.read({
        url: at('/'),
        body: Buffer.from(body),
        contentType: 'text/html',
        status: 200,
        truncated: false,
        homeUrl: at('/'),
      })
    const first = await crawl(at('/'))
    const { used } = first.report
    expect(used.bytes).toBe(first.report.bytes)
    expect(used.ms).toBeGreaterThanOrEqual(0)
    const again = (path: string, spent: { ms: number; bytes: number }) =>
      crawl(at('/'), { options: { resume: true, shown: [read(page(path))], spent } })
    const some = await again('/b.html', used)
    expect(some.rows.get(at('/b.html'))?.state).toBe('fetched')
    expect(some.report.bytes).toBeGreaterThan(used.bytes)
    const late = await again('/c.html', { ...used, ms: 5 * 60_000 })
    expect(late.rows.get(at('/c.html'))).toMatchObject({ state: 'budget' })
    expect(late.report.spent).toContain('时间上限')
    const full = await again('/d.html', { ...used, bytes: 100_000_000 })
    expect(full.rows.get(at('/d.html'))?.reason).toContain('流量上限')
  })

  it('limits probes of other sites and never crawls them', async () => {
    const other = await site({ '*': page('/deeper.html') })
    const server = await site({
      '/': page(...[1, 2, 3, 4].map((n) => `${other.origin}/${n}.html`)),
    })
    const outcome = await crawl(`${server.origin}/`, { budget: { maxExternalProbes: 2 } })
    const rows = [...outcome.rows.values()].filter((row) => row.purpose === 'link-probe')
    expect(rows.map((row) => row.state).sort()).toEqual(['budget', 'budget', 'fetched', 'fetched'])
    expect(other.seen).toHaveLength(2)
  })

  it('asks with GET where HEAD is refused', async () => {
    const other = await site({})
    other.routes.set('/form', (request, response) => {
      response.writeHead(request.method === 'HEAD' ? 405 : 200).end('ok')
    })
    const server = await site({ '/': page(`${other.origin}/form`) })
    const outcome = await crawl(`${server.origin}/`)
    expect(other.seen).toEqual(['HEAD /form', 'GET /form'])
    expect(outcome.rows.get(`${other.origin}/form`)?.reason).toBe('HTTP 200')
  })

  it('stores a page and settles its address together or not at all', async () => {
    const server = await site({ '/': page('/a.html'), '/a.html': 'x' })
    const cut = new Error('cut off between the two')
    const crawling = crawl(`${server.origin}/`, {
      frontier: (table) => ({
        ...table,
        settle() {
          throw cut
        },
      }),
    })
    await expect(crawling).rejects.toBe(cut)
    expect([...kit.store.captures('run')]).toEqual([])
    expect([...kit.store.pages('run')]).toEqual([])
  })

  it('holds back as long as a host asks', async () => {
    const asked: number[] = []
    const server = await site({
      '/': page('/busy', '/a'),
      '/a': page(),
      '/busy': (_request, response) => {
        asked.push(Date.now())
        response.writeHead(asked.length === 1 ? 503 : 200, {
          'content-type': 'text/html',
          ...(asked.length === 1 ? { 'retry-after': '1' } : {}),
        })
        response.end(page())
      },
    })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.rows.get(`${server.origin}/busy`)?.reason).toContain('HTTP 200')
    // The retry alone would have come after a millisecond.
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  it('never asks one host for more at a time than allowed', async () => {
    const server = await site({ '/': page(...Array.from({ length: 20 }, (_, i) => `/p${i}.html`)) })
    server.routes.set('*', (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end('x'), 5)
    })
    await crawl(`${server.origin}/`, { budget: { perHostParallel: 2 } })
    expect(server.peak()).toBe(2)
  })

  it('is one visitor to a host even when two portals stand on it', async () => {
    const server = await site({ '/a/': page(...[1, 2, 3].map((n) => `/a/${n}.html`)) })
    server.routes.set('/b/', page(...[1, 2, 3].map((n) => `/b/${n}.html`)))
    server.routes.set('*', (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end('x'), 5)
    })
    const pace = new HostPace()
    const budget = { perHostParallel: 1 }
    const ends = await Promise.all(
      ['a', 'b'].map((name) => crawl(`${server.origin}/${name}/`, { runId: name, pace, budget })),
    )
    expect(server.peak()).toBe(1)
    expect(ends.map((end) => end.report.coverage.value)).toEqual(['complete', 'complete'])
  })

  it('leaves a dead host alone after a few tries, and the rest goes on', async () => {
    const port = await deadPort()
    const server = await site({
      '/': page(
        '/a.html',
        ...Array.from({ length: 12 }, (_, i) => `http://127.0.0.1:${port}/${i}`),
      ),
      '/a.html': 'x',
    })
    const outcome = await crawl(`${server.origin}/`, { budget: { perHostParallel: 1 } })
    const dead = [...outcome.rows.values()].filter((row) => row.host.endsWith(`:${port}`))
    expect(dead.every((row) => row.state === 'failed')).toBe(true)
    expect(dead.some((row) => row.reason?.includes('未再逐一尝试'))).toBe(true)
    expect(outcome.captures.filter((c) => c.url.includes(`:${port}/`)).length).toBeLessThan(12)
  })

  it('answers an unreachable home with a reason, not an exception', async () => {
    const port = await deadPort()
    const outcome = await crawl(`http://127.0.0.1:${port}/`)
    expect(outcome.report.state).toBe('finished')
    expect(outcome.rows.get(`http://127.0.0.1:${port}/`)).toMatchObject({ state: 'failed' })
    expect(
      outcome.captures.filter((c) => c.state === 'failed' && c.reason === 'refused').length,
    ).toBeGreaterThan(1)
  })

  it('keeps an empty page, a mislabelled file and a cut body without reading links from them', async () => {
    const server = await site({
      '/': page('/empty.html', '/binary.html'),
      '/empty.html': '',
      '/binary.html': { body: Buffer.concat([Buffer.from('%PDF-1.5\n'), Buffer.alloc(3000, 7)]) },
    })
    const raw = await rawLoopback((socket) => {
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<html>half',
      )
      socket.end()
    })
    kit.closing.push(raw)
    const outcome = await crawl(`${server.origin}/`)
    expect(capturesOf(outcome, `${server.origin}/empty.html`)[0]).toMatchObject({
      bytes: 0,
      status: 200,
    })
    const read = [...kit.store.pages('run')].map((p) => p.page.url)
    expect(read).toContain(`${server.origin}/empty.html`)
    expect(read).not.toContain(`${server.origin}/binary.html`)
    const cut = await crawl(`${raw.origin}/`, { runId: 'cut' })
    const half = capturesOf(cut, `${raw.origin}/`).at(-1)
    expect(half).toMatchObject({
      state: 'stored',
      truncated: true,
      remarks: ['content-length-mismatch'],
    })
  })

  it('takes the place a home page sends us to as part of the portal', async () => {
    const real = await site({
      '/dept/index.html': page('/dept/a.html', '/other/b.html'),
      '/dept/a.html': 'x',
    })
    const entry = await site({
      '/': { status: 302, headers: { location: `${real.origin}/dept/index.html` } },
    })
    const outcome = await crawl(`${entry.origin}/`)
    expect(outcome.rows.get(`${real.origin}/dept/a.html`)?.purpose).not.toBe('link-probe')
    expect(outcome.rows.get(`${real.origin}/other/b.html`)?.purpose).toBe('link-probe')
    expect(outcome.rows.get(`${real.origin}/dept/index.html`)?.reason).toContain('重定向时已访问')
    expect(real.seen.filter((line) => line === 'GET /dept/index.html')).toHaveLength(1)
  })

  it('follows a home page that only sends on by its markup, as if it were a redirect', async () => {
    const server = await site({
      '/': '<html><meta http-equiv="refresh" content="0;url=/front/index.html"></html>',
      '/front/index.html': page('/a.html'),
    })
    const refreshing: PageReader = {
      read(input) {
        const read = linkReader.read(input)
        if (!input.url.endsWith(`:${server.port}/`)) return read
        const url = `${server.origin}/front/index.html`
        const link = {
          url,
          text: '',
          title: null,
          area: 'other',
          how: 'refresh',
          at: [0, 1],
        } as const
        return { ...read, links: [link], text: { ...read.text, length: 0 } }
      },
    }
    const outcome = await crawl(`${server.origin}/`, { reader: refreshing })
    expect(capturesOf(outcome, `${server.origin}/`)).toMatchObject([
      {
        finalUrl: `${server.origin}/front/index.html`,
        redirects: [`${server.origin}/`],
        remarks: ['page-refresh'],
      },
    ])
    expect(outcome.rows.get(`${server.origin}/a.html`)?.state).toBe('fetched')
    expect(server.seen.filter((line) => line === 'GET /front/index.html')).toHaveLength(1)
  })

  it('keeps a page that breaks the reader, remarks it and goes on', async () => {
    const server = await site({
      '/': page('/bad.html', '/good.html'),
      '/bad.html': 'bad',
      '/good.html': 'good',
    })
    const fragile: PageReader = {
      read(input) {
        if (input.url.endsWith('/bad.html')) throw new Error('unforeseen')
        return linkReader.read(input)
      },
    }
    const outcome = await crawl(`${server.origin}/`, { reader: fragile })
    expect(capturesOf(outcome, `${server.origin}/bad.html`)).toMatchObject([
      { state: 'stored', status: 200, remarks: ['reader-failed:unforeseen'] },
    ])
    expect(outcome.rows.get(`${server.origin}/good.html`)?.state).toBe('fetched')
  })

  it('tries https where the http home does not answer, as browsers do', async () => {
    const toPort = await deadPort()
    const resolve = [{ host: 'closed.invalid', port: 80, address: '127.0.0.1', toPort }]
    const outcome = await crawl('http://closed.invalid/', { options: { resolve } })
    expect(outcome.rows.get('https://closed.invalid/')).toMatchObject({
      purpose: 'home',
      state: 'failed',
    })
  })

  it('visits another spelling of a page when the first one is missing', async () => {
    const server = await site({ '/': page('/col/', '/col/index.html'), '/col/index.html': 'list' })
    const outcome = await crawl(`${server.origin}/`)
    expect(outcome.rows.get(`${server.origin}/col/`)?.reason).toContain('HTTP 404')
    expect(outcome.rows.get(`${server.origin}/col/index.html`)).toMatchObject({
      state: 'fetched',
      reason: 'HTTP 200',
    })
  })

  it('stops when told, keeps what it has, and a resumed run goes on to the end', async () => {
    const server = await site({ '/': page(...Array.from({ length: 40 }, (_, i) => `/p${i}.html`)) })
    const stop = new AbortController()
    let asked = 0
    server.routes.set('*', (_request, response) => {
      asked += 1
      if (asked === 12) stop.abort()
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end('x'), 2)
    })
    const first = await crawl(`${server.origin}/`, { signal: stop.signal })
    expect(first.report.state).toBe('interrupted')
    const before = [...first.rows.values()].filter((row) => row.state === 'fetched').length
    expect(before).toBeGreaterThan(3)
    expect(before).toBeLessThan(40)
    const visitedBefore = new Set(first.captures.map((c) => c.url))
    server.seen.splice(0)
    const second = await crawl(`${server.origin}/`, { options: { resume: true } })
    expect(second.report.state).toBe('finished')
    const pages = [...second.rows.values()].filter((row) => /\/p\d+\.html$/.test(row.url))
    expect(pages).toHaveLength(40)
    expect(pages.every((row) => row.state === 'fetched')).toBe(true)
    const again = server.seen.filter((line) =>
      visitedBefore.has(server.origin + line.split(' ')[1]),
    )
    expect(again.filter((line) => line !== 'GET /robots.txt')).toEqual([])
  })

  it('goes on after a kill: rows that were being visited are visited again, stored ones are not', async () => {
    const server = await site({ '/': page('/a.html', '/b.html'), '/a.html': 'a', '/b.html': 'b' })
    const portal = portalOf(`${server.origin}/`)
    const run = runOf(portal.id)
    kit.store.saveRegistry({
      agencies: [{ id: portal.agencyId, name: '测试单位', group: null, attributes: [] }],
      portals: [portal],
    })
    kit.store.startRun(run)
    const frontier = kit.store.frontier(run.id)
    const entry = { purpose: 'item', depth: 1, from: portal.homeUrl } as const
    frontier.add([{ url: portal.homeUrl, purpose: 'home', depth: 0, from: null }])
    frontier.add(['/a.html', '/b.html'].map((path) => ({ url: server.origin + path, ...entry })))
    frontier.settle(portal.homeUrl, 'fetched', 'HTTP 200', null)
    expect(frontier.take(0, new Set())?.url).toBe(`${server.origin}/a.html`)
    const outcome = await crawl(`${server.origin}/`, { options: { resume: true } })
    expect(server.seen).not.toContain('GET /')
    expect(outcome.rows.get(`${server.origin}/a.html`)?.state).toBe('fetched')
    expect(outcome.rows.get(`${server.origin}/b.html`)?.state).toBe('fetched')
  })

  it('passes our own fault on and stores nothing as if it were the site', async () => {
    const server = await site({ '/': page('/a.html'), '*': 'x' })
    const fault = new Error('disk is gone')
    const broken: Archive = {
      ...kit.archive,
      append: () => Promise.reject(fault),
      sync: async () => undefined,
    }
    const real = kit.archive
    kit.archive = broken
    try {
      await expect(crawl(`${server.origin}/`)).rejects.toBe(fault)
    } finally {
      kit.archive = real
    }
    expect([...kit.store.captures('run')]).toEqual([])
  })
})
