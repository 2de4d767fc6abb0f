/**
 * Findings on the mirrored sites against what a person read there. Recall: the real defects of bench/labels/defects.tsv,
 * labelled before the checks that must find them were run. Truth: every `fail` finding drawn for reading by eye must be
 * in bench/labels/fails-read.tsv with a person's verdict, and none may be false. `npm run bench:defects`; with `--draw N`
 * it prints N `fail` findings that nobody has read yet (a seeded draw), as rows to be filled in.
 */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { labelled, type Row } from './labels.ts'
import { mirroredSites, SITES_ABSENT } from './site-server.ts'
import { type SiteResult, scanSite } from './sites.ts'

type Line = SiteResult['lines'][number]

/** Share of the labelled defects that issue 7 asks to be found. */
const RECALL_BAR = 0.9

interface Scanned {
  readonly site: string
  readonly line: Line
}

/** Markdown for docs/accuracy.md; without the mirrors, one line saying so. */
export async function defectsReport(): Promise<string> {
  if (mirroredSites() === null) return `${SITES_ABSENT}\n`
  const found = await scanned()
  return [recallPart(found), '', truthPart(found)].join('\n')
}

async function scanned(): Promise<Scanned[]> {
  const all: Scanned[] = []
  for (const { folder } of mirroredSites() ?? []) {
    const { lines } = await scanSite(folder)
    all.push(...lines.map((line) => ({ site: folder, line })))
  }
  return all
}

function recallPart(all: readonly Scanned[]): string {
  const labels = labelled('defects.tsv')
  const states = labels.map((label) => ({ label, verdict: verdictFor(label, all) }))
  const hit = states.filter(({ verdict }) => verdict !== null).length
  const firm = states.filter(({ verdict }) => verdict === 'fail').length
  const share = labels.length === 0 ? 0 : hit / labels.length
  return [
    `先标注的真实问题 ${labels.length} 处，查出 ${hit} 处（${percent(share)}，要求 ≥ ${percent(RECALL_BAR)}，${share >= RECALL_BAR ? '达标' : '未达标'}）；其中直接判定 ${firm} 处，提请人工判断 ${hit - firm} 处。`,
    '',
    ...states
      .filter(({ verdict }) => verdict === null)
      .map(({ label }) => `- 未查出 · ${label.site} · ${label.path}：${label.what}`),
  ].join('\n')
}

/** `fail` before `unsure`; null when no finding of the label's checks speaks of it. */
function verdictFor(label: Row, all: readonly Scanned[]): 'fail' | 'unsure' | null {
  const checks = (label.checks ?? '').split(',')
  const pattern = new RegExp(label.match ?? '')
  const verdicts = all
    .filter(({ site, line }) => site === label.site && checks.includes(line.check))
    .filter(({ line }) => pattern.test(`${line.subject} ${line.message} ${line.pages?.join(' ')}`))
    .map(({ line }) => line.verdict)
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.includes('unsure') ? 'unsure' : null
}

function truthPart(all: readonly Scanned[]): string {
  const read = new Map(labelled('fails-read.tsv').map((row) => [keyOf(row), row.verdict ?? '']))
  const fails = all.filter(({ line }) => line.verdict === 'fail')
  const verdicts = fails.map((one) => read.get(keyOf(rowOf(one))) ?? null)
  const isFalse = fails.filter((_, index) => verdicts[index] === 'false')
  const known = verdicts.filter((verdict) => verdict !== null).length
  return [
    `判为不通过的结论 ${fails.length} 条，人工逐条看过 ${known} 条，其中错误 ${isFalse.length} 条（要求 0）。`,
    '',
    ...isFalse.map(({ site, line }) => `- 错判 · ${site} · ${line.check} ${line.subject}`),
  ].join('\n')
}

/** Fail findings that nobody has read, in an order that does not depend on their names. */
function drawn(all: readonly Scanned[], count: number): string[] {
  const read = new Set(labelled('fails-read.tsv').map(keyOf))
  return all
    .filter(({ line }) => line.verdict === 'fail')
    .filter((one) => !read.has(keyOf(rowOf(one))))
    .sort((a, b) => seed(a).localeCompare(seed(b)))
    .slice(0, count)
    .map((one) => [...Object.values(rowOf(one)), one.line.message, one.line.pages?.[0]].join('\t'))
}

function seed(one: Scanned): string {
  return createHash('sha256')
    .update(keyOf(rowOf(one)))
    .digest('hex')
}

function rowOf({ site, line }: Scanned): Row {
  return { site, check: line.check, outcome: line.outcome ?? '', subject: line.subject ?? '' }
}

function keyOf(row: Row): string {
  return [row.site, row.check, row.outcome, row.subject].join(' ')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--draw')
  if (at < 0) console.log(await defectsReport())
  else console.log(drawn(await scanned(), Number(process.argv[at + 1] ?? 100)).join('\n'))
}
