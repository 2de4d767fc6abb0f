/**
 * Which list pages are pages of one list: page 2 … n of a column are never columns of their own. Joins listing pages by
 * the addresses their paging names, within one host and folder line; the root is the page the portal links to.
 */
import { isListPart } from '#base/query-address'
import { hostOf } from '#base/url'
import { isListEndpoint } from './paging-families.ts'
import { compareText, type SiteIndex } from './site-index.ts'

export interface PagingGroups {
  /** Key of list page 1 for any page of a list; the key itself for all others. */
  rootOf(key: string): string
  /** Address of a group's root; undefined for keys outside any group. */
  rootUrl(key: string): string | undefined
  /** Addresses of the further list pages (2 … n) known by the root's and its fellows' paging, in order. */
  furtherPages(rootKey: string): readonly string[]
}

const LISTS: ReadonlySet<string> = new Set(['listing', 'directory', 'home'])

export function groupPaging(index: SiteIndex): PagingGroups {
  const parent = new Map<string, string>()
  const urls = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const view of index.allViews) {
    const { page } = view
    if (page.paging === null) continue
    // A shell may read as anything; parts that a POST brings are named as its own list's.
    const isList = LISTS.has(page.kind.value)
    const own = index.keyOf(page.url)
    for (const url of [
      ...page.paging.urls,
      ...(page.paging.next === null ? [] : [page.paging.next]),
    ]) {
      const isPart = isListPart(url)
      // A platform's shell (`<div id="app">`) holds nothing but its endpoints.
      const isShell = page.paging.style === 'gkmlpt' && isListEndpoint(url)
      if (!isPart && !isShell && (!isList || (!sameLine(page.url, url) && !isListEndpoint(url))))
        continue
      const key = index.keyOf(url)
      urls.set(own, page.url)
      if (!urls.has(key)) urls.set(key, url)
      if (!parent.has(own)) parent.set(own, own)
      if (!parent.has(key)) parent.set(key, key)
      parent.set(find(key), find(own))
    }
  }
  joinByStem(index, urls, parent, find)
  const members = new Map<string, string[]>()
  for (const key of parent.keys()) {
    const root = find(key)
    members.set(root, [...(members.get(root) ?? []), key])
  }
  const links = linkCounts(index)
  const roots = new Map<string, string>()
  const further = new Map<string, string[]>()
  for (const group of members.values()) {
    const ranked = [...group].sort(
      (a, b) => rank(b, links) - rank(a, links) || byAddress(a, b, urls),
    )
    const root = ranked[0]
    if (root === undefined) continue
    for (const key of group) roots.set(key, root)
    const rest = group
      .filter((key) => key !== root)
      .map((key) => urls.get(key) ?? key)
      .sort((a, b) => pageNumber(a) - pageNumber(b) || compareText(a, b))
    further.set(root, rest)
  }
  return {
    rootOf: (key) => roots.get(key) ?? key,
    rootUrl: (key) => (roots.get(key) === undefined ? undefined : urls.get(key)),
    furtherPages: (key) => further.get(key) ?? [],
  }
}

/** `?pageIndex=2` as well as `index_2.html`: what is left is the address of the first page. */
const NUMBERED = /[_-]\d{1,4}(?=\.[a-z]{3,5}$)/i
const NUMBER_PARAM =
  /([?&])(?:page(?:index|no|num|number)?|cur(?:rent)?_?page|pn|cp)=\d{1,4}(?:&|$)/i

function stemOf(url: string): string {
  return url.replace(NUMBERED, '').replace(NUMBER_PARAM, '$1').replace(/[?&]$/, '')
}

/**
 * Paging written by script leaves no addresses, and one of two numbers may not be told for one; but list pages of one
 * column differ only in a number: joined when the bare page was read too and both say the same breadcrumb and name.
 */
function joinByStem(
  index: SiteIndex,
  urls: Map<string, string>,
  parent: Map<string, string>,
  find: (key: string) => string,
): void {
  for (const view of index.allViews) {
    const { page } = view
    if (page.kind.value !== 'listing') continue
    const stem = stemOf(page.url)
    const first = stem === page.url ? null : index.viewAt(stem)
    if (first === null || first === view || !LISTS.has(first.page.kind.value)) continue
    if (first.page.trail.join('>') !== page.trail.join('>')) continue
    const own = index.keyOf(page.url)
    const root = index.keyOf(first.page.url)
    urls.set(own, page.url)
    urls.set(root, first.page.url)
    if (!parent.has(own)) parent.set(own, own)
    if (!parent.has(root)) parent.set(root, root)
    parent.set(find(own), find(root))
  }
}

/** How often navigation, breadcrumbs and 更多 name a place: list page 1 is what they link to. */
function linkCounts(index: SiteIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (url: string) => {
    const key = index.keyOf(url)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const view of index.allViews) {
    for (const link of view.page.links) {
      if (link.area === 'nav' || link.area === 'trail') add(link.url)
    }
    for (const list of view.page.lists) if (list.moreUrl !== null) add(list.moreUrl)
  }
  return counts
}

function rank(key: string, links: ReadonlyMap<string, number>): number {
  return links.get(key) ?? 0
}

function byAddress(a: string, b: string, urls: ReadonlyMap<string, string>): number {
  const first = urls.get(a) ?? a
  const second = urls.get(b) ?? b
  return first.length - second.length || compareText(first, second)
}

/** The last number in an address tells the order of its list pages; none means the first. */
function pageNumber(url: string): number {
  const found = /(\d+)(?!.*\d)/.exec(url)
  return found?.[1] === undefined ? 0 : Number(found[1])
}

/** Same host, and one folder contains the other: neighbouring columns must not run together. */
function sameLine(a: string, b: string): boolean {
  if (hostOf(a) !== hostOf(b)) return false
  const first = new URL(a).pathname.replace(/[^/]*$/, '')
  const second = new URL(b).pathname.replace(/[^/]*$/, '')
  return first.startsWith(second) || second.startsWith(first)
}
