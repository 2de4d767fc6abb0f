/**
 * What the findings of one portal say about one rule: which finding meets which price, how sure that is, and which
 * checks said nothing. Decides when a finding may cost or earn at all (undecided softened or unsure ones never do);
 * leaves the arithmetic to criterion.ts.
 */

import { addMonths } from '#base/day'
import type { Verdict } from '#model/check'
import type { PriceRef } from '#model/criterion'
import { ASKED_WITH, type FindingView, LEFT_OPEN } from '#model/finding'
import type { CivilDay } from '#model/page'
import type { Scheme } from '#model/scheme'
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

/** Whether a finding is one of those a price selects by its facts and subject. */
export function carries(
  finding: Pick<FindingView, 'subject' | 'facts'>,
  where: PriceRef['where'],
): boolean {
  if (where === null) return true
  for (const key in where)
    if ((key === 'subject' ? finding.subject : finding.facts[key]) !== where[key]) return false
  return true
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
  const readings: Reading<T>[] = []
  const silent: { check: string; reason: string }[] = []
  const checks = new Set<string>()
  for (const price of prices) checks.add(price.ref.check)
  for (const check of checks) {
    const own = checks.size === 1 ? prices : prices.filter((price) => price.ref.check === check)
    const all = findingsOf(portal, check)
    const relevant = own.some((price) => price.ref.where === null)
      ? all
      : all.filter((f) => own.some((price) => carries(f, price.ref.where)))
    if (relevant.length === 0) silent.push({ check, reason: whySilent(portal, check) })
    for (const finding of relevant) {
      const asked = askedElsewhere(portal, finding)
      readings.push(asked ?? read(scheme, own, finding))
    }
  }
  return { portalId: portal.portalId, readings, silent }
}

/** Findings of each check by identity, made once per portal: a scheme asks for the same portal many times. */
const indexes = new WeakMap<PortalFindings, ReadonlyMap<string, FindingView[]>>()

function findingsOf(portal: PortalFindings, check: string): readonly FindingView[] {
  const known = indexes.get(portal)
  if (known) return known.get(check) ?? []
  const index = new Map<string, FindingView[]>()
  for (const finding of portal.findings) {
    const list = index.get(finding.check)
    if (list) list.push(finding)
    else index.set(finding.check, [finding])
  }
  for (const list of index.values())
    list.sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0))
  indexes.set(portal, index)
  return index.get(check) ?? []
}

function whySilent(portal: PortalFindings, check: string): string {
  const state = portal.states.find((s) => s.check === check && s.state !== 'done')
  const title = portal.titles?.get(check) ?? check
  if (state?.state === 'error') return `检查“${title}”运行出错：${state.reason ?? '原因未记录'}`
  if (state) return `检查“${title}”未能进行：${state.reason ?? '原因未记录'}`
  return portal.states.length === 0 && portal.findings.length === 0
    ? '该网站没有可用的扫描结果'
    : `检查“${title}”没有给出这一条的结果`
}

/**
 * Of a finding whose question another one asks, or this very line: open till that is decided; exempt with the other one. Null
 * for findings that stand for themselves, and once a person has decided this one.
 */
function askedElsewhere(portal: PortalFindings, finding: FindingView): Reading<never> | null {
  const identity = finding.facts[ASKED_WITH]
  const isOpen = typeof identity === 'string' || finding.facts[LEFT_OPEN] === true
  if (!isOpen || finding.decision !== null) return null
  const asking = portal.findings.find((one) => one.identity === identity)
  const exempt = asking?.decision?.outcome === 'exempt'
  return {
    finding,
    verdict: finding.verdict,
    reviewed: exempt,
    ask: asking?.ask ?? null,
    force: exempt ? 'neutral' : 'open',
    stands: null,
    because: exempt ? `已一并豁免：${asking.decision.reason}` : finding.message,
  }
}

function read<T>(
  reader: Readership,
  prices: readonly Price<T>[],
  finding: FindingView,
): Reading<T> {
  const { decision } = finding
  const outcome = decision?.outcome ?? finding.outcome
  const verdict = decision
    ? (reader.scheme.verdicts[`${finding.check}#${outcome}`] ?? null)
    : finding.verdict
  // One object a reading: a province has millions.
  const as = (force: Reading<T>['force'], stands: T | null, because: string): Reading<T> => ({
    finding,
    verdict,
    reviewed: decision !== null,
    ask: finding.ask,
    force,
    stands,
    because,
  })
  if (decision?.outcome === 'exempt') return as('neutral', null, `已豁免：${decision.reason}`)
  let price: Price<T> | undefined
  let certain = false
  let named = false
  for (const one of prices) {
    if (certain || one.ref.outcome !== outcome || !carries(finding, one.ref.where)) continue
    const met = meets(reader, finding, one.ref)
    named = true
    certain = met === true
    if (certain || (met === null && !price)) price = one
  }
  const stands = price?.stands ?? null
  const because = decision
    ? `复核认定“${outcome}”：${decision.reason}（机器原判“${finding.outcome}”）`
    : finding.message
  if (finding.downgraded !== null && !decision)
    return as('proposal', stands, `${because}（${finding.downgraded.because}，待人工核实）`)
  if (!price && named && (verdict === 'pass' || verdict === 'fail'))
    return as('aside', null, `${because}（不在计分的范围内）`)
  if (price && !certain)
    return as('proposal', stands, `${because}（日期或数值未知，是否计入待人工核实）`)
  if (verdict === 'not-applicable' && !price) return as('neutral', null, because)
  if (verdict !== 'pass' && verdict !== 'fail')
    return as(stands === null ? 'open' : 'proposal', stands, because)
  if (price) return as(price.ref.settles ? 'certain' : 'proposal', stands, because)
  return as(
    'open',
    null,
    verdict === 'fail' ? `${because}（体系没有规定这种结果如何计分）` : because,
  )
}
