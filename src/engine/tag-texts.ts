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

type Filled = (view: PageView) => OfficialTag | null

/** What templates write into a tag that should tell the page, its day or its column: texts of many pages that differ in it. */
export function sharedTexts(
  views: readonly PageView[],
  tag: string,
  filled: Filled,
): ReadonlySet<string> {
  if (tag === 'ArticleTitle') return sharedBy(views, filled, ({ title }) => title, 0)
  if (tag === 'PubDate') {
    const days = sharedBy(views, filled, ({ publishedOn }) => publishedOn?.value ?? null, 0)
    // On most pages it is when a system made them, which the checks of dates tell.
    const of = (day: string) => views.filter((view) => filled(view)?.content.trim() === day).length
    return new Set([...days].filter((day) => of(day) * 2 < views.length))
  }
  // Below one column all articles may bear its name: they must lie in columns that the trail tells apart.
  const ownName = ({ kind, title, trail }: Page): string | null =>
    kind.value === 'article'
      ? (trail.findLast((step) => step !== title && step !== '正文') ?? null)
      : title
  return tag === 'ColumnName' ? sharedBy(views, filled, ownName, SHARED) : new Set()
}

/** Texts that at least `share` of the pages carry, whose own names are many. */
function sharedBy(
  views: readonly PageView[],
  filled: Filled,
  nameOf: (page: Page) => string | null,
  share: number,
): ReadonlySet<string> {
  const found = new Map<string, { pages: number; names: Set<string> }>()
  let all = 0
  for (const view of views) {
    const content = filled(view)?.content.trim()
    if (content === undefined) continue
    const one = found.get(content) ?? { pages: 0, names: new Set() }
    const name = nameOf(view.page)
    found.set(content, one)
    all += 1
    one.pages += 1
    // A title cut short is the page's own.
    if (name !== null && (share > 0 || !name.includes(content))) one.names.add(name)
  }
  return new Set(
    [...found]
      .filter(([, { pages, names }]) => pages >= share * all && names.size >= LEAST_NAMES)
      .map(([content]) => content),
  )
}

/** Share of the pages that carry one and the same column, and how many names of their own they must have. */
const SHARED = 0.9
const LEAST_NAMES = 5

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
