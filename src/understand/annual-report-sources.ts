/**
 * Puts an annual report together from where its pieces stand: the page's own text and tables, and the files attached to
 * it. Each piece comes from the first source that has it, and says which; what gave no text is named with its reason.
 */
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
    sources.push(ofPage(page))
  if (page.kind.value === 'file') addFile(page, page.title ?? page.url, sources, unread)
  for (const attachment of page.attachments) {
    const name = attachment.title || attachment.url
    const file = index.viewAt(attachment.url)?.page ?? null
    if (file === null) {
      if (DOCUMENT.test(attachment.type)) unread.push(`附件“${name}”没有取得`)
    } else if (file.kind.value === 'file' && mayHold(attachment))
      addFile(file, name, sources, unread)
  }
  const content = joinSources(sources, year, pictured)
  return {
    ...(content === null ? {} : { content }),
    ...(unread.length === 0 ? {} : { unread }),
  }
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

/** Null where no source has any part or table. */
export function joinSources(
  sources: readonly ReportSource[],
  year: number,
  pictured: boolean,
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
  const state = (found: unknown): ReportTableState =>
    found !== null ? 'read' : pictured ? 'picture' : 'missing'
  const spoken = worded ?? main
  return {
    source: main.one.source,
    form: year >= FORM_2021 ? '2021' : year >= FORM_2019 ? '2019' : 'none',
    parts: spoken.parts,
    proactive,
    requests,
    disputes: disputes?.cells ?? null,
    disputesPlace: disputes?.place ?? null,
    states: {
      proactive: state(proactive),
      requests: state(requests),
      disputes: state(disputes),
    },
    counts: reportCounts(spoken.one.url, spoken.one.text, spoken.parts),
    truncated: sources.some((one) => one.truncated),
  }
}
