/**
 * Menus that scripts draw as trees: the names stand in script text, the addresses beside them or in wordless anchors
 * that the script refers to by id. One small pattern for each family (xTree as 博达 VSB uses it, dTree, zTree); a tree of
 * another family is not guessed at.
 */
import { withoutTags } from '#base/bare-markup'
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { Span } from '#model/page'
import type { PageTree } from './tree.ts'

export interface ScriptMenus {
  /** Name of a wordless anchor, by its id. */
  readonly names: ReadonlyMap<string, string>
  /** Entries whose address stands in the script. */
  readonly entries: readonly { readonly url: string; readonly text: string; readonly at: Span }[]
}

const NONE: ScriptMenus = { names: new Map(), entries: [] }
const MAX_ENTRIES = 2000
const LABEL = /'((?:[^'\\]|\\.){1,200})'/.source
/** `new WebFXTreeItem('<span>规章</span>', document.getElementById("a1").href)` or `…, '/gz/index.htm')`. */
const XTREE = new RegExp(
  `new\\s+WebFXTree(?:Item)?\\(\\s*${LABEL}\\s*,\\s*(?:document\\.getElementById\\(\\s*["']([^"']{1,80})["']\\s*\\)\\.href|["']([^"']{1,300})["'])`,
  'g',
)
/** `d.add(3, 1, '规章', '/gz/index.htm')`. */
const DTREE =
  /\.add\(\s*-?\d+\s*,\s*-?\d+\s*,\s*(["'])((?:(?!\1)[^\\]|\\.){1,200})\1\s*,\s*(["'])([^"']{1,300})\3/g
/** `{id: 3, pId: 1, name: "规章", url: "/gz/index.htm"}`: zTree. */
const ZTREE =
  /\{[^{}]{0,120}?["']?name["']?\s*:\s*(["'])([^"']{1,200})\1[^{}]{0,120}?["']?(?:url|href|link)["']?\s*:\s*(["'])([^"']{1,300})\3/g

export function readScriptMenus(tree: PageTree, base: string): ScriptMenus {
  const drawing = tree.scripts.filter(({ code }) => /WebFXTree|new\s+dTree|zTree/.test(code))
  if (drawing.length === 0) return NONE
  const names = new Map<string, string>()
  const entries: { url: string; text: string; at: Span }[] = []
  const add = (label: string, address: string, from: number, length: number): void => {
    const text = nameIn(label)
    const url = /^(javascript:|#|$)/i.test(address) ? null : resolveUrl(address, base)
    if (text !== '' && url !== null && entries.length < MAX_ENTRIES)
      entries.push({ url, text, at: [from, from + length] })
  }
  for (const { code, at } of drawing) {
    for (const match of code.matchAll(XTREE)) {
      const [whole, label = '', id, address] = match
      const text = nameIn(label)
      if (id !== undefined && text !== '' && names.size < MAX_ENTRIES) names.set(id, text)
      if (address !== undefined) add(label, address, at[0] + match.index, whole.length)
    }
    const isZTree = /zTree/.test(code)
    for (const match of [...code.matchAll(DTREE), ...(isZTree ? code.matchAll(ZTREE) : [])]) {
      const [whole, , label = '', , address = ''] = match
      add(label, address, at[0] + match.index, whole.length)
    }
  }
  return { names, entries }
}

function nameIn(label: string): string {
  return squash(withoutTags(label).replaceAll('&nbsp;', ' '))
}
