/**
 * Scans each mirrored site of ../shared/sites as a user would, and writes down what came of it: pages, columns with
 * their newest days, annual reports, findings by check, and the cost. It compares with nothing: the mirrors have no
 * labels, so the figures are for reading. `npm run bench:sites [folder…]`; a machine without the mirrors is told so.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, runMingcha } from './run-mingcha.ts'
import { mirroredSites, type ServedSite, SITES_ABSENT, serveSite } from './site-server.ts'

/** The parts of `site-view/1` and `finding/1` that the report shows. */
export interface SiteViewShape {
  readonly coverage: string
  readonly pages: {
    readonly fetched: number
    readonly blocked: number
    readonly failed: number
    readonly notVisited: Readonly<Record<string, number>>
  }
  readonly columns: readonly {
    readonly name: string
    readonly topic: { readonly value: string; readonly sureness: number } | null
    readonly url: string
    readonly kind: string
    readonly coverage: string
    readonly items: { readonly firstPage: number; readonly known: number }
    readonly newest: { readonly value: string } | null
    readonly empty: boolean
  }[]
  readonly annualReports: readonly {
    readonly year: number
    readonly title: string
    readonly url: string
    readonly publishedOn: { readonly value: string } | string | null
    readonly parts: readonly string[]
    readonly tables: string
  }[]
  readonly siteAnnualTables: readonly { readonly year: number; readonly url: string }[]
}

interface FindingShape {
  readonly mingcha: string
  readonly check: string
  readonly verdict?: string
  readonly outcome?: string
  readonly subject?: string
  readonly message?: string
  readonly pages?: readonly string[]
  readonly state?: string
  readonly reason?: string
}

export interface SiteResult {
  readonly served: Pick<ServedSite, 'site' | 'asOf' | 'homeUrl'>
  readonly exitCode: number
  readonly cost: Cost
  readonly view: SiteViewShape
  readonly lines: readonly FindingShape[]
}

/** Markdown for docs/accuracy.md; without the mirrors, one line saying so. */
export async function sitesReport(folders: readonly string[] = []): Promise<string> {
  const sites = mirroredSites()
  if (!sites) return `${SITES_ABSENT}\n`
  const wanted = sites.filter((site) => folders.length === 0 || folders.includes(site.folder))
  const parts: string[] = []
  for (const site of wanted) parts.push(reportOf(await scanSite(site.folder)))
  return parts.join('\n')
}

/** One scan of a mirrored site through the command line, with its exports. */
export async function scanSite(folder: string): Promise<SiteResult> {
  const served = await serveSite(folder)
  const work = mkdtempSync(join(tmpdir(), 'mingcha-sites-'))
  // Hosts beside the mirrored one are not here: asking for them would measure this machine's network.
  const config = join(work, 'mingcha.yaml')
  writeFileSync(config, 'budget:\n  maxExternalProbes: 0\n')
  const place = ['--db', join(work, 'site.db'), '--archive', join(work, 'archive'), '--quiet']
  place.push('--config', config)
  try {
    const scan = await runMingcha([
      'scan',
      ...['--url', served.homeUrl, '--resolve', served.resolve, '--as-of', served.asOf],
      ...[
        '--allow-private',
        '--no-browser',
        '--delay-ms',
        '2',
        '--max-minutes',
        '15',
        '--max-pages',
        '3000',
        ...place,
      ],
    ])
    const viewFile = join(work, 'site-view.json')
    const findingsFile = join(work, 'findings.jsonl')
    for (const [what, format, out] of [
      ['site-view', 'json', viewFile],
      ['findings', 'jsonl', findingsFile],
    ] as const) {
      const done = await runMingcha(['export', what, '--format', format, '--out', out, ...place])
      if (done.exitCode !== 0)
        throw new Error(
          `${folder}：export ${what} 退出码 ${done.exitCode}\n${done.stderr}${scan.stderr}`,
        )
    }
    return {
      served,
      exitCode: scan.exitCode,
      cost: scan.cost,
      view: firstView(JSON.parse(readFileSync(viewFile, 'utf8')) as unknown),
      lines: readFileSync(findingsFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as FindingShape),
    }
  } finally {
    await served.close()
    rmSync(work, { recursive: true, force: true })
  }
}

/** One portal gives one document; an export of several gives a list. */
function firstView(document: unknown): SiteViewShape {
  const first: unknown = Array.isArray(document) ? document[0] : document
  if (typeof first !== 'object' || first === null || !('columns' in first))
    throw new Error('site-view 导出里没有栏目')
  return first as SiteViewShape
}

function reportOf(result: SiteResult): string {
  const { served, view, cost } = result
  const { pages } = view
  const notVisited = Object.entries(pages.notVisited).map(([why, count]) => `${why} ${count}`)
  return [
    `### ${served.site.folder}（${served.site.cms}）`,
    '',
    `入口 ${served.homeUrl}，监测日 ${served.asOf}，退出码 ${result.exitCode}，覆盖 ${view.coverage}。`,
    `取得页面 ${pages.fetched}，被拦截 ${pages.blocked}（镜像缺的文件按 421 答复），失败 ${pages.failed}，未访问：${notVisited.join('，') || '无'}。`,
    `用时 ${cost.wallSeconds.toFixed(1)} 秒，CPU ${cost.cpuSeconds.toFixed(1)} 秒，内存峰值 ${cost.peakRssMegabytes.toFixed(0)} MB。`,
    `不能据此判断：${served.site.cannotJudge.join('；')}。`,
    '',
    columnTable(view),
    '',
    reportTable(view),
    '',
    findingTable(result.lines),
    '',
  ].join('\n')
}

/** Columns that hold dated items, newest first; the rest are counted. */
function columnTable(view: SiteViewShape): string {
  const dated = view.columns
    .filter((column) => column.newest !== null)
    .sort((a, b) => (b.newest?.value ?? '').localeCompare(a.newest?.value ?? ''))
  const shown = dated.slice(0, 30)
  const rest = view.columns.length - shown.length
  return [
    '| 栏目 | 类别 | 条目 | 最新日期 | 覆盖 |',
    '|---|---|---|---|---|',
    ...shown.map(
      (column) =>
        `| ${cell(column.name)} | ${column.topic?.value ?? ''} | ${column.items.known} | ${column.newest?.value ?? ''} | ${column.coverage} |`,
    ),
    '',
    `共识别栏目 ${view.columns.length} 个；另 ${rest} 个没有列出（没有日期，或在前 30 个之外）。`,
  ].join('\n')
}

function reportTable(view: SiteViewShape): string {
  if (view.annualReports.length === 0) return '年度报告：没有识别到。'
  const rows = [...view.annualReports].sort((a, b) => b.year - a.year)
  return [
    '| 年度 | 报告 | 发布日期 | 部分 | 表格 |',
    '|---|---|---|---|---|',
    ...rows.map((report) => {
      const day =
        typeof report.publishedOn === 'string'
          ? report.publishedOn
          : (report.publishedOn?.value ?? '')
      return `| ${report.year} | ${cell(report.title)} | ${day} | ${report.parts.length} | ${report.tables} |`
    }),
  ].join('\n')
}

const VERDICTS = ['pass', 'fail', 'unsure', 'not-applicable'] as const

function findingTable(lines: readonly FindingShape[]): string {
  const findings = lines.filter((line) => line.verdict !== undefined)
  const checks = [...new Set(findings.map((line) => line.check))].sort()
  const count = (check: string, verdict: string): number =>
    findings.filter((line) => line.check === check && line.verdict === verdict).length
  const undone = lines.filter((line) => line.mingcha.startsWith('check-state/'))
  return [
    `| 检查项 | ${VERDICTS.join(' | ')} |`,
    '|---|---|---|---|---|',
    ...checks.map((check) => `| ${check} | ${VERDICTS.map((v) => count(check, v)).join(' | ')} |`),
    ...undone.map((line) => `| ${line.check} | ${line.state}：${cell(line.reason ?? '')} | | | |`),
    '',
    ...findings
      .filter((line) => line.verdict === 'fail')
      .slice(0, 20)
      .map(
        (line) => `- ${line.check} ${line.outcome}：${cell(line.message ?? line.subject ?? '')}`,
      ),
  ].join('\n')
}

function cell(text: string): string {
  return text.replace(/[|\n]/g, ' ').slice(0, 160)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(await sitesReport(process.argv.slice(2)))
