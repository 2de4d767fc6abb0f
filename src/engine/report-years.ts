/**
 * What speaks against the year in an annual report's title: the period that its figures are of, its own heading, the year
 * that its sentences tell of, the day on which it was put up. Judges nothing.
 */
import type { AnnualReport } from '#model/site-view'

export interface YearDoubt {
  /** Title against text and day of publication: nothing else can be meant. */
  readonly sure: boolean
  /** Chinese, what speaks against the year of the title. */
  readonly words: string
  readonly url: string
  /** The sentence of the text, where one does. */
  readonly quote: string | null
  /** The text itself says that its figures are of another year: whichever is wrong, one of the two is. */
  readonly stated: boolean
  /** It is the period of its figures that says so. */
  readonly ofPeriod?: true
}

/** Words around the days that make them those of the report's own figures. */
const OF_FIGURES = /统计|期限|所列数据|数据(?:的)?(?:时间|期间|范围)|起止/
const AROUND = 24

/** `统计期限为2022年1月1日至2022年12月31日`: the year a report tells of. */
const PERIOD =
  /(20\d{2})年0?1月0?1日(?:起)?[，,]?(?:至|到|—+|-+|－|–|~|～)(?:(20\d{2})年)?12月31日/g

/** 自2024年1月1日起至2025年12月31日止 in the report of 2025: one of the two years was not brought up to date. */
function twoYears(year: number, texts: readonly string[]): string | null {
  for (const text of texts)
    for (const { 0: quote, 1: from, 2: to = from, index } of text.matchAll(PERIOD)) {
      const stated = OF_FIGURES.test(text.slice(Math.max(0, index - AROUND), index))
      if (stated && from !== to && (Number(from) === year || Number(to) === year)) return quote
    }
  return null
}

/** What speaks against the year in a report's title; null where nothing does or the title names none in figures. */
export function titleYearDoubt(
  { year, title, url, publishedOn }: AnnualReport,
  texts: readonly string[],
): YearDoubt | null {
  if (!new RegExp(`(?<!\\d)${year}(?!\\d)`).test(title)) return null
  const periods = texts.flatMap((text) =>
    [...text.matchAll(PERIOD)]
      .filter(([, from, to]) => to === undefined || to === from)
      .map(({ 0: quote, 1: from, index }) => ({
        quote,
        year: Number(from),
        stated: OF_FIGURES.test(text.slice(Math.max(0, index - AROUND), index)),
      })),
  )
  const published = publishedOn === null ? null : Number(publishedOn.value.slice(0, 4))
  const twice = twoYears(year, texts)
  if (twice !== null)
    return {
      sure: false,
      words: `正文的统计期限是${twice}，不是一年`,
      url,
      quote: twice,
      stated: true,
      ofPeriod: true,
    }
  const [period] = periods
  if (
    period !== undefined &&
    periods.every((one) => one.year === period.year) &&
    period.year !== year
  ) {
    const agrees = published === period.year + 1 && published !== year + 1
    return {
      sure: agrees,
      words: `正文的统计期限是${period.quote}${publishedOn === null ? '' : `，发布于 ${publishedOn.value}`}`,
      url,
      quote: period.quote,
      stated: period.stated,
      ofPeriod: true,
    }
  }
  const stale = receivedBefore(year, texts)
  if (stale !== null)
    return {
      sure: false,
      words: `正文写的收到申请数却是${stale.year}年的：“${stale.quote}”`,
      url,
      quote: stale.quote,
      stated: true,
    }
  const headed = otherYearHeaded(year, texts)
  if (headed !== null)
    return { sure: false, words: `正文的标题写的却是“${headed}”`, url, quote: headed, stated: true }
  const told = period === undefined ? otherYearTold(year, texts) : null
  if (told !== null)
    return {
      sure: false,
      words: `正文说的却是${told.year}年（共 ${told.count} 处），没有提到${year}年`,
      url,
      quote: told.quote,
      stated: false,
    }
  // A year is told of when it is over; the last days of December are let pass.
  if (period === undefined && publishedOn !== null && publishedOn.value < `${year}-12-20`)
    return {
      sure: false,
      words: `却发布于 ${publishedOn.value}，这一年还没有过完`,
      url,
      quote: null,
      stated: false,
    }
  return null
}

/** `2021年，我局…`: what a sentence tells of, apart from titles and papers of that year. */
const RECEIVED = /(?:新收|收到|受理|接收)[^。；\n\d]{0,20}申请[^。；\n\d]{0,6}\d+\s*[件条份宗]/
const COMPARED = /比|较|同期|上年(?!结转)|去年/

/** A year left standing is one of the last few. */
const YEARS_LEFT = 3

/** `2023年，共新收到申请3件` in the report of 2024, which nowhere tells how many came in its own year. */
function receivedBefore(
  year: number,
  texts: readonly string[],
): { readonly year: number; readonly quote: string } | null {
  const told = texts
    .join('\n')
    .split(/[。；\n]/)
    .filter((sentence) => RECEIVED.test(sentence))
    .map((sentence) => {
      const before = sentence.slice(0, sentence.search(RECEIVED))
      const years = [...before.matchAll(/(20\d{2})年/g)].map(([, one]) => Number(one))
      const [first] = COMPARED.test(sentence) ? [] : years
      const isOne = first !== undefined && years.every((one) => one === first)
      return { quote: sentence.trim().slice(0, 40), year: isOne ? first : year }
    })
  const [first] = told
  const isLeft = told.every((one) => one.year === first?.year)
  return first !== undefined && isLeft && first.year < year && first.year >= year - YEARS_LEFT
    ? first
    : null
}

/** A line that is the heading of a report; lists of other years stand further down. */
const HEADING_OF_YEAR =
  /^[^，。；：:\d]{0,40}(20\d{2})年度?政府信息公开(?:工作)?(?:年度报告|年报)\s*$/
const FIRST_LINES = 5

/** The heading over a page's or a file's own text, where it bears another year than the title and none bears the title's. */
function otherYearHeaded(year: number, texts: readonly string[]): string | null {
  for (const text of texts) {
    const lines = text.split('\n').map((line) => line.trim())
    const heads = lines
      .filter((line) => line !== '')
      .slice(0, FIRST_LINES)
      .filter((line) => HEADING_OF_YEAR.test(line))
    const [first] = heads
    if (first !== undefined && !heads.some((line) => line.includes(String(year)))) return first
  }
  return null
}

const TOLD_YEAR = /(20\d{2})年(?:度)?(?=[，,来以我全本局共内主积认]|度?政府信息公开工作)/g
const LEAST_TOLD = 2

/** The one year that the text tells of again and again, where it never says the title's. */
function otherYearTold(
  year: number,
  texts: readonly string[],
): { readonly year: number; readonly count: number; readonly quote: string } | null {
  const text = texts
    .join('\n')
    .replace(/[^。；\n]{0,40}20\d{2}年度?政府信息公开(?:工作)?(?:年度报告|年报)/g, '')
  if (new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text)) return null
  const told = [...text.matchAll(TOLD_YEAR)]
  const [first] = told
  if (first === undefined || told.length < LEAST_TOLD) return null
  const only = told.every(([, one]) => one === first[1])
  const [quote = ''] = text.slice(first.index, first.index + 24).split(/[。；\n]/)
  return only ? { year: Number(first[1]), count: told.length, quote } : null
}
