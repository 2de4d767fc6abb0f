/**
 * Budgets and accounts that a portal gathers from other bodies, and what any such paper is known by (year, kind, body): which
 * of them are of another year or another body than their title says, and which alone among their like leave out what all the
 * others tell. Which of that is a fault, and how sure, is the check's business.
 */
import { squash } from '#base/text'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { isInstitution, isOwnName, spokenFor } from './bodies.ts'
import { itemsMissing, otherYears, partsOfOtherYear } from './budget-words.ts'
import {
  BUDGET_OF,
  budgetParts,
  budgetYears,
  fileWords,
  hasWordsOnly,
  INFO_LINE,
  isBudgetPaper,
  ownWords,
} from './budgets.ts'
import { dayOfItem } from './columns.ts'
import { holdsMore } from './hollow-pages.ts'

export interface BudgetPaper {
  readonly year: number
  readonly word: string
}

/** Accounts beside the general ones, in which no office's “三公”经费 stand. */
const PIECE = /基金|国有资本|债务|转移支付|政府采购/

/** Year and kind of a paper; null for what is none, or of several years or kinds. */
export function budgetPaperOf(item: ColumnItem, first: number): BudgetPaper | null {
  const { title } = item
  if (!isBudgetPaper(item) || budgetParts(title).length > 1 || PIECE.test(title)) return null
  const [year, ...more] = new Set(budgetYears(title))
  const word = ['预算', '决算'].find((one) => title.replace('预决算', '').includes(one))
  if (year === undefined || more.length > 0 || word === undefined || year < first) return null
  return { year, word }
}

/** The body named before the year; '' where none is. */
export function bodyOfBudget({ title }: ColumnItem): string {
  return BUDGET_OF.exec(squash(title))?.[0] ?? ''
}

/** Long enough to be the paper, or short, with its figures, and nothing on the page that leads on. */
export function tellsBudget(
  site: SiteView,
  text: string,
  views: readonly PageView[],
  least: number,
): boolean {
  if (text.length >= LEAST_TEXT) return true
  if (text.length < SHORT_TEXT || !/收入/.test(text) || !/支出/.test(text)) return false
  const figures = (text.match(MONEY) ?? []).length
  return text.length >= least || (figures >= 2 && views.every((view) => hasWordsOnly(site, view)))
}

const MONEY = /\d[\d.,]*\s*万?元/g
export const LEAST_TEXT = 200
export const SHORT_TEXT = 80
/** So many mentions of another year tell, more where a file that was not read stands beside them. */
export const LEAST_SAID = 2
export const LEAST_ALONE = 4
/** So many papers of the same year and kind tell of it on their pages and in their files: that is where it stands here. */
export const LEAST_PEERS = 2

/** An entry of its own tells the “三公”经费 of that year: no other body's than the one of `paper`. */
export function isToldApart(
  columns: readonly Column[],
  subject: string,
  paper?: ColumnItem,
): boolean {
  const own = paper === undefined ? null : ['', bodyOfBudget(paper)]
  return columns
    .flatMap(({ items }) => items)
    .filter(({ title }) => title.includes('三公') && title.includes(subject.slice(0, 4)))
    .some((item) => own === null || own.includes(bodyOfBudget(item)))
}

/** Accounts are of a year that is over: a title with the year in which they were put up means the one before. */
export function isOfYearBefore(
  site: SiteView,
  item: ColumnItem,
  text: string,
  year: string,
): boolean {
  const isPutUp = dayOfItem(site, item)?.day.startsWith(year) === true
  return isPutUp && item.title.includes('决算') && text.includes(`${Number(year) - 1}年`)
}

export interface UnitPaper extends BudgetPaper {
  readonly item: ColumnItem
  readonly view: PageView
  readonly body: string
  /** 2026年预算. */
  readonly kind: string
}

/** Papers of other bodies than the portal's own, each page once. */
export function unitPapers(
  site: SiteView,
  columns: readonly Column[],
  first: number,
): readonly UnitPaper[] {
  const found = new Map<string, UnitPaper>()
  for (const item of columns.flatMap(({ items }) => items)) {
    const paper = budgetPaperOf(item, first)
    const body = bodyOfBudget(item)
    const view = item.url === null ? null : site.pageAt(item.url)
    if (paper === null || view === null || body === '' || isOwnName(site, body)) continue
    found.set(view.page.url, { item, view, body, ...paper, kind: `${paper.year}年${paper.word}` })
  }
  return [...found.values()]
}

export interface OfOtherYear extends UnitPaper {
  readonly said: readonly string[]
  /** So often that no file can be right beside it, or there is none. */
  readonly isSure: boolean
}

/** Papers of other units whose own words are all of another year. */
export function unitsOfOtherYears(
  site: SiteView,
  papers: readonly UnitPaper[],
): readonly OfOtherYear[] {
  return papers.flatMap((paper): readonly OfOtherYear[] => {
    const { item, view, word } = paper
    const words = ownWords(site, [view]) ?? ''
    const year = String(paper.year)
    // Accounts called after the year in which they were put up.
    const isAhead = word === '决算' && site.asOf.startsWith(year)
    if (isAhead || words.length < LEAST_TEXT || isOfYearBefore(site, item, words, year)) return []
    const said = otherYears(words, year, LEAST_SAID)
    const least = holdsMore(view) ? LEAST_ALONE : LEAST_SAID
    const isSure = otherYears(words, year, least).length > 0
    return said.length === 1 ? [{ ...paper, said, isSure }] : []
  })
}

interface WholePaper extends UnitPaper {
  readonly text: string
  /** Of its files alone. */
  readonly filed: string
}

/** Those read whole with all their files. */
function readWhole(site: SiteView, papers: readonly UnitPaper[]): readonly WholePaper[] {
  return papers.flatMap((paper): readonly WholePaper[] => {
    const [words, files] = [ownWords(site, [paper.view]), fileWords(site, [paper.view])]
    const text = `${words}\n${files}`
    if (words === null || files === null || !/收入/.test(text) || !/支出/.test(text)) return []
    return [{ ...paper, text, filed: files }]
  })
}

/** An organ, by its name and its own words. */
const ORGAN = /(?:局|委|委员会|厅|办事处|办公室)(?:本级|机关)?[（(]?$/

/** Papers that alone among their kind say nothing of the item (`least` others do, and nearly all of them). */
export function unitsLeavingOut(
  site: SiteView,
  papers: readonly UnitPaper[],
  name: string,
  least: number,
): readonly UnitPaper[] {
  const read = readWhole(site, papers).map((paper) => ({
    ...paper,
    tells: itemsMissing(paper.text, [name], true).length === 0,
  }))
  return read.filter(({ kind, tells, text, view, body }) => {
    const like = read.filter((one) => one.kind === kind)
    const peers = like.filter((one) => one.tells).length
    const isOwed = least <= LEAST_PEERS || (ORGAN.test(body) && !isInstitution(text, body))
    const isMost = least <= LEAST_PEERS || peers >= MOST * (like.length - 1)
    return (
      !tells && isOwed && isMost && peers >= least && tellsBudget(site, text, [view], LEAST_TEXT)
    )
  })
}

const MOST = 0.8

/** Papers that speak for another body of the same list, and nowhere of the one that their title names. */
export function unitsSpeakingFor(
  site: SiteView,
  papers: readonly UnitPaper[],
): readonly (UnitPaper & { readonly other: string })[] {
  // The treasury is named in everybody's papers.
  const bodies = [...new Set(papers.map(({ body }) => body.replace(/[（(]$/, '')))].filter(
    (name) => !/财政局$/.test(name),
  )
  return readWhole(site, papers).flatMap((paper) => {
    const own = paper.body.replace(/[（(]$/, '')
    // The page that offers the file bears the title's name.
    const speaking = paper.filed.length >= LEAST_TEXT ? paper.filed : paper.text
    const text = speaking
      .split('\n')
      .filter((line) => !INFO_LINE.test(line))
      .join('\n')
    const others = bodies.filter((name) => name !== own)
    const other = spokenFor(text, own, others, ofBudgets)
    return other === null ? [] : [{ ...paper, other }]
  })
}

/** What only its own paper says of a body; 县财政局2026年预算批复 stands in anybody's. */
const ofBudgets = (name: string): string =>
  `${name}(?:本级|机关)?(?:20\\d\\d年度?(?:部门|单位)?(?:收[支入]|[预决]算)(?![^。\\n]{0,12}(?:批复|编制|要求|通知|安排|文件))|部门(?:主要)?(?:职[责能]|概况|[预决]算(?!批复))|的?主要职[责能]|概况|(?:是|为|系)[^，。\\n]{0,12}(?:部门|机构|单位))`

/** Papers of which one item is told of another year throughout. */
export function unitsWithOtherParts(
  site: SiteView,
  papers: readonly UnitPaper[],
): readonly (UnitPaper & { readonly part: string; readonly said: string })[] {
  return readWhole(site, papers).flatMap((paper) => {
    const found = partsOfOtherYear(paper.text, paper.year)
    return found === null ? [] : [{ ...paper, ...found }]
  })
}
