/**
 * Finds the columns of a portal before anything is said about them: every place that navigation, 更多 links,
 * breadcrumbs, the site map or a listing page itself names as a column, each place once. Decides identity (paging pages,
 * redirects and several links are one column; a menu entry that lands on its first sub-column is a section of its own)
 * and the name. Content, dates, topics and coverage are read in columns.ts.
 */
import { compareForm, squash } from '#base/text'
import { extensionOf } from '#base/url'
import type { PageLink } from '#model/page'
import type { PageView, Place, SitemapEntry } from '#model/site-view'
import { entryKeys, repeatedTexts } from './column-entries.ts'
import {
  callsItselfColumn,
  isColumnName,
  isDatedColumn,
  selfColumnNames,
  selfNames,
  trailNames,
} from './column-names.ts'
import {
  addSections,
  type ColumnDraft,
  dropRepeated,
  joinTwins,
  MAX_PLACES,
  type SharedPage,
  type SightingHow,
  showsList,
} from './draft-joins.ts'
import { ARTICLE_URL } from './kind-undated.ts'
import { groupPaging, type PagingGroups } from './paging-groups.ts'
import { compareText, isReadable, type SiteIndex } from './site-index.ts'

/** What the lexicon says of names. */
interface ColumnWords {
  isNotColumn(name: string): boolean
  isColumnNamed(name: string): boolean
}

interface DraftName {
  readonly name: string
  count: number
  /** Seen in navigation, breadcrumb, 更多 or site map (not only on the page itself). */
  linked: boolean
}

export interface DraftSet {
  readonly drafts: readonly ColumnDraft[]
  readonly paging: PagingGroups
}

interface Collected {
  readonly key: string
  url: string
  readonly names: Map<string, DraftName>
  readonly places: Place[]
  script: boolean
  plain: boolean
  readonly ways: Set<SightingHow>
}

const MAX_UNREAD_NAME = 10
/** Longer names in menus are headlines. */
const MAX_COLUMN_NAME = 15
const FILES = new Set(
  'doc docx xls xlsx pdf ppt pptx wps et ofd zip rar 7z txt csv jpg jpeg png gif mp4 mp3 apk'.split(
    ' ',
  ),
)
const GATHERING: ReadonlySet<string> = new Set(['home', 'directory', 'listing'])

export function draftColumns(
  index: SiteIndex,
  words: ColumnWords,
  sitemap: readonly SitemapEntry[],
): DraftSet {
  const paging = groupPaging(index)
  const frames = frameKeys(index)
  const collected = collect(index, paging, words, sitemap)
  const itemKeys = datedItemKeys(index)
  const homeKey = index.keyOf(index.portal.homeUrl)
  // A second home page bears the unit's name and no breadcrumb: no column.
  const ownerNames = new Set(
    [index.agency.name, index.portal.name, index.portal.name.replace(/(门户)?网站$/, '')].map(
      compareForm,
    ),
  )

  const drafts: ColumnDraft[] = []
  const sections: SharedPage[] = []
  for (const found of collected.values()) {
    const view = index.viewAt(found.url)
    // A home page has no breadcrumb; an entry address that has one is a column of its own (a single-column portal).
    if (found.key === homeKey && (view === null || trailNames(view).length === 0)) continue
    const linked = found.ways.size > 1 || !found.ways.has('self')
    if (!linked && (frames.has(found.key) || view === null || !standsAlone(index, view, words)))
      continue
    if (view !== null && isStrayArticle(index, view, found, itemKeys, words)) continue
    const trail = view === null ? [] : trailNames(view)
    const own = ownName(view, found, trail)
    if (own === null) continue
    if (ownerNames.has(compareForm(own)) && view !== null && trail.length === 0) continue
    // A long unknown text in a menu whose page was not read is more likely a headline.
    if (view === null && own.length > MAX_UNREAD_NAME && !words.isColumnNamed(own)) continue
    const above = new Set(trail.slice(0, -1).map(compareForm))
    const others: string[] = []
    for (const [form, entry] of found.names) {
      if (form === compareForm(own)) continue
      if (above.has(form) && entry.linked && view !== null && index.isInternal(found.url)) {
        const places = found.places.filter((place) => compareForm(place.quote) === form)
        sections.push({ key: found.key, name: entry.name, landing: found.url, places })
      } else {
        // What only the page's own heading says is no second name (a sub-site's first list).
        if (entry.linked) others.push(entry.name)
      }
    }
    const sectionForms = new Set(
      sections.filter(({ key }) => key === found.key).map(({ name }) => compareForm(name)),
    )
    drafts.push({
      key: found.key,
      url: view?.page.url ?? found.url,
      view,
      isSection: false,
      name: own,
      otherNames: others,
      linkedFrom: found.places
        .filter((place) => !sectionForms.has(compareForm(place.quote)))
        .slice(0, MAX_PLACES),
      scriptOnly: found.script && !found.plain,
      ways: found.ways,
    })
  }
  dropRepeated(drafts)
  joinTwins(drafts)
  addSections(drafts, sections)
  drafts.sort((a, b) => compareText(a.key, b.key))
  return { drafts, paging }
}

function newEntry(key: string, url: string): Collected {
  return {
    key,
    url,
    names: new Map(),
    places: [],
    script: false,
    plain: false,
    ways: new Set(),
  }
}

function collect(
  index: SiteIndex,
  paging: PagingGroups,
  words: ColumnWords,
  sitemap: readonly SitemapEntry[],
): ReadonlyMap<string, Collected> {
  const all = new Map<string, Collected>()
  // Menus come back on every page: the same link again only counts.
  const seen = new Map<string, DraftName | null>()
  const see = (
    url: string,
    text: string,
    how: SightingHow,
    from: Omit<Place, 'quote'>,
    script: boolean,
  ): void => {
    const again = `${how}\0${url}\0${text}`
    const before = seen.get(again)
    if (before !== undefined) {
      if (before !== null) before.count += 1
      return
    }
    const name = squash(text).replace(/^[>»·•|\-\s]+|[>»·•|：:\s]+$/g, '')
    if (!isColumnName(name) || words.isNotColumn(name) || FILES.has(fileType(url))) {
      seen.set(again, null)
      return
    }
    const key = paging.rootOf(index.keyOf(url))
    const entry = all.get(key) ?? newEntry(key, paging.rootUrl(key) ?? url)
    all.set(key, entry)
    const form = compareForm(name)
    const known = entry.names.get(form) ?? { name, count: 0, linked: false }
    known.count += 1
    known.linked ||= how !== 'self'
    entry.names.set(form, known)
    seen.set(again, known)
    entry.ways.add(how)
    if (script) entry.script = true
    else entry.plain = true
    if (how !== 'self') entry.places.push({ ...from, quote: name })
  }

  for (const view of index.allViews) {
    if (!isReadable(view)) continue
    const { page } = view
    const beside = index.isBeside(view)
    const gathers = GATHERING.has(page.kind.value)
    const entries = gathers ? entryKeys(index, view, words) : new Set<string>()
    const refrains = gathers ? repeatedTexts(page.links) : new Set<string>()
    for (const link of page.links) {
      const text = /(…|\.\.\.)$/.test(link.text) ? (link.title ?? link.text) : link.text
      const how = howSeen(index, link, text, gathers, words, entries)
      // Menus of a page beside the portal are those of the site it stands on, but for what leads within.
      if (beside && !leadsWithin(index, link.url)) continue
      if (how === null || (how === 'block' && refrains.has(text))) continue
      // A breadcrumb's last step leads to the page itself: that is no link from elsewhere.
      const own = how === 'trail' && index.keyOf(link.url) === index.keyOf(page.url)
      const from = { url: page.url, at: link.at }
      see(link.url, text, own ? 'self' : how, from, link.how === 'script')
    }
    for (const list of page.lists) {
      if (list.heading === null || list.moreUrl === null) continue
      if (beside && !leadsWithin(index, list.moreUrl)) continue
      see(list.moreUrl, list.heading, 'more', { url: page.url, at: list.at }, false)
    }
    if (callsItselfColumn(view)) {
      for (const name of selfNames(view)) {
        see(page.url, name, 'self', { url: page.url, at: null }, false)
      }
    }
  }
  for (const entry of sitemap) {
    see(entry.url, entry.text, 'sitemap', entry.place, false)
  }
  return all
}

/** To its part of a superior's platform, or to a page of the portal that was read. */
function leadsWithin(index: SiteIndex, url: string): boolean {
  return index.isLent(url) || (index.isInternal(url) && index.viewAt(url) !== null)
}

/** As what a link counts: menus and breadcrumbs always, body links only where text and target agree on a column. */
function howSeen(
  index: SiteIndex,
  link: PageLink,
  text: string,
  gathers: boolean,
  words: ColumnWords,
  entries: ReadonlySet<string>,
): 'nav' | 'trail' | 'block' | null {
  if (link.area === 'nav' || link.area === 'trail') return link.area
  if (!gathers || link.area === 'footer' || !isColumnName(text)) return null
  const target = index.viewAt(link.url)
  const isEntry = entries.has(index.keyOf(link.url))
  if (target === null || !isReadable(target))
    return words.isColumnNamed(text) && !isEntry ? 'block' : null
  const kind = target.page.kind.value
  if (kind === 'listing' || kind === 'directory') {
    const form = compareForm(text)
    return words.isColumnNamed(text) || selfNames(target).some((name) => compareForm(name) === form)
      ? 'block'
      : null
  }
  if (isEntry) return null
  if (isTextOfItsOwn(target, text)) return 'block'
  if (!words.isColumnNamed(text)) return null
  return target.page.publishedOn === null || isDatedColumn(target, text) ? 'block' : null
}

/** An undated page that is called as the link says by its breadcrumb and by its title (镇情简介, 公开须知), no guide and at no article's address. */
function isTextOfItsOwn(target: PageView, text: string): boolean {
  const { publishedOn, title, guideElements = null } = target.page
  const named =
    publishedOn === null && guideElements === null && compareForm(title ?? '') === compareForm(text)
  return named && isDatedColumn(target, text)
}

function ownName(view: PageView | null, found: Collected, trail: readonly string[]): string | null {
  const linkedNames = [...found.names.entries()].filter(([, entry]) => entry.linked)
  const most = linkedNames.reduce<DraftName | null>(
    (best, [, entry]) => (best === null || entry.count > best.count ? entry : best),
    null,
  )
  if (view === null) return most?.name ?? null
  const says = selfNames(view)
  const agreed = says.find((name) => found.names.get(compareForm(name))?.linked)
  if (agreed !== undefined) return agreed
  // The heading above a 更多 link may be its neighbour's (tabs): what the page calls itself is surer.
  if (says[0] !== undefined && [...found.ways].every((way) => way === 'more' || way === 'self'))
    return says[0]
  const above = new Set(trail.slice(0, -1).map(compareForm))
  const free = linkedNames.filter(([form]) => !above.has(form)).map(([, entry]) => entry)
  const freeBest = free.reduce<DraftName | null>(
    (best, entry) => (best === null || entry.count > best.count ? entry : best),
    null,
  )
  return freeBest?.name ?? says[0] ?? most?.name ?? null
}

/**
 * Menus also carry news. An article counts as a column (机构职能, 指南) when its name is a column's, when the page itself
 * says that it is one, or when it is undated and the home menu leads to it.
 */
function isStrayArticle(
  index: SiteIndex,
  view: PageView,
  found: Collected,
  itemKeys: ReadonlySet<string>,
  words: ColumnWords,
): boolean {
  const kind = view.page.kind.value
  if (kind !== 'article' && kind !== 'file' && kind !== 'form') return false
  if ([...found.names.values()].some((entry) => words.isColumnNamed(entry.name))) {
    return false
  }
  if (found.ways.size === 1 && (found.ways.has('trail') || found.ways.has('self'))) return true
  if (itemKeys.has(found.key)) return true
  if (kind === 'form') return view.page.publishedOn !== null
  if (selfColumnNames(view).some((name) => found.names.has(compareForm(name)))) return false
  if (isSoleArticle(view, found)) return false
  const inHomeMenu = found.places.some((place) => place.url === index.home?.page.url)
  return view.page.publishedOn !== null || !inHomeMenu
}

/** The menu of many pages leads to it under the name that its window title begins with, at no article's address. */
function isSoleArticle(view: PageView, found: Collected): boolean {
  if (!found.ways.has('nav') || ARTICLE_URL.test(view.page.url)) return false
  const head = compareForm((view.page.headTitle ?? '').split(/[-_|—]/)[0] ?? '')
  const named = found.names.get(head)
  return named?.linked === true && named.name.length <= MAX_COLUMN_NAME && named.count >= 3
}

/**
 * A page nobody links to by name counts when it names a known column or shows a list; one entry is no list. A name by which
 * its own breadcrumb leads to another page is that page's (a leader's page under 县政府领导).
 */
function standsAlone(index: SiteIndex, view: PageView, words: ColumnWords): boolean {
  if (showsList(view)) return true
  const elsewhere = view.page.links
    .filter(({ area, url }) => area === 'trail' && index.viewAt(url) !== view)
    .map(({ text }) => compareForm(text))
  const named = selfColumnNames(view).filter(words.isColumnNamed)
  return named.some((name) => !elsewhere.includes(compareForm(name)))
}

function datedItemKeys(index: SiteIndex): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const view of index.allViews) {
    for (const list of view.page.lists) {
      for (const item of list.items) {
        if (item.url !== null && item.publishedOn !== null) keys.add(index.keyOf(item.url))
      }
    }
  }
  return keys
}

/** Pages that stand inside another page's frame: they belong to that page. */
function frameKeys(index: SiteIndex): ReadonlySet<string> {
  return new Set(index.allViews.flatMap((view) => view.page.frames.map((url) => index.keyOf(url))))
}

function fileType(url: string): string {
  try {
    return extensionOf(url)
  } catch {
    return ''
  }
}
