/**
 * Addresses under which the portal's own search was asked for a title: the address really asked, with a fragment that
 * says what was looked for and why. No page can write one (fragments of links are dropped), and opening one shows the
 * page of results. Which titles are asked for is understand's to choose, asking is crawl's.
 */

/** What the title names: a piece of news (or another, older one) or a service, of the portal itself or of a site below it (下级网站). */
export const SEARCH_KINDS = [
  'ownItem',
  'ownOther',
  'ownService',
  'lowerItem',
  'lowerService',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export interface SearchQuery {
  /** Address really asked, the words included, in normal form. */
  readonly asked: string
  readonly kind: SearchKind
  /** Words searched for: the whole title. */
  readonly title: string
  /** Address of what bears the title. */
  readonly target: string
  /** A script of the page has a say in what it sends, so that our request may lack something. */
  readonly scripted: boolean
}

const MARK = '#mingcha-search:'

export function searchAddress({ asked, kind, title, target, scripted }: SearchQuery): string {
  const words = new URLSearchParams({ kind, title, target, scripted: scripted ? '1' : '0' })
  return `${asked}${MARK}${words}`
}

export function isSearchAddress(address: string): boolean {
  return address.includes(MARK)
}

/** The query an address stands for; null for every other address. */
export function searchQueryOf(address: string): SearchQuery | null {
  const cut = address.indexOf(MARK)
  if (cut < 0) return null
  const words = new URLSearchParams(address.slice(cut + MARK.length))
  const kind = SEARCH_KINDS.find((one) => one === words.get('kind'))
  const [title, target] = [words.get('title'), words.get('target')]
  if (kind === undefined || title === null || target === null) return null
  const scripted = words.get('scripted') === '1'
  return { asked: address.slice(0, cut), kind, title, target, scripted }
}

/** The same place after a redirect led elsewhere: the mark goes with it. */
export function searchAddressAt(finalUrl: string, address: string): string {
  const cut = address.indexOf(MARK)
  return cut < 0 ? finalUrl : `${finalUrl}${address.slice(cut)}`
}
