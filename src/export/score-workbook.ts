/**
 * Scorecards as a workbook in the shape of the scheme's own table: a ranking sheet, one sheet a group with the printed
 * indicators down and the agencies across, what lies outside the total, and an explanation that says what was not
 * measured. Numbers are rounded for showing only (4 decimals); an open score is a blank with its range beside it.
 */
import { maskPersonal } from '#base/mask'
import type { FindingView } from '#model/finding'
import type { Indicator, Scheme, SchemeCoverage } from '#model/scheme'
import type { CriterionScore, IndicatorScore, Scorecard, Scorecards } from '#model/scorecard'
import { isPointless, resultsText, rulesByState, tallyOf } from '#scoring/tally'
import type { Cell, Sheet, SheetColumn } from './workbook.ts'

export interface ScoreWorkbookInput {
  readonly scorecards: Scorecards
  readonly scheme: Scheme
  readonly coverage: SchemeCoverage
  /** Findings that the cards cite, by id. */
  readonly findings: ReadonlyMap<string, FindingView>
}

type Merge = NonNullable<Sheet['merges']>[number]
const SCORE = '0.####'
/** What stands where a table prints no points: never 0. */
const NO_POINTS = '—'

const shown = (value: number): string => String(Number(value.toFixed(4)))
const round = (value: number): number => Number(value.toFixed(4))
const rangeText = ([low, high]: readonly [number, number]): string =>
  low === high ? shown(low) : `${shown(low)} ～ ${shown(high)}`

export function scoreSheets(input: ScoreWorkbookInput): readonly Sheet[] {
  const groups = new Map<string, Scorecard[]>()
  for (const card of input.scorecards.cards) {
    const name = card.agency.group ?? '未分组'
    groups.set(name, [...(groups.get(name) ?? []), card])
  }
  return [
    isPointless(input.scheme) ? resultSheet(input) : rankingSheet(input),
    ...[...groups].map(([name, cards]) => groupSheet(name, cards, input)),
    explanationSheet(input),
  ]
}

/** Summary of a table that prints no points: answers counted, no figure that could be read as a score or a place. */
function resultSheet({ scorecards }: ScoreWorkbookInput): Sheet {
  const cards = [...scorecards.cards].sort((a, b) =>
    a.agency.name.localeCompare(b.agency.name, 'zh'),
  )
  return {
    name: '汇总',
    title: `${scorecards.scheme.title}（截至 ${scorecards.asOf}）：原文没有印分值，不计分、不排名`,
    columns: [
      { width: 7, align: 'center' },
      { width: 26 },
      { width: 14 },
      { width: 10, align: 'center' },
      { width: 10, align: 'center' },
      { width: 30 },
      { width: 10, align: 'center' },
      { width: 10, align: 'center' },
    ],
    head: [['名次', '单位', '分组', '得分', '已定条数', '各条结果', '待定条数', '不适用条数']],
    rows: cards.map((card) => {
      const tally = tallyOf(card)
      return [
        NO_POINTS,
        card.agency.name,
        card.agency.group ?? '',
        NO_POINTS,
        tally.settled,
        resultsText(tally),
        tally.open + tally.notRuled,
        tally.notApplicable,
      ]
    }),
    frozenColumns: 2,
  }
}

function rankingSheet({ scorecards, scheme }: ScoreWorkbookInput): Sheet {
  const converts = scorecards.cards.some((card) => card.converted !== null)
  const grades = scheme.grades.length > 0
  const cards = [...scorecards.cards].sort(
    (a, b) =>
      (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
      a.agency.name.localeCompare(b.agency.name, 'zh'),
  )
  return {
    name: '汇总',
    title: `${scorecards.scheme.title}（截至 ${scorecards.asOf}）`,
    columns: [
      { width: 7, align: 'center' },
      { width: 26 },
      { width: 14 },
      ...Array.from(
        { length: 9 + (converts ? 1 : 0) },
        (): SheetColumn => ({ width: 12, align: 'right', numberFormat: SCORE }),
      ),
      ...(grades ? [{ width: 10, align: 'center' } as const] : []),
    ],
    head: [
      [
        '名次',
        '单位',
        '分组',
        '已定得分',
        '最低可能',
        '最高可能',
        '机器测定得分',
        '机器测定分值',
        '规则原文缺失',
        '不适用',
        '加分',
        '扣分',
        ...(converts ? ['折算得分'] : []),
        ...(grades ? ['等次'] : []),
      ],
    ],
    rows: cards.map((card) => [
      card.rank ?? '—',
      card.agency.name,
      card.agency.group ?? '',
      round(card.settled),
      round(card.range[0]),
      round(card.range[1]),
      round(card.machine.score),
      round(card.machine.maxScore),
      round(card.notRuled),
      round(card.notApplicable),
      round(card.bonus),
      round(card.deductions),
      ...(converts ? [card.converted ? round(card.converted.score) : NO_POINTS] : []),
      ...(grades ? [card.grade ?? '未定'] : []),
    ]),
    frozenColumns: 2,
  }
}

/** The scheme's table once per agency, one below the other, so that it prints on A4 and reads like the printed one. */
function groupSheet(name: string, cards: readonly Scorecard[], input: ScoreWorkbookInput): Sheet {
  const { scheme } = input
  const leaves = [...scheme.indicators, ...scheme.outside.bonus, ...scheme.outside.deductions]
  const depth = Math.max(3, ...leaves.map((leaf) => leaf.path.length))
  const levels = ['一级指标', '二级指标', '三级指标', '四级指标'].slice(0, depth)
  const head = [...levels, '分值', '得分', '区间', '扣分', '失分原因', '证据']
  const rows: Cell[][] = []
  const merges: Merge[] = []
  const bold: number[] = []
  const breaks: number[] = []
  const pointless = isPointless(scheme)
  const byRank = [...cards].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  for (const card of byRank) {
    if (rows.length > 0) breaks.push(rows.length)
    bold.push(rows.length)
    merges.push({ top: rows.length + 2, left: 1, bottom: rows.length + 2, right: head.length })
    rows.push([headline(card), ...head.slice(1).map(() => null)])
    merges.push(...levelMerges(leaves, depth, rows.length + 2))
    for (const leaf of leaves) {
      const max = pointless ? NO_POINTS : leaf.maxScore
      rows.push([...placed(leaf.path, depth), max, ...agencyCells(leaf, card, input)])
    }
    if (pointless) continue
    bold.push(rows.length)
    merges.push({ top: rows.length + 2, left: 1, bottom: rows.length + 2, right: depth })
    rows.push([
      '合计（不含加分、扣分）',
      ...Array.from({ length: depth - 1 }, () => null),
      scheme.maxScore,
      ...totalCells(card),
    ])
  }
  return {
    name,
    title: `${scheme.title} · ${name}（截至 ${input.scorecards.asOf}）`,
    columns: [
      ...levels.map((): SheetColumn => ({ width: 14 })),
      { width: 6, align: 'center', numberFormat: SCORE },
      { width: 7, align: 'center', numberFormat: SCORE },
      { width: 13, align: 'center' },
      { width: 7, align: 'center', numberFormat: SCORE },
      { width: 52 },
      { width: 40 },
    ],
    head: [head],
    rows,
    merges,
    bold,
    breaks,
    frozenColumns: depth,
  }
}

function headline(card: Scorecard): string {
  const { name } = card.agency
  if (isPointless(card)) {
    const tally = tallyOf(card)
    return `${name}：原文没有印分值；已定 ${tally.settled} 条（${resultsText(tally)}），待定 ${tally.open + tally.notRuled} 条`
  }
  const place = card.rank === null ? '未测' : `第 ${card.rank} 名`
  const grade = card.grade === null ? '' : `，${card.grade}`
  const converted = card.converted ? `，折算 ${shown(card.converted.score)} 分` : ''
  return `${name}：${place}，已定 ${shown(card.settled)} 分，区间 ${rangeText(card.range)}${converted}${grade}`
}

function totalCells(card: Scorecard): Cell[] {
  const low = card.indicators.reduce((sum, one) => sum + one.range[0], 0)
  const high = card.indicators.reduce((sum, one) => sum + one.range[1], 0)
  const settled = card.indicators.reduce((sum, one) => sum + one.settled, 0)
  const open = card.indicators.some((one) => one.score === null && one.state !== 'not-applicable')
  return [
    open ? null : round(settled),
    rangeText([low, high]),
    null,
    open ? `已定 ${shown(settled)}，其余待定` : null,
    null,
  ]
}

/** A short path keeps its leaf in the last level it prints; the levels below repeat it by a merge across. */
function placed(path: readonly string[], depth: number): Cell[] {
  return Array.from({ length: depth }, (_, i) => path[i] ?? null)
}

/** Equal upper levels of neighbouring rows become one cell; a short path's last cell reaches to the last level. */
function levelMerges(leaves: readonly Indicator[], depth: number, firstRow: number): Merge[] {
  const merges: Merge[] = []
  for (let level = 0; level < depth - 1; level += 1) {
    let from = 0
    for (let row = 1; row <= leaves.length; row += 1) {
      if (row < leaves.length && sameLevel(leaves[from], leaves[row], level)) continue
      if (row - from > 1) {
        merges.push({
          top: firstRow + from,
          left: level + 1,
          bottom: firstRow + row - 1,
          right: level + 1,
        })
      }
      from = row
    }
  }
  leaves.forEach((leaf, row) => {
    if (leaf.path.length >= depth) return
    merges.push({
      top: firstRow + row,
      left: leaf.path.length,
      bottom: firstRow + row,
      right: depth,
    })
  })
  return merges
}

/** True when both rows stand under the same printed cell of this level. */
function sameLevel(a: Indicator | undefined, b: Indicator | undefined, level: number): boolean {
  if (!a || !b || a.path.length <= level + 1 || b.path.length <= level + 1) return false
  return a.path.slice(0, level + 1).join('\0') === b.path.slice(0, level + 1).join('\0')
}

function agencyCells(leaf: Indicator, card: Scorecard, input: ScoreWorkbookInput): Cell[] {
  const own = card.indicators.find((one) => one.id === leaf.id)
  if (!own) return outsideCells(leaf, card)
  if (own.state === 'not-applicable') return ['不适用', null, null, null, null]
  if (isPointless(card))
    return [NO_POINTS, NO_POINTS, NO_POINTS, answers(own), evidenceOf(own.criteria, input.findings)]
  const lost = own.score === null || own.maxScore === null ? null : round(own.maxScore - own.score)
  return [
    own.score === null ? null : round(own.score),
    rangeText(own.range),
    lost,
    reasons(own),
    evidenceOf(own.criteria, input.findings),
  ]
}

function outsideCells(leaf: Indicator, card: Scorecard): Cell[] {
  const own = [...card.outside.bonus, ...card.outside.deductions].filter((one) =>
    one.id.startsWith(`${leaf.id}#`),
  )
  if (own.length === 0) return [null, null, null, null, null]
  const settled = own.every((one) => one.score !== null)
  const low = own.reduce((sum, one) => sum + one.range[0], 0)
  const high = own.reduce((sum, one) => sum + one.range[1], 0)
  return [
    settled ? round(own.reduce((sum, one) => sum + (one.score ?? 0), 0)) : null,
    rangeText([low, high]),
    null,
    own.map((one) => one.because).join('\n'),
    null,
  ]
}

/** Every rule with its answer: where no points are printed, the answers are the result. */
function answers(own: IndicatorScore): string {
  const lines = own.criteria.map((one) => {
    if (one.state === 'open') return `${one.summary}：待定`
    if (one.state === 'not-applicable') return `${one.summary}：不适用`
    if (one.state === 'not-ruled') return `${one.summary}：规则在来源文件中缺失`
    return `${one.summary}：${one.result ?? one.arithmetic}。${one.because}`
  })
  return maskPersonal(lines.join('\n'))
}

function reasons(own: IndicatorScore): string {
  const lines: string[] = []
  let missing = 0
  if (own.zeroed) lines.push(`计零：${own.zeroed.because}`)
  for (const one of own.criteria) {
    if (one.state === 'not-ruled') missing += 1
    else if (one.state === 'open') lines.push(`待定：${one.summary}`)
    else if (one.score !== null && one.maxScore !== null && one.score < one.maxScore) {
      lines.push(`${one.summary}：${one.arithmetic}。${one.because}`)
    }
  }
  if (missing > 0) lines.push('其余评分规则在来源文件中缺失，不计')
  return maskPersonal(lines.join('\n'))
}

const EVIDENCE_SHOWN = 5

function evidenceOf(
  criteria: readonly CriterionScore[],
  findings: ReadonlyMap<string, FindingView>,
): string {
  const lines: string[] = []
  for (const id of new Set(criteria.flatMap((one) => one.findings))) {
    const finding = findings.get(id)
    if (!finding || finding.verdict === 'pass') continue
    lines.push(`${id.slice(0, 8)} ${finding.evidence[0]?.url ?? finding.pages[0] ?? ''}`)
  }
  const more = lines.length - EVIDENCE_SHOWN
  return more > 0
    ? `${lines.slice(0, EVIDENCE_SHOWN).join('\n')}\n等共 ${lines.length} 条`
    : lines.join('\n')
}

function explanationSheet({ scorecards, scheme, coverage }: ScoreWorkbookInput): Sheet {
  const { source } = scheme
  const pointless = isPointless(scheme)
  const parts = pointless ? rulesByState(scheme) : coverage
  const unit = pointless ? '条' : '分'
  const local = [
    ...scheme.indicators,
    ...scheme.outside.bonus,
    ...scheme.outside.deductions,
  ].flatMap((leaf) =>
    leaf.criteria
      .filter((one) => one.origin === 'local')
      .map((one): Cell[] => [
        '本地规则',
        `${leaf.path.join(' › ')}：${one.summary}（${one.reason ?? '未写理由'}）`,
      ]),
  )
  const rows: Cell[][] = [
    ['体系', `${scheme.title}（${scheme.id}，${scheme.edition}）`],
    ['来源', [source.documentNumber, source.title, source.annex].filter(Boolean).join(' ')],
    ['截至日', scorecards.asOf],
    ['计算时间', scorecards.computedAt],
    ['程序版本', scorecards.codeVersion],
    ['口径', scorecards.strict ? '只用来源文件印出的规则（--strict）' : '来源规则，加下列本地规则'],
    ['机器可测', `${shown(parts.machine)} ${unit}`],
    ['机器辅助、由人定', `${shown(parts.assisted)} ${unit}`],
    ['只能由人评定', `${shown(parts.manual)} ${unit}`],
    ['规则原文缺失', `${shown(parts.notRuled)} ${unit}：不给满分也不给零分，列入区间`],
    [
      '怎么读',
      pointless
        ? '原文没有印分值：凡写“—”的都不是 0 分，结果只列为逐条的答案，不折成分数、名次或等次。'
        : '“得分”空着表示尚有待定部分；“区间”是最低与最高可能；“扣分”只在得分已定时给出。',
    ],
    ['证据编号', '与问题台账、核查界面的发现编号前八位一致，可在核查界面打开存档页面重放。'],
    ...scheme.warnings.map((text): Cell[] => ['来源文件的问题', text]),
    ...local,
  ]
  return {
    name: '说明',
    title: '说明',
    columns: [{ width: 20 }, { width: 110 }],
    head: [['项目', '内容']],
    rows,
  }
}
