/** `mingcha score`: scorecards of the latest runs under one scheme or composite; suppositions and publishing. */

import { type Command, Option } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { loadScoreInputs } from '#catalog/inputs/score-inputs'
import { isSupposition } from '#catalog/inputs/supposition'
import { registryRemarks } from '#catalog/registry-fit'
import { toComposites1 } from '#export/shapes/results'
import { toScorecards1 } from '#export/shapes/scorecards'
import type { Portal } from '#model/portal'
import type { Store } from '#model/ports'
import type { Composite } from '#model/scheme'
import type { Scorecards } from '#model/scorecard'
import { compositeScheme } from '#scoring/composite'
import { assessed, type Units } from '../cohort.ts'
import { ALL_UNITS, dayOption, newCommand, withCommon } from '../command-line.ts'
import { computeComposite, printComposite } from '../composite-run.ts'
import type { Context, Host } from '../host.ts'
import { printMoves } from '../moves.ts'
import {
  type PublishChoices,
  publishCompositeScores,
  publishScores,
  type Written,
} from '../publishing.ts'
import { openExistingStore } from '../rooms.ts'
import { allComposites, allSchemes, computeScores, printRanking, schemeOf } from '../scoring-run.ts'
import type { CommonOptions } from '../settings.ts'
import type { Terminal } from '../terminal.ts'
import { computeCompositeWhatIf, computeWhatIf, printWhatIf } from '../what-if.ts'
import { methodOf } from './scheme-tools.ts'

interface ScoreOptions extends CommonOptions {
  scheme: string
  strict?: boolean
  asOf?: string
  inputs?: string
  method?: string
  whatIf?: string
  publish?: string
  by?: string
  reason?: string
  allowOpen?: boolean
  allUnits?: boolean
  json?: boolean
}

export function scoreCommand(host: Host): Command {
  const command = withCommon(
    newCommand('score', '按指标体系打分', [
      'npx mingcha score --scheme suizhou-2023-website-departments',
      'npx mingcha score --scheme suizhou-2023-website-departments --strict --json',
      'npx mingcha score --scheme luan-2018-pilot --inputs 录入表.xlsx --publish 公布 --by 市政务公开办',
    ]),
  )
    .addOption(new Option('--scheme <编号>', '指标体系或汇总').makeOptionMandatory())
    .option('--strict', '只用原文规则，不用本地补充的规则')
    .addOption(dayOption('--as-of <日期>', '取该日及以前最近一次完成的运行'))
    .option('--inputs <文件>', '人工打分与认定（XLSX、CSV 或 YAML），见 schemes inputs')
    .option('--method <方法>', '只用这种评分方法的录入（自查、核查……）')
    .option(
      '--what-if <文件>',
      '试算，不保存：YAML 写明改哪些权重、等次、本地规定，或一份假设的录入',
    )
    .option('--publish <目录>', '公布：把结果连同依据存为新的一版，已有的版本不改')
    .option('--by <姓名>', '由谁公布（与 --publish 同用）')
    .option('--reason <理由>', '更正的理由（已有一版时必填）')
    .option('--allow-open', '一票否决、不得分情形尚未核实也公布')
    .option('--all-units', ALL_UNITS)
    .option('--json', '输出 scorecards/1 JSON')
  return host.bind<ScoreOptions>(command, async (context, options) => {
    const { publish, whatIf } = options
    if (publish !== undefined && (options.by === undefined || whatIf !== undefined))
      throw new AppError('usage', '--publish 要同时用 --by 写明由谁公布，且不能与 --what-if 同用。')
    const composite = allComposites().find((one) => one.id === options.scheme)
    const store = await openExistingStore(context)
    try {
      return composite
        ? scoreComposite(context, store, composite, options)
        : scoreScheme(context, store, options)
    } finally {
      store.close()
    }
  })
}

function scoreScheme(context: Context, store: Store, options: ScoreOptions): ExitCode {
  const { terminal } = context
  const scheme = schemeOf(options.scheme)
  const registry = store.registry()
  assessed(scheme, registry.agencies, unitsOf(options))
  const remarks = registryRemarks(scheme, registry, options.allUnits ?? false)
  for (const remark of remarks) terminal.say(`提醒：${remark}`)
  const supposed = options.whatIf !== undefined && isSupposition(options.whatIf)
  const files = [options.inputs, supposed ? undefined : options.whatIf]
  const inputs = files.flatMap((file) =>
    file === undefined ? [] : loadScoreInputs(file, scheme, store.registry()),
  )
  const choices = {
    asOf: options.asOf ?? null,
    strict: options.strict ?? false,
    inputs,
    units: unitsOf(options),
    ...(options.method === undefined ? {} : { method: methodOf(scheme, options.method) }),
  }
  if (supposed && options.whatIf !== undefined) {
    const found = computeWhatIf(context, store, scheme, options.whatIf, choices)
    if (options.json) terminal.print(JSON.stringify(found, null, 2))
    else printWhatIf(terminal, found)
    return EXIT.done
  }
  const scorecards = computeScores(context, store, scheme, {
    ...choices,
    save: options.whatIf === undefined,
  })
  if (options.json) terminal.print(JSON.stringify(toScorecards1(scorecards), null, 2))
  else printRanking(terminal, scorecards)
  const code = measuredCode(context, store, scorecards, options)
  if (options.publish === undefined || code === EXIT.nothingMeasured) return code
  tellPublished(
    terminal,
    publishScores(context, store, scheme, scorecards, publishChoices(options, options.publish)),
    options,
  )
  return code
}

function unitsOf({ allUnits }: ScoreOptions): Units {
  return allUnits ? 'all' : 'own'
}

function publishChoices(options: ScoreOptions, folder: string): PublishChoices {
  const { by = '', reason = null, allowOpen = false } = options
  return { folder, by, reason, allowOpen }
}

function tellPublished(
  terminal: Terminal,
  { file, published }: Written,
  { json }: ScoreOptions,
): void {
  const { version, corrects, difference } = published
  const moved = difference?.length ?? 0
  const corrected = corrects === null ? '' : `，更正第 ${corrects} 版，${moved} 个单位有变动`
  terminal.say(`已公布第 ${version} 版：${file}${corrected}`)
  if (json || !difference || moved === 0) return
  terminal.print(`\n与第 ${corrects} 版逐条比较：`)
  printMoves(terminal, difference, `公布的文件 ${file}`)
}

function measuredCode(
  { terminal }: Context,
  store: Store,
  { cards, scheme }: Scorecards,
  { asOf }: ScoreOptions,
): ExitCode {
  const missing = cards.filter((card) => !(card.measured ?? card.rank !== null))
  if (missing.length === cards.length) {
    const ids = new Set(cards.map((card) => card.agency.id))
    const portals = store.registry().portals.filter((portal) => ids.has(portal.agencyId))
    terminal.fault(whyNothing(store, portals, scheme.id, asOf))
    return EXIT.nothingMeasured
  }
  if (missing.length === 0) return EXIT.done
  terminal.say(`没有检查结果的单位：${missing.map((card) => card.agency.name).join('、')}`)
  return EXIT.partlyMeasured
}

/** The right cause: no run at all, none so early, or runs from which this table can settle nothing. */
function whyNothing(
  store: Store,
  portals: readonly Portal[],
  scheme: string,
  asOf: string | undefined,
): string {
  const scanned = (day?: string) => portals.flatMap((one) => store.latestRun(one.id, day) ?? [])
  if (scanned(asOf).length > 0)
    return `各单位的网站都扫描过，但体系 ${scheme} 没有一条能由现有检查结果定下来，全部待人工核对或录入。请用 mingcha schemes inputs ${scheme} --out 录入表.xlsx 生成录入表，或在核查界面核对。`
  const [earliest] = scanned()
    .map((run) => run.asOf)
    .sort()
  return earliest === undefined
    ? '参加计分的单位都还没有完成的扫描。请先用 mingcha scan 扫描它们的网站。'
    : `到 ${asOf} 为止没有完成的扫描；最近的扫描判定日为 ${earliest} 起。请检查 --as-of 的日期。`
}

function scoreComposite(
  context: Context,
  store: Store,
  composite: Composite,
  options: ScoreOptions,
): ExitCode {
  const ids = new Set(composite.parts.flatMap((part) => part.schemes))
  const schemes = allSchemes().filter((scheme) => ids.has(scheme.id))
  const { terminal } = context
  const whole = [...schemes, compositeScheme(composite)]
  const supposed = options.whatIf !== undefined && isSupposition(options.whatIf)
  const files = [options.inputs, supposed ? undefined : options.whatIf]
  const choices = {
    asOf: options.asOf ?? null,
    strict: options.strict ?? false,
    units: unitsOf(options),
    inputs: files.flatMap((file) =>
      file === undefined ? [] : loadScoreInputs(file, whole, store.registry()),
    ),
  }
  if (supposed && options.whatIf !== undefined) {
    const { whatIf } = options
    const found = computeCompositeWhatIf(context, store, composite, schemes, whatIf, choices)
    if (options.json) terminal.print(JSON.stringify(found, null, 2))
    else printWhatIf(terminal, found)
    return EXIT.done
  }
  const score = computeComposite(context, store, composite, schemes, choices)
  const { composites, outsiders } = score
  if (outsiders.length > 0)
    terminal.say(
      `提醒：名录里有 ${outsiders.length} 个单位不属于各部分体系的分组，那些部分没有结果：${outsiders.slice(0, 8).join('、')}${outsiders.length > 8 ? '等' : ''}。请核对名录的分组一列。`,
    )
  if (options.json) terminal.print(JSON.stringify(toComposites1(composites), null, 2))
  else printComposite(terminal, composites)
  const ranked = composites.cards.filter((card) => card.rank !== null).length
  if (ranked === 0) return EXIT.nothingMeasured
  if (options.publish !== undefined) {
    const publishing = publishChoices(options, options.publish)
    const written = publishCompositeScores(context, store, composite, schemes, score, publishing)
    tellPublished(terminal, written, options)
  }
  return EXIT.done
}
