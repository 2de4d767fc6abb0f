/** What official tags say, judged apart from the check that grades them: a day that exists, words that tell one page from another. */
import type { OfficialTag, Page } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'
import { hostIn } from './copied-tags.ts'

/** A year, a month and a day, however written; a count of seconds is a day as well. */
export function isWholeDay(content: string): boolean {
  const numbers = content.match(/\d+/g) ?? []
  const written = /^\s*\d{4}\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(content)
  if (written !== null && !(isWithin(written[1], 12) && isWithin(written[2], 31))) return false
  return (
    numbers.length >= 3 ||
    numbers.some((one) => one.length >= 8) ||
    (numbers.length >= 2 && /[a-z]{3}/i.test(content)) ||
    (numbers.length === 0 && /[〇零一二三四五六七八九十]{2}/.test(content))
  )
}

function isWithin(text: string | undefined, most: number): boolean {
  const value = Number(text)
  return value >= 1 && value <= most
}

/** What the template writes into a tag that should tell the page or its column; null where it tells them apart. */
export function sharedText(
  views: readonly PageView[],
  tag: string,
  filled: (view: PageView) => OfficialTag | null,
): string | null {
  if (tag === 'ArticleTitle') return sharedTitle(views, filled, ({ title }) => title)
  // Below one column all articles may bear its name: they must lie in columns that the trail tells apart.
  const ownName = ({ kind, title, trail }: Page): string | null =>
    kind.value === 'article'
      ? (trail.findLast((step) => step !== title && step !== '正文') ?? null)
      : title
  return tag === 'ColumnName' ? sharedTitle(views, filled, ownName) : null
}

/** What the template writes on article after article whose own titles differ (the site's name); null where they tell. */
function sharedTitle(
  views: readonly PageView[],
  filled: (view: PageView) => OfficialTag | null,
  nameOf: (page: Page) => string | null,
): string | null {
  const found = views.flatMap((view) => {
    const tag = filled(view)
    return tag === null ? [] : [{ title: nameOf(view.page), content: tag.content.trim() }]
  })
  const [first] = found
  if (first === undefined) return null
  const same = found.filter(({ content }) => content === first.content)
  const titles = new Set(same.map(({ title }) => title).filter((title) => title !== null))
  return same.length >= found.length * SHARED && titles.size >= LEAST_TITLES ? first.content : null
}

/** Share of the articles that carry one and the same title, and how many titles of their own they must have. */
const SHARED = 0.9
const LEAST_TITLES = 5

const OF_PLACE = /^([\u4e00-\u9fff]{1,8}?[市县区旗州])[\u4e00-\u9fff]{1,16}(?:局|厅|委员会)$/

/**
 * An office, named beside the portal's own domain, of a place of which neither the own names nor the home page speak: none
 * that the portal was or is a part of.
 */
export function isOfficeElsewhere(
  site: SiteView,
  name: string,
  { domain, isPart }: { readonly domain: string; readonly isPart: boolean },
): boolean {
  const { agency, portal, home } = site
  const place = OF_PLACE.exec(name.trim())?.[1]
  // What most pages say may be a former name, which the home page still tells of.
  const known = [agency.name, portal.name, isPart ? '' : (home?.page.text.excerpt ?? '')]
  const isOwnDomain = hostIn(domain) === hostIn(portal.homeUrl)
  return place !== undefined && isOwnDomain && !known.some((one) => one.includes(place))
}

/** Pages whose declared charset their bytes contradict, among those that were read as sent. */
export function contradicted(site: SiteView): {
  readonly read: readonly PageView[]
  readonly wrong: readonly PageView[]
  readonly words: readonly string[]
} {
  const read = site.pages.filter(
    ({ page, capture }) => page.template !== '' && capture.via === 'http',
  )
  const wrong = read.filter(({ page }) => page.charset.contradicted !== undefined)
  const words = wrong.map(({ page: { charset } }) => {
    const { label = '', where = '' } = charset.contradicted ?? {}
    return `${where}声明 ${label}，实为 ${charset.name}`
  })
  return { read, wrong, words }
}
