/**
 * Rounds of recruitment as the entries of lists tell them: a notice that calls for applicants, steps in between, and who was
 * taken. Finds notices of the body's own rounds that no entry tells the outcome of; how long a round may last is the check's.
 */
import { daysBetween } from '#base/day'
import { compareForm, squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { ColumnItem, SiteView } from '#model/site-view'
import { holdsElse } from './calls.ts'
import { dayOfItem } from './columns.ts'
import { isReadWhole } from './hollow-pages.ts'

/** Calls for applicants; what is examined for the whole province (公务员考试录用) ends where it is held. */
const CALL =
  /(?:招聘|招考|招录|选调|遴选|引进)[^，。；]{0,16}(?:公告|简章|启事|通告)(?:[（(][^（）()]{1,16}[）)])?$/
const NO_CALL =
  /更正|补充|延[期长]|取消|变更|调整|转[发载]|考试录用|考录|招募|志愿者|专家|监督员|机构|中介|供应商|招聘会|专场|企业|公司/
/** 笔试成绩, 体检公告: the round is on its way. */
const STEP = /笔试|面试|成绩|体检|考察|资格(?:审查|复审|初审)|入围|考试安排/
/** Who was taken, or that nobody was. */
const OUTCOME =
  /拟(?:聘用?|录用?|录取|选调|遴选|引进|聘任)|(?:(?<!招)聘用|录用|录取|聘任)(?:工作)?(?:人员|人选|对象|名单|结果|公示)|(?:招聘|招考|招录|考录|选调|遴选|引进)(?:[^，。；]{0,6})(?:结果|名单|人员公示)|(?:取消|终止|核减)/
/** Rounds of different kinds have outcomes of their own. */
const KINDS: readonly RegExp[] = [
  /事业/,
  /公务员/,
  /教师/,
  /社区工作者|社工/,
  /公益性?岗位/,
  /选调|遴选/,
  /引进|人才/,
  /辅警|协管|编外|合同制|劳务|临聘/,
]

export interface OpenRound {
  readonly call: ColumnItem
  readonly day: CivilDay
  /** The last step that is told of; null where none is. */
  readonly step: ColumnItem | null
}

/** Rounds called for so many days ago (`least` to `most`) whose outcome no later entry of any list may be, and how many there were. */
export function openRounds(
  site: SiteView,
  topics: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): { readonly rounds: readonly OpenRound[]; readonly called: number } {
  const all = site.columns.flatMap(({ items }) =>
    items.flatMap((item) => {
      const day = dayOfItem(site, item)?.day
      return day === undefined ? [] : [{ item, day, title: squash(item.title) }]
    }),
  )
  const called = all.filter(
    ({ title }) => CALL.test(title) && !STEP.test(title) && !OUTCOME.test(title),
  )
  const calls = new Map<string, OpenRound>()
  const seen = new Set<string>()
  for (const column of topics.flatMap((topic) => site.columnsOf(topic)))
    for (const call of column.items) {
      const title = squash(call.title)
      const day = dayOfItem(site, call)?.day
      if (day === undefined || !CALL.test(title) || NO_CALL.test(title)) continue
      if (STEP.test(title) || OUTCOME.test(title)) continue
      const age = daysBetween(day, site.asOf)
      if (age < least || age > most) continue
      seen.add(title)
      const later = all.filter(
        (one) =>
          one.title !== title &&
          one.day >= day &&
          isOfRound(title, day, one.title) &&
          !isOfAnother(title, one, called),
      )
      if (later.some((one) => OUTCOME.test(one.title))) continue
      const [step] = later
        .filter((one) => STEP.test(one.title) && kindsOf(one.title) === kindsOf(title))
        .sort((a, b) => b.day.localeCompare(a.day))
      calls.set(title, { call, day, step: step?.item ?? null })
    }
  return { rounds: [...calls.values()], called: seen.size }
}

/** 结果在某省人事考试网公布: then its absence here says nothing. */
const TOLD_ELSEWHERE =
  /(?:登[录陆]|关注|查询|查看|[在到至]|通过)[^。；\n]{0,24}(?:网|平台|公众号)[^。；\n]{0,12}(?:公[布示告]|发布|查询|查看)|(?:公[布示告]|发布|查询)[^。；\n]{0,16}(?:https?:|www\.|考试网|人才网|公众号)/

/** Nothing that the round put up here says that what came of it is told elsewhere, and what it put up was read. */
export function isToldHere(site: SiteView, { call, step }: OpenRound): boolean {
  return [call, step].every((item) => {
    if (item === null) return true
    const view = item.url === null ? null : site.pageAt(item.url)
    return view !== null && isReadWhole(view) && !TOLD_ELSEWHERE.test(view.page.text.excerpt)
  })
}

/** How many are wanted: 15名, 名额, 若干名. */
const NUMBER = /[\d一二两三四五六七八九十百]\s*[名个人位]|名额|人数|若干|计划数/
/** What for, and who may apply. */
const POST = /岗位|职位|条件|资格|学历|专业|年龄|户籍|周岁/
/** Where it may be read instead. */
const ELSEWHERE = /附件|附表|https?:|www\.|网站|官网|本网|网页|平台|公众号|二维码/

/** Notices of the last `most` days whose whole page says neither how many are wanted nor what for, and leads nowhere. */
export function bareNotices(
  site: SiteView,
  topics: readonly string[],
  most: number,
): readonly ColumnItem[] {
  const found = topics
    .flatMap((topic) => site.columnsOf(topic))
    .flatMap(({ items }) =>
      items.filter((item) => {
        const title = squash(item.title)
        const day = dayOfItem(site, item)?.day
        const view = item.url === null ? null : site.pageAt(item.url)
        if (view === null || view.page.kind.value !== 'article' || !isReadWhole(view)) return false
        if (day === undefined || daysBetween(day, site.asOf) > most) return false
        if (!CALL.test(title) || NO_CALL.test(title) || STEP.test(title) || OUTCOME.test(title))
          return false
        const { excerpt, length } = view.page.text
        const text = excerpt.replaceAll(title, '')
        const told = [NUMBER, POST, ELSEWHERE].some((words) => words.test(text))
        return length > 0 && !told && !holdsElse(site, view)
      }),
    )
  return [...new Map(found.map((item) => [item.url, item])).values()]
}

interface Dated {
  readonly day: CivilDay
  readonly title: string
}

/** Words of any round, beside whom it wants and for what body. */
const OF_ANY =
  /20\d\d年?度?|关于|公开|面向社会|考核|考试|招聘|招考|招录|遴选|选调|引进|取消|终止|核减|拟?(?:聘用?|录用?|录取|聘任|遴选|选调|引进)|公[示告]|简章|启事|通告|结果|名单|人选|对象|人员|工作|[的等之]|第[一二三四五六七八九十\d]+[批次期]/g

const wantedBy = (title: string): string => compareForm(title).replace(OF_ANY, '')

/** An outcome that names what another call before it wanted, word for word, and this one did not. */
function isOfAnother(call: string, outcome: Dated, called: readonly Dated[]): boolean {
  const own = wantedBy(outcome.title)
  if (own.length < LEAST_WANTED || wantedBy(call) === own) return false
  return called.some(
    ({ title, day }) => title !== call && day <= outcome.day && wantedBy(title) === own,
  )
}

/** Shorter words name no round of its own. */
const LEAST_WANTED = 6

/** Of the same year and kind, as far as both titles tell them. */
function isOfRound(call: string, day: CivilDay, title: string): boolean {
  const yearOf = (text: string): string | undefined => /20\d\d/.exec(text)?.[0]
  const own = yearOf(call) ?? day.slice(0, 4)
  const year = yearOf(title)
  if (year !== undefined && year !== own) return false
  const kinds = KINDS.filter((kind) => kind.test(call))
  const others = KINDS.filter((kind) => kind.test(title))
  return kinds.length === 0 || others.length === 0 || kinds.some((kind) => others.includes(kind))
}

const kindsOf = (title: string): string =>
  KINDS.filter((kind) => kind.test(title))
    .map(({ source }) => source)
    .join(' ')
