/**
 * What an indicator is worth for one agency. Mostly the printed figure; where points stand only on the level above
 * (15 printed on 重点领域信息公开, none on its rows), what the rows do not print is shared equally among those that
 * apply to the agency. The split is ours, so strict scoring keeps such rows open.
 */
import { minus, over, type Rational, rational, sum, ZERO } from '#base/rational'
import type { Indicator, PointPool, Scheme } from '#model/scheme'
import type { Applies } from './applies.ts'

export interface Worth {
  /** Signed figure; null in schemes without points. */
  readonly max: Rational | null
  /** False: the split itself is open (strict scoring of a local split, or rows that may not apply). */
  readonly sure: boolean
}

function poolOf(scheme: Scheme, indicator: Indicator): PointPool | null {
  if (indicator.maxScore !== null) return null
  const under = (pool: PointPool) => pool.path.every((name, i) => indicator.path[i] === name)
  return scheme.pools.find(under) ?? null
}

/** Worth of an indicator inside the total or outside it, given which rows apply to the agency. */
export function worthOf(
  scheme: Scheme,
  indicator: Indicator,
  applies: (indicator: Indicator) => Applies,
  strict: boolean,
): Worth {
  if (indicator.maxScore !== null) return { max: rational(indicator.maxScore), sure: true }
  if (scheme.maxScore === null) return { max: null, sure: true }
  // External items without a printed bound: the whole total is the natural one.
  if (scheme.outside.external.includes(indicator))
    return { max: rational(-scheme.maxScore), sure: true }
  const pool = poolOf(scheme, indicator)
  if (pool === null) return { max: null, sure: true }
  const under = scheme.indicators.filter((one) => pool.path.every((n, i) => one.path[i] === n))
  const rows = under.filter((one) => one.maxScore === null)
  const printed = sum(under.map((one) => rational(one.maxScore ?? 0)))
  const rest = minus(rational(pool.maxScore), printed)
  const asked = rows.filter((one) => applies(one) !== 'no')
  // Nothing applies: the whole rest is not applicable, told row by row.
  const sharing = asked.length === 0 ? rows : asked
  const doubt = rows.some((one) => applies(one) === 'unknown')
  return {
    max: sharing.includes(indicator) ? over(rest, rational(sharing.length)) : ZERO,
    sure: !doubt && !(strict && pool.origin === 'local'),
  }
}
