/**
 * Leaders whom a notice of the portal's own has relieved of the very post under which they are still listed. Only what a page
 * says in plain words counts (免去某某同志的某县副县长职务), with the same post and body, and nothing later that names them anew.
 */
import { daysBetween } from '#base/day'
import { compareForm } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Leader, PageView, Place, SiteView } from '#model/site-view'
import { withoutPlace } from './bodies.ts'
import { isGovernment } from './searched.ts'

export interface Dismissed {
  readonly leader: Leader
  readonly day: CivilDay
  /** The sentence of the notice. */
  readonly notice: Place
}

const POST =
  /副?(?:[省市县区州旗镇乡]长|局长|厅长|主任|秘书长|总(?:工程|经济|会计|农艺|规划)师|[一二三四]级(?:巡视员|调研员))/g
const NOTICE = /任免|免职|免去|任职|职务|人事/
const VERB = /免去|任命|决定|聘任|任(?!免)|接受|提名|批准/g

/** Those relieved at least so many days ago. */
export function stillListed(site: SiteView, graceDays: number): readonly Dismissed[] {
  const notices = site.pages.filter(
    ({ page }) =>
      page.kind.value === 'article' &&
      page.publishedOn !== null &&
      [page.title ?? '', ...page.trail].some((words) => NOTICE.test(words)),
  )
  return site.leaders.flatMap((leader): Dismissed[] => {
    const told = notices
      .flatMap((view) => tellingOf(site, leader, view))
      .sort((one, other) => other.day.localeCompare(one.day))
    const [last] = told
    if (last === undefined || last.notice === null) return []
    if (daysBetween(last.day, site.asOf) < graceDays || isRenewed(site, leader, last.day)) return []
    return [{ leader, day: last.day, notice: last.notice }]
  })
}

interface Telling {
  readonly day: CivilDay
  /** Null where the notice says anything else of the person. */
  readonly notice: Place | null
}

/** What a notice says of the leader: that he is relieved of his listed post, or something else. */
function tellingOf(site: SiteView, leader: Leader, { page }: PageView): Telling[] {
  const day = page.publishedOn?.value
  const name = leader.name.replace(/\s/g, '')
  const clauses = page.text.excerpt
    .split(/[。；;\n]/)
    .map((clause) => clause.replace(/\s/g, ''))
    .filter((clause) => clause !== '')
  let verb = ''
  const told: Telling[] = []
  for (const clause of clauses) {
    const at = clause.indexOf(name)
    const before = at < 0 ? clause : clause.slice(0, at)
    verb = before.match(VERB)?.at(-1) ?? verb
    if (at < 0 || day === undefined) continue
    const rest = clause.slice(at + name.length)
    if (verb !== '免去') told.push({ day, notice: null })
    else if (isListedPost(site, leader, rest))
      told.push({ day, notice: { url: page.url, at: null, quote: clause } })
  }
  // Relieved and named to something in one notice: the list may show the new post.
  return told.some(({ notice }) => notice === null)
    ? told.filter(({ notice }) => notice === null)
    : told
}

/** The words behind the name end with 职务 and are the post of the list, in the portal's own body. */
function isListedPost(site: SiteView, { post }: Leader, rest: string): boolean {
  const words = /^(?:同志)?的?([^，,]{2,40}?)职务/.exec(rest)?.[1] ?? ''
  const relieved: readonly string[] = words.match(POST) ?? []
  const listed: readonly string[] = post?.match(POST) ?? []
  if (relieved.length === 0 || !listed.every((one) => relieved.includes(one))) return false
  if (listed.length === 0) return false
  return isGovernment(site)
    ? listed.every((one) => /[省市县区州旗镇乡]长$/.test(one))
    : compareForm(words).includes(compareForm(withoutPlace(site.agency.name)))
}

/** The list, or the leader's own page, was put up after the notice. */
function isRenewed(site: SiteView, { place }: Leader, since: CivilDay): boolean {
  const day = site.pageAt(place.url)?.page.publishedOn?.value
  return day !== undefined && day >= since
}
