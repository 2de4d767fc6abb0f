/**
 * Public messages (留言、来信) as rows under a head of labels: a table, or boxes laid out like one. What a row tells is taken
 * from below the label of its column.
 */
import { clip, squash } from '#base/text'
import type { PageMessage } from '#model/page'
import { dayIn } from './dates.ts'
import { dayOfNumber, NUMBER_HEAD } from './letter-days.ts'
import { isHandedOn, type MessageWords, stateOf } from './message-words.ts'
import { targetOf } from './targets.ts'
import { childrenOf, type El, type PageTree, textOf } from './tree.ts'

export const MAX_MESSAGES = 500

interface Head {
  readonly row: El
  readonly cells: number
  readonly asked: number
  readonly answered: number
  readonly state: number
  readonly title: number
  readonly unit: number
  readonly sure: boolean
  /** 日期: of asking where the answer has its own, else of whatever; only what still waits has waited since then. */
  readonly plain: boolean
  /** The day of asking stands in the letter's number. */
  readonly numbered: boolean
}

/** Rows under a head that names the day of asking, and the day of answering or the state. */
export function messageRows(
  { heads }: MessageWords,
  tree: PageTree,
  base: string,
  from: number,
  to: number,
): PageMessage[] {
  const messages: PageMessage[] = []
  const seen = new Set<El>()
  for (const el of tree.els) {
    if (el.from < from || el.to > to || el.to - el.from > 12 || el.to - el.from < 2) continue
    const name = textOf(tree, el)
    if (!heads.asked.test(name) && !heads.plain.test(name) && !NUMBER_HEAD.test(name)) continue
    const found = headAt(heads, tree, el)
    if (found === null || seen.has(found.row)) continue
    seen.add(found.row)
    for (const row of rowsUnder(tree, found)) {
      const message = ofRow(tree, base, found, row)
      if (message !== null) messages.push(message)
      if (messages.length >= MAX_MESSAGES) return messages
    }
  }
  return messages
}

function headAt(heads: MessageWords['heads'], tree: PageTree, label: El): Head | null {
  let cell = label
  for (let climb = 0; climb < 3 && cell.parent; climb++) {
    const cells = childrenOf(tree, cell.parent)
    if (cells.length >= 3) {
      const names = cells.map((one) => textOf(tree, one).replace(/[：:]$/, ''))
      // A row that holds days itself is labels with their values, no head.
      if (names.some((name) => name.length > 16 || /\d{4}/.test(name))) return null
      const at = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name))
      // 日期 beside 来信日期 is another's, and the number tells the day where nothing else does.
      const isNumber = NUMBER_HEAD.test(names[cells.indexOf(cell)] ?? '')
      if (isNumber && (at(heads.plain) >= 0 || at(heads.asked) >= 0)) return null
      if (!heads.asked.test(names[cells.indexOf(cell)] ?? '') && at(heads.asked) >= 0) return null
      const found: Head = {
        row: cell.parent,
        cells: cells.length,
        asked: cells.indexOf(cell),
        answered: at(heads.answered),
        state: at(heads.state),
        title: at(heads.title),
        unit: at(heads.unit),
        sure: at(heads.own) >= 0,
        plain: !isNumber && at(heads.asked) < 0 && at(heads.answered) < 0,
        numbered: isNumber,
      }
      return found.answered < 0 && found.state < 0 ? null : found
    }
    cell = cell.parent
  }
  return null
}

/** Of a table all rows behind the head; else the head's siblings, or the children of what follows its box. */
function rowsUnder(tree: PageTree, { row, cells }: Head): readonly El[] {
  const fits = (one: El): boolean => childrenOf(tree, one).length === cells
  if (row.tag === 'tr') {
    let table = row.parent
    while (table && table.tag !== 'table') table = table.parent
    const rows = table ? tree.els.slice(row.last, table.last) : []
    return rows.filter((el) => el.tag === 'tr' && fits(el))
  }
  let box = row
  for (let climb = 0; climb < 3 && box.parent; climb++, box = box.parent) {
    const beside = childrenOf(tree, box.parent)
    const rows = beside
      .slice(beside.indexOf(box) + 1)
      .flatMap((one) => (fits(one) ? [one] : childrenOf(tree, one).filter(fits)))
    if (rows.length > 0) return rows
  }
  return []
}

function ofRow(tree: PageTree, base: string, found: Head, row: El): PageMessage | null {
  const cells = childrenOf(tree, row)
  const text = (at: number): string => {
    const cell = cells[at]
    return cell === undefined ? '' : textOf(tree, cell)
  }
  const askedOn = found.numbered ? dayOfNumber(text(found.asked)) : dayIn(text(found.asked))
  if (askedOn === null) return null
  const answer = text(found.answered)
  const answeredOn = found.answered < 0 ? null : dayIn(answer)
  const link = tree.els
    .slice(row.i, row.last)
    .find((el) => el.tag === 'a' && /[\u4e00-\u9fff]{2}/.test(textOf(tree, el)))
  const longest = cells.reduce(
    (best, _, at) => (text(at).length > text(best).length ? at : best),
    0,
  )
  const title = squash(link?.attrs.title ?? '') || text(found.title >= 0 ? found.title : longest)
  const blank = found.answered >= 0 && answeredOn === null && /^[\s\-—/无空]*$/.test(answer)
  const waits = blank && isHandedOn(text(found.state)) ? 'unanswered' : null
  const printed = stateOf(text(found.state)) ?? stateOf(answer) ?? waits
  if (found.plain && printed !== 'unanswered') return null
  return {
    title: title === '' ? null : title,
    url: link === undefined ? null : (targetOf(link, base)?.url ?? null),
    askedOn,
    answeredOn,
    state:
      answeredOn !== null && printed !== 'withdrawn'
        ? 'answered'
        : (printed ?? (blank ? 'blank' : null)),
    unit: text(found.unit) || null,
    sure: found.sure,
    quote: clip(textOf(tree, row)),
    at: [row.start, row.end],
  }
}

/** Entries that show their state, below which a list is none of letters. */
const LEAST_STATED = 2

/** `<li><i>[待回复]</i><a>…</a> 2026-06-03</li>`: entries of a list that shows the state of each; those that still wait. */
export function waitingItems(
  tree: PageTree,
  base: string,
  from: number,
  to: number,
): PageMessage[] {
  const stated = tree.els
    .filter((el) => el.tag === 'li' && el.from >= from && el.to <= to && el.to - el.from < 200)
    .flatMap((li) => {
      const link = tree.els
        .slice(li.i, li.last)
        .find((el) => el.tag === 'a' && /[\u4e00-\u9fff]{4}/.test(textOf(tree, el)))
      const title = link === undefined ? '' : textOf(tree, link)
      const beside = textOf(tree, li).replace(title, ' ')
      // A stamp (已回复) is a picture here and there.
      const stamps = tree.els
        .slice(li.i, li.last)
        .flatMap((el) => (el.tag === 'img' ? [el.attrs.alt ?? '', el.attrs.title ?? ''] : []))
      const words = [beside, ...stamps].join(' ').match(/[\u4e00-\u9fff]{2,6}/g) ?? []
      const state = words.map(stateOf).find((one) => one !== null)
      return link === undefined || state === undefined ? [] : [{ li, link, title, beside, state }]
    })
  if (stated.length < LEAST_STATED) return []
  return stated.flatMap(({ li, link, title, beside, state }): PageMessage[] => {
    const askedOn = dayIn(beside)
    if (state !== 'unanswered' || askedOn === null) return []
    return [
      {
        title: squash(link.attrs.title ?? '') || title,
        url: targetOf(link, base)?.url ?? null,
        askedOn,
        answeredOn: null,
        state,
        unit: null,
        sure: false,
        quote: clip(textOf(tree, li)),
        at: [li.start, li.end],
      },
    ]
  })
}
