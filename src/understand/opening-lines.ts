/**
 * The title of a page that is nothing but a text, as Word's own HTML is: the centred lines that it opens with. Whether
 * the page has any other title is title.ts's to say.
 */
import { squash } from '#base/text'
import type { El, PageTree } from './tree.ts'

/** Lines of one title are no more, nor are its characters. */
const MAX_OPENING = 3
const MAX_TITLE = 120
/** What a letterhead or a signature prints centred too. */
const NO_OPENING = /文件$|〔\d{4}〕|[。；：:]|^[（(]|^\s*(?:19|20)\d\d\s*年[^年]{1,8}日\s*$/

/** A page that is nothing but a text (Word's own HTML): the centred lines that it opens with. */
export function centredOpening(tree: PageTree, main: El | null): [number, number] | null {
  if (main === null) return null
  let opening: [number, number] | null = null
  let count = 0
  for (const el of tree.els) {
    if (!/^(?:p|div|center|td)$/.test(el.tag) || el.from < main.from) continue
    const whole = tree.flat.slice(el.from, Math.min(el.to, el.from + 400)).trim()
    const text = squash(whole)
    // A box around several lines is looked at line by line.
    if (text === '' || whole.includes('\n') || (opening && el.from < opening[1])) continue
    // The first line that stands otherwise begins the text.
    if (!isCentred(el) || text.length > MAX_TITLE) return opening
    if (NO_OPENING.test(text) || el.linked > 0) {
      if (opening) return opening
      continue
    }
    count += 1
    if (count > MAX_OPENING) return null
    opening = [opening?.[0] ?? el.from, el.to]
  }
  return opening
}

function isCentred(el: El): boolean {
  return (
    el.tag === 'center' ||
    /^center$/i.test(el.attrs.align ?? '') ||
    /text-align:\s*center/i.test(el.attrs.style ?? '')
  )
}
