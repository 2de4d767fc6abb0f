/**
 * The frontier of one run as a table: order of visiting is (purpose rank, depth, seq), every address ends with a
 * state and a reason, and a killed process loses nothing. Politeness (which hosts are busy) is the crawl's.
 *
 * The process that scans is the only writer of a run, so two things are kept beside the table to keep `take` fast
 * whatever its size: which addresses are known, and the head of each host's queue. They are read when first needed: who
 * only looks into the table does not wait for them.
 */
import { hostOf } from '#base/url'
import { URL_PURPOSES, type UrlPurpose, type UrlState } from '#model/capture'
import type { Frontier, FrontierEntry, FrontierRow } from '#model/ports'
import type { Connection } from './connection.ts'

interface HostQueue {
  queued: number
  /** The next rows in order, the first one last; undefined: the table must be asked again. */
  next: StoredRow[] | undefined
  /** The instant they were found for: an earlier one must ask again. */
  asked: number
  /** Earliest `readyAt` after that; when it comes the head may change. */
  wakeAt: number
}

const RANK = new Map<string, number>(URL_PURPOSES.map((purpose, index) => [purpose, index]))
const rankOf = (purpose: UrlPurpose): number => RANK.get(purpose) ?? URL_PURPOSES.length
const CHUNK = 2_000
/** Rows of a host that are asked for at once. */
const AHEAD = 32

export function openFrontier(db: Connection, run: string): Frontier {
  const insert = db.prepare(
    'insert into frontier (run_id,url,host,purpose,rank,depth,seq,parent,state,reason,capture,attempts,ready_at) values (?,?,?,?,?,?,?,?,?,?,null,0,0) on conflict do nothing',
  )
  const raise = db.prepare(
    "update frontier set purpose=?, rank=?, depth=min(depth,?), parent=? where run_id=? and url=? and state='queued' and rank>?",
  )
  const nextOf = db.prepare(
    `select * from frontier where run_id=? and state='queued' and host=? and ready_at<=? order by rank, depth, seq limit ${AHEAD}`,
  )
  const nextWake = db.prepare(
    "select min(ready_at) as at from frontier where run_id=? and state='queued' and host=? and ready_at>?",
  )
  const activate = db.prepare(
    "update frontier set state='active', attempts=attempts+1 where run_id=? and url=? and state='queued'",
  )
  const readRow = db.prepare('select * from frontier where run_id=? and url=?')
  const finish = db.prepare(
    'update frontier set state=?, reason=?, capture=coalesce(?,capture) where run_id=? and url=?',
  )
  const requeue = db.prepare(
    "update frontier set state='queued', ready_at=?, reason=? where run_id=? and url=?",
  )

  const page = db.prepare('update frontier set paging=? where run_id=? and url=?')

  /** Known addresses: rank while queued, -1 once taken or settled. */
  const known = new Map<string, number>()
  /**
   * Taken, but still `queued` in the table: written with the next change, since a transaction for each visit costs as
   * much as finding it. A process killed before that has not visited them.
   */
  const taken: string[] = []
  const hosts = new Map<string, HostQueue>()
  let seq = 0

  const queueOf = (host: string): HostQueue => {
    let queue = hosts.get(host)
    if (!queue) {
      queue = { queued: 0, next: undefined, asked: 0, wakeAt: Number.POSITIVE_INFINITY }
      hosts.set(host, queue)
    }
    return queue
  }

  let loaded = false
  const load = (): void => {
    loaded = true
    known.clear()
    hosts.clear()
    const rows = db.all(
      db.sql
        .selectFrom('frontier')
        .select(['url', 'host', 'rank', 'seq', 'state'])
        .where('run_id', '=', run),
    )
    for (const row of rows) {
      const queued = row.state === 'queued'
      known.set(row.url, queued ? row.rank : -1)
      if (queued) {
        const queue = queueOf(row.host)
        queue.queued += 1
        queue.wakeAt = 0
      }
      if (row.seq >= seq) seq = row.seq + 1
    }
  }
  const need = (): void => {
    if (!loaded) load()
  }

  const change = <T>(work: () => T): T =>
    db.transact(() => {
      for (const url of taken) activate.run(run, url)
      taken.length = 0
      return work()
    })

  const writeTaken = (): void => {
    if (taken.length > 0) change(() => undefined)
  }

  const headFor = (host: string, queue: HostQueue, now: number): StoredRow | undefined => {
    if (now >= queue.wakeAt || now < queue.asked) {
      queue.next = undefined
      queue.asked = now
      const wake = nextWake.get(run, host, now) as { at: number | null }
      queue.wakeAt = wake.at ?? Number.POSITIVE_INFINITY
    }
    if (queue.next === undefined) {
      writeTaken()
      queue.next = (nextOf.all(run, host, now) as StoredRow[]).reverse()
    }
    return queue.next.at(-1)
  }

  const forget = (host: string): void => {
    queueOf(host).next = undefined
  }

  const write = (entry: FrontierEntry, state: UrlState, reason: string | null): boolean => {
    const host = hostOf(entry.url)
    const rank = rankOf(entry.purpose)
    insert.run(
      run,
      entry.url,
      host,
      entry.purpose,
      rank,
      entry.depth,
      seq++,
      entry.from,
      state,
      reason,
    )
    known.set(entry.url, state === 'queued' ? rank : -1)
    if (state === 'queued') {
      const queue = queueOf(host)
      queue.queued += 1
      const last = queue.next?.[0]
      // A later arrival of the same rank and depth stands behind those known: they still hold.
      if (last === undefined || before(rank, entry.depth, last)) queue.next = undefined
    }
    return true
  }

  const leaveQueue = (url: string): void => {
    const rank = known.get(url)
    if (rank === undefined || rank < 0) return
    known.set(url, -1)
    const queue = queueOf(hostOf(url))
    queue.queued -= 1
    queue.next = undefined
  }

  return {
    together(work) {
      db.transact(() => {
        writeTaken()
        work()
      })
    },

    add(entries) {
      need()
      return db.transact(() => {
        let added = 0
        for (const entry of entries) {
          const rank = known.get(entry.url)
          if (rank === undefined) {
            write(entry, 'queued', null)
            added += 1
          } else if (rank > rankOf(entry.purpose)) {
            const better = rankOf(entry.purpose)
            raise.run(entry.purpose, better, entry.depth, entry.from, run, entry.url, better)
            known.set(entry.url, better)
            forget(hostOf(entry.url))
          }
        }
        return added
      })
    },

    refuse(entries, state, reason) {
      need()
      change(() => {
        for (const entry of entries) if (!known.has(entry.url)) write(entry, state, reason)
      })
    },

    take(now, busyHosts) {
      need()
      let best: StoredRow | null = null
      let bestHost = ''
      for (const [host, queue] of hosts) {
        if (queue.queued === 0 || busyHosts.has(host)) continue
        const head = headFor(host, queue, now)
        if (head && (best === null || ahead(head, best))) {
          best = head
          bestHost = host
        }
      }
      if (best === null) return null
      const queue = queueOf(bestHost)
      if ((queue.next?.length ?? 0) > 1) queue.next?.pop()
      else queue.next = undefined
      queue.queued -= 1
      known.set(best.url, -1)
      taken.push(best.url)
      return toFrontierRow({ ...best, state: 'active', attempts: best.attempts + 1 })
    },

    settle(url, state, reason, capture) {
      need()
      change(() => finish.run(state, reason, capture, run, url))
      leaveQueue(url)
    },

    putBack(url, readyAt, reason) {
      need()
      change(() => requeue.run(readyAt, reason, run, url))
      const row = readRow.get(run, url) as StoredRow | undefined
      if (!row) return
      const queue = queueOf(row.host)
      if (known.get(url) === -1) queue.queued += 1
      known.set(url, row.rank)
      queue.next = undefined
      queue.wakeAt = Math.min(queue.wakeAt, readyAt)
    },

    notePaging(url, step) {
      change(() => page.run(step, run, url))
    },

    recover() {
      writeTaken()
      const { changes } = db.raw
        .prepare("update frontier set state='queued', ready_at=0 where run_id=? and state='active'")
        .run(run)
      load()
      return changes
    },

    close(state, reason) {
      writeTaken()
      const { changes } = db.raw
        .prepare("update frontier set state=?, reason=? where run_id=? and state='queued'")
        .run(state, reason, run)
      load()
      return changes
    },

    at(url) {
      writeTaken()
      const row = readRow.get(run, url) as StoredRow | undefined
      return row ? toFrontierRow(row) : null
    },

    countByState() {
      writeTaken()
      const rows = db.all(
        db.sql
          .selectFrom('frontier')
          .select((e) => ['state', e.fn.countAll<number>().as('count')])
          .where('run_id', '=', run)
          .groupBy('state'),
      )
      return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]))
    },

    *rows() {
      writeTaken()
      for (let from = 0; ; ) {
        const chunk = db.all(
          db.sql
            .selectFrom('frontier')
            .selectAll()
            .where('run_id', '=', run)
            .where('seq', '>=', from)
            .orderBy('seq')
            .limit(CHUNK),
        )
        for (const row of chunk) yield toFrontierRow(row)
        const last = chunk.at(-1)
        if (!last || chunk.length < CHUNK) return
        from = last.seq + 1
      }
    },

    *queriedTexts() {
      // What a night took over was not read by it.
      const read =
        "f.state in ('fetched','unchanged','queued') and f.reason like '%HTTP %' and f.reason not like '本夜未看%'"
      const sql = `select f.url as url, p.text_hash as textHash from frontier f join pages p on p.capture_id=f.capture where f.run_id=? and instr(f.url,'?')>0 and ${read} order by f.seq`
      yield* db.raw.prepare(sql).all(run) as { url: string; textHash: string }[]
    },

    waitsFor(host) {
      need()
      return (hosts.get(host)?.queued ?? 0) > 0
    },

    pending() {
      need()
      let count = 0
      for (const queue of hosts.values()) count += queue.queued
      return count
    },
  }
}

interface StoredRow {
  readonly url: string
  readonly host: string
  readonly purpose: string
  readonly rank: number
  readonly depth: number
  readonly seq: number
  readonly parent: string | null
  readonly state: string
  readonly reason: string | null
  readonly capture: string | null
  readonly attempts: number
  readonly paging: number | null
}

/** A row of the table as the model has it. */
export function toFrontierRow(row: StoredRow): FrontierRow {
  return {
    url: row.url,
    host: row.host,
    purpose: row.purpose as UrlPurpose,
    depth: row.depth,
    from: row.parent,
    state: row.state as UrlState,
    reason: row.reason,
    capture: row.capture,
    attempts: row.attempts,
    pagingStep: row.paging,
  }
}

function before(rank: number, depth: number, head: StoredRow): boolean {
  return rank < head.rank || (rank === head.rank && depth < head.depth)
}

function ahead(a: StoredRow, b: StoredRow): boolean {
  return (
    a.rank < b.rank ||
    (a.rank === b.rank && (a.depth < b.depth || (a.depth === b.depth && a.seq < b.seq)))
  )
}
