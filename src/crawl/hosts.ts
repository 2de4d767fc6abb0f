/**
 * Politeness per host: how many visits at a time, how long between two starts, how long to hold back after
 * Retry-After. Health per origin (http and https of one host can differ): when one that only fails or only refuses is
 * left alone. Pure bookkeeping on instants that are handed in; waiting is the queue's.
 */

interface HostState {
  active: number
  /** No start before this instant. */
  notBefore: number
  /** Delay that the host itself asks for. */
  askedDelayMs: number
  /** Share of the allowed pace that is used: halved on every sign of overload, regained bit by bit. */
  share: number
}

/** Additive increase, multiplicative decrease, as TCP shares a line. */
const REGAIN = 1 / 20
const LEAST_SHARE = 1 / 16

/** Shared by all crawls of a process: two portals on one host are one visitor to it. */
export class HostPace {
  readonly #states = new Map<string, HostState>()
  /** Hosts that may have to wait; keeps `busy` short however many hosts were seen. */
  readonly #watched = new Set<string>()

  #state(host: string): HostState {
    let state = this.#states.get(host)
    if (!state) {
      state = { active: 0, notBefore: 0, askedDelayMs: 0, share: 1 }
      this.#states.set(host, state)
    }
    return state
  }

  /** Hosts from which nothing may be started at `now` by a crawl that allows `parallel` visits at a time. */
  busy(now: number, parallel: number): ReadonlySet<string> {
    const busy = new Set<string>()
    for (const host of this.#watched) {
      const state = this.#state(host)
      const allowed = Math.max(1, Math.floor(parallel * state.share))
      if (state.active >= allowed || now < state.notBefore) busy.add(host)
      else if (state.active === 0) this.#watched.delete(host)
    }
    return busy
  }

  /**
   * Earliest instant after `now` at which a host that `concerns` the caller becomes free; null when none waits. Other
   * crawls' hosts must not wake it: with two hundred portals side by side each would be woken by all.
   */
  nextFree(now: number, concerns: (host: string) => boolean): number | null {
    let next: number | null = null
    for (const host of this.#watched) {
      const { notBefore } = this.#state(host)
      if (notBefore > now && (next === null || notBefore < next) && concerns(host)) next = notBefore
    }
    return next
  }

  started(host: string, now: number, delayMs: number): void {
    const state = this.#state(host)
    state.active += 1
    const delay = Math.max(delayMs, state.askedDelayMs) / state.share
    state.notBefore = Math.max(state.notBefore, now + Math.round(delay))
    this.#watched.add(host)
  }

  ended(host: string): void {
    const state = this.#state(host)
    state.active = Math.max(0, state.active - 1)
  }

  /** A longer delay that the host asks for (Crawl-delay); a shorter one is ignored. */
  slowDown(host: string, delayMs: number, now: number): void {
    const state = this.#state(host)
    state.askedDelayMs = Math.max(state.askedDelayMs, delayMs)
    // Asking for robots.txt was a visit too.
    if (delayMs > 0) this.holdUntil(host, now + delayMs)
  }

  /** The host showed strain (too many, overloaded, no answer in time): half the pace from now on. */
  noteStrain(host: string): void {
    const state = this.#state(host)
    state.share = Math.max(LEAST_SHARE, state.share / 2)
  }

  /** An ordinary answer: a little faster again, up to what is allowed. */
  noteEase(host: string): void {
    const state = this.#state(host)
    state.share = Math.min(1, state.share + REGAIN)
  }

  holdUntil(host: string, instant: number): void {
    const state = this.#state(host)
    state.notBefore = Math.max(state.notBefore, instant)
    this.#watched.add(host)
  }
}

interface Health {
  /** The origin has answered anything in this run. */
  answered: boolean
  /** Connection failures since the last answer. */
  failures: number
  /** Refusals since the last page. */
  refusals: number
}

export type OriginVerdict = 'fine' | 'down' | 'refusing'

/** An origin that failed this often in a row without one answer is taken to be down. */
const DOWN_AFTER = 5
/** An origin that met us with challenges this often in a row is not asked again in this run. */
const REFUSING_AFTER = 20

/** Block signs that speak of one address; any other speaks of the whole host. */
const ONE_ADDRESS = new Set(['status-401', 'status-403', 'status-421'])

/** How the origins of one run have answered lately. */
export class OriginHealth {
  readonly #health = new Map<string, Health>()
  #downAfter = DOWN_AFTER

  #of(url: string): Health {
    const { origin } = new URL(url)
    let health = this.#health.get(origin)
    if (!health) {
      health = { answered: false, failures: 0, refusals: 0 }
      this.#health.set(origin, health)
    }
    return health
  }

  noteAnswer(url: string): void {
    const health = this.#of(url)
    health.answered = true
    health.failures = 0
    health.refusals = 0
  }

  /** `by` of the block sign. */
  noteRefusal(url: string, by: string): void {
    const health = this.#of(url)
    health.answered = true
    health.failures = 0
    if (!ONE_ADDRESS.has(by)) health.refusals += 1
  }

  noteFailure(url: string): void {
    this.#of(url).failures += 1
  }

  hasAnswered(url: string): boolean {
    return this.#of(url).answered
  }

  verdict(url: string): OriginVerdict {
    const health = this.#of(url)
    if (health.refusals >= REFUSING_AFTER) return 'refusing'
    // One that answered before is given the usual patience in the slow pass too.
    const most = health.answered ? DOWN_AFTER : this.#downAfter
    return health.failures >= most ? 'down' : 'fine'
  }

  /** For the slow pass: origins that were down get one more chance, and less of it. */
  forgiveFailures(): void {
    for (const health of this.#health.values()) health.failures = 0
    this.#downAfter = 2
  }
}
