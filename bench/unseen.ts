/**
 * Portals by another hand against the plans of their authors (bench/unseen): what is told, what is asked, what is passed
 * over in silence, which look-alikes are accused. `npm run bench:unseen [set…]`; `--dress [mutation…]` shows the sets in
 * other dress and lists what is lost and who is accused for it; `--record SET PORT as-of 单位=host host…` keeps what the
 * author's server answers. The plans were judged by people (helpers) once; a row names the checks that may answer
 * it and a pattern over the finding, as bench/labels/defects.tsv does.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Row, rowsOf } from './labels.ts'
import { DRESSES, dressed } from './unseen-dress.ts'
import { type FoundLine, readSet, record, scanSet } from './unseen-set.ts'

const at = (name: string): string => fileURLToPath(new URL(`unseen/${name}`, import.meta.url))

interface Judged {
  readonly row: Row
  readonly verdict: 'fail' | 'unsure' | null
}

function setsNamed(names: readonly string[]): readonly string[] {
  return readdirSync(at('.'))
    .flatMap((file) => (file.endsWith('.answers.br') ? [file.slice(0, -'.answers.br'.length)] : []))
    .filter((name) => names.length === 0 || names.includes(name))
}

/** Markdown: a line a set, then the rows that are silent or accused. */
export async function unseenReport(names: readonly string[] = []): Promise<string> {
  const parts: string[] = []
  for (const name of setsNamed(names)) {
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

/** Prints a line a mutation: rows lost, rows only asked, accusations that the set as it was written does not bring. */
async function dressReport(names: readonly string[], ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !DRESSES.some((one) => one.id === id))
  if (unknown.length > 0) throw new Error(`没有这个变换：${unknown.join('、')}`)
  const plain = new Map<string, readonly FoundLine[]>()
  for (const name of setsNamed(names)) {
    const { set, answer } = readSet(at(`${name}.answers.br`))
    plain.set(name, await scanSet(set, answer))
  }
  for (const mutation of DRESSES.filter(({ id }) => ids.length === 0 || ids.includes(id)))
    for (const [name, before] of plain) {
      const { set, answer } = readSet(at(`${name}.answers.br`))
      const after = await scanSet(set, dressed(answer, mutation))
      console.log(changeOf(`${mutation.id} ${name}（${mutation.what}）`, name, before, after))
    }
}

function changeOf(
  title: string,
  name: string,
  before: readonly FoundLine[],
  after: readonly FoundLine[],
): string {
  const rows = rowsOf(at(`${name}.tsv`)).filter(({ kind }) => kind === 'D')
  const changes = rows.flatMap((row) => {
    const [was, is] = [judge(row, before).verdict, judge(row, after).verdict]
    if (was === is || was === null || is === 'fail') return []
    return [`  - ${is === null ? '丢了' : '只问'} · ${row.id} ${row.checks} ${row.what}`]
  })
  const key = ({ check, outcome, subject }: FoundLine): string => `${check} ${outcome} ${subject}`
  const known = new Set(before.filter(({ verdict }) => verdict === 'fail').map(key))
  const fresh = after
    .filter((line) => line.verdict === 'fail' && !known.has(key(line)))
    .map((line) => `  - 新判 · ${key(line)}：${line.message} ${line.evidence?.[0]?.url ?? ''}`)
  return [
    `- ${title}：丢或只问 ${changes.length}，新判 ${fresh.length}`,
    ...changes,
    ...fresh,
  ].join('\n')
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
  const words = process.argv.slice(2).filter((word) => word !== first)
  const sets = setsNamed([])
  if (first === '--dress')
    await dressReport(
      words.filter((word) => sets.includes(word)),
      words.filter((word) => !sets.includes(word)),
    )
  else if (first !== '--record') console.log(await unseenReport(process.argv.slice(2)))
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
