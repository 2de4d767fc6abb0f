/** Pictures from the archive: the page is looked at and never run, and asks nobody but the archive. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PictureWish, SCREENS, takePictures } from '#archive/screenshots'
import { openArchive } from '#archive/warc-archive'
import { sha256 } from '#base/hash'
import { openBrowser } from '#browser/launch'
import type { Archive, Browser } from '#model/ports'

const supported = process.platform === 'linux' && process.arch === 'x64'

describe.skipIf(!supported)('pictures from the archive', () => {
  let dir: string
  let browser: Browser
  let archive: Archive
  const asked: string[] = []

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'mingcha-screens-'))
    archive = openArchive(join(dir, 'archive'), 'Mingcha/test')
    browser = await openBrowser({ cacheDir: join(dir, 'cache'), system: false })
  })
  afterAll(async () => {
    await browser?.close()
    await archive?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const take = (wishes: readonly PictureWish[], signal = new AbortController().signal) =>
    takePictures(wishes, {
      browser,
      archive,
      dir,
      partAt: (url) => {
        asked.push(url)
        return null
      },
      signal,
    })
  const wish = (text: string): PictureWish => ({ url: 'http://a.example/x.html', text })

  it('names the file by its hash; the mark makes another picture', async () => {
    const [plain, marked] = await take([
      wish('<p>第一句</p><p>第二句</p>'),
      wish('<p>第一句</p><p data-mingcha-mark="1">第二句</p>'),
    ])
    expect(plain).not.toBeNull()
    expect(marked).not.toBe(plain)
    const bytes = readFileSync(join(dir, SCREENS, plain ?? ''))
    expect(`${sha256(bytes)}.jpg`).toBe(plain)
  })

  it('runs no script and follows no refresh', async () => {
    const quiet = '<body><h1 id="t">原来的标题</h1>'
    const [still, hostile] = await take([
      wish(quiet),
      wish(
        `${quiet}<script>document.getElementById("t").textContent="改了";fetch("/leak")</script><meta http-equiv="refresh" content="0;url=http://evil.example/"><img src="x" onerror="location='http://evil.example/2'" hidden>`,
      ),
    ])
    expect(hostile).toBe(still)
    expect(asked.filter((url) => /leak|evil/.test(url))).toEqual([])
  })

  it('takes none once interrupted', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await take([wish('<p>x</p>')], stop.signal)).toEqual([null])
  })
})
