/**
 * Words by which a row remembers, in the frontier's own reason, that it waits for its second visit, what the first one
 * brought or what kept it from its first, and whether all of it came; so a resumed run knows it again without a column of its own.
 */
import { extensionOf } from '#base/url'
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

/** A file's address answered with a page or a line of text: a passing fault of the server, unless it does so again. */
export function answersForFile(url: string, page: Page | null, body: Uint8Array): boolean {
  return isAttachment(url) && (page !== null || (PACKED.has(extensionOf(url)) && isLine(body)))
}

/** Formats that never are plain text. */
const PACKED: ReadonlySet<string> = new Set('docx xlsx pptx pdf ofd zip rar 7z'.split(' '))
const LONGEST_LINE = 2000
const MAGIC = /^(?:%PDF|PK|Rar!|7z)/

function isLine(body: Uint8Array): boolean {
  if (body.length === 0 || body.length > LONGEST_LINE) return false
  return (
    body.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) &&
    !MAGIC.test(new TextDecoder('latin1').decode(body.subarray(0, 4)))
  )
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
