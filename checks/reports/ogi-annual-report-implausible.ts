/**
 * Can an annual report be what it says: is the year of its title the year it tells of, and do its figures follow on from the
 * year before (documents in force, decisions, fees, requests)? A title is wrong that its own text and its day of publication
 * both contradict, or a text that gives its figures another year than its title; everything else is put to a person, the
 * figures of all years in one question. Sums are `ogi-annual-report-inconsistent`'s.
 */
import {
  citePage,
  collectedByYear,
  defineCheck,
  formReports,
  listed,
  nameOf,
  ownReports,
  textsOf,
  titleYearDoubt,
  YEARS_BACK,
  type YearDoubt,
  type YearReport,
} from '#engine/define-check'
import type { ReportCell, ReportPlace, ReportRow } from '#model/annual-report'
import type { Observation } from '#model/check'
import type { AnnualReport, Place, SiteView } from '#model/site-view'

export const ogiAnnualReportImplausible = defineCheck({
  id: 'reports/ogi-annual-report-implausible',
  revision: 12,
  title: '政府信息公开年度报告的年份和逐年数字是否合理',
  question: '年度报告标题的年份与正文所说的年度是否一致，各项数字与上一年度相比是否接得上？',
  basis: [
    {
      document:
        '国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》（2019、2020年度用〔2019〕60号）',
      clause: '第二部分“本年制发件数、本年废止件数、现行有效件数”等各栏（表样二手）',
    },
    { document: '一线检查工具的做法（二手）', clause: '标题年份错误；同比相差悬殊的应当询问' },
  ],
  needs: ['home'],
  params: {
    ...YEARS_BACK,
    maxRatio: {
      default: 5,
      meaning: '与上一年度相比超过几倍（或不到几分之一）才提问',
      source: '一线检查工具的做法（二手），可调',
      verified: false,
    },
    minFigure: {
      default: 20,
      meaning: '两年中较大的数不到几的不比较倍数（小数目本来起伏就大）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    plausible: { verdict: 'pass', message: '{subject}：{words}' },
    'year-wrong': {
      verdict: 'fail',
      message: '{subject}：标题“{title}”写的是{titled}年，{words}',
      ask: '标题的年份是否写错？',
    },
    'period-short': {
      verdict: 'fail',
      message: '{subject}：写明的统计期限没有到年底：{words}',
      ask: '这份报告的数据是否确实没有统计到12月31日（单位当年撤销、合并的除外）？',
    },
    'signed-wrong': {
      verdict: 'fail',
      message: '{subject}：落款是“{signed}”，{why}',
      ask: '落款日期是不是写错了？',
    },
    'year-doubtful': {
      verdict: 'unsure',
      message: '{subject}：标题“{title}”写的是{titled}年，{words}',
      ask: '这份报告说的是哪一年度，标题还是正文写错了？',
    },
    jumped: {
      verdict: 'unsure',
      message: '{subject}：与上一年度的报告相比有 {count} 处接不上：{jumps}',
      ask: '所列数字有没有填错（业务确有增减、职能划转的除外）？',
    },
    'not-comparable': { verdict: 'not-applicable', message: '{subject}：无从比较，{reason}' },
  },
  example:
    '2022年报告现行有效规范性文件9件，2023年制发2件、废止1件，却写现行有效30件：历年年报 逐年变化 jumped。',
  *run(site, { params }) {
    const reports = formReports(site, Number.POSITIVE_INFINITY)
    const jumps: Jump[] = []
    for (const one of reports.slice(0, params.years)) {
      const ofTitle = ofYear(site, one)
      yield ofTitle
      if (ofTitle.outcome === 'plausible') yield* ofSigning(site, one)
      const change = ofChange(site, one, reports, params.maxRatio, params.minFigure)
      if ('outcome' in change) yield change
      else jumps.push(...change.jumps)
    }
    const [first] = jumps
    if (first !== undefined) yield jumped(first, jumps)
    // Of older ones only what is surely wrong is told.
    for (const one of reports.slice(params.years)) {
      const found = ofYear(site, one)
      if (found.outcome === 'year-wrong' || found.outcome === 'period-short') yield found
      else if (found.outcome === 'plausible') yield* ofSigning(site, one)
    }
    for (const others of collectedByYear(site)) yield* ofOthers(site, others)
    if (reports.length === 0 && site.home !== null)
      yield {
        outcome: 'not-comparable',
        subject: '政府信息公开年报',
        facts: { reason: '没有读到2019年度以后的报告' },
        evidence: [citePage(site.home)],
      }
  },
})

type Outcome =
  | 'plausible'
  | 'year-wrong'
  | 'period-short'
  | 'signed-wrong'
  | 'year-doubtful'
  | 'jumped'
  | 'not-comparable'

const isWrong = ({ sure, stated }: YearDoubt): boolean => sure || stated

/** Reports of a year of other units that the portal gathers: only those whose year is surely wrong, in one finding. */
function* ofOthers(site: SiteView, all: readonly YearReport[]): Generator<Observation<Outcome>> {
  const wrong = all.flatMap(({ report }) => {
    const doubt = titleYearDoubt(report, textsOf(site, report.url))
    return doubt !== null && isWrong(doubt) ? [{ report, doubt }] : []
  })
  const [first] = wrong
  if (first === undefined) return
  const { report, doubt } = first
  const more = wrong.length > 1 ? `（另有 ${wrong.length - 1} 份也是如此）` : ''
  yield {
    outcome: 'year-wrong',
    subject: `${report.year}年各单位年报 年份`,
    facts: { title: report.title, titled: String(report.year), words: `${doubt.words}${more}` },
    measure: { value: wrong.length, unit: 'count' },
    evidence: wrong.slice(0, 5).map((one) => one.report.place),
    pages: wrong.map((one) => one.report.url),
  }
}

/** Of all reports that bear the year in their titles the worst. */
function ofYear(site: SiteView, { year, report }: YearReport): Observation<Outcome> {
  const subject = `${year}年年报 年份`
  const doubts = ownReports(site, year).reports.flatMap((one) => {
    const doubt = titleYearDoubt(one, textsOf(site, one.url))
    return doubt === null ? [] : [{ one, doubt }]
  })
  const stale = staleOpening(year, report)
  if (stale !== null) doubts.push(stale)
  const worst = doubts.find(({ doubt }) => isWrong(doubt)) ?? doubts[0]
  const short = worst === undefined ? shortPeriod(year, textsOf(site, report.url)) : null
  if (short !== null)
    return {
      outcome: 'period-short',
      subject,
      facts: { title: report.title, words: short },
      evidence: [report.place, { url: report.url, at: null, quote: short }],
    }
  if (worst === undefined)
    return {
      outcome: 'plausible',
      subject,
      facts: { words: '标题与正文、发布日期的年份没有矛盾', title: report.title },
      evidence: [report.place],
    }
  const { one, doubt } = worst
  return {
    outcome: isWrong(doubt) ? 'year-wrong' : 'year-doubtful',
    subject,
    facts: { title: one.title, titled: String(year), words: doubt.words },
    evidence: [
      one.place,
      ...(doubt.quote === null ? [] : [{ url: doubt.url, at: null, quote: doubt.quote }]),
    ],
  }
}

const SIGNED = /^\s*(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$/
/** Lines in which a paper ends with its day. */
const LAST_LINES = 6
const SURE = 0.8

/** The day under the report is after it was published, or before its year was over. */
function* ofSigning(site: SiteView, { year, report }: YearReport): Generator<Observation<Outcome>> {
  const { publishedOn, url, title } = report
  if (!title.includes(String(year))) return
  for (const text of textsOf(site, url)) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const found = lines
      .slice(-LAST_LINES)
      .map((line) => SIGNED.exec(line))
      .findLast((one) => one !== null)
    if (found == null) continue
    const [words, y = '', m = '', d = ''] = found
    const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    const isLater = publishedOn !== null && publishedOn.sureness >= SURE && day > publishedOn.value
    // What is told of a year is not signed before December of it.
    if (day >= `${year}-12-01` && !isLater) continue
    const quote = words.trim()
    yield {
      outcome: 'signed-wrong',
      subject: `${year}年年报 落款日期`,
      facts: {
        title,
        signed: quote,
        why: isLater ? `晚于发布日期${publishedOn?.value}` : `${year}年度还没有结束`,
      },
      evidence: [report.place, { url, at: null, quote }],
    }
    return
  }
}

/** A first part shorter than this may leave the year's work to the others. */
const LEAST_OPENING = 80
const YEARS_LEFT = 3

/** The first part opens with an earlier year, and neither it nor, where it is short, the fifth ever speaks of the report's own. */
function staleOpening(
  year: number,
  report: AnnualReport,
): { readonly one: AnnualReport; readonly doubt: YearDoubt } | null {
  const { content, title, url } = report
  const linesOf = (part: number): readonly string[] =>
    (content?.parts ?? [])
      .filter(({ number }) => number === part)
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => !/^根据|^现将|^本(?:年度)?报告|统计期限/.test(line.trim()))
  const opening = linesOf(1)
  const told = opening.join('')
  const [quote, opened] =
    /^[（(]?[一1]?[）)]?\s*(?:主动公开[。：:]?)?(20\d{2})年(?:度)?[，,]/.exec(
      opening[0]?.trim() ?? '',
    ) ?? []
  const before = Number(opened)
  const isBefore = before < year && before >= year - YEARS_LEFT
  const all = told.length < LEAST_OPENING ? `${told}${linesOf(5).join('')}` : told
  if (!isBefore || !title.includes(String(year)) || all.includes(String(year))) return null
  const words = `正文“总体情况”写的却是${before}年，没有提到${year}年`
  return { one: report, doubt: { sure: false, stated: true, words, url, quote: quote ?? null } }
}

const COUNTED: readonly RegExp[] = [
  /(?:统计(?:期限|期间|时间|时限|时段|口径|范围|数据|周期)|所列数据)[^。；\n]{0,16}?(20\d{2})年0?1月0?1日(?:起)?[，,]?(?:至|到|—+|-+|－|–|~|～)(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日/,
  /(?:统计|所列|各项|全部|有关)?数据[^。；\n]{0,10}?(?:截[至止]到?|截止(?:时间|日期|日)?[为是至])(20\d{2})(年)(\d{1,2})月(?:(\d{1,2})日|底)/,
]
/** A unit that ended, began or changed within the year counts what it could. */
const CHANGED =
  /机构改革|(?:机构|单位|部门|职能|职责|[局委办厅])[^，。；\n]{0,10}(?:撤销|合并|组建|成立|挂牌|划转|划归|更名)|(?:撤销|组建|挂牌成立)[^，。；\n]{0,10}(?:机构|单位|[局委办厅])/

/** The words by which a report counts its year up to a day before its end; null where it does not. */
function shortPeriod(year: number, texts: readonly string[]): string | null {
  const text = texts.join('\n')
  if (CHANGED.test(text)) return null
  for (const sign of COUNTED) {
    const found = sign.exec(text)
    if (found === null) continue
    const [words, from, till, month, day] = found
    const to = till === undefined || till === '年' ? from : till
    const isWhole = Number(month) === 12 && (day === undefined || Number(day) === 31)
    if (Number(from) === year && to === from && !isWhole) return words
  }
  return null
}

interface Jump {
  readonly words: string
  readonly place: ReportPlace
  readonly reports: readonly Place[]
}

type Found = Omit<Jump, 'reports'>

/** A slip that is carried on from year to year is one matter, and so is a duty that came or went. */
function jumped(first: Jump, jumps: readonly Jump[]): Observation<Outcome> {
  return {
    outcome: 'jumped',
    subject: '历年年报 逐年变化',
    facts: {
      count: jumps.length,
      jumps: listed(
        jumps.map(({ words }) => words),
        5,
      ),
    },
    measure: { value: jumps.length, unit: 'count' },
    evidence: [...first.reports, ...jumps.slice(0, 8).map((jump) => jump.place)],
  }
}

function ofChange(
  site: SiteView,
  one: YearReport,
  reports: readonly YearReport[],
  maxRatio: number,
  minFigure: number,
): Observation<Outcome> | { readonly jumps: readonly Jump[] } {
  const subject = `${one.year}年年报 逐年变化`
  const { place } = one.report
  const cannot = (reason: string): Observation<Outcome> => ({
    outcome: 'not-comparable',
    subject,
    facts: { reason },
    evidence: [place],
  })
  const before = reports.find(({ year }) => year === one.year - 1)
  if (before === undefined) return cannot(`没有读到${one.year - 1}年度的报告`)
  const [now, then] = [one.report.content, before.report.content]
  if (now === undefined || then === undefined || now.form !== then.form)
    return cannot('两个年度的表格没有都读到，或格式不同')
  if (
    [one, before].some(({ report }) => titleYearDoubt(report, textsOf(site, report.url)) !== null)
  )
    return cannot('报告的年份存疑')
  const documents = now.form === '2021' ? DOCUMENTS : []
  const inForce = documents.map((key) => stockOf(row(now.proactive, key), row(then.proactive, key)))
  const flows = [
    ...FLOWS.map((key) => [row(now.proactive, key), row(then.proactive, key)] as const),
    [row(now.requests, 'new'), row(then.requests, 'new')] as const,
  ].map(([a, b]) => flowOf(a, b, maxRatio, minFigure))
  const compared = [...inForce, ...flows].filter((found) => found !== null)
  if (compared.length === 0) return cannot('两个年度的数字没有都读到')
  const jumps = compared.filter((found) => found !== 'fine')
  if (jumps.length === 0)
    return {
      outcome: 'plausible',
      subject,
      facts: { words: `与${before.year}年度比较了 ${compared.length} 项，没有相差悬殊的` },
      measure: { value: 0, unit: 'count' },
      evidence: [place, before.report.place],
    }
  return {
    jumps: jumps.map((jump) => ({
      ...jump,
      words: `${one.year}年${jump.words}`,
      reports: [place, before.report.place],
    })),
  }
}

/** Rows of 表二 with 本年制发, 本年废止, 现行有效. */
const DOCUMENTS = ['rules', 'normativeDocuments']
/** Rows of 表二 whose last figure is counted anew every year. */
const FLOWS = ['licensing', 'penalties', 'compulsion', 'fees']

function row(rows: readonly ReportRow[] | null, key: string): ReportRow | undefined {
  return rows?.find((one) => one.key === key)
}

/** Null where a figure was not read: a blank in 现行有效 is no zero. */
function stockOf(now: ReportRow | undefined, then: ReportRow | undefined): Found | 'fine' | null {
  if (now === undefined || then === undefined) return null
  const [made, repealed, valid] = now.cells.map((cell) => cell.value)
  const before = then.cells[2]?.value ?? null
  if (now.cells.length !== 3 || valid === undefined || valid === null || before === null)
    return null
  const wanted = before + (made ?? 0) - (repealed ?? 0)
  if (valid === wanted) return 'fine'
  const words = `${nameOf(now.label)}上年现行有效 ${before}，本年制发 ${made ?? 0}、废止 ${repealed ?? 0}，应为 ${wanted}，写的是 ${valid}`
  return { words, place: now.place }
}

function flowOf(
  now: ReportRow | undefined,
  then: ReportRow | undefined,
  maxRatio: number,
  minFigure: number,
): Found | 'fine' | null {
  const last = (one: ReportRow | undefined): ReportCell | undefined => one?.cells.at(-1)
  const [value, before] = [last(now)?.value ?? null, last(then)?.value ?? null]
  if (now === undefined || value === null || before === null) return null
  const [less, more] = [Math.min(value, before), Math.max(value, before)]
  // From or to nothing is a change of duties, not of figures.
  if (less === 0 || more < minFigure || more <= less * maxRatio) return 'fine'
  return { words: `${nameOf(now.label)}上年 ${before}，本年 ${value}`, place: now.place }
}
