/**
 * Addresses that stand for a question we ask the portal: a real address with a fragment that names the question. No page can
 * write one (fragments of links are dropped), and a person who opens one sees the page that it was asked at. Parts of lists
 * that only a POST brings are three closed kinds, all read-only; the others are searches of the portal's own for a title.
 * What is sent for them is crawl's; which lists have such parts and which titles are searched for is understand's.
 */

/** Part of a list that the Epoint list endpoint gives; `pageIndex` counts from 0. */
export interface EpointQuery {
  readonly kind: 'epoint'
  /** Address of the list page. */
  readonly page: string
  /** Address of the script that names the site and its endpoint, as the page has it. */
  readonly script: string
  readonly category: string
  readonly department: string
  readonly pageSize: number
  readonly pageIndex: number
}

/** Part of a list that an ASP.NET page shows when its pager posts the page's form. */
export interface PostBackQuery {
  readonly kind: 'postback'
  /** Address of the list page. */
  readonly page: string
  /** `__EVENTTARGET`: the pager control. */
  readonly target: string
  /** `__EVENTARGUMENT`: `Page$2`, the number alone, or '' of a link that says "next page". */
  readonly argument: string
  /** Which page that next one is; absent where the argument says it. */
  readonly step?: number
}

/** Part of a list that a page shows when its form is posted with another page number (`cpage=2`). */
export interface PageFieldQuery {
  readonly kind: 'field'
  /** Address of the list page. */
  readonly page: string
  /** Name of the field that holds the page number. */
  readonly name: string
  readonly number: number
}

/** What a searched title names: a piece of news (or another, older one) or a service, of the portal itself or of a site below it (下级网站). */
export const SEARCH_KINDS = [
  'ownItem',
  'ownOther',
  'ownService',
  'lowerItem',
  'lowerService',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** The portal's own search for a title, by GET. */
export interface SearchQuery {
  readonly kind: SearchKind
  /** Address of the page of results, the words included, in normal form: what is asked for. */
  readonly page: string
  /** Words searched for: the whole title. */
  readonly title: string
  /** Address of what bears the title. */
  readonly target: string
  /** A script of the page has a say in what it sends, so that our request may lack something. */
  readonly scripted: boolean
}

/** Parts that come by posting the form of the page that named them. */
export type FormQuery = PostBackQuery | PageFieldQuery
export type ListQuery = EpointQuery | FormQuery

const MARK = '#mingcha-'
const LIST = `${MARK}post:`
const SEARCH = `${MARK}search:`

/** Its fields in the order given: what counts the parts of a list comes last. */
export function queryAddress(query: ListQuery | SearchQuery): string {
  const { kind, page, ...fields } = query
  const mark = SEARCH_KINDS.some((one) => one === kind) ? SEARCH : LIST
  const words = Object.entries(fields).map(([name, value]) => {
    const word = typeof value === 'boolean' ? Number(value) : value
    return `${name}=${encoded(String(word))}`
  })
  return `${page}${mark}${kind}:${words.join('&')}`
}

/** Readable where it may be. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2F', '/').replaceAll('%3A', ':')

/** The search an address stands for; null for every other address. */
export function searchQueryOf(address: string): SearchQuery | null {
  if (!isSearchAddress(address)) return null
  const { kind, page, fields } = readQuery(address)
  // Searches kept by earlier versions name their kind among the fields.
  const named = kind ?? fields.get('kind')
  const known = SEARCH_KINDS.find((one) => one === named)
  const [title, target] = [fields.get('title'), fields.get('target')]
  if (known === undefined || title === null || target === null) return null
  return { kind: known, page, title, target, scripted: fields.get('scripted') === '1' }
}

/** The part of a list an address stands for; null for every other address. */
export function listQueryOf(address: string): ListQuery | null {
  if (!isListPart(address)) return null
  const { kind, page, fields } = readQuery(address)
  const field = (name: string): string => fields.get(name) ?? ''
  const number = (name: string): number => Number(field(name))
  if (kind === 'postback') {
    const step = number('step')
    const query = { kind, page, target: field('target'), argument: field('argument') } as const
    return step > 0 ? { ...query, step } : query
  }
  if (kind === 'field') return { kind, page, name: field('name'), number: number('number') }
  if (kind !== 'epoint') return null
  return {
    kind,
    page,
    script: field('script'),
    category: field('category'),
    department: field('department'),
    pageSize: number('pageSize'),
    pageIndex: number('pageIndex'),
  }
}

function readQuery(address: string): {
  readonly kind: string | undefined
  readonly page: string
  readonly fields: URLSearchParams
} {
  const [, kind, words = ''] = /^#mingcha-\w+:(?:(\w+):)?(.*)$/s.exec(queryPart(address)) ?? []
  return { kind, page: plainAddress(address), fields: new URLSearchParams(words) }
}

/** The fragment that names the query, with its mark; '' of every other address. */
export function queryPart(address: string): string {
  const cut = address.indexOf(MARK)
  return cut < 0 ? '' : address.slice(cut)
}

/** The address without its query: the list page's own, or the page of results; any other address as it is. */
export function plainAddress(address: string): string {
  const cut = address.indexOf(MARK)
  return cut < 0 ? address : address.slice(0, cut)
}

/** A part of a list that only a POST brings. */
export function isListPart(address: string): boolean {
  return address.includes(LIST)
}

/** A page of results of the portal's own search. */
export function isSearchAddress(address: string): boolean {
  return address.includes(SEARCH)
}
