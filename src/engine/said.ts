/**
 * What a portal itself says of things that are not there: that the body has none of them (本年度无重大行政决策事项), that they are
 * put up elsewhere (在县预决算公开平台统一公开), and that it is too young to have owed them. Whoever accuses of an absence asks
 * here first; what such words change is the check's business.
 */
import { squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { Column, Place, SiteView } from '#model/site-view'
import { dayOfItem } from './columns.ts'
import { isGovernment } from './searched.ts'

/** A longer text has something else to say. */
const SHORT_TEXT = 300
const NONE =
  '(?:没有|暂无|尚无|均无|(?<![有全])无(?!锡|为县|为市|障碍|人机|线)|未(?:承办|收到|接到|办理|制定|制发|出台|发生|开展|产生|作出|实施)|不(?:涉及|承担|具有|具备|存在|承办))'
/** A letter about something that is lacking (关于没有停车位的建议的答复) says nothing of the body. */
const LETTER = /答复|复函|回复|的(?:建议|提案)(?:$|[（(])|第\s*\d+\s*号/
/** The matter told by what the reader has before him: 本单位无此项职能. */
const THIS = '[此该本]项(?:内容|职能|职责|业务|事项|权力|工作|信息)'

/**
 * Where these columns say that the body has none of `matter` (source of an expression), in an entry's title, on the page of
 * a column without entries, or in the few words of an entry's page; entries older than `since` are not heard.
 */
export function noneSaid(
  site: SiteView,
  columns: readonly Column[],
  matter: string,
  since: CivilDay,
): Place | null {
  const about = `[^，。；;\\n]{0,16}(?:${matter})`
  const none = new RegExp(
    `${NONE}${about}|(?:${matter})[^，。；;\\n]{0,10}(?:为零|为0|[（(]无[）)])`,
  )
  const here = new RegExp(`${none.source}|${NONE}[^，。；;\\n]{0,4}${THIS}`)
  for (const column of columns) {
    const recent = column.items.filter((item) => (dayOfItem(site, item)?.day ?? since) >= since)
    const own = recent.filter(({ title }) => !LETTER.test(title))
    const titled = own.find(({ title }) => none.test(title))
    if (titled !== undefined) return titled.place
    const urls = column.items.length === 0 ? [column.url] : own.flatMap(({ url }) => url ?? [])
    for (const url of urls) {
      const said = lineOn(site, url, here)
      if (said !== null) return said
    }
  }
  return null
}

const ELSEWHERE =
  /(?:在|到|至|登[录陆]|访问|前往|进入|通过)[^，。；;\n]{2,30}(?:平台|网站?|门户|官网|专栏)[^，。；;\n]{0,6}(?:公开|公布|发布|公示|查看|查询|查阅)/

/** Where these columns say that what is looked for is put up elsewhere. */
export function elsewhereSaid(site: SiteView, columns: readonly Column[]): Place | null {
  for (const column of columns) {
    const titled = column.items.find(({ title }) => ELSEWHERE.test(title))
    if (titled !== undefined) return titled.place
    const said = column.items.length === 0 ? lineOn(site, column.url, ELSEWHERE) : null
    if (said !== null) return said
  }
  return null
}

function lineOn(site: SiteView, url: string, words: RegExp): Place | null {
  const page = site.pageAt(url)?.page
  if (page === undefined || page.text.length > SHORT_TEXT) return null
  const line = page.text.excerpt.split('\n').find((one) => words.test(one))
  return line === undefined ? null : { url: page.url, at: null, quote: squash(line) }
}

/** With fewer dated entries than this the older ones tell nothing of the portal's age. */
const LEAST_DATED = 10
/** So few older entries may be laws that were taken over with their own days. */
const FEW_OLD = 2
const FOUNDED =
  /(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。；;\n]{0,16}(?:成立|组建|挂牌)|(?:成立|组建|挂牌)于(20\d\d)年/
const ITSELF = /本(?:局|委|办|厅|单位|机关|中心|部门)|我(?:局|委|办|厅|单位)/

/**
 * Why the body may not have owed the paper of a year, in Chinese: it says that it was founded later, or all but a few of
 * the portal's entries are younger. Null where nothing speaks for that.
 */
export function tooYoungFor(site: SiteView, year: number): string | null {
  const { name } = site.agency
  const own = name.replace(/^.{1,12}?[省市县区旗州](?=.{3,})/, '')
  const about = ['institution', 'overview'].flatMap((topic) => site.columnsOf(topic))
  for (const { url } of about)
    for (const sentence of (site.pageAt(url)?.page.text.excerpt ?? '').split(/[。；;\n]/)) {
      const [, before, after] = FOUNDED.exec(sentence) ?? []
      const founded = Number(before ?? after ?? 0)
      if (founded > year && (sentence.includes(own) || ITSELF.test(sentence)))
        return `本单位${founded}年才成立`
    }
  // Places have had their governments for long; offices are made and merged.
  if (isGovernment(site)) return null
  // Whoever reported of an earlier year was there.
  if (site.annualReports.some((report) => report.year < year)) return null
  const days = daysOf(site)
  const old = days.filter((day) => day <= `${year}-12-31`).length
  return days.length >= LEAST_DATED && old <= FEW_OLD
    ? `网站上几乎没有${year}年及以前的内容，当时可能还没有成立或没有建网站`
    : null
}

const knownDays = new WeakMap<SiteView, readonly CivilDay[]>()

/** Days of the local columns' entries, each address once. */
function daysOf(site: SiteView): readonly CivilDay[] {
  const known = knownDays.get(site)
  if (known !== undefined) return known
  const days = new Map<string, CivilDay>()
  for (const column of site.columns)
    for (const item of column.kind === 'local' ? column.items : []) {
      const day = dayOfItem(site, item)?.day
      if (day !== undefined) days.set(item.url ?? `${column.id} ${item.title}`, day)
    }
  const made = [...days.values()]
  knownDays.set(site, made)
  return made
}
