/**
 * Tabs over nothing: a row of as many labels as there are boxes in the element beside it, and boxes in which nothing stands.
 * Boxes that a script could fill (a name to be found by, a script that writes) are left alone.
 */
import { squash } from '#base/text'
import type { PageVoid } from '#model/page'
import type { Regions } from './regions.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

const LEAST_PANES = 2
const MOST_PANES = 8
const LONGEST_LABEL = 12
const BOX = /^(?:div|ul|section|dd|td)$/
const FILLS =
  /\.(?:load|html|append|prepend|appendTo|innerHTML|appendChild)\b|document\.write|\$\.(?:ajax|get|post)|fetch\(|XMLHttpRequest|axios|Vue|React/

export function emptyPanes(
  tree: PageTree,
  regions: Regions,
  [from, to]: readonly [number, number],
): readonly PageVoid[] {
  if (tree.scripts.some(({ code }) => FILLS.test(code))) return []
  return tree.els.flatMap((el): readonly PageVoid[] => {
    if (el.from < from || el.to > to || !BOX.test(el.tag) || regions.of(el) === 'footer') return []
    const panes = childrenOf(tree, el)
    const bare = panes.filter((pane) => isBare(tree, pane))
    if (bare.length === 0 || panes.length < LEAST_PANES || panes.length > MOST_PANES) return []
    if (!panes.every(({ tag }) => BOX.test(tag)) || el.parent === null) return []
    const beside = childrenOf(tree, el.parent)
    const head = beside[beside.indexOf(el) - 1]
    const labels = head === undefined ? [] : labelsIn(tree, head)
    if (labels.length !== panes.length) return []
    return panes.flatMap((pane, i): readonly PageVoid[] => {
      const label = labels[i]
      if (label === undefined || !bare.includes(pane)) return []
      const quote = squash(tree.flat.slice(label.from, label.to))
      const at = tree.sourceSpan(label.from, label.to)
      return [{ kind: 'pane', name: quote, beside: panes.length - bare.length, quote, at }]
    })
  })
}

/** The labels that an element consists of, or a list within it; none where it says more. */
function labelsIn(tree: PageTree, el: El): readonly El[] {
  const children = childrenOf(tree, el)
  const [only, ...more] = children
  if (only !== undefined && more.length === 0) return labelsIn(tree, only)
  const isLabel = (one: El): boolean => {
    const words = squash(tree.flat.slice(one.from, one.to))
    return words.length >= 2 && words.length <= LONGEST_LABEL && /^[\u4e00-\u9fff]+$/.test(words)
  }
  // What leads elsewhere is a menu.
  const leads = tree.els
    .slice(el.i, el.last)
    .some(({ tag, attrs }) => tag === 'a' && !/^(?:#|javascript:|$)/i.test(attrs.href ?? ''))
  return children.length >= LEAST_PANES && !leads && children.every(isLabel) ? children : []
}

/** A style sheet may draw something on a box of another name. */
const PANE_CLASS = /^$|(?<![a-z])(?:tab|con|pane|bd|box|list|item|nr|body)/i

/** Nothing within, not even an element that could show something, and no name by which a script could find it. */
function isBare(tree: PageTree, pane: El): boolean {
  const within = tree.els.slice(pane.i, pane.last)
  return (
    squash(tree.flat.slice(pane.from, pane.to)) === '' &&
    PANE_CLASS.test(pane.classes) &&
    within.every(
      ({ tag, id, attrs }) =>
        /^(?:div|ul|li|p|section|dd|td|br|span)$/.test(tag) &&
        id === '' &&
        Object.keys(attrs).every((name) => /^(?:class|style|align)$/.test(name)),
    )
  )
}
