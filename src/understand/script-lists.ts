/**
 * Lists that a page carries as data in its own script (`var list=[{title:…,url:…,date:…}]`, `window.__DATA__ = {…}`) and
 * that a script shows: runs of like records which all name a title, an address and a day; or, where the script makes the
 * address of it, the record's number and its day of publication. Other records could be anything (a menu, a calendar) and
 * are not guessed at.
 */
import { withoutTags } from '#base/bare-markup'
import { isDay } from '#base/day'
import { squash } from '#base/text'
import { resolveUrl } from '#base/url'
import type { PageItem } from '#model/page'
import type { FoundList } from './lists.ts'
import type { PageTree, Script } from './tree.ts'

/** Longer scripts are libraries. */
const MAX_CODE = 500_000
const FEWEST = 2
const MAX_ITEMS = 500
/** Titles are longer than the names of a menu's entries. */
const TITLE_LENGTH = 6
const SURE = 0.8
/** A script that may hold such a list has both; days are rarer. */
const HAS_DAY = /(?:19|20)\d\d[-/.年]\d|1[3-9]\d{8}(?:\d{3})?\b/
const HAS_TITLE = /(?:title|subject|name|biaoti|bt)["']? ?:/i
/** A record with nothing but plain values, or plain values around one empty or flat list. */
const RECORD =
  /\{(?:[^{}"'[\]]|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'|\[[^[\]{}]{0,400}\]){3,4000}\}/g
const PAIR =
  /["']?([A-Za-z_]\w{0,39})["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d{10,13})\b)/g
const TITLE =
  /^(?:title|doc_?title|article_?title|info_?title|news_?title|content_?title|subject|name|bt|biaoti)$/i
const ADDRESS =
  /^(?:(?:doc|info|visit|link|article|page|html|detail|content)?_?(?:pub)?url|link|href|path)$/i
const NUMBERED = /[{,]\s*["']?\w{0,16}id["']?\s*:\s*["']?[\w-]{1,40}/i
/** The first kind found counts: a day of publication before any other day. */
const DAYS: readonly RegExp[] = [
  /^(?:\w*(?:pub|publish|release|issue|fb)\w*(?:date|time|rq|sj|day|on|at)|pubdate|fbsj|fbrq)$/i,
  /^(?:\w*(?:date|time)|rq|sj|day)$/i,
]
const OTHER_DAY = /upd|modif|edit|expire|end|start|begin|sign|write|effect|valid/i

/** The longest such list of a page, or null. */
export function scriptList(tree: PageTree, base: string): FoundList | null {
  let best: FoundList | null = null
  for (const script of tree.scripts) {
    const list = listIn(script, base)
    if (list !== null && list.items.length > (best?.items.length ?? 0)) best = list
  }
  return best
}

function listIn(script: Script, base: string): FoundList | null {
  const { code, el, at } = script
  if (code.length > MAX_CODE || !HAS_DAY.test(code) || !HAS_TITLE.test(code)) return null
  let run: PageItem[] = []
  let longest: PageItem[] = []
  let end = -1
  for (const match of code.matchAll(RECORD)) {
    const item = itemOf(match[0], base, at[0] + match.index)
    const goesOn = end >= 0 && /^\s*,\s*$/.test(code.slice(end, match.index))
    if (!goesOn || item === null) run = []
    if (item !== null && run.length < MAX_ITEMS) run.push(item)
    if (run.length > longest.length) longest = run
    end = match.index + match[0].length
  }
  const first = longest[0]
  const last = longest[longest.length - 1]
  if (first === undefined || last === undefined || longest.length < FEWEST) return null
  const size = longest.reduce((sum, { title }) => sum + title.length, 0) / longest.length
  if (size < TITLE_LENGTH) return null
  return {
    heading: null,
    moreUrl: null,
    elsewhere: false,
    items: longest,
    at: [first.at[0], last.at[1]],
    container: el,
    region: 'body',
    dated: longest.length,
    marked: longest.length,
    dateStarts: [],
  }
}

/** Titles in records of one run from which the page's content is the script's, whether we can read it or not. */
const FEW_TITLES = 2
const NAMING = 8
const LARGE = 200

/** The first title of a run of records in a script that name titles, whatever else they name; null where there is none. */
export function titledData(tree: PageTree): string | null {
  for (const { code, han } of tree.scripts) {
    if (!han || code.length > MAX_CODE || !HAS_TITLE.test(code)) continue
    const titles: string[] = []
    for (const match of code.matchAll(RECORD)) {
      if (titles.length >= LARGE) break
      for (const [, key = '', double, single] of match[0].matchAll(PAIR))
        if (TITLE.test(key)) titles.push(squash(withoutTags(written(double ?? single ?? ''))))
    }
    const size = titles.reduce((sum, title) => sum + title.length, 0) / titles.length
    if (titles.length >= FEW_TITLES && size >= NAMING) return titles[0] ?? null
  }
  return null
}

function itemOf(record: string, base: string, from: number): PageItem | null {
  let title = ''
  let address = ''
  const days: (string | null)[] = DAYS.map(() => null)
  for (const [, key = '', double, single, stamp] of record.matchAll(PAIR)) {
    const value = written(double ?? single ?? stamp ?? '')
    if (title === '' && TITLE.test(key)) title = squash(withoutTags(value))
    else if (address === '' && ADDRESS.test(key)) address = value.trim()
    else if (!OTHER_DAY.test(key)) {
      const rank = DAYS.findIndex((pattern) => pattern.test(key))
      if (rank >= 0) days[rank] ??= dayOf(value)
    }
  }
  const day = days.find((one) => one !== null) ?? null
  // The script makes the address of the number.
  const made = address === '' && days[0] !== null && NUMBERED.test(record)
  const url =
    address === '' || /^(?:javascript|#)/i.test(address) ? null : resolveUrl(address, base)
  if (title === '' || (url === null && !made) || day === null) return null
  const publishedOn = { value: day, sureness: SURE, because: '页面脚本数据里写明的日期' }
  return { title, url, publishedOn, at: [from, from + record.length] }
}

function written(value: string): string {
  return value
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\([/"'\\])/g, '$1')
    .replace(/\\[nrt]/g, ' ')
}

function dayOf(value: string): string | null {
  const stamp = /^(\d{10})(?:\d{3})?$/.exec(value)?.[1]
  if (stamp !== undefined) {
    // Seconds or milliseconds since 1970; the civil day in China is eight hours ahead.
    return new Date((Number(stamp) + 8 * 3600) * 1000).toISOString().slice(0, 10)
  }
  const found = /^\s*((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(value)
  if (!found) return null
  const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`
  return isDay(day) ? day : null
}
