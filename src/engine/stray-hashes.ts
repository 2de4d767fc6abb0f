/**
 * Links of one row that lead to places inside one page, each named as the place is (某局联系方式 → #mj): which of them leads to
 * a neighbour's place, to none that is there, or lost its place's name and leads to the page's top. Only where two others of the row
 * lead to the places that they name, so that what the row means is beyond doubt.
 */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { Page } from '#model/page'
import type { PageAnchor } from '#model/page-anchor'
import { hiddenByScript, type Place, type SiteView } from '#model/site-view'

export interface StrayHash {
  readonly text: string
  readonly why: string
  readonly place: Place
}

/** Links that lead right show what the row means. */
const LEAST_RIGHT = 2
/** Shorter words stand in any. */
const LEAST_WORDS = 3

export function strayHashes(site: SiteView): readonly StrayHash[] {
  return site.pages.flatMap(({ page }) => (page.blocked === null ? straysOn(site, page) : []))
}

interface Row {
  readonly text: string
  /** Null: the link carries no name of a place. */
  readonly hash: string | null
  readonly place: Place
}

function straysOn(site: SiteView, page: Page): readonly StrayHash[] {
  const byTarget = new Map<string, Row[]>()
  const at = new Set<number>()
  for (const { url, hash, text, at: span } of page.hashLinks ?? []) {
    at.add(span[0])
    const rows = byTarget.get(placeKey(url)) ?? []
    rows.push({ text, hash, place: { url: page.url, at: span, quote: text } })
    byTarget.set(placeKey(url), rows)
  }
  for (const { url, text, at: span, area } of page.links)
    if ((area === 'main' || area === 'list' || area === 'other') && !at.has(span[0]))
      byTarget
        .get(placeKey(url))
        ?.push({ text, hash: null, place: { url: page.url, at: span, quote: text } })
  return [...byTarget].flatMap(([key, rows]) => {
    const view =
      placeKey(page.url) === key
        ? site.pageAt(page.url)
        : site.pageAt(rows[0] ? urlOf(page, key) : '')
    if (view === null || hiddenByScript(view) !== null || view.page.truncated) return []
    return straysIn(rows, view.page)
  })
}

function urlOf(page: Page, key: string): string {
  return page.hashLinks?.find(({ url }) => placeKey(url) === key)?.url ?? ''
}

function straysIn(rows: readonly Row[], target: Page): readonly StrayHash[] {
  const anchors = target.anchors ?? []
  const isAt = (row: Row, anchor: PageAnchor): boolean => row.hash === anchor.id
  const named = rows.map((row) => namedBy(row.text, anchors))
  const right = rows.filter((row, i) => named[i]?.some((anchor) => isAt(row, anchor)) === true)
  if (new Set(right.map(({ hash }) => hash)).size < LEAST_RIGHT) return []
  return rows.flatMap((row, i): StrayHash[] => {
    const { text, hash, place } = row
    const [own] = named[i] ?? []
    if (right.includes(row)) return []
    if (hash === null) {
      // Another link of the row may say the same and lead right.
      const isTold = own === undefined || right.some((one) => isAt(one, own))
      return isTold ? [] : [{ text, why: '只打开整页，没有指到这一条', place }]
    }
    const there = anchors.find((anchor) => isAt(row, anchor))
    if (there === undefined) return [{ text, why: `指的位置（#${hash}）页面上没有`, place }]
    return own === undefined || there.words === ''
      ? []
      : [{ text, why: `指到的是“${there.words}”`, place }]
  })
}

/** The places that the words name: of several by the longest words; none where two that are not one beginning share them. */
function namedBy(text: string, anchors: readonly PageAnchor[]): readonly PageAnchor[] {
  const form = compareForm(text)
  const fits = anchors.flatMap((anchor) => {
    const words = compareForm(anchor.words)
    const isNamed =
      Math.min(words.length, form.length) >= LEAST_WORDS &&
      (form.includes(words) || words.includes(form))
    return isNamed ? [{ anchor, words }] : []
  })
  const longest = Math.max(0, ...fits.map(({ words }) => words.length))
  const best = fits.filter(({ words }) => words.length === longest)
  return new Set(best.map(({ words }) => words)).size === 1 ? best.map(({ anchor }) => anchor) : []
}
