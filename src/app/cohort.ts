/**
 * Who is scored under a scheme and from what: the agencies of the registry it assesses, each with the findings of its
 * latest run at or before the day. Pricing is scoring's.
 */
import { dayOf } from '#base/day'
import type { CivilDay } from '#model/page'
import type { Agency } from '#model/portal'
import type { Store } from '#model/ports'
import type { Scheme } from '#model/scheme'
import type { AgencyFacts, ScoreInput } from '#model/scorecard'
import type { Context } from './host.ts'

export interface Cohort {
  readonly facts: readonly AgencyFacts[]
  /** Day scored for: the one asked, else that of the newest run. */
  readonly asOf: CivilDay
  /** Every agency the scheme prints is here and was scanned, so that peers can be compared. */
  readonly complete: boolean
  /** Instant of scoring, epoch milliseconds. */
  readonly now: number
}

export function gatherCohort(
  context: Pick<Context, 'clock'>,
  store: Store,
  scheme: Scheme,
  choices: { readonly asOf: CivilDay | null; readonly inputs?: readonly ScoreInput[] },
): Cohort {
  const registry = store.registry()
  const agencies = assessed(scheme, registry.agencies)
  let newest: CivilDay | null = null
  let scanned = 0
  const facts = agencies.map((agency): AgencyFacts => {
    const portals = registry.portals.filter((portal) => portal.agencyId === agency.id)
    let found = false
    const own = portals.map((portal) => {
      const run = store.latestRun(portal.id, choices.asOf ?? undefined)
      if (run === null) return { portalId: portal.id, findings: [], states: [] }
      found = true
      if (newest === null || run.asOf > newest) newest = run.asOf
      return {
        portalId: portal.id,
        findings: [...store.findings({ runs: [run.id] })],
        states: store.checkStates(run.id),
      }
    })
    if (found) scanned += 1
    return { agency, portals: own, inputs: choices.inputs ?? [] }
  })
  const now = context.clock.now()
  return {
    facts,
    asOf: choices.asOf ?? newest ?? dayOf(now),
    complete: scanned === agencies.length && namesAllPresent(scheme, agencies),
    now,
  }
}

/** Agencies of the scheme's groups or on its lists; a registry that names none of these is scored whole. */
export function assessed(scheme: Scheme, agencies: readonly Agency[]): readonly Agency[] {
  const groups = new Set(scheme.groups.flatMap((group) => [group.id, group.name]))
  const names = new Set(scheme.groups.flatMap((group) => group.agencies))
  const own = agencies.filter(
    (agency) => names.has(agency.name) || (agency.group !== null && groups.has(agency.group)),
  )
  return own.length > 0 ? own : agencies
}

/** Peers printed by the scheme but absent here would make the best value unknown. */
function namesAllPresent(scheme: Scheme, agencies: readonly Agency[]): boolean {
  const here = new Set(agencies.map((agency) => agency.name))
  return scheme.groups.every((group) => group.agencies.every((name) => here.has(name)))
}
