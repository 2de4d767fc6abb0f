/**
 * Which cells of tables are open, and whether the one that closed last was a single line: `<td><p>甲</p></td><td><p>乙</p></td>`,
 * as word processors write a row, is one line as `<td>甲</td><td>乙</td>` is.
 */

/** What a word processor wraps a cell's text in. */
const WRAPS = new Set(['p', 'div', 'center', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

export class CellLines {
  /** Innermost last: where each begins in the text, and how many lines had ended before. */
  readonly #open: { readonly from: number; readonly lines: number }[] = []
  #lines = 0
  #single = true

  get inside(): boolean {
    return this.#open.length > 0
  }

  /** The cell that closed last held one line. */
  get single(): boolean {
    return this.#single
  }

  enter(from: number): void {
    this.#open.push({ from, lines: this.#lines })
  }

  leave(): void {
    this.#single = this.#open.pop()?.lines === this.#lines
  }

  lineEnds(): void {
    this.#lines += 1
  }

  /** Only the wrap of a cell's first words: nothing of the cell stands before `at`. */
  wrapsFirst(name: string, at: number): boolean {
    return this.#open[this.#open.length - 1]?.from === at && WRAPS.has(name)
  }
}
