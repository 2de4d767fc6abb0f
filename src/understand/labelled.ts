/**
 * Labels of a page (责任单位, 更新周期) and what stands behind each: behind a colon on the line or below, in the cell beside it or
 * under a row of heads, in the element beside it. Any short words in a label's place count: which of them are labels, the pages
 * beside it tell. What a label owes is for checks.
 */
import { squash } from '#base/text'
import type { LabelledValue } from '#model/page'
import { type PlacedTable, placedTablesIn } from './attachments/html-tables.ts'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

const MAX_LABELS = 200
/** Words in a label's place, without blanks, marks and colon. */
const LABEL = /^(?!第)[\u4e00-\u9fff]{2,12}(?:[（(][^）)]{1,10}[）)])?$/
const MARKS = /^[\s【[◆●■□▪·•*]+|[\s】\]:：]+$/g
const COLON_LABEL =
  /(?:^|[\s;；|│▪•·●■◆【[])((?:[\u4e00-\u9fff] ?){2,12}(?:[（(][^）)\n]{1,10}[）)])?) ?[】\]]? ?[：:](?!\/\/)/g
/** Stands for what is shown without words: a picture, a link, a box to be ticked. */
const SHOWN = '■'
const SHOWS: ReadonlySet<string> = new Set([
  ...['a', 'img', 'input', 'iframe', 'video', 'audio', 'embed', 'object', 'select', 'textarea'],
  ...['canvas', 'svg', 'button'],
])
const BLOCK =
  /^(?:address|article|body|center|dd|div|dl|dt|fieldset|form|h[1-6]|li|main|ol|p|section|t[dhr]|table|tbody|ul)$/
const ROW = /^(?:li|p|div|dd)$/
const LEAD = /^(?:b|strong|span|em|i|label|div|p|h[1-6]|font|dt)$/
/** Longer rows are running text that begins with words in bold. */
const MAX_ROW = 400

/** `from` … `to`: the label in the running text. */
export interface Found {
  readonly label: string
  readonly value: string
  readonly from: number
  readonly to: number
}

export function readLabelled(tree: PageTree, regions: Regions): readonly LabelledValue[] {
  return labelsOf(tree, regions).map(({ label, value, from, to }) => ({
    label,
    value,
    at: tree.sourceSpan(from, to),
  }))
}

/** In the order of the page, each place once. */
export function labelsOf(tree: PageTree, regions: Regions): readonly Found[] {
  const [from, to] = bodyRange(regions)
  const tables = placedTablesIn(tree).filter(({ el }) => el.from >= from && el.to <= to)
  const inTable = (at: number): boolean => tables.some(({ el }) => at >= el.from && at < el.to)
  const all = [
    ...tables.flatMap((table) => [...inCells(tree, table)]),
    ...inElements(tree, from, to, inTable),
    ...behindColons(tree, from, to, inTable),
  ]
  // One label may be found in two ways at its one place.
  const placed = new Map<number, Found>()
  for (const one of all) {
    const known = placed.get(one.from)
    if (known === undefined || (known.value === '' && one.value !== '')) placed.set(one.from, one)
  }
  return [...placed.values()].sort((a, b) => a.from - b.from).slice(0, MAX_LABELS)
}

export function labelOf(words: string): string | null {
  const plain = words.replace(MARKS, '').replace(/\s/g, '')
  return LABEL.test(plain) ? plain : null
}

/** Where the label's own words begin in its element: the same place however it was found. */
function wordsAt(tree: PageTree, { from, to }: El): Pick<Found, 'from' | 'to'> {
  const marks = /^[\s【[◆●■□▪·•*]*/.exec(tree.flat.slice(from, to))?.[0].length ?? 0
  return { from: from + marks, to }
}

/** What an element or range shows: its words, or that it shows something else. */
function shownIn(tree: PageTree, el: El | null): string {
  if (el === null) return ''
  const words = squash(tree.flat.slice(el.from, el.to))
  return words === '' && tree.els.slice(el.i + 1, el.last).some(isShown) ? SHOWN : words
}

const isShown = ({ tag, hidden, attrs }: El): boolean =>
  !hidden && SHOWS.has(tag) && attrs.type !== 'hidden'

/** 责任单位 | 县水务局 | 公开时限 | 长期, and a row of heads over one row of values. */
function* inCells(tree: PageTree, { table, cells }: PlacedTable): Generator<Found> {
  const pair = (label: string, head: El | null | undefined, cell: El | null): Found[] =>
    head === null || head === undefined
      ? []
      : [{ label, value: shownIn(tree, cell), ...wordsAt(tree, head) }]
  const rows = table.flatMap((row, at) => (row.some((cell) => (cell ?? '') !== '') ? [at] : []))
  const [first, second] = rows
  const heads = first === undefined ? [] : (table[first] ?? [])
  const isHead = heads.length > 2 && heads.every((cell) => labelOf(cell ?? '') !== null)
  const below = second === undefined ? [] : (table[second] ?? [])
  const headed = cells[first ?? 0]?.every((cell) => cell?.tag === 'th') === true
  const isOver = isHead && (headed || !below.every((cell) => labelOf(cell ?? '') !== null))
  if (isOver && rows.length === 2 && first !== undefined && second !== undefined) {
    for (const [i, head] of heads.entries()) {
      const cell = cells[second]?.[i] ?? null
      if (cell !== null) yield* pair(labelOf(head ?? '') ?? '', cells[first]?.[i], cell)
    }
    return
  }
  // A list of several rows has no labels; 责任单位 | 县水务局 | 公开时限 | 长期 has them.
  if (isOver && rows.length > 1) return
  for (const at of rows) {
    const own = (cells[at] ?? []).filter((cell) => cell !== null)
    if (own.length % 2 !== 0 || own.length > 8) continue
    for (let i = 0; i < own.length; i += 2) {
      const [head, cell] = [own[i], own[i + 1] ?? null]
      const label = head === undefined ? null : labelOf(tree.flat.slice(head.from, head.to))
      if (label !== null) yield* pair(label, head, cell)
    }
  }
}

/** `<dt>更新周期</dt><dd>每月</dd>`, `<li><b>更新周期</b><span>每月</span></li>`. */
function* inElements(
  tree: PageTree,
  from: number,
  to: number,
  inTable: (at: number) => boolean,
): Generator<Found> {
  let term: El | null = null
  let told: string[] = []
  for (const el of tree.els) {
    if (el.from < from || el.to > to || el.hidden) continue
    if (el.tag === 'dt' || el.tag === 'dl') {
      yield* termOf(tree, term, told)
      term = el.tag === 'dt' ? el : null
      told = []
    } else if (el.tag === 'dd' && term !== null && el.from >= term.to) told.push(shownIn(tree, el))
    else if (ROW.test(el.tag) && el.to - el.from <= MAX_ROW && !inTable(el.from))
      yield* rowOf(tree, el)
  }
  yield* termOf(tree, term, told)
}

function* termOf(tree: PageTree, term: El | null, told: readonly string[]): Generator<Found> {
  const label = term === null ? null : labelOf(tree.flat.slice(term.from, term.to))
  if (term === null || label === null || told.length === 0) return
  yield { label, value: told.join(' ').trim(), ...wordsAt(tree, term) }
}

function* rowOf(tree: PageTree, row: El): Generator<Found> {
  const lead = tree.els[row.i + 1]
  if (lead === undefined || lead.parent !== row || !LEAD.test(lead.tag) || lead.linked > 0) return
  if (squash(tree.flat.slice(row.from, lead.from)) !== '') return
  const label = labelOf(tree.flat.slice(lead.from, lead.to))
  const behind = tree.els[lead.last]
  // Words in bold alone are a heading: a label has a place behind it.
  if (label === null || behind === undefined || behind.parent !== row) return
  if (behind.tag === 'br' || behind.tag === 'a') return
  const rest = squash(tree.flat.slice(lead.to, row.to))
  const shown = rest === '' && tree.els.slice(lead.last, row.last).some(isShown)
  yield { label, value: shown ? SHOWN : rest, ...wordsAt(tree, lead) }
}

/** 有效性：有效 文号：…, and a label at the end of its line with its value below. */
function* behindColons(
  tree: PageTree,
  from: number,
  to: number,
  inTable: (at: number) => boolean,
): Generator<Found> {
  let at = from
  for (const line of tree.flat.slice(from, to).split('\n')) {
    const begin = at
    at += line.length + 1
    if (line.length > MAX_ROW || inTable(begin)) continue
    const labels = [...line.matchAll(COLON_LABEL)]
    for (const [i, match] of labels.entries()) {
      const label = labelOf(match[1] ?? '')
      if (label === null) continue
      const start = begin + match.index + match[0].indexOf(match[1] ?? '')
      const end = begin + match.index + match[0].length
      const next = labels[i + 1]
      const own = squash(line.slice(match.index + match[0].length, next?.index))
      const place = { label, from: start, to: end }
      if (own !== '' || next !== undefined) yield { ...place, value: own }
      else if (tree.elementAt(start, end)?.hidden !== true)
        yield { ...place, value: below(tree, end, to) }
    }
  }
}

/** What the next line shows, where it stands in the same box and is no label itself. */
function below(tree: PageTree, end: number, to: number): string {
  const rest = tree.flat.slice(end, to)
  const start = end + (/^\s*/.exec(rest)?.[0].length ?? 0)
  const words = squash(/[^\n]*/.exec(tree.flat.slice(start, to))?.[0] ?? '')
  const between = tree.els.some((el) => el.from >= end && el.from <= start && isShown(el))
  if (between) return SHOWN
  const box = blockOf(tree.elementAt(end - 1, end))
  const other = blockOf(tree.elementAt(start, start + 1))
  const isLabel = new RegExp(COLON_LABEL.source).exec(words)?.index === 0
  if (words === '' || box === null || other === null || isLabel) return ''
  if (/^h[12]$/.test(other.tag)) return ''
  const near =
    other === box || other.parent === box || (other.parent === box.parent && box.tag !== 'li')
  return near ? words : ''
}

function blockOf(el: El | null): El | null {
  let at = el
  while (at !== null && !BLOCK.test(at.tag)) at = at.parent
  return at
}
