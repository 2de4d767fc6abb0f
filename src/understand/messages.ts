/**
 * Public messages (留言、来信) on one page: rows of a table (message-rows), or the labels of a message's own page.
 * Days are taken only from behind a label that names asking or answering; a publication day is never one of them, and
 * labels whose order does not tell which answer belongs to which message give none at all.
 */
import type { Labels } from '#base/labels'
import { clip, squash } from '#base/text'
import type { PageMessage, Span } from '#model/page'
import { type DateHit, findDates } from './dates.ts'
import { aheadOf, type Said } from './days-ahead.ts'
import { isOtherStep, isTitleBefore, isTitleBehind, linkAbove } from './entry-titles.ts'
import { HAS_NUMBER, numberDays } from './letter-days.ts'
import { lettersIn, OFFICE_SPEAKS } from './letter-parts.ts'
import { stepsIn } from './letter-steps.ts'
import { bodyRange } from './main-text.ts'
import { MAX_MESSAGES, messageRows, waitingItems } from './message-rows.ts'
import { DAY_BEHIND, type MessageWords, messageWords, stateOf } from './message-words.ts'
import type { Regions } from './regions.ts'
import { targetOf } from './targets.ts'
import { childrenOf, type El, type PageTree, textOf } from './tree.ts'

/** Furthest that a label stands from the day it names. */
const NEAR = /^[\]】）)」]?[\s:：[【（(]{0,6}$/
/** Further apart, two labels are no message of one page. */
const REACH = 30_000

export function readMessages(
  tree: PageTree,
  regions: Regions,
  base: string,
  labels: Labels,
): readonly PageMessage[] | null {
  const words = messageWords(labels)
  const [from, to] = bodyRange(regions)
  const text = tree.flat.slice(from, to)
  const bracketed = DAY_BEHIND.test(text) && words.tellingDay.test(text)
  const signs = [
    words.telling,
    words.ahead,
    words.stated,
    ANSWER_BEGINS,
    WAITING,
    HAS_NUMBER,
    OFFICE_SPEAKS,
  ]
  if (!bracketed && !signs.some((sign) => sign.test(text))) return null
  const table = messageRows(words, tree, base, from, to)
  const labelled = table.length > 0 ? table : behindLabels(words, tree, base, from, to)
  const isTold = labelled.some(
    ({ askedOn, answeredOn, state }) =>
      (answeredOn !== null && askedOn !== null) || (state !== null && state !== 'answered'),
  )
  const parted = isTold ? [] : inParts(words, tree, from, to)
  const parts = parted.length >= Math.max(1, labelled.length) ? parted : labelled
  const found = parts.length > 0 ? parts : waitingItems(tree, base, from, to)
  return found.length === 0 ? null : found.slice(0, MAX_MESSAGES)
}

/** An answer's day alone makes no letter of a page; it may answer one that a list tells of. */
export const isLetter = ({ askedOn, state }: PageMessage): boolean =>
  askedOn !== null || state !== 'answered'

/** A line that begins an answer: what stands above and below may be a letter without labels. */
const ANSWER_BEGINS =
  /(?:答|回复|答复|回应|解答|反馈)(?:单位|部门|内容|意见|信息|如下)?\s?[】\])）]?\s?(?:[:：（(]|\n)/

/** Days that stand in the two parts of a letter, without labels of their own. */
function inParts(words: MessageWords, tree: PageTree, from: number, to: number): PageMessage[] {
  return lettersIn(tree.flat.slice(from, to)).flatMap(({ asked, answered }) => {
    const ends = [asked ?? answered, answered ?? asked].flatMap((one) => one ?? [])
    const [first, last] = ends
    if (first === undefined || last === undefined) return []
    const [start, end] = [first.from + from, last.to + from]
    const said = {
      kind: 'asked',
      value: asked?.day ?? '',
      sure: false,
      from: start,
      to: start,
    } as const
    const quote = [...new Set(ends)].map((one) => tree.flat.slice(one.from + from, one.to + from))
    return {
      ...ofNobody(tree, start, end),
      title:
        asked === null
          ? null
          : (titleBefore(words, tree.flat, start) ?? titleAbove(words, tree, said)),
      askedOn: asked?.day ?? null,
      answeredOn: answered?.day ?? null,
      state: answered === null ? ('blank' as const) : ('answered' as const),
      quote: quote.join('…'),
    }
  })
}

/** 来信时间：… 答复时间：…, once or several times on a page; else 网友 于 … 提问, where the words stand behind the day. */
function behindLabels(
  words: MessageWords,
  tree: PageTree,
  base: string,
  from: number,
  to: number,
): readonly PageMessage[] {
  const text = tree.flat.slice(from, to)
  const titled = (day: number, label?: number): boolean =>
    isTitleBefore(tree, day, label) || isOtherStep(tree, day)
  const heads = (day: number): boolean => isTitleBehind(tree, day)
  const labels = named(labelled(words, text, from, titled))
  const walked = labels.some(({ kind }) => kind === 'asked')
    ? null
    : inSteps(tree, from, to, labels)
  const walk = walked === null ? null : ofLabels(words, tree, walked)
  if (walk !== null) return [walk]
  const told = inOrder(labels, (ones) => aheadOf(text, from, ones, { titled, heads }))
  const said = told.some(({ kind }) => kind === 'asked') ? told : numbered(text, from, told)
  const groups: Said[][] = []
  for (const one of said) {
    const last = groups.at(-1)
    if (one.kind === 'asked' || last === undefined) groups.push([one])
    else last.push(one)
  }
  // One message prints its answer's day first here and there; with several, the order tells nothing.
  const [first, second] = groups
  if (first?.[0]?.kind !== 'asked' && second !== undefined) {
    if (groups.length > 2) return []
    groups.splice(0, 2, [...second, ...(first ?? [])])
  }
  const isAnswered = groups.some((group) => group.some(({ kind }) => kind === 'answered'))
  return groups.slice(0, MAX_MESSAGES).flatMap((group, at) => {
    const end = Math.min(groups[at + 1]?.[0]?.from ?? to, (group.at(-1)?.to ?? to) + MAX_GAP)
    const silence = untold(tree, group, end, isAnswered)
    const message = ofLabels(words, tree, silence === null ? group : [...group, silence])
    if (message === null) return []
    const behind = groups[at - 1]?.at(-1)?.to ?? from
    const link = groups.length > 1 ? linkAbove(tree, group[0] ?? null, behind) : null
    return link === null
      ? [message]
      : [{ ...message, title: textOf(tree, link), url: targetOf(link, base)?.url ?? null }]
  })
}

/** What stands behind a message's labels up to the next one, no further than this. */
const MAX_GAP = 300
/** 待回复, alone on its line. */
const WAITING =
  /(?:^|[\s（(【[：:])(?:(?:待|未|尚未|暂未|暂无|尚无|没有)(?:答复|回复|办理|办结|处理)|(?:[该此本]|您的)?(?:信件|来信|留言|诉求|问题|事项)?(?:正在)?(?:(?:办理|处理|受理|核实|审核)中|(?<=正在)(?:办理|处理|受理|核实|审核)))(?=$|[\s）)】\].。，,])/
const SPEAKS = /答|回复|回应|办理|处理|反馈/

/** Of a message without answer or state: a word of waiting behind it, or nothing where its neighbours have their answers. */
function untold(tree: PageTree, group: readonly Said[], end: number, others: boolean): Said | null {
  const [asked] = group
  if (asked?.kind !== 'asked' || group.some(({ kind }) => kind !== 'asked' && kind !== 'unit'))
    return null
  const behind = tree.flat.slice(asked.to, end)
  const waiting = WAITING.exec(behind)
  if (waiting !== null) {
    const from = asked.to + waiting.index
    const to = from + waiting[0].length
    const value = squash(waiting[0]).replace(/[（(【[]/, '')
    return { kind: 'state', value, sure: false, from, to }
  }
  // The next message begins a line or more before its day.
  const own = behind.slice(0, behind.lastIndexOf('\n') + 1)
  if (!others || (SPEAKS.test(own) && !endsUnanswered(tree, asked, own))) return null
  return { kind: 'blank', value: '', sure: false, from: asked.from, to: asked.to }
}

/** 部门回复：, the last that the message's own box holds, or the next box is the heading of another. */
function endsUnanswered(tree: PageTree, asked: Said, own: string): boolean {
  const label = BLANK_LABEL.exec(own)
  if (label === null || SPEAKS.test(own.replace(label[0], ''))) return false
  const from = asked.to + label.index + label[0].length - label[0].trimStart().length
  const said = label[0].trim()
  let box = tree.elementAt(from, from + said.length)
  while (box?.parent && textOf(tree, box) === said) {
    const beside = childrenOf(tree, box.parent).filter((one) => textOf(tree, one) !== '')
    const next = beside[beside.indexOf(box) + 1]
    if (next !== undefined) return TITLE_TAG.test(next.tag)
    box = box.parent
  }
  return box !== null && box.from <= asked.from
}
const BLANK_LABEL =
  /(?:^|\n)[ \t]*[\u4e00-\u9fff]{0,12}(?:答复|回复|解答)(?:内容|意见)?[ \t]*[：:][ \t]*(?=\n)/

/** Days behind labels; where those of asking or of answering have none, the ones that words behind or before them tell. */
function inOrder(
  labels: readonly Said[],
  otherDays: (labels: readonly Said[]) => readonly Said[],
): readonly Said[] {
  const has = (kind: Said['kind']): boolean => labels.some((one) => one.kind === kind)
  if (has('asked') && (has('answered') || has('blank'))) return labels
  const other = otherDays(labels).filter(({ kind }) => !has(kind))
  return [...labels, ...other].sort((a, b) => a.from - b.from)
}

/**
 * 时间：, 发表时间： names the day of asking where the page also prints that of answering, or that no answer came yet, and no
 * clearer label does; beside a mere 已办结 it may be the day of publication.
 */
function named(said: readonly Said[]): readonly Said[] {
  const asked = said.some(({ kind }) => kind === 'asked')
  const told = said.some(
    ({ kind, value }) =>
      kind === 'answered' || (kind === 'state' && stateOf(value) === 'unanswered'),
  )
  return said.flatMap((one) => {
    if (one.kind !== 'plain') return [one]
    return told && !asked ? [{ ...one, kind: 'asked' as const }] : []
  })
}

/** 收件 → 转办 → 回复: the one letter of the page, with its state where it is printed, or where the way ends. */
function inSteps(
  tree: PageTree,
  from: number,
  to: number,
  labels: readonly Said[],
): readonly Said[] | null {
  const steps = stepsIn(tree, from, to)
  if (steps === null) return null
  const { asked, answered, last, box } = steps
  // A step that is named after the answer and has no day is yet to come.
  const text = `${tree.flat.slice(from, box.from)}\n${tree.flat.slice(box.to, to)}`
  const of = (kind: Said['kind'], { day, from: at, to: end }: DateHit): Said => ({
    kind,
    value: day ?? '',
    sure: false,
    from: at + from,
    to: end + from,
  })
  const states = labels.filter(({ kind }) => kind === 'state' || kind === 'unit')
  const isOpen = answered === null && !states.some(({ kind }) => kind === 'state')
  const waits = isOpen && !ANSWER_BEGINS.test(text)
  return [
    of('asked', asked),
    ...states,
    ...(answered === null ? [] : [of('answered', answered)]),
    ...(waits ? [{ ...of('state', last), value: '办理中' }] : []),
  ]
}

/** Where no day of asking is printed, the letters' numbers tell it; a number younger than the answer beside it does not. */
function numbered(text: string, offset: number, told: readonly Said[]): readonly Said[] {
  const first = told.find(({ kind }) => kind === 'answered')
  const numbers = numberDays(text).map(
    ({ day, from, to }): Said => ({
      kind: 'asked',
      value: day,
      sure: false,
      from: from + offset,
      to: to + offset,
    }),
  )
  if (told.length === 0 || numbers.some(({ value }) => first !== undefined && value > first.value))
    return told
  return [...told, ...numbers].sort((a, b) => a.from - b.from)
}

function labelled(
  { label, heads, blank }: MessageWords,
  text: string,
  offset: number,
  titled: (day: number, label: number) => boolean,
): readonly Said[] {
  const dates = findDates(text)
  const said: Said[] = []
  let next = 0
  for (const match of text.matchAll(label)) {
    const end = match.index + match[0].length
    const kind = kindOf(match.groups ?? {})
    if (kind === 'unit') {
      const words =
        /^[\]】]?[\s:：[【]{0,6}(?<=[\s:：[【\]】])([^\s[\]【】（(：:，,。]{2,24})/.exec(
          text.slice(end, end + 40),
        )
      if (words !== null) {
        const to = end + words[0].length + offset
        said.push({ kind, value: words[1] ?? '', sure: false, from: match.index + offset, to })
      }
      continue
    }
    if (kind === 'state') {
      const words = /^[\]】]?[\s:：[【]{0,6}([\u4e00-\u9fff]{2,8})/.exec(text.slice(end, end + 16))
      const value = words?.[1] ?? ''
      if (stateOf(value) !== null && words !== null) {
        const to = end + words[0].length
        said.push({ kind, value, sure: false, from: match.index + offset, to: to + offset })
      }
      continue
    }
    if (kind === 'answered' && blank.test(text.slice(end, end + 80))) {
      said.push({
        kind: 'blank',
        value: '',
        sure: false,
        from: match.index + offset,
        to: end + offset,
      })
      continue
    }
    // Labels come in order, and so do dates.
    while ((dates[next]?.from ?? end) < end) next += 1
    const date = dates[next]
    if (date === undefined || date.day === null || date.from - end > 6) continue
    if (!NEAR.test(text.slice(end, date.from)) || titled(date.from + offset, match[0].length))
      continue
    said.push({
      kind,
      value: date.day,
      sure: heads.own.test(match[0]),
      from: match.index + offset,
      to: date.to + offset,
    })
  }
  return said
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Said['kind'] {
  if (groups.asked !== undefined) return 'asked'
  if (groups.answered !== undefined) return 'answered'
  if (groups.plain !== undefined) return 'plain'
  return groups.unit !== undefined ? 'unit' : 'state'
}

function ofLabels(words: MessageWords, tree: PageTree, group: readonly Said[]): PageMessage | null {
  const of = (kind: Said['kind']): readonly Said[] => group.filter((one) => one.kind === kind)
  const [asked, again] = of('asked')
  const answers = of('answered').filter(
    ({ from }) => !FORMER.test(tree.flat.slice(Math.max(0, from - 4), from)),
  )
  if (again !== undefined) return null
  if (asked === undefined) return waitingOnly(tree, group) ?? answeredOnly(tree, answers)
  // Several answers: the first one stops the clock.
  const answer = answers.reduce<Said | undefined>(
    (best, one) => (best === undefined || one.value < best.value ? one : best),
    undefined,
  )
  const states = new Set(of('state').map((one) => stateOf(one.value)))
  const said = states.size === 1 ? ([...states][0] ?? null) : null
  const parts = [asked, ...(answer === undefined ? [] : [answer]), ...of('state').slice(0, 1)]
  parts.sort((a, b) => a.from - b.from)
  const [start, end] = [parts[0]?.from ?? asked.from, parts.at(-1)?.to ?? asked.to]
  if (end - start > REACH) return null
  const at: Span = tree.sourceSpan(start, end)
  return {
    title: titleBefore(words, tree.flat, asked.from) ?? titleAbove(words, tree, asked),
    url: null,
    askedOn: asked.value,
    answeredOn: answer?.value ?? null,
    state:
      answer !== undefined && said !== 'withdrawn'
        ? 'answered'
        : (said ?? (of('blank').length > 0 ? 'blank' : null)),
    unit: of('unit')[0]?.value ?? null,
    sure: asked.sure,
    quote: parts.map((one) => clip(tree.flat.slice(one.from, one.to), 40)).join('…'),
    at,
  }
}

/** 办理状态：办理中 and no day of asking: it waits at least since its page was put up. */
function waitingOnly(tree: PageTree, group: readonly Said[]): PageMessage | null {
  const [state, ...others] = group
  if (state?.kind !== 'state' || others.length > 0 || stateOf(state.value) !== 'unanswered')
    return null
  return { ...ofNobody(tree, state.from, state.to), state: 'unanswered' }
}

/** The day of the answer alone: that of asking may stand in the list. */
function answeredOnly(tree: PageTree, answers: readonly Said[]): PageMessage | null {
  const [answer, ...others] = answers
  if (answer === undefined || others.some(({ value }) => value !== answer.value)) return null
  return {
    ...ofNobody(tree, answer.from, answer.to),
    answeredOn: answer.value,
    state: 'answered',
  }
}

function ofNobody(tree: PageTree, from: number, to: number): PageMessage {
  return {
    title: null,
    url: null,
    askedOn: null,
    answeredOn: null,
    state: null,
    unit: null,
    sure: false,
    quote: clip(tree.flat.slice(from, to), 40),
    at: tree.sourceSpan(from, to),
  }
}

/** 上次答复时间 is that of an older question. */
const FORMER = /(?:[上前]一?次|首次)$/

/** 来信标题：… a little before the day of asking. */
function titleBefore({ titleLabel }: MessageWords, flat: string, at: number): string | null {
  const before = flat.slice(Math.max(0, at - 300), at)
  const found = [...before.matchAll(titleLabel)]
  const value = squash(found.at(-1)?.[1] ?? '')
  return value === '' ? null : value
}

const TITLE_TAG = /^(?:dt|h[1-6]|strong|b)$/

/** The heading of the message's own box: `<dl><dt>何时供水</dt><dd>留言时间：…`. */
function titleAbove({ anyLabel }: MessageWords, tree: PageTree, { from, to }: Said): string | null {
  let el = tree.elementAt(from, to)
  for (let climb = 0; el?.parent && climb < 3; climb++, el = el.parent) {
    const box: El = el.parent
    const before = childrenOf(tree, box).filter((one) => one.to <= from && one.to > one.from)
    const [head] = before
    if (head === undefined || !TITLE_TAG.test(head.tag)) continue
    const words = textOf(tree, head)
    const other = anyLabel.test(words) || /\d{4}/.test(words)
    return words.length >= 4 && words.length <= 80 && !other ? words : null
  }
  return null
}
