/**
 * Website annual tables (政府网站工作年度报表, 国办函〔2018〕12号) on a portal, by year, and whether the home page itself
 * leads to them. The supervision table (监管年度报表) is another document and left out.
 */
import { isElsewhere } from '#base/place-names'
import type { AnnualTableContent } from '#model/site-annual-table'
import type { Column, Place, SiteAnnualTable } from '#model/site-view'
import { readAnnualTable, type TableSource } from './site-annual-table-form.ts'
import type { SiteDocument } from './site-documents.ts'
import type { SiteIndex } from './site-index.ts'
import { isOwnOrgan, isTitleOf, organIn, plainTitle, yearIn } from './titles.ts'

const TOPIC = 'siteAnnualTable'
const NAMED = /网站.{0,12}(报表|年报|年度报告)|(报表|年报).{0,6}网站/
const YEARLY = /年度|年报|20\d{2}/
const OTHER = /监管|通知|的函|解读|图解|模板|填报/
/** In the tables' own column a bare 2020年度工作报表 is one too. */
const BARE_OR_NAMED = new RegExp(`${NAMED.source}|(年度|工作)报表|年报`)

export function readSiteAnnualTables(
  index: SiteIndex,
  documents: readonly SiteDocument[],
  columns: readonly Column[],
  ownNames: readonly string[],
): readonly SiteAnnualTable[] {
  const own = columns.filter(
    (column) => column.topic?.value === TOPIC && column.topic.sureness >= 0.5,
  )
  const columnKeys = new Set(own.map((column) => index.keyOf(column.url)))
  const tables: SiteAnnualTable[] = []
  for (const document of documents) {
    const title = plainTitle(document.title)
    if (OTHER.test(title) || !YEARLY.test(title)) continue
    // 2025年度工作报表 says what it is in the tables' own column, or where its page holds the form.
    const holdsForm = (): boolean => contentOf(index, document, ownNames).content !== undefined
    if (!isTitleOf(title, BARE_OR_NAMED)) continue
    if (!isTitleOf(title, NAMED) && !document.topics.has(TOPIC) && !holdsForm()) continue
    const organ = organIn(title)
    if (organ !== null && !isOwnOrgan(organ, ownNames)) continue
    const year = yearIn(title) ?? document.under.map(yearIn).find((one) => one !== null) ?? null
    if (year === null) continue
    tables.push({
      year,
      title: document.title,
      url: document.url,
      publishedOn: document.publishedOn,
      onHome: onHome(index, document, columnKeys),
      place: document.place,
      ...contentOf(index, document, ownNames),
    })
  }
  return tables.sort((a, b) => b.year - a.year || (a.url < b.url ? -1 : 1))
}

/** A link on the home page to the table, or to the column that holds it. */
function onHome(
  index: SiteIndex,
  document: SiteDocument,
  columnKeys: ReadonlySet<string>,
): Place | null {
  const home = index.home?.page
  if (home === undefined) return null
  const key = index.keyOf(document.url)
  const direct = home.links.find((link) => index.keyOf(link.url) === key)
  const column = home.links.find((link) => columnKeys.has(index.keyOf(link.url)))
  const link = direct ?? column
  return link === undefined ? null : { url: home.url, at: link.at, quote: link.text }
}

/** From the page itself, else from the first of its files that holds the form. */
function contentOf(
  index: SiteIndex,
  { view }: SiteDocument,
  ownNames: readonly string[],
): { readonly content?: AnnualTableContent } {
  if (view === null) return {}
  const { page } = view
  const files = [page, ...page.attachments.map((one) => index.viewAt(one.url)?.page)]
  const sources: TableSource[] = [
    {
      url: page.url,
      source: 'html',
      text: '',
      tables: page.tables ?? [],
      ...(page.tableRows === undefined ? {} : { rowSpans: page.tableRows }),
    },
    ...files.flatMap((file): TableSource[] =>
      file?.file?.state === 'text'
        ? [{ url: file.url, source: 'attachment', text: file.file.text, tables: file.file.tables }]
        : [],
    ),
    // Written line by line instead of into a grid.
    { url: page.url, source: 'html', text: page.text.excerpt, tables: [] },
  ]
  const isOwn = (name: string): boolean => mayBeOwn(name, ownNames)
  for (const source of sources) {
    const content = readAnnualTable({ ...source, isOwn })
    if (content !== null) return { content }
  }
  return {}
}

const BODY = /(?:政府|局|委员会|委|厅|署|办公[室厅]|办|中心|办事处|街道)(?:门户)?(?:网站?)?$/
const OFFICE = /(?:局|委员会|委|厅|署)$/
/** Bodies that may keep other bodies' sites. */
const KEEPER = /政务|数据|信息|网络|宣传|电子|行政审批/

/** A body is surely another where it has a place of the same kind by another name, or on an office's site the name of another office. */
function mayBeOwn(name: string, ownNames: readonly string[]): boolean {
  if (!BODY.test(name) || isOwnOrgan(name, ownNames)) return true
  const called = ownNames.filter((one) => /\p{Script=Han}/u.test(one))
  const isOffice = called.length > 0 && called.every((one) => OFFICE.test(one))
  if (isOffice && OFFICE.test(name) && !KEEPER.test(name)) return false
  return !isElsewhere(name, called)
}
