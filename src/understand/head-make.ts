/**
 * What the head of a page is made of: whether it holds something that could show a name no word says (a picture, a film, a
 * background), and the names, style sheets and scripts by which others could put such a thing there. Whether that tells of a
 * missing name is for whoever knows the other pages' heads.
 */
import { sha256 } from '#base/hash'
import type { Page } from '#model/page'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

const SHOWING = new Set(
  'img svg object embed canvas iframe frame video picture image use marquee applet'.split(' '),
)
const BACKGROUND = /url\s*\(|background-image/i
/** A head has not so many parts. */
const MOST = 120

/** Null where no place ends the head, or it has too much in it to be one. */
export function readHeadMake(
  tree: PageTree,
  regions: Regions,
): NonNullable<Page['headMake']> | null {
  const end = regions.trail?.el ?? regions.main
  if (end === null) return null
  const parts = new Set<string>()
  let shows = false
  for (const el of tree.els) {
    // What holds the place at which the head ends is around the head as well.
    if (el.start >= end.start) break
    if (SHOWING.has(el.tag) || isPicture(el)) shows = true
    if (el.tag === 'style' && BACKGROUND.test(tree.source.slice(el.start, el.end))) shows = true
    for (const name of [
      el.id === '' ? '' : `#${el.id}`,
      ...el.classes.split(/\s+/).map((one) => `.${one}`),
    ])
      if (name.length > 1) parts.add(name)
    if (el.tag === 'link' && el.attrs.href !== undefined) parts.add(`link ${el.attrs.href}`)
    if (parts.size > MOST) return null
  }
  for (const { src, code, el } of tree.scripts)
    if (el.start < end.start)
      parts.add(src === '' ? `code ${sha256(code).slice(0, 12)}` : `script ${src}`)
  return { shows, parts: [...parts] }
}

function isPicture({ tag, attrs }: El): boolean {
  if (tag === 'input') return attrs.type === 'image'
  return attrs.background !== undefined || BACKGROUND.test(attrs.style ?? '')
}
