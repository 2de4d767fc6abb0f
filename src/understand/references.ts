/**
 * Character references of HTML (`&nbsp;`, `&#20013;`) read by htmlparser2's tokenizer, for pieces that hold an
 * ampersand. Decides nothing else.
 */
import { Tokenizer } from 'htmlparser2'
import type { Tag } from './html-names.ts'

/** Runs of plain text and decoded characters, in order, each with the end of what it was written as. */
export interface Decoded {
  readonly pieces: string[]
  readonly ends: number[]
}

/**
 * Reads character references by htmlparser2. Lives as long as the program, so it keeps no function of a page's own: the
 * engine's collector would keep the page with it, and by it the pages read before (measured: half of all trees).
 */
class References {
  #text = ''
  #pieces: string[] = []
  #ends: number[] = []
  readonly #tokenizer: Tokenizer

  constructor() {
    const nothing = (): void => undefined
    const plain = (start: number, end: number): void => this.#put(this.#text.slice(start, end), end)
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: plain,
        ontextentity: (code, end) => this.#put(String.fromCodePoint(code), end),
        onattribdata: plain,
        onattribentity: (code) => this.#put(String.fromCodePoint(code), 0),
        onattribend: nothing,
        onattribname: nothing,
        oncdata: nothing,
        onclosetag: nothing,
        oncomment: nothing,
        ondeclaration: nothing,
        onend: nothing,
        onopentagend: nothing,
        onopentagname: nothing,
        onprocessinginstruction: nothing,
        onselfclosingtag: nothing,
      },
    )
  }

  #put(piece: string, end: number): void {
    this.#pieces.push(piece)
    this.#ends.push(end)
  }

  /** A text without tags, or all that stands within a raw element `within`. */
  inText(text: string, within: Tag | null): Decoded {
    const before = within === null ? '' : `<${within.name}>`
    const { pieces, ends } = this.#run(before + text)
    return { pieces, ends: before === '' ? ends : ends.map((end) => end - before.length) }
  }

  /** An attribute's value; `quote` as written around it, or empty. */
  inValue(value: string, quote: string): string {
    return this.#run(`<a b=${quote}${value}${quote}>`).pieces.join('')
  }

  #run(text: string): Decoded {
    const pieces: string[] = []
    const ends: number[] = []
    this.#text = text
    this.#pieces = pieces
    this.#ends = ends
    this.#tokenizer.reset()
    this.#tokenizer.write(text)
    this.#tokenizer.end()
    return { pieces, ends }
  }
}

export const references = new References()
