/**
 * One visit of one address: what is asked for, what the answer means, what becomes of the address: done, tried again
 * soon, or visited a second time at the end of the run. A missing page is claimed only after that second visit.
 */
import { shortId } from '#base/hash'
import { pathOf } from '#base/url'
import type { BlockSign, UrlState } from '#model/capture'
import type { Page } from '#model/page'
import type { Portal } from '#model/portal'
import type { FrontierRow, PageReader } from '#model/ports'
import type { Run } from '#model/run'
import type { Admission } from './admission.ts'
import { recogniseBlock } from './block-signs.ts'
import type { FrontierQueue, Task } from './frontier-queue.ts'
import type { Hosts } from './hosts.ts'
import {
  type Answered,
  type HttpClient,
  headerOf,
  type NotAnswered,
  type Visit,
} from './http-client.ts'
import type { LinkSorter } from './links.ts'
import { PassingFailure } from './pool.ts'
import { failedCapture, type Recorder, type SavedCapture, storedCapture } from './recorder.ts'
import type { RobotsKeeper } from './robots-keeper.ts'
import { isNothingProbe, nothingProbe, type Scope } from './scope.ts'
import { firstOutcome } from './second-visit.ts'
import { looksLikeHtml } from './sniff.ts'

export interface VisitorParts {
  readonly run: Run
  readonly portal: Portal
  readonly reader: PageReader
  readonly client: HttpClient
  readonly queue: FrontierQueue
  readonly recorder: Recorder
  readonly links: LinkSorter
  readonly scope: Scope
  readonly hosts: Hosts
  readonly admission: Admission
  /** Null: robots.txt is not asked for. */
  readonly robots: RobotsKeeper | null
  readonly retries: number
  readonly now: () => number
  readonly signal: AbortSignal
}

/** Link targets and attachments: enough to know their state. */
const PROBE_BYTES = 64 * 1024
const MAX_RETRY_AFTER_MS = 60_000

const GONE = new Set([404, 410])
const PASSING_STATUS = new Set([408, 429, 500, 502, 503, 504])
const PASSING_REASON = new Set(['dns', 'timeout', 'refused', 'reset'])
const CONNECTION_REASON = new Set(['dns', 'timeout', 'refused', 'reset', 'tls'])

export class Visitor {
  readonly #p: VisitorParts
  /** Addresses that cannot exist → status they were answered with. */
  readonly soft404 = new Map<string, number | null>()
  visits = 0

  constructor(parts: VisitorParts) {
    this.#p = parts
  }

  async visit(url: string): Promise<void> {
    const { queue, robots, signal, recorder, admission } = this.#p
    const task = queue.task(url)
    if (!task) return
    const { row } = task
    const external = row.purpose === 'link-probe'
    const refusal = external || !robots ? null : (await robots.rulesFor(row)).refusal(pathOf(url))
    if (refusal !== null) {
      await recorder.push(null, (frontier) =>
        frontier.settle(url, 'robots', `robots.txt 不允许（${refusal}）`, null),
      )
      return
    }
    const visit = external ? await this.#probe(url) : await this.#get(row)
    if (signal.aborted && visit.state === 'failed') {
      queue.giveBack(url)
      return
    }
    this.visits += 1
    admission.addBytes(visit.received)
    const id = recorder.captureId(url, visit)
    if (visit.state === 'answered') await this.#answered(task, visit, id)
    else await this.#failed(task, visit, id)
  }

  #get(row: FrontierRow): Promise<Visit> {
    const { run, client, signal } = this.#p
    const cap = run.budget.maxBytesPerBody
    return client.visit({
      url: row.url,
      maxBytes: row.purpose === 'attachment' ? Math.min(PROBE_BYTES, cap) : cap,
      maxBinaryBytes: PROBE_BYTES,
      signal,
    })
  }

  /** HEAD first; what HEAD does not settle (many old servers refuse it) is asked again with GET. */
  async #probe(url: string): Promise<Visit> {
    const { client, signal, admission } = this.#p
    const head = await client.visit({ url, method: 'HEAD', maxBytes: PROBE_BYTES, signal })
    const settled =
      head.state === 'answered'
        ? head.status < 400
        : head.reason !== 'reset' && head.reason !== 'protocol'
    if (settled || signal.aborted) return head
    admission.addBytes(head.received)
    return client.visit({ url, maxBytes: PROBE_BYTES, signal })
  }

  async #answered(task: Task, visit: Answered, id: string): Promise<void> {
    const { row } = task
    const { run, scope, links, hosts, recorder } = this.#p
    const good = visit.status >= 200 && visit.status < 300
    const probe = isNothingProbe(row.url)
    if (row.purpose === 'home' && good && !scope.includes(visit.finalUrl)) {
      scope.addEntry(visit.finalUrl)
    }
    const contentType = headerOf(visit.headers, 'content-type')
    let blocked = recogniseBlock({ status: visit.status, contentType, body: visit.body })
    const own = row.purpose !== 'link-probe' && scope.includes(visit.finalUrl)
    let page = own && !blocked && (good || probe) ? this.#read(visit, contentType) : null
    if (page?.blocked) {
      blocked = page.blocked
      page = null
    }
    if (blocked) hosts.noteRefusal(row.url, blocked.by)
    else hosts.noteAnswer(row.url)
    const record = await recorder.archive(id, visit)
    const capture = storedCapture(id, run.id, row.url, visit, blocked, record)
    const saved: SavedCapture = { capture, page, depth: row.depth }
    if (probe) {
      this.soft404.set(row.url, visit.status)
      await this.#settle(saved, row.url, 'fetched', `不存在地址探测：HTTP ${visit.status}`)
      return
    }
    if (own && good && !blocked) {
      this.#askForNothing(row)
      if (visit.finalUrl !== row.url) links.reached(visit.finalUrl, row, id)
      if (page) links.follow(page, row)
    } else if (!good || blocked) links.visitTwins(row.url)
    await this.#conclude(task, visit, saved, blocked)
  }

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
      await this.#p.recorder.push(saved, null)
      throw new PassingFailure(`HTTP ${visit.status}`)
    }
    if (blocked) {
      await this.#settle(saved, row.url, 'blocked', blocked.because)
      return
    }
    const outside = !this.#p.scope.includes(visit.finalUrl) && row.purpose !== 'link-probe'
    const words = `HTTP ${visit.status}${outside ? `（转到站外 ${visit.finalUrl}）` : ''}`
    if (second) {
      const reason = `${words}（第二次访问；首次：${firstOutcome(row)}）`
      await this.#settle(saved, row.url, 'fetched', reason)
    } else if (passing || GONE.has(visit.status)) {
      await this.#later(saved, row.url, 'fetched', words)
    } else await this.#settle(saved, row.url, 'fetched', words)
  }

  async #failed(task: Task, visit: NotAnswered, id: string): Promise<void> {
    const { row, second } = task
    const { run, hosts, recorder, links } = this.#p
    const { url } = row
    // Not the abort (that was given back): our machine ran short of something.
    const ours = visit.reason === 'interrupted'
    if (CONNECTION_REASON.has(visit.reason)) hosts.noteFailure(url)
    await recorder.archive(id, visit)
    const capture = failedCapture(id, run.id, url, visit)
    const saved: SavedCapture = { capture, page: null, depth: row.depth }
    if (isNothingProbe(url)) {
      this.soft404.set(url, null)
      await this.#settle(saved, url, 'failed', visit.detail)
      return
    }
    if ((ours || PASSING_REASON.has(visit.reason)) && this.#mayRetry(task)) {
      await recorder.push(saved, null)
      throw new PassingFailure(visit.detail)
    }
    links.visitTwins(url)
    const passing = ours || CONNECTION_REASON.has(visit.reason) || visit.reason === 'protocol'
    if (second) await this.#settle(saved, url, 'failed', `${visit.detail}（第二次访问）`)
    else if (passing) await this.#later(saved, url, 'failed', visit.detail)
    else await this.#settle(saved, url, 'failed', visit.detail)
  }

  /** Link targets of others are not worried with quick retries; they get their second visit at the end. */
  #mayRetry(task: Task): boolean {
    const { row, second } = task
    return (
      !second &&
      !this.#p.queue.slowPass &&
      row.purpose !== 'link-probe' &&
      row.attempts <= this.#p.retries
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

  #read(visit: Answered, contentType: string | null): Page | null {
    if (!looksLikeHtml(contentType, visit.body)) return null
    return this.#p.reader.read({
      url: visit.finalUrl,
      body: visit.body,
      contentType,
      status: visit.status,
      truncated: visit.truncated,
      homeUrl: this.#p.portal.homeUrl,
    })
  }

  #holdBack(host: string, visit: Answered): void {
    const value = headerOf(visit.headers, 'retry-after')
    if (value === null) return
    const now = this.#p.now()
    const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
    if (wait > 0) this.#p.hosts.holdUntil(host, now + Math.min(wait, MAX_RETRY_AFTER_MS))
  }

  /** Once per origin of the portal that answered: an address that cannot exist, to learn its "not found" page. */
  #askForNothing(row: FrontierRow): void {
    const url = nothingProbe(row.url, shortId(this.#p.run.id, row.host))
    if (this.soft404.has(url)) return
    this.soft404.set(url, null)
    this.#p.links.addProbe(url)
  }
}
