/**
 * The second look of a run in the browser: which of its pages (also those that checks ask for), through which client,
 * within which bounds. Choosing and rendering are crawl's; the site view prefers what was rendered.
 */

import { shortId } from '#base/hash'
import { queryPart } from '#base/query-address'
import { HttpClient } from '#crawl/http-client'
import { chooseTargets, RENDERED_TYPE, type RenderTarget, renderPass } from '#crawl/render-pass'
import type { RenderWish } from '#engine/render-wishes'
import type { ScanTask } from '#jobs/scan'
import type { StoredCapture } from '#model/capture'
import { keepPage } from '#model/kept-page'
import type { Browser, Store } from '#model/ports'
import { Scope } from '#model/scope'
import type { BrowserDoor } from './browsing.ts'
import { type Context, userAgent } from './host.ts'
import { pagesWished } from './judging.ts'
import type { Rooms } from './rooms.ts'
import type { Reach } from './scanning.ts'

/** Longest a page may take, milliseconds. */
const PAGE_MS = 30_000

/**
 * Renders what the stored pages of the run call for, then what checks ask for before they claim an absence; without a
 * browser, nothing. A resumed run goes on.
 */
export async function renderRun(
  context: Context,
  rooms: Rooms,
  task: ScanTask,
  reach: Reach,
  browsers: BrowserDoor,
  stop: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const { run } = task
  const { clock, settings } = context
  const { maxShells, maxTemplates, maxWished } = settings.browser
  const pages = ownPages(rooms, task)
  const all = chooseTargets(pages, { maxShells, maxTemplates, axe: true })
  if (all.length === 0) return
  const browser = await browsers.open()
  if (browser === null || stop.aborted) return
  const client = new HttpClient({
    userAgent: userAgent(context),
    allowPrivate: reach.allowPrivate,
    resolve: reach.resolve,
    timeoutMs: run.budget.timeoutMs,
    clock,
  })
  const shown = shownPages(rooms.store, run.id)
  const pass = (targets: readonly RenderTarget[]): Promise<void> =>
    render(context, rooms, task, { browser, client, stop, onProgress }, targets)
  try {
    await pass(all.filter((target) => !shown.has(target.url)))
    if (stop.aborted || maxWished === 0) return
    const known = new Set(pages.map(({ page }) => page.url))
    const wishes = pagesWished(rooms, settings, { ...task, now: clock.now() })
      .filter((wish) => known.has(wish.url))
      .slice(0, maxWished)
    const open = await readAgain(rooms, task, wishes)
    await pass(open.map((wish) => ({ ...wish, reread: true, axe: false })))
  } finally {
    await client.close()
  }
}

/** Pages of the portal itself that came over HTTP and can be shown. */
function ownPages({ store }: Rooms, { run, portal }: ScanTask) {
  const scope = new Scope(portal)
  return [...store.pages(run.id)].filter(
    ({ capture, page }) =>
      capture.via === 'http' &&
      capture.status < 400 &&
      capture.bytes > 0 &&
      page.blocked === null &&
      scope.ownsHost(page.url) &&
      queryPart(capture.url) === '',
  )
}

/** Addresses that were shown in a browser, with the capture. */
function shownPages(store: Store, run: string): ReadonlyMap<string, StoredCapture> {
  const shown = new Map<string, StoredCapture>()
  for (const capture of store.captures(run)) {
    if (capture.via === 'browser' && capture.state === 'stored') shown.set(capture.url, capture)
  }
  return shown
}

/** Wished pages that were shown for another reason are read from the archive; what is left must be shown yet. */
async function readAgain(
  { store, archive, reader }: Rooms,
  { run, portal }: ScanTask,
  wishes: readonly RenderWish[],
): Promise<readonly RenderWish[]> {
  const shown = shownPages(store, run.id)
  const open: RenderWish[] = []
  for (const wish of wishes) {
    const capture = shown.get(wish.url)
    if (capture === undefined || capture.record === null) {
      open.push(wish)
      continue
    }
    const { body } = await archive.read(capture.record)
    const page = reader.read({
      url: capture.finalUrl,
      body,
      contentType: RENDERED_TYPE,
      status: capture.status,
      truncated: capture.truncated,
      homeUrl: portal.homeUrl,
    })
    const id = shortId(capture.id, 'reread')
    store.saveCaptures([{ capture: { ...capture, id }, page: keepPage(page), depth: wish.depth }])
  }
  return open
}

interface Showing {
  readonly browser: Browser
  readonly client: HttpClient
  readonly stop: AbortSignal
  readonly onProgress: (done: number, of: number) => void
}

async function render(
  { clock, terminal }: Context,
  { store, archive, reader }: Rooms,
  { run, portal }: ScanTask,
  { browser, client, stop, onProgress }: Showing,
  targets: readonly RenderTarget[],
): Promise<void> {
  if (targets.length === 0) return
  const report = await renderPass(
    targets,
    {
      run: run.id,
      homeUrl: portal.homeUrl,
      delayMs: run.budget.delayMs,
      maxBytesPerBody: run.budget.maxBytesPerBody,
      timeoutMs: PAGE_MS,
      maxTotalBytes: run.budget.maxTotalBytes,
    },
    {
      browser,
      client,
      archive,
      frontier: store.frontier(run.id),
      save: (batch) => store.saveCaptures(batch),
      saveProbes: (probes) => store.saveProbes(probes),
      reader,
      clock,
      signal: stop,
      onProgress,
    },
  )
  terminal.log.debug({ run: run.id, ...report }, '浏览器读取结束')
}
