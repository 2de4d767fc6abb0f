/**
 * Lines that the pages of many columns print alike: the heading of the menu beside the text, a slogan. Where no main text is
 * told from the rest of a page, they are read with it and say nothing of it.
 */
import { squash } from '#base/text'
import type { PageLink } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'

/** So many columns' own pages print what none of them means. */
const LEAST_COLUMNS = 4

const known = new WeakMap<SiteView, ReadonlySet<string>>()

/** A picture that leads somewhere without a word goes by where it leads. */
const wordOrPlace = ({ text, url }: PageLink): string => squash(text) || url

/** Its lines, and the words of its links. */
const wordsOf = ({ links, text }: PageView['page']): readonly string[] => [
  ...text.excerpt.split('\n'),
  ...links.map(wordOrPlace),
]

/** Also the words of the home page's entries without an address. */
export function furnitureOf(site: SiteView): ReadonlySet<string> {
  const made = known.get(site)
  if (made !== undefined) return made
  const counts = new Map<string, number>()
  const views = new Set(site.columns.flatMap(({ url }) => site.pageAt(url) ?? []))
  for (const { page } of views)
    for (const line of new Set(wordsOf(page).map(squash)))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  const lines = [...counts].filter(([line, on]) => on >= LEAST_COLUMNS && !/[。；]$/.test(line))
  const entries = (site.home?.page.bareEntries ?? []).map(({ text }) => text)
  const furniture = new Set([...lines.map(([line]) => line), ...entries])
  known.set(site, furniture)
  return furniture
}

/** The page's text without the words of its links and trail, and of what stands beside the text of many columns. */
export function ownLines(site: SiteView, { page }: PageView): readonly string[] {
  const isWhole = page.text.at === null
  const menu = page.links.filter(
    ({ area }) => area === 'nav' || area === 'trail' || (isWhole && area === 'other'),
  )
  const names = new Set([...page.trail, ...menu.map(({ text }) => text)].map(squash))
  const furniture = isWhole ? furnitureOf(site) : new Set<string>()
  return page.text.excerpt
    .split('\n')
    .filter((line) => !names.has(squash(line)) && !furniture.has(squash(line)))
}

/** What every page offers beside its text. */
const TOOLS = /打印|关闭|分享|收藏|首页|返回|字号|上一[篇条]|下一[篇条]/

/** Where no main text is told from the rest, all that stands nowhere else counts as its own: a link that leads on, or a picture that is one: it may hold what its words do not. */
export function leadsOn(site: SiteView, { page }: PageView): boolean {
  const furniture = furnitureOf(site)
  const isWhole = page.text.at === null
  return page.links.some(
    (link) =>
      link.area === 'main' ||
      link.area === 'list' ||
      (isWhole &&
        link.area === 'other' &&
        !furniture.has(wordOrPlace(link)) &&
        !TOOLS.test(link.text)),
  )
}
