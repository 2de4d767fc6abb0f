/** What the entries of a site map list: columns by their address or their name; and which columns a menu shows beside each other. */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { Column, Place, SitemapEntry, SiteView } from '#model/site-view'
import { opensAt } from './live-targets.ts'
import { NO_COLUMN } from './main-columns.ts'

/** Entries that name one column and lead to another, which is listed by its own name besides. */
export function crossedEntries(site: SiteView, entries: readonly SitemapEntry[]): SitemapEntry[] {
  const local = site.columns.filter(({ kind }) => kind === 'local')
  return entries.filter((entry) => {
    const text = compareForm(entry.text)
    const key = placeKey(entry.url)
    const led = local.filter(({ url }) => placeKey(url) === key).map((one) => compareForm(one.name))
    const isOther = led.length > 0 && led.every((one) => !one.includes(text) && !text.includes(one))
    const isNamed = local.some((one) => compareForm(one.name) === text && opensAt(site, one.url))
    const names = entries.filter(({ url }) => placeKey(url) === key)
    const isTwice = names.some((one) => led.includes(compareForm(one.text)))
    return isOther && isNamed && isTwice
  })
}

/** Whether entries list a column: by its address, or by its name where the entry counts by that. */
export function listedIn(
  entries: readonly SitemapEntry[],
  countsByName: (entry: SitemapEntry) => boolean = () => true,
): (column: Column) => boolean {
  const addresses = new Set(entries.map(({ url }) => placeKey(url)))
  const names = entries.filter(countsByName).map(({ text }) => compareForm(text))
  return (column) => {
    if (addresses.has(placeKey(column.url))) return true
    const name = compareForm(column.name)
    // 公开指南 for 政府信息公开指南.
    return names.some((text) => text.includes(name) || (text.length >= 3 && name.includes(text)))
  }
}

interface Branch {
  /** Sub-columns of one column that the map lists, and that it does not. */
  readonly on: readonly Column[]
  readonly off: readonly Column[]
}

/** Of so many listed, so many may be left out before the map is taken not to go so deep. */
const LEAST_SIBLINGS = 5
const MOST_LEFT_OUT = 0.2
const LEAST_OF_BRANCH = 2

/** What is left out of branches that are listed; a small branch is judged by the way of all that the map goes into. */
export function slipsOf(branches: readonly Branch[]): readonly Column[] {
  const small = branches.filter(
    ({ on, off }) => on.length >= LEAST_OF_BRANCH && off.length * 2 <= on.length,
  )
  const all = { on: small.flatMap(({ on }) => on), off: small.flatMap(({ off }) => off) }
  const isSlip = ({ on, off }: Branch): boolean =>
    on.length >= LEAST_SIBLINGS && off.length <= on.length * MOST_LEFT_OUT
  return branches
    .filter((one) => isSlip(one) || (isSlip(all) && small.includes(one)))
    .flatMap(({ off }) => off)
}

/** The pages of most of its siblings lead to it. */
function isInMenuOf(site: SiteView, column: Column, siblings: readonly Column[]): boolean {
  const key = placeKey(column.url)
  const leading = siblings.filter(({ url }) =>
    (site.pageAt(url)?.page.links ?? []).some((link) => placeKey(link.url) === key),
  )
  return leading.length * 2 > siblings.length
}

/** A list of entries that the page above leads to, as it leads to most of its siblings. */
function isBeside(
  site: SiteView,
  column: Column,
  parent: Column,
  siblings: readonly Column[],
): boolean {
  const led = new Set((site.pageAt(parent.url)?.page.links ?? []).map(({ url }) => placeKey(url)))
  const leads = ({ url }: Column): boolean => led.has(placeKey(url))
  return (
    column.items.length > 0 && leads(column) && siblings.filter(leads).length * 2 > siblings.length
  )
}

/** What a home page goes by. */
const HOME_NAME = /首页|主页|^home$|网站?$|门户|政府$/i

/** Neither a column nor anything on the home page is called so. */
export function isNowhere(site: SiteView, { text }: SitemapEntry): boolean {
  const name = compareForm(text)
  const page = site.home?.page
  const said = [page?.text.excerpt, page?.headTitle, site.agency.name, site.portal.name]
  const named = [
    ...site.columns.map((column) => column.name),
    ...(page?.lists ?? []).map(({ heading }) => heading ?? ''),
    ...[...(page?.links ?? []), ...(page?.bareEntries ?? [])].map((link) => link.text),
  ]
  return (
    page !== undefined &&
    !HOME_NAME.test(text.trim()) &&
    ![...said, ...named].some((words) => compareForm(words ?? '').includes(name))
  )
}

const ROW = 200
/** Entries without an address, among the others, that name a column whose siblings have one; a heading need lead nowhere. */
export function inertEntries(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): Place[] {
  const named = new Set(entries.map(({ text }) => compareForm(text)))
  const places = entries.flatMap(({ place: { at } }) => (at === null ? [] : [at[0]]))
  const isListed = listedIn(entries)
  const bare = site.pageAt(map.url)?.page.bareEntries ?? []
  return bare.flatMap(({ text, inert, at }) => {
    const isAmong = at[0] > Math.min(...places) && at[0] < Math.max(...places) + ROW
    if (inert !== true || !isAmong || named.has(compareForm(text))) return []
    const same = site.columns.filter((one) => compareForm(one.name) === compareForm(text))
    const column = same.find(({ kind, url }) => kind === 'local' && opensAt(site, url))
    if (column?.parent == null) return []
    const [own, beside] = [column.id, column.parent].map((id) =>
      site.columns.filter((one) => one.parent === id && isListed(one)),
    )
    return own?.length === 0 && (beside?.length ?? 0) > 1 ? [{ url: map.url, at, quote: text }] : []
  })
}

/** Where the body of a column's own page leads: a feature that stands there is entered by that column. */
export function leadsFrom(site: SiteView, column: Column): readonly string[] {
  return (site.pageAt(column.url)?.page.links ?? [])
    .filter(({ area }) => area !== 'nav' && area !== 'footer')
    .map(({ url }) => placeKey(url))
}

/** What the portal itself calls a column. */
export function namesOf(site: SiteView, column: Column, map: Place): string[] {
  const links = column.linkedFrom.filter((link) => link.url !== map.url).map((link) => link.quote)
  const parent = site.columns.find((one) => one.id === column.parent)
  return [column.name, ...column.trail, ...links, ...(parent ? [parent.name] : [])]
    .map(compareForm)
    .filter((name) => name !== '')
}

const YEAR_FOLDER = /^(?:19|20)\d{2}(?:年|年度)?$/

/** The sub-columns of each column, those that the map lists and those that it does not. */
export function branchesOf(site: SiteView, entries: readonly SitemapEntry[]): readonly Branch[] {
  const isListed = listedIn(entries)
  const columns = new Set(site.columns.map(({ url }) => placeKey(url)))
  const named = new Set(entries.map(({ url }) => placeKey(url)))
  // An entry that leads to another column of that name (the city's 公示公告) does not list this one.
  const isSurely = listedIn(entries, ({ url }) => !columns.has(placeKey(url)))
  return site.columns.map((parent) => {
    const children = site.columns.filter(
      (one) =>
        one.parent === parent.id &&
        one.kind === 'local' &&
        ![one, parent].some(({ topic }) => topic?.value === 'features') &&
        !NO_COLUMN.test(one.name.trim()) &&
        !YEAR_FOLDER.test(one.name.trim()) &&
        opensAt(site, one.url),
    )
    const on = children.filter(isSurely)
    const off = children.filter(
      (one) =>
        !isListed(one) &&
        // Its own entries stand there: its name heads them without a link.
        !site.columns.some((below) => below.parent === one.id && named.has(placeKey(below.url))) &&
        (isInMenuOf(site, one, on) || isBeside(site, one, parent, on)),
    )
    return { on, off }
  })
}

const BETWEEN = /[\n\t、，,;；|｜／/·•>→]+/

/** Whether the map's page says a name more often than its links do: a heading without an address lists a column as well. */
export function headsOn(site: SiteView, map: Place): (name: string) => boolean {
  const page = site.pageAt(map.url)?.page
  const count = (words: readonly string[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (const one of words) found.set(one, (found.get(one) ?? 0) + 1)
    return found
  }
  const said = count((page?.text.excerpt ?? '').split(BETWEEN).map(compareForm))
  const links = count((page?.links ?? []).map(({ text }) => compareForm(text)))
  return (name) => (said.get(compareForm(name)) ?? 0) > (links.get(compareForm(name)) ?? 0)
}
