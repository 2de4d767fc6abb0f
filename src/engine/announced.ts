/**
 * What the pages of the portal announce and do not show: a heading, list, table or cell over nothing, a file that their words
 * send to (报名表详见附件) where they offer none. Only pages read whole speak; what scripts, frames, files or doors that nobody could
 * open may show is left alone.
 */
import { FILE_ADDRESS } from '#base/file-names'
import type { Page, PageVoid } from '#model/page'
import type { PageView, SiteView } from '#model/site-view'
import { entriesOf } from './columns.ts'
import { isReadWhole } from './hollow-pages.ts'
import { furnitureOf } from './page-lines.ts'

/** What is said of each kind, and the subject it goes by. */
const KINDS: Readonly<Record<PageVoid['kind'], readonly [subject: string, what: string]>> = {
  section: ['标题下的内容', '的标题下面是空的，而同级的其他标题下都有内容'],
  list: ['所称的名单和表', '写着“如下”而下面没有所说的内容'],
  table: ['表格的内容', '的表格只有表头或各行的名称，没有内容'],
  cell: ['空着的一格', '有一处空着，而同一表格的其他各行（或并列的其他各项）都填了'],
  pane: ['页签下的内容', '的页签下面是空的'],
  column: ['空着的一栏', '的目录表有一栏大多空着，而其他各栏都填了'],
  file: ['所称的附件', '写着见附件，而页面上没有附件，也没有图表和附件的正文'],
}

/** An answer to a proposal is judged by a check of its own, wherever it is listed. */
export function isProposalAnswer(title: string): boolean {
  return /(?:建议|提案|议案).{0,6}(?:答复|复函|回复)/.test(title)
}

export interface AnnouncedPage {
  readonly title: string
  readonly view: PageView
  readonly told: readonly PageVoid[]
}

export interface AnnouncedGroup {
  readonly subject: string
  readonly what: string
  readonly pages: readonly AnnouncedPage[]
}

/** All that the portal's columns and their entries announce and do not show, by kind; `besides`: addresses of which all is told. */
export function announcedIn(
  site: SiteView,
  besides: ReadonlySet<string | null>,
): readonly AnnouncedGroup[] {
  const columns = site.columns.filter(({ kind }) => kind === 'local')
  const titled = columns.flatMap((column) =>
    [{ title: column.name, url: column.url }, ...entriesOf(site, column)].map(({ title, url }) => ({
      ...{ title, url },
      topic: column.topic?.value,
    })),
  )
  // A blank column is told of as such.
  const blank = new Set(columns.flatMap(({ empty, url }) => (empty ? [url] : [])))
  // What a report announces is judged by the checks of reports.
  const reports = new Set([...site.annualReports, ...site.collectedReports].map(({ url }) => url))
  const pages = new Map<string, AnnouncedPage>()
  for (const { title, url, topic } of titled) {
    const view = url === null ? null : site.pageAt(url)
    if (
      view !== null &&
      !pages.has(view.page.url) &&
      !besides.has(url) &&
      !blank.has(view.page.url) &&
      !reports.has(view.page.url) &&
      !isProposalAnswer(title)
    )
      pages.set(view.page.url, {
        ...{ title, view },
        // What a leader's particulars lack is told where leaders are.
        told: announcedOn(site, view).filter(({ kind }) => kind !== 'cell' || topic !== 'leaders'),
      })
  }
  return Object.entries(KINDS).flatMap(([kind, [subject, what]]) => {
    const bad = [...pages.values()].flatMap((page) => {
      const told = page.told.filter((one) => one.kind === kind)
      return told.length === 0 ? [] : [{ ...page, told }]
    })
    return bad.length === 0 ? [] : [{ subject, what, pages: bad }]
  })
}

function announcedOn(site: SiteView, view: PageView): readonly PageVoid[] {
  const { page } = view
  if (page.kind.value === 'file' || !isReadWhole(view) || page.frames.length > 0) return []
  return (page.voids ?? []).filter(({ kind }) => isOwed(site, view, kind))
}

/** A file may hold the list or the rows. Guides name their elements, and what they say of each is judged by a check of its own. */
function isOwed(site: SiteView, { page }: PageView, kind: PageVoid['kind']): boolean {
  const { attachments, guideElements, links } = page
  if (kind === 'section') return guideElements === undefined
  if (kind === 'cell' || kind === 'column' || kind === 'pane') return true
  const isFile = ({ area, text, url }: Page['links'][number]): boolean =>
    area !== 'nav' &&
    area !== 'footer' &&
    (FILE_WORDS.test(text) || [text, url].some((one) => FILE_ADDRESS.test(one)))
  return attachments.length === 0 && !hasDoors(site, page) && !links.some(isFile)
}

/** Entries below its beginning, none of the home page's or of many columns', that only a script can open or that lead nowhere: where links are, what they were meant for is told. */
function hasDoors(site: SiteView, { bareEntries = [], text }: Page): boolean {
  const frame = furnitureOf(site)
  const from = text.at?.[0] ?? 0
  return bareEntries.some(
    (one) => one.at[0] >= from && one.text.length >= LEAST_DOOR && !frame.has(one.text),
  )
}

const LEAST_DOOR = 4
const FILE_WORDS = /附[件表]|下载/
