/**
 * The frame of every command: common options, Chinese help and messages over commander, typed option parsers. What
 * commands do lies with commands/*; which exist, with cli.
 */
import { Command, type CommanderError, Option } from 'commander'
import { isDay } from '#base/day'
import { AppError } from '#base/errors'
import { parseResolveRule, type ResolveRule } from '#crawl/address-guard'
import { cellsOf } from './cells.ts'

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '公共选项：',
}

/** A command that speaks Chinese and never exits the process itself. */
export function newCommand(name: string, summary: string, examples: readonly string[]): Command {
  const command = new Command(name)
    .summary(summary)
    .description(summary)
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({
      displayWidth: cellsOf,
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
      styleOptionDescription: (text) =>
        text.replace(/\s*\(default: "?([^")]*)"?\)$/, '（默认 $1）'),
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  if (examples.length > 0) {
    command.addHelpText('after', `\n示例：\n${examples.map((line) => `  ${line}`).join('\n')}\n`)
  }
  return command
}

function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '<命令>')
}

/** Options that every command takes (contract §2). */
export function withCommon(command: Command): Command {
  return command
    .option('--db <路径>', '数据库文件（也可用环境变量 MINGCHA_DB；默认 var/mingcha.db）')
    .option('--archive <目录>', '存档目录（默认 var/archive）')
    .option('--config <文件>', '配置文件（默认 mingcha.yaml，有则读取）')
    .option('--quiet', '只输出结果与错误')
    .option('--verbose', '输出详细日志')
}

/** A rule a time, written as often as there are hosts, as curl takes it. */
export function resolveOption(): Option {
  return new Option(
    '--resolve <主机:端口:地址:端口>',
    '把某主机连到另一地址，同 curl；几个主机就写几次',
  ).argParser((text: string, before: ResolveRule[] | undefined) => [
    ...(before ?? []),
    parseResolveRule(text),
  ])
}

/** Whole number of at least `least`. */
export function countOption(flags: string, meaning: string, least: number): Option {
  return new Option(flags, meaning).argParser((text: string) => {
    const value = Number(text)
    if (!/^\d+$/.test(text.trim()) || !Number.isSafeInteger(value) || value < least) {
      throw wrongValue(flags, text, `应为不小于 ${least} 的整数`)
    }
    return value
  })
}

/** Positive number, decimals allowed. */
export function amountOption(flags: string, meaning: string): Option {
  return new Option(flags, meaning).argParser((text: string) => {
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
      throw wrongValue(flags, text, '应为大于 0 的数')
    }
    return value
  })
}

export function dayOption(flags: string, meaning: string): Option {
  return new Option(flags, meaning).argParser((text: string) => {
    if (!isDay(text)) throw wrongValue(flags, text, '应为真实存在的日期，写成 2023-12-31 的样子')
    return text
  })
}

/** `choices`: value → what a person calls it. */
export function choiceOption(
  flags: string,
  meaning: string,
  choices: Readonly<Record<string, string>>,
): Option {
  const values = Object.keys(choices)
  const told = Object.entries(choices).map(([value, words]) => `${value}（${words}）`)
  return new Option(flags, `${meaning}：${told.join('、')}`).argParser((text: string) => {
    if (!values.includes(text)) throw wrongValue(flags, text, `只能取 ${values.join('、')} 之一`)
    return text
  })
}

function wrongValue(flags: string, text: string, rule: string): AppError {
  const name = /--[a-z-]+/.exec(flags)?.[0] ?? flags
  return new AppError('usage', `${name} 的值“${text}”不对：${rule}。`)
}

/** commander's complaint as ours. `help` is not a complaint and is not passed here. */
export function usageError(error: CommanderError): AppError {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const hint = near === undefined ? '' : `是不是 ${near.replaceAll(', ', '、')}？`
  const first = quoted[0] ?? ''
  const messages: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项 ${first}。${hint}`,
    'commander.unknownCommand': `没有命令 ${first}。${hint}`,
    'commander.missingArgument': `缺少参数 ${first}。`,
    'commander.optionMissingArgument': `选项 ${first} 后面缺少值。`,
    'commander.missingMandatoryOptionValue': `缺少必需的选项 ${first}。`,
    'commander.excessArguments': '参数太多了。',
    'commander.conflictingOption': `选项 ${quoted.join(' 与 ')} 不能同时用。`,
  }
  const what = messages[error.code] ?? `命令写法不对：${error.message.replace(/^error: /, '')}`
  return new AppError(
    'usage',
    `${what}用 mingcha --help 或 mingcha <命令> --help 查看用法与示例。`,
    {
      cause: error,
    },
  )
}

/** Help of `--all-units`: the user says that the table is for everyone in the registry. */
export const ALL_UNITS = '名录里的全部单位都按这张表计分，不问分组（名录的分组与体系不符时才要写）'
