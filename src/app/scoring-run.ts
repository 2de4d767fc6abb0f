/**
 * Scores the agencies of a database under one scheme from their latest runs, keeps the cards, and shows the ranking.
 * Wires `catalog/schemes`, `scoring` and the store; how anything is priced is not decided here.
 */
import { join } from 'node:path'
import { instantText } from '#base/day'
import { AppError } from '#base/errors'
import { loadComposites } from '#catalog/composites'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import { toScorecards1 } from '#export/shapes/scorecards'
import type { CivilDay } from '#model/page'
import type { Store } from '#model/ports'
import type { Composite, Scheme } from '#model/scheme'
import type { Scorecard, Scorecards, ScoreInput } from '#model/scorecard'
import { scoreAgency } from '#scoring/agency'
import { schemeCoverage } from '#scoring/coverage'
import { settle } from '#scoring/settle'
import { isPointless, resultsText, tallyOf } from '#scoring/tally'
import { gatherCohort, type Units } from './cohort.ts'
import type { Context } from './host.ts'
import { DATA_DIR, ownCalendar } from './rooms.ts'
import type { Terminal } from './terminal.ts'

let loaded: readonly Scheme[] | null = null

/** The schemes that ship with the package. */
export function allSchemes(): readonly Scheme[] {
  loaded ??= loadSchemes(join(DATA_DIR, 'schemes'), { checks })
  return loaded
}

/**
 * The schemes in the order of use here: those for a group of the registry first, then those that checks reach most. A
 * group whose printed list names none of the registry's units is another place's.
 */
export function schemesFor(store: Store): readonly Scheme[] {
  const { agencies } = store.registry()
  const groups = new Set(agencies.map((agency) => agency.group))
  const names = new Set(agencies.map((agency) => agency.name))
  const own = ({ groups: printed }: Scheme) =>
    printed.some(
      (group) =>
        (groups.has(group.id) || groups.has(group.name)) &&
        (group.agencies.length === 0 || group.agencies.some((name) => names.has(name))),
    )
  return allSchemes().toSorted(
    (a, b) =>
      Number(own(b)) - Number(own(a)) || schemeCoverage(b).machine - schemeCoverage(a).machine,
  )
}

/** The results made of several schemes that ship with the package. */
export function allComposites(): readonly Composite[] {
  return loadComposites(join(DATA_DIR, 'schemes'), allSchemes(), { checks })
}

/** @throws AppError unknown-id */
export function schemeOf(id: string): Scheme {
  const scheme = allSchemes().find((one) => one.id === id)
  if (scheme) return scheme
  const known = allSchemes().map((one) => one.id)
  const composites = allComposites().map((one) => one.id)
  throw new AppError(
    'unknown-id',
    `没有指标体系 ${id}。现有：${known.join('、')}；汇总（用于 score、schemes）：${composites.join('、')}。`,
  )
}

export interface ScoreChoices {
  /** Null: as of the newest run. */
  readonly asOf: CivilDay | null
  readonly strict?: boolean
  readonly inputs?: readonly ScoreInput[]
  /** Way of scoring whose inputs count (自查、核查……). */
  readonly method?: string
  /** Only these agencies are shown; all are compared. */
  readonly agencies?: readonly string[]
  /** Keep the cards in the store. */
  readonly save?: boolean
  /** Who is scored where the registry does not say. */
  readonly units?: Units
}

/** One card an agency of the scheme's groups. @throws AppError usage where the registry has none of them */
export function computeScores(
  context: Pick<Context, 'clock' | 'codeVersion'>,
  store: Store,
  scheme: Scheme,
  choices: ScoreChoices,
): Scorecards {
  const { facts, asOf, complete, now } = gatherCohort(context, store, scheme, choices)
  const options = { strict: choices.strict ?? false, asOf, calendar: ownCalendar() }
  const cards = settle(
    facts.map((one) =>
      scoreAgency(scheme, one, {
        ...options,
        ...(choices.method === undefined ? {} : { method: choices.method }),
      }),
    ),
    { cohortComplete: complete },
  )
  const scorecards: Scorecards = {
    mingcha: 'scorecards/1',
    scheme: { id: scheme.id, edition: scheme.edition, title: scheme.title },
    strict: choices.strict ?? false,
    asOf,
    computedAt: instantText(now),
    codeVersion: context.codeVersion,
    cards,
  }
  if (choices.save ?? true) saveCards(store, scorecards, now)
  const only = choices.agencies
  if (!only) return scorecards
  return { ...scorecards, cards: scorecards.cards.filter((card) => only.includes(card.agency.id)) }
}

function saveCards(store: Store, scorecards: Scorecards, now: number): void {
  for (const card of toScorecards1(scorecards).cards) {
    store.saveScorecard({
      schemeId: scorecards.scheme.id,
      edition: scorecards.scheme.edition,
      agencyId: card.agency.id,
      asOf: scorecards.asOf,
      computedAt: now,
      codeVersion: scorecards.codeVersion,
      json: JSON.stringify(card),
    })
  }
}

/** Ranking as a table: settled score, what it can still become, machine part, grade; or answers where no points are. */
export function printRanking(terminal: Terminal, scorecards: Scorecards): void {
  const { scheme, asOf, strict, cards } = scorecards
  terminal.print(
    `\n${scheme.title}（${scheme.id}，判定日 ${asOf}${strict ? '，只用原文规则' : ''}）`,
  )
  if (cards.length > 0 && cards.every(isPointless)) printResults(terminal, cards)
  else printScores(terminal, cards)
}

/** A table that prints no points has answers, never a sum or a place. */
function printResults(terminal: Terminal, cards: readonly Scorecard[]): void {
  const rows = cards.map((card) => {
    const tally = tallyOf(card)
    const { settled, open, notRuled, notApplicable } = tally
    const row = ['—', '—', settled, resultsText(tally), open + notRuled, notApplicable]
    return [card.agency.name, ...row]
  })
  const heads = ['单位', '得分', '名次', '已定条数', '各条结果', '待定条数', '不适用']
  terminal.table([heads, ...rows])
  terminal.print(
    '写“—”的：原文没有印分值，结果只列为问题，不折成分数、名次或等次；逐条结果见 export scores 与问题台账。',
  )
}

function printScores(terminal: Terminal, cards: readonly Scorecard[]): void {
  const converts = cards.some((card) => card.converted !== null)
  const grades = cards.some((card) => card.gradeBecause !== undefined)
  const heads = ['名次', '单位', '已定得分', '可能范围', ...(converts ? ['折算'] : []), '机器判定']
  const rows = cards.map((card) => {
    const [low, high] = card.range
    return [
      card.rank ?? '—',
      card.agency.name,
      shown(card.settled),
      `${shown(low)} ~ ${shown(high)}`,
      ...(converts ? [card.converted ? shown(card.converted.score) : '—'] : []),
      `${shown(card.machine.score)} / ${shown(card.machine.maxScore)}`,
      ...(grades ? [card.grade ?? '未定'] : []),
    ]
  })
  terminal.table([[...heads, ...(grades ? ['等次'] : [])], ...rows])
  terminal.print(
    '已定得分只含确定的部分；范围是其余待人工核对、人工打分与原文缺失部分全部定下之后还可能得到的分。',
  )
  if (converts) terminal.print('折算是已定得分 ÷ 适用分值 × 100；名次和等次按折算后的得分。')
}

const shown = (value: number): string => String(Number(value.toFixed(2)))
