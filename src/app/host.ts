/**
 * Runs one command: opens the terminal and the settings, hands the command what it needs, turns interrupts into a
 * signal, and any fault into one message and an exit code. The composition root's outermost layer.
 */
import type { Command } from 'commander'
import { systemClock } from '#base/clock'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import type { Clock } from '#model/ports'
import { type CommonOptions, loadSettings, type Settings } from './settings.ts'
import { openTerminal, type Terminal } from './terminal.ts'
import { codeVersion } from './version.ts'

export interface Context {
  readonly terminal: Terminal
  readonly settings: Settings
  readonly clock: Clock
  readonly codeVersion: string
  /** Aborted by the first interrupt of the user. */
  readonly signal: AbortSignal
  /** Called when stopping takes too long: last chance to save, synchronous. */
  onForcedStop(save: () => void): void
}

/** Honest: names the program and, where configured, whom to complain to. */
export function userAgent({ codeVersion, settings }: Context): string {
  const contact = settings.contact === null ? '' : `; contact ${settings.contact}`
  return `Mingcha/${codeVersion.split('+')[0]} (government portal compliance check${contact})`
}

/** Time a command has to stop by itself after an interrupt; the promise to users is 5 s. */
const GRACE_MS = 4700

type Work<Options> = (context: Context, options: Options, args: string[]) => Promise<ExitCode>

/** Where commands leave their exit code. */
export class Host {
  exitCode: ExitCode = EXIT.done
  readonly #onStart: () => void

  /** `onStart`: a command has begun and answers interrupts itself. */
  constructor(onStart: () => void) {
    this.#onStart = onStart
  }

  /** Makes `work` the action of `command`. */
  bind<Options extends CommonOptions>(command: Command, work: Work<Options>): Command {
    return command.action(async (...given: unknown[]) => {
      const args = given.slice(0, -2).flat() as string[]
      this.exitCode = await runCommand(work, command.opts<Options>(), args, this.#onStart)
    })
  }
}

async function runCommand<Options extends CommonOptions>(
  work: Work<Options>,
  options: Options,
  args: string[],
  onStart: () => void,
): Promise<ExitCode> {
  const terminal = openTerminal(options)
  const stop = new AbortController()
  const lastSaves: (() => void)[] = []
  const forced = (): void => {
    for (const save of lastSaves) save()
    terminal.fault('已中断，已保存的内容完好。用 --resume 继续。')
    process.exit(EXIT.interrupted)
  }
  const interrupt = (): void => {
    if (stop.signal.aborted) forced()
    terminal.say('正在停止并保存……（再按一次 Ctrl-C 立即退出）')
    stop.abort()
    setTimeout(forced, GRACE_MS).unref()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  onStart()
  try {
    const context: Context = {
      terminal,
      settings: loadSettings(options, process.env),
      clock: systemClock,
      codeVersion: codeVersion(),
      signal: stop.signal,
      onForcedStop: (save) => lastSaves.push(save),
    }
    return await work(context, options, args)
  } catch (error) {
    return reportFault(error, terminal)
  } finally {
    terminal.live?.clear()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

export function reportFault(
  error: unknown,
  terminal: Pick<Terminal, 'fault' | 'verbose'>,
): ExitCode {
  if (error instanceof AppError) {
    terminal.fault(`错误：${error.message}`)
    if (terminal.verbose && error.cause !== undefined) terminal.fault(traceOf(error.cause))
    return error.exit
  }
  const message = error instanceof Error ? error.message : String(error)
  terminal.fault(
    `错误：程序内部出错（${message}）。已保存的内容不受影响；请加 --verbose 再试，并把输出报告给我们。`,
  )
  if (terminal.verbose) terminal.fault(traceOf(error))
  return EXIT.ourError
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
