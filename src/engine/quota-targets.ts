/**
 * What the portal's own papers ask of its bodies month by month or quarter by quarter (各乡镇每季度在“乡镇动态”栏目发布信息不少于2条), and
 * what a circular of it says of task and deed side by side (单位、任务、完成). Papers on what is sent upward and not published
 * are passed over. Whether a body did what was asked is the checks' business.
 */
import { addDays, addMonths } from '#base/day'
import { hanNumber } from '#base/han-numbers'
import { squash } from '#base/text'
import type { CivilDay, Page } from '#model/page'
import type { Column, PageView, Place, SiteView } from '#model/site-view'
import { columnNamed, UNIT_HEAD } from './unit-targets.ts'

export interface Quota {
  readonly view: PageView
  readonly title: string
  /** Bodies that it names. */
  readonly units: readonly string[]
  /** Bodies of one kind that it means without naming them. */
  readonly kind: RegExp | null
  readonly every: 'month' | 'quarter'
  readonly target: number
  readonly column: Column | null
  readonly place: Place
}

const PUBLISHES = /栏目|网站|门户|公开平台/
/** Sent upward, and read by nobody else. */
const INWARD = /内部信息|不对外|不公开|内网|简报|专报|呈报/
const ASKED =
  /每(?:个|一)?(季度|季|月份?)[^。；\n\d]{0,30}?(?:不少于|不低于|至少|最少|不得少于)[^。；\n\d]{0,12}?(\d{1,3}|[一二两三四五六七八九十]{1,2})\s*[条篇]/
const NAMED =
  /(?<![\p{Script=Han}])([\p{Script=Han}]{2,8}?(?:科|股|室|处|镇|乡|街道|局|中心))(?=[、，,和及与]|负责|每|应|须|要|在)/gu
const NO_NAME = /^[各每全本]|科室|股室|处室|部门|单位|乡镇|镇街/
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/乡镇|镇街|镇乡|街镇|各[镇乡]|街道/, /(?:镇|乡|街道)(?:人民政府|办事处)?$/],
  [/[科股处]室|各[科股处]/, /(?:科|股|室|处)$/],
]

/** What is asked over and over, paper by paper. */
export function quotasOf(site: SiteView): readonly Quota[] {
  return site.pages.flatMap((view): readonly Quota[] => {
    const { kind, text, title } = view.page
    if (kind.value !== 'article' || title === null || /征求|草案|总结|通报/.test(title)) return []
    return text.excerpt.split(/[。；\n]/).flatMap((sentence): readonly Quota[] => {
      const found = ASKED.exec(sentence)
      const whole = `${title}\n${text.excerpt}`
      if (found === null || !PUBLISHES.test(whole) || INWARD.test(whole)) return []
      if (!/信息|稿件|动态/.test(`${sentence}${title}`)) return []
      const [quote, period = '', number = ''] = found
      const target = /\d/.test(number) ? Number(number) : (hanNumber(number) ?? 0)
      const units = [...sentence.matchAll(NAMED)].flatMap(([, name = '']) =>
        NO_NAME.test(name) ? [] : [name],
      )
      const sort = KINDS.find(([words]) => words.test(sentence))?.[1] ?? null
      if (target === 0 || (units.length === 0 && sort === null)) return []
      return [
        {
          view,
          title: squash(title),
          units,
          kind: units.length > 0 ? null : sort,
          every: period.startsWith('月') ? 'month' : 'quarter',
          target,
          column: columnNamed(site, sentence) ?? columnNamed(site, text.excerpt),
          place: { url: view.page.url, at: null, quote },
        },
      ]
    })
  })
}

export interface Span {
  readonly since: CivilDay
  readonly until: CivilDay
  readonly name: string
}

/** Whole months or quarters of a year back, begun after the paper was out and over before the day of judging. */
export function spansOf({ view, every }: Quota, asOf: CivilDay): readonly Span[] {
  const from = view.page.publishedOn?.value
  if (from === undefined) return []
  const step = every === 'month' ? 1 : 3
  const year = Number(asOf.slice(0, 4))
  const spans = Array.from({ length: 24 / step }, (_, i): Span => {
    const since = addMonths(`${year - 1}-01-01`, i * step)
    const until = addDays(addMonths(since, step), -1)
    const [y = '', m = ''] = since.split('-')
    const name =
      every === 'month' ? `${y}年${Number(m)}月` : `${y}年第${Math.ceil(Number(m) / 3)}季度`
    return { since, until, name }
  })
  return spans.filter(
    ({ since, until }) => since > from && until < asOf && since > addMonths(asOf, -12),
  )
}

export interface ToldShort {
  readonly page: Page
  readonly title: string
  readonly unit: string
  readonly target: number
  readonly done: number
  readonly place: Place
}

const TASK_HEAD = /任务|目标|指标|应(?:报|发|完成)/
const DONE_HEAD = /^(?!应).*(?:完成|实际|采用|已(?:报|发))|^(?:发布|报送|录用)(?:数|量|条数|情况)/
const NOT_COUNT = /率|比|得分|扣分|排名|排序|差/
const COUNT = /^(\d{1,4})(?:条|篇)?$/

/** Rows of the portal's circulars in which fewer were done than were to be; a year that is not over is no such. */
export function toldShort(site: SiteView): readonly ToldShort[] {
  return site.pages.flatMap(({ page }): readonly ToldShort[] => {
    const title = squash(page.title ?? '')
    if (!/信息|网站|稿件|投稿|供稿/.test(title) || !/通报|情况|统计|完成|考核/.test(title))
      return []
    const tables = page.tables ?? page.file?.tables ?? []
    return tables.flatMap((table) => {
      const heads = table.map((row) => row.map((cell) => squash(cell ?? '')))
      const top = heads.findIndex((row) => row.some((cell) => UNIT_HEAD.test(cell)))
      const head = heads[top] ?? []
      const unit = head.findIndex((cell) => UNIT_HEAD.test(cell))
      const only = (test: RegExp): number => {
        const found = head.flatMap((cell, i) =>
          test.test(cell) && !NOT_COUNT.test(cell) ? [i] : [],
        )
        return found.length === 1 ? (found[0] ?? -1) : -1
      }
      const [target, done] = [only(TASK_HEAD), only(DONE_HEAD)]
      if (unit < 0 || target < 0 || done < 0 || target === done) return []
      const isYears = /全年|年度/.test(head[target] ?? '')
      const day = page.publishedOn?.value ?? site.asOf
      if (isYears && !/全年|年度|20\d\d年(?!.*(?:季度|半年|月))/.test(title)) return []
      if (isYears && day.slice(0, 4) === /20\d\d/.exec(title)?.[0]) return []
      return heads.slice(top + 1).flatMap((row): readonly ToldShort[] => {
        const [name = '', wanted, got] = [row[unit], row[target], row[done]]
        const numbers = [wanted, got].map((cell) => COUNT.exec(cell ?? '')?.[1])
        const [asked, did] = numbers.map((one) => (one === undefined ? null : Number(one)))
        if (name.length < 2 || asked == null || did == null || did >= asked) return []
        const quote = `${name}…${wanted}…${got}`
        return [
          {
            page,
            title,
            unit: name,
            target: asked,
            done: did,
            place: { url: page.url, at: null, quote },
          },
        ]
      })
    })
  })
}
