/**
 * Places inside a page that links lead to (`#lxfs`), by their names, with the words that stand there; and the page's own links
 * that carry such a name, which their address in normal form has lost. Whether a link leads where it says is for checks.
 */
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { HashLink, PageAnchor } from '#model/page-anchor'
import { linkText } from './links.ts'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { El, PageTree } from './tree.ts'

const MAX_ANCHORS = 200
const MAX_LINKS = 200
const LONGEST = 60
/** `#` and routes of a script (`#/a`, `#!b`) name no place. */
const HASH = /^([^#]*)#([^#/!?=][^#/?=]*)$/

export function readAnchors(
  tree: PageTree,
  regions: Regions,
  base: string,
): { readonly anchors?: readonly PageAnchor[]; readonly hashLinks?: readonly HashLink[] } {
  const [from, to] = bodyRange(regions)
  const anchors: PageAnchor[] = []
  const hashLinks: HashLink[] = []
  for (const el of tree.els) {
    if (el.from < from || el.to > to) continue
    const names = [el.id, el.tag === 'a' ? (el.attrs.name ?? '') : ''].filter((one) => one !== '')
    for (const id of new Set(names))
      if (anchors.length < MAX_ANCHORS) anchors.push({ id, words: wordsAt(tree, el) })
    const [, address = '', hash] = (el.tag === 'a' && HASH.exec(el.attrs.href?.trim() ?? '')) || []
    if (hash === undefined || hashLinks.length === MAX_LINKS) continue
    const url = address === '' ? base : resolveUrl(address, base)
    const text = linkText(tree, el)
    if (url !== null && text !== '')
      hashLinks.push({ url, hash: decoded(hash), text, at: [el.start, el.end] })
  }
  return {
    ...(anchors.length === 0 ? {} : { anchors }),
    ...(hashLinks.length === 0 ? {} : { hashLinks }),
  }
}

/** The first words from where it begins: its own, or those behind an empty mark. */
function wordsAt(tree: PageTree, { from }: El): string {
  const lines = tree.flat.slice(from, from + LONGEST * 2).split('\n')
  const line = lines.map(squash).find((one) => one !== '') ?? ''
  return line.length > LONGEST ? '' : line
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
