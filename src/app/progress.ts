/**
 * Progress of a scan on standard error: on a terminal a line per portal that replaces itself, elsewhere a line per
 * portal now and then. Counts come from the crawl; the order is that of the registry.
 */
import type { Portal } from '#model/portal'
import type { Clock } from '#model/ports'
import type { Terminal } from './terminal.ts'

export interface PortalProgress {
  readonly visited: number
  readonly pending: number
  readonly blocked: number
  /** What did not come at first is visited a second time. */
  readonly slowPass?: boolean
  /** What goes on after the visits, Chinese: `浏览器读取 3/8`. */
  readonly step?: string
}

const LIVE_MS = 200
const LINE_MS = 10_000
const LIVE_LINES = 12

export class Progress {
  readonly #terminal: Terminal
  readonly #clock: Clock
  readonly #active = new Map<string, { name: string; at: PortalProgress | null; saidAt: number }>()
  #drawnAt = 0
  #done = 0
  readonly #total: number

  constructor(terminal: Terminal, clock: Clock, total: number) {
    this.#terminal = terminal
    this.#clock = clock
    this.#total = total
  }

  start(portal: Portal, resumed: boolean): void {
    this.#active.set(portal.id, {
      name: portal.name,
      // A resumed run has visited before: nothing is said of it until the crawl tells.
      at: null,
      saidAt: this.#clock.now(),
    })
    this.#terminal.say(`${portal.name}：${resumed ? '从中断处继续' : '开始访问'} ${portal.homeUrl}`)
  }

  update(portal: Portal, progress: PortalProgress): void {
    const entry = this.#active.get(portal.id)
    if (!entry) return
    entry.at = progress
    const now = this.#clock.now()
    if (this.#terminal.live) {
      if (now - this.#drawnAt < LIVE_MS) return
      this.#drawnAt = now
      this.#draw()
    } else if (now - entry.saidAt >= LINE_MS) {
      entry.saidAt = now
      this.#terminal.say(lineOf(entry.name, progress))
    }
  }

  /** The result itself goes to standard output when all is done. */
  finish(portal: Portal, state: string): void {
    this.#active.delete(portal.id)
    this.#done += 1
    this.#terminal.say(`[${this.#done}/${this.#total}] ${portal.name}：${state}`)
    if (this.#active.size > 0) this.#draw()
  }

  #draw(): void {
    const lines = [...this.#active.values()].flatMap(({ name, at }) =>
      at === null ? [] : [lineOf(name, at)],
    )
    const shown = lines.slice(0, LIVE_LINES)
    if (lines.length > shown.length)
      shown.push(`……另有 ${lines.length - shown.length} 个网站进行中`)
    this.#terminal.live?.set(shown)
  }
}

function lineOf(name: string, at: PortalProgress): string {
  const blocked = at.blocked > 0 ? `，被拦截 ${at.blocked}` : ''
  if (at.step !== undefined) return `${name}：${at.step}`
  const pending = at.slowPass ? `第二次访问没有取到的，还有 ${at.pending}` : `待访问 ${at.pending}`
  return `${name}：已访问 ${at.visited}，${pending}${blocked}`
}
