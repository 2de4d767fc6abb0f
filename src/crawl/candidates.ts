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

/** Pictures of a home page asked for: those of a few accounts. */
const MAX_CODES = 6

/** Codes of new-media accounts: pictures are asked for nowhere else, but who scans one that is not there reaches nobody. */
export function codesOf({ pictures = [] }: Page): Candidate[] {
  const urls = pictures.flatMap(({ code, url }) => (code === true && url !== null ? [url] : []))
  return urls.slice(0, MAX_CODES).map((url) => ({ url, purpose: 'attachment' }))
}

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
