/**
 * Text of the files that judgement wants (annual reports and what they attach), read from the archive once and kept with
 * the page reading. Which files came whole was decided by the crawl (`required-document`); nothing is fetched here.
 */
import type { StoredCapture } from '#model/capture'
import type { Page } from '#model/page'
import type { Run } from '#model/run'
import { createAttachmentReader } from './attachments.ts'
import type { Rooms } from './rooms.ts'

export async function readReportFiles(
  { store, archive }: Pick<Rooms, 'store' | 'archive'>,
  run: Run,
): Promise<void> {
  const wanted = new Set<string>()
  for (const row of store.frontier(run.id).rows()) {
    if (row.purpose === 'required-document') wanted.add(row.url)
  }
  if (wanted.size === 0) return
  const files: { capture: StoredCapture; page: Page; depth: number }[] = []
  for (const one of store.pages(run.id)) {
    const { capture, page } = one
    const isFile = page.kind.value === 'file' && page.file === undefined
    if (isFile && wanted.has(capture.url) && !capture.truncated) files.push(one)
  }
  if (files.length === 0) return
  const reader = createAttachmentReader()
  try {
    for (const { capture, page, depth } of files) {
      if (capture.record === null) continue
      const { body } = await archive.read(capture.record)
      const file = await reader.read(body)
      store.saveCaptures([{ capture, page: { ...page, file }, depth }])
    }
  } finally {
    await reader.close()
  }
}
