/**
 * Whether a date that an entry of a list prints is its day of publication: its own label, the head above its cell, a
 * period, or the words of the title may say that it is another day.
 */
import { squash } from '#base/text'
import type { DateHit } from './dates.ts'
import { isOfPeriod } from './item-days.ts'
import type { RecordHit } from './list-records.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

export const PUBLISHED_LABEL = /(?:发布|公开|公布|上网|更新)(?:日期|时间|日|于)? ?[：:]? ?$/
/** A title may end with the bare word (…的决定, …正式实施): a label goes on or has a colon. */
const OTHER_LABEL =
  /(?:成文|生成|决定|生效|实施|施行|废止|失效|截止|开标|印发|签发)(?:(?:日期|时间|日|于) ?[：:]? ?| ?[：:] ?)$/
const OTHER_HEAD =
  /成文|生成|决定|生效|实施|施行|废止|失效|截止|开标|印发|签发|举办|举行|考试|笔试|面试|开庭|接访|到期/

/** A date within the words of the entry's title (考试时间：2024-01-06), where the day of publication may stand beside. */
function inTitle(tree: PageTree, { link, hit }: RecordHit): boolean {
  return hit !== null && tree.elementAt(hit.from, hit.to) === link
}

/** Heads of a day beside which a later one may stand: a letter's coming and its answer, the making of a document and its publication. */
const YIELDS =
  /^(?:(?:来信|写信|去信|提交|提问|咨询|留言|受理|登记|反映)(?:日期|时间)?|发文(?:日期|时间))$/

/** A date that gives way to another one of the same entry. */
export function isUnfit(tree: PageTree, record: RecordHit): boolean {
  const { hit } = record
  return (
    hit !== null &&
    (isOtherDate(tree, hit) || inTitle(tree, record) || YIELDS.test(headOf(tree, hit) ?? ''))
  )
}

/** A date whose own label or table head says that it is not the publication date. */
export function isOtherDate(tree: PageTree, hit: DateHit): boolean {
  if (isOfPeriod(tree.flat, hit)) return true
  const before = tree.flat.slice(Math.max(0, hit.from - 14), hit.from)
  if (OTHER_LABEL.test(before)) return true
  if (PUBLISHED_LABEL.test(before)) return false
  const head = headOf(tree, hit)
  return head !== null && OTHER_HEAD.test(head)
}

/** Text of the table head above a date's cell. */
function headOf(tree: PageTree, hit: DateHit): string | null {
  let cell = tree.elementAt(hit.from, hit.to)
  while (cell && cell.tag !== 'td' && cell.tag !== 'li') cell = cell.parent
  if (cell?.tag !== 'td' || !cell.parent) return headOfRows(tree, hit)
  const column = childrenOf(tree, cell.parent).indexOf(cell)
  let table: El | null = cell.parent
  while (table && table.tag !== 'table') table = table.parent
  if (!table) return null
  for (let i = table.i; i < Math.min(table.last, table.i + 12); i++) {
    const row = tree.els[i]
    if (row?.tag === 'tr') {
      const head = childrenOf(tree, row)[column]
      return head ? squash(tree.flat.slice(head.from, head.to)) : null
    }
  }
  return null
}

/** A row of a list has no more cells. */
const MOST_CELLS = 12

export function firstChildren(tree: PageTree, el: El, most: number): El[] {
  const children: El[] = []
  for (let i = el.i + 1; i < el.last && children.length < most; ) {
    const child = tree.els[i]
    if (!child) break
    children.push(child)
    i = child.last
  }
  return children
}

/** The same for rows of boxes: the first box of the list has as many cells as the others and says what they hold. */
function headOfRows(tree: PageTree, hit: DateHit): string | null {
  let cell = tree.elementAt(hit.from, hit.to)
  for (let climb = 0; cell?.parent && climb < 3; climb++, cell = cell.parent) {
    const row: El = cell.parent
    const cells = firstChildren(tree, row, MOST_CELLS)
    if (cells.length < 3 || row.parent === null) continue
    const heads = firstChildren(tree, row.parent, 3)
      .filter((one) => one !== row && one.linked === 0)
      .map((one) => firstChildren(tree, one, MOST_CELLS))
      .find((head) => head.length === cells.length)
    const own = heads?.[cells.indexOf(cell)]
    if (own && own.to - own.from <= 8) return squash(tree.flat.slice(own.from, own.to))
  }
  return null
}
