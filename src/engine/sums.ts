/**
 * Sums that a disclosure itself tells: an amount that is said to be the whole, and the amounts of which it is said to be made.
 * Told only where the parts are all there (the three of 三公, 收入总计 and 支出总计) or already exceed the whole, in one unit,
 * beyond what rounding explains; amounts of change, of other years and of nested parts are no parts. Tables: sums-tabled.
 */
import { clip, halfWidth } from '#base/text'

/** One sum that does not hold. */
export interface WrongSum {
  /** Chinese, with the figures. */
  readonly figures: string
  /** Words of the text. */
  readonly quote: string
}

export interface Amount {
  /** In the unit that it was printed with. */
  readonly value: number
  readonly unit: string
  readonly decimals: number
  readonly at: number
  readonly end: number
}

const FIGURE = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|元)`
const AMOUNT = new RegExp(`(?<![\\d.,])${FIGURE}`, 'g')
/** Words before an amount that is no state but a change, a bound, or another year's. */
const NOT_OWN =
  /(?:增加|减少|增长|下降|上升|降低|压减|压缩|节约|节省|上调|下调|多|少|增支|减支|持平)(?:了|约|额|为)?$|(?:上年|去年|上一?年度?|同期|(?:比|较|与|同|和)20\d\d年)[^,。;、]{0,12}$|(?:不超过|不高于|不低于|最高|人均|每[\u4e00-\u9fff]{1,4}|单价|均)$/

function figureOf(words: string): Pick<Amount, 'value' | 'decimals'> {
  const digits = words.replaceAll(',', '')
  return { value: Number(digits), decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0 }
}

/** Amounts of a text with narrow commas and brackets that are a state of their own. */
export function amountsIn(text: string): readonly Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap(({ 0: words, 1: figure = '', 2: unit = '', index }) =>
    NOT_OWN.test(text.slice(Math.max(0, index - 24), index))
      ? []
      : [
          {
            ...figureOf(figure),
            unit,
            at: index,
            end: index + words.length,
          },
        ],
  )
}

export type Figure = Pick<Amount, 'value' | 'decimals'>

/** What rounding may amount to, in the finest step that is printed; nought is not rounded, nor are whole yuan, heads and mu. */
export function slackOf(figures: readonly Figure[], isRounded: boolean): number {
  const decimals = Math.max(...figures.map((one) => one.decimals))
  const some = figures.filter(({ value }) => value !== 0).length
  return (decimals === 0 && !isRounded ? 0 : some * 0.5 * 10 ** -decimals) + 1e-6
}

function agree(whole: Amount, parts: readonly Amount[]): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return Math.abs(sum - whole.value) <= slackOf([whole, ...parts], whole.unit !== '元')
}

/** 1146, 64.5: without what binary sums leave behind. */
export const figure = (value: number): string => String(Math.round(value * 1e4) / 1e4)

function wrong(whole: Amount, parts: readonly Amount[], name: string, quote: string): WrongSum {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return {
    figures: `${name}${figure(whole.value)}${whole.unit}，各项相加为${figure(sum)}${whole.unit}（${parts.map(({ value }) => figure(value)).join('＋')}）`,
    quote: clip(quote, 120),
  }
}

/** All sums that a text tells and that do not hold. */
export function wrongSums(text: string): readonly WrongSum[] {
  // Commas, colons, semicolons and brackets become narrow.
  const plain = halfWidth(text)
  return [...tripSums(plain), ...balances(plain), ...excesses(plain)]
}

const TRIPS = /["“”'‘’「]?三公["“”'‘’」]?(?:经费)?/g
/** The three of which the whole is made; 购置 and 运行 are told apart or together. */
const ABROAD = /因公出国(?:[(]境[)]|出境)?|出国[(]境[)]|因公出国境/
const GUESTS = /公务接待/
const CARS =
  /(?:公务)?用车购置(?:费)?(?:及|和|与|、|以及)(?:车辆)?(?:运行|维护|使用)|(?:公务)?用车(?:运行|使用)[\u4e00-\u9fff]{0,4}(?:及|和|与)购置|公务用车(?:经费|费用?|支出)(?!购置|运行)/
const CARS_BOUGHT = /(?:公务)?用车购置(?!(?:费)?(?:及|和|与|、|以及))/
const CARS_RUN = /(?:公务)?用车(?:运行|使用)(?![\u4e00-\u9fff]{0,4}(?:及|和|与)购置)/
/** 无因公出国（境）费, 因公出国（境）费未安排, 公务用车购置费为零 */
const NONE = /^[^。;,\d]{0,14}(?:为零|为0(?![.\d])|未安排|未发生|无支出|没有|0(?=[,。;、]|$))/
const NONE_BEFORE = /(?:无|未安排|未发生|没有(?:安排|发生)?)(?:财政拨款)?(?:的)?$/
/** How far behind the whole its parts are told. */
const REACH = 900
/** 会议费 and 培训费 may be counted in, and the whole may be that of something else. */
const NOT_THREE = /会议费|培训费|四公|五公|差旅/

/** “三公”经费合计 X 万元，其中：… */
function tripSums(text: string): readonly WrongSum[] {
  const found: WrongSum[] = []
  const heads = [...text.matchAll(TRIPS)].map(({ index }) => index)
  for (const [no, from] of heads.entries()) {
    const next = heads.slice(no + 1).find((at) => at > from + 4) ?? text.length
    const region = text.slice(from, Math.min(text.length, from + REACH))
    const first = Math.min(...[ABROAD, GUESTS, CARS, CARS_RUN].map((one) => seek(region, one)))
    // The next mention before the parts begins anew.
    if (!Number.isFinite(first) || next - from < first) continue
    const lead = region.slice(0, first)
    if (NOT_THREE.test(region.slice(0, first + 200)) || /每/.test(lead)) continue
    const wholes = amountsIn(lead)
    if (wholes.length === 0) continue
    const parts = partsOf(region.slice(0, Math.max(first, next - from)), first)
    if (parts === null) continue
    const unit = wholes[0]?.unit ?? ''
    if ([...wholes, ...parts.flat()].some((one) => one.unit !== unit && one.value !== 0)) continue
    const ways = seriesOf(region, wholes, parts)
    const bad = ways.find(
      (way) => !way.wholes.some((whole) => combine(way.parts).some((some) => agree(whole, some))),
    )
    const [whole] = bad?.wholes ?? []
    const shown = bad?.parts.flatMap(([one]) => (one === undefined ? [] : [one])) ?? []
    if (whole === undefined || shown.length < parts.length) continue
    const end = Math.max(whole.end, ...shown.map((one) => one.end))
    const name = `“三公”经费${bad?.name ?? ''}合计`
    found.push(wrong(whole, shown, name, region.slice(0, end)))
  }
  return found
}

interface Series {
  readonly name: string
  readonly wholes: readonly Amount[]
  readonly parts: readonly (readonly Amount[])[]
}

/** 预算为X，决算为Y of the whole and of every part are two sums; else whatever fits is right. */
function seriesOf(
  region: string,
  wholes: readonly Amount[],
  parts: readonly (readonly Amount[])[],
): readonly Series[] {
  const wordOf = ({ at, value, unit }: Amount): string =>
    value === 0 && unit === ''
      ? 'any'
      : (/(预算|决算|支出数)[^预决,。;\d]{0,8}$/.exec(
          region.slice(Math.max(0, at - 16), at),
        )?.[1] ?? '')
  const named = ['预算', '决算'].flatMap((name): Series[] => {
    const of = (some: readonly Amount[]): readonly Amount[] =>
      some.filter((one) => wordOf(one) === name || wordOf(one) === 'any')
    const own = { name, wholes: of(wholes), parts: parts.map(of) }
    const isTold = own.wholes.length === 1 && own.parts.every((some) => some.length === 1)
    return isTold ? [own] : []
  })
  return named.length === 2 ? named : [{ name: '', wholes, parts }]
}

function seek(text: string, words: RegExp): number {
  const at = text.search(words)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** For each part the amounts that may be its; null where not all of them are told. */
function partsOf(region: string, from: number): readonly (readonly Amount[])[] | null {
  const text = region.slice(from)
  const cars = kindIn(text, CARS, from)
  const all = [
    kindIn(text, ABROAD, from),
    kindIn(text, GUESTS, from),
    ...(cars === null ? [kindIn(text, CARS_BOUGHT, from), kindIn(text, CARS_RUN, from)] : [cars]),
  ]
  const known = all.flatMap((one) => (one === null ? [] : [one]))
  return known.length < all.length ? null : known
}

const KINDS = [ABROAD, GUESTS, CARS, CARS_BOUGHT, CARS_RUN]

/** The amounts of the clause that tells the kind. */
function kindIn(text: string, kind: RegExp, base: number): readonly Amount[] | null {
  for (const { index, 0: words } of text.matchAll(new RegExp(kind.source, 'g'))) {
    const rest = text.slice(index + words.length)
    const stops = [
      rest.search(/[。;\n]|其中|\((?!境)/),
      ...KINDS.filter((one) => one !== kind).map((one) => rest.search(one)),
    ].filter((at) => at >= 0)
    const clause = rest.slice(0, Math.min(rest.length, ...stops))
    if (NONE_BEFORE.test(text.slice(Math.max(0, index - 12), index)) || NONE.test(clause))
      return [{ value: 0, unit: '', decimals: 0, at: base + index, end: base + index }]
    const amounts = amountsIn(clause).map((one) => ({
      ...one,
      at: one.at + base + index + words.length,
      end: one.end + base + index + words.length,
    }))
    if (amounts.length > 0) return amounts
  }
  return null
}

/** One of each. */
function combine(parts: readonly (readonly Amount[])[]): readonly (readonly Amount[])[] {
  return parts.reduce<readonly (readonly Amount[])[]>(
    (all, some) => all.flatMap((one) => some.slice(0, 6).map((part) => [...one, part])),
    [[]],
  )
}

/** 收入总计 and 支出总计 of one sentence are one figure. */
const BALANCE = new RegExp(
  `收入总计(?:为|是|:)?\\s*${FIGURE}[^。\\n\\d]{0,12}支出总计(?:为|是|:)?\\s*${FIGURE}`,
  'g',
)

/** Wholes that were rounded apart from each other may miss by a step. */
function isNear(one: Figure, other: Figure, isRounded: boolean): boolean {
  const step = isRounded ? 2 * 10 ** -Math.max(one.decimals, other.decimals) : 0
  return Math.abs(one.value - other.value) <= step + 1e-6
}

function balances(text: string): readonly WrongSum[] {
  return [...text.matchAll(BALANCE)].flatMap(({ 0: quote, 1: one, 2: unit, 3: other, 4: of }) =>
    unit !== of || isNear(figureOf(one ?? ''), figureOf(other ?? ''), unit !== '元')
      ? []
      : [{ figures: `收入总计${one}${unit}，支出总计${other}${of}，两者应当相等`, quote }],
  )
}

/** The whole, in its sentence, and behind 其中 what is a part of it. */
const OF_IT = /其中[:,]?/g
/** Parts of several kinds in one sentence, or what was done with the money: they may overlap. */
const OVERLAPS =
  /其中|含|包括|用于|已|完成|到位|拨付|下达|使用|结余|剩余|占|分别|另|此外|上年|结转|[增减升降比较]/
const PART = new RegExp(
  `^(?:[(]?[\\d一二三四五六七八九十][)、.]|[①-⑨]|是)?\\s*([\\u4e00-\\u9fff"“”‘’()]{2,24}?)(?:支出|预算|决算|收入)?(?:为|共|计|是|:)?\\s*${FIGURE}(?:和|及|以及)?$`,
)

/** 补贴资金120万元，其中：种粮补贴60万元、农机补贴70万元: parts of one kind that are more than the whole. */
function excesses(text: string): readonly WrongSum[] {
  return [...text.matchAll(OF_IT)].flatMap(({ index, 0: words }) => {
    const before = /[^。;\n]*$/.exec(text.slice(Math.max(0, index - 160), index))?.[0] ?? ''
    const behind = /^[^。;\n]*/.exec(text.slice(index + words.length))?.[0] ?? ''
    // Told as a sum of its own.
    if (/三公/.test(before) || OVERLAPS.test(behind)) return []
    const wholes = amountsIn(before)
    const [whole] = wholes
    const segments = behind.split(/、|,(?!\d{3}(?!\d))|(?<=元)[和及与]/).map((one) => one.trim())
    const named = segments.map((one) => PART.exec(one))
    if (whole === undefined || wholes.length > 1 || named.length < 2) return []
    const some = named.flatMap((one): readonly Amount[] =>
      one === null
        ? []
        : [
            {
              ...figureOf(one[2] ?? ''),
              unit: one[3] ?? '',
              at: 0,
              end: 0,
            },
          ],
    )
    const ends = named.map((one) => one?.[1]?.replace(/["“”‘’)]+$/, '').slice(-1) ?? '')
    const isOneKind = ends.every((one) => one !== '' && one === ends[0])
    const isOneUnit = some.every(({ unit }) => unit === whole.unit)
    if (some.length < named.length || !isOneKind || !isOneUnit) return []
    const sum = some.reduce((all, { value }) => all + value, 0)
    if (sum <= whole.value || agree(whole, some) || closes(whole, some)) return []
    return [wrong(whole, some, '合计', `${before}${words}${behind}`.trim())]
  })
}

/** The first of them make up the whole: those behind part it once more. */
function closes(whole: Amount, parts: readonly Amount[]): boolean {
  return parts.some((_, at) => agree(whole, parts.slice(0, at + 1)))
}
