/** Until when a paper is in force by the words of its last article (本办法自2021年3月1日起施行，有效期五年). */
import { addDays, makeDay } from '#base/day'
import type { CivilDay } from '#model/page'

const WITHIN = '(?:本|此)(?:办法|规定|细则|通知|意见|方案|措施|文件|规则|政策|标准|计划|指引)'
/** `本办法自2021年3月1日起施行，有效期至2026年2月28日`, or so many years from a day that it names. */
const TERM_UNTIL = new RegExp(
  `${WITHIN}[^。；\\n]{0,40}有效期(?:限)?(?:截?至|到|截止)(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日`,
)
const TERM_YEARS = new RegExp(
  `${WITHIN}自(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日起(?:正式)?(?:施行|实施|执行|生效)[，,；;。]?\\s?有效期(?:限)?为?([一二三四五]|[1-5])年`,
)
/** The same from the day that the paper was signed. */
const TERM_FROM_ISSUE = new RegExp(
  `${WITHIN}自(?:印发|发布|公布|发文|下发)之日起(?:正式)?(?:施行|实施|执行|生效)[，,；;。]?\\s?有效期(?:限)?为?([一二两三四五]|[1-5])年`,
)
const NUMERALS = '一二三四五'

/** The last day of the term that the paper's own text gives it. */
export function termOf(text: string, signed: CivilDay | null): CivilDay | null {
  const until = TERM_UNTIL.exec(text)
  if (until !== null) return makeDay(Number(until[1]), Number(until[2]), Number(until[3]))
  const issued = signed === null ? null : TERM_FROM_ISSUE.exec(text)
  const from = TERM_YEARS.exec(text) ?? (issued && ['', ...(signed ?? '').split('-'), issued[1]])
  if (from === null) return null
  const count = (from[4] ?? '').replace('两', '二')
  const years = NUMERALS.indexOf(count) + 1 || Number(count)
  const end = makeDay(Number(from[1]) + years, Number(from[2]), Number(from[3]))
  return end === null ? null : addDays(end, -1)
}
