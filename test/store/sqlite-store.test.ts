/** SQLite under the Store contract, and what opening a database says when something is wrong with it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '#store/sqlite-store'
import { aRun, REGISTRY } from '../support/store-values.ts'
import { storeContract } from './store-contract.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

storeContract('SQLite in memory', () => openStore(':memory:'))
storeContract('SQLite file', () => openStore(join(folder, 'contract.db')))

const path = (): string => join(folder, 'm.db')
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: { code: string; message: string }) => [error.code, error.message],
  )

test('makes its folders, keeps data across opening again, and migrates only once', async () => {
  const deep = join(folder, 'a/b/m.db')
  const first = await openStore(deep)
  first.saveRegistry(REGISTRY)
  first.close()
  first.close()
  const second = await openStore(deep)
  expect(second.registry()).toEqual(REGISTRY)
  second.close()
})

test('a new database opened from two sides at once serves both', async () => {
  const stores = await Promise.all([openStore(path()), openStore(path())])
  for (const store of stores) expect(store.registry().portals).toEqual([])
  for (const store of stores) store.close()
})

test('a text file, another program’s database and a damaged one are refused by name', async () => {
  writeFileSync(path(), '这不是数据库，只是一段说明文字。'.repeat(100))
  expect(await refusal(openStore(path()))).toEqual([
    'db-invalid',
    expect.stringContaining(`${path()} 不是 SQLite 数据库`),
  ])
  const other = join(folder, 'other.db')
  const raw = new Sqlite(other)
  raw.exec('create table bookmarks (id integer)')
  raw.close()
  expect(await refusal(openStore(other))).toEqual([
    'db-invalid',
    expect.stringContaining('bookmarks'),
  ])
})

test('a database of a newer version is left untouched', async () => {
  ;(await openStore(path())).close()
  const raw = new Sqlite(path())
  raw.exec("insert into kysely_migration values ('0999_mingcha_future', '2030-01-01')")
  raw.close()
  expect(await refusal(openStore(path()))).toEqual([
    'db-newer',
    expect.stringMatching(/0999_mingcha_future.*升级/),
  ])
})

test('a database that another process is writing is reported after the wait', async () => {
  const store = await openStore(path(), { busyTimeoutMs: 50 })
  const raw = new Sqlite(path())
  raw.exec('begin immediate')
  expect(() => store.saveRegistry(REGISTRY)).toThrow(
    expect.objectContaining({ code: 'db-locked', message: expect.stringContaining(path()) }),
  )
  raw.exec('rollback')
  store.saveRegistry(REGISTRY)
  raw.close()
  store.close()
})

test('reading commands want a database that exists, a folder is none, and PostgreSQL is not here yet', async () => {
  expect(await refusal(openStore(path(), { mustExist: true }))).toEqual([
    'file-missing',
    expect.stringContaining('mingcha scan'),
  ])
  mkdirSync(join(folder, 'dir'))
  expect((await refusal(openStore(join(folder, 'dir'))))[0]).toBe('db-readonly')
  expect((await refusal(openStore('postgres://u@h/db')))[0]).toBe('usage')
})

test('only one process may hold the writer claim, and the other is told who holds it', async () => {
  const store = await openStore(path(), { claim: '扫描 3 个网站' })
  expect(await refusal(openStore(path(), { claim: '扫描' }))).toEqual([
    'db-locked',
    expect.stringMatching(new RegExp(`进程号 ${process.pid}，主机 ${hostname()}.*扫描 3 个网站`)),
  ])
  const reader = await openStore(path())
  expect(reader.runs()).toEqual([])
  reader.close()
  store.close()
  const next = await openStore(path(), { claim: '扫描' })
  next.close()
})

test('a killed holder locks nobody out and its runs count as interrupted', async () => {
  const child = spawn('sleep', ['60'])
  await once(child, 'spawn')
  const store = await openStore(path(), { claim: '扫描' })
  store.saveRegistry(REGISTRY)
  store.startRun(aRun('r'))
  const abandoned = join(folder, 'abandoned.db')
  new Sqlite(path()).exec('pragma wal_checkpoint(truncate)').close()
  copyFileSync(path(), abandoned)
  store.close()
  const raw = new Sqlite(abandoned)
  raw.prepare('update holders set pid=?, mark=null').run(child.pid)
  expect((await refusal(openStore(abandoned, { claim: '扫描' })))[0]).toBe('db-locked')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await openStore(abandoned, { claim: '扫描' })
  expect(next.run('r')).toMatchObject({ state: 'interrupted' })
  next.close()
  raw.close()
})

test('a process killed while it makes the database leaves one that the next can make', async () => {
  // Dies by its own hand at the seventh table, wherever the clock stands.
  const script = `
    import Sqlite from 'better-sqlite3'
    const prepare = Sqlite.prototype.prepare
    let tables = 0
    Sqlite.prototype.prepare = function (sql) {
      if (/^create table/i.test(sql) && ++tables === 7) process.kill(process.pid, 'SIGKILL')
      return prepare.call(this, sql)
    }
    const { openStore } = await import('#store/sqlite-store')
    await openStore(process.argv[1])
  `
  const args = ['--import', 'tsx', '--input-type=module', '-e', script, path()]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  const store = await openStore(path())
  store.saveRegistry(REGISTRY)
  expect(store.runs()).toEqual([])
  store.close()
})

test('a process id used again by another process does not count as the holder', async () => {
  ;(await openStore(path())).close()
  const raw = new Sqlite(path())
  raw
    .prepare("insert into holders values ('writer','t',?,?,'earlier-boot/1',1,1,'扫描')")
    .run(process.pid, hostname())
  raw.close()
  const store = await openStore(path(), { claim: '扫描' })
  store.close()
})
