/**
 * What a page offers to be visited: dated entries of its lists and the files it attaches, with their purpose. Which of it is
 * visited is links'.
 */
import type { UrlPurpose } from '#model/capture'
import { type CivilDay, type Page, subjectItems } from '#model/page'
import {
  ANNUAL_REPORT,
  ANNUAL_TABLE,
  CATALOGUE,
  DOCUMENT,
  isDataFile,
  isNameList,
  isPaper,
  isRequestForm,
  REQUIRED_TEXT,
} from './link-purpose.ts'

export interface Candidate {
  readonly url: string
  readonly purpose: UrlPurpose
  /** A file whose text is wanted, not only its state. */
  readonly whole?: boolean
  /** An entry of the page's own list, or a file of it: read also where it stands beside the portal's folder. */
  readonly listed?: boolean
}

/** The same host, or one of the same place (`xxgk.city.gov.cn` beside `www.city.gov.cn`). */
export function areNear(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => `.${new URL(url).hostname.replace(/^www\./, '')}`)
  return a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a))
}

/**
 * Day of the last dated entry of the page's own list (pinned entries stand at its head); null where there is none, or where
 * the list holds documents of any year that rules ask for.
 */
export function lastDay(page: Page): CivilDay | null {
  const items = subjectItems(page)
  if (items.some((item) => REQUIRED_TEXT.test(item.title))) return null
  const days = items.flatMap((item) => item.publishedOn?.value ?? [])
  return days.at(-1) ?? null
}

export function datedItems(page: Page): Candidate[] {
  const found: Candidate[] = []
  for (const { items, subject } of page.lists) {
    for (const { url, publishedOn, title } of items) {
      if (url === null || publishedOn === null) continue
      const purpose = REQUIRED_TEXT.test(title) ? 'required-document' : 'item'
      found.push({ url, purpose, listed: subject })
    }
  }
  return found
}

/** What a picture shows that no text beside it tells. */
const REFERRED = /(?:流程|程序|结构|架构|组织|示意|分布|平面|规划|一|长)图|图解|二维码|扫码|扫一扫/
/** Pictures of one page asked for. */
const MAX_PICTURES = 6
/** Words of a page beside its title that a picture on it may be all it has to show. */
const SCANT = 60

/**
 * Pictures are asked for only where one that is not there leaves the visitor with nothing: codes of new-media accounts on
 * the home page, and elsewhere what a page shows in the place of words, or by its own words refers to (a flow chart, a code).
 * Films of a page are what it is for.
 */
export function picturesOf(page: Page, isHome: boolean): Candidate[] {
  const { attachments, lists, pictures = [] } = page
  const isBare = attachments.length === 0 && !lists.some(({ subject }) => subject)
  const isShown = !isHome && isBare && ownWords(page) <= SCANT
  const urls = pictures.flatMap(({ alt, caption, code, inBody, played, url }) => {
    if (url === null) return []
    if (isHome) return code === true ? [url] : []
    const isReferred = code === true || [alt, caption].some((words) => REFERRED.test(words ?? ''))
    return (isShown || isReferred || played === true) && inBody && areNear(url, page.url)
      ? [url]
      : []
  })
  return urls.slice(0, MAX_PICTURES).map((url) => ({ url, purpose: 'attachment' }))
}

/** Letters that a page shows beside its title; what an article's links to others say (相关文件：…) is not its own. */
function ownWords({ kind, links, text, title }: Page): number {
  const all = text.length - (title ?? '').length
  if (kind.value !== 'article' || all <= SCANT || text.length > text.excerpt.length) return all
  const named = links.flatMap(({ text: name }) => (name.length >= LEAST_NAME ? [name] : []))
  const others = text.excerpt
    .split('\n')
    .filter((line) =>
      named.some((name) => line.length <= name.length + LEAD_IN && line.includes(name)),
    )
  return all - others.reduce((sum, line) => sum + line.length, 0)
}

/** 原文链接：, 相关文件： */
const LEAD_IN = 12
const LEAST_NAME = 6

/** What the page attaches; what is judged by its text is wanted whole. */
export function* filesOf(page: Page): Generator<Candidate> {
  // What the annual report attaches is part of it.
  const isJudged = (title: string): boolean =>
    ANNUAL_REPORT.test(title) || ANNUAL_TABLE.test(title) || CATALOGUE.test(title)
  const isReport = page.kind.value === 'article' && isJudged(page.title ?? '')
  for (const { url, title, type } of page.attachments) {
    const isDocument = DOCUMENT.test(type)
    if (isDocument && (isReport || isJudged(title) || isRequestForm(page, title)))
      yield { url, purpose: 'required-document', whole: true, listed: true }
    else if (isDataFile(page, type) || (isDocument && isNameList(page, title)))
      yield { url, purpose: 'name-list', whole: true, listed: true }
    else if (isDocument && isPaper(page, title))
      yield { url, purpose: 'paper', whole: true, listed: true }
    else yield { url, purpose: 'attachment' }
  }
}
