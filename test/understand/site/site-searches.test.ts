/** What a portal's own search was asked for stands apart in the site view: pages of results are none of the portal's. */
import { expect, it } from 'vitest'
import { queryAddress } from '#base/query-address'
import { HOST, miniSite } from './mini-site.ts'

const TITLE = '兰河县冬季森林防火工作方案'
const address = queryAddress({
  page: `${HOST}/search?q=x`,
  kind: 'ownItem',
  title: TITLE,
  target: `${HOST}/a/1.html`,
  scripted: false,
})
const home =
  '<html><head><title>兰河县人民政府</title></head><body><form action="/search"><input name="q"><input type="submit" value="搜索"></form><form action="http://so.example.org/s"><input name="wd"><input type="submit" value="搜索"></form><ul><li><a href="/a/">通知公告</a></li></ul></body></html>'
const results = `<html><head><title>站内搜索</title></head><body><form><input name="q" value="${TITLE}"></form><ul><li><a href="/a/1.html">${TITLE}</a> 2024-01-30</li><li><a href="/a/2.html">关于做好森林防火工作的通知</a> 2024-01-20</li></ul></body></html>`

const site = miniSite(
  { '/': home, [address]: results },
  {
    frontier: [
      {
        url: address,
        purpose: 'rest',
        state: 'fetched',
        reason: '站内搜索：HTTP 200',
        capture: 'c1',
      },
    ],
  },
)

it('a page of results is no page, no column and no link of the portal', () => {
  expect(site.pages.map(({ page }) => page.url)).toEqual([`${HOST}/`])
  expect(site.counts.fetched).toBe(1)
  expect(site.columns.flatMap((column) => column.items)).toEqual([])
  expect(site.links.map(({ url }) => url).filter((url) => url.includes('/a/1.html'))).toEqual([])
})

it('what was asked, what came back, and the boxes with where they lead are told', () => {
  const [asked] = site.search.asked
  expect(asked).toMatchObject({ query: { title: TITLE, kind: 'ownItem' }, state: 'fetched' })
  expect(asked?.page?.searchAnswer?.found).toMatchObject({ rank: 1 })
  expect(asked?.capture?.id).toBe('c1')
  expect(site.search.entries.map(({ outside }) => outside)).toEqual([null, 'so.example.org'])
  expect(site.search.usable).toBe(true)
})
