/**
 * Letters whose days stand behind no label: above the line where the answer begins (答复：, 县水利局回复：) stands the question
 * with its day, below it the answer with its own. Only days that stand for themselves count (a line's end, a signature, a
 * line of name and day), and only where each part has exactly one: which of several is whose nobody can tell.
 */
import { type DateHit, findDates } from './dates.ts'

export interface LetterDays {
  /** Null: the answer alone has its day. */
  readonly asked: DateHit | null
  /** Null: nothing but bare labels stands below the head of the answer. */
  readonly answered: DateHit | null
}

/** The head of an answer: 答复：…, 回复内容, 县水利局回复（2026-09-20）：…, 官方回复. */
const ANSWER_LINE =
  /^[\s\u3000【[（(]*(?:[\u4e00-\u9fff]{2,14}(?:局|委|办|院|处|所|中心|政府|办公室|大队|支队|街道|镇|乡|单位|部门|网站)|官方|部门|单位|承办单位|网站)?[\s\u3000]*(?:的)?(?:答[复覆]?|回[复应信]|解答|反馈|(?:办理|处理)(?:结果|情况|意见))(?:单位|部门|机构|内容|意见|信息|情况|如下|人)?[】\])）]*[\s\u3000]*(?:[:：（(【[\t]|$)/
/** 县教育局 2026-06-22 10:00 over what it said: below the line of whoever wrote to it, a head of its own. */
const DAY_ALONE =
  '20\\d{2} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,2} ?日?(?:\\s+\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?'
const OFFICE =
  '[\\u4e00-\\u9fff]{2,16}(?:局|委员会|委|办公室|中心|政府|大队|支队|街道|镇|乡|客服|管理员)'
export const OFFICE_SPEAKS = new RegExp(
  `(?:^|\\n)\\s*${OFFICE}[\\s:：]{1,3}${DAY_ALONE}\\s*(?=\\n)`,
)
const OFFICE_LINE = new RegExp(`^\\s*${OFFICE}[\\s:：]{1,3}${DAY_ALONE}\\s*$`)
const WRITER_LINE = new RegExp(
  `^\\s*[\\u4e00-\\u9fffA-Za-z\\d*＊_]{1,12}[\\s:：]{1,3}${DAY_ALONE}\\s*$`,
)

/** Where who wrote and who answered stand over their words alike. */
function speakersIn(lines: readonly Line[]): readonly Line[] {
  const isOffice = ({ text }: Line): boolean => OFFICE_LINE.test(text)
  const writer = lines.findIndex((line) => WRITER_LINE.test(line.text) && !isOffice(line))
  const said = lines[writer + 1]?.text.trim() ?? ''
  if (writer < 0 || said === '') return []
  return lines.filter(
    (line, at) => at > writer && isOffice(line) && (lines[at + 1]?.text ?? '').trim() !== '',
  )
}

/** Days of the page itself. */
const OF_PAGE = /发布|上[网传]|更新|来源|浏览|作者|编辑|打印|阅读|点击|截止|访问/
/** Longest line of a name and a day. */
const MOST_BESIDE = 24

interface Line {
  readonly from: number
  readonly text: string
}

/** In the order in which they stand; none where the days of one are not plain. */
export function lettersIn(text: string): readonly LetterDays[] {
  const lines = linesOf(text)
  const told = lines.filter((line) => ANSWER_LINE.test(line.text))
  const heads = told.length > 0 ? told : speakersIn(lines)
  if (heads.length === 0) return []
  const days = findDates(text).filter((hit) => hit.day !== null && stands(text, hit))
  const starts = groupsOf(heads, days)
  const letters: LetterDays[] = []
  let next = 0
  for (const [i, start] of starts.entries()) {
    const until = starts[i + 1] ?? Number.POSITIVE_INFINITY
    const before = distinct(days.slice(next).filter(({ from }) => from < start))
    const behind = distinct(days.filter(({ from }) => from >= start && from < until))
    // Between two answers stand the day of the one and that of the next question.
    const owed = i === starts.length - 1 ? 1 : 2
    const [asked] = before
    const [answered] = behind
    if (asked !== undefined && answered === undefined && starts.length === 1)
      return before.length === 1 && isBare(text.slice(start)) ? [{ asked, answered: null }] : []
    if (asked === undefined && answered !== undefined && starts.length === 1)
      return behind.length === 1 ? [{ asked: null, answered }] : []
    if (asked === undefined || answered === undefined) return []
    if (before.length !== 1 || behind.length !== owed) return []
    if ((answered.day ?? '') < (asked.day ?? '')) return []
    letters.push({ asked, answered })
    next = days.indexOf(answered) + 1
  }
  return letters
}

/** 回复信息 单位 时间 内容: labels, each over nothing. */
const BARE_LABEL =
  /^(?:(?:答复|回复|解答|反馈|办理|处理|承办)?(?:单位|部门|机构|人|时间|日期|内容|意见|信息|结果|情况))?\s*[：:]?$/

function isBare(text: string): boolean {
  return text.split('\n').every((line) => BARE_LABEL.test(line.trim()))
}

function linesOf(text: string): readonly Line[] {
  let from = 0
  return text.split('\n').map((line) => {
    const one = { from, text: line }
    from += line.length + 1
    return one
  })
}

/** 回复单位：…, 回复内容：…: heads with no further question's day between them are of one answer. */
function groupsOf(heads: readonly Line[], days: readonly DateHit[]): readonly number[] {
  const starts: number[] = []
  for (const { from } of heads) {
    const last = starts.at(-1)
    const between = days.filter((hit) => last !== undefined && hit.from >= last && hit.from < from)
    if (last === undefined || between.length >= 2) starts.push(from)
  }
  return starts
}

function distinct(days: readonly DateHit[]): readonly DateHit[] {
  return days.filter(({ day }, i) => days.findIndex((one) => one.day === day) === i)
}

/** It stands for itself: in brackets at the end of its line or of the answer's head, or with no more than a name beside it. */
function stands(text: string, { from, to }: DateHit): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const found = text.indexOf('\n', to)
  const end = found < 0 ? text.length : found
  const before = text.slice(start, from)
  const behind = text.slice(to, end)
  if (OF_PAGE.test(`${before.slice(-12)}${behind.slice(0, 6)}`)) return false
  const bracketed = /[（(【[]\s*$/.test(before) && /^\s*[)）】\]]/.test(behind)
  if (bracketed && (/^\s*[)）】\]]\s*$/.test(behind) || ANSWER_LINE.test(before))) return true
  const beside = `${before} ${behind}`.replace(/[\s\u3000\d:：（()）【】[\]|,，-]/g, '')
  return beside.length <= MOST_BESIDE && !/[。；;！!？?，,]/.test(`${before}${behind}`)
}
