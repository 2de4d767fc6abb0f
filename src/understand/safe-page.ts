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
    'html head title body main article section header footer nav aside div p span a b i u s em strong small big sub sup ' +
    'br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td col colgroup blockquote pre code ' +
    'font center label button time figure figcaption address fieldset legend form'
  ).split(' '),
)
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
  let markDepth = -1
  let depth = 0
  const write = (piece: string): void => {
    if (size > CAP) return
    size += piece.length
    out.push(piece)
  }
  const openMark = (): void => {
    write(marked ? '<mark>' : '<mark id="mingcha-mark" tabindex="-1">')
    marked = true
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) {
          silent += 1
          return
        }
        if (silent > 0) return
        depth += 1
        const begins = at !== null && markDepth < 0 && parser.startIndex === at[0]
        if (name === 'img') {
          if (begins) openMark()
          const alt = attributes.alt ?? attributes.title ?? ''
          write(
            `<span class="mingcha-left-out">〔图片${alt === '' ? '' : `：${escapeHtml(alt)}`}〕</span>`,
          )
          if (begins) write('</mark>')
          return
        }
        if (name === 'iframe' || name === 'frame') {
          const source = resolveUrl(attributes.src ?? '', url)
          write(
            `<span class="mingcha-left-out">〔框架${source ? `：${escapeHtml(source)}` : ''}〕</span>`,
          )
          return
        }
        if (name === 'input' || name === 'select' || name === 'textarea') {
          write(
            `<span class="mingcha-left-out">〔输入框${attributes.placeholder ? `：${escapeHtml(attributes.placeholder)}` : ''}〕</span>`,
          )
          return
        }
        if (begins) {
          openMark()
          markDepth = depth
        }
        if (!KEPT.has(name)) return
        const kept = Object.entries(attributes)
          .filter(([key]) => KEPT_ATTRIBUTES.has(key))
          .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
        if (name === 'a') {
          const target = resolveUrl(attributes.href ?? '', url) ?? attributes.href ?? ''
          write(`<span class="mingcha-link" title="${escapeHtml(target)}">`)
        } else if (name === 'form' || name === 'button' || name === 'label') write('<span>')
        else if (name === 'html' || name === 'head' || name === 'body') return
        else if (name === 'title') write('<p class="mingcha-title">')
        else write(`<${name}${kept.join('')}>`)
      },
      ontext(data) {
        if (silent > 0) return
        const begin = parser.startIndex
        const inside = at !== null && markDepth < 0 && begin < at[1] && begin + data.length > at[0]
        if (!inside || at === null || data.trim() === '') {
          write(escapeHtml(data))
          return
        }
        const from = Math.max(0, at[0] - begin)
        const to = Math.min(data.length, at[1] - begin)
        write(escapeHtml(data.slice(0, from)))
        openMark()
        write(escapeHtml(data.slice(from, to)))
        write('</mark>')
        write(escapeHtml(data.slice(to)))
      },
      onclosetag(name) {
        if (SILENT.has(name)) {
          silent = Math.max(0, silent - 1)
          return
        }
        if (silent > 0) return
        const ends = depth === markDepth
        depth -= 1
        if (KEPT.has(name) && !VOID.has(name) && !/^(html|head|body)$/.test(name)) {
          if (name === 'a' || name === 'form' || name === 'button' || name === 'label')
            write('</span>')
          else if (name === 'title') write('</p>')
          else write(`</${name}>`)
        }
        if (ends) {
          write('</mark>')
          markDepth = -1
          // A second element cannot begin at the same place; text after it is outside the span.
        }
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
