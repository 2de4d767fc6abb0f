/**
 * Words by which a row remembers, in the frontier's own reason, that it waits for its second visit, what the first one
 * brought or what kept it from its first, and whether all of it came; so a resumed run knows it again without a column of its own.
 */
import type { Page } from '#model/page'
import type { Frontier, FrontierRow } from '#model/ports'
import { isAttachment } from './scope.ts'

/** Begins the reason of a row that waits for its second visit; kept in the table, so a resumed run knows it again. */
export const SECOND_VISIT = '等待第二次访问：'

export function awaitsSecond(row: FrontierRow): boolean {
  return row.reason?.startsWith(SECOND_VISIT) ?? false
}

/** What the first visit of a row brought, in words. */
export function firstOutcome(row: FrontierRow): string {
  return awaitsSecond(row) ? (row.reason ?? '').slice(SECOND_VISIT.length) : (row.reason ?? '')
}

/** Ends the reason of a row whose answer broke off on its way. */
export const PARTLY_RECEIVED = '（正文没有收全）'

/** Words for an origin that is left alone; also the first outcome of rows that it kept from their visit. */
export const UNREACHABLE = '该主机连续无法连接，未再逐一尝试'

/** A file's address answered with a page: a passing fault of the server, unless it does so again. */
export function answersForFile(url: string, page: Page | null): boolean {
  return page !== null && isAttachment(url)
}

/** Begins the reason of an address that waits for an unreachable robots.txt, and of one that waited in vain. */
export const ROBOTS_UNREACHED = 'robots.txt 没有取得，不知道有无限制'

/** By its reason: the address was not visited because no rules could be had, not because a rule forbids it. */
export const heldByRobots = (reason: string | null): boolean =>
  reason?.startsWith(ROBOTS_UNREACHED) ?? false

/** Ends a row whose second visit cannot take place with what its first visit brought. */
export function settleWithFirst(
  frontier: Frontier,
  url: string,
  outcome: string,
  because: string,
): void {
  if (heldByRobots(outcome)) {
    frontier.settle(url, 'robots', `${outcome}；${because}`, null)
    return
  }
  const state = outcome.startsWith('HTTP') ? 'fetched' : 'failed'
  const reason = outcome === because ? outcome : `${outcome}（第二次访问未进行：${because}）`
  frontier.settle(url, state, reason, null)
}
