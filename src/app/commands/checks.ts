/** `mingcha checks`: which questions are asked, on what basis, with which answers. */
import type { Command } from 'commander'
import { AppError, EXIT } from '#base/errors'
import { checks } from '#checks/index'
import { toChecks1 } from '#export/shapes/checks'
import { type Check, VERDICT_NAMES } from '#model/check'
import { newCommand, withCommon } from '../command-line.ts'
import type { Host } from '../host.ts'
import type { CommonOptions } from '../settings.ts'

export function checksCommand(host: Host): Command {
  const list = withCommon(newCommand('list', '列出全部检查项', ['npx mingcha checks list'])).option(
    '--json',
    '输出 checks/1 JSON',
  )
  const show = withCommon(
    newCommand('show', '显示一个检查项', ['npx mingcha checks show freshness/column-stale']),
  )
    .argument('<检查项编号>')
    .option('--json', '输出 checks/1 JSON')
  type Options = CommonOptions & { json?: boolean }
  return newCommand('checks', '检查项', ['npx mingcha checks list'])
    .addCommand(
      host.bind<Options>(list, async ({ terminal }, options) => {
        if (options.json) terminal.print(JSON.stringify(toChecks1(checks), null, 2))
        else terminal.table(checks.map(({ id, title }) => [id, title]))
        return EXIT.done
      }),
    )
    .addCommand(
      host.bind<Options>(show, async ({ terminal }, options, args) => {
        const check = checkOf(args[0] ?? '')
        terminal.print(
          options.json ? JSON.stringify(toChecks1([check]), null, 2) : describe(check).join('\n'),
        )
        return EXIT.done
      }),
    )
}

/** @throws AppError unknown-id */
export function checkOf(id: string): Check {
  const check = checks.find((one) => one.id === id)
  if (check) return check
  throw new AppError('unknown-id', `没有检查项 ${id}。用 mingcha checks list 查看现有编号。`)
}

function describe(check: Check): string[] {
  return [
    `${check.title}（${check.id}，第 ${check.revision} 版）`,
    `问题：${check.question}`,
    ...check.basis.map((basis) => `依据：${basis.document} ${basis.clause}`),
    ...Object.entries(check.params).map(
      ([name, param]) =>
        `参数：${name} = ${String(param.default)}，${param.meaning}（来源：${param.source}${param.verified ? '' : '，未经核实'}）`,
    ),
    '结果：',
    ...Object.entries(check.outcomes).flatMap(([name, outcome]) => [
      `  ${name}（${VERDICT_NAMES[outcome.verdict]}）：${outcome.message}`,
      ...(outcome.ask ? [`    待人工确认：${outcome.ask}`] : []),
    ]),
  ]
}
