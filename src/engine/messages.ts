/**
 * Public messages as checks need them: those asked in a period, the day up to which one waited for its answer, and how
 * to name and cite them. Which wait is too long is the check's business.
 */
import { clip } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay } from '#model/page'
import {
  hiddenByScript,
  type PageView,
  type Place,
  type PublicMessage,
  type SiteView,
} from '#model/site-view'

export type AskedMessage = PublicMessage & { readonly askedOn: CivilDay }

/** Asked from `from` to `to`, both included; without a day of asking, none. */
export function messagesAsked(
  site: SiteView,
  from: CivilDay,
  to: CivilDay,
): readonly AskedMessage[] {
  const calls = callsAmong(site)
  return site.messages.filter(
    (one): one is AskedMessage =>
      one.askedOn !== null &&
      one.askedOn >= from &&
      one.askedOn <= to &&
      !calls.has(placeKey(one.place.url)),
  )
}

/** Pages of calls for opinions: the office asks there, and its 反馈 ends the call. */
function callsAmong(site: SiteView): ReadonlySet<string> {
  const listed = CALLS.flatMap((topic) => site.columnsOf(topic))
    .flatMap(({ items }) => items)
    .flatMap(({ url }) => url ?? [])
  return new Set([...site.consultations.map(({ url }) => url), ...listed].map(placeKey))
}
const CALLS = ['consultation']

/** Last day on which the message is known to stand as printed: the visit's or the day of judging, what comes first. */
export function seenUntil({ seenOn }: PublicMessage, asOf: CivilDay): CivilDay {
  return [seenOn, asOf].sort()[0] ?? asOf
}

/** Day of the answer; of a message printed as open, the day it was seen so; null where neither is known or in order. */
export function waitedUntil(message: AskedMessage, asOf: CivilDay): CivilDay | null {
  if (message.answeredOn !== null)
    return message.answeredOn >= message.askedOn ? message.answeredOn : null
  return message.state === 'unanswered' ? seenUntil(message, asOf) : null
}

const PLAIN_DAY = /^(?:发布|公开|上网|更新)?(?:时间|日期)\s*[:：]/

/** Letters whose answer's day lies before that of asking; sure where these are few, and no plain day (时间：…, perhaps of putting up). */
export function crossedDays(messages: readonly AskedMessage[]): {
  readonly crossed: readonly AskedMessage[]
  readonly sure: boolean
} {
  const answered = messages.filter(({ answeredOn }) => answeredOn !== null)
  const crossed = answered.filter(({ askedOn, answeredOn }) => (answeredOn ?? askedOn) < askedOn)
  const plain = crossed.some(({ place }) => PLAIN_DAY.test(place.quote))
  return { crossed, sure: !plain && crossed.length * 2 <= answered.length }
}

/** “题目”2024-01-02提问、2024-01-05答复 */
export function messageName({ title, askedOn, answeredOn }: PublicMessage): string {
  const answered = answeredOn === null ? '' : `、${answeredOn}答复`
  return `“${clip(title, 24)}”${askedOn ?? ''}提问${answered}`
}

export function messagePlaces(messages: readonly PublicMessage[]): readonly Place[] {
  return messages.slice(0, 10).map(({ place }) => place)
}

/** The page that shows this message alone; the row of a board may have been met first. */
export function ownPage(
  site: SiteView,
  { place, title, askedOn, url }: PublicMessage,
): PageView | undefined {
  // The page a row leads to, unless it shows letters of its own; else the one that prints the same day and title.
  const led = url === undefined ? null : site.pageAt(url)
  if (led !== null && led.page.kind.value !== 'listing' && (led.page.messages ?? []).length < 2)
    return led
  return site.pages.find(({ page }) => {
    const [only, ...others] = page.messages ?? []
    if (only === undefined || others.length > 0 || only.askedOn !== askedOn) return false
    return page.url === place.url || page.title === title || only.title === title
  })
}

/** The answer's label with nothing behind it, as far as the page goes; what may follow is the template's. */
const BLANK_ANSWER =
  /(?:^|\n)\s*(?:(?:答复|回复|办理|处理)(?:内容|意见|正文|结果)|官方(?:答复|回复))[ \t]*[:：]?[ \t]*(?=\n|$)(?:\n\s*(?:(?:(?:评价|满意度|附件|服务评价|是否满意|办理评价)[^\n]{0,16})|扫一扫[^\n]{0,20}|打印|关闭|分享(?:到)?[:：]?|上一[篇条封][^\n]{0,60}|下一[篇条封][^\n]{0,60})(?=\n|$))*\s*$/

/** Answered by its day or state, and its own page, read whole, leaves the answer's place empty. */
export function isAnswerBlank(site: SiteView, message: PublicMessage): boolean {
  if (message.answeredOn === null && message.state !== 'answered') return false
  const view = ownPage(site, message)
  if (view === undefined || hiddenByScript(view) !== null) return false
  const { attachments, frames, pictures, text } = view.page
  // The code of an account in the foot answers nobody.
  const shown = (pictures ?? []).filter(({ inBody, code }) => inBody && !code)
  const more = attachments.length + frames.length + shown.length
  return more === 0 && text.length <= text.excerpt.length && BLANK_ANSWER.test(text.excerpt)
}
