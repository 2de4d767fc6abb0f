/** A small portal with a search box, for tests of the search: pages by path, one list of dated notices, answers made of them. */
import type { Route } from './loopback.ts'

/** Newest first; on 2026-01-01 the first is too young to be asked for. */
export const NOTICES = [
  ['关于元旦放假安排的紧急通知', '2025-12-30'],
  ['示例县农村公路养护工程实施方案', '2025-11-20'],
  ['示例县冬季森林防火工作方案', '2025-10-08'],
] as const

const frame = (title: string, body: string): string =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`

export const notice = (i: number): string => `/tzgg/t2025_${i}.html`

export const FORM =
  '<form action="/search"><input type="hidden" name="siteId" value="7"><input name="q"><input type="submit" value="搜索"></form>'

/** Home with `box`, list and articles. */
export function searchSite(box = FORM): Record<string, Route> {
  const rows = NOTICES.map(
    ([title, day], i) => `<li><a href="${notice(i)}">${title}</a><span>${day}</span></li>`,
  )
  const pages = NOTICES.map(([title, day], i): [string, Route] => [
    notice(i),
    frame(
      title,
      `<h1>${title}</h1><p>发布时间：${day}</p><p>${'各单位要认真组织实施，按时报送进展情况。'.repeat(12)}</p>`,
    ),
  ])
  return {
    '/': frame(
      '示例县人民政府',
      `${box}<ul><li><a href="/tzgg/">通知公告</a></li></ul><p>欢迎</p>`,
    ),
    '/tzgg/': frame('通知公告', `<h2>通知公告</h2><ul>${rows.join('')}</ul>`),
    ...Object.fromEntries(pages),
  }
}

/** A page of results that lists `titles` and says back `words`. */
export function resultsPage(words: string, titles: readonly string[]): string {
  const rows = titles.map((title, i) => `<li><a href="/go?id=${i}">${title}</a></li>`)
  return frame(
    '站内搜索',
    `<form action="/search"><input name="q" value="${words}"></form><p>${titles.length === 0 ? '没有找到相关结果' : `共找到 ${titles.length} 条结果`}</p><ul>${rows.join('')}</ul>`,
  )
}
