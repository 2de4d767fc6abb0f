/**
 * Kysely as CommonJS: as ES modules it is 300 files, each through the loader's hooks, which made every start of the
 * program a third of a second slower. Decides nothing else.
 */
import { createRequire } from 'node:module'
import type * as Builder from 'kysely'

export const {
  DummyDriver,
  Kysely: QueryBuilder,
  Migrator,
  SqliteAdapter,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} = createRequire(import.meta.url)('kysely') as typeof Builder
