/**
 * HTML → one flat, read-only structure that every page-level reader works on: elements in document order with
 * their subtree ranges, one running text with line breaks at blocks and tabs at cells, scripts and comments apart.
 * Built in one pass without recursion, so depth cannot overflow. Decides nothing about meaning.
 */
import { collapse, isBlank, isVoid } from '#base/text'
import type { Span } from '#model/page'
import { CellLines } from './cell-lines.ts'
import { GATHERED, MARKS, type Tag } from './html-names.ts'
import { type Attributes, type MarkupEvents, readMarkup } from './markup.ts'
import { closeBlanks, spacedBlanks } from './spaced-words.ts'
import type { Target } from './targets.ts'

export interface El {
  /** Position in `PageTree.els` (document order). */
  readonly i: number
  readonly parent: El | null
  readonly tag: string
  readonly attrs: Attributes
  /** Which of MARKS its attributes have. */
  readonly marks: number
  /** Its attributes `id` and `class`, '' where it has none: asked of every element by many. */
  readonly id: string
  readonly classes: string
  /** Source range of the element. */
  readonly start: number
  end: number
  /** Range of its text in `PageTree.flat`. */
  from: number
  to: number
  /** `els` index one past its last descendant. */
  last: number
  readonly depth: number
  /** Inline style or attribute hides it (stylesheets are not read). */
  readonly hidden: boolean
  /** Characters of link text inside (0 for plain text). */
  linked: number
  /** Where it leads, once asked (targets); undefined before. */
  target: Target | null | undefined
  /** Its words, once asked (`wordsOf`); undefined before. */
  words: string | undefined
}

export type Gathered = (typeof GATHERED)[number]

export interface Script {
  readonly el: El
  readonly src: string
  readonly code: string
  /** Chinese characters stand in it. */
  readonly han: boolean
  readonly at: Span
}

export interface Comment {
  readonly text: string
  readonly at: Span
}

export interface PageTree {
  readonly source: string
  readonly flat: string
  readonly els: readonly El[]
  /** Elements that something is done with: `onclick`, `data-href`. */
  readonly acting: readonly El[]
  /** Elements that may lead somewhere: those, links, frames and embedded things. */
  readonly leading: readonly El[]
  readonly scripts: readonly Script[]
  readonly comments: readonly Comment[]
  /** Text of the first non-empty `<title>`, squashed. */
  readonly headTitle: string | null
  /** Parsing stopped: more elements, or deeper ones, than any page of people has. */
  readonly cut: boolean
  /** All elements of a name, in document order. */
  tagged(name: Gathered): readonly El[]
  /** `flat`, squashed: several readers measure a page by it. */
  words(): string
  /** True where an element begins or ends in `flat`. */
  isEdge(position: number): boolean
  /** Source span of a range of `flat`. */
  sourceSpan(from: number, to: number): Span
  /** Deepest element whose text covers the range. */
  elementAt(from: number, to: number): El | null
}

/** Elements of one page, those too deep to be kept among them; a table of 3 MB has a third as many. */
const MAX_ELS = 400_000
/** Pieces of text kept of one page. */
const MAX_PIECES = 800_000
/** Elements beyond this depth are folded into their ancestor: no real page nests like that. */
const MAX_DEPTH = 1000
const LINE_END = 0x0a
const TAB = 0x09
const SPACE = 0x20
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const HAN = /[\u4e00-\u9fff]/
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i

export function textOf(tree: PageTree, el: El): string {
  return collapse(tree.flat.slice(el.from, el.to)).trim()
}

/** Characters of one link that are looked at: a link left open would hold the rest of its page. */
const MAX_WORDS = 1000

/** Text of a link or another small element on one line, cut where it is no small one. */
export function wordsOf(tree: PageTree, el: El): string {
  el.words ??= collapse(tree.flat.slice(el.from, Math.min(el.to, el.from + MAX_WORDS))).trim()
  return el.words
}

/** Parses decoded HTML. Never throws on any text. */
export function parseTree(source: string): PageTree {
  const builder = new Builder(source)
  const cut = readMarkup(source, builder)
  const tree = new BuiltTree(builder, cut)
  const blanks = spacedBlanks(tree.flat, (position) => tree.isEdge(position))
  if (blanks.length === 0) return tree
  closeBlanks(builder, blanks, (position) => tree.sourceSpan(position, position + 1)[0])
  return new BuiltTree(builder, cut)
}

/** A run of text: where it begins in `flat`, where it stands in the source. */
export interface Pieces {
  readonly flat: number[]
  readonly start: number[]
  readonly end: number[]
  /** Leading white space was dropped because the text before ended with a blank. */
  readonly cut: boolean[]
}

/** Gathers what the markup tells, in document order. A class, because closures made anew for each page cost time. */
class Builder implements MarkupEvents {
  readonly source: string
  readonly els: El[] = []
  readonly acting: El[] = []
  readonly leading: El[] = []
  readonly gathered: El[][] = GATHERED.map(() => [])
  readonly scripts: Script[] = []
  readonly comments: Comment[] = []
  readonly pieces: Pieces = { flat: [], start: [], end: [], cut: [] }
  readonly parts: string[] = []
  headTitle: string | null = null
  #flatLength = 0
  #last = LINE_END
  readonly #stack: El[] = []
  #folded = 0
  #silent = 0
  #silentText = ''
  #silentStart = -1
  #linkDepth = 0
  /** Where the last inline element closed, and its tag and class: unlike neighbours do not continue a number. */
  #closedAt = -1
  #closedTag = ''
  #closedClass: string | undefined = undefined
  #gap = false
  readonly #cells = new CellLines()
  /** A block in a cell has closed: what follows it tells how the line ends. */
  #pending = false

  constructor(source: string) {
    this.source = source
  }

  #put(text: string): void {
    this.parts.push(text)
    this.#flatLength += text.length
    this.#last = text.charCodeAt(text.length - 1)
  }

  #breakLine(mark: '\n' | '\t'): void {
    this.#pending = false
    if (this.#last === LINE_END || (mark === '\t' && this.#last === TAB)) return
    if (mark === '\n') this.#cells.lineEnds()
    this.#put(mark)
  }

  #openPart(mark: '\n' | '\t', name: string): void {
    if (this.#last === TAB && this.#cells.wrapsFirst(name, this.#flatLength)) return
    this.#breakLine(mark === '\t' && this.#pending && !this.#cells.single ? '\n' : mark)
    if (mark === '\t') this.#cells.enter(this.#flatLength)
  }

  #closePart(mark: '\n' | '\t'): void {
    if (mark === '\t') this.#cells.leave()
    else if (this.#cells.inside) this.#pending = true
    else this.#breakLine('\n')
  }

  open(tag: Tag, attrs: Attributes, start: number, end: number, marks: number): void {
    const { name } = tag
    const stack = this.#stack
    if (stack.length >= MAX_DEPTH) {
      this.#folded += 1
      return
    }
    const classes = (marks & MARKS.class) === 0 ? undefined : attrs.class
    if (tag.parts !== null) this.#openPart(tag.parts, name)
    else if (this.#pending) this.#breakLine('\n')
    else if (
      name === 'a' ||
      (this.#closedAt === this.#flatLength &&
        (this.#closedTag !== name || this.#closedClass !== classes))
    )
      this.#gap = true
    const parent = stack[stack.length - 1] ?? null
    const el: El = {
      i: this.els.length,
      parent,
      tag: name,
      attrs,
      marks,
      id: (marks & MARKS.id) === 0 ? '' : (attrs.id ?? ''),
      classes: classes ?? '',
      start,
      end: Math.min(this.source.length, end),
      from: this.#flatLength,
      to: this.#flatLength,
      last: this.els.length + 1,
      depth: stack.length,
      hidden: parent?.hidden === true || ((marks & MARKS.hides) !== 0 && isHiding(attrs)),
      linked: 0,
      target: undefined,
      words: undefined,
    }
    this.els.push(el)
    if (tag.gathered >= 0) this.gathered[tag.gathered]?.push(el)
    const acts = (marks & MARKS.acts) !== 0
    if (acts) this.acting.push(el)
    if (acts || tag.leads || (marks & MARKS.shows) !== 0) this.leading.push(el)
    stack.push(el)
    if (name === 'a') this.#linkDepth += 1
    if (tag.silent) {
      if (this.#silent === 0) {
        this.#silentText = ''
        this.#silentStart = end
      }
      this.#silent += 1
    }
  }

  text(data: string, start: number, end: number): void {
    if (this.#silent > 0) {
      this.#silentText += data
      return
    }
    let text = collapse(data)
    if (this.#pending) {
      if (text === ' ') return
      this.#breakLine('\n')
    }
    const last = this.#last
    const cut =
      text.charCodeAt(0) === SPACE && (last === SPACE || last === LINE_END || last === TAB)
    if (cut) text = text.slice(1)
    if (text === '') return
    // `<b>28</b><i>2024-02</i>`, `<span>2020-12-28</span><a>2020年…</a>`: style sheets set these apart.
    if (this.#gap && isDigit(last) && isDigit(text.charCodeAt(0))) this.#put(' ')
    this.#gap = false
    this.pieces.cut.push(cut)
    this.pieces.flat.push(this.#flatLength)
    this.pieces.start.push(start)
    this.pieces.end.push(end)
    this.#put(text)
    if (this.#linkDepth > 0) {
      const owner = this.#stack[this.#stack.length - 1]
      if (owner) owner.linked += text.length
    }
  }

  close(tag: Tag, end: number): void {
    if (this.#folded > 0) {
      this.#folded -= 1
      return
    }
    const el = this.#stack.pop()
    if (!el) return
    const { name } = tag
    if (tag.silent) {
      this.#silent -= 1
      if (this.#silent === 0) this.#endSilent(el)
    }
    if (name === 'a') this.#linkDepth -= 1
    el.end = Math.min(this.source.length, Math.max(el.end, end))
    el.to = this.#flatLength
    el.last = this.els.length
    if (el.parent) el.parent.linked += el.linked
    if (tag.parts !== null) this.#closePart(tag.parts)
    if (tag.parts !== '\n') {
      if (name === 'a') this.#gap = true
      this.#closedAt = this.#flatLength
      this.#closedTag = name
      this.#closedClass = el.classes === '' ? el.attrs.class : el.classes
    }
  }

  #endSilent(el: El): void {
    const start = this.#silentStart
    const at: Span = [start, Math.max(start, start + this.#silentText.length)]
    if (el.tag === 'script') {
      const code = this.#silentText
      this.scripts.push({ el, src: el.attrs.src ?? '', code, han: HAN.test(code), at })
    } else if (el.tag === 'title' && this.headTitle === null) {
      const title = collapse(this.#silentText).trim()
      if (title !== '') this.headTitle = title
    }
  }

  comment(text: string, start: number, end: number): void {
    this.comments.push({ text, at: [start, end] })
  }

  full(): boolean {
    return this.els.length + this.#folded > MAX_ELS || this.pieces.flat.length > MAX_PIECES
  }
}

function isHiding({ hidden, style }: Attributes): boolean {
  return hidden !== undefined || (style !== undefined && HIDING.test(style))
}

class BuiltTree implements PageTree {
  readonly source: string
  readonly flat: string
  readonly els: readonly El[]
  readonly acting: readonly El[]
  readonly leading: readonly El[]
  readonly scripts: readonly Script[]
  readonly comments: readonly Comment[]
  readonly headTitle: string | null
  readonly cut: boolean
  readonly #gathered: readonly (readonly El[])[]
  readonly #pieces: Pieces
  readonly #edges: Uint8Array
  #words: string | null = null
  /** Where the last look-up in a piece ended: the next one further on goes on from there. */
  #known = { piece: -1, position: 0, at: 0 }

  constructor(built: Builder, cut: boolean) {
    this.source = built.source
    this.flat = built.parts.join('')
    this.els = built.els
    this.acting = built.acting
    this.leading = built.leading
    this.#gathered = built.gathered
    this.scripts = built.scripts
    this.comments = built.comments
    this.headTitle = built.headTitle
    this.cut = cut
    this.#pieces = built.pieces
    this.#edges = new Uint8Array(this.flat.length + 1)
    for (const el of this.els) {
      this.#edges[el.from] = 1
      this.#edges[el.to] = 1
    }
  }

  tagged(name: Gathered): readonly El[] {
    return this.#gathered[GATHERED.indexOf(name)] ?? []
  }

  words(): string {
    this.#words ??= collapse(this.flat).trim()
    return this.#words
  }

  isEdge(position: number): boolean {
    return this.#edges[position] === 1
  }

  sourceSpan(from: number, to: number): Span {
    const last = Math.max(from, to - 1)
    const start = this.#offset(pieceAt(this.#pieces.flat, from), from, false)
    return [start, Math.max(start, this.#offset(pieceAt(this.#pieces.flat, last), last, true))]
  }

  /** Source offset of (or, with `after`, just behind) a character of a piece; collapsed blanks are counted again. */
  #offset(piece: number, position: number, after: boolean): number {
    const start = this.#pieces.start[piece] ?? 0
    const end = this.#pieces.end[piece] ?? this.source.length
    const raw = this.source.slice(start, end)
    if (raw.startsWith('&')) return after ? end : start
    const begin = this.#pieces.flat[piece] ?? 0
    const known = this.#known
    const resumed = known.piece === piece && known.position <= position
    let at = resumed ? known.at : 0
    if (!resumed) at = this.#pieces.cut[piece] ? behindBlanks(raw, at) : behindVoids(raw, at)
    let left = position - (resumed ? known.position : begin)
    for (; left > 0 && at < raw.length; left--) {
      at = isBlank(raw.charCodeAt(at)) ? behindBlanks(raw, at) : behindVoids(raw, at + 1)
    }
    this.#known = { piece, position, at }
    return Math.min(end, start + at + (after ? 1 : 0))
  }

  elementAt(from: number, to: number): El | null {
    let low = 0
    let high = this.els.length - 1
    let found = -1
    while (low <= high) {
      const middle = (low + high) >> 1
      if ((this.els[middle]?.from ?? 0) <= from) {
        found = middle
        low = middle + 1
      } else high = middle - 1
    }
    let el: El | null = this.els[found] ?? null
    while (el && (el.to < to || el.from > from)) el = el.parent
    return el
  }
}

function behindBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && (isBlank(text.charCodeAt(at)) || isVoid(text.charCodeAt(at)))) at += 1
  return at
}

function behindVoids(text: string, from: number): number {
  let at = from
  while (at < text.length && isVoid(text.charCodeAt(at))) at += 1
  return at
}

/** Index of the text piece that holds a position of the running text. */
function pieceAt(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  let found = 0
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= position) {
      found = middle
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

/** Child elements in document order. */
export function childrenOf(tree: PageTree, el: El): El[] {
  const children: El[] = []
  for (let i = el.i + 1; i < el.last; ) {
    const child = tree.els[i]
    if (!child) break
    children.push(child)
    i = child.last
  }
  return children
}
