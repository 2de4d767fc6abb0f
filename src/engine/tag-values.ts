/**
 * Values of official tags that are another page's: the name or the description of another column. Told only where the
 * others of the kind agree with their pages, so that the way of a system is no slip. Titles in ArticleTitle are
 * tag-titles', days in PubDate a question of dates.
 */
import { clip, compareForm } from '#base/text'
import { resolveUrl } from '#base/url'
import type { OfficialTag } from '#model/page'
import { type Column, hiddenByScript, type PageView, type SiteView } from '#model/site-view'
import { hostIn } from './copied-tags.ts'
import { columnsAt, siteNames } from './page-titles.ts'

export interface WrongValues {
  readonly tag: string
  readonly kind: '栏目页' | '内容页' | '网页' | '带标签的网页'
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
      const own = columns.get(view) ?? []
      const alike = alikeOf(site, own)
      const below = namesBelow(site, own)
      const others = new Set([...names].filter((name) => !alike.has(name) && !below.has(name)))
      return tag === null ? null : ofText(view, tag, called, others)
    }),
    compared('SiteName', '网页', site.pages, ofSite(site, filled, 'SiteName')),
    compared('SiteDomain', '网页', site.pages, ofSite(site, filled, 'SiteDomain')),
    compared('Url', '网页', site.pages, (view) => ofAddress(view, filled(view, 'Url'))),
    ...DOUBLED.map((name) =>
      compared(name, '带标签的网页', site.pages, (view) => ofDoubled(view, filled(view, name))),
    ),
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

/** Tags that a page has one of. */
const DOUBLED = ['SiteName', 'SiteIDCode', 'ArticleTitle', 'PubDate'] as const

/** What nearly all pages call the site, and those few that name another body or host of which they themselves say nothing. */
function ofSite(
  site: SiteView,
  filled: Filled,
  name: 'SiteName' | 'SiteDomain',
): (view: PageView) => Compared {
  const formOf = (content: string): string =>
    name === 'SiteName' ? compareForm(content) : (hostIn(content) ?? compareForm(content))
  const times = new Map<string, number>()
  for (const view of site.pages) {
    const tag = filled(view, name)
    if (tag !== null) times.set(formOf(tag.content), (times.get(formOf(tag.content)) ?? 0) + 1)
  }
  const [[main, most] = ['', 0]] = [...times].sort((a, b) => b[1] - a[1])
  const hosts = new Set(site.pages.map(({ page }) => hostIn(page.url)))
  // Where nearly all name a host that is not the portal's, that is what is told; the others may be the right ones.
  if (name === 'SiteDomain' && !hosts.has(main)) return () => null
  const own = [main, ...siteNames(site)]
  const isOwn = (form: string): boolean =>
    hosts.has(form) || own.some((one) => one.includes(form) || form.includes(one))
  return (view) => {
    const tag = filled(view, name)
    if (tag === null || most < LEAST) return null
    const form = formOf(tag.content)
    if (form === main) return { view, tag, own: main, right: true }
    const isNamed = name === 'SiteDomain' ? HOST.test(form) : BODY.test(form)
    return !isNamed || isOwn(form) || saysItself(view, tag.content)
      ? null
      : { view, tag, own: main, right: false }
  }
}

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
const BODY =
  /\p{Script=Han}{3}(?:[局委厅府办院馆站所处队镇乡]|办公室|中心|网|门户|街道|学校|公司|协会)$/u

/** A subsite names itself in its own head, place line or foot. */
function saysItself({ page }: PageView, content: string): boolean {
  const { headTitle, headName, trail, text, source, footer, sponsorPhrase } = page
  const said = [
    headTitle,
    headName?.value,
    ...trail,
    text.excerpt,
    source,
    footer.sponsor?.value,
    sponsorPhrase?.value,
  ]
  const form = compareForm(content).replace(/(?:门户|官方)?网站?$/, '')
  return compareForm(said.map((one) => one ?? '').join(' ')).includes(form)
}

/** The address of another page of the same host. */
function ofAddress(view: PageView, tag: OfficialTag | null): Compared {
  const { url } = view.page
  const said = tag === null ? null : resolveUrl(tag.content, url)
  if (tag === null || said === null) return null
  const [here, there] = [url, said].map((one) => {
    const { pathname, search } = new URL(one)
    return `${pathname.replace(/\/(?:index|default)\.\w+$/, '/')}${search}`
  })
  return { view, tag, own: here ?? '', right: here === there }
}

/** One tag twice, and each says another thing. */
function ofDoubled(view: PageView, tag: OfficialTag | null): Compared {
  if (tag === null) return null
  const first = compareForm(tag.content)
  const second = compareForm(tag.second ?? tag.content)
  const right = first.includes(second) || second.includes(first)
  return { view, tag, own: right ? '' : `另一个写着“${clip(tag.second ?? '', 30)}”`, right }
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
  const named = [...names].filter((name) => name.length >= LEAST_NAME && said.includes(name))
  // 乡镇政府信息公开 of 乡镇之窗: what it says beside the other's name is of its own.
  const rest = named.reduce((words, name) => words.replaceAll(name, ' '), said)
  const isOfOwn = called.some(
    (name) => new Set([...name].filter((letter) => rest.includes(letter))).size >= LEAST_SHARED,
  )
  const isOthers = named.length > 0 && (right || !isOfOwn)
  return right || isOthers ? { view, tag, own: called[0] ?? '', right } : null
}

/** Letters that a description has in common with what its page is called. */
const LEAST_SHARED = 2
/** Shorter names stand in any text. */
const LEAST_NAME = 4

/** Names of columns of the same topic: 站点地图 is another word for 网站地图, and no other page's. */
function alikeOf(site: SiteView, own: readonly Column[]): ReadonlySet<string> {
  const topics = new Set(own.flatMap(({ topic }) => topic?.value ?? []))
  const alike = site.columns.filter(({ topic }) => topic !== null && topics.has(topic.value))
  return new Set(alike.map(({ name }) => compareForm(name)))
}

/** 市长信箱、在线访谈 describe 互动交流: names of the columns below it. */
function namesBelow(site: SiteView, own: readonly Column[]): ReadonlySet<string> {
  const above = new Set(own.map(({ name }) => name))
  const below = site.columns.filter(({ trail }) => trail.some((name) => above.has(name)))
  return new Set(below.map(({ name }) => compareForm(name)))
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
