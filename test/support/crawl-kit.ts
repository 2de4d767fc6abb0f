/** A crawl of a loopback portal with the real store and archive and a small reader of links, made anew for every test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openArchive } from '#archive/warc-archive'
import { systemClock } from '#base/clock'
import {
  type CrawlDeps,
  type CrawlOptions,
  type CrawlReport,
  crawlPortal,
} from '#crawl/crawl-portal'
import type { HostPace } from '#crawl/hosts'
import type { Capture } from '#model/capture'
import type { Archive, Frontier, FrontierRow, PageReader, Store } from '#model/ports'
import { openStore } from '#store/sqlite-store'
import { linkReader } from './link-reader.ts'
import { type Loopback, loopback } from './loopback.ts'
import { portalOf, runOf } from './runs.ts'

/** A page that links to these addresses. */
export const linkPage = (...links: string[]): string =>
  `<html><body>${links.map((href) => `<a href="${href}">栏目 ${href}</a>`).join('\n')}</body></html>`

export interface Outcome {
  readonly report: CrawlReport
  readonly rows: Map<string, FrontierRow>
  readonly captures: Capture[]
}

interface CrawlOver {
  readonly options?: Partial<CrawlOptions>
  readonly budget?: Parameters<typeof runOf>[1]
  readonly reader?: PageReader
  readonly signal?: AbortSignal
  readonly onProgress?: () => void
  readonly runId?: string
  readonly pace?: HostPace
  readonly frontier?: (table: Frontier) => Frontier
  readonly now?: () => number
  /** What else the crawl is given. */
  readonly deps?: Partial<Pick<CrawlDeps, 'lists' | 'searches' | 'earlier'>>
}

interface Kit {
  store: Store
  archive: Archive
  readonly closing: { close(): Promise<void> }[]
  site(routes: Parameters<typeof loopback>[0]): Promise<Loopback>
  crawl(homeUrl: string, over?: CrawlOver): Promise<Outcome>
}

/** Call once at the head of a test file. */
export function crawlKit(): Kit {
  let dir = ''
  const kit = { closing: [], site, crawl } as unknown as Kit
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mingcha-crawl-'))
    kit.store = await openStore(':memory:')
    kit.archive = openArchive(dir)
  })
  afterEach(async () => {
    for (const server of kit.closing.splice(0)) await server.close()
    await kit.archive.close()
    kit.store.close()
    await rm(dir, { recursive: true, force: true })
  })
  return kit

  async function site(routes: Parameters<typeof loopback>[0]): Promise<Loopback> {
    const server = await loopback(routes)
    kit.closing.push(server)
    return server
  }

  async function crawl(homeUrl: string, over: CrawlOver = {}): Promise<Outcome> {
    const portal = over.options?.portal ?? portalOf(homeUrl)
    const run = runOf(portal.id, over.budget, over.runId)
    if (!over.options?.resume) {
      kit.store.saveRegistry({
        agencies: [{ id: portal.agencyId, name: '测试单位', group: null, attributes: [] }],
        portals: [portal],
      })
      kit.store.startRun(run)
    }
    const table = kit.store.frontier(run.id)
    const frontier = over.frontier?.(table) ?? table
    const report = await crawlPortal(
      {
        run,
        portal,
        allowPrivate: true,
        resolve: [],
        userAgent: 'Mingcha/test (+https://mingcha.test)',
        obeyRobots: true,
        resume: false,
        retryDelaysMs: [1, 1],
        ...over.options,
      },
      {
        frontier,
        save: (batch) => kit.store.saveCaptures(batch),
        archive: kit.archive,
        reader: over.reader ?? linkReader,
        clock: over.now ? { now: over.now } : systemClock,
        signal: over.signal ?? new AbortController().signal,
        ...(over.onProgress ? { onProgress: over.onProgress } : {}),
        ...(over.pace ? { pace: over.pace } : {}),
        ...over.deps,
      },
    )
    return {
      report,
      rows: new Map([...frontier.rows()].map((row) => [row.url, row])),
      captures: [...kit.store.captures(run.id)],
    }
  }
}
