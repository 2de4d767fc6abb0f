/**
 * Puts an annual report together from where its pieces stand: the page's own text and tables, and the files attached to
 * it. Each piece comes from the first source that has it, and says which; what gave no text is named with its reason.
 */
import { compareForm } from '#base/text'
import type { AnnualReportContent, ReportTableState } from '#model/annual-report'
import type { Attachment, Page } from '#model/page'
import type { PageView } from '#model/site-view'
import { FORM_2021, type ReportSource, reportParts, reportTables } from './annual-report-content.ts'
import { reportCounts } from './annual-report-counts.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

const FORM_2019 = 2019
const DOCUMENT = /^(pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)$/

export interface GatheredReport {
  readonly content?: AnnualReportContent
  readonly unread?: readonly string[]
}

type TableKey = keyof AnnualReportContent['states']
/** Words over a picture that say which table it shows. */
const PICTURED: Readonly<Record<TableKey, RegExp>> = {
  proactive: /主动公开/,
  requests: /申请/,
  disputes: /复议|诉讼/,
}
const ALL_TABLES: readonly TableKey[] = ['proactive', 'requests', 'disputes']

/** `pictured`: pictures stand where the tables belong. */
export function gatherReport(
  index: SiteIndex,
  view: PageView | null,
  year: number,
  pictured: boolean,
): GatheredReport {
  if (view === null) return {}
  const { page } = view
  const sources: ReportSource[] = []
  const unread: string[] = []
  if (isReadable(view) && page.file === undefined && page.text.length > 0)
    sources.push(ofPage(page), ...furtherPages(index, view).map((one) => ofPage(one.page)))
  if (page.kind.value === 'file') addFile(page, page.title ?? page.url, sources, unread)
  for (const attachment of page.attachments) {
    const name = attachment.title || attachment.url
    const opened = index.viewAt(attachment.url)
    if (opened === null) {
      if (DOCUMENT.test(attachment.type)) unread.push(`附件“${name}”没有取得`)
    } else if (opened.page.kind.value === 'file') {
      if (mayHold(attachment)) addFile(opened.page, name, sources, unread)
    } else if (DOCUMENT.test(attachment.type)) addWebFile(opened, name, sources, unread)
  }
  const captions = (page.pictures ?? []).flatMap(({ inBody, caption }) =>
    inBody && caption !== null ? [caption] : [],
  )
  const shown = ALL_TABLES.filter(
    (key) => pictured || captions.some((caption) => PICTURED[key].test(caption)),
  )
  const content = joinSources(sources, year, new Set(shown))
  return {
    ...(content === null ? {} : { content }),
    ...(unread.length === 0 ? {} : { unread }),
  }
}

/** Pages on which an article of several pages goes on (`t2023_1.html` of `t2023.html`), told by link, address and title. */
export function furtherPages(index: SiteIndex, { page }: PageView): readonly PageView[] {
  const stem = page.url.replace(/\.\w+$/, '')
  const title = compareForm(page.title ?? '')
  if (title === '') return []
  return [...new Set(page.links.map((link) => link.url))].flatMap((url) => {
    if (!url.startsWith(stem) || !/^[_-]\d{1,2}\.\w+$/.test(url.slice(stem.length))) return []
    const view = index.viewAt(url)
    if (view === null || !isReadable(view)) return []
    return compareForm(view.page.title ?? '') === title ? [view] : []
  })
}

/** A `.doc` that is a web page inside is read as one; an error page in a document's place has nothing of a report. */
function addWebFile(view: PageView, name: string, sources: ReportSource[], unread: string[]): void {
  const source: ReportSource = { ...ofPage(view.page), source: 'attachment' }
  if (isReadable(view) && reportParts(source).length > 0) sources.push(source)
  else unread.push(`附件“${name}”打开是网页，不像报告`)
}

/** A picture among the attachments is no text that we failed to read. */
function mayHold({ type }: Attachment): boolean {
  return !/^(jpe?g|png|gif|bmp|webp|mp[34])$/.test(type)
}

function ofPage(page: Page): ReportSource {
  const { excerpt: text, length } = page.text
  return {
    url: page.url,
    source: 'html',
    text,
    tables: page.tables ?? [],
    ...(page.tableRows === undefined ? {} : { rowSpans: page.tableRows }),
    truncated: page.truncated || length > text.length,
  }
}

function addFile(page: Page, name: string, sources: ReportSource[], unread: string[]): void {
  const { file } = page
  if (file?.state === 'text')
    sources.push({
      url: page.url,
      source: 'attachment',
      text: file.text,
      tables: file.tables,
      truncated: file.truncated,
    })
  else unread.push(`附件“${name}”${file === undefined ? '没有读' : `：${file.because}`}`)
}

/** Null where no source has any part or table. `pictured`: tables in whose place a picture stands. */
export function joinSources(
  sources: readonly ReportSource[],
  year: number,
  pictured: ReadonlySet<TableKey>,
): AnnualReportContent | null {
  const read = sources.map((one) => ({
    one,
    parts: reportParts(one),
    tables: reportTables(one, year),
  }))
  const first = <T>(pick: (tables: (typeof read)[number]['tables']) => T | null): T | null =>
    read.map(({ tables }) => pick(tables)).find((found) => found !== null) ?? null
  const proactive = first((tables) => tables.proactive)
  const requests = first((tables) => tables.requests)
  const disputes = first((tables) => tables.disputes)
  const worded = read.reduce<(typeof read)[number] | null>(
    (best, next) => (next.parts.length > (best?.parts.length ?? 0) ? next : best),
    null,
  )
  const tabled = read.find(({ tables }) => tables.requests !== null || tables.proactive !== null)
  const main = tabled ?? worded
  if (main === undefined || main === null) return null
  const state = (key: TableKey, found: unknown): ReportTableState =>
    found !== null ? 'read' : pictured.has(key) ? 'picture' : 'missing'
  const spoken = worded ?? main
  const others = read.filter((one) => one !== spoken)
  const parts = [...spoken.parts]
  const counts = [...reportCounts(spoken.one.url, spoken.one.text, spoken.parts)]
  // What one page or file begins another may go on with.
  for (const { one, parts: found } of others) {
    const further = found.filter(({ number }) => parts.every((part) => part.number !== number))
    if (further.length === 0) continue
    parts.push(...further)
    parts.sort((a, b) => a.number - b.number)
    counts.push(...reportCounts(one.url, one.text, further))
  }
  return {
    source: main.one.source,
    form: year >= FORM_2021 ? '2021' : year >= FORM_2019 ? '2019' : 'none',
    parts,
    proactive,
    requests,
    disputes: disputes?.cells ?? null,
    disputesPlace: disputes?.place ?? null,
    states: {
      proactive: state('proactive', proactive),
      requests: state('requests', requests),
      disputes: state('disputes', disputes),
    },
    counts,
    truncated: sources.some((one) => one.truncated),
  }
}
