/**
 * Which titles the portal's own search is asked for, and where: chosen from the portal's own pages alone, so that the same
 * pages give the same questions. Titles are whole, plain, published neither today nor years ago, printed alike in a list
 * and on the page, and borne by one page only. Only boxes that send by GET to the portal's own hosts are used; why no
 * other is, is said. Sending is crawl's.
 */
import iconv from 'iconv-lite'
import { addDays } from '#base/day'
import { queryAddress, type SearchKind } from '#base/query-address'
import { compareForm } from '#base/text'
import { hostOf, normalizeUrl } from '#base/url'
import type { StoredCapture } from '#model/capture'
import type { CivilDay, Page } from '#model/page'
import type { SearchForm } from '#model/page-search'
import type { Portal } from '#model/portal'
import { compareText } from './site-index.ts'

export interface SearchPlanInput {
  readonly portal: Pick<Portal, 'homeUrl' | 'platformUrl' | 'extraUrls'>
  readonly asOf: CivilDay
  readonly pages: Iterable<{ readonly capture: StoredCapture; readonly page: Page }>
}

/** Titles younger than this may not be in the index yet, older ones not any more; days. */
const YOUNGEST = 14
const OLDEST = 400
/** A second title tells more of an index that stands still when it is older by so many days. */
const APART = 90
const SHORTEST = 10
const LONGEST = 40
/** Names of services are short. */
const SHORTEST_SERVICE = 6
/** Nothing that a search takes for more than words. */
const PLAIN = /^[\p{Script=Han}A-Za-z0-9]+$/u
const WORDED = /^[\p{Script=Han}A-Za-z0-9“”《》〈〉（）()、，·：〔〕—-]+$/u
const SERVICE =
  /(?:办理|登记|审批|核发|核准|许可|备案|申领|申请|补办|换发|认定|给付|变更|注销|审核|证明)$/
/** News of such things. */
const NO_SERVICE = /^关于|开展|推进|完成|组织|部署|做好|启动|召开|举办|会议|通知|公告|公示/
/** Longer words that end so are headlines. */
const LONGEST_SERVICE = 24
/** Hosts below the portal's that are platforms, not sites of units. */
const PLATFORM =
  /^(?:zwfw|ggzy|zfcg|cgw?|data|opendata|mail|oa|so|search|s|wap|m|3g|en|english|xf|zxts|rd|zx|szx|static|file|files|img|video|tj|login|sso|user)\d?\./i

interface Titled {
  readonly title: string
  readonly url: string
  readonly day: CivilDay
}

/** The order in which kinds of titles are asked for: what voids a whole row first. */
const ORDER: readonly SearchKind[] = [
  'ownItem',
  'lowerItem',
  'lowerService',
  'ownService',
  'ownOther',
]

/** Addresses (base/query-address) of at most `most` searches, in order; empty where none can or should be asked. */
export function planSearches(input: SearchPlanInput, most: number): readonly string[] {
  const gathered = gather(input)
  const form = usableForm(gathered.forms, input.portal)
  if (form === null) return []
  return ORDER.flatMap((kind) => {
    const one = gathered.best.get(kind)
    return one === undefined ? [] : [{ kind, ...one }]
  })
    .slice(0, Math.max(0, most))
    .flatMap(({ kind, title, url }) => {
      const page = resultsAddress(form, title)
      const query = { kind, page, title, target: url, scripted: form.scripted }
      return normalizeUrl(page) === page ? [queryAddress(query)] : []
    })
}

/** The box that can be asked politely: by GET, on the portal's own hosts; a plain form before what a script sends. */
export function usableForm(
  forms: readonly SearchForm[],
  portal: SearchPlanInput['portal'],
): SearchForm | null {
  const own = ownHosts(portal)
  const usable = forms.filter(
    ({ action, method, field }) =>
      action !== null && method === 'get' && field !== '' && own.has(bareHost(action)),
  )
  return usable.find((form) => !form.scripted) ?? usable[0] ?? null
}

export function ownHosts(portal: SearchPlanInput['portal']): ReadonlySet<string> {
  const entries = [portal.homeUrl, portal.platformUrl, ...portal.extraUrls]
  return new Set(entries.flatMap((url) => (url === null ? [] : [bareHost(url)])))
}

const bareHost = (url: string): string =>
  URL.canParse(url) ? hostOf(url).replace(/^www\./, '') : ''

/** As a browser writes it: the form's own query is dropped, blanks become `+`. */
function resultsAddress({ action, field, fixed, charset }: SearchForm, title: string): string {
  const encoded = (text: string): string =>
    [...iconv.encode(text, charset)]
      .map((byte) => {
        const char = String.fromCharCode(byte)
        if (/[\w.*-]/.test(char)) return char
        return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
      })
      .join('')
  const pairs = [...fixed, [field, title] as const]
  return `${action}?${pairs.map((pair) => pair.map(encoded).join('=')).join('&')}`
}

interface Gathered {
  readonly forms: readonly SearchForm[]
  readonly best: ReadonlyMap<SearchKind, Titled | undefined>
}

function gather({ portal, asOf, pages }: SearchPlanInput): Gathered {
  const own = ownHosts(portal)
  const from = addDays(asOf, -OLDEST)
  const to = addDays(asOf, -YOUNGEST)
  const inTime = (day: CivilDay): boolean => from <= day && day <= to
  const forms: { readonly depth: number; readonly form: SearchForm }[] = []
  const articles: Titled[] = []
  const services: Titled[] = []
  const lower: Titled[] = []
  const lowerServices: Titled[] = []
  /** Titles as lists print them, by address; how many pages bear one. */
  const listed = new Map<string, Set<string>>()
  const bearers = new Map<string, Set<string>>()
  for (const { capture, page } of pages) {
    if (!own.has(bareHost(page.url)) || capture.status >= 400 || page.blocked !== null) continue
    const depth = page.kind.value === 'home' ? 0 : 1
    for (const form of page.searchForms ?? []) forms.push({ depth, form })
    for (const list of page.lists) {
      for (const item of list.items) {
        if (item.url === null) continue
        const titles = listed.get(item.url) ?? new Set<string>()
        listed.set(item.url, titles.add(compareForm(item.title)))
        if (own.has(bareHost(item.url)) || !isBelow(item.url, own)) continue
        const day = item.publishedOn?.value ?? ''
        // Cut titles are none.
        if (day !== '' && inTime(day) && !/…|\.{2,}/.test(item.title))
          lower.push({ title: item.title, url: item.url, day })
      }
    }
    if (page.kind.value !== 'article')
      for (const { url, text, area } of page.links) {
        if (area === 'footer' || !isService(text) || own.has(bareHost(url))) continue
        if (isBelow(url, own)) lowerServices.push({ title: text, url, day: '' })
      }
    if (page.kind.value !== 'article' || page.title === null || page.kind.sureness < 0.7) continue
    const form = compareForm(page.title)
    bearers.set(form, (bearers.get(form) ?? new Set<string>()).add(page.url))
    const { publishedOn } = page
    const titled = { title: page.title, url: page.url, day: publishedOn?.value ?? '' }
    // The guide to disclosure has the parts of a guide and is no service.
    if ((page.guideElements?.length ?? 0) >= 2 && !/信息公开/.test(page.title))
      services.push(titled)
    else if (publishedOn !== null && publishedOn.sureness >= 0.7 && inTime(publishedOn.value))
      articles.push(titled)
  }
  const sure = ({ title, url }: Titled): boolean =>
    bearers.get(compareForm(title))?.size === 1 &&
    (listed.get(url)?.has(compareForm(title)) ?? false)
  const [item = null, ...others] = ranked(articles.filter(sure), SHORTEST)
  const before = item === null || item.day === '' ? '' : addDays(item.day, -APART)
  const best = new Map<SearchKind, Titled | undefined>([
    ['ownItem', item ?? undefined],
    ['ownOther', others.find(({ day }) => day <= before) ?? others[0]],
    ['ownService', ranked(services.filter(sure), SHORTEST_SERVICE)[0]],
    ['lowerItem', ranked(lower, SHORTEST)[0]],
    ['lowerService', ranked(lowerServices, SHORTEST_SERVICE)[0]],
  ])
  return { forms: forms.sort((a, b) => a.depth - b.depth).map(({ form }) => form), best }
}

/** On a host below one of the portal's own, a unit's: `jyj.example.gov.cn` below `www.example.gov.cn`. */
function isBelow(url: string, own: ReadonlySet<string>): boolean {
  const host = bareHost(url)
  if (host === '' || PLATFORM.test(host)) return false
  return [...own].some((one) => one.split('.').length >= 3 && host.endsWith(`.${one}`))
}

function isService(words: string): boolean {
  return words.length <= LONGEST_SERVICE && SERVICE.test(words) && !NO_SERVICE.test(words)
}

/** Titles long enough to name one thing, plain ones first, then the newest; the address decides what is left. */
function ranked(all: readonly Titled[], shortest: number): readonly Titled[] {
  const rank = ({ title }: Titled): number => (PLAIN.test(title) ? 0 : 1)
  return all
    .filter(
      ({ title }) => title.length >= shortest && title.length <= LONGEST && WORDED.test(title),
    )
    .sort((a, b) => rank(a) - rank(b) || compareText(b.day, a.day) || compareText(a.url, b.url))
}
