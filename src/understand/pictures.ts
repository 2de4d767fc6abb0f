/**
 * Pictures that lead nowhere but may say something: a QR code of an account with its caption, a table put on the page
 * as a picture. Keeps those with words on them (alt, title), beside them or in front of them, unworded ones whose file
 * name tells a code, and some of the body, so that a page of pictures is not called empty; not the mark before each row of a list. What a picture shows is never guessed; linked pictures are links.
 */
import { isBlankText, squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { PagePicture } from '#model/page'
import { ON_DISK } from './bare-entries.ts'
import { isAccountCode } from './media-words.ts'
import type { Regions } from './regions.ts'
import { targetOf } from './targets.ts'
import type { El, PageTree } from './tree.ts'

const MAX_PICTURES = 120
const MAX_CAPTION = 60
/** Pictures without words: enough to know that something is shown. */
const MAX_WORDLESS = 30
const PLAYED = new Set(['video', 'audio'])
const SHOWN = new Set(['img', 'embed', 'object', ...PLAYED])
/** Drawn into the page itself: a chart of steps, a diagram; icons are small. */
const DRAWN = new Set(['svg', 'canvas'])
const LEAST_DRAWN = 150
const isLarge = ({ attrs }: El): boolean => {
  const [, , across] = (attrs.viewbox ?? attrs.viewBox ?? '').trim().split(/[\s,]+/)
  return Number.parseInt(attrs.width ?? across ?? '0', 10) >= LEAST_DRAWN
}
/** Ancestors looked at for words beside a picture. */
const MAX_CLIMB = 4
const CODE_FILE = /ewm|erwei|qr_?code|(^|[/_-])qr|weixin|wechat|weibo|gzh|(^|[/_-])(wx|wb)/i
const WORD = /[\p{Script=Han}A-Za-z]/u

export function readPictures(tree: PageTree, regions: Regions, base: string): PagePicture[] {
  const pictures: PagePicture[] = []
  let plain = 0
  for (const el of tree.els) {
    if (pictures.length >= MAX_PICTURES) break
    const isShown = SHOWN.has(el.tag) || (DRAWN.has(el.tag) && isLarge(el))
    if (!isShown || isLinked(el, base)) continue
    const inBody = isBody(regions, el)
    if (DRAWN.has(el.tag) && !inBody) continue
    const alt = wordsOrNull(el.attrs.alt) ?? wordsOrNull(el.attrs.title)
    const caption = captionOf(tree, el, inBody)
    // What is shown once it comes into view; `src` holds a stopgap until then.
    const late = el.attrs['data-src'] ?? el.attrs['data-original'] ?? el.attrs['lay-src']
    const src = late ?? el.attrs.src ?? sourceOf(tree, el)
    const wordless = alt === null && caption === null
    if (wordless && !inBody && !CODE_FILE.test(fileOf(src)) && regions.of(el) !== 'body') continue
    if (wordless && ++plain > MAX_WORDLESS) continue
    const url = src.startsWith('data:') || DRAWN.has(el.tag) ? null : resolveUrl(src, base)
    const isCode = url !== null && isAccountCode(alt, caption, fileOf(src))
    const at = [el.start, el.end] as const
    const more = {
      ...(isCode ? { code: true as const } : {}),
      ...(PLAYED.has(el.tag) ? { played: true as const } : {}),
      ...(!el.hidden && ON_DISK.test(src) ? { onDisk: src.trim().slice(0, MAX_CAPTION) } : {}),
    }
    pictures.push({ url, alt, caption, inBody, ...more, at })
  }
  return withoutMarks(pictures)
}

/** `<video><source src="…">`: the first of what may be played. */
function sourceOf({ els }: PageTree, el: El): string {
  if (!PLAYED.has(el.tag)) return ''
  const sources = els.slice(el.i + 1, el.last).filter(({ tag }) => tag === 'source')
  return sources.map(({ attrs }) => attrs.src).find((src) => src !== undefined) ?? ''
}

/** One wordless picture so many times on a page is the mark before each row (dot.gif). */
const LEAST_MARKS = 3
const MARK_FILE =
  /(?:^|\/)(?:dots?|point|icon|ico|arrow|bullet|line|spacer|blank|jt|xiaodian)[_-]?\d{0,3}\.(?:gif|png|jpe?g)(?:[?#]|$)/i

function withoutMarks(pictures: PagePicture[]): PagePicture[] {
  const times = new Map<string, number>()
  for (const { url, alt } of pictures)
    if (url !== null && alt === null) times.set(url, (times.get(url) ?? 0) + 1)
  if (times.size === 0) return pictures
  return pictures.filter(
    ({ url, alt }) =>
      url === null || alt !== null || ((times.get(url) ?? 0) < LEAST_MARKS && !MARK_FILE.test(url)),
  )
}

function isLinked(el: El, base: string): boolean {
  for (let at: El | null = el; at !== null; at = at.parent) {
    if (at.tag === 'a') return targetOf(at, base) !== null
  }
  return targetOf(el, base) !== null
}

function isBody(regions: Regions, el: El): boolean {
  const { main, trail } = regions
  if (main !== null && el.i >= main.i && el.i < main.last) return true
  return regions.of(el) === 'body' && trail !== null && el.i > trail.el.i
}

function fileOf(src: string): string {
  return src.startsWith('data:') ? '' : (src.split(/[?#]/)[0] ?? '')
}

function wordsOrNull(text: string | undefined): string | null {
  const words = squash(text ?? '').slice(0, MAX_CAPTION)
  return WORD.test(words) && !/\.(jpe?g|png|gif|bmp)$/i.test(words) ? words : null
}

/** Words of the smallest box around the picture; with several pictures in it, the line next to this one. */
function captionOf(tree: PageTree, el: El, inBody: boolean): string | null {
  let box = el.parent
  for (let step = 0; box !== null && step < MAX_CLIMB && box.tag !== 'body'; step++) {
    if (!isBlankText(tree.flat, box.from, box.to)) break
    box = box.parent
  }
  if (box !== null && box.tag !== 'body' && box.to - box.from <= MAX_CAPTION * 2) {
    const { before, after, alone } = neighbours(tree, box, el)
    const whole = wordsOrNull(tree.flat.slice(box.from, box.to))
    if (whole !== null && alone) return whole
    const below = wordsOrNull(firstLine(tree.flat.slice(el.to, after)))
    const near = below ?? wordsOrNull(lastLine(tree.flat.slice(before, el.from)))
    if (near !== null) return near
  }
  return inBody ? wordsOrNull(lastLine(tree.flat.slice(Math.max(0, el.from - 200), el.from))) : null
}

/** Text around the picture that belongs to no other picture of the box. */
function neighbours(
  tree: PageTree,
  box: El,
  el: El,
): { before: number; after: number; alone: boolean } {
  let alone = true
  let before = box.from
  let after = box.to
  for (let i = box.i + 1; i < box.last; i++) {
    const other = tree.els[i]
    if (other?.tag !== 'img' || other === el) continue
    alone = false
    if (other.i < el.i) before = Math.max(before, other.to)
    else after = Math.min(after, other.from)
  }
  return { before, after, alone }
}

function firstLine(text: string): string {
  return text.split(/[\n\t]/).find((line) => WORD.test(line)) ?? ''
}

function lastLine(text: string): string {
  return text.split(/[\n\t]/).findLast((line) => WORD.test(line)) ?? ''
}
