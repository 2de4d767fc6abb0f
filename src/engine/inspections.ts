/**
 * Columns on inspections at random (双随机、一公开): which body's column has plans and lists but no result, results but no list of
 * what may be inspected, and results that do not say what was found. What stands under other names, on other platforms or in
 * files that were not read is no lack. Whether a lack is a fault, and after how long, is the check's business.
 */
import { addDays } from '#base/day'
import { squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, Place, SiteView } from '#model/site-view'
import { hasWordsOnly, ownPictures } from './budgets.ts'
import { holdsElse } from './calls.ts'
import { citeColumn } from './cite.ts'
import { dayOfItem } from './columns.ts'
import { partly, type Rests, WHOLE } from './coverage.ts'
import { isReadWhole } from './hollow-pages.ts'
import { noneSaid } from './said.ts'
import { branchOf, isTown, itemsTitled, searchedForDocument, textsOf } from './searched.ts'
import { isTownUnit, ownPart, partOf, unitsOf } from './units.ts'

export const INSPECTION_RESULTS = '抽查结果'
export const INSPECTION_LIST = '随机抽查事项清单'
export const INSPECTION_YEAR = '本年度的抽查结果'

export interface InspectionGap {
  /** Null: the portal's own. */
  readonly body: string | null
  readonly column: Column
  readonly lacks: typeof INSPECTION_RESULTS | typeof INSPECTION_LIST | typeof INSPECTION_YEAR
  readonly beside: readonly string[]
  /** Where the column says that it is put up instead. */
  readonly elsewhere: Place | null
  readonly evidence: readonly Place[]
  readonly rests: Rests
}

/** How titles of rules, plans and lists end: 抽查结果公示制度 is no result. */
const PAPER =
  /(?:计划|方案|清单|目录|名录库?|细则|制度|办法|规定|指引|规则|要点|安排|任务|的通知|会议?|培训班?)(?:[（(][^（）()]*[）)])?(?:的?(?:通知|公告|公示|公布))?$/
const RESULT =
  /结果|(?:检查|抽查|核查)(?:工作)?(?:完成)?情况|情况(?:的)?(?:公示|通报|公告|公布|汇总|统计)|通报|查处|台账|合格|(?:抽查|检查)(?:信息|企业|单位|对象)?(?:的)?(?:公示|公告|公开)/
const PLAN = /计划|方案|安排|任务|要点/
/** 一单两库: the list of items and the two rosters. */
const LISTED = /清单|目录|事项|一单/
/** Who inspects and who may be inspected: no list of what. */
const ROSTER = /名录|人员库|对象库|[两二]库/
/** Words of an entry under another name that tells what was found. */
const FOUND = /未发现|发现[^。；\n]{0,20}问题|(?:检查|抽查)结果|不?合格|责令|整改|立案|经营异常/
const SAID_ITEMS = /(?:抽查|检查|监管|执法)事项|事项(?:清单|目录|名称)/
const OTHER_PLACE =
  /(?:结果|情况|信息)[^。；\n]{0,24}(?:通过|在|于|录入|归集|上传)[^。；\n]{0,24}(?:公示系统|平台|信用中国|信用网)|(?:通过|在|于|登[录陆])[^。；\n]{0,24}(?:公示系统|平台|信用中国|信用网)[^。；\n]{0,20}(?:公示|公布|公开|查询|公告|发布)/
/** Results of inspections in whatever column. */
const RESULT_ANYWHERE = /(?:双随机|随机抽查)[^，。；]{0,30}(?:结果|情况|公示|通报|公告)/
/** What may be one, and is not said to be; the quality of goods is tested by other rules. */
const MAY_BE_RESULT =
  /^(?!.*(?:产品|商品|食品|药品|质量|抽检)).*抽查[^，。；]{0,30}(?:结果|情况|公示|通报|公告)/
const LIST_ANYWHERE = /(?:抽查|检查|监管)事项|(?:抽查|检查|监管)[^，。；]{0,16}(?:清单|目录)/
const MATTER = '抽查|检查|双随机|执法|监管'
/** One result alone may be all that there is of the matter. */
const LEAST_ENTRIES = 2

type Kind = 'result' | 'plan' | 'list' | 'roster' | 'other' | 'unread'

/** `days`: for how long plans and lists must have stood there. */
export function inspectionGaps(
  site: SiteView,
  topics: readonly string[],
  days: number,
): readonly InspectionGap[] {
  const own = isTown(site) ? [] : gapsOf(ownPart(site), site, null, topics, days)
  const units = unitsOf(site)
    .filter((unit) => !isTownUnit(unit))
    .flatMap((unit) => gapsOf(partOf(site, unit), site, unit.name, topics, days))
  return [...own, ...units]
}

function gapsOf(
  part: SiteView,
  portal: SiteView,
  body: string | null,
  topics: readonly string[],
  days: number,
): readonly InspectionGap[] {
  const branch = branchOf(part, topics)
  const [column] = branch
  const outside = topics
    .flatMap((topic) => part.columnsOf(topic))
    .some((one) => one.kind !== 'local')
  const entries = entriesIn(part, branch)
  if (column === undefined || outside || entries.length === 0) return []
  if (noneSaid(part, branch, MATTER, addDays(portal.asOf, -365)) !== null) return []
  const of = (kind: Kind): readonly Entry[] => entries.filter((one) => one.kind === kind)
  const [results, plans, lists, unread] = [of('result'), of('plan'), of('list'), of('unread')]
  const rosters = of('roster')
  const base = {
    body,
    column,
    elsewhere: otherPlace(part, branch, entries),
    evidence: [
      ...[...plans, ...lists, ...results, ...rosters].slice(0, 3).map(({ item }) => item.place),
      ...citeColumn(part, column),
    ].slice(0, 4),
    rests: restsOn(part, branch, unread),
  }
  const titles = (some: readonly Entry[]): readonly string[] => some.map(({ item }) => item.title)
  const gaps: InspectionGap[] = []
  const standing = [...plans, ...lists, ...rosters].filter((one) => isOlder(one, portal.asOf, days))
  const isAnywhere = (words: RegExp): boolean =>
    itemsTitled(body === null ? portal : part, words).some(
      ({ item }) => !PAPER.test(squash(item.title)) || words === LIST_ANYWHERE,
    )
  if (results.length === 0 && standing.length > 0 && !isAnywhere(RESULT_ANYWHERE))
    gaps.push({
      ...base,
      rests: like(part, base.rests),
      lacks: INSPECTION_RESULTS,
      beside: titles(standing),
    })
  const planned = plansWithoutResult(part, portal.asOf, plans, results, days)
  if (planned.length > 0 && unread.length === 0)
    gaps.push({ ...base, lacks: INSPECTION_YEAR, beside: titles(planned) })
  const named = [
    ...branch.map(({ name }) => name),
    ...titles(entries),
    // The head of a table of results names what was inspected, and lists nothing.
    ...textsIn(
      part,
      branch,
      entries.filter(({ kind }) => kind !== 'result'),
    ),
  ]
  const isListed = lists.length > 0 || named.some((text) => SAID_ITEMS.test(text))
  if (
    !isListed &&
    results.length + plans.length + rosters.length >= LEAST_ENTRIES &&
    !isAnywhere(LIST_ANYWHERE)
  )
    gaps.push({ ...base, lacks: INSPECTION_LIST, beside: titles([...plans, ...results]) })
  return gaps
}

/** This year's plans, of so many days ago, where results were put up in other years and none since. */
function plansWithoutResult(
  site: SiteView,
  asOf: CivilDay,
  plans: readonly Entry[],
  results: readonly Entry[],
  days: number,
): readonly Entry[] {
  const year = asOf.slice(0, 4)
  const yearOf = ({ item, day }: Entry): string | undefined =>
    /20\d\d/.exec(item.title)?.[0] ?? day?.slice(0, 4)
  const own = plans.filter((one) => yearOf(one) === year && isOlder(one, asOf, days))
  const [since] = own.flatMap(({ day }) => day ?? []).sort()
  if (since === undefined || results.length === 0) return []
  const isLater = (item: ColumnItem): boolean => (dayOfItem(site, item)?.day ?? '9') >= since
  const told = [
    ...results.filter((one) => yearOf(one) === year || isLater(one.item)),
    ...itemsTitled(site, RESULT_ANYWHERE).filter(
      ({ item }) => isLater(item) && !PAPER.test(squash(item.title)),
    ),
  ]
  return told.length > 0 ? [] : own
}

/** An entry of another column that may be the result. */
function like(site: SiteView, rests: Rests): Rests {
  const [first] = itemsTitled(site, MAY_BE_RESULT).filter(
    ({ item }) => !PAPER.test(squash(item.title)),
  )
  return first === undefined ? rests : partly(`“${first.item.title}”可能就是`)
}

interface Entry {
  readonly item: ColumnItem
  readonly kind: Kind
  readonly day: CivilDay | null
}

function entriesIn(site: SiteView, branch: readonly Column[]): readonly Entry[] {
  const items = new Map<string, { item: ColumnItem; name: string }>()
  for (const { items: own, name } of branch)
    for (const item of own) items.set(item.url ?? item.title, { item, name })
  return [...items.values()].map(({ item, name }) => ({
    item,
    kind: kindOf(site, item, name),
    day: dayOfItem(site, item)?.day ?? null,
  }))
}

/** By its title, by the sub-column of that name, else by what its page says. */
function kindOf(site: SiteView, item: ColumnItem, name: string): Kind {
  const title = squash(item.title)
  if (RESULT.test(title) && !PAPER.test(title)) return 'result'
  if (PLAN.test(title)) return 'plan'
  if (LISTED.test(title)) return 'list'
  if (ROSTER.test(title)) return 'roster'
  if (RESULT.test(name) && !PAPER.test(name)) return 'result'
  const texts = item.url === null ? [] : textsOf(site, item.url)
  if (texts.some((text) => FOUND.test(text))) return 'result'
  return texts.length === 0 ? 'unread' : 'other'
}

function isOlder({ item, day }: Entry, asOf: CivilDay, days: number): boolean {
  if (day !== null) return day <= addDays(asOf, -days)
  const year = /20\d\d/.exec(item.title)?.[0]
  return year !== undefined && year < asOf.slice(0, 4)
}

function textsIn(
  site: SiteView,
  branch: readonly Column[],
  entries: readonly Entry[],
): readonly string[] {
  const urls = [...branch.map(({ url }) => url), ...entries.flatMap(({ item }) => item.url ?? [])]
  return urls.flatMap((url) => [
    ...textsOf(site, url),
    ...(site.pageAt(url)?.page.attachments ?? []).map(({ title }) => title),
  ])
}

function otherPlace(
  site: SiteView,
  branch: readonly Column[],
  entries: readonly Entry[],
): Place | null {
  for (const url of [
    ...branch.map((one) => one.url),
    ...entries.flatMap(({ item }) => item.url ?? []),
  ]) {
    const text = site.pageAt(url)?.page.text.excerpt ?? ''
    const line = text.split(/[。\n]/).find((one) => OTHER_PLACE.test(one))
    if (line !== undefined)
      return { url: site.pageAt(url)?.page.url ?? url, at: null, quote: squash(line) }
  }
  return null
}

/** What an entry that was not read, or a file, may hold. */
function restsOn(site: SiteView, branch: readonly Column[], unread: readonly Entry[]): Rests {
  const [first] = unread
  if (first !== undefined) return partly(`“${first.item.title}”没有读到`)
  const rests = searchedForDocument(site, branch)
  return rests.value === 'partial' ? rests : WHOLE
}

/** Words that tell what an inspection found, or what came of it. */
const SAYS_FOUND =
  /未发现|未见|无(?:异常|违法|问题|此)|发现|合格|符合|正常|异常|整改|责令|违[法规反]|处[罚理置]|立案|警告|失联|无法联系|良好|达标|规范|通过|注销|停业|不存在|存在|问题|结论|评[价级定]/

/** Results of the columns that were read whole, hold nothing but words, and tell nothing that was found. */
export function barenResults(site: SiteView, topics: readonly string[]): readonly ColumnItem[] {
  const branch = branchOf(site, topics)
  return entriesIn(site, branch).flatMap(({ item, kind }) => {
    const view = item.url === null ? null : site.pageAt(item.url)
    if (kind !== 'result' || view === null || view.page.kind.value !== 'article') return []
    const isWhole =
      isReadWhole(view) &&
      hasWordsOnly(site, view) &&
      !holdsElse(site, view) &&
      ownPictures(site, view) === 0 &&
      (view.page.bareEntries ?? []).length === 0
    const text = view.page.text.excerpt.replaceAll(item.title, '').replace(/(?:抽查|检查)结果/g, '')
    return isWhole && /抽查|检查/.test(text) && !SAYS_FOUND.test(text) ? [item] : []
  })
}
