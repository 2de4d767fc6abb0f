/**
 * The files of an archive as documents of their own: portals put the reports of all their units up in one ZIP. Gives the title
 * and the text of each; which of them are reports, and whose, is annual-reports'.
 */
import type { AttachmentText } from '#model/attachment'
import type { ReportSource } from './annual-report-content.ts'
import type { SiteDocument } from './site-documents.ts'
import type { SiteIndex } from './site-index.ts'
import { organIn } from './titles.ts'

export interface ZippedFile {
  /** Its name without folders and type. */
  readonly title: string
  /** Address of the archive. */
  readonly url: string
  /** Null where it gave no text. */
  readonly source: ReportSource | null
}

/** Files of the archives that a document is or attaches, in their order. */
export function zippedFiles(index: SiteIndex, document: SiteDocument): readonly ZippedFile[] {
  const urls = [document.url, ...(document.view?.page.attachments ?? []).map(({ url }) => url)]
  return [...new Set(urls)].flatMap((url) => {
    const file = index.viewAt(url)?.page.file
    return file?.inside === undefined ? [] : filesOf(url, file)
  })
}

function filesOf(url: string, { text, tables, inside = [] }: AttachmentText): ZippedFile[] {
  let from = 0
  let firstTable = 0
  const begins = inside.map(({ name, tables: count }) => {
    const head = count === null ? -1 : text.indexOf(`【${name}】`, from)
    if (head >= 0) from = head + name.length
    return head
  })
  return inside.map(({ name, tables: count }, at) => {
    const title = titleOf(name)
    const head = begins[at] ?? -1
    const own = tables.slice(firstTable, firstTable + (count ?? 0))
    firstTable += count ?? 0
    if (head < 0) return { title, url, source: null }
    const next = begins.slice(at + 1).find((one) => one >= 0)
    const begin = head + name.length + 2
    const source: ReportSource = {
      url,
      source: 'attachment',
      text: text.slice(begin, next ?? text.length).trim(),
      tables: own,
      // The last one read may have been cut at the cap of the whole.
      truncated: next === undefined && text.length >= CAP,
    }
    return { title, url, source }
  })
}

/** 县教育局/2023年年报.docx: the folder names the unit where the file does not. */
function titleOf(name: string): string {
  const steps = name.split(/[/\\]/)
  const file = steps.at(-1) ?? name
  const folder = steps.at(-2) ?? ''
  const title = file.replace(/\.\w{2,5}$/, '')
  return organIn(title) === null && organIn(folder) !== null ? `${folder}${title}` : title
}

/** Texts so long may have been cut. */
const CAP = 2_000_000
