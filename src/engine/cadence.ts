/**
 * What the entries of a column tell of its rhythm: that they come by months or quarters by their own titles, or that none of
 * them shows a day, be it only on its page. Whether that is too seldom or no update at all is for the check.
 */
import type { CivilDay, Page } from '#model/page'
import type { Column, ColumnItem, SiteView } from '#model/site-view'
import { type ColumnTree, dayOfItem, isKept } from './columns.ts'

/** 2023年1-4月…情况, 4月份…, 一季度…; a day of a month is no period. */
const PERIOD =
  /(?:20\d\d年?)?(?:(?:1|一)[-—–~～至到])?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d|[一二三四五六七八九十]+[日号]|[底初末中上下])|[一二三四1-4]季度|上半年/
/** Of the newest entries, so many are looked at, and so many must name periods of their own. */
const LOOKED_AT = 8
const LEAST_PERIODS = 4

/** Entries that report month after month or quarter after quarter: by their titles, with days that differ. */
function comesByPeriods(site: SiteView, items: readonly ColumnItem[]): boolean {
  const newest = items
    .flatMap((item) => {
      const day = dayOfItem(site, item)?.day
      return day === undefined ? [] : [{ day, period: PERIOD.exec(item.title)?.[0] }]
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, LOOKED_AT)
  const named = newest.filter(({ period }) => period !== undefined)
  const months = new Set(named.map(({ day }) => day.slice(0, 7)))
  return months.size >= LEAST_PERIODS && named.length * 3 >= newest.length * 2
}

/** Reports that came month after month or quarter after quarter and come no more, in no other column of the topic either. */
export function seriesBroken(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  days: number,
  asOf: CivilDay,
): boolean {
  const branch = [column, ...tree.descendants(column)]
  if (
    !comesByPeriods(
      site,
      branch.flatMap((one) => one.items),
    )
  )
    return false
  const others = site.columns.filter(
    (one) => one.topic?.value === column.topic?.value && !branch.includes(one),
  )
  return others.every((one) => one.kind === 'local' && !isKept(site, [one], days, asOf))
}

/** Shorter lists without days may be pages of text. */
const LEAST_UNDATED = 3

/** A list of its own whose entries show a day neither there nor on the pages that were read: its parent's age does not answer for it. */
export function showsNoDay(site: SiteView, column: Column): boolean {
  const { items } = column
  return (
    column.kind === 'local' &&
    column.dates === 'none' &&
    items.length >= LEAST_UNDATED &&
    items.every((item) => item.url === null || site.pageAt(item.url) !== null) &&
    items.every((item) => dayOfItem(site, item) === null)
  )
}

const LEAST_DATELESS = 5
/** What a day of publication might be printed as, and labels that a script may fill. */
const DAY_OR_LABEL =
  /(?:19|20)\d\d\s*[-年./]\s*\d{1,2}|(?<!\d)(?:19|20)\d{6}(?!\d)|二[〇○零Oo0]|(?:发布|更新|发表|上网|公开|录入|添加)(?:时间|日期|于)|(?:时间|日期)\s*[:：]/
/** The same in a list, where the year may be left out. */
const DAY_IN_LIST = /\d{1,2}\s*[-/.月]\s*\d{1,2}|刚刚|(?:昨|前)天|\d+\s*[天小分][前时钟]/

/** No day at all: neither list nor pages hold anything that might be one, and no script or picture could show it. */
export function isDateless(site: SiteView, column: Column): boolean {
  const page = site.pageAt(column.url)?.page
  if (page === undefined || column.items.length < LEAST_DATELESS || !showsNoDay(site, column))
    return false
  const list = column.items.reduce((text, { title }) => text.replace(title, ''), page.text.excerpt)
  // A picture beside every entry may be its day.
  if ((page.pictures ?? []).length >= column.items.length) return false
  if (!isPlain(page) || DAY_IN_LIST.test(list) || DAY_OR_LABEL.test(list)) return false
  return column.items.every(({ url }) => {
    const told = url === null ? null : site.pageAt(url)?.page
    return told != null && isPlain(told) && !DAY_OR_LABEL.test(told.text.excerpt)
  })
}

/** Read whole, as its source has it. */
function isPlain({ kind, needsBrowser, truncated, blocked, file, text }: Page): boolean {
  return (
    kind.value !== 'error' &&
    !needsBrowser.value &&
    !truncated &&
    blocked === null &&
    file === undefined &&
    text.excerpt !== ''
  )
}
