/**
 * What `understand` read from one capture. Every reading that can be wrong carries its grounds (`because`,
 * Chinese, shown to evaluators) and `sureness` 0–1. Positions are spans in the decoded text (see `Span`),
 * so that a quote can be found again in the archived bytes.
 */

import type { AttachmentText, TextTable } from './attachment.ts'
import type { ClosingDay } from './closing-day.ts'
import type { HashLink, PageAnchor } from './page-anchor.ts'
import type { SearchAnswer, SearchForm } from './page-search.ts'

/** Half-open range [start, end) of UTF-16 units in the decoded page text. */
export type Span = readonly [start: number, end: number]

/** A civil day `YYYY-MM-DD` in Asia/Shanghai. */
export type CivilDay = string

export interface Reading<T> {
  readonly value: T
  readonly sureness: number
  readonly because: string
}

/** A reading with the place it stands. */
export interface PlacedReading<T> extends Reading<T> {
  readonly at: Span | null
}

export type PageKind =
  | 'home'
  | 'listing'
  | 'article'
  | 'directory'
  | 'form'
  | 'file'
  | 'error'
  | 'other'

/** What people read for a kind of page. */
export const PAGE_KIND_NAMES: Readonly<Record<PageKind, string>> = {
  home: '首页',
  listing: '列表页',
  article: '内容页',
  directory: '目录页',
  form: '表单页',
  file: '文件',
  error: '错误页',
  other: '其他页面',
}

/** A date that could pass for the day of publication and differs from the one read, or was not taken for one. */
export interface DateConflict {
  /** The PubDate tag, the day in the address, another printed day of publication. */
  readonly from: 'tag' | 'address' | 'printed'
  readonly value: CivilDay
  /** The tag holds the time at which the file was made: a stamp of the system, or the page itself, says so. */
  readonly generated?: true
  /** Chinese. */
  readonly because: string
  readonly at: Span | null
  readonly quote: string
}

/** Where a link stands on its page. `nav` covers header menus and side menus; `trail` the 当前位置 line. */
export type LinkArea = 'nav' | 'trail' | 'list' | 'main' | 'footer' | 'other'

export interface PageLink {
  /** Absolute address, normalised, without fragment. */
  readonly url: string
  /** Visible text, or alt/title where the link is a picture. */
  readonly text: string
  /** `title` attribute, often the untruncated text. */
  readonly title: string | null
  readonly area: LinkArea
  /** How the address was found: href, or a readable script call. */
  readonly how: 'href' | 'script' | 'frame' | 'paging' | 'refresh'
  /** A function of the page is asked when it is clicked. */
  readonly guarded?: true
  /** In a string that nothing on the page uses: a way to look, and nothing that a visitor is shown for sure. */
  readonly unused?: true
  readonly at: Span
}

/** An entry whose address the markup does not tell (`javascript:;`). */
export interface BareEntry {
  /** Visible words; '' for a picture without words. */
  readonly text: string
  readonly at: Span
  /** The box of the same page that it shows (`href="#t2"`). */
  readonly panel?: Span
  /** Its address is one of the writer's own disk (`file:///C:/…`). */
  readonly onDisk?: true
  /** Its address begins with what is no scheme (`htp://`, `http：//`). */
  readonly misspelt?: true
  /** A link that leads nowhere and that no script can tell from others. */
  readonly inert?: true
}

/** A picture (or embedded file) that is no link: with words on, beside or before it, with a code's file name, or in the body. */
export interface PagePicture {
  /** Absolute address; null where the picture is written into the page. */
  readonly url: string | null
  /** `alt`, else `title`. */
  readonly alt: string | null
  /** Words beside it; in the main text, else, the line before it. */
  readonly caption: string | null
  /** Stands in the page's own content, not in its head, menus or footer. */
  readonly inBody: boolean
  /** The code of a new-media account, as its words say. */
  readonly code?: true
  /** A film or a sound. */
  readonly played?: true
  /** Its address as written, where that is one of the writer's own disk (`file:///C:/…/wps1.jpg`). */
  readonly onDisk?: string
  readonly at: Span
}

export interface PageItem {
  readonly title: string
  readonly url: string | null
  readonly publishedOn: Reading<CivilDay> | null
  readonly at: Span
}

/** One list on a page with the heading that names it. */
export interface PageList {
  readonly heading: string | null
  /** "更多" address of the list. */
  readonly moreUrl: string | null
  readonly items: readonly PageItem[]
  /** True for the list that is the page's own subject (not a sidebar). */
  readonly subject: boolean
  /** Its heading says that it repeats other columns' items on every page (最新发布, 热点推荐). */
  readonly elsewhere?: true
  readonly at: Span
}

export type FooterKey =
  | 'siteCode'
  | 'icpNumber'
  | 'policeFilingNumber'
  | 'partyGovMark'
  | 'errorReportBox'
  | 'sponsor'
  | 'operator'
  | 'contact'
  | 'sitemap'

/** What people read for what a foot carries. */
export const FOOTER_NAMES: Readonly<Record<FooterKey, string>> = {
  siteCode: '网站标识码',
  icpNumber: 'ICP备案号',
  policeFilingNumber: '公安备案号',
  partyGovMark: '党政机关标识',
  errorReportBox: '“我为政府网站找错”入口',
  sponsor: '主办单位',
  operator: '承办单位',
  contact: '联系方式',
  sitemap: '网站地图入口',
}

const BARE_FOOTER = Object.fromEntries(
  Object.keys(FOOTER_NAMES).map((key) => [key, null]),
) as Record<FooterKey, null>

/** A foot in which nothing was found. */
export function bareFooter(): Record<FooterKey, FooterValue | null> {
  return { ...BARE_FOOTER }
}

export interface FooterValue {
  readonly value: string
  /** `markup`: only in a script or an attribute, so a visitor without script may not see it. */
  readonly where: 'visible' | 'markup'
  /** `markup` behind a picture that the visitor sees: a linked mark or box of which no word is printed. */
  readonly pictured?: true
  /** `markup` that the page's own script writes into it for every visitor. */
  readonly written?: true
  /** A link that leads nowhere and that no script can tell from others (`<a href="javascript:void(0)">`). */
  readonly inert?: true
  readonly at: Span
  /** What stands there, where it is not `value` itself (a script's name, a link's words). */
  readonly quote?: string
}

export type DocumentKey =
  | 'indexNumber'
  | 'topic'
  | 'issuer'
  | 'signedOn'
  | 'publishedOn'
  | 'title'
  | 'documentNumber'
  | 'keywords'
  | 'validity'

export interface OfficialTag {
  /** Canonical name, e.g. `SiteName`. */
  readonly name: string
  readonly content: string
  /** What another tag of the same name on the page says, where that is another thing. */
  readonly second?: string
  readonly at: Span
}

export interface Attachment {
  readonly url: string
  readonly title: string
  /** Lower-case extension without dot, or '' when unknown. */
  readonly type: string
  readonly at: Span
  /** The line or table row it stands in, where its own words say nothing (点击下载). */
  readonly row?: PlacedWords
}

/** A label of the page (责任单位) and what stands behind it: `''` where nothing does, neither words nor a picture or link. */
export interface LabelledValue {
  readonly label: string
  readonly value: string
  readonly at: Span
}

/**
 * What a page announces and then does not show: a heading over nothing while those beside it have something beneath, words
 * that a list follows (名单如下：), a table's head without rows, a cell left blank in a column that the other rows fill, a file that
 * its words send to and that its body cannot hold, a tab over nothing.
 */
export interface PageVoid extends PlacedWords {
  readonly kind: 'section' | 'list' | 'table' | 'cell' | 'column' | 'file' | 'pane'
  /** Of a cell: the head above it; else what `quote` says. */
  readonly name: string
  /** How many beside it are filled. */
  readonly beside: number
}

/** A service in a row below a head of elements: `quote` is its name. */
export interface GuideRow extends PlacedWords {
  /** Elements that the head names and the row leaves blank. */
  readonly missing: readonly string[]
}

/** Words and where they stand. */
export interface PlacedWords {
  readonly quote: string
  readonly at: Span
}

/** What words that sell do: name goods, cut a price, print a telephone, bid to order; sell what nobody may; serve a public end. */
export type SalesSign = 'goods' | 'price' | 'phone' | 'order' | 'shady' | 'public'

/** What looks like advertising, and where it leads. */
export interface Advert extends PlacedWords {
  /**
   * `network`: an advertising network is called; `away`: a link to a host that is neither a public body's nor the press's;
   * `near`: a link that stays or leads nowhere; `box`: words without a link; absent where the page was read before this was kept.
   */
  readonly by?: 'network' | 'away' | 'near' | 'box'
  readonly says?: readonly SalesSign[]
  /** Nothing but a picture leads there. */
  readonly pictured?: true
  /** It says of itself, or the box around it does, that it is an advertisement. */
  readonly labelled?: true
}

/** What surrounds a page's content, as far as its own markup and inline scripts tell. */
export interface PageFurniture {
  /** The sentence asked before a link leads off the site. */
  readonly leavePrompt: PlacedWords | null
  /**
   * Windows floating over the page; `closable`: its markup or script offers a way to close it; `moved`: a script of the
   * page's own, which was read, has it drift; `still`: nothing but its place over the page says that it is such a window.
   */
  readonly floats: readonly (PlacedWords & {
    readonly closable: boolean
    readonly moved?: true
    readonly still?: true
  })[]
  readonly adverts: readonly Advert[]
  /** Windows that it opens by itself when it is read. */
  readonly popups?: readonly (PlacedWords & { readonly url: string })[]
  /** It loads no script file but counters and the prescribed marks': all that its scripts do was read. */
  readonly readWhole?: true
  /** All its code was read, whatever it may ask. */
  readonly codeRead?: true
  /** Its own code answers clicks on what it picks out itself. */
  readonly clicks?: true
}

export interface Page {
  /** The address this page is judged under: final address after redirects, or `--base`. */
  readonly url: string
  /** Key of the template the page was made from; '' where there is no markup. */
  readonly template: string
  readonly charset: {
    readonly name: string
    readonly because: string
    /** The declaration that browsers follow, where the bytes speak clearly against it: they show garbled text. */
    readonly contradicted?: { readonly label: string; readonly where: '响应头' | 'meta' }
  }
  readonly kind: Reading<PageKind>
  readonly title: string | null
  /** Text of `<title>`. */
  readonly headTitle: string | null
  readonly publishedOn: PlacedReading<CivilDay> | null
  /** Absent where nothing speaks against `publishedOn`. */
  readonly dateConflicts?: readonly DateConflict[]
  readonly source: string | null
  /** Breadcrumb texts, outermost first. */
  readonly trail: readonly string[]
  readonly officialTags: readonly OfficialTag[]
  readonly footer: Readonly<Record<FooterKey, FooterValue | null>>
  /** The sponsor where no field 主办/主办单位 names it but other words of the footer do (`某办公室主办`, `主办方：`), or only its mark of copyright (`版权所有：某局`). */
  readonly sponsorPhrase?: FooterValue
  /** A number behind the label of the site code that is none, a digit too few or too many, where the foot has no other. */
  readonly oddSiteCode?: FooterValue
  readonly accessibilityEntry: {
    readonly label: string
    readonly url: string | null
    readonly where: 'visible' | 'markup'
    readonly at: Span
  } | null
  readonly lists: readonly PageList[]
  readonly paging: {
    readonly pages: number | null
    readonly next: string | null
    /** Addresses of the other list pages that could be worked out, in order. */
    readonly urls: readonly string[]
    readonly style: string
    /**
     * Chinese: the family's way of paging, and whether a real sample of it was read or only its description; absent where
     * the page was read before this was kept.
     */
    readonly because?: string
  } | null
  readonly document: Readonly<Record<DocumentKey, string | null>> | null
  /**
   * What may be a field that `document` lacks: key → label that we do not know, with a value of that field's shape
   * (`印制日：2023年8月6日`); or a day of signing that may be another's (`生成日期`). Absent where there is none.
   */
  readonly documentDoubts?: Readonly<Partial<Record<DocumentKey, string>>> | undefined
  readonly attachments: readonly Attachment[]
  /** Tables of a page that carries an annual report's forms, the website's annual table, names and posts, accounts, or units and what is said or wanted of them; absent elsewhere. */
  readonly tables?: readonly TextTable[]
  /** Where their rows stand, in step with `tables`. */
  readonly tableRows?: readonly (readonly Span[])[]
  /** What the file says, where the answer is one and its text was wanted. */
  readonly file?: AttachmentText
  /** Same-portal frames and iframes, absolute addresses. */
  readonly frames: readonly string[]
  readonly links: readonly PageLink[]
  /** Absent where nothing of the kind was found. */
  readonly furniture?: PageFurniture
  readonly anchors?: readonly PageAnchor[]
  readonly hashLinks?: readonly HashLink[]
  /** Entries without a readable address; absent where the page was read before this was kept. */
  readonly bareEntries?: readonly BareEntry[]
  /** In document order, bounded; absent where the page was read before this was kept. */
  readonly pictures?: readonly PagePicture[]
  /** What two visits found not to be there: no longer among `pictures`, but for accounts' codes. */
  readonly gonePictures?: readonly PagePicture[]
  readonly needsBrowser: { readonly value: boolean; readonly because: string }
  readonly blocked: { readonly by: string; readonly because: string } | null
  /** Main text without navigation, toolbars and dialogs; capped (see understand). `at` spans its element. */
  readonly text: { readonly length: number; readonly excerpt: string; readonly at: Span | null }
  /** Labels and their values, of pages that are no lists; absent where there is none. */
  readonly labelled?: readonly LabelledValue[]
  readonly voids?: readonly PageVoid[]
  /** Identity numbers, labelled, that the page carries and the excerpt does not show; absent where there are none. */
  readonly unshown?: readonly string[]
  /** Hash of the main text: counters and clocks are no change. */
  readonly textHash: string
  /** A page that says it is under construction (正在建设), with the words. */
  readonly underConstruction: { readonly quote: string; readonly at: Span } | null
  /** A box on the page itself in which a visitor can write (search and login left out), with words that stand at it. */
  readonly writingBox?: { readonly quote: string; readonly at: Span } | null
  /** Its body has boxes to write in or to choose from, other than such as search: a form to fill in or a query. */
  readonly fillable?: true
  /** Boxes to choose from that offer Taiwan, Hong Kong or Macao, with the words before them. */
  readonly choices?: readonly {
    readonly label: string
    readonly options: readonly string[]
    readonly at: Span
  }[]
  /** Absent where the page prints none. */
  readonly messages?: readonly PageMessage[]
  readonly closing?: ClosingDay
  /** Boxes that search the site, of the home page and of search pages; absent elsewhere and where there is none. */
  readonly searchForms?: readonly SearchForm[]
  /** Only of pages of results that we asked for. */
  readonly searchAnswer?: SearchAnswer
  /** Elements of a service guide (办事指南) that the page's body names, where it names two or more as labels. */
  readonly guideElements?: readonly string[]
  /** The same of a page that is a guide only if the pages beside it are. */
  readonly guideHints?: readonly string[]
  /** Those of them that a neighbour's words alone name (办理时限 for 办理时间, 监督电话 for 联系电话). */
  readonly guideLoose?: readonly string[]
  /** Pictures of a guide that belong to an element by where they stand (the flow chart under 办理流程). */
  readonly guidePictured?: readonly Span[]
  /** Rows of a table that are a guide each. */
  readonly guideRows?: readonly GuideRow[]
  /** The site's name shown in the head area (text or picture alt), where it was seen. */
  readonly headName: {
    readonly value: string
    readonly how: 'text' | 'alt' | 'title'
    readonly at: Span
  } | null
  /**
   * What stands above its trail or text, where no picture says the site's name: whether something there may show what no word says, and the
   * names (`#id`, `.class`), style sheets and scripts of it. Absent where no place ends the head.
   */
  readonly headMake?: { readonly shows: boolean; readonly parts: readonly string[] }
  /** A script of the page writes its title: what `headTitle` says is not what a visitor sees. */
  readonly scriptedTitle?: true
  /** Nothing stands between its trail and its foot but links, nor anything that could show something there; absent elsewhere. */
  readonly bareBody?: true
  /** Without a trail: beneath its heading stand words and links alone, nothing that could show anything else. */
  readonly plainBody?: true
  /** Nothing stands above its first words, nor anything that a style sheet or script could show there; absent elsewhere. */
  readonly headless?: true
  /** The cap cut the page: absence must not be claimed from it. */
  readonly truncated: boolean
}

/** One public message (留言、来信) as one page prints it: a row of a list, or the message's own page. */
export interface PageMessage {
  /** Null where the page is the message's own and its title says it. */
  readonly title: string | null
  /** Address of its own page; null on that page, and in a list without links. */
  readonly url: string | null
  /** Read behind a label or under a table head that names the day of asking (来信时间), never a publication day. */
  readonly askedOn: CivilDay | null
  /** The same for the day of answering (答复时间). */
  readonly answeredOn: CivilDay | null
  /**
   * Printed state (已办结、未答复); `withdrawn`: by its writer; `blank`: there is a column for the answer's day, and nothing
   * stands in it.
   */
  readonly state: 'answered' | 'unanswered' | 'withdrawn' | 'blank' | null
  /** Who answers, as printed (答复单位、回复人); null where nobody is named. */
  readonly unit: string | null
  /** The labels alone say that this is a message to the unit; else the column it stands in has to. */
  readonly sure: boolean
  readonly quote: string
  readonly at: Span
}

/** Items of the page's own subject: all dated lists on a home page, the subject list elsewhere (contract `items`). */
export function subjectItems(page: Pick<Page, 'kind' | 'lists'>): readonly PageItem[] {
  const own = page.lists.filter((list) => list.subject)
  return own.flatMap((list) => list.items)
}
