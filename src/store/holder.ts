/**
 * Who scans into this database: at most one process. The claim is a row with the process's id and start mark, so
 * that a killed holder (or a re-used process id) never locks anybody out. Reading needs no claim.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { instantText } from '#base/day'
import { AppError } from '#base/errors'
import type { Clock } from '#model/ports'
import type { Connection } from './connection.ts'
import type { Tables } from './schema.ts'

const NAME = 'writer'
const BEAT_MS = 30_000
/** A holder on another machine (or container) is believed dead after this silence. */
const SILENCE_MS = 180_000

export interface Claim {
  release(): void
}

/** Throws `db-locked` naming the holder when another live process has the claim. */
export function claimWriter(db: Connection, what: string, clock: Clock): Claim {
  const token = randomUUID()
  db.transact(() => {
    const row = db.first(db.sql.selectFrom('holders').selectAll().where('name', '=', NAME))
    if (row && isAlive(row, clock.now())) throw heldError(db.location, row)
    db.prepare('delete from holders where name=?').run(NAME)
    db.prepare(
      'insert into holders (name,token,pid,host,mark,since,beat,what) values (?,?,?,?,?,?,?,?)',
    ).run(
      NAME,
      token,
      process.pid,
      hostname(),
      startMark(process.pid),
      clock.now(),
      clock.now(),
      what,
    )
    // Whoever held the claim before is gone: its runs stopped where they were.
    db.prepare(
      "update runs set state='interrupted', note='扫描进程中途消失（被终止或断电），已保存的部分完好' where state='running'",
    ).run()
  })
  const timer = setInterval(() => {
    // A missed beat is no trouble on the same machine; the next one follows.
    if (db.raw.open && !db.raw.inTransaction) {
      db.prepare('update holders set beat=? where name=? and token=?').run(clock.now(), NAME, token)
    }
  }, BEAT_MS)
  timer.unref()
  return {
    release() {
      clearInterval(timer)
      db.prepare('delete from holders where name=? and token=?').run(NAME, token)
    },
  }
}

function isAlive(row: Tables['holders'], now: number): boolean {
  if (row.host !== hostname()) return now - row.beat < SILENCE_MS
  const mark = startMark(row.pid)
  if (row.mark !== null && mark !== null) return row.mark === mark
  try {
    process.kill(row.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Boot and start time of a process: tells a process from a later one with the same id. Null where not knowable. */
function startMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${fields[19] ?? ''}`
  } catch {
    return null
  }
}

function heldError(location: string, row: Tables['holders']): AppError {
  return new AppError(
    'db-locked',
    `数据库 ${location} 正由另一个 Mingcha 进程使用（进程号 ${row.pid}，主机 ${row.host}，${instantText(row.since)} 起，${row.what}）。请等它结束，或用 --db 换一个数据库。`,
    { context: { pid: row.pid, since: row.since } },
  )
}
