/**
 * Which bodies a portal's runs have archived, and where: an index of the archive by content, so that the same
 * body is kept once. What is written instead of a second copy is the archive's business.
 */
import type { SeenBody, Store } from '#model/ports'
import type { Connection } from './connection.ts'
import type { Tables } from './schema.ts'

export function bodyPart(db: Connection): Pick<Store, 'seenBody' | 'saveBodies'> {
  const portals = new Map<string, string | null>()
  const portalOf = (run: string): string | null => {
    const known = portals.get(run)
    if (known !== undefined) return known
    const row = db.first(db.sql.selectFrom('runs').select('portal_id').where('id', '=', run))
    const portal = row?.portal_id ?? null
    // A run that is not there yet may come.
    if (portal !== null) portals.set(run, portal)
    return portal
  }
  return {
    seenBody(run, digest) {
      const row = db
        .prepare('select * from bodies where portal_id=? and digest=?')
        .get(portalOf(run), digest) as Tables['bodies'] | undefined
      return row === undefined ? null : toSeenBody(row)
    },
    saveBodies(run, bodies) {
      const portal = portalOf(run)
      if (portal === null) return
      const insert = db.prepare(
        'insert into bodies (portal_id,digest,file,offset,length,record_id,url,at) values (?,?,?,?,?,?,?,?) on conflict (portal_id,digest) do update set file=excluded.file, offset=excluded.offset, length=excluded.length, record_id=excluded.record_id, url=excluded.url, at=excluded.at',
      )
      db.transact(() => {
        for (const { digest, ref, recordId, url, at } of bodies) {
          insert.run(portal, digest, ref.file, ref.offset, ref.length, recordId, url, at)
        }
      })
    },
  }
}

function toSeenBody(row: Tables['bodies']): SeenBody {
  const { file, offset, length } = row
  return {
    digest: row.digest,
    ref: { file, offset, length },
    recordId: row.record_id,
    url: row.url,
    at: row.at,
  }
}
