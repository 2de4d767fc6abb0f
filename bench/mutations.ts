/**
 * False accusations and misses by change of dress: the golden portals, whose faults are planned, served once more with
 * other words, other markup, other addresses and other surroundings that mean the same to a reader, scanned by the
 * program as a user runs it, and compared with the plan. `npm run bench:mutations [-- --detail] [--full] [ids…]`: each
 * mutation on two portals by turns, on all five with `--full` or by its id. A planned finding counts by its check and
 * subject; what a change honestly hides from us may become a question, never a fault.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import type { Expectation } from '../fixtures/portals/expected.ts'
import type { GeneratedPortal } from '../fixtures/portals/generate.ts'
import type { LoopbackAnswer } from '../fixtures/portals/loopback.ts'
import { GOLDEN_PLANS, type PortalPlan } from '../fixtures/portals/plan.ts'
import { placeArgs, scanPlans } from './golden-scan.ts'
import { changed, lackingAsNumbers, type Page, rollOf } from './mutations/page.ts'
import { MUTATIONS, type Mutation } from './mutations/table.ts'
import { runMingcha } from './run-mingcha.ts'

interface Line {
  readonly portal: { readonly id: string } | string
  readonly check: string
  readonly outcome: string
  readonly verdict: 'pass' | 'fail' | 'unsure' | 'not-applicable'
  readonly subject: string
  readonly message: string
  readonly downgraded: unknown
}

/** What went otherwise than planned; each a line for reading. */
interface Result {
  readonly accused: string[]
  readonly missed: string[]
  readonly asked: string[]
  readonly extra: string[]
  readonly unasked: string[]
  readonly doubted: string[]
}

const CONFIG = 'params:\n  volume/items-short: { target: 120 }\n'

/** The plan with other names for its columns. */
function withNames(plan: PortalPlan, names: ReadonlyMap<string, string>): PortalPlan {
  const columns = plan.columns.map((column) => ({
    ...column,
    name: names.get(column.name) ?? column.name,
  }))
  return { ...plan, columns }
}

export function answering(dress: ReadonlyMap<string, Mutation>) {
  return (portal: GeneratedPortal, asked: string, query: string): LoopbackAnswer => {
    const mutation = dress.get(portal.plan.id)
    if (mutation === undefined) return portal.answer(asked, query)
    const path = mutation.rewriting?.route?.(asked, query) ?? asked
    const answer = portal.answer(path, query)
    const type = answer.headers['content-type'] ?? ''
    if (answer.status !== 200 || !/html|xml/.test(type) || answer.body.byteLength === 0)
      return answer
    const known =
      portal.htmlPaths.includes(path) ||
      portal.htmlPaths.includes(path.replace(/index\.html?$/, ''))
    if (!known && !/^<\?xml/.test(new TextDecoder().decode(answer.body.subarray(0, 5))))
      return answer
    const charset = portal.plan.markup === 'gbk' ? 'gbk' : 'utf-8'
    const html = iconv.decode(Buffer.from(answer.body), charset)
    const page: Page = {
      host: portal.plan.host,
      portal,
      path,
      article: portal.articles.find((article) => article.path === path) ?? null,
      home: path === portal.plan.homePath,
      roll: rollOf(mutation.id, path),
    }
    const changes = [
      ...(mutation.changes ?? []),
      ...(mutation.rewriting ? [mutation.rewriting.change] : []),
    ]
    let text =
      changes.length === 0
        ? html
        : changed(html, page, ($, ...rest) => {
            for (const change of changes) change($, ...rest)
          })
    if (mutation.renamed) text = typesRenamed(text, portal.plan)
    if (mutation.text) text = mutation.text(text, page)
    const written = lackingAsNumbers(text, charset)
    return mutation.sent?.(text, answer) ?? { ...answer, body: iconv.encode(written, charset) }
  }
}

/** The tag that tells a column's class says the column's name: what else would a template know. */
function typesRenamed(html: string, plan: PortalPlan): string {
  const name = /name=["']ColumnName["'] content=["']([^"']*)/i.exec(html)?.[1]
  if (name === undefined || !plan.columns.some((column) => column.name === name)) return html
  return html.replace(/(name=["']ColumnType["'] content=["'])[^"']*/i, `$1${name}`)
}

/** Each portal in its own dress, all in one scan. */
async function scanned(dress: ReadonlyMap<string, Mutation>): Promise<readonly Line[]> {
  const work = mkdtempSync(join(tmpdir(), 'mingcha-mutations-'))
  const plans = GOLDEN_PLANS.flatMap((plan) => {
    const mutation = dress.get(plan.id)
    return mutation ? [withNames(plan, mutation.renamed?.(plan) ?? new Map())] : []
  })
  try {
    const place = await scanPlans(work, plans, answering(dress), CONFIG)
    const out = join(work, 'findings.jsonl')
    const done = await runMingcha([
      ...['export', 'findings', '--format', 'jsonl', '--out', out],
      ...[...placeArgs(place), '--config', join(work, 'mingcha.yaml')],
    ])
    if (done.exitCode !== 0) throw new Error(`export ${done.exitCode}\n${done.stderr}`)
    const lines = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"mingcha":"finding/'))
      .map((line) => JSON.parse(line) as Line)
    return lines
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function comparePortal(
  mutation: Mutation,
  plan: PortalPlan,
  lines: readonly Line[],
  result: Result,
): void {
  const file = new URL(`../fixtures/portals/expected/${plan.id}.json`, import.meta.url)
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Expectation
  const names = mutation.renamed?.(plan) ?? new Map<string, string>()
  const back = new Map([...names].map(([from, to]) => [to, from]))
  const plain = mutation.rewriting?.plain ?? ((text: string) => text)
  const own = lines
    .filter(
      (line) => (typeof line.portal === 'string' ? line.portal : line.portal.id) === plan.siteCode,
    )
    .map((line) => ({ ...line, subject: plain(line.subject) }))
  const keys = (check: string, said: string): readonly string[] => {
    const subject = plain(said)
    return [subject, names.get(subject), back.get(subject)].map(
      (one) => `${check} ${one ?? subject}`,
    )
  }
  const planned = new Map(
    expected.findings.map((one) => [`${one.check} ${plain(one.subject)}`, one.verdict]),
  )
  const hides = (check: string): boolean => mutation.hides?.includes(check) === true
  const told = (line: Line): string =>
    `${plan.id} · ${line.check} ${line.outcome}/${line.verdict} ${line.subject}：${line.message}`
  for (const line of own) {
    const verdict = keys(line.check, line.subject)
      .map((key) => planned.get(key))
      .find((one) => one !== undefined)
    if (line.verdict === 'fail' && verdict !== 'fail') result.accused.push(told(line))
    if (line.verdict === 'unsure' && verdict === undefined && !hides(line.check))
      result.extra.push(told(line))
  }
  const given = (check: string, subject: string): Line | undefined => {
    const found = own.filter(
      (line) => line.check === check && keys(check, subject).includes(`${check} ${line.subject}`),
    )
    return (
      found.find((line) => line.verdict === 'fail') ??
      found.find((line) => line.verdict === 'unsure') ??
      found[0]
    )
  }
  for (const one of expected.findings) {
    const line = given(one.check, one.subject)
    if (line?.verdict === one.verdict || hides(one.check)) continue
    const what = `${plan.id} · ${one.check} ${one.outcome}/${one.verdict} ${one.subject} → ${
      line
        ? `${line.outcome}/${line.verdict} ${line.message} ${line.downgraded ? JSON.stringify(line.downgraded) : ''}`
        : '没有结论'
    }`
    if (one.verdict === 'unsure') {
      if (line?.verdict !== 'fail') result.unasked.push(what)
    } else if (line?.verdict === 'unsure') result.asked.push(what)
    else result.missed.push(what)
  }
  for (const one of expected.passes) {
    const line = given(one.check, one.subject)
    if (line?.verdict === 'pass' || line?.verdict === 'fail' || hides(one.check)) continue
    result.doubted.push(
      `${plan.id} · ${one.check} ${one.outcome} ${one.subject} → ${line ? `${line.outcome}/${line.verdict} ${line.message}` : '没有结论'}`,
    )
  }
}

function emptyResult(): Result {
  return { accused: [], missed: [], asked: [], extra: [], unasked: [], doubted: [] }
}

const COLUMNS: readonly (readonly [keyof Result, string])[] = [
  ['accused', '冤枉'],
  ['missed', '漏报'],
  ['asked', '该判而问'],
  ['extra', '多问'],
  ['unasked', '该问没问'],
  ['doubted', '该通过未通过'],
]

/** Which portals show which mutation: by turns two, or all. */
function tasksOf(
  ids: readonly string[],
  full: boolean,
): ReadonlyMap<Mutation, readonly PortalPlan[]> {
  const wanted = MUTATIONS.filter((one) => ids.length === 0 || ids.includes(one.id))
  const two = (at: number): PortalPlan[] =>
    [0, 1].flatMap((k) => GOLDEN_PLANS[(at * 2 + k) % GOLDEN_PLANS.length] ?? [])
  return new Map(wanted.map((one, at) => [one, full || ids.length > 0 ? GOLDEN_PLANS : two(at)]))
}

async function main(args: readonly string[]): Promise<void> {
  const ids = args.filter((arg) => !arg.startsWith('--'))
  const unknown = ids.filter((id) => !MUTATIONS.some((one) => one.id === id))
  if (unknown.length > 0) throw new Error(`没有这个变换：${unknown.join('、')}`)
  const tasks = tasksOf(ids, args.includes('--full'))
  const left = new Map([...tasks].map(([mutation, plans]) => [mutation, new Set(plans)]))
  const results = new Map([...tasks.keys()].map((mutation) => [mutation, emptyResult()]))
  const totals = emptyResult()
  const head = `| 变换 | 网站 | ${COLUMNS.map(([, name]) => name).join(' | ')} |`
  process.stdout.write(`${head}\n|---|---:|${COLUMNS.map(() => '---:|').join('')}\n`)
  while (left.size > 0) {
    const dress = new Map<string, Mutation>()
    for (const [mutation, plans] of left)
      for (const plan of plans) if (!dress.has(plan.id)) dress.set(plan.id, mutation)
    const lines = await scanned(dress)
    for (const plan of GOLDEN_PLANS) {
      const mutation = dress.get(plan.id)
      const result = mutation && results.get(mutation)
      if (mutation === undefined || result === undefined) continue
      comparePortal(mutation, plan, lines, result)
      left.get(mutation)?.delete(plan)
    }
    for (const [mutation, plans] of left) {
      if (plans.size > 0) continue
      left.delete(mutation)
      const result = results.get(mutation) ?? emptyResult()
      for (const [key] of COLUMNS) totals[key].push(...result[key])
      print(`${mutation.what}（${mutation.id}）`, tasks.get(mutation)?.length ?? 0, result)
      if (args.includes('--detail')) printDetail(result)
    }
  }
  print('合计', [...tasks.values()].flat().length, totals)
}

function print(what: string, portals: number, result: Result): void {
  const cells = COLUMNS.map(([key]) => result[key].length)
  process.stdout.write(`| ${what} | ${portals} | ${cells.join(' | ')} |\n`)
}

function printDetail(result: Result): void {
  for (const [key, name] of COLUMNS)
    for (const line of result[key]) process.stdout.write(`  - ${name} · ${line}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
