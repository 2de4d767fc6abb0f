/**
 * The main text of a page (menus, trail, toolbars, footer and dialogs left out), its excerpt, and a hash that stays
 * the same when only counters and clocks change.
 */
import { sha256 } from '#base/hash'
import { squash } from '#base/text'
import type { Page } from '#model/page'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

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

/** From behind the trail (or the head) to the footer. */
export function bodyRange(regions: Regions): [number, number] {
  const from = regions.trail ? regions.trail.el.to : 0
  return [Math.min(from, regions.footer[0]), Math.max(from, regions.footer[0])]
}
