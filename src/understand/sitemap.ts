/**
 * The site map page (网站地图) and its entries. Which page it is comes from the links that name it; its entries are the
 * links of its own body, without the menus that every page carries. Comparing them with live columns is a check's job.
 */
import { compareForm, squash } from '#base/text'
import type { Page, PageLink, Span } from '#model/page'
import type { PageView, SitemapEntry, SiteView } from '#model/site-view'
import { isReadable, type SiteIndex } from './site-index.ts'

/** 网站地图 and the other words for it; a bare 导航 is a menu. */
const NAMED =
  /^(?:(?:网站|站点|本站|站内|全站)(?:栏目)?(?:地图|导航|导览|导图|索引|结构图?|总览)|栏目(?:地图|导航)|sitemap)$/

export function readSitemap(index: SiteIndex): SiteView['sitemap'] {
  const view = sitemapPage(index)
  if (view === null) return null
  const homeMenu = new Set(
    (index.home?.page.links ?? [])
      .filter((link) => link.area === 'nav' || link.area === 'footer')
      .map((link) => index.keyOf(link.url)),
  )
  const own = bodyLinks(view.page, frameOf(index, view))
  const isMap = (links: readonly PageLink[]): boolean =>
    links.length >= 3 && links.some((link) => !homeMenu.has(index.keyOf(link.url)))
  const drawn = view.page.links.filter(({ how, area }) => how === 'script' && area === 'nav')
  // A map that a script draws as a tree stands apart from the menu; one marked up like a menu is all `nav`: then the links
  // that the home menu lacks tell that it is one.
  const entries = own.length >= 3 ? own : isMap(drawn) ? drawn : mapLikeLinks(index, view, homeMenu)
  return {
    place: { url: view.page.url, at: view.page.text.at, quote: view.page.title ?? '网站地图' },
    entries: unique(index, entries, view.page.url),
  }
}

function sitemapPage(index: SiteIndex): PageView | null {
  for (const view of index.views) {
    for (const link of view.page.links) {
      if (!NAMED.test(compareForm(link.text)) || !index.isInternal(link.url)) continue
      const target = index.viewAt(link.url)
      if (target !== null && target !== index.home && isReadable(target)) return target
    }
  }
  for (const view of index.views) {
    if (!isReadable(view) || view === index.home) continue
    const last = view.page.trail.at(-1) ?? ''
    if (NAMED.test(compareForm(last)) || NAMED.test(compareForm(view.page.title ?? ''))) return view
  }
  return null
}

/** So many other pages are looked at, and so many of them begin or end with the same links as the map's. */
const LOOKED_AT = 6
const LEAST_ALIKE = 2

/** Links with which other pages begin and end alike: a menu that no markup tells from the map below it. */
function frameOf(index: SiteIndex, { page }: PageView): ReadonlySet<PageLink> {
  const all = page.links
  const others = index.views
    .filter((one) => one.page !== page && one !== index.home && isReadable(one))
    .filter((_, at, { length }) => at % Math.max(1, Math.floor(length / LOOKED_AT)) === 0)
  const alike = (links: readonly PageLink[]): number => {
    const lengths = others.map((one) => {
      const theirs = links === all ? one.page.links : [...one.page.links].reverse()
      const at = links.findIndex(
        // Behind 首页 in the place line of another page stands its column, which is the map's first entry here; and before its
        // foot, where it has no links of its own, the menu's last entries, which are the map's last.
        ({ url, text, area }, i) => {
          const one = theirs[i]
          return one?.url !== url || one.text !== text || one.area !== area || area === 'trail'
        },
      )
      return Math.max(at, 0)
    })
    return lengths.sort((a, b) => b - a)[LEAST_ALIKE - 1] ?? 0
  }
  const [head, foot] = [alike(all), alike([...all].reverse())]
  return new Set([...all.slice(0, head), ...all.slice(all.length - foot)])
}

/** Links below the menus, without boxes that repeat on every page (最新发布). */
function bodyLinks(page: Page, frame: ReadonlySet<PageLink>): readonly PageLink[] {
  const { accessibilityEntry } = page
  const boxes = [
    ...page.lists.filter((list) => list.elsewhere).map((list) => list.at),
    // A tool of every page's head (长者模式).
    ...(accessibilityEntry === null ? [] : [accessibilityEntry.at]),
  ]
  return page.links.filter((link) => !frame.has(link) && isBody(link, boxes))
}

const isBody = ({ area, at }: PageLink, boxes: readonly Span[]): boolean =>
  (area === 'main' || area === 'list' || area === 'other') &&
  !boxes.some(([start, end]) => at[0] >= start && at[1] <= end)

function mapLikeLinks(
  index: SiteIndex,
  view: PageView,
  homeMenu: ReadonlySet<string>,
): readonly PageLink[] {
  const own = view.page.links.filter((link) => link.area !== 'footer' && link.area !== 'trail')
  return own.some((link) => !homeMenu.has(index.keyOf(link.url))) ? own : []
}

function unique(
  index: SiteIndex,
  links: readonly PageLink[],
  pageUrl: string,
): readonly SitemapEntry[] {
  const seen = new Set<string>()
  const entries: SitemapEntry[] = []
  for (const link of links) {
    if (link.unused === true) continue
    const text = squash(link.text)
    const key = `${index.keyOf(link.url)}\0${compareForm(text)}`
    if (text === '' || seen.has(key)) continue
    seen.add(key)
    entries.push({ text, url: link.url, place: { url: pageUrl, at: link.at, quote: text } })
  }
  return entries
}
