/**
 * One run of one portal: visits what its pages point to, home page first, within politeness and budget, and leaves
 * every address with a state and a reason. Crawlee's BasicCrawler is the pool and does retries and life cycle; the
 * frontier is ours. Trouble of the site is recorded, never thrown; only our own faults (disk, database) end a run.
 *
 * robots.txt governs the portal's own hosts. A link that leaves the portal is asked for once or twice, as a visitor's
 * click would, without reading that host's robots.txt first.
 */
import { BasicCrawler, CriticalError } from '@crawlee/basic'
import { Configuration, log as crawleeLog, LogLevel, type RequestQueue } from '@crawlee/core'
import { shortId } from '#base/hash'
import { normalizeUrl, pathOf } from '#base/url'
import type { BlockSign, UrlState } from '#model/capture'
import type { Page } from '#model/page'
import type { Portal } from '#model/portal'
import type { Archive, Clock, Frontier, FrontierRow, PageReader } from '#model/ports'
import type { Run } from '#model/run'
import type { ResolveRule } from './address-guard.ts'
import { recogniseBlock } from './block-signs.ts'
import { awaitsSecond, FrontierQueue, firstOutcome, type Task } from './frontier-queue.ts'
import { Hosts } from './hosts.ts'
import { type Answered, HttpClient, headerOf, type NotAnswered, type Visit } from './http-client.ts'
import { LinkSorter } from './links.ts'
import { failedCapture, Recorder, type SavedCapture, storedCapture } from './recorder.ts'
import { ALLOW_ALL, parseRobots, type Robots } from './robots.ts'
import { Scope } from './scope.ts'

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
}

export interface CrawlProgress {
  readonly visited: number
  readonly pending: number
  readonly bytes: number
  readonly slowPass: boolean
}

export interface CrawlDeps {
  readonly frontier: Frontier
  readonly save: (batch: readonly SavedCapture[]) => void
  readonly archive: Archive
  readonly reader: PageReader
  readonly clock: Clock
  readonly onProgress?: (progress: CrawlProgress) => void
  readonly signal: AbortSignal
}

export interface RobotsFact {
  readonly host: string
  readonly state: 'read' | 'none' | 'unreadable'
  readonly rules: number
  readonly crawlDelayMs: number
}

export interface CrawlReport {
  readonly state: 'finished' | 'interrupted'
  /** Addresses by final state. */
  readonly counts: Readonly<Record<string, number>>
  /** Visits made in this session, and bytes received. */
  readonly visits: number
  readonly bytes: number
  /** Over the portal's own pages: everything found was visited and answered, or why not (Chinese). */
  readonly coverage: { readonly value: 'complete' | 'partial'; readonly because: string | null }
  readonly robots: readonly RobotsFact[]
  /** Addresses that cannot exist, asked for to learn how the site answers missing pages. */
  readonly soft404: readonly { readonly url: string; readonly status: number | null }[]
  readonly note: string
}

const RETRY_DELAYS_MS = [2_000, 8_000] as const
/** Link targets and attachments: enough to know their state. */
const PROBE_BYTES = 64 * 1024
const MAX_RETRY_AFTER_MS = 60_000
const CONCURRENCY = 16
/** After an interrupt the pool is given this long to let go. */
const STOP_MS = 4_000

const GONE = new Set([404, 410])
const PASSING_STATUS = new Set([408, 429, 500, 502, 503, 504])
const PASSING_REASON = new Set(['dns', 'timeout', 'refused', 'reset'])
const CONNECTION_REASON = new Set(['dns', 'timeout', 'refused', 'reset', 'tls'])

/** Thrown to Crawlee so that it tries the address again. */
class PassingFailure extends Error {}

/** Crawlee without its own SIGINT manners: stopping is the caller's, through the abort signal. */
class Pool extends BasicCrawler {
  protected override async _pauseOnMigration(): Promise<void> {
    this.stop()
  }
}

/** Crawlee's load watching is off: concurrency is bounded by hosts, not guessed from the machine. */
const NO_LOAD_WATCH = { start() {}, stop() {}, getLoadSignals: () => [] }

export function crawlPortal(options: CrawlOptions, deps: CrawlDeps): Promise<CrawlReport> {
  return new PortalCrawl(options, deps).run()
}

class PortalCrawl {
  readonly #options: CrawlOptions
  readonly #deps: CrawlDeps
  readonly #client: HttpClient
  readonly #hosts: Hosts
  readonly #scope: Scope
  readonly #links: LinkSorter
  readonly #recorder: Recorder
  readonly #queue: FrontierQueue
  readonly #robots = new Map<string, Promise<Robots>>()
  readonly #robotsFacts: RobotsFact[] = []
  readonly #soft404 = new Map<string, number | null>()
  readonly #retryDelays: readonly number[]
  readonly #startedAt: number
  #pages = 0
  #attachments = 0
  #visits = 0
  #bytes = 0
  #exhausted: string | null = null

  constructor(options: CrawlOptions, deps: CrawlDeps) {
    const { run, portal } = options
    this.#options = options
    this.#deps = deps
    this.#startedAt = deps.clock.now()
    this.#retryDelays = options.retryDelaysMs ?? RETRY_DELAYS_MS
    this.#client = new HttpClient({
      userAgent: options.userAgent,
      allowPrivate: options.allowPrivate,
      resolve: options.resolve,
      timeoutMs: run.budget.timeoutMs,
      clock: deps.clock,
    })
    this.#hosts = new Hosts(run.budget.delayMs, run.budget.perHostParallel)
    this.#scope = new Scope(portal)
    this.#links = new LinkSorter({
      scope: this.#scope,
      frontier: deps.frontier,
      maxExternalProbes: run.budget.maxExternalProbes,
    })
    this.#recorder = new Recorder(run.id, deps.archive, deps.frontier, deps.save, () =>
      this.#progress(),
    )
    this.#queue = new FrontierQueue(deps.frontier, this.#hosts, deps.clock, {
      admit: (row, second) => this.#admit(row, second),
      flush: () => this.#recorder.flush(),
      retryAt: (attempts) =>
        deps.clock.now() + (this.#retryDelays[attempts - 1] ?? this.#retryDelays.at(-1) ?? 0),
    })
  }

  async run(): Promise<CrawlReport> {
    const { signal } = this.#deps
    this.#begin()
    const pool = this.#pool()
    this.#queue.onWake(() => void pool.autoscaledPool?.notify())
    const onAbort = (): void => {
      this.#queue.stop()
      setTimeout(() => void pool.autoscaledPool?.abort(), STOP_MS).unref()
    }
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      if (!signal.aborted) await pool.run()
      await this.#recorder.flush()
    } catch (error) {
      // What is already in memory is still worth keeping; the first fault is the one to report.
      await this.#recorder.flush().catch(() => undefined)
      throw error instanceof CriticalError && error.cause !== undefined ? error.cause : error
    } finally {
      signal.removeEventListener('abort', onAbort)
      this.#queue.stop()
      await this.#client.close()
    }
    return this.#report(signal.aborted)
  }

  #begin(): void {
    const { frontier } = this.#deps
    const { portal, resume } = this.#options
    if (resume) {
      frontier.recover()
      for (const row of frontier.rows()) this.#learn(row)
    }
    const entries = [portal.homeUrl, portal.platformUrl, ...portal.extraUrls]
    this.#links.addEntries(
      entries.flatMap((url) => (url === null ? [] : (normalizeUrl(url) ?? []))),
    )
  }

  #learn(row: FrontierRow): void {
    this.#links.learn(row)
    const waits = row.state === 'queued' && awaitsSecond(row)
    if (waits) this.#queue.knowSecond(row.url)
    if (row.attempts === 0 || (row.state === 'queued' && !waits)) return
    if (this.#isSoft404Probe(row.url)) this.#soft404.set(row.url, null)
    else if (row.purpose === 'attachment') this.#attachments += 1
    else if (row.purpose !== 'link-probe') this.#pages += 1
  }

  #pool(): Pool {
    const log = crawleeLog.child({ level: LogLevel.OFF })
    return new Pool(
      {
        requestQueue: this.#queue as unknown as RequestQueue,
        requestHandler: async ({ request }) => {
          try {
            await this.#handle(request.url)
          } catch (error) {
            if (error instanceof PassingFailure) throw error
            const critical = new CriticalError('crawl stopped by our own fault')
            critical.cause = error
            throw critical
          }
        },
        maxRequestRetries: this.#retryDelays.length,
        requestHandlerTimeoutSecs: 86_400,
        useSessionPool: false,
        minConcurrency: CONCURRENCY,
        maxConcurrency: CONCURRENCY,
        autoscaledPoolOptions: {
          maybeRunIntervalSecs: 0.25,
          loggingIntervalSecs: null,
          systemStatusOptions: { snapshotter: NO_LOAD_WATCH as never },
        },
        statisticsOptions: { persistenceOptions: { enable: false } },
        statusMessageLoggingInterval: 3_600,
        log,
      },
      new Configuration({ persistStorage: false, purgeOnStart: false }),
    )
  }

  // ── what may be visited ──────────────────────────────────────────────────────────────────────────────────────

  #admit(row: FrontierRow, second: boolean): boolean {
    const { frontier } = this.#deps
    this.#exhausted ??= this.#exhaustion()
    if (this.#exhausted !== null) {
      if (second) {
        const first = firstOutcome(row)
        const state = first.startsWith('HTTP') ? 'fetched' : 'failed'
        frontier.settle(row.url, state, `${first}（第二次访问未及进行：${this.#exhausted}）`, null)
      } else frontier.settle(row.url, 'budget', this.#exhausted, null)
      return false
    }
    const verdict = this.#hosts.verdict(row.host)
    if (verdict === 'refusing') {
      frontier.settle(row.url, 'blocked', '该主机连续拒绝访问，为避免打扰不再请求', null)
      return false
    }
    if (verdict === 'down') {
      if (this.#queue.slowPass) {
        frontier.settle(row.url, 'failed', '该主机连续无法连接，未再逐一尝试', null)
      } else this.#queue.visitAgainLater(row.url, '该主机连续无法连接')
      return false
    }
    if (second || row.attempts > 1) return true
    const reason = this.#countAgainstBudget(row)
    if (reason === null) return true
    frontier.settle(row.url, 'budget', reason, null)
    return false
  }

  #exhaustion(): string | null {
    const { budget } = this.#options.run
    if (this.#deps.clock.now() - this.#startedAt >= budget.maxMinutes * 60_000) {
      return `达到时间上限 ${budget.maxMinutes} 分钟`
    }
    return this.#bytes >= budget.maxTotalBytes
      ? `达到流量上限 ${Math.round(budget.maxTotalBytes / 1_048_576)} MB`
      : null
  }

  #countAgainstBudget(row: FrontierRow): string | null {
    const { maxPages } = this.#options.run.budget
    if (row.purpose === 'link-probe' || this.#isSoft404Probe(row.url)) return null
    if (row.purpose === 'attachment') {
      if (this.#attachments >= maxPages) return `达到附件数上限 ${maxPages}`
      this.#attachments += 1
      return null
    }
    if (this.#pages >= maxPages) return `达到页数上限 ${maxPages}`
    this.#pages += 1
    return null
  }

  // ── one visit ────────────────────────────────────────────────────────────────────────────────────────────────

  async #handle(url: string): Promise<void> {
    const task = this.#queue.task(url)
    if (!task) return
    const { row } = task
    const external = row.purpose === 'link-probe'
    if (!external && this.#options.obeyRobots) {
      const refusal = (await this.#robotsOf(row)).refusal(pathOf(url))
      if (refusal !== null) {
        await this.#recorder.push(null, (frontier) =>
          frontier.settle(url, 'robots', `robots.txt 不允许（${refusal}）`, null),
        )
        return
      }
    }
    const { visit, method } = external ? await this.#probe(url) : await this.#get(row)
    if (this.#deps.signal.aborted && visit.state === 'failed') {
      this.#queue.giveBack(url)
      return
    }
    this.#visits += 1
    this.#bytes += visit.received
    const id = this.#recorder.captureId(url, visit, method)
    if (visit.state === 'answered') await this.#answered(task, visit, id)
    else await this.#failed(task, visit, id)
  }

  async #get(row: FrontierRow): Promise<{ visit: Visit; method: string }> {
    const { maxBytesPerBody } = this.#options.run.budget
    const maxBytes =
      row.purpose === 'attachment' ? Math.min(PROBE_BYTES, maxBytesPerBody) : maxBytesPerBody
    const visit = await this.#client.visit({
      url: row.url,
      maxBytes,
      maxBinaryBytes: PROBE_BYTES,
      signal: this.#deps.signal,
    })
    return { visit, method: 'GET' }
  }

  /** HEAD first; what HEAD does not settle (many old servers refuse it) is asked again with GET. */
  async #probe(url: string): Promise<{ visit: Visit; method: string }> {
    const { signal } = this.#deps
    const head = await this.#client.visit({ url, method: 'HEAD', maxBytes: PROBE_BYTES, signal })
    const settled =
      head.state === 'answered'
        ? head.status < 400
        : head.reason !== 'reset' && head.reason !== 'protocol'
    if (settled || signal.aborted) return { visit: head, method: 'HEAD' }
    this.#bytes += head.received
    return {
      visit: await this.#client.visit({ url, maxBytes: PROBE_BYTES, signal }),
      method: 'GET',
    }
  }

  async #answered(task: Task, visit: Answered, id: string): Promise<void> {
    const { row } = task
    const { run } = this.#options
    const good = visit.status >= 200 && visit.status < 300
    const probe = this.#isSoft404Probe(row.url)
    if (row.purpose === 'home' && good && !this.#scope.includes(visit.finalUrl)) {
      this.#links.addHomeTarget(visit.finalUrl)
    }
    const contentType = headerOf(visit.headers, 'content-type')
    let blocked: BlockSign | null = recogniseBlock({
      status: visit.status,
      contentType,
      body: visit.body,
    })
    const own = row.purpose !== 'link-probe' && this.#scope.includes(visit.finalUrl)
    let page = own && !blocked && (good || probe) ? this.#read(visit, contentType) : null
    if (page?.blocked) {
      blocked = page.blocked
      page = null
    }
    if (blocked) this.#hosts.noteRefusal(row.host)
    else this.#hosts.noteAnswer(row.host)
    const record = await this.#recorder.archive(id, visit)
    const capture = storedCapture(id, run.id, row.url, visit, blocked, record)
    const saved: SavedCapture = { capture, page, depth: row.depth }
    if (probe) {
      this.#soft404.set(row.url, visit.status)
      const reason = `不存在地址探测：HTTP ${visit.status}`
      return this.#settle(saved, row.url, 'fetched', reason)
    }
    if (own && good && !blocked) {
      this.#askForNothing(row)
      if (visit.finalUrl !== row.url) this.#links.reached(visit.finalUrl, row, id)
      if (page) this.#links.follow(page, row)
    } else this.#links.visitTwins(row.url)
    await this.#conclude(task, visit, saved, blocked)
  }

  /** What becomes of an answered address: done, tried again soon, or visited again at the end. */
  async #conclude(
    task: Task,
    visit: Answered,
    saved: SavedCapture,
    blocked: BlockSign | null,
  ): Promise<void> {
    const { row, second } = task
    const passing = PASSING_STATUS.has(visit.status)
    if (passing) this.#holdBack(row.host, visit)
    const broken = visit.remarks.includes('content-length-mismatch') && row.attempts === 1
    if ((passing || broken) && this.#mayRetry(task)) {
      await this.#recorder.push(saved, null)
      throw new PassingFailure(`HTTP ${visit.status}`)
    }
    if (blocked) return this.#settle(saved, row.url, 'blocked', blocked.because)
    const words = `HTTP ${visit.status}`
    if (!passing && !GONE.has(visit.status)) {
      const note = second ? `${words}（首次：${firstOutcome(row)}）` : words
      return this.#settle(saved, row.url, 'fetched', note)
    }
    if (second) {
      return this.#settle(
        saved,
        row.url,
        'fetched',
        `${words}（第二次访问；首次：${firstOutcome(row)}）`,
      )
    }
    await this.#later(saved, row.url, 'fetched', words)
  }

  async #failed(task: Task, visit: NotAnswered, id: string): Promise<void> {
    const { row, second } = task
    const { url } = row
    const ours = visit.reason === 'interrupted'
    if (CONNECTION_REASON.has(visit.reason)) this.#hosts.noteFailure(row.host)
    await this.#recorder.archive(id, visit)
    const saved: SavedCapture = {
      capture: failedCapture(id, this.#options.run.id, url, visit),
      page: null,
      depth: row.depth,
    }
    if (this.#isSoft404Probe(url)) {
      this.#soft404.set(url, null)
      return this.#settle(saved, url, 'failed', visit.detail)
    }
    if ((ours || PASSING_REASON.has(visit.reason)) && this.#mayRetry(task)) {
      await this.#recorder.push(saved, null)
      throw new PassingFailure(visit.detail)
    }
    this.#links.visitTwins(url)
    const passing = ours || CONNECTION_REASON.has(visit.reason) || visit.reason === 'protocol'
    if (passing && !second) return this.#later(saved, url, 'failed', visit.detail)
    await this.#settle(
      saved,
      url,
      'failed',
      second ? `${visit.detail}（第二次访问）` : visit.detail,
    )
  }

  /** Link targets of others are not worried with quick retries; they get their second visit at the end. */
  #mayRetry(task: Task): boolean {
    return (
      !task.second &&
      !this.#queue.slowPass &&
      task.row.purpose !== 'link-probe' &&
      task.row.attempts <= this.#retryDelays.length
    )
  }

  #settle(saved: SavedCapture, url: string, state: UrlState, reason: string): Promise<void> {
    return this.#recorder.push(saved, (frontier, id) => frontier.settle(url, state, reason, id))
  }

  #later(saved: SavedCapture, url: string, state: UrlState, outcome: string): Promise<void> {
    return this.#recorder.push(saved, (frontier, id) => {
      frontier.settle(url, state, outcome, id)
      this.#queue.visitAgainLater(url, outcome)
    })
  }

  #read(visit: Answered, contentType: string | null): Page | null {
    if (!looksLikeHtml(contentType, visit.body)) return null
    return this.#deps.reader.read({
      url: visit.finalUrl,
      body: visit.body,
      contentType,
      status: visit.status,
      truncated: visit.truncated,
      homeUrl: this.#options.portal.homeUrl,
    })
  }

  #holdBack(host: string, visit: Answered): void {
    const value = headerOf(visit.headers, 'retry-after')
    if (value === null) return
    const now = this.#deps.clock.now()
    const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
    if (wait > 0) this.#hosts.holdUntil(host, now + Math.min(wait, MAX_RETRY_AFTER_MS))
  }

  // ── robots and missing pages ─────────────────────────────────────────────────────────────────────────────────

  #robotsOf(row: FrontierRow): Promise<Robots> {
    const { origin } = new URL(row.url)
    const known = this.#robots.get(origin)
    if (known) return known
    const asked = this.#fetchRobots(origin, row.host)
    this.#robots.set(origin, asked)
    return asked
  }

  /** A robots.txt that cannot be read forbids nothing; how it was answered stays as a capture. */
  async #fetchRobots(origin: string, host: string): Promise<Robots> {
    const url = `${origin}/robots.txt`
    const visit = await this.#client.visit({
      url,
      maxBytes: 512 * 1024,
      signal: this.#deps.signal,
    })
    if (this.#deps.signal.aborted) return ALLOW_ALL
    const id = this.#recorder.captureId(url, visit, 'GET')
    const record = await this.#recorder.archive(id, visit)
    const runId = this.#options.run.id
    let robots = ALLOW_ALL
    let state: RobotsFact['state'] = 'unreadable'
    if (visit.state === 'answered' && visit.status < 500) {
      const html = looksLikeHtml(null, visit.body)
      const readable = visit.status === 200 && !html
      state = readable ? 'read' : 'none'
      if (readable) robots = parseRobots(new TextDecoder().decode(visit.body))
    }
    this.#hosts.slowDown(host, robots.crawlDelayMs)
    const { rules, crawlDelayMs } = robots
    this.#robotsFacts.push({ host, state, rules, crawlDelayMs })
    const capture =
      visit.state === 'answered'
        ? storedCapture(id, runId, url, visit, null, record)
        : failedCapture(id, runId, url, visit)
    this.#deps.frontier.refuse(
      [{ url, purpose: 'rest', depth: 1, from: null }],
      'fetched',
      ROBOTS_WORDS[state],
    )
    await this.#recorder.push({ capture, page: null, depth: 1 }, (frontier, captureId) =>
      frontier.settle(url, 'fetched', ROBOTS_WORDS[state], captureId),
    )
    return robots
  }

  /** Once per host of the portal that answered: an address that cannot exist, to learn its "not found" page. */
  #askForNothing(row: FrontierRow): void {
    const url = `${new URL(row.url).origin}${NOTHING}${shortId(this.#options.run.id, row.host)}.html`
    if (this.#soft404.has(url)) return
    this.#soft404.set(url, null)
    this.#deps.frontier.add([{ url, purpose: 'rest', depth: 1, from: null }])
  }

  #isSoft404Probe(url: string): boolean {
    return url.includes(NOTHING)
  }

  // ── report ───────────────────────────────────────────────────────────────────────────────────────────────────

  #progress(): void {
    this.#deps.onProgress?.({
      visited: this.#visits,
      pending: this.#deps.frontier.pending(),
      bytes: this.#bytes,
      slowPass: this.#queue.slowPass,
    })
  }

  #report(interrupted: boolean): CrawlReport {
    const { frontier } = this.#deps
    const missing = new Map<string, number>()
    for (const row of frontier.rows()) {
      if (row.purpose === 'link-probe' || row.purpose === 'attachment') continue
      const words = MISSING_WORDS[row.state]
      if (words !== undefined) missing.set(words, (missing.get(words) ?? 0) + 1)
    }
    const because = [...missing].map(([words, count]) => `${count} 个地址${words}`).join('，')
    const counts = frontier.countByState()
    const state = interrupted ? 'interrupted' : 'finished'
    const ending = interrupted
      ? '被中断，可用 --resume 继续'
      : (this.#exhausted ?? '全部地址已访问')
    return {
      state,
      counts,
      visits: this.#visits,
      bytes: this.#bytes,
      coverage:
        because === '' ? { value: 'complete', because: null } : { value: 'partial', because },
      robots: this.#robotsFacts,
      soft404: [...this.#soft404].map(([url, status]) => ({ url, status })),
      note: `访问 ${this.#visits} 次，${ending}${because === '' ? '' : `；${because}`}`,
    }
  }
}

const NOTHING = '/mingcha-no-such-page-'

const ROBOTS_WORDS: Readonly<Record<RobotsFact['state'], string>> = {
  read: 'robots.txt 已读取',
  none: '没有 robots.txt',
  unreadable: 'robots.txt 无法读取，按允许处理',
}

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

/** First bytes of files that are served as HTML now and then. */
const MAGIC = [
  '%PDF',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  'GIF8',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'Rar!',
  '\u001f\u008b',
]

/** Decides by the bytes where they contradict the header: a PDF labelled HTML is none. */
export function looksLikeHtml(contentType: string | null, body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 1024)).toString(
    'latin1',
  )
  if (MAGIC.some((magic) => start.startsWith(magic))) return false
  if (contentType !== null && /html/i.test(contentType)) return true
  if (contentType !== null && !/^text\/plain|octet-stream|^\s*$|xml/i.test(contentType))
    return false
  return /<(?:!doctype html|html|head|body|meta|title|table|div|script)\b/i.test(start)
}
