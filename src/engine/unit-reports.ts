/** Units whose yearly reports on disclosure a portal gathers year after year, and of which one year is left out. */
import type { AnnualReport, SiteView } from '#model/site-view'
import { unitOfReport } from './annual-reports.ts'
import { isLikeReport } from './report-places.ts'

const stemOf = (unit: string): string => unit.replace(/(?:人民政府|办事处)$/, '')

/** In the unit's own column that of the year may stand without the unit's name. */
function isNamelessBeside(site: SiteView, year: number, { title, url }: AnnualReport): boolean {
  const unit = unitOfReport(title)
  return site.columns.some(
    ({ items }) =>
      items.some((item) => item.url === url) &&
      items.every((item) => [null, unit].includes(unitOfReport(item.title))) &&
      items.some((item) => unitOfReport(item.title) === null && isLikeReport(item.title, year)),
  )
}

/** Units of whom a page names so many, each alone in a link or a column, are listed there. */
const LEAST_LISTED = 3
const UNIT = /(?:[镇乡局委办厅]|街道|委员会|中心)$/

/** Whether a list of units that names others of these names this one too: it has not been dissolved. */
export function isListedUnit(site: SiteView, unit: string, peers: readonly string[]): boolean {
  const names = (text: string, one: string): boolean => {
    const short = stemOf(text.trim())
    return short.length > 2 && UNIT.test(short) && stemOf(one).endsWith(short)
  }
  return site.pages.some(({ page }) => {
    const texts = page.links.map(({ text }) => text)
    return (
      texts.some((text) => names(text, unit)) &&
      peers.filter((one) => texts.some((text) => names(text, one))).length >= LEAST_LISTED
    )
  })
}

export interface UnitGap {
  /** Units that have a report of the year before. */
  readonly checked: number
  /** Units that have both. */
  readonly both: readonly string[]
  /** The reports of the year before of those that have none of this year. */
  readonly without: readonly AnnualReport[]
  /** Units that have one of this year only: one of those may go by a new name. */
  readonly fresh: number
}

/** So many units with both years show that reports are put up here year after year. */
const LEAST_BOTH = 3
/** More without one than this share of those with both, and the year is not gathered yet. */
const MOST_WITHOUT = 0.34

/**
 * Units whose report of the year before the portal gathered and whose report of this one it did not; null where none.
 * `isGap`: only those that have one of the year after, so that they are neither dissolved nor renamed.
 */
export function unitsWithout(site: SiteView, year: number, isGap: boolean): UnitGap | null {
  const of = (one: number): ReadonlyMap<string, AnnualReport> =>
    new Map(
      site.collectedReports.flatMap((report) => {
        const unit = report.year === one ? unitOfReport(report.title) : null
        return unit === null ? [] : [[unit, report] as const]
      }),
    )
  const before = of(year - 1)
  const now = of(year)
  const there = [...now.keys()].map(stemOf)
  // 小圩镇, 某县小圩镇人民政府: one town.
  const isThere = (unit: string): boolean =>
    there.some((one) => one.endsWith(stemOf(unit)) || stemOf(unit).endsWith(one))
  const both = [...before.keys()].filter(isThere)
  const after = of(year + 1)
  // Two of one year: the title of one may tell the wrong year.
  const isOnce = (unit: string): boolean =>
    site.collectedReports.filter(
      (report) =>
        (report.year === year - 1 || report.year === year + 1) &&
        unitOfReport(report.title) === unit,
    ).length === 2
  const without = [...before].filter(
    ([unit, report]) =>
      !isThere(unit) &&
      !isNamelessBeside(site, year, report) &&
      (!isGap || (after.has(unit) && isOnce(unit))),
  )
  if (without.length === 0 || both.length < LEAST_BOTH) return null
  if (without.length > both.length * MOST_WITHOUT) return null
  return {
    checked: before.size,
    both,
    without: without.map(([, report]) => report),
    fresh: now.size - both.length,
  }
}
