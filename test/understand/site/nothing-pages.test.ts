/** Soft 404: pages under HTTP 200 that are what their host answers to an address that cannot exist. */
import { describe, expect, it } from 'vitest'
import type { SiteView } from '#model/site-view'
import { absolute, miniSite } from './mini-site.ts'

const NOTHING = '/mingcha-no-such-page-abc.html'
const frame = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><div class="top"><a href="/">首页</a> <a href="/tzgg/">通知公告</a> <a href="/old.html">旧版下载</a></div><div class="box">${body}</div></body></html>`
/** Says nothing that our own words for error pages would know. */
const LOST = frame('蓝河市林业局', '<p>你来晚啦，换个地方逛逛吧，更多精彩请关注我们</p>')
const home = frame(
  '蓝河市林业局',
  '<h2>通知公告</h2><ul><li><a href="/tzgg/1.html">关于林木采伐的通知</a><span>2023-12-01</span></li></ul>',
)
const notices = frame(
  '通知公告-蓝河市林业局',
  '<h2>通知公告</h2><ul><li><a href="/tzgg/1.html">关于林木采伐的通知</a><span>2023-12-01</span></li><li><a href="/tzgg/2.html">关于造林的通知</a><span>2023-11-20</span></li></ul>',
)
const kindAt = (view: SiteView, path: string) => view.pageAt(absolute(path))?.page.kind

describe('a page like its host’s answer to nothing', () => {
  const view = miniSite({ '/': home, '/tzgg/': notices, '/old.html': LOST, [NOTHING]: LOST })

  it('is an error page, with the grounds', () => {
    expect(kindAt(view, '/old.html')).toMatchObject({
      value: 'error',
      sureness: 0.95,
      because: expect.stringContaining('软404'),
    })
    expect(kindAt(view, '/tzgg/')?.value).toBe('listing')
  })

  it('is no live link', () => {
    const target = view.links.find((link) => link.url === absolute('/old.html'))
    expect(target?.visit).toMatchObject({ state: 'stored', status: 200, missing: true })
    const live = view.links.find((link) => link.url === absolute('/tzgg/'))
    expect(live?.visit).not.toHaveProperty('missing')
  })

  it('the invented address itself is no page of the portal', () => {
    expect(view.pages.some(({ page }) => page.url.includes('no-such-page'))).toBe(false)
    expect(view.pageAt(absolute(NOTHING))).toBeNull()
  })

  it('counts as a column that could not be read, not as an empty one', () => {
    const lost = miniSite({ '/': home, '/tzgg/': LOST, [NOTHING]: LOST })
    const column = lost.columns.find((one) => one.name === '通知公告')
    expect(column).toMatchObject({ empty: false, coverage: 'partial' })
  })
})

it('one that only resembles it is a doubtful error page', () => {
  const said = (path: string): string =>
    frame('蓝河市林业局', `<p>地址 ${path} 你来晚啦，换个地方逛逛吧，更多精彩请关注我们</p>`)
  const view = miniSite({
    '/': home,
    '/old.html': said('/old.html'),
    [NOTHING]: said('/abcde.htm'),
  })
  expect(kindAt(view, '/old.html')).toMatchObject({ value: 'error', sureness: 0.75 })
})

describe('doubt goes to the page', () => {
  it('a host that answers nothing with 404 has no soft 404', () => {
    const view = miniSite({ '/': home, '/old.html': LOST, [NOTHING]: { html: LOST, status: 404 } })
    expect(kindAt(view, '/old.html')?.value).not.toBe('error')
  })

  it('shells look like each other', () => {
    const shell =
      '<html><head><title>蓝河市林业局</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>'
    const view = miniSite({ '/': home, '/tzgg/': shell, [NOTHING]: shell })
    expect(kindAt(view, '/tzgg/')?.value).not.toBe('error')
  })

  it('a host that shows its front for everything', () => {
    const view = miniSite({ '/': home, '/default.asp': home, [NOTHING]: home })
    expect(view.home).not.toBeNull()
    expect(kindAt(view, '/default.asp')?.value).not.toBe('error')
  })

  it('a host most of whose pages look the same', () => {
    const same = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/p${n}.html`, LOST]))
    const view = miniSite({ '/': home, ...same, [NOTHING]: LOST })
    expect(kindAt(view, '/p3.html')?.value).not.toBe('error')
  })
})

it('a link that ends at another host says which, one that stays says nothing of it', () => {
  const view = miniSite({
    '/': home,
    '/tzgg/': { html: notices, endsAt: '/tzgg/index.html' },
    '/old.html': { html: notices, endsAt: 'http://old.lanhe.example/' },
  })
  const visitTo = (path: string) => view.links.find(({ url }) => url === absolute(path))?.visit
  expect(visitTo('/old.html')).toMatchObject({ movedTo: 'old.lanhe.example' })
  expect(visitTo('/tzgg/')).not.toHaveProperty('movedTo')
})
