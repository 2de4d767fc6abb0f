/**
 * Paging that ordinary links do not show: list pages whose further parts come from an endpoint that their script asks.
 * One small reader a family (domain-rules K); whether a real sample of it was read is told by paging-marks.
 * Only addresses that a plain GET may ask for are given; where a form must be posted the number of pages is told and no
 * address. Which paging a page has is decided in paging.ts.
 */
import { resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import { type PagingFamily, pagingGrounds } from './paging-marks.ts'
import type { El, PageTree } from './tree.ts'

type Paging = NonNullable<Page['paging']>

interface Family {
  readonly style: PagingFamily
  /** Said beside the family's name where something of it is not done. */
  readonly note?: string
  read(tree: PageTree, url: string, base: string): Omit<Paging, 'style'> | null
}

const MAX_PAGES = 2000

const FAMILIES: readonly Family[] = [
  { style: 'jpaas', read: jpaas },
  { style: 'gkmlpt', read: gkmlpt },
  { style: 'postback', note: '，只能提交表单，未翻页', read: postBack },
]

/** First family that recognises the page, or null. */
export function familyPaging(tree: PageTree, url: string, base: string): Page['paging'] {
  for (const { style, note, read } of FAMILIES) {
    const paging = read(tree, url, base)
    if (paging !== null) return { ...paging, style, because: pagingGrounds(style, note) }
  }
  return null
}

/** True for the answers of such endpoints: they belong to the list that named them, whatever their folder. */
export function isListEndpoint(url: string): boolean {
  return /\/module\/web\/jpage\/dataproxy\.jsp|\/front\/page\/build\/unit|\/gkmlpt\/api\/all\//.test(
    url,
  )
}

const numberIn = (code: string, name: string): number | null => {
  const found = new RegExp(`\\b${name}\\s*['"]?\\s*[:=]\\s*['"]?(\\d{1,9})`, 'i').exec(code)?.[1]
  return found === undefined ? null : Number(found)
}

const wordIn = (code: string, name: string): string | null =>
  new RegExp(`\\b${name}['"]?\\s*[:=]\\s*['"]([^'"<>]{1,120})['"]`, 'i').exec(code)?.[1] ?? null

/** `jpage({perPage, totalRecord, proxyUrl: '…/dataproxy.jsp', params: {columnid, unitid, webid …}})`. */
export function hanwebProxy(tree: PageTree, url: string): Paging | null {
  for (const { code } of tree.scripts) {
    const proxy = /['"]([^'"\s<>]{0,200}dataproxy\.jsp)[^'"]{0,300}['"]/i.exec(code)?.[1]
    const total = numberIn(code, 'totalRecord')
    const size = numberIn(code, 'perPage')
    const column = numberIn(code, 'columnid')
    const unit = numberIn(code, 'unitid')
    if (proxy === undefined || !total || !size || column === null || unit === null) continue
    const pages = Math.ceil(total / size)
    const web = numberIn(code, 'webid') ?? 1
    const app = numberIn(code, 'appid') ?? 1
    const query = `webid=${web}&appid=${app}&columnid=${column}&unitid=${unit}&perpage=${size}`
    const further = series(pages, (page) => resolveUrl(`${proxy}?page=${page}&${query}`, url))
    const because = pagingGrounds('hanweb-proxy')
    return { ...further, next: further.urls[0] ?? null, style: 'hanweb', because }
  }
  return null
}

/** `<… url="…/page/build/unit" querydata="{'webId':…,'pageId':…,'tplSetId':…,'tagId':…}">` and `rows count` beside it. */
function jpaas(tree: PageTree, _url: string, base: string): Omit<Paging, 'style'> | null {
  for (const el of tree.els) {
    const data = el.attrs.querydata
    const address = el.attrs.url ?? ''
    if (data === undefined || !address.includes('/build/unit')) continue
    const ids = ['webId', 'pageId', 'parseType', 'pageType', 'tagId', 'tplSetId'].flatMap(
      (name) => {
        const value = wordIn(data, name)
        return value === null ? [] : [`${name}=${encodeURIComponent(value)}`]
      },
    )
    if (ids.length < 3) continue
    const counted = tree.els.find(
      (one) => one.attrs.count !== undefined && one.attrs.rows !== undefined,
    )
    const rows = Number(counted?.attrs.rows ?? 15)
    const pages = counted ? Math.ceil(Number(counted.attrs.count) / Math.max(1, rows)) : 1
    if (!Number.isInteger(pages) || pages < 1) return null
    const at = (page: number): string | null =>
      resolveUrl(
        `${address}?${ids.join('&')}&paramJson=${encodeURIComponent(JSON.stringify({ pageNo: page, pageSize: rows }))}`,
        base,
      )
    const listed = el.last > el.i + 2
    const all = series(pages, at)
    const first = listed ? null : at(1)
    return { ...all, urls: first === null ? all.urls : [first, ...all.urls], next: null }
  }
  return null
}

/** `window._CONFIG = {… SID: '…' …}` on `/gkmlpt/index#721`: `/gkmlpt/api/all/721?page=n&sid=SID`. */
function gkmlpt(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  if (!/\/gkmlpt\//.test(url)) return null
  for (const { code } of tree.scripts) {
    if (!/_CONFIG\s*=/.test(code)) continue
    const sid = /\bSID['"]?\s*[:=]\s*['"]?(\d{1,12})/.exec(code)?.[1]
    if (sid === undefined) continue
    const ids = [...code.matchAll(/["']?id["']?\s*:\s*(\d{1,9})\s*,\s*["']?name/g)].map(
      (match) => match[1],
    )
    const urls = [...new Set(ids)]
      .slice(0, MAX_PAGES)
      .flatMap((id) => resolveUrl(`/gkmlpt/api/all/${id}?page=1&sid=${sid}`, url) ?? [])
    if (urls.length > 0) return { pages: null, next: null, urls }
  }
  return null
}

/**
 * Answer of `/gkmlpt/api/all/721?page=1`: `classify.post_count` against the records it brought gives the further pages.
 * Only the first page tells, since a last one is shorter; some hosts bring all records at once and then have no page 2.
 */
export function gkmlptFurther(text: string, url: string, records: number): Paging | null {
  if (!/\/gkmlpt\/api\/all\/\d+\?/.test(url)) return null
  const address = new URL(url)
  if (address.searchParams.get('page') !== '1' || records === 0) return null
  const total = numberIn(text, 'post_count')
  if (total === null || total <= records) return null
  const further = series(Math.ceil(total / records), (page) => {
    address.searchParams.set('page', String(page))
    return address.href
  })
  const because = pagingGrounds('gkmlpt')
  return { ...further, next: further.urls[0] ?? null, style: 'gkmlpt', because }
}

const POST_BACK = /__doPostBack\(\s*['"]([^'"]{1,120})['"]\s*,\s*['"](?:Page\$)?(\d{1,4})['"]/

/** Links to numbered pages that only post the page's form. */
function postBack(tree: PageTree): Omit<Paging, 'style'> | null {
  const byTarget = new Map<string, number>()
  const note = (el: El): void => {
    const found = POST_BACK.exec(`${el.attrs.href ?? ''} ${el.attrs.onclick ?? ''}`)
    if (!found?.[1] || !found[2]) return
    byTarget.set(found[1], Math.max(byTarget.get(found[1]) ?? 0, Number(found[2])))
  }
  for (const el of tree.els) if (el.tag === 'a') note(el)
  const pages = Math.max(0, ...byTarget.values())
  return pages < 2 ? null : { pages, next: null, urls: [] }
}

function series(
  pages: number,
  at: (page: number) => string | null,
): Omit<Paging, 'style' | 'next'> {
  const urls: string[] = []
  for (let page = 2; page <= Math.min(pages, MAX_PAGES); page += 1) {
    const one = at(page)
    if (one !== null) urls.push(one)
  }
  return { pages, urls }
}
