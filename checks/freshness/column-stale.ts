/**
 * Is each column that owes regular updates kept up, by the period of its class? Also: is a column that exists blank
 * or still "under construction"? Columns without a known period are judged only for being blank. Ended features,
 * year folders and sub-columns of a judged column of the same class are left alone, but for the body's own first news list
 * (本地要闻); of other lists that stand still beside fresh ones `freshness/sublist-dormant` asks.
 */
import { daysBetween } from '#base/day'
import {
  asksOnly,
  blankFeature,
  blankness,
  brokenSeries,
  ColumnSubjects,
  ColumnTree,
  citeColumn,
  defineCheck,
  hasHomeBlock,
  hasUnreadPages,
  hidesItsDays,
  isBesideKept,
  isDataRelease,
  isDateless,
  isEnded,
  isGoneColumn,
  isKept,
  isMainNews,
  isOddlyDateless,
  isOfLaws,
  isOfNotices,
  isOnlyResults,
  isPartOfAnother,
  LIST_PERIODS,
  listedBelow,
  looksDateless,
  NEWS_PERIOD,
  newestIn,
  OWN_PERIODS,
  type Period,
  paysOut,
  periodsOf,
  restsOfNewest,
  type SeriesAges,
  servedFigures,
  showsNoDay,
  silenceOf,
  tellsMeetings,
  toldAfter,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, Place, SiteView } from '#model/site-view'

export const columnStale = defineCheck({
  id: 'freshness/column-stale',
  revision: 41,
  title: '栏目是否及时更新',
  question: '应定期更新的栏目，最新一条距监测日是否超过期限？栏目是否空白？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause:
        '单项否决“栏目不更新”：动态、要闻类超过2周，通知公告、政策文件类一级栏目超过6个月，应更新长期未更新，空白栏目',
    },
  ],
  needs: ['columns'],
  params: {
    ...NEWS_PERIOD,
    ...LIST_PERIODS,
    ...OWN_PERIODS,
  },
  outcomes: {
    fresh: { verdict: 'pass', message: '“{subject}”最新一条为 {newest}，距监测日 {days} 天' },
    stale: {
      verdict: 'fail',
      message: '“{subject}”最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天',
      claimsAbsence: true,
      ask: '该栏目有没有晚于所列日期的内容？',
    },
    quiet: {
      verdict: 'unsure',
      message: '“{subject}”最新一条为 {newest}，距监测日 {days} 天',
      ask: '{newest} 之后有没有应当在“{subject}”公开的事项？',
    },
    empty: {
      verdict: 'fail',
      message: '“{subject}”是空白栏目：页面可读，但没有条目，{said}',
      claimsAbsence: true,
      ask: '请在浏览器中打开该栏目，是否确实没有内容？',
    },
    'under-construction': {
      verdict: 'fail',
      message: '“{subject}”页面写着“{words}”，按空白栏目计',
      ask: '该栏目是否仍在建设、没有内容？',
    },
    'test-only': {
      verdict: 'fail',
      message: '“{subject}”只有 {count} 条测试内容：{words}，按空白栏目计',
      claimsAbsence: true,
      ask: '该栏目除测试内容外是否确实没有信息？',
    },
    undated: {
      verdict: 'unsure',
      message: '“{subject}”的条目没有可见日期（按2015年普查口径视为未更新）',
      ask: '该栏目内容的实际发布日期是哪天？',
    },
    dateless: {
      verdict: 'fail',
      message:
        '“{subject}”的 {count} 条都没有发布日期，列表和内容页上都看不到，按没有可见日期计为未更新（期限 {limit} 天）',
      claimsAbsence: true,
      ask: '列表或内容页上有没有发布日期（含图片、脚本显示的）？',
    },
    'script-dates': {
      verdict: 'unsure',
      message: '“{subject}”的日期由脚本写出，本次没有读到',
      ask: '请在浏览器中打开该栏目，最新一条是哪天？',
    },
    external: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{subject}”指向站外（{target}），更新情况无法监测',
      ask: '站外栏目中本单位的内容是否按期更新？',
    },
    unreadable: {
      verdict: 'unsure',
      message: '“{subject}”没有读到：{reason}',
      ask: '请在浏览器中打开该栏目，最新一条是哪天？',
    },
    'none-owed': {
      verdict: 'not-applicable',
      message: '没有识别出应定期更新的栏目',
    },
  },
  example:
    '“工作动态”最新一条印着 2024-02-01，监测日 2024-03-20：stale，48 天，超过 14 天。“2022年通知”是年份文件夹，不判。',
  *run(site, { asOf, params, topicName }) {
    const periods = periodsOf([
      ['field', params.fieldTopics, params.longMaxAgeDays],
      ['event', params.eventTopics, params.eventMaxAgeDays],
      ['letters', params.letterTopics, params.letterMaxAgeDays],
      ['pilot', params.pilotTopics, params.pilotMaxAgeDays],
      ['other', params.otherTopics, params.otherMaxAgeDays],
      ['notice', params.noticeTopics, params.noticeMaxAgeDays],
      ['news', params.newsTopics, params.newsMaxAgeDays],
    ])
    const tree = new ColumnTree(site)
    const subjects = new ColumnSubjects(site)
    const ages: SeriesAges = {
      topics: params.seriesTopics,
      told: params.seriesMaxAgeDays,
      asked: params.seriesAskDays,
      served: params.servedMaxAgeDays,
      yearly: params.yearlyMaxAgeDays,
      bulletins: params.bulletinTopics,
      bulletin: params.bulletinMaxAgeDays,
    }
    let judgedAny = false
    for (const column of tree.distinct()) {
      if (isPartOfAnother(site, column, asOf)) continue
      const meetings = column.topic?.value === 'meetings' && tellsMeetings(column)
      const known = meetings
        ? { group: 'event', days: params.meetingMaxAgeDays }
        : (periods.get(column.topic?.value ?? '') ?? null)
      const branch = [column, ...tree.descendants(column)] as const
      // A doubtful topic of a yearly kind is not worth a person's question; rules of relief stand for years.
      const isUnsure = (column.topic?.sureness ?? 1) < SURE
      const isRules = column.topic?.value === 'socialAssistance' && (isUnsure || !paysOut(branch))
      const fit = isRules || (known?.group === 'other' && isUnsure) ? null : known
      const below = fit?.group === 'notice' && column.parent !== null
      const period = isOfLaws(column, fit)
        ? null
        : below
          ? { ...fit, days: params.otherMaxAgeDays }
          : fit
      const own = judge(site, tree, column, period, periods, asOf)
      const read =
        own === null || own.outcome === 'fresh'
          ? (ofSeries(site, tree, column, ages, asOf) ?? own)
          : own
      const unseen = hidesItsDays(site, column)
      const isOdd = (): boolean => isOddlyDateless(site, column) || looksDateless(site, column)
      if (!listedBelow(tree, column) && (unseen || (read === null && isOdd()))) {
        const odd = { group: 'other', days: params.otherMaxAgeDays }
        judgedAny = true
        yield { ...undatedOf(site, column, odd, []), subject: subjects.of(column) }
      }
      if (read === null || unseen) continue
      const age = read.measure?.value ?? 0
      const topic = column.topic === null ? null : topicName(column.topic.value)
      const nested = tree
        .ancestors(column)
        .some(
          (up) =>
            topic !== null &&
            up.topic?.value === column.topic?.value &&
            !(fit !== null && asksOnly(fit) && (up.topic?.sureness ?? 1) <= BORNE_OUT),
        )
      const silent = below && read.outcome === 'fresh' && age > fit.days
      const told = fit === null || nested ? null : toldAfter(site, branch, fit, params)
      const mayBreakOff = read.outcome === 'fresh' && fit !== null && !nested
      const odd = mayBreakOff ? silenceOf(site, branch, fit, age, params) : null
      const limit =
        read.outcome === 'quiet' && told !== null && age > told
          ? told
          : isDataRelease(column) && HAS_AGE.has(read.outcome) && age > params.dataMaxAgeDays
            ? params.dataMaxAgeDays
            : (odd?.told ?? null)
      const answer: Answer =
        limit !== null
          ? { ...read, outcome: 'stale', facts: { ...read.facts, limit } }
          : odd?.asked || (silent && (hasHomeBlock(site, column) || isOfNotices(column)))
            ? { ...read, outcome: 'quiet' }
            : read
      judgedAny = true
      yield { ...answer, subject: subjects.of(column), facts: { ...answer.facts, topic, nested } }
    }
    const served = servedFigures(site, asOf)
    if (served !== null && served.days > ages.served) {
      judgedAny = true
      yield servedStale(served, ages.served)
    }
    if (!judgedAny && site.home !== null)
      yield {
        outcome: 'none-owed',
        subject: '应更新栏目',
        evidence: [{ url: site.home.page.url, at: null, quote: homeQuote(site) }],
      }
  },
})

/** A series of reports that came to its end, also below a column that lives by its other lists. */
function ofSeries(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  ages: SeriesAges,
  asOf: string,
): Answer | null {
  if (isEnded(tree, column, asOf)) return null
  const broken = brokenSeries(site, tree, column, ages, asOf)
  if (broken === null) return null
  const { outcome, newest, days, limit, place } = broken
  return {
    outcome,
    facts: { newest, days, limit, url: column.url },
    measure: { value: days, unit: 'days' },
    evidence: [place],
    pages: [column.url],
    sureness: column.topic?.sureness ?? 1,
    coverage: restsOfNewest(site, [column, ...tree.descendants(column)]),
  }
}

/** Figures of what was served that stand on a page of their own. */
function servedStale(
  { name, newest, days, place }: NonNullable<ReturnType<typeof servedFigures>>,
  limit: number,
): Observation<'stale'> {
  return {
    outcome: 'stale',
    subject: name,
    facts: { newest, days, limit, url: place.url },
    measure: { value: days, unit: 'days' },
    evidence: [place],
    pages: [place.url],
    coverage: WHOLE,
  }
}

const HAS_AGE: ReadonlySet<Outcome> = new Set(['fresh', 'quiet'])
/** Topics less sure than this only raise questions. */
const SURE = 0.8
const BORNE_OUT = 0.82

type Outcome =
  | 'fresh'
  | 'stale'
  | 'quiet'
  | 'empty'
  | 'under-construction'
  | 'test-only'
  | 'undated'
  | 'dateless'
  | 'script-dates'
  | 'external'
  | 'unreadable'
type Answer = Omit<Observation<Outcome>, 'subject'>

function homeQuote(site: SiteView): string {
  const page = site.home?.page
  return page?.headTitle ?? page?.title ?? `HTTP ${site.home?.capture.status ?? 0}`
}

function judge(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  period: Period | null,
  periods: ReadonlyMap<string, Period>,
  asOf: string,
): Answer | null {
  const evidence = citeColumn(site, column)
  if (evidence.length === 0) return null
  if (isEnded(tree, column, asOf, period?.group === 'pilot'))
    return blankFeature(site, tree, column, evidence, asOf)
  const sureness = column.topic?.sureness ?? 1
  const blank = blankness(site, tree, column, evidence)
  if (blank !== null) return blank
  if (period === null) return null
  // 工作进展 of a pilot is the pilot's own news: the pilot's period answers for it.
  const above = period.group === 'news' ? ['news', 'pilot'] : [period.group]
  const judging = tree
    .ancestors(column)
    .filter(
      (up) =>
        (above.includes(periods.get(up.topic?.value ?? '')?.group ?? '') &&
          // 新闻发布会 below 回应关切: what follows events follows its own.
          // Nor does what is taken for it by its sub-column alone (监管执法 above 双随机抽查) answer for that one.
          (!/^(?:event|field)$/.test(period.group) ||
            (up.topic?.value === column.topic?.value &&
              ((up.topic?.sureness ?? 1) > BORNE_OUT || sureness <= BORNE_OUT)))) ||
        // 新闻发布 above several lists of news, whatever it is taken for.
        (period.group === 'news' && isBesideKept(site, up, column, period.days, asOf)),
    )
    // One above whose topic is a guess, and which is silent too, does not answer for one that is sure of its own.
    .filter(
      (up) =>
        sureness < SURE ||
        (up.topic?.sureness ?? 1) >= SURE ||
        isKept(site, [up, ...tree.descendants(up)], period.days, asOf),
    )
  if (judging.length > 0)
    return showsNoDay(site, column)
      ? undatedOf(site, column, period, evidence)
      : ownList(site, tree, column, judging, period, asOf)
  if (asksOnly(period) && !isDated(site, tree, column, asOf)) return null
  if (column.kind === 'external')
    return { outcome: 'external', facts: { target: column.url }, evidence }
  if (isGoneColumn(site, column)) return null // That is said where links are.
  const view = site.pageAt(column.url)
  if (view === null || column.kind === 'script') {
    const trouble = site.troubles.find((one) => one.url === column.url)
    const reason = trouble?.reason ?? column.coverageBecause ?? '本次没有访问到'
    return { outcome: 'unreadable', facts: { reason }, evidence }
  }
  const branch = [column, ...tree.descendants(column)]
  const newest = newestIn(site, branch, asOf)
  if (newest === null) {
    const script = branch.some((one) => one.dates === 'script')
    if (script) return { outcome: 'script-dates', evidence }
    const items = branch.flatMap((one) => one.items)
    if (items.length === 0) {
      // News and notices are lists by nature: one without readable entries must be asked about, not passed over.
      if (period.group === 'other') return null
      return { outcome: 'unreadable', facts: { reason: '页面读到了，但没有读出条目' }, evidence }
    }
    const lists = branch.filter((one) => one.items.length > 0)
    return undatedOf(site, (lists.length === 1 ? lists[0] : undefined) ?? column, period, evidence)
  }
  const days = daysBetween(newest.day, asOf)
  const shortest = Math.min(...[...periods.values()].map((one) => one.days))
  const answeredBelow = branch.some(
    (one) =>
      one !== column &&
      (one.topic?.sureness ?? 0) >= SURE &&
      periods.get(one.topic?.value ?? '')?.group === period.group,
  )
  if (days > period.days && sureness < SURE && answeredBelow) return null
  const isYoung = days <= shortest || (asksOnly(period) && days <= period.days)
  const coverage = restsOfNewest(site, branch)
  return { ...ofAge(column, newest, days, period, isYoung ? 1 : sureness), coverage }
}

function ofAge(
  { url }: Column,
  newest: NonNullable<ReturnType<typeof newestIn>>,
  days: number,
  period: Period,
  sureness: number,
): Answer {
  return {
    outcome: days <= period.days ? 'fresh' : asksOnly(period) ? 'quiet' : 'stale',
    facts: { newest: newest.day, days, limit: period.days, url },
    measure: { value: days, unit: 'days' },
    evidence: [newest.place],
    pages: [url],
    sureness: Math.min(sureness, newest.sureness),
  }
}

/** The veto item counts news and notices without a visible day as not updated; elsewhere, and where a day may have escaped us, a person says. */
function undatedOf(
  site: SiteView,
  column: Column,
  { group, days }: Period,
  evidence: readonly Place[],
): Answer {
  const isUrgent = group === 'news' || group === 'notice'
  const whole = isUrgent ? isDateless(site, column) : isOddlyDateless(site, column)
  return {
    outcome: whole || hidesItsDays(site, column) ? 'dateless' : 'undated',
    // All that it lists was read: what else of the portal was not has no part in it.
    ...(hasUnreadPages(site, column) ? {} : { coverage: WHOLE }),
    facts: { limit: days, count: column.items.length, url: column.url },
    evidence: [column.items[0]?.place ?? evidence[0]].filter((place) => place !== undefined),
  }
}

/** The body's own first news list, and results of inspections beside newer plans, are columns of their class by themselves. */
function ownList(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  judging: readonly Column[],
  period: Period,
  asOf: string,
): Answer | null {
  const [up, ...further] = judging
  const { group, days } = period
  const branch = [column, ...tree.descendants(column)]
  const alone =
    group === 'news'
      ? isMainNews(site, tree, column)
      : group === 'event' && isOnlyResults(site, branch, days, asOf)
  if (up === undefined || further.length > 0 || !alone) return null
  const newest = newestIn(site, branch, asOf)
  const latest = newestIn(site, [up, ...tree.descendants(up)], asOf)
  if (newest === null || latest === null) return null
  const age = daysBetween(newest.day, asOf)
  if (age <= days || daysBetween(latest.day, asOf) > days) return null // Said of the one above.
  const coverage = restsOfNewest(site, branch)
  return { ...ofAge(column, newest, age, period, column.topic?.sureness ?? 1), coverage }
}

/** Nothing is asked of a column of events that shows no day. */
function isDated(site: SiteView, tree: ColumnTree, column: Column, asOf: string): boolean {
  const branch = [column, ...tree.descendants(column)]
  const read = column.kind === 'local' && site.pageAt(column.url) !== null
  return read && newestIn(site, branch, asOf) !== null
}
