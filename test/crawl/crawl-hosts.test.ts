/** How a crawl treats hosts: slow and dead ones, names that do not resolve, robots.txt that is not to be had. */
import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { isNothingProbe } from '#model/capture'
import { crawlKit, linkPage as page } from '../support/crawl-kit.ts'
import { deadPort, type Loopback } from '../support/loopback.ts'
import { portalOf } from '../support/runs.ts'

const { site, crawl } = crawlKit()

it('a slow host holds up no other: each is visited at its own pace', async () => {
  const slow = await site({ '*': 'x' })
  const quick = await site({ '*': 'x' })
  const times = new Map<Loopback, number[]>([
    [slow, []],
    [quick, []],
  ])
  for (const [server, seen] of times) {
    const answer = (body: string) => (_: unknown, response: ServerResponse) => {
      seen.push(Date.now())
      setTimeout(() => response.end(body), server === slow ? 80 : 0)
    }
    const paths = Array.from({ length: 12 }, (_, i) => `/p${i}.html`)
    const headers = { 'content-type': 'text/html' }
    server.routes.set('/', { headers, body: page(...paths) })
    for (const path of paths) server.routes.set(path, answer('x'))
  }
  const portal = { ...portalOf(`${slow.origin}/`), platformUrl: `${quick.origin}/` }
  const { report } = await crawl(portal.homeUrl, {
    options: { portal },
    budget: { perHostParallel: 1, delayMs: 10 },
  })
  expect(report.coverage.value).toBe('complete')
  const [late = [], early = []] = [...times.values()]
  expect([late.length, early.length]).toEqual([12, 12])
  // The quick host was through when the slow one had half its pages before it.
  expect(early.at(-1)).toBeLessThan(late[6] ?? 0)
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
  expect(Date.now() - began).toBeLessThan(3_000)
})

it('a protection that meets the invented address is no page of the host', async () => {
  const server = await site({ '/': page('/a.html'), '/a.html': 'x', '*': { status: 412 } })
  const { rows } = await crawl(`${server.origin}/`)
  const probe = [...rows.values()].find((row) => isNothingProbe(row.url))
  expect(probe).toMatchObject({ state: 'blocked', reason: expect.stringContaining('HTTP 412') })
})

it('asks again for a robots.txt that a failing server does not give, and keeps to it then', async () => {
  let asked = 0
  let now = 1_700_000_000_000
  const server = await site({
    '/': page('/open.html', '/secret/a.html'),
    '/open.html': page('/secret/b.html'),
    '/robots.txt': (_request, response) => {
      asked += 1
      if (asked === 1) response.writeHead(503).end()
      else response.writeHead(200).end('User-agent: *\nDisallow: /secret/')
    },
  })
  const { rows, report } = await crawl(`${server.origin}/`, { now: () => (now += 3_000) })
  expect(asked).toBe(2)
  expect(report.robots).toMatchObject([{ state: 'read', rules: 1 }])
  expect(rows.get(`${server.origin}/secret/b.html`)?.state).toBe('robots')
})

it('says how often a robots.txt was asked for in vain', async () => {
  let now = 1_700_000_000_000
  const server = await site({
    '/': page('/a.html', '/b.html', '/c.html', '/d.html'),
    '/robots.txt': { status: 503 },
    '*': 'x',
  })
  const { rows } = await crawl(`${server.origin}/`, { now: () => (now += 3_000) })
  expect(server.seen.filter((one) => one === 'GET /robots.txt')).toHaveLength(3)
  expect(rows.get(`${server.origin}/robots.txt`)?.reason).toBe(
    '3 次未能取得 robots.txt，不知道有无限制，按允许访问处理（HTTP 503）',
  )
  expect(rows.get(`${server.origin}/d.html`)?.state).toBe('fetched')
})
