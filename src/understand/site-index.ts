/**
 * One run's pages, captures and frontier states by place: the look-ups that every site-level reading shares. Decides
 * which of several captures of one address speaks for it, and which hosts belong to the portal; reads no content.
 */
import { dayOf } from '#base/day'
import { isSearchAddress } from '#base/query-address'
import { hostOf, placeKey } from '#base/url'
import type { Capture, StoredCapture } from '#model/capture'
import type { CivilDay, Page } from '#model/page'
import type { Agency, Portal } from '#model/portal'
import type { FrontierRow } from '#model/ports'
import type { Probe } from '#model/probe'
import { Scope } from '#model/scope'
import type { PageView } from '#model/site-view'
import { withoutNothing } from './nothing-pages.ts'
import { withoutRefrains } from './refrain-lists.ts'

/** Everything a site view is built from; iterables are read once. */
export interface SiteViewInput {
  readonly run: {
    readonly id: string
    readonly startedAt: number
    readonly finishedAt: number | null
  }
  readonly portal: Portal
  readonly agency: Agency
  readonly asOf: CivilDay
  readonly pages: Iterable<{
    readonly capture: StoredCapture
    readonly page: Page
    readonly depth: number
  }>
  readonly captures: Iterable<Capture>
  readonly frontier: Iterable<FrontierRow>
  readonly probes: readonly Probe[]
  /** First-seen day by item address, from earlier runs and this one. */
  readonly firstSeen: ReadonlyMap<string, CivilDay>
}

export interface SiteIndex {
  readonly portal: Portal
  readonly agency: Agency
  readonly asOf: CivilDay
  /** One view per place of the portal, nearest to home first. */
  readonly views: readonly PageView[]
  /**
   * Those and what was read beside the portal: its part of a superior's platform, and articles that its lists name. What
   * such a page says of its site is another's; what it says of its subject is the portal's.
   */
  readonly allViews: readonly PageView[]
  /** In a folder that a superior keeps for the portal, where something was read there. */
  isLent(url: string): boolean
  /** Read beside the portal. */
  isBeside(view: PageView): boolean
  readonly home: PageView | null
  /** Captures in order of time. */
  readonly captures: readonly Capture[]
  /** Key of the place an address ends at (redirects followed where seen). */
  keyOf(url: string): string
  viewAt(url: string): PageView | null
  /** On one of the portal's own hosts, or in the folder that a superior keeps for it, where something was read there. */
  isInternal(url: string): boolean
  frontierAt(url: string): FrontierRow | null
  readonly frontier: readonly FrontierRow[]
  /** What the portal's own search was asked for; no part of the above. */
  readonly searches: {
    readonly rows: readonly FrontierRow[]
    readonly captures: readonly Capture[]
    readonly pages: readonly { readonly capture: StoredCapture; readonly page: Page }[]
  }
  /** Last day an item can honestly carry: the day of judging or of the latest visit, whichever is later. */
  readonly lastPossibleDay: CivilDay
  readonly firstSeen: ReadonlyMap<string, CivilDay>
}

/** A page whose content speaks for the site: answered well, not blocked, no error page, no file, not all blank. */
export function isReadable(view: PageView): boolean {
  return (
    view.capture.status < 400 &&
    view.capture.blocked === null &&
    view.page.blocked === null &&
    view.page.kind.value !== 'error' &&
    view.page.kind.value !== 'file' &&
    !isBlank(view)
  )
}

/** Not even a template: a fault of the server or of the visit, from which nothing may be said to be missing. */
export function isBlank({ page }: PageView): boolean {
  return page.text.length === 0 && page.links.length === 0 && page.frames.length === 0
}

export function indexSite(input: SiteViewInput): SiteIndex {
  const keys = new Map<string, string>()
  const rawKey = (url: string): string => {
    let key = keys.get(url)
    if (key === undefined) {
      key = placeKey(url)
      keys.set(url, key)
    }
    return key
  }
  const hosts = new Set(
    [input.portal.homeUrl, input.portal.platformUrl, ...input.portal.extraUrls]
      .filter((url) => url !== null)
      .map((url) => bareHost(url)),
  )

  const best = new Map<string, PageView>()
  const aliases = new Map<string, string>()
  // Pages of results that we asked for are none of the portal's (site-searches).
  const pages = [...input.pages]
  const met = pages.filter(({ capture }) => !isSearchAddress(capture.url))
  const everyRow = [...input.frontier]
  const scope = scopeOf(input.portal, everyRow, met)
  const told = withoutRefrains(withoutNothing(met, input.portal.homeUrl))
  const isLent = lentFolders(scope, told)
  for (const view of told) {
    const { finalUrl } = view.capture
    // Of a superior's folder that showed nothing, nothing was read.
    if (scope.isLent(finalUrl) && !isLent(finalUrl)) continue
    const key = rawKey(view.capture.finalUrl)
    const known = best.get(key)
    const kept = known === undefined || outranks(view, known) ? view : known
    // A place is as near as the shortest way to it, whichever visit is shown: dead articles may be sent home.
    best.set(key, { ...kept, depth: Math.min(view.depth, known?.depth ?? view.depth) })
    // Requested addresses and way stations stand for the place the visit ended at.
    for (const url of [view.capture.url, ...view.capture.redirects, view.page.url]) {
      if (rawKey(url) !== key) aliases.set(rawKey(url), key)
    }
  }
  for (const key of best.keys()) aliases.delete(key)
  const all = [...input.captures].sort((a, b) => a.at - b.at || compareText(a.id, b.id))
  const gone = goneOf(all)
  for (const [key, view] of best) best.set(key, withoutPictures(view, gone))

  const keyOf = (url: string): string => aliases.get(rawKey(url)) ?? rawKey(url)
  const isInternal = (url: string): boolean => hosts.has(bareHost(url)) || isLent(url)
  const beside = new Set(
    [...best.values()].filter(({ capture }) => isLent(capture.finalUrl) || isNamed(scope, capture)),
  )
  // A visit that ended on another host shows that host's page: it can be looked up, but is none of the portal's.
  const allViews = [...best.values()]
    .filter((view) => isInternal(view.capture.finalUrl) || beside.has(view))
    .sort((a, b) => a.depth - b.depth || compareText(a.capture.finalUrl, b.capture.finalUrl))
  const views = beside.size === 0 ? allViews : allViews.filter((view) => !beside.has(view))
  const captures = all.filter(({ url }) => !isSearchAddress(url))
  const frontier = everyRow.filter(({ url }) => !isSearchAddress(url))
  const rows = new Map<string, FrontierRow>()
  for (const row of frontier) {
    const known = rows.get(rawKey(row.url))
    if (known === undefined || known.state === 'duplicate') rows.set(rawKey(row.url), row)
  }
  const latest = captures.at(-1)?.at ?? input.run.startedAt
  const visitDay = dayOf(latest)
  const viewAt = (url: string): PageView | null => best.get(keyOf(url)) ?? null
  const home = viewAt(input.portal.homeUrl)
  return {
    portal: input.portal,
    agency: input.agency,
    asOf: input.asOf,
    views,
    allViews,
    isLent,
    isBeside: (view) => beside.has(view),
    home: home !== null && isReadable(home) ? home : null,
    captures,
    keyOf,
    viewAt,
    isInternal,
    frontierAt: (url) => rows.get(rawKey(url)) ?? null,
    frontier,
    searches: {
      rows: everyRow.filter(({ url }) => isSearchAddress(url)),
      captures: all.filter(({ url }) => isSearchAddress(url)),
      pages: pages.filter(({ capture }) => isSearchAddress(capture.url)),
    },
    lastPossibleDay: laterDay(visitDay, input.asOf),
    firstSeen: input.firstSeen,
  }
}

/** What the crawl took for the portal's, learnt from what it did. */
function scopeOf(
  portal: Portal,
  rows: readonly FrontierRow[],
  views: readonly Pick<PageView, 'capture'>[],
): Scope {
  const scope = new Scope(portal)
  const homes = new Set(rows.flatMap((row) => (row.purpose === 'home' ? [row.url] : [])))
  for (const url of homes) scope.addEntry(url)
  for (const { capture } of views) if (homes.has(capture.url)) scope.addEntry(capture.finalUrl)
  for (const { url, purpose, from } of rows)
    if (purpose !== 'link-probe' && from !== null && URL.canParse(url)) scope.lend(url)
  return scope
}

/** An address that was asked for as an entry of the portal's own lists, though it lies beside its folder. */
function isNamed(scope: Scope, { url, finalUrl }: StoredCapture): boolean {
  return scope.isFolder && !scope.includes(url) && !scope.includes(finalUrl)
}

/**
 * Folders lent by a superior, where they show something: a host that answers every address of one alike, or is not to be
 * read at all, has shown nothing of what is in them.
 */
function lentFolders(scope: Scope, views: readonly PageView[]): (url: string) => boolean {
  const texts = new Set<string>()
  for (const view of views)
    if (scope.isLent(view.capture.finalUrl) && isReadable(view)) texts.add(view.page.textHash)
  return texts.size > 1 ? (url) => URL.canParse(url) && scope.isLent(url) : () => false
}

/** Addresses that two visits, the last ones, found not to be there. */
function goneOf(captures: readonly Capture[]): ReadonlySet<string> {
  const visits = new Map<string, boolean[]>()
  for (const capture of captures) {
    const known = visits.get(capture.url) ?? []
    const isGone = capture.state === 'stored' && (capture.status === 404 || capture.status === 410)
    visits.set(capture.url, [...known, isGone])
  }
  return new Set(
    [...visits].flatMap(([url, seen]) =>
      seen.length > 1 && seen.slice(-2).every((one) => one) ? [url] : [],
    ),
  )
}

/** A picture that is not there shows nothing; an account's code that is dead is one all the same, and told as such. */
function withoutPictures(view: PageView, gone: ReadonlySet<string>): PageView {
  const { pictures = [] } = view.page
  const gonePictures = pictures.filter(({ url }) => url !== null && gone.has(url))
  const shown = pictures.filter((one) => one.code === true || !gonePictures.includes(one))
  return gonePictures.length === 0
    ? view
    : { ...view, page: { ...view.page, pictures: shown, gonePictures } }
}

/** A readable reading outranks an unreadable one, a rendered one a plain one, else the later visit. */
function outranks(a: PageView, b: PageView): boolean {
  const readable = Number(isReadable(a)) - Number(isReadable(b))
  if (readable !== 0) return readable > 0
  if (a.capture.via !== b.capture.via) return a.capture.via === 'browser'
  return a.capture.at > b.capture.at
}

function bareHost(url: string): string {
  try {
    return hostOf(url).replace(/^www\./, '')
  } catch {
    return ''
  }
}

function laterDay(a: CivilDay, b: CivilDay): CivilDay {
  if (a < b) return b
  return a
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
