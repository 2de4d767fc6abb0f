/**
 * A scanned run without some of its pages: its site view built anew after they answered 404, or were left blank but for
 * their title and menus. What checks then say, and what a finding rests on.
 */
import { contentTypeOf } from '#app/content-type'
import { siteViewOf } from '#app/judging'
import { type Rooms, topicNamer } from '#app/rooms'
import { placeKey } from '#base/url'
import { checks } from '#checks/index'
import { runChecks } from '#engine/run-checks'
import type { Capture, StoredCapture } from '#model/capture'
import type { Check } from '#model/check'
import type { Finding } from '#model/finding'
import type { Page, Span } from '#model/page'
import type { Run } from '#model/run'
import type { SiteView } from '#model/site-view'
import { decodeBody } from '#understand/charset'

export const MODES = ['drop', 'blank'] as const
export type Mode = (typeof MODES)[number]

export interface Kept {
  readonly capture: StoredCapture
  readonly page: Page
  readonly depth: number
  /** Decoded source; null where the archive has none. */
  readonly source: string | null
}

/** A place that is taken away, with the words quoted on it. */
export interface Loss {
  readonly key: string
  readonly at: Span | null
}

export class Ablation {
  readonly #views = new Map<string, SiteView>()
  #before: ReadonlySet<string> | undefined
  readonly rooms: Rooms
  readonly run: Run
  readonly pages: readonly Kept[]

  constructor(rooms: Rooms, run: Run, pages: readonly Kept[]) {
    this.rooms = rooms
    this.run = run
    this.pages = pages
  }

  view(mode: Mode, losses: readonly Loss[]): SiteView {
    const name = [mode, ...losses.map(({ key, at }) => `${key} ${at}`).sort()].join('\n')
    const known = this.#views.get(name)
    if (known !== undefined) return known
    const { store } = this.rooms
    const owner = store.portal(this.run.portalId)
    if (owner === null) throw new Error(`运行 ${this.run.id} 的网站不在名录里`)
    const keys = new Set(losses.map(({ key }) => key))
    const gone = ({ url, ...capture }: Capture): boolean =>
      keys.has(placeKey(url)) ||
      (capture.state === 'stored' && keys.has(placeKey(capture.finalUrl)))
    // A second visit finds it gone too, as the crawl would make one.
    const dead = (capture: Capture): Capture[] =>
      capture.state === 'stored' && gone(capture)
        ? ['', '-2'].map((visit) => ({ ...capture, id: `${capture.id}${visit}`, status: 404 }))
        : [capture]
    const without = ({ capture, page, depth, source }: Kept) => {
      const own = { capture, page, depth }
      if (!gone(capture)) return own
      if (mode === 'drop')
        return { capture: { ...capture, status: 404 }, page: this.#notFound(page.url), depth }
      return { ...own, page: this.#blanked(page, capture, source, losses) }
    }
    const pages = this.pages.map(without)
    const captures = [...store.captures(this.run.id)].flatMap(
      mode === 'drop' ? dead : (one) => [one],
    )
    const changed = { ...store, pages: () => pages.values(), captures: () => captures.values() }
    const view = siteViewOf({ ...this.rooms, store: changed }, { run: this.run, ...owner })
    if (this.#views.size > 40) this.#views.clear()
    this.#views.set(name, view)
    return view
  }

  #read(url: string, html: string, status: number): Page {
    const body = new TextEncoder().encode(html)
    const contentType = 'text/html; charset=utf-8'
    const homeUrl = this.rooms.store.portal(this.run.portalId)?.portal.homeUrl ?? null
    return this.rooms.reader.read({ url, body, contentType, status, truncated: false, homeUrl })
  }

  #notFound(url: string): Page {
    return this.#read(
      url,
      '<html><head><title>404 Not Found</title></head><body>404 Not Found</body></html>',
      404,
    )
  }

  /** Title and menus without what they lead to. */
  #blanked(
    page: Page,
    capture: StoredCapture,
    source: string | null,
    losses: readonly Loss[],
  ): Page {
    if (source === null || page.file !== undefined) return page
    const own = new Set([placeKey(capture.url), placeKey(capture.finalUrl)])
    const quoted = losses.flatMap(({ key, at }) => (own.has(key) && at !== null ? [at] : []))
    const body = [
      page.text.at,
      ...[page.lists, page.attachments, page.pictures ?? []].flat().map((one) => one.at),
      ...(page.tableRows ?? []).flat(),
      ...page.links.flatMap(({ area, at }) => (/^(?:main|list)$/.test(area) ? [at] : [])),
    ]
    const isHome = page.kind.value === 'home'
    const spans = [...(isHome ? [] : body), ...quoted].filter((one) => one !== null)
    return this.#read(
      page.url,
      withoutSpans(source, spans, isHome ? '' : headOf(page)),
      capture.status,
    )
  }

  /** What no check said, or said otherwise, while the page was whole. */
  newlyTold(mode: Mode, losses: readonly Loss[]): readonly string[] {
    const told = (view: SiteView): readonly Finding[] =>
      this.#ask(view, checks).filter(({ verdict }) => verdict === 'fail' || verdict === 'unsure')
    this.#before ??= new Set(told(this.view(mode, [])).map(({ message }) => message))
    return told(this.view(mode, losses)).flatMap(({ check, subject, verdict, outcome, message }) =>
      this.#before?.has(message) ? [] : [`${check}#${outcome}（${verdict}）${subject}`],
    )
  }

  passes(view: SiteView, check: Check): readonly Finding[] {
    return this.#ask(view, [check]).filter(({ verdict }) => verdict === 'pass')
  }

  #ask(view: SiteView, asked: readonly Check[]): readonly Finding[] {
    const { calendar, lexicon, labels, wording, checklists } = this.rooms
    return runChecks({
      ...{ site: view, checks: asked, calendar, labels, wording, checklists },
      topicName: topicNamer(lexicon),
      now: 0,
    }).findings
  }

  /** What a finding rests on. */
  lossesOf(view: SiteView, { evidence }: Finding): readonly Loss[] {
    return evidence.map(({ url, locator }) => {
      const [start, end] = (/^char=(\d+),(\d+)$/.exec(locator) ?? []).slice(1).map(Number)
      const at: Span | null = start === undefined || end === undefined ? null : [start, end]
      const link = view
        .pageAt(url)
        ?.page.links.find((one) => at !== null && one.at[0] >= at[0] && one.at[1] <= at[1])
      return link !== undefined && view.pageAt(link.url) !== null
        ? { key: placeKey(link.url), at: null }
        : { key: placeKey(url), at }
    })
  }
}

function headOf({ title, publishedOn }: Page): string {
  const day = publishedOn === null ? '' : `<p>发布时间：${publishedOn.value}</p>`
  return `<h1>${title ?? ''}</h1>${day}`
}

/** Bytes of the source that are not in any span; `head` stands where the first began. */
function withoutSpans(source: string, spans: readonly Span[], head: string): string {
  let [at, text] = [0, '']
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start >= at) text += source.slice(at, start) + (at === 0 ? head : '')
    at = Math.max(at, end)
  }
  return text + source.slice(at)
}

export async function keptPages(rooms: Rooms, run: Run): Promise<readonly Kept[]> {
  const all: Kept[] = []
  for (const { capture, page, depth } of rooms.store.pages(run.id)) {
    const body = capture.record === null ? null : (await rooms.archive.read(capture.record)).body
    const source =
      body === null || page.file ? null : decodeBody(body, contentTypeOf(capture.headers)).text
    all.push({ capture, page, depth, source })
  }
  return all
}
