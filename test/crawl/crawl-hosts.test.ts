/** How a crawl treats hosts: slow and dead ones, names that do not resolve, robots.txt that is not to be had. */
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isNothingProbe } from '#model/capture'
import { crawlKit, linkPage as page } from '../support/crawl-kit.ts'
import { deadPort } from '../support/loopback.ts'
import { portalOf } from '../support/runs.ts'

const { site, crawl } = crawlKit()

it('a slow host holds up no other: each is visited at its own pace', async () => {
  const slow = await site({ '*': 'x' })
  const quick = await site({ '*': 'x' })
  const paths = Array.from({ length: 12 }, (_, i) => `/p${i}.html`)
  const headers = { 'content-type': 'text/html' }
  for (const server of [slow, quick]) server.routes.set('/', { headers, body: page(...paths) })
  const asked = { slow: 0, quick: 0 }
  // The slow host answers its first page only when the quick one is through.
  let letGo: () => void = () => undefined
  const quickDone = new Promise<number>((resolve) => {
    letGo = () => resolve(asked.slow)
  })
  for (const path of paths) {
    slow.routes.set(path, (_, response) => {
      asked.slow += 1
      void quickDone.then(() => response.end('x'))
    })
    quick.routes.set(path, (_, response) => {
      asked.quick += 1
      if (asked.quick === paths.length) letGo()
      response.end('x')
    })
  }
  const portal = { ...portalOf(`${slow.origin}/`), platformUrl: `${quick.origin}/` }
  const { report } = await crawl(portal.homeUrl, {
    options: { portal },
    budget: { perHostParallel: 1, delayMs: 10, timeoutMs: 20_000 },
  })
  expect(report.coverage.value).toBe('complete')
  expect(asked).toEqual({ slow: 12, quick: 12 })
  // One visit at a time: while the first was under way, the slow host was asked for nothing else.
  expect(await quickDone).toBeLessThanOrEqual(1)
})

it('a host that sends visitors to a dead one is not dead itself', async () => {
  const port = await deadPort()
  const away = (path: string) => ({
    status: 302,
    headers: { location: `http://127.0.0.1:${port}${path}` },
  })
  const paths = Array.from({ length: 9 }, (_, i) => `/go${i}.html`)
  const server = await site({
    '/': page(...paths, '/a.html'),
    '/a.html': 'x',
    ...Object.fromEntries(paths.map((path) => [path, away(path)])),
  })
  const { rows } = await crawl(`${server.origin}/`, { budget: { perHostParallel: 1 } })
  expect(rows.get(`${server.origin}/a.html`)?.reason).toBe('HTTP 200')
  for (const path of paths) {
    const reason = rows.get(`${server.origin}${path}`)?.reason
    expect(reason).toMatch(/^重定向到 .* 后：连接被拒绝.*（第二次访问）$/)
  }
})

it('tries a name that does not resolve three times, never under https, and is done with it', async () => {
  const began = Date.now()
  const url = 'http://no-such-host.invalid/'
  const { captures, rows } = await crawl(url, {
    options: { retryDelaysMs: [1, 300] },
    budget: { delayMs: 200 },
  })
  expect(captures.filter((one) => one.url === url)).toHaveLength(3)
  for (const one of captures) expect(one).toMatchObject({ state: 'failed', reason: 'dns' })
  expect([...rows.keys()].filter((one) => one.startsWith('https:'))).toEqual([])
  // The last try waits as long as the retries would have.
  expect(Date.now() - began).toBeGreaterThanOrEqual(300)
  expect(Date.now() - began).toBeLessThan(15_000)
})

it('a protection that meets the invented address is no page of the host', async () => {
  const server = await site({ '/': page('/a.html'), '/a.html': 'x', '*': { status: 412 } })
  const { rows } = await crawl(`${server.origin}/`)
  const probe = [...rows.values()].find((row) => isNothingProbe(row.url))
  expect(probe).toMatchObject({ state: 'blocked', reason: expect.stringContaining('HTTP 412') })
})

describe('a robots.txt that a failing server does not give', () => {
  const steps = (): { now: () => number } => {
    let now = 1_700_000_000_000
    return { now: () => (now += 3_000) }
  }
  const failing = (times: number, then = 'User-agent: *\nDisallow: /secret/') => {
    const state = { asked: 0 }
    const answer = (_: unknown, response: ServerResponse): void => {
      state.asked += 1
      if (state.asked <= times) response.writeHead(503).end()
      else response.writeHead(200).end(then)
    }
    return { state, answer }
  }

  it('keeps the whole host waiting, and is kept to once it comes', async () => {
    const { state, answer } = failing(1)
    const server = await site({
      '/': page('/open.html', '/secret/a.html', '/gone.html'),
      '/open.html': page('/secret/b.html'),
      '/robots.txt': answer,
    })
    const { rows, report, captures } = await crawl(`${server.origin}/`, steps())
    expect(state.asked).toBe(2)
    expect(server.seen.slice(0, 2)).toEqual(['GET /robots.txt', 'GET /robots.txt'])
    expect(report.robots).toMatchObject([{ state: 'read', rules: 1 }])
    expect(rows.get(`${server.origin}/secret/b.html`)).toMatchObject({
      state: 'robots',
      reason: 'robots.txt 不允许（Disallow: /secret/）',
    })
    expect(rows.get(`${server.origin}/open.html`)?.reason).toBe('HTTP 200')
    // Having waited is no visit: a missing page is claimed after two answers, as ever.
    const gone = `${server.origin}/gone.html`
    expect(rows.get(gone)?.reason).toBe('HTTP 404（第二次访问；首次：HTTP 404）')
    expect(captures.filter((one) => one.url === gone)).toHaveLength(2)
  })

  it('that a protection keeps when it is asked for again is as good as none, and keeps nothing waiting', async () => {
    let asked = 0
    const server = await site({
      '/': page('/a.html'),
      '/a.html': 'x',
      '/robots.txt': (_, response) => {
        asked += 1
        response.writeHead(asked === 1 ? 503 : 412).end()
      },
    })
    const { rows } = await crawl(`${server.origin}/`, steps())
    expect(asked).toBe(2)
    expect(rows.get(`${server.origin}/robots.txt`)?.reason).toMatch(/^robots\.txt 被拦截/)
    expect(rows.get(`${server.origin}/a.html`)?.reason).toBe('HTTP 200')
  })

  it('leaves the host unvisited where it never comes, as our not knowing and not as a fault of the site', async () => {
    const server = await site({ '/': page('/a.html'), '/robots.txt': { status: 503 }, '*': 'x' })
    const { rows, report, captures } = await crawl(`${server.origin}/`, steps())
    expect(new Set(server.seen)).toEqual(new Set(['GET /robots.txt']))
    expect(rows.get(`${server.origin}/`)).toMatchObject({
      state: 'robots',
      reason: 'robots.txt 没有取得，不知道有无限制（HTTP 503）',
      capture: null,
    })
    expect(rows.get(`${server.origin}/robots.txt`)?.reason).toMatch(
      /^robots\.txt 没有取得，不知道有无限制，请求了 \d 次（HTTP 503）$/,
    )
    expect(report.coverage).toEqual({
      value: 'partial',
      because: '1 个地址因没有取得 robots.txt 未访问',
    })
    expect(captures.map((one) => one.url)).toEqual(
      captures.map(() => `${server.origin}/robots.txt`),
    )
    const consent = { runId: 'consent', options: { obeyRobots: false } }
    const free = await crawl(`${server.origin}/`, consent)
    expect(free.rows.get(`${server.origin}/a.html`)?.reason).toBe('HTTP 200')
    expect(free.report.note).toMatch(/^按设置（obeyRobots: false）没有遵守 robots\.txt/)
  })

  it('holds back its own host only, and is asked for three times at most', async () => {
    const main = await site({ '*': 'x' })
    const other = await site({ '/robots.txt': { status: 500 }, '*': 'x' })
    const links = Array.from({ length: 9 }, (_, n) => `${other.origin}/p${n}.html`)
    const headers = { 'content-type': 'text/html' }
    main.routes.set('/', { headers, body: page('/a.html', ...links) })
    const portal = { ...portalOf(`${main.origin}/`), platformUrl: `${other.origin}/` }
    const { rows } = await crawl(portal.homeUrl, { options: { portal }, ...steps() })
    expect(rows.get(`${main.origin}/a.html`)?.reason).toBe('HTTP 200')
    for (const url of [...links, `${other.origin}/`]) expect(rows.get(url)?.state).toBe('robots')
    expect(new Set(other.seen)).toEqual(new Set(['GET /robots.txt']))
    expect(other.seen.length).toBeGreaterThan(1)
    expect(other.seen.length).toBeLessThan(4)
  })

  it('stays what kept an address from its visit when the time is over meanwhile', async () => {
    const server = await site({ '/robots.txt': { status: 503 }, '*': 'x' })
    const budget = { maxMinutes: 0.2 }
    const { rows } = await crawl(`${server.origin}/`, { budget, ...steps() })
    expect(rows.get(`${server.origin}/`)).toMatchObject({
      state: 'robots',
      reason: 'robots.txt 没有取得，不知道有无限制（HTTP 503）；达到时间上限 0.2 分钟',
    })
  })

  it('is a run that can be cut off and go on', async () => {
    const { answer } = failing(2, 'User-agent: *\nAllow: /')
    const server = await site({ '/': page('/a.html'), '/a.html': 'x', '/robots.txt': answer })
    const stop = new AbortController()
    const first = await crawl(`${server.origin}/`, {
      ...steps(),
      options: { retryDelaysMs: [60_000] },
      signal: stop.signal,
      // Home waits for the end of the run by then.
      onProgress: () => stop.abort(),
    })
    expect(first.report.state).toBe('interrupted')
    expect(first.rows.get(`${server.origin}/`)).toMatchObject({ state: 'queued' })
    const { rows } = await crawl(`${server.origin}/`, { ...steps(), options: { resume: true } })
    expect(rows.get(`${server.origin}/a.html`)?.reason).toBe('HTTP 200')
  })

  it('says nothing of a host that answers nothing at all: its pages are tried, that tells it', async () => {
    const url = `http://127.0.0.1:${await deadPort()}/`
    const { rows } = await crawl(url)
    expect(rows.get(url)).toMatchObject({ state: 'failed' })
    expect(rows.get(url)?.reason).toMatch(/^连接被拒绝/)
  })
})
