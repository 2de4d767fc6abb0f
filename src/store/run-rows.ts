/** Runs, and what a run saw: captures and page readings. Rows are read in chunks, so writing between reads is safe. */
import { shortId } from '#base/hash'
import type { Capture, FailReason, StoredCapture, Via } from '#model/capture'
import { type KeptPage, keepPage, pageOf } from '#model/kept-page'
import type { PageKind } from '#model/page'
import type { EarlierRun, Store } from '#model/ports'
import type { Run, RunPurpose, RunState } from '#model/run'
import type { Connection } from './connection.ts'
import { openFrontier, toFrontierRow } from './frontier.ts'
import type { Tables } from './schema.ts'

const CHUNK = 200
/** Of short rows without bodies. */
const SHORT_CHUNK = 2_000

/** All rows in order of arrival, a chunk at a time: others may write between two chunks. */
function* inOrder<Row extends { readonly seq: number }>(
  chunk: (from: number) => readonly Row[],
  size = CHUNK,
): Generator<Row> {
  for (let from = 0; ; ) {
    const rows = chunk(from)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    from = last.seq + 1
  }
}

type RunPart = Pick<Store, 'startRun' | 'endRun' | 'run' | 'runs' | 'latestRun' | 'frontier'>

export function runPart(db: Connection): RunPart {
  const runs = db.sql.selectFrom('runs').selectAll()
  return {
    startRun(run) {
      db.prepare(
        'insert into runs (id,portal_id,purpose,state,as_of,started_at,finished_at,budget,note,code_version) values (?,?,?,?,?,?,?,?,?,?) on conflict (id) do update set state=excluded.state, as_of=excluded.as_of, finished_at=excluded.finished_at, budget=excluded.budget, note=excluded.note',
      ).run(
        run.id,
        run.portalId,
        run.purpose,
        run.state,
        run.asOf,
        run.startedAt,
        run.finishedAt,
        JSON.stringify(run.budget),
        run.note,
        run.codeVersion,
      )
    },
    endRun(id, state, finishedAt, note) {
      db.prepare('update runs set state=?, finished_at=?, note=? where id=?').run(
        state,
        finishedAt,
        note,
        id,
      )
    },
    run(id) {
      const row = db.first(runs.where('id', '=', id))
      return row ? toRun(row) : null
    },
    runs(filter = {}) {
      let query = runs
      if (filter.portalId !== undefined) query = query.where('portal_id', '=', filter.portalId)
      if (filter.state !== undefined) query = query.where('state', '=', filter.state)
      return db.all(query.orderBy('started_at', 'desc').orderBy('id', 'desc')).map(toRun)
    },
    latestRun(portalId, asOf) {
      let query = runs.where('portal_id', '=', portalId).where('state', '=', 'finished')
      if (asOf !== undefined) query = query.where('as_of', '<=', asOf)
      const row = db.first(query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(1))
      return row ? toRun(row) : null
    },
    frontier: (run) => openFrontier(db, run),
  }
}

/** Looking back at a run, for the next one of its portal. */
function openEarlier(db: Connection, run: string, next: (run: string) => number): EarlierRun {
  const copyCapture = db.prepare(
    'insert into captures (id,run_id,seq,url,at,via,state,final_url,redirects,status,headers,sha256,bytes,remote_address,truncated,blocked,remarks,record,fail_reason,detail) select ?,?,?,url,at,via,state,final_url,redirects,status,headers,sha256,bytes,remote_address,truncated,blocked,remarks,record,fail_reason,detail from captures where id=? on conflict (id) do nothing',
  )
  const copyPage = db.prepare(
    'insert into pages (capture_id,run_id,seq,depth,kind,title,published_on,text_hash,body) select ?,?,?,?,kind,title,published_on,text_hash,body from pages where capture_id=? on conflict (capture_id) do nothing',
  )
  const readBody = db.prepare('select body from pages where capture_id=?')
  const faults = db.prepare(
    "select id, url from captures where run_id=? and (state='failed' or status>=400) order by seq",
  )
  /** Capture → those of its address before it, where all brought errors: a fault is claimed from two visits. */
  let faulty: Map<string, readonly string[]> | null = null
  const faultsBefore = (captureId: string): readonly string[] => {
    if (faulty === null) {
      faulty = new Map()
      const byUrl = new Map<string, string[]>()
      for (const { id, url } of faults.all(run) as { id: string; url: string }[]) {
        const known = byUrl.get(url) ?? []
        faulty.set(id, [...known])
        byUrl.set(url, [...known, id])
      }
    }
    return faulty.get(captureId) ?? []
  }
  return {
    *visits() {
      const chunk = (from: number) =>
        db.all(
          db.sql
            .selectFrom('frontier')
            .leftJoin('captures', 'captures.id', 'frontier.capture')
            .leftJoin('pages', 'pages.capture_id', 'captures.id')
            .selectAll('frontier')
            .select(['captures.id as c_id', 'captures.at', 'captures.final_url', 'captures.status'])
            .select(['captures.truncated', 'captures.blocked', 'captures.state as c_state'])
            .select(['pages.kind', 'pages.text_hash'])
            .where('frontier.run_id', '=', run)
            .where('frontier.seq', '>=', from)
            .orderBy('frontier.seq')
            .limit(SHORT_CHUNK),
        )
      for (const row of inOrder(chunk, SHORT_CHUNK)) {
        const stored = row.c_id !== null && row.c_state === 'stored'
        yield {
          row: toFrontierRow(row),
          seen: stored
            ? {
                capture: row.c_id ?? '',
                at: row.at ?? 0,
                finalUrl: row.final_url ?? row.url,
                status: row.status ?? 0,
                truncated: row.truncated === 1,
                blocked: row.blocked !== null,
                kind: row.kind as PageKind | null,
                textHash: row.text_hash,
              }
            : null,
        }
      }
    },
    capture(id) {
      const row = db.first(db.sql.selectFrom('captures').selectAll().where('id', '=', id))
      return row ? toCapture(row) : null
    },
    page(captureId) {
      const row = readBody.get(captureId) as { body: Uint8Array } | undefined
      return row ? pageOf(row.body) : null
    },
    carry(captureId, into, id, depth, withFaults) {
      for (const earlier of withFaults ? faultsBefore(captureId) : []) {
        copyCapture.run(shortId(id, earlier), into, next(into), earlier)
      }
      const seq = next(into)
      copyCapture.run(id, into, seq, captureId)
      copyPage.run(id, into, seq, depth, captureId)
    },
  }
}

type CapturePart = Pick<
  Store,
  'earlierRun' | 'saveCaptures' | 'captures' | 'capture' | 'pages' | 'savePages'
>

export function capturePart(db: Connection): CapturePart {
  const insertCapture = db.prepare(
    'insert into captures (id,run_id,seq,url,at,via,state,final_url,redirects,status,headers,sha256,bytes,remote_address,truncated,blocked,remarks,record,fail_reason,detail) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (id) do nothing',
  )
  const insertPage = db.prepare(
    'insert into pages (capture_id,run_id,seq,depth,kind,title,published_on,text_hash,body) values (?,?,?,?,?,?,?,?,?) on conflict (capture_id) do update set depth=excluded.depth, kind=excluded.kind, title=excluded.title, published_on=excluded.published_on, text_hash=excluded.text_hash, body=excluded.body',
  )
  const lastSeq = db.prepare('select max(seq) as seq from captures where run_id=?')
  const seqs = new Map<string, number>()
  const nextSeq = (run: string): number => {
    const known = seqs.get(run)
    const next = (known ?? (lastSeq.get(run) as { seq: number | null }).seq ?? -1) + 1
    seqs.set(run, next)
    return next
  }
  const writePage = (
    captureId: string,
    run: string,
    seq: number,
    depth: number,
    page: KeptPage,
  ): void => {
    insertPage.run(
      captureId,
      run,
      seq,
      depth,
      page.kind,
      page.title,
      page.publishedOn,
      page.textHash,
      page.packed,
    )
  }

  return {
    earlierRun: (run) => openEarlier(db, run, nextSeq),

    saveCaptures(batch) {
      db.transact(() => {
        for (const { capture, page, depth } of batch) {
          const seq = nextSeq(capture.run)
          const { changes } = insertCapture.run(...captureValues(capture, seq))
          if (changes > 0 && page) writePage(capture.id, capture.run, seq, depth, page)
        }
      })
    },

    *captures(run) {
      const chunk = (from: number) =>
        db.all(
          db.sql
            .selectFrom('captures')
            .selectAll()
            .where('run_id', '=', run)
            .where('seq', '>=', from)
            .orderBy('seq')
            .limit(CHUNK),
        )
      for (const row of inOrder(chunk)) yield toCapture(row)
    },

    capture(id) {
      const row = db.first(db.sql.selectFrom('captures').selectAll().where('id', '=', id))
      return row ? toCapture(row) : null
    },

    *pages(run) {
      const chunk = (from: number) =>
        db.all(
          db.sql
            .selectFrom('pages')
            .innerJoin('captures', 'captures.id', 'pages.capture_id')
            .selectAll('captures')
            .select(['pages.depth', 'pages.body'])
            .where('pages.run_id', '=', run)
            .where('pages.seq', '>=', from)
            .orderBy('pages.seq')
            .limit(CHUNK),
        )
      for (const row of inOrder(chunk)) {
        const capture = toCapture(row)
        if (capture.state !== 'stored') continue
        yield {
          capture,
          page: pageOf(row.body),
          depth: row.depth,
        }
      }
    },

    savePages(run, pages) {
      const seqOf = db.prepare('select seq from captures where id=? and run_id=?')
      db.transact(() => {
        db.prepare('delete from pages where run_id=?').run(run)
        for (const { captureId, page, depth } of pages) {
          const row = seqOf.get(captureId, run) as { seq: number } | undefined
          if (row) writePage(captureId, run, row.seq, depth, keepPage(page))
        }
      })
    },
  }
}

function captureValues(capture: Capture, seq: number): unknown[] {
  const common = [capture.id, capture.run, seq, capture.url, capture.at, capture.via, capture.state]
  if (capture.state === 'failed') {
    const none = Array.from({ length: 11 }, () => null)
    return [...common, ...none, capture.reason, capture.detail]
  }
  return [
    ...common,
    capture.finalUrl,
    JSON.stringify(capture.redirects),
    capture.status,
    JSON.stringify(capture.headers),
    capture.sha256,
    capture.bytes,
    capture.remoteAddress,
    capture.truncated ? 1 : 0,
    capture.blocked ? JSON.stringify(capture.blocked) : null,
    JSON.stringify(capture.remarks),
    capture.record ? JSON.stringify(capture.record) : null,
    null,
    null,
  ]
}

function toCapture(row: Tables['captures']): Capture {
  const base = {
    id: row.id,
    run: row.run_id,
    url: row.url,
    at: row.at,
    via: row.via as Via,
  }
  if (row.state === 'failed') {
    return {
      ...base,
      state: 'failed',
      reason: row.fail_reason as FailReason,
      detail: row.detail ?? '',
    }
  }
  return {
    ...base,
    state: 'stored',
    finalUrl: row.final_url ?? row.url,
    redirects: parsed<string[]>(row.redirects) ?? [],
    status: row.status ?? 0,
    headers: parsed<[string, string][]>(row.headers) ?? [],
    sha256: row.sha256 ?? '',
    bytes: row.bytes ?? 0,
    remoteAddress: row.remote_address,
    truncated: row.truncated === 1,
    blocked: parsed<NonNullable<StoredCapture['blocked']>>(row.blocked),
    remarks: parsed<string[]>(row.remarks) ?? [],
    record: parsed<NonNullable<StoredCapture['record']>>(row.record),
  }
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

function toRun(row: Tables['runs']): Run {
  return {
    id: row.id,
    portalId: row.portal_id,
    purpose: row.purpose as RunPurpose,
    state: row.state as RunState,
    asOf: row.as_of,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    budget: JSON.parse(row.budget) as Run['budget'],
    note: row.note,
    codeVersion: row.code_version,
  }
}
