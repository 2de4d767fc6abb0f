/**
 * robots.txt of the portal's own origins: fetched before the first visit, kept as a capture. RFC 9309 lets everything be
 * visited where the file is unavailable (4xx, §2.3.1.3); where it is unreachable (5xx or no answer, §2.3.1.4), nothing may
 * be. A protection that keeps the file counts as the former. An unreachable one is asked for again while the run goes on and
 * once more at its end; until it answers the host's pages wait, and say why (docs/decisions/0015). A host that has answered
 * nothing at all is no host to be spared: its pages are tried as ever, for that is how it is learnt. Reading the rules is
 * robots.ts.
 */
import { resolveUrl } from '#base/url'
import type { BlockSign } from '#model/capture'
import type { Frontier, FrontierRow } from '#model/ports'
import type { Asker } from './asking.ts'
import { recogniseBlock } from './block-signs.ts'
import type { HostPace } from './hosts.ts'
import { headerOf, type Visit } from './http-client.ts'
import { failedCapture, type Recorder, storedCapture } from './recorder.ts'
import { ALLOW_ALL, parseRobots, type Robots } from './robots.ts'
import { ROBOTS_UNREACHED } from './second-visit.ts'
import { looksLikeHtml } from './sniff.ts'

export interface RobotsFact {
  readonly host: string
  readonly state: 'read' | 'none' | 'unreadable'
  readonly rules: number
  readonly crawlDelayMs: number
}

const READ = 'robots.txt 已读取'
const NONE = '没有 robots.txt'
const KEPT = 'robots.txt 被拦截，读不到其中的限制，按允许访问处理'
export interface Refusal {
  /** Chinese: which rule, or why none is known. */
  readonly because: string
  /** No rule is known yet: when the file is asked for again, `end` for at the end of the run; null where a rule forbids. */
  readonly again: number | 'end' | null
}

interface Unreached {
  readonly asked: number
  /** Not asked for again before this instant. */
  readonly again: number
  /** The host answered, with a fault of its own. */
  readonly answered: boolean
  /** What came instead of the file, Chinese. */
  readonly why: string
}

/** How often an unreachable file is asked for (the last time is kept for the end of the run), and how long between, milliseconds. */
const MOST_ASKED = 3
const ASK_AGAIN_MS = 5_000

const MAX_BYTES = 512 * 1024

export class RobotsKeeper {
  readonly #facts = new Map<string, RobotsFact>()
  readonly #known = new Map<string, Promise<Robots>>()
  /** Origins whose file was unreachable: how often it was asked for, and from when it may be again. */
  readonly #unreached = new Map<string, Unreached>()
  readonly #asker: Asker
  readonly #recorder: Recorder
  readonly #frontier: Frontier
  readonly #pace: HostPace
  readonly #now: () => number
  readonly #run: string
  readonly #signal: AbortSignal
  readonly #hasAnswered: (url: string) => boolean
  readonly #onSitemap: (url: string, from: string) => void

  constructor(parts: {
    asker: Asker
    recorder: Recorder
    frontier: Frontier
    pace: HostPace
    now: () => number
    run: string
    signal: AbortSignal
    /** The origin of the address has answered something since the run began. */
    hasAnswered: (url: string) => boolean
    onSitemap: (url: string, from: string) => void
  }) {
    this.#asker = parts.asker
    this.#recorder = parts.recorder
    this.#frontier = parts.frontier
    this.#pace = parts.pace
    this.#now = parts.now
    this.#run = parts.run
    this.#signal = parts.signal
    this.#hasAnswered = parts.hasAnswered
    this.#onSitemap = parts.onSitemap
  }

  get facts(): readonly RobotsFact[] {
    return [...this.#facts.values()]
  }

  /** Why a path on the origin of `row` may not be asked for; null where it may. `last`: the run is at its end. */
  async refusal(row: FrontierRow, path: string, last: boolean): Promise<Refusal | null> {
    const { origin } = new URL(row.url)
    const rule = (await this.#rulesFor(origin, row.host, last)).refusal(path)
    if (rule !== null) return { because: `robots.txt 不允许（${rule}）`, again: null }
    const unreached = this.#unreached.get(origin)
    if (!unreached || !this.#isAlive(origin, unreached)) return null
    const again = unreached.asked < MOST_ASKED - 1 ? this.#now() + ASK_AGAIN_MS : 'end'
    return { because: `${ROBOTS_UNREACHED}（${unreached.why}）`, again }
  }

  #rulesFor(origin: string, host: string, last: boolean): Promise<Robots> {
    const known = this.#known.get(origin)
    if (known && !this.#mayAskAgain(origin, last)) return known
    const asked = this.#fetch(origin, host)
    this.#known.set(origin, asked)
    return asked
  }

  #isAlive(origin: string, { answered }: Unreached): boolean {
    return answered || this.#hasAnswered(origin)
  }

  /** Not of a host that answers nothing else either: its pages are tried often enough. */
  #mayAskAgain(origin: string, last: boolean): boolean {
    const unreached = this.#unreached.get(origin)
    if (!unreached || unreached.asked >= (last ? MOST_ASKED : MOST_ASKED - 1)) return false
    if (this.#now() < unreached.again || !this.#isAlive(origin, unreached)) return false
    this.#unreached.set(origin, { ...unreached, again: Number.POSITIVE_INFINITY })
    return true
  }

  async #fetch(origin: string, host: string): Promise<Robots> {
    const url = `${origin}/robots.txt`
    const visit = await this.#asker.file(url, MAX_BYTES)
    if (this.#signal.aborted) return ALLOW_ALL
    const id = this.#recorder.captureId(url, visit)
    const record = await this.#recorder.archive(id, visit)
    let robots = ALLOW_ALL
    let state: RobotsFact['state'] = 'unreadable'
    const blocked =
      visit.state === 'answered'
        ? recogniseBlock({
            status: visit.status,
            contentType: headerOf(visit.headers, 'content-type'),
            body: visit.body,
          })
        : null
    if (visit.state === 'answered' && visit.status < 500 && !blocked) {
      // Many sites answer every unknown address with their front page.
      const readable = visit.status === 200 && !looksLikeHtml(null, visit.body)
      state = readable ? 'read' : 'none'
      if (readable) robots = parseRobots(new TextDecoder().decode(visit.body))
    }
    const { rules, crawlDelayMs } = robots
    this.#pace.slowDown(host, crawlDelayMs, this.#now())
    this.#facts.set(origin, { host, state, rules, crawlDelayMs })
    const capture =
      visit.state === 'answered'
        ? storedCapture(id, this.#run, url, visit, blocked, record)
        : failedCapture(id, this.#run, url, visit)
    const end = blocked ? 'blocked' : visit.state === 'answered' ? 'fetched' : 'failed'
    const words = this.#wordsFor(blocked ?? state, origin, visit)
    this.#frontier.refuse([{ url, purpose: 'rest', depth: 1, from: null }], end, words)
    // Where robots.txt names none, most systems that have one keep it at the place of the protocol's own example. A host
    // that gave no answer is not asked for more.
    const usual = visit.state === 'answered' ? ['/sitemap.xml'] : []
    const sitemaps = robots.sitemaps.length > 0 ? robots.sitemaps : usual
    for (const sitemap of sitemaps) {
      const address = resolveUrl(sitemap, url)
      if (address !== null) this.#onSitemap(address, url)
    }
    await this.#recorder.push({ capture, page: null, depth: 1 }, (frontier, captureId) =>
      frontier.settle(url, end, words, captureId),
    )
    return robots
  }

  #wordsFor(state: RobotsFact['state'] | BlockSign, origin: string, visit: Visit): string {
    if (state !== 'unreadable') {
      this.#unreached.delete(origin)
      if (typeof state !== 'string') return `${KEPT}（${state.because}）`
      return state === 'read' ? READ : NONE
    }
    const asked = (this.#unreached.get(origin)?.asked ?? 0) + 1
    const answered = visit.state === 'answered'
    const why = answered ? `HTTP ${visit.status}` : visit.detail
    // Once a host that was silent answers a page, its rules are asked for before the next.
    const again = answered || this.#hasAnswered(origin) ? this.#now() + ASK_AGAIN_MS : 0
    this.#unreached.set(origin, { asked, again, answered, why })
    return `${ROBOTS_UNREACHED}，请求了 ${asked} 次（${why}）`
  }
}
