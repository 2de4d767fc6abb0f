/** Small sites written in a test: path → HTML, read by the real page reader and put together as a run would. */
import { ownLabels } from '#app/rooms'
import { loadLexicon } from '#catalog/lexicon'
import type { AttachmentText } from '#model/attachment'
import type { Capture, StoredCapture } from '#model/capture'
import type { Lexicon } from '#model/lexicon'
import type { FrontierRow } from '#model/ports'
import type { SiteView } from '#model/site-view'
import { createPageReader } from '#understand/page-reader'
import { buildSiteView } from '#understand/site-view'

const LABELS = ownLabels()

export const HOST = 'http://www.lanhe.example'
const AT = Date.parse('2023-12-10T02:00:00Z')

let shared: Lexicon | null = null
export function lexicon(): Lexicon {
  shared ??= loadLexicon('data/lexicon')
  return shared
}

export interface MiniPage {
  readonly html: string
  readonly status?: number
  /** Address the visit ended at, when redirected. */
  readonly endsAt?: string
  readonly depth?: number
  readonly via?: 'http' | 'browser'
  /** The answer is a file that says this. */
  readonly file?: AttachmentText
}

export interface MiniOptions {
  readonly agency?: string
  readonly frontier?: readonly Partial<FrontierRow>[]
  readonly failed?: readonly Capture[]
  readonly asOf?: string
  readonly firstSeen?: ReadonlyMap<string, string>
}

/** Breadth is not crawled: every given page counts as fetched. */
export function miniSite(
  pages: Readonly<Record<string, string | MiniPage>>,
  options: MiniOptions = {},
): SiteView {
  const reader = createPageReader(LABELS)
  const homeUrl = `${HOST}/`
  const read = Object.entries(pages).map(([path, given], i) => {
    const page: MiniPage = typeof given === 'string' ? { html: given } : given
    const url = absolute(path)
    const finalUrl = page.endsAt === undefined ? url : absolute(page.endsAt)
    const status = page.status ?? 200
    const body = new TextEncoder().encode(page.html)
    const capture: StoredCapture = {
      id: `c${i}`,
      run: 'r',
      url,
      at: AT + i,
      via: page.via ?? 'http',
      state: 'stored',
      finalUrl,
      redirects: finalUrl === url ? [] : [url],
      status,
      headers: [],
      sha256: `s${i}`,
      bytes: body.length,
      remoteAddress: null,
      truncated: false,
      blocked: status === 412 ? { by: 'challenge-412', because: '返回 412 校验页' } : null,
      remarks: [],
      record: null,
    }
    const contentType = 'text/html; charset=utf-8'
    const input = { url: finalUrl, body, contentType, status, truncated: false, homeUrl }
    const answered =
      page.file === undefined
        ? reader.read(input)
        : {
            ...reader.read({ ...input, contentType: 'application/zip' }),
            kind: { value: 'file' as const, sureness: 1, because: '测试' },
            file: page.file,
          }
    return { capture, page: answered, depth: page.depth ?? (path === '/' ? 0 : 1) }
  })
  return buildSiteView(
    {
      run: { id: 'r', startedAt: AT, finishedAt: AT },
      agency: {
        id: 'a',
        name: options.agency ?? '蓝河市林业局',
        group: null,
        attributes: [],
      },
      portal: {
        id: 'p',
        agencyId: 'a',
        name: `${options.agency ?? '蓝河市林业局'}网站`,
        siteCode: null,
        homeUrl,
        platformUrl: null,
        extraUrls: [],
        tags: [],
      },
      asOf: options.asOf ?? '2023-12-10',
      pages: read,
      captures: [...read.map(({ capture }) => capture), ...(options.failed ?? [])],
      frontier: (options.frontier ?? []).map((row) => ({
        purpose: 'rest',
        depth: 1,
        from: null,
        host: 'www.lanhe.example',
        state: 'queued',
        reason: null,
        capture: null,
        attempts: 0,
        ...row,
        url: absolute(row.url ?? '/'),
      })),
      probes: [],
      firstSeen: options.firstSeen ?? new Map(),
    },
    lexicon(),
    LABELS,
  )
}

export function absolute(path: string): string {
  return path.startsWith('http') ? path : `${HOST}${path}`
}

type Link = readonly [href: string, text: string]
const anchor = ([href, text]: Link): string => `<a href="${href}">${text}</a>`

export const MENU: readonly Link[] = [
  ['/', '首页'],
  ['/jgzn/', '机构职能'],
  ['/tzgg/', '通知公告'],
  ['/xxgk/', '政府信息公开'],
]

/** A page of the usual shape: menu, breadcrumb, heading, body, box of latest news, footer. */
export function html(parts: {
  readonly menu?: readonly Link[]
  readonly trail?: readonly Link[]
  readonly heading?: string
  readonly body: string
  readonly tags?: Readonly<Record<string, string>>
  readonly box?: readonly Link[]
}): string {
  const tags = Object.entries(parts.tags ?? {})
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')
  const trail = parts.trail
    ? `<div class="position">当前位置：${[['/', '首页'] as const, ...parts.trail].map(anchor).join(' &gt; ')}</div>`
    : ''
  const box = parts.box
    ? `<div class="side"><h3>最新发布</h3><ul>${parts.box.map((link) => `<li>${anchor(link)}<span>2023-12-01</span></li>`).join('')}</ul></div>`
    : ''
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${parts.heading ?? '蓝河市林业局'}</title>${tags}</head><body>
<div class="header"><div class="nav"><ul>${(parts.menu ?? MENU).map((link) => `<li>${anchor(link)}</li>`).join('')}</ul></div></div>
${trail}<div class="main"><h2>${parts.heading ?? ''}</h2>${parts.body}</div>${box}
<div class="footer"><p>网站标识码：4201000009</p></div></body></html>`
}

/** Rows of a list: [href, title, printed day or '']. */
export function list(rows: readonly (readonly [string, string, string])[]): string {
  const items = rows.map(
    ([href, title, day]) =>
      `<li><a href="${href}">${title}</a>${day === '' ? '' : `<span>${day}</span>`}</li>`,
  )
  return `<ul class="list">${items.join('')}</ul>`
}

/** An article page with its day in the usual line. */
export function article(
  title: string,
  day: string | null,
  body: string,
  trail: readonly Link[] = [],
): string {
  const line = day === null ? '' : `<p class="info">发布时间：${day}　来源：蓝河市林业局</p>`
  return html({
    trail: [...trail, ['#', '正文']],
    body: `<h1>${title}</h1>${line}<div class="content"><p>${body}</p></div>`,
  })
}

export function news(
  count: number,
  newest: string,
  path = '/dt/',
): readonly (readonly [string, string, string])[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(newest) - i * 5 * 86_400_000).toISOString().slice(0, 10)
    return [
      `${path}t${day.replaceAll('-', '')}_${i}.html`,
      `蓝河市林业局第${i + 1}次开展护林防火巡查工作`,
      day,
    ] as const
  })
}
