/**
 * Addresses of list parts that only a POST brings: the list page's own address with a fragment that names the query. No
 * page can write one (fragments of links are dropped), and opening one shows the list page it belongs to. Three closed
 * kinds, all read-only; what is sent for them is crawl's, which pages have them the family readers'.
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

/** Parts that come by posting the form of the page that named them. */
export type FormQuery = PostBackQuery | PageFieldQuery
export type ListQuery = EpointQuery | FormQuery

const MARK = '#mingcha-post:'

/** Readable where it may be. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2F', '/').replaceAll('%3A', ':')

/** Its fields in the order given: what counts the parts comes last. */
export function listQueryAddress(query: ListQuery): string {
  const { kind, page, ...fields } = query
  const words = Object.entries(fields).map(([name, value]) => `${name}=${encoded(String(value))}`)
  return `${page}${MARK}${kind}:${words.join('&')}`
}

/** The query an address stands for; null for every other address. */
export function listQueryOf(address: string): ListQuery | null {
  const cut = address.indexOf(MARK)
  if (cut < 0) return null
  const page = address.slice(0, cut)
  const [kind = '', words = ''] = splitOnce(address.slice(cut + MARK.length), ':')
  const fields = new Map(
    words.split('&').map((word) => {
      const [name = '', value = ''] = splitOnce(word, '=')
      return [name, decoded(value)]
    }),
  )
  const field = (name: string): string => fields.get(name) ?? ''
  if (kind === 'postback') {
    const step = Number(field('step'))
    const target = { kind, page, target: field('target'), argument: field('argument') } as const
    return step > 0 ? { ...target, step } : target
  }
  if (kind === 'field') return { kind, page, name: field('name'), number: Number(field('number')) }
  if (kind !== 'epoint') return null
  return {
    kind,
    page,
    script: field('script'),
    category: field('category'),
    department: field('department'),
    pageSize: Number(field('pageSize')),
    pageIndex: Number(field('pageIndex')),
  }
}

/** The address without its query: the list page's own; any other address as it is. */
export function listPageOf(address: string): string {
  const cut = address.indexOf(MARK)
  return cut < 0 ? address : address.slice(0, cut)
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
