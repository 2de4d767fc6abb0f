/**
 * Does a quote really stand at the place cited? Compares the quote with the archived page's decoded text in a
 * forgiving form (markup, entities, blanks and punctuation dropped), because a span covers markup while a quote is
 * what a reader sees. Decides nothing else; who calls it decides what a false quote costs.
 */
import { withoutSilent, withoutTags } from '#base/bare-markup'
import { compareForm } from '#base/text'
import type { Span } from '#model/page'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  copy: '©',
}

/**
 * True when every piece of `quote` (pieces are parted by `…`, where quotes are cut) occurs in `source` within
 * `span`, in order. A null span means anywhere on the page. Attribute values count: pictures are quoted by
 * their alt text.
 */
export function quoteStands(source: string, span: Span | null, quote: string): boolean {
  const [start, end] = span ?? [0, source.length]
  if (start < 0 || end > source.length || start > end) return false
  const cut = source.slice(start, end)
  const pieces = quote
    .split('…')
    .map(compareForm)
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return quote.trim() !== ''
  return (
    inOrder(compareForm(plain(cut)), pieces) ||
    inOrder(compareForm(decoded(cut)), pieces) ||
    inOrder(compareForm(plain(cut.replace(CHOICES, ' '))), pieces) ||
    // Markup quoted as it stands.
    inOrder(compareForm(cut), pieces)
  )
}

/** What a page's own text leaves out between the words around it: choices, what a box holds, drawings. */
const CHOICES = /<option\b[^>]*>[^<]*|<(textarea|noscript|template|object|svg)\b[\s\S]*?<\/\1\s*>/gi

function inOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

function plain(markup: string): string {
  return decoded(withoutTags(withoutSilent(markup, ['script', 'style'])))
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body.toLowerCase()] ?? whole
    const code =
      body[1] === 'x' || body[1] === 'X'
        ? Number.parseInt(body.slice(2), 16)
        : Number.parseInt(body.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
