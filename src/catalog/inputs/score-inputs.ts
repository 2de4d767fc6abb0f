/**
 * What people enter for scoring (`score --inputs`, `--what-if`): one row a criterion, indicator, zeroing note or veto of
 * one agency. Decides which written value fits which rule; every fault names file, row and mend, and one bad row keeps
 * all out, because a half-taken input file would give a wrong score that looks right.
 */
import { AppError } from '#base/errors'
import { halfWidth, squash } from '#base/text'
import type { Registry } from '#model/portal'
import type { Scheme } from '#model/scheme'
import type { ScoreInput } from '#model/scorecard'
import { readValue, targetOf } from './input-values.ts'
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
    if ('what' in read) {
      faults.push(`${row.where}${columnOf(table, heads, read.field)}${read.what}`)
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
    const more = faults.length > 20 ? `\n  ……其余 ${faults.length - 20} 处从略` : ''
    throw new AppError(
      'file-invalid',
      `${file} 有 ${faults.length} 处需要改正，一行也没有采用：\n  ${faults.slice(0, 20).join('\n  ')}${more}`,
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

/** Null: a row nobody filled in. */
function readRow(
  row: TableRow,
  heads: ReadonlyMap<Field, string>,
  schemes: readonly Scheme[],
  registry: Registry,
): ScoreInput | Fault | null {
  const text = (field: Field): string => {
    const head = heads.get(field)
    return head === undefined ? '' : squash(row.cells.get(head)?.text ?? '')
  }
  const blank = (['value', 'by', 'reason', 'at'] as const).every((field) => text(field) === '')
  if (blank) return null
  const fault = (field: Field, what: string): Fault => ({ field, what })
  const named = text('scheme')
  const scheme =
    named === '' && schemes.length === 1 ? schemes[0] : schemes.find((one) => one.id === named)
  if (!scheme) {
    const ids = schemes.map((one) => one.id).join('、')
    return fault(
      'scheme',
      named === ''
        ? `：要写明这一行属于哪个体系，可写 ${ids}。`
        : `：这一行属于体系“${named}”，本次计分的是 ${ids}；请改正，或分成两个文件。`,
    )
  }
  // Id first, then the exact name; never anything looser.
  const agency =
    registry.agencies.find((a) => a.id === text('agency')) ??
    registry.agencies.find((a) => a.name === text('agency'))
  if (!agency)
    return fault('agency', `：单位“${text('agency')}”不在名录里，请用名录中的名称或编码。`)
  const id = text('target')
  const target = targetOf(scheme, id)
  if (!target)
    return fault(
      'target',
      `：体系 ${scheme.id} 没有条目“${id}”；mingcha schemes show ${scheme.id} 可查看编号。`,
    )
  if (text('value') === '') return fault('value', `：条目 ${id} 没有写值；没有结论就把整行清空。`)
  if (text('by') === '' || text('reason') === '')
    return fault(text('by') === '' ? 'by' : 'reason', '：录入人和理由都要写明。')
  const at = text('at')
  if (at !== '' && Number.isNaN(Date.parse(at)))
    return fault('at', `：日期“${at}”写法不对，请写作 2023-12-05。`)
  const way = text('method')
  const method = scheme.methods.find((m) => m.id === way || m.label === way)
  if (way !== '' && !method) {
    const known = scheme.methods.map((m) => m.label).join('、')
    return fault(
      'method',
      `：体系 ${scheme.id} 没有评分方法“${way}”${known === '' ? '，请留空' : `，只有${known}`}。`,
    )
  }
  const value = readValue(scheme, target, halfWidth(text('value')))
  if (typeof value === 'string') return fault('value', `：条目 ${id} ${value}`)
  return {
    scheme: scheme.id,
    agencyId: agency.id,
    target: id,
    value,
    by: text('by'),
    at: at === '' ? null : /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at,
    reason: text('reason'),
    ...(method ? { method: method.id } : {}),
  }
}
