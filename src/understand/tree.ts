/**
 * HTML → one flat, read-only structure that every page-level reader works on: elements in document order with
 * their subtree ranges, one running text with line breaks at blocks and tabs at cells, scripts and comments apart.
 * Built in one pass without recursion, so depth cannot overflow. Decides nothing about meaning.
 */
import { collapse, isBlank, squash } from '#base/text'
import type { Span } from '#model/page'
import { readMarkup } from './markup.ts'
import type { Target } from './targets.ts'

export interface El {
  /** Position in `PageTree.els` (document order). */
  readonly i: number
  readonly parent: El | null
  readonly tag: string
  readonly attrs: Readonly<Record<string, string>>
  /** Source range of the element. */
  readonly start: number
  end: number
  /** Range of its text in `PageTree.flat`. */
  readonly from: number
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
}

export interface Script {
  readonly el: El
  readonly src: string
  readonly code: string
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
  readonly scripts: readonly Script[]
  readonly comments: readonly Comment[]
  /** Text of the first non-empty `<title>`, squashed. */
  readonly headTitle: string | null
  /** Parsing stopped: more elements, or deeper ones, than any page of people has. */
  readonly cut: boolean
  /** `flat`, squashed: several readers measure a page by it. */
  words(): string
  /** True where an element begins or ends in `flat`. */
  isEdge(position: number): boolean
  /** Source span of a range of `flat`. */
  sourceSpan(from: number, to: number): Span
  /** Deepest element whose text covers the range. */
  elementAt(from: number, to: number): El | null
}

/** Elements kept of one page; a table of 3 MB has a third as many. */
const MAX_ELS = 400_000
/** Pieces of text kept of one page. */
const MAX_PIECES = 800_000
/** Elements below the deepest one kept. */
const MAX_FOLDED = 50_000

const BLOCKS = new Set(
  `address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
  header hr html iframe li main marquee nav ol option p pre section select table tbody tfoot thead tr ul`.split(
    /\s+/,
  ),
)
const CELLS = new Set(['td', 'th'])
/** Their text is not part of what a reader sees. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'title',
  'option',
  'textarea',
  'object',
  'svg',
])
/** Elements beyond this depth are folded into their ancestor: no real page nests like that. */
const MAX_DEPTH = 1000
const DIGIT = /\d/
const BLANK = /[ \t\n]/
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i

export function textOf(tree: PageTree, el: El): string {
  return collapse(tree.flat.slice(el.from, el.to)).trim()
}

/** Characters of one link that are looked at: a link left open would hold the rest of its page. */
const MAX_WORDS = 1000

/** Text of a link or another small element on one line, cut where it is no small one. */
export function wordsOf(tree: PageTree, el: El): string {
  return squash(tree.flat.slice(el.from, Math.min(el.to, el.from + MAX_WORDS)))
}

const DATASTORE = /<script([^>]{0,200}text\/xml[^>]{0,200})>([\s\S]*?)<\/script>/gi

/**
 * Hanweb's jpage keeps the first list records as HTML inside `<script type="text/xml">`, and the page's own script
 * prints them. Opens such stores in place, character for character, so that spans keep their meaning.
 */
function openDatastores(source: string): string {
  if (!source.includes('<record>')) return source
  return source.replace(DATASTORE, (whole: string, attrs: string, body: string) =>
    body.includes('<record>')
      ? `<div   ${attrs}>${body.replaceAll('<![CDATA[', '         ').replaceAll(']]>', '   ')}</div>   `
      : whole,
  )
}

/** Parses decoded HTML. Never throws on any text. */
export function parseTree(source: string): PageTree {
  const els: El[] = []
  const scripts: Script[] = []
  const comments: Comment[] = []
  /** Text pieces: where each begins in `flat` and in the source. */
  const pieceFlat: number[] = []
  const pieceStart: number[] = []
  const pieceEnd: number[] = []
  /** Leading white space was dropped because the text before ended with a blank. */
  const pieceCut: boolean[] = []
  const parts: string[] = []
  let flatLength = 0
  let lastChar = '\n'
  let stack: El[] = []
  let folded = 0
  let silent = 0
  let silentText = ''
  let silentStart = -1
  let linkDepth = 0
  let headTitle: string | null = null
  /** Where the last inline element closed, and its tag and class: unlike neighbours do not continue a number. */
  let closedAt = -1
  let closedTag = ''
  let closedClass: string | undefined
  let gap = false

  const put = (text: string): void => {
    parts.push(text)
    flatLength += text.length
    lastChar = text.charAt(text.length - 1)
  }
  const breakLine = (mark: '\n' | '\t'): void => {
    if (lastChar === '\n' || (mark === '\t' && lastChar === '\t')) return
    put(mark)
  }

  const cut = readMarkup(openDatastores(source), {
    open({ name }, attrs, start, end) {
      if (stack.length >= MAX_DEPTH) {
        folded += 1
        return
      }
      if (BLOCKS.has(name)) breakLine('\n')
      else if (CELLS.has(name)) breakLine('\t')
      else if (
        name === 'a' ||
        (closedAt === flatLength && (closedTag !== name || closedClass !== attrs.class))
      )
        gap = true
      const parent = stack[stack.length - 1] ?? null
      const el: El = {
        i: els.length,
        parent,
        tag: name,
        attrs,
        start,
        end: Math.min(source.length, end),
        from: flatLength,
        to: flatLength,
        last: els.length + 1,
        depth: stack.length,
        hidden:
          parent?.hidden === true ||
          attrs.hidden !== undefined ||
          (attrs.style !== undefined && HIDING.test(attrs.style)),
        linked: 0,
        target: undefined,
      }
      els.push(el)
      stack.push(el)
      if (name === 'a') linkDepth += 1
      if (SILENT.has(name)) {
        if (silent === 0) {
          silentText = ''
          silentStart = end
        }
        silent += 1
      }
    },
    text(data, start, end) {
      if (silent > 0) {
        silentText += data
        return
      }
      let text = collapse(data)
      const cut = text.startsWith(' ') && BLANK.test(lastChar)
      if (cut) text = text.slice(1)
      if (text === '') return
      // `<b>28</b><i>2024-02</i>`, `<span>2020-12-28</span><a>2020年…</a>`: style sheets set these apart.
      if (gap && DIGIT.test(lastChar) && DIGIT.test(text.charAt(0))) put(' ')
      gap = false
      pieceCut.push(cut)
      pieceFlat.push(flatLength)
      pieceStart.push(start)
      pieceEnd.push(end)
      put(text)
      if (linkDepth > 0) {
        const owner = stack[stack.length - 1]
        if (owner) owner.linked += text.length
      }
    },
    close({ name }, end) {
      if (folded > 0) {
        folded -= 1
        return
      }
      const el = stack.pop()
      if (!el) return
      if (SILENT.has(name)) {
        silent -= 1
        if (silent === 0) endSilent(el)
      }
      if (name === 'a') linkDepth -= 1
      el.end = Math.min(source.length, Math.max(el.end, end))
      el.to = flatLength
      el.last = els.length
      if (el.parent) el.parent.linked += el.linked
      if (BLOCKS.has(name)) breakLine('\n')
      else {
        if (name === 'a') gap = true
        closedAt = flatLength
        closedTag = name
        closedClass = el.attrs.class
      }
    },
    comment(text, start, end) {
      comments.push({ text, at: [start, end] })
    },
    full: () => folded > MAX_FOLDED || els.length > MAX_ELS || pieceFlat.length > MAX_PIECES,
  })
  stack = []

  function endSilent(el: El): void {
    const at: Span = [silentStart, Math.max(silentStart, silentStart + silentText.length)]
    if (el.tag === 'script') {
      scripts.push({ el, src: el.attrs.src ?? '', code: silentText, at })
    } else if (el.tag === 'title' && headTitle === null) {
      const title = collapse(silentText).trim()
      if (title !== '') headTitle = title
    }
  }

  /** Where the last look-up in a piece ended: the next one further on goes on from there. */
  let known = { piece: -1, position: 0, at: 0 }
  /** Source offset of (or, with `after`, just behind) a character of a piece; collapsed blanks are counted again. */
  function offset(piece: number, position: number, after: boolean): number {
    const start = pieceStart[piece] ?? 0
    const end = pieceEnd[piece] ?? source.length
    const raw = source.slice(start, end)
    if (raw.startsWith('&')) return after ? end : start
    const begin = pieceFlat[piece] ?? 0
    const resumed = known.piece === piece && known.position <= position
    let at = resumed ? known.at : 0
    const skip = (): void => {
      while (at < raw.length && isBlank(raw.charCodeAt(at))) at += 1
    }
    if (!resumed && pieceCut[piece]) skip()
    let left = position - (resumed ? known.position : begin)
    for (; left > 0 && at < raw.length; left--) {
      if (isBlank(raw.charCodeAt(at))) skip()
      else at += 1
    }
    known = { piece, position, at }
    return Math.min(end, start + at + (after ? 1 : 0))
  }
  const flat = parts.join('')
  const edges = new Uint8Array(flat.length + 1)
  for (const el of els) {
    edges[el.from] = 1
    edges[el.to] = 1
  }
  let words: string | null = null
  return {
    source,
    flat,
    words() {
      words ??= collapse(flat).trim()
      return words
    },
    els,
    scripts,
    comments,
    headTitle,
    cut,
    isEdge: (position) => edges[position] === 1,
    sourceSpan: (from, to) => {
      const last = Math.max(from, to - 1)
      const start = offset(pieceAt(pieceFlat, from), from, false)
      return [start, Math.max(start, offset(pieceAt(pieceFlat, last), last, true))]
    },
    elementAt: (from, to) => {
      let low = 0
      let high = els.length - 1
      let found = -1
      while (low <= high) {
        const middle = (low + high) >> 1
        if ((els[middle]?.from ?? 0) <= from) {
          found = middle
          low = middle + 1
        } else high = middle - 1
      }
      let el: El | null = els[found] ?? null
      while (el && (el.to < to || el.from > from)) el = el.parent
      return el
    },
  }
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
