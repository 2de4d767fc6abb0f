/**
 * Public messages (留言、来信) of the whole portal: the rows of its boards joined with the messages' own pages. Labels
 * that other papers share (提交时间、办结时间) count only under the columns of messages.
 */
import { dayOf } from '#base/day'
import { compareForm } from '#base/text'
import type { PageMessage } from '#model/page'
import { type Column, hiddenByScript, type PageView, type PublicMessage } from '#model/site-view'
import { columnsUnder, viewsUnder } from './column-views.ts'
import { isReadable, type SiteIndex } from './site-index.ts'
import { isOwnOrgan } from './titles.ts'

const TOPICS = ['inquiries', 'repliedLetters']

export function readPublicMessages(
  index: SiteIndex,
  columns: readonly Column[],
  ownNames: readonly string[],
): readonly PublicMessage[] {
  const inside = new Set(viewsUnder(index, columnsUnder(columns, TOPICS)))
  const found = new Map<string, PublicMessage[]>()
  for (const view of index.allViews) {
    if (!isReadable(view)) continue
    for (const message of view.page.messages ?? []) {
      if (!message.sure && !inside.has(view)) continue
      if (message.unit !== null && isOthers(message.unit, index.agency.name, ownNames)) continue
      const key = keyOf(index, view, message)
      found.set(key, [...(found.get(key) ?? []), ofPage(view, message)])
    }
  }
  return owing([...found.values()].flatMap((readings) => joined(readings) ?? []))
}

/** So many letters of a board must show their answers before one without is left unanswered, not merely without its day. */
const LEAST_ANSWERED = 3

/** Where the other letters of the same place print when they were answered, the one whose place for it stands empty still waits. */
function owing(messages: readonly PublicMessage[]): readonly PublicMessage[] {
  const shown = (one: PublicMessage): number =>
    messages.filter((other) => boardOf(other) === boardOf(one) && other.answeredOn !== null).length
  const blanks = (one: PublicMessage): number =>
    messages.filter((other) => boardOf(other) === boardOf(one) && other.state === 'blank').length
  return messages.map((one) =>
    one.state === 'blank' && shown(one) >= Math.max(LEAST_ANSWERED, blanks(one))
      ? { ...one, state: 'unanswered' as const }
      : one,
  )
}

function boardOf({ place }: PublicMessage): string {
  return place.url.slice(0, place.url.lastIndexOf('/'))
}

const ORGAN =
  /[\u4e00-\u9fff]{1,16}?(?:局|委员会|委|政府|管委会|厅|法院|检察院|办事处|支队|公司|镇|乡|街道)|(?:省|市|县|区|州)长|书记/
/** Ends of the names under which a unit answers: its offices, and those who write for it. */
const OFFICE = /(?:办公室|编辑|管理员|工作人员|网站|信息中心|信箱|[科股处室组])+$/

/** One board may serve a whole city: what other units answer is not this unit's delay. A government or a zone answers for all. */
function isOthers(unit: string, agency: string, ownNames: readonly string[]): boolean {
  if (/政府|管委会|(?<!监督)管理委员会/.test(agency)) return false
  const organ = ORGAN.exec(unit.replace(OFFICE, ''))
  return organ !== null && !isOwnOrgan(organ[0], ownNames)
}

/** Its own page where it has one, so that row and page meet; else what it says. */
function keyOf(index: SiteIndex, view: PageView, message: PageMessage): string {
  if (message.url !== null) return index.keyOf(message.url)
  const alone = (view.page.messages ?? []).length === 1
  if (alone) return index.keyOf(view.page.url)
  return `${compareForm(message.title ?? '')} ${message.askedOn} ${message.answeredOn} ${message.title === null ? message.at[0] : ''}`
}

function ofPage(view: PageView, message: PageMessage): PublicMessage {
  const { messages = [], title, publishedOn } = view.page
  const alone = messages.length === 1
  // It waits since its page was put up, if not longer.
  const since = message.state === 'unanswered' && alone ? (publishedOn?.value ?? null) : null
  return {
    title: message.title ?? (alone || title === null ? (title ?? '留言') : `${title}中的留言`),
    askedOn: message.askedOn ?? since,
    answeredOn: message.answeredOn,
    state: message.state ?? (showsNoAnswer(view, message) ? 'blank' : null),
    seenOn: dayOf(view.capture.at),
    place: { url: view.page.url, at: message.at, quote: message.quote },
    ...(message.url === null ? {} : { url: message.url }),
  }
}

const ANSWER =
  /答复|回复|答[:：]|回应|办理(?:结果|情况|意见)|处理(?:结果|情况|意见)|反馈(?:内容|意见|结果)?[:：]|解答|复函|回函/

/** The message's own page, read whole, on which nobody answers. */
function showsNoAnswer(view: PageView, message: PageMessage): boolean {
  const { page } = view
  return (
    message.answeredOn === null &&
    page.messages?.length === 1 &&
    page.kind.value === 'article' &&
    page.text.length <= page.text.excerpt.length &&
    page.attachments.length === 0 &&
    page.frames.length === 0 &&
    hiddenByScript(view) === null &&
    !ANSWER.test(page.text.excerpt.replace(POLITE_END, ''))
  )
}

/** What the asker hopes for is no answer. */
const POLITE_END = /(?:希望|盼|请|望|期待|恳请|等待)[^。！\n]{0,16}(?:答复|回复|解答|回应)/g

/** What one place does not print, another may; where two differ, nothing is known, however many agree with the one. */
function joined(readings: readonly PublicMessage[]): PublicMessage | null {
  const [first, ...others] = readings
  if (first === undefined || others.length === 0) return first ?? null
  const told = <V>(values: readonly (V | null)[]): readonly V[] => [
    ...new Set(values.flatMap((value) => value ?? [])),
  ]
  const agreed = <V>(values: readonly V[]): V | null =>
    values.length === 1 ? (values[0] ?? null) : null
  const asked = told(readings.map(({ askedOn }) => askedOn))
  const states = told(readings.map(({ state }) => state))
  const waits = readings.every(({ state }) => state === 'unanswered')
  const state = (['withdrawn', 'answered', 'unanswered', 'blank'] as const).find((one) =>
    states.includes(one),
  )
  const most = readings.find(({ answeredOn }) => answeredOn !== null) ?? first
  const [url] = readings.flatMap((one) => one.url ?? [])
  const title = readings.reduce((a, b) => (b.title.length > a.title.length ? b : a), most).title
  return {
    ...most,
    ...(url === undefined ? {} : { url }),
    title,
    askedOn: waits ? ([...asked].sort().at(-1) ?? null) : agreed(asked),
    answeredOn: agreed(told(readings.map(({ answeredOn }) => answeredOn))),
    state: state ?? null,
    seenOn:
      readings
        .map(({ seenOn }) => seenOn)
        .sort()
        .at(-1) ?? first.seenOn,
  }
}
