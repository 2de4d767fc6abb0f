/**
 * Official papers with the day on which they were made and the day on which they were put up, as far as no field table gives
 * the first: below the paper's signature, in the words of its page, or in the rows of a table of decisions. And papers of long
 * ago that were put up together. Whether a paper was put up in time is for checks.
 */
import { addDays } from '#base/day'
import type { Labels } from '#base/labels'
import { squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { SiteView } from '#model/site-view'
import { daySigned, decisionRows } from './decision-days.ts'
import { issuerOf, placeGoverned, type SiteDocument } from './documents.ts'

export interface DatedPaper {
  readonly document: SiteDocument
  readonly signed: CivilDay
  readonly published: CivilDay
  /** Words of the page that its day was read from, where no field table gave it. */
  readonly read?: string
  /** Whose name stands above the day at the end of the paper. */
  readonly signedBy?: 'own'
}

/** A paper without a day in its fields, or without fields, that the portal's own agency signed with a day at its end. */
export function paperSignedBelow(site: SiteView, document: SiteDocument): readonly DatedPaper[] {
  const { published, signed, view } = document
  if (signed !== null || published === null || view.page.truncated) return []
  if (issuerOf(site, document) === 'other') return []
  const day = daySigned(view.page.text.excerpt, [squash(site.agency.name)])
  return day === null ? [] : [{ document, signed: day, published, signedBy: 'own' }]
}

/** A page without a field table whose words tell the day: of its decision or letter, of a meeting, of a list's adjusting. */
export function paperTold(
  document: SiteDocument,
  dayIn: (text: string, published: CivilDay) => CivilDay | null,
): readonly DatedPaper[] {
  const { published, signed, view } = document
  if (signed !== null || published === null || view.page.truncated) return []
  const day = dayIn(view.page.text.excerpt, published)
  return day === null ? [] : [{ document, signed: day, published, read: document.title }]
}

/** Several decisions in one table: each row with its own days. */
export function paperRows(
  labels: Labels,
  site: SiteView,
  document: SiteDocument,
): readonly DatedPaper[] {
  const { published, signed, view } = document
  if (signed !== null || published === null) return []
  const place = placeGoverned(site) ?? ''
  const named = [site.agency.name, site.portal.name, place]
  return decisionRows(labels, view.page.text.excerpt, named, place.slice(-1)).map((row) => ({
    document,
    signed: row.signed,
    published: row.published ?? published,
    read: row.words,
  }))
}

const MOVED_AFTER_DAYS = 365
const LEAST_MOVED = 3

/** Old papers put up together on one day, as when a site is moved: that day is not when they were first published. */
export function movedTogether(dated: readonly DatedPaper[]): readonly DatedPaper[] {
  const old = dated.filter(({ signed, published }) => addDays(signed, MOVED_AFTER_DAYS) < published)
  const byDay = new Map<string, DatedPaper[]>()
  for (const one of old) byDay.set(one.published, [...(byDay.get(one.published) ?? []), one])
  const [most = []] = [...byDay.values()].sort((a, b) => b.length - a.length)
  return most.length >= LEAST_MOVED ? most : []
}

/** Of so many papers one may be a slip; more are how the site uses the word. */
const LEAST_OTHERS = 4

/** The day behind 生成日期 may be that of the record on the site. */
const isOfRecord = ({ document: { view } }: DatedPaper): boolean =>
  view.page.documentDoubts?.signedOn !== undefined

/**
 * Whether a paper that was published before it was made is at odds with its own table, which gives both days; not where
 * 生成日期 is what the site prints later as a habit. `all`: the portal's papers with days in their tables.
 */
export function contradictsTable(all: readonly DatedPaper[]): (paper: DatedPaper) => boolean {
  const made = all.filter(isOfRecord)
  const reversed = made.filter(({ published, signed }) => published < signed)
  const isHabit = reversed.length * LEAST_OTHERS > made.length
  return (paper) =>
    paper.signedBy === undefined &&
    paper.document.view.page.document?.publishedOn != null &&
    !(isHabit && isOfRecord(paper))
}
