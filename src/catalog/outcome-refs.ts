/**
 * References of scheme files to check outcomes: read, verified against the registered checks, and held against the rule
 * that uses them (an outcome that may come must have a price). What a price is worth stands in the rule.
 */
import type { Check, Verdict } from '#model/check'
import { type Criterion, outcomesOf, type PriceRef, pricesOf } from '#model/criterion'
import type { Path, Reporter } from './problems.ts'
import type { PriceEntry, SchemeHead } from './scheme-file.ts'

export class OutcomeReader {
  /** Verdict of every outcome of every check referred to so far, keyed `group/name#outcome`. */
  readonly verdicts: Record<string, Verdict> = {}
  readonly #head: SchemeHead
  readonly #checks: ReadonlyMap<string, Check>

  constructor(head: SchemeHead, checks: readonly Check[]) {
    this.#head = head
    this.#checks = new Map(checks.map((check) => [check.id, check]))
  }

  /** `settles`: what holds where an entry does not say. */
  read(
    list: readonly PriceEntry[],
    path: Path,
    report: Reporter,
    settles: boolean,
  ): readonly PriceRef[] {
    return list.map((entry, i) => {
      const written = typeof entry === 'string' ? { outcome: entry } : entry
      const [check = '', outcome = ''] = written.outcome.split('#')
      const ref = {
        check,
        outcome,
        where: written.where ?? null,
        settles: written.settles ?? settles,
        ...this.#conditions(written, [...path, i], report),
      }
      this.#verify(ref, [...path, i], report)
      return ref
    })
  }

  /** A rule said to be measured must be: by references that leave no pass or fail answer unpriced. */
  checkPriced(criterion: Criterion, path: Path, report: Reporter): void {
    const refs = pricesOf(criterion)
    const named = outcomesOf(criterion)
    const { state } = criterion
    if (state === 'manual' && named.length > 0)
      report.error(path, '人工条目（manual）不能引用检查结果；由机器提示时写 assisted。')
    if (state !== 'manual' && (state === 'machine' ? refs : named).length === 0)
      report.error(path, `${state} 条目要引用检查结果；全由人工判断时写 manual。`)
    if ((criterion.hints ?? []).some((r) => r.settles))
      report.error([...path, 'hints'], 'hints 只供人参考，不能写 settles: true；要定分请写进细则。')
    if (refs.some((r) => r.within || r.above !== undefined) && !MEASURED.has(criterion.kind))
      report.error(
        path,
        '时间窗 within、数值 above 和更新期限 cadence 只能用于按次数或按数值计分的细则。',
      )
    if (state !== 'machine' || COUNTED.has(criterion.kind)) return
    for (const check of new Set(
      refs.filter((r) => r.where === null && r.above === undefined).map((r) => r.check),
    )) {
      const known = this.#checks.get(check)
      const priced = new Set(refs.filter((r) => r.check === check).map((r) => r.outcome))
      const missed = Object.entries(known?.outcomes ?? {})
        .filter(([name, o]) => (o.verdict === 'pass' || o.verdict === 'fail') && !priced.has(name))
        .map(([name]) => name)
      if (missed.length > 0)
        report.error(path, `没有写明 ${check} 的结果 ${missed.join('、')} 如何计分，请补上。`)
    }
  }

  #conditions(
    entry: Exclude<PriceEntry, string>,
    path: Path,
    report: Reporter,
  ): Pick<PriceRef, 'within' | 'above'> {
    const { within, above, cadence } = entry
    const named = this.#head.cadences.find((one) => one.id === cadence)
    if (cadence !== undefined && !named)
      report.error([...path, 'cadence'], `scheme.yaml 的 cadences 里没有 ${cadence}，请补上。`)
    if (within && within.months === undefined && this.#head.span === undefined)
      report.error([...path, 'within'], '没有写 months，体系也没有写考评期间 span，请写明其一。')
    const limit = above ?? named?.days
    return {
      ...(within ? { within: { fact: within.fact, months: within.months ?? null } } : {}),
      ...(limit === undefined ? {} : { above: limit }),
    }
  }

  #verify({ check: id, outcome, settles }: PriceRef, path: Path, report: Reporter): void {
    const check = this.#checks.get(id)
    if (!check) {
      report.error(path, `没有检查项 ${id}；mingcha checks list 可查看现有检查项。`)
      return
    }
    for (const [name, spec] of Object.entries(check.outcomes))
      this.verdicts[`${id}#${name}`] = spec.verdict
    const spec = check.outcomes[outcome]
    if (!spec)
      report.error(
        path,
        `检查项 ${id} 没有结果 ${outcome}；它的结果有 ${Object.keys(check.outcomes).join('、')}。`,
      )
    else if (settles && (spec.verdict === 'unsure' || spec.verdict === 'not-applicable'))
      report.error(
        path,
        `${id} 的结果 ${outcome} 表示“${VERDICT_NAMES[spec.verdict]}”，不能直接计分；去掉，或写 settles: false 只作提示。`,
      )
  }
}

/** Kinds that count or measure findings, so that one outside the window simply does not count. */
const MEASURED: ReadonlySet<string> = new Set([
  'deduct-each',
  'award-each',
  'benchmark',
  'scale',
  'target',
  'over-target',
  'ratio',
])
/** Kinds for which an outcome without a price simply does not count. */
const COUNTED: ReadonlySet<string> = new Set(['deduct-each', 'award-each'])

const VERDICT_NAMES = { unsure: '待核实', 'not-applicable': '不适用' } as const
