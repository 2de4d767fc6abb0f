/**
 * Our frontier in the shape that Crawlee's BasicCrawler calls a request queue. Decides what may start now (host
 * free, row due, budget left) and when the crawl is over; the slow second pass over doubtful addresses begins
 * when nothing else is left. What a visit does is crawl-portal's.
 */
import type { Request } from '@crawlee/core'
import type { Clock, Frontier, FrontierRow } from '#model/ports'
import type { Budget } from '#model/run'
import { Request as CrawleeRequest } from './crawlee.ts'
import type { HostPace, OriginHealth } from './hosts.ts'
import {
  firstOutcome,
  heldByRobots,
  SECOND_VISIT,
  settleWithFirst,
  UNREACHABLE,
} from './second-visit.ts'

/** Rows settled without a visit in one go, before visits under way get their turn. */
const SETTLED_AT_ONCE = 200
/** Beyond any clock: such rows come up only when `take` is asked for the end of time. */
const END_OF_TIME = 8_640_000_000_000_000

export interface QueueHooks {
  /** Reason (Chinese) once the whole run is out of time or bytes, else null. */
  exhausted(): string | null
  /** Last word before a visit; `settled` when the row has got its final state instead (budget, host down …). */
  admit(row: FrontierRow, second: boolean): 'visit' | 'later' | 'settled'
  /** Before the end: brings what an incremental run still owes to the queue; true when there was something. */
  more(): Promise<boolean>
  /** Makes all finished visits durable and settled; throws our own errors. */
  flush(): Promise<void>
  /** Instant before which a failed row is not tried again. */
  retryAt(attempts: number): number
}

/** How this run treats a host. */
export type Manners = Pick<Budget, 'delayMs' | 'perHostParallel'>

export interface Task {
  readonly row: FrontierRow
  readonly second: boolean
}

export class FrontierQueue {
  /** Crawlee sets these on what it takes for its own queue. */
  internalTimeoutMillis = 0
  requestLockSecs = 0
  readonly #frontier: Frontier
  readonly #pace: HostPace
  readonly #health: OriginHealth
  readonly #manners: Manners
  readonly #clock: Clock
  readonly #hooks: QueueHooks
  readonly #tasks = new Map<string, Task>()
  /** Rows that wait for the slow pass, with what their first visit brought. */
  readonly #second = new Map<string, string>()
  /** Rows put back for a retry, with the instant they are due and what became of them so far. */
  readonly #retries = new Map<string, { readonly at: number; readonly outcome: string }>()
  readonly #ready: Request[] = []
  #slowPass = false
  /** The slow pass does not begin before this instant. */
  #slowFrom = 0
  #stopped = false
  #handled = 0
  #timer: NodeJS.Timeout | null = null
  #wake: () => void = () => undefined

  constructor(
    frontier: Frontier,
    hosts: { readonly pace: HostPace; readonly health: OriginHealth; readonly manners: Manners },
    clock: Clock,
    hooks: QueueHooks,
  ) {
    this.#frontier = frontier
    this.#pace = hosts.pace
    this.#health = hosts.health
    this.#manners = hosts.manners
    this.#clock = clock
    this.#hooks = hooks
  }

  /** `wake` makes the pool look again at once. */
  onWake(wake: () => void): void {
    this.#wake = wake
  }

  get slowPass(): boolean {
    return this.#slowPass
  }

  task(url: string): Task | undefined {
    return this.#tasks.get(url)
  }

  /** Puts a row aside for the slow pass; `outcome` says what the first visit brought. */
  visitAgainLater(url: string, outcome: string): void {
    this.#second.set(url, outcome)
    this.#frontier.putBack(url, END_OF_TIME, `${SECOND_VISIT}${outcome}`)
  }

  /** Puts a row back that has not been visited yet: `because` says what it waits for. */
  waitUntil(url: string, at: number, because: string): void {
    this.#retries.set(url, { at, outcome: because })
    this.#frontier.putBack(url, at, because)
  }

  /** The first who asks decides: what failed is given time to recover, and a dead host does not hold the run up. */
  holdSlowPass(until: number): void {
    if (this.#slowFrom === 0) this.#slowFrom = until
  }

  /** A row that a resumed run finds waiting for its second visit. */
  knowSecond(url: string, outcome: string): void {
    this.#second.set(url, outcome)
  }

  /** Nothing more is started. */
  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    for (const request of this.#ready.splice(0)) this.#release(request)
    this.#wake()
  }

  #next(): Request | null {
    const first = this.#step()
    if (first !== 'settled') return first
    // An incremental run settles thousands of rows between two visits: in one transaction each time.
    let next: Request | null = null
    this.#frontier.together(() => {
      for (let settled = 1; settled < SETTLED_AT_ONCE; settled += 1) {
        const step = this.#step()
        if (step === 'settled') continue
        next = step
        return
      }
      setImmediate(() => this.#wake())
    })
    return next
  }

  /** One row: what to visit, null where nothing may start now, or `settled` where it needed no visit. */
  #step(): Request | 'settled' | null {
    if (this.#stopped) return null
    const spent = this.#hooks.exhausted()
    if (spent !== null) {
      this.#closeAll(spent)
      return null
    }
    const now = this.#clock.now()
    const row = this.#frontier.take(
      this.#slowPass ? END_OF_TIME : now,
      this.#pace.busy(now, this.#manners.perHostParallel),
    )
    if (!row) return null
    this.#retries.delete(row.url)
    const first = this.#second.get(row.url) ?? null
    this.#second.delete(row.url)
    // One that waited for robots.txt has not been visited yet.
    const second = first !== null && !heldByRobots(first)
    const word = this.#hooks.admit(row, second)
    if (word === 'visit') {
      this.#pace.started(row.host, now, this.#manners.delayMs)
      this.#tasks.set(row.url, { row, second })
      return new CrawleeRequest({ url: row.url, uniqueKey: row.url })
    }
    if (word === 'later') this.visitAgainLater(row.url, second ? firstOutcome(row) : UNREACHABLE)
    return 'settled'
  }

  /** Out of time or bytes: doubtful rows keep what their first visit brought, the rest was never visited. */
  #closeAll(reason: string): void {
    for (const [url, outcome] of this.#second) settleWithFirst(this.#frontier, url, outcome, reason)
    for (const [url, { outcome }] of this.#retries)
      settleWithFirst(this.#frontier, url, outcome, reason)
    this.#second.clear()
    this.#retries.clear()
    this.#frontier.close('budget', reason)
  }

  /** Back to the queue, as if it had never been taken. */
  #release(request: Request): void {
    const task = this.#tasks.get(request.url)
    if (!task) return
    this.giveBack(request.url)
    this.#done(request)
  }

  #done(request: Request): void {
    const task = this.#tasks.get(request.url)
    if (!task) return
    this.#tasks.delete(request.url)
    this.#pace.ended(task.row.host)
  }

  /** Puts back what an interrupt cut off. */
  giveBack(url: string): void {
    const task = this.#tasks.get(url)
    if (task?.second) this.visitAgainLater(url, firstOutcome(task.row))
    else this.#frontier.putBack(url, 0, '中断，待续')
  }

  #alarm(): void {
    if (this.#timer || this.#stopped) return
    const now = this.#clock.now()
    const free = this.#pace.nextFree(now, (host) => this.#frontier.waitsFor(host))
    const slow = this.#slowPass || this.#slowFrom <= now ? null : this.#slowFrom
    const due = [...this.#retries.values()].map(({ at }) => at)
    const times = [free, slow, ...due].filter((at) => at !== null)
    if (times.length === 0) return
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        this.#wake()
      },
      Math.max(1, Math.min(...times) - now),
    )
  }

  async isEmpty(): Promise<boolean> {
    if (this.#ready.length > 0) return false
    const request = this.#next()
    if (request) {
      this.#ready.push(request)
      return false
    }
    this.#alarm()
    return true
  }

  async fetchNextRequest(): Promise<Request | null> {
    return this.#ready.shift() ?? this.#next()
  }

  async isFinished(): Promise<boolean> {
    if (this.#ready.length > 0 || this.#tasks.size > 0) return false
    await this.#hooks.flush()
    // The pool may have started something while we waited.
    if (this.#ready.length > 0 || this.#tasks.size > 0) return false
    if (this.#stopped) return true
    const pending = this.#frontier.pending()
    if (!this.#slowPass && pending <= this.#second.size && (await this.#hooks.more())) {
      this.#wake()
      return false
    }
    if (pending === 0) return true
    if (!this.#slowPass && pending <= this.#second.size && this.#clock.now() >= this.#slowFrom) {
      this.#slowPass = true
      this.#health.forgiveFailures()
      this.#wake()
    }
    return false
  }

  async markRequestHandled(request: Request): Promise<void> {
    this.#handled += 1
    this.#done(request)
  }

  async reclaimRequest(request: Request): Promise<void> {
    const task = this.#tasks.get(request.url)
    if (!task || this.#stopped) this.giveBack(request.url)
    this.#done(request)
    if (!task || this.#stopped) return
    const at = this.#hooks.retryAt(task.row.attempts)
    this.#retries.set(request.url, { at, outcome: '暂时失败，未及重试' })
    this.#frontier.putBack(request.url, at, '暂时失败，待重试')
  }

  handledCount(): Promise<number> {
    return Promise.resolve(this.#handled)
  }

  getTotalCount(): number {
    return this.#handled + this.getPendingCount()
  }

  getPendingCount(): number {
    return this.#frontier.pending() + this.#tasks.size
  }

  /** Crawlee adds requests only when asked to; links enter through the frontier. */
  addRequest(): Promise<never> {
    return Promise.reject(new Error('addresses enter through the frontier'))
  }

  addRequestsBatched(): Promise<never> {
    return this.addRequest()
  }
}
