/**
 * The main text of a page (menus, trail, toolbars, footer and dialogs left out), its excerpt, and a hash that stays
 * the same when only counters and clocks change.
 */
import { sha256 } from '#base/hash'
import { squash } from '#base/text'
import type { Page } from '#model/page'
import type { Regions } from './regions.ts'
import { panelTexts } from './script-boxes.ts'
import { childrenOf, type El, type PageTree } from './tree.ts'

const MAX_EXCERPT = 20_000
/** Toolbar and share lines that leak into the text (domain rules H, K). */
const NOISE =
  /^(?:【?(?:打印|关闭|收藏|大|中|小|字体|分享到?|返回顶部|上一篇|下一篇|扫一扫.{0,20}|您访问的链接即将离开.{0,60}|辅助浏览|轻松阅读|读屏|放大|缩小|配色|大鼠标|辅助线|显示屏|指读|连读|语速|退出)】?[ |：:[\]]*)+$/
const MOVING =
  /(?:浏览|点击|阅读|访问|查看|人气|热度)(?:次数|量|数|率)?[ ：:]*\[?\d*\]?[ 次]*|今天是[^\n]{0,40}|现在时间[^\n]{0,30}|\d{1,2}:\d{2}:\d{2}/g

export interface MainText {
  readonly text: Page['text']
  readonly hash: string
  /** Range in the running text. */
  readonly range: readonly [from: number, to: number]
  readonly el: El | null
}

export function readMainText(tree: PageTree, regions: Regions): MainText {
  const { main } = regions
  const range: [number, number] = main ? [main.from, main.to] : bodyRange(regions)
  const lines: string[] = []
  let length = 0
  for (const raw of tree.flat.slice(range[0], range[1]).split('\n')) {
    const line = squash(raw)
    if (line === '' || (line.length < 60 && NOISE.test(line))) continue
    length += line.length
    lines.push(line)
  }
  for (const line of main ? [...tabLabels(tree, main), ...panelTexts(tree, main)] : []) {
    if (lines.includes(line)) continue
    length += line.length
    lines.push(line)
  }
  const whole = lines.join('\n')
  return {
    text: {
      length,
      excerpt: whole.slice(0, MAX_EXCERPT),
      at: main ? [main.start, main.end] : null,
    },
    hash: sha256(`${tree.headTitle ?? ''}\n${whole.replace(MOVING, '')}`).slice(0, 32),
    range,
    el: main,
  }
}

/** Longest row of tabs, and longest name of one. */
const MAX_TABS = 120
const MAX_LABEL = 12
const TAB_ROW = /tab|pills|switch|xxk|qiehuan/i

/**
 * Names of the tabs of which the main text is the panel that stands open: a row before it whose parts change the page in
 * place (no link leads away). They say what the page holds as its panels do.
 */
function tabLabels(tree: PageTree, main: El): readonly string[] {
  let at: El = main
  for (let climb = 0; climb < 3 && at.parent !== null; climb++, at = at.parent) {
    const row = textBefore(tree, at, at.parent)
    if (row === null || row.hidden || row.to - row.from > MAX_TABS) continue
    const parts = leavesOf(tree, row)
    const labels = parts.map((part) => squash(tree.flat.slice(part.from, part.to)))
    if (labels.length < 2 || labels.some((label) => label === '' || label.length > MAX_LABEL))
      continue
    if (
      parts.every((part) => changesInPlace(tree, part)) ||
      (TAB_ROW.test(namesOf(row)) && parts.every((part) => leadsNowhere(tree, part)))
    )
      return labels
  }
  return []
}

/** The nearest child of `parent` before `at` that has text. */
function textBefore(tree: PageTree, at: El, parent: El): El | null {
  for (let i = at.i - 1; i > parent.i; ) {
    let one = tree.els[i] ?? null
    while (one !== null && one.parent !== parent) one = one.parent
    if (one === null || one.to > one.from) return one
    i = one.i - 1
  }
  return null
}

/** The row's parts: its children, or those of the one list in it. */
function leavesOf(tree: PageTree, row: El): readonly El[] {
  const withText = (el: El): readonly El[] =>
    childrenOf(tree, el).filter((one) => one.to > one.from)
  let own = withText(row)
  for (let only = own[0]; own.length === 1 && only !== undefined; only = own[0])
    own = withText(only)
  return own
}

const namesOf = ({ attrs }: El): string => `${attrs.class ?? ''} ${attrs.id ?? ''}`

/** Nothing is linked in it, or by script or fragment only. */
function leadsNowhere(tree: PageTree, part: El): boolean {
  return tree.els
    .slice(part.i, part.last)
    .every(({ tag, attrs }) => tag !== 'a' || /^(?:#|javascript:|$)/i.test(attrs.href ?? ''))
}

/** A part that a script listens to by a mark of its own. */
function changesInPlace(tree: PageTree, part: El): boolean {
  const marked = Object.keys(part.attrs).some((name) =>
    /^(?:onclick|onmouseover|role|data-)/.test(name),
  )
  return leadsNowhere(tree, part) && (marked || part.tag === 'button')
}

/** From behind the trail (or the head) to the footer. */
export function bodyRange(regions: Regions): [number, number] {
  const from = regions.trail ? regions.trail.el.to : 0
  return [Math.min(from, regions.footer[0]), Math.max(from, regions.footer[0])]
}
