/**
 * HTML source → the events of its tags, texts and comments, in one pass over the characters and without recursion.
 * Same events as htmlparser2's parser in HTML mode (a test holds the two side by side), at half its cost: one look-up
 * says all about a tag, texts and attribute values are searched for their end instead of stepped through. Character
 * references are left to that library. Decides nothing about meaning.
 */
import { attributeAt, DIV, type Tag, tagAt } from './html-names.ts'
import { references } from './references.ts'

/** Positions are offsets in the source; `end` is the offset behind the event's last character. */
export interface MarkupEvents {
  /** Positions of an element not written are those of what implied it; `marks`: which of MARKS its attributes have. */
  open(tag: Tag, attrs: Attributes, start: number, end: number, marks: number): void
  close(tag: Tag, end: number): void
  text(data: string, start: number, end: number): void
  comment(data: string, start: number, end: number): void
  /** Asked after each tag: true ends the reading there. */
  full(): boolean
}

export type Attributes = Readonly<Record<string, string>>
const NO_ATTRIBUTES: Attributes = Object.freeze({})

const SLASH = 0x2f
const GT = 0x3e
const EQ = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const DASH = 0x2d
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d
const isLetter = (code: number): boolean => {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** Reads `source` from its first to its last character; true when `events.full()` ended it before. Never throws. */
export function readMarkup(source: string, events: MarkupEvents): boolean {
  return new Reader(source, events).run()
}

/** Names of so many numbers are counted without looking them up. */
const COUNTED = 256
const isCounted = ({ id }: Tag): boolean => id >= 0 && id < COUNTED

const STORE_TYPE = /text\/xml/i
const STORE = /<script([^>]{0,200}text\/xml[^>]{0,200})>/gi

/**
 * Hanweb's jpage keeps the first list records as HTML inside `<script type="text/xml">`, and the page's own script
 * prints them. Opens such stores in place, character for character, so that positions keep their meaning.
 */
function openStores(source: string): string {
  const close = /<\/script>/gi
  let opened = ''
  let from = 0
  for (const { 0: tag, 1: attrs, index } of source.matchAll(STORE)) {
    if (index < from) continue
    close.lastIndex = index + tag.length
    const end = close.exec(source)
    if (end === null) break
    const body = source.slice(index + tag.length, end.index)
    if (!body.includes('<record>')) continue
    const bare = body.replaceAll('<![CDATA[', '         ').replaceAll(']]>', '   ')
    opened += `${source.slice(from, index)}<div   ${attrs}>${bare}</div>   `
    from = end.index + end[0].length
  }
  return opened + source.slice(from)
}

class Reader {
  #source: string
  readonly #events: MarkupEvents
  readonly #length: number
  /** Open elements, the innermost last. */
  readonly #open: Tag[] = []
  /** How many of each name are open: an end tag that ends nothing is not looked for. */
  readonly #count = new Uint32Array(COUNTED)
  /** The same for all other names. */
  readonly #rare = new Map<string, number>()
  readonly #foreign: boolean[] = [false]
  #selfClosed = false
  #marks = 0
  #opened = false
  #at = 0
  /** Where the next event begins. */
  #start = 0
  /** The next `&` from here on (the length where there is none): most texts have none. */
  #ampersand = -1

  constructor(source: string, events: MarkupEvents) {
    this.#source = source
    this.#events = events
    this.#length = source.length
  }

  run(): boolean {
    let from = 0
    while (from < this.#length) {
      const source = this.#source
      let lt = source.indexOf('<', from)
      // A `<` that opens nothing is text.
      while (lt >= 0 && !this.#opensSomething(lt)) lt = source.indexOf('<', lt + 1)
      const end = lt < 0 ? this.#length : lt
      if (end > from) this.#text(from, end, null)
      if (lt < 0) break
      this.#at = lt
      if (!this.#markup(lt)) {
        // Cut off in the middle of a tag: it is none.
        this.#at = this.#length
        break
      }
      if (this.#events.full()) {
        this.#finish()
        return this.#at < this.#length
      }
      from = this.#at
    }
    this.#finish()
    return false
  }

  #opensSomething(lt: number): boolean {
    const code = this.#source.charCodeAt(lt + 1)
    if (isLetter(code) || code === 0x21 || code === 0x3f) return true
    if (code !== SLASH) return false
    // `</>` is text as well.
    const at = this.#skipSpace(lt + 2)
    return at < this.#length && this.#source.charCodeAt(at) !== GT
  }

  /** `within`: the raw element around it. */
  #text(from: number, end: number, within: Tag | null): void {
    if ((within === null || within.decoded) && this.#hasAmpersand(from, end)) {
      const { pieces, ends } = references.inText(this.#source.slice(from, end), within)
      for (let i = 0; i < pieces.length; i += 1) this.#put(pieces[i] ?? '', from + (ends[i] ?? 0))
    } else this.#put(this.#source.slice(from, end), end)
  }

  #put(data: string, end: number): void {
    this.#events.text(data, this.#start, end)
    this.#start = end
  }

  #hasAmpersand(from: number, end: number): boolean {
    if (this.#ampersand < from) {
      const next = this.#source.indexOf('&', from)
      this.#ampersand = next < 0 ? this.#length : next
    }
    return this.#ampersand < end
  }

  #skipSpace(at: number): number {
    let next = at
    while (next < this.#length && isSpace(this.#source.charCodeAt(next))) next += 1
    return next
  }

  /** One piece of markup at `lt`; false when the source ends within it. */
  #markup(lt: number): boolean {
    const code = this.#source.charCodeAt(lt + 1)
    if (code === SLASH) return this.#endTag(lt)
    if (code === 0x21) return this.#declaration(lt)
    if (code === 0x3f) return this.#skipTo(this.#source.indexOf('>', lt + 2))
    return this.#startTag(lt)
  }

  /** Goes on behind `gt`, with nothing to tell. */
  #skipTo(gt: number): boolean {
    if (gt < 0) return false
    this.#at = gt + 1
    this.#start = gt + 1
    return true
  }

  #comment(data: string, end: number): true {
    this.#events.comment(data, this.#start, end)
    this.#at = end
    this.#start = end
    return true
  }

  /** `<!--…-->`, `<![CDATA[…]]>` (a comment in HTML) or a declaration. What is left open runs to the end. */
  #declaration(lt: number): boolean {
    const source = this.#source
    if (source.startsWith('--', lt + 2)) {
      // The opening dashes may be the closing ones as well.
      const end = source.indexOf('-->', lt + 2)
      if (end < 0) return this.#comment(source.slice(lt + 4), this.#length)
      return this.#comment(source.slice(lt + 4, end), end + 3)
    }
    if (source.startsWith('[CDATA[', lt + 2)) {
      const end = source.indexOf(']]>', lt + 9)
      const data = source.slice(lt + 9, end < 0 ? this.#length : end)
      return this.#comment(`[CDATA[${data}]]`, end < 0 ? this.#length : end + 3)
    }
    const code = source.charCodeAt(lt + 2)
    // The first character is taken whatever it is; of `<!-` the second too.
    const from = code === 0x5b ? lt + 3 : code === DASH ? lt + 4 : lt + 3
    return this.#skipTo(source.indexOf('>', from))
  }

  #endTag(lt: number): boolean {
    const source = this.#source
    const from = this.#skipSpace(lt + 2)
    if (!isLetter(source.charCodeAt(from))) {
      const gt = source.indexOf('>', from)
      if (gt < 0) return this.#comment(source.slice(from), this.#length)
      return this.#comment(source.slice(from, gt), gt + 1)
    }
    let end = from + 1
    for (; end < this.#length; end += 1) {
      const code = source.charCodeAt(end)
      if (code === GT || isSpace(code)) break
    }
    if (end >= this.#length) return false
    this.#closeNamed(tagAt(source, from, end), end)
    const gt = source.indexOf('>', end)
    this.#at = gt < 0 ? this.#length : gt + 1
    return true
  }

  /** An end tag whose name ends at `end`. */
  #closeNamed(tag: Tag, end: number): void {
    if (tag.foreign !== null) this.#foreign.pop()
    if (!tag.empty) {
      if (this.#isOpen(tag)) {
        for (let last = this.#pop(); last !== undefined; last = this.#pop()) {
          this.#events.close(last, end + 1)
          if (last.name === tag.name) break
        }
      } else if (tag.name === 'p') {
        // `</p>` alone is an empty paragraph.
        const from = this.#start
        this.#enter(tag, end + 1)
        this.#events.open(tag, NO_ATTRIBUTES, from, end + 1, 0)
        this.#events.close(tag, end + 1)
        this.#pop()
      }
    } else if (tag.name === 'br') {
      this.#events.open(tag, NO_ATTRIBUTES, this.#start, end + 1, 0)
      this.#events.close(tag, end + 1)
    }
    this.#start = end + 1
  }

  #isOpen(tag: Tag): boolean {
    if (this.#open[this.#open.length - 1]?.name === tag.name) return true
    return (isCounted(tag) ? (this.#count[tag.id] ?? 0) : (this.#rare.get(tag.name) ?? 0)) > 0
  }

  #counted(tag: Tag, change: 1 | -1): void {
    if (isCounted(tag)) this.#count[tag.id] = (this.#count[tag.id] ?? 0) + change
    else this.#rare.set(tag.name, (this.#rare.get(tag.name) ?? 0) + change)
  }

  #pop(): Tag | undefined {
    const tag = this.#open.pop()
    if (tag) this.#counted(tag, -1)
    return tag
  }

  /** Ends what `tag` ends, and makes it the innermost open element. */
  #enter(tag: Tag, end: number): void {
    if (tag.ends !== null) {
      for (
        let last = this.#open[this.#open.length - 1];
        last !== undefined && tag.ends.has(last.name);
        last = this.#open[this.#open.length - 1]
      ) {
        this.#pop()
        this.#events.close(last, end)
      }
    }
    if (tag.empty) return
    this.#open.push(tag)
    this.#counted(tag, 1)
    if (tag.foreign !== null) this.#foreign.push(tag.foreign)
  }

  #startTag(lt: number): boolean {
    const source = this.#source
    let end = lt + 2
    for (; end < this.#length; end += 1) {
      const code = source.charCodeAt(end)
      if (code === GT || code === SLASH || isSpace(code)) break
    }
    if (end >= this.#length) return false
    const named = tagAt(source, lt + 1, end)
    this.#selfClosed = false
    this.#marks = 0
    const bare = source.charCodeAt(end) === GT
    const attrs: Record<string, string> = bare ? NO_ATTRIBUTES : {}
    const gt = bare ? end : this.#attributes(end, attrs)
    if (gt < 0) return false
    const from = this.#start
    const tag = !bare && named.name === 'script' && this.#isStore(lt, end, gt) ? DIV : named
    this.#enter(tag, end + 1)
    this.#events.open(tag, attrs, from, gt + 1, this.#marks)
    if (tag.empty) this.#events.close(tag, gt + 1)
    this.#at = gt + 1
    this.#start = gt + 1
    if (this.#selfClosed) {
      const top = this.#open[this.#open.length - 1]
      if (this.#foreign[this.#foreign.length - 1] && top?.name === tag.name) {
        this.#pop()
        this.#events.close(tag, gt + 1)
      }
    } else if (tag.raw) this.#raw(tag, gt + 1)
    return true
  }

  /** A script that is a store of markup: from here on all stores of the page are open. */
  #isStore(lt: number, end: number, gt: number): boolean {
    if (this.#opened || !STORE_TYPE.test(this.#source.slice(end, gt))) return false
    this.#opened = true
    this.#source = openStores(this.#source)
    return this.#source.startsWith('div ', lt + 1)
  }

  /** Attributes of a start tag from behind its name; where its `>` stands, or -1. The first of a name counts. */
  #attributes(from: number, attrs: Record<string, string>): number {
    const source = this.#source
    const length = this.#length
    let at = from
    let slash = false
    while (at < length) {
      const code = source.charCodeAt(at)
      if (code === GT) {
        this.#selfClosed = slash
        return at
      }
      if (code === SLASH) {
        slash = true
        at += 1
        continue
      }
      if (isSpace(code)) {
        at += 1
        continue
      }
      slash = false
      // The first character belongs to the name whatever it is.
      let end = at + 1
      for (; end < length; end += 1) {
        const next = source.charCodeAt(end)
        if (next === EQ || next === GT || next === SLASH || isSpace(next)) break
      }
      if (end >= length) return -1
      const { name, mark } = attributeAt(source, at, end)
      const isNew = mark === 0 ? !Object.hasOwn(attrs, name) : (this.#marks & mark) === 0
      this.#marks |= mark
      at = this.#skipSpace(end)
      if (source.charCodeAt(at) !== EQ) {
        if (at >= length) return -1
        if (isNew) attrs[name] = ''
        continue
      }
      at = this.#skipSpace(at + 1)
      if (at >= length) return -1
      const quote = source.charCodeAt(at)
      let value: string
      if (quote === QUOTE || quote === APOSTROPHE) {
        const mark = quote === QUOTE ? '"' : "'"
        const close = source.indexOf(mark, at + 1)
        if (close < 0) return -1
        value = source.slice(at + 1, close)
        if (this.#hasAmpersand(at + 1, close)) value = references.inValue(value, mark)
        at = close + 1
      } else {
        let close = at
        for (; close < length; close += 1) {
          const next = source.charCodeAt(close)
          if (next === GT || isSpace(next)) break
        }
        if (close >= length) return -1
        value = source.slice(at, close)
        if (this.#hasAmpersand(at, close)) value = references.inValue(value, '')
        at = close
      }
      if (isNew) attrs[name] = value
    }
    return -1
  }

  /** Content of a raw element, up to its end tag. */
  #raw(tag: Tag, from: number): void {
    const source = this.#source
    let end = source.indexOf('</', from)
    for (; end >= 0; end = source.indexOf('</', end + 1)) {
      const after = end + 2 + tag.name.length
      const code = source.charCodeAt(after)
      if (code !== GT && !isSpace(code)) continue
      if (source.slice(end + 2, after).toLowerCase() === tag.name) break
    }
    const to = end < 0 ? this.#length : end
    if (to > from) this.#text(from, to, tag)
    this.#at = to
  }

  #finish(): void {
    for (let tag = this.#pop(); tag !== undefined; tag = this.#pop()) {
      this.#events.close(tag, this.#start + 1)
    }
  }
}
