/**
 * Columns as checks need them: a tree in which each address stands once, names that tell columns apart, the day of an
 * entry (its own, else its article's), and whether a list can be trusted to show its newest entries first.
 */
import { daysBetween } from '#base/day'
import { compareForm } from '#base/text'
import { pathOf, placeKey } from '#base/url'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, PageView, Place, SiteView } from '#model/site-view'
import { partly, type Rests, WHOLE } from './coverage.ts'

export class ColumnTree {
  readonly #byId: ReadonlyMap<string, Column>
  readonly #columns: readonly Column[]

  constructor(site: SiteView) {
    this.#columns = site.columns
    this.#byId = new Map(site.columns.map((column) => [column.id, column]))
  }

  /** Each address once: menus repeat columns. */
  distinct(): readonly Column[] {
    const seen = new Set<string>()
    return this.#columns.filter((column) => {
      const key = placeKey(column.url)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }

  /** Nearest first. What the menu calls the very page (解读 over 政策解读) is no column above it. */
  ancestors(column: Column): readonly Column[] {
    const above: Column[] = []
    const own = placeKey(column.url)
    let at = column.parent === null ? undefined : this.#byId.get(column.parent)
    while (at !== undefined && !above.includes(at) && at !== column) {
      above.push(at)
      at = at.parent === null ? undefined : this.#byId.get(at.parent)
    }
    return above.filter(({ url }) => placeKey(url) !== own)
  }

  descendants(column: Column): readonly Column[] {
    const below: Column[] = []
    const queue = [...column.children]
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const child = this.#byId.get(id)
      if (child === undefined || child === column || below.includes(child)) continue
      below.push(child)
      queue.push(...child.children)
    }
    return below
  }
}

/** Subjects: the name; with its path of columns where the name is not alone; with its address where that is not. */
export class ColumnSubjects {
  readonly #names = new Map<string, number>()
  readonly #taken = new Set<string>()

  constructor(site: SiteView) {
    for (const column of site.columns)
      this.#names.set(column.name, (this.#names.get(column.name) ?? 0) + 1)
  }

  of(column: Column): string {
    const above = column.trail.filter((step) => step !== column.name && !/^(网站)?首页$/.test(step))
    const alone = (this.#names.get(column.name) ?? 0) < 2
    const wanted = alone ? column.name : [...above, column.name].join(' > ')
    const where = URL.canParse(column.url) ? pathOf(column.url) : column.id
    const subject =
      [wanted, `${wanted}（${where}）`, `${wanted}（${column.url}）`].find(
        (name) => !this.#taken.has(name),
      ) ?? `${wanted}（${column.id}）`
    this.#taken.add(subject)
    return subject
  }
}

/**
 * What a column leads to: its entries, or, where it prints none, the pages that its own page links in its body and whose
 * breadcrumb names it (short names without days are read as a menu, not as a list).
 */
export function entriesOf(
  site: SiteView,
  column: Column,
): readonly { readonly title: string; readonly url: string | null; readonly place: Place }[] {
  const own = site.pageAt(column.url)
  if (column.items.length > 0 || column.kind !== 'local' || own === null) return column.items
  const name = compareForm(column.name)
  const seen = new Set([placeKey(column.url)])
  return own.page.links.flatMap(({ area, text, url, at }) => {
    const key = placeKey(url)
    if (!/^(?:main|list|other)$/.test(area) || text.trim() === '' || seen.has(key)) return []
    const below = site.pageAt(url)?.page.trail.some((step) => compareForm(step) === name) === true
    if (!below) return []
    seen.add(key)
    return [{ title: text, url, place: { url: own.page.url, at, quote: text } }]
  })
}

/** Day of an entry: printed beside it, else that of its article where it was read. */
export function dayOfItem(
  site: SiteView,
  item: Pick<ColumnItem, 'publishedOn' | 'url'>,
): { readonly day: CivilDay; readonly sureness: number } | null {
  const article = item.publishedOn === null && item.url !== null ? site.pageAt(item.url) : null
  const reading = item.publishedOn ?? article?.page.publishedOn ?? null
  return reading === null ? null : { day: reading.value, sureness: reading.sureness }
}

interface Newest {
  readonly day: CivilDay
  readonly place: Place
  readonly sureness: number
}

/** The newest day of these columns' entries that is not after `asOf`, and where it stands; null where none shows a day. */
export function newestIn(site: SiteView, branch: readonly Column[], asOf: CivilDay): Newest | null {
  let best: Newest | null = null
  const offer = (day: CivilDay, place: Place, sureness: number): void => {
    if (day <= asOf && (best === null || day > best.day)) best = { day, place, sureness }
  }
  for (const column of branch) {
    for (const item of column.items) {
      const known = dayOfItem(site, item)
      if (known !== null) offer(known.day, item.place, known.sureness)
    }
    if (column.newest !== null) offer(column.newest.value, column.newest.place, 1)
  }
  return best
}

/** The newest day of these columns is no more than `days` before `asOf`. */
export function isKept(
  site: SiteView,
  branch: readonly Column[],
  days: number,
  asOf: CivilDay,
): boolean {
  const newest = newestIn(site, branch, asOf)
  return newest !== null && daysBetween(newest.day, asOf) <= days
}

/** Descending from its newest day on; what stands above that is pinned, and no more than half of the page. */
export function runsNewestFirst(site: SiteView, column: Column): boolean {
  const days = column.items
    .slice(0, Math.max(column.firstPageItems, 1))
    .map((item) => dayOfItem(site, item)?.day ?? '')
  const newest = [...days].sort().at(-1)
  if (newest === undefined) return false
  const from = days.indexOf(newest)
  const falling = days.slice(from)
  const rises = falling.filter((day, index) => index > 0 && day > (falling[index - 1] ?? '')).length
  return from * 2 <= days.length && rises <= Math.max(1, days.length / 10)
}

/** Further list pages of the column that exist and were not read. */
export function hasUnreadPages(site: SiteView, column: Column): boolean {
  const paging = site.pageAt(column.url)?.page.paging ?? null
  if (paging === null) return false
  const read = paging.urls.filter((url) => site.pageAt(url) !== null).length
  return read < Math.max(paging.urls.length, (paging.pages ?? 1) - 1)
}

/** Year folders and ended or archived features owe no update; a pilot's own column does among the features too. */
export function isEnded(tree: ColumnTree, column: Column, asOf: CivilDay, pilot = false): boolean {
  const branch = [column, ...tree.ancestors(column)]
  return (
    (!pilot && branch.some(({ topic }) => topic?.value === 'features')) ||
    isArchived(tree, column, asOf)
  )
}

/** Ended by its name or by that of a column above. */
export function isArchived(tree: ColumnTree, column: Column, asOf: CivilDay): boolean {
  return [column, ...tree.ancestors(column)].some((one) => {
    if (/归档|已结束|历史|往年|往期|旧版/.test(one.name)) return true
    const year = /(?:^|\D)((?:19|20)\d{2})(?:年|年度|n)?(?=\D|$)/.exec(one.name)?.[1]
    return year !== undefined && year < asOf.slice(0, 4)
  })
}

/** Features by their name end when their matter ends, also where they stand among the news. */
const FEATURE = /专题|专栏/
/** News of other places and offices are not the body's own. */
const OTHERS_NEWS =
  /部门|乡镇|镇街|街镇|镇区|街道|县区|区县|市县|市州|基层|行业|国内|国务院|省|图片|视频|上级|外/

/** News of the units (乡镇动态, 部门动态) beside lists of the same kind that are kept up: they are no column by themselves. */
export function isBesideKept(
  site: SiteView,
  up: Column,
  column: Column,
  days: number,
  asOf: CivilDay,
): boolean {
  const beside = site.columns.filter(
    (one) => one.parent === up.id && one !== column && one.topic?.value === column.topic?.value,
  )
  return OTHERS_NEWS.test(column.name) && isKept(site, beside, days, asOf)
}

/** A list of entries, surely of its topic, that is no feature. */
export function isOwnList(tree: ColumnTree, column: Column): boolean {
  if (column.kind !== 'local' || column.items.length === 0) return false
  if ((column.topic?.sureness ?? 1) < 0.8) return false
  return ![column, ...tree.ancestors(column)].some(({ name }) => FEATURE.test(name))
}

/** The list of the body's own news (某县要闻), shown or linked on the home page: the first that must be kept up. */
export function isMainNews(site: SiteView, tree: ColumnTree, column: Column): boolean {
  const key = placeKey(column.url)
  // Where a column was seen first need not be the home page, though it leads there too.
  const atHome = (site.home?.page.links ?? []).some(({ url }) => placeKey(url) === key)
  if (
    !(atHome || isSeenAtHome(site, column)) ||
    OTHERS_NEWS.test(column.name) ||
    !isOwnList(tree, column)
  )
    return false
  return (
    isNewsOf(site, column.name) ||
    isOnlyOwnNews(site, tree, column) ||
    isOnlyWork(site, tree, column)
  )
}

function isSeenAtHome(site: SiteView, { linkedFrom }: Column): boolean {
  const home = site.home === null ? null : placeKey(site.home.page.url)
  return linkedFrom.some(({ url }) => placeKey(url) === home)
}

/** 抽查结果, beside 抽查计划 below one column. */
const RESULTS =
  /^(?:双?随机|“?双随机[、，]?一公开”?)?(?:抽查|检查)(?:工作)?(?:结果|情况)(?:公示|公开|公布|信息)?$/
const TELLS_RESULTS = /抽查[^，。]{0,16}(?:结果|情况|公示|通报)/

/** Results of inspections, and no other column prints newer ones: nothing else answers for them. */
export function isOnlyResults(
  site: SiteView,
  branch: readonly Column[],
  days: number,
  asOf: CivilDay,
): boolean {
  const [column] = branch
  if (column === undefined || !RESULTS.test(column.name.trim())) return false
  return !site.columns.some(({ items }) =>
    items.some((item) => {
      const day = TELLS_RESULTS.test(item.title) ? dayOfItem(site, item)?.day : undefined
      return day !== undefined && day <= asOf && daysBetween(day, asOf) <= days
    }),
  )
}

const WORK =
  /^(?:工作|政务|本[局厅委办院]|[局厅委办院](?:内|机关)?|机关)(?:动态|要闻|新闻|资讯|信息)$/

const DEPARTMENT = /(?:[局厅署院]|(?<!管理)委员会)$/

/** 工作动态 of a department, whose news are its work: the only list beside it so named. */
function isOnlyWork(site: SiteView, tree: ColumnTree, column: Column): boolean {
  const [up] = tree.ancestors(column)
  if (up === undefined || !DEPARTMENT.test(site.agency.name.trim())) return false
  if (!WORK.test(column.name.trim())) return false
  return tree.descendants(up).filter(({ name }) => WORK.test(name.trim())).length === 1
}

/** 文旅动态 of a bureau of culture and tourism, the only list beside it so named: what the body itself does. */
function isOnlyOwnNews(site: SiteView, tree: ColumnTree, column: Column): boolean {
  const [up] = tree.ancestors(column)
  if (up === undefined || !isOwnNews(site, column)) return false
  return tree.descendants(up).filter((one) => isOwnNews(site, one)).length === 1
}

/** Named by words of the body's own name alone. */
function isOwnNews({ agency }: SiteView, { name }: Column): boolean {
  const [, subject] = /^([\u4e00-\u9fff]{2,4})(?:动态|新闻|资讯)$/.exec(name.trim()) ?? []
  return subject !== undefined && [...subject].every((one) => agency.name.includes(one))
}

/** 某某要闻 whatever stands before it; 今日某某, 某某新闻 by the place of the body. */
function isNewsOf(site: SiteView, name: string): boolean {
  if (/要闻(?:播报|速递|聚焦|报道|快讯|快递|信息|发布)?$/.test(name)) return true
  const place = /([^省市县区州旗盟乡镇]{2,5})(?:省|市|县|区|州|旗|盟|乡|镇)/.exec(
    site.agency.name.trim(),
  )?.[1]
  return place !== undefined && (name === `今日${place}` || name.endsWith(`${place}新闻`))
}

/**
 * "Nothing newer" is sure when every list of the branch was read whole, or its first page runs newest first (pinned
 * entries on top may be older) with every day known; otherwise something newer may lie where we did not look.
 */
export function restsOfNewest(site: SiteView, branch: readonly Column[]): Rests {
  for (const column of branch) {
    if (column.kind !== 'local') continue
    if (site.pageAt(column.url) === null) return partly(`子栏目“${column.name}”没有读到`)
    const undated = column.items.filter((item) => dayOfItem(site, item) === null).length
    if (undated > 0) return partly(`“${column.name}”有 ${undated} 条没有读出日期`)
    if (runsNewestFirst(site, column)) continue
    if (column.coverage === 'partial')
      return partly(column.coverageBecause ?? `“${column.name}”没有读全`)
    if (hasUnreadPages(site, column))
      return partly(`“${column.name}”不按日期排列，后面的列表页没有读全`)
  }
  return WHOLE
}

/** The home page shows its newest in a block of its own: whether it counts as 一级栏目 for all its place in the menu is for a person. */
export function hasHomeBlock(site: SiteView, { url }: Column): boolean {
  const key = placeKey(url)
  return (site.home?.page.lists ?? []).some(
    ({ moreUrl, items }) => moreUrl !== null && placeKey(moreUrl) === key && items.length > 0,
  )
}

/** A page that links to pages beneath its own address is a way in, not a blank column. */
export function leadsFurther(view: PageView, column: Column): boolean {
  const own = placeKey(column.url)
  const beneath = `${own.replace(/\.\w+$/, '')}/`
  return view.page.links.some(
    (link) => link.how === 'href' && link.area !== 'nav' && placeKey(link.url).startsWith(beneath),
  )
}

/** 数据发布: where a portal publishes its figures, beside the statistics that the Regulations ask for. */
export function isDataRelease({ name, topic }: Column): boolean {
  return topic?.value === 'statistics' && /^(?:[\u4e00-\u9fff]{2,4})?数据发布$/.test(name.trim())
}
