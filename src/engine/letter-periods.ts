/**
 * Up to when the statistics of letters reach: the youngest month, quarter, half or year that their titles and the first cells
 * of their rows name. How long they may be silent depends on the period that they go by.
 */
import { addDays, addMonths } from '#base/day'
import { hanNumber } from '#base/han-numbers'
import type { CivilDay, Page } from '#model/page'
import { hiddenByScript, type PageView } from '#model/site-view'

export interface LastPeriod {
  /** 2026年5月 */
  readonly words: string
  /** As printed. */
  readonly quote: string
  readonly end: CivilDay
  readonly url: string
}

/** Months after the end of the youngest period, by its own length, in which the next must be out. */
const GRACE: Readonly<Record<number, number>> = { 1: 3, 3: 6, 6: 9, 12: 14 }

const PERIOD =
  /(20\d{2})\s?年(?:度)?\s?(?:(?:(1[0-2]|0?[1-9])\s?月?\s?[-—–~至到]\s?)?(1[0-2]|0?[1-9])\s?月(?:份)?(?!\s?\d{1,2}\s?[日号])|(?:第)?([一二三四1-4])\s?季度|([上下])半年|(前三季度)|(?=[^\d月]{0,12}(?:统计|情况|汇总|通报|报告|分析)))/g
const ROW_MONTH = /^\s*(1[0-2]|[1-9])月(?:份)?\s+\d/gm

interface Ending {
  readonly words: string
  readonly quote: string
  readonly end: CivilDay
  readonly months: number
}

function endingsIn(text: string): readonly Ending[] {
  return [...text.matchAll(PERIOD)].map((match): Ending => {
    const [words, year = '', , month, quarter, half, three] = match
    const [last, months] =
      month !== undefined
        ? [Number(month), 1]
        : quarter !== undefined
          ? [3 * (hanNumber(quarter) ?? Number(quarter)), 3]
          : half !== undefined
            ? [half === '上' ? 6 : 12, 6]
            : three !== undefined
              ? [9, 3]
              : [12, 12]
    return { words, quote: words, end: endOf(Number(year), last), months }
  })
}

function endOf(year: number, month: number): CivilDay {
  const next = addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1)
  return addDays(next, -1)
}

/** 1月 … 5月, rows below a head or title that names the one year. */
function rowsIn(text: string): readonly Ending[] {
  const years = new Set([...text.matchAll(/(20\d{2})\s?年/g)].map(([, year]) => Number(year)))
  const [year] = years
  if (year === undefined || years.size > 1) return []
  const rows = [...text.matchAll(ROW_MONTH)]
  return rows.length < 2
    ? []
    : rows.map(([quote, month]) => ({
        words: `${year}年${month}月`,
        quote: quote.trim(),
        end: endOf(year, Number(month)),
        months: 1,
      }))
}

/** A line of the board itself that counts letters. */
const COUNTS =
  /(?:收到|受理|来信|留言|信件|办结|回复|答复)[^\n]{0,12}\d+\s?(?:件|封|条)|(?:办结|答复|回复)率/

/** Days that the page prints after its figures ended: it may have been kept up otherwise. */
const LATER = /(?:更新|截至|截止|统计)[^\n]{0,8}(20\d{2})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]/

/**
 * The youngest period of all these pages and titles (`beside`: where letters are counted too), where it ended so long ago that a younger one is owed; null where one is out,
 * none is named, or a page may show more than was read.
 */
export function stoppedAt(
  views: readonly PageView[],
  titles: readonly { readonly text: string; readonly url: string }[],
  beside: readonly PageView[],
  asOf: CivilDay,
): LastPeriod | null {
  if (views.some((view) => hiddenByScript(view) !== null)) return null
  const told = [
    ...titles.flatMap(({ text, url }) => endingsIn(text).map((one) => ({ ...one, url }))),
    ...views.flatMap(({ page }) => inPage(page).map((one) => ({ ...one, url: page.url }))),
  ].filter(({ end }) => end < addMonths(asOf, 2))
  const youngest = told.reduce<(typeof told)[number] | null>(
    (best, one) => (best === null || one.end > best.end ? one : best),
    null,
  )
  if (youngest === null) return null
  const grace = GRACE[youngest.months] ?? 14
  if (addMonths(youngest.end, grace) >= asOf) return null
  const counted = beside.flatMap(({ page }) =>
    page.text.excerpt.split('\n').filter((line) => COUNTS.test(line)),
  )
  if (counted.some((line) => endingsIn(line).some(({ end }) => end > youngest.end))) return null
  return views.some(({ page }) => isLater(page, youngest.end)) ? null : youngest
}

function inPage(page: Page): readonly Ending[] {
  const heading = `${page.title ?? ''}\n${page.text.excerpt}`
  const rows = rowsIn(heading)
  // The year over a table of months is no year that ended.
  const told = endingsIn(heading).filter(({ months }) => rows.length === 0 || months < 12)
  return [...told, ...rows]
}

function isLater(page: Page, end: CivilDay): boolean {
  const found = LATER.exec(page.text.excerpt)
  return found !== null && `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-31` > addMonths(end, 2)
}
