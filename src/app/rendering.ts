/**
 * The second look of a run in the browser: which of its pages, through which client, within which bounds. Choosing and
 * rendering are crawl's; the site view prefers what was rendered.
 */
import { HttpClient } from '#crawl/http-client'
import { chooseTargets, renderPass } from '#crawl/render-pass'
import { Scope } from '#crawl/scope'
import type { ScanTask } from '#jobs/scan'
import type { BrowserDoor } from './browsing.ts'
import { type Context, userAgent } from './host.ts'
import type { Rooms } from './rooms.ts'
import type { Reach } from './scanning.ts'

/** Longest a page may take, milliseconds. */
const PAGE_MS = 30_000

/** Renders what the stored pages of the run call for; without a browser, nothing. A resumed run goes on. */
export async function renderRun(
  context: Context,
  rooms: Rooms,
  { run, portal }: ScanTask,
  reach: Reach,
  browsers: BrowserDoor,
  stop: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const { store, archive, reader } = rooms
  const { clock, settings, terminal } = context
  const scope = new Scope(portal)
  const seen = new Set<string>()
  for (const capture of store.captures(run.id)) {
    if (capture.via === 'browser') seen.add(capture.url)
  }
  const pages = [...store.pages(run.id)].filter(
    ({ capture, page }) =>
      capture.via === 'http' &&
      capture.status < 400 &&
      capture.bytes > 0 &&
      page.blocked === null &&
      scope.ownsHost(page.url),
  )
  const { maxShells, maxTemplates } = settings.browser
  const all = chooseTargets(pages, { maxShells, maxTemplates, axe: true })
  const targets = all.filter((target) => !seen.has(target.url))
  if (targets.length === 0) return
  const browser = await browsers.open()
  if (browser === null || stop.aborted) return
  const client = new HttpClient({
    userAgent: userAgent(context),
    allowPrivate: reach.allowPrivate,
    resolve: reach.resolve,
    timeoutMs: run.budget.timeoutMs,
    clock,
  })
  try {
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
  } finally {
    await client.close()
  }
}
