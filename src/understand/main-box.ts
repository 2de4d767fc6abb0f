/**
 * The element that holds a page's main text: where paragraph-like text is thickest, with the rows and tables that belong
 * to it. What may not be (menus, head, foot) is said by the caller.
 */
import { childrenOf, type El, type PageTree } from './tree.ts'

/** Paragraph-like text: long enough, little of it linked; null where none stands out. */
export function findMain(tree: PageTree, excluded: (el: El) => boolean): El | null {
  const scores = new Map<El, number>()
  const flat = tree.flat
  let from = 0
  while (from < flat.length) {
    let to = flat.indexOf('\n', from)
    if (to < 0) to = flat.length
    const size = to - from
    if (size >= 12) {
      const el = tree.elementAt(from, to)
      if (el && !excluded(el)) {
        const linked = linkedIn(tree, el, from, to)
        const weight = size - 2 * linked
        if (weight > 10) {
          const bonus = /[，。；、！？]/.test(flat.slice(from, to)) ? weight : weight * 0.3
          let holder: El | null = /^(p|span|font|strong|b|em|section|h[1-6]|d[dt])$/.test(el.tag)
            ? el.parent
            : el
          while (holder && /^(p|span|font|strong|b|em|d[dt])$/.test(holder.tag))
            holder = holder.parent
          // A page without <body> has paragraphs at the top.
          holder ??= el
          let share = 1
          for (let up = 0; holder && up < 4 && holder.tag !== 'html'; up++) {
            scores.set(holder, (scores.get(holder) ?? 0) + bonus * share)
            holder = holder.parent
            share *= 0.72
          }
        }
      }
    }
    from = to + 1
  }
  let best: El | null = null
  let top = 0
  for (const [el, score] of scores) {
    if (score > top) {
      top = score
      best = el
    }
  }
  if (top < 40 || !best) return bodyBox(tree, excluded)
  return (
    stackOf(tree, best, excluded) ??
    fellowsOf(tree, best, excluded) ??
    fieldsOf(tree, best, excluded) ??
    partsOf(tree, best, excluded) ??
    aroundTable(tree, best, excluded)
  )
}

/** Classes and ids that page systems give the box of an article's body, and nothing else. */
const BODY_BOX =
  /(?:^|\s)(?:TRS_(?:Editor|PreAppend)|trs_editor_view|UCAP-CONTENT|vsb_content(?:_\d+)?|v_news_content|zoom|zoomcon)(?:\s|$)/i

/** A text of a few words stands out by nothing but the system's own box around it; null where there is none, or several. */
function bodyBox(tree: PageTree, excluded: (el: El) => boolean): El | null {
  const boxes = tree.els.filter((el) => {
    const { classes, id } = el
    if (!((classes && BODY_BOX.test(classes)) || (id && BODY_BOX.test(id)))) return false
    const mostlyLinks = el.linked > (el.to - el.from) * 0.4
    return (
      !excluded(el) && !el.hidden && !mostlyLinks && tree.flat.slice(el.from, el.to).trim() !== ''
    )
  })
  const [first, ...others] = boxes
  return first !== undefined && others.every((el) => el.i < first.last) ? first : null
}

/** So much text of their own have rows that carry the text on. */
const ROW_TEXT = 80

/**
 * A text pasted into a table of one cell a row: where rows below the best one hold texts or tables too, the table is the
 * box. Rows above it (title, source) and short or linked ones below (share, next article) make no stack.
 */
function stackOf(tree: PageTree, best: El, excluded: (el: El) => boolean): El | null {
  let cell: El | null = best
  for (let climb = 0; cell && cell.tag !== 'td' && climb < 3; climb++) cell = cell.parent
  if (cell?.tag !== 'td') return null
  let table: El | null = cell.parent
  while (table && table.tag !== 'table') table = table.parent
  if (table === null || excluded(table)) return null
  const holders = childrenOf(tree, table).flatMap((one) =>
    one.tag === 'tr' ? [one] : childrenOf(tree, one).filter(({ tag }) => tag === 'tr'),
  )
  const rows = holders.map((row) => childrenOf(tree, row).filter(({ tag }) => /^t[dh]$/.test(tag)))
  if (rows.some((cells) => cells.length !== 1)) return null
  if (isNumberedOn(tree, rows.flat(), cell)) return table
  const below = rows.filter(([own]) => {
    if (own === undefined || own.i <= cell.i) return false
    return own.to - own.from - 2 * own.linked >= ROW_TEXT
  })
  return below.length >= 2 ? table : null
}

/** `一、`, `（二）`: rows that count on are one text, however short each is. */
const ROW_NUMBER = /^[\s　]*[（(]?([一二三四五六七八九十]{1,3})[）)、．.]/
const LEAST_NUMBERED = 3

function isNumberedOn(tree: PageTree, cells: readonly El[], best: El): boolean {
  const numbered = cells.filter(({ from, to }) => ROW_NUMBER.test(tree.flat.slice(from, to)))
  const numbers = numbered.map(({ from, to }) => ROW_NUMBER.exec(tree.flat.slice(from, to))?.[1])
  return (
    numbered.includes(best) &&
    numbered.length >= LEAST_NUMBERED &&
    new Set(numbers).size === numbers.length
  )
}

/** `职务：`, `工作分工：` at the head of a cell. */
const FIELD = /^\s*\p{Script=Han}[\p{Script=Han}\s]{0,7}[\p{Script=Han}]\s*[:：]/u
const LEAST_FIELDS = 3

/**
 * A table of one person or body of which every cell names what it tells (姓名：…, 职务：…, 分工：…): the table is the text, not
 * the cell that says most.
 */
function fieldsOf(tree: PageTree, best: El, excluded: (el: El) => boolean): El | null {
  let cell: El | null = best
  for (let climb = 0; cell && cell.tag !== 'td' && climb < 2; climb++) cell = cell.parent
  if (cell?.tag !== 'td' || !FIELD.test(tree.flat.slice(cell.from, cell.to))) return null
  let table: El | null = cell.parent
  while (table && table.tag !== 'table') table = table.parent
  if (table === null || excluded(table)) return null
  const inside = tree.els.slice(table.i + 1, table.last)
  if (inside.some(({ tag }) => tag === 'table')) return null
  const cells = inside.filter(
    ({ tag, from, to }) => /^t[dh]$/.test(tag) && tree.flat.slice(from, to).trim() !== '',
  )
  const named = cells.every(({ from, to }) => FIELD.test(tree.flat.slice(from, to)))
  return named && cells.length >= LEAST_FIELDS ? table : null
}

/**
 * Cards of one form, a table each (a leader's picture, name and duties): the box that holds them is the text, not the one
 * cell that says most. Tables that lay out a page hold tables, lists or links.
 */
function fellowsOf(tree: PageTree, best: El, excluded: (el: El) => boolean): El | null {
  if (!/^(?:td|tr|tbody)$/.test(best.tag)) return null
  let table: El | null = best
  while (table && table.tag !== 'table') table = table.parent
  const box = table?.parent ?? null
  if (table === null || box === null || excluded(box) || /^(?:body|html)$/.test(box.tag))
    return null
  const form = formOf(tree, table)
  if (form.length < 2 || box.linked > (box.to - box.from) * 0.4) return null
  const own = form.join()
  const fellows = childrenOf(tree, box).filter(
    (one) => one.tag === 'table' && one !== table && formOf(tree, one).join() === own,
  )
  return fellows.length > 0 ? box : null
}

/** Tags of a few words that name what stands behind them in the same box. */
const NAMING = /^(?:b|u|strong|i|em|span|label|font|h[1-6])$/
const MAX_PARTS = 12
const MAX_PARTS_TEXT = 1500
const MAX_NAME = 20

/**
 * A short text in boxes side by side, each headed by a name of its own (`<div><u>简介</u>…</div><div><u>主要职责</u>…`): the
 * box that holds them all is the text, not the one part that says most.
 */
function partsOf(tree: PageTree, best: El, excluded: (el: El) => boolean): El | null {
  const box = best.parent
  if (best.tag !== 'div' || box === null || /^(?:body|html)$/.test(box.tag)) return null
  if (box.to - box.from > MAX_PARTS_TEXT || excluded(box)) return null
  if (box.linked > (box.to - box.from) * 0.4) return null
  const parts = childrenOf(tree, box).filter(({ from, to }) => to > from)
  const [first, ...others] = parts
  if (first === undefined || others.length === 0 || parts.length > MAX_PARTS) return null
  // Where some of them link, nothing but a heading shows that it is one text: 申请须知, 申请表下载, 进度查询.
  const naming = box.linked > 0 ? HEADING : NAMING
  return parts.every((part) => part.tag === 'div' && isHeaded(tree, part, naming)) ? box : null
}

const HEADING = /^h[1-6]$/

function isHeaded(tree: PageTree, part: El, naming: RegExp): boolean {
  const [head] = childrenOf(tree, part)
  if (head === undefined || !naming.test(head.tag) || head.from !== part.from) return false
  if (head.linked > 0) return false
  const size = head.to - head.from
  return size >= 2 && size <= MAX_NAME
}

/** Cells of each row of a table. */
function formOf(tree: PageTree, table: El): readonly number[] {
  return childrenOf(tree, table)
    .flatMap((one) => (one.tag === 'tr' ? [one] : childrenOf(tree, one)))
    .filter(({ tag }) => tag === 'tr')
    .map((row) => childrenOf(tree, row).filter(({ tag }) => /^t[dh]$/.test(tag)).length)
}

/** Rows of fewer cells lay out a page as often as they hold data. */
const LEAST_CELLS = 4

/**
 * A table of figures or names that outweighs the sentences around it is not the whole of the text: the box that holds
 * both is. A table that lays out the page has its text in one cell, and is left as it is.
 */
function aroundTable(tree: PageTree, best: El, excluded: (el: El) => boolean): El {
  if (!/^(?:tr|tbody|thead|table)$/.test(best.tag)) return best
  let table: El | null = best
  while (table && table.tag !== 'table') table = table.parent
  let box = table?.parent ?? null
  for (let climb = 0; table && box && climb < 3; climb++, box = box.parent) {
    if (/^(?:body|html|tr|tbody|table)$/.test(box.tag) || excluded(box)) break
    if (box.linked > (box.to - box.from) * 0.4) break
    // The system's own box around an article's body: what stands beside the table is the text too.
    if (BODY_BOX.test(box.classes) || BODY_BOX.test(box.id)) return box
    const around = [
      [box.from, table.from],
      [table.to, box.to],
    ] as const
    if (around.some(([from, to]) => holdsSentence(tree, from, to, excluded))) return box
  }
  if (table && best.tag === 'tbody' && hasHead(tree, table)) return table
  if (!table || best.tag !== 'tr') return best
  return isRowOfMany(tree, table, best) || isNamedTable(tree, table) ? table : best
}

/** 办公地址, 负责人姓名: what the cell beside it tells, in so few words. */
const CELL_NAME =
  /^[\s　]*\p{Script=Han}(?:[\s　]?[\p{Script=Han}（）()、/]){1,9}[\s　]*[:：]?[\s　]*$/u
const LEAST_NAMED = 3

/** Rows of two cells (or two pairs), a name and what it says: the table is the text, not the row that says most. */
function isNamedTable(tree: PageTree, table: El): boolean {
  const rows = tree.els
    .slice(table.i + 1, table.last)
    .filter(({ tag }) => tag === 'tr')
    .map((row) => childrenOf(tree, row).filter(({ tag }) => tag === 'td' || tag === 'th'))
  if (rows.length < LEAST_NAMED || tree.els.slice(table.i + 1, table.last).some(isTable))
    return false
  return rows.every(
    (cells) =>
      (cells.length === 2 || cells.length === 4) &&
      cells.every(
        ({ from, to, linked }, at) =>
          at % 2 === 1 || (linked === 0 && CELL_NAME.test(tree.flat.slice(from, to))),
      ),
  )
}

const isTable = ({ tag }: El): boolean => tag === 'table'

/** A head of its own (`<thead>`) says what the cells are. */
function hasHead(tree: PageTree, table: El): boolean {
  return childrenOf(tree, table).some(({ tag, from, to }) => tag === 'thead' && to > from)
}

/** Rows with as many cells as this one stand beside it: its head and its fellows belong to the text too. */
function isRowOfMany(tree: PageTree, table: El, row: El): boolean {
  const cells = (one: El): number =>
    childrenOf(tree, one).filter(({ tag }) => tag === 'td' || tag === 'th').length
  const wanted = cells(row)
  if (wanted < LEAST_CELLS) return false
  return tree.els
    .slice(table.i, table.last)
    .some((one) => one !== row && one.tag === 'tr' && cells(one) === wanted)
}

function holdsSentence(
  tree: PageTree,
  from: number,
  to: number,
  excluded: (el: El) => boolean,
): boolean {
  let at = from
  while (at < to) {
    const end = tree.flat.indexOf('\n', at)
    const stop = end < 0 || end > to ? to : end
    if (stop - at >= 16 && /[，。；！？]/.test(tree.flat.slice(at, stop))) {
      const el = tree.elementAt(at, stop)
      if (el && !excluded(el) && linkedIn(tree, el, at, stop) * 2 < stop - at) return true
    }
    at = stop + 1
  }
  return false
}

function linkedIn(tree: PageTree, el: El, from: number, to: number): number {
  if (el.tag === 'a') return to - from
  if (el.linked === 0) return 0
  let sum = 0
  for (let i = el.i; i < el.last; i++) {
    const one = tree.els[i]
    if (one && one.tag === 'a' && one.from < to && one.to > from) sum += one.to - one.from
  }
  return Math.min(sum, to - from)
}
