/**
 * Calls for comments: those on major decisions that were open for fewer days than they should be and do not say why (the call must
 * say itself that such a decision is at stake), and those that hold no draft. What is a fault is the check's business.
 */
import { daysBetween } from '#base/day'
import type { CivilDay } from '#model/page'
import { type Consultation, hiddenByScript, type SiteView } from '#model/site-view'

interface HastyCall {
  readonly call: Consultation
  /** Civil days that it was open, the first one counted. */
  readonly days: number
  /** Files may tell what the page does not. */
  readonly filed: boolean
}

/** The name of a column, of a list of decisions, and a denial say nothing. */
const MAJOR = /重大(?:行政)?决策(?!(?:信息)?预?公开|目录)/
const NOT_MAJOR = /(?:不|未|非)(?:属于?|列入|纳入|是|构成)?[^。；\n]{0,8}重大(?:行政)?决策/
/** Why it had to be quick, or a second round, or another way of asking. */
const HASTE =
  /紧急|急需|时间紧|缩短|尽快|加快出台|应急|再次|第二[次轮]|二次|重新(?:公开)?征求|听证|座谈|论证会/

export function hastyCalls(
  site: SiteView,
  from: CivilDay,
  to: CivilDay,
  leastDays: number,
): readonly HastyCall[] {
  return site.consultations.flatMap((call) => {
    const { publishedOn, closesOn, url, title } = call
    const page = site.pageAt(url)?.page
    if (page === undefined || publishedOn === null || closesOn === null) return []
    const days = daysBetween(publishedOn, closesOn) + 1
    const text = `${title}\n${page.text.excerpt}`
    const isHasty = publishedOn >= from && publishedOn <= to && days > 0 && days < leastDays
    return isHasty && MAJOR.test(text) && !NOT_MAJOR.test(text) && !HASTE.test(text)
      ? [{ call, days, filed: page.attachments.length > 0 || page.truncated }]
      : []
  })
}

/** No draft fits into a call so short, without a point or an article of its own. */
const BARE_CALL = 250
const POINT = /第一[条章]|一、|（一）|1[.．、]|如下|主要内容|(?:正文|全文|内容|附件?|附录)\s*[：:]/

/** The call's page was read whole, and neither its words nor anything to open holds a draft. */
export function isBareCall(site: SiteView, url: string | null): boolean {
  const view = url === null ? null : site.pageAt(url)
  if (view === null) return false
  const { page } = view
  return (
    page.kind.value === 'article' &&
    page.text.length > 0 &&
    page.text.length < BARE_CALL &&
    !POINT.test(page.text.excerpt) &&
    !page.truncated &&
    page.blocked === null &&
    page.attachments.length === 0 &&
    page.frames.length === 0 &&
    hiddenByScript(view) === null &&
    !(page.pictures ?? []).some(({ inBody }) => inBody) &&
    !page.links.some(({ area }) => area === 'main')
  )
}
