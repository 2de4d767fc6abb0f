/**
 * Values of official tags that are another page's: the name or the description of another column. Told only where the
 * others of the kind agree with their pages, so that the way of a system is no slip. Titles in ArticleTitle are
 * tag-titles', days in PubDate a question of dates.
 */
import { clip, compareForm } from '#base/text'
import type { OfficialTag } from '#model/page'
import { type Column, hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { columnsAt, siteNames } from './page-titles.ts'

export interface WrongValues {
  readonly tag: string
  readonly kind: '栏目页' | '内容页'
  readonly checked: number
  readonly bad: readonly WrongValue[]
}

interface WrongValue {
  readonly view: PageView
  readonly tag: OfficialTag
  /** Chinese: the page, what it says itself, and what the tag says. */
  readonly words: string
}

/** Of the pages compared so many agree, and so many there must be. */
const AGREEING = 0.8
const LEAST = 5

const LISTS: ReadonlySet<string> = new Set(['listing', 'directory'])

type Filled = (view: PageView, name: string) => OfficialTag | null

export function wrongValues(site: SiteView, filled: Filled): readonly WrongValues[] {
  const articles = site.pages.filter(
    ({ page }) => page.kind.value === 'article' && page.kind.sureness >= 0.8,
  )
  const columns = columnsAt(site)
  const names = new Set(
    site.columns.filter(({ kind }) => kind === 'local').map(({ name }) => compareForm(name)),
  )
  const sites = new Set(siteNames(site))
  const lists = [...columns.keys()].filter(({ page }) => LISTS.has(page.kind.value))
  const isOthers = (said: string): boolean =>
    names.has(said) || sites.has(said) || /^\d+$/.test(said)
  return [
    compared('ColumnName', '栏目页', lists, (view) => {
      const tag = filled(view, 'ColumnName')
      const called = calledAt(view, columns.get(view) ?? [])
      const alike = alikeOf(site, columns.get(view) ?? [])
      return tag === null || alike.has(compareForm(tag.content))
        ? null
        : ofName(view, tag, called, isOthers)
    }),
    compared('ColumnName', '内容页', articles, (view) => {
      const tag = filled(view, 'ColumnName')
      const above = kinOf(site, view)
      const called = [...above, compareForm(view.page.title ?? '')].filter((one) => one !== '')
      return tag === null || above.length === 0 ? null : ofName(view, tag, called, isOthers)
    }),
    compared('ColumnDescription', '栏目页', lists, (view) => {
      const tag = filled(view, 'ColumnDescription')
      const called = calledAt(view, columns.get(view) ?? [])
      const alike = alikeOf(site, columns.get(view) ?? [])
      const others = new Set([...names].filter((name) => !alike.has(name)))
      return tag === null ? null : ofText(view, tag, called, others)
    }),
  ].filter(({ bad }) => bad.length > 0)
}

/** `right`: the tag agrees with its page; null: nothing can be said. */
type Compared = {
  readonly view: PageView
  readonly tag: OfficialTag
  /** What the page itself says. */
  readonly own: string
  readonly right: boolean
} | null

function compared(
  tag: string,
  kind: WrongValues['kind'],
  views: readonly PageView[],
  compare: (view: PageView) => Compared,
): WrongValues {
  const read = views
    .filter((view) => !view.page.truncated && hiddenByScript(view) === null)
    .flatMap((view) => compare(view) ?? [])
  const bad = read
    .filter((one) => !one.right)
    .map(({ view, tag, own }) => {
      const name = clip(view.page.title ?? view.page.url, 30)
      return { view, tag, words: `“${name}”（${own}）写成“${clip(tag.content, 40)}”` }
    })
  return { tag, kind, checked: read.length, bad: areSlips(bad.length, read.length) ? bad : [] }
}

/** So few among so many that are right. */
function areSlips(bad: number, all: number): boolean {
  return all - bad >= LEAST && all - bad >= AGREEING * all
}

function ofName(
  view: PageView,
  tag: OfficialTag,
  called: readonly string[],
  isOthers: (said: string) => boolean,
): Compared {
  const said = compareForm(tag.content)
  const right = called.some((name) => name.includes(said) || said.includes(name))
  if (!right && !isOthers(said)) return null
  return { view, tag, own: called[0] ?? '', right }
}

/** A text that names other columns and not its own. */
function ofText(
  view: PageView,
  tag: OfficialTag,
  called: readonly string[],
  names: ReadonlySet<string>,
): Compared {
  const said = compareForm(tag.content)
  // 安全生产专项行动（已归档）
  const right = called.some((name) => said.includes(name.slice(0, LEAST_NAME)))
  const isOthers = [...names].some((name) => name.length >= LEAST_NAME && said.includes(name))
  return right || isOthers ? { view, tag, own: called[0] ?? '', right } : null
}

/** Shorter names stand in any text. */
const LEAST_NAME = 4

/** Names of columns of the same topic: 站点地图 is another word for 网站地图, and no other page's. */
function alikeOf(site: SiteView, own: readonly Column[]): ReadonlySet<string> {
  const topics = new Set(own.flatMap(({ topic }) => topic?.value ?? []))
  const alike = site.columns.filter(({ topic }) => topic !== null && topics.has(topic.value))
  return new Set(alike.map(({ name }) => compareForm(name)))
}

/** What a column page is called, by itself and by whoever leads to it, and the columns above and below. */
function calledAt({ page }: PageView, columns: readonly Column[]): readonly string[] {
  return [
    ...columns.map(({ name }) => name),
    page.title ?? '',
    ...page.trail,
    ...columns.flatMap(({ trail, linkedFrom }) => [
      ...trail,
      ...linkedFrom.map(({ quote }) => quote),
    ]),
  ]
    .map(compareForm)
    .filter((name) => name.length > 1)
}

/** The columns in which an article stands: those of its place line, what they are called, and those that list it. */
function kinOf(site: SiteView, { page }: PageView): readonly string[] {
  const trail = page.trail.map(compareForm).filter((one) => one !== compareForm(page.title ?? ''))
  const listing = site.columns.filter(({ items }) => items.some(({ url }) => url === page.url))
  const own = [...listing, ...site.columns.filter(({ name }) => trail.includes(compareForm(name)))]
  const all = [...trail, ...own.flatMap(({ name, trail }) => [name, ...trail].map(compareForm))]
  return own.length === 0
    ? []
    : [...new Set(all)].filter((one) => one.length > 1 && !HOME.test(one))
}

const HOME = /^(?:网站)?首页$|^正文$/
