/**
 * What people enter for scoring (`score --inputs`, `--what-if`): one row a criterion, indicator, zeroing note or veto of
 * one agency. Decides which written value fits which rule; every fault names file, row and mend, and one bad row keeps
 * all out, because a half-taken input file would give a wrong score that looks right.
 */

import { isDay } from '#base/day'
import { AppError } from '#base/errors'
import { halfWidth, squash } from '#base/text'
import type { Registry } from '#model/portal'
import type { Scheme } from '#model/scheme'
import type { ScoreInput } from '#model/scorecard'
import { dayIn, readValue, targetOf } from './input-values.ts'
import { readTable, type Table, type TableRow } from './tables.ts'

const HEADS = {
  scheme: ['体系', 'scheme'],
  agency: ['单位', 'agency', '单位编码', 'agencyId'],
  target: ['条目', 'target', '条目编号'],
  value: ['值', 'value', '结果'],
  by: ['录入人', 'by', '评定人'],
  at: ['日期', 'at', '评定日期'],
  reason: ['理由', 'reason', '依据'],
  method: ['方法', 'method', '评分方法'],
} as const satisfies Record<string, readonly string[]>
type Field = keyof typeof HEADS
/** `scheme`, `method` and `at` may be left out. */
const REQUIRED: readonly Field[] = ['agency', 'target', 'value', 'by', 'reason']

/** Faults told at once; a file with more is better looked at as a whole. */
const MOST_TOLD = 50

/**
 * Reads CSV, XLSX or YAML; with several schemes each row names its own. Values: 符合/不符合 or a tier's label; a score (评定); 2/3 (抽查); a number (标杆法);
 * `事件=次数` or a bare count (按次扣分); 是/否 (不得分条款、否决); 不适用; further kinds in input-values.ts. Rows of a
 * generated workbook that nobody filled in are passed over.
 * @throws AppError file-missing, file-invalid (all bad rows in one message)
 */
export function loadScoreInputs(
  file: string,
  schemes: Scheme | readonly Scheme[],
  registry: Registry,
): readonly ScoreInput[] {
  const known = 'id' in schemes ? [schemes] : schemes
  const table = readTable(file)
  const heads = new Map<Field, string>()
  for (const [field, names] of Object.entries(HEADS) as [Field, readonly string[]][]) {
    const head = table.heads.find((h) => names.some((n) => n.toLowerCase() === h.toLowerCase()))
    if (head !== undefined) heads.set(field, head)
  }
  const missing = REQUIRED.filter((field) => !heads.has(field)).map((field) => HEADS[field][0])
  if (missing.length > 0)
    throw new AppError(
      'file-invalid',
      `${file}：缺少“${missing.join('、')}”列。现有表头：${table.heads.join('、')}。请补上。`,
    )
  const inputs: ScoreInput[] = []
  const faults: string[] = []
  const places = new Map<string, string>()
  for (const row of table.rows) {
    const read = readRow(row, heads, known, registry)
    if (read === null) continue
    if (Array.isArray(read)) {
      for (const { field, what } of read)
        faults.push(`${row.where}${columnOf(table, heads, field)}${what}`)
      continue
    }
    const key = `${read.scheme}\0${read.agencyId}\0${read.target}\0${read.method ?? ''}`
    const before = places.get(key)
    if (before !== undefined)
      faults.push(`${row.where}：同一单位的条目 ${read.target} 在${before}已经写过，请删去一条。`)
    places.set(key, row.where)
    inputs.push(read)
  }
  if (faults.length > 0) {
    const more = faults.length > MOST_TOLD ? `\n  ……其余 ${faults.length - MOST_TOLD} 处从略` : ''
    throw new AppError(
      'file-invalid',
      `${file} 有 ${faults.length} 处需要改正，一行也没有采用：\n  ${faults.slice(0, MOST_TOLD).join('\n  ')}${more}`,
      { context: { file } },
    )
  }
  return inputs
}

interface Fault {
  readonly field: Field
  /** What is wrong and how to mend it, from the colon on. */
  readonly what: string
}

/** "D 列" of the field the fault is in; empty where the file has no columns. */
function columnOf(table: Table, heads: ReadonlyMap<Field, string>, field: Field): string {
  return table.columns.get(heads.get(field) ?? '') ?? ''
}

/** Null: a row nobody filled in. Else the input, or everything wrong with the row, cell by cell. */
function readRow(
  row: TableRow,
  heads: ReadonlyMap<Field, string>,
  schemes: readonly Scheme[],
  registry: Registry,
): ScoreInput | Fault[] | null {
  const text = (field: Field): string => {
    const head = heads.get(field)
    return head === undefined ? '' : squash(row.cells.get(head)?.text ?? '')
  }
  const blank = (['value', 'by', 'reason', 'at'] as const).every((field) => text(field) === '')
  if (blank) return null
  const faults: Fault[] = []
  const fault = (field: Field, what: string) => faults.push({ field, what })
  const scheme = schemeIn(text('scheme'), schemes, fault)
  // Id first, then the exact name; never anything looser.
  const agency =
    registry.agencies.find((a) => a.id === text('agency')) ??
    registry.agencies.find((a) => a.name === text('agency'))
  if (!agency) fault('agency', `：单位“${text('agency')}”不在名录里，请用名录中的名称或编码。`)
  const id = text('target')
  const target = scheme ? targetOf(scheme, id) : null
  if (scheme && !target)
    fault(
      'target',
      `：体系 ${scheme.id} 没有条目“${id}”；mingcha schemes show ${scheme.id} 可查看编号。`,
    )
  const value =
    scheme && target && text('value') !== ''
      ? readValue(scheme, target, halfWidth(text('value')))
      : null
  if (text('value') === '') fault('value', `：条目 ${id} 没有写值；没有结论就把整行清空。`)
  if (typeof value === 'string') fault('value', `：条目 ${id} ${value}`)
  if (text('by') === '') fault('by', '：要写明录入人。')
  if (text('reason') === '') fault('reason', '：要写明理由。')
  const at = text('at')
  const day = dayIn(halfWidth(at))
  if (at !== '' && day === null && !isInstant(at))
    fault('at', `：日期“${at}”写法不对，或没有这一天；请写作 2023-12-05。`)
  const method = scheme ? methodIn(text('method'), scheme, fault) : null
  if (faults.length > 0 || !scheme || !agency || value === null || typeof value === 'string')
    return faults
  return {
    scheme: scheme.id,
    agencyId: agency.id,
    target: id,
    value,
    by: text('by'),
    at: at === '' ? null : day === null ? at : `${day}T00:00:00+08:00`,
    reason: text('reason'),
    ...(method ? { method } : {}),
  }
}

type Tell = (field: Field, what: string) => void

/** An instant with its offset. */
function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  )
}

function schemeIn(named: string, schemes: readonly Scheme[], fault: Tell): Scheme | undefined {
  const found =
    named === '' && schemes.length === 1 ? schemes[0] : schemes.find((one) => one.id === named)
  if (found) return found
  const ids = schemes.map((one) => one.id).join('、')
  fault(
    'scheme',
    named === ''
      ? `：要写明这一行属于哪个体系，可写 ${ids}。`
      : `：这一行属于体系“${named}”，本次计分的是 ${ids}；请改正，或分成两个文件。`,
  )
  return undefined
}

/** Id of the method written; null where none is. */
function methodIn(way: string, scheme: Scheme, fault: Tell): string | null {
  const method = scheme.methods.find((m) => m.id === way || m.label === way)
  if (way === '' || method) return method?.id ?? null
  const known = scheme.methods.map((m) => m.label).join('、')
  fault(
    'method',
    `：体系 ${scheme.id} 没有评分方法“${way}”${known === '' ? '，请留空' : `，只有${known}`}。`,
  )
  return null
}
