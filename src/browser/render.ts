/**
 * One page rendered in one tab: requests answered by the caller, scripts run in every frame, a picture taken.
 * Hostile pages are expected: dialogs are dismissed, popups and downloads closed, time is capped, and whatever a
 * page does ends with a result or with `broken` for the pool to replace the tab.
 */
import type { CDPSession, Browser as Chromium, Frame, Page as Tab } from 'playwright'
import type { RenderedPage, RenderRequest, ServeRequest } from '#model/ports'

export interface Workplace {
  readonly tab: Tab
  readonly cdp: CDPSession
  /** DevTools id of the main frame; asked once, because DevTools answers no more while a request is paused. */
  readonly mainFrame: string
  /** Navigations so far. */
  used: number
  /** The request under way; interception asks it. */
  current: Job | null
  /** The process of the page died; the tab still answers to some calls. */
  crashed: boolean
}

export type RenderOutcome =
  | { readonly kind: 'done'; readonly page: RenderedPage; readonly dirty: boolean }
  | { readonly kind: 'broken'; readonly because: string }

/** Request types that show nothing a check reads and cost a site most. */
const REFUSED_TYPES = new Set(['Media', 'WebSocket', 'EventSource', 'Ping', 'Prefetch'])
/** Largest page height that is photographed whole, in CSS pixels. */
const SAFE_HEIGHT = 8000
const MAX_FRAMES = 30
const INNER_MS = 5000
const QUIET_MS = 400
const MAX_REQUESTS = 400

interface Job {
  readonly serve: ServeRequest
  inFlight: number
  requests: number
  refused: number
  lastActivity: number
  mainStatus: number | null
  remarks: Set<string>
}

const monotonic = (): number => performance.now()

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Opens a tab in a context of its own and puts the interception in place. */
export async function openTab(chromium: Chromium): Promise<Workplace> {
  const context = await chromium.newContext({
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 900 },
  })
  const tab = await context.newPage()
  const cdp = await context.newCDPSession(tab)
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const place: Workplace = {
    tab,
    cdp,
    mainFrame: frameTree.frame.id,
    used: 0,
    current: null,
    crashed: false,
  }
  context.on('page', (popup) => {
    place.current?.remarks.add('页面弹出新窗口，已关闭')
    popup.close().catch(() => undefined)
  })
  tab.on('crash', () => {
    place.crashed = true
  })
  tab.on('dialog', (dialog) => {
    place.current?.remarks.add(`页面弹出对话框：${dialog.message().slice(0, 60)}`)
    dialog.dismiss().catch(() => undefined)
  })
  cdp.on('Fetch.requestPaused', (event) => {
    answer(place, event).catch(() => undefined)
  })
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
  return place
}

interface PausedRequest {
  readonly requestId: string
  readonly resourceType: string
  readonly frameId: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Record<string, string>
    readonly postData?: string
  }
}

async function answer(place: Workplace, event: PausedRequest): Promise<void> {
  const job = place.current
  const { requestId, request } = event
  const refuse = async (): Promise<void> => {
    if (job) job.refused += 1
    await place.cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  }
  if (!job || !/^https?:/.test(request.url)) return refuse()
  if (REFUSED_TYPES.has(event.resourceType)) return refuse()
  job.requests += 1
  if (job.requests > MAX_REQUESTS) {
    job.remarks.add(`请求超过 ${MAX_REQUESTS} 个，其余未取`)
    return refuse()
  }
  job.inFlight += 1
  job.lastActivity = monotonic()
  try {
    const main = event.resourceType === 'Document' && event.frameId === place.mainFrame
    const served = await job.serve({
      url: request.url,
      method: request.method,
      headers: request.headers,
      body: request.postData === undefined ? null : Buffer.from(request.postData),
      type: event.resourceType,
      main,
    })
    if (!served) return await refuse()
    if (main) job.mainStatus = served.status
    await place.cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: served.status,
      responseHeaders: served.headers
        .filter(([name]) => !/^(content-encoding|content-length|transfer-encoding)$/i.test(name))
        .map(([name, value]) => ({ name, value })),
      body: Buffer.from(served.body).toString('base64'),
    })
  } catch {
    await refuse()
  } finally {
    job.inFlight -= 1
    job.lastActivity = monotonic()
  }
}

/** Quiet: nothing asked for `quietMs`, or the time is up. */
async function settle(job: Job, deadline: number, quietMs: number): Promise<void> {
  while (monotonic() < deadline) {
    if (job.inFlight === 0 && monotonic() - job.lastActivity >= quietMs) return
    await pause(Math.min(50, quietMs))
  }
  job.remarks.add('页面在限时内没有静下来，按当时的样子记录')
}

const GONE: RenderOutcome = { kind: 'broken', because: '页面进程已退出' }

function isGone({ tab, crashed }: Workplace): boolean {
  return crashed || tab.isClosed()
}

/** Renders one request in the tab. Never throws: trouble of the page is in the result, trouble of the tab is `broken`. */
export async function renderIn(place: Workplace, request: RenderRequest): Promise<RenderOutcome> {
  const { tab } = place
  const job: Job = {
    serve: request.serve,
    inFlight: 0,
    requests: 0,
    refused: 0,
    lastActivity: monotonic(),
    mainStatus: null,
    remarks: new Set(),
  }
  const deadline = monotonic() + request.timeoutMs
  const left = (): number => Math.max(200, deadline - monotonic())
  place.current = job
  const abort = (): void => {
    tab.close().catch(() => undefined)
  }
  request.signal?.addEventListener('abort', abort, { once: true })
  try {
    if (request.viewport) await tab.setViewportSize(request.viewport)
    let loaded = true
    try {
      await tab.goto(request.url, { waitUntil: 'load', timeout: left() })
    } catch (error) {
      if (isGone(place)) return GONE
      loaded = false
      job.remarks.add(`打开页面未完成：${firstLine(error)}`)
    }
    await settle(
      job,
      Math.min(deadline, monotonic() + request.timeoutMs / 2),
      request.quietMs ?? QUIET_MS,
    )
    const results = []
    for (const script of request.scripts ?? []) {
      results.push(await runInFrames(tab, script.source, script.expression, left(), job))
    }
    const frames = []
    for (const frame of framesOf(tab)) {
      const html = await within(frame.content(), patience(frame, left())).catch(() => null)
      if (html !== null) frames.push({ url: frame.url(), html })
    }
    const screenshot = request.screenshot
      ? await photograph(tab, request.screenshot, left(), job)
      : null
    // Died after it had loaded: nothing was read, and the tab is no use to the next page.
    if (isGone(place)) return GONE
    const page: RenderedPage = {
      url: tab.url(),
      status: job.mainStatus,
      frames,
      results,
      screenshot,
      requests: job.requests,
      refused: job.refused,
      remarks: [...job.remarks],
    }
    return { kind: 'done', page, dirty: !loaded }
  } catch (error) {
    return { kind: 'broken', because: firstLine(error) }
  } finally {
    request.signal?.removeEventListener('abort', abort)
    place.current = null
  }
}

/** Main frame first. A frame that was refused has no address and never answers. */
function framesOf(tab: Tab): readonly Frame[] {
  return tab
    .frames()
    .filter((frame) => frame.parentFrame() === null || /^(https?|about):/.test(frame.url()))
    .slice(0, MAX_FRAMES)
}

/** An inner frame that hangs must not cost the page its time. */
function patience(frame: Frame, ms: number): number {
  return frame.parentFrame() === null ? ms : Math.min(ms, INNER_MS)
}

async function runInFrames(
  tab: Tab,
  source: string,
  expression: string,
  timeoutMs: number,
  job: Job,
): Promise<{ frame: string; value: unknown }[]> {
  const values: { frame: string; value: unknown }[] = []
  for (const frame of framesOf(tab)) {
    try {
      const ms = patience(frame, timeoutMs)
      if (source !== '') await within(frame.evaluate(source), ms)
      const value: unknown = await within(frame.evaluate(expression), ms)
      values.push({ frame: frame.url(), value })
    } catch (error) {
      job.remarks.add(`框架 ${frame.url()} 中脚本未完成：${firstLine(error)}`)
    }
  }
  return values
}

async function photograph(
  tab: Tab,
  wish: NonNullable<RenderRequest['screenshot']>,
  timeoutMs: number,
  job: Job,
): Promise<RenderedPage['screenshot']> {
  const marked =
    wish.mark &&
    (await within(tab.evaluate(FRAME_MARK), timeoutMs)
      .then((value) => value === true)
      .catch(() => false))
  const size = tab.viewportSize() ?? { width: 1366, height: 900 }
  let height = size.height
  let cut = false
  if (wish.area === 'page') {
    const whole = await within(
      tab.evaluate('Math.ceil(document.documentElement.scrollHeight)'),
      timeoutMs,
    ).catch(() => size.height)
    const full = typeof whole === 'number' ? whole : size.height
    cut = full > SAFE_HEIGHT
    height = Math.max(size.height, Math.min(full, SAFE_HEIGHT))
  }
  try {
    const jpeg = await tab.screenshot({
      type: 'jpeg',
      quality: 70,
      timeout: timeoutMs,
      animations: 'disabled',
      ...(wish.area === 'page'
        ? { fullPage: true, clip: { x: 0, y: 0, width: size.width, height } }
        : {}),
    })
    return { jpeg, width: size.width, height, marked, cut }
  } catch (error) {
    job.remarks.add(`截图未成功：${firstLine(error)}`)
    return null
  }
}

/** Runs in the page: frames the cited element and brings it into view; true when it was there and has a size. */
const FRAME_MARK = `(() => {
  const element = document.querySelector('[data-mingcha-mark]')
  if (!element) return false
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  const box = element.getBoundingClientRect()
  if (box.width === 0 || box.height === 0) return false
  const frame = document.createElement('div')
  frame.style.cssText = 'all:initial;position:absolute;pointer-events:none;z-index:2147483647;'
    + 'border:3px solid #d4380d;box-shadow:0 0 0 3px rgba(255,255,255,.9);border-radius:3px;'
    + 'left:' + (box.left + window.scrollX - 5) + 'px;top:' + (box.top + window.scrollY - 5) + 'px;'
    + 'width:' + (box.width + 4) + 'px;height:' + (box.height + 4) + 'px'
  document.documentElement.appendChild(frame)
  return true
})()`

function firstLine(error: unknown): string {
  return (
    (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? ''
  )
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`超过 ${Math.round(ms)} 毫秒`)), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
