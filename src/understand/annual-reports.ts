/**
 * Government-information annual reports (政府信息公开工作年度报告, 条例第四十九、五十条) on a portal, by the year they report.
 * Tells them from look-alikes: 图解 and picture versions, 政府网站年度报表, 法治政府建设年度报告, calls to write a report,
 * reports of other units that the portal collects. Lateness and completeness are checks' business.
 */
import { PAPER_ADDRESS } from '#base/file-names'
import { squash } from '#base/text'
import type { AnnualReport, Column } from '#model/site-view'
import { furtherPages, gatherReport, joinSources } from './annual-report-sources.ts'
import type { SiteDocument } from './site-documents.ts'
import { isReadable, type SiteIndex } from './site-index.ts'
import { isOwnOrgan, isTitleOf, organIn, plainTitle, yearIn } from './titles.ts'
import { zippedFiles } from './zipped-reports.ts'

const TOPIC = 'ogiAnnualReports'
/** The report's own name, with the variants seen on portals. */
const NAMED =
  /(政府信息公开|政务信息公开|信息公开|政务公开|政府信息)[^，。；]{0,10}?(年度报告|年报|(?:工作|情况|总结)的?报告|公开报告|(?<=公开)报告)/
/** The report's full name as titles print it. */
export const FULL_NAME = /政府信息公开(工作)?(年度报告|年报)/
/** In the reports' own column a bare 2020年度报告 is one too. */
const BARE = /(年度报告|年报|年度工作报告|工作年报)/
/** In the reports' own column a file may go by its year alone (2022年, 22年度); a page of that name is a folder. */
const BARE_YEAR = /^(?:(?:19|20)\d{2}年?度?|\d{2}年度?)$/
/** 24年: two figures are a year of this century there. */
const SHORT_YEAR = /^(\d{2})年/
/** Fewer reports in an archive are one report and its enclosures. */
const LEAST_ZIPPED = 2
/** Retellings and requests, never the report. */
const RETOLD = /图解|图说|图片版|一图|长图|海报|漫画|动漫|视频|音频|H5|解读|解析|速览/i
const REQUEST =
  /的通知|通知$|的函$|模板|格式|填报说明|编制要求|编写要求|报送.{0,12}年度报告|要点|方案|办法|培训|会议|统计表$|附件$/
const PART_YEAR = /季度|半年|(?<!\d)\d{1,2}月/
/** Other yearly reports that share the column or the wording. */
const OTHER_KIND =
  /法治|依法行政|网站|新媒体|报表|决算|预算|行政执法|行政复议|绩效|内部控制|财务|述职|党建|党务|双随机|信用|法人|社会责任|统计公报|工作总结|工作计划|政府工作报告/

const PARTS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const
const PART_SIGNS: Readonly<Record<(typeof PARTS)[number], RegExp>> = {
  总体情况: /总体情况|基本情况|概述/,
  主动公开政府信息情况: /主动公开(政府信息)?(的)?情况/,
  收到和处理政府信息公开申请情况:
    /(收到和处理|处理)政府信息公开申请(的)?情况|依申请公开(政府信息)?(的)?情况/,
  '政府信息公开行政复议、行政诉讼情况': /行政复议[、和及]?(提起)?行政诉讼(的)?情况/,
  存在的主要问题及改进情况: /存在的?(主要)?问题(及|和|与|、)?(改进|整改)?/,
  其他需要报告的事项: /其他需要(说明|报告)的(其他)?(事项|情况)/,
}
/** Words of the two forms (国办公开办函〔2021〕30号 and its predecessor). */
const TABLE_WORDS =
  /本年新收政府信息公开申请|现行有效件?数|本年制发件?数|本年处理决定数量|上年结转政府信息公开申请/

export function readAnnualReports(
  index: SiteIndex,
  documents: readonly SiteDocument[],
  columns: readonly Column[],
  ownNames: readonly string[],
): { readonly own: readonly AnnualReport[]; readonly collected: readonly AnnualReport[] } {
  const columnKeys = new Set(columns.map((column) => index.keyOf(column.url)))
  const own: AnnualReport[] = []
  const collected: AnnualReport[] = []
  const titled = documents.flatMap((document) => {
    const grounds = whyReport(document)
    return grounds === null ? [] : [{ document, grounds }]
  })
  // The second page of a report is no second report.
  const further = new Set(
    titled.flatMap(({ document: { view } }) =>
      view === null ? [] : furtherPages(index, view).map(({ page }) => index.keyOf(page.url)),
    ),
  )
  const held = new Set<SiteDocument>()
  for (const document of documents) {
    const reports = zippedReports(index, document, whyReport(document))
    for (const report of reports) {
      const organ = organIn(report.title)
      const isOwn = organ === null || isOwnOrgan(organ, ownNames)
      ;(isOwn ? own : collected).push(report)
    }
    if (reports.length > 0) held.add(document)
  }
  for (const { document, grounds } of titled) {
    if (held.has(document)) continue
    if (further.has(index.keyOf(document.url))) continue
    // A link that lands on a column (政府信息公开年报) is the column, not a report.
    if (columnKeys.has(index.keyOf(document.url)) && yearIn(document.title) === null) continue
    const organ = organIn(document.title)
    const found = organ === null || isOwnOrgan(organ, ownNames) ? own : collected
    const year = reportedYear(document)
    if (year === null) continue
    const tables = tablesOf(document)
    found.push({
      year: year.value,
      title: document.title,
      url: document.url,
      publishedOn: document.publishedOn,
      parts: partsOf(document),
      tables,
      ...gatherReport(index, document.view, year.value, tables === 'picture'),
      place: document.place,
      because: `${grounds}；${year.because}`,
    })
  }
  // A portal given by its address alone: the one organ whose reports it shows is taken for its own.
  const unnamed = !/\p{Script=Han}/u.test(index.agency.name)
  const organs = new Set(collected.map((report) => organIn(report.title)))
  if (unnamed && own.length === 0 && organs.size === 1)
    return { own: collected.sort(latestFirst), collected: [] }
  return { own: own.sort(latestFirst), collected: collected.sort(latestFirst) }
}

function latestFirst(a: AnnualReport, b: AnnualReport): number {
  return b.year - a.year || ((a.publishedOn?.value ?? '9') < (b.publishedOn?.value ?? '9') ? -1 : 1)
}

/** Grounds for taking a document as a report, or null. */
function whyReport(document: SiteDocument): string | null {
  const title = plainTitle(document.title)
  if (title.length < 3 || RETOLD.test(title) || REQUEST.test(title) || PART_YEAR.test(title)) {
    return null
  }
  const organ = organIn(title)
  const kind = organ === null ? title : title.replace(organ, '')
  if (OTHER_KIND.test(kind)) return null
  if (isTitleOf(kind, FULL_NAME)) return '标题即政府信息公开年度报告'
  if (isTitleOf(kind, NAMED)) return '标题是政府信息公开年度报告的变体写法'
  const inColumn = isInColumn(document)
  if (inColumn && isTitleOf(kind, BARE) && (yearIn(title) ?? shortYear(title)) !== null) {
    return '位于政府信息公开年报栏目，标题为年度报告'
  }
  if (inColumn && BARE_YEAR.test(title) && PAPER_ADDRESS.test(document.url))
    return '位于政府信息公开年报栏目，以年份为题的附件'
  return null
}

function isInColumn(document: SiteDocument): boolean {
  return document.topics.has(TOPIC) || document.under.some((name) => FULL_NAME.test(name))
}

function shortYear(title: string): number | null {
  const year = SHORT_YEAR.exec(plainTitle(title))?.[1]
  return year === undefined ? null : 2000 + Number(year)
}

/** Reports in an archive, each of its own unit, in place of the document that holds them all; empty where it is none such. */
function zippedReports(
  index: SiteIndex,
  document: SiteDocument,
  grounds: string | null,
): readonly AnnualReport[] {
  if (grounds === null && !isInColumn(document)) return []
  const inside = zippedFiles(index, document).filter(
    ({ title }) => whyReport({ ...document, title, url: '' }) !== null,
  )
  if (inside.length < LEAST_ZIPPED) return []
  const held = reportedYear(document)
  return inside.flatMap(({ title, url, source }) => {
    const year = yearIn(title) ?? shortYear(title) ?? held?.value ?? null
    if (year === null) return []
    const content = source === null ? null : joinSources([source], year, new Set())
    const parts = content?.parts ?? []
    return [
      {
        year,
        title,
        url,
        publishedOn: document.publishedOn,
        parts: PARTS.filter((_, at) => parts.some(({ number }) => number === at + 1)),
        tables: 'attachment' as const,
        ...(content === null ? {} : { content }),
        ...(content === null ? { unread: [`压缩包里的“${title}”没有读出`] } : {}),
        place: document.place,
        because: `压缩包“${document.title}”里的文件，文件名是年度报告`,
      },
    ]
  })
}

function reportedYear(document: SiteDocument): { value: number; because: string } | null {
  const titled = yearIn(document.title) ?? (isInColumn(document) ? shortYear(document.title) : null)
  if (titled !== null) return { value: titled, because: `年份取自标题` }
  for (const name of document.under) {
    const year = /^\s*20\d{2}\s*年?度?\s*$/.test(name) ? yearIn(name) : null
    if (year !== null) return { value: year, because: `年份取自栏目“${name}”` }
  }
  const text = document.view === null ? '' : squash(document.view.page.text.excerpt).slice(0, 400)
  const written = /(?<!\d)(20\d{2})年(?!\d{1,2}月)/.exec(plainTitle(text))
  if (written?.[1] !== undefined) return { value: Number(written[1]), because: '年份取自正文开头' }
  const published = document.publishedOn?.value
  if (published !== undefined && Number(published.slice(5, 7)) <= 6) {
    return {
      value: Number(published.slice(0, 4)) - 1,
      because: '标题、栏目、正文均无年份，按发布日期推定为上一年',
    }
  }
  return null
}

function partsOf(document: SiteDocument): readonly string[] {
  if (document.view === null || !isReadable(document.view)) return []
  const text = document.view.page.text.excerpt.replace(/\s+/g, '')
  return PARTS.filter((part) => PART_SIGNS[part].test(text))
}

/** Lines that stand right before a table of the report. */
const BEFORE_TABLE =
  /主动公开(政府信息)?(的)?情况|申请(的)?情况|行政(复议|诉讼)|附?表[一二三四\d]?[：:）)]?$|统计表/
/** A report of less text than this is its pictures. */
const SCANT_TEXT = 300

/** Where the form's tables stand; pictures are told by their place, not by what they show. */
function tablesOf(document: SiteDocument): AnnualReport['tables'] {
  const { view } = document
  if (view === null) return PAPER_ADDRESS.test(document.url) ? 'attachment' : 'none'
  if (TABLE_WORDS.test(view.page.text.excerpt.replace(/\s+/g, ''))) return 'html'
  if (
    view.page.attachments.some((file) => /^(pdf|docx?|xlsx?|wps|et|ofd|zip|rar)$/.test(file.type))
  ) {
    return 'attachment'
  }
  if (view.page.attachments.some((file) => /^(jpe?g|png|gif|bmp)$/.test(file.type)))
    return 'picture'
  const shown = (view.page.pictures ?? []).filter((picture) => picture.inBody)
  const scant = view.page.text.length < SCANT_TEXT && view.page.kind.value === 'article'
  if (shown.length > 0 && (scant || shown.some((one) => BEFORE_TABLE.test(one.caption ?? ''))))
    return 'picture'
  return 'none'
}
