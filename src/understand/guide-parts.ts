/**
 * The parts into which a guide's markup divides it: what stands behind each label up to the next one, and the panels that a
 * row of tabs opens. Tells which parts are filled, which are blank among filled ones, and what pictures belong to one.
 */
import { isPlaceholder } from '#base/label-value'
import type { GuideRow, Span } from '#model/page'
import { childrenOf, type El, type PageTree, textOf } from './tree.ts'

export interface GuideParts {
  /** By the number of the element. */
  readonly filled: ReadonlySet<number>
  readonly blank: ReadonlySet<number>
  /** In the source: parts that hold a picture. */
  readonly pictured: readonly Span[]
}

/** Longest label, with its number and colon. */
const MOST_LABEL = 14
/** A row of tabs holds so many names of elements. */
const LEAST_TABS = 3
/** Fewer filled parts do not show how the page is made. */
const LEAST_FILLED = 3
const SHOWS: ReadonlySet<string> = new Set([
  ...['img', 'table', 'iframe', 'embed', 'object', 'video', 'canvas', 'a', 'input', 'svg'],
])

const NEXT_LABEL = /^(?:[\u4e00-\u9fff]\s?){2,8}[:：]/

interface Part {
  readonly element: number
  readonly from: number
  readonly to: number
  readonly els: readonly El[]
}

/** `elementOf`: which element's label a text is, whole; -1 where it is none. */
export function guideParts(
  tree: PageTree,
  from: number,
  to: number,
  elementOf: (text: string) => number,
): GuideParts {
  const filled = new Set<number>()
  const blank = new Set<number>()
  const pictured: Span[] = []
  const tabs = new Set<El>()
  const done = new Set<El>()
  for (const el of tree.els) {
    if (el.from < from || el.to > to || el.to - el.from > MOST_LABEL || el.to <= el.from) continue
    const element = elementOf(textOf(tree, el))
    const top = element < 0 || holdsLabel(tree, el) ? null : outermost(tree, el)
    if (top === null || top.parent === null || done.has(top)) continue
    if (isValue(tree, top, elementOf)) continue
    done.add(top)
    if (leadsOn(tree, top)) {
      filled.add(element)
      continue
    }
    const bar = top.parent
    if (tabs.has(bar)) continue
    if (isBar(tree, bar, elementOf)) {
      tabs.add(bar)
      for (const part of panelsOf(tree, bar, elementOf)) keep(part)
      continue
    }
    keep(partBehind(tree, top, element, elementOf))
  }
  return { filled, blank: filled.size < LEAST_FILLED ? new Set() : blank, pictured }

  function keep(part: Part): void {
    const words = tree.flat
      .slice(part.from, part.to)
      .replace(/^[\s：:]+/, '')
      .trim()
    const shows = part.els.some(({ tag }) => SHOWS.has(tag))
    // A picture belongs to a label that has nothing else to say.
    if (isPlaceholder(words))
      for (const { tag, start, end } of part.els) if (tag === 'img') pictured.push([start, end])
    if (shows) filled.add(part.element)
    else if (isPlaceholder(words)) blank.add(part.element)
    // 监督电话：… is the next label's, whatever it is called.
    else if (!NEXT_LABEL.test(words)) filled.add(part.element)
  }
}

const DECORATION: ReadonlySet<string> = new Set(['i', 'em', 'b', 'svg', 'br', 'hr'])

/** What stands behind it in its own box and may hold a value, though it holds none. */
function followers(tree: PageTree, el: El): readonly El[] {
  const beside = el.parent === null ? [] : childrenOf(tree, el.parent)
  return beside.slice(beside.indexOf(el) + 1).filter(({ tag }) => !DECORATION.has(tag))
}

/** A box of a label and of a place left empty behind it: the label inside is judged by that. */
function holdsLabel(tree: PageTree, el: El): boolean {
  return childrenOf(tree, el).some(
    (child) => textOf(tree, child) === textOf(tree, el) && followers(tree, child).length > 0,
  )
}

function outermost(tree: PageTree, el: El): El {
  let top = el
  while (
    top.parent &&
    followers(tree, top).length === 0 &&
    textOf(tree, top.parent) === textOf(tree, el)
  )
    top = top.parent
  return top
}

/** `<a href="/lct.html">办理流程</a>`: what it names stands elsewhere. */
function leadsOn(tree: PageTree, top: El): boolean {
  return tree.els
    .slice(top.i, top.last)
    .some(({ tag, attrs }) => tag === 'a' && !/^(?:#|javascript:|$)/i.test(attrs.href ?? ''))
}

/** Mostly names, each behind the other with nothing between: tabs, a table of contents, the head of a table. */
function isBar(tree: PageTree, bar: El, elementOf: (text: string) => number): boolean {
  const children = childrenOf(tree, bar).filter((one) => textOf(tree, one) !== '')
  const named = children.filter((one) => elementOf(textOf(tree, one)) >= 0)
  return (
    named.length >= LEAST_TABS &&
    named.length * 2 > children.length &&
    children.every(
      (one, at) =>
        one.to - one.from <= MOST_LABEL &&
        tree.flat.slice(children[at - 1]?.to ?? one.from, one.from).trim() === '',
    )
  )
}

/** As many boxes as tabs, behind the bar or behind a box around it. */
function panelsOf(tree: PageTree, bar: El, elementOf: (text: string) => number): readonly Part[] {
  const names = childrenOf(tree, bar).map((one) => elementOf(textOf(tree, one)))
  let box = bar
  for (let climb = 0; climb < 3 && box.parent; climb++, box = box.parent) {
    const beside = childrenOf(tree, box.parent)
    const behind = beside.slice(beside.indexOf(box) + 1)
    const [first] = behind
    const inside = first === undefined ? [] : childrenOf(tree, first)
    const panels = [behind, inside].find((boxes) => boxes.length === names.length)
    if (panels === undefined || bar.tag === 'tr') continue
    return panels.flatMap((panel, at) => {
      const element = names[at] ?? -1
      const els = tree.els.slice(panel.i + 1, panel.last)
      return element < 0 ? [] : [{ element, from: panel.from, to: panel.to, els }]
    })
  }
  return []
}

/** 申请条件 | 有固定场所: the second of two cells is what the first one is called, though it ends like the label of a place. */
function isValue(tree: PageTree, top: El, elementOf: (text: string) => number): boolean {
  const [label, value, ...more] = top.parent === null ? [] : childrenOf(tree, top.parent)
  return (
    top.parent?.tag === 'tr' &&
    top === value &&
    more.length === 0 &&
    label !== undefined &&
    elementOf(textOf(tree, label)) >= 0
  )
}

/** All that follows in the label's own box up to the next label. */
function partBehind(
  tree: PageTree,
  top: El,
  element: number,
  elementOf: (text: string) => number,
): Part {
  const parent = top.parent ?? top
  const beside = childrenOf(tree, parent)
  const next = beside
    .slice(beside.indexOf(top) + 1)
    .find(
      (one) =>
        one.tag === top.tag &&
        (isHeading(one) || elementOf(textOf(tree, one)) >= 0) &&
        !isValue(tree, one, elementOf),
    )
  return {
    element,
    from: top.to,
    to: next?.from ?? parent.to,
    els: tree.els.slice(top.last, next?.i ?? parent.last),
  }
}

function isHeading({ tag }: El): boolean {
  return /^(?:h[1-6]|dt)$/.test(tag)
}

/** A head names so many elements where each row below is a guide. */
const LEAST_HEADS = 5

/** 事项名称 | 设定依据 | … over rows of services: what a row leaves blank where the rows beside it say something. */
export function guideRows(
  tree: PageTree,
  from: number,
  to: number,
  elements: readonly { readonly name: string; readonly whole: RegExp }[],
): readonly GuideRow[] {
  const rows: GuideRow[] = []
  for (const head of tree.els) {
    if (head.tag !== 'tr' || head.from < from || head.to > to) continue
    const names = childrenOf(tree, head).map(
      (cell) => elements.find(({ whole }) => whole.test(textOf(tree, cell)))?.name ?? null,
    )
    const title = names.indexOf(elements[0]?.name ?? '')
    if (title < 0 || names.filter((name) => name !== null).length < LEAST_HEADS) continue
    const table = head.parent
    const below = (table === null ? [] : tree.els.slice(head.last, table.last))
      .filter((el) => el.tag === 'tr')
      .map((el) => ({ el, cells: childrenOf(tree, el) }))
      .filter(({ cells }) => cells.length === names.length)
    for (const { el, cells } of below) {
      const missing = names.flatMap((name, at) => {
        const cell = cells[at]
        if (name === null || cell === undefined || at === title) return []
        const holds = tree.els.slice(cell.i + 1, cell.last).some(({ tag }) => SHOWS.has(tag))
        return !holds && isPlaceholder(textOf(tree, cell)) ? [name] : []
      })
      const quote = cells[title] === undefined ? '' : textOf(tree, cells[title])
      if (quote !== '') rows.push({ missing, quote, at: [el.start, el.end] })
    }
  }
  return rows
}
