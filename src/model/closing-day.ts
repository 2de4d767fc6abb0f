/** The end of a call for comments, as a page prints it. */
import type { CivilDay, Span } from './page.ts'

/** When a call for comments ends, as its page says (截止日期、征集时间：… 至 …、…前反馈). */
export interface ClosingDay {
  /** Null where only words tell (已结束、进行中). */
  readonly day: CivilDay | null
  readonly state: 'open' | 'closed' | null
  readonly quote: string
  readonly at: Span
}
