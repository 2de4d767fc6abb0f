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
  disorder,
  emptyParts,
  formReports,
  halfLacking,
  halvesLacking,
  hasPictures,
  hollowWords,
  isVoidPart,
  listed,
  misdatedReports,
  nameOf,
  olderReports,
  PARTS,
  partsShown,
  restsOf,
  TABLES,
  templateLeft,
  unfilledRows,
  WHOLE,
  YEARS_BACK,
  type YearReport,
} from '#engine/define-check'
import type { AnnualReportContent, ReportPart, ReportRow } from '#model/annual-report'
import type { Observation } from '#model/check'
import type { AnnualReport, Place, SiteView } from '#model/site-view'

/** Of older reports and those of a wrong year only these are told. */
const FAULTS =
  /^(?:body-void|parts-missing|parts-disordered|section-void|empty-section|aspects-missing|template-left|tables-missing|form-outdated|cells-unfilled)$/

export const ogiAnnualReportIncomplete = defineCheck({
  id: 'reports/ogi-annual-report-incomplete',
  revision: 19,
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
    'parts-disordered': {
      verdict: 'fail',
      message: '{subject}：各部分的次序或编号不对：{names}',
      ask: '原文各部分是不是按规定的次序和编号排列？',
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
      message: '{subject}：“{part}”没有写到{names}',
      claimsAbsence: true,
      ask: '报告的这一部分里是否确实没有所列方面的内容？',
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
    'cells-unfilled': {
      verdict: 'fail',
      message: '{subject}：有 {count} 格空着或写“-”“/”，同一份报告别的格没有的都填了0：{names}',
      ask: '所列单元格在原文里是否确实没有填数？',
    },
    'template-left': {
      verdict: 'fail',
      message: '{subject}：留着模板里等待填写的文字“{words}”',
      ask: '所引文字是不是套用模板后没有改？',
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
      yield* ofTemplate(one)
    }
    for (const one of [...olderReports(site, params.years, true), ...misdatedReports(site)])
      for (const answer of answersOf(site, one, params.minPartLength))
        if (FAULTS.test(answer.outcome) && (one.year >= FORM_OF_TODAY || isFormer(one, answer)))
          yield answer
    for (const [at, others] of collectedByYear(site).entries())
      yield* ofOthers(site, others, params.minPartLength, at === 0)
    if (reports.length === 0 && site.home !== null)
      yield {
        outcome: 'none-read',
        subject: '政府信息公开年报',
        facts: { reason: '没有读到2019年度以后的报告' },
        evidence: [citePage(site.home)],
      }
  },
})

const FORM_OF_TODAY = 2021

/** Of reports in the form of 〔2019〕60号, those that follow it owe its parts and tables too. */
function isFormer({ report }: YearReport, { outcome }: Observation<Outcome>): boolean {
  const shown = partsShown(report.parts, report.content).length
  return shown >= PARTS.length - 1 && /^(?:parts-missing|tables-missing)$/.test(outcome)
}

/** More than so many lacking, and it may be a digest beside the report itself. */
const FEW = 2

/** What surely is amiss; of the latest year also blank cells, where others fill theirs. */
function isTold({ outcome, coverage, measure }: Observation<Outcome>, isLatest: boolean): boolean {
  if (outcome === 'cells-blank') return isLatest
  const lacks = outcome === 'parts-missing' || outcome === 'tables-missing'
  const whole = coverage === undefined || coverage.value === 'complete'
  return lacks ? (measure?.value ?? 0) <= FEW && whole : Object.hasOwn(OF_OTHERS, outcome)
}

/** What is told of them, and what its finding is called. */
const OF_OTHERS = {
  'parts-missing': '六个部分',
  'parts-disordered': '部分的次序',
  'section-void': '空着的部分',
  'aspects-missing': '应写内容',
  'template-left': '模板文字',
  'tables-missing': '填报',
  'cells-unfilled': '没有填的格',
  'cells-blank': '空格',
} as const

/** Reports of a year of other units that the portal gathers: only those that surely lack a part, and those that lack a table. */
function* ofOthers(
  site: SiteView,
  others: readonly YearReport[],
  minLength: number,
  isLatest: boolean,
): Generator<Observation<Outcome>> {
  const lacking = others.flatMap((one) =>
    answersOf(site, one, minLength)
      .filter((found) => isTold(found, isLatest))
      .slice(0, 1)
      .map((found) => ({ one, found })),
  )
  const told = (outcome: Outcome) => lacking.filter(({ found }) => found.outcome === outcome)
  for (const outcome of Object.keys(OF_OTHERS) as (keyof typeof OF_OTHERS)[]) {
    const same = told(outcome)
    const [first] = same
    // Where most leave cells blank it is the habit of the place.
    const isBlank = outcome === 'cells-blank' || outcome === 'cells-unfilled'
    if (first === undefined || (isBlank && same.length * 3 > others.length)) continue
    yield {
      outcome,
      subject: `${first.one.year}年各单位年报 ${OF_OTHERS[outcome]}`,
      facts: {
        names: listed(
          same.map(
            ({ one, found }) =>
              `${found.facts?.names ?? found.facts?.words}（“${one.report.title}”）`,
          ),
          5,
        ),
        count: isBlank
          ? same.reduce((sum, { found }) => sum + (found.measure?.value ?? 0), 0)
          : same.length,
        words: first.found.facts?.words ?? null,
        part: first.found.facts?.part ?? null,
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
  | 'parts-disordered'
  | 'empty-section'
  | 'section-void'
  | 'tables-missing'
  | 'body-void'
  | 'aspects-missing'
  | 'form-outdated'
  | 'unreadable'
  | 'cells-blank'
  | 'cells-unfilled'
  | 'template-left'
  | 'picture'
  | 'none-read'

function answersOf(site: SiteView, one: YearReport, minLength: number): Observation<Outcome>[] {
  return [ofParts(site, one, minLength), ofTables(site, one), ...ofTemplate(one)]
}

function* ofTemplate({ year, report, sureness }: YearReport): Generator<Observation<Outcome>> {
  const left = report.content === undefined ? null : templateLeft(report.content)
  if (left !== null)
    yield {
      outcome: 'template-left',
      subject: `${year}年年报 模板文字`,
      facts: { words: left.words, title: report.title },
      evidence: [report.place, left.place],
      sureness,
    }
}

function ofParts(site: SiteView, one: YearReport, minLength: number): Observation<Outcome> {
  const { report, sureness } = one
  const { content } = report
  const common = { subject: `${one.year}年年报 六个部分`, evidence: [report.place], sureness }
  const shown = partsShown(report.parts, content)
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
  const wrong = disorder(content)
  if (wrong !== null)
    return {
      ...common,
      outcome: 'parts-disordered',
      facts: { names: wrong.words, title: report.title },
      evidence: [report.place, ...wrong.places],
    }
  const empty = emptyParts(content, minLength)
  const [first] = empty
  if (first !== undefined && !hasPictures(site, report.url))
    return {
      ...common,
      outcome: isVoid(report) && empty.every(isVoidPart) ? 'section-void' : 'empty-section',
      facts: {
        names: listed(empty.map((part) => part.title)),
        words: first.text.replace(/\s/g, ''),
        title: report.title,
      },
      evidence: [report.place, ...empty.map((part): Place => part.place)],
    }
  const lacking =
    content === undefined || hasPictures(site, report.url) ? [] : aspectsLacking(content)
  const fifth = content?.parts.find(
    ({ number, title }) => number === 5 && PARTS[4]?.[1].test(title),
  )
  const half = fifth === undefined || hasPictures(site, report.url) ? null : halfLacking(fifth)
  const names = lacking.length > 0 || half === null ? lacking : [half]
  if (names.length > 0 && isVoid(report))
    return {
      ...common,
      outcome: 'aspects-missing',
      facts: {
        part: PARTS[lacking.length > 0 ? 0 : 4]?.[0] ?? '',
        names: listed(names),
        count: names.length,
        title: report.title,
      },
      measure: { value: names.length, unit: 'count' },
      coverage: WHOLE,
      // A second paragraph may be the other half in words that we do not know.
      sureness: lacking.length === 0 && paragraphsOf(fifth) > 1 ? 0.5 : 1,
    }
  return { ...common, outcome: 'complete', facts: { title: report.title } }
}

/** All that the report's page says, where nothing on it can be the report; else null. */
function hollow(site: SiteView, { url, title, unread = [], tables }: AnnualReport): string | null {
  return unread.length > 0 || tables === 'picture' ? null : hollowWords(site, url, title)
}

/** All of the report was read: nothing else of it can hold what a part leaves out. */
function isVoid({ content, unread = [], tables }: YearReport['report']): boolean {
  return unread.length === 0 && content?.truncated !== true && tables !== 'picture'
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
  const lines = content.parts
    // The first part tells the same figures in sentences.
    .filter(({ title }) => !/总体情况/.test(title))
    .flatMap((part) => part.text.split('\n'))
    // So may the others, on a page, whose tables are read as such: sentences in place of a table are none.
    .filter((line) => content.source !== 'html' || !SENTENCE.test(line.trim()))
  const text = lines.join('').replace(/\s/g, '')
  const garbled = lacking.filter(([, , words]) => words.test(text))
  const gone = lacking.filter((one) => !garbled.includes(one)).map(([, name]) => name)
  if (gone.length === 0) gone.push(...halvesLacking(content, text))
  if (gone.length > 0)
    return {
      ...common,
      outcome: 'tables-missing',
      facts: { names: listed(gone), title: report.title },
      measure: { value: gone.length, unit: 'count' },
      coverage: restsOf(site, one, content.parts.length),
    }
  const unfilled = unfilledRows(content)
  const blanks = unfilled.length > 0 ? unfilled : blankRows(content)
  if (blanks.length > 0)
    return {
      ...common,
      outcome: unfilled.length > 0 ? 'cells-unfilled' : 'cells-blank',
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

/** 本年制发规范性文件2件，现行有效21件。 */
const SENTENCE = /[，；].*。$/

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

function paragraphsOf(part: ReportPart | undefined): number {
  return (part?.text ?? '').split('\n').filter((line) => line.trim().length > 12).length
}
