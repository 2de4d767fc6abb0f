/**
 * What a nightly run may take over from the last finished run of its portal instead of fetching it again. Home, listing
 * and directory pages are always fetched; everything else is looked at again on its own night of a rotation, sooner
 * where its entry in a list changed or where it was missing. What is taken over keeps the instant it was seen at and says
 * when its turn comes. Which addresses exist is still decided by links found tonight: an address that nothing leads to
 * any more is not taken over.
 */
import { setImmediate } from 'node:timers/promises'
import { dayOf } from '#base/day'
import { shortId } from '#base/hash'
import { isOursToAsk, type StoredCapture } from '#model/capture'
import { type Page, subjectItems } from '#model/page'
import type { EarlierRun, EarlierVisit, Frontier, FrontierRow } from '#model/ports'
import type { Run } from '#model/run'
import type { LinkSorter } from './links.ts'

/** Nights in which every page, attachment and link target is looked at once; half of what rules call "two weeks". */
const ROTATION_NIGHTS = 14
/** The same for what answered with an error: that a fault was mended should show soon. */
const FAULT_NIGHTS = 3
const DAY_MS = 86_400_000
/** Shanghai is eight hours ahead all year; nights are counted in its days. */
const SHANGHAI_MS = 8 * 3_600_000

/** Begins the reason of what was taken over; kept in the table, so a resumed run knows it again. */
const TAKEN_OVER = '本夜未看，'
const ENTRY_CHANGED = '列表条目有变，重新查看'
const ALWAYS: ReadonlySet<string> = new Set(['home', 'listing', 'directory'])
/** Pages read between two breaths while looking for lost addresses. */
const AT_ONCE = 25

const dayNumber = (instant: number): number => Math.floor((instant + SHANGHAI_MS) / DAY_MS)
const dayText = (number: number): string => dayOf(number * DAY_MS - SHANGHAI_MS)

type Seen = EarlierVisit['seen'] & {}

export interface Validators {
  readonly headers: readonly (readonly [string, string])[]
  readonly capture: StoredCapture
}

export class Nightly {
  readonly #earlier: EarlierRun
  readonly #run: Run
  readonly #frontier: Frontier
  readonly #links: LinkSorter
  readonly #today: number
  readonly #known = new Map<string, EarlierVisit>()
  /** Address → what was first found on it. */
  readonly #found = new Map<string, EarlierVisit[]>()
  readonly #forced = new Set<string>()
  /** Pages taken over whose own links were not read. */
  #unread: { readonly row: FrontierRow; readonly capture: string }[] = []
  #taken = 0
  /** Number of the last day on which something taken over has its turn. */
  #lastTurn = 0

  constructor(earlier: EarlierRun, run: Run, frontier: Frontier, links: LinkSorter) {
    this.#earlier = earlier
    this.#run = run
    this.#frontier = frontier
    this.#links = links
    this.#today = dayNumber(run.startedAt)
    for (const visit of earlier.visits()) {
      const { url, from } = visit.row
      if (isOursToAsk(visit.row)) continue
      this.#known.set(url, visit)
      if (from === null) continue
      const siblings = this.#found.get(from)
      if (siblings) siblings.push(visit)
      else this.#found.set(from, [visit])
    }
  }

  /** What was taken over and by when all of it will be looked at, for the run's note (Chinese); '' for nothing. */
  get words(): string {
    if (this.#taken === 0) return ''
    return `沿用上次 ${this.#taken} 个地址的读取（各按复查日轮到，最迟 ${dayText(this.#lastTurn)} 全部复查一遍），`
  }

  /** Learns a row that an earlier process of this run took over: its links may still be wanted. */
  learn(row: FrontierRow): void {
    const seen = this.#known.get(row.url)?.seen
    if (seen && this.tookOver(row)) this.#noteTaken(row, seen)
  }

  /** The row was settled with what the earlier run saw. */
  tookOver({ state, reason }: FrontierRow): boolean {
    return state === 'unchanged' && (reason?.startsWith(TAKEN_OVER) ?? false)
  }

  #noteTaken(row: FrontierRow, seen: Seen): void {
    if (seen.kind !== null) this.#unread.push({ row, capture: seen.capture })
    this.#taken += 1
    this.#lastTurn = Math.max(this.#lastTurn, dueNight(row.url, seen.at, nightsFor(seen)))
  }

  /** Settles `row` with what the earlier run saw, if that still holds tonight. False: it must be visited. */
  takeOver(row: FrontierRow): boolean {
    const visit = this.#known.get(row.url)
    const seen = visit?.seen
    if (!visit || !seen || row.purpose === 'home') return false
    if (row.purpose === 'navigation' && row.depth <= 1) return false
    if (visit.row.state !== 'fetched' && visit.row.state !== 'unchanged') return false
    if (this.#links.isSitemap(row.url)) return false
    if (this.#forced.has(row.url) || row.reason === ENTRY_CHANGED) return false
    if (seen.kind !== null && ALWAYS.has(seen.kind)) return false
    if (seen.truncated || seen.blocked) return false
    const due = dueNight(row.url, seen.at, nightsFor(seen))
    if (due <= this.#today) return false
    const id = shortId(this.#run.id, 'taken-over', row.url)
    const looked = dayText(dayNumber(seen.at))
    const words = `${TAKEN_OVER}沿用 ${looked} 的读取（HTTP ${seen.status}），${dayText(due)} 复查`
    this.#frontier.together(() => {
      this.#earlier.carry(seen.capture, this.#run.id, id, row.depth, seen.status >= 400)
      this.#frontier.settle(row.url, 'unchanged', words, id)
      if (seen.finalUrl !== row.url) this.#links.reached(seen.finalUrl, row)?.(id)
      // A missing page has other spellings that may not be.
      if (seen.status >= 400) this.#links.visitTwins(row.url)
      for (const child of this.#found.get(row.url) ?? []) this.#links.foundBefore(child.row, row)
    })
    this.#noteTaken(row, seen)
    return true
  }

  /** Headers that ask for the page only if it changed; null where the earlier answer left nothing to ask with. */
  validators(row: FrontierRow): Validators | null {
    const seen = this.#known.get(row.url)?.seen
    if (!seen || row.purpose === 'home' || seen.kind === null || seen.status !== 200) return null
    if (seen.finalUrl !== row.url || seen.truncated || seen.blocked) return null
    const capture = this.#earlier.capture(seen.capture)
    if (capture?.state !== 'stored') return null
    const headers: [string, string][] = []
    for (const [name, value] of capture.headers) {
      const key = name.toLowerCase()
      if (key === 'etag') headers.push(['if-none-match', value])
      else if (key === 'last-modified') headers.push(['if-modified-since', value])
    }
    return headers.length === 0 ? null : { headers, capture }
  }

  pageOf(capture: StoredCapture): Page | null {
    return this.#earlier.page(capture.id)
  }

  /**
   * Compares a page read tonight with the earlier reading: true when its main text is the same (counters and clocks are
   * no change). Entries of a changed list whose title or date changed are visited whatever their turn.
   */
  unchanged(row: FrontierRow, page: Page): boolean {
    const seen = this.#known.get(row.url)?.seen
    if (!seen || seen.textHash === null) return false
    if (seen.textHash === page.textHash) return true
    if (!ALWAYS.has(page.kind.value)) return false
    const before = new Map<string, string>()
    for (const item of this.#earlier.page(seen.capture)?.lists.flatMap((list) => list.items) ??
      []) {
      if (item.url !== null) before.set(item.url, entryWords(item))
    }
    for (const item of subjectItems(page)) {
      const { url } = item
      const words = url === null ? undefined : before.get(url)
      if (url === null || words === undefined || words === entryWords(item)) continue
      this.#forced.add(url)
      this.#links.visitAfterAll(url, ENTRY_CHANGED)
    }
    return false
  }

  /**
   * Before the run ends: addresses of the earlier run that nothing led to tonight may still be linked from pages that
   * were taken over unread. Only then are those read. True when this brought something to visit.
   */
  async readForLost(): Promise<boolean> {
    const lost = (): boolean => {
      for (const [url, { row }] of this.#known) {
        if ((row.state === 'fetched' || row.state === 'unchanged') && !this.#links.knows(url))
          return true
      }
      return false
    }
    while (this.#unread.length > 0 && lost()) {
      const unread = this.#unread.splice(0)
      for (const [index, { row, capture }] of unread.entries()) {
        const page = this.#earlier.page(capture)
        if (page) this.#links.follow(page, row)
        if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
      }
      if (this.#frontier.pending() > 0) return true
    }
    return false
  }
}

const nightsFor = ({ status }: Seen): number => (status >= 400 ? FAULT_NIGHTS : ROTATION_NIGHTS)

/** Number of the first day after `at` that is the address's own in a rotation of `nights`. */
function dueNight(url: string, at: number, nights: number): number {
  const own = Number.parseInt(shortId(url).slice(0, 8), 16) % nights
  const next = dayNumber(at) + 1
  return next + ((((own - next) % nights) + nights) % nights)
}

function entryWords(item: Page['lists'][number]['items'][number]): string {
  return `${item.title}\n${item.publishedOn?.value ?? ''}`
}
