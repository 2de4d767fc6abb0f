/**
 * Ways to write to a portal's body (我要写信, 县长信箱, 咨询留言) that are all known and none of which can be written in: each
 * was read whole, and what they tell are telephones and mail. Complaints against officials are no such way.
 */
import { placeKey } from '#base/url'
import {
  type Column,
  hiddenByScript,
  type PageView,
  type Place,
  type SiteView,
} from '#model/site-view'
import { unseenAtHome, wordlessDoors } from './coverage.ts'
import { OUT_OF_SERVICE_NEXT } from './out-of-service.ts'

/** Lines to ring and doors for reports and petitions: neither a board nor a way to be advised. */
const LINE =
  /电话(?:公布|公示)?$|^(?!.*(?:咨询|留言|信箱|邮箱|建议|建言|写信|问政|投诉)).*(?:举报|信访|纪检|(?<!长)热线|12345)/

/** Reports on the discipline of officials, with nothing said of advice or complaints: no way to be answered. */
const DISCIPLINE =
  /^(?!.*(?:咨询|留言|信箱|邮箱|建议|建言|写信|问政|投诉)).*(?:纪检|纪委|监委|纪律|违纪|监督执纪)/

/** The columns of a topic without those that stand for it by name only: 纪检举报 is no 咨询投诉. */
export function columnsServing(site: SiteView, topic: string, least: number): readonly Column[] {
  return site
    .columnsOf(topic, least)
    .filter(({ name }) => topic !== 'inquiries' || !DISCIPLINE.test(name.trim()))
}

/** Columns in which the public writes and is answered. */
export function inquiryColumns(site: SiteView, least?: number): readonly Column[] {
  return ['inquiries', 'repliedLetters']
    .flatMap((topic) => site.columnsOf(topic, least))
    .filter(({ name }) => !LINE.test(name.trim()))
}

/** Whom reports and petitions go to: 国办秘函〔2019〕19号 counts neither as a way to be advised. */
const REPORTS =
  /^(?!.*(?:咨询|留言|信箱|邮箱|建议|建言|写信|问政|投诉|热线|12345)).*(?:举报|信访|纪检|纪委|监委)/

/**
 * The section of interaction, all of it read, and the door for reports in it, where nothing on the portal that might be a
 * way to ask or advise is to be seen.
 */
export function reportsAlone(site: SiteView): { section: Column; door: Column } | null {
  const section = site.columnsOf('interaction', SURE).find(({ kind }) => kind === 'local')
  const own = site.columnsOf('inquiries')
  const [door] = own
  if (section === undefined || door === undefined || inquiryColumns(site).length > 0) return null
  if (own.some(({ kind, name }) => kind !== 'local' || !REPORTS.test(name.trim()))) return null
  if (site.coverage !== 'complete' || unseenAtHome(site) !== null) return null
  const known = new Set([section, ...own].map(({ url }) => placeKey(url)))
  const mayAsk = (words: string): boolean =>
    words.length <= LONGEST && (DOOR.test(words) || ADVICE.test(words))
  const other =
    site.links.some(
      ({ url, from }) => !known.has(placeKey(url)) && from.some(({ text }) => mayAsk(text)),
    ) ||
    site.pages.some(({ page }) => (page.bareEntries ?? []).some(({ text }) => mayAsk(text))) ||
    [section, ...own].some(({ url }) => {
      const view = site.pageAt(url)
      return view === null || wordlessDoors(site, view) > 0
    })
  return other ? null : { section, door }
}

/** Words of a door, wherever it stands. */
const DOOR = /写信|留言|咨询|信箱|来信|建言|提问|投诉|诉求|互动|热线|12345|问政/
/** Further ones, where it has to be shown that there is none; what deputies propose is no door. */
const ADVICE =
  /^(?!.*(?:提案|代表|委员|人大|政协)).*(?:建议|意见箱|邮箱|问答|有问必答|民声|心声|呼声|连线|热议)/
/** The page of such a door where letters are written. */
const WRITES = /^(?:我要|网上|在线)?(?:写信|留言|咨询|提问|投诉|建言)$/
const BY_MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|来信请寄|(?:电话|热线)[：:]?\s*0?\d{3}/
/** 写信功能暂停使用, 留言系统已关闭: said of the way to write itself. */
const WAY =
  /写信|来信|留言|咨询|提问|信箱|投诉|建言|在线|[本该](?:栏目|功能|系统|平台|渠道|通道|服务|模块|页面)/

function closedIn(text: string): string | null {
  const clauses = text.split(/[。；，\n]/).filter((clause) => WAY.test(clause))
  return (
    clauses.find((clause) => OUT_OF_SERVICE_NEXT.test(clause.slice(clause.search(WAY)))) ?? null
  )
}

const SURE = 0.8

/** Where the one way in names telephones or mail alone, or says that it is closed; null where there is a box, or one may be behind what was not read. */
export function formlessInquiries(site: SiteView): Place | null {
  // 局长热线 may be a board, and promises nothing but a telephone.
  const columns = inquiryColumns(site, SURE).filter(({ name }) => !/热线/.test(name))
  if (columns.length === 0 || site.coverage !== 'complete' || unseenAtHome(site) !== null)
    return null
  const read = columns.map(({ kind, url }) => (kind === 'local' ? site.pageAt(url) : null))
  const own = new Set(columns.map(({ name }) => name))
  const calls = callsOf(site)
  const views = site.pages.filter(
    (view) =>
      read.includes(view) ||
      (!calls.has(placeKey(view.page.url)) &&
        [...view.page.trail, view.page.title ?? ''].some(
          (step) => own.has(step) || DOOR.test(step),
        )),
  )
  if (read.includes(null) || views.some((view) => mayBeWritten(site, view))) return null
  // A door that leads out, to what was not read or where a script says, may be the way in.
  const mayLead = (words: string): boolean => words.length <= LONGEST && DOOR.test(words)
  const shut =
    site.links.some(
      ({ url, internal, from }) =>
        from.some(({ text }) => mayLead(text)) && (!internal || site.pageAt(url) === null),
    ) || site.pages.some(({ page }) => (page.bareEntries ?? []).some(({ text }) => mayLead(text)))
  if (shut) return null
  const doors = views.filter(({ page }) => WRITES.test(page.title ?? page.trail.at(-1) ?? ''))
  for (const view of [...read, ...doors]) {
    if (view === null || hasList(view)) continue
    const { url, text } = view.page
    const said = closedIn(text.excerpt) ?? BY_MAIL.exec(text.excerpt)?.[0]
    if (said !== undefined) return { url, at: null, quote: said }
  }
  return null
}

/** What is written in on the page of a call for comments goes to that call. */
function callsOf(site: SiteView): ReadonlySet<string> {
  const columns = site
    .columnsOf('consultation', SURE)
    .flatMap(({ url, items }) => [url, ...items.flatMap((item) => item.url ?? [])])
  return new Set([...columns, ...site.consultations.map(({ url }) => url)].map(placeKey))
}

/** Headlines carry the words too. */
const LONGEST = 10

function mayBeWritten(site: SiteView, view: PageView): boolean {
  const { page } = view
  // A door of the home page too (无障碍浏览, 长者版) is a tool of the template.
  const tools = new Set((site.home?.page.bareEntries ?? []).map(({ text }) => text))
  return (
    page.kind.value === 'form' ||
    (page.writingBox ?? null) !== null ||
    page.frames.length > 0 ||
    page.truncated ||
    page.blocked !== null ||
    (page.bareEntries ?? []).some(({ text }) => text === '' || !tools.has(text)) ||
    hiddenByScript(view) !== null ||
    (page.pictures ?? []).some(({ inBody }) => inBody) ||
    page.links.some(
      ({ url, area, text }) =>
        area === 'main' &&
        placeKey(url) === placeKey(page.url) &&
        // The menu of its section names the page that is open; a button of that name leads to a place in it.
        (url.includes('#') || ![page.title, page.trail.at(-1)].includes(text.trim())),
    )
  )
}

const hasList = ({ page }: PageView): boolean => page.lists.some(({ items }) => items.length > 0)
