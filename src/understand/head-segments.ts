/**
 * The parts of a page's `<title>`, as the marks between them part it: page, column, site. Which part names what is
 * decided by those who ask.
 */
import { squash } from '#base/text'

const SEPARATORS =
  /\s*(?:[_|｜—–]+|--+|\s-\s|-(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])-|·(?=\s))\s*/

/** Several readers ask for those of the same `<title>`. */
let lastHead = ''
let lastSegments: readonly string[] = []

/** Segments of `<title>`, outer brackets removed. */
export function headSegments(headTitle: string | null): readonly string[] {
  if (headTitle === null) return []
  if (headTitle !== lastHead) {
    lastSegments = segmentsOf(headTitle)
    lastHead = headTitle
  }
  return lastSegments
}

function segmentsOf(headTitle: string): readonly string[] {
  return (
    headTitle
      .split(SEPARATORS)
      .map((part) => squash(part).replace(/^【(.+)】$/, '$1'))
      // Runs of search words are not names.
      .filter((part) => part !== '' && part.split(/[,，、]/).length < 4)
  )
}
