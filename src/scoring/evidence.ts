/**
 * What the findings of one portal say about one rule: which finding meets which price, how sure that is, and which
 * checks said nothing. Decides when a finding may cost or earn at all (undecided softened or unsure ones never do);
 * leaves the arithmetic to criterion.ts.
 */

import { addMonths } from '#base/day'
import type { Verdict } from '#model/check'
import type { FindingView } from '#model/finding'
import type { CivilDay } from '#model/page'
import type { PriceRef, Scheme } from '#model/scheme'
import type { PortalFindings } from '#model/scorecard'

/** A price of a rule: what a matching finding stands for (an answer, an event, a measure). */
export interface Price<T> {
  readonly ref: PriceRef
  readonly stands: T
}

/**
 * `certain`: the finding settles what it stands for. `proposal`: it speaks for `stands`, a person must decide.
 * `open`: nothing can be said. `neutral`: it is not applicable or exempt. `aside`: it speaks of another time or of less
 * than the rule counts, so it surely counts nothing.
 */
export interface Reading<T> {
  readonly finding: FindingView
  readonly force: 'certain' | 'proposal' | 'open' | 'neutral' | 'aside'
  readonly stands: T | null
  /** Verdict of the outcome that holds (the person's, else the machine's); null when the outcome is unknown. */
  readonly verdict: Verdict | null
  /** A person's decision on the finding was used. */
  readonly reviewed: boolean
  readonly because: string
  readonly ask: string | null
}

export interface PortalEvidence<T> {
  readonly portalId: string
  readonly readings: readonly Reading<T>[]
  /** Checks asked that gave no finding for this rule, with the reason. */
  readonly silent: readonly { readonly check: string; readonly reason: string }[]
}

function carries(finding: FindingView, where: PriceRef['where']): boolean {
  if (where === null) return true
  return Object.entries(where).every(([key, value]) =>
    key === 'subject' ? finding.subject === value : finding.facts[key] === value,
  )
}

/** What evidence is read with: the scheme's verdicts and times, and the day of scoring. */
export interface Readership {
  readonly scheme: Scheme
  readonly asOf: CivilDay
}

/** Whether a finding meets the conditions of a price; null when its facts do not tell. */
function meets({ scheme, asOf }: Readership, finding: FindingView, ref: PriceRef): boolean | null {
  let all: boolean | null = true
  if (ref.above !== undefined) {
    if (finding.measure === null) all = null
    else if (finding.measure.value <= ref.above) return false
  }
  if (ref.within === undefined) return all
  const day = finding.facts[ref.within.fact]
  if (typeof day !== 'string') return null
  const end = ref.within.months === null ? scheme.span?.to : (scheme.monitoredOn ?? asOf)
  const start =
    ref.within.months === null
      ? scheme.span?.from
      : addMonths(scheme.monitoredOn ?? asOf, -ref.within.months)
  if (start === undefined || end === undefined) return null
  return day >= start && day <= end ? all : false
}

/** Reads one portal's findings against the prices of a rule. Order of findings does not matter. */
export function gather<T>(
  scheme: Readership,
  prices: readonly Price<T>[],
  portal: PortalFindings,
): PortalEvidence<T> {
  const checks = [...new Set(prices.map((price) => price.ref.check))]
  const readings: Reading<T>[] = []
  const silent: { check: string; reason: string }[] = []
  for (const check of checks) {
    const own = prices.filter((price) => price.ref.check === check)
    const relevant = portal.findings
      .filter((f) => f.check === check && own.some((price) => carries(f, price.ref.where)))
      .sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0))
    if (relevant.length === 0) silent.push({ check, reason: whySilent(portal, check) })
    for (const finding of relevant) readings.push(read(scheme, own, finding))
  }
  return { portalId: portal.portalId, readings, silent }
}

function whySilent(portal: PortalFindings, check: string): string {
  const state = portal.states.find((s) => s.check === check && s.state !== 'done')
  if (state?.state === 'error') return `检查 ${check} 运行出错：${state.reason ?? '原因未记录'}`
  if (state) return `检查 ${check} 未能进行：${state.reason ?? '原因未记录'}`
  return portal.states.length === 0 && portal.findings.length === 0
    ? '该网站没有可用的扫描结果'
    : `检查 ${check} 没有给出这一条的结果`
}

function read<T>(
  reader: Readership,
  prices: readonly Price<T>[],
  finding: FindingView,
): Reading<T> {
  const { decision } = finding
  const outcome = decision?.outcome ?? finding.outcome
  const known = reader.scheme.verdicts[`${finding.check}#${outcome}`] ?? null
  const verdict = decision ? known : finding.verdict
  const base = { finding, verdict, reviewed: decision !== null, ask: finding.ask }
  if (decision?.outcome === 'exempt')
    return { ...base, force: 'neutral', stands: null, because: `已豁免：${decision.reason}` }
  const named = prices.filter((p) => p.ref.outcome === outcome && carries(finding, p.ref.where))
  const price =
    named.find((p) => meets(reader, finding, p.ref) === true) ??
    named.find((p) => meets(reader, finding, p.ref) === null)
  const stands = price?.stands ?? null
  const because = decision
    ? `复核认定“${outcome}”：${decision.reason}（机器原判“${finding.outcome}”）`
    : finding.message
  if (finding.downgraded !== null && !decision)
    return {
      ...base,
      force: 'proposal',
      stands,
      because: `${because}（${finding.downgraded.because}，待人工核实）`,
    }
  if (!price && named.length > 0 && (verdict === 'pass' || verdict === 'fail'))
    return { ...base, force: 'aside', stands: null, because: `${because}（不在计分的范围内）` }
  if (price && meets(reader, finding, price.ref) === null)
    return {
      ...base,
      force: 'proposal',
      stands,
      because: `${because}（日期或数值未知，是否计入待人工核实）`,
    }
  if (verdict === 'not-applicable' && !price)
    return { ...base, force: 'neutral', stands: null, because }
  if (verdict !== 'pass' && verdict !== 'fail')
    return { ...base, force: stands === null ? 'open' : 'proposal', stands, because }
  if (price) return { ...base, force: price.ref.settles ? 'certain' : 'proposal', stands, because }
  return {
    ...base,
    force: 'open',
    stands: null,
    because: verdict === 'fail' ? `${because}（体系没有规定这种结果如何计分）` : because,
  }
}
