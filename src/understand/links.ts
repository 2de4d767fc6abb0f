/**
 * Every address a page leads to, with its visible text and the part of the page it stands in: links, picture maps,
 * readable script calls, frames, meta refresh. Crawl chooses by area; checks cite the span.
 */
import { withoutTags } from '#base/bare-markup'
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { LinkArea, PageLink } from '#model/page'
import { MARKS } from './html-names.ts'
import type { FoundList } from './lists.ts'
import { readPopups } from './popups.ts'
import type { Regions } from './regions.ts'
import { readScriptMenus } from './script-menus.ts'
import type { MetaReading } from './tags.ts'
import { addressInScript, targetOf } from './targets.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

/** Chosen from a row of friends' sites (友情链接), it is where the visitor goes; other values are a form's. */
const WHOLE_ADDRESS = /^\s*https?:\/\/[\w-]+\./i

/** A page with more links than this is not read further; no real page comes near. */
const MAX_LINKS = 20_000

export function readLinks(
  tree: PageTree,
  regions: Regions,
  lists: readonly FoundList[],
  meta: MetaReading,
  base: string,
): PageLink[] {
  const links: PageLink[] = []
  const menus = readScriptMenus(tree, base)
  const inList = (el: El): boolean =>
    lists.some((list) => el.i >= list.container.i && el.i < list.container.last)
  for (const el of tree.leading) {
    if (links.length >= MAX_LINKS) break
    const at = [el.start, el.end] as const
    if (el.tag === 'iframe' || el.tag === 'frame') {
      const url = resolveUrl(el.attrs.src ?? '', base)
      if (url)
        links.push({
          url,
          text: squash(el.attrs.title ?? ''),
          title: null,
          area: 'main',
          how: 'frame',
          at,
        })
      continue
    }
    if (el.tag === 'option') {
      const value = el.attrs.value ?? ''
      const leads = WHOLE_ADDRESS.test(value) || (OWN_ADDRESS.test(value) && isJumpMenu(el))
      const url = leads ? resolveUrl(value, base) : null
      const text = squash(withoutTags(tree.source.slice(el.start, el.end)))
      const area = regions.of(el) === 'footer' ? 'footer' : 'other'
      if (url) links.push({ url, text, title: null, area, how: 'script', at })
      continue
    }
    const isLink = el.tag === 'a' || el.tag === 'area'
    if (!isLink && ((el.marks & MARKS.acts) === 0 || el.last - el.i > 40)) continue
    const target = targetOf(el, base)
    if (!target) continue
    const title = squash(el.attrs.title ?? '')
    const own = linkText(tree, el) || title
    const drawn = own === '' ? menus.names.get(el.attrs.id ?? '') : undefined
    links.push({
      url: target.url,
      text: drawn ?? own,
      title: title === '' ? null : title,
      area: drawn === undefined ? areaOf(regions, el, inList) : 'nav',
      how: target.how,
      ...(isGuarded(el) ? { guarded: true as const } : {}),
      at,
    })
  }
  for (const { unused, ...written } of writtenLinks(tree, base)) {
    const link: PageLink = { ...written, title: null, area: 'other', how: 'script' }
    links.push(unused === undefined ? link : { ...link, unused })
  }
  for (const { url, text, at } of menus.entries) {
    links.push({ url, text, title: null, area: 'nav', how: 'script', at })
  }
  for (const { url, at } of readPopups(tree, base))
    links.push({ url, text: '', title: null, area: 'other', how: 'script', at })
  if (meta.refresh) {
    const url = resolveUrl(meta.refresh.target, base)
    const { el } = meta.refresh
    if (url)
      links.push({
        url,
        text: '',
        title: null,
        area: 'other',
        how: 'refresh',
        at: [el.start, el.end],
      })
  }
  return links
}

/** `onclick="return tip(this.href)"`, `href="javascript:leave('http://…')"`: more than opening a window. */
function isGuarded({ attrs }: El): boolean {
  return [attrs.onclick ?? '', attrs.href ?? ''].some(
    (code, at) =>
      (at === 0 || /^javascript:/i.test(code)) &&
      /[A-Za-z_$]\w*\s*\(/.test(code.replace(/(?:window\.)?open\s*\(|void\s*\(/g, '')),
  )
}

/** An address on the portal itself: /col/col12/index.html, ./xz/. */
const OWN_ADDRESS = /^(?:\.{0,2}\/)[\w./?=&%-]{2,}$/
const JUMPS = /open\s*\(|location|href|jumpMenu/i

/** What is chosen in it is opened. */
function isJumpMenu(option: El): boolean {
  for (let at = option.parent; at !== null; at = at.parent)
    if (at.tag === 'select') return JUMPS.test(at.attrs.onchange ?? '')
  return false
}

export interface WrittenLink {
  readonly url: string
  readonly text: string
  readonly at: readonly [start: number, end: number]
  /** In a string that nothing on the page uses. */
  readonly unused?: true
}

/** Whole `<a href="…">…</a>` inside script text; a quote or plus inside means that the address is put together. */
const WRITTEN =
  /<a\s[^>]{0,300}?href=\\?["']([^"'\\\s<>+]{1,500})\\?["'][^>]{0,300}>([^<>]{0,200})/gi

/** Links that scripts write literally (`document.write('<a href="./P02.pdf">…</a>')`). */
export function writtenLinks(tree: PageTree, base: string): WrittenLink[] {
  const links: WrittenLink[] = []
  let asked = 0
  for (const script of tree.scripts) {
    if (!script.code.includes('<a ')) continue
    const comments = commentsIn(script.code)
    for (const match of script.code.matchAll(WRITTEN)) {
      const url = resolveUrl(match[1] ?? '', base)
      if (url === null || links.length >= 500) continue
      if (comments.some(([begin, end]) => begin < match.index && match.index < end)) continue
      asked += 1
      const unused = asked <= MOST_ASKED && isUnused(tree, script.code, match.index)
      const from = script.at[0] + match.index
      const text = squash((match[2] ?? '').replace(/['"]\s*\+[\s\S]*$/, ''))
      const at = [from, from + match[0].length] as const
      links.push({ url, text, at, ...(unused ? { unused } : {}) })
    }
  }
  return links
}

/** Links in scripts whose use on the page is looked for. */
const MOST_ASKED = 200
/** `var menu = '<a …`: a string begun with this name. */
const KEPT = /(?:^|[\n;{}])\s*(?:var|let|const)\s+([A-Za-z_$][\w$]*)\s*=\s*['"`][^;\n]{0,300}$/

/** Begins a comment where a statement may begin, unlike what stands in `Accept: "*\/*"` or `"image\/*"`. */
const COMMENT = /(?<=^|[\n;{}])[ \t]*\/([/*])/g

function commentsIn(code: string): readonly (readonly [begin: number, end: number])[] {
  const found: [number, number][] = []
  const begins = new RegExp(COMMENT)
  for (let match = begins.exec(code); match !== null; match = begins.exec(code)) {
    const end = code.indexOf(match[1] === '*' ? '*/' : '\n', begins.lastIndex)
    if (end < 0 && match[1] === '*') break
    found.push([match.index, end < 0 ? code.length : end])
    if (end < 0) break
    begins.lastIndex = end
  }
  return found
}

/** In a string that no script of the page itself uses again; one kept in a file of its own still may. */
function isUnused(tree: PageTree, code: string, at: number): boolean {
  const name = KEPT.exec(code.slice(Math.max(0, at - 400), at))?.[1]
  if (name === undefined) return false
  const used = new RegExp(`(?<![\\w$'"/.-])${name.replaceAll('$', '\\$')}(?![\\w$'"/-])`, 'g')
  return (codeOf(tree).match(used) ?? []).length === 1
}

const CODE = new WeakMap<PageTree, string>()

/** All that runs on the page: its scripts and what its elements do when used. */
function codeOf(tree: PageTree): string {
  const known = CODE.get(tree)
  if (known !== undefined) return known
  const handlers = tree.els.flatMap(({ attrs }) =>
    Object.entries(attrs).flatMap(([name, value]) =>
      name.startsWith('on') || /^\s*javascript:/i.test(value) ? [value] : [],
    ),
  )
  const code = [...tree.scripts.map((script) => script.code), ...handlers].join('\n')
  CODE.set(tree, code)
  return code
}

/** Visible text, or the alternative text of a picture link. */
export function linkText(tree: PageTree, el: El): string {
  const text = wordsOf(tree, el)
  if (text !== '') return text
  for (let i = el.i + 1; i < el.last; i++) {
    const inner = tree.els[i]
    const alt = squash(inner?.attrs.alt ?? inner?.attrs.title ?? '')
    if (alt !== '') return alt
  }
  return squash(el.attrs.alt ?? '')
}

function areaOf(regions: Regions, el: El, inList: (el: El) => boolean): LinkArea {
  const region = regions.of(el)
  if (region === 'trail') return 'trail'
  if (region === 'footer') return 'footer'
  if (region === 'nav' || region === 'head') return 'nav'
  if (inList(el)) return 'list'
  if (regions.main && el.i >= regions.main.i && el.i < regions.main.last) return 'main'
  // Before the trail or the main text stand the menus, whatever they are called.
  const { trail, main } = regions
  if (trail ? el.i < trail.el.i : main !== null && el.i < main.i && el.parent?.tag === 'li')
    return 'nav'
  return 'other'
}

/** Same-portal frames: absolute addresses in document order. */
export function readFrames(links: readonly PageLink[], url: string): string[] {
  const all = links.filter((link) => link.how === 'frame')
  if (all.length === 0 || !URL.canParse(url)) return []
  const host = new URL(url).host.replace(/^www\./, '')
  const frames = all.filter((link) => new URL(link.url).host.replace(/^www\./, '') === host)
  return [...new Set(frames.map((link) => link.url))]
}

const SENDS_ON =
  /(?:window\.|document\.|top\.|self\.)?location(?:\.href)?\s*=\s*['"]|location\.(?:replace|assign)\(/g
/** What a visitor at a desk is not: a telephone, an old browser, a page inside another's frame. */
const OTHER_VISITOR =
  /userAgent|mobile|android|iphone|ipad|phone|\bwap\b|\bpad\b|screen|(?:client|inner|offset)Width|platform|touch|micromessenger|msie|trident|(?:window|self)\.?(?:top|parent)?\s*[!=]=+\s*(?:window\.)?(?:top|parent|self)|\btop\s*[!=]=|\bfalse\b/i

/** A page whose only script sends the visitor on (`location.href = '…'`): that address. */
export function readScriptRedirect(
  tree: PageTree,
  base: string,
): { url: string; at: readonly [number, number] } | null {
  if (tree.flat.trim().length > 200) return null
  for (const script of tree.scripts) {
    for (const call of script.code.matchAll(SENDS_ON)) {
      const before = script.code.slice(Math.max(0, call.index - 300), call.index)
      if (/function\s*\w*\s*\([^)]*\)\s*\{[^}]*$/.test(before)) continue
      if (OTHER_VISITOR.test(conditionOf(before))) continue
      const url = addressInScript(script.code.slice(call.index), base)
      if (url) return { url, at: script.at }
    }
  }
  return null
}

/** What stands between the parentheses of the `if` that guards the end of this code, or before `&&` and `?`; '' without one. */
function conditionOf(before: string): string {
  const short = /[^;{}]{0,200}(?:&&|\?)[^;{}]{0,60}$/.exec(before)?.[0]
  if (short !== undefined) return short
  const bare = /if\s*\([^;{}]{0,200}\)\s*$/.exec(before)?.[0]
  if (bare !== undefined) return bare
  let depth = 0
  for (let i = before.length - 1; i >= 0; i--) {
    if (before[i] === '}') depth += 1
    if (before[i] === '{' && depth > 0) depth -= 1
    else if (before[i] === '{') return /if\s*\([^;{}]{0,200}$/.exec(before.slice(0, i))?.[0] ?? ''
  }
  return ''
}
