/**
 * Who is scored under a scheme and from what: the agencies of the registry it assesses, each with the findings of its
 * latest run at or before the day. Pricing is scoring's.
 */
import { dayOf } from '#base/day'
import { AppError } from '#base/errors'
import { checks } from '#checks/index'
import type { CivilDay } from '#model/page'
import type { Agency } from '#model/portal'
import type { Store } from '#model/ports'
import type { Scheme, SchemeGroup } from '#model/scheme'
import type { AgencyFacts, ScoreInput } from '#model/scorecard'
import type { Context } from './host.ts'

/** Titles of checks by id: people are told of a check by its title. */
export const CHECK_TITLES: ReadonlyMap<string, string> = new Map(
  checks.map(({ id, title }) => [id, title]),
)

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
  choices: CohortChoices,
): Cohort {
  const registry = store.registry()
  const agencies = assessed(scheme, registry.agencies, choices.units)
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
        titles: CHECK_TITLES,
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

export interface CohortChoices {
  readonly asOf: CivilDay | null
  readonly inputs?: readonly ScoreInput[]
  /** Who is scored where the registry does not say; `own` where nothing is chosen. */
  readonly units?: Units
}

/**
 * `own`: the scheme's own units, and a refusal where the registry has none. `own-or-none`: nobody then. `all`: every unit
 * of the registry, because the user says so.
 */
export type Units = 'own' | 'own-or-none' | 'all'

/**
 * Agencies of the scheme's groups or on its lists. A registry of other groups is nobody's to score: a county under a
 * table for departments would be accused of what it does not owe. One that names no groups at all contradicts nothing and
 * is scored whole.
 * @throws AppError usage
 */
export function assessed(
  scheme: Scheme,
  agencies: readonly Agency[],
  units: Units = 'own',
): readonly Agency[] {
  if (units === 'all' || scheme.groups.length === 0) return agencies
  const groups = new Set(scheme.groups.flatMap((group) => [group.id, group.name]))
  const names = new Set(scheme.groups.flatMap((group) => group.agencies))
  const own = agencies.filter(
    (agency) => names.has(agency.name) || (agency.group !== null && groups.has(agency.group)),
  )
  if (own.length > 0) return own
  if (agencies.every((agency) => agency.group === null)) return agencies
  if (units === 'own-or-none') return []
  throw noUnits(scheme.id, scheme.groups, agencies)
}

/** Nobody of the registry belongs to the scheme: what it has, what it should have, and the ways out. */
export function noUnits(
  id: string,
  groups: readonly SchemeGroup[],
  agencies: readonly Agency[],
): AppError {
  const wanted = [...new Map(groups.map((one) => [one.id, `${one.name}（${one.id}）`])).values()]
  const there = [...new Set(agencies.map((agency) => agency.group ?? '（未写分组）'))]
  const more = there.length > 8 ? '等' : ''
  return new AppError(
    'usage',
    `名录里没有一个单位属于体系 ${id} 的分组：${wanted.join('、')}；名录的分组有 ${there.slice(0, 8).join('、')}${more}。为免按不适用的表错扣，没有计分。请把名录的分组一列改成该组的名称或编号后重新导入，或换用别的体系（mingcha schemes list）；确要按这张表给名录的全部单位计分，请加 --all-units。`,
  )
}

/** Peers printed by the scheme but absent here would make the best value unknown. */
function namesAllPresent(scheme: Scheme, agencies: readonly Agency[]): boolean {
  const here = new Set(agencies.map((agency) => agency.name))
  return scheme.groups.every((group) => group.agencies.every((name) => here.has(name)))
}
