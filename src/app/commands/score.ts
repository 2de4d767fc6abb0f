/** `mingcha score`: scorecards of the latest runs under one scheme. */

import { type Command, Option } from 'commander'
import { EXIT } from '#base/errors'
import { loadScoreInputs } from '#catalog/inputs/score-inputs'
import { toScorecards1 } from '#export/shapes/scorecards'
import { dayOption, newCommand, withCommon } from '../command-line.ts'
import type { Host } from '../host.ts'
import { openExistingStore } from '../rooms.ts'
import { computeScores, printRanking, schemeOf } from '../scoring-run.ts'
import type { CommonOptions } from '../settings.ts'

interface ScoreOptions extends CommonOptions {
  scheme: string
  strict?: boolean
  asOf?: string
  inputs?: string
  whatIf?: string
  json?: boolean
}

export function scoreCommand(host: Host): Command {
  const command = withCommon(
    newCommand('score', '按指标体系打分', [
      'npx mingcha score --scheme suizhou-2023-website-departments',
      'npx mingcha score --scheme suizhou-2023-website-departments --strict --json',
    ]),
  )
    .addOption(new Option('--scheme <编号>', '指标体系').makeOptionMandatory())
    .option('--strict', '只用原文规则，不用本地补充的规则')
    .addOption(dayOption('--as-of <日期>', '取该日及以前最近一次完成的运行'))
    .option('--inputs <文件>', '人工打分与认定（YAML）')
    .option('--what-if <文件>', '假设的打分与认定：只试算，不保存')
    .option('--json', '输出 scorecards/1 JSON')
  return host.bind<ScoreOptions>(command, async (context, options) => {
    const scheme = schemeOf(options.scheme)
    const files = [options.inputs, options.whatIf].filter((file) => file !== undefined)
    const store = await openExistingStore(context)
    try {
      const inputs = files.flatMap((file) => loadScoreInputs(file, scheme, store.registry()))
      const scorecards = computeScores(context, store, scheme, {
        asOf: options.asOf ?? null,
        strict: options.strict ?? false,
        inputs,
        save: options.whatIf === undefined,
      })
      if (options.json) context.terminal.print(JSON.stringify(toScorecards1(scorecards), null, 2))
      else printRanking(context.terminal, scorecards)
      const measured = scorecards.cards.filter((card) => card.rank !== null).length
      if (measured === 0) {
        context.terminal.fault(
          '没有一个单位有可用的检查结果。请先用 mingcha scan 扫描，或检查 --as-of 的日期。',
        )
        return EXIT.nothingMeasured
      }
      if (measured < scorecards.cards.length) {
        const missing = scorecards.cards.filter((card) => card.rank === null)
        context.terminal.say(`没有检查结果的单位：${missing.map((c) => c.agency.name).join('、')}`)
        return EXIT.partlyMeasured
      }
      return EXIT.done
    } finally {
      store.close()
    }
  })
}
