/**
 * Written rules → criteria of the closed union, kind by kind. Whether they hold together is checked by scheme-build.ts.
 */
import type {
  Answer,
  CountedAnswers,
  CountedEvent,
  Criterion,
  JudgementCriterion,
  PortalRule,
  PriceRef,
} from '#model/criterion'
import type { CriterionEntry, PriceEntry } from './scheme-file.ts'

export type Amount = { readonly share?: number | undefined; readonly points?: number | undefined }

/** Figures of a rule's steps, events or units, which must be written like the rule's own. */
export function amountsOf(entry: CriterionEntry): readonly Amount[] {
  switch (entry.kind) {
    case 'tiers':
      return entry.tiers
    case 'deduct-each':
    case 'award-each':
      return entry.events
    case 'scale':
      return entry.steps
    case 'deadline':
      return entry.dues
    case 'target':
    case 'over-target':
      return [entry.each]
    default:
      return []
  }
}

/** Counts of events add up over the portals of an agency; everything else follows the scheme. */
export function defaultPortals(kind: Criterion['kind'], scheme: PortalRule): PortalRule {
  const counted = kind === 'deduct-each' || kind === 'award-each'
  return counted ? 'sum' : scheme
}

type Base = Omit<JudgementCriterion, 'kind'>
type Refs = (list: readonly PriceEntry[], at: PropertyKey[]) => readonly PriceRef[]

function countedOf(
  { met, unmet }: { met: readonly PriceEntry[]; unmet: readonly PriceEntry[] },
  refs: Refs,
): CountedAnswers | null {
  if (met.length + unmet.length === 0) return null
  return { met: refs(met, ['met']), unmet: refs(unmet, ['unmet']) }
}

export function buildCriterion(entry: CriterionEntry, base: Base, refs: Refs): Criterion {
  const worth = (amount: Amount) => amount.share ?? amount.points ?? 0
  switch (entry.kind) {
    case 'yes-no':
      return {
        ...base,
        kind: 'yes-no',
        answers: [
          // Without points, the answer weighs 1 so that it can be told from its opposite.
          {
            id: 'met',
            label: '符合',
            worth: entry.share ?? entry.points ?? 1,
            when: refs(entry.met, ['met']),
          },
          { id: 'unmet', label: '不符合', worth: 0, when: refs(entry.unmet, ['unmet']) },
        ],
      }
    case 'tiers': {
      const tiers: Answer[] = entry.tiers.map((tier, i) => ({
        id: tier.id,
        label: tier.label,
        worth: worth(tier),
        when: refs(tier.when, ['tiers', i, 'when']),
      }))
      const none: Answer = { id: 'none', label: '都不符合', worth: 0, when: [] }
      const complete = tiers.some((tier) => tier.worth === 0)
      return { ...base, kind: 'tiers', answers: complete ? tiers : [...tiers, none] }
    }
    case 'ratio':
      return {
        ...base,
        kind: 'ratio',
        of: entry.of,
        sample: entry.sample ?? null,
        when: refs(entry.when, ['when']),
        counted: countedOf(entry, refs),
      }
    case 'benchmark':
      return { ...base, kind: 'benchmark', of: entry.of, when: refs(entry.when, ['when']) }
    case 'deduct-each':
    case 'award-each': {
      const events: CountedEvent[] = entry.events.map((event, i) => ({
        id: event.id,
        label: event.label,
        each: worth(event),
        when: refs(event.when, ['events', i, 'when']),
        ...(event.most === undefined ? {} : { most: event.most }),
      }))
      return { ...base, kind: entry.kind, cap: entry.cap, events }
    }
    case 'judgement':
      return { ...base, kind: 'judgement' }
    case 'scale':
      return {
        ...base,
        kind: 'scale',
        of: entry.of,
        unit: entry.unit,
        direction: entry.direction,
        steps: entry.steps.map((step) => ({
          id: step.id,
          label: step.label,
          limit: step.limit,
          worth: worth(step),
          from: step.from ?? null,
          until: step.until ?? null,
        })),
        otherwise: entry.otherwise,
        extension: entry.extension ?? 0,
        when: refs(entry.when, ['when']),
        counted: countedOf(entry, refs),
      }
    case 'deadline':
      return {
        ...base,
        kind: 'deadline',
        of: entry.of,
        when: refs(entry.when, ['when']),
        fact: entry.fact,
        dues: entry.dues.map(({ id, label, by, ...due }) => ({ id, label, by, worth: worth(due) })),
      }
    case 'target':
      return {
        ...base,
        kind: 'target',
        of: entry.of,
        target: entry.target,
        each: worth(entry.each),
        cap: entry.cap,
        when: refs(entry.when, ['when']),
      }
    case 'over-target':
      return {
        ...base,
        kind: 'over-target',
        of: entry.of,
        target: entry.target,
        per: entry.per,
        each: worth(entry.each),
        valueOf: entry.valueOf ?? null,
        when: refs(entry.when, ['when']),
      }
    case 'series':
      return {
        ...base,
        kind: 'series',
        of: entry.of,
        times: entry.times,
        from: entry.from,
        to: entry.to,
      }
    case 'items':
      return {
        ...base,
        kind: 'items',
        of: entry.of,
        checklist: entry.checklist ?? null,
        names: entry.names,
        take: entry.take ?? null,
        draw: entry.draw,
        noRows: entry.noRows,
        when: refs(entry.when, ['when']),
      }
    case 'lead-penalty':
      return { ...base, kind: 'lead-penalty', of: entry.of, factor: entry.factor }
  }
}
