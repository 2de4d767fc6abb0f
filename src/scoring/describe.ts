/**
 * A scheme as it goes to the outside (contract §8, `scheme/1`) and how much of it can be settled by whom. Coverage
 * counts printed weight; it promises nothing about any agency's score.
 */
import { plus, type Rational, sum, toNumber, ZERO } from '#base/rational'
import type {
  Criterion,
  CriterionMode,
  Indicator,
  PriceRef,
  Scheme,
  SchemeCoverage,
} from '#model/scheme'
import { ruleOf } from './rule.ts'

export interface CriterionDocument {
  readonly id: string
  readonly kind: string
  readonly share: number | null
  readonly maxScore: number | null
  readonly state: CriterionMode
  readonly origin: 'source' | 'local'
  readonly reason: string | null
  readonly checks: readonly string[]
  readonly summary: string
  readonly ask: string | null
  readonly item: number | null
}

export interface IndicatorDocument {
  readonly id: string
  readonly path: readonly string[]
  readonly maxScore: number | null
  readonly method: string | null
  readonly appliesTo: string
  readonly scope: string | null
  readonly note: string | null
  readonly row: number | null
  readonly criteria: readonly CriterionDocument[]
  readonly zeroWhen: readonly string[]
  readonly coverage: SchemeCoverage
}

/** The document `scheme/1`. */
export interface SchemeDocument {
  readonly mingcha: 'scheme/1'
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly source: Scheme['source']
  readonly maxScore: number | null
  readonly groups: Scheme['groups']
  readonly levels: Scheme['levels']
  readonly indicators: readonly IndicatorDocument[]
  readonly outside: {
    readonly bonus: readonly IndicatorDocument[]
    readonly deductions: readonly IndicatorDocument[]
    readonly vetoes: readonly {
      readonly id: string
      readonly label: string
      readonly effect: string
    }[]
  }
  readonly warnings: readonly string[]
  readonly coverage: SchemeCoverage
}

export function schemeDocument(scheme: Scheme): SchemeDocument {
  const { bonus, deductions, vetoes } = scheme.outside
  return {
    mingcha: 'scheme/1',
    id: scheme.id,
    edition: scheme.edition,
    title: scheme.title,
    source: scheme.source,
    maxScore: scheme.maxScore,
    groups: scheme.groups,
    levels: scheme.levels,
    indicators: scheme.indicators.map(indicatorDocument),
    outside: {
      bonus: bonus.map(indicatorDocument),
      deductions: deductions.map(indicatorDocument),
      vetoes: vetoes.map(({ id, label, effect }) => ({ id, label, effect })),
    },
    warnings: scheme.warnings,
    coverage: schemeCoverage(scheme),
  }
}

/** Weights of the indicators inside the total, by how they can be settled; they sum to the total. */
export function schemeCoverage(scheme: Scheme): SchemeCoverage {
  return coverageOf(scheme.indicators)
}

function coverageOf(indicators: readonly Indicator[]): SchemeCoverage {
  const weights = new Map<CriterionMode, Rational>()
  for (const indicator of indicators)
    for (const criterion of indicator.criteria) {
      const { weight } = ruleOf(indicator, criterion)
      weights.set(criterion.state, plus(weights.get(criterion.state) ?? ZERO, weight))
    }
  const of = (mode: CriterionMode) => toNumber(weights.get(mode) ?? ZERO)
  return {
    machine: of('machine'),
    assisted: of('assisted'),
    manual: of('manual'),
    notRuled: of('not-ruled'),
  }
}

/** Weight that machine rules settle by our own reading of the source (left out by strict scoring). */
export function localMachineWeight(scheme: Scheme): number {
  return toNumber(
    sum(
      scheme.indicators.flatMap((indicator) =>
        indicator.criteria
          .filter((c) => c.state === 'machine' && c.origin === 'local')
          .map((c) => ruleOf(indicator, c).weight),
      ),
    ),
  )
}

function indicatorDocument(indicator: Indicator): IndicatorDocument {
  return {
    id: indicator.id,
    path: indicator.path,
    maxScore: indicator.maxScore,
    method: indicator.method,
    appliesTo: applicabilityText(indicator),
    scope: indicator.scope,
    note: indicator.note,
    row: indicator.ref.row,
    criteria: indicator.criteria.map((c) => criterionDocument(indicator, c)),
    zeroWhen: indicator.zeroWhen.map((note) => note.label),
    coverage: coverageOf([indicator]),
  }
}

function applicabilityText({ appliesTo }: Indicator): string {
  switch (appliesTo.kind) {
    case 'all':
      return '全部单位'
    case 'agencies':
      return appliesTo.names.join('、') + (appliesTo.open ? '等' : '')
    case 'attribute':
      return `具有下列属性之一的单位：${appliesTo.anyOf.join('、')}`
  }
}

function criterionDocument(indicator: Indicator, criterion: Criterion): CriterionDocument {
  const worth = ruleOf(indicator, criterion)
  return {
    id: criterion.id,
    kind: criterion.kind,
    share: criterion.share,
    maxScore: worth.priced ? toNumber(worth.weight) : null,
    state: criterion.state,
    origin: criterion.origin,
    reason: criterion.reason,
    checks: [...new Set(refsOf(criterion).map((ref) => `${ref.check}#${ref.outcome}`))],
    summary: criterion.summary,
    ask: criterion.ask,
    item: criterion.ref.item,
  }
}

/** Every check outcome a criterion refers to. */
export function refsOf(criterion: Criterion): readonly PriceRef[] {
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers':
      return criterion.answers.flatMap((a) => a.when)
    case 'deduct-each':
      return criterion.events.flatMap((e) => e.when)
    case 'ratio':
    case 'benchmark':
      return criterion.when
    case 'judgement':
    case 'not-ruled':
      return []
  }
}
