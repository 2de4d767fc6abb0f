/**
 * One visit of one address: whether it may be asked for, what the answer means, what becomes of the address: done, tried
 * again soon, or visited a second time at the end of the run. A missing page is claimed only after that second visit. How
 * an address is asked for is asking's.
 */
import { shortId } from '#base/hash'
import { isListPart, isSearchAddress, plainAddress } from '#base/query-address'
import { pathOf } from '#base/url'
import {
  type BlockSign,
  type FailReason,
  isNothingProbe,
  type StoredCapture,
  type UrlState,
} from '#model/capture'
import type { FrontierRow } from '#model/ports'
import type { Run } from '#model/run'
import type { Scope } from '#model/scope'
import { brokenOff, cutBy } from './answer-words.ts'
import { type Asker, NOT_READ } from './asking.ts'
import { recogniseBlock } from './block-signs.ts'
import type { FrontierQueue, Task } from './frontier-queue.ts'
import type { HostPace, OriginHealth } from './hosts.ts'
import { type Answered, headerOf, type NotAnswered, OUT_OF_TIME } from './http-client.ts'
import type { LinkSorter } from './links.ts'
import type { ListQueries } from './list-queries.ts'
import type { Nightly } from './nightly.ts'
import { PassingFailure } from './pool.ts'
import { failedCapture, type Recorder, type SavedCapture, storedCapture } from './recorder.ts'
import type { Refusal, RobotsKeeper } from './robots-keeper.ts'
import { nothingProbe } from './scope.ts'
import { answersForFile, firstOutcome, PARTLY_RECEIVED } from './second-visit.ts'

export interface VisitorParts {
  readonly run: Run
  readonly asker: Asker
  readonly queue: FrontierQueue
  readonly recorder: Recorder
  readonly links: LinkSorter
  readonly lists: ListQueries
  readonly scope: Scope
  readonly pace: HostPace
  readonly health: OriginHealth
  /** Null: robots.txt is not asked for. */
  readonly robots: RobotsKeeper | null
  /** Null: a run that takes nothing over. */
  readonly nightly: Nightly | null
  readonly retries: number
  /** Before a home page that gave no answer is visited for the last time, milliseconds. */
  readonly secondAfterMs: number
  readonly now: () => number
  readonly signal: AbortSignal
}

const MAX_RETRY_AFTER_MS = 60_000

/** Before a robots.txt that a server fails to give is asked for the last time: so often the wait for a home page that gave no answer. */
const ROBOTS_PATIENCE = 3

const GONE = new Set([404, 410])
const PASSING_STATUS = new Set([408, 429, 500, 502, 503, 504])
const PASSING_REASON = new Set(['dns', 'timeout', 'refused', 'reset'])
const CONNECTION_REASON = new Set(['dns', 'timeout', 'refused', 'reset', 'tls'])

/** A name that does not resolve and a closed port tell nothing of how much a host can bear. */
const STRAIN_REASON = new Set(['timeout', 'reset'])

const OVERLOADED = new Set([429, 500, 502, 503, 504])

/** Begins what became of a search. */
const SEARCH = '站内搜索'

/** Remark on the answer to a list query that showed the page it was asked from. */
const UNTURNED = 'list-not-turned'

export class Visitor {
  readonly #p: VisitorParts
  /** Addresses that cannot exist → status they were answered with. */
  readonly soft404 = new Map<string, number | null>()
  visits = 0

  constructor(parts: VisitorParts) {
    this.#p = parts
  }

  async visit(url: string): Promise<void> {
    const { queue, signal, recorder, lists, nightly, asker, scope } = this.#p
    const task = queue.task(url)
    if (!task) return
    const { row } = task
    const post = isListPart(url) ? await lists.requestFor(row) : null
    if (signal.aborted) {
      queue.giveBack(url)
      return
    }
    // Not made, a query leaves its list in part and nothing else.
    if (typeof post === 'string') {
      await this.#leave(url, 'out-of-scope', post)
      return
    }
    const search = isSearchAddress(url)
    if (search && !scope.ownsHost(url)) {
      await this.#leave(url, 'out-of-scope', `${SEARCH}：不在本站主机上，未搜索`)
      return
    }
    const refusal = await this.#refusal(row, pathOf(post?.url ?? plainAddress(url)))
    if (refusal !== null) {
      await this.#refused(row, refusal)
      return
    }
    const conditional = post === null && row.purpose !== 'link-probe'
    const before = conditional ? (nightly?.validators(row) ?? null) : null
    const visit = post ? await asker.post(row, post) : await asker.get(row, before?.headers ?? [])
    if (signal.aborted && visit.state === 'failed') {
      queue.giveBack(url)
      return
    }
    this.visits += 1
    const id = recorder.captureId(url, visit)
    if (visit.state === 'failed') await this.#failed(task, visit, id)
    else if (visit.status === 304 && before) await this.#notModified(row, visit, id, before.capture)
    else await this.#answered(task, visit, id)
  }

  /** What came from there is the portal's: its own, of a folder lent to it, or the article its list names. */
  #belongs(row: FrontierRow, finalUrl: string): boolean {
    const { scope, links } = this.#p
    if (scope.includes(finalUrl) || scope.isLent(finalUrl)) return true
    return links.isListed(row) && new URL(finalUrl).host === new URL(row.url).host
  }

  /** Why robots.txt forbids the path on the row's host; null where it does not or is not asked. */
  async refusal(row: FrontierRow, path: string): Promise<string | null> {
    return (await this.#refusal(row, path))?.because ?? null
  }

  async #refusal(row: FrontierRow, path: string): Promise<Refusal | null> {
    const { robots, scope, queue } = this.#p
    const asks = scope.ownsHost(row.url) || row.purpose !== 'link-probe'
    return robots && asks ? robots.refusal(row, path, queue.slowPass) : null
  }

  /** Forbidden by a rule: not visited. Where no rules could be had yet, it waits until their file is asked for again. */
  async #refused({ url }: FrontierRow, { because, again }: Refusal): Promise<void> {
    const { queue, recorder, secondAfterMs, now } = this.#p
    if (again === null || queue.slowPass) {
      await this.#leave(url, 'robots', because)
      return
    }
    queue.holdSlowPass(now() + ROBOTS_PATIENCE * secondAfterMs)
    await recorder.push(null, (frontier) => {
      frontier.settle(url, 'robots', because, null)
      if (again === 'end') queue.visitAgainLater(url, because)
      else queue.waitUntil(url, again, because)
    })
  }

  /** Ends an address that is not asked for. */
  #leave(url: string, state: UrlState, reason: string): Promise<void> {
    return this.#p.recorder.push(null, (frontier) => frontier.settle(url, state, reason, null))
  }

  /** The server says that the earlier answer still holds: its body is cited, its links are followed. */
  async #notModified(
    row: FrontierRow,
    visit: Answered,
    id: string,
    before: StoredCapture,
  ): Promise<void> {
    const { run, health, recorder, links, nightly } = this.#p
    health.noteAnswer(row.url)
    await recorder.archive(id, visit)
    this.#askForNothing(row)
    const page = nightly?.pageOf(before) ?? null
    if (page) links.follow(page, row)
    const remarks = [...new Set([...before.remarks, 'not-modified'])]
    const capture: StoredCapture = {
      ...before,
      id,
      run: run.id,
      url: row.url,
      at: visit.at,
      remarks,
    }
    const saved: SavedCapture = { capture, page, depth: row.depth }
    await this.#settle(saved, row.url, 'unchanged', 'HTTP 304，自上次以来未变')
  }

  async #answered(task: Task, visit: Answered, id: string): Promise<void> {
    const { row } = task
    const { run, scope, links, health, recorder, pace } = this.#p
    const good = visit.status >= 200 && visit.status < 300
    const probe = isNothingProbe(row.url)
    const search = isSearchAddress(row.url)
    if (row.purpose === 'home' && good && !scope.includes(visit.finalUrl)) {
      scope.addEntry(visit.finalUrl)
    }
    const contentType = headerOf(visit.headers, 'content-type')
    let blocked = recogniseBlock({ status: visit.status, contentType, body: visit.body })
    const own = search
      ? scope.ownsHost(visit.finalUrl)
      : row.purpose !== 'link-probe' && this.#belongs(row, visit.finalUrl)
    const sitemap = links.isSitemap(row.url)
    const read = own && !blocked && !sitemap && (good || probe)
    const reading = read ? this.#p.asker.read(visit) : NOT_READ
    blocked ??= reading.page?.blocked ?? null
    let page = blocked ? null : reading.page
    const unturned =
      page !== null && isListPart(row.url) && (await this.#p.lists.repeats(row, page))
    if (unturned) page = null
    if (blocked) health.noteRefusal(row.url, blocked.by)
    else health.noteAnswer(row.url)
    if (OVERLOADED.has(visit.status) || blocked?.by === 'rate-page') pace.noteStrain(row.host)
    else if (good) pace.noteEase(row.host)
    if (PASSING_STATUS.has(visit.status)) this.#holdBack(row.host, visit)
    const record = await recorder.archive(id, visit)
    const remarks = [...visit.remarks, ...reading.remarks, ...(unturned ? [UNTURNED] : [])]
    const capture = storedCapture(id, run.id, row.url, { ...visit, remarks }, blocked, record)
    const saved: SavedCapture = { capture, page, depth: row.depth }
    if (probe) {
      this.soft404.set(row.url, visit.status)
      const words = `不存在地址探测：${blocked?.because ?? `HTTP ${visit.status}`}`
      await this.#settle(saved, row.url, blocked ? 'blocked' : 'fetched', words)
      return
    }
    if (search) {
      const led = own ? '' : `（转到站外 ${plainAddress(visit.finalUrl)}）`
      const words = `${SEARCH}：${blocked?.because ?? `HTTP ${visit.status}${led}`}`
      await this.#settle(saved, row.url, blocked ? 'blocked' : 'fetched', words)
      return
    }
    let reached: ReturnType<LinkSorter['reached']> = null
    if (sitemap) {
      // What is wrong with it is wrong with no page.
      if (good && !blocked) links.followSitemap(visit.body, row)
      const words = `网站地图文件：${blocked?.because ?? `HTTP ${visit.status}`}`
      await this.#settle(saved, row.url, blocked ? 'blocked' : 'fetched', words)
      return
    }
    if (own && good && !blocked) {
      if (!links.isListed(row)) this.#askForNothing(row)
      if (visit.finalUrl !== row.url) reached = links.reached(visit.finalUrl, row)
      if (page) links.follow(page, row)
    } else if (!good || blocked) links.visitTwins(row.url)
    try {
      await this.#conclude(task, visit, saved, blocked)
    } finally {
      // Behind the capture it points to, never before it.
      if (reached) await recorder.push(null, () => reached?.(id))
    }
  }

  async #conclude(
    task: Task,
    visit: Answered,
    saved: SavedCapture,
    blocked: BlockSign | null,
  ): Promise<void> {
    const { row, second } = task
    const passing = PASSING_STATUS.has(visit.status)
    const broken = brokenOff(visit)
    if ((passing || (broken && row.attempts === 1)) && this.#mayRetry(task)) {
      await this.#p.recorder.push(saved, null)
      throw new PassingFailure(`HTTP ${visit.status}`)
    }
    if (blocked) {
      await this.#settle(saved, row.url, 'blocked', blocked.because)
      return
    }
    const outside = row.purpose !== 'link-probe' && !this.#belongs(row, visit.finalUrl)
    const { capture } = saved
    const stuck = capture.state === 'stored' && capture.remarks.includes(UNTURNED)
    const words = [
      `HTTP ${visit.status}`,
      outside ? `（转到站外 ${visit.finalUrl}）` : '',
      broken || visit.remarks.includes(OUT_OF_TIME) ? PARTLY_RECEIVED : '',
      cutBy(visit),
      stuck ? '，提交翻页后仍是同一页' : '',
    ].join('')
    if (second) {
      const reason = `${words}（第二次访问；首次：${firstOutcome(row)}）`
      await this.#settle(saved, row.url, 'fetched', reason)
    } else if (
      passing ||
      GONE.has(visit.status) ||
      answersForFile(row.url, saved.page, visit.body)
    ) {
      await this.#later(saved, row.url, 'fetched', words)
    } else if (saved.page && this.#p.nightly?.unchanged(row, saved.page)) {
      await this.#settle(saved, row.url, 'unchanged', `${words}，正文未变`)
    } else await this.#settle(saved, row.url, 'fetched', words)
  }

  async #failed(task: Task, visit: NotAnswered, id: string): Promise<void> {
    const { row, second } = task
    const { run, health, recorder, links } = this.#p
    const { url } = row
    // Not the abort (that was given back): our machine ran short of something.
    const ours = visit.reason === 'interrupted'
    if (CONNECTION_REASON.has(visit.reason)) {
      // Who sent us on has answered: what failed is where it sent us.
      if (visit.hops.length === 0) health.noteFailure(url)
      else health.noteAnswer(url)
      if (STRAIN_REASON.has(visit.reason) && health.hasAnswered(url))
        this.#p.pace.noteStrain(row.host)
    }
    await recorder.archive(id, visit)
    const capture = failedCapture(id, run.id, url, visit)
    const saved: SavedCapture = { capture, page: null, depth: row.depth }
    if (isNothingProbe(url)) {
      this.soft404.set(url, null)
      await this.#settle(saved, url, 'failed', visit.detail)
      return
    }
    if (links.isSitemap(url)) {
      await this.#settle(saved, url, 'out-of-scope', `网站地图文件没有取到：${visit.detail}`)
      return
    }
    // Not repeated, whatever it brings: the next title shows whether a fault lasts.
    if (isSearchAddress(url)) {
      await this.#settle(saved, url, 'failed', `${SEARCH}：${visit.detail}`)
      return
    }
    if ((ours || PASSING_REASON.has(visit.reason)) && this.#mayRetry(task, visit.reason)) {
      await recorder.push(saved, null)
      throw new PassingFailure(visit.detail)
    }
    links.visitTwins(url)
    if (row.purpose === 'home') {
      // Under another scheme a name resolves no better.
      if (visit.reason !== 'dns') links.addSecureHome(row)
      if (!second) this.#p.queue.holdSlowPass(this.#p.now() + this.#p.secondAfterMs)
    }
    const passing = ours || CONNECTION_REASON.has(visit.reason) || visit.reason === 'protocol'
    if (second) await this.#settle(saved, url, 'failed', `${visit.detail}（第二次访问）`)
    else if (passing) await this.#later(saved, url, 'failed', visit.detail)
    else await this.#settle(saved, url, 'failed', visit.detail)
  }

  /**
   * Link targets of others are not worried with quick retries; they get their second visit at the end. An origin that has
   * not answered yet is tried twice before that: its second visit is the third try. So is an address that keeps us waiting
   * till the time is over: each try holds up its neighbours.
   */
  #mayRetry(task: Task, reason?: FailReason): boolean {
    const { row, second } = task
    const { health, retries } = this.#p
    const few = reason === 'timeout' || !health.hasAnswered(row.url)
    const allowed = few ? Math.min(1, retries) : retries
    return (
      !second && !this.#p.queue.slowPass && row.purpose !== 'link-probe' && row.attempts <= allowed
    )
  }

  #settle(saved: SavedCapture, url: string, state: UrlState, reason: string): Promise<void> {
    return this.#p.recorder.push(saved, (frontier, id) => frontier.settle(url, state, reason, id))
  }

  #later(saved: SavedCapture, url: string, state: UrlState, outcome: string): Promise<void> {
    return this.#p.recorder.push(saved, (frontier, id) => {
      frontier.settle(url, state, outcome, id)
      this.#p.queue.visitAgainLater(url, outcome)
    })
  }

  #holdBack(host: string, visit: Answered): void {
    const value = headerOf(visit.headers, 'retry-after')
    if (value === null) return
    const now = this.#p.now()
    const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
    if (wait > 0) this.#p.pace.holdUntil(host, now + Math.min(wait, MAX_RETRY_AFTER_MS))
  }

  /** Once per origin of the portal that answered: an address that cannot exist, to learn its "not found" page. */
  #askForNothing(row: FrontierRow): void {
    const url = nothingProbe(row.url, shortId(this.#p.run.id, row.host))
    if (this.soft404.has(url)) return
    this.soft404.set(url, null)
    this.#p.links.addProbe(url)
  }
}
