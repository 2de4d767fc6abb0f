/**
 * Is an annual report nearly the same text as an earlier year's, or as another unit's on the same portal (雷同)? Compared is
 * prose only, without headings and tables (of free forms before 2019 without what every report says), by runs of six
 * characters with all figures alike. A question, since years may be alike for good reason; not where hardly a word but the
 * figures is new. Of a few sentences only those told that are word for word and figure for figure last year's.
 */
import { compareForm } from '#base/text'
import {
  citePage,
  defineCheck,
  freeProse,
  latestReports,
  listed,
  otherUnitNamed,
  reportProse,
  shareIn,
  shinglesOf,
  textsOf,
  unitOfReport,
  unitsDiffer,
  withoutUnit,
  YEARS_BACK,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { AnnualReport, SiteView } from '#model/site-view'

/** More years than any portal keeps reports of. */
const EVERY_YEAR = 50

export const ogiAnnualReportSimilar = defineCheck({
  id: 'reports/ogi-annual-report-similar',
  revision: 15,
  title: '政府信息公开年度报告是否雷同',
  question:
    '年度报告的文字部分与往年的、或本网站上其他单位的，是不是大段相同，有没有留着别的单位的名称？',
  basis: [
    {
      document: '随州市2023年政务公开第三方评估（平台）指标',
      clause: '年报质量：内容雷同',
    },
  ],
  needs: ['home'],
  params: {
    ...YEARS_BACK,
    minShare: {
      default: 0.8,
      meaning: '文字有多大比例也出现在另一份报告里才提问（0–1）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    copiedShare: {
      default: 0.97,
      meaning:
        '文字有多大比例与另一个单位同一年度的、或本单位往年的相同，就直接判为雷同，不再提问（0–1，数字不同不算不同）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    pastedShare: {
      default: 0.9,
      meaning: '不到上一项的，文字至少有多大比例相同、并且多数段落整段照搬，也判为雷同（0–1）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    pastedParagraphs: {
      default: 0.75,
      meaning: '整段照搬的段落至少占文字的多大比例（0–1，名称和数字不同不算不同）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minLength: {
      default: 300,
      meaning: '文字部分少于多少字的报告不比较',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minCopiedLength: {
      default: 150,
      meaning: '文字短于上一项的，至少有多少字才判两个单位一字不差的为雷同',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    distinct: {
      verdict: 'pass',
      message: '{subject}：“{title}”与最接近的“{other}”有 {percent}% 的文字相同，没有雷同',
    },
    similar: {
      verdict: 'unsure',
      message: '{subject}：“{title}”的文字有 {percent}% 与“{other}”相同',
      ask: '请对照两份报告，是否除了数字基本照抄？',
    },
    copied: {
      verdict: 'fail',
      message:
        '{subject}：“{title}”的文字有 {percent}% 与“{other}”相同，除名称和数字外整段照搬{more}',
      ask: '请对照两份报告，是不是同一份报告发布了两次？',
    },
    'names-another': {
      verdict: 'unsure',
      message: '{subject}：标题是“{own}”的报告，正文自称“{named}”的',
      ask: '正文是不是抄自所写的那个单位，单位名称没有改过来（机构改名、合并的除外）？',
    },
    'name-left': {
      verdict: 'fail',
      message: '{subject}：标题是“{own}”的报告，正文却写成“{named}”的',
      ask: '正文是不是抄自所写的那个单位，单位名称没有改过来（机构改名、合并的除外）？',
    },
    alone: { verdict: 'not-applicable', message: '{subject}：没有可比的另一份报告（{reason}）' },
  },
  example: '2023年报告除数字外与2022年报告逐句相同，占九成：2023年年报 similar。',
  *run(site, { params }) {
    const own = latestReports(site, EVERY_YEAR)
    const texts = new Map<AnnualReport, Text>()
    for (const report of [...own.map((one) => one.report), ...site.collectedReports]) {
      const text = textOf(site, report, params)
      if (text !== null) texts.set(report, text)
    }
    for (const [at, { year, report }] of own.entries()) {
      const before = own.filter((one) => one.year < year).slice(0, params.years)
      const earlier = before.map((one) => one.report)
      const others = site.collectedReports.filter((one) => one.year === year)
      const answer = judge(`${year}年年报`, report, { earlier, others }, texts, params)
      // Of older years only what is certain is told.
      if (at < params.years || answer.outcome === 'copied') yield answer
      for (const found of named(site, report))
        if (at < params.years || found.outcome === 'name-left') yield found
    }
    for (const year of new Set(site.collectedReports.map((one) => one.year))) {
      yield* amongOthers(site, year, texts, params)
      yield* namedOfUnits(site, year)
      yield* againstOwnPast(site, year, texts, params)
    }
    if (own.length === 0 && site.collectedReports.length === 0 && site.home !== null)
      yield {
        outcome: 'alone',
        subject: '政府信息公开年报',
        facts: { reason: '没有读到年度报告' },
        evidence: [citePage(site.home)],
      }
  },
})

interface Limits {
  readonly minShare: number
  readonly copiedShare: number
  readonly pastedShare: number
  readonly pastedParagraphs: number
  readonly minLength: number
  readonly minCopiedLength: number
}

/**
 * Two units with one text in one year, or a unit that only put new figures into its text of another year: copied. One report
 * may be put up twice, under two forms of its unit's name or (word for word and figure for figure) under two years.
 */
function likenessOf(
  one: AnnualReport,
  other: AnnualReport,
  share: number,
  texts: ReadonlyMap<AnnualReport, Text>,
  { minShare, copiedShare, pastedShare, pastedParagraphs }: Limits,
): 'distinct' | 'similar' | 'copied' {
  if (share < minShare) return 'distinct'
  const two =
    one.year === other.year
      ? unitsDiffer(one.title, other.title)
      : texts.get(one)?.whole !== texts.get(other)?.whole ||
        [one, other].every((report) => texts.get(report)?.saysYear === true)
  const isPasted =
    share >= pastedShare && pasted(texts.get(one), texts.get(other)) >= pastedParagraphs
  return two && (share >= copiedShare || isPasted) ? 'copied' : 'similar'
}

/** Share of a text that stands in paragraphs which the other has word for word. */
function pasted(one: Text | undefined, other: Text | undefined): number {
  const lengthOf = (lines: readonly string[]): number =>
    lines.reduce((sum, line) => sum + line.length, 0)
  const lines = one?.paragraphs ?? []
  const known = new Set(other?.paragraphs ?? [])
  return lines.length === 0
    ? 0
    : lengthOf(lines.filter((line) => known.has(line))) / lengthOf(lines)
}

type Outcome = 'distinct' | 'similar' | 'copied' | 'names-another' | 'name-left' | 'alone'

/** `short`: a few sentences, which are alike in many honest reports; only word for word they tell anything. */
interface Text {
  readonly runs: ReadonlySet<string>
  readonly short: boolean
  readonly whole: string
  /** In comparable form, without its unit's name and with all figures alike. */
  readonly paragraphs: readonly string[]
  /** It tells its own year in the text, not only in the title. */
  readonly saysYear: boolean
}

function textOf(site: SiteView, report: AnnualReport, limits: Limits): Text | null {
  const { content, url, year, title } = report
  if (content === undefined) return null
  const formless = content.form === 'none' ? site.pageAt(url)?.page.text.excerpt : undefined
  const prose = formless === undefined ? reportProse(content) : freeProse(formless)
  if (prose.length < Math.min(limits.minLength, limits.minCopiedLength)) return null
  const words = textsOf(site, url).map((text) => text.replaceAll(title, ''))
  const saysYear = words.some((text) => text.includes(`${year}年`))
  const short = prose.length < limits.minLength
  const whole = withoutUnit(prose, title)
  const paragraphs = prose.split('\n').map((line) => withoutUnit(line, title).replace(/\d+/g, '0'))
  return { runs: shinglesOf(whole), short, whole, paragraphs, saysYear }
}

function judge(
  subject: string,
  report: AnnualReport,
  { earlier, others }: Record<'earlier' | 'others', readonly AnnualReport[]>,
  texts: ReadonlyMap<AnnualReport, Text>,
  limits: Limits,
): Observation<Outcome> {
  const text = texts.get(report)
  const isShort = text === undefined || text.short
  const closest = text ? closestTo(text, isShort ? earlier : [...earlier, ...others], texts) : null
  const how =
    closest === null ? null : likenessOf(report, closest.report, closest.share, texts, limits)
  if (closest === null || how === null || (isShort && !isSame(report, closest.report, texts))) {
    const reason = isShort ? '文字部分没有读到或太短' : '没有读到往年的或其他单位的报告'
    return { outcome: 'alone', subject, facts: { reason }, evidence: [report.place] }
  }
  return {
    // A few sentences may be alike for good reason unless every figure of the forms is too.
    outcome: isShort && !sameFigures(report, closest.report) ? 'similar' : how,
    subject,
    facts: {
      other: closest.report.title,
      percent: percentOf(closest.share),
      title: report.title,
      more: '',
    },
    measure: { value: closest.share, unit: 'share' },
    evidence: [report.place, closest.report.place],
  }
}

/** A text that says how many of something: reports of units that had nothing to tell are alike for good reason. */
const COUNTS = /[1-9]\d*\s*[件条次份人期场个]/

/** Word for word and figure for figure, but for the year that it tells of. */
function isSame(
  one: AnnualReport,
  other: AnnualReport,
  texts: ReadonlyMap<AnnualReport, Text>,
): boolean {
  const [text, before] = [one, other].map((report) =>
    texts.get(report)?.whole.replaceAll(`${report.year}年`, '本年'),
  )
  return text !== undefined && text === before && COUNTS.test(text)
}

/** Why the text of a report may rightly name another unit: it went by that name, or took it over. */
const RENAMED =
  /更名|改名|合并|组建|机构改革|划转|划入|并入|原(?:名|为|[\u4e00-\u9fff]{2,12}[局委办])|撤[销并]|加挂/

/**
 * A text that takes itself for another unit's report. Sure where the title names the agency itself, or the other unit is
 * one whose reports stand here too, and nothing is said of a change.
 */
function* named(
  site: SiteView,
  { year, title, url, place }: AnnualReport,
): Generator<Observation<Outcome>> {
  const texts = textsOf(site, url)
  const found = otherUnitNamed(title, texts)
  if (found === null) return
  const onPage = site.pageAt(url)?.page.text.excerpt.includes(found.quote) === true
  const isKnown =
    compareForm(site.agency.name) === found.title ||
    site.collectedReports.some((one) => unitOfReport(one.title)?.endsWith(found.text) === true)
  const isSure = isKnown && year >= RENAMED_UNTIL && !texts.some((text) => RENAMED.test(text))
  yield {
    outcome: isSure ? 'name-left' : 'names-another',
    subject: `${year}年年报 单位名称`,
    facts: { own: found.title, named: found.text, title },
    evidence: onPage ? [place, { url, at: null, quote: found.quote }] : [place],
  }
}

/** The reform of 2018 and 2019 gave many units new names, which older reports still bear. */
const RENAMED_UNTIL = 2021

/** The same of reports that the portal gathers, in one finding of their year. */
function* namedOfUnits(site: SiteView, year: number): Generator<Observation<Outcome>> {
  const all = site.collectedReports
    .filter((report) => report.year === year)
    .flatMap((report) => [...named(site, report)])
  const sure = all.filter(({ outcome }) => outcome === 'name-left')
  const found = sure.length > 0 ? sure : all
  const [first] = found
  if (first === undefined) return
  yield {
    ...first,
    subject: `${year}年各单位年报 单位名称`,
    evidence: found.flatMap(({ evidence }) => evidence).slice(0, 8),
  }
}

function closestTo(
  text: Text,
  others: readonly AnnualReport[],
  texts: ReadonlyMap<AnnualReport, Text>,
): { readonly report: AnnualReport; readonly share: number } | null {
  let best: { readonly report: AnnualReport; readonly share: number } | null = null
  for (const report of others) {
    const other = texts.get(report)
    if (other === undefined || other.short !== text.short) continue
    const share = shareIn(text.runs, other.runs)
    if (best === null || share > best.share) best = { report, share }
  }
  return best
}

/** Reports of other units that the portal gathers, each against the others of its year; one finding a year. */
function* amongOthers(
  site: SiteView,
  year: number,
  texts: ReadonlyMap<AnnualReport, Text>,
  limits: Limits,
): Generator<Observation<Outcome>> {
  const all = site.collectedReports.filter((one) => one.year === year && texts.has(one))
  const pairs = all.flatMap((report, at) => {
    const text = texts.get(report)
    // 更正版 beside the first one: a report put up twice is no copy of another's.
    const others = all.slice(at + 1).filter((other) => !isOfOneUnit(report, other))
    const closest = text === undefined ? null : closestTo(text, others, texts)
    return closest === null ? [] : [{ report, share: closest.share, other: closest.report }]
  })
  const likeness = pairs
    .map((pair) => ({
      ...pair,
      how: likenessOf(pair.report, pair.other, pair.share, texts, limits),
    }))
    .filter(({ report, how }) => how === 'copied' || texts.get(report)?.short === false)
  const [closest] = [...likeness].sort((a, b) => b.share - a.share)
  if (closest === undefined) return
  const copied = likeness.filter(({ how }) => how === 'copied')
  const alike = copied.length > 0 ? copied : likeness.filter(({ how }) => how === 'similar')
  const outcome = copied.length > 0 ? 'copied' : alike.length > 0 ? 'similar' : 'distinct'
  const subject = `${year}年各单位年报`
  yield { ...ofPairs(alike, closest), outcome, subject }
}

function isOfOneUnit(one: AnnualReport, other: AnnualReport): boolean {
  const unit = unitOfReport(one.title)
  return unit !== null && unit === unitOfReport(other.title)
}

/** The unit of a report: its title without the year. */
const unitOf = ({ title }: AnnualReport): string =>
  compareForm(title.replace(/20\d{2}(?:年度?)?/, ''))

/** Fewer figures above zero are alike in the reports of many quiet years. */
const LEAST_FIGURES = 6

/** Every figure of the forms is the same, and enough of them say something. */
function sameFigures(one: AnnualReport, other: AnnualReport): boolean {
  const [figures = [], before = []] = [one, other].map(({ content }) =>
    [
      ...[...(content?.proactive ?? []), ...(content?.requests ?? [])].flatMap(
        ({ cells }) => cells,
      ),
      ...(content?.disputes ?? []),
    ].map(({ value }) => value),
  )
  return (
    figures.filter((value) => (value ?? 0) > 0).length >= LEAST_FIGURES &&
    figures.length === before.length &&
    figures.every((value, at) => value === before[at])
  )
}

/** Reports that units only copied from their own of an earlier year; nothing is asked of those that are merely alike. */
function* againstOwnPast(
  site: SiteView,
  year: number,
  texts: ReadonlyMap<AnnualReport, Text>,
  limits: Limits,
): Generator<Observation<Outcome>> {
  const copied = site.collectedReports
    .filter((report) => report.year === year)
    .flatMap((report) => {
      const text = texts.get(report)
      const past = site.collectedReports.filter(
        (one) => one.year < year && unitOf(one) === unitOf(report),
      )
      const closest = text === undefined ? null : closestTo(text, past, texts)
      // A few sentences are alike from year to year: only where every figure is too they are last year's report.
      return closest !== null &&
        (text?.short === false || sameFigures(report, closest.report)) &&
        likenessOf(report, closest.report, closest.share, texts, limits) === 'copied'
        ? [{ report, other: closest.report, share: closest.share }]
        : []
    })
    .sort((a, b) => b.share - a.share)
  const [first] = copied
  if (first === undefined) return
  yield { ...ofPairs(copied, first), outcome: 'copied', subject: `${year}年各单位年报 与往年` }
}

interface Pair {
  readonly report: AnnualReport
  readonly other: AnnualReport
  readonly share: number
}

/** What is told of pairs of one kind; of the closest of all (whose share is the measure) where none is alike. */
function ofPairs(alike: readonly Pair[], closest: Pair): Omit<Observation, 'outcome' | 'subject'> {
  const [first = closest] = [...alike].sort((a, b) => b.share - a.share)
  const rest = alike.filter((pair) => pair !== first)
  const names = rest.map(({ report, other }) => `“${report.title}”与“${other.title}”`)
  const shown = alike.length > 0 ? alike : [closest]
  return {
    facts: {
      other: first.other.title,
      percent: percentOf(first.share),
      title: first.report.title,
      pairs: alike.slice(0, 20).map(({ report, other }) => `${report.title} ↔ ${other.title}`),
      count: alike.length,
      more: names.length === 0 ? '' : `；同样的还有${listed(names, 3)}`,
    },
    measure: { value: closest.share, unit: 'share' },
    evidence: shown.flatMap(({ report, other }) => [report.place, other.place]).slice(0, 10),
  }
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}
