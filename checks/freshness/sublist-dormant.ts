/**
 * Does a list of news or notices stand still while the column above it lives by its other lists? Mostly a question: the
 * source counts columns and does not say how those below and above one another count. Lists of what departments or towns do
 * are named among the news of two weeks by the source itself, so their standing still for a month is told, and where all the
 * column stands still, theirs too. The body's own first news list beside fresh ones, and the column that nothing keeps up, are
 * `freshness/column-stale`'s; ended features, year folders and lists further down (those of single offices) are left alone.
 */
import { daysBetween } from '#base/day'
import {
  ColumnSubjects,
  ColumnTree,
  cameSteadily,
  citeColumn,
  citePage,
  defineCheck,
  isAmongNews,
  isEnded,
  isKept,
  isMainNews,
  isOutOfRhythm,
  isOwnList,
  NEWS_PERIOD,
  newestIn,
  type Period,
  periodsOf,
  restsOfNewest,
  tellsOfUnits,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

export const sublistDormant = defineCheck({
  id: 'freshness/sublist-dormant',
  revision: 8,
  title: '下级栏目是否停止更新',
  question: '上级栏目仍在更新时，下面单列的动态、公告类栏目有没有长期停止更新的？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”：按栏目判，没有写上下级栏目怎样算（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    ...NEWS_PERIOD,
    newsMaxAgeDays: {
      ...NEWS_PERIOD.newsMaxAgeDays,
      meaning: '动态要闻类的下级栏目最新一条距监测日超过几天就提问',
    },
    standingDays: {
      default: 28,
      meaning:
        '部门动态、县区动态、乡镇动态这些常设的下级栏目停更超过几天，不再提问，直接判为不及时更新',
      source:
        '2015年普查说明：动态要闻类含部门、区县动态，两周（二手）；国办秘函〔2019〕19号只对通知、政策类限定“一级栏目”；宽限到两个期限（四周），可调',
      verified: false,
    },
    deadDays: {
      default: 180,
      meaning: '部门动态、乡镇动态一类常设的下级栏目停更超过几天，不再提问，直接判为长期不更新',
      source: '国办秘函〔2019〕19号“应更新长期未更新”没有写天数；本工具的默认值，可调',
      verified: false,
    },
    noticeTopics: {
      default: ['notices', 'policy', 'policyDocuments', 'normativeDocuments'],
      meaning: '按“通知公告、政策文件”判断的下级栏目类别',
      source: '2015年普查说明',
      verified: false,
    },
    noticeMaxAgeDays: {
      default: 365,
      meaning: '通知公告类的下级栏目最新一条距监测日超过几天就提问',
      source: '2015年普查“其他应更新栏目一年”口径（二手）；6个月只管一级栏目',
      verified: false,
    },
    rhythmDays: {
      default: 180,
      meaning:
        '通知公告、政策文件类的下级栏目，此前的间隔都不到这次停更的一半的，最新一条距监测日超过几天就提问',
      source: '国办秘函〔2019〕19号 单项否决“栏目不更新”：一级栏目6个月（按180天计）；可调',
      verified: false,
    },
    endedDays: {
      default: 730,
      meaning: '政策文件类的下级栏目停更超过几天的，当作已经不用，不再提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    kept: {
      verdict: 'pass',
      message: '上级栏目下单列的 {count} 个动态、公告类栏目都在更新',
    },
    'left-behind': {
      verdict: 'unsure',
      message:
        '“{subject}”最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天；上级栏目“{above}”另有较新的内容（{latest}）',
      ask: '“{subject}”是否仍应更新？{newest} 之后有没有应当在这里发布的内容？',
    },
    overdue: {
      verdict: 'fail',
      message:
        '“{subject}”最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天；上级栏目“{above}”靠别的栏目才有较新的内容（{latest}）',
      claimsAbsence: true,
      ask: '“{subject}”有没有晚于所列日期的内容？',
    },
    abandoned: {
      verdict: 'fail',
      message:
        '“{subject}”最新一条为 {newest}，距监测日 {days} 天，已长期不更新；上级栏目“{above}”另有较新的内容（{latest}）',
      ask: '“{subject}”是否已经停用，停用的是否还应当留在网站上？',
    },
    'still-too': {
      verdict: 'fail',
      message:
        '“{subject}”最新一条为 {newest}，距监测日 {days} 天，超过 {limit} 天；上级栏目“{above}”的其他内容也停在 {latest}',
      claimsAbsence: true,
      ask: '“{subject}”有没有晚于所列日期的内容？',
    },
    none: { verdict: 'not-applicable', message: '没有在同类栏目下面单列的动态、公告类栏目' },
  },
  example:
    '“新闻中心”昨天还有更新，下面的“乡镇动态”最新一条是28天前：乡镇动态 left-behind，请人核对。',
  *run(site, { asOf, params }) {
    const limits = periodsOf([
      ['notice', params.noticeTopics, params.noticeMaxAgeDays],
      ['news', params.newsTopics, params.newsMaxAgeDays],
    ])
    const tree = new ColumnTree(site)
    const subjects = new ColumnSubjects(site)
    const kept: Column[] = []
    let asked = false
    const ages: Ages = {
      dead: params.deadDays,
      standing: params.standingDays,
      rhythm: params.rhythmDays,
      ended: params.endedDays,
    }
    for (const column of tree.distinct()) {
      const among = isAmongNews(site, column) && cameOften(site, column)
      const limit = limits.get(among ? 'news' : (column.topic?.value ?? ''))
      const up = limit && aboveOf(tree, column, limit, limits, asOf)
      if (limit === undefined || !up) continue
      const answer = judge(site, tree, column, up, { limit, ages }, asOf)
      if (answer === 'kept') kept.push(column)
      else if (answer !== null) {
        asked = true
        yield { ...answer, subject: subjects.of(column) }
      }
    }
    const home = site.home ?? site.pages[0]
    if (asked || home === undefined) return
    yield {
      outcome: kept.length > 0 ? 'kept' : 'none',
      subject: '下级栏目',
      facts: { count: kept.length },
      evidence:
        kept.length > 0
          ? kept.slice(0, 5).flatMap((column) => [...citeColumn(site, column)])
          : [citePage(home)],
    }
  },
})

/** What departments, towns or the office itself do goes on; pictures, campaigns and meetings end. */
const STANDING =
  /^(?:[\u4e00-\u9fff]{0,4})(?:部门|乡镇|镇街|镇办|街镇|街道|镇村|县区|区县|市州|市县|州县|基层|单位|处室|科室|系统|直属|工作|政务)(?:工作)?(?:动态|要闻|快讯|传真|新闻|信息|播报|联播|资讯)$/

/** Whose news: other names for the same units, so that another list of theirs may have taken over. */
const OF_UNITS: readonly RegExp[] = [
  /部门/,
  /乡镇|镇街|镇办|街镇|街道/,
  /县区|区县|区市|市州|市县|州县/,
]

/** So often that it is a list of what goes on: several a month up to its last entry. */
const OFTEN = { least: 4, within: 62, apart: 21 }
const cameOften = (site: SiteView, column: Column): boolean => cameSteadily(site, [column], OFTEN)

/** A list of what departments, towns or districts do, none of whose sisters tells of the same ones and is kept up. */
function isOnlyOfItsUnits(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  up: Column,
  days: number,
  asOf: string,
): boolean {
  const units = OF_UNITS.find((one) => one.test(column.name))
  if (units === undefined || !isStanding(site, column)) return false
  const sisters = tree
    .descendants(up)
    .filter((one) => one !== column && units.test(one.name) && isOwnList(tree, one))
  return !sisters.some((one) => isKept(site, [one], days, asOf))
}

/** By its name: 部门动态, or the field of the body in its units (市县水利). */
const isStanding = (site: SiteView, column: Column): boolean =>
  STANDING.test(column.name.trim()) || tellsOfUnits(site, column)

/** A menu of papers; below notices, a list of them. */
const MENU = 'policy'
const PILOT = 'grassrootsDisclosure'

/** The one column of the same class that the list stands below; null where it is none of those asked about. */
function aboveOf(
  tree: ColumnTree,
  column: Column,
  { group }: Period,
  limits: ReadonlyMap<string, Period>,
  asOf: string,
): Column | null {
  if (!isOwnList(tree, column) || isEnded(tree, column, asOf)) return null
  const ancestors = tree.ancestors(column)
  if (ancestors.some(({ topic }) => topic?.value === PILOT)) return null
  const [up, ...further] = ancestors.filter(({ topic }) => {
    const above = topic?.value ?? ''
    return limits.get(above)?.group === group && above !== MENU
  })
  return up === undefined || further.length > 0 ? null : up
}

interface Ages {
  readonly dead: number
  readonly standing: number
  readonly rhythm: number
  readonly ended: number
}

type Dormant = 'left-behind' | 'overdue' | 'abandoned' | 'still-too'

/** So many days make a rhythm. */
const LEAST_OF_RHYTHM = 2

/** Null where no day tells. */
function judge(
  site: SiteView,
  tree: ColumnTree,
  column: Column,
  up: Column,
  {
    limit: { days: longest, group },
    ages,
  }: {
    readonly limit: Period
    readonly ages: Ages
  },
  asOf: string,
): Omit<Observation<Dormant>, 'subject'> | 'kept' | null {
  const branch = [column, ...tree.descendants(column)] as const
  const newest = newestIn(site, branch, asOf)
  const latest = newestIn(site, [up, ...tree.descendants(up)], asOf)
  if (newest === null || latest === null) return null
  const days = daysBetween(newest.day, asOf)
  const isMain = isMainNews(site, tree, column)
  // Papers of one kind may be none for years; where they came time and again, their silence is odd.
  const isOdd = group === 'notice' && isOutOfRhythm(site, branch, LEAST_OF_RHYTHM)
  const isPapers = column.topic?.value !== 'notices' && group === 'notice'
  if (isPapers && (!isOdd || days > ages.ended)) return 'kept'
  const limit = isOdd ? ages.rhythm : longest
  if (days <= limit) return isMain ? null : 'kept'
  const standing = group === 'news' && isStanding(site, column)
  // A list of no known kind is over its own time as well as over the source's.
  if (column.topic === null && !isOutOfRhythm(site, branch, OFTEN.least)) return 'kept'
  // The column above is itself said to be stale, by its newest entry; other lists that are columns of their own count too.
  const still = daysBetween(latest.day, asOf) > limit
  if (still ? !standing || newest.day === latest.day : isMain) return null
  return {
    outcome: still
      ? 'still-too'
      : standing && days > ages.dead
        ? 'abandoned'
        : standing && days > ages.standing && isOnlyOfItsUnits(site, tree, column, up, limit, asOf)
          ? 'overdue'
          : 'left-behind',
    coverage: restsOfNewest(site, branch),
    facts: { newest: newest.day, days, limit, above: up.name, latest: latest.day, url: column.url },
    measure: { value: days, unit: 'days' },
    evidence: [newest.place],
    pages: [column.url],
    sureness: Math.min(column.topic?.sureness ?? 1, newest.sureness),
  }
}
