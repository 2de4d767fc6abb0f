/**
 * What names a list: the heading printed before it, the tab it belongs to, and its 更多 link. Looks outwards from the
 * list's box, a few levels and siblings only; what the list holds is read in `lists.ts`.
 */
import { squash } from '#base/text'
import type { Regions } from './regions.ts'
import { targetOf } from './targets.ts'
import { childrenOf, type El, type PageTree, wordsOf } from './tree.ts'

/** Words of a link that leads to the whole list. */
export const MORE = /^[[【<《]?\s*(更多|查看更多|more|详细|进入|全部|>>|»|\+)\s*.{0,6}$/i

/** The first row of a table of boxes says what its cells hold, not whose list it is. */
const HEAD_ROW = /(?:标题|名称|序号|文号|主题)[\s\S]*(?:日期|时间)\s*$/

/** Heading text and 更多 link printed just before (or inside the box of) a list; `first` is its first entry, where that stands in a plain box. */
export function headingOf(
  tree: PageTree,
  regions: Regions,
  container: El,
  base: string,
  first?: El,
): { heading: string | null; moreUrl: string | null } {
  let moreUrl: string | null = null
  // `<div><h3>最新公开</h3><p>…</p><p>…</p></div>`: the heading is the box's own first child.
  if (first?.parent === container) {
    const children = childrenOf(tree, container)
    for (const lead of children.slice(0, children.indexOf(first)).slice(-2).reverse()) {
      const text = tree.flat.slice(lead.from, lead.to)
      if (text.length > 60 || /\d{4}[-年/.]\d/.test(text) || isTrail(regions, lead)) break
      moreUrl ??= moreIn(tree, lead, base)
      const other = isLikeBox(tree, lead, first) || HEAD_ROW.test(text)
      const heading = other ? null : headingIn(tree, lead, null, base)
      if (heading) return { heading: heading.text, moreUrl: heading.url ?? moreUrl }
    }
  }
  let inner = container
  /** Which of several like boxes the list stands in: the n-th tab then names it. */
  let tab: { order: number; count: number } | null = null
  for (let climb = 0; climb < 5; climb++) {
    const box = inner.parent
    if (!box || box.tag === 'body' || box.tag === 'html') break
    const siblings = childrenOf(tree, box)
    const at = siblings.indexOf(inner)
    moreUrl ??= moreIn(tree, siblings[at + 1], base)
    for (let k = at - 1; k >= Math.max(0, at - 4); k--) {
      const sibling = siblings[k]
      if (!sibling || sibling.to - sibling.from > 160) break
      const text = tree.flat.slice(sibling.from, sibling.to)
      if (/\d{4}[-年/.]\d/.test(text) || HEAD_ROW.test(text) || isTrail(regions, sibling)) continue
      if (isLikeBox(tree, sibling, inner)) continue
      moreUrl ??= moreIn(tree, sibling, base)
      const heading = headingIn(tree, sibling, tab, base)
      if (heading) return { heading: heading.text, moreUrl: heading.url ?? moreUrl }
    }
    const like = siblings.filter((one) => one.tag === inner.tag)
    if (like.length > 1) tab = { order: like.indexOf(inner), count: like.length }
    inner = box
  }
  return { heading: null, moreUrl }
}

/** A box of the same make beside a list holds a list of its own, never the heading. */
function isLikeBox(tree: PageTree, sibling: El, inner: El): boolean {
  if (sibling.tag !== inner.tag) return false
  const cls = inner.attrs.class ?? ''
  if (cls !== '' && cls === (sibling.attrs.class ?? '')) return true
  for (let i = sibling.i; i < sibling.last; i++) {
    const tag = tree.els[i]?.tag
    if (tag === 'li' || tag === 'tr') return true
  }
  return false
}

function isTrail(regions: Regions, el: El): boolean {
  const trail = regions.trail?.el
  return (
    trail !== undefined &&
    ((trail.i >= el.i && trail.i < el.last) || (el.i >= trail.i && el.i < trail.last))
  )
}

function moreIn(tree: PageTree, el: El | undefined, base: string): string | null {
  if (!el || el.to - el.from > 160) return null
  for (let i = el.i; i < el.last; i++) {
    const one = tree.els[i]
    if (one?.tag !== 'a') continue
    const text = wordsOf(tree, one)
    if (MORE.test(text) || MORE.test(one.attrs.title ?? '')) return targetOf(one, base)?.url ?? null
  }
  return null
}

function headingIn(
  tree: PageTree,
  el: El,
  tab: { order: number; count: number } | null,
  base: string,
): { text: string; url: string | null } | null {
  const lines = tree.flat
    .slice(el.from, el.to)
    .split(/[\n\t|]/)
    .map((line) =>
      squash(line)
        .replace(/(?:更多|more)[^\u4e00-\u9fff]{0,8}$|\s*[>＞»]{1,3}$/i, '')
        .trim(),
    )
    .filter((line) => line !== '' && !MORE.test(line))
  if (lines.length === 0 || lines.some((line) => line.length > 24)) return null
  // A row of tabs: the n-th tab names the n-th of the boxes below.
  const tabs: El[] = []
  for (let i = el.i; i < el.last; i++) {
    const one = tree.els[i]
    if (!one || (one.tag !== 'a' && one.tag !== 'li') || one.to === one.from) continue
    if (MORE.test(wordsOf(tree, one))) continue
    const outer = tabs[tabs.length - 1]
    if (outer && one.i < outer.last) tabs.pop()
    tabs.push(one)
  }
  const named = tab !== null && tabs.length === tab.count ? tabs[tab.order] : undefined
  if (!named && lines.length === 1 && tabs.length < 2) {
    const text = lines[0] ?? ''
    // The heading may itself lead to the whole list.
    const [linked] = tabs
    const url =
      linked?.tag === 'a' && wordsOf(tree, linked) === text ? targetOf(linked, base) : null
    return /[\u4e00-\u9fff]{2}|[A-Za-z]{4}/.test(text) ? { text, url: url?.url ?? null } : null
  }
  const own = named ?? tabs[0]
  if (!own) return { text: lines[0] ?? '', url: null }
  return { text: wordsOf(tree, own), url: targetOf(own, base)?.url ?? null }
}
