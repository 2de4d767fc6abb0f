/** Faults of the way and traps of the site: whatever happens on some addresses, the others are covered. */
import dns from 'node:dns'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { systemClock } from '#base/clock'
import { HostPace } from '#crawl/hosts'
import { HttpClient } from '#crawl/http-client'
import type { FrontierRow } from '#model/ports'
import type { Budget } from '#model/run'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import { type Outcome as Crawled, crawlKit } from '../support/crawl-kit.ts'
import { type Fault, faultProxy } from '../support/fault-proxy.ts'
import { rawLoopback } from '../support/loopback.ts'

const kit = crawlKit()

const PAGES = 12
const article = (n: number): string =>
  `<html><head><title>第${n}号</title></head><body><h1>第${n}号</h1><p>${`第${n}号事项说明。`.repeat(40)}</p></body></html>`
const home = (...more: string[]): string =>
  `<html><head><title>示例局</title></head><body><h1>示例局</h1>${[...Array.from({ length: PAGES }, (_, n) => `/p${n}.html`), ...more].map((href) => `<p><a href="${href}">条目 ${href}</a></p>`).join('')}</body></html>`

async function portal(more: Readonly<Record<string, string>> = {}) {
  const server = await kit.site({ '/': home(...Object.keys(more)), ...more })
  for (let n = 0; n < PAGES; n += 1) server.routes.set(`/p${n}.html`, article(n))
  return server
}

interface Outcome extends Omit<Crawled, 'rows'> {
  /** By path. */
  readonly rows: ReadonlyMap<string, FrontierRow>
  at(path: string): FrontierRow
}

async function crawl(
  origin: string,
  budget: Partial<Budget> = {},
  pace = new HostPace(),
): Promise<Outcome> {
  const crawled = await kit.crawl(`${origin}/`, {
    budget: { maxBytesPerBody: 2_000_000, timeoutMs: 700, maxPages: 2_000, ...budget },
    options: { retryDelaysMs: [1] },
    reader: createPageReader(ownLabels()),
    pace,
  })
  const rows = new Map([...crawled.rows.values()].map((row) => [row.url.slice(origin.length), row]))
  return {
    ...crawled,
    rows,
    at(path) {
      const row = rows.get(path)
      if (!row) throw new Error(`${path} is not in the frontier`)
      return row
    },
  }
}

function expectArticles(outcome: Outcome, except: readonly number[] = []): void {
  for (let n = 0; n < PAGES; n += 1) {
    if (!except.includes(n))
      expect(outcome.at(`/p${n}.html`)).toMatchObject({
        state: 'fetched',
        reason: expect.stringContaining('HTTP 200'),
      })
  }
}

describe('faults of the way, through a fault proxy', () => {
  it.each<[Fault, RegExp]>([
    ['reset', /中断/],
    ['mute', /超时/],
  ])('%s on one address for good: named, not the others’', async (fault, words) => {
    const server = await portal()
    const proxy = await faultProxy(server.port, (path) => (path === '/p3.html' ? fault : 'pass'))
    kit.closing.push(proxy)
    const outcome = await crawl(proxy.origin)
    expect(outcome.at('/p3.html')).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(words),
    })
    expectArticles(outcome, [3])
    expect(outcome.report.coverage.value).toBe('partial')
  })

  it.each<Fault>(['reset', 'truncate', 'long-length', 'half-gzip', 'spoilt-gzip', 'mute'])(
    '%s once: the next try brings the whole page',
    async (fault) => {
      const server = await portal()
      let struck = 0
      const proxy = await faultProxy(server.port, (path) => {
        if (path !== '/p5.html') return 'pass'
        struck += 1
        return struck === 1 ? fault : 'pass'
      })
      kit.closing.push(proxy)
      const outcome = await crawl(proxy.origin)
      expectArticles(outcome)
      const last = outcome.captures.filter((one) => one.url.endsWith('/p5.html')).at(-1)
      expect(last).toMatchObject({
        state: 'stored',
        truncated: false,
        bytes: Buffer.byteLength(article(5)),
      })
    },
  )

  it.each<[Fault, string, 'whole' | 'partial']>([
    ['truncate', 'content-length-mismatch', 'partial'],
    ['long-length', 'content-length-mismatch', 'partial'],
    ['half-gzip', 'bad-content-encoding', 'partial'],
    ['spoilt-gzip', 'bad-content-encoding', 'partial'],
    ['false-gzip', 'bad-content-encoding', 'whole'],
    ['strange-coding', 'bad-content-encoding', 'whole'],
  ])('%s for good: what came is kept and remarked (%s, %s)', async (fault, remark, came) => {
    const server = await portal()
    const proxy = await faultProxy(server.port, (path) => (path === '/p7.html' ? fault : 'pass'))
    kit.closing.push(proxy)
    const outcome = await crawl(proxy.origin)
    expectArticles(outcome)
    const last = outcome.captures.filter((one) => one.url.endsWith('/p7.html')).at(-1)
    expect(last).toMatchObject({
      state: 'stored',
      truncated: came === 'partial',
      remarks: expect.arrayContaining([remark]),
    })
    expect(outcome.report.coverage).toEqual(
      came === 'partial'
        ? { value: 'partial', because: '1 个地址没有收全' }
        : { value: 'complete', because: null },
    )
  })

  it('a length announced too short: the page that never closes is read as a part', async () => {
    const server = await portal()
    const proxy = await faultProxy(server.port, (path) =>
      path === '/p7.html' ? 'short-length' : 'pass',
    )
    kit.closing.push(proxy)
    const outcome = await crawl(proxy.origin)
    expectArticles(outcome)
    const pages = new Map([...kit.store.pages('run')].map(({ page }) => [page.url, page.truncated]))
    expect(pages.get(`${proxy.origin}/p7.html`)).toBe(true)
    expect(pages.get(`${proxy.origin}/p6.html`)).toBe(false)
  })

  it('a storm of all faults at random ends with every address settled and most pages whole', async () => {
    const server = await portal()
    const kinds: readonly Fault[] = ['reset', 'truncate', 'long-length', 'false-gzip']
    let turn = 0
    const proxy = await faultProxy(server.port, (path) => {
      turn += 1
      return path !== '/' && turn % 3 === 0 ? (kinds[(turn / 3) % kinds.length] ?? 'pass') : 'pass'
    })
    kit.closing.push(proxy)
    const outcome = await crawl(proxy.origin)
    for (const row of outcome.rows.values()) expect(['queued', 'active']).not.toContain(row.state)
    const whole = [...outcome.rows.values()].filter(
      (row) => /p\d+\.html/.test(row.url) && row.state === 'fetched',
    )
    expect(whole.length).toBeGreaterThanOrEqual(PAGES - 2)
  })

  it('names that do not resolve for a while: everything is there at the end', async () => {
    const server = await portal()
    const real = dns.lookup
    let failing = 3
    // The resolver of the machine is not ours; the client must live with what it answers.
    const flaky: typeof dns.lookup = ((
      _name: string,
      options: { all?: boolean },
      done: (...answer: unknown[]) => void,
    ) => {
      failing -= 1
      if (failing >= 0)
        done(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }))
      else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }])
      else done(null, '127.0.0.1', 4)
    }) as never
    dns.lookup = flaky
    try {
      const outcome = await crawl(`http://portal.example.gov.cn:${server.port}`)
      expect(failing).toBeLessThan(0)
      expectArticles(outcome)
      expect(
        outcome.captures.filter((one) => one.state === 'failed').map((one) => one.reason),
      ).toContain('dns')
      expect(outcome.report.coverage.value).toBe('complete')
    } finally {
      dns.lookup = real
    }
  })

  it('a host that only speaks other ciphers is unsupported, not down', async () => {
    // Fatal alert 40, handshake_failure: no cipher in common.
    const server = await rawLoopback((socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])))
    kit.closing.push(server)
    const client = new HttpClient({
      userAgent: 'x',
      allowPrivate: true,
      resolve: [],
      timeoutMs: 2000,
      clock: systemClock,
    })
    const visit = await client.visit({ url: `https://127.0.0.1:${server.port}/`, maxBytes: 1000 })
    await client.close()
    expect(visit).toMatchObject({
      state: 'failed',
      reason: 'unsupported',
      detail: expect.stringContaining('国密'),
    })
  })
})

describe('traps, with the rest still covered', () => {
  it('an endless calendar', async () => {
    const server = await portal({ '/rl.jsp?date=20260101': 'x' })
    server.routes.delete('/rl.jsp?date=20260101')
    server.routes.set('*', (request, response) => {
      const day = Number(/date=(\d+)/.exec(request.url ?? '')?.[1] ?? 0)
      response.writeHead(day === 0 ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(
        `<html><body><h1>${day}</h1><a href="/rl.jsp?date=${day + 1}">后一天</a></body></html>`,
      )
    })
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect([...outcome.rows.values()].filter((row) => row.state === 'trap').length).toBe(1)
    expect(server.seen.filter((line) => line.includes('rl.jsp')).length).toBeLessThanOrEqual(61)
  })

  it('session ids in path and query', async () => {
    let serial = 0
    const server = await portal({ '/s.jsp;jsessionid=0': 'x' })
    server.routes.set('*', (request, response) => {
      const path = (request.url ?? '').startsWith('/s.jsp')
      serial += 1
      response.writeHead(path ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(
        `<html><body><p>会话页</p><a href="/s.jsp;jsessionid=${serial}">再看</a><a href="/s.jsp?PHPSESSID=${serial}">又看</a></body></html>`,
      )
    })
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect(server.seen.filter((line) => line.includes('/s.jsp'))).toEqual(['GET /s.jsp'])
  })

  it('relative links that nest for ever', async () => {
    const server = await portal({ '/n/a/': 'x' })
    server.routes.set('*', (request, response) => {
      const inside = (request.url ?? '').startsWith('/n/')
      response.writeHead(inside ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end('<html><body><p>目录</p><a href="a/">下一层</a></body></html>')
    })
    server.routes.delete('/n/a/')
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect(server.seen.filter((line) => line.includes('/n/')).length).toBeLessThan(5)
    expect([...outcome.rows.values()].some((row) => row.state === 'trap')).toBe(true)
  })

  it('one page under endless query variants', async () => {
    const server = await portal({ '/q.jsp?sort=0': 'x' })
    let serial = 0
    server.routes.set('*', (request, response) => {
      const inside = (request.url ?? '').startsWith('/q.jsp')
      serial += 5
      const links = [1, 2, 3, 4, 5]
        .map((n) => `<a href="/q.jsp?sort=${serial + n}">排序</a>`)
        .join('')
      response.writeHead(inside ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<html><body><p>同一张表</p>${links}</body></html>`)
    })
    server.routes.delete('/q.jsp?sort=0')
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect(server.seen.filter((line) => line.includes('/q.jsp')).length).toBeLessThan(80)
    const traps = [...outcome.rows.values()].filter((row) => row.state === 'trap')
    expect(traps[0]?.reason).toContain('相同正文')
  })

  it('redirects in a circle', async () => {
    const server = await portal({ '/r1': 'x' })
    server.routes.set('/r1', { status: 302, headers: { location: '/r2' } })
    server.routes.set('/r2', { status: 302, headers: { location: '/r1' } })
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect(outcome.at('/r1')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('绕圈'),
    })
  })

  it('a bomb of 300 MB, a page of 20 MB and an answer that never ends', async () => {
    const server = await portal({ '/bomb.html': 'x', '/big.html': 'x', '/drip.html': 'x' })
    const bomb = await new Promise<Buffer>((done) => {
      const gzip = createGzip({ level: 9 })
      const chunks: Buffer[] = []
      gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
      gzip.on('end', () => done(Buffer.concat(chunks)))
      const block = Buffer.alloc(1_000_000, 'a')
      for (let i = 0; i < 300; i += 1) gzip.write(block)
      gzip.end()
    })
    server.routes.set('/bomb.html', { body: bomb, headers: { 'content-encoding': 'gzip' } })
    server.routes.set('/big.html', {
      body: `<html><body>${'<p>正文</p>'.repeat(1_600_000)}</body></html>`,
    })
    const timers = new Set<NodeJS.Timeout>()
    server.routes.set('/drip.html', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('<p>x</p>'), 100)
      timers.add(timer)
      response.on('close', () => clearInterval(timer))
    })
    const outcome = await crawl(server.origin)
    for (const timer of timers) clearInterval(timer)
    expectArticles(outcome)
    const of = (path: string) => outcome.captures.filter((one) => one.url.endsWith(path)).at(-1)
    expect(of('/bomb.html')).toMatchObject({ state: 'stored', truncated: true, bytes: 2_000_000 })
    expect(of('/big.html')).toMatchObject({ state: 'stored', truncated: true, bytes: 2_000_000 })
    expect(outcome.at('/big.html').reason).toBe('HTTP 200，超过大小上限，只读了前一部分')
    expect(outcome.at('/drip.html')).toMatchObject({
      state: 'fetched',
      reason: 'HTTP 200（正文没有收全），到总时限仍未传完',
    })
    expect(of('/drip.html')).toMatchObject({ state: 'stored', truncated: true })
    // Waiting for the end again would only hold up the others.
    expect(server.seen.filter((line) => line === 'GET /drip.html').length).toBeLessThan(3)
    expect(outcome.report.coverage.because).toBe('1 个地址没有收全')
  })
})

describe('what a site says of itself', () => {
  it('sitemaps named in robots.txt bring addresses that no page links', async () => {
    const server = await portal()
    const loc = (path: string): string => `<url><loc>${server.origin}${path}</loc></url>`
    server.routes.set('/robots.txt', {
      body: `User-agent: *\nDisallow: /closed/\nSitemap: ${server.origin}/map.xml\n`,
      headers: { 'content-type': 'text/plain' },
    })
    server.routes.set('/map.xml', {
      body: `<?xml version="1.0"?><sitemapindex><sitemap><loc>${server.origin}/map1.xml</loc></sitemap></sitemapindex>`,
      headers: { 'content-type': 'application/xml' },
    })
    server.routes.set('/map1.xml', {
      body: `<?xml version="1.0"?><urlset>${loc('/p1.html')}${loc('/hidden.html')}${loc('/closed/x.html')}<url><loc>http://other.example.gov.cn/</loc></url></urlset>`,
      headers: { 'content-type': 'application/xml' },
    })
    server.routes.set('/hidden.html', article(99))
    const outcome = await crawl(server.origin)
    expectArticles(outcome)
    expect(outcome.at('/hidden.html')).toMatchObject({
      state: 'fetched',
      from: `${server.origin}/map1.xml`,
    })
    expect(outcome.at('/closed/x.html').state).toBe('robots')
    expect([...outcome.rows.values()].some((row) => row.url.includes('other.example'))).toBe(false)
  })

  it('a sitemap at its usual place is used where robots.txt names none', async () => {
    const server = await portal()
    server.routes.set('/sitemap.xml', {
      body: `<?xml version="1.0"?><urlset><url><loc>${server.origin}/hidden.html</loc></url></urlset>`,
      headers: { 'content-type': 'application/xml' },
    })
    server.routes.set('/hidden.html', article(99))
    const outcome = await crawl(server.origin)
    expect(outcome.at('/hidden.html')).toMatchObject({
      state: 'fetched',
      from: `${server.origin}/sitemap.xml`,
    })
  })

  it('a missing sitemap is asked for once and is no page of the portal; so is one that answers with a page', async () => {
    const server = await portal()
    const without = await crawl(server.origin)
    expect(without.at('/sitemap.xml')).toMatchObject({
      state: 'fetched',
      reason: '网站地图文件：HTTP 404',
    })
    expect(server.seen.filter((line) => line === 'GET /sitemap.xml')).toHaveLength(1)
    expect(without.report.coverage.value).toBe('complete')
    server.routes.set('/sitemap.xml', home('/forged.html'))
    kit.store.close()
    kit.store = await openStore(':memory:')
    const front = await crawl(server.origin)
    expect(front.at('/sitemap.xml').state).toBe('fetched')
    expect(front.rows.has('/forged.html')).toBe(false)
    expect([...kit.store.pages('run')].some(({ page }) => page.url.endsWith('sitemap.xml'))).toBe(
      false,
    )
  })

  it('a host under strain is asked half as often each time, and regains its pace bit by bit', () => {
    const pace = new HostPace()
    const gap = (now: number): number => {
      pace.started('h', now, 1000)
      pace.ended('h')
      return (pace.nextFree(now, () => true) ?? now) - now
    }
    expect(gap(0)).toBe(1000)
    pace.noteStrain('h')
    expect(gap(100_000)).toBe(2000)
    pace.noteStrain('h')
    expect(gap(200_000)).toBe(4000)
    expect(pace.busy(300_000, 2).has('h')).toBe(false)
    pace.started('h', 300_000, 1000)
    expect(pace.busy(310_000, 2).has('h')).toBe(true)
    pace.ended('h')
    for (let i = 0; i < 15; i += 1) pace.noteEase('h')
    expect(gap(400_000)).toBe(1000)
    for (let i = 0; i < 10; i += 1) pace.noteStrain('h')
    expect(gap(500_000)).toBe(16_000)
  })
})
