/**
 * Do printed dates deserve trust? Dates in the future, lists whose every entry bears the day of the visit (a template that
 * prints today), entries that turned up after an earlier visit although they are dated before it, lists that print another day
 * than the page they lead to, PubDate tags that say another day than the page prints or hold the time at which the file was
 * made, and addresses made long after the printed day. Dates may be misread or legitimately set, so each is a question; charged is
 * what contradicts itself: a day of publication to come on list and page, the day of the visit printed on old pages or entries,
 * a day that no calendar has (06-31), and the few days that are two beyond doubt where all others are one.
 */
import { addDays, dayOf, daysBetween } from '#base/day'
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import {
  addressesApart,
  ColumnSubjects,
  ColumnTree,
  citePage,
  contradicting,
  dayOfItem,
  dayPairs,
  defineCheck,
  isStated,
  listed,
  noSuchDays,
  type Tagged,
  tagsApart,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page } from '#model/page'
import type { Column, ColumnItem, SiteView } from '#model/site-view'

export const dateSuspicious = defineCheck({
  id: 'freshness/date-suspicious',
  revision: 17,
  title: '发布日期是否可疑',
  question:
    '条目的发布日期有没有晚于监测日、全部等于访问日，或早于首次出现很多天的？列表、PubDate 标签、地址里的日期与内容页印的日期是否一致？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '单项否决“安全、泄密事故等严重问题”：弄虚作假（如伪造发布日期）',
    },
  ],
  needs: ['columns'],
  params: {
    minItems: {
      default: 5,
      meaning: '列表至少几条才判断“全部等于访问日”',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minTagDays: {
      default: 2,
      meaning: 'PubDate 标签与印的发布日期至少相差几天才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minListDays: {
      default: 2,
      meaning: '列表与内容页所印的日期至少相差几天才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minVisitDayPages: {
      default: 3,
      meaning:
        '至少几个内容页的发布日期印成访问当天、列表却早30天以上，才判为日期不实（地址里的日期与列表相同的，一个也算）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minAddressDays: {
      default: 60,
      meaning: '地址里的日期至少比印的发布日期晚几天才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    addressWithinDays: {
      default: 730,
      meaning: '只看监测日前多少天内生成的地址（更早的多是网站迁移）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minDaysBehind: {
      default: 15,
      meaning: '印的日期早于上次访问多少天、上次却没有，才提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    plausible: { verdict: 'pass', message: '看了 {checked} 个有日期的条目，没有可疑的日期' },
    future: {
      verdict: 'unsure',
      message: '“{column}”有 {count} 条的日期晚于监测日 {asOf}：{names}',
      ask: '所列日期是发布日期，还是活动、截止等其他日期？',
    },
    'future-stated': {
      verdict: 'fail',
      message:
        '“{column}”有 {count} 条的发布日期晚于监测日 {asOf}，列表和内容页写的都是这一天：{names}',
      ask: '所列日期是不是把活动、执行的日期填成了发布日期？',
    },
    'no-such-day': {
      verdict: 'fail',
      message: '有 {bad} 个页面印的发布日期是日历上没有的日子：{examples}',
      ask: '所列信息的发布日期实际是哪一天？',
    },
    'visit-day': {
      verdict: 'unsure',
      message: '“{column}”第一页 {count} 条的日期全部是访问当天 {visited}',
      ask: '这些条目是不是真的都在这一天发布，还是页面总显示当天日期？',
    },
    'back-dated': {
      verdict: 'unsure',
      message: '“{column}”有 {count} 条在 {seen} 访问时还没有，印的日期却早 {days} 天以上：{names}',
      ask: '所列条目是补录旧信息，还是把发布日期往前写了？',
    },
    'tag-differs': {
      verdict: 'unsure',
      message:
        '{checked} 个有 PubDate 标签的内容页中，{bad} 个的标签不是页面印的发布日期：{examples}',
      ask: '所列页面的 PubDate 标签写的是发布日期，还是网页生成、迁移的时间？',
    },
    'tag-contrary': {
      verdict: 'fail',
      message:
        '{checked} 个有 PubDate 标签的内容页，标签一般就是页面印的发布日期，{bad} 个却差30天以上：{examples}',
      ask: '所列页面的发布日期以标签还是以页面所印为准？',
    },
    'tag-generated': {
      verdict: 'unsure',
      message:
        '{checked} 个有 PubDate 标签的内容页中，{bad} 个的标签是网页文件的生成时间，不是页面印的发布日期：{examples}',
      ask: '所列页面的 PubDate 标签是不是每次生成网页都会改写？标签应填写信息的发布日期。',
    },
    'list-differs': {
      verdict: 'unsure',
      message:
        '{checked} 条有内容页可对照的列表条目中，{bad} 条的日期与内容页所印相差 {days} 天以上：{examples}',
      ask: '所列信息的发布日期以列表所印为准，还是以内容页所印为准？',
    },
    'list-contrary': {
      verdict: 'fail',
      message:
        '{checked} 条有内容页可对照的列表条目中，{bad} 条的日期与内容页所印互相矛盾（只差年份，或者相差30天以上而同一栏目的其他条目都一致）：{examples}',
      ask: '所列信息的发布日期以列表所印为准，还是以内容页所印为准？',
    },
    'list-stamped': {
      verdict: 'fail',
      message: '有 {bad} 条的日期，列表一律印成访问当天，内容页印的是别的日子：{examples}',
      ask: '该列表是不是总把当天印作发布日期？',
    },
    'visit-day-stated': {
      verdict: 'fail',
      message: '有 {bad} 个内容页的发布日期印的是访问当天，列表所印却早30天以上：{examples}',
      ask: '所列信息是不是当天重新发布的，还是页面总把当天印作发布日期？',
    },
    'year-slipped': {
      verdict: 'fail',
      message:
        '有 {bad} 个内容页印的发布日期与列表只差整年，页面的地址或 PubDate 标签与列表一致：{examples}',
      ask: '所列页面印的年份是不是写错了？',
    },
    'address-later': {
      verdict: 'unsure',
      message: '有 {bad} 个内容页的地址里的日期比页面印的发布日期晚 {days} 天以上：{examples}',
      ask: '所列页面是补录、迁移的旧信息，还是把发布日期往前写了？',
    },
    'address-earlier': {
      verdict: 'unsure',
      message:
        '有 {bad} 个内容页印的发布日期比地址里的日期晚 {days} 天以上，其他页面两者一致：{examples}',
      ask: '所列页面是不是旧信息改了发布日期？',
    },
    'none-dated': { verdict: 'not-applicable', message: '没有读到带日期的条目' },
  },
  example: '上月访问时没有的两条，本次出现并印着三个月前的日期：动态要闻 back-dated。',
  *run(site, { params }) {
    const subjects = new ColumnSubjects(site)
    let checked = 0
    let found = false
    const tree = new ColumnTree(site)
    // A column above that shows the same entries again is not asked about a second time.
    const inner = [...tree.distinct()].sort(
      (a, b) => tree.ancestors(b).length - tree.ancestors(a).length,
    )
    const told = new Set<string>()
    for (const column of inner) {
      const view = site.pageAt(column.url)
      if (column.kind !== 'local' || view === null) continue
      const dated = datedItems(site, column)
      checked += dated.length
      const visited = dayOf(view.capture.at)
      // A scan may be judged by another day than the one it was made on: what is to come lies behind both.
      const today = [visited, site.asOf].sort().at(-1) ?? visited
      const answer =
        futureOf(site, dated, today, told) ??
        visitDayOf(column, dated, visited, params.minItems) ??
        backDatedOf(site, dated, params.minDaysBehind)
      if (answer === null) continue
      found = true
      yield {
        ...answer,
        subject: subjects.of(column),
        facts: { ...answer.facts, column: column.name },
      }
    }
    const between = [
      noDayOf(site),
      ...tagsOf(site, params.minTagDays),
      ...listsOf(site, params.minListDays, params.minVisitDayPages),
      ...addressesOf(site, params.minAddressDays, params.addressWithinDays),
    ].filter((one) => one !== null)
    yield* between
    const first = site.home ?? site.pages[0]
    if (found || between.length > 0 || first === undefined) return
    yield {
      outcome: checked > 0 ? 'plausible' : 'none-dated',
      subject: '发布日期',
      facts: { checked },
      evidence: [citePage(first)],
    }
  },
})

interface Dated {
  readonly item: ColumnItem
  readonly day: string
}

type Answer = Omit<Observation<'future' | 'future-stated' | 'visit-day' | 'back-dated'>, 'subject'>

function datedItems(site: SiteView, column: Column): Dated[] {
  return column.items.flatMap((item) => {
    const read = dayOfItem(site, item)
    return read === null || read.sureness < 0.8 ? [] : [{ item, day: read.day }]
  })
}

function futureOf(
  site: SiteView,
  dated: readonly Dated[],
  today: string,
  told: Set<string>,
): Answer | null {
  const keyOf = ({ item }: Dated): string => (item.url === null ? item.title : placeKey(item.url))
  const future = dated.filter((one) => one.day > today && !told.has(keyOf(one)))
  if (future.length === 0) return null
  for (const one of future) told.add(keyOf(one))
  const stated = future.filter((one) => isStated(site, one.item, one.day, today))
  const shown = stated.length > 0 ? stated : future
  return {
    outcome: stated.length > 0 ? 'future-stated' : 'future',
    facts: { count: shown.length, asOf: site.asOf, names: listed(shown.map(nameOf), 3) },
    measure: { value: shown.length, unit: 'count' },
    evidence: shown.slice(0, 5).flatMap(({ item }) => {
      const view = stated.length > 0 && item.url !== null ? site.pageAt(item.url) : null
      return view === null ? [item.place] : [item.place, citePage(view)]
    }),
  }
}

function visitDayOf(
  column: Column,
  dated: readonly Dated[],
  visited: string,
  least: number,
): Answer | null {
  const page = column.items.slice(0, column.firstPageItems)
  const onFirst = dated.filter(({ item }) => page.includes(item))
  if (onFirst.length < least || onFirst.length < page.length) return null
  if (onFirst.some(({ day }) => day !== visited)) return null
  return {
    outcome: 'visit-day',
    facts: { count: onFirst.length, visited },
    measure: { value: onFirst.length, unit: 'count' },
    evidence: onFirst.slice(0, 5).map(({ item }) => item.place),
  }
}

/**
 * An older entry of the same first page was known at the earlier visit, so the place where this one stands was seen
 * then. What stands on later pages may only not have been reached.
 */
function backDatedOf(site: SiteView, dated: readonly Dated[], least: number): Answer | null {
  const { firstSeen } = site.history
  const known = dated.filter(({ item }) => item.url !== null && firstSeen.has(item.url))
  const seen = known
    .map(({ item }) => firstSeen.get(item.url ?? '') ?? '')
    .sort()
    .at(-1)
  const oldest = known.map(({ day }) => day).sort()[0]
  if (seen === undefined || oldest === undefined) return null
  const late = dated.filter(
    ({ item, day }) =>
      item.url !== null && !firstSeen.has(item.url) && day > oldest && day <= addDays(seen, -least),
  )
  if (late.length === 0) return null
  return {
    outcome: 'back-dated',
    facts: { count: late.length, seen, days: least, names: listed(late.map(nameOf), 3) },
    measure: { value: late.length, unit: 'count' },
    evidence: late.slice(0, 5).map(({ item }) => item.place),
  }
}

function noDayOf(site: SiteView): Observation<'no-such-day'> | null {
  const bad = noSuchDays(site)
  if (bad.length === 0) return null
  const examples = bad.map(({ view, quote }) => `${titleOf(view.page)}${quote}`)
  return {
    outcome: 'no-such-day',
    subject: '不存在的日期',
    facts: { bad: bad.length, examples: listed(examples, 3) },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad.slice(0, 5).map(({ view, quote }) => ({ url: view.page.url, at: null, quote })),
    pages: bad.map(({ view }) => view.page.url),
  }
}

/**
 * Pages whose printed day and PubDate tag are far apart; a tag without a printed day beside it proves nothing. Told apart are
 * tags known to hold the time of generation: where the page prints no day, the text may have been published on the day its
 * file was made, which is what the question is for.
 */
function* tagsOf(
  site: SiteView,
  least: number,
): Generator<Observation<'tag-differs' | 'tag-contrary' | 'tag-generated'>> {
  const { all, printed, bad, odd, made } = tagsApart(site, least)
  const asked = bad.filter((one) => !odd.includes(one))
  if (odd.length > 0)
    yield { outcome: 'tag-contrary', subject: 'PubDate 标签', ...tagFigures(printed, odd) }
  if (asked.length > 0)
    yield {
      outcome: 'tag-differs',
      subject: odd.length > 0 ? 'PubDate 标签：待核' : 'PubDate 标签',
      ...tagFigures(printed, asked),
    }
  if (made.length > 0)
    yield {
      outcome: 'tag-generated',
      subject: 'PubDate 标签的生成时间',
      ...tagFigures(all, made),
    }
}

function tagFigures(
  tagged: readonly Tagged[],
  bad: readonly Tagged[],
): Omit<Observation<'tag-differs'>, 'outcome' | 'subject'> {
  const examples = bad.map(({ page, day, tag }) => {
    const printed = day === '' ? '未印日期' : `印${day}`
    return `${titleOf(page)}${printed}、标签${tag?.value}`
  })
  return {
    facts: { checked: tagged.length, bad: bad.length, examples: listed(examples, 3) },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad
      .slice(0, 5)
      .flatMap(({ page, tag }) =>
        tag === null ? [] : [{ url: page.url, at: tag.at, quote: tag.quote }],
      ),
    pages: bad.map(({ page }) => page.url),
  }
}

type OfLists = `list-${'differs' | 'contrary' | 'stamped'}` | 'visit-day-stated' | 'year-slipped'

/** Entries whose list prints another day than the page they lead to. */
function* listsOf(
  site: SiteView,
  least: number,
  visitLeast: number,
): Generator<Observation<OfLists>> {
  const all = dayPairs(site)
  const bad = all.filter((one) => Math.abs(daysBetween(one.listed, one.own)) >= least)
  const today = bad.filter((one) => one.onVisit && daysBetween(one.listed, one.own) >= OLD_DAYS)
  // One or two may have been put up anew that day, but for those whose address is as old as the list says.
  const printed = today.length >= visitLeast ? today : today.filter((one) => one.byAddress)
  const slipped = bad.filter((one) => one.yearOff && !printed.includes(one))
  const { stamped, odd } = contradicting(all, least, site.asOf)
  const contrary = odd.filter((one) => !printed.includes(one) && !slipped.includes(one))
  const told = [...printed, ...slipped, ...stamped, ...contrary]
  const rest = bad.filter((one) => !told.includes(one))
  const ofBoth = '列表与内容页的日期'
  for (const [outcome, subject, found] of [
    ['visit-day-stated', '内容页的发布日期', printed],
    ['year-slipped', '内容页发布日期的年份', slipped],
    ['list-stamped', '列表印成访问当天的日期', stamped],
    ['list-contrary', ofBoth, contrary],
    ['list-differs', contrary.length > 0 ? `${ofBoth}：待核` : ofBoth, rest],
  ] as const) {
    if (found.length === 0) continue
    const examples = found.map(
      ({ item, listed: day, own }) => `“${clip(item.title, 24)}”列表${day}、内容页${own}`,
    )
    yield {
      outcome,
      subject,
      facts: { checked: all.length, bad: found.length, days: least, examples: listed(examples, 3) },
      measure: { value: found.length, unit: 'count' },
      evidence: found.slice(0, 5).map(({ item }) => item.place),
      pages: found.map(({ url }) => url),
    }
  }
}

/** A list that is so much older than the day of the visit was not made that day. */
const OLD_DAYS = 30

/** Pages printed as older than their address, or as much newer; an address of long ago tells of a site moved, not of a page. */
function* addressesOf(
  site: SiteView,
  least: number,
  within: number,
): Generator<Observation<'address-later' | 'address-earlier'>> {
  const { later, earlier } = addressesApart(site, least, within)
  for (const [outcome, subject, bad] of [
    ['address-later', '地址里的日期', later],
    ['address-earlier', '地址里更早的日期', earlier],
  ] as const) {
    if (bad.length === 0) continue
    const examples = bad.map(({ view, day, made }) => `${titleOf(view.page)}印${day}、地址${made}`)
    yield {
      outcome,
      subject,
      facts: { bad: bad.length, days: least, examples: listed(examples, 3) },
      measure: { value: bad.length, unit: 'count' },
      evidence: bad.slice(0, 5).map(({ view }) => citePage(view)),
      pages: bad.map(({ view }) => view.page.url),
    }
  }
}

function titleOf({ title, url }: Page): string {
  return `“${clip(title ?? url, 24)}”`
}

function nameOf({ item, day }: Dated): string {
  return `“${clip(item.title, 24)}”${day}`
}
