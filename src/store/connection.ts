/**
 * One SQLite connection with typed, synchronous reads: Kysely builds and types the SQL, better-sqlite3 runs it.
 * Also turns the driver's error codes into our own errors with the mend. What is asked lies with the callers.
 */
import Sqlite from 'better-sqlite3'
import type { CompiledQuery, Kysely } from 'kysely'
import { AppError } from '#base/errors'
import {
  DummyDriver,
  QueryBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from './query-builder.ts'
import type { Tables } from './schema.ts'

type Statement = Sqlite.Statement<unknown[], unknown>

export interface Connection {
  readonly location: string
  readonly raw: Sqlite.Database
  /** Query builder only: it never runs anything itself. */
  readonly sql: Kysely<Tables>
  /** Prepared and cached: for the crawl's write path, positional parameters. */
  prepare(sql: string): Statement
  all<Row>(query: Compilable<Row>): Row[]
  first<Row>(query: Compilable<Row>): Row | null
  /** Runs `work` in one immediate transaction (nested calls join the outer one). */
  transact<T>(work: () => T): T
  /** As `transact`, but the transaction begins with the first `transact` within: work that changes nothing needs none. */
  gather(work: () => void): void
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

export function connect(raw: Sqlite.Database, location: string): Connection {
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql)
    if (known) return known
    const made = raw.prepare<unknown[], unknown>(sql)
    statements.set(sql, made)
    return made
  }
  const sql = new QueryBuilder<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const rollback = raw.prepare('rollback')
  let gathering = false
  /** The driver's own wrapper makes four functions for each transaction, and a crawl has two a page. */
  const whole = <T>(start: () => void, work: () => T): T => {
    start()
    try {
      const result = work()
      if (raw.inTransaction) commit.run()
      return result
    } catch (error) {
      if (raw.inTransaction) rollback.run()
      throw error
    }
  }
  return {
    location,
    raw,
    sql,
    prepare,
    all<Row>(query: Compilable<Row>): Row[] {
      const { sql: text, parameters } = query.compile()
      return prepare(text).all(...parameters) as Row[]
    },
    first<Row>(query: Compilable<Row>): Row | null {
      const { sql: text, parameters } = query.compile()
      return (prepare(text).get(...parameters) as Row | undefined) ?? null
    },
    transact(work) {
      if (raw.inTransaction) return work()
      if (!gathering) return whole(() => void begin.run(), work)
      begin.run()
      return work()
    },
    gather(work) {
      if (raw.inTransaction || gathering) return work()
      gathering = true
      try {
        whole(() => undefined, work)
      } finally {
        gathering = false
      }
    },
  }
}

/** The driver's error as ours; anything else passes through unchanged. */
export function translateError(error: unknown, location: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const cause = { cause: error }
  const code = error.code
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'db-locked',
      `数据库 ${location} 正被另一个进程写入，等候后仍未空出。请等它结束后重试，或用 --db 换一个数据库。`,
      cause,
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return readOnlyError(location, error)
  if (code === 'SQLITE_NOTADB') {
    return new AppError(
      'db-invalid',
      `${location} 不是 SQLite 数据库（文件头不符）。请检查 --db 指向的文件，或换一个新路径。`,
      cause,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new AppError(
      'db-invalid',
      `数据库 ${location} 已损坏（${error.message}）。请从备份恢复，或用 --db 换一个新路径。`,
      cause,
    )
  }
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'disk-full',
      `写数据库 ${location} 时磁盘空间不足。请腾出空间后用 --resume 继续，已保存的不会丢失。`,
      cause,
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'db-readonly',
      `打不开数据库 ${location}：路径是目录，或所在目录没有写权限。请检查路径与权限，或用 --db 换一个位置。`,
      cause,
    )
  }
  return new AppError('internal', `数据库 ${location} 出错（${code}）：${error.message}`, cause)
}

export function readOnlyError(location: string, cause: unknown): AppError {
  return new AppError(
    'db-readonly',
    `数据库 ${location} 只读，不能写入。请检查该文件与所在目录的写权限，或用 --db 换一个位置。`,
    { cause },
  )
}

/** Wraps every function of `target` so that driver errors leave the room as ours. */
export function guarded<T extends object>(target: T, location: string): T {
  const attempt = <R>(work: () => R): R => {
    try {
      return work()
    } catch (error) {
      throw translateError(error, location)
    }
  }
  const wrapped: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(target)) {
    wrapped[key] =
      typeof value !== 'function'
        ? value
        : (...args: unknown[]): unknown => {
            const result: unknown = attempt(() => value(...args))
            return isIterator(result) ? guardedRows(result, attempt) : result
          }
  }
  return wrapped as T
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'next' in value &&
    typeof value.next === 'function'
  )
}

function* guardedRows(
  rows: Iterator<unknown>,
  attempt: <R>(work: () => R) => R,
): Generator<unknown, void> {
  for (let step = attempt(() => rows.next()); !step.done; step = attempt(() => rows.next())) {
    yield step.value
  }
}
