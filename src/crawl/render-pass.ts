/**
 * The second look at a few pages, in a browser: pages whose HTTP body is a shell or whose list is written by script,
 * and the pages that accessibility is judged on. Runs after the crawl. The browser asks the network nothing: every
 * request goes through our own client, with the same guard, delay and budget, and is archived. Which pages and why
 * is decided by `chooseTargets`; what the new reading means is `understand`'s and the checks'.
 */
import { sha256, shortId } from '#base/hash'
import { hostOf, normalizeUrl } from '#base/url'
import { PAGE_PART, PARTLY_RENDERED, type StoredCapture } from '#model/capture'
import type { KeptPage } from '#model/kept-page'
import { type Page, subjectItems } from '#model/page'
import type {
  Archive,
  Browser,
  BrowserRequest,
  Clock,
  PageReader,
  RenderedPage,
  ServedResponse,
} from '#model/ports'
import type { Probe } from '#model/probe'
import { axeScript, readAxe } from './accessibility.ts'
import { recogniseBlock } from './block-signs.ts'
import type { Answered, HttpClient } from './http-client.ts'
import { Recorder, type SavedCapture, storedCapture } from './recorder.ts'

export interface RenderTarget {
  readonly url: string
  readonly depth: number
  /** Why, in Chinese; shown with the reading. */
  readonly because: string
  /** The rendered DOM replaces the HTTP reading. */
  readonly reread: boolean
  readonly axe: boolean
}

export interface RenderPassOptions {
  readonly run: string
  readonly homeUrl: string
  readonly delayMs: number
  readonly maxBytesPerBody: number
  readonly timeoutMs: number
  /** Bytes over all requests of the pass. */
  readonly maxTotalBytes: number
}

export interface RenderPassDeps {
  readonly browser: Browser
  readonly client: HttpClient
  readonly archive: Archive
  readonly frontier: ConstructorParameters<typeof Recorder>[2]
  readonly save: (batch: readonly SavedCapture<KeptPage>[]) => void
  readonly saveProbes: (probes: readonly Probe[]) => void
  readonly reader: PageReader
  readonly clock: Clock
  readonly signal: AbortSignal
  onProgress?(done: number, of: number): void
}

export interface RenderPassReport {
  readonly rendered: number
  readonly failed: readonly { readonly url: string; readonly because: string }[]
  readonly bytes: number
}

interface Candidate {
  readonly page: Page
  readonly depth: number
}

/**
 * Pages to render: every shell and every list page that came without entries (nearest to home first, at most
 * `maxShells`), and for accessibility the home page and the page nearest to home of each template.
 */
export function chooseTargets(
  pages: Iterable<Candidate>,
  options: { readonly maxShells: number; readonly maxTemplates: number; readonly axe: boolean },
): readonly RenderTarget[] {
  const sorted = [...pages].sort((a, b) => a.depth - b.depth || (a.page.url < b.page.url ? -1 : 1))
  const targets = new Map<string, RenderTarget>()
  let shells = 0
  for (const { page, depth } of sorted) {
    const shell = page.needsBrowser.value
    const emptyList = page.kind.value === 'listing' && subjectItems(page).length === 0
    if (!(shell || emptyList) || shells >= options.maxShells) continue
    shells += 1
    const because = shell ? page.needsBrowser.because : '列表页的网页源码里没有条目，可能由脚本写出'
    targets.set(page.url, { url: page.url, depth, because, reread: true, axe: false })
  }
  if (options.axe) {
    const templates = new Set<string>()
    for (const { page, depth } of sorted) {
      if (page.kind.value === 'file' || page.kind.value === 'error') continue
      if (templates.has(page.template) || templates.size >= options.maxTemplates) continue
      templates.add(page.template)
      const known = targets.get(page.url)
      targets.set(page.url, {
        url: page.url,
        depth,
        because: known?.because ?? '按模板抽取的无障碍检测页',
        reread: known?.reread ?? false,
        axe: true,
      })
    }
  }
  return [...targets.values()]
}

/** Renders the targets one by one per tab of the browser; a failure of one leaves the others alone. */
export async function renderPass(
  targets: readonly RenderTarget[],
  options: RenderPassOptions,
  deps: RenderPassDeps,
): Promise<RenderPassReport> {
  const pass = new RenderPass(options, deps)
  const failed: { url: string; because: string }[] = []
  let done = 0
  let rendered = 0
  await Promise.all(
    targets.map(async (target) => {
      try {
        if (deps.signal.aborted) return
        const trouble = await pass.render(target)
        if (trouble === null) rendered += 1
        else failed.push({ url: target.url, because: trouble })
      } catch (error) {
        failed.push({
          url: target.url,
          because: error instanceof Error ? error.message : String(error),
        })
      } finally {
        done += 1
        deps.onProgress?.(done, targets.length)
      }
    }),
  )
  await pass.finish()
  return { rendered, failed, bytes: pass.bytes }
}

/** The rendered DOM is archived in this form. */
export const RENDERED_TYPE = 'text/html; charset=utf-8'

/** Parts that decide what a page says and looks like; pictures and fonts do not. */
const SHAPING_TYPES: ReadonlySet<string> = new Set<BrowserRequest['type']>([
  'Document',
  'Script',
  'Stylesheet',
  'XHR',
  'Fetch',
])

/** Nationwide services that add a mark (党政机关, 找错), a share button or count visits: a page lacks nothing else without them. */
const BYSTANDERS =
  /(^|\.)(conac\.cn|zfwzgl\.www\.gov\.cn|zfwzxx\.www\.gov\.cn|kaipuyun\.cn|hm\.baidu\.com|share\.baidu\.com|jiathis\.com|cnzz\.com|umeng\.com|51\.la|google-analytics\.com)$/

function shapesPage({ type, url }: BrowserRequest): boolean {
  return SHAPING_TYPES.has(type) && !BYSTANDERS.test(hostOf(url))
}

/** A protection's refusal or a passing fault of the server says nothing of the site. */
function isAnswer(answer: ServedResponse | null): boolean {
  if (answer === null || answer.status >= 500) return false
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return recogniseBlock({ ...answer, contentType: type ?? null }) === null
}

/** What the page lacked through us or the way is said first, so that nobody claims that it lacks it itself. */
function remarksOf(page: RenderedPage, unanswered: number): readonly string[] {
  const unrest = page.remarks.filter((remark) => UNFINISHED.test(remark))
  if (unanswered === 0 && unrest.length === 0) return page.remarks
  const lacks =
    unanswered === 0
      ? unrest
      : [`${unanswered} 个页面、脚本、样式或数据请求没有取到或没有取全`, ...unrest]
  return [`${PARTLY_RENDERED}：${lacks.join('，')}`, ...page.remarks]
}

/** The browser's own words for a page that was read before it was done. */
const UNFINISHED = /^(打开页面未完成|页面在限时内没有静下来|请求超过)/

class RenderPass {
  readonly #options: RenderPassOptions
  readonly #deps: RenderPassDeps
  readonly #recorder: Recorder
  /** One answer a resource for the whole pass: style sheets and pictures are asked for once. */
  readonly #served = new Map<string, Promise<ServedResponse | null>>()
  readonly #turn = new Map<string, Promise<void>>()
  /** Answers of which only a part came. */
  readonly #cut = new WeakSet<ServedResponse>()
  #bytes = 0

  constructor(options: RenderPassOptions, deps: RenderPassDeps) {
    this.#options = options
    this.#deps = deps
    this.#recorder = new Recorder(
      options.run,
      deps.archive,
      deps.frontier,
      deps.save,
      () => undefined,
    )
  }

  get bytes(): number {
    return this.#bytes
  }

  async finish(): Promise<void> {
    await this.#recorder.flush()
  }

  /** Null when rendered and kept; else why not. */
  async render(target: RenderTarget): Promise<string | null> {
    const { browser, clock, reader, signal } = this.#deps
    const at = clock.now()
    const unanswered = new Set<string>()
    const page = await browser.render({
      url: target.url,
      serve: async (request) => {
        const plain = request.method === 'GET' || request.method === 'HEAD'
        const answer = plain ? await this.#serve(request.url) : null
        const whole = isAnswer(answer) && answer !== null && !this.#cut.has(answer)
        if (shapesPage(request) && !whole) unanswered.add(request.url)
        return answer
      },
      timeoutMs: this.#options.timeoutMs,
      scripts: target.axe ? [await axeScript()] : [],
      signal,
    })
    const main = page.frames[0]
    if (!main || page.status === null) return page.remarks[0] ?? '浏览器没有得到页面'
    if (page.status >= 400) return `HTTP ${page.status}`
    const body = Buffer.from(main.html)
    const block = recogniseBlock({ status: page.status, contentType: RENDERED_TYPE, body })
    if (block !== null) return `被网站防护拦截（${block.because}）`
    const finalUrl = normalizeUrl(page.url) ?? target.url
    const id = shortId(this.#options.run, target.url, String(at), 'browser')
    const headers: [string, string][] = [['Content-Type', RENDERED_TYPE]]
    const record = await this.#deps.archive.append({
      captureId: id,
      run: this.#options.run,
      url: `urn:dom:${finalUrl}`,
      at,
      remoteAddress: null,
      requestLine: 'GET / HTTP/1.1',
      requestHeaders: [],
      statusLine: 'HTTP/1.1 200 OK',
      responseHeaders: headers,
      rawBody: body,
      truncated: false,
    })
    const capture: StoredCapture = {
      id,
      run: this.#options.run,
      url: target.url,
      at,
      via: 'browser',
      state: 'stored',
      finalUrl,
      redirects: [],
      status: page.status,
      headers,
      sha256: sha256(body),
      bytes: body.length,
      remoteAddress: null,
      truncated: false,
      blocked: null,
      remarks: remarksOf(page, unanswered.size),
      record,
    }
    const shown = reader.read({
      url: finalUrl,
      body,
      contentType: RENDERED_TYPE,
      status: page.status,
      truncated: false,
      homeUrl: this.#options.homeUrl,
    })
    if (shown.kind.value === 'error') return `打开的是错误页（${shown.kind.because}）`
    if (shown.text.length === 0 && shown.links.length === 0 && shown.frames.length === 0) {
      return '浏览器里也是空白页'
    }
    const saved = { capture, page: target.reread ? shown : null, depth: target.depth }
    await this.#recorder.push(saved, null)
    const common = { run: this.#options.run, url: target.url, capture: id, at }
    const probes: Probe[] = [
      {
        ...common,
        kind: 'render',
        value: {
          requests: page.requests,
          refused: page.refused,
          remarks: page.remarks,
          because: target.because,
          accessibilityEntry: shown.accessibilityEntry,
        },
      },
    ]
    const axe = target.axe && page.results[0] ? readAxe(page, page.results[0]) : null
    if (axe) probes.push({ ...common, kind: 'axe', value: axe })
    await this.#recorder.flush()
    this.#deps.saveProbes(probes)
    return null
  }

  #serve(url: string): Promise<ServedResponse | null> {
    const normal = normalizeUrl(url)
    if (normal === null) return Promise.resolve(null)
    const known = this.#served.get(normal)
    if (known) return known
    const fetching = this.#fetch(normal)
    this.#served.set(normal, fetching)
    return fetching
  }

  async #fetch(url: string): Promise<ServedResponse | null> {
    if (this.#bytes >= this.#options.maxTotalBytes) return null
    await this.#waitTurn(hostOf(url))
    const visit = await this.#deps.client.visit({
      url,
      maxBytes: this.#options.maxBytesPerBody,
      signal: this.#deps.signal,
    })
    this.#bytes += visit.received
    if (visit.state === 'failed') return null
    await this.#keep(url, visit)
    const answer: ServedResponse = {
      status: visit.status,
      headers: visit.headers,
      body: visit.body,
    }
    if (visit.truncated) this.#cut.add(answer)
    if (visit.redirects.length === 0) return answer
    // The browser must know where it ended: it is told to go there, and finds the answer waiting.
    this.#served.set(visit.finalUrl, Promise.resolve(answer))
    return { status: 302, headers: [['Location', visit.finalUrl]], body: new Uint8Array() }
  }

  async #keep(url: string, visit: Answered): Promise<void> {
    const id = this.#recorder.captureId(url, visit)
    const record = await this.#recorder.archive(id, visit)
    const capture = storedCapture(id, this.#options.run, url, visit, null, record)
    const remarks = capture.state === 'stored' ? [...capture.remarks, PAGE_PART] : []
    await this.#recorder.push({ capture: { ...capture, remarks }, page: null, depth: 99 }, null)
  }

  /** Requests to one host keep the run's delay, however many tabs ask. */
  #waitTurn(host: string): Promise<void> {
    const before = this.#turn.get(host) ?? Promise.resolve()
    const { delayMs } = this.#options
    // Parts of one page are fetched as a visitor's browser would, a little apart; whole pages keep the full delay.
    const gap = Math.min(delayMs, 100)
    this.#turn.set(
      host,
      before.then(() => new Promise<void>((resolve) => setTimeout(resolve, gap))),
    )
    return before
  }
}
