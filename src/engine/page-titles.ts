/**
 * Whether the `<title>` of a page tells which page it is, and what it says instead: nothing but the site's name, words that a
 * template left, the name of its column on an article, what another page or column is called, another body's name. Single
 * pages are judged by the way of the others of their kind: a portal that titles its pages otherwise has its own way.
 */
import { compareForm, squash } from '#base/text'
import type { Column, PageView, SiteView } from '#model/site-view'
import { isLetter } from './tag-owing.ts'

export type OddTitle = 'site-only' | 'of-column' | 'of-other'

interface Least {
  /** Pages that tell themselves, before a single one among them is odd. */
  readonly minTelling: number
  readonly minTellingShare: number
}

const PARTS = /\s*[-_—–|｜>»·•]+\s*|\s{2,}/
/** 某市水利局网站, 某县政府门户网站: what says that a name is a site's. */
const SITE_WORDS = /(?:政府)?(?:门户|官方)?网站?$/
/** Shorter pieces stand in any words. */
const LEAST_OWN = 8
const LEAST_NAME = 3

/** Odd titles among pages of one kind, each with what is wrong; none where too few of the others tell. */
export function oddTitles(
  site: SiteView,
  kind: string,
  views: readonly PageView[],
  { minTelling, minTellingShare }: Least,
): ReadonlyMap<PageView, OddTitle> {
  const names = siteNames(site)
  const columns = columnsAt(site)
  const isTelling = (view: PageView): boolean => tells(view, kind, columns.get(view) ?? [])
  const silent = views.filter((view) => !isTelling(view))
  const telling = views.length - silent.length
  if (telling < minTelling || telling < minTellingShare * views.length) return new Map()
  const titles = new Set(
    site.pages.flatMap(({ page }) =>
      page.kind.value === 'article' ? [compareForm(page.title ?? '')] : [],
    ),
  )
  const found = new Map<PageView, OddTitle>()
  for (const view of silent) {
    const odd = oddity(site, view, { kind, names, titles, own: columns.get(view) ?? [] })
    if (odd !== null) found.set(view, odd)
  }
  return found
}

/** Without the site's names: 公示公告 of 公示公告-某市交通运输局. */
export function titleWords(title: string, names: readonly string[]): string {
  return title
    .split(PARTS)
    .filter((part) => !isName(part, names))
    .join(' ')
    .trim()
}

function isName(part: string, names: readonly string[]): boolean {
  const form = compareForm(part).replace(SITE_WORDS, '')
  return form !== '' && names.some((name) => name === form || name === compareForm(part))
}

/** What the site calls itself. */
export function siteNames({ agency, portal, home }: SiteView): readonly string[] {
  const tag = home?.page.officialTags.find((one) => one.name === 'SiteName')?.content
  const shown = [agency.name, portal.name, home?.page.headTitle, home?.page.headName?.value, tag]
  const parts = (home?.page.headTitle ?? '').split(PARTS)
  const forms = [...shown, ...parts].map((one) => compareForm(one ?? ''))
  return [...new Set(forms.flatMap((one) => [one, one.replace(SITE_WORDS, '')]))].filter(
    (one) => one.length >= LEAST_NAME,
  )
}

/** Page → the local columns whose page it is. */
export function columnsAt(site: SiteView): ReadonlyMap<PageView, readonly Column[]> {
  const found = new Map<PageView, Column[]>()
  for (const column of site.columns) {
    const view = column.kind === 'local' ? site.pageAt(column.url) : null
    if (view !== null) found.set(view, [...(found.get(view) ?? []), column])
  }
  return found
}

/** The title has the page's own, or a column's name, or the other way round. */
function tells({ page }: PageView, kind: string, columns: readonly Column[]): boolean {
  const title = compareForm(page.headTitle ?? '')
  const own = compareForm(page.title ?? '')
  if (title === '') return true
  const isOwn = own !== '' && (title.includes(own.slice(0, LEAST_OWN)) || own.includes(title))
  if (kind === '内容页') return own === '' || isOwn || overlap(title, own) >= SAME_WORDS
  const called = [
    ...page.trail,
    ...columns.flatMap((one) => [
      one.name,
      ...one.trail,
      ...one.linkedFrom.map(({ quote }) => quote),
    ]),
  ].map(compareForm)
  return isOwn || called.some((name) => name.length > 1 && title.includes(name))
}

/** So much of the page's own title may be said in other order. */
const SAME_WORDS = 0.5

interface Known {
  readonly kind: string
  readonly names: readonly string[]
  readonly titles: ReadonlySet<string>
  readonly own: readonly Column[]
}

function oddity(site: SiteView, view: PageView, known: Known): OddTitle | null {
  const { page } = view
  const rest = titleWords(squash(page.headTitle ?? ''), known.names)
  const form = compareForm(rest)
  if (isLetter(page) || !isGiven(page.title, known)) return null
  if (form === '') return 'site-only'
  const isArticle = known.kind === '内容页'
  const own = new Set(page.trail.map(compareForm))
  const others = site.columns.filter(
    ({ kind, name }) => kind === 'local' && compareForm(name) === form,
  )
  if (isArticle && own.has(form)) return 'of-column'
  if (others.length > 0)
    return isArticle || !others.some((one) => isKin(one, known.own)) ? 'of-other' : null
  if (known.titles.has(form) && form.length >= LEAST_OWN) return 'of-other'
  const words = compareForm(`${page.title ?? ''}${page.text.excerpt}`)
  return isArticle && /\p{Script=Han}{4}/u.test(rest) && overlap(form, words) === 0
    ? 'of-other'
    : null
}

/** A title of the page itself, and not the site's name on it. */
function isGiven(title: string | null, { names, own }: Known): boolean {
  const form = compareForm(title ?? '')
  return own.length > 0 || (form !== '' && !names.includes(form))
}

/** A page may open on the first list below, or call itself as the column above. */
function isKin(other: Column, own: readonly Column[]): boolean {
  return own.some(
    (one) =>
      one.parent === other.id ||
      other.parent === one.id ||
      one.trail.includes(other.name) ||
      other.trail.includes(one.name),
  )
}

/** Share of pairs of letters of `a` that stand in `b`. */
function overlap(a: string, b: string): number {
  if (a.length < 2) return b.includes(a) ? 1 : 0
  let same = 0
  for (let at = 1; at < a.length; at += 1) if (b.includes(a.slice(at - 1, at + 1))) same += 1
  return same / (a.length - 1)
}

/** An office of another place, or a government's, by its whole name. */
const BODY = /^(\p{Script=Han}{2,10}?[省市县区州旗盟])\p{Script=Han}{0,16}(?:局|委员会|人民政府)$/u

/** Titles that end in the name of a body of another place, of which nothing on the home page speaks. */
export function titlesOfBodies(site: SiteView, views: readonly PageView[]): readonly PageView[] {
  const own = [...siteNames(site), compareForm(site.home?.page.text.excerpt ?? '')]
  return views.filter(({ page }) => {
    const parts = squash(page.headTitle ?? '').split(PARTS)
    const body = parts.length < 2 ? '' : compareForm(parts.at(-1) ?? '').replace(SITE_WORDS, '')
    const place = BODY.exec(body)?.[1]
    return (
      place !== undefined &&
      !own.some((one) => one.includes(place) || one.includes(body)) &&
      !compareForm(page.title ?? '').includes(body)
    )
  })
}

/** 首页_某县人民政府, 某县人民政府-网站首页, 欢迎访问…: what the page is, beside whose. */
const HOME_WORDS = /^(?:(?:网站)?首页|欢迎(?:您)?(?:访问|光临|来到))+|(?:网站)?首页$/g

/** A home page's title in the name of a body of which the page itself, its head, its foot and its tag know nothing. */
export function isHomeOfOthers({ page }: PageView): boolean {
  const sponsor = (page.footer.sponsor ?? page.sponsorPhrase)?.value
  const tag = page.officialTags.find((one) => one.name === 'SiteName')?.content
  const shown = [page.headName?.value, sponsor, tag].map((one) => compareForm(one ?? ''))
  const body = compareForm(page.headTitle ?? '')
    .replace(HOME_WORDS, '')
    .replace(SITE_WORDS, '')
  const place = BODY.exec(body)?.[1]
  return (
    place !== undefined &&
    shown.filter((one) => one !== '').length >= LEAST_SHOWN &&
    !shown.some((one) => one.includes(place)) &&
    !compareForm(page.text.excerpt).includes(body)
  )
}

/** One of them alone may be the one that is wrong. */
const LEAST_SHOWN = 2
