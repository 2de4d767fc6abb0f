/**
 * Whether a paper's own page marks it as in force or ended, and where that contradicts what the portal says elsewhere: a later
 * paper that takes its place, a list of those in force. Lists that end papers, and terms that ran out, are judged by the
 * check itself.
 */
import { addDays } from '#base/day'
import { compareForm, squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { ColumnItem, PageView, SiteView } from '#model/site-view'
import { keptIn, replacedIn } from './clearings.ts'
import { documentsOf, type SiteDocument } from './documents.ts'
import { itemsTitled, textsOf } from './searched.ts'
import { startOf, termOf, VALIDITY_MARK } from './terms.ts'

const IN_FORCE = /^(?:现行|继续|全文)?有效$/
const ENDED = /^(?:已|全文)?(?:失效|废止)$/

/** A mark of the end stands above the text or in its first lines. */
const front = (text: string): string => text.slice(0, 200)

/** By its table, else by a mark (【有效】, 效力状态：有效) beside its title or over its text. */
function markOf({ page }: PageView): string {
  const field = squash(page.document?.validity ?? '')
  if (field !== '') return field
  const head = `${page.title ?? ''}\n${page.headTitle ?? ''}\n${front(page.text.excerpt)}`
  return VALIDITY_MARK.exec(head)?.[0] ?? ''
}

/** Words of an end in its title or in the first lines. */
export function saysEnded({ page }: PageView): boolean {
  return /废止|失效/.test(`${page.title} ${page.headTitle} ${front(page.text.excerpt)}`)
}

export function saysInForce(view: PageView): boolean {
  const mark = markOf(view)
  if (squash(view.page.document?.validity ?? '') !== '') return IN_FORCE.test(mark)
  return /有效/.test(mark.replace(/有效性|部分有效/g, '')) && !/失效|废止|修改/.test(mark)
}

/** By what a list of results tells the paper: its number, else the name of its rule. */
export const keysOf = (document: SiteDocument): readonly string[] =>
  [
    compareForm(document.view.page.document?.documentNumber ?? ''),
    // Where the list gives no numbers, the name of the rule.
    compareForm(/《([^《》]{6,60})》/.exec(document.title)?.[1] ?? ''),
  ].filter((key) => key !== '')

const TOPICS = ['normativeDocuments', 'policyDocuments'] as const
/** What is only put up for comment ends nothing yet. */
const DRAFT = /征求意见|草案|送审稿|解读/

export interface Replaced {
  readonly document: SiteDocument
  readonly by: SiteDocument
  /** Its sentence. */
  readonly words: string
}

/** Papers marked as in force that a later paper of the portal ends as a whole, in force itself since `graceDays`. */
export function replacedPapers(
  site: SiteView,
  asOf: CivilDay,
  graceDays: number,
): readonly Replaced[] {
  const all = documentsOf(site, TOPICS)
  const enders = all.flatMap((by) => {
    const signed = by.signed ?? by.published
    const since = startOf(by.view.page.text.excerpt) ?? by.published
    if (signed === null || since === null || DRAFT.test(by.title)) return []
    if (since > addDays(asOf, -graceDays)) return []
    return [{ by, signed, ends: replacedIn(by.view.page.text.excerpt) }]
  })
  return all.flatMap((document): readonly Replaced[] => {
    const day = document.signed ?? document.published
    if (day === null || !saysInForce(document.view)) return []
    const [number = ''] = [compareForm(document.view.page.document?.documentNumber ?? '')]
    const ender = enders.find(
      ({ by, signed, ends }) =>
        by !== document && signed > day && keysOf(document).some((key) => ends.has(key)),
    )
    const key = keysOf(document).find((one) => ender?.ends.has(one))
    if (ender === undefined || key === undefined) return []
    // Another edition of the same name, with a number of its own, is another paper.
    const isName = key !== number
    const isLatest = all.every(
      (one) => one === document || !keysOf(one).includes(key) || (one.signed ?? '') >= ender.signed,
    )
    if (isName && !isLatest) return []
    return [{ document, by: ender.by, words: ender.ends.get(key) ?? '' }]
  })
}

export interface KeptButEnded {
  readonly document: SiteDocument
  readonly list: ColumnItem
  readonly mark: string
}

/**
 * Papers whose pages say that they ended, while the newest list names them by number as in force, and nothing that the
 * portal holds ends them: no later paper, no term of their own.
 */
export function keptButEnded(
  site: SiteView,
  lists: readonly { readonly item: ColumnItem; readonly day: CivilDay }[],
  ended: ReadonlySet<string>,
): readonly KeptButEnded[] {
  const [newest] = [...lists].sort((one, other) => other.day.localeCompare(one.day))
  if (newest === undefined || newest.item.url === null) return []
  const kept = keptIn(textsOf(site, newest.item.url).join('\n'))
  const all = documentsOf(site, TOPICS)
  const own = site.pageAt(newest.item.url)
  const later = all.filter(
    ({ signed, published, view }) => (signed ?? published ?? '') >= newest.day && view !== own,
  )
  return all.flatMap((document): readonly KeptButEnded[] => {
    const { page } = document.view
    const mark = markOf(document.view)
    const number = compareForm(page.document?.documentNumber ?? '')
    const isEnded = [...keysOf(document)].some((key) => ended.has(key))
    if (number === '' || !kept.has(number) || isEnded || !ENDED.test(mark)) return []
    const term = termOf(page.text.excerpt, document.signed)
    const isNamed = later.some(
      (one) => one !== document && compareForm(one.view.page.text.excerpt).includes(number),
    )
    // A word beside the mark may say what ended it (自2026年9月1日起废止).
    const says = /(?:废止|失效)(?:日期|时间)|起(?:废止|失效)|[被由].{2,40}(?:废止|代替|替代)/
    return term !== null || isNamed || says.test(page.text.excerpt)
      ? []
      : [{ document, list: newest.item, mark }]
  })
}

/** A result of clearing, and what it says of each paper. */
export interface ClearingList {
  readonly item: ColumnItem
  readonly day: CivilDay
  readonly fates: ReadonlyMap<string, 'ended' | 'kept'>
}

export interface EndedByList {
  readonly document: SiteDocument
  /** The oldest of those that end it. */
  readonly list: ClearingList
}

/** Papers that lists end, and none of them keeps at that time or later. */
export function endedByLists(
  site: SiteView,
  lists: readonly ClearingList[],
): readonly EndedByList[] {
  return documentsOf(site, TOPICS).flatMap((document): readonly EndedByList[] => {
    const said = lists.flatMap((list) =>
      keysOf(document).flatMap((key) => {
        const fate = list.fates.get(key)
        const isSame = fate === 'kept' || !isNewer(document, list, key)
        return fate === undefined || !isSame ? [] : [{ list, fate }]
      }),
    )
    // Told first by the oldest of the lists that end it; what older ones kept may end, what newer ones keep is in force again.
    const ends = said.filter(({ fate }) => fate === 'ended').map(({ list }) => list)
    const [first] = ends.sort((one, other) => one.day.localeCompare(other.day))
    const isKept = said.some(({ fate, list }) => fate === 'kept' && list.day >= (first?.day ?? ''))
    return first === undefined || isKept ? [] : [{ document, list: first }]
  })
}

/** Of the name of a rule that the list ends, but another paper: given out after the list, or of a number that the list lacks. */
function isNewer(
  { published, signed, view }: SiteDocument,
  list: ClearingList,
  key: string,
): boolean {
  const number = compareForm(view.page.document?.documentNumber ?? '')
  if (key === number) return false
  const isNumbered = [...list.fates.keys()].some((one) => /(?:19|20)\d{3,7}号$/.test(one))
  const lacks = number !== '' && isNumbered && !list.fates.has(number)
  return lacks || (signed ?? published ?? '') > list.day
}

export interface PastTerm {
  readonly document: SiteDocument
  readonly term: CivilDay
  readonly isKept: boolean
}

/** Papers marked as in force whose own term was over by `until`, which nothing prolongs. `kept`: what lists keep. */
export function pastTerms(
  site: SiteView,
  until: CivilDay,
  kept: ReadonlySet<string>,
): readonly PastTerm[] {
  const longer = itemsTitled(site, /延长|延期|延续|继续(?:有效|执行|实施|施行)|有效期/)
  const isProlonged = ({ title }: SiteDocument): boolean => {
    const core = compareForm(
      /《([^《》]{4,60})》/.exec(title)?.[1] ?? title.replace(/^.*?关于(?:印发)?|的通知$/g, ''),
    )
    const names = longer.map(({ item }) => compareForm(item.title))
    return names.some((name) => name.includes(core))
  }
  return documentsOf(site, TOPICS).flatMap((document) => {
    const { page } = document.view
    const term = saysInForce(document.view) ? termOf(page.text.excerpt, document.signed) : null
    const isKept = keysOf(document).some((key) => kept.has(key))
    const isOver =
      term !== null && term <= until && !saysEnded(document.view) && !isProlonged(document)
    return isOver ? [{ document, term, isKept }] : []
  })
}
