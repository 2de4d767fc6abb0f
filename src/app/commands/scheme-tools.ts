/**
 * `mingcha schemes inputs` and `schemes diff`: the workbook people fill in for a scheme, and what changed between two
 * schemes or two editions in folders.
 */
import { existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { AppError, EXIT } from '#base/errors'
import { diffSchemes } from '#catalog/scheme-diff'
import { loadScheme } from '#catalog/schemes'
import { checks } from '#checks/index'
import { type InputWorkbookRequest, inputSheets } from '#export/input-workbook'
import { writeOutput } from '#export/output'
import { workbookBytes } from '#export/workbook'
import type { Agency } from '#model/portal'
import type { Composite, Scheme } from '#model/scheme'
import { compositeScheme, schemeOfPart } from '#scoring/composite'
import { assessed, noUnits } from '../cohort.ts'
import { ALL_UNITS, newCommand, withCommon } from '../command-line.ts'
import type { Host } from '../host.ts'
import { openExistingStore } from '../rooms.ts'
import { allComposites, allSchemes, schemeOf } from '../scoring-run.ts'
import type { CommonOptions } from '../settings.ts'

interface InputsOptions extends CommonOptions {
  out: string
  method?: string
  seed?: string
  allUnits?: boolean
}

export function schemeInputsCommand(host: Host): Command {
  const command = withCommon(
    newCommand('inputs', '生成人工录入表：机器测不到的条目，每个单位一行一条；汇总则连各部分在内', [
      'npx mingcha schemes inputs suizhou-2023-website-departments --out 录入表.xlsx',
    ]),
  )
    .argument('<体系编号>')
    .requiredOption('--out <文件>', '写到哪个 .xlsx 文件')
    .option('--method <方法>', '评分方法（自查、核查……），体系写有 methods 时可用')
    .option('--all-units', ALL_UNITS)
    .option('--seed <种子>', '抽取条目的种子，默认由体系编号和版本得出')
  return host.bind<InputsOptions>(command, async (context, options, args) => {
    const id = args[0] ?? ''
    const composite = allComposites().find((one) => one.id === id)
    const store = await openExistingStore(context)
    try {
      const { agencies } = store.registry()
      const [whole, requests] = composite
        ? wholeRequests(composite, agencies, options)
        : schemeRequests(schemeOf(id), agencies, options)
      const sheets = inputSheets(whole, requests)
      const bytes = await workbookBytes(sheets, new Date(context.clock.now()))
      await writeOutput(options.out, [bytes])
      const rows = sheets[0]?.rows.length ?? 0
      context.terminal.print(
        `已生成 ${options.out}：${whole.agencies.length} 个单位，${rows} 行。填好后用 mingcha score --scheme ${id} --inputs ${options.out} 计分。`,
      )
      return EXIT.done
    } finally {
      store.close()
    }
  })
}

type Requests = readonly [whole: InputWorkbookRequest, rows: readonly InputWorkbookRequest[]]

function schemeRequests(
  scheme: Scheme,
  known: readonly Agency[],
  options: InputsOptions,
): Requests {
  const method = options.method === undefined ? null : methodOf(scheme, options.method)
  const agencies = assessed(scheme, known, options.allUnits ? 'all' : 'own')
  const seed = options.seed ?? `${scheme.id}/${scheme.edition}`
  const request = { scheme, agencies, method, seed }
  return [request, [request]]
}

/** Rows of every part an agency is scored in, under the part's own method, then what is taken off the whole. */
function wholeRequests(
  composite: Composite,
  known: readonly Agency[],
  options: InputsOptions,
): Requests {
  if (options.method !== undefined)
    throw new AppError('usage', `汇总 ${composite.id} 的方法由各部分写明，不要写 --method。`)
  const everyone = options.allUnits ?? false
  const schemes = allSchemes()
  const parts = composite.parts.flatMap((part) =>
    part.schemes.map((id): InputWorkbookRequest => {
      const scheme = schemeOf(id)
      const agencies = known.filter(
        (agency) => schemeOfPart(part, schemes, agency, everyone)?.id === id,
      )
      const seed = options.seed ?? `${scheme.id}/${scheme.edition}`
      return { scheme, agencies, method: part.method, seed }
    }),
  )
  const scored = known.filter((agency) => parts.some((part) => part.agencies.includes(agency)))
  if (scored.length === 0)
    throw noUnits(
      composite.id,
      parts.flatMap(({ scheme }) => scheme.groups),
      known,
    )
  const scheme = compositeScheme(composite)
  const whole = { scheme, agencies: scored, method: null, seed: composite.id }
  return [whole, [...parts, whole]]
}

/** Id of a method by id or label. @throws AppError unknown-id */
export function methodOf(scheme: Scheme, written: string): string {
  const found = scheme.methods.find((one) => one.id === written || one.label === written)
  if (found) return found.id
  const known = scheme.methods.map((one) => `${one.id}（${one.label}）`).join('、')
  throw new AppError(
    'unknown-id',
    `体系 ${scheme.id} 没有评分方法“${written}”${known === '' ? '' : `，现有：${known}`}。`,
  )
}

export function schemeDiffCommand(host: Host): Command {
  const command = withCommon(
    newCommand('diff', '比较两个指标体系（编号或目录）改了什么', [
      'npx mingcha schemes diff suizhou-2023-website-counties suizhou-2023-website-departments',
    ]),
  )
    .argument('<原体系>')
    .argument('<新体系>')
    .option('--json', '输出 JSON')
  return host.bind<CommonOptions & { json?: boolean }>(
    command,
    async ({ terminal }, options, args) => {
      const [before, after] = [schemeAt(args[0] ?? ''), schemeAt(args[1] ?? '')]
      const changes = diffSchemes(before, after)
      if (options.json)
        terminal.print(JSON.stringify({ mingcha: 'scheme-diff/1', changes }, null, 2))
      else {
        const words = { added: '新增', removed: '删去', changed: '改动' }
        for (const { kind, where, before: was, after: is } of changes)
          terminal.print(`${words[kind]}\t${where}\t${was ?? '—'}\t${is ?? '—'}`)
        terminal.print(changes.length === 0 ? '两者相同。' : `共 ${changes.length} 处不同。`)
      }
      return EXIT.done
    },
  )
}

/** A folder of scheme files, or a scheme that ships with the package. */
function schemeAt(written: string): Scheme {
  const composite = allComposites().find((one) => one.id === written)
  if (composite) {
    const parts = [...new Set(composite.parts.flatMap((part) => part.schemes))].join('、')
    throw new AppError(
      'usage',
      `${written} 是汇总，没有自己的指标表，不能这样比较；请比较它各部分的体系：${parts}。`,
    )
  }
  const folder = existsSync(written) && statSync(written).isDirectory()
  return folder ? loadScheme(written, { checks }) : schemeOf(written)
}
