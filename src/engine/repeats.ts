/**
 * Pieces that a column put up twice: one title and one text under two addresses, whatever source is named. The text is what the page
 * says beside its title and the lines that tell of the page (发布时间、来源、浏览次数). What is told again and again in the same
 * words (森林火险等级预报) is no such piece, nor are pages whose files or pictures may tell them apart. Whether a repeat is a
 * fault is checks' business.
 */
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay, Page } from '#model/page'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { ColumnTree, dayOfItem } from './columns.ts'
import { isReadWhole } from './hollow-pages.ts'

/** One piece with the entries that put it up, oldest first. */
export interface Repeated {
  readonly title: string
  readonly column: Column
  readonly entries: readonly (ColumnItem & { readonly day: CivilDay })[]
}

/** Letters below which two texts may well be alike by chance; fewer will do where both tell of one day. */
const LEAST_TEXT = 60
const LEAST_OF_DAY = 30
/** Letters below which two reports of one series may well be alike. */
const LONG_TEXT = 200
/** Days on which one title comes, from which on it is a report that comes again and again. */
export const SERIES = 3
/** A day told in the text makes it the report of one event, however often its title comes. */
const NAMES_DAY = /\d{1,2}月\d{1,2}日/
/** Lines of the page about itself. */
export const ABOUT_PAGE =
  /^.{0,60}(?:发布(?:时间|日期|人)|来源|日期|时间|作者|编辑|审核|浏览|点击|阅读|字体|字号)[^，。；]{0,80}$|^[上下]一[篇条]/

/** Both pages were read whole and say the same; `isSeries`: their title comes again and again. */
export function isSameText(one: PageView, other: PageView, isSeries: boolean): boolean {
  if (!isReadWhole(one) || !isReadWhole(other)) return false
  if (PLAYED.test(one.page.title ?? '')) return false
  const text = bodyOf(one.page)
  const ofDay = NAMES_DAY.test(one.page.text.excerpt)
  if (text.length < (ofDay ? LEAST_OF_DAY : LEAST_TEXT) || text !== bodyOf(other.page)) return false
  if (isSeries && text.length < LONG_TEXT && !ofDay && !tellsFigures(one.page)) return false
  return heldBeside(one.page) === heldBeside(other.page)
}

/** Sentences with figures of their own (听取395名群众的意见, 受理41件) tell of one event; a list of prices is none. */
const LEAST_SENTENCES = 2
const LEAST_FIGURES = 3

function tellsFigures({ text }: Page): boolean {
  const sentences = text.excerpt.split('。').slice(0, -1)
  const figures = new Set(
    sentences.flatMap(
      (one) => one.match(/(?<![\d.])\d{2,}(?:\.\d+)?(?=[\u4e00-\u9fff%％])(?!年|月|日|时)/g) ?? [],
    ),
  )
  return sentences.length >= LEAST_SENTENCES && figures.size >= LEAST_FIGURES
}

function bodyOf({ title, text }: Page): string {
  const name = compareForm(title ?? '')
  return text.excerpt
    .split('\n')
    .map(squash)
    .filter((line) => compareForm(line) !== name && !ABOUT_PAGE.test(line))
    .map(compareForm)
    .join('')
}

/** What a player shows may differ under the same words. */
const PLAYED = /视频|音频|直播|短片|宣传片/

/** Files, frames and pictures, which may say what the words do not. */
export function heldBeside({ attachments, frames, pictures = [] }: Page): string {
  const shown = pictures.flatMap(({ inBody, url }) => (inBody ? [url ?? ''] : []))
  return [...attachments.map(({ url }) => url), ...frames, ...shown].map(placeKey).sort().join(' ')
}

/** Pieces that a column of the portal's own put up more than once since a day. */
export function repeatedSince(site: SiteView, since: CivilDay): readonly Repeated[] {
  const tree = new ColumnTree(site)
  const columns = tree.distinct().filter(({ kind }) => kind === 'local')
  const told = new Set<string>()
  return columns.flatMap((column) =>
    [...byTitle(site, tree, column, since).values()].flatMap((entries) => {
      const [first, ...later] = entries
      const view = first === undefined ? null : viewOf(site, first)
      if (first === undefined || view === null) return []
      const isSeries = new Set(entries.map(({ day }) => day)).size >= SERIES
      const again = later.filter((entry) => {
        const known = viewOf(site, entry)
        return known !== null && known !== view && isSameText(view, known, isSeries)
      })
      const key = [first, ...again].map(({ url }) => placeKey(url ?? '')).join(' ')
      if (again.length === 0 || told.has(key)) return []
      told.add(key)
      return [{ title: squash(first.title), column, entries: [first, ...again] }]
    }),
  )
}

function viewOf(site: SiteView, { url }: ColumnItem): PageView | null {
  const view = url === null ? null : site.pageAt(url)
  return view?.page.kind.value === 'article' ? view : null
}

/**
 * The column's own entries since a day, each address once, by title, oldest first: a front that shows what the lists below it
 * hold may show one piece of two lists.
 */
function byTitle(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  since: CivilDay,
): Map<string, Entry[]> {
  const titles = new Map<string, Entry[]>()
  const seen = new Set(
    tree
      .descendants(column)
      .flatMap(({ items }) => items.flatMap(({ url }) => (url === null ? [] : placeKey(url)))),
  )
  for (const item of column.items) {
    const day = dayOfItem(site, item)?.day
    const key = item.url === null ? null : placeKey(item.url)
    if (day === undefined || day < since || day > site.asOf || key === null || seen.has(key))
      continue
    seen.add(key)
    const title = compareForm(item.title)
    titles.set(title, [...(titles.get(title) ?? []), { ...item, day }])
  }
  for (const entries of titles.values()) entries.sort((a, b) => a.day.localeCompare(b.day))
  return titles
}

type Entry = Repeated['entries'][number]
