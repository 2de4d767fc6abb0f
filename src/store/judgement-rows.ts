/**
 * What was concluded and decided: site facts, findings with their history, decisions, scorecards.
 *
 * How a finding stands (new, persisting, resolved, reopened) is worked out once, when it is saved, against the
 * portal's earlier finished runs. A verdict of fail or unsure is a trouble; pass and not-applicable are none.
 */
import type { Verdict } from '#model/check'
import type { CheckState, Finding, FindingState, FindingView } from '#model/finding'
import type { FindingFilter, Store } from '#model/ports'
import type { Decision } from '#model/review'
import type { Connection } from './connection.ts'
import type { Tables } from './schema.ts'

const CHUNK = 500
const isTrouble = (verdict: string): boolean => verdict === 'fail' || verdict === 'unsure'

type SitePart = Pick<Store, 'saveSite' | 'firstSeen'>

export function sitePart(db: Connection): SitePart {
  return {
    saveSite(run, site) {
      const column = db.prepare(
        'insert into site_columns (run_id,id,name,topic,url,parent,newest,items,coverage) values (?,?,?,?,?,?,?,?,?) on conflict (run_id,id) do nothing',
      )
      const item = db.prepare(
        'insert into items (portal_id,url,title,column_name,first_published_on,published_on,first_seen,last_seen) values (?,?,?,?,?,?,?,?) on conflict (portal_id,url) do update set title=excluded.title, published_on=coalesce(excluded.published_on,published_on), first_published_on=coalesce(first_published_on,excluded.first_published_on), first_seen=min(first_seen,excluded.first_seen), last_seen=max(last_seen,excluded.last_seen)',
      )
      db.transact(() => {
        db.prepare('delete from site_columns where run_id=?').run(run)
        for (const c of site.columns) {
          column.run(run, c.id, c.name, c.topic, c.url, c.parent, c.newest, c.items, c.coverage)
        }
        for (const i of site.items) {
          item.run(
            site.portalId,
            i.url,
            i.title,
            i.column,
            i.publishedOn,
            i.publishedOn,
            site.seenOn,
            site.seenOn,
          )
        }
      })
    },

    firstSeen(portalId) {
      const rows = db.all(
        db.sql.selectFrom('items').select(['url', 'first_seen']).where('portal_id', '=', portalId),
      )
      return new Map(rows.map((row) => [row.url, row.first_seen]))
    },
  }
}

interface Past {
  firstSeen: number
  /** Any earlier run had a trouble here. */
  everTrouble: boolean
  lastTrouble: boolean
}

type FindingPart = Pick<
  Store,
  | 'saveFindings'
  | 'findings'
  | 'checkStates'
  | 'appendDecision'
  | 'decisions'
  | 'decisionHistory'
  | 'saveScreenshots'
>

export function findingPart(db: Connection): FindingPart {
  const past = (run: string, portalId: string): Map<string, Past> => {
    const rows = db.all(
      db.sql
        .selectFrom('findings as f')
        .innerJoin('runs as r', 'r.id', 'f.run_id')
        .select(['f.identity', 'f.verdict', 'f.first_seen'])
        .where('f.portal_id', '=', portalId)
        .where('f.run_id', '!=', run)
        .where('r.state', '=', 'finished')
        .where('r.started_at', '<=', (e) =>
          e.selectFrom('runs').select('started_at').where('id', '=', run),
        )
        .orderBy('r.started_at')
        .orderBy('r.id'),
    )
    const found = new Map<string, Past>()
    for (const row of rows) {
      const trouble = isTrouble(row.verdict)
      const known = found.get(row.identity)
      found.set(row.identity, {
        firstSeen: Math.min(known?.firstSeen ?? row.first_seen, row.first_seen),
        everTrouble: trouble || (known?.everTrouble ?? false),
        lastTrouble: trouble,
      })
    }
    return found
  }

  const latestDecisions = (identities?: readonly string[]): Map<string, Decision> => {
    const latest = new Map<string, Decision>()
    const read = (chunk: readonly string[] | null): void => {
      let query = db.sql.selectFrom('decisions').selectAll().orderBy('seq')
      if (chunk) query = query.where('identity', 'in', chunk)
      for (const row of db.all(query)) latest.set(row.identity, toDecision(row))
    }
    if (!identities) read(null)
    else {
      for (let i = 0; i < identities.length; i += CHUNK) read(identities.slice(i, i + CHUNK))
    }
    return latest
  }

  return {
    saveFindings(run, findings, states) {
      const insert = db.prepare(
        'insert into findings (id,identity,run_id,portal_id,agency_id,check_id,revision,at,outcome,verdict,subject,message,seq,state,first_seen,rest) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
      )
      const state = db.prepare(
        'insert into check_states (run_id,portal_id,check_id,state,reason) values (?,?,?,?,?)',
      )
      const dropFindings = db.prepare('delete from findings where run_id=? and check_id=?')
      const dropState = db.prepare('delete from check_states where run_id=? and check_id=?')
      db.transact(() => {
        const checks = new Set([...findings.map((f) => f.check), ...states.map((s) => s.check)])
        // A run that is judged again has first seen it when it was judged first.
        const own = new Map(
          db
            .all(
              db.sql
                .selectFrom('findings')
                .select(['identity', 'first_seen'])
                .where('run_id', '=', run),
            )
            .map((row) => [row.identity, row.first_seen]),
        )
        for (const check of checks) {
          dropFindings.run(run, check)
          dropState.run(run, check)
        }
        const history = new Map<string, Map<string, Past>>()
        for (const [seq, f] of findings.entries()) {
          let known = history.get(f.portalId)
          if (!known) {
            known = past(run, f.portalId)
            history.set(f.portalId, known)
          }
          const before = known.get(f.identity)
          insert.run(
            f.id,
            f.identity,
            run,
            f.portalId,
            f.agencyId,
            f.check,
            f.revision,
            f.at,
            f.outcome,
            f.verdict,
            f.subject,
            f.message,
            seq,
            standing(f.verdict, before),
            Math.min(f.at, before?.firstSeen ?? f.at, own.get(f.identity) ?? f.at),
            JSON.stringify(restOf(f)),
          )
        }
        for (const s of states) state.run(run, s.portalId, s.check, s.state, s.reason)
      })
    },

    *findings(filter = {}) {
      const ids = db.all(findingQuery(db, filter).select('findings.id')).map((row) => row.id)
      for (let i = 0; i < ids.length; i += CHUNK) {
        const chunk = ids.slice(i, i + CHUNK)
        const rows = new Map(
          db
            .all(db.sql.selectFrom('findings').selectAll().where('id', 'in', chunk))
            .map((row) => [row.id, row]),
        )
        const decided = latestDecisions([...rows.values()].map((row) => row.identity))
        for (const id of chunk) {
          const row = rows.get(id)
          if (row) yield toFindingView(row, decided.get(row.identity) ?? null)
        }
      }
    },

    checkStates(run) {
      return db
        .all(
          db.sql
            .selectFrom('check_states')
            .selectAll()
            .where('run_id', '=', run)
            .orderBy('check_id'),
        )
        .map((row) => ({
          run: row.run_id,
          portalId: row.portal_id,
          check: row.check_id,
          state: row.state as CheckState['state'],
          reason: row.reason,
        }))
    },

    appendDecision(decision) {
      db.prepare(
        'insert into decisions (id,seq,identity,outcome,reason,decided_by,at,finding_id) values (?,(select coalesce(max(seq),0)+1 from decisions),?,?,?,?,?,?)',
      ).run(
        decision.id,
        decision.identity,
        decision.outcome,
        decision.reason,
        decision.by,
        decision.at,
        decision.findingId,
      )
    },

    decisions: (identities) => latestDecisions(identities),

    decisionHistory: (identity) =>
      db
        .all(
          db.sql
            .selectFrom('decisions')
            .selectAll()
            .where('identity', '=', identity)
            .orderBy('seq'),
        )
        .map(toDecision),

    saveScreenshots(findingId, screenshots) {
      db.transact(() => {
        const row = db.first(
          db.sql.selectFrom('findings').select('rest').where('id', '=', findingId),
        )
        if (!row) return
        const rest = JSON.parse(row.rest) as Rest
        const evidence = rest.evidence.map((e, i) => ({
          ...e,
          screenshot: screenshots[i] ?? e.screenshot,
        }))
        db.prepare('update findings set rest = ? where id = ?').run(
          JSON.stringify({ ...rest, evidence }),
          findingId,
        )
      })
    },
  }
}

function findingQuery(db: Connection, filter: FindingFilter) {
  let query = db.sql
    .selectFrom('findings')
    .innerJoin('runs', 'runs.id', 'findings.run_id')
    .orderBy('runs.started_at', 'desc')
    .orderBy('findings.run_id')
    .orderBy('findings.check_id')
    .orderBy('findings.seq')
  if (filter.runs) query = query.where('findings.run_id', 'in', filter.runs)
  if (filter.portalId !== undefined) query = query.where('findings.portal_id', '=', filter.portalId)
  if (filter.agencyId !== undefined) query = query.where('findings.agency_id', '=', filter.agencyId)
  if (filter.check !== undefined) query = query.where('findings.check_id', '=', filter.check)
  if (filter.verdicts) query = query.where('findings.verdict', 'in', filter.verdicts)
  if (filter.id !== undefined) query = query.where('findings.id', '=', filter.id)
  return query
}

/** State of a finding given what earlier finished runs said of the same identity. */
function standing(verdict: Verdict, before: Past | undefined): FindingState {
  if (!before) return 'new'
  if (!isTrouble(verdict)) return before.lastTrouble ? 'resolved' : 'persisting'
  if (before.lastTrouble) return 'persisting'
  return before.everTrouble ? 'reopened' : 'new'
}

type Rest = Pick<
  Finding,
  'params' | 'ask' | 'facts' | 'measure' | 'downgraded' | 'pages' | 'evidence'
>

function restOf(f: Finding): Rest {
  const { params, ask, facts, measure, downgraded, pages, evidence } = f
  return { params, ask, facts, measure, downgraded, pages, evidence }
}

function toFindingView(row: Tables['findings'], decision: Decision | null): FindingView {
  return {
    id: row.id,
    identity: row.identity,
    run: row.run_id,
    at: row.at,
    agencyId: row.agency_id,
    portalId: row.portal_id,
    check: row.check_id,
    revision: row.revision,
    outcome: row.outcome,
    verdict: row.verdict as Verdict,
    subject: row.subject,
    message: row.message,
    ...(JSON.parse(row.rest) as Rest),
    decision,
    firstSeen: row.first_seen,
    state: row.state as FindingState,
  }
}

function toDecision(row: Tables['decisions']): Decision {
  return {
    id: row.id,
    identity: row.identity,
    outcome: row.outcome,
    reason: row.reason,
    by: row.decided_by,
    at: row.at,
    findingId: row.finding_id,
  }
}

type ScorePart = Pick<Store, 'saveScorecard' | 'scorecards'>

export function scorePart(db: Connection): ScorePart {
  return {
    saveScorecard(card) {
      db.prepare(
        'insert into scorecards (scheme_id,edition,agency_id,as_of,computed_at,code_version,json) values (?,?,?,?,?,?,?) on conflict do nothing',
      ).run(
        card.schemeId,
        card.edition,
        card.agencyId,
        card.asOf,
        card.computedAt,
        card.codeVersion,
        card.json,
      )
    },
    /** Latest card of every agency. */
    scorecards({ schemeId, asOf }) {
      let query = db.sql
        .selectFrom('scorecards')
        .selectAll()
        .where('scheme_id', '=', schemeId)
        .orderBy('agency_id')
        .orderBy('as_of')
        .orderBy('computed_at')
      if (asOf !== undefined) query = query.where('as_of', '=', asOf)
      const latest = new Map(
        db.all(query).map((row) => [
          row.agency_id,
          {
            schemeId: row.scheme_id,
            edition: row.edition,
            agencyId: row.agency_id,
            asOf: row.as_of,
            computedAt: row.computed_at,
            codeVersion: row.code_version,
            json: row.json,
          },
        ]),
      )
      return [...latest.values()]
    },
  }
}
