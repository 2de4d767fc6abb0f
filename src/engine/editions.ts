/**
 * Editions of papers that come year after year or month after month under one title, as the lists of a portal show them:
 * which edition came last, and which one is overdue by the rhythm of those before it; of budgets that several units put up
 * side by side, which units lack this year's. Which of them are owed, and how long is too long, is the check's business.
 */
import { addDays, daysBetween } from '#base/day'
import { isShortOffice } from '#base/office-name'
import { compareForm, squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { isOwnName, withoutPlace } from './bodies.ts'
import { budgetYears, withDigits } from './budgets.ts'
import { dayOfItem } from './columns.ts'

export interface Overdue {
  /** Title of the edition before the one that is missing. */
  readonly last: ColumnItem
  readonly lastDay: CivilDay
  /** 2026年, 2026年6月 */
  readonly missing: string
  /** Days since it was to be expected. */
  readonly days: number
  /** See `Kind`. */
  readonly owed?: boolean
  /** Too few to show a rhythm but by the name that they give themselves (月报). */
  readonly few?: boolean
}

interface Edition {
  readonly item: ColumnItem
  readonly day: CivilDay
  /** Years, or months since year 0. */
  readonly at: number
}

/** A paper that comes again and again: the words that name it, and wider ones by which the next one may go. */
export interface Kind {
  readonly named: RegExp
  readonly like: RegExp
  /** Owed every year by a general rule: one edition shows whose it is, and none ends by itself. */
  readonly owed?: true
}

const YEAR = /20\d\d(?=\s*年|\s*[（(]|-|—|度)/g
const MONTH = /(20\d\d)\s*年\s*(1[0-2]|0?[1-9])\s*月(?:份)?(?!\s*\d)/
/** Fewer months are no habit. */
const LEAST_MONTHS = 4
const YEAR_DAYS = 365
const MONTH_DAYS = 31
/** A later paper so many days after the last one is no second copy of it. */
const APART_DAYS = 20

interface Series {
  readonly kind: Kind
  readonly pattern: string
  /** The latest first. */
  readonly editions: readonly Edition[]
}

/** The portal's own papers of these kinds by what their titles have in common. */
function seriesOf(
  site: SiteView,
  kinds: readonly Kind[],
  asOf: CivilDay,
  read: (title: string) => { readonly at: number; readonly pattern: string } | null,
  columns: readonly Column[] = site.columns,
): readonly Series[] {
  const kindOf = (title: string): Kind | undefined => kinds.find(({ named }) => named.test(title))
  const own = (title: string): ReturnType<typeof read> =>
    kindOf(title) === undefined || isOfOthers(site, title) ? null : read(title)
  return groups(site, columns, asOf, own).flatMap(([pattern, editions]) => {
    const kind = kindOf(pattern)
    return kind === undefined ? [] : [{ kind, pattern, editions }]
  })
}

/** Yearly papers whose editions of two years running stand here, and whose next one, expected a year after the last, does not. */
export function overdueYears(
  site: SiteView,
  kinds: readonly Kind[],
  asOf: CivilDay,
): readonly Overdue[] {
  return seriesOf(site, kinds, asOf, (title) => {
    const years = new Set(title.match(YEAR) ?? [])
    const [year] = years
    if (years.size !== 1 || year === undefined || MONTH.test(title)) return null
    return { at: Number(year), pattern: title.replace(YEAR, '') }
  }).flatMap(({ kind, pattern, editions: [last, before] }) => {
    if (last === undefined || (before?.at !== last.at - 1 && kind.owed !== true)) return []
    const next = last.at + 1
    const isNext = ({ title }: ColumnItem): boolean =>
      kind.like.test(title) && budgetYears(title).includes(next)
    if (goesOn(site, kind, pattern, last) || itemsOf(site).some(isNext)) return []
    const days = daysBetween(addDays(last.day, YEAR_DAYS), asOf)
    const owed = kind.owed === true
    return [{ last: last.item, lastDay: last.day, missing: `${next}年`, days, owed }]
  })
}

/** Monthly papers, by so many editions within the year before the last or by their own name, and none after it. */
export function overdueMonths(
  site: SiteView,
  kinds: readonly Kind[],
  asOf: CivilDay,
): readonly Overdue[] {
  return seriesOf(site, kinds, asOf, (title) => {
    const [words, year, month] = MONTH.exec(title) ?? []
    if (words === undefined || OF_SEASON.test(title)) return null
    return { at: Number(year) * 12 + Number(month) - 1, pattern: title.replace(words, '') }
  }).flatMap(({ kind, pattern, editions }) => {
    const [last] = editions
    if (last === undefined) return []
    const all = new Set(editions.map(({ at }) => at))
    const months = [...all].filter((at) => at > last.at - 12)
    const next = last.at + 1
    // A season ended then the year before too.
    const isSeason = Math.min(...all) < next - 12 && !all.has(next - 12)
    const few = months.length < LEAST_MONTHS
    if ((few && !/月报/.test(pattern)) || isSeason || goesOn(site, kind, pattern, last)) return []
    const days = daysBetween(addDays(last.day, MONTH_DAYS), asOf)
    const missing = `${Math.floor(next / 12)}年${(next % 12) + 1}月`
    return [{ last: last.item, lastDay: last.day, missing, days, few }]
  })
}

/** A kind that the sources want every quarter, in the columns of a topic. */
export interface QuarterlyKind extends Kind {
  readonly topic: string
}

export interface OverdueQuarter extends Overdue {
  /** Quarters one after the other up to the last, within a year. */
  readonly running: number
  /** Nothing came in the columns of the topic since. */
  readonly silent: boolean
  /** A column of the topic leads elsewhere or was not read: what is missing may stand there. */
  readonly elsewhere: boolean
}

/** Of each kind the quarterly series that ran longest, where no later period is told of by any paper of the kind. */
export function overdueQuarters(
  site: SiteView,
  kinds: readonly QuarterlyKind[],
  asOf: CivilDay,
): readonly OverdueQuarter[] {
  return kinds.flatMap((kind) => {
    const columns = site.columns.filter(
      ({ topic }) => topic?.value === kind.topic && topic.sureness >= SURE_TOPIC,
    )
    const items = columns.flatMap((column) => column.items)
    const elsewhere = columns.some(({ kind, url }) => kind !== 'local' || site.pageAt(url) === null)
    const overdue = seriesOf(site, [kind], asOf, quarterOf, columns).flatMap(
      ({ pattern, editions }) => {
        const [last] = editions
        if (last === undefined || isQuarterOfSeason(editions, last.at + 1)) return []
        const isLater = ({ title }: ColumnItem): boolean =>
          (periodOf(title) ?? 0) > last.at && !OF_PERSONS.test(title)
        if (items.some(isLater) || goesOn(site, kind, pattern, last)) return []
        const found: OverdueQuarter = {
          last: last.item,
          lastDay: last.day,
          missing: nameOfQuarter(last.at + 1),
          days: daysBetween(addDays(last.day, QUARTER_DAYS), asOf),
          running: runningTo(editions, last.at),
          silent: !items.some(
            (item) => (dayOfItem(site, item)?.day ?? asOf) > addDays(last.day, APART_DAYS),
          ),
          elsewhere,
        }
        return [found]
      },
    )
    return overdue.sort((a, b) => b.running - a.running).slice(0, 1)
  })
}

const SURE_TOPIC = 0.8
const QUARTER_DAYS = 92
/** Lists of persons come by rules of their own, and are no figures. */
export const OF_PERSONS = /名单|对象|家庭|名册/
/** 2026年第一季度, 2026年1—3月, 截至2026年3月底; 上半年 and 前三季度 report on the quarter that they end with. */
const QUARTER =
  /截[至止](20\d\d)年(3|6|9|12)月(?:底|末)|(20\d\d)年度?(?:第?([一二三四1-4])季度|(上半年)|(前三季度)|(?:全年|下半年)|(?:[1一]月?份?[-—－–~～至到]+|截[至止])(3|6|9|12|三|六|九|十二)月(?:份|底|末)?)/
const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  六: 6,
  九: 9,
  十二: 12,
}

/** The quarter since year 0 that a title reports on, and what is left of the title. */
export function quarterOf(title: string): { readonly at: number; readonly pattern: string } | null {
  const [words, endYear, endMonth, year, quarter, half, three, month] = QUARTER.exec(title) ?? []
  if (words === undefined) return null
  const number = (text: string): number => NUMERALS[text] ?? Number(text)
  const until = endMonth ?? month
  const told =
    until !== undefined
      ? number(until) / 3
      : quarter !== undefined
        ? number(quarter)
        : half !== undefined
          ? 2
          : three !== undefined
            ? 3
            : 4
  return { at: Number(endYear ?? year) * 4 + told - 1, pattern: title.replace(words, '') }
}

/** The quarter that a title reports on, or in which its month lies. */
function periodOf(title: string): number | null {
  const told = quarterOf(squash(title))
  if (told !== null) return told.at
  const [, year, month] = UP_TO_MONTH.exec(squash(title)) ?? []
  return year === undefined ? null : Number(year) * 4 + Math.ceil(Number(month) / 3) - 1
}

/** 2026年5月, 2026年1-5月. */
const UP_TO_MONTH = /(20\d\d)年(?:1?\d月?[-—－–~～至到]+)?(1[0-2]|0?[1-9])月/

const nameOfQuarter = (at: number): string =>
  `${Math.floor(at / 4)}年第${'一二三四'.charAt(at % 4)}季度`

function runningTo(editions: readonly Edition[], last: number): number {
  const all = new Set(editions.map(({ at }) => at))
  const gap = [1, 2, 3].find((back) => !all.has(last - back))
  return gap ?? 4
}

/** The same quarter was left out the year before too. */
function isQuarterOfSeason(editions: readonly Edition[], next: number): boolean {
  const all = editions.map(({ at }) => at)
  return Math.min(...all) < next - 4 && !all.includes(next - 4)
}

const itemsOf = ({ columns }: SiteView): readonly ColumnItem[] =>
  columns.flatMap(({ items }) => items)

/** A later paper goes by the kind's words, or begins as its editions do and was cut. */
function goesOn(site: SiteView, { like }: Kind, pattern: string, last: Edition): boolean {
  return itemsOf(site).some((item) => {
    const { title } = item
    const cut = /^(.{4,})(?:…|\.{2,})$/.exec(squash(title))?.[1]?.replace(YEAR, '')
    const isCut = cut !== undefined && compareForm(pattern).startsWith(compareForm(cut))
    if (!isCut && (!like.test(title) || ABOUT.test(title))) return false
    const day = dayOfItem(site, item)?.day
    return day !== undefined && day > addDays(last.day, APART_DAYS)
  })
}

/** What is measured in some months of the year only. */
const OF_SEASON = /浴场|采暖|供暖|取暖|汛期|枯水|丰水|[夏冬秋春]季/
/** A meeting or a talk about the paper is none; 在…会议上的政府工作报告 is. */
const ABOUT = /会议(?!上)|听取|审议|讨论|学习|解读|图解|征求意见|培训|任务|分工|责任分解/

/** The body that a title names before its year, and the place that it begins with. */
const WHOSE = [
  /^(?:关于)?((?!我|本|各)[\p{Script=Han}]{2,30}?(?:[镇乡局委办厅署院所站]|街道|中心|委员会|政府|办公室))(?:关于)?(?=20\d\d)/u,
  /^(?:20\d\d年度?)?((?!全|我|本|各|城|[\p{Script=Han}]{0,3}城区)[\p{Script=Han}]{1,7}?[省市县区旗州盟])/u,
]

/** Of another body or place than the portal's: gathered or passed on here, and owed by whom it names. */
function isOfOthers(site: SiteView, title: string): boolean {
  const own = [site.agency.name, site.portal.name].map(compareForm)
  return WHOSE.some((form) => {
    const whose = form.exec(squash(title))?.[1]
    if (whose === undefined || own.some((name) => name.includes(compareForm(whose)))) return false
    return !isOwnName(site, whose)
  })
}

/** Dated entries of all local columns by what their titles have in common, the latest edition first. */
function groups(
  site: SiteView,
  columns: readonly Column[],
  asOf: CivilDay,
  read: (title: string) => { readonly at: number; readonly pattern: string } | null,
): readonly (readonly [string, readonly Edition[]])[] {
  const found = new Map<string, Map<number, Edition>>()
  for (const { kind, items } of columns) {
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

interface UnitPaper {
  readonly unit: string
  readonly item: ColumnItem
}

interface UnitsOfYear {
  /** Names of units whose paper of the year is there. */
  readonly having: readonly string[]
  /** Papers that show of units without one of the year that they owe it: the last one, or what is put up beside it. */
  readonly lacking: readonly UnitPaper[]
  /** Units that had none before, with their paper: one of those that lack may have taken this name. */
  readonly fresh: readonly UnitPaper[]
}

const UNIT =
  '([\\p{Script=Han}]{2,30}?(?:局|委|委员会|厅|办|办公室|署|院|中心|站|所|队|会|馆|校|政府|街道|镇|乡)(?:[（(](?:本级|机关|汇总)[）)]|本级|机关)?)(?:关于(?:公开)?)?'
const PAPER = '(?:部门|单位)?(?:收支)?([预决])算(?!执行|调整|绩效)'
/** 某市水利局2026年度部门预算公开, 2026年某市水利局部门预算 */
const OF_UNIT = [
  new RegExp(`^(?:关于)?(?<unit>${UNIT})(?<year>20\\d\\d)年?度?${PAPER}`, 'u'),
  new RegExp(`^(?:关于)?(?<year>20\\d\\d)年度?(?<unit>${UNIT})${PAPER}`, 'u'),
]

/** 县水利局, as people there say. */
const LEVEL = /^[省市县区旗州盟](?!场|政|容)/

/** Papers of units by kind (预, 决), unit and year. */
type UnitPapers = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, ColumnItem>>>

function papersOfUnits(items: readonly ColumnItem[]): UnitPapers {
  const kinds = new Map<string, Map<string, Map<number, ColumnItem>>>()
  for (const item of items) {
    const found = OF_UNIT.map((form) => form.exec(squash(withDigits(item.title)))).find(
      (one) => one !== null,
    )
    const { unit, year } = found?.groups ?? {}
    if (unit === undefined) continue
    const kind = found?.at(-1) ?? ''
    const name = compareForm(unit.replace(/关于(?:公开)?$/, ''))
    const units = kinds.get(kind) ?? new Map<string, Map<number, ColumnItem>>()
    kinds.set(kind, units)
    units.set(name, (units.get(name) ?? new Map<number, ColumnItem>()).set(Number(year), item))
  }
  return kinds
}

/** Units that have none of the year, by the paper of another year that shows they owe it (null where nothing does). */
function unitsLacking(
  items: readonly ColumnItem[],
  { word, year }: { word: '预算' | '决算'; year: number },
  shown: (papers: ReadonlyMap<number, ColumnItem>, unit: string) => ColumnItem | undefined,
): Pick<UnitsOfYear, 'having' | 'lacking'> {
  const kinds = papersOfUnits(items)
  const own = kinds.get(word.charAt(0)) ?? new Map<string, Map<number, ColumnItem>>()
  const names = new Set([...kinds.values()].flatMap((units) => [...units.keys()]))
  const none = new Map<number, ColumnItem>()
  const all = [...names].map((name) => [name, own.get(name) ?? none] as const)
  const titles = items
    .map(({ title }) => compareForm(withDigits(title)))
    .filter((title) => title.includes(word) || title.includes('预决算'))
  const having = all.filter(([, papers]) => papers.has(year)).map(([name]) => name)
  const isSame = (a: string, b: string): boolean => a.includes(b) || b.includes(a)
  const lacking = all.flatMap(([unit, papers]) => {
    const item = shown(papers, unit)
    // 县卫健局 is 县卫生健康局, unless both put up a paper of one year.
    const isShort = ([one, others]: (typeof all)[number]): boolean => {
      const [a = '', b = ''] = [one, unit].map((name) => withoutPlace(name).replace(LEVEL, ''))
      const isBeside = [...papers.keys()].some((of) => others.has(of))
      return others.has(year) && !isBeside && (isShortOffice(a, b) || isShortOffice(b, a))
    }
    const has =
      papers.has(year) ||
      having.some((one) => isSame(one, unit)) ||
      all.some(isShort) ||
      // Told in other words: 县水利局部门预算公开（2026年）.
      titles.some(
        (title) =>
          title.includes(String(year)) &&
          title.includes(unit) &&
          (title.includes(word) || title.includes('预决算')),
      )
    return item === undefined || has ? [] : [{ unit, item }]
  })
  return { having, lacking }
}

/** Units with the paper of the year before and none of this year; where most have both, also those with only the other paper of the same months. */
export function unitsOfYear(
  items: readonly ColumnItem[],
  word: '预算' | '决算',
  year: number,
): UnitsOfYear {
  const kinds = papersOfUnits(items)
  const found = unitsLacking(items, { word, year }, (papers) => papers.get(year - 1))
  const [other, beside] = otherPaper(word, year)
  const others = kinds.get(other)
  const isOrgan = (unit: string) => /(?:[局委厅办镇乡]|委员会|办公室|政府|街道|办事处)$/.test(unit)
  // Units below a department may have the one of their own and share its other.
  const alone = unitsLacking(items, { word, year }, (papers, unit) =>
    papers.has(year - 1) || !isOrgan(unit) ? undefined : others?.get(unit)?.get(beside),
  ).lacking.filter(({ item }) => !item.title.includes('单位'))
  const withBoth = found.having.filter((unit) => others?.get(unit)?.has(beside) === true)
  const isRule = withBoth.length >= LEAST_HAVING && withBoth.length >= alone.length * 3
  const before = new Set(
    [...kinds.values()].flatMap((units) =>
      [...units].flatMap(([name, papers]) =>
        [...papers.keys()].some((of) => of < year) ? [name] : [],
      ),
    ),
  )
  return {
    having: found.having,
    lacking: [...found.lacking, ...(isRule ? alone : [])],
    // A unit of both papers is no new name of one that has the other.
    fresh: found.having.flatMap((unit) => {
      const item = kinds.get(word.charAt(0))?.get(unit)?.get(year)
      const isNew = !before.has(unit) && (found.lacking.length > 0 || !withBoth.includes(unit))
      return isNew && item !== undefined ? [{ unit, item }] : []
    }),
  }
}

/** The other paper that is put up in the same year. */
function otherPaper(word: '预算' | '决算', year: number): readonly [string, number] {
  return word === '决算' ? ['预', year + 1] : ['决', year - 1]
}

/**
 * Units that have the paper of the year after and none of this one, though they were there: they have that of the year
 * before, or the other paper that is put up in the same year (the budget of the year after beside the accounts of this).
 */
export function unitsPassedOver(
  items: readonly ColumnItem[],
  word: '预算' | '决算',
  year: number,
): UnitsOfYear {
  const [other, beside] = otherPaper(word, year)
  const others = papersOfUnits(items).get(other)
  const found = unitsLacking(items, { word, year }, (papers, unit) =>
    papers.has(year - 1) || others?.get(unit)?.has(beside) === true
      ? papers.get(year + 1)
      : undefined,
  )
  return { ...found, lacking: found.having.length < LEAST_HAVING ? [] : found.lacking, fresh: [] }
}

/** Of an earlier year so many others' papers show that they were put up here. */
const LEAST_HAVING = 3
