/**
 * A stored page made harmless for a reviewer's eyes, and the same page with a mark for a camera. Stored pages are
 * hostile: the safe form is written anew from an allow-list (no script, frame, form, style sheet, picture or live
 * link survives), the cited place is marked, and what was left out is named. The reviewer's browser gets it under a
 * policy that forbids everything once more. Deciding what to cite is the checks' work.
 */
import { Parser } from 'htmlparser2'
import { resolveUrl } from '#base/url'
import type { Span } from '#model/page'

const KEPT = new Set(
  (
    'main article section header footer nav aside div p span b i u s em strong small big sub sup br hr h1 h2 h3 h4 h5 h6 ' +
    'ul ol li dl dt dd table caption thead tbody tfoot tr th td col colgroup blockquote pre code font center time figure ' +
    'figcaption address'
  ).split(' '),
)
/** Shown for their words only; unknown elements too would need closing, so they are dropped and their words kept. */
const AS_SPAN = new Set(['form', 'button', 'label', 'fieldset', 'legend', 'marquee', 'option'])
/** Content dropped whole. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
])
const VOID = new Set(['br', 'hr', 'col'])
const KEPT_ATTRIBUTES = new Set([
  'colspan',
  'rowspan',
  'align',
  'valign',
  'lang',
  'dir',
  'width',
  'height',
  'start',
])
/** Longest safe page, in characters of output. */
const CAP = 3_000_000

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export interface SafePage {
  readonly html: string
  /** The cited place was found and carries `id="mingcha-mark"`. */
  readonly marked: boolean
}

/**
 * @param text decoded page text, the one that spans count in
 * @param url address of the page; links are shown as text relative to it
 * @param at cited span, or null for the page as a whole
 */
export function safePage(text: string, url: string, at: Span | null): SafePage {
  const out: string[] = []
  let size = 0
  let silent = 0
  let marked = false
  const write = (piece: string): void => {
    if (size > CAP) return
    size += piece.length
    out.push(piece)
  }
  const mark = (): string => {
    const first = !marked
    marked = true
    return ` class="mingcha-cited"${first ? ' id="mingcha-mark"' : ''}`
  }
  const leftOut = (words: string, cited: string): void => {
    write(`<span class="mingcha-left-out"><span${cited}>〔${escapeHtml(words)}〕</span></span>`)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent += 1
        if (silent > 0) return
        const cited = at !== null && parser.startIndex === at[0] ? mark() : ''
        if (name === 'img') {
          const alt = attributes.alt ?? attributes.title ?? ''
          leftOut(alt === '' ? '图片' : `图片：${alt}`, cited)
        } else if (name === 'iframe' || name === 'frame') {
          const source = resolveUrl(attributes.src ?? '', url)
          leftOut(source ? `框架：${source}` : '框架', cited)
        } else if (name === 'input' || name === 'select' || name === 'textarea') {
          leftOut(attributes.placeholder ? `输入框：${attributes.placeholder}` : '输入框', cited)
        } else if (name === 'a') {
          const target = resolveUrl(attributes.href ?? '', url) ?? attributes.href ?? ''
          write(`<span title="${escapeHtml(target)}"${cited}><u>`)
        } else if (name === 'title') write(`<p class="mingcha-title"><span${cited}>`)
        else if (AS_SPAN.has(name)) write(`<span${cited}>`)
        else if (KEPT.has(name)) {
          const kept = Object.entries(attributes)
            .filter(([key]) => KEPT_ATTRIBUTES.has(key))
            .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
          write(`<${name}${kept.join('')}${cited}>`)
        }
      },
      ontext(data) {
        if (silent > 0) return
        const begin = parser.startIndex
        const inside =
          at !== null &&
          !marked &&
          begin < at[1] &&
          begin + data.length > at[0] &&
          data.trim() !== ''
        if (!inside) return write(escapeHtml(data))
        const from = Math.max(0, at[0] - begin)
        const to = Math.min(data.length, at[1] - begin)
        write(escapeHtml(data.slice(0, from)))
        write(`<span${mark()}>${escapeHtml(data.slice(from, to))}</span>`)
        write(escapeHtml(data.slice(to)))
      },
      onclosetag(name) {
        if (silent > 0) {
          if (SILENT.has(name)) silent -= 1
          return
        }
        if (name === 'a') write('</u></span>')
        else if (name === 'title') write('</span></p>')
        else if (AS_SPAN.has(name)) write('</span>')
        else if (KEPT.has(name) && !VOID.has(name)) write(`</${name}>`)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(text)
  parser.end()
  if (size > CAP) out.push('<p class="mingcha-left-out">〔页面过长，其余未显示〕</p>')
  return { html: out.join(''), marked }
}

/**
 * The page text with `data-mingcha-mark` put on the element that stands at the span (or a `<mark>` around bare text),
 * for a screenshot rendered from the archive. Everything else stays as it was.
 */
export function markedText(text: string, at: Span): string {
  const tag = /^<[a-z][a-z0-9]*/i.exec(text.slice(at[0], at[0] + 40))
  if (tag) {
    const cut = at[0] + tag[0].length
    return `${text.slice(0, cut)} data-mingcha-mark="1"${text.slice(cut)}`
  }
  return `${text.slice(0, at[0])}<mark data-mingcha-mark="1">${text.slice(at[0], at[1])}</mark>${text.slice(at[1])}`
}

/** Visible text around a span: `before`, the cited words, `after`; tags and scripts removed. */
export function quoteContext(
  text: string,
  at: Span,
  around = 120,
): { readonly before: string; readonly cited: string; readonly after: string } {
  const visible = (from: number, to: number): string => {
    let result = ''
    let silent = 0
    const parser = new Parser({
      onopentag(name) {
        if (SILENT.has(name)) silent += 1
        else result += ' '
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      },
      ontext(data) {
        if (silent === 0) result += data
      },
    })
    parser.write(text.slice(from, to))
    parser.end()
    return result.replace(/\s+/g, ' ')
  }
  const reach = around * 12
  // Begin before a tag, never inside one.
  const open = text.indexOf('<', Math.max(0, at[0] - reach))
  const from = open >= 0 && open < at[0] ? open : at[0]
  return {
    before: visible(from, at[0]).slice(-around),
    cited: visible(at[0], at[1]).trim(),
    after: visible(at[1], Math.min(text.length, at[1] + reach)).slice(0, around),
  }
}
