/**
 * Under which section a site map lists its entries: one that stands under another section than its page and its address say,
 * where nearly all others stand under their own; and words among the entries that lead nowhere and name nothing of the portal.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { Column, Place, SitemapEntry, SiteView } from '#model/site-view'
import { ColumnTree } from './columns.ts'
import { mainColumns } from './main-columns.ts'
import { isNowhere } from './map-entries.ts'

interface MovedEntry {
  readonly entry: SitemapEntry
  /** Under which section the map lists it, and which one is its own. */
  readonly under: Column
  readonly own: Column
  /** Its page's own trail says so too. */
  readonly isSure: boolean
}

/** So many entries under their own sections show that the map goes by sections, one after the other. */
const LEAST_IN_ORDER = 6
const MOST_MOVED = 0.2

export function movedEntries(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): readonly MovedEntry[] {
  const tree = new ColumnTree(site)
  const sections = new Map(
    [...mainColumns(site, map), ...site.columns.filter(isTop)].map((one) => [
      placeKey(one.url),
      one,
    ]),
  )
  const columns = new Map(site.columns.map((one) => [placeKey(one.url), one]))
  const times = new Map<string, number>()
  for (const { url } of entries) times.set(placeKey(url), (times.get(placeKey(url)) ?? 0) + 1)
  let under: Column | undefined
  let inOrder = 0
  const moved: MovedEntry[] = []
  for (const entry of [...entries].sort(byPlace)) {
    const key = placeKey(entry.url)
    const section = sections.get(key)
    if (section !== undefined) under = section
    const column = columns.get(key)
    if (under === undefined || section !== undefined || column?.kind !== 'local') continue
    const above = tree.ancestors(column)
    if (above.some(({ url }) => placeKey(url) === placeKey(under?.url ?? ''))) inOrder += 1
    else {
      const own = above.find(({ url }) => sections.has(placeKey(url)))
      if (own === undefined || times.get(key) !== 1 || leadsTo(site, under, key)) continue
      const trail = (site.pageAt(column.url)?.page.trail ?? []).map(compareForm)
      const isSure =
        trail.includes(compareForm(own.name)) && !trail.includes(compareForm(under.name))
      moved.push({ entry, under, own, isSure })
    }
  }
  const isOrdered = inOrder >= LEAST_IN_ORDER && moved.length <= inOrder * MOST_MOVED
  return isOrdered ? moved : []
}

const isTop = ({ parent, kind }: Column): boolean => parent === null && kind === 'local'

const byPlace = (a: SitemapEntry, b: SitemapEntry): number =>
  (a.place.at?.[0] ?? 0) - (b.place.at?.[0] ?? 0)

/** The section's own page leads to it beside its own columns, not by the menu of the whole portal. */
function leadsTo(site: SiteView, section: Column, key: string): boolean {
  const home = new Set((site.home?.page.links ?? []).map(({ url }) => placeKey(url)))
  return (site.pageAt(section.url)?.page.links ?? []).some(
    ({ url }) => placeKey(url) === key && !home.has(key),
  )
}

/** Fewer than this beside so many that lead somewhere are no way of writing it. */
const MOST_WORDS = 4
const LEAST_LEADING = 10
const MOST_LED = 0.8
const BETWEEN = /[、，,;；|｜／/·•\t\s]+/
/** What maps say about themselves. */
const OF_MAP =
  /地图|导航|栏目|[一二三四]级|位置|首页|更多|展开|收起|版权|说明|序号|名称|链接|欢迎|本站/

/** Words among the entries of a map that have no address, though its sections have, and that nothing of the portal is called by. */
export function unledWords(
  site: SiteView,
  map: Place,
  entries: readonly SitemapEntry[],
): readonly string[] {
  const view = site.pageAt(map.url)
  const main = mainColumns(site, map)
  const urls = new Set(entries.map(({ url }) => placeKey(url)))
  if (view === null || view.page.truncated || entries.length < LEAST_LEADING) return []
  // A heading of the map's own need lead nowhere.
  const led = main.filter(({ url }) => urls.has(placeKey(url)))
  if (led.length === 0 || led.length < main.length * MOST_LED) return []
  const words = [...view.page.links, ...(view.page.bareEntries ?? [])].map(({ text }) =>
    squash(text),
  )
  const known = new Set([...words, ...view.page.trail, view.page.title ?? ''].map(compareForm))
  const rows = view.page.text.excerpt.split('\n').map(squash)
  const isRow = (row: string): boolean => words.some((text) => text !== '' && row.includes(text))
  const from = rows.findIndex(isRow)
  const to = rows.length - [...rows].reverse().findIndex(isRow)
  const unled = rows.slice(Math.max(0, from), to + 1).flatMap((row) =>
    row.split(BETWEEN).filter((word) => {
      const form = compareForm(word)
      return (
        /^[\p{Script=Han}]{3,10}$/u.test(word) &&
        !known.has(form) &&
        !words.some((text) => compareForm(text).includes(form)) &&
        !OF_MAP.test(word) &&
        isNowhere(site, { text: word, url: map.url, place: map })
      )
    }),
  )
  const found = [...new Set(unled)]
  return from < 0 || found.length > MOST_WORDS ? [] : found
}
