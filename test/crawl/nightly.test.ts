/** Nights after each other on one portal: what is asked again, what is taken over, what a change brings to light. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Archive, FrontierRow, Store } from '#model/ports'
import type { Loopback } from '../support/loopback.ts'
import { type Night, type Nights, nightAt, nightsOf } from '../support/nights.ts'

const ARTICLES = 56
let nights: Nights
let store: Store
let archive: Archive
let server: Loopback

const article = (n: number, text = ''): string =>
  `<html><head><title>第${n}号通知</title></head><body><div class="content"><h1>第${n}号通知</h1><p>发布日期：2026-02-0${1 + (n % 9)}</p><div class="TRS_Editor">${`<p>第${n}号事项按规定办理，请各单位遵照执行。${text}</p>`.repeat(6)}</div><p>浏览次数：<b>${Math.floor(n * 7.3)}</b></p></div></body></html>`
const entry = (n: number, title = `第${n}号通知`): string =>
  `<li><a href="/tzgg/a${n}.html">${title}</a><span>2026-02-0${1 + (n % 9)}</span></li>`
const list = (entries: readonly string[]): string =>
  `<html><head><title>通知公告</title></head><body><div class="nav"><a href="/">首页</a></div><h2>通知公告</h2><ul class="list">${entries.join('\n')}</ul></body></html>`
const numbers = Array.from({ length: ARTICLES }, (_, n) => n)

beforeEach(async () => {
  nights = await nightsOf({
    '/': '<html><head><title>示例局</title></head><body><ul class="nav"><li><a href="/tzgg/">通知公告</a></li></ul></body></html>',
    '/tzgg/': list(numbers.map((n) => entry(n))),
  })
  ;({ store, archive, server } = nights)
  for (const n of numbers) server.routes.set(`/tzgg/a${n}.html`, article(n))
})
afterEach(() => nights.close())

const night = (number: number): Promise<Night> => nights.night(number)

it('looks at lists every night and at each article once in fourteen', async () => {
  const first = await night(0)
  expect(first.asked).toHaveLength(ARTICLES + 2)
  const looked = new Map<string, number>()
  for (let n = 1; n <= 14; n += 1) {
    const { asked, rows, coverage } = await night(n)
    expect(asked).toContain('/')
    expect(asked).toContain('/tzgg/')
    expect(coverage).toBe('complete')
    expect([...rows.values()].filter((row) => row.url.includes('/tzgg/a'))).toHaveLength(ARTICLES)
    for (const path of asked) looked.set(path, (looked.get(path) ?? 0) + 1)
  }
  const articles = numbers.map((n) => looked.get(`/tzgg/a${n}.html`))
  expect(articles).toEqual(numbers.map(() => 1))
})

it('keeps every reading in the run, with the day it was seen and the day of its turn', async () => {
  await night(0)
  const { rows, asked, run, note } = await night(1)
  const taken = [...rows].filter(([path]) => !asked.includes(path) && path.includes('/tzgg/a'))
  expect(taken.length).toBeGreaterThan(ARTICLES / 2)
  const turns = taken.map(
    ([, row]) => /(\d{4}-\d{2}-\d{2}) 复查$/.exec(row.reason ?? '')?.[1] ?? '',
  )
  expect(note).toContain(
    `沿用上次 ${taken.length} 个地址的读取（各按复查日轮到，最迟 ${turns.sort().at(-1)} 全部复查一遍）`,
  )
  for (const [, row] of taken) {
    expect(row.state).toBe('unchanged')
    expect(row.reason).toMatch(
      /^本夜未看，沿用 2026-03-01 的读取（HTTP 200），2026-03-(0[3-9]|1[0-5]) 复查$/,
    )
    const capture = store.capture(row.capture ?? '')
    expect(capture).toMatchObject({ run, state: 'stored', at: nightAt(0) })
    if (capture?.state !== 'stored' || capture.record === null) throw new Error('no record')
    expect((await archive.read(capture.record)).status).toBe(200)
  }
  const pages = [...store.pages(run)].filter(({ page }) => page.url.includes('/tzgg/a'))
  expect(pages).toHaveLength(ARTICLES)
})

it('wants the file of an annual report whole on every night, also where its page was not looked at', async () => {
  const titles = ['某局2025年政府信息公开工作年度报告', '关于补充公告的通知']
  for (const [n, title] of titles.entries()) {
    const page = article(n, `<a href="/files/f${n}.pdf">${title}.pdf</a>`)
    server.routes.set(`/tzgg/a${n}.html`, page.replaceAll(`第${n}号通知`, title))
    server.routes.set(`/files/f${n}.pdf`, (_request, response) => response.writeHead(421).end())
  }
  const entries = numbers.map((n) => entry(n, titles[n]))
  server.routes.set('/tzgg/', list(entries))
  let takenOver = 0
  for (let n = 0; n <= 4; n += 1) {
    const { rows, asked, coverage } = await night(n)
    if (n > 0 && !asked.includes('/tzgg/a0.html')) takenOver += 1
    expect(rows.get('/files/f0.pdf')?.purpose).toBe('required-document')
    expect(rows.get('/files/f1.pdf')?.purpose).toBe('attachment')
    // Of the report nothing was read: nobody may take the portal for wholly seen.
    expect(coverage).toBe('partial')
  }
  expect(takenOver).toBeGreaterThan(2)
})

it('sees a new entry, a retitled one, a withdrawn one and a new column the same night', async () => {
  await night(0)
  const quiet = (await night(1)).asked
  const still = numbers.filter((n) => n > 10 && !quiet.includes(`/tzgg/a${n}.html`))
  const [retitled = 0, withdrawn = 0] = still
  server.routes.set('/tzgg/new.html', article(999))
  server.routes.set(
    '/new/',
    list(['<li><a href="/new/x1.html">新栏目第一条</a><span>2026-02-11</span></li>']),
  )
  server.routes.set('/new/x1.html', article(1001))
  server.routes.set(
    '/',
    '<html><head><title>示例局</title></head><body><ul class="nav"><li><a href="/tzgg/">通知公告</a></li><li><a href="/new/">新栏目</a></li></ul></body></html>',
  )
  server.routes.delete(`/tzgg/a${withdrawn}.html`)
  const entries = numbers
    .filter((n) => n !== withdrawn)
    .map((n) => entry(n, n === retitled ? '改了题目的通知' : undefined))
  server.routes.set(
    '/tzgg/',
    list(['<li><a href="/tzgg/new.html">新的通知</a><span>2026-02-12</span></li>', ...entries]),
  )
  const { asked, rows } = await night(2)
  expect(asked).toEqual(
    expect.arrayContaining(['/tzgg/new.html', '/new/', '/new/x1.html', `/tzgg/a${retitled}.html`]),
  )
  // Nothing leads to it any more: it is neither visited nor taken over.
  expect(rows.has(`/tzgg/a${withdrawn}.html`)).toBe(false)
})

it('keeps an address that only a page taken over still links', async () => {
  // a1 is in the list and on a0; first found in the list.
  server.routes.set('/tzgg/a0.html', article(0, '<a href="/tzgg/a1.html">相关文件</a>'))
  await night(0)
  server.routes.set('/tzgg/', list(numbers.filter((n) => n !== 1).map((n) => entry(n))))
  const { rows } = await night(1)
  expect(rows.get('/tzgg/a1.html')?.from).toContain('/tzgg/a0.html')
})

it('asks with the earlier ETag and counts 304 as seen tonight', async () => {
  server.routes.set('/tzgg/', (request, response) => {
    const fresh = request.headers['if-none-match'] === '"v1"'
    response.writeHead(fresh ? 304 : 200, {
      'content-type': 'text/html; charset=utf-8',
      etag: '"v1"',
    })
    response.end(fresh ? undefined : list(numbers.map((n) => entry(n))))
  })
  await night(0)
  for (const n of [1, 2]) {
    const { rows, run } = await night(n)
    const row = rows.get('/tzgg/')
    expect(row).toMatchObject({ state: 'unchanged', reason: 'HTTP 304，自上次以来未变' })
    const capture = store.capture(row?.capture ?? '')
    if (capture?.state !== 'stored' || capture.record === null) throw new Error('no record')
    expect(capture).toMatchObject({ at: nightAt(n), status: 200, run })
    expect((await archive.read(capture.record)).body.length).toBeGreaterThan(1000)
  }
})

it('takes a counter or a clock for no change', async () => {
  let counter = 100
  for (const n of numbers) {
    server.routes.set(`/tzgg/a${n}.html`, (_request, response) => {
      counter += 1
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(article(n).replace(/浏览次数：<b>\d+/, `浏览次数：<b>${counter}`))
    })
  }
  await night(0)
  // Which night an address has its turn depends on the address, and so on the port: any of the fourteen will do.
  let seen = 0
  for (let n = 1; n <= 14 && seen === 0; n += 1) {
    const { asked, rows } = await night(n)
    const again = asked.filter((path) => path.startsWith('/tzgg/a'))
    for (const path of again) expect(rows.get(path)?.reason).toBe('HTTP 200，正文未变')
    seen += again.length
  }
  expect(seen).toBeGreaterThan(0)
})

it('takes a missing page over with both of its visits', async () => {
  // A third of them has its turn on the first night: enough pages that never all do.
  const missing = numbers.slice(5, 35)
  for (const n of missing) server.routes.delete(`/tzgg/a${n}.html`)
  await night(0)
  const { rows, asked, run } = await night(1)
  const taken = missing.map((n) => `/tzgg/a${n}.html`).filter((path) => !asked.includes(path))
  expect(taken.length).toBeGreaterThan(0)
  for (const path of taken) {
    expect(rows.get(path)?.state).toBe('unchanged')
    const visits = [...store.captures(run)].filter((one) => one.url.endsWith(path))
    expect(visits.map((one) => one.state === 'stored' && one.status)).toEqual([404, 404])
  }
})

it('looks again at what was missing within three nights', async () => {
  server.routes.delete('/tzgg/a5.html')
  await night(0)
  server.routes.set('/tzgg/a5.html', article(5))
  let mended: FrontierRow | undefined
  for (let n = 1; n <= 3 && !mended; n += 1) {
    const { asked, rows } = await night(n)
    if (asked.includes('/tzgg/a5.html')) mended = rows.get('/tzgg/a5.html')
  }
  expect(mended?.reason).toContain('HTTP 200')
})
