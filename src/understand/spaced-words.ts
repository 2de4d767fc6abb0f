/**
 * Words spaced out for looks (文　号, 更 新 周 期：, 索&nbsp;引&nbsp;号): a cell or line that is nothing else, or a label that begins
 * one. Tells which blanks of the running text fall away, so that every reader meets the word itself. A blank between two
 * elements is left: there two words may stand.
 */

import type { El, Pieces } from './tree.ts'

/** A line or cell of single characters, or one that begins with them and a colon; with what parts it from the one before. */
const SPACED = /(?:^|[\n\t]) ?([\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,7})(?= ?(?:[：:\n\t]|$))/g

/** Positions of the blanks, ascending. */
export function spacedBlanks(
  flat: string,
  isEdge: (position: number) => boolean,
): readonly number[] {
  const blanks: number[] = []
  for (const { 0: all, 1: word = '', index } of flat.matchAll(SPACED)) {
    const inside: number[] = []
    let whole = true
    const end = index + all.length
    for (let at = end - word.length + 1; at < end; at += 1) {
      if (isEdge(at)) whole = false
      if (flat.charCodeAt(at) === 0x20) inside.push(at)
    }
    if (whole) blanks.push(...inside)
  }
  return blanks
}

/** A text in the making: its parts, the runs they came in, the elements around them. */
interface Text {
  readonly parts: string[]
  readonly pieces: Pieces
  readonly els: readonly El[]
}

/**
 * Takes single blanks out of a text, `at` ascending, and moves all positions in it; what follows a blank in the same run
 * is a run of its own. `sourceOf`: where a character of the text stands in the source.
 */
export function closeBlanks(
  { parts, pieces, els }: Text,
  at: readonly number[],
  sourceOf: (position: number) => number,
): void {
  const flat = parts.join('')
  const moved = (position: number): number => position - countBelow(at, position)
  const cut: Pieces = { flat: [], start: [], end: [], cut: [] }
  const add = (from: number, start: number, end: number, isCut: boolean): void => {
    cut.flat.push(moved(from))
    cut.start.push(start)
    cut.end.push(end)
    cut.cut.push(isCut)
  }
  for (const [i, from] of pieces.flat.entries()) {
    const until = pieces.flat[i + 1] ?? flat.length
    const end = pieces.end[i] ?? 0
    add(from, pieces.start[i] ?? 0, end, pieces.cut[i] === true)
    for (let k = countBelow(at, from); k < at.length; k += 1) {
      const behind = (at[k] ?? until) + 1
      if (behind > until) break
      if (behind < until) add(behind, sourceOf(behind), end, false)
    }
  }
  Object.assign(pieces, cut)
  for (const el of els) {
    el.from = moved(el.from)
    el.to = moved(el.to)
  }
  const kept: string[] = []
  let from = 0
  for (const blank of at) {
    kept.push(flat.slice(from, blank))
    from = blank + 1
  }
  parts.splice(0, parts.length, ...kept, flat.slice(from))
}

/** How many of the ascending numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
