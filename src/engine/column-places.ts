/**
 * What a column's place among the others makes of it: a part of another column's list under an address of its own (its
 * entries of one year), the map of the site, or a list of news that bears no name of such.
 */
import { placeKey } from '#base/url'
import type { CivilDay } from '#model/page'
import type { Column, SiteView } from '#model/site-view'
import { newestIn } from './columns.ts'

/**
 * The entries of one year or sort of another column of the same name, which answers for it: the breadcrumb of its page ends
 * with that one, or that one lists all of its entries, or its address adds but a year to that one's.
 */
export function isPartOfAnother(site: SiteView, column: Column, asOf: CivilDay): boolean {
  const twins = site.columns.filter(
    (one) =>
      one.name === column.name &&
      one.kind === 'local' &&
      one.items.length > 0 &&
      (one.parent === column.parent || one.id === column.parent) &&
      placeKey(one.url) !== placeKey(column.url),
  )
  if (twins.length === 0 || column.kind !== 'local') return false
  const own = newestIn(site, [column], asOf)?.day ?? ''
  return twins.some(
    (one) =>
      (newestIn(site, [one], asOf)?.day ?? '') >= own &&
      !endsAt(site, one, column) &&
      (endsAt(site, column, one) || listsAll(one, column) || isOfYear(column, one, asOf)),
  )
}

/** The breadcrumb of the column's page leads last to the other's. */
function endsAt(site: SiteView, { url }: Column, other: Column): boolean {
  const trail = site.pageAt(url)?.page.links.filter(({ area }) => area === 'trail') ?? []
  const last = trail.at(-1)
  return last !== undefined && placeKey(last.url) === placeKey(other.url)
}

function listsAll(whole: Column, { items }: Column): boolean {
  const urls = new Set(whole.items.flatMap(({ url }) => (url === null ? [] : [placeKey(url)])))
  return (
    items.length > 0 &&
    items.length < whole.items.length &&
    items.every(({ url }) => url !== null && urls.has(placeKey(url)))
  )
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/

/** /yjs/y2023.html beside /yjs/index.html, list.jsp?id=7&year=2023 beside list.jsp?id=7. */
function isOfYear({ url }: Column, whole: Column, asOf: CivilDay): boolean {
  const folder = whole.url.replace(/[^/]*$/, '')
  const year = url.startsWith(folder) ? YEAR.exec(url.slice(folder.length))?.[0] : undefined
  return year !== undefined && year < asOf.slice(0, 4) && !YEAR.test(whole.url.slice(folder.length))
}

/** The site map's page holds what it leads to. */
export function isSiteMap({ sitemap }: SiteView, { url }: Column): boolean {
  return (
    sitemap !== null && sitemap.entries.length > 0 && placeKey(sitemap.place.url) === placeKey(url)
  )
}

const SURE = 0.8

/** A list of no known kind directly below news, where news are listed under any name: 市县水利, 媒体聚焦. */
export function isAmongNews(site: SiteView, { parent, topic }: Column): boolean {
  if (topic !== null || parent === null) return false
  const above = site.columns.find(({ id }) => id === parent)?.topic
  return above?.value === 'news' && above.sureness >= SURE
}

const UNITS =
  /^[\u4e00-\u9fff]{0,2}?(?:部门|乡镇|镇街|街镇|镇办|县区|区县|区市|市州|市县|州县|基层|系统|直属)([\u4e00-\u9fff]{2,4})$/

/** 市县水利 of a department of 水利, 基层教育: the field of the body in its units, which is news of theirs. */
export function tellsOfUnits({ agency }: SiteView, { name }: Column): boolean {
  const field = UNITS.exec(name.trim())?.[1]
  return field !== undefined && agency.name.includes(field)
}
