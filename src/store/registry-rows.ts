/** Agencies and portals as rows. A registry is merged by id: what a later import leaves out stays, with its history. */
import type { Agency, Portal } from '#model/portal'
import type { Store } from '#model/ports'
import type { Connection } from './connection.ts'
import type { Tables } from './schema.ts'

export function registryPart(db: Connection): Pick<Store, 'saveRegistry' | 'registry' | 'portal'> {
  const portals = db.sql.selectFrom('portals').selectAll()
  const agencies = db.sql.selectFrom('agencies').selectAll()
  return {
    saveRegistry(registry) {
      const agency = db.prepare(
        'insert into agencies (id,name,grp,attributes,seq) values (?,?,?,?,(select coalesce(max(seq),0)+1 from agencies)) on conflict (id) do update set name=excluded.name, grp=excluded.grp, attributes=excluded.attributes',
      )
      const portal = db.prepare(
        'insert into portals (id,agency_id,name,site_code,home_url,platform_url,extra_urls,tags,seq) values (?,?,?,?,?,?,?,?,(select coalesce(max(seq),0)+1 from portals)) on conflict (id) do update set agency_id=excluded.agency_id, name=excluded.name, site_code=excluded.site_code, home_url=excluded.home_url, platform_url=excluded.platform_url, extra_urls=excluded.extra_urls, tags=excluded.tags',
      )
      db.transact(() => {
        for (const a of registry.agencies) {
          agency.run(a.id, a.name, a.group, JSON.stringify(a.attributes))
        }
        for (const p of registry.portals) {
          portal.run(
            p.id,
            p.agencyId,
            p.name,
            p.siteCode,
            p.homeUrl,
            p.platformUrl,
            JSON.stringify(p.extraUrls),
            JSON.stringify(p.tags),
          )
        }
      })
    },

    registry() {
      return {
        agencies: db.all(agencies.orderBy('seq')).map(toAgency),
        portals: db.all(portals.orderBy('seq')).map(toPortal),
      }
    },

    portal(id) {
      const row = db.first(portals.where('id', '=', id))
      if (!row) return null
      const owner = db.first(agencies.where('id', '=', row.agency_id))
      return owner ? { portal: toPortal(row), agency: toAgency(owner) } : null
    },
  }
}

function toAgency(row: Tables['agencies']): Agency {
  return {
    id: row.id,
    name: row.name,
    group: row.grp,
    attributes: JSON.parse(row.attributes) as string[],
  }
}

function toPortal(row: Tables['portals']): Portal {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    siteCode: row.site_code,
    homeUrl: row.home_url,
    platformUrl: row.platform_url,
    extraUrls: JSON.parse(row.extra_urls) as string[],
    tags: JSON.parse(row.tags) as string[],
  }
}
