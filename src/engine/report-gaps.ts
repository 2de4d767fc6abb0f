/**
 * Years and units that a column of annual reports leaves out though what stands around them is there: a year between two
 * that have a report, a unit that has one of the year before. Whether that is a fault is for the check.
 */
import type { AnnualReport, SiteView } from '#model/site-view'
import { unitOfReport } from './annual-reports.ts'

/** Years before `first` without a report, with one of an earlier year since `since`, latest first. */
export function gapYears(site: SiteView, first: number, since: number): readonly number[] {
  const years = new Set(site.annualReports.map((report) => report.year))
  const oldest = Math.min(...[...years].filter((year) => year >= since), first)
  const between = Array.from({ length: Math.max(0, first - oldest) }, (_, at) => first - 1 - at)
  return between.filter((year) => !years.has(year))
}

export interface UnitGap {
  /** Units that have a report of the year before. */
  readonly checked: number
  /** The reports of the year before of those that have none of this year. */
  readonly without: readonly AnnualReport[]
  /** Units that have one of this year only: one of those may go by a new name. */
  readonly fresh: number
}

/** So many units with both years show that reports are put up here year after year. */
const LEAST_BOTH = 3
/** More without one than this share of those with both, and the year is not gathered yet. */
const MOST_WITHOUT = 0.34

/** Units whose report of the year before the portal gathered and whose report of this one it did not; null where none. */
export function unitsWithout(site: SiteView, year: number): UnitGap | null {
  const of = (one: number): ReadonlyMap<string, AnnualReport> =>
    new Map(
      site.collectedReports.flatMap((report) => {
        const unit = report.year === one ? unitOfReport(report.title) : null
        return unit === null ? [] : [[unit, report] as const]
      }),
    )
  const before = of(year - 1)
  const now = of(year)
  const both = [...before.keys()].filter((unit) => now.has(unit))
  const without = [...before].filter(([unit]) => !now.has(unit))
  if (without.length === 0 || both.length < LEAST_BOTH) return null
  if (without.length > both.length * MOST_WITHOUT) return null
  return {
    checked: before.size,
    without: without.map(([, report]) => report),
    fresh: now.size - both.length,
  }
}
