/**
 * Editions of papers that come year after year or month after month under one title, as the lists of a portal show them:
 * which edition came last, and which one is overdue by the rhythm of those before it; of budgets that several units put up
 * side by side, which units lack this year's. Which of them are owed, and how long is too long, is the check's business.
 */
import { addDays, daysBetween } from '#base/day'
import { compareForm, squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { ColumnItem, SiteView } from '#model/site-view'
import { dayOfItem } from './columns.ts'

export interface Overdue {
  /** Title of the edition before the one that is missing. */
  readonly last: ColumnItem
  readonly lastDay: CivilDay
  /** 2026年, 2026年6月 */
  readonly missing: string
  /** Days since it was to be expected. */
  readonly days: number
}

interface Edition {
  readonly item: ColumnItem
  readonly day: CivilDay
  /** Years, or months since year 0. */
  readonly at: number
}

const YEAR = /20\d\d(?=\s*年|\s*[（(]|-|—|度)/g
const MONTH = /(20\d\d)\s*年\s*(1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*\d)/
/** Fewer months are no habit. */
const LEAST_MONTHS = 4
const YEAR_DAYS = 365
const MONTH_DAYS = 31

/** Yearly papers whose editions of two years running stand here, and whose next one, expected a year after the last, does not. */
export function overdueYears(site: SiteView, owed: RegExp, asOf: CivilDay): readonly Overdue[] {
  const titles = site.columns.flatMap(({ items }) => items.map(({ title }) => title))
  return groups(site, asOf, (title) => {
    const years = new Set(title.match(YEAR) ?? [])
    const [year] = years
    if (years.size !== 1 || year === undefined || MONTH.test(title) || !owed.test(title))
      return null
    return { at: Number(year), pattern: title.replace(YEAR, '') }
  }).flatMap(([pattern, editions]) => {
    const [last, before] = editions
    if (last === undefined || before === undefined || before.at !== last.at - 1) return []
    const next = String(last.at + 1)
    // The next one under another title, or its year told otherwise.
    const kind = owed.exec(pattern)?.[0] ?? pattern
    if (titles.some((title) => title.includes(next) && squash(title).includes(kind))) return []
    const days = daysBetween(addDays(last.day, YEAR_DAYS), asOf)
    return [{ last: last.item, lastDay: last.day, missing: `${next}年`, days }]
  })
}

/** Monthly papers with so many editions within the year before the last, and none after it. */
export function overdueMonths(site: SiteView, owed: RegExp, asOf: CivilDay): readonly Overdue[] {
  return groups(site, asOf, (title) => {
    const [words, year, month] = MONTH.exec(title) ?? []
    if (words === undefined || !owed.test(title)) return null
    return { at: Number(year) * 12 + Number(month) - 1, pattern: title.replace(words, '') }
  }).flatMap(([, editions]) => {
    const [last] = editions
    if (last === undefined) return []
    const months = new Set(editions.filter(({ at }) => at > last.at - 12).map(({ at }) => at))
    if (months.size < LEAST_MONTHS) return []
    const next = last.at + 1
    const days = daysBetween(addDays(last.day, MONTH_DAYS), asOf)
    const missing = `${Math.floor(next / 12)}年${(next % 12) + 1}月`
    return [{ last: last.item, lastDay: last.day, missing, days }]
  })
}

/** Dated entries of all local columns by what their titles have in common, the latest edition first. */
function groups(
  site: SiteView,
  asOf: CivilDay,
  read: (title: string) => { readonly at: number; readonly pattern: string } | null,
): readonly (readonly [string, readonly Edition[]])[] {
  const found = new Map<string, Map<number, Edition>>()
  for (const { kind, items } of site.columns) {
    if (kind !== 'local') continue
    for (const item of items) {
      const told = read(squash(item.title))
      const day = told === null ? undefined : dayOfItem(site, item)?.day
      if (told === null || day === undefined || day > asOf) continue
      const key = compareForm(told.pattern)
      const editions = found.get(key) ?? new Map<number, Edition>()
      if (!editions.has(told.at)) editions.set(told.at, { item, day, at: told.at })
      found.set(key, editions)
    }
  }
  return [...found].map(([key, editions]) => [
    key,
    [...editions.values()].sort((a, b) => b.at - a.at),
  ])
}

interface UnitsOfYear {
  /** Names of units whose paper of the year is there. */
  readonly having: readonly string[]
  /** Last papers of units that have none of the year. */
  readonly lacking: readonly { readonly unit: string; readonly item: ColumnItem }[]
  /** Units that had none before: one of those that lack may have taken this name. */
  readonly fresh: readonly string[]
}

/** 某市水利局2026年度部门预算公开: the unit before the year. */
const OF_UNIT =
  /^(?:关于)?([\p{Script=Han}]{3,30}?(?:局|委|委员会|厅|办|办公室|署|院|中心|站|所|队|会|馆|校|政府|街道|镇|乡)(?:[（(](?:本级|机关|汇总)[）)]|本级|机关)?)(?:关于(?:公开)?)?(20\d\d)年?度?(?:部门|单位)?(?:收支)?([预决])算(?!执行|调整|绩效)/u

export function unitsOfYear(
  items: readonly ColumnItem[],
  word: '预算' | '决算',
  year: number,
): UnitsOfYear {
  const years = new Map<string, Map<number, ColumnItem>>()
  const before = new Set<string>()
  for (const item of items) {
    const [, unit, of, kind] = OF_UNIT.exec(squash(item.title)) ?? []
    if (unit === undefined) continue
    const name = compareForm(unit)
    if (Number(of) < year) before.add(name)
    if (`${kind}算` === word)
      years.set(name, (years.get(name) ?? new Map<number, ColumnItem>()).set(Number(of), item))
  }
  const all = [...years]
  const having = all.filter(([, papers]) => papers.has(year)).map(([name]) => name)
  const isSame = (a: string, b: string): boolean => a.includes(b) || b.includes(a)
  const lacking = all.flatMap(([unit, papers]) => {
    const item = papers.get(year - 1)
    const has = papers.has(year) || having.some((one) => isSame(one, unit))
    return item === undefined || has ? [] : [{ unit, item }]
  })
  const fresh = having.filter((name) => !before.has(name))
  return { having, lacking, fresh }
}
