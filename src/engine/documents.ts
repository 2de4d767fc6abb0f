/**
 * Official documents and their interpretations as checks need them: the pages behind the entries of columns of given
 * topics, with the days printed on them, who issued them, and which interpretation is about which document.
 */
import { officeForm } from '#base/office-name'
import { compareForm, squash } from '#base/text'
import { placeKey } from '#base/url'
import type { CivilDay } from '#model/page'
import type { Column, ColumnItem, PageView, SiteView } from '#model/site-view'
import { dayOfItem } from './columns.ts'
import { isTownUnit, unitsOf } from './units.ts'

/** Parameters of every check that pairs documents with their interpretations. */
export const PAIR_PARAMS = {
  documentTopics: {
    default: ['policyDocuments', 'normativeDocuments'],
    meaning: '按政策文件判断的栏目类别',
    source: '本工具的栏目词库，可调',
    verified: true,
  },
  interpretationTopics: {
    default: ['policyInterpretation'],
    meaning: '按政策解读判断的栏目类别',
    source: '本工具的栏目词库，可调',
    verified: true,
  },
}

export interface SiteDocument {
  readonly title: string
  readonly view: PageView
  /** Day it was put on the site. */
  readonly published: CivilDay | null
  readonly signed: CivilDay | null
  readonly column: Column
}

const INTERPRETATION = 'policyInterpretation'
const DOCUMENTS = ['policyDocuments', 'normativeDocuments'] as const
const INTERPRETS = /解读|图解|一图|问答|答记者问|释义|明白纸/

/** A law of the state put up to be read: no document of whoever keeps the site. */
const STATE_LAW =
  /^《?中华人民共和国\p{Script=Han}{2,40}(?:法|法典|条例|法实施条例)》?(?:[（(][^（）()]{1,30}[）)])?$/u

/** Pages read behind the entries of these topics' columns, each once, as the columns list them. */
export function documentsOf(site: SiteView, topics: readonly string[]): readonly SiteDocument[] {
  const found = new Map<string, SiteDocument>()
  // 政策解读 below 政策法规: what stands there under such a title is read where interpretations are.
  const interpreting = new Set(
    topics.includes(INTERPRETATION)
      ? []
      : site
          .columnsOf(INTERPRETATION)
          .flatMap(({ items }) => items)
          .flatMap(({ title, url }) =>
            url !== null && INTERPRETS.test(title) ? [placeKey(url)] : [],
          ),
  )
  const add = (
    view: PageView | null,
    shown: string,
    day: CivilDay | null,
    column: Column,
  ): void => {
    if (view === null || view.page.kind.value !== 'article' || view.page.blocked !== null) return
    const key = placeKey(view.page.url)
    if (found.has(key) || interpreting.has(key)) return
    const title = view.page.title ?? shown
    if (STATE_LAW.test(squash(title))) return
    const { document } = view.page
    const published = document?.publishedOn ?? view.page.publishedOn?.value ?? day
    found.set(key, { title, view, published, signed: document?.signedOn ?? null, column })
  }
  for (const column of topics.flatMap((topic) => site.columnsOf(topic)))
    for (const item of column.items) {
      const view = item.url === null ? null : site.pageAt(item.url)
      add(view, item.title, dayOfItem(site, item)?.day ?? null, column)
    }
  // What a document's own page calls its interpretation is one, in whatever column it stands (条文释义).
  if (topics.includes(INTERPRETATION))
    for (const column of DOCUMENTS.flatMap((topic) => site.columnsOf(topic)))
      for (const { url } of column.items)
        for (const link of (url === null ? null : site.pageAt(url))?.page.links ?? [])
          if ((link.area === 'main' || link.area === 'other') && INTERPRETS.test(link.text))
            add(site.pageAt(link.url), link.text, null, column)
  return [...found.values()]
}

/** Whose name stands in its field table, else before 关于 in its title; '' where neither names anybody. */
function issuerNamed({ title, view }: SiteDocument): string {
  return officeForm(view.page.document?.issuer ?? ISSUER.exec(squash(title))?.[1] ?? '')
}

/** 某县人民政府办公室关于印发…: who speaks. */
const ISSUER =
  /^([\u4e00-\u9fff]{2,30}?(?:政府|政府办公[厅室]|委员会|管委会|[局厅委办部院]|办公[厅室]|办事处|指挥部|领导小组))关于/

/** Whose document it is by its own field table or title: `own`, `other`, or `unknown` where they name nobody. */
export function issuerOf(site: SiteView, document: SiteDocument): 'own' | 'other' | 'unknown' {
  const issuer = issuerNamed(document)
  if (issuer === '') return 'unknown'
  const names = [site.agency.name, site.portal.name].map(officeForm).filter((name) => name !== '')
  // 某区人民政府办公室 signs for 某市某区人民政府, and so does 区政府办.
  const body = issuer.replace(/(?<=政府)办(?:公[室厅])?$/, '').replace(/(?<!人民)政府$/, '人民政府')
  return names.some((name) => name.includes(body) || issuer.includes(name)) ? 'own' : 'other'
}

/** 转载, or issued by a body of the state: when it came to be shown here is nobody's duty. */
export function isReposted(document: SiteDocument): boolean {
  return REPOST.test(document.title) || OF_STATE.test(issuerNamed(document))
}

const REPOST = /[（(【[]转[载发][^）)】\]]{0,12}[）)】\]]/
const OF_STATE =
  /^(?:中共中央|国务院|全国|国家|中华人民共和国)|^[\u4e00-\u9fff]{1,8}(?<!本)部(?:办公厅)?$|总局(?:办公厅)?$/

/** 松建规〔2026〕4号: numbered in the series of rules. */
export function hasRuleNumber({ view }: SiteDocument): boolean {
  return /规(?:字|发)?\s*[〔[（(【]\s*20\d\d/.test(view.page.document?.documentNumber ?? '')
}

/** A normative document (规范性文件) by its column, by its number, or by what rules are called. */
export function isNormative(document: SiteDocument): boolean {
  return (
    document.column.topic?.value === 'normativeDocuments' ||
    hasRuleNumber(document) ||
    RULES.test(squash(document.title))
  )
}

const RULES =
  /(?:办法|规定|细则|规则|规范|实施意见)[》”]?(?:[（(][^（）()]{1,12}[）)])?[》”]?(?:的通知)?$/

/** The place that the agency governs: 某县 of 某县人民政府; null for others. */
export function placeGoverned(site: SiteView): string | null {
  const name = officeForm(site.agency.name)
  return /^(.{2,12}?[县市区旗州])(?:人民政府|管委会)/.exec(name)?.[1] ?? null
}

/**
 * A government's portal publishes the decisions of its own towns and departments: 某县 stands before 市场监督管理局, or only its level,
 * as people there say: 县市场监督管理局.
 */
export function isOfDepartment(site: SiteView, document: SiteDocument): boolean {
  const place = placeGoverned(site)
  const issuer = issuerNamed(document)
  if (place === null || issuer === '') return false
  const isTowns = unitsOf(site).some((unit) => isTownUnit(unit) && officeForm(unit.name) === issuer)
  return (
    isTowns ||
    [place, place.slice(-1)].some(
      (word) => issuer.startsWith(word) && OFFICE.test(issuer.slice(word.length)),
    )
  )
}

/** Issued by the town or department in whose own columns it stands, called by its name with the place or without. */
export function isUnitsOwn(site: SiteView, document: SiteDocument): boolean {
  const { column } = document
  const place = placeGoverned(site) ?? ''
  const bare = (name: string): string =>
    officeForm(name)
      .replace(place, '')
      .replace(/^[县市区旗州](?!场|政)|(?:人民政府|政府|办事处)(?:办公室)?$/g, '')
  const issuer = bare(issuerNamed(document))
  return unitsOf(site).some(
    ({ name, columns }) =>
      issuer !== '' && issuer === bare(name) && columns.some(({ id }) => id === column.id),
  )
}

/** What a department is called behind its place. */
const OFFICE = /(?:局|委|委员会|办|办公室|办事处|政府|[大支中总]队|中心|站|所)$/

export interface Interpreted {
  readonly document: SiteDocument
  /** The one that the document's page leads to, else the first found. */
  readonly interpretation: SiteDocument
  /** All of them: text, chart and film of one document stand on pages of their own. */
  readonly all: readonly SiteDocument[]
}

/** Shorter names fit everything. */
const LEAST_CORE = 6

/**
 * Pairs of a document and a page that interprets it: one links the other, or its title carries the document's name, which a
 * later edition of the document may have taken over by then.
 */
export function interpretedPairs(
  documents: readonly SiteDocument[],
  interpretations: readonly SiteDocument[],
): readonly Interpreted[] {
  const pairs: Interpreted[] = []
  for (const document of documents) {
    const core = coreOf(document.title)
    const number = compareForm(document.view.page.document?.documentNumber ?? '')
    const all = interpretations.filter(
      (one) =>
        one.view !== document.view &&
        (linksTo(document.view, one.view) ||
          linksTo(one.view, document.view) ||
          (core.length >= LEAST_CORE &&
            compareForm(one.title).includes(core) &&
            !documents.some((other) => isLaterEdition(other, document, core, one))) ||
          (number.length >= LEAST_CORE && compareForm(one.title).includes(number))),
    )
    const own = all.filter((one) => !isOfAnother(one, document, documents, all))
    const interpretation = own.find(({ view }) => namesPage(document.view, view)) ?? own[0]
    if (interpretation) pairs.push({ document, interpretation, all: own })
  }
  return pairs
}

/** Its title names another document and not this one, which has one of its own: a link put in the wrong place. */
function isOfAnother(
  one: SiteDocument,
  document: SiteDocument,
  documents: readonly SiteDocument[],
  all: readonly SiteDocument[],
): boolean {
  const title = compareForm(one.title)
  const names = ({ title: of }: SiteDocument, inTitle: string): boolean => {
    const core = coreOf(of)
    return core.length >= LEAST_CORE && inTitle.includes(core)
  }
  return (
    !names(document, title) &&
    documents.some((other) => other !== document && names(other, title)) &&
    all.some((other) => other !== one && names(document, compareForm(other.title)))
  )
}

/** A file with the document that is called its interpretation, or a part of its own page under such a heading. */
export function explainsItself({ view: { page } }: SiteDocument): boolean {
  if (page.attachments.some(({ title }) => EXPLAINING_FILE.test(title))) return true
  const links = new Set(
    page.links.filter(({ area }) => OF_BODY.test(area)).map(({ text }) => text.trim()),
  )
  const lines = page.text.excerpt.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => EXPLAINING_PART.test(line) && !links.has(line))
  const below = at < 0 ? '' : lines.filter((line, no) => no > at && !links.has(line)).join('')
  return below.length >= LEAST_EXPLAINED && /[。？！]/.test(below)
}

/** A menu may bear the same words. */
const OF_BODY = /^(?:main|other|list)$/
const EXPLAINING_FILE = /解读|图解|读懂|政策问答|答记者问/
/** 政策解读 alone on its line, no 相关解读 over links. */
const EXPLAINING_PART = /^[【[]?(?:政策|文件|内容|条文)?(?:解读|图解|问答|释义)[】\]]?[:：]?$/
/** Words under the heading that explain something. */
const LEAST_EXPLAINED = 40

/** Of the same name, published after the document and no later than the interpretation. */
function isLaterEdition(
  other: SiteDocument,
  { published, view }: SiteDocument,
  core: string,
  interpretation: SiteDocument,
): boolean {
  return (
    other.view !== view &&
    other.published !== null &&
    published !== null &&
    other.published > published &&
    other.published <= (interpretation.published ?? other.published) &&
    coreOf(other.title) === core
  )
}

/** A link in the page's own content, not in its menus. */
function linksTo(from: PageView, to: PageView): boolean {
  const wanted = new Set([placeKey(to.page.url), placeKey(to.capture.url)])
  return from.page.links.some(
    (link) => (link.area === 'main' || link.area === 'other') && wanted.has(placeKey(link.url)),
  )
}

/**
 * A link anywhere below the menus, also in a list (相关文件): enough not to say that there is none, too little to pair two
 * pages. What stands in a box that comes back on page after page (最新发布) is said by none of them.
 */
export function namesPage(from: PageView, to: PageView): boolean {
  const wanted = new Set([placeKey(to.page.url), placeKey(to.capture.url)])
  const boxes = from.page.lists.filter((list) => list.elsewhere === true).map(({ at }) => at)
  return from.page.links.some(
    ({ area, url, at }) =>
      /^(?:main|other|list)$/.test(area) &&
      wanted.has(placeKey(url)) &&
      !boxes.some(([start, end]) => at[0] >= start && at[1] <= end),
  )
}

/** What a title is about: the book title in it, else what stands between 关于 and 的通知. */
export function coreOf(title: string): string {
  const named = /《([^》]{4,})》/.exec(title)?.[1]
  const about = /关于(?:印发|发布|公布)?(.{4,})/.exec(title)?.[1] ?? title
  return compareForm((named ?? about).replace(/的?(通知|公告|通告|意见|决定)$/, ''))
}

const SUPERIOR =
  /^(?:国务院|国家|全国|中央|中共中央|中华人民共和国|最高|[\u4e00-\u9fff]{1,8}(?:省|自治区|部)|[\u4e00-\u9fff]{2,10}(?:厅|总局|署))/

/** A rule of a superior office that a lower one lists too: by its page, else by whom its title names first. */
export function isOfSuperior(site: SiteView, { title, url }: ColumnItem): boolean {
  const view = url === null ? null : site.pageAt(url)
  const issuer = compareForm(view?.page.document?.issuer ?? '')
  const names = [site.agency.name, site.portal.name].map(compareForm)
  if (issuer !== '') return !names.some((name) => name.includes(issuer) || issuer.includes(name))
  const named = compareForm(SUPERIOR.exec(squash(title))?.[0] ?? '')
  return named !== '' && !names.some((name) => name.startsWith(named) || named.startsWith(name))
}
