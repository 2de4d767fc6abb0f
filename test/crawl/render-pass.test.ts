/** Pages that need a browser are rendered through our own client, and kept as captures of their own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { openArchive } from '#archive/warc-archive'
import { systemClock } from '#base/clock'
import { openBrowser } from '#browser/launch'
import { parseResolveRule } from '#crawl/address-guard'
import { HttpClient } from '#crawl/http-client'
import { chooseTargets, type RenderTarget, renderPass } from '#crawl/render-pass'
import type { Page } from '#model/page'
import type { Archive, Browser, Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import { faultProxy } from '../support/fault-proxy.ts'
import { type Loopback, loopback } from '../support/loopback.ts'
import { aRun, REGISTRY } from '../support/store-values.ts'

const supported = process.platform === 'linux' && process.arch === 'x64'

function page(url: string, over: Partial<Page>): Page {
  const read = createPageReader(ownLabels()).read({
    url,
    body: Buffer.from('<p>正文</p>'),
    contentType: 'text/html; charset=utf-8',
    status: 200,
    truncated: false,
    homeUrl: null,
  })
  return { ...read, ...over }
}

describe('choosing pages to render', () => {
  const shell = { value: true, because: '正文只有脚本' }
  const limits = { maxShells: 2, maxTemplates: 2, axe: true }

  it('takes shells and empty lists nearest to home, and one page a template for accessibility', () => {
    const targets = chooseTargets(
      [
        { page: page('http://a.example/deep', { needsBrowser: shell, template: 'x' }), depth: 3 },
        { page: page('http://a.example/', { template: 'h' }), depth: 0 },
        {
          page: page('http://a.example/list', {
            kind: { value: 'listing', sureness: 1, because: '' },
            template: 'l',
          }),
          depth: 1,
        },
        { page: page('http://a.example/shell', { needsBrowser: shell, template: 'l' }), depth: 1 },
      ],
      limits,
    )
    expect(targets.map((t) => [t.url, t.reread, t.axe])).toEqual([
      ['http://a.example/list', true, true],
      ['http://a.example/shell', true, false],
      ['http://a.example/', false, true],
    ])
    expect(targets[1]?.because).toBe('正文只有脚本')
  })
})

describe.skipIf(!supported)('rendering through our own client', () => {
  let folder: string
  let server: Loopback
  let archive: Archive
  let browser: Browser
  let store: Store
  let client: HttpClient

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-render-'))
    server = await loopback({
      '/list.html':
        '<html><head><title>通知公告</title><script src="/fill.js"></script><link rel="stylesheet" href="/s.css"></head><body><div id="l"></div><img src="/p.png"></body></html>',
      '/fill.js': {
        headers: { 'content-type': 'text/javascript' },
        body: "addEventListener('DOMContentLoaded',()=>{document.getElementById('l').innerHTML='<ul>'+[1,2,3,4,5].map(i=>'<li><a href=\"/art/'+i+'.html\">关于开展第'+i+'次检查的通知</a><span>2023-05-0'+i+'</span></li>').join('')+'</ul>'})",
      },
      '/s.css': {
        headers: { 'content-type': 'text/css' },
        body: 'body{color:#ccc;background:#fff}',
      },
      '/moved': { status: 302, headers: { location: '/list.html' } },
      '/gone': { status: 404, body: 'x' },
    })
    archive = openArchive(join(folder, 'archive'))
    browser = await openBrowser({ cacheDir: join(folder, 'cache'), system: false })
    store = await openStore(':memory:')
    store.saveRegistry(REGISTRY)
    store.startRun(aRun('r1'))
    client = new HttpClient({
      userAgent: 'Mingcha-test',
      allowPrivate: true,
      // Nobody answers there; no host outside is asked.
      resolve: ['zfwzgl.www.gov.cn', 'widgets.example.invalid'].map((host) =>
        parseResolveRule(`${host}:80:127.0.0.1:1`),
      ),
      timeoutMs: 5000,
      clock: systemClock,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await client?.close()
    await archive?.close()
    store?.close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const target = (path: string): RenderTarget => ({
    url: `${server.origin}${path}`,
    depth: 1,
    because: '列表由脚本写出',
    reread: true,
    axe: true,
  })

  const pass = (...targets: readonly RenderTarget[]) =>
    renderPass(
      targets,
      {
        run: 'r1',
        homeUrl: `${server.origin}/`,
        delayMs: 0,
        maxBytesPerBody: 1_000_000,
        timeoutMs: 10_000,
        maxTotalBytes: 10_000_000,
      },
      {
        browser,
        client,
        archive,
        frontier: store.frontier('r1'),
        save: (batch) => store.saveCaptures(batch),
        saveProbes: (probes) => store.saveProbes(probes),
        reader: createPageReader(ownLabels()),
        clock: systemClock,
        signal: new AbortController().signal,
      },
    )

  it('reads what scripts wrote, keeps DOM and parts in the archive, and runs axe in Chinese', async () => {
    const report = await pass(target('/list.html'), target('/moved'), target('/gone'))
    expect(report.rendered).toBe(2)
    expect(report.failed).toEqual([{ url: `${server.origin}/gone`, because: 'HTTP 404' }])
    const pages = [...store.pages('r1')]
    const list = pages.find((one) => one.capture.url.endsWith('/list.html'))
    expect(list?.capture.via).toBe('browser')
    expect(
      list?.page.lists.flatMap((one) => one.items).map((item) => item.publishedOn?.value),
    ).toEqual(['2023-05-01', '2023-05-02', '2023-05-03', '2023-05-04', '2023-05-05'])
    expect(pages.find((one) => one.capture.url.endsWith('/moved'))?.capture.finalUrl).toBe(
      `${server.origin}/list.html`,
    )
    const record = list?.capture.record
    if (!record) throw new Error('no record')
    expect(Buffer.from((await archive.read(record)).body).toString()).toContain('第3次检查')
    expect(server.seen.filter((line) => line === 'GET /s.css')).toHaveLength(1)
    const axe = store.probes('r1').filter((probe) => probe.kind === 'axe')
    const rules = axe[0]?.value.violations.map((rule) => rule.rule)
    expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'html-has-lang', 'image-alt']))
    const contrast = axe[0]?.value.violations.find((rule) => rule.rule === 'image-alt')
    expect(contrast?.help).toMatch(/[\u4e00-\u9fff]/)
    expect(contrast?.nodes[0]?.at).not.toBeNull()
  })
  it('what only adds a mark is not missed; a script of anybody else is', async () => {
    for (const [path, host] of [
      ['/mark.html', 'zfwzgl.www.gov.cn'],
      ['/other.html', 'widgets.example.invalid'],
    ] as const)
      server.routes.set(
        path,
        `<html><body><p>通知公告</p><script src="http://${host}/exposure/jiucuo.js"></script></body></html>`,
      )
    await pass(target('/mark.html'), target('/other.html'))
    const remarks = (path: string): string =>
      [...store.pages('r1')]
        .find((one) => one.capture.url.endsWith(path))
        ?.capture.remarks.join() ?? '?'
    expect(remarks('/mark.html')).not.toContain('没有取到')
    expect(remarks('/other.html')).toContain('没有取到')
  })

  it('a part of a page is archived as its server sent it, whatever the browser makes of it', async () => {
    const bytes = iconv.encode(
      'document.body.insertAdjacentHTML("beforeend","<p>国标编码的脚本写出本段</p>")',
      'gbk',
    )
    server.routes.set('/gbk.js', {
      headers: { 'content-type': 'text/javascript; charset=gbk' },
      body: bytes,
    })
    server.routes.set('/gbk.html', '<html><body><script src="/gbk.js"></script></body></html>')
    await pass(target('/gbk.html'))
    const all = [...store.captures('r1')]
    const part = all.find((one) => one.url.endsWith('/gbk.js'))
    if (part?.state !== 'stored' || part.record === null) throw new Error('not archived')
    expect(Buffer.from((await archive.read(part.record)).body).equals(bytes)).toBe(true)
    const shown = [...store.pages('r1')].find((one) => one.capture.url.endsWith('/gbk.html'))
    expect(shown?.page.text.excerpt).toContain('国标编码的脚本写出本段')
  })

  it('a script of which only a part came leaves the page in doubt, not wanting', async () => {
    const proxy = await faultProxy(server.port, (path) =>
      path === '/fill.js' ? 'truncate' : 'pass',
    )
    server.routes.set('/cut.html', '<html><p>通知公告</p><script src="/fill.js"></script></html>')
    const url = `${proxy.origin}/cut.html`
    const report = await pass({ ...target('/cut.html'), url })
    await proxy.close()
    expect(report.rendered).toBe(1)
    const seen = [...store.captures('r1')].find((one) => one.url === url && one.via === 'browser')
    expect(seen?.state === 'stored' && seen.remarks[0]).toContain('没有取全')
  })
})
