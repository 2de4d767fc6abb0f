/**
 * Nights after each other on one loopback portal, with the real store, archive and page reader and a clock that stands at
 * one in the morning of each: night 0 is 2026-03-01 in Shanghai.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownLabels } from '#app/rooms'
import { openArchive } from '#archive/warc-archive'
import { crawlPortal } from '#crawl/crawl-portal'
import type { Page } from '#model/page'
import type { Archive, FrontierRow, Store } from '#model/ports'
import type { Budget } from '#model/run'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import { type Loopback, loopback } from './loopback.ts'
import { portalOf, runOf } from './runs.ts'

const DAY_MS = 86_400_000
const FIRST_NIGHT = Date.parse('2026-03-01T01:00:00+08:00')

/** The instant at which a night's run stands. */
export const nightAt = (number: number): number => FIRST_NIGHT + number * DAY_MS

/** Number of the night on this civil day. */
export const nightOf = (day: string): number =>
  (Date.parse(`${day}T01:00:00+08:00`) - FIRST_NIGHT) / DAY_MS

export interface Night {
  readonly run: string
  readonly note: string
  readonly coverage: string
  /** Paths asked for in order, the invented one left out. */
  readonly asked: readonly string[]
  /** By path, as `pages`. */
  readonly rows: ReadonlyMap<string, FrontierRow>
  pages(): ReadonlyMap<string, Page>
}

export interface Nights {
  readonly server: Loopback
  readonly store: Store
  readonly archive: Archive
  /** Visits the portal as a nightly run would; each takes over from the one before. */
  night(number: number): Promise<Night>
  close(): Promise<void>
}

export async function nightsOf(
  routes: Parameters<typeof loopback>[0] = {},
  budget: Partial<Budget> = {},
): Promise<Nights> {
  const dir = await mkdtemp(join(tmpdir(), 'mingcha-night-'))
  const store = await openStore(':memory:')
  const archive = openArchive(dir)
  const server = await loopback(routes)
  const portal = portalOf(`${server.origin}/`)
  store.saveRegistry({
    agencies: [{ id: portal.agencyId, name: '示例局', group: null, attributes: [] }],
    portals: [portal],
  })
  return {
    server,
    store,
    archive,
    async night(number) {
      const at = nightAt(number)
      const run = {
        ...runOf(portal.id, budget, `night-${number}`),
        startedAt: at,
        purpose: 'nightly' as const,
      }
      const last = store.latestRun(portal.id)
      store.startRun(run)
      server.seen.splice(0)
      const frontier = store.frontier(run.id)
      const report = await crawlPortal(
        {
          run,
          portal,
          allowPrivate: true,
          resolve: [],
          userAgent: 'Mingcha/test',
          obeyRobots: false,
          resume: false,
          retryDelaysMs: [1],
        },
        {
          frontier,
          earlier: last === null ? null : store.earlierRun(last.id),
          save: (batch) => store.saveCaptures(batch),
          archive,
          reader: createPageReader(ownLabels()),
          clock: { now: () => at },
          signal: new AbortController().signal,
        },
      )
      store.endRun(run.id, 'finished', at, report.note)
      return {
        run: run.id,
        note: report.note,
        coverage: report.coverage.value,
        asked: server.seen
          .map((line) => line.split(' ')[1] ?? '')
          .filter((path) => !path.includes('mingcha-no-such')),
        rows: new Map([...frontier.rows()].map((row) => [new URL(row.url).pathname, row])),
        pages: () =>
          new Map([...store.pages(run.id)].map(({ page }) => [new URL(page.url).pathname, page])),
      }
    },
    async close() {
      await server.close()
      await archive.close()
      store.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
