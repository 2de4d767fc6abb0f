/**
 * What of one written rule does not hold together before anything is built of it: grounds of local rules, questions of
 * manual ones, figures written two ways, kinds that do not fit their place, tables that are not there.
 */
import type { Checklist } from '#model/scheme'
import { type Amount, amountsOf } from './criterion-build.ts'
import type { Path, Reporter } from './problems.ts'
import type { CriterionEntry, IndicatorEntry, SchemeHead } from './scheme-file.ts'

export type Side = 'inside' | 'bonus' | 'deductions' | 'external'

export interface RulePlace {
  readonly indicator: IndicatorEntry
  readonly side: Side
  readonly path: Path
  readonly head: SchemeHead
  readonly checklists: readonly Checklist[]
}

export function checkRule(entry: CriterionEntry, place: RulePlace, report: Reporter): void {
  const { indicator, side, path, head } = place
  if (entry.origin === 'local' && entry.reason === undefined)
    report.error(path, '本地规定（origin: local）必须用 reason 写明理由。')
  if (entry.state !== 'machine' && entry.ask === undefined)
    report.error(path, '需要人工参与的条目要用 ask 写明请人判断什么。')
  const figures = [entry, ...amountsOf(entry)]
  if (
    (indicator.weight !== null || head.maxScore !== null) &&
    figures.some((f) => (f.share === undefined) === (f.points === undefined))
  )
    report.error(path, '比例 share 和分值 points 要写一个，且只写一个。')
  if (amountsOf(entry).some((f) => (f.share === undefined) !== (entry.share === undefined)))
    report.error(path, '各档、各次的写法要与本条一致：都用比例，或都用分值。')
  const whole = entry.share ?? entry.points ?? 0
  if (STEPPED.has(entry.kind) && amountsOf(entry).some((t) => (t.share ?? t.points ?? 0) > whole))
    report.error(path, '有一档高于本条的比例或分值，请改正。')
  checkWords(entry, path, report)
  const minus = side === 'deductions' || side === 'external'
  if (minus && !['deduct-each', 'judgement', 'lead-penalty'].includes(entry.kind))
    report.error([...path, 'kind'], '扣分指标只能用 deduct-each、judgement 或 lead-penalty。')
  if (!minus && entry.kind === 'lead-penalty')
    report.error([...path, 'kind'], 'lead-penalty 只能写在扣分指标里。')
  if (entry.portals === 'sum' && !ADDABLE.has(entry.kind))
    report.error(
      [...path, 'portals'],
      '只有按次加扣分、标杆法和按数量计分的可以把各网站相加（sum）。',
    )
  if (entry.kind === 'ratio' || entry.kind === 'scale') {
    const counted = entry.met.length + entry.unmet.length > 0
    if (counted && entry.when.length > 0)
      report.error(path, '按测得的数写 when，逐个计数写 met 和 unmet，二者只写一样。')
    if (counted && entry.portals === 'sum')
      report.error([...path, 'portals'], '逐个计数（met、unmet）的不能把各网站相加（sum）。')
  }
  checkNames(entry, place, report)
}

/**
 * The steps of a rule do not add up to anything, so its words are the control: the highest step is the whole, and every
 * other figure has to stand in the step's name (or, where there is only one, in the summary) as it does in the source.
 */
function checkWords(entry: CriterionEntry, path: Path, report: Reporter): void {
  const amounts = amountsOf(entry)
  const whole = entry.share ?? entry.points
  if (whole === undefined || amounts.length === 0) return
  if (STEPPED.has(entry.kind) && !amounts.some((one) => figureIn(one) === figureIn(entry)))
    report.error(path, `没有一档是满分 ${figureText(entry)}，请核对各档和本条的数。`)
  const isFull = (one: Amount) => STEPPED.has(entry.kind) && figureIn(one) === figureIn(entry)
  // One highest step needs no words; with several, one of them may be a slip.
  const fulls = amounts.filter(isFull).length
  const told = amounts.filter((one) => figureIn(one) !== 0 && (fulls > 1 || !isFull(one)))
  const several = new Set(told.map(figureIn)).size > 1
  for (const one of told) {
    const own = 'label' in one && typeof one.label === 'string' ? one.label : ''
    const spoken = one.share === undefined ? POINTS : PERCENT
    const words = several || spoken.test(own) ? own : entry.summary
    if ([...words.matchAll(new RegExp(spoken, 'g'))].some(([, n]) => Number(n) === figureIn(one)))
      continue
    report.error(
      path,
      `${own === '' ? '' : `“${own}”`}写的是 ${figureText(one)}，文字里却没有这个数。请核对；没有写错的，在${several ? '它的 label' : ' label 或 summary '}里照原文写上“${figureText(one)}”。`,
    )
  }
}

/** Figures with their unit in words: 0.5 分, 30%. */
const POINTS = /(\d+(?:\.\d+)?)\s*分/
const PERCENT = /(\d+(?:\.\d+)?)\s*[%％]/
const STEPPED: ReadonlySet<string> = new Set(['tiers', 'scale', 'deadline'])

/** The figure as people write it: 30 for a share of 0.3. */
function figureIn({ share, points }: Amount): number {
  return share === undefined ? (points ?? 0) : Number((share * 100).toFixed(6))
}

function figureText(amount: Amount): string {
  return `${figureIn(amount)}${amount.share === undefined ? ' 分' : '%'}`
}

/** Tables that a rule names must be there. */
function checkNames(
  entry: CriterionEntry,
  { path, head, checklists }: RulePlace,
  report: Reporter,
): void {
  if (entry.kind === 'target' || entry.kind === 'over-target') {
    if (!head.targets.some((table) => table.id === entry.target))
      report.error([...path, 'target'], `scheme.yaml 的 targets 里没有 ${entry.target}，请补上。`)
  }
  if (entry.kind !== 'items') return
  if (entry.checklist !== undefined && entry.names.length > 0)
    report.error(path, 'checklist 和 names 只能写一样。')
  if (entry.checklist !== undefined && !checklists.some((c) => c.id === entry.checklist))
    report.error(
      [...path, 'checklist'],
      `checklists.yaml 里没有 ${entry.checklist}，请补上或改正编号。`,
    )
  if (entry.take !== undefined && entry.when.length > 0)
    report.error([...path, 'when'], '抽取条目的细则（take）不能由检查结果直接定分，请删去 when。')
  if (entry.take !== undefined && entry.names.length > 0 && entry.take > entry.names.length)
    report.error([...path, 'take'], `只有 ${entry.names.length} 个名称，抽不出 ${entry.take} 个。`)
}

const ADDABLE = new Set([
  'deduct-each',
  'award-each',
  'benchmark',
  'scale',
  'target',
  'over-target',
])
