/** `mingcha scan`: visits portals, keeps what it saw, checks it, and scores when schemes are named. */
import type { Command } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { loadRegistry, registryOfUrls } from '#catalog/registry'
import type { ResolveRule } from '#crawl/address-guard'
import { toScorecards1 } from '#export/shapes/scorecards'
import { planScan, type ScanTask } from '#jobs/scan'
import type { Portal, Registry } from '#model/portal'
import type { Store } from '#model/ports'
import type { RunPurpose } from '#model/run'
import { browserDoor } from '../browsing.ts'
import { assessed, CHECK_TITLES } from '../cohort.ts'
import {
  ALL_UNITS,
  amountOption,
  choiceOption,
  countOption,
  dayOption,
  newCommand,
  resolveOption,
  withCommon,
} from '../command-line.ts'
import type { Context, Host } from '../host.ts'
import { openRooms } from '../rooms.ts'
import { describeEnd, exitOf, type ScanEnd, scanPortals } from '../scanning.ts'
import { computeScores, printRanking, schemeOf } from '../scoring-run.ts'
import { budgetChange, type CommonOptions, PURPOSE_WORDS } from '../settings.ts'

interface ScanOptions extends CommonOptions {
  portals?: string
  skipBad?: boolean
  url?: string[]
  scheme?: string[]
  allUnits?: boolean
  asOf?: string
  purpose: RunPurpose
  maxPages?: number
  maxMinutes?: number
  delayMs?: number
  /** False after --no-browser. */
  browser: boolean
  allowPrivate?: boolean
  resolve?: ResolveRule[]
  resume?: boolean
  json?: boolean
}

export function scanCommand(host: Host): Command {
  const command = withCommon(
    newCommand('scan', '访问网站，存档、检查（可同时打分）', [
      'npx mingcha scan --url http://www.example.gov.cn/ --max-pages 200',
      'npx mingcha scan --portals 名录.xlsx --scheme suizhou-2023-website-departments --as-of 2023-12-31',
      'npx mingcha scan --resume',
    ]),
  )
    .option('--portals <文件>', '名录文件（CSV、XLSX 或 YAML）')
    .option('--skip-bad', '跳过名录里有错的行')
    .option('--url <url...>', '一个或几个首页网址')
    .option('--scheme <id...>', '扫描后按这些指标体系打分')
    .addOption(dayOption('--as-of <日期>', '以哪一天为准判断（默认当天）'))
    .addOption(choiceOption('--purpose <用途>', '运行用途', PURPOSE_WORDS).default('self-check'))
    .addOption(countOption('--max-pages <个>', '每站最多访问的页数', 1))
    .addOption(amountOption('--max-minutes <分钟>', '每站最多用时'))
    .addOption(countOption('--delay-ms <毫秒>', '同一主机两次访问的间隔', 0))
    .option('--no-browser', '不使用浏览器')
    .option('--allow-private', '允许访问内网与本机地址（检查内网站点或测试时用）')
    .addOption(resolveOption())
    .option('--all-units', ALL_UNITS)
    .option('--resume', '从中断处继续')
    .option('--json', '输出 scan/1 JSON')
  return host.bind<ScanOptions>(command, scan)
}

async function scan(context: Context, options: ScanOptions): Promise<ExitCode> {
  const { terminal } = context
  const given = registryFor(context, options)
  const schemes = (options.scheme ?? []).map((id) => schemeOf(id))
  const rooms = await openRooms(context, '扫描')
  const browsers = browserDoor(context, options.browser)
  try {
    const portals = given ? takeIn(rooms.store, given, options) : interruptedPortals(rooms.store)
    // Before the crawl: a table that is nobody's here would be told only hours later. A named address is the user's word.
    const units = options.url === undefined && !options.allUnits ? 'own' : 'all'
    for (const scheme of schemes) assessed(scheme, rooms.store.registry().agencies, units)
    const change = budgetChange({
      maxPages: options.maxPages,
      maxMinutes: options.maxMinutes,
      delayMs: options.delayMs,
    })
    const { tasks, done } = planScan(rooms.store, context.clock, {
      portals,
      purpose: options.purpose,
      asOf: options.asOf ?? null,
      budget: context.settings.budget(options.purpose, change),
      change,
      codeVersion: context.codeVersion,
      resume: options.resume ?? false,
    })
    for (const portal of done) terminal.say(`${portal.name}：上次已完成，跳过`)
    if (options.resume && !tasks.some((task) => task.resumed)) sayBegunAnew(terminal, tasks)
    const reach = { allowPrivate: options.allowPrivate ?? false, resolve: options.resolve ?? [] }
    const ends = await scanPortals(context, rooms, tasks, reach, browsers)
    const exit = exitOf(ends, context.signal.aborted)
    const scores = schemes.map((scheme) =>
      computeScores(context, rooms.store, scheme, {
        asOf: options.asOf ?? null,
        units,
        ...(options.url === undefined ? {} : { agencies: portals.map((one) => one.agencyId) }),
      }),
    )
    if (options.json) {
      terminal.print(
        JSON.stringify({ ...toScan1(ends), scores: scores.map(toScorecards1) }, null, 2),
      )
    } else {
      for (const end of ends) terminal.print(describeEnd(end))
      for (const card of scores) printRanking(terminal, card)
    }
    if (exit === EXIT.interrupted) {
      terminal.fault(
        ends.length > 0
          ? '已中断，已访问的部分已保存。用同样的命令加 --resume 继续。'
          : '已中断，还没有开始访问。要重新开始，再用一次同样的命令。',
      )
    }
    explain(context, ends)
    return exit
  } finally {
    await browsers.close()
    await rooms.close()
  }
}

/** Portals named by the user; null: those that an interrupted scan left. */
function registryFor(context: Context, options: ScanOptions): Registry | null {
  if (options.portals !== undefined && options.url !== undefined) {
    throw new AppError('usage', '--portals 与 --url 只能用一个。')
  }
  if (options.url !== undefined) return registryOfUrls(options.url)
  if (options.portals !== undefined) {
    const { registry, skipped, ignoredHeads } = loadRegistry(options.portals, {
      skipBad: options.skipBad ?? false,
    })
    if (ignoredHeads.length > 0)
      context.terminal.say(`名录中未使用的列：${ignoredHeads.join('、')}`)
    for (const line of skipped) context.terminal.fault(`跳过：${line}`)
    return registry
  }
  if (options.resume) return null
  throw new AppError(
    'usage',
    '没有说明要扫描哪些网站。请用 --portals 名录文件，或 --url 首页网址；--resume 单独使用可继续上次中断的扫描。',
  )
}

/** Saves the registry; an address given by hand stands for the portal that is already known by it. */
function takeIn(store: Store, given: Registry, options: ScanOptions): readonly Portal[] {
  if (options.url === undefined) {
    store.saveRegistry(given)
    return given.portals
  }
  const known = new Map(store.registry().portals.map((one) => [one.homeUrl, one]))
  const portals = given.portals.map((portal) => known.get(portal.homeUrl) ?? portal)
  const fresh = portals.filter((portal) => !known.has(portal.homeUrl))
  const owners = new Set(fresh.map((portal) => portal.agencyId))
  store.saveRegistry({
    agencies: given.agencies.filter((agency) => owners.has(agency.id)),
    portals: fresh,
  })
  return portals
}

function interruptedPortals(store: Store): Portal[] {
  const portals = store
    .registry()
    .portals.filter((portal) => store.runs({ portalId: portal.id })[0]?.state === 'interrupted')
  if (portals.length > 0) return portals
  throw new AppError('usage', '没有被中断的扫描可以继续。请用 --portals 或 --url 开始新的扫描。')
}

/** Who asked to go on must not be left to believe that an old run grows where a new one begins. */
function sayBegunAnew(terminal: Context['terminal'], tasks: readonly ScanTask[]): void {
  const [first] = tasks
  if (!first) return
  const { purpose, asOf } = first.run
  terminal.say(
    `没有被中断的扫描可以继续，开始新的扫描（用途 ${purpose}（${PURPOSE_WORDS[purpose]}），以 ${asOf} 为准判断；要改，用 --purpose 和 --as-of）。`,
  )
}

/** What could not be measured and why, for a person. */
function explain({ terminal }: Context, ends: readonly ScanEnd[]): void {
  const missing = new Map<string, string[]>()
  for (const end of ends) {
    if (end.state !== 'finished' || end.judgement.trouble !== null) continue
    for (const { check, reason } of end.judgement.unmeasured) {
      const line = `“${CHECK_TITLES.get(check) ?? check}”：${reason}`
      missing.set(line, [...(missing.get(line) ?? []), end.task.portal.name])
    }
  }
  for (const [line, portals] of missing) terminal.say(`未能检查${line}（${portals.join('、')}）`)
}

function toScan1(ends: readonly ScanEnd[]): object {
  return {
    mingcha: 'scan/1',
    runs: ends.map((end) => ({
      run: end.task.run.id,
      portal: {
        id: end.task.portal.id,
        name: end.task.portal.name,
        url: end.task.portal.homeUrl,
      },
      asOf: end.task.run.asOf,
      resumed: end.task.resumed,
      state: end.state,
      ...(end.state === 'finished' ? { ...end.judgement } : {}),
      ...(end.state === 'failed'
        ? { error: end.error instanceof Error ? end.error.message : String(end.error) }
        : {}),
    })),
  }
}
