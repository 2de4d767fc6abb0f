/**
 * Turns the entries of scheme files into indicators and criteria, reporting with its place what does not hold: unknown
 * checks and outcomes, doubled ids, rules without grounds, parts that do not add up. Files and folders are schemes.ts'.
 */
import { exactText, minus, over, rational, sum, times, toNumber } from '#base/rational'
import type { Check, Verdict } from '#model/check'
import {
  type Applicability,
  type Criterion,
  type PriceRef,
  pricesOf,
  type RuleRef,
  type ZeroNote,
} from '#model/criterion'
import type { Checklist, Indicator, Scheme } from '#model/scheme'
import { amountsOf, buildCriterion, defaultPortals } from './criterion-build.ts'
import type {
  CriterionEntry,
  IndicatorEntry,
  OutsideEntry,
  PriceEntry,
  SchemeHead,
  ScopeEntry,
} from './scheme-file.ts'

export type Path = readonly PropertyKey[]

/** Collects problems of one file with their places. */
export interface Reporter {
  error(path: Path, message: string): void
  warn(path: Path, message: string): void
}

type Side = 'inside' | 'bonus' | 'deductions' | 'external'

/** Builds indicators and criteria, reporting what does not hold. One per scheme: ids are unique across it. */
export class SchemeBuilder {
  readonly verdicts: Record<string, Verdict> = {}
  readonly #head: SchemeHead
  readonly #checks: ReadonlyMap<string, Check>
  readonly #checklists: readonly Checklist[]
  readonly #ids = new Set<string>()

  constructor(head: SchemeHead, checks: readonly Check[], checklists: readonly Checklist[] = []) {
    this.#head = head
    this.#checklists = checklists
    this.#checks = new Map(checks.map((check) => [check.id, check]))
  }

  outside(entry: OutsideEntry, report: Reporter): Scheme['outside'] {
    const list = (side: 'bonus' | 'deductions' | 'external') =>
      entry[side].map((ind, i) => this.indicator(ind, [side, i], report, side))
    return {
      bonus: list('bonus'),
      deductions: list('deductions'),
      external: list('external'),
      vetoes: entry.vetoes.map((veto, i) => {
        this.#claim(veto.id, ['vetoes', i, 'id'], report)
        return {
          id: veto.id,
          label: veto.label,
          effect: veto.effect,
          when: this.#prices(veto.when, ['vetoes', i, 'when'], report, true),
          ref: this.#ref(veto.row, null),
          bars: this.#barred(veto.bars, ['vetoes', i, 'bars'], report),
        }
      }),
    }
  }

  /** 一整块不得分: the note joins every indicator of the block under one id, so that one answer serves all. */
  withBlockNotes(
    indicators: readonly Indicator[],
    outside: Scheme['outside'],
    entry: OutsideEntry,
    report: Reporter,
  ): Pick<Scheme, 'indicators' | 'outside'> {
    const blocks = entry.blockZero.map((block, i) => {
      this.#claim(block.id, ['blockZero', i, 'id'], report)
      const hit = [...indicators, ...outside.bonus].filter(
        (one) =>
          block.path.every((name, at) => one.path[at] === name) ||
          block.alsoZeroes.includes(one.id),
      )
      const lost = block.alsoZeroes.filter((id) => !hit.some((one) => one.id === id))
      if (hit.length === 0)
        report.error(
          ['blockZero', i, 'path'],
          `没有指标属于“${block.path.join(' > ')}”，请改正名称。`,
        )
      if (lost.length > 0)
        report.error(['blockZero', i, 'alsoZeroes'], `没有指标 ${lost.join('、')}，请改正编号。`)
      const note: ZeroNote = {
        id: block.id,
        label: block.label,
        when: this.#prices(block.when, ['blockZero', i, 'when'], report, true),
        ref: this.#ref(block.row, null),
      }
      return { note, ids: new Set(hit.map((one) => one.id)) }
    })
    const mark = (indicator: Indicator): Indicator => {
      const notes = blocks.filter(({ ids }) => ids.has(indicator.id)).map(({ note }) => note)
      return notes.length === 0
        ? indicator
        : { ...indicator, zeroWhen: [...indicator.zeroWhen, ...notes] }
    }
    return {
      indicators: indicators.map(mark),
      outside: { ...outside, bonus: outside.bonus.map(mark) },
    }
  }

  indicator(entry: IndicatorEntry, path: Path, report: Reporter, side: Side): Indicator {
    this.#claim(entry.id, [...path, 'id'], report)
    const { weight } = entry
    const negative = side === 'deductions' || side === 'external'
    if (weight !== null && negative !== weight < 0)
      report.error(
        [...path, 'weight'],
        negative ? '扣分指标的权重应为负数，请加上负号。' : '权重应为正数。',
      )
    const mayLack = side === 'external' || (side === 'inside' && this.#pooled(entry))
    if (weight === null ? this.#head.maxScore !== null && !mayLack : this.#head.maxScore === null)
      report.error(
        [...path, 'weight'],
        '体系有总分时每个指标都要有权重，无总分时都不能有；分值只印在上级的，用 pools 写明。',
      )
    if (weight === null && entry.criteria.some((c) => c.points !== undefined))
      report.error(path, '没有印出分值的指标，细则只能写比例 share。')
    const criteria = entry.criteria.map((c, i) =>
      this.#criterion(c, i, entry, [...path, 'criteria', i], report, side),
    )
    return {
      id: entry.id,
      path: entry.path,
      maxScore: weight,
      method: entry.method ?? null,
      appliesTo: this.#scope(entry.appliesTo, [...path, 'appliesTo'], report),
      scope: entry.scope ?? null,
      ref: this.#ref(entry.row, null),
      note: entry.note ?? null,
      criteria: [...criteria, ...this.#rest(entry, criteria, path, report)],
      zeroWhen: this.#notes(entry.zeroWhen, entry.row, [...path, 'zeroWhen'], report),
      ...(entry.lead === undefined ? {} : { lead: entry.lead }),
    }
  }

  #notes(
    list: IndicatorEntry['zeroWhen'],
    row: number,
    path: Path,
    report: Reporter,
  ): readonly ZeroNote[] {
    return list.map((note, i) => {
      this.#claim(note.id, [...path, i, 'id'], report)
      return {
        id: note.id,
        label: note.label,
        when: this.#prices(note.when, [...path, i, 'when'], report, true),
        ref: this.#ref(row, null),
      }
    })
  }

  /** Whether the indicator stands under a level that prints points for all its rows. */
  #pooled(entry: IndicatorEntry): boolean {
    return this.#head.pools.some((pool) => pool.path.every((name, i) => entry.path[i] === name))
  }

  #barred(ids: readonly string[], path: Path, report: Reporter): readonly string[] {
    const unknown = ids.filter((id) => !this.#head.grades.some((grade) => grade.id === id))
    if (unknown.length > 0)
      report.error(path, `grades 里没有等次 ${unknown.join('、')}，请改正编号。`)
    return ids
  }

  #scope(entry: ScopeEntry | undefined, path: Path, report: Reporter): Applicability {
    if (entry === undefined) return { kind: 'all' }
    const { groups, agencies, attributes, also, except, open } = entry
    const unknown = groups.filter((id) => !this.#head.groups.some((group) => group.id === id))
    if (unknown.length > 0)
      report.error([...path, 'groups'], `groups 里没有 ${unknown.join('、')}，请改正编号。`)
    const undeclared = attributes.filter((id) => !this.#head.attributes.some((a) => a.id === id))
    if (undeclared.length > 0)
      report.error(
        [...path, 'attributes'],
        `单位属性 ${undeclared.join('、')} 没有在 scheme.yaml 的 attributes 里写明，请补上。`,
      )
    if (groups.length + also.length + except.length === 0) {
      if (attributes.length === 0 && agencies.length > 0)
        return { kind: 'agencies', names: agencies, open }
      if (agencies.length === 0 && attributes.length > 0 && !open)
        return { kind: 'attribute', anyOf: attributes }
    }
    return { kind: 'scope', groups, names: agencies, attributes, also, except, open }
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
    const notes = this.#notes(entry.voidWhen, indicator.row, [...path, 'voidWhen'], report)
    const narrow =
      entry.appliesTo === undefined
        ? {}
        : { appliesTo: this.#scope(entry.appliesTo, [...path, 'appliesTo'], report) }
    const voids = notes.length === 0 ? {} : { voidWhen: notes }
    const built = buildCriterion(entry, { ...base, ...narrow, ...voids }, refs)
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
      (indicator.weight !== null || this.#head.maxScore !== null) &&
      figures.some((f) => (f.share === undefined) === (f.points === undefined))
    )
      report.error(path, '比例 share 和分值 points 要写一个，且只写一个。')
    if (amountsOf(entry).some((f) => (f.share === undefined) !== (entry.share === undefined)))
      report.error(path, '各档、各次的写法要与本条一致：都用比例，或都用分值。')
    const whole = entry.share ?? entry.points ?? 0
    const stepped = ['tiers', 'scale', 'deadline'].includes(entry.kind)
    if (stepped && amountsOf(entry).some((t) => (t.share ?? t.points ?? 0) > whole))
      report.error(path, '有一档高于本条的比例或分值，请改正。')
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
    this.#checkNames(entry, path, report)
  }

  /** Tables that a rule names must be there. */
  #checkNames(entry: CriterionEntry, path: Path, report: Reporter): void {
    if (entry.kind === 'target' || entry.kind === 'over-target') {
      if (!this.#head.targets.some((table) => table.id === entry.target))
        report.error([...path, 'target'], `scheme.yaml 的 targets 里没有 ${entry.target}，请补上。`)
    }
    if (entry.kind !== 'items') return
    if (entry.checklist !== undefined && entry.names.length > 0)
      report.error(path, 'checklist 和 names 只能写一样。')
    if (entry.checklist !== undefined && !this.#checklists.some((c) => c.id === entry.checklist))
      report.error(
        [...path, 'checklist'],
        `checklists.yaml 里没有 ${entry.checklist}，请补上或改正编号。`,
      )
    if (entry.take !== undefined && entry.names.length > 0 && entry.take > entry.names.length)
      report.error(
        [...path, 'take'],
        `只有 ${entry.names.length} 个名称，抽不出 ${entry.take} 个。`,
      )
  }

  /** A rule said to be measured must be: by references that leave no pass or fail answer unpriced. */
  #checkPrices(criterion: Criterion, path: Path, report: Reporter): void {
    const refs = pricesOf(criterion)
    if (criterion.state === 'manual' && refs.length > 0)
      report.error(path, '人工条目（manual）不能引用检查结果；由机器提示时写 assisted。')
    if (criterion.state !== 'manual' && refs.length === 0)
      report.error(path, `${criterion.state} 条目要引用检查结果；全由人工判断时写 manual。`)
    if (refs.some((r) => r.within || r.above !== undefined) && !MEASURED.has(criterion.kind))
      report.error(
        path,
        '时间窗 within、数值 above 和更新期限 cadence 只能用于按次数或按数值计分的细则。',
      )
    if (criterion.state !== 'machine' || COUNTED.has(criterion.kind)) return
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
        ...this.#conditions(written, [...path, i], report),
      }
      this.#verify(ref, [...path, i], report)
      return ref
    })
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

  #claim(id: string, path: Path, report: Reporter): void {
    if (this.#ids.has(id)) report.error(path, `编号 ${id} 重复，请改用别的编号。`)
    this.#ids.add(id)
  }

  #ref(row: number, item: number | null): RuleRef {
    const { source } = this.#head
    return { document: source.documentNumber ?? source.title, annex: source.annex, row, item }
  }
}

const ADDABLE = new Set([
  'deduct-each',
  'award-each',
  'benchmark',
  'scale',
  'target',
  'over-target',
])
/** Kinds that count or measure findings, so that one outside the window simply does not count. */
const MEASURED: ReadonlySet<string> = new Set([...ADDABLE, 'ratio'])
/** Kinds for which an outcome without a price simply does not count. */
const COUNTED: ReadonlySet<string> = new Set(['deduct-each', 'award-each'])

const VERDICT_NAMES = { unsure: '待核实', 'not-applicable': '不适用' } as const
