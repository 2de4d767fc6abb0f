/**
 * The field table of official documents (索引号, 发文机关, 成文日期 …). Labels differ from system to system; the keys here
 * are those of the contract.
 */
import { type LabelId, type Labels, labelWords, oncePerLabels } from '#base/labels'
import { squash } from '#base/text'
import type { DocumentKey, Page } from '#model/page'
import { isHan } from './comparable.ts'
import { findDates } from './dates.ts'
import { doubtsIn, isInlineLabel } from './document-doubts.ts'
import type { Regions } from './regions.ts'
import { childrenOf, type PageTree } from './tree.ts'

/** Families of labels by the key of the field that they name. */
const FAMILIES: readonly (readonly [DocumentKey, LabelId])[] = [
  ['indexNumber', 'indexNumber'],
  ['topic', 'topic'],
  ['issuer', 'issuer'],
  ['signedOn', 'signedOn'],
  ['publishedOn', 'publishedOn'],
  ['title', 'documentTitle'],
  ['documentNumber', 'documentNumber'],
  ['keywords', 'keywords'],
  ['validity', 'validity'],
]

/** All labels as a table to look them up in. */
interface Known {
  /** Label → its key and how clear it is: its place among all, earlier ones of a key are clearer (domain rules F). */
  readonly ranked: ReadonlyMap<string, { readonly key: DocumentKey; readonly rank: number }>
  readonly longest: number
  /** Last characters of labels. */
  readonly last: ReadonlySet<number>
}

const knownOf = oncePerLabels((labels): Known => {
  const all = FAMILIES.flatMap(([key, id]) => labelWords(labels, id).map((word) => ({ key, word })))
  // Of a word that stands twice the first place counts.
  const ranked = new Map(all.map(({ key, word }, rank) => [word, { key, rank }] as const).reverse())
  return {
    ranked,
    longest: Math.max(...[...ranked.keys()].map((word) => word.length)),
    last: new Set([...ranked.keys()].map((word) => word.charCodeAt(word.length - 1))),
  }
})

/** How far apart `索 引 号` may be printed. */
const MAX_GAP = 4
/** A page has a field table only when one of these is in it. */
const TELLING: ReadonlySet<DocumentKey> = new Set([
  'indexNumber',
  'documentNumber',
  'issuer',
  'topic',
])
const NEXT_LABEL = /[【[]?[\u4e00-\u9fff]{1,2}(?: {0,4}[\u4e00-\u9fff]){1,5} ?[：:】\]]/
/** Field tables are compact: labels farther apart than this belong to other things. */
const REACH = 1500
/** Labels looked at on one page. */
const MAX_LABELS = 400

export interface DocumentReading {
  readonly document: NonNullable<Page['document']>
  readonly doubts: Page['documentDoubts']
}

/** The fields, and what stands behind labels that we do not know; null for a page without a field table. */
export function readDocument(
  tree: PageTree,
  regions: Regions,
  labels: Labels,
): DocumentReading | null {
  const known = knownOf(labels)
  const fields = new Map<DocumentKey, string | null>()
  /** How far down its key's list of labels the label that filled a field stands: clearer labels win. */
  const clearness = new Map<DocumentKey, number>()
  const { flat } = tree
  const colons = labelled(known, flat, regions.footer[0])
  const turned = turnedTable(known, tree, regions)
  const found = datesTold(
    flat,
    turned ??
      besideHeads(known, tree, regions, [
        ...colons,
        ...inlineLabels(known, tree, regions, colons),
      ]).sort((a, b) => a.from - b.from),
  )
  const first = found.find(({ key }) => TELLING.has(key))
  if (!first) return null
  for (const [i, { key, from, to, rank, value: below }] of found.entries()) {
    if (Math.abs(from - first.from) > REACH) continue
    const behind = (): string | null =>
      isEmptyAlone(flat, found, i) ? null : valueAfter(flat, to, found[i + 1]?.from)
    const printed = below === undefined ? behind() : below
    // 文号：无 tells of a paper that bears none, 有效性：— of one that is no rule; elsewhere it tells nothing.
    const telling = key === 'documentNumber' || (key === 'validity' && STROKE.test(printed ?? ''))
    const value = NOTHING.test(printed ?? '') && !telling ? null : printed
    if (!fields.has(key) || (value !== null && rank < (clearness.get(key) ?? rank + 1))) {
      fields.set(key, value)
      clearness.set(key, value === null ? Number.MAX_SAFE_INTEGER : rank)
    }
  }
  // 文号 | 施行日期 | 现行状态 over many rows: a list of papers, where one name of a column follows another.
  const number = fields.get('documentNumber') ?? null
  if (number !== null && !/\d/.test(number) && !NOTHING.test(number) && !STROKE.test(number)) {
    const others = [...TELLING].filter((key) => key !== 'documentNumber')
    if (others.every((key) => (fields.get(key) ?? null) === null)) return null
    fields.set('documentNumber', null)
  }
  const telling = [...fields.keys()].filter((key) => TELLING.has(key)).length
  if (telling < 1 || fields.size < 3) return null
  const get = (key: DocumentKey): string | null => fields.get(key) ?? null
  const day = (key: DocumentKey): string | null => {
    const text = get(key)
    return text === null ? null : (findDates(text)[0]?.day ?? null)
  }
  const read = {
    indexNumber: get('indexNumber'),
    topic: get('topic'),
    issuer: get('issuer'),
    signedOn: day('signedOn'),
    publishedOn: day('publishedOn'),
    title: get('title'),
    documentNumber: get('documentNumber'),
    keywords: get('keywords'),
    validity: get('validity'),
  }
  const near = found.filter(({ from }) => Math.abs(from - first.from) <= REACH)
  const span = [near[0]?.from ?? first.from, near.at(-1)?.to ?? first.to] as const
  const unknown = doubtsIn(known.ranked, tree, span, read)
  const doubts =
    read.signedOn !== null && isRecordDay(flat, found)
      ? { ...unknown, signedOn: `生成日期：${read.signedOn}` }
      : unknown
  return {
    // A number is one whatever stands before it, and so is the word for being in force.
    document: {
      ...read,
      documentNumber: read.documentNumber ?? doubts?.documentNumber?.replace(/^.*?：/, '') ?? null,
      validity: read.validity ?? doubts?.validity?.replace(/^.*?：/, '') ?? null,
    },
    doubts,
  }
}

/** 生成日期 may be the day on which the record was made on the site, and not the paper's. */
const OF_RECORD = /^(?:信息)?(?:生成|形成|制作|制成)/

function isRecordDay(flat: string, found: readonly FoundLabel[]): boolean {
  const signed = found.filter(({ key }) => key === 'signedOn')
  const labels = signed.map(({ from, to }) => flat.slice(from, to).replace(/[\s【[]/g, ''))
  return labels.length > 0 && labels.every((label) => OF_RECORD.test(label))
}

interface FoundLabel {
  readonly key: DocumentKey
  readonly rank: number
  readonly from: number
  readonly to: number
  /** Where the value does not stand behind the label but below it; null for an empty cell. */
  readonly value?: string | null
}

/** How far from the label a day of change is looked for. */
const BESIDE = 120
const UPDATED = /(?:更新|上网|修改)(?:时间|日期)\s?[：:\t]/

/**
 * 发文日期 is the day of signing where 公开日期 or a day of change stands beside it and no 成文日期 does (domain rules F: either
 * is meant).
 */
function datesTold(flat: string, found: readonly FoundLabel[]): readonly FoundLabel[] {
  if (found.some(({ key }) => key === 'signedOn')) return found
  const isIssued = ({ key, from }: FoundLabel): boolean =>
    key === 'publishedOn' &&
    flat
      .slice(from, from + 6)
      .replace(/\s/g, '')
      .startsWith('发文')
  const issued = found.find(isIssued)
  if (issued === undefined) return found
  const isAlone = found.every((one) => one.key !== 'publishedOn' || isIssued(one))
  const near = flat.slice(Math.max(0, issued.from - BESIDE), issued.to + BESIDE)
  if (isAlone && !UPDATED.test(near)) return found
  return found.map((one) => (isIssued(one) ? { ...one, key: 'signedOn' } : one))
}

/** Fewest labels that make a row of cells the head of a field table, and their share of the cells. */
const HEAD_LABELS = 3
const HEAD_SHARE = 0.6

/** A field table turned round: all labels in one row, the values in the next and only one. Null where there is none. */
function turnedTable(
  { ranked }: Known,
  tree: PageTree,
  regions: Regions,
): readonly FoundLabel[] | null {
  for (const row of tree.tagged('tr')) {
    if (row.to >= regions.footer[0] || row.parent === null) continue
    const heads = childrenOf(tree, row)
    const labels = heads.map((cell) => ({
      cell,
      label: ranked.get(tree.flat.slice(cell.from, cell.to).replace(/[\s：:]/g, '')),
    }))
    const found = labels.filter(({ label }) => label !== undefined)
    if (found.length < HEAD_LABELS || found.length < heads.length * HEAD_SHARE) continue
    let table = row.parent
    while (table.tag !== 'table' && table.parent !== null) table = table.parent
    const below = tree.els.slice(row.last, table.last).filter(({ tag }) => tag === 'tr')
    const [next, ...others] = below
    const values = next === undefined ? [] : childrenOf(tree, next)
    if (others.length > 0 || values.length !== heads.length) continue
    return labels.flatMap(({ cell, label }, i) => {
      const value = squash(tree.flat.slice(values[i]?.from, values[i]?.to))
      if (label === undefined) return []
      return [{ ...label, from: cell.from, to: cell.to, value: value === '' ? null : value }]
    })
  }
  return null
}

/** Whom a decision is about: never who issued it. */
const PARTY =
  /^(?:行政)?(?:相对人|当事人|申请人|被处罚人|被许可人|处罚对象|许可对象|管理对象)(?:名称|姓名|名称或姓名|（姓名）)?$/

/**
 * Labels without those in the head row of a table of decisions: behind the last cell of such a row stands the first of
 * the next, the party. Where only one row is below, each has its value from there.
 */
function besideHeads(
  { ranked }: Known,
  tree: PageTree,
  regions: Regions,
  labels: readonly FoundLabel[],
): FoundLabel[] {
  let kept = [...labels]
  for (const row of tree.tagged('tr')) {
    if (row.to >= regions.footer[0]) continue
    const heads = childrenOf(tree, row)
    const words = heads.map((cell) => tree.flat.slice(cell.from, cell.to).replace(/[\s：:]/g, ''))
    if (heads.length < HEAD_LABELS || !words.some((word) => PARTY.test(word))) continue
    let table = row.parent
    while (table !== null && table.tag !== 'table') table = table.parent
    const below = tree.els.slice(row.last, table?.last).filter(({ tag }) => tag === 'tr')
    const values = below[0] === undefined ? [] : childrenOf(tree, below[0])
    // 相对人 | 某公司 | 许可机关 | 某局: label and value by turns.
    if (values.length !== heads.length || words.filter((word) => ranked.has(word)).length < 2)
      continue
    kept = kept.filter(({ from }) => from < row.from || from >= row.to)
    heads.forEach((cell, i) => {
      const label = ranked.get(words[i] ?? '')
      const value = squash(tree.flat.slice(values[i]?.from, values[i]?.to))
      if (label === undefined) return
      const only = below.length === 1 && value !== '' ? value : null
      kept.push({ ...label, from: cell.from, to: cell.to, value: only })
    })
  }
  return kept
}

const SPACE = 0x20

const ENDS_LABEL: ReadonlySet<string> = new Set(['\n', '\t', '：', ':', '】', ']'])

/** Every known label before the footer, with the place behind it: what stands before a colon, a bracket, a cell's end. */
function labelled(known: Known, flat: string, end: number): FoundLabel[] {
  const found: FoundLabel[] = []
  for (let at = 0; at < flat.length && found.length < MAX_LABELS; at += 1) {
    const mark = flat.charAt(at)
    if (!ENDS_LABEL.has(mark)) continue
    const last = flat.charCodeAt(at - 1) === SPACE ? at - 2 : at - 1
    if (!known.last.has(flat.charCodeAt(last))) continue
    const label = labelUpTo(known, flat, last)
    if (label === null) continue
    if (label.from >= end) break
    // [字号 大 中 小] ends with a bracket too: square ones hold a label only where they hold nothing else.
    if (mark === ']' && !/\[ ?$/.test(flat.slice(Math.max(0, label.from - 2), label.from))) continue
    let to = at
    if (mark === '】' || mark === ']')
      to += /^. ?[：:]?/.exec(flat.slice(at, at + 3))?.[0].length ?? 1
    else if (mark === '：' || mark === ':') to += 1
    found.push({ ...label, to })
  }
  return found
}

/** The label whose last character stands at `last`: the longest that nothing of the same word stands before. */
function labelUpTo(
  { ranked, longest }: Known,
  flat: string,
  last: number,
): Omit<FoundLabel, 'to'> | null {
  let label: Omit<FoundLabel, 'to'> | null = null
  let word = ''
  let gap = 0
  for (let at = last; at >= 0 && word.length <= longest; at -= 1) {
    const code = flat.charCodeAt(at)
    if (code === SPACE && gap < MAX_GAP) gap += 1
    else if (!isHan(code)) break
    else {
      gap = 0
      word = flat.charAt(at) + word
      if (isHan(flat.charCodeAt(at - 1))) continue
      const known = ranked.get(word)
      if (known) label = { ...known, from: at }
    }
  }
  return label
}

/** Labels that stand in elements of their own, with no colon and no cell's end behind them. */
function inlineLabels(
  { ranked }: Known,
  tree: PageTree,
  regions: Regions,
  met: readonly FoundLabel[],
): readonly FoundLabel[] {
  const taken = new Set(met.map(({ from }) => from))
  const found: FoundLabel[] = []
  for (const el of tree.els) {
    if (!isInlineLabel(el) || el.to >= regions.footer[0]) continue
    const words = tree.flat.slice(el.from, el.to)
    const from = el.from + words.length - words.trimStart().length
    const word = words.replace(/\s/g, '')
    // A colon behind it, or a cell of its own, was met already; inside a link it is no label.
    if (taken.has(from) || /^\s*(?:[：:]|$)/.test(tree.flat.slice(el.to, el.to + 3))) continue
    const label = ranked.get(word)
    if (label === undefined || found.length >= 60) continue
    taken.add(from)
    found.push({ ...label, from, to: el.to })
  }
  // One bold word of these is a heading or a filter; a table of fields has several.
  return found.length >= 3 ? found : []
}

const STROKE = /^(?:[-—－]+|\/)$/
const NOTHING = /^(?:无|暂无|[-—－]+|\/|空)$/

/** Text behind a label up to the end of its cell or the next label; null when nothing is printed. */
const LINE_END = /^[ \u3000：:】]*\n/

/** The one label with nothing on its line, where every other has its value beside it: the line below is no value of it. */
function isEmptyAlone(flat: string, found: readonly FoundLabel[], at: number): boolean {
  const endsLine = ({ to }: FoundLabel): boolean => LINE_END.test(flat.slice(to, to + 12))
  // Labels one behind the other are the head of a table.
  const before = found[at - 1]
  const ownLine = before !== undefined && flat.slice(before.to, found[at]?.from).includes('\n')
  return (
    ownLine &&
    found.length >= 3 &&
    found.every((one, i) => (i === at ? endsLine(one) : one.value === undefined && !endsLine(one)))
  )
}

function valueAfter(flat: string, from: number, nextFrom = flat.length): string | null {
  let start = from
  let breaks = 0
  // One cell or line end may stand between label and value; a second one means that the value is empty.
  while (start < flat.length && /\s/.test(flat.charAt(start))) {
    if (flat.charAt(start) !== ' ') breaks += 1
    start += 1
  }
  if (breaks > 1) return null
  const rest = flat.slice(start, Math.min(start + 200, Math.max(start, nextFrom)))
  const end = /[\t\n]/.exec(rest)?.index ?? rest.length
  const line = rest.slice(0, end)
  const next = NEXT_LABEL.exec(line)
  // 【索引号】 【主题分类】: the bracket that opens the next label is no value.
  const value = squash(next ? line.slice(0, next.index) : line).replace(/\s?[【[]+$/, '')
  return value === '' ? null : value
}
