/** The bench's own side: crawls of the synthetic portal with everything on, into a real database and archive. */
import { join } from 'node:path'
import { ownLabels } from '#app/rooms'
import { openArchive } from '#archive/warc-archive'
import { systemClock } from '#base/clock'
import { dayOf } from '#base/day'
import { type CrawlDeps, crawlPortal } from '#crawl/crawl-portal'
import { HostPace } from '#crawl/hosts'
import type { Portal } from '#model/portal'
import type { Run } from '#model/run'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import type { Answer } from './crawl-rivals.ts'

export interface OwnCrawl {
  readonly port: number
  readonly folder: string
  readonly purpose: 'census' | 'nightly'
  readonly portals: number
  readonly delayMs: number
}

const portalAt = (index: number): Portal => ({
  id: `bench-${index}`,
  agencyId: 'bench',
  name: `示例网站${index}`,
  siteCode: null,
  homeUrl: `http://p${index}.bench.example.gov.cn/`,
  platformUrl: null,
  extraUrls: [],
  tags: [],
})

export async function crawlWithEverything(own: OwnCrawl): Promise<Answer> {
  const store = await openStore(join(own.folder, 'm.db'), { claim: 'bench' })
  const archive = openArchive(join(own.folder, 'a'), 'Mingcha/bench')
  const list = Array.from({ length: own.portals }, (_, index) => portalAt(index))
  store.saveRegistry({
    agencies: [{ id: 'bench', name: '示例单位', group: null, attributes: [] }],
    portals: list,
  })
  const reader = createPageReader(ownLabels())
  const pace = new HostPace()
  // Nights follow each other, whenever the bench runs them.
  const nights = store.runs({ portalId: 'bench-0' }).length
  const at = systemClock.now() + nights * 86_400_000
  const clock = { now: () => systemClock.now() + nights * 86_400_000 }
  const answer = { pages: 0, visits: 0, links: 0, dead: 0, states: {} as Record<string, number> }
  const reports = await Promise.all(
    list.map(async (portal) => {
      const run: Run = {
        id: `run-${nights}-${portal.id}`,
        portalId: portal.id,
        purpose: own.purpose,
        state: 'running',
        asOf: dayOf(at),
        startedAt: at,
        finishedAt: null,
        budget: {
          maxPages: 50_000,
          maxMinutes: 600,
          maxBytesPerBody: 4 * 1024 * 1024,
          maxTotalBytes: 1e12,
          delayMs: own.delayMs,
          perHostParallel: own.delayMs === 0 ? 16 : 2,
          timeoutMs: 20_000,
          maxExternalProbes: 0,
        },
        note: null,
        codeVersion: 'bench',
      }
      const earlier = own.purpose === 'nightly' ? store.latestRun(portal.id) : null
      store.startRun(run)
      const deps: CrawlDeps = {
        frontier: store.frontier(run.id),
        earlier: earlier === null ? null : store.earlierRun(earlier.id),
        save: (batch) => store.saveCaptures(batch),
        archive,
        reader,
        clock,
        pace,
        signal: new AbortController().signal,
      }
      const report = await crawlPortal(
        {
          run,
          portal,
          allowPrivate: true,
          resolve: [
            {
              host: new URL(portal.homeUrl).hostname,
              port: 80,
              address: '127.0.0.1',
              toPort: own.port,
            },
          ],
          userAgent: 'Mingcha/bench',
          obeyRobots: true,
          resume: false,
        },
        deps,
      )
      store.endRun(run.id, 'finished', clock.now(), report.note)
      return report
    }),
  )
  await archive.close()
  store.close()
  for (const report of reports) {
    answer.visits += report.visits
    for (const [state, count] of Object.entries(report.counts)) {
      answer.states[state] = (answer.states[state] ?? 0) + count
    }
  }
  answer.pages = answer.states.fetched ?? 0
  return answer
}
