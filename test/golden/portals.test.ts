/**
 * The demonstration portals hold what their plan says and nothing else that could be held against them: read here
 * with plain patterns, without the program, so that an accident of the generator is not mistaken for a finding.
 */
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { expectationOf } from '../../fixtures/portals/expected.ts'
import { generatePortal } from '../../fixtures/portals/generate.ts'
import { GOLDEN_PLANS as PLANS, type PortalPlan } from '../../fixtures/portals/plan.ts'

/** Paths of the portal that the plan says are gone. */
function goneOf(plan: PortalPlan): readonly string[] {
  const prefix = `http://${plan.host}`
  return expectationOf(plan)
    .findings.filter((one) => one.check === 'availability/links-broken' && one.outcome === 'broken')
    .flatMap(({ subject }) => {
      const url = subject.slice(subject.indexOf('：') + 1)
      return url.startsWith(prefix) ? [folded(url.slice(prefix.length))] : []
    })
}

const folded = (path: string): string => path.replace(/\/index\.html?$/, '/')

describe.each(PLANS)('示范网站 $id', (plan) => {
  const portal = generatePortal(plan)
  const pages = walk(plan, portal.answer)

  it('页数在约定范围内，且每次生成都一样', () => {
    expect(portal.htmlPaths.length).toBeGreaterThanOrEqual(150)
    expect(portal.htmlPaths.length).toBeLessThanOrEqual(400)
    const again = generatePortal(plan)
    for (const path of pages.keys()) {
      expect(Buffer.from(again.answer(path).body).equals(portal.answer(path).body)).toBe(true)
    }
  })

  it('除计划里的坏链外，站内链接都打得开', () => {
    const broken = [...pages].filter(([, status]) => status === 404 || status === 410)
    expect(broken.map(([path]) => path).sort()).toEqual([...goneOf(plan)].sort())
  })

  it('所有页面都能从首页走到（含脚本翻页和 iframe）', () => {
    const unreached = portal.htmlPaths.filter((path) => pages.get(folded(path)) !== 200)
    expect(unreached).toEqual([])
  })

  it('expected.json 与计划一致', () => {
    const file = new URL(`../../fixtures/portals/expected/${plan.id}.json`, import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(expectationOf(plan))),
    )
  })

  it('计划里的栏目日期就是页面上的日期', () => {
    for (const [id, newest] of plan.newest) {
      const lists = plan.columns
        .filter((one) => one.id === id || (one.parent === id && one.yearFolder))
        .flatMap(({ content }) => (content.kind === 'list' ? [content] : []))
      const days = lists.flatMap((list) => [
        list.newest,
        ...(list.items ?? []).map((item) => item.day),
      ])
      expect(
        days
          .filter((day) => day !== undefined)
          .sort()
          .at(-1),
      ).toBe(newest)
    }
  })
})

type Portal = ReturnType<typeof generatePortal>

/** Status of every internal address that any page names, from the home page on. */
function walk(plan: PortalPlan, answer: Portal['answer']): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  const queue = [plan.homePath]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const key = folded(path)
    if (seen.has(key)) continue
    const [bare = path, query = ''] = path.split('?')
    const reply = answer(bare, query === '' ? '' : `?${query}`)
    seen.set(key, reply.status)
    if (!/^text\/(html|xml)/.test(reply.headers['content-type'] ?? '')) continue
    const html = iconv.decode(Buffer.from(reply.body), plan.markup === 'gbk' ? 'gbk' : 'utf8')
    queue.push(...linksOf(html, path, plan.host))
  }
  return seen
}

function linksOf(html: string, path: string, host: string): string[] {
  const visible = html.replace(/<!--[\s\S]*?-->/g, '')
  const named = [
    ...visible.matchAll(/<(?:a|iframe|img|link)\s[^>]*?(?:href|src)="([^"]+)"/g),
    ...visible.matchAll(/window\.open\('([^']+)'\)/g),
  ].map((match) => match[1] ?? '')
  const paging = /createPageHTML\((\d+), (\d+)/.exec(visible)
  const further = Array.from(
    { length: paging ? Number(paging[1]) - 1 : 0 },
    (_, i) => `index_${i + 1}.html`,
  )
  const proxy = /perPage:(\d+),totalRecord:(\d+).*?proxyUrl:'([^']+)',params:\{columnid:(\d+)/.exec(
    visible,
  )
  const records = Array.from(
    { length: proxy ? Math.ceil(Number(proxy[2]) / Number(proxy[1])) : 0 },
    (_, i) => `${proxy?.[3]}?page=${i + 1}&columnid=${proxy?.[4]}`,
  )
  return [...named, ...further, ...records]
    .filter((href) => !/^(javascript|mailto):|^#/.test(href))
    .map((href) => new URL(href.replaceAll('&amp;', '&'), `http://${host}${path}`))
    .filter((url) => url.host === host)
    .map((url) => (url.pathname.endsWith('.jsp') ? `${url.pathname}${url.search}` : url.pathname))
}
