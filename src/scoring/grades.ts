/**
 * Grades: bands with their lower edge included, or quotas of the cohort. A grade is given only when every value still
 * possible leads to it; vetoes bar grades and leave the number alone.
 */
import {
  compare,
  exactText,
  fraction,
  plus,
  type Rational,
  rational,
  times,
  ZERO,
} from '#base/rational'
import type { Grade } from '#model/scheme'

/** Grades barred by a veto, by id, with the veto's words. */
export interface Bars {
  readonly barred: ReadonlyMap<string, string>
  readonly mayBar: ReadonlyMap<string, string>
}

export interface Candidate extends Bars {
  readonly low: Rational
  readonly high: Rational
}

export interface Graded {
  readonly grade: string | null
  readonly because: string
}

/** One answer for every candidate, in their order. `complete`: the whole cohort is among them. */
export function gradeCohort(
  grades: readonly Grade[],
  candidates: readonly Candidate[],
  options: { readonly complete: boolean; readonly strict: boolean },
): readonly Graded[] {
  if (options.strict && grades.some((grade) => grade.origin === 'local'))
    return candidates.map(() => none('等次的划分是本地规定，严格口径不采用'))
  const quotas = grades.some((grade) => grade.byQuota)
  const sorted = (values: readonly Rational[]) => [...values].sort(compare)
  const cohort: Cohort = {
    size: candidates.length,
    lows: quotas ? sorted(candidates.map((one) => one.low)) : [],
    highs: quotas ? sorted(candidates.map((one) => one.high)) : [],
  }
  return candidates.map((one) => {
    const found = quotas ? byQuota(grades, one, cohort, options.complete) : byBand(grades, one)
    return typeof found === 'string'
      ? none(found)
      : allowed(grades, found.index, one, found.because)
  })
}

function none(because: string): Graded {
  return { grade: null, because }
}

type Found = { readonly index: number; readonly because: string }

function byBand(grades: readonly Grade[], { low, high }: Candidate): Found | string {
  const bandOf = (value: Rational) =>
    grades.findIndex((grade) => grade.from === null || compare(value, rational(grade.from)) >= 0)
  const [worst, best] = [bandOf(low), bandOf(high)]
  if (worst !== best) return `还可能在 ${exactText(low)} 至 ${exactText(high)} 之间，等次未定`
  const from = grades[best]?.from
  if (best < 0) return '低于各等次的下限'
  const edge = from === null || from === undefined ? '以下各等之外' : `${from} 以上（含本数）`
  return { index: best, because: edge }
}

/** Ends of all candidates' intervals, each sorted upwards, so that a place is found without asking every other. */
interface Cohort {
  readonly size: number
  readonly lows: readonly Rational[]
  readonly highs: readonly Rational[]
}

/** How many values at the start of a sorted list fulfil a condition that never holds again once it fails. */
function countUpTo(sorted: readonly Rational[], holds: (value: Rational) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const value = sorted[middle]
    if (value !== undefined && holds(value)) from = middle + 1
    else to = middle
  }
  return from
}

/** Quotas are cut at whole units, rounding down; units that tie across an edge stay without grade. */
function byQuota(
  grades: readonly Grade[],
  one: Candidate,
  cohort: Cohort,
  complete: boolean,
): Found | string {
  const lacking = grades.find((grade) => grade.byQuota && grade.quota === null)
  if (lacking) return `“${lacking.label}”的比例原文没有印出，请先确定比例`
  if (!complete) return '还有单位没有结果，不能按比例评等次'
  const above = cohort.size - countUpTo(cohort.lows, (low) => compare(low, one.high) <= 0)
  // The agency itself is among those not below it.
  const notBelow = cohort.size - countUpTo(cohort.highs, (high) => compare(high, one.low) < 0) - 1
  const gradeAt = (position: number) => {
    let edge = ZERO
    return grades.findIndex((grade) => {
      if (grade.quota === null) return true
      edge = plus(edge, rational(grade.quota))
      return position <= wholeOf(times(edge, rational(cohort.size)))
    })
  }
  const [best, worst] = [gradeAt(above + 1), gradeAt(notBelow + 1)]
  if (best !== worst) return `名次在第 ${above + 1} 至第 ${notBelow + 1} 之间，跨了等次的界线，未定`
  if (best < 0) return '名次在各等次的比例之外'
  return { index: best, because: `${cohort.size} 个单位中列第 ${above + 1}` }
}

function wholeOf({ n, d }: Rational): number {
  return Number(fraction(n / d, 1n).n)
}

/** The grade reached or the best below it that no veto bars. */
function allowed(
  grades: readonly Grade[],
  reached: number,
  { barred, mayBar }: Bars,
  because: string,
): Graded {
  const index = grades.findIndex((grade, i) => i >= reached && !barred.has(grade.id))
  const grade = grades[index]
  if (!grade) return none('各等次都被一票否决排除')
  const doubt = mayBar.get(grade.id)
  if (doubt !== undefined) return none(`是否有“${doubt}”尚未核实，等次未定`)
  const bar = grades[reached]
  const why =
    index === reached ? '' : `；因“${barred.get(bar?.id ?? '') ?? ''}”不得评为${bar?.label ?? ''}`
  return { grade: grade.label, because: because + why }
}
