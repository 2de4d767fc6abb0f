/**
 * Scores a composite: every part under its own scheme and method from the same runs, then weighed. An agency's scheme
 * in a part is the one whose groups hold it.
 */
import { instantText } from '#base/day'
import type { Store } from '#model/ports'
import type { Composite, Scheme } from '#model/scheme'
import type { AgencyFacts, Composites, Scorecard, ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { type CompositeMember, schemeOfPart, settleComposite } from '#scoring/composite'
import { cardsOf, type Standing, standings } from '#scoring/settle'
import { gatherCohort, noUnits, type Units } from './cohort.ts'
import type { Context } from './host.ts'
import { ownCalendar } from './rooms.ts'
import type { Terminal } from './terminal.ts'

/** A composite's document with what it is made of. */
export interface CompositeScore {
  readonly composites: Composites
  /** Cards of every part, by part id. */
  readonly parts: Readonly<Record<string, readonly Scorecard[]>>
  /** Agencies of the registry that belong to no scheme of some part. */
  readonly outsiders: readonly string[]
}

export interface CompositeChoices {
  readonly asOf: string | null
  readonly strict: boolean
  /** Inputs of the composite and of every scheme of its parts. */
  readonly inputs: readonly ScoreInput[]
  readonly units?: Units
  /** Local rules left out (what-if), by scheme or composite id. */
  readonly localOff?: ReadonlyMap<string, ReadonlySet<string>>
}

export function computeComposite(
  context: Pick<Context, 'clock' | 'codeVersion'>,
  store: Store,
  composite: Composite,
  schemes: readonly Scheme[],
  choices: CompositeChoices,
): CompositeScore {
  const calendar = ownCalendar()
  const agencies = new Map<string, AgencyFacts>()
  const parts = new Map<string, Map<string, Standing>>()
  const cardsByPart: Record<string, Scorecard[]> = {}
  const offOf = (id: string) => {
    const localOff = choices.localOff?.get(id)
    return localOff === undefined ? {} : { localOff }
  }
  const everyone = choices.units === 'all'
  let asOf = choices.asOf ?? ''
  let complete = true
  for (const part of composite.parts)
    for (const id of part.schemes) {
      const scheme = schemes.find((one) => one.id === id)
      if (!scheme) continue
      const cohort = gatherCohort(context, store, scheme, {
        ...choices,
        units: everyone ? 'all' : 'own-or-none',
      })
      const own = cohort.facts.filter(
        ({ agency }) => schemeOfPart(part, schemes, agency, everyone)?.id === scheme.id,
      )
      // A table that assesses none of these units was looked at today, which says nothing of the others.
      if (own.length > 0 && cohort.asOf > asOf) asOf = cohort.asOf
      complete &&= cohort.complete
      const options = {
        strict: choices.strict,
        asOf: cohort.asOf,
        calendar,
        ...offOf(scheme.id),
        ...(part.method === null ? {} : { method: part.method }),
      }
      const peers = { cohortComplete: cohort.complete }
      const rows = standings(
        own.map((facts) => scoreAgency(scheme, facts, options)),
        peers,
      )
      cardsByPart[part.id] = [...(cardsByPart[part.id] ?? []), ...cardsOf(rows, peers)]
      for (const row of rows) {
        const { agency } = row.draft.facts
        const standing = parts.get(agency.id) ?? new Map<string, Standing>()
        parts.set(agency.id, standing.set(part.id, row))
        agencies.set(agency.id, { agency, portals: [], inputs: choices.inputs })
      }
    }
  if (agencies.size === 0)
    throw noUnits(
      composite.id,
      composite.parts
        .flatMap((part) => part.schemes)
        .flatMap((id) => schemes.find((one) => one.id === id)?.groups ?? []),
      store.registry().agencies,
    )
  const members = [...agencies.values()].map(
    (facts): CompositeMember => ({ facts, parts: parts.get(facts.agency.id) ?? new Map() }),
  )
  const cards = settleComposite(composite, members, {
    strict: choices.strict,
    asOf,
    calendar,
    cohortComplete: complete,
    ...offOf(composite.id),
  })
  const { id, edition, title } = composite
  const composites: Composites = {
    mingcha: 'composites/1',
    composite: { id, edition, title },
    strict: choices.strict,
    asOf,
    computedAt: instantText(context.clock.now()),
    codeVersion: context.codeVersion,
    cards,
  }
  const outsiders = store
    .registry()
    .agencies.filter((agency) =>
      composite.parts.some((part) => !parts.get(agency.id)?.has(part.id)),
    )
    .map((agency) => agency.name)
  return { composites, parts: cardsByPart, outsiders }
}

const shown = (value: number): string => String(Number(value.toFixed(2)))

export function printComposite(terminal: Terminal, { composite, asOf, cards }: Composites): void {
  terminal.print(`\n${composite.title}（${composite.id}，判定日 ${asOf}）`)
  const rows = cards.map((card) => {
    const off = card.external.filter((one) => one.settled !== 0)
    const parts = [
      ...card.parts.map((part) => `${part.label} ${part.arithmetic}`),
      ...off.map((one) => `${one.path.join(' > ')} ${shown(one.settled)}`),
    ].join('；')
    return [
      card.rank ?? '—',
      card.agency.name,
      shown(card.settled),
      `${shown(card.range[0])} ~ ${shown(card.range[1])}`,
      card.grade ?? '—',
      parts,
    ]
  })
  terminal.table([['名次', '单位', '已定得分', '可能范围', '等次', '各部分'], ...rows])
}
