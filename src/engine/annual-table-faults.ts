/**
 * What is wrong with the figures of a website annual table by themselves: parts above their totals, results of what was not
 * held, figures below nothing, fields left open; and what it says of another site, another year. Only what holds in any reading of
 * the form, whose original was not read.
 */
import { clip } from '#base/text'
import type { ReportPlace } from '#model/annual-report'
import type { AnnualTableContent, AnnualTableField } from '#model/site-annual-table'
import type { SiteAnnualTable, SiteView } from '#model/site-view'
import { textsOf } from './searched.ts'

/** Part and total, by field key: the part may not be the larger. */
const WITHIN: readonly (readonly [part: string, whole: string])[] = [
  ['published.overview', 'published.total'],
  ['published.news', 'published.total'],
  ['published.catalogue', 'published.total'],
  ['features.opened', 'features.kept'],
  ['interpretation.materials', 'interpretation.total'],
  ['interpretation.products', 'interpretation.total'],
  ['interpretation.comments', 'interpretation.total'],
  ['services.online', 'services.total'],
  ['handled.people', 'handled.total'],
  ['handled.bodies', 'handled.total'],
  ['messages.answered', 'messages.received'],
  ['messages.published', 'messages.received'],
  ['polls.published', 'polls.held'],
  ['interviews.answered', 'interviews.asked'],
  ['security.mended', 'security.found'],
  ['users', 'visits'],
]

/** Classes that the form lists under one total: together they are no more than it. */
const CLASSES: readonly (readonly [whole: string, name: string, parts: readonly string[]])[] = [
  [
    'published.total',
    '概况、政务动态、信息公开目录三类更新量',
    ['published.overview', 'published.news', 'published.catalogue'],
  ],
  [
    'interpretation.total',
    '解读材料、解读产品、媒体评论',
    ['interpretation.materials', 'interpretation.products', 'interpretation.comments'],
  ],
]

/** A total whose classes were all read. */
export interface ClassSum {
  readonly whole: string
  readonly name: string
  readonly sum: number
  readonly total: number
  readonly place: ReportPlace
}

function classSums({ fields }: AnnualTableContent): readonly ClassSum[] {
  const of = (key: string) => fields.find((field) => field.key === key)
  return CLASSES.flatMap(([whole, name, keys]) => {
    const total = of(whole)
    const parts = keys.flatMap((key) => of(key)?.value ?? [])
    if (total?.value == null || parts.length < keys.length || parts.some((part) => part < 0))
      return []
    const sum = parts.reduce((all, part) => all + part, 0)
    return [{ whole, name, sum, total: total.value, place: total.place }]
  })
}

/**
 * Totals whose classes are fewer: another may be counted, or one is wrong. `kept`: where tables of other years have just
 * these classes in their total, and none has more, this one is wrong.
 */
export function partsBelow(
  content: AnnualTableContent,
  others: readonly AnnualTableContent[],
): readonly (ClassSum & { readonly kept: boolean })[] {
  return classSums(content)
    .filter(({ sum, total }) => sum < total)
    .map((one) => {
      const before = others.flatMap(classSums).filter((it) => it.whole === one.whole && it.sum > 0)
      return { ...one, kept: before.length > 0 && before.every(({ sum, total }) => sum === total) }
    })
}

/** Of what was not held there is nothing to be counted. */
const COME_OF: readonly (readonly [what: string, held: string, come: readonly string[]])[] = [
  ['征集调查', 'polls.held', ['polls.received']],
  ['在线访谈', 'interviews.held', ['interviews.asked', 'interviews.answered']],
]

export interface TableFault {
  readonly words: string
  readonly place: ReportPlace
}

interface Figure extends AnnualTableField {
  readonly value: number
}

/** Faults of the sums, and how many could be looked at; `code`: what the site's own code is, where that is known. */
export function tableSums(
  content: AnnualTableContent,
  code: string | null,
): { readonly checked: number; readonly faults: readonly TableFault[] } {
  const figures = new Map<string, Figure>()
  for (const field of content.fields)
    if (field.value !== null) figures.set(field.key, { ...field, value: field.value })
  const faults: TableFault[] = []
  let checked = 0
  for (const { value, label, place } of figures.values())
    if (value < 0) faults.push({ words: `${nameOf(label)} ${value} 是负数`, place })
  for (const [part, whole] of WITHIN) {
    const [less, more] = [figures.get(part), figures.get(whole)]
    if (less === undefined || more === undefined) continue
    checked += 1
    if (less.value > more.value)
      faults.push({
        words: `${nameOf(less.label)} ${less.value} 大于${inGroup(whole, more.label)} ${more.value}`,
        place: less.place,
      })
  }
  for (const { whole, name, sum, total, place } of classSums(content)) {
    const keys = CLASSES.find(([one]) => one === whole)?.[2] ?? []
    // One of them above the total was told.
    if (sum > total && keys.every((key) => (figures.get(key)?.value ?? 0) <= total))
      faults.push({
        words: `${name}合计 ${sum}，大于${inGroup(whole, figures.get(whole)?.label ?? '')} ${total}`,
        place,
      })
  }
  for (const [what, key, come] of COME_OF) {
    const held = figures.get(key)
    const more = come.flatMap((one) => figures.get(one) ?? []).find(({ value }) => value > 0)
    if (held?.value === 0 && more !== undefined)
      faults.push({
        words: `${what}期数为0，${nameOf(more.label)}却是 ${more.value}`,
        place: more.place,
      })
  }
  const [people, bodies, total] = ['people', 'bodies', 'total'].map((key) =>
    figures.get(`handled.${key}`),
  )
  if (people && bodies && total) {
    const [a, b, c] = [people.value, bodies.value, total.value]
    checked += 1
    if (a + b !== c && a <= c && b <= c)
      faults.push({
        words: `自然人办件量 ${a} 加法人办件量 ${b} 得 ${a + b}，办件总数 ${c}`,
        place: total.place,
      })
  }
  const { siteCode } = content
  if (siteCode !== null && code !== null) {
    checked += 1
    if (siteCode.value !== code)
      faults.push({
        words: `报表的网站标识码 ${siteCode.value}，首页底部 ${code}`,
        place: siteCode.place,
      })
  }
  return { checked, faults }
}

/** Fewer figures may all be nothing on a young site. */
const LEAST_ZEROS = 8

/** Why the table holds no figures at all; null where it holds some. */
export function tableVoid({ fields }: AnnualTableContent): string | null {
  if (fields.every(({ printed }) => /^[-—–－/／\s]*$/.test(printed))) return '都没有填数'
  const isNothing = fields.length >= LEAST_ZEROS && fields.every(({ value }) => value === 0)
  return isNothing ? '全都填的是0，访问量和信息发布数也不例外' : null
}

/** Fields left empty among those that are filled in, and what the form was to be filled in with. */
export function tableGaps({ fields, leftovers = [] }: AnnualTableContent): readonly TableFault[] {
  const empty = fields.filter(({ printed }) => printed.trim() === '')
  const isFilled = fields.length - empty.length >= empty.length
  return [
    ...(isFilled ? empty : []).map(({ label, place }) => ({
      words: `${nameOf(label)}是空格`,
      place,
    })),
    ...leftovers.map(({ value, place }) => ({ words: `还留着“${clip(value, 20)}”`, place })),
  ]
}

/** Who filled it in and answers for it; with a colon after it the answer stands behind. */
const HEAD_LABEL =
  /(?:^|\s)(填报单位|填报机关|单位负责人|审核人|填报人|联系电话|填报日期|填报时间)\s*[:：]\s*(?:[_＿\s]*|年\s*月\s*日)$/
/** What comes next is no answer but the next question. */
const NEXT_LABEL =
  /^(?:网站名称|首页网址|主办单位|网站类型|政府网站标识码|网站标识码|单位负责人|审核人|填报人|联系电话|填报日期|填报时间|独立用户)/

/** Lines of the table's head and foot that name what is to be filled in, and nothing behind. */
export function headGaps(site: SiteView, { url }: SiteAnnualTable): readonly TableFault[] {
  const read = site.pageAt(url)?.page.text
  const text = read?.excerpt ?? ''
  const isWhole = read !== undefined && read.length <= text.length
  const lines = text
    .split(/[\n\t|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.flatMap((line, at) => {
    const label = HEAD_LABEL.exec(line)?.[1]
    const next = lines[at + 1]
    return label === undefined || (next === undefined ? !isWhole : !NEXT_LABEL.test(next))
      ? []
      : [{ words: `${label}没有填`, place: { url, at: null, quote: line } }]
  })
}

const FORM = '(?:政府网站|网站)(?:工作)?(?:年度(?:工作)?报表|年报表?)'
const HEADED = new RegExp(
  `${FORM}\\s*[（(〔[]?\\s*(20\\d\\d)\\s*年(?!\\d{1,2}月)|(20\\d\\d)\\s*年(?:度)?(?:[\\u4e00-\\u9fff]{2,16})?${FORM}|^\\s*[（(〔[]?\\s*(20\\d\\d)\\s*年度\\s*[）)〕\\]]?\\s*$|(?:填报|报表|报告|统计)(?:年度|年份|时段|区间|期间|周期|时间段)\\s*[:：\\t ]\\s*(20\\d\\d)\\s*年?(?!\\s*[-年/.]\\s*\\d)`,
  'gm',
)
/** The form's own lines and what stands above them; notices below it may speak of any year. */
const HEAD = 600

/** The tables before and after it in the list. */
const BESIDE = /^.*[上下]一[篇条个].*$/gm

/** What the table says of its year (its heading, its period, the day on which it was filled in), where that is another than the title's. */
export function otherYear(
  site: SiteView,
  { url, title, year, content }: SiteAnnualTable,
): string | null {
  if (!title.includes(String(year))) return null
  const heads = textsOf(site, url)
    .flatMap((text) => [
      ...text.replaceAll(title, '').replace(BESIDE, '').slice(0, HEAD).matchAll(HEADED),
    ])
    .map(([words, ...found]) => ({ words, year: Number(found.find((one) => one !== undefined)) }))
  const [first] = heads
  if (first !== undefined && !heads.some((one) => one.year === year)) return first.words.trim()
  const filled = content?.filledOn?.value
  // Before December nobody knows a year's figures.
  return filled !== undefined && filled < `${year}-12-01` ? `填报日期 ${filled}` : null
}

/** Marks of another site than this one. */
export function otherMarks(site: SiteView, content: AnnualTableContent): readonly TableFault[] {
  const { home, icp, foreign } = content
  const own = site.home === null ? null : bareHost(new URL(site.home.page.url).host)
  const filed = ICP_DIGITS.exec(site.home?.page.footer.icpNumber?.value ?? '')?.[1]
  return [
    ...(foreign == null ? [] : [{ words: `单位是“${foreign.value}”`, place: foreign.place }]),
    ...(home != null && own !== null && !areKin(bareHost(home.value), own)
      ? [{ words: `首页网址是 ${home.value}，本站是 ${own}`, place: home.place }]
      : []),
    ...(icp != null && filed !== undefined && icp.value !== filed
      ? [{ words: `ICP备案号是 ${icp.value}，首页底部是 ${filed}`, place: icp.place }]
      : []),
  ]
}

const ICP_DIGITS = /备\s*(\d{6,10})/

/** Of one domain, or one below the other. */
function areKin(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
}

export interface SameFigures {
  readonly before: SiteAnnualTable
  /** Figures other than 0 that both years have. */
  readonly same: number
  /** Those of them that do not come twice by chance. */
  readonly large: number
  /** All that were compared. */
  readonly compared: number
}

/** The earlier year with which a table has most figures in common. */
export function sameAsEarlier(
  site: SiteView,
  { year, content }: SiteAnnualTable,
  largeFigure: number,
): SameFigures | null {
  if (content === undefined) return null
  const all = site.siteAnnualTables
    .filter((table) => table.year < year && table.content !== undefined)
    .map((before): SameFigures => {
      const known = new Map(before.content?.fields.map((field) => [field.key, field.value]))
      const both = content.fields.filter(
        ({ key, value }) => value !== null && (known.get(key) ?? null) !== null,
      )
      const counted = both.filter(({ key, value }) => value !== 0 || known.get(key) !== 0)
      const same = counted.filter(({ key, value }) => known.get(key) === value)
      // What there is to be had (services, accounts) may stay as it was.
      const large = same.filter(
        ({ key, value }) => (value ?? 0) >= largeFigure && !/^(?:services|registered)/.test(key),
      )
      return { before, same: same.length, large: large.length, compared: counted.length }
    })
  return all.sort((a, b) => b.large - a.large || b.same - a.same)[0] ?? null
}

const GROUPS: Readonly<Record<string, string>> = {
  published: '信息发布',
  interpretation: '解读信息',
  handled: '办件量',
}

/** 总数 alone says nothing. */
function inGroup(key: string, label: string): string {
  const group = GROUPS[key.split('.')[0] ?? ''] ?? ''
  const name = nameOf(label)
  return name.startsWith(group) ? name : group + name
}

/** Without the unit in brackets. */
function nameOf(label: string): string {
  return label.replace(/[（(][^）)]*[）)]/g, '').replace(/\s/g, '')
}
