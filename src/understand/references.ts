/**
 * Character references of HTML (`&nbsp;`, `&#20013;`) read by htmlparser2's tokenizer, for pieces that hold an
 * ampersand. Decides nothing else.
 */
import { Tokenizer } from 'htmlparser2'
import type { Tag } from './html-names.ts'

/** Reads character references by htmlparser2: calls back for each run of plain text and each decoded character. */
class References {
  #plain: (start: number, end: number) => void = () => undefined
  #character: (code: number, end: number) => void = () => undefined
  readonly #tokenizer: Tokenizer

  constructor() {
    const nothing = (): void => undefined
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => this.#plain(start, end),
        ontextentity: (code, end) => this.#character(code, end),
        onattribdata: (start, end) => this.#plain(start, end),
        onattribentity: (code) => this.#character(code, 0),
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

  /** A text without tags, or all that stands within a raw element `within`; `put` gets each piece and its end. */
  inText(text: string, within: Tag | null, put: (data: string, end: number) => void): void {
    const before = within === null ? '' : `<${within.name}>`
    const piece = before + text
    this.#plain = (start, end) => put(piece.slice(start, end), end - before.length)
    this.#character = (code, end) => put(String.fromCodePoint(code), end - before.length)
    this.#run(piece)
  }

  /** An attribute's value; `quote` as written around it, or empty. */
  inValue(value: string, quote: string): string {
    const piece = `<a b=${quote}${value}${quote}>`
    let decoded = ''
    this.#plain = (start, end) => {
      decoded += piece.slice(start, end)
    }
    this.#character = (code) => {
      decoded += String.fromCodePoint(code)
    }
    this.#run(piece)
    return decoded
  }

  #run(piece: string): void {
    this.#tokenizer.reset()
    this.#tokenizer.write(piece)
    this.#tokenizer.end()
  }
}

export const references = new References()
