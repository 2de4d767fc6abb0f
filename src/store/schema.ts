/**
 * Tables as Kysely sees them and the migrations that make them. Types are those that SQLite and PostgreSQL share:
 * text ids, 0/1 for booleans, epoch milliseconds, civil days and JSON as text; only `pages.body` is a blob.
 * What the rows mean is decided by the files that read and write them.
 */
import type { Kysely, Migration } from 'kysely'

export interface Tables {
  agencies: { id: string; name: string; grp: string | null; attributes: string; seq: number }
  portals: {
    id: string
    agency_id: string
    name: string
    site_code: string | null
    home_url: string
    platform_url: string | null
    extra_urls: string
    tags: string
    seq: number
  }
  runs: {
    id: string
    portal_id: string
    purpose: string
    state: string
    as_of: string
    started_at: number
    finished_at: number | null
    budget: string
    note: string | null
    code_version: string
  }
  frontier: {
    run_id: string
    url: string
    host: string
    purpose: string
    /** Position of `purpose` in URL_PURPOSES: the order of visiting. */
    rank: number
    depth: number
    seq: number
    parent: string | null
    state: string
    reason: string | null
    capture: string | null
    attempts: number
    ready_at: number
    /** Steps of a list's paging that led to it; null: none named it. */
    paging: number | null
  }
  captures: {
    id: string
    run_id: string
    seq: number
    url: string
    at: number
    via: string
    state: string
    final_url: string | null
    redirects: string | null
    status: number | null
    headers: string | null
    sha256: string | null
    bytes: number | null
    remote_address: string | null
    truncated: number | null
    blocked: string | null
    remarks: string | null
    record: string | null
    fail_reason: string | null
    detail: string | null
  }
  pages: {
    capture_id: string
    run_id: string
    seq: number
    depth: number
    kind: string
    title: string | null
    published_on: string | null
    text_hash: string
    /** Page as JSON, deflated (raw). */
    body: Uint8Array
  }
  site_columns: {
    run_id: string
    id: string
    name: string
    topic: string | null
    url: string
    parent: string | null
    newest: string | null
    items: number
    coverage: string
  }
  items: {
    portal_id: string
    url: string
    title: string
    column_name: string
    /** Date printed when first seen: kept, so that a later change of the printed date shows. */
    first_published_on: string | null
    published_on: string | null
    first_seen: string
    last_seen: string
  }
  findings: {
    id: string
    identity: string
    run_id: string
    portal_id: string
    agency_id: string
    check_id: string
    revision: number
    at: number
    outcome: string
    verdict: string
    subject: string
    message: string
    seq: number
    state: string
    first_seen: number
    /** params, ask, facts, measure, downgraded, pages, evidence as JSON. */
    rest: string
  }
  check_states: {
    run_id: string
    portal_id: string
    check_id: string
    state: string
    reason: string | null
  }
  decisions: {
    id: string
    seq: number
    identity: string
    outcome: string
    reason: string
    decided_by: string
    at: number
    finding_id: string
  }
  scorecards: {
    scheme_id: string
    edition: string
    agency_id: string
    as_of: string
    computed_at: number
    code_version: string
    json: string
  }
  accounts: {
    name: string
    role: string
    password_hash: string
    disabled: number
    created_at: number
  }
  sessions: { id: string; json: string; expires_at: number }
  probes: { run_id: string; kind: string; url: string; capture: string; at: number; json: string }
  /** Where a portal's bodies lie in the archive. */
  bodies: {
    portal_id: string
    digest: string
    file: string
    offset: number
    length: number
    record_id: string
    url: string
    at: number
  }
  holders: {
    name: string
    token: string
    pid: number
    host: string
    mark: string | null
    since: number
    beat: number
    what: string
  }
}

/** In order; names never change once released. A database that has run others is newer than this code. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001_mingcha_pipeline': { up: pipeline },
  '0002_mingcha_review': { up: review },
  '0003_mingcha_bodies': { up: bodies },
  '0004_mingcha_paging_steps': { up: pagingSteps },
}

async function pipeline(db: Kysely<unknown>): Promise<void> {
  const s = db.schema
  await s
    .createTable('agencies')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('grp', 'text')
    .addColumn('attributes', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await s
    .createTable('portals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('agency_id', 'text', (c) => c.notNull().references('agencies.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('site_code', 'text')
    .addColumn('home_url', 'text', (c) => c.notNull())
    .addColumn('platform_url', 'text')
    .addColumn('extra_urls', 'text', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute()
  await s
    .createTable('runs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('portal_id', 'text', (c) => c.notNull().references('portals.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('as_of', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('budget', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('code_version', 'text', (c) => c.notNull())
    .execute()
  await s.createIndex('runs_portal').on('runs').columns(['portal_id', 'started_at']).execute()
  await s
    .createTable('frontier')
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('parent', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('capture', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('ready_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('frontier_pk', ['run_id', 'url'])
    .execute()
  await s
    .createIndex('frontier_order')
    .on('frontier')
    .columns(['run_id', 'state', 'host', 'rank', 'depth', 'seq'])
    .execute()
  await s
    .createTable('captures')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('final_url', 'text')
    .addColumn('redirects', 'text')
    .addColumn('status', 'integer')
    .addColumn('headers', 'text')
    .addColumn('sha256', 'text')
    .addColumn('bytes', 'bigint')
    .addColumn('remote_address', 'text')
    .addColumn('truncated', 'integer')
    .addColumn('blocked', 'text')
    .addColumn('remarks', 'text')
    .addColumn('record', 'text')
    .addColumn('fail_reason', 'text')
    .addColumn('detail', 'text')
    .execute()
  await s.createIndex('captures_run').unique().on('captures').columns(['run_id', 'seq']).execute()
  await s
    .createTable('pages')
    .addColumn('capture_id', 'text', (c) =>
      c.primaryKey().references('captures.id').onDelete('cascade'),
    )
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('published_on', 'text')
    .addColumn('text_hash', 'text', (c) => c.notNull())
    .addColumn('body', 'blob', (c) => c.notNull())
    .execute()
  await s.createIndex('pages_run').on('pages').columns(['run_id', 'seq']).execute()
  await siteTables(db)
  await judgementTables(db)
  await s
    .createTable('holders')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text', (c) => c.notNull())
    .addColumn('pid', 'integer', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('mark', 'text')
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('beat', 'bigint', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .execute()
}

async function siteTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('site_columns')
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('topic', 'text')
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('parent', 'text')
    .addColumn('newest', 'text')
    .addColumn('items', 'integer', (c) => c.notNull())
    .addColumn('coverage', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('site_columns_pk', ['run_id', 'id'])
    .execute()
  await db.schema
    .createTable('items')
    .addColumn('portal_id', 'text', (c) => c.notNull().references('portals.id'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('column_name', 'text', (c) => c.notNull())
    .addColumn('first_published_on', 'text')
    .addColumn('published_on', 'text')
    .addColumn('first_seen', 'text', (c) => c.notNull())
    .addColumn('last_seen', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('items_pk', ['portal_id', 'url'])
    .execute()
}

async function judgementTables(db: Kysely<unknown>): Promise<void> {
  const s = db.schema
  await s
    .createTable('findings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('portal_id', 'text', (c) => c.notNull())
    .addColumn('agency_id', 'text', (c) => c.notNull())
    .addColumn('check_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('first_seen', 'bigint', (c) => c.notNull())
    .addColumn('rest', 'text', (c) => c.notNull())
    .execute()
  await s
    .createIndex('findings_run')
    .on('findings')
    .columns(['run_id', 'check_id', 'seq'])
    .execute()
  await s
    .createIndex('findings_identity')
    .on('findings')
    .columns(['portal_id', 'identity', 'run_id', 'verdict'])
    .execute()
  await s
    .createTable('check_states')
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('portal_id', 'text', (c) => c.notNull())
    .addColumn('check_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('check_states_pk', ['run_id', 'check_id'])
    .execute()
  await s
    .createTable('decisions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('finding_id', 'text', (c) => c.notNull())
    .execute()
  await s.createIndex('decisions_identity').on('decisions').columns(['identity', 'seq']).execute()
  await s
    .createTable('scorecards')
    .addColumn('scheme_id', 'text', (c) => c.notNull())
    .addColumn('edition', 'text', (c) => c.notNull())
    .addColumn('agency_id', 'text', (c) => c.notNull())
    .addColumn('as_of', 'text', (c) => c.notNull())
    .addColumn('computed_at', 'bigint', (c) => c.notNull())
    .addColumn('code_version', 'text', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('scorecards_pk', [
      'scheme_id',
      'edition',
      'agency_id',
      'as_of',
      'computed_at',
    ])
    .execute()
}

async function review(db: Kysely<unknown>): Promise<void> {
  const s = db.schema
  await s
    .createTable('accounts')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('disabled', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await s
    .createTable('sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('json', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await s
    .createTable('probes')
    .addColumn('run_id', 'text', (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('capture', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('probes_pk', ['run_id', 'kind', 'url'])
    .execute()
}

async function bodies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bodies')
    .addColumn('portal_id', 'text', (c) => c.notNull().references('portals.id'))
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('offset', 'bigint', (c) => c.notNull())
    .addColumn('length', 'bigint', (c) => c.notNull())
    .addColumn('record_id', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('bodies_pk', ['portal_id', 'digest'])
    .execute()
}

async function pagingSteps(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('frontier').addColumn('paging', 'integer').execute()
}
