/**
 * Calls for comments (意见征集、草案征求意见、问卷) with their end and the result published for them. A result belongs to a
 * call when one links the other, when it carries the call's subject in its title, or when it stands on the call's page.
 */
import { clip, compareForm, standsInOrder } from '#base/text'
import type { Column, Consultation, PageView, Place } from '#model/site-view'
import { columnsUnder, viewsUnder } from './column-views.ts'
import type { SiteIndex } from './site-index.ts'

const TOPICS = ['consultation', 'majorDecisions']
const CALL = /征集|征求|征询|问卷|调查|听取.{0,12}意见|公开.{0,6}意见/
const RESULT =
  /^【[^】]{0,8}(?:反馈|结果|采纳)[^】]{0,4}】|(?:反馈|采纳|结果|汇总|办理)(?:的)?(?:情况|结果|意见|说明|公告|公示|公布|反馈|通报|报告|汇总|分析)|(?:征集|征求|调查|意见).{0,10}(?:反馈|结果|采纳|回[复应]|答复|情况(?:的)?(?:公告|公示|通报|说明|反馈)?$|总结)/
/** A result printed on the call's own page, under a heading or behind a label. */
const PRINTED_RESULT =
  /(?:^|\n)[^\n。]{0,20}(?:意见)?(?:反馈|采纳|征集结果|调查结果|问卷结果|投票结果|(?:征集|调查|问卷|投票)?结果(?:反馈|公示|公布|公告|公开|统计|分析))(?:的)?(?:情况|结果|意见|公告)?(?:的)?(?:说明)?(?:[\s:：】]|[（(【[][^\n（()）【】[\]]{0,30}[）)】\]])*\n?[^\n]{0,40}(?:共|收到|采纳|未收到|没有收到|无意见|\d+\s*(?:条|份|人|件|票)|占(?:比)?\s*\d)/
/** 截至期满，未收到意见建议: the result in a sentence; what will count as assent is none. */
const SAID_RESULT =
  /(?:截至|截止|期满|期间|期限内|到期)[^\n。]{0,30}(?:共收到|未收到|没有收到|收到)(?![^\n。；]{0,30}(?:视为|视同|即为))[^\n。；]{0,20}(?:意见|建议|异议|反馈)|(?:本次|此次)(?:意见|网上|公开)?(?:征集|征求意见|调查|问卷)[^\n。]{0,16}(?:共|累计)(?:收到|征集|回收|收回)/
/** 结果（9月15日公布）：收到意见17条…, behind a sentence or on a line of its own. */
const LABELLED_RESULT =
  /(?:^|[\n。；])\s*(?:征集|征求意见|投票|调查)?结果\s*(?:[（(][^\n（()）]{0,20}[）)])?\s*[:：]\s*[^\n。]{0,24}(?:收到|采纳|无意见|没有意见|有效(?:票|问卷)|\d+\s*(?:条|份|人|件|票))/
/** What is gathered here is no opinion, and what is passed on is another's call. */
const NO_CALL =
  /^【?转[发载]|征集(?!.{0,30}(?:意见|建议|民意|问卷)).{0,30}(?:作品|照片|图片|摄影|书画|征文|机构|企业|供应商|服务商|代理|中介|志愿者|专家|人才|文物|史料|档案|线索|标志|LOGO|吉祥物|口号|案例|学员|选手|评委|监督员)/i
const DRAFT = /草案|征求意见稿|送审稿|讨论稿|初稿|稿[）)]/
/** Subjects shorter than this fit everything. */
const LEAST_CORE = 5

export function readConsultations(
  index: SiteIndex,
  columns: readonly Column[],
): readonly Consultation[] {
  const views = viewsUnder(index, columnsUnder(columns, TOPICS)).filter(
    ({ page }) => page.kind.value !== 'listing' && page.kind.value !== 'directory',
  )
  const titleOf = ({ page }: PageView): string => page.title ?? ''
  const results = index.allViews.filter(
    (view) =>
      view.page.kind.value !== 'listing' &&
      view.page.kind.value !== 'home' &&
      isResult(titleOf(view)),
  )
  const calls = views.filter((view) => {
    const title = titleOf(view)
    return CALL.test(title) && !NO_CALL.test(title) && !results.includes(view)
  })
  const owned = new Map<PageView, PageView>()
  for (const call of calls) {
    const result = results.find((one) => belongs(index, call, one))
    if (result !== undefined) owned.set(call, result)
  }
  // A result of another title (“金点子”清单): told by its text, its day and where it stands.
  const told = index.allViews.filter(
    (view) =>
      !results.includes(view) &&
      !calls.includes(view) &&
      (views.includes(view) || tellsResults(view)) &&
      TELLS_OPINIONS.test(view.page.text.excerpt),
  )
  const doubtful = new Set<PageView>()
  for (const call of told.length === 0 ? [] : calls.filter((one) => !owned.has(one))) {
    const after = told.filter((one) => isAfter(one, call))
    const result = after.find((one) => isLinked(index, call, one) && speaksOf(one, call))
    if (result !== undefined) owned.set(call, result)
    else
      for (const one of after)
        if (isLinked(index, call, one) || speaksOf(one, call)) doubtful.add(one)
  }
  const taken = new Set(owned.values())
  const others = [
    ...results.filter((one) => views.includes(one) || tellsResults(one)),
    ...doubtful,
  ].filter((one) => !taken.has(one))
  return calls.map((call) => {
    const may = others.filter((one) => mayBelong(one, call))
    return ofCall(index, call, owned.get(call) ?? null, may.map(placeOf))
  })
}

const dayOf = ({ page }: PageView): string | null =>
  page.publishedOn?.value ?? page.document?.publishedOn ?? null

const NAMED = /《([^《》]{4,200})》/
/** What a rule is called behind its matter. */
const SORT =
  /(?:管理|实施|暂行|试行)*(?:办法|规定|条例|细则|方案|规划|标准|意见|规则|措施|制度|导则|规范)+$/

/** A result that names no call of ours may be any call's, but of one made later and of a matter that it names otherwise. */
function mayBelong(result: PageView, call: PageView): boolean {
  const [day, begun] = [dayOf(result), dayOf(call)]
  if (day !== null && begun !== null && day < begun) return false
  const [named, own] = [result, call].map(({ page }) => NAMED.exec(page.title ?? '')?.[1])
  if (named === undefined || own === undefined) return true
  const [one = '', other = ''] = [named, own].map((name) =>
    compareForm(name.replace(/[（(].*$/, '')).replace(SORT, ''),
  )
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const [matter, ours] = [one.slice(same), other.slice(same)]
  if (matter.length < LEAST_MATTER || ours.length < LEAST_MATTER) return true
  return [...matter].some((letter, at) => at > 0 && ours.includes(`${matter[at - 1]}${letter}`))
}

/** Fewer letters tell two matters apart by chance. */
const LEAST_MATTER = 2

function ofCall(
  index: SiteIndex,
  call: PageView,
  result: PageView | null,
  otherFeedback: readonly Place[],
): Consultation {
  const { page } = call
  const closing = page.closing ?? null
  const closesOn = closing?.day ?? null
  const state =
    closesOn !== null ? (closesOn < index.asOf ? 'closed' : 'open') : (closing?.state ?? 'unknown')
  const { excerpt } = page.text
  const printed = [PRINTED_RESULT, SAID_RESULT, LABELLED_RESULT]
    .map((form) => form.exec(excerpt))
    .find((found) => found !== null)
  const words = page.attachments.map((file) => file.title)
  return {
    title: page.title ?? '',
    url: page.url,
    publishedOn: page.publishedOn?.value ?? page.document?.publishedOn ?? null,
    closesOn,
    state,
    draft: [page.title ?? '', ...words].some((text) => DRAFT.test(text)),
    feedback:
      result !== null
        ? placeOf(result)
        : printed
          ? {
              url: page.url,
              at: page.text.at,
              quote: clip(printed[0].replace(/^[\s。；]+/, ''), 60),
            }
          : null,
    otherFeedback,
    place:
      closing === null ? placeOf(call) : { url: page.url, at: closing.at, quote: closing.quote },
  }
}

/** In a column of results or of talk with the public, whatever its topic. */
function tellsResults({ page }: PageView): boolean {
  return page.trail.some((name) => RESULT_COLUMN.test(name))
}

const RESULT_COLUMN =
  /(?:征集|征求|意见|调查|互动|参与|结果)(?:结果|情况)?(?:反馈|公示|公布|公开|通报)|结果反馈|意见反馈|征集反馈/

/** Says how many opinions came or were taken up; what is asked for (请将意见…) is neither. */
const TELLS_OPINIONS =
  /(?:收到|收集到?|征集到?|征得|汇总|梳理出?)[^\n。；]{0,24}(?:意见|建议|金点子|留言|问卷|来信)|(?:意见|建议|金点子|其中)[^\n。；]{0,24}(?:采纳|吸纳)|(?:采纳|吸纳)[^\n。；]{0,12}(?:条|项|件|个)/

function isAfter(one: PageView, call: PageView): boolean {
  const end = call.page.closing?.day ?? null
  const day = dayOf(one)
  return end !== null && day !== null && day >= end
}

/** Names what the call is about, elsewhere than in a link to it. */
function speaksOf({ page }: PageView, call: PageView): boolean {
  const title = call.page.title ?? ''
  const core = coreOf(title).replace(/(?:意见|建议)+$/, '')
  if (core.length < LEAST_CORE) return false
  const words = `${page.title ?? ''} ${page.text.excerpt.replaceAll(title, ' ')}`
  return compareForm(words).includes(core)
}

function isResult(title: string): boolean {
  return (
    RESULT.test(title) &&
    !/^(?:关于)?(?:公开)?征集.{0,30}(?:建议|意见)的?(?:公告|通知)$/.test(title)
  )
}

function belongs(index: SiteIndex, call: PageView, result: PageView): boolean {
  if (call === result) return false
  if (isLinked(index, call, result)) return true
  const core = coreOf(call.page.title ?? '')
  const title = result.page.title ?? ''
  if (core.length >= LEAST_CORE && compareForm(title).includes(core)) return true
  // The result may leave out what the call begins with: the name of the place, of the year.
  const own = coreOf(title.replace(RESULT_END, ''))
  return own.length >= LEAST_CORE + 1 && (core.includes(own) || isShortFor(own, core))
}

/** 城区学区划分方案 for 某县城区义务教育学校学区划分方案: the same end, what stands before it shortened. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < SHORTENED || !long.endsWith(short.slice(-SAME_END))) return false
  return standsInOrder(short, long)
}
const SHORTENED = 7
const SAME_END = 5

function isLinked(index: SiteIndex, call: PageView, result: PageView): boolean {
  const links = (from: PageView, to: PageView): boolean =>
    from.page.links.some(
      ({ area, url }) =>
        (area === 'main' || area === 'other') && index.keyOf(url) === index.keyOf(to.page.url),
    )
  return links(call, result) || links(result, call)
}

/** What makes a title one of a result, at its end. */
const RESULT_END =
  /(?:社会|公众|公开|民意|意见|建议|征集|征求|调查|问卷|听取|反馈|采纳|吸纳|办理|结果|情况|汇总|总结|分析|通报|说明|公告|公示|公布|报告|以及|及|和|与|的)+$/

/** What a call is about: the name in 《》, else its title without the words that every call has. */
function coreOf(title: string): string {
  const named = /《([^《》]{4,200})》/.exec(title)?.[1]
  const bare = (named ?? title)
    .replace(/[（(][^（(）)]{0,60}(?:稿|草案)[^（(）)]{0,60}[）)]/g, '')
    .replace(/^.{0,20}?关于(?:对|就)?/, '')
    .replace(
      /(?:面向社会|向社会|网上|公开)|(?:公开)?(?:民意)?(?:征集|征求|征询|听取)(?:社会|公众|公开|群众|市民)*(?:的)?(?:意见建议|意见|建议)?|(?:民意|意见|建议)(?:征集|征求)|(?:的)?(?:公告|通知|启事|通告|函|公示)$|(?:的)?(?:问卷调查|调查问卷|网上调查)/g,
      '',
    )
  return compareForm(bare)
}

function placeOf({ page }: PageView): Place {
  const quote = page.title ?? page.headTitle ?? ''
  return { url: page.url, at: null, quote }
}
