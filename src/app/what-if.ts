/**
 * `score --what-if` with a supposition: scores the same facts under the scheme (or composite) and under what it would be,
 * and says who moves, by how much, who crosses a grade, and how firm the ranks are. Nothing is stored.
 */
import { loadCompositeSupposition, loadSupposition } from '#catalog/inputs/supposition'
import { maskedCard, maskedLine } from '#export/shapes/scorecards'
import type { Store } from '#model/ports'
import type { Composite, Scheme } from '#model/scheme'
import { scoreAgency } from '#scoring/agency'
import {
  compareCards,
  compareComposites,
  compositeStability,
  type Move,
  type RankStability,
  rankStability,
} from '#scoring/compare'
import { cardsOf, standings } from '#scoring/settle'
import { suppose, supposeComposite } from '#scoring/what-if'
import { gatherCohort } from './cohort.ts'
import { type CompositeChoices, type CompositeScore, computeComposite } from './composite-run.ts'
import type { Context } from './host.ts'
import { printMoves } from './moves.ts'
import { ownCalendar } from './rooms.ts'
import type { ScoreChoices } from './scoring-run.ts'
import type { Terminal } from './terminal.ts'

export interface WhatIf {
  readonly mingcha: 'what-if/1'
  /** Scheme or composite. */
  readonly scheme: { readonly id: string; readonly edition: string }
  readonly asOf: string
  readonly moves: readonly Move[]
  /** Ranks under ±10 % of any one weight (a part's share), under the scheme as it is. */
  readonly stability: readonly RankStability[]
}

/** @throws AppError for an unreadable file or unknown ids */
export function computeWhatIf(
  context: Pick<Context, 'clock'>,
  store: Store,
  scheme: Scheme,
  file: string,
  choices: ScoreChoices,
): WhatIf {
  const supposed = suppose(scheme, loadSupposition(file))
  const { facts, asOf, complete } = gatherCohort(context, store, scheme, choices)
  const options = {
    strict: choices.strict ?? false,
    asOf,
    calendar: ownCalendar(),
    ...(choices.method === undefined ? {} : { method: choices.method }),
  }
  const cohort = { cohortComplete: complete }
  const drafts = facts.map((one) => scoreAgency(scheme, one, options))
  const others = facts.map((one) =>
    scoreAgency(supposed.scheme, one, { ...options, localOff: supposed.localOff }),
  )
  const [rows, otherRows] = [standings(drafts, cohort), standings(others, cohort)]
  return {
    mingcha: 'what-if/1',
    scheme: { id: scheme.id, edition: scheme.edition },
    asOf,
    moves: compareCards(
      cardsOf(rows, cohort).map(maskedCard),
      cardsOf(otherRows, cohort).map(maskedCard),
    ),
    stability: rankStability(rows),
  }
}

/** The same for a composite, its parts and their schemes. @throws AppError for an unreadable file or unknown ids */
export function computeCompositeWhatIf(
  context: Pick<Context, 'clock' | 'codeVersion'>,
  store: Store,
  composite: Composite,
  schemes: readonly Scheme[],
  file: string,
  choices: CompositeChoices,
): WhatIf {
  const supposed = supposeComposite(composite, schemes, loadCompositeSupposition(file))
  const before = computeComposite(context, store, composite, schemes, choices)
  const after = computeComposite(context, store, supposed.composite, supposed.schemes, {
    ...choices,
    localOff: supposed.localOff,
  })
  return {
    mingcha: 'what-if/1',
    scheme: { id: composite.id, edition: composite.edition },
    asOf: before.composites.asOf,
    moves: compareComposites(resultOf(before), resultOf(after)),
    stability: compositeStability(before.composites.cards),
  }
}

function resultOf({ composites, parts }: CompositeScore) {
  return {
    cards: composites.cards.map((card) => ({ ...card, external: card.external.map(maskedLine) })),
    parts: Object.fromEntries(
      Object.entries(parts).map(([id, cards]) => [id, cards.map(maskedCard)]),
    ),
  }
}

export function printWhatIf(terminal: Terminal, { scheme, asOf, moves, stability }: WhatIf): void {
  terminal.print(`试算 ${scheme.id}（判定日 ${asOf}），不保存。“现”指试算。`)
  if (moves.length === 0) terminal.print('没有单位的结果因此变动。')
  else printMoves(terminal, moves, ' --json 的输出')
  if (stability.length === 0) {
    terminal.print('\n没有可比的名次：原文没有印分值，或没有单位有检查结果。')
    return
  }
  const loose = stability.filter((one) => one.best !== one.worst)
  terminal.print(
    `\n任一指标（汇总为任一部分）的权重上下浮动 10%：${stability.length} 个单位中 ${loose.length} 个的名次会变。`,
  )
  for (const { agency, rank, best, worst } of loose)
    terminal.print(`${agency.name}\t第 ${rank}，在第 ${best} 至第 ${worst} 之间`)
}
