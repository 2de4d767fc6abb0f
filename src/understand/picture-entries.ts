/**
 * Entries that only a picture links: the title and the day stand beside it as plain words (`<a><img></a><br>title<br>day`).
 * Which pictures say something by themselves is read in `pictures.ts`.
 */
import { squash } from '#base/text'
import { isIssue } from './list-records.ts'
import type { El, PageTree } from './tree.ts'

/** Ancestors looked at for the words beside a picture, and what an entry's box holds at most. */
const MAX_CLIMB = 3
const MAX_INSIDE = 30
const MAX_WORDS = 120
/** A title among the words. */
const TITLE = /[\u4e00-\u9fff]{4}/

/** A link of a picture alone, in a box with a title that nothing else links. */
export function isCaptioned(tree: PageTree, link: El): boolean {
  const target = link.attrs.href ?? ''
  if (target === '' || /^(?:javascript|#)/i.test(target)) return false
  if (!tree.els.slice(link.i + 1, link.last).some((el) => el.tag === 'img')) return false
  let box = link.parent
  for (let climb = 0; box !== null && box.to === box.from && climb < MAX_CLIMB; climb++)
    box = box.parent
  if (box === null || box.tag === 'body' || box.last - box.i > MAX_INSIDE) return false
  const words = squash(tree.flat.slice(box.from, box.to))
  if (words.length > MAX_WORDS || !(TITLE.test(words) || isIssue(words))) return false
  return !tree.els
    .slice(box.i, box.last)
    .some((el) => el.tag === 'a' && (el.to > el.from || el.attrs.href !== target))
}
