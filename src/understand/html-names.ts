/**
 * What the names of HTML say: void and raw elements, optional end tags, foreign content (HTML standard 13.1.2, 13.2.6).
 * One look-up per tag says all. Decides nothing about a page.
 */

/** What the HTML standard says of an element's name (13.1.2 elements, 13.2.6 optional end tags); names in lower case. */
export interface Tag {
  readonly name: string
  readonly empty: boolean
  /** Open elements of these names end where this one begins. */
  readonly ends: ReadonlySet<string> | null
  /** Content runs to the end tag, whatever stands in it. */
  readonly raw: boolean
  /** `raw`, but with character references. */
  readonly decoded: boolean
  /** What self-closing means inside: true in SVG and MathML, false in HTML inside of these, null for no change. */
  readonly foreign: boolean | null
}

const words = (text: string): string[] => text.split(' ')
const EMPTY = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
  ),
)
const FOREIGN = new Set(['svg', 'math'])
const HTML_INSIDE = new Set(words('mi mo mn ms mtext annotation-xml foreignobject desc title'))
const RAW = new Set(words('script style title textarea xmp'))
const CONTROLS = 'input option optgroup select button datalist textarea'
/** Name → names of open elements that it ends. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['tr', 'tr th td'],
      ['th', 'th'],
      ['td', 'thead th td'],
      ['tbody tfoot', 'thead tbody'],
      ['body', 'head link script'],
      ['li', 'li'],
      ['dd dt', 'dd dt'],
      ['rt rp', 'rt rp'],
      ['option', 'option'],
      ['optgroup', 'optgroup option'],
      ['select input output button datalist textarea', CONTROLS],
      [
        'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
        'p',
      ],
    ] as const
  ).flatMap(([names, ended]) => {
    const set = new Set(words(ended))
    return words(names).map((name) => [name, set] as const)
  }),
)

const tags = new Map<string, Tag>()
/** Names that pages made up are not all kept, and none that the engine may hold as a part of its whole page. */
const MAX_TAGS = 2000
const MAX_KEPT_NAME = 12

/** All about a name, as written; the same object for the same name as long as it is kept. */
export function tagOf(written: string): Tag {
  const known = tags.get(written)
  if (known) return known
  const name = written.toLowerCase()
  const tag: Tag = tags.get(name) ?? {
    name,
    empty: EMPTY.has(name),
    ends: ENDS.get(name) ?? null,
    raw: RAW.has(name),
    decoded: name === 'title',
    foreign: FOREIGN.has(name) ? true : HTML_INSIDE.has(name) ? false : null,
  }
  if (tags.size < MAX_TAGS && name.length <= MAX_KEPT_NAME) tags.set(written, tag)
  return tag
}

const names = new Map<string, string>()

/** Name of an attribute in lower case: asking the map is far cheaper than folding each anew. */
export function lowerName(written: string): string {
  const known = names.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  if (names.size < MAX_TAGS && name.length <= MAX_KEPT_NAME) names.set(written, name)
  return name
}
