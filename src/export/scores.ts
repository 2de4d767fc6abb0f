/** Scorecards as a flat table for spreadsheets: one row a criterion, with the arithmetic and what is still open. */
import { isPointless } from '#scoring/tally'
import { type CsvCell, csvHead, csvRow } from './csv.ts'
import type { Scorecards1 } from './shapes/scorecards.ts'

type Card = Scorecards1['cards'][number]
type Line = Card['indicators'][number]['criteria'][number]

const STATE_NAMES: Readonly<Record<Line['state'], string>> = {
  machine: '机器判定',
  reviewed: '人工复核',
  manual: '人工打分',
  open: '待确认',
  'not-applicable': '不适用',
  'not-ruled': '原文缺失，未定规则',
}

const HEAD = [
  '名次',
  '单位',
  '分组',
  '单位已定得分',
  '单位得分下限',
  '单位得分上限',
  '类别',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标分值',
  '测评要点编号',
  '测评要点',
  '要点分值',
  '规则来源',
  '状态',
  '得分',
  '得分下限',
  '得分上限',
  '算式',
  '理由',
  '待确认问题',
  '依据的发现编号',
  '单位折算得分',
  '等次',
] as const

/** Rounded to 4 decimals for the eye; the JSON keeps every digit. */
function shown(value: number | null): CsvCell {
  return value === null ? '' : Number(value.toFixed(4))
}

/** What stands where a table prints no points: never 0. */
const NO_POINTS = '—'

/** CSV text in lines: UTF-8 with BOM, formula-safe. */
export function* scoresCsv(scorecards: Scorecards1): Generator<string> {
  yield csvHead(HEAD)
  for (const card of scorecards.cards) {
    for (const indicator of card.indicators) {
      for (const line of indicator.criteria)
        yield csvRow(cells(card, '指标', indicator.path, indicator.maxScore, line))
    }
    const { bonus, deductions, external } = card.outside
    for (const line of bonus) yield csvRow(cells(card, '加分', line.path, null, line))
    for (const line of deductions) yield csvRow(cells(card, '扣分', line.path, null, line))
    for (const line of external) yield csvRow(cells(card, '外部结果', line.path, null, line))
  }
}

function cells(
  card: Card,
  part: string,
  path: readonly string[],
  indicatorMax: number | null,
  line: Line,
): CsvCell[] {
  // Depth differs within one table: the leaf always stands in the last column, levels that are not printed stay empty.
  const [first = '', second = '', third = ''] =
    path.length === 2 ? [path[0], '', path[1]] : path.length === 1 ? ['', '', path[0]] : path
  const pointless = isPointless(card)
  const own = (value: number | null) => (pointless ? NO_POINTS : shown(value))
  return [
    pointless ? NO_POINTS : (card.rank ?? ''),
    card.agency.name,
    card.agency.group ?? '',
    own(card.settled),
    own(card.range[0]),
    own(card.range[1]),
    part,
    first,
    second,
    third,
    own(indicatorMax),
    line.id,
    line.summary,
    own(line.maxScore),
    line.origin === 'local' ? '本地补充' : '原文',
    STATE_NAMES[line.state],
    own(line.score),
    own(line.range[0]),
    own(line.range[1]),
    line.arithmetic,
    line.because,
    line.ask ?? '',
    line.findings.join('\n'),
    own(card.converted?.score ?? null),
    pointless ? NO_POINTS : (card.grade ?? ''),
  ]
}
