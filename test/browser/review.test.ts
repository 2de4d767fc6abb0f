/** The evaluators' application in a real browser: keyboard, axe, what a visitor sees. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '#browser/find'
import { fontEnvironment } from '#browser/fonts'
import { PASSWORD, type ReviewFixture, reviewFixture } from '../support/review-server.ts'

const supported = process.platform === 'linux' && process.arch === 'x64'

describe.skipIf(!supported)('the application in a real browser', () => {
  let fixture: ReviewFixture
  let browser: Browser
  let page: Page
  let origin: string
  let folder: string
  const outside: string[] = []
  const opened: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-review-'))
    fixture = await reviewFixture()
    origin = await fixture.app.listen({ host: '127.0.0.1', port: 0 })
    const found = await findBrowser({ configured: null, cacheDir: folder, system: false })
    const fonts = await fontEnvironment(folder, [])
    browser = await chromium.launch({
      executablePath: found.path,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      env: { PATH: process.env.PATH ?? '', HOME: folder, ...found.env, ...fonts },
    })
    page = await browser.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) outside.push(request.url())
    })
    page.on('framenavigated', (frame) => opened.push(frame.url()))
  })
  afterAll(async () => {
    await browser?.close()
    await fixture?.app.close()
    fixture?.store.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function axe(): Promise<string[]> {
    const source = await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    )
    await page.evaluate(source)
    const found: unknown = await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice'], iframes: false })
        .then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(' | ')))`,
    )
    return found as string[]
  }

  it('start → ranking → finding → evidence → decision → changed score, by keyboard where it matters', async () => {
    await page.goto(`${origin}/`)
    expect(await axe()).toEqual([])
    await page.fill('input[name=name]', 'administrator')
    await page.fill('input[name=password]', PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/`)
    expect(await page.textContent('tbody td.strong')).toBe('0')
    await page.click('text=2 条')
    await page.waitForURL(/\/findings/)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/findings\/f1/)
    const frame = page.frameLocator('iframe').first()
    expect(await frame.locator('#mingcha-mark').textContent()).toBe('关于开展检查的通知 2019-01-02')
    await page.check('input[value=exempt]')
    await page.fill('textarea[name=reason]', '栏目已合并')
    await page.click('text=记下结论')
    await page.waitForSelector('.history')
    await page.click('.brand')
    await page.waitForURL(`${origin}/`)
    expect(await page.textContent('tbody td.strong')).toBe('2')
  })

  it('a hostile stored page does nothing: no script, no request, no navigation', async () => {
    await page.goto(`${origin}/findings/f1?decided=any`)
    const frame = page.frameLocator('iframe').first()
    await frame.locator('#mingcha-mark').waitFor()
    await frame.locator('u').first().click()
    await frame.locator('text=提交').click()
    await page.waitForTimeout(800)
    expect(outside).toEqual([])
    expect(opened.filter((url) => !url.startsWith(origin))).toEqual([])
    expect(await page.title()).not.toBe('owned')
    const child = page.frames().find((one) => one !== page.mainFrame())
    expect(await child?.evaluate('self.origin')).toBe('null')
  })

  it('has no axe violation on any page at 1280 and 390 px, and nothing overflows', async () => {
    const paths = [
      '/',
      '/agencies/lyj',
      '/agencies/lyj/indicators/notices',
      '/findings?decided=any',
      '/findings/f1?decided=any',
      '/findings/f2',
      '/portals',
      '/portals/4200000001',
      '/checks',
      '/checks/freshness/column-stale',
      '/nowhere',
    ]
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of paths) {
        await page.goto(`${origin}${path}`)
        expect(await axe(), `${path} at ${width}`).toEqual([])
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(wide, `${path} at ${width} overflows`).toBeLessThanOrEqual(0)
      }
    }
    expect(outside).toEqual([])
  })

  it('every control can be reached and the first stop is the skip link', async () => {
    await page.goto(`${origin}/findings/f2`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    const seen = new Set<string>()
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab')
      seen.add(
        String(
          await page.evaluate(
            'document.activeElement.tagName + (document.activeElement.name ?? "")',
          ),
        ),
      )
    }
    expect([...seen]).toEqual(expect.arrayContaining(['INPUToutcome', 'TEXTAREAreason', 'BUTTON']))
  })
})
