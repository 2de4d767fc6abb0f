/**
 * Builds small site views for tests of checks out of plain facts. Every page gets a source text, and every place is a
 * real span of it, so that locators can be resolved; what is not said is the ordinary case of a healthy little portal.
 */
import type { AttachmentText } from '#model/attachment'
import { PARTLY_RENDERED, type StoredCapture } from '#model/capture'
import {
  bareFooter,
  type DateConflict,
  type DocumentKey,
  type FooterKey,
  type FooterValue,
  type OfficialTag,
  type Page,
  type PageFurniture,
  type PageItem,
  type PageKind,
  type PageLink,
  type PagePicture,
  type Span,
} from '#model/page'
import type { AxeReading } from '#model/probe'
import type {
  AccessibilityView,
  AnnualReport,
  Column,
  ColumnItem,
  LinkTarget,
  LinkVisit,
  PageView,
  Place,
  SiteView,
} from '#model/site-view'
import { fileOf, TORN } from './file-texts.ts'
import { type LabelSpec, labelParts } from './label-spec.ts'

export const HOME = 'http://lyj.example.gov.cn/'

export function at(path: string): string {
  return new URL(path, HOME).href
}

export interface PageSpec extends LabelSpec {
  readonly kind?: PageKind
  readonly kindSureness?: number
  readonly title?: string
  /** Text of `<title>`; the title where it is left out. */
  readonly headTitle?: string
  readonly headName?: string | null
  /** Field table of a document: what is left out was not printed. */
  readonly document?: Partial<Readonly<Record<DocumentKey, string>>>
  readonly documentDoubts?: Partial<Readonly<Record<DocumentKey, string>>>
  /** Files attached to the page: title and address. */
  readonly attachments?: readonly (readonly [title: string, path: string])[]
  /** The answer is a file that says this; null: one that holds nothing at all. */
  readonly fileText?: string | null
  /** Its tables, where each cell is a line of its own in the text. */
  readonly fileTables?: AttachmentText['tables']
  /** The answer is a package without its end. */
  readonly torn?: true
  /** Transport remarks of the visit. */
  readonly remarks?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
  readonly footer?: Partial<
    Readonly<Record<FooterKey, string | ({ markup: string } & Partial<FooterValue>)>>
  >
  /** Dated entries of the page's subject list: title, day (null = none printed), address. */
  readonly items?: readonly (readonly [title: string, day: string | null, path?: string])[]
  /** Where 更多 beside that list leads. */
  readonly more?: string
  readonly publishedOn?: string
  /** Day of a PubDate tag that is not `publishedOn`. */
  readonly tagDay?: string
  /** Charset that the header declares and the bytes are not in. */
  readonly wrongCharset?: string
  /** The tag's day is the time of generation. */
  readonly tagGenerated?: true
  /** Day in the address that is not `publishedOn`. */
  readonly addressDay?: string
  /** 主办 in other words than the field. */
  readonly sponsorPhrase?: string
  readonly oddSiteCode?: string
  /** 来源 of an article. */
  readonly source?: string
  readonly links?: readonly (readonly [text: string, path: string, area?: PageLink['area']])[]
  readonly guards?: readonly string[]
  /** Entries without a readable address; '' is a picture without words. */
  readonly bare?: readonly string[]
  readonly tabs?: readonly string[]
  /** Links whose address is one of somebody's disk. */
  readonly onDisk?: readonly string[]
  /** Links that lead nowhere. */
  readonly inert?: readonly string[]
  /** Words beside pictures that are no links. */
  readonly pictures?: readonly (string | { inBody: string | null; at?: Partial<PagePicture> })[]
  /** A picture in its body was not there, twice. */
  readonly pictureGone?: true
  /** Further list pages, by address. */
  readonly paging?: readonly string[]
  readonly frames?: readonly string[]
  /** Entry to the accessible version. */
  readonly entry?: string | { readonly markup: string; readonly path?: string }
  readonly depth?: number
  readonly status?: number
  /** The address leads on to another. */
  readonly sentTo?: string
  readonly needsBrowser?: string
  /** A script of the page writes its title. */
  readonly scriptedTitle?: true
  readonly truncated?: boolean
  readonly underConstruction?: string
  readonly writingBox?: string
  readonly fillable?: true
  readonly furniture?: Partial<PageFurniture>
  /** Names in the breadcrumb. */
  readonly above?: readonly string[]
  /** `words` are told from the rest of the page as its main text, the links beside it. */
  readonly body?: true
  /** Further words that stand on the page. */
  readonly words?: readonly string[]
  /** Tables, by rows of cells; their words are not put into the text. */
  readonly tables?: Page['tables']
  /** Messages that the page prints; one without an address is what the page is. */
  readonly messages?: Page['messages']
}

export interface ColumnSpec extends PageSpec {
  readonly topic?: string | null
  readonly topicSureness?: number
  readonly parent?: string
  readonly kindOfColumn?: Column['kind']
  readonly coverage?: string
  readonly dates?: Column['dates']
  readonly empty?: boolean
  /** The column's page was not read. */
  readonly unread?: boolean
  readonly trail?: readonly string[]
  /** Not linked from the home page. */
  readonly unlinked?: boolean
}

const NO_DOCUMENT: Readonly<Record<DocumentKey, null>> = {
  indexNumber: null,
  topic: null,
  issuer: null,
  signedOn: null,
  publishedOn: null,
  title: null,
  documentNumber: null,
  keywords: null,
  validity: null,
}

export interface ExaminedMore {
  /** What the browser did not get. */
  readonly lacking?: string
  readonly entry?: Page['accessibilityEntry']
}

export class SiteViewBuilder {
  readonly #views = new Map<string, PageView>()
  readonly #sources = new Map<string, string>()
  readonly #columns: Column[] = []
  readonly #links: LinkTarget[] = []
  readonly #examined: AccessibilityView[] = []
  #over: Partial<SiteView> = {}
  readonly #extra: {
    annualReports: AnnualReport[]
    collectedReports: AnnualReport[]
    troubles: { url: string; reason: string; capture: string }[]
  } = { annualReports: [], collectedReports: [], troubles: [] }

  constructor(home: PageSpec | null = {}) {
    if (home !== null)
      this.page('/', {
        kind: 'home',
        title: '示例市林业局',
        headName: '示例市林业局',
        depth: 0,
        ...home,
      })
  }

  page(path: string, spec: PageSpec = {}): this {
    const url = at(path)
    const text = new Source()
    const title = spec.title ?? '页面'
    text.put(title)
    const headName = spec.headName === undefined ? '示例市林业局' : spec.headName
    const items: PageItem[] = (spec.items ?? []).map(([name, day, itemPath]) => ({
      title: name,
      url: itemPath === undefined ? null : at(itemPath),
      publishedOn: day === null ? null : readingOf(day),
      at: text.put(name),
    }))
    const links: PageLink[] = (spec.links ?? []).map(([words, target, area]) => ({
      url: at(target),
      text: words,
      title: null,
      area: area ?? 'nav',
      how: 'href',
      ...(spec.guards?.includes(words) ? { guarded: true } : {}),
      at: text.put(words === '' ? `<a href="${target}"></a>` : words),
    }))
    const bareOf = (words: string, more: object) => ({ text: words, at: text.put(words), ...more })
    const construction = spec.underConstruction
    const excerpt = [title, ...(spec.words ?? [])].join('\n')
    const spans = (spec.words ?? []).map((words) => text.put(words))
    const [from, to] = [spans[0]?.[0], spans.at(-1)?.[1]]
    const isBody = spec.body === true && from !== undefined && to !== undefined
    const headTitle = spec.headTitle ?? title
    if (headTitle !== title && headTitle !== '') text.put(`<title>${headTitle}</title>`)
    for (const value of Object.values(spec.document ?? {})) text.put(value)
    const { tagDay, tagGenerated, addressDay, sponsorPhrase, oddSiteCode, fileText } = spec
    const pubDate = text.put(tagDay === undefined ? '' : `<meta content="${tagDay}">`)
    const tags = Object.entries(spec.tags ?? {}).map(([name, content]): OfficialTag => {
      return { name, content, at: text.put(`<meta name="${name}" content="${content}">`) }
    })
    // What a PubDate tag alone tells is told there.
    const dayAt = tags.find(({ name }) => name === 'PubDate')?.at ?? null
    const page: Page = {
      url,
      template: 't',
      ...(fileText === undefined
        ? {}
        : { file: { ...fileOf(fileText, text), tables: spec.fileTables ?? [] } }),
      ...(spec.torn ? { file: TORN } : {}),
      ...conflictsOf(tagDay, tagGenerated, addressDay, pubDate),
      ...shownIn(text, { sponsorPhrase, oddSiteCode }),
      ...(spec.messages === undefined ? {} : { messages: spec.messages }),
      charset: {
        name: 'utf-8',
        because: 'header',
        ...(spec.wrongCharset === undefined
          ? {}
          : { contradicted: { label: spec.wrongCharset, where: '响应头' } }),
      },
      kind: { value: spec.kind ?? 'other', sureness: spec.kindSureness ?? 0.95, because: '测试' },
      title,
      headTitle,
      publishedOn: spec.publishedOn ? { ...readingOf(spec.publishedOn), at: dayAt } : null,
      source: spec.source ?? null,
      trail: spec.above ?? [],
      officialTags: tags,
      footer: { ...bareFooter(), ...footerOf(spec.footer ?? {}, text) },
      accessibilityEntry: entryOf(spec.entry, text),
      lists:
        items.length === 0
          ? []
          : [
              {
                heading: title,
                moreUrl: spec.more === undefined ? null : at(spec.more),
                items,
                subject: true,
                at: [0, text.length],
              },
            ],
      paging: pagingOf(spec.paging ?? []),
      document: spec.document === undefined ? null : { ...NO_DOCUMENT, ...spec.document },
      ...(spec.documentDoubts === undefined ? {} : { documentDoubts: spec.documentDoubts }),
      attachments: (spec.attachments ?? []).map(([words, target]) => ({
        url: at(target),
        title: words,
        type: target.slice(target.lastIndexOf('.') + 1),
        at: text.put(words),
      })),
      ...furnitureOf(spec.furniture),
      frames: (spec.frames ?? []).map(at),
      links,
      bareEntries: [
        ...(spec.bare ?? []).map((words) => bareOf(words, {})),
        ...(spec.tabs ?? []).map((words) => bareOf(words, { panel: text.put(words) })),
        ...(spec.inert ?? []).map((words) => bareOf(words, { inert: true })),
        ...(spec.onDisk ?? []).map((words) => bareOf(words, { onDisk: true })),
      ],
      pictures: (spec.pictures ?? []).map((picture) => {
        const inBody = typeof picture !== 'string'
        const caption = inBody ? picture.inBody : picture
        const more = inBody ? picture.at : {}
        const shown = text.put(`${more?.url ?? more?.onDisk ?? ''}${caption ?? '<img>'}`)
        return { url: null, alt: null, caption, inBody, ...more, at: shown }
      }),
      ...(spec.pictureGone
        ? {
            gonePictures: [
              { url: at('/g.png'), alt: null, caption: null, inBody: true, at: [0, 1] },
            ],
          }
        : {}),
      needsBrowser: { value: spec.needsBrowser !== undefined, because: spec.needsBrowser ?? '' },
      ...(spec.scriptedTitle === undefined ? {} : { scriptedTitle: spec.scriptedTitle }),
      blocked: null,
      text: { length: excerpt.length, excerpt, at: isBody ? [from, to] : null },
      ...(spec.tables === undefined ? {} : { tables: spec.tables }),
      ...labelParts(spec, (words) => text.put(words)),
      textHash: title,
      underConstruction:
        construction === undefined ? null : { quote: construction, at: text.put(construction) },
      ...(spec.writingBox === undefined
        ? {}
        : { writingBox: { quote: spec.writingBox, at: text.put(spec.writingBox) } }),
      ...(spec.fillable === undefined ? {} : { fillable: spec.fillable }),
      headName: headName === null ? null : { value: headName, how: 'text', at: text.put(headName) },
      truncated: spec.truncated ?? false,
    }
    this.#sources.set(url, text.all)
    this.#views.set(url, {
      page,
      capture: {
        ...captureOf(url, spec.status ?? 200, spec.remarks),
        ...(spec.sentTo === undefined ? {} : { finalUrl: at(spec.sentTo) }),
      },
      depth: spec.depth ?? 1,
    })
    return this
  }

  /** A column with its page (unless `unread` or not local); entries come from `items`. */
  column(name: string, path: string, spec: ColumnSpec = {}): this {
    const url = at(path)
    const kind = spec.kindOfColumn ?? 'local'
    if (kind === 'local' && spec.unread !== true && !this.#views.has(url))
      this.page(path, { kind: 'listing', title: name, ...spec })
    const items = this.#itemsOf(url)
    const dated = items.filter((item) => item.publishedOn !== null)
    const newest = dated.sort((a, b) =>
      (a.publishedOn?.value ?? '') < (b.publishedOn?.value ?? '') ? 1 : -1,
    )[0]
    const id = `c${this.#columns.length + 1}`
    const parent = this.#columns.find((column) => column.name === spec.parent)
    if (parent) this.#replace(parent.id, { children: [...parent.children, id] })
    this.#columns.push({
      id,
      name,
      topic:
        spec.topic === undefined || spec.topic === null
          ? null
          : { value: spec.topic, sureness: spec.topicSureness ?? 0.95, because: '名称相符' },
      trail: spec.trail ?? (parent ? [parent.name, name] : [name]),
      url,
      parent: parent?.id ?? null,
      children: [],
      kind,
      coverage: spec.coverage === undefined ? 'complete' : 'partial',
      coverageBecause: spec.coverage ?? null,
      items: this.#itemsOf(url),
      firstPageItems: items.length,
      newest: newest?.publishedOn
        ? { value: newest.publishedOn.value, because: '列表', place: newest.place }
        : null,
      dates: spec.dates ?? (newest ? 'printed' : 'none'),
      empty: spec.empty ?? false,
      underConstruction: spec.underConstruction !== undefined,
      place: this.#views.has(url) ? this.cite(path, name) : { url, at: null, quote: name },
      linkedFrom: spec.unlinked === true ? [] : [this.link(name)],
    })
    return this
  }

  /** A link target with its visits; the words stand on the pages that carry it. */
  target(
    path: string,
    visits: readonly (number | Exclude<LinkVisit, { state: 'stored' }>['reason'])[],
    more: {
      from?: string
      text?: string
      external?: boolean
      blocked?: string
      attachment?: boolean
      area?: PageLink['area']
      missing?: true
      empty?: true
      movedTo?: string
    } = {},
  ): this {
    const words = more.text ?? '链接'
    const carrier = more.from ?? '/'
    // The page that was read, where there is one, is what the last visit brought.
    const read = this.#views.get(at(path))?.capture.id
    const made = visits.map(
      (visit, index): LinkVisit =>
        typeof visit === 'number'
          ? {
              state: 'stored',
              capture: (index === visits.length - 1 ? read : undefined) ?? `v${index}`,
              at: index,
              status: visit,
              blocked: more.blocked ?? null,
              ...(more.missing === undefined ? {} : { missing: more.missing }),
              ...(more.empty === undefined ? {} : { empty: more.empty }),
              ...(more.movedTo === undefined ? {} : { movedTo: more.movedTo }),
            }
          : { state: 'failed', capture: `v${index}`, at: index, reason: visit },
    )
    const place =
      words === '' ? this.cite(carrier, `<a href="${path}"></a>`) : this.cite(carrier, words)
    this.#links.push({
      url: at(path),
      internal: more.external !== true,
      isAttachment: more.attachment === true,
      visit: made.at(-1) ?? null,
      firstVisit: made.length > 1 ? (made[0] ?? null) : null,
      state: made.length === 0 ? 'budget' : 'fetched',
      reason: null,
      from: [{ url: at(carrier), text: words, area: more.area ?? 'nav', at: place.at ?? [0, 0] }],
    })
    return this
  }

  report(
    year: number,
    publishedOn: string | null,
    title = `示例市林业局${year}年政府信息公开工作年度报告`,
    more: Partial<AnnualReport> & { readonly page?: PageSpec; readonly collected?: true } = {},
  ): this {
    const { page, collected, ...reading } = more
    const known = collected ? this.#extra.collectedReports : this.#extra.annualReports
    const path = `/zfxxgk/nb/${year}-${collected ? 'c' : ''}${known.length}.html`
    this.page(path, { kind: 'article', title, depth: 3, ...page })
    known.push({
      year,
      title,
      url: at(path),
      publishedOn: publishedOn === null ? null : readingOf(publishedOn),
      parts: [],
      tables: 'html',
      place: this.cite(path, title),
      ...reading,
    })
    return this
  }

  trouble(path: string, reason: string): this {
    this.#extra.troubles.push({ url: at(path), reason, capture: `t${path}` })
    return this
  }

  /** What axe-core said of a page shown in a browser; its elements stand in the page's source, unless in a frame. */
  examined(path: string, said: Partial<AxeReading> = {}, more: ExaminedMore = {}): this {
    const url = at(path)
    const { page } = this.#views.get(url) ?? {}
    if (!page) throw new Error(`no page ${path}`)
    const capture: StoredCapture = {
      ...captureOf(url, 200),
      id: `browser ${url}`,
      via: 'browser',
      remarks: more.lacking === undefined ? [] : [`${PARTLY_RENDERED}：${more.lacking}`],
    }
    const reading: AxeReading = {
      engine: 'axe-core 测试',
      title: page.headTitle ?? '',
      violations: [],
      incomplete: [],
      passes: 30,
      framesUnread: [],
      ...said,
    }
    this.#examined.push({ url, capture, at: capture.at, reading, entry: more.entry ?? null })
    return this
  }

  /** A menu entry that names a topic but leads nowhere we can read. */
  bareEntry(words: string, topic: string, path = '/'): this {
    const entries = [...(this.#over.bareEntries ?? [])]
    return this.with({
      bareEntries: [...entries, { text: words, topic, place: this.cite(path, words) }],
    })
  }

  /** Facts of the view that have no method of their own. */
  with(change: Partial<SiteView>): this {
    this.#over = { ...this.#over, ...change }
    return this
  }

  /** The place of `quote` on a page; the words are added to the page's source where they do not stand yet. */
  cite(path: string, quote: string): Place {
    const url = at(path)
    const source = this.#sources.get(url)
    if (source === undefined) throw new Error(`no page ${path}`)
    const found = source.indexOf(quote)
    if (found < 0) this.#sources.set(url, `${source}\n${quote}`)
    const start = found < 0 ? source.length + 1 : found
    return { url, at: [start, start + quote.length], quote }
  }

  /** A navigation entry on the home page (on the first page where there is no home page). */
  link(words: string): Place {
    return this.cite('/', words)
  }

  /** Text of an answer that is no page of the portal. */
  keep(url: string, source: string): this {
    this.#sources.set(url, source)
    return this
  }

  source(url: string): string | null {
    return this.#sources.get(url) ?? null
  }

  build(): SiteView {
    const views = this.#views
    const columns = [...this.#columns]
    return {
      run: { id: 'run-1', startedAt: 0, finishedAt: 1 },
      agency: { id: 'a1', name: '示例市林业局', group: null, attributes: [] },
      portal: {
        id: 'p1',
        agencyId: 'a1',
        name: '示例市林业局',
        siteCode: null,
        homeUrl: HOME,
        platformUrl: null,
        extraUrls: [],
        tags: [],
      },
      asOf: '2024-03-20',
      coverage: 'complete',
      coverageBecause: null,
      home: views.get(HOME) ?? null,
      troubles: this.#extra.troubles,
      pages: [...views.values()],
      besidePages: [],
      pageAt: (url) => views.get(url) ?? null,
      counts: { fetched: views.size, rendered: 0, blocked: 0, failed: 0, notVisited: {} },
      columns,
      columnsOf: (topic, least = 0.5) =>
        columns.filter((one) => one.topic?.value === topic && one.topic.sureness >= least),
      annualReports: this.#extra.annualReports,
      collectedReports: this.#extra.collectedReports,
      siteAnnualTables: [],
      leaders: [],
      links: this.#links,
      newMedia: [],
      opinionChannels: [],
      messages: [],
      consultations: [],
      serviceGuides: [],
      sitemap: null,
      unknownColumns: [],
      bareEntries: [],
      accessibility: this.#examined,
      search: { entries: [], usable: false, asked: [] },
      ipv6: [],
      https: null,
      history: { firstSeen: new Map() },
      ...this.#over,
    }
  }

  /** The same site seen in part only: portal, columns and every page cut short. */
  buildPartial(): SiteView {
    const whole = this.build()
    const views = new Map(
      [...this.#views].map(([url, view]) => [
        url,
        { ...view, page: { ...view.page, truncated: true } },
      ]),
    )
    const columns = whole.columns.map(
      (column): Column => ({ ...column, coverage: 'partial', coverageBecause: '达到页数上限' }),
    )
    return {
      ...whole,
      coverage: 'partial',
      coverageBecause: '达到页数上限',
      home: views.get(HOME) ?? null,
      pages: [...views.values()],
      besidePages: [],
      pageAt: (url) => views.get(url) ?? null,
      columns,
      columnsOf: (topic, least = 0.5) =>
        columns.filter((one) => one.topic?.value === topic && one.topic.sureness >= least),
    }
  }

  #itemsOf(url: string): ColumnItem[] {
    const lists = this.#views.get(url)?.page.lists ?? []
    return lists.flatMap((list) =>
      list.items.map((item) => ({
        title: item.title,
        url: item.url,
        publishedOn: item.publishedOn,
        firstSeen: null,
        place: { url, at: item.at, quote: item.title },
      })),
    )
  }

  #replace(id: string, change: Partial<Column>): void {
    const index = this.#columns.findIndex((column) => column.id === id)
    const column = this.#columns[index]
    if (column) this.#columns[index] = { ...column, ...change }
  }
}

/** A page's source while it is written: one line a fact, every line's span known. */
class Source {
  #text = ''

  put(line: string): readonly [number, number] {
    const start = this.#text.length
    this.#text += `${line}\n`
    return [start, start + line.length]
  }

  get all(): string {
    return this.#text
  }

  get length(): number {
    return this.#text.length
  }
}

function readingOf(day: string): { value: string; sureness: number; because: string } {
  return { value: day, sureness: 0.98, because: '印在条目旁' }
}

function entryOf(entry: PageSpec['entry'], text: Source): Page['accessibilityEntry'] {
  if (entry === undefined) return null
  if (typeof entry === 'string')
    return { label: entry, url: null, where: 'visible', at: text.put(entry) }
  const url = entry.path === undefined ? null : at(entry.path)
  const where = url === null ? 'markup' : 'visible'
  return { label: entry.markup, url, where, at: text.put(entry.markup) }
}

/** Words of the foot that are none of its fields. */
function shownIn(text: { put(words: string): Span }, given: object): Partial<Page> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, { value, where: 'visible', at: text.put(value) }]],
    ),
  )
}

function furnitureOf(given: PageSpec['furniture']): Pick<Page, 'furniture'> {
  if (given === undefined) return {}
  return { furniture: { leavePrompt: null, floats: [], adverts: [], ...given } }
}

function pagingOf(paths: readonly string[]): Page['paging'] {
  if (paths.length === 0) return null
  const urls = paths.map(at)
  const because = '某家的翻页（读过真实样本）'
  return { pages: urls.length + 1, next: urls[0] ?? null, urls, style: '测试', because }
}

function captureOf(url: string, status: number, remarks: readonly string[] = []): StoredCapture {
  return {
    state: 'stored',
    id: `capture ${url}`,
    run: 'run-1',
    url,
    at: 1_700_000_000_000,
    via: 'http',
    finalUrl: url,
    redirects: [],
    status,
    headers: [],
    sha256: 'a'.repeat(64),
    bytes: 1,
    remoteAddress: null,
    truncated: false,
    blocked: null,
    remarks,
    record: null,
  }
}

function footerOf(
  given: NonNullable<PageSpec['footer']>,
  text: Source,
): Partial<Record<FooterKey, FooterValue>> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      if (typeof value === 'string') return [key, { value, where: 'visible', at: text.put(value) }]
      const { markup, ...shown } = value
      return [key, { value: markup, where: 'markup', ...shown, at: text.put(markup) }]
    }),
  )
}

function conflictsOf(
  tagDay: string | undefined,
  generated: true | undefined,
  addressDay: string | undefined,
  at: Span,
): Pick<Page, 'dateConflicts'> {
  const because = '测试'
  const made = generated ? { generated } : {}
  const tag = tagDay && { from: 'tag' as const, value: tagDay, ...made, because, at, quote: tagDay }
  const day = { value: addressDay ?? '', because, at: null, quote: addressDay ?? '' }
  const address = addressDay && { from: 'address' as const, ...day }
  const dateConflicts: DateConflict[] = [tag, address].filter((one) => typeof one === 'object')
  return dateConflicts.length === 0 ? {} : { dateConflicts }
}
