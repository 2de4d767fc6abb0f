/**
 * Does the server say so when a page is not there? Pages that read "不存在" but were answered with status 200 deceive
 * crawlers, search engines and monitoring. So do entries that open on the front, on a list, on nothing or on another article, and links
 * that miss the place inside a page that they name. Judged from pages
 * that were met, not from invented addresses.
 */
import { clip } from '#base/text'
import { pathOf } from '#base/url'
import {
  asPortal,
  citePage,
  defineCheck,
  type LostEntry,
  listed,
  lostEntries,
  partly,
  type Rests,
  strayHashes,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { SiteView } from '#model/site-view'

export const missingDisguised = defineCheck({
  id: 'availability/missing-disguised',
  revision: 10,
  title: '不存在的页面是否如实答复状态',
  question: '内容已不存在的页面，服务器答复的状态是不是404，还是仍答复200？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '功能设计·可用性：链接不可用（软404属于打不开的页面，具体计法由评分方案定）',
    },
  ],
  needs: ['home', 'links'],
  params: {},
  outcomes: {
    honest: {
      verdict: 'pass',
      message: '遇到的 {count} 个不存在的地址都答复了404或410',
      claimsAbsence: true,
      ask: '没有看到的页面上，有没有内容已不存在、却仍正常打开的链接？',
    },
    disguised: {
      verdict: 'fail',
      message: '有 {count} 个地址的内容不存在，却答复状态200：{names}',
      ask: '在浏览器中打开所列页面，是否确实是“不存在”的提示页？',
    },
    'sent-home': {
      verdict: 'fail',
      message: '有 {count} 个条目点开后转到{where}，看不到原来的内容：{names}',
      ask: '在浏览器中打开所列条目，是否都回到{where}？',
    },
    'led-astray': {
      verdict: 'fail',
      message: '有 {count} 个条目点开是另一篇文章：{names}',
      ask: '在浏览器中打开所列条目，内容是否与条目标题无关？',
    },
    'wrong-place': {
      verdict: 'fail',
      message: '有 {count} 个链接没有指到页面内自己说的那一条（同一组的其他链接都指对了）：{names}',
      ask: '在浏览器中点开所列链接，停在的是不是它说的那一条？',
    },
    'none-met': { verdict: 'not-applicable', message: '本次没有遇到不存在的页面' },
  },
  example: '首页“旧版下载”打开后写着“您访问的页面不存在”，状态却是200：不存在的页面 disguised。',
  *run(site) {
    if (site.home === null) return
    const subject = '不存在的页面'
    const disguised = site.pages.filter(
      ({ page, capture }) =>
        page.kind.value === 'error' && capture.status === 200 && page.blocked === null,
    )
    yield* lost(site)
    const stray = strayHashes(site)
    if (stray.length > 0)
      yield {
        outcome: 'wrong-place',
        subject: '指错位置的链接',
        facts: {
          count: stray.length,
          names: listed(stray.map(({ text, why }) => `“${clip(text, 30)}”${why}`)),
        },
        measure: { value: stray.length, unit: 'count' },
        evidence: stray.slice(0, 10).map(({ place }) => place),
        pages: [...new Set(stray.map(({ place }) => place.url))],
      }
    const gone = site.links.filter(
      ({ visit, internal }) =>
        internal &&
        visit?.state === 'stored' &&
        visit.blocked === null &&
        (visit.status === 404 || visit.status === 410),
    )
    if (disguised.length > 0)
      yield {
        outcome: 'disguised',
        subject,
        facts: {
          count: disguised.length,
          names: listed(disguised.map(({ page }) => pathOf(page.url))),
          urls: disguised.slice(0, 50).map(({ page }) => page.url),
        },
        measure: { value: disguised.length, unit: 'count' },
        evidence: disguised.slice(0, 5).map(citePage),
        pages: disguised.map(({ page }) => page.url),
        sureness: Math.max(...disguised.map(({ page }) => page.kind.sureness)),
      }
    else
      yield {
        outcome: gone.length > 0 ? 'honest' : 'none-met',
        subject,
        facts: { count: gone.length },
        evidence: [citePage(site.home)],
        coverage: linksSeen(site),
      }
  },
})

/** Entries that open on something else than what they promise. */
function* lost(site: SiteView): Generator<Observation<'sent-home' | 'disguised' | 'led-astray'>> {
  const { home, list, nothing, other } = lostEntries(site)
  if (home.length > 0)
    yield { outcome: 'sent-home', subject: '转回首页的条目', ...told(home, '首页') }
  if (list.length > 0)
    yield { outcome: 'sent-home', subject: '转到栏目列表的条目', ...told(list, '栏目列表') }
  if (nothing.length > 0)
    yield { outcome: 'disguised', subject: '没有内容的条目', ...told(nothing, '') }
  if (other.length > 0) {
    const names = other.map(({ title, view }) => `“${title}”打开是“${view.page.title}”`)
    const { facts, ...rest } = told(other, '另一篇')
    yield {
      outcome: 'led-astray',
      subject: '指错的条目',
      facts: { ...facts, names: listed(names) },
      ...rest,
    }
  }
}

function told(items: readonly LostEntry[], where: string) {
  const names = items.map(({ title, words }) =>
    where !== '' ? title : `“${title}”（页面上${words === '' ? '什么也没有' : `只有“${words}”`}）`,
  )
  return {
    facts: { where, count: items.length, names: listed(names) },
    measure: { value: items.length, unit: 'count' as const },
    evidence: items.slice(0, 10).map(({ place }) => place),
    pages: items.map(({ url }) => url),
  }
}

/** A page that came in part had links that nobody saw, as one that was not read at all. */
function linksSeen(site: SiteView): Rests {
  const cut = site.pages.filter(({ page, capture }) => page.truncated || capture.truncated).length
  return cut > 0 ? partly(`有 ${cut} 个页面没有读全，它们的链接没有都看到`) : asPortal(site)
}
