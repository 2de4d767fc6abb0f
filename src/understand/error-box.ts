/** The error-report box (我为政府网站找错) that a script of the page brings: which site it says is reported. */
import type { Span } from '#model/page'
import type { PageTree } from './tree.ts'

/** `<script id="_jiucuo_" sitecode="…">` */
const BOX_CODE = /\bsite_?code\s*=\s*["']?(?:\d{10}|bm\d{8})(?![0-9a-z])["']?/i

/** The code in the tag in which the mark of the box stands; null where there is none. */
export function codeOfBox(
  { source }: PageTree,
  mark: Span,
): { readonly text: string; readonly at: Span } | null {
  const from = source.lastIndexOf('<', mark[0])
  const to = source.indexOf('>', mark[1])
  const found = from < 0 || to < 0 ? null : BOX_CODE.exec(source.slice(from, to))
  if (found === null) return null
  const start = from + found.index
  return { text: found[0], at: [start, start + found[0].length] }
}
