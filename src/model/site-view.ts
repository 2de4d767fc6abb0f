/**
 * SiteView: all that a check may see of one run of one portal. Built by `understand` from pages and captures,
 * read-only, offline. Every reading a check may accuse with points to the page and span it came from.
 */
import type { SearchQuery } from '#base/query-address'
import type { AnnualReportContent } from './annual-report.ts'
import {
  type Capture,
  type FailReason,
  isPartlyRendered,
  type StoredCapture,
  type UrlState,
} from './capture.ts'
import type { CivilDay, LinkArea, Page, Reading, Span } from './page.ts'
import type { SearchForm } from './page-search.ts'
import type { Agency, Portal } from './portal.ts'
import type { AxeReading, HttpsReading, Ipv6Reading } from './probe.ts'
import type { AnnualTableContent } from './site-annual-table.ts'

export type Coverage = 'complete' | 'partial'

/** A place that can be cited: page address (as captured) and where on it. */
export interface Place {
  readonly url: string
  /** Span in the decoded text; null cites the page as a whole. */
  readonly at: Span | null
  /** What stands there, as a reader sees it. */
  readonly quote: string
  /** Id of the capture it stands in, where that is not the page's own (the rendered page behind a probe). */
  readonly capture?: string
}

export interface ColumnItem {
  readonly title: string
  readonly url: string | null
  readonly publishedOn: Reading<CivilDay> | null
  /** Day the store first saw this item in an earlier or this run; null when no history exists. */
  readonly firstSeen: CivilDay | null
  readonly place: Place
}

export interface Column {
  readonly id: string
  readonly name: string
  /** Canonical topic id of the lexicon (`notices`, `ogiAnnualReports` …). */
  readonly topic: Reading<string> | null
  readonly trail: readonly string[]
  readonly url: string
  readonly parent: string | null
  readonly children: readonly string[]
  /** `external`: the link leaves the portal; `script`: only a script call names it. */
  readonly kind: 'local' | 'external' | 'script'
  readonly coverage: Coverage
  /** Why coverage is partial, in Chinese; null when complete. */
  readonly coverageBecause: string | null
  /** How its further list pages were found, and on what knowledge of the system (Chinese); null where it has none. */
  readonly pagingBecause?: string | null
  readonly items: readonly ColumnItem[]
  readonly firstPageItems: number
  readonly newest: {
    readonly value: CivilDay
    readonly because: string
    readonly place: Place
  } | null
  /** `script`: dates are written by script and were not rendered. */
  readonly dates: 'printed' | 'script' | 'none'
  /** Fetched, readable, and neither items nor text of its own. */
  readonly empty: boolean
  readonly underConstruction: boolean
  /** The column's own page (list page 1). */
  readonly place: Place
  /** The box of its page that is the column, where a tab of that page stands for it. */
  readonly panel?: Span
  /** Where the portal links to it from (navigation, home …). */
  readonly linkedFrom: readonly Place[]
}

/** One government-information annual report (政府信息公开工作年度报告). */
export interface AnnualReport {
  /** Year reported (published the year after). */
  readonly year: number
  readonly title: string
  readonly url: string
  readonly publishedOn: Reading<CivilDay> | null
  /** Parts recognised, by their Chinese title. */
  readonly parts: readonly string[]
  readonly tables: 'html' | 'attachment' | 'picture' | 'none'
  readonly place: Place
  /** Its parts and tables, where text of the page or of an attached file could be read. */
  readonly content?: AnnualReportContent
  /** Attached files that may hold what `content` lacks and gave no text, with the reason (Chinese). */
  readonly unread?: readonly string[]
  /** Grounds for taking it as a report and for its year, in Chinese. */
  readonly because?: string
}

/** One website annual table (政府网站工作年度报表). */
export interface SiteAnnualTable {
  readonly year: number
  readonly title: string
  readonly url: string
  readonly publishedOn: Reading<CivilDay> | null
  /** Linked from the home page itself. */
  readonly onHome: Place | null
  readonly place: Place
  /** Its fields, where they could be read. */
  readonly content?: AnnualTableContent
}

export interface Leader {
  readonly name: string
  readonly post: string | null
  readonly duties: string | null
  readonly place: Place
}

/** One distinct link target with what a visit said of it. */
export interface LinkTarget {
  readonly url: string
  readonly internal: boolean
  readonly isAttachment: boolean
  /** Last visit; null when never visited. */
  readonly visit: LinkVisit | null
  /** The visit before it (a broken link is claimed only after a second visit). */
  readonly firstVisit: LinkVisit | null
  readonly state: UrlState
  readonly reason: string | null
  /** Pages that carry the link; the first is the one nearest to the home page. */
  readonly from: readonly {
    readonly url: string
    readonly text: string
    readonly area: LinkArea
    readonly at: Span
  }[]
}

export type LinkVisit =
  | {
      readonly state: 'stored'
      readonly capture: string
      readonly at: number
      readonly status: number
      /** What showed that a protection answered, Chinese. */
      readonly blocked: string | null
      /** Answered with success, but with a page that says that nothing is there (soft 404). */
      readonly missing?: true
      /** Answered with success, and the body asked for had no bytes. */
      readonly empty?: true
      /** The host that answered in the end, where it is not the one asked. */
      readonly movedTo?: string
    }
  | {
      readonly state: 'failed'
      readonly capture: string
      readonly at: number
      readonly reason: FailReason
    }

/** A link or picture that leads to a new-media account (政务新媒体). */
export interface NewMediaEntry {
  readonly kind: 'weibo' | 'wechat' | 'app' | 'other'
  readonly label: string
  readonly place: Place
  /** The picture that is its code, with what visits said of it. */
  readonly code?: { readonly url: string } & Pick<LinkTarget, 'visit' | 'firstVisit'>
}

/** An online channel for public opinion (民意征集/意见征集), with the form it offers. */
export interface OpinionChannel {
  readonly url: string
  readonly name: string
  /** `mail-only` names an address but has no form (does not count as online). */
  readonly form: 'online' | 'mail-only' | 'none' | 'unknown'
  readonly place: Place
  /** Where calls offer forms on pages of their own: how many do, and those whose pages name a mail address and nothing else. */
  readonly calls?: { readonly online: number; readonly byMail: readonly MailedCall[] }
}

export interface MailedCall {
  readonly title: string
  readonly place: Place
}

/** One public message (留言、来信) and what is printed of its answer, list row and own page put together. */
export interface PublicMessage {
  readonly title: string
  /** Day of asking as labelled; null where only the answer's day is printed. */
  readonly askedOn: CivilDay | null
  readonly answeredOn: CivilDay | null
  /** As printed; `blank`: a column for the answer's day stands empty and no state is printed. */
  readonly state: 'answered' | 'unanswered' | 'withdrawn' | 'blank' | null
  /** Civil day of the visit that saw it so. */
  readonly seenOn: CivilDay
  readonly place: Place
  /** Its own page, where a row of a board leads to one. */
  readonly url?: string
}

/** One call for comments (意见征集、草案征求意见、问卷). */
export interface Consultation {
  readonly title: string
  readonly url: string
  readonly publishedOn: CivilDay | null
  readonly closesOn: CivilDay | null
  /** On the day of judging: by the last day printed, else by its words (已结束). */
  readonly state: 'open' | 'closed' | 'unknown'
  /** A draft is attached or printed with it. */
  readonly draft: boolean
  /** Where its result is published: a page of its own linked or named after it, or a part of its page. */
  readonly feedback: Place | null
  /** Pages about results that name no call and may be its: none that came before it, or that name another matter. */
  readonly otherFeedback: readonly Place[]
  /** Where its end is printed, else its page. */
  readonly place: Place
}

/** One service guide (办事指南) with the eight elements of 国办秘函〔2019〕19号. */
export interface ServiceGuide {
  readonly title: string
  readonly url: string
  readonly missing: readonly string[]
  /** Elements for which a neighbour alone stands (办理时限 for 办理时间), on a portal whose guides do not show which they mean. */
  readonly loose?: readonly string[]
  /** Where what is missing may still stand (a file, a picture, text written by script); null when all was read. */
  readonly unread: string | null
  readonly place: Place
}

/** One entry of the site map page (网站地图). */
export interface SitemapEntry {
  readonly text: string
  readonly url: string
  readonly place: Place
}

/** What one page offers to checks: its reading and the capture behind it. */
export interface PageView {
  readonly page: Page
  readonly capture: Capture & { state: 'stored' }
  /** Links away from the home page, 0 = home. */
  readonly depth: number
}

/**
 * Why something of this page may not have been seen, because scripts write it (Chinese); null when nothing is known to
 * be hidden. A page shown in a browser hides only what the browser did not get.
 */
export function hiddenByScript({ page, capture }: PageView): string | null {
  if (capture.via === 'browser')
    return isPartlyRendered(capture) ? capture.remarks.join('，') : null
  return page.needsBrowser.value ? page.needsBrowser.because : null
}

/** What axe-core said of one page shown in a browser; the capture holds the DOM it looked at. */
export interface AccessibilityView {
  /** Address of the page, as it was asked for. */
  readonly url: string
  readonly capture: StoredCapture
  /** Instant, epoch milliseconds. */
  readonly at: number
  readonly reading: AxeReading
  /** Entry to the accessible version on the page as rendered; its span counts in the capture's text. */
  readonly entry: Page['accessibilityEntry']
}

/** A box of the portal that searches the site. */
export interface SearchEntry {
  readonly form: SearchForm
  /** Host it leads to, where that is none of the portal's. */
  readonly outside: string | null
  readonly place: Place
}

/** One title that the portal's own search was asked for. */
export interface SiteSearch {
  readonly query: SearchQuery
  readonly state: UrlState
  /** Chinese: what came of it. */
  readonly reason: string
  /** The page of results; null where nothing was stored. */
  readonly capture: StoredCapture | null
  /** Its reading, with `searchAnswer`; null where it is none that could be read. */
  readonly page: Page | null
}

export interface SiteSearches {
  readonly entries: readonly SearchEntry[]
  /** One of them can be asked by GET on the portal's own hosts. */
  readonly usable: boolean
  readonly asked: readonly SiteSearch[]
}

/** Facts of earlier runs, frozen when this view was built. */
export interface SiteHistory {
  /** First-seen day by item address. */
  readonly firstSeen: ReadonlyMap<string, CivilDay>
}

export interface SiteView {
  readonly run: {
    readonly id: string
    readonly startedAt: number
    readonly finishedAt: number | null
  }
  readonly agency: Agency
  readonly portal: Portal
  readonly asOf: CivilDay
  readonly coverage: Coverage
  /** Why coverage is partial, in Chinese; null when complete. */
  readonly coverageBecause: string | null
  /** Home page; null when it could not be read. */
  readonly home: PageView | null
  /** All captures of the run that failed, and pages that blocked us, by address. */
  readonly troubles: readonly {
    readonly url: string
    readonly reason: string
    readonly capture: string
  }[]
  readonly pages: readonly PageView[]
  /**
   * Read beside the portal: its part of a superior's platform, articles of its lists on another host. Their head, foot and
   * menus are another site's; columns, documents and texts are the portal's.
   */
  readonly besidePages: readonly PageView[]
  /** Page by any address it was asked for or ended at, those beside the portal included. */
  pageAt(url: string): PageView | null
  readonly counts: {
    readonly fetched: number
    readonly rendered: number
    readonly blocked: number
    readonly failed: number
    readonly notVisited: Readonly<Record<string, number>>
  }
  readonly columns: readonly Column[]
  /** Columns of a topic with sureness at least `least` (default 0.5). */
  columnsOf(topic: string, least?: number): readonly Column[]
  readonly annualReports: readonly AnnualReport[]
  /** Reports of other organs by their titles, which the portal gathers. */
  readonly collectedReports: readonly AnnualReport[]
  readonly siteAnnualTables: readonly SiteAnnualTable[]
  readonly leaders: readonly Leader[]
  /** Those whom these columns name: of two bodies on one portal each has its own, whatever they are called. */
  leadersIn?(columns: readonly Column[]): readonly Leader[]
  readonly links: readonly LinkTarget[]
  readonly newMedia: readonly NewMediaEntry[]
  readonly opinionChannels: readonly OpinionChannel[]
  readonly messages: readonly PublicMessage[]
  readonly consultations: readonly Consultation[]
  readonly serviceGuides: readonly ServiceGuide[]
  /** Site map page and its entries; null when the portal has none that could be read. */
  readonly sitemap: { readonly place: Place; readonly entries: readonly SitemapEntry[] } | null
  readonly unknownColumns: readonly {
    readonly name: string
    readonly url: string
    readonly proposedTopic: string
  }[]
  /** Entries that name a topic, without a readable address and without a column read: it may exist unseen. */
  readonly bareEntries: readonly {
    readonly text: string
    readonly topic: string
    readonly place: Place
  }[]
  /** One entry a page examined, nearest to home first; empty where no browser was used. */
  readonly accessibility: readonly AccessibilityView[]
  /** IPv6 of the portal's hosts, as probed; empty where nobody asked. */
  readonly ipv6: readonly Ipv6Reading[]
  /** HTTPS of the home page's host where the home page came without it; null where it was not asked for. */
  readonly https: HttpsReading | null
  readonly search: SiteSearches
  readonly history: SiteHistory
}
