/**
 * Days in lists stand beside the titles of entries, and such a title may end or begin with the words that elsewhere tell what
 * a day is of. Read from the link alone: what the day is, messages say.
 */
import { type El, type PageTree, textOf } from './tree.ts'

/** Longest name of an asker or an office that is a link. */
const MAX_NAME = 8
/** 网友留言: longer, a link is more than the word. */
const MAX_WORD = 4

/**
 * 网民留言办理情况统计 [2026-09-03], 征求意见情况的反馈 [2026-08-18]: where the words before a day end the title of an entry, a
 * link with its day beside it, nobody asked and nobody replied. `label`: letters of the words that may be a label.
 */
export function isTitleBefore(tree: PageTree, day: number, label = MAX_NAME): boolean {
  const ahead = tree.flat.slice(Math.max(0, day - 8), day)
  const at = day - ahead.length + ahead.replace(/[\s:：[【（(]+$/, '').length - 1
  const link = titleAt(tree, at, Math.min(label, MAX_NAME))
  return link !== null && link.to <= day
}

/** 2026-10-23 反映小区垃圾清运不及时: the word behind the day begins the title of an entry. */
export function isTitleBehind(tree: PageTree, day: number): boolean {
  const behind = tree.flat.slice(day, day + 8)
  const at = day + behind.length - behind.replace(/^[\s:：\]】）)]+/, '').length
  const link = titleAt(tree, at, MAX_WORD)
  return link !== null && link.from >= day
}

/** The link whose words stand there, where they are more than a name. */
function titleAt(tree: PageTree, at: number, name: number): El | null {
  let el = tree.elementAt(at, at + 1)
  while (el !== null && el.tag !== 'a') el = el.parent
  return el !== null && textOf(tree, el).length > name ? el : null
}

const STEP = /^(?:li|tr|dd|article|section)$/

/**
 * `<li>2026-09-07 群众来信</li><li>2026-09-08 转办</li>`: where each step begins with its day, the day behind the words of one is the
 * next one's.
 */
export function isOtherStep(tree: PageTree, day: number): boolean {
  const ahead = tree.flat.slice(Math.max(0, day - 8), day)
  const at = day - ahead.length + ahead.replace(/[\s:：[【（(]+$/, '').length - 1
  let el = tree.elementAt(at, at + 1)
  while (el !== null && !STEP.test(el.tag)) el = el.parent
  return el !== null && el.to <= day && DAY.test(tree.flat.slice(el.from, at))
}
const DAY = /\d{1,2} ?[-/.月] ?\d{1,2}/

const MAX_PARTS = 40

/** `<a>小区停水</a> 来信时间：…`: the one link of the entry's own box, between the entry before it and the labels. */
export function linkAbove(
  tree: PageTree,
  first: { readonly from: number; readonly to: number } | null,
  behind: number,
): El | null {
  let el = first === null ? null : tree.elementAt(first.from, first.to)
  for (let climb = 0; first !== null && el?.parent && climb < 4; climb++, el = el.parent) {
    // A box of so many parts holds more than one entry.
    if (el.parent.last - el.parent.i > MAX_PARTS) return null
    const links = tree.els
      .slice(el.parent.i, el.parent.last)
      .filter((one) => one.tag === 'a' && one.from >= behind && one.to <= first.from)
      .filter((one) => /^.{4,80}$/.test(textOf(tree, one)))
    if (links.length > 0) return links.length === 1 ? (links[0] ?? null) : null
  }
  return null
}
