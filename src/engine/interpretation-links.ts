/**
 * Documents whose page offers an interpretation that is another document's: the one link to an interpretation in its text
 * leads to a page whose title names that other document, while its own is nowhere on it. And pages that may hide what they
 * lead to.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { PageLink } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'
import { coreOf, type Interpreted, namesPage, type SiteDocument } from './documents.ts'

export interface Misled {
  readonly document: SiteDocument
  readonly link: PageLink
}

const OFFERS = /解读|图解|读懂|问答|释义/
/** Names shorter than this are parts of others. */
const LEAST_CORE = 6

export function misledDocuments(pairs: readonly Interpreted[]): readonly Misled[] {
  const names = (title: string, { document }: Interpreted): boolean => {
    const core = coreOf(document.title)
    return core.length >= LEAST_CORE && compareForm(title).includes(core)
  }
  return pairs.flatMap((pair): readonly Misled[] => {
    const { document, all } = pair
    const { page } = document.view
    if (all.some(({ view, title }) => names(title, pair) && namesPage(document.view, view)))
      return []
    if (!all.some(({ title }) => names(title, pair))) return []
    const boxes = page.lists.filter((list) => list.elsewhere === true).map(({ at }) => at)
    const found = page.links.flatMap((link) => {
      const inBox = boxes.some(([start, end]) => link.at[0] >= start && link.at[1] <= end)
      if (inBox || !/^(?:main|other|list)$/.test(link.area)) return []
      const key = placeKey(link.url)
      const other = pairs.find(
        (one) =>
          one !== pair &&
          one.all.some(({ view, title }) => placeKey(view.page.url) === key && names(title, one)),
      )
      const of = other?.all.find(({ view }) => placeKey(view.page.url) === key)
      return of !== undefined && !names(of.title, pair) && OFFERS.test(`${link.text}${of.title}`)
        ? [link]
        : []
    })
    const [link] = found
    const isOne = new Set(found.map(({ url }) => placeKey(url))).size === 1
    return link !== undefined && isOne ? [{ document, link }] : []
  })
}

/** A heading of what belongs to the page, and nothing under it; or a frame that was not read. */
const RELATED =
  /^(?:[相有]关|关联|配套|对应)?(?:政策|解读)?(?:解读|文件|原文|政策|链接|信息|内容|阅读)[:：]?$/
const MAX_RELATED = 8

export function mayHideLinks(site: SiteView, { page, capture }: PageView): boolean {
  if (capture.via === 'browser') return false
  if (page.frames.some((url) => site.pageAt(url) === null)) return true
  const lines = page.text.excerpt.split('\n').map((line) => line.trim())
  const links = page.links.filter(({ area }) => area !== 'nav').map(({ text }) => text.trim())
  return lines.some(
    (line, no) =>
      line.length >= 4 &&
      line.length <= MAX_RELATED &&
      RELATED.test(line) &&
      // What stands under it is there.
      !links.includes(lines.slice(no + 1).find((next) => next !== '') ?? ''),
  )
}
