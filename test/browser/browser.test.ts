/** A real Chromium over requests that the test serves: rendering, fonts, scripts, screenshots, refusals. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#base/errors'
import { openBrowser } from '#browser/launch'
import type { Browser, BrowserRequest, ServedResponse } from '#model/ports'

/** The embedded browser is an optional dependency for x64 Linux; elsewhere these tests have nothing to run. */
const supported = process.platform === 'linux' && process.arch === 'x64'

const html = (
  text: string,
  headers: readonly (readonly [string, string])[] = [],
): ServedResponse => ({
  status: 200,
  headers: [['content-type', 'text/html; charset=utf-8'], ...headers],
  body: Buffer.from(text),
})

function site(pages: Readonly<Record<string, ServedResponse>>) {
  const asked: string[] = []
  return {
    asked,
    serve: async (request: BrowserRequest) => {
      asked.push(request.url)
      return pages[request.url] ?? null
    },
  }
}

/** Process ids whose command line holds `folder`, where our browser was unpacked, and suits. */
function processesOf(folder: string, suits: (commandLine: string) => boolean): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return line.startsWith(folder) && suits(line)
      } catch {
        return false
      }
    })
    .map(Number)
}
const browsersOf = (folder: string) => processesOf(folder, (line) => !line.includes('--type='))
const renderersOf = (folder: string) =>
  processesOf(folder, (line) => line.includes('--type=renderer'))
const killBrowsersOf = (folder: string): void => {
  for (const pid of browsersOf(folder)) process.kill(pid, 'SIGKILL')
}

describe.skipIf(!supported)('embedded browser', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-browser-'))
    browser = await openBrowser({ cacheDir: folder, system: false, pages: 2, recycleAfter: 3 })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is the embedded one and shows Chinese', () => {
    expect(browser.state.found).toBe('embedded')
    expect(browser.state.version).toMatch(/\d+\.\d+/)
    expect(browser.state.chinese).toBe('real')
  })

  it('leaves the environment of this process alone', () => {
    expect(process.env.LD_LIBRARY_PATH).toBeUndefined()
    expect(process.env.FONTCONFIG_FILE).toBeUndefined()
  })

  it('renders what scripts write, follows a served redirect and runs scripts in every frame', async () => {
    const pages = site({
      'http://a.example/': {
        status: 302,
        headers: [['location', '/list.html']],
        body: Buffer.alloc(0),
      },
      'http://a.example/list.html': html(
        '<title>列表</title><ul id=l></ul><iframe src="http://b.example/frame.html"></iframe><script src="/fill.js"></script>',
      ),
      'http://a.example/fill.js': {
        status: 200,
        headers: [['content-type', 'text/javascript; charset=gbk']],
        body: Buffer.from([
          0x6c, 0x2e, 0x69, 0x6e, 0x6e, 0x65, 0x72, 0x48, 0x54, 0x4d, 0x4c, 0x3d, 0x27, 0xcd, 0xa8,
          0xd6, 0xaa, 0x27,
        ]),
      },
      'http://b.example/frame.html': html('<p>框架内容'),
    })
    const result = await browser.render({
      url: 'http://a.example/',
      serve: pages.serve,
      timeoutMs: 10_000,
      scripts: [{ source: '', expression: 'document.body.innerText.trim()' }],
    })
    expect(result.url).toBe('http://a.example/list.html')
    expect(result.status).toBe(200)
    expect(result.frames[0]?.html).toContain('通知')
    expect(result.results[0]?.map((r) => r.value)).toEqual(['通知', '框架内容'])
  })

  it('asks nobody but the caller and refuses what the caller refuses', async () => {
    const pages = site({
      'http://a.example/': html(
        '<img src="http://127.0.0.1:9/x.png"><script>fetch("http://127.0.0.1:1/").catch(()=>document.title="refused")</script>',
      ),
    })
    const result = await browser.render({
      url: 'http://a.example/',
      serve: pages.serve,
      timeoutMs: 8000,
    })
    expect(pages.asked).toContain('http://127.0.0.1:9/x.png')
    expect(result.refused).toBeGreaterThanOrEqual(2)
    expect(result.frames[0]?.html).toContain('<title>refused</title>')
  })

  it('does not wait for an inner frame that was refused', async () => {
    const pages = site({
      'http://a.example/': html('<p>正文</p><iframe src="http://b.example/gone.html"></iframe>'),
    })
    const result = await browser.render({
      url: 'http://a.example/',
      serve: pages.serve,
      timeoutMs: 60_000,
      scripts: [{ source: '', expression: '1' }],
    })
    expect(result.frames.map((frame) => frame.url)).toEqual(['http://a.example/'])
    expect(result.results[0]).toEqual([{ frame: 'http://a.example/', value: 1 }])
  })

  it('survives dialogs, popups, endless scripts and endless requests within its time', async () => {
    const hostile = site({
      'http://h.example/': html(
        '<script>alert("您访问的链接即将离开");window.open("/pop");setInterval(()=>fetch("/poll?"+Math.random()).catch(()=>{}),5)</script><p>正文',
      ),
    })
    const result = await browser.render({
      url: 'http://h.example/',
      serve: hostile.serve,
      timeoutMs: 4000,
    })
    expect(result.remarks.join()).toContain('对话框')
    expect(result.frames[0]?.html).toContain('正文')
    const spinning = site({ 'http://s.example/': html('<p>x<script>for(;;){}</script>') })
    const stuck = browser.render({
      url: 'http://s.example/',
      serve: spinning.serve,
      timeoutMs: 1500,
    })
    await expect(
      stuck.then(
        (page) => page.remarks.length > 0,
        (e: unknown) => e instanceof AppError,
      ),
    ).resolves.toBe(true)
    const after = site({ 'http://a.example/': html('<p>还在') })
    const next = await browser.render({
      url: 'http://a.example/',
      serve: after.serve,
      timeoutMs: 8000,
    })
    expect(next.frames[0]?.html).toContain('还在')
  })

  it('renders all the same when the browser is killed with two pages under way, twice over', async () => {
    for (const round of ['甲', '乙']) {
      let killed = false
      const serve = async (request: BrowserRequest): Promise<ServedResponse> => {
        if (!killed && request.url.endsWith('/a.js')) {
          killed = true
          killBrowsersOf(folder)
        }
        return request.url.endsWith('.js')
          ? html('document.title="done"')
          : html(`<p>${round}<script src="/a.js"></script>`)
      }
      const results = await Promise.all(
        ['k1', 'k2', 'k3'].map((name) =>
          browser.render({ url: `http://${name}.example/`, serve, timeoutMs: 8000 }),
        ),
      )
      expect(killed).toBe(true)
      for (const result of results) expect(result.frames[0]?.html).toContain(round)
    }
    // Two pages lost it together, and one new browser took its place.
    expect(browsersOf(folder)).toHaveLength(1)
  })

  it('renders again when the process of the page dies', async () => {
    let asked = 0
    const result = await browser.render({
      url: 'http://crash.example/',
      serve: async (request) => {
        if (request.type === 'Document') asked += 1
        else if (asked === 1) for (const pid of renderersOf(folder)) process.kill(pid, 'SIGKILL')
        return request.type === 'Document'
          ? html('<p>又活了<script src="/a.js"></script>')
          : html('')
      },
      timeoutMs: 8000,
    })
    expect(asked).toBe(2)
    expect(result.frames[0]?.html).toContain('又活了')
  })

  it('frames the cited element in a picture', async () => {
    const pages = site({
      'http://a.example/': html(
        '<div style="height:3000px">上</div><p data-mingcha-mark="1">被引用的一句</p>',
      ),
    })
    const result = await browser.render({
      url: 'http://a.example/',
      serve: pages.serve,
      timeoutMs: 8000,
      screenshot: { area: 'viewport', mark: true },
    })
    expect(result.screenshot?.marked).toBe(true)
    expect([...(result.screenshot?.jpeg.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8])
  })

  it('cuts a very tall page at the safe height and says so', async () => {
    const pages = site({ 'http://a.example/': html('<div style="height:60000px">高') })
    const result = await browser.render({
      url: 'http://a.example/',
      serve: pages.serve,
      timeoutMs: 10_000,
      screenshot: { area: 'page', mark: false },
    })
    expect(result.screenshot?.cut).toBe(true)
    expect(result.screenshot?.height).toBe(8000)
  })

  it('unpacks again when the cached browser was tampered with', async () => {
    await writeFile(
      join(folder, 'chromium-147.0.0', 'manifest.json'),
      '{"version":"147.0.0","sha256":"0"}',
    )
    const again = await openBrowser({ cacheDir: folder, system: false })
    expect(again.state.chinese).toBe('real')
    await again.close()
  })
})

describe('finding a browser', () => {
  it('names a configured path that is not there', async () => {
    await expect(openBrowser({ path: '/nowhere/chrome' })).rejects.toThrow(
      /\/nowhere\/chrome 不存在或不可执行/,
    )
  })
})
