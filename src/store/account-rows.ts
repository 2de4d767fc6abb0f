/** Accounts and sessions of the evaluators' application, and probe records of runs, as rows. */
import type { Account, AccountStore, Role } from '#model/account'
import type { Store } from '#model/ports'
import type { Probe } from '#model/probe'
import type { Connection } from './connection.ts'

export function accountPart(db: Connection): AccountStore {
  const toAccount = (row: {
    name: string
    role: string
    password_hash: string
    disabled: number
    created_at: number
  }): Account => ({
    name: row.name,
    role: row.role as Role,
    passwordHash: row.password_hash,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
  })
  return {
    accounts: () =>
      db.all(db.sql.selectFrom('accounts').selectAll().orderBy('created_at')).map(toAccount),
    account(name) {
      const row = db.first(db.sql.selectFrom('accounts').selectAll().where('name', '=', name))
      return row ? toAccount(row) : null
    },
    saveAccount(account) {
      db.prepare(
        `insert into accounts (name, role, password_hash, disabled, created_at) values (?, ?, ?, ?, ?)
         on conflict (name) do update set role = excluded.role, password_hash = excluded.password_hash,
         disabled = excluded.disabled`,
      ).run(
        account.name,
        account.role,
        account.passwordHash,
        account.disabled ? 1 : 0,
        account.createdAt,
      )
    },
    session(id, now) {
      const row = db.first(
        db.sql
          .selectFrom('sessions')
          .select('json')
          .where('id', '=', id)
          .where('expires_at', '>', now),
      )
      return row?.json ?? null
    },
    saveSession(id, json, expiresAt) {
      db.prepare(
        `insert into sessions (id, json, expires_at) values (?, ?, ?)
         on conflict (id) do update set json = excluded.json, expires_at = excluded.expires_at`,
      ).run(id, json, expiresAt)
    },
    dropSession(id) {
      db.prepare('delete from sessions where id = ?').run(id)
    },
    sweepSessions(now) {
      db.prepare('delete from sessions where expires_at <= ?').run(now)
    },
  }
}

export function probePart(db: Connection): Pick<Store, 'saveProbes' | 'probes'> {
  return {
    saveProbes(probes) {
      const insert = db.prepare(
        `insert into probes (run_id, kind, url, capture, at, json) values (?, ?, ?, ?, ?, ?)
         on conflict (run_id, kind, url) do update set capture = excluded.capture, at = excluded.at,
         json = excluded.json`,
      )
      db.transact(() => {
        for (const probe of probes) {
          insert.run(
            probe.run,
            probe.kind,
            probe.url,
            probe.capture,
            probe.at,
            JSON.stringify(probe.value),
          )
        }
      })
    },
    probes: (run) =>
      db
        .all(
          db.sql
            .selectFrom('probes')
            .selectAll()
            .where('run_id', '=', run)
            .orderBy('kind')
            .orderBy('url'),
        )
        .map(
          (row) =>
            ({
              run: row.run_id,
              kind: row.kind,
              url: row.url,
              capture: row.capture,
              at: row.at,
              value: JSON.parse(row.json),
            }) as Probe,
        ),
  }
}
