/**
 * A page of head, trail and foot only: nothing stands between the trail and the foot, neither text but the page's name
 * nor anything that could show something (pictures, frames, forms, scripts and places that a script could fill). Links
 * may stand there, as those of a menu beside the list: whether they are a menu's, and what other pages show there, is
 * own-content's business. Said only of pages whose trail and foot are plain. Likewise a page without any head.
 */
import { squash } from '#base/text'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

/** Elements that show nothing unless text stands in them. */
const PLAIN = new Set(
  `article br center col colgroup dd div dl dt font h1 h2 h3 h4 h5 h6 hr li main ol p section span strong b table
  tbody td th thead tr ul`.split(/\s+/),
)
/** Written by a script into an element that has no id of its own. */
const FILLS = /\.(?:load|html|append|prepend|appendTo|innerHTML|appendChild)\b|document\.write/
/** Marks before and between the entries of a menu. */
const BULLETS = /[◇◆•·・●○■□▪▶►»›→|｜]/gu
/** Words of a trail beside its entries: 您现在的位置：, separators. */
const TRAIL_EXTRA = 30

/** `name`: the page's heading, which may stand there. */
export function hasBareBody(tree: PageTree, regions: Regions, name: string | null): boolean {
  const { trail, footer } = regions
  if (trail === null || footer[1] <= footer[0] || footer[0] < trail.el.to) return false
  const said = squash(tree.flat.slice(trail.el.from, trail.el.to)).length
  if (said > trail.texts.join('').length + TRAIL_EXTRA) return false
  const foot = tree.sourceSpan(footer[0], footer[0] + 1)[0]
  const inside = tree.els.filter(
    (el) => el.start >= trail.el.end && el.start < foot && regions.of(el) !== 'footer',
  )
  if (!inside.every((el) => isPlain(el) || isLink(el))) return false
  let between = ''
  let at = trail.el.to
  for (const link of inside.filter((el) => el.tag === 'a')) {
    between += tree.flat.slice(at, Math.max(at, link.from))
    at = Math.max(at, link.to)
  }
  between = squash((between + tree.flat.slice(at, footer[0])).replace(BULLETS, ''))
  const own = [name, trail.texts.at(-1)].map((one) => squash(one ?? ''))
  if (between !== '' && !own.includes(between) && !isHeads(between, [...own, ...trail.texts]))
    return false
  return !tree.scripts.some(({ code, el }) => {
    // What the head or the foot writes stands there.
    const isWithin = el.start >= trail.el.end && el.start < foot
    return FILLS.test(isWithin ? code : code.replaceAll('document.write', ''))
  })
}

/**
 * A page without a trail, beneath whose heading nothing but plain elements, words and links stand: no form, no picture,
 * nothing that a script could fill. Whether these words and links are its own is own-content's business.
 */
export function hasPlainBody(tree: PageTree, regions: Regions, name: string | null): boolean {
  const own = squash(name ?? '')
  const { trail, footer } = regions
  if (trail !== null || own === '' || footer[1] <= footer[0]) return false
  const foot = tree.sourceSpan(footer[0], footer[0] + 1)[0]
  const heading = tree.els.find(
    (el) =>
      /^h[1-6]$/.test(el.tag) && el.end < foot && squash(tree.flat.slice(el.from, el.to)) === own,
  )
  if (heading === undefined) return false
  const below = tree.els.filter(
    (el) => el.start >= heading.end && el.start < foot && regions.of(el) !== 'footer',
  )
  return (
    below.every((el) => isPlain(el) || isLink(el)) &&
    !tree.scripts.some(({ code, el }) =>
      // What the foot writes of itself stands there.
      FILLS.test(el.start < foot ? code : code.replaceAll('document.write', '')),
    )
  )
}

/** The head of a menu is the column above, that of the page the column itself. */
function isHeads(words: string, names: readonly string[]): boolean {
  const longest = [...names].map(squash).sort((a, b) => b.length - a.length)
  const rest = longest.reduce((left, one) => (one === '' ? left : left.replace(one, '')), words)
  return rest.trim() === ''
}

/** Leads somewhere by itself: what a script opens may show anything. */
function isLink({ tag, attrs }: El): boolean {
  return (
    tag === 'a' &&
    /^(?:#top$|(?!javascript:|#|$))/i.test((attrs.href ?? '').trim()) &&
    Object.keys(attrs).every((key) => /^(?:href|title|target|class|style)$/.test(key)) &&
    !/url\(/i.test(attrs.style ?? '')
  )
}

/** Not shown themselves. */
const AROUND = new Set(['html', 'head', 'meta', 'title', 'link', 'base', 'body'])

/**
 * Nothing stands above the page's first words, and nothing that a style sheet could show there: no link leads anywhere, no
 * script writes, and what holds these words bears no name that a style could be given to.
 */
export function hasNoHead(tree: PageTree, links: number): boolean {
  if (links > 0 || tree.scripts.length > 0) return false
  const first = tree.flat.search(/\S/)
  if (first < 0) return false
  for (const el of tree.els) {
    if (el.from > first) break
    if (AROUND.has(el.tag)) {
      if (el.attrs.background !== undefined || el.attrs.style !== undefined) return false
      continue
    }
    const named = el.id !== '' || el.classes !== '' || el.attrs.style !== undefined
    if (named || !isPlain(el)) return false
    // An empty box before the words may be drawn large.
    if (el.to <= first && el.tag !== 'br' && el.tag !== 'hr') return false
  }
  return true
}

function isPlain(el: El): boolean {
  if (!PLAIN.has(el.tag)) return false
  return Object.entries(el.attrs).every(
    ([key, value]) =>
      /^(class|style|align|width|height|border|cell\w+|valign|bgcolor|colspan|rowspan|nowrap|size|color|face)$/.test(
        key,
      ) && !/url\(/i.test(value ?? ''),
  )
}
