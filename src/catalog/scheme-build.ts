/**
 * Turns the entries of scheme files into indicators and criteria, reporting with its place what does not hold: unknown
 * checks and outcomes, doubled ids, rules without grounds, parts that do not add up. Files and folders are schemes.ts'.
 */
import {
  exactText,
  minus,
  over,
  type Rational,
  rational,
  same,
  sum,
  times,
  toNumber,
} from '#base/rational'
import type { Check, Verdict } from '#model/check'
import type { Applicability, Criterion, RuleRef, ZeroNote } from '#model/criterion'
import type { Checklist, Indicator, Scheme } from '#model/scheme'
import { buildCriterion, defaultPortals } from './criterion-build.ts'
import { OutcomeReader } from './outcome-refs.ts'
import type { Path, Reporter } from './problems.ts'
import { checkRule, type Side } from './rule-faults.ts'
import type {
  CriterionEntry,
  IndicatorEntry,
  OutsideEntry,
  PriceEntry,
  SchemeHead,
  ScopeEntry,
} from './scheme-file.ts'

const HUNDRED = rational(100)

/** Builds indicators and criteria, reporting what does not hold. One per scheme: ids are unique across it. */
export class SchemeBuilder {
  readonly #head: SchemeHead
  readonly #outcomes: OutcomeReader
  readonly #checklists: readonly Checklist[]
  readonly #ids = new Set<string>()

  constructor(head: SchemeHead, checks: readonly Check[], checklists: readonly Checklist[] = []) {
    this.#head = head
    this.#checklists = checklists
    this.#outcomes = new OutcomeReader(head, checks)
  }

  /** Verdict of every outcome of every check referred to so far, keyed `group/name#outcome`. */
  get verdicts(): Readonly<Record<string, Verdict>> {
    return this.#outcomes.verdicts
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
          when: this.#outcomes.read(veto.when, ['vetoes', i, 'when'], report, true),
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
        when: this.#outcomes.read(block.when, ['blockZero', i, 'when'], report, true),
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
      ...(entry.capped === undefined ? {} : { capped: entry.capped.reason }),
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
        when: this.#outcomes.read(note.when, [...path, i, 'when'], report, true),
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

  /** What the printed parts do not reach becomes an explicit part: not ruled, or by a local rule that is declared. */
  #rest(
    entry: IndicatorEntry,
    criteria: readonly Criterion[],
    path: Path,
    report: Reporter,
  ): Criterion[] {
    if (entry.weight === null) {
      this.#checkShares(entry, path, report)
      return []
    }
    const whole = rational(Math.abs(entry.weight))
    const parts = sum(
      criteria.map((c) =>
        c.share === null ? rational(c.maxScore ?? 0) : times(whole, rational(c.share)),
      ),
    )
    const left = minus(whole, parts)
    const cut = this.#cutOf(entry, whole, criteria.length === 0)
    this.#judgeRest(entry, { whole, parts, left, cut }, path, report)
    if (left.n <= 0n) return []
    const byShare = criteria.every((c) => c.share !== null)
    const { rest } = entry
    const base = {
      id: `${entry.id}#rest`,
      share: byShare ? toNumber(over(left, whole)) : null,
      maxScore: byShare ? null : toNumber(left),
      state: 'not-ruled',
      ref: this.#ref(entry.row, null),
      ask: null,
      portals: this.#head.portals,
      portalsOrigin: this.#head.portalsOrigin,
      unlessChargedElsewhere: false,
    } as const
    if (rest === undefined)
      return [
        {
          ...base,
          kind: 'not-ruled',
          summary: '其余细则原文没有印出',
          origin: 'source',
          reason: null,
        },
      ]
    return [
      {
        ...base,
        kind: 'rest',
        summary: '印出的各条之外的分值，按各条得分的同一比例计',
        origin: 'local',
        reason: rest.reason,
      },
    ]
  }

  /** Without a figure of its own (a level's, or no bound at all) the shares of an indicator still make a whole. */
  #checkShares(entry: IndicatorEntry, path: Path, report: Reporter): void {
    const shares = entry.criteria.flatMap((c) => (c.share === undefined ? [] : [rational(c.share)]))
    const whole = sum(shares)
    if (shares.length > 0 && !same(whole, rational(1)))
      report.error(
        path,
        `“${entry.path.join(' > ')}”各条比例合计 ${exactText(times(whole, HUNDRED))}%，应为 100%，请核对。`,
      )
  }

  /** What the entry says the source does not print of its rules, in points; none where it says nothing. */
  #cutOf({ cut }: IndicatorEntry, whole: Rational, bare: boolean): Rational | null {
    if (cut === undefined) return null
    if (cut === true) return bare ? whole : null
    return cut.unit === 'share' ? times(whole, rational(cut.figure)) : rational(cut.figure)
  }

  /** Parts and figure that do not agree: told, and where our rule makes up for it, declared. */
  #judgeRest(
    entry: IndicatorEntry,
    {
      whole,
      parts,
      left,
      cut,
    }: {
      readonly whole: Rational
      readonly parts: Rational
      readonly left: Rational
      readonly cut: Rational | null
    },
    path: Path,
    report: Reporter,
  ): void {
    const name = entry.path.join(' > ')
    if (entry.cut && entry.rest)
      report.error([...path, 'rest'], 'cut（原文没有印全）和 rest（印出的就不够）只能写一样。')
    if (left.n < 0n && entry.capped === undefined)
      report.error(
        path,
        `“${name}”各部分合计 ${exactText(parts)}，超过印出的 ${exactText(whole)}。请核对；原文如此的，用 capped: { reason: …… } 写明以印出的分值为限。`,
      )
    if (left.n < 0n && entry.capped)
      report.warn(
        path,
        `“${name}”各部分合计 ${exactText(parts)}，超过印出的 ${exactText(whole)}，计分以印出的为限（本地规定：${entry.capped.reason}）`,
      )
    if (left.n >= 0n && entry.capped)
      report.error([...path, 'capped'], '各部分没有超过印出的分值，不需要 capped；请去掉。')
    if (left.n === 0n && (entry.cut || entry.rest))
      report.error(
        [...path, entry.cut ? 'cut' : 'rest'],
        '各部分已满，却注明原文没有印全；请去掉 cut 或 rest，或改正比例。',
      )
    if (left.n <= 0n) return
    if (entry.cut) {
      if (cut === null)
        report.error(
          [...path, 'cut'],
          `“${name}”印有细则，cut 要写明没有印出的部分，如 cut: ${exactText(times(over(left, whole), HUNDRED))}%。`,
        )
      else if (!same(cut, left))
        report.error(
          path,
          `“${name}”印出 ${exactText(whole)}，细则合计 ${exactText(parts)}，应余 ${exactText(left)}，cut 写的却是 ${exactText(cut)}。请核对各条的比例、分值和 cut。`,
        )
      return
    }
    const what = `“${name}”印出 ${exactText(whole)}，各部分只有 ${exactText(parts)}，余下的没有细则`
    if (entry.rest) {
      report.warn(path, `${what}，按本地规定计：${entry.rest.reason}`)
      if (!same(rational(entry.rest.points), left))
        report.error(
          [...path, 'rest', 'points'],
          `“${name}”印出 ${exactText(whole)}，细则合计 ${exactText(parts)}，应余 ${exactText(left)}，rest 写的却是 ${entry.rest.points}。请核对各条的分值。`,
        )
    } else
      report.error(
        path,
        `${what}。请核对；原文没有印全的，用 cut: ${exactText(times(over(left, whole), HUNDRED))}% 写明缺多少；原文印出的细则本来就不够的，用 rest: { points: ${exactText(left)}, reason: …… } 写明怎样计。`,
      )
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
    checkRule(
      entry,
      { indicator, side, path, head: this.#head, checklists: this.#checklists },
      report,
    )
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
      this.#outcomes.read(list, [...path, ...at], report, settles)
    const notes = this.#notes(entry.voidWhen, indicator.row, [...path, 'voidWhen'], report)
    const narrow =
      entry.appliesTo === undefined
        ? {}
        : { appliesTo: this.#scope(entry.appliesTo, [...path, 'appliesTo'], report) }
    const voids = notes.length === 0 ? {} : { voidWhen: notes }
    const hints = this.#outcomes.read(entry.hints, [...path, 'hints'], report, false)
    const beside = hints.length === 0 ? {} : { hints }
    const built = buildCriterion(entry, { ...base, ...narrow, ...voids, ...beside }, refs)
    this.#outcomes.checkPriced(built, path, report)
    return built
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
