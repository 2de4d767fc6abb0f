/**
 * Which template a page was made from: a key over its frame of elements, so that a fault of the template is one
 * finding with its pages and a costly probe runs once a template. Content depth and repeated entries are left out.
 */
import { sha256 } from '#base/hash'
import type { PageTree } from './tree.ts'

/** Deeper elements belong to content more often than to the frame. */
const MAX_DEPTH = 7
const MAX_PARTS = 400
const LEFT_OUT = new Set([
  'script',
  'style',
  'link',
  'meta',
  'br',
  'p',
  'span',
  'a',
  'img',
  'li',
  'tr',
  'td',
  'font',
  'strong',
  'b',
])

/** Twelve hex digits; the same for pages whose frames have the same elements, classes and ids in the same order. */
export function templateOf(tree: PageTree): string {
  const parts: string[] = []
  let last = ''
  for (const el of tree.els) {
    if (el.depth > MAX_DEPTH || LEFT_OUT.has(el.tag)) continue
    const name = `${el.depth}${el.tag}.${el.classes}#${el.id.replace(/\d+/g, '')}`
    if (name === last) continue
    last = name
    parts.push(name)
    if (parts.length === MAX_PARTS) break
  }
  return sha256(parts.join('\n')).slice(0, 12)
}
