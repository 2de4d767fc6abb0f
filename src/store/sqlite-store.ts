/**
 * Opens the embedded database: checks that the file is ours and not from a newer version, runs what migrations it
 * lacks, claims it for writing when asked, and puts the parts of the Store together. No row is read or written here.
 */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { systemClock } from '#base/clock'
import { AppError } from '#base/errors'
import type { Clock, Store } from '#model/ports'
import { accountPart, probePart } from './account-rows.ts'
import { bodyPart } from './body-rows.ts'
import { type Connection, connect, guarded, readOnlyError, translateError } from './connection.ts'
import { makeFolder } from './folder.ts'
import { type Claim, claimWriter } from './holder.ts'
import { findingPart, scorePart, sitePart } from './judgement-rows.ts'
import { Migrator, QueryBuilder, SqliteDialect } from './query-builder.ts'
import { registryPart } from './registry-rows.ts'
import { capturePart, runPart } from './run-rows.ts'
import { MIGRATIONS } from './schema.ts'

export interface StoreOptions {
  /** What this process does, in Chinese, for whoever finds the database in use; given → exclusive writer. */
  readonly claim?: string
  /** The database must exist already (commands that only read). */
  readonly mustExist?: boolean
  /** How long to wait for another writer, milliseconds. Default 5,000. */
  readonly busyTimeoutMs?: number
  readonly clock?: Clock
}

const MIGRATION_TABLE = 'kysely_migration'
/** Ten seconds for another process to make or mend the tables. */
const LOCK_ATTEMPTS = 100
const LOCK_PAUSE_MS = 100

/** `location`: a file path or `:memory:`. Errors: db-locked, db-readonly, db-newer, db-invalid, file-missing, usage. */
export async function openStore(location: string, options: StoreOptions = {}): Promise<Store> {
  const raw = openFile(location, options)
  try {
    await prepareSchema(raw, location)
    raw.pragma('foreign_keys = ON')
    raw.pragma('synchronous = NORMAL')
    const db = connect(raw, location)
    const claim =
      options.claim === undefined
        ? null
        : claimWriter(db, options.claim, options.clock ?? systemClock)
    return assemble(db, claim)
  } catch (error) {
    raw.close()
    throw translateError(error, location)
  }
}

function assemble(db: Connection, claim: Claim | null): Store {
  const store: Store = {
    location: db.location,
    close() {
      if (!db.raw.open) return
      try {
        claim?.release()
      } finally {
        db.raw.close()
      }
    },
    ...registryPart(db),
    ...runPart(db),
    ...capturePart(db),
    ...bodyPart(db),
    ...sitePart(db),
    ...findingPart(db),
    ...scorePart(db),
    ...accountPart(db),
    ...probePart(db),
  }
  const { frontier } = store
  return guarded(
    { ...store, frontier: (run: string) => guarded(frontier(run), db.location) },
    db.location,
  )
}

function openFile(location: string, options: StoreOptions): Sqlite.Database {
  if (/^postgres(ql)?:/i.test(location)) {
    throw new AppError(
      'usage',
      '本版本只支持 SQLite 数据库文件，PostgreSQL 尚未提供。请把 --db 改为文件路径。',
    )
  }
  const timeout = options.busyTimeoutMs ?? 5000
  if (location === ':memory:') return new Sqlite(location, { timeout })
  const path = resolve(location)
  if (options.mustExist && !existsSync(path)) {
    throw new AppError(
      'file-missing',
      `没有数据库 ${location}。请先用 mingcha scan 扫描，或用 --db 指出已有的数据库。`,
    )
  }
  try {
    makeFolder(dirname(path))
  } catch (cause) {
    throw new AppError(
      'db-readonly',
      `建不了数据库 ${location} 所在的目录 ${dirname(path)}。请检查路径与权限，或用 --db 换一个位置。`,
      { cause },
    )
  }
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw readOnlyError(location, error)
  }
  try {
    return new Sqlite(path, { timeout })
  } catch (error) {
    throw translateError(error, location)
  }
}

async function prepareSchema(raw: Sqlite.Database, location: string): Promise<void> {
  const applied = appliedMigrations(raw, location)
  const names = Object.keys(MIGRATIONS)
  const newer = applied.filter((name) => !(name in MIGRATIONS))
  if (newer.length > 0) {
    throw new AppError(
      'db-newer',
      `数据库 ${location} 由更新的 Mingcha 建立（含本版本不认识的结构 ${newer.join('、')}）。请升级 Mingcha，或用 --db 另建数据库。`,
    )
  }
  if (raw.pragma('journal_mode', { simple: true }) !== 'wal') raw.pragma('journal_mode = WAL')
  if (applied.length === names.length) return
  const db = new QueryBuilder<unknown>({ dialect: new SqliteDialect({ database: raw }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  })
  // All or nothing: a process killed (or out of disk) in the middle leaves the file as it was, which Kysely alone does
  // not see to on SQLite. Of two processes that make the same new database, the second finds the work done.
  await beginAlone(raw)
  try {
    if (appliedMigrations(raw, location).length !== names.length) {
      const { error } = await migrator.migrateToLatest()
      if (error !== undefined) throw error
    }
    raw.exec('commit')
  } finally {
    if (raw.inTransaction) raw.exec('rollback')
  }
}

/** Begins a writing transaction; waits without holding up this process, in which the other opener may be. */
async function beginAlone(raw: Sqlite.Database): Promise<void> {
  const timeout = raw.pragma('busy_timeout', { simple: true })
  raw.pragma('busy_timeout = 0')
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        raw.exec('begin immediate')
        return
      } catch (error) {
        const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
        if (!busy || attempt === LOCK_ATTEMPTS) throw error
      }
      await setTimeout(LOCK_PAUSE_MS)
    }
  } finally {
    raw.pragma(`busy_timeout = ${timeout}`)
  }
}

/** Migrations this file has run; [] for a new file. Refuses files that some other program made. */
function appliedMigrations(raw: Sqlite.Database, location: string): string[] {
  const tables = raw
    .prepare<[], { name: string }>("select name from sqlite_master where type='table'")
    .all()
    .map((row) => row.name)
  if (tables.length === 0) return []
  const rows = tables.includes(MIGRATION_TABLE)
    ? raw.prepare<[], { name: string }>(`select name from ${MIGRATION_TABLE}`).all()
    : null
  const names = rows?.map((row) => row.name) ?? []
  const ours = rows !== null && (names.length === 0 || names.some((n) => n.includes('mingcha')))
  if (!ours) {
    throw new AppError(
      'db-invalid',
      `${location} 是别的程序的 SQLite 数据库（有表 ${tables.slice(0, 3).join('、')}），不是 Mingcha 的。请检查 --db，或换一个新路径。`,
    )
  }
  return names
}
