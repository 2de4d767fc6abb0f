/**
 * What is sent for an address that stands for a list query (base/query-address): the only POSTs this program makes. Two
 * bodies for its three kinds: the JSON that the Epoint list endpoint takes, and the hidden fields of a page's own form with its pager's
 * target or page number, both on the list page's own host, from what the archive holds of that page. Robots, pace, budget and archive
 * are as for every visit.
 */
import { type EpointQuery, type FormQuery, listQueryOf } from '#base/query-address'
import { hostOf, normalizeUrl, pathOf } from '#base/url'
import type { Capture } from '#model/capture'
import { type Page, subjectItems } from '#model/page'
import type { Archive, Frontier, FrontierRow, PageInput, PageReader } from '#model/ports'
import type { Asker } from './asking.ts'
import { headerOf } from './http-client.ts'
import { failedCapture, type Recorder, storedCapture } from './recorder.ts'

/** What list queries need of other rooms; without it none is made. */
export interface ListSources {
  /** A capture by its id. */
  captureAt(id: string): Capture | null
  /** What the pager of this page posts for the part; null where it has no form that may be posted. */
  pagerFields(input: PageInput, query: FormQuery): readonly (readonly [string, string])[] | null
}

export interface ListPost {
  readonly url: string
  readonly body: Uint8Array
  readonly contentType: string
  /** The list page, sent as Referer as its own script does. */
  readonly referer: string
}

/** Remark on the capture of a list part that a POST brought. */
export const LIST_QUERY = 'list-query'

const MAX_SCRIPT_BYTES = 512 * 1024
const ENDPOINT = '/rest/lightfrontaction/getgovinfolist'

interface Parts {
  readonly sources: ListSources | null
  readonly asker: Asker
  readonly archive: Archive
  readonly reader: PageReader
  readonly recorder: Recorder
  readonly frontier: Frontier
  readonly run: string
  readonly homeUrl: string
  /** Reason (Chinese) why robots.txt forbids an address of the row's host, or null. */
  refusal(row: FrontierRow, path: string): Promise<string | null>
}

interface EpointSite {
  readonly guid: string
  /** Path under which the endpoint stands, e.g. `/EWB-FRONT`. */
  readonly project: string
}

export class ListQueries {
  readonly #p: Parts
  readonly #sites = new Map<string, Promise<EpointSite | string>>()

  constructor(parts: Parts) {
    this.#p = parts
  }

  /** The request that the row stands for; a Chinese reason where it cannot or may not be made. */
  async requestFor(row: FrontierRow): Promise<ListPost | string> {
    const query = listQueryOf(row.url)
    if (query === null) return '不认识的列表查询'
    if (this.#p.sources === null) return '本次不查询须提交的列表'
    const post =
      query.kind === 'epoint' ? await this.#epoint(row, query) : await this.#form(row, query)
    if (typeof post !== 'string' && hostOf(post.url) !== row.host)
      return '列表接口不在本站主机上，未查询'
    return post
  }

  async #epoint(row: FrontierRow, query: EpointQuery): Promise<ListPost | string> {
    const script = normalizeUrl(query.script)
    if (script === null || hostOf(script) !== row.host)
      return '列表接口的脚本不在本站主机上，未查询'
    let site = this.#sites.get(script)
    if (site === undefined) {
      site = this.#siteOf(row, script)
      this.#sites.set(script, site)
    }
    const told = await site
    if (typeof told === 'string') return told
    const body = {
      siteGuid: told.guid,
      deptcode: query.department,
      categorynum: query.category,
      pageIndex: query.pageIndex,
      pageSize: query.pageSize,
    }
    return {
      url: `${new URL(query.page).origin}${told.project}${ENDPOINT}`,
      body: Buffer.from(JSON.stringify(body)),
      contentType: 'application/json',
      referer: query.page,
    }
  }

  /** The answer lists the very entries of the page that named it: the server did not turn the page. */
  async repeats(row: FrontierRow, page: Page): Promise<boolean> {
    const before = await this.#named(row)
    if (before === null) return false
    const entries = entriesOf(page)
    return entries !== '' && entries === entriesOf(this.#p.reader.read(before))
  }

  /** Reads `var siteInfo = {"siteGuid": …, "projectName": …}` of the platform's script, once a run. */
  async #siteOf(row: FrontierRow, url: string): Promise<EpointSite | string> {
    const { asker, recorder, frontier, run } = this.#p
    const forbidden = await this.#p.refusal(row, pathOf(url))
    if (forbidden !== null) return `列表接口的脚本没有读取：${forbidden}`
    const visit = await asker.file(url, MAX_SCRIPT_BYTES)
    const id = recorder.captureId(url, visit)
    const record = await recorder.archive(id, visit)
    const capture =
      visit.state === 'answered'
        ? storedCapture(id, run, url, visit, null, record)
        : failedCapture(id, run, url, visit)
    const end = visit.state === 'answered' ? 'fetched' : 'failed'
    const words = '列表接口的脚本'
    frontier.refuse([{ url, purpose: 'rest', depth: row.depth, from: row.from }], end, words)
    await recorder.push({ capture, page: null, depth: row.depth }, (table, captureId) =>
      table.settle(url, end, words, captureId),
    )
    if (visit.state === 'failed') return `列表接口的脚本没有取到：${visit.detail}`
    if (visit.status !== 200) return `列表接口的脚本没有取到：HTTP ${visit.status}`
    const text = new TextDecoder().decode(visit.body)
    const guid = /["']?siteGuid["']?\s*:\s*["']([\w-]{8,64})["']/.exec(text)?.[1]
    // Older editions name only the site, and call the endpoint by its whole path.
    const project =
      /["']?projectName["']?\s*:\s*["'](\/[\w/-]{0,80})["']/.exec(text)?.[1] ??
      /["'](\/[\w-]{1,60})\/rest\/lightfrontaction\//i.exec(text)?.[1] ??
      /["'](\/EWB[\w-]{0,40})\/?["']/i.exec(text)?.[1]
    if (guid === undefined || project === undefined)
      return '列表接口的脚本里没有站点编号（siteGuid）'
    return { guid, project: project.replace(/\/+$/, '') }
  }

  /** The form as the archive holds it on the page that named this part. */
  async #form(row: FrontierRow, query: FormQuery): Promise<ListPost | string> {
    const before = await this.#named(row)
    if (before === null) return '翻页所需的表单没有存档，未提交'
    const fields = this.#p.sources?.pagerFields(before, query) ?? null
    if (fields === null) return '页面上没有可以提交的翻页表单，未提交'
    const words = fields.map((pair) => pair.map((word) => encodeURIComponent(word)).join('='))
    return {
      url: query.page,
      body: Buffer.from(words.join('&').replaceAll('%20', '+')),
      contentType: 'application/x-www-form-urlencoded',
      referer: query.page,
    }
  }

  /** The page that named this part, from the archive. */
  async #named(row: FrontierRow): Promise<PageInput | null> {
    const { sources, recorder, frontier, archive, homeUrl } = this.#p
    // What the page brought may still wait to be stored.
    await recorder.flush()
    const from = row.from === null ? null : frontier.at(row.from)
    const capture = from?.capture ? (sources?.captureAt(from.capture) ?? null) : null
    if (capture?.state !== 'stored' || capture.record === null) return null
    const { body } = await archive.read(capture.record)
    return {
      url: capture.finalUrl,
      body,
      contentType: headerOf(capture.headers, 'content-type'),
      status: capture.status,
      truncated: capture.truncated,
      homeUrl,
    }
  }
}

function entriesOf(page: Page): string {
  return subjectItems(page)
    .map(({ title, url }) => `${title} ${url ?? ''}`)
    .join('\n')
}
