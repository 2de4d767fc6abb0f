/**
 * What the names of HTML say: void and raw elements, optional end tags, foreign content (HTML standard 13.1.2, 13.2.6).
 * One look-up per tag says all. Decides nothing about a page.
 */

/** What the HTML standard says of an element's name (13.1.2 elements, 13.2.6 optional end tags); names in lower case. */
export interface Tag {
  readonly name: string
  readonly empty: boolean
  /** Open elements of these names end where this one begins. */
  readonly ends: ReadonlySet<string> | null
  /** Content runs to the end tag, whatever stands in it. */
  readonly raw: boolean
  /** `raw`, but with character references. */
  readonly decoded: boolean
  /** What self-closing means inside: true in SVG and MathML, false in HTML inside of these, null for no change. */
  readonly foreign: boolean | null
  /** What parts it from the words around it: a line end, a tab between cells, nothing. */
  readonly parts: '\n' | '\t' | null
  /** Its text is not part of what a reader sees. */
  readonly silent: boolean
  /** It may show or open another address. */
  readonly leads: boolean
  /** Place of its name among those whose elements are gathered (`GATHERED`), or -1. */
  readonly gathered: number
  /** Number of its name, the earlier met the lower; -1 for a name that is not kept. */
  readonly id: number
}

const words = (text: string): string[] => text.split(' ')
const EMPTY = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
  ),
)
const FOREIGN = new Set(['svg', 'math'])
const HTML_INSIDE = new Set(words('mi mo mn ms mtext annotation-xml foreignobject desc title'))
const RAW = new Set(words('script style title textarea xmp'))
const CONTROLS = 'input option optgroup select button datalist textarea'
/** Name → names of open elements that it ends. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['tr', 'tr th td'],
      ['th', 'th'],
      ['td', 'thead th td'],
      ['tbody tfoot', 'thead tbody'],
      ['body', 'head link script'],
      ['li', 'li'],
      ['dd dt', 'dd dt'],
      ['rt rp', 'rt rp'],
      ['option', 'option'],
      ['optgroup', 'optgroup option'],
      ['select input output button datalist textarea', CONTROLS],
      [
        'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
        'p',
      ],
    ] as const
  ).flatMap(([names, ended]) => {
    const set = new Set(words(ended))
    return words(names).map((name) => [name, set] as const)
  }),
)

const BLOCKS = new Set(
  words(
    'address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main marquee nav ol option p pre section select table tbody tfoot thead tr ul',
  ),
)
const CELLS = new Set(['td', 'th'])
const SILENT = new Set(words('script style noscript template title option textarea object svg'))
const LEADS = new Set(words('a area iframe frame embed object summary option'))
/** Elements that several readers look for among all of a page. */
export const GATHERED = ['a', 'img', 'input', 'meta', 'textarea', 'tr'] as const

/** Names that pages made up are not all kept, and none that the engine may hold as a part of its whole page. */
const MAX_TAGS = 2000
const MAX_KEPT_NAME = 12
const SLOTS = 512

/**
 * What is known of names, found by their characters in the source: to cut a name out and to ask a map for it costs more
 * than all else that is done with it.
 */
class Names<T> {
  readonly #kept = new Map<string, T>()
  readonly #slots: ({ readonly written: string; readonly what: T } | undefined)[] = new Array(SLOTS)
  readonly #learn: (name: string, id: number) => T

  constructor(learn: (name: string, id: number) => T) {
    this.#learn = learn
  }

  at(source: string, from: number, to: number): T {
    const first = source.charCodeAt(from)
    const last = source.charCodeAt(to - 1)
    const slot = (first * 31 + last * 7 + (to - from)) & (SLOTS - 1)
    const there = this.#slots[slot]
    if (there !== undefined && isAt(source, from, to, there.written)) return there.what
    const written = source.slice(from, to)
    const what = this.of(written)
    if (this.#kept.has(written)) this.#slots[slot] = { written, what }
    return what
  }

  of(written: string): T {
    const known = this.#kept.get(written)
    if (known !== undefined) return known
    const name = written.toLowerCase()
    const room = this.#kept.size < MAX_TAGS && name.length <= MAX_KEPT_NAME
    let what = this.#kept.get(name)
    if (what === undefined) {
      what = this.#learn(name, room ? this.#kept.size : -1)
      if (room) this.#kept.set(name, what)
    }
    if (room) this.#kept.set(written, what)
    return what
  }
}

function isAt(source: string, from: number, to: number, written: string): boolean {
  if (written.length !== to - from) return false
  for (let at = 0; at < written.length; at += 1)
    if (source.charCodeAt(from + at) !== written.charCodeAt(at)) return false
  return true
}

const tags = new Names<Tag>((name, id) => ({
  name,
  empty: EMPTY.has(name),
  ends: ENDS.get(name) ?? null,
  raw: RAW.has(name),
  decoded: name === 'title',
  foreign: FOREIGN.has(name) ? true : HTML_INSIDE.has(name) ? false : null,
  parts: BLOCKS.has(name) ? '\n' : CELLS.has(name) ? '\t' : null,
  silent: SILENT.has(name),
  leads: LEADS.has(name),
  gathered: (GATHERED as readonly string[]).indexOf(name),
  id,
}))

/** All about a name as written in the source; the same object for the same name as long as it is kept. */
export const tagAt = (source: string, from: number, to: number): Tag => tags.at(source, from, to)
export const DIV = tags.of('div')

/** The attributes that most elements have, or that readers ask of every element: a bit for each. */
const MARKED = words(
  'class id hidden style onclick data-href href src title alt querydata data-target data-tab aria-controls',
)
const bit = (...names: string[]): number =>
  names.reduce((bits, name) => bits | (1 << MARKED.indexOf(name)), 0)
export const MARKS = {
  class: bit('class'),
  id: bit('id'),
  hides: bit('hidden', 'style'),
  acts: bit('onclick', 'data-href'),
  says: bit('title', 'alt'),
  leads: bit('href', 'src'),
  asks: bit('querydata'),
  shows: bit('data-target', 'data-tab', 'aria-controls'),
} as const

export interface AttributeName {
  /** In lower case. */
  readonly name: string
  /** Its bit among MARKED, or 0. */
  readonly mark: number
}

const attributes = new Names<AttributeName>((name) => ({
  name,
  mark: MARKED.includes(name) ? bit(name) : 0,
}))

export const attributeAt = (source: string, from: number, to: number): AttributeName =>
  attributes.at(source, from, to)
