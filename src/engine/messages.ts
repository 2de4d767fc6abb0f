/**
 * Public messages as checks need them: those asked in a period, the day up to which one waited for its answer, and how
 * to name and cite them. Which wait is too long is the check's business.
 */
import { clip } from '#base/text'
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
  return site.messages.filter(
    (one): one is AskedMessage => one.askedOn !== null && one.askedOn >= from && one.askedOn <= to,
  )
}

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

/** “题目”2024-01-02提问、2024-01-05答复 */
export function messageName({ title, askedOn, answeredOn }: PublicMessage): string {
  const answered = answeredOn === null ? '' : `、${answeredOn}答复`
  return `“${clip(title, 24)}”${askedOn ?? ''}提问${answered}`
}

export function messagePlaces(messages: readonly PublicMessage[]): readonly Place[] {
  return messages.slice(0, 10).map(({ place }) => place)
}

/** The answer behind its label, up to the end of its line. */
const ANSWER =
  /(?:^|\n)\s*(?:答复|回复|办理|处理)(?:内容|意见|结果|情况)\s*[:：\t ]\s*([^\n]{4,200})(?=\n|$)/g
/** 已转交某局办理, 已收悉: what is said of every letter, and nothing of this one. */
const SAID_OF_ALL =
  /您好|你好|尊敬的?|(?:来信人|网友|市民|先生|女士|同志)|您?(?:反映|提出|咨询|所提)的?(?:问题|情况|事项|建议|意见|诉求)?|您的?(?:来信|留言|诉求|建议|邮件|信件)|(?:我们|我局|我单位|本单位|现|已经?|将|会)|(?:尽快|及时|立即|抓紧)|收悉|收到|(?:转|移|交|批)(?:交|送|办|由|给|至|到)*[\u4e00-\u9fff]{0,16}?(?:局|委|办|中心|镇|乡|街道|公司|部门|单位|科室|站|大队|支队)|(?:进行)?(?:办理|处理|核实|调查|研究|落实|答复|回复)|请(?:您)?(?:耐心)?(?:等待|等候|稍候)|(?:非常)?感谢您?(?:对我?们?[\u4e00-\u9fff]{0,8}工作的?)?(?:的)?(?:理解|关心|关注|支持|来信|参与|和|与|、|及)*|谢谢|[，,。.！!；;、：:\s]|的|一事|并|对|予以|给予|再次|祝您?(?:生活愉快|工作顺利)/g
/** So much of its own must an answer say. */
const LEAST_SAID = 6

/** The page that shows this message alone; the row of a board may have been met first. */
function ownPage(site: SiteView, { place, title, askedOn }: PublicMessage): PageView | undefined {
  return site.pages.find(({ page }) => {
    const [only, ...others] = page.messages ?? []
    if (only === undefined || others.length > 0 || only.askedOn !== askedOn) return false
    return page.url === place.url || page.title === title || only.title === title
  })
}

/** The answer's label with nothing behind it, as far as the page goes; what may follow is the template's. */
const BLANK_ANSWER =
  /(?:^|\n)\s*(?:答复|回复)(?:内容|意见|正文)[ \t]*[:：]?[ \t]*(?=\n|$)(?:\n\s*(?:(?:(?:评价|满意度|附件|服务评价|是否满意|办理评价)[^\n]{0,16})|扫一扫[^\n]{0,20}|打印|关闭|分享(?:到)?[:：]?|上一[篇条封][^\n]{0,60}|下一[篇条封][^\n]{0,60})(?=\n|$))*\s*$/

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

/** Its own page prints an answer that only says that the letter came, or to whom it was handed on. */
export function isHollow(site: SiteView, message: PublicMessage): boolean {
  const page = message.answeredOn === null ? undefined : ownPage(site, message)?.page
  if (page === undefined) return false
  if (page.attachments.length > 0 || page.text.length > page.text.excerpt.length) return false
  const answers = [...page.text.excerpt.matchAll(ANSWER)]
  const [only] = answers
  if (only === undefined || answers.length > 1) return false
  const end = only.index + only[0].length
  // What stands below may go on.
  if (page.text.excerpt.slice(end).trim() !== '') return false
  return (only[1] ?? '').replace(SAID_OF_ALL, '').length < LEAST_SAID
}
