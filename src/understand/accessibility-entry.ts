/**
 * The entry to a site's accessible or elder-friendly version: printed words, a button, a picture or handler whose title says
 * it, or words that a script writes. Whether one is owed is for checks.
 */
import { clip, squash } from '#base/text'
import type { Page } from '#model/page'
import { isShown, scriptMatch } from './footer.ts'
import { MARKS } from './html-names.ts'
import { targetOf } from './targets.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

const ACCESS =
  /无障碍|适老|长者|长辈|(?:老年人?|老人|关怀|关爱|敬老|助老|银发|爱心|大字|大字体)(?:模式|版|助手|专区|专版|浏览|阅读)|(?:视障|读屏|辅助)(?:模式|版|浏览|阅读|专区)|读屏专用|轻松(?:模式|版|浏览|阅读)/

/** A picture to click on, whose description says what it is. */
function isPictureButton(tree: PageTree, el: El): boolean {
  const clicks = (one: El | null): boolean =>
    one !== null && (one.tag === 'a' || one.attrs.onclick !== undefined || clicks(one.parent))
  return clicks(el) && !el.hidden && tree.els.slice(el.i, el.last).some(isShown)
}

function isClickable(el: El): boolean {
  if (el.tag === 'a' || el.tag === 'button' || el.attrs.onclick !== undefined) return true
  // Scripts answer clicks on any of these.
  return /span|li|div|p|^(?:i|em|b|strong|font|label|d[dt]|td|h[1-6]|area)$/.test(el.tag)
}

/** First and last place where a text says it. */
function saidWithin(flat: string): readonly [first: number, last: number] | null {
  const first = flat.search(ACCESS)
  if (first < 0) return null
  const further = new RegExp(ACCESS, 'g')
  let last = first
  for (let found = first; found >= 0; found = further.exec(flat)?.index ?? -1) {
    last = found
    further.lastIndex = found + 1
  }
  return [first, last]
}

/** The first small element whose words say it, where it can be clicked. */
function printedEntry(tree: PageTree): El | null {
  const said = saidWithin(tree.flat)
  if (said === null) return null
  const [first, last] = said
  const says = (el: El): boolean =>
    el.to > first &&
    el.from <= last &&
    el.to - el.from <= 20 &&
    ACCESS.test(tree.flat.slice(el.from, el.to))
  for (const el of tree.els) {
    if (el.from > last) break
    if (!says(el)) continue
    // The innermost element that says it: what stands around it has words of its own.
    if (tree.els.slice(el.i + 1, el.last + 1).some(says)) continue
    if (el.last - el.i <= 4 && isClickable(el) && ACCESS.test(wordsOf(tree, el))) return el
  }
  return null
}

/** The first button that says it. */
function buttonEntry(tree: PageTree): El | null {
  const button = tree.tagged('input').find((el) => {
    if (el.hidden || !/^(?:button|submit)$/i.test(el.attrs.type ?? '')) return false
    const label = squash(el.attrs.value ?? '')
    return label.length <= 20 && ACCESS.test(label)
  })
  return button ?? null
}

/** The first link, picture or element with a handler whose title or alternative text says it. */
function titledEntry(tree: PageTree): El | null {
  let found: El | null = null
  for (const els of [tree.tagged('a'), tree.tagged('img'), tree.acting]) {
    for (const el of els) {
      if (found !== null && el.i >= found.i) break
      if ((el.marks & MARKS.says) === 0) continue
      if (els === tree.acting && el.attrs.onclick === undefined) continue
      const { title, alt } = el.attrs
      if ((title && ACCESS.test(title)) || (alt && ACCESS.test(alt))) found = el
    }
  }
  return found
}

/** Entry to the accessible or elder-friendly version. */
export function readAccessibilityEntry(tree: PageTree, base: string): Page['accessibilityEntry'] {
  const printed = printedEntry(tree)
  const button = buttonEntry(tree)
  if (printed !== null && (button === null || printed.i < button.i)) {
    const url = targetOf(printed, base)?.url ?? null
    return {
      label: wordsOf(tree, printed),
      url,
      where: 'visible',
      at: [printed.start, printed.end],
    }
  }
  if (button !== null) {
    const label = squash(button.attrs.value ?? '')
    return { label, url: null, where: 'visible', at: [button.start, button.end] }
  }
  const inAttribute = titledEntry(tree)
  if (inAttribute) {
    const label = squash(inAttribute.attrs.title ?? inAttribute.attrs.alt ?? '')
    const url = targetOf(inAttribute, base)?.url ?? null
    return {
      label: clip(label, 40),
      url,
      where: isPictureButton(tree, inAttribute) ? 'visible' : 'markup',
      at: [inAttribute.start, inAttribute.end],
    }
  }
  const scripted = scriptMatch(tree, ACCESS)
  return scripted ? { label: scripted.text, url: null, where: 'markup', at: scripted.at } : null
}
