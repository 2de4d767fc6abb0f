/**
 * List endpoints of three more systems, all asked by GET with what the page's own script names: TrueCMS (a jpage list whose
 * proxy is getMessage.do), the disclosure module of Hanweb (search.jsp) and the list service of TRS (igs/front/search), whose
 * answers tell their number of pages.
 * From descriptions: the parameters are those that several public crawlers agree on.
 */
import { resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import { pagingGrounds } from './paging-marks.ts'
import type { PageTree } from './tree.ts'

type Paging = NonNullable<Page['paging']>

const MAX_PAGES = 2000
const TRUECMS = /['"]([^'"\s<>]{0,200}\/messageController\/getMessage\.do)['"]/i
const SEARCH = /\/module\/xxgk\/(?:mobile_)?search\.jsp\?/i

const IGS = /\/igs\/front\/search\/(?:list|publish)[\w/]{0,40}\.html\?/

/** True for the answers of these endpoints. */
export function isFurtherEndpoint(url: string): boolean {
  return SEARCH.test(url) || IGS.test(url) || /\/messageController\/getMessage\.do\?/i.test(url)
}

/** `jpage({totalRecord, perPage, proxyUrl: '…/messageController/getMessage.do', ajaxParam: {columnId: '…'}})`. */
export function trueCms(tree: PageTree, url: string): Paging | null {
  for (const { code } of tree.scripts) {
    const proxy = TRUECMS.exec(code)?.[1]
    const column = /columnId\s*['"]?\s*:\s*['"]([\w-]{4,64})['"]/.exec(code)?.[1]
    const total = Number(/totalRecord\s*:\s*['"]?(\d{1,7})/i.exec(code)?.[1] ?? 0)
    const size = Number(/perPage\s*:\s*['"]?(\d{1,4})/i.exec(code)?.[1] ?? 0)
    if (proxy === undefined || column === undefined || total === 0 || size === 0) continue
    const pages = Math.ceil(total / size)
    const urls: string[] = []
    for (let page = 2; page <= Math.min(pages, MAX_PAGES); page += 1) {
      const first = (page - 1) * size + 1
      const last = Math.min(page * size, total)
      // What counts the parts comes last: their order is told by it.
      const query = `columnId=${column}&contentTemplate=&perpage=${size}&endrecord=${last}&startrecord=${first}`
      const one = resolveUrl(`${proxy}?${query}`, url)
      if (one !== null) urls.push(one)
    }
    const because = pagingGrounds('truecms')
    return { pages, next: urls[0] ?? null, urls, style: 'truecms', because }
  }
  return null
}

/**
 * `/igs/front/search/list.html?index=…&type=…&filter[CHANNELID]=…&pageNumber=1`, where a script holds the whole address. One
 * that narrows to no channel or site is a search over everything and no column's list.
 */
export function trsService(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  for (const { code } of tree.scripts) {
    const found =
      /['"]([^'"\s<>]{0,200}\/igs\/front\/search\/list\.html\?[^'"\s<>]{10,900})['"]/.exec(code)
    const address = found?.[1] === undefined ? null : resolveUrl(found[1], url)
    if (
      address === null ||
      !/filter(?:\[|%5B)(?:\w*channel\w*|chnl\w*)(?:\]|%5D)=[^&]/i.test(address)
    )
      continue
    const first = numbered(address, 1)
    if (first !== null) return { pages: null, next: first, urls: [first] }
  }
  return null
}

/** Answer of the list service for the first part: `"totalPages": 7`. */
export function trsServiceFurther(text: string, url: string): Paging | null {
  if (!IGS.test(url) || new URL(url).searchParams.get('pageNumber') !== '1') return null
  const pages = Number(/"totalPages"\s*:\s*"?(\d{1,5})/.exec(text)?.[1] ?? 0)
  if (pages < 2) return null
  const urls = Array.from({ length: Math.min(pages, MAX_PAGES) - 1 }, (_, k) =>
    numbered(url, k + 2),
  ).filter((one) => one !== null)
  const because = pagingGrounds('trs-service')
  return { pages, next: urls[0] ?? null, urls, style: 'trs', because }
}

/** The address with this page number last, where the order of parts is read from; null without a place for it. */
function numbered(address: string, page: number): string | null {
  const rest = address.replace(/([?&])pageNumber=[^&]*(?:&|$)/, '$1').replace(/[?&]$/, '')
  return rest === address ? null : `${rest}${rest.includes('?') ? '&' : '?'}pageNumber=${page}`
}

/** Listed on a page by `loadDynamic('/module/xxgk/search.jsp?…', 'div4', infotypeId, …, jdid, …)`, or an answer of it. */
export function hanwebSearch(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  if (SEARCH.test(url)) return answered(tree, url)
  for (const { code } of tree.scripts) {
    const call = /loadDynamic\s*\(([^;]{10,800})/i.exec(code)?.[1]
    const endpoint = /['"]([^'"?\s<>]{0,200}\/module\/xxgk\/search\.jsp)\?/i.exec(call ?? '')?.[1]
    if (call === undefined || endpoint === undefined) continue
    const words = [...call.matchAll(/(['"])(.*?)\1/g)].map((match) => match[2] ?? '')
    const at = words.findIndex((word) => /^div\w{1,20}$/.test(word))
    const given = words[at + 1] ?? ''
    const kind = /infotypeId=(\w{1,40})/i.exec(call)?.[1] ?? (/^0?$/.test(given) ? '' : given)
    const area = /\barea=(\w{1,40})/i.exec(call)?.[1] ?? ''
    // Neither: everything that all units of the host publish, which is no column.
    if (at < 0 || (kind === '' && area === '') || !/^\w*$/.test(kind)) continue
    const unit = /^\d{1,9}$/.exec(words[at + 4] ?? '')?.[0]
    const query = [
      ...(/standardXxgk=1/i.test(call) ? ['standardXxgk=1'] : []),
      `infotypeId=${kind}`,
      ...(unit === undefined ? [] : [`jdid=${unit}`]),
      `divid=${words[at]}`,
      `area=${area}`,
      'currpage=1',
    ]
    const first = resolveUrl(`${endpoint}?${query.join('&')}`, url)
    if (first !== null) return { pages: null, next: first, urls: [first] }
  }
  return null
}

/** The first part says `第 1 页/共 5 页`. */
function answered(tree: PageTree, url: string): Omit<Paging, 'style'> | null {
  const current = /([?&]currpage=)(\d{1,4})\b/i.exec(url)
  const told = /页 ?\/ ?共 ?(\d{1,5}) ?页/.exec(tree.flat) ?? /共 ?(\d{1,5}) ?页/.exec(tree.flat)
  const pages = Number(told?.[1] ?? 0)
  if (current?.[2] !== '1' || pages < 2) return null
  const urls = Array.from({ length: Math.min(pages, MAX_PAGES) - 1 }, (_, k) =>
    url.replace(/([?&]currpage=)\d+/i, `$1${k + 2}`),
  )
  return { pages, next: urls[0] ?? null, urls }
}
