/** Until when a paper is in force by the words of its last article (本办法自2021年3月1日起施行，有效期五年). */
import { addDays, makeDay } from '#base/day'
import type { CivilDay } from '#model/page'

/** 本办法, 本管理规定, 本若干措施. */
const WITHIN =
  '(?:本|此)(?:管理|实施|暂行|试行|若干|指导|工作|扶持|奖励|奖补|评价|评定|监管|监督)*(?:办法|规定|细则|通知|意见|方案|措施|文件|规则|政策|标准|计划|指引|制度|公告)'
/** Not that of a permit which the paper speaks of (许可证有效期至…). */
const TERM = '(?<![证件照书明格])(?:有效期|试行期)(?:限)?'
const COUNT = '(?:暂?定?为)?([一二两三四五]|[1-5])年'
const DAY = '(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日'
const IN_FORCE = '起(?:正式)?(?:施行|实施|执行|生效|试行)'
const ISSUED = '自(?:印发|发布|公布|发文|下发)之日'
/** `本办法自2021年3月1日起施行，有效期至2026年2月28日`, `有效期自2021年3月1日至2026年2月28日`. */
const TERM_UNTIL = new RegExp(
  `${WITHIN}[^。；\\n]{0,40}${TERM}(?:为?自${DAY.replace(/[()]/g, '')}起?)?(?:截?至|到|截止)${DAY}`,
)
/** So many years from a day that it names, the one before the other or after it. */
const TERM_YEARS = new RegExp(`${WITHIN}自${DAY}${IN_FORCE}[，,；;。]?\\s?${TERM}${COUNT}`)
const YEARS_FIRST = new RegExp(`${WITHIN}${TERM}${COUNT}[，,；;。]?\\s?自${DAY}${IN_FORCE}`)
/** The same from the day that the paper was signed. */
const TERM_FROM_ISSUE = new RegExp(
  `${WITHIN}(?:${ISSUED}${IN_FORCE}[，,；;。]?\\s?${TERM}${COUNT}|${TERM}${COUNT}[，,；;。]?\\s?${ISSUED}${IN_FORCE})`,
)
const NUMERALS = '一二三四五'

/** The last day of the term that the paper's own text gives it. */
export function termOf(text: string, signed: CivilDay | null): CivilDay | null {
  const until = TERM_UNTIL.exec(text)
  if (until !== null) return makeDay(Number(until[1]), Number(until[2]), Number(until[3]))
  const named = TERM_YEARS.exec(text)
  if (named !== null) return endOf(named.slice(1, 4), named[4])
  const first = YEARS_FIRST.exec(text)
  if (first !== null) return endOf(first.slice(2, 5), first[1])
  const issued = signed === null ? null : TERM_FROM_ISSUE.exec(text)
  return issued === null ? null : endOf((signed ?? '').split('-'), issued[1] ?? issued[2])
}

const STARTS = new RegExp(`${WITHIN}自${DAY}${IN_FORCE}`)

/** From when a paper is in force by its own words, where they name the day. */
export function startOf(text: string): CivilDay | null {
  const named = STARTS.exec(text)
  return named === null ? null : makeDay(Number(named[1]), Number(named[2]), Number(named[3]))
}

function endOf(from: readonly string[], years = ''): CivilDay | null {
  const count = NUMERALS.indexOf(years.replace('两', '二')) + 1 || Number(years)
  const [year, month, day] = from.map(Number)
  const end = makeDay((year ?? 0) + count, month ?? 0, day ?? 0)
  return end === null ? null : addDays(end, -1)
}

/** 【已废止】 beside the title, 效力状态：有效 above the text. */
export const VALIDITY_MARK =
  /[【［[（(](现行有效|继续有效|有效|已?失效|已?废止|已修改)[】］\]）)]|(?:效力|效力状态|有效性|状\s*态|(?:文件|公文|政策|信息|有效|现行|时效)(?:状态|时效|效力)|时效性?)[\s:：】]+(现行有效|继续有效|全文有效|部分有效|有效|已?失效|(?:全文|部分)?失效|已?废止|(?:全文|部分)?废止|已修改)/
