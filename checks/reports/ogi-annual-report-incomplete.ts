/**
 * Is an annual report whole: its six parts with something in them, all that the first must cover, its three tables in the
 * form of its year, every cell filled? What stands in pictures or unread files is never called missing. Blank cells and one-word parts are put to a person. Whether the
 * figures agree is `ogi-annual-report-inconsistent`'s question.
 */

import { clip } from '#base/text'
import {
  aspectsLacking,
  blankRows,
  citePage,
  collectedByYear,
  defineCheck,
  formReports,
  halvesLacking,
  hollowWords,
  listed,
  misdatedReports,
  nameOf,
  olderReports,
  partly,
  type Rests,
  WHOLE,
  writesNought,
  YEARS_BACK,
  type YearReport,
} from '#engine/define-check'
import type { AnnualReportContent, ReportRow } from '#model/annual-report'
import type { Observation } from '#model/check'
import type { AnnualReport, Place, SiteView } from '#model/site-view'

/** The six parts in order, with words that show each. */
const PARTS: readonly (readonly [title: string, sign: RegExp])[] = [
  ['总体情况', /总体情况|基本情况|概述/],
  ['主动公开政府信息情况', /主动公开(政府信息)?(的)?情况/],
  [
    '收到和处理政府信息公开申请情况',
    /(收到和处理|处理)政府信息公开申请(的)?情况|依申请公开(政府信息)?(的)?情况/,
  ],
  ['政府信息公开行政复议、行政诉讼情况', /行政复议[、和及]?(提起)?行政诉讼(的)?情况/],
  ['存在的主要问题及改进情况', /问题(及|和|与|、)?(改进|整改)|存在的?(主要)?问题/],
  ['其他需要报告的事项', /其他需要(说明|报告)的(其他)?(事项|情况)|其他事项/],
]
/** Parts that must say something; the sixth may well say 无. */
const TOLD = [1, 5]
const TABLES: readonly (readonly [
  key: 'proactive' | 'requests' | 'disputes',
  name: string,
  words: RegExp,
])[] = [
  ['proactive', '主动公开情况表', /制发件数|现行有效|处理决定数量|收费金额/],
  ['requests', '申请办理情况表', /本年新收|上年结转|予以公开/],
  ['disputes', '复议诉讼情况表', /结果维持|维持结果|尚未审结/],
]

/** Of older reports and those of a wrong year only these are told; blank cells where the report writes its noughts elsewhere. */
const FAULTS = /^(?:parts-missing|section-void|tables-missing|cells-blank)$/

export const ogiAnnualReportIncomplete = defineCheck({
  id: 'reports/ogi-annual-report-incomplete',
  revision: 13,
  title: '政府信息公开年度报告是否完整',
  question: '年度报告是否有规定的六个部分和三张表，有没有空着的部分和单元格？',
  basis: [
    {
      document:
        '国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》（2019、2020年度用〔2019〕60号）',
      clause:
        '六个部分及第二、三、四部分的表格；总体情况写主动公开、依申请公开、政府信息管理、平台建设、监督保障；没有的填0（表样二手）',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第五十条',
    },
  ],
  needs: ['home'],
  params: {
    ...YEARS_BACK,
    minPartLength: {
      default: 10,
      meaning: '总体情况、问题及改进两个部分少于多少字算没有内容',
      source: '一线检查工具的做法（二手），可调',
      verified: false,
    },
  },
  outcomes: {
    complete: { verdict: 'pass', message: '{subject}：齐全' },
    'parts-missing': {
      verdict: 'fail',
      message: '{subject}：没有“{names}”',
      claimsAbsence: true,
      ask: '报告里是否确实没有所列部分（换了标题的不算）？',
    },
    'empty-section': {
      verdict: 'unsure',
      message: '{subject}：“{names}”只有标题，或只写了“{words}”',
      ask: '所列部分是否确实没有实质内容？',
    },
    'section-void': {
      verdict: 'fail',
      message: '{subject}：“{names}”只写了“{words}”，没有内容',
      ask: '所列部分的原文是否只有这几个字？',
    },
    'tables-missing': {
      verdict: 'fail',
      message: '{subject}：没有{names}',
      claimsAbsence: true,
      ask: '报告（含附件）里是否确实没有所列表格？',
    },
    'body-void': {
      verdict: 'fail',
      message: '{subject}：打开后没有报告的内容（只有“{words}”），也没有附件',
      claimsAbsence: true,
      ask: '在浏览器中打开这份报告，是否确实没有正文和附件？',
    },
    'aspects-missing': {
      verdict: 'fail',
      message: '{subject}：“总体情况”没有写到{names}',
      claimsAbsence: true,
      ask: '报告的“总体情况”里是否确实没有所列方面的内容？',
    },
    'form-outdated': {
      verdict: 'fail',
      message: '{subject}：主动公开情况表还是旧格式，列有“{words}”一行（2021年度起的格式已经没有）',
      ask: '这份报告是否沿用了〔2019〕60号的表格？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '{subject}：{names}有文字，却不像规定的表格，没有读出来',
      ask: '所列表格的行列是否与规定的格式一致，数据是否对得上？',
    },
    'cells-blank': {
      verdict: 'unsure',
      message: '{subject}：有 {count} 格是空格或“-”“/”（没有的应填0）：{names}',
      ask: '所列单元格在原文里是否确实没有填数？',
    },
    picture: {
      verdict: 'unsure',
      message: '{subject}：{what}是图片，没有读出文字',
      ask: '请在页面上查看图片，这份报告的六个部分和三张表是否齐全？',
    },
    'none-read': { verdict: 'not-applicable', message: '{subject}：{reason}' },
  },
  example: '2022年报告没有“五、存在的主要问题及改进情况”：2022年年报 六个部分 parts-missing。',
  *run(site, { params }) {
    const reports = formReports(site, params.years)
    for (const one of reports) {
      yield ofParts(site, one, params.minPartLength)
      yield ofTables(site, one)
    }
    for (const one of [...olderReports(site, params.years), ...misdatedReports(site)])
      for (const answer of [ofParts(site, one, params.minPartLength), ofTables(site, one)])
        if (
          FAULTS.test(answer.outcome) &&
          (answer.outcome !== 'cells-blank' || writesNought(one.report.content))
        )
          yield answer
    for (const others of collectedByYear(site)) yield* ofOthers(site, others, params.minPartLength)
    if (reports.length === 0 && site.home !== null)
      yield {
        outcome: 'none-read',
        subject: '政府信息公开年报',
        facts: { reason: '没有读到2019年度以后的报告' },
        evidence: [citePage(site.home)],
      }
  },
})

/** More than so many lacking, and it may be a digest beside the report itself. */
const FEW = 2

/** What surely is amiss, blank cells only where the report writes its noughts elsewhere. */
function isSure(one: YearReport, { outcome, coverage, measure }: Observation<Outcome>): boolean {
  if (outcome === 'cells-blank') return writesNought(one.report.content)
  const lacks = outcome === 'parts-missing' || outcome === 'tables-missing'
  const whole = coverage === undefined || coverage.value === 'complete'
  return lacks ? (measure?.value ?? 0) <= FEW && whole : Object.hasOwn(OF_OTHERS, outcome)
}

/** What is told of them, and what its finding is called. */
const OF_OTHERS = {
  'parts-missing': '六个部分',
  'section-void': '空着的部分',
  'aspects-missing': '总体情况',
  'tables-missing': '填报',
  'cells-blank': '填报',
} as const

/** Reports of a year of other units that the portal gathers: only those that surely lack a part, and those that lack a table. */
function* ofOthers(
  site: SiteView,
  others: readonly YearReport[],
  minLength: number,
): Generator<Observation<Outcome>> {
  const lacking = others.flatMap((one) =>
    [ofParts(site, one, minLength), ofTables(site, one)]
      .filter((found) => isSure(one, found))
      .slice(0, 1)
      .map((found) => ({ one, found })),
  )
  const told = (outcome: Outcome) => lacking.filter(({ found }) => found.outcome === outcome)
  for (const outcome of Object.keys(OF_OTHERS) as (keyof typeof OF_OTHERS)[]) {
    const same = told(outcome)
    const [first] = same
    // Where most leave cells blank it is the habit of the place.
    const isHabit = outcome === 'cells-blank' && same.length * 3 > others.length
    if (first === undefined || isHabit) continue
    const isBeside = outcome === 'cells-blank' && told('tables-missing').length > 0
    yield {
      outcome,
      subject: `${first.one.year}年各单位年报 ${isBeside ? '空格' : OF_OTHERS[outcome]}`,
      facts: {
        names: listed(
          same.map(({ one, found }) => `${found.facts?.names}（“${one.report.title}”）`),
          5,
        ),
        count:
          outcome === 'cells-blank'
            ? same.reduce((sum, { found }) => sum + (found.measure?.value ?? 0), 0)
            : same.length,
        words: first.found.facts?.words ?? null,
        title: first.one.report.title,
      },
      measure: { value: same.length, unit: 'count' },
      evidence: same.slice(0, 5).map(({ one }) => one.report.place),
      pages: same.map(({ one }) => one.report.url),
      coverage: WHOLE,
    }
  }
}

type Outcome =
  | 'complete'
  | 'parts-missing'
  | 'empty-section'
  | 'section-void'
  | 'tables-missing'
  | 'body-void'
  | 'aspects-missing'
  | 'form-outdated'
  | 'unreadable'
  | 'cells-blank'
  | 'picture'
  | 'none-read'

function ofParts(site: SiteView, one: YearReport, minLength: number): Observation<Outcome> {
  const { report, sureness } = one
  const { content } = report
  const common = { subject: `${one.year}年年报 六个部分`, evidence: [report.place], sureness }
  const shown = recognised(report.parts, content)
  const nothing = shown.length === 0 ? hollow(site, report) : null
  if (nothing !== null)
    return {
      ...common,
      outcome: 'body-void',
      facts: { words: clip(nothing, 40), title: report.title },
      coverage: WHOLE,
    }
  if (shown.length === 0) return unread(one, common.subject)
  const missing = PARTS.filter((_, at) => !shown.includes(at + 1)).map(([title]) => title)
  if (missing.length > 0)
    return {
      ...common,
      outcome: 'parts-missing',
      facts: { names: listed(missing), count: missing.length, title: report.title },
      measure: { value: missing.length, unit: 'count' },
      coverage: restsOf(site, one, shown.length),
    }
  const empty = (content?.parts ?? []).filter(
    (part) =>
      TOLD.includes(part.number) &&
      PARTS[part.number - 1]?.[1].test(part.title) === true &&
      (part.text.replace(/\s/g, '').length < minLength ||
        NO_PROBLEM.test(part.text.replace(/\s/g, ''))),
  )
  const [first] = empty
  if (first !== undefined && !hasPictures(site, report.url))
    return {
      ...common,
      outcome:
        isVoid(report) && empty.every(({ text }) => isNought(text.replace(/\s/g, '')))
          ? 'section-void'
          : 'empty-section',
      facts: {
        names: listed(empty.map((part) => part.title)),
        words: first.text.replace(/\s/g, ''),
        title: report.title,
      },
      evidence: [report.place, ...empty.map((part): Place => part.place)],
    }
  const lacking =
    content === undefined || hasPictures(site, report.url) ? [] : aspectsLacking(content)
  if (lacking.length > 0 && isVoid(report))
    return {
      ...common,
      outcome: 'aspects-missing',
      facts: { names: listed(lacking), count: lacking.length, title: report.title },
      measure: { value: lacking.length, unit: 'count' },
      coverage: WHOLE,
    }
  return { ...common, outcome: 'complete', facts: { title: report.title } }
}

/** All that the report's page says, where nothing on it can be the report; else null. */
function hollow(site: SiteView, { url, title, unread = [], tables }: AnnualReport): string | null {
  return unread.length > 0 || tables === 'picture' ? null : hollowWords(site, url, title)
}

/** The whole of what a part says, in words that say nothing. */
const NOTHING =
  /^(?:(?:[（(][一二三1-3][)）])?(?:暂?无|没有|暂时?没有|略|无(?:问题|内容))[。.；;！!]?)+$/

/** 目前无突出问题，将继续努力: so many words more that say no more. */
const NO_PROBLEM =
  /^(?:[一二三1-3][、.．])?(?:目前|暂时?|现|今年|本年度|20\d\d年度?|我(?:局|委|办|镇|乡|街道|单位)|本(?:单位|机关|部门|局|镇|乡|街道))*[，,]?(?:暂?无|没有|不存在)(?:突出|明显|重大|其他|存在的?|主要|较大)*(?:的)?问题(?:及改进(?:情况|措施))?(?:[，,。；](?:(?:下一步|今后|下年度?|将|要|会)*[，,]?(?:将|要|会)*(?:继续|不断|进一步)(?:努力|保持|做好[^，,。]{0,8}|加强[^，,。]{0,8}|改进[^，,。]{0,8}|完善[^，,。]{0,8}))?)?[。.！]?$/

const isNought = (text: string): boolean => NOTHING.test(text) || NO_PROBLEM.test(text)

/** All of the report was read: nothing else of it can hold what a part leaves out. */
function isVoid({ content, unread = [], tables }: YearReport['report']): boolean {
  return unread.length === 0 && content?.truncated !== true && tables !== 'picture'
}

/** So many headings of a report that were read as such show how it writes them. */
const CLEAR_HEADINGS = 4
/** What may open the line of a heading: its number; a sentence or label before the words makes them a mention. */
const BEFORE_HEADING = '[^。；，：]{0,16}?'

/**
 * Numbers of the parts whose heading stands anywhere in what was read; where few headings were told, also words of them.
 * 问题整改率100% in the first part is no fifth one.
 */
function recognised(titles: readonly string[], content: AnnualReportContent | undefined): number[] {
  const parts = content?.parts ?? []
  const heads = [...titles, ...parts.map(({ title }) => title)]
  const told = PARTS.filter(([, sign]) => heads.some((title) => sign.test(title))).length
  const inText = ({ source }: RegExp): boolean => {
    const opening = new RegExp(`^${BEFORE_HEADING}(?:${source})`, 'm')
    return parts.some(({ text }) =>
      told >= CLEAR_HEADINGS
        ? opening.test(text.replace(/[ \t　]/g, ''))
        : new RegExp(source).test(text.replace(/\s/g, '')),
    )
  }
  return PARTS.flatMap(([, sign], at) =>
    heads.some((title) => sign.test(title)) || inText(sign) ? [at + 1] : [],
  )
}

function ofTables(site: SiteView, one: YearReport): Observation<Outcome> {
  const { report, sureness } = one
  const { content } = report
  const common = { subject: `${one.year}年年报 填报`, evidence: [report.place], sureness }
  if (content === undefined) return unread(one, common.subject)
  const lacking = TABLES.filter(([key]) => content.states[key] === 'missing')
  const pictured = TABLES.filter(([key]) => content.states[key] === 'picture')
  if (pictured.length > 0)
    return {
      ...common,
      outcome: 'picture',
      facts: { what: listed(pictured.map(([, name]) => name)), title: report.title },
    }
  // Words of a table that was not found as one: it is there, and we could not read it.
  const text = content.parts
    // The first part tells the same figures in sentences.
    .filter(({ title }) => !/总体情况/.test(title))
    .map((part) => part.text.replace(/\s/g, ''))
    .join('')
  const garbled = lacking.filter(([, , words]) => words.test(text))
  const gone = lacking.filter(([, , words]) => !words.test(text)).map(([, name]) => name)
  if (gone.length === 0) gone.push(...halvesLacking(content, text))
  if (gone.length > 0)
    return {
      ...common,
      outcome: 'tables-missing',
      facts: { names: listed(gone), title: report.title },
      measure: { value: gone.length, unit: 'count' },
      coverage: restsOf(site, one, content.parts.length),
    }
  const blanks = blankRows(content)
  if (blanks.length > 0)
    return {
      ...common,
      outcome: 'cells-blank',
      facts: {
        count: blanks.reduce((sum, row) => sum + row.count, 0),
        names: listed(
          blanks.map((row) => row.name),
          5,
        ),
        title: report.title,
      },
      measure: { value: blanks.reduce((sum, row) => sum + row.count, 0), unit: 'count' },
      evidence: [
        report.place,
        ...blanks.flatMap(({ place }) => (place ? [place] : [])).slice(0, 5),
      ],
    }
  const old = content.form === '2021' ? rowOf(content, FORMER_ROW) : undefined
  if (old !== undefined)
    return {
      ...common,
      outcome: 'form-outdated',
      facts: { words: nameOf(old.label), title: report.title },
      evidence: [report.place, ...(old.place === null ? [] : [old.place])],
    }
  if (garbled.length > 0)
    return {
      ...common,
      outcome: 'unreadable',
      facts: { names: listed(garbled.map(([, name]) => name)), title: report.title },
    }
  return { ...common, outcome: 'complete', facts: { title: report.title } }
}

/** The form of 2021 has no row for 政府集中采购 any more. */
const FORMER_ROW = 'procurement'

function rowOf(content: AnnualReportContent, key: string): ReportRow | undefined {
  return content.proactive?.find((row) => row.key === key)
}

/** Nothing of the report could be told: a picture, an unread file, or text without the usual headings. */
function unread({ report, sureness }: YearReport, subject: string): Observation<Outcome> {
  const common = { subject, evidence: [report.place], sureness }
  if (report.tables === 'picture')
    return { ...common, outcome: 'picture', facts: { what: '报告', title: report.title } }
  const [because] = report.unread ?? []
  const reason = because ?? '没有读到报告的正文，或认不出它的各个部分'
  return { ...common, outcome: 'none-read', facts: { reason } }
}

function hasPictures(site: SiteView, url: string): boolean {
  return (site.pageAt(url)?.page.pictures ?? []).some((picture) => picture.inBody)
}

/** Fewer parts than this, and the headings were perhaps not understood. */
const LEAST_PARTS = 3

function restsOf(site: SiteView, { report }: YearReport, parts: number): Rests {
  const { content, unread: files = [] } = report
  const [file] = files
  if (file !== undefined) return partly(file)
  if (content?.truncated === true) return partly('报告过长，只读了前一部分')
  if (report.tables === 'picture' || hasPictures(site, report.url))
    return partly('内容可能在图片里')
  if (parts < LEAST_PARTS) return partly('报告的各部分标题多数没有认出')
  return WHOLE
}
