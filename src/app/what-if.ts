/**
 * `score --what-if` with a supposition: scores the same facts under the scheme and under what it would be, and says who
 * moves, by how much, who crosses a grade, and how firm the ranks are. Nothing is stored.
 */
import { loadSupposition } from '#catalog/inputs/supposition'
import type { Store } from '#model/ports'
import type { Scheme } from '#model/scheme'
import { scoreAgency } from '#scoring/agency'
import { compareCards, type Move, type RankStability, rankStability } from '#scoring/compare'
import { settle, standings } from '#scoring/settle'
import { suppose } from '#scoring/what-if'
import { gatherCohort } from './cohort.ts'
import type { Context } from './host.ts'
import { ownCalendar } from './rooms.ts'
import type { ScoreChoices } from './scoring-run.ts'
import type { Terminal } from './terminal.ts'

export interface WhatIf {
  readonly mingcha: 'what-if/1'
  readonly scheme: { readonly id: string; readonly edition: string }
  readonly asOf: string
  readonly moves: readonly Move[]
  /** Ranks under ±10 % of any one weight, under the scheme as it is. */
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
  const drafts = facts.map((one) => scoreAgency(scheme, one, options))
  const others = facts.map((one) =>
    scoreAgency(supposed.scheme, one, { ...options, localOff: supposed.localOff }),
  )
  const cohort = { cohortComplete: complete }
  return {
    mingcha: 'what-if/1',
    scheme: { id: scheme.id, edition: scheme.edition },
    asOf,
    moves: compareCards(settle(drafts, cohort), settle(others, cohort)),
    stability: rankStability(standings(drafts, cohort)),
  }
}

const shown = (value: number): string => String(Number(value.toFixed(4)))

export function printWhatIf(terminal: Terminal, { scheme, asOf, moves, stability }: WhatIf): void {
  terminal.print(`试算 ${scheme.id}（判定日 ${asOf}），不保存。`)
  terminal.print('单位\t原已定\t试算已定\t变动\t名次\t等次')
  for (const { agency, before, after, by } of moves) {
    const pair = (a: unknown, b: unknown) =>
      a === b ? String(a ?? '—') : `${String(a ?? '—')} → ${String(b ?? '—')}`
    terminal.print(
      [
        agency.name,
        before ? shown(before.settled) : '—',
        after ? shown(after.settled) : '—',
        by === null ? '—' : `${by > 0 ? '+' : ''}${shown(by)}`,
        pair(before?.rank, after?.rank),
        pair(before?.grade, after?.grade),
      ].join('\t'),
    )
  }
  if (moves.length === 0) terminal.print('没有单位的结果因此变动。')
  const loose = stability.filter((one) => one.best !== one.worst)
  terminal.print(
    `任一指标的权重上下浮动 10%：${stability.length} 个单位中 ${loose.length} 个的名次会变。`,
  )
  for (const { agency, rank, best, worst } of loose)
    terminal.print(`${agency.name}\t第 ${rank}，在第 ${best} 至第 ${worst} 之间`)
}
