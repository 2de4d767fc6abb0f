/**
 * Bytes of one answer → `Page`: the only way into the page-level readers. Decodes, builds the tree once, and lets
 * each reader take its part; bounds the input and never throws, whatever the bytes are.
 */
import { sha256 } from '#base/hash'
import type { Labels } from '#base/labels'
import { plainAddress, searchQueryOf } from '#base/query-address'
import { pathOf } from '#base/url'
import { bareFooter, type Page, type PageLink, type PageList } from '#model/page'
import type { PageInput, PageReader } from '#model/ports'
import { readAccessibilityEntry } from './accessibility-entry.ts'
import { readAnchors } from './anchors.ts'
import { placedTablesIn } from './attachments/html-tables.ts'
import { hasBareBody, hasNoHead, hasPlainBody } from './bare-body.ts'
import { readBareEntries } from './bare-entries.ts'
import { type Decoded, decodeBody } from './charset.ts'
import { readClosing } from './closing.ts'
import { readCountryChoices } from './country-choices.ts'
import { layBare, recordList } from './data-answers.ts'
import { findDates, findYearless } from './dates.ts'
import { readDocument } from './document-fields.ts'
import { entryTest } from './entry-dates.ts'
import { readFooter } from './footer.ts'
import { readFurniture } from './furniture.ts'
import { readGuideElements } from './guide-elements.ts'
import { readHeadMake } from './head-make.ts'
import { readHeadName } from './head-name.ts'
import { readKind, subjectLists } from './kind.ts'
import { readLabelled } from './labelled.ts'
import { readFrames, readLinks, readScriptRedirect } from './links.ts'
import { isNamedElse, namesOf } from './listing-signs.ts'
import { type FoundList, findLists } from './lists.ts'
import { readMainText } from './main-text.ts'
import { isLetter, readMessages } from './messages.ts'
import { readAttachments } from './offered-files.ts'
import { readPaging } from './paging.ts'
import { trsServiceFurther } from './paging-endpoints.ts'
import { epointFurther, gkmlptFurther, isListEndpoint } from './paging-families.ts'
import { readPictures } from './pictures.ts'
import { type PublishedOn, printedDateRank, readPublishedOn } from './published-on.ts'
import { type Regions, readRegions } from './regions.ts'
import { readSearchAnswer } from './search-answer.ts'
import { readSearchForms } from './search-forms.ts'
import {
  isFillable,
  readBlock,
  readNeedsBrowser,
  readUnderConstruction,
  readWritingBox,
} from './signs.ts'
import { readSource } from './source.ts'
import { readMeta } from './tags.ts'
import { baseOf } from './targets.ts'
import { templateOf } from './template.ts'
import { readTitle, SITE_END } from './title.ts'
import { type PageTree, parseTree } from './tree.ts'
import { readUnshown } from './unshown.ts'
import { readVoids } from './voids.ts'

/** Bytes of a body that are read; more than any real page has. */
const MAX_BYTES = 3 * 1024 * 1024

/** `labels`: words by which pages label what the readers look for. */
export function createPageReader(labels: Labels): PageReader {
  return {
    read(input) {
      const file = isListEndpoint(input.url) ? null : fileKind(input)
      if (file !== null) return filePage(input, file)
      try {
        return readPage(input, labels)
      } catch (error) {
        const because = `本程序读不懂此页：${error instanceof Error ? error.message : String(error)}`
        return { ...emptyPage(input), kind: { value: 'other', sureness: 0, because } }
      }
    },
  }
}

function readPage(input: PageInput, labels: Labels): Page {
  const cut = input.body.length > MAX_BYTES
  const decoded = decodeBody(
    cut ? input.body.subarray(0, MAX_BYTES) : input.body,
    input.contentType,
  )
  const endpoint = isListEndpoint(input.url)
  const records = endpoint ? recordList(decoded.text, input.url) : null
  if (records !== null) return recordPage(input, records, decoded)
  const tree = parseTree(endpoint ? layBare(decoded.text) : decoded.text)
  // What the address itself tells is told by the list page's, also for a part that a POST brought.
  const own = plainAddress(input.url)
  const base = baseOf(tree.els, own)
  const meta = readMeta(tree)
  const regions = readRegions(tree)
  const isEdge = (position: number): boolean => tree.isEdge(position)
  const hits = findDates(tree.flat, isEdge)
  const found = findLists(tree, regions, base, hits, findYearless(tree.flat, isEdge))
  const main = readMainText(tree, regions)
  const links = readLinks(tree, regions, found, meta, base)
  const redirect = readScriptRedirect(tree, base)
  if (redirect) {
    links.push({
      url: redirect.url,
      text: '',
      title: null,
      area: 'other',
      how: 'refresh',
      at: redirect.at,
    })
  }
  for (const list of found) {
    // Data of a script has no anchors.
    if (list.container.tag !== 'script') continue
    for (const { url, title, at } of list.items)
      if (url !== null)
        links.push({ url, text: title, title: null, area: 'list', how: 'script', at })
  }
  const mainLength = main.el ? Math.max(0, main.text.length - main.el.linked) : 0
  const facts = { tree, regions, meta, labels, lists: found, url: own, homeUrl: input.homeUrl }
  const asArticle = readTitle(tree, regions, meta, 'article')
  const inEntry = entryTest(tree, found)
  const dateFacts = { tree, regions, meta, labels, hits, inEntry, url: own }
  const printedDate = printedDateRank({ ...dateFacts, titleAt: asArticle.at })
  const messages = readMessages(tree, regions, base, labels)
  const [first] = messages ?? []
  const letter = messages?.length === 1 && first?.url === null && isLetter(first) ? first : null
  const entries = links.filter(({ area }) => area === 'main' || area === 'other')
  const kind = readKind({
    ...facts,
    status: input.status,
    mainLength,
    links: links.length,
    bodyLinks: entries.length,
    entries,
    printedDate,
    inEntry,
    title: asArticle,
    letter: letter?.sure === true,
    messages: messages?.filter(isLetter).length ?? 0,
  })
  const subject = subjectLists(kind.value, found, { tree, regions, meta, mainLength })
  const lists: PageList[] = found.map((list) => ({
    heading: list.heading,
    moreUrl: list.moreUrl,
    items: list.items,
    subject: subject.has(list),
    ...(list.elsewhere ? { elsewhere: true } : {}),
    at: list.at,
  }))
  const items = lists.reduce((sum, list) => sum + (list.subject ? list.items.length : 0), 0)
  // Boxes under the names of other columns say nothing of whether this one is under construction.
  const names = namesOf({ tree, regions, meta, mainLength })
  const others = found.filter((list) => list.elsewhere || isNamedElse(list, names))
  const aside = others.map(({ container }) => [container.from, container.to] as const)
  const foreign = others.reduce((sum, list) => sum + (subject.has(list) ? list.items.length : 0), 0)
  const ownTitle = kind.value === 'article' || kind.value === 'form' || kind.value === 'other'
  // A system's page of one letter is headed 信件详情; the letter has a title.
  const lettered = letter !== null && kind.value === 'article' && asArticle.at === null
  const title = lettered
    ? { title: letter.title ?? asArticle.title, at: null }
    : ownTitle
      ? asArticle
      : readTitle(tree, regions, meta, kind.value, columnHeading(tree, regions, links, subject))
  const { footer, sponsorPhrase, oddSiteCode } = readFooter(tree, regions, base)
  const ownDate =
    kind.value !== 'home' &&
    kind.value !== 'listing' &&
    kind.value !== 'directory' &&
    kind.value !== 'error'
  const dates: PublishedOn = ownDate
    ? readPublishedOn({ ...dateFacts, titleAt: title.at })
    : { on: null, conflicts: [] }
  // An entry address with a breadcrumb is a column of its own, and may have further pages.
  const plainHome = kind.value === 'home' && regions.trail === null
  const paging = plainHome || kind.value === 'article' ? null : readPaging(tree, input.url, base)
  for (const url of paging?.urls ?? []) {
    if (links.length < 20_000)
      links.push({ url, text: '', title: null, area: 'list', how: 'paging', at: [0, 0] })
  }
  const furniture = readFurniture(tree, base)
  const closing = ownDate ? readClosing(tree, regions, dates.on?.value ?? null) : null
  const guide = ownDate ? readGuideElements(tree, regions, labels) : null
  // A column that lists nothing may be one table or one text.
  const told = ownDate || (kind.value === 'listing' && items === 0)
  const labelled = told ? readLabelled(tree, regions) : []
  const isBare = kind.value === 'directory' && items === 0
  const voids = told || isBare ? readVoids(tree, regions) : []
  const searchForms = readSearchForms(tree, { kind, base, charset: decoded.name })
  const fields = ownDate ? readDocument(tree, regions, labels) : null
  const searched = searchQueryOf(input.url)
  const headName = readHeadName(tree, regions, meta, kind.value)
  const isSaid = headName === null || headName.how === 'text'
  const headMake = isSaid ? readHeadMake(tree, regions) : null
  const unshown = readUnshown(tree, main.text.excerpt)
  return {
    url: input.url,
    // Answers of list endpoints are parts of a page and have no template of their own.
    template: isListEndpoint(input.url) ? '' : templateOf(tree),
    charset: charsetOf(decoded),
    kind,
    title: title.title,
    headTitle: tree.headTitle,
    publishedOn: dates.on,
    ...(dates.conflicts.length === 0 ? {} : { dateConflicts: dates.conflicts }),
    source: readSource(tree, regions, meta, kind.value, inEntry),
    trail: regions.trail?.texts ?? [],
    officialTags: meta.tags,
    footer,
    ...(sponsorPhrase === null ? {} : { sponsorPhrase }),
    ...(oddSiteCode === null ? {} : { oddSiteCode }),
    accessibilityEntry: readAccessibilityEntry(tree, base),
    lists,
    paging,
    document: fields?.document ?? null,
    ...(fields?.doubts === undefined ? {} : { documentDoubts: fields.doubts }),
    attachments: readAttachments(tree, regions, base),
    // Cells of two lines (<br>, Word's paragraphs) part the words of the form.
    ...(keepsTables(main.text.excerpt) ? reportTables(tree) : {}),
    ...(furniture === null ? {} : { furniture }),
    frames: readFrames(links, own),
    links,
    ...readAnchors(tree, regions, own),
    bareEntries: readBareEntries(tree, base),
    pictures: readPictures(tree, regions, base),
    needsBrowser: readNeedsBrowser(tree, { items, links: links.length, mainLength }),
    blocked: readBlock(tree, input.status),
    text: main.text,
    ...(unshown.length === 0 ? {} : { unshown }),
    textHash: main.hash,
    writingBox: readWritingBox(tree, regions),
    ...(isFillable(tree, regions) ? { fillable: true as const } : {}),
    ...readCountryChoices(tree),
    ...(messages === null ? {} : { messages }),
    ...(closing === null ? {} : { closing }),
    ...(guide === null
      ? {}
      : guide.weak
        ? { guideHints: guide.named }
        : { guideElements: guide.named }),
    ...(guide === null || guide.loose.length === 0 ? {} : { guideLoose: guide.loose }),
    ...(guide === null || guide.pictured.length === 0 ? {} : { guidePictured: guide.pictured }),
    ...(guide === null || guide.rows.length === 0 ? {} : { guideRows: guide.rows }),
    ...(labelled.length === 0 ? {} : { labelled }),
    ...(voids.length === 0 ? {} : { voids }),
    ...(searchForms === null ? {} : { searchForms }),
    ...(searched === null
      ? {}
      : { searchAnswer: readSearchAnswer(tree, regions, links, searched) }),
    underConstruction: readUnderConstruction(tree, main.range, items - foreign, aside),
    headName,
    ...(headMake === null ? {} : { headMake }),
    ...(hasNoHead(tree, links.length) ? { headless: true as const } : {}),
    ...(tree.scripts.some(({ code }) => /document\.title\s*=(?!=)/.test(code))
      ? { scriptedTitle: true as const }
      : {}),
    ...(hasBareBody(tree, regions, title.title) ? { bareBody: true as const } : {}),
    ...(hasPlainBody(tree, regions, title.title) ? { plainBody: true as const } : {}),
    truncated: cut || tree.cut || input.truncated || endsEarly(decoded.text),
  }
}

/**
 * Old systems give every page the site's name as `<title>` and print no trail: the list's own heading, which the menu has
 * as an entry, names the column then.
 */
function columnHeading(
  tree: PageTree,
  regions: Regions,
  links: readonly PageLink[],
  subject: ReadonlySet<FoundList>,
): string | null {
  const [only] = subject
  const heading = only?.heading ?? null
  if (heading === null || subject.size !== 1 || regions.trail !== null) return null
  if (tree.headTitle !== null && !SITE_END.test(tree.headTitle)) return null
  return links.some(({ text, area }) => area === 'nav' && text === heading) ? heading : null
}

function reportTables(tree: PageTree): Pick<Page, 'tables' | 'tableRows'> {
  const placed = placedTablesIn(tree)
  return { tables: placed.map((one) => one.table), tableRows: placed.map((one) => one.rows) }
}

/**
 * A page that opens `<html>` and closes neither it nor `<body>` was cut on its way (a wrong Content-Length, a proxy's
 * cap), though HTTP called it whole: none of the 917 real pages that we have lacks both.
 */
function endsEarly(text: string): boolean {
  const closing = /<\/(html|body)/i
  // Nearly every page closes in its last lines.
  return !closing.test(text.slice(-2000)) && /<html[\s>]/i.test(text) && !closing.test(text)
}

function charsetOf({ name, because, contradicted }: Decoded): Page['charset'] {
  return { name, because, ...(contradicted === undefined ? {} : { contradicted }) }
}

/** A list that an endpoint gave as bare records: dated entries and nothing else. */
function recordPage(input: PageInput, list: PageList, decoded: Decoded): Page {
  const links = list.items.flatMap(({ url, title, at }): PageLink[] =>
    url === null ? [] : [{ url, text: title, title: null, area: 'list', how: 'href', at }],
  )
  return {
    ...emptyPage(input),
    charset: charsetOf(decoded),
    kind: { value: 'listing', sureness: 0.8, because: '列表接口返回的记录' },
    lists: [list],
    paging:
      gkmlptFurther(decoded.text, input.url, list.items.length) ??
      trsServiceFurther(decoded.text, input.url) ??
      epointFurther(decoded.text, input.url, list.items.length),
    links,
    text: { length: decoded.text.length, excerpt: '', at: null },
  }
}

/** Leaders, units, their targets, accounts and data sets may stand in a table, of which an empty cell tells what is lacking; sums are told by their columns. */
function keepsTables(excerpt: string): boolean {
  const plain = excerpt.replace(/\s+/g, '')
  const forms = [REPORT_FORM, UNITS_HEAD, SETS_HEAD, TARGETS_HEAD, TOTALS, ACCOUNTS_HEAD]
  if (forms.some((form) => form.test(plain))) return true
  return plain.includes('姓名') && /职务|分工|分管/.test(plain)
}

/** The head of a table of new-media accounts. */
const ACCOUNTS_HEAD =
  /(?:账号|帐号|公众号)(?:名称|全称|名)?[\u4e00-\u9fff]{0,12}(?:二维码|平台|类型|主办|主管|运营|单位|状态|更新)|(?:平台|类型|单位|部门)(?:名称)?(?:账号|帐号|公众号)(?:名称|全称|名|主办|主管|运营|单位|状态|二维码|最)/

/** The head of a table of units: the name's cell before that of what is said of them. */
const UNITS_HEAD =
  /(?:机构|单位|部门|[科股处]室|站所|名称)(?:名称|全称)?(?:(?:主要|工作|部门|单位)?(?:职责|职能)|负责人|法定代表人|(?:办公|联系|咨询|受理)(?:地|电话|方式|时间|机构|部门|科室)|地址|电话)/

/** The head of a table of targets, unit by unit (单位, 2026年任务（条）). */
const TARGETS_HEAD =
  /(?:单位|部门|[科处]室|乡镇|镇街|街道|社区)(?:名称)?(?:20\d\d年)?[\u4e00-\u9fff]{0,6}(?:任务|目标|指标|应(?:报|发|完成))[\u4e00-\u9fff]{0,6}[（(]?[条篇]/

/** A row of totals, and the head of the “三公” tables. */
const TOTALS =
  /(?:合计|总计|共计)(?:[（(][^（）()]{0,8}[）)])?[:：]?[¥￥]?[\d—]|因公出国|[共总合]计?[^。]{0,16}\d元/

/** The head of a table of data sets. */
const SETS_HEAD =
  /(?:数据集|数据资源|数据目录|资源|数据|名称?|标题)[\u4e00-\u9fff]{0,20}(?:格式|更新(?:周期|频率|频度))/

/** Words of the tables in annual reports and website annual tables (domain-rules D, E). */
const REPORT_FORM =
  /独立用户访问|网站总访问量|概况类信息更新量|政务动态信息更新量|(?:收到|办结)留言数量|本年新收政府信息|本年制发|处理决定数量|现行有效件?数|对外公开总数量/
const HTML_TYPE = /html|xml|text\/plain/i
const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
/** Plain text that is offered to be kept, not to be looked at. */
const TEXT_FILE = /\.(csv|txt)(?:$|\?)/i

/** Tab, line ends, form feed, and the escape and shifts of stateful charsets. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x0e, 0x0f, 0x1a, 0x1b])

/** Why the answer is a file rather than a page, in Chinese, or null. Magic bytes beat the declared type. */
function fileKind({ body, contentType, url }: PageInput): string | null {
  for (const [name, magic] of MAGIC) {
    if (magic.every((byte, at) => body[at] === byte)) return `文件头为 ${name}`
  }
  const type = (contentType ?? '').split(';')[0]?.trim() ?? ''
  const named = TEXT_FILE.exec(pathOf(url))?.[1]
  if (named !== undefined && !/html|xml/i.test(type) && !startsAsPage(body))
    return `扩展名为 ${named.toLowerCase()}，不是网页`
  if (type === '' || HTML_TYPE.test(type)) {
    const head = body.subarray(0, 1024)
    const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
    return !wide && isBinary(head) ? '内容为二进制' : null
  }
  // A page sent under a wrong type is still a page; what a workbook was saved as, under its own name, is none.
  if (SHEET_FILE.test(pathOf(url)) && OFFICE_TYPE.test(type) && savedAsPage(body))
    return `类型为 ${type}，内容是存成网页的表格`
  return startsAsPage(body) ? null : `类型为 ${type}`
}

const SHEET_FILE = /\.(?:xls|et|doc|wps)(?:$|\?)/i
const OFFICE_TYPE = /^application\/(?:vnd\.ms-|msword|wps|x-msexcel)/i

/** As office programs and exports write it: their own namespace, or a table and nothing that a page of a site has. */
function savedAsPage(body: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(body.subarray(0, 65_536)).toLowerCase()
  if (text.includes('urn:schemas-microsoft-com:office')) return true
  return text.includes('<table') && !/<(?:form|script|a\s|input)/.test(text)
}

function startsAsPage(body: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 512)).trimStart().toLowerCase()
  return /^(<!doctype html|<html|<head|<meta)/.test(start)
}

/** No text in any charset of the web holds many control bytes; compressed or random bytes hold one in eight. */
function isBinary(head: Uint8Array): boolean {
  let zeros = 0
  let controls = 0
  for (const byte of head) {
    if (byte >= 0x20) continue
    if (byte === 0) zeros += 1
    if (!TEXT_CONTROLS.has(byte)) controls += 1
  }
  if (zeros > 4) return true
  return controls >= 4 && controls / head.length > 0.03
}

function filePage(input: PageInput, because: string): Page {
  return {
    ...emptyPage(input),
    kind: { value: input.status >= 400 ? 'error' : 'file', sureness: 0.98, because },
    textHash: sha256(input.body).slice(0, 32),
  }
}

function emptyPage(input: PageInput): Page {
  return {
    url: input.url,
    template: '',
    charset: { name: 'binary', because: '不是文本' },
    kind: { value: 'other', sureness: 0, because: '未读' },
    title: null,
    headTitle: null,
    publishedOn: null,
    source: null,
    trail: [],
    officialTags: [],
    footer: bareFooter(),
    accessibilityEntry: null,
    lists: [],
    paging: null,
    document: null,
    attachments: [],
    frames: [],
    links: [],
    needsBrowser: { value: false, because: '不是网页' },
    blocked: null,
    text: { length: 0, excerpt: '', at: null },
    textHash: sha256(input.body).slice(0, 32),
    underConstruction: null,
    headName: null,
    truncated: input.truncated,
  }
}
