/**
 * From a page that was read to addresses to visit: which belong to the portal, with which purpose (and so in which
 * order), which are the same place as one already known, which are traps, which are only probed as link targets.
 * Keeps what was already decided, so that the thousandth copy of a menu costs a look-up. Fetching is not here.
 */
import { isListPart, plainAddress } from '#base/query-address'
import { placeKey, withoutSession } from '#base/url'
import type { UrlPurpose } from '#model/capture'
import type { CivilDay, Page } from '#model/page'
import type { Frontier, FrontierEntry, FrontierRow } from '#model/ports'
import type { Scope } from '#model/scope'
import { areNear, type Candidate, datedItems, filesOf, lastDay, picturesOf } from './candidates.ts'
import { purposeOf, rankOf } from './link-purpose.ts'
import { isAttachment, TrapWatch } from './scope.ts'
import { readSitemapFile } from './sitemaps.ts'

/**
 * Pages of one list that are visited with the lists, where its entries bear no dates; the pages behind them come last.
 * With dates it is the pages on which entries of the freshness window stand.
 */
const LIST_PAGES_FIRST = 5
/** Parts asked by POST at most, of one list and of all lists of a run. */
const MAX_QUERIES_A_LIST = 100
const MAX_QUERIES = 2_000
/** Sitemap files read at most; their entries are bounded apart. */
const MAX_SITEMAPS = 20

/** Files read whole in a run, by what they are read for: they are large. Annual reports and the like are as many as there are. */
const MAX_WHOLE: ReadonlyMap<UrlPurpose, number> = new Map([
  ['name-list', 60],
  ['paper', 100],
])
/** Articles and files of a portal's own lists that stand beside its folder, read in a run. */
const MAX_LISTED = 500

/** A link that leads to the disclosure platform or to one of its fixed sections. */
const PLATFORM_TEXT = /信息公开|政务公开|公开(?:指南|制度|目录|年报)|主动公开|依申请/

export class LinkSorter {
  readonly #scope: Scope
  readonly #frontier: Frontier
  readonly #traps = new TrapWatch()
  /** Best rank given to an address so far; refused ones have -1. */
  readonly #seen = new Map<string, number>()
  /** Place → first address seen for it, and whether visiting it brought the page. */
  readonly #places = new Map<string, { readonly url: string; bad: boolean; twins: string[] }>()
  /** How many steps of paging led to an address. */
  readonly #pagingSteps = new Map<string, number>()
  /** Addresses whose step the table does not yet have. */
  readonly #stepsToKeep = new Set<string>()
  readonly #sitemaps = new Set<string>()
  /** List page → parts of it that were queued to be asked by POST. */
  readonly #queries = new Map<string, number>()
  #queriesLeft = MAX_QUERIES
  readonly #whole = new Map<UrlPurpose, Set<string>>()
  #listedLeft = MAX_LISTED
  #probesLeft: number
  /** First day of the freshness window; null: none is kept. */
  readonly #freshFrom: CivilDay | null

  constructor(
    scope: Scope,
    frontier: Frontier,
    maxExternalProbes: number,
    freshFrom: CivilDay | null = null,
  ) {
    this.#freshFrom = freshFrom
    this.#scope = scope
    this.#frontier = frontier
    this.#probesLeft = maxExternalProbes
  }

  /** Learns what an address with a query brought, before the rows are learnt. */
  learnText(url: string, textHash: string): void {
    this.#traps.note(url, textHash)
  }

  /** Learns a row of the table, so that a resumed run decides as the first one did. */
  learn(row: FrontierRow): void {
    this.#seen.set(
      row.url,
      row.state === 'queued' || row.state === 'active' ? rankOf(row.purpose) : -1,
    )
    if (row.pagingStep != null) this.#pagingSteps.set(row.url, row.pagingStep)
    // A home page that led elsewhere had put that place inside the portal.
    if (row.purpose === 'home') this.#scope.addEntry(row.url)
    // Dates asked of one page are counted as they come.
    else if (row.from !== null && row.purpose !== 'link-probe') {
      this.#traps.reason(row.url)
      this.#scope.lend(row.url)
      if (this.isListed(row)) this.#listedLeft -= 1
    }
    // An index names further files, so one step from robots.txt is enough to know them all again.
    if (row.from?.endsWith('/robots.txt') || this.#sitemaps.has(row.from ?? '')) {
      if (/\.(?:xml|txt)(?:$|\?)/.test(row.url)) this.#sitemaps.add(row.url)
    }
    if (row.purpose === 'link-probe' && row.state !== 'budget') this.#probesLeft -= 1
    if (isListPart(row.url) && row.state !== 'budget') this.#countQuery(row.url)
    if (row.state !== 'duplicate' && row.state !== 'trap') this.#noteWhole(row)
    if (row.purpose === 'link-probe' || row.purpose === 'attachment') return
    // No other spelling, but the same address with what is never asked for.
    if (withoutSession(row.url) !== null) return
    const key = placeKey(row.url)
    const place = this.#places.get(key)
    if (!place) this.#places.set(key, { url: row.url, bad: false, twins: [] })
    else if (row.state === 'duplicate') place.twins.push(row.url)
  }

  /** Entry addresses, in order: the first is the home page. */
  addEntries(urls: readonly string[]): void {
    for (const [index, url] of urls.entries()) {
      const purpose = index === 0 ? 'home' : 'navigation'
      this.#enter(url, purpose, index === 0 ? 0 : 1, null)
    }
  }

  /** Browsers try https where http does not answer: so does the home page. Call after `visitTwins`. */
  addSecureHome(row: FrontierRow): void {
    const url = new URL(row.url)
    if (url.protocol !== 'http:' || url.port !== '') return
    url.protocol = 'https:'
    this.#enter(url.href, 'home', row.depth, null)
  }

  /** A sitemap file that `from` (robots.txt or another one) names; only the portal's own are asked for. */
  addSitemap(url: string, from: string): void {
    if (this.#sitemaps.size >= MAX_SITEMAPS || !this.#scope.ownsHost(url)) return
    this.#sitemaps.add(url)
    if (this.#seen.has(url)) return
    this.#seen.set(url, rankOf('item'))
    this.#frontier.add([{ url, purpose: 'item', depth: 1, from }])
  }

  /** A sitemap file: none of the portal's pages, whatever it is answered with. */
  isSitemap(url: string): boolean {
    return this.#sitemaps.has(url)
  }

  /** Addresses of the portal that a sitemap names are visited after all that its pages link to. */
  followSitemap(body: Uint8Array, row: FrontierRow): void {
    if (!this.#sitemaps.has(row.url)) return
    const { sitemaps, pages } = readSitemapFile(body, row.url)
    this.#frontier.together(() => {
      for (const url of sitemaps) this.addSitemap(url, row.url)
      for (const url of pages) {
        if (this.#scope.includes(url)) this.#enter(url, 'rest', row.depth + 1, row.url)
      }
    })
  }

  /** An address that cannot exist; nothing links to it. */
  addProbe(url: string): void {
    // Ahead of the articles, so that they can be compared with its answer.
    this.#seen.set(url, rankOf('item'))
    this.#frontier.add([{ url, purpose: 'item', depth: 0, from: null }])
  }

  /** Whether the address was met in this run. */
  knows(url: string): boolean {
    return this.#seen.has(url)
  }

  /** An article or a file that a list of the portal's own names, beside its folder: read, and followed no further. */
  isListed(row: FrontierRow): boolean {
    return (
      row.purpose !== 'link-probe' &&
      row.from !== null &&
      !this.#scope.includes(row.url) &&
      !this.#scope.isLent(row.url)
    )
  }

  /** A page of a list, as some page's paging told. */
  isPaging(url: string): boolean {
    return this.#pagingSteps.has(url)
  }

  /** Settles a queued address whose path has turned out to be a trap since it was found. */
  turnedTrap(row: FrontierRow): boolean {
    const reason = row.from === null ? null : this.#traps.repeats(row.url)
    if (reason !== null) this.#frontier.settle(row.url, 'trap', reason, null)
    return reason !== null
  }

  /** An address that an earlier run found on the page of `row`, which was taken over unread. */
  foundBefore(found: FrontierRow, row: FrontierRow): void {
    const { url, pagingStep } = found
    if (pagingStep != null && !this.isPaging(url)) this.#setStep(url, pagingStep)
    if (found.purpose !== 'link-probe') this.#scope.lend(url)
    // Whether a file is wanted whole was settled when its page was read.
    const more = { whole: true, listed: found.purpose !== 'link-probe' }
    this.#enter(url, found.purpose, row.depth + 1, row.url, more)
    this.#keepSteps()
  }

  /** Puts a known address back to be visited; unknown ones are left to whoever finds them. */
  visitAfterAll(url: string, reason: string): void {
    if (this.#seen.has(url)) this.#frontier.putBack(url, 0, reason)
  }

  /** Sorts all that `page`, read at `row`, points to. */
  follow(page: Page, row: FrontierRow): void {
    const depth = row.depth + 1
    this.#traps.note(row.url, page.textHash)
    if (this.#scope.includes(row.url))
      for (const { text, url } of page.links) if (PLATFORM_TEXT.test(text)) this.#scope.lend(url)
    const mayList = this.#mayList(row)
    const alone = this.isListed(row)
    const beside = alone || this.#scope.isLent(row.url)
    this.#frontier.together(() => {
      for (const candidate of alone ? filesOf(page) : this.#candidates(page, row)) {
        const { url, purpose, whole = false } = candidate
        const listed = mayList && candidate.listed === true && areNear(row.url, url)
        // What else a page beside the portal leads to is the affair of the site it stands on.
        if (beside && !listed && !this.#scope.includes(url) && !this.#scope.isLent(url)) continue
        this.#enter(url, purpose, depth, row.url, { whole, listed })
      }
      this.#keepSteps()
    })
  }

  /** Entries of lists on this page may stand beside the portal: it is a folder, or the page stands in one lent to it. */
  #mayList(row: FrontierRow): boolean {
    return this.#scope.isFolder || this.#scope.isLent(row.url) || this.isListed(row)
  }

  *#candidates(page: Page, row: FrontierRow): Generator<Candidate> {
    for (const url of page.frames) yield { url, purpose: 'listing' }
    for (const list of page.lists) {
      if (list.moreUrl !== null) yield { url: list.moreUrl, purpose: 'listing' }
    }
    // What the page shows as paging or as a dated entry is that, whatever else its link looks like.
    const known = new Set<string>()
    for (const candidate of [...this.#paging(page, row), ...datedItems(page)]) {
      known.add(candidate.url)
      yield candidate
    }
    for (const link of page.links) {
      if (link.how === 'paging' || known.has(link.url)) continue
      // A home page that only refreshes to its real front: follow it as the front.
      const front = link.how === 'refresh' && row.purpose === 'home'
      if (front) this.#scope.addEntry(link.url)
      yield { url: link.url, purpose: front ? 'home' : purposeOf(link, page) }
    }
    for (const list of page.lists) {
      for (const { url } of list.items)
        if (url !== null) yield { url, purpose: 'item', listed: list.subject }
    }
    yield* picturesOf(page, row.purpose === 'home')
    yield* filesOf(page)
  }

  #paging(page: Page, row: FrontierRow): Candidate[] {
    const found: Candidate[] = []
    const step = (this.#pagingSteps.get(row.url) ?? 0) + 1
    const { next = null, urls = [] } = page.paging ?? {}
    const last = lastDay(page)
    // A list that has left the window goes on with what nobody needs soon; one still inside it is followed further.
    const beyond = this.#freshFrom !== null && last !== null && last < this.#freshFrom
    const inside = this.#freshFrom !== null && last !== null && !beyond
    const stepOf = (given: number): number => (beyond ? LIST_PAGES_FIRST + given : given)
    if (next !== null) {
      found.push(this.#pagingCandidate(next, inside ? 1 : stepOf(step)))
      // Where the next one is known to come early, what lies behind it is not.
      if (inside) this.#setStep(next, step)
    }
    for (const [index, url] of urls.entries()) {
      if (inside && url === next) continue
      found.push(this.#pagingCandidate(url, stepOf(Math.max(step, index + 1))))
    }
    for (const link of page.links) {
      if (link.how === 'paging') found.push(this.#pagingCandidate(link.url, LIST_PAGES_FIRST + 1))
    }
    return found
  }

  #pagingCandidate(url: string, step: number): Candidate {
    const known = this.#pagingSteps.get(url)
    if (known === undefined || step < known) this.#setStep(url, step)
    const best = Math.min(step, known ?? step)
    return { url, purpose: best <= LIST_PAGES_FIRST ? 'listing' : 'rest' }
  }

  #setStep(url: string, step: number): void {
    if (this.#pagingSteps.get(url) === step) return
    this.#pagingSteps.set(url, step)
    this.#stepsToKeep.add(url)
  }

  /** Once the addresses stand in the table. */
  #keepSteps(): void {
    for (const url of this.#stepsToKeep) {
      const step = this.#pagingSteps.get(url)
      if (step !== undefined) this.#frontier.notePaging(url, step)
    }
    this.#stepsToKeep.clear()
  }

  #enter(
    url: string,
    given: UrlPurpose,
    depth: number,
    from: string | null,
    more: { readonly whole: boolean; readonly listed: boolean } = { whole: false, listed: false },
  ): void {
    const seen = this.#seen.get(url)
    const wanted = this.#mayBeWhole(url, given) ? given : 'attachment'
    if (seen !== undefined && seen <= rankOf(wanted)) return
    if (seen === undefined && !URL.canParse(url)) return
    const isQuery = isListPart(url)
    // Only what a family's own reader named as further parts of its list.
    if (isQuery && !this.isPaging(url)) return
    const inside = from === null || this.#scope.includes(url) || this.#scope.isLent(url)
    const beside = !inside && more.listed && this.#listedLeft > 0
    if (beside) this.#listedLeft -= 1
    if (!inside && !beside) {
      if (seen === undefined) this.#probe({ url, purpose: 'link-probe', depth, from })
      return
    }
    const purpose = from !== null && !more.whole && isAttachment(url) ? 'attachment' : wanted
    const entry: FrontierEntry = { url, purpose, depth, from }
    if (seen !== undefined) {
      if (seen > rankOf(purpose)) this.#accept(entry)
      return
    }
    const trap = from === null ? null : (this.#traps.reason(url) ?? this.#traps.repeats(url))
    if (trap !== null) {
      this.#refuse(entry, 'trap', trap)
      return
    }
    const clean = withoutSession(url)
    if (clean !== null) {
      this.#refuse(entry, 'duplicate', `与去掉会话编号的地址相同：${clean}`)
      const step = this.#pagingSteps.get(url)
      if (step !== undefined && step < (this.#pagingSteps.get(clean) ?? Number.POSITIVE_INFINITY))
        this.#setStep(clean, step)
      this.#enter(clean, wanted, depth, from, more)
      return
    }
    if (purpose !== 'attachment' && this.#isTwin(entry)) return
    if (isQuery && !this.#countQuery(url)) {
      this.#refuse(entry, 'budget', '列表查询（POST）数已达上限')
      return
    }
    this.#accept(entry)
  }

  #accept(entry: FrontierEntry): void {
    this.#noteWhole(entry)
    this.#seen.set(entry.url, rankOf(entry.purpose))
    this.#frontier.add([entry])
  }

  #noteWhole({ url, purpose }: { readonly url: string; readonly purpose: UrlPurpose }): void {
    if (!MAX_WHOLE.has(purpose)) return
    const known = this.#whole.get(purpose)
    if (known === undefined) this.#whole.set(purpose, new Set([url]))
    else known.add(url)
  }

  #mayBeWhole(url: string, purpose: UrlPurpose): boolean {
    const most = MAX_WHOLE.get(purpose)
    const known = this.#whole.get(purpose)
    return most === undefined || known === undefined || known.has(url) || known.size < most
  }

  /** False where no more parts may be asked for by POST. */
  #countQuery(url: string): boolean {
    const list = plainAddress(url)
    const known = this.#queries.get(list) ?? 0
    if (known >= MAX_QUERIES_A_LIST || this.#queriesLeft <= 0) return false
    this.#queries.set(list, known + 1)
    this.#queriesLeft -= 1
    return true
  }

  #refuse(entry: FrontierEntry, state: 'trap' | 'duplicate' | 'budget', reason: string): void {
    this.#seen.set(entry.url, -1)
    this.#frontier.refuse([entry], state, reason)
  }

  /** Another spelling of a known place (http/https, www, index file) is visited only if the first one fails. */
  #isTwin(entry: FrontierEntry): boolean {
    const key = placeKey(entry.url)
    const place = this.#places.get(key)
    if (!place) {
      this.#places.set(key, { url: entry.url, bad: false, twins: [] })
      return false
    }
    if (place.bad) return false
    place.twins.push(entry.url)
    this.#refuse(entry, 'duplicate', `与 ${place.url} 是同一页面`)
    return true
  }

  #probe(entry: FrontierEntry): void {
    if (this.#probesLeft <= 0) {
      this.#refuse(entry, 'budget', '站外链接探测数已达上限')
      return
    }
    this.#probesLeft -= 1
    this.#seen.set(entry.url, rankOf('link-probe'))
    this.#frontier.add([entry])
  }

  /** The visit of `url` did not bring the page: its other spellings are worth a visit of their own. */
  visitTwins(url: string): void {
    const place = this.#places.get(placeKey(url))
    if (!place || place.url !== url || place.bad) return
    place.bad = true
    for (const twin of place.twins.splice(0)) {
      this.#frontier.putBack(twin, 0, `${url} 未能取得，改访此地址`)
    }
  }

  /**
   * `target` was reached through a redirect of `row` and need not be visited again. It counts as under way until the
   * answer is called with the stored capture: a kill before that puts it back. Null when it stands there already.
   */
  reached(target: string, row: FrontierRow): ((captureId: string) => void) | null {
    if (this.#seen.has(target) || !(this.#scope.includes(target) || this.#scope.isLent(target)))
      return null
    const entry: FrontierEntry = {
      url: target,
      purpose: row.purpose,
      depth: row.depth,
      from: row.url,
    }
    const reason = `由 ${row.url} 重定向时已访问`
    this.#seen.set(target, -1)
    const key = placeKey(target)
    if (!this.#places.has(key)) this.#places.set(key, { url: target, bad: false, twins: [] })
    this.#frontier.refuse([entry], 'active', reason)
    return (captureId) => this.#frontier.settle(target, 'fetched', reason, captureId)
  }
}
