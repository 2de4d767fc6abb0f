/**
 * Was the website annual table (政府网站工作年度报表) of the last due year published in time and linked from the home
 * page? Of earlier tables only those are told that came out late by their own day. Its figures are another question.
 */
import { addDays, daysBetween } from '#base/day'
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import {
  asPortal,
  citeColumn,
  citePage,
  deadlineOf,
  defineCheck,
  dueYears,
  gapTables,
  isGone,
  outside,
  partly,
  partOfAnother,
  type Rests,
  shownAtHome,
  tooYoungFor,
  unseenAtHome,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, Place, SiteAnnualTable, SiteView } from '#model/site-view'

const TOPIC = 'siteAnnualTable'
/** The rule is of January 2018: the first table owed is that of 2017. */
const FIRST_YEAR = 2017

export const siteAnnualTableLate = defineCheck({
  id: 'reports/site-annual-table-late',
  revision: 12,
  title: '政府网站工作年度报表是否按时发布并置于显著位置',
  question: '上一年度的政府网站工作年度报表是否在规定日期前发布，首页上是否有入口？',
  basis: [
    {
      document: '国办函〔2018〕12号（政府网站年度报表制度）',
      clause: '每年1月31日前在本网站首页显著位置发布《政府网站工作年度报表》',
    },
  ],
  needs: ['home'],
  params: {
    years: {
      default: 1,
      meaning: '从最近一个已到期的年度往回看几个年度（显著位置只对最近一个年度判断）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    deadline: {
      default: '01-31',
      meaning: '发布上一年度报表的最后一天（月-日）',
      source: '国办函〔2018〕12号；部分省份要求更早，可调',
      verified: true,
    },
  },
  outcomes: {
    'on-time': { verdict: 'pass', message: '{subject}于 {published} 发布，期限为 {deadline}' },
    late: {
      verdict: 'fail',
      message: '{subject}于 {published} 发布，晚于期限 {deadline} {days} 天',
      ask: '该报表的实际发布日期是否晚于期限？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到{subject}（期限 {deadline}）',
      claimsAbsence: true,
      ask: '请在网站上查找（含图片、浮窗入口），是否确实没有这一年度的报表？',
    },
    'not-prominent': {
      verdict: 'fail',
      message: '{subject}已按时发布（{published}），但首页上没有找到它或其栏目的入口',
      claimsAbsence: true,
      ask: '首页上（含图片、浮窗）有没有通往年度报表的入口？',
    },
    'no-entry': {
      verdict: 'fail',
      message: '“{column}”收录了往年的年度报表，首页上没有通往它的入口',
      claimsAbsence: true,
      ask: '首页上（含图片、浮窗）有没有通往年度报表的入口？',
    },
    'prominence-unclear': {
      verdict: 'unsure',
      message:
        '{subject}已按时发布（{published}），首页没有直接链接，只有入口通往收录它的“{column}”',
      ask: '这样的入口是否算在首页显著位置发布？',
    },
    'date-unknown': {
      verdict: 'unsure',
      message: '有{subject}，但不能确定发布日期：{reason}',
      ask: '该报表是哪一天发布的？',
    },
    'not-owed': { verdict: 'not-applicable', message: '监测日时这项制度还没有到期的年度' },
  },
  example: '2023年度报表于 2024-02-06 发布：late，晚 6 天。',
  *run(site, { asOf, params }) {
    const deadline = (year: number): string => deadlineOf(year, params.deadline)
    const years = dueYears(asOf, params.years, deadline)
    const owed = years.filter((year) => year >= FIRST_YEAR)
    if (owed.length === 0) {
      yield { outcome: 'not-owed', subject: '政府网站工作年度报表', evidence: lookedAt(site) }
      return
    }
    for (const year of owed) {
      const answer = judge(site, year, deadline(year), asOf, year === years[0])
      yield answer
      const isOpen = answer.outcome === 'missing' || answer.outcome === 'late'
      if (isOpen && year === years[0]) yield* withoutEntry(site)
    }
    const isOlder = (year: number): boolean => year >= FIRST_YEAR && !owed.includes(year)
    for (const year of gapTables(site))
      if (isOlder(year)) yield judge(site, year, deadline(year), asOf, false)
    // Of earlier tables only what the page itself shows to have been late is told.
    for (const year of earlierTables(site))
      if (isOlder(year)) {
        const told = judge(site, year, deadline(year), asOf, false)
        if (told.outcome === 'late') yield told
      }
  },
})

/** Years whose table came out in the year after, on a day of its own: several of one day were moved here together. */
function earlierTables(site: SiteView): readonly number[] {
  const dayOf = ({ publishedOn }: SiteAnnualTable): string => publishedOn?.value ?? ''
  return site.siteAnnualTables
    .filter(
      (table) =>
        dayOf(table).startsWith(String(table.year + 1)) &&
        site.siteAnnualTables.every((other) => other === table || dayOf(other) !== dayOf(table)),
    )
    .map(({ year }) => year)
    .sort((a, b) => b - a)
}

type Outcome =
  | 'on-time'
  | 'late'
  | 'missing'
  | 'not-prominent'
  | 'prominence-unclear'
  | 'date-unknown'
  | 'not-owed'

function judge(
  site: SiteView,
  year: number,
  deadline: string,
  asOf: string,
  isNewest: boolean,
): Observation<Outcome> {
  const subject = `${year}年政府网站工作年度报表`
  const tables = site.siteAnnualTables.filter((table) => table.year === year)
  if (tables.length === 0)
    return {
      outcome: 'missing',
      subject,
      facts: { deadline },
      evidence: lookedAt(site),
      coverage: searched(site, year),
    }
  const dated = tables
    .flatMap((table) => {
      const reading = table.publishedOn
      return reading === null ? [] : [{ table, day: reading.value, sureness: reading.sureness }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  // Tables are often put up in the last days of the year they report.
  const earliest = addDays(`${year}-12-31`, -16)
  const plausible = dated.find((one) => one.day >= earliest && one.day <= asOf)
  if (plausible === undefined) {
    const shown = dated[0]
    return {
      outcome: 'date-unknown',
      subject,
      facts: {
        reason: shown
          ? `页面日期 ${shown.day} 不在 ${year} 年末与监测日之间`
          : '页面上没有发布日期',
      },
      evidence: tables.slice(0, 2).map((table) => table.place),
    }
  }
  const common = { subject, sureness: plausible.sureness, pages: [plausible.table.url] }
  const facts = { published: plausible.day, deadline, url: plausible.table.url }
  if (plausible.day > deadline) {
    const days = daysBetween(deadline, plausible.day)
    return {
      ...common,
      outcome: 'late',
      facts: { ...facts, days },
      measure: { value: days, unit: 'days' },
      evidence: [plausible.table.place],
    }
  }
  const entry = isNewest ? homeEntry(site, tables) : plausible.table.place
  const holder = entry === null ? holderOnHome(site, tables) : null
  if (holder !== null)
    return {
      ...common,
      outcome: 'prominence-unclear',
      facts: { ...facts, column: holder.name },
      evidence: [plausible.table.place, ...citeColumn(site, holder)],
    }
  if (entry === null) {
    const unseen = unseenAtHome(site)
    return {
      ...common,
      outcome: 'not-prominent',
      facts,
      evidence: [plausible.table.place, ...lookedAt(site)],
      coverage: unseen === null ? WHOLE : partly(unseen),
    }
  }
  const places = [plausible.table.place, entry]
  return { ...common, outcome: 'on-time', facts, evidence: isNewest ? places : [entry] }
}

/** Where the newest table is missing or late, its place is that of the tables of other years. */
function* withoutEntry(site: SiteView): Generator<Observation<'no-entry'>> {
  const [column] = site
    .columnsOf(TOPIC, 0.8)
    .filter(({ kind, items }) => kind === 'local' && items.length > 0)
  const tables = site.siteAnnualTables
  if (column === undefined || tables.length === 0) return
  if (homeEntry(site, tables) !== null || holderOnHome(site, tables) !== null) return
  const unseen = unseenAtHome(site)
  yield {
    outcome: 'no-entry',
    subject: '年度报表首页入口',
    facts: { column: column.name },
    evidence: lookedAt(site),
    pages: [column.url],
    sureness: column.topic?.sureness ?? 1,
    coverage: unseen === null ? WHOLE : partly(unseen),
  }
}

/** 网站年度工作报表, 网站年报, 工作年度报表. */
const ENTRY = /网站.{0,6}(?:年度|年报|报表)|年度.{0,4}报表|(?:工作|年)报表/
/** News and papers about tables, and tables of other things. */
const NO_ENTRY =
  /通知|的函|监管|图解|解读|填报|报送|培训|会议|部署|开展|(?:财务|财政|预算|决算|统计|会计|工资|劳动|企业)[^，。]{0,6}报表/

/** A home-page link to the table itself or to the column that holds it. */
function homeEntry(site: SiteView, tables: readonly SiteAnnualTable[]): Place | null {
  for (const table of tables) if (table.onHome !== null) return table.onHome
  const wanted = new Set([
    ...tables.map((table) => placeKey(table.url)),
    ...site.columnsOf(TOPIC, 0.5).map((column) => placeKey(column.url)),
  ])
  for (const view of shownAtHome(site)) {
    const link = view.page.links.find(
      (one) =>
        wanted.has(placeKey(one.url)) ||
        (ENTRY.test(one.text) && !NO_ENTRY.test(one.text) && !isDead(site, one.url)),
    )
    if (link === undefined) continue
    const quote = [link.text, link.title ?? ''].find((text) => text.trim() !== '')
    // A picture without words is an entry all the same.
    return quote === undefined ? citePage(view) : { url: view.page.url, at: link.at, quote }
  }
  return null
}

/** Two visits found nothing there. */
function isDead(site: SiteView, url: string): boolean {
  const target = site.links.find((one) => placeKey(one.url) === placeKey(url))
  const visits = [target?.visit ?? null, target?.firstVisit ?? null]
  return visits.every((visit) => visit !== null && isGone(visit))
}

/** A column linked from the home page that lists the table among other things. */
function holderOnHome(site: SiteView, tables: readonly SiteAnnualTable[]): Column | null {
  const links = shownAtHome(site).flatMap((view) => view.page.links)
  const linked = new Set(links.map((link) => placeKey(link.url)))
  const wanted = new Set(tables.map((table) => placeKey(table.url)))
  const holder = site.columns.find(
    (column) =>
      linked.has(placeKey(column.url)) &&
      column.items.some((item) => item.url !== null && wanted.has(placeKey(item.url))),
  )
  return holder ?? null
}

/** A door to the tables that could not be opened leaves their absence open. */
function searched(site: SiteView, year: number): Rests {
  const like = site.columns
    .flatMap((column) => column.items)
    .find(({ title }) => title.includes(String(year)) && /报表/.test(title))
  if (like !== undefined) return partly(`“${clip(like.title, 40)}”可能就是`)
  const young = tooYoungFor(site, year)
  if (young !== null) return partly(young)
  const shut = site.bareEntries.find((entry) => entry.topic === TOPIC)
  if (shut !== undefined) return partly(`“${shut.text}”的入口没有可读的地址`)
  const part = partOfAnother(site, '报表')
  if (part !== null) return part
  const away = site.columnsOf(TOPIC, 0.5).find((column) => column.kind === 'external')
  if (away !== undefined) return outside(away, `“${away.name}”指向站外（${away.url}）`)
  return asPortal(site)
}

function lookedAt(site: SiteView): Place[] {
  const home = site.home === null ? [] : [citePage(site.home)]
  return [...home, ...site.columnsOf(TOPIC, 0.5).flatMap((one) => [...citeColumn(site, one)])]
}
