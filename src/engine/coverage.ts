/**
 * How a check says what its answer rests on: whole, or in part and why. Also the doors of a page that we could not
 * open, behind which anything may lie. Softening itself is the runner's.
 */
import { placeKey } from '#base/url'
import {
  type Column,
  hiddenByScript,
  type LinkTarget,
  type LinkVisit,
  type PageView,
  type SiteView,
} from '#model/site-view'

export interface Rests {
  readonly value: 'complete' | 'partial'
  readonly because: string | null
  /** See `Observation`. */
  readonly outside?: string
}

export const WHOLE: Rests = { value: 'complete', because: null }

export function partly(because: string): Rests {
  return { value: 'partial', because }
}

/** `partly`, for the one reason that a column leads to another host. */
export function outside({ url }: Pick<Column, 'url'>, because: string): Rests {
  return { value: 'partial', because, outside: url }
}

/** From how many alike on it is a habit of the writer's, or a fault of our reading. */
const MANY = 5

/**
 * Sureness of a fault of figures that was found in `wrong` of the `read` papers of one making: where most of many do not
 * add up, it is likelier that we misread their form than that all of them are wrong, and a person looks first.
 */
export function sureOfMany(wrong: number, read: number): number {
  return wrong >= MANY && wrong > read / 2 ? 0.5 : 1
}

/** The portal's own coverage. */
export function asPortal(site: SiteView): Rests {
  return { value: site.coverage, because: site.coverageBecause }
}

/** What a visitor sees as the home page: the page itself and all that its frames show, as far as it was read. */
export function shownAtHome(site: SiteView): readonly PageView[] {
  const shown: PageView[] = site.home === null ? [] : [site.home]
  for (const view of shown) {
    for (const url of view.page.frames) {
      const framed = site.pageAt(url)
      if (framed && !shown.includes(framed)) shown.push(framed)
    }
  }
  return shown
}

/**
 * Why the home page may show more than we have seen: an unread frame, what a script writes, or a page of which not one
 * column is known (维护中, an error in plain words), which is not the home page that the portal usually shows.
 */
export function unseenAtHome(site: SiteView): string | null {
  if (site.columns.length === 0) return '没有识别出任何栏目，首页可能不是平常的样子'
  for (const view of shownAtHome(site)) {
    const frame = view.page.frames.find((url) => !site.pageAt(url))
    if (frame !== undefined) return `首页的框架页没有读到（${frame}）`
    const hidden = hiddenByScript(view)
    if (hidden !== null) return `首页没有读全（${hidden}）`
  }
  return null
}

/** National offices whose linked pictures stand in every foot (mark, error-report box, filings): no column lies there. */
const IDENTITY_OFFICE =
  /^https?:\/\/(?:[\w-]+\.)*(?:conac\.cn|zfwz(?:gl|xx)\.www\.gov\.cn|beian\.gov\.cn|beian\.(?:mps|miit)\.gov\.cn|miitbeian\.gov\.cn|12377\.cn)(?:[:/?#]|$)/i

/** Picture entries of a page without words that lead where nothing was read. */
export function wordlessDoors(site: SiteView, view: PageView): number {
  const links = view.page.links.filter(
    (link) =>
      link.how === 'href' &&
      `${link.text}${link.title ?? ''}` === '' &&
      !IDENTITY_OFFICE.test(link.url) &&
      !site.pageAt(link.url),
  )
  const bare = (view.page.bareEntries ?? []).filter((entry) => entry.text === '')
  return links.length + bare.length
}

/** Its address is not there: 404 or 410 at both visits, or a page that says so; nothing of the column is left to be read. */
export function isGoneColumn(site: SiteView, column: Column): boolean {
  if (column.items.length > 0 || column.children.length > 0) return false
  if (site.pageAt(column.url)?.page.kind.value === 'error')
    return site.pageAt(column.url)?.page.blocked === null
  const key = placeKey(column.url)
  const target = site.links.find((one) => placeKey(one.url) === key)
  return target !== undefined && isGoneTwice(target)
}

/** On both visits: one may have met with an accident. */
export function isGoneTwice({
  visit,
  firstVisit,
}: Pick<LinkTarget, 'visit' | 'firstVisit'>): boolean {
  return [visit, firstVisit].every((one) => one !== null && isGone(one))
}

/** Not there, said by the server itself (404, 410) and not by a protection. */
export function isGone(visit: LinkVisit): boolean {
  return (
    visit.state === 'stored' &&
    visit.blocked === null &&
    (visit.status === 404 || visit.status === 410)
  )
}
