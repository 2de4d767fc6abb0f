/**
 * Every distinct address the read pages link to, with what visits said of it and the pages that carry it. Judges no
 * link: whether 404 after two visits is a broken link is a check's question.
 */
import { isListPart } from '#base/query-address'
import { extensionOf, hostOf } from '#base/url'
import type { Capture, StoredCapture, UrlState } from '#model/capture'
import type { LinkTarget, LinkVisit, PageView } from '#model/site-view'
import { isListEndpoint } from './paging-families.ts'
import { compareText, isReadable, type SiteIndex } from './site-index.ts'

const ATTACHMENT = new Set(
  'doc docx xls xlsx pdf ppt pptx wps et dps ofd zip rar 7z txt csv'.split(' '),
)

/** Paging whose printed links stand among the page's links anyway; the others come from what the page's script is told. */
const WORKED_OUT: ReadonlySet<string> = new Set(['links', 'query'])

interface Gathered {
  readonly from: LinkTarget['from'][number][]
  isAttachment: boolean
  lastPage: PageView | null
}

export function readLinkTargets(index: SiteIndex): readonly LinkTarget[] {
  const targets = new Map<string, Gathered>()
  const add = (
    view: PageView,
    link: LinkTarget['from'][number],
    target: string,
    isAttachment: boolean,
  ): void => {
    let entry = targets.get(target)
    if (entry === undefined) {
      entry = { from: [], isAttachment: isAttachment || isFile(target), lastPage: null }
      targets.set(target, entry)
    }
    entry.isAttachment ||= isAttachment
    // One mention a page: the first.
    if (entry.lastPage === view) return
    entry.lastPage = view
    entry.from.push(link)
  }
  // Views come nearest to home first, so each list of pages does too.
  for (const view of index.views) {
    if (!isReadable(view) || !index.isInternal(view.page.url)) continue
    const { page } = view
    for (const link of page.links) {
      // What only a page's script asks for, parts of a list by POST or GET, is no address that a visitor could open.
      if (isListPart(link.url) || isListEndpoint(link.url) || link.unused === true) continue
      // Steps between two printed ones are our own sum: where one leads nowhere, no visitor meets it.
      if (link.how === 'paging' && WORKED_OUT.has(page.paging?.style ?? '')) continue
      add(view, { url: page.url, text: link.text, area: link.area, at: link.at }, link.url, false)
    }
    for (const file of page.attachments) {
      add(view, { url: page.url, text: file.title, area: 'main', at: file.at }, file.url, true)
    }
  }
  const visits = visitsByUrl(index.captures)
  return [...targets.entries()]
    .map(([url, entry]): LinkTarget => {
      // Another spelling of the same place was visited in its stead.
      const twin = index.viewAt(url)?.capture
      const seen = visits.get(url) ?? (twin === undefined ? [] : [twin])
      const row = index.frontierAt(url)
      return {
        url,
        internal: index.isInternal(url),
        isAttachment: entry.isAttachment,
        visit: visitOf(seen.at(-1), isMissing(index, url), index.isInternal(url)),
        firstVisit: seen.length > 1 ? visitOf(seen.at(-2)) : null,
        state: row?.state ?? stateWithoutRow(seen.at(-1)),
        reason: row?.reason ?? null,
        from: entry.from,
      }
    })
    .sort((a, b) => compareText(a.url, b.url))
}

/** What visits said of an address that is no link: a picture. */
export function visitsOf(index: SiteIndex, url: string): Pick<LinkTarget, 'visit' | 'firstVisit'> {
  const seen = index.captures.filter((capture) => capture.url === url)
  return {
    visit: visitOf(seen.at(-1), false, index.isInternal(url)),
    firstVisit: seen.length > 1 ? visitOf(seen.at(-2)) : null,
  }
}

function visitsByUrl(captures: readonly Capture[]): ReadonlyMap<string, readonly Capture[]> {
  const visits = new Map<string, Capture[]>()
  for (const capture of captures) {
    const known = visits.get(capture.url)
    if (known === undefined) visits.set(capture.url, [capture])
    else known.push(capture)
  }
  return visits
}

/** A page that reads as an error page although the server answered with success. */
function isMissing(index: SiteIndex, url: string): boolean {
  const view = index.viewAt(url)
  return view?.page.kind.value === 'error' && view.capture.status < 400
}

/** `own`: on the portal's hosts, where visits ask for the body (elsewhere often for the head alone). */
function visitOf(capture: Capture | undefined, missing = false, own = false): LinkVisit | null {
  if (capture === undefined) return null
  if (capture.state === 'failed') {
    return { state: 'failed', capture: capture.id, at: capture.at, reason: capture.reason }
  }
  return {
    state: 'stored',
    capture: capture.id,
    at: capture.at,
    status: capture.status,
    blocked: capture.blocked?.because ?? null,
    ...(missing && capture.status < 400 ? { missing } : {}),
    ...(own && isEmptyBody(capture) ? { empty: true } : {}),
    ...movedOf(capture),
  }
}

function movedOf({ url, finalUrl }: StoredCapture): { readonly movedTo?: string } {
  if (finalUrl === url) return {}
  const host = hostOf(finalUrl)
  return host === hostOf(url) ? {} : { movedTo: host }
}

/** No byte came and none was promised: a body lost on the way is no empty file. */
function isEmptyBody({ status, bytes, truncated, headers, remarks }: StoredCapture): boolean {
  if (status !== 200 || bytes > 0 || truncated || remarks.length > 0) return false
  const promised = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return promised === undefined || Number(promised) === 0
}

/** An address that never entered the frontier: fetched if a capture exists, else outside what was crawled. */
function stateWithoutRow(capture: Capture | undefined): UrlState {
  if (capture === undefined) return 'out-of-scope'
  return capture.state === 'stored' ? 'fetched' : 'failed'
}

function isFile(url: string): boolean {
  try {
    return ATTACHMENT.has(extensionOf(url))
  } catch {
    return false
  }
}
