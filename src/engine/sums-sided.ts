/**
 * Tables of income and expenditure (收支总表): their two wholes must be alike, each must be what the items above it make, and the
 * text that comes with the table must tell the same whole in the same unit. Judged only where one row of each side is the
 * whole and the items are of one level; what rounding explains is left alone. Lists with one row of totals: sums-tabled.
 */
import { clip, halfWidth, squash } from '#base/text'
import type { TextTable } from '#model/attachment'
import { type Figure, figure, slackOf, type WrongSum } from './sums.ts'

const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const BLANK = /^[-—–－/\s]*$/
/** The whole of a side, and sums of a part of it on the way. */
const WHOLES = { income: /^收入(?:总计|合计)$/, outlay: /^支出(?:总计|合计)$/ } as const
const PARTIAL = /^本年(?:收入|支出)(?:合计|总计|小计)?$/
const INNER = /合计|总计|小计|共计/
/** 其中：…, （一）…, 1.…: a part of the item above it. */
const BELOW = /^(?:其中|其它?中|[(][一二三四五六七八九十\d]+[)]|\d{1,2}[.、．)]|[①-⑨]|[-—·])/
const TOP = /^[一二三四五六七八九十]{1,3}[、.．]/

interface Side {
  readonly kind: keyof typeof WHOLES
  /** Figures of the whole, a column each. */
  readonly whole: readonly (Figure | null)[]
  readonly items: readonly { readonly label: string; readonly values: readonly (Figure | null)[] }[]
}

const cellOf = (cell: string | null | undefined): string =>
  squash(halfWidth(cell ?? '')).replace(/\s+/g, '')

function numberIn(cell: string): Figure | null {
  if (!AMOUNT.test(cell)) return null
  const digits = cell.replaceAll(',', '')
  return { value: Number(digits), decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0 }
}

/** The sides of one table; empty where it has no row of wholes, or more than one. */
function sidesOf(table: TextTable): readonly Side[] {
  const rows = table.map((row) => row.map(cellOf))
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Object.entries(WHOLES).flatMap(([kind, sign]): readonly Side[] => {
    const found = rows.flatMap((row, at) =>
      row.flatMap((cell, column) => (sign.test(cell) ? [{ at, column }] : [])),
    )
    const [first, ...more] = found.filter(({ at, column }) =>
      (rows[at] ?? []).slice(column + 1, column + 2).some((cell) => numberIn(cell) !== null),
    )
    if (first === undefined || more.length > 0) return []
    const { at, column } = first
    const line = rows[at] ?? []
    const next = line.findIndex((cell, i) => i > column && cell !== '' && !isFilled(cell))
    const end = next < 0 ? width : next
    const cells = (row: readonly string[]): readonly (Figure | null)[] =>
      row.slice(column + 1, end).map(numberIn)
    const items = rows.slice(0, at).flatMap((row) => {
      const label = row[column] ?? ''
      const values = cells(row)
      return label === '' || values.every((one) => one === null) ? [] : [{ label, values }]
    })
    return [{ kind: kind as Side['kind'], whole: cells(line), items }]
  })
}

const isFilled = (cell: string): boolean => BLANK.test(cell) || AMOUNT.test(cell)

/** Items of one level, each a part of the whole; null where that is not plain. */
function partsOf({ items }: Side): Side['items'] | null {
  const partial = items.findIndex(({ label }) => PARTIAL.test(label))
  // 本年收入合计, and behind it what is brought over from the year before.
  const from = partial < 0 ? items : items.slice(partial)
  const tops = from.filter(({ label }) => TOP.test(label))
  const own =
    partial < 0 && tops.length >= 2 ? tops : from.filter(({ label }) => !BELOW.test(label))
  const isPlain = own.every(({ label }, at) => (partial >= 0 && at === 0) || !INNER.test(label))
  const labels = new Set(own.map(({ label }) => label))
  // What bears no number beside others that do may be a part of them, or stand beside them.
  const loose = from.filter(({ label }) => !TOP.test(label) && !BELOW.test(label))
  const isMixed = tops.length > 0 && loose.length > 0 && partial < 0
  return isPlain && !isMixed && labels.size === own.length && own.length >= 2 ? own : null
}

const NAMES: Readonly<Record<Side['kind'], string>> = { income: '收入总计', outlay: '支出总计' }
/** Beyond these the rows are those of another table. */
const RATIOS = { least: 0.3, most: 1.7 } as const

/** More rows make any whole in some way. */
const MOST_ITEMS = 14

/** Whether some of the figures make the whole. */
function isMadeOf(whole: Figure, [first, ...others]: readonly Figure[]): boolean {
  if (Math.abs(whole.value) <= 2 * 10 ** -whole.decimals + 1e-6) return true
  if (first === undefined) return false
  const rest = { ...whole, value: whole.value - first.value }
  return isMadeOf(rest, others) || isMadeOf(whole, others)
}

function unlike(side: Side, unit: string): readonly WrongSum[] {
  const parts = partsOf(side)
  const [whole] = side.whole
  if (parts === null || whole == null || whole.value === 0) return []
  const values = parts.flatMap(({ values: [one] }) => one ?? [])
  const some = values.filter(({ value }) => value !== 0)
  const sum = values.reduce((all, { value }) => all + value, 0)
  const ratio = sum / whole.value
  if (some.length < 2 || ratio > RATIOS.most || ratio < RATIOS.least) return []
  if (Math.abs(sum - whole.value) <= slackOf([whole, ...values], true)) return []
  // Some of the rows may be parts of others without a sign of it.
  const all = side.items.flatMap(({ values: [one] }) =>
    one == null || one.value === 0 ? [] : [one],
  )
  if (all.length > MOST_ITEMS || isMadeOf(whole, all)) return []
  return [
    {
      figures: `表中${NAMES[side.kind]}为${figure(whole.value)}${unit}，各项相加为${figure(sum)}${unit}（${some.map(({ value }) => figure(value)).join('＋')}）`,
      quote: parts.map(({ label }) => label).join(' '),
    },
  ]
}

/** All that does not hold in these tables, and between them and what the text says of their wholes. */
export function wrongSides(tables: readonly TextTable[], text: string): readonly WrongSum[] {
  const plain = halfWidth(text)
  const read = tables
    .map((table) => ({ table, sides: sidesOf(table), unit: unitOf(table, plain) }))
    .filter(({ sides }) => sides.length > 0)
  const within = read.flatMap(({ sides, unit }) => {
    const [income, outlay] = sides
    const [one, other] = [income?.whole ?? [], outlay?.whole ?? []]
    const isPair = one.length === other.length && income?.kind !== outlay?.kind
    const apart = isPair ? one.findIndex((value, at) => differ(value, other[at] ?? null)) : -1
    const balance: readonly WrongSum[] =
      apart < 0
        ? []
        : [
            {
              figures: `表中收入总计${figure(one[apart]?.value ?? 0)}${unit ?? ''}，支出总计${figure(other[apart]?.value ?? 0)}${unit ?? ''}，两者应当相等`,
              quote: '收入总计 支出总计',
            },
          ]
    return [...sides.flatMap((side) => unlike(side, unit ?? '')), ...balance]
  })
  return [...within, ...tables.flatMap(wrongRows), ...untold(read, plain)]
}

/** The kinds of expenditure of which a row's whole is made. */
const KINDS =
  /^(?:基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|人员经费|公用经费|事业单位经营支出|上缴上级|对附属单位补助)(?:[(].*)?$/
const MOST_TOLD = 2

/** 科目 | 合计 | 基本支出 | 项目支出: of each row the whole is what the kinds make. */
function wrongRows(table: TextTable): readonly WrongSum[] {
  const rows = table.map((row) => row.map(cellOf))
  const at = rows.findIndex((row) => row.some((cell) => /^基本支出/.test(cell)))
  const head = rows[at] ?? []
  const whole = head.findIndex((cell) => /^(?:合计|总计|小计)$/.test(cell))
  const kinds = head.flatMap((cell, column) => (column > whole && cell !== '' ? [column] : []))
  // 人员经费 and 公用经费 below one head, of which it is none.
  const isSpanned = head.slice(whole, (kinds.at(-1) ?? whole) + 1).some((cell) => cell === '')
  const isPlain =
    whole >= 0 &&
    !isSpanned &&
    kinds.length >= 2 &&
    kinds.every((column) => KINDS.test(head[column] ?? ''))
  const isTwice = new Set(kinds.map((column) => head[column])).size < kinds.length
  // 人员经费 and 公用经费 are parts of 基本支出.
  const isNested = ['人员经费', '基本支出'].every((kind) =>
    head.some((cell) => cell.startsWith(kind)),
  )
  if (!isPlain || isTwice || isNested) return []
  const body = belowHead(rows.slice(at + 1), [whole, ...kinds])
  const wrong = body.flatMap((row): readonly WrongSum[] => {
    const told = numberIn(row[whole] ?? '')
    const parts = kinds.map((column) => row[column] ?? '')
    // A figure where names stand: the row lacks a cell before it, and each of its figures is another column's.
    const isMoved = row.slice(0, whole).some((cell) => /[.,]/.test(cell) && AMOUNT.test(cell))
    if (told === null || isMoved || !parts.every(isFilled)) return []
    const values = parts.flatMap((cell) => numberIn(cell) ?? [])
    const sum = values.reduce((all, { value }) => all + value, 0)
    if (values.length === 0 || Math.abs(sum - told.value) <= slackOf([told, ...values], true))
      return []
    const label = row.find((cell) => /[\u4e00-\u9fff]/.test(cell))
    if (label === undefined) return []
    return [
      {
        figures: `表中“${clip(label, 20)}”合计为${figure(told.value)}，各类支出相加为${figure(sum)}`,
        quote: row.filter((cell) => cell !== '').join(' '),
      },
    ]
  })
  // Where most rows do, the columns are others than they seem.
  return wrong.length * 2 > body.length ? [] : wrong.slice(0, MOST_TOLD)
}

/** Rows of figures under one head: words where its figures stand are the head of the next table of the sheet. */
function belowHead(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): readonly (readonly string[])[] {
  const isOfFigures = (row: readonly string[]): boolean =>
    columns.every((column) => isFilled(row[column] ?? ''))
  const from = rows.findIndex(isOfFigures)
  const rest = from < 0 ? [] : rows.slice(from)
  const end = rest.findIndex((row) => !isOfFigures(row))
  return end < 0 ? rest : rest.slice(0, end)
}

/** Twice the finest step is what rounding may leave. */
function differ(one: Figure | null, other: Figure | null): boolean {
  if (one === null || other === null || one.value * other.value === 0) return false
  const step = 10 ** -Math.max(one.decimals, other.decimals)
  return Math.abs(one.value - other.value) > 2 * step + 1e-6
}

const UNIT = /(?:金额)?单位:?(?:人民币)?(亿元|万元|千元|元)/g
const FACTORS: Readonly<Record<string, number>> = { 亿元: 1e8, 万元: 1e4, 千元: 1e3, 元: 1 }

/** Printed in the table, else the last above its row of wholes; null where none is. */
function unitOf(table: TextTable, text: string): string | null {
  const own = [...table.flat().map(cellOf).join(' ').matchAll(UNIT)].map((one) => one[1] ?? '')
  if (own[0] !== undefined) return own[0]
  // 2026年预算数（元）
  const [headed, ...others] = new Set(
    table.flat().flatMap((cell) => /[(](亿元|万元|千元|元)[)]$/.exec(cellOf(cell))?.[1] ?? []),
  )
  if (headed !== undefined && others.length === 0) return headed
  const wholes = table.map((row) => row.map(cellOf)).find((row) => WHOLES.income.test(row[0] ?? ''))
  const amount = wholes?.find((cell) => AMOUNT.test(cell)) ?? ''
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ''))
  // Not the sentence that tells it.
  const row = new RegExp(`收入总计${amount.replaceAll('.', '\\.')}(?![\\d.,亿万千元])`)
  const at = amount === '' ? -1 : lines.findIndex((line) => row.test(line))
  const above = at < 0 ? lines : lines.slice(0, at)
  const units = [...above.join('\n').matchAll(UNIT)].map((one) => one[1] ?? '')
  // Where the row stands nowhere in the text, only what is the one unit of it all.
  return at < 0 && new Set(units).size > 1 ? null : (units.at(-1) ?? null)
}

/** Right behind these the words tell the whole, and none of the sums that have a whole of their own (政府采购支出总额). */
const OWN =
  '(?<=^|[\\n，。；：、:;,(]|年度?|[预决]算|部门|单位|本级|[局厅委院办站校会]|安排|中心|机关)'
const OF_PART =
  '(?<!(?:采购|经费|项目|基金|拨款|公共|资本|上年|去年|财政|专项|债务|社保|保险)[^，。；:;\\n]{0,4})'
/** 收入总计3,210.55万元, told of the year of the paper. */
const TOLD = new RegExp(
  `(?:(20\\d\\d)年[^。;\\n\\d]{0,16})?${OWN}${OF_PART}(收入总(?:计|额)|支出总(?:计|额)|总收入|总支出)(?:预算|决算)?(?:为|是|:)?(\\d[\\d,]*(?:\\.\\d+)?)(亿元|万元|元)`,
  'g',
)

interface Reading {
  readonly table: TextTable
  readonly sides: readonly Side[]
  readonly unit: string | null
}

/** What the text says of the wholes, in words, and none of the tables does. */
function untold(read: readonly Reading[], text: string): readonly WrongSum[] {
  if (read.length === 0 || read.some(({ unit }) => unit === null)) return []
  const told = [...text.replace(/[ \t]+/g, '').matchAll(TOLD)]
  // Whatever stands in a cell is told, though it be another sum.
  const cells = read.flatMap(({ table, unit }) =>
    table.flat().flatMap((cell) => {
      const value = numberIn(cellOf(cell))
      return value === null ? [] : [{ ...value, unit }]
    }),
  )
  const years = new Set(told.flatMap(([, year]) => (year === undefined ? [] : [year])))
  if (years.size > 1) return []
  const found = told.flatMap(([quote, , words = '', digits = '', of = '']): readonly WrongSum[] => {
    const name = words.includes('收入') ? '收入' : '支出'
    const said = numberIn(digits)
    const here = read.flatMap(({ sides, unit }) =>
      sides
        .filter(({ kind }) => NAMES[kind] === `${name}总计`)
        .flatMap(({ whole }) => whole.flatMap((one) => (one === null ? [] : [{ ...one, unit }]))),
    )
    const [first] = here
    if (said === null || said.value === 0 || first === undefined) return []
    const isTold = [...here, ...cells].some(({ value, decimals, unit }) => {
      const factor = (FACTORS[unit ?? ''] ?? 1) / (FACTORS[of] ?? 1)
      const slack = 0.5 * 10 ** -said.decimals + 2 * 10 ** -decimals * factor + 1e-6
      return Math.abs(value * factor - said.value) <= slack
    })
    if (isTold) return []
    return [
      {
        figures: `文中${name}总计为${digits}${of}，表中为${figure(first.value)}${first.unit}`,
        quote: clip(quote, 80),
      },
    ]
  })
  // Sums told in several ways may be of several things.
  return new Set(found.map(({ figures }) => figures)).size > 2 ? [] : found.slice(0, 1)
}
