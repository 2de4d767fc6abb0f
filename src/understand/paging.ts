/**
 * Paging of list pages: how many pages there are and where the others stand. Reads the habits of the common systems
 * (TRS createPageHTML, Hanweb jpage, `page=N` and numbered links); addresses are only given when they follow from
 * what the page says.
 */

import { resolveUrl } from '#base/url'
import type { Page } from '#model/page'
import { trueCms } from './paging-endpoints.ts'
import { familyPaging, hanwebProxy, isListEndpoint } from './paging-families.ts'
import { habitOf, type PagingFamily, pagingGrounds } from './paging-marks.ts'
import { targetOf } from './targets.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

type Paging = NonNullable<Page['paging']>

const MAX_PAGES = 2000

export function readPaging(tree: PageTree, url: string, base: string): Page['paging'] {
  return (
    trsPaging(tree, base) ??
    trsInline(tree, base) ??
    nextGroup(tree, url) ??
    hanwebProxy(tree, url) ??
    trueCms(tree, url) ??
    hanwebPaging(tree, url) ??
    linkedOrFamily(tree, url, base)
  )
}

/** Links that lead on go first; a number of pages without addresses is what the families may still find some for. */
function linkedOrFamily(tree: PageTree, url: string, base: string): Page['paging'] {
  const linked = linkedPaging(tree, url, base)
  if (linked && (linked.next !== null || linked.urls.length > 0)) return linked
  const family = familyPaging(tree, url, base)
  if (family === null) return linked
  const pages = Math.max(family.pages ?? 0, linked?.pages ?? 0)
  return { ...family, pages: pages === 0 ? null : pages }
}

/** `createPageHTML(count, current0, "index", "html")`, with or without a leading element id. */
function trsPaging(tree: PageTree, base: string): Paging | null {
  for (const script of tree.scripts) {
    for (const call of script.code.matchAll(/create\w{0,8}Page\w{0,10}\s*\(([^()]{3,200})\)/gi)) {
      const paging = trsCall(call[1] ?? '', base)
      if (paging) return paging
    }
  }
  return null
}

function trsCall(text: string, base: string): Paging | null {
  const args = text.split(',').map((arg) => arg.trim())
  const quoted = (arg: string): string | null => /^(['"])(.*)\1$/.exec(arg)?.[2] ?? null
  const numbers = args.filter((arg) => /^\d{1,5}$/.test(arg)).map(Number)
  const words = args.map(quoted).filter((word) => word !== null && /^[\w-]{1,60}$/.test(word))
  const ext = words.findIndex((word) => /^(s?html?|jsp|aspx?|php)$/i.test(word ?? ''))
  const name = ext > 0 ? words[ext - 1] : undefined
  const pages = numbers[0]
  const current = numbers[1]
  if (pages === undefined || current === undefined || !name || current >= Math.max(1, pages))
    return null
  return trsSeries('trs', pages, current, name, words[ext] ?? '', base)
}

/** The same system with its script written out: `var countPage = 67`, `currentPage = 0`, `href="default.shtml"`. */
function trsInline(tree: PageTree, base: string): Paging | null {
  for (const { code } of tree.scripts) {
    const pages = /\bcountPage\s*=\s*(\d{1,5})/.exec(code)?.[1]
    if (pages === undefined) continue
    const current = /\bcurrentPage\s*=\s*(\d{1,5})/.exec(code)?.[1]
    const file = /href=\\?["']([\w-]{1,60})\.(s?html?|jsp|aspx?)\\?["']/.exec(code)
    if (current === undefined || !file) continue
    if (Number(current) >= Math.max(1, Number(pages))) continue
    return trsSeries(
      'trs-inline',
      Number(pages),
      Number(current),
      file[1] ?? '',
      file[2] ?? '',
      base,
    )
  }
  return null
}

/** Page 1 is `index.html`, page n `index_{n-1}.html`. */
function trsSeries(
  family: PagingFamily,
  pages: number,
  current: number,
  name: string,
  ext: string,
  base: string,
): Paging {
  const at = (index: number): string | null =>
    resolveUrl(index === 0 ? `${name}.${ext}` : `${name}_${index}.${ext}`, base)
  const urls: string[] = []
  for (let index = 0; index < Math.min(pages, MAX_PAGES); index++) {
    const one = at(index)
    if (one !== null && index !== current) urls.push(one)
  }
  const next = current + 1 < pages ? at(current + 1) : null
  return { pages, next, urls, style: 'trs', because: pagingGrounds(family) }
}

/** Hanweb jpage: the script carries totals; further pages come as `?uid=…&pageNum=n` of the same column. */
function hanwebPaging(tree: PageTree, url: string): Paging | null {
  for (const script of tree.scripts) {
    const total = /totalRecord\s*[:=]\s*['"]?(\d{1,7})/i.exec(script.code)?.[1]
    if (total === undefined) continue
    const size = /perPage\s*[:=]\s*['"]?(\d{1,4})/i.exec(script.code)?.[1]
    const unit = /unitid\s*[:=]\s*['"]?(\d{1,12})/i.exec(script.code)?.[1]
    if (!size || !/dataproxy|jpage/i.test(script.code)) continue
    const pages = Math.max(1, Math.ceil(Number(total) / Math.max(1, Number(size))))
    const urls: string[] = []
    if (unit) {
      for (let page = 2; page <= Math.min(pages, MAX_PAGES); page++) {
        const one = resolveUrl(`?uid=${unit}&pageNum=${page}`, url)
        if (one !== null) urls.push(one)
      }
    }
    const because = pagingGrounds('hanweb')
    return { pages, next: urls[0] ?? null, urls, style: 'hanweb', because }
  }
  return null
}

/** An answer of the jpage proxy names the next group of records itself. */
function nextGroup(tree: PageTree, url: string): Paging | null {
  if (!isListEndpoint(url)) return null
  const group = tree.els.find((el) => el.tag === 'nextgroup')
  const link = group && tree.els.slice(group.i, group.last).find((el) => el.tag === 'a')
  const next = link ? resolveUrl(link.attrs.href ?? '', url) : null
  if (next === null || next === url) return null
  const because = pagingGrounds('hanweb-proxy')
  return { pages: null, next, urls: [next], style: 'hanweb', because }
}

const NEXT = /^(下一?页|下页|后一?页|后页|next( ?page)?|>|›|下一页>+|»)$/i
const LAST = /^(尾页|末页|最后一?页|last|>>)$/i
const NUMBER = /^\[?(\d{1,4})\]?$/

interface NumberedLink {
  readonly page: number
  readonly url: string
}

function linkedPaging(tree: PageTree, url: string, base: string): Paging | null {
  const here = resolveUrl(url, url)
  let next: El | null = null
  let lastUrl: string | null = null
  const numbered: NumberedLink[] = []
  for (const el of tree.tagged('a')) {
    if (el.to - el.from > 12) continue
    const text = wordsOf(tree, el)
    if (NEXT.test(text)) next ??= el
    else if (LAST.test(text)) lastUrl ??= targetOf(el, base)?.url ?? null
    else {
      const page = NUMBER.exec(text)?.[1]
      const target = page === undefined ? null : targetOf(el, base)
      if (page !== undefined && target) numbered.push({ page: Number(page), url: target.url })
    }
  }
  const nextUrl = next ? (targetOf(next, base)?.url ?? null) : null
  const told = pagesTold(tree.flat)
  const steps = pageSteps(numbered, told)
  // A pager that names neither what follows nor how many there are leads to its first pages at least: numbers that begin
  // higher are issues, terms or days.
  const isBare = next === null && lastUrl === null && told === null
  const [only] = steps
  const two = isBare && steps.length === 1 && only !== undefined && isSecondOf(url, only)
  if (isBare && !two && (steps.length < 2 || Math.min(...steps.map(({ page }) => page)) > 2))
    return null
  const run = samePattern(steps, nextUrl, lastUrl)
  if (next === null && told === null && run.known.length < 2 && !two) return null
  const pages = (told ?? run.highest) || null
  const series = seriesBetween(nextUrl, lastUrl, pages)
  const urls = series ?? (run.at === null || pages === null ? run.known : fill(run, pages))
  const others = [...new Set(urls)].filter((one) => one !== here)
  if (pages === null && nextUrl === null && others.length === 0) return null
  const known = others.length > 0 || nextUrl === null ? others : [nextUrl]
  const family = habitOf(known, series !== null)
  const style = family === 'query' ? 'query' : 'links'
  const because = pagingGrounds(family)
  return { pages, next: nextUrl !== here ? nextUrl : null, urls: others, style, because }
}

/** A list of two pages may print nothing but `1` and, linked, `2`: that address is the page's own with the number changed or added. */
function isSecondOf(url: string, { page, url: second }: NumberedLink): boolean {
  if (page !== 2) return false
  const own = url.replace(/[?#].*$/, '')
  return [
    own.replace(/1(\.\w{3,5})?$/, '2$1'),
    own.replace(/(?:\/|(\.\w{3,5}))$/, '_2$1'),
    own.replace(/(?:\/|(\.\w{3,5}))$/, '_1$1'),
    // Counted downwards, the second of two is number 1.
    own.replace(/(\.\w{3,5})$/, '/1$1'),
    own.replace(/\/$/, '/index_2.html'),
    own.replace(/\/$/, '/index_1.html'),
  ].some((one) => one !== own && one === second)
}

/** First number that may be a year of a year folder (`/nb/2025/`) as well as a page. */
const YEARS_FROM = 1950
const YEARS_TO = 2100

/** Links whose number counts pages: not the years that a list is sorted by, unless its pages are that many. */
function pageSteps(numbered: readonly NumberedLink[], told: number | null): NumberedLink[] {
  const isYear = ({ page }: NumberedLink): boolean => page >= YEARS_FROM && page <= YEARS_TO
  if (told !== null && told >= YEARS_FROM) return [...numbered]
  const shapeOf = (one: NumberedLink): string => one.url.replace(/\d+/g, '0')
  const shapes = new Set(numbered.filter((one) => !isYear(one)).map(shapeOf))
  return numbered.filter((one) => !isYear(one) || shapes.has(shapeOf(one)))
}

function pagesTold(flat: string): number | null {
  const told =
    /共 ?(\d{1,5}) ?页/.exec(flat) ??
    /第? ?\d{1,5} ?页? ?\/ ?共? ?(\d{1,5}) ?页/.exec(flat) ??
    /共 ?\d{1,7} ?条[^\n\d]{0,12}\d{1,5} ?\/ ?(\d{1,5})/.exec(flat) ??
    /(?:页次|页码|当前页?) ?[：:]? ?\d{1,5} ?\/ ?(\d{1,5})/.exec(flat)
  return told?.[1] === undefined ? null : Number(told[1])
}

/** Systems that count pages downwards (`/59.htm` is page 2 of 60): the run from the next to the last page. */
function seriesBetween(
  next: string | null,
  last: string | null,
  pages: number | null,
): string[] | null {
  if (next === null || last === null || next === last) return null
  const from = next.split(/(\d+)/)
  const to = last.split(/(\d+)/)
  const differing = from.flatMap((part, k) => (part === to[k] ? [] : [k]))
  const spot = differing[0]
  if (from.length !== to.length || differing.length !== 1 || spot === undefined) return null
  const first = Number(from[spot])
  const end = Number(to[spot])
  const size = Math.abs(end - first) + 1
  if (!Number.isFinite(size) || size > MAX_PAGES || (pages !== null && size > pages)) return null
  const step = end >= first ? 1 : -1
  return Array.from({ length: size }, (_, k) =>
    from.map((part, at) => (at === spot ? String(first + step * k) : part)).join(''),
  )
}

interface Run {
  readonly known: readonly string[]
  readonly highest: number | null
  /** Address of page n, when two numbered addresses agree on where n stands. */
  readonly at: ((page: number) => string) | null
}

/** Finds where the page number stands in the addresses; some systems count from 0 or downwards. */
function samePattern(
  numbered: readonly NumberedLink[],
  next: string | null,
  last: string | null,
): Run {
  const known = [...numbered].sort((a, b) => a.page - b.page).map((one) => one.url)
  if (known.length === 0 && next !== null) known.push(next)
  if (last !== null) known.push(last)
  const spots = numbered.map((one) => ({ ...one, parts: one.url.split(/(\d+)/) }))
  for (let a = 0; a < spots.length; a++) {
    for (let b = a + 1; b < Math.min(spots.length, a + 4); b++) {
      const first = spots[a]
      const second = spots[b]
      if (
        !first ||
        !second ||
        first.page === second.page ||
        first.parts.length !== second.parts.length
      )
        continue
      const differing = first.parts.flatMap((part, k) => (part === second.parts[k] ? [] : [k]))
      const spot = differing[0]
      if (differing.length !== 1 || spot === undefined || spot % 2 === 0) continue
      const n1 = Number(first.parts[spot])
      const n2 = Number(second.parts[spot])
      const step = (n2 - n1) / (second.page - first.page)
      if (step !== 1 && step !== -1) continue
      const at = (page: number): string =>
        first.parts
          .map((part, k) => (k === spot ? String(n1 + step * (page - first.page)) : part))
          .join('')
      const lastNumber = last === null ? null : Number(last.split(/(\d+)/)[spot])
      const highest =
        lastNumber !== null && Number.isFinite(lastNumber) && (lastNumber - n1) * step >= 0
          ? (lastNumber - n1) * step + first.page
          : Math.max(...numbered.map((one) => one.page))
      return { known, highest, at }
    }
  }
  const highest = numbered.length > 0 ? Math.max(...numbered.map((one) => one.page)) : null
  return { known, highest, at: null }
}

function fill(run: Run, pages: number): string[] {
  const urls: string[] = []
  const { at } = run
  if (at === null) return [...run.known]
  for (let page = 2; page <= Math.min(pages, MAX_PAGES); page++) urls.push(at(page))
  return urls
}
