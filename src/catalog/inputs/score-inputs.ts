/**
 * What people enter for scoring (`score --inputs`, `--what-if`): one row a criterion, indicator, zeroing note or veto of
 * one agency. Decides which written value fits which rule; every fault names file, row and mend, and one bad row keeps
 * all out, because a half-taken input file would give a wrong score that looks right.
 */
import { AppError } from '#base/errors'
import { compareForm, halfWidth, squash } from '#base/text'
import type { Registry } from '#model/portal'
import type { Criterion, Indicator, Scheme } from '#model/scheme'
import type { InputValue, ScoreInput } from '#model/scorecard'
import { readTable, type TableRow } from './tables.ts'

const HEADS = {
  scheme: ['体系', 'scheme'],
  agency: ['单位', 'agency', '单位编码', 'agencyId'],
  target: ['条目', 'target', '条目编号'],
  value: ['值', 'value', '结果'],
  by: ['录入人', 'by', '评定人'],
  at: ['日期', 'at', '评定日期'],
  reason: ['理由', 'reason', '依据'],
} as const satisfies Record<string, readonly string[]>
type Field = keyof typeof HEADS
/** `scheme` and `at` may be left out. */
const REQUIRED: readonly Field[] = ['agency', 'target', 'value', 'by', 'reason']

/** What an input may aim at. */
type Target =
  | { readonly kind: 'criterion'; readonly indicator: Indicator; readonly criterion: Criterion }
  | { readonly kind: 'indicator' }
  | { readonly kind: 'note' }

/**
 * Reads CSV, XLSX or YAML. Values: 符合/不符合 or a tier's label; a score (评定); 2/3 (抽查); a number (标杆法);
 * `事件=次数` or a bare count (按次扣分); 是/否 (不得分条款、否决); 不适用.
 * @throws AppError file-missing, file-invalid (all bad rows in one message)
 */
export function loadScoreInputs(
  file: string,
  scheme: Scheme,
  registry: Registry,
): readonly ScoreInput[] {
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
    const read = readRow(row, heads, scheme, registry)
    if (typeof read === 'string') {
      faults.push(`${row.where}${read}`)
      continue
    }
    const key = `${read.agencyId}\0${read.target}`
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

function readRow(
  row: TableRow,
  heads: ReadonlyMap<Field, string>,
  scheme: Scheme,
  registry: Registry,
): ScoreInput | string {
  const text = (field: Field): string => {
    const head = heads.get(field)
    return head === undefined ? '' : squash(row.cells.get(head)?.text ?? '')
  }
  const named = text('scheme')
  if (named !== '' && named !== scheme.id)
    return `：这一行属于体系“${named}”，本次计分的是 ${scheme.id}；请改正，或分成两个文件。`
  const agency = registry.agencies.find((a) => a.id === text('agency') || a.name === text('agency'))
  if (!agency) return `：单位“${text('agency')}”不在名录里，请用名录中的名称或编码。`
  const id = text('target')
  const target = targetOf(scheme, id)
  if (!target)
    return `：体系 ${scheme.id} 没有条目“${id}”；mingcha schemes show ${scheme.id} 可查看编号。`
  if (text('by') === '' || text('reason') === '') return '：录入人和理由都要写明。'
  const at = text('at')
  if (at !== '' && Number.isNaN(Date.parse(at))) return `：日期“${at}”写法不对，请写作 2023-12-05。`
  const value = readValue(target, halfWidth(text('value')))
  if (typeof value === 'string') return `：条目 ${id} ${value}`
  return {
    scheme: scheme.id,
    agencyId: agency.id,
    target: id,
    value,
    by: text('by'),
    at: at === '' ? null : /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at,
    reason: text('reason'),
  }
}

function targetOf(scheme: Scheme, id: string): Target | null {
  const { bonus, deductions, vetoes } = scheme.outside
  for (const indicator of [...scheme.indicators, ...bonus, ...deductions]) {
    if (indicator.id === id) return { kind: 'indicator' }
    if (indicator.zeroWhen.some((note) => note.id === id)) return { kind: 'note' }
    const criterion = indicator.criteria.find((c) => c.id === id)
    if (criterion) return { kind: 'criterion', indicator, criterion }
  }
  return vetoes.some((veto) => veto.id === id) ? { kind: 'note' } : null
}

const YES = ['是', '成立', 'yes', 'true']
const NO = ['否', '不成立', 'no', 'false']

/** The value, or what is wrong with it (Chinese, with the mend). */
function readValue(target: Target, text: string): InputValue | string {
  if (target.kind === 'note') {
    if (YES.includes(text)) return { kind: 'holds', holds: true }
    return NO.includes(text) ? { kind: 'holds', holds: false } : '只能写“是”或“否”。'
  }
  if (text === '不适用') return { kind: 'not-applicable' }
  if (target.kind === 'indicator') return '是整个指标，只能写“不适用”；得分请写到各条细则上。'
  const { indicator, criterion } = target
  switch (criterion.kind) {
    case 'not-ruled':
      return '的细则原文没有印出，不能录入得分；得到原文后请先补进体系文件。'
    case 'yes-no':
    case 'tiers': {
      const wanted = compareForm(text)
      const answer = criterion.answers.find((a) => a.id === text || compareForm(a.label) === wanted)
      return answer
        ? { kind: 'answer', answer: answer.id }
        : `只能写${criterion.answers.map((a) => `“${a.label}”`).join('、')}之一。`
    }
    case 'ratio': {
      const match = /^(\d+)\s*\/\s*(\d+)$/.exec(text)
      const [part, whole] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
      if (!match || whole === 0 || part > whole)
        return '请写作“符合数/抽查数”，如 2/3，且抽查数大于 0。'
      if (criterion.sample !== null && whole !== criterion.sample)
        return `应抽查 ${criterion.sample} 份，写的是 ${whole} 份，请核对。`
      return { kind: 'ratio', part, whole }
    }
    case 'benchmark': {
      const value = numberOf(text)
      return value === null || value < 0 ? '请写不小于 0 的数。' : { kind: 'value', value }
    }
    case 'deduct-each':
      return eventsOf(criterion, text)
    case 'judgement': {
      const score = numberOf(text)
      const max = indicator.maxScore ?? 0
      const worth =
        criterion.share === null ? (criterion.maxScore ?? 0) : criterion.share * Math.abs(max)
      if (score === null) return '请写得分数字。'
      const [low, high] = max < 0 ? [-worth, 0] : [0, worth]
      return score < low - 1e-9 || score > high + 1e-9
        ? `的得分应在 ${low} 至 ${Number(high.toFixed(6))} 之间。`
        : { kind: 'score', score }
    }
  }
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function eventsOf(
  criterion: Extract<Criterion, { kind: 'deduct-each' }>,
  text: string,
): InputValue | string {
  const [only, ...others] = criterion.events
  if (/^\d+$/.test(text) && only && (others.length === 0 || Number(text) === 0))
    return { kind: 'events', counts: { [only.id]: Number(text) } }
  const counts: Record<string, number> = {}
  for (const part of text.split(/[,;、]/)) {
    const match = /^\s*(.+?)\s*=\s*(\d+)\s*$/.exec(part)
    const name = match?.[1] ?? ''
    const event = criterion.events.find((e) => e.id === name || e.label === name)
    if (!event)
      return `请写作“事件=次数”，事件有${criterion.events.map((e) => `“${e.label}”`).join('、')}；都没有发生写 0。`
    counts[event.id] = (counts[event.id] ?? 0) + Number(match?.[2] ?? 0)
  }
  return { kind: 'events', counts }
}
