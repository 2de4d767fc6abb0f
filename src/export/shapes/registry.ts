/** `portals/1` and `portal/1`: the registry as stored, and one portal with its runs (`mingcha portals list|show --json`). */
import { z } from 'zod'
import { instantText } from '#base/day'
import type { Agency, Portal, Registry } from '#model/portal'
import type { Run } from '#model/run'
import { civilDay, instant } from './parts.ts'

const texts = z.array(z.string())

const agency = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  attributes: texts,
})
const portal = z.object({
  id: z.string(),
  agencyId: z.string(),
  name: z.string(),
  siteCode: z.string().nullable(),
  homeUrl: z.string(),
  platformUrl: z.string().nullable(),
  extraUrls: texts,
  tags: texts,
})
const run = z.object({
  id: z.string(),
  purpose: z.enum(['nightly', 'census', 'spot-check', 'self-check', 'recheck']),
  state: z.enum(['running', 'interrupted', 'finished', 'failed']),
  asOf: civilDay,
  startedAt: instant,
  finishedAt: instant.nullable(),
  note: z.string().nullable(),
  codeVersion: z.string(),
})

export const portals1 = z.object({
  mingcha: z.literal('portals/1'),
  agencies: z.array(agency),
  portals: z.array(portal),
})
export const portal1 = z.object({
  mingcha: z.literal('portal/1'),
  agency,
  portal,
  runs: z.array(run).describe('Newest first'),
})

export function toPortals1(registry: Registry): z.infer<typeof portals1> {
  return {
    mingcha: 'portals/1',
    agencies: registry.agencies.map(agencyOf),
    portals: registry.portals.map(portalOf),
  }
}

export function toPortal1(
  owner: { readonly agency: Agency; readonly portal: Portal },
  runs: readonly Run[],
): z.infer<typeof portal1> {
  return {
    mingcha: 'portal/1',
    agency: agencyOf(owner.agency),
    portal: portalOf(owner.portal),
    runs: runs.map((one) => ({
      id: one.id,
      purpose: one.purpose,
      state: one.state,
      asOf: one.asOf,
      startedAt: instantText(one.startedAt),
      finishedAt: one.finishedAt === null ? null : instantText(one.finishedAt),
      note: one.note,
      codeVersion: one.codeVersion,
    })),
  }
}

function agencyOf({ id, name, group, attributes }: Agency): z.infer<typeof agency> {
  return { id, name, group, attributes: [...attributes] }
}

function portalOf(one: Portal): z.infer<typeof portal> {
  return {
    id: one.id,
    agencyId: one.agencyId,
    name: one.name,
    siteCode: one.siteCode,
    homeUrl: one.homeUrl,
    platformUrl: one.platformUrl,
    extraUrls: [...one.extraUrls],
    tags: [...one.tags],
  }
}
