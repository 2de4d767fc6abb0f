/**
 * What the shipped schemes measure against what a crawl could measure at best. bench/labels/measurable.tsv says per row of each
 * issued table whether a crawl can decide it (`full`) or help a person decide it (`assisted`), and for how many points;
 * the schemes say what their rules make of it. `npm run bench:coverage` prints both and every row that falls short.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { goldenEvidence } from '#app/golden'
import { loadSchemes } from '#catalog/schemes'
import { checks } from '#checks/index'
import type { Criterion } from '#model/criterion'
import type { Scheme } from '#model/scheme'
import { isProven } from '#scoring/coverage'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** One row of an issued table. `criterion` is its number in the table, null for the whole row. */
export interface MeasurableRow {
  readonly scheme: string
  readonly row: string
  readonly criterion: number | null
  /** Null where the table prints no points. */
  readonly points: number | null
  readonly class: 'full' | 'assisted'
  /** Why the schemes do not reach it; null where they must. */
  readonly because: string | null
  /** States of the rules that stand for the row; none where the scheme lacks it. */
  readonly states: readonly Criterion['state'][]
}

/** A full row is reached when machines decide all of it; an assisted one when findings are laid beside any of it. */
export function isReached({ class: kind, states }: MeasurableRow): boolean {
  if (states.length === 0) return false
  return kind === 'full'
    ? states.every((state) => state === 'machine')
    : states.some((state) => state === 'machine' || state === 'assisted')
}

export function measurableRows(): readonly MeasurableRow[] {
  const schemes = new Map(
    loadSchemes(`${ROOT}data/schemes`, { checks }).map((scheme) => [scheme.id, scheme]),
  )
  const [, ...lines] = readFileSync(`${ROOT}bench/labels/measurable.tsv`, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [scheme = '', row = '', criterion = '-', points = '-', kind, because = '-'] =
      line.split('\t')
    const number = criterion === '-' ? null : Number(criterion)
    return {
      scheme,
      row,
      criterion: number,
      points: points === '-' ? null : Number(points),
      class: kind === 'full' ? 'full' : 'assisted',
      because: because === '-' ? null : because,
      states: statesOf(schemes.get(scheme), row, number),
    }
  })
}

function statesOf(
  scheme: Scheme | undefined,
  row: string,
  number: number | null,
): Criterion['state'][] {
  const criteria = scheme?.indicators.find((one) => one.id === row)?.criteria ?? []
  return criteria
    .filter((one) => number === null || one.id === `${row}#${number}`)
    .map((one) => one.state)
}

/** A rule that machines settle though no golden portal has both passed and failed through it. */
export interface UnprovenRule {
  readonly scheme: string
  readonly criterion: string
  /** Why no portal can; null where one is owed. */
  readonly because: string | null
}

export function unprovenRules(): readonly UnprovenRule[] {
  const golden = goldenEvidence()
  const [, ...lines] = readFileSync(`${ROOT}bench/labels/unproven.tsv`, 'utf8').trim().split('\n')
  const reasons = new Map(
    lines.map((line) => {
      const [scheme = '', criterion = '', because = ''] = line.split('\t')
      return [`${scheme} ${criterion}`, because]
    }),
  )
  return loadSchemes(`${ROOT}data/schemes`, { checks }).flatMap((scheme) =>
    scheme.indicators
      .flatMap((one) => one.criteria)
      .filter((one) => one.state === 'machine' && !isProven(one, golden))
      .map(({ id }) => ({
        scheme: scheme.id,
        criterion: id,
        because: reasons.get(`${scheme.id} ${id}`) ?? null,
      })),
  )
}

/** Markdown: a line per scheme, then what is not reached and why. */
export function coverageReport(): string {
  const rows = measurableRows()
  const schemes = [...new Set(rows.map((row) => row.scheme))]
  const short = rows.filter((row) => !isReached(row))
  const unproven = unprovenRules()
  return [
    '| 体系 | 机器能定的：已定分／应定 | 机器能帮的：已列出／应列 |',
    '| --- | --- | --- |',
    ...schemes.map((scheme) => {
      const own = rows.filter((row) => row.scheme === scheme)
      return `| ${scheme} | ${shareText(own, 'full')} | ${shareText(own, 'assisted')} |`
    }),
    '',
    `没有达到的 ${short.length} 行：`,
    '',
    ...short.map(
      (row) =>
        `- ${row.scheme} \`${row.row}${row.criterion === null ? '' : `#${row.criterion}`}\`（${row.points ?? '不计'}分，${row.class === 'full' ? '应能定分' : '应能列出'}）：${row.because ?? '没有说明'}`,
    ),
    '',
    `机器定分、示例网站还没有既通过又不通过的 ${unproven.length} 条：`,
    '',
    ...unproven.map((one) => `- ${one.scheme} \`${one.criterion}\`：${one.because ?? '没有说明'}`),
  ].join('\n')
}

function shareText(rows: readonly MeasurableRow[], kind: MeasurableRow['class']): string {
  const own = rows.filter((row) => row.class === kind)
  const reached = own.filter(isReached)
  const sum = (some: readonly MeasurableRow[]): number =>
    Number(some.reduce((total, row) => total + (row.points ?? 0), 0).toFixed(2))
  const points = own.some((row) => row.points !== null) ? `${sum(reached)}／${sum(own)} 分，` : ''
  return `${points}${reached.length}／${own.length} 行`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(coverageReport())
