/**
 * Portals by another hand against the plans of their authors (bench/unseen): what is told, what is asked, what is passed
 * over in silence, which look-alikes are accused. `npm run bench:unseen [set…]`; `--record SET PORT as-of 单位=host host…`
 * keeps what the author's server answers. The plans were judged by people (helpers) once; a row names the checks that may answer
 * it and a pattern over the finding, as bench/labels/defects.tsv does.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Row, rowsOf } from './labels.ts'
import { type FoundLine, readSet, record, scanSet } from './unseen-set.ts'

const at = (name: string): string => fileURLToPath(new URL(`unseen/${name}`, import.meta.url))

interface Judged {
  readonly row: Row
  readonly verdict: 'fail' | 'unsure' | null
}

/** Markdown: a line a set, then the rows that are silent or accused. */
export async function unseenReport(names: readonly string[] = []): Promise<string> {
  const sets = readdirSync(at('.'))
    .flatMap((file) => (file.endsWith('.answers.br') ? [file.slice(0, -'.answers.br'.length)] : []))
    .filter((name) => names.length === 0 || names.includes(name))
  const parts: string[] = []
  for (const name of sets) {
    const { set, answer } = readSet(at(`${name}.answers.br`))
    const lines = await scanSet(set, answer)
    parts.push(
      partOf(
        name,
        rowsOf(at(`${name}.tsv`)).map((row) => judge(row, lines)),
      ),
    )
  }
  return parts.join('\n')
}

function judge(row: Row, lines: readonly FoundLine[]): Judged {
  const checks = (row.checks ?? '').split(',')
  const pattern = new RegExp(row.match ?? '$^')
  const verdicts = lines
    .filter(({ check }) => checks.includes(check))
    .filter((line) => pattern.test(wordsOf(line)))
    .map(({ verdict }) => verdict)
  const verdict = verdicts.includes('fail') ? 'fail' : verdicts.includes('unsure') ? 'unsure' : null
  return { row, verdict }
}

function wordsOf({ outcome, subject, message, pages, evidence }: FoundLine): string {
  const cited = (evidence ?? []).map(({ url, quote }) => `${url} ${quote ?? ''}`)
  return [outcome, subject, message, ...(pages ?? []), ...cited].join(' ')
}

function partOf(name: string, judged: readonly Judged[]): string {
  const defects = judged.filter(({ row }) => row.kind === 'D')
  const alike = judged.filter(({ row }) => row.kind === 'L')
  const of = (verdict: Judged['verdict']): readonly Judged[] =>
    defects.filter((one) => one.verdict === verdict)
  const share = (count: number): string =>
    `${((100 * count) / Math.max(1, defects.length)).toFixed(1)}%`
  const [told, asked, silent] = [of('fail').length, of('unsure').length, of(null)]
  const accused = alike.filter(({ verdict }) => verdict === 'fail')
  return [
    `${name}：问题 ${defects.length} 处，直接判定 ${told}（${share(told)}），提请人工 ${asked}，合计 ${share(told + asked)}；像问题而不是的 ${alike.length} 处，冤枉 ${accused.length} 处。`,
    '',
    ...silent.map(({ row }) => `- 未查出 · ${row.id} · ${row.what}`),
    ...accused.map(({ row }) => `- 冤枉 · ${row.id} · ${row.what}`),
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, name = '', port = '', asOf = '', ...named] = process.argv.slice(2)
  if (first !== '--record') console.log(await unseenReport(process.argv.slice(2)))
  else {
    const places = named.map((one) => one.split('='))
    const portals = places.flatMap(([unit = '', host]) =>
      host === undefined ? [] : [[unit, host] as const],
    )
    const hosts = places.map((place) => place.at(-1) ?? '')
    const count = await record({ portals, hosts, asOf }, Number(port), at(`${name}.answers.br`))
    console.log(`${count} 个答复`)
  }
}
