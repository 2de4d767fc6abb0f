/** `mingcha export`: findings, site views, scorecards and evidence as files. */
import { type Command, Option } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { checks } from '#checks/index'
import { findingsCsv, findingsJsonl, type OwnerOf } from '#export/findings'
import { type LedgerInput, ledgerCsv, ledgerSheets } from '#export/ledger'
import { type Chunks, writeOutput } from '#export/output'
import { scoreSheets } from '#export/score-workbook'
import { scoresCsv } from '#export/scores'
import { toScorecards1 } from '#export/shapes/scorecards'
import { toSiteView1 } from '#export/shapes/site-view'
import { type Sheet, workbookBytes } from '#export/workbook'
import type { FindingView } from '#model/finding'
import type { Store } from '#model/ports'
import type { Run } from '#model/run'
import { schemeCoverage } from '#scoring/coverage'
import { CHECK_TITLES } from '../cohort.ts'
import { ALL_UNITS, dayOption, newCommand, withCommon } from '../command-line.ts'
import { evidencePack } from '../evidence-pack.ts'
import type { Context, Host } from '../host.ts'
import { siteViewOf } from '../judging.ts'
import { openExistingStore, readingRooms, topicNamer } from '../rooms.ts'
import { computeScores, schemeOf } from '../scoring-run.ts'
import type { CommonOptions } from '../settings.ts'

interface ExportOptions extends CommonOptions {
  format?: string
  out?: string
  scheme?: string
  agency?: string[]
  run?: string[]
  asOf?: string
  strict?: boolean
  allUnits?: boolean
  finding?: string[]
  withPersonalData?: boolean
}

/** What this version can write; the first format is the default. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  findings: ['jsonl', 'csv'],
  'site-view': ['json'],
  scores: ['json', 'csv', 'xlsx'],
  ledger: ['xlsx', 'csv'],
  evidence: ['wacz'],
}
const LATER = ['report']

export function exportCommand(host: Host): Command {
  const command = withCommon(
    newCommand('export', '导出检查结果、网站视图、得分', [
      'npx mingcha export findings --format jsonl --out findings.jsonl',
      'npx mingcha export site-view --run 20231220-0f3a9c11d2e4 --out view.json',
      'npx mingcha export scores --scheme suizhou-2023-website-departments --format xlsx --out 得分.xlsx',
      'npx mingcha export ledger --scheme suizhou-2023-website-departments --format xlsx --out 台账.xlsx',
      'npx mingcha export evidence --agency lyj --out 证据.wacz',
    ]),
  )
    .argument(
      '<内容>',
      'findings（检查结果）、site-view（网站视图）、scores（得分）、ledger（问题台账）或 evidence（证据包）',
    )
    .option(
      '--format <格式>',
      'findings：jsonl、csv；site-view：json；scores：json、csv、xlsx；ledger：xlsx、csv；evidence：wacz',
    )
    .addOption(new Option('--out <文件>', '写到哪个文件；- 或不写为标准输出'))
    .option('--scheme <编号>', '指标体系（scores 需要）')
    .option('--agency <id...>', '只导出这些单位')
    .option('--run <id...>', '只导出这些运行（默认每个网站最近一次完成的运行）')
    .addOption(dayOption('--as-of <日期>', '取该日及以前最近一次完成的运行'))
    .option('--strict', 'scores：只用原文规则')
    .option('--all-units', `scores、ledger：${ALL_UNITS}`)
    .option('--finding <id...>', 'evidence：只要这些检查结果的证据')
    .option('--with-personal-data', 'evidence：含个人信息的页面也原样放入（默认剔除并列出）')
  return host.bind<ExportOptions>(command, exportFiles)
}

async function exportFiles(
  context: Context,
  options: ExportOptions,
  args: string[],
): Promise<ExitCode> {
  const what = args[0] ?? ''
  const formats = FORMATS[what]
  if (formats === undefined) {
    throw new AppError(
      'usage',
      LATER.includes(what)
        ? `本版本还不能导出 ${what}。现在可以导出：${Object.keys(FORMATS).join('、')}。`
        : `不知道要导出什么：“${what}”。可以导出：${Object.keys(FORMATS).join('、')}。`,
    )
  }
  const format = options.format ?? formats[0] ?? ''
  if (!formats.includes(format)) {
    throw new AppError(
      'usage',
      `本版本的 ${what} 不能导出为 ${format}。可用格式：${formats.join('、')}。`,
    )
  }
  const store = await openExistingStore(context)
  try {
    await write(context, options.out, contentOf(context, store, what, format, options))
    return EXIT.done
  } finally {
    store.close()
  }
}

function contentOf(
  context: Context,
  store: Store,
  what: string,
  format: string,
  options: ExportOptions,
): Chunks {
  if (what === 'evidence') return evidence(context, store, options)
  if (options.finding !== undefined || options.withPersonalData) {
    throw new AppError('usage', '--finding 与 --with-personal-data 只用于导出 evidence。')
  }
  if (what === 'ledger') return ledger(context, store, format, options)
  if (what === 'scores') {
    if (options.scheme === undefined) {
      throw new AppError(
        'usage',
        '导出得分要用 --scheme 说明指标体系。mingcha schemes list 可查看。',
      )
    }
    if (options.run !== undefined) {
      throw new AppError(
        'usage',
        '得分按每个网站最近一次完成的运行计算，不能用 --run；可用 --as-of。',
      )
    }
    const scheme = schemeOf(options.scheme)
    const scorecards = computeScores(context, store, scheme, {
      asOf: options.asOf ?? null,
      strict: options.strict ?? false,
      units: options.allUnits ? 'all' : 'own',
      save: false,
      ...(options.agency === undefined ? {} : { agencies: knownAgencies(store, options.agency) }),
    })
    if (format === 'xlsx') {
      const cited = new Map(
        scorecards.cards
          .flatMap((card) => card.indicators.flatMap((one) => one.criteria))
          .flatMap((one) => one.findings)
          .flatMap((id) => [...store.findings({ id })].map((finding) => [id, finding] as const)),
      )
      const sheets = scoreSheets({
        scorecards,
        scheme,
        coverage: schemeCoverage(scheme),
        findings: cited,
      })
      return workbook(context, sheets)
    }
    const published = toScorecards1(scorecards)
    return format === 'csv'
      ? scoresCsv(published)
      : [
          `${JSON.stringify(published, null, 2)}
`,
        ]
  }
  const runs = chosenRuns(store, options)
  if (what === 'findings') {
    const findings = findingsOf(store, runs)
    if (format === 'csv') {
      return findingsCsv(findings, ownerOf(store), (id) => CHECK_TITLES.get(id) ?? id)
    }
    return findingsJsonl(
      findings,
      runs.flatMap((run) => [...store.checkStates(run.id)]),
      ownerOf(store),
    )
  }
  return siteViews(store, runs)
}

async function* workbook(context: Context, sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  yield await workbookBytes(sheets, new Date(context.clock.now()))
}

async function* evidence(
  context: Context,
  store: Store,
  options: ExportOptions,
): AsyncGenerator<Uint8Array> {
  const named = options.finding?.map((id) => {
    const [finding] = store.findings({ id })
    if (finding) return finding
    throw new AppError('unknown-id', `没有检查结果 ${id}。用 mingcha export findings 查看编号。`)
  })
  const inRuns = named && [...new Set(named.map((one) => one.run))]
  const runs = chosenRuns(store, { ...options, ...(inRuns ? { run: inRuns } : {}) })
  const findings = named?.filter((one) => runs.some((run) => run.id === one.run)) ?? [
    ...findingsOf(store, runs),
  ]
  const withPersonalData = options.withPersonalData ?? false
  const input = { store, runs, findings, ownerOf: ownerOf(store), withPersonalData }
  yield await evidencePack(context, input)
}

/** 问题台账 of the chosen runs; with `--scheme` each problem names the indicators it prices. */
function ledger(context: Context, store: Store, format: string, options: ExportOptions): Chunks {
  const runs = chosenRuns(store, options)
  const priced = new Map<string, string[]>()
  if (options.scheme !== undefined) {
    const { cards } = computeScores(context, store, schemeOf(options.scheme), {
      asOf: options.asOf ?? null,
      units: options.allUnits ? 'all' : 'own',
      save: false,
    })
    for (const indicator of cards.flatMap((card) => card.indicators)) {
      for (const id of indicator.criteria.flatMap((one) => one.findings)) {
        const names = priced.get(id) ?? []
        const name = indicator.path.join(' › ')
        if (!names.includes(name)) priced.set(id, [...names, name])
      }
    }
  }
  const titles = new Map(
    runs.map((run) => [
      run.id,
      new Map(
        [...store.pages(run.id)].flatMap(({ capture, page }) => [
          [capture.url, page.title ?? page.headTitle] as const,
          [page.url, page.title ?? page.headTitle] as const,
        ]),
      ),
    ]),
  )
  const input: LedgerInput = {
    findings: findingsOf(store, runs),
    ownerOf: ownerOf(store),
    checks,
    indicatorsOf: (id) => priced.get(id) ?? [],
    pageTitle: (finding, url) => titles.get(finding.run)?.get(url) ?? null,
  }
  if (format === 'csv') return ledgerCsv(input)
  const day =
    runs
      .map((run) => run.asOf)
      .sort()
      .at(-1) ?? ''
  return workbook(context, ledgerSheets(input, `政府网站问题台账（截至 ${day}）`))
}

/** One view is a document, several are a list of documents. */
function siteViews(store: Store, runs: readonly Run[]): Chunks {
  const rooms = readingRooms(store)
  const topicName = topicNamer(rooms.lexicon)
  const views = runs.map((run) => {
    const owner = ownerOf(store)(run.portalId)
    return toSiteView1(siteViewOf(rooms, { run, ...owner }), topicName)
  })
  return [`${JSON.stringify(views.length === 1 ? views[0] : views, null, 2)}\n`]
}

function* findingsOf(store: Store, runs: readonly Run[]): Generator<FindingView> {
  for (const run of runs) yield* store.findings({ runs: [run.id] })
}

function chosenRuns(store: Store, options: ExportOptions): Run[] {
  const agencies = options.agency === undefined ? null : knownAgencies(store, options.agency)
  const portals = store
    .registry()
    .portals.filter((portal) => agencies === null || agencies.includes(portal.agencyId))
  const own = new Set(portals.map((portal) => portal.id))
  const runs =
    options.run === undefined
      ? portals.flatMap((portal) => store.latestRun(portal.id, options.asOf) ?? [])
      : options.run.map((id) => finishedRun(store, id)).filter((run) => own.has(run.portalId))
  if (runs.length > 0) return runs
  throw new AppError(
    'unknown-id',
    '没有符合条件的已完成运行。请先用 mingcha scan 扫描，或放宽条件。',
  )
}

function finishedRun(store: Store, id: string): Run {
  const run = store.run(id)
  if (run?.state === 'finished') return run
  throw new AppError(
    'unknown-id',
    run
      ? `运行 ${id} 没有完成，还没有可导出的结果。请先用 mingcha scan --resume 完成它。`
      : `没有运行 ${id}。用 mingcha portals show 网站编号 查看历次运行。`,
  )
}

function knownAgencies(store: Store, ids: readonly string[]): readonly string[] {
  const known = new Set(store.registry().agencies.map((agency) => agency.id))
  const strange = ids.filter((id) => !known.has(id))
  if (strange.length === 0) return ids
  throw new AppError(
    'unknown-id',
    `没有单位 ${strange.join('、')}。用 mingcha portals list 查看现有单位与网站。`,
  )
}

function ownerOf(store: Store): OwnerOf {
  const owners = new Map<string, ReturnType<OwnerOf>>()
  return (id) => {
    const owner = owners.get(id) ?? store.portal(id)
    if (!owner) throw new Error(`portal ${id} is not in the registry`)
    owners.set(id, owner)
    return owner
  }
}

async function write(
  { terminal }: Context,
  out: string | undefined,
  chunks: Chunks,
): Promise<void> {
  if (out === undefined || out === '-') {
    for await (const chunk of chunks) {
      if (typeof chunk !== 'string') {
        throw new AppError(
          'usage',
          '工作簿和证据包不能写到终端，请用 --out 指定文件名，例如 --out 得分.xlsx。',
        )
      }
      await terminal.write(chunk)
    }
    return
  }
  await writeOutput(out, chunks)
  terminal.say(`已写入 ${out}`)
}
