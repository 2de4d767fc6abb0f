/**
 * robots.txt of the portal's own origins: fetched once, before the first visit, kept as a capture. A file that
 * cannot be read forbids nothing; the report says how each was answered. Reading the rules is robots.ts.
 */
import { resolveUrl } from '#base/url'
import type { Frontier, FrontierRow } from '#model/ports'
import { recogniseBlock } from './block-signs.ts'
import type { HostPace } from './hosts.ts'
import { type HttpClient, headerOf } from './http-client.ts'
import { failedCapture, type Recorder, storedCapture } from './recorder.ts'
import { ALLOW_ALL, parseRobots, type Robots } from './robots.ts'
import { looksLikeHtml } from './sniff.ts'

export interface RobotsFact {
  readonly host: string
  readonly state: 'read' | 'none' | 'unreadable'
  readonly rules: number
  readonly crawlDelayMs: number
}

const WORDS: Readonly<Record<RobotsFact['state'], string>> = {
  read: 'robots.txt 已读取',
  none: '没有 robots.txt',
  unreadable: 'robots.txt 无法读取，按允许处理',
}

const MAX_BYTES = 512 * 1024

export class RobotsKeeper {
  readonly facts: RobotsFact[] = []
  readonly #known = new Map<string, Promise<Robots>>()
  readonly #client: HttpClient
  readonly #recorder: Recorder
  readonly #frontier: Frontier
  readonly #pace: HostPace
  readonly #now: () => number
  readonly #run: string
  readonly #signal: AbortSignal
  readonly #onSitemap: (url: string, from: string) => void

  constructor(parts: {
    client: HttpClient
    recorder: Recorder
    frontier: Frontier
    pace: HostPace
    now: () => number
    run: string
    signal: AbortSignal
    onSitemap: (url: string, from: string) => void
  }) {
    this.#client = parts.client
    this.#recorder = parts.recorder
    this.#frontier = parts.frontier
    this.#pace = parts.pace
    this.#now = parts.now
    this.#run = parts.run
    this.#signal = parts.signal
    this.#onSitemap = parts.onSitemap
  }

  /** Rules for the origin of `row`. */
  rulesFor(row: FrontierRow): Promise<Robots> {
    const { origin } = new URL(row.url)
    const known = this.#known.get(origin)
    if (known) return known
    const asked = this.#fetch(origin, row.host)
    this.#known.set(origin, asked)
    return asked
  }

  async #fetch(origin: string, host: string): Promise<Robots> {
    const url = `${origin}/robots.txt`
    const visit = await this.#client.visit({ url, maxBytes: MAX_BYTES, signal: this.#signal })
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
    this.facts.push({ host, state, rules, crawlDelayMs })
    const capture =
      visit.state === 'answered'
        ? storedCapture(id, this.#run, url, visit, blocked, record)
        : failedCapture(id, this.#run, url, visit)
    const end = blocked ? 'blocked' : visit.state === 'answered' ? 'fetched' : 'failed'
    const words = blocked ? `${WORDS[state]}（${blocked.because}）` : WORDS[state]
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
}
