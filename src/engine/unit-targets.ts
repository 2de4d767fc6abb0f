/**
 * Targets of published items that the portal itself prints, unit by unit (2018年政府信息公开目标任务: 单位, 目标任务数量). Read from
 * the tables of pages that speak of such tasks: for which year, up to which day, and in which column of the portal they
 * are counted. Whether a unit reached its target is the check's business.
 */
import { addDays, addMonths, makeDay } from '#base/day'
import { isShortOffice } from '#base/office-name'
import { compareForm, squash } from '#base/text'
import type { CivilDay, Page } from '#model/page'
import type { Column, PageView, Place, SiteView } from '#model/site-view'

export interface UnitTarget {
  readonly unit: string
  readonly target: number
  /** Last day that counts. */
  readonly until: CivilDay
  readonly place: Place
}

export interface UnitTargets {
  readonly view: PageView
  readonly title: string
  readonly year: number
  /** The portal's column in which the page says they are counted; null where it names none that we know. */
  readonly column: Column | null
  readonly targets: readonly UnitTarget[]
}

/** The page is about what units publish. */
const PUBLISHING = /信息(?:主动)?公开|信息发布|网站信息|稿件|发稿|投稿|供稿|信息报送/
const TASK = /任务|目标|指标|考核/
export const UNIT_HEAD =
  /^(?:(?:责任|报送|供稿|承担|发布|主办|牵头)?(?:单位|部门|科室|处室)|乡镇|镇街|街道|社区|乡镇街道)(?:名称)?$/
const TARGET_HEAD = /任务|目标|指标|应(?:完成|发布|报送)/
const COUNTED = /[条篇]/
/** Targets of parts of the year without a day at which they end. */
const PART = /每月|月均|每季|(?<![前至]第?[二三])季度|每周|得分|扣分|完成率|实际|已完成/
const SUM = /^(?:合|总|小)计/
const COUNT = /^(\d{1,5})(?:条|篇)?(?:以上)?$/

export function unitTargets(site: SiteView): readonly UnitTargets[] {
  return site.pages.flatMap((view) => {
    const { page } = view
    const paper = page.file === undefined ? null : paperOf(site, page)
    const title = paper === null ? squash(page.title ?? '') : squash(paper.page.title ?? '')
    const tables = page.tables ?? page.file?.tables ?? []
    if (!TASK.test(title) || page.kind.value === 'error') return []
    const text = [page.file?.text ?? page.text.excerpt, paper?.page.text.excerpt ?? ''].join('\n')
    if (!PUBLISHING.test(`${title}\n${text}`)) return []
    const of = yearIn(title) ?? yearIn(text)
    const tabled = tables.flatMap((table) => targetsIn(page, table, of))
    const read = tabled.length > 0 || DONE.test(title) ? tabled : targetsSaid(page, text, of)
    const [first] = read
    if (first === undefined) return []
    const year = Number(first.until.slice(0, 4))
    const column = columnNamed(site, `${title}\n${text}`)
    return [{ view, title, year, column, targets: read }]
  })
}

/** The paper to which the file is attached. */
function paperOf(site: SiteView, { url }: Page): PageView | null {
  return site.pages.find(({ page }) => page.attachments.some((one) => one.url === url)) ?? null
}

function yearIn(text: string): number | null {
  const year = /(20\d\d)\s*年/.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}

/** What was done, and no task. */
const DONE = /通报|情况|结果|完成|总结|公示/
/** 张家镇不少于30条，白鹤乡不少于40条: units by name, each with its number. */
const SAID =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{1,8}(?:镇|乡|街道|办事处|局|委员会|委|办公室|中心|社区)(?:人民政府)?)(?:全年|年度|应|须|需|要|发布|报送|公开|信息|稿件|任务|数|为|[:：]){0,6}(?:不少于|不低于|至少|应?(?:发布|完成|报送)|任务(?:数)?(?:为|[:：]))(\d{1,4})(?:条|篇)/g
const LEAST_SAID = 2
const PARTLY = /每月|月均|每季|季度|每周|已(?:经)?(?:发布|完成|报送)|实际/

/** The same in a sentence; the day that the sentence names ends the time. */
function targetsSaid(page: Page, text: string, year: number | null): readonly UnitTarget[] {
  if (year === null) return []
  const read = text.split(/[。；\n]/).flatMap((sentence) => {
    const plain = sentence.replace(/[ \t\u3000]/g, '')
    const dated =
      /(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日(?=以前|之前|前)|[底末])|[前至]第?[二三]季度|上半年/
    const until = lastDay(dated.exec(plain)?.[0] ?? '', year)
    return PARTLY.test(plain)
      ? []
      : [...plain.matchAll(SAID)].map(
          ([words, unit = '', count]): UnitTarget => ({
            unit,
            target: Number(count),
            until,
            place: { url: page.url, at: null, quote: words },
          }),
        )
  })
  return read.length < LEAST_SAID ? [] : read
}

type Table = NonNullable<Page['tables']>[number]

function targetsIn(page: Page, table: Table, titled: number | null): readonly UnitTarget[] {
  const heads = table.map((row) => row.map((cell) => (cell ?? '').replace(/\s/g, '')))
  const at = heads.findIndex((row) => row.some((cell) => UNIT_HEAD.test(cell)))
  const head = heads[at] ?? []
  // 单位, 任务, 单位, 任务: two lists side by side.
  let unit: number | null = null
  const wanted: { unit: number; count: number; until: CivilDay }[] = []
  for (const [i, cell] of head.entries()) {
    if (UNIT_HEAD.test(cell)) unit = i
    const year = yearIn(cell) ?? titled
    const isTarget =
      TARGET_HEAD.test(cell) && COUNTED.test(cell) && !PART.test(cell.replace(/前[一二三]季度/, ''))
    if (unit !== null && unit !== i && isTarget && year !== null)
      wanted.push({ unit, count: i, until: lastDay(cell, year) })
  }
  return table.slice(at + 1).flatMap((row) =>
    wanted.flatMap(({ unit: named, count, until }): UnitTarget[] => {
      const name = squash(row[named] ?? '')
      const number = COUNT.exec((row[count] ?? '').replace(/\s/g, ''))?.[1]
      if (name.length < 2 || SUM.test(name.replace(/\s/g, '')) || number === undefined) return []
      const quote = `${name}…${number}`
      return [
        { unit: name, target: Number(number), until, place: { url: page.url, at: null, quote } },
      ]
    }),
  )
}

/** 截至10月底, 10月31日前, 前三季度, 上半年: the day at which that target is due; else the end of the year. */
function lastDay(head: string, year: number): CivilDay {
  const day = /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/.exec(head)
  const named =
    day === null ? null : makeDay(Number(day[1] ?? year), Number(day[2]), Number(day[3]))
  if (named !== null) return named
  const month = /(?:截至|截止|到|至)?(\d{1,2})月(?:底|末|份?止)/.exec(head)?.[1]
  const quarter = /[前至]第?([二三])季度/.exec(head)?.[1]
  const half = quarter === '三' ? 9 : quarter === '二' || /上半年/.test(head) ? 6 : 12
  const last = month === undefined ? half : Number(month)
  const first = makeDay(year, last, 1)
  return first === null ? `${year}-12-31` : addDays(addMonths(first, 1), -1)
}

/** “乡镇动态”栏目, or 社区动态栏目: the portal's column of that name. */
export function columnNamed(site: SiteView, text: string): Column | null {
  const form = text.replace(/[“”"「」『』《》〈〉\s]/g, '')
  const named = site.columns
    .filter(({ kind, name }) => kind === 'local' && name.trim().length > 2)
    .filter(({ name }) => form.includes(`${name.trim()}栏目`))
    .sort((one, other) => other.name.length - one.name.length)
  return named[0] ?? null
}

/** The letters that tell a unit from others, without its place and without what any is called: 县教育局 and 教育局 are one. */
function core(name: string): string {
  return compareForm(name)
    .replace(/^[\u4e00-\u9fff]{0,10}?[省市县区旗州](?!场|政|容)(?=[\u4e00-\u9fff]{3,})/, '')
    .replace(/(?:人民政府|政府|党委|办事处|管理委员会|管委会|办公室|居委会|村委会)+$/, '')
}

/** 白鹤乡：院坝会开到家门口: a title that begins with the unit's name tells of it, whoever put it up. */
export function isTitledBy(title: string, unit: string): boolean {
  const own = core(unit)
  return own.length >= 2 && compareForm(title).startsWith(own)
}

/** The source label names the unit, in full or in short. */
export function isOfSource(source: string, unit: string): boolean {
  const [own, other] = [core(unit), core(source)]
  if (own === '' || other === '') return false
  if (own.includes(other) || other.includes(own)) return true
  return isShortOffice(own, other) || isShortOffice(other, own)
}
