/**
 * What a page shows that its neighbours do not: sidebars, latest-news boxes and footers come back on every page of a
 * template, so a line or link that many pages carry says nothing about one column. Works on any markup, because it asks
 * the site and not the class names.
 */
import { squash } from '#base/text'
import { placeKey } from '#base/url'
import type { PageItem, PageLink } from '#model/page'
import type { PageView } from '#model/site-view'
import { tagOf, trailNames } from './column-names.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

/** A line on this many other pages, or a link on this many other list pages, belongs to the template. */
const SHARED_LINES = 2
const SHARED_LINKS = 3
/** A line on this many pages is furniture beyond doubt: no text is put up under so many addresses. */
const FURNITURE_LINES = 8
/** So many links beside each that few others carry: they are a menu's. */
const MENU_SHARE = 5
/** A sentence of so many characters is a text, and a text may stand at several addresses. */
const SENTENCE = 30
const MAX_LINES = 300
/** Pages of one template or folder that show text: enough to say that it has a place for it. */
const TELLING_SIBLINGS = 3

export interface OwnContent {
  /** Lines of the main text that few other pages carry, without those in `names` and such as are a link and nothing else. */
  lines(view: PageView, names: readonly string[]): readonly string[]
  /** Entries without a readable address that few other list pages show, without those in `names`. */
  bareEntries(view: PageView, names: readonly string[]): number
  /** Pictures that few other list pages show. */
  pictures(view: PageView): number
  /** Every line of its text stands on many other pages too: head, foot and nothing between. */
  isFurniture(view: PageView): boolean
  /** There are whole sentences in its text. */
  saysSentences(view: PageView): boolean
  /** Other pages of its template show text where this one shows none. */
  siblingsShowText(view: PageView): boolean
  /** Other pages of its folder, with a trail like it, show text. */
  folderShowsText(view: PageView): boolean
  /** Body links that few other list pages carry; pictures without text included. */
  links(view: PageView): readonly PageLink[]
  /** Undated items that very many list pages lead to, among others that they do not: the menu beside, read with the list. */
  withoutMenu(items: readonly PageItem[]): readonly PageItem[]
  /** It leads to pages, but the columns beside it, that the pages of its folder do not lead to, however many elsewhere do. */
  leadsUnlikeItsFolder(view: PageView, siblings: ReadonlySet<string>): boolean
}

export function ownContent(index: SiteIndex): OwnContent {
  const lines = new Carriers()
  const pictures = new Carriers()
  const carrierOf = carriers(index)
  const linkCounts = new Map<string, number>()
  const menuCounts = new Map<string, number>()
  const bareCounts = new Map<string, number>()
  const folderLinks = new Map<string, Map<string, Set<string>>>()
  const templatesWithText = new Map<string, number>()
  const foldersWithText = new Map<string, number>()
  for (const view of index.allViews) {
    if (!isReadable(view)) continue
    const carrier = carrierOf(view)
    for (const line of linesOf(view)) lines.add(line, carrier)
    for (const url of pictureUrls(view)) pictures.add(url, carrier)
    const { template, text } = view.page
    if (text.length > 0) templatesWithText.set(template, (templatesWithText.get(template) ?? 0) + 1)
    if (text.length > 0 && view.page.trail.length > 0 && view.page.bareBody !== true) {
      const folder = folderOf(view)
      foldersWithText.set(folder, (foldersWithText.get(folder) ?? 0) + 1)
    }
    for (const text of bareTexts(view)) bareCounts.set(text, (bareCounts.get(text) ?? 0) + 1)
    const kind = view.page.kind.value
    if (NO_LIST.has(kind)) continue
    const keys = new Set(bodyLinks(view).map((link) => index.keyOf(link.url)))
    for (const key of keys) linkCounts.set(key, (linkCounts.get(key) ?? 0) + 1)
    const menu = view.page.links.filter(({ area }) => area === 'nav')
    for (const key of new Set(menu.map((link) => index.keyOf(link.url))))
      menuCounts.set(key, (menuCounts.get(key) ?? 0) + 1)
    const beside = folderLinks.get(folderOf(view)) ?? new Map<string, Set<string>>()
    folderLinks.set(folderOf(view), beside.set(view.page.url, keys))
  }
  return {
    lines(view, names) {
      const known = new Set(names.map(squash))
      // The words of a link are the link's, of which `links` tells.
      for (const { text } of view.page.links) known.add(squash(text))
      return linesOf(view).filter((line) => {
        const most = isSentence(line) ? FURNITURE_LINES - 1 : SHARED_LINES
        return lines.count(line) <= most && !known.has(line)
      })
    },
    bareEntries(view, names) {
      const known = new Set(names.map(squash))
      return bareTexts(view).filter(
        (text) => (bareCounts.get(text) ?? 0) <= SHARED_LINKS && !known.has(text),
      ).length
    },
    pictures: (view) =>
      pictureUrls(view).filter((url) => pictures.count(url) <= SHARED_LINKS).length,
    isFurniture: (view) => linesOf(view).every((line) => lines.count(line) >= FURNITURE_LINES),
    saysSentences: (view) => linesOf(view).some(isSentence),
    siblingsShowText: (view) =>
      view.page.template !== '' &&
      (templatesWithText.get(view.page.template) ?? 0) >= TELLING_SIBLINGS,
    folderShowsText: (view) => (foldersWithText.get(folderOf(view)) ?? 0) >= TELLING_SIBLINGS,
    links(view) {
      const all = bodyLinks(view)
      const own = all.filter(
        (link) =>
          (linkCounts.get(index.keyOf(link.url)) ?? 0) <= SHARED_LINKS &&
          !(PAGE_NUMBER.test(link.text.trim()) && isSelf(index, view, link)),
      )
      // Here and there the menu beside a page is read as its body: a link of it that most such pages have in their menus.
      const isMenu =
        own.length * MENU_SHARE <= all.length &&
        own.every(({ url }) => (menuCounts.get(index.keyOf(url)) ?? 0) >= FURNITURE_LINES)
      return isMenu ? [] : own
    },
    withoutMenu(items) {
      const own = items.filter(
        ({ url, publishedOn }) =>
          publishedOn !== null ||
          url === null ||
          (linkCounts.get(index.keyOf(url)) ?? 0) < FURNITURE_LINES,
      )
      return own.length > 0 ? own : items
    },
    leadsUnlikeItsFolder(view, siblings) {
      const folder = folderLinks.get(folderOf(view)) ?? new Map<string, Set<string>>()
      const others = [...folder].filter(([url]) => url !== view.page.url)
      if (others.length < TELLING_SIBLINGS) return false
      return bodyLinks(view).some((link) => {
        const key = index.keyOf(link.url)
        // A site map leads everywhere.
        const also = others.filter(([, keys]) => keys.has(key)).length
        return (
          !isSelf(index, view, link) &&
          !siblings.has(placeKey(link.url)) &&
          also * 4 <= others.length
        )
      })
    },
  }
}

/** Kinds of page that list nothing of a column. */
const NO_LIST: ReadonlySet<string> = new Set(['article', 'home', 'file'])

/** On how many pages something stands, those of one carrier counted once. */
class Carriers {
  readonly #by = new Map<string, Set<string>>()

  add(thing: string, carrier: string): void {
    const known = this.#by.get(thing)
    if (known === undefined) this.#by.set(thing, new Set([carrier]))
    else known.add(carrier)
  }

  count(thing: string): number {
    return this.#by.get(thing)?.size ?? 0
  }
}

/**
 * What every page counts as: itself. But the same column of many bodies (依申请公开流程图 of each bureau, under a trail of
 * its own) is one text or picture that all of them use, and counts once: it is no furniture for being used by all.
 */
function carriers(index: SiteIndex): (view: PageView) => string {
  const byTrail = new Map<string, Set<string>>()
  const placeOf = (view: PageView): string | null => {
    const trail = trailNames(view)
    if (NO_LIST.has(view.page.kind.value) || trail.length < 2) return null
    return [...trail, tagOf(view, 'ColumnName') ?? ''].join('>')
  }
  for (const view of index.allViews) {
    const place = placeOf(view)
    if (place === null) continue
    const known = byTrail.get(place)
    if (known === undefined) byTrail.set(place, new Set([view.page.url]))
    else known.add(view.page.url)
  }
  return (view) => {
    const place = placeOf(view)
    const alone = place !== null && byTrail.get(place)?.size === 1
    const name = tagOf(view, 'ColumnName') ?? trailNames(view).at(-1)
    return alone && name !== undefined ? `column ${name}` : view.page.url
  }
}

/** The one page of an empty list still has its number. */
const PAGE_NUMBER = /^第?\s*\d{1,3}\s*页?$/

function isSelf(index: SiteIndex, view: PageView, { url }: PageLink): boolean {
  return index.keyOf(url) === index.keyOf(view.page.url)
}

function isSentence(line: string): boolean {
  return line.length >= SENTENCE && line.endsWith('。')
}

function linesOf(view: PageView): readonly string[] {
  return view.page.text.excerpt
    .split('\n')
    .slice(0, MAX_LINES)
    .map(squash)
    .filter((line) => line !== '')
}

function folderOf(view: PageView): string {
  return new URL('.', view.page.url).href
}

function bareTexts(view: PageView): readonly string[] {
  return (view.page.bareEntries ?? []).map((entry) => entry.text).filter((text) => text !== '')
}

/** Pictures written into the page have no address: each counts for itself. */
function pictureUrls(view: PageView): readonly string[] {
  return (view.page.pictures ?? []).map((one) => one.url ?? `${view.page.url}#${one.at[0]}`)
}

/** Links of the page's body: no menu, breadcrumb, footer, paging, nor boxes that repeat other columns' items. */
export function bodyLinks(view: PageView): readonly PageLink[] {
  const boxes = view.page.lists.filter((list) => list.elsewhere === true).map((list) => list.at)
  return view.page.links.filter(
    (link) =>
      (link.area === 'main' || link.area === 'list' || link.area === 'other') &&
      link.how !== 'paging' &&
      link.how !== 'frame' &&
      !boxes.some(([from, to]) => link.at[0] >= from && link.at[1] <= to),
  )
}
