/**
 * Entries of lists whose address answers with success, but not with what the entry promises: it leads on to the home page or to
 * a list that does not have it, to an article about something else, or to a page of a few words in which nothing of the entry's
 * title stands. Told by what stands there, not by how a system says that something is gone.
 */
import { clip, compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { PagePicture } from '#model/page'
import { hiddenByScript, type PageView, type Place, type SiteView } from '#model/site-view'
import { siteNames } from './page-titles.ts'

export interface LostEntry {
  readonly title: string
  readonly url: string
  readonly place: Place
  readonly view: PageView
  /** All that stands on the page that the entry leads to. */
  readonly words: string
}

export interface LostEntries {
  readonly home: readonly LostEntry[]
  readonly list: readonly LostEntry[]
  readonly nothing: readonly LostEntry[]
  readonly other: readonly LostEntry[]
}

interface Entry {
  readonly title: string
  readonly url: string
  readonly place: Place
  /** It stands in a list, as an entry of its own. */
  readonly listed: boolean
}

/** Not those of menus and feet: they may lead to a front for good reason. */
const AREAS: ReadonlySet<string> = new Set(['main', 'list'])
/** The front of a site by another name. */
const FRONT = /^https?:\/\/[^/]+\/(?:(?:index|default|home|main)[^/]*)?$/i
/** Shorter ones are words of a menu, or of a button (点击查看详情). */
const LEAST_TITLE = 6
const LEAST_ENTRY = 8

export function lostEntries(site: SiteView): LostEntries {
  const entries = [...entriesOf(site)]
  const at = (test: (entry: Entry, view: PageView) => boolean): readonly LostEntry[] => {
    const found = entries.flatMap((entry): LostEntry[] => {
      const view = site.pageAt(entry.url)
      return view !== null && test(entry, view)
        ? [{ ...entry, view, words: clip(wordsOf(view), 30) }]
        : []
    })
    return [...new Map(found.map((one) => [one.url, one])).values()]
  }
  const isHome = homeTest(site)
  const home = at((entry, view) => isHome(entry, view))
  const lost = new Set(home.map(({ url }) => url))
  const list = at(
    (entry, view) => entry.listed && !lost.has(entry.url) && isSentToList(site, entry, view),
  )
  for (const { url } of list) lost.add(url)
  const read = new Set(entries.filter(({ listed }) => listed).map(({ url }) => url)).size
  const names = siteNames(site)
  const nothing = at(
    (entry, view) => entry.listed && !lost.has(entry.url) && isNothing(site, entry, view, names),
  )
  for (const { url } of nothing) lost.add(url)
  const rows = [...entries.filter(({ listed }) => listed), ...listLinks(site)]
  const isTwin = twinTest(site, rows)
  const other = rows.flatMap((entry): LostEntry[] => {
    const view = lost.has(entry.url) ? null : site.pageAt(entry.url)
    return view !== null && (isOther(entry, view) || isTwin(entry, view))
      ? [{ ...entry, view, words: '' }]
      : []
  })
  // Where many of a portal's pages look so, it is we who cannot read them.
  const most = Math.max(FEW, read * MANY)
  const few = (found: readonly LostEntry[]): readonly LostEntry[] =>
    found.length > most ? [] : found
  return {
    home,
    list,
    nothing: few(nothing),
    other: few([...new Map(other.map((one) => [`${one.url} ${one.title}`, one])).values()]),
  }
}

const FEW = 3
const MANY = 0.1

function* entriesOf(site: SiteView): Generator<Entry> {
  for (const { url, internal, isAttachment, from } of site.links) {
    if (!internal || isAttachment) continue
    for (const { area, text, url: page, at } of from)
      if (AREAS.has(area) && site.pageAt(page) !== null)
        yield { title: text, url, place: { url: page, at, quote: text }, listed: false }
  }
  for (const { items } of site.columns)
    for (const { title, url, place } of items)
      if (url !== null) yield { title, url, place, listed: true }
}

/** Every row of every list once, whatever else leads to its address. */
function* listLinks(site: SiteView): Generator<Entry> {
  const seen = new Set<string>()
  for (const { page } of site.pages)
    for (const { area, text, title, url, at } of page.links) {
      const name = title ?? text
      const key = `${url} ${name}`
      if (area !== 'list' || seen.has(key)) continue
      seen.add(key)
      yield { title: name, url, place: { url: page.url, at, quote: name }, listed: true }
    }
}

/** The entry's own address, or what its page does at once, leads on to the home page. */
function homeTest(site: SiteView): (entry: Entry, view: PageView) => boolean {
  // Not where its latest capture was asked for: that may be the very entry.
  const finalUrl = site.home?.capture.finalUrl ?? site.portal.homeUrl
  const homes = new Set([site.portal.homeUrl, finalUrl].map(placeKey))
  const own = [site.agency.name, site.portal.name].map(compareForm)
  return ({ title, url }, { page, capture }) => {
    if (homes.has(placeKey(url)) || FRONT.test(url)) return false
    const form = compareForm(title)
    const isSent =
      homes.has(placeKey(capture.finalUrl)) ||
      (page.text.length <= SCANT &&
        page.links.some((link) => link.how === 'refresh' && homes.has(placeKey(link.url))))
    return (
      isSent &&
      form.length >= LEAST_TITLE &&
      !own.some((name) => name.includes(form) || form.includes(`${name}网`)) &&
      !/首页|主页|官网|门户/.test(title)
    )
  }
}

const LISTS: ReadonlySet<string> = new Set(['listing', 'directory'])

/** Its address leads on to the page of a column of another name, on which the entry does not stand. */
function isSentToList(site: SiteView, { title, url, place }: Entry, view: PageView): boolean {
  const { page, capture } = view
  const form = compareForm(title)
  const key = placeKey(capture.finalUrl)
  if (key === placeKey(url) || !LISTS.has(page.kind.value) || form.length < LEAST_ENTRY)
    return false
  const columns = site.columns.filter((one) => placeKey(one.url) === key)
  const isKnown = columns.length > 0 && placeKey(place.url) !== placeKey(url)
  const said = [
    page.title ?? '',
    page.headTitle ?? '',
    ...page.trail,
    ...columns.map(({ name }) => name),
  ]
  const items = columns.flatMap((one) => one.items)
  // A list of which only a part was seen may have it further down.
  const rest = [...page.links, ...items.map((item) => ({ text: item.title }))]
  return (
    isKnown &&
    shared(form, compareForm(said.join(' '))) < MOST_SHARED &&
    (items.some((item) => item.url === url) || !rest.some(({ text }) => isCalled(text, form)))
  )
}

const isCalled = (text: string, form: string): boolean => {
  const name = compareForm(text)
  return name.length >= LEAST_TITLE && (name.includes(form) || form.includes(name))
}

/** Longer texts have something to say. */
const SCANT = 60
/** So much of a title's pairs of letters stands in any few words (信息, 政府). */
const MOST_SHARED = 0.2
/** One is asked for something first, or looks for something here. */
const ASKS = /登[录陆]|验证|请输入|请选择|密码|扫码|扫一扫/
const ERROR_PICTURE =
  /(?:^|[/_-])(?:404|50[0-3]|error|err|notfound|not_found|lost)[^/]*\.(?:png|jpe?g|gif|svg|webp)/i

/** A page that is read whole, with a few words or none, of which none are the entry's. */
function isNothing(
  site: SiteView,
  { title, url }: Entry,
  view: PageView,
  names: readonly string[],
): boolean {
  const { page, capture } = view
  const form = compareForm(title)
  if (form.length < LEAST_ENTRY || placeKey(capture.finalUrl) !== placeKey(url)) return false
  if (capture.status !== 200 || capture.truncated || page.truncated || page.blocked !== null)
    return false
  if (['error', 'file', 'home', 'form'].includes(page.kind.value) || page.text.length > SCANT)
    return false
  if (hiddenByScript(view) !== null) return false
  // Another article, in few words: the entry leads astray, but to something.
  if (page.publishedOn !== null && compareForm(page.title ?? '').length >= LEAST_TITLE) return false
  const { attachments, lists, frames, pictures = [], links } = page
  const isShown = (one: PagePicture): boolean => one.inBody && !ERROR_PICTURE.test(one.url ?? '')
  const isBlankFrame = (address: string): boolean => {
    const framed = site.pageAt(address)
    return framed !== null && isBlank(framed)
  }
  if (attachments.length > 0 || lists.some(({ subject }) => subject)) return false
  if (pictures.some(isShown) || !frames.every(isBlankFrame)) return false
  const inText = links.filter(({ area }) => area === 'main' || area === 'list')
  if (inText.some(({ text }) => !TOOLS.test(text))) return false
  const words = wordsOf(view)
  const said = compareForm(`${words} ${page.title ?? ''} ${page.headTitle ?? ''}`)
  return (
    !ASKS.test(words) &&
    shared(
      form,
      names.reduce((rest, name) => rest.replaceAll(name, ''), said),
    ) < MOST_SHARED
  )
}

/** An article with a title and a text of its own, in which next to nothing of the entry's title stands. */
function isOther({ title }: Entry, view: PageView): boolean {
  const { page, capture } = view
  const form = compareForm(title.replace(CUT, ''))
  const own = compareForm(page.title ?? '')
  const isArticle = page.kind.value === 'article' && page.publishedOn !== null
  if (!isArticle || form.length < LEAST_ENTRY || own.length < LEAST_ENTRY) return false
  if (capture.truncated || page.truncated || hiddenByScript(view) !== null) return false
  if (page.text.length < LEAST_TEXT || !/^[\p{Script=Han}\d]{6}/u.test(form)) return false
  const said = `${own} ${compareForm(page.headTitle ?? '')} ${compareForm(page.text.excerpt)}`
  return shared(form, said) < LEAST_SAID
}

/** It opens on the article of another entry, which that one's title names; and an article of its own name is there beside it. */
function twinTest(
  site: SiteView,
  rows: readonly Entry[],
): (entry: Entry, view: PageView) => boolean {
  const nameOf = (title: string): string => compareForm(title.replace(CUT, ''))
  const byUrl = new Map<string, Set<string>>()
  for (const { url, title } of rows) {
    const names = byUrl.get(placeKey(url)) ?? new Set()
    byUrl.set(placeKey(url), names.add(nameOf(title)))
  }
  const titles = new Map(
    site.pages
      .filter(({ page }) => page.kind.value === 'article')
      .map(({ page }) => [compareForm(page.title ?? ''), placeKey(page.url)]),
  )
  return ({ title, url }, { page }) => {
    const [form, own] = [nameOf(title), compareForm(page.title ?? '')]
    const key = placeKey(url)
    if (form.length < LEAST_ENTRY || own.length < LEAST_ENTRY || form === own) return false
    const apart = titles.get(form)
    return (
      byUrl.get(key)?.has(own) === true &&
      apart !== undefined &&
      apart !== key &&
      shared(form, `${own} ${compareForm(page.headTitle ?? '')}`) < MOST_ALIKE
    )
  }
}
const CUT = /(?:…|\.{2,})\s*$/
/** Reports of one meeting, of one year and the next are called nearly alike. */
const MOST_ALIKE = 0.4

const LEAST_TEXT = 80
const LEAST_SAID = 0.15

const TOOLS = /打印|关闭|分享|收藏|首页|返回|字号|上一[篇条]|下一[篇条]|^[大中小]$/

const isBlank = ({ page, capture }: PageView): boolean =>
  capture.status >= 400 ||
  page.kind.value === 'error' ||
  (page.text.length === 0 && (page.pictures ?? []).length === 0 && page.frames.length === 0)

const wordsOf = ({ page }: PageView): string =>
  squash(page.text.excerpt) || squash(page.headTitle ?? '')

/** Share of the title's pairs of letters that stand in the words. */
function shared(form: string, words: string): number {
  let same = 0
  for (let at = 1; at < form.length; at += 1)
    if (words.includes(form.slice(at - 1, at + 1))) same += 1
  return same / (form.length - 1)
}
