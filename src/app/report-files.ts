/**
 * Text of the files that judgement wants (annual reports and what they attach, lists of persons, papers that rules judge), read
 * from the archive once and kept with the page reading. Which files come whole was decided by the crawl; other attachments
 * are read where they were so small that their probe brought all of them. Nothing is fetched here.
 */
import { PAPER_ADDRESS } from '#base/file-names'
import type { StoredCapture, UrlPurpose } from '#model/capture'
import type { Page } from '#model/page'
import type { Run } from '#model/run'
import { createAttachmentReader } from './attachments.ts'
import { contentTypeOf } from './content-type.ts'
import type { Rooms } from './rooms.ts'

const WHOLE: ReadonlySet<UrlPurpose> = new Set(['required-document', 'name-list', 'paper'])
/** Pictures and films have no text that anybody reads. */
const SHOWN = /^(?:image|video|audio)\//i
const OFFICE = /^application\/(?:vnd\.(?:ms-|openxmlformats)|msword|wps|x-msexcel)/i
const PAGE = /html/i
const LONGEST_LINE = 2000
/** Attachments looked at beside those, in the order in which they were found: each costs a moment. */
const MAX_SMALL = 200

export async function readReportFiles(
  { store, archive, reader }: Pick<Rooms, 'store' | 'archive' | 'reader'>,
  run: Run,
): Promise<void> {
  const wanted = new Map<string, number>()
  let few = MAX_SMALL
  for (const { url, purpose, depth, state } of store.frontier(run.id).rows()) {
    if (WHOLE.has(purpose)) wanted.set(url, depth)
    else if (
      (purpose === 'attachment' || (purpose === 'item' && PAPER_ADDRESS.test(url))) &&
      state === 'fetched' &&
      few-- > 0
    )
      wanted.set(url, depth)
  }
  if (wanted.size === 0) return
  // Pages are no files, and a file that was read needs no second reading.
  const done = new Set<string>()
  const pages: { captureId: string; page: Page; depth: number }[] = []
  for (const { capture, page, depth } of store.pages(run.id)) {
    // An unread file stands in the list twice in the end; the later reading is kept.
    if (page.kind.value !== 'file' || page.file !== undefined) done.add(capture.id)
    pages.push({ captureId: capture.id, page, depth })
  }
  const files: StoredCapture[] = []
  for (const capture of store.captures(run.id)) {
    if (capture.state !== 'stored' || done.has(capture.id) || !wanted.has(capture.url)) continue
    const isWhole = capture.status === 200 && capture.blocked === null && !capture.truncated
    if (isWhole && !SHOWN.test(contentTypeOf(capture.headers) ?? '')) files.push(capture)
  }
  if (files.length === 0) return
  const attachments = createAttachmentReader()
  try {
    for (const capture of files) {
      if (capture.record === null) continue
      const { body } = await archive.read(capture.record)
      const { finalUrl: url, status, truncated } = capture
      const read = (contentType: string | null): Page =>
        reader.read({ url, body, contentType, status, truncated, homeUrl: null })
      const declared = contentTypeOf(capture.headers) ?? ''
      const sniffed = read(null)
      // A web table saved under a workbook's name, which the server too hands out as one.
      const page = sniffed.kind.value !== 'file' && OFFICE.test(declared) ? read(declared) : sniffed
      const kept = { captureId: capture.id, depth: wanted.get(capture.url) ?? 0 }
      // A page in a file's place says so itself; a file without a byte is neither.
      if (page.kind.value !== 'file' && body.length > 0 && OFFICE.test(declared))
        pages.push({ ...kept, page })
      const isLine = page.kind.value !== 'file' && body.length > 0 && body.length <= LONGEST_LINE
      if (page.kind.value !== 'file' && !isLine) continue
      const file = await attachments.read(body)
      // A line of text where a file should be.
      if (isLine && (file.kind !== 'text' || PAGE.test(declared))) continue
      pages.push({ ...kept, page: { ...page, file } })
    }
  } finally {
    await attachments.close()
  }
  store.savePages(run.id, pages)
}
