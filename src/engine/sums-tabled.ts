/**
 * Tables whose row of totals is not the sum of the rows above it, and tables of the “三公”经费 whose whole is not the three. Asked
 * only of grids that are plain lists: one row of totals, every cell of the column a figure or blank, no rows of which others
 * are parts (小计, 其中, codes within codes), numbers of rows without a gap. What text tells is sums'.
 */
import { clip, halfWidth, squash } from '#base/text'
import type { TextTable } from '#model/attachment'
import { figure, slackOf, type WrongSum } from './sums.ts'

const TOTAL = /^(?:合计|总计|共计|总合计|合计金额|总金额)(?:[(][^()]{0,8}[)])?[:：]?$/
/** Rows that sum others up, or are parts of the row before. */
const NESTED =
  /小计|合计|总计|共计|其中|累计|[本今]年|上年|结转|[(（]?[一二三四五六七八九十][)）、.]/
const NOTE = /^(?:备注|注|说明|填表|制表|单位负责人|审核)/
const FIGURE = /^[¥￥]?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?:元|万元|亩|人|户|件|个)?$/
const BLANK = /^[-—–－/\\\s]*$/
/** Columns whose figures are not added up. */
const NOT_ADDED =
  /标准|单价|均价|比例|比率|率|占比|均|年[份度]|月份|编号|编码|代码|序号|账号|卡号|电话|证号|号码|日期|时间|年龄|排名|得分|评分|%|折/
const NUMBERED = /^序号$|^编号$|^No\.?$/i
const LEAST_ROWS = 2
/** A sum twice the total is that of a tree, whose branches were counted too. */
const MOST_RATIO = 1.7
const LEAST_RATIO = 0.3

type Row = readonly (string | null)[]
const cellOf = (cell: string | null | undefined): string =>
  squash(halfWidth(cell ?? '')).replace(/\s+/g, '')

function numberOf(cell: string): { readonly value: number; readonly decimals: number } | null {
  if (BLANK.test(cell)) return { value: 0, decimals: 0 }
  const digits = FIGURE.exec(cell)?.[1]?.replace(/,/g, '')
  return digits === undefined
    ? null
    : { value: Number(digits), decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0 }
}

const isFigure = (cell: string): boolean => !BLANK.test(cell) && numberOf(cell) !== null

/** All sums of these tables that do not hold. `text`: what stands beside them, for the unit. */
export function wrongTables(tables: readonly TextTable[], text: string): readonly WrongSum[] {
  const isRounded = /万元|亿元/.test(text)
  return tables.flatMap((table) => {
    const rows = table.map((row) => row.map(cellOf))
    const trips = tripRows(rows) ?? tripColumns(rows)
    return (
      trips ?? totalsOf(rows, isRounded || rows.some((row) => row.some((c) => /万元|亿元/.test(c))))
    )
  })
}

interface Reading {
  readonly head: readonly Row[]
  readonly body: readonly (readonly string[])[]
  readonly total: readonly string[]
}

/** A list without a row of totals: its rows, and what its columns of figures add up to. Null where it is none, or in part. */
export function plainList(table: TextTable): {
  readonly rows: number
  readonly columns: readonly { readonly named: string; readonly sum: number }[]
} | null {
  const rows = table.map((row) => row.map(cellOf)).filter((row) => row.some((cell) => cell !== ''))
  const first = rows.findIndex((row) => row.filter(isFigure).length > 0)
  const [head, body] = [rows.slice(0, first), rows.slice(first)]
  const isNested = body.some((row) =>
    row.some((cell) => TOTAL.test(cell) || /小计|其中/.test(cell)),
  )
  if (first < 1 || body.length < LEAST_ROWS || isNested) return null
  if (!isGapless({ head, body, total: [] })) return null
  const columns = (head[0] ?? []).flatMap((_, at) => {
    const named = head.map((row) => row[at] ?? '').join('')
    const parts = body.flatMap((row) =>
      isFigure(row[at] ?? '') ? (numberOf(row[at] ?? '') ?? []) : [],
    )
    if (named === '' || NOT_ADDED.test(named) || parts.length < body.length) return []
    return [{ named, sum: parts.reduce((all, { value }) => all + value, 0) }]
  })
  return { rows: body.length, columns }
}

/** The rows of a plain list with one row of totals, below or above the others. */
function listIn(rows: readonly (readonly string[])[]): Reading | null {
  const labelled = rows.map((row) => row.slice(0, 3).find((cell) => cell !== '') ?? '')
  const totals = labelled.flatMap((label, at) => (TOTAL.test(label) ? [at] : []))
  const [at] = totals
  const first = rows.findIndex((row) => row.some(isFigure))
  if (at === undefined || totals.length > 1 || first < 1) return null
  const head = rows.slice(0, Math.min(first, at))
  const all = at > first ? rows.slice(first, at) : rows.slice(at + 1)
  const body = all.filter(
    (row) => row.some((cell) => cell !== '') && !NOTE.test(row.find((c) => c !== '') ?? ''),
  )
  const after = at > first ? rows.slice(at + 1) : []
  // Another part of the list below its total.
  if (after.some((row) => row.filter(isFigure).length > 1)) return null
  const total = rows[at] ?? []
  if (body.length < LEAST_ROWS || head.length === 0) return null
  if (
    body.some((row) => row.some((cell) => NESTED.test(cell) && !isFigure(cell) && cell.length < 24))
  )
    return null
  return { head, body, total }
}

/** 201, 20101: what stands under another code is a part of it. */
function isTree(body: Reading['body']): boolean {
  const codes = body.flatMap((row) => row.slice(0, 2).filter((cell) => /^\d{3,}$/.test(cell)))
  return codes.some((code) => codes.some((one) => one !== code && one.startsWith(code)))
}

/** 1, 2, 3 …: nothing of the list stands on another page. */
function isGapless({ head, body }: Reading): boolean {
  const at = (head[0] ?? []).findIndex((cell) => NUMBERED.test(cell ?? ''))
  if (at < 0) return true
  const numbers = body.map((row) => row[at] ?? '')
  return numbers.every((one, no) => Number(one) === no + 1)
}

function totalsOf(rows: readonly (readonly string[])[], isRounded: boolean): readonly WrongSum[] {
  const read = listIn(rows)
  if (read === null || isTree(read.body) || !isGapless(read)) return []
  const { head, body, total } = read
  return total.flatMap((cell, at): readonly WrongSum[] => {
    const named = head.map((row) => row[at] ?? '').join('')
    const whole = isFigure(cell) ? numberOf(cell) : null
    if (whole === null || named === '' || NOT_ADDED.test(named)) return []
    const parts = body.flatMap((row) => numberOf(row[at] ?? '') ?? [])
    if (parts.length < body.length || parts.filter(({ value }) => value !== 0).length < LEAST_ROWS)
      return []
    const sum = parts.reduce((all, { value }) => all + value, 0)
    const slack = slackOf([whole, ...parts], isRounded)
    const ratio = whole.value === 0 ? 0 : sum / whole.value
    if (Math.abs(sum - whole.value) <= slack || ratio > MOST_RATIO || ratio < LEAST_RATIO) return []
    return [
      {
        figures: `表中“${clip(named, 20)}”合计为${figure(whole.value)}，${parts.length} 行相加为${figure(sum)}`,
        quote: total.filter((one) => one !== '').join(' '),
      },
    ]
  })
}

const KIND = {
  abroad: /因?公?出国/,
  guests: /接待/,
  cars: /用车购置(?:费)?(?:及|和|与|、)|用车(?:运行|使用)[\u4e00-\u9fff]{0,4}(?:及|和)购置|用车(?:费|经费|支出)?$|用车小计$/,
  bought: /用车购置(?:费)?(?:支出)?$|购置费$/,
  run: /用车(?:运行|使用)(?:维护)?(?:费)?(?:支出)?$|运行(?:维护)?费(?:用)?$/,
} as const
const WHOLE = /^["“”]*三公["“”]*(?:经费)?(?:支出|预算|决算)?(?:合计|总计|总额|小计)?$|^合计$|^总计$/
/** 1.公务接待费, （一）因公出国（境）费, 其中：公务用车购置费 */
const LEADING = /^(?:其中[:：]?)?(?:[(（]?[\d一二三四五六七八九十]+[)）、.．]|[①-⑨])?/

const plainLabel = (label: string): string =>
  label.replace(LEADING, '').replace(/[(][^()]*[)]/g, '')

function isOfTrips(label: string): boolean {
  const plain = plainLabel(label)
  return [WHOLE, ...Object.values(KIND)].some((sign) => sign.test(plain)) || /接待/.test(plain)
}

type Parts = Readonly<Record<keyof typeof KIND | 'whole', number | undefined>>

/** Whole and parts by position: of rows, or of columns. */
function placesOf(labels: readonly string[]): Parts | null {
  // 公务用车购置及运行费 is neither of the two.
  const find = (sign: RegExp): number | undefined => {
    const isBoth = (label: string): boolean => sign !== KIND.cars && KIND.cars.test(label)
    const at = labels.map(plainLabel).findIndex((label) => sign.test(label) && !isBoth(label))
    return at < 0 ? undefined : at
  }
  const places = {
    whole: find(WHOLE),
    abroad: find(KIND.abroad),
    guests: find(KIND.guests),
    cars: find(KIND.cars),
    bought: find(KIND.bought),
    run: find(KIND.run),
  }
  const hasCars =
    places.cars !== undefined || (places.bought !== undefined && places.run !== undefined)
  const { whole, abroad, guests } = places
  return whole === undefined || abroad === undefined || guests === undefined || !hasCars
    ? null
    : places
}

/** The three, and 购置 with 运行, of one row of figures; null where a figure is none. */
function judged(cells: readonly string[], places: Parts, named: string): readonly WrongSum[] {
  const at = (place: number | undefined): ReturnType<typeof numberOf> =>
    place === undefined ? null : numberOf(cells[place] ?? '')
  const sums: readonly (readonly [string, number | undefined, readonly (number | undefined)[]])[] =
    [
      [
        '“三公”经费合计',
        places.whole,
        [
          places.abroad,
          places.guests,
          ...(places.cars === undefined ? [places.bought, places.run] : [places.cars]),
        ],
      ],
      ...(places.cars === undefined || places.bought === undefined || places.run === undefined
        ? []
        : [['公务用车购置及运行费', places.cars, [places.bought, places.run]] as const]),
    ]
  return sums.flatMap(([name, place, parts]): readonly WrongSum[] => {
    const whole = at(place)
    const values = parts.flatMap((one) => at(one) ?? [])
    if (whole === null || values.length < parts.length || !isFigure(cells[place ?? -1] ?? ''))
      return []
    const sum = values.reduce((all, { value }) => all + value, 0)
    if (Math.abs(sum - whole.value) <= slackOf([whole, ...values], true)) return []
    return [
      {
        figures: `表中${name}${named}为${figure(whole.value)}，各项相加为${figure(sum)}（${values.map(({ value }) => figure(value)).join('＋')}）`,
        quote: cells[place ?? -1] ?? '',
      },
    ]
  })
}

/** 合计, 因公出国（境）费, 公务接待费, 公务用车 … one below the other. */
function tripRows(rows: readonly (readonly string[])[]): readonly WrongSum[] | null {
  const labels = rows.map((row) => row.find((cell) => cell !== '' && !isFigure(cell)) ?? '')
  const places = placesOf(labels)
  // The three are also lines of tables of all expenses.
  const others = rows.filter((row, at) => row.some(isFigure) && !isOfTrips(labels[at] ?? ''))
  if (places === null || others.length > 0) return null
  const width = Math.max(...rows.map((row) => row.length))
  const [head = []] = rows
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const named = head[at] ?? ''
    return NOT_ADDED.test(named.replace(/20\d\d年度?/, '')) || NUMBERED.test(named)
      ? []
      : judged(
          rows.map((row) => row[at] ?? ''),
          places,
          named === '' ? '' : `（${clip(named, 16)}）`,
        )
  })
}

/** The same side by side, once or twice (预算数, 决算数). */
function tripColumns(rows: readonly (readonly string[])[]): readonly WrongSum[] | null {
  const first = rows.findIndex((row) => row.filter(isFigure).length >= 4)
  if (first < 1) return null
  const heads = rows.slice(0, first)
  const width = Math.max(...rows.map((row) => row.length))
  const labels = Array.from(
    { length: width },
    (_, at) => heads.map((row) => row[at] ?? '').findLast((cell) => cell !== '') ?? '',
  )
  const starts = labels.flatMap((label, at) => (WHOLE.test(label) ? [at] : []))
  const groups = starts.map((from, no) => [from, starts[no + 1] ?? width] as const)
  const known = groups.flatMap(([from, to]) => {
    const parents = heads.map((row) => row.slice(from, to))
    const own = labels.slice(from, to).map((label, at) => {
      // 小计 below 公务用车购置及运行费 stands for it.
      const above = parents.map((row) => row[at] ?? '').filter((cell) => cell !== '')
      return label === '小计' ? (above.at(-2) ?? label) : label
    })
    const places = own.every((label) => label === '' || isOfTrips(label)) ? placesOf(own) : null
    return places === null ? [] : [{ from, to, places }]
  })
  if (known.length === 0) return null
  return rows
    .slice(first)
    .filter((row) => row.filter(isFigure).length >= 4)
    .flatMap((row) =>
      known.flatMap(({ from, to, places }) => judged(row.slice(from, to), places, '')),
    )
}
