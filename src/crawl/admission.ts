/**
 * The last word before a visit: budgets of pages, bytes and time, and origins that are down or refuse us. What is
 * not admitted gets its final state here, with the reason. Order and politeness are the queue's.
 */
import { isOursToAsk } from '#model/capture'
import type { Clock, Frontier, FrontierRow } from '#model/ports'
import type { Budget } from '#model/run'
import type { Scope } from '#model/scope'
import type { OriginHealth } from './hosts.ts'
import { firstOutcome, settleWithFirst, UNREACHABLE } from './second-visit.ts'

/** Time and bytes of a run's budget that are used up. */
export interface Spent {
  readonly ms: number
  readonly bytes: number
}
const NOTHING_SPENT: Spent = { ms: 0, bytes: 0 }

/** Pages read of folders that superiors keep for the portal: their hosts serve others too. */
const MAX_LENT = 300

/** What pages attach, whole or not: none of the portal's pages. */
const isFile = ({ purpose }: FrontierRow): boolean =>
  purpose === 'attachment' || purpose === 'paper'

export class Admission {
  readonly #scope: Scope
  readonly #budget: Budget
  readonly #frontier: Frontier
  readonly #health: OriginHealth
  readonly #clock: Clock
  readonly #startedAt: number
  #pages = 0
  #attachments = 0
  #lent = 0
  #bytes = 0
  #exhausted: string | null = null

  constructor(
    budget: Budget,
    frontier: Frontier,
    health: OriginHealth,
    clock: Clock,
    scope: Scope,
    spent: Spent = NOTHING_SPENT,
  ) {
    this.#scope = scope
    this.#budget = budget
    this.#frontier = frontier
    this.#health = health
    this.#clock = clock
    this.#startedAt = clock.now() - spent.ms
    this.#bytes = spent.bytes
  }

  /** Of the run's budget, earlier sessions included. */
  get bytes(): number {
    return this.#bytes
  }

  get spent(): Spent {
    return { ms: this.#clock.now() - this.#startedAt, bytes: this.#bytes }
  }

  addBytes(count: number): void {
    this.#bytes += count
  }

  /** Counts a row that an earlier session of this run visited. */
  learn(row: FrontierRow): void {
    if (row.purpose === 'link-probe' || isOursToAsk(row)) return
    if (isFile(row)) this.#attachments += 1
    else {
      this.#pages += 1
      if (this.#scope.isLent(row.url)) this.#lent += 1
    }
  }

  /** Chinese reason once nothing more may be visited in this session, else null. */
  exhausted(): string | null {
    if (this.#exhausted !== null) return this.#exhausted
    const { maxMinutes, maxTotalBytes } = this.#budget
    if (this.#clock.now() - this.#startedAt >= maxMinutes * 60_000) {
      this.#exhausted = `达到时间上限 ${maxMinutes} 分钟`
    } else if (this.#bytes >= maxTotalBytes) {
      this.#exhausted = `达到流量上限 ${Math.round(maxTotalBytes / 1_048_576)} MB`
    }
    return this.#exhausted
  }

  /**
   * `visit`: go on; `later`: put aside for the slow pass; `settled`: the row has got its final state.
   * `second` marks the second visit of a row, which then keeps what the first one brought.
   */
  admit(row: FrontierRow, second: boolean, slowPass: boolean): 'visit' | 'later' | 'settled' {
    const verdict = this.#health.verdict(row.url)
    if (verdict === 'refusing') {
      return this.#end(row, second, 'blocked', '该主机连续拦截，为避免打扰不再请求')
    }
    if (verdict === 'down') {
      return slowPass ? this.#end(row, second, 'failed', UNREACHABLE) : 'later'
    }
    if (second || row.attempts > 1) return 'visit'
    const reason = this.#count(row)
    return reason === null ? 'visit' : this.#end(row, false, 'budget', reason)
  }

  #end(
    row: FrontierRow,
    second: boolean,
    state: 'blocked' | 'failed' | 'budget',
    reason: string,
  ): 'settled' {
    if (second) settleWithFirst(this.#frontier, row.url, firstOutcome(row), reason)
    else this.#frontier.settle(row.url, state, reason, null)
    return 'settled'
  }

  #count(row: FrontierRow): string | null {
    const { maxPages } = this.#budget
    if (row.purpose === 'link-probe' || isOursToAsk(row)) return null
    if (isFile(row)) {
      if (this.#attachments >= maxPages) return `达到附件数上限 ${maxPages}`
      this.#attachments += 1
      return null
    }
    if (this.#pages >= maxPages) return `达到页数上限 ${maxPages}`
    const lent = this.#scope.isLent(row.url)
    if (lent && this.#lent >= MAX_LENT) return `达到上级平台目录的页数上限 ${MAX_LENT}`
    if (lent) this.#lent += 1
    this.#pages += 1
    return null
  }
}
