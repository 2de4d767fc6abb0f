/**
 * Answers of list endpoints (JSON, XML) as what they carry: markup inside a string or a CDATA section is laid bare in
 * place, so that the ordinary readers read it and every span still counts in the text as received; plain records become
 * items. Which endpoints are asked is paging-families'.
 */
import { withoutTags } from '#base/bare-markup'
import { isDay } from '#base/day'
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { PageItem, PageList } from '#model/page'

/** `callback({…})` around the data. */
const JSONP = /^[\w$.]{1,80}\(\s*(?=[{[])/

const blanks = (length: number): string => ' '.repeat(length)

/**
 * The text with its markup laid bare, same length; unchanged where there is none to lay bare.
 * XML: `<![CDATA[` and `]]>` become blanks. JSON: all but the longest string that holds markup becomes blanks.
 */
export function layBare(text: string): string {
  const start = text.slice(0, 200).trimStart().replace(JSONP, '')
  if (/^<(?:\?xml|datastore|root|recordset)\b/.test(start) && text.includes('<![CDATA[')) {
    return text.replaceAll('<![CDATA[', blanks(9)).replaceAll(']]>', blanks(3))
  }
  if (!start.startsWith('{')) return text
  let best: readonly [number, number] | null = null
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    if (!/<(?:li|tr|a|ul|table|div)[\s>]/i.test(match[1] ?? '')) continue
    const from = match.index + 1
    const to = match.index + match[0].length - 1
    if (best === null || to - from > best[1] - best[0]) best = [from, to]
  }
  if (best === null) return text
  const [from, to] = best
  const markup = text
    .slice(from, to)
    .replace(/\\["nrt/]|\\u00[23][cCeE27]/g, (mark) => unescaped(mark).padStart(mark.length))
    // XML inside the string, as TrueCMS sends it.
    .replace(/<!\[CDATA\[|\]\]>/g, (mark) => blanks(mark.length))
  return blanks(from) + markup + blanks(text.length - to)
}

/** A blank before a slash would break an address, so escaped slashes keep their backslash out of the way behind them. */
function unescaped(mark: string): string {
  if (mark === '\\"') return '"'
  if (mark === '\\/') return '\\/'
  if (mark.startsWith('\\u')) return String.fromCharCode(Number.parseInt(mark.slice(2), 16))
  return ' '
}

const TITLES = [
  'title',
  'DOCTITLE',
  'FileName',
  'BT',
  'realtitle',
  'infotitle',
  'name',
  'articleTitle',
] as const
const ADDRESSES = [
  'url',
  'DOCPUBURL',
  'infourl',
  'visiturl',
  'linkurl',
  'link',
  'href',
  'articleUrl',
] as const
const DATES = [
  'PUBDATE',
  'ZXSJ',
  'FBRQ',
  'display_publish_time',
  'publish_time',
  'infodate',
  'handsdate',
  'publishTime',
  'date',
  'created_at',
  'pubDate',
] as const

function field(
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | number | null {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return value
  }
  return null
}

function dayIn(value: string | number | null): string | null {
  if (value === null) return null
  // Seconds since 1970, as some of these systems write.
  if (typeof value === 'number' || /^\d{10}$/.test(value)) {
    const seconds = Number(value)
    return seconds > 1e9 && seconds < 4e9
      ? new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10)
      : null
  }
  const found = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value)
  if (!found) return null
  const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** Records of a JSON list that carry a title and an address; null where the text is no such list. */
export function recordList(text: string, base: string): PageList | null {
  if (!/^\s*[{[]/.test(text.replace(/^\s+/, '').replace(JSONP, ''))) return null
  const items: PageItem[] = []
  for (const match of text.matchAll(/\{[^{}]{10,200000}\}/g)) {
    let record: Record<string, unknown>
    try {
      record = JSON.parse(match[0]) as Record<string, unknown>
    } catch {
      continue
    }
    const title = field(record, TITLES)
    const address = field(record, ADDRESSES)
    const url = typeof address === 'string' ? resolveUrl(address, base) : null
    if (typeof title !== 'string' || url === null) continue
    const at = [match.index, match.index + match[0].length] as const
    const day = dayIn(field(record, DATES))
    items.push({
      title: squash(withoutTags(title)),
      url,
      publishedOn:
        day === null ? null : { value: day, sureness: 0.8, because: '列表接口返回的日期字段' },
      at,
    })
  }
  if (items.length === 0) return null
  return { heading: null, moreUrl: null, items, subject: true, at: [0, text.length] }
}
