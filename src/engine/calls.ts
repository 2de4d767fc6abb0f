/**
 * Calls for comments: those on major decisions that were open for fewer days than they should be and do not say why (the
 * call must say itself that such a decision is at stake, or the portal's list of them name it), and those that hold no draft. What is a fault is the check's
 * business.
 */
import { daysBetween, makeDay } from '#base/day'
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay, LinkArea } from '#model/page'
import type { Consultation, PageView, SiteView } from '#model/site-view'
import { ownPictures } from './budgets.ts'
import { holdsMore, isReadWhole } from './hollow-pages.ts'

interface HastyCall {
  readonly call: Consultation
  /** Civil days that it was open, the first one counted. */
  readonly days: number
  /** Files may tell what the page does not. */
  readonly filed: boolean
  /** The call, or the list, says that it is such a decision; else only its column does. */
  readonly isMajor: boolean
}

/**
 * The call says of its own matter that it is such a decision: neither the name of a column, nor the rule by which it is made, nor an
 * article of the draft (凡属于重大行政决策的，应当…) does.
 */
const MAJOR =
  /(?<![凡对经])(?:系|属于?|是|列入|纳入|列为|作为|确定为)[^。；\n]{0,24}重大(?:行政)?决策(?:事项)?(?:目录|清单|范[围畴])?(?![\u4e00-\u9fff])/
/** 关于某事项（重大行政决策）征求意见的公告 */
const MAJOR_TITLE =
  /[（(]重大(?:行政)?决策(?:事项)?[）)]|重大(?:行政)?决策(?:事项)?(?:草案)?(?:公开)?(?:征求|听取)/
/** What is to be decided in a year is asked, and no decision: 征集重大行政决策事项建议. */
const TO_BE_DECIDED = /决策(?:事项)?(?:目录|建议|选题|线索|计划)/
const NOT_MAJOR = /(?:不|未|非)(?:属于?|列入|纳入|是|构成)?[^。；\n]{0,8}重大(?:行政)?决策/
/** What an article of the draft grants (可以延长十个工作日) is no word of the call. */
const ARTICLE = /^[\s\u3000]*第[一二三四五六七八九十百\d]{1,5}[条章款].*$/gm
/** Why it had to be quick, or a second round, or another way of asking, or more days than those we counted. */
const HASTE =
  /紧急|急需|时间紧|缩短|尽快|加快出台|应急|延[长期]|再次|第二[次轮]|二次|重新(?:公开)?征求|听证|座谈|论证会/
const RANGE =
  /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?[^。；\n\d]{0,6}(?:至|到|—+|-+|－|~|～)\s*(?:(20\d\d)\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/g
const COUNT = /(\d{2,3})\s*(?:日|天|个(?:自然|工作)日)/g

/** `lists`: what the portal's yearly lists of such decisions say. */
export function hastyCalls(
  site: SiteView,
  from: CivilDay,
  to: CivilDay,
  leastDays: number,
  lists: readonly string[],
): readonly HastyCall[] {
  const forms = lists.map(compareForm)
  const filedAs = new Set(
    site
      .columnsOf('majorDecisions')
      .flatMap(({ items }) => items.flatMap(({ url }) => (url === null ? [] : [placeKey(url)]))),
  )
  return site.consultations.flatMap((call) => {
    const { publishedOn, closesOn, url, title } = call
    const page = site.pageAt(url)?.page
    if (page === undefined || publishedOn === null || closesOn === null) return []
    const days = daysBetween(publishedOn, closesOn) + 1
    const text = `${title}\n${page.text.excerpt}`.replace(/《[^》]*》/g, '').replace(ARTICLE, '')
    const isHasty = publishedOn >= from && publishedOn <= to && days > 0 && days < leastDays
    const [name = ''] = text.split('\n', 1)
    const matter = matterIn(title)
    const isListed = matter !== null && forms.some((form) => form.includes(matter))
    const isMajor =
      !TO_BE_DECIDED.test(name) && (isListed || MAJOR_TITLE.test(name) || MAJOR.test(text))
    const isFiled = filedAs.has(placeKey(url))
    return isHasty &&
      (isMajor || (isFiled && !TO_BE_DECIDED.test(name))) &&
      !NOT_MAJOR.test(text) &&
      !HASTE.test(text) &&
      saysDays(text) < leastDays
      ? [
          {
            call,
            days,
            isMajor,
            filed: page.truncated || page.attachments.some((one) => !DRAFT_FILE.test(one.title)),
          },
        ]
      : []
  })
}

/** The draft itself says nothing of how long it is open; other files may. */
const DRAFT_FILE = /草案|(?:征求意见|送审|讨论)稿|意见(?:建议)?(?:反馈|征集|征求)?表/

/** The paper that a call is about, as a list of decisions names it; null where the title names none. */
function matterIn(title: string): string | null {
  const named = /《([^》]+)》/
    .exec(title)?.[1]
    ?.replace(/[（(][^（）()]*(?:稿|草案)[^（）()]*[）)]$/, '')
  const form = compareForm(named ?? '')
  return form.length >= LEAST_NAME ? form : null
}
/** Shorter names are parts of others. */
const LEAST_NAME = 6

/** The most days that the call itself says it is open: between the days that it names, or so many told. */
function saysDays(text: string): number {
  const ranges = [...text.matchAll(RANGE)].map(([, year = '', month, day, end = year, ...last]) => {
    const [from, to] = [
      makeDay(Number(year), Number(month), Number(day)),
      makeDay(Number(end), Number(last[0]), Number(last[1])),
    ]
    return from === null || to === null ? 0 : daysBetween(from, to) + 1
  })
  return Math.max(0, ...ranges, ...[...text.matchAll(COUNT)].map(([, days]) => Number(days)))
}

/** Who asks, until when and where to answer: sentences of the procedure hold nothing of a draft. */
const PROCEDURE =
  /征求|征集|听取|意见|建议|公众|社会|截止|期限|时间|日期|电话|邮箱|邮件|邮寄|邮编|信函|传真|地址|联系|来源|发布|浏览|点击|姓名|验证码|字[体号]|附件|反馈|感谢|特此|公[告示]|通告|现[将就]|打印|提交|在线|留言|公开栏|窗口/
const ARTICLE_LINE = /^第[一二三四五六七八九十百\d]{1,5}[条章]/
/** Fewer characters beside the procedure are no draft, more may be. */
const LEAST_DRAFT = 60
const DAYS = /[\d年月日至—－~～.:：\s-]/g

/** What a call says beside its procedure: articles and sentences of its matter. */
function matterOn({ page }: PageView): readonly string[] {
  const beside = new Set(
    [page.title ?? '', ...page.trail, ...page.links.map(({ text }) => text)].map(squash),
  )
  return page.text.excerpt
    .split('\n')
    .map(squash)
    .filter((line) => !beside.has(line))
    .flatMap((line) =>
      ARTICLE_LINE.test(line)
        ? [line]
        : line.split(/[。；;！!]/).filter((one) => !PROCEDURE.test(one)),
    )
}

/** Articles of a draft, a line or a sentence each: no notice is written so. */
export function articlesOn(view: PageView): number {
  const starts = /(?:^|[。：\n])\s*第[一二三四五六七八九十百\d]{1,5}条(?=[\s\u3000])/g
  return [...view.page.text.excerpt.matchAll(starts)].length
}

/** Characters of what a page says beside the procedure of a call. */
export function matterLength(view: PageView): number {
  return matterOn(view).join('').replace(DAYS, '').length
}

/** A point or an article of its own. */
const POINT = /第一[条章]|一、|（一）|1[.．、]|主要内容|(?:正文|全文|内容|附录?)\s*[：:]/

/** Points of a draft one after the other (一、…二、…三、…). */
export function pointsOn(view: PageView): number {
  return matterOn(view).filter((line) => /^\s*[一二三四五六七八九十]{1,3}、/.test(line)).length
}

/** What it says beside the procedure is made of articles or points. */
export function hasPoints(view: PageView): boolean {
  return matterOn(view).some((line) => POINT.test(line))
}

/** Where to answer: it leads to a form or a mailbox, and to no draft. */
const ANSWERS =
  /^(?:点击|立即|在线|网上|我要|这里|此处|此)*(?:提意?见?|填写|提交|反馈|参与|发表|留言)(?:意见|建议|和|与|、)*(?=http)|(?:反馈|结果|采纳)[^/]*http|mailto:/

/** 决策草案征求意见 in the menus around a call leads to the column of them all, and to no draft. */
export function isOfFrame(site: SiteView, area: LinkArea, url: string): boolean {
  const key = placeKey(url)
  return (
    area === 'nav' ||
    area === 'trail' ||
    area === 'footer' ||
    site.columns.some((column) => placeKey(column.url) === key)
  )
}

/** A file, a frame, a picture of its own, or a link in its text that leads to no column: what its words do not say may stand there. */
export function holdsElse(site: SiteView, view: PageView): boolean {
  const { attachments, frames, links } = view.page
  return (
    attachments.length + frames.length + ownPictures(site, view) > 0 ||
    links.some(({ area, url }) => area === 'main' && !isOfFrame(site, area, url))
  )
}

/** What came of a call is none, however its title is cut. */
const CAME_OF = /(?:收到|征集到|征得)[^。；\n]{0,16}(?:意见|建议|反馈)|未收到|采纳/

/** Fewer characters, of which none begins a point, name no matter of a list. */
const BARE_LIST = 250

/** A page about a list that was read whole, leads to none and names no matter of it. */
export function isBareList(site: SiteView, url: string | null): boolean {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || !isReadWhole(view) || holdsMore(view)) return false
  const { kind, text } = view.page
  const isShort = text.length > 0 && text.length < BARE_LIST
  return (
    kind.value === 'article' &&
    isShort &&
    !/第一[条章]|如下|附件/.test(text.excerpt) &&
    !POINT.test(text.excerpt)
  )
}

/** The call's page was read whole, and neither its words nor anything to open holds a draft. */
export function isBareCall(site: SiteView, url: string | null): boolean {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || !isReadWhole(view) || holdsMore(view, null, ANSWERS)) return false
  const { kind, text } = view.page
  if (kind.value !== 'article' || text.length === 0 || CAME_OF.test(text.excerpt)) return false
  return matterLength(view) < LEAST_DRAFT && !hasPoints(view)
}
