/**
 * One run of one portal: visits what its pages point to, home page first, within politeness and budget, and leaves
 * every address with a state and a reason. Wires the parts and reports; what a visit means is visitor's. Trouble of
 * the site is recorded, never thrown; only our own faults (disk, database) end a run.
 *
 * robots.txt governs the portal's own hosts. A link that leaves the portal is asked for once or twice, as a visitor's
 * click would, without reading that host's robots.txt first.
 */
import { setMaxListeners } from 'node:events'
import { addMonths } from '#base/day'
import { normalizeUrl } from '#base/url'
import { isNothingProbe, isOursToAsk, type UrlPurpose, type UrlState } from '#model/capture'
import type { KeptPage } from '#model/kept-page'
import type { Page } from '#model/page'
import type { Portal } from '#model/portal'
import type { Archive, Clock, EarlierRun, Frontier, PageReader } from '#model/ports'
import type { Run } from '#model/run'
import { Scope } from '#model/scope'
import type { ResolveRule } from './address-guard.ts'
import { Admission, type Spent } from './admission.ts'
import { Asker } from './asking.ts'
import { FrontierQueue } from './frontier-queue.ts'
import { HostPace, OriginHealth } from './hosts.ts'
import { HttpClient } from './http-client.ts'
import { LinkSorter } from './links.ts'
import { ListQueries, type ListSources } from './list-queries.ts'
import { Nightly } from './nightly.ts'
import { runPool } from './pool.ts'
import { Recorder, type SavedCapture } from './recorder.ts'
import { type RobotsFact, RobotsKeeper } from './robots-keeper.ts'
import { searchesOnce } from './searches.ts'
import { awaitsSecond, firstOutcome, heldByRobots, PARTLY_RECEIVED } from './second-visit.ts'
import { Visitor } from './visitor.ts'

export interface CrawlOptions {
  readonly run: Run
  readonly portal: Portal
  readonly allowPrivate: boolean
  readonly resolve: readonly ResolveRule[]
  readonly userAgent: string
  readonly obeyRobots: boolean
  /** The run was begun by an earlier process; its frontier is taken up where it stands. */
  readonly resume: boolean
  /** Waits before the retries of a passing failure, milliseconds; one entry a retry. */
  readonly retryDelaysMs?: readonly number[]
  /** What an earlier session of this process took of the run's time and bytes; this one has the rest. */
  readonly spent?: Spent
  /** With `resume`: readings of visited pages as a browser shows them; what their scripts wrote is followed too. */
  readonly shown?: readonly Page[]
}

export interface CrawlProgress {
  /** Addresses visited, those of earlier sessions of the run included. */
  readonly visited: number
  readonly pending: number
  readonly bytes: number
  /** The second visits at the end have begun. */
  readonly slowPass: boolean
}

export interface CrawlDeps {
  readonly frontier: Frontier
  /** Last finished run of the portal, for an incremental run; null or absent: everything is fetched. */
  readonly earlier?: EarlierRun | null
  readonly save: (batch: readonly SavedCapture<KeptPage>[]) => void
  readonly archive: Archive
  readonly reader: PageReader
  /** Absent: lists that only a POST brings are not asked for. */
  readonly lists?: ListSources
  /**
   * Once all else is visited: addresses (base/query-address) at which the portal's own search is asked for titles; empty
   * where it is not. Called when all that was read is stored. Absent: nothing is searched for.
   */
  readonly searches?: () => readonly string[]
  readonly clock: Clock
  /** Give all crawls of a process the same one, so that portals on one host share its patience. */
  readonly pace?: HostPace
  readonly onProgress?: (progress: CrawlProgress) => void
  readonly signal: AbortSignal
}

export interface CrawlReport {
  readonly state: 'finished' | 'interrupted'
  /** Addresses by final state. */
  readonly counts: Readonly<Record<string, number>>
  /** Visits made in this session; bytes received in it and in the sessions that it was told of. */
  readonly visits: number
  /**
   * What Crawlee reports handled beside what was stored, this session: outcomes made durable (robots.txt and scripts that we
   * ask for ourselves among them), and addresses that Crawlee let go without one, which were settled as our own failure.
   */
  readonly reconciled: { readonly handled: number; readonly stored: number; readonly lost: number }
  readonly bytes: number
  /** Time and bytes that the run has used up. */
  readonly used: Spent
  /** Why nothing more could be visited (Chinese): time or bytes at their end; null where they were not. */
  readonly spent: string | null
  /** Over the portal's own pages: everything found was visited and answered, or why not (Chinese). */
  readonly coverage: { readonly value: 'complete' | 'partial'; readonly because: string | null }
  readonly robots: readonly RobotsFact[]
  /** Addresses that cannot exist, asked for to learn how the site answers missing pages. */
  readonly soft404: readonly { readonly url: string; readonly status: number | null }[]
  /** Chinese, for the run's record. */
  readonly note: string
}

/** Goes into the record of every run whose settings say so: the assessor answers for the consent. */
const ROBOTS_OVERRIDDEN = '按设置（obeyRobots: false）没有遵守 robots.txt，须已得网站方同意'

/** The longest period in which rules want a column updated, and a month to spare: lists are read this far back first. */
const FRESH_MONTHS = 13

const RETRY_DELAYS_MS = [2_000, 8_000] as const

/**
 * Crawls until done, out of budget or aborted. An aborted run can be resumed with the same frontier.
 * @throws whatever `save` or `archive` threw (AppError disk-full, db-locked …); what was stored before stays
 */
export async function crawlPortal(options: CrawlOptions, deps: CrawlDeps): Promise<CrawlReport> {
  const { run, portal } = options
  const { frontier, archive, clock, reader, signal } = deps
  const now = (): number => clock.now()
  // Every visit under way listens.
  setMaxListeners(0, signal)
  const retryDelays = options.retryDelaysMs ?? RETRY_DELAYS_MS
  const client = new HttpClient({
    userAgent: options.userAgent,
    allowPrivate: options.allowPrivate,
    resolve: options.resolve,
    timeoutMs: run.budget.timeoutMs,
    clock,
  })
  const pace = deps.pace ?? new HostPace()
  const health = new OriginHealth()
  const scope = new Scope(portal)
  const freshFrom = addMonths(run.asOf, -FRESH_MONTHS)
  const links = new LinkSorter(scope, frontier, run.budget.maxExternalProbes, freshFrom)
  let visitedBefore = 0
  const nightly = deps.earlier ? new Nightly(deps.earlier, run, frontier, links) : null
  const admission = new Admission(run.budget, frontier, health, clock, scope, options.spent)
  const recorder: Recorder = new Recorder(run.id, archive, frontier, deps.save, () =>
    deps.onProgress?.({
      visited: visitedBefore + visitor.visits,
      pending: frontier.pending(),
      bytes: admission.bytes,
      slowPass: queue.slowPass,
    }),
  )
  const bringSearches = searchesOnce(deps.searches ?? null, frontier)
  const queue: FrontierQueue = new FrontierQueue(
    frontier,
    { pace, health, manners: run.budget },
    clock,
    {
      exhausted: () => admission.exhausted(),
      admit: (row, second) =>
        !second && (links.turnedTrap(row) || nightly?.takeOver(row))
          ? 'settled'
          : admission.admit(row, second, queue.slowPass),
      more: async () => ((await nightly?.readForLost()) ?? false) || bringSearches(),
      flush: () => recorder.flush(),
      retryAt: (attempts) => clock.now() + (retryDelays[attempts - 1] ?? retryDelays.at(-1) ?? 0),
    },
  )
  const asker = new Asker({
    client,
    reader,
    links,
    homeUrl: portal.homeUrl,
    maxBytes: run.budget.maxBytesPerBody,
    signal,
    onReceived: (bytes) => admission.addBytes(bytes),
  })
  const robots = options.obeyRobots
    ? new RobotsKeeper({
        asker,
        recorder,
        frontier,
        pace,
        now,
        run: run.id,
        signal,
        hasAnswered: (url) => health.hasAnswered(url),
        onSitemap: (url, from) => links.addSitemap(url, from),
      })
    : null
  const lists = new ListQueries({
    sources: deps.lists ?? null,
    asker,
    archive,
    reader,
    recorder,
    frontier,
    run: run.id,
    homeUrl: portal.homeUrl,
    refusal: (row, path) => visitor.refusal(row, path),
  })
  const visitor: Visitor = new Visitor({
    run,
    asker,
    queue,
    recorder,
    links,
    lists,
    scope,
    pace,
    health,
    robots,
    nightly,
    retries: retryDelays.length,
    secondAfterMs: retryDelays.at(-1) ?? 0,
    now,
    signal,
  })

  if (options.resume)
    visitedBefore = takeUp(frontier, { links, nightly, queue, admission, visitor })
  followShown(frontier, links, options.shown ?? [])
  const entries = [portal.homeUrl, portal.platformUrl, ...portal.extraUrls]
  links.addEntries(entries.flatMap((url) => (url === null ? [] : (normalizeUrl(url) ?? []))))
  let handled = 0
  try {
    handled = await runPool(queue, (url) => visitor.visit(url), retryDelays.length, signal)
  } finally {
    // After a fault of ours too: what is in memory is worth keeping, and the first fault is the one to report.
    await recorder.flush().catch(() => undefined)
    await client.close()
  }
  await recorder.flush()
  const lost = signal.aborted ? 0 : settleLost(frontier)
  const coverage = coverageOf(frontier)
  const visits = visitor.visits
  const spent = admission.exhausted()
  const ending = signal.aborted ? '被中断，可用 --resume 继续' : (spent ?? '全部地址已有结果')
  return {
    state: signal.aborted ? 'interrupted' : 'finished',
    counts: frontier.countByState(),
    visits,
    reconciled: { handled, stored: recorder.ended, lost },
    bytes: admission.bytes,
    used: admission.spent,
    spent,
    coverage,
    robots: robots?.facts ?? [],
    soft404: [...visitor.soft404].map(([url, status]) => ({ url, status })),
    note: `${options.obeyRobots ? '' : `${ROBOTS_OVERRIDDEN}；`}访问 ${visits} 次，${nightly?.words ?? ''}${ending}${lost === 0 ? '' : `；有 ${lost} 个地址访问后没有存下结果`}${coverage.because === null ? '' : `；${coverage.because}`}`,
  }
}

/** Learns from the table what an earlier process of this run had decided and done; how many addresses it had visited. */
function takeUp(
  frontier: Frontier,
  parts: {
    links: LinkSorter
    nightly: Nightly | null
    queue: FrontierQueue
    admission: Admission
    visitor: Visitor
  },
): number {
  let visited = 0
  frontier.recover()
  for (const { url, textHash } of frontier.queriedTexts()) parts.links.learnText(url, textHash)
  for (const row of frontier.rows()) {
    parts.links.learn(row)
    parts.nightly?.learn(row)
    const waits = row.state === 'queued' && awaitsSecond(row)
    if (waits) parts.queue.knowSecond(row.url, firstOutcome(row))
    if (row.attempts === 0) continue
    // Taken from the queue and never asked for.
    if (row.state === 'trap' || parts.nightly?.tookOver(row)) continue
    // One that the kill found in hand was admitted; it is visited again, not anew.
    parts.admission.learn(row)
    if (row.state === 'queued' && !waits) continue
    visited += 1
    if (isNothingProbe(row.url)) parts.visitor.soft404.set(row.url, null)
  }
  return visited
}

/** Follows what a browser's reading of visited pages links to beyond what their source did. */
function followShown(frontier: Frontier, links: LinkSorter, shown: readonly Page[]): void {
  if (shown.length === 0) return
  const rows = new Map([...frontier.rows()].map((row) => [row.url, row]))
  for (const page of shown) {
    const row = rows.get(page.url)
    if (row) links.follow(page, row)
  }
}

/** No address may stay without an outcome: what was let go without one is told, and held against nobody. */
function settleLost(frontier: Frontier): number {
  if ((frontier.countByState().active ?? 0) === 0) return 0
  const lost = [...frontier.rows()].filter((row) => row.state === 'active')
  frontier.together(() => {
    for (const { url } of lost) frontier.settle(url, 'failed', LOST, null)
  })
  return lost.length
}

const LOST = '访问已结束，却没有存下结果（本程序的问题，不是网站的）'

/** States of the portal's own pages that leave its coverage incomplete. */
const MISSING_WORDS: Partial<Readonly<Record<UrlState, string>>> = {
  queued: '尚未访问',
  active: '访问未完成',
  budget: '因运行上限未访问',
  blocked: '被拦截',
  failed: '未能取得',
  robots: '按 robots.txt 未访问',
  trap: '疑似陷阱未访问',
}

/** What says nothing of how much of the portal's pages was seen. */
const BESIDE_PAGES: ReadonlySet<UrlPurpose> = new Set(['link-probe', 'attachment', 'paper'])

function coverageOf(frontier: Frontier): CrawlReport['coverage'] {
  const missing = new Map<string, number>()
  for (const row of frontier.rows()) {
    if (BESIDE_PAGES.has(row.purpose) || isOursToAsk(row)) continue
    const words = row.reason?.includes(PARTLY_RECEIVED)
      ? '没有收全'
      : row.state === 'robots' && heldByRobots(row.reason)
        ? '因没有取得 robots.txt 未访问'
        : MISSING_WORDS[row.state]
    if (words !== undefined) missing.set(words, (missing.get(words) ?? 0) + 1)
  }
  if (missing.size === 0) return { value: 'complete', because: null }
  const because = [...missing].map(([words, count]) => `${count} 个地址${words}`).join('，')
  return { value: 'partial', because }
}
