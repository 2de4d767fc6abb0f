/**
 * Scores one agency under one scheme: applicability, every criterion, zeroing notes, 不重复扣分, vetoes. The result is
 * an exact draft; what needs all peers, ranks and plain numbers come from settle.ts.
 */
import { type WorkCalendar, workCalendar } from '#base/calendar'
import { greatest, least, type Rational, same, ZERO } from '#base/rational'
import type { PriceRef } from '#model/criterion'
import type { CivilDay } from '#model/page'
import type { Indicator, Scheme } from '#model/scheme'
import type { AgencyFacts, CriterionState, VetoScore } from '#model/scorecard'
import { type Applies, appliesTo } from './applies.ts'
import { priceCriterion } from './criterion.ts'
import { gather } from './evidence.ts'
import { worthOf } from './pools.ts'
import { withRest } from './rest.ts'
import { grounds, type PricedCriterion, type PricingContext } from './rule.ts'

export interface IndicatorDraft {
  readonly indicator: Indicator
  /** Signed worth for this agency (its part of a pool where the row prints none); null without points. */
  readonly max: Rational | null
  readonly applies: Applies
  readonly criteria: readonly PricedCriterion[]
  readonly zeroed: { readonly id: string; readonly because: string } | null
  readonly openZeroNotes: readonly { readonly id: string; readonly label: string }[]
}

/** One agency, exact, before peers are known. */
export interface AgencyDraft {
  readonly scheme: Scheme
  readonly facts: AgencyFacts
  readonly strict: boolean
  readonly indicators: readonly IndicatorDraft[]
  readonly bonus: readonly IndicatorDraft[]
  readonly deductions: readonly IndicatorDraft[]
  readonly external: readonly IndicatorDraft[]
  readonly vetoes: readonly VetoScore[]
}

export interface ScoreOptions {
  /** Leave out everything of `origin: local`. */
  readonly strict: boolean
  /** Day the scoring is made for. Absent: the last day of what the scheme says it assesses. */
  readonly asOf?: CivilDay
  /** Working days; absent: none is known, and lags in working days stay open. */
  readonly calendar?: WorkCalendar
  /** Seed of draws; absent: scheme id and edition, so that a draw can be repeated. */
  readonly seed?: string
  /** Only inputs of this method (and those of none) count. */
  readonly method?: string
  /** Local criteria left out (what-if). */
  readonly localOff?: ReadonlySet<string>
}

const NO_CALENDAR = workCalendar([])
const NOTHING: ReadonlySet<string> = new Set()

/**
 * Pure and total. `facts.portals` must hold one entry for each portal of the agency; one without findings and states
 * counts as not scanned and keeps its criteria open.
 */
export function scoreAgency(
  scheme: Scheme,
  facts: AgencyFacts,
  options: ScoreOptions,
): AgencyDraft {
  const own: AgencyFacts = {
    ...facts,
    inputs: facts.inputs.filter(
      (i) =>
        i.scheme === scheme.id &&
        i.agencyId === facts.agency.id &&
        (i.method === undefined || i.method === options.method),
    ),
  }
  const context: PricingContext = {
    scheme,
    facts: own,
    strict: options.strict,
    localOff: options.localOff ?? NOTHING,
    asOf: options.asOf ?? lastDay(scheme),
    calendar: options.calendar ?? NO_CALENDAR,
    seed: options.seed ?? `${scheme.id}/${scheme.edition}`,
    spared: NOTHING,
  }
  const { bonus, deductions, vetoes, external } = scheme.outside
  const first = [scheme.indicators, bonus, deductions, external].map((list) =>
    list.map((indicator) => draftIndicator(context, indicator)),
  )
  const [inside = [], bonusDrafts = [], deductionDrafts = [], externalDrafts = []] = first.map(
    (list) => list.map((draft) => spareCharged(context, draft, first.flat())),
  )
  return {
    scheme,
    facts: own,
    strict: options.strict,
    indicators: inside,
    bonus: bonusDrafts,
    deductions: deductionDrafts,
    external: externalDrafts,
    vetoes: vetoes.map((veto) => {
      const { state, because, findings } = weighNote(context, veto.id, veto.when)
      return { id: veto.id, label: veto.label, effect: veto.effect, state, because, findings }
    }),
  }
}

function lastDay(scheme: Scheme): CivilDay {
  return scheme.monitoredOn ?? scheme.span?.to ?? scheme.source.issued ?? '9999-12-31'
}

/** A person's word on the indicator first, then its printed rule. */
function indicatorApplies(context: PricingContext, indicator: Indicator): Applies {
  const kind = context.facts.inputs.findLast((i) => i.target === indicator.id)?.value.kind
  if (kind === 'not-applicable') return 'no'
  return kind === 'applies' ? 'yes' : appliesTo(context, indicator.appliesTo)
}

function draftIndicator(context: PricingContext, indicator: Indicator): IndicatorDraft {
  const input = context.facts.inputs.findLast((i) => i.target === indicator.id)
  const answer = indicatorApplies(context, indicator)
  const { max, sure } = worthOf(
    context.scheme,
    indicator,
    (one) => indicatorApplies(context, one),
    context.strict,
  )
  const priced = withRest(
    max,
    indicator.criteria.map((c) => {
      const one = voided(context, priceCriterion(context, max, c))
      return sure || one.state === 'not-applicable' || one.state === 'not-ruled'
        ? one
        : unsplit(one)
    }),
  )
  const none = { max, zeroed: null, openZeroNotes: [] }
  if (answer === 'no') {
    const because = input?.reason ?? '本指标不适用于该单位'
    return {
      indicator,
      applies: 'no',
      criteria: priced.map((c) => ({ ...blank(c), state: 'not-applicable', because })),
      ...none,
    }
  }
  if (answer === 'unknown')
    return {
      indicator,
      applies: 'unknown',
      criteria: priced.map((c) => (c.state === 'not-ruled' ? c : doubtful(c))),
      ...none,
    }
  return applyZeroNotes(context, { indicator, applies: 'yes', criteria: priced, ...none })
}

/** Points of the level shared by rows nobody printed: whatever was found, the row's worth itself is open. */
function unsplit(c: PricedCriterion): PricedCriterion {
  return {
    ...c,
    state: 'open',
    low: least(c.low, ZERO),
    because: `这一级的分值怎样分给各行，原文没有印出；${c.because}`,
    ask: c.ask ?? '这一行的分值是多少？',
    benchmark: null,
  }
}

/** 该条不得分: conditions that void one part only; unanswered ones leave it open down to 0. */
function voided(context: PricingContext, c: PricedCriterion): PricedCriterion {
  const notes = c.criterion.voidWhen ?? []
  if (notes.length === 0 || c.state === 'not-applicable') return c
  const answers = notes.map((note) => ({ note, answer: weighNote(context, note.id, note.when) }))
  const hit = answers.find(({ answer }) => answer.state === 'holds')
  if (hit)
    return {
      ...c,
      state: hit.answer.by,
      low: ZERO,
      high: ZERO,
      arithmetic: `${c.arithmetic} → 0`,
      because: `${hit.note.label}，本条不得分：${hit.answer.because}`,
      ask: null,
      findings: [...new Set([...c.findings, ...hit.answer.findings])],
      benchmark: null,
    }
  const pending = answers.find(({ answer }) => answer.state === 'open')
  if (!pending) return c
  return {
    ...c,
    state: 'open',
    low: least(c.low, ZERO),
    because: `${c.because}；是否有“${pending.note.label}”尚未核实`,
    ask: c.ask ?? `是否有“${pending.note.label}”的情形？`,
    benchmark: null,
  }
}

/** No score, nothing charged. */
function blank(c: PricedCriterion): PricedCriterion {
  return {
    ...c,
    low: ZERO,
    high: ZERO,
    arithmetic: '不适用，不计分',
    ask: null,
    charged: { sure: [], maybe: [] },
    benchmark: null,
  }
}

/** The printed list is open and does not name the agency: it may not apply at all. */
function doubtful(c: PricedCriterion): PricedCriterion {
  return {
    ...c,
    state: 'open',
    low: least(c.low, ZERO),
    high: greatest(c.high, ZERO),
    because: `名单以“等”结尾，没有列出该单位；${c.because}`,
    ask: '本指标是否适用于该单位？',
    benchmark: null,
  }
}

interface NoteAnswer {
  readonly state: 'holds' | 'cleared' | 'open'
  readonly by: CriterionState
  readonly because: string
  readonly findings: readonly string[]
}

/** Whether a zeroing note or veto holds: a person's input first, then settled findings; silence clears nothing. */
function weighNote(context: PricingContext, id: string, when: readonly PriceRef[]): NoteAnswer {
  const input = context.facts.inputs.findLast((i) => i.target === id)
  if (input?.value.kind === 'holds')
    return {
      state: input.value.holds ? 'holds' : 'cleared',
      by: 'manual',
      because: input.reason,
      findings: [],
    }
  const prices = when.map((ref) => ({ ref, stands: true as const }))
  const evidence =
    prices.length === 0
      ? []
      : context.facts.portals.map((portal) => gather(context, prices, portal))
  const readings = evidence.flatMap((e) => e.readings)
  const findings = readings.map((r) => r.finding.id).sort()
  const holding = readings.filter((r) => r.force === 'certain')
  if (holding.length > 0)
    return {
      state: 'holds',
      by: holding.some((r) => r.reviewed) ? 'reviewed' : 'machine',
      because: grounds(holding.map((r) => r.because)),
      findings,
    }
  const unclear = readings.some(
    (r) =>
      r.force === 'proposal' ||
      (r.force === 'open' && r.verdict !== 'pass' && r.verdict !== 'fail'),
  )
  const silent = evidence.length === 0 || evidence.some((e) => e.silent.length > 0)
  if (unclear || silent) return { state: 'open', by: 'open', because: '尚未核实', findings }
  return { state: 'cleared', by: 'machine', because: '没有发现这种情形', findings }
}

function applyZeroNotes(context: PricingContext, draft: IndicatorDraft): IndicatorDraft {
  const notes = draft.indicator.zeroWhen.map((note) => ({
    note,
    answer: weighNote(context, note.id, note.when),
  }))
  const hit = notes.find((n) => n.answer.state === 'holds')
  if (!hit)
    return {
      ...draft,
      openZeroNotes: notes
        .filter((n) => n.answer.state === 'open')
        .map(({ note }) => ({ id: note.id, label: note.label })),
    }
  const because = `${hit.note.label}，该指标不得分：${hit.answer.because}`
  return {
    ...draft,
    zeroed: { id: hit.note.id, because },
    criteria: draft.criteria.map((c) =>
      c.state === 'not-applicable'
        ? c
        : {
            ...c,
            state: hit.answer.by,
            low: ZERO,
            high: ZERO,
            arithmetic: `${c.arithmetic} → 0`,
            because,
            ask: null,
            findings: [...new Set([...c.findings, ...hit.answer.findings])],
            benchmark: null,
          },
    ),
  }
}

/**
 * 不重复扣分: prices the criteria that ask for it again, without the findings that cost score in any other criterion.
 * While another criterion may still charge a finding, both readings stay possible.
 */
function spareCharged(
  context: PricingContext,
  draft: IndicatorDraft,
  all: readonly IndicatorDraft[],
): IndicatorDraft {
  if (!draft.criteria.some((c) => c.criterion.unlessChargedElsewhere)) return draft
  if (draft.applies !== 'yes' || draft.zeroed) return draft
  const others = all
    .flatMap((d) => d.criteria)
    .filter((c) => !c.criterion.unlessChargedElsewhere && c.state !== 'not-applicable')
  const sure = new Set(others.flatMap((c) => c.charged.sure))
  const maybe = new Set([...sure, ...others.flatMap((c) => c.charged.maybe)])
  const criteria = draft.criteria.map((c) => {
    if (!c.criterion.unlessChargedElsewhere || c.decision?.outcome === '不适用') return c
    const now = priceCriterion({ ...context, spared: sure }, draft.max, c.criterion)
    const later = priceCriterion({ ...context, spared: maybe }, draft.max, c.criterion)
    if (same(now.low, later.low) && same(now.high, later.high)) return now
    return {
      ...now,
      state: 'open' as const,
      low: least(now.low, later.low),
      high: greatest(now.high, later.high),
      because: `${now.because}（同一问题在其他指标是否扣分尚未确定，待其确定后再计）`,
      ask: now.ask ?? '同一问题是否已在其他指标扣分？',
    }
  })
  return { ...draft, criteria: withRest(draft.max, criteria) }
}
