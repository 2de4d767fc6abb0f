/** `mingcha schemes`: which indicator schemes there are, what of them can be measured, and whether a folder is valid. */
import type { Command } from 'commander'
import { AppError, EXIT } from '#base/errors'
import { validateFolder } from '#catalog/composites'
import { checks } from '#checks/index'
import { toComposite1, toScheme1 } from '#export/shapes/scheme'
import type { Composite, Indicator, Scheme, SchemeCoverage } from '#model/scheme'
import {
  indicatorCoverage,
  isProven,
  localCoverage,
  provenCoverage,
  schemeCoverage,
} from '#scoring/coverage'
import { isPointless, rulesByState } from '#scoring/tally'
import type { TableRow } from '../cells.ts'
import { newCommand, withCommon } from '../command-line.ts'
import { goldenEvidence } from '../golden.ts'
import type { Host } from '../host.ts'
import { allComposites, allSchemes, schemeOf } from '../scoring-run.ts'
import type { CommonOptions } from '../settings.ts'
import type { Terminal } from '../terminal.ts'
import { schemeDiffCommand, schemeInputsCommand } from './scheme-tools.ts'

type JsonOption = CommonOptions & { json?: boolean }

export function schemesCommand(host: Host): Command {
  const list = withCommon(newCommand('list', '列出指标体系', ['npx mingcha schemes list'])).option(
    '--json',
    '输出 JSON',
  )
  const show = withCommon(
    newCommand('show', '显示一个指标体系', [
      'npx mingcha schemes show suizhou-2023-website-departments --coverage',
    ]),
  )
    .argument('<体系编号>')
    .option('--coverage', '逐项显示机器可测、辅助、人工、原文缺失各占多少分')
    .option('--json', '输出 scheme/1 JSON')
  const validate = withCommon(
    newCommand('validate', '检查一个指标体系目录写得对不对', [
      'npx mingcha schemes validate data/schemes/suizhou-2023-website-departments',
    ]),
  ).argument('<目录>')
  return newCommand('schemes', '指标体系', ['npx mingcha schemes list'])
    .addCommand(schemeInputsCommand(host))
    .addCommand(schemeDiffCommand(host))
    .addCommand(
      host.bind<JsonOption>(list, async ({ terminal }, options) => {
        const schemes = allSchemes()
        if (options.json) {
          const rows = schemes.map(({ id, edition, title, maxScore }) => ({
            id,
            edition,
            title,
            maxScore,
          }))
          terminal.print(JSON.stringify({ mingcha: 'schemes/1', schemes: rows }, null, 2))
        } else {
          terminal.table([
            ...schemes.map(({ id, title, maxScore }) => [
              id,
              title,
              maxScore === null ? '不计分' : `${maxScore} 分`,
            ]),
            ...allComposites().map(({ id, title, maxScore }) => [
              id,
              title,
              `${maxScore} 分（汇总）`,
            ]),
          ])
        }
        return EXIT.done
      }),
    )
    .addCommand(
      host.bind<JsonOption & { coverage?: boolean }>(show, async ({ terminal }, options, args) => {
        const composite = allComposites().find((one) => one.id === args[0])
        if (composite) {
          const shown = options.json
            ? JSON.stringify(toComposite1(composite), null, 2)
            : describeComposite(composite).join('\n')
          terminal.print(shown)
          return EXIT.done
        }
        const scheme = schemeOf(args[0] ?? '')
        if (options.json) {
          terminal.print(JSON.stringify(toScheme1(scheme, schemeCoverage(scheme)), null, 2))
        } else {
          if (options.coverage) printCoverage(terminal, scheme)
          else terminal.print(describe(scheme).join('\n'))
        }
        return EXIT.done
      }),
    )
    .addCommand(
      host.bind<CommonOptions>(validate, async ({ terminal }, _options, args) => {
        const dir = args[0] ?? ''
        const problems = validateFolder(dir, { checks })
        for (const problem of problems) {
          terminal.print(`${problem.level === 'error' ? '错误' : '提醒'}：${problem.message}`)
        }
        const errors = problems.filter((problem) => problem.level === 'error').length
        if (errors > 0) {
          throw new AppError(
            'file-invalid',
            `指标体系 ${dir} 有 ${errors} 处错误，见上。请逐条改正。`,
          )
        }
        terminal.print(`指标体系 ${dir} 可以使用（${problems.length} 处提醒）`)
        return EXIT.done
      }),
    )
}

function describe(scheme: Scheme): string[] {
  const { source } = scheme
  const { bonus, deductions, external, vetoes } = scheme.outside
  return [
    `${scheme.title}（${scheme.id}，${scheme.edition}）`,
    `来源：${source.title}${source.documentNumber ? `（${source.documentNumber}）` : ''}${source.annex ? `，${source.annex}` : ''}`,
    `总分：${scheme.maxScore ?? '不计分'}`,
    ...scheme.indicators.flatMap(indicatorLines),
    ...[
      ['总分之外的加分', bonus] as const,
      ['总分之外的扣分', deductions] as const,
      ['事后扣减', external] as const,
    ].flatMap(([name, list]) =>
      list.length === 0 ? [] : [`${name}：`, ...list.flatMap(indicatorLines)],
    ),
    ...vetoes.map((veto) => `一票否决　${veto.id}　${veto.label}：${veto.effect}`),
    ...scheme.warnings.map((warning) => `提醒：${warning}`),
  ]
}

/** With the ids that inputs and suppositions are written with, and what of it is ours. */
function indicatorLines({ id, path, maxScore, criteria, zeroWhen }: Indicator): string[] {
  return [
    `${path.join(' / ')}  ${maxScore ?? '—'} 分　${id}`,
    ...criteria.flatMap((one) => [
      `    ${STATES[one.state]}　${one.id}　${one.summary}${one.origin === 'local' ? `（本地规定：${one.reason}）` : ''}`,
      ...(one.voidWhen ?? []).map((note) => `        本条不得分　${note.id}　${note.label}`),
    ]),
    ...zeroWhen.map((note) => `    不得分　${note.id}　${note.label}`),
  ]
}

/** Parts with their weights; a composite has no rows of its own to cover. */
function describeComposite({
  id,
  edition,
  title,
  parts: own,
  external,
  warnings,
}: Composite): string[] {
  return [
    `${title}（${id}，${edition}，汇总）`,
    ...own.map(
      ({ label, share, schemes, method }) =>
        `${label}  ${Number((share * 100).toFixed(4))}%　${schemes.join('、')}${method === null ? '' : `（${method}）`}`,
    ),
    ...external.map((one) => `汇总后扣减：${one.path.join(' / ')}`),
    ...warnings.map((warning) => `提醒：${warning}`),
  ]
}

const STATES = {
  machine: '机器可测',
  assisted: '机器辅助',
  manual: '人工',
  'not-ruled': '原文缺失',
} as const

interface CoverageTable {
  readonly title: string
  readonly rows: readonly TableRow[]
  /** What of it rests on local rules; null where nothing can be summed. */
  readonly local: string | null
}

const COVERAGE_HEADS = [
  '指标',
  '分值',
  '机器可测（已证实）',
  '机器可测（未证实）',
  '机器辅助',
  '人工',
  '原文缺失',
]

/** A table without points has rules to count, no weights to share out. */
function ruleCoverage(scheme: Scheme): CoverageTable {
  const golden = goldenEvidence()
  const row = (name: string, indicators: readonly Indicator[]) => {
    const { machine, assisted, manual, notRuled } = rulesByState({ indicators })
    const proven = indicators
      .flatMap((one) => one.criteria)
      .filter((one) => one.state === 'machine' && isProven(one, golden)).length
    return [name, '—', proven, machine - proven, assisted, manual, notRuled]
  }
  return {
    title: `${scheme.title}（${scheme.id}）各项由谁判定；原文没有印分值，按条数计，单位：条`,
    rows: [
      ...scheme.indicators.map((one) => row(one.path.join('/'), [one])),
      row('合计', scheme.indicators),
    ],
    local: null,
  }
}

const COVERAGE_WORDS = [
  '已证实：示例网站里既有通过这一条的，也有不通过的；未证实的检查结果照样定分，但不计作可测。',
  '机器可测：检查结果直接定分；机器辅助：机器给出线索，由人判定；原文缺失：来源文字残缺，不给满分也不给零分。',
]

function printCoverage(terminal: Terminal, scheme: Scheme): void {
  const { title, rows, local } = isPointless(scheme) ? ruleCoverage(scheme) : coverage(scheme)
  terminal.print(title)
  terminal.table([COVERAGE_HEADS, ...rows])
  for (const line of [...(local === null ? [] : [local]), ...COVERAGE_WORDS]) terminal.print(line)
}

function coverage(scheme: Scheme): CoverageTable {
  const total = schemeCoverage(scheme)
  const local = localCoverage(scheme)
  const proven = provenCoverage(scheme, goldenEvidence())
  const all = [...proven.values()].reduce((sum, value) => sum + value, 0)
  const shown = (value: number) => Number(value.toFixed(4))
  return {
    title: `${scheme.title}（${scheme.id}）各项由谁判定，单位：分`,
    rows: [
      ...indicatorCoverage(scheme).map((row) => [
        row.path.join('/'),
        row.maxScore ?? '—',
        ...parts(row, proven.get(row.id) ?? 0),
      ]),
      ['合计', scheme.maxScore ?? '—', ...parts(total, all)],
    ],
    local: `其中靠本地规则：机器可测 ${shown(local.machine)}，机器辅助 ${shown(local.assisted)}，人工 ${shown(local.manual)}`,
  }
}

function parts(row: SchemeCoverage, proven: number): number[] {
  return [proven, row.machine - proven, row.assisted, row.manual, row.notRuled].map((value) =>
    Number(value.toFixed(4)),
  )
}
