/**
 * Shows who stands differently in two results and which lines did it: suppositions and corrections alike. What differs
 * is scoring's to find.
 */
import type { LineSide, Move } from '#scoring/compare'
import type { Terminal } from './terminal.ts'

const shown = (value: number): string => String(Number(value.toFixed(4)))
/** "—" where there is no result or none in points. */
const shownOr = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : shown(value)
const signed = (value: number): string => `${value > 0 ? '+' : ''}${shown(value)}`

/** Lines of one agency shown before the rest is only counted. */
const MOST_LINES = 12

/** A table of agencies, then the lines of each. `rest` says where lines left out can be read. */
export function printMoves(terminal: Terminal, moves: readonly Move[], rest: string): void {
  const converts = moves.some(({ before, after }) => before?.converted || after?.converted)
  const heads = ['单位', '原已定', '现已定', ...(converts ? ['原折算', '现折算'] : [])]
  const rows = moves.map(({ agency, before, after, by }) => {
    const pair = (a: unknown, b: unknown) =>
      a === b ? String(a ?? '—') : `${String(a ?? '—')} → ${String(b ?? '—')}`
    const settled = [before, after].map((one) => shownOr(one?.settled))
    const converted = [before, after].map((one) =>
      one?.converted ? shown(one.converted.score) : '—',
    )
    return [
      agency.name,
      ...settled,
      ...(converts ? converted : []),
      by === null ? '—' : signed(by),
      pair(before?.rank, after?.rank),
      pair(before?.grade, after?.grade),
    ]
  })
  terminal.table([[...heads, '变动', '名次', '等次'], ...rows])
  for (const { agency, lines } of moves) {
    if (lines.length === 0) continue
    terminal.print(`\n${agency.name}：${lines.length} 条不同`)
    for (const { id, path, before, after } of lines.slice(0, MOST_LINES)) {
      terminal.print(`  ${path.join(' > ')}（${id}）`)
      terminal.print(`    原：${sideText(before)}`)
      terminal.print(`    现：${sideText(after)}`)
    }
    if (lines.length > MOST_LINES)
      terminal.print(`  ……其余 ${lines.length - MOST_LINES} 条见${rest}`)
  }
}

/** Arithmetic first, then whose word it is, then how many findings it rests on. */
function sideText(side: LineSide | null): string {
  if (side === null) return '没有这一条'
  const { arithmetic, because, decision, findings, range } = side
  const span =
    range === null || range[0] === range[1] || arithmetic.startsWith('待定')
      ? ''
      : `（${shown(range[0])} 至 ${shown(range[1])}）`
  return [
    arithmetic + span,
    decision ? `${decision.by}认定“${decision.outcome}”：${decision.reason}` : because,
    ...(findings.length > 0 ? [`检查结果 ${findings.length} 条`] : []),
  ].join('；')
}
