/**
 * Turns the entries of scheme files into indicators and criteria, reporting with its place what does not hold: unknown
 * checks and outcomes, doubled ids, rules without grounds, parts that do not add up. Files and folders are schemes.ts'.
 */
import { exactText, minus, over, rational, sum, times, toNumber } from '#base/rational'
import type { Check, Verdict } from '#model/check'
import type {
  Answer,
  Applicability,
  CountedEvent,
  Criterion,
  Indicator,
  PortalRule,
  PriceRef,
  RuleRef,
  Scheme,
} from '#model/scheme'
import type {
  CriterionEntry,
  IndicatorEntry,
  OutsideEntry,
  PriceEntry,
  SchemeHead,
} from './scheme-file.ts'

export type Path = readonly PropertyKey[]

/** Collects problems of one file with their places. */
export interface Reporter {
  error(path: Path, message: string): void
  warn(path: Path, message: string): void
}

type Side = 'inside' | 'bonus' | 'deductions'

/** Builds indicators and criteria, reporting what does not hold. One per scheme: ids are unique across it. */
export class SchemeBuilder {
  readonly verdicts: Record<string, Verdict> = {}
  readonly #head: SchemeHead
  readonly #checks: ReadonlyMap<string, Check>
  readonly #ids = new Set<string>()

  constructor(head: SchemeHead, checks: readonly Check[]) {
    this.#head = head
    this.#checks = new Map(checks.map((check) => [check.id, check]))
  }

  outside(entry: OutsideEntry, report: Reporter): Scheme['outside'] {
    const list = (side: 'bonus' | 'deductions') =>
      entry[side].map((ind, i) => this.indicator(ind, [side, i], report, side))
    return {
      bonus: list('bonus'),
      deductions: list('deductions'),
      vetoes: entry.vetoes.map((veto, i) => {
        this.#claim(veto.id, ['vetoes', i, 'id'], report)
        return {
          id: veto.id,
          label: veto.label,
          effect: veto.effect,
          when: this.#prices(veto.when, ['vetoes', i, 'when'], report, true),
          ref: this.#ref(veto.row, null),
        }
      }),
    }
  }

  indicator(entry: IndicatorEntry, path: Path, report: Reporter, side: Side): Indicator {
    this.#claim(entry.id, [...path, 'id'], report)
    const { weight } = entry
    if (weight !== null && (side === 'deductions') !== weight < 0)
      report.error(
        [...path, 'weight'],
        side === 'deductions' ? '扣分指标的权重应为负数，请加上负号。' : '权重应为正数。',
      )
    if ((weight === null) !== (this.#head.maxScore === null))
      report.error([...path, 'weight'], '体系有总分时每个指标都要有权重，无总分时都不能有。')
    const criteria = entry.criteria.map((c, i) =>
      this.#criterion(c, i, entry, [...path, 'criteria', i], report, side),
    )
    return {
      id: entry.id,
      path: entry.path,
      maxScore: weight,
      method: entry.method ?? null,
      appliesTo: applicability(entry),
      scope: entry.scope ?? null,
      ref: this.#ref(entry.row, null),
      note: entry.note ?? null,
      criteria: [...criteria, ...this.#rest(entry, criteria, path, report)],
      zeroWhen: entry.zeroWhen.map((note, i) => {
        const at = [...path, 'zeroWhen', i]
        this.#claim(note.id, [...at, 'id'], report)
        return {
          id: note.id,
          label: note.label,
          when: this.#prices(note.when, [...at, 'when'], report, true),
          ref: this.#ref(entry.row, null),
        }
      }),
    }
  }

  /** What the printed parts do not reach becomes an explicit not-ruled part. */
  #rest(
    entry: IndicatorEntry,
    criteria: readonly Criterion[],
    path: Path,
    report: Reporter,
  ): Criterion[] {
    if (entry.weight === null) return []
    const name = entry.path.join(' > ')
    const whole = rational(Math.abs(entry.weight))
    const parts = sum(
      criteria.map((c) =>
        c.share === null ? rational(c.maxScore ?? 0) : times(whole, rational(c.share)),
      ),
    )
    const left = minus(whole, parts)
    if (left.n < 0n)
      report.warn(
        path,
        `“${name}”各部分合计 ${exactText(parts)}，超过印出的 ${exactText(whole)}，计分以印出的为限。`,
      )
    if (left.n === 0n && entry.cut)
      report.error([...path, 'cut'], '各部分已满，却注明原文没有印全；请去掉 cut 或改正比例。')
    if (left.n <= 0n) return []
    if (!entry.cut)
      report.warn(
        path,
        `“${name}”印出 ${exactText(whole)}，各部分只有 ${exactText(parts)}，余下的没有细则。`,
      )
    const byShare = criteria.every((c) => c.share !== null)
    return [
      {
        kind: 'not-ruled',
        id: `${entry.id}#rest`,
        summary: '其余细则原文没有印出',
        share: byShare ? toNumber(over(left, whole)) : null,
        maxScore: byShare ? null : toNumber(left),
        state: 'not-ruled',
        origin: 'source',
        reason: null,
        ref: this.#ref(entry.row, null),
        ask: null,
        portals: this.#head.portals,
        portalsOrigin: this.#head.portalsOrigin,
        unlessChargedElsewhere: false,
      },
    ]
  }

  #criterion(
    entry: CriterionEntry,
    index: number,
    indicator: IndicatorEntry,
    path: Path,
    report: Reporter,
    side: Side,
  ): Criterion {
    const id = `${indicator.id}#${entry.item ?? index + 1}`
    this.#claim(id, path, report)
    this.#checkRule(entry, indicator, path, report, side)
    const settles = entry.state === 'machine'
    const base = {
      id,
      summary: entry.summary,
      share: entry.share ?? null,
      maxScore: entry.points ?? null,
      state: entry.state,
      origin: entry.origin,
      reason: entry.reason ?? null,
      ref: this.#ref(indicator.row, entry.item ?? null),
      ask: entry.ask ?? null,
      portals: entry.portals ?? defaultPortals(entry.kind, this.#head.portals),
      portalsOrigin: entry.portals === undefined ? this.#head.portalsOrigin : 'source',
      unlessChargedElsewhere: entry.notTwice,
    }
    const refs = (list: readonly PriceEntry[], at: PropertyKey[]) =>
      this.#prices(list, [...path, ...at], report, settles)
    const built = buildCriterion(entry, base, refs)
    this.#checkPrices(built, path, report)
    return built
  }

  #checkRule(
    entry: CriterionEntry,
    indicator: IndicatorEntry,
    path: Path,
    report: Reporter,
    side: Side,
  ): void {
    if (entry.origin === 'local' && entry.reason === undefined)
      report.error(path, '本地规定（origin: local）必须用 reason 写明理由。')
    if (entry.state !== 'machine' && entry.ask === undefined)
      report.error(path, '需要人工参与的条目要用 ask 写明请人判断什么。')
    const figures = [entry, ...amountsOf(entry)]
    if (
      indicator.weight !== null &&
      figures.some((f) => (f.share === undefined) === (f.points === undefined))
    )
      report.error(path, '比例 share 和分值 points 要写一个，且只写一个。')
    if (amountsOf(entry).some((f) => (f.share === undefined) !== (entry.share === undefined)))
      report.error(path, '各档、各次的写法要与本条一致：都用比例，或都用分值。')
    const whole = entry.share ?? entry.points ?? 0
    if (entry.kind === 'tiers' && entry.tiers.some((t) => (t.share ?? t.points ?? 0) > whole))
      report.error([...path, 'tiers'], '有一档高于本条的比例或分值，请改正。')
    if (side === 'deductions' && entry.kind !== 'deduct-each' && entry.kind !== 'judgement')
      report.error([...path, 'kind'], '扣分指标只能用 deduct-each 或 judgement。')
    if (entry.portals === 'sum' && entry.kind !== 'deduct-each' && entry.kind !== 'benchmark')
      report.error([...path, 'portals'], '只有按次扣分和标杆法可以把各网站相加（sum）。')
  }

  /** A rule said to be measured must be: by references that leave no pass or fail answer unpriced. */
  #checkPrices(criterion: Criterion, path: Path, report: Reporter): void {
    const refs = refsOf(criterion)
    if (criterion.state === 'manual' && refs.length > 0)
      report.error(path, '人工条目（manual）不能引用检查结果；由机器提示时写 assisted。')
    if (criterion.state !== 'manual' && refs.length === 0)
      report.error(path, `${criterion.state} 条目要引用检查结果；全由人工判断时写 manual。`)
    if (criterion.state !== 'machine' || criterion.kind === 'deduct-each') return
    for (const check of new Set(refs.filter((r) => r.where === null).map((r) => r.check))) {
      const known = this.#checks.get(check)
      const priced = new Set(refs.filter((r) => r.check === check).map((r) => r.outcome))
      const missed = Object.entries(known?.outcomes ?? {})
        .filter(([name, o]) => (o.verdict === 'pass' || o.verdict === 'fail') && !priced.has(name))
        .map(([name]) => name)
      if (missed.length > 0)
        report.error(path, `没有写明 ${check} 的结果 ${missed.join('、')} 如何计分，请补上。`)
    }
  }

  #prices(
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
      }
      this.#verify(ref, [...path, i], report)
      return ref
    })
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

  #claim(id: string, path: Path, report: Reporter): void {
    if (this.#ids.has(id)) report.error(path, `编号 ${id} 重复，请改用别的编号。`)
    this.#ids.add(id)
  }

  #ref(row: number, item: number | null): RuleRef {
    const { source } = this.#head
    return { document: source.documentNumber ?? source.title, annex: source.annex, row, item }
  }
}

const VERDICT_NAMES = { unsure: '待核实', 'not-applicable': '不适用' } as const

/** Counts of events add up over the portals of an agency; everything else follows the scheme. */
function defaultPortals(kind: Criterion['kind'], scheme: PortalRule): PortalRule {
  return kind === 'deduct-each' ? 'sum' : scheme
}

function applicability({ appliesTo }: IndicatorEntry): Applicability {
  if (appliesTo === undefined) return { kind: 'all' }
  return 'agencies' in appliesTo
    ? { kind: 'agencies', names: appliesTo.agencies, open: appliesTo.open }
    : { kind: 'attribute', anyOf: appliesTo.attributes }
}

type Amount = { readonly share?: number | undefined; readonly points?: number | undefined }

function amountsOf(entry: CriterionEntry): readonly Amount[] {
  if (entry.kind === 'tiers') return entry.tiers
  return entry.kind === 'deduct-each' ? entry.events : []
}

type Base = Omit<Extract<Criterion, { kind: 'judgement' }>, 'kind'>
type Refs = (list: readonly PriceEntry[], at: PropertyKey[]) => readonly PriceRef[]

function buildCriterion(entry: CriterionEntry, base: Base, refs: Refs): Criterion {
  const whole = entry.share ?? entry.points ?? 0
  switch (entry.kind) {
    case 'yes-no':
      return {
        ...base,
        kind: 'yes-no',
        answers: [
          { id: 'met', label: '符合', worth: whole, when: refs(entry.met, ['met']) },
          { id: 'unmet', label: '不符合', worth: 0, when: refs(entry.unmet, ['unmet']) },
        ],
      }
    case 'tiers': {
      const tiers: Answer[] = entry.tiers.map((tier, i) => ({
        id: tier.id,
        label: tier.label,
        worth: tier.share ?? tier.points ?? 0,
        when: refs(tier.when, ['tiers', i, 'when']),
      }))
      const none: Answer = { id: 'none', label: '都不符合', worth: 0, when: [] }
      const complete = tiers.some((tier) => tier.worth === 0)
      return { ...base, kind: 'tiers', answers: complete ? tiers : [...tiers, none] }
    }
    case 'ratio':
      return {
        ...base,
        kind: 'ratio',
        of: entry.of,
        sample: entry.sample ?? null,
        when: refs(entry.when, ['when']),
      }
    case 'benchmark':
      return { ...base, kind: 'benchmark', of: entry.of, when: refs(entry.when, ['when']) }
    case 'deduct-each': {
      const events: CountedEvent[] = entry.events.map((event, i) => ({
        id: event.id,
        label: event.label,
        each: event.share ?? event.points ?? 0,
        when: refs(event.when, ['events', i, 'when']),
      }))
      return { ...base, kind: 'deduct-each', cap: entry.cap, events }
    }
    case 'judgement':
      return { ...base, kind: 'judgement' }
  }
}

/** Every check outcome a criterion refers to. */
function refsOf(criterion: Criterion): readonly PriceRef[] {
  switch (criterion.kind) {
    case 'yes-no':
    case 'tiers':
      return criterion.answers.flatMap((a) => a.when)
    case 'deduct-each':
      return criterion.events.flatMap((e) => e.when)
    case 'ratio':
    case 'benchmark':
      return criterion.when
    case 'judgement':
    case 'not-ruled':
      return []
  }
}
