/**
 * How many items did the portal publish in the year, without duplicates and plain reposts? A figure for schemes with a
 * target; without a target it only counts. Items are those of the columns, by the day printed; the source label of an
 * item's page tells reposts. What was not read is not counted, and then no shortfall is claimed.
 */
import { daysBetween } from '#base/day'
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import {
  asPortal,
  citePage,
  dayOfItem,
  defineCheck,
  hasUnreadPages,
  listed,
  partly,
  type Rests,
} from '#engine/define-check'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, PageView, Place, SiteView } from '#model/site-view'

export const itemsShort = defineCheck({
  id: 'volume/items-short',
  revision: 5,
  title: '年度信息发布量',
  question: '本年度（至监测日）发布了多少条信息（不计重复和转载），是否达到目标？',
  basis: [
    {
      document: '大英县2018年政务公开考核办法',
      clause: '完成政府信息目标任务情况：各单位20–240条，每少1条扣0.3分，每超10条加0.2分',
    },
  ],
  needs: ['columns'],
  params: {
    target: {
      default: 0,
      meaning: '本年度应发布的条数；0表示没有目标，只计数',
      source: '由考核方案按单位设定（大英县2018年为20–240条）',
      verified: true,
    },
    year: {
      default: 0,
      meaning: '统计哪一年；0表示监测日所在年',
      source: '由考核方案设定',
      verified: true,
    },
  },
  outcomes: {
    met: {
      verdict: 'pass',
      message:
        '{year}年发布 {count} 条，达到目标 {target} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计）',
    },
    counted: {
      verdict: 'pass',
      message:
        '{year}年读到 {count} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计），没有设目标。按来源：{units}',
    },
    'counted-before': {
      verdict: 'pass',
      message:
        '上一年（{year}年）读到 {count} 条（另有转载 {reposts} 条、重复 {duplicates} 条不计）。按来源：{units}',
    },
    short: {
      verdict: 'fail',
      message:
        '{year}年发布 {count} 条，目标 {target} 条，少 {lacking} 条（转载 {reposts} 条、重复 {duplicates} 条不计）',
      claimsAbsence: true,
      ask: '该单位本年度实际发布了多少条（含没有读到的栏目和其他平台）？',
    },
  },
  example: '目标120条，读到2018年的98条，另有转载14条：2018年发布量 short，少22条。',
  *run(site, { asOf, params }) {
    const first = site.home ?? site.pages[0]
    if (first === undefined) return
    const asked = params.year === 0 ? Number(asOf.slice(0, 4)) : params.year
    const { target } = params
    const year = countIn(site, asked, asOf, first)
    const count = year.measure.value
    yield {
      ...year,
      outcome: target === 0 ? 'counted' : count >= target ? 'met' : 'short',
      facts: { ...year.facts, target, lacking: Math.max(0, target - count) },
    }
    // A year still running says little of a unit: the last whole one is what is mostly assessed.
    const before = countIn(site, asked - 1, asOf, first)
    if (params.year === 0 && before.measure.value > 0)
      yield { ...before, outcome: 'counted-before' }
  },
})

/** What stands in the columns by the day of one year, each piece once, reposts apart; by column and by source label. */
function countIn(site: SiteView, year: number, asOf: CivilDay, first: PageView) {
  const counted: Place[] = []
  const byColumn = new Map<string, number>()
  const bySource = new Map<string, number>()
  let reposts = 0
  let duplicates = 0
  for (const entries of byTitle(site, year, asOf).values()) {
    const kept: Entry[] = []
    const isSeries = new Set(entries.map(({ day }) => day)).size >= SERIES
    for (const entry of entries) {
      const { item, column } = entry
      if (kept.some((other) => isRepeated(site, entry, other, isSeries))) duplicates += 1
      else if (isRepost(site, item)) reposts += 1
      else {
        counted.push(item.place)
        byColumn.set(column.name, (byColumn.get(column.name) ?? 0) + 1)
        const source = sourceOf(site, item) ?? '未注明'
        bySource.set(source, (bySource.get(source) ?? 0) + 1)
      }
      kept.push(entry)
    }
  }
  const rests = restsOf(site, `${year}-01-01`)
  return {
    subject: `${year}年发布量`,
    facts: {
      year: String(year),
      count: counted.length,
      reposts,
      duplicates,
      complete: rests.value === 'complete',
      columns: ranked(byColumn),
      units: ranked(bySource),
    },
    measure: { value: counted.length, unit: 'count' },
    evidence: counted.length > 0 ? counted.slice(0, 5) : [citePage(first)],
    coverage: rests,
  } as const
}

/** 办公室 120、规划科 30: most first. */
function ranked(numbers: ReadonlyMap<string, number>): string {
  return listed(
    [...numbers].sort((a, b) => b[1] - a[1]).map(([name, number]) => `${name} ${number}`),
    30,
  )
}

interface Entry {
  readonly day: CivilDay
  readonly item: ColumnItem
  readonly column: Column
}

/** The year's entries by title; the same address in another column is the same entry. */
function byTitle(site: SiteView, year: number, asOf: CivilDay): Map<string, Entry[]> {
  const titles = new Map<string, Entry[]>()
  const urls = new Set<string>()
  for (const column of site.columns)
    for (const item of column.items) {
      const day = dayOfItem(site, item)?.day
      if (day === undefined || !day.startsWith(`${year}-`) || day > asOf) continue
      const key = item.url === null ? `${column.id} ${item.title}` : placeKey(item.url)
      if (urls.has(key)) continue
      urls.add(key)
      const title = compareForm(item.title)
      const same = titles.get(title)
      if (same) same.push({ day, item, column })
      else titles.set(title, [{ day, item, column }])
    }
  return titles
}

/** Days on which one title comes, from which on it is a report that comes again and again (森林火险等级预报). */
const SERIES = 3
/** Days within which one title under two addresses is the same piece put up twice. */
const SOON = 7

/** Two entries of one title that are one piece: of one day, of one wording, or soon after one another and of no series. */
function isRepeated(site: SiteView, one: Entry, other: Entry, isSeries: boolean): boolean {
  if (one.day === other.day) return true
  const [page, known] = [one, other].map(({ item }) =>
    item.url === null ? undefined : site.pageAt(item.url)?.page,
  )
  if (page && known && page.text.length >= LEAST_TEXT && page.textHash === known.textHash)
    return true
  return !isSeries && Math.abs(daysBetween(one.day, other.day)) <= SOON
}

/** Letters of a page below which two reports of different days may well be alike. */
const LEAST_TEXT = 200

/** Sources that are surely another's: papers, agencies, portals. A unit's own sections sign in many ways. */
const OUTSIDE =
  /日报|晚报|时报|都市报|新闻|新华|人民网|央视|光明|电视台|广播|客户端|公众号|转载|政府网|人民政府|[省部委]$|厅$|(?:[省部厅]|国家[\u4e00-\u9fff]{2,10}委)(?:官方|门户)?(?:网站|官网|网)$|^(?:[\u4e00-\u9fff]{2,3})?省.+[局委办会]$|^国家.+局(?:官方|门户)?(?:网站|官网|网)?$/

/** The unit that its page names as source. */
function sourceOf(site: SiteView, item: ColumnItem): string | null {
  return item.url === null ? null : (site.pageAt(item.url)?.page.source ?? null)
}

/** Its page names another source. */
function isRepost(site: SiteView, item: ColumnItem): boolean {
  const from = compareForm(sourceOf(site, item) ?? '')
  if (!OUTSIDE.test(from)) return false
  const names = [site.agency.name, site.portal.name].map(compareForm)
  return !names.some((name) => name !== '' && (name.includes(from) || from.includes(name)))
}

/** Lists not read down to the start of the year, and entries without a day, may hold more. */
function restsOf(site: SiteView, since: string): Rests {
  for (const column of site.columns) {
    if (column.kind !== 'local') continue
    const days = column.items.flatMap((item) => dayOfItem(site, item)?.day ?? [])
    if (days.length < column.items.length)
      return partly(`“${column.name}”有没有日期的条目，没有计入`)
    const whole = column.coverage === 'complete' && !hasUnreadPages(site, column)
    if (!whole && !days.some((day) => day < since)) return partly(`“${column.name}”没有读到年初`)
  }
  return asPortal(site)
}
