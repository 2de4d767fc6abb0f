/**
 * Taiwan, Hong Kong or Macao as one country among others in what is no sentence: a column of a table headed 国别, a label
 * 出口国家 with names behind it, a box 国籍 to choose from. Who writes 中国台湾 or heads the list 国家和地区 says it right.
 */
import { squash } from '#base/text'
import type { Page, Span } from '#model/page'

export interface CountryListed {
  /** As it is written. */
  readonly words: string
  /** What heads the list. */
  readonly head: string
  readonly at: Span | null
  readonly quote: string
}

const HEAD = /^[\p{Script=Han}]{0,6}(?:国家|国别|国籍|国名)(?:名称)?$/u
const REGIONS_TOO = /地区/
const REGION = /^(?:台湾|香港|澳门)(?:省)?$/
/** Countries that stand in hardly any other list. */
const COUNTRY =
  /^(?:中国|美国|日本|韩国|英国|法国|德国|俄罗斯|越南|泰国|新加坡|马来西亚|缅甸|老挝|印度|澳大利亚|加拿大|意大利|巴西|菲律宾|柬埔寨|印度尼西亚)$/

/** The first such list of a page or file; null where there is none. */
export function countryListed(page: Page): CountryListed | null {
  for (const { label, options, at } of page.choices ?? []) {
    const words = among(options)
    if (words !== null && /国(?:籍|别|家)|country|nation/i.test(label) && !REGIONS_TOO.test(label))
      return { words, head: '国籍选项', at, quote: words }
  }
  for (const { label, value, at } of page.labelled ?? []) {
    const words = HEAD.test(label) ? among(value.split(/[、，,；;\s]+|等/)) : null
    if (words !== null && !REGIONS_TOO.test(value)) return { words, head: label, at, quote: label }
  }
  return tabled(page)
}

function among(names: readonly string[]): string | null {
  const plain = names.map(squash)
  return plain.some((name) => COUNTRY.test(name))
    ? (plain.find((name) => REGION.test(name)) ?? null)
    : null
}

/** The cells under a head 国别. */
function tabled({ file, tables = [], text }: Page): CountryListed | null {
  const lines = (file?.text ?? text.excerpt).split('\n').map((line) => line.trim().split(/\s+/))
  for (const rows of [...(file?.tables ?? []), ...tables, lines]) {
    const top = rows.findIndex(
      (row) => row.length > 1 && row.some((cell) => HEAD.test(squash(cell ?? ''))),
    )
    const head = rows[top]
    if (head === undefined) continue
    const at = head.findIndex((cell) => HEAD.test(squash(cell ?? '')))
    const cells = rows
      .slice(top + 1)
      .flatMap((row) => (row.length === head.length ? [row[at] ?? ''] : []))
    const words = among(cells)
    if (words !== null) return { words, head: squash(head[at] ?? ''), at: null, quote: words }
  }
  return null
}
