/**
 * When the data sets that pages tell of were last renewed, against the cycle that they print themselves: in running text, in
 * a row of a table, or in rows of label and value on a page of their own. How late is too late is the check's parameter.
 */
import { daysBetween } from '#base/day'
import { squash } from '#base/text'
import type { CivilDay } from '#model/page'
import type { PageView, Place } from '#model/site-view'
import { rowsOn } from './members.ts'

/** Heads of a column that names data sets, where the other heads tell of them. */
export const SETS =
  /^(?:(?:数据集|数据资源|数据目录|资源|数据|目录|开放数据|文件)(?:名称?|标题)?|名称|标题)$/

const DAY_IN_WORDS = '(20\\d\\d)\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})'
/** When a set itself was last renewed; 发布时间 of a page tells nothing of its data. */
const RENEWED = '(?:最近|最后|最新|上次|数据)?更新(?:时间|日期)|(?:最近|最后|最新|上次|数据)更新'
/** Days of a cycle, and how many may pass at least (who renews daily may be resting) and at most. */
const CYCLES: readonly (readonly [words: RegExp, days: number, least: number, most: number])[] = [
  [/^(?:实时|即时|[每按一1]?个?工?作?[日天])$/, 1, 30, Number.POSITIVE_INFINITY],
  [/^[每按一1]?个?(?:周|星期)$/, 7, 8, Number.POSITIVE_INFINITY],
  [/^[每按一1]?个?月度?$/, 31, 0, Number.POSITIVE_INFINITY],
  [/^(?:[每按一1]?个?季度?|[每三3]{1,2}个月)$/, 92, 0, Number.POSITIVE_INFINITY],
  [/^(?:每?半年度?|[每六6]{1,2}个月)$/, 183, 0, 2],
  [/^[每按一1]?年度?$/, 366, 0, 2],
]

/** 月更新, 季报, 每年一次, 每月10日前: what a cycle carries behind it. */
const AROUND = /(?:更新|[报表]|一次|1次|\d{1,2}[日号](?:之?前)?|[上中下]旬|[底初末])+$/

export interface Renewal {
  readonly name: string
  readonly cycle: string
  readonly day: string
  readonly place: Place
}

/** Each set that prints its cycle and, close by, the day of its last renewal: in running text, or in a row of a table. */
function renewalsOn(view: PageView, cycle: RegExp): readonly Renewal[] {
  const { page } = view
  const beside = new RegExp(
    `(?:${cycle.source})\\s*[:：]?\\s*([\\u4e00-\\u9fff\\d]{1,8}?)(?=[\\s,，;；。|｜、]|$)([^\\n]{0,40}?)(?:${RENEWED})\\s*[:：]?\\s*${DAY_IN_WORDS}`,
    'g',
  )
  const read = (text: string, row: string | null): readonly Renewal[] =>
    [...text.matchAll(beside)].map(({ 0: quote, 1: said = '', 3: y, 4: m, 5: d, index }) => ({
      name: row ?? lineAbove(text.slice(0, index)) ?? page.title ?? '',
      cycle: said,
      day: `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`,
      place: { url: page.url, at: page.text.at, quote: row ?? squash(quote) },
    }))
  return [
    ...renewalOf(view, cycle),
    ...read(page.text.excerpt, null),
    ...rowsOn(view, SETS, ROW_TELLS)
      .flat()
      .flatMap(({ name, words = '' }) => read(words.replaceAll('\n', ' '), name)),
  ]
}

const ROW_TELLS = /更新|格式|提供|部门|单位|下载/

/** The last line before it that is no labelled field. */
export function lineAbove(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim())
  return (
    lines.findLast((line) => line.length > 1 && line.length <= 40 && !/[:：]/.test(line)) ?? null
  )
}

/** Sets whose last renewal lies more cycles back than allowed, each once. */
export function lateRenewals(
  views: readonly PageView[],
  cycle: RegExp,
  asOf: CivilDay,
  lateCycles: number,
): readonly Renewal[] {
  const late = new Map<string, Renewal>()
  for (const one of [...new Set(views)].flatMap((view) => renewalsOn(view, cycle))) {
    const plain = one.cycle.replace(AROUND, '')
    const known = CYCLES.find(([words]) => words.test(plain))
    if (known === undefined) continue
    const [, days, least, most] = known
    const limit = days * Math.min(Math.max(lateCycles, least), most)
    if (daysBetween(one.day, asOf) > limit) late.set(`${one.name} ${one.day}`, one)
  }
  return [...late.values()]
}

/** The one cycle and the one day of renewal that a page of one set prints, each behind its label in a line of its own. */
function renewalOf(view: PageView, cycle: RegExp): readonly Renewal[] {
  const { page } = view
  const lines = page.text.excerpt.split('\n')
  const told = (label: string, value: string) => {
    // `<label>更新周期</label><span>每月</span>` runs together.
    const row = new RegExp(`^\\s*(?:${label})\\s*[:：\\t\\n ]?\\s*${value}\\s*$`)
    return lines.flatMap((line, at) => {
      // `<dt>更新周期</dt><dd>每月</dd>`: the value stands in the line below.
      const found =
        row.exec(line) ?? row.exec(`${line.replace(/[:：\s]+$/, '')}\n${lines[at + 1] ?? ''}`)
      return found === null ? [] : [found]
    })
  }
  const [said, ...otherCycles] = told(cycle.source, '([\\u4e00-\\u9fff\\d]{1,8})')
  const [day, ...otherDays] = told(RENEWED, DAY_IN_WORDS)
  if (said === undefined || day === undefined || otherCycles.length + otherDays.length > 0)
    return []
  const [quote, y, m, d] = day
  return [
    {
      name: page.title ?? '',
      cycle: said.at(-1) ?? '',
      day: `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`,
      place: { url: page.url, at: page.text.at, quote: squash(quote) },
    },
  ]
}
