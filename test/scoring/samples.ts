/** Small checks, schemes and findings of our own for scoring tests. */
import { join } from 'node:path'
import { loadScheme } from '#catalog/schemes'
import type { Check, Measure, OutcomeSpec } from '#model/check'
import type { FindingView } from '#model/finding'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts, CriterionScore, Scorecard, ScoreInput } from '#model/scorecard'

function check(id: string, outcomes: Readonly<Record<string, OutcomeSpec>>): Check {
  return {
    id,
    revision: 1,
    title: id,
    question: '？',
    basis: [],
    scope: 'portal',
    needs: [],
    params: {},
    outcomes,
    example: '例',
    run: () => [],
  }
}

const pass: OutcomeSpec = { verdict: 'pass', message: '好' }
const fail: OutcomeSpec = { verdict: 'fail', message: '不好' }
const unsure: OutcomeSpec = { verdict: 'unsure', message: '说不准', ask: '怎样？' }
const none: OutcomeSpec = { verdict: 'not-applicable', message: '不适用' }

export const sampleChecks: readonly Check[] = [
  check('sample/column-missing', { present: pass, missing: fail, unclear: unsure, none }),
  check('sample/column-stale', { fresh: pass, stale: fail, empty: fail, undated: unsure }),
  check('sample/share-low', { measured: pass, unread: unsure }),
  check('sample/count-low', { counted: pass, unread: unsure }),
  check('sample/lag-long', { timely: pass, late: fail, undated: unsure }),
]

export const WORKED = join(import.meta.dirname, '../../fixtures/schemes/worked-example')

export function workedScheme(): Scheme {
  return loadScheme(join(WORKED, 'scheme'), { checks: sampleChecks })
}

export interface FindingSpec {
  readonly check: string
  readonly outcome: string
  readonly subject?: string
  readonly measure?: number
  readonly unit?: Measure['unit']
  readonly decided?: string
  readonly downgraded?: string
  readonly facts?: FindingView['facts']
}

export function finding(portalId: string, spec: FindingSpec, checks = sampleChecks): FindingView {
  const subject = spec.subject ?? '首页'
  const declared = checks.find((c) => c.id === spec.check)?.outcomes[spec.outcome]
  if (!declared) throw new Error(`no outcome ${spec.check}#${spec.outcome}`)
  const identity = `${portalId}/${spec.check}/${subject}`
  return {
    id: `f:${identity}`,
    identity,
    run: 'run',
    at: 0,
    agencyId: 'a',
    portalId,
    check: spec.check,
    revision: 1,
    params: {},
    outcome: spec.outcome,
    verdict: spec.downgraded === undefined ? declared.verdict : 'unsure',
    subject,
    message: `${subject}：${declared.message}`,
    ask: declared.ask ?? null,
    facts: spec.facts ?? {},
    measure:
      spec.measure === undefined ? null : { value: spec.measure, unit: spec.unit ?? 'count' },
    downgraded:
      spec.downgraded === undefined ? null : { from: declared.verdict, because: spec.downgraded },
    pages: [],
    evidence: [],
    decision:
      spec.decided === undefined
        ? null
        : {
            id: 'd',
            identity,
            outcome: spec.decided,
            reason: '已到现场核实',
            by: '评估员',
            at: 1_700_000_000_000,
            findingId: `f:${identity}`,
          },
    firstSeen: 0,
    state: 'new',
  }
}

export function facts(
  scheme: Scheme,
  name: string,
  portals: readonly (readonly FindingSpec[])[],
  inputs: Readonly<Record<string, ScoreInput['value']>> = {},
  attributes: readonly string[] = [],
  checks = sampleChecks,
): AgencyFacts {
  return {
    agency: { id: name, name, group: '各局', attributes },
    portals: portals.map((list, i) => ({
      portalId: `${name}${i}`,
      findings: list.map((spec) => finding(`${name}${i}`, spec, checks)),
      states: [],
    })),
    inputs: Object.entries(inputs).map(([target, value]) => ({
      scheme: scheme.id,
      agencyId: name,
      target,
      value,
      by: '评估员',
      at: null,
      reason: '现场核实',
    })),
  }
}

/** All criteria of a card by id, those outside the total included. */
export function criteriaOf(card: Scorecard): ReadonlyMap<string, CriterionScore> {
  const all = [
    ...card.indicators.flatMap((i) => i.criteria),
    ...card.outside.bonus,
    ...card.outside.deductions,
    ...card.outside.external,
  ]
  return new Map(all.map((c) => [c.id, c]))
}
