/**
 * Paging that ordinary links do not show: list pages whose further parts come from an endpoint that their script asks.
 * One small reader a family (domain-rules K); whether a real sample of it was read is told by paging-marks.
 * Where only a POST brings the further parts, their addresses are list queries (base/query-address), given only where the
 * family's endpoint or pager was recognised exactly. Which paging a page has is decided in paging.ts.
 */
import { listQueryOf, plainAddress, queryAddress, queryPart } from '#base/query-address'
import { hostOf, resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import { MARKS } from './html-names.ts'
import { fieldPager, pagerForm, pagerLinks } from './pager-form.ts'
import { hanwebSearch, isFurtherEndpoint, trsService } from './paging-endpoints.ts'
import { type PagingFamily, pagingGrounds } from './paging-marks.ts'
import type { PageTree } from './tree.ts'

type Paging = NonNullable<Page['paging']>

interface Family {
  readonly style: PagingFamily
  read(tree: PageTree, url: string, base: string): Omit<Paging, 'style'> | null
}

const MAX_PAGES = 2000

const FAMILIES: readonly Family[] = [
  { style: 'jpaas', read: jpaas },
  { style: 'gkmlpt', read: gkmlpt },
  { style: 'epoint', read: epoint },
  { style: 'hanweb-search', read: hanwebSearch },
  { style: 'trs-service', read: trsService },
  { style: 'field', read: byField },
  { style: 'postback', read: postBack },
]

/** Said where the pager's form must not be posted. */
const NOT_POSTED = '，只能提交表单且不宜代为提交，未翻页'

/** First family that recognises the page, or null. */
export function familyPaging(tree: PageTree, url: string, base: string): Page['paging'] {
  for (const { style, read } of FAMILIES) {
    const paging = read(tree, url, base)
    if (paging === null) continue
    const note = style === 'postback' && paging.urls.length === 0 ? NOT_POSTED : ''
    return { ...paging, style, because: pagingGrounds(style, note) }
  }
  return null
}

/** True for the answers of such endpoints: they belong to the list that named them, whatever their folder. */
export function isListEndpoint(url: string): boolean {
  if (listQueryOf(url)?.kind === 'epoint' || isFurtherEndpoint(url)) return true
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
    if (proxy === undefined) continue
    const total = numberIn(code, 'totalRecord')
    const size = numberIn(code, 'perPage')
    const column = numberIn(code, 'columnid')
    const unit = numberIn(code, 'unitid')
    if (!total || !size || column === null || unit === null) continue
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
    if ((el.marks & MARKS.asks) === 0) continue
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

/** Links to numbered pages that post the page's form; without a form that may be posted, their number only. */
function postBack(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  const links = pagerLinks(tree, url)
  const last = links.at(-1)
  if (last === undefined) return null
  const page = plainAddress(url)
  const may = pagerForm(tree, page) !== null
  const urls = may
    ? links.map(({ target, argument, step }) => {
        const query = { kind: 'postback', page, target, argument } as const
        return queryAddress(step === undefined ? query : { ...query, step })
      })
    : []
  // A link to the next page alone does not tell how many there are.
  return { pages: last.step === undefined ? last.page : null, next: null, urls }
}

/** Every page that the pager tells of, since its form needs no state of the page before. */
function byField(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  const pager = fieldPager(tree, url)
  if (pager === null || queryPart(url) !== '') return null
  const { name, pages } = pager
  const page = plainAddress(url)
  const all = series(pages, (number) => queryAddress({ kind: 'field', page, name, number }))
  return { ...all, next: null }
}

/** Entries asked for at once; what the platform's own pages ask for. */
const EPOINT_SIZE = 20

/**
 * `…/govInfoPub.html?categorynum=003001&deptcode=` with webBuilderCommon.js: the list comes from
 * `{projectName}/rest/lightfrontaction/getgovinfolist`, whose project and site that script names. Its first part tells how
 * many there are.
 */
function epoint(tree: PageTree, url: string, base: string): Omit<Paging, 'style'> | null {
  if (queryPart(url) !== '') return null
  const query = new URL(url).searchParams
  const category = query.get('categorynum') ?? ''
  if (!/^\d{3,30}$/.test(category)) return null
  const src = tree.scripts.find(({ src }) =>
    /(?:webBuilderCommon|ajaxReq)[\w.]*\.js/i.test(src),
  )?.src
  const script = src === undefined ? null : resolveUrl(src, base)
  if (script === null || hostOf(script) !== hostOf(url)) return null
  const department = query.get('deptcode') ?? ''
  const first = queryAddress({
    kind: 'epoint',
    page: url,
    script,
    category,
    department,
    pageSize: EPOINT_SIZE,
    pageIndex: 0,
  })
  return { pages: null, next: null, urls: [first] }
}

/** Answer of the Epoint endpoint for the first part: its `total` gives the others. */
export function epointFurther(text: string, url: string, records: number): Paging | null {
  const query = listQueryOf(url)
  if (query?.kind !== 'epoint' || query.pageIndex !== 0 || records === 0) return null
  const total = numberIn(text, 'total')
  if (total === null || total <= records) return null
  const pages = Math.ceil(total / query.pageSize)
  const further = series(pages, (page) => queryAddress({ ...query, pageIndex: page - 1 }))
  const because = pagingGrounds('epoint')
  return { ...further, next: further.urls[0] ?? null, style: 'epoint', because }
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
