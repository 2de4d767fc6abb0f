/**
 * Public messages as checks need them: those asked in a period, the day up to which one waited for its answer, and how
 * to name and cite them. Which wait is too long is the check's business.
 */
import { clip } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Place, PublicMessage, SiteView } from '#model/site-view'

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
