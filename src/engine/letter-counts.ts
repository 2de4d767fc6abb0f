/**
 * Statistics of letters: whether they are shown, and what they print that cannot be, or hardly: a rate above one or beside
 * its own counts, more settled than received. In sentences, and in the rows of a table below a head that names both.
 */
import { clip, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { Page } from '#model/page'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { viewsOf } from './elements.ts'
import { hollowWords } from './hollow-pages.ts'

export interface OddCount {
  /** `excess`: the settled are said to be some of the received, which `counts` leaves open. */
  readonly kind: 'rate' | 'counts' | 'share' | 'excess'
  readonly url: string
  /** As printed. */
  readonly words: string
}

const RATE =
  /(?:办结|办理|答复|回复)率[^\d\n。，,；;比提增升高降长]{0,6}(\d{3,4}(?:\.\d+)?)\s?[%％]/
/** 收到留言214件，办结231件; 来信总数：146 已答复：158: of one time, nothing between. */
const BOTH =
  /(?:收到|受理|来信|收信|信件|留言)(?:群众|网民|公众)?(?:留言|来信|信件|诉求)?(?:共|总)?(?:数|量)?(?:共计?)?\s?[：:]?\s*(\d{1,6})\s*(?:件|条|封|[，,、；;]|(?=\s))(?:其中)?[，,、；;。（(\s|]{0,3}(?:其中)?(?:已)?(?:公开)?(?:办结|答复|回复)(?:留言|来信|信件|总)?(?:数|量)?\s?[：:]?\s*(\d{1,6})(?:\s*(?:件|条|封)|(?=[\s，,、；;。）)]|$))/
const RECEIVED = /^(?:收到|受理|来信|收信|留言)(?!.*(?:率|时间|日期|天|内容|标题))/
const SETTLED = /^(?:已)?(?:办结|答复|回复)(?!.*(?:率|时间|日期|天|内容|单位|部门))/
const WHOLE_NUMBER = /^\d{1,6}$/

/** 收到来信200件，已办结180件，办结率98%: one clause behind the other, and no rate of what was done in time or was due. */
const SHARE = new RegExp(
  `${BOTH.source}[^。；;\\n\\d]{0,6}(?<![时期应])(?:办结|答复|回复)率[^\\d\\n。，,；;比提增升高降长]{0,6}(\\d{1,2}(?:\\.\\d+)?)\\s?[%％]`,
)
/** Rounding explains less. */
const ROUNDED = 1.5

function sharesApart(excerpt: string): string | null {
  const [words, received, settled, rate] = SHARE.exec(excerpt) ?? []
  if (words === undefined || Number(received) === 0 || Number(settled) > Number(received))
    return null
  const share = (100 * Number(settled)) / Number(received)
  return Math.abs(share - Number(rate)) > ROUNDED ? squash(words) : null
}

/** The first rate above one on any of these pages, else the first count of more settled than received. */
export function oddCount(pages: readonly Page[]): OddCount | null {
  for (const { url, text } of pages) {
    const found = RATE.exec(text.excerpt)
    if (found !== null && Number(found[1]) > 100) return { kind: 'rate', url, words: found[0] }
  }
  for (const { url, text } of pages) {
    const found = BOTH.exec(text.excerpt)
    const words = found !== null && Number(found[2]) > Number(found[1]) ? found[0] : null
    const odd = words ?? crossedRow(text.excerpt)
    if (odd !== null)
      return { kind: isOfReceived(text.excerpt, odd) ? 'excess' : 'counts', url, words: odd }
    const share = sharesApart(text.excerpt)
    if (share !== null) return { kind: 'share', url, words: share }
  }
  return null
}

/** Nothing is brought over: of all letters ever, or of those that came in the same time. */
const EVER =
  /(?:开通|开办|上线|建站|运行|设立)以来[^。；\n]{0,12}$|(?<![年月季]度?[^，。；\n]{0,8})累计[^。；\n]{0,8}$/
const SAME_TIME =
  /(?:当|本|同)(?:月|年|期|季)度?(?:所)?(?:新?收到?|受理|来信)[^\n。；]{0,16}(?:中|已)[^\n。；]{0,6}(?:办结|答复|回复)|[只仅]统计(?:当|本)(?:月|年|期|季)/

function isOfReceived(excerpt: string, words: string): boolean {
  const at = excerpt.indexOf(words)
  const before = excerpt.slice(Math.max(0, at - 30), Math.max(0, at))
  return /其中/.test(words) || SAME_TIME.test(excerpt) || EVER.test(before)
}

/** 2026年7月 12 19, below 月份 收到（件） 办结（件）. */
function crossedRow(excerpt: string): string | null {
  let head: readonly string[] = []
  for (const line of excerpt.split('\n').map(squash)) {
    const cells = line.split(' ')
    if (cells.some((one) => RECEIVED.test(one)) && cells.some((one) => SETTLED.test(one)))
      head = cells
    else if (cells.length === head.length) {
      const [received, settled] = [RECEIVED, SETTLED].map(
        (sign) => cells[head.findIndex((one) => sign.test(one))] ?? '',
      )
      const isRow = WHOLE_NUMBER.test(received ?? '') && WHOLE_NUMBER.test(settled ?? '')
      if (isRow && Number(settled) > Number(received)) return line
    }
  }
  return null
}

/** 收到留言 120 件，办结 118 件; or a page or link that says so in its name. */
const COUNTED =
  /(?:收到|收信|收件|受理|来信|来件|信件|留言|诉求|办件|咨询)(?:总)?(?:数|量)?[^\n。]{0,12}?\d+\s*(?:件|条|封)|(?:办结|答复|回复)(?:率|数|量|总数)[^\n。]{0,8}\d|(?:来信|留言|收信|信件)(?:总|件)?(?:数|量)\s?[：:]\s?\d/
const COUNTED_NAME =
  /(?:留言|信件|来信|办信|办理|办件|互动|受理|答复|回复)(?:情况)?(?:数据)?统计|统计数据/

/** 办件统计 below 政务服务 counts permits and certificates, no letters. */
const OF_SERVICES = /^(?:政务|服务)?(?:办理|办件|受理)/
const SERVICES = /服务|办事/

/** Columns that say in their name that they count. */
export function countingColumns(site: SiteView): readonly Column[] {
  return site.columns.filter(({ name }) => COUNTED_NAME.test(name))
}

/** Those of letters: 统计数据 is also what statisticians publish, 办件统计 counts permits. */
export function countingLettersColumns(site: SiteView): readonly Column[] {
  return countingColumns(site).filter(
    ({ name, topic, trail }) =>
      topic?.value !== 'statistics' &&
      topic?.value !== 'openData' &&
      !(OF_SERVICES.test(name) && trail.slice(0, -1).some((above) => SERVICES.test(above))),
  )
}

/** Addresses of pages that are named so where the letters stand. */
export function countingLinks(page: Page | null): readonly string[] {
  const links = page?.links.filter(({ area }) => area !== 'nav' && area !== 'footer') ?? []
  return links.flatMap(({ text, url }) => (COUNTED_NAME.test(text) ? [url] : []))
}

export interface LetterFigures {
  /** Where figures stand, or a name that promises them on a page that was not read or holds more. */
  readonly shown: Place | null
  /** A page so named that was read whole and holds no figure, with all it says. */
  readonly bare: { readonly name: string; readonly said: string; readonly place: Place } | null
}

/** Counts of letters received and settled: in words on the columns' pages, or on a page named after them. */
export function letterFigures(site: SiteView, columns: readonly Column[]): LetterFigures {
  const own = new Set(columns.map(({ url }) => placeKey(url)))
  let bare: LetterFigures['bare'] = null
  const isBare = (name: string, url: string, place: Place): boolean => {
    const said = hollowWords(site, url, name)
    if (said === null || said === '' || /\d/.test(said)) return false
    const view = site.pageAt(url)
    bare ??= {
      name,
      said,
      place: view === null ? place : { url: view.page.url, at: null, quote: said },
    }
    return true
  }
  for (const view of new Set(columns.flatMap((column) => viewsOf(site, column)))) {
    const { url, kind, text, links } = view.page
    // A letter's own text counts nothing; the column's page does, whatever it is taken for.
    const isLetter = kind.value === 'article' && !own.has(placeKey(url))
    const counted = COUNTED.exec(text.excerpt)?.[0]
    if (counted !== undefined && (!isLetter || isBoard(view)))
      return { shown: { url, at: null, quote: clip(counted, 60) }, bare }
    const link = links.find(
      (one) =>
        one.area !== 'nav' &&
        one.area !== 'footer' &&
        COUNTED_NAME.test(one.text) &&
        !isBare(one.text, one.url, { url, at: one.at, quote: one.text }),
    )
    if (link !== undefined) return { shown: { url, at: link.at, quote: link.text }, bare }
  }
  const named = countingLettersColumns(site).find(
    ({ name, url, place }) => !isBare(name, url, place),
  )
  return { shown: named?.place ?? null, bare }
}

/** Letters with their answers, one below the other, read like one text. */
function isBoard({ page }: PageView): boolean {
  return (page.messages ?? []).length > 1
}
